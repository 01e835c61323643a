"""`avtalegen hent … --inn FIL`: what has been changed in documents brought into the YAML file, and told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from avtalegen import henting
from avtalegen.cli._settings import Options, Settings, templates_beside
from avtalegen.cli._terminal import out, read_input
from avtalegen.cli.exit_codes import CLEAN, FINDINGS
from avtalegen.henting.forskjell import words
from avtalegen.henting.samstilling import Work
from avtalegen.lesing import LIMITS
from avtalegen.rapporter.tekst import plural
from avtalegen.rapporter.visible import visible
from avtalegen.register.personnummer import skjult
from avtalegen.rettelser import forskjell
from avtalegen.samling.filer import Found
from avtalegen.samling.repository import Repository
from avtalegen.samling.skriving import write
from avtalegen.tilbake import Tilbake
from avtalegen.tilbake.inn import Fil, Fra, Innfører, Innført
from avtalegen.tilbake.kommentar import med_kommentarer
from avtalegen.tilbake.rest import Sted
from avtalegen.tilbake.tre import Data
from avtalegen.tilbake.utgave import Komponist

_MOST_SHOWN = 300
_LABEL = 8


def bring(documents: Sequence[str], file: str, *, show: bool, reject: bool, remarks: bool) -> int:
    """Bring what has been changed in the documents into the file, or `show` it; return the exit code."""
    path = Path(file)
    found = Found(path, str(path), Path(path.name), explicit=True)
    data = read_input(found, LIMITS.bytes)
    given = Settings(Options(i_dag=date.today())).of(found)
    fil = Fil(found.name, data, Repository(found.name))
    innfører = Innfører(fil, Komponist(egne=templates_beside(given.folder), valg=given.valg), avvis=reject)
    innført = innfører.inn([(name, _document(name)) for name in documents])
    ny = innført.data
    if remarks:
        alle = ((en.forfatter, en.tekst, en.rute) for fra in innført.fra for en in fra.merknader)
        ny = med_kommentarer(ny, found.name, alle)
    for line in _told(innført, file, shown=show, reject=reject, remarks=remarks):
        out(f"{line}\n")
    if ny != data:
        out("\n".join(map(visible, skjult(forskjell(data, ny, found.name)).split("\n"))))
        if not show:
            write(path, ny, instead_of=data)
            out(f"Skrev {visible(found.name)}\n")
    else:
        out(f"Uendret: {visible(found.name)}\n")
    return CLEAN if innført.hele else FINDINGS


def _document(name: str) -> bytes:
    return read_input(Found(Path(name), name, Path(name), explicit=True), henting.MOST_BYTES)


def _told(innført: Innført, file: str, *, shown: bool, reject: bool, remarks: bool) -> Iterator[str]:
    for fra in innført.fra:
        if len(innført.fra) > 1:
            yield click.style(visible(fra.navn), bold=True)
        yield from _of_one(fra, innført, file, shown=shown, reject=reject, remarks=remarks)
    yield from _not_in_the_file(innført)


def _of_one(fra: Fra, innført: Innført, file: str, *, shown: bool, reject: bool, remarks: bool) -> Iterator[str]:
    if fra.tapt:
        yield f"Dokumentet har mistet teksten det ble laget med, og er holdt opp mot det {visible(file)} gir nå."
    if fra.sporede:
        how = "avvist" if reject else "godtatt"
        yield f"{plural(fra.sporede, 'sporet endring', 'sporede endringer')} er regnet som {how}."
    svar = fra.svar
    if svar.andre_ord:
        places = plural(svar.andre_ord, "sted", "steder")
        yield f"{places} har andre ord nå enn da dokumentet ble laget. Det er ingen som har endret dem i dokumentet."
    arvet = dict(innført.arvet)
    utenfor = {*arvet, *(en.rute for en in innført.konflikter), *(rute for rute, _ in innført.ikke)}
    ført = [en for en in svar.ført if not utenfor & {*en.ruter}]
    if ført:
        done = "kan føres tilbake" if shown else "ført tilbake"
        yield click.style(f"Endret i dokumentet, og {done}:", bold=True)
    for en in ført[:_MOST_SHOWN]:
        yield from _change(en.sti, en.før or None, en.nå or None)
        yield f"    {vei(en.ruter[0])}"
    if len(ført) > _MOST_SHOWN:
        yield f"  … og {len(ført) - _MOST_SHOWN} endringer til."
    if any(arvet.keys() & {*en.ruter} for en in svar.ført):
        yield click.style("Endret i dokumentet, men verdien er arvet, og er ikke ført inn:", bold=True)
    for en in svar.ført:
        for rute in [rute for rute in en.ruter if rute in arvet][:1]:
            yield from _change(en.sti, en.før or None, en.nå or None)
            yield f"    {vei(rute)} står i {visible(arvet[rute])}. Endre det der hvis det gjelder alle som arver filen,"
            yield f"    eller skriv det i {visible(file)}."
    yield from _listed(svar)
    if fra.merknader:
        yield "Merknader i margen:"
        for merknad in fra.merknader:
            author, where = visible(merknad.forfatter) or "ukjent", visible(" › ".join(merknad.sti))
            yield f"  {where}: {author} skriver «{visible(merknad.tekst)}»"
        if not remarks:
            yield "Med «--merknader» blir de til kommentarer i YAML-filen. Den følger med dokumenter som lages av den."


def _listed(svar: Tilbake) -> Iterator[str]:
    for slag, title in (
        ("ikke ført", "Endret i dokumentet, og ikke ført tilbake:"),
        ("følge", "Ikke endret i dokumentet, men blir annerledes når det lages på nytt:"),
    ):
        steder = [sted for sted in svar.rest if sted.slag == slag]
        if steder:
            yield click.style(title, bold=True)
        for sted in steder[:_MOST_SHOWN]:
            yield from _place(sted)
        if len(steder) > _MOST_SHOWN:
            yield f"  … og {len(steder) - _MOST_SHOWN} steder til."


def _place(sted: Sted) -> Iterator[str]:
    if sted.slag == "følge":
        yield from _change(sted.sti, sted.nå, sted.blir, labels=("nå:", "blir:"))
        return
    yield from _change(sted.sti, sted.før, sted.nå)
    yield f"    {visible(sted.grunn)}"
    for rute in sted.ruter[:1]:
        yield f"    Verdien er {vei(rute)}."
    if sted.tilbud and sted.nå is not None and not sted.ruter:
        yield f"    Egne ord om dette kan stå i {vei(sted.tilbud)}."


def _change(
    sti: Sequence[str], before: str | None, now: str | None, labels: tuple[str, str] = ("før:", "nå:")
) -> Iterator[str]:
    yield f"  {visible(' › '.join(sti))}"
    if before is None or now is None:
        label = "nytt:" if before is None else "borte:"
        yield f"    {label:<{_LABEL}}{visible((now if before is None else before) or '')}"
        return
    for label, pieces in zip(labels, words(before, now, Work()), strict=True):
        shown = " ".join(f"[{visible(one.tekst)}]" if one.endret else visible(one.tekst) for one in pieces)
        yield f"    {label:<{_LABEL}}{shown}"


def _not_in_the_file(innført: Innført) -> Iterator[str]:
    if innført.konflikter:
        yield click.style("Endret på ulike måter, og ikke ført inn:", bold=True)
    for konflikt in innført.konflikter:
        yield f"  {vei(konflikt.rute)}"
        yield f"    før: {_as_text(konflikt.før)}"
        for navn, verdi in konflikt.svar:
            yield f"    {visible(navn)}: {_as_text(verdi)}"
    if innført.ikke:
        yield click.style("Kan ikke skrives inn der det står:", bold=True)
    for rute, why in innført.ikke:
        yield f"  {vei(rute)}: {visible(why)}"


def vei(rute: Sequence[Any]) -> str:
    """Return the way to a value as people say it: the first in a list is number 1."""
    return visible(".".join(str(steg + 1) if isinstance(steg, int) else steg for steg in rute))


def _as_text(verdi: Data) -> str:
    if verdi is None:
        return "(ingenting)"
    if isinstance(verdi, str):
        return f"«{visible(verdi)}»"
    if isinstance(verdi, dict):
        return "{" + ", ".join(f"{visible(str(navn))}: {_as_text(en)}" for navn, en in verdi.items()) + "}"
    return "[" + ", ".join(map(_as_text, verdi)) + "]"
