"""The rules on an agreement that could be read in part.

What could not be read may be just what a rule misses. So the parts of the agreement tell what is read of them: a
finding that comes after something unread was asked for, may be wrong, and isn't given. A rule that asks for more than
its findings rest on, says which keys count (`Regel.bygger_på`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import Any, NamedTuple

from avtalegen.funn.diagnostic import Diagnostic, Rute, Severity
from avtalegen.lesing.delvis import Delvis
from avtalegen.lesing.nokler import part_at
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.lokaltekst import Skrevet
from avtalegen.register import Kommune
from avtalegen.regler.base import Funn, Kontekst, Regel


class DelvisKontekst(Kontekst):
    """What the rules look at when only part of an agreement could be read."""

    def __init__(self, delvis: Delvis, *resten: Any) -> None:
        super().__init__(delvis.avtale, *resten)
        self.delvis = delvis
        self.steder = delvis.uleste | {rute for rute, _ in delvis.tekster}
        self.spurt = Spurt()
        _sett_vakt(delvis, self.spurt)

    @property
    def kommuner(self) -> tuple[Kommune | None, ...]:
        """As in `Kontekst`. Which they are is asked for one by one: how many is known when the numbers aren't."""
        parter = self.avtale.parter.kommuner
        with self.spurt.uten_å_høre():
            kommuner = self._kommuner()
        return _voktet_av(kommuner, lambda i: parter[i].kommunenummer)

    @property
    def kommunenavn(self) -> tuple[tuple[str, ...], ...]:
        """As in `Kontekst`."""
        parter = self.avtale.parter.kommuner
        with self.spurt.uten_å_høre():
            navn = self._kommunenavn()
        return _voktet_av(navn, lambda i: (parter[i].kommunenummer, parter[i].navn))

    def tekster_i(self, *deler: str) -> Iterator[tuple[Rute, str]]:
        """As in `Kontekst`, with the texts that may belong to any of the parts."""
        self.fant_ikke(*deler)
        return (par for par in self.foldet if self._er_i(par[0], deler))

    def _er_i(self, rute: Rute, deler: tuple[str, ...]) -> bool:
        return rute[0] in deler or rute[0] not in Avtale.felter

    def samlet_i(self, *deler: str) -> str:
        """As in `Kontekst`."""
        return "\n".join([tekst for _, tekst in self.tekster_i(*deler)])

    def er_skrevet(self, rute: Rute) -> bool:
        """As in `Kontekst`. What isn't written may be what stands under a key that isn't known."""
        over = rute[:-1]
        if (del_ := part_at(over)) and any(r[:-1] == over and r[-1] not in del_.felter for r, _ in self.delvis.tekster):
            self.spurt.etter((over,))
        return super().er_skrevet(rute)

    def fant_ikke(self, *deler: str) -> None:
        """Note that nothing was found in the texts of some parts, or in those of the whole agreement.

        Of the whole, only a large part may have said it: else one value would silence half of the rules.
        """
        self.spurt.etter(
            tom for tom in self.delvis.tomme if (tom[0] in deler if deler else len(tom) == 1 and tom != ("parter",))
        )

    @cached_property
    def tekster(self) -> tuple[tuple[Rute, str], ...]:
        """Every text in the agreement, those in what could not be read among them, in the order of the format."""
        with self.spurt.uten_å_høre():
            lest = [par for par in self.skrevet.tekster if not _under(par[0], self.delvis.uleste)]
        return tuple(sorted([*lest, *self.delvis.tekster], key=lambda par: _i_formatet(par[0])))


def kjør_delvis(kontekst: DelvisKontekst, regler: Iterable[Regel]) -> list[Diagnostic]:
    """Return what the rules surely find in what could be read."""
    funnet: list[Diagnostic] = []
    for regel in regler:
        kontekst.spurt.ruter.clear()
        for funn in regel.sjekk(kontekst):
            if _er_sikkert(funn, regel, kontekst):
                with kontekst.spurt.uten_å_høre():
                    funnet.append(kontekst.diagnostic(regel, funn))
    return funnet


