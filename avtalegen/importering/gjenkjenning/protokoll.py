"""Minutes of the meeting that made the agreement: what was said before they agreed, is not what was agreed."""

from __future__ import annotations

from itertools import islice

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Avsnitt, Tabell
from avtalegen.importering.gjenkjenning import avtalen
from avtalegen.importering.utsnitt import Utsnitt, setninger
from avtalegen.importering.ventende import senere

_ENIGHET = senere(
    r"(?i)(?:(?:partene|partane|man|de|dei|vi)\s(?:ble|blei|vart|er)\s)?(?:omforent|enighet|einigheit|enige|einige|samde|"
    r"semje|konklusjon|besluttet|beslutning|avgjerd|avtalt|avtala)(?:\som)?\s?:\s+(?=\S)"
)
_MINST = 2
"""Times that it says so, in minutes; once may be a label."""


def avtalt(a: Arbeid, blokker: list[Avsnitt | Tabell]) -> list[Avsnitt | Tabell]:
    """Return the blocks of a section from where it says that they agreed; all of them where it doesn't."""
    første = next((nr for nr, b in enumerate(blokker) if _enighet(b)), None)
    if første is None:
        return blokker
    alle = (b for s in a.oppsett.seksjoner for b in s.blokker if _enighet(b))
    if len([*islice(alle, _MINST)]) < _MINST:
        return blokker
    for blokk in blokker[:første]:
        for en in setninger(blokk.tekst) if isinstance(blokk, Avsnitt) else ():
            avtalen.vedtak(a, en)
    return [_uten_ordet(a, blokk) for blokk in blokker[første:]]


def _enighet(blokk: Avsnitt | Tabell) -> Utsnitt | None:
    """Return the word that says that they agreed, which a paragraph begins with."""
    treff = _ENIGHET.match(blokk.tekst.s) if isinstance(blokk, Avsnitt) else None
    return blokk.tekst.del_(0, treff.end()) if treff and isinstance(blokk, Avsnitt) else None


def _uten_ordet(a: Arbeid, blokk: Avsnitt | Tabell) -> Avsnitt | Tabell:
    merke = _enighet(blokk)
    if merke is None or not isinstance(blokk, Avsnitt):
        return blokk
    a.etikett(merke)
    return blokk._replace(tekst=blokk.tekst.del_(len(merke.s), len(blokk.tekst.s)))
