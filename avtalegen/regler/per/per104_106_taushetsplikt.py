"""Det som deles: taushetsplikten, samtykket og innsynet i referatene."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.lokaltekst import Rute
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt

_SETNING = re.compile(r"(?<=[.!?;])\s+|\n")
_SITAT = re.compile(r"«[^»]*»|\"[^\"]*\"")
_NEKTET = re.compile(r"\b(?:ikke|ikkje|aldri|ingen|verken|korkje)\b")
# What the law itself opens for, and what identifies nobody, may be shared.
_ÅPNET = re.compile(
    r"§|\b(?:\w*loven|\w*lova|lovens|lovas|lov|lovlig|lovleg|heimel|hjemmel|hjemlet|hjemla)\b|avverg|varsle|meldeplikt"
    r"|barnevern|anonym|avidentif|statisti|generel|overordn|\btrend|(?<!uten )(?<!utan )samtykk"
)
_DELER = (
    r"\b(?:del(?:e|er|es|ast|te|ing|inga|ingen)|utveksl\w*|gi|gir|gis|gje|gjev|formidl\w*|legge?r? fram|legges fram"
    r"|drøft\w*|snakke\w*|informasjon\w*|opplysning\w*)\b"
)
_FRITT = (
    r"\b(?:fritt|uhindr[ae]t?|ubegrenset|uavgrensa"
    r"|(?:uten|utan)\s+(?:begrensning\w*|avgrensing\w*|samtykke|innskrenkning\w*))\b"
)
_PERSON = (
    r"\b(?:navn|namn|navne\w*|namne\w*|bekymring\w*|enkelt(?!e\b)\w+|person\w*|ungdom\w*|unge|barn\w*|famili\w*|elev\w*"
    r"|foreldre|mistenkt\w*|taushetsbelagt\w*|teiepliktig\w*|teiepliktbelagt\w*)\b"
)
_TAUSHETSPLIKT = r"(?:taushets|teie)plikt\w*"
_FRITT_OM_PERSONER = (re.compile(_DELER), re.compile(_FRITT), re.compile(_PERSON))
_FRITT_I_DELING = _FRITT_OM_PERSONER[:2]
_SATT_TIL_SIDE = re.compile(
    rf"\b{_TAUSHETSPLIKT}\s+(?:gjelder|gjeld)\s+(?:ikke|ikkje)\s+(?:i|mellom|for|innad|under)\s+(?:\w+\s+)?"
    r"(?:politiråd|råd|møt|part|samarbeid|deltak|slt)"
    r"|\b(?:fritatt|fritekne|unntatt|unnatekne|løst)\s+(?:for|fra|frå)\s+(?:\w+\s+)?" + _TAUSHETSPLIKT
)
_UANSETT = re.compile(
    r"\b(?:(?:uten|utan)\s+(?:hinder av|(?:å ta )?hensyn til|(?:å ta )?omsyn til)|uhindr[ae]t? av|uavhengig av|uansett)"
    rf"\s+(?:\w+\s+)?{_TAUSHETSPLIKT}"
)
_NAVNGITT = re.compile(r"\b(?:navngitt\w*|namngjev\w*|namngitt\w*|med (?:fullt )?na[vm]n)\b")
_TAR_OPP = re.compile(
    r"\b(?:drøft\w*|behandl\w*|gå\w* gjennom|gjennomg\w*|ta\w* opp|tas opp|snakke\w* om|del(?:e|er|es))\b"
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
    if not er_nevnt(k, "fritt", "hindr", "begrens", "avgrens", "uten", "utan", "plikt", "navn", "namn", "uansett"):
        return
    for rute, tekst in k.foldet:
        if any(_mot_taushetsplikten(setning, rute) for setning in _SETNING.split(_SITAT.sub(" ", tekst))):
            yield Funn(
                rute,
                "Teksten lar partene dele mer enn taushetsplikten tillater. Den kan de ikke avtale seg bort fra.",
                "Skriv at opplysninger om enkeltpersoner bare deles når loven åpner for det.",
            )


def _mot_taushetsplikten(setning: str, rute: Rute) -> bool:
    if _ÅPNET.search(setning):
        return False
    if _SATT_TIL_SIDE.search(setning):
        return True
    if _NEKTET.search(setning):
        return False
    i_deling = rute[:2] == ("taushetsplikt", "deling")
    fritt = all(mønster.search(setning) for mønster in (_FRITT_I_DELING if i_deling else _FRITT_OM_PERSONER))
    i_rådet = rute[0] == "politiråd" or "politiråd" in setning
    navngitt = i_rådet and _NAVNGITT.search(setning) and _TAR_OPP.search(setning) and re.search(_PERSON, setning)
    return bool(fritt or navngitt or (_UANSETT.search(setning) and re.search(_DELER, setning)))


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
    if not er_nevnt(k, "samtykk"):
        return
    for rute, tekst in k.foldet:
        setninger = _SETNING.split(_SITAT.sub(" ", tekst))
        if any(_ER_GRUNNLAG.search(setning) and not _NEKTET.search(setning) for setning in setninger):
            yield Funn(
                rute,
                "Her er samtykket grunnlaget for å behandle personopplysninger. Det er det sjelden for en myndighet.",
                "La samtykket gjelde fritaket fra taushetsplikten. Hver part er behandlingsansvarlig for sitt.",
            )


_GRUNNLAG = (
    r"(?:behandlingsgrunnlag\w*|(?:rettslige?|rettslege?|juridiske?|lovlige?) grunnlag\w*"
    r"|grunnlaget for (?:å behandle|å registrere|å lagre|behandling\w*|registrering\w*)|hjemmel\w*|heimel\w*)"
)
_ER_GRUNNLAG = re.compile(
    rf"\bsamtykke\w*(?:\s+\w+){{0,4}}?\s+(?:er|utgjør|gir|som)\s+(?:\w+\s+){{0,3}}?{_GRUNNLAG}"
    rf"|\b{_GRUNNLAG}(?:\s+\w+){{0,6}}?\s+er\s+(?:\w+\s+){{0,2}}?samtykke"
    r"|\b(?:behandle|behandles|behandlast|registrere|registreres|registrerast|lagre|lagres|lagrast)\b"
    r"(?:\s+\w+){0,4}?\s+(?:på grunnlag av|med grunnlag i|med hjemmel i|med heimel i|basert på)\s+(?:\w+\s+)?samtykke"
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
    for rute, tekst in k.tekster_i("politiråd", "lokale_avsnitt"):
        if any(_ER_UNNTATT.search(setning) and not _DELVIS.search(setning) for setning in _SETNING.split(tekst)):
            yield Funn(rute, _UNNTATT, _OM_INNSYN)


_UNNTATT = "Avtalen sier at referatene ikke er offentlige, men innsyn avgjøres etter offentleglova for hvert krav."
_OM_INNSYN = "Stryk det. Det som er underlagt taushetsplikt, er unntatt uansett."
_ER_UNNTATT = re.compile(
    r"\b(?:referat|møtebok|protokoll|møtebøk)\w*\s+(?:\w+\s+){0,4}?"
    r"(?:er|blir|skal|unntas|unnatas|holdes|haldast)\s*(?:\w+\s+){0,3}?"
    r"(?:ikke offentlige?|ikkje offentlege?|unntatt|unnateke\w*|unnatekne|(?:fra|frå) offentlighet|hemmel[ie]ge?)\b"
)
_DELVIS = re.compile(
    r"taushet|teieplikt|offentleg?lov|\blov\w*\b|\bdel(?:er|ar)?\s+av\b|§|vurder|når\b|hvis\b|dersom\b"
)
