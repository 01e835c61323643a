"""How a text begins and ends: which stops belong to an abbreviation, and which words never have a capital first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.modell.adresser import full_adresse
from avtalegen.modell.punktliste import PUNKT

# Of both målformer: local text may be in either. Those with a stop inside («m.m.», «o.l.») are known by that.
_FORKORTELSER = frozenset(
    [
        *("mv", "osv", "mm", "ol", "oa", "ofl", "el", "etc", "mfl", "jf", "evt", "ev", "inkl", "ekskl", "ca", "hhv"),
        *("iht", "ifm", "mht", "vedr", "nr", "kap", "pkt", "pst", "tlf", "mob", "avd", "kl", "mill", "mrd", "stk"),
        *("mdr", "kvm", "maks", "dr", "jr", "sr", "bl", "hr", "st", "adr", "tel", "dvs", "td", "fung", "konst", "ass"),
    ]
)
_FORAN_NAVN = frozenset(["dr", "hr", "st"])
_FØRSTE_ORD = re.compile(r"\s*([^\W\d_]+)\. +(\w)?")
_SISTE_ORD = re.compile(r"([^\W\d_](?:[\w.]*\w)?)\.$")
_NY_SETNING = re.compile(r"([.!?]+)([)»”\"]?) +[«“\"(]?(?:\d|[^\W\d_])")
_SMÅTT_ORD = re.compile(r"(?=[^\W\d_A-ZÆØÅ])[^\W\d_]+(?=[ ,]|$)")
_LINJE = re.compile(r"\S(?:.*\S)?")
_ANFØRSEL = ("»", "”", '"')
LONGEST_WORD = 200
"""No word is longer, and the patterns needn't look at what is."""


def uten_punktum(tekst: str) -> str:
    """Return the text without the stop that ends a sentence. One that belongs to an abbreviation stays."""
    return _uten_punktum(tekst.rstrip())


def _uten_punktum(tekst: str) -> str:
    return tekst if not tekst.endswith(".") or er_forkortet(tekst) else tekst[:-1]


def med_punktum(tekst: str) -> str:
    """Return the text with one full stop at its end, unless it ends with another mark, also within quotes.

    A dash or a colon at the end led to what stood after it where the text was copied from. A list takes none.
    """
    if er_liste(tekst):
        return tekst
    tekst = uten_strek(tekst)
    siste = tekst.rstrip("".join(_ANFØRSEL)) if tekst.endswith(_ANFØRSEL) else tekst
    return tekst if siste.endswith((".", "!", "?", "…")) else tekst + "."


def er_liste(tekst: str) -> bool:
    """Tell whether a text is a list, or leads to one: each item has its own line."""
    return "\n" in tekst and f"\n{PUNKT}" in tekst


def som_avsnitt(tekst: str) -> str:
    """Return a text of one line that begins with a word in small letters as a sentence: «se vedlegg 2».

    Others stand as they are written: what begins a list («a) …») or is never with a capital is no such word.
    """
    ord_ = _SMÅTT_ORD.match(tekst)
    if not ord_ or "\n" in tekst or har_sin_skrivemåte(ord_[0]):
        return tekst
    return med_punktum(tekst[:1].upper() + tekst[1:])


def som_punkt(tekst: str) -> str:
    """Return the text as an item of a list, which has a full stop only after several sentences.

    The stop of an abbreviation («mv.») belongs to it, and stays. The first letter stands as it is written: a list
    of several gets capitals when it is known that it is one (`rydding`).
    """
    tekst = uten_strek(tekst)
    return tekst if har_flere_setninger(tekst) or tekst.endswith(("..", "…")) else _uten_punktum(tekst)


def uten_strek(tekst: str) -> str:
    """Return the text without a dash or a colon at its end, unless there is nothing else."""
    tekst = tekst.rstrip()
    if tekst.endswith((" –", " -", ":")):
        return tekst.rstrip(" –-:") or tekst
    return tekst


def er_forkortet(tekst: str) -> bool:
    """Tell whether a text ends with an abbreviation and its stop: «mv.», «m.m.», «Kari N.»."""
    slutt = str(tekst)[-LONGEST_WORD:]
    # Most texts end without a stop, and the pattern would try every word of them.
    treff = _SISTE_ORD.search(slutt) if slutt.endswith((".", ".\n")) else None
    if treff is None:
        return False
    *foran, siste = treff[1].split(".")
    if foran:
        return max(map(len, [*foran, siste])) <= 4 and full_adresse(treff[1]) is None
    return len(siste) == 1 or siste.casefold() in _FORKORTELSER


def begynner_forkortet(tekst: str) -> bool:
    """Tell whether a text begins with an abbreviation that is in no name: «ev. vara», but not «St. Olavs gate».

    One that we don't know is told by the small letter after it: nobody begins with a sentence of one word.
    """
    treff = _FØRSTE_ORD.match(tekst)
    if treff is None:
        return False
    ord_ = treff[1].casefold()
    return (treff[2] or "").islower() or (ord_ in _FORKORTELSER and ord_ not in _FORAN_NAVN)


def har_flere_setninger(tekst: str) -> bool:
    """Tell whether a stop in the text, other than that of an abbreviation or an ordinal, has something after it."""
    return next(_skiller(tekst), None) is not None


def setninger(tekst: str) -> Iterator[tuple[int, int]]:
    """Give where each sentence of a text begins and ends; what stands on a line of its own is one too."""
    fra = 0
    for slutt in (*_skiller(tekst), len(tekst)):
        for linje in _LINJE.finditer(tekst, fra, slutt):
            yield linje.span()
        fra = slutt


def _skiller(tekst: str) -> Iterator[int]:
    """Give the places between two sentences on the same line."""
    som_den_er = str(tekst)
    for treff in _NY_SETNING.finditer(som_den_er):
        foran = som_den_er[: treff.end(1)]
        rekketall = foran[-2:-1].isdigit() and not treff[0][-1].isupper()
        første_ord = foran[:-1].isalpha() and treff[0][-1].islower()
        if treff[1] != "." or not (rekketall or første_ord or er_forkortet(foran)):
            yield treff.end(2)


def har_sin_skrivemåte(ord_: str) -> bool:
    """Tell whether a word is never written with a capital first: an address, or a name like «iPad»."""
    ord_ = ord_.strip(".,;:!?()«»\"'")
    return ord_[:1].islower() and (any(map(str.isupper, ord_[1:])) or "@" in ord_ or full_adresse(ord_) is not None)
