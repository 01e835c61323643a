"""The units of a text that are held against each other, which are the same, and what their values have become."""

from __future__ import annotations

from dataclasses import replace

from avtalegen.dokument.innhold import Document, Heading, Items, Paragraph, Signature, Signatures, Table, Text
from avtalegen.dokument.spor import Spenn, Sporene
from avtalegen.henting.enheter import Enhet, _Plasser, enheter, margene, med_spor
from avtalegen.henting.lest import Bit, Lest, les
from avtalegen.henting.par import par, på_plass
from avtalegen.henting.samstilling import Work
from avtalegen.skrivere.word.tekst import MARGINS, Section
from tests.i_ett import i_ett

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


def test_each_text_has_its_spans_in_the_cell_that_shows_it() -> None:
    rader = ("Leder er Kari.", ("For Flakstad / Kari", "Ola"), "Kari", "Kari")
    plasser = _Plasser(enheter((Section("", 0, ("Avtale om råd",)), Section("Rådet", 1, rader))))
    plasser.legg("råd", [Spenn(0, 3, ("tittel",))])  # the front has several texts in one
    plasser.legg("  ", [Spenn(0, 1, ("tom",))])
    plasser.legg(
        "Leder  er Kari.", [Spenn(10, 14, ("b",)), Spenn(0, 5, ("a",)), Spenn(3, 6, ("c",)), Spenn(6, 6, ("d",))]
    )
    plasser.legg("Kari", [Spenn(0, 4, ("e",))])
    plasser.legg("Står ikke her", [Spenn(0, 4, ("f",))])
    plasser.legg("Kari", [Spenn(0, 4, ("g",), valgt=True)])
    ferdige = plasser.ferdige()
    assert [[[(s.rute[0], s.fra, s.til) for s in celle] for celle in en.spenn] for en in ferdige] == [
        [[("tittel", 10, 13)]],
        [[]],
        [[("a", 0, 5), ("b", 9, 13)]],
        [[("e", 15, 19)], []],
        [[("g", 0, 4)]],
        [[]],
    ]
    assert [len(en.alle) for en in ferdige] == [1, 0, 2, 1, 0, 0]


def test_what_has_no_characters_or_stands_in_a_longer_text_is_no_place() -> None:
    """Only the front, and a row with several texts in a cell, hold a text within a longer one."""
    rader = (("navn", "Kari"), "Kari / Ola", ("For Kari Moe", ""), ("For Flakstad / Kari", "Ola"), "Kari")
    plasser = _Plasser(enheter((Section("Rådet", 1, rader),)))
    plasser.legg("Råd", [Spenn(0, 3, ("z",))])
    plasser.legg("navn", [Spenn(0, 4, ("a",))])
    plasser.legg("", [])  # nothing, which is everywhere
    plasser.legg("Kari", [Spenn(0, 4, ("b",))])
    plasser.legg("Kari", [Spenn(0, 4, ("c",))])
    plasser.legg("Kari", [Spenn(0, 4, ("d",))])
    assert [[[s.rute[0] for s in celle] for celle in en.spenn] for en in plasser.ferdige()] == [
        [[]],
        [["a"], ["b"]],
        [[]],
        [[], []],
        [["c"], []],
        [["d"]],
    ]


