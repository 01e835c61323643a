"""Inheritance: what an agreement takes from other files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import product
from typing import Any

import pytest

from avtalegen.flyt import check
from avtalegen.lesing import arv, parse, to_data
from avtalegen.lesing.arv import Merged, merge
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from tests.arvprove import MINST, NORDLAND, Folder, data
from tests.i_ett import i_ett


def test_what_the_agreement_does_not_say_is_inherited() -> None:
    assert data("arv: b.yaml\na: x\n", b="b: y\nc: {d: [z]}\n") == {"a": "x", "b": "y", "c": {"d": ["z"]}}


@i_ett(
    ("own", "inherited", "together"),
    [
        ("x", "y", "x"),
        ("{a: x}", "{a: y, b: z}", {"a": "x", "b": "z"}),
        ("{a: {b: x}}", "{a: {b: y, c: z}}", {"a": {"b": "x", "c": "z"}}),
        ("[x]", "[y, z]", ["x"]),
        ("[]", "[y, z]", []),
        ("x", "{a: y}", "x"),
        ("[x]", "{a: y}", ["x"]),
        ("{a: x}", "y", {"a": "x"}),
        ("{a: x}", "[y]", {"a": "x"}),
        ("", "y", "y"),
        ("~", "{a: y}", {"a": "y"}),
        ("{a: }", "{a: y}", {"a": "y"}),
        ("{}", "{a: y}", {"a": "y"}),
        ("x", "", "x"),
        ("{a: x}", "", {"a": "x"}),
        ("", "", None),
        ("'  '", "y", "  "),
        ('""', "y", ""),
    ],
)
def test_mappings_are_merged_and_texts_and_lists_stand_instead(own: str, inherited: str, together: object) -> None:
    assert data(f"arv: b.yaml\nnoe: {own}\n", b=f"noe: {inherited}\n") == {"noe": together}


@i_ett("route", [("avtale", "dato"), ("avtale", "status"), ("politiråd", "møter", "hyppighet"), ("x",)])
def test_fields_where_the_format_has_none_are_merged_all_the_same(route: tuple[str, ...]) -> None:
    def around(inner: str) -> str:
        for key in reversed(route):
            inner = f"{{{key}: {inner}}}"
        return inner[1:-1] + "\n"

    found = data("arv: b.yaml\n" + around("{a: 1, c: {d: 2}}"), b=around("{a: 3, b: 4, c: {e: 5}}"))
    for key in route:
        found = found[key]
    assert found == {"a": "1", "b": "4", "c": {"d": "2", "e": "5"}}


@pytest.mark.parametrize(
    ("own", "inherited", "together"),
    [
        (
            "parter: {politi: {enhet: Lofoten}}",
            "parter: {politi: Nordland}",
            {"distrikt": "Nordland", "enhet": "Lofoten"},
        ),
        ("parter: {politi: {distrikt: Troms}}", "parter: {politi: Nordland}", {"distrikt": "Troms"}),
        ("parter: {politi: Troms}", "parter: {politi: {distrikt: Nordland, enhet: x}}", "Troms"),
    ],
)
def test_a_short_form_that_is_inherited_is_the_long_form_to_who_adds_to_it(
    own: str, inherited: str, together: object
) -> None:
    assert data(f"arv: b.yaml\n{own}\n", b=f"{inherited}\n") == {"parter": {"politi": together}}


def test_a_list_or_a_period_that_stands_for_a_mapping_can_be_added_to() -> None:
    own = "arv: b.yaml\nperiode: {revisjon: årlig}\nsatsningsområder: {vedtatt_av: politirådet}\nvedlegg: {fil: x}\n"
    found = data(own, b="periode: 2026–2027\nsatsningsområder: [Rus, Vold]\nvedlegg: [Årshjul]\n")
    assert found == {
        "periode": {"fra": "2026-01-01", "til": "2027-12-31", "revisjon": "årlig"},
        "satsningsområder": {"områder": ["Rus", "Vold"], "vedtatt_av": "politirådet"},
        "vedlegg": {"fil": "x"},
    }


def parts(part: type[Del] = Avtale) -> Iterator[type[Del]]:
    yield part
    for felt in part.felter.values():
        if below := del_i(felt.type):
            yield from parts(below)


@i_ett(
    ("part", "text"),
    product(
        sorted({p for p in parts() if p.fra_tekst.__func__ is not Del.fra_tekst.__func__}, key=str),
        ["løpende", "2026–2027", "fra 2026", "4 år", "1.1.2026 – løpende", "x", "Kari", ""],
    ),
)
def test_a_short_form_stands_for_texts_only(part: type[Del], text: str) -> None:
    """Richer values would need nodes of their own when they are inherited."""
    with suppress(ValueError):
        assert all(value is None or isinstance(value, str) for value in (part.fra_tekst(text) or {}).values())


def test_a_period_that_makes_no_sense_is_of_no_use_to_who_says_something_better() -> None:
    found = data("arv: b.yaml\nperiode: {fra: 2026}\n", b="periode: 31.02.2026\n")
    assert found == {"periode": {"fra": "2026"}}


def test_blanks_around_a_path_do_not_count() -> None:
    assert data('arv: " b.yaml "\n', b="x: y\n") == {"x": "y"}


def test_the_number_of_the_format_and_arv_are_not_inherited() -> None:
    assert data("arv: b.yaml\n", b="format: 1\narv: c.yaml\nx: y\n", c="format: 1\narv:\n") == {"x": "y"}


def test_of_several_files_a_later_one_counts_before_an_earlier_one() -> None:
    found = data(
        "arv: [b.yaml, ~, c.yaml]\na: x\n", b="a: b\nb: b\nc: {d: b, e: b}\n", c="a: c\nb: c\nc: {d: c, f: c}\n"
    )
    assert found == {"a": "x", "b": "c", "c": {"d": "c", "e": "b", "f": "c"}}


def test_a_file_that_is_inherited_inherits_from_where_it_lies() -> None:
    files = Folder({"felles/b.yaml": "arv: landet/c.yaml\nx: b\n", "felles/landet/c.yaml": "x: c\ny: c\n"})
    result = merge(parse("arv: felles/b.yaml\n", "a.yaml"), files)
    assert to_data(result.root) == {"arv": "felles/b.yaml", "x": "b", "y": "c"}


def test_a_file_that_two_others_inherit_from_is_read_once() -> None:
    files = Folder({"b.yaml": "arv: d.yaml\nb: b\n", "c.yaml": "arv: d.yaml\nc: c\n", "d.yaml": "b: d\nc: d\nd: d\n"})
    result = merge(parse("arv: [b.yaml, c.yaml]\n", "a.yaml"), files)
    assert result.diagnostics == ()
    # c.yaml counts before b.yaml, also with what c.yaml has from d.yaml.
    assert to_data(result.root) == {"arv": ["b.yaml", "c.yaml"], "b": "d", "c": "c", "d": "d"}
    assert files.reads == {"b.yaml": 1, "c.yaml": 1, "d.yaml": 1}


def test_an_agreement_without_arv_reads_nothing() -> None:
    files = Folder({})
    source = parse("a: x\n", "a.yaml")
    assert merge(source, files) == Merged(source.root, (), {}, True)
    assert files.reads == {}


def test_a_shared_file_is_parsed_once_for_all_and_again_when_it_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counted(text: bytes, file: str) -> Any:
        parsed.append(file)
        return parse(text, file)

    monkeypatch.setattr(arv, "parse", counted)
    arv._parsed.cache_clear()
    for content in (NORDLAND, NORDLAND.replace("Tone", "Ola")):
        for number in range(41):
            found = check(MINST, f"{number}.yaml", files=Folder({"felles/nordland.yaml": content}))
            assert found.diagnostics == ()
    assert parsed == ["felles/nordland.yaml"] * 2


def test_merging_changes_neither_the_agreement_nor_the_shared_tree() -> None:
    files = Folder({"b.yaml": "a: {b: {c: y, d: z}}\ne: &e {f: g}\nh: *e\n"})
    first, second = (parse(f"arv: b.yaml\na: &a {{b: {{c: {x}}}}}\ne: *a\n", "a.yaml") for x in "12")
    assert first.root is not None
    before = to_data(first.root)
    results = [merge(source, files) for source in (first, second, first)]
    assert to_data(first.root) == before
    said = [to_data(result.root) for result in results]
    assert (
        said[0]
        == said[2]
        == {
            "arv": "b.yaml",
            "a": {"b": {"c": "1", "d": "z"}},
            "e": {"b": {"c": "1"}, "f": "g"},
            "h": {"f": "g"},
        }
    )
    assert said[1] != said[0]


def test_decomposed_names_are_the_same_as_composed_ones() -> None:
    assert data("arv: b.yaml\npolitiråd: {leder: x}\n", b="politira\u030ad: {leder: y, sekreta\u0308r: z}\n") == {
        "politiråd": {"leder": "x", "sekretär": "z"}
    }
