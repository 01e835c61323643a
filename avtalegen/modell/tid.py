"""Dates, clock times, durations and frequencies: how people write them and what they become."""

import re
from datetime import date, timedelta
from enum import Enum, IntEnum
from typing import Annotated, Any, NamedTuple

from avtalegen.modell.base import SCALAR, SCALARS, Form, forkort, reject
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


class Ukedag(IntEnum):
    """A day of the week, numbered as by ISO 8601."""

    MANDAG = 1
    TIRSDAG = 2
    ONSDAG = 3
    TORSDAG = 4
    FREDAG = 5
    LØRDAG = 6
    SØNDAG = 7


class Enhet(Enum):
    """A unit of time."""

    DAG = "dag"
    UKE = "uke"
    MÅNED = "måned"
    KVARTAL = "kvartal"
    HALVÅR = "halvår"
    ÅR = "år"


class Klokkeslett(NamedTuple):
    """A time of the day, in hours and minutes. The end of the day is 24:00."""

    time: int
    minutt: int


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


class Åpent(NamedTuple):
    """Opening hours on some days. Without `fra` and `til` the days are closed or as `merknad` says."""

    dager: tuple[Ukedag, ...]
    fra: Klokkeslett | None
    til: Klokkeslett | None
    merknad: str | None = None


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
        reject(f"datoen «{tekst}» finnes ikke", _DATOFORMER)


def _måned(ord_: str) -> int | None:
    return next((n for n, navn in enumerate(MÅNEDER, 1) if len(ord_) >= 3 and navn.startswith(ord_)), None)


def _dato(data: Any) -> date:
    tekst = skalar(data, "en dato")
    dato = les_dato(tekst)
    if dato is None:
        reject(f"«{forkort(tekst)}» kan ikke leses som en dato", _DATOFORMER)
    return dato


def siste_dag(år: int, måned: int) -> date:
    """Return the last day of a month (1-12)."""
    return (date(år, måned, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _tidspunkt(data: Any) -> Tidspunkt:
    tekst = skalar(data, "et tidspunkt")
    return Tidspunkt(tekst, les_dato(tekst) or _omtrentlig(tekst.casefold()))


def _omtrentlig(tekst: str) -> date | None:
    """Return the last day of «2026», «utgangen av 2026», «høsten 2026», «desember 2024» or «2. kvartal 2026»."""
    slutt = {
        "våren": 6,
        "sommeren": 8,
        "høsten": 12,
        "utgangen av": 12,
        "i løpet av": 12,
        "innen utgangen av": 12,
    }
    if treff := re.fullmatch(r"(?:(\D+?)\s+)?(\d{4})", tekst):
        ord_, år = treff[1], int(treff[2])
        måned = 12 if ord_ is None else slutt.get(ord_) or _måned(ord_.removeprefix("i ").removeprefix("utgangen av "))
    elif treff := re.fullmatch(r"([1-4])\. kvartal (\d{4})", tekst):
        måned, år = int(treff[1]) * 3, int(treff[2])
    else:
        return None
    return siste_dag(år, måned) if måned and år else None


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
            f"«{forkort(tekst)}» kan ikke leses som en varighet",
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
_LØST = ("løpende", "ved behov", "jevnlig", "etter avtale", "fortløpende")


def les_hyppighet(tekst: str) -> Hyppighet | None:
    """Return how often «årlig», «hvert år», «minst 8 ganger per år», «en dag hver uke» or «løpende» is, or None."""
    tekst = tekst.casefold()
    rest = re.sub(r"^(minst|minimum)\s+", "", tekst)
    minst = rest != tekst
    if rest in _LØST:
        return Hyppighet(løst=rest)
    if rest in _ETT_ORD:
        return _ETT_ORD[rest]._replace(minst=minst)
    if (treff := re.fullmatch(r"hver[t]? ([a-zæøå]+)", rest)) and treff[1] in _ENHETER:
        return Hyppighet(1, _ENHETER[treff[1]], minst)
    treff = re.fullmatch(
        r"(\S+)\s+(gang|ganger|dag|dager|møte|møter|besøk)\s*(?:i|per|pr\.?|hver|hvert|om|/)\s*([a-zæøå]+)",
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
            f"«{forkort(tekst)}» kan ikke leses som hvor ofte noe skjer",
            "Skriv for eksempel «årlig», «kvartalsvis», «tre ganger i året», «en dag hver uke» eller «løpende».",
        )
    return hyppighet


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
            f"«{forkort(tekst)}» kan ikke leses som et klokkeslett",
            "Skriv for eksempel «09:00» eller «09.00».",
        )
    return tid


def _tidsrom(data: Any) -> Tidsrom:
    if isinstance(data, dict):
        if ukjent := [key for key in data if key not in ("fra", "til")]:
            reject(f"«{forkort(ukjent[0])}» hører ikke til et tidsrom", "Et tidsrom har «fra» og «til».")
        return Tidsrom(*(_dato(data[k]) if data.get(k) else None for k in ("fra", "til")))
    tekst = skalar(data, "et tidsrom")
    tidsrom = les_tidsrom(tekst)
    if tidsrom is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som et tidsrom",
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


_DAGER = {navn: dag for dag in Ukedag for navn in (dag.name.casefold(), dag.name.casefold()[:3])} | {
    "ma": Ukedag.MANDAG,
    "ti": Ukedag.TIRSDAG,
    "on": Ukedag.ONSDAG,
    "to": Ukedag.TORSDAG,
    "fr": Ukedag.FREDAG,
}


def les_ukedager(tekst: str) -> tuple[Ukedag, ...] | None:
    """Return the days in «mandag–fredag», «man, ons og fre», «hverdager» or «alle dager», or None."""
    tekst = tekst.casefold().strip(" :")
    if tekst in ("hverdager", "alle hverdager", "hverdag"):
        return tuple(Ukedag)[:5]
    if tekst in ("alle dager", "hver dag", "daglig"):
        return tuple(Ukedag)
    dager: list[Ukedag] = []
    for del_ in re.split(r"\s*(?:,|\bog\b)\s*", tekst):
        ender = [_DAGER.get(d.removesuffix(".").removesuffix("er")) for d in re.split(rf"{STREK}|\s+til\s+", del_)]
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
            f"«{forkort(tekst)}» kan ikke leses som ukedager",
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
    elif treff := re.fullmatch(r"(.+?)[:,]?\s+(stengt|etter avtale|døgnåpent)", tekst, flags=re.IGNORECASE):
        dager = les_ukedager(treff[1])
        if dager:
            return Åpent(dager, None, None, treff[2].casefold())
    elif tekst.casefold() in ("etter avtale", "døgnåpent"):
        return Åpent((), None, None, tekst.casefold())
    return reject(
        f"«{forkort(tekst)}» kan ikke leses som åpningstider",
        "Skriv for eksempel «mandag–fredag 09.00–14.30», «onsdag 10–18» eller «lørdag stengt».",
    )


Dato = Annotated[date, Form(_dato)]
TidspunktForm = Annotated[Tidspunkt, Form(_tidspunkt)]
VarighetForm = Annotated[Varighet, Form(_varighet)]
HyppighetForm = Annotated[Hyppighet, Form(_hyppighet)]
KlokkeslettForm = Annotated[Klokkeslett, Form(_klokkeslett)]
Ukedager = Annotated[tuple[Ukedag, ...], Form(_ukedager, SCALARS)]
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
