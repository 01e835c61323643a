"""Patterns that wait for their words: what is found is the same as when they are compiled at once."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from avtalegen import importering
from avtalegen.importering import les
from avtalegen.importering.arbeid import Regel
from avtalegen.importering.uttrykk import DATO, ROLLE
from avtalegen.importering.ventende import lettere, senere
from avtalegen.importering.venteord import venteord
from tests.grundig import grundig

GAMLE = Path(__file__).parent / "data" / "gamle"


@pytest.mark.parametrize(
    ("uttrykk", "ord_"),
    [
        ("møtes", {"møtes"}),
        ("(?i:Møtes|møtast)", {"møtes", "møtast"}),
        ("leders? rådet", {" rådet"}),
        ("leder{1,2} (?:av )?råd", {"leder"}),
        (r"leder\srådet\.", {"rådet."}),
        ("(?P<n>[a-z]+)(?:leder|leiar)(?:et)*", {"leder", "leiar"}),
        ("(?:leder|leiar)?n", set()),
        ("(?:leder|leiar){0,2}n", set()),
        ("(?:leder|.*)n", set()),
        ("(?!leder)(?<!leiar)(?=rådet)", {"rådet"}),
        ("[leder]", set()),
        ("le.er.*", set()),
        ("(?i)LEDER", {"leder"}),
        ("(leder)(?(1)rådet)", set()),
        (r"(?P<a>leder)(?P=a)", set()),
    ],
)
def test_ordene_et_mønster_venter_på(uttrykk: str, ord_: set[str]) -> None:
    assert venteord(uttrykk) == ord_


def test_bare_mange_nok_ord_er_for_mange() -> None:
    assert len(venteord("|".join(f"ord{nr}" for nr in range(60)))) == 60
    assert venteord("|".join(f"ord{nr}" for nr in range(61))) == set()


def test_lettere_er_tom_der_en_tung_del_er_nektet() -> None:
    assert lettere(rf"(?P<r>{ROLLE})\sleder") == r"(?P<r>)\sleder"
    assert lettere(rf"før (?P<d>{DATO})") == r"før (?P<d>(?:[\s\S]+?))"
    assert lettere(rf"(?P<r>{ROLLE})(?!(?:, )?{DATO})") == ""
    assert lettere("leder") == ""


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


def test_det_som_ikke_står_for_noe_i_et_mønster_med_luft_ventes_det_ikke_på() -> None:
    assert senere("mø tes  # når", re.VERBOSE).search("Rådet møtes")


def _alle() -> Iterator[tuple[str, int]]:
    """Give the patterns of the importer."""
    for modul in pkgutil.walk_packages(importering.__path__, "avtalegen.importering."):
        for ting in vars(importlib.import_module(modul.name)).values():
            for en in ting if isinstance(ting, (tuple, list)) else (ting,):
                if isinstance(en, Regel):
                    yield en.uttrykk, 0
                elif type(en).__name__ == "_Ventende":
                    yield en.pattern, en._flagg


@pytest.mark.parametrize("hvert", [4, pytest.param(1, marks=grundig)])
def test_det_et_mønster_finner_i_en_avtale_har_ordene_og_passer_i_det_lettere(hvert: int) -> None:
    filer = ("02-kvam-2019.docx", "07-bronnoy-2008.txt", "20-enebakk-2009.txt")
    linjer = [linje.tekst for navn in filer for linje in les((GAMLE / navn).read_bytes(), navn).linjer]
    brettet = [linje.casefold() for linje in linjer]
    prøvd = 0
    for uttrykk, flagg in sorted(set(_alle()))[::hvert]:
        lett = lettere(uttrykk)
        if not (ord_ := venteord(lett or uttrykk)) and not lett:
            continue
        først = re.compile(lett or uttrykk, flagg)
        hele = re.compile(uttrykk, flagg)
        for linje, foldet in zip(linjer, brettet, strict=True):
            if hele.search(linje):
                prøvd += 1
                assert not ord_ or any(o in foldet for o in ord_), (uttrykk, linje)
                assert først.search(linje), (uttrykk, linje)
    assert prøvd > 900 / hvert
