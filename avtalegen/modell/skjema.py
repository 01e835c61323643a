"""JSON Schema (2020-12) of the format, made from the models: for editors and other checkers.

The schema accepts all that `valider` accepts and refuses unknown keys and wrong shapes. It does not repeat how a
date or a number is written: to a program that resolves YAML's types `02800` is a number and `no` a boolean, so
every scalar may be text, number or boolean there.

In an agreement that inherits, a mapping need not say everything: the rest may stand in the other file. Hence the
parts with something required have a second schema, in which nothing is; it holds wherever there is no list above.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import SCALAR, SCALARS, Del, Felt, JsonSchema, Ordvalg, form, valg_nøkkel

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> JsonSchema:
    """Return the schema of a whole file."""
    parts: dict[str, JsonSchema] = {
        "skalar": {"type": ["string", "number", "boolean"]},
        "skalarer": {"anyOf": [SCALAR, _list(SCALAR)]},
    }
    root = _mapping(Avtale, parts)
    required = root.pop("required")
    by_heirs = {
        felt.nøkkel: _field(felt, parts, heir=True)
        for felt in Avtale.felter.values()
        if _may_be_inherited(felt) and felt.nøkkel != "format"
    }
    by_others = {key: root["properties"][key] for key in by_heirs}
    for key, schema in by_others.items():
        root["properties"][key] = {name: schema[name] for name in ("title", "description")}
    return {
        "$schema": DIALECT,
        "title": "Avtale om kommune- og politisamarbeid",
        **root,
        "required": ["format"],
        "if": {"required": ["arv"], "properties": {"arv": {"not": {"type": "null"}}}},
        "then": {"properties": by_heirs},
        "else": {"properties": by_others, "required": required},
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


def _heir_s_mapping(part: type[Del], parts: dict[str, JsonSchema]) -> JsonSchema:
    """Return `_mapping` for who inherits. What is the same for all is referred to, and must be in `parts` already."""
    others = f"#/$defs/{part.__name__}" + ("/anyOf/0" if "anyOf" in parts[part.__name__] else "")
    return {
        "description": (part.__doc__ or "").strip(),
        "type": "object",
        "properties": {
            felt.nøkkel: _field(felt, parts, heir=True)
            if _may_be_inherited(felt)
            else {"$ref": f"{others}/properties/{felt.nøkkel}"}
            for felt in part.felter.values()
        },
        "additionalProperties": False,
    }


def _may_be_inherited(felt: Felt) -> bool:
    """Tell whether an heir may leave out something in a field, or the field, that is required of others."""
    return felt.påkrevd or (_is_part(felt.type) and any(map(_may_be_inherited, felt.type.felter.values())))


def _is_part(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, Del)


def _field(felt: Felt, parts: dict[str, JsonSchema], *, heir: bool = False) -> JsonSchema:
    required = felt.påkrevd and not heir
    value = _value(felt.type, parts)
    options = [*_options(_value(felt.type, parts, heir=heir))]
    if felt.mange and value == SCALAR and not required:
        options = [SCALARS]
    elif felt.mange:
        options.append(_list(value) | ({"contains": {"not": {"type": "null"}}} if required else {}))
    if not required:
        options.append({"type": "null"})
    schema: JsonSchema = {"title": felt.tittel, "description": felt.beskrivelse}
    schema |= options[0] if len(options) == 1 else {"anyOf": options}
    if felt.eksempel:
        schema["examples"] = [felt.eksempel]
    if isinstance(felt.standard, Enum | bool):
        schema["default"] = felt.standard.value if isinstance(felt.standard, Enum) else felt.standard
    return schema


def _value(type_: Any, parts: dict[str, JsonSchema], *, heir: bool = False) -> JsonSchema:
    if not isinstance(type_, type):
        return form(type_).json
    if issubclass(type_, Ordvalg):
        return _choice(type_)
    assert issubclass(type_, Del)
    name = type_.__name__
    if heir and any(map(_may_be_inherited, type_.felter.values())):
        name += ".arving"
    else:
        heir = False
    if name not in parts:
        parts[name] = {}
        parts[name] = _part(type_, parts, heir=heir)
    return {"$ref": f"#/$defs/{name}"}


def _part(part: type[Del], parts: dict[str, JsonSchema], *, heir: bool = False) -> JsonSchema:
    options = [_heir_s_mapping(part, parts) if heir else _mapping(part, parts)]
    if part.kortform:
        options.append(SCALAR)
    if part.listeform:
        options.append(_list(_value(part.felter[part.listeform].type, parts)))
    return options[0] if len(options) == 1 else {"anyOf": options}


def _list(items: JsonSchema) -> JsonSchema:
    # An item may be empty: a dash with nothing after it yet.
    return {"type": "array", "items": {"anyOf": [*_options(items), {"type": "null"}]}}


_BETWEEN = r"[-–—_\s]"


def _choice(enum: type[Ordvalg]) -> JsonSchema:
    """Return the words to choose among, and as a pattern the other ways of writing them that are read the same."""
    ways = dict.fromkeys(valg_nøkkel(way) for member in enum for way in member.skrivemåter)
    pattern = "|".join("".join(_letter(c) for c in way) for way in ways)
    other = {"type": "string", "pattern": f"^{_BETWEEN}*({pattern}){_BETWEEN}*$"}
    return {"anyOf": [{"enum": [member.value for member in enum]}, other]}


def _letter(c: str) -> str:
    return f"{_BETWEEN}+" if c == "-" else f"[{c}{c.upper()}]"


def _options(schema: JsonSchema) -> list[JsonSchema]:
    """Return the alternatives of a schema that is nothing but alternatives, otherwise the schema alone."""
    return list(schema["anyOf"]) if schema.keys() == {"anyOf"} else [schema]
