"""A rich sample `Document`: every block and option, with the length and tone of a real agreement.

Places, people and numbers are made up. `eksempel()` gives the whole document. `blokker()` builds blocks from
the small notation that dokumenteksempel.txt is written in:

    # Heading      #! heading without number      > paragraph that leads      plain paragraph
    - bullet       1. numbered      (deeper lines belong to the item)      @se block in another language
    |! Caption     |? caption, rows without headers      | cell | cell |      the first row heads the table
    **bold**  *italic*  [text](url)  and \\ for a new line
"""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from textwrap import dedent
from typing import cast

from avtalegen.dokument.innhold import (
    Block,
    Document,
    Heading,
    Inline,
    Items,
    Language,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Signature,
    Signatures,
    Table,
    Text,
)

UNDERSKRIVERE = (
    Signature("signatur-fjelldal", "Fjelldal kommune", "Ingrid Sæther", "ordfører"),
    Signature("signatur-politi", "Midtre politidistrikt", "Håkon Bjørnstad", "politimester"),
    Signature("signatur-elvestad", "Elvestad kommune", "Marte Ødegård Lien", "ordfører"),
    Signature("signatur-åsen", "Øvre Åsen kommune", None, "ordfører"),
    Signature("signatur-sandnesvik", "Sandnesvik kommune", "Per-Anders Kjærstad", "varaordfører"),
    Signature("signatur-tinnhøgda", "Tinnhøgda kommune", "Solveig Aas", "kommunedirektør etter fullmakt"),
    Signature("signatur-holmøy", "Holmøy kommune", "Jon Erik Myhre", None),
)

AVTALE = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")

SIGNATURER = """
# Signaturer
Avtalen er undertegnet i ett eksemplar. Hver part får kopi, og partene publiserer avtalen på nettsidene sine.
"""

VEDLEGG = """
#! Vedlegg
1. Politirådets mandat
2. Handlingsplan mot vold i nære relasjoner 2024–2027
"""

SAMMENDRAG = """
@se ##! Čoahkkáigeassu
@se Gielddat ja politiija barget ovttas vai buohkain lea oadjebas árgabeaivi.
"""

_INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|\[(?P<text>.+?)\]\((?P<url>.+?)\)| \\ ")
_START = re.compile(r"(@\w+ )?(#{1,4}!?|>|-|\d\.|\||\|[!?]) ")


def inline(tekst: str) -> tuple[Inline, ...]:
    """Read the notation for runs, links and new lines."""
    ut: list[Inline] = []
    slutt = 0
    for treff in _INLINE.finditer(tekst):
        if treff.start() > slutt:
            ut.append(Text(tekst[slutt : treff.start()]))
        if treff["url"]:
            ut.append(Link(treff["text"], treff["url"]))
        elif treff["bold"] or treff["italic"]:
            ut.append(Text(treff["bold"] or treff["italic"], bool(treff["bold"]), bool(treff["italic"])))
        else:
            ut.append(LineBreak())
        slutt = treff.end()
    return (*ut, Text(tekst[slutt:])) if tekst[slutt:] else tuple(ut)


def _stykke(linjer: list[str]) -> tuple[str, list[str]]:
    """Take the lines of the first block from `linjer`: its first line without mark, and the rest of it."""
    første, *_ = linjer
    merke = _START.match(første)
    liste = merke is not None and (merke[2] == "-" or merke[2].endswith("."))
    én_linje = merke is not None and merke[2][0] in "#|"
    slutt = 1
    while slutt < len(linjer) and not én_linje:
        linje = linjer[slutt]
        hører_til = (linje.startswith("  ") or not linje) if liste else bool(linje) and not _START.match(linje)
        if not hører_til:
            break
        slutt += 1
    stykke = linjer[:slutt]
    del linjer[:slutt]
    return stykke[0], stykke[1:]


def _språk(linje: str) -> tuple[Language | None, str]:
    """Take the mark «@se » off the line."""
    if not linje.startswith("@"):
        return None, linje
    merke, _, resten = linje.partition(" ")
    return cast(Language, merke[1:]), resten


