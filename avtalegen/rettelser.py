"""Safe changes to a YAML file: what can be put right without asking, with comments and layout kept.

A change is a piece of one line. It is made only if the file is no worse afterwards: each is held against what the
check finds before and after, and one that gives a new finding is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import unified_diff
from typing import NamedTuple

from avtalegen import register
from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import Diagnostic, Severity
from avtalegen.lesing import Inherited, Mapping, Node, Scalar, Sequence, to_data
from avtalegen.lesing.kommunenumre import number_of

Sjekk = Callable[[bytes], Checked]

_LINJESKIFT = re.compile(r"(\r\n|\r|\n)")
_ÅTTE_SIFRE = re.compile(r"(?<![\d+])(?:\d ?){7}\d(?! ?\d)")
_BOM = "\ufeff"


class Endring(NamedTuple):
    """One change: at this line and column (1-based, in characters) stands `old`, and `new` should stand there."""

    line: int
    column: int
    old: str
    new: str


class Rettet(NamedTuple):
    """A file after the changes, and the changes that were made, in the order of the file."""

    data: bytes
    endringer: tuple[Endring, ...]


def rett(data: bytes, fil: str, sjekk: Sjekk) -> Rettet:
    """Return the file with every safe change made. `sjekk` is the check that the file is held against.

    A file that can't be read as YAML, or isn't UTF-8, is returned as it is. So is a line that isn't read as it is
    written: a line separator in a key is read as a space.
    """
    før = sjekk(data)
    mulige = sorted(endring for endring in {*_endringer(før, fil)} if med(data, [endring]) != data)
    if not mulige:
        return Rettet(data, ())
    gjort = tuple(_trygge([], mulige, lambda endringer: _ikke_verre(før, sjekk(med(data, endringer)))))
    return Rettet(med(data, list(gjort)), gjort)


def _trygge(gjort: list[Endring], mulige: list[Endring], går: Callable[[list[Endring]], bool]) -> list[Endring]:
    """Return the changes that can be made besides `gjort`: all of them, or those of each half."""
    if går([*gjort, *mulige]):
        return mulige
    if len(mulige) == 1:
        return []
    midten = len(mulige) // 2
    første = _trygge(gjort, mulige[:midten], går)
    return første + _trygge([*gjort, *første], mulige[midten:], går)


def med(data: bytes, endringer: list[Endring]) -> bytes:
    """Return the file with the changes made. Line breaks and byte order mark stay as they are."""
    tekst = data.decode("utf-8")
    bom = _BOM if tekst.startswith(_BOM) else ""
    biter = _LINJESKIFT.split(tekst.removeprefix(_BOM))
    # From the end of a line, so that a change doesn't move the place of the next.
    for endring in sorted(endringer, reverse=True):
        linje = biter[2 * (endring.line - 1)]
        start = endring.column - 1
        if linje[start : start + len(endring.old)] == endring.old:
            skift = biter[2 * endring.line - 1] if 2 * endring.line - 1 < len(biter) else "\n"
            nytt = endring.new.replace("\n", skift)
            biter[2 * (endring.line - 1)] = linje[:start] + nytt + linje[start + len(endring.old) :]
    return (bom + "".join(biter)).encode("utf-8")


def forskjell(før: bytes, etter: bytes, fil: str) -> str:
    """Return what changed as a unified diff, with the lines as every other report counts them."""
    gammel, ny = (_LINJESKIFT.sub("\n", data.decode("utf-8").removeprefix(_BOM)).split("\n") for data in (før, etter))
    return "".join(f"{linje}\n" for linje in unified_diff(gammel, ny, fil, fil, n=1, lineterm=""))


def _endringer(checked: Checked, fil: str) -> Iterator[Endring]:
    linjer = checked.source.text.split("\n")
    for d in checked.diagnostics:
        if d.fix and d.fix.span.file == fil:
            linje = linjer[d.fix.span.line - 1]
            plass = linje.find(d.fix.old, d.fix.span.column - 1, d.fix.span.end_column - 1)
            if plass >= 0 and d.fix.old != d.fix.new:
                yield Endring(d.fix.span.line, plass + 1, d.fix.old, d.fix.new)
    if checked.source.root is not None:
        yield from _telefoner(checked.source.root, linjer)
        yield from _registeret(checked.source.root, linjer)


def _telefoner(node: Node, linjer: list[str], i_telefon: bool = False) -> Iterator[Endring]:
    """Group phone numbers of eight digits as Norwegians read them."""
    # Imported here: the filters of the documents are needed by nothing else that `valider` does.
    from avtalegen.komponering.sprak import nummer_gruppert

    if isinstance(node, Mapping):
        for navn, entry in node.entries.items():
            if not isinstance(entry, Inherited):
                yield from _telefoner(entry.value, linjer, navn == "telefon")
    elif isinstance(node, Sequence):
        for ting in node.items:
            yield from _telefoner(ting, linjer, i_telefon)
    elif i_telefon and node.value:
        linje = linjer[node.line - 1][: node.end_column - 1]
        for treff in _ÅTTE_SIFRE.finditer(linje, node.column - 1):
            gruppert = nummer_gruppert(treff[0].replace(" ", "")).replace("\u00a0", " ")
            if gruppert != treff[0]:
                yield Endring(node.line, treff.start() + 1, treff[0], gruppert)


def _registeret(root: Node, linjer: list[str]) -> Iterator[Endring]:
    """Fill in what the register knows where the key is there and empty: that is how a person asks for it."""
    parter = _verdi(root, "parter")
    kommuner = _verdi(parter, "kommuner")
    politi = _verdi(parter, "politi")
    kjente = []
    for node in kommuner.items if isinstance(kommuner, Sequence) else [kommuner]:
        nummer = _verdi(node, "kommunenummer") if isinstance(node, Mapping) else node
        kjent = register.kommune(str(to_data(nummer))) if isinstance(nummer, Scalar) else None
        if kjent is None and isinstance(node, Mapping) and (number := number_of(to_data(node))):
            kjent = register.kommune(number)
            yield from _nummer(node, number, linjer)
        if kjent is None:
            continue
        kjente.append(kjent)
        yield from _fyll(node, "navn", kjent.navn, linjer)
        yield from _fyll(node, "organisasjonsnummer", kjent.organisasjonsnummer, linjer)
    distrikter = {kjent.politidistrikt for kjent in kjente}
    if len(distrikter) == 1:
        yield from _fyll(politi, "distrikt", distrikter.pop(), linjer)


def _nummer(node: Mapping, nummer: str, linjer: list[str]) -> Iterator[Endring]:
    """Write the number of a kommune that has only a name: before the name, on a line of its own where the name has."""
    if "kommunenummer" in node.entries:
        yield from _fyll(node, "kommunenummer", nummer, linjer)
        return
    nøkkel = node.entries["navn"].key
    linje, før = linjer[nøkkel.line - 1], nøkkel.column - 1
    skrevet = linje[før : nøkkel.end_column - 1]
    mellom = ", " if linje[:før].strip(" -") else "\n" + " " * før
    if not isinstance(node.entries["navn"], Inherited):
        yield Endring(nøkkel.line, nøkkel.column, skrevet, f'kommunenummer: "{nummer}"{mellom}{skrevet}')


def _verdi(node: Node | None, navn: str) -> Node | None:
    entry = node.entries.get(navn) if isinstance(node, Mapping) else None
    return entry.value if entry and not isinstance(entry, Inherited) else None


def _fyll(node: Node | None, navn: str, verdi: str | None, linjer: list[str]) -> Iterator[Endring]:
    tom = _verdi(node, navn)
    if verdi is None or not isinstance(node, Mapping) or not isinstance(tom, Scalar) or tom.value is not None:
        return
    nøkkel = node.entries[navn].key
    skrevet = re.compile(rf"{re.escape(navn)}\s*:(?=\s|$)").match(linjer[nøkkel.line - 1], nøkkel.column - 1)
    if skrevet and tom.end_column == tom.column:
        yield Endring(nøkkel.line, nøkkel.column, skrevet[0], f"{skrevet[0]} {verdi}")


def _ikke_verre(før: Checked, etter: Checked) -> bool:
    """Tell whether nothing is found that wasn't before. Rules that could not run before are no measure."""

    def tall(checked: Checked) -> Counter[tuple[str, str]]:
        alle = før.avtale is not None
        return Counter(_hva(d) for d in checked.diagnostics if alle or d.severity is Severity.FEIL)

    return not tall(etter) - tall(før)


def _hva(d: Diagnostic) -> tuple[str, str]:
    return d.code, d.message
