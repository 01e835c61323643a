"""The lock: what is installed here is what constraints.txt says, down to the last package that another one needs."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution

import laas_versjoner
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.cli_support import ROOT

CHOSEN = os.environ.get("AVTALEGEN_VERSJONER", "låst")
"""Which versions the suite runs with: the lock's, or those of «make laveste» or «make nyeste»."""
LOCKS = {"låst": laas_versjoner.NEWEST, "laveste": laas_versjoner.LOWEST}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINE = re.compile(r"([a-z0-9][a-z0-9-]*)==([0-9][a-z0-9.]*)( ; [^;]+)?")

locked = pytest.mark.skipif(CHOSEN == "nyeste", reason="with «make nyeste», nothing is locked")


def lines(lock: str) -> list[str]:
    return [line for line in LOCKS[lock].read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def pins(lock: str) -> dict[str, Version]:
    """Return the version of each package in a lock that is for this Python and this system."""
    asked = [Requirement(line) for line in lines(lock)]
    return {r.name: Version(str(r.specifier)[2:]) for r in asked if r.marker is None or r.marker.evaluate()}


def installed(name: str, extras: frozenset[str], seen: dict[str, Distribution]) -> Iterator[Distribution]:
    """Give a package and all that it needs, in turn; `seen` are those that have been given."""
    found = distribution(name)
    key = f"{canonicalize_name(name)}[{','.join(sorted(extras))}]"
    if key in seen:
        return
    seen[key] = found
    yield found
    for line in found.requires or ():
        needed = Requirement(line)
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras | {""}):
            yield from installed(needed.name, frozenset(needed.extras), seen)


def needed_by_the_tests() -> dict[str, Version]:
    found = {canonicalize_name(d.metadata["Name"]): Version(d.version) for d in installed("avtalegen", TEST, {})}
    del found["avtalegen"]
    return found


TEST = frozenset({"test"})


@locked
def test_every_package_that_the_tests_need_is_installed_as_the_lock_says() -> None:
    found, said = needed_by_the_tests(), pins(CHOSEN)
    assert len(found) > 60
    assert {name: version for name, version in found.items() if said.get(name) != version} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_names_versions_and_markers_and_nothing_else(lock: str) -> None:
    assert [line for line in lines(lock) if not LINE.fullmatch(line)] == []
    assert lines(lock) == sorted(set(lines(lock)), key=lambda line: line.partition("==")[0])


@pytest.mark.parametrize("lock", LOCKS)
def test_all_that_is_asked_for_by_name_is_in_the_lock_and_allowed(lock: str) -> None:
    asked = [Requirement(line) for line in laas_versjoner.everything(PROJECT)]
    said = pins(lock)
    assert [str(r) for r in asked if not r.specifier.contains(said[canonicalize_name(r.name)])] == []
    extras = PROJECT["project"]["optional-dependencies"].values()
    assert {Requirement(line).name for extra in extras for line in extra} <= {r.name for r in asked}


def test_the_lowest_lock_has_the_lowest_versions_that_are_allowed() -> None:
    said = pins("laveste")
    for line in laas_versjoner.lowest_of(laas_versjoner.needed(PROJECT)):
        lowest = Requirement(line)
        assert lowest.specifier.contains(said[canonicalize_name(lowest.name)]), line


@pytest.mark.parametrize("requirement", ["lxml", "lxml<7", "lxml~=5.4", "lxml>5"])
def test_a_requirement_without_a_lower_bound_is_told(requirement: str) -> None:
    with pytest.raises(SystemExit, match="Mangler nedre grense"):
        laas_versjoner.lowest_of(["click>=8.1.7", requirement])
