"""What of an agreement belongs in a calendar: the meetings and their deadlines, the evaluation, the revision, the end.

A day that nobody has said is never made up. What is known to the month stands in the whole of it; what is known less
well has no place in a calendar, and is told instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from avtalegen.komponering.papirer.moter import Møtedag, dagsorden, planlagte
from avtalegen.modell.datering import Datering, les_datering
from avtalegen.modell.former import Status
from avtalegen.modell.klokke import Klokkeslett
from avtalegen.modell.tid import Tidspunkt, les_omtrentlig
from avtalegen.oppfolging.lesing import kommuner, part, uten_fødselsnumre
from avtalegen.oppfolging.ord import i_målform
from avtalegen.regler import Kontekst
from avtalegen.regler.gyldighet import siste_gyldige_dag

MØTE, SAKSFRIST, INNKALLING = "møte", "saksfrist", "innkalling"
EVALUERING, REVISJON, UTLØP = "evaluering", "revisjon", "utløp"
_VARSLER = (90, 30)
"""Days before an agreement ends that the calendar says so."""
_LENGST = timedelta(days=31)
"""What is known to the month or better has a place in a calendar."""
Når = date | datetime


class Hendelse(NamedTuple):
    """An event. `avtale` tells whose it is, whatever the file is called: by its kommuner.

    It lasts to `til`, a day that isn't of it; None is all of the one day, or a time with no known end. `for_møte` is
    the place, among the events of the agreement, of the meeting that a deadline belongs to. `varsler` are days before.
    """

    slag: str
    avtale: str
    fra: Når
    til: Når | None
    tittel: str
    sted: str = ""
    beskrivelse: str = ""
    varsler: tuple[int, ...] = ()
    for_møte: int | None = None
    foreløpig: bool = False
    stempel: date | None = None

    @property
    def lang(self) -> bool:
        """Whether it lasts for days, of which one is meant."""
        return self.til is not None and not isinstance(self.til, datetime)


class Avtalens(NamedTuple):
    """The events of an agreement, and what of it has no day: each in words, as somebody has written it."""

    hendelser: tuple[Hendelse, ...]
    uten_dag: tuple[str, ...]


def hendelser(k: Kontekst, stempel: date | None) -> Avtalens:
    """Return the events of an agreement in its own målform. One that is revoked has none.

    `stempel` is the day that they are of.
    """
    if k.avtale.avtale.status is Status.OPPHEVET:
        return Avtalens((), ())
    return uten_fødselsnumre(_Leser(k, stempel).avtalens(), k)


def kalendernavn(k: Kontekst) -> str:
    """Return what a calendar of one agreement alone is called."""
    return str(i_målform(k.avtale.avtale.målform)["kalender"]["navn"]).format(part=part(k, kommuner(k)))


class _Leser:
    def __init__(self, k: Kontekst, stempel: date | None) -> None:
        self._k, self._avtale = k, k.avtale
        self._ord = i_målform(k.avtale.avtale.målform)
        self._navn = part(k, kommuner(k))
        self._foreløpig = k.avtale.avtale.status not in (Status.VEDTATT, Status.SIGNERT)
        self._nøkkel = "+".join(sorted(kommune.nummer for kommune in kommuner(k))) or self._navn
        self._stempel = stempel
        self._alle: list[Hendelse] = []
        self._uten: list[str] = []

    def avtalens(self) -> Avtalens:
        råd = self._avtale.politiråd
        rådet = (råd.navn if råd else None) or self._si("rådet", part=self._navn)
        for møte in planlagte(self._avtale):
            self._møte(møte, rådet)
        evaluering, periode = self._avtale.evaluering, self._avtale.periode
        self._tidspunkt(EVALUERING, evaluering.neste if evaluering else None)
        self._tidspunkt(REVISJON, periode.revisjon.neste if periode and periode.revisjon else None)
        if slutt := siste_gyldige_dag(self._k):
            self._legg_til(UTLØP, slutt, None, self._si("utløp", part=self._navn), varsler=_VARSLER)
        return Avtalens(tuple(self._alle), tuple(self._uten))

    def _si(self, navn: str, **verdier: object) -> str:
        return str(self._ord["kalender"][navn]).format(**verdier).replace("\u00a0", " ")

    def _legg_til(self, slag: str, fra: Når, til: Når | None, tittel: str, **mer: Any) -> None:
        ny = Hendelse(slag, self._nøkkel, fra, til, tittel, foreløpig=self._foreløpig, stempel=self._stempel)
        self._alle.append(ny._replace(**mer))

    def _møte(self, møte: Møtedag, rådet: str) -> None:
        tittel = self._si("møte", rådet=rådet)
        om: dict[str, Any] = {"sted": møte.sted or "", "beskrivelse": "\n".join(self._om(møte))}
        if møte.dato is None:
            spenn = _spenn(møte.når) if møte.når else None
            if spenn:
                self._legg_til(MØTE, *spenn, self._si("uten_dag", tittel=tittel), **om)
            elif møte.når:
                self._uten.append(f"{tittel}: {self._ord.datering(møte.når)}")
            return
        start, slutt = _klokken(møte.dato, møte.klokkeslett), _klokken(møte.dato, møte.slutt)
        self._legg_til(MØTE, start or møte.dato, slutt if start and slutt and slutt > start else None, tittel, **om)
        for_møte = len(self._alle) - 1
        for slag, dag in ((SAKSFRIST, møte.saksfrist), (INNKALLING, møte.innkallingsfrist)):
            if dag:
                navn = self._si(slag, rådet=rådet, dag=self._ord.dag(møte.dato))
                self._legg_til(slag, dag, None, navn, for_møte=for_møte)

    def _om(self, møte: Møtedag) -> Iterator[str]:
        """Give the lines on a meeting: what its time is in words, who is the host and calls it, and the agenda."""
        if møte.klokkeslett and (møte.klokkeslett.ord or møte.dato is None):
            yield self._si("tid", tid=self._ord.klokke(møte.klokkeslett, møte.slutt))
        for navn, verdi in (("vert", møte.vert), ("innkaller", møte.innkaller)):
            if verdi:
                yield self._si(navn, hvem=verdi)
        for navn, dag in ((SAKSFRIST, møte.saksfrist), (INNKALLING, møte.innkallingsfrist)):
            if dag:
                yield self._si(f"{navn}_for", dag=self._ord.dag(dag))
        if saker := [sak.tekst for sak in dagsorden(self._avtale, møte) if sak.slag == "sak"]:
            yield self._si("dagsorden")
            yield from (f"– {sak}" for sak in saker)

    def _tidspunkt(self, slag: str, når: Tidspunkt | None) -> None:
        if når is None:
            return
        omtrent = les_omtrentlig(når.tekst.casefold())
        datering = les_datering(når.tekst) or (Datering(*omtrent) if omtrent else None)
        tittel = self._si(slag, part=self._navn)
        if datering and datering.dato:
            self._legg_til(slag, datering.dato, None, tittel)
        elif datering and (spenn := _spenn(datering)):
            self._legg_til(slag, *spenn, tittel)
        else:
            self._uten.append(f"{tittel}: {når.tekst}")


def _spenn(datering: Datering) -> tuple[date, date] | None:
    """Return the first day that may be meant, and the one after the last; None when nobody knows the month."""
    if datering.til == date.max or datering.til - datering.fra >= _LENGST:
        return None
    return datering.fra, datering.til + timedelta(days=1)


def _klokken(dag: date, tid: Klokkeslett | None) -> datetime | None:
    """Return the hour of a day; 24:00 is the beginning of the next. None when no clock shows it."""
    if tid is None or tid.ord:
        return None
    return datetime.combine(dag, time(tid.time % 24, tid.minutt)) + timedelta(days=tid.time // 24)
