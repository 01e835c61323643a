"""Changes that can't be made, what stands in several places, and what is read of a file by route."""

from typing import Any

import pytest

from avtalegen.funn.begge import i_nynorsk
from avtalegen.funn.diagnostic import Related, Span
from avtalegen.lesing.redigering import Endring, Fjern, Flytt, RedigeringFeil, Sett, SettInn, les_verdi, rediger
from tests.i_ett import i_ett

DELT = "a: &x {k: v}\nb: *x\nc:\n  - *x\n"


FEIL = [
    # With the place, and what to do, or nothing after what is wrong.
    (
        "a:\n  - b:\n      c: x\n",
        Sett(("a", 0, "b", "c", "d"), "z"),
        "a.yaml:3:7: «c» er teksten «x», og har ikke nøkler. "
        "Fjern teksten først, eller sett inn alle nøklene på én gang.",
    ),
    ("a:\n  - b: x\n", Sett(("a", 0, 1), "z"), "a.yaml:2:3: «a» er ikke en liste. Ta bort plassen i listen."),
    ("a:\n  - [x]\n", Sett(("a", 0, "b"), "z"), "a.yaml:2:3: «a» er en liste. Oppgi hvilket punkt det gjelder."),
    (
        "a:\n  - x\n  - y\n",
        Sett(("a", 4), "z"),
        "a.yaml:1:1: Listen har 2 punkter, så det er ikke noe punkt nummer 5.",
    ),
    ("a: [x]\n", Sett(("a", -1), "y"), "a.yaml:1:1: Listen har ett punkt, så det er ikke noe punkt nummer 0."),
    ("a: x\n", Sett((0, "a"), "y"), "a.yaml:1:1: Filen er ikke en liste. Ta bort plassen i listen."),
    (
        "forpliktelser:\n  andre:\n    - skal: [x]\n    - skal: y\n",
        Sett(("forpliktelser", "andre", "skal"), "z"),
        "a.yaml:2:3: «andre» er en liste. Oppgi hvilket punkt det gjelder.",
    ),
    (
        "slt: x\navtale: {status: utkast}\n",
        Sett(("avtale", 0, "status"), "vedtatt"),
        "a.yaml:2:1: «avtale» er ikke en liste. Ta bort plassen i listen.",
    ),
    (
        "\nb: x\n",
        Sett(("a", 0, 1), "y"),
        "a.yaml:1:1: Listen finnes ikke ennå, så det er ikke noe punkt nummer 2.",
    ),
    ("b: x\na:\n", Sett(("a", 1), "y"), "a.yaml:2:1: «a» er ikke en liste."),
    ("a: []\n", Sett(("a", 1), "y"), "a.yaml:1:1: Listen har ingen punkter, så det er ikke noe punkt nummer 2."),
    ("a: [x]\n", SettInn(("a",), -1, "y"), "a.yaml:1:1: Listen har ett punkt. Plassen må være fra 0 til 1."),
    ("a: []\n", SettInn(("a",), 1, "y"), "a.yaml:1:1: Listen har ingen punkter. Plassen må være 0."),
    ("b: x\n", SettInn(("a",), 1, "y"), "a.yaml:1:1: Listen har ingen punkter. Plassen må være 0."),
    ("a: [x]\n", Flytt(("b",), 0, 0), "a.yaml:1:1: Det står ikke noe i «b» i filen."),
    ("a: [x]\n", Flytt((), 0, 0), "a.yaml:1:1: Filen er ikke en liste."),
    ("b: x\na:\n", Flytt(("a",), 0, 0), "a.yaml:2:1: «a» er ikke en liste."),
    ("a: []\n", Flytt(("a",), 0, 0), "a.yaml:1:1: Listen har ikke noe punkt nummer 1."),
    ("a: [x, y]\n", Flytt(("a",), 0, 2), "a.yaml:1:1: Listen har ikke noe punkt nummer 3."),
    ("a: [x, y]\n", Flytt(("a",), -1, 0), "a.yaml:1:1: Listen har ikke noe punkt nummer 0."),
    (
        "parter:\n  kommuner: X\n",
        Flytt(("parter", "kommuner"), 0, 1),
        "a.yaml:2:3: Listen har ikke noe punkt nummer 2.",
    ),
    ("a: x\n", Fjern(("b", 1, "c")), "a.yaml:1:1: Det står ikke noe i «b.1.c» i filen."),
    (
        "parter:\n  kommuner: X\n",
        Sett(("parter", "kommuner", 2), "Y"),
        "a.yaml:2:3: «kommuner» er én ting, så det er ikke noe punkt nummer 3.",
    ),
    (
        "satsningsområder: [A]\n",
        Sett(("satsningsområder", "områder", 0, "tiltak", 3), "x"),
        "a.yaml:1:20: Listen finnes ikke ennå, så det er ikke noe punkt nummer 4.",
    ),
    (
        "vedlegg:\n  - Ingen\n",
        Sett(("vedlegg", 0, "fil"), "x"),
        "a.yaml:2:3: «vedlegg» er teksten «Ingen», og har ikke nøkler. "
        "Fjern teksten først, eller sett inn alle nøklene på én gang.",
    ),
    (
        "a:\n  - [x]\n",
        Sett(("a", 0, 0), "\ud800"),
        "a.yaml:2:6: Dette kan ikke endres uten at noe annet i filen blir lest på en annen måte. Rett det for hånd.",
    ),
    (
        "b:\n  - c: x\n    a: y\n    a: z\n",
        Fjern(("b", 0, "a")),
        "a.yaml:3:5: «a» står flere ganger på samme sted. Rett det for hånd først.",
    ),
    (
        "\na: &x {k: v}\n\nb: *x\nc: [*x, *x]\n",
        Sett(("a", "k"), "2"),
        "a.yaml:2:4: Det som er skrevet her (&x), gjelder også i linje 4, 5 (*x), og ville blitt endret der. "
        "Skriv det ut på hvert av stedene først.",
    ),
]


