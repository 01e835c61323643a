"""avtalegen.toml read as a user wrote it, and what is found wrong with it."""

from __future__ import annotations

from avtalegen.funn.diagnostic import AvtalegenError, Severity
from avtalegen.samling.konfig import Konfig
from avtalegen.samling.konfig.lesing import Lest, les
from avtalegen.samling.konfig.tabeller import KONFIGFEIL
from tests.malformprove import i_begge

FIL = "avtalegen.toml"
FILER = {"ord.txt": b"# navn\nFlakstad\n\n  Ramberg\n", "feil.txt": b"\xe5"}

ALVORLIGHET = 'Skriv [alvorlighet] på en egen linje, og for eksempel VEI417 = "av" under den.'
STI = 'Skriv [[sti]] på en egen linje, og for eksempel sti = "utkast/*.yaml" under den.'
ORDLISTE = (
    "Den skal ligge i mappen til avtalegen.toml eller i en mappe under den, være lagret som UTF-8 "
    "og ha ett ord på hver linje."
)


def les_fil(navn: str) -> bytes:
    if navn not in FILER:
        raise AvtalegenError("finnes ikke")
    return FILER[navn]


def lest(tekst: str | bytes) -> Lest:
    return les(tekst if isinstance(tekst, bytes) else tekst.encode(), FIL, les_fil)


def konfig(tekst: str) -> Konfig:
    resultat = lest(tekst)
    assert resultat.funn == ()
    return resultat.konfig


def funn(tekst: str | bytes) -> list[tuple[str, str, str, str]]:
    """Return code, what the finding points at, message and hint."""
    resultat = lest(tekst)
    linjer = resultat.tekst.split("\n")
    alle = []
    for d in resultat.funn:
        assert (d.severity, d.span.file, d.span.end_line) == (Severity.FEIL, FIL, d.span.line)
        assert d.code in KONFIGFEIL
        assert i_begge(d)
        vist = linjer[d.span.line - 1][d.span.column - 1 : d.span.end_column - 1] if resultat.tekst else ""
        alle.append((d.code, f"{d.span.line}: {vist}", d.message, d.hint or ""))
    return alle
