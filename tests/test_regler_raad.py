"""What a rule advises: for each hit in tests/regler/ what to do, and what `--rett` would change.

The texts are kept in tests/fasit/regler, one file for each folder of rules, to be read as a kommune reads them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalegen.funn.begge import i_nynorsk
from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.regler import PÅ_TVERS, regler
from avtalegen.regler.oppdag import regler_i
from tests import test_regler, test_rep
from tests.regeltilfeller import Tilfelle, tilfeller

FASIT = Path(__file__).parent / "fasit" / "regler"
KODER = [*regler(), *regler_i(tuple(PÅ_TVERS))]


def mappe(kode: str) -> str:
    """Return the folder that a rule is in: «vei3» for VEI301."""
    return (kode[:4] if kode.startswith("VEI") else kode[:3]).lower()


def treff(kode: str) -> list[Tilfelle]:
    her = test_rep.HER if kode.startswith("REP") else test_regler.HER
    return [tilfelle for tilfelle in tilfeller(her / f"{kode}.md") if tilfelle.treff]


def funn(tilfelle: Tilfelle) -> list[Diagnostic]:
    if tilfelle.kode.startswith("REP"):
        return test_rep.funn(list(tilfelle.yaml), tilfelle.kode)
    return test_regler.funn(tilfelle.yaml[0], tilfelle.kode)


def råd(kode: str) -> str:
    """Return what a rule advises for each hit, and all that it says in nynorsk, each sentence once."""
    linjer: list[str] = []
    nynorsk: dict[str, None] = {}
    for tilfelle in treff(kode):
        linjer += ["", f"## {tilfelle.kode} {tilfelle.overskrift}"]
        for d in funn(tilfelle):
            linjer.append(f"{d.span.line}:{d.span.column}–{d.span.end_column} {d.hint or '(ingen)'}")
            linjer += [f"  «{d.fix.old}» → «{d.fix.new}»"] if d.fix else []
            alt = (d.message, d.hint, *(annet.message for annet in d.related))
            nynorsk |= {i_nynorsk(said): None for said in alt if i_nynorsk(said or "") != said}
    return "\n".join([*linjer[1:], *(["", f"## {kode} på nynorsk", *nynorsk] if nynorsk else [])])


@pytest.mark.parametrize("hvor", sorted({mappe(kode) for kode in KODER}))
def test_what_is_advised_is_what_we_have_read(hvor: str, skriv_fasit: bool) -> None:
    sagt = "\n\n".join(råd(kode) for kode in KODER if mappe(kode) == hvor) + "\n"
    fil = FASIT / f"{hvor}.txt"
    if skriv_fasit:
        fil.write_text(sagt, encoding="utf-8")
    assert sagt == fil.read_text(encoding="utf-8")
