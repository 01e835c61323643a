"""What the papers rest on: which meeting, which deadlines, which tasks are open."""

from __future__ import annotations

from datetime import date

import pytest

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.komponering.papirer import Mangel, Papirdata, samle
from avtalegen.komponering.papirer.frister import etter, før
from avtalegen.komponering.papirer.moter import Møtedag
from avtalegen.modell.klokke import Klokkeslett
from avtalegen.modell.varighet import Enhet, Varighet
from tests.i_ett import i_ett
from tests.papirprove import I_DAG, LITEN, RIK, lest

MAI = date(2026, 5, 20)
TO_ÅR = LITEN + "politiråd: {møter: {plan: [2027-01-13, 2026-09-17, 2026-03-18]}}\n"


def data(
    text: str,
    papir: Papir = Papir.INNKALLING,
    møte: int | date | None = None,
    år: int | None = None,
    i_dag: date | None = I_DAG,
) -> Papirdata:
    found = samle(lest(text), Bestilling(dokument=papir, møte=møte, år=år), ["Flakstad kommune"], i_dag)
    assert isinstance(found, Papirdata), found
    return found


def mangel(text: str, papir: Papir, møte: int | date | None = None, i_dag: date | None = I_DAG) -> Mangel:
    found = samle(lest(text), Bestilling(dokument=papir, møte=møte), ["Flakstad kommune"], i_dag)
    assert isinstance(found, Mangel)
    return found


@i_ett(
    ("varighet", "dag"),
    [
        (Varighet(14, Enhet.DAG), date(2026, 5, 6)),
        (Varighet(2, Enhet.UKE), date(2026, 5, 6)),
        (Varighet(1, Enhet.MÅNED), date(2026, 4, 20)),
        (Varighet(1, Enhet.KVARTAL), date(2026, 2, 20)),
        (Varighet(1, Enhet.ÅR), date(2025, 5, 20)),
        # 14 May is Ascension Day; the 16th and 17th are a weekend.
        (Varighet(3, Enhet.DAG, virkedager=True), date(2026, 5, 15)),
        (Varighet(4, Enhet.DAG, virkedager=True), date(2026, 5, 13)),
        (None, None),
        (Varighet(10**12, Enhet.ÅR), None),
        (Varighet(10**12, Enhet.DAG), None),
        (Varighet(10**12, Enhet.DAG, virkedager=True), None),
    ],
)
def test_a_deadline_is_so_long_before_the_meeting(varighet: Varighet | None, dag: date | None) -> None:
    assert før(MAI, varighet) == dag


@i_ett(
    ("dag", "før_", "etter_"),
    [
        (date(2026, 3, 31), date(2026, 2, 28), date(2026, 4, 30)),
        (date(2028, 3, 31), date(2028, 2, 29), date(2028, 4, 30)),
        (date(2026, 1, 15), date(2025, 12, 15), date(2026, 2, 15)),
        (date(2026, 12, 31), date(2026, 11, 30), date(2027, 1, 31)),
    ],
)
def test_a_month_that_is_too_short_ends_with_its_last_day(dag: date, før_: date, etter_: date) -> None:
    måned = Varighet(1, Enhet.MÅNED)
    assert (før(dag, måned), etter(dag, måned)) == (før_, etter_)


def test_a_meeting_has_its_own_deadlines_and_what_applies_to_all() -> None:
    møte = data(RIK, møte=5).møte
    assert (møte.dato, møte.tema, møte.vert) == (MAI, ("17. mai og sommerfester",), "kommunen")
    assert (møte.sted, møte.innkaller) == ("Fauske rådhus", "sekretæren")
    assert (møte.saksfrist, møte.innkallingsfrist, møte.referatfrist) == (
        date(2026, 5, 5),
        date(2026, 5, 13),
        date(2026, 5, 27),
    )


def test_the_meetings_are_numbered_by_their_dates_over_the_whole_plan() -> None:
    assert [data(TO_ÅR, møte=n).møte.dato for n in (1, 2, 3)] == [
        date(2026, 3, 18),
        date(2026, 9, 17),
        date(2027, 1, 13),
    ]
    møte = data(TO_ÅR, møte=date(2026, 9, 17))
    assert (møte.møte.nummer, møte.forrige and møte.forrige.nummer, møte.neste and møte.neste.nummer) == (2, 1, 3)


