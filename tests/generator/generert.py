"""An agreement that is made, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from avtalegen import register
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import Status
from tests.generator.blad import Liste, Node, Ting, blad_i, byttet, verdi_i
from tests.generator.former import Form, Skriver
from tests.generator.navn import Merke, trakten
from tests.generator.plan import HVA_SOM_HELST, Oppskrift, fast, plan
from tests.generator.ruter import Rute, formatets_ruter, mønster, rutenummer
from tests.generator.verdier import Sted, verdi
from tests.generator.yamltekst import PEN, Stil, som_yaml, stil

FIL = "avtale.yaml"
_FELLES = ("tjenestetilbud", "taushetsplikt", "evaluering", "forpliktelser", "slt", "politiråd")
_LENGST_VIST = 10_000  # characters


class Verdi(NamedTuple):
    """What stands at a route: the field, and what it means once it is read."""

    felt: Felt
    betydning: Any


@dataclass(frozen=True, repr=False)
class Generert:
    """An agreement: what it says (`tre`), and how it is written (`form`, `stil`, and the choices that `frø` gives).

    `data` is the file; `filer` are the others, by name: what it inherits from, the coat of arms, what is attached.
    `verdier` holds every value with the way to it, in the long form of the agreement, whatever form it is written in.
    """

    nummer: int
    tre: Ting
    kommuner: tuple[register.Kommune, ...]
    form: Form = "blandet"
    stil: Stil = PEN
    frø: int = 0
    delt: bool = False

    def __repr__(self) -> str:
        """Show how to make it, and what stands in the file as far as somebody will read it."""
        tekst = self.tekst if len(self.data) < _LENGST_VIST else f"{self.tekst[:_LENGST_VIST]}…"
        return f"<avtale {self.nummer}, frø={self.frø}, form={self.form!r}, {self.stil}>\n{tekst}"

    @cached_property
    def verdier(self) -> dict[Rute, Verdi]:
        """Every value by its route. The file itself says no `arv` that the tree doesn't."""
        return {rute: Verdi(formatets_ruter()[mønster(rute)], blad.betydning) for rute, blad in blad_i(self._hele)}

    @property
    def signert(self) -> bool:
        """Whether its status is that it is signed."""
        return verdi_i(self.tre, ("avtale", "status")) is Status.SIGNERT

    @property
    def data(self) -> bytes:
        """The file, byte for byte."""
        return self._skrevet[FIL]

    @property
    def tekst(self) -> str:
        """The file as text."""
        return self.data.decode("utf-8-sig")

    @property
    def filer(self) -> dict[str, bytes]:
        """The other files that belong to it."""
        return {navn: data for navn, data in self._skrevet.items() if navn != FIL}

    def omskrevet(self, frø: int, form: Form = "blandet", stil_: Stil | None = None) -> Generert:
        """Return the same agreement written in another way."""
        return replace(self, form=form, frø=frø, stil=stil_ or stil(Random(frø)))

    def med(self, rute: Rute, nummer: int = 1) -> Generert:
        """Return the agreement with another value at a route; `nummer` tells the new one from others."""
        felt, sted = self.verdier[rute].felt, mønster(rute)
        r = Random(f"{self.nummer} {rute} {nummer}")
        merke = Merke(rutenummer()[sted], self.nummer, 60 + nummer)

        def nytt(_: Node) -> Node:
            for _forsøk in range(100):
                blad = verdi(r, Sted(felt, sted, merke, nynorsk=False))
                if blad.betydning != self.verdier[rute].betydning:
                    return blad
            raise LookupError(f"there is only one thing to say at {rute}")

        return self._med_tre(byttet(self.tre, rute, nytt))

    def uten(self, rute: Rute) -> Generert:
        """Return the agreement without what stands at a route, and without the parts that become empty by that."""
        return self._med_tre(byttet(self.tre, rute, lambda _: None))

    def _med_tre(self, tre: Node | None) -> Generert:
        assert isinstance(tre, Ting)
        ny = replace(self, tre=tre)
        ny.__dict__.pop("verdier", None)
        return ny

    def skriv_til(self, mappe: Path) -> Path:
        """Write the files in a folder, and return the path of the agreement."""
        for navn, data in self._skrevet.items():
            (mappe / navn).parent.mkdir(parents=True, exist_ok=True)
            (mappe / navn).write_bytes(data)
        return mappe / FIL

    # What `flyt.check` and `flyt.make` ask for: the files are here and not on a disk.

    def resolve(self, written: str, file: str) -> str:
        """Return the name of the file that `written` stands for."""
        if written not in self.filer:
            raise AvtalegenError(f"«{written}» finnes ikke.")
        return written

    def read(self, name: str) -> bytes:
        """Return the content of a file to inherit from."""
        return self.filer[name]

    def read_asset(self, file: str, name: str) -> bytes:
        """Return the content of a file that the agreement names."""
        return self.filer[name]

    def filstørrelse(self, file: str, name: str) -> int | None:
        """Return how large a file that the agreement names is, None when there is no such file."""
        return len(self.filer[name]) if name in self.filer else None

    @property
    def _felles(self) -> str:
        return f"felles/{trakten(self.nummer).casefold()}.yaml"

    @cached_property
    def _hele(self) -> Ting:
        deles = self.delt and any(nøkkel in self.tre.felter for nøkkel in _FELLES)
        return self.tre.med(arv=Liste((fast(self._felles),))) if deles else self.tre

    @cached_property
    def _skrevet(self) -> dict[str, bytes]:
        r = Random(f"{self.nummer} {self.frø}")
        data = Skriver(r, self.form).data(self._hele)
        assert isinstance(data, dict)
        filer: dict[str, bytes] = {}
        if "arv" in data:
            felles = {nøkkel: data.pop(nøkkel) for nøkkel in _FELLES if nøkkel in data}
            filer[self._felles] = som_yaml(felles, r, self.stil)
        for rute, ett in self.verdier.items():
            if rute == ("avtale", "våpen", "fil"):
                filer[ett.betydning] = _våpen()
            elif mønster(rute) == ("vedlegg", "fil"):
                filer[ett.betydning] = b"%PDF-1.7\n"
        return {FIL: som_yaml(data, r, self.stil), **filer}


def _våpen() -> bytes:
    from tests.dokumenteksempel import våpen

    return våpen(12, 15)


def tegnet(r: Random, nummer: int, oppskrift: Oppskrift) -> Generert:
    """Draw an agreement, and how it is written, with the choices of `r`."""
    laget = plan(r, nummer, oppskrift)
    delt = r.random() >= 0.8 if oppskrift.arv is None else oppskrift.arv
    form: Form = r.choice(("lang", "blandet", "blandet", "kort"))
    return Generert(nummer, laget.tre, laget.kommuner, form, stil(r), r.randint(0, 2**16), delt)


def avtale(frø: int, oppskrift: Oppskrift = HVA_SOM_HELST) -> Generert:
    """Return the agreement that belongs to a number: always the same. Many tests begin with the first of them."""
    return _avtale(frø, oppskrift)


@lru_cache(maxsize=128)
def _avtale(frø: int, oppskrift: Oppskrift) -> Generert:
    return tegnet(Random(f"avtale {frø}"), frø, oppskrift)


def avtaler(frø: int, antall: int, oppskrift: Oppskrift = HVA_SOM_HELST) -> Iterator[Generert]:
    """Yield so many agreements. No two of them share a text."""
    for nummer in range(frø, frø + antall):
        yield avtale(nummer, oppskrift)
