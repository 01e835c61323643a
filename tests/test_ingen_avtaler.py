"""A folder with no agreements: a job that looks in the wrong place is not green, and is told where it has looked."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from tests import cli_support
from tests.cli_support import VALID, Run, names
from tests.grundig import noen_raskt, spredt

cli = cli_support.cli
COMMANDS = ("status", "status --format json", "data --til ut", "kalender", "kalender -o k.ics")
NAMES = ("feil/oppsett.yaml", "feil/avtale.docx", "feil/avtale.pdf", "feil/tom.yaml", "-")
_INGEN = "Fant ingen avtaler i «feil». En avtale er en YAML-fil med linjen «format: 1»."


@pytest.fixture(autouse=True)
def mapper(tmp_path: Path) -> None:
    """Make a folder with an agreement, and one with all but that."""
    for name, text in {
        "avtaler/flakstad.yaml": VALID,
        "feil/oppsett.yaml": "notater: ja\n",
        "feil/avtale.docx": "PK\x03\x04",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    spredt(
        [
            "valider feil",
            "valider feil --kort",
            "valider feil --format github",
            "valider feil --format json",
            "valider feil --format sarif",
            "valider feil --format junit",
            "lag feil",
            "lag feil --sjekk",
            "status feil",
            "status feil --format json",
            "status feil --format csv",
            "status feil --format html -o ut.html",
            "status feil -o ut.txt",
            "kalender feil",
            "kalender feil -o ut.ics",
            "kalender feil -o -",
            "data feil --til ut",
        ],
        6,
    ),
)
def test_no_command_is_content_with_none_and_nothing_is_written(cli: Run, tmp_path: Path, command: str) -> None:
    before = names(tmp_path), names(tmp_path / "feil")
    ran = cli(*command.split())
    assert ran.code == 3
    assert _INGEN in ran.out + ran.err
    assert (names(tmp_path), names(tmp_path / "feil")) == before
    assert cli(*command.replace("feil", "avtaler").split()).code == (1 if "--sjekk" in command else 0)


def test_a_page_that_is_there_is_not_replaced_by_an_empty_one(cli: Run, tmp_path: Path) -> None:
    assert cli("status", "avtaler", "--format", "html", "-o", "side.html").code == 0
    side = (tmp_path / "side.html").read_bytes()
    ran = cli("status", "feil", "--format", "html", "-o", "side.html")
    assert (ran.code, ran.out, ran.err.endswith(" Ingenting er skrevet.\n")) == (3, "", True)
    assert (tmp_path / "side.html").read_bytes() == side


@pytest.mark.parametrize(
    ("paths", "where"),
    [
        ("", "mappen du står i"),
        (".", "mappen du står i"),
        ("a . b", "«a», «.» eller «b»"),
        ("a b c d e", "«a», «b», «c» eller 2 andre steder"),
    ],
)
def test_where_is_told(cli: Run, tmp_path: Path, paths: str, where: str) -> None:
    (tmp_path / "avtaler" / "flakstad.yaml").unlink()
    for name in "abcde":
        (tmp_path / name).mkdir()
    assert f"Fant ingen avtaler i {where}. " in cli("valider", *paths.split()).out


def test_github_shows_it_as_an_error(cli: Run) -> None:
    assert cli("valider", "feil", "--format", "github").out.startswith(f"::error title=avtalegen::{_INGEN}")


@pytest.mark.parametrize(("command", "name"), noen_raskt(product(COMMANDS, NAMES), zip(COMMANDS, NAMES, strict=True)))
def test_a_file_that_is_named_and_is_no_agreement_is_not_counted_as_one(
    cli: Run, tmp_path: Path, command: str, name: str
) -> None:
    (tmp_path / "feil" / "avtale.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "feil" / "tom.yaml").touch()
    ran = cli(*command.split(), name, data=b"notater: ja\n")
    assert ran.code in ((1, 2) if command.startswith("kalender") else (3,))
    assert "Feil: " in ran.err
    assert "1 avtale" not in ran.out
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("feil/avtale.docx", "eller hent den ut med «avtalegen hent feil/avtale.docx»."),
        ("feil/oppsett.yaml", "«feil/oppsett.yaml» er ikke en avtale: Linjen «format: 1» mangler."),
        ("-", "Det som er lest fra standard inn, er ikke en avtale: Linjen «format: 1» mangler."),
    ],
)
def test_what_to_do_about_it_is_told_and_the_others_are_shown(cli: Run, name: str, told: str) -> None:
    ran = cli("status", "avtaler", name, data=b"notater: ja\n")
    assert (ran.code, told in ran.err) == (3, True)
    assert "\n1 avtale: " in ran.out
    ran = cli("data", "avtaler", name, "--til", "ut", data=b"notater: ja\n")
    assert (ran.code, told in ran.err) == (3, True)
    assert ran.out.startswith("Skrev ut (avtaler 2,")  # one that could not be read has its row too


def test_a_command_to_run_has_the_name_as_a_shell_takes_it(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "ny å.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "ny å.yaml").write_text("format: 1\n", encoding="utf-8")
    assert "«avtalegen hent 'ny å.docx'»" in cli("status", "ny å.docx").err
    assert "«avtalegen valider 'ny å.yaml'»" in cli("kalender", "ny å.yaml").err
    assert "«avtalegen valider 'Flå $x.yaml'»" in cli("ny", "flå", "-o", "Flå $x.yaml").out
    assert "«avtalegen rediger 'neste år.yaml'»" in cli("revider", "avtaler/flakstad.yaml", "-o", "neste år.yaml").out
