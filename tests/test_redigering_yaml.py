"""Changes of YAML written in less usual ways: what the text is afterwards, case by case."""

from avtalegen.lesing.redigering import Endring, Fjern, Flytt, Sett, SettInn
from tests.redigering_support import etter

Rad = tuple[str, Endring, str]
"""A text, a change, and the text after it."""

I_KLAMMER: list[Rad] = [
    ("a: [\n  x, # 1\n  y, # 2\n]\n", SettInn(("a",), 2, "z"), "a: [\n  x, # 1\n  y, # 2\n  z,\n]\n"),
    ("a: [\n  x,\n  y, ]\n", SettInn(("a",), 2, "z"), "a: [\n  x,\n  y,\n  z, ]\n"),
    ("a: {\n  b: x,\n  c:\n}\n", Sett(("a", "d"), "y"), "a: {\n  b: x,\n  c: ,\n  d: y\n}\n"),
    ("a: [ # [c\n]\n", SettInn(("a",), 0, "x"), "a: [x # [c\n]\n"),
    ("a: {\n  # {c\n}\n", Sett(("a", "b"), "x"), "a: {b: x\n  # {c\n}\n"),
    ("--- &x {a: x}\n", Sett((), {}), "--- &x {}\n"),
    ("a: [x,\n    y,\n    z]\n", SettInn(("a",), 2, "w"), "a: [x,\n    y,\n    w,\n    z]\n"),
    ("a: [x,\n    y,\n    z]\n", SettInn(("a",), 3, "w"), "a: [x,\n    y,\n    z,\n    w]\n"),
    ("a: [x,\n    y,\n    z]\n", Fjern(("a", 2)), "a: [x,\n    y]\n"),
    ("a: [x,\n    y,\n    z]\n", Flytt(("a",), 2, 1), "a: [x,\n    z,\n    y]\n"),
    ("a: [\n  x,\n  y\n]\n", Fjern(("a", 1)), "a: [\n  x\n]\n"),
    ("a: [\n  x # 1\n  , y]\n", Fjern(("a", 0)), "a: [\n  y]\n"),
    ("a: [\n  x # 1\n  , y]\n", SettInn(("a",), 2, "z"), "a: [\n  x # 1\n  , y, z]\n"),
    ("a: [b: x, c, d: ]\n", SettInn(("a",), 3, "z"), "a: [b: x, c, d: , z ]\n"),
    ("a: [b: x, c]\n", Sett(("a", 0, "d"), "z"), "a: [{b: x, d: z}, c]\n"),
    (
        "politiråd: {medlemmer: [ledelse: x]}\n",
        Sett(("politiråd", "medlemmer", 0, "d"), "z"),
        "politiråd: {medlemmer: [{ledelse: x, d: z}]}\n",
    ),
    ("a: {b: x, c: y}\n", Fjern(("a", "b")), "a: {c: y}\n"),
    ("a: {b: x}\n", Sett((), {"a": {}}), "a: {}\n"),
    ("a: {\n  b: x,\n\n  # om c\n  c: y,\n  d: z\n}\n", Fjern(("a", "c")), "a: {\n  b: x,\n\n  d: z\n}\n"),
    ("a: {\n  b: x,\n  # om c\n  c: y\n}\n", Fjern(("a", "c")), "a: {\n  b: x\n}\n"),
    (
        "a: [\n  x, # 1\n  # om y\n  y, # 2\n  z,\n]\n",
        Flytt(("a",), 1, 0),
        "a: [\n  # om y\n  y, # 2\n  x, # 1\n  z,\n]\n",
    ),
    (
        "a: [\n  x, # 1\n  # om y\n  y, # 2\n  z,\n]\n",
        Flytt(("a",), 0, 2),
        "a: [\n  # om y\n  y, # 2\n  z,\n  x, # 1\n]\n",
    ),
    ('a: [\n  "x\n  # y",\n  z,\n]\n', Fjern(("a", 1)), 'a: [\n  "x\n  # y",\n]\n'),
    ('a: [\n  "x\n  # y",\n  z,\n]\n', Flytt(("a",), 1, 0), 'a: [\n  z,\n  "x\n  # y",\n]\n'),
    ("{}\n", Sett(("k",), "v"), "{k: v}\n"),
    ("a: [p, q, r]\n", Fjern(("a", 2)), "a: [p, q]\n"),
    ("a: {b: , c: x}\n", Sett(("a", "b"), "y"), "a: {b: y, c: x}\n"),
    ("a: {b:   , c: x}\n", Sett(("a", "b"), "y"), "a: {b: y, c: x}\n"),
    ("a: {b, c: x}\n", Sett(("a", "b"), "y"), "a: {b: y, c: x}\n"),
    ("a: {b: }\n", Sett(("a", "b"), "y"), "a: {b: y}\n"),
    ("a: { b: x }\n", Sett(("a", "c"), {"d": "y"}), "a: { b: x, c: { d: y } }\n"),
    ("a: {b: x}\n", Sett(("a", "x,y"), "z"), 'a: {b: x, "x,y": z}\n'),
    ("a: {b: x}\n", Sett(("a", "c"), {"x,y": ["p]"]}), 'a: {b: x, c: {"x,y": ["p]"]}}\n'),
    ("a: [b: x, c, d: ]\n", Flytt(("a",), 2, 1), "a: [b: x, d: , c ]\n"),
    ("a: [b: x, c, d: ]\n", Sett(("a", 2, "e"), "y"), "a: [b: x, c, {d: , e: y} ]\n"),
    ("a: [b: x, c, d: ]\n", SettInn(("a",), 3, "y"), "a: [b: x, c, d: , y ]\n"),
    ("a: {\n  b: x, # 1\n  c: # 2\n}\n", Sett(("a", "d"), "y"), "a: {\n  b: x, # 1\n  c: , # 2\n  d: y\n}\n"),
    ("a: {b: , c: y}\n", Fjern(("a", "c")), "a: {b: }\n"),
    ("a: {b: x, c: }\n", Fjern(("a", "b")), "a: {c: }\n"),
    ("a: {b: x, c: }\n", Fjern(("a", "c")), "a: {b: x }\n"),
    ("a: [x, b: ]\n", Fjern(("a", 0)), "a: [b: ]\n"),
    ("a: [\n  b:\n  , x]\n", Flytt(("a",), 0, 1), "a: [\n  x\n  , b: ]\n"),
    ("a: [\n  b: ,\n  x\n]\n", Flytt(("a",), 0, 1), "a: [\n  x ,\n  b: \n]\n"),
    ("a: [\n  x,\n  b:\n]\n", Flytt(("a",), 0, 1), "a: [\n  b: ,\n  x\n]\n"),
    ("a: [\n  x, # 1\n  # om y\n  y # 2\n]\n", Fjern(("a", 1)), "a: [\n  x # 1\n]\n"),
    ("a: [\n  x,\n  y,\n]\n", Fjern(("a", 1)), "a: [\n  x,\n]\n"),
    ("a: [\n  x,\n  y\n]\n", Fjern(("a", 0)), "a: [\n  y\n]\n"),
    ("a: { b: }\n", Sett(("a", "b"), "y"), "a: { b: y }\n"),
    ("a: [b: ]\n", Sett(("a", 0, "b"), "y"), "a: [b: y]\n"),
    ("a: [x, y] # c\n", Sett(("a",), ["z", {"k": "v"}]), "a: [z, {k: v}] # c\n"),
    ("a: {} # c\n", Sett(("a",), {"k": "v"}), "a: {k: v} # c\n"),
    ("a: [] # c\n", Sett(("a",), ["z"]), "a: [z] # c\n"),
    ("a: [] # c\n", Sett(("a",), {}), "a: {} # c\n"),
    ("a: {b: x} # c\n", Sett(("a",), []), "a: [] # c\n"),
]

