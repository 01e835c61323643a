"""The texts that are written in both målformer (`avtalegen.funn.begge`), read from the source, side by side."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Diagnostic

PAKKE = Path(__file__).parent.parent / "avtalegen"


class Par(NamedTuple):
    """A text in both, with what is filled in as «{…}», and what that is."""

    sted: str
    nb: str
    nn: str
    fyll_nb: tuple[str, ...]
    fyll_nn: tuple[str, ...]


@cache
def parene() -> tuple[Par, ...]:
    """Return every text that is in both målformer, in the order of the files."""
    kode = [par for fil in sorted(PAKKE.rglob("*.py")) for par in _i_filen(fil)]
    return (*kode, *(par for fil in sorted(PAKKE.rglob("ord.json")) for par in _på_siden(fil)))


@cache
def _treet(kilde: str) -> ast.Module:
    return ast.parse(kilde)


def _på_siden(fil: Path) -> Iterator[Par]:
    for sagt in json.loads(fil.read_bytes()).values():
        fyll = tuple(re.findall(r"{(.*?)}", sagt["nb"]))
        yield Par(fil.relative_to(PAKKE).as_posix(), sagt["nb"], sagt["nn"], fyll, fyll)


def _i_filen(fil: Path) -> Iterator[Par]:
    kilde = fil.read_text(encoding="utf-8")
    if "Begge(" not in kilde and "likt(" not in kilde:
        return
    sted = fil.relative_to(PAKKE).as_posix()
    for node in ast.walk(_treet(kilde)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Begge", "likt"):
            tekster = [_tekst(arg) for arg in node.args]
            if all(tekster) and tekster and all(isinstance(arg, ast.Constant | ast.JoinedStr) for arg in node.args):
                (nb, fyll_nb), (nn, fyll_nn) = tekster[0], tekster[-1]
                yield Par(sted, nb, nn, fyll_nb, fyll_nn)


def _tekst(arg: ast.expr) -> tuple[str, tuple[str, ...]]:
    biter = arg.values if isinstance(arg, ast.JoinedStr) else [arg]
    fyll = [ast.unparse(bit.value) for bit in biter if isinstance(bit, ast.FormattedValue)]
    tekst = "".join(
        f"{{{ast.unparse(bit.value)}}}" if isinstance(bit, ast.FormattedValue) else str(getattr(bit, "value", ""))
        for bit in biter
    )
    return tekst, tuple(fyll)


def uten_fyll(tekst: str, fyll: tuple[str, ...]) -> str:
    """Return the fixed words of a text, without what it quotes: keys of the YAML, and what may be written there."""
    for ett in fyll:
        tekst = tekst.replace(f"{{{ett}}}", " ")
    return re.sub(r"«[^«»]*»", " ", tekst)


def i_begge(d: Diagnostic) -> bool:
    """Tell whether all that a finding says is in both målformer, or it has been put into nynorsk already."""
    sagt = filter(None, (d.message, d.hint, d.section, *(ett.message for ett in d.related)))
    return d.nynorsk or all(isinstance(tekst, Begge) for tekst in sagt)


SIER = re.compile(r"\bDiagnostic\(|\"svar\":")
"""What stands in a file that says something of an agreement, or to whoever edits one."""
_DOCSTRING = re.compile(r'"""[\s\S]*?"""')
_KANSKJE = re.compile(r"[^\W\d_»)}][.?!]\s*[\"']|[.?!] [A-ZÆØÅ«]|[»)}][.?!][\"']")
"""What a file with a sentence in it has outside its docstrings: to read the others takes most of the time."""
_UTENOM = ("Begge", "likt", "AvtalegenError", "refusal")
_SETNING = re.compile(r"[a-zæøå]{2} [a-zæøå«]{2}.*[.?!]\s*\Z|[a-zæøå»][.?!] [A-ZÆØÅ«]", re.DOTALL)


def bare_på_bokmål() -> Iterator[tuple[str, int, str]]:
    """Give each sentence in the files that say something (`SIER`) that isn't in both: file, line and text.

    What stands in the same folder may be said there too. Left out are docstrings, comments that are written in a YAML
    file and read again, and what the program says of files and addresses, which has no agreement to follow.
    """
    kildene = {fil: fil.read_text(encoding="utf-8") for fil in sorted(PAKKE.rglob("*.py"))}
    mapper = {fil.parent for fil, kilde in kildene.items() if SIER.search(kilde)} - {PAKKE, PAKKE / "cli"}
    del kildene[PAKKE / "lesing" / "gammel.py"]  # the comments
    for fil, kilde in kildene.items():
        if (fil.parent in mapper or SIER.search(kilde)) and _KANSKJE.search(_DOCSTRING.sub("", kilde)):
            yield from ((fil.relative_to(PAKKE).as_posix(), *sagt) for sagt in _ensidig(_treet(kilde)))


OM_AVTALEN = (
    *("cli/_endringer.py", "cli/_git.py", "cli/_hentet.py", "cli/_inn.py", "cli/_meldinger.py", "cli/_oppgaver.py"),
    *("cli/_sett_fil.py", "cli/_sett_plan.py", "cli/_utgave.py", "cli/hent.py", "cli/revider.py", "cli/sammenlign.py"),
    *("cli/sett.py", "henting/*.py", "samling/filer.py", "samling/skriving.py", "tilbake/*.py", "utgaver/fortalt.py"),
    *("utgaver/lest.py", "utgaver/revisjon.py", "utgaver/sporing/*.py"),
)
"""What says something to whoever works with one agreement in the terminal: the commands that speak its målform."""
_OM_BRUKEN = ("UsageError", "BadParameter", "option", "command", "argument")


def kommandoene_på_bokmål() -> Iterator[tuple[str, int, str]]:
    """Give each sentence in `OM_AVTALEN` that isn't in both, but for how a command is used."""
    for fil in (fil for navn in OM_AVTALEN for fil in sorted(PAKKE.glob(navn))):
        treet = _treet(fil.read_text(encoding="utf-8"))
        yield from (
            (fil.relative_to(PAKKE).as_posix(), *sagt) for sagt in _ensidig(treet, ("Begge", "likt", *_OM_BRUKEN))
        )


def _ensidig(node: ast.AST, utenom: tuple[str, ...] = _UTENOM) -> Iterator[tuple[int, str]]:
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Constant | ast.JoinedStr):
            if isinstance(node, ast.JoinedStr) or isinstance(node.value, str):
                tekst, _ = _tekst(node)
                if _SETNING.search(tekst) and tekst[0] not in "#^(":
                    yield node.lineno, tekst
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Call) and _kalt(node.func) in utenom:
            continue
        waiting += ast.iter_child_nodes(node)


def _kalt(func: ast.expr) -> str:
    return func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""
