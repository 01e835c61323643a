"""Avtalen: innhold, mål og horisont (veilederen kapittel 2 og 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.base import forkort
from avtalegen.modell.lokaltekst import Rute
from avtalegen.modell.satsning import Satsningsområder
from avtalegen.modell.tid import Enhet, Varighet
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.roller import nevner, samlet, tekster_i, ufylt
from avtalegen.regler.vei3.utsagn import kan_love_rettighet, lover_rettighet, påstander
from avtalegen.regler.vei4.medlemmer import egen_overskrift, har_samarbeid, har_tjenestetilbud


@regel("VEI301", "todelt-avtale", Severity.ADVARSEL, "veilederen 3")
def todelt_avtale(k: Kontekst) -> Iterator[Funn]:
    """Avtalen gjelder bare politirådet eller bare tjenestetilbudet.

    Hvorfor: Før fantes det to slags avtaler, én om politiråd og én om tjenestetilbud. Veilederen har slått dem sammen,
    så partene har ett sted å se hva de er enige om.

    Rett opp: Legg til den delen som mangler: «politiråd» eller «tjenestetilbud». Har partene en egen avtale om den
    andre delen, tar dere innholdet inn her når den skal fornyes.

    Feil:
        tjenestetilbud:
          beredskap: Patruljen fra Leknes rykker ut

    Riktig:
        politiråd:
          leder: ordfører
        tjenestetilbud:
          beredskap: Patruljen fra Leknes rykker ut
    """
    råd, samarbeid, tilbud = k.avtale.politiråd, har_samarbeid(k), har_tjenestetilbud(k)
    if råd and samarbeid and not tilbud:
        melding = "Avtalen gjelder politirådet, men ikke tjenestetilbudet."
        yield Funn(("politiråd",), melding, "Legg til «tjenestetilbud» med det kommunen kan vente seg av politiet.")
    elif råd and tilbud and not samarbeid:
        melding = "Avtalen gjelder bare tjenestetilbudet. Politirådet har en egen avtale."
        yield Funn(("politiråd",), melding, "Ta det som gjelder politirådet, inn her når den avtalen skal fornyes.")
    elif tilbud and not samarbeid:
        melding = "Avtalen gjelder tjenestetilbudet, men verken politirådet eller en annen form for samarbeid."
        yield Funn(("tjenestetilbud",), melding, "Legg til «politiråd», eller den formen dere har valgt i stedet.")


_REVISJON = ("revider", "revisjon", "ruller", "reforhandl", "oppdater")


@regel("VEI302", "mangler-revisjonsplan", Severity.ADVARSEL, "veilederen 3")
def mangler_revisjonsplan(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke når den skal revideres.

    Hvorfor: Utfordringene endrer seg, og det gjør prioriteringene også. Veilederen råder partene til å bli enige om en
    plan for revisjonen, så avtalen ikke blir liggende.

    Rett opp: Skriv under «periode» hvor ofte avtalen revideres, når neste revisjon er, eller hva den følger etter. Å si
    at partene kan be om revisjon, er ikke en plan.

    Feil:
        periode: 2026–2029

    Riktig:
        periode:
          fra: 2026
          til: 2029
          revisjon: årlig
    """
    periode = k.avtale.periode
    plan = periode.revisjon if periode else None
    hyppighet = plan.hyppighet if plan else None
    fast = hyppighet and hyppighet.løst not in ("ved behov", "etter avtale")
    if plan and (fast or plan.neste or plan.etter):
        return
    steder = ("avtale", "periode", "evaluering", "forpliktelser", "lokale_avsnitt")
    for _, tekst in tekster_i(k, *steder) if nevner(samlet(k), *_REVISJON) else ():
        if any(_sier_når(setning) for setning in tekst.split(".")):
            return
    hjelp = "Skriv under «periode» når avtalen revideres, for eksempel «revisjon: årlig»."
    if plan:
        yield Funn(("periode", "revisjon"), "Avtalen sier ikke når den revideres, bare at den kan bli det.", hjelp)
    else:
        yield Funn(("periode",) if periode else ("avtale",), "Avtalen har ingen plan for revisjon.", hjelp, nøkkel=True)


