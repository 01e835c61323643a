"""What a skeleton is made of: the sentences, headings, items and tables that a section can have."""

from __future__ import annotations

from dataclasses import dataclass, field

from avtalegen.komponering.skjelett.verdier import Felt, Følger, Verdi


@dataclass(eq=False)
class Enhet:
    """One sentence, heading or item as the template writes it; `nr` is its place in the section.

    `valgfri`: a heading that what follows it can stand without.
    """

    nr: int
    slag: str  # «setning», «overskrift», «punkt»
    deler: tuple[Verdi, ...]
    følger: Følger = ()
    nivå: int = 0
    form: str = ""
    gruppe: int = 0
    ny: bool = True
    valgfri: bool = False


@dataclass(eq=False)
class Tabellskjelett:
    """A table: the pieces of each cell of its head, and of each kind of row."""

    nr: int
    hode: tuple[tuple[Verdi, ...], ...]
    rader: list[tuple[tuple[Verdi, ...], ...]] = field(default_factory=list)


@dataclass(eq=False)
class Avsnittsskjelett:
    """What a section of the agreement can hold; `titler` are what its tables are called, where that is written."""

    navn: str
    enheter: list[Enhet] = field(default_factory=list)
    tabeller: list[Tabellskjelett] = field(default_factory=list)
    fritekst: list[tuple[int, Felt]] = field(default_factory=list)
    ordnet: bool = False
    titler: list[tuple[Verdi, ...]] = field(default_factory=list)
