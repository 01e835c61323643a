"""The meetings of politirådet: those that are planned, which of them a paper is about, and what is on the agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from avtalegen.funn.begge import Begge
from avtalegen.komponering.papirer.frister import etter, før
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.datering import Datering, dagen, som_datering
from avtalegen.modell.klokke import Klokkeslett
from avtalegen.modell.moter import Møte, Møter
from avtalegen.modell.tid import dag_i_ord


class Møtedag(NamedTuple):
    """A meeting with what applies to it and the days that follow from it. Without `dato` it is still to be planned.

    `når` is what the plan says, also when that is only a month or words.

    `nummer` counts the meetings of the whole plan in the order of their dates, from 1; 0 is not in the plan.
    """

    nummer: int = 0
    dato: date | None = None
    klokkeslett: Klokkeslett | None = None
    slutt: Klokkeslett | None = None
    sted: str | None = None
    vert: str | None = None
    innkaller: str | None = None
    tema: tuple[str, ...] = ()
    saksfrist: date | None = None
    innkallingsfrist: date | None = None
    referatfrist: date | None = None
    når: Datering | None = None


class Mangel(NamedTuple):
    """Why there is no such meeting, and what to do."""

    melding: Begge
    råd: Begge


UTEN_RÅD = Mangel(
    Begge(
        "Avtalen sier ikke noe om et politiråd, og da er det ingen møter å lage dette papiret om.",
        "Avtalen seier ikkje noko om eit politiråd, og då er det ingen møte å lage dette papiret om.",
    ),
    Begge(
        "Skriv om rådet under «politiråd», for eksempel «politiråd: {møter: 4}», og lag papiret på nytt.",
        "Skriv om rådet under «politiråd», til dømes «politiråd: {møter: 4}», og lag papiret på nytt.",
    ),
)


class Sak(NamedTuple):
    """An item of the agenda. `slag` is «sak» with a `tekst`, or one that every meeting has (`_FASTE`)."""

    slag: str
    tekst: str = ""


def _rekkefølge(møte: Møte) -> tuple[Any, ...]:
    """Return what meetings are put in order by: the day, the hour; last those of which nothing is known."""
    når = som_datering(møte.dato)
    return når.fra == date.min, når[:2], (møte.klokkeslett or (0, 0))[:2]


def planlagte(avtale: Avtale) -> tuple[Møtedag, ...]:
    """Return the meetings of the plan in the order of their dates."""
    møter = _møter(avtale)
    plan = sorted(møter.plan, key=_rekkefølge) if møter else ()
    return tuple(
        med_frister(
            Møtedag(
                nummer,
                dagen(m.dato),
                m.klokkeslett,
                m.slutt,
                m.sted,
                m.vert,
                m.innkaller,
                m.tema,
                når=som_datering(m.dato),
            ),
            avtale,
        )
        for nummer, m in enumerate(plan, 1)
    )


def med_frister(møte: Møtedag, avtale: Avtale) -> Møtedag:
    """Return a meeting with what applies to all of them, and its deadlines."""
    møter, råd, dag = _møter(avtale), avtale.politiråd, møte.dato
    if not møter:
        return møte
    møte = møte._replace(sted=møte.sted or møter.sted, innkaller=møte.innkaller or møter.innkaller)
    if not dag:
        return møte
    return møte._replace(
        saksfrist=før(dag, møter.saksfrist),
        innkallingsfrist=før(dag, møter.innkallingsfrist),
        referatfrist=etter(dag, råd.referat.frist if råd and råd.referat else None),
    )


def valgt(plan: Sequence[Møtedag], møte: int | date | None, i_dag: date | None, *, holdt: bool) -> Møtedag | Mangel:
    """Return the meeting that is asked for by its number or its date.

    Without either it is the next one from `i_dag` on, or with `holdt` the last one by then; without a day the first
    or the last one. Without a plan the date alone makes a meeting, and so does nothing at all.
    """
    if isinstance(møte, int):
        if 0 < møte <= len(plan):
            return plan[møte - 1]
        return _finnes_ikke(Begge(f"Det er ikke noe møte nummer {møte}", f"Det er ikkje noko møte nummer {møte}"), plan)
    if møte is not None and plan:
        treff = [m for m in plan if m.dato == møte]
        if len(treff) == 1:
            return treff[0]
        if treff:
            return Mangel(
                Begge(f"Det er {len(treff)} møter {dag_i_ord(møte)}.", f"Det er {len(treff)} møte {dag_i_ord(møte)}."),
                Begge(
                    f"Velg nummeret med «--møte». Møtene er {_vist(treff)}.",
                    f"Vel nummeret med «--møte». Møta er {_vist(treff)}.",
                ),
            )
        return _finnes_ikke(
            Begge(f"Det er ikke noe møte {dag_i_ord(møte)}", f"Det er ikkje noko møte {dag_i_ord(møte)}"), plan
        )
    if møte is not None or not plan:
        return Møtedag(dato=møte)
    if holdt:
        før_nå = [m for m in plan if i_dag is None or (m.dato and m.dato <= i_dag)]
        if før_nå:
            return før_nå[-1]
        return _finnes_ikke(
            Begge("Ingen av møtene i møteplanen er holdt ennå", "Ingen av møta i møteplanen er haldne enno"), plan
        )
    igjen = [m for m in plan if i_dag is None or (m.dato and m.dato >= i_dag)]
    if igjen:
        return igjen[0]
    return _finnes_ikke(Begge("Alle møtene i møteplanen er holdt", "Alle møta i møteplanen er haldne"), plan)


_FLEST_VIST = 24
"""Meetings in a message; more are not read."""


def _finnes_ikke(hva: Begge, plan: Sequence[Møtedag]) -> Mangel:
    if not plan:
        return Mangel(
            Begge(f"{hva}: Avtalen har ingen møteplan.", f"{hva.nn}: Avtalen har ingen møteplan."),
            Begge(
                "Velg møtet med dato, eller sett opp «plan» under «møter».",
                "Vel møtet med dato, eller set opp «plan» under «møter».",
            ),
        )
    råd = Begge(
        "Velg nummer eller dato med «--møte», eller legg møtet til i planen.",
        "Vel nummer eller dato med «--møte», eller legg møtet til i planen.",
    )
    return Mangel(
        Begge(f"{hva}.", f"{hva.nn}."), Begge(f"{råd} Møtene er {_vist(plan)}.", f"{råd.nn} Møta er {_vist(plan)}.")
    )


def _vist(møter: Sequence[Møtedag]) -> str:
    alle = [f"{m.nummer}: {dag_i_ord(m.dato)}" for m in møter if m.dato]
    return ", ".join(alle[:_FLEST_VIST]) + (" …" if len(alle) > _FLEST_VIST else "")


def året(plan: Sequence[Møtedag], i_dag: date | None) -> int | None:
    """Return the year to show the plan for: that of `i_dag` if it has meetings, otherwise the next one that has.

    With none to come it is that of `i_dag`, whose meetings are still to be planned.
    """
    årene = sorted({m.dato.year for m in plan if m.dato and (i_dag is None or m.dato.year >= i_dag.year)})
    if årene:
        return årene[0]
    return i_dag.year if i_dag else None


_LINJER, _FLEST_LINJER = 4, 20
"""Meetings to plan: when nobody has said how many there are, and as many as a page has room for."""


def uplanlagte(avtale: Avtale, kommunenavn: Sequence[str]) -> tuple[Møtedag, ...]:
    """Return as many meetings without a date as the agreement has in a year, each with its host where that is known."""
    møter = _møter(avtale)
    if møter and møter.per_kommune:
        hver = møter.per_kommune.høyst or møter.per_kommune.antall or 1
        dager = [Møtedag(vert=navn) for navn in kommunenavn for _ in range(min(hver, _FLEST_LINJER))]
        if felles := møter.felles:
            dager += [Møtedag(vert=felles.forum)] * min(felles.antall.høyst or felles.antall.antall, _FLEST_LINJER)
        return tuple(dager[:_FLEST_LINJER])
    antall = None
    if møter and møter.per_år:
        antall = møter.per_år.høyst or møter.per_år.antall
    elif møter and møter.hyppighet:
        antall = møter.hyppighet.per_år
    return (Møtedag(),) * min(antall or _LINJER, _FLEST_LINJER)


# What every meeting begins and ends with, and how people write it when they have it among their own items.
_FØR = r"(?:forrige|førre|siste) møte"
_FASTE = {
    "innkalling": r"godkjenn\w* .*innkalling|^innkalling(?:en)?(?: og (?:dagsorden|saksliste|sakliste))?$",
    "referat": rf"godkjenn\w* .*referat|referat\w* fr[aå] {_FØR}|^referat(?:et)?$",
    "oppgaver": rf"\b(?:oppg|oppfølg|tiltak|vedtak|saker).* {_FØR}",
    "eventuelt": r"^(?:eventuelt|ymse)\W*$",
}


def dagsorden(avtale: Avtale, møte: Møtedag) -> tuple[Sak, ...]:
    """Return the agenda: what every meeting has, the items that the agreement and the plan name, and the rest.

    What the agreement names itself is not said twice, and «eventuelt» is last however they have placed it. Without
    any item of their own there is one to fill in.
    """
    møter = _møter(avtale)
    saker = (*(møter.faste_saker if møter else ()), *møte.tema)
    mangler = [slag for slag in _FASTE if not any(_er(slag, sak) for sak in saker)]
    sist = [sak for sak in saker if _er("eventuelt", sak)]
    return tuple(_saker([sak for sak in saker if sak not in sist], sist[:1], mangler))


def _er(slag: str, sak: str) -> bool:
    return bool(re.search(_FASTE[slag], sak.casefold()))


def _saker(egne: Sequence[str], sist: Sequence[str], mangler: Sequence[str]) -> Iterator[Sak]:
    yield from (Sak(slag) for slag in mangler if slag != "eventuelt")
    yield from (Sak("sak", tekst) for tekst in egne)
    if not egne:
        yield Sak("fyll-inn")
    yield from (Sak("sak", tekst) for tekst in sist)
    if "eventuelt" in mangler:
        yield Sak("eventuelt")


def _møter(avtale: Avtale) -> Møter | None:
    return avtale.politiråd.møter if avtale.politiråd else None
