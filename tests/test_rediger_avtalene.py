"""The agreements that the page that edits opens and makes: new ones, the next one, and those in documents."""

from __future__ import annotations

import os
from base64 import b64encode
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from avtalegen import flyt
from tests import cli_support
from tests.cli_support import Run
from tests.redigeringsside import HOST, Side
from tests.test_rediger_okt import PER_ÅR, YAML

cli = cli_support.cli


@pytest.fixture
def side(tmp_path: Path) -> Side:
    return Side(tmp_path)


def test_a_document_is_made_and_one_edited_by_hand_is_left_alone(side: Side) -> None:
    made = side.post("/api/lag", format="docx")
    assert (made["svar"], made["fil"]) == ("laget", "avtale.docx")
    document = side.path.with_name("avtale.docx")
    document.write_bytes(b"endret")
    again = side.post("/api/lag", format="docx")
    assert (again["svar"], again["forslag_navn"]) == ("endret for hånd", "avtale-2.docx")
    assert document.read_bytes() == b"endret"
    assert side.post("/api/lag", format="docx", nytt_navn=True)["fil"] == "avtale-2.docx"


def test_a_new_agreement_says_what_the_register_knows_and_no_more(tmp_path: Path) -> None:
    side = Side(tmp_path, fil=False)
    assert [one["navn"] for one in side.get("/api/kommuner?q=Flakst&valgt=")] == ["Flakstad"]
    assert [one["målform"] for one in side.get("/api/kommuner?q=3454&valgt=")] == ["nynorsk"]
    tried = side.post("/api/ny", kommuner=["1859"], målform="nynorsk", prøv=True)
    assert (tried["svar"], tried["fil"]) == ("laget", "flakstad.yaml")
    assert not (tmp_path / "flakstad.yaml").exists()
    assert side.post("/api/ny", kommuner=["1859"], målform="nynorsk", prøv=False)["fil"] == "flakstad.yaml"
    assert side.post("/api/ny", kommuner=["1859"], målform="nynorsk", prøv=False)["fil"] == "flakstad-2.yaml"
    assert "FYLL INN" not in (tmp_path / "flakstad.yaml").read_text(encoding="utf-8")
    assert side.post("/api/apne", fil="flakstad.yaml")["svar"] == "åpnet"
    state = side.get("/api/tilstand")
    assert state["målform"] == "nynorsk"
    assert not [found for found in state["funn"] if found["grad"] == "feil"]


def test_kommuner_of_several_districts_are_no_agreement(tmp_path: Path) -> None:
    told = Side(tmp_path, fil=False).post("/api/ny", kommuner=["1859", "0301"], målform="bokmål", prøv=True)
    assert told["svar"] == "ikke laget"
    assert "flere politidistrikter" in told["melding"]


NYNORSK = YAML.replace("avtale:\n", "avtale:\n  målform: nynorsk\n")


@pytest.mark.parametrize(
    ("egen", "annen", "toml", "nynorsk"),
    [
        (YAML, YAML, "", False),
        (NYNORSK, NYNORSK, "", True),
        (NYNORSK, YAML, "", False),
        (YAML, YAML, "malform = 'nynorsk'\n", True),
        (NYNORSK, NYNORSK, "malform = 'bokmål'\n", False),
    ],
)
def test_the_start_page_and_its_refusals_are_in_the_målform_of_the_agreements(
    tmp_path: Path, egen: str, annen: str, toml: str, nynorsk: bool
) -> None:
    (tmp_path / "annen.yaml").write_text(annen, encoding="utf-8")
    (tmp_path / "avtalegen.toml").write_text(toml, encoding="utf-8")
    side = Side(tmp_path, fil=False, yaml=egen)
    told = side.post("/api/ny", kommuner=["1859", "0301"], målform="bokmål", prøv=True)
    assert ("Kommunane høyrer til" in told["melding"]) is nynorsk
    assert ("åtvaring" in side.get("/api/start")["avtaler"][0]["tekst"]) is nynorsk


def test_what_can_not_be_done_is_told_in_the_målform_of_the_agreement(tmp_path: Path) -> None:
    side = Side(tmp_path, yaml=NYNORSK)
    endring = {"slag": "fjern", "rute": ["beredskap"]}
    told = side.post("/api/endre", utgave=side.get("/api/tilstand")["utgave"], endringer=[endring], hva="x")
    assert told["melding"] == "Det står ikkje noko i «beredskap» i fila."
    side.path.unlink()
    side.get("/api/tilstand")
    told = side.post("/api/endre", utgave="", endringer=[endring], hva="x")
    assert "er borte: sletta, flytt eller gitt eit anna namn. Legg fila tilbake der ho låg" in told["melding"]
    assert told["tilstand"]["problem"]["melding"] == told["melding"]


