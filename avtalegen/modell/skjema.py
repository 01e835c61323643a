"""JSON Schema (2020-12) of a whole file, for editors and other checkers: that of the models, and what inheriting adds.

In an agreement that inherits, a mapping need not say everything: the rest may stand in the other file. Hence the
parts with something required have a second schema, in which nothing is; it holds wherever there is no list above.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode

from avtalegen.modell.avtale import Avtale
from avtalegen.modell.jsonskjema import TOM, JsonSchema, måtene

_DEFS = "#/$defs/"
_FIRST, _LAST = ("title", "description"), ("examples", "default")


def json_schema() -> JsonSchema:
    """Return the schema of a whole file."""
    return Avtale.model_json_schema(schema_generator=_OfFile)


class _OfFile(GenerateJsonSchema):
    def generate(self, schema: Any, mode: JsonSchemaMode = "validation") -> JsonSchema:
        root = super().generate(schema, mode)
        return _with_heirs(root, root.pop("$defs"))

    def sort(self, value: JsonSchema, parent_key: str | None = None) -> JsonSchema:  # noqa: ARG002
        """Keep the order of the fields, and what they are called first."""
        return value

    def normalize_name(self, name: str) -> str:
        """Keep the letters that Pydantic doesn't take to be letters."""
        return re.sub(r"[^\w.-]", "_", name)


def _with_heirs(root: JsonSchema, parts: dict[str, JsonSchema]) -> JsonSchema:
    """Return the schema of a file that either says all that is required, or inherits."""
    heirs = _Heirs(parts)
    fields = root["properties"]
    relaxed = [key for key in fields if key != "format" and heirs.may_leave_out(key, root)]
    by_heirs = {key: heirs.field(fields[key]) for key in relaxed}
    by_others = {key: fields[key] for key in relaxed}
    of_all = {key: {word: field[word] for word in _FIRST} for key, field in by_others.items()}
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "Avtale om kommune- og politisamarbeid",
        **root,
        "properties": fields | of_all,
        "required": ["format"],
        "if": {"required": ["arv"], "properties": {"arv": {"not": TOM}}},
        "then": {"properties": by_heirs},
        "else": {"properties": by_others, "required": root["required"]},
        "$defs": dict(sorted((parts | heirs.parts).items())),
    }


class _Heirs:
    """The second schemas: of the parts in which somebody who inherits may leave out something required."""

    def __init__(self, others: dict[str, JsonSchema]) -> None:
        self.others = others
        self.parts: dict[str, JsonSchema] = {}

    def may_leave_out(self, key: str, part: JsonSchema) -> bool:
        """Tell whether an heir may leave out a field that is required of others, or something in it."""
        ways = måtene(part["properties"][key])
        return key in part.get("required", ()) or any(map(self._differs, ways))

    def field(self, field: JsonSchema) -> JsonSchema:
        """Return the schema of a field, from that of others."""
        ways = [self._way(way) for way in måtene(field)]
        first, last = ({word: field[word] for word in words if word in field} for words in (_FIRST, _LAST))
        return {**first, "anyOf": [*ways, *([] if TOM in ways else [TOM])], **last}

    def _way(self, way: JsonSchema) -> JsonSchema:
        if not self._differs(way):
            return {word: said for word, said in way.items() if word != "contains"}
        name = _name(way)
        heir = f"{name}.arving"
        if heir not in self.parts:
            self.parts[heir] = {}
            long, *short = _forms(self.others[name])
            made = self._long_form(long, f"{_DEFS}{name}{'/anyOf/0' if short else ''}/properties/")
            self.parts[heir] = {"anyOf": [made, *short]} if short else made
        return {"$ref": f"{_DEFS}{heir}"}

    def _long_form(self, part: JsonSchema, others: str) -> JsonSchema:
        """Return the schema of a mapping. What is the same for all is referred to, where it is in `others`."""
        fields = {
            key: self.field(field) if self.may_leave_out(key, part) else {"$ref": others + key}
            for key, field in part["properties"].items()
        }
        # `allOf` too says what can't be left out: that one of several must be there.
        said_of_all = {word: said for word, said in part.items() if word not in ("required", "allOf")}
        return said_of_all | {"properties": fields}

    def _differs(self, way: JsonSchema) -> bool:
        """Tell whether a schema is that of a part in which an heir may leave out something."""
        long = _forms(self.others[_name(way)])[0] if "$ref" in way else {}
        return "allOf" in long or any(self.may_leave_out(key, long) for key in long.get("properties", ()))


def _name(way: JsonSchema) -> str:
    return str(way["$ref"]).removeprefix(_DEFS)


def _forms(part: JsonSchema) -> list[JsonSchema]:
    """Return the schemas of the ways of writing a part, the long one first."""
    return [*part.get("anyOf", [part])]
