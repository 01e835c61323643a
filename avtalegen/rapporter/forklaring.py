"""What there is to say about a code: for a terminal, as Markdown, and for other programs."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import click

from avtalegen.forslag.veilederens import for_kode
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import antall
from avtalegen.modell.former import Målform
from avtalegen.rapporter.tekst import COLOURS, FRAME
from avtalegen.rapporter.visible import visible
from avtalegen.regler.katalog import FAMILIER, Oppslag, kilde

_NARROWEST, _WIDEST = 40, 80  # cells
_LANGUAGES = {"KONF": "toml", "MAL": "jinja"}  # of the examples; all others are YAML
_MARKDOWN = re.compile(r"[\\`*\[\]<>|~&]|(?<!\w)_|_(?!\w)")


def tekst(oppslag: Oppslag, målform: Målform = Målform.BOKMÅL) -> str:
    """Return what there is to say about one code, with ANSI colours, no wider than a terminal of 80 cells."""
    nynorsk = målform is Målform.NYNORSK
    width, dok = text_width(), oppslag.fortalt(nynorsk=nynorsk)
    forslag = _proposal(oppslag.kode, målform) if nynorsk else dict(_proposals(oppslag.kode))
    deler = [
        ("Kvifor" if nynorsk else "Hvorfor", paragraph(dok.hvorfor, width)),
        ("Rett opp", paragraph(dok.rett_opp, width)),
        ("Feil", example(dok.eksempel_feil)),
        ("Rett" if nynorsk else "Riktig", example(dok.eksempel_riktig)),
        *((navn, example(ett)) for navn, ett in forslag.items()),
    ]
    if oppslag.grunnlag:
        deler.append(("Grunnlag", "".join(paragraph(linje, width) for linje in _basis(oppslag.grunnlag))))
    header = f"{_headline(oppslag, width, nynorsk)}\n\n{paragraph(dok.hva, width, indent='')}"
    return header + "".join(f"\n{click.style(navn, bold=True)}\n{innhold}" for navn, innhold in deler)


def oversikt(oppslag: Iterable[Oppslag]) -> str:
    """Return a line for each code under its family, with ANSI colours."""
    alle = list(oppslag)
    lines = []
    for familie, koder in groupby(alle, key=lambda ett: ett.familie):
        gruppe = list(koder)
        kode, navn = (max(map(len, texts)) for texts in zip(*(ett[:2] for ett in gruppe), strict=True))
        lines.append(click.style(f"{familie}: {FAMILIER[familie]}", bold=True))
        for ett in gruppe:
            first = f"  {ett.kode:{kode}} {ett.navn:{navn}}  "
            alvorlighet = click.style(ett.alvorlighet.value, fg=COLOURS[ett.alvorlighet])
            grunnlag = f"{'':{10 - len(ett.alvorlighet.value)}}{ett.grunnlag}" if ett.grunnlag else ""
            lines.append(first + alvorlighet + _cut(grunnlag, len(first) + len(ett.alvorlighet.value)))
        lines.append("")
    lines.append(f"{antall(len(alle), 'kode', 'koder')}. «avtalegen forklar KODE» sier hva en av dem betyr.")
    return "".join(f"{line}\n" for line in lines)


def objekt(oppslag: Oppslag, målform: Målform = Målform.BOKMÅL) -> dict[str, Any]:
    """Return a code as other programs get it, told in `målform`. The keys are part of what we promise."""
    return {
        "kode": oppslag.kode,
        "navn": oppslag.navn,
        "alvorlighet": oppslag.alvorlighet.value,
        "grunnlag": oppslag.grunnlag or None,
        **oppslag.fortalt(nynorsk=målform is Målform.NYNORSK)._asdict(),
        "forslag": [
            {"rute": ".".join(ett.rute), "målform": form.value, "verdi": ett.verdi, "hvorfor": ett.hvorfor}
            for form in Målform
            for ett in for_kode(oppslag.kode, form)
        ],
    }


def markdown(oppslag: Oppslag) -> str:
    """Return everything about a code except what it is called and how grave it is, as Markdown."""
    dok, language = oppslag.dokumentasjon, _LANGUAGES.get(oppslag.familie, "yaml")
    deler = [
        escaped(dok.hva),
        f"**Hvorfor:** {escaped(dok.hvorfor)}",
        f"**Rett opp:** {escaped(dok.rett_opp)}",
        f"Feil:\n\n{_fenced(dok.eksempel_feil, language)}",
        f"Riktig:\n\n{_fenced(dok.eksempel_riktig, language)}",
        *(f"{navn}:\n\n{_fenced(eksempel, language)}" for navn, eksempel in _proposals(oppslag.kode)),
    ]
    if oppslag.grunnlag:
        deler.append(f"**Grunnlag:** {escaped(' '.join(_basis(oppslag.grunnlag)))}")
    return "\n\n".join(deler) + "\n"


def _proposals(kode: str) -> Iterator[tuple[str, str]]:
    """Give what is proposed to somebody who gets the code, as YAML with the way to its place, in each målform."""
    nb, nn = (_proposal(kode, målform).get("Forslag", "") for målform in Målform)
    if nb:
        yield ("Forslag", nb)
    if nn != nb:
        yield ("Forslag på nynorsk", nn)


def _proposal(kode: str, målform: Målform) -> dict[str, str]:
    """Return what is proposed in one målform, with its heading."""
    yaml = "".join(f"{linje}\n" for ett in for_kode(kode, målform) for linje in ett.med_rute())
    return {"Forslag": yaml} if yaml else {}


def escaped(text: str) -> str:
    """Return `text` on one line so that Markdown takes it for what it is, also in a table."""
    return _MARKDOWN.sub(r"\\\g<0>", visible(text))


def _headline(oppslag: Oppslag, width: int, nynorsk: bool) -> str:
    alvorlighet = oppslag.alvorlighet
    sagt = "åtvaring" if nynorsk and alvorlighet is Severity.ADVARSEL else alvorlighet.value
    title = f"{oppslag.kode} {oppslag.navn}"
    gap = max(2, width - len(title) - len(sagt))
    return click.style(title, bold=True) + " " * gap + click.style(sagt, fg=COLOURS[alvorlighet], bold=True)


def _cut(text: str, before: int) -> str:
    """Return what there is room for on a line of the terminal with `before` cells in front; elsewhere all of it."""
    room = (shutil.get_terminal_size((0, 0)).columns or before + len(text)) - before
    return text if len(text) <= room else f"{text[: max(0, room - 1)].rstrip()}…"


def paragraph(text: str, width: int, indent: str = "  ") -> str:
    """Return a text on lines no wider than so many cells."""
    return (
        textwrap.fill(
            text,
            width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        + "\n"
    )


def example(text: str) -> str:
    """Return a piece of a file with a frame at the left."""
    frame = click.style("|", fg=FRAME, bold=True)
    return "".join(f"  {frame} {visible(line)}".rstrip() + "\n" for line in text.rstrip("\n").split("\n"))


def _basis(grunnlag: str) -> Iterator[str]:
    """Give the sentences on what a code rests on: the place, the source, and when it was last looked at."""
    if (kjent := kilde(grunnlag)) is None:
        yield f"{grunnlag}."
        return
    yield f"{kjent.sted}: {kjent.tittel}."
    if kjent.utgave:
        yield f"{kjent.utgave}."
    if kjent.kontrollert:
        yield f"Kontrollert {kjent.kontrollert:%d.%m.%Y}."
    else:
        yield f"Ikke kontrollert mot teksten selv: {kjent.ikke_kontrollert}."


def _fenced(example: str, language: str) -> str:
    lines = "".join(f"{visible(line)}\n" for line in example.rstrip("\n").split("\n"))
    return f"```{language}\n{lines}```"


def text_width() -> int:
    """Return how wide an explanation is, in cells."""
    return min(max(shutil.get_terminal_size((_WIDEST, 24)).columns, _NARROWEST), _WIDEST)
