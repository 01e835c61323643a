"""`avtalegen lag --med-funn`: the findings in the margin of the document."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests import cli_support
from tests.cli_support import VALID, Run, names, write

cli = cli_support.cli

I_DAG = ("--i-dag", "2026-11-20")
RÅD = VALID + "politiråd:\n  leder: ordfører\n  møter: 1\n"
SIGNERT = (
    RÅD.replace("status: utkast", "status: signert\n  dato: 2026-01-15")
    + """\
signaturer:
  - {part: kommunen, navn: Eli Vik, tittel: ordfører}
  - {part: politiet, navn: Per Nes, tittel: lensmann}
"""
)


def comments(path: Path) -> list[str]:
    return [comment.text for comment in docx.Document(str(path)).comments]


def test_findings_are_written_as_comments_only_when_asked_for(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=RÅD)
    assert cli("lag", "a.yaml", *I_DAG).code == 0
    plain = (tmp_path / "a.docx").read_bytes()
    assert comments(tmp_path / "a.docx") == []
    code, out, err, _ = cli("lag", "a.yaml", "--med-funn", *I_DAG)
    assert (code, err) == (0, "")
    assert out.startswith("Skrev a.docx\n")
    (few_meetings,) = [text for text in comments(tmp_path / "a.docx") if text.startswith("VEI416")]
    label, message, hint, proposal = few_meetings.split("\n")
    assert label == "VEI416 · advarsel · veilederen 4.1.2"
    assert message.endswith(".")
    assert hint
    assert proposal == "Forslag: «per_år: 4» under «politiråd.møter»."
    assert cli("lag", "a.yaml", *I_DAG).out.startswith("Skrev a.docx\n")
    assert (tmp_path / "a.docx").read_bytes() == plain


def test_there_are_as_many_comments_as_findings_are_counted(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=RÅD)
    out = cli("lag", "a.yaml", "--med-funn", *I_DAG).out
    told = comments(tmp_path / "a.docx")
    advarsler, råd = (sum(f" · {grave}" in text for text in told) for grave in ("advarsel", "råd"))
    assert f"\n{advarsler} advarsler og {råd} råd i 1 avtale." in out
    assert advarsler > 1
    assert råd > 1


def test_what_is_turned_off_is_no_comment(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=RÅD.replace("møter: 1", "møter: 1  # avtalegen: ignorer VEI416 – rådet er nytt"))
    assert cli("lag", "a.yaml", "--med-funn", *I_DAG).code == 0
    told = comments(tmp_path / "a.docx")
    assert told
    assert not any("VEI416" in text for text in told)


def test_somebody_s_answer_to_a_comment_is_not_overwritten(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=RÅD)
    cli("lag", "a.yaml", "--med-funn", *I_DAG)
    assert cli("lag", "a.yaml", "--med-funn", *I_DAG).out.startswith("Uendret: a.docx\n")
    opened = docx.Document(str(tmp_path / "a.docx"))
    next(iter(opened.comments)).add_paragraph("Vi ser på det.")
    opened.save(str(tmp_path / "a.docx"))
    code, _, err, _ = cli("lag", "a.yaml", "--med-funn", *I_DAG)
    assert code == 1
    assert "«a.docx» er endret for hånd" in err
    assert any("Vi ser på det." in text for text in comments(tmp_path / "a.docx"))


def test_a_signed_agreement_cannot_have_comments_and_nothing_is_written(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=RÅD, b=SIGNERT, c=RÅD)
    before = names(tmp_path)
    code, out, err, _ = cli("lag", ".", "--med-funn", *I_DAG)
    assert (code, out) == (2, "")
    assert "Avtalen i «b.yaml» er signert og kan ikke lages med funn i margen." in err
    assert "Utelat «--med-funn», eller ta filen bort fra kommandoen." in err
    assert names(tmp_path) == before
    assert cli("lag", "a.yaml", "c.yaml", "--med-funn", *I_DAG).code == 0


@pytest.mark.parametrize("before", [(), ("a.yaml",)], ids=["alone", "after another"])
def test_a_signed_agreement_on_standard_input_is_refused_too(cli: Run, tmp_path: Path, before: tuple[str, ...]) -> None:
    write(tmp_path, a=RÅD)
    code, _, err, _ = cli("lag", *before, "-", "--til", "ut", "--med-funn", *I_DAG, data=SIGNERT.encode())
    assert code == 2
    assert "Avtalen i «-» er signert" in err
    assert not (tmp_path / "ut" / "avtale.docx").exists()


def test_a_status_that_is_inherited_counts(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "felles").mkdir()
    (tmp_path / "felles" / "alle.yaml").write_text("avtale: {status: signert, dato: 2026-01-15}\n", encoding="utf-8")
    write(tmp_path, a="arv: felles/alle.yaml\n" + RÅD.replace("avtale:\n  status: utkast\n", ""))
    code, _, err, _ = cli("lag", "a.yaml", "--med-funn", *I_DAG)
    assert (code, "«a.yaml» er signert" in err) == (2, True)


def test_a_file_that_cannot_be_used_is_told_once_and_in_its_place(cli: Run, tmp_path: Path) -> None:
    write(tmp_path, a=RÅD, b="format: 1\n\tx: 1\n")
    code, out, err, _ = cli("lag", "borte.yaml", "a.yaml", "b.yaml", "--med-funn", *I_DAG)
    assert code == 3
    assert err.count("borte.yaml") == 1
    assert out.count("b.yaml:2:") == 1
    assert comments(tmp_path / "a.docx")
