"""Perioder som slutter før de begynner, og møteplanen mot perioden, kalenderen og antallet møter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.funn.ordlyd import antall
from avtalegen.modell.datering import dagen
from avtalegen.modell.klokke import Klokkeslett, Ukedag
from avtalegen.modell.moter import Møte, Møter
from avtalegen.modell.tid import Tidsrom, dag_i_ord, siste_dag
from avtalegen.register.helligdager import fridag
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.gyldighet import er_utløpt, første_gyldige_dag, siste_gyldige_dag

_PLAN: Rute = ("politiråd", "møter", "plan")


@regel("DAT101", "slutt-før-start", Severity.FEIL, bygger_på=())
def slutt_før_start(k: Kontekst) -> Iterator[Funn]:
    """En periode eller et møte slutter før det begynner.

    Hvorfor: En avtale med en slik periode gjelder aldri. Oftest er to tall byttet om.

    Rett opp: Rett den første eller den siste datoen.

    Feil:
        periode: { fra: 1.1.2027, til: 31.12.2026 }

    Riktig:
        periode: { fra: 1.1.2026, til: 31.12.2027 }
    """
    for rute, hva, (fra, til, _) in _tidsrom(k):
        if fra and til and til < fra:
            yield Funn(
                rute,
                Begge(
                    f"{hva} slutter {dag_i_ord(til)}, før startdatoen {dag_i_ord(fra)}.",
                    f"{hva.nn} sluttar {dag_i_ord(til)}, før startdatoen {dag_i_ord(fra)}.",
                ),
                Begge("Rett en av datoene.", "Rett ein av datoane."),
            )
    for rute, hva, start, slutt in _klokkeslett(k):
        if start and slutt and slutt[:2] < start[:2]:
            tider = Begge(
                f"kl. {_klokke(slutt)}, før det begynner kl. {_klokke(start)}",
                f"kl. {_klokke(slutt)}, før det byrjar kl. {_klokke(start)}",
            )
            yield Funn(
                rute,
                Begge(f"{hva} slutter {tider}.", f"{hva.nn} sluttar {tider.nn}."),
                Begge("Rett et av klokkeslettene.", "Rett eitt av klokkesletta."),
            )


def _klokke(tid: Klokkeslett) -> str:
    return f"{tid.time:02}.{tid.minutt:02}"


def _tidsrom(k: Kontekst) -> Iterator[tuple[Rute, Begge, Tidsrom]]:
    """Yield every period in the agreement with its place and what it is called."""
    avtale = k.avtale
    if avtale.periode:
        yield ("periode", "til"), likt("Avtalen"), Tidsrom(avtale.periode.fra, avtale.periode.til)
    if (satsning := avtale.satsningsområder) and satsning.periode:
        yield (
            ("satsningsområder", "periode"),
            Begge("Perioden for satsningsområdene", "Perioden for satsingsområda"),
            satsning.periode,
        )
    for i, område in enumerate(satsning.områder if satsning else ()):
        if område.periode:
            yield (
                ("satsningsområder", "områder", i, "periode"),
                Begge("Satsningsområdet", "Satsingsområdet"),
                område.periode,
            )
    for i, ressurs in enumerate(avtale.forpliktelser.ressurser if avtale.forpliktelser else ()):
        if ressurs.periode:
            yield (
                ("forpliktelser", "ressurser", i, "periode"),
                likt("Perioden for ressursen"),
                ressurs.periode,
            )
    for i, sted in enumerate(avtale.tjenestetilbud.tjenestesteder if avtale.tjenestetilbud else ()):
        for j, stengt in enumerate(sted.stengt):
            if stengt.periode:
                yield (
                    ("tjenestetilbud", "tjenestesteder", i, "stengt", j, "periode"),
                    Begge("Stengingen", "Stenginga"),
                    stengt.periode,
                )


def _klokkeslett(k: Kontekst) -> Iterator[tuple[Rute, Begge, Klokkeslett | None, Klokkeslett | None]]:
    """Yield the hours of meetings and of the politikontakt's presence, with the place of the later one."""
    for i, møte in enumerate(_plan(k)):
        yield (*_PLAN, i, "slutt"), likt("Møtet"), møte.klokkeslett, møte.slutt
    for i, kontakt in enumerate(k.avtale.politikontakt):
        for j, t in enumerate(kontakt.tilstedeværelse):
            yield ("politikontakt", i, "tilstedeværelse", j, "til"), likt("Besøket"), t.fra, t.til


