"""Det som skulle skje en gang, og fristene rundt et møte."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.modell.former import Status
from avtalegen.modell.tid import Tidspunkt, dag_i_ord
from avtalegen.modell.varighet import Varighet, flyttet
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.gyldighet import er_utløpt


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
    saker, innkalling = _dager(k, møter.saksfrist), _dager(k, møter.innkallingsfrist)
    if saker is not None and innkalling is not None and saker < innkalling:
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


def _dager(k: Kontekst, før: Varighet) -> int | None:
    """Return how many days it is, weekends counted too; None for what can't be counted («i god tid»)."""
    if før.virkedager:
        return før.antall // 5 * 7 + før.antall % 5
    dag = flyttet(k.valg.i_dag, før, -1)
    return (k.valg.i_dag - dag).days if dag else None
