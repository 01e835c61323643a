"""The parts of a Word file that is two editions at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy

from avtalegen.skrivere.word import pakke
from avtalegen.skrivere.word.fingeravtrykk import CUSTOM_PROPERTIES, custom_properties
from avtalegen.skrivere.word.xml import R_NS, RELATIONS_NS, Element, serialise
from avtalegen.utgaver.sporing.biter import W
from avtalegen.utgaver.sporing.fil import HOVEDDEL, LENKER, NUM, NUM_ID, STYLE, STYLE_ID, Fil

_HYPERLINK, _IMAGE = f"{R_NS}/hyperlink", f"{R_NS}/image"
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
                copy.set(NUM_ID, str(neste))
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
        relations = self._ny.tre(LENKER)
        for url, id in self._nye_lenker.items():
            self._relasjon(relations, id, _HYPERLINK, url, external=True)
        for id, name in self._gammel.bilder.items():
            target = name.replace("/avtalegen.", "/avtalegen-gammelt.")
            if f'"gammelt{id}"'.encode() in parts[HOVEDDEL]:
                self._relasjon(relations, f"gammelt{id}", _IMAGE, target.removeprefix("word/"))
                parts[target] = self._gammel.deler[name]
        parts[LENKER] = serialise(relations)
        if self._nye_lister:
            numbering = self._ny.tre(self._ny.listene)
            at = list(numbering).index(numbering.findall(NUM)[-1]) + 1
            numbering[at:at] = self._nye_lister
            parts[self._ny.listene] = serialise(numbering)
        parts[self._ny.oppsettet] = _med_sporing(self._ny.tre(self._ny.oppsettet))
        parts[self._ny.stilene] = self._stiler()
        del parts[CUSTOM_PROPERTIES]
        return pakke.pack({**parts, CUSTOM_PROPERTIES: custom_properties(parts, None, tracked=True)})

    @staticmethod
    def _relasjon(root: Element, id: str, kind: str, target: str, *, external: bool = False) -> None:
        attributes = {"Id": id, "Type": kind, "Target": target, **({"TargetMode": "External"} if external else {})}
        root.append(root.makeelement(f"{{{RELATIONS_NS}}}Relationship", attributes))

    def _stiler(self) -> bytes:
        """Return the styles of the new file, and those that only the old one has."""
        if self._gammel.stiler.keys() <= self._ny.stiler.keys():
            return self._ny.deler[self._ny.stilene]
        root = self._ny.tre(self._ny.stilene)
        root.extend(
            style
            for style in self._gammel.tre(self._gammel.stilene)
            if style.tag == STYLE and style.get(STYLE_ID) not in self._ny.stiler
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
