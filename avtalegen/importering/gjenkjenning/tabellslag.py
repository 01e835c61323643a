"""A table read by its head, by its labels, or by what stands in its columns."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, som_rolle
from avtalegen.importering.funnet import SIKKER
from avtalegen.importering.gjenkjenning import etiketter, radet, tabeller
from avtalegen.importering.oppsett import Seksjon, Tabell
from avtalegen.importering.ordliste import ledetekst


def tabell(a: Arbeid, t: Tabell, seksjon: Seksjon | None) -> bool:
    """Read a table by its head, by its labels, or by what stands in its columns."""
    if tabeller.les(a, t, seksjon):
        return True
    del_ = seksjon.del_ if seksjon else ""
    nøkler = {r: n for r in range(t.rader) if (n := ledetekst(t.tekst(r, 0), del_))}
    if t.kolonner >= 2 and nøkler and 2 * len(nøkler) >= t.rader:
        for r, nøkkel in nøkler.items():
            første, andre = t[r, 0], t[r, 1]
            if første and andre and første is not andre:
                for u in andre.utsnitt:
                    for merke in første.utsnitt:
                        etiketter.verdi(a, nøkkel, merke, u)
        return True
    return del_ in ("råd", "møter", "") and _folk(a, t)


def _folk(a: Arbeid, t: Tabell) -> bool:
    """Read a table of people that has no head: one column is names, one is titles."""

    def andel(k: int, mønster: str) -> float:
        celler = [t.tekst(r, k) for r in range(t.rader) if t.tekst(r, k)]
        return sum(bool(re.fullmatch(mønster, c)) for c in celler) / len(celler) if celler else 0

    navn = [k for k in range(t.kolonner) if andel(k, uttrykk.NAVN) > 0.6]
    titler = [
        k
        for k in range(t.kolonner)
        if k not in navn and andel(k, rf"(?i:(?:{uttrykk.FORAN}{uttrykk.TITTELORD})(?:\s.*)?)") > 0.5
    ]
    if len(navn) != 1 or not titler:
        return False
    for r in range(t.rader):
        n, tittel = t[r, navn[0]], t[r, titler[0]]
        if not n or not tittel or n is tittel:
            continue
        p = ledd.Person(tittel.utsnitt[0].strippet(), n.utsnitt[0].strippet(), n.utsnitt[0])
        if p.navn is None or not re.fullmatch(uttrykk.NAVN, p.navn.s):
            continue
        side = ""
        for k in range(t.kolonner):
            rute = t[r, k]
            if k in (navn[0], titler[0]) or rute is None:
                continue
            if hvor := re.fullmatch(
                r"(?i)(kommunen?|herad(?:et)?|.*\skommune)|(politi(?:et)?|lensmann\w*)|.+", rute.tekst
            ):
                side = "kommune" if hvor[1] else "politi" if hvor[2] else side
                if hvor[1] or hvor[2]:
                    a.etikett(rute.utsnitt[0])
        radet.medlem(a, som_rolle(p, SIKKER, "navn og tittel i hver sin kolonne"), side)
    return True
