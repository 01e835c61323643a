"""Politirådet: om det finnes, mandatet, planene og politivedtektene (veilederen kapittel 4)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt, nevner, ufylt
from avtalegen.regler.samarbeid import beskrevet_råd, har_samarbeid, har_tjenestetilbud
from avtalegen.regler.vei4.politiradet import råd_uten, rådstekster


@regel("VEI400", "mangler-politiråd", Severity.RÅD, "veilederen 4")
def mangler_politiråd(k: Kontekst) -> Iterator[Funn]:
    """Avtalen nevner verken politiråd eller en annen form for samarbeid.

    Hvorfor: I politirådet møtes de som leder kommunen og det lokale politiet. Det er frivillig, og noen kommuner har
    valgt andre former, men avtalen bør si hvor partene møtes. Gjelder den bare tjenestetilbudet, sier VEI301 det.

    Rett opp: Beskriv politirådet under «politiråd», eller det dere har i stedet, under «samarbeidsfora».

    Feil:
        avtale: {status: vedtatt, dato: 2026-01-15}

    Riktig:
        samarbeidsfora:
          - navn: Trygghetsforum
            deltakere: [ordføreren, lensmannen]
    """
    if not k.avtale.politiråd and not har_samarbeid(k) and not har_tjenestetilbud(k):
        yield Funn(
            ("avtale",),
            Begge(
                "Avtalen nevner verken politiråd eller en annen form for samarbeid.",
                "Avtalen nemner verken politiråd eller ei anna form for samarbeid.",
            ),
            Begge(
                "Beskriv politirådet under «politiråd», eller det dere har i stedet, under «samarbeidsfora».",
                "Beskriv politirådet under «politiråd», eller det de har i staden, under «samarbeidsfora».",
            ),
            nøkkel=True,
        )


_OMRÅDER = (
    (
        Begge("forebygging av kriminalitet", "førebygging av kriminalitet"),
        ("krimin", "forebyg", "førebyg", "lovbrudd", "lovbrot"),
    ),
    (
        likt("redning og beredskap"),
        ("redning", "beredskap", "krise", "katastrofe", "ulykke", "ulukke"),
    ),
    (Begge("trygghet i lokalsamfunnet", "tryggleik i lokalsamfunnet"), ("trygg", "trygt", "sikkerhet", "sikkerheit")),
)


@regel("VEI401", "mandat-mangler-område", Severity.RÅD, "veilederen 4")
def mandat_mangler_område(k: Kontekst) -> Iterator[Funn]:
    """Mandatet til politirådet utelater forebygging av kriminalitet, redning og beredskap, eller trygghet.

    Hvorfor: Veilederen regner alle tre områdene til politirådet. Det som ikke står i mandatet, blir lett ingens bord.

    Rett opp: Ta området med under «mandat» eller «formål». Hører det til et annet forum, kan mandatet vise til det.

    Feil:
        politiråd:
          mandat: [Forebygge kriminalitet, Gjøre det tryggere i sentrum]

    Riktig:
        politiråd:
          mandat: [Forebygge kriminalitet, Gjøre det tryggere i sentrum, Samordne beredskapen]
    """
    råd = beskrevet_råd(k)
    tekster = [tekst for _, tekst in rådstekster(k, "formål", "mandat", "tekst")]
    if not råd or any(map(ufylt, tekster)):
        return
    mandat = "\n".join(tekster).casefold()
    mangler = [navn for navn, biter in _OMRÅDER if not nevner(mandat, *biter)]
    if not (råd.mandat or råd.formål) and len(mangler) == len(_OMRÅDER):
        hjelp = Begge(
            "Skriv under «mandat» hva rådet skal gjøre for forebygging, redning og beredskap, og trygghet.",
            "Skriv under «mandat» kva rådet skal gjere for førebygging, redning og beredskap, og tryggleik.",
        )
        yield Funn(
            ("politiråd",),
            Begge("Avtalen gir ikke politirådet noe mandat.", "Avtalen gir ikkje politirådet noko mandat."),
            hjelp,
        )
    elif mangler:
        ikke = Begge("ikke", "ikkje") if len(mangler) == 1 else likt("verken")
        yield Funn(
            ("politiråd", "mandat" if råd.mandat else "formål"),
            Begge(
                f"Mandatet som politirådet har i avtalen, nevner {ikke} {liste(mangler, 'eller')}.",
                f"Mandatet som politirådet har i avtalen, nemner {ikke.nn} "
                f"{liste([navn.nn for navn in mangler], 'eller')}.",
            ),
            Begge(
                "Ta det med under «mandat», eller si hvor det hører hjemme.",
                "Ta det med under «mandat», eller sei kvar det høyrer heime.",
            ),
        )


_PLAN = (
    "handlingsplan",
    "overordnet plan",
    "overordna plan",
    "tiltaksplan",
    "årsplan",
    "virksomhetsplan",
    "verksemdsplan",
)


@regel("VEI402", "mangler-handlingsplan", Severity.RÅD, "veilederen 4")
def mangler_handlingsplan(k: Kontekst) -> Iterator[Funn]:
    """Avtalen nevner verken en overordnet plan eller en handlingsplan for politirådet.

    Hvorfor: En overordnet plan gjør arbeidet forutsigbart, og felles handlingsplaner samordner det partene bestemmer.
    Veilederen regner begge blant de viktigste grepene for rådet.

    Rett opp: Skriv hvilken plan rådet arbeider etter, under «overordnet_plan» eller «handlingsplaner».

    Feil:
        politiråd:
          leder: ordfører

    Riktig:
        politiråd:
          leder: ordfører
          handlingsplaner: en felles handlingsplan som rådet går gjennom hvert år
    """
    nevnt = er_nevnt(k, *_PLAN, i=("politiråd", "satsningsområder", "lokale_avsnitt"))
    if råd_uten(k, "overordnet_plan", "handlingsplaner") and not nevnt:
        yield Funn(
            ("politiråd",),
            Begge(
                "Avtalen nevner verken en overordnet plan eller en handlingsplan for politirådet.",
                "Avtalen nemner verken ein overordna plan eller ein handlingsplan for politirådet.",
            ),
            likt("Legg til «handlingsplaner» eller «overordnet_plan» med planen rådet arbeider etter eller skal lage."),
        )


@regel("VEI403", "politivedtekter-ikke-omtalt", Severity.RÅD, "veilederen 4, politiloven § 14")
def politivedtekter_ikke_omtalt(k: Kontekst) -> Iterator[Funn]:
    """Avtalen har et politiråd, men nevner ikke politivedtektene.

    Hvorfor: Kommunen fastsetter politivedtekter med regler for blant annet ro og orden, og staten godkjenner dem. Rådet
    kan gi råd om dem, men ikke vedta dem. Veilederen nevner bruk og jevnlig revisjon som et mulig verktøy for rådet.

    Rett opp: Skriv under «politivedtekter» hvordan rådet bruker dem, og når de blir gått gjennom. Har kommunen ingen,
    kan rådet vurdere om den trenger det.

    Feil:
        politiråd:
          leder: ordfører

    Riktig:
        politiråd:
          leder: ordfører
          politivedtekter: Rådet går gjennom politivedtektene annethvert år
    """
    if beskrevet_råd(k) and not er_nevnt(k, "politivedtekt"):
        yield Funn(
            ("politiråd",),
            Begge("Avtalen sier ikke noe om politivedtektene.", "Avtalen seier ikkje noko om politivedtektene."),
            Begge(
                "Skriv under «politivedtekter» hvordan politirådet bruker dem, og når de blir gått gjennom.",
                "Skriv under «politivedtekter» korleis politirådet bruker dei, og når dei blir gått gjennom.",
            ),
        )
