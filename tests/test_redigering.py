"""Changes of a YAML file by place: what the text is afterwards, case by case."""

from typing import Any

import pytest

from avtalegen.lesing.redigering import (
    Endring,
    Fjern,
    Flytt,
    LinjeEndring,
    Sett,
    SettInn,
    les_verdi,
    rediger,
)
from tests import lesing_support
from tests.i_ett import i_ett
from tests.redigering_support import etter
from tests.skritt import steps

parser = lesing_support.parser
PR = "politiråd"


SETT = {
    "plain": ("a: x  # c\nb: y\n", ("a",), "ny", "a: ny  # c\nb: y\n"),
    "quotes are kept": ("a: 'x' # c\nb: \"y\"\n", ("a",), "det er", "a: 'det er' # c\nb: \"y\"\n"),
    "quotes that do not fit": ("a: 'x'\n", ("a",), "a\tb", 'a: "a\\tb"\n'),
    "quotes only where they are needed": ("a: x\n", ("a",), "a: b", 'a: "a: b"\n'),
    "a hash": ("a: x\n", ("a",), "a #b", 'a: "a #b"\n'),
    "a dash": ("a: x\n", ("a",), "- b", 'a: "- b"\n'),
    "words that look like no text": ("a: x\n", ("a",), "ja", "a: ja\n"),
    "numbers": ("a: x\n", ("a",), "0301", "a: 0301\n"),
    "nothing to YAML": ("a: x\n", ("a",), "null", 'a: "null"\n'),
    "quotes inside": ("a: x\n", ("a",), '"b" #c', "a: '\"b\" #c'\n"),
    "an empty value": ("a:  # c\nb: y\n", ("a",), "ny", "a: ny  # c\nb: y\n"),
    "several lines": ("a: x # c\nb: y\n", ("a",), "en\nto\n", "a: | # c\n  en\n  to\nb: y\n"),
    "no line break at the end": ("a: x\nb: y\n", ("a",), "en\nto", "a: |-\n  en\n  to\nb: y\n"),
    "nor of the file": ("# c", ("a",), "en\nto\n", '# c\na: "en\\nto\\n"'),
    "nor after a key": ("a:\n  b: x", ("a", "n"), "1\n2\n", 'a:\n  b: x\n  n: "1\\n2\\n"'),
    "nor after an item": ("a:\n  - x", ("a", 1), "1\n2\n", 'a:\n  - x\n  - "1\\n2\\n"'),
    "block text to block text": ("a: |  # c\n  x\n  y\nb: z\n", ("a",), "ny\n", "a: |  # c\n  ny\nb: z\n"),
    "folded text": ("a: >\n  x\n  y\nb: z\n", ("a",), "ny tekst\n", "a: >\n  ny tekst\nb: z\n"),
    "block text to plain": ("a: |  # c\n  x\n\nb: z\n", ("a",), "ny", "a: ny  # c\n\nb: z\n"),
    "text over lines": ("a: x\n  y  # c\nb: z\n", ("a",), "ny", "a: ny  # c\nb: z\n"),
    "a comment would be text": ("a:\n  b: x\n    # c\nd: y\n", ("a", "b"), "1\n2", 'a:\n  b: "1\\n2"\n    # c\nd: y\n'),
    "in brackets": ("a: {b: x, c: y}  # c\n", ("a", "b"), "p, q", 'a: {b: "p, q", c: y}  # c\n'),
    "nothing in brackets": ("a: {b: , c}\n", ("a", "c"), "x", "a: {b: , c: x}\n"),
    "an item": ("a:\n- x # 1\n- y # 2\n", ("a", 1), "z", "a:\n- x # 1\n- z # 2\n"),
    "one more item": ("a:\n  - x\n# c\nb: y\n", ("a", 1), "z", "a:\n  - x\n  - z\n# c\nb: y\n"),
    "nested lists": ("a:\n  - - x\n    - y\n", ("a", 0, 0), "z", "a:\n  - - z\n    - y\n"),
    "a quoted key": ("\"a\": x\n'b': y\n", ("a",), "z", "\"a\": z\n'b': y\n"),
    "an explicit key": ("? a\n: x\n? b\n", ("b",), "z", "? a\n: x\n? b\n: z\n"),
    "a mapping for a text": ("a: x  # c\nb: y\n", ("a",), {"k": "v"}, "a:  # c\n  k: v\nb: y\n"),
    "a mapping for an item": ("a:\n  - x\n", ("a", 0), {"k": "v", "l": ["1"]}, "a:\n  - k: v\n    l:\n      - 1\n"),
    "a text for a mapping": ("a:  # c\n  k: v\n\nb: y\n", ("a",), "x", "a: x  # c\n\nb: y\n"),
    "only what differs": (
        "a:\n  # over k\n  k: v  # c\n  l: w\n  m: x\n",
        ("a",),
        {"k": "v", "m": "ny", "n": "1"},
        "a:\n  # over k\n  k: v  # c\n  m: ny\n  n: 1\n",
    ),
    "only the items that differ": (
        "a:\n  - x  # 1\n  - y  # 2\n  - z  # 3\n",
        ("a",),
        ["x", "ny", "z", "sist"],
        "a:\n  - x  # 1\n  - ny  # 2\n  - z  # 3\n  - sist\n",
    ),
    "a list in brackets stays so": ("a: [x, y]\n", ("a",), ["y"], "a: [y]\n"),
    "parents are made": ("a: x\n", ("b", "c", 0, "d"), "y", "a: x\nb:\n  c:\n    - d: y\n"),
    "CRLF": ("a: x\r\nb: y\r\n", ("c",), {"k": "v"}, "a: x\r\nb: y\r\nc:\r\n  k: v\r\n"),
    "a byte order mark": ("\ufeffa: x\n", ("a",), "y", "\ufeffa: y\n"),
    "no line break at the end of the file": ("a: x", ("b",), "y", "a: x\nb: y"),
    "block text at the end of the file": ("a: |\n  x", ("b",), "y", "a: |-\n  x\nb: y"),
    "block text that keeps": ("a: |+\n  x\n\nb: y\n", ("a1",), "z", "a: |+\n  x\n\nb: y\na1: z\n"),
    "an empty file": ("", ("format",), "1", "format: 1\n"),
    "only comments": ("# c\n\n# d", ("format",), "1", "# c\n\n# d\nformat: 1"),
    "only a mark": ("---\n# c\n...\n", ("format",), "1", "---\n# c\nformat: 1\n...\n"),
    "marks around": ("---\na: x\n...\n", ("b",), "y", "---\na: x\nb: y\n...\n"),
    "comments of the next section": (
        "a:\n  b: x\n\n# om c\nc: y\n",
        ("a", "d"),
        "z",
        "a:\n  b: x\n  d: z\n\n# om c\nc: y\n",
    ),
    "comments inside": (
        f"{PR}:\n  navn: x\n  # sekretær: y\nslt: z\n",
        ("periode",),
        "2027",
        f"periode: 2027\n{PR}:\n  navn: x\n  # sekretær: y\nslt: z\n",
    ),
    "the order of the format": ("format: 1\nslt: x\n", ("periode",), "2027", "format: 1\nperiode: 2027\nslt: x\n"),
    "air between sections": (
        "format: 1\n\nperiode: 2027\n\nslt: x\n",
        (PR,),
        "x",
        "format: 1\n\nperiode: 2027\n\npolitiråd: x\n\nslt: x\n",
    ),
    "four spaces": ("a:\n    b: x\nc:\n", ("c", "d"), "y", "a:\n    b: x\nc:\n    d: y\n"),
    "lists not further in": ("a:\n- x\nb: z\n", ("b",), ["y"], "a:\n- x\nb:\n- y\n"),
    "room in braces": ("a: { b: x }\nc: [y]\n", ("c", 0), {"d": "z"}, "a: { b: x }\nc: [{ d: z }]\n"),
    "a tab in a comment": ("a: x #\tc\n", ("a",), "y", "a: y #\tc\n"),
    "brackets over lines": ("a: [\n  x, # 1\n  y # 2\n]\n", ("a", 2), "z", "a: [\n  x, # 1\n  y, # 2\n  z\n]\n"),
    "a comma last": ("a: [x, y,]\n", ("a", 2), "z", "a: [x, y, z,]\n"),
    "a pair in a list": ("a: [b: x]\n", ("a", 0, "c"), "y", "a: [{b: x, c: y}]\n"),
    "a key given twice": ("a: x\na: y\nb: z\n", ("b",), "w", "a: x\na: y\nb: w\n"),
    "a comment that asks for silence": (
        "# avtalegen: ignorer VEI417 – grunn\na: x  # avtalegen: ignorer VEI418\n",
        ("a",),
        "y",
        "# avtalegen: ignorer VEI417 – grunn\na: y  # avtalegen: ignorer VEI418\n",
    ),
    "a separator in a comment": ("a: x # \u2028 c\nb: y\n", ("a",), "z", "a: z # \u2028 c\nb: y\n"),
    "a letter with a loose accent": ("møa\u030a: x\n", ("møå",), "a\u030a", "møa\u030a: å\n"),
}


