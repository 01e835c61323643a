"""A Word file with all tracked changes accepted or rejected, as Word does it: what is left of the XML.

This knows nothing of how the changes came there (`fletting`), so that it can tell whether they say what they should.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Literal, NamedTuple

from avtalegen.skrivere.word.xml import P_PR, R_PR, Element, P, T
from avtalegen.utgaver.sporing.biter import W

Svar = Literal["godta", "avvis"]
_INN, _UT = frozenset({W + "ins", W + "moveTo"}), frozenset({W + "del", W + "moveFrom"})
_TR_PR = W + "trPr"
_ENDRET = {W + "pPrChange": (W + "rPr", W + "sectPr"), W + "rPrChange": ()}
_TEKST = frozenset(W + name for name in ("r", "hyperlink", "fldSimple"))
_GRENSER = frozenset(f"{W}move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End"))
_SYNLIG = (W + "drawing", W + "tab", W + "br", W + "fldChar", W + "fldSimple")
_SLETTET = {W + "delText": T, W + "delInstrText": W + "instrText"}


class Lesemåte(NamedTuple):
    """What becomes of a paragraph whose end is taken away: whose properties the text then has.

    In Word, those of the paragraph that it runs into; in LibreOffice its own, unless nothing is left of it. A file
    that is to be the same in both, must give the same either way.
    """

    egne: bool = False


WORD, LIBREOFFICE = Lesemåte(), Lesemåte(egne=True)


def deler_seg(root: Element) -> bool:
    """Tell whether there is a paragraph whose end may go and whose text may stay: where the programs differ."""
    for p in root.iter(P):
        ends = {str(e.tag) for e in p.iterfind(f"{P_PR}/{R_PR}/*")} & (_INN | _UT)
        if ends and any(e.tag in _TEKST and e.getparent() is p for e in p):
            return True
        if ends and any(e.tag not in ends for e in p.iter(*_INN, *_UT) if e.getparent() is p):
            return True
    return False


def løst(root: Element, svar: Svar, måte: Lesemåte = WORD) -> Element:
    """Return a part with all changes accepted or rejected."""
    root = deepcopy(root)
    bort, blir = (_UT, _INN) if svar == "godta" else (_INN, _UT)
    if svar == "avvis":
        _tilbake(root)
    else:
        for change in [*root.iter(*_ENDRET)]:
            _fjern(change)
    for element in [*root.iter(*_GRENSER)]:
        _fjern(element)
    _rader(root, bort, blir)
    slutter = _slutter(root, bort)
    for element in [*root.iter(*bort)]:
        if element.getparent() is not None:
            _fjern(element)
    for element in [*root.iter(*blir)]:
        _pakk_ut(element)
    for element in [*root.iter(*_SLETTET)]:
        element.tag = _SLETTET[str(element.tag)]
    # The last first: then nothing is moved more than once.
    for p in reversed(slutter):
        _slå_sammen(p, måte)
    return root


def _fjern(element: Element) -> None:
    # In a file from anybody, one change can stand within another that is gone already.
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _pakk_ut(element: Element) -> None:
    if element.getparent() is not None:
        for child in [*element]:
            element.addprevious(child)
        _fjern(element)


def _tilbake(root: Element) -> None:
    """Give paragraphs and runs the properties they had."""
    for change in [*root.iter(*_ENDRET)]:
        properties = change.getparent()
        if properties is None:
            continue
        kept = [e for e in properties if e.tag in _ENDRET[str(change.tag)]]
        properties[:] = [*(change[0] if len(change) else ()), *kept]


def _rader(root: Element, bort: frozenset[str], blir: frozenset[str]) -> None:
    for properties in [*root.iter(_TR_PR)]:
        marks = {str(e.tag) for e in properties}
        tr = properties.getparent()
        if tr is not None and not marks.isdisjoint(bort):
            tbl = tr.getparent()
            _fjern(tr)
            if tbl is not None and tbl.find(tr.tag) is None:
                _fjern(tbl)
            continue
        for mark in [e for e in properties if e.tag in blir]:
            properties.remove(mark)


def _slutter(root: Element, bort: frozenset[str]) -> list[Element]:
    """Take the marks away from the ends of paragraphs, and return the paragraphs whose ends go."""
    found = []
    for p in root.iter(P):
        mark = p.find(f"{P_PR}/{R_PR}")
        if mark is None:
            continue
        if any(e.tag in bort for e in mark):
            found.append(p)
        for e in [e for e in mark if e.tag in _INN | _UT]:
            mark.remove(e)
        if not len(mark):
            _fjern(mark)
    return found


def _slå_sammen(p: Element, måte: Lesemåte) -> None:
    """Let what is left of a paragraph without an end run into the next one."""
    etter = p.getnext()
    innhold = [e for e in p if e.tag != P_PR]
    tom = not any(True for e in innhold for _ in e.iter(T, *_SYNLIG))
    if etter is None or etter.tag != P:
        # There is nothing to run into: Word takes an empty paragraph away, but not the last one.
        if tom and etter is not None and not str(etter.tag).endswith("sectPr"):
            _fjern(p)
        return
    properties = etter.find(P_PR)
    if måte.egne and not tom:
        own = p.find(P_PR)
        if properties is not None:
            etter.remove(properties)
        if own is not None:
            etter.insert(0, own)
        properties = own
    at = 0 if properties is None else 1
    etter[at:at] = innhold
    _fjern(p)
