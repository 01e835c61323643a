"""Where in the document the findings about an agreement stand."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from avtalegen.dokument.innhold import Document, Heading, Note, characters
from avtalegen.dokument.tekster import tekster
from avtalegen.flyt import check
from avtalegen.funn.diagnostic import Diagnostic, Rute, Severity, Span, in_order
from avtalegen.komponering import compose
from avtalegen.komponering.mal.sandbox import Environment
from avtalegen.komponering.noter import notes
from avtalegen.modell.avtale import Avtale
from avtalegen.regler import Valg
from tests.i_ett import i_ett

TITTEL = "(tittelen)"
KORT = """\
format: 1
avtale: {status: utkast}
parter: {kommuner: "1859", politi: Nordland politidistrikt}
"""
# Everything that has a heading.
FULL = """\
format: 1
avtale:
  målform: MÅLFORM
  status: utkast
  omfatter: [politiråd]
  formål: [Trygge barn]
  pilot: {navn: Ny ordning, overgang: [Den gamle gjelder]}
parter: {kommuner: KOMMUNER, politi: Nordland politidistrikt}
satsningsområder:
  - {navn: rus og utenforskap, mål: [Færre]}
  - {navn: Møter, mål: [Flere]}
politiråd:
  leder: ordfører
  nestleder: lensmann
  sekretær: rådgiver
  mandat: [Forebygge]
  politivedtekter: [Rådet ser på dem]
  møter: {per_år: 4, planlegges_for: et år}
  kunnskapsgrunnlag: [Ungdata]
  regionalt: {forum: regionrådet}
  utvidet: {deltakere: [skolen]}
slt: {etablert: ja, mål: [Færre]}
samarbeidsfora: [Ungdomsrådet, {navn: Natteravnene, sted: sentrum}]
politikontakt:
  - {navn: [Kari Nordmann, Ola Hansen]}
  - {kommuner: [Flakstad]}
  - {status: ansettes}
tjenestetilbud:
  beredskap: [Politiet er alltid klart]
  tjenestesteder: [{navn: Leknes}]
  kontakter: [{hva: Operasjonssentralen, telefon: "02800"}]
forpliktelser: {felles: [a], kommunen: [b], politiet: [c], ressurser: [{hva: d}], avklares: [e]}
taushetsplikt: ja
evaluering: årlig
periode: 2026–2027
vedlegg: [Kart]
signaturer: [{navn: Eli Vik, tittel: ordfører, part: kommunen}]
lokale_avsnitt:
  - {overskrift: Sommeren, tekst: Båt., etter: formål}
  - {overskrift: Vinteren, tekst: Ski., etter: politikontakt}
