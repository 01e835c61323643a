"""Kommuner and politidistrikter that are no more, and what they became, from `maler/tidligere.yaml`."""

from __future__ import annotations

from functools import cache

from avtalegen.dokument.maler import MALER
from avtalegen.lesing.ours import read_yaml


@cache
def _tidligere() -> tuple[dict[str, str], dict[str, str]]:
    data = read_yaml(MALER / "tidligere.yaml")
    kommuner = {navn.casefold(): nummer for nummer, navnene in data["kommuner"].items() for navn in navnene.split(", ")}
    distrikter = {
        navn.casefold(): ny for ny, navnene in data["politidistrikter"].items() for navn in navnene.split(", ")
    }
    return kommuner, distrikter


@cache
def gammelt_nummer(nummer: str) -> str | None:
    """Return the number of the kommune that one with this number became, when the name is that of another today."""
    i_dag: dict[str, str] = read_yaml(MALER / "tidligere.yaml")["numre"]
    return i_dag.get(nummer)


@cache
def gamle_fylker(fylkesnummer: str) -> frozenset[str]:
    """Return what the old numbers of kommuner began with in what is a fylke today."""
    return frozenset(read_yaml(MALER / "tidligere.yaml")["fylker"][fylkesnummer].split(", "))


def gammelt_navn(navn: str) -> str | None:
    """Return the number of the kommune that one with this name became part of, None for a name that is not known."""
    return _tidligere()[0].get(navn.casefold())


def gammelt_distrikt(navn: str) -> str | None:
    """Return the politidistrikt that one with this name became part of in 2016, None for a name that is not known."""
    return _tidligere()[1].get(navn.casefold())
