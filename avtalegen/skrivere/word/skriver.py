"""The Word writer: a `Document` becomes a .docx that a person can edit and the tool knows again.

The look comes from a style file (maler/stil/avtale.docx), the text from the document. Equal input gives equal
bytes, whatever the day, the time zone and the machine.

The body is written as XML, not built with python-docx: `eksempler/flakstad.yaml` takes 4 ms so, and 110 with
python-docx, which finds each style by its name. Comments and equal bytes would need the XML itself all the same.
"""

from __future__ import annotations

import re
from dataclasses import replace

from avtalegen.dokument.bilde import measure
from avtalegen.dokument.innhold import Block, Document, Heading, Items, Paragraph, Signatures
from avtalegen.skrivere import kildefiler
from avtalegen.skrivere.disposisjon import DEEPEST_HEADING
from avtalegen.skrivere.innholdsliste import contents
from avtalegen.skrivere.samlet import kept_with_next, leads_to_signatures, moves_whole
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.tegn import writable
from avtalegen.skrivere.titler import content_kept_from_end
from avtalegen.skrivere.word import innhold, noter, pakke, ramme
from avtalegen.skrivere.word.fingeravtrykk import CUSTOM_PROPERTIES, custom_properties, fingerprint_state, trace
from avtalegen.skrivere.word.overskrift import heading_levels
from avtalegen.skrivere.word.tabell import signatures, table
from avtalegen.skrivere.word.tekst import told_by_us
from avtalegen.skrivere.word.tittel import heading_room
from avtalegen.skrivere.word.underveis import Writing
from avtalegen.skrivere.word.xml import (
    LANGUAGE_TAGS,
    R_NS,
    has_style,
    number,
    paragraph,
    part_as_bytes,
    quoted,
    serialise,
)

__all__ = ["fingerprint_state", "trace", "write"]

# A table can't end the text, and what must follow it is not to begin a page.
_LOWEST_LINE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
# Twips that the number of a heading takes.
_NUMBER_OF_HEADING = 624
_QUOTE_INDENT = '<w:ind w:left="567" w:right="567"/>'  # twips, a centimetre
_DEEPEST_LIST = 9
# Lists have styles of their own this deep; below that only the indentation grows.
_LIST_STYLES = 3
# Word's limit is 40 characters; the rest is for a number that makes the name unique.
_BOOKMARK_LENGTH = 32
_NOT_IN_BOOKMARK = re.compile(r"\W+")

_PACKAGE_RELATIONS = pakke.relations(
    pakke.relation("rId1", f"{R_NS}/officeDocument", "word/document.xml")
    + pakke.relation("rId2", pakke.CORE_PROPERTIES, "docProps/core.xml")
    + pakke.relation("rId3", f"{R_NS}/extended-properties", "docProps/app.xml")
    + pakke.relation("rId4", f"{R_NS}/custom-properties", CUSTOM_PROPERTIES)
)


