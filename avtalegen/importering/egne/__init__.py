"""Our own documents read again without the YAML that they are made of, by the templates that wrote them."""

from __future__ import annotations

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.egne.kjent import språket
from avtalegen.importering.kilde import Kilde

__all__ = ["les_egen"]


def les_egen(kilde: Kilde) -> Arbeid | None:
    """Return what is read of one of our own documents; None when it is not one, or not enough of one."""
    språk = språket(kilde)
    if språk is None:
        return None
    from avtalegen.importering.egne.gjenkjenning import les_på  # the templates are large, and few documents are ours

    return les_på(kilde, språk)
