"""The filters and tests of the templates: these and no others, also in the templates of a repository.

Each takes what it costs from the `Work` of the document. What they make is bounded by what they get: no filter here
can make much out of little, and none looks into lists within lists, which can be small and yet endless to go through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from enum import Enum
from typing import Any, NoReturn

from jinja2 import Undefined, pass_context
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context

from avtalegen.dokument.innhold import Link, Signatures
from avtalegen.funn.begge import Begge
from avtalegen.komponering.mal import grenser, grunner, utvalgsfiltre
from avtalegen.komponering.mal.view import signatures
from avtalegen.komponering.spor.sporing import Grunn, Sporet, Valgt, egne_ord, sammen, skjøt, som
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.modell.base import Del
from avtalegen.modell.former import Svar

WORK = "_arbeid"
"""The name under which a template's context holds its `Work`."""
_STEP, _FILTER, _ITEM = 50, 50, 20
HELD = 100
"""What it costs to print a value, beside the length of it."""
_CONTAINERS = (list, tuple, dict)
TEXTS = frozenset((str, Sporet))
"""The classes of nearly all that is printed; to ask Python what else is a text takes its time."""
Scalar = str | int | float | date | Enum | Link | Signatures | None


def filters(språk: Språk, *, bounded: bool, spor: bool = False) -> dict[str, Callable[..., Any]]:
    """Return the filters of a language by name.

    `bounded`: those that take what they cost from the `Work`. `spor`: also those that keep track of the values.
    """
    of_values, with_context = _of_values(språk), _with_context()
    tracking = {**grunner.filters(), grenser.JOIN: lambda values: sammen(*map(_text, values))} if spor else {}
    if not bounded:
        return {**of_values, **with_context, **utvalgsfiltre.filters(), **tracking}
    return {
        **tracking,
        **{name: _charged(_without_context(function)) for name, function in of_values.items()},
        **{name: _charged(function) for name, function in with_context.items()},
        grenser.STEP: _steps,
        grenser.RUN: _run,
        grenser.ADD: _add,
        grenser.JOIN: _put_together,
        grenser.SCALAR: _compared,
    }


def _of_values(språk: Språk) -> dict[str, Callable[..., Any]]:
    """Return the filters that look at nothing but what they are given: ways of writing first, then what counts."""
    return {
        "andel": språk.andel,
        "antall": språk.antall,
        "avgrenset": språk.avgrenset,
        "bestemt": språk.bestemt,
        "dato": språk.dato,
        "egne_ord": egne_ord,
        "hyppighet": språk.hyppighet,
        "klokkeslett": språk.klokkeslett,
        "kort_dag": språk.kort_dag,
        "kort_dato": språk.kort_dato,
        "kroner": språk.kroner,
        "lengde": språk.lengde,
        "lenke": språk.lenke,
        "liste": språk.liste,
        "liten": språk.liten,
        "med": språk.med,
        "når": språk.når,
        "organisasjonsnummer": språk.organisasjonsnummer,
        "prosent": språk.prosent,
        "punktum": språk.punktum,
        "punkttekst": språk.punkttekst,
        "på_året": språk.på_året,
        "rolle": språk.rolle,
        "setning": språk.setning,
        "setninger": språk.setninger,
        "stor": språk.stor,
        "tall": språk.tall,
        "telefon": språk.telefon,
        "tidspunkt": språk.tidspunkt,
        "tidsrom": språk.tidsrom,
        "ukedager": språk.ukedager,
        "ukedato": språk.ukedato,
        "uker": språk.uker,
        "uten_slutt": språk.uten_slutt,
        "varighet": språk.varighet,
        "åpningstider": språk.åpningstider,
        "default": _default,
        "join": _join,
        "length": len,
        "list": list,
        "lower": lambda text: text.lower(),
        "unique": _unique,
    }


def _with_context() -> dict[str, Callable[..., Any]]:
    """Return the filters that look at what the template sees, or name another filter."""
    return {
        **{name: FILTERS[name] for name in ("map", "select", "selectattr", "reject", "rejectattr")},
        "underskrifter": signatures,
    }


def tests() -> dict[str, Callable[..., bool]]:
    """Return the tests by name."""
    return {
        "defined": lambda value: not isinstance(value, Undefined),
        "undefined": lambda value: isinstance(value, Undefined),
        "none": lambda value: value is None,
        "true": lambda value: value is True,
        "false": lambda value: value is False,
        "equalto": lambda value, other: scalar(value) == scalar(other),
    }


def scalar(value: Any) -> Any:
    """Return a value that is one thing; raises for a list and the like."""
    if value.__class__ is str:
        return value
    if isinstance(value, Undefined):
        str(value)  # raises, and says which name it is
    if isinstance(value, _CONTAINERS) and not isinstance(value, Svar):
        raise ValueError(
            Begge("en liste står der det bare kan stå én verdi", "ei liste står der det berre kan stå éin verdi")
        )
    return value


