"""What `hent` refuses: documents that are not ours, and options that don't go together."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests import cli_support, test_cli_hent
from tests.cli_support import ROOT, VALID, Run, names
from tests.hentprove import made

cli = cli_support.cli
flakstad = test_cli_hent.flakstad


def test_what_a_terminal_shows_can_not_steer_it(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "a.yaml").write_text(f"{VALID}# \u202eord\n", encoding="utf-8")
    cli("lag", "a.yaml")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert cli("hent", "a.docx").out == f"{VALID}# <U+202E>ord\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Filen er tom."),
        (VALID.encode(), "Dette er en YAML-fil, ikke et dokument."),
        (b"hei", "Filen er verken docx, html eller pdf."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "låst med passord, eller lagret som .doc."),
        (b"<!DOCTYPE html><html><p>hei", "Nettsiden har ikke YAML-filen i seg."),
        (b"PK\x03\x04hei", "Word-dokumentet er skadet"),
        (b"%PDF-1.7\nhei", "PDF-en er skadet"),
    ],
    ids=range(7),
)
def test_what_is_no_document_of_ours_is_told(cli: Run, tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "a").write_bytes(data)
    code, out, err, _ = cli("hent", "a")
    assert (code, out) == (3, "")
    assert err.startswith("Feil: a: ")
    assert message in err
    assert err.count("\n") == 1


def test_markdown_does_not_carry_the_yaml(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(made("md"))
    assert "YAML-filen følger ikke med i Markdown." in cli("hent", "a.md").err


def test_other_word_files_are_told_apart(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes((ROOT / "maler" / "stil" / "avtale.docx").read_bytes())
    assert "Det er ikke laget av avtalegen, eller" in cli("hent", "a.docx").err


def test_a_number_in_a_comment_is_not_published_with_the_yaml(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "felles.yaml").write_text("# ring 311239 90008\nslt: { etablert: nei }\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(f"{VALID}arv: felles.yaml\n", encoding="utf-8")
    for options in ((), ("--format", "html"), ("--format", "pdf", "--pdf-standard", "a-3a")):
        code, out, _, _ = cli("lag", "a.yaml", *options)
        assert code == 1
        assert "felles.yaml:1:8: feil[PER101] YAML-filen inneholder et fødselsnummer, og den følger med" in out
    assert names(tmp_path) == {"a.yaml", "felles.yaml"}
    assert "felles.yaml:1:8: feil[PER101]" in cli("valider", "a.yaml").out


@pytest.mark.parametrize(
    "options",
    [("-o", "a.yaml", "--til", "ut"), ("-o", "a.yaml", "--endringer"), ("--format", "json"), ("--format", "xml")],
    ids=str,
)
def test_options_that_do_not_go_together_are_wrong_usage(cli: Run, flakstad: Path, options: tuple[str, ...]) -> None:
    before = names(flakstad)
    assert cli("hent", "flakstad.docx", *options).code == 2
    assert names(flakstad) == before


@pytest.mark.parametrize("option", [("--signaturfelt",), ("--pdf-standard", "a-3a")], ids=str)
def test_what_is_for_pdf_alone_is_wrong_usage_without_a_pdf(cli: Run, tmp_path: Path, option: tuple[str, ...]) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    code, _, err, _ = cli("lag", "a.yaml", *option)
    assert code == 2
    assert f"Feil: Valget «{option[0]}» gjelder pdf. Legg til «--format pdf».\n" in err
    assert names(tmp_path) == {"a.yaml"}
    assert cli("lag", "a.yaml", *option, "-o", "a.pdf").code == 0


def test_a_pdf_with_the_yaml_but_without_the_yaml_is_wrong_usage(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    code, _, err, _ = cli("lag", "a.yaml", "--format", "pdf", "--pdf-standard", "a-3a", "--uten-kilde")
    assert code == 2
    assert "Feil: Bruk enten «--uten-kilde» eller «--pdf-standard a-3a».\n" in err
    assert names(tmp_path) == {"a.yaml"}
