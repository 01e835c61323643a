"""A heading that is a label or a question, with what it is of under it or beside it."""

from __future__ import annotations

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.gjenkjenning import etiketter, typede
from avtalegen.importering.ordliste import ledetekst
from avtalegen.importering.utsnitt import Utsnitt, setninger

_SPØRSMÅL = 9
"""Words of a question that asks for one thing."""


def par(a: Arbeid, merke: Utsnitt, u: Utsnitt, del_: str) -> bool:
    """Read two labels with two values: «Leder / nestleder», «Kari Moe / Ola Moe»; tell whether it was that."""
    navnene, verdiene = [*merke.delt(r"\s?/\s?")], [*u.delt(r"\s?/\s?")]
    nøkler = [ledetekst(navn.s, del_) for navn in navnene]
    if not 1 < len(navnene) == len(verdiene) or not all(nøkler):
        return False
    alle = [
        etiketter.verdi(a, nøkkel, navn, verdi)
        for nøkkel, navn, verdi in zip(nøkler, navnene, verdiene, strict=True)
        if nøkkel
    ]
    return any(alle)


def nøkkel(merke: Utsnitt, u: Utsnitt, del_: str) -> str | None:
    """Return the key of a heading by its words and by what the first sentence under it is; None for no label."""
    første = next(setninger(u), u)
    if av_ordene := typede.fritt(merke.s, første.s):
        return av_ordene
    if not merke.s.endswith("?"):
        return typede.nøkkel(merke.s, første.s, del_) or typede.nøkkel(merke.s, første.s, "")
    navn = typede.nøkkel(merke.s.rstrip("?"), første.s, del_, _SPØRSMÅL)
    return None if navn and typede.er_fri(navn) else navn
