"""The comments of a draft, read back and changed: what the old agreement said, and what of it has found no place.

The draft says all of it in comments (`importering.skriv`), so that it is there for whoever opens the file next, in
whatever program. What is done with it in the editor is done to the comments: no other place knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from avtalegen.funn.diagnostic import Rute
from avtalegen.funn.kommentarer import Comment
from avtalegen.lesing import Mapping as Oppslag
from avtalegen.lesing import Node, Scalar, Source, parse, to_data
from avtalegen.lesing.comments import comments
from avtalegen.lesing.gammelord import ENDRET, IKKE_PLASSERT, PLASSERT, TRENGS_IKKE, UTELATT, UTEN_SITAT
from avtalegen.lesing.redigering.kommentar import med_kommentarer
from avtalegen.lesing.redigering.lapper import Fil
from avtalegen.lesing.redigering.ulikt import felles_start

_STED = r"s\. \d+(?:, linje \d+)?|linje \d+"
_LEST_FRA = re.compile(r"# Lest fra (.+) med «avtalegen importer»\. ")
_ANTALL = re.compile(r"(# \d+ verdier: .* )\d+ sted(?:er)? er ikke plassert\.")
# Of a form that nobody writes by chance: a comment of somebody's own may begin with «sikker:».
_OPPHAV = re.compile(rf"# (sikker|trolig|{PLASSERT}|{ENDRET}), (?:({_STED}): «(.*)»(?:  \((.*)\))?|{UTEN_SITAT}: (.*))")
_I_LISTE = re.compile(rf"# ({_STED}): (.*)")
_MED_GRUNN = re.compile(rf"# ({_STED})(?:, (.*?))?: (.*)")
_FLERE = re.compile(r"# … og \d+ til\.")
_LISTER = tuple(hode.partition(".")[0] for hode in (IKKE_PLASSERT, TRENGS_IKKE, UTELATT))

_NEVNT = re.compile("|".join((f"# (?:sikker|trolig|{PLASSERT}|{ENDRET}), ", *_LISTER)).encode())


class Opphav(NamedTuple):
    """Where a value comes from: how sure that is, the page or line, and the words there, or else the reason.

    `linje` is that of the comment. The route is to the value, or to what has all the values on its line.
    """

    rute: Rute
    sikkerhet: str
    sted: str
    sitat: str
    grunn: str
    linje: int


class Bit(NamedTuple):
    """A piece of the old agreement in a list: where it stood, its text, and the line of the comment that has it."""

    sted: str
    tekst: str
    linje: int
    hvorfor: str = ""


class Gammel(NamedTuple):
    """What a file says of the old agreement that it was made of; `navn` is that of its file, "" when not told."""

    navn: str
    opphav: tuple[Opphav, ...]
    ikke_plassert: tuple[Bit, ...]
    trengs_ikke: tuple[Bit, ...]
    utelatt: tuple[Bit, ...]
    linjer: frozenset[int]
    """Every line that has a comment of these."""


@lru_cache(maxsize=4)
def les(data: bytes) -> Gammel | None:
    """Return what a file says of an old agreement; None when it says nothing, or can't be read."""
    if not _NEVNT.search(data):
        return None
    source = parse(data, "")
    if source.root is None:
        return None
    funnet = _lest(source)
    return funnet if funnet.linjer else None


def _lest(source: Source) -> Gammel:
    assert source.root is not None
    navn, liste, forrige = "", "", 0
    lister: dict[str, list[Bit]] = {start: [] for start in _LISTER}
    opphav: list[Opphav] = []
    linjer: set[int] = set()
    ruter = _ruter(source.root)
    for kommentar in comments(source.text):
        tekst, alene = kommentar.text, kommentar.beside is None
        if kommentar.line != forrige + 1 or not alene:
            liste = ""
        if alene and (start := tekst.partition(".")[0]) in lister:
            liste = start
        elif liste and (bit := _bit(tekst, liste, kommentar.line)):
            lister[liste].append(bit)
        elif alene and (treff := _LEST_FRA.match(tekst)):
            navn = treff[1]
        elif (en := _opphav(kommentar, ruter)) is not None:
            opphav.append(en)
        elif not ((alene and _ANTALL.fullmatch(tekst)) or (liste and _FLERE.fullmatch(tekst))):
            liste = ""
            continue
        forrige = kommentar.line
        linjer.add(kommentar.line)
    ikke, bort, utelatt = (tuple(biter) for biter in lister.values())
    return Gammel(navn, tuple(opphav), ikke, bort, utelatt, frozenset(linjer))


