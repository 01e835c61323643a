"""How a part of the agreement is declared: a class per mapping in the YAML, a line per key.

    class Vedtak(Del):
        \"\"\"Et politisk vedtak.\"\"\"

        organ: Tekst = felt("Organet som vedtok avtalen.", eksempel="kommunestyret")
        dato: Dato | None = felt("Når vedtaket ble gjort.")

The annotation says what may stand there; the description is documentation and JSON Schema. `X | None` may be left
out, `tuple[X, ...]` takes one thing or many, a field with `standard` has that value when it is left out, and
everything else must be there.

The classes compile to pydantic-core's schema, and pydantic-core validates. They are not `BaseModel`s: building some
fifty of those takes about 40 ms in every process, and a whole `avtalegen valider` may take no more than 30 % over
importing pydantic itself. `__get_pydantic_core_schema__` makes them usable in pydantic models all the same.
"""

import types
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, ClassVar, NamedTuple, NoReturn, Self, Union, get_args, get_origin

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

JsonSchema = dict[str, Any]

SCALAR: JsonSchema = {"$ref": "#/$defs/skalar"}
"""The JSON Schema of one value, whatever its type; `skjema.json_schema` holds what it refers to."""
SCALARS: JsonSchema = {"$ref": "#/$defs/skalarer"}
"""The JSON Schema of one value or a list of them."""


def reject(message: str, hint: str | None = None) -> NoReturn:
    """Raise the error for a value that can't be read; both texts are Norwegian."""
    raise PydanticCustomError("uleselig", "{melding}", {"melding": message, "råd": hint})


def reject_shape(message: str, hint: str | None = None) -> NoReturn:
    """Raise the error for text, a list or a mapping that stands where another of the three was expected."""
    raise PydanticCustomError("fasong", "{melding}", {"melding": message, "råd": hint})


class Form:
    """A way of writing one value, put in `Annotated`.

    `read` takes the plain data from the YAML (text, list or mapping, never None) and returns the value, or calls
    `reject`. `json` is the JSON Schema of everything that `read` accepts.
    """

    __slots__ = ("core", "json")

    def __init__(self, read: Callable[[Any], object], json: JsonSchema | None = None) -> None:
        self.core: CoreSchema = core_schema.no_info_plain_validator_function(read)
        self.json = SCALAR if json is None else json


class Ordvalg(Enum):
    """A choice among words. The first word of each is the format's own; those after it are read as the same."""

    _value_: str
    skrivemåter: tuple[str, ...]

    def __new__(cls, ord_: str, *andre: str) -> Self:
        """Make a choice of its word and the other ways of writing it."""
        valg = object.__new__(cls)
        valg._value_ = ord_
        valg.skrivemåter = (ord_, *andre)
        return valg


Kontroll = Callable[[Any, Mapping[str, Any]], None]
"""Holds a value against the fields before it, by their names in Python; those that couldn't be read are not there."""


class Felt(NamedTuple):
    """A field: its key in the YAML, what it holds, whether it must be there."""

    navn: str
    nøkkel: str
    beskrivelse: str
    tittel: str
    eksempel: str | None
    type: Any
    mange: bool
    påkrevd: bool
    standard: Any
    kontroll: Kontroll | None


class _Uferdig(NamedTuple):
    beskrivelse: str
    eksempel: str | None
    nøkkel: str | None
    tittel: str | None
    standard: Any
    minst_én: bool
    kontroll: Kontroll | None


_INGEN: Any = object()


def felt(
    beskrivelse: str,
    *,
    eksempel: str | None = None,
    nøkkel: str | None = None,
    tittel: str | None = None,
    standard: Any = _INGEN,
    minst_én: bool = False,
    kontroll: Kontroll | None = None,
) -> Any:
    """Declare a field of a `Del`.

    `beskrivelse` is for the person who writes the YAML. `nøkkel` is the key where Python won't have it as a name
    (`for`), `tittel` a title other than the key with a capital letter. `minst_én` makes a list required. `kontroll`
    may reject a value, once it is read, for what the fields declared before it say.
    """
    return _Uferdig(beskrivelse, eksempel, nøkkel, tittel, standard, minst_én, kontroll)


