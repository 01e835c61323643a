"""Politikontaktens oppgaver: hovedoppgavene og det som hører til andre (veilederen 5.1 og 5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.base import forkort
from avtalegen.modell.lokaltekst import Rute
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.roller import liste, nevner, tekster_i


class _Oppgave(NamedTuple):
    """A main task of the guide: its name in a message, and groups of stems; one text must hold one of each group."""

    navn: str
    stammer: tuple[tuple[str, ...], ...]


_KUNNSKAP = ("kunnskap", "erfaring", "informasjon")
_HOVEDOPPGAVER = (
    _Oppgave(
        "å kjenne lokalsamfunnet og trendene i kriminaliteten",
        (
            (
                *("lokalkunnskap", "lokalkjennskap", "kjenne lokal", "lokale forhold", "lokale tilhøve", "oppdater"),
                *("trend", "kriminalitetsbilde", "kriminalitetsutvikling", "utviklingen i krim", "utviklinga i krim"),
            ),
        ),
    ),
    _Oppgave(
        "å bidra til etterretningsprodukter",
        (("etterretning", "analyse", "kunnskapsgrunnlag", "situasjonsbil", "kunnskapsprodukt"),),
    ),
    _Oppgave(
        "å dele kunnskap og erfaring",
        (_KUNNSKAP, (" dele ", " deler ", " deles", " delast", "deling", "utveksl", "formidl", "lever", "spre ")),
    ),
    _Oppgave(
        "å gi råd om forebygging",
        (("gi råd", "gje råd", "gir råd", "råd om", "råd til", "rådgiv", "rådgje", "rettlei", "veiled"),),
    ),
    _Oppgave(
        "å medvirke til at SLT eller andre samarbeidsmodeller fungerer",
        ((" slt", "(slt", "samarbeidsmodell", "samarbeidsfor", "samhandling", "samordn"),),
    ),
    _Oppgave(
        "å hjelpe lederen med møtene i politirådet",
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
    tekster = [f" {tekst} " for _, tekst in tekster_i(k, "politikontakt")]
    if not med_oppgaver or any(nevner(tekst, "hovedoppg", "fyll inn") for tekst in tekster):
        return
    samlet = "\n".join(tekster)
    mangler = [
        o.navn
        for o in _HOVEDOPPGAVER
        if not (_rommer(samlet, o) and (len(o.stammer) == 1 or any(_rommer(tekst, o) for tekst in tekster)))
    ]
    if mangler:
        yield Funn(
            ("politikontakt", med_oppgaver[0], "oppgaver"),
            f"Politikontaktens oppgaver nevner ikke {liste(mangler)}.",
            "Legg til det som mangler, hvis ingen andre gjør det.",
            nøkkel=True,
        )


def _rommer(tekst: str, oppgave: _Oppgave) -> bool:
    return all(nevner(tekst, *stammer) for stammer in oppgave.stammer)


_ANDRE_GJØR_DET = (
    *("forebyggende enhet", "forebyggende seksjon", "forebyggende avsnitt", "forebyggende tjeneste"),
    *("førebyggjande eining", "førebyggjande seksjon", "førebyggjande avsnitt", "førebyggjande teneste"),
    *("koordiner", "bestille", "henvise", "tilvise", "sørge for at", "syte for at", "sørgje for at"),
)
_UNDERVISNING = re.compile(r"\bforedrag|\bundervis(?:e|er|ning|ninga|ningen)\b|\bførelesing|\bforelesning")
_IKKE = re.compile(r"\b(?:ikke|ikkje)\b")
_KLUBB = re.compile(r"\b(?:ungdoms|fritids)klubb")
_OPPMØTE = ("besøk", "møte opp", "oppmøte", "til stede", "delta", "vere på", "være på")


@regel("VEI508", "oppgave-for-forebyggende-enhet", Severity.RÅD, "veilederen 5.3")
def oppgave_for_forebyggende_enhet(k: Kontekst) -> Iterator[Funn]:
    """Politikontakten skal holde foredrag, undervise eller møte opp på ungdomsklubber.

    Hvorfor: Veilederen anbefaler tydelig at slike oppgaver ligger til de forebyggende enhetene. Da kan politikontakten
    være bindeleddet mellom kommunen og politiet.

    Rett opp: Legg oppgaven til den forebyggende enheten, og nevn den under «kontaktpunkter» eller «gjør_ikke».

    Feil:
        politikontakt:
          navn: Kari Nordmann
          oppgaver: [Undervise om nettvett på skolene]

    Riktig:
        politikontakt:
          navn: Kari Nordmann
          gjør_ikke: [undervisning på skolene, som ligger til den forebyggende enheten]
    """
    for rute, tekst, helhet in _gjøremål(k):
        hva = tekst.casefold()
        if not nevner(hva, "foredrag", "undervis", "lesing", "lesning", "klubb"):
            continue
        if nevner(helhet, *_ANDRE_GJØR_DET) or _IKKE.search(helhet):
            continue
        if _UNDERVISNING.search(hva) or (_KLUBB.search(hva) and nevner(helhet, *_OPPMØTE)):
            yield Funn(
                rute,
                f"«{forkort(tekst)}» er en oppgave veilederen heller legger til den forebyggende enheten.",
                "Flytt oppgaven, og skriv under «kontaktpunkter» hvem kommunen kan spørre i stedet.",
            )


def _gjøremål(k: Kontekst) -> Iterator[tuple[Rute, str, str]]:
    """Yield what politikontakter do: the place, the text, and the text with what it is part of, casefolded."""
    for i, p in enumerate(k.avtale.politikontakt):
        for j, oppgave in enumerate(p.oppgaver):
            helhet = " ".join((oppgave.hva, *oppgave.omfatter)).casefold()
            yield ("politikontakt", i, "oppgaver", j, "hva"), oppgave.hva, helhet
            for n, tekst in enumerate(oppgave.omfatter):
                yield ("politikontakt", i, "oppgaver", j, "omfatter", n), tekst, helhet
        for j, besøk in enumerate(p.besøk):
            for n, hvem in enumerate(besøk.hvem):
                yield ("politikontakt", i, "besøk", j, "hvem", n), f"Besøk: {hvem}", f"besøk {hvem.casefold()}"
        for j, sted in enumerate(p.tilstedeværelse):
            for n, hvor in enumerate(sted.steder):
                rute = ("politikontakt", i, "tilstedeværelse", j, "steder", n)
                yield rute, f"Til stede: {hvor}", f"til stede {hvor.casefold()}"