def blokker(notasjon: str, navn: str = "b", teller: count[int] | None = None) -> tuple[Block, ...]:
    """Build blocks from the notation in the module's docstring. Ids are `navn` and a running number."""
    teller = teller or count(1)
    linjer = dedent(notasjon).strip("\n").split("\n")
    ut: list[Block] = []
    while linjer:
        if not linjer[0]:
            del linjer[0]
            continue
        første, resten = _stykke(linjer)
        språk, kropp = _språk(første)
        merke, _, tekst = kropp.partition(" ") if _START.match(kropp) else ("", "", kropp)
        id = f"{navn}-{next(teller)}"
        flytende = inline(" ".join([tekst, *(linje for linje in resten if linje)]))
        blokk: Block
        if merke.startswith("#"):
            blokk = Heading(id, merke.count("#"), flytende, numbered=not merke.endswith("!"), language=språk)
        elif merke == "-" or merke.endswith("."):
            punkt = blokker("\n".join([" " * len(merke) + " " + tekst, *resten]), navn, teller)
            ordnet = merke != "-"
            match ut[-1:]:
                case [Items(ordered=samme) as forrige] if samme == ordnet:
                    ut.pop()
                    blokk = replace(forrige, items=(*forrige.items, punkt))
                case _:
                    blokk = Items(id, (punkt,), ordnet, språk)
        elif merke in ("|!", "|?"):
            blokk = Table(id, tekst, (), (), row_headers=merke == "|!", language=språk)
        elif merke == "|":
            tabell = ut.pop()
            assert isinstance(tabell, Table)
            rad = tuple(inline(celle.strip()) for celle in tekst.rstrip(" |").split("|"))
            blokk = replace(tabell, rows=(*tabell.rows, rad)) if tabell.header else replace(tabell, header=rad)
        else:
            blokk = Paragraph(id, flytende, lead=merke == ">", language=språk)
        ut.append(blokk)
    return tuple(ut)


@cache
def våpen(bredde: int = 96, høyde: int = 120) -> bytes:
    """Draw a small shield as a PNG file."""

    def pixel(x: int, y: int) -> bytes:
        midt = bredde / 2
        halv = midt if y < høyde * 0.55 else midt * (1 - ((y / høyde - 0.55) / 0.45) ** 2)
        if abs(x - midt) > halv:
            return b"\xff\xff\xff"
        return b"\xe8\xee\xf5" if abs(x - midt) + abs(y - høyde * 0.42) < midt * 0.55 else b"\x1f\x3a\x5f"

    def stykke(slag: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + slag + data + struct.pack(">I", zlib.crc32(slag + data))

    rader = b"".join(b"\x00" + b"".join(pixel(x, y) for x in range(bredde)) for y in range(høyde))
    hode = stykke(b"IHDR", struct.pack(">IIBBBBB", bredde, høyde, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + hode + stykke(b"IDAT", zlib.compress(rader)) + stykke(b"IEND", b"")


def signaturer(antall: int) -> Signatures:
    """The places to sign for the first `antall` signers (1-7)."""
    return Signatures("signaturfelt", UNDERSKRIVERE[:antall], "Sted", "Dato", "Underskrift")


def eksempel(underskrivere: int = 7, *, mark: str | None = "UTKAST", picture: bool = True) -> Document:
    """Build the sample agreement, of five to six pages, with the first `underskrivere` signers (1-7)."""
    partene = "Fjelldal, Elvestad, Øvre Åsen, Sandnesvik, Tinnhøgda og Holmøy kommuner, Midtre politidistrikt"
    return Document(
        language="nb",
        title="Avtale om kommune- og politisamarbeid",
        subtitle="Seks kommuner i Fjell og fjord, 2025–2027",
        author="Fjelldal kommune og Midtre politidistrikt",
        subject="Avtale om samarbeid mellom kommunene og politiet",
        date="2025-01-15",
        header="Kommunene i Fjell og fjord · Midtre politidistrikt",
        page_label="Side {page} av {pages}",
        facts=(
            ("Partene", partene),
            ("Gjelder", "1. januar 2025 – 31. desember 2027"),
            ("Status", "Utkast, til behandling i kommunestyrene"),
            ("Saksnummer", "2024/1187"),
        ),
        blocks=(
            *blokker(SAMMENDRAG, "sammendrag"),
            *blokker(AVTALE, "avtale"),
            *blokker(SIGNATURER, "signaturer"),
            signaturer(underskrivere),
            *blokker(VEDLEGG, "vedlegg"),
        ),
        mark=mark,
        picture=Picture(våpen(), "Kommunevåpenet til Fjelldal") if picture else None,
    )
