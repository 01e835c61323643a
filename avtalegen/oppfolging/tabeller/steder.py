"""The places where people can meet the police, and when they are open, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from avtalegen.modell.klokke import Klokkeslett, Ukedag, Åpent
from avtalegen.modell.tjenestested import Tjenestested
from avtalegen.modell.ufylt import er_ufylt
from avtalegen.oppfolging.tabeller.felles import Celler, Rad, samlet, skrevet
from avtalegen.regler import Kontekst


def _steder(k: Kontekst) -> Iterator[tuple[int, Tjenestested]]:
    """Give the places with their numbers, without those that are left to fill in."""
    tilbud = k.avtale.tjenestetilbud
    alle = enumerate(tilbud.tjenestesteder if tilbud else (), 1)
    return ((nr, sted) for nr, sted in alle if not er_ufylt(sted.navn))


def tjenestesteder(k: Kontekst, celle: Celler) -> Iterator[Rad]:
    """Give a row for each place where people can meet the police."""
    for nr, sted in _steder(k):
        yield {
            "nr": nr,
            "navn": skrevet(sted.navn),
            "sted": skrevet(sted.sted),
            "adresse": skrevet(sted.adresse),
            "tjenester": samlet(sted.tjenester),
            "timer": celle(partial(_timer, sted), None),
            "telefon": samlet(sted.telefon or ()),
            "epost": skrevet(sted.epost),
        }


def _timer(sted: Tjenestested) -> float | None:
    """Return the hours that a place is open in a week; None when a day or an hour isn't said, or differs by season."""
    minutter = 0
    langedager = {dag for tid in sted.langåpent or () for dag in tid.dager if tid.fra}
    for tid in (*(sted.åpningstider or ()), *(tid for tid in sted.langåpent or () if tid.fra)):
        lang = tid in (sted.langåpent or ())
        dager = [dag for dag in tid.dager if lang or dag not in langedager]
        if tid.fra is None and tid.merknad == "stengt":
            continue
        if not tid.fra or not tid.til or not tid.dager or tid.merknad or tid.fra.ord or tid.til.ord:
            return None
        minutter += len(dager) * ((_minutt(tid.til) - _minutt(tid.fra)) % (24 * 60) or 24 * 60)
    return round(minutter / 60, 2) if sted.åpningstider else None


def _minutt(tid: Klokkeslett) -> int:
    return tid.time * 60 + tid.minutt


def åpningstider(k: Kontekst, _celle: Celler) -> Iterator[Rad]:
    """Give a row for each day that a place is open, and for what is said of no day."""
    for sted_nr, sted in _steder(k):
        vanlige = (("vanlig", tid) for tid in sted.åpningstider or ())
        lange = (("lang", tid) for tid in sted.langåpent or ())
        nr = 0
        for slag, tid in chain(vanlige, lange):
            for dag in tid.dager or (None,):
                nr += 1
                yield {"sted_nr": sted_nr, "nr": nr, "slag": slag, **_tid(tid, dag)}


def _tid(tid: Åpent, dag: Ukedag | None) -> Rad:
    return {
        "dag": int(dag) if dag else None,
        "ukedag": dag.skriv() if dag else None,
        "fra": skrevet(tid.fra),
        "til": skrevet(tid.til),
        "merknad": skrevet(tid.merknad),
    }