BLOKKTEKST: list[Rad] = [
    ("a: !!str |\n  x\nb: y\n", Sett(("a",), "ny"), "a: ny\nb: y\n"),
    ("a: !!str |\n  x\nb: y\n", Sett(("a",), "ny\n"), "a: |\n  ny\nb: y\n"),
    ("a: !<tag:yaml.org,2002:str> |\n  x\nb: y\n", Sett(("a",), "ny"), "a: ny\nb: y\n"),
    ("a: |\n\nb: x\n", Sett(("a",), "v"), "a: v\n\nb: x\n"),
    ("a: |  # c\n\nb: x\n", Sett(("a",), "v\n"), "a: |  # c\n  v\n\nb: x\n"),
    ("a: |+\n  x\n\nb: x\n", Sett(("a",), "v"), "a: v\nb: x\n"),
    ("a: |\n  x\n   \n    \nb: x\n", Sett(("a",), "v"), "a: v\nb: x\n"),
    ("a: |\n  x\n\n\nb: x\n", Sett(("a",), "v\n"), "a: |\n  v\n\n\nb: x\n"),
    ("a: |2\n    x\n  y\nb: z\n", Sett(("a",), "v\n"), "a: |\n  v\nb: z\n"),
    ("a: >\n  x\n", Sett(("a",), "p\nq\n"), "a: |\n  p\n  q\n"),
    ("a: >\n  x\n", Sett(("a",), "p"), "a: p\n"),
    ("a: x\n", Sett(("a",), " p\nq\n"), 'a: " p\\nq\\n"\n'),
    ("a: x\n", Sett(("a",), "\np\nq\n"), 'a: "\\np\\nq\\n"\n'),
    ("a: x\n", Sett(("a",), "p\n q\n"), 'a: "p\\n q\\n"\n'),
    ("a: x\n", Sett(("a",), "p\n\nq\n\n\n"), "a: |+\n  p\n\n  q\n\n\n"),
    ("a: x\nb: y\n", Sett(("a",), "p\n\n"), 'a: "p\\n\\n"\nb: y\n'),
    ("a: x\n", Sett(("a",), "p\n\t\nq"), 'a: "p\\n\\t\\nq"\n'),
    ("a: x\n", Sett(("a",), "\n\n"), 'a: "\\n\\n"\n'),
    ("a: |\n  x\n", Sett(("a",), "p\x07q\n"), 'a: "p\\u0007q\\n"\n'),
]

