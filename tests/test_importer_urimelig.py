"""What a value can't be: no sentence is a person, no verb is in a place, and who was there before is no member."""

from __future__ import annotations

import pytest

from avtalegen.importering.funnet import SIKKER, Verdi
from avtalegen.importering.urimelig import ta_ut
from tests.fortaltprove import feltene, lest

RÅD, KONTOR = "2. Politirådet\n\n", "3. Lensmannskontoret\n\n"


def titlene(tekst: str) -> list[str]:
    felt = feltene(lest(f"{tekst}\n\n## 3. Formål\n\nPartene vil gjøre det trygt å bo her."))
    return [verdi for rute, verdi in felt.items() if rute.endswith(".tittel") and rute.startswith("politiråd")]


@pytest.mark.parametrize(
    ("under", "ventet"),
    [
        ("Medlemmer:\n- Ordfører Kari Lund\n- Tidligere rådmann Per Moe\n- Lensmann Ola Dal", ["ordfører", "lensmann"]),
        ("Medlemer:\n- ordførar Kari Lund\n- rådmann Per Moe (til 2013)\n- lensmann Ola Dal", ["ordførar", "lensmann"]),
        ("Medlemmer:\n- rådmann Per Moe (til 2013)\n- ordfører Kari Lund (leder)", ["ordfører", "ordfører"]),
        ("Kan delta ved behov:\n- rektor\n- Innkalling går ut ti dager før møtet", ["rektor"]),
        ("Følgende kan møte ved behov:\n- rektor\n- helsesøster", ["rektor", "helsesøster"]),
        ("Medlemmer:\n- ordføreren er leder\n- lensmannen er nestleder", ["ordføreren", "lensmannen"]),
        ("Leiar: ordføraren er leiar av rådet", ["ordføraren"]),
        ("Leder: Velges for ett år om gangen", []),
        ("Sekretær: tidl. rådmann Per Moe", []),
        (
            "Kan inviteres:\n- Møtene er lukket\n- representanter for næringslivet når det er aktuelt",
            ["representanter for næringslivet når det er aktuelt"],
        ),
        ("Leiar: blir vald på første møte i året", []),
        ("Medlemmer:\n- Ordfører\n- Rektor (kan møte med vara)", ["ordfører", "rektor (kan møte med vara)"]),
        ("Medlemmer:\n- leder for barnevernet Kari Lund\n- lensmann Ola Dal", ["leder for barnevernet", "lensmann"]),
    ],
)
def test_a_person_is_no_sentence_and_is_there_now(under: str, ventet: list[str]) -> None:
    assert titlene(RÅD + under) == ventet


def test_a_title_that_was_cut_is_likely_and_one_with_a_clause_too() -> None:
    u = lest(RÅD + "Leder: ordføreren er leder\n\nSekretær: Den som kommunedirektøren peker ut")
    felt = {".".join(map(str, rute)): v for rute, v in u.verdier}
    assert felt["politiråd.leder.tittel"].sikkerhet == "trolig"
    assert felt["politiråd.sekretær.tittel"].sikkerhet == "trolig"


@pytest.mark.parametrize(
    ("tekst", "rute"),
    [
        (f"{KONTOR}Lensmannskontoret er åpent mandag–fredag kl. 9–15. Før 2018 var det åpent til kl. 18.", "adresse"),
        (f"{KONTOR}Lensmannskontoret er åpent mandag–fredag kl. 9–15. Før 2018 var det åpent til kl. 18.", "merknad"),
        (f"{RÅD}Møtested: Det veksler mellom rådhuset og lensmannskontoret", "sted"),
    ],
)
def test_a_place_has_no_verb_and_is_where_it_is_now(tekst: str, rute: str) -> None:
    u = lest(tekst)
    assert not [v for r, v in feltene(u).items() if r.endswith(f".{rute}")]
    assert ("Før 2018" if "Før" in tekst else "veksler") in u.yaml


