"""Blocks whose texts know which values they show: how the ways come into them, and out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

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
from avtalegen.dokument.spor import Rute, Spenn, Sporene
from avtalegen.komponering.sporing import Sporet, sammen

Change = Callable[[str, tuple[Inline, ...]], tuple[Inline, ...]]


def med_spor(blocks: Iterable[Block], rute: Rute) -> tuple[Block, ...]:
    """Return the blocks as those that a text at `rute` has become."""

    def gi(_sted: str, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(
            inline
            if isinstance(inline, LineBreak)
            else _med_tekst(inline, Sporet.av(inline.text, (Spenn(0, len(inline.text), rute),)))
            for inline in content
        )

    return tuple(_byttet(block, gi) for block in blocks)


def løsnet(document: Document) -> tuple[Document, Sporene]:
    """Return the document as it is without the ways, and the ways beside it."""
    steder: dict[str, dict[str, tuple[Spenn, ...]]] = {}

    def ta(sted: str, tekst: str | None) -> str | None:
        if isinstance(tekst, Sporet):
            if tekst.spenn:
                id_, _, del_ = sted.partition("/")
                steder.setdefault(id_, {})[del_] = _sammenhengende(tekst.spenn)
            return str(tekst)
        return tekst

    def ta_alle(sted: str, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if len(content) == 1 and isinstance(text := content[0], Text):  # nearly all of what there is
            if text.text.__class__ is str:
                return content
            return (Text(ta(sted, text.text) or "", text.bold, text.italic, text.language),)
        if all(isinstance(inline, LineBreak) or inline.text.__class__ is str for inline in content):
            return content
        ta(sted, sammen(*("\n" if isinstance(inline, LineBreak) else inline.text for inline in content)))
        return tuple(
            inline if isinstance(inline, LineBreak) else _med_tekst(inline, str(inline.text)) for inline in content
        )

    title, subtitle = ta("tittel", document.title), ta("undertittel", document.subtitle)
    facts = tuple((str(label), ta(f"forside/{n}", text) or "") for n, (label, text) in enumerate(document.facts))
    blocks = tuple(
        _løsnet_underskrift(block, ta) if isinstance(block, Signatures) else _byttet(block, ta_alle)
        for block in document.blocks
    )
    plain = replace(
        document,
        title=title or "",
        subtitle=subtitle,
        facts=facts,
        blocks=blocks,
        author=str(document.author),
        subject=str(document.subject),
        header=str(document.header),
        short_headers=tuple(map(str, document.short_headers)),
    )
    return plain, Sporene(steder)


def _med_tekst(inline: Text | Link, tekst: str) -> Text | Link:
    # What `replace` does, in a fraction of the time: there are hundreds in a document.
    if isinstance(inline, Link):
        return Link(tekst, inline.url)
    return Text(tekst, inline.bold, inline.italic, inline.language)


def _byttet(block: Block, change: Change) -> Block:
    """Return a block with what `change` gives of each text in it, which it is told the place of."""
    match block:
        case Items():
            items = tuple(tuple(_byttet(b, change) for b in item) for item in block.items)
            return Items(block.id, items, block.ordered, block.language, block.marks, block.whole)
        case Table():
            header, *rows = (
                tuple(change(f"{block.id}/{row}/{column}", cell) for column, cell in enumerate(cells))
                for row, cells in enumerate((block.header, *block.rows))
            )
            return replace(block, header=header, rows=tuple(rows), caption=str(block.caption))
        case Signatures():
            return block
        case Paragraph():
            content = change(block.id, block.content)
            if content is block.content:
                return block
            return Paragraph(block.id, content, block.lead, block.language, block.quote)
    return Heading(block.id, block.level, change(block.id, block.content), block.numbered, block.language)


def _løsnet_underskrift(block: Signatures, ta: Callable[[str, str | None], str | None]) -> Signatures:
    def løsnet_(en: Signature) -> Signature:
        return replace(
            en,
            on_behalf_of=ta(f"{en.id}/for", en.on_behalf_of) or "",
            name=ta(f"{en.id}/navn", en.name),
            title=ta(f"{en.id}/tittel", en.title),
            date=ta(f"{en.id}/dato", en.date),
        )

    return replace(block, signatures=tuple(map(løsnet_, block.signatures)))


def _sammenhengende(spenn: Sequence[Spenn]) -> tuple[Spenn, ...]:
    """Return the spans with neighbours that show the same value made one."""
    alle: list[Spenn] = []
    for ett in spenn:
        if alle and alle[-1].til == ett.fra and alle[-1][2:] == ett[2:]:
            alle[-1] = alle[-1]._replace(til=ett.til)
        else:
            alle.append(ett)
    return tuple(alle)
