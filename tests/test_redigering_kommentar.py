"""Comments put in a YAML file: each above what it is about, and the file says the same."""

from avtalegen.lesing.redigering.endringer import Rute
from avtalegen.lesing.redigering.kommentar import med_kommentarer

DELT = 'a: ["x\n  y", z]\nb:\n  c: d\n'

MED: list[tuple[str, list[tuple[str, Rute]], str]] = [
    ("a:\n  b:\n    c: x\n", [("# 1", ("a", "b"))], "a:\n  # 1\n  b:\n    c: x\n"),
    ("a:\n  b: x\n", [("# 1", ("a",)), ("# 2", ("a", "b")), ("# 3", ("a",))], "# 1\n# 3\na:\n  # 2\n  b: x\n"),
    ("a:\n  - x\n  - y\n", [("# 1", ("a", 1))], "a:\n  - x\n  # 1\n  - y\n"),
    ("a:\n  x\nb: y\n", [("# 1", ("a",))], "# 1\na:\n  x\nb: y\n"),
    # About nothing in the file, or all of it.
    ("---\na: x\n", [("# 1", ())], "# 1\n---\na: x\n"),
    ("b: y\na: x\n", [("# 1", ("c",))], "# 1\nb: y\na: x\n"),
    # There already, or asked for twice.
    ("a: x\n# 1\nb: y\n", [("# 1", ("a",)), ("# 2", ("a",))], "# 2\na: x\n# 1\nb: y\n"),
    ("a: x\n# 1\nb: y\n", [("# 1", ("a",))], "a: x\n# 1\nb: y\n"),
    ("a: x\n", [("# 1", ("a",)), ("# 1", ("a",))], "# 1\na: x\n"),
    ("a: x\n", [], "a: x\n"),
    # In the middle of a text none can stand: then above what the text is in, and no other is moved for that.
    (DELT, [("# 1", ("a", 1))], f"# 1\n{DELT}"),
    (DELT, [("# 1", ("a", 1)), ("# 2", ("b", "c"))], '# 1\na: ["x\n  y", z]\nb:\n  # 2\n  c: d\n'),
    ("a: [x\n  y, z]\n", [("# 1", ("a", 1))], "# 1\na: [x\n  y, z]\n"),
    # Line breaks and the mark in front are as they were.
    ("a:\r\n  b: x\r\n", [("# 1", ("a", "b"))], "a:\r\n  # 1\r\n  b: x\r\n"),
    ("a: x", [("# 1", ("a",))], "# 1\na: x"),
    ("\ufeffa: x\n", [("# 1", ("a",))], "\ufeff# 1\na: x\n"),
    ("a: [", [("# 1", ("a",))], "a: ["),
]


def test_a_comment_stands_above_what_it_is_about() -> None:
    written = [(text, alle, med_kommentarer(text.encode(), "a.yaml", alle).decode()) for text, alle, _ in MED]
    assert written == MED
