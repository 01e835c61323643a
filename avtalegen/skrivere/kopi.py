"""A note in a Word file about what it is a copy of. Word keeps it, and shows it as a comment on the file."""

from __future__ import annotations

from io import BytesIO

import docx


def with_note_in_word(data: bytes, note: str) -> bytes:
    """Return a Word file with a note in its properties."""
    document = docx.Document(BytesIO(data))
    properties = document.core_properties
    properties.author = properties.title = properties.last_modified_by = ""
    properties.comments = note
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def note_in_word(data: bytes) -> str:
    """Return the note; "" when there is none, or the file is no Word file."""
    try:
        return docx.Document(BytesIO(data)).core_properties.comments or ""
    except Exception:  # python-docx lets through whatever zipfile, lxml and dict have to say
        return ""
