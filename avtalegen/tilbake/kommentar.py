"""Remarks in the margin of a document as comments in the YAML file, each above the value that it stands nearest to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing.redigering.kommentar import med_kommentarer as _med_kommentarer


def med_kommentarer(
    data: bytes, fil: str, merknader: Iterable[tuple[str, str, Rute | None]], si: Callable[[Begge], str] = str
) -> bytes:
    """Return the YAML file with a comment for each remark: who has made it, what it says, and what it is about.

    `si` puts our words in the målform of the file.
    One that is there already, isn't put there again. What is about no value, stands on top.
    """
    return _med_kommentarer(
        data, fil, [(_kommentar(si(_fra(forfatter)), tekst), rute or ()) for forfatter, tekst, rute in merknader]
    )


def _fra(forfatter: str) -> Begge:
    return Begge(f"Merknad fra {forfatter or 'ukjent'}", f"Merknad frå {forfatter or 'ukjend'}")


def _kommentar(fra: str, tekst: str) -> str:
    # Never at the beginning, where a comment could turn findings off.
    sagt = " ".join(f"{fra}: {tekst}".split())
    return "# " + "".join(c if c.isprintable() else "\ufffd" for c in sagt)
