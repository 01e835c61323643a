"""The next agreement: what is moved, what is to be filled in, and that nothing else is touched."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.utgaver import datotekst, moteplan
from avtalegen.utgaver.felter import Mønster, sier_når
from avtalegen.utgaver.fortalt import gjort
from avtalegen.utgaver.hva import hva_blir
from avtalegen.utgaver.revisjon import filnavn, revider
from tests.generator import I_DAG
from tests.i_ett import i_ett
from tests.utgaveprove import TOPPEN, innhold, lest, neste_avtale

# --- the period -----------------------------------------------------------------------------------------------------


@i_ett(
    ("periode", "ny"),
    [
        ("2024–2025", "2026–2027"),
        ("2026", "2027"),
        ("1.1.2024 – 31.12.2027", "1.1.2028 – 31.12.2031"),
        ("fra 1.1.2024 til 30.6.2026", "fra 1.7.2026 til 31.12.2028"),
        ("{ fra: 2024, til: 2025 }", {"fra": "2026", "til": "2027"}),
        ("{ fra: 2024-01-01, til: 2027-12-31 }", {"fra": "2028-01-01", "til": "2031-12-31"}),
        ("{ fra: januar 2024, til: desember 2025 }", {"fra": "januar 2026", "til": "desember 2027"}),
        ("{ fra: 29. februar 2024, til: 28. februar 2028 }", {"fra": "29. februar 2028", "til": "28. februar 2032"}),
        ("{ fra: 29.2.2024, til: 28.2.2025 }", {"fra": "1.3.2025", "til": "28.2.2026"}),
        ("{ fra: 31.8.2026, til: 28.2.2027 }", {"fra": "1.3.2027", "til": "31.8.2027"}),
        ("{ fra: 1.3.2024, til: 29.2.2028 }", {"fra": "1.3.2028", "til": "29.2.2032"}),
        ("{ fra: 1.3.2025, til: 28.2.2027 }", {"fra": "1.3.2027", "til": "28.2.2029"}),
        ("{ fra: 15.1.2026, til: 3.3.2026 }", {"fra": "4.3.2026", "til": "20.4.2026"}),
        ("{ fra: 01.10.2023, varighet: 3 år }", {"fra": "01.10.2026", "varighet": "3 år"}),
        ("3 år fra 1.10.2023", "3 år fra 1.10.2026"),
        ("3 år", "3 år"),
        ("{ fra: 1.1.2026, løpende: ja }", {"fra": "FYLL INN: første dag avtalen gjelder", "løpende": "ja"}),
        ("25.10.2024 – løpende", {"fra": "FYLL INN: første dag avtalen gjelder", "løpende": "ja"}),
        ("løpende", "løpende"),
        ("{ fra: 1.1.2026 }", {"fra": "FYLL INN: første dag avtalen gjelder"}),
        ("til 31.12.2029", {"til": "FYLL INN: siste dag avtalen gjelder", "fra": "1.1.2030"}),
        ("ut valgperioden", "ut valgperioden"),
        ("{ fra: våren 2027, til: 31.12.2030 }", {"fra": "våren 2027", "til": "FYLL INN: siste dag avtalen gjelder"}),
    ],
)
def test_the_period_is_moved_by_its_own_length(periode: str, ny: Any) -> None:
    assert innhold(neste_avtale(f"{TOPPEN}periode: {periode}\n").data)["periode"] == ny


def test_another_beginning_is_asked_for() -> None:
    for periode, ny in [
        ("2024–2025", "1.7.2026–30.6.2028"),
        ("{ fra: januar 2024, til: desember 2025 }", {"fra": "juli 2026", "til": "juni 2028"}),
        ("{ fra: 1.1.2026, løpende: ja }", {"fra": "1.7.2026", "løpende": "ja"}),
        ("løpende", {"løpende": "ja", "fra": "1.7.2026"}),
        ("ut valgperioden", {"varighet": "ut valgperioden", "fra": "1.7.2026"}),
    ]:
        assert innhold(neste_avtale(f"{TOPPEN}periode: {periode}\n", date(2026, 7, 1)).data)["periode"] == ny
    assert innhold(neste_avtale(TOPPEN, date(2026, 7, 1)).data)["periode"] == {"fra": "1.7.2026"}
    ufylt = neste_avtale(f"{TOPPEN}periode: {{ fra: 2026, løpende: ja }}\n").data
    assert innhold(neste_avtale(ufylt, date(2026, 7, 1)).data)["periode"] == {"fra": "1.7.2026", "løpende": "ja"}
    assert innhold(neste_avtale(ufylt).data)["periode"] == innhold(ufylt)["periode"]
    assert "periode" not in innhold(neste_avtale(TOPPEN).data)


def test_no_period_is_beyond_the_calendar() -> None:
    laget = neste_avtale(f"{TOPPEN}periode: {{ fra: 1.1.2150, til: 31.12.2200 }}\n")
    assert innhold(laget.data)["periode"] == {
        "fra": "FYLL INN: første dag avtalen gjelder",
        "til": "FYLL INN: siste dag avtalen gjelder",
    }


@i_ett(
    ("gammel", "ny"),
    [
        ("1.1.2027", "9.6.2031"),
        ("01.01.2027", "09.06.2031"),
        ("2027-01-01", "2031-06-09"),
        ("1. januar 2027", "9. juni 2031"),
        ("1. jan 2027", "9. jun 2031"),
        ("1/1 2027", "9/6 2031"),
        ("1.1.27", "9.6.31"),
        ("mandag 11.1.2027", "mandag 9.6.2031"),
        ("tirsdag 12.1.2027", "9.6.2031"),
        ("januar 2027", "9.6.2031"),
        ("2027", "9.6.2031"),
    ],
)
def test_a_day_is_written_as_the_old_one_was(gammel: str, ny: str) -> None:
    assert datotekst.som(gammel, date(2031, 6, 9)) == ny


# --- the meetings ---------------------------------------------------------------------------------------------------


def møter(plan: str, periode: str = "2027–2030", **toppen: Any) -> Any:
    laget = neste_avtale(f"{TOPPEN}periode: {periode}\npolitiråd: {{ møter: {{ plan: {plan} }} }}\n", **toppen)
    return innhold(laget.data)["politiråd"]["møter"]["plan"]


def test_a_meeting_keeps_its_weekday_and_its_week() -> None:
    gamle = [date(2027, 2, 10), date(2027, 6, 8), date(2027, 9, 16), date(2027, 12, 3)]
    nye = [date.fromisoformat(en) for en in møter(str([en.isoformat() for en in gamle]))]
    assert [en.isocalendar()[1:] for en in nye] == [en.isocalendar()[1:] for en in gamle]
    assert {en.year for en in nye} == {2031}


def test_a_plan_for_one_year_becomes_that_of_the_first_year() -> None:
    assert møter("[10.2.2030, 15.9.2030]") == ["9.2.2031", "14.9.2031"]  # made anew each year
    assert møter("[10.2.2027, 14.9.2028]") == ["5.2.2031", "9.9.2032"]  # for all of the period
    assert møter("[4.1.2027]") == ["6.1.2031"]  # week 1 of 2031 begins in 2030
    assert møter("[8.1.2031]") == ["8.1.2031"]  # for the next period already
    assert møter("[9.9.2026, 10.3.2027]", "1.8.2026–31.7.2028") == ["13.9.2028", "7.3.2029"]


def test_a_meeting_is_on_no_holiday_and_no_two_on_one_day() -> None:
    assert moteplan.i_uken(date(2027, 5, 6), 4) == date(2031, 5, 1)
    assert møter("[6.5.2027]") == ["8.5.2031"]
    fri = {date(2031, 2, 5), date(2031, 2, 12)}
    flyttet = moteplan.flyttet([date(2027, 2, 10), date(2027, 2, 3)], 4, date(2031, 1, 1), None, lambda d: d in fri)
    assert [en.nå for en in flyttet] == [date(2031, 1, 29), date(2031, 1, 22)]
    assert [en.i_veien for en in flyttet] == [True, False]
    # Two who meet on the same day, still do.
    assert møter("[6.5.2027, 6.5.2027]") == ["8.5.2031", "8.5.2031"]


def test_a_meeting_for_which_there_is_no_day_is_to_be_filled_in() -> None:
    skrevet = f"{TOPPEN}periode: 2027–2030\npolitiråd: {{ møter: {{ plan: [10.2.2027] }} }}\n"
    laget = revider(lest(skrevet), None, None, I_DAG, lambda _: "x")
    assert innhold(laget.data)["politiråd"]["møter"]["plan"] == ["FYLL INN: ny dato for møtet (var 10.2.2027)"]


def test_meetings_without_a_day_are_moved_by_their_year_and_words_stay() -> None:
    laget = neste_avtale(
        f"{TOPPEN}periode: 2027–2030\npolitiråd:\n  møter:\n    plan: [mars 2027, høsten 2027, etter påske]\n"
    )
    assert innhold(laget.data)["politiråd"]["møter"]["plan"] == ["mars 2031", "høsten 2027", "etter påske"]
    assert "1 møte i møteplanen har ikke fått noen dag ennå, og er flyttet til et nytt år." in gjort(laget, I_DAG)
    assert [linje.tekst for linje in laget.se_på] == [
        f"«{en}» er fra forrige avtale" for en in ("høsten 2027", "etter påske")
    ]
    assert "    # Se på dette: «høsten 2027» er fra forrige avtale.\n    # Se på dette: «etter p" in laget.data.decode()


# --- the rest -------------------------------------------------------------------------------------------------------


def test_every_field_that_says_when_has_been_thought_of() -> None:
    """A new field must be put in `hva`."""

    def felt(part: type[Del], rute: Mønster, over: tuple[type[Del], ...]) -> set[Mønster]:
        funnet: set[Mønster] = set()
        for key, one in part.felter.items():
            under = del_i(one.type)
            if under is None and sier_når(one.type):
                funnet.add((*rute, key))
            elif under and under not in over:
                funnet |= felt(under, (*rute, key), (*over, under))
        return funnet

    assert {rute for rute in felt(Avtale, (), ()) if hva_blir(rute) is None} == set()


def test_decisions_and_signatures_are_for_the_next_one_to_make() -> None:
    laget = neste_avtale(
        """format: 1