"""
ÉN, TO = '"1859"', '["1859", "1860"]'


class Laget:
    """An agreement and its document."""

    def __init__(self, yaml: str | bytes) -> None:
        checked = check(yaml, "a.yaml")
        assert checked.avtale is not None, checked.diagnostics
        self.avtale: Avtale = checked.avtale
        composed = compose(checked.avtale, spor=True)
        assert composed.document is not None
        assert composed.steder is not None
        self.document: Document = composed.document
        self.steder = composed.steder
        self.headings = [block for block in self.document.blocks if isinstance(block, Heading)]

    def place(self, *route: str | int) -> str:
        """What stands in the heading that a finding about `route` is put at."""
        block_id = self.steder.of(route)
        return TITTEL if block_id is None else self.texts()[block_id]

    def texts(self) -> dict[str, str]:
        return {heading.id: characters(heading.content) for heading in self.headings}


@cache
def full(målform: str = "bokmål", kommuner: str = ÉN) -> Laget:
    return Laget(FULL.replace("MÅLFORM", målform).replace("KOMMUNER", kommuner))


def funn(*route: str | int, code: str = "R1", severity: Severity = Severity.RÅD, line: int = 1) -> Diagnostic:
    return Diagnostic(code, severity, "Noe.", Span("a.yaml", line, 1, line, 2), route=route)


# -- every part -----------------------------------------------------------------------------------------------------


def test_every_part_of_an_agreement_has_a_place_in_the_document_it_became(et_eksempel: Path) -> None:
    laget = Laget(et_eksempel.read_bytes())
    places = {key: laget.steder.of((key,)) for key in Avtale.felter}
    empty = {key for key in places if not getattr(laget.avtale, Avtale.felter[key].navn)}
    without = {key for key, block_id in places.items() if block_id is None}
    assert without <= {"format", "arv", "avtale", "periode"} | empty
    assert {key: block_id for key, block_id in places.items() if block_id not in {*laget.texts(), None}} == {}


# -- the smallest right place ---------------------------------------------------------------------------------------


@i_ett(
    ("route", "heading"),
    [
        (("politiråd", "møter", "plan", 0, "dato"), "Møter"),
        (("politiråd", "leder", "navn"), "Sammensetning"),
        (("politiråd", "medlemmer", "kommune", 2), "Politirådet"),
        (("politiråd", "tekst"), "Politirådet"),
        (("satsningsområder",), "Lokale mål og satsningsområder"),
        (("satsningsområder", "kunnskapsgrunnlag", 0), "Lokale mål og satsningsområder"),
        (("satsningsområder", "områder", 0, "mål", 0), "Rus og utenforskap"),
        (("satsningsområder", "områder", 9), "Lokale mål og satsningsområder"),
        (("samarbeidsfora", 0), "Andre samarbeidsfora"),
        (("samarbeidsfora", 1, "sted"), "Andre samarbeidsfora"),
        (("politikontakt",), "Politikontakt"),
        (("politikontakt", 0, "navn", 1), "Kari Nordmann og Ola Hansen"),
        (("politikontakt", 1, "kommuner"), "Flakstad"),
        (("politikontakt", 2), "Politikontakt 3"),
        (("tjenestetilbud", "tekst"), "Tjenestetilbud"),
        (("parter", "politi", "leder", "telefon"), "Innledning"),
        (("avtale", "omfatter", 0), "Innledning"),
        (("avtale", "formål", 0, "hva"), "Formål"),
        (("periode", "revisjon", "neste"), "Avtaleperiode og revisjon"),
        (("signaturer", 0, "navn"), "Signaturer"),
        (("vedlegg", 0), "Vedlegg"),
        (("lokale_avsnitt", 0, "tekst"), "Sommeren"),
        (("lokale_avsnitt", 1), "Vinteren"),
        (("lokale_avsnitt",), TITTEL),
        (("avtale",), TITTEL),
        (("avtale", "målform"), TITTEL),
        (("format",), TITTEL),
        ((), TITTEL),
    ],
)
def test_a_finding_stands_at_the_heading_that_speaks_of_it(route: Rute, heading: str) -> None:
    assert full().place(*route) == heading


@i_ett(
    ("route", "sentence"),
    [
        (("politiråd", "møter", "per_år"), "Politirådet har fire faste møter i året."),
        (("politiråd", "møter"), "Politirådet har fire faste møter i året."),
        (("politiråd", "møter", "sted"), None),  # not there
        (("politiråd",), None),
        (("politiråd", "leder"), "Leder: ordfører"),
        (("satsningsområder", "områder", 0, "navn"), None),  # a heading
        (("satsningsområder", "områder", 0, "mål", 0), "Mål: færre."),
        (("politikontakt", 2, "status"), "Stillingen ansettes."),
        (("slt", "etablert"), "Kommunen bruker SLT, samordning av lokale rus- og kriminalitetsforebyggende tiltak."),
        (("lokale_avsnitt", 0, "tekst"), "Båt."),
        (("avtale",), None),
        (("tjenestetilbud", "kontakter", 0, "telefon"), "02800"),
        (("tjenestetilbud", "kontakter", 0), "Operasjonssentralen"),
        (("signaturer", 0), "Eli Vik"),
    ],
)
def test_a_finding_about_what_one_sentence_says_stands_at_it(route: Rute, sentence: str | None) -> None:
    laget = full()
    sted = laget.steder.setning(route)
    texts = {text[:2]: text.tekst for text in tekster(laget.document)}
    assert (None if sted is None else texts[sted.id, sted.del_][sted.fra : sted.til]) == sentence


def test_what_has_a_name_of_its_own_is_found_by_it() -> None:
    laget = Laget(
        KORT + "politiråd: {navn: rådet for trygghet, leder: ordfører, regionalt: {navn: Lofotrådet, forum: x}}\n"
        "slt: {etablert: ja, navn: SLT Lofoten}\n"
    )
    assert laget.place("politiråd") == "Rådet for trygghet"
    assert laget.place("politiråd", "mandat") == "Rådet for trygghet"
    assert laget.place("politiråd", "regionalt", "forhold") == "Lofotrådet"
    assert laget.place("slt", "koordinator") == "SLT Lofoten"


def test_what_is_missing_is_told_at_the_heading_it_would_have_been_under() -> None:
    laget = Laget(KORT + "politiråd: {leder: ordfører}\nsatsningsområder: [Rus]\npolitikontakt: Kari\n")
    assert laget.place("politiråd", "møter", "per_år") == "Politirådet"
    assert laget.place("slt", "nivåer") == "Samarbeidsfora og deltakelse"
    assert laget.place("satsningsområder", "områder", 0, "navn") == "Lokale mål og satsningsområder"
    assert laget.place("politikontakt", 0, "oppgaver") == "Politikontakt"


def test_what_has_no_section_is_told_at_the_title() -> None:
    laget = Laget(KORT + "taushetsplikt: nei\n")
    for key in ("taushetsplikt", "evaluering", "periode", "slt", "vedlegg"):
        assert laget.place(key) == TITTEL
        assert laget.place(key, "tekst") == TITTEL


def test_a_heading_in_a_local_text_is_not_taken_for_ours() -> None:
    laget = Laget(
        KORT
        + 'politiråd: {tekst: "## Møter\\n\\nOm våren.", leder: ordfører, nestleder: rektor, '
        + "møter: {per_år: 4, sted: rådhuset}}\n"
    )
    assert list(laget.texts().values()).count("Møter") == 2
    chosen = laget.steder.of(("politiråd", "møter"))
    assert [heading.numbered for heading in laget.headings if heading.id == chosen] == [True]


# -- the notes ------------------------------------------------------------------------------------------------------


def test_a_note_says_what_the_finding_says() -> None:
    laget = full()
    found = Diagnostic(
        "VEI416",
        Severity.ADVARSEL,
        "Bare ett\u202e møte.",
        Span("a.yaml", 1, 1, 1, 2),
        "Sett opp ett til.",
        "veilederen 4.1.2",
        route=("politiråd", "møter"),
    )
    bare = found._replace(hint=None, section=None)
    first, second = notes([found, bare], laget.steder)
    assert laget.texts()[str(first.block_id)] == "Møter"
    label = "VEI416 · advarsel · veilederen 4.1.2"
    assert first == Note(first.block_id, label, "Bare ett møte.", "Sett opp ett til.", "nb", first.sted)
    assert first.sted == laget.steder.setning(("politiråd", "møter"))
    assert (second.label, second.hint) == ("VEI416 · advarsel", None)


def test_notes_stand_in_the_order_of_the_document_and_the_gravest_first() -> None:
    laget = full()
    found = [
        funn("periode", code="A"),
        funn("politiråd", "møter", code="B"),
        funn("politiråd", "møter", code="C", severity=Severity.ADVARSEL),
        funn("politiråd", "åpenhet", code="D"),
        funn("slt", code="E"),
        funn("avtale", code="F"),
        funn("avtale", "omfatter", code="G"),
    ]
    made = notes(found, laget.steder)
    assert [note.label[0] for note in made] == ["F", "G", "D", "C", "B", "E", "A"]


def test_a_finding_about_the_file_alone_has_no_place_in_the_document() -> None:
    laget = full()
    about_a_comment = funn()._replace(route=None)
    assert notes([about_a_comment], laget.steder) == ()


def test_findings_of_the_rules_become_notes_but_not_those_that_are_turned_off() -> None:
    yaml = (
        FULL.replace("MÅLFORM", "bokmål")
        .replace("KOMMUNER", ÉN)
        .replace(
            "per_år: 4, planlegges_for: et år}\n", "per_år: 1, planlegges_for: et år}  # avtalegen: ignorer VEI416\n"
        )
    )
    checked = check(yaml, "a.yaml", Valg(date(2026, 11, 20)))
    assert checked.avtale is not None
    assert [d.code for d in checked.suppressed] == ["VEI416"]
    codes = [d.code for d in checked.diagnostics]
    assert {"META101", "VEI418"} <= set(codes)
    document = compose(checked.avtale, findings=checked.diagnostics).document
    assert document is not None
    told = [note.label.split(" · ")[0] for note in document.notes]
    assert sorted(told) == sorted(code for code in codes if not code.startswith("META"))
    at = {note.label.split(" · ")[0]: note.block_id for note in document.notes}
    headings = {block.id: characters(block.content) for block in document.blocks if isinstance(block, Heading)}
    assert headings[str(at["VEI418"])] == "Møter"


def test_a_document_has_no_notes_unless_they_are_asked_for(et_eksempel: Path) -> None:
    assert Laget(et_eksempel.read_bytes()).document.notes == ()


def test_findings_about_the_format_and_findings_of_the_rules_know_the_way_to_what_they_are_about() -> None:
    faulty = check(KORT + "politiråd: {møter: {per_år: -1}}\nslt: {navnet: x}\n", "a.yaml")
    assert [d.route for d in faulty.diagnostics] == [("politiråd", "møter", "per_år"), ("slt", "navnet")]
    (missing,) = check(KORT.replace("politi: Nordland politidistrikt", ""), "a.yaml").diagnostics
    assert missing.route == ("parter", "politi")
    found = check(KORT + "politiråd: {leder: ordfører, møter: 1}\n", "a.yaml", Valg(date(2026, 11, 20))).diagnostics
    assert ("politiråd", "møter", "per_år") in [d.route for d in found if d.code == "VEI416"]


def test_a_finding_about_what_the_file_says_once_is_one_finding_however_many_places_it_counts_in() -> None:
    leader, secretary = funn("politiråd", "leder"), funn("politiråd", "sekretær")
    assert in_order([leader, secretary, funn("slt", line=2)]) == [leader, funn("slt", line=2)]


def test_what_the_templates_ask_for_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview composes anew at every save, and reading ours takes longer than all the rest."""
    first = full()

    def again(*_how: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(Environment, "_parse", again)
    assert full().texts() == first.texts()
