"""From what an agreement says to plain data: each part in its long form or a short one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from random import Random
from typing import Literal

from pydantic_core import PydanticCustomError

from tests.generator import tider
from tests.generator.blad import Blad, Liste, Node, Skrevet, Ting

Form = Literal["lang", "kort", "blandet"]
"""Every part written out; every part as short as it can be; each in a way that is drawn."""


class Skriver:
    """Chooses a form for each part and a way of writing each value; the choices are drawn from `r`."""

    def __init__(self, r: Random, form: Form) -> None:
        self._r = r
        self._form = form

    def data(self, node: Node) -> Skrevet:
        """Return what is to stand in the YAML."""
        if isinstance(node, Blad):
            return self._måte(node.måter)
        if isinstance(node, Liste):
            ting = [self.data(ett) for ett in node.ting]
            # A list around one thing may be left out, unless the thing is a list itself.
            kan_stå_alene = len(ting) == 1 and not isinstance(ting[0], list)
            return ting[0] if kan_stå_alene and self._kort() else ting
        if self._kort():
            korte = list(kortformer(node))
            if korte:
                return self._måte(tuple(korte))
            if node.part.listeform and set(node.felter) == {node.part.listeform}:
                liste = node.felter[node.part.listeform]
                assert isinstance(liste, Liste)
                return [self.data(ett) for ett in liste.ting]
        return {nøkkel: self.data(ett) for nøkkel, ett in node.felter.items()}

    def _kort(self) -> bool:
        return self._form == "kort" or (self._form == "blandet" and self._r.random() < 0.5)

    def _måte(self, måter: tuple[Skrevet, ...]) -> Skrevet:
        if self._form == "blandet":
            return self._r.choice(måter)
        return måter[0]


def kortformer(ting: Ting) -> Iterator[str]:
    """Yield every text that stands for a part, none when it can't be said in one."""
    if len(ting.felter) == 1:
        ((nøkkel, node),) = ting.felter.items()
        if isinstance(node, Liste) and len(node.ting) == 1:
            node = node.ting[0]
        måter = node.måter if isinstance(node, Blad) else kortformer(node) if isinstance(node, Ting) else ()
        yield from (måte for måte in måter if isinstance(måte, str) and _står_for(ting, måte, nøkkel))
    if egne := RIKE_KORTFORMER.get(ting.part.__name__):
        yield from egne(ting)


def _står_for(ting: Ting, tekst: str, nøkkel: str) -> bool:
    try:
        sagt = ting.part.fra_tekst(tekst)
    except PydanticCustomError:
        return False
    return sagt is not None and {n: v for n, v in sagt.items() if v is not None} == {nøkkel: tekst}


def _periode(ting: Ting) -> Iterator[str]:
    verdier = {nøkkel: node.betydning for nøkkel, node in ting.felter.items() if isinstance(node, Blad)}
    match verdier:
        case {"fra": fra, "til": til, **andre} if not andre and len(ting.felter) == 2 and fra <= til:
            yield from tider.tidsrommåter(fra, til)
        case {"fra": fra, "løpende": True, **andre} if not andre and len(ting.felter) == 2:
            for dag in tider.kantmåter(fra, siste=False):
                yield from (f"{dag} – løpende", f"fra {dag}, løpende", f"{dag}-løpande", f"løpende fra {dag}")
        case {"løpende": True, **andre} if not andre and len(ting.felter) == 1:
            yield from ("løpende", "løpande", "Løpende", "inntil videre", "inntil vidare")
        case {"fra": fra, **andre} if not andre and len(ting.felter) == 1:
            yield from (f"fra {dag}" for dag in tider.kantmåter(fra, siste=False))


def _responsmål(ting: Ting) -> Iterator[str]:
    felter = ting.felter
    if not felter.keys() <= {"andel", "minutter", "område"} or "minutter" not in felter:
        return
    minutter, andel, område = (felter.get(nøkkel) for nøkkel in ("minutter", "andel", "område"))
    assert isinstance(minutter, Blad)
    tall = f"{minutter.betydning} minutter"
    foran, bak = "", ""
    if isinstance(andel, Blad):
        if andel.betydning.inntil:
            return
        foran = f"{andel.betydning:g} % "
    if isinstance(område, Blad):
        bak = f" i {område.måter[0]}"
    yield from (f"{foran}{ord_}{tall}{bak}" for ord_ in ("", "innen ", "innan ", "på "))
    if foran and not bak:
        yield from (f"{tall} i {foran}".strip(), f"{tall} for {foran}".strip())


def _koordinator(ting: Ting) -> Iterator[str]:
    if ting.felter.keys() != {"tittel", "stillingsandel"}:
        return
    tittel, andel = ting.felter["tittel"], ting.felter["stillingsandel"]
    assert isinstance(tittel, Blad)
    assert isinstance(andel, Blad)
    for hvem, del_ in product(tittel.måter, andel.måter):
        if ting.part.fra_tekst(f"{hvem}, {del_}") == {"tittel": hvem, "stillingsandel": del_}:
            yield f"{hvem}, {del_}"


RIKE_KORTFORMER: dict[str, Callable[[Ting], Iterator[str]]] = {
    **{"Periode": _periode, "Responsmål": _responsmål, "Koordinator": _koordinator},
}
"""The parts where a text can stand for several fields."""
