"""A point and its parts with words of the parties' own between them: «Samarbeid innen rus, vold og trafikk».

The document says the same when that is one text, so what is read here is never more than likely. Two things tell: a
word that binds before a list of short things, and a capital letter in the midst of a sentence at a word that is no
name. We write what the parties have between the two as they have it, and the parts with a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from avtalegen.importering.egne.roller import opplistet
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.komponering.sprak.kjente_ord import KjenteOrd
from avtalegen.komponering.sprak.monstre import PREPOSISJONER
from avtalegen.modell.senere import senere

_BINDEORD = (
    r"(?:med\svekt\spå|knytt?et?\stil|når\sdet\sgjelde?r|innen|innan|mellom|gjennom|blant|overfor|mot|med|om|som"
    r"|for|i|til|på)"
)
_DEL = r"\w[\w-]*(?:\s[\w-]+){0,2}"
_LENGST = 16
"""Words of a point that still seems to be one thing."""
_ORDSTART = senere(r"(?<=\s)(?=[^\W\d_])")
_STOR = senere(r"[A-ZÆØÅ][a-zæøå]")
_BESTEMT = senere(r"\w+(?:en|(?<!h)et|ene|ane|a)\b")
"""What people write with a capital letter in a sentence though it is no name: «Barnevernet», «Skolen»."""


class Delt(NamedTuple):
    """A point taken apart."""

    hva: Utsnitt
    bindeord: Utsnitt
    liste: Utsnitt
    omfatter: list[Utsnitt]


class Begynnelser:
    """The words that things are written down with in a document: the first of its lines, but names."""

    def __init__(self, linjer: Iterable[str], kjente: KjenteOrd) -> None:
        self.kjente = kjente
        første = (linje.split(maxsplit=1)[0].rstrip(",.:;") for linje in linjer if linje[:1].isalpha())
        self._ordene = frozenset(ordet.lower() for ordet in første if self.er_vanlig(ordet))

    def er_vanlig(self, tekst: str) -> bool:
        """Tell whether a text begins with a word that we know is no name."""
        liten = tekst[:1].lower() + tekst[1:]
        return self.kjente.begynner(liten) or self.kjente.er_finitt(liten)

    def begynner_med_stor(self, tekst: str) -> bool:
        """Tell whether a text that has a capital letter, has it because it was written alone, and not as a name."""
        ordet = tekst.split(maxsplit=1)[0].lower()
        bestemt = _BESTEMT.match(tekst) and not (self.kjente.er_infinitiv(ordet) or self.kjente.er_finitt(ordet))
        return ordet in PREPOSISJONER or (not bestemt and self.er_vanlig(tekst))

    def begynner(self, tekst: str) -> bool:
        """Tell whether a text begins as something in the document does, with a small letter."""
        ordet = tekst.split(maxsplit=1)[0].rstrip(",.:;")
        return ordet in self._ordene or self.kjente.er_infinitiv(ordet)


def linjevis(u: Utsnitt, begynnelser: Begynnelser) -> tuple[list[Utsnitt], bool]:
    """Return what stood on lines of its own in a cell of which a PDF tells only the words, and whether that is sure.

    They have a capital letter each. Another after a preposition is one of a name, and of others nobody can tell.
    """
    store = [t.start() for t in _ORDSTART.finditer(u.s) if _STOR.match(u.s, t.start())]
    store = [s for s in store if u.s[:s].split()[-1].lower() not in PREPOSISJONER]
    starter = [0, *(s for s in store if begynnelser.begynner_med_stor(u.s[s:]) and u.s[:s].rstrip()[-1] not in ":,")]
    return [u.del_(fra, til) for fra, til in pairwise([*starter, len(u.s)])], not store


def delt(u: Utsnitt, og: str, begynnelser: Begynnelser, *, har_deler: bool = False) -> Delt | None:
    """Return a point in its parts, None when nothing tells of them; `har_deler`: a colon has told of others."""
    return (not har_deler and _ved_bindeord(u, og, begynnelser.kjente)) or _ved_stor_bokstav(u, og, begynnelser)


def _ved_stor_bokstav(u: Utsnitt, og: str, begynnelser: Begynnelser) -> Delt | None:
    """Return a point with something in the midst of it that is written as if it stood alone."""
    starter = [t.start() for t in _ORDSTART.finditer(u.s)]
    store = [s for s in starter if _STOR.match(u.s, s) and begynnelser.begynner_med_stor(u.s[s:])]
    if not store:
        return None
    fra = store[0]
    før = u.s[:fra].split()[-1]
    if før.endswith((":", ".", "!", "?", ",")) or før.lower() in PREPOSISJONER | {og, "å"}:
        return None
    mulige = [s for s in starter if s > fra and (s in store or begynnelser.begynner(u.s[s:]))]
    mulige = [s for s in mulige if not u.s[:s].rstrip().endswith((",", f" {og}", " å"))]
    if not mulige:
        return None
    # «Gi råd til» is one thing, when something else can be where the parts begin.
    til = next((s for s in mulige if len(u.s[fra:s].split()) > 1), mulige[0])
    liste = u.del_(til, len(u.s))
    return Delt(u.del_(0, fra), u.del_(fra, til), liste, opplistet(liste, og))


def _ved_bindeord(u: Utsnitt, og: str, kjente: KjenteOrd) -> Delt | None:
    """Return a point that ends in a list of three or more short things after a word that binds."""
    treff = re.fullmatch(rf"(?P<h>\S.*)\s(?P<b>{_BINDEORD})\s(?P<o>{_DEL}(?:,\s{_DEL})+\s{og}\s{_DEL})", u.s)
    if treff is None or len(treff["h"].split()) > _LENGST or f" {og} " in f" {treff['o'].rpartition(f' {og} ')[0]} ":
        return None
    liste = u.gruppe(treff, "o")
    omfatter = opplistet(liste, og)
    if any(kjente.er_infinitiv(en.s) or kjente.er_finitt(en.s) or en.s.startswith("å ") for en in omfatter):
        return None
    return Delt(u.gruppe(treff, "h"), u.gruppe(treff, "b"), liste, omfatter)
