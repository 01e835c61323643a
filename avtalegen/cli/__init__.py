"""The command line: a table of commands, each of which is loaded when it is run and not before."""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

import click

from avtalegen import __version__
from avtalegen.cli import _norsk
from avtalegen.cli.exit_codes import USAGE


class Entry(NamedTuple):
    """A command before it is loaded: the module with a click command of the same name, and its short help."""

    module: str
    short_help: str


COMMANDS = {
    "ny": Entry("avtalegen.cli.ny", "Lag en ny YAML-fil for en kommune."),
    "importer": Entry("avtalegen.cli.importer", "Lag utkast i YAML av gamle avtaler i Word, PDF eller tekst."),
    "valider": Entry("avtalegen.cli.valider", "Se etter feil og mangler i avtaler."),
    "sett": Entry("avtalegen.cli.sett", "Endre verdier i YAML-filer."),
    "forklar": Entry("avtalegen.cli.forklar", "Forklar en kode eller en nøkkel, eller vis alle kodene."),
    "lag": Entry("avtalegen.cli.lag", "Skriv avtalen som dokument."),
    "vis": Entry("avtalegen.cli.vis", "Vis avtalen i nettleseren mens du skriver."),
    "rediger": Entry("avtalegen.cli.rediger", "Skriv avtalen i nettleseren, uten YAML."),
    "hent": Entry("avtalegen.cli.hent", "Hent YAML-filen ut av et dokument."),
    "sammenlign": Entry("avtalegen.cli.sammenlign", "Vis hva som er endret mellom to utgaver av en avtale."),
    "status": Entry("avtalegen.cli.status", "Vis hvordan det står til med avtalene, og hva som haster."),
    "revider": Entry("avtalegen.cli.revider", "Lag den neste avtalen av den som går ut."),
    "kalender": Entry("avtalegen.cli.kalender", "Lag en kalender av møtene og fristene i avtalene."),
    "data": Entry("avtalegen.cli.data", "Skriv avtalene som tabeller, til regneark og statistikk."),
    "maler": Entry("avtalegen.cli.maler", "Vis malene, eller lag en egen versjon av en."),
    "skjema": Entry("avtalegen.cli.skjema", "Vis JSON Schema for YAML-filen."),
}


class LazyGroup(click.Group):
    """A click group that knows its commands from `COMMANDS` and speaks Norwegian."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run as `click.Group.main`, with click's own texts in Norwegian."""
        _norsk.install()
        return super().main(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order in which they are used, not in that of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load the command `cmd_name`, or return None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name].module), cmd_name)
        command.options_metavar = "[VALG]"
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table of commands without loading any of them."""
        with formatter.section("Kommandoer"):
            formatter.write_dl([(name, entry.short_help) for name, entry in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that `args` name, or say which one was probably meant."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            from difflib import get_close_matches

            meant = get_close_matches(args[0], COMMANDS, cutoff=0.7)
            ctx.fail(f"Ukjent kommando «{args[0]}»." + (f" {_norsk.did_you_mean(meant)}" if meant else ""))
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    options_metavar="[VALG]",
    subcommand_metavar="KOMMANDO [ARGUMENTER]...",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Skriv «avtalegen KOMMANDO --help» for hjelp til én kommando.",
)
@click.version_option(
    __version__,
    "--versjon",
    "--version",
    prog_name="avtalegen",
    message="%(prog)s %(version)s",
    help="Vis versjonen og avslutt.",
)
@click.pass_context
def app(ctx: click.Context) -> None:
    """Fra én YAML-fil til en avtale om kommune- og politisamarbeid som kan signeres."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(USAGE)
