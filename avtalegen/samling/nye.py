"""What a new agreement meets in the collection it is to lie in: files to inherit from, and agreements already there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from avtalegen import register
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing import LIMITS, Source, parse, to_data
from avtalegen.lesing.arv import KEY, merge
from avtalegen.samling.filer import find, read
from avtalegen.samling.repository import Repository


class Arv(NamedTuple):
    """What a file that is to be made inherits: the path to write in it, and what it gets, as plain data."""

    sti: str
    data: Mapping[str, Any]


def arv(fra: Path, ny: Path) -> Arv:
    """Return what the new file `ny` gets when it inherits from `fra`.

    Raises `AvtalegenError` with the findings when nothing can be inherited: the file isn't there, or lies elsewhere
    than in the collection, or has errors in it.
    """
    sti = Path(os.path.relpath(fra, ny.parent)).as_posix()
    source = parse(f'{KEY}: "{sti}"\n', str(ny))
    merged = merge(source, Repository(str(ny))) if source.root else None
    if merged is None or not merged.complete:
        funn = merged.diagnostics if merged else source.diagnostics
        raise AvtalegenError(f"Kan ikke arve fra «{fra}»: {funn[-1].message}", funn)
    data = to_data(merged.root)
    assert isinstance(data, dict)
    return Arv(sti, {nøkkel: verdi for nøkkel, verdi in data.items() if nøkkel not in (KEY, "format")})


def kommuner_med_avtale(mappe: Path) -> frozenset[str]:
    """Return the numbers of the kommuner that are parties in an agreement in the collection of a folder.

    An agreement with errors in it counts too, as far as its parties can be read. Raises `AvtalegenError` when a file
    can't be read: then it is not known whose agreement it is.
    """

    def stopp(error: AvtalegenError) -> None:
        raise error

    toppen = Repository(str(mappe / "ny.yaml")).toppen
    if not os.path.lexists(toppen):  # the folder is the collection, and is still to be made
        return frozenset()
    funnet: set[str] = set()
    for fil in find([str(toppen)], stopp):
        funnet.update(_parter(parse(read(fil.path, LIMITS.bytes), fil.name), fil.name))
    return frozenset(funnet)


def _parter(source: Source, navn: str) -> Iterator[str]:
    if source.root is None or "format" not in source.root.entries:
        return
    data = to_data(merge(source, Repository(navn)).root)
    parter = data.get("parter") if isinstance(data, dict) else None
    kommuner = parter.get("kommuner") if isinstance(parter, dict) else None
    for part in kommuner if isinstance(kommuner, list) else [kommuner]:
        nummer = part.get("kommunenummer") if isinstance(part, dict) else part
        if isinstance(nummer, str):
            kjent = register.kommune_i_dag(nummer)
            yield from (k.kommunenummer for k in ([kjent] if kjent else register.kommuner_med_navn(nummer)))
