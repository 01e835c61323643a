"""REP: på tvers av avtaler. En kjøring over én avtale trenger ikke noe herfra."""

from __future__ import annotations

from avtalegen.funn.diagnostic import Diagnostic, in_order, på_nynorsk
from avtalegen.modell.former import Målform
from avtalegen.regler import PÅ_TVERS
from avtalegen.regler.grunnlag import i_begge
from avtalegen.regler.oppdag import regler_i
from avtalegen.regler.rep.samling import Samling


def kjør(samling: Samling, målform: Målform | None = None) -> list[Diagnostic]:
    """Return what the rules find in a collection of agreements, each in `målform` or in that of the agreement."""
    valgt = målform.value if målform else None
    nynorske = {avtale.fil for avtale in samling.avtaler if (valgt or avtale.målform) == Målform.NYNORSK.value}
    funnet = in_order(
        [
            Diagnostic(regel.kode, regel.alvorlighet, f.melding, f.plass, f.hjelp, i_begge(regel.grunnlag), f.relatert)
            for regel in regler_i(tuple(PÅ_TVERS)).values()
            for f in regel.sjekk(samling)
        ]
    )
    return [på_nynorsk(d) if d.span.file in nynorske else d for d in funnet]
