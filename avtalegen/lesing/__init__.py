"""From a YAML file to a tree with places; everything wrong with it as YAML becomes a finding (`CODES`).

Every value is text (`0301`, `14:30` and `no` are what the person wrote): the model decides the types.
"""

from __future__ import annotations

from typing import NamedTuple

from avtalegen.funn.diagnostic import Diagnostic, in_order
from avtalegen.lesing.builder import build
from avtalegen.lesing.findings import CODES
from avtalegen.lesing.grenser import Limits
from avtalegen.lesing.text import MOST_FORBIDDEN, decode, looks_like_agreement, too_large, without_forbidden
from avtalegen.lesing.tree import (
    Entry,
    Inherited,
    Mapping,
    Node,
    Scalar,
    Sequence,
    as_written,
    is_written,
    locate,
    text_at,
    to_data,
)

__all__ = [
    "CODES",
    "LIMITS",
    "Entry",
    "Inherited",
    "Limits",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Source",
    "as_written",
    "is_written",
    "locate",
    "looks_like_agreement",
    "parse",
    "text_at",
    "to_data",
]

LIMITS = Limits()


class Source(NamedTuple):
    r"""A file that has been read.

    `text` is what the places refer to: without byte order mark, with `\n` as its only line break. `root` is
    None when the file can't be read as fields with values; then there is at least one finding.
    """

    file: str
    text: str
    root: Mapping | None
    diagnostics: tuple[Diagnostic, ...]


def parse(data: bytes | str, file: str, limits: Limits = LIMITS, *, all_items: bool = False) -> Source:
    """Return the tree of a YAML file and all that is wrong with it as YAML. Never raises for any content.

    `file` is the name that findings carry. After a syntax error or a limit that is passed there is no tree;
    after other findings there is one, without the fields that can't be used. An item of a list that has nothing in it
    («- ») is no item, unless `all_items` are asked for.
    """
    if (refused := too_large(data, file, limits.bytes)) is not None:
        return Source(file, "", None, (refused,))
    text, unreadable = decode(data, file)
    text, findings = without_forbidden(text, file)
    if unreadable is not None:
        return Source(file, text, None, (unreadable,))
    if len(findings) == MOST_FORBIDDEN:
        return Source(file, text, None, tuple(findings))
    root, more = build(text, file, limits, all_items)
    return Source(file, text, root, tuple(in_order(findings + more)))
