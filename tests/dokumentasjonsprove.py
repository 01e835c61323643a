"""The pages of the handbook, read as stories: files to write, changes to make and commands to run, from top to bottom.

    ```sh             commands that succeed. Nothing is said of what they print
    ```console        commands after «$ », and what they print. A line with only «…» stands for any number of lines
    ```yaml …         a file, named in a comment on its first line: «# felles/nordland.yaml». «# i flakstad.yaml» is a
                      part of a file: each key in it takes the place of the same key there
    bytt ut «a» med «b» i `fil`     a change in a text or in a Word file

Whatever else stands in a code block is an error: nothing is skipped.
"""

from __future__ import annotations

import gc
import io
import os
import re
import runpy
import shlex
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import dedent, indent
from typing import NamedTuple

import click
import docx
import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from avtalegen.__main__ import main
from avtalegen.cli import _norsk, app
from tests.cli_support import ROOT
from tests.grundig import GRUNDIG

DAGEN = date(2026, 11, 20)
"""Today, in every story."""
FILES = {"yaml", "toml", "python", "jinja", "css", "txt"}
IKKE_KJØRT = {
    "git": "a repository of somebody's own is needed",
    "make": "the name is looked up in the Makefile here; .ci/run runs it in a fresh checkout",
    "pipx": "installs from the network; .ci/prov_hjulet installs the wheel in an empty environment",
    "pre-commit": "installs from the network; tests/konformitet/test_avtalerepo.py runs the hooks",
    "avtalegen rediger": "runs until somebody stops it; tests/test_cli_rediger.py does. Its options are looked up here",
    "avtalegen vis": "runs until somebody stops it; tests/test_cli_vis.py does. Its options are looked up here",
}
"""The commands that are shown and not run here, and why."""
_NAMED = re.compile(r"(?:#|\{#|/\*) (?P<part>i )?(?P<name>[\w./-]+\.\w+)(?: #\}| \*/)?")
_CHANGE = re.compile(r"[Bb]ytte? ut «(?P<old>[^»]+)» med «(?P<new>[^»]+)» i `(?P<file>[^`]+)`")


class Fil(NamedTuple):
    """A file that a page shows, or a `part` of one."""

    line: int
    kind: str
    name: str
    text: str
    part: bool


class Kommando(NamedTuple):
    """A command that a page shows; `printed` is None where it is only to succeed."""

    line: int
    command: str
    printed: str | None


class Bytte(NamedTuple):
    """A change that a page asks for."""

    line: int
    old: str
    new: str
    file: str


Steg = Fil | Kommando | Bytte


def tokens(page: Path) -> tuple[Token, ...]:
    return _tokens(page.read_text(encoding="utf-8"))


@cache
def _tokens(text: str) -> tuple[Token, ...]:
    return (*MarkdownIt("commonmark").enable("table").parse(text),)


def steg(page: Path) -> Iterator[Steg]:
    """Give what a page asks its reader to do, in order."""
    for token in tokens(page):
        line = token.map[0] + 1 if token.map else 0
        if token.type == "inline":
            text = token.content.replace("\n", " ")
            asked = [Bytte(line, *change.groups()) for change in _CHANGE.finditer(text)]
            assert len(asked) == len(re.findall("[Bb]ytte? ut «", text)), f"{page.name}:{line}: hva skal byttes?"
            yield from asked
        elif token.type == "fence":
            yield from _block(page.name, line, token)
        else:
            assert token.type != "code_block", f"{page.name}:{line}: en kodeblokk må begynne med ```"


def _block(page: str, line: int, token: Token) -> Iterator[Steg]:
    kind, text = token.info, token.content
    if kind == "sh":
        yield from (Kommando(line, each, None) for each in text.splitlines() if each)
    elif kind == "console":
        assert text.startswith("$ "), f"{page}:{line}: blokken må begynne med «$ »"
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            yield Kommando(line, command, printed)
    else:
        assert kind in FILES, f"{page}:{line}: testen kjenner ikke «```{kind}»"
        first, _, rest = text.partition("\n")
        named = _NAMED.fullmatch(first)
        assert named, f"{page}:{line}: den første linjen må si hva filen heter"
        yield Fil(line, kind, named["name"], rest if named["part"] else text, part=bool(named["part"]))


def skrevet(page: Path, printed: Iterable[tuple[Kommando, str]]) -> str:
    """Return a page with what its commands print today."""
    done, rest = "", page.read_text(encoding="utf-8")
    for step, told in printed:
        shown = f"$ {step.command}\n{step.printed}"
        before, found, rest = rest.partition(shown)
        assert found, shown
        done += f"{before}$ {step.command}\n{told}"
    return done + rest