def _bit(tekst: str, liste: str, linje: int) -> Bit | None:
    if UTELATT.startswith(liste):
        treff = _MED_GRUNN.fullmatch(tekst)
        return Bit(treff[1], treff[3], linje, treff[2] or "") if treff else None
    treff = _I_LISTE.fullmatch(tekst)
    return Bit(treff[1], treff[2], linje) if treff else None


def _opphav(kommentar: Comment, ruter: Mapping[int, Rute]) -> Opphav | None:
    """Return what a comment says of the value that it stands beside, or else over."""
    if not (treff := _OPPHAV.fullmatch(kommentar.text)):
        return None
    if kommentar.beside is None:
        under = min((linje for linje in ruter if linje > kommentar.line), default=0)
    else:
        under = kommentar.line
    rute = ruter.get(under, ruter.get(kommentar.beside or 0))
    if rute is None:
        return None
    return Opphav(rute, treff[1], treff[2] or "", treff[3] or "", treff[4] or treff[5] or "", kommentar.line)


def _ruter(root: Node) -> dict[int, Rute]:
    """Return for each line the way to the value that begins there; to what has them all, when they are several."""
    ruter: dict[int, Rute] = {}
    for rute, linje in _bladene(root, ()):
        ruter[linje] = felles_start(ruter[linje], rute) if linje in ruter else rute
    return ruter


def _bladene(node: Node, rute: Rute) -> Iterator[tuple[Rute, int]]:
    if isinstance(node, Scalar):
        yield rute, node.line
    elif isinstance(node, Oppslag):
        for nøkkel, entry in node.entries.items():
            yield from _bladene(entry.value, (*rute, nøkkel))
    else:
        for plass, under in enumerate(node.items):
            yield from _bladene(under, (*rute, plass))


def plassert(data: bytes, bit: Bit, rester: Iterable[str], rute: Rute | None, sitat: str = "") -> bytes:
    """Return the file without a piece in its list: `rester` is what is left of it, and stays there.

    Where the piece has come to stand in a value, `rute` leads to it, and a comment beside it tells which words it had.
    """
    ny = _med_lister(data, {bit.linje: ([Bit(bit.sted, rest, 0) for rest in rester], ())})
    return ny if rute is None else _merket(ny, rute, f"# {PLASSERT}, {bit.sted}: «{sitat}»")


def flyttet(data: bytes, bit: Bit, valgt: str = "", rester: Iterable[str] = ()) -> bytes:
    """Return the file with a piece in the other list: what is not needed is said to be that, and can be taken back.

    With `valgt`, only that part of it is moved, and `rester` stay.
    """
    return _med_lister(
        data, {bit.linje: ([Bit(bit.sted, rest, 0) for rest in rester], [bit._replace(tekst=valgt or bit.tekst)])}
    )


def _med_lister(data: bytes, endret: Mapping[int, tuple[Sequence[Bit], Sequence[Bit]]]) -> bytes:
    """Return the file with its two lists written anew, where the first of them stood.

    `endret` tells, by the line of a piece, what stays in its list instead of it, and what comes in the other one.
    """
    gammel = les(data)
    assert gammel is not None, "there is a list"
    lister: dict[str, list[Bit]] = {IKKE_PLASSERT: [], TRENGS_IKKE: []}
    for hode, annet, biter in (
        (IKKE_PLASSERT, TRENGS_IKKE, gammel.ikke_plassert),
        (TRENGS_IKKE, IKKE_PLASSERT, gammel.trengs_ikke),
    ):
        for bit in biter:
            her, der = endret.get(bit.linje, ((bit,), ()))
            lister[hode] += her
            lister[annet] += der
    file = Fil(data)
    linjer = file.text.split("\n")
    hodene = _LISTER[:2]
    borte = {bit.linje for bit in (*gammel.ikke_plassert, *gammel.trengs_ikke)}
    assert set(endret) <= borte, "the piece is in a list"
    borte |= {nr for nr in gammel.linjer if linjer[nr - 1].lstrip().startswith(hodene)}
    nytt = [linje for hode, biter in lister.items() if biter for linje in _liste(hode, biter)]
    antall = len(lister[IKKE_PLASSERT])
    tekst = _uten(linjer, borte, nytt[:-1])
    return file.med(
        _ANTALL.sub(
            lambda treff: f"{treff[1]}{antall} {'sted' if antall == 1 else 'steder'} er ikke plassert.", tekst, count=1
        )
    )[0]


