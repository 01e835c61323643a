"""How findings are told: in the målform of the agreement, and without any fødselsnummer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Texts
from types import MappingProxyType

from avtalegen.funn.diagnostic import Diagnostic, på_nynorsk
from avtalegen.lesing.nokler import UNREAD
from avtalegen.lesing.tree import Mapping, Node, Scalar
from avtalegen.modell.base import valg_nøkkel
from avtalegen.modell.former import Målform
from avtalegen.modell.senere import senere
from avtalegen.register.personnummer import skjult

_I_TEKSTEN = senere(r"(?:^ *|\bavtale: *\{[^}\n]*\b)målform: *[\"']?(\w+)", re.I | re.M)
_LEST_SOM = {valg_nøkkel(ord_): målform for målform in Målform for ord_ in målform.skrivemåter}
_INGEN: Texts[str, str] = MappingProxyType({})


def fortalt(
    found: Iterable[Diagnostic], målform: Målform | None, root: Node | None, text: str, felles: Texts[str, str] = _INGEN
) -> list[Diagnostic]:
    """Return the findings in `målform`, or in that of the agreement (`målform_i`).

    What is found in a file that several agreements share, is told in that of the file, if it says one. `felles` holds
    the texts of those files.
    """
    found = list(found)
    if not found:
        return found
    avtalens = målform or målform_i(root, text)
    filenes = {} if målform else {file: _sagt_i(delt) for file, delt in felles.items()}
    return [på_nynorsk(one) if (filenes.get(one.span.file) or avtalens) is Målform.NYNORSK else one for one in found]


def målform_i(root: Node | None, text: str = "", ellers: Målform | None = None) -> Målform:
    """Return the målform that an agreement says it has: the tree says it, and the text when that was not all read.

    One that says nothing is in bokmål. `ellers` is for when there is no tree either.
    """
    if root is None:
        return _sagt_i(text) or ellers or Målform.BOKMÅL
    node: Node | None = root
    unread = False
    for key in ("avtale", "målform"):
        entries = node.entries if isinstance(node, Mapping) else {}
        unread = unread or any(name.startswith(UNREAD) for name in entries)
        node = entries[key].value if key in entries else None
    if isinstance(node, Scalar) and node.value:
        return _LEST_SOM.get(valg_nøkkel(node.value), Målform.BOKMÅL)
    return (unread and _sagt_i(text)) or Målform.BOKMÅL


def _sagt_i(text: str) -> Målform | None:
    said = _I_TEKSTEN.search(text)
    return _LEST_SOM.get(valg_nøkkel(said[1])) if said else None


def uten_fødselsnummer(found: Diagnostic) -> Diagnostic:
    """Return a finding that repeats no fødselsnummer: what is said of a file goes further than the file."""
    return found._replace(
        message=skjult(found.message),
        på_bokmål=skjult(found.på_bokmål),
        hint=found.hint and skjult(found.hint),
        suppressed=found.suppressed and skjult(found.suppressed),
        related=tuple(one._replace(message=skjult(one.message)) for one in found.related),
    )
