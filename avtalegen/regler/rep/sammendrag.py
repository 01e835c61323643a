"""What the rules across agreements need to know of each: little, so that thousands can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeGuard

from avtalegen import register
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Span
from avtalegen.modell.avtale import Avtaledata, Erstatter
from avtalegen.modell.datering import dagen
from avtalegen.modell.deler import Rolle
from avtalegen.modell.former import Part, Status
from avtalegen.modell.klokke import Åpent
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.regler.base import Kontekst
from avtalegen.regler.gyldighet import første_gyldige_dag, siste_gyldige_dag
from avtalegen.regler.omtale import ufylt
from avtalegen.regler.parter import finn_distrikt, kommuner_i
from avtalegen.regler.politikontakt import flere_er_godkjent

Deler = tuple[tuple[int, frozenset[str]], ...]
"""A fact in parts that can be compared one by one: the day of the week (0 when there are no days) and what is said."""


class Kommunepart(NamedTuple):
    """A kommune that is party to the agreement."""

    nummer: str
    navn: str
    plass: Span


class Kontaktperson(NamedTuple):
    """A politikontakt by name, with the numbers of the kommuner that are certainly his or hers."""

    navn: str
    kommuner: frozenset[str]
    plass: Span


class Opplysning(NamedTuple):
    """A fact about a police unit: `hva` is «telefonnummeret», «åpningstidene» or «lederen».

    `nøkkel` is what makes two agreements mean the same unit, `enhet` its name as it stands, `vist` the fact as a
    message can show it, or None.
    """

    nøkkel: str
    enhet: str
    hva: Begge
    deler: Deler
    vist: str | None
    plass: Span


class Person(NamedTuple):
    """A person by name, whom he or she works for (a district or a kommune), and the role."""

    navn: str
    hos: str
    rolle: str
    plass: Span


class Møtetid(NamedTuple):
    """A meeting with its hours in minutes from midnight, and the politikontakter who take part in it, by name.

    `til` is None where nobody has said when it ends.
    """

    dato: date
    fra: int
    til: int | None
    sted: str
    politikontakter: tuple[str, ...]
    plass: Span

    @property
    def slutt(self) -> int:
        """When it is surely over; one with no known end is surely there only when it begins."""
        return self.fra + 1 if self.til is None else max(self.til, self.fra + 1)


class Sammendrag(NamedTuple):
    """What one agreement says that other agreements may contradict.

    One that has ended or been revoked contradicts nothing: then there are only its kommuner, or nothing at all.
    """

    fil: str
    fra: date | None = None
    til: date | None = None
    distrikt: str = ""
    målform: str = ""
    mange_er_godkjent: bool = False
    kjennetegn: frozenset[str] = frozenset()
    erstatter: frozenset[str] = frozenset()
    kommuner: tuple[Kommunepart, ...] = ()
    politikontakter: tuple[Kontaktperson, ...] = ()
    opplysninger: tuple[Opplysning, ...] = ()
    personer: tuple[Person, ...] = ()
    møter: tuple[Møtetid, ...] = ()

    def samtidig(self, annen: Sammendrag) -> bool:
        """Tell whether there is a day on which both agreements apply. What isn't said has no limit."""
        return (self.fra or date.min) <= (annen.til or date.max) and (annen.fra or date.min) <= (self.til or date.max)


def sammendrag(k: Kontekst) -> Sammendrag:
    """Return the summary of one agreement, as it is on the day of the check."""
    avtale = k.avtale.avtale
    if avtale.status is Status.OPPHEVET:
        return Sammendrag(k.fil)
    til = siste_gyldige_dag(k)
    kommuner = tuple(
        Kommunepart(
            nummer,
            k.navn(indeks),
            k.plass(("parter", "kommuner", indeks, "kommunenummer")),
        )
        for indeks, nummer in enumerate(_numre(k))
    )
    if til and til < k.valg.i_dag:
        return Sammendrag(k.fil, til=til, kommuner=kommuner)
    distrikt = finn_distrikt(k.avtale.parter.politi.distrikt)
    return Sammendrag(
        k.fil,
        første_gyldige_dag(k),
        til,
        distrikt.navn if distrikt else form(k.avtale.parter.politi.distrikt),
        avtale.målform.value,
        flere_er_godkjent(k),
        _kjennetegn(avtale),
        frozenset().union(*map(_kjennetegn, avtale.erstatter)),
        kommuner,
        tuple(_politikontakter(k)),
        tuple(_opplysninger(k)),
        tuple(_personer(k)),
        tuple(_møter(k)),
    )


def form(tekst: str) -> str:
    """Return the form in which names are compared."""
    return " ".join(tekst.replace("–", "-").split()).casefold()