def kjør_med_ord(kontekst: Kontekst, regler: Iterable[Regel]) -> list[Diagnostic]:
    """Return what the rules find in an agreement with values that are only words: what does not rest on those.

    The words themselves are texts like others.
    """
    ingen: frozenset[Rute] = frozenset()
    alt = Delvis(kontekst.avtale.model_copy(deep=True), ingen, ingen, ingen, ingen, ())
    resten = (kontekst.rot, kontekst.fil, kontekst.valg, kontekst.filer)
    return kjør_delvis(uten_ord(alt, kontekst.skrevet, *resten), regler)


def uten_ord(delvis: Delvis, skrevne: Skrevet, *resten: Any) -> DelvisKontekst:
    """Return what the rules look at of what could be read, when they are to know nothing of what is only words.

    Unlike of what can't be read, there may be more to say of a place with words in it.
    """
    i_ord = tuple(par for par in skrevne.i_ord if not _under(par[0], delvis.uleste))
    ruter = frozenset(rute for rute, _ in i_ord)
    ordene = (par for par in skrevne.tekster if _under(par[0], ruter)) if ruter else ()
    uten = DelvisKontekst(delvis._replace(uleste=delvis.uleste | ruter, tekster=(*delvis.tekster, *ordene)), *resten)
    uten.steder = delvis.uleste | {rute for rute, _ in delvis.tekster}
    uten.i_ord = i_ord
    return uten


def _er_sikkert(funn: Funn, regel: Regel, kontekst: DelvisKontekst) -> bool:
    if any(_rokker(ulest, funn, regel) for ulest in kontekst.spurt.ruter):
        return False
    # Of a value that can't be read, that is what there is to say; unless it must not stand there at all.
    return regel.alvorlighet is Severity.FEIL or not _under(funn.rute, kontekst.steder)


def _rokker(ulest: Rute, funn: Funn, regel: Regel) -> bool:
    """Tell whether a finding may be wrong when what stands at a place isn't known."""
    if _er_en_annen(ulest, funn.rute):
        return False
    if regel.bygger_på is None:
        return True
    nøkler = ".".join(steg for steg in ulest if isinstance(steg, str))
    if any(f"{nøkler}.".startswith(f"{grunn}.") or grunn.startswith(f"{nøkler}.") for grunn in regel.bygger_på):
        return True
    return ulest[: len(funn.rute)] == funn.rute or funn.rute[: len(ulest)] == ulest


def _er_en_annen(ulest: Rute, rute: Rute) -> bool:
    """Tell whether two routes lead to two items of the same list: what is said of the one, is said of it alone."""
    for a, b in zip(ulest, rute, strict=False):
        if a != b:
            return isinstance(a, int) and isinstance(b, int)
    return False


def _under(rute: Rute, over: frozenset[Rute]) -> bool:
    return any(rute[:n] in over for n in range(1, len(rute) + 1))


def _i_formatet(rute: Rute) -> tuple[int, ...]:
    """Return where in the order of the format a route comes."""
    part: Any = Avtale
    plass = []
    for steg in rute:
        if isinstance(steg, int):
            plass.append(steg)
            continue
        nøkler = _nøkler(part) if part else {}
        nummer, part = nøkler.get(steg, (len(nøkler), None))
        plass.append(nummer)
    return tuple(plass)


@cache
def _nøkler(part: type[Del]) -> dict[str, tuple[int, type[Del] | None]]:
    return {nøkkel: (nummer, del_i(felt.type)) for nummer, (nøkkel, felt) in enumerate(part.felter.items())}


class Spurt:
    """Which of the unread places a rule has asked for."""

    def __init__(self) -> None:
        self.ruter: set[Rute] = set()
        self._hører = True

    def etter(self, ruter: Iterable[Rute]) -> None:
        """Note that somebody asks for what stands at some places."""
        if self._hører:
            self.ruter.update(ruter)

    def uten_å_høre(self) -> _Stille:
        """Return a context in which nothing is noted."""
        return _Stille(self)


class _Stille:
    def __init__(self, spurt: Spurt) -> None:
        self._spurt = spurt

    def __enter__(self) -> None:
        self._før, self._spurt._hører = self._spurt._hører, False

    def __exit__(self, *_: object) -> None:
        self._spurt._hører = self._før


class _Vakt(NamedTuple):
    """The unread fields of a part, by the names that Python has for them."""

    felter: dict[str, Rute]
    spurt: Spurt


