"""Politirådet og partene: hvem som kan bidra, forpliktelser, taushetsplikt og kunnskap (veilederen 4.1.3–4.1.6)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.avslutning import Ressurs
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt, nevner
from avtalegen.regler.samarbeid import beskrevet_råd
from avtalegen.regler.vei4.politiradet import råd_uten

_NÆRINGSLIV_OG_FRIVILLIGE = (
    *("næringsliv", "næringsdriv", "næringsfor", "handelsstand", "bedrift", "bransje", "skjenkested", "kjøpesent"),
    *(
        "sivilsamfunn",
        "interesseorg",
        "frivillige",
        "frivillighe",
        "frivilligsent",
        "frivillig sektor",
        "frivillig lag",
    ),
    *("frivillig org", "frivillig arbeid", "frivillig innsats", "friviljug", "ideelle", "lag og for", "idrettsråd"),
    *("idrettslag", "røde kors", "raude kross", "sanitetsfor", "velforening", "natteravn"),
)


@regel("VEI420", "næringsliv-og-frivillige-ikke-vurdert", Severity.RÅD, "veilederen 4.1.3 og 4.2")
def næringsliv_og_frivillige_ikke_vurdert(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke om næringslivet og frivillige skal være med i politirådet.

    Hvorfor: Erfaringene fra politiråd som har tatt dem inn, er gode. Veilederen råder rådene til å kartlegge hvem i
    næringslivet og frivilligheten som kan bidra, og vurdere om de skal være med.

    Rett opp: Sett dem opp under «ved_behov» eller «utvidet», eller gi politirådet i oppgave å vurdere det.

    Feil:
        politiråd:
          leder: ordfører

    Riktig:
        politiråd:
          leder: ordfører
          mandat: [Vurdere hvert år om næringslivet og frivillige skal være med]
    """
    deler = ("politiråd", "samarbeidsfora", "avtale", "parter", "satsningsområder", "lokale_avsnitt")
    if beskrevet_råd(k) and not er_nevnt(k, *_NÆRINGSLIV_OG_FRIVILLIGE, i=deler):
        yield Funn(
            ("politiråd",),
            Begge(
                "Avtalen sier ikke om næringslivet og frivillige skal være med i politirådet.",
                "Avtalen seier ikkje om næringslivet og frivillige skal vere med i politirådet.",
            ),
            Begge(
                "Sett dem opp under «ved_behov» eller «utvidet», eller gi politirådet i oppgave å vurdere det.",
                "Set dei opp under «ved_behov» eller «utvidet», eller gi politirådet i oppgåve å vurdere det.",
            ),
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
    kommunen = bool(f.kommunen or (f.fylkeskommunen and not k.kommuner)) or nevner(
        giverne, "kommun", "herad", "part", "begge"
    )
    politiet = bool(f.politiet) or nevner(giverne, "politi", "part", "begge")
    if kommunen != politiet:
        navn = Begge("kommunene", "kommunane") if len(k.kommuner) > 1 else likt("kommunen")
        navn = navn if k.kommuner else likt("fylkeskommunen")
        politi = likt("politiet")
        den_ene, den_andre = (navn, politi) if kommunen else (politi, navn)
        felt = next(felt for felt in ("kommunen", "politiet", "ressurser", "fylkeskommunen") if getattr(f, felt))
        yield Funn(
            ("forpliktelser", felt),
            Begge(
                f"Avtalen har forpliktelser for {den_ene}, men ingen for {den_andre}.",
                f"Avtalen har forpliktingar for {den_ene.nn}, men ingen for {den_andre.nn}.",
            ),
            Begge(
                f"Legg til det {den_andre} skal gjøre, eller det begge parter skal gjøre («felles»).",
                f"Legg til det {den_andre.nn} skal gjere, eller det begge partane skal gjere («felles»).",
            ),
            nøkkel=True,
        )


def _giver(ressurs: Ressurs) -> str:
    return " ".join(ressurs.fra or ("begge",)).casefold()


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
    if t is None and not er_nevnt(k, "taushet", "teieplikt"):
        yield Funn(
            ("avtale",),
            Begge("Avtalen sier ikke noe om taushetsplikt.", "Avtalen seier ikkje noko om teieplikt."),
            Begge(
                "Skriv «taushetsplikt: ja», så får avtalen et avsnitt med de lovene som gjelder.",
                "Skriv «taushetsplikt: ja», så får avtalen eit avsnitt med dei lovene som gjeld.",
            ),
            nøkkel=True,
        )
    elif t and not t.gjelder:
        yield Funn(
            ("taushetsplikt", "gjelder"),
            Begge("Avsnittet om taushetsplikt er tatt ut av avtalen.", "Avsnittet om teieplikt er teke ut av avtalen."),
            Begge(
                "Skriv «ja», så får avtalen et avsnitt med de lovene som gjelder.",
                "Skriv «ja», så får avtalen eit avsnitt med dei lovene som gjeld.",
            ),
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
    if not råd_uten(k, "kunnskapsgrunnlag"):
        return
    # A task such as «bidra til etterretningsprodukter for politirådet» gives the politiråd its knowledge too.
    deler = ("politiråd", "politikontakt", "forpliktelser", "lokale_avsnitt")
    if any(rute[0] == "politiråd" or "politiråd" in tekst for rute, tekst in k.med(*_KUNNSKAP, i=deler)):
        return
    yield Funn(
        ("politiråd",),
        Begge(
            "Avtalen sier ikke at politirådet ber om et felles kunnskapsgrunnlag.",
            "Avtalen seier ikkje at politirådet ber om eit felles kunnskapsgrunnlag.",
        ),
        Begge(
            "Legg til «kunnskapsgrunnlag» med kunnskapen rådet ber om fra kommunen og politiet.",
            "Legg til «kunnskapsgrunnlag» med kunnskapen rådet ber om frå kommunen og politiet.",
        ),
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
    if råd_uten(k, "prosesser") and not er_nevnt(k, "prioriteringsprosess", "tiltaksprosess"):
        yield Funn(
            ("politiråd",),
            Begge(
                "Avtalen kobler ikke politiets prioriteringsprosess og tiltaksprosess til politirådet.",
                "Avtalen koplar ikkje prioriteringsprosessen og tiltaksprosessen i politiet til politirådet.",
            ),
            Begge(
                "Legg til «prosesser» med når politiet tar dem opp i rådet, og hvordan kommunen blir med.",
                "Legg til «prosesser» med når politiet tek dei opp i rådet, og korleis kommunen blir med.",
            ),
        )