def _sier_når(setning: str) -> bool:
    return "avtal" in setning and nevner(setning, *_REVISJON) and not nevner(setning, "behov", "vedtekt")


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
    hjelp = "Legg til «kunnskapsgrunnlag» på området, eller ett som gjelder alle områdene."
    yield from _områder(
        s, uten, "sier ikke hvilken kunnskap det bygger på", "sier hvilken kunnskap det bygger på", hjelp
    )


def _områder(s: Satsningsområder, uten: list[int], ett: str, ingen: str, hjelp: str) -> Iterator[Funn]:
    """Yield a finding for each area that lacks something; one for all when none of several has it: one cause."""
    if len(uten) == len(s.områder) > 1:
        yield Funn(("satsningsområder", "områder"), f"Ingen av de {len(uten)} satsningsområdene {ingen}.", hjelp)
        return
    for i in uten:
        navn = forkort(s.områder[i].navn, 60)
        yield Funn(("satsningsområder", "områder", i, "navn"), f"Satsningsområdet «{navn}» {ett}.", hjelp)


def _nevner_kunnskap(tekst: str | None) -> bool:
    return bool(tekst) and nevner(str(tekst).casefold(), *_KUNNSKAP, *_MER_KUNNSKAP)


_SATSNING = ("satsningsområde", "satsingsområde", "innsatsområde", "prioriterte område", "lokale mål")


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
            "Avtalen har ingen satsningsområder.",
            "Legg til «satsningsområder» med noen få mål som begge parter prioriterer.",
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
    hjelp = "La målene gjelde i flere år. Det som bare varer noen måneder, kan stå som tiltak."
    for i, område in enumerate(s.områder):
        if område.periode and _under_et_år(*område.periode):
            melding = f"Satsningsområdet «{forkort(område.navn, 60)}» gjelder i mindre enn et år."
            yield Funn(("satsningsområder", "områder", i, "periode"), melding, hjelp)
    periode = k.avtale.periode
    if s.områder and all(område.periode for område in s.områder):
        return
    if s.periode:
        if _under_et_år(*s.periode):
            yield Funn(("satsningsområder", "periode"), "Satsningsområdene gjelder i mindre enn et år.", hjelp)
    elif periode and (_under_et_år(periode.fra, periode.til) or _kort(periode.varighet)):
        rute: Rute = ("periode", "varighet") if periode.varighet else ("periode",)
        yield Funn(rute, "Avtalen, og målene i den, gjelder i mindre enn et år.", hjelp)


def _under_et_år(fra: date | None, til: date | None) -> bool:
    """Tell whether both days are known and the time between them, both included, is less than a year."""
    return fra is not None and til is not None and 0 <= (til - fra).days < 364


_PÅ_ET_ÅR = {Enhet.DAG: 365, Enhet.UKE: 52, Enhet.MÅNED: 12, Enhet.KVARTAL: 4, Enhet.HALVÅR: 2, Enhet.ÅR: 1}


def _kort(varighet: Varighet | None) -> bool:
    return varighet is not None and varighet.antall < _PÅ_ET_ÅR[varighet.enhet]


@regel("VEI306", "lover-rettigheter", Severity.RÅD, "veilederen 3")
def lover_rettigheter(k: Kontekst) -> Iterator[Funn]:
    """En tekst gir partene rettigheter, eller taler om mislighold, erstatning eller om å være rettslig bundet.

    Hvorfor: Avtalen er frivillig. Den forplikter partene til å samarbeide, men endrer ikke hvilke rettigheter og
    plikter de har. Ord som hører hjemme i en kontrakt, lover mer enn avtalen kan holde.

    Rett opp: Si heller hva partene vil gjøre, hvor ofte og innen når, og at det som ikke blir gjort, tas opp i
    politirådet.

    Feil:
        forpliktelser:
          tekst: Ved mislighold kan kommunen kreve erstatning.

    Riktig:
        forpliktelser:
          tekst: Det som ikke blir fulgt opp, tar partene opp i politirådet.
    """
    if not kan_love_rettighet(samlet(k)):
        return
    for rute, tekst in k.tekster:
        if not ufylt(tekst) and (ord_ := lover_rettighet(tekst.casefold())):
            yield Funn(
                rute,
                f"Her står det «{ord_}», men en slik avtale regulerer ikke formelle rettigheter og plikter.",
                "Skriv heller hva partene vil gjøre, og at det som ikke blir gjort, tas opp i politirådet.",
            )


