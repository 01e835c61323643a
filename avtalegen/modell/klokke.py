"""Clock times, days of the week and opening hours: how people write them and what they become."""

import re
from enum import IntEnum
from typing import Annotated, Any, NamedTuple

from avtalegen.modell.base import SCALAR, SCALARS, Form, forkort, reject
from avtalegen.modell.former import skalar
from avtalegen.modell.tid import STREK


class Ukedag(IntEnum):
    """A day of the week, numbered as by ISO 8601."""

    MANDAG = 1
    TIRSDAG = 2
    ONSDAG = 3
    TORSDAG = 4
    FREDAG = 5
    LØRDAG = 6
    SØNDAG = 7


class Klokkeslett(NamedTuple):
    """A time of the day, in hours and minutes. The end of the day is 24:00."""

    time: int
    minutt: int


class Åpent(NamedTuple):
    """Opening hours on some days. Without `fra` and `til` the days are closed or as `merknad` says."""

    dager: tuple[Ukedag, ...]
    fra: Klokkeslett | None
    til: Klokkeslett | None
    merknad: str | None = None


def les_klokkeslett(tekst: str) -> Klokkeslett | None:
    """Return the time in «09:00», «09.00», «0900», «9» or «kl. 9», or None."""
    treff = re.fullmatch(r"(?:kl\.?\s*)?(\d{1,2})(?:[:.]?(\d{2}))?", tekst.casefold())
    if not treff:
        return None
    tid = Klokkeslett(int(treff[1]), int(treff[2] or 0))
    return tid if tid.minutt < 60 and tid <= (24, 0) else None


def _klokkeslett(data: Any) -> Klokkeslett:
    tekst = skalar(data, "et klokkeslett")
    tid = les_klokkeslett(tekst)
    if tid is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som et klokkeslett.",
            "Skriv for eksempel «09:00» eller «09.00».",
        )
    return tid


_DAGER = {navn: dag for dag in Ukedag for navn in (dag.name.casefold(), dag.name.casefold()[:3])} | {
    "ma": Ukedag.MANDAG,
    "ti": Ukedag.TIRSDAG,
    "on": Ukedag.ONSDAG,
    "to": Ukedag.TORSDAG,
    "fr": Ukedag.FREDAG,
    "måndag": Ukedag.MANDAG,
    "mån": Ukedag.MANDAG,
    "tysdag": Ukedag.TIRSDAG,
    "tys": Ukedag.TIRSDAG,
    "laurdag": Ukedag.LØRDAG,
    "lau": Ukedag.LØRDAG,
    "sundag": Ukedag.SØNDAG,
}


def les_ukedager(tekst: str) -> tuple[Ukedag, ...] | None:
    """Return the days in «mandag–fredag», «man, ons og fre», «hverdager» or «alle dager», or None."""
    tekst = tekst.casefold().strip(" :")
    if re.fullmatch(r"(alle )?(hverdag|kvardag)([ae]r)?", tekst):
        return tuple(Ukedag)[:5]
    if tekst in ("alle dager", "alle dagar", "hver dag", "kvar dag", "daglig", "dagleg"):
        return tuple(Ukedag)
    dager: list[Ukedag] = []
    for del_ in re.split(r"\s*(?:,|\bog\b)\s*", tekst):
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
    if dager is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som ukedager.",
            "Skriv for eksempel «onsdag» eller «mandag–fredag».",
        )
    return dager


def _åpningstider(data: Any) -> tuple[Åpent, ...]:
    if isinstance(data, dict):
        return tuple(_åpent(f"{dag} {skalar(tid, 'åpningstider')}") for dag, tid in data.items() if tid is not None)
    if isinstance(data, list):
        return tuple(åpent for linje in data if linje is not None for åpent in _åpningslinje(linje))
    return _åpningslinje(data)


def _åpningslinje(data: Any) -> tuple[Åpent, ...]:
    tekst = skalar(data, "åpningstider")
    return tuple(_åpent(linje) for linje in re.split(r"\s*;\s*|\s*,\s*(?=[a-zæøåA-ZÆØÅ][^,]*\d)", tekst) if linje)


def _åpent(tekst: str) -> Åpent:
    treff = re.fullmatch(
        rf"(?P<dager>[^\d]*?)[:,]?\s*(?:kl\.?\s*)?(?P<fra>\d{{1,2}}(?:[:.]?\d\d)?){STREK}(?:kl\.?\s*)?(?P<til>\d{{1,2}}(?:[:.]?\d\d)?)"
        r"(?:\s*\((?P<merknad>[^)]*)\))?",
        tekst,
        flags=re.IGNORECASE,
    )
    if treff:
        dager = les_ukedager(treff["dager"]) if treff["dager"].strip() else ()
        fra, til = les_klokkeslett(treff["fra"]), les_klokkeslett(treff["til"])
        if dager is not None and fra and til and fra < til:
            return Åpent(dager, fra, til, treff["merknad"])
    elif treff := re.fullmatch(r"(.+?)[:,]?\s+(stengt|etter avtale|døgnåpent|døgnope)", tekst, flags=re.IGNORECASE):
        dager = les_ukedager(treff[1])
        if dager:
            return Åpent(dager, None, None, _åpenmerknad(treff[2]))
    elif tekst.casefold() in ("etter avtale", "døgnåpent", "døgnope"):
        return Åpent((), None, None, _åpenmerknad(tekst))
    return reject(
        f"«{forkort(tekst)}» kan ikke leses som åpningstider.",
        "Skriv for eksempel «mandag–fredag 09.00–14.30», «onsdag 10–18» eller «lørdag stengt».",
    )


def _åpenmerknad(tekst: str) -> str:
    return tekst.casefold().replace("døgnope", "døgnåpent")


KlokkeslettForm = Annotated[Klokkeslett, Form(_klokkeslett)]
Ukedager = Annotated[tuple[Ukedag, ...], Form(_ukedager, SCALARS)]
Åpningstider = Annotated[
    tuple[Åpent, ...],
    Form(
        _åpningstider,
        {
            "anyOf": [
                SCALARS,
                {"type": "object", "additionalProperties": {"anyOf": [SCALAR, {"type": "null"}]}},
            ]
        },
    ),
]
"""Text, a list of texts, or a mapping from days to hours."""
