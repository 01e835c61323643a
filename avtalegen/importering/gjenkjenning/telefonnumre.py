"""Telephone numbers, where two may stand together."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.funnet import Sikkerhet, Verdi
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_ANDRES = senere(
    r"(?i)\b(?:kommunens?|rådhuset?|heradets)\b|\b(?-i:[A-ZÆØÅ])\w+ kommune\b|"
    r"\b(?:service|innbygg[ae]r)(?:torg|kontor|senter)|"
    r"\bpatrulj\w*|\b(?:om natt[ae]n?|på natt[ae])\b|\bvakthavende\w*|\bnabo\w*|"
    r"\better (?:stenge|lukke|arbeids|kontor|åpnings|opnings)ti[dn]\w*|\b(?:utenom|utanom|utenfor|utanfor) "
    r"(?:åpnings|opnings|kontor|arbeids|ekspedisjons)ti[dn]\w*"
)
"""What stands before a number that is not of the police, or of those who come instead."""

NØDNUMRE = frozenset(("110", "112", "113"))


def er_andres(foran: str) -> bool:
    """Tell whether what stands before a number says that it is not that of the place."""
    return _ANDRES.search(foran) is not None


def samlet_verdi(u: Utsnitt, sikkerhet: Sikkerhet, hvorfor: str) -> Verdi:
    """Return one number or two as the YAML has them: «64 84 25 10 / 917 55 402»."""
    alle = [m[0] for m in re.finditer(uttrykk.TELEFON, u.s)]
    return u.verdi(sikkerhet, hvorfor, " / ".join(alle), ordrett=len(alle) < 2)
