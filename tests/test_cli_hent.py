"""`avtalegen hent`: the YAML comes back byte for byte, and what somebody has changed is told."""

from __future__ import annotations

import json
import os
import shutil
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from pypdf import PdfReader, PdfWriter

from tests import cli_support
from tests.cli_support import VALID, Run, names
from tests.hentprove import ARVING, FLAKSTAD, edited, made, repacked, replaced

cli = cli_support.cli

UNUSUAL = b"\xef\xbb\xbf" + VALID.replace("\n", "\r\n").encode() + "# æøå 🎉, uten linjeskift til slutt".encode()


@pytest.fixture
def flakstad(tmp_path: Path) -> Path:
    """A folder with the Word file of Flakstad and the same with one word changed."""
    document = made()
    (tmp_path / "flakstad.docx").write_bytes(document)
    (tmp_path / "endret.docx").write_bytes(replaced(document, "minst to faste", "minst fire faste"))
    return tmp_path


@pytest.mark.parametrize(
    ("format", "options"), [("docx", ()), ("html", ()), ("pdf", ("--pdf-standard", "a-3a"))], ids=str
)
@pytest.mark.parametrize("data", [FLAKSTAD.read_bytes(), UNUSUAL], ids=["flakstad", "BOM, CRLF and emoji"])
def test_the_yaml_comes_back_byte_for_byte(
    cli: Run, tmp_path: Path, data: bytes, format: str, options: tuple[str, ...]
) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    assert cli("lag", "a.yaml", "--format", format, *options).code == 0
    (tmp_path / f"a.{format}").rename(tmp_path / "uten-endelse")  # the content tells what it is
    code, _, err, raw = cli("hent", "uten-endelse")
    assert (code, raw, err) == (0, data, "")
    code, _, err, raw = cli("hent", "-", data=(tmp_path / "uten-endelse").read_bytes())
    assert (code, raw, err) == (0, data, "")
    assert cli("lag", "a.yaml", "--format", format, *options).out.startswith("Skrev")
    code, out, _, _ = cli("lag", "a.yaml", "--format", format, *options, "--sjekk")
    assert (code, out.split("\n")[0]) == (0, "1 dokument er oppdatert.")


@pytest.mark.parametrize("format", ["docx", "html", "pdf"])
def test_without_the_source_no_byte_of_the_yaml_is_in_the_file(cli: Run, tmp_path: Path, format: str) -> None:
    options = ("--uten-kilde",) if format != "pdf" else ()
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(f"{VALID}# hemmelig\n", encoding="utf-8")
    assert cli("lag", "a.yaml", "b.yaml", "--format", format, *options).code == 0
    assert (tmp_path / f"a.{format}").read_bytes() == (tmp_path / f"b.{format}").read_bytes()
    code, out, err, _ = cli("hent", f"a.{format}")
    assert (code, out) == (3, "")
    assert err.startswith(f"Feil: a.{format}: ")
    assert "har ikke YAML-filen i seg" in err
    assert ("--pdf-standard a-3a" if format == "pdf" else "--uten-kilde") in err
    assert cli("lag", "a.yaml", "--format", format, *options, "--sjekk").code == 0


def test_what_is_changed_is_shown_under_its_heading(cli: Run, flakstad: Path) -> None:
    shown = (
        "Word-dokumentet er endret etter at avtalegen laget det. YAML-filen er slik den var da. Dette må føres inn i "
        "den, med «--inn FIL» eller for hånd (det som er endret i et avsnitt, står i hakeparentes):\n"
        "\n"
        "Samarbeidsfora og deltakelse › Politirådet › Møter\n"
        "  før:      Politirådet har minst [to] faste møter i året. Det bør settes opp …\n"
        "  nå:       Politirådet har minst [fire] faste møter i året. Det bør settes opp …\n"
        "\n"
        "1 endring i 1 avsnitt.\n"
    )
    shutil.copy(flakstad / "endret.docx", flakstad / "flakstad.docx")
    assert cli("hent", "flakstad.docx", "--endringer")[:3] == (1, shown, "")


