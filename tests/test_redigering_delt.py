"""Changes of what stands in several places by `&` and `*`: what is written out, and what is left in peace."""

from avtalegen.lesing.redigering import Fjern, Flytt, Sett
from tests.redigering_support import Rad, etterpå

SKREVET_UT: list[Rad] = [
    ("a: {k: &y v, l: *y}\nb: *y\n", Sett(("a",), "w"), "a: w\nb: v\n"),
    ("a: &x 1 # c\nb: *x\n", Sett(("a",), "2"), "a: 2 # c\nb: 1\n"),
    ("a: &x\n  k: v\nb: *x\n", Sett(("a", "k"), "w"), "a:\n  k: w\nb: {k: v}\n"),
    ("a: &x # c\n  k: v\nb: *x\n", Sett(("a", "k"), "w"), "a: # c\n  k: w\nb: {k: v}\n"),
    ("a:  &x\n  k: v\nb: *x\n", Sett(("a", "k"), "w"), "a:\n  k: w\nb: {k: v}\n"),
    ("a: &x   1\nb: *x\nc: *x\n", Sett(("b",), "2"), "a: &x   1\nb: 2\nc: *x\n"),
    ("a: &x {k: v}\nb: *x\nc: *x\n", Sett(("b", "k"), "2"), "a: &x {k: v}\nb: {k: 2}\nc: *x\n"),
    ("a: &x {k: &y v, l: *y}\nb: *x\n", Sett(("b", "k"), "2"), "a: {k: &y v, l: *y}\nb: {k: 2, l: v}\n"),
    ("a: &x {k: &y v}\nb: *x\nc: *y\n", Sett(("b", "k"), "2"), "a: {k: &y v}\nb: {k: 2}\nc: *y\n"),
    ("a: &x [p,\n  q]\nb: *x\n", Sett(("b", 0), "2"), "a: [p,\n  q]\nb: [2, q]\n"),
    ("a: &x [ p ,q]\nb: *x\n", Sett(("b", 0), "2"), "a: [ p ,q]\nb: [ 2 ,q]\n"),
    ("a: &x 'p'\nb: [*x]\n", Sett(("b", 0), "2"), "a: &x 'p'\nb: [2]\n"),
    ("a: &x 'p'\nb: &y [*x]\nc: *y\n", Sett(("c", 0), "2"), "a: &x 'p'\nb: [*x]\nc: [2]\n"),
    ("a: &x !!str ~\nb: *x\n", Sett(("a",), "2"), 'a: 2\nb: "~"\n'),
    ("a: &x ~\nb: *x\n", Sett(("a",), "2"), "a: 2\nb: ~\n"),
    ("a: &x\n  -\n  - y\nb: *x\n", Sett(("b", 0), "2"), "a:\n  -\n  - y\nb: [~, 2]\n"),
    (
        "a: &x {? p : q, ? [r] : s}\nb: *x\n",
        Sett(("b", "p"), "2"),
        "a: {? p : q, ? [r] : s}\nb: {? p : 2, ? [r] : s}\n",
    ),
    ("a: &x\n  p: q\n  p: r\nb: *x\n", Sett(("b", "p"), "2"), "a:\n  p: q\n  p: r\nb: {p: 2}\n"),
    ("a:\n  - &x\n  - y\nb: *x\n", Sett(("a", 0), "z"), "a:\n  - &x\n  - z\nb: *x\n"),
    ("a: !!map &x\n  k: v\nb: *x\n", Sett(("a", "k"), "w"), "a: !!map\n  k: w\nb: {k: v}\n"),
    ("b: &y 1\na: &x {k: *y}\nc: *x\n", Sett(("c", "l"), "2"), "b: &y 1\na: {k: *y}\nc: {k: 1, l: 2}\n"),
    ("a: &x\n  k: v\n  ? [r]\n  : s\nb: *x\n", Sett(("b", "k"), "2"), "a:\n  k: v\n  ? [r]\n  : s\nb: {k: 2}\n"),
    ("a: &x\n  k: v\nb: *x\n", Sett(("b", "k"), "2"), "a:\n  k: v\nb: {k: 2}\n"),
    ("a:\n  - &x\n    k: v\n  - *x\n", Sett(("a", 1, "k"), "2"), "a:\n  -\n    k: v\n  - {k: 2}\n"),
    ("a:\n  - {k: &y v, l: *y}\n  - z\n", Flytt(("a",), 0, 1), "a:\n  - z\n  - {k: &y v, l: *y}\n"),
]

I_FRED: list[Rad] = [
    ("a: {k: &y v, l: *y}\nb: z\n", Sett(("a",), "w"), "a: w\nb: z\n"),
    (
        "a:\n  - &x\n    k: v\n  - l: *x\n  - *x\nb: *x\n",
        Flytt(("a",), 1, 2),
        "a:\n  - &x\n    k: v\n  - *x\n  - l: *x\nb: *x\n",
    ),
    ("a:\n  - &x 1\n  - 2\nb: *x\n", Flytt(("a",), 0, 1), "a:\n  - 2\n  - &x 1\nb: *x\n"),
    ("a:\n  - &x\n  - y\n  - z\nb: *x\n", Fjern(("a", 1)), "a:\n  - &x\n  - y\nb: *x\n"),
    ("a: &x # c\n  k: v\n", Sett(("a",), "ny"), "a: ny # c\n"),
    ("a: &x # c\n  k: v\n", Sett(("a",), ["ny"]), "a: # c\n  - ny\n"),
    ("a: &x\n  k: v\n", Sett(("a",), ["ny"]), "a:\n  - ny\n"),
    ("a: *x\n", Sett(("a",), "v"), "a: v\n"),
    ("&x a: y\nb: *x\n", Sett(("a",), "v"), "&x a: v\nb: *x\n"),
]


def test_a_value_is_written_out_as_it_is_written() -> None:
    assert etterpå(SKREVET_UT, alias="skriv_ut") == SKREVET_UT


def test_what_is_of_one_place_alone_is_changed_there() -> None:
    assert etterpå(I_FRED) == I_FRED
