"""Days of the past, which people may know only to the month or the year; and what a decision is called by."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any, NamedTuple

from avtalegen.modell.base import Form
from avtalegen.modell.former import egne_ord, skalar
from avtalegen.modell.korte import bare_korte
from avtalegen.modell.senere import senere
from avtalegen.modell.tid import MÅNEDER, dag_i_ord, les_dager, les_omtrentlig


class Datering(NamedTuple):
    """When something happened: `fra` and `til` are the first and the last day it may have been, the same if known.

    `ord` are the words of what is neither a day, a month nor a year («våren 2026», «i fjor»): they stand as written.
    """

    fra: date
    til: date
    ord: str | None = None

    @property
    def dato(self) -> date | None:
        """The day, or None when only the month or the year is known."""
        return self.fra if self.fra == self.til else None

    @property
    def måned(self) -> int | None:
        """The number of the month (1-12), or None when only the year is known."""
        return self.fra.month if self.fra.month == self.til.month else None

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        if self.ord:
            return self.ord
        if self.dato:
            return self.dato.isoformat()
        return f"{MÅNEDER[self.måned - 1]} {self.fra.year}" if self.måned else str(self.fra.year)


@bare_korte
def les_datering(tekst: str) -> Datering | None:
    """Return the day, the month or the year in «25.10.2024», «oktober 2024» or «2024», or None."""
    dager = les_dager(re.sub(r"(?i)^i (?=\D*\d{4}$)", "", tekst))
    return Datering(*dager) if dager else None


def _datering(data: Any) -> Datering:
    tekst = skalar(data, "en dato")
    datering = les_datering(tekst)
    if datering is None:
        ord_ = egne_ord(tekst, "en dato")
        return Datering(*(les_omtrentlig(tekst.casefold()) or (date.min, date.max)), ord_)
    return datering


def _dato(data: Any) -> date | Datering:
    datering = _datering(data)
    return datering.dato or datering


def dagen(dato: date | Datering | None) -> date | None:
    """Return the day, or None when it is known only to the month or the year, or told in words."""
    return dato.dato if isinstance(dato, Datering) else dato


def datering_i_ord(datering: Datering) -> str:
    """Return «25. oktober 2024», «i oktober 2024» or «i 2024»."""
    return dag_i_ord(datering.dato) if datering.dato else f"i {datering.skriv()}"


def som_datering(dato: date | Datering) -> Datering:
    """Return the first and the last day it may have been, also of a day."""
    return dato if isinstance(dato, Datering) else Datering(dato, dato)


DateringForm = Annotated[
    Datering,
    Form(_datering, hva="en dato, en måned eller et år", måter=("25.10.2024", "2024-10-25", "oktober 2024", "2024")),
]
Dato = Annotated[
    date | Datering, Form(_dato, hva="en dato", måter=("25.10.2024", "2024-10-25", "25. oktober 2024", "oktober 2024"))
]
"""A day; where people don't know it, a month, a year or words."""

_SAK = senere(
    r"(?i)(?:(?:i )?sak(?:s?n(?:umme)?r)?\.?:? )?"
    r"((?:[a-zæøå]{1,6}[- .]{0,2}(?:sak(?:snr)?\.?[- ]?|nr\.? ?)?)?\d{1,5} ?/ ?\d{1,5}(?:-\d{1,3})?)"
)
_SIST = senere(
    r"(?i)(.*?\S)(?: den)? "
    r"(\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\. ?[a-z]{3,9}\.? \d{4})"
)
_VEDTATT = senere(r"(?i)^(?:(?:vedtatt|vedteken|vedteke|godkjent|godkjend) )?(?:i|av) (?=\w*(?:styre|skap|ting|utval))")


def les_vedtak(tekst: str) -> Mapping[str, object]:
    """Return what «kommunestyret», «25.2.2017», «2017», «PS 12/2017» or «kommunestyret 25.2.2017» says of a decision.

    A text that says something else as well is the name of the organ.
    """
    funnet: dict[str, object] = {}
    for nøkkel, verdi in _deler(_VEDTATT.sub("", " ".join(tekst.split()))):
        if nøkkel in funnet:
            return {"organ": tekst}
        funnet[nøkkel] = verdi
    return funnet


def _deler(tekst: str) -> Iterator[tuple[str, str]]:
    for del_ in re.split(r", ?", tekst.removesuffix(".")):
        sist = None if les_datering(del_) else _SIST.fullmatch(del_)
        for ledd in sist.groups() if sist else (del_,):
            if les_datering(ledd):
                yield "dato", ledd
            elif sak := _SAK.fullmatch(ledd):
                yield "sak", sak[1]
            else:
                yield "organ", ledd


# A meeting on the same weekday each year may come some days earlier the next year, and is one a year all the same.
_NESTEN_ET_ÅR = 351  # days


def flest_på_et_år(datoer: Iterable[date]) -> int:
    """Return the largest number of days within twelve months."""
    dager = sorted(dato.toordinal() for dato in datoer)
    return max((bisect_left(dager, første + _NESTEN_ET_ÅR) - nr for nr, første in enumerate(dager)), default=0)


_FRIST = senere(
    r"(?i)(?:innen|innan|før|seinast|senest|fram til|ved|(?:i )?(?:løpet|slutten) av|hver|kvar|hvert|kvart)\b.*"
    rf"(?:\d|\b(?:{'|'.join(MÅNEDER)}|år\w*|måned\w*|månad\w*|uk[ea]\w*|vek[ea]\w*|vår\w*|haust\w*|høst\w*|jul|somm[ea]r\w*)\b).*"
)
_LENGST_FRIST = 6  # words


def er_frist(tekst: str) -> bool:
    """Tell whether a text says nothing but by when: «innen 1. juni», «ved utgangen av året»."""
    return len(tekst.split()) <= _LENGST_FRIST and _FRIST.fullmatch(tekst.strip()) is not None