def test_each_text_of_a_document_has_the_spans_of_its_own_place() -> None:
    """Every text says the same, so only its place tells them apart."""
    tekst = (Text("x"),)
    liste = Items("liste", ((Paragraph("punkt", tekst), Paragraph("mer", tekst)),))
    tabell = Table("tabell", "", (tekst, tekst), ((tekst, tekst),))
    underskrift = Signatures("u", (Signature("en", "x", None, "x", "x"), Signature("to", "x", "x", None)), "", "", "")
    blokker = (Heading("overskrift", 1, tekst), Paragraph("avsnitt", tekst), liste, tabell, underskrift)
    dokument = Document("nb", "x", "x", "", "", None, "", "", (("Part", "x"), ("Status", "x")), blokker)
    under = ("x", "x", "x", ("x", "x"), ("x", "x"), ("x / x / x", "x / x"))
    alle = enheter((Section("", 0, ("x", "x", "x", "x")), Section("x", 1, under)))
    deler = {
        "tabell": ("0/0", "0/1", "1/0", "1/1"),
        "en": ("for", "dato", "navn", "tittel"),
        "to": ("for", "dato", "navn", "tittel"),
        "forside": ("0", "1"),
    }
    navn = ("tittel", "undertittel", "forside", "overskrift", "avsnitt", "punkt", "mer", "tabell", "en", "to")
    spor = Sporene({(en, del_): (Spenn(0, 1, (en, del_)),) for en in navn for del_ in deler.get(en, ("",))})
    funnet = [
        ["/".join(map(str, s.rute)) for s in celle] for en in med_spor(alle, dokument, spor) for celle in en.spenn
    ]
    assert funnet == [
        *(["tittel/"], ["undertittel/"], ["forside/0"], ["forside/1"]),
        *(["overskrift/"], ["avsnitt/"], ["punkt/"], ["mer/"]),
        *(["tabell/0/0"], ["tabell/0/1"], ["tabell/1/0"], ["tabell/1/1"]),
        *(["en/for", "en/dato", "en/tittel"], ["to/for", "to/navn"]),
    ]
    uten = replace(dokument, subtitle=None, facts=(), blocks=())
    assert [en.spenn for en in med_spor(alle[:2], uten, spor)] == [((Spenn(0, 1, ("tittel", "")),),), ((),)]


def merket(tekst: str) -> tuple[str, list[Spenn]]:
    """The text, and the spans of the values in it, which stand in brackets."""
    spenn: list[Spenn] = []
    rein = ""
    for nr, bit in enumerate(tekst.replace("]", "[").split("[")):
        if nr % 2:
            spenn.append(Spenn(len(rein), len(rein) + len(bit), ()))
        rein += bit
    return rein, spenn


LEDER = "Leder er [Kari] og nestleder er [Ola]."


@i_ett(
    ("før", "nå", "ventet"),
    [
        (LEDER, "Leder er Kari og nestleder er Ola.", Lest(("Kari", "Ola"))),
        (LEDER, "Leder er Per og nestleder er Ola.", Lest(("Per", "Ola"))),
        (LEDER, "Leder er Kari Nes og nestleder er Ola Li.", Lest(("Kari Nes", "Ola Li"))),
        (LEDER, "Leiar er Kari Nes og nestleder er Ola.", Lest(("Kari Nes", "Ola"), (Bit("Leder", "Leiar"),))),
        (LEDER, "Leder er Kari.", Lest(("Kari", None), (Bit(" og nestleder er Ola", ""),))),
        ("[Kari] leder", "Kari Nes leder", Lest(("Kari Nes",))),
        ("leder [Kari]", "leder Ola", Lest(("Ola",))),
        ("Uten verdier", "Uten noe", Lest((), (Bit("verdier", "noe"),))),
        # The reading that changes the fewest values, and none when several are as good.
        ("[a], [b] og [c]", "a, b, d og c", Lest(("a", "b, d", "c"))),
        ("[a, b], [c]", "a, b, d", Lest(("a, b", "d"))),
        (f"[{'a, ' * 50}a], [c] x", f"{'a, ' * 50}a, d x", Lest(("a, " * 50 + "a", "d"))),
        ("[a], [b]", "x, y, z", Lest((None, None), tvetydig=True)),
        ("[a] og [b og c].", "a og x og b og c.", Lest(("a", None), tvetydig=True)),
        # Word by word, where our own words are changed too.
        ("Møtet er [mandag] kl. [9].", "Det er mandag og kl. 9.", Lest(("mandag og", "9"), (Bit("Møtet", "Det"),))),
        ("Møtet er [mandag].", "Møtet tirsdag.", Lest((None,), (Bit("er mandag", "tirsdag"),))),
        ("En [to tre fire] fem", "Ei 2 tre 4 fem", Lest(("2 tre 4",), (Bit("En", "Ei"),))),
        ("En [to tre] fire [fem]", "Ei to fem", Lest((None, "fem"), (Bit("En", "Ei"), Bit(" tre fire", "")))),
        ("aa[X]aa", "aaa", Lest((None,), (Bit("aaXaa", "aaa"),))),  # our words stand twice, and not over each other
        ("[a] " + "b" * 19_998, "c " + "b" * 19_998, Lest(("c",))),
        ("[a] " + "b" * 19_999, "c " + "b" * 19_999, Lest((None,), (Bit("a " + "b" * 19_999, "c " + "b" * 19_999),))),
        ("[a] " + "b" * 20_000, "c", Lest((None,), (Bit("a " + "b" * 20_000, "c"),))),
    ],
)
def test_what_is_typed_at_a_value_or_over_it_belongs_to_it(før: str, nå: str, ventet: Lest) -> None:
    tekst, spenn = merket(før)
    assert les(tekst, spenn, nå, Work()) == ventet


