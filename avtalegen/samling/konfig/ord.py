"""How names in avtalegen.toml are compared, and what is said of them and of values, in both målformer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from unicodedata import normalize

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute
from avtalegen.funn.ordlyd import mente_du

_LIKT = (("-", "_"), (" ", "_"), ("ø", "o"), ("oe", "o"), ("å", "a"), ("aa", "a"))
_SLAG = {
    bool: likt("sann eller usann (true eller false)"),
    str: Begge("en tekst", "ein tekst"),
    int: Begge("et tall", "eit tal"),
    float: Begge("et tall", "eit tal"),
    list: Begge("en liste", "ei liste"),
    dict: Begge("en tabell", "ein tabell"),
}
_TID = Begge("en dato eller et klokkeslett", "ein dato eller eit klokkeslett")


def grovt(navn: str) -> str:
    """Return a name as it is compared: capitals, hyphens and the letters that TOML has no room for don't count."""
    navn = normalize("NFC", navn).casefold().strip()
    for fra, til in _LIKT:
        navn = navn.replace(fra, til)
    return navn


def under(rute: Rute) -> Begge:
    """Return «in [table]» for what stands in a table."""
    return likt(f" i [{rute[0]}]" if rute else "")


def nærmest(ord_: str, kjente: Iterable[str]) -> Begge | None:
    """Return the question whether a known word that is like this one was meant; None when there is none."""
    from difflib import get_close_matches

    former = {grovt(kjent): kjent for kjent in kjente}
    near = get_close_matches(grovt(ord_), former, n=1, cutoff=0.7)
    return mente_du(former[near[0]]) if near else None


def slag(verdi: Any, *, sitert: bool = False) -> Begge:
    """Return what a value is, and with `sitert` what a text says."""
    return likt(f"«{verdi}»") if sitert and isinstance(verdi, str) else _SLAG.get(type(verdi), _TID)


def for_eksempel(linje: str) -> Begge:
    """Return advice to write a line."""
    return Begge(f"Skriv for eksempel {linje}.", f"Skriv til dømes {linje}.")


ALVORLIGHET_EKSEMPEL = Begge(
    'Skriv [alvorlighet] på en egen linje, og for eksempel VEI417 = "av" under den.',
    'Skriv [alvorlighet] på ei eiga linje, og til dømes VEI417 = "av" under ho.',
)
STI_EKSEMPEL = Begge(
    'Skriv [[sti]] på en egen linje, og for eksempel sti = "utkast/*.yaml" under den.',
    'Skriv [[sti]] på ei eiga linje, og til dømes sti = "utkast/*.yaml" under ho.',
)
GRENSER_EKSEMPEL = Begge("Skriv [grenser] på en egen linje.", "Skriv [grenser] på ei eiga linje.")
ORDLISTE_EKSEMPEL = Begge(
    'Skriv ordene i en liste, eller navnet på en fil: ordliste = "ordliste.txt".',
    'Skriv orda i ei liste, eller namnet på ei fil: ordliste = "ordliste.txt".',
)
ORDLISTEN = Begge(
    "Den skal ligge i mappen til avtalegen.toml eller i en mappe under den, være lagret som UTF-8 "
    "og ha ett ord på hver linje.",
    "Ho skal liggje i mappa til avtalegen.toml eller i ei mappe under ho, vere lagra som UTF-8 "
    "og ha eitt ord på kvar linje.",
)
FRA_MAPPEN = Begge(
    "Skriv stien fra mappen til avtalegen.toml, uten «..» og uten «/» først.",
    "Skriv stien frå mappa til avtalegen.toml, utan «..» og utan «/» først.",
)
