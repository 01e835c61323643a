"""`avtalegen forklar`: what a code means and how to put it right, or what a key is for and how it is written."""

from __future__ import annotations

import json
from collections.abc import Iterable
from unicodedata import normalize

import click

from avtalegen.cli import _norsk
from avtalegen.cli._options import format_option, one_målform
from avtalegen.cli._terminal import out
from avtalegen.funn.begge import Begge, i_nynorsk
from avtalegen.modell.former import Målform
from avtalegen.rapporter.forklaring import objekt, oversikt, tekst
from avtalegen.regler.katalog import Oppslag, katalog


@click.command(short_help="Forklar en kode eller en nøkkel, eller vis alle kodene.")
@click.argument("hva", metavar="[KODE|NØKKEL]", required=False)
@format_option("Hvordan forklaringen vises.")
@click.option(
    "--målform",
    "--malform",
    "målform",
    callback=one_målform,
    metavar="MÅLFORM",
    help="Målformen i forklaringen: bokmål eller nynorsk. Uten valget: bokmål.",
)
def forklar(hva: str | None, format_: str, målform: Målform | None) -> None:
    """Forklar en kode eller en nøkkel, eller vis alle kodene.

    KODE er koden i et funn, for eksempel VEI416, eller navnet på regelen, for eksempel for-få-møter. Med bare
    bokstavene, for eksempel VEI, vises den familien.

    NØKKEL er en nøkkel i YAML-filen, for eksempel politiråd.møter eller bare møter, eller et annet ord for den, for
    eksempel deltakere. Forklaringen sier hva nøkkelen er til, hvordan den skrives, og hva den blir i avtalen. Heter
    flere nøkler det samme, vises de. Alle nøklene står i docs/format.md.

    Uten noe av dette vises alle koder med navn, alvorlighet og hva de bygger på.
    """
    # No code and no name of one has a dot.
    oppslag = list(katalog().values()) if hva is None else [] if "." in hva else _named(hva)
    if not oppslag and hva is not None:
        _forklar_nøkkel(hva, format_, målform or Målform.BOKMÅL)
    elif format_ == "json":
        _out_json(objekt(ett, målform or Målform.BOKMÅL) for ett in oppslag)
    else:
        out(tekst(oppslag[0], målform or Målform.BOKMÅL) if len(oppslag) == 1 else oversikt(oppslag))


def _out_json(objects: Iterable[object]) -> None:
    out(json.dumps([*objects], ensure_ascii=False, indent=2) + "\n")


def _forklar_nøkkel(given: str, format_: str, målform: Målform) -> None:
    """Tell of the key that is meant; of several with the same name, which there are."""
    # The templates are only for keys: an example is composed to show what it becomes.
    from avtalegen.rapporter import nokkel
    from avtalegen.rapporter.formatet.nokler import finn

    nynorsk = målform is Målform.NYNORSK
    grupper, ment = finn(normalize("NFC", given))
    if not grupper:
        raise click.UsageError(_unknown(given))
    if format_ == "json":
        _out_json(nokkel.objekt(steder) for steder in grupper)
    elif len(grupper) > 1:
        flere = Begge("kan være en av disse nøklene", "kan vere ein av desse nøklane")
        out(f"«{given}» {i_nynorsk(flere) if nynorsk else flere}:\n{nokkel.valget(grupper, målform)}")
    else:
        out(f"«{given}» {'heiter' if nynorsk else 'heter'} {grupper[0][0].sti[-1]} her.\n\n" if ment else "")
        out(nokkel.tekst(grupper[0], målform))


def _named(given: str) -> list[Oppslag]:
    """Return what a code, a name or a family stands for; nothing for anything else."""
    names = _names()
    wanted = normalize("NFC", given).strip().casefold()
    if wanted in names:
        return [names[wanted]]
    return [ett for ett in katalog().values() if ett.familie.casefold() == wanted]


def _names() -> dict[str, Oppslag]:
    return {name.casefold(): ett for ett in katalog().values() for name in (ett.kode, ett.navn)}


def _unknown(given: str) -> str:
    """Say that there is neither such a code nor such a key, and what is nearest."""
    # Only a slip of the hand needs it.
    from difflib import get_close_matches

    from avtalegen.rapporter.formatet.nokler import nærmest

    names = _names()
    near = dict.fromkeys(names[name] for name in get_close_matches(normalize("NFC", given).casefold(), names))
    likely = [f"{ett.kode} {ett.navn}" for ett in near] or nærmest(given)
    meant = _norsk.did_you_mean(likely) if likely else ""
    return f"Ingen kode eller nøkkel heter «{given}». {meant or 'Alle nøklene står i docs/format.md.'}"
