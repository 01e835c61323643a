"""What a document says: the examples as they read, and how the text follows from what the agreement has."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avtalegen.dokument.innhold import Block, Document, Heading, Items, Link, Paragraph, Signatures, Table, characters
from avtalegen.dokument.maler import MALER
from avtalegen.flyt import check
from avtalegen.komponering import compose
from avtalegen.komponering.markdown.verdier import printable
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.avsnittsvalg import Avsnitt
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.linjer import på_linjer
from avtalegen.modell.punktliste import listet, punktene
from tests.dokumenttekst import to_text
from tests.i_ett import i_ett
from tests.maltekst import bare_malen
from tests.tekstprove import TEGN

FASIT = Path(__file__).parent / "fasit"
KORT = """\
format: 1
avtale: {status: utkast}
parter: {kommuner: "1859", politi: Nordland}
"""


def avtale(text: str) -> Avtale:
    checked = check(text, "a.yaml")
    assert checked.diagnostics == ()
    assert checked.avtale is not None
    return checked.avtale


def dokument(text: str) -> Document:
    composed = compose(avtale(text))
    assert composed.diagnostics == ()
    assert composed.document is not None
    return composed.document


def overskrifter(document: Document) -> list[str]:
    return [characters(b.content) for b in document.blocks if isinstance(b, Heading) and b.level == 1]


def test_an_example_says_what_it_did(eksempel: Path, skriv_fasit: bool) -> None:
    said = to_text(dokument(eksempel.read_text(encoding="utf-8")))
    path = FASIT / f"{eksempel.stem}.txt"
    if skriv_fasit:
        path.write_text(said, encoding="utf-8", newline="\n")
    assert said == path.read_text(encoding="utf-8")


def test_a_section_without_data_is_left_out() -> None:
    assert overskrifter(dokument(KORT)) == ["Innledning", "Formål", "Signaturer"]


def test_the_sections_stand_in_the_order_of_the_guide() -> None:
    text = KORT + (
        "satsningsområder: Rus\npolitiråd: {leder: ordfører}\npolitikontakt: Kari\ntjenestetilbud: {oppmøte: ring}\n"
        "forpliktelser: {felles: a}\ntaushetsplikt: ja\nevaluering: årlig\nperiode: løpende\nvedlegg: Kart\n"
    )
    assert overskrifter(dokument(text)) == [
        "Innledning",
        "Formål",
        "Lokale mål og satsningsområder",
        "Samarbeidsfora og deltakelse",
        "Politikontakt",
        "Tjenestetilbud",
        "Gjensidige forpliktelser",
        "Informasjonsdeling og taushetsplikt",
        "Evaluering",
        "Avtaleperiode og revisjon",
        "Signaturer",
        "Vedlegg",
    ]


def test_one_kommune_or_several_changes_the_words() -> None:
    en = to_text(dokument(KORT + "forpliktelser: {kommunen: Følge opp}\n"))
    flere = to_text(dokument(KORT.replace('"1859"', "[1859, 1860]") + "forpliktelser: {kommunen: Følge opp}\n"))
    assert "For kommunen er det frivillig" in en
    assert "Kommunen skal følge opp.\n" in en
    assert "For kommunene er det frivillig" in flere
    assert "Flakstad og Vestvågøy kommuner og Nordland politidistrikt" in flere
    assert "Kommunene skal følge opp.\n" in flere


def test_a_herad_is_called_herad() -> None:
    said = to_text(dokument(KORT.replace('"1859"', "[4621, 4601]").replace("Nordland", "Vest")))
    assert "Voss herad og Bergen kommune" in said


def test_the_agreement_says_that_it_is_voluntary_and_on_what_it_rests() -> None:
    said = to_text(dokument(KORT))
    assert "politiloven §§ 1 og 2" in said
    assert "politiinstruksen §§ 10-1 og 15-1" in said
    assert "frivillig" in said


def test_utkast_is_marked_and_other_states_are_not() -> None:
    assert dokument(KORT).mark == "UTKAST"
    assert dokument(KORT.replace("utkast", "signert")).mark is None


def test_without_signers_there_is_a_place_for_each_party() -> None:
    document = dokument(KORT.replace('"1859"', "[1859, 1860]"))
    (signatures,) = [b for b in document.blocks if isinstance(b, Signatures)]
    assert [s.on_behalf_of for s in signatures.signatures] == [
        "Flakstad kommune",
        "Vestvågøy kommune",
        "Nordland politidistrikt",
    ]


def test_an_own_section_stands_where_it_was_asked_for_with_its_headings_below_its_own() -> None:
    text = KORT + (
        "periode: løpende\nlokale_avsnitt:\n"
        "  - overskrift: Trygg skolevei\n    etter: formål\n    tekst: |\n"
        "      Vi vil ha **trygge** veier.\n\n      # Gang- og sykkelvei\n\n      - lys\n      - brøyting\n"
    )
    document = dokument(text)
    assert overskrifter(document) == [
        "Innledning",
        "Formål",
        "Trygg skolevei",
        "Avtaleperiode og revisjon",
        "Signaturer",
    ]
    said = to_text(document)
    assert "Vi vil ha **trygge** veier." in said
    assert "##! Gang- og sykkelvei" in said
    assert "- lys" in said


def test_the_choices_for_an_own_section_are_sections_of_the_structure() -> None:
    struktur = list(read_yaml(MALER / "struktur.yaml")["avsnitt"])
    assert [a.value for a in Avsnitt] == struktur[: len(Avsnitt)]


def test_tables_have_captions_and_rows_as_wide_as_their_header(eksempel: Path) -> None:
    for table in [b for b in dokument(eksempel.read_text(encoding="utf-8")).blocks if isinstance(b, Table)]:
        assert table.caption
        assert {len(row) for row in table.rows} == {len(table.header)}


def test_ids_are_unique_and_stable(eksempel: Path) -> None:
    text = eksempel.read_text(encoding="utf-8")
    ids = [b.id for b in dokument(text).blocks]
    assert len(ids) == len(set(ids))
    assert ids == [b.id for b in dokument(text).blocks]


FELT = """\
format: 1
avtale: {{status: utkast, tittel: {0}, bakgrunn: [{0}], saksnummer: {0}}}
parter: {{kommuner: {{kommunenummer: "1859", leder: {0}}}, politi: {{distrikt: {0}, enhet: {0}}}}}
satsningsområder: [{{navn: {0}, tiltak: [{{hva: {0}, ansvarlig: {0}}}]}}]
politiråd: {{leder: {0}, medlemmer: {{kommune: {0}}}, møter: {{plan: [{{dato: 2026-09-17, sted: {0}}}]}}}}
politikontakt: {{navn: {0}, oppgaver: {0}}}
tjenestetilbud: {{tjenestesteder: {{navn: {0}, telefon: {0}}}, kontakter: {{hva: {0}, epost: {0}, nettadresse: {0}}}}}
vedlegg: {0}
signaturer: {{navn: {0}, tittel: {0}, for: {0}}}
"""
FARLIG = [
    "# Overskrift",
    "- punkt\n- punkt",
    "a | b | c",
    "|---|---|",
    "**fet** _kursiv_ `kode`",
    "<script>alert(1)</script> & < > \" '",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "[lenke](javascript:alert(1)) ![x](y)",
    "1. en\n2. to",
    "    innrykk",
    "\ue0000\ue001",
    "Tabell: x",
    "👩‍👩‍👧 שלום \u202egnirps\u202c 漢字",
    "\\* \\| \\\\",
    "---\n***\n===",
]


def shape(blocks: tuple[Block, ...]) -> list[object]:
    """Return what kind of blocks there are, without what they say."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, Items):
            found.append([shape(item) for item in block.items])
        elif isinstance(block, Table):
            found.append((len(block.header), len(block.rows)))
        elif isinstance(block, Heading):
            found.append(f"h{block.level}")
        else:
            found.append(type(block).__name__)
    return found


