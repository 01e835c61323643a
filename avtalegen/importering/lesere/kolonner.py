"""Tables that are nothing but columns of spaces or tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avtalegen.importering.lesere.linjeskift import MERKE
from avtalegen.modell.senere import senere

_LUKE = senere(r"\S(?: {2,}| *\t[ \t]*)(?=\S)")
_SIDETALL = senere(r"\d{1,3}")
_FÆRREST = 4  # entries of a table of contents
_GAP = senere("(?<=1)00+(?=1)")
_UTEN_LUKE = 2  # rows of a table, one after the other, in which there is only one cell
_MIDT_I = senere(r"(?:[^\W\d_]-|\b(?:og|eller|samt|av|for|i|på|med|til|ved|fra|frå|om|mellom|hos))$")
"""What a cell ends with that goes on."""
_ANNET = senere(
    r"\W|\d|(?:man|tir|tys|ons|tor|fre|lør|lau|søn)\w*dag(?:er|ar)?(?=$| ?[\d–-]| kl| til)|kl\b", re.IGNORECASE
)
"""What a cell begins with that says something of its own: a day, an hour, a sum, a point."""
_MEST = 400  # rows and characters that are looked at together

Rad = tuple[str, ...]


def har_luke(linje: str) -> bool:
    """Tell whether a line has something like columns in it, apart from what is after its mark."""
    merke = MERKE.match(linje)
    return _LUKE.search(linje, merke.end() if merke else 0) is not None


def rader(linjer: Sequence[str]) -> list[Rad] | None:
    """Return the cells of these lines when they are the rows of a table; None when they are not."""
    med_luke = [linje for linje in linjer if har_luke(linje)]
    if len(med_luke) < 2:
        return None
    if all("\t" in linje.strip() for linje in med_luke):
        delt = [tuple(re.split(r" *\t[ \t]*", linje.strip())) for linje in linjer]
        antall = {len(rad) for rad, linje in zip(delt, linjer, strict=True) if har_luke(linje)}
        return delt if len(antall) == 1 else None
    return _delt([linje.expandtabs(8).rstrip() for linje in linjer])


def _delt(linjer: Sequence[str]) -> list[Rad] | None:
    bredde = min(max(map(len, linjer)), _MEST)
    tomt = [all(linje[c : c + 1] in ("", " ") for linje in linjer) for c in range(bredde)]
    grenser = [0]
    c = next((n for n, t in enumerate(tomt) if not t), bredde)
    while c < bredde:
        slutt = c
        while slutt < bredde and tomt[slutt]:
            slutt += 1
        if slutt - c >= 2 and slutt < bredde:
            grenser.append(slutt)
        c = max(slutt, c + 1)
    if len(grenser) < 2:
        return None
    delt = [
        tuple(linje[a:b].strip() for a, b in zip(grenser, [*grenser[1:], len(linje) + _MEST], strict=True))
        for linje in linjer
    ]
    return delt if sum(sum(map(bool, rad)) > 1 for rad in delt) > 1 else None


def er_innhold(noen: Sequence[Rad]) -> bool:
    """Tell whether rows are a table of contents: what stands there, and a page that is never before the last one."""
    sider = [int(rad[-1]) for rad in noen if len(rad) == 2 and rad[0] and _SIDETALL.fullmatch(rad[-1])]
    return len(sider) == len(noen) >= _FÆRREST and sider == sorted(sider) and sider[0] > 0


def fortsetter(over: Rad, rad: Rad) -> bool:
    """Tell whether a row of a table is only the rest of the one over it, whose cells had no room for all they say."""
    fylt = [k for k, tekst in enumerate(rad) if tekst]
    if not fylt or len(fylt) == len(rad) or len(over) != len(rad) or not all(over[k] for k in fylt):
        return False
    if any(_ANNET.match(rad[k]) for k in fylt):
        return False
    videre = [_MIDT_I.search(over[k]) is not None for k in fylt]
    små = all(rad[k][0].islower() for k in fylt)
    if all(videre) or (små and any(videre)):
        return True
    # Under a label, lower case may as well be one more thing of its kind: then there are but two columns.
    alene = fylt == [0] or (0 not in fylt and len(rad) > 2)
    return alene and all(over) and små


def ledet(noen: Sequence[Rad]) -> bool:
    """Tell whether the first column of a table is but the words that it begins with: they lead to all of it."""
    return len(noen) > 2 and len(noen[0]) > 2 and bool(noen[0][0]) and not any(rad[0] for rad in noen[1:] if rad)


def lengste(linjer: Sequence[str]) -> int:
    """Return how many of these lines, from the first, are the rows of one table; 0 when there is none."""
    if not linjer or not har_luke(linjer[0]):
        return 0
    beste, tomme, dekket, før = 1, 0, 0, 0
    tabulert = "\t" in linjer[0].strip()
    for antall, linje in enumerate(linjer[:_MEST], 1):
        luke = har_luke(linje)
        tomme = 0 if luke else tomme + 1
        if tomme > _UTEN_LUKE or (luke and tabulert != ("\t" in linje.strip())):
            break
        if tabulert:
            nå = len(_LUKE.findall(linje.strip())) if luke else før
            if not luke or (antall > 1 and nå != før):
                break
        else:
            dekket |= _dekker(linje)
            nå = len(_GAP.findall(f"{dekket:b}"))
            # A wider space in a date of every row so far parts no columns.
            egne = len(_LUKE.findall(linje.strip()))
            if not nå or (antall > 2 and nå < før and not 1 < egne == nå):
                break
        før = nå
        if luke or linje[:1].isspace():
            beste = antall
    return beste if beste > 1 and rader(linjer[:beste]) else 0


def _dekker(linje: str) -> int:
    """Return which columns a line has something in, a bit for each, with those of the rest of a wide line as one."""
    bred = linje.expandtabs(8).rstrip()[:_MEST]
    return int("".join("0" if c == " " else "1" for c in bred)[::-1] or "0", 2)
