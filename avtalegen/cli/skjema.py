"""`avtalegen skjema`: the JSON Schema of the format, for editors and other programs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from avtalegen.cli._terminal import out
from avtalegen.modell.skjema import json_schema
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import write


@click.command(short_help="Vis JSON Schema for YAML-filen.")
@click.option("-o", "fil", metavar="FIL", help="Skriv til FIL i stedet for til standard ut.")
def skjema(fil: str | None) -> None:
    """Vis JSON Schema for YAML-filen.

    Et skriveprogram som kjenner skjemaet, forklarer feltene mens du skriver.
    """
    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if fil is None or fil == "-":
        out(text)
    else:
        write(Path(fil), text.encode())
        out(f"Skrev {visible(fil)}\n")
