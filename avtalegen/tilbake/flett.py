"""Changes from several hands in one agreement: those of two copies, and those that the file has had meanwhile.

What only one has changed, counts; what two have changed in the same way, too. What they have changed in different ways
is a conflict, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing.redigering.overstyring import som_liste
from avtalegen.register import nummer_i_dag
from avtalegen.tilbake.tre import Data, Endringer, Ny, Rekke, anvendt, rekken, verdi_ved

_NAMES = ("navn", "hva", "tittel", "overskrift", "dato", "kode", "tema")
"""Keys that tell one thing in a list from another, whatever else is said of it; a kommune goes by its number."""


class Konflikt(NamedTuple):
    """A value or a list that has been changed in different ways: how it was, and how each of them has it."""

    rute: Rute
    før: Data
    svar: tuple[tuple[str, Data], ...]


class Flettet(NamedTuple):
    """The changes of all, without those that are in conflict."""

    endringer: Endringer
    konflikter: tuple[Konflikt, ...]


def flett(data: Data, fra: Sequence[tuple[str, Endringer]]) -> Flettet:
    """Return the changes of several, each with a name, in the same agreement."""
    if len(fra) == 1:
        return Flettet(fra[0][1], ())
    verdier: dict[Rute, Data] = {}
    lister: dict[Rute, Rekke] = {}
    konflikter: list[Konflikt] = []
    for rute in dict.fromkeys(rute for _, en in fra for rute in en.verdier):
        svar = [(navn, en.verdier[rute]) for navn, en in fra if rute in en.verdier]
        svar += [(navn, None) for navn, en in fra if rute not in en.verdier and _tatt_bort(en, rute)]
        if all(verdi == svar[0][1] for _, verdi in svar):
            verdier[rute] = svar[0][1]
        else:
            konflikter.append(Konflikt(rute, verdi_ved(data, rute), tuple(svar)))
    for rute in dict.fromkeys(rute for _, en in fra for rute in en.lister):
        rekker = [(navn, en.lister[rute]) for navn, en in fra if rute in en.lister]
        rekke = _samlet(rekken(data, rute), [rekke for _, rekke in rekker])
        trengs = {nr for nr in rekken(data, rute) if nr not in (rekke or ()) and _rørt(rute, nr, konflikter)}
        if rekke is None:
            konflikter.append(
                Konflikt(rute, verdi_ved(data, rute), tuple((n, _liste(data, rute, r)) for n, r in rekker))
            )
        else:
            lister[rute] = tuple(_med(rekke, sorted(trengs)))
    return Flettet(Endringer(verdier, lister), tuple(konflikter))


def _tatt_bort(endringer: Endringer, rute: Rute) -> bool:
    """Tell whether what a value stands in is taken away."""
    return any(
        rute[: len(liste)] == liste and len(rute) > len(liste) and rute[len(liste)] not in rekke
        for liste, rekke in endringer.lister.items()
    ) or any(verdi is None and len(en) < len(rute) and rute[: len(en)] == en for en, verdi in endringer.verdier.items())


def _rørt(rute: Rute, nr: int, konflikter: Sequence[Konflikt]) -> bool:
    """Tell whether something within one thing in a list is in conflict."""
    return any(en.rute[: len(rute) + 1] == (*rute, nr) for en in konflikter)


def _med(rekke: Rekke, igjen: list[int]) -> Iterator[int | Ny]:
    """Give a list with what is in conflict still there: it is not taken away, nor changed."""
    for en in rekke:
        while igjen and isinstance(en, int) and igjen[0] < en:
            yield igjen.pop(0)
        yield en
    yield from igjen


def _samlet(gammel: Sequence[int], rekker: Sequence[Rekke]) -> Rekke | None:
    """Return what several lists, made of the same one, are together; None where they can't be told together."""
    if all(rekke == rekker[0] for rekke in rekker):
        return rekker[0]
    if any([*(tall := _tallene(rekke))] != sorted(tall) for rekke in rekker):
        return None
    felles = [nr for nr in gammel if all(nr in rekke for rekke in rekker)]
    etter: dict[int, list[Ny]] = {}
    for rekke in rekker:
        sist = -1
        for en in rekke:
            if isinstance(en, int):
                sist = en
            elif en not in etter.setdefault(sist, []):
                etter[sist].append(en)
    samlet: list[int | Ny] = [*etter.get(-1, ())]
    for nr in gammel:
        if nr in felles:
            samlet.append(nr)
        samlet += etter.get(nr, ())
    return tuple(samlet)


