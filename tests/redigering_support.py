"""What the tests of changes of a YAML file share."""

from __future__ import annotations

from typing import Any

from avtalegen.lesing.redigering import Endring, angre, rediger


def etter(text: str, *endringer: Endring, **how: Any) -> str:
    """Return a text after changes, which can be undone."""
    made = rediger(text.encode(), "a.yaml", *endringer, **how)
    assert angre(made) == text.encode()
    return made.data.decode()
