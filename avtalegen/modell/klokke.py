"""Clock times and days of the week: how people write them and what they become. Opening hours as they are kept."""

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import Annotated, Any, NamedTuple, Self

from avtalegen.funn.begge import Begge
from avtalegen.modell.avvisning import reject
from avtalegen.modell.base import Form, forkort
from avtalegen.modell.former import egne_ord, skalar
from avtalegen.modell.jsonskjema import SKALARER
from avtalegen.modell.korte import bare_korte
from avtalegen.modell.tallord import STREK, TALLORD
from avtalegen.modell.tid import UKEDAGSNAVN


class Ukedag(IntEnum):
    """A day of the week, numbered as by ISO 8601."""

    MANDAG = 1
    TIRSDAG = 2
    ONSDAG = 3
    TORSDAG = 4
    FREDAG = 5
    LØRDAG = 6
    SØNDAG = 7

    def skriv(self) -> str:
        """Return the name of the day."""
        return self.name.casefold()


class Ukedagene(tuple[Ukedag, ...]):
    """Days of the week, or with `ord` the words of what are no such days («annenhver torsdag»)."""

    ord: str | None

    def __new__(cls, dager: Iterable[Ukedag], ord_: str | None = None) -> Self:
        """Make days of the week, or words for when."""
        nye = super().__new__(cls, dager)
        nye.ord = ord_
        return nye

    def __eq__(self, other: object) -> bool:
        """Tell whether they are the same days, or the same words."""
        return isinstance(other, tuple) and super().__eq__(other) and self.ord == getattr(other, "ord", None)

    def __ne__(self, other: object) -> bool:
        """Tell the opposite; `tuple` has its own."""
        return not self == other

    __hash__ = tuple.__hash__

    def __bool__(self) -> bool:
        """Tell whether any days are said; words say something too."""
        return bool(self.ord or len(self))

    def skriv(self) -> str | list[str]:
        """Return what is read as the same in the YAML."""
        return self.ord or [dag.skriv() for dag in self]


class Klokkeslett(NamedTuple):
    """A time of the day, in hours and minutes. The end of the day is 24:00.

    `ord` are the words of what no clock shows («etter lunsj»); then it is 0:00.
    """

    time: int
    minutt: int
    ord: str | None = None

    @property
    def for_seg(self) -> bool:
        """Whether the words have a preposition of their own («etter lunsj»)."""
        return bool(self.ord and re.match(r"(?i)(?:etter|før|fr[aå]|til|ved|om|rundt|kring|mellom|når|i)\b", self.ord))

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        return self.ord or f"{self.time:02}:{self.minutt:02}"


class Åpent(NamedTuple):
    """Opening hours on some days. Without `fra` and `til` the days are closed or as `merknad` says.

    With `til` before `fra` they last until the next morning.
    """

    dager: tuple[Ukedag, ...]
    fra: Klokkeslett | None
    til: Klokkeslett | None
    merknad: str | None = None

    def skriv(self) -> str:
        """Return what is read as the same in the YAML, on a line of its own."""
        dager = ", ".join(dag.skriv() for dag in self.dager)
        if not self.fra or not self.til:
            return f"{dager} {self.merknad}".strip()
        merknad = "" if self.merknad is None else f" ({self.merknad})"
        return f"{dager} {self.fra.skriv()}–{self.til.skriv()}{merknad}".lstrip()


_TIDLIGST, _MIDT_PÅ_DAGEN = 7, 12
"""Hours that are said in words and can only be of the day: «klokka to» may be at night."""
KLOKKESLETT = r"(?:kl(?:\.|okk[ae]n?)?\s*)?(\d{1,2})(?:[:.]?(\d{2}))?"
"""The pattern of a time of the day in small letters, with two groups."""


@bare_korte
def les_klokkeslett(tekst: str) -> Klokkeslett | None:
    """Return the time in «09:00», «09.00», «0900», «9», «kl. 9» or «klokka ni», or None."""
    kort = re.sub(r"(?<=\d),(?=\d\d$)", ".", tekst.casefold())
    if treff := re.fullmatch(KLOKKESLETT, kort):
        return klokkeslett(treff[1], treff[2])
    treff = re.fullmatch(r"(?:kl(?:\.|okk[ae]n?)?\s*)?(halv )?([a-zåø]+)", kort)
    time = TALLORD.get(treff[2], 0) if treff else 0
    if not treff or not _TIDLIGST <= time <= _MIDT_PÅ_DAGEN:
        return None
    return Klokkeslett(time - 1, 30) if treff[1] else Klokkeslett(time, 0)


