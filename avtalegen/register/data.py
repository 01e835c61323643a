"""The register's rows, read from the CSV files beside this module the first time somebody asks.

The files hold no field that needs quoting (tools/oppdater_register.py sees to that), so splitting at the
semicolon reads them in half the time that importing and running the csv module takes.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

Betegnelse = Literal["kommune", "herad"]
Målform = Literal["bokmål", "nynorsk", "nøytral"]
Språkkategori = Literal["språkutviklingskommune", "språkvitaliseringskommune", "språkstimuleringskommune"]


class Samisk(NamedTuple):
    """What a kommune is in the forvaltningsområde for Sámi languages, and from when.

    `språk` is None where the sources that we have read name none.
    """

    kategori: Språkkategori
    fra: date
    språk: str | None


class Opphør(NamedTuple):
    """The day that a kommune is replaced by another one, by a decision that is made, and the name of the new one."""

    dato: date
    ny: str


class Kommune(NamedTuple):
    """One kommune as the sources have it on `DATO`.

    `navn` is the Norwegian name; `offisielt_navn` has all official names in their official order, with « - »
    between them. `organisasjonsnummer` is None where the sources disagree. `målform` is what the kommune
    requires of state bodies; «nøytral» means that it requires nothing. `politistasjonsdistrikter` is empty
    where the regulation names none. `andre_navn` are names that SSB has and Kartverket lacks.
    """

    kommunenummer: str
    navn: str
    offisielt_navn: str
    samiske_kvenske_navn: tuple[str, ...]
    betegnelse: Betegnelse
    fylkesnummer: str
    fylke: str
    organisasjonsnummer: str | None
    målform: Målform
    politidistrikt: str
    politistasjonsdistrikter: tuple[str, ...]
    merknad: str
    andre_navn: tuple[str, ...]
    samisk: Samisk | None = None
    opphører: Opphør | None = None


class Politidistrikt(NamedTuple):
    """One politidistrikt with the kommuner it serves. `telefon` is the police's common number, as text."""

    navn: str
    navn_nynorsk: str
    kortnavn: str
    hovedsete: str
    organisasjonsnummer: str
    telefon: str
    kommunenumre: tuple[str, ...]


def kommune(nummer: str) -> Kommune | None:
    """Return the kommune that has this number today, or None.

    A number that a spreadsheet has robbed of its leading zero is understood too: «301» is 0301 Oslo.
    """
    return _kommuner().get(nummer.zfill(4))


def tidligere_nummer(nummer: str) -> tuple[Kommune, ...]:
    """Return today's kommuner where the kommune went that had this number from 2020 to 2023.

    Several when it was split (1507), none when the number was not replaced then. Older numbers are not known.
    """
    return tuple(_kommuner()[i_dag] for i_dag in _tidligere().get(nummer, ()))


def kommune_i_dag(nummer: str) -> Kommune | None:
    """Return the kommune that has this number, or else the one that had it from 2020; None when it isn't known.

    An agreement keeps the number it was made with, and is with the same kommune when that gets another. Of a kommune
    that was split, it is the part that kept the name.
    """
    if kjent := kommune(nummer):
        return kjent
    etter = tidligere_nummer(nummer)
    navn = _tidligere_navn().get(nummer)
    return next((ny for ny in etter if len(etter) == 1 or ny.navn == navn), None)


def nummer_i_dag(nummer: str) -> str:
    """Return the number that the kommune with this one has today; one that isn't known, as it is."""
    kjent = kommune_i_dag(nummer)
    return kjent.kommunenummer if kjent else nummer


def alle_kommuner() -> tuple[Kommune, ...]:
    """Return all kommuner in the order of their numbers."""
    return tuple(_kommuner().values())


@cache
def alle_politidistrikt() -> tuple[Politidistrikt, ...]:
    """Return all politidistrikter in SSB's order, which is from south-east to north."""
    numre: dict[str, list[str]] = {}
    for k in _kommuner().values():
        numre.setdefault(k.politidistrikt, []).append(k.kommunenummer)
    return tuple(
        Politidistrikt(navn, nynorsk, kort, sete, orgnr, telefon, tuple(numre[navn]))
        for navn, nynorsk, kort, sete, orgnr, telefon in _rader("politidistrikt.csv")
    )


@cache
def _kommuner() -> dict[str, Kommune]:
    kommuner: dict[str, Kommune] = {}
    for rad in _rader("kommuner.csv"):
        nummer, navn, offisielt, andre, betegnelse, fylke, orgnr, målform, distrikt, stasjoner, *resten = rad
        samisk, opphører, merknad = resten
        kommuner[nummer] = Kommune(
            nummer,
            navn,
            offisielt,
            () if offisielt == navn else tuple(n for n in offisielt.split(" - ") if n != navn),
            cast("Betegnelse", betegnelse),
            nummer[:2],
            fylke,
            orgnr or None,
            cast("Målform", målform),
            distrikt,
            _liste(stasjoner),
            merknad,
            _liste(andre),
            _samisk(samisk) if samisk else None,
            _opphør(opphører) if opphører else None,
        )
    return kommuner


@cache
def _tidligere() -> dict[str, tuple[str, ...]]:
    return {nummer: tuple(i_dag.split()) for nummer, _navn, i_dag in _rader("tidligere_numre.csv")}


@cache
def _tidligere_navn() -> dict[str, str]:
    return {nummer: navn for nummer, navn, _i_dag in _rader("tidligere_numre.csv")}


def _samisk(felt: str) -> Samisk:
    kategori, fra, *språk = _liste(felt)
    return Samisk(cast("Språkkategori", kategori), date.fromisoformat(fra), språk[0] if språk else None)


def _opphør(felt: str) -> Opphør:
    dato, ny = _liste(felt)
    return Opphør(date.fromisoformat(dato), ny)


def _liste(felt: str) -> tuple[str, ...]:
    return tuple(felt.split(" | ")) if felt else ()


def _rader(fil: str) -> Iterator[list[str]]:
    linjer = Path(__file__).with_name(fil).read_text(encoding="utf-8").splitlines()
    return (linje.split(";") for linje in linjer[1:])
