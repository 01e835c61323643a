"""The way to a change in words: which part of the agreement it is in, which thing of a list, which field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering.sporsmaal import deler, felt_tekst
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import Målform
from avtalegen.utgaver.endringer.ord import Ord

Mønster = tuple[str, ...]


def mønster(rute: Rute) -> Mønster:
    """Return a route without the places in lists."""
    return tuple(steg for steg in rute if isinstance(steg, str))


class Ledd(NamedTuple):
    """A step on the way to a value: the class that has the field, the field, and what is there.

    `rute` is the way this far; with the place at its end, it is a thing of a list, one of `antall`.
    """

    klasse: type[Del]
    felt: Felt
    rute: Rute
    verdi: Any
    antall: int = 1

    @property
    def i_liste(self) -> bool:
        """Whether it is a thing of a list, and not a field."""
        return isinstance(self.rute[-1], int)


def ledd(avtale: Avtale, rute: Rute) -> list[Ledd]:
    """Return the steps on the way to what stands at a route: the fields, and instead of a list the thing in it."""
    funnet: list[Ledd] = []
    over: Any = avtale
    for nr, steg in enumerate(rute):
        if isinstance(steg, str):
            felt = type(over).felter[steg]
            verdi = getattr(over, felt.navn)
            funnet.append(Ledd(type(over), felt, rute[: nr + 1], verdi))
        else:
            liste = funnet[-1].verdi
            verdi = liste[steg]
            funnet[-1] = funnet[-1]._replace(rute=rute[: nr + 1], verdi=verdi, antall=len(liste))
        over = verdi
    return funnet


@cache
def _brukt(topp: str, målform: Målform) -> Counter[str]:
    """Return how often each name of a field, and each «Nytt tiltak», is used in the section of a key at the top."""
    nøkler = next((del_.nøkler for del_ in deler(målform) if topp in del_.nøkler), (topp,))
    return Counter(navn for nøkkel in nøkler for navn in _navn(Avtale, Avtale.felter[nøkkel], (nøkkel,), målform))


def _navn(klasse: type[Del], felt: Felt, sted: Mønster, målform: Målform) -> Iterator[str]:
    tekst = felt_tekst(klasse, felt, målform, sted)
    yield tekst.kort
    if tekst.ny:
        yield tekst.ny
    if under := del_i(felt.type):
        for ett in under.felter.values():
            yield from _navn(under, ett, (*sted, ett.nøkkel), målform)


class Ledetekst:
    """What stands before a change to say where it is, as little as tells it from others in its section."""

    def __init__(self, ord_: Ord) -> None:
        self._ord = ord_
        self._målform = ord_.målform

    def tekst(self, ett: Ledd) -> Any:
        """Return the words of the field of a step."""
        return felt_tekst(ett.klasse, ett.felt, self._målform, mønster(ett.rute))

    def alene(self, ett: Ledd, navn: str) -> bool:
        """Tell whether only one field of the section is called so."""
        return _brukt(str(ett.rute[0]), self._målform)[navn] == 1

    def den(self, ett: Ledd) -> str:
        """Return a thing of a list as one that is known: «tiltaket «Holde kurs»», «Flakstad kommune»."""
        den = self.tekst(ett).den
        if not (navnet := self._ord.navnet(ett.verdi)):
            hele = self._ord.hele(ett.verdi) if isinstance(ett.verdi, Del) else ""
            return f"{den} ({hele})" if hele else den
        # «Flakstad kommune» says that it is one.
        sier_det = " " in navnet and navnet.casefold().split()[-1].startswith(den.split()[-1][:-2])
        return navnet if sier_det else f"{den} {navnet}"

    def over(self, ett: Ledd) -> str:
        """Return a thing of a list as what a change is in: one of several without a name is known by its number."""
        if self._ord.navnet(ett.verdi):
            return self.den(ett)
        den = str(self.tekst(ett).den)
        return f"{den} nr. {int(ett.rute[-1]) + 1}" if ett.antall > 1 else den

    def uselvstendig(self, ett: Ledd) -> bool:
        """Tell whether the name of a field says nothing without that of what it is in."""
        return self.tekst(ett).kort in self._ord["uselvstendige"]

    def sted(self, vei: list[Ledd], kort: str) -> str:
        """Return the name of a field (`kort`), after the parts on the way to it that are needed to know which."""
        *over, ett = vei
        uselvstendig = self.uselvstendig(ett)
        nødvendig = uselvstendig or not self.alene(ett, kort)
        navn = [
            self.over(en) if en.i_liste else self.tekst(en).kort
            for en in over
            if en.i_liste or (nødvendig and (len(en.rute) > 1 or (uselvstendig and en is vei[-2])))
        ]
        return self._sammen([*navn, kort])

    def punkt(self, vei: list[Ledd], hva: str, *, alltid_alene: bool = False) -> str:
        """Return what is told of a thing in a list, after the way to the list where others have things called so."""
        tekst = self.tekst(vei[-1])
        if alltid_alene or self.alene(vei[-1], tekst.ny):
            return self._sammen([*(self.over(en) for en in vei[:-1] if en.i_liste), hva])
        return self._sammen([self.sted(vei, tekst.kort), hva])

    def _sammen(self, navn: list[str]) -> str:
        return " – ".join([navn[0], *(self._ord.liten(en) for en in navn[1:])])