def test_the_yaml_of_a_changed_document_comes_with_what_is_to_be_put_into_it(cli: Run, flakstad: Path) -> None:
    code, _, err, raw = cli("hent", "endret.docx")
    assert (code, raw) == (1, FLAKSTAD.read_bytes())
    assert err == cli("hent", "endret.docx", "--endringer").out
    assert cli("hent", "endret.docx", "-o", "f.yaml")[:2] == (1, "Skrev f.yaml\n")
    assert (flakstad / "f.yaml").read_bytes() == FLAKSTAD.read_bytes()


def test_a_document_that_is_only_saved_anew_says_the_same(cli: Run, flakstad: Path) -> None:
    (flakstad / "lagret.docx").write_bytes(repacked((flakstad / "flakstad.docx").read_bytes()))
    code, _, err, raw = cli("hent", "lagret.docx")
    assert (code, raw, err) == (0, FLAKSTAD.read_bytes(), "")  # packed anew: nothing in it is another
    (flakstad / "lagret.docx").write_bytes(edited((flakstad / "flakstad.docx").read_bytes(), lambda _: None))
    code, _, err, raw = cli("hent", "lagret.docx")
    assert (code, raw) == (0, FLAKSTAD.read_bytes())
    assert err == "Word-dokumentet er lagret på nytt, men teksten er den samme som da avtalegen laget det.\n"
    assert cli("hent", "lagret.docx", "--endringer")[:3] == (0, err, "")


def test_the_differences_for_other_programs(cli: Run, flakstad: Path) -> None:
    code, out, err, _ = cli("hent", "endret.docx", "--endringer", "--format", "json")
    assert (code, err) == (1, "")
    told = json.loads(out)
    assert (told["versjon"], told["dokument"], told["tilstand"]) == (1, "endret.docx", "endret")
    (section,) = told["avsnitt"]
    assert section["overskrift"] == ["Samarbeidsfora og deltakelse", "Politirådet", "Møter"]
    (change,) = section["endringer"]
    assert change["slag"] == "endret"
    assert change["nå"] == change["før"].replace("minst to", "minst fire")
    told = json.loads(cli("hent", "flakstad.docx", "--endringer", "--format", "json").out)
    assert (told["tilstand"], told["avsnitt"], told["merknader"]) == ("urørt", [], [])


def test_tracked_changes_and_remarks_are_told(cli: Run, flakstad: Path) -> None:
    def remark(document: WordDocument) -> None:
        (about,) = (p for p in document.paragraphs if p.text.startswith("Politirådet har minst"))
        document.add_comment(about.runs, text="Bør det ikke være fire?", author="Kari \u202eNordmann")

    document = replaced(
        (flakstad / "flakstad.docx").read_bytes(),
        "<w:t>Lensmann</w:t></w:r>",
        '<w:t>Lensmann</w:t></w:r><w:ins w:id="900" w:author="Ola"><w:r><w:t>, eller vara</w:t></w:r></w:ins>',
    )
    (flakstad / "a.docx").write_bytes(edited(document, remark))
    code, out, err, _ = cli("hent", "a.docx", "--endringer")
    assert (code, err) == (1, "")
    assert "  før:      [Lensmann]\n  nå:       [Lensmann, eller vara]\n" in out
    assert "\n1 endring i 1 avsnitt.\n1 sporet endring er regnet som godtatt.\nMerknader i margen:\n" in out
    where = "Samarbeidsfora og deltakelse › Politirådet › Møter"
    assert out.endswith(f"  {where}: Kari <U+202E>Nordmann skriver «Bør det ikke være fire?»\n")


