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
from avtalegen.funn.diagnostic import Diagnostic, Rute, Severity
from avtalegen.lesing import Inherited, Mapping, Node, Scalar, Sequence, to_data
from avtalegen.lesing.kommunenumre import number_of
from avtalegen.lesing.redigering import RedigeringFeil, Sett, Sitert, rediger
from avtalegen.lesing.redigering.lapper import Fil, Lapp, lappet
from avtalegen.lesing.redigering.ulikt import like_ender
from avtalegen.lesing.validering import TOO_MANY

Sjekk = Callable[[bytes], Checked]

_ÅTTE_SIFRE = re.compile(r"(?<![\d+])(?:\d ?){7}\d(?! ?\d)")


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
    if any(d.code == TOO_MANY for d in før.diagnostics):
        return Rettet(data, ())  # the rules have not looked at it, and nothing shows that a change makes it no worse
    mulige = sorted(endring for endring in {*_endringer(før, data, fil)} if med(data, [endring]) != data)
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
    fil = Fil(data)
    starter = [0, *(treff.end() for treff in re.finditer("\n", fil.text))]
    lapper = []
    for endring in endringer:
        start = starter[endring.line - 1] + endring.column - 1
        if fil.text[start : start + len(endring.old)] == endring.old:
            lapper.append(Lapp(start, start + len(endring.old), endring.new))
    return fil.med(lappet(fil.text, lapper))[0]


def forskjell(før: bytes, etter: bytes, fil: str) -> str:
    """Return what changed as a unified diff, with the lines as every other report counts them."""
    gammel, ny = (Fil(data).text.split("\n") for data in (før, etter))
    return "".join(f"{linje}\n" for linje in unified_diff(gammel, ny, fil, fil, n=1, lineterm=""))


def _endringer(checked: Checked, data: bytes, fil: str) -> Iterator[Endring]:
    linjer = checked.source.text.split("\n")
    for d in checked.diagnostics:
        if d.fix and d.fix.span.file == fil:
            linje = linjer[d.fix.span.line - 1]
            if d.fix.old not in linje:  # a character that can't be used is another in the text that is read
                linje = Fil(data).text.split("\n")[d.fix.span.line - 1]
            plass = linje.find(d.fix.old, d.fix.span.column - 1, d.fix.span.end_column - 1)
            if plass >= 0 and d.fix.old != d.fix.new:
                yield Endring(d.fix.span.line, plass + 1, d.fix.old, d.fix.new)
    if checked.source.root is not None:
        yield from _telefoner(checked.source.root, linjer)
        for sett in _registeret(checked.source.root):
            yield from _satt(data, fil, sett)


def _telefoner(node: Node, linjer: list[str], i_telefon: bool = False) -> Iterator[Endring]:
    """Group phone numbers of eight digits as Norwegians read them."""
    # Imported here: the filters of the documents are needed by nothing else that `valider` does.
    from avtalegen.komponering.sprak.mengder import nummer_gruppert

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


def _satt(data: bytes, fil: str, sett: Sett) -> Iterator[Endring]:
    """Give the piece of a line that a value set is; nothing where it can't be set, or is more than that."""
    try:
        linjer = rediger(data, fil, sett).linjer
    except RedigeringFeil:
        return
    if len(linjer) == 1:
        gammel, ny = "".join(linjer[0].gamle), "".join(linjer[0].nye)
        foran, bak = like_ender(gammel, ny)
        yield Endring(linjer[0].fra, foran + 1, gammel[foran : len(gammel) - bak], ny[foran : len(ny) - bak])


def _registeret(root: Mapping) -> Iterator[Sett]:
    """Fill in what the register knows where the key is there and empty: that is how a person asks for it."""
    parter = _under(root, (), "parter")
    kommuner = _under(parter.node, parter.rute, "kommuner")
    politi = _under(parter.node, parter.rute, "politi")
    kjente = []
    flere = isinstance(kommuner.node, Sequence)
    for n, node in enumerate(kommuner.node.items if isinstance(kommuner.node, Sequence) else [kommuner.node]):
        rute = (*kommuner.rute, n) if flere else kommuner.rute
        nummer = _under(node, rute, "kommunenummer").node if isinstance(node, Mapping) else node
        kjent = register.kommune(str(to_data(nummer))) if isinstance(nummer, Scalar) else None
        if kjent is None and isinstance(node, Mapping) and (number := number_of(to_data(node))):
            kjent = register.kommune(number)
            yield from _nummer(node, rute, number)
        if kjent is None:
            continue
        kjente.append(kjent)
        yield from _fyll(node, rute, "navn", kjent.navn)
        yield from _fyll(node, rute, "organisasjonsnummer", kjent.organisasjonsnummer)
    distrikter = {kjent.politidistrikt for kjent in kjente}
    if len(distrikter) == 1:
        yield from _fyll(politi.node, politi.rute, "distrikt", distrikter.pop())


def _nummer(node: Mapping, rute: Rute, nummer: str) -> Iterator[Sett]:
    """Write the number of a kommune that has only a name."""
    if "kommunenummer" in node.entries:
        yield from _fyll(node, rute, "kommunenummer", Sitert(nummer))
    elif not isinstance(node.entries["navn"], Inherited):
        yield Sett((*rute, "kommunenummer"), Sitert(nummer))


class _Sted(NamedTuple):
    """What stands in a file, and the way to it by the keys as they are written."""

    node: Node | None
    rute: Rute


def _under(node: Node | None, rute: Rute, navn: str) -> _Sted:
    entry = node.entries.get(navn) if isinstance(node, Mapping) else None
    if entry is None or isinstance(entry, Inherited):
        return _Sted(None, rute)
    return _Sted(entry.value, (*rute, entry.key.value or navn))


def _fyll(node: Node | None, rute: Rute, navn: str, verdi: str | None) -> Iterator[Sett]:
    tom, sti = _under(node, rute, navn)
    if verdi is None or not isinstance(node, Mapping) or not isinstance(tom, Scalar) or tom.value is not None:
        return
    nøkkel = node.entries[navn].key
    if nøkkel.plain and nøkkel.value == navn and tom.end_column == tom.column:
        yield Sett(sti, verdi)


def nye_funn(før: Checked, etter: Checked) -> list[Diagnostic]:
    """Return what is found in a file after a change that wasn't found before it, wherever it stood."""
    kjent = Counter(_hva(d) for d in før.diagnostics)
    nye = []
    for d in etter.diagnostics:
        if kjent[_hva(d)]:
            kjent[_hva(d)] -= 1
        else:
            nye.append(d)
    return nye


def _ikke_verre(før: Checked, etter: Checked) -> bool:
    """Tell whether nothing is found that wasn't before. Rules that could not run before are no measure."""
    alle = før.avtale is not None
    return not any(alle or d.severity is Severity.FEIL for d in nye_funn(før, etter))


def _hva(d: Diagnostic) -> tuple[str, str]:
    return d.code, d.message
