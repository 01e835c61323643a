"""From the content of an avtalegen.toml to what it says.

What is wrong with it are findings; everything else in the file counts all the same.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import NamedTuple

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Diagnostic, in_order
from avtalegen.modell.former import Målform
from avtalegen.samling.konfig import Konfig, Sti, syntaks
from avtalegen.samling.konfig.plasser import Plasser
from avtalegen.samling.konfig.tabeller import Leser

STØRST = 1_000_000
"""The most bytes that such a file can have."""
_MÅLFORM = re.compile(r"""^[ \t]*["']?m(?:å|aa?)lform["']?[ \t]*=[ \t]*["'](bokmål|nynorsk)\b""", re.I | re.M)
_FOR_STOR = Begge(f"den er større enn {STØRST // 1_000_000} MB", f"ho er større enn {STØRST // 1_000_000} MB")
_FOR_DYP = Begge("klammene går for dypt", "klammene går for djupt")


class Lest(NamedTuple):
    r"""A file that has been read: its text (lines end in `\n`), what it says, and what is wrong with it."""

    tekst: str
    konfig: Konfig
    funn: tuple[Diagnostic, ...]


def les(data: bytes, fil: str, les_fil: Callable[[str], bytes]) -> Lest:
    """Read the settings in `data`. `fil` is the name of the file in the findings.

    `les_fil` returns the content of a file beside it, and raises `AvtalegenError` if it can't.
    """
    if len(data) > STØRST:
        return Lest("", Konfig(), (syntaks.for_stor(fil, _FOR_STOR),))
    try:
        tekst = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as feil:
        tekst = data.decode("utf-8", "replace").replace("\r\n", "\n")
        return Lest(tekst, _ødelagt(tekst), (syntaks.ikke_utf8(fil, data, feil.start),))
    try:
        innhold = tomllib.loads(tekst)
        leser = Leser(Plasser(fil, tekst), les_fil)
    except RecursionError:
        return Lest(tekst, _ødelagt(tekst), (syntaks.for_stor(fil, _FOR_DYP),))
    except ValueError as feil:  # also for a number of more than 4300 digits, which isn't a TOMLDecodeError
        return Lest(tekst, _ødelagt(tekst), (syntaks.ugyldig(fil, tekst, str(feil)),))
    stier = [Sti(**sti) for sti in leser.stier(innhold)]
    konfig = Konfig(stier=tuple(stier), **leser.øverst(innhold))
    return Lest(tekst, konfig, tuple(in_order(leser.funn)))


def _ødelagt(tekst: str) -> Konfig:
    """Return what can be told from a file that can't be read: the målform that its reader wants."""
    sagt = _MÅLFORM.search(tekst)
    return Konfig(målform=Målform(sagt[1].lower()) if sagt else None)
