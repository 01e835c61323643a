"""Findings for people: each with its place, the line it is in, what to do, and what it rests on."""

from __future__ import annotations

import os
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import NamedTuple

import click

from avtalegen.funn.diagnostic import Diagnostic, Related, Severity, Span
from avtalegen.funn.ordlyd import antall, liste
from avtalegen.rapporter import FileReport, Totals
from avtalegen.rapporter.mange import Rest, divided
from avtalegen.rapporter.snippet import snippet
from avtalegen.rapporter.visible import visible

COLOURS = {Severity.FEIL: "red", Severity.ADVARSEL: "yellow", Severity.RÅD: "cyan"}
FRAME = "blue"

_NARROWEST, _WIDEST, _NO_TERMINAL = 40, 120, 100  # cells


def report(reports: Iterable[FileReport], totals: Totals) -> Iterator[str]:
    """Give each finding once, with the places in other agreements where it is found too, and a summary at the end."""
    seen: dict[tuple[object, ...], _Seen] = {}
    width = _terminal_width()
    for one in reports:
        within: Counter[tuple[object, ...]] = Counter()
        lines = one.lines()
        whole, rests = divided(one.diagnostics)
        for diagnostic in whole:
            what = (diagnostic.code, diagnostic.severity, diagnostic.message)
            within[what] += 1  # said twice of one file, it is about two places in it
            if earlier := seen.get((*what, within[what])):
                earlier.also.append(_position(diagnostic.span))
            else:
                told = _finding(diagnostic, lines[diagnostic.span.file], width)
                seen[*what, within[what]] = _Seen(told, _gutter(diagnostic), [])
        for rest in rests:
            seen[one.file, rest.first] = _Seen(_rest(rest), 0, [])
    for finding in seen.values():
        yield f"{finding.told}{_also(finding, width)}\n\n"
    yield summary(totals)


def report_each(reports: Iterable[FileReport], totals: Totals) -> Iterator[str]:
    """Give the findings of each file as soon as it has been checked, and a summary at the end."""
    for one in reports:
        if one.diagnostics:
            yield _told(one.diagnostics, one.lines())
    yield summary(totals)


class _Seen(NamedTuple):
    """A finding as it is told, the width of its gutter, and where else it is found."""

    told: str
    gutter: int
    also: list[str]


_MOST_PLACES = 20
_MOST_SHOWN = 3  # other places of one finding: more of them are lines to go to


def _also(seen: _Seen, width: int | None) -> str:
    if not seen.also:
        return ""
    places = seen.also[:_MOST_PLACES]
    if rest := len(seen.also) - len(places):
        places.append(f"{antall(rest, 'sted', 'steder')} til («--alle» viser hvert av dem)")
    return "\n" + _note(seen.gutter, "Også i", "\n".join(places), width)


def findings(one: FileReport) -> str:
    """Return the findings in one file, with an empty line after each; of very many that are alike, the first."""
    whole, rests = divided(one.diagnostics)
    return _told(whole, one.lines()) + "".join(f"{_rest(rest)}\n\n" for rest in rests)


def _told(diagnostics: Iterable[Diagnostic], lines: Mapping[str, Sequence[str]]) -> str:
    width = _terminal_width()
    return "".join(f"{_finding(diagnostic, lines[diagnostic.span.file], width)}\n\n" for diagnostic in diagnostics)


def summary(totals: Totals) -> str:
    """Return the last lines: how many findings in how many agreements, and what was left out."""
    return "".join(f"{line}\n" for line in (*_verdict(totals), *left_out(totals)))


def left_out(totals: Totals) -> Iterator[str]:
    """Give a line on YAML files that are no agreements or not wanted, and one on files that could not be read."""
    if totals.excluded:
        yield f"{antall(totals.excluded, 'YAML-fil', 'YAML-filer')} er utelatt i avtalegen.toml."
    if totals.skipped == 1:
        yield "1 YAML-fil er ikke en avtale og er hoppet over."
    elif totals.skipped:
        yield f"{totals.skipped} YAML-filer er ikke avtaler og er hoppet over."
    if totals.unreadable:
        yield not_read(totals)