SATT: list[Rad] = [
    ("a:\n  - # c\n    k: v\n", Sett(("a", 0), ["ny"]), "a:\n  - # c\n    - ny\n"),
    ("a:\n  - # c\n    k: v\n", Sett(("a", 0), {"l": "w"}), "a:\n  - # c\n    l: w\n"),
    ("a:\n  - k: v\n", Sett(("a", 0), {"l": "w"}), "a:\n  - l: w\n"),
    ("a:\n  - k: v # c\n", Sett(("a", 0), "x"), "a:\n  - x\n"),
    ("a:\n  -\n    k: v\n", Sett(("a", 0), {"l": "w"}), "a:\n  - l: w\n"),
    ("a:\n  k: v\n", Sett(("a",), {"l": "w"}), "a:\n  l: w\n"),
    ("a:  # c\n  k: v\n", Sett(("a",), {"l": "w"}), "a:  # c\n  l: w\n"),
    ("a: {k: v}\n", Sett(("a",), {"l": "w"}), "a: {l: w}\n"),
    ("a: {k: v}\n", Sett(("a",), ["l", "w"]), "a:\n  - l\n  - w\n"),
    ("a: [k]\n", Sett(("a",), {"l": "w"}), "a:\n  l: w\n"),
    ("a: x\n", Sett(("a",), ["p", {"q": "r"}, ["s"]]), "a:\n  - p\n  - q: r\n  - - s\n"),
    (
        "politiråd:\n  # om leder\n  leder: y\n",
        Sett(("politiråd", "navn"), "x"),
        "politiråd:\n  navn: x\n  # om leder\n  leder: y\n",
    ),
    ("# fil\n\n# om slt\nslt: x\n", Sett(("format",), "1"), "# fil\n\nformat: 1\n# om slt\nslt: x\n"),
    ("# fil\nslt: x\n", Sett(("format",), "1"), "# fil\nformat: 1\nslt: x\n"),
    ("--- # c\n# om slt\nslt: x\n", Sett(("format",), "1"), "--- # c\nformat: 1\n# om slt\nslt: x\n"),
    ("slt: x\naa: y\n", Sett(("format",), "1"), "format: 1\nslt: x\naa: y\n"),
    ("aa: y\nbb: z\n", Sett(("format",), "1"), "aa: y\nbb: z\nformat: 1\n"),
    (
        "format: 1\nslt: x\nperiode: 2027\n",
        Sett(("politiråd",), "x"),
        "format: 1\nslt: x\nperiode: 2027\npolitiråd: x\n",
    ),
    ("a:\n  - - x\n", SettInn(("a", 0), 0, "y"), "a:\n  - - y\n    - x\n"),
    ("a:\n  - # c\n    - x\n", SettInn(("a", 0), 0, "y"), "a:\n  - # c\n    - y\n    - x\n"),
    ("a: x\n\n\nb: y\n\n# om c\nc: z\n", Sett((), {}), "# om c\n"),
    ("a: 1\nb: 2\nc: 3\n", Sett((), {"d": "4"}), "d: 4\n"),
    ("\n\na: x", Sett((), {}), ""),
    (
        "a:\n  b: x\n\n  # i a\n\n# om c\n\nc: y\n",
        Sett(("a", "d"), "z"),
        "a:\n  b: x\n  d: z\n\n  # i a\n\n# om c\n\nc: y\n",
    ),
    ("a: |\n  x", Sett(("a1",), "z"), "a: |-\n  x\na1: z"),
    ("a: |+\n  x", Sett(("a1",), "z"), "a: |-\n  x\na1: z"),
    ("a: |2+ # c\n  x", Sett(("a1",), "z"), "a: |2- # c\n  x\na1: z"),
    ("a: >-\n  x", Sett(("a1",), "z"), "a: >-\n  x\na1: z"),
    ("a:\n  b:\n    - |\n      x", Sett(("c",), "z"), "a:\n  b:\n    - |-\n      x\nc: z"),
    ("a:\n  - - |\n      x", SettInn(("a",), 1, "z"), "a:\n  - - |-\n      x\n  - z"),
    ("a: 'x\n  |'", Sett(("a1",), "z"), "a: 'x\n  |'\na1: z"),
    ("a:\n    # c\n  - - x\n", SettInn(("a", 0), 0, "y"), "a:\n    # c\n  - - y\n    - x\n"),
    ("a: x\n\nb: |+\n  y\n", Sett(("c",), "z"), "a: x\n\nb: |+\n  y\nc: z\n"),
    ("a: x\n\nb: |+\n  y\n\n", Sett(("c",), "z"), "a: x\n\nb: |+\n  y\n\nc: z\n"),
    ("a:\n  ? b\n  ? c\n", Sett(("a", "b"), "x"), "a:\n  ? b\n  : x\n  ? c\n"),
    ("a:\n  ? b\n  ? c\n", Sett(("a", "b"), {"k": "v"}), "a:\n  ? b\n  :\n    k: v\n  ? c\n"),
    ("? a\n", Sett(("a",), {"k": "v"}), "? a\n:\n  k: v\n"),
    ("a: |  \n  x\n", Sett(("a",), "p\nq\n"), "a: |\n  p\n  q\n"),
    ("a: x  \nb: y\n", Sett(("a",), {"k": "v"}), "a:\n  k: v\nb: y\n"),
    ("a: x  \nb: y\n", Sett(("a",), "z"), "a: z  \nb: y\n"),
    ("a: # c\n  x # d\n", Sett(("a",), {"k": "v"}), "a: # c\n  # d\n  k: v\n"),
    ("a:\n  x # d\n", Sett(("a",), {"k": "v"}), "a:\n  # d\n  k: v\n"),
    ("a:\n  x # d\n", Sett(("a",), "p\nq\n"), 'a:\n  "p\\nq\\n" # d\n'),
    ("a:\n  -\n    x # d\n", Sett(("a", 0), {"k": "v"}), "a:\n  -\n    # d\n    k: v\n"),
    ("a:\n  -\n    x\n", Sett(("a", 0), ["y"]), "a:\n  -\n    - y\n"),
    ("a:\n  - # c\n    x\n", Sett(("a", 0), ["y"]), "a:\n  - # c\n    - y\n"),
    ("a: x # c\n", Sett(("a",), {"k": "v"}), "a: # c\n  k: v\n"),
    ("a:\n  - x # c\n", Sett(("a", 0), {"k": "v"}), "a:\n  - # c\n    k: v\n"),
    ("a:\n- - |+\n    x", Sett(("a",), {"k": "en\nto\n"}), 'a:\n  k: "en\\nto\\n"'),
    ("a:\n- - |+\n    x\n", Sett(("a",), {"k": "en\nto\n"}), "a:\n  k: |\n    en\n    to\n"),
    ("a:\n- z\n", Sett(("a", 0), [["p"], {"q": "r"}]), "a:\n- - - p\n  - q: r\n"),
    ("a:\n    b: x\nc:\n- z\n", Sett(("c", 0), {"q": {"r": ["s"]}}), "a:\n    b: x\nc:\n- q:\n    r:\n      - s\n"),
    ("a:\n  b: x\n", Sett(("a",), []), "a: []\n"),
    ("a: x\n    # d\nb: y\n", Sett(("a",), "p\nq\n"), 'a: "p\\nq\\n"\n    # d\nb: y\n'),
    ("a: x\n    # d\nb: y\n", Sett(("a",), {"k": "v"}), "a:\n  k: v\n    # d\nb: y\n"),
    ("a: x\n", Sett((), {}), ""),
    ("\n\na: x\n", Sett((), {}), "\n"),
    ("a: x\n\nb: 2\n", Sett(("c",), "y"), "a: x\n\nb: 2\n\nc: y\n"),
    ("a:\n  - k: v # c\n    l: w\n", Sett(("a", 0), "x"), "a:\n  - x\n"),
    ("a: [x] # c\n", Sett(("a",), {"b": "x"}), "a: # c\n  b: x\n"),
    ("a:\n  - A\n", Sett(("a", 0), "en\nto"), "a:\n  - |-\n    en\n    to\n"),
    ("a: {b: x} # c\n", Sett(("a",), {}), "a: {} # c\n"),
]