def test_what_is_wrong_is_told_with_its_place() -> None:
    told = []
    for text, endring, _ in FEIL:
        with pytest.raises(RedigeringFeil) as raised:
            rediger(text.encode(), "a.yaml", endring)
        told.append((text, endring, str(raised.value)))
    assert told == FEIL


FEIL_NYNORSK = [
    ("a: x\n", Sett((), "y"), "Fila må vere nøklar med innhald."),
    ("a: x\n", Fjern(("b",)), "Det står ikkje noko i «b» i fila."),
    ("a: [x]\n", Sett(("a", 2), "y"), "Lista har eitt punkt, så det er ikkje noko punkt nummer 3."),
    ("a: [x, z]\n", SettInn(("a",), 3, "y"), "Lista har 2 punkt. Plassen må vere frå 0 til 2."),
    ("b: x\na:\n", Sett(("a", 1), "y"), "«a» er ikkje ei liste."),
    ("\nb: x\n", Sett(("a", 0, 1), "y"), "Lista finst ikkje enno, så det er ikkje noko punkt nummer 2."),
    ("parter: {kommuner: X}\n", Flytt(("parter", "kommuner"), 0, 1), "Lista har ikkje noko punkt nummer 2."),
    (
        "parter: {kommuner: X}\n",
        Sett(("parter", "kommuner", 2), "Y"),
        "«kommuner» er éin ting, så det er ikkje noko punkt nummer 3.",
    ),
    ("a: x\n", Sett(("a", 0), "y"), "«a» er ikkje ei liste. Ta bort plassen i lista."),
    ("a: [x]\n", Sett(("a", "b"), "y"), "«a» er ei liste. Oppgje kva punkt det gjeld."),
    (
        "a: x\n",
        Sett(("a", "b"), "y"),
        "«a» er teksten «x», og har ikkje nøklar. Fjern teksten først, eller set inn alle nøklane på éin gong.",
    ),
    ("a: x\na: y\n", Fjern(("a",)), "«a» står fleire gonger på same stad. Rett det for hand først."),
    (
        "a: x\n",
        Sett(("a",), "\ud800"),
        "Dette kan ikkje endrast utan at noko anna i fila blir lese på ein annan måte. Rett det for hand.",
    ),
    (
        "a: &x {k: v}\nb: *x\n",
        Sett(("a", "k"), "2"),
        "Det som er skrive her (&x), gjeld òg i linje 2 (*x), og ville blitt endra der. "
        "Skriv det ut på kvar av stadene først.",
    ),
]


def test_what_is_wrong_is_told_in_nynorsk_too_with_its_place_and_without() -> None:
    told = []
    for text, endring, _ in FEIL_NYNORSK:
        with pytest.raises(RedigeringFeil) as raised:
            rediger(text.encode(), "a.yaml", endring)
        feil = raised.value
        sted = f"a.yaml:{feil.span.line}:{feil.span.column}: "
        assert (i_nynorsk(feil.message), str(feil)) == (sted + feil.uten_sted.nn, sted + feil.uten_sted)
        told.append((text, endring, feil.uten_sted.nn))
    assert told == FEIL_NYNORSK


