"""The same document made with docxtpl: a Word template with loops, filled with the blocks of a `Document`."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docxtpl import DocxTemplate, RichText

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

_STYLES = (
    *("Heading 1", "Heading 2", "Heading 3", "Heading 4", "Body Text", "Ledetekst"),
    *("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Continue"),
)


def template(style: bytes) -> bytes:
    """A Word template with a loop over blocks, an if for every style, and tables with loops of their own."""
    opened = docx.Document(BytesIO(style))
    opened.paragraphs[0].text = "{{ title }}"
    opened.paragraphs[0].style = "Title"
    opened.add_paragraph("{{ subtitle }}", "Subtitle")
    opened.add_paragraph("{%p for label, value in facts %}")
    opened.add_paragraph("{{ label }}\t{{ value }}", "Faktalinje")
    opened.add_paragraph("{%p endfor %}")
    opened.add_paragraph("{%p for b in blocks %}")
    for n, style in enumerate(_STYLES):
        opened.add_paragraph("{%%p %s b.style == '%s' %%}" % ("elif" if n else "if", style))
        opened.add_paragraph("{{r b.text }}", style)
    opened.add_paragraph("{%p elif b.style == 'tabell' %}")
    table = opened.add_table(3, 3)
    table.style = "Avtaletabell"
    table.rows[0].cells[0].text = "{%tr for row in b.rows %}"
    for cell, code in zip(table.rows[1].cells, ("{%tc for c in row %}", "{{r c }}", "{%tc endfor %}"), strict=True):
        cell.text = code
    table.rows[2].cells[0].text = "{%tr endfor %}"
    opened.add_paragraph("{%p elif b.style == 'signaturer' %}")
    signing = opened.add_table(3, 2)
    signing.style = "Signaturtabell"
    signing.rows[0].cells[0].text = "{%tr for pair in b.pairs %}"
    for cell, who in zip(signing.rows[1].cells, ("pair[0]", "pair[1]"), strict=True):
        cell.text = "{{ %s.on_behalf_of }}" % who
        cell.add_paragraph("Sted \t\tDato \t", "Signaturlinje")
        cell.add_paragraph("Underskrift \t", "Signaturfelt")
        cell.add_paragraph("{{ %s.name }}" % who, "Signaturnavn")
        cell.add_paragraph("{{ %s.title }}" % who, "Signaturtittel")
    signing.rows[2].cells[0].text = "{%tr endfor %}"
    opened.add_paragraph("{%p endif %}")
    opened.add_paragraph("{%p endfor %}")
    opened.sections[0].header.paragraphs[0].text = "{{ header }}\t{{ mark }}"
    opened.sections[0].footer.paragraphs[0].text = "{{ footer }}"
    target = BytesIO()
    opened.save(target)
    return target.getvalue()


def _rich(doc: DocxTemplate, content: tuple[Inline, ...]) -> RichText:
    text = RichText()
    for inline in content:
        if isinstance(inline, LineBreak):
            text.add("\n")
        elif isinstance(inline, Link):
            text.add(inline.text, url_id=doc.build_url_id(inline.url), style="Hyperlink")
        else:
            text.add(inline.text, bold=inline.bold, italic=inline.italic)
    return text


def _context(doc: DocxTemplate, blocks: tuple[Block, ...], level: int = 0) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append({"style": f"Heading {block.level}", "text": _rich(doc, block.content)})
        elif isinstance(block, Paragraph):
            style = "List Continue" if level else "Ledetekst" if block.lead else "Body Text"
            found.append({"style": style, "text": _rich(doc, block.content)})
        elif isinstance(block, Items):
            kind = f"List {'Number' if block.ordered else 'Bullet'}{f' {level + 1}' if level else ''}"
            for first, *rest in block.items:
                found.append({"style": kind, "text": _rich(doc, first.content)})
                found += _context(doc, tuple(rest), level + 1)
        elif isinstance(block, Table):
            rows = [[_rich(doc, cell) for cell in row] for row in (block.header, *block.rows)]
            found.append({"style": "tabell", "rows": rows})
        elif isinstance(block, Signatures):
            people = [*block.signatures, *block.signatures[: len(block.signatures) % 2]]
            found.append({"style": "signaturer", "pairs": list(zip(people[::2], people[1::2], strict=True))})
    return found


def render(document: Document, made: bytes) -> bytes:
    """Return the document as docxtpl makes it from the template."""
    doc = DocxTemplate(BytesIO(made))
    values = {
        **{"title": document.title, "subtitle": document.subtitle, "facts": document.facts, "mark": document.mark},
        **{"header": document.header, "footer": "Side 1 av 6", "blocks": _context(doc, document.blocks)},
    }
    doc.render(values, autoescape=True)
    target = BytesIO()
    doc.save(target)
    return target.getvalue()
