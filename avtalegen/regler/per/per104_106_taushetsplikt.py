"""Det som deles: taushetsplikten, samtykket og innsynet i referatene."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Severity
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt

_STIKKORD = (
    *("fritt", "uhindr", "ubegrens", "uavgrens", "uten begrens", "utan avgrens", "uten innskrenk", "utan innskrenk"),
    *("uten samtykke", "utan samtykke", "navngi", "namngje", "namngi", "med navn", "med namn", "med fullt"),
    *("gjelder ikke", "gjeld ikkje", "fritatt", "fritekne", "unntatt", "unnatekne", "løst fr", "uten hinder"),
    *("utan hinder", "hensyn til", "omsyn til", "uavhengig av", "uansett"),
)


@regel("PER104", "deling-mot-taushetsplikten", Severity.ADVARSEL, "politiregisterloven § 23 og forvaltningsloven")
def deling_mot_taushetsplikten(k: Kontekst) -> Iterator[Funn]:
    """Teksten lar partene dele opplysninger om enkeltpersoner fritt, eller setter taushetsplikten til side.

    Hvorfor: Taushetsplikten følger av loven: for politiet av politiregisterloven, for kommunen av forvaltningsloven og
    lovene for den enkelte tjenesten. En avtale kan ikke endre den. Navn og bekymringer kan bare deles når loven åpner
    for det, eller når den det gjelder, samtykker.

    Rett opp: Skriv hvilken kunnskap partene deler uten å nevne enkeltpersoner, og at resten bare deles når loven åpner
    for det.

    Feil:
        taushetsplikt:
          gjelder: ja
          deling: [Partene deler navn og bekymringer om ungdommer fritt i politirådet]

    Riktig:
        taushetsplikt:
          gjelder: ja
          deling: [Partene deler statistikk og trender, Navn deles bare når loven åpner for det]
    """
    mulige = k.med(*_STIKKORD)
    if not mulige:
        return
    from avtalegen.regler.per.deling import mot_taushetsplikten, setninger  # most agreements need none of its patterns

    for rute, tekst in mulige:
        if any(mot_taushetsplikten(setning, rute) for setning in setninger(tekst)):
            yield Funn(
                rute,
                Begge(
                    "Teksten lar partene dele mer enn taushetsplikten tillater. Den kan de ikke avtale seg bort fra.",
                    "Teksten lèt partane dele meir enn teieplikta tillèt. Det kan dei ikkje avtale seg bort frå.",
                ),
                Begge(
                    "Skriv at opplysninger om enkeltpersoner bare deles når loven åpner for det.",
                    "Skriv at opplysningar om enkeltpersonar berre blir delte når lova opnar for det.",
                ),
            )


@regel("PER105", "samtykke-som-behandlingsgrunnlag", Severity.RÅD, "personvernforordningen artikkel 6")
def samtykke_som_behandlingsgrunnlag(k: Kontekst) -> Iterator[Funn]:
    """Teksten gjør samtykket til grunnlaget for å behandle personopplysninger.

    Hvorfor: Et samtykke kan gjøre at taushetsplikten ikke er til hinder for å dele. Grunnlaget for å registrere og
    bruke opplysningene er noe annet: Kommunen og politiet bygger som regel på oppgavene de har etter loven, fordi den
    som møter en myndighet, sjelden står fritt til å si nei.

    Rett opp: Skriv at samtykket gjelder fritaket fra taushetsplikten, og at hver part er behandlingsansvarlig for det
    den selv registrerer.

    Feil:
        taushetsplikt:
          gjelder: ja
          samtykke: Samtykket er det rettslige grunnlaget for å behandle opplysningene

    Riktig:
        taushetsplikt:
          gjelder: ja
          samtykke: Partene spør den det gjelder, om samtykke til å dele opplysninger
    """
    if not er_nevnt(k, "samtykk") or not er_nevnt(k, "grunnlag", "hjemmel", "heimel", "basert på"):
        return
    from avtalegen.regler.per.deling import bygger_på_samtykke, setninger  # as above

    for rute, tekst in k.med("samtykk"):
        if any(map(bygger_på_samtykke, setninger(tekst))):
            yield Funn(
                rute,
                Begge(
                    "Her er samtykket grunnlaget for å behandle personopplysninger. Det er det sjelden for en "
                    "myndighet.",
                    "Her er samtykket grunnlaget for å behandle personopplysningar. Det er det sjeldan for ei "
                    "styresmakt.",
                ),
                Begge(
                    "La samtykket gjelde fritaket fra taushetsplikten. Hver part er behandlingsansvarlig for sitt.",
                    "La samtykket gjelde fritaket frå teieplikta. Kvar part er behandlingsansvarleg for sitt.",
                ),
            )


@regel("PER106", "referat-unntatt-på-forhånd", Severity.RÅD, "offentleglova §§ 3, 11 og 13")
def referat_unntatt_på_forhånd(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier at referatene fra politirådet ikke er offentlige.

    Hvorfor: Partene kan ikke avtale bort innsynet. Dokumentene er åpne hvis ikke loven sier noe annet, og hvert krav om
    innsyn skal vurderes for seg. Det som er underlagt taushetsplikt, er unntatt uten at avtalen sier det.

    Rett opp: Stryk «offentlig: nei». Skriv «ja» når referatene skal legges ut, uten det som er taushetsbelagt.

    Feil:
        politiråd:
          referat: {lagres: kommunens arkiv, offentlig: nei}

    Riktig:
        politiråd:
          referat: {lagres: kommunens arkiv}
    """
    råd = k.avtale.politiråd
    if råd and råd.referat and råd.referat.offentlig is False:
        yield Funn(("politiråd", "referat", "offentlig"), _UNNTATT, _OM_INNSYN)
    if not er_nevnt(k, "unnta", "unnate", "offentl", "hemmel", i=("politiråd", "lokale_avsnitt")):
        return
    from avtalegen.regler.per.deling import setninger, unntar_referatet  # as above

    for rute, tekst in k.tekster_i("politiråd", "lokale_avsnitt"):
        if any(map(unntar_referatet, setninger(tekst))):
            yield Funn(rute, _UNNTATT, _OM_INNSYN)


_UNNTATT = Begge(
    "Avtalen sier at referatene ikke er offentlige, men innsyn avgjøres etter offentleglova for hvert krav.",
    "Avtalen seier at referata ikkje er offentlege, men innsyn blir avgjort etter offentleglova for kvart krav.",
)
_OM_INNSYN = Begge(
    "Stryk det. Det som er underlagt taushetsplikt, er unntatt uansett.",
    "Stryk det. Det som er underlagt teieplikt, er unnateke uansett.",
)