def _charged(function: Callable[..., Any]) -> Callable[..., Any]:
    @pass_context
    def charged(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:
        work: grenser.Work = context[WORK]
        for argument in (*args, *kwargs.values()):
            if isinstance(scalar(argument), str) and argument.startswith("_"):  # «map» takes the name of a filter
                raise SecurityError
        work.use(_FILTER + _size(value))
        made = function(context, value, *args, **kwargs)
        if isinstance(made, Iterator):
            made = list(made)
        work.use(_size(made))
        return made

    return charged


def _without_context(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda _context, *args, **kwargs: function(*args, **kwargs)


def _size(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, _CONTAINERS):
        weights: dict[int, int] = {}
        return _ITEM * len(value) + sum(_weight(item, weights) for item in value)
    return 1


def _weight(value: Any, weights: dict[int, int]) -> int:
    """Return what it may cost to compare or hash an item: all that is in it. `weights` holds those already known."""
    if isinstance(value, str):
        return len(value)
    if not isinstance(value, Del | tuple):
        return 0
    if (known := weights.get(id(value))) is None:
        inside = vars(value).values() if isinstance(value, Del) else value
        known = weights[id(value)] = 1 + sum(_weight(part, weights) for part in inside)
    return known


@pass_context
def _steps(context: Context, values: Any, size: int) -> Iterator[Any]:
    """Give the values of a loop, whose body costs `size`, and take the price of each round."""
    work: grenser.Work = context[WORK]
    if values is None:
        raise ValueError(
            Begge(
                "det løkken går gjennom, er ikke oppgitt i avtalen. Spør med «if» først",
                "det løkka går gjennom, står ikkje i avtalen. Spør med «if» først",
            )
        )
    if not isinstance(values, Iterable):
        raise ValueError(Begge("det løkken går gjennom, er ikke en liste", "det løkka går gjennom, er inga liste"))
    for value in values:
        work.use(_STEP + size)
        yield value


@pass_context
def _run(context: Context, _value: None, size: int) -> None:
    context[WORK].use(size)


@pass_context
def _compared(context: Context, value: Any, may_hold: bool) -> Any:
    """Return a side of a comparison; `may_hold`: the side that something is to be in."""
    if may_hold and isinstance(value, _CONTAINERS):
        context[WORK].use(_size(value))
        return value
    if isinstance(value, str | Svar):
        context[WORK].use(_size(value))
    return scalar(value)


@pass_context
def _put_together(context: Context, values: list[Any]) -> str:
    parts = [*map(_text, values)]
    context[WORK].use(_FILTER + sum(map(len, parts)))
    return sammen(*parts)


@pass_context
def _add(context: Context, values: list[Any]) -> Any:
    left, right = values
    context[WORK].use(_FILTER + _size(left) + _size(right))
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        return [*left, *right]
    if isinstance(left, int) and isinstance(right, int):
        if abs(made := left + right) < grenser.LARGEST:
            return made
        raise ValueError(Begge("tallet blir for stort", "talet blir for stort"))
    if isinstance(left, str) and isinstance(right, str):
        return left + right
    for value in values:
        if isinstance(value, Undefined):
            str(value)
    raise ValueError(
        Begge(
            "bare lister, hele tall og tekster kan legges sammen med «+», og bare når begge er av samme slag",
            "berre lister, heile tal og tekstar kan leggjast saman med «+», og berre når begge er av same slag",
        )
    )


def printed(value: Any) -> str | Link | Signatures | Grunn:
    """Return a value as it is written where no filter says how; raises for what can't be written so."""
    if value.__class__ in TEXTS or isinstance(value, str | Link | Signatures | Grunn):
        return value
    if isinstance(value, Enum | Valgt | Svar) and (words := egne_ord(value)):
        return words
    if isinstance(value, Enum | Valgt):
        return str(value.value) if isinstance(value, Enum) else value.value
    if isinstance(value, int | float | date) and not isinstance(value, datetime):
        return som(value, str(value))
    return _refuse(value)


def _refuse(value: Any) -> NoReturn:
    if isinstance(value, Undefined):
        str(value)  # raises, and says which name it is
    if value is None:
        raise ValueError(
            Begge(
                "verdien er ikke oppgitt i avtalen. Spør med «if» først",
                "verdien står ikkje i avtalen. Spør med «if» først",
            )
        )
    raise ValueError(
        Begge(
            "verdien består av flere deler. Skriv én av dem, eller bruk et filter, for eksempel «liste»",
            "verdien har fleire delar. Skriv éin av dei, eller bruk eit filter, til dømes «liste»",
        )
    )


def _default(value: Any, other: Any = "") -> Any:
    return other if value is None or isinstance(value, Undefined) else value


def _join(values: Iterable[Any], between: str = "") -> str:
    return skjøt(str(between), map(_text, values))


def _text(value: Any) -> str:
    if value.__class__ in TEXTS:
        return value
    held = printed(value)
    return held if isinstance(held, str) else held.text if isinstance(held, Link) else ""


def _unique(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))
