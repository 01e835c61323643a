"""Whatever stands in a file, the page of it is drawn: every field with a value, in many ways of writing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.generator import Oppskrift, avtaler
from tests.konformitet.test_rediger_konformitet import drive_in

pytestmark = pytest.mark.konformitet


def test_every_field_with_a_value_is_drawn(tmp_path: Path) -> None:
    for nr, made in enumerate(avtaler(11, 3, Oppskrift(fylde=1.0))):
        folder = tmp_path / f"avtale{nr}"
        folder.mkdir()
        made.skriv_til(folder)
    seen = drive_in("rediger_vist.mjs", tmp_path, 600)
    assert seen["files"] == 3
    assert seen["undrawn"] == []
    assert seen["complaints"] == []
    assert seen["fields"] > 300
