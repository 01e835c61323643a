"""Duties and costs said in other ways than «Kommunen skal …»: whom they rest on, who pays what, and what is shared."""

from __future__ import annotations

import re

from avtalegen.importering import ledd
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_KOMMUNEN = r"(?:(?-i:[A-ZÆØÅ][\w-]+)\s)?(?:kommunen|heradet|kommune|herad)"
_POLITIET = r"(?:(?-i:[A-ZÆØÅ][\w-]+)\s)?(?:politiet|lensmannen|politidistriktet|politidistrikt|lensmannskontoret)"
_HVILER_PÅ = senere(
    rf"(?i)^det\s(?:påhviler|tilligger|tilligg|ligger\stil|ligg\stil|kviler\spå|hviler\spå)\s(?:(?P<k>{_KOMMUNEN})|{_POLITIET})\s"
    r"(?P<l>å\s[^:]{6,400})$"
)
_ANSVARET = senere(
    r"(?i)^det\ser\s(?:(?P<k>kommunens|heradets|kommunen\s(?:sitt|sin)|heradet\s(?:sitt|sin))|politiets|lensmannens|"
    r"politiet\s(?:sitt|sin)|lensmannen\s(?:sitt|sin))\s(?:ansvar|oppg\w+|plikt)\s(?P<l>å\s[^:]{6,400})$"
)
_DELES = senere(
    r"(?i)^(?:utgift\w*|kostnad\w*|[hk]v[ea]r\s(?:av\spart\w+|part)|partene|partane|begge\spart\w+)\b[^:]*?\b"
    r"(?:deles|delast|delte|delt|bærer|ber|dekker|dekkjer|betaler|betalar|deler|delar|fordeles|fordelast)\b[^:]*$"
)
_ØKONOMI = senere(r"(?i)\b(?:utgift|kostnad|likt|lik\sdel|halvpart|prosent|%)\w*")
_SIDENE_SKILLES = senere(
    r"\s(?:og|mens|medan)\s(?=(?:politiet|lensmannen|kommunen|heradet)\s(?:skal\s)?[a-zæøå]{2,20}(?:er|ar|r)\s\w)"
)


I_VEDTAKET = senere(
    r"(?i)(?:kommunestyret|heradsstyret|bystyret|formannskapet)\s(?:\w+\s)?(?:godkjen\w+|vedtar|vedtek|slutt(?:er|ar)\sseg|"
    r"gir|gjev|ber|delegerer|tar\s\w+\still)\b|(?:ordfør[ea]ren|rådmannen|kommunedirektøren)\s(?:undertegner|underteiknar|"
    r"signerer|skriver\sunder|skriv\sunder|(?:gis|får|blir\sgitt|vert\sgjeven)\sfullmakt)\b"
)
"""A point of the decision on the agreement, which is no duty in it."""


TAP = senere(
    r"(?i)\b(?:hærverk\w*|skade(?:ne|r|n)?|tap(?:et|a|ene)?|bøter|bot|svinn)\b[^.;]*\b(?:er|var|ble|vart|utgjorde|utgjør|utgjer|kostet|kosta)\b"
)
"""What something has cost is nothing that anybody puts in."""
_MELLOM = senere(r"(?i)\bmellom\s(?!.*(?:politi|lensmann|part(?:ene|ane)|kommun(?:ene|ane)))")
"""What is shared with others than those who have agreed."""


def sidene(u: Utsnitt) -> list[Utsnitt]:
    """Return what each side does, where one sentence tells it of both: «Kommunen dekker A og politiet dekker B.»."""
    if not re.match(r"(?i)(?:politiet|lensmannen|kommunen|heradet)\s[a-zæøå]{2,20}(?:er|ar|r)\s", u.s):
        return []
    deler = [*u.delt(_SIDENE_SKILLES.pattern)]
    return deler if len(deler) == 2 else []


def plikten(u: Utsnitt) -> tuple[str, list[Utsnitt]] | None:
    """Return on whom a duty rests and what it is, or that all share in what it costs; None where it says neither."""
    if re.search(r"(?i)\bikk[je]+\b", u.s):
        return None
    if treff := _HVILER_PÅ.match(u.s) or _ANSVARET.match(u.s):
        leddene = ledd.oppramsing(u.gruppe(treff, "l").strippet(" ."))
        samlet = [en for en in leddene if en.s.startswith("å ")]
        alle = leddene if len(samlet) == len(leddene) else [u.gruppe(treff, "l").strippet(" .")]
        return ("kommunen" if treff["k"] else "politiet"), [en.del_(2, len(en.s)) for en in alle]
    if _DELES.match(u.s) and _ØKONOMI.search(u.s) and not _MELLOM.search(u.s):
        return "felles", [u.strippet(" .")]
    return None


NYTT_VERB = senere(r"\s(?:og|samt)\s(?:låner|stiller|gir|gjev|betaler|holder|held|dekker|sørger|syter|lar|lèt)\s")
"""Where another thing that somebody does begins."""
