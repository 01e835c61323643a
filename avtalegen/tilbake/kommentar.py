"""Remarks in the margin of a document as comments in the YAML file, each above the value that it stands nearest to."""

from __future__ import annotations

from collections.abc import Iterable

from avtalegen.dokument.spor import Rute
from avtalegen.lesing.redigering.kommentar import med_kommentarer as _med_kommentarer


def med_kommentarer(data: bytes, fil: str, merknader: Iterable[tuple[str, str, Rute | None]]) -> bytes:
    """Return the YAML file with a comment for each remark: who has made it, what it says, and what it is about.

    One that is there already, isn't put there again. What is about no value, stands on top.
    """
    return _med_kommentarer(
        data, fil, [(_kommentar(forfatter, tekst), rute or ()) for forfatter, tekst, rute in merknader]
    )


def _kommentar(forfatter: str, tekst: str) -> str:
    # Never at the beginning, where a comment could turn findings off.
    sagt = " ".join(f"Merknad fra {forfatter or 'ukjent'}: {tekst}".split())
    return "# " + "".join(c if c.isprintable() else "\ufffd" for c in sagt)
