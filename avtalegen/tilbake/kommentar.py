"""Remarks in the margin of a document as comments in the YAML file, each above the value that it stands nearest to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalegen.dokument.spor import Rute
from avtalegen.lesing import locate, parse, to_data
from avtalegen.lesing.comments import comments

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"


def med_kommentarer(data: bytes, fil: str, merknader: Iterable[tuple[str, str, Rute | None]]) -> bytes:
    """Return the YAML file with a comment for each remark: who has made it, what it says, and what it is about.

    One that is there already, isn't put there again. What is about no value, stands on top.
    """
    for forfatter, tekst, rute in merknader:
        # Never at the beginning, where a comment could turn findings off.
        sagt = " ".join(f"Merknad fra {forfatter or 'ukjent'}: {tekst}".split())
        data = _med(data, fil, "# " + "".join(c if c.isprintable() else "\ufffd" for c in sagt), rute or ())
    return data


def _med(data: bytes, fil: str, kommentar: str, rute: Rute) -> bytes:
    text = data.decode("utf-8-sig", "surrogateescape")
    source = parse(data, fil)
    if source.root is None or any(kommentar == one.text for one in comments(source.text)):
        return data
    bom = _BOM if data.startswith(_BOM.encode()) else ""
    skift = next(iter(_LINE_BREAK.findall(text)), "\n")
    linjer = _LINE_BREAK.split(text)
    skiftene = _LINE_BREAK.findall(text)
    for slutt in range(len(rute), -1, -1):
        sted = locate(fil, source.root, rute[:slutt], key=True)
        if sted.file != fil:
            continue
        nr = sted.line - 1 if slutt else 0
        innrykk = linjer[nr][: len(linjer[nr]) - len(linjer[nr].lstrip(" "))]
        foran = "".join(linje + brudd for linje, brudd in zip(linjer[:nr], skiftene[:nr], strict=True))
        resten = text[len(foran) :]
        ny = f"{bom}{foran}{innrykk}{kommentar}{skift}{resten}".encode("utf-8", "surrogateescape")
        lest = parse(ny, fil)
        if lest.root is not None and to_data(lest.root) == to_data(source.root):
            return ny
    return data
