"""The register's files: reading them, checking every promise that they make, and writing them all or none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from unicodedata import is_normalized

from avtalegen.register import gyldig_organisasjonsnummer
from registeroppdatering.kilder import MÅLFORMER

Rad = dict[str, str]

KOMMUNEFELT = (
    "kommunenummer",
    "navn",
    "offisielt_navn",
    "andre_navn",
    "betegnelse",
    "fylke",
    "organisasjonsnummer",
    "målform",
    "politidistrikt",
    "politistasjonsdistrikter",
    "samisk",
    "opphører",
    "merknad",
)
DISTRIKTSFELT = ("navn", "navn_nynorsk", "kortnavn", "hovedsete", "organisasjonsnummer", "telefon")
TIDLIGEREFELT = ("tidligere", "navn", "i_dag")
_MÅ_FYLLES_UT = ("navn", "offisielt_navn", "betegnelse", "fylke", "målform", "politidistrikt")
_DATO = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_SAMISK = re.compile(rf"språk(?:utviklings|vitaliserings|stimulerings)kommune \| {_DATO}(?: \| \w+samisk)?")
_OPPHØRER = re.compile(rf"{_DATO} \| \S.*")
_DATOFIL = '''"""The date of the data files. Written by tools/oppdater_register.py; not edited by hand."""

DATO = "{}"
'''


@dataclass
class Register:
    """The rows of the three files, by kommunenummer, name of the district and former number."""

    kommuner: dict[str, Rad]
    distrikter: dict[str, Rad]
    tidligere: dict[str, Rad]


def les_register(mappe: Path) -> Register:
    """Read the three files in `mappe`. Raise OSError for a missing file, ValueError for other columns."""
    return Register(
        _les(mappe / "kommuner.csv", KOMMUNEFELT),
        _les(mappe / "politidistrikt.csv", DISTRIKTSFELT),
        _les(mappe / "tidligere_numre.csv", TIDLIGEREFELT),
    )


def skriv_register(register: Register, dato: str | None, mappe: Path) -> None:
    """Replace the files in `mappe`. Nothing is replaced until all of them are safely on the disk."""
    innhold = {
        "kommuner.csv": _tekst(KOMMUNEFELT, sorted(register.kommuner.items())),
        "politidistrikt.csv": _tekst(DISTRIKTSFELT, register.distrikter.items()),
        "tidligere_numre.csv": _tekst(TIDLIGEREFELT, sorted(register.tidligere.items())),
    }
    if dato:
        innhold["registerdato.py"] = _DATOFIL.format(dato)
    midlertidige = {mappe / navn: mappe / f"{navn}.ny" for navn in innhold}
    try:
        for fil, midlertidig in midlertidige.items():
            midlertidig.write_text(innhold[fil.name], encoding="utf-8", newline="\n")
        for fil, midlertidig in midlertidige.items():
            midlertidig.replace(fil)
    finally:
        for midlertidig in midlertidige.values():
            midlertidig.unlink(missing_ok=True)


def kontroller(register: Register) -> list[str]:
    """Return a Norwegian sentence for every promise that the register would break."""
    return [
        *_feil_i_tegn(register),
        *_feil_i_kommuner(register),
        *_feil_i_numre(register),
        *_feil_i_inndelingen(register),
    ]


def _feil_i_tegn(register: Register) -> list[str]:
    return [
        f"{nøkkel}: «{verdi}» har et tegn som filene ikke kan ha (semikolon, anførselstegn, linjeskift, "
        "mellomrom ytterst eller bokstaver som ikke er satt sammen)."
        for rader in (register.kommuner, register.distrikter, register.tidligere)
        for nøkkel, rad in rader.items()
        for verdi in rad.values()
        if set(verdi) & set(';"\n\r\t') or verdi != verdi.strip() or not is_normalized("NFC", verdi)
    ]


def _feil_i_kommuner(register: Register) -> list[str]:
    feil: list[str] = []
    for nummer, rad in register.kommuner.items():
        hvem = f"{nummer} {rad['navn']}".strip()
        if not (len(nummer) == 4 and nummer.isascii() and nummer.isdigit()):
            feil.append(f"{hvem}: kommunenummeret skal ha fire siffer.")
        if mangler := [felt for felt in _MÅ_FYLLES_UT if not rad[felt]]:
            feil.append(f"{hvem}: mangler {', '.join(mangler)}. Legg kilden i mappen, eller fyll ut for hånd.")
        elif rad["navn"] not in rad["offisielt_navn"].split(" - "):
            feil.append(f"{hvem}: navnet er ikke blant de offisielle ({rad['offisielt_navn']}).")
        if rad["betegnelse"] not in ("kommune", "herad", ""):
            feil.append(f"{hvem}: betegnelsen skal være kommune eller herad, ikke {rad['betegnelse']}.")
        if rad["samisk"] and not _SAMISK.fullmatch(rad["samisk"]):
            feil.append(f"{hvem}: «{rad['samisk']}» skal være kategorien, datoen og språket, med « | » mellom.")
        if rad["opphører"] and not _OPPHØRER.fullmatch(rad["opphører"]):
            feil.append(f"{hvem}: «{rad['opphører']}» skal være datoen og navnet på den nye kommunen, med « | ».")
        if rad["målform"] not in (*MÅLFORMER, ""):
            feil.append(f"{hvem}: målformen skal være bokmål, nynorsk eller nøytral, ikke {rad['målform']}.")
    return feil


def _feil_i_numre(register: Register) -> list[str]:
    rader = [*register.kommuner.values(), *register.distrikter.values()]
    numre = Counter(rad["organisasjonsnummer"] for rad in rader if rad["organisasjonsnummer"])
    feil = [
        f"{nummer} er ikke et gyldig organisasjonsnummer: kontrollsifferet stemmer ikke."
        for nummer in numre
        if not gyldig_organisasjonsnummer(nummer)
    ]
    feil += [f"Organisasjonsnummeret {nummer} er brukt {n} ganger." for nummer, n in numre.items() if n > 1]
    feil += [
        f"Distriktet {navn} mangler organisasjonsnummer."
        for navn, rad in register.distrikter.items()
        if not rad["organisasjonsnummer"]
    ]
    for tidligere, rad in register.tidligere.items():
        if tidligere in register.kommuner:
            feil.append(f"{tidligere} står både som tidligere nummer og som nummer i bruk.")
        for nummer in rad["i_dag"].split() or ["(ingen)"]:
            if nummer not in register.kommuner:
                feil.append(f"Det tidligere nummeret {tidligere} viser til {nummer}, som ikke finnes.")
    return feil


def _feil_i_inndelingen(register: Register) -> list[str]:
    feil: list[str] = []
    fylker: dict[str, set[str]] = {}
    for nummer, rad in register.kommuner.items():
        if rad["fylke"]:
            fylker.setdefault(nummer[:2], set()).add(rad["fylke"])
        if rad["politidistrikt"] and rad["politidistrikt"] not in register.distrikter:
            feil.append(f"{nummer} {rad['navn']}: «{rad['politidistrikt']}» står ikke i politidistrikt.csv.")
    for fylkesnummer, navn in fylker.items():
        if len(navn) > 1:
            feil.append(f"Fylke {fylkesnummer} har flere navn: {', '.join(sorted(navn))}.")
    brukt = {rad["politidistrikt"] for rad in register.kommuner.values()}
    feil += [f"{distrikt} har ingen kommuner." for distrikt in register.distrikter if distrikt not in brukt]
    return feil


def _les(fil: Path, felt: tuple[str, ...]) -> dict[str, Rad]:
    første, *linjer = fil.read_text(encoding="utf-8").splitlines()
    if første != ";".join(felt):
        raise ValueError(f"{fil.name} skal begynne med «{';'.join(felt)}».")
    rader: dict[str, Rad] = {}
    for nr, linje in enumerate(linjer, 2):
        verdier = linje.split(";")
        if len(verdier) != len(felt):
            raise ValueError(f"{fil.name}, linje {nr}: ventet {len(felt)} felt, fant {len(verdier)}.")
        if verdier[0] in rader:
            raise ValueError(f"{fil.name}, linje {nr}: {verdier[0]} står to ganger.")
        rader[verdier[0]] = dict(zip(felt, verdier, strict=True))
    return rader


def _tekst(felt: tuple[str, ...], rader: Iterable[tuple[str, Rad]]) -> str:
    return "".join(";".join(verdier) + "\n" for verdier in (felt, *(rad.values() for _, rad in rader)))
