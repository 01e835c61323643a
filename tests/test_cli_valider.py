"""`avtalegen valider`: what is looked at, what is told where, and the exit code."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import click
import pytest

from avtalegen import flyt
from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from avtalegen.lesing import parse
from tests import cli_support
from tests.cli_support import FAULTY, ROOT, VALID, Run, posix_only, start, started, write

cli = cli_support.cli


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Severity]:
    """Let every file have findings of the severities that the test puts in the list."""
    severities: list[Severity] = []

    def check(data: bytes, file: str, *_: object, **__: object) -> Checked:
        diagnostics = (Diagnostic("R1", severity, "Noe.", Span(file, 1, 1, 1, 7)) for severity in severities)
        return Checked(parse(data, file), None, tuple(diagnostics))

    monkeypatch.setattr(flyt, "check", check)
    return severities


def test_an_agreement_without_findings_is_clean(cli: Run, tmp_path: Path, found: list[Severity]) -> None:
    write(tmp_path, a=VALID)
    assert cli("valider")[:3] == (0, "Ingen funn i 1 avtale.\n", "")


def test_the_real_check_finds_no_error_in_a_valid_agreement(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=VALID)
    code, out, err, _ = cli("valider", "a.yaml")
    assert (code, err) == (0, "")
    assert "feil[" not in out


def test_a_finding_is_shown_with_its_line_what_to_do_and_what_it_rests_on(cli: Run, tmp_path: Path) -> None:
    shutil.copy(ROOT / "eksempler" / "flakstad.yaml", tmp_path)
    assert (
        "\n\nflakstad.yaml:56:13: råd[VEI417] Avtalen sikrer bare to møter i året.\n"
        "   |\n"
        "56 |     per_år: minst to\n"
        "   |             ^^^^^^^^\n"
        "   |\n"
        "   = Hjelp: Veilederen råder til flere enn to møter i året. Noen av dem kan være korte eller digitale.\n"
        "            Forslag: «per_år: 4» under «politiråd.møter».\n"
        "   = Grunnlag: veilederen 4.1.2\n\n"
    ) in cli("valider", "flakstad.yaml").out


def test_an_error_is_shown_with_its_place_and_gives_code_1(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=FAULTY)
    code, out, err, _ = cli("valider", "a.yaml", "--velg", "SKJ")
    assert (code, err) == (1, "")
    assert "a.yaml:7:1: feil[" in out
    assert "\n7 | politrad: {leder: ordfører}\n  | ^^^^^^^^\n" in out
    assert out.endswith("\n1 feil i 1 avtale.\n")


@pytest.mark.parametrize(
    ("severity", "options", "code"),
    [
        (Severity.RÅD, [], 0),
        (Severity.ADVARSEL, [], 0),
        (Severity.FEIL, [], 1),
        (Severity.RÅD, ["--streng"], 0),
        (Severity.ADVARSEL, ["--streng"], 1),
        (Severity.FEIL, ["--streng"], 1),
    ],
)
def test_the_exit_code_follows_the_worst_finding(
    cli: Run, tmp_path: Path, found: list[Severity], severity: Severity, options: list[str], code: int
) -> None:
    write(tmp_path, a=VALID)
    found.append(severity)
    assert cli("valider", *options).code == code


def test_findings_of_all_files_are_counted(cli: Run, tmp_path: Path, found: list[Severity]) -> None:
    write(tmp_path, a=VALID, b=VALID)
    found += [Severity.FEIL, Severity.RÅD, Severity.RÅD]
    assert cli("valider", ".").out.endswith("\n2 feil og 4 råd i 2 avtaler.\n")


def test_a_folder_is_searched_and_what_is_no_agreement_is_only_counted(cli: Run, tmp_path: Path) -> None:
    (tmp_path / ".github").mkdir()
    (tmp_path / "under").mkdir()
    write(tmp_path, b=VALID, felles="telefon: 02800\n", tom="")
    write(tmp_path / "under", a=FAULTY)
    write(tmp_path / ".github", ci=FAULTY)
    code, out, err, _ = cli("valider")
    assert (code, err) == (1, "")
    assert f"{Path('under/a.yaml')}:7:1: feil[" in out
    assert out.endswith(" i 2 avtaler.\n2 YAML-filer er ikke avtaler og er hoppet over.\n")


def test_a_file_that_is_named_is_checked_whatever_is_in_it(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, felles="telefon: 02800\n")
    code, out, err, _ = cli("valider", "felles.yaml")
    assert (code, err) == (1, "")
    assert out.startswith("felles.yaml:1:1: feil[")


def test_standard_input_is_read(cli: Run) -> None:
    code, out, err, _ = cli("valider", "-", data=FAULTY.encode())
    assert (code, err) == (1, "")
    assert "\n-:7:1: feil[" in out


def test_what_cannot_be_read_is_told_on_stderr_and_wins_over_findings(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=FAULTY)
    code, out, err, _ = cli("valider", "borte.yaml", "a.yaml", "--velg", "SKJ")
    assert code == 3
    assert err == "Feil: Kunne ikke lese «borte.yaml»: filen finnes ikke. Sjekk at stien er skrevet riktig.\n"
    assert "a.yaml:7:1: feil[" in out
    assert out.endswith("\n1 feil i 1 avtale.\n1 fil eller mappe kunne ikke leses.\n")


@posix_only
def test_a_file_in_a_folder_that_cannot_be_read_does_not_stop_the_others(cli: Run, tmp_path: Path) -> None:
    """Root may read every file, so the one that can't be read is a link that leads in a ring."""
    (tmp_path / "a.yaml").symlink_to("a.yaml")
    write(tmp_path, b=VALID)
    code, out, err, _ = cli("valider", ".")
    assert (code, err) == (3, "Feil: Kunne ikke lese «a.yaml»: lenken fører i ring.\n")
    assert "i 1 avtale.\n1 fil eller mappe kunne ikke leses.\n" in out


