"""The content of a document as plain data for the style: what is text stays text, whatever it looks like.

The data becomes JSON and is read by dokument.typ. Typst never parses a word of it as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from avtalegen.dokument.bilde import measure
from avtalegen.dokument.innhold import (
    Block,
    Document,
    Heading,
    Inline,
    Items,
    Language,
    LineBreak,
    Link,
    Marks,
    Paragraph,
    Picture,
    Signature,
    Signatures,
    Table,
)
from avtalegen.dokument.skrift import showable
from avtalegen.skrivere.disposisjon import DEEPEST_HEADING, Outline, signing, top_of_page
from avtalegen.skrivere.innholdsliste import contents
from avtalegen.skrivere.kildefiler import DESCRIPTIONS
from avtalegen.skrivere.kolonner import (
    LONGEST_WORD,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    UNDIVIDED,
    column_widths,
    has_labels,
    list_height,
    longest_in,
    parted,
    table_height,
)
from avtalegen.skrivere.lenke import safe_target
from avtalegen.skrivere.linjer import kept_together, pieces, whole
from avtalegen.skrivere.samlet import kept_with_next, leads_to_signatures, moves_whole
from avtalegen.skrivere.titler import content_kept_from_end, kept_from_end

Data = dict[str, Any]
Piece = str | Data
"""A piece of a line: text with nothing to it is only that, for most is, and it is fast to write and to read."""

_LANGUAGES: dict[Language, tuple[str, str]] = {
    "nb": ("nb", "NO"),
    "nn": ("nn", "NO"),
    "en": ("en", "GB"),
    "se": ("se", "NO"),
    "smj": ("smj", "NO"),
    "sma": ("sma", "NO"),
}
# Points; a twip is a twentieth.
_TWIPS, _LIST_INDENT = 20, 397
_MM = 72 / 25.4
_MAX_WIDTH, _MAX_HEIGHT = 60 * _MM, 22 * _MM
# As in the Word file: labels of so many characters have room; longer ones get a wider column, up to a limit.
_USUAL_LABEL, _LONGEST_LABEL, _LABEL_CHARACTER = 18, 40, 6.3
# Characters in a row that fill a page or more: it has to be split.
_LONG_ROW = 2000
# A header row of more characters than this is not repeated: it would leave no room for the rows.
_LONG_HEADER = 600
# A list that is to be whole is split all the same when it is higher: a page has no more room.
_WHOLE = TEXT_HEIGHT * 3 // 4
# A word of more characters may be broken, since a line may not have room for it; in a cell, after the column's width.
_LONGEST_IN_TITLE, _LONGEST_IN_HEADING, _LONGEST_IN_FRONT, _LONGEST_IN_SIGNATURE = 28, 45, 50, 32
_CHUNK = 4
_LONGEST_MARK = 24
# Hundredths of the size of the text: a line of the title, and of a heading of each level beside its number.
_TITLE_ROOM, _HEADING_ROOM = 1700, (2568, 3287, 3658, 3580)
_LEVEL_OF: dict[Marks, int] = {"1.": 0, "a)": 1}
# The compiler wants one; `metadata` takes it out again.
_ANY_DAY = date(2000, 1, 1)
_BREAK: Data = {"slag": "linje"}
_MAY_BREAK: Data = {"slag": "mulig"}

_FIELD = re.compile(r"(\{pages?\})")
_LINES = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def content(document: Document, keywords: Sequence[str]) -> Data:
    """Return everything that the style needs."""
    label = max((len(label) for label, _ in document.facts), default=0)
    outline = Outline()
    table = contents(document)
    title = _text(kept_from_end(document.title, _TITLE_ROOM), _LONGEST_IN_TITLE)
    day = day_of(document) or _ANY_DAY
    return {
        "språk": _LANGUAGES[document.language],
        "tittel": on_one_line(document.title) or on_one_line(document.subject) or "Avtale",
        "forfatter": on_one_line(document.author),
        "emne": on_one_line(document.subject),
        "nøkkelord": [*keywords],
        "dato": [day.year, day.month, day.day],
        "topptekst": _text(on_one_line(top_of_page(document))),
        "førstetopp": document.first_header,
        "bunntekst": [showable(piece) for piece in _FIELD.split(document.page_label)],
        "merke": on_one_line(document.mark or "") or None,
        "toppmerke": _cut(on_one_line(document.mark or ""), _LONGEST_MARK) or None,
        "bilde": _picture(document.picture) if document.picture else None,
        "overskrift": _in(document.title_language, title) or _text("Avtale"),
        "undertittel": _in(document.subtitle_language, _text(document.subtitle or "", _LONGEST_IN_FRONT)) or None,
        "fakta": [(_text(f"{a}\u00a0", _USUAL_LABEL), _text(b, _LONGEST_IN_FRONT)) for a, b in document.facts],
        "etikettbredde": min(label, _LONGEST_LABEL) * _LABEL_CHARACTER if label > _USUAL_LABEL else None,
        "innholdsliste": {"tittel": table.title, "nivåer": table.depth} if table else None,
        "blokker": [*_blocks(document.blocks, 0, document.language, outline)],
        "vedlagt": [
            {"navn": file.name, "sti": f"kilde-{n}", "beskrivelse": DESCRIPTIONS[min(n, 1)]}
            for n, file in enumerate(document.sources)
        ],
    }


def day_of(document: Document) -> date | None:
    """Return the day that a document tells of itself; None when it has none."""
    try:
        return date.fromisoformat(document.date or "")
    except ValueError:
        return None


def on_one_line(text: str) -> str:
    """Return `text` on one line, with what no typeface can show replaced."""
    return showable(" ".join(_LINES.split(text))).strip()


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _blocks(blocks: Sequence[Block], depth: int, language: Language, outline: Outline) -> Iterator[Data]:
    """Give the blocks that stand in `depth` lists, within text in `language`."""
    kept = leads_to_signatures(blocks) if depth else kept_with_next(blocks, ends=False)
    for block, leads in zip(blocks, kept, strict=True):
        if isinstance(block, Signatures):
            if block.signatures:
                yield {**_signatures(block), "leder": leads}
            continue
        own = block.language or language
        made = _block(block, depth, own, outline, leads=leads)
        if made is not None:
            yield {**made, "språk": _LANGUAGES[own] if own != language else None}


def _block(
    block: Heading | Paragraph | Items | Table, depth: int, language: Language, outline: Outline, *, leads: bool
) -> Data | None:
    if isinstance(block, Heading):
        level = min(max(block.level, 1), DEEPEST_HEADING)
        inline = _inline(content_kept_from_end(block.content, _HEADING_ROOM[level - 1]), _LONGEST_IN_HEADING)
        if not _says_something(inline):
            return None
        step, number = outline.next(block)
        look = {"nivå": level, "trinn": step, "nummer": number or None}
        return {"slag": "overskrift", **look, "innhold": inline}
    if isinstance(block, Paragraph):
        inline = _inline(block.content)
        look = {"leder": block.lead or leads, "sitat": block.quote}
        return {"slag": "avsnitt", **look, "innhold": inline} if inline else None
    leads = leads and moves_whole(block)  # what stands with what follows, moves whole, and a long one left a hole
    if isinstance(block, Items):
        return {**_items(block, depth, language, outline), "leder": leads} if block.items else None
    return {**_table(block), "leder": leads} if block.columns else None


def _items(block: Items, depth: int, language: Language, outline: Outline) -> Data:
    items = []
    for item in block.items:
        first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (None, item)
        own = first.language if first else None
        # A first paragraph in a language of its own needs an element to say so.
        head = first.content if first and own in {None, language} else ()
        tail = item if first and not head else rest
        items.append({"innhold": _inline(head), "resten": [*_blocks(tail, depth + 1, language, outline)]})
    highest = _WHOLE if block.whole else UNDIVIDED
    short = list_height(block, TEXT_WIDTH - depth * _LIST_INDENT) <= highest
    # A style numbers by the level, «1.» on the first and «a)» on the second, and so on from the fourth.
    level = depth
    while block.marks and level % 3 != _LEVEL_OF[block.marks]:
        level += 1
    return {"slag": "liste", "ordnet": block.ordered, "nivå": level, "kort": short, "punkter": items}


def _table(block: Table) -> Data:
    rows = block.all_rows
    labels = has_labels(block)
    widths = column_widths(rows, block.columns, TEXT_WIDTH, labels=labels)
    filled = [
        [
            _inline(cell, longest_in(cell, width, bold=n == 0 or (labels and column == 0)) or LONGEST_WORD)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for n, row in enumerate(block.even_rows)
    ]
    for cells in filled:
        if not any(cells):
            cells[0] = _text("\u00a0")  # a row to write in is as high as the others
    return {
        "slag": "tabell",
        "bredder": [width / _TWIPS for width in widths],
        "overskrifter": filled[0],
        "rader": filled[1:],
        "radoverskrifter": labels,
        "samlet": sum(table_height(block, widths, labels=labels)) <= UNDIVIDED,
        "deles": [
            sum(len(inline.text) for cell in row for inline in cell if not isinstance(inline, LineBreak))
            > (_LONG_ROW if n else _LONG_HEADER)
            or max((sum(isinstance(inline, LineBreak) for inline in cell) for cell in row), default=0) > 20
            for n, row in enumerate(rows)
        ],
    }


def _signatures(block: Signatures) -> Data:
    return {
        "slag": "signaturer",
        "språk": None,
        "sted": _text(block.place_label),
        "dato": _text(block.date_label),
        "underskrift": _text(block.signature_label),
        "felt": [_place_to_sign(signature, block) for signature in block.signatures],
    }


def _place_to_sign(signature: Signature, block: Signatures) -> Data:
    place = signing(signature, block)
    return {
        "part": _text(signature.on_behalf_of, _LONGEST_IN_SIGNATURE),
        "navn": _text(signature.name or "", _LONGEST_IN_SIGNATURE) or None,
        "stilling": _in(signature.language, _text(signature.title or "", _LONGEST_IN_SIGNATURE)) or None,
        "dato": _text(signature.date or "") or None,
        "signert": _text(place.instead or "") or None,
        # Labels of lines to write on.
        **{
            key: _text(label or "") or None
            for key, label in (("skriv_part", place.party), ("skriv_navn", place.name), ("skriv_stilling", place.title))
        },
    }


def _says_something(inline: Sequence[Piece]) -> bool:
    return any(
        piece.strip() if isinstance(piece, str) else piece["slag"] == "lenke" or piece.get("tekst", "").strip()
        for piece in inline
    )


def _inline(content: tuple[Inline, ...], longest: int = LONGEST_WORD) -> list[Piece]:
    made: list[Piece] = []
    for inline in content:
        if isinstance(inline, LineBreak):
            made.append(_BREAK)
        elif isinstance(inline, Link):
            words = on_one_line(inline.text)
            target = safe_target(inline.url) if words else None
            run = [*_address(words, longest)]
            made += [{"slag": "lenke", "url": target, "innhold": run}] if target else run
        else:
            look = {name: True for name, has in (("fet", inline.bold), ("kursiv", inline.italic)) if has}
            run = _in(inline.language, _text(inline.text, longest))
            made += _with(look, run) if look else run
    return made


def _in(language: Language | None, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces as text in `language`; None: that around them."""
    return _with({"språk": _LANGUAGES[language]}, pieces) if language else pieces


