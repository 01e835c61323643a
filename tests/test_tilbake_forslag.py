"""What is proposed for values that are shown in other words than they were: each once, whatever shows it."""

from __future__ import annotations

from collections.abc import Sequence

from avtalegen.dokument.spor import Spenn
from avtalegen.funn.diagnostic import Rute
from avtalegen.henting.lest import Bit
from avtalegen.henting.samstilling import Work
from avtalegen.tilbake.forslag import BETWEEN, COLUMNS, OURS, UNEQUAL, Funnet, Uført, i_verdier
from avtalegen.tilbake.tre import Data, Endringer, Ny
from tests.test_tilbake_deler import enhet, liste

DATA: Data = {
    "folk": [{"navn": "Kari"}, {"navn": "Ola"}],
    "to": {"a": {"navn": "Liv"}, "b": {"navn": "Liv"}},
    "punkt": ["a", "b", "c"],
    "telefoner": ["911 22 333", "02800"],
    "vakter": ["Vakta", {"navn": "x"}],
    "dypt": {navn: {"liste": ["p", "q"]} for navn in "ab"},
    "tid": "man 9-15",
    "tall": "4",
}
KARI: Rute = ("folk", 0, "navn")
TID: Rute = ("tid",)
Rad = tuple[tuple[str, ...], Sequence[Rute], tuple[str, ...]]


def funnet(*rader: Rad) -> Funnet:
    """What is found in units with values in brackets at these routes, and what they say now."""
    gamle = [enhet(*celler, ruter=ruter) for celler, ruter, _ in rader]
    par: list[tuple[int | None, int | None]] = [(nr, nr) for nr in range(len(rader))]
    return i_verdier(DATA, gamle, [enhet(*nå) for *_, nå in rader], [*par, (None, 9), (9, None)], Work())


def måter(*rader: Rad) -> list[Endringer]:
    """The ways to make the one change that is found, each once."""
    (ett,) = funnet(*rader).forslag
    return [*{repr(en): en for en in ett.måter}.values()]


def verdi(rute: Rute, *verdier: str) -> list[Endringer]:
    return [Endringer({rute: en}) for en in verdier]


def test_a_value_is_changed_in_all_the_places_that_show_it() -> None:
    før, nå = ("Leder: [Kari].",), ("Leder: Per.",)
    assert måter((før, [KARI], nå)) == verdi(KARI, "Per", "per")
    assert måter((("Det er [4] stk.",), [("tall",)], ("Det er fem stk.",))) == verdi(("tall",), "5", "fem", "Fem")
    # What is written already, is no change.
    assert måter((("Det er [4] stk.",), [("tall",)], ("Det er fire stk.",))) == verdi(("tall",), "fire", "Fire")
    (ett,) = funnet((før, [KARI], nå), (("[KARI] leder",), [KARI], ("PER leder",))).forslag
    assert (ett.gamle, ett.nye, ett.ruter, ett.før, ett.nå) == ((0, 1), (0, 1), (KARI,), "KARI", "PER")
    assert ett.konflikt is None


def test_places_that_say_different_things_are_a_conflict() -> None:
    før, nå = ("Leder: [Kari].",), ("Leder: Per.",)
    for også, steder in (("Kari leder", (0,)), ("Pål leder", (0, 1))):
        (ett,) = funnet((før, [KARI], nå), (("Vår [Kari] leder",), [KARI], (f"Vår {også}",))).forslag
        assert (ett.måter, ett.konflikt, ett.nye, ett.før) == ((), UNEQUAL, steder, "Kari")
        assert ett.nå == f"Per» og «{også.removesuffix(' leder')}"


def test_small_and_capital_letters_make_no_other_place() -> None:
    for også, konflikt in (("PER", None), ("Pål", UNEQUAL)):
        rader: list[Rad] = [(("Leder: [Kari].",), [KARI], ("Leder: Per.",)), (("[KARI] er",), [KARI], (f"{også} er",))]
        (ett,) = funnet(*rader).forslag
        assert ett.konflikt == konflikt


def test_a_value_that_stands_beside_its_like_may_be_changed_in_both() -> None:
    a, b = ("to", "a", "navn"), ("to", "b", "navn")
    assert måter((("Leder: [Liv].",), [a], ("Leder: Per.",))) == [
        *verdi(a, "Per", "per"),
        Endringer({a: "Per", b: "Per"}),
        Endringer({a: "per", b: "per"}),
    ]


