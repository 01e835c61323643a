"""The four agreements before the judges: valid Word, every word on a page, and valid against the schema."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import avtalegen
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.flyt import check, make
from avtalegen.komponering import compose
from avtalegen.modell.former import Målform
from tests.conftest import EKSEMPLER
from tests.dokumenttekst import to_text
from tests.konformitet.verktoy import faults, pages_of_all

pytestmark = pytest.mark.konformitet
ROOT = Path(__file__).parent.parent.parent


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


@pytest.mark.parametrize("målform", Målform)
def test_the_open_xml_sdk_finds_no_fault(eksempel: Path, målform: Målform, tmp_path: Path) -> None:
    made = make(check(eksempel.read_bytes(), eksempel.name), Bestilling("docx", målform), lambda _file, _name: b"")
    assert made.data is not None
    file = tmp_path / "avtale.docx"
    file.write_bytes(made.data)
    assert faults(file) == []


@pytest.fixture(scope="module")
def sidene(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[str]]:
    """The text of each page of each example, as LibreOffice lays it out."""
    folder = tmp_path_factory.mktemp("sider")
    files = [folder / f"{path.stem}.docx" for path in EKSEMPLER]
    for file, path in zip(files, EKSEMPLER, strict=True):
        file.write_bytes(avtalegen.lag(path))
    return dict(zip(EKSEMPLER, pages_of_all(files), strict=True))


def test_every_word_of_the_document_is_on_a_page_and_every_page_has_its_number(
    eksempel: Path, sidene: dict[Path, list[str]]
) -> None:
    read = sidene[eksempel]
    assert all(f"Side {n} av {len(read)}" in page for n, page in enumerate(read, 1))
    document = compose(avtalegen.les(eksempel)).document
    assert document is not None
    # A table's caption is for readers who can't see it.
    said = re.sub(r"^\[.*?\](?= )|^dato: .*$|\]\(\S+?\)", "", to_text(document), flags=re.MULTILINE)
    missing = set(words(said)) - set(words(" ".join(read))) - {"nb", "topptekst", "partene"}
    # A word that LibreOffice parts at a hyphen or between two lines of a cell.
    joined = "".join(words(" ".join(read)))
    assert {w for w in missing if w not in joined} == set()


def test_signatures_stand_together_on_one_page(eksempel: Path, sidene: dict[Path, list[str]]) -> None:
    with_line = [page for page in sidene[eksempel] if "Underskrift" in page]
    assert len(with_line) == 1
    assert "Signaturer" in with_line[0]


def test_check_jsonschema_accepts_the_examples() -> None:
    examples = sorted(str(p) for p in (ROOT / "eksempler").glob("*.yaml"))
    schema = str(ROOT / "skjema" / "avtale.schema.json")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *examples]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
