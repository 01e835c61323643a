"""Mot registeret: organisasjonsnumrene til partene."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen import register
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.modell.base import forkort
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import ufylt


@regel("REG104", "ugyldig-organisasjonsnummer", Severity.FEIL, "registeret", bygger_på=())
def ugyldig_organisasjonsnummer(k: Kontekst) -> Iterator[Funn]:
    """Organisasjonsnummeret har ikke ni sifre, eller kontrollsifferet stemmer ikke.

    Hvorfor: Nummeret sier i arkivet og ved signering hvem parten er. Med et galt siffer hører det ikke til noen.

    Rett opp: Slå opp nummeret i Enhetsregisteret, eller utelat det. Meldingen viser det registeret har for kommunen.

    Feil:
        parter:
          kommuner: {kommunenummer: 1859, organisasjonsnummer: 863 320 853}
          politi: Nordland politidistrikt

    Riktig:
        parter:
          kommuner: {kommunenummer: 1859, organisasjonsnummer: 863 320 852}
          politi: Nordland politidistrikt
    """
    for rute, tekst, kjent in _organisasjonsnumre(k):
        nummer = _bare_sifre(tekst)
        if register.gyldig_organisasjonsnummer(nummer):
            continue
        if nummer.isdigit() and len(nummer) == 9:
            melding = Begge(
                f"Kontrollsifferet i organisasjonsnummeret {tekst} stemmer ikke.",
                f"Kontrollsifferet i organisasjonsnummeret {tekst} stemmer ikkje.",
            )
        else:
            melding = Begge(
                f"«{forkort(tekst)}» er ikke et organisasjonsnummer. Det har ni sifre.",
                f"«{forkort(tekst)}» er ikkje eit organisasjonsnummer. Det har ni siffer.",
            )
        yield Funn(rute, melding, _slå_opp(kjent))


@regel("REG105", "annet-organisasjonsnummer", Severity.ADVARSEL, "registeret", bygger_på=())
def annet_organisasjonsnummer(k: Kontekst) -> Iterator[Funn]:
    """Organisasjonsnummeret er gyldig, men registeret har et annet for kommunen.

    Hvorfor: Nummeret kan høre til en annen kommune, til en skole eller etat, eller til kommunen slik den var før en
    sammenslåing.

    Rett opp: Slå opp kommunen i Enhetsregisteret og bruk nummeret til kommunen selv.

    Feil:
        parter:
          kommuner: {kommunenummer: 1859, organisasjonsnummer: 958935420}
          politi: Nordland politidistrikt

    Riktig:
        parter:
          kommuner: {kommunenummer: 1859, organisasjonsnummer: 863320852}
          politi: Nordland politidistrikt
    """
    for rute, tekst, kjent in _organisasjonsnumre(k):
        nummer = _bare_sifre(tekst)
        if not kjent or nummer == kjent.organisasjonsnummer or not register.gyldig_organisasjonsnummer(nummer):
            continue
        if kjent.organisasjonsnummer is None:
            continue
        eier = next((annen.navn for annen in register.alle_kommuner() if annen.organisasjonsnummer == nummer), None)
        yield Funn(
            rute,
            Begge(
                f"Organisasjonsnummeret {tekst} hører til {eier}, ikke til {kjent.navn}.",
                f"Organisasjonsnummeret {tekst} høyrer til {eier}, ikkje til {kjent.navn}.",
            )
            if eier
            else Begge(
                f"Organisasjonsnummeret {tekst} er ikke det registeret har for {kjent.navn}.",
                f"Organisasjonsnummeret {tekst} er ikkje det registeret har for {kjent.navn}.",
            ),
            _slå_opp(kjent),
        )


_Eier = register.Kommune | register.Politidistrikt


def _organisasjonsnumre(k: Kontekst) -> Iterator[tuple[Rute, str, _Eier | None]]:
    """Yield the numbers that are given: the way there, the text, and the kommune or the distrikt it should be of."""
    parter = k.avtale.parter
    nummer = parter.politi.organisasjonsnummer or ""
    politi = None if nummer.casefold() == "ja" else nummer
    steder: list[tuple[Rute, str | None, _Eier | None]] = [
        (("parter", "politi"), politi, register.politidistrikt(parter.politi.distrikt)),
    ]
    steder += [
        (("parter", "kommuner", indeks), part.organisasjonsnummer, k.kommuner[indeks])
        for indeks, part in enumerate(parter.kommuner)
    ]
    if parter.fylkeskommune:
        steder.append((("parter", "fylkeskommune"), parter.fylkeskommune.organisasjonsnummer, None))
    steder += [
        (("parter", "andre", indeks), annen.organisasjonsnummer, None) for indeks, annen in enumerate(parter.andre)
    ]
    for rute, tekst, kjent in steder:
        if tekst and not ufylt(tekst):
            yield (*rute, "organisasjonsnummer"), tekst, kjent


def _bare_sifre(tekst: str) -> str:
    return re.sub(r"(?i)[\s.]|^no(?=\s?[0-9])|mva$", "", tekst)


def _slå_opp(kjent: _Eier | None) -> Begge:
    if kjent and kjent.organisasjonsnummer:
        nummer = kjent.organisasjonsnummer
        return Begge(
            f"Registeret har {nummer} for {kjent.navn}. Slå det opp i Enhetsregisteret før avtalen signeres.",
            f"Registeret har {nummer} for {kjent.navn}. Slå det opp i Einingsregisteret før avtalen blir signert.",
        )
    return Begge(
        "Se etter om et siffer er skrevet feil, og slå opp nummeret i Enhetsregisteret.",
        "Sjå etter om eit siffer er skrive feil, og slå opp nummeret i Einingsregisteret.",
    )
