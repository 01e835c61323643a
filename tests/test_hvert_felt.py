"""Every field of the format stands in the document, whatever else is filled in: nothing that people write is lost.

Each is tried alone with what its part requires, together with the free text of its part, and together with each of the
other fields beside it.
"""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

import pytest

from avtalegen.komponering import compose
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import TEKSTER, MarkdownTekst
from avtalegen.modell.parter import Parter
from tests.dokumenttekst import to_text
from tests.grundig import utvalg

Rute = tuple[Felt, ...]
GRUNNLAG: dict[str, Any] = {
    "format": "1",
    "avtale": {"status": "signert"},
    "parter": {"kommuner": [{"kommunenummer": "1859"}], "politi": {"distrikt": "Nordland"}},
}
# The fields that say nothing of themselves in the document, and why.
UTENOM: dict[tuple[str, ...], str] = {
    ("format",): "which format the file has",
    ("arv",): "where the rest of the agreement stands; tested in test_arv",
    ("parter", "kommuner", "kommunenummer"): "the key to the register, which gives the name",
    ("parter", "kommuner", "navn"): "a name the register knows; tested in test_komponering",
    ("avtale", "erstatter", "fil"): "where the earlier agreement lies; tested in test_saksframlegg_endret",
    **{
        ("oppgaver", *navn): "said in the papers and not in the agreement; tested in test_oppgaver"
        for navn in ((), ("hva",), ("ansvarlig",), ("frist",), ("fra_møte",), ("status",))
    },
    ("vedlegg", "fil"): "where the attachment lies",
    ("signaturer", "part"): "said by «for»",
    ("lokale_avsnitt", "etter"): "where the section stands; tested in test_komponering",
    ("lokale_avsnitt", "språk"): "the language of the section; tested in test_cli_malform",
    ("avtale", "våpen"): "the picture itself; tested in test_cli_lag",
    ("avtale", "våpen", "fil"): "the picture itself; tested in test_cli_lag",
    ("avtale", "våpen", "alternativ_tekst"): "the picture itself; tested in test_cli_lag",
}
# Two that can't be true at once.
UFORENLIGE = {("Periode", frozenset(par)) for par in (("løpende", "til"), ("løpende", "varighet"))}
EKSEMPLER = {
    "Telefon": "02800",
    "Dato": "25.10.2026",
    "Frist": "to uker",
    "Fra": "1.10.2026",
    "Vedtatt": "25.10.2026",
    "Slutt": "12.00",
    "Telefontid": "09.00–15.00",
    "Periode": "2026",
    "Offentlig": "ja",
}


def parts(part: type[Del] = Avtale, above: Rute = ()) -> Iterator[tuple[Rute, type[Del]]]:
    """Give every mapping of the format with the way to it."""
    yield above, part
    for felt in part.felter.values():
        if inner := del_i(felt.type):
            yield from parts(inner, (*above, felt))


def keys(route: Rute) -> tuple[str, ...]:
    return tuple(felt.nøkkel for felt in route)


def _most_telling(part: type[Del]) -> Felt:
    """Return the first field that takes any text, otherwise the first one."""
    fields = list(part.felter.values())
    return next((felt for felt in fields if felt.type in TEKSTER), fields[0])


class Filled(NamedTuple):
    """A value for a field, and the word in it that must stand in the document; none for a date and the like."""

    value: Any
    mark: str | None


def filled(felt: Felt, mark: str) -> Filled:
    if part := del_i(felt.type):
        required = [f for f in part.felter.values() if f.påkrevd] or [_most_telling(part)]
        required += [part.felter["kommuner"]] if part is Parter else []
        inner = {f.nøkkel: filled(f, mark) for f in required}
        return Filled({key: one.value for key, one in inner.items()}, next(iter(inner.values())).mark)
    if felt.type in (*TEKSTER, MarkdownTekst):
        return Filled(mark, mark)
    if isinstance(felt.type, type) and issubclass(felt.type, Enum):
        return Filled(
            (not felt.standard and felt.eksempel) or next(m.value for m in felt.type if m != felt.standard), None
        )
    if felt.standard is True:
        return Filled("nei", None)
    assert felt.eksempel or felt.standard is False or felt.tittel in EKSEMPLER, f"«{felt.nøkkel}» needs an example"
    return Filled(felt.eksempel or EKSEMPLER.get(felt.tittel, "ja"), None)


