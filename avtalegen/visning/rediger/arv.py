"""What an agreement has from files that it inherits from, and what it says itself instead of what stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any

from avtalegen.flyt import Checked
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing import Inherited, Mapping, Node, parse, to_data
from avtalegen.lesing.redigering.skritt import lest
from avtalegen.visning.rediger.innhold import kommunenavn

_OF_ITSELF = ("arv", "format")  # what a file says of itself alone
Json = dict[str, Any]


def arvet(checked: Checked, brukere: Callable[[str], list[str]]) -> Iterator[Json]:
    """Give the outermost fields that come from another file; `brukere` tells which agreements inherit from one."""

    def walk(node: Node, rute: Rute) -> Iterator[Json]:
        if isinstance(node, Mapping):
            for key, entry in node.entries.items():
                if isinstance(entry, Inherited):
                    fil = PurePath(entry.file).name
                    navn = Begge(f"Hentet fra {fil}", f"Henta frå {fil}")
                    yield {"rute": [*rute, key], "fil": entry.file, "navn": navn, "gjelder": brukere(entry.file)}
                else:
                    yield from walk(entry.value, (*rute, key))

    if checked.source.root is not None:
        yield from walk(checked.source.root, ())


def overstyrer(checked: Checked) -> Iterator[Json]:
    """Give the texts and lists of the agreement's own that stand instead of some in a file that it inherits from."""
    egen, *felles = [(name, _innhold(data, name)) for name, data in checked.files.items()] or [("", None)]
    navn = _navn(checked)

    def walk(verdi: object, rute: Rute) -> Iterator[Json]:
        if isinstance(verdi, dict):
            for key, inni in verdi.items():
                if rute or key not in _OF_ITSELF:
                    yield from walk(inni, (*rute, key))
            return
        # Where one has a text and the other fields, there is nothing to go back to that says the same.
        for fil, innhold in felles if verdi is not None else ():
            der = lest(innhold, rute)
            if der is not None and isinstance(der, list) == isinstance(verdi, list) and not isinstance(der, dict):
                yield {"rute": [*rute], "fil": fil, "navn": navn, "felles": der}
                return

    if felles:
        yield from walk(egen[1], ())


def _innhold(data: bytes, name: str) -> object:
    root = parse(data, name).root
    return to_data(root) if root is not None else None


def _navn(checked: Checked) -> Begge:
    hvem = ", ".join(kommunenavn(checked)) or "denne avtalen"
    return Begge(f"Eget for {hvem}.", f"Eige for {hvem}.")
