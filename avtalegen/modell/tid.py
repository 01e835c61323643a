"""Dates and periods: how people write them and what they become."""

import re
from datetime import date, timedelta
from typing import Annotated, Any, NamedTuple

from pydantic_core import core_schema

from avtalegen.funn.begge import Begge
from avtalegen.modell.avvisning import reject
from avtalegen.modell.base import Form, forkort
from avtalegen.modell.former import egne_ord, skalar
from avtalegen.modell.jsonskjema import SKALAR
from avtalegen.modell.korte import bare_korte
from avtalegen.modell.tallord import STREK

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
    for form in (navn, navn[:-2], navn[:-3], navn[:3])
}
"""The days of the week as people write them («tirsdag», «tirs», «tys»), with their numbers by ISO 8601."""
_TIDLIGST, _SENEST = 1900, 2200
"""The years that a date may be in."""

_DATOFORMER = Begge(
    "Skriv for eksempel «2024-10-25», «25.10.2024» eller «25. oktober 2024».",
    "Skriv til dømes «2024-10-25», «25.10.2024» eller «25. oktober 2024».",
)
_PÅ_NYNORSK = {"mandag": "måndag", "tirsdag": "tysdag", "lørdag": "laurdag"}


def dag_i_ord(dag: date) -> str:
    """Return «25. oktober 2024»."""
    return f"{dag.day}. {MÅNEDER[dag.month - 1]} {dag.year}"


class Tidspunkt(NamedTuple):
    """A point in time as exact as people have it: `tekst` as written, `dato` its last day where that is known."""

    tekst: str
    dato: date | None

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        return self.tekst


class Tidsrom(NamedTuple):
    """From and to, both days included. Either end may be open. `ord` are the words of what has no known ends."""

    fra: date | None
    til: date | None
    ord: str | None = None

    @property
    def helt_år(self) -> bool:
        """Whether it is one calendar year."""
        fra, til = self.fra, self.til
        return bool(fra and til and fra.year == til.year and (fra.month, fra.day, til.month, til.day) == (1, 1, 12, 31))

    def skriv(self) -> dict[str, str] | str:
        """Return what is read as the same in the YAML: the mapping, as a text can't have both ends open."""
        if self.ord:
            return self.ord
        return {ende: dag.isoformat() for ende, dag in (("fra", self.fra), ("til", self.til)) if dag}


