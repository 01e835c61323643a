"""`avtalegen ny` in a collection and at a terminal: what is inherited, whole districts, and what is asked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from avtalegen import register
from avtalegen.forslag.nyfil import yaml_tekst
from tests import cli_support
from tests.cli_support import Run, names, posix_only, start
from tests.nyprove import kommuner

cli = cli_support.cli


def collection(folder: Path) -> None:
    """Make a collection with something shared, an agreement that is in order, and one that isn't."""
    (folder / "avtalegen.toml").touch()
    for name, content in {
        "felles/nordland.yaml": "parter:\n  politi: Nordland politidistrikt\npolitiråd:\n  møter: {per_år: 4}\n",
        "avtaler/begge.yaml": 'format: 1\navtale: {}\nparter: {kommuner: ["1804", Fauske], politi: Nordland}\n',
        "avtaler/feil.yaml": "format: 1\nparter: {kommuner: {kommunenummer: 1860}}\nukjent: ja\n",
        "avtaler/notater.yml": "parter: {kommuner: Flakstad}\n",
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


@pytest.mark.parametrize("folder", [".", "avtaler"])
def test_what_the_file_inherits_is_left_out_and_found_from_where_the_file_lies(
    cli: Run, tmp_path: Path, folder: str
) -> None:
    collection(tmp_path)
    file = str(Path(folder, "flakstad.yaml"))
    assert cli("ny", "Flakstad", "--arv", "felles/nordland.yaml", "-o", file).code == 0
    written = (tmp_path / file).read_text(encoding="utf-8")
    assert f"\narv: {'../' if folder == 'avtaler' else ''}felles/nordland.yaml\n" in written
    assert " distrikt:" not in written
    assert "per_år" not in written
    told = cli("valider", file, "--kort")
    assert told.code == 0
    assert "VEI416" not in told.out


def test_what_is_inherited_is_left_out_of_what_goes_to_standard_output(cli: Run, tmp_path: Path) -> None:
    collection(tmp_path)
    out = cli("ny", "Flakstad", "--arv", "felles/nordland.yaml", "-o", "-").out
    assert "\narv: felles/nordland.yaml\n" in out
    assert "per_år" not in out


def test_each_kommune_in_a_district_that_has_no_agreement_gets_a_file(cli: Run, tmp_path: Path) -> None:
    collection(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.y*ml")}
    code, out, err, _ = cli("ny", "--distrikt", "nordland", "-o", "avtaler", "--arv", "felles/nordland.yaml")
    assert (code, err) == (0, "")
    *made, summary = out.splitlines()
    district = register.politidistrikt("Nordland")
    assert district is not None
    assert len(made) == len(district.kommunenumre) - 3
    assert f"Skrev {Path('avtaler/flakstad.yaml')}" in made
    assert summary == (
        f"Skrev {len(made)} filer for Nordland politidistrikt. 3 kommuner har avtale fra før: Bodø, Fauske, Vestvågøy. "
        "Fyll ut stedene merket FYLL INN, og kjør «avtalegen valider»."
    )
    assert "arv: ../felles/nordland.yaml" in (tmp_path / "avtaler" / "flakstad.yaml").read_text(encoding="utf-8")
    assert {path: path.read_bytes() for path in before} == before
    again = cli("ny", "--distrikt", "Nordland politidistrikt", "-o", "avtaler")
    assert (again.code, again.out.split(". ")[0]) == (0, "Skrev 0 filer for Nordland politidistrikt")


def test_a_folder_that_is_not_there_is_made_also_where_it_is_all_of_the_collection(cli: Run, tmp_path: Path) -> None:
    ran = cli("ny", "--distrikt", "oslo", "-o", "avtaler/oslo")
    assert (ran.code, ran.err, len(ran.out.splitlines())) == (0, "", 4)
    assert names(tmp_path / "avtaler" / "oslo") == {"asker.yaml", "baerum.yaml", "oslo.yaml"}


def test_a_file_with_the_name_is_not_touched_when_a_district_is_made(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "oslo.yaml").write_text("notater: ja\n", encoding="utf-8")
    assert cli("ny", "--distrikt", "oslo")[:3] == (
        1,
        "Skrev baerum.yaml\nSkrev asker.yaml\nSkrev 2 filer for Oslo politidistrikt. "
        "Fyll ut stedene merket FYLL INN, og kjør «avtalegen valider».\n",
        "Feil: «oslo.yaml» finnes fra før og er ikke rørt, men er ingen avtale med Oslo.\n",
    )
    assert (tmp_path / "oslo.yaml").read_text(encoding="utf-8") == "notater: ja\n"


@pytest.mark.parametrize(
    ("given", "file"),
    [
        (["innlandet", "fylkeskommune"], "innlandet-fylkeskommune.yaml"),
        (["Møre og Romsdal fylkeskommune"], "more-og-romsdal-fylkeskommune.yaml"),
        (["TRØNDELAG", "Fylkeskommune"], "trondelag-fylkeskommune.yaml"),
    ],
)
def test_a_fylkeskommune_can_have_an_agreement_alone(cli: Run, tmp_path: Path, given: list[str], file: str) -> None:
    code, out, err, _ = cli("ny", *given)
    assert (code, err) == (0, "")
    assert out.startswith(f"Skrev {file}. ")
    assert "  fylkeskommune:\n" in (tmp_path / file).read_text(encoding="utf-8")


def at_a_terminal(folder: Path, answer: str, *arguments: str) -> tuple[int, str]:
    """Run the tool at a terminal where somebody types `answer`; return the exit code and what the terminal shows."""
    import pty

    leader, terminal = pty.openpty()
    os.write(leader, answer.encode())
    with start(*arguments, cwd=folder, stdin=terminal, stdout=terminal, stderr=terminal, TERM="dumb") as process:
        os.close(terminal)
        shown = b""
        while True:
            try:
                shown += (part := os.read(leader, 65536))
            except OSError:  # Linux's way of telling that nobody has the terminal open any more
                break
            if not part:
                break
        code = process.wait()
    os.close(leader)
    return code, shown.decode().replace("\r\n", "\n")


@posix_only
def test_at_a_terminal_the_user_is_asked_which_one(tmp_path: Path) -> None:
    code, shown = at_a_terminal(tmp_path, "1818\n", "ny", "Herøy")
    assert code == 0
    assert "1515 Herøy (Møre og Romsdal)\n1818 Herøy (Nordland)\nHvilken mener du? Skriv 1515 eller 1818: " in shown
    assert "Skrev heroy.yaml." in shown
    assert (tmp_path / "heroy.yaml").read_text(encoding="utf-8") == yaml_tekst(kommuner("1818"), "heroy.yaml")


@posix_only
@pytest.mark.parametrize(("answer", "code"), [("\n", 2), ("Nordland\n", 2), ("\x04", 130)])
def test_an_answer_that_is_none_of_them_makes_no_file(tmp_path: Path, answer: str, code: int) -> None:
    ended, shown = at_a_terminal(tmp_path, answer, "ny", "Herøy")
    assert ended == code
    assert ("Oppgi nummeret, for eksempel «avtalegen ny 1515»." in shown) == (code == 2)
    assert "Traceback" not in shown
    assert names(tmp_path) == set()