avtale: { status: signert, dato: 12.11.2026, saksnummer: 2026/417 }
parter:
  kommuner:
    - { kommunenummer: 1859, vedtak: kommunestyret 1.10.2026 }
    - { kommunenummer: 1860, vedtak: { organ: formannskapet, sak: PS 1/2026 } }
  politi: Nordland
  andre: { navn: Næringsforeningen, vedtak: styret }
satsningsområder: { vedtatt: 1.2.2026, områder: Rus }
signaturer:
  - { tittel: ordfører, dato: 12.11.2026 } # Kari
  - tittel: lensmann
    dato: 1.12.2026
"""
    )
    data = innhold(laget.data)
    ufylt = "FYLL INN: datoen for det nye vedtaket"
    assert data["avtale"]["dato"] == "FYLL INN: datoen avtalen blir inngått"
    assert [en["vedtak"] for en in data["parter"]["kommuner"]] == [
        {"organ": "kommunestyret", "dato": ufylt},
        {"organ": "formannskapet", "sak": "FYLL INN: saksnummeret til det nye vedtaket"},
    ]
    assert data["parter"]["andre"]["vedtak"] == "styret"
    assert data["satsningsområder"]["vedtatt"] == "FYLL INN: når områdene blir vedtatt på nytt"
    assert data["signaturer"] == [{"tittel": "ordfører"}, {"tittel": "lensmann"}]
    assert b"  - { tittel: ordf\xc3\xb8rer } # Kari\n  - tittel: lensmann\n" in laget.data


def test_what_it_replaces_is_this_one_and_what_this_one_never_came_to_replace() -> None:
    eldre = "erstatter: { tittel: Eldre, dato: 2020, fil: eldre.yaml }"
    for status, tidligere in (("signert", []), ("vedtatt", []), ("utkast", [{"tittel": "Eldre", "dato": "2020"}])):
        data = innhold(neste_avtale(TOPPEN.replace("status: signert", f"status: {status}, {eldre}")).data)
        denne = {"tittel": "Avtale om politiråd", "dato": "12.11.2026", "saksnummer": "2026/417", "fil": "avtale.yaml"}
        assert data["avtale"]["erstatter"] == [*tidligere, denne]
        assert data["avtale"]["status"] == "utkast"
    uten = "format: 1\navtale: {}\nparter: { kommuner: 1859, politi: Nordland }\n"
    data = innhold(neste_avtale(f"{uten}signaturer: [{{ navn: A, dato: 3.3.2024 }}]\n").data)
    forrige = {"tittel": "Avtale om kommune- og politisamarbeid", "dato": "3.3.2024", "fil": "avtale.yaml"}
    assert data["avtale"] == {"erstatter": [forrige]}
    data = innhold(neste_avtale(TOPPEN.replace("status: signert", "status: utkast, erstatter: Den gamle")).data)
    assert data["avtale"]["erstatter"][0] == "Den gamle"


def test_a_deadline_is_never_moved_by_itself() -> None:
    laget = neste_avtale(
        f"""{TOPPEN}periode: 2027–2030