def test_a_remark_alone_changes_nothing_in_the_text_but_is_told(cli: Run, flakstad: Path) -> None:
    remarked = edited(
        (flakstad / "flakstad.docx").read_bytes(),
        lambda d: d.add_comment(d.paragraphs[0].runs, text="Fin", author="Kari") and None,
    )
    (flakstad / "a.docx").write_bytes(remarked)
    code, out, _, _ = cli("hent", "a.docx", "--endringer")
    assert code == 0
    assert "teksten er den samme" in out
    assert out.endswith("Merknader i margen:\n  Forsiden: Kari skriver «Fin»\n")


def test_our_own_notes_are_not_remarks_of_readers(cli: Run, tmp_path: Path) -> None:
    shutil.copy(FLAKSTAD, tmp_path / "a.yaml")
    cli("lag", "a.yaml", "--med-funn")
    (tmp_path / "b.docx").write_bytes(edited((tmp_path / "a.docx").read_bytes(), lambda _: None))
    for name in ("a.docx", "b.docx"):
        code, _, err, raw = cli("hent", name)
        assert (code, raw) == (0, FLAKSTAD.read_bytes())
        assert "Merknader" not in err


def test_a_changed_page_is_recognised_and_gives_the_yaml(cli: Run, tmp_path: Path) -> None:
    page = made("html")
    assert b"minst to faste" in page
    (tmp_path / "a.html").write_bytes(page.replace(b"minst to faste", b"minst fire faste"))
    code, _, err, raw = cli("hent", "a.html")
    assert (code, raw) == (1, FLAKSTAD.read_bytes())
    assert err.startswith("Nettsiden er endret etter at avtalegen laget den. YAML-filen er slik den var da. ")
    assert cli("hent", "a.html", "--endringer")[:3] == (1, err, "")
    (tmp_path / "b.html").write_bytes(page.replace(b"\n", b"\r\n"))  # as git may have it
    assert cli("hent", "b.html")[0] == 0


def test_a_pdf_that_somebody_has_saved_gives_the_yaml(cli: Run, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(made("pdf", pdf_standard="a-3a"))))
    writer.add_blank_page()
    with (tmp_path / "a.pdf").open("wb") as file:
        writer.write(file)
    code, _, err, raw = cli("hent", "a.pdf")
    assert (code, raw) == (1, FLAKSTAD.read_bytes())
    assert err.startswith("PDF-en er signert eller endret etter at avtalegen laget den. ")


@pytest.mark.parametrize(("format", "wanted"), [("docx", {}), ("html", {}), ("pdf", {"pdf_standard": "a-3a"})], ids=str)
def test_an_agreement_that_inherits_is_laid_out_so_that_it_can_be_made_again(
    cli: Run, tmp_path: Path, format: str, wanted: dict[str, object]
) -> None:
    document = made(format, ARVING, **wanted)
    (tmp_path / f"fauske.{format}").write_bytes(document)
    code, _, err, raw = cli("hent", f"fauske.{format}")
    assert (code, raw) == (0, ARVING.read_bytes())
    assert err == (
        "Avtalen arver fra 2 filer som også ligger i dokumentet: «felles/indre-salten.yaml», «felles/nordland.yaml». "
        "Hent alt med «--til MAPPE».\n"
    )
    code, out, err, _ = cli("hent", f"fauske.{format}", "--til", "ut")
    assert (code, err, out.count("Skrev ")) == (0, "", 3)
    assert {name for name in names(tmp_path / "ut") if name.endswith("yaml")} == {
        *("avtaler/fauske.yaml", "felles/indre-salten.yaml", "felles/nordland.yaml")
    }
    for file in ("avtaler/fauske.yaml", "felles/nordland.yaml"):
        assert (tmp_path / "ut" / file).read_bytes() == (ARVING.parents[1] / file).read_bytes()
    (tmp_path / "ut" / "avtalegen.toml").touch()
    assert made("docx", tmp_path / "ut" / "avtaler" / "fauske.yaml") == made("docx", ARVING)


