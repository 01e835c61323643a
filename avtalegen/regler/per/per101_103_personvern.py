"""Personvern: avtalen er et offentlig dokument."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity, Span
from avtalegen.modell.senere import senere
from avtalegen.register.personnummer import er_kontonummer, fødselsnumre, har_elleve_sifre, sifre
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt

# Eleven digits in an address on the web, or grown together with letters, number something else.
_KONTONUMMER = senere(r"(?<![0-9+])(?:[0-9]{4}([\s.])[0-9]{2}\1[0-9]{5}|(?<![\w/=.-])[0-9]{11}(?![\w/]))(?![0-9])")
_ADRESSE = senere(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_PRIVATE = senere(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|aol|gmx|protonmail)(?:\.co)?\.[a-z]{2,3}"
    r"|(?:me|mac)\.com|proton\.me|(?:online|start|broadpark|getmail|lyse|c2i|frisurf|tele2|chello|ebnett|bbnett)\.(?:no|net)"
)


@regel("PER101", "fødselsnummer", Severity.FEIL, "personopplysningsloven § 12", bygger_på=())
def fødselsnummer(k: Kontekst) -> Iterator[Funn]:
    """Et fødselsnummer, D-nummer eller hjelpenummer står i teksten eller i navnet på en fil.

    Hvorfor: Avtalen blir offentlig, og nummeret trengs ikke for å vite hvem som har en rolle. Begge kontrollsifrene må
    stemme, og datoen må finnes, så tilfeldige tall slår sjelden ut. Syntetiske testnumre blir ikke regnet med.

    Rett opp: Ta bort nummeret. Navn og tittel er nok. Ligger filen alt i git, må nummeret også ut av historikken.

    Feil:
        signaturer:
          - {tittel: ordfører, navn: Kari Nordmann (311239 90008)}

    Riktig:
        signaturer:
          - {tittel: ordfører, navn: Kari Nordmann}
    """
    if har_elleve_sifre(k.fil) and fødselsnumre(PurePath(k.fil).name):
        yield Funn(
            (),
            Begge(
                "Navnet på YAML-filen inneholder et fødselsnummer.", "Namnet på YAML-fila inneheld eit fødselsnummer."
            ),
            Begge("Gi filen et annet navn.", "Gi fila eit anna namn."),
        )
    for rute, tekst in k.med_elleve_sifre:
        if antall := len(fødselsnumre(tekst)):
            hva = Begge("Navnet på filen", "Namnet på fila") if rute[-1] == "fil" else likt("Teksten")
            flere = (
                Begge("et fødselsnummer", "eit fødselsnummer")
                if antall == 1
                else Begge(f"{antall} fødselsnumre", f"{antall} fødselsnummer")
            )
            yield Funn(rute, Begge(f"{hva} inneholder {flere}.", f"{hva.nn} inneheld {flere.nn}."), _TA_DET_BORT)
    yield from _utenfor_verdiene(k)


_TA_DET_BORT = Begge(
    "Ta det bort. Navn og tittel er nok. Ligger filen alt i git, må nummeret også ut av historikken.",
    "Ta det bort. Namn og tittel er nok. Ligg fila alt i git, må nummeret også ut av historikken.",
)


def _utenfor_verdiene(k: Kontekst) -> Iterator[Funn]:
    """Yield a finding for each number in the files that is in no value: comments too go along in the documents."""
    if not any(map(fødselsnumre, k.filer.values())):
        return
    sagt = {sifre(tekst[fra:til]) for _, tekst in k.med_elleve_sifre for fra, til in fødselsnumre(tekst)}
    for fil, innhold in k.filer.items():
        for nummer, linje in enumerate(innhold.split("\n"), start=1):
            for fra, til in fødselsnumre(linje):
                if sifre(linje[fra:til]) not in sagt:
                    melding = Begge(
                        "YAML-filen inneholder et fødselsnummer, og den følger med i dokumentene.",
                        "YAML-fila inneheld eit fødselsnummer, og ho følgjer med i dokumenta.",
                    )
                    yield Funn((), melding, _TA_DET_BORT, utenfor=Span(fil, nummer, fra + 1, nummer, til + 1))


@regel("PER102", "kontonummer", Severity.ADVARSEL, bygger_på=())
def kontonummer(k: Kontekst) -> Iterator[Funn]:
    """Et bankkontonummer står i teksten.

    Hvorfor: Avtalen blir offentlig, og et kontonummer hører hjemme på en faktura. Er kontoen privat, er nummeret en
    personopplysning som ikke trengs her.

    Rett opp: Ta bort nummeret, og avtal betalingen utenom avtalen. Er det et annet slags nummer på elleve sifre, kan
    funnet ignoreres med en begrunnelse.

    Feil:
        forpliktelser:
          kommunen: Betale halve stillingen til konto 1234.56.78903

    Riktig:
        forpliktelser:
          kommunen: Betale halve stillingen
    """
    for rute, tekst in k.med_elleve_sifre:
        if rute[-1] in ("saksnummer", "sak") or "telefon" in rute:
            continue
        numre = (sifre(treff[0]) for treff in _KONTONUMMER.finditer(tekst))
        personer = {sifre(tekst[fra:til]) for fra, til in fødselsnumre(tekst)}
        if any(er_kontonummer(nummer) and nummer not in personer for nummer in numre):
            yield Funn(
                rute,
                Begge(
                    "Teksten inneholder det som ser ut til å være et kontonummer.",
                    "Teksten inneheld det som ser ut til å vere eit kontonummer.",
                ),
                Begge(
                    "Ta det bort. Betaling avtales utenom avtalen.", "Ta det bort. Betaling avtaler de utanom avtalen."
                ),
            )


@regel("PER103", "privat-epost", Severity.RÅD, bygger_på=())
def privat_epost(k: Kontekst) -> Iterator[Funn]:
    """E-postadressen er hos en leverandør for privatpersoner.

    Hvorfor: Den som har en rolle i avtalen, bør kunne nås i tjenesten. Post til en privat konto blir ikke journalført,
    og adressen blir med avtalen når den legges ut.

    Rett opp: Bruk adressen i tjenesten, eller postmottaket hos kommunen eller politiet.

    Feil:
        slt:
          koordinator: {navn: Kari Nordmann, epost: kari.nordmann@gmail.com}

    Riktig:
        slt:
          koordinator: {navn: Kari Nordmann, epost: kari.nordmann@flakstad.kommune.no}
    """
    if not er_nevnt(k, "@"):
        return
    for rute, tekst in k.tekster:
        for treff in _ADRESSE.finditer(tekst) if "@" in tekst else ():
            if _PRIVATE.fullmatch(treff[1].casefold()):
                yield Funn(
                    rute,
                    Begge(
                        f"E-postadressen er hos {treff[1].casefold()}, en leverandør for privatpersoner.",
                        f"E-postadressa er hos {treff[1].casefold()}, ein leverandør for privatpersonar.",
                    ),
                    Begge(
                        "Bruk adressen i tjenesten, eller postmottaket.", "Bruk adressa i tenesta, eller postmottaket."
                    ),
                )
