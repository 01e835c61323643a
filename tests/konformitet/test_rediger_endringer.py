"""«Endringer» on the page, in Chromium, by keyboard: each change leads to its field, and can be put back and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.konformitet.test_rediger_konformitet import drive_in
from tests.test_rediger_endringer import GAMMEL, NY

pytestmark = pytest.mark.konformitet


def test_what_has_changed_is_found_shown_and_put_back(tmp_path: Path) -> None:
    (tmp_path / "gammel.yaml").write_text(GAMMEL, encoding="utf-8")
    path = tmp_path / "avtale.yaml"
    path.write_text(NY, encoding="utf-8")
    seen = drive_in("rediger_endringer.mjs", path, 300)
    assert (seen["count"], seen["countAfter"], seen["focus"]) == ("11", "10", "sidetittel")
    assert seen["parts"][:3] == ["Om avtalen", "Satsningsområder", "Politirådet"]
    assert {"Ny", "Tatt ut", "Endret", "Flyttet"} <= set(seen["kinds"])
    assert (seen["before"], seen["focusAfter"], seen["focusInList"]) == (
        "fire",
        "i-politiråd.møter.per_år",
        "sidetittel",
    )
    assert seen["opened"] == "Satsningsområdet «Rus blant unge» – tiltaket «Besøke skolen» er tatt ut."
    assert seen["given"] == ["avtale-endringer.docx", "avtale-endringer.html"]
    assert seen["narrow"][2].startswith("Endret (")
    assert (seen["violations"], seen["wide"], seen["complaints"]) == ([], [], [])
