"""Oppgavene fra møtene i politirådet, og fristene deres."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.former import Status
from avtalegen.modell.tid import dag_i_ord
from avtalegen.regler.base import Funn, Kontekst, regel


@regel("DAT111", "oppgave-over-fristen", Severity.ADVARSEL)
def oppgave_over_fristen(k: Kontekst) -> Iterator[Funn]:
    """Fristen for en oppgave fra et møte er passert, og oppgaven er ikke meldt ferdig.

    Hvorfor: Referatet skal vise hvem som gjør hva innen når. Følger ingen opp, blir det ikke noe av det rådet bestemte.

    Rett opp: Er den gjort, skriver du «status: ferdig». Ellers avtaler dere en ny frist, eller «status: falt bort».

    Feil:
        # i_dag: 2026-11-20
        oppgaver:
          - { hva: Kartlegge belysningen, frist: 1.10.2026 }

    Riktig:
        # i_dag: 2026-11-20
        oppgaver:
          - { hva: Kartlegge belysningen, frist: 1.10.2026, status: ferdig }
    """
    if k.avtale.avtale.status is Status.OPPHEVET:
        return
    for nr, oppgave in enumerate(k.avtale.oppgaver):
        frist = oppgave.frist.dato if oppgave.frist else None
        if frist and frist < k.valg.i_dag and oppgave.åpen:
            yield Funn(
                ("oppgaver", nr, "frist"),
                Begge(
                    f"Fristen for oppgaven gikk ut {dag_i_ord(frist)}.",
                    f"Fristen for oppgåva gjekk ut {dag_i_ord(frist)}.",
                ),
                Begge(
                    "Skriv «status: ferdig» når den er gjort, ellers en ny frist eller «status: falt bort».",
                    "Skriv «status: ferdig» når ho er gjord, elles ein ny frist eller «status: falt bort».",
                ),
            )
