"""Lists as people write and paste them, made the lists of CommonMark.

People write «•», «–» and «a)», as in Word; they put two spaces in front of what is below «1.»; and they write
«1. klasse» and «17. mai» without a list in mind. A list of numbers or letters is therefore one that counts: 1, 2, 3 or
a, b, c. Other lines that begin so stand as they are written, each on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

_ASCII = "-*+"
_STREKER = "–—‐‑−"
_KULER = "•·●▪‣◦○■□▫⁃∙➢➤❖✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
_PUNKT = re.compile(
    rf"(?P<indent>\s*)(?:(?P<strek>[{re.escape(_ASCII + _STREKER)}])\s+|(?P<kule>[{_KULER}])\s*"
    r"|(?P<tall>\d{1,3})(?P<etter>[.)])\s+|(?P<trinn>\d{1,3}(?:\.\d{1,3})+\.?)\s+"
    r"|(?P<bokstav>[a-zæøå]|[ivx]{2,5}|[A-ZÆØÅ](?=\)))[.)]\s+)(?P<tekst>\S.*)"
)
_DATO = re.compile(r"(?i)(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-z]*\b")
_TALL_FØRST = re.compile(r"(\s*(?:[-*+] +)*\d{1,9})([.)])(?=\s|$)")
_MERKE_FØRST = re.compile(r"\s*(?=[-*+#>](?:\s|$))")
_ALENE = re.compile(r"\s*(?=[-*+]\s*$)")
_NIVÅER = 9  # as many as Word has
_STYKKE = re.compile(r" {0,3}(?:#{1,6}(?:\s|$)|>)")

Slag = Literal["strek", "kule", "tall", "bokstav"]


@dataclass(slots=True)
class _Punkt:
    """One line that begins as an item does, and what belongs to it: lines, empty lines (""), and items below it."""

    indent: int
    slag: Slag
    tegn: str
    foran: str
    tekst: str
    after_blank: bool
    resten: list[str | _Punkt] = field(default_factory=list)


def som_commonmark(linjer: Sequence[str]) -> Iterator[str]:
    """Give the lines with each list written as CommonMark has it; numbers are «1.», letters «1)»."""
    n = 0
    while n < len(linjer):
        linje = linjer[n]
        if _er_tabell(linjer, n):
            while n < len(linjer) and linjer[n].strip() and ("|" in linjer[n]):
                yield linjer[n]
                n += 1
            continue
        if (punkt := _punkt(linje, after_blank=True)) is None:
            yield _uten_tall(linje)
            n += 1
            continue
        foran = next((linjer[m] for m in range(n - 1, -1, -1) if linjer[m].strip()), "")
        rett_under = n > 0 and bool(linjer[n - 1].strip()) and not _STYKKE.match(linjer[n - 1])
        slutt, punkter = _samlet(linjer, n, punkt)
        yield from _skrevet(punkter, 0, innledet=foran.rstrip().endswith(":"), rett_under=rett_under)
        n = slutt


def _er_tabell(linjer: Sequence[str], n: int) -> bool:
    """Tell whether a table begins on this line."""
    return (
        "|" in linjer[n]
        and n + 1 < len(linjer)
        and {"|", "-"} <= (under := set(linjer[n + 1]))
        and under <= set("|-: ")
    )


def _punkt(linje: str, *, after_blank: bool) -> _Punkt | None:
    treff = _PUNKT.fullmatch(linje)
    if treff is None or (treff["tall"] and _DATO.match(treff["tekst"])):
        return None
    slag: Slag = "strek" if treff["strek"] else "kule" if treff["kule"] else "bokstav" if treff["bokstav"] else "tall"
    tegn = treff["strek"] or treff["kule"] or ""
    foran = linje[treff.end("indent") : treff.start("tekst")].rstrip()
    return _Punkt(len(treff["indent"]), slag, tegn, foran, treff["tekst"], after_blank)


def _samlet(linjer: Sequence[str], n: int, først: _Punkt) -> tuple[int, list[_Punkt]]:
    """Return where the list that begins at line `n` ends, and its items with what is below them."""
    øverst, åpne = [først], [først]
    blanke = 0
    n += 1
    while n < len(linjer):
        linje = linjer[n]
        if not linje.strip():
            blanke += 1
            n += 1
            continue
        punkt = _punkt(linje, after_blank=blanke > 0)
        innrykk = len(linje) - len(linje.lstrip())
        if punkt is None:
            if _STYKKE.match(linje) or (blanke and innrykk < åpne[0].indent + 2) or _er_tabell(linjer, n):
                break
            while blanke and len(åpne) > 1 and innrykk < åpne[-1].indent + 2:
                åpne.pop()
            åpne[-1].resten += [*([""] if blanke else []), linje.strip()]
        else:
            _plasser(punkt, åpne, øverst)
        blanke = 0
        n += 1
    return n - blanke, øverst


def _plasser(punkt: _Punkt, åpne: list[_Punkt], øverst: list[_Punkt]) -> None:
    """Put an item below the one that it belongs to. `åpne` are those that it may stand in, the outermost first."""
    # Word pastes all levels at the margin: there, another sign right below is another level, and the first one ends it.
    lik = next((n for n, åpen in enumerate(åpne) if _like(åpen, punkt) and abs(åpen.indent - punkt.indent) < 2), None)
    if lik is not None:
        del åpne[lik:]
    else:
        while åpne and (
            punkt.indent < åpne[-1].indent
            or (punkt.indent < åpne[-1].indent + 2 and (punkt.after_blank or _begge_ascii(åpne[-1], punkt)))
        ):
            åpne.pop()
    del åpne[_NIVÅER - 1 :]
    (åpne[-1].resten if åpne else øverst).append(punkt)
    åpne.append(punkt)


def _like(a: _Punkt, b: _Punkt) -> bool:
    return a.slag == b.slag and (a.slag != "kule" or a.tegn == b.tegn)


def _begge_ascii(a: _Punkt, b: _Punkt) -> bool:
    return bool(a.tegn and b.tegn) and a.tegn in _ASCII and b.tegn in _ASCII


def _skrevet(
    punkter: Iterable[_Punkt], innrykk: int, *, innledet: bool = False, rett_under: bool = False
) -> Iterator[str]:
    """Give the lines of items that stand `innrykk` in.

    `innledet`: a line with a colon leads to them; `rett_under`: a paragraph stands right above.
    """
    luft = " " * innrykk
    for gruppe, (_, alle) in enumerate(groupby(punkter, key=lambda p: (p.slag, p.slag == "kule" and p.tegn))):
        like = [*alle]
        liste = _er_liste(like, innledet=innledet)
        if not liste and rett_under and len(like) == 1 and not innledet:
            # One line of running text that happens to begin so: «… trer i kraft / 2. kvartal 2027».
            yield luft + _uten_tall(f"{like[0].foran} {like[0].tekst}")
            yield from _resten(like[0], innrykk)
            continue
        if gruppe or not liste or rett_under:
            yield ""
        for n, punkt in enumerate(like, start=1):
            if liste:
                merke = {"tall": f"{n}. ", "bokstav": f"{n}) "}.get(punkt.slag, "* " if gruppe % 2 else "- ")
                yield luft + merke + _uten_merke(punkt.tekst)
                yield from _resten(punkt, innrykk + len(merke))
            else:
                yield luft + _uten_tall(f"{punkt.foran} {punkt.tekst}")
                yield from _resten(punkt, innrykk)
                yield ""


def _resten(punkt: _Punkt, innrykk: int) -> Iterator[str]:
    """Give what belongs to an item: its other lines, and the items below it."""
    siste = punkt.tekst
    for under, alle in groupby(punkt.resten, key=lambda r: isinstance(r, _Punkt)):
        biter = [*alle]
        if under:
            yield from _skrevet((b for b in biter if isinstance(b, _Punkt)), innrykk, innledet=siste.endswith(":"))
        else:
            linjer = [b for b in biter if isinstance(b, str)]
            siste = next((linje for linje in reversed(linjer) if linje), siste)
            yield from (" " * innrykk + _uten_merke(linje) if linje else "" for linje in linjer)


def _er_liste(like: Sequence[_Punkt], *, innledet: bool) -> bool:
    """Tell whether items of one kind, one after the other, are a list."""
    første = like[0]
    if første.slag == "kule":
        return True
    if første.slag == "strek":
        return innledet or len(like) > 1 or første.tegn in _ASCII
    telt = [_nummer(punkt) for punkt in like]
    return len(like) > 1 and telt == [*range(1, len(like) + 1)]


def _nummer(punkt: _Punkt) -> int:
    """Return what an item counts as; 0 when it doesn't count («1.2», «ii)»)."""
    tegn = punkt.foran[:-1]
    if punkt.slag == "tall":
        return int(tegn) if tegn.isdigit() else 0
    return ord(tegn) - ord("a") + 1 if len(tegn) == 1 else 0


def _uten_tall(linje: str) -> str:
    """Return a line on which a number first, or a sign alone, is no list to CommonMark."""
    if _TALL_FØRST.match(linje):
        return _TALL_FØRST.sub(r"\1\\\2", linje, count=1)
    return _ALENE.sub(r"\g<0>\\", linje, count=1) if _ALENE.match(linje) else linje


def _uten_merke(linje: str) -> str:
    """Return a line of an item that CommonMark reads as nothing but text."""
    return _MERKE_FØRST.sub(r"\g<0>\\", linje, count=1) if _MERKE_FØRST.match(linje) else _uten_tall(linje)
