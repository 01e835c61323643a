"""Hours said in other orders: before their days, or for every day but one. `stedet` sees that there is a place."""

from __future__ import annotations

from collections.abc import Callable

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_EN_DAG = r"(?i:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\w*)"
_TIDEN_FØRST = senere(
    rf"(?P<t>{uttrykk.TIDSROM})\s(?P<d>{_EN_DAG}(?:(?:,|"
    rf"\sog)\s{_EN_DAG})*?),?\s(?:og\s)?(?P<d2>{_EN_DAG})\s(?P<t2>{uttrykk.TIDSROM})"
)
"""The hours before the days, and after them a day with its own: «8–15 mandag og tirsdag, torsdag 8–17»."""
_HVERDAGER = (
    r"(?i:(?:(?:alle|kvar|hver)\s)?(?:(?:kvardag|hverdag|virkedag|yrkedag|ukedag|vekedag)\w*)|(?:alle|kvar|hver)\sdag\w*|"
    r"(?:man|mån)dag\w*\s?(?:[-–]|til)\s?fredag\w*)"
)
_BORTSETT = r"(?i:unntatt|unnateke|utenom|utanom|bortsett fr[aå]|så nær som|med unntak av|men ikk[je]+)"
_KLOKKA = rf"(?:{uttrykk.TIDSROM}|(?:fr[aå]\s)?{uttrykk.KLOKKEORD}\s(?:til|-|–)\s{uttrykk.KLOKKEORD})"
_EGNE = rf"(?:\s?[:,(]?\s?(?:[a-zæøå]{{1,12}}\s){{0,5}}?(?P<EGNE>{_KLOKKA}))?"
_UNNTATT = senere(
    rf"{_HVERDAGER},?\s{_BORTSETT}\s(?P<u>{_EN_DAG}),?\s(?P<t>{_KLOKKA})"
    rf"|(?P<t0>{_KLOKKA})\s{_HVERDAGER},?\s{_BORTSETT}\s(?P<u0>{_EN_DAG}){_EGNE.replace('EGNE', 'x0')}"
    rf"|{_HVERDAGER},?:?\s(?P<t1>{_KLOKKA}),?\s{_BORTSETT}\s(?P<u1>{_EN_DAG})"
    rf"{_EGNE.replace('EGNE', 'x1')}"
)


def tiden_først(a: Arbeid, u: Utsnitt, plass: int, stedet: Callable[[Arbeid], None]) -> bool:
    """Take hours that stand before their days, and those of a day with its own after them."""
    treff = _TIDEN_FØRST.search(u.s)
    if treff is None:
        return False
    stedet(a)
    verdier: list[Node] = []
    for t, d in (("t", "d"), ("t2", "d2")):
        del_ = u.del_(min(treff.start(t), treff.start(d)), max(treff.end(t), treff.end(d)))
        if timer := ledd.tidsrom(treff[t]):
            verdier.append(del_.verdi(SIKKER, "dager og klokkeslett", f"{samlet(treff[d])} {timer}", ordrett=False))
    return a.sett(verdier, f"tjenestetilbud.tjenestesteder.{plass}.åpningstider")


def alle_unntatt(a: Arbeid, u: Utsnitt, plass: int, stedet: Callable[[Arbeid], None]) -> bool:
    """Take the hours of every day but one: the others are counted up, and that day may have hours of its own."""
    treff = _UNNTATT.search(u.s)
    if treff is None:
        return False
    t, dag, egne = next(
        (treff[f"t{n}"], treff[f"u{n}"], treff.groupdict().get(f"x{n}")) for n in ("", "0", "1") if treff[f"t{n}"]
    )
    timer, unntatt, andre = ledd.tidsrom(t), dag.casefold(), ledd.tidsrom(egne) if egne else None
    nynorsk = unntatt.startswith(("mån", "tys")) or (
        (m := a.tre.hent("avtale", "målform")) and getattr(m, "tekst", "") == "nynorsk"
    )
    dager = ["måndag", "tysdag"] if nynorsk else ["mandag", "tirsdag"]
    igjen = [d for d in (*dager, "onsdag", "torsdag", "fredag") if not unntatt.startswith(d)]
    if timer is None or len(igjen) != 4:
        return False
    stedet(a)
    tekst = f"{', '.join(igjen[:-1])} og {igjen[-1]} {timer}"
    verdi: Node = u.gruppe(treff).verdi(SIKKER, "alle dager unntatt én", tekst, ordrett=False)
    if andre:
        verdi = [verdi, u.gruppe(treff).verdi(SIKKER, "dagen som er unntatt", f"{unntatt} {andre}", ordrett=False)]
    return a.sett(verdi, f"tjenestetilbud.tjenestesteder.{plass}.åpningstider")
