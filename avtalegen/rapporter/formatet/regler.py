"""Which rules look at a key: those whose examples, the wrong one and the right one, differ there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from avtalegen.lesing import parse, to_data
from avtalegen.lesing.ment import Path
from avtalegen.regler.katalog import Oppslag, katalog


def ser_på(sti: Path) -> list[Oppslag]:
    """Return the rules that look at a key, or at something under it, in the order of the catalogue."""
    return [katalog()[kode] for kode, paths in _paths().items() if any(path[: len(sti)] == sti for path in paths)]


@cache
def _paths() -> dict[str, frozenset[Path]]:
    return {
        kode: frozenset(
            path
            for path, _ in _leaves(oppslag.dokumentasjon.eksempel_riktig) ^ _leaves(oppslag.dokumentasjon.eksempel_feil)
        )
        for kode, oppslag in katalog().items()
        if oppslag.grunnlag
    }


def _leaves(text: str) -> set[tuple[Path, str]]:
    root = parse(text, "").root
    return set(_walk(to_data(root), ())) if root is not None else set()


def _walk(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _walk(value, (*path, key))
    elif isinstance(data, list):
        for value in data:
            yield from _walk(value, path)
    else:
        yield path, str(data)
