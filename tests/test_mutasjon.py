"""tools/mutasjon.py: which small faults it makes, and which of them it says that no test sees."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from mutanter import prosess
from mutanter.brukere import users
from mutanter.feil import mutants, sample
from mutanter.tabell import PAGE, row, rows, updated
from mutasjon import PACKAGE, SUITES, UNMEASURED, equivalents

from tests.cli_support import posix_only
from tests.grundig import grundig, utvalg
from tests.i_ett import i_ett

ROOT = Path(__file__).parent.parent


def faults(source: str) -> list[str]:
    return [one.after for one in mutants(ast.parse(source))]


@i_ett(
    ("source", "expected"),
    [
        ("x = a < b", {"a <= b", "a >= b"}),
        ("x = a is not b", {"a is b"}),
        ("x = a and b", {"a or b", "b", "a"}),
        ("x = a or b or c", {"a and b and c", "b or c", "a or c", "a or b"}),
        ("x = not a", {"a"}),
        ("x = 3", {"4", "2"}),
        ("x = f('tekst', '', True)", {"f('', '', True)", "f('tekst', 'XX', True)", "f('tekst', '', False)"}),
        ("x = a + 1", {"a - 1", "a + 2", "a + 0"}),
        ("x = a[b:c]", {"a[:c]", "a[b:]"}),
        ("x = [a for a in b if c]", {"[a for a in b]"}),
        ("x = a if b else c", {"a if True else c", "a if False else c"}),
        ("x = sorted(a, key=b)", {"list(a)"}),
        ("x = any(a).strip()", {"any(a)", "all(a)"}),
        ("def f():\n  return a", {"return None"}),
        ("def f():\n  return False", {"return True"}),
        ("if a:\n  b()", {"pass", "if True:"}),
        ("if a:\n  b = c\nelse:\n  b = d", {"if True:", "if False:"}),
        ("for a in b:\n  continue", {"pass"}),
        ("a.b = c", {"pass"}),
    ],
)
def test_a_fault_of_each_kind_is_made(source: str, expected: set[str]) -> None:
    assert set(faults(source)) == expected


def test_what_never_runs_has_no_faults() -> None:
    said = '''
"""Text."""
from a import b
__all__ = ["f"]
Rute = tuple[str, "x"]
def f(a: "x" = None) -> "y":
    """Text."""
    b: list["z"]
    assert a == 1
    raise AssertionError(f"{1}")
'''
    assert faults(said) == []


def test_what_only_a_reader_or_the_speed_has_a_use_for_has_no_faults() -> None:
    said = 'T = TypeVar("T")\nx = zip(a, b, strict=True)\ny = cast("list[T]", a)\n'
    assert faults(f"{said}@dataclass(frozen=True)\nclass A: b: int\n@lru_cache(maxsize=9)\ndef f(): return") == []
    assert faults('x = f(a, strict=True)\ny = cast(a, "b")') == ["strict=False", "cast(a, '')"]


def test_no_room_of_the_package_is_forgotten() -> None:
    rooms = {path.name for path in PACKAGE.iterdir()} - {"__pycache__", "maler", "py.typed"}
    assert rooms == SUITES.keys() | UNMEASURED
    assert not SUITES.keys() & UNMEASURED


def test_every_suite_has_the_tests_that_it_names() -> None:
    named = [pattern for patterns in SUITES.values() for pattern in patterns]
    assert [pattern for pattern in named if not list(Path(__file__).parent.glob(pattern))] == []


def test_what_only_some_functions_use_has_them_as_users() -> None:
    source = """
_A = 1
_B = [_A, 2]
C = 3
_D = 4
_E = 5
def f(): return _B
class K:
  def g(self): return _A
  def h(self, x=_D): return C
