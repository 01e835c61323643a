"""Comments put in a file, each above the value that it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing import locate, parse, to_data
from avtalegen.lesing.comments import comments

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"


def med_kommentarer(data: bytes, fil: str, kommentarer: Sequence[tuple[str, Rute]]) -> bytes:
    """Return the file with comments (with their `#`), each above the line of what stands at a route, or of what has it.

    What is about nothing in the file, stands on top. One that is there already, isn't put there again; nor is one where
    none can stand. The file is returned as it was when it can't be read.
    """
    samlet = _med(data, fil, kommentarer, bare_der=True)
    if samlet is None:
        for en in kommentarer:
            data = _med(data, fil, [en], bare_der=False) or data
    return samlet or data


def _med(data: bytes, fil: str, kommentarer: Sequence[tuple[str, Rute]], *, bare_der: bool) -> bytes | None:
    """Return the file with the comments; with `bare_der` only where each is right above what it is about."""
    text = data.decode("utf-8-sig", "surrogateescape")
    source = parse(data, fil)
    if source.root is None:
        return None
    there = {one.text for one in comments(source.text)}
    nye = [en for en in dict.fromkeys(kommentarer) if en[0] not in there]
    bom = _BOM if data.startswith(_BOM.encode()) else ""
    skift = next(iter(_LINE_BREAK.findall(text)), "\n")
    linjer = _LINE_BREAK.split(text)
    skiftene = [*_LINE_BREAK.findall(text), ""]
    for kortere in range(1 if bare_der else max((len(rute) for _, rute in nye), default=0) + 1):
        over: dict[int, list[str]] = {}
        for kommentar, rute in nye:
            sti = rute[: max(len(rute) - kortere, 0)]
            sted = locate(fil, source.root, sti, key=True)
            nr = sted.line - 1 if sti else 0
            innrykk = linjer[nr][: len(linjer[nr]) - len(linjer[nr].lstrip(" "))]
            over.setdefault(nr, []).append(f"{innrykk}{kommentar}{skift}")
        written = (
            f"{''.join(over.get(nr, ()))}{linje}{brudd}"
            for nr, (linje, brudd) in enumerate(zip(linjer, skiftene, strict=True))
        )
        ny = (bom + "".join(written)).encode("utf-8", "surrogateescape")
        lest = parse(ny, fil)
        if lest.root and to_data(lest.root) == to_data(source.root):
            return ny
    return None
