"""How often something happens: how people write it and what it becomes."""

import re
from typing import Annotated, Any, NamedTuple

from avtalegen.modell.base import Form, forkort, reject
from avtalegen.modell.former import Antall, les_antall, skalar
from avtalegen.modell.klokke import Ukedag, les_ukedager
from avtalegen.modell.tid import ENHETER, MÅNEDER, Enhet, les_måned

_I_ÅRET = {Enhet.DAG: 365, Enhet.UKE: 52, Enhet.MÅNED: 12, Enhet.KVARTAL: 4, Enhet.HALVÅR: 2, Enhet.ÅR: 1}


class Hyppighet(NamedTuple):
    """How often: `antall` times in `hver` units (`dager`: so many days), or only `løst` («løpende», «ved behov»).

    `minst` and `høyst` are as in `Antall`. `ukedager` and `måneder` (1-12) say on which days or in which months.
    """

    antall: int = 0
    enhet: Enhet = Enhet.ÅR
    minst: bool = False
    løst: str | None = None
    dager: bool = False
    hver: int = 1
    høyst: int | None = None
    ukedager: tuple[Ukedag, ...] = ()
    måneder: tuple[int, ...] = ()

    @property
    def per_år(self) -> int | None:
        """The number of times there certainly is in every year (0 if every second year), or None when it isn't said."""
        if self.løst:
            return None
        return max(self.antall, len(self.måneder)) * _I_ÅRET[self.enhet] // self.hver

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        if self.løst:
            return self.løst
        hva = " og ".join(dag.skriv() for dag in self.ukedager) or self.enhet.value
        hver = f"hver {self.hver}. {hva}" if self.hver > 1 else f"hver {hva}"
        måneder = f" i {' og '.join(MÅNEDER[måned - 1] for måned in self.måneder)}" if self.måneder else ""
        if self.ukedager:
            return f"{'minst ' if self.minst else ''}{hver}{måneder}"
        antall = Antall(self.antall, self.minst, self.høyst).skriv()
        return f"{antall} {'dager' if self.dager else 'ganger'} {hver}{måneder}"


_ETT_ORD = {
    "daglig": Enhet.DAG,
    "ukentlig": Enhet.UKE,
    "månedlig": Enhet.MÅNED,
    "kvartalsvis": Enhet.KVARTAL,
    "halvårlig": Enhet.HALVÅR,
    "årlig": Enhet.ÅR,
}
_ETT_ORD |= {ord_.replace("lig", "leg").replace("ned", "nad"): enhet for ord_, enhet in _ETT_ORD.items()}
_LØST = {ord_: ord_ for ord_ in ("løpende", "ved behov", "jevnlig", "etter avtale", "fortløpende")}
_LØST |= {"løpande": "løpende", "jamleg": "jevnlig", "fortløpande": "fortløpende", "etter behov": "ved behov"}
_ORDENSTALL_FRA_TO = (
    "andre annen annet annan anna",
    "tredje",
    "fjerde",
    "femte",
    "sjette",
    "sjuende syvende sjuande",
    "åttende åttande",
    "niende niande",
    "tiende tiande",
    "ellevte",
    "tolvte",
    "trettende trettande",
    "fjortende fjortande",
)
_ORDENSTALL = {ord_: nummer for nummer, ordene in enumerate(_ORDENSTALL_FRA_TO, 2) for ord_ in ordene.split()}


def les_hyppighet(tekst: str) -> Hyppighet | None:
    """Return how often «årlig», «hvert andre år», «2–4 ganger i året», «en dag hver uke» or «løpende» is, or None."""
    tekst, måneder = _uten_måneder(tekst.casefold())
    if tekst in _LØST and not måneder:
        return Hyppighet(løst=_LØST[tekst])
    if treff := re.fullmatch(r"(.+?)\s(gang|gong|dag|møte|besøk)(?:er|ar|r)?\b,?\s*(.+)", tekst):
        antall, periode = les_antall(treff[1]), _periode(re.sub(r"^(?:(?:i|per|pr|om)\b\.?|/)\s*", "i ", treff[3]))
        if antall is None or not (antall.høyst or antall.antall) or periode is None or periode.ukedager:
            return None
        return periode._replace(
            antall=antall.antall,
            minst=antall.minst,
            høyst=antall.høyst,
            dager=treff[2] == "dag",
            måneder=måneder,
        )
    rest = re.sub(r"^(?:minst|minimum|min\.)\s+", "", tekst)
    periode = None if rest.startswith("i ") else _periode(rest)
    return periode._replace(minst=rest != tekst, måneder=måneder) if periode else None


def _periode(tekst: str) -> Hyppighet | None:
    """Return once in what «årlig», «i året», «annethvert år», «hver 14. dag» or «hver tirsdag» names, or None."""
    if enhet := _ETT_ORD.get(tekst) or ENHETER.get(tekst.removeprefix("i ")):
        return Hyppighet(1, enhet)
    treff = re.fullmatch(r"(ann\w{1,2}\s?)?[hk]v[ea]rt?\s+(?:(\w+)\.?\s+)?(.+?)", tekst)
    if not treff:
        return None
    annen, ord_, hva = treff.groups()
    nummer = _ORDENSTALL.get(ord_ or "") or (int(ord_) if ord_ and re.fullmatch(r"[1-9][0-9]?", ord_) else None)
    if ord_ and (annen or not nummer):
        hva = f"{ord_} {hva}"
    hver = 2 if annen else nummer or 1
    if enhet := ENHETER.get(hva):
        return Hyppighet(1, enhet, hver=hver)
    dager = les_ukedager(hva)
    return Hyppighet(len(dager), Enhet.UKE, hver=hver, ukedager=dager) if dager else None


def _uten_måneder(tekst: str) -> tuple[str, tuple[int, ...]]:
    """Return the text without the months it names, and the months («hvert år i mars og oktober», «hver oktober»)."""
    foran, i, bak = tekst.rpartition(" i ")
    if i and (måneder := _måneder(bak)):
        return foran.rstrip(","), måneder
    treff = re.fullmatch(r"i (.+?),? [hk]v[ea]rt år|[hk]v[ea]r (.+)", tekst)
    måneder = _måneder(treff[1] or treff[2]) if treff else ()
    return ("hvert år", måneder) if måneder else (tekst, ())


def _måneder(tekst: str) -> tuple[int, ...]:
    """Return the months in «mars og oktober», none of them if something else is named too."""
    måneder = [les_måned(ord_) for ord_ in re.split(r",\s*|\s+og\s+", tekst)]
    return tuple(måned for måned in måneder if måned) if all(måneder) else ()


def _hyppighet(data: Any) -> Hyppighet:
    tekst = skalar(data, "hvor ofte")
    hyppighet = les_hyppighet(tekst)
    if hyppighet is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som hvor ofte noe skjer.",
            "Skriv for eksempel «årlig», «hvert andre år», «tre ganger i året», «en dag hver uke» eller «løpende».",
        )
    return hyppighet


HyppighetForm = Annotated[
    Hyppighet,
    Form(
        _hyppighet,
        hva="hvor ofte",
        måter=("årlig", "hvert andre år", "tre ganger i året", "en dag hver uke", "løpende"),
    ),
]
