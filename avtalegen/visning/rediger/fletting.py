"""Two sets of changes to one file put together, by lines and by values; what can't be is a conflict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing.redigering import Endring, Fjern, Flytt, Sett, SettInn, Verdi, les_verdi
from avtalegen.lesing.redigering.ulikt import like_ender

_MOST_COMPARED = 1_000_000
"""Pairs of lines. Of more than that, all that lies between what is equal at both ends is one change."""
_NAMES = ("navn", "tittel", "hva", "hvem", "dato", "når")
"""The keys that say which one an item of a list is."""


class Konflikt(NamedTuple):
    """A place that two people have changed: the way to it, and what stood there, stands there, and is to stand."""

    rute: Rute
    lest: Verdi | None
    min: Verdi | None
    filens: Verdi | None


def konflikt(lest: bytes, filens: bytes, fil: str, endring: Endring) -> Konflikt | None:
    """Return the conflict of an edit made when the file was as `lest`, and the file now; None when there is none.

    Places elsewhere in the file may have changed as they like. An item of a list is known by its position, so a list on
    the way must hold the same up to and with the item.
    """
    if lest == filens:
        return None
    rute, min_ = _mål(endring)
    før, nå = les_verdi(lest, fil, rute), les_verdi(filens, fil, rute)
    if isinstance(endring, SettInn):
        gamle, nye = _liste(før), _liste(nå)
        moved = gamle[: endring.plass] != nye[: endring.plass] or (endring.plass < len(gamle) and gamle != nye)
    else:
        moved = nå not in (før, min_)
    if moved or any(_flyttet(lest, filens, fil, steg) for steg in _over(rute)):
        return Konflikt(rute, før, min_, nå)
    return None


def _mål(endring: Endring) -> tuple[Rute, Verdi | None]:
    match endring:
        case Sett(rute, verdi):
            return rute, verdi
        case SettInn(rute, _, verdi):
            return rute, verdi
        case Fjern(rute):
            return rute, None
        case Flytt(rute):
            return rute, None


def _over(rute: Rute) -> Iterator[Rute]:
    """Give the ways to the lists that a way leads through, each with the position in it."""
    for dybde, steg in enumerate(rute):
        if isinstance(steg, int):
            yield rute[: dybde + 1]


def _flyttet(lest: bytes, filens: bytes, fil: str, rute: Rute) -> bool:
    """Tell whether another item may have come to stand at a position of a list."""
    *over, plass = rute
    assert isinstance(plass, int)
    gamle, nye = (_liste(les_verdi(data, fil, tuple(over))) for data in (lest, filens))
    if len(gamle) != len(nye):
        return gamle[: plass + 1] != nye[: plass + 1]
    # In a list as long as before, it is the one that has been changed, or that in whose place another stands.
    return any(one != other and (one in nye or _another(one, other)) for one, other in zip(gamle, nye, strict=True))


def _another(one: Verdi, other: Verdi) -> bool:
    """Tell whether what stands in the place of an item is about something else."""
    if isinstance(one, str) or isinstance(other, str):
        return False
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return False
    return any(name in one and one[name] != other.get(name) for name in _NAMES)


def _liste(verdi: Verdi | None) -> list[Verdi]:
    if verdi is None:
        return []
    return [verdi] if isinstance(verdi, str) or not isinstance(verdi, Sequence) else [*verdi]


def flett(felles: bytes, min_: bytes, deres: bytes) -> bytes | None:
    """Return `deres` with what was changed from `felles` to `min_`; None where both have changed the same lines."""
    base = felles.splitlines(keepends=True)
    changes = sorted(
        [(*change, side) for side, other in enumerate((min_, deres)) for change in _endrede(base, other)],
        key=lambda change: (change[0], change[1], change[3]),
    )
    result: list[bytes] = []
    at, before = 0, -1
    for start, end, lines, side in changes:
        # What both put in at one place has no order; what begins where the other has ended, has.
        if start < at or (start == end == at and before not in (-1, side)):
            return None
        result += [*base[at:start], *lines]
        at, before = end, side
    return b"".join([*result, *base[at:]])


def _endrede(base: list[bytes], other: bytes) -> Iterator[tuple[int, int, list[bytes]]]:
    lines = other.splitlines(keepends=True)
    front, back = like_ender(base, lines)
    old, new = base[front : len(base) - back], lines[front : len(lines) - back]
    if len(old) * len(new) > _MOST_COMPARED:
        yield front, front + len(old), new
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield front + i1, front + i2, new[j1:j2]
