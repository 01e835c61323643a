"""A repository's own styles, in `maler/stil/` beside avtalegen.toml: how they are used, and what is told of those that
can't be. That they fetch nothing and end in time: test_stiler_fiendtlig.py.
"""

from __future__ import annotations

import logging
import re
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from avtalegen.skrivere.pdf import stilfeil as pdf_stil
from tests import cli_support, test_avtalerepo
from tests.cli_support import Run
from tests.grundig import antall, spredt
from tests.test_avtalerepo import change

cli = cli_support.cli
repo = test_avtalerepo.repo
OURS = cli_support.ROOT / "maler" / "stil"
AGREEMENT = "avtaler/fauske.yaml"


def made(cli: Run, ending: str) -> tuple[int, str, str]:
    code, out, err, _ = cli("lag", AGREEMENT, "-o", f"ut.{ending}")
    return code, out, err


def own(repo: Path, name: str) -> Path:
    """Put a copy of our style into the repository, and return its place."""
    target = repo / "maler" / "stil" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(OURS / name, target)
    return target


def without_style(name: str, file: Path) -> None:
    """Give a style of a Word file another name."""
    with zipfile.ZipFile(file) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(f'w:val="{name}"'.encode(), b'w:val="Annet"')
    with zipfile.ZipFile(file, "w") as archive:
        for entry, data in parts.items():
            archive.writestr(entry, data)


def test_a_style_sheet_of_their_own_takes_the_place_of_ours(cli: Run, repo: Path) -> None:
    own(repo, "avtale.css").write_text("h1 { color: #7a1f3d }\n", encoding="utf-8")
    assert made(cli, "html")[0] == 0
    page = (repo / "ut.html").read_text(encoding="utf-8")
    assert "<style>\nh1 { color: #7a1f3d }\n" in page
    assert "--" not in re.sub("(?s)^.*<style>|</style>.*$", "", page)


def test_a_word_style_of_their_own_takes_the_place_of_ours(cli: Run, repo: Path) -> None:
    style = docx.Document(str(own(repo, "avtale.docx")))
    style.styles["Title"].font.name = "Georgia"
    style.save(str(repo / "maler/stil/avtale.docx"))
    assert made(cli, "docx")[0] == 0
    assert docx.Document(str(repo / "ut.docx")).styles["Title"].font.name == "Georgia"


def test_a_typst_style_of_their_own_takes_the_place_of_ours(cli: Run, repo: Path) -> None:
    change(own(repo, "avtale.typ"), 'paper: "a4"', 'paper: "a5"')
    assert made(cli, "pdf")[0] == 0
    assert round(float(PdfReader(repo / "ut.pdf").pages[0].mediabox.width)) == 420  # A5


def test_our_typst_style_gives_the_same_pdf_in_a_process_of_its_own(cli: Run, repo: Path) -> None:
    assert made(cli, "pdf")[0] == 0
    ours = (repo / "ut.pdf").read_bytes()
    own(repo, "avtale.typ")
    code, out, _ = made(cli, "pdf")
    assert (code, out.partition(":")[0]) == (0, "Uendret")
    assert (repo / "ut.pdf").read_bytes() == ours


def test_the_style_of_one_format_does_not_matter_to_the_others(cli: Run, repo: Path) -> None:
    own(repo, "avtale.typ").write_text("#let\n", encoding="utf-8")
    own(repo, "avtale.css").write_bytes(b"\xff")
    assert made(cli, "docx")[0] == made(cli, "md")[0] == 0


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    spredt(
        [
            ("#let tabell(", "#let tabellen(", 1, "Stilen mangler funksjonen «tabell»."),
            (
                "#let avsnitt(innhold) = par(innhold)",
                "#let avsnitt(innhold) = par(inhold)",
                0,
                "unknown variable: inhold",
            ),
            ("#let avsnitt(innhold) = par(innhold)", "#let avsnitt(innhold) = par(", 0, "Typst sier: "),
            (
                "#let avsnitt(innhold) = par(innhold)",
                "#let avsnitt() = []",
                1,
                "unexpected argument i «avsnitt» eller «ledetekst»",
            ),
            ("#let tittel(innhold) = {", "#let tittel(innhold, annet) = {", 0, "missing argument: annet i «tittel»"),
            ('#let skrift = "Carlito"', '#let skrift = "Arial"', -1, "skriften «arial», som ikke finnes"),
        ],
        3,
    ),
)
def test_a_typst_style_that_fails_is_a_finding_at_its_line(
    cli: Run, repo: Path, old: str, new: str, line: int, told: str
) -> None:
    style = own(repo, "avtale.typ")
    change(style, old, new)
    lines = style.read_text(encoding="utf-8").splitlines()
    # A typeface is missed where it is first used.
    used = next(n for n, text in enumerate(lines, 1) if "font: skrift" in text)
    line = used if line < 0 else line or lines.index(new) + 1
    code, out, err = made(cli, "pdf")
    assert (code, err) == (1, "")
    assert re.search(rf"maler/stil/avtale\.typ:{line}:\d+: feil\[MAL002\] ", out), out
    assert told in out
    assert lines[line - 1][:60] in out
    assert not (repo / "ut.pdf").exists()


