"""What else there is to say of a file with lines that are no YAML: the rest of it is read without them.

Each such line becomes a key that the format doesn't know, so that what may be said in it is taken for unread and not
for missing (`delvis`), and everything else stands on the line it stood on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator

from avtalegen.funn.diagnostic import Diagnostic, Rute, in_order
from avtalegen.lesing import Mapping, Node, Sequence, Source, parse
from avtalegen.lesing.findings import ODD_BLANKS
from avtalegen.lesing.fremmed import without_foreign
from avtalegen.lesing.klammer import closed
from avtalegen.lesing.merker import OTHER_COMMENT, STAR
from avtalegen.lesing.nokler import UNREAD, part_of
from avtalegen.lesing.validering import SKJEMAFEIL
from avtalegen.modell.senere import senere

_STOPPER = frozenset(("YML001", "YML003", "YML014"))
"""The findings after which there is no tree, because of the line that they are about."""
_FLEST_LINJER = 8
_UTEN_BREDDE = "[\xad\u200b-\u200d\u2060]"
_UTEN_STREK = senere(r"\s*[^\W\d][^:=]* [^:=]*")
_NAVN = senere(r"(\s*(?:- +)*)([^\W\d]\w*):(?:\s+(\S.*))?\s*$")
_KOMMA = senere(r"""\s*(?:"[^"]*"|\w+): (?:"[^"]*"|'[^']*'|.*[\]}])\s*,\s*""")
_BEGYNNELSE = senere(r"( *)((?:- +)*)")
_TETT = senere(r"( *(?:- +)*[^\W\d]\w*):(?=[^\s/:])")
_OPEN_QUOTE = senere(r"""\s*(?:- +)*(?:[^\W\d]\w*:\s+)?(?:"[^"]*|'[^']*)""")
_NØKKEL = senere(r"[^\W\d]\w*(?:\s*:\s|\s*:$|\s*=|\s+\S|$)")


def read_on(source: Source) -> tuple[Source, Callable[[Diagnostic], bool] | None]:
    """Return what can be read of a file that there is no tree of, without the lines to blame, and what is told of it.

    The findings about those lines are in it. Others are told unless they are about what stands in the place of one, or
    miss what one may say. It is the same as was given, and nothing, when it isn't sure what else belongs where.
    """
    foreign, lines = without_foreign(source.file, source.text.split("\n"))
    if foreign:
        source = parse("\n".join(lines), source.file)._replace(text=source.text)
    said: list[Diagnostic] = []
    moved, first = False, 0
    read = source
    while read.root is None:
        stopped = [one for one in read.diagnostics if one.code in _STOPPER]
        if not stopped or len(said) == _FLEST_LINJER:
            return _first_cause(source, foreign), None
        # A blank that isn't one may be why the lines below are not where they should be.
        blanks = [one for one in stopped if one.code != "YML001"]
        last = blanks[0] if blanks else stopped[-1]
        row = last.span.line - 1
        sure = first <= row < len(lines) and not moved
        if sure and (shut := closed(lines, row)) is not None:
            said.append(last)
            first = row + 1
            for n, line in shut.items():
                lines[n] = line
        elif sure and (other := _without(lines, row)) is not None:
            said.append(last)
            # What is wrong in the line after one that was taken out, or before it, may be wrong because it was.
            first = row + 2
            moved = ("\t" in lines[row] or _column(other) != _column(lines[row])) and UNREAD in other
            lines[row] = other
        else:
            told = _first_cause(source, foreign)
            # Of a quote that never ends, no other line is the cause.
            if said and row < len(lines) and _OPEN_QUOTE.fullmatch(lines[row]):
                told = told._replace(diagnostics=tuple(in_order([*dict.fromkeys((*told.diagnostics, *said, last))])))
            return told, None
        read = parse("\n".join(lines), source.file)
    said = [*foreign, *said]
    rows = frozenset(one.span.line - 1 for one in said)
    cleaned = [one for one in source.diagnostics if one.code == "YML011"]
    found = (*said, *cleaned, *read.diagnostics)
    return Source(source.file, source.text, read.root, found), _told(source, read.root, rows, found)


