"""Small documents with every kind of block, and the same ones changed: pairs that cost little, so many can be tried."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import TypeVar

from avtalegen.dokument.innhold import (
    Block,
    Document,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Signatures,
    Table,
    Text,
)
from tests.dokumenteksempel import UNDERSKRIVERE
from tests.wordprove import BARE

T = TypeVar("T")
_ORD = re.findall(
    r"\w+",
    "politiet kommunen rådet skal og i av møtes fire seks ganger året samarbeid om barn unge trygt lokalsamfunn hver "
    "forebygge kriminalitet vold nære relasjoner beredskap planer måned ordføreren lensmannen deler kunnskap",
)


def par(nummer: int) -> tuple[Document, Document]:
    """Return the pair of documents that belongs to a number."""
    r = Random(f"sporing {nummer}")
    a = replace(BARE, blocks=tuple(_blokk(r, n) for n in range(r.randrange(1, 9))), title=_tekst(r, 4))
    b = a
    for _ in range(r.choice((1, 1, 2, 3, 6))):
        b = _endret(b, r)
    return a, b


def _tekst(r: Random, antall: int) -> str:
    return " ".join(r.choice(_ORD) for _ in range(r.randrange(1, antall + 1)))


def _innhold(r: Random, antall: int = 14) -> tuple[Inline, ...]:
    biter: list[Inline] = [Text(f"{_tekst(r, antall).capitalize()}{r.choice(('.', '.', '', ':'))}")]
    if r.random() < 0.2:
        biter.append(Text(f" {_tekst(r, 3)}", bold=r.random() < 0.5, italic=r.random() < 0.5))
    if r.random() < 0.1:
        biter += [Text(" "), Link(_tekst(r, 2), r.choice(("https://a.no/", "https://b.no/", "mailto:x@a.no")))]
    if r.random() < 0.1:
        biter += [LineBreak(), Text(_tekst(r, 3))]
    return tuple(biter)


def _blokk(r: Random, n: int) -> Block:
    id = f"b-{n}-{r.randrange(10**6)}"
    return r.choice(_SLAG)(r, id)


def _punkt(r: Random, id: str, dybde: int = 0) -> tuple[Block, ...]:
    blokker: list[Block] = [Paragraph(f"{id}p", _innhold(r, 8))]
    if dybde < 3 and r.random() < 0.15:
        blokker.append(_liste(r, f"{id}l", dybde + 1))
    elif r.random() < 0.08:
        blokker.append(Paragraph(f"{id}m", _innhold(r)))
    return tuple(blokker)


def _liste(r: Random, id: str, dybde: int = 0) -> Items:
    marks = r.choice((None, None, "1.", "a)"))
    punkter = tuple(_punkt(r, f"{id}{n}", dybde) for n in range(r.randrange(1, 6)))
    return Items(id, punkter, ordered=r.random() < 0.4, marks=marks, whole=r.random() < 0.2)


def _tabell(r: Random, id: str) -> Table:
    kolonner = r.randrange(1, 4)
    rader = tuple(_rad(r, kolonner) for _ in range(r.randrange(0, 5)))
    return Table(id, "Tabell", _rad(r, kolonner), rader, row_headers=r.random() < 0.5)


def _rad(r: Random, kolonner: int) -> tuple[tuple[Inline, ...], ...]:
    return tuple(_innhold(r, 4) if r.random() < 0.85 else () for _ in range(kolonner))


def _underskrifter(r: Random, id: str) -> Signatures:
    alle = tuple(r.sample(UNDERSKRIVERE, r.randrange(1, 5)))
    return Signatures(id, alle, "Sted", "Dato", "Navn", signed=r.choice((None, None, "Signert")))


_SLAG: tuple[Callable[[Random, str], Block], ...] = (
    lambda r, id: Heading(id, r.randrange(1, 4), _innhold(r, 3), numbered=r.random() < 0.9),
    lambda r, id: Paragraph(id, _innhold(r), lead=r.random() < 0.3, quote=r.random() < 0.1),
    lambda r, id: Paragraph(id, _innhold(r)),
    lambda r, id: Paragraph(id, _innhold(r)),
    _liste,
    _liste,
    _tabell,
    _underskrifter,
)


def _endret(d: Document, r: Random) -> Document:
    blokker = list(d.blocks)
    hva = r.choice(("inn", "ut", "flytt", "i", "i", "i", "bytt", "tittel"))
    n = r.randrange(len(blokker)) if blokker else 0
    if hva == "tittel":
        return replace(d, title=_tekst(r, 4), mark=r.choice((None, "UTKAST", "TIL BEHANDLING")))
    if hva == "inn" or not blokker:
        blokker.insert(r.randrange(len(blokker) + 1), _blokk(r, 90))
    elif hva == "ut":
        del blokker[n]
    elif hva == "flytt":
        blokker.insert(r.randrange(len(blokker)), blokker.pop(n))
    elif hva == "bytt":
        blokker[n] = _blokk(r, 91)
    else:
        blokker[n] = _endret_blokk(blokker[n], r)
    return replace(d, blocks=tuple(blokker))


def _endret_blokk(blokk: Block, r: Random) -> Block:
    if isinstance(blokk, Heading | Paragraph):
        return replace(blokk, content=_endrede_ord(blokk.content, r))
    if isinstance(blokk, Items):
        punkter = _endret_rekke(list(blokk.items), r, lambda: _punkt(r, f"ny{r.randrange(999)}"), _endret_punkt)
        return replace(blokk, items=punkter) if punkter else blokk
    if isinstance(blokk, Table):
        if r.random() < 0.15:
            return replace(blokk, header=(*blokk.header, _innhold(r, 2)))
        kolonner = len(blokk.header)
        rader = _endret_rekke(list(blokk.rows), r, lambda: _rad(r, kolonner), _endret_rad)
        return replace(blokk, rows=rader)
    alle = _endret_rekke(
        list(blokk.signatures), r, lambda: r.choice(UNDERSKRIVERE), lambda s, _: replace(s, name="Kari")
    )
    return replace(blokk, signatures=alle) if alle else blokk


def _endret_rekke(ting: list[T], r: Random, ny: Callable[[], T], annen: Callable[[T, Random], T]) -> tuple[T, ...]:
    hva = r.choice(("inn", "ut", "flytt", "annen", "annen"))
    if hva == "inn" or not ting:
        ting.insert(r.randrange(len(ting) + 1), ny())
    elif hva == "ut":
        del ting[r.randrange(len(ting))]
    elif hva == "flytt":
        ting.insert(r.randrange(len(ting)), ting.pop(r.randrange(len(ting))))
    else:
        n = r.randrange(len(ting))
        ting[n] = annen(ting[n], r)
    return tuple(ting)


def _endret_punkt(punkt: tuple[Block, ...], r: Random) -> tuple[Block, ...]:
    n = r.randrange(len(punkt))
    return (*punkt[:n], _endret_blokk(punkt[n], r), *punkt[n + 1 :])


def _endret_rad(rad: tuple[tuple[Inline, ...], ...], r: Random) -> tuple[tuple[Inline, ...], ...]:
    n = r.randrange(len(rad))
    return (*rad[:n], _endrede_ord(rad[n], r), *rad[n + 1 :])


def _endrede_ord(innhold: tuple[Inline, ...], r: Random) -> tuple[Inline, ...]:
    if not innhold or r.random() < 0.1:
        return _innhold(r, 6)
    n = r.randrange(len(innhold))
    bit = innhold[n]
    if not isinstance(bit, Text):
        return (*innhold[:n], *innhold[n + 1 :])
    ord_ = bit.text.split(" ")
    at = r.randrange(len(ord_))
    ord_[at : at + r.choice((0, 1, 1, 3))] = [r.choice(_ORD) for _ in range(r.choice((0, 1, 1, 2)))]
    return (
        *innhold[:n],
        replace(bit, text=" ".join(ord_) or "x", bold=bit.bold ^ (r.random() < 0.1)),
        *innhold[n + 1 :],
    )
