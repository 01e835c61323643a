"""Agreements with one field that can't be read: what the rules then say, held against what they say of the whole one.

`brudd` gives an agreement with each field broken in turn, in several ways; `uten_dekning` and `tapt` tell which
findings are there without reason, and which are gone, when one is held against the other.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple

import yaml

from avtalegen.flyt import Checked, check
from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.regler import Valg
from tests.yamlprove import DUMPER, alle_ruter

Path = tuple[str | int, ...]
I_DAG = date(2026, 11, 20)
OM_LESINGEN = ("SKJ", "YML", "ARV", "FIL")


Endring = Callable[[Any, Any], object]
"""Breaks what stands at a key in a mapping, or at a number in a list."""


class Brudd(NamedTuple):
    """A way to break one field of an agreement."""

    navn: str
    rute: Path
    endre: Endring


def _nøstet(verdi: Any) -> Any:
    return [[verdi]]


def _i_mapping(verdi: Any) -> Any:
    return {"tullenøkkel": verdi}


def _feil_type(verdi: Any) -> Any:
    return {"tullenøkkel": verdi} if isinstance(verdi, str) else "kanskje"


def _uleselig(verdi: Any) -> Any:
    return "31.02.2026 kanskje"


VERDIER: dict[str, Callable[[Any], Any]] = {
    "nøstet": _nøstet,
    "i en mapping": _i_mapping,
    "feil type": _feil_type,
    "uleselig": _uleselig,
}
NØKLER: dict[str, Callable[[str], str]] = {
    "doblet bokstav": lambda nøkkel: nøkkel[:2] + nøkkel[1:],
    "uten siste bokstav": lambda nøkkel: nøkkel[:-1],
    "ombyttet": lambda nøkkel: nøkkel[0] + nøkkel[2:3] + nøkkel[1:2] + nøkkel[3:],
    "helt annen nøkkel": lambda nøkkel: "tullenøkkel",
}


def brudd(data: Any) -> Iterator[Brudd]:
    """Yield the ways to break each field. Some of them leave what can be read all the same (`er_brutt`)."""
    for rute in alle_ruter(data):
        sted = ".".join(map(str, rute))
        for måte, ny in VERDIER.items():
            yield Brudd(f"{sted} {måte}", rute, partial(_byttet, ny=ny))
        if isinstance(rute[-1], str):
            for måte, navn in NØKLER.items():
                yield Brudd(f"{sted} {måte}", rute, partial(_omdøpt, navn=navn))
            yield Brudd(f"{sted} borte", rute, lambda sted, nøkkel: sted.pop(nøkkel))
    for rute in [(), *alle_ruter(data)]:
        if isinstance(_ved(data, rute), dict):
            yield Brudd(f"{'.'.join(map(str, rute))} ukjent ved siden", (*rute, "tullenøkkel"), _med_ukjent)


def brutt(data: Any, *brudd: Brudd) -> str | None:
    """Return the YAML of an agreement with some fields broken, None when one of them is inside another."""
    ruter = [ett.rute for ett in brudd]
    if any(_under(a, b) for a in ruter for b in ruter if a is not b):
        return None
    ny = copy.deepcopy(data)
    steder = [_ved(ny, ett.rute[:-1]) for ett in brudd]
    for ett, sted in zip(brudd, steder, strict=True):
        if isinstance(sted, dict) and ett.rute[-1] not in sted and ett.endre is not _med_ukjent:
            return None
        ett.endre(sted, ett.rute[-1])
    return skrevet(ny)


def skrevet(data: Any) -> str:
    """Return the YAML of an agreement."""
    return yaml.dump(data, Dumper=DUMPER, allow_unicode=True, sort_keys=False)


def prøv(tekst: str, *, klar: bool = False) -> Checked:
    """Return what is found in an agreement."""
    return check(tekst, "a.yaml", Valg(I_DAG, klar_for_signering=klar))


def er_brutt(checked: Checked) -> bool:
    """Tell whether the format has something to say of it."""
    return any(d.code.startswith("SKJ") for d in checked.diagnostics)


def uten_dekning(hel: Checked, brutt: Checked, ruter: Iterable[Path]) -> list[Diagnostic]:
    """Return the findings of rules that the whole agreement hasn't, and that aren't about what is broken."""
    flere = Counter(map(_hva, regelfunn(brutt))) - Counter(map(_hva, regelfunn(hel)))
    return [d for d in regelfunn(brutt) if _hva(d) in flere and not _om(d, ruter)]


def tapt(hel: Checked, brutt: Checked, ruter: Iterable[Path]) -> list[Diagnostic]:
    """Return the findings of the whole agreement that are gone, and that weren't about what is broken."""
    færre = Counter(map(_hva, regelfunn(hel))) - Counter(map(_hva, regelfunn(brutt)))
    return [d for d in regelfunn(hel) if _hva(d) in færre and not _om(d, ruter)]


def regelfunn(checked: Checked) -> list[Diagnostic]:
    """Return what the rules have found."""
    return [d for d in checked.diagnostics if not d.code.startswith(OM_LESINGEN)]


def _hva(d: Diagnostic) -> tuple[object, ...]:
    return d.code, d.severity, d.message


def _om(d: Diagnostic, ruter: Iterable[Path]) -> bool:
    return d.route is not None and any(_under(d.route, rute) for rute in ruter)


def _under(rute: Path, over: Path) -> bool:
    """Tell whether a route leads into what another one leads to. One thing may stand where there could be a list."""
    rute_ = list(rute)
    for steg in over:
        while rute_ and isinstance(rute_[0], int) and not isinstance(steg, int):
            rute_.pop(0)
        if not rute_ or rute_.pop(0) != steg:
            return False
    return True


def _ved(data: Any, rute: Path) -> Any:
    for steg in rute:
        data = data[steg]
    return data


def _byttet(sted: Any, nøkkel: Any, ny: Callable[[Any], Any]) -> None:
    sted[nøkkel] = ny(sted[nøkkel])


def _med_ukjent(sted: dict[str, Any], nøkkel: str) -> None:
    sted[nøkkel] = "tull"


def _omdøpt(sted: dict[str, Any], nøkkel: str, navn: Callable[[str], str]) -> None:
    poster = [(navn(nøkkel) if n == nøkkel else n, v) for n, v in sted.items()]
    sted.clear()
    sted.update(poster)
