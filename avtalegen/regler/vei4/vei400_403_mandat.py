"""Politirådet: oppgaver og arbeidsmåte, forpliktelser og taushetsplikt (veilederen kapittel 4)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.avslutning import Ressurs
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.roller import liste, nevner, samlet, tekster_i, ufylt
from avtalegen.regler.vei4.medlemmer import beskrevet_råd, har_samarbeid, har_tjenestetilbud, rådstekster


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
            "Avtalen nevner verken politiråd eller en annen form for samarbeid.",
            "Beskriv politirådet under «politiråd», eller det dere har i stedet, under «samarbeidsfora».",
            nøkkel=True,
        )


_OMRÅDER = (
    ("forebygging av kriminalitet", ("krimin", "forebyg", "førebyg", "lovbrudd", "lovbrot")),
    ("redning og beredskap", ("redning", "beredskap", "krise", "katastrofe", "ulykke", "ulukke")),
    ("trygghet i lokalsamfunnet", ("trygg", "trygt", "sikkerhet", "sikkerheit")),
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
        hjelp = "Skriv under «mandat» hva rådet skal gjøre for forebygging, redning og beredskap, og trygghet."
        yield Funn(("politiråd",), "Avtalen gir ikke politirådet noe mandat.", hjelp)
    elif mangler:
        ikke = "ikke" if len(mangler) == 1 else "verken"
        yield Funn(
            ("politiråd", "mandat" if råd.mandat else "formål"),
            f"Mandatet som politirådet har i avtalen, nevner {ikke} {liste(mangler, 'eller')}.",
            "Ta det med under «mandat», eller si hvor det hører hjemme.",
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
    råd = beskrevet_råd(k)
    if not råd or råd.overordnet_plan or råd.handlingsplaner:
        return
    if not any(nevner(tekst, *_PLAN) for _, tekst in tekster_i(k, "politiråd", "satsningsområder", "lokale_avsnitt")):
        yield Funn(
            ("politiråd",),
            "Avtalen nevner verken en overordnet plan eller en handlingsplan for politirådet.",
            "Legg til «handlingsplaner» eller «overordnet_plan» med planen rådet arbeider etter eller skal lage.",
        )


@regel("VEI403", "politivedtekter-ikke-omtalt", Severity.RÅD, "veilederen 4")
def politivedtekter_ikke_omtalt(k: Kontekst) -> Iterator[Funn]:
    """Avtalen har et politiråd, men nevner ikke politivedtektene.

    Hvorfor: Med politivedtekter fastsetter kommunen regler for ro og orden. Veilederen nevner bruk og jevnlig revisjon
    av dem som et mulig verktøy for politirådet.

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
    if beskrevet_råd(k) and "politivedtekt" not in samlet(k):
        yield Funn(
            ("politiråd",),
            "Avtalen sier ikke noe om politivedtektene.",
            "Skriv under «politivedtekter» hvordan politirådet bruker dem, og når de blir gått gjennom.",
        )


@regel("VEI421", "ensidige-forpliktelser", Severity.RÅD, "veilederen 3 og 4.1.4")
def ensidige_forpliktelser(k: Kontekst) -> Iterator[Funn]:
    """Bare den ene parten har forpliktelser.

    Hvorfor: Avtalen skal være gjensidig. Når begge parter ser hva den andre skal gjøre, er det lettere å stole på at
    beslutningene blir fulgt opp.

    Rett opp: Legg til det den andre parten skal gjøre, eller det begge skal gjøre («felles»).

    Feil:
        forpliktelser:
          kommunen: [Ha en fast kontakt for politiet]

    Riktig:
        forpliktelser:
          kommunen: [Ha en fast kontakt for politiet]
          politiet: [Gi politikontakten tid til rollen]
    """
    f = k.avtale.forpliktelser
    if f is None or f.felles or f.tekst:
        return
    giverne = "\n".join(_giver(ressurs) for ressurs in f.ressurser)
    kommunen = bool(f.kommunen) or nevner(giverne, "kommun", "herad", "part", "begge")
    politiet = bool(f.politiet) or nevner(giverne, "politi", "part", "begge")
    if kommunen != politiet:
        navn = "kommunene" if len(k.kommuner) > 1 else "kommunen"
        den_ene, den_andre = (navn, "politiet") if kommunen else ("politiet", navn)
        felt = next(felt for felt in ("kommunen", "politiet", "ressurser") if getattr(f, felt))
        yield Funn(
            ("forpliktelser", felt),
            f"Avtalen har forpliktelser for {den_ene}, men ingen for {den_andre}.",
            f"Legg til det {den_andre} skal gjøre, eller det begge parter skal gjøre («felles»).",
            nøkkel=True,
        )


