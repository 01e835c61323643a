"""`avtalegen hent … --oppgaver`: the tasks of a referat, shown as YAML or brought into an agreement."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from avtalegen import flyt, henting
from avtalegen.cli._malform import følg, følg_mappen
from avtalegen.cli._meldinger import NOT_WRITTEN, skrev, uendret
from avtalegen.cli._options import Options
from avtalegen.cli._settings import Settings
from avtalegen.cli._sjekk import ny_feil
from avtalegen.cli._terminal import bold, err, out, read_input, write_output
from avtalegen.cli.exit_codes import CLEAN, FINDINGS
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.funn.ordlyd import antall
from avtalegen.lesing import LIMITS
from avtalegen.lesing.redigering import SettInn, rediger
from avtalegen.rapporter.visible import visible
from avtalegen.rettelser import forskjell
from avtalegen.samling.filer import Found, named
from avtalegen.samling.repository import Repository
from avtalegen.samling.skriving import write
from avtalegen.tilbake.fil import skrevet
from avtalegen.tilbake.oppgaver import Ført, Rad, Referat, før, les_referat, som_data
from avtalegen.tilbake.utgave import kilde


def show(documents: Sequence[str]) -> int:
    """Write the tasks of the documents as YAML to standard output; return the exit code."""
    følg_mappen(named(documents[0]))
    alle = [_read(name) for name in documents]
    data = b"".join(_as_yaml(en) for referat in alle for en in som_data(referat))
    text = b"oppgaver:\n" + data if data else b""
    if sys.stdout is not None and sys.stdout.isatty():
        out("".join(f"{visible(line)}\n" for line in text.decode().splitlines()))
    else:
        write_output(text)
    return _tell_rest(documents, alle)


def bring(documents: Sequence[str], file: str, *, show: bool, anyway: bool) -> int:
    """Bring the tasks of the documents into the YAML file, one document after another; return the exit code."""
    found = named(file)
    ellers = følg_mappen(found)
    before = data = read_input(found, LIMITS.bytes)
    følg(data, file, ellers)
    alle = [_read(name) for name in documents]
    told: list[Ført] = []
    for referat in alle:
        data, ført = _with(data, file, referat)
        told.append(ført)
    for line in _told(told, show=show):
        out(line + "\n")
    code = _tell_rest(documents, alle)
    if data == before:
        out(uendret(file))
        return code
    out("\n".join(map(visible, forskjell(before, data, file).split("\n"))))
    if (objection := _objection(found, before, data)) and not anyway:
        err(likt("Feil: ") + objection + NOT_WRITTEN)
        return FINDINGS
    if not show:
        write(Path(file), data, instead_of=before)
        out(skrev(file))
    return code


def _read(name: str) -> Referat:
    try:
        return les_referat(read_input(named(name), henting.MOST_BYTES))
    except AvtalegenError as error:
        raise AvtalegenError(likt(f"{name}: ") + error.message) from error


def _with(data: bytes, file: str, referat: Referat) -> tuple[bytes, Ført]:
    source = kilde(data, file, Repository(file))
    if (shared := source.fil(("oppgaver",))) is not None:
        raise AvtalegenError(
            Begge(
                f"Oppgavene til «{file}» er arvet fra «{shared}». Oppgavene fra møtene hører til den ene avtalen: "
                "Flytt «oppgaver» dit.",
                f"Oppgåvene til «{file}» er arva frå «{shared}». Oppgåvene frå møta høyrer til den eine avtalen: "
                "Flytt «oppgaver» dit.",
            )
        )
    avtale = flyt.check(data, file, files=Repository(file)).avtale
    assert avtale is not None
    ført = før(avtale, source.data, referat)
    written = skrevet(data, file, source.data, ført.endringer)
    if written.ikke:
        sagt = Begge(f"Oppgavene kan ikke skrives inn i «{file}». ", f"Oppgåvene kan ikkje skrivast inn i «{file}». ")
        raise AvtalegenError(sagt + written.ikke[0][1])
    return written.data, ført


def _objection(found: Found, before: bytes, after: bytes) -> Begge | None:
    """Return what would be wrong with the agreement. The tasks are no part of what is signed."""
    given = Settings(Options(i_dag=date.today())).of(found)
    return ny_feil(found.name, before, after, given, Begge("Oppgavene gir en ny feil: ", "Oppgåvene gir ein ny feil: "))


def _as_yaml(oppgave: dict[str, str]) -> bytes:
    """Return a task as an item of a list in YAML, quoted where it must be."""
    empty = b"oppgaver:\n  - hva: x\n"
    made = rediger(empty, "oppgaver.yaml", SettInn(("oppgaver",), 1, dict(oppgave))).data
    return made.removeprefix(empty)


def _told(told: Sequence[Ført], *, show: bool) -> Iterator[str]:
    nye = [hva for ført in told for hva in ført.nye]
    endret = [en for ført in told for en in ført.endret]
    if nye:
        yield bold(
            Begge("Nye oppgaver:", "Nye oppgåver:")
            if show
            else Begge("Nye oppgaver, ført inn:", "Nye oppgåver, førte inn:")
        )
        yield from (f"  {visible(hva)}" for hva in nye)
    if endret:
        yield bold(Begge("Endret:", "Endra:") if show else Begge("Endret, og ført inn:", "Endra, og ført inn:"))
    for en in endret:
        yield f"  {visible(en.hva)} ({', '.join(f'{navn}: {visible(verdi)}' for navn, verdi in en.verdier.items())})"
    tiltak = [rad for ført in told for rad in ført.tiltak]
    if tiltak:
        yield bold(
            Begge(
                "Tiltak i avtalen, ikke ført inn. Er de avsluttet, skriver du «avsluttet» ved dem:",
                "Tiltak i avtalen, ikkje førte inn. Er dei avslutta, skriv du «avsluttet» ved dei:",
            )
        )
        yield from (f"  {visible(rad.hva)} (status: {visible(rad.status)})" for rad in tiltak)


def _tell_rest(documents: Sequence[str], alle: Sequence[Referat]) -> int:
    """Tell of the rows that are no tasks, and return the exit code."""
    for name, referat in zip(documents, alle, strict=True):
        if not referat.rader:
            err(Begge(f"{name}: Tabellen med oppgaver er tom.", f"{name}: Tabellen med oppgåver er tom."))
        if n := len(referat.uten):
            first = _as_text(referat.uten[0])
            err(
                Begge(
                    f"Feil: {name}: {antall(n, 'rad', 'rader')} sier ikke hva oppgaven er, og er ikke med: {first}",
                    f"Feil: {name}: {antall(n, 'rad', 'rader')} seier ikkje kva oppgåva er, og er ikkje med: {first}",
                )
            )
    return FINDINGS if any(referat.uten for referat in alle) else CLEAN


def _as_text(rad: Rad) -> str:
    return "«" + " | ".join(filter(None, rad)) + "»"
