"""When two words for a key are the same word: without æ, ø and å, in another inflection, misspelt."""

from __future__ import annotations

import re
from functools import cache

from avtalegen.modell.senere import senere

_PLAIN = str.maketrans("æøå", "eoa")
_WRITTEN = str.maketrans("åøæ- ", "aoe__")
_INFLECTION = senere(r"(?:ene|ane|er|ar|en|et|ne|e|a|(?<=[aeiouy])[nr])$")
_SHORTEST_STEM = 3
_SHORTEST_TYPO = 6


@cache
def folded(word: str) -> str:
    """Return a word in small letters, without æ, ø and å and what may stand between its parts."""
    word = word.casefold().replace("ae", "æ").replace("oe", "ø").replace("aa", "å").translate(_PLAIN)
    return re.sub(r"[\W_]", "", word)


@cache
def stem(word: str) -> str:
    """Return what inflections of a word have in common: «møter» and «møtene» have the same."""
    left = folded(word)
    for _ in range(2):  # «deltakerne» has two, and what looks like a third is of the word itself
        if len(shorter := _INFLECTION.sub("", left)) >= _SHORTEST_STEM:
            left = shorter
    return left[:-1] if len(left) > _SHORTEST_STEM and left[-1] == left[-2] else left


@cache
def _as_written(word: str) -> str:
    return word.casefold().replace("ae", "e").translate(_WRITTEN)


def slip(word: str, known: str) -> bool:
    """Tell whether a word is surely another one misspelt: the same without æøå, or one letter away in a long word."""
    a, b = _as_written(word), _as_written(known)
    return a == b or (min(len(a), len(b)) >= _SHORTEST_TYPO and letters_apart(a, b, 1) <= 1)


def resembles(word: str, known: str) -> int | None:
    """Return how many letters a word is from one that it may be misspelt, None when it is rather another word.

    The shorter the word, the likelier that a letter makes another one of it: «tid» is not «til».
    """
    a, b = folded(word), folded(known)
    shortest = min(len(a), len(b))
    most = 2 if shortest >= 7 else 1
    apart = letters_apart(a, b, most)
    if apart > most or shortest < 2:
        return None
    # A letter too many or too few, or two that have changed places, is a slip in a short word too.
    replaced = len(a) == len(b) and sorted(a) != sorted(b)
    return None if replaced and shortest < 5 else apart


def letters_apart(a: str, b: str, most: int) -> int:
    """Return how many letters are put in, taken out, replaced or swapped with the next between two words.

    More than `most` is `most` + 1.
    """
    shorter = min(len(a), len(b))
    # Most words that are compared are nothing alike. A letter replaced is one less here and one more there.
    if abs(len(a) - len(b)) > most or len(set(a) ^ set(b)) > 2 * most:
        return most + 1
    # What they begin and end with alike costs nothing.
    start = next((n for n in range(shorter) if a[n] != b[n]), shorter)
    a, b, shorter = a[start:], b[start:], shorter - start
    end = next((n for n in range(shorter) if a[-1 - n] != b[-1 - n]), shorter)
    a, b = a[: len(a) - end], b[: len(b) - end]
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        two_before, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (x != y)))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                row[-1] = min(row[-1], two_before[j - 2] + 1)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)
