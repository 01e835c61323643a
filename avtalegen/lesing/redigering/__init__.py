"""Changes of a YAML file by place: a patch on the text, and everything else as it was.

No library writes a YAML file back unchanged. We know where every value stands, so a change is made where it stands:

    rediger(data, "flakstad.yaml", Sett(("politiråd", "møter", "per_år"), "6")).data

Comments, quotes, empty lines, the order of the keys, line breaks and the byte order mark stay as they are. What is made
is read again, and must say what was asked for and nothing else; otherwise nothing is made.
"""

from __future__ import annotations

from typing import Any

from avtalegen.funn.begge import Begge, i_nynorsk
from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing import CODES, to_data
from avtalegen.lesing.redigering import skritt
from avtalegen.lesing.redigering.arbeid import Arbeid, er_tom, lest
from avtalegen.lesing.redigering.endringer import (
    Alias,
    Endring,
    Fjern,
    Flytt,
    LinjeEndring,
    RedigeringFeil,
    Redigert,
    Sett,
    SettInn,
    Verdi,
)
from avtalegen.lesing.redigering.lapper import Fil, uten
from avtalegen.lesing.redigering.overstyring import uten_tomme
from avtalegen.lesing.verditekst import Sitert

__all__ = [
    "Alias",
    "Endring",
    "Fjern",
    "Flytt",
    "LinjeEndring",
    "RedigeringFeil",
    "Redigert",
    "Sett",
    "SettInn",
    "Sitert",
    "Verdi",
    "angre",
    "les_verdi",
    "rediger",
]

# What is wrong where nothing is read; the rest is told of what is read in spite of it.
_STOPS = frozenset(CODES) - {"YML002", "YML011", "YML012", "YML013", "YML014", "YML015", "YML016"}


def rediger(data: bytes, fil: str, *endringer: Endring, alias: Alias = "nekt") -> Redigert:
    """Return the file with the changes made, one after the other, and which lines that changed.

    `fil` is the name that messages carry. With `alias="skriv_ut"`, a value that stands in several places by `&` and
    `*` is written out in each of them where the change is of one of them alone.

    Raises `RedigeringFeil`, and makes none of the changes, when one of them can't be made: the file can't be read as
    YAML, the way leads nowhere, a value stands in several places, or what would come of it isn't what was asked for.
    """
    _lest(data, fil)
    file = Fil(data)
    return Redigert(*file.med(Arbeid(file.text, fil, alias).gjør(endringer)))


def les_verdi(data: bytes, fil: str, rute: Rute) -> Verdi | None:
    """Return what stands at a route, as text, mappings and lists; None when nothing does.

    A short form is read as the long one that the route is of. A key with nothing after it is left out. Raises
    `RedigeringFeil` for a file that can't be read as YAML.
    """
    verdi: Verdi | None = uten_tomme(skritt.lest(_lest(data, fil), rute))
    return verdi


def angre(redigert: Redigert) -> bytes:
    """Return the file as it was before the changes, byte for byte."""
    return uten(redigert.data, redigert.linjer)


def _lest(data: bytes, fil: str) -> Any:
    """Return what a file holds; raise when it isn't one with keys and values."""
    source = lest(data, fil)
    if source.root is None and not er_tom(source):
        first, *_ = sorted(source.diagnostics, key=lambda found: found.code not in _STOPS)
        assert first.hint is not None
        hva, råd = (Begge(text, i_nynorsk(text)) for text in (first.message, first.hint))
        raise RedigeringFeil(first.span, hva, råd, first.related, source.diagnostics)
    return to_data(source.root) if source.root else {}