def _kjennetegn(avtale: Avtaledata | Erstatter) -> frozenset[str]:
    return frozenset(form(str(en)) for en in (avtale.tittel, avtale.saksnummer, dagen(avtale.dato)) if en)


def _er_navn(tekst: str | None) -> TypeGuard[str]:
    """Tell whether a text is a person's name in full: «Kari Nordmann», not «lensmannen» or «ikke besatt»."""
    ord_ = (tekst or "").split()
    return len(ord_) > 1 and not ufylt(tekst) and ord_[0][0].isupper() and ord_[-1][0].isupper()


def _politikontakter(k: Kontekst) -> Iterator[Kontaktperson]:
    for indeks, p in enumerate(k.avtale.politikontakt):
        kommuner = _kommuner(k, p)
        # Who of several has which kommuner isn't said.
        if not kommuner or (len(kommuner) > 1 and (len(p.navn) > 1 or (p.antall or 1) > 1)):
            continue
        for nummer, navn in enumerate(p.navn):
            if _er_navn(navn):
                yield Kontaktperson(navn, kommuner, k.plass(("politikontakt", indeks, "navn", nummer)))


def _kommuner(k: Kontekst, p: Politikontakt) -> frozenset[str] | None:
    """Return the numbers of the kommuner of a politikontakt, or None when it can't be told which they are."""
    alle = _numre(k)
    if not p.kommuner:
        return frozenset(alle) if len(alle) == 1 or len(k.avtale.politikontakt) == 1 else None
    numre: set[str] = set()
    for tekst in p.kommuner:
        nevnt = kommuner_i(k, tekst)
        utenfor = register.kommuner_med_navn(tekst) if not nevnt else ()
        if not nevnt and len(utenfor) != 1:
            return None
        numre |= {alle[i] for i in nevnt or ()} | {annen.kommunenummer for annen in utenfor}
    return frozenset(numre)


def _møter(k: Kontekst) -> Iterator[Møtetid]:
    råd = k.avtale.politiråd
    møter = råd.møter if råd else None
    for indeks, møte in enumerate(møter.plan if møter else ()):
        dato, fra, til = dagen(møte.dato), møte.klokkeslett, møte.slutt
        if dato is None or fra is None or fra.ord:
            continue
        # Where each kommune has its own meetings, those who have another one don't take part.
        vert = kommuner_i(k, møte.vert) if møter and møter.per_kommune and møte.vert else None
        navn = dict.fromkeys(
            navn
            for p in k.avtale.politikontakt
            if not vert or not p.kommuner or any(vert & (kommuner_i(k, tekst) or vert) for tekst in p.kommuner)
            for navn in p.navn
            if _er_navn(navn)
        )
        slutt = None if til is None or til.ord else til.time * 60 + til.minutt
        sted = møte.sted or (møter.sted if møter else None) or ""
        plass = k.plass(("politiråd", "møter", "plan", indeks, "dato"))
        yield Møtetid(dato, fra.time * 60 + fra.minutt, slutt, sted, tuple(navn), plass)


def _numre(k: Kontekst) -> list[str]:
    """Return the numbers that the kommuner of an agreement have today."""
    skrevne = [part.kommunenummer for part in k.avtale.parter.kommuner]
    kjente = ((nummer, register.kommune_i_dag(nummer)) for nummer in skrevne)
    return [kjent.kommunenummer if kjent else nummer for nummer, kjent in kjente]


def _opplysninger(k: Kontekst) -> Iterator[Opplysning]:
    for enhet, hva, deler, vist, rute in (*_ledere(k), *_åpent(k)):
        if deler and not ufylt(enhet):
            yield Opplysning(form(enhet), enhet, hva, deler, vist, k.plass(rute))


_Sagt = tuple[str, Begge, Deler, str | None, Rute]


def _ledere(k: Kontekst) -> Iterator[_Sagt]:
    politi = k.avtale.parter.politi
    distrikt = finn_distrikt(politi.distrikt)
    driftsenhet = politi.driftsenhet or (politi.driftsenhetsleder and politi.driftsenhetsleder.enhet)
    for enhet, leder, nøkkel in (
        (politi.enhet, politi.leder, "leder"),
        (driftsenhet, politi.driftsenhetsleder, "driftsenhetsleder"),
        (distrikt.navn if distrikt else politi.distrikt, politi.politimester, "politimester"),
    ):
        if enhet and leder and _er_navn(leder.navn):
            deler = ((0, frozenset([form(leder.navn)])),)
            yield enhet, Begge("lederen", "leiaren"), deler, leder.navn, ("parter", "politi", nøkkel, "navn")


