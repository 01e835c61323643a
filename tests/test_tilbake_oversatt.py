"""Changes in a document of another version, told in the words of this one: texts small enough to judge by eye."""

from __future__ import annotations

from avtalegen.dokument.spor import Spenn
from avtalegen.funn.diagnostic import Rute
from avtalegen.henting.enheter import enheter
from avtalegen.henting.samstilling import Work
from avtalegen.skrivere.word.tekst import FRONT, MARGINS, Item, Section
from avtalegen.tilbake.oversatt import Uoversatt, oversatt
from avtalegen.tilbake.utgave import Utgave
from tests.i_ett import i_ett

Linje = str | tuple[str, ...]
MØTER, LEDER, DAG = ("møter",), ("leder",), ("dag",)


def merket(tekst: str) -> tuple[str, tuple[Spenn, ...]]:
    """The text, and the spans of the values in it: «[leder:Kari]», or «[!leder:Kari]» for words that it chooses."""
    rein, spenn = "", []
    for nr, bit in enumerate(tekst.replace("]", "[").split("[")):
        navn, _, verdi = bit.partition(":") if nr % 2 else ("", "", bit)
        if nr % 2:
            rute: Rute = (navn.removeprefix("!"),)
            spenn.append(Spenn(len(rein), len(rein) + len(verdi), rute, navn.startswith("!")))
        rein += verdi
    return rein, tuple(spenn)


def rad(linje: Linje) -> tuple[str, ...]:
    return (linje,) if isinstance(linje, str) else linje


def sier(*linjer: Linje) -> Utgave:
    """What this version says under one heading, with the values behind it."""
    items: list[Item] = []
    spenn: list[tuple[tuple[Spenn, ...], ...]] = [((),)]
    for linje in linjer:
        celler = [merket(celle) for celle in rad(linje)]
        items.append(celler[0][0] if isinstance(linje, str) else tuple(celle for celle, _ in celler))
        spenn.append(tuple(her for _, her in celler))
    sections = (Section(FRONT, 0, ()), Section("Rådet", 2, tuple(items)))
    alle = [en._replace(spenn=her) for en, her in zip(enheter(sections), spenn, strict=True)]
    return Utgave({}, sections, tuple(alle))


def under(*linjer: Linje) -> tuple[Section, ...]:
    return Section(FRONT, 0, ()), Section("Rådet", 2, linjer)


TO = "Rådet har [møter:to] møter i året"
DET_ER = "Det er to møter i året"


