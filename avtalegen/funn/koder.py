"""The codes of findings as people name them: a whole code («VEI417») or the beginning of one («VEI4», «VEI»)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from avtalegen.funn.begge import Begge
from avtalegen.funn.ordlyd import mente_du

METAFEIL = {"META101": "ignorert-uten-begrunnelse", "META102": "ignorert-uten-virkning"}
"""Code and name of the findings about comments that ignore findings (`utvalg`)."""

LÅST = {
    "YML": Begge("gjelder hvordan YAML-filen er skrevet", "gjeld korleis YAML-fila er skriven"),
    "SKJ": Begge("gjelder formatet", "gjeld formatet"),
    "ARV": Begge("gjelder det avtalen arver", "gjeld det avtalen arvar"),
    "FIL": Begge("gjelder filer som avtalen trenger", "gjeld filer som avtalen treng"),
    "MAL": Begge("gjelder malene", "gjeld malane"),
    "KONF": Begge("gjelder innstillingene selv", "gjeld innstillingane sjølve"),
    "PER101": Begge(
        "gjelder fødselsnumre, som aldri skal stå i en avtale", "gjeld fødselsnummer, som aldri skal stå i ein avtale"
    ),
}
"""The families and the code that nobody can turn off or make less grave, and what they are about.

They are shown whatever is asked for: with them, the rest can't be trusted.
"""

Kjente = Callable[[], Sequence[str]]
"""Returns every code that can be chosen, in the order of the catalogue. The rules are known above this room."""


class Innvending(NamedTuple):
    """What is wrong with a code that somebody has named, and what to do: two Norwegian sentences."""

    melding: Begge
    hjelp: Begge


def treffer(navn: str, kode: str) -> bool:
    """Tell whether `navn` is a code or its beginning. The letters count as a whole: «KON» doesn't mean KONF001."""
    return kode.startswith(navn) and not kode[len(navn) :][:1].isalpha()


def familier(koder: Iterable[str]) -> tuple[str, ...]:
    """Return the families of some codes, each once, in the order of the codes."""
    return tuple(dict.fromkeys(kode.rstrip("0123456789") for kode in koder))


def er_låst(kode: str) -> bool:
    """Tell whether a finding with this code can't be turned off."""
    return any(treffer(låst, kode) for låst in LÅST)


def ukjent(navn: str, kjente: Kjente) -> Innvending | None:
    """Return what to say of a name that no code begins with, or None."""
    koder = kjente()
    if any(treffer(navn, kode) for kode in koder):
        return None
    if (treff := re.fullmatch(r"([A-ZÆØÅ]+)\d{0,3}", navn)) and treff[1] in LÅST:
        return None
    from difflib import get_close_matches

    near = get_close_matches(navn, [*koder, *familier(koder)], n=1)
    hjelp = (
        mente_du(near[0])
        if near
        else Begge(
            "En kode er for eksempel «VEI417», «VEI4» eller «VEI».",
            "Ein kode er til dømes «VEI417», «VEI4» eller «VEI».",
        )
    )
    return Innvending(
        Begge(
            f"«{navn}» er verken en kode eller begynnelsen på en.",
            f"«{navn}» er verken ein kode eller byrjinga på ein.",
        ),
        hjelp,
    )


def låst(navn: str) -> Innvending | None:
    """Return what to say when everything that a name means is locked, or None."""
    if not er_låst(navn):
        return None
    hva = next(hva for låst, hva in LÅST.items() if treffer(låst, navn))
    return Innvending(
        Begge(f"{navn} kan ikke slås av, for den {hva}.", f"{navn} kan ikkje slåast av, for han {hva.nn}."),
        Begge("Rett det som er galt, i stedet.", "Rett det som er gale, i staden."),
    )
