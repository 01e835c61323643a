"""What is kept while one Word file is written: the links, lists, bookmarks and comments that its text has asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from avtalegen.dokument.innhold import Inline, Language, LineBreak, Link, Marks, Note, Text
from avtalegen.skrivere.lenke import safe_target
from avtalegen.skrivere.tegn import writable
from avtalegen.skrivere.word.pakke import StylePackage
from avtalegen.skrivere.word.xml import BR, HISTORY, HYPERLINK, LANGUAGE_TAGS, R_ID, Element, Look, R, SubElement, run


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
    hung: dict[str | None, Element] = field(default_factory=dict)
    """The paragraph of each heading, by the id of its block."""

    def tag(self, language: Language | None, around: str | None) -> str | None:
        """Return the tag for text in `language`, within something tagged `around`. None: as the document."""
        if language is None:
            return around
        return None if language == self.language else LANGUAGE_TAGS[language]

    def content(self, parent: Element, content: tuple[Inline, ...], language: str | None) -> None:
        """Append runs, links and line breaks to a paragraph. `language` is a tag from `tag`."""
        for inline in content:
            if isinstance(inline, Text):
                own = self.tag(inline.language, language)
                run(parent, inline.text, Look(None, inline.bold, inline.italic, own))
            elif isinstance(inline, Link):
                self._link(parent, inline, language)
            elif isinstance(inline, LineBreak):
                SubElement(SubElement(parent, R), BR)

    def _link(self, parent: Element, link: Link, language: str | None) -> None:
        target = safe_target(link.url)
        if target is None or not writable(link.text):
            run(parent, link.text, Look(language=language))
            return
        hyperlink = SubElement(parent, HYPERLINK)
        hyperlink.set(R_ID, self.links.setdefault(target, f"lenke{len(self.links) + 1}"))
        hyperlink.set(HISTORY, "1")
        run(hyperlink, link.text, Look(self.package.styles["Hyperlink"], language=language))

    def list_number(self, level: int, marks: Marks | None) -> str:
        """Begin a numbered list on `level` (0-8) and return the number id that counts from 1 again."""
        self.lists.append((level, marks))
        return str(self.package.next_number + len(self.lists) - 1)
