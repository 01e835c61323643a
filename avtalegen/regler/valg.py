"""What a rule may need to know besides the agreement, and what may be missing in a run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from avtalegen.modell.former import Målform


class Valg(NamedTuple):
    """What a rule may need to know besides the agreement.

    `i_dag` is the day of the check. `filstørrelse` takes the file that names another one, and the name; it returns the
    bytes of the other one, or None when it isn't there. Without it, rules about files are silent. `utløper_snart` is in
    days, `største_vedlegg` in bytes.
    """

    i_dag: date
    klar_for_signering: bool = False
    filstørrelse: Callable[[str, str], int | None] | None = None
    utløper_snart: int = 90
    største_vedlegg: int = 3_000_000
    stavekontroll: Callable[[str, str], list[str]] | None = None
    ordliste: frozenset[str] = frozenset()
    målformer: tuple[Målform, ...] = ()


class Behov(Enum):
    """What a rule needs besides the agreement to find all that it can, and that isn't there in every run."""

    SIGNERING = auto()
    """That the agreement is signed, or that somebody asks whether it is ready to be."""
    MÅLFORMER = auto()
    """Which målformer documents are made in. Only `lag` and `vis` know."""
    STAVEKONTROLL = auto()
    FILER = auto()
    """How large the files are that the agreement names."""
