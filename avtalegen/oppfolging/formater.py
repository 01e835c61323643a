"""How the overview is written: one module per format, each with `skriv`, loaded when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from avtalegen.modell.former import Målform
from avtalegen.oppfolging.oversikt import Oversikt


class Format(NamedTuple):
    """A way to write the overview: its module, and what is in the beginning of everything it writes."""

    modul: str
    kjennetegn: bytes


FORMATER = {
    "tekst": Format("avtalegen.oppfolging.tekst", "Slik står det til ".encode()),
    "json": Format("avtalegen.oppfolging.json", b'{\n "versjon": '),
    "csv": Format("avtalegen.oppfolging.csv", b"\xef\xbb\xbffil;kommuner;kommunenumre;"),
    "html": Format("avtalegen.oppfolging.html", b'<meta name="generator" content="avtalegen status">'),
}


def skriv(oversikt: Oversikt, format: str, målform: Målform) -> str:
    """Return the overview in a format; only the page is in the målform that is asked for."""
    modul = import_module(FORMATER[format].modul)
    skrevet = modul.skriv(oversikt, målform) if format == "html" else modul.skriv(oversikt)
    return str(skrevet)


def er_vår(data: bytes, format: str) -> bool:
    """Tell whether a file looks like an overview in a format: then a new one may take its place."""
    return FORMATER[format].kjennetegn in data[:1000]