satsningsområder:
  - navn: Rus
    tiltak:
      # Denne er ferdig.
      - {{ hva: Ferdig, frist: mai 2027, avsluttet: juni 2027 }}
      # Denne er ikke ferdig.
      - {{ hva: Ikke ferdig, frist: mai 2027 }}
      - {{ hva: Lenge til, frist: mai 2033 }}
      - {{ hva: Hvert år, frist: mai hvert år }}
      - {{ hva: En gang, frist: ut valgperioden }}
evaluering: {{ neste: november 2029, plan: høsten 2028 }}
"""
    )
    assert laget.data.decode().split("tiltak:\n")[1] == (
        "      # Denne er ikke ferdig.\n"
        '      - { hva: Ikke ferdig, frist: "FYLL INN: ny frist (var mai 2027)" }\n'
        "      - { hva: Lenge til, frist: mai 2033 }\n"
        "      - { hva: Hvert år, frist: mai hvert år }\n"
        "      # Se på dette: «ut valgperioden» er fra forrige avtale.\n"
        "      - { hva: En gang, frist: ut valgperioden }\n"
        "    videreført: ja\n"
        'evaluering: { neste: "FYLL INN: nytt tidspunkt (var november 2029)", '
        'plan: "FYLL INN: ny frist (var høsten 2028)" }\n'
    )
    assert laget.plan.borte == ["Ferdig"]


def test_a_task_of_a_meeting_is_as_late_in_the_next_agreement() -> None:
    oppgaver = "oppgaver:\n  - { hva: Kartlegge rus, ansvarlig: SLT, frist: 1.3.2027, fra_møte: 12.1.2027 }\n"
    assert oppgaver in neste_avtale(f"{TOPPEN}periode: 2027–2030\n{oppgaver}").data.decode()


def test_a_period_that_is_that_of_the_agreement_follows_it() -> None:
    def områdene(periode: str) -> Any:
        laget = neste_avtale(f"{TOPPEN}periode: 2027–2030\nsatsningsområder: {{ periode: {periode}, områder: Rus }}\n")
        return innhold(laget.data)["satsningsområder"]["periode"]

    assert områdene("2027–2030") == "2031–2034"
    assert områdene("{ fra: 1.1.2027, til: 31.12.2030 }") == {"fra": "1.1.2031", "til": "31.12.2034"}
    assert områdene("2027–2028") == "FYLL INN: ny periode (var 2027–2028)"
    assert områdene("2029–2031") == "2029–2031"


def test_areas_that_are_carried_over_are_marked_once() -> None:
    områder = f"{TOPPEN}satsningsområder:\n  - Rus # her\n  - {{ navn: Vold }}\n"
    laget = neste_avtale(områder)
    assert b"  - navn: Rus # her\n    videref\xc3\xb8rt: ja\n  - { navn: Vold, videref\xc3\xb8rt: ja }\n" in laget.data
    assert neste_avtale(laget.data).plan.antall["videreført"] == 0
    assert neste_avtale(f'{TOPPEN}satsningsområder: "FYLL INN: hva"\n').plan.antall["videreført"] == 0
    assert (
        neste_avtale(f"{TOPPEN}satsningsområder: {{ områder: Rus, videreført: ja }}\n").plan.antall["videreført"] == 0
    )


def test_what_stands_in_several_places_is_changed_in_each() -> None:
    laget = neste_avtale(
        f"""\
{TOPPEN}periode: &naar 2027–2030
satsningsområder:
  periode: *naar
  områder:
    - &rus {{ navn: Rus, tiltak: {{ hva: Kurs, frist: &da mai 2027 }} }} # begge
    - navn: Vold
      tiltak: [{{ hva: Tilsyn, frist: *da }}, {{ hva: Møte, frist: høsten 2033 }}]
