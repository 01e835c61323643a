"""The direction of the arrows in ARCHITECTURE.md: who may import whom, and where each library is used."""

import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from avtalegen.modell.avtale import Avtale
from tests.grundig import utvalg
from tests.i_ett import i_ett

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "avtalegen"

# A room may import the rooms named here, and itself.
PILER: dict[str, set[str]] = {
    "funn": set(),
    "modell": {"funn"},
    "register": {"funn"},
    "dokument": {"funn", "modell"},
    "lesing": {"dokument", "funn", "modell", "register"},
    "forslag": {"dokument", "funn", "lesing", "modell", "register"},
    "skrivere": {"dokument", "funn"},
    "henting": {"dokument", "funn", "skrivere"},
    "komponering": {"dokument", "funn", "lesing", "modell", "register"},
    "regler": {"dokument", "funn", "lesing", "modell", "register"},
    "flyt": {"dokument", "forslag", "funn", "komponering", "lesing", "modell", "register", "regler", "skrivere"},
    "tilbake": {"dokument", "flyt", "funn", "henting", "lesing", "modell", "register", "regler", "skrivere"},
    "utgaver": {
        "dokument",
        "flyt",
        "funn",
        "henting",
        "komponering",
        "lesing",
        "modell",
        "register",
        "regler",
        "skrivere",
    },
    "importering": {
        "dokument",
        "flyt",
        "funn",
        "henting",
        "komponering",
        "lesing",
        "modell",
        "register",
        "regler",
        "skrivere",
    },
    "rapporter": {"dokument", "forslag", "funn", "komponering", "lesing", "modell", "register", "regler"},
    "samling": {"dokument", "funn", "komponering", "lesing", "modell", "register", "regler", "skrivere"},
    "oppfolging": {
        "dokument",
        "flyt",
        "funn",
        "komponering",
        "lesing",
        "modell",
        "rapporter",
        "register",
        "regler",
    },
    "api": {"dokument", "flyt", "funn", "henting", "lesing", "modell", "regler", "samling", "utgaver"},
    "rettelser": {"flyt", "funn", "komponering", "lesing", "register"},
    "visning": {
        "dokument",
        "flyt",
        "forslag",
        "funn",
        "komponering",
        "lesing",
        "modell",
        "rapporter",
        "register",
        "regler",
        "samling",
        "skrivere",
        "importering",
        "utgaver",
    },
    "cli": {
        "dokument",
        "flyt",
        "forslag",
        "funn",
        "henting",
        "importering",
        "lesing",
        "modell",
        "oppfolging",
        "rapporter",
        "register",
        "regler",
        "rettelser",
        "samling",
        "tilbake",
        "utgaver",
        "visning",
    },
    "__init__": {"api", "funn", "modell"},
    "__main__": {"cli", "funn", "samling"},
}
# Each library is known in one place, so that it can be replaced in one place.
BIBLIOTEKER: dict[str, set[str]] = {
    "click": {"cli", "rapporter", "__main__"},
    "docx": {"skrivere"},
    "lxml": {"importering", "skrivere"},
    "fontTools": {"dokument"},
    "holidays": {"register"},
    "icalendar": {"oppfolging"},
    "jinja2": {"forslag", "komponering"},
    "PIL": {"dokument"},
    "markdown_it": {"importering", "komponering"},
    "pydantic": {"lesing", "modell"},
    "pyarrow": {"oppfolging"},
    "pydantic_core": {"lesing", "modell"},
    "pyhanko": {"skrivere"},
    "pypdf": {"importering", "skrivere"},
    "typst": {"skrivere"},
    "wcwidth": {"rapporter"},
    "yaml": {"lesing"},
}

# Where files of our own are read, those that lie beside the code: whoever else wants one, asks `dokument.maler`.
FILER = {"dokument", "oppfolging", "register", "regler", "skrivere", "visning"}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


IMPORT = (ast.Import, ast.ImportFrom)
_IMPORT = re.compile(
    r"^[ \t]*((?:from [.\w]+ import (?:\([^)]*\)|[^(\n]+)|import [.\w]+(?:(?:,| as) [.\w]+)*[ \t]*(?:#.*)?)$)", re.M
)


@cache
def nodes(path: Path) -> list[ast.Import | ast.ImportFrom]:
    """Return the imports of a file, wherever they stand: to read only them takes a tenth of what all of it takes."""
    return [node for node in ast.parse("\n".join(_IMPORT.findall(text(path)))).body if isinstance(node, IMPORT)]


@i_ett("path", lambda: utvalg(FILES, 40))
def test_no_import_is_overlooked(path: Path) -> None:
    every = Counter(ast.unparse(node) for node in ast.walk(ast.parse(text(path))) if isinstance(node, IMPORT))
    assert every - Counter(map(ast.unparse, nodes(path))) == Counter()


def imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module
            if node.module == "avtalegen":
                yield from (f"avtalegen.{alias.name}" for alias in node.names)
            else:
                yield node.module


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


FILES = sorted(PACKAGE.rglob("*.py"))
NØKLER = {felt.nøkkel for felt in Avtale.felter.values()}
MODULES = {module(path) for path in FILES}


