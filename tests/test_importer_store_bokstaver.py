"""A capital letter in a pattern is one: what is said of the case of the words around it, doesn't reach it."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from avtalegen import importering
from avtalegen.importering.arbeid import Regel
from tests.grundig import grundig

MODULER = [
    importlib.import_module(modul.name)
    for modul in pkgutil.walk_packages(importering.__path__, "avtalegen.importering.")
]


def bare_store(klasse: Iterable[Any]) -> bool:
    """Tell whether a class has the capital letters, and neither the small ones nor all that is like a letter."""
    rekker = [verdi for slag, verdi in klasse if slag is _constants.RANGE]
    andre = {slag for slag, _ in klasse}
    return (
        (ord("A"), ord("Z")) in rekker
        and (ord("a"), ord("z")) not in rekker
        and not (andre & {_constants.NEGATE, _constants.CATEGORY})
    )


def nådd(deler: Any, uansett: bool) -> bool:
    """Tell whether such a class stands where the case of letters doesn't count."""
    for slag, verdi in deler:
        if slag is _constants.IN:
            if uansett and bare_store(verdi):
                return True
        elif slag is _constants.SUBPATTERN:
            _, på, av, under = verdi
            if nådd(under, (uansett or bool(på & re.IGNORECASE)) and not av & re.IGNORECASE):
                return True
        elif isinstance(verdi, (tuple, list)):
            for under in verdi[1] if slag is _constants.BRANCH else verdi:
                if isinstance(under, _parser.SubPattern) and nådd(under, uansett):
                    return True
    return False


def feil(uttrykk: str, flagg: int = 0) -> bool:
    lest = _parser.parse(uttrykk, flagg)
    return nådd(lest, bool(lest.state.flags & re.IGNORECASE))


@pytest.mark.parametrize(
    ("uttrykk", "er_feil"),
    [
        (r"(?i)i [A-ZÆØÅ]\w+", True),
        (r"(?i)i (?-i:[A-ZÆØÅ])\w+", False),
        (r"(?i:i) [A-ZÆØÅ]\w+", False),
        (r"(?i:(?:i|på) (?:[A-Z]|x)?)", True),
        (r"(?i)(?=[A-Z])x", True),
        (r"(?i)[A-Za-z]", False),
        (r"(?i)[^A-Z]", False),
    ],
)
def test_det_som_er_feil(uttrykk: str, er_feil: bool) -> None:
    assert feil(uttrykk) == er_feil


def mønstrene(ting: object) -> Iterator[tuple[str, int]]:
    """Give the patterns in what a module holds."""
    if isinstance(ting, Regel):
        yield ting.uttrykk, 0
    elif type(ting).__name__ == "_Ventende":
        yield ting.pattern, ting.flags  # type: ignore[attr-defined]
    elif type(ting).__name__ == "_Senere":
        yield ting._uttrykk, ting._flagg  # type: ignore[attr-defined]
    elif isinstance(ting, re.Pattern):
        yield ting.pattern, ting.flags
    elif isinstance(ting, (tuple, list, dict)):
        for under in ting.values() if isinstance(ting, dict) else ting:
            yield from mønstrene(under)


def test_ingen_store_bokstaver_i_mønstrene_er_også_små() -> None:
    alle = {
        (uttrykk, flagg & (re.IGNORECASE | re.VERBOSE))
        for modul in MODULER
        for ting in vars(modul).values()
        for uttrykk, flagg in mønstrene(ting)
    }
    assert len(alle) > 500
    assert [uttrykk for uttrykk, flagg in alle if feil(uttrykk, flagg)] == []


def skrevne(node: ast.AST) -> str:
    """Return a text in the source as it is written; what is put into it stands as one sign."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(skrevne(en) or "_" for en in node.values) if isinstance(node, ast.JoinedStr) else ""


@grundig
def test_heller_ikke_i_dem_som_står_i_en_funksjon() -> None:
    lest = 0
    for modul in MODULER:
        for node in ast.walk(ast.parse(Path(str(modul.__file__)).read_text(encoding="utf-8"))):
            tekst = skrevne(node)
            if "(?i" not in tekst or not re.search(r"\[[^]]*A-Z", tekst):
                continue
            try:
                er_feil = feil(tekst)
            except re.error:
                continue  # a part of one
            lest += 1
            assert not er_feil, (modul.__name__, tekst)
    assert lest > 20
