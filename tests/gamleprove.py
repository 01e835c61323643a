"""Imported agreements held against the facts of the old ones: what was found, and the traps that were walked into.

`tests/data/gamle/fasit.json` has facts by agreement: `path` is where one is looked for, the best place first, with
« || » between, and `[*]` for one or more of a list. `value` is a regular expression for the text; «^$» means that
nothing stands there. A fact that is `negativ` is a trap: something that must not be imported. It counts only when the
part of the agreement that it is about is there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from avtalegen.importering import Kilde, Utkast, importer, les
from tests.yamlprove import TEKSTER

GAMLE = Path(__file__).parent / "data" / "gamle"
_UKEDAG = re.compile(r"(man|mån|tir|tys|ons|tor|fre|lør|lau|søn|sun|kvar|hver|virke|yrke)")


class Resultat(NamedTuple):
    """How an import did: facts found and all of them, traps avoided and those that were tried, and what is missing."""

    funnet: int
    fakta: int
    unngått: int
    prøvd: int
    mangler: tuple[str, ...]


@cache
def fasit() -> dict[str, list[dict[str, Any]]]:
    """Return the facts of every agreement."""
    return json.loads((GAMLE / "fasit.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def filer() -> list[Path]:
    """Return the old agreements."""
    return sorted(fil for fil in GAMLE.iterdir() if fil.stem in fasit())


@cache
def kilde(fil: Path) -> Kilde:
    """Return an old agreement read, once for all the tests."""
    return les(fil.read_bytes(), fil.name)


@cache
def utkast(fil: Path) -> Utkast:
    """Return the draft of an old agreement, once for all the tests."""
    return importer(kilde(fil))


def mål(tekst: str, fakta: Iterable[dict[str, Any]]) -> Resultat:
    """Hold a YAML file against the facts."""
    data = _lest(tekst)
    funnet = alle = unngått = prøvd = 0
    mangler = []
    for faktum in fakta:
        felle = faktum.get("negativ", False)
        if felle and not _er_med(data, faktum):
            continue
        rett = _stemmer(data, faktum)
        if felle:
            unngått, prøvd = unngått + rett, prøvd + 1
        else:
            funnet, alle = funnet + rett, alle + 1
        if not rett:
            mangler.append(faktum["fact"])
    return Resultat(funnet, alle, unngått, prøvd, tuple(mangler))


@cache
def _lest(tekst: str) -> Any:
    return yaml.load(tekst, TEKSTER)


def sikre(fil: Path, fakta: Iterable[dict[str, Any]] | None = None) -> list[tuple[str, str, bool]]:
    """Return the sure values that the facts of an agreement are about: the fact, the value, and whether it is right.

    A member, a place or an area is the one that the fact names, and a whole part may lack what the fact is about: those
    facts are about being found, and are left out.
    """
    funnet = []
    for faktum in fasit()[fil.stem] if fakta is None else fakta:
        sti = _delt(faktum["path"].split(" || ")[0])
        en_verdi = "*" not in sti and len(sti) > 1 and sti[-1] != "møter"
        if not en_verdi or faktum["value"].startswith(("^$", "^(?!")):
            continue
        under = [(rute, verdi) for rute, verdi in utkast(fil).verdier if _dekker(rute, sti)]
        if under and all(verdi.sikkerhet == "sikker" for _, verdi in under):
            rett = _stemmer(_lest(utkast(fil).yaml), faktum)
            funnet.append((faktum["fact"], "; ".join(verdi.tekst for _, verdi in under), rett))
    return funnet


def _dekker(rute: tuple[str | int, ...], sti: list[str | int]) -> bool:
    """Tell whether a value stands at a place, or under it; the first of a list may be left out of the place."""
    ord_ = [steg for steg in rute if isinstance(steg, str)]
    return ord_[: len(sti)] == [steg for steg in sti if isinstance(steg, str)][: len(ord_)] and len(ord_) >= sum(
        isinstance(steg, str) for steg in sti
    )


def _stemmer(data: Any, faktum: dict[str, Any]) -> bool:
    tekster = [_flat(node) for sti in faktum["path"].split(" || ") for node in _noder(data, _delt(sti))]
    verdi = faktum["value"]
    if verdi == "^$":
        return not any(tekst.strip() for tekst in tekster)
    if verdi.startswith("^(?!"):  # what must not be there: all the places together
        tekster = ["\n".join(tekster)]
    return any(re.search(verdi, tekst, re.I | re.S) for tekst in tekster)


def _er_med(data: Any, faktum: dict[str, Any]) -> bool:
    """Tell whether the part that a trap is about is imported: an empty file would avoid them all."""
    return len(data) > 1 and (
        faktum["value"] == "^$" or any(_delt(sti)[0] in data for sti in faktum["path"].split(" || "))
    )


def _delt(sti: str) -> list[str | int]:
    biter = re.findall(r"[^.\[\]]+|\[\*\]|\[\d+\]", sti)
    return ["*" if bit == "[*]" else int(bit[1:-1]) if bit.startswith("[") else bit for bit in biter]


def _noder(node: Any, deler: list[str | int]) -> Iterator[Any]:
    if not deler:
        yield node
        return
    del_, rest = deler[0], deler[1:]
    if del_ == "*":
        for en in node if isinstance(node, list) else [node]:
            yield from _noder(en, rest)
    elif isinstance(del_, int):
        alene = not isinstance(node, list)
        if node is not None and (del_ == 0 if alene else del_ < len(node)):
            yield from _noder(node if alene else node[del_], rest)
    elif isinstance(node, dict):
        if del_ in node:
            yield from _noder(node[del_], rest)
    elif isinstance(node, list):
        for en in node:
            yield from _noder(en, deler)
    elif node is not None:
        yield node  # a short form


def _flat(node: Any) -> str:
    """Return the text of a node; the days are a part of hours that stand by day."""
    if isinstance(node, dict):
        linjer = [f"{k} {_flat(v)}" if _UKEDAG.match(str(k)) else _flat(v) for k, v in node.items()]
    elif isinstance(node, list):
        linjer = [_flat(v) for v in node]
    else:
        return "" if node is None else str(node)
    return "\n".join(filter(None, linjer))
