"""The shell around the commands: help without loading anything, Norwegian throughout, and how runs end."""

from __future__ import annotations

import ast
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from avtalegen import __version__, flyt
from avtalegen.cli import COMMANDS, _norsk, app
from avtalegen.funn.diagnostic import AvtalegenError
from tests import cli_support
from tests.cli_support import FAULTY, VALID, Run, command, environment, names, posix_only, process, start, started
from tests.grundig import grundig, utvalg

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
        ("import avtalegen; avtalegen.les(b'format: 1')", False),
    ],
)
def test_the_tool_saves_time_in_its_own_process_only(code: str, set_: bool, tmp_path: Path) -> None:
    code = f"import gc, os, sys\ntry: {code}\nexcept Exception: pass\n"
    code += "print(os.environ.get('PYDANTIC_DISABLE_PLUGINS'), gc.get_threshold()[0] > 10_000, file=sys.stderr)"
    bare = {name: value for name, value in environment().items() if name != "PYDANTIC_DISABLE_PLUGINS"}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=bare, capture_output=True, check=True)
    assert done.stderr.decode().split() == (["__all__", "True"] if set_ else ["None", "False"])


def test_what_finds_plugins_is_loaded_when_somebody_uses_it_and_is_then_what_it_always_was(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    code = "import sys\nfrom avtalegen.__main__ import main\nmain(['valider', 'a.yaml'])\n"
    code += "before = {'email', 'zipfile'} & sys.modules.keys()\n"
    code += "import importlib.metadata\nfrom importlib.metadata import PackageNotFoundError, entry_points\n"
    code += "found = {entry.name for entry in entry_points(group='console_scripts')}\n"
    code += "print(before, importlib.metadata.version('click')[0].isdigit(), 'avtalegen' in found, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, check=True
    )
    assert done.stderr.decode().split("\n")[-2] == "set() True True"


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


def test_a_failure_to_run_is_one_message_and_code_3(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_what: object, **_how: object) -> None:
        raise AvtalegenError("Registeret mangler.")

    monkeypatch.setattr(flyt, "check", fail)
    assert cli("valider", "-", data=b"a: 1")[:3] == (3, "", "Feil: Registeret mangler.\n")


def test_a_file_that_click_cannot_open_is_a_failure_to_run(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_what: object, **_how: object) -> None:
        raise click.FileError("a.yaml", "borte")

    monkeypatch.setattr(flyt, "check", fail)
    assert cli("valider", "-", data=b"a: 1")[:3] == (3, "", "Feil: Kunne ikke åpne «a.yaml»: borte\n")


def test_a_fault_of_ours_is_one_line_that_says_so(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_what: object, **_how: object) -> None:
        raise KeyError("noe\x1b[31m\nannet")

    monkeypatch.setattr(flyt, "check", fail)
    code, out, err, _ = cli("valider", "-", data=b"a: 1")
    assert (code, out) == (3, "")
    assert err.startswith("Intern feil i avtalegen (KeyError: ")
    assert "Feilen er vår" in err
    assert "AVTALEGEN_FEILSOK=1" in err
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_a_fault_of_ours_shows_a_traceback_to_who_asks(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_what: object, **_how: object) -> None:
        raise KeyError("noe")

    monkeypatch.setattr(flyt, "check", fail)
    monkeypatch.setenv("AVTALEGEN_FEILSOK", "1")
    assert "Traceback" in cli("valider", "-", data=b"a: 1").err


def test_output_is_utf8_whatever_the_locale_says(tmp_path: Path) -> None:
    (tmp_path / "å.yaml").write_text(FAULTY, encoding="utf-8")
    outcome = process("valider", "å.yaml", cwd=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="1")
    assert outcome.code == 1
    assert "å.yaml:7:1: feil[" in outcome.out


def test_a_stream_that_is_not_utf8_is_made_so(monkeypatch: pytest.MonkeyPatch, cli: Run) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="cp1252"))
    cli("--help")
    assert "Fra én YAML-fil".encode() in written.getvalue()


