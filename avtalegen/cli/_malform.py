"""Which målform a run speaks: that of the agreement it is about."""

from __future__ import annotations

from avtalegen.cli._terminal import snakk
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing import parse
from avtalegen.lesing.arv import Files, merge
from avtalegen.lesing.fortalt import målform_i
from avtalegen.modell.former import Målform
from avtalegen.samling.filer import Found
from avtalegen.samling.repository import Repository


def følg(data: bytes, name: str, ellers: Målform | None = None, files: Files | None = None) -> None:
    """Say the rest in the målform of an agreement; `ellers` is for one that can't be read.

    `files` finds what it inherits from: those around it, unless something else is given.
    """
    source = parse(data, name)
    root = source.root and merge(source, files or Repository(name)).root
    snakk(nynorsk=målform_i(root, source.text, ellers) is Målform.NYNORSK)


def følg_mappen(found: Found) -> Målform | None:
    """Say what comes in the målform of the avtalegen.toml that applies to a file, until an agreement has been read."""
    from avtalegen.cli._options import Options
    from avtalegen.cli._settings import Settings  # the rules come with it

    try:
        målform = Settings(Options()).of(found).konfig.målform
    except AvtalegenError:  # what is wrong with it is told where it is needed
        return None
    snakk(nynorsk=målform is Målform.NYNORSK)
    return målform
