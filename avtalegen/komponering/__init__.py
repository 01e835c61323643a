"""From an `Avtale` to a `Document`: which sections there are and what they say.

The text is in `maler/<language>/*.md.j2`, the order of the sections in `maler/struktur.yaml`. A template sees the
agreement under the same names as in the YAML. Whatever it prints of a value is held out of the Markdown (see
`markdown.verdier.Values`), so a value never changes the structure of the document.

`sammensetting` puts an agreement together, and `papir` one of the other papers, of what `papirer` works out. What they
use, in the order it is used: `mal` runs a template, `sprak` writes the values in it, `markdown` reads what it printed,
`rydding` and `tabeller` tidy that. `spor` is how all of it knows where a value came from, and `skjelett` what the
templates can say, for an import of our own documents.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from avtalegen.komponering.mal.egne_maler import objections as objections
    from avtalegen.komponering.mal.malfeil import MALFEIL as MALFEIL
    from avtalegen.komponering.sammensetting import Composed as Composed
    from avtalegen.komponering.sammensetting import compose as compose
    from avtalegen.komponering.sammensetting import unreadable as unreadable

__all__ = ["MALFEIL", "Composed", "compose", "objections", "unreadable"]


def __getattr__(name: str) -> Any:
    # Whoever wants the language or the meetings of an agreement must not wait for Jinja and all that composes.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.sammensetting"), name)
