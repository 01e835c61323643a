"""A point and its parts with a word of the parties' own between them: «Samarbeid innen rus, vold og trafikk».

The document says the same when that is one text, so what is read here is never more than likely.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from avtalegen.importering.egne.roller import opplistet
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.komponering.kjente_ord import KjenteOrd

_BINDEORD = (
    r"(?:med\svekt\spå|knytt?et?\stil|når\sdet\sgjelde?r|innen|innan|mellom|gjennom|blant|overfor|mot|med|om|som"
    r"|for|i|til|på)"
)
_DEL = r"\w[\w-]*(?:\s[\w-]+){0,2}"
_LENGST = 16
"""Words of a point that still seems to be one thing."""


class Delt(NamedTuple):
    """A point taken apart."""

    hva: Utsnitt
    bindeord: Utsnitt
    liste: Utsnitt
    omfatter: list[Utsnitt]


def delt(u: Utsnitt, og: str, kjente: KjenteOrd) -> Delt | None:
    """Return a point in its parts when it ends in a list of three or more short things after a word that binds."""
    treff = re.fullmatch(rf"(?P<h>\S.*)\s(?P<b>{_BINDEORD})\s(?P<o>{_DEL}(?:,\s{_DEL})+\s{og}\s{_DEL})", u.s)
    if treff is None or len(treff["h"].split()) > _LENGST or f" {og} " in f" {treff['o'].rpartition(f' {og} ')[0]} ":
        return None
    liste = u.gruppe(treff, "o")
    omfatter = opplistet(liste, og)
    if any(kjente.er_infinitiv(en.s) or kjente.er_finitt(en.s) or en.s.startswith("å ") for en in omfatter):
        return None
    return Delt(u.gruppe(treff, "h"), u.gruppe(treff, "b"), liste, omfatter)
