"""What the page sends, read: what our own page would not send is a `UgyldigError`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from avtalegen.lesing.redigering import Endring, Fjern, Flytt, Sett, SettInn


class UgyldigError(Exception):
    """What the page sent isn't what our own page sends."""


def endring(said: Mapping[str, Any]) -> Endring:
    """Return an edit."""
    way = rute(said["rute"])
    match said["slag"]:
        case "sett":
            return Sett(way, _verdi(said["verdi"]))
        case "sett_inn":
            return SettInn(way, _plass(said["plass"]), _verdi(said["verdi"]))
        case "fjern":
            return Fjern(way)
        case "flytt":
            return Flytt(way, _plass(said["fra"]), _plass(said["til"]))
    raise UgyldigError


def rute(said: Any) -> tuple[str | int, ...]:
    """Return the way to a value."""
    if not isinstance(said, list) or not all(isinstance(steg, str) or _is_place(steg) for steg in said):
        raise UgyldigError
    return tuple(said)


def tall(data: Mapping[str, Any], key: str) -> int:
    """Return the number at a key: 0 or more."""
    return _plass(data[key])


def _plass(said: Any) -> int:
    if not _is_place(said):
        raise UgyldigError
    return int(said)


def _is_place(said: Any) -> bool:
    return isinstance(said, int) and not isinstance(said, bool) and said >= 0


def _verdi(said: Any) -> Any:
    match said:
        case str():
            return said
        case list():
            return [_verdi(one) for one in said]
        case dict():
            return {key: _verdi(value) for key, value in said.items()}
    raise UgyldigError


def text(data: Mapping[str, Any], key: str) -> str:
    """Return what stands at a key, which must be text that can be written."""
    said = data[key]
    if not isinstance(said, str):
        raise UgyldigError
    said.encode()  # half a letter can't be written; the error is a `ValueError`
    return said
