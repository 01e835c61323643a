"""Patterns for paths in avtalegen.toml, such as `arkiv` and `utkast/**/*.yaml`."""

from __future__ import annotations

import re
from unicodedata import normalize

_DELER = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MOST_STARS = 8
_REGEX = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def mønster(tekst: str) -> re.Pattern[str] | None:
    r"""Return what `fullmatch`es the paths that a pattern means, with `/` between folders; None for one without sense.

    `*` is anything in a name, `?` one character, `**` any folders. A pattern that a folder matches holds for all that
    is in it. One without `/` holds in every folder, the others (`/arkiv` too) from the folder of the file. A `\` is
    a `/`, and capitals count.
    """
    ledd = normalize("NFC", tekst).replace("\\", "/").removeprefix("./").rstrip("/")
    if ledd == ".":
        ledd = "**"
    fast = "/" in ledd
    ledd = ledd.removeprefix("/")
    # More stars than a person needs would make the pattern slow.
    if not ledd or ledd[:1] == "/" or ledd[1:2] == ":" or ".." in ledd.split("/") or ledd.count("*") > _MOST_STARS:
        return None
    foran = "" if fast else "(?:[^/]+/)*"
    midt = "".join(_REGEX.get(del_) or re.escape(del_) for del_ in _DELER.findall(ledd))
    return re.compile(f"{foran}{midt}(?:/.*)?", re.DOTALL)
