"""Kommuner som slås sammen mens avtalen gjelder."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.modell.former import Status
from avtalegen.modell.senere import senere
from avtalegen.modell.tid import dag_i_ord
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.gyldighet import siste_gyldige_dag
from avtalegen.regler.omtale import er_nevnt

_SAMMENSLÅING = senere(
    r"\bslå\w*\s+(?:seg\s+)?sam(?:men|an)\b|sam(?:men|an)slå|\bnye? kommun(?:en?|er|ar|estruktur)\b|\bgrensejuster"
)


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
    if not gruppe:
        return
    (første, _, opphør), *andre = gruppe
    if _sammenslåingen_er_nevnt(k, opphør.ny):
        return
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


def _sammenslåingen_er_nevnt(k: Kontekst, ny: str) -> bool:
    """Tell whether the agreement speaks of a new kommune. Its name alone may be that of a region or a police unit."""
    return any(_SAMMENSLÅING.search(tekst) for _, tekst in k.foldet) or er_nevnt(k, f"{ny.casefold()} kommune")
