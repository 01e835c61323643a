"""The thirty edited documents once more, opened and saved by LibreOffice before they come back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.konformitet.verktoy import saved_by_libreoffice
from tests.redigerte_dokumenter import DOKUMENTER, Redigert
from tests.test_tilbake_tabell import innført, svaret

pytestmark = pytest.mark.konformitet


@pytest.fixture(scope="module")
def lagret(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("tilbake")
    filer = {ett.navn: folder / f"{nr}.docx" for nr, ett in enumerate(DOKUMENTER)}
    for ett in DOKUMENTER:
        filer[ett.navn].write_bytes(svaret(ett)[0])
    lagret = saved_by_libreoffice(list(filer.values()))
    return {navn: fil.read_bytes() for navn, fil in zip(filer, lagret, strict=True)}


@pytest.mark.parametrize("ett", DOKUMENTER, ids=lambda ett: ett.navn)
def test_what_libreoffice_has_saved_gives_the_same(ett: Redigert, lagret: Mapping[str, bytes], tmp_path: Path) -> None:
    _, ventet = svaret(ett)
    svar = innført(ett, lagret[ett.navn])
    assert svar.data == ventet.data
    assert svar.fra[0].svar.rest == ventet.fra[0].svar.rest
