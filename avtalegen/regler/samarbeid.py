"""Which forms of cooperation the agreement describes."""

from __future__ import annotations

from avtalegen.modell.politirad import Politiråd
from avtalegen.regler.base import Kontekst
from avtalegen.regler.omtale import egen_overskrift


def beskrevet_råd(k: Kontekst) -> Politiråd | None:
    """Return the politiråd, or None when there is none or it is only said that it has an agreement of its own."""
    råd = k.avtale.politiråd
    if råd is None or not råd.egen_avtale:
        return råd
    return råd if any(verdi for navn, verdi in råd.__dict__.items() if navn not in ("navn", "egen_avtale")) else None


def har_samarbeid(k: Kontekst) -> bool:
    """Tell whether the agreement describes a politiråd or another form of cooperation."""
    return bool(
        beskrevet_råd(k) or k.avtale.samarbeidsfora or har_slt(k) or egen_overskrift(k, "politiråd", "samarbeid")
    )


def har_tjenestetilbud(k: Kontekst) -> bool:
    """Tell whether the agreement says anything of what the police offers."""
    tilbud = k.avtale.tjenestetilbud
    sagt = tilbud is not None and any(tilbud.__dict__.values())
    return sagt or egen_overskrift(k, "tjenestetilbud", "tenestetilbod", "polititjenest", "polititenest")


def har_slt(k: Kontekst) -> bool:
    """Tell whether the agreement says that SLT is there: by «etablert», or by describing how it is organised."""
    slt = k.avtale.slt
    if slt is None or slt.etablert is not None:
        return bool(slt and slt.etablert)
    return bool(slt.koordinator or slt.nivåer or slt.deltakere or slt.navn)
