"""From an agreement that has been checked to its row. One with errors has a row too, of what could be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from avtalegen import register
from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import per_alvorlighet
from avtalegen.funn.ordlyd import liste
from avtalegen.komponering.papirer.moter import planlagte
from avtalegen.komponering.papirer.personer import Personer
from avtalegen.lesing.delvis import read_in_part
from avtalegen.modell.datering import Datering, som_datering
from avtalegen.modell.former import Målform, Status
from avtalegen.modell.satsning import Satsningsområde
from avtalegen.modell.tid import Tidspunkt
from avtalegen.modell.ufylt import er_ufylt
from avtalegen.oppfolging.ord import i_målform
from avtalegen.oppfolging.rad import Kommune, Kontakt, Møte, Oppgave, Rad, Tiltak
from avtalegen.register.personnummer import har_elleve_sifre, skjult
from avtalegen.regler import Kontekst, Valg
from avtalegen.regler.delvis import DelvisKontekst
from avtalegen.regler.gyldighet import første_gyldige_dag, siste_gyldige_dag
from avtalegen.regler.parter import finn_distrikt

T = TypeVar("T")


def rad(checked: Checked, valg: Valg) -> Rad:
    """Return the row of a file that `flyt.check` has held against the rules with the same `valg`."""
    fil, funn = checked.source.file, per_alvorlighet(checked.diagnostics)
    kontekst = kontekst_av(checked, valg)
    if kontekst is None:
        return Rad(fil, funn=funn)
    return uten_fødselsnumre(_Leser(kontekst).rad(), kontekst)._replace(funn=funn)


def uten_fødselsnumre(verdi: T, k: Kontekst) -> T:
    """Return what is said of an agreement with every fødselsnummer masked: it goes further than the agreement."""
    return _skjult(verdi) if any(map(har_elleve_sifre, k.filer.values())) else verdi


def _skjult(verdi: Any) -> Any:
    if isinstance(verdi, str) and not isinstance(verdi, Enum):
        return skjult(verdi)
    if isinstance(verdi, tuple):
        innhold = map(_skjult, verdi)
        return type(verdi)(*innhold) if hasattr(verdi, "_fields") else tuple(innhold)
    return verdi


def kontekst_av(checked: Checked, valg: Valg) -> Kontekst | None:
    """Return what the rules looked at; of a file with errors what could be read, None when nothing could.

    What could be read tells what of it is asked for and could not be.
    """
    if checked.kontekst:
        return checked.kontekst
    root = checked.source.root
    delvis = None if root is None else read_in_part(root)
    texts = {**checked.texts, checked.source.file: checked.source.text}
    return None if delvis is None else DelvisKontekst(delvis, root, checked.source.file, valg, texts)


class _Leser:
    """Reads one cell of a row at a time, and notes those that rest on something that could not be read."""

    def __init__(self, k: Kontekst) -> None:
        self._k = k
        self._spurt = k.spurt if isinstance(k, DelvisKontekst) else None
        self._ulest: list[str] = []

    def rad(self) -> Rad:
        k, avtale = self._k, self._k.avtale
        dag = k.valg.i_dag
        ingen: tuple[Kommune, ...] = ()
        partene = self._celle("kommuner", lambda: tuple(kommuner(k)), ingen)
        return Rad(
            k.fil,
            lest=True,
            part=self._celle("part", lambda: part(k, partene), ""),
            kommuner=partene,
            distrikt=self._celle("distrikt", lambda: _distrikt(avtale.parter.politi.distrikt), ""),
            status=self._celle("status", lambda: avtale.avtale.status, None),
            fra=self._celle("fra", lambda: første_gyldige_dag(k), None),
            til=self._celle("til", lambda: siste_gyldige_dag(k), None),
            løpende=self._celle("løpende", lambda: bool(avtale.periode and avtale.periode.løpende), False),
            varighet=self._celle("varighet", lambda: _varighet(k), ""),
            signert=self._celle("signert", lambda: signert(k), None),
            politikontakter=self._celle("politikontakter", lambda: tuple(_kontakter(k)), ()),
            leder=self._celle("leder", lambda: _leder(k), ""),
            møte=self._celle("møte", lambda: _neste_møte(k, dag), None),
            evaluering=self._celle("evaluering", lambda: _neste_evaluering(k), None),
            revisjon=self._celle("revisjon", lambda: _neste_revisjon(k), None),
            tiltak=self._celle("tiltak", lambda: tuple(_forfalte(k, dag)), ()),
            oppgaver=self._celle("oppgaver", lambda: tuple(_oppgaver(k)), ()),
            satsningsområder=self._celle("satsningsområder", lambda: _områder(k, dag), ()),
            ulest=tuple(self._ulest),
        )

    def _celle(self, navn: str, les: Callable[[], T], ellers: T) -> T:
        if self._spurt is None:
            return les()
        self._spurt.ruter.clear()
        verdi = les()
        if not self._spurt.ruter:
            return verdi
        self._ulest.append(navn)
        return ellers


def kommuner(k: Kontekst) -> Iterator[Kommune]:
    """Give the kommuner that are party, as they are called and numbered today."""
    for indeks, part in enumerate(k.avtale.parter.kommuner):
        kjent = k.kommuner[indeks] or register.kommune_i_dag(part.kommunenummer)
        yield Kommune(kjent.kommunenummer, kjent.navn) if kjent else Kommune(part.kommunenummer, k.navn(indeks))


def part(k: Kontekst, kommuner: Iterable[Kommune]) -> str:
    """Return who stands for the other side than the police: the kommuner, else the fylkeskommune or the others."""
    navn = [kommune.navn for kommune in kommuner]
    fylke = k.avtale.parter.fylkeskommune
    navn = navn or [fylke.navn if fylke else "", *(annen.navn for annen in k.avtale.parter.andre)]
    return liste(filter(None, navn)) if any(navn) else ""


def _distrikt(skrevet: str) -> str:
    kjent = finn_distrikt(skrevet)
    return kjent.navn if kjent else skrevet


def _varighet(k: Kontekst) -> str:
    varighet = k.avtale.periode and k.avtale.periode.varighet
    return (varighet.ord or "") if varighet else ""


def signert(k: Kontekst) -> Datering | None:
    """Return the last day that somebody signed on; the day of a signed agreement when no signer has one."""
    dager = [signatur.dato for signatur in k.avtale.signaturer if signatur.dato]
    if not dager and k.avtale.avtale.status is Status.SIGNERT and k.avtale.avtale.dato:
        dager = [som_datering(k.avtale.avtale.dato)]
    kjente = [dag for dag in dager if dag.til != date.max]
    return max(kjente or dager, key=lambda dag: (dag.til, dag.fra), default=None)


def _kontakter(k: Kontekst) -> Iterator[Kontakt]:
    for kontakt in k.avtale.politikontakt:
        navn = [navn for navn in kontakt.navn if not er_ufylt(navn)]
        for ett in navn or [""]:
            # Of one kommune, that it is that one goes without saying.
            kommuner = kontakt.kommuner if len(k.avtale.parter.kommuner) != 1 else ()
            yield Kontakt(ett, kontakt.status or "", kontakt.stillingsandel, kommuner)


def _neste_evaluering(k: Kontekst) -> Tidspunkt | None:
    return k.avtale.evaluering.neste if k.avtale.evaluering else None


def _neste_revisjon(k: Kontekst) -> Tidspunkt | None:
    revisjon = k.avtale.periode.revisjon if k.avtale.periode else None
    return revisjon.neste if revisjon else None


def _leder(k: Kontekst) -> str:
    """Return who leads politirådet, with the name that the agreement gives the office somewhere."""
    råd = k.avtale.politiråd
    if råd is None or råd.leder is None:
        return ""
    leder = råd.leder
    if not leder.navn:
        leder = Personer(k.avtale, [k.navn(indeks) for indeks in range(len(k.kommuner))]).den(leder) or leder
    # After the name the title is one, and no longer the first word: «Kari Nordmann, ordfører».
    tittel = i_målform(Målform.BOKMÅL).språk.liten(leder.tittel) if leder.navn and leder.tittel else leder.tittel
    return ", ".join(del_ for del_ in (leder.navn, tittel) if del_ and not er_ufylt(del_))


def _neste_møte(k: Kontekst, i_dag: date) -> Møte | None:
    """Return the first meeting of the plan that may still be to come; of one told in words nobody knows."""
    for møte in planlagte(k.avtale):
        if møte.når and møte.når.til != date.max and møte.når.til >= i_dag:
            return Møte(møte.når, møte.klokkeslett, møte.slutt, møte.sted or "", møte.innkallingsfrist, møte.saksfrist)
    return None


def _gjelder(område: Satsningsområde, felles: date | None, i_dag: date) -> bool:
    slutt = område.periode.til if område.periode else felles
    return slutt is None or slutt >= i_dag


def _som_gjelder(k: Kontekst, i_dag: date) -> Iterator[Satsningsområde]:
    satsning = k.avtale.satsningsområder
    felles = satsning.periode.til if satsning and satsning.periode else None
    return (område for område in (satsning.områder if satsning else ()) if _gjelder(område, felles, i_dag))


def _forfalte(k: Kontekst, i_dag: date) -> Iterator[Tiltak]:
    for område in _som_gjelder(k, i_dag):
        for tiltak in område.tiltak:
            frist = tiltak.frist
            if not tiltak.avsluttet and frist and frist.dato and frist.dato < i_dag:
                yield Tiltak(område.navn, tiltak.hva, tiltak.ansvarlig, frist, frist.dato)


def _oppgaver(k: Kontekst) -> Iterator[Oppgave]:
    for oppgave in k.avtale.oppgaver:
        if oppgave.åpen:
            yield Oppgave(oppgave.hva, oppgave.ansvarlig, oppgave.frist, oppgave.frist.dato if oppgave.frist else None)


def _områder(k: Kontekst, i_dag: date) -> tuple[str, ...]:
    return tuple(område.navn for område in _som_gjelder(k, i_dag) if not er_ufylt(område.navn))
