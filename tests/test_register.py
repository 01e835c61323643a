"""The register: what its data promise, and looking up by number."""

import csv
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from unicodedata import is_normalized

import pytest

from avtalegen import register
from avtalegen.register import (
    alle_kommuner,
    alle_politidistrikt,
    gyldig_organisasjonsnummer,
    kommune,
    nummer_i_dag,
    tidligere_nummer,
)
from tests.i_ett import i_ett

MAPPE = Path(register.__file__).parent
DATAFILER = sorted(MAPPE.glob("*.csv"))

I_ANNET_DISTRIKT_ENN_FYLKET = {
    "3201": "Oslo",
    "3203": "Oslo",
    "3234": "Innlandet",
    "3236": "Sør-Øst",
    "4228": "Sør-Vest",
    "4611": "Sør-Vest",
    "4612": "Sør-Vest",
    "4613": "Sør-Vest",
    "4614": "Sør-Vest",
    "4615": "Sør-Vest",
    "1811": "Trøndelag",
    "5516": "Nordland",
}
KOMMUNER_I_DISTRIKTET = {
    "Oslo": 3,
    "Øst": 29,
    "Innlandet": 47,
    "Sør-Øst": 42,
    "Agder": 24,
    "Sør-Vest": 29,
    "Vest": 38,
    "Møre og Romsdal": 27,
    "Trøndelag": 39,
    "Nordland": 41,
    "Troms": 20,
    "Finnmark": 18,
}


def test_there_are_357_kommuner_in_15_fylker_with_unique_numbers() -> None:
    assert len(alle_kommuner()) == 357
    assert len({k.kommunenummer for k in alle_kommuner()}) == 357
    assert len({(k.fylkesnummer, k.fylke) for k in alle_kommuner()}) == 15
    assert len({k.fylkesnummer for k in alle_kommuner()}) == 15


def test_kommuner_come_in_the_order_of_their_numbers() -> None:
    rekkefølge = [k.kommunenummer for k in alle_kommuner()]
    assert rekkefølge == sorted(rekkefølge)


def test_each_politidistrikt_has_its_known_number_of_kommuner() -> None:
    assert {d.kortnavn: len(d.kommunenumre) for d in alle_politidistrikt()} == KOMMUNER_I_DISTRIKTET


def test_kommuner_and_politidistrikter_name_each_other() -> None:
    fra_distriktene = {nummer: d.navn for d in alle_politidistrikt() for nummer in d.kommunenumre}
    assert fra_distriktene == {k.kommunenummer: k.politidistrikt for k in alle_kommuner()}
    assert sum(len(d.kommunenumre) for d in alle_politidistrikt()) == 357


def test_twelve_kommuner_lie_in_another_politidistrikt_than_the_rest_of_their_fylke() -> None:
    vanligst = {
        fylke: Counter(k.politidistrikt for k in alle_kommuner() if k.fylke == fylke).most_common(1)[0][0]
        for fylke in {k.fylke for k in alle_kommuner()}
    }
    avvik = {k.kommunenummer: k for k in alle_kommuner() if k.politidistrikt != vanligst[k.fylke]}
    funnet = {nummer: k.politidistrikt.removesuffix(" politidistrikt") for nummer, k in avvik.items()}
    assert funnet == I_ANNET_DISTRIKT_ENN_FYLKET
    assert all("Annet politidistrikt" in k.merknad for k in avvik.values())


def test_every_organisation_number_is_valid_and_used_once() -> None:
    alle = [k.organisasjonsnummer for k in alle_kommuner() if k.organisasjonsnummer is not None]
    alle += [d.organisasjonsnummer for d in alle_politidistrikt()]
    assert len(alle) == len(set(alle)) == 356 + 12
    assert [nummer for nummer in alle if not gyldig_organisasjonsnummer(nummer)] == []


def test_ålesund_has_no_organisation_number_because_the_sources_disagree() -> None:
    uten = [k for k in alle_kommuner() if k.organisasjonsnummer is None]
    assert [k.navn for k in uten] == ["Ålesund"]
    assert "929911709" in uten[0].merknad
    assert "920415288" in uten[0].merknad


def test_målformer_add_up_to_the_sums_of_the_regulation() -> None:
    assert Counter(k.målform for k in alle_kommuner()) == {"bokmål": 119, "nynorsk": 87, "nøytral": 151}


def test_only_ulvik_voss_and_kvam_are_herad() -> None:
    assert [(k.kommunenummer, k.navn) for k in alle_kommuner() if k.betegnelse == "herad"] == [
        ("4620", "Ulvik"),
        ("4621", "Voss"),
        ("4622", "Kvam"),
    ]
    assert {k.betegnelse for k in alle_kommuner()} == {"kommune", "herad"}


def test_official_names_hold_the_norwegian_name_and_the_sámi_and_kven_ones() -> None:
    flerspråklige = [k for k in alle_kommuner() if k.samiske_kvenske_navn]
    assert len(flerspråklige) == 25
    for k in alle_kommuner():
        assert Counter(k.offisielt_navn.split(" - ")) == Counter((k.navn, *k.samiske_kvenske_navn))


def test_only_haram_lacks_a_politistasjonsdistrikt_and_some_have_several() -> None:
    assert [k.navn for k in alle_kommuner() if not k.politistasjonsdistrikter] == ["Haram"]
    oslo = kommune("0301")
    assert oslo is not None
    assert len(oslo.politistasjonsdistrikter) == 3


