"""Pairs of editions to compare, and what is asked of the file that shows what has changed between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from random import Random
from zipfile import ZipFile

from lxml import etree

from avtalegen.dokument.bestilling import Bestilling
from avtalegen.dokument.innhold import Document
from avtalegen.flyt import make
from avtalegen.modell.former import Målform
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.word.skriver import write
from tests.generator import Generert, Oppskrift, avtale, lest
from tests.generator.blad import Liste, Node, Ting, byttet
from tests.generator.plan import HVA_SOM_HELST
from tests.generator.ruter import Rute
from tests.wordprove import STIL

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAG = datetime(2026, 11, 20)
_URØRT = {"format", "avtale"}
"""Keys at the top that other things in the agreement depend on."""


def skrevet(document: Document) -> bytes:
    """Return a document as a Word file."""
    return write(document, Style(STIL))


def docx(g: Generert, målform: Målform | None = None) -> bytes | None:
    """Return an agreement as a Word file; None when it has become one that can't be written."""
    made = make(lest(g), Bestilling(målform=målform, med_kilde=False), g.read_asset)
    return made.data


def _ruter(node: Node, over: Rute = ()) -> Iterator[tuple[Rute, Node]]:
    yield over, node
    if isinstance(node, Liste):
        for n, ett in enumerate(node.ting):
            yield from _ruter(ett, (*over, n))
    elif isinstance(node, Ting):
        for nøkkel, ett in node.felter.items():
            if over or nøkkel not in _URØRT:
                yield from _ruter(ett, (*over, nøkkel))


def _hos(node: Node, rute: Rute) -> Node | None:
    for steg in rute:
        if isinstance(node, Liste) and isinstance(steg, int) and steg < len(node.ting):
            node = node.ting[steg]
        elif isinstance(node, Ting) and steg in node.felter:
            node = node.felter[str(steg)]
        else:
            return None
    return node


def endret(g: Generert, r: Random, antall: int) -> Generert:
    """Return an agreement with so many changes: values, items and sections that are new, gone, moved or other."""
    for _ in range(antall):
        neste = _én_endring(g, r)
        if neste is not None and lest(neste).avtale is not None:
            g = neste
    return g


def _én_endring(g: Generert, r: Random) -> Generert | None:
    fra = avtale(r.randrange(200), Oppskrift(fylde=1.0))
    hva = r.choice(("verdi", "verdi", "borte", "flyttet", "flyttet", "kommet", "kommet", "del borte", "del kommet"))
    alle = [(rute, node) for rute, node in _ruter(g.tre) if rute]
    lister = [(rute, node) for rute, node in alle if isinstance(node, Liste)]
    if hva == "verdi":
        ruter = [rute for rute in g.verdier if rute[0] not in _URØRT]
        try:
            return g.med(r.choice(ruter), r.randrange(1, 30)) if ruter else None
        except LookupError:
            return None
    if hva == "borte" and alle:
        return _byttet(g, r.choice(alle)[0], None)
    if hva == "flyttet" and (flere := [(rute, n) for rute, n in lister if isinstance(n, Liste) and len(n.ting) > 1]):
        rute, liste = r.choice(flere)
        assert isinstance(liste, Liste)
        ting = list(liste.ting)
        ting.insert(r.randrange(len(ting)), ting.pop(r.randrange(len(ting))))
        return _byttet(g, rute, Liste(tuple(ting)))
    if hva == "kommet" and lister:
        rute, liste = r.choice(lister)
        annen = _hos(fra.tre, rute)
        assert isinstance(liste, Liste)
        if isinstance(annen, Liste) and rute[:2] != ("parter", "kommuner"):
            ting = list(liste.ting)
            ting.insert(r.randrange(len(ting) + 1), r.choice(annen.ting))
            return _byttet(g, rute, Liste(tuple(ting)))
    nøkler = [nøkkel for nøkkel in fra.tre.felter if nøkkel not in {*_URØRT, "parter", "arv", "vedlegg"}]
    nøkkel = r.choice(nøkler)
    if hva == "del borte" and nøkkel in g.tre.felter:
        return _byttet(g, (nøkkel,), None)
    if hva == "del kommet":
        return g._med_tre(g.tre.med(**{nøkkel: fra.tre.felter[nøkkel]}))
    return None