def test_a_document_depends_on_neither_the_name_of_the_file_nor_where_one_stands(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = tmp_path / "et helt annet sted"
    shutil.copytree(ARVING.parents[1], repo)
    (repo / "avtaler" / "fauske.yaml").rename(repo / "avtaler" / "Førde.yml")
    monkeypatch.chdir(repo / "avtaler")
    assert made("docx", Path("Førde.yml")) == made("docx", repo / "avtaler" / "Førde.yml") == made("docx", ARVING)


def test_an_inherited_file_may_be_called_as_ours_are(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "avtale.yaml").write_text("parter: { politi: Nordland politidistrikt }\n", encoding="utf-8")
    own = VALID.replace("  politi: Nordland politidistrikt\n", "") + "arv: avtale.yaml\n"
    (tmp_path / "a.yaml").write_text(own, encoding="utf-8")
    assert cli("lag", "a.yaml").code == 0
    assert cli("hent", "a.docx").out == own
    assert cli("hent", "a.docx", "--til", "ut").code == 0
    assert names(tmp_path / "ut") == {"a.yaml", "avtale.yaml"}
    assert (tmp_path / "ut" / "a.yaml").read_text(encoding="utf-8") == own
    shutil.move(tmp_path / "a.docx", tmp_path / "avtale.docx")  # the name of the document is taken: another one
    assert cli("hent", "avtale.docx", "--til", "ut2").code == 0
    assert names(tmp_path / "ut2") == {"avtale2.yaml", "avtale.yaml"}


def test_a_file_that_differs_is_not_replaced(cli: Run, flakstad: Path) -> None:
    file = flakstad / "f.yaml"
    file.write_text("mitt arbeid\n", encoding="utf-8")
    for options in (("-o", "f.yaml"), ("--til", ".")):
        shutil.copy(flakstad / "flakstad.docx", flakstad / "f.docx")
        code, out, err, _ = cli("hent", "f.docx", *options)
        assert (code, out) == (1, "")
        assert err == (
            "Feil: «f.yaml» finnes fra før og er annerledes. Ingenting er skrevet. "
            "Bruk «--overskriv» for å erstatte den, eller velg et annet sted.\n"
        )
        assert file.read_text(encoding="utf-8") == "mitt arbeid\n"
    assert cli("hent", "f.docx", "-o", "f.yaml", "--overskriv")[:2] == (0, "Skrev f.yaml\n")
    assert cli("hent", "f.docx", "-o", "f.yaml")[:2] == (0, "Uendret: f.yaml\n")
    assert file.read_bytes() == FLAKSTAD.read_bytes()


def test_when_one_of_several_files_differs_none_is_written(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "fauske.docx").write_bytes(made("docx", ARVING))
    theirs = tmp_path / "ut" / "felles" / "nordland.yaml"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("mitt\n", encoding="utf-8")
    assert cli("hent", "fauske.docx", "--til", "ut").code == 1
    assert names(tmp_path / "ut") == {"felles", "felles/nordland.yaml"}


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_link_out_of_the_folder_is_not_followed(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "fauske.docx").write_bytes(made("docx", ARVING))
    (tmp_path / "ute").mkdir()
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / "felles").symlink_to(tmp_path / "ute")
    code, out, err, _ = cli("hent", "fauske.docx", "--til", "ut", "--overskriv")
    assert (code, out) == (3, "")
    assert "er en lenke ut av «ut». Ingenting er skrevet." in err
    assert names(tmp_path / "ute") == set()
    assert not (tmp_path / "ut" / "avtaler").exists()


def test_a_paragraph_that_has_only_grown_is_shown_as_it_was(cli: Run, flakstad: Path) -> None:
    path = flakstad / "flakstad.docx"
    document = docx.Document(str(path))
    long = next(p for p in document.paragraphs if len(p.text.split()) > 30)
    words = long.text.split()
    long.add_run(" Og et nytt løfte.")
    document.save(str(path))
    out = cli("hent", "flakstad.docx", "--endringer").out
    assert f"  før:      {' '.join(words[:8])} … {' '.join(words[-8:])}\n" in out
    assert f"{' '.join(words[-8:])} [Og et nytt løfte.]\n" in out
