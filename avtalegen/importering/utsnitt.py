"""A stretch of the source with its text: what the rules read, and what knows where each match stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from avtalegen.importering.funnet import Sikkerhet, Spenn, Verdi
from avtalegen.importering.grense import hold_fristen
from avtalegen.importering.ventende import senere


class Utsnitt:
    """A part of a line. `s` is its text as the rules read it: one kind of space, hyphen and dash, as long as it was."""

    __slots__ = ("fra", "linje", "s")

    def __init__(self, linje: int, fra: int, s: str) -> None:
        self.linje, self.fra, self.s = linje, fra, s

    def __bool__(self) -> bool:
        """Tell whether anything but space stands in it."""
        return bool(self.s.strip())

    def __repr__(self) -> str:
        return f"{self.linje}:{self.fra} «{self.s}»"

    @property
    def spenn(self) -> Spenn:
        """Where it stands."""
        return Spenn(self.linje, self.fra, self.fra + len(self.s))

    def del_(self, fra: int, til: int) -> Utsnitt:
        """Return a part of it, without the space around."""
        tekst = self.s[fra:til]
        inn = len(tekst) - len(tekst.lstrip())
        return Utsnitt(self.linje, self.fra + fra + inn, tekst.strip())

    def gruppe(self, treff: re.Match[str], gruppe: int | str = 0) -> Utsnitt:
        """Return what a group of a match in `s` covers."""
        return self.del_(*treff.span(gruppe))

    def strippet(self, tegn: str = " \t\n.,;:") -> Utsnitt:
        """Return it without these characters at its ends."""
        inn = len(self.s) - len(self.s.lstrip(tegn))
        return Utsnitt(self.linje, self.fra + inn, self.s.strip(tegn))

    def delt(self, mønster: str) -> Iterator[Utsnitt]:
        """Return what stands between the matches of a pattern, what is empty left out."""
        slutt = 0
        for treff in _kompilert(mønster).finditer(self.s):
            if ledd := self.del_(slutt, treff.start()):
                yield ledd
            slutt = treff.end()
        if ledd := self.del_(slutt, len(self.s)):
            yield ledd

    def verdi(self, sikkerhet: Sikkerhet, hvorfor: str, tekst: str | None = None, *, ordrett: bool = True) -> Verdi:
        """Return it as a value, with `tekst` for its own where the format says it otherwise."""
        return Verdi(samlet(self.s) if tekst is None else tekst, (self.spenn,), sikkerhet, hvorfor, ordrett)


@cache
def _kompilert(mønster: str) -> re.Pattern[str]:
    return re.compile(mønster)


def samlet(tekst: str) -> str:
    """Return a text on one line with single spaces."""
    return " ".join(tekst.split())


_SOM_ETT = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "–",
        "\u2212": "–",
        "\u0306": " ",
    }
)


def som_lest(tekst: str) -> str:
    """Return a text as the rules read it, character by character."""
    return tekst.translate(_SOM_ETT)


_KANTSTØY = senere(r"^\s*(?:[|¦](?=[^|¦]*$)|['’`´](?=[^'’`´]*$))(?=\s*[§\w])")


def uten_kantstøy(tekst: str) -> str:
    """Return a line with space for what a scanner saw at its edge: one stroke, or half of a pair of quotation marks."""
    return _KANTSTØY.sub(lambda m: " " * len(m[0]), tekst)


_FORKORTELSER = (
    r"(?:(?:\w+\.)?\w*nr|ca|bl\.a|f\.eks|t\.d|jf|jfr|pr|nr|kl|tlf|ev|evt|osv|m\.m|"
    r"mv|m\.v|dvs|d\.v\.s|inkl|ekskl|kap|pkt|art|st|sak|saksnr|"
    r"kgl\.res|v|ved|ass|fung|konst|adm|dir|kom|komm|pol|lensm|"
    r"mob|evt|o\.l|e\.l|s|min|maks|mnd|md|gj|div|tilh|h\.h\.v|hhv|"
    r"[Dd]r|f\.o\.m|t\.o\.m|d\.å|d\.m|Fv|Rv|Ev|fv|rv|Kr|kr|Nr|Kl|Tlf|Ca|Jf|Jfr|Ad|jan|feb|mar|apr|"
    r"jun|jul|aug|sep|sept|okt|nov|des|arkivsaksnr|[A-ZÆØÅ])"
)
_SETNINGSSLUTT = senere(r"[.!?](?:[\"”»)’]*)(?=\s+[\"“«(]?[A-ZÆØÅÁ0-9])|\n+|(?<=[;])\s+(?=[A-ZÆØÅ])")


def setninger(utsnitt: Utsnitt) -> Iterator[Utsnitt]:
    """Return the sentences of a stretch of text.

    A full stop after an abbreviation, a number or an initial is none; nor are the dots from a day to its hours.
    """
    hold_fristen()
    s, start = utsnitt.s, 0
    for treff in _SETNINGSSLUTT.finditer(s):
        foran, bak = s[max(start, treff.start() - 40) : treff.start()], s[treff.end() : treff.end() + 40].lstrip()
        if treff[0][0] == "." and _slutter_ikke(foran, bak):
            continue
        if setning := utsnitt.del_(start, treff.end()):
            yield setning
        start = treff.end()
    if setning := utsnitt.del_(start, len(s)):
        yield setning


def _slutter_ikke(foran: str, bak: str) -> bool:
    if foran.rstrip().endswith(("...", ". . .")):
        return True
    if re.search(r"(?:^|\s)N\.\s?N$", foran):
        return bak[:1].islower()  # nobody's initials
    if re.search(rf"(?:^|[\s(.]){_FORKORTELSER}$", foran):
        return True
    if re.search(r"(?:^|[\s(–-])\d{1,2}$", foran) and not re.search(r"(?:kl\w*\.?|til|[–-]|\bog)\s*\d{1,2}$", foran):
        # «1. oktober», «1. 2. og 3. klasse»: a day or an ordinal, but «kl. 12. Rådet» ends.
        return bak[:1].islower() or bool(re.match(r"\d{1,2}\.|\d{4}", bak))
    return False
