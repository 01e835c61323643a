"""What reads a sentence, by the part of the agreement that it is about."""

from __future__ import annotations

import re
from collections.abc import Callable

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER
from avtalegen.importering.gjenkjenning import (
    beredskapen,
    egne_kontakter,
    hjulet,
    innsats,
    kontakten,
    omradene,
    pa_stedet,
    perioden,
    radet,
    slt_og_fora,
    slutt,
    tiltaksprosa,
    tjenester,
    utrykning,
)
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere


def _evaluering(a: Arbeid, u: Utsnitt) -> None:
    slutt.evaluering(a, u)
    perioden.setning(a, u)


def _satsning(a: Arbeid, u: Utsnitt) -> None:
    if innsats.IKKE_NÅ.search(u.s):
        return
    innsats.perioden(a, u)
    if omradene.i_rekkefølge(a, u) or omradene.navnet(a, u) or omradene.under(a, u) or tiltaksprosa.les(a, u):
        return
    if not (innsats.områder_i(a, u) or innsats.prioriteringer(a, u)):
        innsats.løpende_tiltak(a, u)


_INGEN_VEDLEGG = senere(r"(?i)\b(?:ingen|ikk[je]+)\b|\b(?:utgått|utgår|oppheva?e?t?|falt bort|falle bort)\b")


def _vedlegg(a: Arbeid, u: Utsnitt) -> None:
    if _INGEN_VEDLEGG.search(u.s) or slutt.i_vedlegget(u):
        return  # of what stands in the enclosure
    for ett in slutt.vedleggene(u.strippet(" .")) if len(u.s) < 200 else ():
        a.legg_til({"tittel": ett.verdi(SIKKER, "«vedlegg»", ett.s[0].upper() + ett.s[1:])}, "vedlegg")


def _beredskap(a: Arbeid, u: Utsnitt) -> None:
    if beredskapen.setning(a, u):
        return
    if utrykning.BEMANNING.search(u.s) or re.match(
        rf"(?:\w+\s){{0,2}}(?i:telefon|tlf)\w*\.?:?\s{uttrykk.TELEFON}", u.s
    ):
        tjenester.setning(a, u)
        return
    if beredskapen.innleder(u.s):
        a.etikett(u)
    elif not beredskapen.ellers(a, u) and not beredskapen.om_kommunens(u.s):
        a.legg_til(u.verdi(SIKKER, "avsnittet om beredskap"), "tjenestetilbud.beredskap")


def først(a: Arbeid, u: Utsnitt, del_: str) -> bool:
    """Read what is about something in a part that was decided on for itself, and not about the agreement."""
    return beredskapen.først(a, u, del_) or omradene.vedtatt(a, u, del_)


def _tjenester(a: Arbeid, u: Utsnitt) -> None:
    if tilbud := pa_stedet.tilbudet(u):
        nr = tjenester.nytt_sted(a, tilbud[0])
        a.sett(tilbud[1], f"tjenestetilbud.tjenestesteder.{nr}.tjenester")
        return
    tjenester.setning(a, u)


def hele_avsnittet(a: Arbeid, u: Utsnitt, del_: str) -> bool:
    """Read a paragraph that is one thing as a whole; tell whether it was."""
    if slutt.om_vedlegg(a, u) or (
        del_ == "kontakt" and (kontakten.bare_navnet(a, u) or egne_kontakter.for_siden(a, u))
    ):
        return True
    return del_ == "årshjul" and hjulet.linje(a, u)


def _årshjul(a: Arbeid, u: Utsnitt) -> None:
    if not hjulet.setning(a, u):
        radet.setning(a, u)


SETNING: dict[str, Callable[[Arbeid, Utsnitt], object]] = {
    "råd": radet.setning,
    "møter": radet.setning,
    "kontakt": kontakten.setning,
    "slt": slt_og_fora.slt,
    "fora": slt_og_fora.forum,
    "tjenester": _tjenester,
    "beredskap": _beredskap,
    "taushet": slutt.taushet,
    "evaluering": _evaluering,
    "periode": perioden.setning,
    "satsning": _satsning,
    "vedlegg": _vedlegg,
    "årshjul": _årshjul,
}
"""What reads a sentence of each part."""
