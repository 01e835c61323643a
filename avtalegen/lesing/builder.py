"""From the events of a YAML parser to a tree with places. Only who reads its tokens knows PyYAML besides this."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unicodedata import is_normalized, normalize

from avtalegen.funn.diagnostic import Diagnostic, Span
from avtalegen.lesing import findings, storrelse
from avtalegen.lesing.grenser import Limits
from avtalegen.lesing.merker import comment_as_name
from avtalegen.lesing.pyyaml import ScalarEvent, StreamEndEvent, events, yaml
from avtalegen.lesing.tree import Entry, Mapping, Node, Scalar, Sequence
from avtalegen.modell.senere import senere

PARSER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml where PyYAML was built with it, otherwise PyYAML's own parser (about 15 times slower)."""

TEXT_TAG = "tag:yaml.org,2002:str"
NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
# libyaml says «exceeded maximum nesting depth» since 0.2.6, at 1,000 levels.
_TOO_DEEP_TO_PARSE = senere("nesting|depth")
_TAG = senere(r"!(?:<[^\s>]*>|[^\s,\[\]{}]*)")
_DROPPED = Scalar(None, 1, 1, 1, False)  # the name of a field that has got a finding and stays out of the tree
_Open = tuple[Mapping | Sequence, str | None, int, int, int, dict[str, Entry] | None, list[Node], Scalar | None]


def build(text: str, file: str, limits: Limits, all_items: bool) -> tuple[Mapping | None, list[Diagnostic]]:
    """Return the tree of a file and all that is wrong with it, in no particular order (as `lesing.parse`)."""
    builder = _Builder(text, file, limits, all_items)
    if (stopped := builder.run(text)) is not None:
        builder = _Builder(text, file, limits, all_items)
        builder.run(text[:stopped])
    return builder.root(), builder.findings


class _StopReadingError(Exception):
    """Nothing more can be read from this file; the finding is noted."""


