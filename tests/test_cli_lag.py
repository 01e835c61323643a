"""`avtalegen lag`: what is written, where, and what is never lost."""

from __future__ import annotations

import errno
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from tests import cli_support
from tests.cli_support import FAULTY, VALID, Run, names, posix_only, started, write

cli = cli_support.cli


@pytest.fixture
def remarks(monkeypatch: pytest.MonkeyPatch) -> list[Severity]:
    """Let the real check find, besides, something of each severity that the test puts in the list."""
    severities: list[Severity] = []
    check = flyt.check

    def with_remarks(data: bytes, file: str, *how: Any, **more_how: Any) -> flyt.Checked:
        checked = check(data, file, *how, **more_how)
        more = tuple(Diagnostic("R1", severity, "Noe.", Span(file, 1, 1, 1, 7)) for severity in severities)
        return checked._replace(diagnostics=more)

    monkeypatch.setattr(flyt, "check", with_remarks)
    return severities


def test_the_document_is_put_beside_the_yaml(cli: Run, tmp_path: Path, remarks: list[Severity]) -> None:
    write(tmp_path / "m", flakstad=VALID)
    code, out, err, _ = cli("lag", str(Path("m/flakstad.yaml")))
    assert (code, out, err) == (0, f"Skrev {Path('m/flakstad.docx')}\n", "")
    assert names(tmp_path) == {"m", "m/flakstad.yaml", "m/flakstad.docx"}


def test_the_document_is_what_flyt_makes(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=VALID)
    assert cli("lag", "a.yaml").code == 0
    made = flyt.make(flyt.check(VALID.encode(), "a.yaml"), Bestilling(), lambda _file, _name: b"")
    assert (tmp_path / "a.docx").read_bytes() == made.data


def test_an_error_stops_that_document_and_no_other(cli: Run, tmp_path: Path, remarks: list[Severity]) -> None:
    write(tmp_path, a=VALID, c=VALID)
    (tmp_path / "b.yaml").write_bytes(b"format: 1\n\tx: 1\n")
    remarks.append(Severity.FEIL)
    code, out, err, _ = cli("lag", "a.yaml")
    assert (code, err) == (1, "")
    assert out == (
        "a.yaml:1:1: feil[R1] Noe.\n  |\n1 | format: 1\n  | ^^^^^^\n\n"
        "Dokumentet lages når feilene er rettet.\n1 feil i 1 avtale.\n"
    )
    assert names(tmp_path) == {"a.yaml", "b.yaml", "c.yaml"}


def test_of_several_files_those_without_errors_become_documents(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=VALID, b=FAULTY, c=VALID)
    code, out, err, _ = cli("lag", ".")
    assert (code, err) == (1, "")
    assert names(tmp_path) == {"a.yaml", "b.yaml", "c.yaml", "a.docx", "c.docx"}
    assert "\nb.yaml:7:1: feil[" in out
    assert "Skrev 2 dokumenter, 1 ble ikke laget.\n" in out


def test_warnings_and_advice_do_not_stop_a_document_but_are_summed_up(
    cli: Run, tmp_path: Path, remarks: list[Severity]
) -> None:
    write(tmp_path, a=VALID)
    remarks += [Severity.RÅD, Severity.ADVARSEL, Severity.RÅD]
    assert cli("lag", "a.yaml")[:3] == (
        0,
        "Skrev a.docx\n1 advarsel og 2 råd i 1 avtale. Se alle med «avtalegen valider a.yaml».\n",
        "",
    )


def test_a_long_list_of_files_is_not_repeated(cli: Run, tmp_path: Path, remarks: list[Severity]) -> None:
    write(tmp_path, a=VALID, b=VALID, c=VALID, d=VALID)
    remarks.append(Severity.RÅD)
    assert cli("lag", *sorted(names(tmp_path))).out.endswith(
        "Skrev 4 dokumenter.\n4 råd i 4 avtaler. Se alle med «avtalegen valider …».\n"
    )


def test_a_document_that_would_be_the_same_is_left_alone(cli: Run, tmp_path: Path, remarks: list[Severity]) -> None:
    write(tmp_path, a=VALID)
    cli("lag", "a.yaml")
    os.utime(tmp_path / "a.docx", (1, 1))
    assert cli("lag", "a.yaml")[:3] == (0, "Uendret: a.docx\n", "")
    assert (tmp_path / "a.docx").stat().st_mtime == 1


def test_a_document_of_ours_is_replaced_when_the_yaml_has_changed(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=VALID)
    cli("lag", "a.yaml")
    before = (tmp_path / "a.docx").read_bytes()
    write(tmp_path, a=VALID.replace("1859", "1860"))
    assert cli("lag", "a.yaml").code == 0
    assert (tmp_path / "a.docx").read_bytes() != before