def not_read(totals: Totals) -> str:
    """Say how many files could not be read."""
    return f"{antall(totals.unreadable, 'fil eller mappe', 'filer eller mapper')} kunne ikke leses."


def no_agreements(totals: Totals) -> str:
    """Say that there are no agreements, where they were looked for, what one is, and what to do."""
    named = [f"«{visible(path)}»" for path in totals.paths]
    if len(named) > _MOST_NAMED:
        named[_MOST_NAMED:] = [f"{len(named) - _MOST_NAMED} andre steder"]
    where = liste(named, "eller") if named else ""
    if all(path == os.curdir for path in totals.paths):
        where = "mappen du står i"
    return (
        f"Fant ingen avtaler i {where}. En avtale er en YAML-fil med linjen «format: 1». "
        "Oppgi en annen fil eller mappe, eller lag en avtale med «avtalegen ny KOMMUNE»."
    )


_MOST_NAMED = 3


def counted(findings: dict[Severity, int], *, nynorsk: bool = False) -> str:
    """Return «1 feil, 2 advarsler og 7 råd» without those there are none of; empty without findings."""
    words = {
        Severity.FEIL: ("feil", "feil"),
        Severity.ADVARSEL: ("åtvaring", "åtvaringar") if nynorsk else ("advarsel", "advarsler"),
        Severity.RÅD: ("råd", "råd"),
    }
    parts = [antall(findings[severity], *said) for severity, said in words.items() if findings.get(severity)]
    return liste(parts) if parts else ""


def _verdict(totals: Totals) -> Iterator[str]:
    agreements = antall(totals.files, "avtale", "avtaler")
    found = counted(totals.findings)
    if found:
        worst = next(severity for severity in COLOURS if totals.findings[severity])
        yield emphasised(f"{found} i {agreements}.", COLOURS[worst])
    elif totals.files:
        yield emphasised(f"Ingen funn i {agreements}.", "green")
    if totals.nothing:
        yield emphasised(no_agreements(totals), "red")


def emphasised(text: str, colour: str | None = None) -> str:
    """Return a text as it stands out in a terminal."""
    return click.style(text, fg=colour, bold=True)


class _Place(NamedTuple):
    """A stretch to show, with the character that marks it and what is said beside the mark."""

    span: Span
    mark: str
    label: str
    colour: str


def _finding(diagnostic: Diagnostic, lines: Sequence[str], width: int | None) -> str:
    span, colour = diagnostic.span, COLOURS[diagnostic.severity]
    places = [_Place(span, "^", "", colour)]
    here = _here(diagnostic)
    elsewhere = [
        f"{_position(related.span)}: {visible(related.message)}"
        for related in diagnostic.related
        if related.span.file != span.file
    ]
    if len(here) <= _MOST_SHOWN:
        places += (_Place(related.span, "-", visible(related.message), FRAME) for related in here)
    else:
        elsewhere.insert(0, f"linje {', '.join(map(str, sorted({related.span.line for related in here})))}")
    gutter = _gutter(diagnostic)
    excerpt = list(_excerpt(sorted(places), lines, gutter, width or _NO_TERMINAL))
    notes = [_note(gutter, diagnostic.se_også, text, width) for text in elsewhere]
    if diagnostic.hint:
        notes.append(_note(gutter, "Hjelp", diagnostic.hint, width))
    if diagnostic.section:
        notes.append(_note(gutter, "Grunnlag", diagnostic.section, width))
    edge = [_framed(gutter, "", "")] if excerpt else []
    return "\n".join((headline(diagnostic), *edge, *excerpt, *(edge if notes else []), *notes))


