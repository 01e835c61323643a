"""Values: for each kind of field, what may stand there and every way of writing it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

from avtalegen.modell.apningstider import Langåpent, Telefontid, Åpningstider
from avtalegen.modell.avtale import Formatnummer
from avtalegen.modell.base import Ordvalg
from avtalegen.modell.datering import DateringForm, Dato
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import (
    AntallForm,
    JaNei,
    Markdown,
    MarkdownTekst,
    Saksnummer,
    Tekst,
    TekstEllerSvar,
    Telefon,
)
from avtalegen.modell.hyppighet import HyppighetForm, MøteantallForm
from avtalegen.modell.klokke import KlokkeslettForm, Ukedager
from avtalegen.modell.periode import Første, Siste
from avtalegen.modell.tall import DelAv, Heltall, Kroner, Minutter, Prosent, Tall
from avtalegen.modell.tid import TidspunktForm, TidsromForm
from avtalegen.modell.varighet import FristForm, VarighetForm
from tests.generator import klokke, mengder, tider
from tests.generator.blad import Blad
from tests.generator.navn import Merke, epost, filnavn, nettadresse, person, setning
from tests.generator.ruter import Mønster


class Sted(NamedTuple):
    """Where a value shall stand."""

    felt: Felt
    mønster: Mønster
    merke: Merke
    nynorsk: bool


_ORGANISASJONER = {
    ("parter", "fylkeskommune"): "fylkeskommune",
    ("parter", "regionråd"): "regionråd",
    ("parter", "andre"): "interkommunale selskap",
}
_PERSONER = {"leder", "nestleder", "sekretær", "politimester", "signaturer", "politikontakt", "kontakter", "deltakere"}
_PERSONER |= {"koordinator", "kontaktpersoner", "administrativ_leder", "driftsenhetsleder", "tilrettelegger"}
_PERSONER |= {"kommune", "politi", "andre", "kan_delta", "ved_behov", "digitale_tjenester"}


def _tekst(r: Random, sted: Sted) -> Blad:
    nøkkel, merke = sted.felt.nøkkel, sted.merke
    if nøkkel == "navn" and sted.mønster[:-1] in _ORGANISASJONER:
        tekst = f"{merke.sted} {merke.trakt} {_ORGANISASJONER[sted.mønster[:-1]]}"
    elif nøkkel == "navn" and sted.mønster[-2] in _PERSONER:
        tekst = person(r, merke)
    elif nøkkel == "epost":
        tekst = epost(r, merke)
    elif nøkkel == "nettadresse":
        tekst = nettadresse(r, merke)
    elif nøkkel == "fil":
        tekst = filnavn(r, merke)
    elif nøkkel in ("saksnummer", "sak"):
        tekst = f"PS {1 + merke.rute}/{merke.avtale}-{merke.forekomst} {merke.stedet}"
    elif nøkkel == "tittel":
        tekst = f"Leder for {merke.stedet}"
    else:
        tekst = setning(r, merke, nynorsk=sted.nynorsk)
    # The reader makes one space of several, so it is the same text that is laid out in another way.
    return Blad((tekst, tekst.replace(" ", "  ", 1)), tekst)


def _markdown(r: Random, sted: Sted) -> Blad:
    a, b = sted.merke.sted, sted.merke.trakt
    tekst = r.choice(
        (
            f"Partene vil ha det trygt på {a}.\n\nDet gjelder også {b}.",
            f"Partene vil **{a}**, *{b}* og [mer](https://example.org/mer):\n\n- {a} om høsten\n- {b} om våren",
            f"1. {a}\n2. {b}\n\nRekkefølgen er viktig.",
            f"| sted | når |\n|---|---|\n| {a} | mandag |\n| {b} | tirsdag |",
            f"{a} og {b}",
        )
    )
    return Blad((tekst, f"\n{tekst}\n"), Markdown(tekst))


def _ordvalg(r: Random, valg: type[Ordvalg]) -> Blad:
    ett = r.choice(list(valg))
    måter = [
        form
        for ord_ in ett.skrivemåter
        for form in (ord_, ord_.capitalize(), ord_.upper(), ord_.replace("-", " "), ord_.replace(" ", "_"))
    ]
    return Blad(tuple(dict.fromkeys(måter)), ett)


def _uten_sted(lag: Callable[[Random], Blad]) -> Callable[[Random, Sted], Blad]:
    return lambda r, _: lag(r)


_SLAG: dict[Any, Callable[[Random, Sted], Blad]] = {
    Tekst: _tekst,
    TekstEllerSvar: _tekst,
    Saksnummer: _tekst,
    MarkdownTekst: _markdown,
    Formatnummer: lambda r, _: Blad(("1",), 1),
    Dato: _uten_sted(tider.dato),
    DateringForm: _uten_sted(tider.datering),
    Første: _uten_sted(tider.første),
    Siste: _uten_sted(tider.siste),
    TidspunktForm: lambda r, sted: tider.tidspunkt(r, sted.merke.stedet),
    TidsromForm: _uten_sted(tider.tidsrom),
    VarighetForm: _uten_sted(tider.varighet),
    FristForm: _uten_sted(tider.frist),
    HyppighetForm: _uten_sted(tider.hyppighet),
    KlokkeslettForm: _uten_sted(klokke.klokkeslett),
    Ukedager: _uten_sted(klokke.ukedager),
    Åpningstider: _uten_sted(klokke.åpningstider),
    Langåpent: _uten_sted(klokke.åpningstider),
    Telefontid: _uten_sted(klokke.åpningstider),
    AntallForm: _uten_sted(mengder.antall),
    MøteantallForm: _uten_sted(mengder.antall),
    Heltall: _uten_sted(mengder.heltall),
    Tall: _uten_sted(mengder.tall),
    Minutter: _uten_sted(mengder.minutter),
    Prosent: _uten_sted(mengder.prosent),
    DelAv: _uten_sted(mengder.prosent),
    Kroner: _uten_sted(mengder.kroner),
    JaNei: _uten_sted(mengder.ja_nei),
    Telefon: lambda r, sted: mengder.telefon(r, sted.merke),
}


def verdi(r: Random, sted: Sted) -> Blad:
    """Return something to write in a field. A kind of field that nobody has told how to write, is a `KeyError`."""
    type_ = sted.felt.type
    if isinstance(type_, type) and issubclass(type_, Ordvalg):
        return _ordvalg(r, type_)
    return _SLAG[type_](r, sted)