@regel("DAT102", "møte-utenfor-perioden", Severity.ADVARSEL)
def møte_utenfor_perioden(k: Kontekst) -> Iterator[Funn]:
    """Møter i møteplanen er før avtalen begynner å gjelde, eller etter at den går ut.

    Er avtalen alt gått ut, er det DAT105 som sier det.

    Hvorfor: Møteplanen er trolig fra en annen periode, eller datoen er feil.

    Rett opp: Rett datoen, eller flytt møtet til planen for perioden det hører til.

    Feil:
        periode: 2026–2027
        politiråd:
          møter: { per_år: 2, plan: [2025-11-19, 2026-03-18] }

    Riktig:
        periode: 2026–2027
        politiråd:
          møter: { per_år: 2, plan: [2026-03-18, 2026-11-18] }
    """
    periode = k.avtale.periode
    fra, slutt = periode.fra if periode else None, siste_gyldige_dag(k)
    if fra and slutt and slutt < fra:
        return  # DAT101 says it.
    møter = [((*_PLAN, i, "dato"), dato) for i, møte in enumerate(_plan(k)) if (dato := dagen(møte.dato))]
    for grense, utenfor, hva in (
        (
            fra,
            [m for m in møter if fra and m[1] < fra],
            Begge("før avtalen begynner å gjelde", "før avtalen byrjar å gjelde"),
        ),
        (
            slutt,
            [m for m in møter if slutt and m[1] > slutt and not er_utløpt(k)],
            likt("etter at avtalen går ut"),
        ),
    ):
        if grense and utenfor:
            (rute, dato), *andre = utenfor
            hvilke = (
                Begge(f"{len(utenfor)} møter er", f"{len(utenfor)} møte er")
                if andre
                else likt(f"Møtet {dag_i_ord(dato)} er")
            )
            yield Funn(
                rute,
                Begge(f"{hvilke} {hva} {dag_i_ord(grense)}.", f"{hvilke.nn} {hva.nn} {dag_i_ord(grense)}."),
                Begge(
                    "Rett datoen, eller flytt møtet til planen for perioden det hører til.",
                    "Rett datoen, eller flytt møtet til planen for perioden det høyrer til.",
                ),
                tuple((sted, likt("Dette møtet også.")) for sted, _ in andre),
            )


def _plan(k: Kontekst) -> tuple[Møte, ...]:
    råd = k.avtale.politiråd
    return råd.møter.plan if råd and råd.møter else ()


_HELG = {Ukedag.LØRDAG: Begge("en lørdag", "ein laurdag"), Ukedag.SØNDAG: Begge("en søndag", "ein søndag")}


@regel("DAT103", "møte-på-helg-eller-helligdag", Severity.RÅD, bygger_på=())
def møte_på_helg_eller_helligdag(k: Kontekst) -> Iterator[Funn]:
    """Et møte i møteplanen er på en lørdag, en søndag eller en offentlig fridag.

    Hvorfor: Da møter som regel ingen, og datoen er trolig feil.

    Rett opp: Rett datoen.

    Feil:
        politiråd:
          møter: { per_år: 2, plan: [2026-05-14, 2026-11-18] }

    Riktig:
        politiråd:
          møter: { per_år: 2, plan: [2026-05-13, 2026-11-18] }
    """
    for i, møte in enumerate(_plan(k)):
        dato = dagen(møte.dato)
        if dato is None:
            continue
        ukedag = Ukedag(dato.isoweekday())
        fri = _HELG.get(ukedag) or fridag(dato)
        if fri:
            yield Funn(
                (*_PLAN, i, "dato"),
                Begge(f"Møtet {dag_i_ord(dato)} er på {fri}.", f"Møtet {dag_i_ord(dato)} er på {fri.nn}."),
                likt("Rett datoen."),
            )


