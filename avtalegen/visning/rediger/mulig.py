"""What the guide proposes for an agreement: where it says nothing, and instead of a value that a finding is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from avtalegen.flyt import Checked
from avtalegen.forslag.veilederens import Forslag, for_kode, forslag
from avtalegen.funn.diagnostic import Diagnostic, Rute
from avtalegen.lesing import Mapping, Node, Scalar, Sequence, is_written
from avtalegen.modell.former import Målform
from avtalegen.visning.rediger.setninger import setning

_LENGST = 30  # characters: a whole sentence of somebody's own is not exchanged by the press of a button
Json = dict[str, Any]


def ledige(checked: Checked, målform: Målform) -> Iterator[Json]:
    """Give the proposals for places where the agreement says nothing."""
    root = checked.source.root
    if root is None:
        return
    for ett in forslag(målform):
        if _passer(ett, checked) and (rute := _ledig(root, ett.rute)):
            yield {
                "rute": list(rute),
                "verdi": ett.verdi,
                "setning": setning(ett.rute, målform),
                "hvorfor": ett.hvorfor,
                "koder": list(ett.regler),
            }


def endre_til(found: Diagnostic, checked: Checked, målform: Målform) -> Json | None:
    """Return what a value could be changed to that a finding is about, and its place; None when nothing is proposed.

    A number that is a least one stays that: «minst to» is changed to «minst 4».
    """
    root, rute = checked.source.root, found.route
    if root is None or rute is None:
        return None
    keys = tuple(steg for steg in rute if isinstance(steg, str))
    for ett in for_kode(found.code, målform):
        if not isinstance(ett.verdi, str) or len(ett.verdi) > _LENGST or not _passer(ett, checked):
            continue
        nå = _på(root, rute if keys == ett.rute else ett.rute)
        if nå is None or len(nå) > _LENGST:
            continue
        minst = re.match(r"(minst)\s", nå, re.IGNORECASE) if ett.verdi.isdecimal() else None
        verdi = f"{minst[1]} {ett.verdi}" if minst else ett.verdi
        if verdi.casefold() != nå.casefold():
            return {"rute": list(rute if keys == ett.rute else ett.rute), "verdi": verdi}
    return None


def _passer(ett: Forslag, checked: Checked) -> bool:
    avtale = checked.avtale
    kommuner = len(avtale.parter.kommuner) if avtale else 1
    kontakter = sum(max(len(one.navn), int(one.antall or 1)) for one in avtale.politikontakt) if avtale else 1
    return ett.passer(kommuner, kontakter)


def _på(root: Node, rute: Rute) -> str | None:
    """Return the text that stands at the end of a way as it is written; None when none does."""
    node: Node | None = root
    for steg in rute:
        if isinstance(node, Mapping) and isinstance(steg, str) and steg in node.entries:
            node = node.entries[steg].value
        elif isinstance(node, Sequence) and isinstance(steg, int) and steg < len(node.items):
            node = node.items[steg]
        else:
            return None
    return node.value if isinstance(node, Scalar) else None


def _ledig(root: Node, rute: tuple[str, ...]) -> Rute | None:
    """Return the way to the place that a proposal is for, into the only item of a list; None when it is not free."""
    node: Node | None = root
    way: list[str | int] = []
    for steg in rute:
        if isinstance(node, Sequence):
            if len(node.items) != 1:
                return None
            way.append(0)
            node = node.items[0]
        if isinstance(node, Scalar) and node.value is not None:
            return None
        way.append(steg)
        node = node.entries[steg].value if isinstance(node, Mapping) and steg in node.entries else None
    return tuple(way) if node is None or not is_written(root, way) else None