def _first_cause(source: Source, foreign: list[Diagnostic]) -> Source:
    """Return a file that nothing more is read of, without the errors that come of a blank that isn't one."""
    source = source._replace(diagnostics=(*foreign, *source.diagnostics))
    blanks = [one.span.line for one in source.diagnostics if one.code in _STOPPER and one.code != "YML001"]
    if not blanks:
        return source
    found = [one for one in source.diagnostics if one.code != "YML001" or one.span.line < min(blanks)]
    return source._replace(diagnostics=tuple(found))


def _without(lines: list[str], row: int) -> str | None:
    """Return what stands for a line as far in as it is to be, None when that isn't sure."""
    line = re.sub(ODD_BLANKS, lambda blanks: " " * len(re.sub(_UTEN_BREDDE, "", blanks[0])), lines[row])
    tabbed = "\t" in line[: len(line) - len(line.lstrip())]
    if tight := _TETT.match(line):
        line = f"{tight[1]}: {line[tight.end() :]}"
    if (mended := _mended(lines, row, line, tabbed)) is not None:
        return mended
    began = _BEGYNNELSE.match(line)
    spaces, dashes = began.groups() if began else ("", "")
    open_ = _open(lines[:row])
    column = None if tabbed else len(spaces)
    below = _column(_next(lines[row + 1 :]))
    above = _next(reversed(lines[:row]))
    names = above.rstrip().endswith(":")
    fits = column is not None and (
        column in open_ or (names and (column > max(open_, default=0) or (bool(dashes) and column == _column(above))))
    )
    if not fits:
        if line.lstrip().startswith("-"):
            return None
        is_name = re.fullmatch(r"[^\W\d]\w*\s*:", line.strip())
        column = max((one for one in open_ if one < below), default=None) if is_name else _between(open_, below, names)
    if column is None:
        return None
    text = line.strip() if tabbed else line[len(spaces) + len(dashes) :].strip()
    start, said = f"{' ' * column}{dashes}", json.dumps(text, ensure_ascii=False)
    named = re.match(r"[^\W\d]\w*|", text)
    key = f"{start}{UNREAD} {row + 1} {named[0] if named else ''}".rstrip()
    if below > len(start):
        return f"{key}:" if re.fullmatch(r"[^\W\d]\w*\s*[:=]?", text) else None
    return f"{start}{said}" if dashes and not _NØKKEL.match(text) and text[:1] not in "{[" else f"{key}: {said}"


def _mended(lines: list[str], row: int, line: str, tabbed: bool) -> str | None:
    """Return the line as it was meant, None when that isn't sure. The items below one with a star are mended too."""
    if comment := OTHER_COMMENT.match(line):
        return _left_out(lines, row, line[comment.end() :])
    if star := STAR.match(line):
        for n in range(row + 1, len(lines)):
            if not lines[n].startswith(star[0]):
                break
            lines[n] = lines[n].replace("*", "-", 1)
        line = line.replace("*", "-", 1)
    elif _KOMMA.fullmatch(line):
        line = line.rstrip().removesuffix(",")
    if line != lines[row] and not tabbed:
        return line
    column = _column(line)
    above = _next(reversed(lines[:row]))
    if above.startswith(f"{' ' * column}- ") and _UTEN_STREK.fullmatch(line):
        return f"{' ' * column}- {json.dumps(line.strip(), ensure_ascii=False)}"
    at = _among_items(lines, row) if line.lstrip().startswith("- ") else _by_name(lines, row)
    return None if at is None else f"{' ' * at}{line.strip()}"


def _left_out(lines: list[str], row: int, text: str) -> str | None:
    """Return what stands for a comment: a field that is left out so, is not missing. None for an item."""
    if text.lstrip().startswith("- "):
        return None
    named = re.match(r"\s*([^\W\d]\w*)\s*:", text)
    below = _column(_next(lines[row + 1 :]))
    open_ = _open(lines[:row])
    column = below if below in open_ else max((one for one in open_ if one < below), default=0)
    return f"{' ' * column}{UNREAD} {row + 1} {named[1]}:" if named else f"{' ' * column}#"


