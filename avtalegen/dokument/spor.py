"""Which value of the YAML each piece of text in a document shows: a table beside the document, and no part of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from avtalegen.funn.diagnostic import Rute


def vist(rute: Rute) -> str:
    """Return a route as people write it."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in rute).removeprefix(".")


class Spenn(NamedTuple):
    """The characters from `fra` up to `til` of a text, and the way to the value that they show.

    With `valgt` they are words of ours, and the value (a choice, yes or no) is why they are there.
    """

    fra: int
    til: int
    rute: Rute
    valgt: bool = False


@dataclass(frozen=True, slots=True)
class Sporene:
    """The spans of a document by the place of the text, in the order of the document; what shows no value has none.

    `steder` holds them by the id of the block and by which text of it: "" for a heading or a paragraph, `row/column` in
    a table, where row 0 is the header, and `for`, `navn`, `tittel` and `dato` of a signature, which has an id of its
    own. `tittel`, `undertittel` and `forside`, by the number of the line, are what stands in front.
    """

    steder: Mapping[tuple[str, str], tuple[Spenn, ...]]

    def ved(self, id_: str, del_: str = "") -> tuple[Spenn, ...]:
        """Return the spans of a text, from the first to the last."""
        return self.steder.get((id_, del_), ())
