"""What an old agreement tells of, and does not agree: those who are gone, what was proposed, what was closed."""

import pytest

from avtalegen.importering import importer, les

HODE = "# Samarbeidsavtale mellom Lom kommune og Innlandet politidistrikt\n\n"
KONTAKT = "## Politikontakt\n\nPolitiførstebetjent Ola Moe er politikontakt. Telefon: 61 00 00 01.\n\n"


def utkastet(tekst: str) -> str:
    """Return the draft of an agreement with this text in it, without what is not placed."""
    return importer(les((HODE + tekst).encode(), "lom.md")).yaml.partition("# Ikke plassert")[0].partition("\n\n")[2]


@pytest.mark.parametrize(
    "setning",
    [
        "Moe tok over for Kari Lund i fjor.",
        "Moe overtok stillingen etter Kari Lund.",
        "Den forrige politikontakten, Kari Lund, arbeider nå på Hamar.",
        "Tidlegare kontakt Kari Lund er pensjonist.",
    ],
)
def test_the_one_who_was_the_contact_before_is_not_in_the_draft(setning: str) -> None:
    utkast = utkastet(f"{KONTAKT}{setning} Hun er på rådhuset hver onsdag kl. 10–12.\n")
    assert "Ola Moe" in utkast
    assert "Lund" not in utkast


@pytest.mark.parametrize(
    "setning",
    [
        "Kontoret på Garmo ble nedlagt i 2017 og hadde telefon 61 00 00 99.",
        "Telefon 61 00 00 99 er ikke lenger i bruk.",
        "Nummeret 61 00 00 99 skal ikke brukes.",
        "Hun hadde telefon 61 00 00 99, som ikke skal benyttes.",
        "Telefaks og telefon: 61 00 00 99 er ikke lenger i bruk.",
        "Telefon: 61 00 00 99 er ikke lenger i bruk.",
    ],
)
def test_the_telephone_of_an_office_that_was_closed_is_not_in_the_draft(setning: str) -> None:
    for del_ in ("## Politiets tjenester\n\nLensmannskontoret i Lom er åpent mandag til fredag kl. 9–15.", KONTAKT):
        utkast = utkastet(f"{del_} {setning} Passene hentes på Otta.\n")
        assert "61 00 00 99" not in utkast
        assert "Otta" in utkast


@pytest.mark.parametrize(
    "setning",
    [
        "Forslaget om snøskuter som eget område ble trukket.",
        "Et område om snøskuter ble etter en drøfting forkastet.",
        "Framlegg frå Senterpartiet: Kommunen gjev 900 000 kroner til snøskuter.",
        "Forslag fra H v/ Per Dal: Kommunen betaler 900 000 kroner til snøskuter.",
        "Løyvinga til snøskuter fall med 8 mot 13 røyster.",
    ],
)
@pytest.mark.parametrize("del_", ["Satsingsområder", "Partenes forpliktelser", "Behandling i kommunestyret"])
def test_what_was_proposed_and_came_to_nothing_is_not_in_the_draft(setning: str, del_: str) -> None:
    utkast = utkastet(f"## {del_}\n\nKommunen setter av 50 000 kroner i året til tiltak mot rus.\n\n{setning}\n")
    assert "snøskuter" not in utkast
    assert "50 000" in utkast


def test_what_is_put_forward_or_taken_over_by_the_agreement_is_still_in_it() -> None:
    utkast = utkastet(
        "## Politirådet\n\nForslag fra medlemmene meldes til sekretæren innen to uker. Saken om skolevei ble "
        "trukket fram av elevrådet. Rådet overtok ansvaret i 2012.\n"
    )
    assert all(ord_ in utkast for ord_ in ("Forslag fra medlemmene", "skolevei", "overtok ansvaret"))
