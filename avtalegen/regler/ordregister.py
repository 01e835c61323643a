"""Which words have a part in them: looked for once in each word, however many agreements it stands in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache

_FLEST = 20_000
"""Words to remember: those of some hundred agreements, and a few megabytes with what is known of them."""
_INGEN: tuple[int, frozenset[str]] = (0, frozenset())


class Ordregister:
    """Words, and those of them that have a part («pålegg»), or that somebody looks for in another way.

    Agreements have most of their words in common, and every rule asks each of them for some: a word that was there
    before, is known. What is known of the words grows by itself when somebody asks; several threads may do so.
    """

    def __init__(self) -> None:
        self._kjente: set[str] = set()
        self._bolker: list[str] = []
        self._svar: dict[Hashable, tuple[int, frozenset[str]]] = {}

    def lær(self, ordene: frozenset[str]) -> bool:
        """Take some words. Tell whether there is still room for more."""
        if nye := ordene - self._kjente:
            # First this: another thread that finds the words known, must find them here too.
            self._bolker.append("\n".join(("", *nye, "")))
            self._kjente |= nye
        return len(self._kjente) < _FLEST

    def med(self, bit: str) -> frozenset[str]:
        """Return the words that have a part in them, which has no blank."""
        sett, ordene = self._svar.get(bit, _INGEN)
        if sett == len(self._bolker):  # every check asks a hundred times
            return ordene
        return self._svarte(bit, lambda bolk: _ord_med(bolk, bit))

    def med_noen(self, biter: tuple[str, ...]) -> frozenset[str]:
        """Return the words that have any of some parts in them, as `med`."""
        sett, ordene = self._svar.get(biter, _INGEN)
        if sett == len(self._bolker):  # as above
            return ordene
        return self._svarte(biter, lambda bolk: (ord_ for bit in biter for ord_ in _ord_med(bolk, bit)))

    def som(self, navn: Hashable, biter: Callable[[str], Iterable[str]]) -> frozenset[str]:
        """Return the words with any of the parts that `biter` finds in some lines of words. `navn` is its alone."""
        return self._svarte((None, navn), lambda bolk: (ord_ for bit in biter(bolk) for ord_ in _ord_med(bolk, bit)))

    def _svarte(self, spørsmål: Hashable, let: Callable[[str], Iterable[str]]) -> frozenset[str]:
        sett, ordene = self._svar.get(spørsmål, _INGEN)
        if sett < (antall := len(self._bolker)):
            ordene = ordene.union(*map(let, self._bolker[sett:antall]))
            self._svar[spørsmål] = antall, ordene
        return ordene


def _ord_med(bolk: str, bit: str) -> Iterator[str]:
    sted = bolk.find(bit) if bit else -1
    while sted >= 0:
        slutt = bolk.find("\n", sted)
        yield bolk[bolk.rfind("\n", 0, sted) + 1 : slutt]
        sted = bolk.find(bit, slutt)


_register = Ordregister()


def register_med(ordene: frozenset[str]) -> Ordregister:
    """Return a register with some words. When there is no more room in one, the next one to ask gets another."""
    global _register  # noqa: PLW0603
    register = _register
    if not register.lær(ordene):
        _register = Ordregister()
    return register


@cache
def delt(biter: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts of one word, and those of several."""
    lange = tuple(bit for bit in biter if " " in bit or "\n" in bit)
    return tuple(bit for bit in biter if bit not in lange), lange


@cache
def lengste(bit: str) -> str:
    """Return the longest word of a part of several, "" when it is nothing but blanks."""
    return max(bit.split(), key=len, default="")
