"""Inheritance: what an agreement takes from other files, and where its findings then point."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.flyt import Checked, check
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Span
from avtalegen.komponering import compose
from avtalegen.lesing import LIMITS, arv, locate, parse, to_data
from avtalegen.lesing.arv import ARVEFEIL, MOST_FILES, Merged, merge
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.skjema import json_schema
from avtalegen.regler import Kontekst, Valg
from tests.dokumenttekst import to_text

MINST = "format: 1\narv: felles/nordland.yaml\navtale: {status: utkast}\nparter: {kommuner: 1859}\n"
NORDLAND = """\
parter:
  politi:
    distrikt: Nordland politidistrikt
    politimester: {tittel: politimester, navn: Tone Vangen}
"""


class Folder:
    """Files by name, with a count of how often each is read. A name that begins with «..» lies outside."""

    def __init__(self, files: dict[str, str | bytes]) -> None:
        self._files = files
        self.reads: Counter[str] = Counter()

    def resolve(self, written: str, file: str) -> str:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(file), written))
        if name.startswith(".."):
            raise AvtalegenError(f"«{written}» ligger utenfor.")
        return name

    def read(self, name: str) -> bytes:
        self.reads[name] += 1
        if name not in self._files:
            raise AvtalegenError(f"Kunne ikke lese «{name}»: filen finnes ikke.")
        content = self._files[name]
        return content if isinstance(content, bytes) else content.encode()


def merged(text: str, **files: str) -> Merged:
    """Merge an agreement in a.yaml with the files beside it, each under its name without «.yaml»."""
    return merge(parse(text, "a.yaml"), Folder({f"{name}.yaml": content for name, content in files.items()}))


def data(text: str, **files: str) -> Any:
    """Return what an agreement says together with what it inherits, without `arv`."""
    result = merged(text, **files)
    assert (result.diagnostics, result.complete) == ((), True)
    found = to_data(result.root)
    assert isinstance(found, dict)
    del found["arv"]
    return found


def checked(text: str, files: dict[str, str | bytes], **how: Any) -> Checked:
    return check(text, "a.yaml", files=Folder(files), **how)


def places(found: Checked | Merged) -> list[tuple[str, str, int, int, int]]:
    return [(d.code, d.span.file, d.span.line, d.span.column, d.span.end_column) for d in found.diagnostics]


def test_what_the_agreement_does_not_say_is_inherited() -> None:
    assert data("arv: b.yaml\na: x\n", b="b: y\nc: {d: [z]}\n") == {"a": "x", "b": "y", "c": {"d": ["z"]}}


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    "route", [("avtale", "dato"), ("avtale", "status"), ("politiråd", "møter", "hyppighet"), ("x",)]
)
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


@pytest.mark.parametrize(
    "part", sorted({p for p in parts() if p.fra_tekst.__func__ is not Del.fra_tekst.__func__}, key=str)
)
@pytest.mark.parametrize("text", ["løpende", "2026–2027", "fra 2026", "4 år", "1.1.2026 – løpende", "x", "Kari", ""])
def test_a_short_form_stands_for_texts_only(part: type[Del], text: str) -> None:
    """Richer values would need nodes of their own when they are inherited."""
    with suppress(ValueError):
        assert all(value is None or isinstance(value, str) for value in (part.fra_tekst(text) or {}).values())


def test_a_period_that_makes_no_sense_is_of_no_use_to_who_says_something_better() -> None:
    found = data("arv: b.yaml\nperiode: {fra: 2026}\n", b="periode: når det passer\n")
    assert found == {"periode": {"fra": "2026"}}


def test_blanks_around_a_path_do_not_count() -> None:
    assert data('arv: " b.yaml "\n', b="x: y\n") == {"x": "y"}


def test_the_number_of_the_format_and_arv_are_not_inherited() -> None:
    assert data("arv: b.yaml\n", b="format: 1\narv: c.yaml\nx: y\n", c="format: 1\n") == {"x": "y"}


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


# --- findings ---------------------------------------------------------------------------------------------------------


def test_a_finding_about_an_inherited_value_points_into_the_file_that_says_it() -> None:
    files: dict[str, str | bytes] = {"felles/nordland.yaml": NORDLAND + "evaluering: {hyppighet: titt og ofte}\n"}
    found = checked(MINST, files)
    assert places(found) == [("SKJ005", "felles/nordland.yaml", 5, 25, 37)]
    assert found.texts == files


def test_an_unknown_key_is_shown_in_the_file_that_has_it() -> None:
    found = checked(MINST, {"felles/nordland.yaml": NORDLAND + "    nabo: x\n"})
    assert places(found) == [("SKJ002", "felles/nordland.yaml", 5, 5, 9)]


def test_what_is_missing_is_missing_from_the_agreement() -> None:
    own = "format: 1\narv: b.yaml\navtale: {status: utkast}\nparter:\n  politi: {enhet: Lofoten}\n"
    assert places(checked(own, {"b.yaml": "parter: {politi: {leder: lensmann}}\n"})) == [
        ("SKJ001", "a.yaml", 4, 1, 7),  # kommuner
        ("SKJ001", "a.yaml", 5, 3, 9),  # distrikt
    ]


def test_what_is_missing_from_something_inherited_is_shown_at_arv() -> None:
    """Which agreement it is that lacks it, is only to be seen there."""
    found = checked(MINST, {"felles/nordland.yaml": "parter: {politi: {enhet: Lofoten}}\n"})
    assert places(found) == [("SKJ001", "a.yaml", 2, 6, 26)]
    assert found.diagnostics[0].message == "«distrikt» mangler i «politi»."


def test_values_in_a_chain_are_shown_where_they_stand() -> None:
    root = merged(
        "tom:\narv: b.yaml\na: {own: 1}\nikke_b: {own: 1}\n",
        b="arv: c.yaml\na: {b: 1}\nbare_b: {x: 1}\ntom: [b]\n",
        c="a: {c: 1, d: [1, {e: 2}]}\nbare_b: {y: 1, z: {q: 1}}\nbare_c: 1\nikke_b: {c: 1}\n",
    ).root

    def place(*route: str | int, key: bool = False) -> tuple[str, int, int]:
        span = locate("a.yaml", root, route, key=key)
        return span.file, span.line, span.column

    assert place("a") == ("a.yaml", 3, 4)
    assert place("a", "own") == ("a.yaml", 3, 10)
    assert place("ikke_b", "own") == ("a.yaml", 4, 15)
    assert place("ikke_b", "c") == ("c.yaml", 4, 13)
    assert place("a", "b") == ("b.yaml", 2, 8)
    assert place("a", "c") == ("c.yaml", 1, 8)
    assert place("a", "d", 1, "e") == ("c.yaml", 1, 22)
    assert place("a", "d", 1, "e", key=True) == ("c.yaml", 1, 19)
    assert place("bare_b", "x") == ("b.yaml", 3, 13)
    assert place("bare_b", "y") == ("c.yaml", 2, 13)
    assert place("bare_c") == ("c.yaml", 3, 9)
    assert place("tom", 0) == ("b.yaml", 4, 7)
    assert place("a", "mangler") == ("a.yaml", 3, 1)
    assert place("bare_b", "z", "mangler") == ("a.yaml", 2, 6)
    assert place("bare_b", "mangler") == ("a.yaml", 2, 6)
    assert place("a", "d", 7) == ("c.yaml", 1, 11)
    assert place("a", "d", 1, "mangler") == ("c.yaml", 1, 19)
    assert place() == ("a.yaml", 2, 1)


def test_a_mapping_from_two_files_side_by_side_is_shown_in_the_one_that_counts_first() -> None:
    root = merged("arv: [b.yaml, c.yaml]\n", b="\nk: {b: 1}\n", c="k: {c: 1}\n").root
    assert locate("a.yaml", root, ("k",), key=True) == Span("c.yaml", 1, 1, 1, 2)
    assert locate("a.yaml", root, ("k", "b")) == Span("b.yaml", 2, 8, 2, 9)
    assert locate("a.yaml", root, ("k", "mangler")) == Span("a.yaml", 1, 15, 1, 21)


def test_the_name_of_an_inherited_file_is_no_text_of_the_agreement() -> None:
    found = checked(MINST, {"felles/nordland.yaml": NORDLAND})
    assert found.avtale is not None
    assert found.source.root is not None
    texts = Kontekst(found.avtale, found.source.root, "a.yaml", Valg(i_dag=date(2026, 11, 20))).tekster
    assert [route for route, text in texts if "nordland.yaml" in text] == []
    assert (("parter", "politi", "politimester", "navn"), "Tone Vangen") in texts


def test_a_rule_s_finding_about_an_inherited_value_names_the_agreement() -> None:
    files: dict[str, str | bytes] = {"felles/nordland.yaml": f"{NORDLAND}politiråd: {{leder: ordfører}}\n"}
    found = checked(MINST, files, valg=Valg(i_dag=date(2026, 11, 20)))
    (advice,) = (d for d in found.diagnostics if d.code == "VEI423")
    assert advice.span == Span("felles/nordland.yaml", 5, 12, 5, 29)
    assert advice.related[-1].span == Span("a.yaml", 2, 6, 2, 26)
    of_its_own = [d for d in found.diagnostics if d.span.file == "a.yaml"]
    assert of_its_own
    assert not [d for d in of_its_own if advice.related[-1] in d.related]


@pytest.mark.parametrize(
    ("text", "files", "expected"),
    [
        ("arv: b.yaml\n", {}, [("ARV001", "a.yaml", 1, 6, 12)]),
        ("arv: [b.yaml, c.yaml]\n", {"b": "x: y\n"}, [("ARV001", "a.yaml", 1, 15, 21)]),
        ("arv: b.yaml\n", {"b": "\narv: c.yaml\n"}, [("ARV001", "b.yaml", 2, 6, 12)]),
        ("arv: a.yaml\n", {}, [("ARV002", "a.yaml", 1, 6, 12)]),
        ("arv: b.yaml\n", {"b": "arv: a.yaml\n"}, [("ARV002", "b.yaml", 1, 6, 12)]),
        ("arv: b.yaml\n", {"b": "arv: c.yaml\n", "c": "arv: [b.yaml]\n"}, [("ARV002", "c.yaml", 1, 7, 13)]),
        ("arv: ../b.yaml\n", {}, [("ARV003", "a.yaml", 1, 6, 15)]),
        ("arv: b.yaml\n", {"b": "arv: {fil: c.yaml}\n"}, [("ARV003", "b.yaml", 1, 6, 19)]),
        ("arv: b.yaml\n", {"b": "arv: [[c.yaml]]\n"}, [("ARV003", "b.yaml", 1, 7, 15)]),
        ("arv: b.yaml\n", {"b": "arv: ''\n"}, [("ARV003", "b.yaml", 1, 6, 8)]),
        ("arv: b.yaml\n", {"b": "- x\n"}, [("YML010", "b.yaml", 1, 1, 4), ("ARV004", "a.yaml", 1, 6, 12)]),
        ("arv: b.yaml\n", {"b": "x: y\nx: z\n"}, [("YML002", "b.yaml", 2, 1, 2), ("ARV004", "a.yaml", 1, 6, 12)]),
    ],
)
def test_what_cannot_be_inherited_is_told_where_it_is_asked_for(
    text: str, files: dict[str, str], expected: list[tuple[str, str, int, int, int]]
) -> None:
    result = merged(text, **files)
    assert places(result) == expected
    assert not result.complete


@pytest.mark.parametrize(
    ("text", "files", "message", "hint"),
    [
        (
            "arv: b.yaml\n",
            {},
            "Kunne ikke lese «b.yaml»: filen finnes ikke.",
            "Stien regnes fra mappen til filen «arv» står i.",
        ),
        ("arv: a.yaml\n", {}, "Her går arven i ring: «a.yaml» → «a.yaml».", "Fjern «arv» i en av filene."),
        ("arv: ../b.yaml\n", {}, "«../b.yaml» ligger utenfor.", None),
        (
            "arv: b.yaml\n",
            {"b": "arv: ''\n"},
            "Her skal det stå stien til en fil.",
            "For eksempel «arv: landet.yaml».",
        ),
        ("arv: b.yaml\n", {"b": "- x\n"}, "«b.yaml» har feil som må rettes før noe kan arves fra den.", None),
    ],
)
def test_the_reason_is_told_with_what_to_do(text: str, files: dict[str, str], message: str, hint: str | None) -> None:
    told = merged(text, **files).diagnostics[-1]
    assert (told.message, told.hint) == (message, hint)


def test_a_ring_is_told_as_it_goes() -> None:
    (ring,) = merged("arv: b.yaml\n", b="arv: c.yaml\n", c="arv: b.yaml\n").diagnostics
    assert ring.message == "Her går arven i ring: «b.yaml» → «c.yaml» → «b.yaml»."


def test_a_fault_in_a_shared_file_is_shown_with_its_first_place() -> None:
    found = checked(MINST, {"felles/nordland.yaml": "parter: [\n"})
    own, theirs = found.diagnostics
    assert (own.code, own.related[0].span) == ("ARV004", theirs.span)
    assert theirs.code == "YML001"


def test_without_the_files_the_agreement_cannot_inherit() -> None:
    found = check(MINST, "a.yaml")
    assert places(found) == [("ARV005", "a.yaml", 2, 6, 26)]
    assert found.diagnostics[0].message == (
        "Avtalen arver fra «felles/nordland.yaml», men her kan ikke andre filer leses."
    )
    assert found.diagnostics[0].hint == "Oppgi navnet på filen avtalen ligger i, ikke bare innholdet."
    assert found.avtale is None


@pytest.mark.parametrize("text", ["arv: {fil: b.yaml}", "arv: [[b.yaml]]", "arv: ''"])
def test_an_agreement_whose_arv_is_no_text_is_told_once_and_not_what_it_lacks(text: str) -> None:
    found = checked(f"format: 1\n{text}\n", {})
    assert {d.code for d in found.diagnostics} <= {"SKJ003", "SKJ005"}
    assert len(found.diagnostics) == 1


@pytest.mark.parametrize("text", ["arv:", "arv: []", "arv: [~]"])
def test_an_empty_arv_is_none(text: str) -> None:
    found = checked(
        f"format: 1\n{text}\navtale: {{status: utkast}}\nparter: {{kommuner: 1859, politi: Nordland}}\n", {}
    )
    assert found.diagnostics == ()
    assert found.avtale is not None
    assert found.avtale.arv == ()


def test_what_could_not_be_inherited_is_not_called_missing_nor_held_against_the_rules() -> None:
    found = checked(MINST, {}, valg=Valg(i_dag=date(2026, 11, 20)))
    assert [d.code for d in found.diagnostics] == ["ARV001"]
    whole_by_itself = checked(MINST.replace("1859", "1859, politi: Nordland"), {}, valg=Valg(i_dag=date(2026, 11, 20)))
    assert [d.code for d in whole_by_itself.diagnostics] == ["ARV001"]
    other_faults = checked(MINST + "tull: x\n", {})
    assert [d.code for d in other_faults.diagnostics] == ["ARV001", "SKJ002"]


# --- limits -----------------------------------------------------------------------------------------------------------


def chain(length: int) -> dict[str, str]:
    return {f"f{n}": f"arv: f{n + 1}.yaml\n" if n < length else f"siste: {n}\n" for n in range(1, length + 1)}


def test_a_chain_may_be_so_long_and_no_longer() -> None:
    assert data("arv: f1.yaml\n", **chain(MOST_FILES)) == {"siste": str(MOST_FILES)}
    longer = merged("arv: f1.yaml\n", **chain(MOST_FILES + 1))
    assert places(longer) == [("ARV006", f"f{MOST_FILES}.yaml", 1, 6, 14)]
    assert longer.diagnostics[0].message == "Avtalen arver fra flere enn 10 filer."
    assert longer.diagnostics[0].hint == "Slå noen av dem sammen."


def test_so_many_files_may_stand_side_by_side_and_no_more() -> None:
    files = {f"f{n}": f"a{n}: x\n" for n in range(MOST_FILES + 1)}
    names = [f"{name}.yaml" for name in files]
    assert len(data(f"arv: [{', '.join(names[1:])}]\n", **files)) == MOST_FILES
    assert [d.code for d in merged(f"arv: [{', '.join(names)}]\n", **files).diagnostics] == ["ARV006"]


def test_files_that_all_inherit_from_each_other_are_read_once_each() -> None:
    names = [f"f{n}.yaml" for n in range(MOST_FILES)]
    files = Folder({name: f"arv: [{', '.join(names[n + 1 :])}]\nx{n}: {n}\n" for n, name in enumerate(names)})
    result = merge(parse(f"arv: [{', '.join(names)}]\n", "a.yaml"), files)
    assert result.diagnostics == ()
    assert len(result.root.entries) == MOST_FILES + 1
    assert files.reads == dict.fromkeys(names, 1)


@pytest.mark.parametrize("more", [0, 1])
def test_files_are_not_larger_together_than_one_may_be(more: int) -> None:
    b, c = (f"a: b\n#{'x' * size}" for size in (LIMITS.bytes // 2 - 6, LIMITS.bytes // 2 - 6 + more))
    told = [(d.code, d.message, d.hint) for d in merged("arv: [b.yaml, c.yaml]\n", b=b, c=c).diagnostics]
    too_much = "Filene avtalen arver fra, er til sammen på mer enn 2 MB."
    assert told == [("ARV006", too_much, "Kontroller at det er de riktige filene.")] * more


def test_a_file_larger_than_an_agreement_may_be_is_refused() -> None:
    result = merged("arv: b.yaml\n", b="#" * (LIMITS.bytes + 1))
    assert [d.code for d in result.diagnostics] == ["ARV006"]


def test_values_are_not_more_together_than_one_file_may_have() -> None:
    many = f"[{'x,' * (LIMITS.nodes // 2)}]\n"
    two = merged("arv: [b.yaml, c.yaml]\n", b=f"b: {many}", c="c: x\n")
    assert two.diagnostics == ()
    names = [f"{{{','.join(f'{letter}{n}: x' for n in range(LIMITS.nodes * 3 // 10))}}}" for letter in "pq"]
    assert [d.code for d in merged("arv: [b.yaml, c.yaml]\n", b=f"b: {names[0]}", c=f"b: {names[1]}").diagnostics] == [
        "ARV006"
    ]
    three = merged("arv: [b.yaml, c.yaml]\n", b=f"b: {many}", c=f"c: {many}")
    assert places(three) == [("ARV006", "a.yaml", 1, 6, 22)]
    assert list(three.root.entries) == ["arv"]


@pytest.mark.parametrize("more", [0, 1])
def test_the_last_value_that_there_is_room_for_is_inherited(more: int) -> None:
    """Each name counts as each value does: here the root, three names, three lists and what is in two of them."""
    left = LIMITS.nodes - 1 - 3 - 3 - 2
    b, c = (f"{letter}: [{'x,' * count}]\n" for letter, count in (("b", left // 2), ("c", left - left // 2 + more)))
    told = [(d.message, d.hint) for d in merged("arv: [b.yaml, c.yaml]\n", b=b, c=c).diagnostics]
    too_many = "Med det den arver, har avtalen flere verdier enn de 50 000 som er tillatt."
    assert told == [(too_many, "Kontroller at det er de riktige filene.")] * more


def test_every_code_is_given_by_some_test() -> None:
    """The list of codes is what is documented: nothing in it is out of use, and nothing is missing."""
    marks = next(m for m in test_what_cannot_be_inherited_is_told_where_it_is_asked_for.pytestmark)
    given_there = {place[0] for case in marks.args[1] for place in case[2] if place[0].startswith("ARV")}
    assert given_there | {"ARV005", "ARV006"} == set(ARVEFEIL)


# --- the whole way ----------------------------------------------------------------------------------------------------


def document(files: dict[str, str | bytes], text: str = MINST) -> str:
    found = checked(text, files)
    assert found.diagnostics == ()
    assert found.avtale is not None
    made = compose(found.avtale).document
    assert made is not None
    return to_text(made)


def test_a_new_politimester_is_one_line_and_all_documents_follow() -> None:
    before = document({"felles/nordland.yaml": NORDLAND})
    after = document({"felles/nordland.yaml": NORDLAND.replace("Tone Vangen", "Kari Nordmann")})
    assert "Tone Vangen" in before
    assert after == before.replace("Tone Vangen", "Kari Nordmann")


def test_an_agreement_that_inherits_is_the_same_as_one_that_says_it_all() -> None:
    own = "format: 1\navtale: {status: utkast}\nparter:\n  kommuner: 1859\n" + NORDLAND.removeprefix("parter:\n")
    assert document({"felles/nordland.yaml": NORDLAND}) == document({}, own)


def test_a_coat_of_arms_is_looked_for_beside_the_file_that_names_it() -> None:
    felles = NORDLAND + "avtale: {våpen: {fil: våpen.png, alternativ_tekst: Våpenet}}\n"
    asked: list[tuple[str, str]] = []

    def read_asset(file: str, name: str) -> bytes:
        asked.append((file, name))
        raise AvtalegenError("Filen finnes ikke.")

    made = flyt.make(checked(MINST, {"felles/nordland.yaml": felles}), Bestilling(), read_asset)
    assert asked == [("felles/nordland.yaml", "våpen.png")]
    (fault,) = made.diagnostics
    assert fault.span[:3] == ("felles/nordland.yaml", 5, 23)


SKJEMA = Draft202012Validator(json_schema())
PARTS: dict[str, Any] = {
    "avtale": {"status": "utkast", "våpen": {"fil": "v.png", "alternativ_tekst": "Våpenet"}, "pilot": {"navn": "x"}},
    "parter": {
        "kommuner": {"kommunenummer": "1859", "vedtak": {"organ": "kommunestyret", "sak": "1/26"}},
        "politi": {"distrikt": "Nordland", "enhet": "Lofoten"},
        "fylkeskommune": {"navn": "Nordland fylkeskommune"},
    },
    "satsningsområder": {"områder": {"navn": "Rus", "mål": "mindre"}, "vedtatt_av": "politirådet"},
    "politiråd": {"mandat": {"hva": "samordne"}, "møter": {"per_år": "4", "felles": {"antall": "1"}}},
    "vedlegg": {"tittel": "Kart", "fil": "kart.pdf"},
    "lokale_avsnitt": {"overskrift": "Beredskap", "tekst": "Slik gjør vi."},
}


def split(whole: Any, to_heir: Callable[[], str]) -> tuple[Any, Any]:
    """Divide a tree between an heir and the file it inherits from. The heir may also leave a field empty."""
    own, theirs = {}, {}
    for key, value in whole.items():
        match to_heir():
            case "own":
                own[key] = value
            case "theirs":
                theirs[key] = value
            case "empty":
                own[key], theirs[key] = None, value
            case "both" if isinstance(value, dict):
                own[key], theirs[key] = split(value, to_heir)
            case _:
                own[key] = theirs[key] = value
    return own, theirs


@given(st.data())
def test_however_an_agreement_is_divided_it_is_the_same_and_the_schema_accepts_it(draw: st.DataObject) -> None:
    choices = st.sampled_from(["own", "theirs", "empty", "both"])
    own, theirs = split(PARTS, lambda: draw.draw(choices))
    text = yaml.dump({"format": "1", "arv": "b.yaml", **own}, allow_unicode=True, sort_keys=False)
    found = checked(text, {"b.yaml": yaml.dump({"x": None, **theirs}, allow_unicode=True)})
    assert found.diagnostics == ()
    whole = check(yaml.dump({"format": "1", "arv": None, **PARTS}, allow_unicode=True), "a.yaml").avtale
    assert found.avtale is not None
    assert whole is not None
    assert {**vars(found.avtale), "arv": ()} == vars(whole)
    assert [error.message for error in SKJEMA.iter_errors({"format": "1", "arv": "b.yaml", **own})] == []


@pytest.mark.parametrize("wrong", [{"tull": "x"}, {"parter": {"tull": "x"}}, {"parter": ["x"]}, {"avtale": "x"}])
def test_the_schema_refuses_unknown_keys_and_shapes_also_in_an_heir(wrong: dict[str, Any]) -> None:
    assert SKJEMA.is_valid({"format": "1", "arv": ["b.yaml"]})
    assert not SKJEMA.is_valid({"format": "1", "arv": ["b.yaml"], **wrong})
    assert not SKJEMA.is_valid({"arv": ["b.yaml"]})
    assert not SKJEMA.is_valid({"format": "1", "arv": None})


_LEAVES = st.sampled_from(["", "x", "2026", "Nordland", "[x]", "[]", "~", "'"])
_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.dictionaries(
        st.sampled_from(["parter", "politi", "periode", "møter", "a"]), inner, max_size=3
    ).map(lambda fields: "{" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}"),
    max_leaves=8,
)


@given(st.lists(st.tuples(st.sampled_from(["b.yaml", "c.yaml", "[b.yaml, c.yaml]", "x", "{}"]), _TREES), min_size=3))
def test_whatever_the_files_hold_each_finding_stands_in_one_of_them(contents: list[tuple[str, str]]) -> None:
    texts = [f"format: 1\narv: {asked}\nparter: {tree}\nperiode: {tree}\n" for asked, tree in contents]
    files: dict[str, str | bytes] = {"b.yaml": texts[1], "c.yaml": texts[2]}
    found = checked(texts[0], files)
    known = {"a.yaml": texts[0], **found.texts}
    for d in found.diagnostics:
        assert_inside(d, known)


def assert_inside(d: Diagnostic, texts: dict[str, str]) -> None:
    lines = texts[d.span.file].split("\n")
    assert 1 <= d.span.line <= len(lines)
    assert 1 <= d.span.column <= d.span.end_column <= len(lines[d.span.line - 1]) + 1
