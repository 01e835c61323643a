"""The tasks of a referat that somebody has filled in in Word, as changes in the YAML file.

A row is a task by what is to be done. Nothing is taken away: a row that is gone, and a cell that is empty, say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from avtalegen.dokument.fyll_inn import skal_fylles_inn
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError, Rute
from avtalegen.funn.ordlyd import liste
from avtalegen.henting.word import read
from avtalegen.lesing.redigering.overstyring import som_liste
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.datering import dagen, les_datering
from avtalegen.modell.former import Styrke
from avtalegen.modell.oppgaver import Oppgave
from avtalegen.modell.satsning import Tiltak
from avtalegen.modell.tid import les_dato
from avtalegen.skrivere.word.deler import read_parts
from avtalegen.skrivere.word.tekst import Item, Section
from avtalegen.tilbake.tre import Data, Endringer, Ny, Rekke, skrevet_rute, verdi_ved

_NØKKEL = "oppgaver"
_KOLONNER = {
    "hva": "oppgave oppgåve",
    "ansvarlig": "ansvarlig ansvarleg",
    "frist": "frist",
    "fra_møte": "fra_møtet frå_møtet",
    "status": "status",
}
"""The headers of the table, in both målformer, by the key that a cell is the value of."""
_TID = re.compile(r"(?i)^(?:tid|dato|møtedato)\b")
_DAG = re.compile(r"\d{1,2}\.\s?(?:[^\W\d_]+|\d{1,2}\.)\s?\d{4}")
_STYRKE = (None, Styrke.SKAL)


class Rad(NamedTuple):
    """A row of the table, as it is written: "" where nothing is."""

    hva: str = ""
    ansvarlig: str = ""
    frist: str = ""
    fra_møte: str = ""
    status: str = ""


class Referat(NamedTuple):
    """What a referat tells of tasks: the day of the meeting when it says it, and the rows; `uten` lack a task."""

    møte: date | None
    rader: tuple[Rad, ...]
    uten: tuple[Rad, ...]


class Endret(NamedTuple):
    """A task that is there already, and what is another value now, by key."""

    hva: str
    verdier: Mapping[str, str]


class Ført(NamedTuple):
    """What a referat changes in an agreement: what is new, what is another now, and the measures it tells of."""

    endringer: Endringer
    nye: tuple[str, ...]
    endret: tuple[Endret, ...]
    tiltak: tuple[Rad, ...]


def les_referat(data: bytes) -> Referat:
    """Return what a Word file tells of tasks. Raises `AvtalegenError` when it is none, or has no table of them."""
    try:
        parts = read_parts(data)
        assert parts is not None
        sections = read(parts).sections
    except Exception as error:  # from anybody: zipfile and what is in it can raise nearly anything
        raise AvtalegenError(
            Begge("Filen er ikke et Word-dokument som kan leses.", "Fila er ikkje eit Word-dokument som kan lesast.")
        ) from error
    tabeller = [*_tabeller(sections)]
    if not tabeller:
        raise AvtalegenError(
            Begge(
                "Dokumentet har ingen tabell med oppgaver. Den har en kolonne som heter «Oppgave» og en som heter "
                "«Ansvarlig», som i referatet fra «avtalegen lag --dokument referat».",
                "Dokumentet har ingen tabell med oppgåver. Han har ein kolonne som heiter «Oppgåve» og ein som heiter "
                "«Ansvarleg», som i referatet frå «avtalegen lag --dokument referat».",
            )
        )
    rader = list(dict.fromkeys(rad for tabell in tabeller for rad in tabell))
    uten = tuple(rad for rad in rader if not rad.hva and any(rad))
    return Referat(_møtet(sections), tuple(rad for rad in rader if rad.hva), uten)


def _tabeller(sections: Iterable[Section]) -> Iterator[list[Rad]]:
    for section in sections:
        kolonner: dict[str, int] = {}
        rader: list[Rad] = []
        for item in (*section.items, ""):
            if isinstance(item, tuple) and (hode := _hode(item)):
                kolonner = hode
            elif isinstance(item, tuple) and kolonner:
                celler = {navn: item[plass] for navn, plass in kolonner.items() if plass < len(item)}
                # What is only asked for, nobody has said.
                rader.append(Rad(**{navn: "" if skal_fylles_inn(tekst) else tekst for navn, tekst in celler.items()}))
            elif kolonner:
                yield rader
                kolonner, rader = {}, []


def _hode(celler: Sequence[str]) -> dict[str, int]:
    """Return the places of the columns when a row is the header of the table; nothing when it isn't."""
    navn = ["_".join(celle.casefold().strip(" :").split()) for celle in celler]
    funnet = {
        nøkkel: next((plass for plass, ett in enumerate(navn) if ett in ord_.split()), -1)
        for nøkkel, ord_ in _KOLONNER.items()
    }
    if funnet["hva"] < 0 or funnet["ansvarlig"] < 0:
        return {}
    return {nøkkel: plass for nøkkel, plass in funnet.items() if plass >= 0}


