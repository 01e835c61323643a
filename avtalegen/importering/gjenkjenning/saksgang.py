"""Minutes with the agreement in them: what was proposed and said before the decision, is not what was agreed."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Avsnitt, Tabell
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.gjenkjenning import avtalen
from avtalegen.importering.gjenkjenning.celler import første
from avtalegen.importering.gjenkjenning.vedtatt import ORGAN, STYRET
from avtalegen.importering.oppsett import Oppsett, Seksjon
from avtalegen.importering.utsnitt import setninger
from avtalegen.importering.ventende import senere

_FØR_VEDTAKET = senere(
    r"(?i)(?:\w{2,30}s\s|\w{2,30}\ssi(?:n|tt)?\s)?(?:innstilling|instilling|tilråding|saks?(?:utgreiing|utredning|"
    r"framlegg|fremlegg|framstilling|fremstilling|opplysning\w*|vurdering)|forslag\still\s(?:vedtak|innstilling)|"
    r"framlegg\still\s(?:vedtak|tilråding))\b.{0,40}|"
    r"(?:møte)?(?:behandling|handsaming)\w{0,2}(?:\si\s\w{3,30}|:|\s\d.{0,30})?|"
    r"(?:votering|avstemning|avrøysting|røysting)\w{0,4}"
)
"""The heading over what was proposed, said and voted on."""
_SELVE_INNSTILLINGEN = senere(r"(?i)innst|tilråding|forslag|framlegg|utgreiing|utredning|voter|avstemning|røysting")
_VEDTAKET = senere(r"(?i)^(?!.*(?:innst|tilråding|forslag|framlegg))[^.]{0,60}\bvedtak(?:et|a)?\b[^.]{0,40}")
_SOM_FORESLÅTT = senere(
    r"(?i)\b(?:som|samsvar med|tråd med|etter|lik)\s(?:\w+\s){0,2}(?:innstilling|tilråding|forslag|framlegg)|"
    r"\b(?:innstilling|tilråding|forslag|framlegg)\w{0,4}\s(?:\w+\s){0,3}(?:vedtatt|vedteke|vedtas)"
)
_DELENE = ("råd", "møter", "kontakt", "periode", "formål", "tjenester", "plikter", "satsning")
_NOK = 3
"""So many different parts after the decision make it the whole agreement."""
_SAKEN = senere(r"(?<![\d/])(?:(?:PS|KS|K)\s?)?\d{1,4}/\d{1,4}(?![\d/])")


def _ren(seksjon: Seksjon) -> str:
    return seksjon.overskrift.s.strip(" .:") if seksjon.overskrift else ""


def uten_innstillingen(a: Arbeid, o: Oppsett) -> list[Seksjon]:
    """Return the sections without what was said before the decision, where that, or the agreement, says all of it."""
    før = [nr for nr, s in enumerate(o.seksjoner) if _FØR_VEDTAKET.fullmatch(_ren(s))]
    if not any(_SELVE_INNSTILLINGEN.search(_ren(o.seksjoner[nr])) for nr in før):
        return [*o.seksjoner]
    vedtaket = next((nr for nr in range(før[-1] + 1, len(o.seksjoner)) if _VEDTAKET.match(_ren(o.seksjoner[nr]))), None)
    etter = før[-1] if vedtaket is None else vedtaket
    if len({s.del_ for s in o.seksjoner[etter + 1 :] if s.del_ in _DELENE}) >= _NOK:
        borte = range(før[0], etter + 1)
    elif vedtaket is not None and _står_for_seg(o.seksjoner[vedtaket]):
        borte = range(før[0], vedtaket)
    else:
        return [*o.seksjoner]
    for seksjon in o.seksjoner[borte.start : borte.stop]:
        seksjon.del_ = ""
        _om_vedtaket(a, seksjon)
    return [s for nr, s in enumerate(o.seksjoner) if nr not in borte]


def _står_for_seg(seksjon: Seksjon) -> bool:
    """Tell whether a decision says what was agreed, and not only that it is as proposed."""
    tekst = " ".join(avsnitt.tekst.s for avsnitt in seksjon.avsnitt)
    return len(tekst) > _KORT and not _SOM_FORESLÅTT.search(tekst)


_KORT = 300
"""Characters of a decision that is but that the agreement is approved."""


def _om_vedtaket(a: Arbeid, seksjon: Seksjon) -> None:
    """Read the day and the number of the decision in a section, of which nothing else is agreed."""
    if seksjon.overskrift and STYRET.search(seksjon.overskrift.s):
        avtalen.vedtak(a, seksjon.overskrift)
    for blokk in seksjon.blokker:
        for en in setninger(blokk.tekst) if isinstance(blokk, Avsnitt) else ():
            a.fortalt.add((en.linje, en.fra))
            if STYRET.search(en.s) and _VEDTATT.search(en.s):
                avtalen.vedtak(a, en)


_VEDTATT = senere(r"(?i)\b(?:vedtok|vedtatt|vedteke|godkjente?|godkjende?|slutt(?:et|a)\sseg)\b")


def tabell(a: Arbeid, t: Tabell) -> bool:
    """Read the decision from a table of the organs that had the case, each with a day and a number; the last counts."""
    rader = {r: rute for r in range(t.rader) if (rute := første(t[r, 0])) and ORGAN.match(rute.s)}
    saker = {r: [u for k in range(1, t.kolonner) if (u := første(t[r, k]))] for r in rader}
    if not any(_SAKEN.fullmatch(u.s.strip()) for alle in saker.values() for u in alle) or len(a.kommuner) != 1:
        return False
    styret = [r for r, u in rader.items() if STYRET.match(u.s)]
    if not styret:
        return False
    siste = styret[-1]
    organ = ORGAN.match(rader[siste].s)
    node: dict[str, Node] = {}
    if organ:
        node["organ"] = rader[siste].gruppe(organ, "o").verdi(SIKKER, "tabellen", organ["o"].casefold())
    for u in saker[siste]:
        dag = re.search(uttrykk.DATO, u.s)
        if dag and "dato" not in node and (lest := a.les(u.gruppe(dag), "dato", SIKKER, "tabellen")):
            node["dato"] = lest
        elif not dag and "sak" not in node and _SAKEN.fullmatch(u.s.strip()):
            node["sak"] = u.strippet().verdi(SIKKER, "tabellen")
    return "dato" in node and "sak" in node and a.sett(node, "parter.kommuner.0.vedtak")
