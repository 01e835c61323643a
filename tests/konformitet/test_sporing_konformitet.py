"""Tracked changes before the judges: the Open XML SDK opens the file, and LibreOffice gives both editions back."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from avtalegen.utgaver.sporing import spor
from tests import sporingsdokumenter
from tests.grundig import grundig
from tests.hentprove import made
from tests.konformitet.verktoy import faults, tool
from tests.sporingprove import DAG, par, skrevet
from tests.test_sporing import DATA

pytestmark = pytest.mark.konformitet

_SKRIPT = Path(__file__).with_name("sporing_uno.py")
_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-uno is for


def spurt(spørsmål: Sequence[tuple[str, Path]], mappe: Path) -> dict[tuple[str, str], Any]:
    """Return what LibreOffice tells of each file, as it is read or with the changes accepted or rejected."""
    rør = f"sporing-{mappe.name}"
    office = subprocess.Popen(
        [
            tool("soffice"),
            f"-env:UserInstallation={(mappe / 'profil').as_uri()}",
            *("--headless", "--norestore", f"--accept=pipe,name={rør};urp;"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        lines = "".join(f"{hva} {fil}\n" for hva, fil in spørsmål)
        answer = subprocess.run(
            [_PYTHON, str(_SKRIPT), rør], input=lines.encode(), capture_output=True, check=True, timeout=3_000
        )
    finally:
        office.terminate()
        office.wait(60)
    told = [json.loads(line) for line in answer.stdout.decode().splitlines()]
    return {(one["hva"], Path(one["fil"]).stem): one for one in told}


def innhold(fortalt: Any, *, med_luft: bool) -> list[tuple[str, ...]]:
    """Return the paragraphs that LibreOffice sees.

    Not the table of contents, which is that of the new edition. Without the air (`med_luft`): between two tables that
    come or go, LibreOffice leaves one such line behind, which doesn't show (docs/word-feller.md). A joiner of no width
    is what it puts in empty rows.
    """
    alle = [(sted, stil, merke, tekst.replace("\u200d", "")) for sted, stil, merke, tekst in fortalt["struktur"]]
    alle = [en for en in alle if not en[1].startswith("Contents")]
    return alle if med_luft else [en for en in alle if (en[1], en[3]) != ("Mellomrom", "")]


def prøvd(pairs: dict[str, tuple[bytes, bytes]], mappe: Path) -> tuple[list[str], int]:
    """Return what LibreOffice gives back otherwise than it was, and how many lines of air it leaves."""
    spørsmål: list[tuple[str, Path]] = []
    for navn, (a, b) in pairs.items():
        filer = [mappe / f"{navn}-{hva}.docx" for hva in ("gammel", "ny", "sporet")]
        for fil, data in zip(filer, (a, b, spor(a, b, "Kari Nes", DAG).data), strict=True):
            fil.write_bytes(data)
        spørsmål += [("lest", filer[0]), ("lest", filer[1]), ("avvist", filer[2]), ("godtatt", filer[2])]
    svar = spurt(spørsmål, mappe)
    feil, luft = [], 0
    for navn in pairs:
        for hva, utgave in (("avvist", "gammel"), ("godtatt", "ny")):
            ventet, fått = svar["lest", f"{navn}-{utgave}"], svar[hva, f"{navn}-sporet"]
            if fått["igjen"]:
                feil.append(f"{navn}: {fått['igjen']} endringer er igjen, {hva}")
            if innhold(ventet, med_luft=False) != innhold(fått, med_luft=False):
                feil.append(f"{navn}: {hva}, og ikke den som var {utgave}")
            luft += len(innhold(fått, med_luft=True)) - len(innhold(ventet, med_luft=True))
    return feil, luft


def test_libreoffice_gives_both_editions_back(tmp_path: Path) -> None:
    foer, etter = (made(file=DATA / f"endring-{når}.yaml") for når in ("foer", "etter"))
    pairs = {"virkelig": (foer, etter), "motsatt": (etter, foer)}
    for n in range(8):
        a, b = sporingsdokumenter.par(n)
        pairs[f"liten{n}"] = (skrevet(a), skrevet(b))
    assert prøvd(pairs, tmp_path)[0] == []


@grundig
def test_libreoffice_gives_two_hundred_pairs_back(tmp_path: Path) -> None:
    pairs = {f"avtale{n}": en for n in range(20) if (en := par(n))}
    for n in range(100, 280):
        a, b = sporingsdokumenter.par(n)
        pairs[f"liten{n}"] = (skrevet(a), skrevet(b))
    assert prøvd(pairs, tmp_path)[0] == []


def test_the_open_xml_sdk_finds_no_fault(tmp_path: Path) -> None:
    filer = []
    foer, etter = (made(file=DATA / f"endring-{når}.yaml") for når in ("foer", "etter"))
    pairs = [(foer, etter), *(tuple(map(skrevet, sporingsdokumenter.par(n))) for n in range(6))]
    for n, (a, b) in enumerate(pairs):
        filer.append(tmp_path / f"{n}.docx")
        filer[-1].write_bytes(spor(a, b, "Kari Nes", DAG).data)
    assert {fil.name: feil for fil in filer if (feil := faults(fil))} == {}
