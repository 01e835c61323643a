"""Språk: rettskriving, tekster på en annen målform enn dokumentet, tegn, og steder som ikke er fylt ut."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from avtalegen.dokument.skrift import unshown
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.funn.ordlyd import antall, liste
from avtalegen.modell.base import forkort
from avtalegen.modell.lokaltekst import FREMMEDE, eget_språk, er_navn, målform_av
from avtalegen.modell.ufylt import UFYLT, er_ufylt, ufylt_inni
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import ufylt
from avtalegen.regler.spr.lokale_ord import FLEST_STEDER, er_fagord, fremmede_ord, lokale_ord, navn_i_avtalen, navneord
from avtalegen.regler.valg import Behov


@regel("SPR104", "stavefeil", Severity.RÅD, behov={Behov.STAVEKONTROLL})
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
        if ord_[1:].islower() and form not in kjente and not er_fagord(form, målform):
            steder.setdefault(skrevet.setdefault(form, ord_), []).append(rute)
    for ord_ in kontroll(målform.value, " ".join(steder)):
        første, *andre = dict.fromkeys(steder[ord_])
        yield Funn(
            første,
            Begge(
                f"«{ord_}» er ikke i ordlisten for {målform.value}.",
                f"«{ord_}» er ikkje i ordlista for {målform.value}.",
            ),
            Begge(
                "Rett ordet, eller før det opp i ordlisten til samlingen.",
                "Rett ordet, eller før det opp i ordlista til samlinga.",
            ),
            tuple((rute, likt("Det står her også.")) for rute in andre[:FLEST_STEDER]),
        )


@regel("SPR105", "tekst-i-annen-målform", Severity.RÅD, "språklova § 15", behov={Behov.MÅLFORMER})
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
            hvor_mye = Begge(
                antall(len(ruter), "egen tekst", "egne tekster"), antall(len(ruter), "eigen tekst", "eigne tekstar")
            )
            annen = FREMMEDE[målform].målform.value
            yield Funn(
                første,
                Begge(
                    f"{hvor_mye} på {annen} blir stående på {annen} i dokumentet på {målform.value}.",
                    f"{hvor_mye.nn} på {annen} blir ståande på {annen} i dokumentet på {målform.value}.",
                ),
                Begge(
                    "Oversett tekstene i en egen YAML-fil hvis hele avtalen skal være på begge målformer.",
                    "Omset tekstane i ei eiga YAML-fil om heile avtalen skal vere på begge målformer.",
                ),
                tuple((rute, likt("Her også.")) for rute in andre[:FLEST_STEDER]),
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
    if not unshown(k.ordrett.replace("\n", " ")):
        return
    for rute, tekst in k.tekster:
        if tegn := unshown(tekst):
            yield Funn(
                rute,
                Begge(
                    f"Skriften i PDF-en mangler {liste(_vist(t, tekst) for t in tegn)}.",
                    f"Skrifta i PDF-en manglar {liste(_vist(t, tekst) for t in tegn)}.",
                ),
                Begge(
                    "Skriv det med vanlige bokstaver og tegn. I de andre formatene vises tegnet.",
                    "Skriv det med vanlege bokstavar og teikn. I dei andre formata blir teiknet vist.",
                ),
            )


def _vist(tegn: str, tekst: str) -> str:
    """Return a sign as it can be shown. A mark needs the letter that it stands at."""
    if not unicodedata.combining(tegn):
        return f"«{tegn}»"
    satt_sammen = unicodedata.normalize("NFC", tekst)
    sted = satt_sammen.index(tegn)
    return f"merket i «{satt_sammen[max(0, sted - 1) : sted + 1]}»"


@regel("SPR107", "ikke-fylt-ut", Severity.ADVARSEL)
def ikke_fylt_ut(k: Kontekst) -> Iterator[Funn]:
    """Steder i avtalen er ikke fylt ut.

    Hvorfor: «avtalegen ny» merker dem med FYLL INN. Det samme gjelder en verdi som bare er «[fyll inn dato]»,
    «XX.XX.2026», «XX», «…» eller «??», og «[dato]» inne i en tekst. En verdi står som «[Fyll inn: …]» i dokumentet, og
    en avtale med slike steder er ikke klar til behandling. Skal avtalen signeres, er hvert av dem en feil (SIG106).

    Rett opp: Fyll ut stedet, eller stryk det.

    Feil:
        politikontakt:
          navn: "FYLL INN: navnet på politikontakten"

    Riktig:
        politikontakt:
          navn: Kari Nordmann
    """
    if k.skal_signeres or (UFYLT not in k.ordrett and not ufylt_inni(k.ordrett)):
        return
    # Of when the agreement begins and ends, there is one text.
    perioden = ("periode", "varighet")
    steder = [
        (rute, en) for rute, en in k.tekster if er_ufylt(en) or ufylt_inni(en) or (rute == perioden and UFYLT in en)
    ]
    if steder:
        yield Funn(
            steder[0][0],
            Begge(
                f"{antall(len(steder), 'sted', 'steder')} i avtalen er ikke fylt ut.",
                f"{antall(len(steder), 'stad', 'stader')} i avtalen er ikkje {'fylt' if len(steder) == 1 else 'fylte'} "
                "ut.",
            ),
            Begge(
                "Fyll ut stedene, eller stryk dem.",
                "Fyll ut stadene, eller stryk dei.",
            ),
            tuple((rute, likt(forkort(tekst))) for rute, tekst in steder[1:]),
        )
