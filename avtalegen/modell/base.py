"""How a part of the agreement is declared: a Pydantic model per mapping in the YAML, a line per key.

    class Vedtak(Del):
        \"\"\"Et politisk vedtak.\"\"\"

        organ: Tekst = felt("Organet som vedtok avtalen.", eksempel="kommunestyret")
        dato: Dato | None = felt("Når vedtaket ble gjort.")

The annotation says what may stand there; the description is documentation and JSON Schema. `X | None` may be left
out, `tuple[X, ...]` takes one thing or many, a field with `standard` has that value when it is left out, and
everything else must be there.

Values are read as they stand in the YAML, and written so by `model_dump`: what it gives is data that means the same
agreement. A value of Python's own (a number, a date, a choice, a `Del`) may stand where the YAML has text.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from enum import Enum
from functools import lru_cache
from inspect import signature
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute
from avtalegen.modell import ordlyd
from avtalegen.modell.avvisning import reject_answer, reject_shape
from avtalegen.modell.data import fra_python, som_data
from avtalegen.modell.felt import INGEN, Felt, Uferdig, ferdig, pydantisk
from avtalegen.modell.jsonskjema import SKALAR, JsonSchema, ordvalg, som_skrevet
from avtalegen.modell.listetegn import som_liste, uten_skilletegn
from avtalegen.modell.ufylt import kan_stå_i_klammer, kan_være_ufylt, lest_ufylt

F = TypeVar("F", bound=Callable[..., Any])


class Form:
    """A way of writing one value, put in `Annotated`.

    `read` takes the plain data from the YAML (text, list or mapping, never None) and returns the value, or calls
    `reject`. `json` is the schema of everything that `read` accepts. `hva` says in Norwegian what kind of value it is,
    and `måter` are examples of ways to write it. A text is read without what joined it to the next one in the list
    it was copied from («Lage plan;»), unless it is to be read `som_skrevet`.
    """

    __slots__ = ("core", "hva", "måter")

    def __init__(
        self,
        read: Callable[[Any], object],
        json: CoreSchema = SKALAR,
        *,
        hva: str,
        måter: tuple[str, ...] = (),
        som_skrevet: bool = False,
    ) -> None:
        self.hva, self.måter = hva, måter
        self.core = _lest(read, som_skrevet, json_schema_input_schema=json, serialization=_skrevet(json))

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return self.core


def _lest(read: Callable[[Any], object], som_skrevet: bool = False, **mer: Any) -> CoreSchema:
    def les(data: Any) -> object:
        er_tekst = data.__class__ is str
        if (kan_være_ufylt(data) if er_tekst else kan_stå_i_klammer(data)) and (ufylt := lest_ufylt(data)):
            with suppress(PydanticCustomError):  # where it can't stand, what is written is told of
                return read(ufylt)
        if not er_tekst:
            data = fra_python(data)
        return read(data if som_skrevet or data.__class__ is not str else uten_skilletegn(data))

    return core_schema.no_info_plain_validator_function(les, **mer)


def _skrevet(json: CoreSchema) -> core_schema.SerSchema:
    return core_schema.plain_serializer_function_ser_schema(som_data, return_schema=json)


class Ordvalg(Enum):
    """A choice among words. The first word of each is the format's own; those after it are read as the same.

    `ord` are the words of somebody who has not chosen (`EgneOrd`), which stand as they are written.
    """

    _value_: str
    skrivemåter: tuple[str, ...]
    ord: str | None

    def __new__(cls, ord_: str, *andre: str) -> Self:
        """Make a choice of its word and the other ways of writing it."""
        valg = object.__new__(cls)
        valg._value_ = ord_
        valg.skrivemåter = (ord_, *andre)
        valg.ord = None
        return valg

    @classmethod
    def egne(cls, _tekst: str, _kjente: Mapping[str, Self], /) -> Self | None:
        """Return what other words are read as, None when they are refused. Given too are the choices by their words."""
        return None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _lest(_valg(cls), serialization=_skrevet(core_schema.any_schema()))

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        return ordvalg([valg.value for valg in cls], (valg_nøkkel(måte) for valg in cls for måte in valg.skrivemåter))


def felt(
    beskrivelse: str,
    *,
    eksempel: str | None = None,
    nøkkel: str | None = None,
    tittel: str | None = None,
    standard: Any = INGEN,
    andre_ord: str = "",
) -> Any:
    """Declare a field of a `Del`.

    `beskrivelse` is for the person who writes the YAML. `nøkkel` is the key where Python won't have it as a name
    (`for`), `tittel` a title other than the key with a capital letter. `andre_ord` are the other words that people use
    for the key, in bokmål and nynorsk, with «_» inside a word of several: whoever writes one of them is told the key.
    Inflections and missing æ, ø and å are understood without being there.
    """
    return Uferdig(beskrivelse, eksempel, nøkkel, tittel, standard, andre_ord)


def _med_signatur(funksjon: F) -> F:
    """Let a function know its signature: Pydantic asks for it in each of the sixty parts, and it is slow to find."""
    funksjon.__signature__ = signature(funksjon)  # type: ignore[attr-defined]
    return funksjon


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Del(BaseModel, frozen=True):
    """A part of an agreement: a mapping in the YAML, immutable once read.

    `kortform` is the key that a bare text stands for («Ordfører» for `tittel: Ordfører`), `listeform` the key that
    a bare list stands for. `svarform` tells that the bare text is «ja» or «nei». A subclass with a richer short form
    overrides `fra_tekst`. `felter` holds the fields by their keys, `kjente` by their names in Python too, and `lister`
    those of these names that have many; `nøkler` holds the keys by the names.
    """

    # The way to the part in its agreement, while a document is composed that is to lead back to it; and who is to know
    # what is read of it, while it is part of an agreement that could not be read as a whole.
    __slots__ = ("rute", "vakt")

    model_config = ConfigDict(
        extra="forbid",
        # Fifty models are built when an agreement is read, as one, and not when they are imported.
        defer_build=True,
        validate_by_alias=True,
        validate_by_name=True,
        serialize_by_alias=True,
    )

    felter: ClassVar[dict[str, Felt]] = {}
    kortform: ClassVar[str | None] = None
    listeform: ClassVar[str | None] = None
    svarform: ClassVar[bool] = False
    kjente: ClassVar[dict[str, Felt]] = {}
    lister: ClassVar[frozenset[str]] = frozenset()
    nøkler: ClassVar[dict[str, str]] = {}

    # What can be iterated, a template can loop through; the names and values are in `felter` and `model_dump`.
    __iter__ = None  # type: ignore[assignment]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Make Pydantic's fields of ours, before it collects them: the annotation says what the default is."""
        super().__init_subclass__(**kwargs)
        nye = {
            navn: ferdig(navn, annotation, uferdig)
            for navn, annotation in cls.__annotations__.items()
            if isinstance(uferdig := cls.__dict__.get(navn), Uferdig)
        }
        for navn, felt in nye.items():
            setattr(cls, navn, pydantisk(felt))
        cls.felter = cls.felter | {felt.nøkkel: felt for felt in nye.values()}
        cls.kjente = cls.felter | {felt.navn: felt for felt in cls.felter.values()}
        cls.lister = frozenset(navn for navn, felt in cls.kjente.items() if felt.mange)
        cls.nøkler = {felt.navn: felt.nøkkel for felt in cls.felter.values()}

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Return the mapping that a bare text stands for, or None if there is no such short form.

        «Ja» and «nei» answer a question that only `svarform` asks, and are no name, title or time.
        """
        if cls.kortform and not cls.svarform:
            reject_answer(tekst)
        return {cls.kortform: tekst} if cls.kortform else None

    @model_validator(mode="before")
    @classmethod
    @_med_signatur
    def langform(cls, data: Any) -> Any:
        """Return the mapping that `data` stands for, without the keys that are there but empty, lists as lists."""
        if data.__class__ is not dict and isinstance(data, Del):  # Pydantic is slow to tell
            return data
        if cls.kortform and kan_stå_i_klammer(data):
            data = lest_ufylt(data) or data
        if not isinstance(data, dict):
            data = cls._fra_kortform(data)
        mange = cls.lister
        return {
            nøkkel: som_liste(verdi) if nøkkel in mange else verdi
            for nøkkel, verdi in data.items()
            if verdi is not None or nøkkel not in cls.kjente
        }

    @classmethod
    def _fra_kortform(cls, data: Any) -> Any:
        if not isinstance(data, str):
            data = fra_python(data)
        match data:
            case dict():
                return data
            case str() if (langform := cls.fra_tekst(data)) is not None:
                return langform
            case str():
                hva = ordlyd.bare_tekst(forkort(data))
            case list() if cls.listeform:
                return {cls.listeform: data}
            case list():
                return reject_shape(ordlyd.EN_LISTE, ordlyd.uten_liste(data, cls.kjente) or cls._mønster())
            case _:
                hva = ordlyd.INGEN_NØKLER
        return reject_shape(hva, cls._mønster())

    @classmethod
    def _mønster(cls) -> Begge:
        from avtalegen.modell.eksempler import eksempel  # hardly any file needs to be told how

        først = next(iter(cls.felter.values()))
        vist = eksempel(først) or likt("…")
        foran = f"Skriv det slik, med innrykk på neste linje: «{først.nøkkel}"
        return Begge(f"{foran}: {vist}»", f"{foran}: {vist.nn}»")

    # With a type for what it returns, Pydantic would take that for what it writes in the JSON Schema.
    @model_serializer(mode="wrap")
    @_med_signatur
    def _skriv(self, skriv: SerializerFunctionWrapHandler):  # type: ignore[no-untyped-def]
        """Write lists as lists, as YAML and JSON do; Pydantic gives tuples."""
        return {nøkkel: [*verdi] if isinstance(verdi, tuple) else verdi for nøkkel, verdi in skriv(self).items()}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        """Add the short forms to the schema of what may be written; what `model_dump` gives is always long."""
        skjema = handler.resolve_ref_schema(handler(core))
        return (
            som_skrevet(skjema, handler, cls.kjente, cls.kortform, cls.listeform)
            if handler.mode == "validation"
            else skjema
        )

    def med(self, **verdier: Any) -> Self:
        """Return the same with other values in the fields that are named. Raises `TypeError` for other names."""
        return self.model_copy(update=verdier)

    def ved(self, rute: Rute, verdier: dict[str, Any]) -> Self:
        """Return the same with other values, which knows the way to it: as Pydantic copies, and nothing else."""
        kopi = object.__new__(self.__class__)
        _sett_rute(kopi, rute)
        _sett_verdier(kopi, verdier)
        _sett_skrevet(kopi, self.__pydantic_fields_set__)
        _sett_mer(kopi, None)
        _sett_privat(kopi, None)
        return kopi

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Do what Pydantic does, but raise `TypeError` for the name of no field: Pydantic takes whatever it gets."""
        if ukjente := (update or {}).keys() - type(self).model_fields.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(ukjente))}")
        return super().model_copy(update=update, deep=deep)

    def __repr_args__(self) -> Iterator[tuple[str, Any]]:
        return ((navn, verdi) for navn, verdi in self.__dict__.items() if verdi not in (None, ()))


# What `__setattr__` of all objects does, which would look for the name first.
_sett_rute = vars(Del)["rute"].__set__
_sett_verdier, _sett_skrevet, _sett_mer, _sett_privat = (
    vars(BaseModel)[f"__{navn}__"].__set__
    for navn in ("dict", "pydantic_fields_set", "pydantic_extra", "pydantic_private")
)


def forkort(tekst: str, lengde: int = 40) -> str:
    """Return `tekst` on one line and no longer than `lengde` characters, for use in a message."""
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= lengde else tekst[: lengde - 1] + "…"


@lru_cache(maxsize=512)
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
            reject_shape(ordlyd.ett_av(alle))
        if (egne := enum.egne(data, members)) is not None:
            return egne
        sagt = {"melding": ordlyd.ikke_et_valg(forkort(data)), "råd": ordlyd.velg(alle)}
        raise PydanticCustomError(
            "valg", "{melding}", {**sagt, "valg": [member.value for member in enum], "skrevet": data}
        )

    return read


def del_i(type_: Any) -> type[Del] | None:
    """Return the part of the format that a field of this type (`Felt.type`) holds, None when it holds a value."""
    return type_ if isinstance(type_, type) and issubclass(type_, Del) else None
