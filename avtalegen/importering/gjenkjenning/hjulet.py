"""What the council does when in the year, told by month, season or quarter, under a heading that says so."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Sikkerhet
from avtalegen.importering.gjenkjenning.celler import linjer
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_ORDEN = r"(?:[1-4]\.|første|fyrste|andre|annet|anna|tredje|fjerde|siste)"
_DEL = rf"(?:{_ORDEN}\s(?:kvartal|halvår|tertial|møte)|{uttrykk.MÅNED}(?:møtet)?|{uttrykk.ÅRSTID})"
_TID = rf"(?i:{_DEL}(?:\s?[-–/]\s?{_DEL}|\sog\s{_DEL})?)(?!\w)"
_LINJE = senere(rf"^(?:(?i:i|på|om)\s)?(?P<n>{_TID})\s?[:–-]\s?(?P<g>\S.*)$", re.DOTALL)
_RUTE = senere(rf"\s*{_TID}\.?\s*")
_LEDD = senere(rf"(?:^|,?\s(?:og|mens|medan)\s|,\s|;\s)(?:i|om|på)\s(?P<n>{_TID})\s(?P<g>(?!\d).+)$")
_NESTE = rf",?\s+(?:og|mens|medan)\s+(?=(?:i|om|på)\s{_TID})|[,;]\s+(?=(?:i|om|på)\s{_TID})"
_INGEN = senere(r"(?i)(?:ikk[je]+|ingen|inga|møtefri\w*|ferie|fri)\b|.*\b(?:avlys\w*|utgår|tatt ut|teke ut)\b")
_OM_ÅRET = senere(r"(?i)årshjul|årsplan|årssyklus")


def _ta(a: Arbeid, når: Utsnitt, gjør: list[Utsnitt], sikkerhet: Sikkerhet) -> bool:
    alle: list[Node] = [en.verdi(sikkerhet, "årshjulet") for en in gjør if not _INGEN.match(en.s)]
    if not alle:
        return False
    return a.legg_til({"når": når.verdi(sikkerhet, "årshjulet"), "gjør": alle}, "politiråd.møter.årshjul")


def linje(a: Arbeid, u: Utsnitt) -> bool:
    """Read a line that begins with when: «Januar: kriminalitetsbildet»; tell whether it was one."""
    treff = _LINJE.match(u.s)
    if treff is None:
        return False
    gjør = [en.strippet(" .,") for en in u.gruppe(treff, "g").delt(r";\s+|\n+")]
    return _ta(a, u.gruppe(treff, "n"), gjør, SIKKER) or bool(_INGEN.match(treff["g"]))


def setning(a: Arbeid, u: Utsnitt) -> bool:
    """Read what a sentence says is done when: «I første kvartal A, og i andre kvartal B»; tell whether it was that."""
    satt = False
    for del_ in u.strippet(" .").delt(_NESTE):
        if treff := _LEDD.search(del_.s[:1].lower() + del_.s[1:]):
            gjør = del_.del_(treff.start("g"), treff.end("g")).strippet(" .,")
            satt = _ta(a, del_.del_(treff.start("n"), treff.end("n")), [gjør], TROLIG) or satt
    return satt


_HVEM = senere(r"(?i)\b(?:ansvar\w*|hvem|kven)\b")


def tabell(a: Arbeid, t: Tabell, seksjon: Seksjon | None) -> bool:
    """Read a table with when in the first column and what in the others, under a heading that says it is a year."""
    if seksjon is None or seksjon.overskrift is None or not _OM_ÅRET.search(seksjon.overskrift.s) or t.kolonner < 2:
        return False
    rader = [r for r in range(t.rader) if _RUTE.fullmatch(t.tekst(r, 0))]
    if len(rader) < 2 or t.rader - len(rader) > 1:
        return False
    if 0 not in rader and any(_HVEM.search(t.tekst(0, k)) for k in range(1, t.kolonner)):
        return False  # with who does it, they are measures
    satt = False
    for r in rader:
        gjør = [en.strippet() for k in range(1, t.kolonner) for en in linjer(t[r, k]) if en.s.strip()]
        for når in linjer(t[r, 0])[:1]:
            satt = _ta(a, når.strippet(), gjør, SIKKER) or satt
    for k in range(t.kolonner if satt and 0 not in rader else 0):
        for u in linjer(t[0, k]):
            a.etikett(u)
    return satt
