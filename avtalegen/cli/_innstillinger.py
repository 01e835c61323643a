"""What is wrong with the avtalegen.toml read, said by commands that have no other findings to tell."""

from __future__ import annotations

from avtalegen.cli._settings import Settings
from avtalegen.cli._terminal import out
from avtalegen.rapporter.tekst import findings


def si_fra(settings: Settings) -> None:
    """Write to stderr what is wrong with the settings read since the last time."""
    # Findings are safe for the terminal already, and stand on lines of their own.
    out("".join(map(findings, settings.reports())), err=True)