def test_work_done_by_hand_is_not_overwritten_unless_asked(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=VALID)
    (tmp_path / "a.docx").write_bytes(b"det noen har skrevet")
    code, out, err, _ = cli("lag", "a.yaml")
    assert code == 1
    assert "Skrev" not in out
    assert err == (
        "Feil: «a.docx» er endret for hånd eller er ikke laget av avtalegen. Filen er ikke rørt. "
        "«avtalegen hent» med «--endringer» viser hva som er endret. "
        "Bruk «--overskriv» for å erstatte den, eller velg et annet navn med «-o».\n"
    )
    assert (tmp_path / "a.docx").read_bytes() == b"det noen har skrevet"
    assert cli("lag", "a.yaml", "--overskriv").code == 0
    assert (tmp_path / "a.docx").read_bytes() != b"det noen har skrevet"


def test_a_target_folder_is_made_and_keeps_the_folders_below(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "inn", a=VALID)
    write(tmp_path / "inn" / "nord", b=VALID)
    (tmp_path / "inn" / "felles.yaml").write_text("telefon: 02800\n", encoding="utf-8")
    write(tmp_path, c=VALID)
    code, out, err, _ = cli("lag", "inn", "c.yaml", "--til", str(Path("ut/word")))
    assert (code, err) == (0, "")
    assert {name for name in names(tmp_path) if name.endswith("docx")} == {
        "ut/word/a.docx",
        "ut/word/nord/b.docx",
        "ut/word/c.docx",
    }
    assert f"Skrev {Path('ut/word/nord/b.docx')}\n" in out
    assert "Skrev 3 dokumenter.\n" in out
    assert "1 YAML-fil er ikke en avtale og er hoppet over.\n" in out


def test_a_file_can_be_named(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=VALID)
    assert cli("lag", "a.yaml", "-o", "Avtale 2026.docx").code == 0
    assert names(tmp_path) == {"a.yaml", "Avtale 2026.docx"}


def test_standard_input_and_output_can_be_used(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=VALID)
    cli("lag", "a.yaml")
    document = (tmp_path / "a.docx").read_bytes()
    code, _, _, raw = cli("lag", "-", "-o", "-", data=VALID.encode())
    assert (code, raw) == (0, document)
    assert cli("lag", "-", "--til", "ut", data=VALID.encode()).code == 0
    assert (tmp_path / "ut" / "avtale.docx").read_bytes() == document


