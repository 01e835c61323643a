"""Findings that are so many of one kind in one file that the rest of them are only counted, wherever they are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Diagnostic

MOST_OF_A_KIND = 500


def talt(diagnostics: Sequence[Diagnostic], alle: bool = False) -> list[Diagnostic]:
    """Return the findings, of each code in each file no more than `MOST_OF_A_KIND` and one that counts the rest.

    With `alle` they are all returned.
    """
    if alle or len(diagnostics) <= MOST_OF_A_KIND:
        return [*diagnostics]
    kinds: dict[tuple[object, ...], list[Diagnostic]] = {}
    for one in diagnostics:
        kinds.setdefault((one.code, one.severity, one.span.file), []).append(one)
    return [*_talt(diagnostics, kinds)]


def _talt(diagnostics: Sequence[Diagnostic], kinds: dict[tuple[object, ...], list[Diagnostic]]) -> Iterator[Diagnostic]:
    told = dict.fromkeys(kinds, 0)
    for one in diagnostics:
        kind = one.code, one.severity, one.span.file
        told[kind] += 1
        if told[kind] <= MOST_OF_A_KIND:
            yield one
        elif told[kind] == MOST_OF_A_KIND + 1:
            yield _rest(kinds[kind][MOST_OF_A_KIND:])


def _rest(rest: list[Diagnostic]) -> Diagnostic:
    """Return the finding that stands for the rest of its kind, at the first of them."""
    first, last = rest[0], rest[-1].span.line
    more = f"{len(rest):,}".replace(",", " ")
    return Diagnostic(
        first.code,
        first.severity,
        Begge(
            f"Her og videre til linje {last} er det {more} funn til av dette slaget. De er bare talt.",
            f"Her og vidare til linje {last} er det {more} funn til av dette slaget. Dei er berre talde.",
        ),
        first.span,
        Begge(
            f"Rett noen av de {MOST_OF_A_KIND} første, så vises de neste.",
            f"Rett nokre av dei {MOST_OF_A_KIND} første, så blir dei neste viste.",
        ),
        section=first.section,
        antall=len(rest),
    )