def said_by(document: Document) -> str:
    return re.sub(r"\s+", " ", to_text(document).replace("⏎", " "))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(FARLIG) | st.text(TEGN, min_size=1) | st.text(alphabet="|*_#->`[]()\\!~=\n 1.{}<&", min_size=1))
def test_a_value_never_changes_the_structure_of_a_document(value: str) -> None:
    written = value.encode("utf-8", "ignore").decode("utf-8")
    text = FELT.format(json.dumps(written, ensure_ascii=False))
    checked = check(text, "a.yaml")
    if checked.avtale is None or punktene(written) or listet(på_linjer(written)):
        return  # what is pasted as a list, is one: below
    harmless = dokument(FELT.format("ufarlig"))
    document = compose(checked.avtale).document
    assert document is not None
    assert shape(document.blocks) == shape(harmless.blocks)


@i_ett("value", [farlig for farlig in FARLIG if "\n" not in farlig and re.search(r"\w", farlig)])
def test_a_list_pasted_into_a_value_has_the_items_that_it_has_and_no_more(value: str) -> None:
    text = FELT.format(json.dumps(f"• {value}\n• {value}", ensure_ascii=False))
    harmless = dokument(FELT.format('"• ufarlig\\n• ufarlig"'))
    assert shape(dokument(text).blocks) == shape(harmless.blocks)


@i_ett("value", FARLIG)
def test_a_dangerous_value_is_said_as_it_was_written(value: str) -> None:
    said = said_by(dokument(KORT + f"vedlegg: {json.dumps(value, ensure_ascii=False)}\n"))
    for written in punktene(printable(value)) or [printable(value)]:
        assert re.sub(r"\s+", " ", written).strip()[1:] in said


def test_links_lead_only_to_the_web_to_mail_and_to_phones() -> None:
    text = KORT.replace("utkast", "utkast, tekst: '[a](javascript:x) [b](https://x.no) [c](file:///etc)'")
    urls = [
        inline.url
        for block in dokument(text).blocks
        if isinstance(block, Paragraph)
        for inline in block.content
        if isinstance(inline, Link)
    ]
    assert urls == ["https://x.no"]