def _among_items(lines: list[str], row: int) -> int | None:
    """Return how far in an item is to be by those beside it; None when they are not as far in, or nobody knows."""
    line = lines[row].expandtabs(1)
    above, below = _next(reversed(lines[:row])), _next(lines[row + 1 :])
    beside = {_column(one) for one in (above, below) if one.lstrip().startswith("- ")}
    if len(beside) > 1 and "\t" not in lines[row]:
        beside = {one for one in beside if abs(one - _column(line)) == 1}
    if not beside and _NAVN.match(line) and _NAVN.match(below):
        beside = {_column(below) - 2}  # the next key of the same item
    if len(beside) != 1 or beside == {_column(lines[row])}:
        return None
    (column,) = beside
    own = column + 2 if _NAVN.match(line) else column
    return column if _column(below) <= own else None


def _by_name(lines: list[str], row: int) -> int | None:
    """Return how far in a field is to be by its name, when there is one part alone above it that has such a key."""
    named = _NAVN.match(lines[row])
    if named is None:
        return None
    way: list[tuple[int, str]] = []
    for line in lines[:row]:
        if above := _NAVN.match(line):
            way = [one for one in way if one[0] < len(above[1])] + [(len(above[1]), above[2])]
    columns = [column for column, _ in way]
    fits = [
        column for n, column in enumerate(columns) if named[2] in part_of((*(key for _, key in way[:n]), "")).felter
    ]
    near = [column for column in fits if abs(column - len(named[1])) == 1]
    fits = near if len(near) == 1 and "\t" not in lines[row] else fits
    if len(fits) != 1 or fits[0] == len(named[1]) or named[2] in _beside(lines, row, fits[0]):
        return None
    next_line = _next(lines[row + 1 :])
    below, item = _column(next_line), next_line.lstrip().startswith("- ")
    if named[3]:
        return fits[0] if below <= fits[0] else None
    return fits[0] if below > fits[0] or (item and below == fits[0]) else None


def _beside(lines: list[str], row: int, column: int) -> set[str]:
    """Return the names of the fields that stand at the column around a line, in the same part."""
    names: set[str] = set()
    for part in (reversed(lines[:row]), lines[row + 1 :]):
        for line in part:
            if line.strip() and _column(line) < column:
                break
            if (named := _NAVN.match(line)) and len(named[1]) == column:
                names.add(named[2])
    return names


def _between(open_: list[int], below: int, names: bool) -> int | None:
    """Return how far in a line is to be, by the lines around it; None when it may be in more than one place."""
    inmost = max(open_, default=0)
    if below == inmost or (names and below > inmost):
        return below
    return None


def _open(lines: Iterable[str]) -> list[int]:
    """Return how far in those lines are that the next one can stand beside."""
    open_: list[int] = []
    for line in lines:
        if line.strip() and not line.lstrip().startswith("#"):
            began = _BEGYNNELSE.match(line)
            assert began
            open_ = [one for one in open_ if one < len(began[1])] + [*{len(began[1]), len(began[0])}]
    return open_


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _next(lines: Iterable[str]) -> str:
    return next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")


def _told(
    source: Source, root: Mapping, unread: frozenset[int], already: tuple[Diagnostic, ...]
) -> Callable[[Diagnostic], bool]:
    """Return what tells whether a finding is about the file as it was written."""
    lines = source.text.split("\n")
    # The value of the line above may have been meant to stand in the one that could not be read.
    above = {max((row for row in range(line) if lines[row].strip()), default=-1) for line in unread}
    said = {(one.code, one.span) for one in already}
    parts = dict(_with_unread(root, ()))

    def told(one: Diagnostic) -> bool:
        row = one.span.line - 1
        here = one.span.file == source.file
        if (one.code, one.span) in said:
            return True
        if here and (row in unread or (row in above and one.code in SKJEMAFEIL)):
            return False
        if not one.route or one.route in parts:
            return not one.route
        # The line may say what is missing: it names it, or names nothing that is known.
        return not any(key in (one.route[-1], None) for key in parts.get(one.route[:-1], ()))

    return told


def _with_unread(node: Node | None, route: Rute) -> Iterator[tuple[Rute, list[str | None]]]:
    """Yield the way to each mapping that has lines that could not be read, and the key that each of them names."""
    if isinstance(node, Mapping):
        named = [key.rpartition(" ")[2] for key in node.entries if key.startswith(UNREAD)]
        if named:
            known = part_of((*route, "")).felter
            # With one that must be there, the whole of the part goes.
            yield route, [key if key in known and not known[key].påkrevd else None for key in named]
        for key, entry in node.entries.items():
            yield from _with_unread(entry.value, (*route, key))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _with_unread(item, (*route, number))
