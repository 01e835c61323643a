"""Whether the title of the agreement has been read, which is asked of every line of a front page."""

from __future__ import annotations

from collections.abc import Sequence

from avtalegen.importering.blokker import Avsnitt, Tabell
from avtalegen.importering.ordliste import er_overskrift
from avtalegen.importering.ventende import senere

_AVTALE = senere(r"(?i)avtale\w*\b|samarbeidsplan")
_LENGST = 160


def er_tittel(tekst: str) -> bool:
    """Tell whether a text may be the title of an agreement."""
    return len(tekst) < _LENGST and bool(_AVTALE.search(tekst)) and not er_overskrift(tekst)


class Tittelvakt:
    """What has been seen of a front page: no block is looked at twice, though there are many."""

    def __init__(self) -> None:
        self._antall = 0
        self._funnet = False

    def har_sett(self, forside: Sequence[Avsnitt | Tabell]) -> bool:
        """Tell whether a title is among the blocks, to which only new ones have been added since last time."""
        nye = forside[self._antall :]
        self._antall = len(forside)
        self._funnet = self._funnet or any(isinstance(en, Avsnitt) and er_tittel(en.tekst.s) for en in nye)
        return self._funnet
