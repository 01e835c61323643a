"""What the papers of politirådet need besides the agreement: which meeting, the deadlines, who takes part, what to do.

From an `Avtale` and what is asked for to what the templates see as `papir`. Nothing here is text for a document, and
today's date only decides which meeting or which year a paper is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.komponering.papirer.moter import (
    Mangel,
    Møtedag,
    Sak,
    dagsorden,
    med_frister,
    planlagte,
    uplanlagte,
    valgt,
    året,
)
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.deler import Punkt, Rolle
from avtalegen.modell.lokaltekst import er_ufylt
from avtalegen.modell.politirad import Politiråd
from avtalegen.modell.satsning import Satsningsområde

__all__ = ["PAPIRFEIL", "Deltaker", "Mangel", "Oppgave", "Papirdata", "samle"]

PAPIRFEIL = {"PAP001": "møtet-finnes-ikke"}
"""Code and name of the findings about the meeting that a paper is to be about."""


class Deltaker(NamedTuple):
    """Somebody who takes part, and from where: «kommune», «politi», «andre» or «» when that isn't said.

    `verv` is what the person is in politirådet (`_VERV`), or «».
    """

    rolle: Rolle
    fra: str
    verv: str = ""


class Oppgave(NamedTuple):
    """A measure, and the name of the focus area that it belongs to."""

    område: str
    tiltak: Punkt


class Papirdata(NamedTuple):
    """What the templates see as `papir`.

    `møte` is the meeting that the paper is about, `forrige` and `neste` the planned ones beside it. `møter` are those
    of `år`; they are `planlagt`, or to be filled in. `oppgaver` are the measures that are open at the meeting.
    `tid` is one of `møter` when all begin and end at the same time, otherwise None. `kontakt` is who to turn to.
    `gjelder` tells the paper from others of its kind: the date of the meeting, or the year; "" when there is none.
    """

    møte: Møtedag
    forrige: Møtedag | None
    neste: Møtedag | None
    dagsorden: tuple[Sak, ...]
    år: int | None
    møter: tuple[Møtedag, ...]
    planlagt: bool
    tid: Møtedag | None
    deltakere: tuple[Deltaker, ...]
    oppgaver: tuple[Oppgave, ...]
    kontakt: Rolle | None
    gjelder: str


def samle(avtale: Avtale, bestilling: Bestilling, kommunenavn: Sequence[str], i_dag: date | None) -> Papirdata | Mangel:
    """Return what the paper that is asked for needs, or why there is no such meeting.

    `i_dag` chooses the meeting and the year where the order doesn't; without it the first ones of the plan are meant.
    """
    plan = planlagte(avtale)
    møte: Møtedag | Mangel = Møtedag()
    if bestilling.dokument.om_et_møte:
        møte = valgt(plan, bestilling.møte, i_dag, holdt=bestilling.dokument is Papir.REFERAT)
    if isinstance(møte, Mangel):
        return møte
    if not møte.nummer:
        møte = med_frister(møte, avtale)
    forrige = [m for m in plan if m.dato and møte.dato and (m.dato, m.nummer) < (møte.dato, møte.nummer)]
    neste = [m for m in plan if m.dato and møte.dato and (m.dato, m.nummer) > (møte.dato, møte.nummer)]
    år = bestilling.år or året(plan, i_dag)
    møter = tuple(m for m in plan if m.dato and m.dato.year == år)
    råd = avtale.politiråd
    return Papirdata(
        møte=møte,
        forrige=forrige[-1] if forrige else None,
        neste=neste[0] if neste else None,
        dagsorden=dagsorden(avtale, møte),
        år=år,
        møter=møter or uplanlagte(avtale, kommunenavn),
        planlagt=bool(møter),
        tid=møter[0] if len({(m.klokkeslett, m.slutt) for m in møter}) == 1 and møter[0].klokkeslett else None,
        deltakere=tuple(d._replace(rolle=_med_navn(d.rolle, avtale)) for d in _deltakere(råd)) if råd else (),
        oppgaver=tuple(_oppgaver(avtale, møte.dato, forrige[-1].dato if forrige else None)),
        kontakt=_med_navn(kontakt, avtale) if råd and (kontakt := råd.sekretær or råd.tilrettelegger) else None,
        gjelder=_gjelder_hva(bestilling.dokument, møte, plan, år),
    )


def _gjelder_hva(papir: Papir, møte: Møtedag, plan: Sequence[Møtedag], år: int | None) -> str:
    if papir is Papir.MØTEPLAN:
        return str(år or "")
    if møte.dato is None:
        return ""
    samme_dag = sum(m.dato == møte.dato for m in plan) > 1
    return f"{møte.dato.isoformat()}-{møte.nummer}" if samme_dag else møte.dato.isoformat()


_VERV = ("leder", "nestleder", "sekretær")


def _deltakere(råd: Politiråd) -> Iterator[Deltaker]:
    """Give those who take part in every meeting, each once: an office of politirådet may be that of a member."""
    m = råd.medlemmer
    grupper = (("kommune", m.kommune), ("politi", m.politi), ("andre", m.andre), ("andre", m.kan_delta)) if m else ()
    alle = [Deltaker(rolle, fra) for fra, roller in grupper for rolle in roller]
    først: list[Deltaker] = []
    sist: list[Deltaker] = []
    for verv in _VERV:
        rolle: Rolle | None = getattr(råd, verv)
        if rolle is None:
            continue
        plass = next((n for n, d in enumerate(alle) if not d.verv and samme(d.rolle, rolle)), None)
        if plass is None:
            (sist if verv == "sekretær" else først).append(Deltaker(rolle, "", verv))
        else:
            medlem = alle[plass].rolle
            alle[plass] = alle[plass]._replace(rolle=rolle if rolle.navn and not medlem.navn else medlem, verv=verv)
    yield from (*først, *alle, *sist)


def _med_navn(rolle: Rolle, avtale: Avtale) -> Rolle:
    """Return the role with the name that the agreement gives the one with this title elsewhere, and how to reach them.

    Nobody is named where there may be two with the title: several kommuner, or a role that says where it belongs.
    """
    if rolle.navn or not rolle.tittel or rolle.kommune or rolle.enhet or len(avtale.parter.kommuner) > 1:
        return rolle
    kjente = [kjent for kjent in _navngitte(avtale) if samme(rolle, kjent)]
    if len({kjent.navn for kjent in kjente}) != 1:
        return rolle
    kjent = kjente[0]
    return rolle.med(navn=kjent.navn, telefon=rolle.telefon or kjent.telefon, epost=rolle.epost or kjent.epost)


def _navngitte(avtale: Avtale) -> Iterator[Rolle]:
    politi, slt = avtale.parter.politi, avtale.slt
    kommuner = [rolle for k in avtale.parter.kommuner for rolle in (k.leder, k.administrativ_leder)]
    for rolle in (*kommuner, politi.leder, politi.politimester, slt.koordinator if slt else None):
        if rolle and rolle.navn and rolle.tittel and not er_ufylt(rolle.navn):
            yield rolle


_BØYNING = 3
"""Letters: «ordføreren» is the one who is called «ordfører»."""


def samme(a: Rolle, b: Rolle) -> bool:
    """Tell whether two roles are of the same person: by the name if both have one, otherwise by the title."""
    if a.navn and b.navn:
        return a.navn.casefold() == b.navn.casefold()
    kort, lang = sorted((_tittel(a), _tittel(b)), key=len)
    return bool(kort) and lang.startswith(kort) and len(lang) - len(kort) <= _BØYNING


def _tittel(rolle: Rolle) -> str:
    return re.sub(r"^(?:en|ein|ei|et|eit) ", "", (rolle.tittel or "").casefold())


def _oppgaver(avtale: Avtale, dag: date | None, forrige: date | None) -> Iterator[Oppgave]:
    """Give the measures that are open on `dag`.

    One whose deadline has passed is open until it has been on the meeting after: whoever is responsible says there
    whether it was done.
    """
    satsning = avtale.satsningsområder
    for område in satsning.områder if satsning else ():
        for tiltak in område.tiltak if _gjelder(område, dag) else ():
            frist = tiltak.frist.dato if tiltak.frist else None
            if frist is None or forrige is None or frist >= forrige:
                yield Oppgave(område.navn, tiltak)


def _gjelder(område: Satsningsområde, dag: date | None) -> bool:
    fra, til = område.periode or (None, None)
    return not dag or ((fra is None or fra <= dag) and (til is None or dag <= til))