@f(_E)
def i(): return _E
"""
    tree = ast.parse(source)
    assert [sorted(users(tree, line)) for line in (2, 3, 4, 5, 6)] == [["K.g", "f"], ["f"], [], [], []]


def test_a_fault_is_known_by_the_same_when_lines_are_moved() -> None:
    source = "class A:\n  def f(self):\n    return [n for n in self.x if n > 1 or n > 1]\n"
    keys = [one.key for one in mutants(ast.parse(source))]
    assert keys == [one.key for one in mutants(ast.parse(f"\n\n{source}"))]
    assert len(set(keys)) == len(keys)
    assert {key[0] for key in keys} == {"A.f()"}
    assert ("A.f()", "n > 1", "n > 2", 2) in keys


def test_the_choice_is_the_same_each_time_and_has_some_of_each_kind() -> None:
    found = mutants(ast.parse((PACKAGE / "rettelser.py").read_text(encoding="utf-8")))
    picked = sample(found, 25, seed=1)
    assert picked == sample(reversed(found), 25, seed=1)
    assert len(picked) == 25
    assert {one.kind for one in picked} == {one.kind for one in found}
    assert picked != sample(found, 25, seed=2)


@grundig  # half a second for what only `make mutasjon` needs
def test_each_fault_that_is_said_to_change_nothing_can_be_made() -> None:
    """A name that fits nothing is of code that is gone."""
    modules = utvalg(sorted({module for module, _ in equivalents()}), 3)
    made = {
        (module, one.key)
        for module in modules
        for one in mutants(ast.parse((PACKAGE / module).read_text(encoding="utf-8")))
    }
    assert [key for key in equivalents() if key[0] in modules and key not in made] == []
    assert all(reason.endswith(".") for reason in equivalents().values())


def test_the_table_has_the_newest_of_each_module_and_none_of_what_is_gone() -> None:
    old = [row(module, 9, 8, 0, 88.9, 1, "2026-11-01") for module in ("a.py", "b.py", "gone.py")]
    new = row("b.py", 30, 29, 1, 100, 2, "2026-11-29")
    page = updated("# Hode\n\n| modul |\n|---|\n" + "".join(old), {"b.py": new}, ("b.py", "a.py", "c.py"))
    assert page == f"# Hode\n\n| modul |\n|---|\n{old[0]}| `b.py` | 30 | 29 | 1 | 100 % | 2 | 2026-11-29 |\n"
    assert updated(page, {}, ("a.py", "b.py")) == page


def test_what_stands_in_the_table_is_seen_well_enough() -> None:
    found = rows(PAGE.read_text(encoding="utf-8"))
    assert found
    assert [row for row in found.values() if int(row.split("|")[5].split()[0]) < 92] == []


@grundig  # it waits
@posix_only
def test_a_process_that_waits_for_nothing_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def wait() -> str:
        prosess.allow(0)
        time.sleep(3)
        return "waited"

    monkeypatch.setattr(prosess, "_SHORTEST_WAIT", 1)
    assert prosess.in_fork(wait, 60) is None
    monkeypatch.setattr(prosess, "_SHORTEST_WAIT", 60)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    assert prosess.in_fork(wait, 60) == "waited"


MODULE = """\
LIMIT = 10

def sett(a):
    return a > LIMIT

def usett(a):
    return a * 2 + 1

def uten_ende(a):
    while a:
        a.pop()

KALT = []

def kalt(navn):
    KALT.append(navn)
    return lambda funksjon: funksjon

@kalt("noe")
def pyntet(a):
    return a

def lest(a):
    return a

def ukalt(a):
    return a
"""
TESTS = """\
from functools import cache

from avtalegen.rettelser import KALT, lest, pyntet, sett, usett, uten_ende

@cache
def husket():
    return lest(1)

def test_husker():
    husket()

def test_husket():
    assert husket() == 1

def test_sett():
    assert [sett(9), sett(10), sett(11)] == [False, False, True]

def test_usett():
    assert usett(1)

def test_uten_ende():
    a = [1]
    uten_ende(a)
    assert a == []

def test_kalt():
    assert KALT == ["noe"]

def test_pyntet():
    assert pyntet(1) == 1
"""


@grundig
@posix_only
def test_a_fault_that_no_test_sees_is_told(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    files = {"avtalegen/__init__": "", "avtalegen/rettelser": MODULE, "tests/test_rettelser": TESTS}
    files["tests/__init__"] = ""
    files["tests/conftest"] = "import gc\n\ndef pytest_collection_finish():\n    gc.freeze()\n"  # as ours does
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.py").write_text(content, encoding="utf-8")
    (tmp_path / "tools" / "mutanter" / "likeverdige.yaml").write_text(
        "rettelser.py:\n  - {i: usett(), fra: a * 2 + 1, til: a * 2 + 2, fordi: Ingen spør.}\n", encoding="utf-8"
    )
    ran = subprocess.run(
        [sys.executable, "tools/mutasjon.py", "--antall", "0", "--jobber", "2"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    row = next(line for line in ran.stdout.splitlines() if line.startswith("rettelser.py"))
    assert row.split() == ["rettelser.py", "20", "13", "1", "68", "%"]
    assert re.findall(r"^  rettelser.py:\d+ (.*)$", ran.stdout, re.M) == [
        "usett(): a * 2  →  a * 1",
        "usett(): a * 2  →  a * 3",
        "usett(): a * 2  →  a // 2",
        "usett(): a * 2 + 1  →  a * 2 + 0",
        "usett(): a * 2 + 1  →  a * 2 - 1",
        "ukalt(): return a  →  return None",
    ]
