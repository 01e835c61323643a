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
    """Return the findings in `målform`, or in that of the agreement: the tree says it, and the text when there is none.

    What can't be read is taken for bokmål.
    """
    found = list(found)
    if not found or (målform or (_sagt(root) if root else _sagt_i(text))) is Målform.BOKMÅL:
        return found
    return [*map(på_nynorsk, found)]


def _sagt(root: Node) -> Målform:
    node: Node | None = root
    for key in ("avtale", "målform"):
        entry = node.entries.get(key) if isinstance(node, Mapping) else None
        node = entry.value if entry else None
    written = node.value if isinstance(node, Scalar) and node.value else ""
    nynorsk = valg_nøkkel(written) in map(valg_nøkkel, Målform.NYNORSK.skrivemåter)
    return Målform.NYNORSK if nynorsk else Målform.BOKMÅL


def _sagt_i(text: str) -> Målform:
    return Målform.NYNORSK if _I_TEKSTEN.search(text) else Målform.BOKMÅL


def uten_fødselsnummer(found: Diagnostic) -> Diagnostic:
    """Return a finding that repeats no fødselsnummer: what is said of a file goes further than the file."""
    return found._replace(
        message=skjult(found.message),
        hint=found.hint and skjult(found.hint),
        suppressed=found.suppressed and skjult(found.suppressed),
        related=tuple(one._replace(message=skjult(one.message)) for one in found.related),
    )
