"""The units of a text that are held against each other: headings, paragraphs and rows."""

from __future__ import annotations

from avtalegen.henting.enheter import Enhet, enheter, margene
from avtalegen.skrivere.word.tekst import MARGINS, Section

TEKST = (
    Section(MARGINS, 0, ("øverst", ("a", "b"))),
    Section("", 0, ("Avtale",)),
    Section("Formål", 1, ("Trygghet", ("for", "Kari"))),
    Section("Mål", 2, ()),
    Section(MARGINS, 1, ("en overskrift som heter det",)),
)


def test_each_unit_is_one_with_where_it_stands_and_what_it_is() -> None:
    assert enheter(TEKST) == [
        Enhet(("",), ("Avtale",), ((),), overskrift=False, rad=False),
        Enhet(("Formål",), ("Formål",), ((),), overskrift=True, rad=False),
        Enhet(("Formål",), ("Trygghet",), ((),), overskrift=False, rad=False),
        Enhet(("Formål",), ("for", "Kari"), ((), ()), overskrift=False, rad=True),
        Enhet(("Formål", "Mål"), ("Mål",), ((),), overskrift=True, rad=False),
        Enhet((MARGINS,), (MARGINS,), ((),), overskrift=True, rad=False),
        Enhet((MARGINS,), ("en overskrift som heter det",), ((),), overskrift=False, rad=False),
    ]
    assert enheter(TEKST)[3].tekst == "for | Kari"


def test_what_stands_around_every_page_is_apart() -> None:
    assert margene(TEKST) == ("øverst", "a | b")
