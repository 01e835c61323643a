"""What is said of a rule: its docstring, taken apart."""

from __future__ import annotations

import inspect
import re
import textwrap
from typing import NamedTuple


class Dokumentasjon(NamedTuple):
    """What is said of a rule, in Norwegian: for `forklar`, for the catalogue and for SARIF."""

    hva: str
    hvorfor: str
    rett_opp: str
    eksempel_feil: str
    eksempel_riktig: str


_DELER = re.compile(r"^(Hvorfor|Rett opp|Feil|Riktig):[ \t]*\n?", re.MULTILINE)


def les_dokumentasjon(tekst: str) -> Dokumentasjon:
    """Return the parts of a rule's docstring: first what it finds, then «Hvorfor», «Rett opp», «Feil», «Riktig».

    The two last ones are YAML: what is to be added to the smallest valid agreement.
    """
    hva, *resten = _DELER.split(inspect.cleandoc(tekst))
    deler = dict(zip(resten[::2], resten[1::2], strict=True))
    return Dokumentasjon(
        " ".join(hva.split()),
        " ".join(deler["Hvorfor"].split()),
        " ".join(deler["Rett opp"].split()),
        *(textwrap.dedent(deler[navn]).strip() + "\n" for navn in ("Feil", "Riktig")),
    )
