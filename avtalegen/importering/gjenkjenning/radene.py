"""Rows of a table that are no part of the agreement: another kommune's, what was turned down, and who has left."""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalegen.importering import fortalt, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.ventende import senere

_OM_DET_GJELDER = senere(
    r"(?i)(?:status|priorit\w*|er\smed|med(?:\si\s\w+)?|vedtatt|vedteke[nt]?|valgt|vald|gjelder|gjeld|deltar|deltek|"
    r"deltakelse|deltaking|part|inngår|omfattet|omfatta|i\savtal\w+)\W*"
)
"""The head of a column that says of each row whether it is in the agreement."""
_NEI = senere(
    r"(?i)(?:nei\b|utgår|utgått|går\sut|ut(?:$|\s)|ikk[je]+\b|avvist|forkast\w*|avsl\w+|nedstemt|strøket|stroken|trukket|trekt|"
    r"venter|ventar|avvent\w*|utsatt|utsett|lagt\s(?:bort|på\sis)|legges\sbort|foreslått|føreslått|forslag|falt|fall$)"
)
_TIL = senere(r"(?i)(?:(?:fram|frem|inn)?\s?til(?:\sog\smed)?|t\.?o\.?m\.?|sluttet|slutta|fratrådt|gått\sav|utgått)\W*")
"""The head of a column with the day that somebody left."""
_TJENER = senere(
    r"(?i)(?:kontoret\s)?(?:betjener|betener|tjener|dekker|dekkjer|gjelder|gjeld|hører\stil|høyrer\stil|tilhører|tilhøyrer|"
    r"kun\sfor|bare\sfor|berre\sfor|for)\s(?P<k>(?-i:[A-ZÆØÅ])[\w-]+(?:(?:,|\sog)\s(?-i:[A-ZÆØÅ])[\w-]+){0,4})"
    r"(?:\skommuner?)?\.?"
)
"""A cell that says which kommuner an office is for."""


def utenfor(a: Arbeid, t: Tabell, del_: str, skrevet: list[list[str]]) -> set[int]:
    """Return the rows that are no part of the agreement; `skrevet` has the cells as they were written."""
    ute: set[int] = set()
    if del_ not in ("satsning", "parter"):  # where an office may be responsible for something
        ute = {r for r in range(1, t.rader) if fortalt.er_rad_utenfor(skrevet[r]) or _for_andre(a, skrevet[r])}
    for k in range(t.kolonner):
        hode = t.tekst(0, k)
        if _OM_DET_GJELDER.fullmatch(hode):
            ute.update(r for r in range(1, t.rader) if _NEI.match(t.tekst(r, k)))
        elif _KOMMUNE.fullmatch(hode):
            ute.update(_til_andre(a, t, k))
        elif _TIL.fullmatch(hode):
            ute.update(_sluttet(t, k))
    return ute


_KOMMUNE = senere(r"(?i)(?:kommune\w*|herad|for|dekker|dekkjer|gjelder|gjeld|hører\stil|høyrer\stil)\W*")
_REST = r"\s*\([^()]*\)|\s(?:kommune|herad)$"


def _til_andre(a: Arbeid, t: Tabell, k: int) -> Iterable[int]:
    """Return the rows of other kommuner, in a column that has those of the parties too."""
    hvem = {r: slå_opp(re.sub(_REST, "", t.tekst(r, k).strip(" ()"))) for r in range(1, t.rader)}
    egne = {kommune.navn for kommune in a.kommuner}  # by name, as there are two of some
    if not any(en.navn in egne for en in hvem.values() if en):
        return ()
    return [r for r, en in hvem.items() if en and en.navn not in egne]


_FORRIGE = senere(r"(?i)(?:forrige|førre|tidligere|tidlegare|gammel|gammal|gamle|gamal|før)\b(?!\s(?:dag|innen|innan))")
_DENNE = senere(r"(?i)(?:denne|nåværende|noverande|ny|nye|nytt|gjeldende|gjeldande|nå|no|i\sdag|fr[aå])\b")


def uten_forrige(t: Tabell) -> Tabell:
    """Return a table without the column of how it was, where the head of another says how it is."""
    hoder = t.rad(0) if t.rader > 1 else []
    borte = [k for k, hode in enumerate(hoder) if k and _FORRIGE.match(hode)]
    if len(borte) != 1 or not any(_DENNE.match(hode) for hode in hoder[1:]):
        return t
    if any(rute.celle.kolonner > 1 for rute in t.egne.values()):
        return t
    ny = {
        (r, k - (k > borte[0])): rute._replace(celle=rute.celle._replace(kolonne=k - (k > borte[0])))
        for (r, k), rute in t.egne.items()
        if k != borte[0]
    }
    return Tabell(ny)


def _sluttet(t: Tabell, k: int) -> Iterable[int]:
    """Return the rows of those who have left, in a column that is empty for those who are there."""
    dager = {r: t.tekst(r, k).strip(" –-") for r in range(1, t.rader)}
    med = [r for r, en in dager.items() if re.search(rf"{uttrykk.DATO}|\b(?:19|20)\d\d\b", en)]
    return med if 2 * len(med) <= len(dager) and all(not en for r, en in dager.items() if r not in med) else ()


def _for_andre(a: Arbeid, rad: list[str]) -> bool:
    """Tell whether a row says that it is for other kommuner, and names none of the parties."""
    egne = [kommune.navn.casefold() for kommune in a.kommuner]
    if not egne or any(navn in celle.casefold() for navn in egne for celle in rad):
        return False
    for celle in rad[1:]:
        if treff := _TJENER.fullmatch(celle.strip()):
            return all(slå_opp(en) for en in re.split(r",\s|\sog\s", treff["k"]))
    return False
