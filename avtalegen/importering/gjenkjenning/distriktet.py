"""The politidistrikt of an agreement by its name of today, whatever it was called then."""

from __future__ import annotations

import re

from avtalegen import register
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.tidligere import gammelt_distrikt
from avtalegen.importering.utsnitt import Utsnitt


def distrikt(u: Utsnitt) -> Node | None:
    """Return a politidistrikt by its name of today, or an old one with the name that it has kept in the agreement."""
    navn = re.sub(r"\s+", " ", u.s)
    navn = navn.title().replace(" Og ", " og ") if navn.isupper() else navn
    kort = re.sub(r"(?i)\spolitidistrikt(?:et)?$", "", navn)
    if kjent := register.politidistrikt(kort):
        return u.verdi(SIKKER, "registeret", f"{kort} politidistrikt" if kjent else None)
    if i_dag := gammelt_distrikt(kort):
        return u.verdi(SIKKER, f"registeret: {kort} politidistrikt er nå en del av {i_dag}", i_dag, ordrett=False)
    return None


def i_dag(a: Arbeid, node: Node) -> Node:
    """Return the politidistrikt of the kommune today for an old one that was divided between two."""
    egne = {kommune.politidistrikt for kommune in a.kommuner}
    if not isinstance(node, Verdi) or node.ordrett or len(egne) != 1 or node.tekst in egne:
        return node
    return node._replace(tekst=egne.pop(), sikkerhet=TROLIG, hvorfor="registeret: kommunens politidistrikt i dag")
