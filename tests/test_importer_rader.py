"""Tables: which rows are no part of the agreement, and labels and columns that are known by what stands beside them."""

from __future__ import annotations

import pytest
import yaml

from avtalegen.importering import importer, les
from tests.fortaltprove import feltene, lest


def tabell(*rader: str) -> str:
    """Return rows written with strokes between the cells as a table in Markdown."""
    hode, *resten = rader
    return "\n".join(f"| {rad} |" for rad in (hode, "|".join("---" for _ in hode.split("|")), *resten))


def verdiene(overskrift: str, *rader: str) -> dict[str, str]:
    return feltene(lest(f"{overskrift}\n\n{tabell(*rader)}"))


@pytest.mark.parametrize(
    "rad",
    [
        "NAV Lom | mandag-fredag 10-14 | 55 55 33 33 | ",
        "Skjåk lensmannskontor | tirsdag 10-14 | 61 00 00 20 | betjener Skjåk",
        "Vågå lensmannskontor | tirsdag 10-14 | 61 00 00 20 | ikke del av avtalen",
        "Til orientering: Skjåk lensmannskontor | tirsdag 10-14 | 61 00 00 20 | ",
        "Skjåk lensmannskontor (Skjåks avtale) | tirsdag 10-14 | 61 00 00 20 | ",
        "Lom servicekontor | tirsdag 10-14 | 61 00 00 20 | ",
        "Turistkontoret | tirsdag 10-14 | 61 00 00 20 | ",
    ],
)
def test_an_office_that_stands_in_the_table_may_be_somebody_elses(rad: str) -> None:
    eget = "Lom lensmannskontor | mandag-fredag 9-15 | 61 00 00 10 | "
    utkast = verdiene("Polititjenester", "Kontor | Åpent | Telefon | Merknad", eget, rad)
    navnene = [v for n, v in utkast.items() if n.startswith("tjenestetilbud.tjenestesteder") and n.endswith(".navn")]
    assert navnene == ["Lom lensmannskontor"]
    assert not [v for v in utkast.values() if v in ("55 55 33 33", "61 00 00 20")]


def test_a_house_with_hours_of_its_own_every_day_is_no_office() -> None:
    hode = " | Mandag | Tirsdag | Onsdag | Torsdag | Fredag"
    eget, annet = (
        "Lom lensmannskontor | 9-14 | 9-14 | stengt | 9-17 | 9-14",
        "Biblioteket | 10-15 | 10-15 | 10-18 | 10-15 | 10-15",
    )
    utkast = verdiene("Polititjenester", hode, eget, annet)
    assert utkast["tjenestetilbud.tjenestesteder.0.navn"] == "Lom lensmannskontor"
    assert "tjenestetilbud.tjenestesteder.1.navn" not in utkast


@pytest.mark.parametrize("svar", ["Nei", "Utgår", "Ikke prioritert", "Venter"])
def test_an_area_that_was_turned_down_in_a_column_of_its_own_is_none(svar: str) -> None:
    hode = "Område | Prioriteres | Ansvarlig | Frist"
    utkast = verdiene("Satsingsområder", hode, "Rus | Ja | rektor | 1.9.2018", f"Tyveri | {svar} | rektor | ")
    områdene = [v for n, v in utkast.items() if n.startswith("satsningsområder.områder") and n.endswith(".navn")]
    assert områdene == ["Rus"]


def test_who_has_left_the_council_is_no_member() -> None:
    hode = "Navn | Funksjon | Fra | Fram til"
    utkast = verdiene(
        "Medlemmer i politirådet",
        hode,
        "Eli Bø | ordfører | 2019 | ",
        "Tor Moe | rådmann | 2012 | 31.12.2019",
        "Siv Ås | kommunedirektør | 2020 | ",
    )
    assert "Tor Moe" not in utkast.values()
    assert {"Eli Bø", "Siv Ås"} <= {*utkast.values()}
    assert not [n for n in utkast if n.endswith(".enhet")]


def test_a_kommune_in_the_table_of_the_parties_may_be_no_party() -> None:
    tekst = "# Felles politiråd\n\n## Partene\n\n" + tabell(
        "Kommune | Ordfører | Vedtatt | Sak | Deltar",
        "Lom | Eli Bø | 18.06.2020 | 55/20 | Ja",
        "Skjåk | Per Li | 24.06.2020 | 31/20 | Ja",
        "Vågå | Tor Moe | – | – | Nei, egen avtale",
        "Sel | Siv Ås | formannskapet (melding) | 12/20 | ",
    )
    utkast = feltene(importer(les(f"{tekst}\n\nPolitiet er Innlandet politidistrikt.\n".encode(), "lom.md")))
    kommunene = [
        v for n, v in utkast.items() if n.startswith("parter.kommuner") and n.endswith(".navn") and "leder" not in n
    ]
    assert kommunene == ["Lom", "Skjåk"]


