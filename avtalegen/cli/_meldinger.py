"""What several commands say of files and documents, in both målformer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.ordlyd import antall
from avtalegen.henting.forskjell import under
from avtalegen.rapporter.visible import visible

FØR, NÅ = likt("før:"), Begge("nå:", "no:")
NOT_WRITTEN = Begge(
    " Ingenting er skrevet. Bruk «--likevel» for å skrive det likevel.",
    " Ingenting er skrive. Bruk «--likevel» for å skrive det likevel.",
)


def skrev(name: str) -> Begge:
    """Return that a file has been written, on a line."""
    return Begge(f"Skrev {visible(name)}\n", f"Skreiv {visible(name)}\n")


def uendret(name: str) -> Begge:
    """Return that a file is as it was, on a line."""
    return Begge(f"Uendret: {visible(name)}\n", f"Uendra: {visible(name)}\n")


def visible_under(sti: Sequence[str]) -> Begge:
    """Return where in a document something is, for the terminal."""
    where = under(sti)
    return Begge(visible(where), visible(where.nn))


def signed(name: str) -> Begge:
    """Return that a file is left alone because the agreement is signed."""
    return Begge(
        f"«{name}» er en signert avtale. Det som er signert, skal stå slik det ble signert.",
        f"«{name}» er ein signert avtale. Det som er signert, skal stå slik det vart signert.",
    )


REMARKS = likt("Merknader i margen:")


def tracked(number: int, *, rejected: bool) -> Begge:
    """Return how many tracked changes there are, and what is made of them."""
    how = "avvist" if rejected else "godtatt"
    return Begge(
        f"{antall(number, 'sporet endring', 'sporede endringer')} er regnet som {how}.",
        f"{antall(number, 'spora endring', 'spora endringar')} er rekna som {how}.",
    )


def differs(path: Path) -> Begge:
    """Return that a file is left alone, up to what to do besides replacing it."""
    return Begge(
        f"Feil: «{path}» finnes fra før og er annerledes. Ingenting er skrevet. "
        "Bruk «--overskriv» for å erstatte den, ",
        f"Feil: «{path}» finst frå før og er annleis. Ingenting er skrive. Bruk «--overskriv» for å erstatte ho, ",
    )


def remark(sti: Sequence[str], author: str, text: str) -> Begge:
    """Return a remark in the margin of a document: where it stands, who wrote it, and what it says."""
    where, said, by = visible_under(sti), visible(text), visible(author)
    return Begge(f"  {where}: {by or 'ukjent'} skriver «{said}»", f"  {where.nn}: {by or 'ukjend'} skriv «{said}»")
