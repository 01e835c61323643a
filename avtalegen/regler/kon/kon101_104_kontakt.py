"""Kontaktopplysninger: det som står i avtalen, må kunne ringes, skrives til og slås opp."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.modell.base import forkort
from avtalegen.modell.senere import senere
from avtalegen.register.personnummer import er_fødselsnummer
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt, ufylt

_LANDSNUMMER = senere(r"^(?:\+|00)47(?=[0-9])")
_UTENLANDSK = senere(r"(?:\+|00)[1-9][0-9]{6,14}")
# Eight digits, five digits, emergency, rescue at sea, traffic, text telephone, the European 116 numbers, directories.
_NORSK = senere(r"[2-9][0-9]{7}|0[2-9][0-9]{3}|11[023]|120|175|1412|116[01][0-9]{2}|18[0-9]{2}")

_VERT = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[^\W\d_]{2,}|xn--[a-z0-9-]+)"
# «www.politiet» has the form of an address, but nothing behind its name.
_NETTADRESSE = senere(rf"(?i)(?:https?://)?(?!www\.[^./]*(?:/|$)){_VERT}(?::[0-9]+)?(?:[/?#]\S*)?")
_I_LØPENDE_TEKST = senere(r"(?i)(?<![\w@/.-])(?:https?[:/]|www\.)[^\s<>\"«»()\[\]]*")
_EPOST = senere(rf"(?i)[^\s@<>()\[\],;:\"«».]+(?:\.[^\s@<>()\[\],;:\"«».]+)*@{_VERT}")
_POLITI_NO_SLUTT = senere(r"(?i)politi\.no$")
_POLITI_NO = senere(r"(?i)(?<![\w@.-])(?:[\w-]+\.)*politi\.no(?![\w-]|\.\w)")


@regel("KON101", "ugyldig-telefon", Severity.ADVARSEL, "nummerplanen", bygger_på=())
def ugyldig_telefon(k: Kontekst) -> Iterator[Funn]:
    """Telefonnummeret kan ikke være riktig: det har for mange eller for få sifre, eller det inneholder annet enn tall.

    Hvorfor: Norske numre har åtte sifre, eller fem når de begynner på null, og så finnes det korte numre som 112 og
    116 117. Et nummer som mangler et siffer, oppdages gjerne først når noen trenger hjelp.

    Rett opp: Slå opp nummeret. Utenlandske numre skrives med pluss og landsnummer. Skriv forklaringer i «merknad».

    Feil:
        tjenestetilbud:
          tjenestesteder: {navn: Svolvær politistasjon, telefon: 76 05 43 0}

    Riktig:
        tjenestetilbud:
          tjenestesteder: {navn: Svolvær politistasjon, telefon: 76 05 43 01}
    """
    for rute, tekst in k.tekster:
        if "telefon" in rute and not ufylt(tekst) and (feil := _feil_ved_nummer(tekst)):
            yield Funn(rute, *feil)


def _feil_ved_nummer(tekst: str) -> tuple[Begge, Begge] | None:
    """Return what is wrong with a phone number and what to do, or None."""
    nummer = re.sub(r"[\s()]", "", tekst)
    norsk = _LANDSNUMMER.sub("", nummer)
    if _NORSK.fullmatch(norsk) or (norsk == nummer and _UTENLANDSK.fullmatch(nummer)):
        return None
    if len(nummer) == 11 and nummer.isdigit() and er_fødselsnummer(nummer):
        return None  # PER101 says so, and no message repeats it
    if not nummer.removeprefix("+").isdigit():
        hjelp = Begge(
            "Skriv bare nummeret, for eksempel «76 05 43 01». Forklaringer hører hjemme i «merknad».",
            "Skriv berre nummeret, til dømes «76 05 43 01». Forklaringar høyrer heime i «merknad».",
        )
        return Begge(
            f"«{forkort(tekst)}» kan ikke leses som et telefonnummer.",
            f"«{forkort(tekst)}» kan ikkje lesast som eit telefonnummer.",
        ), hjelp
    if re.fullmatch("[01][0-9]{7}", norsk):
        årsak = Begge(
            f"norske numre på åtte sifre begynner ikke på {norsk[0]}",
            f"norske nummer på åtte siffer byrjar ikkje på {norsk[0]}",
        )
    else:
        årsak = Begge(
            f"det har {len(norsk.removeprefix('+'))} sifre{' etter landsnummeret' if norsk != nummer else ''}",
            f"det har {len(norsk.removeprefix('+'))} siffer{' etter landsnummeret' if norsk != nummer else ''}",
        )
    return (
        Begge(
            f"Telefonnummeret {forkort(tekst)} kan ikke være riktig: {årsak}.",
            f"Telefonnummeret {forkort(tekst)} kan ikkje vere rett: {årsak.nn}.",
        ),
        Begge(
            "Norske numre har åtte sifre, eller fem når de begynner på null. Utenlandske begynner på pluss.",
            "Norske nummer har åtte siffer, eller fem når dei byrjar på null. Utanlandske byrjar på pluss.",
        ),
    )


@regel("KON102", "ugyldig-nettadresse", Severity.ADVARSEL, bygger_på=())
def ugyldig_nettadresse(k: Kontekst) -> Iterator[Funn]:
    """Nettadressen er ufullstendig eller skrevet slik at den ikke virker.

    Hvorfor: En avskåret adresse som «www.politiet.» kan ikke åpnes, og leseren finner ikke tjenesten avtalen viser til.

    Rett opp: Skriv hele adressen, med endelsen, uten mellomrom og uten punktum til slutt.

    Feil:
        tjenestetilbud:
          digitale_tjenester: {hva: Nettpatruljen, nettadresse: www.politiet.}

    Riktig:
        tjenestetilbud:
          digitale_tjenester: {hva: Nettpatruljen, nettadresse: www.politiet.no/nettpatruljen}
    """
    for rute, adresse in _adresser(k):
        hel = adresse.rstrip(".")
        if not _NETTADRESSE.fullmatch(hel) and not _EPOST.fullmatch(hel):
            yield Funn(
                rute,
                Begge(
                    f"«{forkort(adresse)}» kan ikke brukes som nettadresse.",
                    f"«{forkort(adresse)}» kan ikkje brukast som nettadresse.",
                ),
                Begge(
                    "Skriv hele adressen, for eksempel «www.politiet.no».",
                    "Skriv heile adressa, til dømes «www.politiet.no».",
                ),
            )


def _adresser(k: Kontekst) -> Iterator[tuple[Rute, str]]:
    """Yield what stands in the fields for web addresses, and what begins like one in other text."""
    leter = er_nevnt(k, "www.", "http")
    for (rute, tekst), (_, foldet) in zip(k.tekster, k.foldet, strict=True):
        if "nettadresse" in rute:
            if not ufylt(tekst):
                yield from ((rute, del_) for del_ in re.split(r"[,;]\s+|\s+(?:og|eller|/)\s+", tekst))
        elif leter and ("www." in foldet or "http" in foldet):
            # A mark at the end belongs to the sentence; a full stop may be what is left of the address.
            yield from ((rute, treff[0].rstrip(",;:!?…*_")) for treff in _I_LØPENDE_TEKST.finditer(tekst))


@regel("KON103", "ugyldig-epost", Severity.ADVARSEL, bygger_på=())
def ugyldig_epost(k: Kontekst) -> Iterator[Funn]:
    """E-postadressen er ufullstendig eller skrevet slik at den ikke virker.

    Hvorfor: Post til en adresse uten krøllalfa eller uten endelse kommer ikke fram, og det blir ingen lenke av den.

    Rett opp: Skriv bare adressen, for eksempel «postmottak@flakstad.kommune.no». Flere skilles med komma.

    Feil:
        politikontakt: {navn: Kari Nordmann, epost: kari.nordmann@politiet}

    Riktig:
        politikontakt: {navn: Kari Nordmann, epost: kari.nordmann@politiet.no}
    """
    for rute, tekst in k.tekster:
        if rute[-1] != "epost" or ufylt(tekst):
            continue
        for adresse in re.split(r"\s*[,;/]\s*|\s+(?:og|eller)\s+", tekst):
            if not _EPOST.fullmatch(adresse):
                yield Funn(
                    rute,
                    Begge(
                        f"«{forkort(adresse)}» er ikke en e-postadresse.",
                        f"«{forkort(adresse)}» er ikkje ei e-postadresse.",
                    ),
                    Begge(
                        "Skriv bare adressen, for eksempel «postmottak@flakstad.kommune.no».",
                        "Skriv berre adressa, til dømes «postmottak@flakstad.kommune.no».",
                    ),
                )


@regel("KON104", "foreldet-nettsted", Severity.RÅD, bygger_på=())
def foreldet_nettsted(k: Kontekst) -> Iterator[Funn]:
    """Avtalen viser til politi.no. Politiets nettsted er nå politiet.no.

    Hvorfor: Politiet har byttet adresse på nettstedet. Avtalen skal stå i flere år og bør vise til det som brukes nå.

    Rett opp: Skriv politiet.no, og se etter at lenker til enkeltsider fortsatt virker.

    Feil:
        tjenestetilbud:
          kanaler: [politi.no, Facebook]

    Riktig:
        tjenestetilbud:
          kanaler: [politiet.no, Facebook]
    """
    for nummer in k.numre_med("politi.no"):
        rute, tekst = k.tekster[nummer]
        if treff := _POLITI_NO.search(tekst):
            yield Funn(
                rute,
                Begge(
                    f"Politiets nettsted er politiet.no, ikke {forkort(treff[0])}.",
                    f"Nettstaden til politiet er politiet.no, ikkje {forkort(treff[0])}.",
                ),
                likt("Skriv «politiet.no»."),
                bytt=(treff[0], _POLITI_NO_SLUTT.sub("politiet.no", treff[0])),
            )
