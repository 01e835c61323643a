"""`avtalegen hent … --inn FIL`: what has been changed in documents brought into the YAML file, and told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from avtalegen import flyt, henting
from avtalegen.cli._malform import følg
from avtalegen.cli._meldinger import (
    FØR,
    NOT_WRITTEN,
    NÅ,
    REMARKS,
    remark,
    signed,
    skrev,
    tracked,
    uendret,
    visible_under,
)
from avtalegen.cli._options import Options
from avtalegen.cli._settings import ForFile, Settings, templates_beside
from avtalegen.cli._sjekk import ny_feil
from avtalegen.cli._terminal import bold, err, out, read_input, sagt, snakk
from avtalegen.cli.exit_codes import CLEAN, FINDINGS
from avtalegen.dokument.spor import vist
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.ordlyd import antall
from avtalegen.henting.forskjell import words
from avtalegen.henting.samstilling import Work
from avtalegen.lesing import LIMITS
from avtalegen.modell.former import Målform
from avtalegen.rapporter.visible import visible
from avtalegen.register.personnummer import skjult
from avtalegen.rettelser import forskjell
from avtalegen.samling.filer import Found, named
from avtalegen.samling.repository import Repository
from avtalegen.samling.skriving import write
from avtalegen.tilbake import Tilbake
from avtalegen.tilbake.inn import Fil, Fra, Innfører, Innført
from avtalegen.tilbake.kommentar import med_kommentarer
from avtalegen.tilbake.rest import Slag, Sted
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
    found = named(str(Path(file)))
    given = Settings(Options(i_dag=date.today())).of(found)
    snakk(nynorsk=given.konfig.målform is Målform.NYNORSK)
    data = read_input(found, LIMITS.bytes)
    følg(data, found.name, given.konfig.målform)
    fil = Fil(found.name, data, Repository(found.name))
    innfører = Innfører(fil, Komponist(egne=templates_beside(given.folder), valg=given.valg), avvis=wanted.reject)
    innført = innfører.inn([(name, _document(name)) for name in documents])
    ny = innført.data
    if wanted.remarks:
        alle = ((en.forfatter, en.tekst, en.rute) for fra in innført.fra for en in fra.merknader)
        ny = med_kommentarer(ny, found.name, alle, sagt)
    for line in _told(innført, wanted):
        out(line + "\n")
    if ny != data:
        out("\n".join(map(visible, skjult(forskjell(data, ny, found.name)).split("\n"))))
        if (objection := _objection(found, data, ny, given)) and not wanted.anyway:
            err(likt("Feil: ") + objection + NOT_WRITTEN)
            return FINDINGS
        if not wanted.show:
            write(found.path, ny, instead_of=data)
            out(skrev(found.name))
    else:
        out(uendret(found.name))
    return CLEAN if innført.hele else FINDINGS


def _document(name: str) -> bytes:
    return read_input(named(name), henting.MOST_BYTES)


def _objection(found: Found, before: bytes, after: bytes, given: ForFile) -> Begge | None:
    """Return why a change should not be made: the agreement is signed, or something is wrong with it then."""
    # Without the rules: an agreement with errors is signed all the same.
    if flyt.check(before, found.name, files=Repository(found.name)).signed:
        return signed(found.name)
    return ny_feil(
        found.name, before, after, given, Begge("Endringene gir en ny feil: ", "Endringane gir ein ny feil: ")
    )


def _told(innført: Innført, wanted: Wanted) -> Iterator[str]:
    for fra in innført.fra:
        if len(innført.fra) > 1:
            yield bold(visible(fra.navn))
        yield from _of_one(fra, innført, wanted)
    yield from _not_in_the_file(innført)


def _of_one(fra: Fra, innført: Innført, wanted: Wanted) -> Iterator[str]:
    yield from _about(fra, wanted)
    svar = fra.svar
    arvet = dict(innført.arvet)
    utenfor = {*arvet, *(en.rute for en in innført.konflikter), *(rute for rute, _ in innført.ikke)}
    ført = [en for en in svar.ført if not utenfor & {*en.ruter}]
    if ført:
        yield bold(
            Begge("Endret i dokumentet, og kan føres tilbake:", "Endra i dokumentet, og kan førast tilbake:")
            if wanted.show
            else Begge("Endret i dokumentet, og ført tilbake:", "Endra i dokumentet, og ført tilbake:")
        )
    for en in ført[:_MOST_SHOWN]:
        yield from _change(en.sti, en.før or None, en.nå or None)
        yield f"    {visible(vist(en.ruter[0]))}"
    if rest := len(ført) - _MOST_SHOWN if len(ført) > _MOST_SHOWN else 0:
        yield Begge(f"  … og {rest} endringer til.", f"  … og {rest} endringar til.")
    if any(arvet.keys() & {*en.ruter} for en in svar.ført):
        yield bold(
            Begge(
                "Endret i dokumentet, men verdien er arvet, og er ikke ført inn:",
                "Endra i dokumentet, men verdien er arva, og er ikkje ført inn:",
            )
        )
    for en in svar.ført:
        for rute in [rute for rute in en.ruter if rute in arvet][:1]:
            yield from _change(en.sti, en.før or None, en.nå or None)
            where, file = visible(vist(rute)), visible(arvet[rute])
            yield likt(f"    {where} står i {file}.")
            yield Begge(
                "    «avtalegen sett» skriver det i avtalen, og med «--felles» i den felles filen.",
                "    «avtalegen sett» skriv det i avtalen, og med «--felles» i den felles fila.",
            )
    yield from _listed(svar)
    yield from _remarks(fra, wanted)


def _about(fra: Fra, wanted: Wanted) -> Iterator[str]:
    """Give what is to be known of a document as a whole."""
    if fra.tapt:
        yield Begge(
            "Dokumentet har mistet teksten det ble laget med, og er holdt opp mot det YAML-filen gir nå.",
            "Dokumentet har mista teksten det vart laga med, og er halde opp mot det YAML-fila gir no.",
        )
    if fra.sporede:
        yield tracked(fra.sporede, rejected=wanted.reject)
    if n := fra.svar.andre_ord:
        yield Begge(
            f"{antall(n, 'sted', 'steder')} har andre ord nå enn da dokumentet ble laget. "
            "Det er ingen som har endret dem i dokumentet.",
            f"{antall(n, 'stad', 'stader')} har andre ord no enn då dokumentet vart laga. "
            "Det er ingen som har endra dei i dokumentet.",
        )


def _remarks(fra: Fra, wanted: Wanted) -> Iterator[str]:
    if not fra.merknader:
        return
    yield REMARKS
    for merknad in fra.merknader:
        yield remark(merknad.sti, merknad.forfatter, merknad.tekst)
    if not wanted.remarks:
        yield Begge(
            "Med «--merknader» blir de til kommentarer i YAML-filen. Den følger med dokumenter som lages av den.",
            "Med «--merknader» blir dei til kommentarar i YAML-fila. Ho følgjer med dokument som blir laga av ho.",
        )


_LISTED: tuple[tuple[Slag, Begge], ...] = (
    (
        "ikke ført",
        Begge("Endret i dokumentet, og ikke ført tilbake:", "Endra i dokumentet, og ikkje ført tilbake:"),
    ),
    (
        "følge",
        Begge(
            "Ikke endret i dokumentet, men blir annerledes når det lages på nytt:",
            "Ikkje endra i dokumentet, men blir annleis når det blir laga på nytt:",
        ),
    ),
)


def _listed(svar: Tilbake) -> Iterator[str]:
    for slag, title in _LISTED:
        steder = [sted for sted in svar.rest if sted.slag == slag]
        if steder:
            yield bold(title)
        for sted in steder[:_MOST_SHOWN]:
            yield from _place(sted)
        if len(steder) > _MOST_SHOWN:
            rest = len(steder) - _MOST_SHOWN
            yield Begge(f"  … og {rest} steder til.", f"  … og {rest} stader til.")


def _place(sted: Sted) -> Iterator[str]:
    if sted.slag == "følge":
        yield from _change(sted.sti, sted.nå, sted.blir, labels=(NÅ, likt("blir:")))
        return
    yield from _change(sted.sti, sted.før, sted.nå)
    yield f"    {visible(sagt(sted.grunn))}"
    for rute in sted.ruter[:1]:
        yield likt(f"    Verdien er {visible(vist(rute))}.")
    if sted.tilbud and sted.nå is not None and not sted.ruter:
        where = visible(vist(sted.tilbud))
        yield Begge(f"    Egne ord om dette kan stå i {where}.", f"    Eigne ord om dette kan stå i {where}.")


def _change(
    sti: Sequence[str], before: str | None, now: str | None, labels: tuple[Begge, Begge] = (FØR, NÅ)
) -> Iterator[str]:
    yield likt("  ") + visible_under(sti)
    if before is None or now is None:
        label = likt("nytt:") if before is None else likt("borte:")
        yield f"    {sagt(label):<{_LABEL}}{visible((now if before is None else before) or '')}"
        return
    for label, pieces in zip(labels, words(before, now, Work()), strict=True):
        shown = " ".join(f"[{visible(one.tekst)}]" if one.endret else visible(one.tekst) for one in pieces)
        yield f"    {sagt(label):<{_LABEL}}{shown}"


def _not_in_the_file(innført: Innført) -> Iterator[str]:
    if innført.konflikter:
        yield bold(Begge("Endret på ulike måter, og ikke ført inn:", "Endra på ulike måtar, og ikkje ført inn:"))
    for konflikt in innført.konflikter:
        yield f"  {visible(vist(konflikt.rute))}"
        yield f"    {sagt(FØR)} {_as_text(konflikt.før)}"
        for navn, verdi in konflikt.svar:
            yield f"    {visible(navn)}: {_as_text(verdi)}"
    if innført.ikke:
        yield bold(Begge("Kan ikke skrives inn der det står:", "Kan ikkje skrivast inn der det står:"))
    for rute, why in innført.ikke:
        yield f"  {visible(vist(rute))}: {visible(sagt(why))}"


def _as_text(verdi: Data) -> str:
    if verdi is None:
        return sagt(likt("(ingenting)"))
    if isinstance(verdi, str):
        return f"«{visible(verdi)}»"
    if isinstance(verdi, dict):
        return "{" + ", ".join(f"{visible(str(navn))}: {_as_text(en)}" for navn, en in verdi.items()) + "}"
    return "[" + ", ".join(map(_as_text, verdi)) + "]"