@pytest.mark.usefixtures("parser")
def test_a_value_is_set_where_it_stands() -> None:
    assert {name: etter(text, Sett(rute, verdi)) for name, (text, rute, verdi, _) in SETT.items()} == {
        name: after for name, (*_, after) in SETT.items()
    }


def test_a_short_form_gets_room_for_more() -> None:
    rute = ("parter", "politi", "enhet")
    assert etter("parter:\n  politi: Nordland  # c\n", Sett(rute, "Vest")) == (
        "parter:\n  politi:  # c\n    distrikt: Nordland\n    enhet: Vest\n"
    )
    assert etter("parter: {politi: 'Nordland'}\n", Sett(rute, "Vest")).startswith(
        "parter: {politi: {distrikt: 'Nordland'"
    )
    text = f"{PR}:\n  medlemmer:\n    kommune:\n      - ordfører # c\n"
    assert etter(text, Sett((PR, "medlemmer", "kommune", 0, "navn"), "Kari")) == (
        f"{PR}:\n  medlemmer:\n    kommune:\n      - tittel: ordfører # c\n        navn: Kari\n"
    )
    # A list that stands for a part.
    text = "satsningsområder:\n  # det første\n  - A\n  - B\nslt: x\n"
    assert etter(text, Sett(("satsningsområder", "vedtatt_av"), "rådet")) == (
        "satsningsområder:\n  områder:\n    # det første\n    - A\n    - B\n  vedtatt_av: rådet\nslt: x\n"
    )
    assert etter("satsningsområder: [A]  # c\n", Sett(("satsningsområder", "vedtatt_av"), "rådet")) == (
        "satsningsområder:  # c\n  områder: [A]\n  vedtatt_av: rådet\n"
    )