def _byttet(g: Generert, rute: Rute, ny: Node | None) -> Generert | None:
    tre = byttet(g.tre, rute, lambda _: ny)
    return None if tre is None else g._med_tre(tre)


def par(nummer: int, oppskrift: Oppskrift = HVA_SOM_HELST) -> tuple[bytes, bytes] | None:
    """Return the pair of editions that belongs to a number: always the same one. None when there is none."""
    r = Random(f"par {nummer}")
    g = avtale(r.randrange(300), oppskrift)
    annen = endret(g, r, r.choice((1, 2, 3, 5, 10, 25)))
    målform = r.choice((None, None, None, None, None, None, None, Målform.NYNORSK))
    a, b = docx(g), docx(annen, målform)
    return (a, b) if a and b else None


def vist(data: bytes) -> list[str]:
    """Return the text of each paragraph with what has become of it: -gone-, +new+, <from< and >to>.

    A «¶» with the same signs tells that the end of the paragraph is marked, «(var …)» that it was of another style; a
    row begins with «|».
    """
    root = deler(data)["word/document.xml"]
    lines: list[str] = []
    for block in root[0]:
        if block.tag == f"{W}p":
            lines.append(_vist(block))
        elif block.tag == f"{W}tbl":
            for tr in block.iter(f"{W}tr"):
                cells = [" / ".join(map(_vist, tc.iter(f"{W}p"))) for tc in tr.iter(f"{W}tc")]
                merke = "".join(_TEGN[e.tag] for e in tr.iterfind(f"{W}trPr/*") if e.tag in _TEGN)
                lines.append(f"|{merke} " + " | ".join(cells))
    return lines


_TEGN = {f"{W}del": "-", f"{W}ins": "+", f"{W}moveFrom": "<", f"{W}moveTo": ">"}


def _vist(p: etree._Element) -> str:
    tekst = ""
    for r in p.iter(f"{W}r"):
        over = r.getparent()
        assert over is not None
        tegn = _TEGN.get(over.tag, "")
        tekst += f"{tegn}{_i_run(r)}{tegn}"
    merke = "".join(_TEGN[e.tag] for e in p.iterfind(f"{W}pPr/{W}rPr/*"))
    var = p.find(f"{W}pPr/{W}pPrChange/{W}pPr/{W}pStyle")
    return tekst + (f"{merke}¶" if merke else "") + (f" (var {var.get(f'{W}val')})" if var is not None else "")


def _i_run(r: etree._Element) -> str:
    return "".join(
        e.text or "" if e.tag in {f"{W}t", f"{W}delText"} else " " if e.tag in {f"{W}tab", f"{W}br"} else "" for e in r
    )


def merkede_ord(data: bytes) -> tuple[int, int]:
    """Return how many words are inserted and how many deleted, outside moves."""
    antall = []
    for kind in ("ins", "del"):
        ord_ = 0
        for root in deler(data).values():
            for p in root.iter(f"{W}p"):
                tekst = "".join(
                    _i_run(r) if over.tag == W + kind else "\0"
                    for r in p.iter(f"{W}r")
                    if (over := r.getparent()) is not None
                )
                ord_ += sum(len([o for o in bit.split() if re.search(r"\w", o)]) for bit in tekst.split("\0"))
        antall.append(ord_)
    return antall[0], antall[1]


def minst(a: bytes, b: bytes) -> int:
    """Return how many words must be marked between two files, when each paragraph is held against what it is most like.

    What is moved as it is, need not be; a paragraph or row with less than half of its words left is another.
    """
    gamle, nye = _avsnitt(a), _avsnitt(b)
    best = [[0.0] * (len(nye) + 1) for _ in range(len(gamle) + 1)]
    for i, x in enumerate(gamle):
        for j, y in enumerate(nye):
            felles = _felles(x, y)
            verdi = felles if 2 * felles >= 0.5 * (len(x) + len(y)) else 0
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + verdi)
    alle = sum(map(len, gamle)) + sum(map(len, nye))
    return round(alle - 2 * best[-1][-1])