def write(document: Document, style: Style, origin: str | None = None) -> bytes:
    """Return the document as a Word file.

    `style` is a Word file with the styles that maler/stil/LES-MEG.md lists. A style file or
    a picture that can't be used is an `AvtalegenError`. The file carries `origin` (`opphav.origin`).
    Safe to call from several threads.
    """
    package = pakke.open_style(style.content)
    writing = Writing(package, document.language)
    noter.expect(writing, document.notes)
    body = ramme.front(writing, document)
    after_front = len(body)
    _blocks(writing, body, document.blocks, None, 0)
    if body and body[-1].startswith("<w:tbl>"):
        body.append(paragraph(package.styles["Mellomrom"], properties=_LOWEST_LINE))
    table_of_contents = contents(document)
    if table_of_contents:
        styles, ids = innhold.with_styles(
            package.parts[package.style_part], package.styles["Normal"], package.styles["Heading 1"]
        )
        package = replace(package, parts={**package.parts, package.style_part: styles})
        body.insert(after_front, innhold.contents(table_of_contents, writing.headings, ids))
    section = ramme.section(package.section, first_header=document.first_header)
    text = f"<w:body>{''.join(body)}{section}</w:body>"

    related = (
        package.relations
        + pakke.relation(pakke.HEADER_ID, f"{R_NS}/header", "topptekst.xml")
        + pakke.relation(pakke.FOOTER_ID, f"{R_NS}/footer", "bunntekst.xml")
    )
    for url, id in writing.links.items():
        related += pakke.relation(id, f"{R_NS}/hyperlink", url, external=True)
    more = {}
    if document.picture:
        name = f"media/avtalegen.{measure(document.picture.data).kind}"
        related += pakke.relation(ramme.PICTURE_ID, f"{R_NS}/image", name)
        more[f"word/{name}"] = document.picture.data
    content_types = package.content_types
    if document.notes:
        content_types = pakke.with_types(content_types, {noter.PART: noter.CONTENT_TYPE})
        related += pakke.relation(noter.RELATION_ID, f"{R_NS}/comments", noter.PART.removeprefix("word/"))
        more[noter.PART] = serialise(noter.comments(writing, document.notes))
    margins = (ramme.header(writing, document), ramme.footer(writing, document))
    if not document.first_header:
        content_types = pakke.with_types(content_types, pakke.FIRST_TYPES)
        related += pakke.relation(ramme.FIRST_HEADER_ID, f"{R_NS}/header", "forstetopptekst.xml")
        related += pakke.relation(ramme.FIRST_FOOTER_ID, f"{R_NS}/footer", "forstebunntekst.xml")
        more[pakke.FIRST_HEADER_PART] = serialise(ramme.first_header(writing, document))
        more[pakke.FIRST_FOOTER_PART] = serialise(margins[1])
    if document.sources:
        content_types = pakke.with_types(content_types, {kildefiler.PROPERTIES_PART: kildefiler.PROPERTIES_TYPE})
        related += pakke.relation(kildefiler.RELATION_ID, f"{R_NS}/customXml", f"../{kildefiler.PART}")
        levels = heading_levels(package.parts[package.style_part])
        more |= kildefiler.word_parts(document.sources, told_by_us(body, levels, margins))
    parts = {
        "[Content_Types].xml": content_types,
        "_rels/.rels": _PACKAGE_RELATIONS,
        "word/document.xml": noter.hung(writing, text) if document.notes else part_as_bytes("document", text),
        "word/_rels/document.xml.rels": pakke.relations(related),
        pakke.HEADER_PART: serialise(margins[0]),
        pakke.FOOTER_PART: serialise(margins[1]),
        **package.parts_for(LANGUAGE_TAGS[document.language], writing.lists),
        **more,
        "docProps/core.xml": ramme.core_properties(document),
        "docProps/app.xml": ramme.APP_PROPERTIES,
    }
    return pakke.pack({**parts, CUSTOM_PROPERTIES: custom_properties(parts, origin)})


def _blocks(
    writing: Writing,
    body: list[str],
    blocks: tuple[Block, ...],
    language: str | None,
    level: int,
    *,
    held: bool = False,
) -> None:
    """Append blocks that stand in `level` lists, within something in `language` (a tag).

    When they are `held`, they stay on the page of what follows.
    """
    before = False
    kept = leads_to_signatures(blocks) if level else kept_with_next(blocks, ends=True)
    for block, leads in zip(blocks, kept, strict=True):
        if isinstance(block, Signatures):
            if block.signatures:
                _close_table(writing, body, held=before)
                body.append(signatures(writing, block, held=leads))
            continue
        own = writing.tag(block.language, language)
        if isinstance(block, Heading):
            body.append(_heading(writing, block, own))
        elif isinstance(block, Paragraph):
            keep_next = block.lead or leads or held
            style = f"List Continue{_suffix(level)}" if level else "Ledetekst" if block.lead else "Body Text"
            body.append(
                paragraph(
                    writing.package.styles[style],
                    writing.content(block.content, own),
                    keep_next=keep_next,
                    held=keep_next,
                    properties=_QUOTE_INDENT if block.quote and not level else "",
                    mark=noter.marked(writing, block.id),
                )
            )
        elif isinstance(block, Items):
            _close_table(writing, body, held=before)
            whole = held or (leads and moves_whole(block))
            _items(writing, body, block, own, level, held=whole, end_held=leads)
        elif block.columns:
            _space_before_table(writing, body)
            body.append(table(writing, block, own, held=leads))
        before = leads


