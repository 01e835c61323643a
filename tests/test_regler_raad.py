"""What a rule advises: for each hit in tests/regler/ what to do, where else to look, and what `--rett` would change.

The texts are kept in tests/fasit/regler, one file for each folder of rules, to be read as a kommune reads them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalegen.regler import regler
from tests.regeltilfeller import Tilfelle, tilfeller
from tests.test_regler import HER, funn

FASIT = Path(__file__).parent / "fasit" / "regler"


def råd(tilfelle: Tilfelle) -> str:
    linjer = [f"## {tilfelle.kode} {tilfelle.overskrift}"]
    for d in funn(tilfelle.yaml[0], tilfelle.kode):
        linjer.append(f"{d.span.line}:{d.span.column}–{d.span.end_column} {d.hint or '(ingen)'}")
        linjer += [f"  «{d.fix.old}» → «{d.fix.new}»"] if d.fix else []
    return "\n".join(linjer)


def mappe(kode: str) -> str:
    """Return the folder that a rule is in: «vei3» for VEI301."""
    return (kode[:4] if kode.startswith("VEI") else kode[:3]).lower()


@pytest.mark.parametrize("hvor", sorted({mappe(kode) for kode in regler()}))
def test_what_is_advised_is_what_we_have_read(hvor: str, skriv_fasit: bool) -> None:
    cases = [path for path in sorted(HER.glob("*.md")) if mappe(path.stem) == hvor]
    treff = [tilfelle for path in cases for tilfelle in tilfeller(path) if tilfelle.treff]
    sagt = "\n\n".join(map(råd, treff)) + "\n"
    fil = FASIT / f"{hvor}.txt"
    if skriv_fasit:
        fil.write_text(sagt, encoding="utf-8")
    assert sagt == fil.read_text(encoding="utf-8")
