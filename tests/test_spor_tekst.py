"""A text that knows which values it shows: whatever is done to it, each character keeps the way that it had."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest

from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering.spor.sporing import (
    Valgrute,
    byttet,
    hel,
    omskrevet,
    rute_til,
    samlet,
    sammen,
    skjøt,
    spenn,
    uten,
)
from tests.grundig import antall

Tegn = list[tuple[str, Rute | None]]
"""What a text is to be: its characters, each with its way."""

_VALUES = [("Kari", ("a",)), ("x", ("b", 0)), ("", ("c",)), ("to ord", ("b", 1)), (" Å! ", ("a",)), ("straße", ("d",))]


def _tegn(text: str) -> Tegn:
    ways: list[Rute | None] = [None] * len(text)
    for fra, til, rute, _ in spenn([text]):
        ways[fra:til] = [rute] * (til - fra)
    return [*zip(text, ways, strict=True)]


def _bit(rng: Random) -> tuple[str, Tegn]:
    text, rute = rng.choice(_VALUES)
    if rng.random() < 0.4:
        return text, [(c, None) for c in text]
    return hel(text, rute), [(c, rute) for c in text]


def _step(rng: Random, text: str, tegn: Tegn) -> tuple[str, Tegn]:
    """Return what one operation makes of a text, and what it should make of it."""
    other, others = _bit(rng)
    fra, til = sorted(rng.choices(range(len(text) + 1), k=2))
    plain = "".join(c for c, _ in tegn)
    borte = len(plain) - len(plain.lstrip(" K"))
    slutt = len(plain.rstrip(" x!"))
    steps: list[Callable[[], tuple[str, Tegn]]] = [
        lambda: (text + other, tegn + others),
        lambda: (sammen(other, "–", text), [*others, ("–", None), *tegn]),
        lambda: (skjøt(", ", [text, other]), [*tegn, (",", None), (" ", None), *others]),
        lambda: (text[fra:til], tegn[fra:til]),
        lambda: (uten(text, [slice(fra, til)]), tegn[:fra] + tegn[til:]),
        lambda: (text.lstrip(" K"), tegn[borte:]),
        lambda: (text.rstrip(" x!"), tegn[:slutt]),
        lambda: (text.removesuffix(plain[til:]), tegn[:til]),
        lambda: (text.removeprefix(plain[:fra]), tegn[fra:]),
        lambda: (
            omskrevet(text, plain[:1].swapcase() + plain[1:]),
            [(c.swapcase(), r) for c, r in tegn[:1]] + tegn[1:],
        ),
        lambda: (text.lower(), [(c.lower(), r) for c, r in tegn]),
        lambda: (
            byttet(text, lambda c: {" ": "", "a": "aa"}.get(c, c)),
            [(c, r) for c, r in tegn if c != " " for _ in range(2 if c == "a" else 1)],
        ),
    ]
    made, expected = rng.choice(steps[:9] if plain[:1] in ("ß", "Å") else steps)()
    return made, expected


@pytest.mark.parametrize("seed", range(antall(4, 200)))
def test_each_character_keeps_its_way_whatever_is_done_to_the_text(seed: int) -> None:
    rng = Random(seed)
    for _ in range(40):
        text, tegn = _bit(rng)
        for _ in range(rng.randrange(1, 9)):
            text, tegn = _step(rng, text, tegn)
            assert _tegn(text) == tegn


def test_neighbours_that_show_the_same_value_are_one_span_however_they_were_put_together() -> None:
    halves: Sequence[str] = [hel("Ka", ("a",)), samlet([hel("ri", ("a",)), " og ", hel("Ola", ("b",))])]
    assert spenn(halves) == ((0, 4, ("a",), False), (8, 11, ("b",), False))
    assert spenn([hel("Ka", ("a",)), hel("ri", Valgrute(("a",)))]) == ((0, 2, ("a",), False), (2, 4, ("a",), True))


def test_a_text_that_grows_in_capitals_shows_the_first_of_its_values() -> None:
    assert spenn([sammen(hel("ß", ("a",)), hel("b", ("b",))).upper()]) == ((0, 3, ("a",), False),)


def test_the_pieces_of_a_text_have_each_their_ways() -> None:
    pieces = sammen(hel("Kari, ", ("a",)), "og", hel(", Ola", ("b",))).split(", ")
    assert [(piece, rute_til(piece)) for piece in pieces] == [("Kari", ("a",)), ("og", None), ("Ola", ("b",))]


def test_a_text_can_be_put_together_any_number_of_times() -> None:
    text: str = hel("a", ("a",))
    for _ in range(3000):
        text = sammen(text, "x")
    assert spenn([text.rstrip("x"), omskrevet(text, text.swapcase())[:9].lower()]) == ((0, 2, ("a",), False),)
    assert rute_til(text) == ("a",)


def test_of_nothing_nothing_is_made_however_often_it_is_put_together() -> None:
    text = hel("a", ("a",))[1:]
    for _ in range(100):  # as many parts as nobody could go through
        text = skjøt("", [sammen(text, text), text])
    assert (text, spenn([text, hel("b", ("b",))])) == ("", ((0, 1, ("b",), False),))
