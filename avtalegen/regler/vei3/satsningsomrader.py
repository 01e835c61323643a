"""How the rules say of each satsningsområde what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge
from avtalegen.modell.base import forkort
from avtalegen.modell.satsning import Satsningsområder
from avtalegen.regler.base import Funn
from avtalegen.regler.omtale import ufylt


def områder_uten(s: Satsningsområder, uten: list[int], ett: Begge, ingen: Begge, hjelp: Begge) -> Iterator[Funn]:
    """Yield a finding for each area that lacks something; one for all when none of several has it: one cause."""
    # An area that is left to fill in, lacks nothing yet.
    if len(uten) == sum(not ufylt(område.navn) for område in s.områder) > 1:
        yield Funn(
            ("satsningsområder", "områder"),
            Begge(
                f"Ingen av de {len(uten)} satsningsområdene {ingen}.",
                f"Ingen av dei {len(uten)} satsingsområda {ingen.nn}.",
            ),
            hjelp,
        )
        return
    for i in uten:
        navn = forkort(s.områder[i].navn, 60)
        yield Funn(
            ("satsningsområder", "områder", i, "navn"),
            Begge(f"Satsningsområdet «{navn}» {ett}.", f"Satsingsområdet «{navn}» {ett.nn}."),
            hjelp,
        )
