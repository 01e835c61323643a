"""Small parts of the reading, each by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from avtalegen.dokument import kompilert
from avtalegen.funn.diagnostic import Span, på_nynorsk
from avtalegen.lesing import Mapping, ours, parse, storrelse
from avtalegen.lesing.case import in_quotes
from avtalegen.lesing.grenser import Limits
from avtalegen.lesing.kommunenumre import fill_in_numbers, number_of
from avtalegen.lesing.nokler import can_hold, homes, nearest, part_at
from avtalegen.lesing.ordlikhet import slip
from avtalegen.lesing.tree import Node, as_written, is_written, locate
from avtalegen.lesing.umerket import uten_merking
from tests.i_ett import i_ett


@i_ett(
    ("tekst", "ventet"),
    [
        ("*a* _b_ [c](d) <e> |f| #g ~h \\ `i`", "\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\|f\\| \\#g \\~h \\\\ \\`i\\`"),
        ("1. a", "1\\. a"),
        ("12) b", "12\\) b"),
        ("- c", "\\- c"),
        ("+ d", "\\+ d"),
        ("1.5 e", "1.5 e"),
        ("-5 a - b 1. c", "-5 a - b 1. c"),
    ],
)
def test_what_would_be_markup_is_escaped(tekst: str, ventet: str) -> None:
    assert uten_merking(tekst) == ventet


@i_ett(
    ("kommune", "nummer", "alene"),
    [
        ({"navn": "Flakstad"}, "1859", "1859"),
        ({"navn": "Flakstad", "kommunenummer": None}, "1859", "1859"),
        ({"navn": "Flakstad", "kommunenummer": "1860"}, "1860", "1859"),
        ({"navn": "Våler"}, "Våler", None),  # there are two
        ({"navn": "Ingensteds"}, None, None),
        ({"navn": ["Flakstad"]}, None, None),
        ({"leder": "x"}, None, None),
    ],
)
def test_a_kommune_has_its_number_by_its_name(kommune: dict[str, Any], nummer: str | None, alene: str | None) -> None:
    assert number_of(kommune) == alene
    for kommuner in (dict(kommune), [dict(kommune), "1859"]):
        lest = fill_in_numbers({"parter": {"kommuner": kommuner}})["parter"]["kommuner"]
        assert (lest[0] if isinstance(lest, list) else lest).get("kommunenummer") == nummer


def test_what_is_no_kommune_is_let_be() -> None:
    for data in (None, "x", {}, {"parter": "x"}, {"parter": {"kommuner": "1859"}}, {"parter": {"politi": "x"}}):
        assert fill_in_numbers(data) == data
    assert number_of("Flakstad") is None


def test_a_value_is_beyond_a_limit_when_it_is_longer_than_that() -> None:
    limits = Limits(line=10, value=12, lines=2, word=5)
    assert [limits.size(value) for value in ("", "abc", "a\nb\n")] == [0, 3, 24]
    assert [limits.passed_by(value) for value in ("", " ", "abcde fghij", "a\nb\nc", "abcde fghi j")] == [None] * 5
    assert limits.passed_by("a b c d e f g") == ("tegn", 13, 12)
    assert limits.passed_by("a\nb\nc\nd") == ("linjer", 3, 2)
    assert limits.passed_by("a bcdefg h") == ("ord", 6, 5)
    assert Limits() == (2_000_000, 40, 20_000, 500_000, 40, 50_000, 1_000, 1_000)


def test_our_own_files_are_read_as_they_have_been_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fil = tmp_path / "ord.yaml"
    fil.write_text("a: 1\nb: [æ]\n", encoding="utf-8")
    assert ours.read_yaml(fil) == {"a": "1", "b": ["æ"]}
    modul, tekst = ours.compiled(fil)
    monkeypatch.setattr(
        kompilert, "kode", lambda path: compile(tekst.replace("æ", "ø"), "", "exec") if path == modul else None
    )
    assert ours.read_yaml(fil) == {"a": "1", "b": ["ø"]}
    fil.write_text("a: [\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"ord\.yaml is broken"):
        ours.read_yaml(fil)


def test_what_is_too_much_is_told_with_what_to_do() -> None:
    her = Span("a.yaml", 1, 1, 1, 2)
    sagt = []
    for funn in (
        storrelse.too_deep(her, 40),
        storrelse.too_many(her, 50_000, None),
        storrelse.too_many(her, 50_000, "x"),
        storrelse.too_long(her, "linjer", 1_001, 1_000),
        storrelse.too_much_text(her, 500_000, None),
        storrelse.too_much_text(her, 500_000, "x"),
    ):
        sagt += [funn.message, funn.hint, på_nynorsk(funn).message, på_nynorsk(funn).hint]
    assert sagt == [
        "Her går filen over 40 nivåer inn. Så dypt kan verdier ikke ligge inni hverandre.",
        "Se etter klammer eller innrykk som er blitt gjentatt ved en feil.",
        "Her går fila over 40 nivå inn. Så djupt kan ikkje verdiar liggje inni kvarandre.",
        "Sjå etter klammer eller innrykk som er gjentekne ved ein feil.",
        "Filen har flere verdier enn de 50 000 som er tillatt.",
        "Kontroller at dette er riktig fil.",
        "Fila har fleire verdiar enn dei 50 000 som er tillatne.",
        "Kontroller at dette er rett fil.",
        "Med det som *x viser til, har filen flere verdier enn de 50 000 som er tillatt.",
        "Skriv verdiene der de hører hjemme, uten henvisninger til henvisninger.",
        "Med det som *x viser til, har fila fleire verdiar enn dei 50 000 som er tillatne.",
        "Skriv verdiane der dei høyrer heime, utan tilvisingar til tilvisingar.",
        "Teksten er på 1 001 linjer. En verdi kan ha høyst 1 000.",
        "Del teksten på flere avsnitt, eller legg den ved avtalen og før den opp under «vedlegg».",
        "Teksten er på 1 001 linjer. Ein verdi kan ha høgst 1 000.",
        "Del teksten på fleire avsnitt, eller legg han ved avtalen og før han opp under «vedlegg».",
        "Verdiene i filen er til sammen på mer enn 500 000 tegn.",
        "Kontroller at dette er riktig fil. Lange tekster hører hjemme i et vedlegg.",
        "Verdiane i fila er til saman på meir enn 500 000 teikn.",
        "Kontroller at dette er rett fil. Lange tekstar høyrer heime i eit vedlegg.",
        "Med det som *x viser til, er verdiene i filen til sammen på mer enn 500 000 tegn.",
        "Skriv verdiene der de hører hjemme, uten henvisninger.",
        "Med det som *x viser til, er verdiane i fila til saman på meir enn 500 000 teikn.",
        "Skriv verdiane der dei høyrer heime, utan tilvisingar.",
    ]


@i_ett(
    ("line", "column", "told"),
    [
        ("a: b # c # d", 3, 'a: "b"'),
        ("a: 'b'", 3, 'a: "b"'),
        ("- a: b", 2, '"a": …'),
        ("a: ", 3, 'a: ""'),
        ('a: "', 3, "a: '\"'"),
        (f"{'x' * 40}: b", 42, f'{"x" * 40}: "b"'),
        (f"{'x' * 41}: b", 43, '"b"'),
    ],
)
def test_how_a_text_is_written_in_quotes_is_shown_with_its_field(line: str, column: int, told: str) -> None:
    assert in_quotes(line, column) == told


def test_an_empty_value_at_the_end_of_a_file_stands_behind_its_name() -> None:
    for last, column in (("langt:", 7), ("? langt", 8)):  # behind the second, libyaml sees another line
        root = parse(f"a: 1\nb: 22\n{last}", "a.yaml").root
        assert isinstance(root, Mapping)
        value = root.entries["langt"].value
        assert (value.line, value.column) == (3, column)


def test_a_file_that_is_only_a_text_is_told_of_without_its_blanks() -> None:
    (found,) = parse("bare tekst \t\n", "a.yaml").diagnostics
    assert found.span == Span("a.yaml", 1, 1, 1, 11)


def test_a_dash_without_a_blank_behind_it_is_told_with_how_it_should_be() -> None:
    for text, told in (
        ("-a b", "Skriv «- a b»."),
        (f"-{'x' * 59}", f"Skriv «- {'x' * 59}»."),
        (f"-{'x' * 60}", "Skriv «- » foran teksten."),
    ):
        (found,) = parse(f"liste:\n  {text}\n", "a.yaml").diagnostics
        assert (found.code, found.span) == ("YML015", Span("a.yaml", 2, 3, 2, 3 + len(text)))
        assert (found.hint or "").startswith(told)


TRE = """\
a: tekst
b: {c: x, d: }
l: [p, {q: r}]
tom:
"""


def tre() -> Node:
    root = parse(TRE, "a.yaml").root
    assert root is not None
    return root


@i_ett(
    ("rute", "der", "skrevet", "sted"),
    [
        ((), True, (), (1, 1)),
        (("a",), True, ("a",), (1, 4)),
        (("a", "under", 0), True, ("a",), (1, 4)),  # a text for what has more in it
        (("a", 0), True, ("a",), (1, 4)),
        (("b", "c"), True, ("b", "c"), (2, 8)),
        (("b", 0, "c"), True, ("b", "c"), (2, 8)),  # one thing without the list around it
        (("b", "d"), False, ("b", "d"), (2, 11)),
        (("b", "e"), False, ("b",), (2, 1)),
        (("tom",), False, ("tom",), (4, 1)),
        (("x",), False, (), (1, 1)),
        (("l", 0), True, ("l", 0), (3, 5)),
        (("l", 1, "q"), True, ("l", 1, "q"), (3, 12)),
        (("l", 2), False, ("l",), (3, 1)),
        (("l", -1), False, ("l",), (3, 1)),
        (("l", "navn", 1), True, ("l", 1), (3, 8)),  # a list for the mapping that holds it
    ],
)
def test_a_route_leads_to_what_is_written_of_it(
    rute: tuple[str | int, ...], der: bool, skrevet: tuple[str | int, ...], sted: tuple[int, int]
) -> None:
    assert is_written(tre(), rute) is der
    assert as_written(tre(), rute) == skrevet
    span = locate("a.yaml", tre(), rute)
    assert (span.line, span.column) == sted


def test_a_short_word_is_another_one_only_when_it_lacks_the_letters_of_a_foreign_keyboard() -> None:
    assert [slip(*pair.split()) for pair in ("vaere være", "moter møter", "Mål mål", "tid til")] == [
        True,
        True,
        True,
        False,
    ]


@i_ett(
    ("text", "bokmål", "nynorsk"),
    [
        (
            "a: `x`",
            "En tekst uten anførselstegn kan ikke begynne med ` i YAML.",
            "Ein tekst utan hermeteikn kan ikkje begynne med ` i YAML.",
        ),
        ("a: ['b' c]", "Det mangler komma eller ] foran dette.", "Det manglar komma eller ] framfor dette."),
        (
            "--- a: b",
            "Filen er ikke gyldig YAML fra dette stedet. Det skulle stått et felt (navn: verdi) "
            "eller et listepunkt (-).",
            "Fila er ikkje gyldig YAML frå denne staden. Det skulle stått eit felt (namn: verdi) "
            "eller eit listepunkt (-).",
        ),
        ("&x {", "Det mangler komma eller klamme foran dette.", "Det manglar komma eller klamme framfor dette."),
    ],
)
def test_what_is_no_yaml_is_told_in_both(text: str, bokmål: str, nynorsk: str) -> None:
    (found,) = parse(text, "a.yaml").diagnostics
    assert (found.message, på_nynorsk(found).message) == (bokmål, nynorsk)


def test_where_a_key_is_known_and_what_a_route_leads_to() -> None:
    assert homes("zzz") == []
    assert homes("deltakere")[:3] == ["slt", "samarbeidsfora", "politiråd.utvidet"]  # the shortest first
    assert [
        part and part.__name__ for part in map(part_at, [(), ("slt",), ("slt", "mål"), ("oppgaver",), ("zzz",)])
    ] == [
        *("Avtale", "Slt"),
        *(None, None, None),
    ]
    assert part_at(("oppgaver", 0)) is not None
    assert nearest("Til-Behandlin", ["til_behandling", "utkast"]) == ["til_behandling"]
    assert nearest("MÅL gruppe", ["mål", "Mål_gruppe"]) == ["Mål_gruppe"]
    assert nearest("helt annet", ["mål", "utkast"]) == []
    assert can_hold(("slt", "x"), "mål", "a")
    assert not can_hold(("slt", "x"), "mål", [{"a": "b"}])
