"""`avtalegen hent … --inn FIL`: what has been changed in documents brought into the YAML file, and told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from avtalegen import flyt, henting
from avtalegen.cli._settings import ForFile, Options, Settings, templates_beside
from avtalegen.cli._terminal import err, out, read_input
from avtalegen.cli.exit_codes import CLEAN, FINDINGS
from avtalegen.dokument.spor import vist
from avtalegen.funn.diagnostic import Severity
from avtalegen.henting.forskjell import words
from avtalegen.henting.samstilling import Work
from avtalegen.lesing import LIMITS
from avtalegen.rapporter.tekst import plural
from avtalegen.rapporter.visible import visible
from avtalegen.register.personnummer import skjult
from avtalegen.rettelser import forskjell, nye_funn
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


class Wanted(NamedTuple):
    """How changes are to be brought: only `show` them; `reject` what is tracked; make comments of `remarks`.

    `anyway`: also into a signed agreement, and when it gives a new finding of severity feil.
    """

    show: bool
    reject: bool
    remarks: bool
    anyway: bool


def bring(documents: Sequence[str], file: str, wanted: Wanted) -> int:
    """Bring what has been changed in the documents into the file; return the exit code."""
    path = Path(file)
    found = Found(path, str(path), Path(path.name), explicit=True)
    data = read_input(found, LIMITS.bytes)
    given = Settings(Options(i_dag=date.today())).of(found)
    fil = Fil(found.name, data, Repository(found.name))
    innfører = Innfører(fil, Komponist(egne=templates_beside(given.folder), valg=given.valg), avvis=wanted.reject)
    innført = innfører.inn([(name, _document(name)) for name in documents])
    ny = innført.data
    if wanted.remarks:
        alle = ((en.forfatter, en.tekst, en.rute) for fra in innført.fra for en in fra.merknader)
        ny = med_kommentarer(ny, found.name, alle)
    for line in _told(innført, wanted):
        out(f"{line}\n")
    if ny != data:
        out("\n".join(map(visible, skjult(forskjell(data, ny, found.name)).split("\n"))))
        if (objection := _objection(found, data, ny, given)) and not wanted.anyway:
            err(f"Feil: {objection} Ingenting er skrevet. Bruk «--likevel» for å skrive det likevel.")
            return FINDINGS
        if not wanted.show:
            write(path, ny, instead_of=data)
            out(f"Skrev {visible(found.name)}\n")
    else:
        out(f"Uendret: {visible(found.name)}\n")
    return CLEAN if innført.hele else FINDINGS


def _document(name: str) -> bytes:
    return read_input(Found(Path(name), name, Path(name), explicit=True), henting.MOST_BYTES)


def _objection(found: Found, before: bytes, after: bytes, given: ForFile) -> str | None:
    """Return why a change should not be made: the agreement is signed, or something is wrong with it then."""
    # Without the rules: an agreement with errors is signed all the same.
    if flyt.check(before, found.name, files=Repository(found.name)).signed:
        return f"«{found.name}» er en signert avtale. Det som er signert, skal stå slik det ble signert."
    one, other = (
        flyt.check(data, found.name, given.valg, Repository(found.name), given.oppsett) for data in (before, after)
    )
    new = [d for d in nye_funn(one, other) if d.severity is Severity.FEIL]
    return f"Endringene gir en ny feil: {new[0].message} ({new[0].code})" if new else None


def _told(innført: Innført, wanted: Wanted) -> Iterator[str]:
    for fra in innført.fra:
        if len(innført.fra) > 1:
            yield click.style(visible(fra.navn), bold=True)
        yield from _of_one(fra, innført, wanted)
    yield from _not_in_the_file(innført)


def _of_one(fra: Fra, innført: Innført, wanted: Wanted) -> Iterator[str]:
    if fra.tapt:
        yield "Dokumentet har mistet teksten det ble laget med, og er holdt opp mot det YAML-filen gir nå."
    if fra.sporede:
        how = "avvist" if wanted.reject else "godtatt"
        yield f"{plural(fra.sporede, 'sporet endring', 'sporede endringer')} er regnet som {how}."
    svar = fra.svar
    if svar.andre_ord:
        places = plural(svar.andre_ord, "sted", "steder")
        yield f"{places} har andre ord nå enn da dokumentet ble laget. Det er ingen som har endret dem i dokumentet."
    arvet = dict(innført.arvet)
    utenfor = {*arvet, *(en.rute for en in innført.konflikter), *(rute for rute, _ in innført.ikke)}
    ført = [en for en in svar.ført if not utenfor & {*en.ruter}]
    if ført:
        done = "kan føres tilbake" if wanted.show else "ført tilbake"
        yield click.style(f"Endret i dokumentet, og {done}:", bold=True)
    for en in ført[:_MOST_SHOWN]:
        yield from _change(en.sti, en.før or None, en.nå or None)
        yield f"    {visible(vist(en.ruter[0]))}"
    if len(ført) > _MOST_SHOWN:
        yield f"  … og {len(ført) - _MOST_SHOWN} endringer til."
    if any(arvet.keys() & {*en.ruter} for en in svar.ført):
        yield click.style("Endret i dokumentet, men verdien er arvet, og er ikke ført inn:", bold=True)
    for en in svar.ført:
        for rute in [rute for rute in en.ruter if rute in arvet][:1]:
            yield from _change(en.sti, en.før or None, en.nå or None)
            yield f"    {visible(vist(rute))} står i {visible(arvet[rute])}."
            yield "    «avtalegen sett» skriver det i avtalen, og med «--felles» i den felles filen."
    yield from _listed(svar)
    if fra.merknader:
        yield "Merknader i margen:"
        for merknad in fra.merknader:
            author, where = visible(merknad.forfatter) or "ukjent", visible(" › ".join(merknad.sti))
            yield f"  {where}: {author} skriver «{visible(merknad.tekst)}»"
        if not wanted.remarks:
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
        yield f"    Verdien er {visible(vist(rute))}."
    if sted.tilbud and sted.nå is not None and not sted.ruter:
        yield f"    Egne ord om dette kan stå i {visible(vist(sted.tilbud))}."


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
        yield f"  {visible(vist(konflikt.rute))}"
        yield f"    før: {_as_text(konflikt.før)}"
        for navn, verdi in konflikt.svar:
            yield f"    {visible(navn)}: {_as_text(verdi)}"
    if innført.ikke:
        yield click.style("Kan ikke skrives inn der det står:", bold=True)
    for rute, why in innført.ikke:
        yield f"  {visible(vist(rute))}: {visible(why)}"


def _as_text(verdi: Data) -> str:
    if verdi is None:
        return "(ingenting)"
    if isinstance(verdi, str):
        return f"«{visible(verdi)}»"
    if isinstance(verdi, dict):
        return "{" + ", ".join(f"{visible(str(navn))}: {_as_text(en)}" for navn, en in verdi.items()) + "}"
    return "[" + ", ".join(map(_as_text, verdi)) + "]"
