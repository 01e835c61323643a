"""What may have to be changed in an agreement for its document to say what an edited one does: proposals to try."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from avtalegen.dokument.spor import Spenn
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Rute
from avtalegen.henting.enheter import Enhet
from avtalegen.henting.lest import Bit, les
from avtalegen.henting.samstilling import Pair, Work
from avtalegen.tilbake.oppramsing import oppramsinger
from avtalegen.tilbake.skrivemate import måter
from avtalegen.tilbake.tre import Data, Endringer, like, rekken, skrevet_rute, verdi_ved

_MOST = 12  # ways to write the same value


class Stemme(NamedTuple):
    """What one place shows of a value, before and now (None: it can't be told).

    `hele` is the same where what is shown of it stands in several pieces: from the first of them to the last.
    """

    rute: Rute
    før: str
    nå: str | None
    gammel: int
    ny: int
    hele: tuple[str, str] | None = None


class Forslag(NamedTuple):
    """A change that has been found: the ways to make it, and the places of the units that it is seen in.

    `ruter` are the values that it is about; `konflikt` says why it can't be made, whatever way is tried.
    """

    måter: tuple[Endringer, ...]
    gamle: tuple[int, ...]
    nye: tuple[int, ...]
    ruter: tuple[Rute, ...]
    før: str
    nå: str
    konflikt: str | None = None


class Uført(NamedTuple):
    """Something in a unit that belongs to no value."""

    gammel: int
    ny: int
    biter: tuple[Bit, ...]
    grunn: str


class Funnet(NamedTuple):
    """What has been found in the units that are the same ones, changed."""

    forslag: list[Forslag]
    uførte: list[Uført]


OURS = Begge(
    "Ordene er avtalegens egne, og ingen verdi i YAML-filen.",
    "Orda er avtalegen sine eigne, og ingen verdi i YAML-fila.",
)
BETWEEN = Begge(
    "Det er skrevet mellom to verdier, og kan høre til begge.",
    "Det er skrive mellom to verdiar, og kan høyre til begge.",
)
UNEQUAL, UNREADABLE, EXHAUSTED, LEFT = "uenige", "uleselig", "mange", "urørt:"
"""Why none is taken: places disagree, no way gives the text, too many are tried, a place (its number) is untouched."""
COLUMNS = Begge("Raden har fått flere eller færre kolonner.", "Rada har fått fleire eller færre kolonnar.")


def i_verdier(data: Data, gamle: Sequence[Enhet], nye: Sequence[Enhet], pairs: Sequence[Pair], work: Work) -> Funnet:
    """Return what has changed in values, and in our own words, of the units that belong together."""
    stemmer: list[Stemme] = []
    lister: list[Forslag] = []
    uførte: list[Uført] = []
    for a, b in pairs:
        if a is None or b is None:
            continue
        if gamle[a].celler == nye[b].celler:
            stemmer += (
                Stemme(skrevet_rute(data, s.rute), celle[s.fra : s.til], celle[s.fra : s.til], a, b)
                for celle, spenn in zip(gamle[a].celler, gamle[a].spenn, strict=True)
                for s in _verdiene(spenn)
            )
        elif len(gamle[a].celler) != len(nye[b].celler):
            uførte.append(Uført(a, b, (Bit(gamle[a].tekst, nye[b].tekst),), COLUMNS))
        else:
            for nr, (før, nå) in enumerate(zip(gamle[a].celler, nye[b].celler, strict=True)):
                _i_celle(data, (a, b), (før, nå), _verdiene(gamle[a].spenn[nr]), work, stemmer, lister, uførte)
    return Funnet([*_samlet(data, stemmer), *lister], uførte)


def _verdiene(spenn: Sequence[Spenn]) -> list[Spenn]:
    return [s for s in spenn if not s.valgt]


def _i_celle(
    data: Data,
    plass: tuple[int, int],
    tekster: tuple[str, str],
    spenn: Sequence[Spenn],
    work: Work,
    stemmer: list[Stemme],
    lister: list[Forslag],
    uførte: list[Uført],
) -> None:
    a, b = plass
    før, nå = tekster
    lest = les(før, spenn, nå, work)
    if before := oppramsinger(data, før, spenn, nå, lest, work):
        lister += (Forslag(en.måter, (a,), (b,), en.ruter, en.før, en.nå) for en in before.endret)
        stemmer += (Stemme(skrevet_rute(data, rute), f, n, a, b) for rute, f, n in before.andre)
        return
    ruter = [skrevet_rute(data, s.rute) for s in spenn]
    hele = {}
    if len(set(ruter)) < len(ruter):
        samlet = [*_samme_verdi(spenn, ruter)]
        som_hele = les(før, samlet, nå, work)
        if not (som_hele.andre or som_hele.tvetydig):
            if lest.andre or lest.tvetydig:
                lest, spenn, ruter = som_hele, samlet, [skrevet_rute(data, s.rute) for s in samlet]
            for s, verdi in zip(samlet, som_hele.verdier, strict=True):
                if verdi is not None and verdi != før[s.fra : s.til]:
                    hele[skrevet_rute(data, s.rute)] = (før[s.fra : s.til], verdi)
    for s, rute, verdi in zip(spenn, ruter, lest.verdier, strict=True):
        stemmer.append(Stemme(rute, før[s.fra : s.til], verdi, a, b, hele.get(rute)))
    if lest.tvetydig:
        uførte.append(Uført(a, b, (Bit(før, nå),), BETWEEN))
    elif lest.andre:
        uførte.append(Uført(a, b, lest.andre, OURS))


def _samme_verdi(spenn: Sequence[Spenn], ruter: Sequence[Rute]) -> Iterator[Spenn]:
    """Give the spans with neighbours that show pieces of the same value made one."""
    n = 0
    while n < len(spenn):
        slutt = n + 1
        while slutt < len(spenn) and ruter[slutt] == ruter[n]:
            slutt += 1
        yield Spenn(spenn[n].fra, spenn[slutt - 1].til, spenn[n].rute)
        n = slutt


def _samlet(data: Data, stemmer: Sequence[Stemme]) -> Iterator[Forslag]:
    """Give one proposal for each value, of what all the places that show it say."""
    etter_rute: dict[Rute, list[Stemme]] = {}
    for en in stemmer:
        if en.nå is not None:
            etter_rute.setdefault(en.rute, []).append(en)
    for rute, alle in etter_rute.items():
        endret = [en for en in alle if en.nå != en.før]
        if endret:
            yield _om_verdien(data, rute, alle, endret)


def _om_verdien(data: Data, rute: Rute, alle: Sequence[Stemme], endret: Sequence[Stemme]) -> Forslag:
    svar: dict[str, dict[str, Stemme]] = {}
    for en in alle:
        assert en.nå is not None
        svar.setdefault(en.før.casefold(), {}).setdefault(en.nå.casefold(), en)
    gamle, nye = tuple(dict.fromkeys(e.gammel for e in endret)), tuple(dict.fromkeys(e.ny for e in endret))
    først = endret[0]
    biter = [*{en.før.casefold(): (en.før, en.nå or "") for en in endret}.values()]
    før, nå = " … ".join(f for f, _ in biter), " … ".join(n for _, n in biter)
    for ulike in svar.values():
        if len(ulike) > 1:
            return Forslag(
                (), gamle, nye, (rute,), først.før, "» og «".join(str(e.nå) for e in ulike.values()), UNEQUAL
            )
    skrevet = verdi_ved(data, rute)
    ways = [*_måter(data, rute, skrevet, biter)]
    for hele in dict.fromkeys(en.hele for en in endret if en.hele):
        ways += _måter(data, rute, skrevet, [hele])
    if andre := like(data, rute):
        ways += [Endringer(dict.fromkeys((rute, *andre), måte.verdier[rute])) for måte in ways if rute in måte.verdier]
    return Forslag(tuple(ways), gamle, nye, (rute,), før, nå)


def _måter(data: Data, rute: Rute, skrevet: Data, biter: Sequence[tuple[str, str]]) -> Iterator[Endringer]:
    if isinstance(skrevet, list) and len(biter) == 1:
        yield from _i_listen(data, rute, skrevet, *biter[0])
    if isinstance(skrevet, list | dict):
        return
    if len(biter) == 1 and not biter[0][1].strip():
        yield uten(data, rute)
        return
    ways = [skrevet]
    for før, nå in biter:
        ways = [*islice(dict.fromkeys(en for way in ways for en in måter(way, før, nå)), _MOST)]
    for verdi in ways:
        if verdi and verdi != skrevet:
            yield Endringer({rute: verdi})


def _i_listen(data: Data, rute: Rute, skrevet: Sequence[Data], før: str, nå: str) -> Iterator[Endringer]:
    """Give the ways to change one of several things that are shown as one value, such as numbers of telephones."""
    for nr, en in enumerate(skrevet):
        if isinstance(en, str) and _tegn(en) == _tegn(før):
            yield from _måter(data, (*rute, nr), en, [(før, nå)])


def _tegn(tekst: str) -> str:
    return "".join(c for c in tekst.casefold() if c.isalnum())


def uten(data: Data, rute: Rute) -> Endringer:
    """Return what takes a value away, out of the list that it may stand in."""
    if isinstance(rute[-1], int):
        liste, nr = rute[:-1], rute[-1]
        return Endringer({}, {liste: tuple(en for en in rekken(data, liste) if en != nr)})
    return Endringer({rute: None})