def test_the_forvaltningsområde_for_sámi_languages_is_that_of_the_regulation() -> None:
    kategorier: dict[tuple[str, str], list[str]] = {}
    for k in alle_kommuner():
        if k.samisk:
            kategorier.setdefault((k.samisk.kategori, k.samisk.fra.isoformat()), []).append(k.navn)
    assert {kategori: sorted(navn) for kategori, navn in kategorier.items()} == {
        ("språkutviklingskommune", "2024-01-01"): ["Karasjok", "Kautokeino", "Nesseby", "Tana"],
        ("språkvitaliseringskommune", "2024-01-01"): [
            *("Hamarøy", "Hattfjelldal", "Kåfjord", "Lavangen", "Porsanger"),
            *("Røros", "Røyrvik", "Snåsa", "Tjeldsund"),
        ],
        ("språkstimuleringskommune", "2026-01-01"): ["Saltdal"],
    }
    assert [k.navn for k in alle_kommuner() if k.samisk and not k.samisk.språk] == ["Saltdal"]


def test_moskenes_and_vestvågøy_are_to_become_one() -> None:
    opphører = {k.navn: k.opphører for k in alle_kommuner() if k.opphører}
    assert opphører == dict.fromkeys(("Vestvågøy", "Moskenes"), register.Opphør(date(2028, 1, 1), "Vest-Lofoten"))


def test_the_date_is_an_iso_date() -> None:
    assert date.fromisoformat(register.DATO) >= date(2026, 1, 1)


@pytest.mark.parametrize("fil", DATAFILER, ids=lambda fil: fil.name)
def test_data_files_need_no_csv_quoting(fil: Path) -> None:
    byte = fil.read_bytes()
    assert not byte.startswith(b"\xef\xbb\xbf")
    assert not set(byte) & set(b'"\r\t\x0b\x0c')
    assert byte.endswith(b"\n")
    tekst = byte.decode("utf-8")
    assert is_normalized("NFC", tekst)
    delt = [linje.split(";") for linje in tekst.splitlines()]
    assert delt == list(csv.reader(tekst.splitlines(), delimiter=";"))
    assert len({len(felt) for felt in delt}) == 1
    assert all(felt == felt.strip() for rad in delt for felt in rad)


def test_importing_the_register_opens_no_data_file() -> None:
    program = (
        "import sys\n"
        "åpnet = []\n"
        "sys.addaudithook(lambda h, a: åpnet.append(str(a[0])) if h == 'open' else None)\n"
        "from avtalegen import register\n"
        "før = [f for f in åpnet if f.endswith('.csv')]\n"
        "register.kommune('0301')\n"
        "print(len(før), len([f for f in åpnet if f.endswith('.csv')]))\n"
    )
    svar = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=MAPPE.parent.parent,
    )
    assert svar.stdout.split() == ["0", "1"]


def test_a_kommune_is_found_by_its_exact_number() -> None:
    flakstad = kommune("1859")
    assert flakstad is not None
    assert (flakstad.navn, flakstad.fylkesnummer, flakstad.fylke) == ("Flakstad", "18", "Nordland")
    assert flakstad.politidistrikt == "Nordland politidistrikt"


def test_a_number_that_lost_its_leading_zero_is_found() -> None:
    assert kommune("301") == kommune("0301")
    assert kommune("301") is not None


@i_ett("nummer", ["", "0000", "9999", "185", "01859", " 1859", "1859a", "3003", "Oslo"])
def test_what_is_no_number_of_today_is_not_found(nummer: str) -> None:
    assert kommune(nummer) is None


@i_ett(
    ("gammelt", "i_dag"),
    [("3003", ["3105"]), ("3018", ["3114"]), ("5430", ["5612"]), ("1507", ["1508", "1580"])],
)
def test_a_number_from_2020_to_2023_leads_to_todays_kommune(gammelt: str, i_dag: list[str]) -> None:
    assert [k.kommunenummer for k in tidligere_nummer(gammelt)] == i_dag


@i_ett(
    ("gammelt", "i_dag"),
    [("3025", "3203"), ("1507", "1508"), ("5430", "5612"), ("1859", "1859"), ("9999", "9999"), ("", "")],
)
def test_a_kommune_has_one_number_today(gammelt: str, i_dag: str) -> None:
    assert nummer_i_dag(gammelt) == i_dag


@i_ett("nummer", ["1859", "0301", "0105", "9999", ""])
def test_a_number_that_was_not_replaced_in_2024_leads_nowhere(nummer: str) -> None:
    assert tidligere_nummer(nummer) == ()


def test_every_former_number_leads_to_a_kommune_and_is_not_in_use() -> None:
    linjer = (MAPPE / "tidligere_numre.csv").read_text(encoding="utf-8").splitlines()[1:]
    rader = [linje.split(";") for linje in linjer]
    assert Counter(nummer[:2] for nummer, _, _ in rader) == {"30": 51, "38": 23, "54": 39, "15": 1}
    for nummer, navn, i_dag in rader:
        assert kommune(nummer) is None
        assert [k.kommunenummer for k in tidligere_nummer(nummer)] == i_dag.split()
        assert navn in [k.navn for k in tidligere_nummer(nummer)]


@pytest.mark.parametrize("nummer", ["958935420", "961398142", "915429785"])
def test_a_right_check_digit_passes(nummer: str) -> None:
    assert gyldig_organisasjonsnummer(nummer)
    feil = [nummer[:8] + siffer for siffer in "0123456789" if siffer != nummer[8]]
    assert not any(gyldig_organisasjonsnummer(n) for n in feil)


@i_ett("nummer", ["", "95893542", "9589354200", "958 935 420", "95893542O", "٩٥٨٩٣٥٤٢٠", "-58935420"])
def test_what_is_not_nine_digits_fails(nummer: str) -> None:
    assert not gyldig_organisasjonsnummer(nummer)


def test_eight_digits_that_would_need_a_check_digit_of_ten_have_none() -> None:
    assert not any(gyldig_organisasjonsnummer(f"91000008{siffer}") for siffer in range(10))