def test_a_value_shown_in_pieces_is_one() -> None:
    for foran in ("", "Åpent "):
        assert måter(((f"{foran}[man] kl. [9-15]",), [TID, TID], (f"{foran}tirs kl. 9-16",))) == verdi(
            TID, "tirs 9-16", "9-16", "tirs kl. 9-16", "Tirs kl. 9-16"
        )
    rad = (("[man] kl. [9-15] ved [Kari]",), [TID, TID, KARI], ("tirs kl. 9-16 ved Per",))
    assert [(en.ruter, en.før, en.nå) for en in funnet(rad).forslag] == [
        ((TID,), "man … 9-15", "tirs … 9-16"),
        ((KARI,), "Kari", "Per"),
    ]
    rad = (("[man] i tida [9-15] ved [Kari]",), [TID, TID, KARI], ("tirs fra 9-16 ved Per",))
    assert [(en.ruter, en.før, en.nå) for en in funnet(rad).forslag] == [
        ((TID,), "man i tida 9-15", "tirs fra 9-16"),
        ((KARI,), "Kari", "Per"),
    ]
    # Where the words of ours between the pieces are changed too, all of it is.
    assert måter((("[man] kl. [9-15] ca.",), [TID, TID], ("tirs i tida 9-16 ca.",))) == verdi(
        TID, "tirs i tida 9-16", "Tirs i tida 9-16"
    )


def test_a_value_that_is_gone_is_taken_away() -> None:
    assert måter((("Leder: [Kari].",), [KARI], ("Leder: .",))) == [Endringer({KARI: None})]
    assert måter((("Her: [b].", "x"), [("punkt", 1)], ("Her: .", "x"))) == [liste(("punkt",), 0, 2)]
    dypt: Rute = ("dypt", "a", "liste")
    assert måter((("Her: [p].", "x"), [(*dypt, 0)], ("Her: .", "x"))) == [liste(dypt, 1)]


def test_one_of_several_shown_as_one_is_changed() -> None:
    rad = (("Tlf. [911 22 333].",), [("telefoner",)], ("Tlf. 911 22 444.",))
    assert måter(rad) == verdi(("telefoner", 0), "911 22 444")
    assert måter((("Ring [vakta].",), [("vakter",)], ("Ring legen.",))) == verdi(("vakter", 0), "legen", "Legen")
    rad = (("Tlf. [911 22 333, 02800].",), [("telefoner",)], ("Tlf. 02800.",))
    assert måter(rad) == []


def test_a_list_in_a_sentence_is_changed_as_a_list() -> None:
    ruter: list[Rute] = [("punkt", nr) for nr in range(3)]
    rad = (("Vi har [a], [b] og [c].",), ruter, ("Vi har a, b, d og c.",))
    assert måter(rad)[0] == liste(("punkt",), 0, 1, Ny("d"), 2)


def test_what_belongs_to_no_value_is_told_with_the_reason() -> None:
    før, kari = "Leder: [Kari].", [KARI]
    assert funnet(((før,), kari, ("Leiar: Kari.",))) == ([], [Uført(0, 0, (Bit("Leder", "Leiar"),), OURS)])
    både = funnet(((før,), kari, ("Leiar: Per.",)))
    assert ([en.nå for en in både.forslag], både.uførte) == (["Per"], [Uført(0, 0, (Bit("Leder", "Leiar"),), OURS)])
    rad = (("[a], [Kari]",), [("punkt", 0), KARI], ("x, y, z",))
    assert funnet(rad) == ([], [Uført(0, 0, (Bit("a, Kari", "x, y, z"),), BETWEEN)])
    kolonner = funnet((("[Kari]", "b"), kari, ("Per", "b", "c")))
    assert kolonner == ([], [Uført(0, 0, (Bit("Kari | b", "Per | b | c"),), COLUMNS)])


def test_words_that_are_there_because_of_a_choice_are_ours() -> None:
    gammel = enhet("Det er [avtalt].", ruter=[("tall",)])
    valgt = gammel._replace(spenn=((Spenn(7, 13, ("tall",), valgt=True),),))
    svar = i_verdier(DATA, [valgt], [enhet("Det er bestemt.")], [(0, 0)], Work())
    assert svar == ([], [Uført(0, 0, (Bit("avtalt", "bestemt"),), OURS)])
