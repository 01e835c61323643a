"""Agreements with one thing wrong in each: what `valider` says of them is what people meet.

`varianter` gives every example, and an agreement with every field of the format, broken in every way below; `utvalg`
gives a sample of them, the same each time. Run as a script it writes what is found in so many of them, one JSON line
for each, to compare one version with another: `python -m tests.brutte_varianter 3000 > før.jsonl`.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

import yaml

from avtalegen.flyt import check
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import Målform
from tests.conftest import EKSEMPLER
from tests.test_hvert_felt import filled
from tests.yamlprove import DUMPER, TEKSTER, alle_ruter

Path = tuple[Any, ...]
Change = Callable[[Any, Any], object]
"""Does something to the value that stands at a key in a mapping, or at a number in a list."""

INSTEAD: tuple[Any, ...] = (
    *(None, "", " ", [], {}, [None], "noe annet", "kanskje", "31.02.2026", "1", "-1", "25:99"),
    *({"ukjentnøkkel": "x"}, [[["x"]]], [{"ukjentnøkkel": "x"}], ["x", {"y": "z"}], {"navn": ["x"]}),
)
"""What is put in the place of a value."""


def fyldig() -> dict[str, Any]:
    """Return an agreement in which every field of the format stands, filled in by its example."""
    data = _filled(Avtale)
    data["arv"] = None  # there is no other file
    data["periode"]["løpende"] = "nei"  # it has an end
    return data


def _filled(part: type[Del]) -> dict[str, Any]:
    return {felt.nøkkel: [_value(felt)] if felt.mange else _value(felt) for felt in part.felter.values()}


def _value(felt: Felt) -> Any:
    if part := del_i(felt.type):
        return _filled(part)
    return filled(felt, "Særmerke").value


@cache
def varianter() -> list[tuple[str, Callable[[], str]]]:
    """Return what is wrong in each broken agreement, and what gives its YAML."""
    return [*_varianter()]


def _varianter() -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield what is wrong in each broken agreement, and what gives its YAML."""
    for file in EKSEMPLER:
        text = file.read_text(encoding="utf-8")
        for name, variant in (*_broken_lines(text), *_broken(yaml.load(text, TEKSTER))):
            yield f"{file.stem}: {name}", variant
    for name, variant in _broken(fyldig()):
        yield f"fyldig: {name}", variant


def utvalg(antall: int) -> list[tuple[str, Callable[[], str]]]:
    """Return some of the broken agreements, in order, with what gives their YAML."""
    alle = varianter()
    return [alle[n] for n in sorted(random.Random(1859).sample(range(len(alle)), antall))]


def funn(text: str) -> list[dict[str, Any]]:
    """Return what is found in an agreement, all of it, as JSON would have it."""
    return [
        {
            "kode": d.code,
            "alvor": d.severity.value,
            "plass": [d.span.line, d.span.column, d.span.end_line, d.span.end_column],
            "rute": list(d.route or ()),
            "melding": d.message,
            "råd": d.hint,
            "rettelse": d.fix and [d.fix.old, d.fix.new],
        }
        for d in check(text, "a.yaml", målform=Målform.BOKMÅL).diagnostics
    ]


def _broken_lines(text: str) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the text with each line left out, given twice, moved in or out."""
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if not line.strip():
            continue
        for how, new in (("borte", []), ("to ganger", [line] * 2), ("inn", ["  " + line]), ("ut", [line[2:]])):
            yield f"linje {n + 1} {how}", partial("\n".join, [*lines[:n], *new, *lines[n + 1 :]])


def _broken(data: Any) -> Iterator[tuple[str, Callable[[], str]]]:
    for path in alle_ruter(data):
        for how, change in _ways(path[-1]):
            yield f"{'.'.join(map(str, path))} {how}", partial(_changed, data, path, change)


def _changed(data: Any, path: Path, change: Change) -> str:
    """Return the YAML of `data` with one thing in it changed. Nothing on the way there is shared with `data`."""
    copy = place = _shallow(data)
    for step in path[:-1]:
        place[step] = _shallow(place[step])
        place = place[step]
    change(place, path[-1])
    return yaml.dump(copy, Dumper=DUMPER, allow_unicode=True, sort_keys=False)


def _shallow(data: Any) -> Any:
    return [*data] if isinstance(data, list) else {**data}


def _ways(key: Any) -> Iterator[tuple[str, Change]]:
    """Yield the ways in which the value at `key`, or the key itself, can be wrong."""
    for new in INSTEAD:
        yield f"= {json.dumps(new, ensure_ascii=False)}", partial(_put, new=lambda _, new=new: new)
    yield "to ganger i en liste", partial(_put, new=lambda there: [there, there])
    yield "et nivå for langt inn", partial(_put, new=lambda there: {"hva": there})
    yield "borte", lambda place, key: place.pop(key)
    if isinstance(key, str):
        for name in (key[:-1], key[1:] + key[0], key + "er", key.replace("å", "a").replace("ø", "o"), key.upper()):
            yield f"skrevet «{name}»", partial(_rename, name=name)


def _put(place: Any, key: Any, new: Callable[[Any], Any]) -> None:
    place[key] = new(place[key])


def _rename(place: Any, key: str, name: str) -> None:
    place[name] = place.pop(key)


if __name__ == "__main__":
    for navn, yaml_ in utvalg(int(sys.argv[1])):
        print(json.dumps([navn, funn(yaml_())], ensure_ascii=False))
