"""An edition of an agreement read, from its YAML or from a document that carries it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from avtalegen import flyt, henting
from avtalegen.flyt import Checked
from avtalegen.funn.begge import TOM, Begge, likt
from avtalegen.funn.diagnostic import AvtalegenError, Severity
from avtalegen.henting.vedlagt import Vedlagt
from avtalegen.lesing import locate
from avtalegen.lesing.arv import Files
from avtalegen.modell.avtale import Avtale


def les_utgave(data: bytes, navn: str, filer: Files | None) -> Checked:
    """Return an edition read; `filer` are those that a YAML file may inherit from, a document has its own.

    Raises `AvtalegenError`, with the first thing that is wrong and where it is, when it can't be read as an agreement.
    """
    if henting.er_dokument(data):
        try:
            i_dokumentet = henting.hent(data).filer
        except AvtalegenError as error:
            raise AvtalegenError(likt(f"{navn}: ") + error.message) from error
        fil = i_dokumentet[0]
        return _avtale(flyt.check(fil.data, fil.name, files=Vedlagt(i_dokumentet)), f"{navn}: ", TOM)
    alt = likt(" «avtalegen valider» viser alt.")
    return _avtale(flyt.check(data, navn, files=filer), "", alt)


def _avtale(checked: Checked, i: str, råd: Begge) -> Checked:
    if checked.avtale is None:
        feil = [d for d in checked.diagnostics if d.severity is Severity.FEIL]
        sted = feil[0].span
        resten = f" (og {len(feil) - 1} til)" if len(feil) > 1 else ""
        raise AvtalegenError(likt(f"{i}{sted.file}:{sted.line}:{sted.column}: ") + feil[0].message + resten + råd)
    return checked


def tidligere(checked: Checked, les: Callable[[str, str], bytes], filer: Files | None) -> Avtale | None:
    """Return the agreement that `erstatter` names the file of, None when it names none; of several, the first.

    `les` takes the file that names it, and the name. Raises `AvtalegenError` with where it is named when it can't be
    read.
    """
    root = checked.source.root
    for nr, en in enumerate(checked.avtale.avtale.erstatter if checked.avtale and root else ()):
        if en.fil is None:
            continue
        assert root is not None
        sted = locate(checked.source.file, root, ("avtale", "erstatter", nr, "fil"))
        navn = posixpath.normpath(posixpath.join(posixpath.dirname(sted.file), en.fil))
        try:
            return les_utgave(les(sted.file, en.fil), navn, filer).avtale
        except AvtalegenError as error:
            raise AvtalegenError(likt(f"{sted.file}:{sted.line}:{sted.column}: ") + error.message) from error
    return None