def _with(more: Data, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with more to each."""
    return [
        {"slag": "tekst", "tekst": piece, **more} if isinstance(piece, str) else {**piece, **more} for piece in pieces
    ]


def _text(text: str, longest: int = LONGEST_WORD) -> list[Piece]:
    """Return `text` as pieces, with a break wherever it has one; none when nothing is left of it."""
    lines = [kept_together(showable(line)) for line in _LINES.split(text)]
    if not any(lines):
        return []
    made: list[Piece] = []
    for n, line in enumerate(lines):
        if n:
            made.append(_BREAK)
        for piece, to_fill_in in pieces(line):
            words = _words(piece, longest)
            made += _with({"fyll": True}, words) if to_fill_in else words
    return made


def _address(words: str, longest: int) -> Iterator[Piece]:
    """Give an address as it is, or, when no line has room for it, with breaks where people would part it."""
    for n, part in enumerate(parted(words) if len(words) > longest else [words]):
        if n:
            yield _MAY_BREAK
        yield from _words(part, longest)


def _words(line: str, longest: int) -> list[Piece]:
    """Return the line as it is, but for words that may be broken because no line has room for them."""
    made: list[Piece] = []
    size = min(_CHUNK, longest)
    for n, piece in enumerate(_too_long(longest).split(line) if len(line) > longest else [line]):
        chunks = [piece[at : at + size] for at in range(0, len(piece), size)] if n % 2 else [piece]
        for m, chunk in enumerate(chunks):
            if m:
                made.append(_MAY_BREAK)
            for text, held in whole(chunk):
                made.append({"slag": "tekst", "tekst": text, "hel": True} if held else text)
    return made


@lru_cache(maxsize=64)
def _too_long(longest: int) -> re.Pattern[str]:
    return re.compile(rf"(\S{{{longest + 1},}})")


def _picture(picture: Picture) -> Data:
    size = measure(picture.data)
    scale = min(_MAX_WIDTH / size.width, _MAX_HEIGHT / size.height)
    alternative = on_one_line(picture.alternative) or None
    # The compiler takes text files only, so the picture goes with the data, as numbers.
    return {
        "data": [*picture.data],
        "bredde": size.width * scale,
        "høyde": size.height * scale,
        "alternativ": alternative,
    }
