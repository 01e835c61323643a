"""What has changed since an earlier edition, as the page shows it: the note, sentence by sentence, and each change.

Every sentence is the one that `sammenlign` writes. Beside it stand the field that it is about, what was there and what
is there now, and whether it can be put back alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from avtalegen.flyt import Checked
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from avtalegen.modell.former import Status
from avtalegen.register.personnummer import skjult
from avtalegen.utgaver.endringer import Endring, Slag
from avtalegen.utgaver.endringer.ledd import Ledd, ledd, mønster
from avtalegen.utgaver.endringer.likhet import hele
from avtalegen.utgaver.endringer.notat import Notat
from avtalegen.utgaver.endringer.ord import Ord, i_målform
from avtalegen.utgaver.endringer.ordvis import Ordvis
from avtalegen.utgaver.endringer.setning import Setning
from avtalegen.visning.rediger.innhold import arvet_fra

Json = dict[str, Any]
BLANDET = Slag.ENDRET
"""The kind of a sentence that tells of changes of several kinds."""


def som_json(ett: Notat, gammel: Avtale, ny: Avtale, checked: Checked) -> Json:
    """Return a note (of these two editions) for the page; `antall` is how many sentences tell of a change.

    `checked` is the new one as it was read.
    """
    fortelleren = _Side(gammel, ny, checked, i_målform(ett.målform))
    return {
        "linjer": [[navn, verdi] for navn, verdi in ett.linjer],
        "avsnitt": [
            {"tittel": avsnitt.tittel, "setninger": [*fortelleren.setninger(avsnitt.setninger)]}
            for avsnitt in ett.avsnitt
        ],
        "antall": sum(bool(setning.endringer) for avsnitt in ett.avsnitt for setning in avsnitt.hver),
        "ingen": ett.ingen,
    }


def setningen(ett: Notat, id_: str) -> Setning | None:
    """Return the sentence of a note that the page calls `id_`; None when nothing is changed so any more."""
    alle = (setning for avsnitt in ett.avsnitt for setning in avsnitt.hver if setning.endringer)
    return next((setning for setning in alle if _id(setning) == id_), None)


def kan_settes_tilbake(endringer: Iterable[Endring], checked: Checked) -> bool:
    """Tell whether changes may be put back in an agreement.

    It is not signed because an earlier one was, and what it inherits is not made its own without somebody saying so.
    """
    for en in endringer:
        if mønster(en.sted) == ("avtale", "status") and en.før is Status.SIGNERT:
            return False
        if any(arvet_fra(checked, rute) for rute in (en.rute, en.felt) if rute is not None):
            return False
    return True


def _id(setning: Setning) -> str:
    said = [(en.slag.value, en.gammel_rute, en.rute, hele(en.før), hele(en.etter)) for en in setning.endringer]
    return hashlib.sha256(repr(said).encode(errors="surrogatepass")).hexdigest()[:12]


class _Side:
    def __init__(self, gammel: Avtale, ny: Avtale, checked: Checked, ord_: Ord) -> None:
        self._gammel, self._ny, self._checked, self._ord = gammel, ny, checked, ord_
        self._ordvis = Ordvis()

    def setninger(self, setninger: Iterable[Setning]) -> Iterator[Json]:
        for setning in setninger:
            endringer = [*map(self._endring, setning.endringer)]
            # What was and is, the page shows by itself.
            vises = any(en["før"] is not None and en["nå"] is not None for en in endringer)
            under = [ett for ett in setning.under if ett.endringer or ett.under or not vises]
            slag = {en.slag for en in setning.endringer}
            yield {
                "id": _id(setning) if setning.endringer else "",
                "tekst": setning.tekst,
                "slag": (slag.pop() if len(slag) == 1 else BLANDET).value if slag else "",
                "rute": next((en["rute"] for en in endringer), None),
                "tilbake": bool(endringer) and kan_settes_tilbake(setning.endringer, self._checked),
                "endringer": endringer,
                "under": [*self.setninger(under)],
            }

    def _endring(self, en: Endring) -> Json:
        før = self._sagt(self._gammel, en.gammel_rute, en.før)
        etter = self._sagt(self._ny, en.rute, en.etter)
        flyttet = en.slag is Slag.FLYTTET
        sider = self._ordvis(en.før, en.etter) if isinstance(en.før, str) and isinstance(en.etter, str) else None
        return {
            "slag": en.slag.value,
            "rute": list(en.rute if en.rute is not None else en.felt),
            "før": None if flyttet else før,
            "nå": None if flyttet else etter,
            # Each side in stretches: the text, and whether it is on that side alone.
            "ord": sider and [[[skjult(ett.tekst), ett.endret] for ett in side] for side in sider],
        }

    def _sagt(self, avtale: Avtale, rute: Any, verdi: Any) -> str | None:
        """Return what stands there in words, a text as it is written."""
        if rute is None or verdi is None:
            return None
        sted: Ledd = ledd(avtale, rute)[-1]
        if isinstance(verdi, str):
            return skjult(verdi)
        return skjult(self._ord.hele(verdi) if isinstance(verdi, Del) else self._ord.verdi(sted.felt, verdi))
