"""Dates, periods and durations: how people write them and what they become."""

import re
from datetime import date, timedelta
from enum import Enum
from typing import Annotated, Any, NamedTuple

from pydantic_core import core_schema

from avtalegen.modell.base import Form, forkort, reject
from avtalegen.modell.former import STREK, heltall, skalar
from avtalegen.modell.jsonskjema import SKALAR
from avtalegen.modell.tall import desimaltall

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
_UKEDAGER = ("mandag måndag", "tirsdag tysdag", "onsdag", "torsdag", "fredag", "lørdag laurdag", "søndag sundag")
UKEDAGSNAVN = {
    form: nummer
    for nummer, dag in enumerate(_UKEDAGER, 1)
    for navn in dag.split()
    for form in (navn, navn[:-3], navn[:3])
}
"""The days of the week as people write them («tirsdag», «tirs», «tys»), with their numbers by ISO 8601."""
_TIDLIGST, _SENEST = 1900, 2200
"""The years that a date may be in."""

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
    """A length of time («3 år»); with `minst` the least. `virkedager` are days without weekends and holidays."""

    antall: int
    enhet: Enhet
    minst: bool = False
    virkedager: bool = False

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        enhet = "virkedager" if self.virkedager else self.enhet.value
        return f"{'minst ' if self.minst else ''}{self.antall} {enhet}"


class Tidspunkt(NamedTuple):
    """A point in time as exact as people have it: `tekst` as written, `dato` its last day where that is known."""

    tekst: str
    dato: date | None

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        return self.tekst


class Tidsrom(NamedTuple):
    """From and to, both days included. Either end may be open."""

    fra: date | None
    til: date | None

    def skriv(self) -> dict[str, str]:
        """Return what is read as the same in the YAML: the mapping, as a text can't have both ends open."""
        return {ende: dag.isoformat() for ende, dag in (("fra", self.fra), ("til", self.til)) if dag}


def les_dato(tekst: str) -> date | None:
    """Return the date in `tekst`, or None if it can't be read as a date. A day that can't be right is rejected."""
    først, _, rest = tekst.casefold().partition(" ")
    ukedag = UKEDAGSNAVN.get(først.rstrip(",."))
    dag_måned_år = (rest if ukedag else tekst.casefold()).removeprefix("den ")
    if treff := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", dag_måned_år):
        år, måned, dag = (int(d) for d in treff.groups())
    elif treff := re.fullmatch(r"(\d{1,2})[./]\s?(\d{1,2})(?:[./-]\s?|\s)(\d{4}|\d{2})", dag_måned_år):
        dag, måned, år = (int(d) for d in treff.groups())
        år += 2000 if len(treff[3]) == 2 else 0
    elif (treff := re.fullmatch(r"(\d{1,2})\.?\s?([a-z]{3,9})\.?\s?(\d{4})", dag_måned_år)) and (
        nummer := les_måned(treff[2])
    ):
        dag, måned, år = int(treff[1]), nummer, int(treff[3])
    else:
        return None
    if not _TIDLIGST <= år <= _SENEST:
        reject(
            f"Året i datoen «{tekst}» kan ikke stemme.",
            f"Skriv et år fra {_TIDLIGST} til {_SENEST}, for eksempel «2027».",
        )
    try:
        dato = date(år, måned, dag)
    except ValueError:
        reject(f"Datoen «{tekst}» finnes ikke.", _DATOFORMER)
    if ukedag not in (None, dato.isoweekday()):
        riktig = _UKEDAGER[dato.weekday()].split()[0]
        reject(f"«{tekst}» kan ikke stemme: Datoen er en {riktig}.", f"Rett datoen, eller skriv «{riktig}».")
    return dato


def som_dato(tekst: str) -> date | None:
    """Return the date in a text from outside an agreement, None also for one that can't be right."""
    try:
        return les_dato(tekst.strip())
    except ValueError:
        return None


def les_måned(ord_: str) -> int | None:
    """Return the number of the month in «oktober» or «okt» (small letters), or None."""
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
        navn = (ord_ or "desember").removeprefix("i ").removeprefix("utgangen av ")
        måned = slutt.get(ord_ or "") or les_måned(navn)
    elif treff := re.fullmatch(r"([1-4])\. kvartal (\d{4})", tekst):
        måned, år = int(treff[1]) * 3, int(treff[2])
    else:
        return None
    return siste_dag(år, måned) if måned and _TIDLIGST <= år <= _SENEST else None