class _Builder:
    """Builds the tree from the parser's events; open collections are in a list, so depth costs no stack."""

    def __init__(self, text: str, file: str, limits: Limits, all_items: bool) -> None:
        self.file, self.limits, self.all_items = file, limits, all_items
        self.findings: list[Diagnostic] = []
        self.lines = text.split("\n")
        # Each value of such a text is in NFC too: a space or a line break becomes one character with no other.
        self.composed = "\\" not in text and is_normalized("NFC", text)
        self.roots: list[Node] = []
        self.count = self.characters = 0
        self.quoted: tuple[int, int, int, int] | None = None  # from where to where, of the last over several lines
        # Where the next node goes: into `items`, or into `entries` under `key` (None: it is the name itself).
        self.items = self.roots
        self.entries: dict[str, Entry] | None = None
        self.key: Scalar | None = None
        # The open collections, each with its anchor, `count`, `characters` and `height` as they were when it began, and
        # the `entries`, `items` and `key` to go on with when it ends. A plain tuple, as there are many.
        self.open: list[_Open] = []
        # How many levels the open collection holds so far; and of each anchor its node, size, characters and levels.
        self.height = 0
        self.anchors: dict[str, tuple[Node, int, int, int] | None] = {}

    def run(self, text: str) -> int | None:
        """Read the whole text. What is wrong ends up in `findings`.

        Return how far the parser came, if it has a limit of its own on levels. It looks ahead, so it may not yet have
        told of the first that is too deep for us: it will when it gets nothing but what stands before that place.
        """
        parser = PARSER(text)
        try:
            self._read(parser.get_event)
        except _StopReadingError:
            pass
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            if mark is not None and _TOO_DEEP_TO_PARSE.search(error.problem or ""):
                return mark.index
            self._syntax_error(error.problem, error.context, mark, error.context_mark)
        except (ValueError, OverflowError):
            # PyYAML's own parser hands a character number that does not exist on to chr().
            self._syntax_error("escape code", None, parser.get_mark(), None)
        return None

    def _read(self, next_event: Callable[[], Any]) -> None:
        """Take all events. Texts are more than half of them, so they are dealt with here, without a call."""
        others: dict[type, Callable[[Any], None]] = {
            events.MappingStartEvent: self._mapping,
            events.SequenceStartEvent: self._sequence,
            events.MappingEndEvent: self._close,
            events.SequenceEndEvent: self._close,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
            events.DocumentEndEvent: lambda _: None,
            events.StreamStartEvent: lambda _: None,
        }
        most, longest, per_line = self.limits.nodes, min(self.limits.word, self.limits.lines), self.limits.line
        last, composed = len(self.lines), self.composed
        entries, items = self.entries, self.items
        while (kind := (event := next_event()).__class__) is not StreamEndEvent:
            if kind is not ScalarEvent:
                others[kind](event)
                entries, items = self.entries, self.items
                continue
            self.count += 1
            value = event.value
            if not composed and not value.isascii():
                value = normalize("NFC", value)
            start, end = event.start_mark, event.end_mark
            line = start.line + 1
            node = Scalar(value, line, start.column + 1, end.column + 1, not event.style)
            if end.line >= line:
                node.end_column = self._over_several_lines(event)
            elif line > last:
                # libyaml sees a line break at the end of every file, and an empty value behind it.
                node.line, node.column = last, len(self.lines[-1]) + 1
                node.end_column = node.column
            several = end.line >= line or event.style  # no other text has a line break in it
            length = len(value)
            self.characters += length + (per_line * value.count("\n") if several else 0)  # `Limits.size`
            if length > longest or self.count > most or value[:1] == "-":
                self._unusual(event, node)
            if event.anchor is not None or event.tag is not None:
                self._properties(event, node)
            if entries is None:
                items.append(node)
            elif (key := self.key) is None:
                fine = value.isidentifier() and value not in entries
                self.key = node if fine else self._doubtful_name(node, value, entries)
                continue
            else:
                self.key = None
                if key.value is not None:
                    entries[key.value] = Entry(key, node)
            if value in NOTHING and node.plain and event.tag != TEXT_TAG:
                self._nothing(node)

    def _nothing(self, node: Scalar) -> None:
        node.value = None
        if self.entries is None and self.open and not self.all_items:
            self.items.pop()

    def root(self) -> Mapping | None:
        """Return the tree of what was read. Where that is nothing or no mapping, it is noted instead."""
        root = self.roots[0] if self.roots else None
        if isinstance(root, Mapping):
            return root
        if self.findings:
            return None
        if root is None or (isinstance(root, Scalar) and root.value is None):
            self.findings.append(findings.empty(self.file))
        else:
            line = self.lines[root.line - 1]
            span = self._stretch(root.line, root.column - 1, len(line.rstrip(" \t")))
            self.findings.append(findings.no_fields(span, isinstance(root, Scalar), line))
        return None

    def _place(self, node: Node) -> None:
        if self.entries is None:
            self.items.append(node)
            return
        key, self.key = self.key, None
        assert key is not None
        if key.value is not None:
            self.entries[key.value] = Entry(key, node)

    def _mapping(self, event: Any) -> None:
        node = Mapping(event.start_mark.line + 1, event.start_mark.column + 1)
        self._open(event, node)
        self.entries = node.entries
        self.key = None

    def _sequence(self, event: Any) -> None:
        node = Sequence(event.start_mark.line + 1, event.start_mark.column + 1)
        self._open(event, node)
        self.entries = None
        self.items = node.items

    def _open(self, event: Any, node: Mapping | Sequence) -> None:
        if len(self.open) >= self.limits.depth:
            self._too_deep(event)
        if self.count >= self.limits.nodes:
            self._too_many(event)
        key = None
        if self.entries is not None and self.key is None:
            self.findings.append(findings.collection_as_name(self._span(event)))
            key = _DROPPED
        else:
            self._place(node)
        if event.anchor is not None or event.tag is not None:
            self._properties(event, None)
        before = self.count, self.characters, self.height
        self.open.append((node, event.anchor, *before, self.entries, self.items, key))
        self.count += 1
        self.height = 0

    def _close(self, event: Any) -> None:
        node, anchor, count, characters, height, self.entries, self.items, self.key = self.open.pop()
        levels = self.height + 1
        if anchor is not None:
            self.anchors[anchor] = (node, self.count - count, self.characters - characters, levels)
        self.height = max(height, levels)
        # Brackets have an end of their own; the end of a block is no more than where the next thing begins.
        end = event.end_mark
        if end.line + 1 == node.line and end.index > event.start_mark.index:
            node.end_column = end.column + 1

    def _alias(self, event: Any) -> None:
        if self.entries is not None and self.key is None:
            self.findings.append(findings.collection_as_name(self._span(event)))
            self.key = _DROPPED
            return
        name = event.anchor
        target = self.anchors.get(name)
        if target is None:
            self.count += 1  # the place of a value, whatever was meant to stand there
            if self.count > self.limits.nodes:
                self._give_up(storrelse.too_many(self._span(event), self.limits.nodes, None))
            span = self._span(event)
            says = findings.alias_to_itself if name in self.anchors else findings.alias_to_nothing
            self.findings.append(says(span, name))
            self._place(Scalar(None, span.line, span.column, span.end_column, True))
            return
        node, size, characters, levels = target
        self.count += size
        if self.count > self.limits.nodes:
            self._too_many(event)
        self.characters += characters
        if self.characters > self.limits.characters:
            self._give_up(storrelse.too_much_text(self._span(event), self.limits.characters, event.anchor))
        if len(self.open) + levels > self.limits.depth:
            self._too_deep(event)
        self.height = max(self.height, levels)
        if self.entries is None and not self.all_items and isinstance(node, Scalar) and node.value is None:
            return
        self._place(node)

    def _document(self, event: Any) -> None:
        if self.roots:
            self.findings.append(findings.second_document(self._span(event)))
            raise _StopReadingError

    def _doubtful_name(self, node: Scalar, name: str, entries: dict[str, Entry]) -> Scalar:
        """Return the name of a field, after a look at what may be wrong; `_DROPPED` if it can't be used."""
        if odd := findings.ODD_BLANKS.search(name):
            line = self.lines[node.line - 1]
            written = findings.ODD_BLANKS.search(line, node.column - 1, node.end_column - 1)
            place = self._stretch(node.line, *written.span()) if written else self._of(node)
            self.findings.append(findings.odd_blank(place, odd[0]))
            name = node.value = findings.ODD_BLANKS.sub("", name)
        first = self._of(entries[name].key) if name in entries else None
        wrong = comment_as_name(self._of(node), name) if node.plain else None
        if (wrong := wrong or findings.wrong_name(self._of(node), name, node.plain, first)) is None:
            return node
        self.findings.append(wrong)
        return _DROPPED

    def _of(self, node: Scalar) -> Span:
        return self._stretch(node.line, node.column - 1, node.end_column - 1)

    def _properties(self, event: Any, node: Scalar | None) -> None:
        """Note the anchor of a text or of a collection that begins (None), and find a tag."""
        if event.anchor is not None:
            self.anchors[event.anchor] = (node, 1, self.limits.size(node.value or ""), 0) if node else None
        if event.tag is None or (node and event.tag == TEXT_TAG):
            return
        row, column = event.start_mark.line, event.start_mark.column
        written = _TAG.search(self.lines[row], column)
        span = self._stretch(row + 1, *written.span()) if written else self._span(event)
        self.findings.append(findings.type_tag(span, written[0] if written else event.tag))

    def _over_several_lines(self, event: Any) -> int:
        """Return the end column of the first line of a text, after a look at the lines that follow."""
        start, end = event.start_mark, event.end_mark
        first = self.lines[start.line].rstrip(" \t")
        if not event.style:
            rows = start.line + 1, end.line + 1
            if self.open and (found := findings.item_in_text(self.file, self.lines, *rows, event.value)):
                self.findings.append(found)
        elif event.style in "'\"":
            self.quoted = (start.line, start.column, end.line, end.column)
        else:
            first = first[: start.column] + first[start.column :].split(" #")[0].rstrip()
        return len(first) + 1

    def _unusual(self, event: Any, node: Scalar) -> None:
        """Look at a long text, one too many or one with a dash first. The beginning of what is too long, is read."""
        if node.plain and self.key and (tight := findings.tight_item(self.file, self.lines, node)):
            self.findings.append(tight)
        if self.count > self.limits.nodes:
            self._too_many(event)
        if self.characters > self.limits.characters:
            self._give_up(storrelse.too_much_text(self._span(event), self.limits.characters, None))
        value = node.value or ""
        if found := self.limits.passed_by(value):
            self.findings.append(storrelse.too_long(self._of(node), *found))
            node.value = value[: self.limits.word]

    def _too_many(self, event: Any) -> None:
        alias = event.anchor if event.__class__ is events.AliasEvent else None
        self._give_up(storrelse.too_many(self._span(event), self.limits.nodes, alias))

    def _too_deep(self, event: Any) -> None:
        self._give_up(storrelse.too_deep(self._span(event), self.limits.depth))

    def _span(self, event: Any) -> Span:
        """Return what an event stands on; of several lines the first."""
        start, end = event.start_mark, event.end_mark
        last = end.column if start.line == end.line else len(self.lines[start.line])
        return self._stretch(start.line + 1, start.column, last)

    def _stretch(self, line: int, start: int, end: int) -> Span:
        return Span(self.file, line, start + 1, line, end + 1)

    def _give_up(self, found: Diagnostic) -> None:
        self.findings.append(found)
        self.roots.clear()
        raise _StopReadingError

    def _syntax_error(self, problem: str | None, context: str | None, mark: Any, context_mark: Any) -> None:
        places = ((node.line - 1, node.column - 1) for node, *_ in reversed(self.open))
        brackets = ((row, column) for row, column in places if self.lines[row][column : column + 1] in ("[", "{"))
        # Few files have a syntax error, and the words for them are many.
        from avtalegen.lesing.case import Complaint
        from avtalegen.lesing.syntax import explain

        began = (context_mark.line, context_mark.column) if context_mark else None
        bracket = next(brackets, None) if "flow node" in (context or "") else None
        complaint = Complaint(problem or "", context or "", (mark.line, mark.column), began, bracket, self.quoted)
        self.findings.append(explain(complaint, self.file, self.lines))
        self.roots.clear()
