"""What the sources say goes into the register. Where they do not say it in one way, a person must decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from avtalegen.register.navn import grovt, nøkkel, uten_betegnelse
from registeroppdatering.filer import KOMMUNEFELT, Rad, Register
from registeroppdatering.kilder import Endring, Enhet, Kartverket


@dataclass
class Kilder:
    """The facts of the sources that were at hand; None for a source that was not."""

    klass131: dict[str, tuple[str, ...]] | None = None
    endringer: list[Endring] | None = None
    klass109: dict[str, str] | None = None
    kommuneinfo: dict[str, Kartverket] | None = None
    enheter_kommuner: list[Enhet] | None = None
    enheter_politi: list[Enhet] | None = None
    språkvedtak: dict[str, str] | None = None


@dataclass
class Funn:
    """What a person must decide (`åpent`), and what keeps the register from being written (`feil`)."""

    åpent: list[str] = field(default_factory=list)
    feil: list[str] = field(default_factory=list)


def flett(register: Register, kilder: Kilder) -> Funn:
    """Change `register` to what the sources say."""
    funn = Funn()
    if kilder.klass131 is not None:
        _kommunelisten(register, kilder.klass131, kilder.endringer or [], funn)
    if kilder.kommuneinfo is not None:
        _navn_og_fylker(register, kilder.kommuneinfo, kilder.klass131, funn)
    if kilder.klass131 is not None:
        _navn_hos_ssb(register, kilder.klass131, funn)
    if kilder.enheter_kommuner is not None:
        _organisasjonsnumre(register, kilder.enheter_kommuner, funn)
    if kilder.enheter_politi is not None:
        _politiets_organisasjonsnumre(register, kilder.enheter_politi, funn)
    if kilder.klass109 is not None:
        _politidistrikter(register, kilder.klass109, funn)
    if kilder.språkvedtak is not None:
        _målformer(register, kilder.språkvedtak, funn)
    return funn


def _kommunelisten(register: Register, i_dag: dict[str, tuple[str, ...]], endringer: list[Endring], funn: Funn) -> None:
    """Let SSB decide which numbers there are. One that is gone must have a successor in SSB's changes."""
    for borte in sorted(register.kommuner.keys() - i_dag.keys()):
        navn = register.kommuner[borte]["navn"]
        nye = sorted({e.nytt for e in endringer if e.gammelt == borte})
        if not nye:
            funn.feil.append(
                f"{borte} {navn} er borte fra SSBs liste, men endringer.json sier ikke hvilket nummer som "
                "kom i stedet. Last ned endringene for hele tiden siden registerets dato."
            )
            continue
        del register.kommuner[borte]
        for rad in register.tidligere.values():
            numre = [n for nummer in rad["i_dag"].split() for n in (nye if nummer == borte else [nummer])]
            rad["i_dag"] = " ".join(dict.fromkeys(numre))
        register.tidligere[borte] = {"tidligere": borte, "navn": navn, "i_dag": " ".join(nye)}
    for ny in i_dag.keys() - register.kommuner.keys():
        register.kommuner[ny] = dict.fromkeys(KOMMUNEFELT, "") | {"kommunenummer": ny}


def _navn_og_fylker(
    register: Register,
    kartverket: dict[str, Kartverket],
    ssb: dict[str, tuple[str, ...]] | None,
    funn: Funn,
) -> None:
    """Take names and fylke from Kartverket, but drop no name that SSB may still have."""
    for nummer, rad in _felles(register, kartverket.keys(), "Kartverkets liste", funn):
        hos_kartverket = kartverket[nummer]
        rad["fylke"] = hos_kartverket.fylke
        borte = {n for n in rad["offisielt_navn"].split(" - ") if n and n not in hos_kartverket.navn}
        hos_ssb = None if ssb is None else {grovt(n) for n in ssb.get(nummer, ())}
        if borte and (hos_ssb is None or any(grovt(n) in hos_ssb for n in borte)):
            funn.åpent.append(
                f"{_hvem(rad)}: Kartverket har {' - '.join(hos_kartverket.navn)}, registeret har "
                f"{rad['offisielt_navn']}. Et navn blir ikke strøket før både Kartverket og SSB er uten det."
            )
            continue
        rad["navn"] = hos_kartverket.norsk
        rad["offisielt_navn"] = " - ".join(hos_kartverket.navn)


