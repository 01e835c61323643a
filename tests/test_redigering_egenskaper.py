"""What holds for every change of every file: it is made, and nothing else is.

The files are the examples, generated agreements, and YAML written in every way there is. What a change should give is
said once more here, on plain data.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from random import Random
from typing import Any, NamedTuple

import pytest
import yaml

from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing import parse, to_data
from avtalegen.lesing.builder import NOTHING
from avtalegen.lesing.comments import comments
from avtalegen.lesing.redigering import (
    Endring,
    Fjern,
    Flytt,
    RedigeringFeil,
    Redigert,
    Sett,
    SettInn,
    angre,
    les_verdi,
    rediger,
)
from tests import rotete_yaml
from tests.cli_support import ROOT
from tests.generator import avtale
from tests.grundig import antall, noen_raskt

EKSEMPLER = sorted([*(ROOT / "eksempler").rglob("*.yaml"), *(ROOT / "tests" / "data").glob("rik*.yaml")])
EKSEMPLER = [path for path in EKSEMPLER if not path.name.startswith(".")]
BUNKER = 10


@lru_cache(None)
def generert(nummer: int) -> bytes:
    """Return a generated agreement, which takes longer to make than to change."""
    return avtale(nummer).data


def filer(r: Random) -> bytes:
    """Draw a file."""
    kind = r.random()
    if kind < 0.1:
        return r.choice(EKSEMPLER).read_bytes()
    if kind < 0.3:
        return generert(r.randint(0, 400) % antall(10, 401))
    while True:
        data = rotete_yaml.Skribent(r).fil()
        if parse(data, "a.yaml").diagnostics == ():
            return data


def innhold(data: bytes) -> Any:
    root = parse(data, "a.yaml").root
    return {} if root is None else to_data(root)


def steder(node: Any, rute: Rute = ()) -> Iterator[tuple[Rute, Any]]:
    """Every place in the data, with what is there."""
    yield rute, node
    if isinstance(node, dict | list):
        for step, inside in node.items() if isinstance(node, dict) else enumerate(node):
            yield from steder(inside, (*rute, step))


def på(node: Any, rute: Rute) -> Any:
    for step in rute:
        node = node[step]
    return node


def trukket(r: Random, data: Any) -> Endring:
    """Draw a change that can be made of the data."""
    alle = [*steder(data)]
    kart = [rute for rute, node in alle if isinstance(node, dict)]
    lister = [rute for rute, node in alle if isinstance(node, list)]
    noe = [rute for rute, _ in alle if rute]
    kind = r.choice(("sett", "sett", "ny", "inn", "fjern", "flytt"))
    if kind == "inn" and lister:
        rute = r.choice(lister)
        return SettInn(rute, r.randint(0, len(på(data, rute))), rotete_yaml.verdi(r))
    if kind == "fjern" and noe:
        return Fjern(r.choice(noe), behold_tomme=r.random() < 0.2)
    if kind == "flytt" and (lange := [rute for rute in lister if len(på(data, rute)) > 1]):
        rute = r.choice(lange)
        return Flytt(rute, *r.sample(range(len(på(data, rute))), 2))
    if kind == "ny" or not noe:
        rute = r.choice(kart)
        key = r.choice((*rotete_yaml.NØKLER, "ny nøkkel", "x:y", "- z", "#", "{", "Kari: a"))
        under = [r.choice(rotete_yaml.NØKLER) for _ in range(r.choice((0, 0, 1)))] if key not in på(data, rute) else []
        return Sett((*rute, key, *under), rotete_yaml.verdi(r))
    return Sett(r.choice(noe), rotete_yaml.verdi(r))


def ventet(data: Any, endring: Endring) -> Any:
    """What the data should be after a change, by a way that knows nothing of text."""
    data = copy.deepcopy(data)
    rute = endring.rute
    if isinstance(endring, SettInn):
        på(data, rute).insert(endring.plass, endring.verdi)
    elif isinstance(endring, Flytt):
        liste = på(data, rute)
        liste.insert(endring.til, liste.pop(endring.fra))
    elif isinstance(endring, Fjern):
        del på(data, rute[:-1])[rute[-1]]
        over = rute[:-1]
        while over and not på(data, over) and not endring.behold_tomme:
            del på(data, over[:-1])[over[-1]]
            over = over[:-1]
    else:
        node = data
        for step in rute[:-1]:
            if isinstance(node, dict) and node.get(step) is None:
                node[step] = {}
            node = node[step]
        node[rute[-1]] = endring.verdi
    return data


class Plass(NamedTuple):
    """A text in a file, with the lines it is on, and the outermost brackets around it, if any."""

    rute: Rute
    linjer: range
    klammer: tuple[int, int] | None


def plasser(text: str) -> list[Plass]:
    """Every name and text with its lines, by PyYAML's own tree."""
    found: list[Plass] = []

    def walk(node: Any, rute: Rute, klammer: tuple[int, int] | None) -> None:
        start, end = node.start_mark, node.end_mark
        if not isinstance(node, yaml.ScalarNode):
            if klammer is None and node.flow_style:
                klammer = (start.index, end.index)
                found.append(Plass(rute, range(start.line, end.line + 1), klammer))
            inni = node.value if isinstance(node, yaml.MappingNode) else [one for one in node.value if not _tom(one)]
            for n, inside in enumerate(inni):
                if isinstance(node, yaml.MappingNode):
                    key, value = inside
                    found.append(Plass((*rute, key.value), range(key.start_mark.line, key.end_mark.line + 1), klammer))
                    walk(value, (*rute, key.value), klammer)
                else:
                    walk(inside, (*rute, n), klammer)
            return
        if start.index == end.index:
            return  # nothing stands anywhere
        last = end.line + (1 if end.column else 0) if node.style in ("|", ">") else end.line + 1
        last = max(last, start.line + 1)
        found.append(Plass(rute, range(start.line, last), klammer))

    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    if root is not None:
        walk(root, (), None)
    return found