def test_the_other_places_are_shown_from_end_to_end() -> None:
    with pytest.raises(RedigeringFeil) as raised:
        rediger(b"a: &abc 1\nb:\n  - *abc\n", "a.yaml", Sett(("a",), "2"))
    assert raised.value.span == Span("a.yaml", 1, 4, 1, 8)
    assert raised.value.related == (Related(Span("a.yaml", 3, 5, 3, 9), "*abc står her"),)


@i_ett(
    ("text", "endring", "sagt"),
    [
        ("a: [", Sett(("a",), "x"), "a.yaml:1:4: [ blir ikke lukket"),
        ("- a\n", Sett(("a",), "x"), "a.yaml:1:1: Filen er en liste"),
        ("a: x\n", Sett(("a", "b"), "y"), "a.yaml:1:1: «a» er teksten «x», og har ikke nøkler."),
        ("a:\n  - x\n", Sett(("a", "b"), "y"), "«a» er en liste."),
        ("a:\n  - x\n", Sett(("a", 2), "y"), "Listen har ett punkt, så det er ikke noe punkt nummer 3."),
        ("a: x\n", Sett(("a", 0), "y"), "«a» er ikke en liste."),
        ("b: x\n", Sett(("a", 1), "y"), "Listen finnes ikke ennå"),
        ("a: x\n", SettInn(("a",), 0, "y"), "«a» er ikke en liste."),
        ("a: [x]\n", SettInn(("a",), 3, "y"), "Plassen må være fra 0 til 1."),
        ("a: x\n", Fjern(("b",)), "Det står ikke noe i «b» i filen."),
        ("a: x\n", Fjern(()), "Det står ikke noe"),
        ("a: [x]\n", Flytt(("a",), 0, 1), "Listen har ikke noe punkt nummer 2."),
        ("a: x\n", Flytt(("a",), 0, 0), "«a» er ikke en liste."),
        ("a: x\na: y\n", Fjern(("a",)), "«a» står flere ganger på samme sted."),
        ("a: x\n", Sett(("a",), "\ud800"), "Dette kan ikke endres"),
        ("a: x\n", Sett((), "y"), "Filen må bestå av nøkler med innhold."),
    ],
)
def test_what_can_not_be_done_says_where_and_why(text: str, endring: Endring, sagt: str) -> None:
    with pytest.raises(RedigeringFeil) as raised:
        rediger(text.encode(), "a.yaml", endring)
    assert sagt in str(raised.value)
    assert str(raised.value).startswith(f"a.yaml:{raised.value.span.line}:{raised.value.span.column}: ")


def test_a_file_that_is_not_read_tells_what_is_wrong_with_it() -> None:
    for data in (b"a: [", "å: x".encode("latin-1"), b"\xff\xfea\x00"):
        with pytest.raises(RedigeringFeil) as raised:
            rediger(data, "a.yaml", Sett(("a",), "x"))
        assert raised.value.diagnostics


def test_of_what_is_wrong_with_a_file_that_is_told_which_stops_the_reading() -> None:
    with pytest.raises(RedigeringFeil) as raised:
        rediger("å: \x07x\nb: - c\n".encode(), "a.yaml", Sett(("å",), "y"))
    assert [found.code for found in raised.value.diagnostics] == ["YML011", "YML001"]
    found = raised.value.diagnostics[1]
    assert str(raised.value) == f"a.yaml:2:4: {found.message} {found.hint}"
    assert (raised.value.span, raised.value.melding, raised.value.råd) == (found.span, found.message, found.hint)


@i_ett(
    ("wrong", "code"),
    [
        ("a: x\na: y\n", "YML002"),
        ("a: \x07x\n", "YML011"),
        ("a: !!int 3\n", "YML012"),
        ("a: *x\n", "YML013"),
        ("a\u00a0: x\n", "YML014"),
        ("a: x\n  - b\n", "YML015"),
        (f"a: {'x' * 100_001}\n", "YML016"),
    ],
)
def test_what_does_not_stop_the_reading_is_not_what_is_told(wrong: str, code: str) -> None:
    with pytest.raises(RedigeringFeil) as raised:
        rediger(f"{wrong}b: [\n".encode(), "a.yaml", Sett(("b",), "y"))
    first, stops = raised.value.diagnostics
    assert (first.code, stops.code, raised.value.melding) == (code, "YML001", stops.message)