@pytest.mark.parametrize("navn", ["Det gamle rådhuset", "Den nye skulen", "Åpen hall", "Dettifoss"])
def test_a_place_may_begin_with_a_word_that_others_do_not(navn: str) -> None:
    rader = f"| Sted | Adresse | Åpningstid |\n|---|---|---|\n| {navn} | Storgata 1, Leknes | mandag 9–15 |"
    felt = feltene(lest(f"## Tjenestesteder\n\n{rader}\n| Politistasjonen | Torget 2 | tirsdag 9–15 |"))
    assert [v for r, v in felt.items() if r.endswith(".navn") and "tjenestesteder" in r] == [navn, "Politistasjonen"]


def test_an_area_may_be_about_those_who_did_something_before() -> None:
    felt = feltene(lest("## Satsningsområder\n\n- Tidligere straffedømte\n- Tidligere satsninger: rus\n- Vold"))
    områdene = [v for r, v in felt.items() if r.endswith(".navn") and "områder" in r]
    assert områdene == ["Tidligere straffedømte", "Vold"]


def test_a_label_for_hours_is_no_sure_name_of_a_place() -> None:
    u = lest(f"{KONTOR}Åpent: mandag 9–15")
    (navn,) = [v for rute, v in u.verdier if rute[0] == "tjenestetilbud" and rute[-1] == "navn"]
    assert navn.sikkerhet == "trolig"


def test_who_has_a_title_in_the_police_signs_for_no_kommune() -> None:
    a = lest(f"{KONTOR}Lensmannskontoret er åpent mandag 9–15.").arbeid
    for tittel, for_, står in (
        ("lensmann", "Gjesdal kommune", False),
        ("ordfører", "Gjesdal kommune", True),
        ("ordfører", "Sør-Vest politidistrikt", False),
        ("lensmann", "Sør-Vest politidistrikt", True),
    ):
        a.tre.rot["signaturer"] = [{"tittel": Verdi(tittel, (), SIKKER, ""), "for": Verdi(for_, (), SIKKER, "")}]
        ta_ut(a)
        assert a.tre.har("signaturer", 0, "for") == står


def test_a_clause_is_no_sure_title_of_the_agreement_before() -> None:
    u = lest("Varighet\n\nAvtalen erstatter avtalen av 2009, som partene aldri fikk fulgt opp slik de hadde tenkt.")
    assert all(v.sikkerhet == "trolig" for rute, v in u.verdier if "erstatter" in rute)


def test_who_is_responsible_is_no_sentence() -> None:
    u = lest("5. Innsatsområder\n\n1. Rus\n\nTiltak: Kontroller\n\nAnsvarlig: Det er politiet som har ansvaret\n")
    assert not [rute for rute, _ in u.verdier if "ansvarlig" in rute]
    assert "Det er politiet som har ansvaret" in u.yaml


@pytest.mark.parametrize(
    ("setning", "sikkerhet"),
    [
        ("Avtalen gjelder fra 1. april 2015 til 31. desember 2018.", "sikker"),
        ("Avtalen gjelder fra kommunevalget 14. september 2015.", "trolig"),
        ("Avtala gjeld frå kommunane slo seg saman 1. januar 2020.", "trolig"),
    ],
)
def test_the_day_of_something_else_is_no_sure_day_of_the_agreement(setning: str, sikkerhet: str) -> None:
    dager = [v for rute, v in lest(f"Varighet\n\n{setning}").verdier if rute[:2] == ("periode", "fra")]
    assert {v.sikkerhet for v in dager} <= {sikkerhet}
    assert dager or sikkerhet == "trolig"


def test_a_day_and_the_words_over_a_column_are_nobody() -> None:
    rader = ("Ordfører|Kari Lund|Per Moe", "Rektor|Siv Os|Ola By", "Klokka|Møtedatoer|Emne", "13–15|11. mai 2022|Russ")
    tabell = "".join(f"| {rad.replace('|', ' | ')} |\n" for rad in ("Tittel|Navn|Vara", "---|---|---", *rader))
    felt = feltene(lest(f"{RÅD}{tabell}"))
    navn = [verdi for rute, verdi in felt.items() if ".medlemmer." in rute and rute.endswith(".navn")]
    assert navn == ["Kari Lund", "Siv Os"]