@regel("DAT104", "møteplan-dekker-ikke-antallet", Severity.ADVARSEL)
def møteplan_dekker_ikke_antallet(k: Kontekst) -> Iterator[Funn]:
    """Møteplanen har færre møter i et år enn avtalen lover.

    Hvorfor: Møter som ikke står i planen, blir lett ikke holdt. Er tallet for høyt, bør avtalen si det som det er.

    Rett opp: Sett opp møtene som mangler, eller endre antallet.

    Feil:
        politiråd:
          møter: { per_år: 4, plan: [2026-03-18, 2026-11-18] }

    Riktig:
        politiråd:
          møter: { per_år: 2, plan: [2026-03-18, 2026-11-18] }
    """
    råd = k.avtale.politiråd
    if not råd or not råd.møter or not råd.møter.plan or not (lovet := _lovet(k, råd.møter)):
        return
    nøkkel, per_år = lovet
    datoer = sorted(dato for møte in råd.møter.plan if (dato := dagen(møte.dato)))
    if len(datoer) < len(råd.møter.plan):
        return  # a meeting in «september» counts too, whatever year it is planned for
    for år in sorted({d.year for d in datoer}):
        første, siste = _dekket(k, år, datoer)
        har = bisect_right(datoer, siste) - bisect_left(datoer, første)
        dager = (siste - første).days + 1
        krav = per_år if dager >= 365 else per_år * dager // 366
        if har < krav:
            hva = Begge(
                f"Møteplanen har {antall(har, 'møte', 'møter')}", f"Møteplanen har {antall(har, 'møte', 'møte')}"
            )
            yield Funn(
                _PLAN,
                Begge(
                    f"{hva} i {år}, men avtalen lover {per_år} i året.",
                    f"{hva.nn} i {år}, men avtalen lovar {per_år} i året.",
                )
                if dager >= 365
                else Begge(
                    f"{hva} fra {dag_i_ord(første)} til {dag_i_ord(siste)}, mot minst {krav} med {per_år} i året.",
                    f"{hva.nn} frå {dag_i_ord(første)} til {dag_i_ord(siste)}, mot minst {krav} med {per_år} i året.",
                ),
                Begge(
                    "Sett opp møtene som mangler, eller endre antallet.",
                    "Set opp møta som manglar, eller endre talet på møte.",
                ),
                ((("politiråd", "møter", nøkkel), Begge("Her står antallet.", "Her står talet på møte.")),),
                nøkkel=True,
            )


def _lovet(k: Kontekst, møter: Møter) -> tuple[str, int] | None:
    """Return the key that says how many meetings there are in a year, and the number; None when it isn't said."""
    if møter.per_år:
        return "per_år", møter.per_år.antall
    if møter.per_kommune:
        felles = møter.felles.antall.antall if møter.felles else 0
        return "per_kommune", møter.per_kommune.antall * len(k.kommuner) + felles
    if møter.hyppighet and not møter.gjelder and (per_år := møter.hyppighet.per_år):
        return "hyppighet", per_år
    return None


def _dekket(k: Kontekst, år: int, datoer: list[date]) -> tuple[date, date]:
    """Return the part of a year that the plan is for.

    Within the year it is limited by the agreement's first and last day. A plan that goes on into another year, as one
    for a school year does, is taken to begin and end with the months of its first and last meeting.
    """
    fra, til = date(år, 1, 1), date(år, 12, 31)
    if datoer[0].year != datoer[-1].year:
        fra = max(fra, datoer[0].replace(day=1))
        til = min(til, siste_dag(datoer[-1].year, datoer[-1].month))
    fra = max(fra, første_gyldige_dag(k) or fra)
    til = min(til, siste_gyldige_dag(k) or til)
    return fra, til