def test_a_value_that_is_wrong_elsewhere_stands_in_nobodys_way() -> None:
    text = "format: 99\nzzz: [\x07]\na: x\na: y\nb: *z\n"
    made = rediger(text.encode(), "a.yaml", Sett(("zzz", 0), "x"), Sett(("b",), "y"))
    assert made.data.decode() == "format: 99\nzzz: [x]\na: x\na: y\nb: y\n"


@i_ett(
    ("endring", "etter"),
    [
        (Sett(("a", "k"), "w"), "a: {k: w}\nb: {k: v}\nc:\n  - {k: v}\n"),
        (Sett(("a",), "w"), "a: w\nb: {k: v}\nc:\n  - {k: v}\n"),
        (Fjern(("a",)), "b: {k: v}\nc:\n  - {k: v}\n"),
        (Sett(("b", "l"), "w"), "a: &x {k: v}\nb: {k: v, l: w}\nc:\n  - *x\n"),
        (Sett(("c", 0, "k"), "w"), "a: &x {k: v}\nb: *x\nc:\n  - {k: w}\n"),
    ],
)
def test_what_stands_in_several_places_is_refused_or_written_out(endring: Endring, etter: str) -> None:
    with pytest.raises(RedigeringFeil) as raised:
        rediger(DELT.encode(), "a.yaml", endring)
    assert "a.yaml:1:4: Det som er skrevet her (&x), gjelder også i linje" in str(raised.value)
    assert raised.value.related
    assert rediger(DELT.encode(), "a.yaml", endring, alias="skriv_ut").data.decode() == etter


def test_an_alias_itself_is_one_place() -> None:
    for endring, etter in (
        (Sett(("b",), "w"), "a: &x {k: v}\nb: w\nc:\n  - *x\n"),
        (Fjern(("c", 0)), "a: &x {k: v}\nb: *x\n"),
        (SettInn(("c",), 0, "w"), "a: &x {k: v}\nb: *x\nc:\n  - w\n  - *x\n"),
    ):
        assert rediger(DELT.encode(), "a.yaml", endring).data.decode() == etter


def test_an_alias_does_not_come_before_what_it_stands_for() -> None:
    text = b"a:\n  - &x 1\n  - *x\n  - 2\n"
    with pytest.raises(RedigeringFeil, match=r"&x"):
        rediger(text, "a.yaml", Flytt(("a",), 0, 1))
    assert rediger(text, "a.yaml", Flytt(("a",), 0, 1), alias="skriv_ut").data == b"a:\n  - 1\n  - 1\n  - 2\n"
    assert rediger(text, "a.yaml", Flytt(("a",), 2, 0)).data == b"a:\n  - 2\n  - &x 1\n  - *x\n"


def test_nothing_is_changed_when_one_of_several_changes_fails() -> None:
    with pytest.raises(RedigeringFeil):
        rediger(b"a: x\n", "a.yaml", Sett(("a",), "y"), Fjern(("b",)))


@i_ett(
    ("text", "rute", "verdi"),
    [
        ("a: x\n", ("a",), "x"),
        ("a: x\n", ("b",), None),
        ("a:\n", ("a",), None),
        ("", ("a",), None),
        ("a: {b: 0301, c: , d: [ja, ~]}\n", ("a",), {"b": "0301", "d": ["ja"]}),
        ("a: [x]\n", ("a", 1), None),
        ("a: x\n", (), {"a": "x"}),
        ("parter: {politi: Nordland}\n", ("parter", "politi", "distrikt"), "Nordland"),
        ("parter: {politi: Nordland}\n", ("parter", "politi", "enhet"), None),
        ("parter: {kommuner: 1859}\n", ("parter", "kommuner", 0), "1859"),
        ("satsningsområder: [A]\n", ("satsningsområder", "områder", 0), "A"),
        ("satsningsområder: {områder: [A]}\n", ("satsningsområder", 0), "A"),
        ("a: &x {k: v}\nb: *x\n", ("b", "k"), "v"),
    ],
)
def test_a_value_is_read_by_its_route(text: str, rute: Any, verdi: Any) -> None:
    assert les_verdi(text.encode(), "a.yaml", rute) == verdi


def test_a_value_is_not_read_of_what_is_not_yaml() -> None:
    with pytest.raises(RedigeringFeil):
        les_verdi(b"a: [", "a.yaml", ("a",))
