"""What lines look like: which of them are headings when nothing but that shows it."""

from __future__ import annotations

from avtalegen.importering.blokker import Tabell
from avtalegen.importering.kilde import Del, Linje
from avtalegen.importering.ordliste import NUMMER, er_overskrift, overskrift

LENGSTE_OVERSKRIFT = 90
"""Characters of a heading; what is longer is text."""


def helt(linje: Linje, hva: str) -> bool:
    """Tell whether all the words of a line are bold or underlined."""
    dekket = bytearray(len(linje.tekst))
    for bit in linje.biter:
        if getattr(bit, hva):
            dekket[bit.fra : bit.til] = b"\1" * (bit.til - bit.fra)
    bokstaver = [nr for nr, tegn in enumerate(linje.tekst) if tegn.isalpha()]
    return bool(bokstaver) and all(dekket[nr] for nr in bokstaver)


def uten_stil(blokker: list[Linje | Tabell]) -> bool:
    """Tell whether nothing but where they stand shows which lines are headings."""
    linjer = [
        b for b in blokker if isinstance(b, Linje) and b.hvor is Del.TEKST and len(b.tekst.strip()) < LENGSTE_OVERSKRIFT
    ]
    tydelige = sum(
        b.nivå is not None
        or helt(b, "fet")
        or helt(b, "understreket")
        or (b.tekst.isupper() and len(b.tekst) > 4)
        or bool(NUMMER.match(b.tekst.lstrip()) and overskrift(b.tekst))
        for b in linjer
    )
    kjente = sum(er_overskrift(b.tekst) is not None and not b.tekst.rstrip().endswith(":") for b in linjer)
    return kjente >= 2 and tydelige < 4


def står_alene(linje: Linje, neste: Linje | Tabell | None) -> bool:
    """Tell whether a line is short, begins with a capital and ends without a sign, with text or a table under it."""
    s = linje.tekst.strip()
    if (
        ":" in s
        or not (3 < len(s) <= 60 and s[0].isupper() and s[-1].isalnum())
        or "\t" in s
        or "  " in s
        or linje.nummer
    ):
        return False
    if isinstance(neste, Tabell):
        return True
    return neste is not None and (len(neste.tekst) > 60 or neste.tekst.rstrip().endswith((".", ":")))
