"""What a change is: something that came, went, was changed, was moved or got another name."""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple

from avtalegen.funn.diagnostic import Rute


class Slag(Enum):
    """What has been done. Seen from the new edition to the old, what came has gone, and the others are the same."""

    LAGT_TIL = "lagt til"
    TATT_BORT = "tatt bort"
    ENDRET = "endret"
    FLYTTET = "flyttet"
    OMDØPT = "omdøpt"

    @property
    def speilet(self) -> Slag:
        """The kind of the same change from the new edition to the old."""
        return _SPEIL.get(self, self)


_SPEIL = {Slag.LAGT_TIL: Slag.TATT_BORT, Slag.TATT_BORT: Slag.LAGT_TIL}


class Endring(NamedTuple):
    """One change, and the value or the part of the agreement before and after it.

    `rute` is the way to it in the new edition, `gammel_rute` in the old. None, and so is the value: it isn't there.
    `felt` and `gammelt_felt` are the ways to the field that it is or was in, which are known all the same.
    What comes or goes as a whole, is one change; what is moved and changed too, is one for each.
    """

    slag: Slag
    gammel_rute: Rute | None
    rute: Rute | None
    før: Any
    etter: Any
    gammelt_felt: Rute
    felt: Rute

    @property
    def sted(self) -> Rute:
        """The way to it: in the new edition when it is there, otherwise in the old."""
        return self.rute if self.rute is not None else self.gammel_rute or ()
