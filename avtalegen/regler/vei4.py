"""Politirådet: oppgaver og møter (veilederen kapittel 4)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.diagnostic import Severity
from avtalegen.regler.base import Funn, Kontekst, regel


@regel("VEI423", "mangler-kunnskapsgrunnlag", Severity.RÅD, "veilederen 4.1.5")
def mangler_kunnskapsgrunnlag(k: Kontekst) -> Iterator[Funn]:
    """Politirådet ber ingen om et felles kunnskapsgrunnlag.

    Hvorfor: Politiet ser bare en del av bildet. Veilederen råder politirådet til å be om kunnskap fra både kommunen og
    politiet, samordnet på forhånd, før det tar stilling til en sak.

    Rett opp: Skriv under «politiråd» hvilken kunnskap rådet ber om, og fra hvem.

    Feil:
        politiråd:
          leder: ordfører

    Riktig:
        politiråd:
          leder: ordfører
          kunnskapsgrunnlag: [politiets situasjonsbilde, Ungdata fra kommunen]
    """
    råd = k.avtale.politiråd
    if råd and not råd.kunnskapsgrunnlag:
        yield Funn(
            ("politiråd",),
            "Politirådet ber ikke om noe felles kunnskapsgrunnlag.",
            "Legg til «kunnskapsgrunnlag» med kunnskapen rådet ber om fra kommunen og politiet.",
        )
