"""What differs between two sequences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher


def ulikt(gamle: Sequence[str], nye: Sequence[str], mest: int) -> Iterator[tuple[int, int, int, int]]:
    """Give the stretches that differ, as from and to in the old one and from and to in the new one.

    Where there are more than `mest` pairs of items to compare, what is found very often isn't compared one by one,
    which takes the square: then the stretches may be longer than they need to be.
    """
    shortest = min(len(gamle), len(nye))
    front = next((n for n in range(shortest) if gamle[n] != nye[n]), shortest)
    most = shortest - front
    back = next((n for n in range(most) if gamle[-1 - n] != nye[-1 - n]), most)
    old, new = gamle[front : len(gamle) - back], nye[front : len(nye) - back]
    many = len(old) * len(new) > mest
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=many).get_opcodes():
        if tag != "equal":
            yield front + a, front + b, front + c, front + d
