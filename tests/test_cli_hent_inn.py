"""`avtalegen hent … --inn FIL`, as people use it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from avtalegen.cli.exit_codes import CLEAN, FINDINGS, NOT_RUN, USAGE
from avtalegen.register import data
from tests import cli_support
from tests.cli_support import Run
from tests.grundig import grundig
from tests.hentprove import FLAKSTAD, edited, made, repacked
from tests.tilbakeprove import Endre, avsnitt, borte, byttet, etter, sporet

cli = cli_support.cli
FIRE, SEKS = byttet("minst to faste", "fire faste"), byttet("minst to faste", "seks faste")


@pytest.fixture
def fil(tmp_path: Path) -> Path:
    (tmp_path / "flakstad.yaml").write_bytes(FLAKSTAD.read_bytes())
    return tmp_path / "flakstad.yaml"


def laget(fil: Path, format: str = "docx") -> bytes:
    """The document of a file: while it is as it was copied, that of the example."""
    return made(format, FLAKSTAD if fil.read_bytes() == FLAKSTAD.read_bytes() else fil)


def dokument(fil: Path, navn: str, *endre: Endre) -> str:
    data = laget(fil)
    for en in endre:
        data = edited(data, en)
    (fil.parent / navn).write_bytes(data)
    return str(fil.parent / navn)


def test_a_change_comes_into_the_file_with_its_comments_kept(cli: Run, fil: Path) -> None:
    før = fil.read_text(encoding="utf-8")
    svar = cli("hent", dokument(fil, "a.docx", FIRE), "--inn", str(fil))
    assert svar.code == CLEAN, svar.err
    assert fil.read_text(encoding="utf-8") == før.replace("per_år: minst to", "per_år: fire")
    assert "nå:     [fire]" in svar.out
    assert f"Skrev {fil}" in svar.out


def test_with_vis_nothing_is_written(cli: Run, fil: Path) -> None:
    før = fil.read_bytes()
    svar = cli("hent", dokument(fil, "a.docx", FIRE), "--inn", str(fil), "--vis")
    assert svar.code == CLEAN
    assert "+    per_år: fire" in svar.out
    assert "Skrev" not in svar.out
    assert fil.read_bytes() == før


def test_once_more_changes_nothing(cli: Run, fil: Path) -> None:
    navn = dokument(fil, "a.docx", FIRE, etter("Lokalt politi", "Skole"), borte("NAV"))
    cli("hent", navn, "--inn", str(fil))
    etter_en = fil.read_bytes()
    svar = cli("hent", navn, "--inn", str(fil))
    assert (svar.code, fil.read_bytes()) == (CLEAN, etter_en)
    assert f"Uendret: {fil}" in svar.out


def test_two_copies_are_merged_and_what_disagrees_is_shown(cli: Run, fil: Path) -> None:
    a = dokument(fil, "a.docx", FIRE, etter("Lokalt politi", "Skole"))
    b = dokument(fil, "b.docx", SEKS, etter("NAV", "Kirken"), byttet("en oppsatt plan", "en årlig plan"))
    svar = cli("hent", a, b, "--inn", str(fil))
    tekst = fil.read_text(encoding="utf-8")
    assert svar.code == FINDINGS
    assert "per_år: minst to" in tekst
    assert "[lokalt politi, Skole, barnevern, helsesøster, utdanningsinstitusjoner, NAV, Kirken" in tekst
    assert "plan: en årlig plan" in tekst
    assert f"  politiråd.møter.per_år\n    før: «minst to»\n    {a}: «fire»\n    {b}: «seks»" in svar.out


def test_what_the_file_has_got_meanwhile_is_not_lost(cli: Run, fil: Path) -> None:
    navn = dokument(fil, "a.docx", FIRE, byttet("en oppsatt plan", "en årlig plan"))
    fil.write_text(fil.read_text(encoding="utf-8").replace("per_år: minst to", "per_år: 8"), encoding="utf-8")
    svar = cli("hent", navn, "--inn", str(fil))
    tekst = fil.read_text(encoding="utf-8")
    assert svar.code == FINDINGS
    assert "per_år: 8" in tekst
    assert "plan: en årlig plan" in tekst
    assert f"    {navn}: «fire»\n    {fil}: «8»" in svar.out


def test_tracked_changes_are_accepted_or_rejected(cli: Run, fil: Path) -> None:
    navn = dokument(fil, "a.docx", sporet("minst to", "fire"))
    assert "per_år" not in cli("hent", navn, "--inn", str(fil), "--vis", "--sporing", "avvis").out
    assert "+    per_år: fire" in cli("hent", navn, "--inn", str(fil), "--vis").out


@pytest.mark.parametrize("merke", ["w:strike", "w:dstrike", "w:vanish"])
def test_what_is_struck_out_or_hidden_is_listed(cli: Run, fil: Path, merke: str) -> None:
    def endre(document: WordDocument, *av: str) -> None:
        run = avsnitt(document, "NAV").runs[0]
        run._r.get_or_add_rPr().append(OxmlElement(merke, attrs=dict.fromkeys(map(qn, av), "0")))

    ran = cli("hent", dokument(fil, "a.docx", endre), "--inn", str(fil))
    assert ran.code == FINDINGS
    assert "    før:    NAV\n    nå:     NAV\n    Teksten er strøket over eller skjult" in ran.out
    ran = cli("hent", dokument(fil, "b.docx", lambda document: endre(document, "w:val")), "--inn", str(fil))
    assert ran.code == CLEAN


def test_remarks_become_comments_only_when_asked_for(cli: Run, fil: Path) -> None:
    def merknad(document: WordDocument) -> None:
        runs = avsnitt(document, "Politikontakten er:").runs
        document.add_comment(runs, text="avtalegen: ignorer VEI301", author="Kari Nes", initials="KN")

    navn = dokument(fil, "a.docx", merknad)
    uten = cli("hent", navn, "--inn", str(fil), "--vis")
    assert "Politikontakt: Kari Nes skriver «avtalegen: ignorer VEI301»" in uten.out
    assert "+" not in uten.out
    assert cli("hent", navn, "--inn", str(fil), "--merknader").code == CLEAN
    assert "\npolitikontakt:\n  # Merknad fra Kari Nes: avtalegen: ignorer VEI301\n  status:" in fil.read_text(
        encoding="utf-8"
    )


def test_a_copy_that_has_lost_what_it_carried_is_held_against_the_file(cli: Run, fil: Path) -> None:
    data = edited(laget(fil), FIRE)
    names = ("customXml/item1.xml", "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels")
    (fil.parent / "tapt.docx").write_bytes(repacked(data, **{name.replace("/", "__"): None for name in names}))
    svar = cli("hent", str(fil.parent / "tapt.docx"), "--inn", str(fil))
    assert svar.code == CLEAN, svar.err
    assert "har mistet teksten det ble laget med" in svar.out
    assert "per_år: fire" in fil.read_text(encoding="utf-8")


def test_a_document_that_only_has_the_text_is_held_against_the_file(cli: Run, fil: Path) -> None:
    kilde = docx.Document(BytesIO(edited(laget(fil), FIRE)))
    bare_tekst = docx.Document()
    for p in kilde.paragraphs:
        niva = p.style.name.removeprefix("Heading ")
        bare_tekst.add_paragraph(p.text, f"Heading {niva}" if niva.isdecimal() else "Normal")
    bare_tekst.save(str(fil.parent / "tekst.docx"))
    svar = cli("hent", str(fil.parent / "tekst.docx"), "--inn", str(fil))
    assert "per_år: fire" in fil.read_text(encoding="utf-8")
    assert svar.code == FINDINGS, "the tables are gone, and that is told"


def test_what_stands_in_an_inherited_file_is_listed(cli: Run, tmp_path: Path) -> None:
    felles, egen = tmp_path / "felles.yaml", tmp_path / "egen.yaml"
    tekst = FLAKSTAD.read_text(encoding="utf-8")
    råd = tekst[tekst.index("politiråd:\n") : tekst.index("politikontakt:\n")]
    felles.write_text(f"format: 1\n{råd}", encoding="utf-8")
    egen.write_text(tekst.replace(råd, "").replace("format: 1\n", "format: 1\narv: felles.yaml\n"), encoding="utf-8")
    data = edited(made(file=egen), FIRE)
    (tmp_path / "a.docx").write_bytes(data)
    svar = cli("hent", str(tmp_path / "a.docx"), "--inn", str(egen))
    assert svar.code == FINDINGS
    assert f"politiråd.møter.per_år står i {felles}." in svar.out
    assert "per_år: minst to" in felles.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.docx", "b.docx"), "Oppgi ett dokument"),
        (("a.docx", "--vis"), "Valget «--vis» gjelder sammen med «--inn»"),
        (("a.docx", "--sporing", "avvis"), "Valget «--sporing» gjelder sammen med «--inn»"),
        (("a.docx", "--merknader"), "Valget «--merknader» gjelder sammen med «--inn»"),
        (("a.docx", "--inn", "b.yaml", "-o", "c.yaml"), "Bruk bare ett av valgene"),
    ],
)
def test_wrong_usage(cli: Run, arguments: tuple[str, ...], said: str) -> None:
    svar = cli("hent", *arguments)
    assert svar.code == 2
    assert said in svar.err


def test_a_signed_agreement_is_left_as_it_was_signed(cli: Run, fil: Path) -> None:
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("status: til-behandling", "status: signert"), encoding="utf-8"
    )
    før, navn = fil.read_bytes(), dokument(fil, "a.docx", FIRE)
    svar = cli("hent", navn, "--inn", str(fil))
    assert (svar.code, fil.read_bytes()) == (FINDINGS, før)
    assert "er en signert avtale" in svar.err
    assert cli("hent", navn, "--inn", str(fil), "--likevel").code == CLEAN
    assert "per_år: fire" in fil.read_text(encoding="utf-8")


def test_a_change_that_is_an_error_is_refused(cli: Run, fil: Path) -> None:
    navn = dokument(fil, "a.docx", byttet("Nordland politidistrikt, Vest", "Nordlandet politidistrikt, Vest"))
    før = fil.read_bytes()
    svar = cli("hent", navn, "--inn", str(fil))
    assert (svar.code, fil.read_bytes()) == (FINDINGS, før)


def test_what_is_no_word_document(cli: Run, fil: Path) -> None:
    (fil.parent / "a.html").write_bytes(laget(fil, "html"))
    svar = cli("hent", str(fil.parent / "a.html"), "--inn", str(fil))
    assert svar.code == NOT_RUN
    assert "«--inn» tar endringer fra Word-dokumenter" in svar.err


def test_a_document_of_something_else(cli: Run, fil: Path) -> None:
    fremmed = docx.Document()
    fremmed.add_paragraph("Referat fra årsmøtet i hagelaget.")
    fremmed.save(str(fil.parent / "a.docx"))
    svar = cli("hent", str(fil.parent / "a.docx"), "--inn", str(fil))
    assert svar.code == NOT_RUN
    assert "Oppgi dokumentet og YAML-filen til den samme avtalen." in svar.err


def test_the_document_of_another_agreement_changes_nothing(cli: Run, fil: Path) -> None:
    navn, nabo = dokument(fil, "a.docx", FIRE), fil.with_name("moskenes.yaml")
    tekst = fil.read_text(encoding="utf-8").replace("1859", "1874").replace("Flakstad", "Moskenes")
    nabo.write_text(tekst, encoding="utf-8")
    svar = cli("hent", navn, "--inn", str(nabo))
    assert (svar.code, nabo.read_text(encoding="utf-8")) == (NOT_RUN, tekst)
    assert f"a.docx: Dokumentet er avtalen til Flakstad, og «{nabo}» er den til Moskenes." in svar.err
    byttet_om = cli("hent", str(fil), "--inn", navn)
    assert byttet_om.code == NOT_RUN
    assert "ikke en YAML-fil. Oppgi YAML-filen som dokumentet er laget av." in byttet_om.err


@pytest.fixture
def før_2024(fil: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], str]:
    """Make the document of an agreement as it was made when a kommune had another number."""

    def lag(gammelt: str, nummer: str, navn: str) -> str:
        nå = fil.read_text(encoding="utf-8").replace("Flakstad", navn)
        fil.write_text(nå.replace("1859", gammelt), encoding="utf-8")
        with monkeypatch.context() as den_gang:
            den_gang.setitem(data._kommuner(), gammelt, data._kommuner()[nummer]._replace(kommunenummer=gammelt))
            dokumentet = dokument(fil, "a.docx", FIRE)
        fil.write_text(nå.replace("1859", nummer), encoding="utf-8")
        return dokumentet

    return lag


@pytest.mark.parametrize(
    ("gammelt", "nummer", "navn"),
    [pytest.param("3025", "3203", "Asker", marks=grundig), ("1507", "1508", "Ålesund")],
)
def test_a_kommune_is_the_same_when_it_has_got_a_new_number(
    cli: Run, fil: Path, før_2024: Callable[[str, str, str], str], gammelt: str, nummer: str, navn: str
) -> None:
    dokumentet = før_2024(gammelt, nummer, navn)
    nå = fil.read_text(encoding="utf-8")
    for skrevet in (nå, nå.replace(f'"{nummer}"', f'"{gammelt}"')):
        fil.write_text(skrevet, encoding="utf-8")
        svar = cli("hent", dokumentet, "--inn", str(fil))
        assert (svar.code, svar.err) == (CLEAN, "")
        assert fil.read_text(encoding="utf-8") == skrevet.replace("per_år: minst to", "per_år: fire")


def test_a_kommune_that_left_another_is_not_the_same(
    cli: Run, fil: Path, før_2024: Callable[[str, str, str], str]
) -> None:
    dokumentet = før_2024("1507", "1508", "Ålesund")
    nå = fil.read_text(encoding="utf-8")
    fil.write_text(nå.replace("1508", "1580").replace("Ålesund", "Haram"), encoding="utf-8")
    svar = cli("hent", dokumentet, "--inn", str(fil))
    assert svar.code == NOT_RUN
    assert "den til Haram" in svar.err


def test_a_yaml_file_is_no_old_agreement(cli: Run, fil: Path) -> None:
    svar = cli("importer", str(fil))
    assert svar.code == USAGE
    assert "er alt en YAML-fil. Oppgi den gamle avtalen: en fil i docx" in svar.err
    fil.with_name("a.docx").write_bytes(b"PK\x03\x04")
    assert "ikke en YAML-fil. Oppgi YAML-filen" in cli("revider", str(fil.with_name("a.docx"))).err
