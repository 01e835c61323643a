"""What the papers of politirådet need besides the agreement: which meeting, the deadlines, who takes part, what to do.

From an `Avtale` and what is asked for to what the templates see as `papir`. Nothing here is text for a document, and
today's date only decides which meeting or which year a paper is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.komponering.papirer.moter import (
    UTEN_RÅD,
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
from avtalegen.komponering.papirer.personer import Deltaker, Personer
from avtalegen.komponering.papirer.signerer import Signerer, de_som_signerer
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.datering import dagen
from avtalegen.modell.deler import Punkt, Rolle
from avtalegen.modell.former import Målform
from avtalegen.modell.oppgaver import Oppgave as Møteoppgave
from avtalegen.modell.satsning import Satsningsområde
from avtalegen.modell.ufylt import er_ufylt

__all__ = [
    "PAPIRFEIL",
    "Deltaker",
    "Endret",
    "Endringsavsnitt",
    "Endringspunkt",
    "Mangel",
    "Oppgave",
    "Papirdata",
    "samle",
]

PAPIRFEIL = {"PAP001": "møtet-finnes-ikke"}
"""Code and name of the findings about the meeting that a paper is to be about."""


class Oppgave(NamedTuple):
    """A measure, and the name of the focus area that it belongs to."""

    område: str
    tiltak: Punkt


class Endringspunkt(NamedTuple):
    """A sentence about what has changed, and those that stand under it."""

    tekst: str
    under: tuple[Endringspunkt, ...] = ()


class Endringsavsnitt(NamedTuple):
    """A part of the agreement, and what has changed in it since the earlier one."""

    tittel: str
    punkter: tuple[Endringspunkt, ...]


Endret = Callable[[Målform], tuple[Endringsavsnitt, ...]]
"""What has changed since the earlier agreement, in the words of a målform."""


class Papirdata(NamedTuple):
    """What the templates see as `papir`.

    `møte` is the meeting that the paper is about, `forrige` and `neste` the planned ones beside it. `møter` are those
    of `år`; they are `planlagt`, or to be filled in. `oppgaver` are the measures that are open at the meeting,
    `møteoppgaver` the tasks from earlier meetings that are.
    `tid` is one of `møter` when all begin and end at the same time, otherwise None. `kontakt` is who to turn to.
    `uavklarte` are the offices of politirådet whose holder isn't known, with the role.
    `møteleder`, `referent` and `innkaller` have the name that the agreement gives them somewhere, or none; `innkaller`
    is None where it says that an organisation calls the meeting. `signerer` are those who sign the agreement.
    `endringer` is what has changed since the earlier agreement, by part; None when that isn't known.
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
    kan_delta: tuple[Deltaker, ...]
    uavklarte: tuple[tuple[str, Rolle], ...]
    møteleder: Rolle | None
    referent: Rolle | None
    innkaller: Rolle | None
    oppgaver: tuple[Oppgave, ...]
    møteoppgaver: tuple[Møteoppgave, ...]
    kontakt: Rolle | None
    signerer: tuple[Signerer, ...]
    gjelder: str
    endringer: tuple[Endringsavsnitt, ...] | None = None


def uten_råd(avtale: Avtale, bestilling: Bestilling) -> Mangel | None:
    """Return that there is no politiråd to make the paper about, if so it is."""
    return UTEN_RÅD if bestilling.dokument.om_rådet and avtale.politiråd is None else None


def samle(
    avtale: Avtale, bestilling: Bestilling, kommunenavn: Sequence[str], i_dag: date | None, distrikt: str = ""
) -> Papirdata | Mangel:
    """Return what the paper that is asked for needs, or why there is no such meeting.

    `kommunenavn` and `distrikt` are what the parties are called in the document.
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
    møter = tuple(m for m in plan if m.når and (år is None or m.når.fra.year <= år <= m.når.til.year))
    råd = avtale.politiråd
    personer = Personer(avtale, kommunenavn)
    return Papirdata(
        møte=møte,
        forrige=forrige[-1] if forrige else None,
        neste=neste[0] if neste else None,
        dagsorden=dagsorden(avtale, møte),
        år=år,
        møter=møter or uplanlagte(avtale, kommunenavn),
        planlagt=bool(møter),
        tid=møter[0] if len({(m.klokkeslett, m.slutt) for m in møter}) == 1 and møter[0].klokkeslett else None,
        deltakere=personer.faste,
        kan_delta=personer.kan_delta(),
        uavklarte=personer.uavklarte(),
        møteleder=personer.den(råd.leder) if råd else None,
        referent=personer.den(råd.sekretær) if råd else None,
        innkaller=personer.innkaller(møte.innkaller),
        oppgaver=tuple(_oppgaver(avtale, møte.dato, forrige[-1].dato if forrige else None)),
        møteoppgaver=tuple(_fra_møtene(avtale, møte.dato)),
        kontakt=personer.den(råd.sekretær or råd.tilrettelegger) if råd else None,
        signerer=tuple(de_som_signerer(avtale, personer, kommunenavn, distrikt)),
        gjelder=_gjelder_hva(bestilling.dokument, møte, plan, år),
    )


def _gjelder_hva(papir: Papir, møte: Møtedag, plan: Sequence[Møtedag], år: int | None) -> str:
    if papir is Papir.MØTEPLAN:
        return str(år or "")
    if møte.dato is None:
        return ""
    samme_dag = sum(m.dato == møte.dato for m in plan) > 1
    return f"{møte.dato.isoformat()}-{møte.nummer}" if samme_dag else møte.dato.isoformat()


def _oppgaver(avtale: Avtale, dag: date | None, forrige: date | None) -> Iterator[Oppgave]:
    """Give the measures that are open on `dag`: one that is marked as ended isn't.

    One whose deadline has passed is open until it has been on the meeting after: whoever is responsible says there
    whether it was done.
    """
    satsning = avtale.satsningsområder
    for område in satsning.områder if satsning else ():
        for tiltak in område.tiltak if _gjelder(område, dag) else ():
            if tiltak.avsluttet or er_ufylt(tiltak.hva):
                continue
            frist = tiltak.frist.dato if tiltak.frist else None
            if frist is None or forrige is None or frist >= forrige:
                yield Oppgave(område.navn, tiltak)


def _fra_møtene(avtale: Avtale, dag: date | None) -> Iterator[Møteoppgave]:
    """Give the tasks from earlier meetings than the one on `dag` that are still to be done; without a day, all."""
    for oppgave in avtale.oppgaver:
        møte = dagen(oppgave.fra_møte)
        if oppgave.åpen and not er_ufylt(oppgave.hva) and (dag is None or møte is None or møte < dag):
            yield oppgave


def _gjelder(område: Satsningsområde, dag: date | None) -> bool:
    fra, til = (område.periode.fra, område.periode.til) if område.periode else (None, None)
    return not dag or ((fra is None or fra <= dag) and (til is None or dag <= til))