def test_those_who_stand_in_have_a_row_of_their_own() -> None:
    tekst = "# Avtale mellom Lom kommune, Skjåk kommune og Innlandet politidistrikt\n\n## Politirådet\n\n" + tabell(
        " | Lom | Skjåk", "Ordfører | Eli Bø | Per Li", "Vara for begge | varaordfører Mo Ek | varaordfører Ada Vik"
    )
    utkast = feltene(importer(les(tekst.encode(), "lom.md")))
    medlemmer = [v for n, v in utkast.items() if n.startswith("politiråd.medlemmer.kommune") and n.endswith("navn")]
    assert medlemmer == ["Eli Bø", "Per Li"]


def test_a_table_of_four_columns_is_labels_in_pairs() -> None:
    utkast = verdiene(
        "Avtalen",
        "Saksnr | 17/512 | Dato | 12.10.2017",
        "Gjelder fra | 01.11.2017 | Gjelder til | 31.10.2021",
        "Leder | ordfører Eli Bø | Nestleder | lensmann Per Li",
        "Sekretær | konsulent Siv Ås | Møter per år | 3",
        "Politikontakt | Ada Vik | Tlf. | 915 00 222",
    )
    assert (utkast["politiråd.leder.navn"], utkast["politiråd.nestleder.navn"]) == ("Eli Bø", "Per Li")
    assert (utkast["politiråd.sekretær.navn"], utkast["politiråd.møter.per_år"]) == ("Siv Ås", "3")
    assert (utkast["politikontakt.0.navn.0"], utkast["politikontakt.0.telefon.0"]) == ("Ada Vik", "915 00 222")
    assert (utkast["periode.fra"], utkast["periode.til"]) == ("1.11.2017", "31.10.2021")


@pytest.mark.parametrize(
    ("spørsmål", "svar", "ventet"),
    [
        ("Er møtene åpne?", "Nei", "lukket"),
        ("Er møtene åpne?", "Ja", "åpen"),
        ("Er møtene lukket?", "Ja", "lukket"),
    ],
)
def test_an_answer_says_whether_the_meetings_are_open(spørsmål: str, svar: str, ventet: str) -> None:
    utkast = verdiene(
        "Avtalens rammer",
        "Spørsmål | Svar",
        f"{spørsmål} | {svar}",
        "Kan avtalen sies opp? | Ja, 3 måneders frist",
        "Har partene taushetsplikt? | Ja",
        "Hvor ofte evalueres avtalen? | Hvert år",
        "Hvem innkaller? | rådmannens sekretær",
    )
    assert utkast["politiråd.åpenhet"] == ventet
    assert (utkast["periode.oppsigelse.frist"], utkast["taushetsplikt.gjelder"]) == ("3 måneder", "ja")
    assert utkast["evaluering.hyppighet"] == "Hvert år"
    assert not [n for n in utkast if n.startswith("politiråd.medlemmer")]


def test_what_they_aim_at_is_not_what_it_was() -> None:
    utkast = verdiene(
        "Polititjenester",
        "Sone | Resultat 2020 | Mål | Andel",
        "Lom sentrum | 17 min | 14 min | 80 %",
        "Resten av Lom | 36 min | 32 min | 80 %",
        "Skjåk | – | 40 min | 80 %",
    )
    minuttene = [v for n, v in utkast.items() if n.startswith("tjenestetilbud.responstid") and n.endswith("minutter")]
    assert minuttene == ["14 minutter", "32 minutter"]
    assert utkast["tjenestetilbud.responstid.1.andel"] == "80 %"


def test_the_coordinator_of_another_kommune_is_not_the_one() -> None:
    utkast = verdiene(
        "SLT",
        "Rolle | Navn | Telefon | Kommune",
        "SLT-koordinator | Per Sola | 922 00 200 | Skjåk",
        "SLT-koordinator | Eli Bø | 922 00 100 | Lom",
    )
    assert (utkast["slt.koordinator.navn"], utkast["slt.koordinator.telefon"]) == ("Eli Bø", "922 00 100")


def test_a_star_in_a_row_says_that_it_is_no_meeting() -> None:
    plan = tabell("Nr. | Dato | Sted | Tema", "1 | 18.10.2018 | Rådhuset | Russ", "* | 05.02.2019 | Otta | Konferanse")
    utkast = feltene(lest(f"Møter\n\n{plan}\n\n\\* Ikke møte i rådet.\n"))
    assert [v for n, v in utkast.items() if n.endswith(".dato")] == ["18.10.2018"]


