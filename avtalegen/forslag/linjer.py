"""The lines of a new file: which count, which are only proposed, and which are left out because they are inherited.

A line with «## » explains, one with «# » is YAML that is proposed, and the others are YAML that counts.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i

_BREDDE = 110  # characters, indentation included
_FORKLARING = "##"
_FORSLAG = "# "
_NØKKEL = re.compile(r"([a-zæøå_]+):(?: |$)")


class Linje:
    """A line of YAML with the lines that are further in below it, and what explains it above."""

    def __init__(self, innrykk: int, tekst: str, foreslått: bool, forklaringer: list[tuple[int, str]]) -> None:
        self.innrykk = innrykk
        self.tekst = tekst
        self.foreslått = foreslått
        self.forklaringer = forklaringer
        self.under: list[Linje] = []
        self.etter: list[tuple[int, str]] = []  # what explains something at the end of it

    @property
    def nøkkel(self) -> str | None:
        """The key that the line begins with, None for an item of a list."""
        treff = _NØKKEL.match(self.tekst)
        return treff[1] if treff else None

    @property
    def tom(self) -> bool:
        """Whether it is a key that has nothing itself, and gets it from the lines below."""
        return self.nøkkel is not None and self.tekst.endswith(":")

    def gjelder(self) -> bool:
        """Tell whether it or a line below says something that counts."""
        return not self.foreslått and (not self.tom or any(linje.gjelder() for linje in self.under))


def ferdig(tekst: str, arvet: Mapping[str, Any]) -> str:
    """Return a file as people get it.

    What the agreement has from other files (`arvet`, as plain data) is left out; a key that has only proposals below
    it is proposed itself; long explanations are broken, and an empty line stands above each part.
    """
    rot, rest = _les(tekst)
    rot.under = _uten(rot.under, arvet, Avtale)
    ut: list[str] = []
    for linje in rot.under:
        ut += ([""] if ut else []) + list(_skriv(linje, None))
    if rest:
        ut += ["", *(brutt for innrykk, forklaring in rest for brutt in _forklart(innrykk, forklaring))]
    return "".join(f"{linje}\n" for linje in ut)


def _les(tekst: str) -> tuple[Linje, list[tuple[int, str]]]:
    """Return the lines as a tree, and the explanations that no line comes after."""
    rot = Linje(-1, "", False, [])
    vei, forklaringer = [rot], []
    for rå in filter(str.strip, tekst.split("\n")):
        innhold = rå.lstrip()
        innrykk = len(rå) - len(innhold)
        if innhold.startswith(_FORKLARING):
            forklaringer.append((innrykk, innhold.removeprefix(_FORKLARING).strip()))
            continue
        foreslått = innhold.startswith(_FORSLAG)
        if foreslått:
            innhold = innhold.removeprefix(_FORSLAG)
            innrykk += len(innhold) - len(innhold.lstrip())
        while vei[-1].innrykk >= innrykk:
            vei.pop()
        if vei[-1].under:
            vei[-1].under[-1].etter += [en for en in forklaringer if en[0] > innrykk]
            forklaringer = [en for en in forklaringer if en[0] <= innrykk]
        linje = Linje(innrykk, innhold.strip(), foreslått, forklaringer)
        forklaringer = []
        vei[-1].under.append(linje)
        vei.append(linje)
    return rot, forklaringer


def _uten(linjer: list[Linje], arvet: object, del_: type[Del] | None) -> list[Linje]:
    """Return the lines without the keys that are inherited; a list is inherited as it is, or not at all."""
    igjen = []
    felt = _lang(arvet, del_)
    for linje in linjer:
        nøkkel = linje.nøkkel
        if nøkkel is None or nøkkel == "format" or (verdi := felt.get(nøkkel)) is None:
            igjen.append(linje)
            continue
        under = del_.felter.get(nøkkel) if del_ else None
        if linje.under and all(en.nøkkel for en in linje.under):
            linje.under = _uten(linje.under, verdi, del_i(under.type) if under and not under.mange else None)
            if linje.under:
                igjen.append(linje)
    return igjen


def _lang(verdi: object, del_: type[Del] | None) -> Mapping[str, Any]:
    """Return the fields that a value in the YAML stands for, also when it is written in short."""
    if isinstance(verdi, Mapping):
        return verdi
    if isinstance(verdi, list) and del_ and del_.listeform:
        return {del_.listeform: verdi}
    if isinstance(verdi, str) and del_:
        try:
            return del_.fra_tekst(verdi) or {}
        except ValueError:  # the format says what is wrong with it when the agreement is checked
            return {}
    return {}


def _skriv(linje: Linje, merke: int | None) -> Iterator[str]:
    """Give a line and those below it. `merke` is where the # of a proposal that it belongs to stands."""
    if merke is None and not linje.gjelder():
        merke = linje.innrykk
    for innrykk, forklaring in linje.forklaringer:
        yield from _forklart(innrykk, forklaring, merke)
    if merke is None:
        yield f"{' ' * linje.innrykk}{linje.tekst}"
    else:
        yield f"{' ' * merke}{_FORSLAG}{' ' * (linje.innrykk - merke)}{linje.tekst}"
    for under in linje.under:
        yield from _skriv(under, merke)
    for innrykk, forklaring in linje.etter:
        yield from _forklart(innrykk, forklaring, merke)


def _forklart(innrykk: int, forklaring: str, merke: int | None = None) -> list[str]:
    """Return the lines of an explanation, its text above that of the proposal that it is about."""
    inn = innrykk if merke is None else merke
    start = f"{' ' * inn}{_FORKLARING}{' ' * (innrykk - inn - 1)}"
    if not forklaring:
        return [start]
    # What goes on from a line above with a number or a dash stands below its text.
    punkt = re.match(r"(?:- |\d\. )?", forklaring)
    henger = " " * len(punkt[0]) if punkt else ""
    linjer = textwrap.wrap(
        forklaring.replace("kap. ", "kap.\N{NO-BREAK SPACE}"),
        _BREDDE,
        initial_indent=f"{start} ",
        subsequent_indent=f"{start} {henger}",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [linje.replace("\N{NO-BREAK SPACE}", " ") for linje in linjer]
