"""What the tests of changes of a YAML file share."""

from __future__ import annotations

from typing import Any

from avtalegen.lesing.redigering import Endring, angre, rediger

Rad = tuple[str, Endring, str]
"""A text, a change, and the text after it."""


def etter(text: str, *endringer: Endring, **how: Any) -> str:
    """Return a text after changes, which can be undone."""
    made = rediger(text.encode(), "a.yaml", *endringer, **how)
    assert angre(made) == text.encode()
    return made.data.decode()


def etterpå(rader: list[Rad], **how: Any) -> list[Rad]:
    """Return the cases with the text that each of them gives."""
    return [(text, endring, etter(text, endring, **how)) for text, endring, _ in rader]
