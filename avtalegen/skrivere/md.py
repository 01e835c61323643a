"""The Markdown writer: a `Document` becomes CommonMark with tables, good to read as text and in a git diff.

A paragraph, an item or a row is one line, so a change shows where it is. Numbers of headings are text, so that what
refers to them holds. What Markdown has no word for is left out: the picture, languages, captions, headers of rows,
and what stands on top and at the bottom of pages. Equal input gives equal bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain
from string import punctuation
from typing import Literal, NamedTuple

from avtalegen.dokument.innhold import (
    Block,
    Document,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Text,
)
from avtalegen.skrivere.disposisjon import Outline, letters, signing, spoken
from avtalegen.skrivere.lenke import safe_target
from avtalegen.skrivere.opphav import Trace
from avtalegen.skrivere.segl import State, seal, seal_state, seal_trace
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.tegn import writable

__all__ = ["fingerprint_state", "trace", "write"]

_HARD_BREAK = "\\\n"
_LINE_TO_FILL_IN = "…" * 20
# What can be markup wherever it stands. «&» only where it may begin an entity.
_MARKUP = re.compile(r"[\\`*_\[\]<~$]|&(?=[#A-Za-z])")
_MARKUP_FIRST = re.compile(r"[#+\-=>:|]|\d{1,9}(?=[.)](?:\s|$))")
_MARKUP_IN_URL = re.compile(r"[&()*_~\[\]]")
# Where text stands: first on a line, after something else on it, or in a cell.
_Place = Literal["first", "inside", "cell"]
# Invisible: keeps two runs of «*» apart, or one from a letter that would take its meaning away.
_SEPARATOR = "<!-- -->"


def write(document: Document, style: Style, origin: str | None = None) -> bytes:  # noqa: ARG001 - every writer is called alike
    """Return the document as Markdown in UTF-8. `style` is not used: how it looks is up to who shows it.

    The file carries `origin` (`opphav.origin`).
    """
    front = [f"# {_closed(_line(document.title)) or 'Avtale'}"]
    for text in (document.mark, document.subtitle):
        if text and (line := _line(text)):
            front.append(_emphasised(line))
    facts = Items("", tuple((_fact(label, value),) for label, value in document.facts))
    parts = [*front, _blocks((facts, *document.blocks), Outline())]
    return seal("\n\n".join(part for part in parts if part) + "\n\n", origin)


def fingerprint_state(data: bytes) -> State:
    """Tell whether the tool wrote this file and nobody changed it since (see `segl.seal_state`)."""
    return seal_state(data)


def trace(data: bytes) -> Trace:
    """Return what an untouched file of ours tells of itself."""
    return seal_trace(data)


def _fact(label: str, value: str) -> Paragraph:
    return Paragraph("", (Text(f"{label}:", bold=True), Text(f" {value}")))


def _blocks(blocks: tuple[Block, ...], outline: Outline, *, in_item: bool = False) -> str:
    """Return blocks with an empty line between them; in an item, a list follows its paragraph at once."""
    text = ""
    before: Block | None = None
    other_marks = False
    for block in blocks:
        # Two lists in a row are one, unless their marks differ.
        adjacent = isinstance(block, Items) and isinstance(before, Items) and _bulleted(block) == _bulleted(before)
        marks = adjacent and not other_marks
        made = _block(block, outline, marks)
        if not made:
            continue
        tight = in_item and isinstance(before, Paragraph) and isinstance(block, Items)
        text += (("\n" if tight else "\n\n") if text else "") + made
        before, other_marks = block, marks
    return text


def _block(block: Block, outline: Outline, other_marks: bool) -> str:
    if isinstance(block, Heading):
        depth, number = outline.next(block)
        heading = " ".join(part for part in (number, _inlines(block.content, " ", "inside")) if part)
        return f"{'#' * (depth + 1)} {_closed(heading)}" if heading else ""
    if isinstance(block, Paragraph):
        text = _inlines(block.content, _HARD_BREAK, "first")
        return re.sub("^", "> ", text, flags=re.MULTILINE) if block.quote and text else text
    if isinstance(block, Items):
        return _items(block, outline, other_marks)
    if isinstance(block, Table):
        return _table(block)
    return "\n\n".join(_signature(signature, block) for signature in block.signatures)


def _bulleted(block: Items) -> bool:
    return not block.ordered or block.marks == "a)"


def _items(block: Items, outline: Outline, other_marks: bool) -> str:
    lines = []
    number = 0
    for item in spoken(block):
        text = _blocks(item, outline, in_item=True)
        if not text:
            continue
        number += 1
        mark = f"{number}{')' if other_marks else '.'} " if block.ordered else "* " if other_marks else "- "
        if block.marks == "a)":
            # Markdown has no such lists; the letter is text, so that what refers to it holds.
            mark, text = "* " if other_marks else "- ", f"{letters(number)}) {text}"
        lines.append(mark + text.replace("\n", "\n" + " " * len(mark)))
    # An empty line has no indentation to be seen.
    return re.sub(r"\n +(?=\n)", "\n", "\n".join(lines))


def _table(block: Table) -> str:
    if not block.columns:
        return ""
    lines = [f"| {' | '.join(_inlines(cell, '<br>', 'cell') for cell in row)} |" for row in block.even_rows]
    lines.insert(1, f"|{' --- |' * block.columns}")
    return "\n".join(lines)


def _signature(signature: Signature, block: Signatures) -> str:
    """Return one person's place to sign, in lines."""
    made = signing(signature, block)
    part, day = _line(signature.on_behalf_of), _line(signature.date or "") or _LINE_TO_FILL_IN
    place, date, signed, name, title = (
        _line(text or "", "first")
        for text in (block.place_label, block.date_label, made.instead, signature.name, signature.title)
    )
    to_write_on = (
        f"{place}: {_LINE_TO_FILL_IN} {date}: {day}",
        *(
            f"{_line(label, 'first')}: {_LINE_TO_FILL_IN}{_LINE_TO_FILL_IN}"
            for label in (block.signature_label, made.name, made.title)
            if label is not None
        ),
    )
    if made.party:
        to_write_on = (f"{_line(made.party, 'first')}: {_LINE_TO_FILL_IN}{_LINE_TO_FILL_IN}", *to_write_on)
    lines = (_emphasised(part), *((signed,) if made.instead else to_write_on), name, title)
    return _HARD_BREAK.join(line for line in lines if line)


