"""Two sequences held side by side, for a bounded amount of work.

Both come from anybody, and difflib needs the third power of their length for what is made to be slow. Where the work
allowed is used up, the one counts as removed and the other as added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
"""The places of what belongs together; None where there is no other."""

_ENOUGH = 100_000_000  # steps of some 10 ns: one or two seconds, where an agreement needs less than a million
_PER_PAIR, _PER_WORD = 200, 10  # measured: two texts held together cost so many steps, and each word in them so many
_ALIKE = 0.5  # of the words: below that it is another paragraph, not the same one changed


def equal_ends(a: Sequence[object], b: Sequence[object]) -> tuple[int, int]:
    """Return how much two sequences begin with, and how much of the rest they end with, that is the same."""
    first, most = 0, min(len(a), len(b))
    while first < most and a[first] == b[first]:
        first += 1
    last = 0
    while last < most - first and a[-1 - last] == b[-1 - last]:
        last += 1
    return first, last


class Work:
    """The work that is left for one document."""

    def __init__(self, steps: int = _ENOUGH) -> None:
        self._left = steps

    def _allows(self, steps: int) -> bool:
        if steps > self._left:
            return False
        self._left -= steps
        return True

    def opcodes(self, a: Sequence[Hashable], b: Sequence[Hashable]) -> Iterator[tuple[str, int, int, int, int]]:
        """Give difflib's opcodes, or one «replace» for what is between the equal ends when that is too much."""
        first, last = equal_ends(a, b)
        a_end, b_end = len(a) - last, len(b) - last
        if first:
            yield "equal", 0, first, 0, first
        left, right = a[first:a_end], b[first:b_end]
        if self._allows(_steps(left, right)):
            for tag, a1, a2, b1, b2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
                yield tag, a1 + first, a2 + first, b1 + first, b2 + first
        else:
            yield "replace", first, a_end, first, b_end
        if last:
            yield "equal", a_end, len(a), b_end, len(b)

    def paired(self, a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]) -> list[Pair]:
        """Pair texts, each a sequence of words, that are alike and stand in the same order; the rest stand alone."""
        in_words = len(b) * sum(map(len, a)) + len(a) * sum(map(len, b))
        if not self._allows(_PER_PAIR * len(a) * len(b) + _PER_WORD * in_words):
            return [*((n, None) for n in range(len(a))), *((None, n) for n in range(len(b)))]
        left, right = [Counter(words) for words in a], [Counter(words) for words in b]
        pairs: list[Pair] = []
        first = 0
        for n, words in enumerate(left):
            alike, place = max(((_alike(words, right[m]), -m) for m in range(first, len(right))), default=(0.0, 0))
            if alike < _ALIKE:
                pairs.append((n, None))
                continue
            pairs += ((None, m) for m in range(first, -place))
            pairs.append((n, -place))
            first = 1 - place
        return [*pairs, *((None, m) for m in range(first, len(right)))]


def _steps(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    """Return the most that difflib can need: all pairs that match, once for each match that it finds."""
    left, right = Counter(a), Counter(b)
    matches = sum(count * right[one] for one, count in left.items())
    return (matches + len(a) + len(b)) * min(len(a), len(b))


def _alike(a: Counter[str], b: Counter[str]) -> float:
    """Return how many of the words are in both texts, 0-1."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 1.0
