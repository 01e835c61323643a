"""The shell around the commands: help without loading anything, and Norwegian throughout."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import click
import pytest

from avtalegen import __version__
from avtalegen.cli import COMMANDS, _norsk, app
from tests import cli_support
from tests.cli_support import FAULTY, Run, environment
from tests.grundig import grundig

cli = cli_support.cli

# Texts in click that no user of ours can meet: for programmers, for prompts, for the shell's own completion.
UNSEEN_MODULES = {"_termui_impl", "_winconsole", "shell_completion", "termui", "utils"}
UNSEEN = {
    "(Deprecated) {text}",
    "(dynamic)",
    "%(prog)s, version %(version)s",
    "Aborted!",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Confirm the action without prompting.",
    "Could not determine name for option with declarations {decls!r}",
    "(Did you mean one of: {possibilities}?)",  # replaced by did_you_mean, as are the next two
    "(Possible options: {possibilities})",
    "Did you mean {possibility}?",
    "DeprecationWarning: The command {name!r} is deprecated.",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Do you want to continue?",
    "Invalid start character for option ({option})",
    "Missing parameter: {param_name}",
    "Missing {param_type}",
    "Name '{name}' defined twice",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? "
    "Did you mean to pass '--{name}'?",
    "Show the version and exit.",
    "Value must be an iterable.",
    "deprecated",
    "{len_type} values are required, but {len_value} was given.",
    "{len_type} values are required, but {len_value} were given.",
    "{name} {filename!r} is not executable.",
    "{value!r} is not a valid UUID.",
}


def texts_in_click() -> set[str]:
    """Return the texts that click passes to gettext, read from its source."""
    found = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        if file.stem in UNSEEN_MODULES:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
                found |= {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return found


def test_every_text_of_click_that_a_user_can_meet_is_norwegian() -> None:
    assert len(texts_in_click()) > 40
    assert texts_in_click() - set(_norsk.TEXTS) - UNSEEN == set()


def test_translations_ask_for_nothing_that_click_does_not_fill_in() -> None:
    def fields(text: str) -> set[str]:
        return {part.split("}")[0].split("!")[0] for part in text.split("{")[1:]}

    for english, norwegian in _norsk.TEXTS.items():
        assert fields(norwegian) <= fields(english), english


def test_help_loads_no_command_and_no_large_library(tmp_path: Path) -> None:
    code = "import sys; from avtalegen.__main__ import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, check=True
    )
    loaded = set(done.stderr.decode().split())
    assert "avtalegen.cli" in loaded
    unwanted = {"pydantic", "jinja2", "yaml", "docx", "lxml", "markdown_it", "typst", "wcwidth", "email"}
    assert loaded & (unwanted | {"dataclasses", "json", "avtalegen.flyt"}) == set()
    assert loaded & {entry.module for entry in COMMANDS.values()} == set()


@pytest.mark.parametrize(
    ("code", "set_"),
    [
        ("from avtalegen.__main__ import main; main(['--help'])", True),
        pytest.param("import avtalegen; avtalegen.les(b'format: 1')", False, marks=grundig),
    ],
)
def test_the_tool_saves_time_in_its_own_process_only(code: str, set_: bool, tmp_path: Path) -> None:
    code = f"import gc, os, sys\ntry: {code}\nexcept Exception: pass\n"
    code += "print(os.environ.get('PYDANTIC_DISABLE_PLUGINS'), gc.get_threshold()[0] > 10_000, file=sys.stderr)"
    bare = {name: value for name, value in environment().items() if name != "PYDANTIC_DISABLE_PLUGINS"}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=bare, capture_output=True, check=True)
    assert done.stderr.decode().split() == (["__all__", "True"] if set_ else ["None", "False"])


def test_what_a_short_run_has_no_use_for_is_loaded_when_somebody_uses_it_and_is_then_what_it_always_was(
    tmp_path: Path,
) -> None:
    """Nor does it load what reads settings, compares texts, explains codes, or composes."""
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    code = "import sys\nfrom avtalegen.__main__ import main\nassert main(['valider', 'a.yaml', '--velg', 'SKJ']) == 1\n"
    code += "unused = {'email', 'zipfile', 'random', 'hmac', 'lzma', 'tomllib', 'difflib', 'subprocess', 'hashlib'}\n"
    code += "before = unused & sys.modules.keys()\n"
    code += "before |= {name for name in sys.modules if 'katalog' in name or 'forklaring' in name}\n"
    code += (
        "main(['status', 'a.yaml'])\nbefore |= {'jinja2', 'avtalegen.komponering.sammensetting'} & sys.modules.keys()\n"
    )
    code += "import typing\nclass A:\n    a: 'list[int]'\nassert typing.get_type_hints(A) == {'a': list[int]}\n"
    code += "import importlib.metadata\nfrom importlib.metadata import PackageNotFoundError, entry_points\n"
    code += "import pydantic, secrets\nsecret = pydantic.SecretStr('å')\n"
    code += "same = secret == pydantic.SecretStr('å'), secrets.compare_digest('a', 'b'), secret == 'å'\n"
    code += "found = {entry.name for entry in entry_points(group='console_scripts')}\n"
    code += (
        "print(before, importlib.metadata.version('click')[0].isdigit(), 'avtalegen' in found, *same, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, check=True
    )
    assert done.stderr.decode().split("\n")[-2] == "set() True True True False False"


def test_help_lists_every_command_with_its_own_short_help(cli: Run) -> None:
    shown = cli("--help").out
    for name, entry in COMMANDS.items():
        loaded = app.get_command(click.Context(app), name)
        assert loaded is not None
        assert loaded.name == name
        assert loaded.short_help == entry.short_help
        assert f"{name} " in shown
        assert entry.short_help in shown


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_for_a_command_is_norwegian(cli: Run, name: str, option: str) -> None:
    code, out, err, _ = cli(name, option)
    assert (code, err) == (0, "")
    assert out.startswith(f"Bruk: avtalegen {name} [VALG]")
    assert "Vis denne hjelpen og avslutt." in out
    assert not {"Usage", "Options", "OPTIONS", "TEXT", "Show"} & set(out.replace("[", " ").replace("]", " ").split())


@pytest.mark.parametrize("option", ["--versjon", "--version"])
def test_version_is_shown(cli: Run, option: str) -> None:
    assert cli(option)[:3] == (0, f"avtalegen {__version__}\n", "")


def test_without_a_command_the_help_is_shown_as_wrong_usage(cli: Run) -> None:
    code, out, err, _ = cli()
    assert (code, out) == (2, "")
    assert err.startswith("Bruk: avtalegen [VALG] KOMMANDO [ARGUMENTER]...\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["valdier"], "Ukjent kommando «valdier». Mente du «valider»?"),
        (["æøå"], "Ukjent kommando «æøå»."),
        (["--fil"], "Ukjent valg «--fil»."),
        (["valider", "--fromat", "x"], "Ukjent valg «--fromat». Mente du «--format»?"),
        (["lag", "--tiil"], "Ukjent valg «--tiil». Mente du «--til»?"),
        (["valider", "-x"], "Ukjent valg «-x»."),
        (["valider", "--format"], "Valget «--format» må ha en verdi."),
        (["valider", "--streng=1"], "Valget «--streng» tar ingen verdi."),
        (["valider", "--format", "pdf"], "Ugyldig verdi for «--format»: «pdf» er ikke"),
        (["lag"], "Mangler argumentet «FIL...»."),
        (["lag", "a.yaml", "-o"], "Valget «-o» må ha en verdi."),
        (["lag", "a.yaml", "--format", "tekst"], "Ugyldig verdi for «--format»: «tekst» er ikke et format."),
        (["skjema", "a"], "Fikk et argument for mye: «a»."),
        (["skjema", "a", "b"], "Fikk argumenter for mye: «a b»."),
    ],
)
def test_wrong_usage_is_told_in_norwegian(cli: Run, arguments: list[str], message: str) -> None:
    code, out, err, _ = cli(*arguments)
    assert (code, out) == (2, "")
    assert f"Feil: {message}" in err
    assert not {"Usage:", "Error:", "Try", "such", "Did", "Missing", "requires"} & set(err.split())


def test_wrong_usage_shows_how_to_get_help(cli: Run) -> None:
    assert cli("lag").err == (
        "Bruk: avtalegen lag [VALG] FIL...\nSkriv «avtalegen lag --help» for hjelp.\n\n"
        "Feil: Mangler argumentet «FIL...».\n"
    )
