"""`avtalegen lag --sjekk`: which documents are not what the YAML gives today."""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest

from tests import cli_support
from tests.cli_support import FAULTY, ROOT, VALID, Run, names, posix_only, process, started
from tests.grundig import grundig, utvalg

cli = cli_support.cli

OTHER = VALID.replace("1859", "1860")


@pytest.fixture
def made(cli: Run, tmp_path: Path) -> Path:
    """Make a.yaml, b.yaml and their documents, and return the folder."""
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text(VALID, encoding="utf-8")
    assert cli("lag", ".").code == 0
    return tmp_path


def content(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return what is in each file below `folder`, and when it was written."""
    return {name: ((folder / name).read_bytes(), (folder / name).stat().st_mtime_ns) for name in names(folder)}


def test_documents_that_are_what_the_yaml_gives_are_fresh(cli: Run, made: Path) -> None:
    before = content(made)
    code, out, err, _ = cli("lag", ".", "--sjekk")
    assert (code, err) == (0, "")
    assert out.startswith("2 dokumenter er oppdatert.\n")
    assert "docx" not in out
    assert content(made) == before


def test_each_document_that_is_not_fresh_is_named_with_the_reason(cli: Run, made: Path) -> None:
    (made / "a.docx").unlink()
    (made / "b.yaml").write_text(OTHER, encoding="utf-8")
    (made / "c.yaml").write_text(VALID, encoding="utf-8")
    (made / "c.docx").write_bytes(b"skrevet av noen")
    before = content(made)
    code, out, err, _ = cli("lag", ".", "--sjekk")
    assert (code, err) == (1, "")
    assert out.startswith(
        "a.docx: mangler\n"
        "b.docx: ikke det YAML-filen gir i dag\n"
        "c.docx: endret for hånd, eller ikke laget av avtalegen\n"
        "0 dokumenter er oppdatert, 3 er ikke oppdatert.\n"
        "Lag dokumentene på nytt med den samme kommandoen uten «--sjekk».\n"
        "Det som er endret for hånd, må inn i YAML-filen. Lag så dokumentet på nytt med «--overskriv».\n"
    )
    assert content(made) == before


def test_what_is_said_to_do_makes_the_documents_fresh(cli: Run, made: Path) -> None:
    (made / "a.docx").unlink()
    (made / "b.yaml").write_text(OTHER, encoding="utf-8")
    assert cli("lag", ".", "--sjekk").code == 1
    cli("lag", ".")
    assert cli("lag", ".", "--sjekk").code == 0


def test_a_document_saved_by_word_is_told_from_one_that_is_only_old(cli: Run, made: Path) -> None:
    import docx

    document = docx.Document(str(made / "a.docx"))
    document.save(str(made / "a.docx"))
    code, out, _, _ = cli("lag", "a.yaml", "--sjekk")
    assert code == 1
    assert out.startswith("a.docx: endret for hånd, eller ikke laget av avtalegen\n0 dokumenter er oppdatert, 1 er ")
    assert "Lag dokumentene på nytt" not in out


def test_a_single_byte_more_is_enough(cli: Run, made: Path) -> None:
    with (made / "a.docx").open("ab") as file:
        file.write(b"\n")
    assert cli("lag", "a.yaml", "--sjekk").code == 1


def test_findings_in_the_yaml_are_shown_and_its_document_not_judged(cli: Run, made: Path) -> None:
    (made / "a.yaml").write_text(FAULTY, encoding="utf-8")
    code, out, err, _ = cli("lag", ".", "--sjekk")
    assert (code, err) == (1, "")
    assert out.startswith("a.yaml:7:1: feil[")
    assert "\n1 dokument er oppdatert, 1 kunne ikke sjekkes.\n" in out
    assert "på nytt" not in out


def test_documents_are_looked_for_where_the_command_would_write_them(cli: Run, made: Path) -> None:
    assert cli("lag", "a.yaml", "--til", "ut", "--sjekk").out.startswith(f"{Path('ut/a.docx')}: mangler\n")
    assert cli("lag", "a.yaml", "-o", "b.docx", "--sjekk").code == 0
    assert not (made / "ut").exists()
    (made / "ut").write_bytes(b"en fil, ikke en mappe")
    assert cli("lag", "a.yaml", "--til", "ut", "--sjekk").out.startswith(f"{Path('ut/a.docx')}: mangler\n")


def test_standard_input_is_held_against_a_file(cli: Run, made: Path) -> None:
    assert cli("lag", "-", "-o", "a.docx", "--sjekk", data=VALID.encode()).code == 0
    assert cli("lag", "-", "-o", "a.docx", "--sjekk", data=OTHER.encode()).code == 1


def test_what_cannot_be_read_is_told_with_code_3_also_when_something_is_stale(cli: Run, made: Path) -> None:
    (made / "a.docx").unlink()
    (made / "a.docx").mkdir()
    (made / "b.docx").unlink()
    code, out, err, _ = cli("lag", ".", "--sjekk")
    assert (code, err) == (3, "Feil: «a.docx» er en mappe. Oppgi en fil i stedet.\n")
    assert out.startswith("b.docx: mangler\n0 dokumenter er oppdatert, 1 er ikke oppdatert, 1 kunne ikke sjekkes.\n")


@posix_only
def test_a_document_that_the_system_will_not_open_is_not_said_to_be_missing(cli: Run, made: Path) -> None:
    (made / "a.docx").unlink()
    (made / "a.docx").symlink_to("a.docx")
    code, out, err, _ = cli("lag", "a.yaml", "--sjekk")
    assert (code, err) == (3, "Feil: Kunne ikke lese «a.docx»: lenken fører i ring.\n")
    assert "mangler" not in out


def test_a_yaml_that_is_not_there_is_told_with_code_3(cli: Run, made: Path) -> None:
    code, out, err, _ = cli("lag", "borte.yaml", "a.yaml", "--sjekk")
    assert code == 3
    assert err.startswith("Feil: Kunne ikke lese «borte.yaml»: filen finnes ikke.")
    assert out.startswith("1 dokument er oppdatert")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.yaml", "--overskriv"], "Bruk enten «--sjekk» eller «--overskriv»."),
        (["-", "-o", "-"], "Med «--sjekk» må «-o» være en fil."),
    ],
)
def test_options_that_would_write_are_wrong_usage(cli: Run, made: Path, arguments: list[str], message: str) -> None:
    before = content(made)
    code, out, err, raw = cli("lag", *arguments, "--sjekk", data=VALID.encode())
    assert (code, out, raw) == (2, "", b"")
    assert message in err
    assert content(made) == before


# The option without å is for systems that can't say it.
MÅLFORM = {"bokmål": (), "nynorsk": ("--malform", "nynorsk")}
EVERY = ("--format", "docx,pdf,html,md")


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with examples."""
    folder = tmp_path_factory.mktemp("laget")
    for source in utvalg(sorted((ROOT / "eksempler").glob("*.yaml")), 1):
        (folder / source.name).write_bytes(source.read_bytes())
    return folder


def documents(folder: Path, målform: str) -> Path:
    """Return the folder with the documents of the examples, made by another process when they are not there."""
    made = folder / målform[:1]
    if not made.exists():
        assert started("lag", ".", *EVERY, *MÅLFORM[målform], "--til", made.name, cwd=folder).code == 0
    return made


AROUND = {
    "øst": {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
    "vest": {"TZ": "America/Adak", "PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONUTF8": "0"},
    "optimert": {"PYTHONHASHSEED": "3", "PYTHONOPTIMIZE": "1", "HOME": "/"},
}


@posix_only
@grundig  # each starts a Python of its own with everything new
@pytest.mark.parametrize(("where", "målform"), [*product(AROUND, MÅLFORM)])
def test_a_document_is_the_same_whatever_surrounds_the_process_that_makes_it(
    elsewhere: Path, målform: str, where: str
) -> None:
    wanted = (str(elsewhere), *EVERY, *MÅLFORM[målform], "--til", str(documents(elsewhere, målform)))
    umask = os.umask(0o077)
    try:
        checked = process("lag", *wanted, "--sjekk", cwd=elsewhere.parent, **AROUND[where])
    finally:
        os.umask(umask)
    assert checked.code == 0, checked.out
    assert f"{4 * len(list(elsewhere.glob('*.yaml')))} dokumenter er oppdatert." in checked.out


@grundig  # a Python of its own
@posix_only
def test_a_name_that_the_locale_can_not_write_is_told_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    told = process("lag", "a.yaml", "--malform", "begge", cwd=tmp_path, LC_ALL="C", PYTHONUTF8="0")
    assert told.code == 3
    assert "Sett språkmiljøet til UTF-8" in told.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize(
    ("format", "place"), [("docx", b"2026-11-20T00:00:00Z"), ("pdf", b"(D:20261120"), ("html", b'content="2026-11-20"')]
)
def test_an_agreement_without_a_date_has_that_of_source_date_epoch(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str, place: bytes
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132800")
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    dated = VALID.replace("status: utkast", "status: utkast\n  dato: 2025-02-01")
    assert dated != VALID
    (tmp_path / "b.yaml").write_text(dated, encoding="utf-8")
    assert cli("lag", ".", "--format", format).code == 0
    assert place in (tmp_path / f"a.{format}").read_bytes()
    assert place not in (tmp_path / f"b.{format}").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "i dag")
    outcome = cli("lag", ".", "--format", format)
    assert outcome.code == 2
    assert "SOURCE_DATE_EPOCH er «i dag»" in outcome.err
