"""Where in a text the words stand that a finding is about."""

from __future__ import annotations

from avtalegen.funn.diagnostic import Span
from avtalegen.regler.innenfor import innenfor
from tests.i_ett import i_ett

BLOKK = " b: |-\n   en\n \n   to Ola\n c: Per"


@i_ett(
    ("tekst", "fra", "bit", "ventet"),
    [
        ("a: Ola\nb: Ola", (2, 4, 2), "Ola", (2, 4)),
        ("Ola: x Ola", (1, 6, 1), "Ola", (1, 8)),
        ("a: Ola", (1, 4, 1), "Ola", (1, 4)),
        ("xx: 'en\n Ola'", (1, 5, 2), "Ola", (2, 2)),
        ("xx: 'en\nOla'", (1, 5, 2), "Ola", (2, 1)),
        ("a: Ola\nb: x", (2, 4, 2), "Ola", None),
        ("a: x\n  Ola", (1, 4, 1), "Ola", None),
        ("a: x", (1, 4, 7), "Ola", None),
        ("a: x", (5, 1, 5), "x", None),
        ("a: x\n| c", (2, 1, 1), "c", None),
        (BLOKK, (1, 5, 1), "Ola", (4, 7)),
        (BLOKK, (1, 5, 1), "Per", None),
        ("b: >\n  en\n  Ola", (1, 4, 1), "Ola", (3, 3)),
        ("b: >\n  en\n  Ola", (1, 4, 1), "Per", None),
    ],
)
def test_the_words_are_found_within_the_stretch_and_nowhere_else(
    tekst: str, fra: tuple[int, int, int], bit: str, ventet: tuple[int, int] | None
) -> None:
    """A text in lines of its own goes on as long as they are further in than its key."""
    span = Span("a.yaml", fra[0], fra[1], fra[2], fra[1])
    der = Span("a.yaml", *ventet, ventet[0], ventet[1] + len(bit)) if ventet else span
    assert innenfor(tekst, span, bit) == der
