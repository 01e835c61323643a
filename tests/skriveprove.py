"""What a document says, as events, and the same events read back from a page and from Markdown.

An event is a kind and what belongs to it. Text is told character by character with its look and link, without
spaces: formats differ in how they keep those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from avtalegen.dokument.innhold import (
    Block,
    Document,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Signatures,
    Table,
)
from avtalegen.skrivere.disposisjon import Outline, spoken
from avtalegen.skrivere.lenke import safe_target
from avtalegen.skrivere.tegn import writable

Event = tuple[Any, ...]
Chars = list[tuple[str, bool, bool, str]]
ALLOWED: dict[str, set[str]] = {
    "html": {"lang"},
    "meta": {"charset", "name", "content", "http-equiv"},
    "a": {"href", "class", "lang"},
    "img": {"class", "src", "alt", "width", "height"},
    "main": {"id", "tabindex"},
    "nav": {"aria-labelledby"},
    "p": {"class", "id", "lang"},
    "div": {"class", "role", "aria-labelledby", "tabindex", "lang"},
    "caption": {"id"},
    "table": {"class"},
    "th": {"scope"},
    "td": {"data-navn"},
    "ul": {"class", "role", "lang"},
    "dl": {"class"},
    "ol": {"lang"},
    "span": {"class", "lang"},
    **{tag: {"id", "lang"} for tag in ("h2", "h3", "h4", "h5")},
    **{tag: set() for tag in ["head", "title", "style", "body", "header", "footer", "h1", "dt", "dd", "li"]},
    **{tag: set() for tag in ["thead", "tbody", "tr", "strong", "em", "br", "wbr", "mark"]},
}
VOID = {"meta", "img", "br", "wbr"}


def chars(content: tuple[Inline, ...]) -> Chars:
    found: Chars = []
    for inline in content:
        if isinstance(inline, LineBreak):
            continue
        text = writable(inline.text)
        if isinstance(inline, Link):
            look = (False, False, safe_target(inline.url) or "")
        else:
            look = (inline.bold, inline.italic, "")
        found += [(c, *look) for c in text if not c.isspace()]
    return found


def simple(text: str, *, bold: bool = False) -> Chars:
    return [(c, bold, False, "") for c in writable(text) if not c.isspace()]


def said(document: Document, signed: Callable[[Signatures], Iterator[Event]]) -> list[Event]:
    """Give what the blocks of a document say; `signed` gives it of the places to sign."""
    return list(_said(document.blocks, Outline(), signed))


def _said(
    blocks: tuple[Block, ...], outline: Outline, signed: Callable[[Signatures], Iterator[Event]]
) -> Iterator[Event]:
    for block in blocks:
        if isinstance(block, Heading):
            depth, number = outline.next(block)
            if text := simple(number) + chars(block.content):
                yield f"h{depth + 1}", text
        elif isinstance(block, Paragraph):
            if text := chars(block.content):
                yield "p", text
        elif isinstance(block, Items):
            if items := spoken(block):
                kind = "ol" if block.ordered else "ul"
                yield (kind,)
                for item in items:
                    yield ("li",)
                    yield from _said(item, outline, signed)
                yield (f"/{kind}",)
        elif isinstance(block, Table):
            rows = (block.header, *block.rows)
            if columns := max(map(len, rows)):
                for row in rows:
                    yield ("row",)
                    yield from (("cell", chars(row[n]) if n < len(row) else []) for n in range(columns))
        else:
            yield from signed(block)


class Page(HTMLParser):
    """A page read back. Fails on a tag or attribute that we never write, and on tags that do not match."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.events: list[Event] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[tuple[str, dict[str, str]]] = []
        self._kind = ""
        self._chars: Chars = []
        self.feed(data.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs)
        assert set(attributes) <= ALLOWED[tag], (tag, attributes)
        self.tags.append((tag, attributes))
        if tag not in VOID:
            self._open.append((tag, attributes))
            self.texts.setdefault(tag, []).append("")
        if not self._in("main") or tag == "main":
            return
        signing = any(a.get("class") == "signaturer" for _, a in self._open)
        if signing:
            if tag == "li":
                self._begin("sig")
        elif tag in ("ul", "ol"):
            self._flush()
            self.events.append((tag,))
        elif tag == "li":
            self._flush()
            self.events.append((tag,))
            self._begin("p")
        elif tag == "tr":
            self._flush()
            self.events.append(("row",))
        elif tag in ("th", "td"):
            self._begin("cell")
        elif tag in ("p", "h2", "h3", "h4", "h5"):
            self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        opened, attributes = self._open.pop()
        assert opened == tag
        if not self._in("main"):
            return
        signing = any(a.get("class") == "signaturer" for _, a in self._open)
        if tag in ("th", "td", "h2", "h3", "h4", "h5", "ul", "ol", "li") or (tag == "p" and not signing):
            self._flush()
        if tag in ("ul", "ol") and attributes.get("class") != "signaturer":
            self.events.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        for tag, _ in self._open[-1:]:
            self.texts[tag][-1] += data
        if not self._in("main") or self._in("caption"):
            return
        href = next((a["href"] for tag, a in self._open if tag == "a"), "")
        look = (self._in("strong"), self._in("em"), href)
        self._chars += [(c, *look) for c in data if not c.isspace()]

    def _in(self, tag: str) -> bool:
        return any(name == tag for name, _ in self._open)

    def _begin(self, kind: str) -> None:
        self._flush()
        self._kind = kind

    def _flush(self) -> None:
        if self._kind == "cell" or self._chars:
            self.events.append((self._kind or "p", self._chars))
        self._kind, self._chars = "", []


def read_markdown(data: bytes) -> list[Event]:
    """Give the events of a whole Markdown file. Fails on anything that we never write."""
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode())
    events: list[Event] = []
    kind = ""
    for token in tokens:
        if token.type == "inline":
            text = _inline(token.children or [])
            if kind == "cell" or text:
                events.append((kind, text))
        elif token.type in ("heading_open", "paragraph_open"):
            kind = token.tag
        elif token.type in ("th_open", "td_open"):
            kind = "cell"
        elif token.type == "tr_open":
            events.append(("row",))
        elif token.type in ("bullet_list_open", "ordered_list_open", "list_item_open"):
            events.append((token.tag,))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            events.append((f"/{token.tag}",))
        else:
            known = token.type.endswith("_close") or token.type in ("table_open", "thead_open", "tbody_open")
            assert known or token.content.startswith("<!-- avtalegen-fingeravtrykk: "), token
    return events


def _inline(tokens: list[Token]) -> Chars:
    found: Chars = []
    bold = italic = 0
    href = ""
    for token in tokens:
        change = {"open": 1, "close": -1}.get(token.type.rpartition("_")[2], 0)
        if token.type.startswith("strong_"):
            bold += change
        elif token.type.startswith("em_"):
            italic += change
        elif token.type.startswith("link_"):
            href = str(token.attrs["href"]) if change == 1 else ""
        elif token.type == "html_inline":
            assert token.content in ("<br>", "<!-- -->")
        else:
            assert token.type in ("text", "hardbreak", "text_special"), token
            found += [(c, bold > 0, italic > 0, href) for c in token.content if not c.isspace()]
    return found
