"""How long before a meeting its papers are sent, and how long before it cases are to be reported."""

from __future__ import annotations

import re
from itertools import pairwise

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER
from avtalegen.importering.gjenkjenning.referatet import INNKALLING
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_FRIST = rf"(?P<f>{uttrykk.LENGDE})"
_FØR = (
    r"\s(?:før(?:\s(?:det\s)?igjen)?|forut|føreåt|i\s(?:forveien|forvegen|førevegen|forkant)|på\s(?:forhånd|"
    r"førehand)|frist|varsel)(?:\s(?:møtet|møte|kvart\smøte|hvert\smøte)"
    r")?"
)
_FRIST_FOR = senere(rf"(?i:frist(?:en)?\s(?:for\s)?(?:å\s)?)(?P<h>[^.;:]{{3,40}}?)\s(?:er|:)\s(?P<f>{uttrykk.LENGDE})")
_FRISTEN = senere(
    r"(?i)^(?:(?P<i>innkallingsfristen?|innkallingsfrist)|saksfristen?)\s(?:er|skal være|skal vere)\s(?:på\s)?"
    rf"(?P<f>{uttrykk.LENGDE})"
)
"""«Innkallingsfristen er 14 dager»."""
_FRISTER = senere(rf"(?:(?:senest|seinast|innen|innan|minst|med)\s)?{_FRIST}{_FØR}")
_EN_SAK = senere(
    r"(?i)\b(?:sak(?:er|ar|en|a|ene|ane)?|ønske\w*|ynskje\w*|forslag\w*|framlegg\w*|tema\w*|emne\w*|innspill?\w*|"
    r"innspel\w*|"
    r"punkt\w*|"
    r"post(?:er|ar))\b|(?:ønsker|ynskjer|ønskjer|vil ha|noe å|noko å|ta(?:r|s)? opp noe|noko på|noe på)\b|"
    r"\b(?:må|skal) si(?:er)? fra\b|melder? (?:fra|inn)\b|sei(?:e|er) frå\b|sak(?:s)?innmeld\w*"
)
"""What is said of cases that somebody wants on the agenda."""
_KOMMER_INN = senere(
    r"(?i)\b(?:inn|sendes\s(?!ut\b|medlem|deltak)\w+(?:en|et|a)|\w*meld\w*|lever\w*|foresl\w*|føresl\w*|sp[ei]l\w*|"
    r"i hende|framme|fremme|hos|fra|frå|imot|opp|"
    r"til (?:lederen|"
    r"leiaren|sekretæren|sekretariatet|rådmannen))\b"
)
"""What is done with such a case, and not with the papers."""


_SENDER_UT = senere(r"(?i)\bsend\w*\s(?:\w+\s){0,3}ut\b|\b(?:går|skal|er|kjem|kommer|blir|vert)\s(?:\w+\s)?ute?\b")


_FOR_KNAPT = senere(r"(?i)\ber\sfor\s(?:knap\w*|kort\w*|lite|lita|lang\w*|sein\w*|sent)\b")
"""What is said of the time that a letter proposed: another one is agreed."""


def setning(a: Arbeid, u: Utsnitt) -> None:
    """Read how long before a meeting papers are sent, and how long before it cases are reported.

    A sentence may say both: each length of time goes with the clause that it stands in.
    """
    for sagt in _FRIST_FOR.finditer(u.s):
        rute = "innkallingsfrist" if INNKALLING.search(sagt["h"]) else "saksfrist" if "sak" in sagt["h"] else ""
        verdi = a.les(u.gruppe(sagt, "f"), "lengde", SIKKER, "frist før møtet") if rute else None
        if a.sett(verdi, f"politiråd.møter.{rute}"):
            a.etikett(u.del_(sagt.start(), sagt.start("f")))
    if fristen := _FRISTEN.match(u.s):
        verdi = a.les(u.gruppe(fristen, "f"), "lengde", SIKKER, "frist før møtet")
        a.sett(verdi, f"politiråd.møter.{'innkallingsfrist' if fristen['i'] else 'saksfrist'}")
    alle = [*_FRISTER.finditer(u.s)]
    leddene, start = [], 0
    for en, neste in pairwise(alle):
        skille = [*re.finditer(r";\s|,\s|\sog\s|\smens\s", u.s[en.end() : neste.start()])]
        slutt = en.end() + (skille[0].end() if skille else 0)
        leddene.append(u.del_(start, slutt))
        start = slutt
    leddene.append(u.del_(start, len(u.s)))
    for del_ in leddene:
        treff = _FRISTER.search(del_.s)
        rute = (_hvilken(del_.s) or _fra_før(a, del_.s)) if treff else ""
        if not treff or not rute:
            continue
        verdi = a.les(del_.gruppe(treff, "f"), "lengde", SIKKER, "frist før møtet")
        if verdi and _FOR_KNAPT.search(u.s):
            a.tre.fjern("politiråd", "møter", rute)
        if a.sett(verdi, f"politiråd.møter.{rute}"):
            a.etikett(del_.del_(treff.end("f"), treff.end()))


_DEN = senere(r"(?i)^(?:nå|no|i dag|disse|desse|den|denne|han|ho|de|dei|det)\b")
_FRAMME = senere(r"(?i)\b(?:være|vere|er|skal|må)\b[^.]*\b(?:hos|hjå|i hende|framme|fremme|meldt|melde)\b")


def _fra_før(a: Arbeid, s: str) -> str:
    """Return which of the two a clause is about that says «they» of what the sentence before is about."""
    if a.før is None or not _DEN.match(s):
        return ""
    if INNKALLING.search(a.før.s):
        return "innkallingsfrist"
    return "saksfrist" if _EN_SAK.search(a.før.s) and _FRAMME.search(s) else ""


def _hvilken(s: str) -> str:
    """Return which of the two a clause is about: what it names first, when it names both the papers and a case."""
    innkalling, sak = INNKALLING.search(s), _EN_SAK.search(s)
    if sak and not innkalling and _SENDER_UT.search(s) and "frist" not in s.casefold():
        return "innkallingsfrist"
    if sak and innkalling:
        uten = s[: innkalling.start()] + s[innkalling.end() :]
        først = sak.start() < innkalling.start() and _KOMMER_INN.search(uten)
        return "saksfrist" if først or re.search("(?i)meld|foresl|føresl", s) else "innkallingsfrist"
    return "innkallingsfrist" if innkalling else "saksfrist" if sak else ""