def _navn_hos_ssb(register: Register, ssb: dict[str, tuple[str, ...]], funn: Funn) -> None:
    """Keep the names that only SSB has; they are for finding the kommune, not for the agreement."""
    for nummer, rad in _felles(register, ssb.keys(), "SSBs liste", funn):
        offisielle = {grovt(navn) for navn in rad["offisielt_navn"].split(" - ")}
        rad["andre_navn"] = " | ".join(navn for navn in ssb[nummer] if grovt(navn) not in offisielle)
        if rad["navn"] and grovt(rad["navn"]) not in {grovt(navn) for navn in ssb[nummer]}:
            funn.åpent.append(f"{_hvem(rad)}: SSB kaller kommunen {' - '.join(ssb[nummer])}.")


def _organisasjonsnumre(register: Register, enheter: list[Enhet], funn: Funn) -> None:
    """Find each kommune by name; where several share the name, by where the office is too."""
    navnebrødre = [nøkkel(rad["navn"]) for rad in register.kommuner.values()]
    aktive = {enhet.organisasjonsnummer for enhet in enheter}
    for nummer, rad in register.kommuner.items():
        navn = {nøkkel(n) for n in (rad["navn"], *rad["offisielt_navn"].split(" - "))}
        treff = [enhet for enhet in enheter if navn & _navn_i_enhetsregisteret(enhet)]
        if len(treff) > 1 or navnebrødre.count(nøkkel(rad["navn"])) > 1:
            treff = [enhet for enhet in treff if enhet.kommunenummer == nummer]
        if len(treff) == 1:
            rad["organisasjonsnummer"] = treff[0].organisasjonsnummer
            ord_ = treff[0].navn.casefold().replace("/", " ").split()
            rad["betegnelse"] = next((b for b in ("herad", "kommune") if b in ord_), rad["betegnelse"])
        elif treff or rad["organisasjonsnummer"] not in aktive:
            funn.åpent.append(
                f"{_hvem(rad)}: fant {len(treff)} enheter med kommunens navn i Enhetsregisteret. "
                f"Organisasjonsnummeret er latt stå som {rad['organisasjonsnummer'] or 'tomt'}."
            )


def _navn_i_enhetsregisteret(enhet: Enhet) -> set[str]:
    """«RØROS KOMMUNE/ROSSEN TJÏELTE» gives «røros» and «rossen tjïelte»."""
    return {uten_betegnelse(del_) for del_ in nøkkel(enhet.navn).split(" - ")}


def _politiets_organisasjonsnumre(register: Register, enheter: list[Enhet], funn: Funn) -> None:
    for navn, rad in register.distrikter.items():
        treff = [enhet for enhet in enheter if nøkkel(enhet.navn) in _distriktsnavn(rad)]
        if len(treff) == 1:
            rad["organisasjonsnummer"] = treff[0].organisasjonsnummer
        else:
            funn.åpent.append(
                f"{navn}: fant {len(treff)} enheter med dette navnet i Enhetsregisteret. "
                f"Organisasjonsnummeret er latt stå som {rad['organisasjonsnummer']}."
            )


def _politidistrikter(register: Register, klass109: dict[str, str], funn: Funn) -> None:
    etter_navn = {n: distrikt for distrikt, rad in register.distrikter.items() for n in _distriktsnavn(rad)}
    for nummer, rad in _felles(register, klass109.keys(), "SSBs politidistrikter", funn):
        distrikt = etter_navn.get(nøkkel(klass109[nummer]))
        if distrikt:
            rad["politidistrikt"] = distrikt
        else:
            funn.feil.append(
                f"{_hvem(rad)}: politidistriktet «{klass109[nummer]}» er ukjent. "
                "Legg det inn i politidistrikt.csv først."
            )


def _distriktsnavn(rad: Rad) -> set[str]:
    return {nøkkel(rad["navn"]), nøkkel(rad["navn_nynorsk"]), nøkkel(rad["kortnavn"])}


def _målformer(register: Register, språkvedtak: dict[str, str], funn: Funn) -> None:
    for nummer, rad in _felles(register, språkvedtak.keys(), "språkvedtaksforskrifta", funn):
        rad["målform"] = språkvedtak[nummer]


def _felles(register: Register, hos_kilden: Iterable[str], kilden: str, funn: Funn) -> list[tuple[str, Rad]]:
    """Return the rows that the source has too, and note what only one of the two has."""
    numre = set(hos_kilden)
    funn.åpent += [f"{nr} står i {kilden}, men ikke i registeret." for nr in sorted(numre - register.kommuner.keys())]
    funn.åpent += [
        f"{_hvem(rad)} står ikke i {kilden}. Verdien er latt stå."
        for nummer, rad in register.kommuner.items()
        if nummer not in numre
    ]
    return [(nummer, rad) for nummer, rad in register.kommuner.items() if nummer in numre]


def _hvem(rad: Rad) -> str:
    return f"{rad['kommunenummer']} {rad['navn']}".strip()
