"""Who is in the council, and who stands in, is chosen, or only looks on: lists, tables and sentences."""

from __future__ import annotations

import pytest

from tests.fortaltprove import feltene, lest

SLUTT = "\n\n## 3. Formål\n\nPartene vil gjøre det trygt å bo her."


def rådet(under: str) -> dict[str, str]:
    felt = feltene(lest(f"2. Politirådet\n\n{under}{SLUTT}"))
    return {rute.removeprefix("politiråd."): verdi for rute, verdi in felt.items() if rute.startswith("politiråd")}


def test_who_stands_in_is_in_brackets_behind_the_member() -> None:
    felt = rådet(
        "Medlemmer:\n\n- Kari Lund, ordfører (vara: Lise Vik)\n- Per Moe (varamedlem Nils Berg)\n"
        "- lensmann Ola Dal (vara: Tor Li, politibetjent)"
    )
    assert felt == {
        "medlemmer.kommune.0.tittel": "ordfører",
        "medlemmer.kommune.0.navn": "Kari Lund",
        "medlemmer.kommune.0.vara": "Lise Vik",
        "medlemmer.kommune.1.navn": "Per Moe",
        "medlemmer.kommune.1.vara": "Nils Berg",
        "medlemmer.politi.0.tittel": "lensmann",
        "medlemmer.politi.0.navn": "Ola Dal",
        "medlemmer.politi.0.vara": "Tor Li, politibetjent",
    }


def test_a_name_alone_is_a_name_and_no_title_and_nobody_says_which_side_it_is_of() -> None:
    u = lest(f"2. Politirådet\n\nMedlemmer:\n\n- Kari Lund\n- Per Moe{SLUTT}")
    navn = {v.tekst: v.sikkerhet for rute, v in u.verdier if "medlemmer" in rute and rute[-1] == "navn"}
    assert navn == {"Kari Lund": "trolig", "Per Moe": "trolig"}


@pytest.mark.parametrize(
    "setning",
    [
        "Rådet har valgt Kari Lund og Ola Dal som leder og nestleder.",
        "Rådet har vald Kari Lund til leiar og Ola Dal til nestleiar.",
        "Rådet valde Kari Lund og Ola Dal til leiar og nestleiar.",
        "Kari Lund og Ola Dal er valgt som henholdsvis leder og nestleder.",
        "Kari Lund og Ola Dal vart valde til høvesvis leiar og nestleiar.",
    ],
)
def test_two_are_chosen_each_for_an_office(setning: str) -> None:
    assert rådet(setning) == {"leder.navn": "Kari Lund", "nestleder.navn": "Ola Dal"}


@pytest.mark.parametrize("foran", ["", "| Navn | Rolle |\n|---|---|\n| Kari Lund | Leder |\n"])
def test_an_observer_is_there_without_being_a_member(foran: str) -> None:
    linje = "Observatør fra ungdomsrådet: Siri Berg"
    felt = rådet(f"{foran}| {linje} |  |" if foran else linje)
    assert felt["medlemmer.kan_delta.0.tittel"] == "observatør fra ungdomsrådet"
    assert felt["medlemmer.kan_delta.0.navn"] == "Siri Berg"


def test_a_role_as_observer_is_that_of_no_member() -> None:
    felt = rådet(
        "| Navn | Tittel | Rolle |\n|---|---|---|\n| Kari Lund | ordfører | Leder |\n| Siri Berg | elev | Observatør |"
    )
    assert felt["medlemmer.kan_delta.0.navn"] == "Siri Berg"
    assert "medlemmer.kommune.1.navn" not in felt


@pytest.mark.parametrize(
    ("tabell", "ventet"),
    [
        (
            "| 5. mars 2015 | Ungdom og rus | Ordføreren |\n|---|---|---|\n| 4. juni 2015 | Sommer | Lensmannen |",
            {"tema.0": "Ungdom og rus"},
        ),
        (
            "| 5. mars 2015 | Rådhuset | Ungdom og rus |\n|---|---|---|\n| 4. juni 2015 | Rådhuset | Skolestart |",
            {"sted": "Rådhuset", "tema.0": "Ungdom og rus"},
        ),
        (
            "| 5. mars 2015 | Ungdom og rus | Rådhuset |\n|---|---|---|\n| 4. juni 2015 | Skolestart | Rådhuset |",
            {"sted": "Rådhuset", "tema.0": "Ungdom og rus"},
        ),
        ("| 5. mars 2015 | Ungdom og rus |\n|---|---|\n| 4. juni 2015 | Skolestart |", {"tema.0": "Ungdom og rus"}),
        (
            "| Dato | Tema | Ansvarlig |\n|---|---|---|\n| 5. mars 2015 | Ungdom og rus | Ordføreren |",
            {"tema.0": "Ungdom og rus"},
        ),
    ],
)
def test_who_is_responsible_for_a_meeting_is_neither_its_place_nor_its_theme(
    tabell: str, ventet: dict[str, str]
) -> None:
    felt = rådet(f"Møter:\n\n{tabell}")
    assert {n.removeprefix("møter.plan.0."): v for n, v in felt.items() if n.startswith("møter.plan.0.")} == {
        "dato": "5.3.2015",
        **ventet,
    }


