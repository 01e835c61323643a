"""The four real agreements have known faults: the rules find them, and say nothing else that isn't true of them.

What is found is kept as text in tests/fasit, read against the source texts; a change there is a change in what a
kommune is told.
"""

from datetime import date
from pathlib import Path

import pytest

from avtalegen.flyt import check
from avtalegen.regler import Valg
from tests.i_ett import i_ett

ROOT = Path(__file__).parent.parent
I_DAG = date(2026, 11, 20)
KJENT = {
    "flakstad": {
        "DAT110": "no date",
        "DAT108": "no term",
        "VEI302": "no plan for revision",
        "VEI510": "the politikontakt has no name",
        "VEI309": "response time is promised and not given",
        "KON104": "politi.no",
    },
    "hallingdal": {
        "DAT108": "no end",
        "VEI426": "no decision per kommune",
        "VEI417": "one meeting per kommune and a joint one",
        "SPR101": "bokmål where Gol, Hemsedal and Ål have decided nynorsk",
    },
    "malvik": {"DAT105": "expired in 2019", "SIG105": "an annex that isn't there"},
    "sarpsborg": {"VEI422": "no taushetsplikt", "SIG101": "no signers", "DAT105": "expired at the end of 2025"},
}


def funn(name: str, klar_for_signering: bool = False) -> list[str]:
    data = (ROOT / "eksempler" / f"{name}.yaml").read_bytes()
    valg = Valg(I_DAG, klar_for_signering=klar_for_signering, filstørrelse=lambda _file, _name: None)
    return [
        f"{d.span.line}:{d.span.column}: {d.severity.value}[{d.code}] {d.message}"
        for d in check(data, f"{name}.yaml", valg).diagnostics
    ]


@i_ett(("name", "code"), [(name, code) for name, codes in KJENT.items() for code in codes])
def test_a_known_fault_is_found(name: str, code: str) -> None:
    assert any(f"[{code}]" in line for line in funn(name, klar_for_signering=True))


@pytest.mark.parametrize("name", KJENT)
def test_what_is_found_is_what_we_have_read_and_found_true(name: str, skriv_fasit: bool) -> None:
    said = "".join(f"{line}\n" for line in funn(name, klar_for_signering=True))
    path = ROOT / "tests" / "fasit" / f"{name}.funn.txt"
    if skriv_fasit:
        path.write_text(said, encoding="utf-8", newline="\n")
    assert said == path.read_text(encoding="utf-8")


def test_an_agreement_signed_before_it_starts_is_fine() -> None:
    assert not any("[DAT106]" in line for line in funn("hallingdal", klar_for_signering=True))
