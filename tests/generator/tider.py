"""Dates, periods, lengths of time and how often: what they are and every way of writing them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import product
from random import Random

from avtalegen.modell.datering import Datering
from avtalegen.modell.hyppighet import Hyppighet
from avtalegen.modell.klokke import Ukedag
from avtalegen.modell.tid import Tidspunkt, Tidsrom
from avtalegen.modell.varighet import Enhet, Varighet
from tests.generator.blad import Blad, Skrevet
from tests.generator.mengder import ordene

MÅNEDER = [
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
]
DAGER = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
DAGAR = ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag")


def _en_dag(r: Random, fra: int = 2024, til: int = 2030) -> date:
    return date(fra, 1, 1) + timedelta(r.randrange((til - fra + 1) * 365))


def _siste(år: int, måned: int) -> date:
    return date(år, måned, monthrange(år, måned)[1])


def datomåter(d: date) -> tuple[str, ...]:
    """Return every way of writing a date."""
    måned, dag, dag_nn = MÅNEDER[d.month - 1], DAGER[d.weekday()], DAGAR[d.weekday()]
    tall, ord_ = f"{d.day}.{d.month}.{d.year}", f"{d.day}. {måned} {d.year}"
    return (
        d.isoformat(),
        tall,
        f"{d.day:02}.{d.month:02}.{d.year}",
        f"{d.day}/{d.month}-{d.year}",
        f"{d.day}/{d.month} {d.year}",
        f"{d.day}. {d.month}. {d.year}",
        f"{d.day}.{d.month}.{d.year % 100:02}",
        f"{d.year}-{d.month}-{d.day}",
        ord_,
        f"{d.day} {måned} {d.year}",
        f"{d.day}. {måned.capitalize()} {d.year}",
        f"{d.day}. {måned[:3]}. {d.year}",
        f"den {ord_}",
        *(f"{navn} {form}" for navn in (dag, dag_nn, dag.capitalize(), f"{dag[:3]}.") for form in (tall, ord_)),
        f"{dag} den {ord_}",
        f"{dag}, {ord_}",
    )


def dato(r: Random) -> Blad:
    d = _en_dag(r)
    return Blad(datomåter(d), d)


def datering(r: Random) -> Blad:
    """Return when something of the past was: a day, a month or a year."""
    d, slag = _en_dag(r), r.choice(("dag", "dag", "måned", "år"))
    if slag == "måned":
        måter = månedsmåter(d)
        return Blad((*måter, *(f"i {en}" for en in måter)), Datering(d.replace(day=1), _siste(d.year, d.month)))
    if slag == "år":
        return Blad((str(d.year), f"i {d.year}"), Datering(date(d.year, 1, 1), date(d.year, 12, 31)))
    return Blad(datomåter(d), Datering(d, d))


def månedsmåter(d: date) -> tuple[str, ...]:
    """Return every way of writing the month of a date."""
    måned = MÅNEDER[d.month - 1]
    return tuple(f"{form} {d.year}" for form in (måned, måned[:3], f"{måned[:3]}.", måned.capitalize()))


def kantmåter(d: date, *, siste: bool) -> tuple[str, ...]:
    """Return every way of writing the first or the last day of something: also as a month or a year."""
    måter = list(datomåter(d))
    if d == (_siste(d.year, d.month) if siste else d.replace(day=1)):
        måter += månedsmåter(d)
    if (d.month, d.day) == ((12, 31) if siste else (1, 1)):
        måter.append(str(d.year))
    return tuple(måter)


def kanter(r: Random) -> tuple[date, date]:
    """Return the first and the last day of a period: some days, months, or whole years."""
    fra, slag = _en_dag(r, 2024, 2027), r.choice(("år", "måneder", "dager"))
    lengde = r.randint(1, 3)
    if slag == "år":
        return date(fra.year, 1, 1), date(fra.year + lengde, 12, 31)
    if slag == "måneder":
        return fra.replace(day=1), _siste(fra.year + lengde, r.randint(1, 12))
    return fra, fra + timedelta(lengde * 400 + r.randrange(90))


def første(r: Random) -> Blad:
    fra = kanter(r)[0]
    return Blad(kantmåter(fra, siste=False), fra)


def siste(r: Random) -> Blad:
    til = kanter(r)[1]
    return Blad(kantmåter(til, siste=True), til)


def tidsrommåter(fra: date, til: date) -> tuple[str, ...]:
    """Return every way of writing a period in one text."""
    kort = (
        (fra.isoformat(), til.isoformat()),
        *zip(kantmåter(fra, siste=False), kantmåter(til, siste=True), strict=False),
    )
    par = list(dict.fromkeys(kort))
    if (fra.month, fra.day, til.month, til.day) == (1, 1, 12, 31):
        par.append((str(fra.year), str(til.year)))
    mellom = ("–", " – ", " - ", " til ", " til og med ", " t.o.m. ")
    måter = [f"{foran}{a}{m}{b}" for a, b in par for m in mellom for foran in ("", "fra ", "frå ", "f.o.m. ")]
    if (fra.month, fra.day, til.month, til.day) == (1, 1, 12, 31):
        måter += [f"{fra.year}–{til.year % 100:02}", f"{fra.year}-{til.year % 100:02}"]
    return tuple(måter)


def tidsrom(r: Random) -> Blad:
    slag = r.choice(("lukket", "lukket", "én måned", "ett år", "dager i en måned", "åpen slutt", "åpen start"))
    fra, til = kanter(r)
    if slag == "lukket":
        delt: Skrevet = {"fra": fra.isoformat(), "til": kantmåter(til, siste=True)[-1]}
        return Blad((*tidsrommåter(fra, til), delt), Tidsrom(fra, til))
    if slag == "én måned":
        return Blad(månedsmåter(fra), Tidsrom(fra.replace(day=1), _siste(fra.year, fra.month)))
    if slag == "ett år":
        return _året(fra)
    if slag == "dager i en måned":
        måned = f"{MÅNEDER[fra.month - 1]} {fra.year}"
        måter = tuple(f"6.{m}21. {måned}" for m in ("–", "-", " – ", " til "))
        return Blad(måter, Tidsrom(fra.replace(day=6), fra.replace(day=21)))
    if slag == "åpen slutt":
        ut = [f"{ord_}{d}" for ord_ in ("fra ", "frå og med ", "f.o.m. ", "fom ") for d in kantmåter(fra, siste=False)]
        return Blad((*ut, {"fra": fra.isoformat()}, {"fra": fra.isoformat(), "til": ""}), Tidsrom(fra, None))
    ut = [f"{ord_}{d}" for ord_ in ("til ", "inntil ", "til og med ", "t.o.m. ") for d in kantmåter(til, siste=True)]
    return Blad((*ut, {"til": til.isoformat()}), Tidsrom(None, til))


def _året(d: date) -> Blad:
    return Blad((str(d.year),), Tidsrom(date(d.year, 1, 1), date(d.year, 12, 31)))


def tidspunkt(r: Random, sted: str) -> Blad:
    """Return a point in time. It is kept as written, so there is one way of writing it."""
    år, måned = r.randint(2026, 2031), r.randint(1, 12)
    d, kvartal = _en_dag(r, 2026, 2030), r.randint(1, 4)
    tekst, dag = r.choice(
        (
            (str(år), date(år, 12, 31)),
            (f"utgangen av {år}", date(år, 12, 31)),
            (f"innen utgangen av {år}", date(år, 12, 31)),
            (f"i løpet av {år}", date(år, 12, 31)),
            (f"høsten {år}", date(år, 12, 31)),
            (f"hausten {år}", date(år, 12, 31)),
            (f"våren {år}", date(år, 6, 30)),
            (f"sommeren {år}", date(år, 8, 31)),
            (f"{MÅNEDER[måned - 1]} {år}", _siste(år, måned)),
            (f"utgangen av {MÅNEDER[måned - 1]} {år}", _siste(år, måned)),
            (f"{kvartal}. kvartal {år}", _siste(år, kvartal * 3)),
            (r.choice(datomåter(d)), d),
            (f"når {sted} er ferdig", None),
        )
    )
    return Blad((tekst,), Tidspunkt(tekst, dag))


_ENHETER = {
    Enhet.DAG: ("dager", "dagar"),
    Enhet.UKE: ("uker", "veker"),
    Enhet.MÅNED: ("måneder", "månader", "mnd", "mnd."),
    Enhet.KVARTAL: ("kvartaler",),
    Enhet.ÅR: ("år",),
}


def varighet(r: Random) -> Blad:
    slag = r.choice(("hele", "hele", "hele", "halve", "virkedager"))
    if slag == "halve":
        måter, måneder = r.choice(
            (
                (("et halvt år", "eit halvt år", "halvt år", "0,5 år"), 6),
                (("halvannet år", "halvanna år", "1,5 år", "1.5 år"), 18),
                (("to og et halvt år", "to og eit halvt år", "2,5 år"), 30),
            )
        )
        return Blad((f"{måneder} måneder", *måter), Varighet(måneder, Enhet.MÅNED))
    n = r.choice((2, 3, 4, 6, 8, 10))
    if slag == "virkedager":
        former = product(ordene(n), ("virke", "verke", "yrke", "arbeids"), ("dager", "dagar"))
        return Blad(tuple(f"{ord_} {a}{b}" for ord_, a, b in former), Varighet(n, Enhet.DAG, virkedager=True))
    enhet = r.choice(list(_ENHETER))
    return Blad(tuple(f"{ord_} {navn}" for navn in _ENHETER[enhet] for ord_ in ordene(n)), Varighet(n, enhet))


def frist(r: Random) -> Blad:
    lengde = varighet(r)
    minst = r.random() < 0.3
    foran = ("minst ", "minimum ", "min. ") if minst else ("", "senest ", "seinast ", "innen ", "innan ")
    bak = (
        "",
        " før",
        " før møtet",
        " etter møtet",
        " i forveien",
        " på forhånd",
        " varsel",
        " skriftlig varsel",
        " frist",
    )
    måter = tuple(f"{f}{lengden}{b}" for b in bak for f in foran for lengden in lengde.måter)
    return Blad(måter, lengde.betydning._replace(minst=minst))


_ORDENSTALL = {2: ("andre", "annen", "annet", "2."), 3: ("tredje", "3."), 4: ("fjerde", "4."), 6: ("sjette", "6.")}


def hyppighet(r: Random) -> Blad:
    slag = r.choice(("ord", "ganger", "hver", "dager", "ukedag", "måneder", "løst", "fra-til"))
    n, hver = r.choice((2, 3, 4, 8)), r.choice(list(_ORDENSTALL))
    match slag:
        case "ord":
            return _ett_ord(r)
        case "løst":
            return _løst(r)
        case "ganger":
            i_året = ("i året", "per år", "pr. år", "om året")
            return Blad(_satt_sammen(ordene(n), ("ganger", "gonger"), i_året), Hyppighet(n))
        case "hver":
            måter = _satt_sammen(("hver", "hvert", "kvar", "kvart"), _ORDENSTALL[hver], ("måned", "månad"))
            return Blad(måter, Hyppighet(1, Enhet.MÅNED, hver=hver))
        case "dager":
            i_uken = ("i uken", "i uka", "hver uke", "kvar veke")
            måter = _satt_sammen(("minst",), ordene(n), ("dager", "dagar"), i_uken)
            return Blad(måter, Hyppighet(n, Enhet.UKE, minst=True, dager=True))
        case "ukedag":
            måter = _satt_sammen(("hver", "kvar"), ("tirsdag", "tysdag"))
            return Blad(måter, Hyppighet(1, Enhet.UKE, ukedager=(Ukedag.TIRSDAG,)))
        case "måneder":
            måter = (*_satt_sammen(("hvert år", "kvart år", "årlig"), ("i mars og oktober", "i mars, oktober")),)
            return Blad((*måter, "i mars og oktober hvert år"), Hyppighet(1, Enhet.ÅR, måneder=(3, 10)))
    måter = _satt_sammen((f"{n}–{n + 2}", f"{n}-{n + 2}", f"{n} til {n + 2}"), ("ganger", "gonger"), ("i året",))
    return Blad(måter, Hyppighet(n, minst=True, høyst=n + 2))


def _satt_sammen(*deler: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(ordene_) for ordene_ in product(*deler))


def _ett_ord(r: Random) -> Blad:
    enhet, måter = r.choice(
        (
            (Enhet.DAG, ("daglig", "dagleg", "hver dag", "kvar dag")),
            (Enhet.UKE, ("ukentlig", "hver uke", "kvar veke", "Ukentlig")),
            (Enhet.MÅNED, ("månedlig", "månadleg", "hver måned")),
            (Enhet.KVARTAL, ("kvartalsvis", "hvert kvartal", "kvart kvartal")),
            (Enhet.HALVÅR, ("halvårlig", "halvårleg", "hvert halvår")),
            (Enhet.ÅR, ("årlig", "årleg", "hvert år", "kvart år", "Årlig")),
        )
    )
    return Blad(måter, Hyppighet(1, enhet))


def _løst(r: Random) -> Blad:
    løst, måter = r.choice(
        (
            ("løpende", ("løpende", "løpande")),
            ("ved behov", ("ved behov", "etter behov")),
            ("jevnlig", ("jevnlig", "jamleg")),
            ("etter avtale", ("etter avtale",)),
            ("fortløpende", ("fortløpende", "fortløpande")),
        )
    )
    return Blad(måter, Hyppighet(løst=løst))