class _Run(NamedTuple):
    """Characters of one look, with no line break in them. `stars` stand on both sides of them."""

    text: str
    stars: str = ""
    target: str = ""


def _inlines(content: tuple[Inline, ...], line_break: str, place: _Place) -> str:
    """Return runs, links and line breaks, the latter written as `line_break`."""
    lines = [_written(_merged(line), place) for line in _lines(content)]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return line_break.join(lines)


def _lines(content: tuple[Inline, ...]) -> Iterator[list[_Run]]:
    """Give the runs of each line."""
    line: list[_Run] = []
    for inline in content:
        if isinstance(inline, LineBreak):
            yield line
            line = []
            continue
        text = writable(inline.text).replace("\t", " ")
        target = safe_target(inline.url) if isinstance(inline, Link) else None
        if target and text.strip():
            line.append(_Run(text.replace("\n", " ").strip(), target=target))
            continue
        stars = "*" * (2 * inline.bold + inline.italic) if isinstance(inline, Text) else ""
        first, *rest = text.split("\n")
        line.append(_Run(first, stars))
        for piece in rest:
            yield line
            line = [_Run(piece, stars)]
    yield line


def _merged(runs: Iterable[_Run]) -> list[_Run]:
    """Join what looks the same, and take the spaces at its ends out of what is emphasised."""
    merged: list[_Run] = []
    for run in chain.from_iterable(map(_spaces_out, runs)):
        if merged and merged[-1].stars == run.stars and not merged[-1].target and not run.target:
            merged[-1] = run._replace(text=merged[-1].text + run.text)
        elif run.text:
            merged.append(run)
    return merged


def _spaces_out(run: _Run) -> Iterator[_Run]:
    if not run.stars:
        yield run
        return
    core = run.text.strip()
    start = run.text.index(core)
    yield _Run(run.text[:start] if core else run.text)
    if core:
        yield run._replace(text=core)
        yield _Run(run.text[start + len(core) :])


def _written(runs: list[_Run], place: _Place) -> str:
    """Write the runs of one line."""
    line = ""
    starred = False
    for run in runs:
        text = _MARKUP.sub(r"\\\g<0>", run.text)
        if run.target:
            # Before a link it would make a picture of it.
            line = re.sub("!$", r"\\!", line)
            target = _MARKUP_IN_URL.sub(lambda m: "&amp;" if m[0] == "&" else f"\\{m[0]}", run.target)
            text = f"[{text}]({target})"
        text = f"{run.stars}{text}{run.stars}"
        if line and not (_apart(line, starred, text) and _apart(text[::-1], bool(run.stars), line[::-1])):
            line += _SEPARATOR
        line = (line + text).lstrip()
        starred = bool(run.stars)
    line = line.strip()
    if place == "cell":
        return line.replace("|", r"\|")
    first = _MARKUP_FIRST.match(line) if place == "first" else None
    if not first:
        return line
    return f"{first[0]}\\{line[first.end() :]}" if first[0][0].isdigit() else f"\\{line}"


def _apart(before: str, starred: bool, after: str) -> bool:
    """Tell whether stars at the end of `before` mean what they should with `after` beside them.

    Stars beside punctuation within them must have a space or punctuation on their other side (CommonMark 0.31, 6.2).
    """
    if not starred:
        return True
    inside = before.rstrip("*")[-1:]
    beside = after[0]
    if beside == "*":
        return False
    return not _may_be_punctuation(inside) or unicodedata.category(beside) == "Zs" or beside in punctuation


def _may_be_punctuation(c: str) -> bool:
    # Older readers count the symbols too.
    return unicodedata.category(c)[0] in "PS"


def _closed(heading: str) -> str:
    """Return the text of a heading so that a «#» at the end of it is not taken for the heading's own."""
    return re.sub("#$", r"\\#", heading)


def _line(text: str, place: _Place = "inside") -> str:
    """Write text of one look on one line."""
    return _inlines((Text(writable(text).replace("\n", " ")),), " ", place)


def _emphasised(line: str) -> str:
    return f"**{line}**" if line else ""
