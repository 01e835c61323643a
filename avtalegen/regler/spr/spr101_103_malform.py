"""Språk: målformen kommunen har vedtatt, én målform i teksten, og samisk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.lokaltekst import FREMMEDE
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.ordlyd import liste
from avtalegen.regler.spr.forvaltningsomradet import SAMISK
from avtalegen.regler.spr.lokale_ord import FLEST_STEDER, fremmede_ord


@regel("SPR101", "feil-målform", Severity.ADVARSEL, "språklova § 15")
def feil_målform(k: Kontekst) -> Iterator[Funn]:
    """Avtalen er på en annen målform enn kommunen har vedtatt at staten skal bruke.

    Hvorfor: Politiet er et statsorgan og skal skrive til kommunen på den målformen kommunen har vedtatt. Nøytrale
    kommuner godtar begge.

    Rett opp: Skriv avtalen på målformen kommunen har vedtatt. Har kommunene vedtatt hver sin, trengs begge.

    Feil:
        avtale: {målform: bokmål}
        parter:
          kommuner: {kommunenummer: 3324, navn: Gol}
          politi: Sør-Øst politidistrikt

    Riktig:
        avtale: {målform: nynorsk}
        parter:
          kommuner: {kommunenummer: 3324, navn: Gol}
          politi: Sør-Øst politidistrikt
    """
    målform = k.avtale.avtale.målform.value
    kjente = [(indeks, kjent) for indeks, kjent in enumerate(k.kommuner) if kjent]
    andre = [(indeks, kjent) for indeks, kjent in kjente if kjent.målform not in (målform, "nøytral")]
    if not andre:
        return
    vedtatt = andre[0][1].målform
    if any(kjent.målform == målform for _, kjent in kjente):
        hjelp = "Kommunene har vedtatt ulike målformer. Begge målformer kan lages av den samme filen."
    else:
        hjelp = f"Skriv «målform: {vedtatt}» under «avtale», og skriv de lokale tekstene på {vedtatt}."
    yield Funn(
        ("avtale", "målform"),
        f"Avtalen er på {målform}, men {liste(kjent.navn for _, kjent in andre)} har vedtatt {vedtatt}.",
        hjelp,
        tuple(
            (("parter", "kommuner", indeks, "kommunenummer"), f"{kjent.navn} har vedtatt {vedtatt}.")
            for indeks, kjent in andre
        ),
    )


@regel("SPR102", "blandet-målform", Severity.RÅD, "språklova § 15")
def blandet_målform(k: Kontekst) -> Iterator[Funn]:
    """De lokale tekstene har ord fra den andre målformen. Navn og sitater blir ikke regnet med.

    Hvorfor: Avtalens faste tekst er på målformen som er valgt. Står det nynorsk og bokmål om hverandre, ser det ut som
    noe er limt inn fra en annen avtale.

    Rett opp: Skriv om teksten, eller velg den andre målformen. Sett det som skal stå ordrett, i anførselstegn.

    Feil:
        avtale: {målform: bokmål}
        forpliktelser:
          felles: Kommunane følgjer opp det som ikkje er gjort

    Riktig:
        avtale: {målform: bokmål}
        forpliktelser:
          felles: Kommunene følger opp det som ikke er gjort
    """
    steder = fremmede_ord(k)
    if not steder:
        return
    målform = k.avtale.avtale.målform
    annen = FREMMEDE[målform].målform.value
    første, *andre = steder
    alle = dict.fromkeys(ord_ for på_stedet in steder.values() for ord_ in på_stedet)
    yield Funn(
        første,
        f"Avtalen er på {målform.value}, men teksten har ord på {annen}: {_noen(alle)}.",
        f"Skriv om teksten, eller velg «målform: {annen}». Sett det som skal stå ordrett, i anførselstegn.",
        tuple((rute, f"Her står {_noen(dict.fromkeys(steder[rute]))}.") for rute in andre[:FLEST_STEDER]),
    )


def _noen(ord_: Iterable[str]) -> str:
    alle = [f"«{o}»" for o in ord_]
    vist = alle[:FLEST_STEDER]
    return liste([*vist, f"{len(alle) - len(vist)} til"] if len(alle) > len(vist) else vist)


_OM_SAMISK = re.compile(r"\b(?:(?:nord|lule|sør)?samisk|sámi|sáme|saemi)")


@regel("SPR103", "samisk-forvaltningsområde", Severity.RÅD, "sameloven § 3-1")
def samisk_forvaltningsområde(k: Kontekst) -> Iterator[Funn]:
    """Kommunen er i forvaltningsområdet for samiske språk, og avtalen sier ikke noe om samisk.

    Hvorfor: Der er samisk og norsk likestilt, også i møte med politiet. Innbyggerne kan kreve å bli betjent på samisk,
    og kunngjøringer som gjelder dem, skal finnes på begge språk.

    Rett opp: Ta med en samisk tittel og et sammendrag, og si hvordan innbyggerne kan bruke samisk i møte med politiet.

    Feil:
        parter:
          kommuner: {kommunenummer: 5610, navn: Karasjok}
          politi: Finnmark politidistrikt

    Riktig:
        parter:
          kommuner: {kommunenummer: 5610, navn: Karasjok}
          politi: Finnmark politidistrikt
        forpliktelser:
          politiet: Gi innbyggerne svar på samisk
    """
    funnet = [(indeks, kjent) for indeks, kjent in enumerate(k.kommuner) if kjent and kjent.kommunenummer in SAMISK]
    på_samisk = any(a.språk and a.språk.value.endswith("samisk") for a in k.avtale.lokale_avsnitt)
    if not funnet or på_samisk or _OM_SAMISK.search(k.samlet):
        return
    språk = liste(dict.fromkeys(SAMISK[kjent.kommunenummer] for _, kjent in funnet))
    ruter = [("parter", "kommuner", indeks, "kommunenummer") for indeks, _ in funnet]
    yield Funn(
        ruter[0],
        f"{liste(kjent.navn for _, kjent in funnet)} er i forvaltningsområdet for samiske språk, "
        "men avtalen sier ikke noe om samisk.",
        f"Ta med et sammendrag på {språk} i «lokale_avsnitt», med «språk: {SAMISK[funnet[0][1].kommunenummer]}», "
        "og si hvordan innbyggerne kan bruke språket i møte med politiet.",
        tuple((rute, f"{kjent.navn} er også med.") for rute, (_, kjent) in zip(ruter[1:], funnet[1:], strict=True)),
    )
