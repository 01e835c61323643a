"""E-mail that an agreement was sent in: its head, what was quoted, and the messages before it are no part of it."""

from __future__ import annotations

from avtalegen.importering.kilde import Kilde, Linje
from avtalegen.importering.ventende import senere

_FRA = senere(r"(?i)\s*(?:fra|frå|from)\s?:\s*\S")
_SENDT = senere(r"(?im)^\s*(?:sendt|sent|send|dato)\s?:\s*\S")
_HODE = senere(r"(?i)\s*(?:fra|frå|from|sendt|send|sent|dato|til|to|kopi|cc|emne|subject|vedlegg|viktighet)\s?:")
_SITERT = senere(r"\s{0,8}>\s?\S")
_LENGST_HODE = 8
"""Lines of the head of a message."""


def utenfor(kilde: Kilde) -> frozenset[int]:
    """Return the numbers of the lines that are of the e-mail, and of no agreement; none when there is no message.

    The agreement is in the last message, which stands first; it is not when more stands in those before it.
    """
    linjer = kilde.linjer
    hoder = [nr for nr, linje in enumerate(linjer) if _er_hode(linje, linjer[nr : nr + _LENGST_HODE])]
    if not hoder or any(linje.tekst.strip() for linje in linjer[: hoder[0]]):
        return frozenset()
    ute: set[int] = set()
    for linje in linjer[: hoder[0] + _LENGST_HODE]:
        if not _HODE.match(linje.tekst):
            break
        ute.add(linje.nr)
    if len(hoder) > 1 and _tegn(linjer[: hoder[1]]) >= _tegn(linjer[hoder[1] :]):
        ute.update(linje.nr for linje in linjer[hoder[1] :])
    return frozenset(ute | {linje.nr for linje in linjer if _SITERT.match(linje.tekst)})


def _er_hode(linje: Linje, fra: tuple[Linje, ...]) -> bool:
    """Tell whether a message begins with a line: who it is from, and soon when it was sent."""
    return linje.celle is None and bool(_FRA.match(linje.tekst)) and any(_SENDT.search(en.tekst) for en in fra[:3])


def _tegn(linjer: tuple[Linje, ...]) -> int:
    return sum(len(linje.tekst) for linje in linjer)