def klokkeslett(time: str, minutt: str | None) -> Klokkeslett | None:
    """Return the time of these digits, or None when the clock never shows it."""
    tid = Klokkeslett(int(time), int(minutt or 0))
    return tid if tid.minutt < 60 and tid[:2] <= (24, 0) else None


def _klokkeslett(data: Any) -> Klokkeslett:
    tekst = skalar(data, "et klokkeslett")
    tid = les_klokkeslett(tekst)
    if tid is None and re.fullmatch(KLOKKESLETT, tekst.casefold()):
        reject(
            Begge(
                f"«{forkort(tekst)}» kan ikke leses som et klokkeslett.",
                f"«{forkort(tekst)}» kan ikkje lesast som eit klokkeslett.",
            ),
            Begge("Skriv for eksempel «09:00» eller «09.00».", "Skriv til dømes «09:00» eller «09.00»."),
        )
    return tid or Klokkeslett(0, 0, egne_ord(tekst, "et klokkeslett"))


_DAGER = UKEDAGSNAVN | {"ma": 1, "ti": 2, "on": 3, "to": 4, "fr": 5, "lø": 6, "sø": 7}
_DAGER |= {"må": 1, "ty": 2, "la": 6, "su": 7}  # as they begin in nynorsk
_TIL_OG_MED = re.compile(r"\s*(?:\bt\.? ?o\.? ?m\b\.?|\btil og med\b)\s*")
_FØRST = re.compile(r"^(?:(?:på|hver|kvar|alle|fr[aå](?: og med)?) |f\.? ?o\.? ?m\b\.? ?)")

_ALLE_DAGER = ("alle dager", "alle dagar", "hver dag", "kvar dag", "daglig", "dagleg", "alle ukens dager")


@bare_korte
def les_ukedager(tekst: str) -> tuple[Ukedag, ...] | None:
    """Return the days in «mandag–fredag», «man, ons og fre», «hverdager» or «alle dager», or None."""
    tekst = tekst.casefold().strip(" :")
    if re.fullmatch(r"(?:på |alle )*(?:hver|kvar|virke|verke|yrke|arbeids|kvarde|kverde)dag(?:[ea]r)?", tekst):
        return tuple(Ukedag)[:5]
    if tekst in _ALLE_DAGER:
        return tuple(Ukedag)
    if re.fullmatch(r"(?:i )?(?:helg(?:en|a|ene|er)?|helger)", tekst):
        return Ukedag.LØRDAG, Ukedag.SØNDAG
    tekst = re.sub(r"(\w)-(?= og )", r"\1dager", _TIL_OG_MED.sub("–", tekst))
    dager: list[Ukedag] = []
    for del_ in re.split(r"\s*(?:[,/&+]|\bog\b)\s*", _FØRST.sub("", tekst)):
        ender = [
            _DAGER.get(d.removesuffix(".").removesuffix("er").removesuffix("ar"))
            for d in re.split(rf"{STREK}|\s+til\s+", del_)
        ]
        første, siste = ender[0], ender[-1]
        if første is None or siste is None or len(ender) > 2 or første > siste:
            return None
        dager += [Ukedag(d) for d in range(første, siste + 1)]
    return tuple(dager)


def _ukedager(data: Any) -> tuple[Ukedag, ...]:
    navn = [d for d in data if d is not None] if isinstance(data, list) else [data]
    tekst = ", ".join(skalar(d, "en ukedag") for d in navn)
    dager = les_ukedager(tekst)
    return dager or Ukedagene((), egne_ord(tekst, "en ukedag"))


KlokkeslettForm = Annotated[Klokkeslett, Form(_klokkeslett, hva="et klokkeslett", måter=("09.00", "09:00", "9"))]
Ukedager = Annotated[
    tuple[Ukedag, ...],
    Form(_ukedager, SKALARER, hva="ukedager", måter=("onsdag", "mandag–fredag", "tirsdag og torsdag")),
]