TATT_BORT: list[Rad] = [
    ("a:\n  - x # 1\n\n  # om y\n  - y # 2\n\n  - z\n", Fjern(("a", 0)), "a:\n  # om y\n  - y # 2\n\n  - z\n"),
    ("a:\n\n\n  b: x\n\n\nc: y\n\n", Fjern(("c",)), "a:\n\n\n  b: x\n\n"),
    ("a: x\n\nb: y\n\n\n", Fjern(("b",)), "a: x\n\n\n"),
    ("a: x\nb: y\n\n# slutt\n", Fjern(("b",)), "a: x\n\n# slutt\n"),
    ("a: x\n\nb: y\n\n# slutt\n", Fjern(("b",)), "a: x\n\n# slutt\n"),
    ("a: x\n\nb: y\n   \nc: z\n", Fjern(("b",)), "a: x\n\nc: z\n"),
    ("a: x\n  \nb: y\n\nc: z\n", Fjern(("b",)), "a: x\n  \nc: z\n"),
    ("a: |\n  x\n\nb: 2", Fjern(("b",)), "a: |\n  x\n"),
    ("a: |+\n  x\n\nb: 2", Fjern(("b",)), "a: |+\n  x\n\n"),
    ("a:\n  b: x\n\n  # i a\n\n# om c\n\nc: y\n", Fjern(("a", "b")), "# om c\n\nc: y\n"),
    ("a:\n  b: x\n\n  # i a\n\n# om c\n\nc: y\n", Fjern(("a",)), "# om c\n\nc: y\n"),
    ("a:\n  b: x\n\n    # i b\n  c: z\n", Fjern(("a", "b")), "a:\n  c: z\n"),
    ("a:\n  - b: 1\n\n    c: 2\n", Fjern(("a", 0, "b")), "a:\n  - c: 2\n"),
    ("a:\n  - b:\n      - 1\n    c: 2\n", Fjern(("a", 0, "b")), "a:\n  - c: 2\n"),
    ("a:\n  - - |\n      x\n    - y\n", Fjern(("a", 0, 0)), "a:\n  - - y\n"),
    ("? b: 1\n: x\na: y\n", Fjern(("a",)), "? b: 1\n: x\n"),
    ('a: "x\n# y"\nb: z\n', Fjern(("b",)), 'a: "x\n# y"\n'),
    ("a: x\n\nb: 2", Fjern(("b",)), "a: x"),
    ("a: |+\n  x\nb: 2\n\nc: 3\n", Fjern(("b",)), "a: |+\n  x\nc: 3\n"),
    ("a: x\nb: y\n  ", Fjern(("b",)), "a: x\n  "),
    ("a: x\n\nb: y\n  ", Fjern(("b",)), "a: x\n  "),
    ("# fil\na: x\n\nb: y\n", Fjern(("a",)), "# fil\n\nb: y\n"),
    ("---\na: x\n\nb: y\n", Fjern(("a",)), "---\nb: y\n"),
    ("a: x\n\nb: y\n", Fjern(("a",)), "b: y\n"),
    ("a:  # c\n  - x\n\n  - y\n", Fjern(("a", 0)), "a:  # c\n  - y\n"),
    ("a:\n  # x: forslag\n  ## om b\n  b: x\n\n  c: y\n", Fjern(("a", "b")), "a:\n  # x: forslag\n\n  c: y\n"),
    ("? a # c\n# d\n: x # e\n", Fjern(("a",)), ""),
]

