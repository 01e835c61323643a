"""Det som skulle skje en gang, og fristene rundt et møte."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.modell.former import Status
from avtalegen.modell.tid import Tidspunkt, dag_i_ord
from avtalegen.modell.varighet import Varighet, flyttet
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.gyldighet import er_utløpt

_ETTER_KORTE_OG_LANGE = (date(2027, 3, 1), date(2027, 9, 1))
"""Days after short months, and after long ones."""


@regel("DAT112", "neste-gang-er-passert", Severity.RÅD)
def neste_gang_er_passert(k: Kontekst) -> Iterator[Funn]:
    """Tiden for neste evaluering, revisjon eller øvelse er passert, og avtalen gjelder fortsatt.

    Hvorfor: Enten er det ikke gjort, eller så vet ingen når det skal skje neste gang.

    Rett opp: Gjør det, og skriv når neste gang er.

    Feil:
        # i_dag: 2026-11-20
        evaluering: { hyppighet: årlig, neste: oktober 2026 }

    Riktig:
        # i_dag: 2026-11-20
        evaluering: { hyppighet: årlig, neste: oktober 2027 }
    """
    if k.avtale.avtale.status is Status.OPPHEVET or er_utløpt(k):
        return
    for rute, tid, hva in _neste(k):
        if tid and tid.dato and tid.dato < k.valg.i_dag:
            yield Funn(
                rute,
                Begge(
                    f"Tiden for neste {hva} gikk ut {dag_i_ord(tid.dato)}.",
                    f"Tida for neste {hva.nn} gjekk ut {dag_i_ord(tid.dato)}.",
                ),
                Begge(f"Skriv når neste {hva} er.", f"Skriv når neste {hva.nn} er."),
            )


def _neste(k: Kontekst) -> Iterator[tuple[Rute, Tidspunkt | None, Begge]]:
    """Give each thing that is to happen again: the way to when, the time itself, and what it is."""
    if evaluering := k.avtale.evaluering:
        yield ("evaluering", "neste"), evaluering.neste, likt("evaluering")
    if (periode := k.avtale.periode) and periode.revisjon:
        yield ("periode", "revisjon", "neste"), periode.revisjon.neste, likt("revisjon")
    if beredskap := k.avtale.beredskap:
        for nr, øvelse in enumerate(beredskap.øvelser):
            yield ("beredskap", "øvelser", nr, "neste"), øvelse.neste, Begge("øvelse", "øving")


@regel("DAT113", "saker-meldes-etter-innkallingen", Severity.RÅD)
def saker_meldes_etter_innkallingen(k: Kontekst) -> Iterator[Funn]:
    """Fristen for å melde saker til politirådet er etter at innkallingen og dagsordenen er sendt.

    Hvorfor: En sak som meldes etter det, står ikke på dagsordenen, og ingen har fått forberede den.

    Rett opp: La fristen for saker være før innkallingen sendes.

    Feil:
        politiråd:
          møter: { per_år: 4, innkallingsfrist: tre uker, saksfrist: to uker }

    Riktig:
        politiråd:
          møter: { per_år: 4, innkallingsfrist: to uker, saksfrist: tre uker }
    """
    møter = k.avtale.politiråd.møter if k.avtale.politiråd else None
    if not møter or not møter.saksfrist or not møter.innkallingsfrist:
        return
    if _kortere(møter.saksfrist, møter.innkallingsfrist):
        yield Funn(
            ("politiråd", "møter", "saksfrist"),
            Begge(
                "Saker kan meldes etter at innkallingen er sendt.",
                "Saker kan meldast etter at innkallinga er send.",
            ),
            Begge(
                "La fristen for å melde saker være før innkallingen sendes.",
                "La fristen for å melde saker vere før innkallinga blir send.",
            ),
            ((("politiråd", "møter", "innkallingsfrist"), Begge("Her er innkallingen.", "Her er innkallinga.")),),
        )


def _kortere(en: Varighet, annen: Varighet) -> bool:
    """Tell whether one is shorter than another, whenever the meeting is; never of what can't be counted."""
    if not en.ord and (en.enhet, en.virkedager) == (annen.enhet, annen.virkedager):
        return en.antall < annen.antall
    flest, færrest = max(_dager(en), default=0), min(_dager(annen), default=0)
    return 0 < flest < færrest


def _dager(før: Varighet) -> list[int]:
    """Return the fewest and the most days that it may be, by the months and the weekends in it."""
    if før.virkedager:
        uker, dager = divmod(før.antall, 5)
        return [uker * 7 + dager, uker * 7 + dager + (2 if dager else 0)]
    return [(møte - dag).days for møte in _ETTER_KORTE_OG_LANGE if (dag := flyttet(møte, før, -1))]
