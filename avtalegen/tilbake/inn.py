"""Edited documents brought into the YAML file that they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError, Rute
from avtalegen.henting import MOST_BYTES
from avtalegen.henting.enheter import enheter
from avtalegen.henting.forskjell import paths
from avtalegen.henting.par import par
from avtalegen.henting.vedlagt import Vedlagt
from avtalegen.henting.word import read
from avtalegen.lesing.arv import Files
from avtalegen.modell.former import Målform
from avtalegen.skrivere.kildefiler import Carried, in_word
from avtalegen.skrivere.word.deler import read_parts
from avtalegen.skrivere.word.tekst import AUTHOR as OURS
from avtalegen.skrivere.word.tekst import Comment, Section, Told
from avtalegen.tilbake import Tilbake, tilbake
from avtalegen.tilbake.fil import skrevet
from avtalegen.tilbake.flett import Konflikt, flett, over
from avtalegen.tilbake.rest import STRUCK, Sted
from avtalegen.tilbake.tre import Data, Endringer
from avtalegen.tilbake.utgave import Kilde, Komponist, Utgave, i_dag, kilde

_MOST_MEETINGS = 24
_ALIKE = 0.5  # of the units of a document: below that it is made of something else


class Fil(NamedTuple):
    """The YAML file that changes are to come into: its name, its bytes, and the files it may inherit from."""

    navn: str
    data: bytes
    filer: Files | None


class Merknad(NamedTuple):
    """A remark in the margin: who wrote it, what it says, the headings above it, and the value that is nearest."""

    forfatter: str
    tekst: str
    sti: tuple[str, ...]
    rute: Rute | None


class Fra(NamedTuple):
    """What one document gives back. `tapt` tells that it was held against the file, for it carries no text."""

    navn: str
    svar: Tilbake
    sporede: int
    merknader: tuple[Merknad, ...]
    tapt: bool


class Innført(NamedTuple):
    """The YAML file with what could be brought into it, and what could not.

    `arvet` are the values that are written in another file, with its name; `ikke` those whose place in the file can't
    be changed, with why.
    """

    data: bytes
    fra: tuple[Fra, ...]
    endringer: Endringer
    konflikter: tuple[Konflikt, ...]
    arvet: tuple[tuple[Rute, str], ...]
    ikke: tuple[tuple[Rute, str], ...]

    @property
    def hele(self) -> bool:
        """Whether all that has been changed in the documents is in the file now."""
        steder = (sted for en in self.fra for sted in en.svar.rest)
        return not (self.konflikter or self.arvet or self.ikke or any(sted.slag == "ikke ført" for sted in steder))


_VÅRE = Komponist()


@dataclass(frozen=True)
class Innfører:
    """Brings documents into a file. `komponist` has the templates of its collection, and the day that rules go by."""

    fil: Fil
    komponist: Komponist = _VÅRE
    avvis: bool = False

    def inn(self, dokumenter: Sequence[tuple[str, bytes]]) -> Innført:
        """Return the file with what the documents, each with its name, have changed.

        Raises `AvtalegenError` for a document that can't be read or has nothing to do with the file, and for a file
        that is no agreement.
        """
        egen = kilde(self.fil.data, self.fil.navn, self.fil.filer)
        fra: list[Fra] = []
        ført: list[tuple[str, Endringer]] = []
        konflikter: list[Konflikt] = []
        for navn, data in dokumenter:
            ett, utgangspunkt = self._fra(navn, data, egen)
            fra.append(ett)
            flyttet = over(ett.svar.endringer, utgangspunkt, egen.data, navn, self.fil.navn)
            ført.append((navn, flyttet.endringer))
            konflikter += flyttet.konflikter
        samlet = flett(egen.data, ført)
        endringer, arvet = _egne(egen, samlet.endringer)
        gjort = skrevet(self.fil.data, self.fil.navn, egen.data, endringer)
        if gjort.data != self.fil.data:
            kilde(gjort.data, self.fil.navn, self.fil.filer)
        return Innført(gjort.data, tuple(fra), endringer, (*konflikter, *samlet.konflikter), tuple(arvet), gjort.ikke)

    def _fra(self, navn: str, data: bytes, egen: Kilde) -> tuple[Fra, Data]:
        told, carried = _lest(navn, data, self.avvis)
        gammel = carried.sections if carried else None
        båret = _båret(carried)
        nå = i_dag(egen)
        if båret and båret.kommuner and nå.kommuner and not båret.kommuner.keys() & nå.kommuner.keys():
            den_ene, den_andre, fil = _navnene(båret), _navnene(egen), self.fil.navn
            raise AvtalegenError(
                Begge(
                    f"{navn}: Dokumentet er avtalen til {den_ene}, og «{fil}» er den til {den_andre}. "
                    "Oppgi dokumentet og YAML-filen til den samme avtalen.",
                    f"{navn}: Dokumentet er avtalen til {den_ene}, og «{fil}» er den til {den_andre}. "
                    "Oppgi dokumentet og YAML-fila til den same avtalen.",
                )
            )
        utgangspunkt = båret or nå
        komponist, utgave = _satt(self.komponist, utgangspunkt.data, told.sections if gammel is None else gammel, navn)
        svar = tilbake(komponist, utgave, utgave.sections if gammel is None else gammel, told.sections)
        svar = svar._replace(rest=(*svar.rest, *_strøkne(told)))
        merknader = tuple(_merknader(told, utgave))
        return Fra(navn, svar, told.tracked, merknader, gammel is None), utgangspunkt.data


def _lest(navn: str, data: bytes, avvis: bool) -> tuple[Told, Carried | None]:
    if len(data) > MOST_BYTES or not data.startswith(b"PK\x03\x04"):
        raise AvtalegenError(
            Begge(
                f"{navn}: «--inn» tar endringer fra Word-dokumenter (.docx), og dette er ikke et av dem. "
                "Oppgi Word-dokumentet foran «--inn», og YAML-filen etter.",
                f"{navn}: «--inn» tek endringar frå Word-dokument (.docx), og dette er ikkje eit av dei. "
                "Oppgi Word-dokumentet føre «--inn», og YAML-fila etter.",
            )
        )
    try:
        parts = read_parts(data)
        assert parts is not None
        return read(parts, rejected=avvis), in_word(parts)
    except Exception as error:  # zipfile can raise nearly anything
        raise AvtalegenError(
            Begge(
                f"{navn}: Word-dokumentet er skadet, eller større enn en avtale kan være. "
                "Hent det på nytt der det kom fra.",
                f"{navn}: Word-dokumentet er skadd, eller større enn ein avtale kan vere. "
                "Hent det på nytt der det kom frå.",
            )
        ) from error


def _navnene(av: Kilde) -> str:
    return ", ".join(av.kommuner.values())


def _båret(carried: Carried | None) -> Kilde | None:
    if carried is None:
        return None
    try:
        return i_dag(kilde(carried.files[0].data, carried.files[0].name, Vedlagt(carried.files)))
    except AvtalegenError:  # written for another version of the format: the file as it is, is nearest
        return None


class _Prøvd(NamedTuple):
    likhet: float
    komponist: Komponist
    utgave: Utgave


def _satt(komponist: Komponist, data: Data, tekst: Sequence[Section], navn: str) -> tuple[Komponist, Utgave]:
    """Return what composes the agreement most as `tekst` has it, and what it composes."""
    beste: _Prøvd | None = None
    for papir in Papir:
        for møte in range(1, _MOST_MEETINGS + 1) if papir.om_et_møte else (None,):
            prøvd = _prøvd(replace(komponist, bestilling=Bestilling(dokument=papir, møte=møte)), data, tekst)
            if prøvd is None:
                break
            beste = _nærmest_av(beste, prøvd)
        if beste is None or beste.komponist.bestilling.dokument is not papir:
            continue
        for målform in Målform if beste.likhet < 1 else ():
            bestilling = beste.komponist.bestilling._replace(målform=målform)
            beste = _nærmest_av(beste, _prøvd(replace(komponist, bestilling=bestilling), data, tekst))
        if beste.likhet > _ALIKE:
            break
    if beste is None or not beste.likhet:
        raise AvtalegenError(
            Begge(
                f"{navn}: Dokumentet ligner ikke på noe som kan lages av YAML-filen. "
                "Oppgi dokumentet og YAML-filen til den samme avtalen.",
                f"{navn}: Dokumentet liknar ikkje på noko som kan lagast av YAML-fila. "
                "Oppgi dokumentet og YAML-fila til den same avtalen.",
            )
        )
    return beste.komponist, beste.utgave


def _prøvd(komponist: Komponist, data: Data, tekst: Sequence[Section]) -> _Prøvd | None:
    utgave = komponist.lag(data)
    return _Prøvd(_likhet(utgave.sections, tekst), komponist, utgave) if isinstance(utgave, Utgave) else None


def _nærmest_av(*prøvde: _Prøvd | None) -> _Prøvd:
    """Return the one that is most alike, of equals the first; at least one has been composed."""
    return max((en for en in prøvde if en is not None), key=lambda en: en.likhet)


def _likhet(en: Sequence[Section], annen: Sequence[Section]) -> float:
    a, b = enheter(en), enheter(annen)
    if tuple(en) == tuple(annen):
        return 1
    like = sum(x is not None and y is not None and a[x].celler == b[y].celler for x, y in par(en, annen))
    return 2 * like / ((len(a) + len(b)) or 1) * 0.999


def _strøkne(told: Told) -> Iterator[Sted]:
    """Give what somebody has struck out or hidden: it stands there still, and whether it should is not ours to say."""
    stier = paths(told.sections)
    for en in told.struck:
        yield Sted("ikke ført", stier[en.section], en.text, en.text, en.text, STRUCK)


def _merknader(told: Told, utgave: Utgave) -> Iterator[Merknad]:
    stier = paths(told.sections)
    for en in told.comments:
        if en.author != OURS:
            yield Merknad(en.author, en.text, stier[en.section], _nærmest(en, stier, utgave))


def _nærmest(en: Comment, stier: Sequence[tuple[str, ...]], utgave: Utgave) -> Rute | None:
    """Return the way to the first value that is told of under the heading of a remark."""
    sti = stier[en.section]
    under = (s.rute for enhet in utgave.enheter if enhet.sti[: len(sti)] == sti for s in enhet.alle)
    return next(under, None)


def _egne(egen: Kilde, endringer: Endringer) -> tuple[Endringer, list[tuple[Rute, str]]]:
    """Return the changes of what the agreement says itself, and what it has from other files."""
    arvet = [(rute, fil) for rute in endringer.ruter if (fil := egen.fil(rute)) is not None]
    borte = {rute for rute, _ in arvet}
    verdier = {rute: verdi for rute, verdi in endringer.verdier.items() if rute not in borte}
    lister = {rute: rekke for rute, rekke in endringer.lister.items() if rute not in borte}
    return Endringer(verdier, lister), sorted(arvet, key=str)
