"""A file that is gone for a moment, while it is edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalegen.cli._kontor import Kontor
from avtalegen.cli._options import Options
from avtalegen.cli.rediger import _follow
from avtalegen.samling.filer import Found
from avtalegen.visning import folg
from tests.cli_support import VALID


def test_what_was_gone_between_two_looks_is_there_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To whoever looks now and then, nothing has happened to it; the page has been told that it was gone."""
    monkeypatch.setattr(folg, "PATIENCE", 0.1)
    path, away = tmp_path / "a.yaml", tmp_path / "b"
    path.write_text(VALID, encoding="utf-8")
    kontor = Kontor(tmp_path, Options(), lambda _now: None)
    økt = kontor.åpne_fil(Found(path, str(path), Path(path.name), explicit=True))
    verksted = kontor.verksted(økt)
    verksted.forsøk(path.read_bytes())
    path.rename(away)
    assert økt.oppdater().problem == "borte"
    _follow(økt, verksted)
    assert økt.nå.problem == "borte"
    away.rename(path)
    assert not verksted.endret()
    _follow(økt, verksted)
    assert not økt.nå.problem
