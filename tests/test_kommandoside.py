"""docs/kommandoer.md: every command and option, as the program itself tells of them."""

from __future__ import annotations

from collections.abc import Iterator

import click
from kommandoside import SLUTTKODER, side
from markdown_it import MarkdownIt

from avtalegen.cli import app, exit_codes
from avtalegen.rapporter.forklaring import escaped
from tests import cli_support
from tests.cli_support import ROOT, Run

cli = cli_support.cli
SIDE = ROOT / "docs" / "kommandoer.md"


def commands(command: click.Command = app, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command there is, with the words that run it."""
    yield path, command
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            below = command.get_command(ctx, name)
            assert below is not None
            yield from commands(below, *path, name)


def test_the_page_in_docs_is_the_one_that_the_program_gives(skriv_fasit: bool) -> None:
    if skriv_fasit:
        SIDE.write_text(side(), encoding="utf-8", newline="\n")
    assert SIDE.read_text(encoding="utf-8") == side(), "skriv siden på nytt: make fasit"


def test_the_page_has_every_command_and_every_way_to_write_an_option(cli: Run) -> None:
    sections = dict(part.split("\n", 1) for part in side().split("\n## ")[1:])
    for path, command in commands():
        section = sections.pop(" ".join(("avtalegen", *path)))
        assert "| `-h`, `--help` |" in section
        for param in command.params:
            for name in (*param.opts, *param.secondary_opts) if isinstance(param, click.Option) else ():
                assert f"`{name}" in section, (path, name)
        shown = "".join(cli(*path, "--help").out.split())  # click breaks a line at a hyphen too
        for paragraph in (command.help or "").split("\n\n"):
            assert "".join(paragraph.split()) in shown
            assert escaped(" ".join(paragraph.split())) in section
    assert set(sections) == {"Sluttkoder"}


def test_every_way_a_run_can_end_is_on_the_page() -> None:
    codes = {value for name, value in vars(exit_codes).items() if name.isupper()}
    assert set(SLUTTKODER) == codes
    assert all(f"\n| {code} | {meaning} |\n" in side() for code, meaning in SLUTTKODER.items())


def test_the_page_reads_as_it_is_meant_in_markdown() -> None:
    """Nothing in a text turns into a list, a heading or code of its own, and every row has two cells."""
    tokens = MarkdownIt("commonmark").enable("table").parse(side())
    number = len(list(commands()))
    kinds = [token.type for token in tokens]
    assert kinds.count("heading_open") == 2 + number
    assert kinds.count("fence") == number
    assert kinds.count("table_open") == 2 + number
    assert kinds.count("bullet_list_open") == 1
    assert {"ordered_list_open", "blockquote_open", "code_block", "hr"}.isdisjoint(kinds)
    assert kinds.count("td_open") == 2 * (kinds.count("tr_open") - kinds.count("table_open"))
