"""What `avtalegen sett` would do, worked out for all files before any of them is written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from avtalegen.cli._malform import følg
from avtalegen.cli._meldinger import signed
from avtalegen.cli._sett_fil import endringer, felles_fil, i_felles
from avtalegen.cli._sett_ruter import Ønske
from avtalegen.cli._settings import Settings
from avtalegen.cli._sjekk import sjekk
from avtalegen.cli._terminal import read_input
from avtalegen.flyt import Checked
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Severity
from avtalegen.lesing import LIMITS, looks_like_agreement
from avtalegen.lesing.redigering import Alias, Endring, LinjeEndring, rediger
from avtalegen.rettelser import nye_funn
from avtalegen.samling.filer import Found, find, read
from avtalegen.samling.repository import Repository
from avtalegen.visning.rediger.innhold import data_i, er_signert


class Plan(NamedTuple):
    """A file before and after, the lines that differ, and what is found that wasn't.

    `arvinger` are the agreements that a shared file changes, each with whether it is signed.
    """

    navn: str
    før: bytes
    etter: bytes
    linjer: tuple[LinjeEndring, ...]
    nye: tuple[Diagnostic, ...] = ()
    arvinger: tuple[tuple[str, bool], ...] = ()


class Planer(NamedTuple):
    """The files to change; why some can't be read, and why some are not to be changed.

    `kan_likevel`: everything that stands in the way can be set aside by the one who asks.
    """

    planer: tuple[Plan, ...]
    uleste: tuple[str, ...]
    avslag: tuple[str, ...]
    kan_likevel: bool


def planer(
    files: Sequence[str], ønsker: list[Ønske], settings: Settings, *, felles: bool, likevel: bool, skriv_ut: bool
) -> Planer:
    """Work out what is asked for. Nothing is written."""
    return _Planlegger(settings, likevel, "skriv_ut" if skriv_ut else "nekt").alle(files, ønsker, felles)


class _Planlegger:
    """What is known so far."""

    def __init__(self, settings: Settings, likevel: bool, alias: Alias) -> None:
        self._settings, self._likevel, self._alias = settings, likevel, alias
        self._planer: list[Plan] = []
        self._uleste: list[str] = []
        self._avslag: list[str] = []
        self._kan_likevel = True

    def alle(self, files: Sequence[str], ønsker: list[Ønske], felles: bool) -> Planer:
        found = list(self._lest(files, alle=False))
        if found:
            (first, data), *_ = found
            følg(data, first.name, self._settings.of(first).konfig.målform)
        if felles:
            self._felles(found, ønsker)
        else:
            for one, data in found:
                self._avtale(one, data, ønsker)
        return Planer(tuple(self._planer), tuple(self._uleste), tuple(self._avslag), self._kan_likevel)

    def _lest(self, files: Sequence[str], *, alle: bool) -> Iterator[tuple[Found, bytes]]:
        for found in find(files, lambda error: self._uleste.append(error.message)):
            if not alle and not self._settings.includes(found):
                continue
            try:
                data = read_input(found, LIMITS.bytes)
            except AvtalegenError as error:
                self._uleste.append(error.message)
                continue
            if not found.explicit and not looks_like_agreement(data):
                continue
            if not found.explicit and not alle and found.path.is_symlink():
                self._nei(
                    Begge(
                        f"«{found.name}» er en lenke. Oppgi filen selv for å endre den.",
                        f"«{found.name}» er ei lenkje. Oppgi fila sjølv for å endre ho.",
                    ),
                    endelig=True,
                )
                continue
            yield found, data

    def _nei(self, why: str, *, endelig: bool = False) -> None:
        self._avslag.append(why)
        self._kan_likevel = self._kan_likevel and not endelig

    def _sjekk(self, found: Found, data: bytes, files: Repository | None = None) -> Checked:
        return sjekk(data, found.name, self._settings.of(found), files)

    def _avtale(self, found: Found, data: bytes, ønsker: list[Ønske]) -> None:
        try:
            plan = self._redigert(found.name, data, endringer(data, found.name, ønsker, Repository(found.name)))
        except AvtalegenError as error:
            self._nei(error.message, endelig=True)
            return
        if plan.etter == plan.før:
            return
        if not looks_like_agreement(data):  # a file that agreements inherit
            self._planer.append(self._med_arvinger(plan))
            return
        before = self._sjekk(found, data)
        new = nye_funn(before, self._sjekk(found, plan.etter))
        if er_signert(before) and not self._likevel:
            self._nei(signed(found.name))
        self._planer.append(plan._replace(nye=self._tålt(found.name, new)))

    def _tålt(self, name: str, new: list[Diagnostic]) -> tuple[Diagnostic, ...]:
        number = sum(found.severity is Severity.FEIL for found in new)
        if number and not self._likevel:
            self._nei(
                Begge(
                    f"Endringen gir {'en ny feil' if number == 1 else f'{number} nye feil'} i «{name}».",
                    f"Endringa gir {'ein ny feil' if number == 1 else f'{number} nye feil'} i «{name}».",
                )
            )
        return tuple(new)

    def _redigert(self, name: str, data: bytes, edits: list[Endring]) -> Plan:
        made = rediger(data, name, *edits, alias=self._alias)
        return Plan(name, data, made.data, made.linjer)

    def _felles(self, found: list[tuple[Found, bytes]], ønsker: list[Ønske]) -> None:
        """Change the shared files instead of the agreements that are given."""
        asked: dict[str, list[Ønske]] = {}
        for one, data in found:
            for ønske in ønsker:
                try:
                    name = felles_fil(data, one.name, ønske.rute, Repository(one.name))
                except AvtalegenError as error:
                    self._nei(error.message, endelig=True)
                    continue
                wishes = asked.setdefault(name, [])
                if ønske not in wishes:
                    wishes.append(ønske)
        for name, wishes in asked.items():
            try:
                data = read(Path(name), LIMITS.bytes)
                plan = self._redigert(name, data, i_felles(data, name, wishes))
            except AvtalegenError as error:
                self._nei(error.message, endelig=True)
                continue
            if plan.etter != plan.før:
                self._planer.append(self._med_arvinger(plan))

    def _med_arvinger(self, plan: Plan) -> Plan:
        """Return the plan of a shared file with the agreements of the collection that it changes."""
        new: list[Diagnostic] = []
        heirs = []
        top = os.path.relpath(Repository(plan.navn).toppen)
        for found, data in self._lest([top], alle=True):
            before = self._sjekk(found, data)
            if os.path.realpath(plan.navn) not in map(os.path.realpath, before.texts):
                continue
            after = self._sjekk(found, data, Repository(found.name, {plan.navn: plan.etter}))
            if data_i(before) == data_i(after):
                continue
            heirs.append((found.name, er_signert(before)))
            new += (one for one in self._tålt(found.name, nye_funn(before, after)) if one not in new)
        return plan._replace(nye=tuple(new), arvinger=tuple(heirs))
