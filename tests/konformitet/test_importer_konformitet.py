"""Our own documents opened and saved in LibreOffice, without what they are made of, imported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from avtalegen.importering import importer, les
from avtalegen.skrivere import write
from tests.egneprove import mål, vist
from tests.generator.plan import Oppskrift
from tests.generator.sammensatt import sammensatt
from tests.grundig import antall
from tests.konformitet.verktoy import converted_all, saved_by_libreoffice
from tests.test_importer import gjort_rede_for
from tests.test_importer_egne import EKSEMPLER, Sak, Satt, satt

pytestmark = pytest.mark.konformitet

MÅTER: dict[str, tuple[Callable[[list[Path]], list[Path]], float, float]] = {
    "docx": (saved_by_libreoffice, 0.93, 0.98),
    "odt": (lambda filer: converted_all(filer, "odt"), 0.93, 0.98),
    "pdf": (lambda filer: converted_all(filer, "pdf"), 0.9, 0.97),
}
"""How each is made, and how much of the fields, and of the sure ones, must be right."""


def saker() -> list[Satt]:
    """Return examples in both målformer, generated agreements, and the longest that there can be."""
    full = sammensatt(1, None, Oppskrift(fylde=1.0))
    genererte = [Sak(n) for n in (5, 36, 72, 108, *range(144, 144 + 36 * antall(0, 6), 36))]
    return [*map(satt, (*EKSEMPLER[:4], *genererte)), Satt(full.avtale, full.document, full.spor)]


@pytest.mark.parametrize("ending", MÅTER)
def test_what_libreoffice_has_saved_comes_back(ending: str, tmp_path: Path) -> None:
    gjør, andel, sikkert = MÅTER[ending]
    alle = saker()
    filer = [tmp_path / f"{nr}.docx" for nr in range(len(alle))]
    for fil, sak in zip(filer, alle, strict=True):
        fil.write_bytes(write(sak.document, "docx"))
    resultater = []
    for fil, sak in zip(gjør(filer), alle, strict=True):
        u = importer(les(fil.read_bytes(), fil.name))
        gjort_rede_for(u)
        resultater.append(mål(u, sak.avtale, vist(sak.spor)))
    assert sum(r.funnet for r in resultater) >= andel * sum(r.felt for r in resultater)
    assert sum(r.riktige for r in resultater) >= sikkert * sum(r.sikre for r in resultater)