class Del:
    """A part of an agreement: a mapping in the YAML, immutable once read.

    `kortform` is the key that a bare text stands for («Ordfører» for `tittel: Ordfører`), `listeform` the key that
    a bare list stands for. A subclass with a richer short form overrides `fra_tekst`.
    """

    felter: ClassVar[dict[str, Felt]] = {}
    kjerne: ClassVar[CoreSchema]
    kortform: ClassVar[str | None] = None
    listeform: ClassVar[str | None] = None

    def __init_subclass__(cls) -> None:
        """Collect the fields of the class, the inherited ones first, and compile them."""
        cls.felter = dict(cls.felter)
        for navn, annotation in cls.__annotations__.items():
            uferdig = cls.__dict__.get(navn)
            if isinstance(uferdig, _Uferdig):
                nytt = _ferdig(navn, annotation, uferdig)
                cls.felter[nytt.nøkkel] = nytt
        cls.kjerne = core_schema.no_info_before_validator_function(cls._langform, _dataklasse(cls))

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Return the mapping that a bare text stands for, or None if there is no such short form."""
        return {cls.kortform: tekst} if cls.kortform else None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> CoreSchema:
        return cls.kjerne

    @classmethod
    def _langform(cls, data: object) -> object:
        """Return the mapping that `data` stands for, without the keys that are there but empty."""
        if isinstance(data, str):
            langform = cls.fra_tekst(data)
            if langform is None:
                reject_shape(
                    f"Her skal det stå nøkler med innhold, ikke bare teksten «{forkort(data)}».",
                    cls._mønster(),
                )
            data = langform
        elif isinstance(data, list):
            if cls.listeform is None:
                reject_shape("her skal det stå én ting med nøkler, ikke en liste", cls._mønster())
            data = {cls.listeform: data}
        if not isinstance(data, dict):
            return data
        felter = cls.felter
        return {key: value for key, value in data.items() if value is not None or key not in felter}

    @classmethod
    def _mønster(cls) -> str:
        først = next(iter(cls.felter.values()))
        return f"Skriv det slik, med innrykk på neste linje: «{først.nøkkel}: {først.eksempel or '…'}»"

    def med(self, **verdier: Any) -> Self:
        """Return the same with other values in the fields that are named."""
        ny = object.__new__(type(self))
        ny.__dict__.update(self.__dict__ | verdier)
        return ny

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} can't be changed")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items() if value not in (None, ()))
        return f"{type(self).__name__}({said})"


def forkort(tekst: str, lengde: int = 40) -> str:
    """Return `tekst` on one line and no longer than `lengde` characters, for use in a message."""
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= lengde else tekst[: lengde - 1] + "…"


def tittel_av(nøkkel: str) -> str:
    """Return the title of a key: «per_år» is «Per år»."""
    ord_ = nøkkel.replace("_", " ")
    return ord_[0].upper() + ord_[1:]


def _ferdig(navn: str, annotation: Any, uferdig: _Uferdig) -> Felt:
    påkrevd, mange, standard = uferdig.standard is _INGEN, False, uferdig.standard
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        annotation = next(arg for arg in get_args(annotation) if arg is not types.NoneType)
        påkrevd, standard = False, None
        origin = get_origin(annotation)
    if origin is tuple:
        annotation, mange, påkrevd, standard = get_args(annotation)[0], True, uferdig.minst_én, ()
    nøkkel = uferdig.nøkkel or navn
    return Felt(
        navn,
        nøkkel,
        uferdig.beskrivelse,
        uferdig.tittel or tittel_av(nøkkel),
        uferdig.eksempel,
        annotation,
        mange,
        påkrevd,
        standard,
        uferdig.kontroll,
    )


def _dataklasse(cls: type[Del]) -> CoreSchema:
    fields = []
    for f in cls.felter.values():
        schema = _kjerne(f.type)
        if f.mange:
            items = core_schema.tuple_variable_schema(schema, min_length=1 if f.påkrevd else None)
            schema = core_schema.no_info_before_validator_function(_liste, items)
        if f.kontroll:
            schema = core_schema.with_info_after_validator_function(_kontrollert(f.kontroll), schema)
        if not f.påkrevd:
            schema = core_schema.with_default_schema(schema, default=f.standard)
        alias = f.nøkkel if f.nøkkel != f.navn else None
        fields.append(core_schema.dataclass_field(f.navn, schema, kw_only=True, validation_alias=alias))
    return core_schema.dataclass_schema(
        cls,
        core_schema.dataclass_args_schema(cls.__name__, fields),
        [f.navn for f in cls.felter.values()],
        config=core_schema.CoreConfig(extra_fields_behavior="forbid"),
    )


def _kontrollert(kontroll: Kontroll) -> Callable[[Any, core_schema.ValidationInfo], Any]:
    def read(value: Any, info: core_schema.ValidationInfo) -> Any:
        kontroll(value, info.data)
        return value

    return read


def _kjerne(type_: Any) -> CoreSchema:
    if isinstance(type_, type):
        if issubclass(type_, Del):
            return type_.kjerne
        if issubclass(type_, Ordvalg):
            return core_schema.no_info_plain_validator_function(_valg(type_))
    return form(type_).core


def form(type_: Any) -> Form:
    """Return the `Form` in an annotation such as `Annotated[date, Form(…)]`."""
    return next(m for m in type_.__metadata__ if isinstance(m, Form))


def _liste(data: object) -> object:
    """Let one thing stand where a list is expected, and leave out items that are empty."""
    return [item for item in data if item is not None] if isinstance(data, list) else [data]


def valg_nøkkel(tekst: str) -> str:
    """Return what makes two ways of writing a choice the same: case, hyphen, dash and space do not count."""
    return "-".join(tekst.casefold().replace("–", "-").replace("—", "-").replace("_", "-").replace("-", " ").split())


def _valg(enum: type[Ordvalg]) -> Callable[[Any], Ordvalg]:
    members = {valg_nøkkel(ord_): member for member in enum for ord_ in member.skrivemåter}

    def read(data: Any) -> Ordvalg:
        if isinstance(data, str) and (member := members.get(valg_nøkkel(data))):
            return member
        alle = ", ".join(f"«{member.value}»" for member in enum)
        if not isinstance(data, str):
            reject_shape(f"Her skal det stå ett av disse ordene: {alle}.")
        raise PydanticCustomError(
            "valg",
            "{melding}",
            {
                "melding": f"«{forkort(data)}» er ikke blant valgene her.",
                "råd": f"Velg ett av: {alle}.",
                "valg": [member.value for member in enum],
                "skrevet": data,
            },
        )

    return read
