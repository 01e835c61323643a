"""Patterns that wait for their words: what is found is the same as when they are compiled at once."""

from __future__ import annotations

import re
from pathlib import Path
from zlib import crc32

import pytest

from avtalegen.importering import ledd, les, ordliste, ventende, venteordfil, venteordmodul
from avtalegen.importering.uttrykk import DATO, ROLLE
from avtalegen.importering.ventende import lettere, senere, ventet
from avtalegen.importering.venteord import brettet, er_der, venteord
from tests.grundig import grundig

GAMLE = Path(__file__).parent / "data" / "gamle"


@pytest.mark.parametrize(
    ("uttrykk", "krav"),
    [
        ("møtes", [{"møtes"}]),
        ("(?i:Møtes|møtast)", [{"møtes", "møtast"}]),
        ("leders? rådet", [{"leder"}, {" rådet"}]),
        ("leder{1,2} (?:av )?råd", [{"leder"}, {"råd"}]),
        (r"leder\srådet\.", [{"leder"}, {"rådet."}]),
        ("(?P<n>[a-z]+)(?:leder|leiar)(?:et)*", [{"leder", "leiar"}]),
        ("(?:leder|leiar)?n", []),
        ("(?:leder|leiar){0,2}n", []),
        ("(?:leder(?:en)?|leiar){0,2}n", []),
        ("(?:leder|.*)n", []),
        ("(?!leder)(?<!leiar)(?=rådet)", [{"rådet"}]),
        ("(?:da)?(?!leder)rådet", [{"rådet"}]),
        ("[leder]", []),
        ("le.er.*", []),
        ("(?i)LEDER", [{"leder"}]),
        (r"(?:er|\w+) leder\)", [{" leder)"}]),
        (r"\d+\.", [{r"\d"}]),
        (r"(?:\d|fire) ganger", [{r"\d", "fire"}, {" ganger"}]),
        (r"\d* ganger", [{" ganger"}]),
        ("(leder)(?(1)rådet)", []),
        (r"(?P<a>leder)(?P=a)", []),
    ],
)
def test_ordene_et_mønster_venter_på(uttrykk: str, krav: list[set[str]]) -> None:
    assert list(venteord(uttrykk)) == krav


@pytest.mark.parametrize(
    ("uttrykk", "har", "ikke"),
    [
        (r"møter? rådet|(?:år|kvartal)\w* møte", "rådet har møter hvert år", "møter i mai"),
        ("fire(?: leder| leiar)e|tre", "fire leder", "fire ledd"),
        (r"\d ganger|årlig", "4 eller flere ganger", "fire ganger"),
    ],
)
def test_av_flere_måter_må_alt_i_én_være_der(uttrykk: str, har: str, ikke: str) -> None:
    krav = venteord(uttrykk)
    assert er_der(krav, brettet(har))
    assert not er_der(krav, brettet(ikke))


def test_bare_mange_nok_ord_er_for_mange() -> None:
    assert [len(en) for en in venteord("|".join(f"ord{nr}" for nr in range(60)))] == [60]
    assert venteord("|".join(f"ord{nr}" for nr in range(61))) == ()


def test_lettere_er_tom_der_en_tung_del_er_nektet() -> None:
    assert lettere(rf"(?P<r>{ROLLE})\sleder") == (r"(?P<r>)\sleder", r"(?P<r>(?:[\s\S]+?))\sleder")
    assert lettere(rf"før (?P<d>{DATO})")[0] == r"før (?P<d>(?:[\s\S\d]+?))"
    assert lettere(rf"(?P<r>{ROLLE})(?!(?:, )?{DATO})") == ("", "")
    assert lettere("leder") == ("", "")