def test_the_functions_that_a_typst_style_must_have_are_those_that_are_used() -> None:
    main = (cli_support.ROOT / "avtalegen/skrivere/pdf/dokument.typ").read_text(encoding="utf-8")
    assert set(re.findall(r"\bstil\.(\w+)", main)) == set(pdf_stil.FUNCTIONS)
    told = (OURS / "LES-MEG.md").read_text(encoding="utf-8").partition("## PDF")[2]
    assert [name for name in pdf_stil.FUNCTIONS if not re.search(rf"\b{name}\b", told)] == []


def test_a_typst_style_that_is_not_utf8_is_a_finding_at_the_line(cli: Run, repo: Path) -> None:
    own(repo, "avtale.typ").write_bytes(b"// en\n// m\xf8te\n")
    code, out, _ = made(cli, "pdf")
    assert code == 1
    assert "maler/stil/avtale.typ:2:1: feil[MAL002] Stilen er ikke lagret som UTF-8." in out


def test_a_broken_picture_is_no_fault_of_the_style(cli: Run, repo: Path) -> None:
    own(repo, "avtale.typ")
    (repo / "avtaler/våpen.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x04\x00\x00\x00\x04\x08")
    change(repo / AGREEMENT, "avtale:\n", "avtale:\n  våpen: { fil: våpen.png, alternativ_tekst: Våpen }\n")
    code, out, _ = made(cli, "pdf")
    assert code != 0
    assert "MAL002" not in out
    assert "Bildet kan ikke brukes" in out


def test_what_a_word_style_lacks_is_named(cli: Run, repo: Path) -> None:
    without_style("Faktalinje", own(repo, "avtale.docx"))
    code, out, err = made(cli, "docx")
    assert (code, err) == (1, "")
    assert "maler/stil/avtale.docx:1:1: feil[MAL002] " in out
    assert "den mangler «Faktalinje»" in out
    assert not (repo / "ut.docx").exists()


@pytest.mark.parametrize("data", spredt([b"", b"PK", b"hei", b"PK\x03\x04" + bytes(400)], 2))
def test_a_word_style_that_is_no_word_file_is_a_finding(cli: Run, repo: Path, data: bytes) -> None:
    own(repo, "avtale.docx").write_bytes(data)
    code, out, err = made(cli, "docx")
    assert (code, err) == (1, "")
    assert "feil[MAL002] Stilfilen til Word kan ikke brukes" in out


def test_a_style_sheet_that_is_not_utf8_is_a_finding_at_the_line(cli: Run, repo: Path) -> None:
    own(repo, "avtale.css").write_bytes("/* a */\n/* å */\n".encode("latin-1"))
    code, out, _ = made(cli, "html")
    assert code == 1
    assert "maler/stil/avtale.css:2:1: feil[MAL002] Stilen er ikke lagret som UTF-8." in out


@pytest.mark.parametrize(
    ("css", "place"),
    spredt(
        [
            ("h1 {}\n@import 'annet.css';\n", "2:1"),
            ("h1 { background: url(https://a.no/b.png) }", "1:18"),
            ("h1 { background: URL( 'b.png' ) }", "1:18"),
            ("/* @import\n*/ @IMPORT url(//a.no)", "2:4"),
        ],
        2,
    ),
)
def test_a_style_sheet_that_would_fetch_something_is_a_finding(cli: Run, repo: Path, css: str, place: str) -> None:
    own(repo, "avtale.css").write_text(css, encoding="utf-8")
    code, out, _ = made(cli, "html")
    assert code == 1
    assert f"maler/stil/avtale.css:{place}: feil[MAL002] Stilarket henter noe utenfra" in out