@i_ett(
    ("her", "var", "er", "blir", "uoversatt", "andre_ord"),
    [
        # Other words are nobody's changes.
        ((TO,), (DET_ER,), (DET_ER,), ("Rådet har to møter i året",), None, 1),
        (("a", TO), ("a", DET_ER), ("a", DET_ER), ("a", "Rådet har to møter i året"), None, 1),
        ((TO,), (), (), ("Rådet har to møter i året",), None, 0),
        # A value is told in other words.
        ((TO,), (DET_ER,), ("Det er tre møter i året",), ("Rådet har tre møter i året",), None, 1),
        ((TO,), (DET_ER,), ("Det er to faste møter i året",), ("Rådet har to faste møter i året",), None, 1),
        (
            ("Leder er [leder:Kari] på [dag:mandag]",),
            ("Kari er leder på mandag",),
            ("Ola er leder på fredag",),
            ("Leder er Kari på mandag",),
            ("Kari er leder på mandag", "Ola er leder på fredag"),
            1,
        ),
        (
            ("Leder er [leder:Kari] nå på [dag:mandag]",),
            ("Leder heter Kari nå på mandag",),
            ("Leder heter Ola nå på fredag",),
            ("Leder er Ola nå på fredag",),
            None,
            1,
        ),
        (("Til [leder:a], [dag:b]",), ("For a, b",), ("For x, y, z",), ("Til a, b",), ("For a, b", "For x, y, z"), 1),
        (("Leder: [leder:Kari]",), ("Leiar: Kari",), ("Leiar: ",), ("Leder: ",), None, 1),
        # What this version says as it is told there, is told as it is.
        (("Det er [møter:to] møter",), ("Det er to møter",), ("Det blir to møter",), ("Det blir to møter",), None, 0),
        (("Det blir [møter:to] møter",), ("Det er to møter",), ("Det blir to møter",), ("Det blir to møter",), None, 1),
        # Our own words, and a value that isn't shown there.
        (
            (TO,),
            (DET_ER,),
            ("Det blir to møter i året",),
            ("Rådet har to møter i året",),
            (DET_ER, "Det blir to møter i året"),
            1,
        ),
        (
            ("Rådet har [møter:2] møter i året",),
            (DET_ER,),
            ("Det er tre møter i året",),
            ("Rådet har 2 møter i året",),
            (DET_ER, "Det er tre møter i året"),
            1,
        ),
        (
            ("Rådet har [!møter:to] møter i året",),
            (DET_ER,),
            ("Det er tre møter i året",),
            ("Rådet har to møter i året",),
            (DET_ER, "Det er tre møter i året"),
            1,
        ),
        # Gone.
        (("a", "b", "c"), ("a", "b", "c"), ("a", "c"), ("a", "c"), None, 0),
        (
            ("a", TO, "c"),
            ("a", DET_ER, "c"),
            ("a", "c"),
            ("a", "Rådet har to møter i året", "c"),
            (DET_ER, None),
            1,
        ),
        # New: after what stands before it.
        (
            ("a", TO, "c"),
            ("a", DET_ER, "c"),
            ("a", DET_ER, "ny", "c"),
            ("a", "Rådet har to møter i året", "ny", "c"),
            None,
            1,
        ),
        (("a", "b"), ("a", "b"), ("x", "y", "a", ("k", "l"), "b"), ("x", "y", "a", ("k", "l"), "b"), None, 0),
        (("a", "b", "c"), ("a", "c"), ("a", "x", "c"), ("a", "x", "b", "c"), None, 0),
        # Rows: cell by cell, and of another width not at all.
        (
            (("leder", "[leder:Kari]", "[dag:mandag]"),),
            (("leiar", "Kari", "mandag"),),
            (("leiar", "Kari", "fredag"),),
            (("leder", "Kari", "fredag"),),
            None,
            1,
        ),
        (
            (("leder", "[leder:Kari]"),),
            (("leder", "Kari", "x"),),
            (("leder", "Kari", "y"),),
            (("leder", "Kari"),),
            ("leder | Kari | x", "leder | Kari | y"),
            1,
        ),
        # A whole cell that stands elsewhere now.
        (
            ("x", "Leder er [leder:Kari]."),
            (("leder", "Kari"), "x"),
            (("leder", "Ola"), "x"),
            ("x", "Leder er Ola."),
            None,
            1,
        ),
        (
            ("x", "Leder er [leder:KARI].", "Spør [leder:Kari] først"),
            (("leder", "Kari"), "x"),
            (("leder", "Ola"), "x"),
            ("x", "Leder er Ola.", "Spør Ola først"),
            None,
            1,
        ),
        (
            ("x", "Leder er [leder:Kari].", "Sekretær er [dag:Kari]."),
            (("leder", "Kari"), "x"),
            (("leder", "Ola"), "x"),
            ("x", "Leder er Kari.", "Sekretær er Kari."),
            ("leder | Kari", "leder | Ola"),
            1,
        ),
        (
            ("x", "Leder er [!leder:Kari]."),
            (("leder", "Kari"), "x"),
            (("leder", "Ola"), "x"),
            ("x", "Leder er Kari."),
            ("leder | Kari", "leder | Ola"),
            1,
        ),
        (
            ("x", "Leder er [leder:Kari]. Spør [leder:Kari]."),  # twice in one
            (("leder", "Kari"), "x"),
            (("leder", "Ola"), "x"),
            ("x", "Leder er Kari. Spør Kari."),
            ("leder | Kari", "leder | Ola"),
            1,
        ),
        (
            ("Leder er [leder:Kari] nå", "x"),  # changed already
            ("Leder heter Kari nå", ("leder", "Kari"), "x"),
            ("Leder heter Per nå", ("leder", "Ola"), "x"),
            ("Leder er Per nå", "x"),
            ("leder | Kari", "leder | Ola"),
            2,
        ),
        (
            ("Leder er [leder:Kari] nå", "x"),  # met, and not changed
            ("Leder heter Kari nå", ("leder", "Kari"), "x"),
            ("Leder heter Kari nå", ("leder", "Ola"), "x"),
            ("Leder er Ola nå", "x"),
            None,
            2,
        ),
        (
            ("Leder er [leder:Kari] nå", "x"),  # gone already
            ("Leder er Kari nå", ("leder", "Kari"), "x"),
            (("leder", "Ola"), "x"),
            ("x",),
            ("leder | Kari", "leder | Ola"),
            1,
        ),
        (
            ("x", ("[leder:Kari]", "sa", "ja")),
            (("leder", "Kari"), "x"),
            (("leder", "Ola"), "x"),
            ("x", ("Ola", "sa", "ja")),
            None,
            1,
        ),
        (
            ("x", "Leder er [leder:Kari]."),
            (("leder", "Kari"), "x"),
            (("leder", "Ola", "ny"), "x"),
            ("x", "Leder er Kari."),
            ("leder | Kari", "leder | Ola | ny"),
            1,
        ),
        # At the beginning, and beside one that is shown in another way.
        (("[leder:Kari] er leder",), ("Kari er leiar",), ("Ola er leiar",), ("Ola er leder",), None, 1),
        (
            ("I [møter:2] møter er [leder:Kari] leder",),
            ("I to møter er Kari leder",),
            ("I to møter er Ola leder",),
            ("I 2 møter er Ola leder",),
            None,
            1,
        ),
        (
            ("I [møter:2] møter er [leder:Kari] leder",),
            ("I to møter er Kari leder",),
            ("I tre møter er Kari leder",),
            ("I 2 møter er Kari leder",),
            ("I to møter er Kari leder", "I tre møter er Kari leder"),
            1,
        ),
        (
            (("leder", "[leder:Kari]", ""),),
            (("leiar", "Kari", ""),),
            (("leiar", "Ola", ""),),
            (("leder", "Ola", ""),),
            None,
            1,
        ),
        # A text that each has once, is the same wherever it stands; the rest by where they stand.
        (("Sist [dag:her]", "a", "b"), ("a", "b", "Sist her"), ("a", "b", "Sist nå"), ("Sist nå", "a", "b"), None, 0),
        (("a", "b"), ("a", "b", "a"), ("a", "b"), ("a", "b"), ("a", None), 1),
        (("a", "b", "a"), ("a", "b"), ("b",), ("b", "a"), None, 0),
        (
            ("d e f", "g", "x", "a b [dag:c]"),
            ("a b c", "d e f", "g", "a k c"),
            ("a b c", "d e f", "g", "a k h"),
            ("d e f", "g", "x", "a b c"),
            ("a k c", "a k h"),
            1,
        ),
        (
            ("a b x", "d e f", "g", "a b [dag:c]"),
            ("a b c", "d e f", "g", "y"),
            ("a b h", "d e f", "g", "y"),
            ("a b x", "d e f", "g", "a b h"),
            None,
            1,
        ),
        # The same text several times is told apart by where it stands.
        (("a", "a"), ("a", "a"), ("a", "b"), ("a", "b"), None, 0),
        (("a", "b", "a"), ("a", "b", "a"), ("a", "b"), ("a", "b"), None, 0),
    ],
)
def test_what_has_been_changed_is_told_in_the_words_of_this_version(
    her: tuple[Linje, ...],
    var: tuple[Linje, ...],
    er: tuple[Linje, ...],
    blir: tuple[Linje, ...],
    uoversatt: tuple[str, str | None] | None,
    andre_ord: int,
) -> None:
    svar = oversatt(sier(*her), under(*var), under(*er), Work())
    assert svar.sections == under(*blir)
    assert svar.uoversatte == ((Uoversatt(("Rådet",), *uoversatt),) if uoversatt else ())
    assert svar.andre_ord == andre_ord


