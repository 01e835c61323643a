"""Politirådet: at det er frivillig, og på hvilket nivå det arbeider (veilederen kapittel 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.base import forkort
from avtalegen.modell.politirad import Politiråd
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt, nevner
from avtalegen.regler.samarbeid import beskrevet_råd
from avtalegen.regler.vei3.utsagn import påstander
from avtalegen.regler.vei4.politiradet import rådstekster


@regel("VEI404", "samarbeidet-fremstilt-som-pålagt", Severity.ADVARSEL, "veilederen 2.3, 3 og 4")
def samarbeidet_fremstilt_som_pålagt(k: Kontekst) -> Iterator[Funn]:
    """Teksten sier at kommuner må ha politiråd eller avtale med politiet.

    Hvorfor: Politiet skal tilby avtalen og invitere til politiråd, men en kommune kan ikke pålegges noen av delene. Den
    ferdige avtalen sier at samarbeidet er frivillig, så teksten motsier den.

    Rett opp: Skriv at kommunen har valgt å være med, og hva den vil bidra med.

    Feil:
        politiråd:
          forankring: Kommunen er pålagt å delta i politirådet etter loven

    Riktig:
        politiråd:
          forankring: Kommunen har valgt å delta i politirådet, og ledelsen stiller seg bak det
    """
    if not er_nevnt(k, "pålag", "pålegg", "lovfest", "obligatorisk", "plikt til", "krev", *_ALLE_KOMMUNER):
        return
    for rute, tekst in k.foldet:
        if any(_er_pålagt(ledd) for ledd in påstander(tekst)):
            yield Funn(
                rute,
                "Her står det at kommunen må ha politiråd eller avtale, men samarbeidet er frivillig for kommunen.",
                "Skriv heller at kommunen har valgt å være med.",
            )


_ALLE_KOMMUNER = ("alle kommun", "alle landets kommun", "alle norske kommun", "samtlige kommun", "samtlege kommun")
_SAMARBEIDET = r"(?:politiråd\w*|(?:samarbeids)?avtal(?:e|en|a)|samarbeidet)\b"
_VERB = r"(?:delta|ha|være med|vere med|opprette|etablere|inngå|skrive under)\b"
_INNEN = r"(?:\s+[\w-]+){0,6}?\s+"
_PÅLAGT = re.compile(
    # «Politirådet er pålagt å rapportere» is of another duty.
    rf"\b{_SAMARBEIDET}(?:\s+\w+){{0,3}}?\s+(?:er|blir|vert)\s+(?:\w+\s+)?"
    r"(?:lovpålag[td]|lovfest[ae]t|obligatorisk|pålag[td](?!\s+å))\b"
    rf"|\bkommun\w+(?:\s+\w+){{0,4}}?\s+(?:er|blir|vert)\s+(?:\w+\s+){{0,3}}?pålag[td]\b"
    rf"(?:\s+\w+){{0,3}}?\s+å\s+{_VERB}{_INNEN}{_SAMARBEIDET}"
    rf"|\bkommun\w+\s+har\s+(?:\w+\s+){{0,2}}?(?:lov)?plikt\s+til\s+å\s+{_VERB}{_INNEN}{_SAMARBEIDET}"
    rf"|\b(?:lov\w*|\w+loven|\w+lova|staten|regjeringen|regjeringa|stortinget|\w+departementet|politidirektoratet)"
    rf"\s+(?:krever|krev|pålegger|pålegg)\b(?=.*\bkommun){_INNEN}{_SAMARBEIDET}"
)
_ALLE = re.compile(
    rf"\b(?:alle|samtlige|samtlege)\s+(?:landets\s+|norske\s+)?kommun(?:er|ar)\s+(?:skal|må|plikter å|pliktar å)\s+"
    rf"{_VERB}{_INNEN}(?:politiråd\w*|(?:samarbeids)?avtale)\b"
)
# That the police are told to offer and to invite is so.
_TILBUD = re.compile(r"\b(?:tilb\w+|inviter\w*|be om|spørre|spørje)\b")


def _er_pålagt(ledd: str) -> bool:
    return bool((_PÅLAGT.search(ledd) or _ALLE.search(ledd)) and not _TILBUD.search(ledd))


@regel("VEI405", "politirådet-på-operativt-nivå", Severity.RÅD, "veilederen 4, note 8")
def politirådet_på_operativt_nivå(k: Kontekst) -> Iterator[Funn]:
    """Politirådet er lagt til det operative nivået.

    Hvorfor: Politirådet er et møtested for ledere, og veilederen vil at det først og fremst arbeider på strategisk
    nivå. Enkeltsaker og daglig drift hører hjemme mellom politikontakten og tjenestene i kommunen.

    Rett opp: Skriv «nivå: strategisk», og la det operative gå til politikontakten, SLT eller et annet forum.

    Feil:
        politiråd:
          nivå: operativt

    Riktig:
        politiråd:
          nivå: strategisk
    """
    råd = beskrevet_råd(k)
    if not råd:
        return
    for rute, tekst in rådstekster(k, "nivå", "formål", "tekst"):
        mønster = _OPERATIV if rute == ("politiråd", "nivå") else _RÅDET_ER_OPERATIVT
        if any(mønster.search(ledd) for ledd in påstander(tekst.casefold())) and not _strategisk(råd, tekst):
            yield Funn(
                rute,
                f"Politirådet er lagt til det operative nivået («{forkort(tekst, 60)}»).",
                "La rådet arbeide på strategisk nivå, og legg det operative til politikontakten eller et annet forum.",
            )


_OPERATIV = re.compile(r"\b(?:operativ|taktisk)")
_RÅDET_ER_OPERATIVT = re.compile(r"råd(?:et)?\s+(?:\w+\s+){0,3}?på\s+(?:et\s+|eit\s+)?operativt\s+nivå")


def _strategisk(råd: Politiråd, tekst: str) -> bool:
    return nevner(f"{råd.nivå or ''} {tekst}".casefold(), "strategisk", "overordn")
