"""Titles with the article: in a list of people each is another one, and not what the one before it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.funnet import SIKKER, Verdi
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_BESTEMT = senere(rf"{uttrykk.TITTELORD}(?:en|n|a)(?P<f>\s(?:for|i|på|ved)\s[^,()]+)?")


def ubestemt(tittel: str) -> str:
    """Return a title without the article: «rektoren ved skolen» is «rektor ved skolen»."""
    første, mellom, rest = tittel.partition(" ")
    første = re.sub(r"(?<=leg)en$", "e", første)
    første = re.sub(r"(?<=[rfgtkdn])en$|(?<=sj)en$|(?<=ll)en$", "", første)
    return ledd.som_tittel(første + mellom + rest)


_LEDER_AV = senere(rf"{uttrykk.TITTELORD}(?:en|n|a)?\s(?:for|av)\s[a-zæøå]+")


def leddene(u: Utsnitt, liste: Utsnitt) -> list[Utsnitt]:
    """Return the parts of a list in `u`; the last word of «leder for helse og omsorg» is what they lead, and nobody."""
    alle = ledd.oppramsing(liste)
    if len(alle) < 2:
        return alle
    *først, nest, siste = alle
    if (
        _LEDER_AV.fullmatch(nest.s)
        and re.fullmatch(r"[a-zæøå]+", siste.s)
        and not re.search(uttrykk.TITTELORD, siste.s)
    ):
        return [*først, u.del_(nest.fra - u.fra, siste.spenn.til - u.fra)]
    return alle


def titler(u: Utsnitt, folk: Sequence[ledd.Person]) -> Iterator[Verdi]:
    """Return those of a list who only have their titles, in between and behind those who have names."""
    leddene = ledd.oppramsing(u.strippet())
    for nr, ett in enumerate(leddene):
        treff = _BESTEMT.fullmatch(ett.s)
        if treff is None or any(ett.fra < en.hele.spenn.til and en.hele.fra < ett.spenn.til for en in folk):
            continue
        hele, siste = ett, leddene[-1]
        # «lederen for kultur og oppvekst»: the word behind is what they lead, and nobody.
        deres = treff["f"] and re.fullmatch(r"[a-zæøå]+", siste.s) and not re.search(uttrykk.TITTELORD, siste.s)
        if deres and nr == len(leddene) - 2:
            hele = u.del_(ett.fra - u.fra, siste.spenn.til - u.fra)
        yield hele.verdi(SIKKER, "medlem av rådet", ubestemt(hele.s), ordrett=False)
