"""Lengths of time and units: how people write them and what they become."""

import re
from datetime import date, timedelta
from enum import Enum
from typing import Annotated, Any, NamedTuple

from avtalegen.funn.begge import Begge
from avtalegen.modell.avvisning import reject
from avtalegen.modell.base import Form, forkort
from avtalegen.modell.former import egne_ord, skalar
from avtalegen.modell.korte import bare_korte
from avtalegen.modell.tall import desimaltall
from avtalegen.modell.tallord import MINST, heltall, uten_gjentakelse
from avtalegen.modell.tid import siste_dag


class Enhet(Enum):
    """A unit of time."""

    DAG = "dag"
    UKE = "uke"
    MÅNED = "måned"
    KVARTAL = "kvartal"
    HALVÅR = "halvår"
    ÅR = "år"


class Varighet(NamedTuple):
    """A length of time («3 år»); with `minst` the least. `virkedager` are days without weekends and holidays.

    `ord` are the words of what can't be counted («i god tid»): they stand as they are written, and it is no days.
    """

    antall: int
    enhet: Enhet
    minst: bool = False
    virkedager: bool = False
    ord: str | None = None

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        if self.ord:
            return self.ord
        enhet = "virkedager" if self.virkedager else self.enhet.value
        return f"{'minst ' if self.minst else ''}{self.antall} {enhet}"


_DAGER = {Enhet.DAG: 1, Enhet.UKE: 7}
_MÅNEDER = {Enhet.MÅNED: 1, Enhet.KVARTAL: 3, Enhet.HALVÅR: 6, Enhet.ÅR: 12}


def flyttet(dag: date, varighet: Varighet, retning: int = 1) -> date | None:
    """Return the day so long after `dag`, or before it when `retning` is -1; None for words, and beyond the calendar.

    A month that is too short for the day ends with its last day. Working days are counted as any others.
    """
    if varighet.ord:
        return None
    try:
        if varighet.enhet in _DAGER:
            return dag + timedelta(days=retning * varighet.antall * _DAGER[varighet.enhet])
        år, måned = divmod(dag.year * 12 + dag.month - 1 + retning * varighet.antall * _MÅNEDER[varighet.enhet], 12)
        slutt = siste_dag(år, måned + 1)
        return slutt.replace(day=min(dag.day, slutt.day))
    except (OverflowError, ValueError):
        return None


def er_dager(varighet: Varighet) -> bool:
    """Tell whether a length of time is counted in days, and not in months."""
    return varighet.enhet in _DAGER


# Both målformer: the file may be written in the one and the agreement in the other.
ENHETER = {
    **dict.fromkeys(("dag", "dager", "dagen", "dagar", "dgr", "kalenderdager", "kalenderdagar"), Enhet.DAG),
    **dict.fromkeys(("uke", "uker", "uken", "uka", "veke", "veker", "veka"), Enhet.UKE),
    **dict.fromkeys(("måned", "måneder", "måneden", "md", "mdr", "mnd", "mndr"), Enhet.MÅNED),
    **dict.fromkeys(("månad", "månader", "månadar", "månaden"), Enhet.MÅNED),
    **dict.fromkeys(("kvartal", "kvartaler", "kvartalet"), Enhet.KVARTAL),
    **dict.fromkeys(("halvår", "halvåret"), Enhet.HALVÅR),
    **dict.fromkeys(("år", "året", "kalenderår", "kalenderåret"), Enhet.ÅR),
}


_VIRKEDAGER = {form for ord_ in ("virke", "verke", "yrke", "arbeids") for form in (f"{ord_}dager", f"{ord_}dagar")}
_MØTET = r"(?:(?:av|hvert|kvart|det|neste|enkelt|enkelte|ordinære) )*\w*møte(?:t|r|ne|ne|a)?"
_HALVE = {"halvt": 0.5, "halvannet": 1.5, "halvanna": 1.5, "halvtanna": 1.5}


@bare_korte
def les_varighet(tekst: str) -> Varighet | None:
    """Return the length of time in «3 år», «tre år», «et halvt år», «18 måneder» or «10 virkedager», or None."""
    tekst = re.sub(r"(?<=\d)(?=[a-zæøå])", " ", uten_gjentakelse(tekst))
    # «3 - tre - måneder», as they wrote before
    tekst = re.sub(
        r"(\d{1,4}) ?[-–] ?(\w+) ?[-–] ?", lambda m: f"{m[1]} " if heltall(m[2]) == int(m[1]) else m[0], tekst
    )
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
    uten_i = re.sub(r"^i (?=\w+ )", "", tekst.casefold())
    lengde = re.sub(rf"^{MINST}\s+", "", uten_i)
    varighet = les_varighet(lengde)
    if varighet is None:
        return _varighet_i_ord(
            tekst,
            Begge(
                "Skriv for eksempel «3 år», «et halvt år» eller «18 måneder».",
                "Skriv til dømes «3 år», «eit halvt år» eller «18 månader».",
            ),
        )
    return varighet._replace(minst=lengde != uten_i)


def _varighet_i_ord(tekst: str, råd: Begge) -> Varighet:
    if re.fullmatch(r"(?:0|null|-\d+) (?:dag|uke|vek|måned|månad|kvartal|halvår|år)\w*", tekst.casefold()):
        reject(Begge(f"«{forkort(tekst)}» er ikke noen tid.", f"«{forkort(tekst)}» er ikkje noka tid."), råd)
    return Varighet(0, Enhet.DAG, ord=egne_ord(tekst, "et tidsrom"))


def _frist(data: Any) -> Varighet:
    tekst = skalar(data, "en frist")
    kort = re.sub(
        rf"\s+(?:før|etter|i forveien|i forvegen|i forkant|på forhånd|på førehand)(?: {_MØTET})?\.?$"
        r"|\s+(?:gjensidig |skriftlig |skriftleg )?(?:varsel|frist|oppsigelse\w*|oppseiing\w*)$",
        "",
        tekst.casefold(),
    )
    lengde = re.sub(r"^(?:senest|seinast|innen|innan|minst|minimum|min\.)\s+", "", kort)
    varighet = les_varighet(lengde) or les_varighet(lengde.removesuffix("s"))
    if varighet is None:
        return _varighet_i_ord(
            tekst,
            Begge(
                "Skriv for eksempel «3 måneder», «to uker», «minst 14 dager» eller «10 virkedager».",
                "Skriv til dømes «3 månader», «to veker», «minst 14 dagar» eller «10 virkedagar».",
            ),
        )
    return varighet._replace(minst=kort.startswith("min"))


VarighetForm = Annotated[Varighet, Form(_varighet, hva="hvor lenge", måter=("3 år", "et halvt år", "18 måneder"))]
FristForm = Annotated[
    Varighet, Form(_frist, hva="en frist", måter=("to uker", "3 måneder", "minst 14 dager", "10 virkedager"))
]
"""A length of time before or after something («senest to uker før møtet», «tre måneders varsel»)."""
