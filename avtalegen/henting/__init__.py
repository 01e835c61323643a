"""Finished documents read again: the YAML that they were made of, and what somebody has changed since.

A document comes from anybody. How much is read of it is bounded, nothing in it is fetched or run, and whatever is
wrong with it is an `AvtalegenError` that says what to do.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from avtalegen.dokument.innhold import Attachment
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.henting.forskjell import Avsnittsendring, differences, paths
from avtalegen.henting.nekt import ASK, no_source, unknown
from avtalegen.skrivere import state
from avtalegen.skrivere.kildefiler import Carried, in_html, in_word
from avtalegen.skrivere.word.deler import read_parts
from avtalegen.skrivere.word.tekst import AUTHOR as OURS

MOST_BYTES = 50_000_000
"""How much is read of a document."""

Tilstand = Literal["urørt", "lagret", "endret", "sporet"]
"""As it was written; saved anew, with the same text; changed; as written, with the changes between two editions."""

_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b", re.IGNORECASE)

_OPENDOCUMENT = b"application/vnd.oasis.opendocument"


class Merknad(NamedTuple):
    """A reader's remark in the margin, and the headings that it stands under, from the outermost."""

    forfatter: str
    tekst: str
    avsnitt: tuple[str, ...]


class Hentet(NamedTuple):
    """What a document gives back.

    `filer` are the YAML files, the agreement's own first; their names are untrusted (`navn.placed`). `endringer` is
    what differs in the text, None where that can't be told: in other formats than docx, and where the text is lost.
    `sporede` counts the tracked changes, which count as accepted.
    """

    format: str
    filer: tuple[Attachment, ...]
    tilstand: Tilstand
    endringer: tuple[Avsnittsendring, ...] | None = None
    sporede: int = 0
    merknader: tuple[Merknad, ...] = ()


def hent(data: bytes) -> Hentet:
    """Return what a document gives back, whatever its file is called.

    Raises `AvtalegenError` when it isn't one of ours, doesn't carry its YAML, or is broken.
    """
    if len(data) > MOST_BYTES:
        raise AvtalegenError(
            Begge(
                f"Filen er større enn {MOST_BYTES // 1_000_000} MB, og så store filer leser ikke avtalegen. "
                "Kontroller at det er riktig fil.",
                f"Fila er større enn {MOST_BYTES // 1_000_000} MB, og så store filer les ikkje avtalegen. "
                "Kontroller at det er rett fil.",
            )
        )
    if data.startswith(b"PK\x03\x04"):
        return _from_word(data)
    if data.lstrip()[:5] == b"%PDF-":
        from avtalegen.henting.pdf import attached  # the library is large, and only a PDF needs it

        return Hentet("pdf", attached(data), "urørt" if state(data, "pdf") == "urørt" else "endret")
    if _HTML.match(data):
        return _from_page(data)
    raise AvtalegenError(unknown(data))


def er_dokument(data: bytes) -> bool:
    """Tell whether a file is a document of a kind that can carry its YAML, and not the YAML itself."""
    return data.startswith(b"PK\x03\x04") or data.lstrip()[:5] == b"%PDF-" or bool(_HTML.match(data))


def _from_page(data: bytes) -> Hentet:
    files = in_html(data)
    found = state(data, "html")
    if not files:
        raise AvtalegenError(
            Begge(
                "Nettsiden har ikke YAML-filen i seg. Den er ikke laget av avtalegen, er laget med «--uten-kilde», "
                f"eller har mistet kommentarene sine på veien. {ASK}",
                "Nettsida har ikkje YAML-fila i seg. Ho er ikkje laga av avtalegen, er laga med «--uten-kilde», "
                f"eller har mista kommentarane sine på vegen. {ASK.nn}",
            )
        )
    return Hentet("html", files, "urørt" if found == "urørt" else "endret")


def _from_word(data: bytes) -> Hentet:
    try:
        parts = read_parts(data)
    except Exception as error:  # zipfile can raise nearly anything
        raise AvtalegenError(
            Begge(
                "Word-dokumentet er skadet og kan ikke pakkes ut. Hent det på nytt der det kom fra.",
                "Word-dokumentet er skadd og kan ikkje pakkast ut. Hent det på nytt der det kom frå.",
            )
        ) from error
    if parts is None:
        raise AvtalegenError(
            Begge(
                "Dokumentet er større enn et dokument fra avtalegen kan være når det pakkes ut, eller pakket på en "
                "måte som Word ikke bruker. Det er ikke lest.",
                "Dokumentet er større enn eit dokument frå avtalegen kan vere når det blir pakka ut, eller pakka på "
                "ein måte som Word ikkje bruker. Det er ikkje lese.",
            )
        )
    if parts.get("mimetype", b"").startswith(_OPENDOCUMENT):
        raise AvtalegenError(
            Begge(
                "Dokumentet er et OpenDocument (.odt). Det har ikke YAML-filen i seg, heller ikke når det lagres som "
                "Word igjen. Bruk Word-filen slik den var før den ble lagret som .odt.",
                "Dokumentet er eit OpenDocument (.odt). Det har ikkje YAML-fila i seg, heller ikkje når det blir lagra "
                "som Word igjen. Bruk Word-fila slik ho var før ho vart lagra som .odt.",
            )
        )
    if (carried := in_word(parts)) is None:
        raise AvtalegenError(no_source(state(data, "docx"), parts))
    found = state(data, "docx")
    if found == "urørt":
        return Hentet("docx", carried.files, "urørt", ())
    compared = _compared(carried, parts)
    return compared._replace(tilstand="sporet") if found == "sporet" else compared


def _compared(carried: Carried, parts: dict[str, bytes]) -> Hentet:
    from avtalegen.henting.word import read

    try:
        told = read(parts)
    except (ValueError, KeyError):  # no text, or more than an agreement has; the YAML is there all the same
        return Hentet("docx", carried.files, "endret")
    headings = paths(told.sections)
    remarks = tuple(Merknad(c.author, c.text, headings[c.section]) for c in told.comments if c.author != OURS)
    if carried.sections is None:
        return Hentet("docx", carried.files, "endret", None, told.tracked, remarks)
    changes = differences(carried.sections, told.sections)
    return Hentet("docx", carried.files, "endret" if changes else "lagret", changes, told.tracked, remarks)
