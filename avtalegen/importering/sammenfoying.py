"""Lines that are one paragraph put together: what a reader parted in the middle of a sentence."""

from __future__ import annotations

import re

from avtalegen.importering.kilde import Del, Kilde, Linje
from avtalegen.importering.ventende import senere

_MÅNED = senere(r"(?i)\s*(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b")
_I_SPALTER = senere(r"\t|\S\s{3,}(?=\S)")
"""Two that sign beside each other, their titles under them: no sentence."""
_KORTEST = 35
"""Characters: what is shorter may be a heading, or a line of its own."""


def sammenføyd(kilde: Kilde) -> Kilde:
    """Return a source in which a sentence that goes on in the next line is in one. Every character is kept."""
    linjer: list[Linje] = []
    for linje in kilde.linjer:
        if linjer and _fortsetter(linjer[-1], linje):
            forrige = linjer[-1]
            inn = len(forrige.tekst) + 1
            linjer[-1] = forrige._replace(
                tekst=f"{forrige.tekst} {linje.tekst}",
                biter=(*forrige.biter, *(b._replace(fra=b.fra + inn, til=b.til + inn) for b in linje.biter)),
                noter=(*forrige.noter, *((plass + inn, nr) for plass, nr in linje.noter)),
            )
        else:
            linjer.append(linje)
    return kilde._replace(linjer=tuple(linjer))


def _fortsetter(forrige: Linje, linje: Linje) -> bool:
    """Tell whether a line goes on with the sentence of the one before it."""
    for en in (forrige, linje):
        if en.celle or en.nivå or en.hvor is not Del.TEKST or _I_SPALTER.search(en.tekst) or not en.tekst.strip():
            return False
    if linje.nummer or linje.listenivå is not None or forrige.listenivå is not None or linje.stil in ("dt", "dd"):
        return False
    slutt, start = forrige.tekst.rstrip(), linje.tekst.lstrip()
    if len(slutt) < _KORTEST or slutt.isupper() or forrige.stil != linje.stil or _fet(forrige) != _fet(linje):
        return False
    if re.search(r"\b\d{1,2}\.$", slutt):
        return bool(_MÅNED.match(start))
    if (
        len(slutt) > 60
        and slutt[-1].isalpha()
        and re.match(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2}|(?:19|20)\d\d\b|\d{1,2}\.\s?[a-z]{3,9}\s\d{4}", start)
    ):
        return True
    return slutt[-1].isalnum() and start[0].islower() and not re.match(r"[a-zæøå]\)|[a-z]\.\s|o\s", start)


def _fet(linje: Linje) -> bool:
    """Tell whether all of a line is bold, as a title is."""
    return sum(bit.til - bit.fra for bit in linje.biter if bit.fet) >= len(linje.tekst.strip()) > 0
