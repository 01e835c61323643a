"""What an agreement says of its own words, and what goes before what when papers or parties disagree."""

from __future__ import annotations

import pytest

from avtalegen.importering import importer, les


def utkastet(tekst: str) -> dict[str, str]:
    """Return the values of the draft by the way to each."""
    hode = "# Avtale mellom Lom kommune og Innlandet politidistrikt\n\n"
    verdier = importer(les((hode + tekst).encode(), "lom.md")).verdier
    return {".".join(map(str, rute)): v.tekst for rute, v in verdier}


def test_an_explanation_of_a_word_is_nothing_that_anybody_does_or_leaves() -> None:
    utkast = utkastet(
        "## § 1 Definisjoner\n\nI avtalen menes med\n\na) «Kontakten»: politikontakten etter § 4.\n\n"
        "b) «Uke»: mandag til søndag, unntatt uker der skolene ikke har undervisning.\n\n"
        "## § 4 Politikontakt\n\nPolitibetjent Siv Ås er politikontakt.\n"
    )
    assert utkast["politikontakt.0.navn.0"] == "Siv Ås"
    assert not [n for n in utkast if "gjør_ikke" in n or "oppgaver" in n]
    assert "«Uke»" in utkast["lokale_avsnitt.0.tekst"]


def test_a_word_stands_for_the_one_whom_its_explanation_names() -> None:
    utkast = utkastet(
        "## Begreper\n\n- «Lederen»: ordfører Kari Moe.\n- «Sekretæren» er kommunesekretær Per Li.\n"
        "- «Kontakten»: politibetjent Siv Ås, telefon 912 34 567.\n"
        "- «Koordinatoren»: SLT-koordinator Eli Bø, tlf. 911 22 333.\n\n"
        "## Politirådet\n\nRådet møtes tre ganger i året.\n"
    )
    assert (utkast["politiråd.leder.navn"], utkast["politiråd.sekretær.navn"]) == ("Kari Moe", "Per Li")
    assert (utkast["politikontakt.0.navn.0"], utkast["politikontakt.0.telefon.0"]) == ("Siv Ås", "912 34 567")
    assert (utkast["slt.koordinator.navn"], utkast["slt.koordinator.telefon"]) == ("Eli Bø", "911 22 333")


@pytest.mark.parametrize(
    "setning",
    [
        "Når denne avtalen trer i kraft, faller Gammelavtalen bort.",
        "Gammelavtalen oppheves fra samme dag.",
        "Denne avtalen erstatter Gammelavtalen.",
    ],
)
def test_the_agreement_that_is_replaced_may_be_named_by_a_word_for_it(setning: str) -> None:
    utkast = utkastet(
        "## Definisjoner\n\n- «Gammelavtalen»: avtale om lokalt samarbeid av 3. mai 2012.\n\n"
        f"## Varighet\n\nAvtalen gjelder fra 1. januar 2020 til 31. desember 2023. {setning}\n"
    )
    assert utkast["avtale.erstatter.0.dato"] == "3.5.2012"
    assert utkast["periode.til"] == "31.12.2023"


@pytest.mark.parametrize(
    ("setning", "rekken"),
    [
        ("Ved motstrid går lov foran denne avtalen.", ["lov", "denne avtalen"]),
        (
            "Ved motstrid har avtalen forrang framfor vedleggene, og loven går foran avtalen.",
            ["loven", "avtalen", "vedleggene"],
        ),
        ("Ved motstrid gjelder dokumentene i denne rekkefølgen: lov, avtalen, vedlegg.", ["lov", "avtalen", "vedlegg"]),
        ("Ved motstrid gjeld avtalen framfor vedlegga.", ["avtalen", "vedlegga"]),
    ],
)
def test_the_order_of_the_papers_is_read(setning: str, rekken: list[str]) -> None:
    utkast = utkastet(f"## Forrang\n\n{setning}\n\n## Politirådet\n\nRådet møtes tre ganger i året.\n")
    assert [v for n, v in utkast.items() if n.startswith("avtale.forrang")] == rekken


@pytest.mark.parametrize(
    ("setning", "først", "så"),
    [
        (
            "Uenighet om avtalen løses om mulig i politirådet. Løses den ikke der, går saken til ordføreren og "
            "lensmannen.",
            "i politirådet",
            "ordføreren og lensmannen",
        ),
        (
            "Tvistar skal drøftast i rådet. Dersom det ikkje fører fram, avgjer kommunedirektøren og politimeisteren.",
            "i rådet",
            "kommunedirektøren og politimeisteren",
        ),
        (
            "Usemje skal takast opp i rådet. Blir partane ikkje samde, skal saka leggjast fram for ordføraren.",
            "i rådet",
            "ordføraren",
        ),
        ("Er partene uenige, tas saken opp i rådet. Deretter avgjør fylkesmannen.", "i rådet", "fylkesmannen"),
    ],
)
def test_what_they_do_when_they_disagree_is_read_in_steps(setning: str, først: str, så: str) -> None:
    utkast = utkastet(f"## Uenighet\n\n{setning}\n\n## Politirådet\n\nRådet møtes tre ganger i året.\n")
    assert (utkast["avtale.uenighet.tas_opp"], utkast["avtale.uenighet.deretter"]) == (først, så)
