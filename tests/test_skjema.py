"""The JSON Schema: fresh, documented, and of one mind with `valider` about the shape of a file."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from avtalegen.flyt import check
from avtalegen.lesing import Entry, Mapping, Scalar, Sequence
from avtalegen.lesing.validering import SKJEMAFEIL, build
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from tests import yamlprove
from tests.conftest import EKSEMPLER
from tests.grundig import utvalg
from tests.i_ett import i_ett
from tests.skjemaprove import godtar, skjema

# What a value means is for `valider`; the schema only knows its shape.
FORM = set(SKJEMAFEIL) - {"SKJ005"}


def test_the_committed_schema_is_the_one_the_models_give(skriv_fasit: bool) -> None:
    path = Path(__file__).parent.parent / "skjema" / "avtale.schema.json"
    fresh = json.dumps(skjema(), ensure_ascii=False, indent=2) + "\n"
    if skriv_fasit:
        path.write_text(fresh, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == fresh


def test_the_schema_is_a_schema() -> None:
    deler = dict(utvalg(skjema()["$defs"].items(), 8))
    Draft202012Validator.check_schema({**skjema(), "$defs": deler})


def parts(part: type[Del] = Avtale) -> Iterator[type[Del]]:
    yield part
    for felt in part.felter.values():
        if below := del_i(felt.type):
            yield from parts(below)


def test_every_field_has_a_title_and_a_description_in_the_schema() -> None:
    assert len(set(parts())) > 50
    for part in set(parts()):
        found = skjema() if part is Avtale else skjema()["$defs"][part.__name__]
        long_form = found if "properties" in found else next(s for s in found["anyOf"] if "properties" in s)
        assert long_form["description"].endswith((".", "»")), part
        assert list(long_form["properties"]) == list(part.felter), part
        for key, schema in long_form["properties"].items():
            assert schema["title"], (part, key)
            assert schema["description"].endswith("."), (part, key)
        assert long_form["additionalProperties"] is False, part


@pytest.mark.parametrize("example", EKSEMPLER, ids=lambda path: path.stem)
@pytest.mark.parametrize("loader", [yamlprove.TEKSTER, yamlprove.VERDIER])
def test_the_schema_accepts_the_examples_whatever_types_the_reader_sees(example: Path, loader: Any) -> None:
    data = yaml.load(example.read_text(encoding="utf-8"), loader)
    assert [error.message for error in godtar().iter_errors(_dates_as_text(data))] == []


def test_the_schema_accepts_unquoted_numbers_and_people_s_own_ways() -> None:
    text = """
format: 1
avtale: {status: Til behandling, målform: Bokmål, dato: 17. oktober 2024}
periode: 2024–2025
parter: {kommuner: 0301, politi: Oslo}
politiråd: {møter: 4, leder: ordfører}
politikontakt: {tilstedeværelse: {dager: [mandag, onsdag], fra: 09:00, til: 15}}
tjenestetilbud:
  tjenestesteder: {navn: x, telefon: 02800, åpningstider: {mandag: 9–15, lørdag: }}
slt: nei
taushetsplikt: ja
"""
    assert check(text, "a.yaml").diagnostics == ()
    assert list(godtar().iter_errors(yaml.safe_load(text))) == []


def test_words_for_a_choice_are_one_text() -> None:
    data = {"format": 1, "avtale": {"status": "utkast"}, "parter": {"kommuner": "1859", "politi": "Nordland"}}
    for åpenhet, feil in (("åpen", 0), ("åpne ved behov", 0), (["åpen"], 1), ({"åpen": "ja"}, 1)):
        assert len([*godtar().iter_errors({**data, "politiråd": {"åpenhet": åpenhet}})]) == feil, åpenhet


def breakages(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield paths in `data` and what to put there instead."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        here = (*path, key)
        yield here, None
        yield here, {"ukjentnøkkel": "x"}
        yield here, [[["x"]]]
        yield here, "noe annet"
        yield from breakages(value, here)


def broken(data: Any, path: tuple[Any, ...], new: Any) -> Any:
    data = deepcopy(data)
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = new
    return data


@pytest.mark.parametrize("example", utvalg(EKSEMPLER, 2), ids=lambda path: path.stem)
def test_the_schema_and_valider_agree_on_broken_variants_of_the_examples(example: Path) -> None:
    data = yaml.load(example.read_text(encoding="utf-8"), yamlprove.TEKSTER)
    variants = list(breakages(data))
    assert len(variants) > 200
    for path, new in utvalg(variants, 15):
        variant = broken(data, path, new)
        codes = {d.code for d in build(_tree(variant), "a.yaml").diagnostics}
        accepted = godtar().is_valid(variant)
        assert accepted or codes, f"valider accepts {new!r} at {path}, the schema doesn't"
        assert not (codes & FORM and accepted), f"the schema accepts {new!r} at {path}, valider says {codes}"


@i_ett(
    ("hvem", "godtas"),
    [
        ({"kommuner": "1859"}, True),
        ({"kommuner": [None, "1859"]}, True),
        ({"fylkeskommune": "Nordland fylkeskommune"}, True),
        ({"kommuner": None, "fylkeskommune": "Nordland fylkeskommune"}, True),
        ({}, False),
        ({"kommuner": None}, False),
        ({"kommuner": [None]}, False),
        ({"kommuner": [], "fylkeskommune": None}, False),
    ],
)
def test_there_is_somebody_to_agree_with(hvem: dict[str, Any], godtas: bool) -> None:
    data = {"format": "1", "avtale": {}, "parter": {"politi": "Nordland", **hvem}}
    assert godtar().is_valid(data) is godtas
    assert ("SKJ001" not in {d.code for d in build(_tree(data), "a.yaml").diagnostics}) is godtas
    assert godtar().is_valid(data | {"arv": "felles.yaml"})


def _tree(data: Any) -> Any:
    """Return what is read of a file with this content; writing and reading it takes longer than all the rest."""
    if isinstance(data, dict):
        mapping = Mapping(1, 1)
        mapping.entries = {key: Entry(Scalar(key, 1, 1, 1, True), _tree(value)) for key, value in data.items()}
        return mapping
    if isinstance(data, list):
        sequence = Sequence(1, 1)
        sequence.items = [_tree(item) for item in data]
        return sequence
    return Scalar(data or None, 1, 1, 1, True)


KEYS = sorted({key for part in set(parts()) for key in part.felter})
VALUES = st.recursive(
    st.sampled_from(["ja", "4", "02800", "mandag 9–15", "2024–2025", "årlig", "utkast", "x"]) | st.none(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(list(Avtale.felter)[4:]), VALUES, max_size=3))
def test_what_valider_accepts_the_schema_accepts(sections: dict[str, Any]) -> None:
    data = {
        "format": "1",
        "avtale": {"status": "utkast"},
        "parter": {"kommuner": "1859", "politi": "Nordland"},
        **sections,
    }
    if not check(yaml.dump(data, allow_unicode=True), "a.yaml").diagnostics:
        assert godtar().is_valid(data)


def _dates_as_text(data: Any) -> Any:
    """JSON has no dates: what YAML's resolver made a date is text again."""
    return json.loads(json.dumps(data, default=str))
