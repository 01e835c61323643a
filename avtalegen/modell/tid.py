"""Dates, durations and frequencies: how people write them and what they become."""

import re
from datetime import date, timedelta
from enum import Enum
from typing import Annotated, Any, NamedTuple

from avtalegen.modell.base import SCALAR, Form, forkort, reject
from avtalegen.modell.former import heltall, skalar

MÅNEDER = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
STREK = r"\s*[-–—]\s*"

_DATOFORMER = "Skriv for eksempel «2024-10-25», «25.10.2024» eller «25. oktober 2024»."


class Enhet(Enum):
    """A unit of time."""

    DAG = "dag"
    UKE = "uke"
    MÅNED = "måned"
    KVARTAL = "kvartal"
    HALVÅR = "halvår"
    ÅR = "år"


class Varighet(NamedTuple):
    """A length of time («3 år»)."""

    antall: int
    enhet: Enhet


class Hyppighet(NamedTuple):
    """How often: `antall` times per `enhet` (`dager`: that many days), or only `løst` («løpende», «ved behov»)."""

    antall: int = 0
    enhet: Enhet = Enhet.ÅR
    minst: bool = False
    løst: str | None = None
    dager: bool = False

    @property
    def per_år(self) -> int | None:
        """The number of times a year, or None when it isn't said."""
        ganger = {
            Enhet.DAG: 365,
            Enhet.UKE: 52,
            Enhet.MÅNED: 12,
            Enhet.KVARTAL: 4,
            Enhet.HALVÅR: 2,
            Enhet.ÅR: 1,
        }
        return None if self.løst else self.antall * ganger[self.enhet]


class Tidspunkt(NamedTuple):
    """A point in time as exact as people have it: `tekst` as written, `dato` its last day where that is known."""

    tekst: str
    dato: date | None


class Tidsrom(NamedTuple):
    """From and to, both days included. Either end may be open."""

    fra: date | None
    til: date | None


def les_dato(tekst: str) -> date | None:
    """Return the date in `tekst`, or None if it can't be read as a date. A day that doesn't exist is rejected."""
    tekst = tekst.casefold()
    if treff := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", tekst):
        år, måned, dag = (int(d) for d in treff.groups())
    elif treff := re.fullmatch(r"(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4}|\d{2})", tekst):
        dag, måned, år = (int(d) for d in treff.groups())
    elif (treff := re.fullmatch(r"(\d{1,2})\.?\s+([a-z]{3,9})\.?\s+(\d{4})", tekst)) and (nummer := _måned(treff[2])):
        dag, måned, år = int(treff[1]), nummer, int(treff[3])
    else:
        return None
    år += 2000 if år < 100 else 0
    try:
        return date(år, måned, dag)
    except ValueError:
        reject(f"Datoen «{tekst}» finnes ikke.", _DATOFORMER)


def _måned(ord_: str) -> int | None:
    return next((n for n, navn in enumerate(MÅNEDER, 1) if len(ord_) >= 3 and navn.startswith(ord_)), None)


def _dato(data: Any) -> date:
    tekst = skalar(data, "en dato")
    dato = les_dato(tekst)
    if dato is None:
        reject(f"«{forkort(tekst)}» kan ikke leses som en dato.", _DATOFORMER)
    return dato