@posix_only
def test_standard_input_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with (tmp_path / "bare_skriving").open("wb") as unreadable:
        done = started("valider", "-", cwd=tmp_path, stdin=unreadable)
    assert done.code == 3
    assert done.err == "Feil: Kunne ikke lese standard inn: systemet melder «Bad file descriptor».\n"


@pytest.mark.parametrize(
    ("extra", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_and_those_who_ask(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: dict[str, str], coloured: bool
) -> None:
    write(tmp_path, a=FAULTY)
    for name, value in extra.items():
        monkeypatch.setenv(name, value)
    out = cli("valider", "a.yaml", "--velg", "SKJ").out
    assert ("\x1b[" in out) == coloured
    assert click.unstyle(out).startswith("a.yaml:7:1: feil[")


@posix_only
def test_a_terminal_gets_colour_and_progress_and_a_pipe_gets_neither(tmp_path: Path) -> None:
    import pty

    for number in range(60):
        write(tmp_path, **{f"a{number}": VALID})
    write(tmp_path, b=FAULTY)
    leader, terminal = pty.openpty()
    running = start("valider", cwd=tmp_path, stdout=terminal, stderr=terminal, TERM="xterm")
    os.close(terminal)
    shown = b""
    try:
        while part := os.read(leader, 65536):
            shown += part
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(leader)
    assert running.wait() == 1
    assert "\rSjekker avtale 50 …\r".encode() in shown.replace(b" " * len("Sjekker avtale 50 …"), b"")
    assert b"\x1b[31m" in shown
    piped = started("valider", cwd=tmp_path)
    assert (piped.code, piped.err) == (1, "")
    assert "\r" not in piped.out
    assert "\x1b" not in piped.out


def test_findings_are_in_the_målform_of_each_agreement_or_the_one_that_is_asked_for(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=VALID, b=VALID.replace("status:", "målform: nynorsk\n  status:"))

    def sagt(*valg: str) -> list[str]:
        lines = cli("valider", "a.yaml", "b.yaml", "--kort", "--velg", "VEI422", "--i-dag", "2026-11-20", *valg).out
        return [line.split("] ")[1] for line in lines.splitlines()[:-1]]

    nb, nn = "Avtalen sier ikke noe om taushetsplikt.", "Avtalen seier ikkje noko om teieplikt."
    assert sagt() == [nb, nn]
    assert sagt("--målform", "bokmål") == [nb, nb]
    assert sagt("--målform", "nynorsk") == [nn, nn]
    feil = cli("valider", "a.yaml", "--målform", "begge")
    assert feil.code == 2
    assert "Hvert funn vises én gang. Velg bokmål eller nynorsk." in feil.err
