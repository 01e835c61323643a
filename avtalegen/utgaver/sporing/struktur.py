"""What a Word file is, in blocks that can be compared: each paragraph with its style, place in a list, number and text.

Empty paragraphs and cells count. What is no content does not, by name: numbers of lists and bookmarks in the file (the
numbers that are shown count), what keeps paragraphs on one page, how wide columns and titles are, the language of the
spelling, comments, the table of contents, the mark across the page, and the air last in the text, which ends it after
a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.skrivere.word.xml import Element
from avtalegen.utgaver.sporing.biter import Avsnitt, ser_ut
from avtalegen.utgaver.sporing.blokker import Lest, Tabell
from avtalegen.utgaver.sporing.fil import HOVEDDEL, Fil
from avtalegen.utgaver.sporing.losning import WORD, Lesemåte, Svar, løst

LUFT = "Mellomrom"
"""The style of the air around tables."""


class Del(NamedTuple):
    """A paragraph, or the beginning of a table, as it is compared.

    `sted` is "" in the text itself, the row and cell in a table, and the name of the margin around the pages.
    """

    sted: str
    stil: str
    nummer: str
    tekst: str
    liste: str = ""
    utseende: tuple[tuple[str, object], ...] = ()


def struktur(fil: Fil, svar: Svar | None = None, måte: Lesemåte = WORD) -> list[Del]:
    """Return the structure of a file, with its tracked changes accepted or rejected."""
    deler = {"": HOVEDDEL, **fil.marger}
    found: list[Del] = []
    for sted, navn in sorted(deler.items()):
        rot = fil.tre(navn)
        if svar:
            rot = løst(rot, svar, måte)
        delen = list(_i_del(fil, rot if sted or not len(rot) else rot[0], sted))
        while delen and not sted and delen[-1][:2] == ("", LUFT) and not delen[-1].utseende:
            delen.pop()
        found += delen
    return found


def _i_del(fil: Fil, rot: Element, sted: str) -> Iterator[Del]:
    lest = Lest(fil.lenker, fil.stiler, gammel=False)
    numre = _Numre(fil)
    tabeller = 0
    for blokk in lest.blokker(rot):
        if isinstance(blokk, Avsnitt):
            yield _avsnitt(sted, blokk, numre)
        elif isinstance(blokk, Tabell):
            tabeller += 1
            yield Del(sted, f"tabell {fil.stiler.get(blokk.stil, blokk.stil)}", "", f"{len(blokk.rader)} rader")
            for rad, celler in enumerate(blokk.rader, 1):
                for celle, avsnitt in enumerate(celler.celler, 1):
                    yield from (_avsnitt(f"tabell {tabeller}, rad {rad}, celle {celle}", p, numre) for p in avsnitt)


def _avsnitt(sted: str, p: Avsnitt, numre: _Numre) -> Del:
    deler: list[tuple[str, object]] = []
    for bit in p.stykker:
        hvordan = (ser_ut(bit.utseende), bit.lenke)
        if bit.ting is not None:
            deler.append((str(bit.nøkkel), hvordan))
        elif deler and deler[-1][1] == hvordan:
            deler[-1] = (deler[-1][0] + bit.tekst, hvordan)
        else:
            deler.append((bit.tekst, hvordan))
    stil = f"{p.stil}, sitat" if p.sitat else p.stil
    nummer, liste = numre.neste(p)
    return Del(sted, stil, nummer, p.tekst, liste, tuple(deler))


class _Numre:
    """The numbers that are shown: of the lists of a document, and of its headings."""

    def __init__(self, fil: Fil) -> None:
        self._form = fil.nummerformer
        self._i_liste: dict[str, int] = {}
        self._overskrifter: list[int] = []

    def neste(self, p: Avsnitt) -> tuple[str, str]:
        """Return the number of a paragraph, the next one in its list, and how its list is numbered."""
        if p.stil.casefold().startswith("heading ") and p.liste != "0":
            nivå = int(p.stil[-1]) if p.stil[-1].isdecimal() else 1
            teller = [*self._overskrifter, *[0] * nivå][:nivå]
            teller[-1] += 1
            self._overskrifter = teller
            return ".".join(map(str, teller)), ""
        if not p.liste:
            return "", ""
        self._i_liste[p.liste] = self._i_liste.get(p.liste, 0) + 1
        return f"{self._i_liste[p.liste]}", f"{p.nivå} {self._form.get((p.liste, p.nivå), '')}"
