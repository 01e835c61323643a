"""Patterns for paths in avtalegen.toml, such as `arkiv` and `utkast/**/*.yaml`."""

from __future__ import annotations

import re
from unicodedata import normalize

_DELER = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_REGEX = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def mønster(tekst: str) -> re.Pattern[str] | None:
    r"""Return what `fullmatch`es the paths that a pattern means, with `/` between folders; None for one without sense.

    `*` is anything in a name, `?` one character, `**` any folders. A pattern that a folder matches holds for all that
    is in it. One without `/` holds in every folder, as in .gitignore, the others from the folder of the file. A `\` is
    a `/`, and capitals count.
    """
    ledd = normalize("NFC", tekst).replace("\\", "/").removeprefix("./").rstrip("/")
    if ledd == ".":
        ledd = "**"
    if not ledd or ledd[:1] == "/" or ledd[1:2] == ":" or ".." in ledd.split("/"):
        return None
    foran = "" if "/" in ledd else "(?:[^/]+/)*"
    midt = "".join(_REGEX.get(del_) or re.escape(del_) for del_ in _DELER.findall(ledd))
    return re.compile(f"{foran}{midt}(?:/.*)?", re.DOTALL)
