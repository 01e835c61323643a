"""Days of meetings that a sentence counts up, with the hours it says for each or for all of them."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_DAGER = senere(
    rf"(?<![\d/])(?<!sak\s)(?<!saker\s)(?<!nr\.\s)\d{{1,2}}/\d{{1,2}}(?![\d/-])|\d{{1,2}}\.\s?(?:{uttrykk.MÅNED}(?:\s\d{{4}})?|\d{{1,2}}\.(?:\s?\d{{2,4}})?)"
)


def flere(tekst: str) -> bool:
    """Tell whether a sentence is of more than two days."""
    return len([*_DAGER.finditer(tekst)]) > 2


def bare_dager(tekst: str) -> bool:
    """Tell whether a sentence does nothing but count up the days of meetings, whatever each is about."""
    return flere(tekst) and bool(_OM_MØTENE.match(tekst))


_OM_MØTENE = senere(
    r"(?i)(?:rådets\s|politirådets\s)?(?:møt(?:ene|er|a|e)|møte(?:dager|dagar|datoer|datoar|plan\w*))\b"
)


def setning(a: Arbeid, u: Utsnitt) -> None:
    """Read the days, and the hours that stand for all of them."""
    _datoer(a, u)
    _samme_tid_etterpå(a, u)


def _samme_tid_etterpå(a: Arbeid, u: Utsnitt) -> None:
    """Give the meetings that have no hours those that the next sentence says for all: «Alltid kl. 13–15»."""
    plan = a.tre.liste("politiråd", "møter", "plan")
    if not plan and not _DAGER.search(u.s) and len([*re.finditer(uttrykk.TIDSROM, u.s)]) == 1:
        a.møtetid = a.møtetid or _samme_tid(u)
    if re.match(r"(?i)(?:alltid|alle|møt(?:ene|a)\s(?:er|begynner|varer|holdes))\b", u.s) and (tid := _samme_tid(u)):
        for nr, møte in enumerate(plan):
            if isinstance(møte, dict) and "klokkeslett" not in møte:
                for felt, verdi in tid.items():
                    a.sett(verdi, f"politiråd.møter.plan.{nr}.{felt}")


_KLOKKA_ETTER = senere(
    r",?\s?(?P<k>(?:kl\.?|klokk[ea]n?)\s?\d{1,2}(?:[.:]?\d\d)?(?!\d|\s?[-–]\s?\d)|"
    rf"klokk[ea]n?\s{uttrykk.KLOKKEORD})"
)
_FOR_ALLE = senere(
    rf"(?i:begge|alle)\s(?:(?:gangene|gongene|dagene|dagane|møtene|møta)\s)?"
    rf"(?P<k>(?:kl\.?|klokk[ea]n?)\s(?:\d{{1,2}}(?:[.:]?\d\d)?|{uttrykk.KLOKKEORD}))"
)
"""The hour of all the days before it in the sentence: «14. og 23. november, begge gongene klokka ni»."""


def _datoer(a: Arbeid, u: Utsnitt) -> None:
    """Read days that meetings are on, when a sentence counts up several of them."""
    dager = [*_DAGER.finditer(u.s)]
    år = re.search(r"(?<!\d)20\d\d(?!\d)", u.s) or re.match(r"20\d\d", a.år)
    if len(dager) < 2 or a.tre.har("politiråd", "møter", "plan") or re.search(r"(?i)avtalen|vedtak|vedtok", u.s):
        return
    om = len(_KLAMMER.findall(u.s)) > 1  # of each of them
    for treff in dager:
        tekst = treff[0].rstrip(".")
        har_år = re.search(r"\d{4}$|\d\.\d{1,2}\.\d\d", tekst)
        årstall = _årstallet(u, tekst, _nærmeste_år(u, treff) or år[0]) if år else ""
        full = tekst if har_år else f"{tekst}{'' if tekst[-1].isalpha() else '.'} {årstall}" if år else tekst
        if lest := ledd.dato(full):
            møte: dict[str, Node] = {"dato": u.gruppe(treff).verdi(SIKKER, "møtedato", lest, ordrett=False)}
            rest = u.del_(treff.end(), len(u.s))
            rett_etter = _KLOKKA_ETTER.match(rest.s)
            if (etter := rett_etter or _FOR_ALLE.search(rest.s)) and (
                kl := a.les(rest.gruppe(etter, "k"), "klokkeslett", SIKKER, "etter datoen")
            ):
                møte["klokkeslett"] = kl
            hale = rest.del_(rett_etter.end() if rett_etter else 0, len(rest.s))
            a.legg_til(_samme_tid(u) | møte | (_i_klammer(hale) if om else {}), "politiråd.møter.plan")


_KLAMMER = senere(
    r"\s?\((?P<t>(?!(?i:man|mån|tir|tys|ons|tor|fre|lør|lau|søn|utsatt|utsett|avlyst|ny\b|ekstra|hvis|dersom|med|kun|bare))"
    r"[^()\d]{3,60})\)"
)
_ET_STED = senere(r"(?i)(?:hus|sal|rom|skole|skule|kontor|senter|bibliotek|digitalt|teams)(?:et|en|a)?\b|^(?:på|i)\s")


def _i_klammer(u: Utsnitt) -> dict[str, Node]:
    """Return what a meeting is about, or where it is, by the words in brackets right after its day and hour."""
    if (treff := _KLAMMER.match(u.s)) is None:
        return {}
    verdi = u.gruppe(treff, "t").strippet().verdi(SIKKER, "i klammer etter dagen")
    return {"sted": verdi} if _ET_STED.search(treff["t"]) else {"tema": [verdi]}


_ET_ÅR = senere(r"(?<![\d.])20\d\d(?!\d)")
_I_ÅR = senere(r"(?i)\bi\s(?=20\d\d(?!\d))")


def _nærmeste_år(u: Utsnitt, dag: re.Match[str]) -> str:
    """Return the year of a day: the one said before it («i 2010 måndag 1. mars …»), or else the next one after it."""
    alle = [*_ET_ÅR.finditer(u.s)]
    før = [en for en in alle if en.end() <= dag.start()]
    etter = [en for en in alle if en.start() >= dag.start()]
    if før and (_I_ÅR.search(u.s, max(0, før[-1].start() - 3), før[-1].end() + 1) or not etter):
        return før[-1][0]
    return etter[0][0] if etter else ""


def _årstallet(u: Utsnitt, dag: str, år: str) -> str:
    """Return the year of a day where a school year is said, «2007/2008»: what is before August is in the second."""
    to = re.search(r"(?<!\d)(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?!\d)", u.s)
    måned = re.search(r"(?i)\.\s?(?:(\d{1,2})|(jan|feb|mar|apr|mai|jun|jul))", dag)
    tidlig = måned and (måned[2] or int(måned[1] or 12) < 8)
    return f"20{to[2]}" if to and tidlig else år


def _samme_tid(u: Utsnitt) -> dict[str, Node]:
    """Return the hours that a sentence says once for all the days that it counts up."""
    tider = [*re.finditer(uttrykk.TIDSROM, u.s)]
    timer = ledd.tidsrom(tider[0][0]) if len(tider) == 1 and re.search(r"(?i)\bkl|alle", u.s) else None
    if not timer:
        return {}
    fra, til = timer.split("–")
    del_ = u.gruppe(tider[0])
    return {
        "klokkeslett": del_.verdi(SIKKER, "tiden for alle møtene", fra, ordrett=False),
        "slutt": del_.verdi(SIKKER, "tiden for alle møtene", til, ordrett=False),
    }
