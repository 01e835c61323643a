"""A meeting in one of several kommuner, where each has a politiråd of its own by the agreement (veilederen 4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.funn.begge import Begge, likt
from avtalegen.komponering.papirer.kjente import omtalt_kommune
from avtalegen.komponering.papirer.moter import Mangel, Møtedag, planlagte, valgt
from avtalegen.modell.andre_rad import Forhold
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.deler import Rolle
from avtalegen.modell.moter import Møte


def for_kommunen(
    avtale: Avtale, bestilling: Bestilling, kommunenavn: Sequence[str], i_dag: date | None
) -> tuple[Avtale, Bestilling] | Mangel:
    """Return the agreement as it is for the kommune whose politiråd meets, and the order as it is there.

    It is the kommune that is asked for, or the host of the meeting. Without either, and where all have one politiråd,
    they are as they were. `kommunenavn` and `i_dag` are as for `samle`.
    """
    plan = planlagte(avtale)
    if not bestilling.dokument.om_et_møte or len(kommunenavn) < 2:
        if bestilling.kommune and not omtalt_kommune(bestilling.kommune, kommunenavn):
            return _ukjent(bestilling.kommune, kommunenavn)
        return avtale, bestilling
    if not _egne_råd(avtale):
        if bestilling.kommune:
            return Mangel(
                Begge(
                    f"Det er ikke noe møte bare i «{bestilling.kommune}»: "
                    "Avtalen sier ikke at hver kommune har sitt eget politiråd.",
                    f"Det er ikkje noko møte berre i «{bestilling.kommune}»: Avtalen seier ikkje at kvar kommune har "
                    "sitt eige politiråd.",
                ),
                likt("Skriv «per_kommune» under «møter», eller utelat «--kommune»."),
            )
        return avtale, bestilling
    if bestilling.kommune:
        navn = omtalt_kommune(bestilling.kommune, kommunenavn)
        if navn is None:
            return _ukjent(bestilling.kommune, kommunenavn)
    else:
        møte = valgt(plan, bestilling.møte, i_dag, holdt=bestilling.dokument is Papir.REFERAT)
        navn = omtalt_kommune(møte.vert or "", kommunenavn) if isinstance(møte, Møtedag) else None
        if navn is None:
            return avtale, bestilling
        assert isinstance(møte, Møtedag)
        bestilling = bestilling._replace(møte=møte.nummer)
    return _redusert(avtale, navn, kommunenavn), _omnummerert(bestilling, plan, navn, kommunenavn)


def _egne_råd(avtale: Avtale) -> bool:
    råd = avtale.politiråd
    møter, regionalt = (råd.møter, råd.regionalt) if råd else (None, None)
    if regionalt and regionalt.forhold:
        return bool(regionalt.forhold.value == Forhold.SUPPLERER.value)
    return bool(møter and møter.per_kommune)


def _ukjent(kommune: str, kommunenavn: Sequence[str]) -> Mangel:
    return Mangel(
        Begge(
            f"Det er ikke noe møte i «{kommune}»: Avtalen gjelder ikke den kommunen.",
            f"Det er ikkje noko møte i «{kommune}»: Avtalen gjeld ikkje den kommunen.",
        ),
        Begge(f"Kommunene er {', '.join(map(str, kommunenavn))}.", f"Kommunane er {', '.join(map(str, kommunenavn))}."),
    )


def _her(vert: str | None, navn: str, kommunenavn: Sequence[str]) -> bool:
    sted = omtalt_kommune(vert or "", kommunenavn)
    return sted is None or sted == navn


def _redusert(avtale: Avtale, navn: str, kommunenavn: Sequence[str]) -> Avtale:
    def rollene(roller: tuple[Rolle, ...]) -> tuple[Rolle, ...]:
        return tuple(rolle for rolle in roller if _her(rolle.kommune, navn, kommunenavn))

    def møtene(plan: tuple[Møte, ...]) -> tuple[Møte, ...]:
        return tuple(møte for møte in plan if _her(møte.vert, navn, kommunenavn))

    kommune = avtale.parter.kommuner[list(kommunenavn).index(navn)]
    avtale = avtale.med(parter=avtale.parter.med(kommuner=(kommune,)))
    if råd := avtale.politiråd:
        if m := råd.medlemmer:
            grupper = ("kommune", "politi", "andre", "kan_delta", "ved_behov")
            råd = råd.med(medlemmer=m.med(**{gruppe: rollene(getattr(m, gruppe)) for gruppe in grupper}))
        if råd.møter:
            råd = råd.med(møter=råd.møter.med(plan=møtene(råd.møter.plan)))
        avtale = avtale.med(politiråd=råd)
    return avtale


def _omnummerert(bestilling: Bestilling, plan: Sequence[Møtedag], navn: str, kommunenavn: Sequence[str]) -> Bestilling:
    """Return the order with the number that the meeting has among those that are left."""
    if not isinstance(bestilling.møte, int):
        return bestilling
    igjen = [m.nummer for m in plan if _her(m.vert, navn, kommunenavn)]
    # A meeting of another kommune is none of these.
    return bestilling._replace(møte=igjen.index(bestilling.møte) + 1 if bestilling.møte in igjen else 0)
