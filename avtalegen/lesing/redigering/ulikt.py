"""What differs between two sequences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from avtalegen.funn.diagnostic import Rute


def like_ender(a: Sequence[object], b: Sequence[object]) -> tuple[int, int]:
    """Return how much two sequences begin with, and how much of the rest they end with, that is the same."""
    shortest = min(len(a), len(b))
    front = next((n for n in range(shortest) if a[n] != b[n]), shortest)
    most = shortest - front
    return front, next((n for n in range(most) if a[-1 - n] != b[-1 - n]), most)


def felles_start(a: Rute, b: Rute) -> Rute:
    """Return what two ways have in common at the front."""
    return a[: like_ender(a, b)[0]]


def ulikt(gamle: Sequence[str], nye: Sequence[str], mest: int) -> Iterator[tuple[int, int, int, int]]:
    """Give the stretches that differ, as from and to in the old one and from and to in the new one.

    Where there are more than `mest` pairs of items to compare, what is found very often isn't compared one by one,
    which takes the square: then the stretches may be longer than they need to be.
    """
    front, back = like_ender(gamle, nye)
    old, new = gamle[front : len(gamle) - back], nye[front : len(nye) - back]
    many = len(old) * len(new) > mest
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=many).get_opcodes():
        if tag != "equal":
            yield front + a, front + b, front + c, front + d
