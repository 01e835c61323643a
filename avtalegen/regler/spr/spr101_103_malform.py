"""Språk: målformen kommunen har vedtatt, én målform i teksten, samisk, og rettskriving."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from avtalegen.dokument.skrift import unshown
from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.lokaltekst import FREMMEDE, Rute, eget_språk, er_navn, målform_av
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.roller import liste, samlet, ufylt
from avtalegen.regler.spr.lokale_ord import er_fagord, fremmede_ord, lokale_ord, navn_i_avtalen, navneord

_FLEST_STEDER = 5


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
        tuple((rute, f"Her står {_noen(dict.fromkeys(steder[rute]))}.") for rute in andre[:_FLEST_STEDER]),
    )


def _noen(ord_: Iterable[str]) -> str:
    alle = [f"«{o}»" for o in ord_]
    vist = alle[:_FLEST_STEDER]
    return liste([*vist, f"{len(alle) - len(vist)} til"] if len(alle) > len(vist) else vist)


@regel("SPR105", "tekst-i-annen-målform", Severity.RÅD, "språklova § 15")
def tekst_i_annen_målform(k: Kontekst) -> Iterator[Funn]:
    """Dokumentet lages på en annen målform enn den partene har skrevet sine egne tekster på.

    Hvorfor: Den faste teksten finnes på begge målformer, men det dere selv har skrevet, blir ikke oversatt. Det
    står som det er, merket med målformen det er skrevet på, så en skjermleser leser det riktig.

    Rett opp: Trenger dere hele avtalen på begge målformer, lager dere en YAML-fil på hver. Felt som er like, kan stå i
    en felles fil.

    Feil:
        # målform: nynorsk
        avtale: {målform: bokmål}
        forpliktelser:
          felles: Kommunene følger opp vedtakene

    Riktig:
        # målform: nynorsk
        avtale: {målform: nynorsk}
        forpliktelser:
          felles: Kommunane følgjer opp vedtaka
    """
    skrevet_i = k.avtale.avtale.målform
    for målform in k.valg.målformer:
        ruter = [
            rute
            for rute, tekst in k.tekster
            if not (er_navn(rute) or eget_språk(k.avtale, rute) or ufylt(tekst))
            and " " in tekst
            and målform_av(tekst, skrevet_i) is not målform
        ]
        if ruter:
            første, *andre = ruter
            antall = "1 egen tekst" if not andre else f"{len(ruter)} egne tekster"
            annen = FREMMEDE[målform].målform.value
            yield Funn(
                første,
                f"{antall} på {annen} blir stående på {annen} i dokumentet på {målform.value}.",
                "Oversett tekstene i en egen YAML-fil hvis hele avtalen skal være på begge målformer.",
                tuple((rute, "Her også.") for rute in andre[:_FLEST_STEDER]),
            )


SAMISK = {
    "1826": "sørsamisk",
    "1875": "lulesamisk",
    "5025": "sørsamisk",
    "5041": "sørsamisk",
    "5043": "sørsamisk",
    "5512": "nordsamisk",
    "5518": "nordsamisk",
    "5540": "nordsamisk",
    "5610": "nordsamisk",
    "5612": "nordsamisk",
    "5622": "nordsamisk",
    "5628": "nordsamisk",
    "5636": "nordsamisk",
}
"""The Sámi language of each kommune in the forvaltningsområde as Sametinget lists them (seen November 2026)."""
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
    if not funnet or på_samisk or _OM_SAMISK.search(samlet(k)):
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


@regel("SPR104", "stavefeil", Severity.RÅD)
def stavefeil(k: Kontekst) -> Iterator[Funn]:
    """Et ord i de lokale tekstene er ikke i ordlisten. Sjekkes bare når stavekontrollen er slått på.

    Hvorfor: Avtalen er et offentlig dokument som partene signerer. Skrivefeil tar tilliten fra innholdet.

    Rett opp: Rett ordet. Er det riktig, fører du det opp i samlingens egen ordliste. Navn fra registeret og navn som
    avtalen oppgir, er kjent fra før.

    Feil:
        forpliktelser:
          felles: Prioritere samarbiedet

    Riktig:
        forpliktelser:
          felles: Prioritere samarbeidet
    """
    kontroll = k.valg.stavekontroll
    if kontroll is None:
        return
    målform = k.avtale.avtale.målform
    fra_annen_målform = {ord_ for på_stedet in fremmede_ord(k).values() for ord_ in på_stedet}
    kjente = navneord() | navn_i_avtalen(k) | fra_annen_målform | {ord_.casefold() for ord_ in k.valg.ordliste}
    steder: dict[str, list[Rute]] = {}
    skrevet: dict[str, str] = {}
    for rute, ord_ in lokale_ord(k):
        form = ord_.casefold()
        # Abbreviations are in no dictionary; a letter alone is no word.
        if len(ord_) > 1 and ord_[1:].islower() and form not in kjente and not er_fagord(form, målform):
            steder.setdefault(skrevet.setdefault(form, ord_), []).append(rute)
    for ord_ in kontroll(målform.value, " ".join(steder)):
        første, *andre = dict.fromkeys(steder[ord_])
        yield Funn(
            første,
            f"«{ord_}» er ikke i ordlisten for {målform.value}.",
            "Rett ordet, eller før det opp i ordlisten til samlingen.",
            tuple((rute, "Det står her også.") for rute in andre[:_FLEST_STEDER]),
        )


@regel("SPR106", "tegn-uten-skrift", Severity.ADVARSEL)
def tegn_uten_skrift(k: Kontekst) -> Iterator[Funn]:
    """En tekst har et tegn som skriften i PDF-en mangler.

    Hvorfor: PDF-en har skriften med seg, så den ser lik ut overalt og i arkivet. Et tegn som skriften mangler, blir en
    firkant, eller faller bort når det er et merke over eller under en bokstav. Skriften har alle norske og
    samiske bokstaver.

    Rett opp: Skriv det med vanlige bokstaver og tegn. I Word, på nettsiden og i Markdown vises tegnet.

    Feil:
        forpliktelser:
          felles: Følge opp vedtakene ✅

    Riktig:
        forpliktelser:
          felles: Følge opp vedtakene
    """
    if not unshown(" ".join(tekst for _, tekst in k.tekster).replace("\n", " ")):
        return
    for rute, tekst in k.tekster:
        if tegn := unshown(tekst):
            yield Funn(
                rute,
                f"Skriften i PDF-en mangler {liste(_vist(t, tekst) for t in tegn)}.",
                "Skriv det med vanlige bokstaver og tegn. I de andre formatene vises tegnet.",
            )


def _vist(tegn: str, tekst: str) -> str:
    """Return a sign as it can be shown. A mark needs the letter that it stands at."""
    if not unicodedata.combining(tegn):
        return f"«{tegn}»"
    satt_sammen = unicodedata.normalize("NFC", tekst)
    sted = satt_sammen.index(tegn)
    return f"merket i «{satt_sammen[max(0, sted - 1) : sted + 1]}»"
