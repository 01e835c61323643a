"""avtalegen: from one YAML file to an agreement between kommune and police that can be signed.

import avtalegen

avtalegen.valider("flakstad.yaml")  # what is wrong with it
avtalegen.les("flakstad.yaml")      # the agreement, as Pydantic models with fields named as in the YAML
avtalegen.lag("flakstad.yaml")      # the Word document, as bytes
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from avtalegen.api import lag as lag
    from avtalegen.api import les as les
    from avtalegen.api import valider as valider
    from avtalegen.funn.diagnostic import AvtalegenError as AvtalegenError
    from avtalegen.funn.diagnostic import Diagnostic as Diagnostic
    from avtalegen.funn.diagnostic import Severity as Severity
    from avtalegen.funn.diagnostic import Span as Span
    from avtalegen.modell.avtale import Avtale as Avtale

__version__ = "0.1.0"
__all__ = [
    "Avtale",
    "AvtalegenError",
    "Diagnostic",
    "Severity",
    "Span",
    "__version__",
    "lag",
    "les",
    "valider",
]


def __getattr__(name: str) -> Any:
    # `avtalegen --help` comes through here too, and must not wait for what only a program needs.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from avtalegen import api

    return getattr(api, name)
