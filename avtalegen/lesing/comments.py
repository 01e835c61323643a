"""The comments of a YAML file, which the parser throws away: they are what stands between its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.tokens import ScalarToken

from avtalegen.funn.kommentarer import Comment
from avtalegen.lesing import builder

# A comment behind the sign of a block text is inside the token of that text.
_BLOCK_HEADER = re.compile(r"[|>][^\s#]*[ \t]+(#[^\n]*)")


def comments(text: str) -> Iterator[Comment]:
    """Give the comments in the order of the file. After what isn't YAML, there are none.

    `text` is that of a `Source`. A «#» inside a text, with quotes, without or in a block, begins no comment.
    """
    end, line, first_line = 0, 1, None
    for token in _tokens(text):
        start, stop = token.start_mark, token.end_mark
        yield from _between(text, end, start.index, line, first_line)
        end, line, first_line = stop.index, stop.line + 1, start.line + 1
        if token.__class__ is ScalarToken and token.style in ("|", ">"):
            if header := _BLOCK_HEADER.match(text, start.index):
                column = start.column + 1 + header.start(1) - start.index
                yield Comment(header[1].rstrip(), start.line + 1, column, start.line + 1)
            first_line = None  # a block text ends with its line break, so nothing stands beside it


def _tokens(text: str) -> Iterator[Any]:
    try:
        yield from yaml.scan(text, Loader=builder.PARSER)
    except yaml.YAMLError:
        return


def _between(text: str, start: int, end: int, line: int, first_line: int | None) -> Iterator[Comment]:
    """Give the comments in `text[start:end]`, which holds no tokens.

    `line` is that of `start`; what stands in front of `start` begins at `first_line`.
    """
    while (at := text.find("#", start, end)) >= 0:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line += text.count("\n", start, at)
        row_start = text.rfind("\n", 0, at) + 1
        alone = not text[row_start:at].strip()
        yield Comment(text[at:stop].rstrip(), line, at - row_start + 1, None if alone else first_line)
        start = stop
