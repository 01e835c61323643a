"""Mot registeret: kommunenummer, navn, politidistrikt og organisasjonsnummer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen import register
from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.base import forkort
from avtalegen.modell.lokaltekst import Rute
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import ufylt
from avtalegen.regler.ordlyd import liste
from avtalegen.regler.parter import finn_distrikt


@regel("REG101", "ukjent-kommunenummer", Severity.FEIL, "registeret", bygger_på=())
def ukjent_kommunenummer(k: Kontekst) -> Iterator[Funn]:
    """Kommunenummeret er ikke i bruk, det står noe annet enn et nummer, eller bare navnet på kommunen er skrevet.

    Hvorfor: Nummeret er nøkkelen til alt registeret vet om kommunen: navnet, fylket, politidistriktet og målformen. Et
    nummer fra før 2024 kan ha gått ut av bruk, også når kommunen er den samme.

    Når bare navnet står, og en kommune er alene om det, brukes nummeret registeret har, og det er bare et råd å skrive
    det.

    Rett opp: Skriv nummeret kommunen har i dag. Meldingen sier hvilket det er når registeret kan finne det.

    Feil:
        parter:
          kommuner: "3005"
          politi: Sør-Øst politidistrikt

    Riktig:
        parter:
          kommuner: "3301"
          politi: Sør-Øst politidistrikt
    """
    for indeks, part in enumerate(k.avtale.parter.kommuner):
        nummer, kjent = part.kommunenummer, k.kommuner[indeks]
        if kjent and part.navn and not k.er_skrevet(("parter", "kommuner", indeks, "kommunenummer")):
            yield Funn(
                ("parter", "kommuner", indeks, "navn"),
                f"Kommunenummeret står ikke. Registeret har {kjent.kommunenummer} for {kjent.navn}.",
                f"Skriv «kommunenummer: {kjent.kommunenummer}», eller la «avtalegen valider --rett» skrive det.",
                mildere=Severity.RÅD,
            )
        if kjent or ufylt(nummer) or len(register.kommuner_med_navn(nummer)) > 1:
            continue
        rute = ("parter", "kommuner", indeks, "kommunenummer")
        if navngitt := register.kommuner_med_navn(nummer):
            ment, melding = navngitt, f"«{forkort(nummer)}» står der kommunenummeret skal stå."
        elif tidligere := register.tidligere_nummer(nummer):
            navnet = register.kommuner_med_navn(part.navn or "")
            ment = tuple(i_dag for i_dag in tidligere if i_dag in navnet) or tidligere
            melding = f"Kommunenummeret {nummer} gikk ut av bruk 1. januar 2024."
        else:
            ment = _i_teksten(nummer) or register.kommuner_med_navn(part.navn or "")
            fire_sifre = re.fullmatch("[0-9]{4}", nummer)
            melding = (
                f"Ingen kommune har nummeret {nummer}."
                if fire_sifre
                else f"«{forkort(nummer)}» er ikke et kommunenummer."
            )
        bytt = (nummer, ment[0].kommunenummer) if len(navngitt) == 1 else None
        yield Funn(rute, melding, _skriv_nummeret(ment) if ment else _uten_treff(nummer), bytt=bytt)


def _i_teksten(tekst: str) -> tuple[register.Kommune, ...]:
    """Return the kommune in «1859 Flakstad», the kommuner in «1859 og 1860»."""
    return tuple(k for nummer in re.findall(r"\b[0-9]{4}\b", tekst) if (k := register.kommune(nummer)))


def _skriv_nummeret(ment: tuple[register.Kommune, ...]) -> str:
    if len(ment) == 1:
        return f"Skriv {ment[0].kommunenummer}, som er nummeret til {ment[0].navn}."
    return f"Skriv {liste((f'{m.kommunenummer} for {m.navn} i {m.fylke}' for m in ment), 'eller')}."


def _uten_treff(nummer: str) -> str:
    nærmeste = () if nummer.isdigit() else register.nærmeste_navn(nummer)
    if nærmeste:
        return f"Mente du {liste(nærmeste, 'eller')}? Skriv nummeret til kommunen, fire sifre."
    return "Skriv nummeret kommunen har i dag, fire sifre. Registeret kjenner numre som er brukt siden 2020."


@regel("REG102", "navn-stemmer-ikke-med-nummer", Severity.FEIL, "registeret", bygger_på=())
def navn_stemmer_ikke_med_nummer(k: Kontekst) -> Iterator[Funn]:
    """Navnet og kommunenummeret er ikke fra samme kommune. Samiske og kvenske navn godtas også.

    Hvorfor: Da vet ingen hvilken kommune avtalen gjelder, og det kan bli feil politidistrikt, målform og
    organisasjonsnummer i dokumentet.

    Rett opp: Finn ut om det er navnet eller nummeret som er riktig, og rett det andre. Navnet kan også utelates.

    Feil:
        parter:
          kommuner: {kommunenummer: 1859, navn: Vestvågøy}
          politi: Nordland politidistrikt

    Riktig:
        parter:
          kommuner: {kommunenummer: 1859, navn: Flakstad kommune}
          politi: Nordland politidistrikt
    """
    for indeks, (part, kjent) in enumerate(zip(k.avtale.parter.kommuner, k.kommuner, strict=True)):
        if kjent is None or part.navn is None or ufylt(part.navn):
            continue
        navngitt = register.kommuner_med_navn(part.navn)
        if kjent in navngitt:
            continue
        hjelp = f"Rett navnet til {kjent.navn}, eller utelat det: registeret kjenner det."
        if navngitt:
            andre = liste((f"{annen.kommunenummer} ({annen.fylke})" for annen in navngitt), "eller")
            hjelp = (
                f"Rett nummeret til {andre} hvis det er {navngitt[0].navn} som er part. "
                f"Hvis ikke, retter du navnet til {kjent.navn} eller utelater det."
            )
        yield Funn(
            ("parter", "kommuner", indeks, "navn"),
            f"Kommunenummeret {kjent.kommunenummer} hører til {_entydig(kjent)}, ikke til «{forkort(part.navn)}».",
            hjelp,
            ((("parter", "kommuner", indeks, "kommunenummer"), "Nummeret står her."),),
        )


def _entydig(kommune: register.Kommune) -> str:
    like = register.kommuner_med_navn(kommune.navn)
    return f"{kommune.navn} i {kommune.fylke}" if len(like) > 1 else kommune.navn


@regel("REG103", "feil-politidistrikt", Severity.ADVARSEL, "politidistriktsforskriften")
def feil_politidistrikt(k: Kontekst) -> Iterator[Funn]:
    """Kommunen hører til et annet politidistrikt enn det avtalen nevner, eller distriktet finnes ikke.

    Hvorfor: Avtalen må være mellom kommunen og distriktet som faktisk dekker den. Tolv kommuner følger ikke resten av
    fylket, og distriktene har skiftet navn og grenser.

    Rett opp: Skriv distriktet kommunen hører til. Kortformer som «Nordland» og nynorske navn godtas.

    Feil:
        parter:
          kommuner: {kommunenummer: 1811, navn: Bindal}
          politi: Nordland politidistrikt

    Riktig:
        parter:
          kommuner: {kommunenummer: 1811, navn: Bindal}
          politi: Trøndelag politidistrikt
    """
    oppgitt = k.avtale.parter.politi.distrikt
    if ufylt(oppgitt):
        return
    distrikt = finn_distrikt(oppgitt)
    utenfor = [
        (indeks, kjent)
        for indeks, kjent in enumerate(k.kommuner)
        if kjent and (distrikt is None or kjent.politidistrikt != distrikt.navn)
    ]
    hører_til: dict[str, list[str]] = {}
    for _, kjent in utenfor:
        hører_til.setdefault(kjent.politidistrikt, []).append(kjent.navn)
    sagt = liste(f"{liste(navn)} hører til {annet}" for annet, navn in hører_til.items()) if hører_til else ""
    if distrikt is None:
        yield Funn(
            ("parter", "politi", "distrikt"),
            f"«{forkort(oppgitt)}» er ikke et av politidistriktene i registeret.",
            f"{sagt}." if sagt else _alle_distrikt(),
        )
    elif utenfor:
        avvik = [kjent.navn for _, kjent in utenfor if kjent.merknad.startswith("Annet politidistrikt")]
        yield Funn(
            ("parter", "politi", "distrikt"),
            f"{sagt}, ikke til {distrikt.navn}.",
            "Rett politidistriktet, eller ta ut kommunen som ikke skal være med."
            + (f" {liste(avvik)} følger ikke resten av fylket." if avvik else ""),
            tuple(
                (("parter", "kommuner", indeks, "kommunenummer"), f"{kjent.navn} hører til {kjent.politidistrikt}.")
                for indeks, kjent in utenfor
            )
            if len(k.kommuner) > 1
            else (),
        )


def _alle_distrikt() -> str:
    return f"Distriktene er {liste(d.kortnavn for d in register.alle_politidistrikt())}."


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
            melding = f"Kontrollsifferet i organisasjonsnummeret {tekst} stemmer ikke."
        else:
            melding = f"«{forkort(tekst)}» er ikke et organisasjonsnummer. Det har ni sifre."
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
            f"Organisasjonsnummeret {tekst} hører til {eier}, ikke til {kjent.navn}."
            if eier
            else f"Organisasjonsnummeret {tekst} er ikke det registeret har for {kjent.navn}.",
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


def _slå_opp(kjent: _Eier | None) -> str:
    if kjent and kjent.organisasjonsnummer:
        nummer = kjent.organisasjonsnummer
        return f"Registeret har {nummer} for {kjent.navn}. Slå det opp i Enhetsregisteret før avtalen signeres."
    return "Se etter om et siffer er skrevet feil, og slå opp nummeret i Enhetsregisteret."


@regel("REG106", "kommunenavn-flertydig", Severity.FEIL, "registeret", bygger_på=())
def kommunenavn_flertydig(k: Kontekst) -> Iterator[Funn]:
    """Det står bare Herøy eller Våler, og ikke nummeret, og to kommuner heter det.

    Hvorfor: De to kommunene med samme navn ligger i hvert sitt fylke og politidistrikt. Navnet alene sier ikke hvem av
    dem som er part.

    Rett opp: Skriv nummeret til den av kommunene som er part.

    Feil:
        parter:
          kommuner: Herøy
          politi: Nordland politidistrikt

    Riktig:
        parter:
          kommuner: "1818"
          politi: Nordland politidistrikt
    """
    for indeks, part in enumerate(k.avtale.parter.kommuner):
        like = register.kommuner_med_navn(part.kommunenummer) if k.kommuner[indeks] is None else ()
        if len(like) > 1:
            rute: Rute = ("parter", "kommuner", indeks, "kommunenummer")
            yield Funn(
                rute if k.er_skrevet(rute) else (*rute[:-1], "navn"),
                f"To kommuner heter {like[0].navn}: {liste(f'{en.kommunenummer} i {en.fylke}' for en in like)}.",
                _skriv_nummeret(like),
            )
