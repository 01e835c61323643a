"""JSON Schema of what may be written where one value, a choice or a part of the agreement is expected.

It accepts all that is read, but for what is left to fill in between brackets without quotes, which YAML makes a list
of: «[fyll inn]» is not what is to stand there. It refuses unknown keys and wrong shapes. It does not repeat how a date
or a number is written: to a program that resolves YAML's types `02800` is a number and `no` a boolean, so every scalar
may be text, number or boolean there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pydantic_core import CoreSchema, core_schema

from avtalegen.modell.felt import Felt

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler

JsonSchema = dict[str, Any]

_SLAG: Any = {"type": ["string", "number", "boolean"]}
SKALAR = core_schema.any_schema(ref="skalar", metadata={"pydantic_js_updates": _SLAG})
"""One value, whatever its type. Having a name, it is a definition in the JSON Schema that everything else refers to."""
SKALARER = core_schema.union_schema(
    [SKALAR, core_schema.list_schema(core_schema.nullable_schema(SKALAR))], ref="skalarer"
)
"""One value or a list of them."""

TOM: JsonSchema = {"type": "null"}
_VERDI = ("$ref", "enum", "type", "items", "contains")
_LANGFORM = ("description", "type", "properties", "additionalProperties", "required")
_MELLOM = r"[-–—_\s]"


def som_skrevet(
    langform: JsonSchema,
    handler: GetJsonSchemaHandler,
    felter: Mapping[str, Felt],
    kortform: str | None,
    listeform: str | None,
) -> JsonSchema:
    """Return the schema of a part as people may write it, made of that of its long form with lists as lists.

    `felter` holds its fields by their names and keys; `kortform` and `listeform` are as in `base.Del`.
    """
    skalar, skalarer = (henvisning_til(skjema, handler) for skjema in (SKALAR, SKALARER))

    def skrevet(felt: Felt, skjema: JsonSchema) -> JsonSchema:
        if felt.mange and skjema["items"] == skalar:
            måter = [skalarer]
        elif felt.mange:
            måter = [*måtene(skjema["items"]), _liste(skjema["items"])]
        else:
            måter = [måte for måte in måtene(skjema) if måte != TOM]
        if not felt.påkrevd:
            måter.append(TOM)
        # Pydantic leaves out a description that the class it refers to has too.
        om = {"title": felt.tittel, "description": felt.beskrivelse}
        mer = {ord_: skjema[ord_] for ord_ in ("examples", "default") if skjema.get(ord_) not in (None, [])}
        return om | (måter[0] if len(måter) == 1 else {"anyOf": måter}) | mer

    hel: JsonSchema = {ord_: langform[ord_] for ord_ in _LANGFORM if ord_ in langform}
    hel["properties"] = {navn: skrevet(felter[navn], felt) for navn, felt in langform["properties"].items()}
    måter = [hel]
    if kortform:
        måter.append(skalar)
    if listeform:
        måter.append(_liste(langform["properties"][listeform]["items"]))
    return hel if len(måter) == 1 else {"anyOf": måter}


def eller(skjema: JsonSchema, påkrevd: str, annet: str) -> JsonSchema:
    """Return the schema of a part as it may be written, changed so that another field may stand instead of one."""
    hel = skjema["anyOf"][0]
    felt = hel["properties"][påkrevd]
    om = {ord_: felt[ord_] for ord_ in felt if ord_ not in (*_VERDI, "anyOf")}
    hel["properties"][påkrevd] = om | {"anyOf": [*måtene(felt), TOM]}
    hel["required"] = [navn for navn in hel["required"] if navn != påkrevd]
    ett_av_dem = [{"required": [navn], "properties": {navn: {"not": TOM}}} for navn in (påkrevd, annet)]
    hel["allOf"] = [{"anyOf": ett_av_dem}]
    return skjema


def henvisning_til(skjema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
    """Return the reference to a definition. Only what is inside another schema is looked for among them."""
    henvisning: JsonSchema = handler(core_schema.nullable_schema(skjema))["anyOf"][0]
    return henvisning


def _liste(ting: JsonSchema) -> JsonSchema:
    # An item may be empty: a dash with nothing after it yet.
    return {"type": "array", "items": {"anyOf": [*måtene(ting), TOM]}}


def måtene(skjema: JsonSchema) -> list[JsonSchema]:
    """Return the alternatives that the schema of a value or a field gives, without what it says about the field."""
    return [*skjema.get("anyOf", ({ord_: skjema[ord_] for ord_ in _VERDI if ord_ in skjema},))]


def ordvalg(ord_: Sequence[str], skrivemåter: Iterable[str]) -> JsonSchema:
    """Return the schema of a choice: its words, and as a pattern the ways of writing them that are read the same.

    In `skrivemåter` the words are in small letters, with a hyphen where there may be anything between them.
    """
    mønster = "|".join("".join(map(_tegn, måte)) for måte in dict.fromkeys(skrivemåter))
    return {"anyOf": [{"enum": [*ord_]}, {"type": "string", "pattern": f"^{_MELLOM}*({mønster}){_MELLOM}*$"}]}


def _tegn(tegn: str) -> str:
    return f"{_MELLOM}+" if tegn == "-" else f"[{tegn}{tegn.upper()}]"
