"""Paragraphs and rows with tracked changes, as WordprocessingML.

Nothing is marked within something marked. A paragraph that has come or gone has a marked end as well as marked text, a
row is marked itself and in each of its paragraphs, and every mark has an id of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Literal

from avtalegen.skrivere.word.xml import (
    FIELD,
    HISTORY,
    HYPERLINK,
    INSTRUCTION,
    NUM_ID,
    NUM_PR,
    P_PR,
    R_ID,
    R_NS,
    R_PR,
    SPACE,
    VAL,
    Element,
    P,
    R,
    SubElement,
    T,
)
from avtalegen.utgaver.sporing.biter import TEGN, Avsnitt, Bit, W, ser_ut, tekst_i
from avtalegen.utgaver.sporing.ordene import Hva, Strekk

Merke = Literal["", "ins", "del", "moveFrom", "moveTo"]
"""What is said of the end of a paragraph; "" when it stands."""
_OMSLAG: dict[Hva, str] = {"ut": W + "del", "inn": W + "ins", "fra": W + "moveFrom", "til": W + "moveTo"}
_ID, _AUTHOR, _DATE, _NAME = W + "id", W + "author", W + "date", W + "name"
_DEL_TEXT, _INSTR_TEXT, _DEL_INSTR = W + "delText", W + "instrText", W + "delInstrText"
_FIELD_CHAR, _KIND = W + "fldChar", W + "fldCharType"
_EMBED = f"{{{R_NS}}}embed"
_ELEMENT_OF = {tegn: tag for tag, tegn in TEGN.items()}
_DELER = re.compile("([\t\n\u00ad\u2011])")


@dataclass(slots=True)
class Plan:
    """A paragraph to write: what becomes of its text, and of its end.

    `ny` is the paragraph whose properties it has, `før` the one whose properties it had. `flytting` is the number of
    the move that it is part of, 0 when it is not moved.
    """

    strekk: Sequence[Strekk]
    ny: Avsnitt
    før: Avsnitt | None = None
    merke: Merke = ""
    flytting: int = 0
    etter: Sequence[Element] = field(default_factory=tuple)


class Merker:
    """The marks: who has changed it and when, and the next number."""

    def __init__(self, forfatter: str, dato: str, neste: int) -> None:
        self._forfatter, self._dato, self._neste = forfatter, dato, neste

    def nye(self) -> dict[str, str]:
        """Return the attributes of a new mark."""
        self._neste += 1
        return {_ID: str(self._neste - 1), _AUTHOR: self._forfatter, _DATE: self._dato}


class Penn:
    """Writes paragraphs with marks.

    `lister` gives the number ids that the lists of the old file have here, `lenke` the relationship of an address, and
    `bilder` those of the pictures of the old file, by what they were.
    """

    def __init__(
        self,
        rot: Element,
        merker: Merker,
        lister: Mapping[str, str],
        lenke: Callable[[str], str],
        bilder: Mapping[str, str],
    ) -> None:
        self._rot, self._merker, self._lister = rot, merker, lister
        self._lenke, self._bilder = lenke, bilder

    def avsnitt(self, plan: Plan) -> Element:
        """Return a paragraph."""
        if plan.før and not plan.merke and plan.før.nøkkel == plan.ny.nøkkel and self._samme_form(plan.før, plan.ny):
            return deepcopy(plan.ny.p)
        p = self._rot.makeelement(P)
        p.append(self._egenskaper(plan))
        for strekk in plan.strekk:
            self._strekk(p, strekk)
        for element in plan.etter:
            copy = deepcopy(element)
            # What refers to a comment is a run, and goes with the paragraph.
            if element.tag == R and plan.merke in {"ins", "moveTo"} and all(en.hva != "står" for en in plan.strekk):
                SubElement(p, W + "ins", self._merker.nye()).append(copy)
            else:
                p.append(copy)
        if not plan.merke and not plan.ny.gammelt and plan.ny.holdt is not None:
            p.append(deepcopy(plan.ny.holdt))
        return p

    def grenser(self, merke: Merke, nummer: int) -> tuple[Element, Element]:
        """Return what stands before and after paragraphs that are moved from or to a place."""
        attributes = {**self._merker.nye(), _NAME: f"flytting{nummer}"}
        start = self._rot.makeelement(f"{W}{merke}RangeStart", attributes)
        return start, self._rot.makeelement(f"{W}{merke}RangeEnd", {_ID: attributes[_ID]})

    def merk_rad(self, tr: Element, merke: Literal["ins", "del"]) -> None:
        """Say of a row that it has come or gone."""
        properties = tr.find(W + "trPr")
        if properties is None:
            properties = self._rot.makeelement(W + "trPr")
            tr.insert(0, properties)
        SubElement(properties, W + merke, self._merker.nye())

    def _egenskaper(self, plan: Plan) -> Element:
        properties = self._kopi(plan.ny)
        if plan.merke:
            SubElement(SubElement(properties, R_PR), W + plan.merke, self._merker.nye())
        if plan.før is not None and not self._samme_form(plan.før, plan.ny):
            SubElement(properties, W + "pPrChange", self._merker.nye()).append(self._kopi(plan.før))
        return properties

    def _kopi(self, avsnitt: Avsnitt) -> Element:
        if avsnitt.egenskaper is None:
            return self._rot.makeelement(P_PR)
        copy = deepcopy(avsnitt.egenskaper)
        number = copy.find(f"{NUM_PR}/{NUM_ID}")
        if avsnitt.gammelt and number is not None:
            number.set(VAL, self._nummer(avsnitt))
        return copy

    def _nummer(self, avsnitt: Avsnitt) -> str:
        return self._lister.get(avsnitt.liste, avsnitt.liste) if avsnitt.gammelt else avsnitt.liste

    def _samme_form(self, a: Avsnitt, b: Avsnitt) -> bool:
        return self._form(a) == self._form(b)

    def _form(self, avsnitt: Avsnitt) -> tuple[str, str, str, bool]:
        return (avsnitt.stil_id, avsnitt.nivå, self._nummer(avsnitt), avsnitt.sitat)

    def _strekk(self, p: Element, strekk: Strekk) -> None:
        lenke, lenken = "", p
        omslag: Element | None = None
        forrige: tuple[object, ...] | None = None
        r = p
        for n, bit in enumerate(strekk.biter):
            if bit.foran:
                p.extend(deepcopy(element) for element in bit.foran)
                lenke, lenken, omslag, forrige = "", p, None, None
            if bit.lenke != lenke:
                lenke, lenken, omslag, forrige = bit.lenke, p, None, None
                if lenke:
                    lenken = SubElement(p, HYPERLINK, {R_ID: self._lenke(lenke), HISTORY: "1"})
            if omslag is None:
                omslag = lenken
                if strekk.hva in _OMSLAG:
                    omslag = SubElement(lenken, _OMSLAG[strekk.hva], self._merker.nye())
            if bit.ting is not None:
                self._ting(omslag, bit, strekk.hva)
                forrige = None
                continue
            før = strekk.før[n].utseende if strekk.før else bit.utseende
            look = (ser_ut(bit.utseende), ser_ut(før))
            if look != forrige:
                r = SubElement(omslag, R)
                self._utseende(r, bit.utseende, før if look[0] != look[1] else bit.utseende)
                forrige = look
            _skriv(r, bit.tekst, _DEL_TEXT if strekk.hva == "ut" else T)

    def _utseende(self, r: Element, nå: Element | None, før: Element | None) -> None:
        if nå is not None:
            r.append(deepcopy(nå))
        if før is not nå:
            properties = r[0] if len(r) else SubElement(r, R_PR)
            was = SubElement(properties, W + "rPrChange", self._merker.nye())
            was.append(self._rot.makeelement(R_PR) if før is None else deepcopy(før))

    def _ting(self, omslag: Element, bit: Bit, hva: Hva) -> None:
        assert bit.ting is not None
        if bit.ting.tag == FIELD and hva != "står":
            # A simple field can't stand within a mark, the runs of another can.
            self._felt(omslag, bit.ting, _DEL_INSTR if hva == "ut" else _INSTR_TEXT, _DEL_TEXT if hva == "ut" else T)
            return
        copy = deepcopy(bit.ting)
        if hva in {"ut", "fra"}:
            for element in copy.iter():
                if picture := self._bilder.get(element.get(_EMBED, "")):
                    element.set(_EMBED, picture)
                if str(element.tag).endswith(("}docPr", "}cNvPr")):
                    element.set("id", "2")
        omslag.append(copy)

    @staticmethod
    def _felt(omslag: Element, felt: Element, instruction: str, text: str) -> None:
        for kind in ("begin", "", "separate", "result", "end"):
            r = SubElement(omslag, R)
            if kind == "":
                _skriv(r, felt.get(INSTRUCTION, ""), instruction)
            elif kind == "result":
                _skriv(r, tekst_i(felt), text)
            else:
                SubElement(r, _FIELD_CHAR).set(_KIND, kind)


def _skriv(r: Element, tekst: str, tag: str) -> None:
    for del_ in filter(None, _DELER.split(tekst)):
        if del_ in _ELEMENT_OF:
            SubElement(r, _ELEMENT_OF[del_])
            continue
        siste = r[-1] if len(r) and r[-1].tag == tag else SubElement(r, tag)
        siste.text = f"{siste.text or ''}{del_}"
        if siste.text[:1].isspace() or siste.text[-1:].isspace():
            siste.set(SPACE, "preserve")
        elif SPACE in siste.attrib:
            del siste.attrib[SPACE]