def _møtet(sections: Sequence[Section]) -> date | None:
    """Return the day of the meeting, which stands in front of the referat."""
    for item in (item for section in sections[:3] for item in section.items):
        tekst = _tekst(item)
        if _TID.match(tekst) and (dag := _DAG.search(tekst)):
            try:
                return les_dato(dag[0])
            except ValueError:
                return None
    return None


def _tekst(item: Item) -> str:
    return item if isinstance(item, str) else " ".join(item)


def før(avtale: Avtale, data: Data, referat: Referat) -> Ført:
    """Return what a referat changes in an agreement; `data` is what its file holds.

    A measure of the agreement is none of the tasks: what the referat says of it, is told and not written.
    """
    skrevne = [nr for nr, en in enumerate(som_liste(data.get(_NØKKEL))) if en is not None]
    kjente = list(zip(skrevne, avtale.oppgaver, strict=True))
    tiltak = [
        t for område in (avtale.satsningsområder.områder if avtale.satsningsområder else ()) for t in område.tiltak
    ]
    verdier: dict[Rute, Data] = {}
    nye: list[dict[str, str]] = []
    endret: list[Endret] = []
    om_tiltak: list[Rad] = []
    for rad in referat.rader:
        treff = _kjent(rad, kjente)
        if treff is not None:
            kjente.remove(treff)
            nr, oppgave = treff
            if forskjell := _forskjell(rad, oppgave):
                verdier |= _verdier(data, nr, forskjell)
                endret.append(Endret(oppgave.hva, forskjell))
        elif any(_er_tiltaket(rad.hva, ett) for ett in tiltak):
            if rad.status:
                om_tiltak.append(rad)
        else:
            nye.append(_ny(rad, referat.møte))
    antall = len(som_liste(data.get(_NØKKEL)))
    lister: dict[Rute, Rekke] = {}
    if nye and antall:
        lister = {(_NØKKEL,): (*range(antall), *map(Ny, nye))}
    elif nye:
        verdier[(_NØKKEL,)] = nye
    return Ført(Endringer(verdier, lister), tuple(en["hva"] for en in nye), tuple(endret), tuple(om_tiltak))


def _kjent(rad: Rad, kjente: Sequence[tuple[int, Oppgave]]) -> tuple[int, Oppgave] | None:
    """Return the task that a row is, one from the meeting that the row names ahead of others."""
    like = [en for en in kjente if _jevn(en[1].hva) == _jevn(rad.hva)]
    fra = _dag(rad.fra_møte)
    return next((en for en in like if fra and dagen(en[1].fra_møte) == fra), like[0] if like else None)


def _er_tiltaket(hva: str, tiltak: Tiltak) -> bool:
    """Tell whether a row is a measure: by what it says; where the agreement says more of it, by how it begins."""
    mer = bool(tiltak.omfatter) or tiltak.styrke not in _STYRKE
    return _jevn(hva) == _jevn(tiltak.hva) or (mer and _jevn(hva).startswith(_jevn(tiltak.hva)))


def _forskjell(rad: Rad, oppgave: Oppgave) -> dict[str, str]:
    ny: dict[str, str] = {}
    alle = oppgave.ansvarlig or ("",)
    ansvarlige = {_jevn(tekst) for tekst in (liste(alle), ", ".join(alle))}
    if rad.ansvarlig and _jevn(rad.ansvarlig) not in ansvarlige:
        ny["ansvarlig"] = rad.ansvarlig
    frist = oppgave.frist
    if rad.frist and not (frist and (_jevn(rad.frist) == _jevn(frist.tekst) or _samme_dag(rad.frist, frist.tekst))):
        ny["frist"] = rad.frist
    if rad.status and _jevn(rad.status) != _jevn(oppgave.status or ""):
        ny["status"] = rad.status
    return ny


def _samme_dag(én: str, annen: str) -> bool:
    return _dag(én) is not None and _dag(én) == _dag(annen)


def _dag(tekst: str) -> date | None:
    try:
        lest = les_datering(tekst)
    except ValueError:
        return None
    return lest.dato if lest else None


def _verdier(data: Data, nr: int, forskjell: Mapping[str, str]) -> dict[Rute, Data]:
    her = skrevet_rute(data, (_NØKKEL, nr))
    skrevet = verdi_ved(data, her)
    if isinstance(skrevet, dict):
        return {(*her, nøkkel): verdi for nøkkel, verdi in forskjell.items()}
    return {her: {"hva": skrevet, **forskjell}}


def _ny(rad: Rad, møte: date | None) -> dict[str, str]:
    fra = rad.fra_møte or (møte.isoformat() if møte else "")
    return {nøkkel: verdi for nøkkel, verdi in rad._replace(fra_møte=fra)._asdict().items() if verdi}


def som_data(referat: Referat) -> list[dict[str, str]]:
    """Return the tasks of a referat as they would stand in the YAML."""
    return [_ny(rad, referat.møte) for rad in referat.rader]


def _jevn(tekst: str) -> str:
    return " ".join(tekst.casefold().replace(" / ", " ").split()).rstrip(".")
