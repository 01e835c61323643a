"""Satsningsområdene: om de er der, hva de bygger på, og hvor lenge de gjelder (veilederen kapittel 3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.modell.base import forkort
from avtalegen.modell.varighet import Enhet, Varighet
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import egen_overskrift, nevner, ufylt
from avtalegen.regler.vei3.satsningsomrader import områder_uten

_KUNNSKAP = ("ungdata", "analyse", "etterretning", "situasjonsbil", "statistikk", "undersøk", "kartlegg", "rapport")
_MER_KUNNSKAP = ("kunnskapsgrunnlag", "kunnskapsprodukt", "trusselvurder", "risikovurder", "folkehelseoversikt")


@regel("VEI303", "satsningsområde-uten-kunnskapsgrunnlag", Severity.RÅD, "veilederen 3 og 4.1.6")
def satsningsområde_uten_kunnskapsgrunnlag(k: Kontekst) -> Iterator[Funn]:
    """Et satsningsområde sier ikke hvilken kunnskap det bygger på.

    Hvorfor: Veilederen vil at områdene velges ut fra prioriteringene til begge parter og det de vet: etterretning,
    analyser og andre produkter fra politiet og kommunen. Da er det også lettere å se om innsatsen virker.

    Rett opp: Legg til «kunnskapsgrunnlag» på området, eller ett for alle områdene under «satsningsområder».

    Feil:
        satsningsområder: [Trygt uteliv]

    Riktig:
        satsningsområder:
          kunnskapsgrunnlag: [situasjonsbildet fra politiet, Ungdata]
          områder: [Trygt uteliv]
    """
    s = k.avtale.satsningsområder
    if s is None or s.kunnskapsgrunnlag or _nevner_kunnskap(s.tekst):
        return
    uten = [
        i
        for i, område in enumerate(s.områder)
        if not (område.kunnskapsgrunnlag or ufylt(område.navn) or _nevner_kunnskap(område.beskrivelse))
    ]
    hjelp = Begge(
        "Legg til «kunnskapsgrunnlag» på området, eller ett som gjelder alle områdene.",
        "Legg til «kunnskapsgrunnlag» på området, eller eitt som gjeld alle områda.",
    )
    yield from områder_uten(
        s,
        uten,
        Begge("sier ikke hvilken kunnskap det bygger på", "seier ikkje kva kunnskap det byggjer på"),
        Begge("sier hvilken kunnskap det bygger på", "seier kva kunnskap det byggjer på"),
        hjelp,
    )


def _nevner_kunnskap(tekst: str | None) -> bool:
    return tekst is not None and nevner(tekst.casefold(), *_KUNNSKAP, *_MER_KUNNSKAP)


_SATSNING = ("satsningsområd", "satsingsområd", "innsatsområd", "prioriterte områd", "lokale mål")


@regel("VEI304", "mangler-satsningsområder", Severity.ADVARSEL, "veilederen 3")
def mangler_satsningsområder(k: Kontekst) -> Iterator[Funn]:
    """Avtalen har ingen satsningsområder.

    Hvorfor: Satsningsområdene sier hva partene faktisk skal samle innsatsen om. Uten dem står avtalen igjen med
    møter og roller.

    Rett opp: Legg til «satsningsområder» med noen få mål som begge parter prioriterer.

    Feil:
        avtale: {status: vedtatt, dato: 2026-01-15}

    Riktig:
        satsningsområder:
          - Forebygge vold i nære relasjoner
    """
    s = k.avtale.satsningsområder
    råd = k.avtale.politiråd
    annet_sted = råd and råd.egen_avtale and nevner(råd.egen_avtale.casefold(), *_SATSNING)
    if not (s and (s.områder or s.tekst)) and not annet_sted and not egen_overskrift(k, *_SATSNING):
        yield Funn(
            ("satsningsområder",) if s else ("avtale",),
            Begge("Avtalen har ingen satsningsområder.", "Avtalen har ingen satsingsområde."),
            Begge(
                "Legg til «satsningsområder» med noen få mål som begge parter prioriterer.",
                "Legg til «satsningsområder» med nokre få mål som begge partane prioriterer.",
            ),
            nøkkel=True,
        )


@regel("VEI305", "kort-horisont", Severity.RÅD, "veilederen 3")
def kort_horisont(k: Kontekst) -> Iterator[Funn]:
    """Et mål gjelder for mindre enn et år.

    Hvorfor: Det tar tid før forebygging virker. Veilederen framhever at de strategiske målene bør være langsiktige.

    Rett opp: La målene gjelde i flere år, og følg dem opp hvert år. Det som varer noen måneder, kan stå som tiltak.

    Feil:
        satsningsområder:
          periode: 1.5.2026–31.8.2026
          områder: [Trygg sommer]

    Riktig:
        satsningsområder:
          periode: 2026–2029
          områder: [Trygg sommer]
    """
    s = k.avtale.satsningsområder
    if s is None:
        return
    hjelp = Begge(
        "La målene gjelde i flere år. Det som bare varer noen måneder, kan stå som tiltak.",
        "La måla gjelde i fleire år. Det som berre varer nokre månader, kan stå som tiltak.",
    )
    for i, område in enumerate(s.områder):
        if område.periode and _under_et_år(område.periode.fra, område.periode.til):
            melding = Begge(
                f"Satsningsområdet «{forkort(område.navn, 60)}» gjelder i mindre enn et år.",
                f"Satsingsområdet «{forkort(område.navn, 60)}» gjeld i mindre enn eitt år.",
            )
            yield Funn(("satsningsområder", "områder", i, "periode"), melding, hjelp)
    periode = k.avtale.periode
    if s.områder and all(område.periode for område in s.områder):
        return
    if s.periode:
        if _under_et_år(s.periode.fra, s.periode.til):
            yield Funn(
                ("satsningsområder", "periode"),
                Begge("Satsningsområdene gjelder i mindre enn et år.", "Satsingsområda gjeld i mindre enn eitt år."),
                hjelp,
            )
    elif periode and (_under_et_år(periode.fra, periode.til) or _kort(periode.varighet)):
        rute: Rute = ("periode", "varighet") if periode.varighet else ("periode",)
        yield Funn(
            rute,
            Begge(
                "Avtalen, og målene i den, gjelder i mindre enn et år.",
                "Avtalen, og måla i han, gjeld i mindre enn eitt år.",
            ),
            hjelp,
        )


def _under_et_år(fra: date | None, til: date | None) -> bool:
    """Tell whether both days are known and the time between them, both included, is less than a year."""
    return fra is not None and til is not None and 0 <= (til - fra).days < 364


_PÅ_ET_ÅR = {Enhet.DAG: 365, Enhet.UKE: 52, Enhet.MÅNED: 12, Enhet.KVARTAL: 4, Enhet.HALVÅR: 2, Enhet.ÅR: 1}


def _kort(varighet: Varighet | None) -> bool:
    return varighet is not None and varighet.antall < _PÅ_ET_ÅR[varighet.enhet]
