"""The page docs/kommandoer.md, made of the program itself: every command and option, as `--help` tells of them.

    python tools/kommandoside.py > docs/kommandoer.md

tests/test_kommandoside.py holds the page fresh, and `make fasit` writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from avtalegen.cli import _norsk, app, exit_codes
from avtalegen.rapporter.forklaring import escaped

INNLEDNING = """\
# Kommandoer og valg

<!-- Laget av tools/kommandoside.py. Skriv siden på nytt med «make fasit». -->

Alle kommandoene og valgene i avtalegen. `avtalegen KOMMANDO --help` viser det samme i terminalen. Hvordan kommandoene
brukes, står i [håndboken](README.md).

- STORE BOKSTAVER er noe du selv fyller inn. `[…]` kan utelates, og `...` betyr at du kan oppgi flere.
- `-` betyr standard inn der en fil blir lest, og standard ut der en fil blir skrevet.
- `--` skiller valgene fra navn som begynner med en strek.
"""
SLUTTKODER = {
    exit_codes.CLEAN: "ingen feil",
    exit_codes.FINDINGS: "avtalen har feil, et dokument er endret eller er ikke slik YAML-filen gir det, eller en fil "
    "fra før ble ikke overskrevet",
    exit_codes.USAGE: "kommandoen er brukt feil",
    exit_codes.NOT_RUN: "kommandoen kunne ikke utføres: en fil mangler eller kan ikke leses, det er ingen avtaler der, "
    "YAML-filen ligger ikke i dokumentet, disken er full, eller feilen er vår",
    exit_codes.INTERRUPTED: "avbrutt med Ctrl-C",
    exit_codes.CLOSED_PIPE: "den som skulle lese det avtalegen skrev ut, har sluttet å lese",
}


def side() -> str:
    """Return docs/kommandoer.md as it should be today."""
    _norsk.install()
    parts = [INNLEDNING]
    commands = list(_commands(click.Context(app, info_name="avtalegen", **app.context_settings)))
    rows = (
        f"| [`{ctx.command_path}`](#{_anchor(ctx)}) | {escaped(ctx.command.get_short_help_str(limit=200))} |\n"
        for ctx in commands[1:]
    )
    parts.append("| kommando | gjør |\n|---|---|\n" + "".join(rows))
    codes = "".join(f"| {code} | {meaning} |\n" for code, meaning in SLUTTKODER.items())
    parts.append(f"## Sluttkoder\n\n| kode | betyr |\n|---|---|\n{codes}")
    parts += map(_section, commands)
    return "\n".join(parts)


def _commands(ctx: click.Context) -> Iterator[click.Context]:
    """Give the context of a command, and those of the commands in it."""
    yield ctx
    if isinstance(ctx.command, click.Group):
        for name in ctx.command.list_commands(ctx):
            command = ctx.command.get_command(ctx, name)
            assert command is not None  # the group has just named it
            yield from _commands(click.Context(command, info_name=name, parent=ctx))


def _anchor(ctx: click.Context) -> str:
    return ctx.command_path.replace(" ", "-")


def _section(ctx: click.Context) -> str:
    """Return what there is to say about one command: how it is used, what it does, and its options."""
    command = ctx.command
    usage = " ".join((ctx.command_path, *command.collect_usage_pieces(ctx)))
    help_text = "\n\n".join(escaped(" ".join(part.split())) for part in (command.help or "").split("\n\n"))
    options = [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
    rows = "".join(f"| {_names(option)} | {_told(option)} |\n" for option in options)
    heading = f'<a id="{_anchor(ctx)}"></a>\n\n## {ctx.command_path}'
    return f"{heading}\n\n```\n{usage}\n```\n\n{help_text}\n\n| valg | gjør |\n|---|---|\n{rows}"


def _names(option: click.Option) -> str:
    """Return every way to write an option, with what follows it."""
    value = "" if option.is_flag else f" {_value(option)}"
    # The oldest click gives the names of «--help» in any order; the short one comes first.
    names = sorted([*option.opts, *option.secondary_opts], key=lambda name: name.startswith("--"))
    return ", ".join(f"`{name}{value}`".replace("|", "\\|") for name in names)


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return "|".join(option.type.choices)
    return option.metavar or option.type.name.upper()


def _told(option: click.Option) -> str:
    default = f" Standard: {option.default}." if option.show_default else ""
    return escaped(f"{option.help}{default}")


if __name__ == "__main__":
    print(side(), end="")
