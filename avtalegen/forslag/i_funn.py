"""Findings with what could be written: the proposal for the place, when nothing else stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from avtalegen.forslag.veilederens import Forslag, forslag
from avtalegen.funn.begge import likt
from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.lesing import Mapping, Node, Scalar, Sequence
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform

_NEI = ("nei", "no", "false")


def med_forslag(funn: Iterable[Diagnostic], rot: Node, avtale: Avtale, målform: Målform) -> Iterator[Diagnostic]:
    """Give the findings of an agreement, those that a proposal answers with «Forslag: …» at the end of their help.

    `rot` is the tree of the agreement with what it inherits, `avtale` what could be read of it. A list that
    somebody has written is left in peace: what it lacks, the finding says. What several findings miss is proposed in
    the first one.
    """
    kontakter = sum(max(len(p.navn), int(p.antall or 1)) for p in avtale.politikontakt)
    mulige = _med_kort_form(målform)
    vist: set[str] = set()
    for ett in funn:
        hjelp = ett.hint
        for mulig, kort in mulige.get(ett.code, ()):
            passende = _passende(mulig, rot, ett) if mulig.passer(len(avtale.parter.kommuner), kontakter) else None
            if passende is None:
                continue
            linje = kort if passende is mulig else passende.kort()
            if linje in (ett.hint or ""):
                continue
            if (setning := _setning(passende.rute, linje)) not in vist:
                vist.add(setning)
                hjelp = hjelp + likt(f"\n{setning}") if hjelp else likt(setning)
        yield ett if hjelp is ett.hint else ett._replace(hint=hjelp)


@cache
def _med_kort_form(målform: Målform) -> dict[str, list[tuple[Forslag, str]]]:
    """Return the proposals by the codes that they answer, each with itself on one line: the same in every agreement."""
    etter_kode: dict[str, list[tuple[Forslag, str]]] = {}
    for ett in forslag(målform):
        for kode in ett.regler:
            etter_kode.setdefault(kode, []).append((ett, ett.kort()))
    return etter_kode


def _setning(rute: tuple[str, ...], kort: str) -> str:
    over = ".".join(rute[:-1])
    return f"Forslag: «{kort}»{f' under «{over}»' if over else ''}."


def _passende(forslag: Forslag, rot: Node, funn: Diagnostic) -> Forslag | None:
    """Return what of a proposal can be written, None when something stands there that it can't replace."""
    node = _på(rot, forslag.rute, funn.route or ())
    if not isinstance(node, Mapping):
        return None if isinstance(node, Sequence) or _valgt_bort(node, forslag) else forslag
    # Of a part that is there, the field that the finding is about.
    nøkler = tuple(steg for steg in funn.route or () if isinstance(steg, str))
    nøkkel = nøkler[len(forslag.rute)] if len(nøkler) > len(forslag.rute) else None
    if not isinstance(forslag.verdi, dict) or nøkkel is None or nøkkel not in forslag.verdi:
        return None
    return _passende(forslag._replace(rute=(*forslag.rute, nøkkel), verdi=forslag.verdi[nøkkel]), rot, funn)


def _valgt_bort(node: Node | None, forslag: Forslag) -> bool:
    """Tell whether somebody has said no to what a proposal describes."""
    nei = isinstance(node, Scalar) and (node.value or "").casefold() in _NEI
    return nei and isinstance(forslag.verdi, dict)


def _på(rot: Node, rute: tuple[str, ...], funnets: tuple[str | int, ...]) -> Node | None:
    """Return what stands at a place, None when nothing does. In lists it is the item that the finding is about."""
    node: Node | None = rot
    for dybde, nøkkel in enumerate(rute):
        if isinstance(node, Sequence) and node.items:
            steg = funnets[dybde] if len(funnets) > dybde else 0
            node = node.items[steg if isinstance(steg, int) and steg < len(node.items) else 0]
        if not isinstance(node, Mapping) or nøkkel not in node.entries:
            return None
        node = node.entries[nøkkel].value
    return node
