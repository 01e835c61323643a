"""A new file with some of its proposals chosen, as people choose them: by taking «# » away."""

from __future__ import annotations

import re
from collections.abc import Collection

from avtalegen import register
from avtalegen.forslag.nyfil import yaml_tekst
from avtalegen.register import Kommune

HALLINGDAL = ("3320", "3322", "3324", "3326", "3328", "3330")


def kommuner(*numre: str) -> tuple[Kommune, ...]:
    found = tuple(register.kommune(nummer) for nummer in numre)
    assert None not in found
    return tuple(k for k in found if k)


def tekst(*numre: str, nynorsk: bool | None = None) -> str:
    return yaml_tekst(kommuner(*numre), "prøve.yaml", nynorsk=nynorsk)


def foreslått(text: str) -> list[tuple[str, ...]]:
    """Return the way to every key that is only proposed, without positions in lists."""
    return [rute for _, rute, marked in _lines(text) if marked and rute]


def valgt(text: str, *ruter: Collection[str]) -> str:
    """Return a file where the proposals for some places count, and the keys above them; without any, all do."""
    wanted = [tuple(rute) for rute in ruter]
    out = []
    for line, rute, marked in _lines(text):
        chosen = not wanted or any(rute[: len(one)] == one or one[: len(rute)] == rute for one in wanted)
        out.append(re.sub(r"^( *)# ", r"\1", line) if marked and chosen else line)
    return "\n".join(out)


def _lines(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    """Return each line with the keys that lead to it, and whether it is a proposal."""
    found: list[tuple[str, tuple[str, ...], bool]] = []
    above: list[tuple[int, str | None]] = []
    for line in text.split("\n"):
        marked = re.match(r" *# ", line) is not None
        yaml = re.sub(r"^( *)# ", r"\1", line)
        if not yaml.strip() or yaml.lstrip().startswith("#"):
            found.append((line, (), False))
            continue
        indent = len(yaml) - len(yaml.lstrip())
        while above and above[-1][0] >= indent:
            above.pop()
        key = re.match(r" *([a-zæøå_]+):(?: |$)", yaml)
        above.append((indent, key[1] if key else None))
        found.append((line, tuple(name for _, name in above if name), marked))
    return found
