"""The register: finding kommuner and politidistrikter by the names that people write."""

from unicodedata import normalize

from avtalegen.register import (
    alle_kommuner,
    alle_politidistrikt,
    kommuner_med_navn,
    nærmeste_navn,
    politidistrikt,
)
from tests.i_ett import i_ett


def numre(navn: str) -> list[str]:
    return [k.kommunenummer for k in kommuner_med_navn(navn)]


def test_every_name_finds_its_kommune_however_it_is_written() -> None:
    for k in alle_kommuner():
        for navn in (k.navn, *k.samiske_kvenske_navn, *k.andre_navn, k.offisielt_navn):
            skrivemåter = [navn, navn.upper(), navn.lower(), normalize("NFD", navn), f"  {navn} "]
            skrivemåter += [navn.replace("-", "–"), navn.replace(" - ", "/"), f"{navn} {k.betegnelse}"]
            skrivemåter += [navn.replace(" - ", "-"), " - ".join(reversed(navn.split(" - ")))]
            for skrevet in skrivemåter:
                assert k in kommuner_med_navn(skrevet), skrevet


def test_only_herøy_and_våler_are_shared_names() -> None:
    delte = {k.navn for k in alle_kommuner() if len(kommuner_med_navn(k.navn)) > 1}
    assert delte == {"Herøy", "Våler"}
    assert numre("Herøy") == ["1515", "1818"]
    assert numre("våler kommune") == ["3114", "3419"]


@i_ett(
    ("navn", "nummer"),
    [
        ("Kautokeino", "5612"),
        ("guovdageaidnu", "5612"),
        ("PORSÁŊGU", "5622"),
        ("Porsanger - Porsáŋgu - Porsanki", "5622"),
        ("Porsanger – Porsáŋgu", "5622"),
        ("Porsanki/Porsanger", "5622"),
        ("Røros", "5025"),
        ("Rosse", "5025"),
        ("Røros - Rosse", "5025"),
        ("Oslove", "0301"),
        ("Rana - Raane", "1833"),
        ("Flakstad kommune", "1859"),
        ("Kvam herad", "4622"),
        ("Kvam kommune", "4622"),
        ("Aurskog–Høland", "3226"),
        ("Herøy i Nordland", "1818"),
        ("Våler (Østfold)", "3114"),
        ("Herøy kommune (Møre og Romsdal)", "1515"),
    ],
)
def test_people_s_own_ways_of_naming_a_kommune(navn: str, nummer: str) -> None:
    assert numre(navn) == [nummer]


@i_ett("navn", ["", " ", "kommune", "-", "/", "Oslo - Bergen", "Flakstad i Troms", "Tromso", "0301"])
def test_what_is_no_name_finds_nothing(navn: str) -> None:
    assert kommuner_med_navn(navn) == ()


@i_ett(
    ("skrevet", "ment"),
    [
        ("Flakstd", "Flakstad"),
        ("flagstad kommune", "Flakstad"),
        ("Tromso", "Tromsø"),
        ("Aalesund", "Ålesund"),
        ("Baerum", "Bærum"),
        ("Porsangu", "Porsáŋgu"),
        ("Nordre Folo", "Nordre Follo"),
    ],
)
def test_a_misspelt_name_leads_to_the_right_one_first(skrevet: str, ment: str) -> None:
    assert nærmeste_navn(skrevet)[0] == ment


def test_at_most_three_kommuner_are_suggested_and_none_for_nonsense() -> None:
    forslag = nærmeste_navn("Sand")
    assert len(forslag) == 3
    assert len({numre(navn)[0] for navn in forslag}) == 3
    assert nærmeste_navn("xyzzy") == ()
    assert nærmeste_navn("") == ()


@i_ett(
    ("navn", "kortnavn"),
    [
        ("Nordland politidistrikt", "Nordland"),
        ("nordland", "Nordland"),
        ("Aust politidistrikt", "Øst"),
        ("aust", "Øst"),
        ("Sør-Aust politidistrikt", "Sør-Øst"),
        ("SØR–ØST POLITIDISTRIKT", "Sør-Øst"),
        (normalize("NFD", "Møre og Romsdal"), "Møre og Romsdal"),
    ],
)
def test_a_politidistrikt_is_found_by_long_short_and_nynorsk_name(navn: str, kortnavn: str) -> None:
    funnet = politidistrikt(navn)
    assert funnet is not None
    assert funnet.kortnavn == kortnavn


@i_ett("navn", ["", "politidistrikt", "Hordaland", "Østfold politidistrikt"])
def test_an_unknown_politidistrikt_is_not_found(navn: str) -> None:
    assert politidistrikt(navn) is None


def test_the_police_s_common_number_keeps_its_leading_zero() -> None:
    assert {d.telefon for d in alle_politidistrikt()} == {"02800"}