def test_the_last_sentence_over_a_list_says_what_it_is_whatever_stands_before_it() -> None:
    liste = "\n\n- ordfører Kari Lund (leder)\n- rådmann Per Moe\n- lensmann Ola Dal (nestleder)"
    medlemmene = rådet(f"Rådet er rådgivende og kan ikke binde kommunestyret. Medlemmer er:{liste}")
    assert (medlemmene["leder.navn"], medlemmene["nestleder.navn"]) == ("Kari Lund", "Ola Dal")
    assert medlemmene["medlemmer.kommune.1.navn"] == "Per Moe"
    for utenfor in (
        "Disse er ikke medlemmer:",
        "Noen er drøftet, men ikke valgt. Det gjelder:",
        "Dette er ikke avtalt. Det er:",
    ):
        assert not any("medlemmer" in rute for rute in rådet(f"Rådet møtes to ganger i året. {utenfor}{liste}")), (
            utenfor
        )


def test_an_office_behind_a_name_in_a_table_is_no_part_of_the_name() -> None:
    felt = rådet(
        "| Tittel | Navn |\n|---|---|\n| Ordfører | Kari Lund (leder) |\n| Rådmann | Per Moe |\n"
        "| Lensmann | Ola Dal, nestleder |\n"
    )
    assert {felt[f"{hva}.navn"] for hva in ("leder", "medlemmer.kommune.0")} == {"Kari Lund"}
    assert {felt[f"{hva}.navn"] for hva in ("nestleder", "medlemmer.politi.0")} == {"Ola Dal"}


@pytest.mark.parametrize(
    "setning",
    [
        "I rådet sitter ordføreren Kari Lund, rådmannen, lensmannen og lederen for kultur og oppvekst.",
        "Rådet består av ordføreren Kari Lund, rådmannen, lensmannen og lederen for kultur og oppvekst.",
    ],
)
def test_a_title_after_a_name_that_has_the_article_is_another_member(setning: str) -> None:
    assert rådet(setning) == {
        "medlemmer.kommune.0.tittel": "ordfører",
        "medlemmer.kommune.0.navn": "Kari Lund",
        "medlemmer.kommune.1.tittel": "rådmann",
        "medlemmer.kommune.2.tittel": "leder for kultur og oppvekst",
        "medlemmer.politi.0.tittel": "lensmann",
    }


@pytest.mark.parametrize(
    ("over", "med"),
    [
        ("Politirådet har slik sammensetning:", True),
        ("Rådet består av:", True),
        ("Referatet sendes til:", False),
        ("Medlemmene er valgt.", False),
    ],
)
def test_titles_each_on_a_line_are_members_where_the_line_over_them_says_so(over: str, *, med: bool) -> None:
    felt = rådet(f"{over}\n\nOrdfører (leder)\n\nKommunalsjef oppvekst\n\nPolitistasjonssjef")
    assert felt.get("medlemmer.kommune.1.tittel") == ("kommunalsjef oppvekst" if med else None)
    assert felt.get("medlemmer.politi.0.tittel") == ("politistasjonssjef" if med else None)


@pytest.mark.parametrize(
    ("over", "med"),
    [("Politirådet skal bestå av følgende personer:", True), ("Kopi av innkallingen går til:", False)],
)
def test_points_that_are_titles_are_members_and_no_tasks_of_the_council(over: str, *, med: bool) -> None:
    felt = rådet(f"{over}\n\n- ordfører\n- politistasjonssjef")
    assert felt.get("medlemmer.politi.0.tittel") == ("politistasjonssjef" if med else None)
    assert "mandat.0" not in felt