FLYTTET: list[Rad] = [
    ("a:\n- x\n- |\n  y", Flytt(("a",), 1, 0), "a:\n- |-\n  y\n- x"),
    ("a:\n- x\n- |+\n  y", Flytt(("a",), 0, 1), "a:\n- |-\n  y\n- x"),
    ("a:\n- |+\n  x\n\n- |-\n  p, [q]\n- z\n", Flytt(("a",), 0, 1), "a:\n- |-\n  p, [q]\n- |+\n  x\n\n- z\n"),
    ("a:\n- |+\n  x\n\n- |-\n  p, [q]\n- z\n", Flytt(("a",), 0, 2), "a:\n- |-\n  p, [q]\n- z\n- |+\n  x\n\n"),
    ("a:\n- |\n  x\n\n- y\n", Flytt(("a",), 0, 1), "a:\n- y\n\n- |\n  x\n"),
    ("a:\n  - x\n\n\n  - y\n  # om z\n  - z\n", Flytt(("a",), 2, 0), "a:\n  # om z\n  - z\n\n\n  - x\n  - y\n"),
    ("a:\n  - b: x\n\n    c: y\n  - d\n", Flytt(("a",), 0, 1), "a:\n  - d\n  - b: x\n\n    c: y\n"),
    ("a:\n- - x\n  - y\n  - z\n", Flytt(("a", 0), 0, 2), "a:\n- - y\n  - z\n  - x\n"),
    ("a:\n- - x\n  - y\n  - z\n", Flytt(("a", 0), 1, 2), "a:\n- - x\n  - z\n  - y\n"),
    ("a:\n- - x\n  # om y\n  - y\n  - z\n", Flytt(("a", 0), 1, 0), "a:\n-\n  # om y\n  - y\n  - x\n  - z\n"),
    ("a:\n- - x\n  - y # c\n  - z\n", Flytt(("a", 0), 2, 0), "a:\n- - z\n  - x\n  - y # c\n"),
    ("a:\n    - - x\n      - y\n", Flytt(("a", 0), 1, 0), "a:\n    - - y\n      - x\n"),
    ("a:\n  - x\n# om y\n  - y\n", Flytt(("a",), 1, 0), "a:\n  - y\n# om y\n  - x\n"),
    ("# om x\n# mer\na:\n# om x\n- x\n- y\n", Flytt(("a",), 0, 1), "# om x\n# mer\na:\n- y\n# om x\n- x\n"),
    ("a:\n- x\n- y\n- |\n  z", Flytt(("a",), 0, 1), "a:\n- y\n- x\n- |\n  z"),
    ("a:\n- x\n- w\n- |\n  y", Flytt(("a",), 2, 0), "a:\n- |-\n  y\n- x\n- w"),
    ('a:\n  - "x\n  # y"\n  - z\n', Flytt(("a",), 1, 0), 'a:\n  - z\n  - "x\n  # y"\n'),
    ("a:\n- |\n  x\n- y", Flytt(("a",), 0, 1), 'a:\n- y\n- "x\\n"'),
    ("a:\n- >\n  x\n- y", Flytt(("a",), 0, 1), 'a:\n- y\n- "x\\n"'),
    ("a:\n- |+\n  x\n- y\n\n- z\n", Flytt(("a",), 0, 1), 'a:\n- y\n- "x\\n"\n\n- z\n'),
    ("a:\n- >-\n  p, [q]\n- |\n  x\n- y", Flytt(("a",), 1, 2), 'a:\n- >-\n  p, [q]\n- y\n- "x\\n"'),
    ("a:\n# om x\n- |\n  x\n- 'y'\n- [z]", Flytt(("a",), 0, 2), "a:\n- 'y'\n- [z]\n# om x\n- \"x\\n\""),
    ("a:\n- >-\n  p, [q]\n- |\n  x\n- y", Flytt(("a",), 0, 2), "a:\n- |\n  x\n- y\n- >-\n  p, [q]"),
    ("a:\n- z\n- |-\n  p, [q]\n- |\n  x\n- y", Flytt(("a",), 3, 1), 'a:\n- z\n- y\n- p, [q]\n- "x\\n"'),
    (
        "a:\n- z\n- |-\n  p, [q]\n- |+\n  x\n- y\n\n- w\n",
        Flytt(("a",), 3, 1),
        'a:\n- z\n- y\n- p, [q]\n- "x\\n"\n\n- w\n',
    ),
    ("a:\n- - x\n  - |\n    y\n  - z", Flytt(("a", 0), 1, 2), 'a:\n- - x\n  - z\n  - "y\\n"'),
]

