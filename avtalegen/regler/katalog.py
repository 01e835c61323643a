"""The catalogue: every code that a finding can have, rule or not, with what there is to say about it.

For `forklar`, docs/regler.md and the reports of machines. `valider` in plain text never needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from avtalegen import regler
from avtalegen.funn.diagnostic import Severity
from avtalegen.lesing.ours import read_yaml
from avtalegen.regler.dokumentasjon import Dokumentasjon
from avtalegen.regler.oppdag import regler_i

_HER = Path(__file__).parent

FAMILIER = {
    "YML": "filen som YAML",
    "SKJ": "formatet",
    "ARV": "det avtalen arver",
    **regler.FAMILIER,
    **regler.PÅ_TVERS,
    "FIL": "filer som avtalen nevner",
    "MAL": "malene",
    "PAP": "papirene til politirådet",
    "KONF": "innstillingene i avtalegen.toml",
    "META": "kommentarer som ignorerer funn",
}
"""The families of codes in the order of the catalogue: the letters of the code and what the family is about."""


class Oppslag(NamedTuple):
    """What there is to say about a code. `alvorlighet` is the one it has when nobody has decided otherwise."""

    kode: str
    navn: str
    alvorlighet: Severity
    grunnlag: str
    dokumentasjon: Dokumentasjon

    @property
    def familie(self) -> str:
        """The letters of the code, a key of `FAMILIER`."""
        return self.kode.rstrip("0123456789")

    def fortalt(self, *, nynorsk: bool) -> Dokumentasjon:
        """Return the documentation in bokmål or nynorsk; in bokmål too where there is no other."""
        return self.dokumentasjon._replace(**_nynorsk().get(self.kode, {})) if nynorsk else self.dokumentasjon


class Kilde(NamedTuple):
    """What a code rests on: the place in the source, and the source as `kilder.yaml` has it.

    `kontrollert` is the day somebody last held it against the text itself, None when nobody has. Then
    `ikke_kontrollert` says why.
    """

    sted: str
    tittel: str
    utgave: str
    kontrollert: date | None
    ikke_kontrollert: str | None = None


@cache
def katalog() -> dict[str, Oppslag]:
    """Return everything that can be explained, by its code, in the order of the families."""
    familier = list(FAMILIER)
    alle = [*_andre(), *_regler()]
    alle.sort(key=lambda oppslag: (familier.index(oppslag.familie), oppslag.kode))
    return {oppslag.kode: oppslag for oppslag in alle}


def kilde(grunnlag: str) -> Kilde | None:
    """Return the source that `grunnlag` begins with the key of, and the place in it; None when it names none."""
    kilder = _kilder()
    felt = next((kilder[navn] for navn in kilder if re.match(rf"{re.escape(navn)}\b", grunnlag)), None)
    if felt is None:
        return None
    kontrollert = felt.get("kontrollert")
    return Kilde(
        grunnlag,
        felt["tittel"],
        ", ".join(felt[navn] for navn in ("utgiver", "utgave") if navn in felt),
        date.fromisoformat(kontrollert) if kontrollert else None,
        felt.get("ikke_kontrollert"),
    )


@cache
def _nynorsk() -> dict[str, dict[str, str]]:
    """Return the parts of the documentation that are in nynorsk, by the code."""
    return read_yaml(_HER / "nynorsk.yaml")


@cache
def _kilder() -> dict[str, dict[str, Any]]:
    return read_yaml(_HER / "kilder.yaml")


def _andre() -> Iterator[Oppslag]:
    for kode, felt in read_yaml(_HER / "andre_koder.yaml").items():
        dokumentasjon = Dokumentasjon(felt["hva"], felt["hvorfor"], felt["rett_opp"], felt["feil"], felt["riktig"])
        yield Oppslag(kode, felt["navn"], Severity(felt["alvorlighet"]), "", dokumentasjon)


def _regler() -> Iterator[Oppslag]:
    """Give every rule, also those that look at more than one agreement."""
    for regel in regler_i((*regler.FAMILIER, *regler.PÅ_TVERS)).values():
        yield Oppslag(regel.kode, regel.navn, regel.alvorlighet, regel.grunnlag, regel.dokumentasjon)