def test_one_thing_becomes_a_list() -> None:
    inn = SettInn(("parter", "kommuner"), 1, "1860")
    assert etter("parter:\n  kommuner: 1859  # c\n", inn) == "parter:\n  kommuner:  # c\n    - 1859\n    - 1860\n"
    assert etter("parter: {kommuner: 1859}\n", inn) == "parter: {kommuner: [1859, 1860]}\n"
    assert etter("parter:\n  kommuner: {navn: X}\n", inn) == "parter:\n  kommuner: [{navn: X}, 1860]\n"
    assert etter("parter:\n  kommuner:\n    # c\n    navn: X  # d\n    leder: |\n      y\n", inn) == (
        "parter:\n  kommuner:\n    # c\n    - navn: X  # d\n      leder: |\n        y\n    - 1860\n"
    )
    inn = SettInn(("parter", "kommuner"), 0, "1860")
    assert etter("slt: x\n", inn) == "parter:\n  kommuner:\n    - 1860\nslt: x\n"


def test_an_item_is_put_in() -> None:
    text = "a:\n  # om x\n  - x\n\n  - y\nb: z\n"
    assert etter(text, SettInn(("a",), 0, "ny")) == "a:\n  - ny\n  # om x\n  - x\n\n  - y\nb: z\n"
    assert etter(text, SettInn(("a",), 1, "ny")) == "a:\n  # om x\n  - x\n\n  - ny\n\n  - y\nb: z\n"
    assert etter("a: [x, y]\n", SettInn(("a",), 1, {"k": "v"})) == "a: [x, {k: v}, y]\n"
    assert etter("a: [ ] # c\n", SettInn(("a",), 0, "x")) == "a: [x] # c\n"
    assert etter("a:\n  - - x\n", SettInn(("a", 0), 0, "y")) == "a:\n  - - y\n    - x\n"


