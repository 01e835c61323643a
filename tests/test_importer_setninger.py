"""The ways in which old agreements say things, sentence by sentence: what each becomes stands in `tests/fasit`."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalegen.importering import Kilde, importer, les
from avtalegen.importering.gjenkjenning.pliktene import innledning
from avtalegen.importering.kilde import Linje, Sted
from tests.cli_support import ROOT
from tests.grundig import utvalg

SETNINGER = ROOT / "tests" / "data" / "importer_setninger.md"
AVTALER = ROOT / "tests" / "data" / "importer"
UTKAST = ROOT / "tests" / "fasit" / "importer"
FASIT = ROOT / "tests" / "fasit" / "importer_setninger.md"


def verdiene(overskrift: str, setning: str) -> list[str]:
    """What one sentence under a heading gives, in an agreement that says nothing else."""
    tekster = ("Samarbeidsavtale mellom Os kommune og Vest politidistrikt", overskrift, setning)
    linjer = [Linje(nr, tekst, Sted(1, nr + 1), nivå=1 if nr == 1 else None) for nr, tekst in enumerate(tekster)]
    u = importer(Kilde("avtale.txt", "txt", tuple(linjer)))
    egne = [(rute, verdi) for rute, verdi in u.verdier if any(s.linje == 2 for s in verdi.spenn)]
    return [
        f"{'.'.join(map(str, rute))}: {verdi.tekst}{'' if verdi.sikkerhet == 'sikker' else ' (trolig)'}"
        for rute, verdi in egne
        if rute[-1] != "tekst"
    ]


def tabellen() -> str:
    linjer, overskrift = ["# Hva setningene i gamle avtaler blir", ""], ""
    for linje in SETNINGER.read_text(encoding="utf-8").splitlines()[4:]:
        if linje.startswith("## "):
            overskrift = linje[3:]
            linjer += [linje, ""]
        elif linje:
            linjer += [linje, *(f"- {en}" for en in verdiene(overskrift, linje)), ""]
    return "\n".join(linjer).rstrip() + "\n"


def test_each_way_of_saying_it_becomes_what_it_did(skriv_fasit: bool) -> None:
    if skriv_fasit:
        FASIT.write_text(tabellen(), encoding="utf-8", newline="\n")
    assert FASIT.read_text(encoding="utf-8") == tabellen()


@pytest.mark.parametrize("fil", utvalg(sorted(AVTALER.iterdir()), 2), ids=lambda fil: fil.stem)
def test_agreements_laid_out_in_other_ways_become_what_they_did(fil: Path, skriv_fasit: bool) -> None:
    yaml = importer(les(fil.read_bytes(), fil.name)).yaml
    fasit = UTKAST / f"{fil.stem}.yaml"
    if skriv_fasit:
        fasit.write_text(yaml, encoding="utf-8", newline="\n")
    assert fasit.read_text(encoding="utf-8") == yaml


@pytest.mark.parametrize("foran", ["Fra", "For", "Frå", "Hos"])
def test_a_list_of_members_from_one_side_is_not_a_list_of_its_duties(foran: str) -> None:
    assert innledning("Lom kommune skal:") == "kommunen"
    assert (innledning(f"{foran} kommunen:"), innledning(f"{foran} politiet:")) == (None, None)
