"""Patterns of the importer that are made when there is a text that they may match."""

import re
from collections.abc import Callable, Iterator
from typing import Any, cast

from avtalegen.importering.uttrykk import (
    DAGER,
    DATO,
    HYPPIGHET,
    LENGDE,
    NUMRE,
    PERSONER,
    ROLLE,
    TIDSROM,
    TITTEL,
    TITTELORD,
)
from avtalegen.importering.venteord import MED_SIFFER, Krav, brettet, er_der, venteord
from avtalegen.importering.venteordfil import Ventet, ferdige

_LÅNT = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub")
_KORT = 400
"""Characters of a text that is held against a lighter pattern first: there it takes no time, whatever it says."""
_HVA_SOM_HELST = r"(?:[\s\S]+?)"
_MED_SIFFER = rf"(?:{MED_SIFFER}+?)"
_TUNGE = {
    **dict.fromkeys((PERSONER, ROLLE, TITTEL, HYPPIGHET, LENGDE), _HVA_SOM_HELST),
    **dict.fromkeys((DATO, TIDSROM, NUMRE), _MED_SIFFER),
    **dict.fromkeys((TITTELORD, DAGER), _HVA_SOM_HELST),
}
"""What is heavy to compile, the largest first, with what stands for it in a lighter pattern."""
_NOE = rf"(?:{re.escape(_HVA_SOM_HELST)}|{re.escape(_MED_SIFFER)})"
_FREMST = re.compile(rf"^(\(\?P<\w+>){_NOE}(?=\))")
_NEKTET = re.compile(rf"\(\?<?!(?:[^()]|\([^()]*\))*?{_NOE}")


def lettere(uttrykk: str) -> tuple[str, str]:
    """Return a pattern that matches wherever one does, and is made in a tenth of the time; "" when there is none.

    A large piece may be any words at all, and the one that it begins with is none. The other one is the same with that.
    """
    lett = uttrykk
    for tung, noe in _TUNGE.items():
        lett = lett.replace(tung, noe)
    return ("", "") if lett == uttrykk or _NEKTET.search(lett) else (_FREMST.sub(r"\1", lett), lett)


def ventet(uttrykk: str) -> Ventet:
    """Return a lighter pattern than one, and the words that it waits for."""
    lett, hele = lettere(uttrykk)
    return lett, venteord(hele or uttrykk)


class _Ventende:
    """What stands for a pattern until there is a text that it may match: then it lends its own methods."""

    def __init__(self, uttrykk: str, flagg: int) -> None:
        self.pattern = uttrykk
        self.flags = flagg
        self._lett = ""
        self._venter: Krav | None = None
        self._først: re.Pattern[str] | None = None
        self._uten: str | None = None

    def _ferdig(self, tekst: str) -> re.Pattern[str] | None:
        """Return the pattern, None as long as no text has had the words that it can't do without."""
        if self._venter is None:
            self._lett, self._venter = ferdige().get(self.pattern) or ventet(self.pattern)
            if self.flags & re.VERBOSE:
                self._venter = ()  # spaces and comments stand for nothing in it
        if tekst == self._uten:
            return None  # several ask of the same sentence, and the lines of a list may all be the same
        if self._venter and not er_der(self._venter, brettet(tekst)):
            self._uten = tekst
            return None
        if self._lett and len(tekst) <= _KORT:
            self._først = self._først or re.compile(self._lett, self.flags)
            if not self._først.search(tekst):
                self._uten = tekst
                return None
        ferdig = re.compile(self.pattern, self.flags)
        for lånt in _LÅNT:
            setattr(self, lånt, getattr(ferdig, lånt))
        return ferdig

    def search(self, tekst: str, *hvor: int) -> re.Match[str] | None:
        return m.search(tekst, *hvor) if (m := self._ferdig(tekst)) else None

    def match(self, tekst: str, *hvor: int) -> re.Match[str] | None:
        return m.match(tekst, *hvor) if (m := self._ferdig(tekst)) else None

    def fullmatch(self, tekst: str, *hvor: int) -> re.Match[str] | None:
        return m.fullmatch(tekst, *hvor) if (m := self._ferdig(tekst)) else None

    def findall(self, tekst: str, *hvor: int) -> list[Any]:
        return m.findall(tekst, *hvor) if (m := self._ferdig(tekst)) else []

    def finditer(self, tekst: str, *hvor: int) -> Iterator[re.Match[str]]:
        return m.finditer(tekst, *hvor) if (m := self._ferdig(tekst)) else iter(())

    def split(self, tekst: str, maxsplit: int = 0) -> list[Any]:
        return m.split(tekst, maxsplit) if (m := self._ferdig(tekst)) else [tekst]

    def sub(self, med: str | Callable[[re.Match[str]], str], tekst: str, count: int = 0) -> str:
        return m.sub(med, tekst, count) if (m := self._ferdig(tekst)) else tekst


def senere(uttrykk: str, flagg: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled the first time that a text may match it, as fast as any other from then on.

    Most agreements have a use for a sixth of our patterns, and to compile one takes longer than to read a page with it.
    """
    return cast("re.Pattern[str]", _Ventende(uttrykk, flagg))
