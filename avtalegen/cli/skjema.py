"""`avtalegen skjema`: the JSON Schema of the format, for editors and other programs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from avtalegen.cli._terminal import out
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.modell.skjema import json_schema
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import read_if_there
from avtalegen.samling.skriving import refuse_unwritable, write

_LARGEST = 10_000_000  # bytes: a file that large is no schema


@click.command(short_help="Vis JSON Schema for YAML-filen.")
@click.option("-o", "fil", metavar="FIL", help="Skriv til FIL i stedet for til standard ut.")
@click.option("--overskriv", is_flag=True, help="Erstatt en fil som finnes og er annerledes.")
def skjema(fil: str | None, overskriv: bool) -> None:
    """Vis JSON Schema for YAML-filen.

    Et skriveprogram som kjenner skjemaet, forklarer feltene mens du skriver.
    """
    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if fil is None or fil == "-":
        out(text)
    else:
        out(_written(Path(fil), text.encode(), overskriv))


def _written(path: Path, data: bytes, overwrite: bool) -> str:
    """Write the schema, unless the file is something else, and return what to tell of it."""
    refuse_unwritable(path)
    old = read_if_there(path, _LARGEST)
    if old == data:
        return f"Uendret: {visible(str(path))}\n"
    if old is not None and not overwrite:
        raise AvtalegenError(
            f"«{path}» finnes fra før og er annerledes. Filen er ikke rørt. "
            "Bruk «--overskriv» for å erstatte den, eller velg et annet navn."
        )
    write(path, data, instead_of=old)
    return f"Skrev {visible(str(path))}\n"
