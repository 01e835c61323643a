"""What the templates put in front of a text of the parties' own."""

from __future__ import annotations

from enum import Enum


class Ledet(Enum):
    """What stands in front of a text of the parties' own: nothing, who it is about, words of ours, or one of them."""

    IKKE, HVEM, OM, KANSKJE = range(4)
