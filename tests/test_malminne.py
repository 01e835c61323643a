"""What the tests remember of compiled templates is of the sandbox as it is now, and of nothing else that is ours."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from avtalegen.komponering.mal import sandbox
from tests.malminne import PROGRAM, built_on


def test_all_that_the_sandbox_is_built_on_has_a_say() -> None:
    found = built_on(Path(sandbox.__file__))
    for file in found:
        if file.stem == "__init__":  # a package has all that anybody has imported from it
            continue
        name = ".".join(file.relative_to(PROGRAM.parent).with_suffix("").parts)
        if module := sys.modules.get(name):
            used = {one.__name__ for one in vars(module).values() if isinstance(one, ModuleType)}
            used |= {str(getattr(one, "__module__", "")) for one in vars(module).values()}
            ours = {sys.modules[one].__file__ for one in used if one.partition(".")[0] == "avtalegen"}
            assert {*ours} - {str(path) for path in found} == set(), name


def test_what_is_made_of_a_document_has_none() -> None:
    rooms = {file.relative_to(PROGRAM).parts[0] for file in built_on(Path(sandbox.__file__))}
    assert rooms.isdisjoint({"regler", "skrivere", "henting", "cli", "visning", "oppfolging", "importering"})
    assert {"komponering", "modell", "dokument"} < rooms
