"""The text of a new YAML file: what the register knows of some kommuner, put into `maler/ny.yaml.j2`."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from avtalegen import register
from avtalegen.dokument.maler import MALER
from avtalegen.modell.lokaltekst import UFYLT
from avtalegen.register import Kommune, Målform
from avtalegen.register.navn import grovt

MERKE = UFYLT
"""What marks a place that the user must fill in. In the file a colon and what to write follow it."""

_COMMENT_WIDTH = 110  # characters, indentation included
_KOMMUNER_PER_POLITIKONTAKT = 3  # at most, as a rule (veilederen kapittel 5)


def filnavn(kommuner: Sequence[Kommune]) -> str:
    """Return a name for the file in lower-case ASCII: `fla.yaml`, or `fla-med-flere.yaml` for several kommuner."""
    navn = re.sub(r"[^a-z0-9]+", "-", grovt(kommuner[0].navn)).strip("-")
    return f"{navn}-med-flere.yaml" if len(kommuner) > 1 else f"{navn}.yaml"


def yaml_tekst(kommuner: Sequence[Kommune], fil: str, *, nynorsk: bool | None = None) -> str:
    """Return the YAML of a new agreement between `kommuner`, all in one politidistrikt, and the police.

    It is valid as it is. `fil` is the name that the comments use for the file. Unless `nynorsk` says which,
    the målform is the one that most of the kommuner require.
    """
    if nynorsk is None:
        nynorsk = len(_med_målform(kommuner, "nynorsk")) > len(_med_målform(kommuner, "bokmål"))

    def t(på_bokmål: str, på_nynorsk: str) -> str:
        return på_nynorsk if nynorsk else på_bokmål

    def fyll(på_bokmål: str, på_nynorsk: str) -> str:
        return f'"{MERKE}: {t(på_bokmål, på_nynorsk)}"'

    politi = register.politidistrikt(kommuner[0].politidistrikt)
    assert politi is not None, "the register names a politidistrikt that it doesn't have"
    distrikt = politi.navn_nynorsk if nynorsk else politi.navn
    fylker = {k.fylke for k in kommuner} - {"Oslo"}  # a kommune and its own fylkeskommune
    return _mal().render(
        t=t,
        fyll=fyll,
        kommentar=_kommentar,
        fil=fil,
        partene=_liste([*(k.navn for k in kommuner), distrikt]),
        kommuner=kommuner,
        flere=len(kommuner) > 1,
        målform="nynorsk" if nynorsk else "bokmål",
        om_målform=_om_målform(kommuner),
        distrikt=distrikt,
        telefon=politi.telefon,
        enheter=tuple(dict.fromkeys(enhet for k in kommuner for enhet in k.politistasjonsdistrikter)),
        fylkeskommune=f"{fylker.pop()} fylkeskommune" if len(fylker) == 1 else None,
        politikontakter=-(-len(kommuner) // _KOMMUNER_PER_POLITIKONTAKT),
    )


def antall_steder(tekst: str) -> int:
    """Return how many places there are to fill in."""
    return tekst.count(f"{MERKE}:")


def _med_målform(kommuner: Sequence[Kommune], målform: Målform) -> list[str]:
    return [k.navn for k in kommuner if k.målform == målform]


def _om_målform(kommuner: Sequence[Kommune]) -> str:
    """Return what the kommuner require of the police, and how to get the other målform where it can be used."""
    krav = {målform: _med_målform(kommuner, målform) for målform in ("bokmål", "nynorsk")}
    vedtatt = [f"{_liste(navn)} har vedtatt {målform}" for målform, navn in krav.items() if navn]
    if len(vedtatt) == 1:
        return f"{vedtatt[0]}. Da skal politiet bruke den målformen (språklova)."
    hvem = "Kommunene" if len(kommuner) > 1 else "Kommunen"
    start = f"{', mens '.join(vedtatt)}." if vedtatt else f"{hvem} godtar både bokmål og nynorsk."
    return f"{start} Målformen i forslagene velger du med «avtalegen ny --bokmål» eller «--nynorsk»."


def _kommentar(tekst: str, innrykk: int) -> str:
    """Return the lines of a comment, indented by `innrykk` spaces."""
    start = f"{' ' * innrykk}# "
    return textwrap.fill(
        tekst,
        _COMMENT_WIDTH,
        initial_indent=start,
        subsequent_indent=start,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _liste(ting: Sequence[str]) -> str:
    return f"{', '.join(ting[:-1])} og {ting[-1]}" if len(ting) > 1 else ting[0]


@cache
def _mal() -> Template:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(MALER, encoding="utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    return environment.get_template("ny.yaml.j2")
