"""Which forms of cooperation the agreement describes."""

from __future__ import annotations

from avtalegen.regler.base import Kontekst


def har_slt(k: Kontekst) -> bool:
    """Tell whether the agreement says that SLT is there: by «etablert», or by describing how it is organised."""
    slt = k.avtale.slt
    if slt is None or slt.etablert is not None:
        return bool(slt and slt.etablert)
    return bool(slt.koordinator or slt.nivåer or slt.deltakere or slt.navn)
