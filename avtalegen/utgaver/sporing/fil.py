"""A Word file with an edition in it, opened: its parts and what they say of each other."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable
from functools import cached_property

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere.word.deler import read_parts
from avtalegen.skrivere.word.xml import R_NS, VAL, Element, parse_untrusted
from avtalegen.utgaver.sporing.biter import W

HOVEDDEL, LENKER = "word/document.xml", "word/_rels/document.xml.rels"
NUM, NUM_ID, STYLE, STYLE_ID = W + "num", W + "numId", W + "style", W + "styleId"
_MEST_XML = 20_000_000  # bytes: an agreement is some hundred thousand, with the YAML that it carries
_MERKET = re.compile(rb' w:id="([0-9]{1,9})"')


class Fil:
    """A Word file, opened."""

    def __init__(self, data: bytes, hva: str) -> None:
        """Open a file; `hva` is what it is called to the one who gave it. Raises `AvtalegenError` for what is none."""
        try:
            parts = read_parts(data)
        except Exception:  # zipfile can raise nearly anything
            parts = None
        if parts is None or HOVEDDEL not in parts:
            raise AvtalegenError(
                Begge(
                    f"{hva} er ikke et Word-dokument som kan leses. Oppgi en docx-fil.",
                    f"{hva} er ikkje eit Word-dokument som kan lesast. Oppgi ei docx-fil.",
                )
            )
        if sum(len(data) for name, data in parts.items() if name.endswith(".xml")) > _MEST_XML:
            raise AvtalegenError(
                Begge(
                    f"{hva} er større enn en avtale kan være. Det er ikke lest.",
                    f"{hva} er større enn ein avtale kan vere. Det er ikkje lese.",
                )
            )
        self.deler = parts
        try:
            self.rot = self.tre(HOVEDDEL)
            self._relasjoner = [*self._del(LENKER)]
            self.stilene, self.listene, self.oppsettet = map(self._delen, ("styles", "numbering", "settings"))
            self.stiler = {s.get(STYLE_ID, ""): _navn(s) for s in self._del(self.stilene) if s.tag == STYLE}
        except ValueError as error:
            raise AvtalegenError(
                Begge(f"{hva} er skadet og kan ikke leses.", f"{hva} er skadd og kan ikkje lesast.")
            ) from error
        self.kropp = _kropp(self.rot)

    def tre(self, name: str) -> Element:
        """Return a part as a tree."""
        return parse_untrusted(self.deler[name])

    def _del(self, name: str) -> Iterable[Element]:
        return self.tre(name) if name in self.deler else ()

    def _av_slag(self, kind: str) -> dict[str, str]:
        of_kind = (r for r in self._relasjoner if r.get("Type") == f"{R_NS}/{kind}")
        return {r.get("Id", ""): r.get("Target", "") for r in of_kind}

    def _deler(self, kind: str) -> dict[str, str]:
        """Return the names of the parts of a kind that are there, by relationship."""
        # From the top of the package when the target begins with a stroke.
        names = {id: posixpath.join("/word", target)[1:] for id, target in self._av_slag(kind).items()}
        return {id: name for id, name in names.items() if name in self.deler}

    def _delen(self, kind: str) -> str:
        return next(iter(self._deler(kind).values()), f"word/{kind}.xml")

    @cached_property
    def adresser(self) -> dict[str, str]:
        """The addresses of the links, by relationship."""
        return self._av_slag("hyperlink")

    @cached_property
    def lenker(self) -> dict[str, str]:
        """What the relationships lead to: addresses, and the hashes of pictures."""
        hashes = {id: hashlib.sha256(self.deler[name]).hexdigest() for id, name in self.bilder.items()}
        return {**self.adresser, **hashes}

    @property
    def bilder(self) -> dict[str, str]:
        """The names of the pictures, by relationship."""
        return self._deler("image")

    @property
    def marger(self) -> dict[str, str]:
        """The names of what stands on top and at the foot of each page, by what they are."""
        return {
            f"{kind} {reference.get(W + 'type')}": name
            for kind in ("header", "footer")
            for reference in self.kropp.iterfind(f"{W}sectPr/{W}{kind}Reference")
            if (name := self._deler(kind).get(reference.get(f"{{{R_NS}}}id", "")))
        }

    @cached_property
    def numre(self) -> dict[str, Element]:
        """Each w:num of the numbering, by its id."""
        return {num.get(NUM_ID, ""): num for num in self._del(self.listene) if num.tag == NUM}

    @cached_property
    def nummerformer(self) -> dict[tuple[str, str], str]:
        """How each level of each list is numbered: the id of the list and the level → «decimal %1.»."""
        felles = {str(e.get(W + "abstractNumId")): e for e in self._del(self.listene) if e.tag == W + "abstractNum"}
        former: dict[tuple[str, str], str] = {}
        for id, num in self.numre.items():
            abstract = num.find(W + "abstractNumId")
            nivåer = [*felles.get("" if abstract is None else abstract.get(VAL, ""), ()), *num.iter(W + "lvl")]
            for nivå in nivåer:
                if nivå.tag == W + "lvl":
                    verdier = (e.get(VAL, "") for e in nivå if e.tag in {W + "numFmt", W + "lvlText"})
                    former[id, nivå.get(W + "ilvl", "")] = " ".join(verdier)
        return former

    @property
    def neste_merke(self) -> int:
        """The first number that no mark has, in any part."""
        return max((int(n) for data in self.deler.values() for n in _MERKET.findall(data)), default=0) + 1


def _kropp(rot: Element) -> Element:
    """Return the body of a main part; the part itself when it has none."""
    return rot[0] if len(rot) else rot


def _navn(style: Element) -> str:
    name = style.find(W + "name")
    return "" if name is None else name.get(VAL, "")
