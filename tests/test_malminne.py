"""What the tests remember of our templates is of what makes it as it is now, and of nothing else that is ours."""

from __future__ import annotations

import sys
from types import ModuleType

from avtalegen.komponering.skjelett import fil as skjelettfil
from avtalegen.komponering.skjelett.avsnitt import skjelett
from tests.malminne import PROGRAM, START, built_on, remembered_skeleton


def test_all_that_makes_it_has_a_say() -> None:
    found = built_on(*START)
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
    rooms = {file.relative_to(PROGRAM).parts[0] for file in built_on(*START)}
    assert rooms.isdisjoint({"regler", "skrivere", "henting", "cli", "visning", "oppfolging", "importering"})
    assert {"komponering", "modell", "dokument"} < rooms


def test_a_skeleton_that_is_remembered_is_the_one_that_is_made() -> None:
    remembered = [remembered_skeleton("nn", "politikontakt") for _ in range(2)]  # the first time it may be made
    assert [*map(skjelettfil._skrevet, remembered)] == [skjelettfil._skrevet(skjelett("nn", "politikontakt"))] * 2
