"""Comments that turn findings off, and what is wrong with them. Loaded when a file may have one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from avtalegen.funn.koder import LÅST, METAFEIL, Innvending, Kjente, er_låst, familier, låst, treffer, ukjent

_ORDRE = re.compile(r"#[ \t]*avtalegen[ \t]*:[ \t]*(ignor\w*)", re.IGNORECASE)
_FØRSTE = re.compile(r"[\s:]*(\w+)")
# Only what is written as a code: the reason may well begin with another word in capitals («NAV») or «covid19».
_KODE = r"[^\W\d_]{3,4}\d{1,3}\b"
_SKILLE = " \t,;:.-–—"
MOST_NAMED = 500
"""Codes named in the comments of one file: each finding and each code is held against all of them."""


class Comment(NamedTuple):
    """A comment from its «#» to the end of its line, with the 1-based place of the «#».

    `beside` is the line where that begins which stands in front of the comment (before `line` when it is a text over
    several lines), or None when the comment has the line to itself.
    """

    text: str
    line: int
    column: int
    beside: int | None


Comments = Callable[[str], Iterable[Comment]]
"""Gives the comments in the text of a file, in its order. How a file is read is known above this room."""


class _Navn(NamedTuple):
    """A code, or the beginning of one, in a comment."""

    navn: str
    span: Span


class _Ordre(NamedTuple):
    """A comment that turns findings off, and the lines that it covers."""

    navn: tuple[_Navn, ...]
    grunn: str
    span: Span
    linjer: range
    verb: str


def undertrykk(
    funn: Iterable[Diagnostic],
    tekster: Mapping[str, str],
    fil: str,
    hviler: Iterable[str],
    comments: Comments,
    kjente: Kjente,
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return the findings that no comment turns off, with what is wrong with the comments in `fil`, and the others.

    The parameters are those of `velg`.
    """
    neste = _neste(familier((*kjente(), *LÅST)))
    ordrer: list[_Ordre] = []
    for_mange: list[_Ordre] = []
    for navn, tekst in tekster.items():
        if _ORDRE.search(tekst):
            alle = _ordrer(navn, tekst, comments, neste)
            nevnt = accumulate(max(1, len(ordre.navn)) for ordre in alle)
            gjelder = sum(antall <= MOST_NAMED for antall in nevnt)
            ordrer += alle[:gjelder]
            for_mange += alle[gjelder:][:1]
    på_linje: dict[tuple[str, int], list[_Ordre]] = {}
    for ordre in ordrer:
        for linje in ordre.linjer:
            på_linje.setdefault((ordre.span.file, linje), []).append(ordre)
    beholdt: list[Diagnostic] = []
    undertrykt: list[Diagnostic] = []
    brukt: set[_Navn] = set()
    for d in funn:
        grunner = []
        for ordre in på_linje.get((d.span.file, d.span.line), ()):
            if treff := [navn for navn in ordre.navn if treffer(navn.navn, d.code) and not er_låst(d.code)]:
                brukt.update(treff)
                grunner.append(ordre.grunn)
        if grunner:
            undertrykt.append(d._replace(suppressed=next(filter(None, grunner), "")))
        else:
            beholdt.append(d)
    hviler = tuple(hviler)
    for ordre in ordrer:
        if ordre.span.file == fil:
            beholdt.extend(_meta(ordre, brukt, hviler, kjente))
    beholdt += (_en_for_mye(ordre.span) for ordre in for_mange if ordre.span.file == fil)
    return beholdt, undertrykt


