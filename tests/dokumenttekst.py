"""A `Document` as text that a person can read and git can compare."""

from collections.abc import Iterator

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


def to_text(document: Document) -> str:
    """Return everything a document says, a line for each block."""
    lines = [f"{document.title} [{document.language}]"]
    lines += [document.subtitle] if document.subtitle else []
    lines += [f"<{document.mark}>"] if document.mark else []
    lines += [f"{label}: {value}" for label, value in document.facts]
    lines += [f"topptekst: {document.header}", f"dato: {document.date}", ""]
    # A space that keeps two words on one line reads as a space.
    return "\n".join([*lines, *_lines(document.blocks, "")]).replace("\u00a0", " ") + "\n"


def _lines(blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield f"\n{indent}{'#' * block.level}{'' if block.numbered else '!'} {_inline(block.content)}"
        elif isinstance(block, Paragraph):
            yield f"{indent}{'↓ ' if block.lead else ''}{_inline(block.content)}"
        elif isinstance(block, Items):
            for number, item in enumerate(block.items, start=1):
                first, *rest = _lines(item, f"{indent}  ")
                yield f"{indent}{f'{number}.' if block.ordered else '-'} {first.strip()}"
                yield from rest
        elif isinstance(block, Table):
            yield f"{indent}[{block.caption}] {' | '.join(map(_inline, block.header))}"
            yield from (f"{indent}  {' | '.join(map(_inline, row))}" for row in block.rows)
        elif isinstance(block, Signatures):
            for s in block.signatures:
                when = ", ".join(filter(None, (s.date, block.signed)))
                yield f"{indent}✍ {s.on_behalf_of}: {s.name or '–'}, {s.title or '–'}{f', {when}' if when else ''}"


def _inline(content: tuple[Inline, ...]) -> str:
    return "".join(map(_one, content))


def _one(inline: Inline) -> str:
    if isinstance(inline, LineBreak):
        return "⏎"
    if isinstance(inline, Link):
        return f"[{inline.text}]({inline.url})"
    mark = "**" * inline.bold + "_" * inline.italic
    return f"{mark}{inline.text}{mark[::-1]}"
