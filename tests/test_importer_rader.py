"""Tables: labels and columns that are known by what stands beside them."""

from __future__ import annotations

import pytest
import yaml

from tests.fortaltprove import feltene, lest


def tabell(*rader: str) -> str:
    """Return rows written with strokes between the cells as a table in Markdown."""
    hode, *resten = rader
    return "\n".join(f"| {rad} |" for rad in (hode, "|".join("---" for _ in hode.split("|")), *resten))


def verdiene(overskrift: str, *rader: str) -> dict[str, str]:
    return feltene(lest(f"{overskrift}\n\n{tabell(*rader)}"))


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


def test_other_programs_can_read_a_question_in_a_row() -> None:
    utkast = lest("Satsingsområder\n\n" + tabell("Område | Tiltak | Ansvarlig", "Rus | Hva nå? | rektor"))
    assert "Hva nå?" in str(yaml.safe_load(utkast.yaml))
    assert "Hva nå?" in feltene(utkast).values()
