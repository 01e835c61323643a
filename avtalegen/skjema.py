"""JSON Schema (2020-12) of the format, made from the models: for editors and other checkers.

The schema accepts all that `valider` accepts and refuses unknown keys and wrong shapes. It does not repeat how a
date or a number is written: to a program that resolves YAML's types `02800` is a number and `no` a boolean, so
every scalar may be text, number or boolean there.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import SCALAR, SCALARS, Del, Felt, JsonSchema, form

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> JsonSchema:
    """Return the schema of a whole file."""
    parts: dict[str, JsonSchema] = {
        "skalar": {"type": ["string", "number", "boolean"]},
        "skalarer": {"anyOf": [SCALAR, _list(SCALAR)]},
    }
    root = _mapping(Avtale, parts)
    return {
        "$schema": DIALECT,
        "title": "Avtale om kommune- og politisamarbeid",
        **root,
        "$defs": dict(sorted(parts.items())),
    }


def _mapping(part: type[Del], parts: dict[str, JsonSchema]) -> JsonSchema:
    """Return the schema of the long form of a part; the parts below it go into `parts`."""
    schema: JsonSchema = {
        "description": (part.__doc__ or "").strip(),
        "type": "object",
        "properties": {felt.nøkkel: _field(felt, parts) for felt in part.felter.values()},
        "additionalProperties": False,
    }
    if required := [felt.nøkkel for felt in part.felter.values() if felt.påkrevd]:
        schema["required"] = required
    return schema


def _field(felt: Felt, parts: dict[str, JsonSchema]) -> JsonSchema:
    value = _value(felt.type, parts)
    options = [*_options(value)]
    if felt.mange and value == SCALAR and not felt.påkrevd:
        options = [SCALARS]
    elif felt.mange:
        options.append(_list(value) | ({"contains": {"not": {"type": "null"}}} if felt.påkrevd else {}))
    if not felt.påkrevd:
        options.append({"type": "null"})
    schema: JsonSchema = {"title": felt.tittel, "description": felt.beskrivelse}
    schema |= options[0] if len(options) == 1 else {"anyOf": options}
    if felt.eksempel:
        schema["examples"] = [felt.eksempel]
    if isinstance(felt.standard, Enum | bool):
        schema["default"] = felt.standard.value if isinstance(felt.standard, Enum) else felt.standard
    return schema


def _value(type_: Any, parts: dict[str, JsonSchema]) -> JsonSchema:
    if not isinstance(type_, type):
        return form(type_).json
    if issubclass(type_, Enum):
        return _choice(type_)
    assert issubclass(type_, Del)
    if type_.__name__ not in parts:
        parts[type_.__name__] = {}
        parts[type_.__name__] = _part(type_, parts)
    return {"$ref": f"#/$defs/{type_.__name__}"}


def _part(part: type[Del], parts: dict[str, JsonSchema]) -> JsonSchema:
    options = [_mapping(part, parts)]
    if part.kortform:
        options.append(SCALAR)
    if part.listeform:
        options.append(_list(_value(part.felter[part.listeform].type, parts)))
    return options[0] if len(options) == 1 else {"anyOf": options}


def _list(items: JsonSchema) -> JsonSchema:
    # An item may be empty: a dash with nothing after it yet.
    return {"type": "array", "items": {"anyOf": [*_options(items), {"type": "null"}]}}


def _choice(enum: type[Enum]) -> JsonSchema:
    """Return the words to choose among, and as a pattern the other ways of writing them that are read the same."""
    words = [member.value for member in enum]
    pattern = "|".join("".join(_letter(c) for c in word) for word in words)
    return {"anyOf": [{"enum": words}, {"type": "string", "pattern": rf"^\s*({pattern})\s*$"}]}


def _letter(c: str) -> str:
    return "[-–—_ ]+" if c == "-" else f"[{c}{c.upper()}]"


def _options(schema: JsonSchema) -> list[JsonSchema]:
    """Return the alternatives of a schema that is nothing but alternatives, otherwise the schema alone."""
    return list(schema["anyOf"]) if schema.keys() == {"anyOf"} else [schema]