@i_ett(
    ("papir", "i_dag", "nummer"),
    [
        (Papir.INNKALLING, date(2026, 3, 17), 1),
        (Papir.INNKALLING, date(2026, 3, 18), 1),
        (Papir.INNKALLING, date(2026, 3, 19), 2),
        (Papir.INNKALLING, None, 1),
        (Papir.REFERAT, date(2026, 3, 18), 1),
        (Papir.REFERAT, date(2026, 9, 16), 1),
        (Papir.REFERAT, date(2030, 1, 1), 3),
        (Papir.REFERAT, None, 3),
    ],
)
def test_the_day_chooses_the_next_meeting_or_the_last_one_held(papir: Papir, i_dag: date | None, nummer: int) -> None:
    assert data(TO_ÅR, papir, i_dag=i_dag).møte.nummer == nummer


@i_ett(
    ("papir", "møte", "i_dag", "melding"),
    [
        (Papir.INNKALLING, None, date(2027, 1, 14), "Alle møtene i møteplanen er holdt."),
        (Papir.REFERAT, None, date(2026, 3, 17), "Ingen av møtene i møteplanen er holdt ennå."),
        (Papir.INNKALLING, 4, I_DAG, "Det er ikke noe møte nummer 4."),
        (Papir.REFERAT, 0, I_DAG, "Det er ikke noe møte nummer 0."),
        (Papir.INNKALLING, date(2026, 9, 18), I_DAG, "Det er ikke noe møte 18. september 2026."),
    ],
)
def test_a_meeting_that_is_not_there_is_told_with_those_that_are(
    papir: Papir, møte: int | date | None, i_dag: date, melding: str
) -> None:
    found = mangel(TO_ÅR, papir, møte, i_dag)
    assert found.melding == melding
    assert found.råd.endswith("Møtene er 1: 18. mars 2026, 2: 17. september 2026, 3: 13. januar 2027.")


def test_two_meetings_on_one_day_are_told_apart_by_their_numbers() -> None:
    text = (
        LITEN
        + "politiråd: {møter: {plan: [{dato: 2026-09-17, klokkeslett: 12}, {dato: 2026-09-17, klokkeslett: 9}]}}\n"
    )
    found = mangel(text, Papir.INNKALLING, date(2026, 9, 17))
    assert found.melding == "Det er 2 møter 17. september 2026."
    assert found.råd == "Velg nummeret med «--møte». Møtene er 1: 17. september 2026, 2: 17. september 2026."
    assert data(text, møte=1).møte.klokkeslett == Klokkeslett(9, 0)
    assert data(text, møte=2).forrige == data(text, møte=1).møte


def test_a_long_plan_is_not_told_to_its_end() -> None:
    dager = ", ".join(f"2026-{måned:02}-{dag:02}" for måned in range(1, 13) for dag in (5, 12, 19))
    assert mangel(LITEN + f"politiråd: {{møter: {{plan: [{dager}]}}}}\n", Papir.REFERAT, 99).råd.endswith("2026 ….")


def test_without_a_plan_a_date_makes_a_meeting_and_a_number_does_not() -> None:
    dag = date(2026, 9, 17)
    assert data(LITEN, møte=dag).møte == Møtedag(dato=dag)
    assert data(LITEN).møte == Møtedag()
    assert mangel(LITEN, Papir.INNKALLING, 1).melding == "Det er ikke noe møte nummer 1: Avtalen har ingen møteplan."
    frister = LITEN + "politiråd: {møter: {saksfrist: en uke, sted: rådhuset}}\n"
    møte = data(frister, møte=dag).møte
    assert (møte.saksfrist, møte.sted) == (date(2026, 9, 10), "rådhuset")


@i_ett(
    ("i_dag", "bedt_om", "år", "antall"),
    [
        (date(2026, 12, 1), None, 2026, 2),
        (date(2027, 2, 1), None, 2027, 1),
        (date(2025, 2, 1), None, 2026, 2),
        (date(2025, 2, 1), 2027, 2027, 1),
        (None, None, 2026, 2),
    ],
)
def test_the_plan_is_for_this_year_or_the_next_one_with_meetings(
    i_dag: date | None, bedt_om: int | None, år: int, antall: int
) -> None:
    found = data(TO_ÅR, Papir.MØTEPLAN, år=bedt_om, i_dag=i_dag)
    assert (found.år, len(found.møter), found.planlagt) == (år, antall, True)


def test_a_year_without_meetings_has_lines_to_fill_in() -> None:
    found = data(TO_ÅR, Papir.MØTEPLAN, i_dag=date(2028, 1, 1))
    assert (found.år, found.møter, found.planlagt) == (2028, (Møtedag(),) * 4, False)


