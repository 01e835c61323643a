"""A text in both målformer, side by side where it is written: what is said to a user of a nynorsk agreement too."""

from __future__ import annotations

from typing import Self


class Begge(str):
    """A text in bokmål, and in `nn` the same in nynorsk.

    It is the text in bokmål to whoever doesn't ask for more. What is made of it (`+`, an f-string, `replace`) is only
    that: both texts are written in full, and a part that is such a text itself is put into the second by its `nn`.
    """

    __slots__ = ("nn",)
    nn: str

    def __new__(cls, nb: str, nn: str) -> Self:
        """Return a text in bokmål (`nb`) and nynorsk (`nn`)."""
        begge = str.__new__(cls, nb)
        begge.nn = nn
        return begge

    def __reduce__(self) -> tuple[type[Begge], tuple[str, str]]:
        """Return what a copy is made of, in another process too."""
        return Begge, (str(self), self.nn)

    def __add__(self, mer: str) -> Begge:
        """Return both with more behind them: of what is in both målformer, to each its own."""
        return Begge(super().__add__(mer), self.nn + i_nynorsk(mer))


TOM = Begge("", "")
"""Nothing said, in either of them."""


def likt(tekst: str) -> Begge:
    """Return a text that is the same in both."""
    return Begge(tekst, tekst)


def begge(tekst: str) -> Begge:
    """Return a text as one in both: in nynorsk too as it is, when it is known in bokmål only."""
    return tekst if isinstance(tekst, Begge) else likt(tekst)


def i_nynorsk(tekst: str) -> str:
    """Return a text in nynorsk, and one that is known in bokmål only as it is."""
    return tekst.nn if isinstance(tekst, Begge) else tekst
