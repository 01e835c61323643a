"""The next edition of agreements that are made up, and what is planned to be another in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from avtalegen.flyt import Checked, check
from avtalegen.lesing import to_data
from avtalegen.register.helligdager import fridag
from avtalegen.regler import Valg
from avtalegen.utgaver.felter import Mønster
from avtalegen.utgaver.hva import Hva, hva_blir
from avtalegen.utgaver.revisjon import Revidert, revider
from tests.cli_support import ROOT
from tests.generator import FIL, I_DAG

TOPPEN = """\
format: 1
avtale: { status: signert, tittel: Avtale om politiråd, dato: 12.11.2026, saksnummer: 2026/417 }
parter: { kommuner: 1859, politi: Nordland }
"""
EKSEMPLER = sorted([*(ROOT / "eksempler").rglob("*.yaml"), *(ROOT / "tests/data").glob("rik*.yaml")])
EKSEMPLER = [fil for fil in EKSEMPLER if b"\nformat:" in b"\n" + fil.read_bytes() and ".github" not in fil.parts]


def lest(data: bytes | str, fil: str = FIL, files: Any = None) -> Checked:
    return check(data, fil, Valg(I_DAG), files)


def neste_avtale(data: bytes | str, fra: date | None = None, files: Any = None) -> Revidert:
    return revider(lest(data, files=files), files, fra, I_DAG, fridag)


def innhold(data: bytes | str) -> Any:
    root = lest(data).source.root
    assert root is not None
    return to_data(root)


def ruter(data: Any, rute: Mønster = ()) -> set[tuple[Mønster, str]]:
    """Return the texts of a file, each with the way to it without positions."""
    if isinstance(data, dict):
        return set().union(*(ruter(value, (*rute, key)) for key, value in data.items()))
    if isinstance(data, list):
        return set().union(*(ruter(value, rute) for value in data))
    return {(rute, str(data))}


def planlagt(rute: Mønster) -> bool:
    """Tell whether a place is one of those that the next agreement may say something else in."""
    return any(hva_blir(rute[:n]) not in (None, Hva.STÅR) for n in range(1, len(rute) + 1)) or rute in ANDRE


ANDRE = {
    ("avtale", "status"),
    ("periode", "varighet"),  # where words stand, those for when it begins are read as a part of it
    *(("avtale", "erstatter", key) for key in ("tittel", "dato", "saksnummer", "fil")),
    ("satsningsområder", "områder", "videreført"),
}
"""What differs besides the values that say when."""


def dump(checked: Checked) -> Any:
    """Return what an agreement says in the long form, with what is done left out, as the next one leaves it out."""
    assert checked.avtale is not None
    said = checked.avtale.model_dump(mode="json", exclude_defaults=True)
    for område in said.get("satsningsområder", {}).get("områder", ()):
        område["tiltak"] = [tiltak for tiltak in område.get("tiltak", ()) if not tiltak.get("avsluttet")]
    return said