def _liste(hode: str, biter: Iterable[Bit]) -> Iterator[str]:
    yield hode
    for bit in biter:
        yield f"# {bit.sted}: {bit.tekst}"
    yield ""


def _uten(linjer: Sequence[str], borte: Iterable[int], nytt: Sequence[str] = ()) -> str:
    """Return a text without some of its lines, with others where the first of them stood, and no hole after them."""
    borte = set(borte)
    ut: list[str] = []
    for nr, linje in enumerate(linjer, 1):
        if nr in borte:
            if nr == min(borte):
                ut += nytt
        elif linje.strip() or not (nr - 1 in borte and ut[-1:] in ([], [""])):
            ut.append(linje)
    return "\n".join(ut).rstrip("\n") + "\n"


def _merket(data: bytes, rute: Rute, kommentar: str) -> bytes:
    """Return the file with a comment behind the value at a route; over it, where no comment can stand behind it."""
    file = Fil(data)
    before = parse(data, "")
    assert before.root is not None
    linje = _linjen(before.root, rute)
    linjer = file.text.split("\n")
    if linje and linje not in {one.line for one in comments(file.text)}:
        ny, _ = file.med("\n".join([*linjer[: linje - 1], f"{linjer[linje - 1]}  {kommentar}", *linjer[linje:]]))
        if _likt(before, ny) and any(one.linje == linje for one in _alle(ny)):
            return ny
    return med_kommentarer(data, "", [(kommentar, rute)])


def _linjen(root: Node, rute: Rute) -> int:
    """Return the line of a value, also when it stands alone for the list or the part that it is in; 0 for none."""
    bladene = [*_bladene(root, ())]
    inni = [linje for her, linje in bladene if her[: len(rute)] == rute]
    rundt = [linje for her, linje in bladene if her and rute[: len(her)] == her]
    return next(iter((*inni, *rundt)), 0)


def endret(data: bytes, ruter: Iterable[Rute]) -> bytes:
    """Return the file with «endret» beside what has been changed at some routes: it is no more what was read."""
    gammel = les(data)
    satt = tuple(ruter)
    lest = [
        en
        for en in (gammel.opphav if gammel else ())
        if en.sikkerhet in ("sikker", "trolig") and any(rute[: len(en.rute)] == en.rute for rute in satt)
    ]
    if not lest:
        return data
    file = Fil(data)
    linjer = file.text.split("\n")
    kolonner = {kommentar.line: kommentar.column for kommentar in comments(file.text)}
    for en in lest:
        før, etter = linjer[en.linje - 1][: kolonner[en.linje] - 1], linjer[en.linje - 1][kolonner[en.linje] - 1 :]
        linjer[en.linje - 1] = før + etter.replace(en.sikkerhet, ENDRET, 1)
    return file.med("\n".join(linjer))[0]


def _alle(data: bytes) -> tuple[Opphav, ...]:
    gammel = les(data)
    return gammel.opphav if gammel else ()


def _likt(before: Source, ny: bytes) -> bool:
    after = parse(ny, before.file)
    return after.root is not None and before.root is not None and to_data(after.root) == to_data(before.root)


def ferdig(data: bytes) -> bytes:
    """Return the file without anything about the old agreement; as it was where that can't be done."""
    gammel = les(data)
    if gammel is None:
        return data
    file = Fil(data)
    linjer = file.text.split("\n")
    alene: set[int] = set()
    for kommentar in comments(file.text):
        if kommentar.line in gammel.linjer:
            if kommentar.beside is None:
                alene.add(kommentar.line)
            else:
                linjer[kommentar.line - 1] = linjer[kommentar.line - 1][: kommentar.column - 1].rstrip()
    ny = file.med(_uten(linjer, alene))[0]
    return ny if _likt(parse(data, ""), ny) else data
