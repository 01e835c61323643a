"""Every value in a file that says when, with its place in the format: also those that a short form stands for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, get_args

from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.datering import Datering
from avtalegen.modell.tid import Tidspunkt, Tidsrom, les_dager, les_dato, les_kant, les_omtrentlig, les_tidsrom

Mønster = tuple[str, ...]
"""A route without the positions in lists: the same for all items."""
_NÅR = (Datering, Tidspunkt, Tidsrom, date)


class Verdi(NamedTuple):
    """A value that is written: the way to it in the long form, what stands there, and where that is written.

    `skrevet` is `rute` itself, or the way to the text that stands for the whole part (a meeting that is only a day).
    """

    rute: Rute
    verdi: Any
    skrevet: Rute

    @property
    def mønster(self) -> Mønster:
        """The route without positions."""
        return tuple(step for step in self.rute if isinstance(step, str))

    @property
    def tekst(self) -> str:
        """What is written, as one text."""
        if isinstance(self.verdi, dict):
            return "–".join(str(one) for key in ("fra", "til") if (one := self.verdi.get(key)))
        return " ".join(str(self.verdi).split())

    def dager(self) -> tuple[date | None, date | None]:
        """Return the first and the last day that it says, as far as they are known; none of what are only words."""
        try:
            if isinstance(self.verdi, dict):
                fra, til = (les_kant(str(one), end) if (one := self.verdi.get(end)) else None for end in ("fra", "til"))
                return fra, til
            if dager := les_dager(self.tekst):
                return dager
            if rom := les_tidsrom(self.tekst):
                return rom.fra, rom.til
            return les_omtrentlig(self.tekst.casefold()) or (None, None)
        except ValueError:
            return None, None

    def kant(self, ende: int) -> date | None:
        """Return the first (0) or the last (1) day of a day, a month or a year; None for what is said in words."""
        try:
            dager = les_dager(self.tekst)
        except ValueError:
            return None
        return dager and dager[ende]

    def dag(self) -> date | None:
        """Return the day that it says; None where it says less than a day."""
        try:
            return les_dato(self.tekst)
        except ValueError:
            return None


def sier_når(type_: Any) -> bool:
    """Tell whether a field of this type (`Felt.type`) holds a day, a time or a period."""
    return type_ in _NÅR or any(map(sier_når, get_args(type_)))


def verdier(data: Any) -> Iterator[Verdi]:
    """Give the values that say when in what a file holds (`to_data`), and the case numbers of decisions beside them.

    What is not as the format has it, is passed over.
    """
    yield from _i_delen(data, Avtale, (), ())


def _i_delen(data: Any, part: type[Del], rute: Rute, skrevet: Rute) -> Iterator[Verdi]:
    kort = False
    if isinstance(data, str):
        lang, kort = _langform(data, part), True
    elif isinstance(data, list) and part.listeform:
        lang = {part.listeform: data}
    else:
        lang = data if isinstance(data, dict) else {}
    for key, value in lang.items():
        felt = part.felter.get(key)
        if felt is None or value is None:
            continue
        her = (*rute, key)
        # Only what is the whole of the short form can be changed in it.
        sted = skrevet if kort and part.kortform == key and len(lang) == 1 else her
        under = del_i(felt.type)
        flere = value if isinstance(value, list) and felt.mange else [value]
        if under is None:
            if sier_når(felt.type) or key in ("sak", "saksnummer"):
                yield Verdi(her, value, sted)
        else:
            for n, one in enumerate(flere):
                plass = (*her, n) if felt.mange else her
                yield from _i_delen(one, under, plass, plass)


def _langform(text: str, part: type[Del]) -> dict[str, Any]:
    try:
        return {key: value for key, value in (part.fra_tekst(text) or {}).items() if value is not None}
    except ValueError:
        return {}