def _here(diagnostic: Diagnostic) -> list[Related]:
    """Return the other places of a finding that are in the same file."""
    return [related for related in diagnostic.related if related.span.file == diagnostic.span.file]


def _gutter(diagnostic: Diagnostic) -> int:
    """Return how many cells the numbers of the lines that are shown take."""
    here = _here(diagnostic)
    spans = [diagnostic.span, *(one.span for one in here if len(here) <= _MOST_SHOWN)]
    return len(str(max(span.line for span in spans)))


def headline(diagnostic: Diagnostic) -> str:
    """Return «file:line:column: severity[CODE] message» on one line."""
    return _headline(diagnostic, diagnostic.message)


def _rest(rest: Rest) -> str:
    return _headline(rest.first, rest.message)


def _headline(diagnostic: Diagnostic, message: str) -> str:
    kind = click.style(f"{diagnostic.severity.value}[{diagnostic.code}]", fg=COLOURS[diagnostic.severity], bold=True)
    position = click.style(_position(diagnostic.span), bold=True)
    return f"{position}: {kind} {click.style(visible(message), bold=True)}"


def _position(span: Span) -> str:
    return f"{visible(span.file)}:{span.line}:{span.column}"


def _excerpt(places: Sequence[_Place], lines: Sequence[str], gutter: int, width: int) -> Iterator[str]:
    """Give the lines of the file that hold `places`, each with its mark below, in `width` cells."""
    width -= gutter + 3
    shown, previous = "", None
    for place in places:
        if not 1 <= place.span.line <= len(lines):
            continue
        line = lines[place.span.line - 1]
        end = place.span.end_column - 1 if place.span.end_line == place.span.line else len(line)
        part = snippet(line, place.span.column - 1, end, width)
        if previous is not None and place.span.line > previous + 1:
            yield _framed(gutter, "…", "")
        if (place.span.line, part.line) != (previous, shown):
            yield _framed(gutter, str(place.span.line), part.line)
        mark = f"{place.mark * part.length} {place.label}".rstrip()
        yield _framed(gutter, "", " " * part.indent + click.style(mark, fg=place.colour, bold=True))
        shown, previous = part.line, place.span.line


def _framed(gutter: int, number: str, text: str) -> str:
    frame = _frame(f"{number:>{gutter}} |") if number else _empty_frame(gutter)
    return f"{frame} {text}" if text else frame


def _frame(text: str) -> str:
    return click.style(text, fg=FRAME, bold=True)


@cache
def _empty_frame(gutter: int) -> str:
    return _frame(f"{'':{gutter}} |")


@cache
def _sign(gutter: int, label: str) -> str:
    return f"{'':{gutter}} {_frame('=')} {click.style(f'{label}:', bold=True)} "


def _note(gutter: int, label: str, text: str, width: int | None) -> str:
    """Return «= label: text», with all lines after the first indented to below the text.

    Long lines are broken for a terminal, which has a `width`, only: elsewhere people search, and paste what they find.
    """
    sign = _sign(gutter, label)
    indent = " " * len(click.unstyle(sign))
    lines = [visible(line) for line in text.split("\n")]
    if width:
        room = max(width - len(indent), 1)
        wrapper = textwrap.TextWrapper(room, break_long_words=False, break_on_hyphens=False)
        lines = [part for line in lines for part in wrapper.wrap(line) or [""]]
    return sign + f"\n{indent}".join(lines)


def _terminal_width() -> int | None:
    """Return how many cells to fill on a line; None when nobody has said how many there are."""
    width = _columns()
    return min(max(width, _NARROWEST), _WIDEST) if width else None


def _columns() -> int:
    """Return what shutil does, 0 when it isn't known: with shutil comes all that unpacks files."""
    with suppress(KeyError, ValueError):
        if (asked := int(os.environ["COLUMNS"])) > 0:
            return asked
    with suppress(AttributeError, ValueError, OSError):
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    return 0