@i_ett(
    ("møter", "antall"),
    [
        ("per_år: 6", 6),
        ("per_år: 2–3", 3),
        ("hyppighet: kvartalsvis", 4),
        ("hyppighet: ved behov", 4),
        ("hyppighet: hver uke", 20),
        ("sted: rådhuset", 4),
        ("{per_kommune: 2, felles: {antall: 1, forum: regionrådet}}", 3),
        ("{per_kommune: 500, felles: 500}", 20),
    ],
)
def test_there_are_as_many_lines_as_the_agreement_has_meetings(møter: str, antall: int) -> None:
    inni = møter if møter.startswith("{") else f"{{{møter}}}"
    assert len(data(LITEN + f"politiråd: {{møter: {inni}}}\n", Papir.MØTEPLAN).møter) == antall


def saker(faste: str) -> list[str]:
    dagsorden = data(LITEN + f"politiråd: {{møter: {{faste_saker: {faste}}}}}\n").dagsorden
    return [sak.tekst or sak.slag for sak in dagsorden]


@i_ett(
    ("faste", "dagsorden"),
    [
        ("[]", ["innkalling", "referat", "oppgaver", "fyll-inn", "eventuelt"]),
        ("[Status]", ["innkalling", "referat", "oppgaver", "Status", "eventuelt"]),
        ("[oppgavene fra forrige møte]", ["innkalling", "referat", "oppgavene fra forrige møte", "eventuelt"]),
        ("[Godkjenning av innkalling, Ymse]", ["referat", "oppgaver", "Godkjenning av innkalling", "Ymse"]),
        ("[Eventuelt, Status]", ["innkalling", "referat", "oppgaver", "Status", "Eventuelt"]),
        ("[Eventuelt]", ["innkalling", "referat", "oppgaver", "fyll-inn", "Eventuelt"]),
        (
            "[Godkjenning av referat, Referatet fra SLT-gruppen]",
            ["innkalling", "oppgaver", "Godkjenning av referat", "Referatet fra SLT-gruppen", "eventuelt"],
        ),
    ],
)
def test_the_agenda_has_what_every_meeting_has_and_says_nothing_twice(faste: str, dagsorden: list[str]) -> None:
    assert saker(faste) == dagsorden


@pytest.mark.parametrize(("faste", "tema"), [("[Status, Eventuelt]", "Uteliv"), ("[Status]", "[Eventuelt, Uteliv]")])
def test_what_a_meeting_is_about_comes_before_eventuelt(faste: str, tema: str) -> None:
    text = LITEN + f"politiråd: {{møter: {{faste_saker: {faste}, plan: [{{dato: 2026-09-17, tema: {tema}}}]}}}}\n"
    agenda = [sak.tekst or sak.slag for sak in data(text, møte=1).dagsorden]
    assert agenda == ["innkalling", "referat", "oppgaver", "Status", "Uteliv", "Eventuelt"]


@i_ett(
    ("møte", "åpne"),
    [
        (1, ["Felles patrulje i sentrum", "Opplæring av vakter", "Møte med utestedene"]),
        # Its deadline is the 1st of February: it was on the meeting of the 11th.
        (2, ["Felles patrulje i sentrum", "Opplæring av vakter", "Møte med utestedene"]),
        (3, ["Felles patrulje i sentrum", "Møte med utestedene"]),
        (12, ["Møte med utestedene"]),
    ],
)
def test_a_task_is_open_until_the_meeting_after_its_deadline(møte: int, åpne: list[str]) -> None:
    assert [o.tiltak.hva for o in data(RIK, Papir.REFERAT, møte).oppgaver] == åpne


def test_a_task_that_is_marked_as_ended_is_not_open() -> None:
    ended = RIK.replace("hva: Opplæring av vakter", "avsluttet: januar 2026, hva: Opplæring av vakter")
    assert ended != RIK
    åpne = [o.tiltak.hva for o in data(ended, Papir.REFERAT, 1).oppgaver]
    assert åpne == ["Felles patrulje i sentrum", "Møte med utestedene"]


@pytest.mark.parametrize(
    ("tema", "agenda"),
    [
        ("Rutine for innkalling av heimevernet", ["innkalling", "referat", "oppgaver", "sak", "eventuelt"]),
        ("Eventuelt nye medlemmer", ["innkalling", "referat", "oppgaver", "sak", "eventuelt"]),
        ("[Eventuelt, Eventuelt.]", ["innkalling", "referat", "oppgaver", "fyll-inn", "sak"]),
    ],
)
def test_an_item_is_a_fixed_one_only_when_it_says_just_that(tema: str, agenda: list[str]) -> None:
    text = LITEN + f"politiråd: {{møter: {{plan: [{{dato: 2027-01-12, tema: {tema}}}]}}}}\n"
    assert [sak.slag for sak in data(text, møte=1).dagsorden] == agenda