def _tallene(rekke: Rekke) -> list[int]:
    return [en for en in rekke if isinstance(en, int)]


def _liste(data: Data, rute: Rute, rekke: Rekke) -> Data:
    gamle = som_liste(verdi_ved(data, rute))
    return [en.verdi if isinstance(en, Ny) else gamle[en] for en in rekke]


def over(endringer: Endringer, fra: Data, til: Data, navn: str, fil: str) -> Flettet:
    """Return changes of one agreement as changes of another that was made of it; `navn` and `fil` are whose each is."""
    if fra == til:
        return Flettet(endringer, ())
    verdier: dict[Rute, Data] = {}
    lister: dict[Rute, Rekke] = {}
    konflikter: list[Konflikt] = []
    ferdig = anvendt(fra, endringer)
    endringer = Endringer(
        {rute: verdi for rute, verdi in endringer.verdier.items() if verdi_ved(ferdig, rute) != verdi_ved(til, rute)},
        {rute: rekke for rute, rekke in endringer.lister.items() if verdi_ved(ferdig, rute) != verdi_ved(til, rute)},
    )
    for rute, verdi in endringer.verdier.items():
        var, dit = verdi_ved(fra, rute), _dit(fra, til, rute)
        er = None if dit is None else verdi_ved(til, dit)
        if dit is not None and er == var:
            verdier[dit] = verdi
        elif dit is None or er != verdi:
            konflikter.append(Konflikt(dit or rute, var, ((navn, verdi), (fil, er))))
    for rute, rekke in endringer.lister.items():
        dit = _dit(fra, til, rute)
        var, er = som_liste(verdi_ved(fra, rute)), som_liste(None if dit is None else verdi_ved(til, dit))
        ny = [en.verdi if isinstance(en, Ny) else var[en] for en in rekke]
        if er == ny:
            continue
        flettet = None if dit is None else _lister(var, er, rekke)
        if dit is None or flettet is None:
            konflikter.append(Konflikt(dit or rute, var, ((navn, ny), (fil, er))))
        else:
            lister[dit] = flettet
    return Flettet(Endringer(verdier, lister), tuple(konflikter))


def _lister(var: Sequence[Data], er: Sequence[Data], rekke: Rekke) -> Rekke | None:
    """Return what a list is to be that is another now; None when that can't be told."""
    dit = {nr: _element(var, er, nr) for nr in range(len(var))}
    borte = [nr for nr in range(len(var)) if nr not in rekke]
    if _tallene(rekke) != sorted(_tallene(rekke)) or any(dit[nr] is None for nr in borte):
        return rekke if [*var] == [*er] else None
    ny: list[int | Ny] = [nr for nr in range(len(er)) if nr not in {dit[b] for b in borte}]
    sist: int | Ny | None = None
    for en in rekke:
        if isinstance(en, int):
            sist = dit[en]
            if sist is None:
                return None
        else:
            ny.insert(0 if sist is None else ny.index(sist) + 1, en)
            sist = en
    return tuple(ny)


def _dit(fra: Data, til: Data, rute: Rute) -> Rute | None:
    """Return the way in another agreement to what is at `rute` in this one; None when it isn't there."""
    vei: list[str | int] = []
    for steg in rute:
        if isinstance(steg, int):
            if not isinstance(fra, list) or not isinstance(til, list):
                return None
            sted = _element(fra, til, steg)
            if sted is None:
                return None
            vei.append(sted)
            fra, til = fra[steg], til[sted]
        elif isinstance(til, dict | None):
            vei.append(steg)
            fra, til = verdi_ved(fra, (steg,)), verdi_ved(til, (steg,))
        else:
            return None
    return tuple(vei)


def _element(fra: Sequence[Data], til: Sequence[Data], nr: int) -> int | None:
    """Return the place of one thing in a list that has changed: the same, or the one that goes by the same name."""
    like = [n for n, en in enumerate(til) if en == fra[nr]]
    if len(like) == 1:
        return like[0]
    if [*fra] == [*til]:
        return nr
    navn = _navn(fra[nr])
    samme = [n for n, en in enumerate(til) if navn is not None and _navn(en) == navn]
    return samme[0] if len(samme) == 1 else None


def _navn(verdi: Data) -> object:
    if not isinstance(verdi, Mapping):
        return None
    if isinstance(nummer := verdi.get("kommunenummer"), str):
        return "kommunenummer", nummer_i_dag(nummer)
    return next(((nøkkel, verdi[nøkkel]) for nøkkel in _NAMES if nøkkel in verdi), None)