def test_a_style_sheet_of_comments_that_never_end_is_read_once(cli: Run, repo: Path) -> None:
    """Read again for each comment that begins, it would take until the guard in conftest.py stops it."""
    own(repo, "avtale.css").write_text("/* " * antall(200_000, 1_000_000), encoding="utf-8")
    assert made(cli, "html")[0] == 0


def test_a_style_sheet_may_have_pictures_in_it_and_speak_of_addresses(cli: Run, repo: Path) -> None:
    css = "/* se https://a.no, @import og url(b.png) */\nh1 { background: url('data:image/png;base64,AA==') }\n"
    own(repo, "avtale.css").write_text(css, encoding="utf-8")
    assert made(cli, "html")[0] == 0


@pytest.mark.parametrize(
    ("name", "hint"),
    spredt(
        [
            ("avtalen.css", "Mente du «avtale.css»?"),
            ("logo.png", "Stilene er avtale.docx, avtale.typ, avtale.css."),
            ("Vår.ttf", "Legg skriften i maler/stil/skrift."),
            ("skrift/Vår.woff2", "Stilene er"),
        ],
        2,
    ),
)
def test_a_file_that_would_never_be_used_is_a_finding(cli: Run, repo: Path, name: str, hint: str) -> None:
    file = repo / "maler/stil" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x")
    code, out, _ = made(cli, "md")
    assert code == 1
    assert f"maler/stil/{name}:1:1: feil[MAL002] avtalegen har ingen stil som heter «{name}»" in out
    assert hint in out


def test_explanations_and_licences_may_lie_beside_the_styles(cli: Run, repo: Path) -> None:
    (repo / "maler/stil/skrift").mkdir(parents=True)
    for name in ("LES-MEG.md", "skrift/OFL.txt", ".DS_Store", "~$avtale.docx"):
        (repo / "maler/stil" / name).write_bytes(b"\xff")
    assert made(cli, "md")[0] == 0


def renamed(repo: Path, restricted: bool = False) -> None:
    """Put a typeface of another name, and more in a table than there should be, into the repository."""
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    folder = repo / "maler/stil/skrift"
    folder.mkdir(parents=True)
    logging.disable()  # what is odd in ours
    with TTFont(OURS / "skrift/Carlito-Regular.ttf") as font:
        for record in font["name"].names:
            record.string = record.toUnicode().replace("Carlito", "Eksempel")
        font["OS/2"].fsType = 2 if restricted else 0
        odd = DefaultTable("OS/2")
        odd.data = font.getTableData("OS/2") + bytes(4)
        font["OS/2"] = odd
        font.save(folder / "Eksempel.ttf")
    logging.disable(logging.NOTSET)


def test_a_typeface_of_their_own_is_embedded(cli: Run, repo: Path) -> None:
    renamed(repo)
    change(own(repo, "avtale.typ"), '#let skrift = "Carlito"', '#let skrift = "Eksempel"')
    code, out, err = made(cli, "pdf")
    assert (code, err) == (0, ""), out
    page = PdfReader(repo / "ut.pdf").pages[0]
    assert any("Eksempel" in font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values())


def test_a_typeface_that_may_not_be_embedded_is_a_finding(cli: Run, repo: Path) -> None:
    renamed(repo, restricted=True)
    code, out, _ = made(cli, "pdf")
    assert code == 1
    assert "maler/stil/skrift/Eksempel.ttf:1:1: feil[MAL002] " in out
    assert "har en lisens som ikke lar den ligge i en PDF" in out


@pytest.mark.parametrize(
    "data", spredt([b"", b"\x00\x01\x00\x00" + bytes(60), b"OTTO" + b"\xff" * 4000, b"wOF2" + bytes(90)], 2)
)
def test_a_typeface_that_is_none_is_a_finding(cli: Run, repo: Path, data: bytes) -> None:
    file = repo / "maler/stil/skrift/Vår.otf"
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    code, out, err = made(cli, "pdf")
    assert (code, err) == (1, "")
    assert "maler/stil/skrift/Vår.otf:1:1: feil[MAL002] Skriften «Vår.otf» kan ikke leses" in out
