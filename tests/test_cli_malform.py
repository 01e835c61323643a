"""`lag --målform`: the fixed text in the målform that is asked for, local text as it was written and marked as such."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest

from avtalegen.dokument.bestilling import Bestilling
from avtalegen.dokument.innhold import Heading, Text
from avtalegen.flyt import check, make
from avtalegen.komponering import compose
from avtalegen.modell.former import Målform
from tests import cli_support
from tests.cli_support import Run
from tests.i_ett import i_ett

cli = cli_support.cli

YAML = """\
format: 1
avtale: {status: vedtatt, dato: 2026-01-15, tittel: Avtale om et trygt samfunn, undertittel: Et samarbeid som virker}
parter: {kommuner: "1859", politi: Nordland politidistrikt}
forpliktelser:
  felles: [følge opp alle vedtak, dele kunnskap som trengs]
  tekst: |
    Dette skal partene ikke glemme.

    - Første punkt i listen
lokale_avsnitt:
  - {overskrift: Trygg skolevei for alle, tekst: Kommunen skal ha ansvaret.}
signaturer:
  - {tittel: ordfører, navn: Kari Nordmann, for: Flakstad kommune}
"""


def made(format: str, målform: Målform | None = Målform.NYNORSK, yaml: str = YAML) -> bytes:
    data = make(check(yaml, "a.yaml"), Bestilling(format, målform), lambda _file, _name: b"").data
    assert data is not None
    return data


def test_a_målform_of_its_own_is_asked_for(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    assert cli("lag", "a.yaml", "--målform", "nynorsk", "--format", "md").code == 0
    text = (tmp_path / "a-nynorsk.md").read_text(encoding="utf-8")
    assert "Gjensidige forpliktingar" in text
    assert "Følge opp alle vedtak" in text


def test_both_are_made_under_names_of_their_own(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    assert cli("lag", "a.yaml", "--målform", "begge", "--format", "md,html").code == 0
    names = {path.name for path in tmp_path.iterdir()} - {"a.yaml"}
    assert names == {"a-bokmål.md", "a-nynorsk.md", "a-bokmål.html", "a-nynorsk.html"}
    assert '<html lang="nb">' in (tmp_path / "a-bokmål.html").read_text(encoding="utf-8")
    assert '<html lang="nn">' in (tmp_path / "a-nynorsk.html").read_text(encoding="utf-8")
    assert cli("lag", "a.yaml", "--målform", "begge", "--format", "md,html", "--sjekk").code == 0


def test_that_local_text_stays_as_it_is_is_told_once_and_can_be_turned_off(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    said = cli("lag", "a.yaml", "--målform", "begge", "--format", "md,html").out
    assert said.count("[SPR105]") == 1
    assert "7 egne tekster på bokmål blir stående på bokmål i dokumentet på nynorsk." in said
    (tmp_path / "avtalegen.toml").write_text('ignorer = ["SPR105"]\n', encoding="utf-8")
    assert "SPR105" not in cli("lag", "a.yaml", "--målform", "begge", "--format", "md,html").out


def test_the_agreements_own_målform_says_nothing_of_language(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    for arguments in ((), ("--målform", "bokmål")):
        assert "SPR105" not in cli("lag", "a.yaml", *arguments).out
    assert made("html", None) == made("html", Målform.BOKMÅL)
    assert 'lang="n' not in made("html", None).decode().replace('<html lang="nb">', "")


@pytest.mark.parametrize("asked", ["svensk", "", "begge,nynorsk"])
def test_another_word_is_wrong_usage(cli: Run, asked: str) -> None:
    outcome = cli("lag", "a.yaml", "--målform", asked)
    assert outcome.code == 2
    assert "Velg blant: bokmål, nynorsk, begge." in outcome.err


def test_two_documents_can_not_have_one_name(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    outcome = cli("lag", "a.yaml", "--målform", "begge", "-o", "b.docx")
    assert outcome.code == 2
    assert "gjelder ett dokument" in outcome.err


def test_local_text_is_marked_with_its_language_on_a_page() -> None:
    page = made("html").decode()
    for marked in (
        '<h1 lang="nb">Avtale om et trygt samfunn</h1>',
        '<p class="undertittel" lang="nb">Et samarbeid som virker</p>',
        '<span lang="nb">Følge opp alle vedtak</span>',
        '<p lang="nb">Dette skal partene ikke glemme.</p>',
        '<ul lang="nb">',
        'lang="nb"><span class="nr">7</span> Trygg skolevei for alle</h2>',
        '<p lang="nb">Kommunen skal ha ansvaret.</p>',
        '<p class="tittel" lang="nb">ordfører</p>',
    ):
        assert re.sub("<span class=.nr.>.*?</span> ", "", marked) in re.sub("<span class=.nr.>.*?</span> ", "", page)
    assert page.count("Kari Nordmann") == page.count(">Kari Nordmann<")


def test_local_text_is_marked_with_its_language_in_word() -> None:
    with ZipFile(BytesIO(made("docx"))) as archive:
        xml = archive.read("word/document.xml").decode()
    for text in ("Avtale om et trygt samfunn", "Følge opp alle vedtak", "Første punkt i listen", "ordfører"):
        (run,) = re.findall(rf"<w:r>(?:(?!</w:r>).)*>{text}<", xml)
        assert 'w:lang w:val="nb-NO"' in run, text
    (run,) = re.findall(r"<w:r>(?:(?!</w:r>).)*>Kari Nordmann<", xml)
    assert "w:lang" not in run


def test_local_text_is_marked_with_its_language_in_a_pdf() -> None:
    reader = pypdf.PdfReader(BytesIO(made("pdf")))
    assert reader.trailer["/Root"]["/Lang"] == "nn-NO"
    marked = [o for o in map(reader.get_object, range(1, len(reader.xref[0]))) if isinstance(o, dict) and "/Lang" in o]
    assert {o["/Lang"] for o in marked if o.get("/Type") == "/StructElem"} == {"nb-NO"}


def test_a_text_in_the_other_målform_is_marked_in_the_agreements_own() -> None:
    yaml = YAML.replace("dele kunnskap som trengs", "dele kunnskap som ikkje er kjend frå før")
    page = made("html", None, yaml).decode()
    assert re.findall('<[^>]* lang="nn">([^<]*)', page) == ["Dele kunnskap som ikkje er kjend frå før"]


def test_a_text_inside_a_sentence_is_marked_alone() -> None:
    yaml = YAML + "politiråd: {saker_fra: [kommunens ledere og ansatte, politiet], leder: ordfører}\n"
    document = compose(check(yaml, "a.yaml").avtale, målform=Målform.NYNORSK).document  # type: ignore[arg-type]
    assert document is not None
    texts = [
        inline
        for block in document.blocks
        for inline in getattr(block, "content", ())
        if isinstance(inline, Text) and "ledere" in inline.text
    ]
    assert texts == [Text("Kommunens ledere og ansatte", language="nb")]


def test_the_heading_of_a_local_section_has_its_language() -> None:
    document = compose(check(YAML, "a.yaml").avtale, målform=Målform.NYNORSK).document  # type: ignore[arg-type]
    assert document is not None
    (heading,) = [b for b in document.blocks if isinstance(b, Heading) and b.id == "eget-1"]
    assert heading.language == "nb"
    assert document.title_language == "nb"


def test_a_section_that_says_its_language_is_marked_with_it() -> None:
    section = "  - {overskrift: Čoahkkáigeassu, tekst: Gielda ja politiija barget ovttas., språk: nordsamisk}\n"
    page = made("html", None, YAML.replace("signaturer:\n", section + "signaturer:\n")).decode()
    assert re.findall('<(h2|p)[^>]* lang="se">(?:<span[^>]*>[^<]*</span> )?([^<]*)', page) == [
        ("h2", "Čoahkkáigeassu"),
        ("p", "Gielda ja politiija barget ovttas."),
    ]


@i_ett("text", ["Vi gjør noe...", "Vi gjør noe ..", "Vi gjør noe .", "…", ". .", "Å gjøre noe…"])
def test_a_text_is_found_again_whatever_it_ends_with(text: str) -> None:
    assert made("md", yaml=YAML.replace("følge opp alle vedtak", f'"{text}"'))
    assert made("md", None, yaml=YAML.replace("følge opp alle vedtak", f'Kommunane skal ikkje gjere noko, "{text}"'))


def test_one_målform_does_not_take_the_place_of_the_other(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    cli("lag", "a.yaml")
    before = (tmp_path / "a.docx").read_bytes()
    cli("lag", "a.yaml", "--målform", "nynorsk")
    assert (tmp_path / "a.docx").read_bytes() == before
    assert (tmp_path / "a-nynorsk.docx").exists()


def test_what_is_told_first_stays_apart_from_a_refusal(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "b.md").write_text("Mitt eget.\n", encoding="utf-8")
    outcome = cli("lag", "a.yaml", "--målform", "nynorsk", "-o", "b.md")
    assert outcome.code == 1
    assert outcome.err.startswith("Feil: «b.md» er endret for hånd")
    assert "a.yaml:2:53: råd[SPR105]" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--med-funn", "--format", "html"], "Valget «--med-funn» gjelder docx. Legg til «--format docx»."),
        (["--uten-kilde", "--format", "md"], "Valget «--uten-kilde» gjelder docx og html. Legg til «--format docx»."),
    ],
)
def test_an_option_that_no_format_can_have_is_wrong_usage(
    cli: Run, tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    outcome = cli("lag", "a.yaml", *arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_what_is_to_be_filled_in_stands_out_in_the_document() -> None:
    leader = 'leder: {tittel: ordfører, navn: "FYLL INN: navnet"}'
    yaml = YAML.replace('kommuner: "1859"', f'kommuner: {{kommunenummer: "1859", {leader}}}')
    text = made("md", None, yaml).decode()
    assert r"ved ordfører \[Fyll inn: navnet\]" in text
    assert "FYLL INN" not in text


def test_the_name_of_the_district_follows_the_målform_in_the_signatures_too() -> None:
    signer = "  - {tittel: leder, for: Sør-Øst politidistrikt}\n"
    yaml = YAML.replace("1859", "3324").replace("Nordland", "Sør-Øst") + signer
    page = made("html", Målform.NYNORSK, yaml).decode()
    assert '<p class="part">Sør-Aust politidistrikt</p>' in page
    assert "Sør-Øst" not in page


def test_no_place_in_a_new_agreement_is_shown_as_it_is_marked(cli: Run, tmp_path: Path) -> None:
    assert cli("ny", "flakstad").code == 0
    text = (tmp_path / "flakstad.yaml").read_text(encoding="utf-8")
    text = text.replace("  status: utkast", '  status: utkast\n  tittel: "FYLL INN: tittelen"')
    own = 'lokale_avsnitt:\n  - {overskrift: "FYLL INN: overskrift", tekst: "FYLL INN: teksten"}\n'
    (tmp_path / "flakstad.yaml").write_text(text + own, encoding="utf-8")
    for format in ("md", "html"):
        assert (
            cli("lag", "flakstad.yaml", "--format", format, "--uten-kilde" if format == "html" else "--overskriv").code
            == 0
        )
        assert "FYLL INN" not in (tmp_path / f"flakstad.{format}").read_text(encoding="utf-8")
