"""The document as content: what is said and in which order, not how it looks.

Every format is written from a `Document`, so all formats say the same. A writer sees nothing else: never an
`Avtale`, never a template. Text here is plain text. Nothing in it is markup, and a writer escapes it for its
own format. Characters that no document may hold (control characters, bidirectional overrides) are gone
before a `Document` is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Language = Literal["nb", "nn", "en", "se", "smj", "sma"]
Marks = Literal["1.", "a)"]


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters that look the same. `language` is its own, where it differs from that of its block."""

    text: str
    bold: bool = False
    italic: bool = False
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A run of characters that leads to `url` (http, https, mailto or tel)."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within the same paragraph."""


Inline = Text | Link | LineBreak


def characters(content: Sequence[Inline]) -> str:
    """Return the characters of `content` alone, line breaks as line feeds."""
    if content.__class__ is tuple and len(content) == 1 and isinstance(only := content[0], Text):
        return str(only.text)  # as below: nearly all of what there is
    return "".join("\n" if isinstance(inline, LineBreak) else inline.text for inline in content)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1-4 below the title. Numbered headings are numbered by the format itself."""

    id: str
    level: int
    content: tuple[Inline, ...]
    numbered: bool = True
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `lead` paragraphs introduce the list or table that follows and stay on its page.

    `quote`: it is what somebody else has said.
    """

    id: str
    content: tuple[Inline, ...]
    lead: bool = False
    language: Language | None = None
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A bullet list, or a numbered one when `ordered`. An item is a sequence of blocks.

    `marks` are how a numbered one was written, «1.» or «a)», where that is known; otherwise each format has its own for
    each level. A `whole` one is read as one thing, so it is not split over two pages.
    """

    id: str
    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    language: Language | None = None
    marks: Marks | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. `caption` is for readers who can't see it; cells hold one paragraph.

    With `row_headers`, the first cell of each row heads the row.
    """

    id: str
    caption: str
    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    row_headers: bool = True
    language: Language | None = None

    @property
    def all_rows(self) -> tuple[tuple[tuple[Inline, ...], ...], ...]:
        """The header, and the rows under it."""
        return (self.header, *self.rows)

    @property
    def columns(self) -> int:
        """How many cells the longest row has: 0 when nothing is in the table."""
        return max(map(len, self.all_rows))

    @property
    def even_rows(self) -> tuple[tuple[tuple[Inline, ...], ...], ...]:
        """`all_rows`, each with an empty cell for every one that it has fewer than the longest."""
        columns = self.columns
        return tuple((*row, *((),) * (columns - len(row))) for row in self.all_rows)


@dataclass(frozen=True, slots=True)
class Signature:
    """One person's place to sign: lines for place, date and signature over name and title.

    `date` is when it was signed, written out, when that is known. `language` is that of the title, where it differs
    from the document's.
    """

    id: str
    on_behalf_of: str
    name: str | None
    title: str | None
    date: str | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Signatures:
    """The places to sign, in the order given. None of them is ever split over two pages.

    The labels stand at the lines to fill in, in the document's language. Those for a name, a title and whom somebody
    signs for are only used where that is not known; an empty one has no line. `signed` is set when everybody has
    signed: the word that stands with the date instead of all lines («Signert 12. november 2026»). `electronic` is what
    stands there until then when nobody signs on paper.
    """

    id: str
    signatures: tuple[Signature, ...]
    place_label: str
    date_label: str
    signature_label: str
    name_label: str = ""
    title_label: str = ""
    party_label: str = ""
    signed: str | None = None
    electronic: str | None = None


Block = Heading | Paragraph | Items | Table | Signatures


@dataclass(frozen=True, slots=True)
class Picture:
    """A coat of arms or a logo. `data` is the file as it is (PNG or JPEG)."""

    data: bytes
    alternative: str


@dataclass(frozen=True, slots=True)
class Tekststed:
    """The characters from `fra` up to `til` of a text in a document; `id` and `del_` are as in `spor.Sporene`."""

    id: str
    del_: str
    fra: int
    til: int


@dataclass(frozen=True, slots=True)
class Note:
    """A remark for those who work on the text, beside it and no part of it.

    `block_id` is the heading that it stands at; None: it is about the document as a whole. `label` says what it is.
    With `sted` it stands at a sentence under that heading.
    """

    block_id: str | None
    label: str
    text: str
    hint: str | None = None
    language: Language | None = None
    sted: Tekststed | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the document is made of, byte for byte. `name` is a relative path with «/» between its parts."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `facts` are the lines of the front block: label and value («Partene», «Gjelder», «Status»).
    `header` stands on top of every page; `page_label` is the footer, with `{page}` and `{pages}`. `short_headers` say
    the same in fewer words, the longest first, for when there is no room for it. Without `first_header`, neither the
    header nor the mark stands on top of the first page, whose front has them.
    `mark` is a word across the page or on top of it while the text is not final («UTKAST»).
    `date` is an ISO date that goes into the metadata, so that two builds are equal.
    `notes` are for formats that can keep them apart from the text; the others leave them out. So are `sources`: the
    files to carry along unseen, first the one that the document is made of, then those that it builds on.
    `title_language` and `subtitle_language` are those of titles in another language than the document.
    With `signature_fields`, formats that people sign in have an invisible field for each who signs.
    """

    language: Language
    title: str
    subtitle: str | None
    author: str
    subject: str
    date: str | None
    header: str
    page_label: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    mark: str | None = None
    picture: Picture | None = None
    notes: tuple[Note, ...] = ()
    title_language: Language | None = None
    subtitle_language: Language | None = None
    sources: tuple[Attachment, ...] = ()
    signature_fields: bool = False
    short_headers: tuple[str, ...] = ()
    first_header: bool = True
