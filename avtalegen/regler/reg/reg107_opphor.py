"""Kommuner som slås sammen mens avtalen gjelder."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.modell.former import Status
from avtalegen.modell.tid import dag_i_ord
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.gyldighet import siste_gyldige_dag
from avtalegen.regler.omtale import er_nevnt

_SAMMENSLÅING = ("slås sammen", "slår seg sammen", "slår seg saman", "slåtte sammen", "slått sammen", "sammenslå")
_MER_SAMMENSLÅING = ("samanslå", "slåast saman", "slått saman", "ny kommune", "nye kommunen", "grensejuster")


@regel("REG107", "kommunen-opphører", Severity.RÅD, "registeret")
def kommunen_opphører(k: Kontekst) -> Iterator[Funn]:
    """Avtalen varer lenger enn kommunen, som skal inn i en ny kommune, og sier ikke hva som skjer da.

    Hvorfor: Når en kommune går inn i en ny, er det den nye som har politirådet, ordføreren og vedtakene. Partene bør
    vite om avtalen føres videre eller må inngås på nytt.

    Rett opp: La avtalen gå ut når kommunen gjør det, eller skriv at den nye kommunen overtar avtalen, og når den skal
    tas opp til ny behandling.

    Feil:
        periode: 2026–2029
        parter: {kommuner: "1860", politi: Nordland politidistrikt}

    Riktig:
        periode: 2026–2027
        parter: {kommuner: "1860", politi: Nordland politidistrikt}
    """
    slutt, periode = siste_gyldige_dag(k), k.avtale.periode
    if k.avtale.avtale.status is Status.OPPHEVET or not (slutt or (periode and periode.løpende)):
        return
    gruppe = [
        (("parter", "kommuner", i), kjent, kjent.opphører)
        for i, kjent in enumerate(k.kommuner)
        if kjent and kjent.opphører and not (slutt and slutt < kjent.opphører.dato)
    ]
    if not gruppe or er_nevnt(k, *_SAMMENSLÅING, *_MER_SAMMENSLÅING) or _ny_part_er_nevnt(k, gruppe[0][2].ny):
        return
    (første, _, opphør), *andre = gruppe
    navn = liste(kjent.navn for _, kjent, _ in gruppe)
    yield Funn(
        første,
        Begge(
            f"{navn} blir en del av {opphør.ny} kommune {dag_i_ord(opphør.dato)}, og avtalen gjelder også etter det.",
            f"{navn} blir ein del av {opphør.ny} kommune {dag_i_ord(opphør.dato)}, og avtalen gjeld også etter det.",
        ),
        Begge(
            f"La avtalen gå ut før det, eller skriv under «periode.tekst» at {opphør.ny} kommune overtar den.",
            f"La avtalen gå ut før det, eller skriv under «periode.tekst» at {opphør.ny} kommune overtek han.",
        ),
        tuple((rute, likt(f"{kjent.navn} er også med.")) for rute, kjent, _ in andre),
    )


def _ny_part_er_nevnt(k: Kontekst, navn: str) -> bool:
    """Tell whether the agreement names the new kommune. The name alone may be that of a region or a police unit."""
    return er_nevnt(k, f"{navn.casefold()} kommune")
