"""The files attached to a PDF, read again: whoever has signed or saved it since, and whatever the style did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import NamedTuple

from pypdf import PdfReader, apply_configuration
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, EmbeddedFile, StreamObject

from avtalegen.dokument.innhold import Attachment
from avtalegen.dokument.stille import stille
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere.kildefiler import DESCRIPTIONS, MOST_BYTES

_MOST_ATTACHED = 200  # files of any kind that are looked at
_MOST_ENTRIES = 50_000  # in one array or dictionary, and objects


class Attached(NamedTuple):
    """A file in a PDF. `data` is None when it isn't said to be ours, or is packed as nobody packs a small text file."""

    description: str
    name: str
    data: bytes | None


def attached(data: bytes) -> list[Attached]:
    """Return the files attached to an untrusted PDF, in its order.

    Raises `AvtalegenError` when it is locked, and whatever the library lets through when it is broken.
    """
    # Where there is no table of them, the library looks for each.
    if data.count(b" obj") > _MOST_ENTRIES:
        raise LimitReachedError("too many objects")
    with _bounded():
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise AvtalegenError("PDF-en er låst med passord. Lagre den uten passord, og prøv igjen.")
        return [*map(_read, islice(reader.attachment_list, _MOST_ATTACHED))]


def carries(data: bytes, sources: Sequence[Attachment]) -> bool:
    """Tell whether the files attached to a PDF from the compiler are these, and no others."""
    wanted = [Attached(DESCRIPTIONS[min(n, 1)], file.name, file.data) for n, file in enumerate(sources)]
    try:
        return sorted(wanted) == sorted(attached(data))
    except Exception:  # what the style has made of it, nobody can read
        return False


def _read(file: EmbeddedFile) -> Attached:
    description = str(file.pdf_object.get("/Desc", ""))
    content = _content(file) if description in DESCRIPTIONS else None
    return Attached(description, str(file.alternative_name or ""), content)


def _content(file: EmbeddedFile) -> bytes | None:
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
    bounds = apply_configuration(
        zlib_maximum_output_length=MOST_BYTES,
        array_based_stream_maximum_output_length=MOST_BYTES,
        stream_decoding_work_maximum_length=4 * MOST_BYTES,
        zlib_maximum_recovery_input_length=0,
        array_maximum_element_count=_MOST_ENTRIES,
        dictionary_maximum_element_count=_MOST_ENTRIES,
    )
    with stille("pypdf"), bounds:
        yield