@pytest.mark.parametrize("tekst", ["", "Rådet møtes", "Rådet MØTES, rådet møtes", "x" * 900 + "møtes 1. mai 2020"])
def test_alt_et_mønster_låner_bort_er_likt(tekst: str) -> None:
    uttrykk = rf"(?i)møtes(?:\s(?P<d>{DATO}))?"
    fasit = re.compile(uttrykk)

    def nytt() -> re.Pattern[str]:
        return senere(uttrykk)

    for hvordan in ("search", "match", "fullmatch"):
        a, b = getattr(nytt(), hvordan)(tekst), getattr(fasit, hvordan)(tekst)
        assert (a and a.span()) == (b and b.span())
    assert [m.span() for m in nytt().finditer(tekst)] == [m.span() for m in fasit.finditer(tekst)]
    assert nytt().findall(tekst) == fasit.findall(tekst)
    assert nytt().split(tekst) == fasit.split(tekst)
    assert nytt().sub("-", tekst) == fasit.sub("-", tekst)


def test_et_mønster_blir_ferdig_når_det_lettere_finner_noe_i_en_kort_tekst_eller_teksten_er_lang() -> None:
    def ferdig(uttrykk: str, *tekster: str) -> bool:
        mønster = senere(uttrykk)
        for tekst in tekster:
            mønster.search(tekst)
        return "search" in vars(mønster)

    uttrykk = rf"rådet før (?P<d>{DATO})\."
    assert not ferdig(uttrykk, "", "rådet", "Møtet i rådet før", "rådet før jul", "rådet før" + " x" * 50)
    assert not ferdig(uttrykk, "rådet før jul.")  # a date has a digit
    assert ferdig(uttrykk, "rådet før 3 møter.")
    assert ferdig(uttrykk, "rådet før" + " 1" * 2_000)
    assert ferdig("rådet møtes", "rådet møtes")
    assert not ferdig("rådet møtes", "rådet")


def test_det_som_ikke_står_for_noe_i_et_mønster_med_luft_ventes_det_ikke_på() -> None:
    assert senere("mø tes  # når", re.VERBOSE).search("Rådet møtes")


def test_hjulet_har_det_hvert_mønster_venter_på(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(venteordfil, "KOMPILERT", tmp_path)
    assert venteordfil.ferdige.__wrapped__() == {}
    [(fil, kode)] = venteordmodul.moduler()
    fil.parent.mkdir()
    fil.write_text(kode, encoding="utf-8")
    ferdige = venteordfil.ferdige.__wrapped__()
    assert ferdige == {uttrykk: ventet(uttrykk) for uttrykk, _ in venteordmodul.mønstrene()}
    assert {mønster.pattern for gruppe in ordliste.alle() for _, mønster in gruppe} < ferdige.keys()
    assert ledd._PERSONER.pattern in ferdige
    monkeypatch.setattr(venteordfil, "__version__", "annen")
    assert venteordfil.ferdige.__wrapped__() == {}


def test_det_hjulet_har_brukes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ventende, "ferdige", lambda: {"møtes": ("", (frozenset(("aldri",)),))})
    assert senere("møtes").search("Rådet møtes") is None
    assert senere("møtes").search("Rådet møtes aldri")
    assert senere("Rådet").search("Rådet møtes")


@pytest.mark.parametrize("hvert", [4, pytest.param(1, marks=grundig)])
def test_det_et_mønster_finner_i_en_avtale_har_ordene_og_passer_i_det_lettere(hvert: int) -> None:
    filer = ("02-kvam-2019.docx", "07-bronnoy-2008.txt", "20-enebakk-2009.txt")
    linjer = [linje.tekst for navn in filer for linje in les((GAMLE / navn).read_bytes(), navn).linjer]
    prøvd = 0
    # A pattern is in the sample by what it is, so that a new one doesn't change which of the others are.
    for uttrykk, flagg in sorted(en for en in {*venteordmodul.mønstrene()} if crc32(en[0].encode()) % hvert == 0):
        lett, med_alt = lettere(uttrykk)
        krav = venteord(med_alt or uttrykk)
        først = re.compile(lett or uttrykk, flagg)
        hele = re.compile(uttrykk, flagg)
        for linje in linjer:
            if (krav or lett) and hele.search(linje):
                prøvd += 1
                assert er_der(krav, brettet(linje)), (uttrykk, linje)
                assert først.search(linje), (uttrykk, linje)
    assert prøvd > 900 / hvert
