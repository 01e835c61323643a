"""Those who are told by title and surname alone, and have their whole name elsewhere in the agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.utsnitt import Utsnitt, som_lest
from avtalegen.modell.senere import senere

_KORT = senere(
    rf"(?<![\w-])(?P<t>{uttrykk.FORAN}{uttrykk.TITTELORD})\s(?P<n>[A-ZÆØÅ][a-zæøåéöä]{{1,30}})(?![\w-]|\s[A-ZÆØÅ])"
)
_TITTEL_FORAN = senere(rf"(?:{uttrykk.FORAN}{uttrykk.TITTELORD})\s")


def roller(a: Arbeid, u: Utsnitt) -> Iterator[dict[str, Node]]:
    """Return each of them in a stretch of text: «lensmann Moe», where Ola Moe is the only one of that name."""
    for treff in _KORT.finditer(u.s):
        if navn := helt(a, treff["n"]):
            tittel, kort = u.gruppe(treff, "t"), u.gruppe(treff, "n")
            yield {
                "tittel": tittel.verdi(SIKKER, "tittel og etternavn", ledd.som_tittel(tittel.s)),
                "navn": kort.verdi(SIKKER, "etternavnet, og navnet et annet sted", navn, ordrett=False),
            }


def helt(a: Arbeid, etternavn: str) -> str | None:
    """Return the whole name of the only one in the source with a surname, None when there is none, or several."""
    navnene = {navn for linje in a.kilde.linjer for navn in _navn(som_lest(linje.tekst), etternavn)}
    return navnene.pop() if len(navnene) == 1 else None


def _navn(tekst: str, etternavn: str) -> Iterator[str]:
    if etternavn not in tekst:
        return
    for treff in re.finditer(uttrykk.NAVN, tekst):
        foran = _TITTEL_FORAN.match(treff[0])
        navn = treff[0][foran.end() if foran else 0 :]
        if navn.endswith(f" {etternavn}") and not ledd.er_instans(navn):
            yield navn
