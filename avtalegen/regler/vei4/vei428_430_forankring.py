"""Politirådet: forankringen, oppfølgingen, og hvorfor det er felles (veilederen 2.3, 4.1.1, 4.1.4 og 4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.monster import Mønster
from avtalegen.regler.omtale import er_nevnt, funnet_av, nevner
from avtalegen.regler.samarbeid import beskrevet_råd
from avtalegen.regler.vei4.politiradet import råd_uten, rådstekster


@regel("VEI428", "forankring-ikke-omtalt", Severity.RÅD, "veilederen 2.3 og 4.1.1")
def forankring_ikke_omtalt(k: Kontekst) -> Iterator[Funn]:
    """Avtalen med én kommune sier ikke hvordan politirådet er forankret hos partene.

    Hvorfor: Samarbeidet er frivillig, og da må ledelsen hos begge stå bak det. Veilederen ser det som en forutsetning
    for at noen setter av tid og penger, og for at det rådet blir enig om, blir gjort. Gjelder avtalen flere kommuner,
    er det VEI426 som sier fra.

    Rett opp: Skriv under «forankring» hvem i kommunen og politiet som har sluttet seg til avtalen, eller «vedtak» på
    kommunen.

    Feil:
        politiråd:
          leder: ordfører

    Riktig:
        politiråd:
          leder: ordfører
          forankring: Kommunestyret og ledelsen i driftsenheten får referatene og behandler årsplanen
    """
    vedtatt = any(kommune.vedtak for kommune in k.avtale.parter.kommuner)
    if len(k.kommuner) == 1 and not vedtatt and råd_uten(k, "forankring") and not er_nevnt(k, "forank"):
        yield Funn(
            ("politiråd",),
            Begge(
                "Avtalen sier ikke hvordan politirådet er forankret i ledelsen hos kommunen og politiet.",
                "Avtalen seier ikkje korleis politirådet er forankra i leiinga hos kommunen og politiet.",
            ),
            likt("Legg til «forankring» under «politiråd», eller «vedtak» på kommunen."),
        )


_FØLGER_OPP = Mønster(
    r"\bføl[gj]+\w*\s+(?:\w+\s+){0,2}?opp\b|oppfølg|oppfylg|\bfylg\w*\s+opp\b|iverksett|set\w* i verk",
    *("føl", "fylg", "iverksett", "i verk"),
)
_DET_RÅDET_SIER = ("politiråd", "rådet", "beslut", "vedtak", "avgjer", "referat")


@regel("VEI429", "oppfølging-ikke-omtalt", Severity.RÅD, "veilederen 4.1.4")
def oppfølging_ikke_omtalt(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke hvordan det politirådet blir enig om, blir fulgt opp.

    Hvorfor: Et godt samarbeid kjennetegnes av at deltakerne prioriterer arbeidet og følger opp beslutningene. Det skjer
    lettere når avtalen sier hvem som gjør det, og når.

    Rett opp: Skriv under «oppfølging» hvem som følger opp, og når rådet går gjennom det som er gjort.

    Feil:
        politiråd:
          leder: ordfører

    Riktig:
        politiråd:
          leder: ordfører
          oppfølging: Hvert møte begynner med det som er gjort siden sist
    """
    if not råd_uten(k, "oppfølging"):
        return
    deler = ("politiråd", "politikontakt", "slt", "avtale", "forpliktelser", "lokale_avsnitt")
    for rute, tekst in funnet_av(k, _FØLGER_OPP, *deler):
        if rute[0] == "politiråd" or nevner(tekst, *_DET_RÅDET_SIER):
            return
    yield Funn(
        ("politiråd",),
        Begge(
            "Avtalen sier ikke hvordan det politirådet blir enig om, blir fulgt opp.",
            "Avtalen seier ikkje korleis det politirådet kjem fram til, blir følgt opp.",
        ),
        Begge(
            "Legg til «oppfølging» med hvem som følger opp, og når rådet går gjennom det som er gjort.",
            "Legg til «oppfølging» med kven som følgjer opp, og når rådet går gjennom det som er gjort.",
        ),
    )


@regel("VEI430", "regionalt-uten-begrunnelse", Severity.RÅD, "veilederen 4.3")
def regionalt_uten_begrunnelse(k: Kontekst) -> Iterator[Funn]:
    """Kommunene har et felles politiråd, og avtalen sier ikke hvorfor.

    Hvorfor: Veilederen nevner flere grunner til å gå sammen: de samme utfordringene, felles handlingsplaner, et
    samarbeid som finnes fra før, og digitale møter. Den som skal vurdere ordningen senere, må vite hva som var grunnen.

    Et regionråd som er nevnt, er et slikt samarbeid.

    Rett opp: Skriv grunnen under «begrunnelse».

    Feil:
        parter: {kommuner: ["1859", "1874"], politi: Nordland politidistrikt}
        politiråd:
          regionalt: {forhold: erstatter}

    Riktig:
        parter: {kommuner: ["1859", "1874"], politi: Nordland politidistrikt}
        politiråd:
          regionalt: {forhold: erstatter, begrunnelse: Kommunene har de samme utfordringene}
    """
    råd = beskrevet_råd(k)
    if not råd or not råd.regionalt or råd.regionalt.begrunnelse or k.avtale.parter.regionråd:
        return
    if råd.regionalt.forum and _SAMARBEID.search(råd.regionalt.forum.casefold()):
        return
    tekster = [tekst for _, tekst in rådstekster(k, "tekst", "formål", "forankring", "regionalt")]
    tekster += [tekst for rute, tekst in k.skrevet_i("avtale") if rute[1:2] == ("bakgrunn",)]
    k.fant_ikke("avtale")
    if not any(_GRUNN.search(tekst.casefold()) for tekst in tekster):
        yield Funn(
            ("politiråd", "regionalt"),
            Begge(
                "Avtalen sier ikke hvorfor kommunene har et felles politiråd.",
                "Avtalen seier ikkje kvifor kommunane har eit felles politiråd.",
            ),
            likt("Legg til «begrunnelse» under «regionalt»."),
            nøkkel=True,
        )


_SAMARBEID = senere(r"regionråd|interkommunal|samarbeidsråd")
_GRUNN = senere(
    r"\b(?:fordi|av di|siden|sidan|felles utfordring\w*|samme utfordring\w*|same utfordring\w*)\b"
    r"|interkommunal|felles (?:mål|handlingsplan)|(?:de|dei) sam(?:me|e) "
)