@cache
def _neste(familier: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the next code or family in a comment that has named one."""
    familie = rf"(?:{'|'.join(familier)})\b(?=\s*(?:[,;:–—-]|og\b|$))"
    return re.compile(rf"\s*(?:[,;]|\bog\b)\s*({_KODE}|{familie})|\s+({_KODE})")


def _ordrer(fil: str, tekst: str, comments: Comments, neste_navn: re.Pattern[str]) -> list[_Ordre]:
    """Return the comments in a file that turn findings off, in the order of the file."""
    alle = list(comments(tekst))
    alene = {kommentar.line for kommentar in alle if kommentar.beside is None}
    gjelder: dict[int, int] = {}  # of each line with only a comment: the next line with more than that
    linjer = tekst.split("\n")
    neste = len(linjer) + 1
    for nummer in range(len(linjer), 0, -1):
        if nummer in alene:
            gjelder[nummer] = neste
        elif linjer[nummer - 1].strip():
            neste = nummer
    ordrer = []
    for kommentar in alle:
        if treff := _ORDRE.search(kommentar.text):
            første = gjelder[kommentar.line] if kommentar.beside is None else kommentar.beside
            dekket = range(første, max(første, kommentar.line) + 1)
            ordrer.append(_ordre(fil, kommentar, treff, dekket, neste_navn))
    return ordrer


def _ordre(fil: str, kommentar: Comment, treff: re.Match[str], linjer: range, neste_navn: re.Pattern[str]) -> _Ordre:
    def span(start: int, slutt: int) -> Span:
        return Span(fil, kommentar.line, kommentar.column + start, kommentar.line, kommentar.column + slutt)

    navn: list[_Navn] = []
    her, tegn = treff.end(), _FØRSTE.match(kommentar.text, treff.end())
    while tegn and len(navn) <= MOST_NAMED:
        her, gruppe = tegn.end(), tegn.lastindex or 0
        navn.append(_Navn(tegn[gruppe].upper(), span(*tegn.span(gruppe))))
        tegn = neste_navn.match(kommentar.text, her)
    grunn = kommentar.text[her:].strip(_SKILLE)
    return _Ordre(tuple(navn), grunn, span(treff.start(), len(kommentar.text)), linjer, treff[1])


def _meta(ordre: _Ordre, brukt: set[_Navn], hviler: tuple[str, ...], kjente: Kjente) -> Iterator[Diagnostic]:
    """Give what is wrong with a comment: it has no effect, or it doesn't say why."""
    if ordre.verb.lower() != "ignorer":
        yield _uten_virkning(
            ordre.span,
            Begge(f"avtalegen kjenner ikke «{ordre.verb}».", f"avtalegen kjenner ikkje «{ordre.verb}»."),
            Begge("Mente du «ignorer»?", "Meinte du «ignorer»?"),
        )
        return
    if not ordre.navn:
        melding = Begge(
            "Kommentaren sier ikke hvilke funn som skal ignoreres.",
            "Kommentaren seier ikkje kva funn som skal ignorerast.",
        )
        yield _uten_virkning(
            ordre.span,
            melding,
            Begge(
                "Skriv for eksempel «# avtalegen: ignorer VEI417 – begrunnelse».",
                "Skriv til dømes «# avtalegen: ignorer VEI417 – grunngiving».",
            ),
        )
    virker = False
    for navn in ordre.navn:
        if innvending := _innvending(navn.navn, kjente):
            yield _uten_virkning(navn.span, *innvending)
        elif navn in brukt or any(treffer(navn.navn, kode) or treffer(kode, navn.navn) for kode in hviler):
            virker = True
        else:
            yield _uten_virkning(
                navn.span,
                Begge(
                    f"Kommentaren ignorerer {navn.navn}, men her er det ikke noe slikt funn.",
                    f"Kommentaren ignorerer {navn.navn}, men her er det ikkje noko slikt funn.",
                ),
                Begge(
                    "Fjern koden, eller flytt kommentaren til linjen der funnet er, eller til linjen over.",
                    "Fjern koden, eller flytt kommentaren til linja der funnet er, eller til linja over.",
                ),
            )
    if virker and not ordre.grunn:
        koder = ", ".join(navn.navn for navn in ordre.navn)
        yield Diagnostic(
            "META101",
            Severity.RÅD,
            Begge(
                f"Kommentaren ignorerer {koder} uten å si hvorfor.",
                f"Kommentaren ignorerer {koder} utan å seie kvifor.",
            ),
            ordre.span,
            Begge(
                f"Skriv begrunnelsen til slutt: «# avtalegen: ignorer {koder} – begrunnelse».",
                f"Skriv grunngivinga til slutt: «# avtalegen: ignorer {koder} – grunngiving».",
            ),
        )


def _en_for_mye(span: Span) -> Diagnostic:
    return _uten_virkning(
        span,
        Begge(
            f"Kommentarene i filen nevner flere enn {MOST_NAMED} koder. Denne og de som følger, ignorerer ingenting.",
            f"Kommentarane i fila nemner fleire enn {MOST_NAMED} kodar. Denne og dei som følgjer, ignorerer ingenting.",
        ),
        Begge(
            "Skal et slag funn ikke vises i noen fil, så skriv koden under «ignorer» i avtalegen.toml.",
            "Skal eit slag funn ikkje visast i noka fil, så skriv koden under «ignorer» i avtalegen.toml.",
        ),
    )


def _innvending(navn: str, kjente: Kjente) -> Innvending | None:
    if any(treffer(navn, kode) for kode in METAFEIL):
        return Innvending(
            Begge(
                f"{navn} gjelder kommentarer som denne og kan ikke ignoreres.",
                f"{navn} gjeld kommentarar som denne og kan ikkje ignorerast.",
            ),
            likt("Fjern koden."),
        )
    return ukjent(navn, kjente) or låst(navn)


def _uten_virkning(span: Span, melding: Begge, hjelp: Begge) -> Diagnostic:
    return Diagnostic("META102", Severity.RÅD, melding, span, hjelp)
