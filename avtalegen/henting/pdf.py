"""The YAML attached to a PDF, whoever has signed or saved it since."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from operator import itemgetter

from pypdf import PdfReader, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, EmbeddedFile, StreamObject

from avtalegen.diagnostic import AvtalegenError
from avtalegen.document import Attachment
from avtalegen.skrivere.kilde import DESCRIPTIONS, MOST_BYTES, within_limits

_LARGEST = 8_000_000  # bytes: the reader is slow where a file is made to be, and ours are some hundred thousand
_MOST_ATTACHED = 200  # files of any kind that are looked at
_MOST_ENTRIES = 50_000  # in one array or dictionary


def attached(data: bytes) -> tuple[Attachment, ...]:
    """Return the YAML files attached to an untrusted PDF, the agreement's own first.

    Raises `AvtalegenError` when there are none, or when the file is locked, too large or broken.
    """
    if len(data) > _LARGEST:
        raise AvtalegenError(
            f"PDF-en er større enn {_LARGEST // 1_000_000} MB og kan ikke være laget av avtalegen. "
            "Kontroller at det er riktig fil."
        )
    try:
        with _bounded():
            files = within_limits(_ours(data))
    except AvtalegenError:
        raise
    except (Exception, RecursionError) as error:  # the library lets through whatever a broken file leads to
        raise AvtalegenError(
            "PDF-en er skadet, eller er større enn et dokument fra avtalegen kan være når den pakkes ut. "
            "Hent den på nytt der den kom fra."
        ) from error
    if not files:
        raise AvtalegenError(
            "PDF-en har ikke YAML-filen i seg. Den har det bare når den er laget med «--pdf-standard a-3a». "
            "Be den som laget dokumentet, om YAML-filen."
        )
    return files


def _ours(data: bytes) -> Iterator[tuple[str, bytes | None]]:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        raise AvtalegenError("PDF-en er låst med passord. Lagre den uten passord, og prøv igjen.")
    found: list[tuple[int, str, EmbeddedFile]] = []
    for file in islice(reader.attachment_list, _MOST_ATTACHED):
        told = str(file.pdf_object.get("/Desc", ""))
        if told in DESCRIPTIONS:
            found.append((DESCRIPTIONS.index(told), str(file.alternative_name or ""), file))
    found.sort(key=itemgetter(0, 1))
    # Without the agreement's own file, the others are of no use.
    if found and found[0][0] == 0:
        yield from ((name, _content(file)) for _, name, file in found)


def _content(file: EmbeddedFile) -> bytes | None:
    """Return what is in an attachment; None when it is packed in a way that nobody packs a small text file."""
    files = file.pdf_object["/EF"].get_object()
    stream = files["/F"].get_object() if isinstance(files, DictionaryObject) else None
    if not isinstance(stream, StreamObject) or "/DecodeParms" in stream:
        return None
    filters = stream.get("/Filter")
    names = list(filters) if isinstance(filters, ArrayObject) else [filters] if filters is not None else []
    return bytes(stream.get_data()) if names in ([], ["/FlateDecode"]) else None


@contextmanager
def _bounded() -> Iterator[None]:
    """Let the library unpack no more than we can use, and say nothing."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with apply_configuration(
            zlib_maximum_output_length=MOST_BYTES,
            array_based_stream_maximum_output_length=MOST_BYTES,
            stream_decoding_work_maximum_length=4 * MOST_BYTES,
            zlib_maximum_recovery_input_length=0,
            array_maximum_element_count=_MOST_ENTRIES,
            dictionary_maximum_element_count=_MOST_ENTRIES,
        ):
            yield
    finally:
        logger.setLevel(level)
