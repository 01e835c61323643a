"""The settings of a repository of agreements: what `avtalegen.toml` says.

Most runs read no such file: how one is read is in `lesing`, which is loaded when there is one.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from re import Pattern
from types import MappingProxyType
from typing import NamedTuple

from avtalegen.funn.diagnostic import Span
from avtalegen.funn.utvalg import Alvorligheter, Oppsett
from avtalegen.modell.former import Målform

FILNAVN = "avtalegen.toml"


class Sti(NamedTuple):
    """What holds for some of the files only."""

    sti: tuple[Pattern[str], ...]
    ignorer: tuple[str, ...] = ()
    alvorlighet: Alvorligheter = MappingProxyType({})


class Skolefri(NamedTuple):
    """When the schools are off: in these weeks of each year, or from and to a day. `kommune` is None for all of them.

    `tekst` is what is written in the file.
    """

    tekst: str
    kommune: str | None = None
    uker: tuple[int, int] | None = None
    fra: date = date.min
    til: date = date.max

    def gjelder(self, dag: date, kommuner: Container[str]) -> bool:
        """Tell whether the schools of one of some kommuner (numbers) are off on a day."""
        if self.kommune is not None and self.kommune not in kommuner:
            return False
        if self.uker is not None and not self.uker[0] <= dag.isocalendar().week <= self.uker[1]:
            return False
        return self.fra <= dag <= self.til


class Konfig(NamedTuple):
    """What has been decided for a repository of agreements; None where nothing is said.

    `utløper_snart` is in days, `største_vedlegg` in bytes. `distrikt` is the politidistrikt that the repository covers,
    and the place that says so. `målform` is what is said in when there is no agreement to ask.
    """

    filer: tuple[Pattern[str], ...] = ()
    utelat: tuple[Pattern[str], ...] = ()
    ignorer: tuple[str, ...] = ()
    alvorlighet: Alvorligheter = MappingProxyType({})
    stier: tuple[Sti, ...] = ()
    i_dag: date | None = None
    ordliste: frozenset[str] = frozenset()
    distrikt: tuple[str, Span] | None = None
    utløper_snart: int | None = None
    største_vedlegg: int | None = None
    skolefri: tuple[Skolefri, ...] = ()
    målform: Målform | None = None

    def gjelder(self, sti: str) -> bool:
        """Tell whether a file found in a folder is among those to look at.

        `sti` is the way to it from the folder of the settings, with `/` between folders.
        """
        return (not self.filer or _treffer(self.filer, sti)) and not _treffer(self.utelat, sti)

    def oppsett(self, sti: str) -> Oppsett:
        """Return what has been decided for one file (`sti` as above). The last `[[sti]]` that means it counts most."""
        egne = [egen for egen in reversed(self.stier) if _treffer(egen.sti, sti)]
        return Oppsett(
            ignorer=(*self.ignorer, *(navn for egen in egne for navn in egen.ignorer)),
            alvorlighet=tuple(tabell for tabell in (*(egen.alvorlighet for egen in egne), self.alvorlighet) if tabell),
        )


def _treffer(mønstre: tuple[Pattern[str], ...], sti: str) -> bool:
    return any(mønster.fullmatch(sti) for mønster in mønstre)
