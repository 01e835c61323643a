"""The ends of paragraphs that can't be taken away, and what is marked in their place.

A pilcrow ends a paragraph, and can only be taken away when there is a paragraph after it. At the end of a cell or of
the text, Word leaves an empty paragraph behind; in front of a table, and of an empty paragraph that stands, LibreOffice
leaves one or gives it the wrong style. There the pilcrow before it is marked instead, as when somebody deletes from the
end of the line above; the last one stands, with the properties that the text then has.

In LibreOffice an empty line is left all the same where nothing that stands is between two tables. That line is made
one of air or of plain text, never a heading or an item with a number; Word leaves none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from avtalegen.utgaver.sporing.biter import Avsnitt
from avtalegen.utgaver.sporing.blokker import Blokk
from avtalegen.utgaver.sporing.merking import Merke, Plan

_UT, _INN = frozenset({"del", "moveFrom"}), frozenset({"ins", "moveTo"})


class Koblet(NamedTuple):
    """Blocks that belong together; None where there is no other."""

    gammel: Blokk | None
    ny: Blokk | None


Ledd = Plan | Koblet
"""A paragraph to write, or something else that is in one or both."""


class Former(NamedTuple):
    """Paragraphs that others can be given the properties of: one that is only air, and one of plain text."""

    luft: Avsnitt
    tekst: Avsnitt


def trygge(ledd: Sequence[Ledd], endret: Callable[[Avsnitt, Avsnitt], Plan], former: Former | None) -> list[Ledd]:
    """Return the same with no marked pilcrow where none can be taken away.

    `endret` makes one paragraph of two, the old one and the new.
    """
    found: list[Ledd] = []
    planer: list[Plan] = []
    for en in ledd:
        if isinstance(en, Plan):
            if _tom(en):
                planer = _trygg(planer, endret, former)
            planer.append(en)
        else:
            found += [*_trygg(planer, endret, former), en]
            planer = []
    return [*found, *_trygg(planer, endret, former, sist=True)]


def _tom(plan: Plan) -> bool:
    """Tell whether a paragraph stands, and is empty."""
    return not plan.merke and not plan.strekk


def _trygg(
    planer: list[Plan],
    endret: Callable[[Avsnitt, Avsnitt], Plan],
    former: Former | None,
    *,
    sist: bool = False,
) -> list[Plan]:
    """Return paragraphs that no other can run into, with a last pilcrow that stands; `sist`: the text ends there."""
    fra = len(planer)
    while fra and planer[fra - 1].merke:
        fra -= 1
    stående, hale = planer[:fra], planer[fra:]
    ut, inn = [en for en in hale if en.merke in _UT], [en for en in hale if en.merke in _INN]
    if ut and inn and (sist or ut[-1].strekk):
        return [*stående, *ut[:-1], *inn[:-1], endret(ut[-1].ny, inn[-1].ny)]
    if not hale:
        return planer
    if ut and not sist and not ut[-1].strekk:
        # LibreOffice leaves the air where it was, and would not give it back its style otherwise.
        return [*_trygg([*stående, *ut[:-1], *inn], endret, former), ut[-1]]
    if not stående and sist and former:
        # What is before it is a table that comes or goes: then the text ends with air that stands.
        if not hale[-1].strekk and hale[-1].ny.form == former.luft.form:
            return [*hale[:-1], replace(hale[-1], merke="")]
        return [_uten_spor(hale[0], former), *hale[1:], Plan([], former.luft)]
    if not stående:
        return [_uten_spor(hale[0], former), *hale[1:]]
    før, siste = stående[-1], hale[-1]
    merke: Merke = "ins" if inn else "del"
    if inn:
        siste = replace(siste, merke="", før=før.før or før.ny)
    else:
        siste = replace(siste, merke="", ny=før.ny, før=siste.ny)
    return [*stående[:-1], replace(før, merke=merke), *hale[:-1], siste]


def _uten_spor(plan: Plan, former: Former | None) -> Plan:
    """Return the first of some paragraphs so that the empty one that LibreOffice leaves of them has no number."""
    if former is None:
        return plan
    if plan.merke in _INN:
        return replace(plan, før=former.luft)
    return replace(plan, ny=former.tekst, før=plan.ny)
