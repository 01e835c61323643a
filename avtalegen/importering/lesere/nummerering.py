"""Numbers as programs show them: «2.1», «a)», «iv.», «•»."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from avtalegen.modell.senere import senere

_ROMERTALL = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_STØRST = 10_000  # that is written in letters or Roman numerals
_PLASS = senere("%([1-9])")
_EGNE_TEGN = senere("[\ue000-\uf8ff]")

PUNKT = "•"


def bokstav(tall: int) -> str:
    """Return a number as a letter, as text programs do: a … z, aa, bb …."""
    antall, nr = divmod(tall - 1, 26)
    return chr(97 + nr) * (antall + 1) if 0 < tall < _STØRST else str(tall)


def romertall(tall: int) -> str:
    """Return a number as a Roman numeral."""
    if not 0 < tall < _STØRST:
        return str(tall)
    ut = ""
    for verdi, tegn in _ROMERTALL:
        antall, tall = divmod(tall, verdi)
        ut += tegn * antall
    return ut


MÅTER: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": bokstav,
    "upperLetter": lambda tall: bokstav(tall).upper(),
    "lowerRoman": romertall,
    "upperRoman": lambda tall: romertall(tall).upper(),
    "decimalZero": lambda tall: f"{tall:02d}",
    "ordinal": lambda tall: f"{tall}.",
    "none": lambda _tall: "",
    "a": bokstav,
    "A": lambda tall: bokstav(tall).upper(),
    "i": romertall,
    "I": lambda tall: romertall(tall).upper(),
    "": lambda _tall: "",
}
"""How numbers are written, by the names that Word and OpenDocument have for it. Others are as «1»."""


def skrevet(tall: int, måte: str) -> str:
    """Return a number as it is written in one of the ways of `MÅTER`."""
    return MÅTER.get(måte, str)(tall)


def kulepunkt(tegn: str) -> str:
    """Return the mark of a point as anybody has it: those of the symbol fonts are «•»."""
    tegn = tegn.strip()
    return PUNKT if not tegn or _EGNE_TEGN.search(tegn) or tegn == "o" else tegn[:3]


def fylt(mønster: str, tall: Callable[[int], str]) -> str:
    """Return a pattern («%1.%2») with the number of each level, counted from 0, in it."""
    return _PLASS.sub(lambda treff: tall(int(treff[1]) - 1), mønster[:50]).strip()