def test_other_programs_can_read_a_question_in_a_row() -> None:
    utkast = lest("Satsingsområder\n\n" + tabell("Område | Tiltak | Ansvarlig", "Rus | Hva nå? | rektor"))
    assert "Hva nå?" in str(yaml.safe_load(utkast.yaml))
    assert "Hva nå?" in feltene(utkast).values()


def test_a_mark_says_who_does_what_and_a_number_is_no_duty() -> None:
    utkast = verdiene(
        "Ansvar",
        "Oppgave | Kommunen | Politiet",
        "Natteravner | X | ",
        "Kontroll av skjenkesteder | X | X",
        "Sum | 40 000 | 0",
    )
    pliktene = {n: v for n, v in utkast.items() if n.startswith("forpliktelser")}
    assert sorted(v for n, v in pliktene.items() if "kommunen" in n) == ["Kontroll av skjenkesteder", "Natteravner"]
    assert [v for n, v in pliktene.items() if "politiet" in n] == ["Kontroll av skjenkesteder"]


def test_a_contact_of_the_kommune_is_not_the_one_in_the_police() -> None:
    utkast = verdiene(
        "Politikontakt",
        "Funksjon | Navn | Dagtid",
        "Politikontakt | Kari Roald | 901 00 100",
        "Kommunens kontakt | kommunedirektør Leo Tande | 902 00 200",
    )
    assert utkast["politikontakt.0.navn.0"] == "Kari Roald"
    assert "politikontakt.1.navn.0" not in utkast


def test_a_row_over_several_says_which_side_they_are_from() -> None:
    utkast = verdiene(
        "Politirådet",
        "Navn | Tittel | Vara",
        "Fra kommunen | | ",
        "Eli Bø | ordfører | ",
        "Fra politiet | | ",
        "Per Li | lensmann | Eva Bø, politibetjent",
    )
    assert [v for n, v in utkast.items() if n.startswith("politiråd.medlemmer") and n.endswith("navn")] == [
        "Eli Bø",
        "Per Li",
    ]
    assert not [n for n in utkast if n.startswith("signaturer")]


def test_the_column_of_the_period_before_is_not_read() -> None:
    utkast = verdiene(
        "Politirådets sammensetning",
        "Funksjon | Forrige periode | Denne perioden",
        "Leder | Alf Lø | ordfører Eli Bø",
        "Nestleder | lensmann Tor Lø | lensmann Per Li",
        "Sekretær | Siv Moa | Kari Ek",
    )
    assert (utkast["politiråd.leder.navn"], utkast["politiråd.sekretær.navn"]) == ("Eli Bø", "Kari Ek")
    assert not {"Alf Lø", "Tor Lø", "Siv Moa"} & {*utkast.values()}


def test_the_days_of_the_contact_may_stand_in_a_table() -> None:
    utkast = verdiene(
        "Politikontakten", "Dag | Tid | Sted", "tirsdag | 09.00–12.00 | rådhuset", "onsdag | 12.00–15.00 | Lom skole"
    )
    der = {n.partition("tilstedeværelse.")[2]: v for n, v in utkast.items() if ".tilstedeværelse." in n}
    assert (der["1.dager"], der["1.fra"], der["1.steder.0"]) == ("onsdag", "12.00", "Lom skole")


def test_a_heading_and_a_cell_say_more_than_what_they_are_of() -> None:
    plan = tabell("Nr. | Dato | Sted", "1 | 18.10.2018 | Rådhuset", "2 | 14.03.2019 | Rådhuset")
    assert feltene(lest(f"Møteplan (fire møter per år)\n\n{plan}"))["politiråd.møter.per_år"] == "fire"
    utkast = verdiene(
        "Polititjenester",
        "Kontor | Åpent | Telefon",
        "Lom politipost | lørdag 11–17, bare i juli og august | 61 00 00 10",
    )
    assert utkast["tjenestetilbud.tjenestesteder.0.merknad"] == "bare i juli og august"


def test_an_amount_in_the_column_of_a_side_is_what_it_pays() -> None:
    utkast = verdiene("Økonomi", "Post | Kommunen | Politiet", "Natteravner | 40 000 | 10 000", "Sum | 40 000 | 10 000")
    ressursene = {n.rpartition("ressurser.")[2]: v for n, v in utkast.items() if "ressurser" in n}
    assert ressursene == {
        "0.hva": "Natteravner",
        "0.fra.0": "kommunen",
        "0.beløp": "40 000 kr",
        "1.hva": "Natteravner",
        "1.fra.0": "politiet",
        "1.beløp": "10 000 kr",
    }