def _heading(writing: Writing, block: Heading, language: str | None) -> str:
    level = min(max(block.level, 1), DEEPEST_HEADING)
    id = len(writing.bookmarks)
    room = heading_room(writing.package, level, _NUMBER_OF_HEADING if block.numbered else 0)
    name = writing.headings[block.id] = _bookmark(writing, block.id)
    text = writing.content(content_kept_from_end(block.content, room), language)
    return paragraph(
        writing.package.styles[f"Heading {level}"],
        f'<w:bookmarkStart w:id="{id}" w:name={quoted(name)}/>{text}<w:bookmarkEnd w:id="{id}"/>',
        held=True,
        properties="" if block.numbered else number("0", 0),
        mark=noter.marked(writing, block.id, heading=True),
    )


def _bookmark(writing: Writing, block_id: str) -> str:
    """Make a name that Word accepts: a letter first, no signs, at most 40 characters, used once."""
    stem = _NOT_IN_BOOKMARK.sub("_", writable(block_id))[:_BOOKMARK_LENGTH]
    if not stem[:1].isalpha():
        stem = f"b_{stem}"
    name, n = stem, 1
    while name.casefold() in writing.bookmarks:
        n += 1
        name = f"{stem}_{n}"
    writing.bookmarks.add(name.casefold())
    return name


def _items(
    writing: Writing,
    body: list[str],
    block: Items,
    language: str | None,
    level: int,
    *,
    held: bool,
    end_held: bool = False,
) -> None:
    """Append a list that stands in `level` others. When it or its end is held, that stays with what follows."""
    style = writing.package.styles[f"List {'Number' if block.ordered else 'Bullet'}{_suffix(level + 1)}"]
    depth = min(level, _DEEPEST_LIST - 1)
    own_number = writing.list_number(depth, block.marks) if block.ordered else writing.package.bullets
    numbered = number(own_number, depth) if block.ordered or level >= _LIST_STYLES else ""
    # The two first and the two last items share a page: one alone at the edge of it reads as a mistake.
    together = {0, len(block.items) - 2} if len(block.items) > 1 else set()
    for n, item in enumerate(block.items):
        first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (None, item)
        last = n == len(block.items) - 1
        held_here = held or (block.whole and not last) or (end_held and last)
        keep_next = held_here or n in together or (bool(rest) and isinstance(rest[0], Items))
        text = writing.content(first.content, writing.tag(first.language, language)) if first else ""
        mark = noter.marked(writing, first.id) if first else ""
        body.append(paragraph(style, text, keep_next=keep_next, held=keep_next, properties=numbered, mark=mark))
        if rest:
            _blocks(writing, body, rest, language, level + 1, held=held_here)


def _suffix(level: int) -> str:
    """Return what Word's list styles are called after their depth (1-3)."""
    return "" if level == 1 else f" {min(level, _LIST_STYLES)}"


def _close_table(writing: Writing, body: list[str], *, held: bool) -> None:
    """End the table that may stand last, so that it does not touch what follows; `held` to the page of that."""
    if body and body[-1].startswith("<w:tbl>"):
        body.append(paragraph(writing.package.styles["Mellomrom"], keep_next=held))


def _space_before_table(writing: Writing, body: list[str]) -> None:
    """Give the table that follows some air. A leading paragraph has that in its style."""
    styles = writing.package.styles
    if not body or not has_style(body[-1], styles["Ledetekst"]):
        body.append(paragraph(styles["Mellomrom"], keep_next=True))
