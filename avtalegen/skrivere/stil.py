"""A style as a writer gets it, and what is wrong with one."""

from __future__ import annotations

from typing import NamedTuple

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError


class Style(NamedTuple):
    """How a document is to look.

    `content` is that of the style file, nothing for a format that has none. Unless it is `ours`, neither it nor the
    `typefaces` (file name, content) that come with it are to be trusted.
    """

    content: bytes
    ours: bool = True
    typefaces: tuple[tuple[str, bytes], ...] = ()


class StyleError(AvtalegenError):
    """A style can't be used: what is wrong with it, what to do, and the place.

    `line` and `column` are those of the style file. With `file`, it is another file beside it: a typeface.
    """

    def __init__(self, message: Begge, hint: Begge, line: int = 1, column: int = 1, file: str | None = None) -> None:
        super().__init__(f"{message} {hint}")
        self.what = message
        self.hint = hint
        self.line = line
        self.column = column
        self.file = file


def text_of(style: bytes) -> str:
    """Return the text of a style; raises `StyleError` at the line that isn't UTF-8."""
    try:
        return style.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = style.count(b"\n", 0, error.start) + 1
        raise StyleError(
            Begge("Stilen er ikke lagret som UTF-8.", "Stilen er ikkje lagra som UTF-8."),
            Begge("Lagre den på nytt som UTF-8.", "Lagre han på nytt som UTF-8."),
            line,
        ) from error
