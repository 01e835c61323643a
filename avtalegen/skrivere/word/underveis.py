"""What is kept while one Word file is written: the links, lists, bookmarks and comments that its text has asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from avtalegen.dokument.innhold import Inline, Language, Link, Marks, Note, Text
from avtalegen.skrivere.kolonner import LONGEST_WORD, parted
from avtalegen.skrivere.lenke import safe_target
from avtalegen.skrivere.linjer import MAY_BREAK
from avtalegen.skrivere.tegn import writable
from avtalegen.skrivere.word.pakke import StylePackage
from avtalegen.skrivere.word.xml import BREAK, LANGUAGE_TAGS, PLAIN, Element, Look, run


def _on_a_line(address: str) -> bool:
    return len(address) <= LONGEST_WORD


class Place(NamedTuple):
    """A paragraph that holds a text after `before` other characters, or as a `heading` all that comments are about.

    `id` and `del_` are as in `spor.Sporene`.
    """

    id: str
    del_: str = ""
    before: int = 0
    heading: bool = False


@dataclass(slots=True)
class Writing:
    """What one document needs besides its text: made anew for each, so that nothing leaks into the next."""

    package: StylePackage
    language: Language
    links: dict[str, str] = field(default_factory=dict)
    """Relationship id of each address."""
    lists: list[tuple[int, Marks | None]] = field(default_factory=list)
    """Level (0-8) and marks of each numbered list, in the order of their number ids."""
    bookmarks: set[str] = field(default_factory=set)
    """Names in use, casefolded."""
    headings: dict[str, str] = field(default_factory=dict)
    """Bookmark of each heading, by the id of its block."""
    comments: dict[str | None, list[str]] = field(default_factory=dict)
    """Ids of the comments that hang on nothing yet, by the id of their block."""
    remarks: dict[tuple[str, str], list[tuple[str, Note]]] = field(default_factory=dict)
    """Comments on parts of texts that hang on nothing yet, each with its id, by the place of the text."""
    places: list[Place] | None = None
    """The paragraphs that comments may hang in, in their order; None when there are no comments."""
    hung: dict[str | None, Element] = field(default_factory=dict)
    """The paragraph of each heading, by the id of its block."""

    def tag(self, language: Language | None, around: str | None) -> str | None:
        """Return the tag for text in `language`, within something tagged `around`. None: as the document."""
        if language is None:
            return around
        return None if language == self.language else LANGUAGE_TAGS[language]

    def content(
        self, content: tuple[Inline, ...], language: str | None, has_room: Callable[[str], bool] = _on_a_line
    ) -> str:
        """Return runs, links and line breaks as they stand in a paragraph. `language` is a tag from `tag`.

        An address that a line has no room for, can be parted where people would do it: Word would part it anywhere.
        """
        return "".join([self._inline(inline, language, has_room) for inline in content])

    def _inline(self, inline: Inline, language: str | None, has_room: Callable[[str], bool]) -> str:
        if isinstance(inline, Text):
            own = language if inline.language is None else self.tag(inline.language, language)
            plain = not (inline.bold or inline.italic or own)
            return run(inline.text, PLAIN if plain else Look(None, inline.bold, inline.italic, own))
        return self._link(inline, language, has_room) if isinstance(inline, Link) else BREAK

    def _link(self, link: Link, language: str | None, has_room: Callable[[str], bool]) -> str:
        target = safe_target(link.url)
        if target is None or not writable(link.text):
            return run(link.text, Look(language=language))
        id = self.links.setdefault(target, f"lenke{len(self.links) + 1}")
        shown = link.text if has_room(link.text) else MAY_BREAK.join(parted(link.text))
        text = run(shown, Look(self.package.styles["Hyperlink"], language=language))
        return f'<w:hyperlink r:id="{id}" w:history="1">{text}</w:hyperlink>'

    def list_number(self, level: int, marks: Marks | None) -> str:
        """Begin a numbered list on `level` (0-8) and return the number id that counts from 1 again."""
        self.lists.append((level, marks))
        return str(self.package.next_number + len(self.lists) - 1)
