"""What a sentence says that the council does not do."""

from __future__ import annotations

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_DET = rf"^(?:{uttrykk.RÅDET}|[Dd]et)\s"
_TAR_OPP = r"(?:behandle|handsame|drøfte|diskutere|ta opp|ta stilling til)"
_TAR = r"(?:behandl[ea]r|handsam[ae]r|drøft[ea]r|diskuter(?:er|ar)|t(?:ar|ek) opp|t(?:ar|ek) stilling til)"
_VERKEN = senere(
    rf"{_DET}(?:{_TAR}|skal\s{_TAR_OPP})\s(?:verken|hverken|korkje)\s(?P<a>[^,.;]+?)\seller\s(?P<b>[^.;]+)\.?$"
)
_TAR_IKKE = senere(rf"{_DET}{_TAR}\sikk[je]+\s(?P<a>(?!om\b|bare\b|berre\b|før\b)[^.;]{{4,120}}?)\.?$")
_SKAL_IKKE = senere(
    rf"{_DET}(?:skal|kan)\sikk[je]+\s(?P<a>(?:{_TAR_OPP}|overprøve|instruere|etterforske|avgjøre|avgjere|gripe inn|"
    r"blande seg|kontrollere|være klageinstans|vere klageinstans)\s[^.;]{4,120}?)\.?$"
)
_GJØR_IKKE = senere(
    rf"{_DET}(?P<v>overprøv|instruer|etterforsk|kontroller)(?:er|ar)\sikk[je]+\s(?P<a>[^.;]{{4,120}}?)\.?$"
)
"""The verbs that say themselves what is not done: they stand with it, as it is done."""


def les(a: Arbeid, u: Utsnitt) -> bool:
    """Take what the council does not do; tell whether the sentence said it."""
    if treff := _VERKEN.match(u.s):
        for navn in ("a", "b"):
            a.legg_til(u.gruppe(treff, navn).verdi(TROLIG, "det rådet ikke gjør"), "politiråd.gjør_ikke")
        return True
    if treff := _TAR_IKKE.match(u.s) or _SKAL_IKKE.match(u.s):
        return a.legg_til(u.gruppe(treff, "a").verdi(TROLIG, "det rådet ikke gjør"), "politiråd.gjør_ikke")
    if treff := _GJØR_IKKE.match(u.s):
        tekst = f"{treff['v']}e {treff['a']}"
        return a.legg_til(u.gruppe(treff, "a").verdi(TROLIG, "det rådet ikke gjør", tekst), "politiråd.gjør_ikke")
    return False