# Both målformer: the file may be written in the one and the agreement in the other.
ENHETER = {
    **dict.fromkeys(("dag", "dager", "dagen", "dagar"), Enhet.DAG),
    **dict.fromkeys(("uke", "uker", "uken", "uka", "veke", "veker", "veka"), Enhet.UKE),
    **dict.fromkeys(("måned", "måneder", "måneden", "md", "mnd"), Enhet.MÅNED),
    **dict.fromkeys(("månad", "månader", "månadar", "månaden"), Enhet.MÅNED),
    **dict.fromkeys(("kvartal", "kvartaler", "kvartalet"), Enhet.KVARTAL),
    **dict.fromkeys(("halvår", "halvåret"), Enhet.HALVÅR),
    **dict.fromkeys(("år", "året"), Enhet.ÅR),
}


_VIRKEDAGER = {form for ord_ in ("virke", "verke", "yrke", "arbeids") for form in (f"{ord_}dager", f"{ord_}dagar")}
_HALVE = {"halvt": 0.5, "halvannet": 1.5, "halvanna": 1.5, "halvtanna": 1.5}


def les_varighet(tekst: str) -> Varighet | None:
    """Return the length of time in «3 år», «tre år», «et halvt år», «18 måneder» or «10 virkedager», or None."""
    tall, _, ord_ = tekst.casefold().removesuffix(".").rpartition(" ")
    enhet = Enhet.DAG if ord_ in _VIRKEDAGER else ENHETER.get(ord_)
    if enhet is None:
        return None
    if antall := heltall(tall):
        return Varighet(antall, enhet, virkedager=ord_ in _VIRKEDAGER)
    treff = re.fullmatch(r"(?:(\S+) og )?(?:ei?tt? )?(\w+)", tall)
    år = _HALVE.get(treff[2]) if treff else None
    år = år + (heltall(treff[1] or "null") or 0) if år and treff else desimaltall(tall)
    if enhet is Enhet.ÅR and år and (år * 12).is_integer():
        return Varighet(int(år * 12), Enhet.MÅNED)
    return None


def _varighet(data: Any) -> Varighet:
    tekst = skalar(data, "en varighet")
    varighet = les_varighet(tekst)
    if varighet is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som en varighet.",
            "Skriv for eksempel «3 år», «et halvt år» eller «18 måneder».",
        )
    return varighet


def _frist(data: Any) -> Varighet:
    tekst = skalar(data, "en frist")
    kort = re.sub(
        r"\s+(?:før|etter|i forveien|i forkant|på forhånd|på førehand)\b.*$"
        r"|\s+(?:gjensidig |skriftlig |skriftleg )?(?:varsel|frist|oppsigelse\w*|oppseiing\w*)$",
        "",
        tekst.casefold(),
    )
    lengde = re.sub(r"^(?:senest|seinast|innen|innan|minst|minimum|min\.)\s+", "", kort)
    varighet = les_varighet(lengde) or les_varighet(lengde.removesuffix("s"))
    if varighet is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som en frist.",
            "Skriv for eksempel «3 måneder», «to uker», «minst 14 dager» eller «10 virkedager».",
        )
    return varighet._replace(minst=kort.startswith("min"))


def _tidsrom(data: Any) -> Tidsrom:
    if isinstance(data, dict):
        if ukjent := [key for key in data if key not in ("fra", "til")]:
            reject(f"«{forkort(ukjent[0])}» hører ikke til et tidsrom.", "Et tidsrom har «fra» og «til».")
        return Tidsrom(*(les_kant(data[k], k) if data.get(k) else None for k in ("fra", "til")))
    tekst = skalar(data, "et tidsrom")
    tidsrom = les_tidsrom(tekst)
    if tidsrom is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som et tidsrom.",
            "Skriv for eksempel «2024–2025», «juli 2026», «6.–31. juli 2026» eller «1.1.2024–31.12.2025».",
        )
    return tidsrom


def les_kant(data: Any, navn: str) -> date:
    """Return the first (`navn` is «fra») or last («til») day, which people also give as a month or a year."""
    tekst = skalar(data, "en dato")
    dager = les_dager(tekst)
    if dager is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som en dato.",
            "Skriv for eksempel «25.10.2024», «oktober 2024» eller «2024».",
        )
    return dager[navn == "til"]