FJERN = [
    ("a: 1\n# om b\nb: 2 # c\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
    ("a: 1\n# x: et forslag\n## om b\n## og mer\nb: 2\n", ("b",), "a: 1\n# x: et forslag\n"),
    ("# filen\na: 1\nb: 2\n", ("a",), "# filen\nb: 2\n"),
    ("a: 1\n\nb: 2\n\nc: 3\n", ("b",), "a: 1\n\nc: 3\n"),
    ("a: 1\nb:\n  c: 2\n  # i b\n# om d\nd: 3\n", ("b",), "a: 1\n# om d\nd: 3\n"),
    ("a:\n  b:\n    - c: 1\nd: 2\n", ("a", "b", 0, "c"), "d: 2\n"),
    ("a: [x, y, z]\n", ("a", 1), "a: [x, z]\n"),
    ("a: [x, y]\n", ("a", 1), "a: [x]\n"),
    ("a: {b: , c: y}\n", ("a", "c"), "a: {b: }\n"),
    ("a:\n  - b: 1\n    c: 2\n", ("a", 0, "b"), "a:\n  - c: 2\n"),
    ("a:\n  - b: 1\n    # om c\n    c: 2\n", ("a", 0, "b"), "a:\n  -\n    # om c\n    c: 2\n"),
    ("a:\n  - - x\n    - y\n", ("a", 0, 0), "a:\n  - - y\n"),
    ("a: [\n  # om x\n  x, # 1\n  y # 2\n]\n", ("a", 0), "a: [\n  y # 2\n]\n"),
    ("a: 1\nb: 2", ("b",), "a: 1"),
    ("a: |\n  x\nb: 2", ("b",), "a: |\n  x\n"),
    ("a: |+\n  x\n\nb: 2\n\nc: 3\n", ("b",), "a: |+\n  x\n\nc: 3\n"),
    ("# c\na: 1\n", ("a",), "# c\n"),
    ("parter: {politi: Nordland}\nslt: x\n", ("parter", "politi", "distrikt"), "slt: x\n"),
]


@i_ett(("before", "rute", "after"), FJERN)
def test_what_goes_takes_its_comments_with_it(before: str, rute: Any, after: str) -> None:
    assert etter(before, Fjern(rute)) == after


def test_what_is_emptied_may_be_kept() -> None:
    assert etter("a:  # c\n  b: 1\nd: 2\n", Fjern(("a", "b"), behold_tomme=True)) == "a: {}  # c\nd: 2\n"
    assert etter("a: [x]\n", Fjern(("a", 0), behold_tomme=True)) == "a: []\n"
    assert etter("a: {b: 1, c: 2}\n", Fjern(("a", "b"), behold_tomme=True)) == "a: {c: 2}\n"


def test_an_item_is_moved_with_its_comments() -> None:
    text = "a:\n  # om x\n  - x # 1\n  - y:\n      z: 2\n\n  # om w\n  - w"
    assert etter(text, Flytt(("a",), 0, 2)) == "a:\n  - y:\n      z: 2\n  # om w\n  - w\n\n  # om x\n  - x # 1"
    assert etter(text, Flytt(("a",), 2, 0)) == "a:\n  # om w\n  - w\n  # om x\n  - x # 1\n\n  - y:\n      z: 2"
    assert etter("a:\n- x\n- |\n  y", Flytt(("a",), 1, 0)) == "a:\n- |-\n  y\n- x"
    assert etter("a: [x, {y: 1}, z]\n", Flytt(("a",), 0, 2)) == "a: [{y: 1}, z, x]\n"
    assert etter("a:\n- - x\n  # om y\n  - y\n", Flytt(("a", 0), 1, 0)) == "a:\n-\n  # om y\n  - y\n  - x\n"
    lines = "a: [\n  # om x\n  x, # 1\n  y # 2\n]\n"
    assert etter(lines, Flytt(("a",), 0, 1)) == "a: [\n  y, # 2\n  # om x\n  x # 1\n]\n"
    assert etter("parter: {kommuner: 1859}\n", Flytt(("parter", "kommuner"), 0, 0)) == "parter: {kommuner: 1859}\n"


def test_several_changes_are_made_one_after_the_other() -> None:
    made = rediger(b"a: 1\nb: 2\nc: 3\n", "a.yaml", Sett(("a",), "x"), Fjern(("b",)), Sett(("d",), "4"))
    assert made.data == b"a: x\nc: 3\nd: 4\n"
    assert made.linjer == (
        LinjeEndring(1, ("a: 1\n", "b: 2\n"), ("a: x\n",)),
        LinjeEndring(4, (), ("d: 4\n",)),
    )
    assert [linje.til for linje in made.linjer] == [3, 4]


@i_ett(
    ("before", "endringer", "after"),
    [
        # Of those that can be made at once, some need what the others have made.
        (
            "a: x\nb: y\n",
            (Sett(("a",), "1"), Sett(("b",), "2"), Sett(("a",), {"k": "v"}), Sett(("a", "m"), "w")),
            "a:\n  k: v\n  m: w\nb: 2\n",
        ),
        ("b: x\n", (Sett(("a",), "1"), Sett(("c",), "2"), Sett(("d",), "3")), "b: x\na: 1\nc: 2\nd: 3\n"),
        # The best way to make the first gives something else when it is read.
        (
            "a:\n  b: x\n    # c\nd: y\n",
            (Sett(("a", "b"), "1\n2"), Sett(("d",), "z")),
            'a:\n  b: "1\\n2"\n    # c\nd: z\n',
        ),
        ("a: [x, y, z, w]\n", (Sett(("a",), ["w"]),), "a: [w]\n"),
        ("a: [x, y, z, w]\n", (Sett(("a",), ["y", "z"]),), "a: [y, z]\n"),
    ],
)
def test_changes_made_at_once_give_what_they_give_one_by_one(
    before: str, endringer: tuple[Endring, ...], after: str
) -> None:
    assert etter(before, *endringer) == after


def test_where_it_stands_so_already_nothing_changes() -> None:
    made = rediger(b"a: {b: '1', c: }\n", "a.yaml", Sett(("a", "b"), "1"))
    assert (made.data, made.linjer) == (b"a: {b: '1', c: }\n", ())


@pytest.mark.parametrize("punkt", ["Likt", "Punkt {n}"])
def test_the_work_grows_with_a_list_and_not_with_its_square(punkt: str) -> None:
    def work(number: int) -> int:
        items = "".join(f"    - {punkt.format(n=n)}\n" for n in range(number))
        data = f"politiråd:\n  mandat:\n{items}".encode()
        new = ["Nytt" if n % 50 == 7 else "Likt" for n in range(number)]
        with steps() as counted:
            made = rediger(data, "a.yaml", Sett(("politiråd", "mandat"), new))
        assert les_verdi(made.data, "a.yaml", ("politiråd", "mandat")) == new
        return counted.taken

    assert work(600) < 2.6 * work(300)
