"""A value as YAML: in brackets or in a block, with quotes only where the reader needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from avtalegen.lesing.builder import NOTHING
from avtalegen.lesing.findings import WORD_SIGN

_SPECIAL_START = frozenset(",[]{}#&*!|>'\"%@`")
_SPECIAL_INSIDE = re.compile(r": |:$| #|[\t\n]|^---|^\.\.\.")
# «?» because readers that aren't libyaml, PyYAML's own among them, take no text with it there.
_SPECIAL_IN_BRACKETS = re.compile(r"[,\[\]{}?]|^:")
# What a text can't hold as it is: what the reader forbids, and what it reads as a space or a line break.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# Lines that a block text can't have: those that begin further in, and an empty one first.
_ODD_LINE = re.compile(r"^[ \t]|\A\n", re.MULTILINE)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Sitert(str):
    """A text to be written in quotes, though it is read the same without."""

    __slots__ = ()


class Stil(NamedTuple):
    """How what is new is laid out: levels of `innrykk`, lists so much further in than their key, quotes like `sitat`.

    `blokk`: texts of several lines may stand under `|`. `luft`: braces have spaces inside.
    """

    innrykk: int
    liste: int
    luft: bool
    sitat: str | None = None
    blokk: bool = True


def inline(text: str, *, flow: bool, sitat: str | None = None, key: bool = False) -> str:
    """Return a text on one line: plain where that is read as the same, otherwise in quotes like `sitat`."""
    if sitat not in ("'", '"') and not isinstance(text, Sitert) and _is_plain(text, flow=flow, key=key):
        return text
    single = not _ESCAPED.search(text) and "\n" not in text and "\t" not in text
    if single and sitat != '"' and (sitat == "'" or '"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    escaped = re.sub(r'[\\"\n\t\r]', lambda found: _ESCAPES[found[0]], text)
    return '"' + _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'


def blokktekst(text: str, sitat: str | None) -> tuple[str, list[str]] | None:
    """Return the sign of a block text and its lines without indent; None for a text that is none.

    A text of one line is one only where one of `sitat` stood, and it ends as such texts do.
    """
    body = text.rstrip("\n")
    if not body or _ESCAPED.search(text) or _ODD_LINE.search(body):
        return None
    if "\n" not in body and not (sitat in ("|", ">") and text.endswith("\n")):
        return None
    sign = ">" if sitat == ">" and "\n" not in body else "|"
    ends = len(text) - len(body)
    return sign + ("-", "", "+")[min(ends, 2)], [*body.split("\n"), *[""] * (ends - 1)]


def i_klammer(value: Any, stil: Stil) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        inside = ", ".join(f"{nøkkel(key, flow=True)}: {i_klammer(one, stil)}" for key, one in value.items())
        return f"{{ {inside} }}" if stil.luft and inside else f"{{{inside}}}"
    if isinstance(value, list):
        return "[" + ", ".join(i_klammer(one, stil) for one in value) + "]"
    return "~" if value is None else inline(value, flow=True, sitat=stil.sitat)


def nøkkel(key: str, *, flow: bool) -> str:
    """Return the name of a field."""
    return inline(key, flow=flow, key=True)


def par(key: str, value: Any, kolonne: int, stil: Stil) -> list[str]:
    """Return the lines of a field that begins in a column (from 0). The first has no indent of its own."""
    first, rest = verdi(value, kolonne, stil)
    return [f"{nøkkel(key, flow=False)}: {first}".rstrip(" "), *rest]


def verdi(value: Any, kolonne: int, stil: Stil) -> tuple[str, list[str]]:
    """Return what stands beside the key of a value, and the lines below it. The key begins in a column."""
    if isinstance(value, dict) and value:
        return "", kart(value, kolonne + stil.innrykk, stil)
    if isinstance(value, list) and value:
        return "", liste(value, kolonne + stil.liste, stil)
    if isinstance(value, str) and stil.blokk and (found := blokktekst(value, stil.sitat)):
        sign, lines = found
        return sign, [_indented(line, kolonne + stil.innrykk) for line in lines]
    return inline(value, flow=False, sitat=stil.sitat) if isinstance(value, str) else i_klammer(value, stil), []


def kart(value: dict[str, Any], kolonne: int, stil: Stil) -> list[str]:
    """Return the lines of a mapping in a block whose keys begin in a column."""
    return _under((par(key, one, kolonne, stil) for key, one in value.items()), kolonne)


def liste(value: list[Any], kolonne: int, stil: Stil) -> list[str]:
    """Return the lines of a list in a block whose dashes stand in a column."""
    return _under((punkt(one, kolonne, stil) for one in value), kolonne)


def _under(alle: Iterable[list[str]], kolonne: int) -> list[str]:
    """Return the lines of several fields or items, the first of each with its indent."""
    return [line for first, *rest in alle for line in (_indented(first, kolonne), *rest)]


def punkt(value: Any, kolonne: int, stil: Stil) -> list[str]:
    """Return the lines of an item whose dash stands in a column. The first has no indent of its own."""
    if isinstance(value, dict | list) and value:
        inside = kart(value, kolonne + 2, stil) if isinstance(value, dict) else liste(value, kolonne + 2, stil)
        return [f"- {inside[0].lstrip(' ')}", *inside[1:]]
    first, rest = verdi(value, kolonne, stil)
    return [f"- {first}", *rest]


def _indented(line: str, kolonne: int) -> str:
    return " " * kolonne + line if line else line


def _is_plain(text: str, *, flow: bool, key: bool) -> bool:
    return not (
        text in NOTHING
        or text != text.strip()
        or _ESCAPED.search(text)
        or text[0] in _SPECIAL_START
        or text[:2].rstrip(" ") in ("-", "?")
        or (key and (text[0] in "-?" or text == "<<" or WORD_SIGN.match(text)))
        or _SPECIAL_INSIDE.search(text)
        or (flow and _SPECIAL_IN_BRACKETS.search(text))
    )
