"""HTML pages before the judge: axe-core in Chromium, light and dark, on a desk and on a phone, and on paper."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.dokument.innhold import Block, Heading, Paragraph, Signatures, Text
from avtalegen.modell.former import Målform
from avtalegen.skrivere import write
from tests.conftest import EKSEMPLER
from tests.dokumenteksempel import UNDERSKRIVERE, blokker
from tests.dokumenteksempel import eksempel as prøve
from tests.konformitet.verktoy import tool

pytestmark = pytest.mark.konformitet
# Rules that must have had something to judge; a page that axe could not see has no faults either.
JUDGED = {"color-contrast", "document-title", "heading-order", "html-has-lang", "landmark-one-main", "list", "region"}


def seen(*pages: Path) -> list[dict[str, Any]]:
    """Return what axe-core and the browser say of each page, in each of four ways of looking at it."""
    folder = os.environ.get("AVTALEGEN_NODE_VERKTOY", "")
    if not (Path(folder) / "node_modules" / "axe-core").is_dir():
        pytest.fail("axe-core mangler; se CONTRIBUTING.md")
    script = str(Path(__file__).with_name("nettleser.mjs"))
    command = [tool("node"), script, folder, tool("chromium", "AVTALEGEN_CHROMIUM"), *map(str, pages)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    assert ran.returncode == 0, ran.stderr
    return list(json.loads(ran.stdout))


def assert_all_good(pages: dict[Path, set[str]]) -> None:
    """Hold some pages against axe, in one go: the rules that must have had something to judge in each, by its file."""
    looks = seen(*pages)
    assert len(looks) == len(pages) * 4
    for page, judged in pages.items():
        _assert_looks_good(page, judged, [look for look in looks if look["file"] == str(page)])


def _assert_looks_good(page: Path, judged: set[str], looks: list[dict[str, Any]]) -> None:
    assert [(look["scheme"], look["width"]) for look in looks] == [
        ("light", 1100),
        ("light", 390),
        ("dark", 1100),
        ("dark", 390),
    ]
    for look in looks:
        assert look["violations"] == [], page
        assert set(look["passes"]) >= judged
        assert [url for url in look["requests"] if not url.startswith("data:image/")] == [page.as_uri()]
        assert look["complaints"] == []
        assert look["overflow"] == 0
    assert len({look["background"] for look in looks}) == 2


def of_example(eksempel: Path, målform: str) -> bytes:
    checked = flyt.check(eksempel.read_bytes(), eksempel.name)
    made = flyt.make(checked, Bestilling("html", Målform(målform)), lambda _file, _name: b"")
    assert made.data is not None, made.diagnostics
    assert f'<html lang="{"nb" if målform == "bokmål" else "nn"}">'.encode() in made.data
    return made.data


def test_axe_finds_no_fault_and_the_pages_fetch_nothing(tmp_path: Path) -> None:
    """The examples in both målformer, and two pages with everything in them."""
    pages = {
        f"{one.stem}-{målform}": of_example(one, målform) for one in EKSEMPLER for målform in ("bokmål", "nynorsk")
    }
    pages |= {f"alt-{underskrivere}": write(prøve(underskrivere), "html") for underskrivere in (2, 7)}
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_bytes(page)
    assert_all_good({tmp_path / f"{name}.html": JUDGED for name in pages})


def printed(page: Path, pdf: Path) -> None:
    """Print a page as a browser does."""
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    flags += [f"--user-data-dir={pdf.parent / 'profil'}", "--no-pdf-header-footer", f"--print-to-pdf={pdf}"]
    command = [tool("chromium", "AVTALEGEN_CHROMIUM"), *flags, page.as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=120)


def words_of(pdf: Path) -> str:
    """Return what a PDF says, with a form feed after each page."""
    return subprocess.run(
        [tool("pdftotext"), "-layout", str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode()


def test_on_paper_it_is_a4_with_the_parties_the_mark_and_the_number_on_every_page(tmp_path: Path) -> None:
    page, pdf = tmp_path / "avtale.html", tmp_path / "avtale.pdf"
    page.write_bytes(write(replace(prøve(7), header="Partene, «alle» \\ 1"), "html"))
    printed(page, pdf)
    read = words_of(pdf)
    pages = read.split("\f")[:-1]
    assert len(pages) >= 5
    for number, text in enumerate(pages, start=1):
        assert re.search(r"Partene, «alle» \\ 1\s+UTKAST", text)
        assert f"Side {number} av {len(pages)}" in text
    assert "Hopp til innholdet" not in read
    # A web page has no lines to write on, also when it is printed: those who sign are named, together.
    assert "Underskrift" not in read
    names = [one.name for one in UNDERSKRIVERE if one.name]
    assert [name for name in names if name not in pages[-1] and name not in pages[-2]] == []
    size = subprocess.run([tool("pdfinfo"), str(pdf)], capture_output=True, check=True).stdout.decode()
    assert "(A4)" in size


@pytest.mark.parametrize("last", [Paragraph("x", (Text("Siste ord."),)), blokker("- Et punkt.\n- Siste ord.")[0]])
def test_on_paper_nobody_signs_on_a_page_that_says_nothing(tmp_path: Path, last: Block) -> None:
    place = next(block for block in prøve(2).blocks if isinstance(block, Signatures))
    heading = Heading("s", 1, (Text("Signaturer"),))
    page, pdf = tmp_path / "avtale.html", tmp_path / "avtale.pdf"
    for lines in range(10, 19, 2):
        before = tuple(Paragraph(f"p{n}", (Text("Fyll."),)) for n in range(lines))
        page.write_bytes(write(replace(prøve(2), blocks=(*before, last, heading, place)), "html"))
        printed(page, pdf)
        (signing,) = (text for text in words_of(pdf).split("\f") if "Signaturer" in text)
        assert "Siste ord." in signing, lines
