"""Bring avtalegen/register up to date from files that a person has downloaded.

    python tools/oppdater_register.py MAPPE [--dato ÅÅÅÅ-MM-DD] [--register MAPPE]

MAPPE holds any of these files; a source that is not there leaves its columns as they are. ÅÅÅÅ-MM-DD is the
day that the register shall hold for.

    klass131.json
        https://data.ssb.no/api/klass/v1/classifications/131/codesAt.json?date=ÅÅÅÅ-MM-DD
    endringer.json   (needed when a number is gone; `from` is the register's present date)
        https://data.ssb.no/api/klass/v1/classifications/131/changes.json?from=ÅÅÅÅ-MM-DD&to=ÅÅÅÅ-MM-DD
    klass109.json
        https://data.ssb.no/api/klass/v1/classifications/109/correspondsAt.json?targetClassificationId=131&date=ÅÅÅÅ-MM-DD
    kommuneinfo.json
        https://api.kartverket.no/kommuneinfo/v1/fylkerkommuner
    enheter-kommuner.json
        https://data.brreg.no/enhetsregisteret/api/enheter?organisasjonsform=KOMM&size=1000
    enheter-politi.json
        https://data.brreg.no/enhetsregisteret/api/enheter?overordnetEnhet=915429785&size=100
    sf-20191220-2114.xml
        in gjeldende-sentrale-forskrifter.tar.bz2, see https://api.lovdata.no/v1/publicData/list

The three from SSB may be CSV too (.csv). Standard library only, no network.

The script prints what changed and what a person must decide, and it guesses nothing: a value changes only
when a source says so in one way. It writes only when every check passes. Exit codes: 0 checked, and written
where something changed; 1 a check failed and nothing is written; 2 wrong usage; 3 a file could not be read or
written.
"""

from __future__ import annotations

import argparse
import copy
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # a checkout need not be installed

from registeroppdatering import kilder as k
from registeroppdatering.filer import Rad, Register, kontroller, les_register, skriv_register
from registeroppdatering.fletting import Kilder, flett

STANDARDMAPPE = Path(__file__).resolve().parent.parent / "avtalegen" / "register"

LESERE: dict[str, tuple[tuple[str, ...], Callable[[bytes], Any], str]] = {
    "klass131": (("klass131.json", "klass131.csv"), k.les_klass131, "hvilke kommuner som finnes"),
    "endringer": (("endringer.json", "endringer.csv"), k.les_endringer, "tidligere numre"),
    "kommuneinfo": (("kommuneinfo.json",), k.les_kommuneinfo, "navn og fylke"),
    "enheter_kommuner": (("enheter-kommuner.json",), k.les_enheter, "kommunenes organisasjonsnummer"),
    "enheter_politi": (("enheter-politi.json",), k.les_enheter, "politidistriktenes organisasjonsnummer"),
    "språkvedtak": (("sf-20191220-2114.xml",), k.les_språkvedtak, "målform"),
    "klass109": (("klass109.json", "klass109.csv"), k.les_klass109, "politidistrikt"),
}


def main(argumenter: list[str] | None = None) -> int:
    """Run the update and return the exit code."""
    valg = _argumenter().parse_args(argumenter)
    try:
        kilder, om_kildene = _les_kilder(valg.mappe)
        før = les_register(valg.register)
    except OSError as feil:
        print(f"Kunne ikke lese {feil.filename}. Finnes den, og kan du åpne den?", file=sys.stderr)
        return 3
    except (ValueError, k.KildeError) as feil:
        print(feil, file=sys.stderr)
        return 3
    for overskrift, linjer in om_kildene.items():
        _avsnitt(overskrift, linjer)

    register = copy.deepcopy(før)
    funn = flett(register, kilder)
    endret = _endringer(før, register)
    _avsnitt("Endret", endret)
    _avsnitt("Må avgjøres av et menneske", [*funn.åpent, *_merknader_å_se_over(før, register)])
    if feil_ := [*funn.feil, *kontroller(register)]:
        _avsnitt("Feil", feil_)
        print("Ingenting er skrevet.")
        return 1
    dato = valg.dato.isoformat() if kilder.klass131 is not None else None
    try:
        skriv_register(register, dato, valg.register)
    except OSError as feil:
        print(
            f"Kunne ikke skrive {feil.filename}. Er det plass på disken, og kan du skrive der?",
            file=sys.stderr,
        )
        return 3
    print(_oppsummering(register, dato))
    return 0


