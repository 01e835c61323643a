"""What a value may be written as, when it is shown in other words than it was: proposals, the likeliest first."""

from __future__ import annotations

from avtalegen.tilbake.skrivemate import flyttet, måter
from tests.i_ett import i_ett

LANG = "mann og så " * 60  # so that most of its words are in it often


@i_ett(
    ("skrevet", "før", "nå", "ventet"),
    [
        ("4", "fire", "Seks", ["6", "Seks", "seks"]),
        (" 4 ", "fire", " SEKS ", ["6", " SEKS ", " SEKS "]),
        ("x", "fire", "seks", ["seks", "Seks"]),
        ("2026-03-01", "1. mars 2026", "2. april 2027", ["2027-04-02", "2. april 2027", "2. april 2027"]),
        (" 1.3.2026 ", "1. mars 2026", "2. april 2027", ["2.4.2027", "2. april 2027", "2. april 2027"]),
        ("2026-03-01", "1. mars 2026", "snart", ["snart", "Snart"]),
        (None, "", "Kari", ["Kari", "kari"]),
        (None, "", "ola", ["ola", "Ola"]),
    ],
)
def test_a_value_is_written_as_it_was(skrevet: str | None, før: str, nå: str, ventet: list[str]) -> None:
    assert [*måter(skrevet, før, nå)] == ventet


@i_ett(
    ("skrevet", "byttet", "ventet"),
    [
        ("Kari Nordmann", [("Kari Nordmann", "Ola Nordmann")], "Ola Nordmann"),
        # With a capital as it was, unless it is new as a whole.
        ("Møtes hver uke", [("møtes hver uke", "samles hver uke")], "Samles hver uke"),
        ("møtes hver uke", [("Møtes hver uke", "Samles hver uke")], "samles hver uke"),
        ("møtes hver uke", [("Møtes", "Samles")], "Samles hver uke"),
        ("Møtes hver uke", [("møtes hver uke", "hver uke")], "hver uke"),
        ("møter i mars", [("møter i mars", "Råd i mars")], "Råd i mars"),
        ("Møter i mars", [("møter i mars", "råd i mars")], "Råd i mars"),
        # One after the other, each behind the one before.
        ("a b a b", [("a", "x"), ("b", "y"), ("a", "z")], "x y z b"),
        ("abc def", [("abc", "abc og ghi"), ("def", "jkl")], "abc og ghi jkl"),
        ("abc og def", [("abc og", "abc"), ("def", "jkl")], "abc jkl"),
        ("Aa bb cc", [("bb", "dd"), ("cc", "ee")], "Aa dd ee"),
        ("Abc def.", [("def", "def og mer")], "Abc def og mer."),
        # Shown with other signs, or other spaces, than it is written with.
        ("9.00–15.00", [("9–15", "9–16")], "9.00–16.00"),
        ("Man 9.00–15.00", [("man 9–15", "tirs 9–15")], "Tirs 9.00–15.00"),
        ("man 9.00–15.00", [("Man 9–15", "Tirs 9–15")], "tirs 9.00–15.00"),
        ("kl. 9.00, 10.00", [("9, 10", "9, 11")], "kl. 9.00, 11.00"),
        ("a, b", [("a og b", "a og c")], "a, c"),
        ("x 9.00, 10.00", [("x", "y"), ("9, 10", "9, 11")], "y 9.00, 11.00"),
        ("9.00–15.00", [("kl. 9–15", "kl. 10–15")], None),
        ("ok **a** b", [("a b", "a c b")], "ok **a** c b"),
        ("e *ny* mann", [("ny mann", "ny kvinne")], "e *ny* kvinne"),
        ("ett   ord\nover linjer", [("ett ord over linjer", "to ord over linjene")], "to   ord\nover linjene"),
        ("ett   ord", [("ett ord", "ettord")], "ettord"),
        ("xx 9.00, 10.00", [("xx", "yy"), ("9, 10", "9, 11")], "yy 9.00, 11.00"),
        ("ett **viktig** ord", [("ett viktig ord", "ett nytt ord")], "ett **nytt** ord"),
        (
            "to **viktige ord** sa han",
            [("to viktige ord sa han", "to viktige setninger sa han")],
            "to **viktige setninger** sa han",
        ),
        ("poli**ti** ja", [("politi ja", "råd ja")], "råd ja"),
        ("a  poli**ti** ja", [("a politi ja", "a råd ja")], "a  råd ja"),
        ("ß bb", [("BB", "CC")], "ß CC"),
        (f"x {LANG}*og* {LANG}y", [(f"x {LANG}og {LANG}y", f"z {LANG}og {LANG}w")], f"z {LANG}*og* {LANG}w"),
        (f"p {LANG}", [(f"q {LANG}", f"q {LANG}x")], f"p {LANG}x"),
        ("poli**ti** ja", [("Politi ja", "Råd ja")], "råd ja"),
        ("Poli**ti** ja", [("politi ja", "råd ja")], "Råd ja"),
        ("abc", [("ac", "xy")], None),
        ("abc", [("z", "x")], None),
        ("", [("z", "x")], None),
        ("a", [("a", "b"), ("", "c")], "bc"),
        ("x" * 5_001, [("y", "z")], None),
        (f"a  b{'x' * 4_993}", [("a b", "a c")], f"a  c{'x' * 4_993}"),
        (f"a  b{'x' * 4_994}", [("a b", "a c")], None),
    ],
)
def test_a_change_of_what_is_shown_is_made_in_what_is_written(
    skrevet: str, byttet: list[tuple[str, str]], ventet: str | None
) -> None:
    assert flyttet(skrevet, tuple(byttet)) == ventet
