"""The cases that the rules are tried on: read from tests/regler/*.md, and written anew by `make fasit`.

A case is a heading («Treff: …» or «Bom: …»), the YAML, and for a hit what the rule says of it. Whoever makes a rule
writes the headings and the YAML; what it says is written by the tool, and read in the diff.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

_KASUS = re.compile(r"^## (?P<overskrift>[^\n]+)\n(?P<kropp>.*?)(?=^## |\Z)", re.M | re.S)
_YAML = re.compile(r"^```yaml\n(.*?)^```$", re.M | re.S)
_SAGT = re.compile(r"^```\n(.*?)^```$", re.M | re.S)


class Tilfelle(NamedTuple):
    """A case: the code of the rule, the heading, the YAML of each file, and what the rule is to say."""

    kode: str
    overskrift: str
    yaml: tuple[str, ...]
    ventet: str

    @property
    def treff(self) -> bool:
        """Whether the rule is to find something."""
        return self.overskrift.startswith("Treff: ")


def tilfeller(path: Path) -> list[Tilfelle]:
    """Return the cases of a rule, in the order of the file."""
    return [
        Tilfelle(
            path.stem,
            kasus["overskrift"],
            tuple(_YAML.findall(kasus["kropp"])),
            "".join(_SAGT.findall(_YAML.sub("", kasus["kropp"]))),
        )
        for kasus in _KASUS.finditer(path.read_text(encoding="utf-8"))
    ]


def prøv(path: Path, sagt: Callable[[Tilfelle], str], *, skriv: bool) -> None:
    """Hold what the rule says of each of its cases against the file, or with `skriv` put it there.

    A hit where nothing should be found, or none where something should, is wrong whatever stands in the file.
    """
    alle = tilfeller(path)
    assert {t.overskrift.split(":")[0] for t in alle} == {"Treff", "Bom"}, "a rule has a hit and a miss"
    funnet = [sagt(tilfelle) for tilfelle in alle]
    assert [t.overskrift for t, said in zip(alle, funnet, strict=True) if bool(said) != t.treff] == []
    tekst = path.read_text(encoding="utf-8")
    fersk = _med(tekst, funnet)
    if skriv:
        path.write_text(fersk, encoding="utf-8", newline="\n")
        return
    assert tekst == fersk


def _med(tekst: str, funnet: list[str]) -> str:
    """Return the text of a file with what the rule says of each case in turn."""
    først, *_ = tekst.partition("## ")
    ut = []
    for kasus, said in zip(_KASUS.finditer(tekst), funnet, strict=True):
        *_, siste = _YAML.finditer(kasus["kropp"])
        blokk = f"\n```\n{said}```\n" if said else ""
        ut.append(f"## {kasus['overskrift']}\n{kasus['kropp'][: siste.end()]}\n{blokk}")
    return først + "\n".join(ut)
