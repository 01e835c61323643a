"""How often something happens: how people write it and what it becomes."""

import re
from typing import Annotated, Any, NamedTuple

from avtalegen.modell.base import Form
from avtalegen.modell.former import Antall, antall_eller_ord, egne_ord, les_antall, skalar
from avtalegen.modell.hyppighetsord import er_ledd
from avtalegen.modell.klokke import Ukedag, les_ukedager
from avtalegen.modell.korte import bare_korte
from avtalegen.modell.senere import senere
from avtalegen.modell.tallord import grense
from avtalegen.modell.tid import MÅNEDER, les_måned
from avtalegen.modell.varighet import ENHETER, Enhet

_I_ÅRET = {Enhet.DAG: 365, Enhet.UKE: 52, Enhet.MÅNED: 12, Enhet.KVARTAL: 4, Enhet.HALVÅR: 2, Enhet.ÅR: 1}


ÅRSTIDER = ("vår", "sommer", "høst", "vinter")
SISTE = -1
"""In `Hyppighet.nummer`: the last one of the month."""


class Hyppighet(NamedTuple):
    """How often: `antall` times in `hver` units (`dager`: so many days), or only `løst` («løpende», «ved behov»).

    `minst`, `høyst` and `omtrent` are as in `Antall`. `ukedager`, `måneder` (1-12) and `årstider` (numbers in
    `ÅRSTIDER`) say on which days, in which months or seasons; with `nummer` it is the first, third (or `SISTE`) of
    those weekdays. `ord` are words that nothing can be counted by: they stand as they are written.
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
    omtrent: bool = False
    nummer: tuple[int, ...] = ()
    årstider: tuple[int, ...] = ()
    ord: str | None = None

    @property
    def per_år(self) -> int | None:
        """The number of times there certainly is in every year (0 if every second year), or None when it isn't said."""
        if self.løst or self.ord:
            return None
        når = len(self.måneder) or len(self.årstider)
        if self.enhet is Enhet.ÅR:
            return (self.antall * når if self.nummer and når else max(self.antall, når)) // self.hver
        if når and self.enhet in (Enhet.DAG, Enhet.UKE, Enhet.MÅNED):
            return når  # «hver onsdag vår og høst»: at least once in each
        return max(self.antall * _I_ÅRET[self.enhet] // self.hver, når)

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        if self.løst or self.ord:
            return self.løst or self.ord or ""
        hva = " og ".join(dag.skriv() for dag in self.ukedager) or self.enhet.value
        hver = f"hver {self.hver}. {hva}" if self.hver > 1 else f"hver {hva}"
        når = " og ".join([MÅNEDER[m - 1] for m in self.måneder] or [ÅRSTIDER[å] for å in self.årstider])
        i_når = f"{' i' if self.måneder else ','} {når}" if når else ""
        minst = "minst " if self.minst else "ca. " if self.omtrent else ""
        if self.nummer:
            nummer = " og ".join("siste" if n == SISTE else f"{n}." for n in self.nummer)
            hver = f"hver {self.hver}. {self.enhet.value}" if self.hver > 1 else f"hver {self.enhet.value}"
            return f"{minst}{nummer} {hva}{i_når}" if når else f"{minst}{nummer} {hva} {hver}"
        if self.ukedager:
            return f"{minst}{hver}{i_når}"
        antall = Antall(self.antall, self.minst, self.høyst, self.omtrent).skriv()
        return f"{antall} {'dager' if self.dager else 'ganger'} {hver}{i_når}"

    @property
    def er_ledd(self) -> bool:
        """Whether it can follow the verb of a sentence («møtes …»): values always, words when they begin like it."""
        return not self.ord or er_ledd(self.ord)


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


_GANG = r"(gang|gong|gg?r?\.?|x|×|dag|møte|besøk|samling)(?:er|ar|r)?"
_ORD_FØR = {form + e: enhet for form, enhet in _ETT_ORD.items() for e in ("", "e") if form.endswith(("g", "e"))}


@bare_korte
def les_hyppighet(tekst: str) -> Hyppighet | None:
    """Return how often «årlig», «2–4 ganger i året», «første onsdag i måneden» or «løpende» is, or None."""
    tekst = tekst.casefold().rstrip(".") if not tekst.casefold().endswith(("mnd.", "md.")) else tekst.casefold()
    if (nummer := _nummererte(tekst)) or (tekst and (nummer := _årstider(tekst))):
        return nummer
    tekst, når = _uten_når(tekst)
    if tekst in _LØST and not any(når.values()):
        return Hyppighet(løst=_LØST[tekst])
    tekst = re.sub(r"\s(?:faste|ordinære)(?=\s(?:møte|besøk|samling))", "", tekst)
    treff = re.fullmatch(r"(.+?)\s(\w+)\s(?:møte|besøk|samling|gang|gong)(?:er|ar|r)?", tekst)
    if treff and (enhet := _ORD_FØR.get(treff[2])) and (antall := _antall(treff[1])):
        return _så_mange(Hyppighet(1, enhet, **når), antall)
    if treff := re.fullmatch(rf"(.+?)\s?(?<![a-zæøå]){_GANG}(?![a-zæøå]),?\s*(.+)", tekst):
        antall, periode = _antall(treff[1]), _periode(re.sub(r"^(?:(?:i|per|pr|om)\b\.?|/)\s*", "i ", treff[3]))
        if antall is None or periode is None or periode.ukedager:
            return None
        return _så_mange(periode._replace(dager=treff[2] == "dag", **når), antall)
    # «fire i året», «2 pr. halvår», «4/år»
    if treff := re.fullmatch(r"(.+?)(?:\s+(?:i|per|pr\.?)\s?|\s?/\s?)(\w+\.?)", tekst):
        enhet, antall = ENHETER.get(treff[2].removesuffix(".")), _antall(treff[1])
        if enhet and antall:
            return _så_mange(Hyppighet(1, enhet, **når), antall)
    hva, omtrent = grense(tekst)
    periode = None if omtrent.startswith("i ") else _periode(omtrent)
    if not periode or hva == "inntil":
        return None
    return periode._replace(minst=hva == "minst", omtrent=hva == "omtrent", **når)


def _antall(tekst: str) -> Antall | None:
    antall = les_antall(tekst)
    return antall if antall and (antall.høyst or antall.antall) else None


def _så_mange(periode: Hyppighet, antall: Antall) -> Hyppighet:
    return periode._replace(antall=antall.antall, minst=antall.minst, høyst=antall.høyst, omtrent=antall.omtrent)


def _periode(tekst: str) -> Hyppighet | None:
    """Return once in what «årlig», «i året», «annethvert år», «hver 14. dag» or «tirsdager» names, or None."""
    tekst = tekst.removesuffix(".")
    if enhet := _ETT_ORD.get(tekst) or ENHETER.get(tekst.removeprefix("i ")):
        return Hyppighet(1, enhet)
    treff = re.fullmatch(r"(ann\w{1,2}\s?)?[hk]v[ea]rt?\s+(?:(\w+)\.?\s+)?(.+?)", tekst)
    if not treff:
        dager = les_ukedager(tekst)
        return Hyppighet(len(dager), Enhet.UKE, ukedager=dager) if dager else None
    annen, ord_, hva = treff.groups()
    nummer = _ORDENSTALL.get(ord_ or "") or (int(ord_) if ord_ and re.fullmatch(r"[1-9][0-9]?", ord_) else None)
    if ord_ and (annen or not nummer):
        hva = f"{ord_} {hva}"
    hver = 2 if annen else nummer or 1
    if enhet := ENHETER.get(hva):
        return Hyppighet(1, enhet, hver=hver)
    dager = les_ukedager(hva)
    return Hyppighet(len(dager), Enhet.UKE, hver=hver, ukedager=dager) if dager else None


_NUMMER = r"(?:[1-5]\.|første|fyrste|andre|tredje|fjerde|femte|siste)"
_AV_DAGENE = senere(
    rf"(?:den |på |hver |kvar )*({_NUMMER}(?:(?:, | og ){_NUMMER})*) (\w+?)(?:en)?,? "
    r"(?:(i|av) )?(?:(?:hver|kvar|hvert|kvart) )?(.+)"
)


def _nummererte(tekst: str) -> Hyppighet | None:
    """Return how often «første onsdag i måneden», «1. og 3. torsdag» or «siste fredag i mars» is, or None."""
    treff = _AV_DAGENE.fullmatch(tekst)
    dager = les_ukedager(treff[2]) if treff else None
    if not treff or not dager or len(dager) > 1:
        return None
    nummer = tuple(_nummer(ord_) for ord_ in re.findall(_NUMMER, treff[1]))
    mal = Hyppighet(len(nummer), ukedager=dager, nummer=nummer)
    if måneder := _måneder(treff[4]):
        return mal._replace(måneder=måneder)
    annen = re.fullmatch(r"ann\w{1,2}\s?[hk]v[ea]rt? (\w+)", treff[4]) or re.fullmatch(
        r"(?:andre|annen|annan|annet|anna|2\.) (\w+)", treff[4]
    )
    enhet = ENHETER.get(annen[1] if annen else treff[4].removesuffix("."))
    if enhet not in (Enhet.MÅNED, Enhet.KVARTAL, Enhet.HALVÅR):
        return None
    return mal._replace(enhet=enhet, hver=2 if annen else 1)


def _nummer(ord_: str) -> int:
    if ord_ == "siste":
        return SISTE
    return int(ord_[0]) if ord_[0].isdigit() else 1 if ord_ in ("første", "fyrste") else _ORDENSTALL[ord_]


_ÅRSTID = {
    ord_: nummer
    for nummer, ordene in enumerate(
        ("vår vår våren", "sommer sommar sommeren sommaren", "høst haust høsten hausten", "vinter vinteren")
    )
    for ord_ in ordene.split()
}


def _årstider_i(tekst: str) -> tuple[int, ...]:
    """Return the seasons in «vår og høst», none of them if something else is named too."""
    rest = re.sub(r"(?:^|(?<= ))(?:hver|kvar|om|på|i løpet av) ", "", tekst)
    nummer = [_ÅRSTID.get(ord_) for ord_ in re.split(r",\s*|\s+og\s+", rest)]
    return tuple(n for n in nummer if n is not None) if None not in nummer and len({*nummer}) == len(nummer) else ()


def _årstider(tekst: str) -> Hyppighet | None:
    """Return how often «vår og høst», «hver høst» or «om våren» is, or None."""
    årstider = _årstider_i(re.sub(r"^(?:hvert|kvart) år,? |,? (?:hvert|kvart) år$", "", tekst))
    return Hyppighet(1, årstider=årstider) if årstider else None


def _uten_når(tekst: str) -> tuple[str, dict[str, Any]]:
    """Return the text without the months or the seasons it names, and those («hvert år i mars og oktober»)."""
    if måneder := _måneder(tekst):
        return "hvert år", {"måneder": måneder}
    for skille in (", ", ": ", " (", " – ", " "):
        foran, er_der, bak = tekst.partition(skille)
        while er_der:
            if årstider := _årstider_i(bak.removesuffix(")")):
                return foran, {"årstider": årstider}
            # «hvert år i mars, oktober»: the months began before the comma
            if skille != " " and (måneder := _måneder(bak.removesuffix(")"))) and not _uten_måneder(foran)[1]:
                return foran, {"måneder": måneder}
            mer, er_der, bak = bak.partition(skille)
            foran += skille + mer
    tekst, måneder = _uten_måneder(tekst.replace(" (i ", " i ").removesuffix(")") if " (i " in tekst else tekst)
    return tekst, {"måneder": måneder}


def _uten_måneder(tekst: str) -> tuple[str, tuple[int, ...]]:
    """Return the text without the months it names, and the months («hvert år i mars og oktober», «hver oktober»)."""
    foran, i, bak = tekst.rpartition(" i ")
    if i and (måneder := _måneder(bak)):
        return foran.rstrip(","), måneder
    treff = re.fullmatch(r"i (.+?),? [hk]v[ea]rt år|[hk]v[ea]r (.+)|i (.+)", tekst)
    måneder = _måneder(treff[1] or treff[2] or treff[3]) if treff else ()
    return ("hvert år", måneder) if måneder else (tekst, ())


def _måneder(tekst: str) -> tuple[int, ...]:
    """Return the months in «mars og oktober», none of them if something else is named too."""
    måneder = [les_måned(ord_) for ord_ in re.split(r",\s*|\s+og\s+", re.sub(r"\bi ", "", tekst))]
    return tuple(måned for måned in måneder if måned) if all(måneder) and len({*måneder}) == len(måneder) else ()


def _hyppighet(data: Any) -> Hyppighet:
    tekst = skalar(data, "hvor ofte")
    return les_hyppighet(tekst) or Hyppighet(ord=egne_ord(tekst, "hvor ofte"))


def _møteantall(data: Any) -> Antall:
    tekst = skalar(data, "et antall")
    antall, ofte = les_antall(tekst), les_hyppighet(tekst)
    if antall or ofte is None or ofte.per_år is None:
        return antall or antall_eller_ord(tekst)
    return Antall(ofte.per_år, ofte.minst, omtrent=ofte.omtrent, hyppighet=ofte)


HyppighetForm = Annotated[
    Hyppighet,
    Form(
        _hyppighet,
        hva="hvor ofte",
        måter=("årlig", "hvert andre år", "tre ganger i året", "en dag hver uke", "løpende"),
    ),
]
MøteantallForm = Annotated[
    Antall, Form(_møteantall, hva="et antall, eller hvor ofte", måter=("4", "fire", "minst to", "4–6", "hvert kvartal"))
]
"""The number of times in a year, or how often that is («hvert kvartal»)."""
