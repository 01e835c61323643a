"""The JSON Schema, made once for all the tests of a process: to make it takes a fifth of a second."""

from __future__ import annotations

from functools import cache

from jsonschema import Draft202012Validator

from avtalegen.modell.jsonskjema import JsonSchema
from avtalegen.modell.skjema import json_schema


@cache
def skjema() -> JsonSchema:
    """Return what `json_schema` does; nobody changes it."""
    return json_schema()


@cache
def godtar() -> Draft202012Validator:
    """Return what tells whether the schema accepts a file."""
    return Draft202012Validator(skjema())
