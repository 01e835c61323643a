"""`avtalegen hent`: the YAML back out of a document, and what somebody has changed in it since."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import click

from avtalegen import henting
from avtalegen.cli import _endringer
from avtalegen.cli._hentet import below
from avtalegen.cli._malform import følg, følg_mappen
from avtalegen.cli._meldinger import differs, skrev, uendret
from avtalegen.cli._terminal import err, out, read_input, sagt, write_output
from avtalegen.cli.exit_codes import CLEAN, FINDINGS
from avtalegen.dokument.formater import FORMATS
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.funn.ordlyd import antall
from avtalegen.henting.navn import named_after, placed
from avtalegen.henting.vedlagt import Vedlagt
from avtalegen.rapporter.visible import visible
from avtalegen.samling.filer import STANDARD_INPUT, named, read_if_there
from avtalegen.samling.skriving import New, in_folder, refuse_unwritable, write_all

_NYNORSK = {"docx": ("Word-dokumentet", "det"), "pdf": ("PDF-en", "han"), "html": ("Nettsida", "ho")}
"""What a document is called, and what stands for it."""
_LARGEST = 100_000_000  # bytes of a file that may be replaced


@click.command(short_help="Hent YAML-filen ut av et dokument.")
@click.argument("dokumenter", metavar="DOKUMENT...", nargs=-1, required=True)
@click.option("-o", "fil", metavar="FIL", help="Skriv YAML-filen til FIL i stedet for til standard ut.")
@click.option("--til", "mappe", metavar="MAPPE", help="Legg YAML-filen og filene den arver fra i MAPPE.")
@click.option("--overskriv", is_flag=True, help="Erstatt også filer som finnes fra før og er annerledes.")
@click.option("--endringer", is_flag=True, help="Vis bare hva som er endret i dokumentet etter at det ble laget.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["tekst", "json"]),
    help="Hvordan «--endringer» vises. Uten valget: tekst.",
)
@click.option("--inn", metavar="FIL", help="Før det som er endret i Word-dokumentet, inn i YAML-filen FIL.")
@click.option(
    "--oppgaver", is_flag=True, help="Hent oppgavene i et referat som er skrevet i Word. Med «--inn» føres de inn."
)
@click.option("--vis", is_flag=True, help="Vis hva «--inn» ville endret, uten å skrive.")
@click.option(
    "--sporing",
    type=click.Choice(["godta", "avvis"]),
    help="Hva «--inn» gjør med sporede endringer. Uten valget: godta.",
)
@click.option("--merknader", is_flag=True, help="La «--inn» skrive merknadene i margen som kommentarer i YAML-filen.")
@click.option("--likevel", is_flag=True, help="La «--inn» endre også en signert avtale, og selv om det gir en feil.")
@click.pass_context
def hent(
    ctx: click.Context,
    dokumenter: tuple[str, ...],
    fil: str | None,
    mappe: str | None,
    overskriv: bool,
    endringer: bool,
    format_: str | None,
    inn: str | None,
    oppgaver: bool,
    vis: bool,
    sporing: str | None,
    merknader: bool,
    likevel: bool,
) -> None:
    """Hent YAML-filen ut av et dokument som avtalegen har laget.

    DOKUMENT er en docx-, html- eller pdf-fil, eller «-» for standard inn. En pdf har YAML-filen i seg når den er laget
    med «--pdf-standard a-3a». YAML-filen skrives til standard ut, byte for byte slik den var. Er et Word-dokument
    endret siden, vises det som er endret, avsnitt for avsnitt, så det kan føres inn i YAML-filen.

    «--inn FIL» fører det inn: hver verdi, hvert punkt og hver rad som er endret, kommet til eller tatt bort, der det
    står i FIL, med kommentarene der beholdt. Det som ikke kan føres til én verdi, listes med sted og grunn. Av flere
    dokumenter føres alt inn som ikke er i strid med hverandre.

    «--oppgaver» leser tabellen med oppgaver i et referat som er skrevet i Word, og viser dem som YAML. Med «--inn FIL»
    føres de nye inn i FIL, og ny status, frist og ansvarlig på dem som er der fra før. Ingenting tas bort.

    Sluttkoden er 0 når dokumentet sier det samme som YAML-filen eller alt er ført inn, 1 når det er endret, noe ikke er
    ført inn eller en fil ikke ble overskrevet, 2 når kommandoen er brukt feil og 3 når YAML-filen ikke kan leses eller
    hentes ut.
    """
    if sum((fil is not None, mappe is not None, endringer, inn is not None)) > 1:
        raise click.UsageError("Bruk bare ett av valgene «-o», «--til», «--endringer» og «--inn».")
    if oppgaver:
        _refuse_with_tasks({"-o": fil, "--til": mappe, "--format": format_, "--sporing": sporing})
        _refuse_with_tasks({"--endringer": endringer, "--merknader": merknader, "--overskriv": overskriv})
        _refuse_without_inn(inn, {"--vis": vis, "--likevel": likevel})
        from avtalegen.cli import _oppgaver  # as most of what is only for the referat

        ctx.exit(
            _oppgaver.show(dokumenter) if inn is None else _oppgaver.bring(dokumenter, inn, show=vis, anyway=likevel)
        )
    _refuse_without_inn(inn, {"--vis": vis, "--sporing": sporing, "--merknader": merknader, "--likevel": likevel})
    if inn is not None:
        from avtalegen.cli import _inn  # composes agreements, which the rest of the command never does

        ctx.exit(_inn.bring(dokumenter, inn, _inn.Wanted(vis, sporing == "avvis", merknader, likevel)))
    if len(dokumenter) > 1:
        raise click.UsageError("Oppgi ett dokument. Flere kan bare føres inn sammen, med «--inn FIL».")
    (dokument,) = dokumenter
    if format_ is not None and not endringer:
        raise click.UsageError("Valget «--format» gjelder sammen med «--endringer».")
    document = named(dokument)
    data = read_input(document, henting.MOST_BYTES)
    try:
        found = henting.hent(data)
    except AvtalegenError as error:
        følg_mappen(document)
        raise AvtalegenError(likt(f"{dokument}: ") + error.message) from error
    følg(found.filer[0].data, found.filer[0].name, files=Vedlagt(found.filer))
    code = FINDINGS if found.tilstand == "endret" else CLEAN
    if format_ == "json":
        out(_endringer.as_json(found, dokument))
    elif endringer:
        out(f"{sagt(_verdict(found))}\n\n{_endringer.text(found)}".rstrip("\n") + "\n")
    else:
        code = max(code, _give(found, dokument, fil, mappe, overskriv))
        _tell(found, everything=mappe is not None)
    ctx.exit(code)


def _refuse_with_tasks(options: Mapping[str, object]) -> None:
    for option in (name for name, given in options.items() if given):
        raise click.UsageError(f"Valget «{option}» gjelder ikke sammen med «--oppgaver».")


def _refuse_without_inn(inn: str | None, options: Mapping[str, object]) -> None:
    for option in (name for name, given in options.items() if given and inn is None):
        raise click.UsageError(f"Valget «{option}» gjelder sammen med «--inn».")


def _give(found: henting.Hentet, document: str, file: str | None, folder: str | None, overwrite: bool) -> int:
    """Write the YAML where it is wanted, and return the exit code for that."""
    if folder is not None:
        files = found.filer if document == STANDARD_INPUT else named_after(found.filer, document)
        targets = [(below(Path(folder), parts), data) for parts, data in placed(files)]
        return _written(targets, overwrite, make_folders=True)
    data = found.filer[0].data
    if file is not None and file != STANDARD_INPUT:
        return _written([(Path(file), data)], overwrite)
    if sys.stdout is not None and sys.stdout.isatty():
        # What is in the file could steer the terminal.
        out("".join(f"{visible(line)}\n" for line in data.decode("utf-8-sig", "replace").splitlines()))
    else:
        write_output(data)
    return CLEAN


def _written(files: list[tuple[Path, bytes]], overwrite: bool, make_folders: bool = False) -> int:
    """Write the files, or none of them when one would replace something else. Return the exit code."""
    for path, _ in files:
        refuse_unwritable(path)
    there = [read_if_there(path, _LARGEST) for path, _ in files]
    differing = [path for (path, data), old in zip(files, there, strict=True) if old is not None and old != data]
    if differing and not overwrite:
        for path in differing:
            err(differs(path) + Begge("eller velg et annet sted.", "eller vel ein annan stad."))
        return FINDINGS
    new = [New(path, data, old) for (path, data), old in zip(files, there, strict=True) if old != data]
    with ExitStack() as folders:
        for path, _ in files if make_folders else []:
            folders.enter_context(in_folder(path.parent))
        write_all(new[::-1])  # the agreement last: it never lies there without what it inherits
    for (path, data), old in zip(files, there, strict=True):
        out(uendret(str(path)) if old == data else skrev(str(path)))
    return CLEAN


def _tell(found: henting.Hentet, *, everything: bool) -> None:
    """Tell on stderr what is to be known besides the YAML."""
    if found.tilstand != "urørt" or found.merknader:
        err(_verdict(found))
        if told := _endringer.text(found):
            out(f"\n{told}", err=True)
    if len(found.filer) > 1 and not everything:
        n, names = len(found.filer) - 1, ", ".join(f"«{file.name}»" for file in found.filer[1:])
        err(
            Begge(
                f"Avtalen arver fra {antall(n, 'fil', 'filer')} som også ligger i dokumentet: {names}. "
                "Hent alt med «--til MAPPE».",
                f"Avtalen arvar frå {antall(n, 'fil', 'filer')} som òg ligg i dokumentet: {names}. "
                "Hent alt med «--til MAPPE».",
            )
        )


def _verdict(found: henting.Hentet) -> Begge:
    """Return in a sentence or two whether the document says what the YAML does."""
    format = FORMATS[found.format]
    hva, den = _NYNORSK[found.format]
    what, it = Begge(format.navn[0].upper() + format.navn[1:], hva), Begge(format.pronomen, den)
    if found.tilstand == "urørt":
        return Begge(f"{what} er slik avtalegen laget {it}.", f"{what.nn} er slik avtalegen laga {it.nn}.")
    if found.tilstand == "sporet":
        return Begge(
            f"{what} viser det som er endret mellom to utgaver, slik avtalegen laget {it}. YAML-filen er den nye "
            "utgavens.",
            f"{what.nn} viser det som er endra mellom to utgåver, slik avtalegen laga {it.nn}. YAML-fila er til den "
            "nye utgåva.",
        )
    if found.tilstand == "lagret":
        return Begge(
            f"{what} er lagret på nytt, men teksten er den samme som da avtalegen laget {it}.",
            f"{what.nn} er lagra på nytt, men teksten er den same som då avtalegen laga {it.nn}.",
        )
    if format.signed:
        return Begge(
            f"{what} er signert eller endret etter at avtalegen laget {it}. YAML-filen er slik den var da. "
            "avtalegen ser ikke om noe annet enn signaturer er kommet til.",
            f"{what.nn} er signert eller endra etter at avtalegen laga {it.nn}. YAML-fila er slik ho var då. "
            "avtalegen ser ikkje om noko anna enn signaturar er kome til.",
        )
    changed = Begge(
        f"{what} er endret etter at avtalegen laget {it}. YAML-filen er slik den var da. ",
        f"{what.nn} er endra etter at avtalegen laga {it.nn}. YAML-fila er slik ho var då. ",
    )
    if found.endringer is None:
        return changed + Begge(
            "avtalegen kan ikke vise hva som er endret.", "avtalegen kan ikkje vise kva som er endra."
        )
    return changed + Begge(
        "Dette må føres inn i den, med «--inn FIL» eller for hånd (det som er endret i et avsnitt, står i "
        "hakeparentes):",
        "Dette må førast inn i ho, med «--inn FIL» eller for hand (det som er endra i eit avsnitt, står i "
        "hakeparentes):",
    )