def arguments(command: str) -> list[str]:
    """Return the words of a command; what stands after «#» is for the reader."""
    return shlex.split(command, comments=True)


def refuse_unknown(words: list[str]) -> None:
    """Raise when a command of ours, or one of its options, isn't there. What may stand for a value is not looked at."""
    _norsk.install()  # click keeps what it is told here
    ctx, command, words = click.Context(app, info_name="avtalegen", **app.context_settings), app, words[1:]
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        below = command.get_command(ctx, words[0])
        assert below is not None, f"ingen kommando heter «{words[0]}»"
        ctx, command, words = click.Context(below, info_name=words[0], parent=ctx), below, words[1:]
    command.make_parser(ctx).parse_args(words)


def flettet(text: str, part: str) -> str:
    """Return the YAML of a file where each key of `part` has taken the place of the same one, or stands last.

    Of a key with keys below it in both, only those are replaced. Comments stay where the part has none of its own.
    """
    there = {key.name: key for key in _keys(text)}
    for new in _keys(part):
        old = there.get(new.name, _Nøkkel(new.name, "", "", ""))
        below = flettet(old.below, new.below) if old.is_mapping and new.is_mapping else new.below
        there[new.name] = _Nøkkel(new.name, new.before or old.before, new.head, below)
    return "".join(f"{key.before}{key.head}{indent(key.below, '  ')}" for key in there.values())


class _Nøkkel(NamedTuple):
    """A key at the left margin: the comments `before` it, its own line, and what is indented below it."""

    name: str
    before: str
    head: str
    below: str

    @property
    def is_mapping(self) -> bool:
        lines = (line for line in self.below.splitlines() if line.strip() and not line.lstrip().startswith("#"))
        first = next(lines, "-")
        return bool(re.search(r":(?:\s+#.*)?\n$", self.head)) and not first.startswith("-")


_KEY = re.compile(
    r"(?P<before>(?:^ *(?:#.*)?\n)*)"
    r"(?P<head>^(?P<name>[^\s#:-][^:\n]*):.*\n)"
    r"(?P<below>(?:(?:^ *\n)*^[ -].*\n)*)",
    re.MULTILINE,
)


def _keys(text: str) -> Iterator[_Nøkkel]:
    end = 0
    for key in _KEY.finditer(text):
        assert key.start() == end, f"hva er dette?\n{text[end : key.start()]}"
        end = key.end()
        yield _Nøkkel(key["name"], key["before"], key["head"], dedent(key["below"]))
    if rest := text[end:]:
        assert not re.search(r"^[^#\s]", rest, re.MULTILINE), f"hva er dette?\n{rest}"
        yield _Nøkkel("#", rest, "", "")


