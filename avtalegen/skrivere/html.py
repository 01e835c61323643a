"""The HTML writer: a `Document` becomes one page that stands alone, for everyone to read, on any screen and on paper.

Nothing is fetched from anywhere and nothing runs: the style is in the page, the picture too, and the page's own
security policy forbids the rest. Numbers of headings are text, so they are copied and read aloud like the heading.
The look comes from maler/stil/avtale.css. Equal input gives equal bytes.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from html import escape

from avtalegen.dokument.bilde import measure
from avtalegen.dokument.fyll_inn import FYLL_INN
from avtalegen.dokument.innhold import (
    Block,
    Document,
    Heading,
    Inline,
    Items,
    Language,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Signature,
    Signatures,
    Table,
)
from avtalegen.skrivere.disposisjon import Outline, signing, spoken
from avtalegen.skrivere.innholdsliste import contents
from avtalegen.skrivere.kildefiler import html_comments
from avtalegen.skrivere.kolonner import has_labels, parted
from avtalegen.skrivere.lenke import safe_target
from avtalegen.skrivere.linjer import RANGE, kept_together, pieces
from avtalegen.skrivere.opphav import Trace
from avtalegen.skrivere.segl import State, seal, seal_state, seal_trace
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.stilark import page_boxes, sheet
from avtalegen.skrivere.tegn import writable, writable_characters

__all__ = ["fingerprint_state", "trace", "write"]

# With fewer headings, a list of them is longer than the way down to them.
_CONTENTS_FROM = 4
# An address of more characters may be parted in a narrow column.
_LONG_ADDRESS = 24
_NOT_IN_ID = re.compile(r"\W+")
_WORDS = {
    "nb": ("Hopp til innholdet", "Innhold"),
    "nn": ("Hopp til innhaldet", "Innhald"),
}


def write(document: Document, style: Style, origin: str | None = None) -> bytes:
    """Return the document as an HTML page in UTF-8.

    `style` is a style sheet; one that can't be used is a `StyleError`. A picture that can't be used is an
    `AvtalegenError`. The page carries `origin` (`opphav.origin`).
    """
    return seal(_Page(document, style.content).html(), origin)


def fingerprint_state(data: bytes) -> State:
    """Tell whether the tool wrote this page and nobody changed it since (see `segl.seal_state`)."""
    return seal_state(data)


def trace(data: bytes) -> Trace:
    """Return what an untouched page of ours tells of itself."""
    return seal_trace(data)


class _Page:
    """One page as it is written. `headings` are those that may be in the list of them: depth, id, number and text."""

    def __init__(self, document: Document, style: bytes) -> None:
        self.document = document
        self.outline = Outline()
        self.ids = {"innhold", "innholdsliste"}
        self.headings: list[tuple[int, str, str, str]] = []
        self.style = sheet(style) + page_boxes(document)

    def html(self) -> str:
        """Return the whole page."""
        document = self.document
        main = self.blocks(document.blocks, document.language)
        skip, contents = _WORDS.get(document.language, _WORDS["nb"])
        lang = "" if document.language in _WORDS else ' lang="nb"'
        parts = [
            f'<!DOCTYPE html>\n<html lang="{document.language}">',
            self.head(),
            "<body>",
            f'<a class="hopp" href="#innhold"{lang}>{skip}</a>',
            self.front(),
            self.contents(contents, lang),
            f'<main id="innhold" tabindex="-1">\n{main}\n</main>',
            self.foot(),
            "</body>\n</html>",
            *html_comments(document.sources),
        ]
        return "\n".join(part for part in parts if part) + "\n"

    def head(self) -> str:
        """Return the head: what the page is, and that nothing else may be fetched or run."""
        document = self.document
        digest = b64encode(hashlib.sha256(self.style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
        metadata = (
            ("viewport", "width=device-width, initial-scale=1"),
            ("color-scheme", "light dark"),
            ("referrer", "no-referrer"),
            ("author", document.author),
            ("description", document.subject),
            ("dcterms.date", document.date),
            ("generator", "avtalegen"),
        )
        return "\n".join(
            [
                '<head>\n<meta charset="utf-8">',
                f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
                f"<title>{_one_line(document.title).strip() or 'Avtale'}</title>",
                *(f'<meta name="{name}" content="{_one_line(value)}">' for name, value in metadata if value),
                f"<style>{self.style}</style>\n</head>",
            ]
        )

    def front(self) -> str:
        """Return picture, mark, title, subtitle and facts."""
        document = self.document
        parts = [_picture(document.picture)] if document.picture else []
        for start, text, end in (
            ('<p class="merke">', document.mark, "</p>"),
            (f"<h1{_lang(document.title_language)}>", document.title, "</h1>"),
            (f'<p class="undertittel"{_lang(document.subtitle_language)}>', document.subtitle, "</p>"),
        ):
            if text and writable(text).strip():
                parts.append(f"{start}{_text(text)}{end}")
        if document.facts:
            facts = (f"<div><dt>{_text(label)}</dt><dd>{_text(value)}</dd></div>" for label, value in document.facts)
            parts.append("\n".join(['<dl class="fakta">', *facts, "</dl>"]))
        return "\n".join(["<header>", *parts, "</header>"])

    def contents(self, title: str, lang: str) -> str:
        """Return links to the topmost headings, or "" when they are few; in a long document, as deep as on paper."""
        if sum(depth == 1 for depth, *_ in self.headings) < _CONTENTS_FROM:
            return ""
        table = contents(self.document)
        deepest, under = table.depth if table else 1, ' class="under"'
        links = (
            f'<li{under if depth > 1 else ""}><a href="#{id}">{_number(number)}{_one_line(text)}</a></li>'
            for depth, id, number, text in self.headings
            if depth <= deepest
        )
        head = f'<nav aria-labelledby="innholdsliste">\n<p class="navn" id="innholdsliste"{lang}>{title}</p>\n<ul>'
        return "\n".join([head, *links, "</ul>\n</nav>"])

    def foot(self) -> str:
        """Return who the parties are, and the mark once more."""
        told = [_text(text) for text in (self.document.header, self.document.mark) if text and writable(text).strip()]
        return "<footer>\n" + "\n".join(f"<p>{text}</p>" for text in told) + "\n</footer>" if told else ""

    def blocks(self, blocks: tuple[Block, ...], around: Language) -> str:
        """Return blocks that stand within something in the language `around`."""
        return "\n".join(html for block in blocks if (html := self.block(block, around)))

    def block(self, block: Block, around: Language) -> str:
        """Return one block; "" when it says nothing."""
        if isinstance(block, Signatures):
            signed = (_signature(signature, block) for signature in block.signatures)
            return "\n".join(['<ul class="signaturer" role="list">', *signed, "</ul>"]) if block.signatures else ""
        language = block.language or around
        lang = f' lang="{language}"' if language != around else ""
        if isinstance(block, Heading):
            return self.heading(block, lang)
        if isinstance(block, Paragraph):
            lead = ' class="leder"' if block.lead else ""
            html = f"<p{lead}{lang}>{_content(block.content)}</p>" if writable_characters(block.content).strip() else ""
            return f"<blockquote>{html}</blockquote>" if html and block.quote else html
        if isinstance(block, Items):
            return self.items(block, language, lang)
        return self.table(block, lang)

    def heading(self, block: Heading, lang: str) -> str:
        """Return a heading with its number as text."""
        depth, number = self.outline.next(block)
        text = writable_characters(block.content)
        if not number and not text.strip():
            return ""
        id = self.id(block.id)
        if depth <= 2:
            self.headings.append((depth, id, number, text))
        return f'<h{depth + 1} id="{id}"{lang}>{_number(number)}{_content(block.content)}</h{depth + 1}>'

    def items(self, block: Items, language: Language, lang: str) -> str:
        """Return a list. A paragraph that stands alone or first in its item needs no tags of its own."""
        tag = "ol" if block.ordered else "ul"
        marks = ' type="a"' if block.marks == "a)" else ' type="1"' if block.marks else ""
        lines = [f"<{tag}{marks}{lang}>"]
        for item in spoken(block):
            first, rest = (item[0], item[1:]) if isinstance(item[0], Paragraph) else (None, item)
            own = ""
            if first:
                own = _content(first.content)
                if first.language and first.language != language:
                    own = f'<span lang="{first.language}">{own}</span>'
            inner = self.blocks(rest, language)
            lines.append(f"<li>{own}\n{inner}\n</li>" if inner else f"<li>{own}</li>")
        return "\n".join([*lines, f"</{tag}>"]) if len(lines) > 1 else ""

    def table(self, block: Table, lang: str) -> str:
        """Return a table that scrolls by itself, also by keyboard, when the screen is too narrow for it."""
        if not block.columns:
            return ""
        rows = block.even_rows
        id = self.id(block.id)
        caption = f'<caption id="{id}">{_text(block.caption)}</caption>\n' if writable(block.caption).strip() else ""
        label = f' role="group" aria-labelledby="{id}"' if caption else ""
        head = f'<div class="tabell"{label} tabindex="0"{lang}>\n<table class="k{min(block.columns, 6)}">'
        labels = has_labels(block)
        names = [_one_line(writable_characters(cell)).strip() for cell in rows[0]]
        lines = [f"{head}\n{caption}<thead>"]
        for n, cells in enumerate(rows):
            tagged = (
                _cell(cell, "col" if n == 0 else "row" if column == 0 and labels else "", names[column] if n else "")
                for column, cell in enumerate(cells)
            )
            lines.append(f"<tr>{''.join(tagged)}</tr>" + ("\n</thead>\n<tbody>" if n == 0 else ""))
        return "\n".join([*lines, "</tbody>\n</table>\n</div>"])

    def id(self, wanted: str) -> str:
        """Return a name for an element: letters, digits and hyphens, used once."""
        stem = _NOT_IN_ID.sub("-", writable(wanted)).strip("-") or "del"
        name, n = stem, 1
        while name in self.ids:
            n += 1
            name = f"{stem}-{n}"
        self.ids.add(name)
        return name


def _lang(language: Language | None) -> str:
    return f' lang="{language}"' if language else ""


def _content(content: tuple[Inline, ...]) -> str:
    return "".join(map(_inline, content))


def _inline(inline: Inline) -> str:
    if isinstance(inline, LineBreak):
        return "<br>"
    text = _text(inline.text)
    if isinstance(inline, Link):
        target = safe_target(inline.url)
        # Where a browser may part an address: it has no such places of its own, and would rather push the table.
        if len(inline.text) > _LONG_ADDRESS:
            text = "<wbr>".join(map(_text, parted(inline.text)))
        return f'<a href="{escape(target)}">{text}</a>' if target and writable(inline.text).strip() else text
    if not text:
        return ""
    text = f"<em>{text}</em>" if inline.italic else text
    text = f"<strong>{text}</strong>" if inline.bold else text
    return f'<span lang="{inline.language}">{text}</span>' if inline.language else text


def _text(text: str) -> str:
    """Write text that goes between tags, with the places to fill in marked."""
    if FYLL_INN not in text:
        return _plain(text)
    return "".join(f"<mark>{_plain(one)}</mark>" if gap else _plain(one) for one, gap in pieces(text))


def _plain(text: str) -> str:
    html = escape(kept_together(writable(text)), quote=False).replace("\n", "<br>")
    # A browser would end a line after the stroke.
    return RANGE.sub(r'<span class="hel">\g<0></span>', html) if "–" in html or "-" in html else html


def _one_line(text: str) -> str:
    """Write text that goes into an attribute, or where a line break has no meaning."""
    return escape(writable(text).replace("\n", " "))


def _number(number: str) -> str:
    return f'<span class="nr">{number}</span> ' if number else ""


def _cell(content: tuple[Inline, ...], scope: str, name: str) -> str:
    """Return a cell. Where the rows are stacked, the style puts the `name` of its column in front of it."""
    html = _content(content)
    if scope and writable_characters(content).strip():
        return f'<th scope="{scope}">{html}</th>'
    # Stacked rows leave out what says nothing.
    nothing = ' class="intet"' if html == "–" else ""
    named = f' data-navn="{name}"' if name else ""
    return f"<td{nothing}{named}>{html}</td>"


def _signature(signature: Signature, block: Signatures) -> str:
    """Return who signs, and when they did: nobody writes on a page, so it has no lines for that."""
    day = f"{block.date_label}: {signature.date}" if signature.date else None
    parts = ["<li>"]
    for name, text, language in (
        ("part", signature.on_behalf_of, None),
        ("signert", signing(signature, block).instead or day, None),
        ("navn", signature.name, None),
        ("tittel", signature.title, signature.language),
    ):
        if text and writable(text).strip():
            parts.append(f'<p class="{name}"{_lang(language)}>{_text(text)}</p>')
    return "\n".join([*parts, "</li>"])


def _picture(picture: Picture) -> str:
    size = measure(picture.data)
    data = b64encode(picture.data).decode()
    return (
        f'<img class="bilde" src="data:image/{size.kind};base64,{data}"'
        f' alt="{_one_line(picture.alternative)}" width="{size.width}" height="{size.height}">'
    )
