"""Tracked changes before the judges: the Open XML SDK opens the file, and LibreOffice gives both editions back."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

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


_LUFT = {("Mellomrom", ""), ("Text body", "")}


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


def innhold(fortalt: Any) -> list[tuple[str, ...]]:
    """Return the paragraphs that LibreOffice sees.

    Not the table of contents, which is that of the new edition; and not empty lines, which an edition only has around
    tables: between two that come or go, LibreOffice leaves one behind (docs/word-feller.md). A joiner of no width is
    what it puts in empty rows.
    """
    alle = [(sted, stil, merke, tekst.replace("\u200d", "")) for sted, stil, merke, tekst in fortalt["struktur"]]
    return [en for en in alle if not en[1].startswith("Contents") and (en[1], en[3]) not in _LUFT]


class Utfall(NamedTuple):
    """What LibreOffice gives back otherwise than it was: `numre` where only a number is another."""

    feil: list[str]
    numre: list[str]


def uten_numre(alle: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(sted, stil, tekst) for sted, stil, _, tekst in alle]


def prøvd(pairs: dict[str, tuple[bytes, bytes]], mappe: Path) -> Utfall:
    """Return what LibreOffice makes of the files with tracked changes between pairs of editions."""
    spørsmål: list[tuple[str, Path]] = []
    for navn, (a, b) in pairs.items():
        filer = [mappe / f"{navn}-{hva}.docx" for hva in ("gammel", "ny", "sporet")]
        for fil, data in zip(filer, (a, b, spor(a, b, "Kari Nes", DAG).data), strict=True):
            fil.write_bytes(data)
        spørsmål += [("lest", filer[0]), ("lest", filer[1]), ("avvist", filer[2]), ("godtatt", filer[2])]
    svar = spurt(spørsmål, mappe)
    utfall = Utfall([], [])
    for navn in pairs:
        for hva, utgave in (("avvist", "gammel"), ("godtatt", "ny")):
            ventet, fått = svar["lest", f"{navn}-{utgave}"], svar[hva, f"{navn}-sporet"]
            if fått["igjen"]:
                utfall.feil.append(f"{navn}: {fått['igjen']} endringer er igjen, {hva}")
            a, b = innhold(ventet), innhold(fått)
            if uten_numre(a) != uten_numre(b):
                utfall.feil.append(f"{navn}: {hva}, og ikke den som var {utgave}")
            elif a != b:
                utfall.numre.append(f"{navn}: {hva}")
    return utfall


def test_libreoffice_gives_both_editions_back(tmp_path: Path) -> None:
    foer, etter = (made(file=DATA / f"endring-{når}.yaml") for når in ("foer", "etter"))
    pairs = {"virkelig": (foer, etter), "motsatt": (etter, foer)}
    for n in range(8):
        a, b = sporingsdokumenter.par(n)
        pairs[f"liten{n}"] = (skrevet(a), skrevet(b))
    assert prøvd(pairs, tmp_path) == ([], [])


@grundig
def test_libreoffice_gives_two_hundred_pairs_back(tmp_path: Path) -> None:
    pairs = {f"avtale{n}": en for n in range(20) if (en := par(n))}
    for n in range(100, 280):
        a, b = sporingsdokumenter.par(n)
        pairs[f"liten{n}"] = (skrevet(a), skrevet(b))
    utfall = prøvd(pairs, tmp_path)
    # Now and then it gives an empty cell, or what follows a deleted paragraph with a link last in it, another style.
    assert len(utfall.feil) <= 0.03 * len(pairs), utfall.feil
    # It doesn't give a paragraph its number back when its style has become one without.
    assert len(utfall.numre) <= 0.1 * len(pairs), utfall.numre


def test_the_open_xml_sdk_finds_no_fault(tmp_path: Path) -> None:
    filer = []
    foer, etter = (made(file=DATA / f"endring-{når}.yaml") for når in ("foer", "etter"))
    pairs = [(foer, etter), *(tuple(map(skrevet, sporingsdokumenter.par(n))) for n in range(6))]
    for n, (a, b) in enumerate(pairs):
        filer.append(tmp_path / f"{n}.docx")
        filer[-1].write_bytes(spor(a, b, "Kari Nes", DAG).data)
    assert {fil.name: feil for fil in filer if (feil := faults(fil))} == {}
