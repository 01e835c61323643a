"""The other papers before the judges: valid Word, PDF/A-2a and PDF/UA-1, pages that axe finds no fault with."""

from pathlib import Path

import pytest

from avtalegen.dokument.bestilling import Papir
from avtalegen.dokument.innhold import Document, Items
from avtalegen.modell.former import Målform
from avtalegen.skrivere import write
from tests.konformitet.test_html_konformitet import JUDGED, assert_all_good
from tests.konformitet.verapdf import verdicts
from tests.konformitet.verktoy import faults, pages_of_all
from tests.papirprove import LITEN, PAPIRER, RIK, papir

pytestmark = pytest.mark.konformitet
DOCUMENTS = {
    f"{navn}-{which.value}-{målform.value}": (text, which, målform)
    for navn, text in (("rik", RIK), ("liten", LITEN))
    for which in PAPIRER
    for målform in Målform
}


def made(name: str) -> Document:
    text, which, målform = DOCUMENTS[name]
    return papir(text, which, målform=målform)


def test_verapdf_finds_no_fault(tmp_path: Path) -> None:
    for number, name in enumerate(DOCUMENTS):
        (tmp_path / f"{number}.pdf").write_bytes(write(made(name), "pdf"))
    found = verdicts(sorted(tmp_path.glob("*.pdf")))
    assert len(found) == len(DOCUMENTS)
    assert {path: faults for path, faults in found.items() if any(faults.values())} == {}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_open_xml_sdk_finds_no_fault(name: str, tmp_path: Path) -> None:
    file = tmp_path / "papir.docx"
    file.write_bytes(write(made(name), "docx"))
    assert faults(file) == []


def test_axe_finds_no_fault(tmp_path: Path) -> None:
    pages = {}
    for name in (name for name in DOCUMENTS if name.startswith("rik")):
        document, page = made(name), tmp_path / f"{name}.html"
        page.write_bytes(write(document, "html"))
        has_list = any(isinstance(block, Items) for block in document.blocks)
        pages[page] = JUDGED if has_list else JUDGED - {"list"}
    assert_all_good(pages)


def test_libreoffice_lays_a_plan_of_twelve_meetings_on_one_page(tmp_path: Path) -> None:
    files = [tmp_path / f"{målform.value}.docx" for målform in Målform]
    for file, målform in zip(files, Målform, strict=True):
        file.write_bytes(write(papir(RIK, Papir.MØTEPLAN, målform=målform), "docx"))
    for pages in pages_of_all(files):
        (page,) = pages
        assert "Oppsummering" in page