@posix_only
@pytest.mark.parametrize("arguments", utvalg([["lag", "b.yaml", "-o", "-"], ["valider", "a.yaml"], ["--help"]], 1))
def test_a_full_disk_behind_stdout_is_told_without_noise(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(VALID, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = started(*arguments, cwd=tmp_path, stdout=full)
    assert done.code == 3
    assert done.err == "Feil: Kunne ikke skrive ut resultatet: det er ikke plass på disken.\n"


@posix_only
def test_a_full_disk_behind_stderr_leaves_the_exit_code(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = started("valider", "mangler.yaml", cwd=tmp_path, stderr=full)
    assert done.code == 3


@posix_only
@pytest.mark.parametrize("closed", utvalg([1, 0, 2], 1))
def test_closed_standard_streams_give_no_traceback(tmp_path: Path, closed: int) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    redirection = {0: "<&-", 1: ">&-", 2: "2>&-"}[closed]
    arguments = {0: ["valider", "-"], 1: ["lag", "a.yaml", "-o", "-"], 2: ["valider", "nei.yaml"]}[closed]
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {redirection}', "sh", *command(*arguments)],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    told = done.stderr.decode().partition("\n")[0]  # after it, `lag` sums up what it found
    assert (
        told
        == {
            0: "Feil: Kunne ikke lese standard inn: den er lukket.",
            1: "Feil: Kunne ikke skrive til standard ut: den er lukket.",
            2: "",
        }[closed]
    )


@posix_only
def test_a_reader_that_leaves_ends_the_run_quietly(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number}.yaml").write_text(FAULTY, encoding="utf-8")
    running = start("valider", "--alle", "--velg", "SKJ", cwd=tmp_path)
    assert running.stdout is not None
    assert running.stderr is not None
    assert b"feil[" in running.stdout.readline()
    running.stdout.close()
    with running.stderr:
        assert running.stderr.read() == b""
    assert running.wait() == 141


@posix_only
def test_help_for_nobody_ends_quietly(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = started("--help", cwd=tmp_path, stdout=writer)
    os.close(writer)
    assert (done.code, done.err) == (141, "")


@posix_only
@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        # Without `--alle` it reads every file before it writes what they have in common.
        pytest.param(("valider",), FAULTY, marks=grundig),
        (("valider", "--alle"), FAULTY),
        # `lag` with two processes at work is in test_cli_prosesser.py.
        pytest.param(("lag",), VALID, marks=grundig),
    ],
)
def test_ctrl_c_ends_the_run_quietly_and_leaves_no_half_file(
    tmp_path: Path, arguments: tuple[str, ...], text: str
) -> None:
    long = "avtale" * 20  # so that what is written fills the pipe, and the run can't end before the signal
    for number in range(1000):
        (tmp_path / f"{long}{number}.yaml").write_text(text, encoding="utf-8")
    running = start(*arguments, ".", cwd=tmp_path)
    assert running.stdout is not None
    assert running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, err = running.communicate()
    assert running.returncode == 130
    assert err.decode().strip() == "Avbrutt."
    assert not [name for name in names(tmp_path) if ".avtalegen-" in name]


@posix_only
@pytest.mark.parametrize("arguments", [("valider",), ("lag", "FIL", "-o", "x.docx")])
def test_a_working_folder_that_is_gone_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    gone = tmp_path / "borte"
    gone.mkdir()
    file = str(Path(__file__).parent.parent / "eksempler" / "flakstad.yaml")
    wanted = [file if argument == "FIL" else argument for argument in arguments]
    script = f"import os, sys; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r})\n"
    script += f"from avtalegen.__main__ import main\nsys.exit(main({wanted!r}))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == "Feil: Mappen du står i, finnes ikke lenger. Gå til en annen mappe, og prøv igjen.\n"