def les_dager(tekst: str) -> tuple[date, date] | None:
    """Return the first and the last day of «25.10.2024», «oktober 2024» or «2024», or None."""
    if dato := les_dato(tekst):
        return dato, dato
    treff = re.fullmatch(r"(?:([a-z]{3,9})\.?\s)?(\d{4})", tekst.casefold())
    if not treff or not _TIDLIGST <= int(treff[2]) <= _SENEST:
        return None
    år, måned = int(treff[2]), les_måned(treff[1]) if treff[1] else None
    if måned:
        return date(år, måned, 1), siste_dag(år, måned)
    return None if treff[1] else (date(år, 1, 1), date(år, 12, 31))


_LENGSTE_TIDSROM = 100
"""Characters. Every dash is tried as the one between from and to, and a hostile text has very many."""


def les_tidsrom(tekst: str) -> Tidsrom | None:
    """Return the days that «2024–2025», «juli 2026», «6.–31. juli 2026» or «til 31.12.2029» stands for, or None."""
    if len(tekst) > _LENGSTE_TIDSROM:
        return None
    uten_til = re.sub(r"(?i)^(?:inn|fram |frem )?til (?:og med )?|^t\.?o\.?m\.? ", "", tekst)
    if uten_til != tekst:
        slutt = les_dager(uten_til)
        return Tidsrom(None, slutt[1]) if slutt else None
    rest = re.sub(r"(?i)^fr[aå] (?:og med )?|^f\.?o\.?m\.? ", "", tekst)
    if alene := les_dager(rest):
        return Tidsrom(alene[0], alene[1] if rest == tekst else None)
    for treff in re.finditer(rf"(?i){STREK}|\s+(?:til(?: og med)?|t\.?o\.?m\.?)\s+", rest):
        if tidsrom := _fra_og_til(rest[: treff.start()], rest[treff.end() :]):
            return tidsrom
    return None


def _fra_og_til(fra: str, til: str) -> Tidsrom | None:
    """Return the days between two ends; the one may leave out what the other says («2026-27», «6.–31. juli 2026»)."""
    if re.fullmatch(r"\d{4}:\d{2}", f"{fra}:{til}") and fra[2:] < til:
        til = fra[:2] + til
    slutt = les_dager(til)
    if slutt is None:
        return None
    if start := les_dager(fra):
        return Tidsrom(start[0], slutt[1])
    for rest in (til.partition(" ")[2], str(slutt[1].year), str(slutt[1].year - 1)):
        if (start := les_dager(f"{fra} {rest}")) and start[0] <= slutt[1]:
            return Tidsrom(start[0], slutt[1])
    return None


Dato = Annotated[date, Form(_dato, hva="en dato", måter=("25.10.2024", "2024-10-25", "25. oktober 2024"))]
TidspunktForm = Annotated[
    Tidspunkt,
    Form(_tidspunkt, hva="et tidspunkt, eller tekst", måter=("1.10.2027", "oktober 2027", "utgangen av 2027")),
]
VarighetForm = Annotated[Varighet, Form(_varighet, hva="hvor lenge", måter=("3 år", "et halvt år", "18 måneder"))]
FristForm = Annotated[
    Varighet, Form(_frist, hva="en frist", måter=("to uker", "3 måneder", "minst 14 dager", "10 virkedager"))
]
"""A length of time before or after something («senest to uker før møtet», «tre måneders varsel»)."""
_ENDE = core_schema.typed_dict_field(core_schema.nullable_schema(SKALAR), required=False)
# Said for the JSON Schema once more: Pydantic 2.11 doesn't see that others are forbidden.
_BARE: Any = {"pydantic_js_updates": {"additionalProperties": False}}
_ENDER = core_schema.typed_dict_schema({"fra": _ENDE, "til": _ENDE}, extra_behavior="forbid", metadata=_BARE)
TidsromForm = Annotated[
    Tidsrom,
    Form(
        _tidsrom,
        core_schema.union_schema([SKALAR, _ENDER]),
        hva="et tidsrom",
        måter=("2024–2025", "2026", "juli 2026", "1.1.2024–31.12.2025"),
    ),
]