def test_a_file_that_can_not_be_read_is_not_opened_and_the_page_says_why(side: Side) -> None:
    side.path.with_name("annen.yaml").write_text("format: 1\navtale:\n  status: utkast\nparter: [\n", encoding="utf-8")
    svar = side.post("/api/apne", fil="annen.yaml")
    assert svar["svar"] == "ikke åpnet"
    assert svar["melding"].startswith("«annen.yaml» kan ikke leses. Linje 4: ")
    assert side.get("/api/tilstand")["fil"] == "avtale.yaml"
    assert side.post("/api/lag", format="html")["fil"] == "avtale.html"


def test_an_agreement_that_cannot_be_opened_leaves_the_one_that_is_open(side: Side) -> None:
    side.path.with_name("b.yaml").symlink_to("finnes-ikke.yaml")
    assert side.post("/api/apne", fil="b.yaml")["svar"] == "ikke åpnet"
    assert side.post("/api/lag", format="html")["fil"] == "avtale.html"
    assert not side.path.with_name("b.html").exists()


def test_a_name_that_is_no_text_is_shown_all_the_same(tmp_path: Path) -> None:
    side = Side(tmp_path, fil=False)
    try:
        Path(os.fsdecode(bytes(tmp_path) + b"/\xff.yaml")).write_text(YAML, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes text alone")
    assert len(side.get("/api/start")["avtaler"]) == 2


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "avtaler"
    folder.mkdir()
    side = Side(folder, fil=False)
    side.path.unlink()
    folder.rmdir()
    told = side.post("/api/ny", kommuner=["1859"], målform="bokmål", prøv=False)
    assert told["svar"] in {"ikke lagret", "ikke laget"}
    assert told["melding"]


def test_the_next_agreement_is_made_beside_this_one_and_opened(side: Side) -> None:
    assert side.get("/api/tilstand")["fornyes"] is False
    signert = YAML.replace("status: utkast", "status: signert") + "periode: 2027–2030\n"
    side.path.write_text(signert, encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    assert side.get("/api/tilstand")["fornyes"] is True
    laget = side.post("/api/ny-utgave", fil="")
    assert laget == {
        **{"svar": "laget", "fil": "avtale-2031.yaml", "fra": "1.1.2031", "til": "31.12.2034"},
        **{"over": False, "fyll_inn": laget["fyll_inn"], "se_på": laget["se_på"]},
    }
    assert side.text == signert
    assert side.post("/api/ny-utgave", fil="") == {"svar": "finnes", "fil": "avtale-2031.yaml"}
    assert side.post("/api/apne", fil="avtale-2031.yaml") == {"svar": "åpnet"}
    ny = side.get("/api/tilstand")
    assert (ny["fil"], ny["status"], ny["data"]["periode"]) == ("avtale-2031.yaml", "Utkast", "2031–2034")


def test_the_next_agreement_is_made_from_the_list_too(tmp_path: Path) -> None:
    side = Side(tmp_path, fil=False)
    (tmp_path / "under").mkdir()
    (tmp_path / "under/b.yaml").write_text(YAML + "periode: 2025–2026\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("format: 1\navtale: [\n", encoding="utf-8")
    assert {en["fil"]: en["fornyes"] for en in side.get("/api/start")["avtaler"]} == {
        "avtale.yaml": False,
        "c.yaml": False,
        str(Path("under/b.yaml")): True,
    }
    assert side.post("/api/ny-utgave", fil=str(Path("under/b.yaml")))["fil"] == str(Path("under/b-2027.yaml"))
    assert "«c.yaml» kan ikke leses. Linje " in side.post("/api/ny-utgave", fil="c.yaml")["melding"].replace(
        str(tmp_path) + os.sep, ""
    )
    for fremmed in ("../avtale.yaml", str(side.path), "borte.yaml"):
        assert side.post("/api/ny-utgave", fil=fremmed) == {"svar": "ikke laget", "melding": ""}
    given = side.ask("/api/ny-utgave", HOST, side.cookie, side.header, method="POST", body=b'{"fil": ""}')
    assert given.status == HTTPStatus.NOT_FOUND


def test_an_agreement_is_fetched_from_the_document_that_carries_it(tmp_path: Path, cli: Run) -> None:
    (tmp_path / "kilde").mkdir()
    (tmp_path / "kilde/felles.yaml").write_text("taushetsplikt: ja\n", encoding="utf-8")
    (tmp_path / "kilde/a.yaml").write_text(YAML + "arv: felles.yaml\n", encoding="utf-8")
    assert cli("lag", "kilde/a.yaml").code == 0
    dokument = b64encode((tmp_path / "kilde/a.docx").read_bytes()).decode()
    (tmp_path / "ny").mkdir()
    side = Side(tmp_path / "ny", fil=False)
    hentet = side.post("/api/fra-dokument", navn="C:\\fakepath\\Fra Kari.docx", data=dokument)
    assert (hentet["svar"], hentet["endret"]) == ("laget", False)
    assert (tmp_path / "ny" / hentet["fil"]).read_text(encoding="utf-8") == YAML + "arv: felles.yaml\n"
    assert (tmp_path / "ny/felles.yaml").read_text(encoding="utf-8") == "taushetsplikt: ja\n"
    assert side.post("/api/apne", fil=hentet["fil"]) == {"svar": "åpnet"}
    # What is there already is that, or is left alone.
    assert side.post("/api/fra-dokument", navn="b.docx", data=dokument)["fil"] == hentet["fil"]
    (tmp_path / "ny" / hentet["fil"]).write_text(YAML, encoding="utf-8")
    assert side.post("/api/fra-dokument", navn="b.docx", data=dokument)["fil"] == "b.yaml"
    samme = Side(tmp_path / "kilde", fil=False)
    assert samme.post("/api/fra-dokument", navn="b.docx", data=dokument)["fil"] == "a.yaml"
    (tmp_path / "ny/b.yaml").write_text("min\n", encoding="utf-8")
    assert side.post("/api/fra-dokument", navn="b.docx", data=dokument)["fil"] == "b-2.yaml"
    (tmp_path / "ny/felles.yaml").write_text("taushetsplikt: nei\n", encoding="utf-8")
    assert (
        "«felles.yaml» finnes fra før og er annerledes."
        in side.post("/api/fra-dokument", navn="c.docx", data=dokument)["melding"]
    )
    assert not (tmp_path / "ny/c.yaml").exists()
    fremmed = side.post("/api/fra-dokument", navn="x.docx", data=b64encode(b"x").decode())
    assert fremmed["svar"] == "ikke laget"
    given = side.ask(
        "/api/fra-dokument", HOST, side.cookie, side.header, method="POST", body=b'{"navn": "x", "data": "*"}'
    )
    assert given.status == HTTPStatus.BAD_REQUEST


def test_an_agreement_in_the_list_is_checked_again_only_when_something_it_is_made_of_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    side = Side(tmp_path, fil=False)
    (tmp_path / "felles.yaml").write_text("taushetsplikt: ja\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(YAML + "arv: felles.yaml\n", encoding="utf-8")
    checked: list[str] = []
    original = flyt.check

    def check(data: bytes, file: str, *args: Any) -> flyt.Checked:
        checked.append(Path(file).name)
        return original(data, file, *args)

    monkeypatch.setattr(flyt, "check", check)

    def after(path: str, text: str) -> list[str]:
        (tmp_path / path).write_text(text, encoding="utf-8")
        checked.clear()
        first = side.get("/api/start")
        seen = sorted(checked)
        assert side.get("/api/start") == first
        assert sorted(checked) == seen
        return seen

    assert sorted(checked) == []
    assert after("felles.yaml", "taushetsplikt: nei\n") == ["avtale.yaml", "b.yaml"]
    assert after("felles.yaml", "taushetsplikt: ja\n") == ["b.yaml"]
    assert after("avtale.yaml", YAML + "\n") == ["avtale.yaml"]
    assert after("avtalegen.toml", 'ignorer = ["VEI"]\n') == ["avtale.yaml", "b.yaml"]
    assert after("avtalegen.toml", 'ignorer = ["VEI4"]\n') == ["avtale.yaml", "b.yaml"]


def test_a_file_that_is_protected_is_told_of_before_anything_is_written(side: Side) -> None:
    assert side.get("/api/tilstand")["beskyttet"] is False
    side.path.chmod(0o444)
    state = side.get("/api/tilstand")
    assert state["beskyttet"] is True
    change = {"slag": "sett", "rute": [*PER_ÅR], "verdi": "6"}
    said = side.post("/api/endre", utgave=state["utgave"], hva="Møter", endringer=[change])
    assert (said["svar"], said["tilstand"]["beskyttet"]) == ("ikke lagret", True)
    assert "er skrivebeskyttet" in said["melding"]
    assert side.text == YAML
    side.path.chmod(0o644)
    assert side.post("/api/endre", utgave=state["utgave"], hva="Møter", endringer=[change])["svar"] == "lagret"
