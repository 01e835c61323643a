"""What is wrong with what an agreement inherits: where it is told, and within which limits."""

from __future__ import annotations

from datetime import date

import pytest

from avtalegen.flyt import check
from avtalegen.funn.diagnostic import Span
from avtalegen.lesing import LIMITS, locate, parse
from avtalegen.lesing.arv import ARVEFEIL, MOST_FILES, merge
from avtalegen.regler import Kontekst, Valg
from tests.arvprove import MINST, NORDLAND, Folder, checked, data, merged, places
from tests.i_ett import i_ett

# --- findings ---------------------------------------------------------------------------------------------------------


def test_a_finding_about_an_inherited_value_points_into_the_file_that_says_it() -> None:
    files: dict[str, str | bytes] = {"felles/nordland.yaml": NORDLAND + "evaluering: {neste: 31.02.2026}\n"}
    found = checked(MINST, files)
    assert places(found) == [("SKJ005", "felles/nordland.yaml", 5, 21, 31)]
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


@i_ett(
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


@i_ett(
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
    too_many = "Med det den arver, har avtalen flere verdier enn de 20 000 som er tillatt."
    assert told == [(too_many, "Kontroller at det er de riktige filene.")] * more


def test_every_code_is_given_by_some_test() -> None:
    """The list of codes is what is documented: nothing in it is out of use, and nothing is missing."""
    cases = test_what_cannot_be_inherited_is_told_where_it_is_asked_for.tilfeller
    given_there = {place[0] for case in cases for place in case[2] if place[0].startswith("ARV")}
    assert given_there | {"ARV005", "ARV006"} == set(ARVEFEIL)
