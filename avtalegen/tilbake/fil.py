"""Changes in an agreement as edits of its YAML file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing.redigering import Endring, Fjern, Flytt, RedigeringFeil, Sett, SettInn, rediger
from avtalegen.lesing.redigering.overstyring import som_liste
from avtalegen.tilbake.tre import Data, Endringer, Ny, Rekke, verdi_ved


class Skrevet(NamedTuple):
    """A file with the changes made, and those that couldn't be: their route, and why."""

    data: bytes
    ikke: tuple[tuple[Rute, str], ...]


def skrevet(data: bytes, fil: str, innhold: Data, endringer: Endringer) -> Skrevet:
    """Return the YAML file with the changes made; comments and layout stay. `innhold` is what the file holds.

    All are made together, or each for itself when one of them can't be made.
    """
    alle = [*_trinn(innhold, endringer)]
    try:
        return Skrevet(rediger(data, fil, *(ett for _, trinn in alle for ett in trinn), alias="skriv_ut").data, ())
    except RedigeringFeil:
        pass
    ikke: list[tuple[Rute, str]] = []
    for rute, trinn in alle:
        try:
            data = rediger(data, fil, *trinn, alias="skriv_ut").data
        except RedigeringFeil as feil:
            ikke.append((rute, feil.uten_sted))
    return Skrevet(data, tuple(ikke))


def _trinn(data: Data, endringer: Endringer) -> Iterator[tuple[Rute, list[Endring]]]:
    for rute, verdi in endringer.verdier.items():
        yield rute, [Fjern(rute) if verdi is None else Sett(rute, verdi)]
    # A place in a list counts until the list itself is changed: what is deepest comes first.
    for rute, rekke in sorted(endringer.lister.items(), key=lambda en: len(en[0]), reverse=True):
        yield rute, [*_liste(rute, verdi_ved(data, rute), rekke)]


def _liste(rute: Rute, verdi: Data, rekke: Rekke) -> Iterator[Endring]:
    if not rekke:
        yield Fjern(rute)
        return
    antall = len(som_liste(verdi))
    if not isinstance(verdi, list) and 0 not in rekke:
        nye = [en.verdi for en in rekke if isinstance(en, Ny)]
        yield Sett(rute, nye[0] if len(nye) == 1 else nye)
        return
    ønsket = [en for en in rekke if isinstance(en, int)]
    nå = [nr for nr in range(antall) if nr in ønsket]
    yield from _flyttet(rute, nå, ønsket, [nr for nr in range(antall) if nr not in ønsket])
    for plass, en in enumerate(rekke):
        if isinstance(en, Ny):
            yield SettInn(rute, plass, en.verdi)


def _flyttet(rute: Rute, nå: list[int], ønsket: list[int], borte: list[int]) -> Iterator[Endring]:
    if not ønsket:
        # A list that is emptied is taken away; what comes then, makes it anew.
        yield Fjern(rute)
        return
    yield from (Fjern((*rute, nr)) for nr in reversed(borte))
    for en in ønsket:
        uten = [nr for nr in nå if nr != en]
        if nå != ønsket and uten == [nr for nr in ønsket if nr != en]:
            yield Flytt(rute, nå.index(en), ønsket.index(en))
            return
    for plass, en in enumerate(ønsket):
        if nå[plass] != en:
            yield Flytt(rute, nå.index(en), plass)
            nå.insert(plass, nå.pop(nå.index(en)))
