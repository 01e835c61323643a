"""Many findings of one kind in one file: the first are told whole, and the rest as where they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.funn.ordlyd import antall

MOST_ALIKE = 100
"""Findings of one code in one file that are told whole: nobody reads more, and what is alike is often mended as one."""


class Rest(NamedTuple):
    """The findings of one code in one file after the first `MOST_ALIKE`, in order."""

    all: list[Diagnostic]

    @property
    def first(self) -> Diagnostic:
        """The one that the rest is told at."""
        return self.all[0]

    @property
    def message(self) -> str:
        """What is said of them together, in the målform that they are told in."""
        first, last = self.first.span.line, self.all[-1].span.line
        counted = self.all[-1].antall > 1  # and told nowhere
        til = f", det siste på linje {last}" if last > first and not counted else ""
        alle = antall(sum(one.antall for one in self.all), "funn", "funn")
        vis = Begge(", eller se alle med «avtalegen valider --alle»", ", eller sjå alle med «avtalegen valider --alle»")
        said = Begge(
            f"{alle} til av dette slaget{til}. Rett de første av dem{'' if counted else vis}.",
            f"{alle} til av dette slaget{til}. Rett dei første av dei{'' if counted else vis.nn}.",
        )
        return said.nn if self.first.nynorsk else said


def divided(diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Rest]]:
    """Return the findings that are told whole, in order, and the rest of each code, in the order of its first."""
    alike: dict[tuple[object, ...], list[Diagnostic]] = {}
    whole: list[Diagnostic] = []
    for diagnostic in diagnostics:
        some = alike.setdefault((diagnostic.code, diagnostic.severity, diagnostic.span.file), [])
        some.append(diagnostic)
        if len(some) <= MOST_ALIKE:
            whole.append(diagnostic)
    return whole, [Rest(some[MOST_ALIKE:]) for some in alike.values() if len(some) > MOST_ALIKE]