def test_headings_that_come_and_go_keep_their_level() -> None:
    gammel = (*under("a"), Section("Borte", 3, ("b",)))
    ny = (*gammel, Section("Kommet", 4, ("c",)))
    utgave = Utgave({}, gammel, tuple(enheter(gammel)))
    assert oversatt(utgave, gammel, ny, Work()).sections == ny
    assert oversatt(utgave, ny, gammel, Work()).sections == gammel
    foran = (Section(FRONT, 0, ("ny",)), *under("a")[1:])
    assert oversatt(sier("a"), under("a"), foran, Work()).sections == foran
    andre = oversatt(utgave, gammel, (*under("a"), Section("Nytt navn", 1, ("b",))), Work())
    assert andre.sections[2:] == (Section("Nytt navn", 3, ("b",)),)
    svar = oversatt(sier("a"), under("a"), (*under("a"), Section("Rådet", 3, ("c",))), Work())
    assert [en.level for en in svar.sections] == [0, 2, 2]  # one that this version has, has the level that it has there


def test_what_stands_around_every_page_is_as_this_version_has_it_unless_it_has_been_changed() -> None:
    def rundt(tekst: str) -> Section:
        return Section(MARGINS, 0, (tekst,))

    her = (*under("a"), Section(MARGINS, 1, ("en overskrift som heter det",)))
    utgave = Utgave({}, (*her, rundt("nå")), tuple(enheter(her)))
    gammel = (*her, rundt("før"))
    assert oversatt(utgave, gammel, gammel, Work()).sections == (
        *her,
        rundt("nå"),
    )
    assert oversatt(utgave, gammel, (*her, rundt("endret")), Work()).sections == (
        *her,
        rundt("endret"),
    )


def test_what_could_not_be_told_has_the_headings_that_it_stands_under_now() -> None:
    under_annet = (Section(FRONT, 0, ()), Section("Styret", 2, ("Det blir to møter i året", "x")))
    svar = oversatt(sier(TO, "x"), under(DET_ER, "x"), under_annet, Work())
    assert [(en.sti, en.før, en.nå) for en in svar.uoversatte] == [(("Styret",), DET_ER, "Det blir to møter i året")]