def modules_of(path: Path) -> Iterator[str]:
    """Give the modules of ours that a file imports, wherever in it, or imports something from."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from MODULES.intersection(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            inner = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in MODULES else node.module for name in inner)


def test_a_module_imports_only_what_lies_before_it() -> None:
    assert [(module(path), name) for path in FILES for name in imports(path) if not may(room(path), name)] == []


def may(here: str, name: str) -> bool:
    """Tell whether a room may import a module."""
    first, *rest = name.split(".")
    if first == "avtalegen" and rest:
        # A name of the package itself, such as its version, is no room.
        target = rest[0] if rest[0] in PILER else "__init__"
        return target in {here, "__init__"} | PILER[here]
    return first not in BIBLIOTEKER or here in BIBLIOTEKER[first]


def test_an_import_against_the_arrows_is_found() -> None:
    assert not may("modell", "avtalegen.lesing.tree")
    assert not may("modell", "docx.oxml")
    assert may("lesing", "avtalegen.modell.avtale")
    assert may("skrivere", "docx.oxml")


def test_our_own_files_are_read_in_few_rooms() -> None:
    assert {room(path) for path in FILES if "__file__" in text(path)} == FILER


def test_the_day_the_environment_and_the_streams_are_seen_at_the_edge_alone() -> None:
    """Everybody else is given what they need of them, so that the same question gets the same answer anywhere."""
    outside = re.compile(r"\b(?:date\.today|datetime\.now|os\.environ|os\.getcwd|Path\.cwd|sys\.std(?:in|out|err))\b")
    seen = {module(path) for path in FILES if outside.search(text(path))}
    inside = {name for name in seen if name.split(".")[1] not in {"cli", "api", "__main__"}}
    # A process of its own has an environment and streams of its own.
    of_its_own = {"avtalegen.skrivere.pdf.arbeider", "avtalegen.skrivere.pdf.prosess"}
    assert inside == of_its_own | {"avtalegen.rapporter.tekst"}, "which asks how wide the terminal is"


def test_the_rooms_are_those_that_are_there() -> None:
    assert {room(path) for path in FILES} == set(PILER)


def in_a_circle(needs: Mapping[str, set[str]]) -> set[str]:
    """Return those of one circle; what needs itself is none."""
    try:
        TopologicalSorter({name: needed - {name} for name, needed in needs.items()}).prepare()
    except CycleError as error:
        return set(error.args[1])
    return set()


def test_the_rooms_form_no_circle() -> None:
    assert in_a_circle(PILER) == set()


def test_no_modules_form_a_circle_not_even_for_the_type_checker() -> None:
    needs = {module(path): set(modules_of(path)) for path in FILES}
    assert needs["avtalegen.skrivere.md"] >= {"avtalegen.dokument.innhold", "avtalegen.skrivere.stil"}
    assert in_a_circle(needs) == set()


def test_a_circle_is_found() -> None:
    needs = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set[str](), "e": {"a", "d"}, "f": {"f"}}
    assert in_a_circle(needs) == {"b", "c"}


def test_what_is_named_with_its_module_is_there() -> None:
    """`module.name` in a docstring or a document is something of ours, a library's, a file or a key of the YAML."""
    texts = [*FILES, *(ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "docs/valg.md"))]
    named = [
        (path.relative_to(ROOT), name)
        for path in texts
        for name in re.findall(r"`([a-zæøå_]\w*(?:\.\w+)+)`", path.read_text(encoding="utf-8"))
        if not name.endswith((".yaml", ".toml", ".docx", ".typ", ".py", ".txt"))
    ]
    assert len(named) > 20
    assert [
        at
        for at in named
        if at[1].split(".")[0] not in {"click", "tomllib", *NØKLER} and not is_there(at[1].split("."))
    ] == []


def is_there(parts: list[str]) -> bool:
    """Tell whether a module whose name ends as `parts` begins has the next of them in it."""
    return any(
        not parts[length:]
        or re.search(rf"^\s*(?:def |class |from .* )?{parts[length]}\b|import .*\b{parts[length]}\b", text(path), re.M)
        for length in range(1, len(parts) + 1)
        for path in named().get(".".join(parts[:length]), ())
    )


@cache
def named() -> dict[str, list[Path]]:
    """Return the files of the modules whose names end in some way."""
    files: dict[str, list[Path]] = {}
    for path in FILES:
        parts = module(path).split(".")
        for length in range(1, len(parts) + 1):
            files.setdefault(".".join(parts[-length:]), []).append(path)
    return files


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_library_is_a_dependency_and_every_dependency_is_used() -> None:
    used = {name.split(".")[0] for path in FILES for name in imports(path)} - {"avtalegen"} - sys.stdlib_module_names
    assert used == set(BIBLIOTEKER)
    used.remove("pydantic_core")  # comes with pydantic, in the one version that this can use
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {
        "fonttools": "fontTools",
        "markdown-it-py": "markdown_it",
        "pillow": "PIL",
        "python-docx": "docx",
        "pyyaml": "yaml",
    }
    # What only some have use for, and install themselves.
    extras = project["optional-dependencies"]
    extra = [*extras["signaturfelt"], *extras["parquet"]]
    declared = {re.split("[<>=]", line)[0] for line in (*project["dependencies"], *extra)}
    assert {names.get(name, name) for name in declared} == used


def test_the_table_of_rooms_has_every_room_after_those_that_it_imports() -> None:
    drawing = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = re.findall(r"^\| `(\w+)` \|", drawing, re.MULTILINE)
    assert sorted(rooms) == sorted(name for name in PILER if not name.startswith("__"))
    assert {name: later for name in rooms if (later := PILER[name] & {*rooms[rooms.index(name) :]})} == {}


def test_newcomers_meet_few_names() -> None:
    names = {path.name for path in PACKAGE.iterdir()} - {"__pycache__", "maler", "py.typed"}
    assert len([name for name in names if not name.startswith("__")]) <= 21


def test_the_drawing_is_read_in_five_minutes() -> None:
    words = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split()
    assert len(words) < 1000


def test_no_file_is_too_long_to_read_in_one_go() -> None:
    lengths = {str(p): len(p.read_text(encoding="utf-8").splitlines()) for p in FILES}
    assert {name: n for name, n in lengths.items() if n > 340} == {}