TOMME: list[Rad] = [
    ("~\n", Sett(("format",), "1"), "\nformat: 1\n"),
    ("&x # c\n...\n", Sett(("format",), "1"), " # c\nformat: 1\n...\n"),
    ("--- ~", Sett(("format",), "1"), "--- \nformat: 1"),
    ("# \x07\n", Sett(("format",), "1"), "# \x07\nformat: 1\n"),
    ("# c", Sett(("a",), {"k": "p\nq\n"}), '# c\na:\n  k: "p\\nq\\n"'),
    ("# c\n", Sett(("a",), {"k": "p\nq\n"}), "# c\na:\n  k: |\n    p\n    q\n"),
    ("# c\n---\n# d\n...\n# e", Sett(("a",), ["x", "y"]), "# c\n---\n# d\na:\n  - x\n  - y\n...\n# e"),
]


def etterpå(rader: list[Rad]) -> list[Rad]:
    return [(text, endring, etter(text, endring)) for text, endring, _ in rader]


def test_in_brackets() -> None:
    assert etterpå(I_KLAMMER) == I_KLAMMER


def test_texts_of_several_lines() -> None:
    assert etterpå(BLOKKTEKST) == BLOKKTEKST


def test_what_is_set_or_put_in() -> None:
    assert etterpå(SATT) == SATT


def test_what_goes_leaves_no_more_air_than_was_there() -> None:
    assert etterpå(TATT_BORT) == TATT_BORT


def test_the_first_field_of_a_file() -> None:
    assert etterpå(TOMME) == TOMME


def test_what_is_moved() -> None:
    assert etterpå(FLYTTET) == FLYTTET
