"""The other papers as they read: nothing that the agreement has is lost, and what it lacks can be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import cycle, product
from pathlib import Path

import pytest
from pypdf import PdfReader

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.dokument.innhold import Document, Heading, Items, Paragraph, Table, characters
from avtalegen.komponering.papir import compose_papir
from avtalegen.komponering.papirer import Mangel
from avtalegen.komponering.sammensetting import struktur
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform
from avtalegen.skrivere import write
from tests import maltekst
from tests.conftest import EKSEMPLER
from tests.dokumenttekst import to_text
from tests.generator import Oppskrift, avtaler
from tests.generator import lest as generert
from tests.grundig import antall, noen_raskt, utvalg
from tests.i_ett import i_ett
from tests.papirprove import FULLMAKT, LITEN, PAPIRER, RIK, lest, papir
from tests.test_hvert_felt import PARTS, SECTIONS, agreement_with, in_section
from tests.test_komponering import FASIT, shape
from tests.test_malform import BOKMÅL

ÅTTE = re.sub(r" +- {dato: 2026-(?:09|1\d)-.*\n", "", RIK)
"""The same with eight meetings."""


def said(text: str, which: Papir, *args: int, målform: Målform | None = None) -> str:
    return to_text(papir(text, which, *args, målform=målform))


def tables(document: Document) -> Iterator[tuple[list[str], list[list[str]]]]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield (
                [characters(cell) for cell in block.header],
                [[characters(cell) for cell in row] for row in block.rows],
            )


def table(document: Document, head: str) -> list[list[str]]:
    """Return the rows of the one table whose first column is called `head`."""
    (rows,) = [rows for header, rows in tables(document) if header[0] == head]
    return rows


@pytest.mark.parametrize("målform", Målform, ids=lambda m: m.value)
@pytest.mark.parametrize("which", PAPIRER, ids=lambda p: p.value)
def test_a_paper_reads_as_it_did(which: Papir, målform: Målform, skriv_fasit: bool) -> None:
    document = papir(RIK, which, målform=målform)
    made = write(document, "md")
    path = FASIT / "papirer" / f"{which.skrivemåter[-1]}.{document.language}.md"
    if skriv_fasit:
        path.write_bytes(made)
    assert made == path.read_bytes().replace(b"\r\n", b"\n")


@i_ett("which", PAPIRER, ids=lambda p: p.value)
def test_a_paper_has_the_same_blocks_in_both_målformer(which: Papir) -> None:
    for text in (RIK, LITEN, *(path.read_text(encoding="utf-8") for path in utvalg(EKSEMPLER, 1))):
        nb, nn = (papir(text, which, målform=målform) for målform in Målform)
        assert (nb.language, nn.language) == ("nb", "nn")
        assert shape(nn.blocks) == shape(nb.blocks)
        assert len(nn.facts) == len(nb.facts)


@i_ett("which", PAPIRER, ids=lambda p: p.value)
def test_a_paper_of_next_to_nothing_in_nynorsk_has_no_word_of_bokmål(which: Papir) -> None:
    words = set(re.findall(r"\w+", said(LITEN, which, målform=Målform.NYNORSK).casefold()))
    assert words & BOKMÅL == set()


@i_ett("which", PAPIRER, ids=lambda p: p.value)
def test_a_paper_is_no_draft_and_is_about_the_parties(which: Papir) -> None:
    document = papir(LITEN, which)
    assert document.mark is None
    assert document.header == "Flakstad kommune og Nordland politidistrikt"
    assert document.subject == document.title
    assert "utkast" not in to_text(document).casefold()


def test_every_paper_has_its_sections_and_no_template_is_left_over() -> None:
    papers = struktur()["dokumenter"]
    assert list(papers) == [which.value for which in PAPIRER]
    used = {fil for paper in papers.values() for fil in paper["avsnitt"].values()} | {*struktur()["avsnitt"].values()}
    included = {
        name
        for path in maltekst.templates("nb")
        for name in re.findall(r'include "(\w+)\.md\.j2"', path.read_text(encoding="utf-8"))
    }
    assert {path.name.removesuffix(".md.j2") for path in maltekst.templates("nb")} == used | included
    assert all(set(paper.get("nummerert", ())) <= set(paper["avsnitt"]) for paper in papers.values())


def test_every_meeting_is_in_the_plan_with_its_deadlines() -> None:
    rows = table(papir(RIK, Papir.MØTEPLAN), "Nr.")
    assert [row[0] for row in rows] == [str(n) for n in range(1, 13)]
    assert rows[0] == ["1", "Ons.\u00a014.\u00a0jan.", "Kommunen", "Årsplan", "30.\u00a0des. 2025", "7.\u00a0jan."]
    assert [row[3] for row in rows[1:3]] == ["Skole og rus", "Vold i nære relasjoner"]


def test_what_differs_between_the_meetings_has_a_column_and_the_rest_has_not() -> None:
    text = RIK.replace("klokkeslett: 09.00, slutt: 11.30, tema: Uteliv", "sted: Valnesfjord, tema: Uteliv", 1)
    (header, rows), *_ = tables(papir(text, Papir.MØTEPLAN))
    assert header[:4] == ["Nr.", "Dato", "Sted og vert", "Saker"]
    assert [row[1:3] for row in rows[4:6]] == [
        ["Ons.\u00a020.\u00a0mai\nkl. 09.00–11.30", "Fauske rådhus\nKommunen"],
        ["Ons.\u00a010.\u00a0juni", "Valnesfjord\nPolitiet"],
    ]
    (header, _), *_ = tables(papir(RIK, Papir.MØTEPLAN))
    assert header[2] == "Vert"
    assert ("Klokkeslett", "09.00–11.30") in papir(RIK, Papir.MØTEPLAN).facts


def test_a_plan_to_fill_in_has_a_line_for_each_meeting_that_is_promised(eksempel: Path) -> None:
    rows = table(papir(eksempel.read_text(encoding="utf-8"), Papir.MØTEPLAN), "Dato")
    assert len(rows) == {"flakstad": 2, "hallingdal": 7, "malvik": 4, "sarpsborg": 4}[eksempel.stem]
    assert {row[0] for row in rows} == {""}


@pytest.mark.parametrize("meetings", [8, 12])
@pytest.mark.parametrize("målform", Målform, ids=lambda m: m.value)
def test_a_plan_of_twelve_meetings_is_one_page(målform: Målform, meetings: int) -> None:
    plan = papir(RIK if meetings == 12 else ÅTTE, Papir.MØTEPLAN, målform=målform)
    assert len(table(plan, "Nr.")) == meetings
    assert len(PdfReader(BytesIO(write(plan, "pdf"))).pages) == 1


def test_a_plan_lists_the_items_and_while_there_is_room_those_who_attend() -> None:
    few = said(ÅTTE, Papir.MØTEPLAN)
    for read in (few, said(RIK, Papir.MØTEPLAN)):
        assert "Faste saker på hvert møte:\n- Status for satsningsområdene\n- Kriminalitetsbildet" in read
    assert "Deltakere:\n- Fra kommunen: ordfører, " in few
    assert "Deltakere fra politiet: stasjonssjef og politikontakt. Andre faste" in said(RIK, Papir.MØTEPLAN)


def test_every_member_is_called_in(eksempel: Path) -> None:
    text = eksempel.read_text(encoding="utf-8")
    råd = lest(text).politiråd
    assert råd is not None
    m = råd.medlemmer
    assert m is not None
    members = (*m.kommune, *m.politi, *m.andre, *m.kan_delta, *m.ved_behov, *filter(None, (råd.leder, råd.sekretær)))
    read = said(text, Papir.INNKALLING).casefold()
    # «ordføreren» leads it, and is the member who is called «Ordfører».
    assert [r.tittel for r in members if (r.tittel or "").casefold().removesuffix("en") not in read] == []
    attending = "\n".join(row[0] for row in table(papir(text, Papir.REFERAT), "Rolle")).casefold()
    assert [r.tittel for r in (*m.kommune, *m.politi, *m.andre) if (r.tittel or "").casefold() not in attending] == []


@i_ett("number", range(1, 13))
def test_an_innkalling_says_when_where_and_what(number: int) -> None:
    document = papir(RIK, Papir.INNKALLING, number)
    facts = dict(document.facts)
    assert facts["Sted"] == "Fauske rådhus"
    assert facts["Tid"].endswith(" 2026 kl. 09.00–11.30")
    (agenda,) = [block for block in document.blocks if isinstance(block, Items) and block.ordered]
    items = [characters(block.content) for item in agenda.items for block in item if isinstance(block, Paragraph)]
    assert items[0] == "Godkjenning av innkalling og dagsorden"
    assert items[-1] == "Eventuelt"
    assert len(items) == 3 + 2 + 1 + 1


def test_an_innkalling_says_who_to_turn_to_and_by_when() -> None:
    read = said(RIK, Papir.INNKALLING, 9)
    assert "Frist for saker: Onsdag 2. september 2026" in read
    assert (
        "Saker meldes innen onsdag 2. september 2026 til SLT-koordinator Gunn Eksempel, telefon 76 05 43 01, "
        "gunn@fauske.example." in read
    )
    assert "Godkjenning av referatet fra møtet 19. august 2026" in read
    assert "Møtet er i utgangspunktet lukket. Ansatte i politiet og ansatte og folkevalgte i kommunen har" in read


def test_an_innkalling_for_a_date_without_a_plan_has_the_date_and_blanks() -> None:
    document = papir(LITEN, Papir.INNKALLING, date(2026, 9, 17))
    assert dict(document.facts)["Tid"] == "Torsdag 17.\u00a0september 2026 kl. [Fyll inn: klokkeslett]"
    assert dict(document.facts)["Sted"] == "[Fyll inn: sted]"
    blank = papir(LITEN, Papir.INNKALLING)
    assert dict(blank.facts)["Tid"] == "[Fyll inn: dato] kl. [Fyll inn: klokkeslett]"


def test_a_deadline_is_told_by_its_length_when_the_day_is_not_known() -> None:
    text = LITEN + "politiråd: {møter: {saksfrist: tre uker, innkallingsfrist: to uker}, referat: {frist: en uke}}\n"
    facts = dict(papir(text, Papir.INNKALLING).facts)
    assert facts["Frist for saker"] == "Tre uker før møtet"
    assert facts["Sendt"] == "[Fyll inn: dato], senest to uker før møtet"
    assert dict(papir(text, Papir.REFERAT).facts)["Sendt"] == "[Fyll inn: dato], senest én uke etter møtet"
    assert "Saker meldes senest tre uker før møtet." in said(text, Papir.MØTEPLAN)
    text = text.replace("politiråd: {", "politiråd: {sekretær: {navn: Kari Nordmann, telefon: 90112233}, ")
    assert (
        "Saker meldes senest tre uker før møtet til Kari Nordmann, telefon 901 12 233. Kan du ikke komme, gir du så "
        "snart som mulig beskjed til samme person"
    ) in said(text, Papir.INNKALLING)


def test_a_referat_has_the_agenda_of_its_innkalling() -> None:
    referat, innkalling = papir(RIK, Papir.REFERAT, 9), papir(RIK, Papir.INNKALLING, 9)
    (agenda,) = [block for block in innkalling.blocks if isinstance(block, Items) and block.ordered]
    items = [characters(block.content) for item in agenda.items for block in item if isinstance(block, Paragraph)]
    assert [characters(b.content) for b in referat.blocks if isinstance(b, Heading) and b.numbered] == items


def test_a_referat_has_the_open_tasks_and_room_for_more() -> None:
    rows = table(papir(RIK, Papir.REFERAT, 1), "Oppgave")
    assert rows[:3] == [
        ["Felles patrulje i sentrum", "Politiet og kommunen", "1.\u00a0september 2026", ""],
        ["Opplæring av vakter", "Kommunen", "1.\u00a0februar 2026", ""],
        ["Møte med utestedene", "", "", ""],
    ]
    assert rows[3:] == [[""] * 4] * 5


@pytest.mark.parametrize(
    ("referat", "told"),
    [
        (
            "{lagres: arkivet, offentlig: ja}",
            "Om referatet\nReferatet lagres i arkivet. Det blir journalført. Krav om innsyn blir behandlet etter "
            "offentleglova. Referatet blir publisert uten opplysninger som er underlagt taushetsplikt.",
        ),
        (
            "{offentlig: nei}",
            "Om referatet\nReferatet blir journalført. Krav om innsyn blir behandlet etter offentleglova.\n",
        ),
        ("{frist: en uke}", ""),
    ],
)
def test_a_referat_says_what_becomes_of_it_under_a_heading_of_its_own(referat: str, told: str) -> None:
    read = said(LITEN + f"politiråd: {{referat: {referat}}}\n", Papir.REFERAT)
    assert told in read
    assert ("Om referatet" in read) is bool(told)


def test_every_measure_and_every_goal_is_in_the_evaluation() -> None:
    document = papir(RIK, Papir.EVALUERING)
    cells = [row[0] for _, rows in tables(document) for row in rows]
    satsning = lest(RIK).satsningsområder
    assert satsning is not None
    for område in satsning.områder:
        assert [t.hva for t in område.tiltak if t.hva not in cells] == []
        assert [mål for mål in område.mål if mål not in cells] == []
        assert område.navn in to_text(document)


@pytest.mark.parametrize("which", [Papir.EVALUERING, Papir.SAKSFRAMLEGG], ids=lambda p: p.value)
def test_the_focus_areas_of_an_example_are_in_what_is_said_of_them(which: Papir, eksempel: Path) -> None:
    text = eksempel.read_text(encoding="utf-8")
    satsning = lest(text).satsningsområder
    read = said(text, which)
    assert [område.navn for område in (satsning.områder if satsning else ()) if område.navn not in read] == []


def test_the_agreement_s_own_questions_stand_instead_of_ours() -> None:
    own = papir(LITEN + "evaluering: {spørsmål: [hva virket?, hva nå?]}\n", Papir.EVALUERING)
    headings = [characters(b.content) for b in own.blocks if isinstance(b, Heading) and b.level == 2]
    assert headings == ["Hva virket?", "Hva nå?"]
    assert len([b for b in papir(LITEN, Papir.EVALUERING).blocks if isinstance(b, Heading) and b.level == 2]) == 3


NEVER = (
    *("har ingen", "sier ikke", "ikke satt opp", "en annen kan møte", "ein annan kan møte", "legges fram for"),
    *("får fullmakt", "Avtalen sier hva", "Alle som delt", "har inga", "seier ikkje"),
)
"""What a paper said once that no agreement says."""


HVERT_PÅ_EN = zip(PAPIRER, cycle(Målform), strict=False)


@pytest.mark.parametrize(("which", "målform"), noen_raskt(product(PAPIRER, Målform), HVERT_PÅ_EN))
def test_a_paper_has_no_list_of_one_and_no_heading_over_nothing(which: Papir, målform: Målform) -> None:
    made = [avtale for g in avtaler(0, antall(1, 357), Oppskrift(fylde=0.3)) if (avtale := generert(g).avtale)]
    made += [lest(text) for text in (LITEN, FULLMAKT, RIK, *(path.read_text("utf-8") for path in EKSEMPLER))]
    for avtale in made:
        composed = compose_papir(avtale, Bestilling(dokument=which, målform=målform), None)
        assert not isinstance(composed, Mangel)
        assert composed.document is not None
        blocks = composed.document.blocks
        for block in blocks:
            if isinstance(block, Items):
                assert len(block.items) > 1, characters(block.items[0][0].content)  # type: ignore[union-attr]
            if isinstance(block, Table):
                for cells in zip(*block.rows, strict=True):
                    assert {characters(cell) for cell in cells} != {"–"}, block.caption
        for this, following in zip(blocks, (*blocks[1:], None), strict=True):
            if isinstance(this, Heading):
                assert following, this
                assert not isinstance(following, Heading) or following.level > this.level, this
        told = to_text(composed.document)
        assert [words for words in NEVER if words in told] == []


def test_only_the_parts_that_are_counted_have_numbers() -> None:
    for which in PAPIRER:
        numbered = {b.numbered for b in papir(RIK, which).blocks if isinstance(b, Heading)}
        assert numbered == {
            Papir.MØTEPLAN: set(),
            Papir.REFERAT: {True, False},
            Papir.SAKSFRAMLEGG: {True},
        }.get(which, {False})


@i_ett("which", PAPIRER, ids=lambda p: p.value)
def test_what_a_person_wrote_is_never_markup(which: Papir) -> None:
    nasty = "X | b # **c** {{ d }} [e](f) <g>"
    text = RIK.replace("Skolestart", f"'{nasty}'").replace("Felles patrulje i sentrum", f"'{nasty}'")
    document = papir(text, which, 8) if which.om_et_møte else papir(text, which)
    assert shape(document.blocks) == shape((papir(RIK, which, 8) if which.om_et_møte else papir(RIK, which)).blocks)
    if which is not Papir.SAKSFRAMLEGG:
        assert nasty in to_text(document)


@i_ett("section", SECTIONS)
def test_no_field_makes_a_paper_fail_or_says_that_it_is_missing(section: str) -> None:
    fields = [(number, name) for number, names in in_section(section) for name in names]
    for (number, name), which in product(utvalg(fields, 2), PAPIRER):
        route = (*PARTS[number][0], name)
        avtale = Avtale.model_validate(agreement_with(number, name))
        made = compose_papir(avtale, Bestilling(dokument=which), None)
        assert not isinstance(made, Mangel), route
        assert made.diagnostics == (), route
        assert made.document is not None, route
        assert "None" not in to_text(replace(made.document, date="")), route
