"""One edition of an agreement, wherever it is: a YAML file, a revision of one in git, or a document that carries it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from avtalegen import flyt, henting
from avtalegen.cli._git import Revisjon, er_revisjon
from avtalegen.cli._terminal import read_input
from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import AvtalegenError, Severity
from avtalegen.henting.vedlagt import Vedlagt
from avtalegen.lesing import LIMITS
from avtalegen.lesing.arv import Files
from avtalegen.modell.avtale import Avtale
from avtalegen.samling.filer import STANDARD_INPUT, Found, read_asset
from avtalegen.samling.repository import Repository

_DOCUMENT = re.compile(rb"PK\x03\x04|\s*%PDF-|(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b", re.IGNORECASE)


class Utgave(NamedTuple):
    """An edition: what the user calls it, the agreement, and the file read, with what it takes to make documents."""

    navn: str
    avtale: Avtale
    checked: Checked
    read_asset: Callable[[str, str], bytes]


def les_utgave(skrevet: str) -> Utgave:
    """Return the edition that an argument names.

    Raises `AvtalegenError`, with what is wrong and where, when it can't be read as an agreement.
    """
    if er_revisjon(skrevet):
        revisjon = Revisjon(skrevet)
        return _lest(skrevet, revisjon.navn, revisjon.read(revisjon.navn), revisjon, revisjon.read_asset)
    found = Found(Path(skrevet), skrevet, Path(skrevet), explicit=True)
    data = read_input(found, henting.MOST_BYTES)
    if not _DOCUMENT.match(data):
        return _lest(skrevet, skrevet, data, Repository(skrevet), read_asset)
    try:
        filer = henting.hent(data).filer
    except AvtalegenError as error:
        raise AvtalegenError(f"{skrevet}: {error}") from error

    def bilde(_fil: str, navn: str) -> bytes:
        # A document carries the picture as its own, and the file lies beside it when it was made there.
        return read_asset("avtale.yaml" if skrevet == STANDARD_INPUT else skrevet, navn)

    return _lest(skrevet, filer[0].name, filer[0].data, Vedlagt(filer), bilde, i=skrevet)


def _lest(
    skrevet: str, fil: str, data: bytes, filer: Files, asset: Callable[[str, str], bytes], i: str | None = None
) -> Utgave:
    if len(data) > LIMITS.bytes and i is None:
        data = data[: LIMITS.bytes + 1]  # the reader says that it is too large
    checked = flyt.check(data, fil, files=filer)
    if checked.avtale is None:
        feil = [d for d in checked.diagnostics if d.severity is Severity.FEIL]
        først = feil[0]
        hvor = f"{i}: {først.span.file}" if i else først.span.file
        resten = f" (og {len(feil) - 1} til)" if len(feil) > 1 else ""
        råd = " «avtalegen valider» viser alt." if i is None and skrevet == fil else ""
        raise AvtalegenError(f"{hvor}:{først.span.line}:{først.span.column}: {først.message}{resten}{råd}")
    return Utgave(skrevet, checked.avtale, checked, asset)