def _åpent(k: Kontekst) -> Iterator[_Sagt]:
    tilbud = k.avtale.tjenestetilbud
    for indeks, sted in enumerate(tilbud.tjenestesteder if tilbud else ()):
        # «Politistasjonen» may be any of them.
        if " " in sted.navn or sted.sted:
            enhet = sted.navn if " " in sted.navn else f"{sted.navn} ({sted.sted})"
            rute = ("tjenestetilbud", "tjenestesteder", indeks)
            yield enhet, likt("telefonnummeret"), _numre_i(sted.telefon), _vist(sted.telefon), (*rute, "telefon")
            yield (
                enhet,
                Begge("åpningstidene", "opningstidene"),
                _tider(sted.åpningstider),
                None,
                (*rute, "åpningstider"),
            )
    for indeks, kontakt in enumerate(tilbud.kontakter if tilbud else ()):
        # «Barnevernvakten» has its own number in each kommune, «Legevakten i Lofoten» has one.
        if re.search(r" [A-ZÆØÅ][a-zæøå]", kontakt.hva):
            rute = ("tjenestetilbud", "kontakter", indeks)
            yield (
                kontakt.hva,
                likt("telefonnummeret"),
                _numre_i(kontakt.telefon),
                _vist(kontakt.telefon),
                (*rute, "telefon"),
            )
            yield (
                kontakt.hva,
                Begge("telefontiden", "telefontida"),
                _tider(kontakt.telefontid),
                None,
                (*rute, "telefontid"),
            )


def _numre_i(telefon: tuple[str, ...] | None) -> Deler:
    numre = frozenset(re.sub(r"^(?:\+|00)47", "", nummer) for nummer in telefon or () if not ufylt(nummer))
    return ((0, numre),) if numre else ()


def _vist(telefon: tuple[str, ...] | None) -> str:
    return " og ".join(telefon or ())


def _tider(tider: tuple[Åpent, ...] | None) -> Deler:
    dager: dict[int, set[str]] = {}
    for åpent in tider or ():
        for dag in åpent.dager or (0,):
            dager.setdefault(int(dag), set()).add(f"{åpent.fra}–{åpent.til}" if åpent.fra else str(åpent.merknad))
    return tuple((dag, frozenset(tider_)) for dag, tider_ in dager.items())


def _personer(k: Kontekst) -> Iterator[Person]:
    politi, distrikt = k.avtale.parter.politi, finn_distrikt(k.avtale.parter.politi.distrikt)
    hos_politiet = distrikt.navn if distrikt else form(politi.distrikt)
    for indeks, part in enumerate(k.avtale.parter.kommuner):
        rot: Rute = ("parter", "kommuner", indeks)
        hos = _numre(k)[indeks]
        yield from _rolle(k, part.leder, hos, (*rot, "leder"))
        yield from _rolle(k, part.administrativ_leder, hos, (*rot, "administrativ_leder"))
        for nummer, kontakt in enumerate(part.kontaktpersoner):
            yield from _rolle(k, kontakt, hos, (*rot, "kontaktpersoner", nummer))
    for nøkkel in ("leder", "driftsenhetsleder", "politimester"):
        yield from _rolle(k, getattr(politi, nøkkel), hos_politiet, ("parter", "politi", nøkkel))
    for indeks, p in enumerate(k.avtale.politikontakt):
        for nummer, navn in enumerate(p.navn):
            if _er_navn(navn):
                yield Person(navn, hos_politiet, "politikontakt", k.plass(("politikontakt", indeks, "navn", nummer)))
    råd = k.avtale.politiråd
    for indeks, medlem in enumerate(råd.medlemmer.politi if råd and råd.medlemmer else ()):
        yield from _rolle(k, medlem, hos_politiet, ("politiråd", "medlemmer", "politi", indeks))
    alene = _numre(k)[0] if len(k.kommuner) == 1 else None
    for indeks, medlem in enumerate(råd.medlemmer.kommune if råd and råd.medlemmer and alene else ()):
        yield from _rolle(k, medlem, alene or "", ("politiråd", "medlemmer", "kommune", indeks))
    for indeks, signatur in enumerate(k.avtale.signaturer):
        hos_ = {Part.POLITIET: hos_politiet, Part.KOMMUNEN: alene}.get(signatur.part) if signatur.part else None
        if hos_ and signatur.tittel and _er_navn(signatur.navn) and not ufylt(signatur.tittel):
            yield Person(signatur.navn, hos_, signatur.tittel, k.plass(("signaturer", indeks, "tittel")))


def _rolle(k: Kontekst, rolle: Rolle | None, hos: str, rute: Rute) -> Iterator[Person]:
    if rolle and _er_navn(rolle.navn):
        for tittel in filter(None, (rolle.tittel, *rolle.også)):
            if not ufylt(tittel):
                yield Person(rolle.navn, hos, tittel, k.plass((*rute, "tittel")))