def _tom(node: yaml.Node) -> bool:
    """Tell whether an item has nothing in it, so that nobody counts it."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in NOTHING


def rørt(text: str, endring: Endring, redigert: Redigert, før: Any) -> list[str]:
    """What changed that shouldn't have: lines with a text that isn't of the item, and doesn't share its line."""
    rute = endring.rute
    if isinstance(endring, Fjern) and not endring.behold_tomme:
        while len(rute) > 1 and len(på(før, rute[:-1])) == 1:
            rute = rute[:-1]
    alle = plasser(text)
    egne = [p for p in alle if p.rute[: len(rute)] == rute]
    mine = {line for p in egne for line in p.linjer}
    over = {p.klammer for p in alle if p.klammer and rute[: len(p.rute)] == p.rute}
    neste = _ved_streken(text, rute, egne, før) if isinstance(endring, Fjern) else ("",)
    wrong = []
    lines = text.split("\n")
    own = {lines[line] for line in mine}  # of lines that are alike, any may be told to be the one that changed
    for change in redigert.linjer:
        for line in range(change.fra - 1, change.til - 1):
            if lines[line] in own or not lines[line].strip() or lines[line].lstrip().startswith("#"):
                continue
            others = [p for p in alle if line in p.linjer and p.rute[: len(rute)] != rute]
            others = [p for p in others if rute[: len(p.rute)] != p.rute and p.rute[: len(neste)] != neste]
            if any(p.klammer not in over for p in others) and not _bare_slutten(change, line, lines):
                wrong.append(lines[line])
    return wrong


def _ved_streken(text: str, rute: Rute, egne: list[Plass], før: Any) -> Rute:
    """Return the way to what comes to stand beside a dash, when the first of a mapping or list goes from there."""
    over = på(før, rute[:-1])
    keys: list[Any] = [*over] if isinstance(over, dict) else [*range(len(over))]
    line = text.split("\n")[egne[0].linjer.start].lstrip(" ") if egne else ""
    first = len(keys) > 1 and keys[0] == rute[-1]
    return (*rute[:-1], keys[1]) if first and (not line or line[:2] in ("- ", "? ", ": ", "-")) else ("",)


def _bare_slutten(change: Any, line: int, lines: list[str]) -> bool:
    """Tell whether all that changed of a line is its line break, or the sign of a text that it must not change."""
    old, *new = (
        re.sub(r"([|>])[+-]", r"\1", one).rstrip() for one in (change.gamle[line - change.fra + 1], *change.nye)
    )
    return old in new


def brutt(frø: int) -> Iterator[str]:
    """Give what doesn't hold for one change of one file."""
    r = Random(f"redigering {frø}")
    data = filer(r)
    før = innhold(data)
    endring = trukket(r, før)
    text = parse(data, "a.yaml").text
    try:
        redigert = rediger(data, "a.yaml", endring)
        skrevet_ut = False
    except RedigeringFeil as error:
        if "gjelder også i linje" not in str(error):
            yield f"refused: {error}"
            return
        redigert, skrevet_ut = rediger(data, "a.yaml", endring, alias="skriv_ut"), True
    if innhold(redigert.data) != ventet(før, endring):
        yield f"the tree is {innhold(redigert.data)}"
    if angre(redigert) != data:
        yield "not undone"
    if data[:3] == b"\xef\xbb\xbf" and redigert.data[:3] != data[:3]:
        yield "lost its mark"
    if b"\r\n" in data and redigert.data.count(b"\n") != redigert.data.count(b"\r\n"):
        yield "mixed line breaks"
    if b"\r\n" not in data and b"\r\n" in redigert.data:
        yield "other line breaks"
    if innhold(redigert.data) and data.endswith(b"\n") != redigert.data.endswith(b"\n") and not _i_teksten(redigert):
        yield "another end of file"
    if not skrevet_ut and (wrong := rørt(text, endring, redigert, før)):
        yield f"touched {wrong}"
    yield from kommentarer_borte(text, endring, redigert)


def _i_teksten(redigert: Redigert) -> bool:
    """Tell whether the last line break of a file is a part of its last text, which must stay as it was."""
    *_, last = (t for t in yaml.scan(innhold_tekst(redigert.data)) if isinstance(t, yaml.ScalarToken))
    return redigert.data.endswith(b"\n") and last.style in ("|", ">")


def kommentarer_borte(text: str, endring: Endring, redigert: Redigert) -> Iterator[str]:
    """Give the comments that are gone and shouldn't be."""
    lost = Counter(c.text for c in comments(text)) - Counter(c.text for c in comments(innhold_tekst(redigert.data)))
    if isinstance(endring, Fjern) or not lost:
        return
    if isinstance(endring, Sett):
        nå = les_verdi(text.encode(), "a.yaml", endring.rute)
        if isinstance(nå, dict | list):
            return  # those inside what is replaced are of it
    yield f"comments gone: {lost}"


def innhold_tekst(data: bytes) -> str:
    return parse(data, "a.yaml").text


@pytest.mark.parametrize("bunke", noen_raskt(range(BUNKER), [0]))
def test_a_change_is_made_and_nothing_else(bunke: int) -> None:
    hver = antall(200, 10_000) // BUNKER
    wrong = {frø: told for frø in range(bunke * hver, (bunke + 1) * hver) if (told := [*brutt(frø)])}
    assert wrong == {}
