"""The PDF before veraPDF: one file that meets both the archive's standard and the readers'."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from avtalegen import flyt
from avtalegen.dokument.innhold import Document, Heading, Paragraph, Table, Text
from avtalegen.komponering import compose
from avtalegen.modell.former import Målform
from avtalegen.skrivere import write
from tests.conftest import EKSEMPLER
from tests.dokumenteksempel import eksempel as rikt_eksempel
from tests.dokumenttekst import to_text
from tests.konformitet.verapdf import PROFILES, verdicts
from tests.konformitet.verktoy import tool
from tests.pdfprove import HOSTILE, SAMISK, attributes, med, structure

pytestmark = pytest.mark.konformitet
MÅLFORMER = ("bokmål", "nynorsk")


def document(path: Path, målform: str) -> Document:
    """Compose an example in one of the two målformer, whichever it is written for."""
    checked = flyt.check(path.read_bytes(), path.name)
    assert checked.avtale is not None, checked.diagnostics
    made = compose(checked.avtale, målform=Målform(målform)).document
    assert made is not None
    assert made.language == ("nb" if målform == "bokmål" else "nn")
    return made


def hostile() -> Document:
    """Every kind of text that might break a file or its tags."""
    nasty = (*HOSTILE, SAMISK, "a😀b שלום \u202ex\u00ad\u2011\u00a0\ufeff\ue000", "x" * 5000, "")
    texts = [(Text(one), Text(one, bold=True, italic=True)) for one in nasty]
    blocks = [b for t in texts for b in (Heading("h", 3, t, language="se"), Paragraph("p", t, language="en"))]
    return med(*blocks, Table("t", nasty[0], tuple(texts), (tuple(texts),) * 2), mark=nasty[0], title=nasty[4])


DOCUMENTS = {
    **{f"{path.stem}-{målform}": (path, målform) for path in EKSEMPLER for målform in MÅLFORMER},
    "rikt": rikt_eksempel,
    "fiendtlig": hostile,
    "uten dato": lambda: replace(rikt_eksempel(), date=None),
}


def made(name: str) -> Document:
    source = DOCUMENTS[name]
    return document(*source) if isinstance(source, tuple) else source()


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    """What veraPDF says of each document, by its name: the Java machine is started once."""
    folder = tmp_path_factory.mktemp("pdf")
    for name in DOCUMENTS:
        (folder / f"{name}.pdf").write_bytes(write(made(name), "pdf"))
    broken = (folder / "rikt.pdf").read_bytes().replace(b"/MarkInfo", b"/MarkInfx")
    (folder / "ødelagt.pdf").write_bytes(broken)
    return {Path(path).stem: found for path, found in verdicts(sorted(folder.glob("*.pdf"))).items()}


@pytest.mark.parametrize("standard", PROFILES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_verapdf_finds_no_fault(name: str, standard: str, judged: dict[str, dict[str, list[str]]]) -> None:
    assert judged[name][standard] == []


@pytest.mark.parametrize("standard", PROFILES)
def test_verapdf_finds_the_fault_in_a_file_that_is_not_marked_as_tagged(
    standard: str, judged: dict[str, dict[str, list[str]]]
) -> None:
    assert any("MarkInfo" in fault for fault in judged["ødelagt"][standard])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_header_cell_has_a_scope(name: str) -> None:
    cells = [element for element in structure(made(name)) if element["/S"] == "/TH"]
    assert [cell for cell in cells if attributes(cell).get("/Scope") not in {"/Column", "/Row"}] == []


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != "fiendtlig"])
def test_every_word_of_the_document_is_on_a_page(name: str, tmp_path: Path) -> None:
    file = tmp_path / "avtale.pdf"
    file.write_bytes(write(made(name), "pdf"))
    command = [tool("pdftotext"), "-layout", str(file), "-"]
    read = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    # A table's caption is for readers who can't see it.
    said = re.sub(r"^\[.*?\](?= )|^dato: .*$|\]\(\S+?\)", "", to_text(made(name)), flags=re.MULTILINE)
    joined = "".join(re.findall(r"[^\W_]+", read.casefold()))
    words = set(re.findall(r"[^\W_]+", said.casefold())) - {"nb", "nn", "topptekst", "partene"}
    assert {word for word in words if word not in joined} == set()


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != "fiendtlig"])
def test_the_page_is_a4_and_its_foot_is_free(name: str, tmp_path: Path) -> None:
    file = tmp_path / "avtale.pdf"
    file.write_bytes(write(made(name), "pdf"))
    for page in PdfReader(file).pages:
        assert [round(float(side)) for side in page.mediabox] == [0, 0, 595, 842]
    command = [tool("pdftotext"), "-bbox", str(file), "-"]
    boxes = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    lowest = max(float(y) for y in re.findall(r'yMax="([\d.]+)"', boxes))
    assert lowest < 842 - 1.5 / 2.54 * 72