RAD = ("for", "Kari")


@i_ett(
    ("gamle", "nye", "ventet", "samlet"),
    [
        # One written over as a whole is the same one, also in another order than the numbers.
        (("en to tre", "fire fem"), ("en to tre", "x"), [(0, 0), (1, None), (None, 1)], [(0, 0), (1, 1)]),
        (("en", RAD), ("en", "x"), [(0, 0), (1, None), (None, 1)], [(0, 0), (1, None), (None, 1)]),
        (("en", "to"), ("en", "x", "y"), [(0, 0), (1, None), (None, 1), (None, 2)], None),
        (("en", "to"), ("en",), [(0, 0), (1, None)], None),
        (("en",), ("ny", "en"), [(None, 0), (0, 1)], None),
        (("–", "en"), ("–", "ny"), [(0, 0), (1, None), (None, 1)], [(0, 0), (1, 1)]),
    ],
)
def test_the_units_that_are_the_same(
    gamle: tuple[str, ...],
    nye: tuple[str, ...],
    ventet: list[tuple[int | None, int | None]],
    samlet: list[tuple[int | None, int | None]] | None,
) -> None:
    før, nå = ((Section(MARGINS, 0, ("øverst",)), Section("", 0, alle)) for alle in (gamle, nye))
    svar = par(før, nå)
    assert svar == ventet
    assert på_plass(svar, enheter(før), enheter(nå)) == (ventet if samlet is None else samlet)


def test_the_units_of_headings_and_below_them_are_numbered_through() -> None:
    før = (Section("", 0, ("a",)), Section("Borte", 1, ("b", "c")), Section("Igjen", 1, ("d", "e")))
    nå = (Section("", 0, ("a",)), Section("Igjen", 1, ("d", "e")), Section("Kommet", 1, ("f",)))
    assert sorted(par(før, nå), key=repr) == sorted(
        [(0, 0), (1, None), (2, None), (3, None), (4, 1), (5, 2), (6, 3), (None, 4), (None, 5)], key=repr
    )


def test_no_unit_is_lost_where_a_heading_has_become_text_or_text_has_come_from_the_margins() -> None:
    overskrift, tekst = (
        (Section("Rådet møtes ofte", 1, ("i mars",)),),
        (Section("", 0, ("Rådet møtes ofte", "i mars")),),
    )
    assert par(overskrift, tekst) == [(0, None), (None, 0), (1, 1)]
    assert par(tekst, overskrift) == [(None, 0), (0, None), (1, 1)]
    rundt, inni = ((Section(navn, 0, ("Rådet møtes alltid i mars",)),) for navn in (MARGINS, ""))
    assert (par(rundt, inni), par(inni, rundt), par(rundt, rundt)) == ([(None, 0)], [(0, None)], [])


@i_ett(
    ("gamle", "nye", "samlet"),
    [
        (("a", "b"), ("c", "d"), True),
        (("a",), ("a",), True),
        (("a", RAD), ("c", "d"), False),  # not of the same kind
        (("a", "b"), ("c", "a"), False),  # one of them stands elsewhere now
        (("a", "b"), ("c",), False),
    ],
)
def test_as_many_gone_as_come_at_one_place_are_the_same(
    gamle: tuple[str, ...], nye: tuple[str, ...], samlet: bool
) -> None:
    før, nå = (enheter((Section("", 0, alle),)) for alle in (gamle, nye))
    par: list[tuple[int | None, int | None]] = [(nr, None) for nr in range(len(før))]
    par += [(None, nr) for nr in range(len(nå))]
    assert på_plass(par, før, nå) == ([(nr, nr) for nr in range(len(nå))] if samlet else par)
