"""A change, taken apart into the smallest changes of what is written, and what each of them makes of the data.

The way to a value is that of the long form, and no item with nothing in it («- ») is counted in it. What is written may
be a short form: a text for a part, one thing for a list. Here it is decided what becomes of it. How the text changes is
the business of others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from unicodedata import normalize

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing.redigering import umulig
from avtalegen.lesing.redigering.endringer import Endring, Fjern, Sett, SettInn, Verdi
from avtalegen.lesing.redigering.trinn import Bytt, FlyttPunkt, NyNøkkel, NyttPunkt, Skritt, TaBort, TilListe, etter
from avtalegen.lesing.redigering.ulikt import ulikt
from avtalegen.lesing.redigering.umulig import UmuligError
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.punktliste import punktene

_MOST_COMPARED = 40_000


class _Sted(NamedTuple):
    """Where a way has come to: what is written there, and which part of the format it is.

    `felt`: it is what a field that takes `mange` holds, and not yet one of them.
    """

    sti: Rute
    part: type[Del] | None
    mange: bool

    def under(self, nøkkel: str) -> _Sted:
        """Return the place of a key of the mapping that is here."""
        felt = self.part.felter.get(nøkkel) if self.part else None
        return _Sted((*self.sti, nøkkel), del_i(felt.type) if felt else None, bool(felt and felt.mange))


_FILEN = _Sted((), Avtale, mange=False)


def skrittene(data: Any, endring: Endring) -> list[tuple[Skritt, Any]]:
    """Return the small changes that make a change, each with what the file holds after it.

    `data` is what it holds now: dict, list, str and None. It isn't changed. Raises `UmuligError`.
    """
    plan = _Plan(data)
    rute = tuple(normalize("NFC", step) if isinstance(step, str) else step for step in endring.rute)
    if isinstance(endring, Sett):
        plan.sett(rute, rein(endring.verdi))
    elif isinstance(endring, SettInn):
        plan.sett_inn(rute, endring.plass, rein(endring.verdi))
    elif isinstance(endring, Fjern):
        plan.fjern(rute, endring.behold_tomme)
    else:
        plan.flytt(rute, endring.fra, endring.til)
    return plan.skritt


def rein(verdi: Verdi) -> Any:
    """Return a value as dict, list and text in the form that the reader gives it."""
    if isinstance(verdi, str):
        return type(verdi)(_tegn(verdi))
    if isinstance(verdi, Mapping):
        return {_tegn(key): rein(value) for key, value in verdi.items()}
    return [rein(one) for one in verdi]


def _tegn(tekst: str) -> str:
    # What holds words together in a document, comes with what is copied from it, and has no meaning here.
    return normalize("NFC", tekst.replace("\ufeff", ""))


def slått_opp(data: Any, sti: Rute) -> Any:
    """Return what stands at the end of a way that is there."""
    for step in sti:
        data = data[step]
    return data


def lest(data: Any, rute: Rute) -> Any:
    """Return what stands where a way leads, also through short forms; None when nothing does."""
    plan = _Plan(data)
    try:
        sted, rest = plan.gå(rute, les=True)
    except UmuligError:
        return None
    return None if rest else slått_opp(plan.data, sted.sti)


class _Plan:
    """The small changes so far, and what the file holds after them."""

    def __init__(self, data: Any) -> None:
        self.data = {} if data is None else data
        self.skritt: list[tuple[Skritt, Any]] = []

    def gjør(self, skritt: Skritt) -> None:
        self.data = etter(self.data, skritt)
        self.skritt.append((skritt, self.data))

    def på(self, sti: Rute) -> Any:
        return slått_opp(self.data, sti)

    def gå(self, rute: Rute, *, les: bool = False) -> tuple[_Sted, Rute]:
        """Go as far as there is something, and return where that is and the rest of the way.

        What stands in a short form gets room for the rest of the way, unless it is only to be read (`les`): then that
        is done to a copy.
        """
        sted = _FILEN
        for n, step in enumerate(rute):
            nå = self.på(sted.sti)
            if nå is None:
                return sted, rute[n:]
            neste = self._punkt(sted, step) if isinstance(step, int) else self._nøkkel(sted, nå, step, les=les)
            if neste is None:
                return (self._på_listen(sted) if isinstance(step, int) else sted), rute[n:]
            sted = neste
        return sted, ()

    def _punkt(self, sted: _Sted, step: int) -> _Sted | None:
        sted = self._punkter(self._på_listen(sted))
        nå = self.på(sted.sti)
        if isinstance(nå, list):
            plassene = _plassene(nå)
            if 0 <= step < len(plassene):
                return _Sted((*sted.sti, plassene[step]), sted.part, mange=False)
            if step == len(plassene):
                return None
            raise umulig.så_få(sted.sti, _antall(nå), step)
        if not sted.mange:
            raise umulig.ingen_liste(sted.sti, Begge("Ta bort plassen i listen.", "Ta bort plassen i lista."))
        if step == 0:
            return sted._replace(mange=False)
        if step == 1:
            self.gjør(TilListe(sted.sti))
            return None
        raise umulig.én_ting(sted.sti, step)

    def _punkter(self, sted: _Sted) -> _Sted:
        """Write a list that is pasted into one text as a list, before one of its items is found or changed."""
        nå = self.på(sted.sti)
        if sted.mange and isinstance(nå, str) and (punkter := punktene(nå)):
            self.gjør(Bytt(sted.sti, punkter))
        return sted

    def _nøkkel(self, sted: _Sted, nå: Any, step: str, *, les: bool) -> _Sted | None:
        part = sted.part
        if isinstance(nå, list):
            liste = part.listeform if part and not sted.mange else None
            if liste is None:
                raise umulig.er_liste(sted.sti)
            if step == liste:
                return sted.under(step)._replace(sti=sted.sti)
            self.gjør(TilListe(sted.sti, liste))
        elif isinstance(nå, str):
            lang = _langform(nå, part)
            if lang is None:
                raise umulig.er_tekst(sted.sti, nå)
            if not les or step in lang:
                self.gjør(Bytt(sted.sti, lang))
        return sted.under(step) if step in self.på(sted.sti) else None

    def _på_listen(self, sted: _Sted) -> _Sted:
        """Return the place of the list, where a part is asked for an item of the list that it stands for."""
        nå, part = self.på(sted.sti), sted.part
        if isinstance(nå, dict) and part and part.listeform and not sted.mange and part.listeform in nå:
            return sted.under(part.listeform)
        return sted

    def sett(self, rute: Rute, verdi: Any) -> None:
        sted, rest = self.gå(rute)
        if not rest:
            self._bytt(sted.sti, verdi)
            return
        step, *under = rest
        ny = _nøstet(sted.sti, tuple(under), verdi)
        nå = self.på(sted.sti)
        if isinstance(step, int):
            if isinstance(nå, list):
                self._sist(sted.sti, ny)
            elif step == 0:
                self.gjør(Bytt(sted.sti, [ny]))
            else:
                raise umulig.ingen_liste(sted.sti)
        elif nå is None:
            self.gjør(Bytt(sted.sti, {step: ny}))
        else:
            self.gjør(NyNøkkel(sted.sti, step, ny, tuple(sted.part.felter) if sted.part else ()))

    def _bytt(self, sti: Rute, ny: Any) -> None:
        """Change only what differs, so that the layout of the rest is kept."""
        nå = self.på(sti)
        if nå == ny:
            return
        if isinstance(nå, dict) and isinstance(ny, dict) and (not sti or nå.keys() & ny.keys()):
            part = _part(sti)
            for key, value in ny.items():
                if key in nå:
                    self._bytt((*sti, key), value)
                else:
                    self.gjør(NyNøkkel(sti, key, value, tuple(part.felter) if part else ()))
            for key in [key for key in nå if key not in ny]:
                self.gjør(TaBort((*sti, key)))
        elif isinstance(nå, list) and isinstance(ny, list) and nå and ny:
            self._bytt_liste(sti, nå, ny)
        elif not sti:
            raise umulig.tom_fil(sti)
        else:
            self.gjør(Bytt(sti, ny))

    def _bytt_liste(self, sti: Rute, nå: list[Any], ny: list[Any]) -> None:
        for a, b, c, d in reversed([*ulikt([_merke(one) for one in nå], [_merke(one) for one in ny], _MOST_COMPARED)]):
            felles = min(b - a, d - c)
            for n in range(felles):
                self._bytt((*sti, a + n), ny[c + n])
            for n in range(felles, d - c):
                self.gjør(NyttPunkt(sti, a + n, ny[c + n]))
            for n in reversed(range(felles, b - a)):
                self.gjør(TaBort((*sti, a + n)))

    def sett_inn(self, rute: Rute, plass: int, verdi: Any) -> None:
        sted, rest = self.gå(rute)
        if not rest:
            sted = self._punkter(self._på_listen(sted))
        nå = None if rest else self.på(sted.sti)
        if isinstance(nå, str | dict):
            if not sted.mange:
                raise umulig.ingen_liste(sted.sti)
            self.gjør(TilListe(sted.sti))
            nå = self.på(sted.sti)
        alle = nå or []
        plassene = [*_plassene(alle), len(alle)]
        if not 0 <= plass < len(plassene):
            raise umulig.utenfor(sted.sti, _antall(alle))
        if nå is None:
            self.sett(rute, [verdi])
        elif plass == len(plassene) - 1:
            self._sist(sted.sti, verdi)
        else:
            self.gjør(NyttPunkt(sted.sti, plassene[plass], verdi))

    def _sist(self, sti: Rute, verdi: Any) -> None:
        """Put an item last in a list: where there is a dash with nothing after it already, behind that."""
        liste = self.på(sti)
        plass = max(_plassene(liste), default=-1) + 1
        self.gjør(Bytt((*sti, plass), verdi) if plass < len(liste) else NyttPunkt(sti, plass, verdi))

    def fjern(self, rute: Rute, behold_tomme: bool) -> None:
        sted, rest = self.gå(rute)
        if rest or not rute:
            raise umulig.tomt(sted.sti, rute)
        sti = sted.sti
        over = sti[:-1]
        if behold_tomme and over and _antall(self.på(over)) == 1:
            self.gjør(Bytt(over, type(self.på(over))()))
            return
        while len(sti) > 1 and _antall(self.på(sti[:-1])) == 1 and not behold_tomme:
            sti = sti[:-1]
        self.gjør(TaBort(sti))

    def flytt(self, rute: Rute, fra: int, til: int) -> None:
        sted, rest = self.gå(rute)
        if rest:
            raise umulig.tomt(sted.sti, rute)
        sted = self._punkter(self._på_listen(sted))
        nå = self.på(sted.sti)
        if not isinstance(nå, list) and (nå is None or not sted.mange):
            raise umulig.ingen_liste(sted.sti)
        plassene = _plassene(nå) if isinstance(nå, list) else [0]
        for plass in (fra, til):
            if not 0 <= plass < len(plassene):
                raise umulig.ikke_noe_punkt(sted.sti, plass)
        if fra != til:
            self.gjør(FlyttPunkt(sted.sti, plassene[fra], plassene[til]))


def _plassene(liste: list[Any]) -> list[int]:
    """Return where in a list the items are that have something in them."""
    if None not in liste:
        return [*range(len(liste))]  # as most lists, which a change after the other is made in
    return [plass for plass, one in enumerate(liste) if one is not None]


def _antall(samling: dict[str, Any] | list[Any]) -> int:
    return len(_plassene(samling) if isinstance(samling, list) else samling)


def _langform(tekst: str, part: type[Del] | None) -> dict[str, str] | None:
    """Return the mapping that a text stands for, None when it stands for none."""
    try:
        lang = part.fra_tekst(tekst) if part else None
    except ValueError:
        return None
    return {key: str(value) for key, value in lang.items() if value is not None} if lang else None


def _nøstet(sti: Rute, rute: Rute, verdi: Any) -> Any:
    for step in reversed(rute):
        if isinstance(step, int) and step != 0:
            raise umulig.ingen_liste_ennå(sti, step)
        verdi = [verdi] if isinstance(step, int) else {step: verdi}
    return verdi


def _part(sti: Rute) -> type[Del] | None:
    sted = _FILEN
    for step in sti:
        sted = sted.under(step) if isinstance(step, str) else sted
    return sted.part


def _merke(verdi: Any) -> str:
    return repr(verdi)
