"""How findings are told: in the målform of the agreement, and without any fødselsnummer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalegen.funn.diagnostic import Diagnostic, på_nynorsk
from avtalegen.lesing.tree import Mapping, Node, Scalar
from avtalegen.modell.base import valg_nøkkel
from avtalegen.modell.former import Målform
from avtalegen.register.personnummer import skjult

_I_TEKSTEN = re.compile(r"^ *målform: *[\"']?nynorsk\b|\bavtale: *\{[^}\n]*\bmålform: *[\"']?nynorsk\b", re.I | re.M)


def fortalt(found: Iterable[Diagnostic], målform: Målform | None, root: Node | None, text: str) -> list[Diagnostic]:
    """Return the findings in `målform`, or in that of the agreement (`målform_i`)."""
    found = list(found)
    if not found or (målform or målform_i(root, text)) is Målform.BOKMÅL:
        return found
    return [*map(på_nynorsk, found)]


def målform_i(root: Node | None, text: str = "") -> Målform:
    """Return the målform that an agreement says it has: the tree says it, and the text when there is none.

    One that says nothing, or nothing that can be read, is in bokmål.
    """
    if root is None:
        return Målform.NYNORSK if _I_TEKSTEN.search(text) else Målform.BOKMÅL
    node: Node | None = root
    for key in ("avtale", "målform"):
        entry = node.entries.get(key) if isinstance(node, Mapping) else None
        node = entry.value if entry else None
    written = node.value if isinstance(node, Scalar) and node.value else ""
    nynorsk = valg_nøkkel(written) in map(valg_nøkkel, Målform.NYNORSK.skrivemåter)
    return Målform.NYNORSK if nynorsk else Målform.BOKMÅL


def uten_fødselsnummer(found: Diagnostic) -> Diagnostic:
    """Return a finding that repeats no fødselsnummer: what is said of a file goes further than the file."""
    return found._replace(
        message=skjult(found.message),
        hint=found.hint and skjult(found.hint),
        suppressed=found.suppressed and skjult(found.suppressed),
        related=tuple(one._replace(message=skjult(one.message)) for one in found.related),
    )
