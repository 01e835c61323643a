"""De seks hovedoppgavene til politikontakten (veilederen 5.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt, nevner


class _Oppgave(NamedTuple):
    """A main task of the guide: its name in a message, and groups of stems; one text must hold one of each group."""

    navn: Begge
    stammer: tuple[tuple[str, ...], ...]


_KUNNSKAP = ("kunnskap", "erfaring", "informasjon")
_HOVEDOPPGAVER = (
    _Oppgave(
        Begge(
            "å kjenne lokalsamfunnet og trendene i kriminaliteten",
            "å kjenne lokalsamfunnet og trendane i kriminaliteten",
        ),
        (
            (
                *("lokalkunnskap", "lokalkjennskap", "kjenne lokal", "lokale forhold", "lokale tilhøve", "oppdater"),
                *("trend", "kriminalitetsbilde", "kriminalitetsutvikling", "utviklingen i krim", "utviklinga i krim"),
            ),
        ),
    ),
    _Oppgave(
        Begge("å bidra til etterretningsprodukter", "å bidra til etterretningsprodukt"),
        (("etterretning", "analyse", "kunnskapsgrunnlag", "situasjonsbil", "kunnskapsprodukt"),),
    ),
    _Oppgave(
        likt("å dele kunnskap og erfaring"),
        (_KUNNSKAP, (" dele ", " deler ", " deles", " delast", "deling", "utveksl", "formidl", "lever", "spre ")),
    ),
    _Oppgave(
        Begge("å gi råd om forebygging", "å gi råd om førebygging"),
        (("gi råd", "gje råd", "gir råd", "råd om", "råd til", "rådgiv", "rådgje", "rettlei", "veiled"),),
    ),
    _Oppgave(
        Begge(
            "å medvirke til at SLT eller andre samarbeidsmodeller fungerer",
            "å medverke til at SLT eller andre samarbeidsmodellar fungerer",
        ),
        ((" slt", "(slt", "samarbeidsmodell", "samarbeidsfor", "samhandling", "samordn"),),
    ),
    _Oppgave(
        Begge("å hjelpe lederen med møtene i politirådet", "å hjelpe leiaren med møta i politirådet"),
        (
            ("politiråd", "møte"),
            (
                *("planleg", "gjennomfør", "forbered", "førebu", "tilrettel", "legge til rette", "leggje til rette"),
                *("sekretær", "kalle inn", "innkall", "fungere", "virke", "verke", "verkar"),
            ),
        ),
    ),
)


@regel("VEI503", "hovedoppgaver-utelatt", Severity.RÅD, "veilederen 5.1")
def hovedoppgaver_utelatt(k: Kontekst) -> Iterator[Funn]:
    """Avtalen har en egen liste over politikontaktens oppgaver, men noen av de seks hovedoppgavene mangler.

    Hvorfor: Veilederen nevner seks hovedoppgaver: lokalkunnskap, etterretningsprodukter til politirådet, deling av
    kunnskap, råd om forebygging, samarbeidsmodeller som SLT, og møtene i politirådet. Lokale oppgaver kan komme i
    tillegg, men det som er utelatt, blir lett ingens ansvar.

    Rett opp: Legg til oppgavene som mangler, eller la det stå hvis noen andre har dem.

    Feil:
        politikontakt:
          navn: Kari Nordmann
          oppgaver: [Følge med på trender i kriminaliteten, Gi råd om forebygging]

    Riktig:
        politikontakt:
          navn: Kari Nordmann
          oppgaver:
            - Ha god lokalkunnskap og følge med på trender i kriminaliteten
            - Bidra til etterretningsprodukter for politirådet
            - Dele kunnskap med kommunen og næringslivet
            - Gi råd om forebyggende tiltak
            - Få SLT til å fungere
            - Forberede møtene i politirådet sammen med lederen
    """
    med_oppgaver = [i for i, p in enumerate(k.avtale.politikontakt) if p.oppgaver]
    if not med_oppgaver or er_nevnt(k, "hovedoppg", "fyll inn", i=("politikontakt",)):
        return
    tekster = [f" {tekst} " for _, tekst in k.tekster_i("politikontakt")]
    samlet = "\n".join(tekster)
    mangler = [o.navn for o in _HOVEDOPPGAVER if not _rommer(samlet, tekster, o)]
    if mangler:
        yield Funn(
            ("politikontakt", med_oppgaver[0], "oppgaver"),
            Begge(
                f"Politikontaktens oppgaver nevner ikke {liste(mangler)}.",
                f"Oppgåvene til politikontakten nemner ikkje {liste([navn.nn for navn in mangler])}.",
            ),
            Begge(
                "Legg til det som mangler, hvis ingen andre gjør det.",
                "Legg til det som manglar, om ingen andre gjer det.",
            ),
            nøkkel=True,
        )


def _rommer(samlet: str, tekster: list[str], oppgave: _Oppgave) -> bool:
    """Tell whether one of the texts has a task. `samlet` are all of them: to look there first is much less work."""
    if not all(nevner(samlet, *stammer) for stammer in oppgave.stammer):
        return False
    *først, sist = oppgave.stammer
    for stammer in først:
        tekster = [tekst for tekst in tekster if nevner(tekst, *stammer)]
    return not først or any(nevner(tekst, *sist) for tekst in tekster)
