"""The period that begins with the new year, when no year is said."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG, Verdi
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere
from avtalegen.modell.tid import som_dato

_NYTTÅR = senere(
    r"(?i)\b(?:gjeld(?:er|ande|ende)?|i kraft|virk(?:er|ning)|ver(?:kar|knad)|start(?:er|ar)|byrj\w+|begynn\w+)\s"
    r"(?:(?:fra|frå|ved|og|med)\s)*(?P<n>(?:første\s|fyrste\s)?nyttår)(?!\s?(?:19|20)\d\d)"
)


def fra(a: Arbeid, u: Utsnitt) -> None:
    """Let «fra nyttår» be the first day of the year after the day that was said last, or that of the agreement."""
    treff = _NYTTÅR.search(u.s)
    if treff is None or a.tre.har("periode", "fra"):
        return
    dager = [m[0] for m in re.finditer(uttrykk.DATO, u.s[: treff.start()])]
    avtalt = a.tre.hent("avtale", "dato")
    dager += [avtalt.tekst] if isinstance(avtalt, Verdi) and not dager else []
    dag = som_dato(dager[-1]) if dager else None
    if dag is not None:
        lest = f"1.1.{dag.year + (dag.month > _TIDLIG)}"
        a.sett(u.gruppe(treff, "n").verdi(TROLIG, "det neste nyttåret", lest, ordrett=False), "periode.fra")


_TIDLIG = 1
"""The month in which «fra nyttår» still is that of the same year."""