def test_messages_keep_out_of_a_document_on_standard_output(cli: Run, tmp_path: Path, remarks: list[Severity]) -> None:
    remarks.append(Severity.ADVARSEL)
    code, _, err, raw = cli("lag", "-", "-o", "-", data=VALID.encode())
    assert (code, err) == (0, "1 advarsel i 1 avtale. Se alle med «avtalegen valider -».\n")
    assert b"advarsel" not in raw
    remarks.append(Severity.FEIL)
    code, out, err, _ = cli("lag", "-", "-o", "-", data=VALID.encode())
    assert (code, out) == (1, "")
    assert "-:1:1: feil[R1] Noe.\n" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.yaml", "-o", "x.docx", "--til", "ut"], "Bruk enten «-o» eller «--til»."),
        (["a.yaml", "b.yaml", "-o", "x.docx"], "Valget «-o» gjelder én fil."),
        (["m", "-o", "x.docx"], "Valget «-o» gjelder én fil."),
        (["a.yaml", "-o", "x.odt"], "Filnavnet «x.odt» må slutte på «.docx» eller «.pdf» eller «.html» eller «.md»."),
        (["a.yaml", "-o", "x"], "Filnavnet «x» må slutte på «.docx» eller «.pdf» eller «.html» eller «.md»."),
        (["-"], "Oppgi «-o FIL» eller «--til MAPPE» når avtalen leses fra standard inn."),
        (["a.yaml", "--format", "docx,odt"], "«odt» er ikke et format. Velg blant: docx"),
        (["a.yaml", "--format", ""], "«» er ikke et format."),
        (["a.yaml", "a.yml"], "Både «a.yaml» og «a.yml» ville blitt skrevet til «a.docx»."),
        (["a.yaml", str(Path("m/a.yaml")), "--til", "ut"], f"ville blitt skrevet til «{Path('ut/a.docx')}»."),
        (["b.docx", "b.yaml"], "«b.docx» er selv en av filene det skal lages dokument av."),
        (["m/../b.docx", "-o", "b.docx"], "«b.docx» er selv en av filene det skal lages dokument av."),
        (["b.docx", "-o", "b.docx"], "«b.docx» er selv en av filene det skal lages dokument av."),
    ],
)
def test_what_could_lose_a_document_or_has_no_meaning_is_wrong_usage(
    cli: Run, tmp_path: Path, arguments: list[str], message: str
) -> None:
    write(tmp_path, a=VALID, b=VALID)
    write(tmp_path / "m", a=VALID)
    (tmp_path / "a.yml").write_text(VALID, encoding="utf-8")
    (tmp_path / "b.docx").write_text(VALID, encoding="utf-8")
    before = names(tmp_path)
    code, out, err, _ = cli("lag", *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert names(tmp_path) == before
    assert (tmp_path / "b.docx").read_text(encoding="utf-8") == VALID


def test_the_same_file_given_twice_is_made_once(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=VALID)
    code, out, _, _ = cli("lag", "a.yaml", ".", str(tmp_path / "a.yaml"))
    assert code == 0
    assert out.count("Skrev") == 1


def test_a_document_is_not_poured_into_a_terminal(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code, _, err, raw = cli("lag", "-", "-o", "-", data=VALID.encode())
    assert (code, raw) == (2, b"")
    assert "Et dokument kan ikke vises i terminalen." in err


def test_a_file_that_is_not_there_is_told_and_the_others_are_made(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=VALID)
    code, out, err, _ = cli("lag", "borte.yaml", "a.yaml")
    assert code == 3
    assert err.startswith("Feil: Kunne ikke lese «borte.yaml»: filen finnes ikke.")
    assert "Skrev a.docx\n" in out
    assert out.endswith("1 fil eller mappe kunne ikke leses.\nIkke laget:\n  borte.yaml\n")


@pytest.mark.parametrize(
    ("arguments", "blocking", "message"),
    [
        (["a.yaml"], "a.docx", "det er en mappe med det navnet"),
        (["a.yaml", "-o", "x.docx"], "x.docx", "det er en mappe med det navnet"),
        (["a.yaml", "-o", str(Path("borte/x.docx"))], None, "mappen finnes ikke. Lag den først."),
        (["a.yaml", "--til", "a.yaml"], None, "«a.yaml» er en fil, ikke en mappe."),
        (["a.yaml", "-o", "x" * 300 + ".docx"], None, "navnet er for langt"),
    ],
)
def test_a_document_that_cannot_be_put_there_is_told(
    cli: Run, tmp_path: Path, arguments: list[str], blocking: str | None, message: str
) -> None:
    write(tmp_path, a=VALID)
    if blocking:
        (tmp_path / blocking).mkdir()
    before = names(tmp_path)
    code, out, err, _ = cli("lag", *arguments)
    assert code == 3
    assert "Skrev" not in out
    assert message in err
    assert names(tmp_path) == before


@posix_only
def test_a_limit_on_the_size_of_files_leaves_no_half_document(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    write(tmp_path, a=VALID)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        done = cli("lag", "a.yaml")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert done.code == 3
    assert done.err == ("Feil: Kunne ikke skrive «a.docx»: filen blir større enn det er lov til.\n")
    assert names(tmp_path) == {"a.yaml"}


def test_a_planted_full_disk_leaves_no_half_document(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write(tmp_path, a=VALID)
    monkeypatch.setattr(os, "fsync", fail)
    code, out, err, _ = cli("lag", "a.yaml")
    assert (code, err) == (3, "Feil: Kunne ikke skrive «a.docx»: det er ikke plass på disken.\n")
    assert "Skrev" not in out
    assert names(tmp_path) == {"a.yaml"}


def test_ctrl_c_in_the_middle_of_writing_leaves_what_was_there(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_descriptor: int) -> None:
        signal.raise_signal(signal.SIGINT)

    write(tmp_path, a=VALID)
    monkeypatch.setattr(os, "fsync", interrupt)
    code, out, err, _ = cli("lag", "a.yaml")
    assert (code, out, err.strip()) == (130, "", "Avbrutt.")
    assert names(tmp_path) == {"a.yaml"}


def test_pictures_are_fetched_from_beside_the_yaml_and_from_nowhere_else(cli: Run, tmp_path: Path) -> None:
    picture = "avtale:\n  våpen:\n    fil: {}\n    alternativ_tekst: Våpenet\n"
    write(tmp_path / "m", a=VALID.replace("avtale:\n", picture.format("../hemmelig.png")))
    (tmp_path / "hemmelig.png").write_bytes(b"png")
    code, out, err, _ = cli("lag", "m")
    assert code in {1, 3}
    assert "«../hemmelig.png» ligger utenfor mappen til YAML-filen." in out + err
    assert not (tmp_path / "m" / "a.docx").exists()


@posix_only
def test_many_files_show_progress_in_a_terminal(cli: Run, tmp_path: Path) -> None:
    import pty

    write(tmp_path, **{f"a{number}": VALID for number in range(6)})
    leader, terminal = pty.openpty()
    done = started("lag", ".", cwd=tmp_path, stderr=terminal, TERM="xterm")
    os.close(terminal)
    shown = os.read(leader, 65536).decode()
    assert [f"{number}/6" in shown for number in range(7)] == [True] * 7
    assert shown.startswith("\r\x1b[?25lLager avtaler  [")
    assert shown.endswith("\x1b[?25h\r\n"), "the cursor is shown again"
    os.close(leader)
    assert "Skrev 6 dokumenter.\n" in done.out
    # Standard error of the tests is no terminal.
    assert cli("lag", ".").err == ""


def test_a_full_disk_leaves_no_empty_folder(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    code, _, err, _ = cli("lag", "a.yaml", "--til", "ut/avtaler")
    assert code == 3
    assert "det er ikke plass på disken" in err
    assert names(tmp_path) == {"a.yaml"}