class Leser:
    """Somebody who does what a page says, in an empty folder, and fails when it isn't as the page says.

    With `skriv`, what a command prints is kept in `printed` instead, where the page shows all of it.
    """

    def __init__(self, page: str, folder: Path, monkeypatch: pytest.MonkeyPatch, *, skriv: bool = False) -> None:
        self.page, self.folder, self.skriv = page, folder, skriv
        self.printed: list[tuple[Kommando, str]] = []
        self.ran: list[str] = []
        monkeypatch.chdir(folder)
        for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "AVTALEGEN_FEILSOK", "SOURCE_DATE_EPOCH"):
            monkeypatch.delenv(name, raising=False)
        for module in ("avtalegen.cli._settings", "avtalegen.api"):
            monkeypatch.setattr(f"{module}.date", _Dagen)

    def read(self, page: Path) -> None:
        """Do all that a page says, and look at what is left when it has come to its end."""
        for step in steg(page):
            self._do(step)
        self._finish()

    def _do(self, step: Steg) -> None:
        where = f"{self.page}:{step.line}"
        if isinstance(step, Fil):
            self._write(step, where)
        elif isinstance(step, Bytte):
            self._change(step, where)
        else:
            self._run(step, where)

    def _finish(self) -> None:
        unused = {path.name for path in self.folder.glob("*.py")} - set(self.ran)
        assert not unused, f"{self.page}: {unused} kjøres aldri"
        inherited = "".join(path.read_text(encoding="utf-8") for path in self.folder.rglob("*.yaml"))
        for path in self.folder.rglob("felles/*.yaml"):
            assert re.search(rf"^arv: .*\b{path.name}", inherited, re.MULTILINE), (
                f"{self.page}: ingen arver {path.name}"
            )
        code, told = self.avtalegen("valider", "--velg", "YML,SKJ,ARV,KONF")
        none = not inherited and told.startswith("Fant ingen avtaler i mappen du står i.")
        assert code == 0 or none, f"{self.page}: {told}"

    def avtalegen(self, *words: str, into: str | None = None) -> tuple[int, str]:
        """Run the tool, and return its exit code and what the terminal shows."""
        if not GRUNDIG and "--prosesser" in words:
            at = words.index("--prosesser") + 1
            words = (*words[:at], "1", *words[at + 1 :])  # that several do the same, is in test_cli_prosesser.py
        screen = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8") if into else screen
        with redirect_stdout(stdout), redirect_stderr(screen):
            code = main(list(words))
        gc.unfreeze()
        if into:
            Path(into).write_bytes(_content(stdout))
        return code, _content(screen).decode()

    def _write(self, file: Fil, where: str) -> None:
        path = self.folder / file.name
        text = file.text
        if file.part:
            assert path.is_file(), f"{where}: {file.name} finnes ikke ennå"
            text = flettet(path.read_text(encoding="utf-8"), text)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        code, told = 0, ""
        if file.name.startswith("."):
            yaml.safe_load(text)
        elif re.search(r"^format: 1$", text, re.MULTILINE):
            code, told = self.avtalegen("valider", file.name, "--velg", "YML,SKJ,ARV,KONF")
        elif file.kind in {"toml", "jinja", "css"} or file.name.startswith("maler/"):
            code, told = self.avtalegen("maler")
        assert code == 0, f"{where}: {file.name} kan ikke brukes:\n{told}"

    def _change(self, change: Bytte, where: str) -> None:
        path = self.folder / change.file
        if path.suffix == ".docx":
            _change_word(path, change, where)
            return
        text = path.read_text(encoding="utf-8")
        assert text.count(change.old) == 1, f"{where}: «{change.old}» står ikke ett sted i {change.file}"
        path.write_text(text.replace(change.old, change.new), encoding="utf-8", newline="\n")

    def _run(self, step: Kommando, where: str) -> None:
        words = arguments(step.command)
        into = words.pop() if ">" in words[:-1] else None
        words = [word for word in words if word != ">"]
        if any(f"{' '.join(words)} ".startswith(f"{name} ") for name in IKKE_KJØRT):
            assert step.printed is None, f"{where}: det som ikke kjøres, kan ikke sammenlignes"
            _look_up(words, where)
            return
        if words[0] == "avtalegen":
            code, told = self.avtalegen(*words[1:], into=into)
        else:
            assert words[0] == "python", f"{where}: testen kan ikke kjøre «{words[0]}»"
            code, told = self._python(*words[1:])
        told = told.replace(os.sep, "/")
        if step.printed is None:
            assert code == 0, f"{where}: {step.command} ga {code}:\n{told}"
        else:
            assert code in {0, 1}, f"{where}: {step.command} ga {code}:\n{told}"
            if self.skriv and "…\n" not in step.printed:
                self.printed.append((step, told))
                return
            assert re.fullmatch(_pattern(step.printed), told), f"{where}: {step.command} skriver\n{told}"

    def _python(self, file: str) -> tuple[int, str]:
        stdout = io.StringIO()
        with redirect_stdout(stdout):
            runpy.run_path(file, run_name="__main__")
        self.ran.append(file)
        return 0, stdout.getvalue()


class _Dagen(date):
    @classmethod
    def today(cls) -> date:
        return DAGEN


def _content(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


def _pattern(printed: str) -> str:
    return "".join(r"(?:.*\n)*?" if line == "…\n" else re.escape(line) for line in printed.splitlines(keepends=True))


def _look_up(words: list[str], where: str) -> None:
    if words[0] == "make":
        targets = re.findall(r"^([\w.-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        assert set(words[1:]) <= set(targets), f"{where}: Makefile har ikke {words[1:]}"
    elif words[0] == "avtalegen":
        refuse_unknown(words)


def _change_word(path: Path, change: Bytte, where: str) -> None:
    """Change a text in a Word file, as somebody does in Word."""
    document = docx.Document(str(path))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [paragraph for part in (document, *cells) for paragraph in part.paragraphs]
    runs = [run for paragraph in paragraphs for run in paragraph.runs if change.old in run.text]
    assert len(runs) == 1, f"{where}: «{change.old}» står ikke ett sted i {change.file}"
    runs[0].text = runs[0].text.replace(change.old, change.new)
    document.save(str(path))
