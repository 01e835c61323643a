"""The parts of a Word file that is two editions at once: what they are read from, and what they become."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import cached_property

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere.word import pakke
from avtalegen.skrivere.word.fingeravtrykk import CUSTOM_PROPERTIES, custom_properties, read_parts
from avtalegen.skrivere.word.xml import R_NS, RELATIONS_NS, VAL, Element, parse_untrusted, serialise
from avtalegen.utgaver.sporing.biter import W

HOVEDDEL, _LENKER = "word/document.xml", "word/_rels/document.xml.rels"
_STILER, _LISTER, _OPPSETT = "word/styles.xml", "word/numbering.xml", "word/settings.xml"
_HYPERLINK, _IMAGE = f"{R_NS}/hyperlink", f"{R_NS}/image"
_NUM, _NUM_ID, _ABSTRACT = W + "num", W + "numId", W + "abstractNum"
_STYLE, _STYLE_ID, _NAME = W + "style", W + "styleId", W + "name"
# What stands before w:trackRevisions in the settings, in the order of the schema; the names that are not here come
# after it. Those that would take the names and days out of the marks when Word saves, are left out.
# fmt: off
_FØR_SPORING = frozenset((
    "writeProtection", "view", "zoom", "doNotDisplayPageBoundaries", "displayBackgroundShape",
    "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts",
    "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges",
    "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
    "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles",
    "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge", "revisionView",
))
# fmt: on
_UTELATT = frozenset({"removePersonalInformation", "removeDateAndTime", "trackRevisions"})
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
            raise AvtalegenError(f"{hva} er ikke et Word-dokument som kan leses. Oppgi en docx-fil.")
        if sum(len(data) for name, data in parts.items() if name.endswith(".xml")) > _MEST_XML:
            raise AvtalegenError(f"{hva} er større enn en avtale kan være. Det er ikke lest.")
        self.deler = parts
        try:
            self.rot = self.tre(HOVEDDEL)
            self.stiler = {s.get(_STYLE_ID, ""): _navn(s) for s in self._del(_STILER) if s.tag == _STYLE}
            self._relasjoner = [dict(r.attrib) for r in self._del(_LENKER)]
        except ValueError as error:
            raise AvtalegenError(f"{hva} er skadet og kan ikke leses.") from error
        self.kropp = _kropp(self.rot)

    def tre(self, name: str) -> Element:
        """Return a part as a tree."""
        return parse_untrusted(self.deler[name])

    def _del(self, name: str) -> Iterable[Element]:
        return self.tre(name) if name in self.deler else ()

    def _av_slag(self, kind: str) -> dict[str, str]:
        return {str(r["Id"]): str(r["Target"]) for r in self._relasjoner if r.get("Type") == kind}

    @cached_property
    def adresser(self) -> dict[str, str]:
        """The addresses of the links, by relationship."""
        return self._av_slag(_HYPERLINK)

    @cached_property
    def lenker(self) -> dict[str, str]:
        """What the relationships lead to: addresses, and the hashes of pictures."""
        hashes = {id: hashlib.sha256(self.deler.get(name, b"")).hexdigest() for id, name in self.bilder.items()}
        return {**self.adresser, **hashes}

    @property
    def bilder(self) -> dict[str, str]:
        """The names of the pictures, by relationship."""
        return {id: f"word/{target}" for id, target in self._av_slag(_IMAGE).items()}

    @property
    def marger(self) -> dict[str, str]:
        """The names of what stands on top and at the foot of each page, by what they are."""
        return {
            f"{kind} {reference.get(W + 'type')}": f"word/{target}"
            for kind in ("header", "footer")
            for reference in self.kropp.iterfind(f"{W}sectPr/{W}{kind}Reference")
            for id, target in self._av_slag(f"{R_NS}/{kind}").items()
            if id == reference.get(f"{{{R_NS}}}id") and f"word/{target}" in self.deler
        }

    @cached_property
    def numre(self) -> dict[str, Element]:
        """Each w:num of the numbering, by its id."""
        return {num.get(_NUM_ID, ""): num for num in self._del(_LISTER) if num.tag == _NUM}

    @property
    def neste_merke(self) -> int:
        """The first number that no mark has, in any part."""
        return max((int(n) for data in self.deler.values() for n in _MERKET.findall(data)), default=0) + 1


def _kropp(rot: Element) -> Element:
    """Return the body of a main part; the part itself when it has none."""
    return rot[0] if len(rot) else rot


def _navn(style: Element) -> str:
    name = style.find(_NAME)
    return "" if name is None else name.get(VAL, "")


class Pakke:
    """The package of the new edition while it takes in the old one."""

    def __init__(self, gammel: Fil, ny: Fil) -> None:
        self._gammel, self._ny = gammel, ny
        self._adresser = {url: id for id, url in ny.adresser.items()}
        self._nye_lenker: dict[str, str] = {}
        self._nye_lister: list[Element] = []

    def lenke(self, url: str) -> str:
        """Return the relationship of an address."""
        if url not in self._adresser:
            self._adresser[url] = self._nye_lenker[url] = f"gammel{len(self._nye_lenker) + 1}"
        return self._adresser[url]

    def lister(self, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Return the number ids that the lists of the old file have in the new one.

        `pairs` are lists that have paragraphs in common. A list that became another is one with it, so that what is
        gone from it has its number there; one that became several, or was part of another, is a list of its own.
        """
        old, new = self._gammel.numre, self._ny.numre
        først = min((int(id) for id in new if id.isdecimal()), default=1)
        found: dict[str, str] = {}
        for a, b in pairs:
            free = a in old and b in new and a not in found and b not in found.values()
            if free and self._avtrykk(old[a]) == self._avtrykk(new[b]):
                found[a] = b
        felles = {id for id, num in old.items() if id in new and not len(num.findall(f"{W}lvlOverride"))}
        neste = max([først, *(int(id) for id in new if id.isdecimal())]) + 1
        for id, num in old.items():
            if id in felles:
                found[id] = id
            elif id not in found:
                copy = deepcopy(num)
                copy.set(_NUM_ID, str(neste))
                self._nye_lister.append(copy)
                found[id] = str(neste)
                neste += 1
        return found

    @staticmethod
    def _avtrykk(num: Element) -> tuple[object, ...]:
        return tuple((e.tag, *sorted(e.attrib.items())) for e in num.iter() if e is not num)

    def bilder(self) -> dict[str, str]:
        """Return the relationships that the pictures of the old file have in the new one, by what they had."""
        return {id: f"gammelt{id}" for id in self._gammel.bilder}

    def ferdig(self, deler: Mapping[str, Element]) -> bytes:
        """Return the file with these parts in the place of its own."""
        parts = {**self._ny.deler, **{name: serialise(root) for name, root in deler.items()}}
        relations = self._ny.tre(_LENKER)
        for url, id in self._nye_lenker.items():
            self._relasjon(relations, id, _HYPERLINK, url, external=True)
        for id, name in self._gammel.bilder.items():
            target = name.replace("/avtalegen.", "/avtalegen-gammelt.")
            if f'"gammelt{id}"'.encode() in parts[HOVEDDEL]:
                self._relasjon(relations, f"gammelt{id}", _IMAGE, target.removeprefix("word/"))
                parts[target] = self._gammel.deler[name]
        parts[_LENKER] = serialise(relations)
        if self._nye_lister:
            numbering = self._ny.tre(_LISTER)
            at = list(numbering).index(numbering.findall(_NUM)[-1]) + 1
            numbering[at:at] = self._nye_lister
            parts[_LISTER] = serialise(numbering)
        parts[_OPPSETT] = _med_sporing(self._ny.tre(_OPPSETT))
        parts[_STILER] = self._stiler()
        del parts[CUSTOM_PROPERTIES]
        return pakke.pack({**parts, CUSTOM_PROPERTIES: custom_properties(parts, None, tracked=True)})

    @staticmethod
    def _relasjon(root: Element, id: str, kind: str, target: str, *, external: bool = False) -> None:
        attributes = {"Id": id, "Type": kind, "Target": target, **({"TargetMode": "External"} if external else {})}
        root.append(root.makeelement(f"{{{RELATIONS_NS}}}Relationship", attributes))

    def _stiler(self) -> bytes:
        """Return the styles of the new file, and those that only the old one has."""
        if self._gammel.stiler.keys() <= self._ny.stiler.keys():
            return self._ny.deler[_STILER]
        root = self._ny.tre(_STILER)
        root.extend(
            style
            for style in self._gammel.tre(_STILER)
            if style.tag == _STYLE and style.get(_STYLE_ID) not in self._ny.stiler
        )
        return serialise(root)


def _med_sporing(settings: Element) -> bytes:
    """Return the settings with changes tracked from now on too."""
    for child in list(settings):
        if str(child.tag).removeprefix(W) in _UTELATT:
            settings.remove(child)
    at = sum(str(child.tag).removeprefix(W) in _FØR_SPORING for child in settings)
    settings.insert(at, settings.makeelement(W + "trackRevisions"))
    return serialise(settings)