def agreement(route: Rute, fields: dict[str, Any], *, two: bool = False) -> dict[str, Any]:
    """Return an agreement where the mapping at `route` has these fields, and what it and those over it require.

    With `two` there are two kommuner, and another of each thing over the mapping that there may be many of.
    """
    data: dict[str, Any] = {**GRUNNLAG}
    if two:
        data["parter"] = {**data["parter"], "kommuner": [*data["parter"]["kommuner"], {"kommunenummer": "1860"}]}
    place = data
    for felt in route:
        inner: dict[str, Any] = {
            f.nøkkel: filled(f, "Påkrevd").value for f in felt.type.felter.values() if f.påkrevd and not del_i(f.type)
        }
        before = place.get(felt.nøkkel)
        inner |= (before[0] if isinstance(before, list) else before) or {}
        others = (before[1:] if isinstance(before, list) else [filled(felt, "Annen").value]) if two else []
        place[felt.nøkkel] = [inner, *others] if felt.mange else inner
        place = inner
    place.update(fields)
    return data


def said(data: dict[str, Any]) -> str:
    document = compose(Avtale.model_validate(data)).document
    assert document is not None
    return to_text(document).casefold()


@cache
def said_with(number: int, *names: str, two: bool) -> str:
    """Return the document of `agreement_with` these."""
    return said(agreement_with(number, *names, two=two))


def agreement_with(number: int, *names: str, two: bool = False) -> dict[str, Any]:
    """Return an agreement with some fields of the mapping with this number in `PARTS`; `two` as above."""
    route, part = PARTS[number]
    return agreement(route, {name: filled(part.felter[name], mark(part, name)).value for name in names}, two=two)


def mark(part: type[Del], name: str) -> str:
    """Return a word of the field's own, with no ending that a sentence might have already."""
    return f"Særmerke{list(part.felter).index(name):02}x"


PARTS = list(parts())


def lost(number: int, *names: str, two: bool = False) -> list[str]:
    """Return the fields that don't stand in the document when these, and no others, are filled in."""
    route, part = PARTS[number]
    if (part.__name__, frozenset(names)) in UFORENLIGE:
        return []
    document = said_with(number, *names, two=two)
    return [
        f"{'.'.join((*keys(route), name))} ({', '.join(names)})"
        for name in names
        # What joins a point with its parts says nothing without them; tested in test_setninger.
        if (*keys(route), name) not in UTENOM
        and name != "bindeord"
        and not stands(number, name, names, document, two=two)
    ]


def stands(number: int, name: str, names: tuple[str, ...], document: str, *, two: bool) -> bool:
    felt = PARTS[number][1].felter[name]
    if word := filled(felt, mark(PARTS[number][1], name)).mark:
        return word.casefold() in document
    return felt.påkrevd or document != said_with(number, *(other for other in names if other != name), two=two)


def in_section(section: str) -> Iterator[tuple[int, list[str]]]:
    for number, (route, part) in enumerate(PARTS):
        if route and route[0].nøkkel == section:
            yield number, list(part.felter)


SECTIONS = sorted({route[0].nøkkel for route, _ in PARTS if route})


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_stands_in_the_document_alone(section: str) -> None:
    assert [one for number, names in in_section(section) for name in names for one in lost(number, name)] == []


@pytest.mark.parametrize("section", utvalg(SECTIONS, 3))
def test_every_field_stands_in_the_document_where_there_are_two_of_everything(section: str) -> None:
    alle = [(number, name) for number, names in in_section(section) for name in names]
    assert [one for number, name in alle for one in lost(number, name, two=True)] == []


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_stands_in_the_document_beside_a_free_text(section: str) -> None:
    texts = [(number, names) for number, names in in_section(section) if "tekst" in names]
    assert [one for n, names in texts for name in names if name != "tekst" for one in lost(n, name, "tekst")] == []


PAIRS = [
    (number, pair)
    for number, (_, part) in enumerate(PARTS)
    for pair in combinations(part.felter, 2)
    if not {"format", "arv"} & {*pair}
]


@pytest.mark.parametrize("batch", range(16))
def test_every_field_stands_in_the_document_beside_every_other(batch: int) -> None:
    pairs = utvalg(PAIRS, 96)[batch::16]
    assert [one for number, pair in pairs for one in lost(number, *pair)] == []


def test_the_exceptions_are_fields() -> None:
    known = {(*keys(route), name) for route, part in PARTS for name in part.felter}
    assert UTENOM.keys() <= known
    assert {("Periode", frozenset(pair)) for _, pair in PAIRS} >= UFORENLIGE