class _Voktet(tuple[Any, ...]):
    """A tuple made of the kommuner, that reads what each item is made of when somebody asks for it."""

    les: Callable[[int], object]

    def __iter__(self) -> Iterator[Any]:
        for i, en in enumerate(super().__iter__()):
            self.les(i)
            yield en

    def __getitem__(self, i: Any) -> Any:
        for j in range(len(self))[i] if isinstance(i, slice) else (i,):
            self.les(j)
        return super().__getitem__(i)


def _voktet_av(ting: Iterable[Any], les: Callable[[int], object]) -> _Voktet:
    voktet = _Voktet(ting)
    voktet.les = les
    return voktet


@cache
def _voktet(klasse: type[Del]) -> type[Del]:
    """Return the same class, of parts that tell what is read of them."""

    def hent(self: Del, navn: str) -> Any:
        vakt: _Vakt = object.__getattribute__(self, "vakt")
        if navn in vakt.felter:
            vakt.spurt.etter((vakt.felter[navn],))
        elif navn == "__dict__":
            vakt.spurt.etter(vakt.felter.values())
        return klasse.__getattribute__(self, navn)

    meta: Any = type(klasse)
    ny: type[Del] = meta(klasse.__name__, (klasse,), {"__getattribute__": hent, "__module__": klasse.__module__})
    return ny


class _Vakthold:
    """Finds the parts in which something could not be read, and which of their fields it may be."""

    def __init__(self, avtale: Avtale) -> None:
        self._avtale = avtale
        self.felter: dict[int, tuple[Del, dict[str, Rute]]] = {}

    def uleste(self, rute: Rute) -> None:
        """Watch a place that could not be read: the field, and all the fields of what fills its place."""
        for del_, _ in _deler(self._avtale, rute):
            for felt in del_.felter.values():
                self._vokt(del_, felt, rute)
        # The item of a list of texts has no part of its own: the list is what is read.
        siste = max(n for n, steg in enumerate(rute) if isinstance(steg, str))
        for del_, felt in self._felter(rute[: siste + 1]):
            if siste == len(rute) - 1 or not del_i(felt.type):
                self._vokt(del_, felt, rute)

    def lister(self, rute: Rute) -> None:
        """Watch a list of which the length isn't known."""
        for del_, felt in self._felter(rute):
            self._vokt(del_, felt, rute)

    def mulige(self, rute: Rute) -> None:
        """Watch what an unknown key may stand for, where it isn't there."""
        for del_, felt in self._felter(rute):
            if getattr(del_, felt.navn) in (None, (), felt.standard):
                self._vokt(del_, felt, rute)

    def _felter(self, rute: Rute) -> Iterator[tuple[Del, Felt]]:
        for del_, _ in _deler(self._avtale, rute[:-1]):
            if felt := del_.felter.get(str(rute[-1])):
                yield del_, felt

    def _vokt(self, del_: Del, felt: Felt, rute: Rute) -> None:
        self.felter.setdefault(id(del_), (del_, {}))[1].setdefault(felt.navn, rute)


def _sett_vakt(delvis: Delvis, spurt: Spurt) -> None:
    """Let the parts in which something could not be read, tell `spurt` when somebody asks for it."""
    vakthold = _Vakthold(delvis.avtale)
    for ruter, vokt in (
        (delvis.uleste, vakthold.uleste),
        (delvis.lister, vakthold.lister),
        (delvis.mulige, vakthold.mulige),
    ):
        for rute in sorted(ruter, key=str):
            vokt(rute)
    for del_, navn in vakthold.felter.values():
        object.__setattr__(del_, "vakt", _Vakt(navn, spurt))
        object.__setattr__(del_, "__class__", _voktet(type(del_)))


def _deler(del_: Any, rute: Rute, her: Rute = ()) -> Iterator[tuple[Del, Rute]]:
    """Yield the parts that a route leads to: several where it leaves out the numbers of lists."""
    steg = rute[0] if rute else None
    if isinstance(del_, tuple) and not isinstance(steg, int):
        for i, en in enumerate(del_):
            yield from _deler(en, rute, (*her, i))
    elif isinstance(del_, tuple) and isinstance(steg, int):
        if steg < len(del_):
            yield from _deler(del_[steg], rute[1:], (*her, steg))
    elif isinstance(del_, Del):
        if steg is None:
            yield del_, her
        elif felt := del_.felter.get(str(steg)):
            yield from _deler(getattr(del_, felt.navn), rute[1:], (*her, steg))