_MÅL = re.compile(r"\bmål(?:et|a|ene|setting\w*)?\b|\btiltak")


@regel("VEI307", "satsningsområde-uten-tiltak", Severity.RÅD, "veilederen 2 og 3")
def satsningsområde_uten_tiltak(k: Kontekst) -> Iterator[Funn]:
    """Et satsningsområde har verken mål eller tiltak.

    Hvorfor: Et navn alene forteller ikke hva partene skal gjøre. Veilederen ser avtalen som stedet for lokale
    strategier, tiltak og oppgaver, og konkrete tiltak er det som samordner innsatsen.

    Rett opp: Skriv hva som skal være oppnådd («mål»), eller hva hver av partene skal gjøre («tiltak»), gjerne med
    ansvarlig og frist.

    Feil:
        satsningsområder: [Trygt uteliv]

    Riktig:
        satsningsområder:
          - navn: Trygt uteliv
            tiltak:
              - {hva: Møte skjenkestedene før sommeren, ansvarlig: politikontakten, frist: mai 2027}
    """
    s = k.avtale.satsningsområder
    if s is None or _MÅL.search((s.tekst or "").casefold()):
        return
    uten = [
        i
        for i, område in enumerate(s.områder)
        if not (område.mål or område.tiltak or område.innhold or ufylt(område.navn))
        and not _MÅL.search((område.beskrivelse or "").casefold())
    ]
    hjelp = "Legg til «mål» eller «tiltak» på området, gjerne med ansvarlig og frist."
    yield from _områder(s, uten, "er oppgitt uten mål og tiltak", "er oppgitt med mål eller tiltak", hjelp)


_VIDEREGÅENDE = re.compile(r"\b(?:videregående|vidaregåande)\b(?!\s+kurs)|\bvgs\b")
_EGEN_AVTALE = ("egen avtale", "egne avtaler", "eigen avtale", "eigne avtalar", "samarbeidsavtale")


@regel("VEI308", "videregående-uten-egen-avtale", Severity.RÅD, "veilederen 3 og 4.2")
def videregående_uten_egen_avtale(k: Kontekst) -> Iterator[Funn]:
    """Avtalen omfatter videregående skoler, men verken fylkeskommunen eller en avtale med den er nevnt.

    Hvorfor: Fylkeskommunen har ansvaret for de videregående skolene, så kommunen kan ikke forplikte dem. Veilederen
    peker på en egen avtale, med skolen eller med fylkeskommunen.

    Rett opp: Før opp fylkeskommunen under «parter», eller vis til avtalen som politiet har med den eller skolen.

    Feil:
        politikontakt:
          besøk: de videregående skolene

    Riktig:
        parter:
          kommuner: "1859"
          politi: Nordland politidistrikt
          fylkeskommune: Nordland fylkeskommune
        politikontakt:
          besøk: de videregående skolene
    """
    tekst, stikkord = samlet(k), ("videregående", "vidaregåande", "vgs")
    oslo = any(kommune and kommune.kommunenummer == "0301" for kommune in k.kommuner)
    if not nevner(tekst, *stikkord) or "fylkeskommun" in tekst or k.avtale.parter.fylkeskommune or oslo:
        return
    # That the politiråd is to consider taking the schools in, doesn't make them part of it.
    steder = [(rute, t.casefold()) for rute, t in k.tekster if not ufylt(t) and "vurder" not in t.casefold()]
    omtalt = [
        (r, t) for r, t in steder if nevner(t, *stikkord) and any(_VIDEREGÅENDE.search(ledd) for ledd in påstander(t))
    ]
    if omtalt and not any(nevner(t, *_EGEN_AVTALE) for _, t in omtalt):
        yield Funn(
            omtalt[0][0],
            "Avtalen omfatter videregående skole, men verken fylkeskommunen eller en avtale med den er nevnt.",
            "Før opp fylkeskommunen under «parter», eller vis til avtalen politiet har med den eller med skolen.",
        )