def _giver(ressurs: Ressurs) -> str:
    return (ressurs.fra or "begge").casefold()


@regel("VEI422", "mangler-taushetsplikt", Severity.ADVARSEL, "veilederen 4.1.5")
def mangler_taushetsplikt(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke noe om taushetsplikt.

    Hvorfor: Taushetsplikten blir ofte oppgitt som en grunn til ikke å samarbeide, og grensene er ikke de samme i alle
    etater. Veilederen forutsetter at de som deltar, vet hva de kan dele.

    Rett opp: Skriv «taushetsplikt: ja», så får avtalen et avsnitt om den med de lovene som gjelder. Hva partene deler,
    og hvordan de henter inn samtykke, kan dere legge til.

    Feil:
        taushetsplikt: nei

    Riktig:
        taushetsplikt: ja
    """
    t = k.avtale.taushetsplikt
    if t is None and not nevner(samlet(k), "taushet", "teieplikt"):
        yield Funn(
            ("avtale",),
            "Avtalen sier ikke noe om taushetsplikt.",
            "Skriv «taushetsplikt: ja», så får avtalen et avsnitt med de lovene som gjelder.",
            nøkkel=True,
        )
    elif t and not t.gjelder:
        yield Funn(
            ("taushetsplikt", "gjelder"),
            "Avsnittet om taushetsplikt er tatt ut av avtalen.",
            "Skriv «ja», så får avtalen et avsnitt med de lovene som gjelder.",
        )


_KUNNSKAP = ("kunnskapsgrunnlag", "situasjonsbil", "etterretningsprodukt", "analyse", "ungdata", "statistikk")


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
    råd = beskrevet_råd(k)
    if not råd or råd.kunnskapsgrunnlag:
        return
    # A task such as «bidra til etterretningsprodukter for politirådet» gives the politiråd its knowledge too.
    for rute, tekst in tekster_i(k, "politiråd", "politikontakt", "forpliktelser", "lokale_avsnitt"):
        if nevner(tekst, *_KUNNSKAP) and (rute[0] == "politiråd" or "politiråd" in tekst):
            return
    yield Funn(
        ("politiråd",),
        "Avtalen sier ikke at politirådet ber om et felles kunnskapsgrunnlag.",
        "Legg til «kunnskapsgrunnlag» med kunnskapen rådet ber om fra kommunen og politiet.",
    )


@regel("VEI424", "prosessene-ikke-koblet", Severity.RÅD, "veilederen 4.1.6")
def prosessene_ikke_koblet(k: Kontekst) -> Iterator[Funn]:
    """Politiets prioriteringsprosess og tiltaksprosess er ikke koblet til politirådet.

    Hvorfor: I de to prosessene velger politiet hva det skal arbeide med, og hvordan. Veilederen råder til å knytte dem
    til politirådet, og kommunen skal være med fra begynnelsen der den har en rolle.

    Rett opp: Skriv under «prosesser» når politiet tar prosessene opp i rådet, og hvordan kommunen blir med.

    Feil:
        politiråd:
          leder: ordfører

    Riktig:
        politiråd:
          leder: ordfører
          prosesser: Politiet legger prioriteringsprosessen fram for rådet før det velger
    """
    råd = beskrevet_råd(k)
    if råd and not råd.prosesser and not nevner(samlet(k), "prioriteringsprosess", "tiltaksprosess"):
        yield Funn(
            ("politiråd",),
            "Avtalen kobler ikke politiets prioriteringsprosess og tiltaksprosess til politirådet.",
            "Legg til «prosesser» med når politiet tar dem opp i rådet, og hvordan kommunen blir med.",
        )
