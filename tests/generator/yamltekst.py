"""From plain data to YAML, laid out in one of the many ways that people do it. No anchors and no tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO
from random import Random
from typing import Any, NamedTuple

import yaml
from yaml.emitter import Emitter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from tests.generator.blad import Skrevet

_KOMMENTARER = ("# avklart med politiet", "# TODO-liste: se møtebok", "#", "# «sitat» og {klammer}: [ja]", "# æøå 🎉")

_SOM_PUNKT = re.compile(r"\s([-–—+*•]|\d+[.)])\s")


class Stil(NamedTuple):
    """How a file is laid out."""

    bredde: int = 100
    innrykk: int = 2
    flyt: float = 0.0
    sitat: float = 0.0
    kommentarer: float = 0.0
    tomme: float = 0.0
    crlf: bool = False
    bom: bool = False
    start: bool = False


PEN = Stil()
"""Block YAML without quotes, as people are shown it."""


def stil(r: Random) -> Stil:
    """Draw a way of laying out a file."""
    return Stil(
        bredde=r.choice((100, 40, 10_000)),
        innrykk=r.choice((2, 4, 7)),
        flyt=r.choice((0.0, 0.2, 1.0)),
        sitat=r.choice((0.0, 0.3, 1.0)),
        kommentarer=r.choice((0.0, 0.2)),
        tomme=r.choice((0.0, 0.1)),
        crlf=r.random() >= 0.8,
        bom=r.random() >= 0.8,
        start=r.random() >= 0.8,
    )


class _Dumper(Emitter, Serializer, BaseResolver):
    """PyYAML's dumper without its types: `0301` and `ja` are texts, and need no quotes."""

    def __init__(self, stream: Any, width: int, indent: int, explicit_start: bool) -> None:
        Emitter.__init__(self, stream, width=width, indent=indent, allow_unicode=True)
        Serializer.__init__(self, explicit_start=explicit_start)
        BaseResolver.__init__(self)

    def anchor_node(self, node: yaml.Node) -> None:
        """Give no node an anchor; none stands twice in the tree."""
        self.anchors[node] = None
        for barn in node.value if not isinstance(node, yaml.ScalarNode) else ():
            for ett in barn if isinstance(barn, tuple) else (barn,):
                self.anchor_node(ett)


try:
    from yaml.cyaml import CEmitter

    class _Rask(CEmitter, BaseResolver):  # type: ignore[misc]
        """The same in C, ten times as fast."""

        def __init__(self, stream: Any, width: int, indent: int, explicit_start: bool) -> None:
            CEmitter.__init__(
                self, stream, width=width, indent=indent, allow_unicode=True, explicit_start=explicit_start
            )
            BaseResolver.__init__(self)
except ImportError:  # PyYAML without libyaml
    _Rask = None  # type: ignore[assignment,misc]


def som_yaml(data: dict[str, Any], r: Random, stil: Stil) -> bytes:
    """Return a file that holds `data`."""
    node = _Noder(r, stil).node(data, flyt=False)
    raskt = _skrevet(_Rask, node, stil) if _Rask else None
    # The fast one breaks a text in double quotes in another way: then a line has one quote and not the other.
    like = raskt is not None and all(linje.replace('\\"', "").count('"') % 2 == 0 for linje in raskt.split("\n"))
    tekst = _med_kommentarer(raskt if raskt and like else _skrevet(_Dumper, node, stil), r, stil.kommentarer)
    if stil.crlf:
        tekst = tekst.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if stil.bom else b"") + tekst.encode()


def _skrevet(dumper_: Any, node: yaml.Node, stil: Stil) -> str:
    ut = StringIO()
    dumper = dumper_(ut, stil.bredde, stil.innrykk, stil.start)
    dumper.open()
    dumper.serialize(node)
    dumper.close()
    return ut.getvalue()