def siste_dag(år: int, måned: int) -> date:
    """Return the last day of a month (1-12)."""
    return (date(år, måned, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _tidspunkt(data: Any) -> Tidspunkt:
    tekst = skalar(data, "et tidspunkt")
    return Tidspunkt(tekst, les_dato(tekst) or _omtrentlig(tekst.casefold()))


def _omtrentlig(tekst: str) -> date | None:
    """Return the last day of «2026», «utgangen av 2026», «høsten 2026», «desember 2024» or «2. kvartal 2026»."""
    slutt = {"våren": 6, "sommeren": 8, "sommaren": 8, "høsten": 12, "hausten": 12}
    slutt |= {"utgangen av": 12, "i løpet av": 12}
    tekst = re.sub(r"^inna?e?n utgangen", "utgangen", tekst)
    if treff := re.fullmatch(r"(?:(\D+?)\s+)?(\d{4})", tekst):
        ord_, år = treff[1], int(treff[2])
        måned = 12 if ord_ is None else slutt.get(ord_) or _måned(ord_.removeprefix("i ").removeprefix("utgangen av "))
    elif treff := re.fullmatch(r"([1-4])\. kvartal (\d{4})", tekst):
        måned, år = int(treff[1]) * 3, int(treff[2])
    else:
        return None
    return siste_dag(år, måned) if måned and år else None


# Both målformer: the file may be written in the one and the agreement in the other.
_ENHETER = {
    **dict.fromkeys(("dag", "dager", "dagen", "dagar"), Enhet.DAG),
    **dict.fromkeys(("uke", "uker", "uken", "uka", "veke", "veker", "veka"), Enhet.UKE),
    **dict.fromkeys(("måned", "måneder", "måneden", "månad", "månader", "md", "mnd"), Enhet.MÅNED),
    **dict.fromkeys(("kvartal", "kvartaler", "kvartalet"), Enhet.KVARTAL),
    **dict.fromkeys(("halvår", "halvåret"), Enhet.HALVÅR),
    **dict.fromkeys(("år", "året"), Enhet.ÅR),
}


def les_varighet(tekst: str) -> Varighet | None:
    """Return the length of time in «3 år», «tre år» or «18 måneder», or None."""
    treff = re.fullmatch(r"(\S+)\s+([a-zæøå]+)\.?", tekst.casefold())
    if not treff or treff[2] not in _ENHETER:
        return None
    antall = heltall(treff[1])
    return Varighet(antall, _ENHETER[treff[2]]) if antall else None


def _varighet(data: Any) -> Varighet:
    tekst = skalar(data, "en varighet")
    varighet = les_varighet(re.sub(r"\s+(før|i forveien|før møtet|i forkant)$", "", tekst))
    if varighet is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som en varighet.",
            "Skriv for eksempel «3 år», «to uker» eller «14 dager».",
        )
    return varighet


_ETT_ORD = {
    "daglig": Hyppighet(1, Enhet.DAG),
    "ukentlig": Hyppighet(1, Enhet.UKE),
    "månedlig": Hyppighet(1, Enhet.MÅNED),
    "kvartalsvis": Hyppighet(1, Enhet.KVARTAL),
    "halvårlig": Hyppighet(1, Enhet.HALVÅR),
    "årlig": Hyppighet(1, Enhet.ÅR),
}
_ETT_ORD |= {ord_.replace("lig", "leg").replace("ned", "nad"): ofte for ord_, ofte in _ETT_ORD.items()}
_LØST = {ord_: ord_ for ord_ in ("løpende", "ved behov", "jevnlig", "etter avtale", "fortløpende")}
_LØST |= {"løpande": "løpende", "jamleg": "jevnlig", "fortløpande": "fortløpende"}


def les_hyppighet(tekst: str) -> Hyppighet | None:
    """Return how often «årlig», «hvert år», «minst 8 ganger per år», «en dag hver uke» or «løpende» is, or None."""
    tekst = tekst.casefold()
    rest = re.sub(r"^(minst|minimum)\s+", "", tekst)
    minst = rest != tekst
    if rest in _LØST:
        return Hyppighet(løst=_LØST[rest])
    if rest in _ETT_ORD:
        return _ETT_ORD[rest]._replace(minst=minst)
    if (treff := re.fullmatch(r"[hk]v[ea]rt? ([a-zæøå]+)", rest)) and treff[1] in _ENHETER:
        return Hyppighet(1, _ENHETER[treff[1]], minst)
    treff = re.fullmatch(
        r"(\S+)\s+(gang|ganger|gong|gonger|dag|dager|dagar|møte|møter|besøk)\s*(?:i|per|pr\.?|[hk]v[ea]rt?|om|/)\s*([a-zæøå]+)",
        rest,
    )
    if treff and treff[3] in _ENHETER and (antall := heltall(treff[1])):
        return Hyppighet(antall, _ENHETER[treff[3]], minst, dager=treff[2].startswith("dag"))
    return None


def _hyppighet(data: Any) -> Hyppighet:
    tekst = skalar(data, "hvor ofte")
    hyppighet = les_hyppighet(tekst)
    if hyppighet is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som hvor ofte noe skjer.",
            "Skriv for eksempel «årlig», «kvartalsvis», «tre ganger i året», «en dag hver uke» eller «løpende».",
        )
    return hyppighet


def _tidsrom(data: Any) -> Tidsrom:
    if isinstance(data, dict):
        if ukjent := [key for key in data if key not in ("fra", "til")]:
            reject(f"«{forkort(ukjent[0])}» hører ikke til et tidsrom.", "Et tidsrom har «fra» og «til».")
        return Tidsrom(*(_dato(data[k]) if data.get(k) else None for k in ("fra", "til")))
    tekst = skalar(data, "et tidsrom")
    tidsrom = les_tidsrom(tekst)
    if tidsrom is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som et tidsrom.",
            "Skriv for eksempel «2024–2025» eller «1.1.2024–31.12.2025».",
        )
    return tidsrom


def les_tidsrom(tekst: str) -> Tidsrom | None:
    """Return the days that «2024–2025», «2024» or «1.1.2024–31.12.2025» stands for, or None."""
    if treff := re.fullmatch(rf"(\d{{4}})(?:{STREK}(\d{{4}}))?", tekst):
        fra, til = int(treff[1]), int(treff[2] or treff[1])
        return Tidsrom(date(fra, 1, 1), date(til, 12, 31)) if fra and til else None
    for treff in re.finditer(STREK, tekst):
        fra_, til_ = les_dato(tekst[: treff.start()]), les_dato(tekst[treff.end() :])
        if fra_ and til_:
            return Tidsrom(fra_, til_)
    return None


Dato = Annotated[date, Form(_dato)]
TidspunktForm = Annotated[Tidspunkt, Form(_tidspunkt)]
VarighetForm = Annotated[Varighet, Form(_varighet)]
HyppighetForm = Annotated[Hyppighet, Form(_hyppighet)]
TidsromForm = Annotated[
    Tidsrom,
    Form(
        _tidsrom,
        {
            "anyOf": [
                SCALAR,
                {
                    "type": "object",
                    "properties": {key: {"anyOf": [SCALAR, {"type": "null"}]} for key in ("fra", "til")},
                    "additionalProperties": False,
                },
            ]
        },
    ),
]