def _avsnitt(data: bytes) -> list[list[str]]:
    found = []
    for root in deler(data).values():
        for p in root.iter(f"{W}p"):
            ord_ = [o for o in "".join(map(_i_run, p.iter(f"{W}r"))).split() if re.search(r"\w", o)]
            found.append(ord_)
    return found


def _felles(x: list[str], y: list[str]) -> int:
    rad = [0] * (len(y) + 1)
    for a in x:
        forrige = rad
        rad = [0]
        for n, b in enumerate(y):
            rad.append(forrige[n] + 1 if a == b else max(forrige[n + 1], rad[n]))
    return rad[-1]


def deler(data: bytes) -> dict[str, etree._Element]:
    """Return the parts with text of a Word file."""
    with ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"word/[a-z]*(document|tekst)\.xml", name)]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def brudd(data: bytes) -> list[str]:
    """Return what Word would not understand, or would understand otherwise than we mean it."""
    found: list[str] = []
    ider: Counter[str] = Counter()
    for name, root in deler(data).items():
        found += _brudd(name, root)
        for kind in ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "pPrChange"):
            ider.update(e.get(f"{W}id", "") for e in root.iter(W + kind))
        ider.update(e.get(f"{W}id", "") for e in root.iter(f"{W}rPrChange", f"{W}bookmarkStart"))
    return [*found, *(f"id {id} {n} ganger" for id, n in ider.items() if n > 1)]


def _brudd(name: str, root: etree._Element) -> Iterator[str]:
    marks = tuple(W + kind for kind in ("ins", "del", "moveFrom", "moveTo"))
    for mark in root.iter(*marks):
        if any(over.tag in marks for over in mark.iterancestors()):
            yield f"{name}: {mark.tag} i en annen endring"
        if not mark.get(f"{W}author") or not mark.get(f"{W}date"):
            yield f"{name}: {mark.tag} uten forfatter eller dag"
        if mark.getparent().tag == f"{W}p" and not len(mark):  # type: ignore[union-attr]
            yield f"{name}: {mark.tag} uten innhold"
    for t in root.iter(f"{W}t", f"{W}delText"):
        gone = any(over.tag == f"{W}del" for over in t.iterancestors())
        if gone != (t.tag == f"{W}delText"):
            yield f"{name}: {t.tag} {t.text!r}"
    for tr in root.iter(f"{W}tr"):
        merket = {e.tag for e in tr.iterfind(f"{W}trPr/*")} & {f"{W}ins", f"{W}del"}
        for p in tr.iter(f"{W}p") if merket else ():
            if {e.tag for e in p.iterfind(f"{W}pPr/{W}rPr/*")} != merket:
                yield f"{name}: en rad er merket, og et avsnitt i den er det ikke"
            if any(r.getparent().tag not in merket for r in p.iter(f"{W}r")):  # type: ignore[union-attr]
                yield f"{name}: en rad er merket, og tekst i den er det ikke"
    for p in root.iter(f"{W}p"):
        yield from _slutten(name, p)
    for way in ("From", "To"):
        starter = [e.get(f"{W}name") for e in root.iter(f"{W}move{way}RangeStart")]
        slutter = [*root.iter(f"{W}move{way}RangeEnd")]
        if len(starter) != len(slutter) or len(set(starter)) != len(starter):
            yield f"{name}: en flytting begynner og slutter ikke"
    fra = {e.get(f"{W}name") for e in root.iter(f"{W}moveFromRangeStart")}
    if fra != {e.get(f"{W}name") for e in root.iter(f"{W}moveToRangeStart")}:
        yield f"{name}: flyttet fra et sted, og ikke til et"


def _slutten(name: str, p: etree._Element) -> Iterator[str]:
    merke = {e.tag for e in p.iterfind(f"{W}pPr/{W}rPr/*")} & {W + k for k in ("ins", "del", "moveFrom", "moveTo")}
    etter = p.getnext()
    if merke and (etter is None or etter.tag == f"{W}sectPr") and not _i_merket_rad(p):
        yield f"{name}: det siste avsnittet kan ikke bort"


def _i_merket_rad(p: etree._Element) -> bool:
    return any(tr.find(f"{W}trPr/{W}{kind}") is not None for tr in p.iterancestors(f"{W}tr") for kind in ("ins", "del"))
