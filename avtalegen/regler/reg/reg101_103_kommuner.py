"""Mot registeret: kommunenummer, navn og politidistrikt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen import register
from avtalegen.funn.begge import TOM, Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.lesing import text_at
from avtalegen.lesing.kommunenumre import number_of
from avtalegen.modell.base import forkort
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import ufylt
from avtalegen.regler.parter import finn_distrikt
from avtalegen.regler.reg.nummer import skriv_nummeret


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
                Begge(
                    f"Kommunenummeret står ikke. Registeret har {kjent.kommunenummer} for {kjent.navn}.",
                    f"Kommunenummeret står ikkje. Registeret har {kjent.kommunenummer} for {kjent.navn}.",
                ),
                likt(f"Skriv «kommunenummer: {kjent.kommunenummer}», eller la «avtalegen valider --rett» skrive det."),
                mildere=Severity.RÅD,
            )
        rute = ("parter", "kommuner", indeks, "kommunenummer")
        if kjent and (navn := text_at(k.rot, rute)) and number_of({"navn": navn}) == nummer:
            yield Funn(
                rute,
                likt(f"«{forkort(navn)}» står der kommunenummeret skal stå."),
                skriv_nummeret((kjent,)),
                bytt=(navn, nummer),
                mildere=Severity.RÅD,
            )
        if kjent or ufylt(nummer) or len(register.kommuner_med_navn(nummer)) > 1:
            continue
        navngitt = register.kommuner_med_navn(nummer)
        if navngitt:
            ment, melding = navngitt, likt(f"«{forkort(nummer)}» står der kommunenummeret skal stå.")
        elif tidligere := register.tidligere_nummer(nummer):
            navnet = register.kommuner_med_navn(part.navn or "")
            ment = tuple(i_dag for i_dag in tidligere if i_dag in navnet) or tidligere
            melding = Begge(
                f"Kommunenummeret {nummer} gikk ut av bruk 1. januar 2024.",
                f"Kommunenummeret {nummer} gjekk ut av bruk 1. januar 2024.",
            )
        else:
            ment = _i_teksten(nummer) or register.kommuner_med_navn(part.navn or "")
            fire_sifre = re.fullmatch("[0-9]{4}", nummer)
            melding = (
                likt(f"Ingen kommune har nummeret {nummer}.")
                if fire_sifre
                else Begge(
                    f"«{forkort(nummer)}» er ikke et kommunenummer.", f"«{forkort(nummer)}» er ikkje eit kommunenummer."
                )
            )
        bytt = (nummer, ment[0].kommunenummer) if len(navngitt) == 1 else None
        yield Funn(rute, melding, skriv_nummeret(ment) if ment else _uten_treff(nummer), bytt=bytt)


def _i_teksten(tekst: str) -> tuple[register.Kommune, ...]:
    """Return the kommune in «1859 Flakstad», the kommuner in «1859 og 1860»."""
    return tuple(k for nummer in re.findall(r"\b[0-9]{4}\b", tekst) if (k := register.kommune(nummer)))


def _uten_treff(nummer: str) -> Begge:
    nærmeste = () if nummer.isdigit() else register.nærmeste_navn(nummer)
    if nærmeste:
        return Begge(
            f"Mente du {liste(nærmeste, 'eller')}? Skriv nummeret til kommunen, fire sifre.",
            f"Meinte du {liste(nærmeste, 'eller')}? Skriv nummeret til kommunen, fire siffer.",
        )
    return Begge(
        "Skriv nummeret kommunen har i dag, fire sifre. Registeret kjenner numre som er brukt siden 2020.",
        "Skriv nummeret kommunen har i dag, fire siffer. Registeret kjenner nummer som er brukte sidan 2020.",
    )


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
        hjelp = Begge(
            f"Rett navnet til {kjent.navn}, eller utelat det: registeret kjenner det.",
            f"Rett namnet til {kjent.navn}, eller utelat det: registeret kjenner det.",
        )
        if navngitt:
            andre = liste((f"{annen.kommunenummer} ({annen.fylke})" for annen in navngitt), "eller")
            hjelp = Begge(
                f"Rett nummeret til {andre} hvis det er {navngitt[0].navn} som er part. "
                f"Hvis ikke, retter du navnet til {kjent.navn} eller utelater det.",
                f"Rett nummeret til {andre} om det er {navngitt[0].navn} som er part. Om ikkje, rettar du namnet til "
                f"{kjent.navn} eller utelèt det.",
            )
        yield Funn(
            ("parter", "kommuner", indeks, "navn"),
            Begge(
                f"Kommunenummeret {kjent.kommunenummer} hører til {_entydig(kjent)}, ikke til «{forkort(part.navn)}».",
                f"Kommunenummeret {kjent.kommunenummer} høyrer til {_entydig(kjent)}, ikkje til "
                f"«{forkort(part.navn)}».",
            ),
            hjelp,
            ((("parter", "kommuner", indeks, "kommunenummer"), likt("Nummeret står her.")),),
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
    sagt = TOM
    if hører_til:
        par = [(liste(navn), annet) for annet, navn in hører_til.items()]
        sagt = Begge(
            liste(f"{navn} hører til {annet}" for navn, annet in par),
            liste(f"{navn} høyrer til {annet}" for navn, annet in par),
        )
    if distrikt is None:
        yield Funn(
            ("parter", "politi", "distrikt"),
            Begge(
                f"«{forkort(oppgitt)}» er ikke et av politidistriktene i registeret.",
                f"«{forkort(oppgitt)}» er ikkje eit av politidistrikta i registeret.",
            ),
            Begge(f"{sagt}.", f"{sagt.nn}.") if sagt else _alle_distrikt(),
        )
    elif utenfor:
        avvik = [kjent.navn for _, kjent in utenfor if kjent.merknad.startswith("Annet politidistrikt")]
        yield Funn(
            ("parter", "politi", "distrikt"),
            Begge(f"{sagt}, ikke til {distrikt.navn}.", f"{sagt.nn}, ikkje til {distrikt.navn}."),
            Begge(
                "Rett politidistriktet, eller ta ut kommunen som ikke skal være med.",
                "Rett politidistriktet, eller ta ut kommunen som ikkje skal vere med.",
            )
            + (
                Begge(
                    f" {liste(avvik)} følger ikke resten av fylket.", f" {liste(avvik)} følgjer ikkje resten av fylket."
                )
                if avvik
                else TOM
            ),
            tuple(
                (
                    ("parter", "kommuner", indeks, "kommunenummer"),
                    Begge(
                        f"{kjent.navn} hører til {kjent.politidistrikt}.",
                        f"{kjent.navn} høyrer til {kjent.politidistrikt}.",
                    ),
                )
                for indeks, kjent in utenfor
            )
            if len(k.kommuner) > 1
            else (),
        )


def _alle_distrikt() -> Begge:
    return Begge(
        f"Distriktene er {liste(d.kortnavn for d in register.alle_politidistrikt())}.",
        f"Distrikta er {liste(d.kortnavn for d in register.alle_politidistrikt())}.",
    )