class _Noder:
    """Chooses for each value between flow and block, and between the ways of quoting."""

    def __init__(self, r: Random, stil: Stil) -> None:
        self._r = r
        self._stil = stil

    def node(self, data: Skrevet | None, *, flyt: bool) -> yaml.Node:
        if isinstance(data, dict):
            i_flyt = flyt or (bool(data) and self._treffer(self._stil.flyt) and _er_liten(data))
            par = [(self._nøkkel(key), self.node(value, flyt=i_flyt)) for key, value in data.items()]
            return yaml.MappingNode("tag:yaml.org,2002:map", par, flow_style=i_flyt)
        if isinstance(data, list):
            i_flyt = flyt or (self._treffer(self._stil.flyt) and _er_liten(data))
            ting = [self.node(ett, flyt=i_flyt) for ett in data]
            if not i_flyt and self._treffer(self._stil.tomme):
                ting.insert(self._r.randint(0, len(ting)), self._skalar("", None))
            return yaml.SequenceNode("tag:yaml.org,2002:seq", ting, flow_style=i_flyt)
        return self._tekst(data or "", flyt=flyt)

    def _tekst(self, tekst: str, *, flyt: bool) -> yaml.Node:
        stiler: list[str] = ["'", '"']
        if not flyt and tekst == tekst.strip():
            stiler += ["|", ">"]
        # Broken over lines without quotes, a dash or the «5.» of «26. 5. 2026» could begin a line, which is told as an
        # item that isn't one.
        if tekst and (_SOM_PUNKT.search(tekst) or self._treffer(self._stil.sitat)):
            return self._skalar(tekst, self._r.choice(stiler))
        return self._skalar(tekst, None)

    def _nøkkel(self, key: str) -> yaml.Node:
        return self._skalar(key, self._r.choice(["'", '"']) if self._treffer(self._stil.sitat / 4) else None)

    def _skalar(self, tekst: str, style: str | None) -> yaml.Node:
        return yaml.ScalarNode("tag:yaml.org,2002:str", tekst, style=style)

    def _treffer(self, sjanse: float) -> bool:
        return self._r.random() >= 1 - sjanse


def _er_liten(data: Skrevet | None) -> bool:
    return len(str(data)) < 400


def _med_kommentarer(tekst: str, r: Random, sjanse: float) -> str:
    """Put comments over some of the keys and behind some of the values. In a text a «#» would be no comment."""
    if not sjanse:
        return tekst
    linjer = tekst.split("\n")
    over, bak = _plasser(tekst)
    ut = []
    for nummer, linje in enumerate(linjer):
        if nummer in over and r.random() < sjanse:
            ut.append(r.choice((*_KOMMENTARER, "")))
        hale = nummer in bak and linje.strip() and r.random() < sjanse
        ut.append(f"{linje} {r.choice(_KOMMENTARER)}" if hale else linje)
    return "\n".join(ut)


def _plasser(tekst: str) -> tuple[set[int], set[int]]:
    """Return the lines that begin with a key in a block, and those that end with a plain or quoted text."""
    over, bak, dybde = set(), set(), 0
    linjer = tekst.split("\n")
    for token in _tokener(tekst):
        if isinstance(token, yaml.FlowMappingStartToken | yaml.FlowSequenceStartToken):
            dybde += 1
        elif isinstance(token, yaml.FlowMappingEndToken | yaml.FlowSequenceEndToken):
            dybde -= 1
        elif isinstance(token, yaml.KeyToken) and not dybde:
            først = linjer[token.start_mark.line][: token.start_mark.column]
            if not først.strip():
                over.add(token.start_mark.line)
        elif isinstance(token, yaml.ScalarToken) and token.style not in ("|", ">") and not dybde:
            slutt = token.end_mark
            if slutt.column == len(linjer[slutt.line]):
                bak.add(slutt.line)
    return over, bak


def _tokener(tekst: str) -> Iterator[yaml.Token]:
    yield from yaml.scan(tekst, Loader=yaml.CBaseLoader if hasattr(yaml, "CBaseLoader") else yaml.BaseLoader)
