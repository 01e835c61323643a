"""What a pattern begins and ends with: most sentences are passed over by it, before anything slower is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from avtalegen.komponering.skjelett.verdier import Liste, Ord, Rekke, Skrevet, Valg, Verdi

SLUTTEGN = ".!?:…"
"""What a sentence of ours ends with."""
ALT = ("",)
"""What any text begins and ends with."""
_Kan = set[str] | None
"""What can stand at the edge, "" where that is nothing; None: anything."""


def begynnelser(deler: Sequence[Verdi]) -> tuple[str, ...]:
    """Return what one of which stands first in all that some pieces can be written as."""
    return _svar(_kan(deler, bakfra=False))


def slutter(deler: Sequence[Verdi]) -> tuple[str, ...]:
    """Return what one of which stands last in all that some pieces can be written as."""
    return _svar(_kan(deler, bakfra=True))


def _svar(kan: _Kan) -> tuple[str, ...]:
    return ALT if kan is None or "" in kan else tuple(sorted(kan))


def _kan(deler: Iterable[Verdi], *, bakfra: bool) -> _Kan:
    alle: set[str] = set()
    for del_ in reversed([*deler]) if bakfra else deler:
        kan = _en(del_, bakfra=bakfra)
        if kan is None:
            return None
        alle |= kan - {""}
        if "" not in kan:
            return alle
    return {*alle, ""}


def _en(verdi: Verdi, *, bakfra: bool) -> _Kan:
    match verdi:
        case Ord(tekst=""):
            return {""}
        case Ord(tekst=tekst) if bakfra:
            return {tekst[-1]} if tekst[-1].isalnum() or tekst[-1] in f"{SLUTTEGN})" else None
        case Ord(tekst=tekst):
            ord_ = tekst.split(maxsplit=1)[0] if tekst[0].isalpha() else ""
            return {ord_[0].lower() + ord_[1:], ord_[0].upper() + ord_[1:]} if ord_ else None
        case Rekke(deler=deler):
            return _kan(deler, bakfra=bakfra)
        case Valg(av=av):
            return _valgt((v for _, v in av), bakfra=bakfra)
        case Liste(ting=ting):
            return _valgt(ting, bakfra=bakfra)
        case Skrevet(filter="punktum" | "setning") if bakfra:
            return {*SLUTTEGN}
        case _:
            return None


def _valgt(av: Iterable[Verdi], *, bakfra: bool) -> _Kan:
    alle = [_en(v, bakfra=bakfra) for v in av]
    return None if None in alle else {kan for en in alle if en for kan in en}
