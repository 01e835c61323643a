"""The codes of findings as people name them: a whole code («VEI417») or the beginning of one («VEI4», «VEI»)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

METAFEIL = {"META101": "ignorert-uten-begrunnelse", "META102": "ignorert-uten-virkning"}
"""Code and name of the findings about comments that ignore findings (`utvalg`)."""

LÅST = {
    "YML": "gjelder hvordan YAML-filen er skrevet",
    "SKJ": "gjelder formatet",
    "ARV": "gjelder det avtalen arver",
    "FIL": "gjelder filer som avtalen trenger",
    "MAL": "gjelder malene",
    "KONF": "gjelder innstillingene selv",
    "PER101": "gjelder fødselsnumre, som aldri skal stå i en avtale",
}
"""The families and the code that nobody can turn off or make less grave, and what they are about."""
ALLTID = tuple(LÅST)
"""The families and the code that are shown whatever is asked for: with them, the rest can't be trusted."""


Kjente = Callable[[], Sequence[str]]
"""Returns every code that can be chosen, in the order of the catalogue. The rules are known above this room."""


class Innvending(NamedTuple):
    """What is wrong with a code that somebody has named, and what to do: two Norwegian sentences."""

    melding: str
    hjelp: str


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
    hjelp = f"Mente du «{near[0]}»?" if near else "En kode er for eksempel «VEI417», «VEI4» eller «VEI»."
    return Innvending(f"«{navn}» er verken en kode eller begynnelsen på en.", hjelp)


def låst(navn: str) -> Innvending | None:
    """Return what to say when everything that a name means is locked, or None."""
    if not er_låst(navn):
        return None
    hva = next(hva for låst, hva in LÅST.items() if treffer(låst, navn))
    return Innvending(f"{navn} kan ikke slås av, for den {hva}.", "Rett det som er galt, i stedet.")
