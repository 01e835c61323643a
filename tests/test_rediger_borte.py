"""A file that is gone for a moment, while it is edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalegen.cli._kontor import Kontor
from avtalegen.cli._options import Options
from avtalegen.cli.rediger import _follow
from avtalegen.lesing.redigering import Sett
from avtalegen.samling.filer import Found
from avtalegen.visning import folg
from tests.cli_support import VALID, posix_only


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


@posix_only
def test_a_name_that_comes_to_lead_elsewhere_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "avtaler"
    folder.mkdir()
    path, outside = folder / "a.yaml", tmp_path / "utenfor.yaml"
    path.write_text(VALID, encoding="utf-8")
    outside.write_text(VALID, encoding="utf-8")
    økt = Kontor(folder, Options(), lambda _now: None).åpne_fil(Found(path, str(path), Path(path.name), explicit=True))
    path.unlink()
    path.symlink_to(outside)
    for tving in (False, True):
        svar = økt.endre(økt.nå.utgave, [Sett(("avtale", "tittel"), "Ny")], "tittelen", tving=tving)
        assert (svar.svar, økt.nå.problem) == ("ikke lagret", "borte")
    assert outside.read_text(encoding="utf-8") == VALID
    path.unlink()
    path.write_text(VALID, encoding="utf-8")
    assert økt.endre(økt.nå.utgave, [Sett(("avtale", "tittel"), "Ny")], "tittelen").svar == "lagret"


@posix_only
def test_a_link_that_was_there_from_the_beginning_is_followed(tmp_path: Path) -> None:
    path, file = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_text(VALID, encoding="utf-8")
    path.symlink_to(file)
    økt = Kontor(tmp_path, Options(), lambda _now: None).åpne_fil(Found(path, str(path), Path("a.yaml"), explicit=True))
    assert økt.endre(økt.nå.utgave, [Sett(("avtale", "tittel"), "Ny")], "tittelen").svar == "lagret"
    assert "tittel: Ny" in file.read_text(encoding="utf-8")
