"""The reports for machines: JSON, GitHub Actions and JUnit; and the short one. SARIF has its own tests."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalegen.funn.diagnostic import Related, Span
from avtalegen.rapporter import REPORTERS, FileReport, Totals, reporter
from tests import cli_support
from tests.cli_support import FAULTY, VALID, Run, environment, started
from tests.grundig import antall, grundig, utvalg
from tests.i_ett import i_ett
from tests.rapportprove import ALT, MACHINES, RÅD, funn, screen
from tests.tekstprove import TEGN

cli = cli_support.cli


# JSON


def test_json_has_everything_about_a_finding() -> None:
    assert json.loads(screen("json", ALT))["funn"] == [
        {
            "kode": "VEI423",
            "navn": "mangler-kunnskapsgrunnlag",
            "alvorlighet": "advarsel",
            "melding": "«x» mangler, men «y» er der.",
            "hjelp": "Skriv «x».\nEller «z».",
            "fil": "a.yaml",
            "start": {"linje": 2, "kolonne": 3},
            "slutt": {"linje": 2, "kolonne": 8},
            "grunnlag": "veilederen 4.1.2",
            "relatert": [
                {
                    "fil": "felles/b.yaml",
                    "start": {"linje": 4, "kolonne": 1},
                    "slutt": {"linje": 4, "kolonne": 9},
                    "melding": "Først oppgitt her.",
                }
            ],
        }
    ]


def test_json_counts_at_the_end() -> None:
    assert json.loads(screen("json", funn(), funn(RÅD), ALT, ALT, unreadable=1)) | {"funn": []} == {
        "versjon": 1,
        "funn": [],
        "sammendrag": {
            "avtaler": 1,
            "feil": 1,
            "advarsel": 2,
            "råd": 1,
            "hoppet_over": 0,
            "utelatt": 0,
            "ikke_lest": 1,
        },
    }


def test_json_without_findings_is_json() -> None:
    assert json.loads(screen("json"))["funn"] == []


def test_json_of_a_folder_that_has_nothing_and_of_a_file_that_cannot_be_read_is_json(cli: Run) -> None:
    code, out, err, _ = cli("valider", "--format", "json")
    assert (code, err.startswith("Feil: Fant ingen avtaler i mappen du står i.")) == (3, True)
    assert json.loads(out)["sammendrag"]["avtaler"] == 0
    code, out, err, _ = cli("valider", "borte.yaml", "--format", "json")
    assert code == 3
    assert err.startswith("Feil: Kunne ikke lese «borte.yaml»")
    assert json.loads(out)["sammendrag"]["ikke_lest"] == 1


def test_json_of_several_files_is_one_object(cli: Run, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.yaml").write_text(VALID if name == "b" else FAULTY, encoding="utf-8")
    funn = json.loads(cli("valider", "--format", "json", "--velg", "SKJ").out)["funn"]
    assert [(ett["fil"], ett["kode"], ett["navn"]) for ett in funn] == [
        ("a.yaml", "SKJ002", "ukjent-felt"),
        ("c.yaml", "SKJ002", "ukjent-felt"),
    ]


@pytest.mark.parametrize("format_", utvalg(["sarif", "kort", "json"], 1))
def test_memory_does_not_grow_with_the_number_of_files(format_: str) -> None:
    """A thousand files of ten findings are 2 MB of report; it is given file by file."""
    totals = Totals()

    def files(number: int) -> Iterator[FileReport]:
        for n in range(number):
            name = f"{n}.yaml"
            yield FileReport(name, "a: 1\n  b: 2\n", (funn(message=f"Noe er galt i {n}.", file=name),) * 10)

    def peak(number: int) -> int:
        tracemalloc.start()
        try:
            for _ in reporter(format_)(files(number), totals):
                pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)  # what is loaded once
    # The least of two: what a thread that an earlier test left behind does meanwhile, counts too.
    most = min(peak(antall(50, 1000)) for _ in range(2))
    assert most < peak(10) + antall(25_000, 100_000)


# JUnit


def test_junit_has_a_test_for_each_file_that_fails_when_there_are_errors(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(VALID, encoding="utf-8")
    code, out, err, _ = cli("valider", "--format", "junit", "--velg", "SKJ")
    assert (code, err) == (1, "")
    root = ElementTree.fromstring(out)
    (suite,) = root
    for element in (root, suite):
        assert {name: element.get(name) for name in ("name", "tests", "failures", "errors")} == {
            "name": "avtalegen",
            "tests": "2",
            "failures": "1",
            "errors": "0",
        }
    faulty, fine = suite
    assert [case.attrib for case in suite] == [
        {"classname": "avtalegen", "name": name, "file": name} for name in ("a.yaml", "b.yaml")
    ]
    (failure,) = faulty
    assert failure.tag == "failure"
    assert failure.attrib == {"type": "feil", "message": "«politrad» er ikke en kjent nøkkel."}
    assert (failure.text or "").startswith("a.yaml:7:1: feil[SKJ002] «politrad» er ikke en kjent nøkkel.\n  Hjelp: ")
    assert len(fine) == 0


def test_junit_has_all_errors_of_a_file_in_one_failure_and_the_rest_as_output() -> None:
    (suite,) = ElementTree.fromstring(screen("junit", funn(), ALT, funn(message="Mer.")))
    ((failure, output),) = suite
    assert failure.get("message") == "2 feil"
    assert failure.text == "a.yaml:2:3: feil[SKJ002] Noe er galt.\na.yaml:2:3: feil[SKJ002] Mer."
    assert output.tag == "system-out"
    assert output.text == (
        "a.yaml:2:3: advarsel[VEI423] «x» mangler, men «y» er der.\n"
        "  Hjelp: Skriv «x».␊Eller «z».\n"
        "  Grunnlag: veilederen 4.1.2"
    )


def test_junit_does_not_fail_a_file_for_advice() -> None:
    (suite,) = ElementTree.fromstring(screen("junit", ALT, funn(RÅD)))
    assert (suite.get("failures"), [element.tag for element in suite[0]]) == ("0", ["system-out"])


def test_junit_tells_of_files_that_could_not_be_read() -> None:
    (suite,) = ElementTree.fromstring(screen("junit", unreadable=2))
    assert (suite.get("tests"), suite.get("errors")) == ("2", "1")
    assert suite[1][0].tag == "error"
    assert suite[1][0].get("message") == "2 filer eller mapper kunne ikke leses."


@settings(deadline=None)  # a slow machine is no fault
@given(text=st.text(TEGN), name=st.text(TEGN, min_size=1))
def test_junit_is_well_formed_whatever_is_in_a_text(text: str, name: str) -> None:
    out = screen("junit", funn(message=text, hint=text, file=name), funn(RÅD, text, section=text))
    (suite,) = ElementTree.fromstring(out.encode())
    assert len(suite) == 1


# The short one


def test_the_short_report_has_a_line_for_each_finding(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY + "politrad: nei\n", encoding="utf-8")
    code, out, err, _ = cli("valider", "--kort", "--velg", "SKJ,YML")
    assert (code, err) == (1, "")
    assert out == (
        "a.yaml:7:1: feil[SKJ002] «politrad» er ikke en kjent nøkkel.\n"
        "a.yaml:8:1: feil[YML002] Feltet «politrad» er oppgitt to ganger. Et felt kan bare stå én gang på samme sted.\n"
        "2 feil i 1 avtale.\n"
    )
    assert cli("valider", "--format", "kort", "--velg", "SKJ,YML").out == out


def test_the_short_report_is_no_other_format(cli: Run) -> None:
    code, out, err, _ = cli("valider", "--kort", "--format", "json")
    assert (code, out) == (2, "")
    assert err.endswith("Feil: Bruk enten «--kort» eller «--format json».\n")


# All of them


@i_ett("format_", REPORTERS)
def test_a_code_without_a_name_is_told_all_the_same(format_: str) -> None:
    assert "XYZ999" in screen(format_, funn(code="XYZ999"))


def test_many_other_places_of_a_finding_are_told_as_lines() -> None:
    def others(count: int) -> tuple[Related, ...]:
        return tuple(Related(Span("a.yaml", n, 1, n, 2), f"sted {n}") for n in range(count, 0, -1))

    text = "".join(f"linje_{n}: x\n" for n in range(1, 10))
    few, many = (screen("tekst", funn(related=others(count)), text=text) for count in (3, 4))
    assert "sted 3" in few
    assert "Se også" not in few
    assert "sted" not in many
    assert " linje 1, 2, 3, 4\n" in many


@i_ett("format_", MACHINES)
def test_a_report_has_no_colour_and_nothing_that_steers_a_terminal(format_: str) -> None:
    out = screen(format_, funn(message="\x1b[31mrødt\x07", hint="\u202e\x00", file="\x1b.yaml"))
    assert [
        c for c in re.sub("\x1b\\[[0-9;]*m(?=.* i 1 avtale)|\x1b\\[0m\n", "", out) if ord(c) < 32 and c != "\n"
    ] == []


@pytest.mark.parametrize("format_", utvalg(MACHINES, 2))
def test_a_file_name_that_is_not_text_does_not_stop_a_report(format_: str, tmp_path: Path) -> None:
    name = b"\xff.yaml"
    try:
        Path(str(tmp_path / name.decode("utf-8", "surrogateescape"))).write_text(FAULTY, encoding="utf-8")
    except OSError:
        pytest.skip("this system takes no such names")
    outcome = started("valider", ".", "--format", format_, cwd=tmp_path)
    assert (outcome.code, outcome.err) == (1, "")
    if format_ in {"json", "sarif"}:
        json.loads(outcome.raw)
    elif format_ == "junit":
        ElementTree.fromstring(outcome.raw)


@grundig  # in `make test`, test_cli_main.py looks at what a short run loads
def test_plain_text_does_not_wait_for_the_catalogue(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FAULTY, encoding="utf-8")
    program = (
        "import sys\n"
        "from avtalegen.__main__ import main\n"
        "assert main(['valider', 'a.yaml', '--velg', 'SKJ', *sys.argv[1:]]) == 1\n"
        "print([name for name in sys.modules if 'katalog' in name or 'forklaring' in name])\n"
    )
    for options in ([], ["--kort"]):
        done = subprocess.run(
            [sys.executable, "-c", program, *options],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
        )
        assert done.stdout.endswith("1 feil i 1 avtale.\n[]\n")