@bare_korte
def les_dato(tekst: str) -> date | None:
    """Return the date in `tekst`, or None if it can't be read as a date. A day that can't be right is rejected."""
    først, _, rest = tekst.casefold().partition(" ")
    ukedag = UKEDAGSNAVN.get(først.rstrip(",."))
    dag_måned_år = (rest if ukedag else tekst.casefold()).removeprefix("den ")
    dag_måned_år = re.sub(r"(?<=\d)\.$", "", dag_måned_år.removeprefix("den "))
    if treff := re.fullmatch(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", dag_måned_år):
        år, måned, dag = (int(d) for d in treff.groups())
    elif (treff := re.fullmatch(r"(\d{1,2})[./]\s?(\d{1,2})(?:[./-]\s?|\s)(\d{4}|\d{2})", dag_måned_år)) or (
        treff := re.fullmatch(r"(\d{1,2})(?: |\s?[-–]\s?)(\d{1,2})(?: |\s?[-–]\s?)(\d{4})", dag_måned_år)
    ):
        dag, måned, år = (int(d) for d in treff.groups())
        år += 2000 if len(treff[3]) == 2 else 0
    elif (treff := re.fullmatch(r"(\d{1,2})\.?[\s-]?([a-z]{3,9})[.,]?[\s-]?(\d{4}|'?\d{2})", dag_måned_år)) and (
        nummer := les_måned(treff[2])
    ):
        dag, måned, år = int(treff[1]), nummer, int(treff[3].removeprefix("'"))
        år += 2000 if år < 100 else 0
    else:
        return None
    if not _TIDLIGST <= år <= _SENEST:
        reject(
            Begge(f"Året i datoen «{tekst}» kan ikke stemme.", f"Året i datoen «{tekst}» kan ikkje stemme."),
            Begge(
                f"Skriv et år fra {_TIDLIGST} til {_SENEST}, for eksempel «2027».",
                f"Skriv eit år frå {_TIDLIGST} til {_SENEST}, til dømes «2027».",
            ),
        )
    try:
        dato = date(år, måned, dag)
    except ValueError:
        reject(Begge(f"Datoen «{tekst}» finnes ikke.", f"Datoen «{tekst}» finst ikkje."), _DATOFORMER)
    if ukedag not in (None, dato.isoweekday()):
        dagen = _UKEDAGER[dato.weekday()].split()[0]
        riktig = Begge(dagen, _PÅ_NYNORSK.get(dagen, dagen))
        reject(
            Begge(
                f"«{tekst}» kan ikke stemme: Datoen er en {riktig}.",
                f"«{tekst}» kan ikkje stemme: Datoen er ein {riktig.nn}.",
            ),
            Begge(f"Rett datoen, eller skriv «{riktig}».", f"Rett datoen, eller skriv «{riktig.nn}»."),
        )
    return dato


def som_dato(tekst: str) -> date | None:
    """Return the date in a text from outside an agreement, None also for one that can't be right."""
    try:
        return les_dato(tekst.strip())
    except ValueError:
        return None


@bare_korte
def les_måned(ord_: str) -> int | None:
    """Return the number of the month in «oktober» or «okt» (small letters), or None."""
    return next((n for n, navn in enumerate(MÅNEDER, 1) if len(ord_) >= 3 and navn.startswith(ord_)), None)


def siste_dag(år: int, måned: int) -> date:
    """Return the last day of a month (1-12)."""
    return (date(år, måned, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _tidspunkt(data: Any) -> Tidspunkt:
    tekst = skalar(data, "et tidspunkt")
    uten_ord = re.sub(r"(?i)^(?:inna?e?n|senest|seinast) ", "", egne_ord(tekst, "et tidspunkt"))
    tidspunkt = les_dato(uten_ord) or les_omtrentlig(tekst.casefold())
    return Tidspunkt(tekst, tidspunkt[1] if isinstance(tidspunkt, tuple) else tidspunkt)


_DEL_AV_ÅRET = {
    **dict.fromkeys(("våren", "vår", "vårhalvåret"), (1, 6)),
    **dict.fromkeys(("sommeren", "sommaren", "sommer", "sommar"), (6, 8)),
    **dict.fromkeys(("høsten", "hausten", "høst", "haust", "høsthalvåret", "hausthalvåret"), (8, 12)),
    **dict.fromkeys(("begynnelsen av", "starten av", "byrjinga av", "starten på", "begynnelsen på", "primo"), (1, 4)),
    **dict.fromkeys(("midten av", "midt i", "medio"), (4, 8)),
    **dict.fromkeys(("slutten av", "utgangen av", "i løpet av", "slutten på", "ultimo", "ved årsskiftet"), (1, 12)),
    **{
        f"{navn}{hva}": måneder
        for hva in (" halvår", " halvår i")
        for navne, måneder in ((("1.", "første", "fyrste"), (1, 6)), (("2.", "andre", "annet", "anna"), (7, 12)))
        for navn in navne
    },
    **{
        f"{navn} kvartal{i}": (3 * nr - 2, 3 * nr)
        for i in ("", " i")
        for nr, navne in enumerate(("1. første fyrste", "2. andre annet", "3. tredje", "4. fjerde"), 1)
        for navn in navne.split()
    },
}
_I_MÅNEDEN = (
    r"(?:primo|medio|ultimo|tidlig i|tidleg i|sent i|seint i|midt i|"
    r"(?:begynnelsen|starten|midten|slutten|utgangen|byrjinga|løpet) (?:av|på))"
)


@bare_korte
def les_omtrentlig(tekst: str) -> tuple[date, date] | None:
    """Return the first and the last day of «høsten 2026», «medio mars 2026», «2. kvartal 2026» or «uke 12 2026».

    The text is in small letters. None when it says no time that is known to the year.
    """
    tekst = re.sub(r"^(?:inna?e?n|senest|seinast) (?=utgangen|slutten)", "", tekst)
    tekst = re.sub(r"^(?:i|inna?e?n|senest|seinast|om|ca\.?|cirka|rundt|omkring|på|ved) (?!løpet)", "", tekst)
    tekst = re.sub(r"^(?:ila\.?|i\.l\.a\.) ", "i løpet av ", tekst)
    tekst = re.sub(r"^(?:[qk]|kvartal )([1-4])(?:,? | ?[-/] ?)(?=\d{4}$)", r"\1. kvartal ", tekst)
    if treff := re.fullmatch(rf"(?:uke|veke) (\d{{1,2}})(?:{STREK}(\d{{1,2}}))?(?:,?(?: i)? | ?/ ?)(\d{{4}})", tekst):
        try:
            år = int(treff[3])
            return date.fromisocalendar(år, int(treff[1]), 1), date.fromisocalendar(år, int(treff[2] or treff[1]), 7)
        except ValueError:
            return None
    treff = re.fullmatch(r"(?:(\D*?|[1-4]\. \D+?)\s+)?(\d{4})", tekst)
    if not treff or not _TIDLIGST <= int(treff[2]) <= _SENEST:
        return None
    ord_, år = treff[1], int(treff[2])
    if ord_ is None:
        return date(år, 1, 1), date(år, 12, 31)
    if måneder := _DEL_AV_ÅRET.get(ord_):
        return date(år, måneder[0], 1), siste_dag(år, måneder[1])
    if måned := les_måned(re.sub(rf"^(?:i )?{_I_MÅNEDEN} ", "", ord_).removesuffix(".")):
        return date(år, måned, 1), siste_dag(år, måned)
    return None


def _tidsrom(data: Any) -> Tidsrom:
    if isinstance(data, dict):
        if ukjent := [key for key in data if key not in ("fra", "til")]:
            reject(
                Begge(
                    f"«{forkort(ukjent[0])}» hører ikke til et tidsrom.",
                    f"«{forkort(ukjent[0])}» høyrer ikkje til eit tidsrom.",
                ),
                Begge("Et tidsrom har «fra» og «til».", "Eit tidsrom har «fra» og «til»."),
            )
        ender = {k: skalar(data[k], "en dato") for k in ("fra", "til") if data.get(k)}
        if any(les_dager(ende) is None for ende in ender.values()):
            return Tidsrom(None, None, " ".join(f"{k} {ende}" for k, ende in ender.items()))
        fra, til = (les_kant(ender[k], k) if k in ender else None for k in ("fra", "til"))
        return Tidsrom(fra, til)
    tekst = skalar(data, "et tidsrom")
    lest = les_tidsrom(tekst)
    if lest is None and re.fullmatch(rf"\d{{1,2}}\.?{STREK}\d{{1,2}}\. ?\w{{1,9}}\.? \d{{4}}", tekst):
        reject(
            Begge(
                f"«{forkort(tekst)}» kan ikke leses som et tidsrom.",
                f"«{forkort(tekst)}» kan ikkje lesast som eit tidsrom.",
            ),
            Begge("Skriv for eksempel «6.–31. juli 2026».", "Skriv til dømes «6.–31. juli 2026»."),
        )
    return lest or Tidsrom(None, None, egne_ord(tekst, "et tidsrom"))


_KANT = {
    "fra": r"(?i)^(?:fr[aå]|f\.?o\.?m\.?)(?: og med)? ",
    "til": r"(?i)^(?:(?:inn|fr[ae]m )?til|t\.?o\.?m\.?)(?: og med)? ",
}


def uten_kant(tekst: str, navn: str) -> str:
    """Return a text without the word for the end (`navn`: «fra» or «til») that it is written at («fra 1.1.2026»)."""
    return re.sub(_KANT[navn], "", tekst, count=1)


def les_kant(data: Any, navn: str) -> date:
    """Return the first (`navn` is «fra») or last («til») day, which people also give as a month or a year."""
    tekst = uten_kant(skalar(data, "en dato"), navn)
    dager = les_dager(tekst)
    if dager is None:
        reject(
            Begge(
                f"«{forkort(tekst)}» kan ikke leses som en dato.", f"«{forkort(tekst)}» kan ikkje lesast som ein dato."
            ),
            Begge(
                "Skriv for eksempel «25.10.2024», «oktober 2024» eller «2024».",
                "Skriv til dømes «25.10.2024», «oktober 2024» eller «2024».",
            ),
        )
    return dager[navn == "til"]


@bare_korte
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


@bare_korte
def les_tidsrom(tekst: str) -> Tidsrom | None:
    """Return the days that «2024–2025», «juli 2026», «6.–31. juli 2026» or «til 31.12.2029» stands for, or None."""
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


TidspunktForm = Annotated[
    Tidspunkt,
    Form(_tidspunkt, hva="et tidspunkt, eller tekst", måter=("1.10.2027", "oktober 2027", "utgangen av 2027")),
]
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