politiråd: {{ sekretær: &hun {{ tittel: rådgiver }}, tilrettelegger: *hun }}
"""
    )
    assert laget.data.decode().partition("\nparter: ")[2] == (
        "{ kommuner: 1859, politi: Nordland }\n"
        "periode: 2031–2034\n"
        "satsningsområder:\n"
        "  periode: 2031–2034\n"
        "  områder:\n"
        '    - &rus { navn: Rus, tiltak: { hva: Kurs, frist: "FYLL INN: ny frist (var mai 2027)" }, '
        "videreført: ja } # begge\n"
        "    - navn: Vold\n"
        '      tiltak: [{ hva: Tilsyn, frist: "FYLL INN: ny frist (var mai 2027)" }, '
        "{ hva: Møte, frist: høsten 2033 }]\n"
        "      videreført: ja\n"
        "politiråd: { sekretær: &hun { tittel: rådgiver }, tilrettelegger: *hun }\n"
    )


def test_in_nynorsk_it_is_said_in_nynorsk() -> None:
    laget = neste_avtale(
        TOPPEN.replace("avtale: {", "avtale: { målform: nynorsk,")
        + "periode: 2027–2030\nevaluering: { neste: ut valperioden }\n"
    )
    assert b'dato: "FYLL INN: datoen avtalen blir inng\xc3\xa5tt"' in laget.data
    assert "# Sjå på dette: «ut valperioden» er frå førre avtale." in laget.data.decode()


def test_years_in_the_text_are_pointed_out() -> None:
    laget = neste_avtale(
        f"{TOPPEN}periode: 2027–2030\npolitiråd: {{ mandat: [Ferdig i 2028, Ferdig i 2026, Ferdig i 2031] }}\n"
    )
    assert [(linje.nummer, linje.tekst) for linje in laget.se_på] == [(5, "nevner 2028: «Ferdig i 2028»")]


def test_names_of_the_new_file() -> None:
    fra = date(2031, 7, 1)
    for fil, ny in [
        ("flakstad.yaml", "flakstad-2031.yaml"),
        ("a/flakstad-2027.yml", "a/flakstad-2031.yml"),
        ("flakstad-2027-2030.yaml", "flakstad-2031.yaml"),
        ("flakstad-2031.yaml", "flakstad-2031-07.yaml"),
        ("2027.yaml", "2027-2031.yaml"),
    ]:
        assert Path(filnavn(fil, fra)) == Path(ny)
    assert filnavn("flakstad.yaml", None) == "flakstad-neste.yaml"
    assert filnavn("flakstad-neste.yaml", None) != "flakstad-neste.yaml"


def test_what_could_not_be_read_is_told_of_and_stays() -> None:
    skrevet = f"{TOPPEN}periode: 2027–2030\nsatsningsomraader: [Rus]\npolitirad: {{ moter: {{ plan: [10.2.2027] }} }}\n"
    laget = neste_avtale(skrevet)
    assert laget.data.decode().endswith(
        "periode: 2031–2034\nsatsningsomraader: [Rus]\npolitirad: { moter: { plan: [10.2.2027] } }\n"
    )
    assert laget.uleste == 3
    assert any(line.startswith("Filen har 3 feil.") for line in gjort(laget, I_DAG))