@pytest.mark.parametrize(
    ("mal", "line", "message"),
    [
        ("# A\n\n{{ finnes_ikke }}\n", 3, "navn som ikke finnes"),
        ("# A\n\n{{ avtale.saksnummer }}\n", 3, "ikke oppgitt i avtalen"),
        ("# A\n\n{% if %}\n", 3, "Malen kan ikke leses"),
        ("# A\n\n{% macro x() %}{% endmacro %}\n", 3, "macro"),
        ("# A\n\n{{ ().__class__.__bases__ }}\n", 3, "ikke er tillatt"),
        ("# A\n\n{% include 'borte.md.j2' %}\n", 3, "«borte.md.j2» finnes ikke"),
        ("# A\n\n{{ avtale.status|finnes_ikke }}\n", 3, "et filter som ikke finnes: «finnes_ikke»"),
    ],
)
def test_a_fault_in_a_template_is_told_where_it_is(mal: str, line: int, message: str, tmp_path: Path) -> None:
    with bare_malen("innledning", mal, tmp_path):
        composed = compose(avtale(KORT))
    assert composed.document is None
    (finding,) = composed.diagnostics
    assert finding.code == "MAL001"
    assert finding.span.file.endswith("innledning.md.j2")
    assert finding.span.line == line
    assert message in finding.message


def test_a_kommune_with_several_names_is_called_what_the_agreement_calls_it() -> None:
    text = KORT.replace('"1859"', '{kommunenummer: "5612", navn: Guovdageaidnu - Kautokeino}').replace(
        "Nordland", "Finnmark"
    )
    assert "Guovdageaidnu - Kautokeino kommune" in to_text(dokument(text))


def test_every_party_has_a_place_to_sign_and_the_police_unit_stands_with_the_police() -> None:
    text = KORT.replace(
        "politi: Nordland", "politi: {distrikt: Nordland, enhet: Vest-Lofoten}, fylkeskommune: Nordland fylkeskommune"
    )
    document = dokument(text)
    (signatures,) = [b for b in document.blocks if isinstance(b, Signatures)]
    assert [s.on_behalf_of for s in signatures.signatures][-1] == "Nordland fylkeskommune"
    said = to_text(document)
    first, *_ = said[said.index("Avtalen er mellom") :].split("\n\n# ")
    assert re.search(r"Nordland politidistrikt\W+Vest-Lofoten", first)
    assert "Nordland fylkeskommune" in first


@i_ett(
    ("skrevet", "lest"),
    [
        ("møter: {per_år: 4, sted: på rådhuset}", "Møtene holdes på rådhuset."),
        ("møter: {per_år: 4, sted: rådhuset}", "Møtene holdes på rådhuset."),
        ("møter: {per_år: 4, sted: Storstua}", "Møtene holdes i Storstua."),
        ("nivå: strategisk nivå", "Det arbeider på strategisk nivå."),
    ],
)
def test_a_preposition_is_not_said_twice(skrevet: str, lest: str) -> None:
    assert lest in to_text(dokument(KORT + f"politiråd: {{{skrevet}}}\n"))


@pytest.mark.parametrize("uker", ["28-31", "uke 28–31", "i uke 28 - 31"])
def test_a_summer_closure_by_week_reads_the_same_however_it_is_written(uker: str) -> None:
    sted = f"{{navn: Leknes, stengt: {{uker: {uker}, grunn: sommerferie, dekkes_av: Svolvær politistasjon}}}}"
    said = to_text(dokument(KORT + f"tjenestetilbud: {{tjenestesteder: {sted}}}\n"))
    assert "Leknes er stengt i uke 28–31 (sommerferie). I den tiden tar Svolvær politistasjon over." in said


@i_ett(
    ("skrevet", "lest"),
    [
        ("15. mars 2026 evalueres avtalen.", "15. mars 2026 evalueres avtalen."),
        (
            "Avtalen trer i kraft\n1. januar 2027 og evalueres\n15. mars 2028.",
            "i kraft 1. januar 2027 og evalueres 15. mars 2028.",
        ),
        ("- 17. mai feires", "- 17. mai feires"),
        ("3. tredje\n4. fjerde", "3. tredje\n4. fjerde"),
        ("1. første\n2. andre", "1. første\n2. andre"),
        ("Tabell: Dette er bindende.", "Tabell: Dette er bindende."),
        ("- Tabell: y\n- z", "- Tabell: y\n- z"),
        ("Tabell: Tall\n\n| a | b |\n|---|---|\n| 1 | 2 |", "[Tall] a | b\n  1 | 2"),
        ("[veilederen](politiet.no/veileder)", "[veilederen](https://politiet.no/veileder)"),
        ("[planen](planer/2026.pdf)", "planen (planer/2026.pdf)"),
    ],
)
def test_local_text_says_what_was_written(skrevet: str, lest: str) -> None:
    tekst = "".join(f"    {linje}\n" for linje in skrevet.split("\n"))
    assert lest in to_text(dokument(KORT + f"slt:\n  tekst: |\n{tekst}"))
