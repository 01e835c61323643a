"""What stands at the top and at the foot of page after page, and is no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum

from avtalegen.modell.senere import senere

_KANT = 4  # lines at the edge of a page that are looked at
_SIFRE = senere(r"\d+")
_SIDETALL = senere(r"\W*(?:side:?\s*)?\d{1,3}(?:\s*(?:av|/|\()\s*\d{1,3}\)?)?\W*", re.IGNORECASE)


class Kant(Enum):
    """Whether a line is at the edge of its page: for the first time, or as it has been on a page before."""

    NEI = 0
    TOPP = 1
    TOPP_IGJEN = 2
    BUNN = 3
    BUNN_IGJEN = 4


def kanter(sider: Sequence[Sequence[str]]) -> list[list[Kant]]:
    """Return, of each line of each page, whether it is at the edge. What is alike but for numbers is the same."""
    funnet = [[Kant.NEI] * len(side) for side in sider]
    if len(sider) < 2:
        return funnet
    for øverst, først, igjen in ((True, Kant.TOPP, Kant.TOPP_IGJEN), (False, Kant.BUNN, Kant.BUNN_IGJEN)):
        sett: set[str] = set()
        ytterst = [_ytterst(side, øverst) for side in sider]
        antall = Counter(likt for side in ytterst for likt in {_likt(tekst) for _, tekst in side})
        mest = max(2, len(sider) // 2)
        for nr, side in enumerate(ytterst):
            for plass, tekst in side:
                likt = _likt(tekst)
                gjentatt = antall[likt] >= mest
                if not gjentatt and not (_SIDETALL.fullmatch(tekst) and tekst.strip()):
                    break
                funnet[nr][plass] = igjen if likt in sett else først
                sett.add(likt)
    return funnet


def _ytterst(side: Sequence[str], øverst: bool) -> list[tuple[int, str]]:
    linjer = [(plass, tekst) for plass, tekst in enumerate(side) if tekst.strip()]
    return linjer[:_KANT] if øverst else linjer[: -_KANT - 1 : -1]


def _likt(tekst: str) -> str:
    return _SIFRE.sub("#", " ".join(tekst.split()).lower())
