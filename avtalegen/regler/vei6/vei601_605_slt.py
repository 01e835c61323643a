"""SLT og andre strukturer for det forebyggende samarbeidet (veilederen kapittel 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.funn.ordlyd import liste, stor
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt, nevner
from avtalegen.regler.parter import kommunen
from avtalegen.regler.samarbeid import har_slt


@regel("VEI601", "slt-uten-nivåer", Severity.RÅD, "veilederen 6")
def slt_uten_nivåer(k: Kontekst) -> Iterator[Funn]:
    """Kommunen har SLT, men avtalen sier ikke hvem som er på hvert av de tre nivåene.

    Hvorfor: SLT bygger på et styrende, et koordinerende og et utførende nivå. Uten dem er det uklart hvem som
    bestemmer, hvem som samordner, og hvem som gjør arbeidet.

    Rett opp: Skriv hvem som er på hvert nivå under «nivåer». Politirådet er ofte det styrende.

    Feil:
        slt:
          etablert: ja
          nivåer: { styrende: politirådet }

    Riktig:
        slt:
          etablert: ja
          nivåer: { styrende: politirådet, koordinerende: SLT-utvalget, utførende: skolene og politiet }
    """
    slt = k.avtale.slt
    if not slt or not har_slt(k):
        return
    k.fant_ikke()
    linjer = [linje for _, tekst in k.med("slt") for linje in tekst.split("\n") if "slt" in linje]
    linjer += [(tekst or "").casefold() for tekst in (slt.tekst, slt.nivåer.merknad if slt.nivåer else "")]
    mangler = [
        navn
        for navn, stammer in _NIVÅER.items()
        if not getattr(slt.nivåer, navn, None) and not any(nevner(linje, *stammer) for linje in linjer)
    ]
    if mangler:
        yield Funn(
            ("slt", "nivåer"),
            Begge(
                f"Avtalen sier ikke hvem som er på det {liste(mangler)} nivået i SLT.",
                f"Avtalen seier ikkje kven som er på det {liste(_NIVÅ_PÅ_NYNORSK[navn] for navn in mangler)} nivået i "
                "SLT.",
            ),
            likt(f"Legg til {liste(f'«{navn}»' for navn in mangler)} under «nivåer»."),
            nøkkel=True,
        )


_NIVÅER = {
    "styrende": ("styrende nivå", "styrande nivå", "styringsgruppe", "styringsnivå"),
    "koordinerende": ("koordinerende nivå", "koordinerande nivå", "koordineringsgruppe", "arbeidsutvalg"),
    "utførende": ("utførende nivå", "utførande nivå", "utøvende nivå", "utøvande nivå"),
}


_NIVÅ_PÅ_NYNORSK = {"styrende": "styrande", "koordinerende": "koordinerande", "utførende": "utførande"}


@regel("VEI602", "slt-uten-koordinator", Severity.ADVARSEL, "veilederen 6")
def slt_uten_koordinator(k: Kontekst) -> Iterator[Funn]:
    """Kommunen har SLT, men avtalen nevner ingen SLT-koordinator.

    Hvorfor: Koordinatoren binder de tre nivåene sammen og er stillingen eller funksjonen som modellen står på. Den kan
    ha et annet navn, for eksempel kriminalitetsforebyggende koordinator.

    Rett opp: Skriv hvem som er «koordinator», eller at stillingen skal besettes.

    Feil:
        slt: ja

    Riktig:
        slt:
          etablert: ja
          koordinator: folkehelsekoordinatoren
    """
    slt = k.avtale.slt
    if not slt or not har_slt(k) or slt.koordinator or slt.koordinatorens_rolle:
        return
    # What the parties wish for under «mål» is not there yet.
    if not any(_KOORDINATOR.search(tekst) and rute[:2] != ("slt", "mål") for rute, tekst in k.med(*_SOM_KOORDINATOR)):
        k.fant_ikke()
        yield Funn(
            ("slt", "koordinator"),
            Begge(
                f"Avtalen sier at {kommunen(k)} har SLT, men nevner ingen SLT-koordinator.",
                f"Avtalen seier at {kommunen(k).nn} har SLT, men nemner ingen SLT-koordinator.",
            ),
            Begge(
                "Legg til «koordinator» med personen eller stillingen, eller med at den er ledig.",
                "Legg til «koordinator» med personen eller stillinga, eller med at ho er ledig.",
            ),
            nøkkel=True,
        )


_SOM_KOORDINATOR = ("koordinator", "forebyggende rådg", "førebyggjande rådg")
_KOORDINATOR = senere(
    r"\b(?:slt|salto)(?:[- ]og [\w-]+)?[- ]?koordinator|koordinator\w* (?:for|i) (?:slt|salto)"
    r"|(?:kriminalitets?forebyggende|kriminalitetsførebyggjande) (?:koordinator|rådgiv|rådgje)"
)


@regel("VEI603", "slt-fremstilt-som-lovpålagt", Severity.ADVARSEL, "veilederen 6")
def slt_fremstilt_som_lovpålagt(k: Kontekst) -> Iterator[Funn]:
    """Teksten sier at kommunen må ha SLT.

    Hvorfor: Ingen lov krever SLT. Kommunen velger selv om den vil bruke modellen, og mange har valgt noe annet. Det er
    politiet som skal delta der kommunen har den.

    Rett opp: Skriv at kommunen har valgt modellen, og stryk det som sier at den er pålagt.

    Feil:
        slt:
          etablert: ja
          tekst: SLT er lovpålagt for kommunen.

    Riktig:
        slt:
          etablert: ja
          tekst: SLT er ikke lovpålagt, men kommunen har valgt modellen.
    """
    if not er_nevnt(k, "lovpål", "pålag", "lovfest", "obligatorisk", "plikt til"):
        return
    for rute, tekst in k.foldet:
        for setning in re.split(r"[.!?\n]", tekst):
            om_slt = rute[0] == "slt" or "slt" in setning or "salto" in setning
            if om_slt and _PÅLAGT.search(setning) and not _NEKTET.search(setning):
                yield Funn(
                    rute,
                    likt("Her står det at SLT er pålagt, men modellen er frivillig for kommunen."),
                    Begge(
                        "Skriv heller at kommunen har valgt å bruke SLT.",
                        "Skriv heller at kommunen har valt å bruke SLT.",
                    ),
                )
                break


_SLT = r"(?:slt|salto)(?:-\w+)?"
_PÅLAGT = senere(
    rf"\b(?:{_SLT}|modellen|ordningen|ordninga)(?: \S+){{0,3}}? (?:lovpålag[td]|lovfest[ae]t|obligatorisk|pålag[td])\b"
    r"(?! taushet| teie| oppg| tjenest| tenest)"
    rf"|\b(?:lovpålag[td]e?|obligatorisk|pålag[td]|plikt)(?: \S+){{0,3}}? {_SLT}"
)
# The police are told to take part where the kommune has SLT: that is no duty of the kommune.
_NEKTET = senere(r"\b(?:ikke|ikkje|ingen|inga|verken|korkje|frivillig\w*|politiet)\b")


@regel("VEI604", "verken-slt-eller-annen-struktur", Severity.RÅD, "veilederen 6")
def verken_slt_eller_annen_struktur(k: Kontekst) -> Iterator[Funn]:
    """Avtalen nevner verken SLT eller en annen fast måte å samordne det forebyggende arbeidet på.

    Hvorfor: SLT er frivillig, men arbeidet for barn og unge trenger en struktur. Der kommunen ikke har SLT, skal
    politiet bruke den strukturen kommunen har valgt, og da bør avtalen si hvilken det er.

    At en SLT-koordinator er med i politirådet, sier ikke hvordan arbeidet er ordnet.

    Rett opp: Beskriv SLT under «slt», eller forumet dere bruker, under «samarbeidsfora».

    Feil:
        slt: nei

    Riktig:
        slt: nei
        samarbeidsfora: [Tverrfaglig forum for barn og unge]
    """
    if har_slt(k) or k.avtale.samarbeidsfora:
        return
    slt = k.avtale.slt
    har_ikke = slt is not None and slt.etablert is False
    # Where the parties say that there is no SLT, naming it says nothing of a structure.
    if not any(
        (_STRUKTUR.search(tekst) or (not har_ikke and _NEVNT_SLT.search(tekst)))
        and rute[0] != "slt"
        and not _om_deltakere(rute)
        for rute, tekst in k.med(*_SOM_STRUKTUR)
    ):
        k.fant_ikke()
        yield Funn(
            ("slt",) if slt else ("avtale",),
            Begge(
                f"{stor(kommunen(k))} har ikke SLT, og avtalen nevner ikke noe annet fast samarbeid om forebygging.",
                f"{stor(kommunen(k).nn)} har ikkje SLT, og avtalen nemner ikkje noko anna fast samarbeid om "
                "førebygging.",
            )
            if har_ikke
            else Begge(
                f"Avtalen sier ikke at {kommunen(k)} har SLT eller et annet fast samarbeid om forebygging.",
                f"Avtalen seier ikkje at {kommunen(k).nn} har SLT eller eit anna fast samarbeid om førebygging.",
            ),
            Begge(
                "Beskriv SLT under «slt», eller det dere har i stedet, under «samarbeidsfora».",
                "Beskriv SLT under «slt», eller det de har i staden, under «samarbeidsfora».",
            ),
            nøkkel=True,
        )


def _om_deltakere(rute: Rute) -> bool:
    """Tell whether a text says who takes part: a title with «SLT» in it is no structure."""
    return rute[0] in ("parter", "signaturer") or (rute[0] == "politiråd" and rute[1] in _DELTAKERE)


_DELTAKERE = ("medlemmer", "leder", "nestleder", "sekretær", "tilrettelegger")
_SOM_STRUKTUR = (
    *("slt", "salto", "bti", "tverr", "samarbeidsmodell", "samarbeidsfor", "forebyggende ", "førebyggjande "),
)
_NEVNT_SLT = senere(r"\b(?:slt|salto)")
_STRUKTUR = senere(
    r"\b(?:bti|tverrfaglig|tverretatlig|samarbeidsmodell|samarbeidsfor)"
    r"|\bbedre tverrfaglig|\bbetre tverrfagleg|forebyggende (?:forum|team|gruppe|nettverk|utvalg)"
    r"|førebyggjande (?:forum|team|gruppe|nettverk|utval)"
)


@regel("VEI605", "slt-gammelt-navn", Severity.RÅD, "veilederen 6")
def slt_gammelt_navn(k: Kontekst) -> Iterator[Funn]:
    """SLT er skrevet ut med det gamle navnet, uten «rus- og».

    Hvorfor: Forkortelsen står nå for samordning av lokale rus- og kriminalitetsforebyggende tiltak. Rusarbeidet er
    en del av modellen.

    Rett opp: Skriv hele navnet, eller bare SLT.

    Feil:
        slt:
          etablert: ja
          navn: SLT (samordning av lokale kriminalitetsforebyggende tiltak)

    Riktig:
        slt:
          etablert: ja
          navn: SLT (samordning av lokale rus- og kriminalitetsforebyggende tiltak)
    """
    for rute, tekst in k.med("samordning av"):
        # An earlier agreement and an annex are called what they are called.
        if rute[0] != "vedlegg" and rute[:2] != ("avtale", "erstatter") and _GAMMELT.search(tekst):
            yield Funn(
                rute,
                Begge("SLT er skrevet ut uten «rus- og».", "SLT er skrive ut utan «rus- og»."),
                Begge(
                    "Skriv «samordning av lokale rus- og kriminalitetsforebyggende tiltak».",
                    "Skriv «samordning av lokale rus- og kriminalitetsførebyggjande tiltak».",
                ),
            )


_GAMMELT = senere(r"samordning av (?:dei |de )?lokale?\s+kriminalitets?(?:forebyggende|førebyggjande)\s+tiltak")