def _argumenter() -> argparse.ArgumentParser:
    leser = argparse.ArgumentParser(
        description="Oppdaterer avtalegen/register fra filer du har lastet ned. Se toppen av skriptet."
    )
    leser.add_argument("mappe", metavar="MAPPE", type=Path, help="mappen med de nedlastede filene")
    leser.add_argument("--dato", type=date.fromisoformat, default=date.today(), help="dagen registeret skal gjelde for")
    leser.add_argument("--register", metavar="MAPPE", type=Path, default=STANDARDMAPPE)
    return leser


def _les_kilder(mappe: Path) -> tuple[Kilder, dict[str, list[str]]]:
    """Read the sources in `mappe`; say what was read and what was not."""
    kilder = Kilder()
    lest: list[str] = []
    mangler: list[str] = []
    i_mappen = {fil.name for fil in mappe.iterdir()}
    for navn, (filer, les, hva) in LESERE.items():
        fil = next((f for f in filer if f in i_mappen), None)
        if fil is None:
            mangler.append(f"{hva} ({' eller '.join(filer)})")
            continue
        try:
            setattr(kilder, navn, les((mappe / fil).read_bytes()))
        except k.KildeError as feil:
            raise k.KildeError(f"{fil}: {feil}") from feil
        lest.append(f"{hva} ({fil})")
        i_mappen.discard(fil)
    return kilder, {
        "Lest": lest,
        "Ikke i mappen, så dette står urørt": mangler,
        "Filer i mappen som ikke er lest": sorted(i_mappen),
    }


def _endringer(før: Register, etter: Register) -> list[str]:
    return [
        linje
        for gamle, nye in (
            (før.kommuner, etter.kommuner),
            (før.distrikter, etter.distrikter),
            (før.tidligere, etter.tidligere),
        )
        for nøkkel in sorted(gamle.keys() | nye.keys())
        for linje in _endringer_i_rad(nøkkel, gamle.get(nøkkel), nye.get(nøkkel))
    ]


def _endringer_i_rad(nøkkel: str, gammel: Rad | None, ny: Rad | None) -> list[str]:
    if ny is None:
        return [f"{nøkkel}: tatt ut"]
    if gammel is None:
        return [f"{nøkkel}: ny ({', '.join(verdi for verdi in ny.values() if verdi)})"]
    return [f"{nøkkel} {ny['navn']}: {felt} «{gammel[felt]}» → «{ny[felt]}»" for felt in ny if gammel[felt] != ny[felt]]


def _merknader_å_se_over(før: Register, etter: Register) -> list[str]:
    return [
        f"{nummer} {rad['navn']} er endret. Gjelder merknaden fortsatt: «{rad['merknad']}»?"
        for nummer, rad in etter.kommuner.items()
        if rad["merknad"] and rad != før.kommuner.get(nummer)
    ]


def _oppsummering(register: Register, dato: str | None) -> str:
    former = Counter(rad["målform"] for rad in register.kommuner.values())
    uten = [f"{nr} {rad['navn']}" for nr, rad in register.kommuner.items() if not rad["organisasjonsnummer"]]
    return (
        f"Kontrollert: {len(register.kommuner)} kommuner, {len(register.distrikter)} politidistrikter, "
        f"{former['bokmål']} bokmål, {former['nynorsk']} nynorsk, {former['nøytral']} nøytral. "
        f"Uten organisasjonsnummer: {', '.join(uten) or 'ingen'}.\n"
        + (f"Registerets dato er satt til {dato}.\n" if dato else "Registerets dato er ikke endret.\n")
        + "Se over med git diff, rett tallene i tests/test_register.py, og oppdater KILDER.md."
    )


def _avsnitt(overskrift: str, linjer: list[str]) -> None:
    print(f"{overskrift}: {len(linjer)}")
    for linje in linjer:
        print(f"  - {linje}")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main())
