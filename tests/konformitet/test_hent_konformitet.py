"""Documents that carry the YAML, and fields to sign in, before the judges; and LibreOffice saves what it carries."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from docx.document import Document as WordDocument

from avtalegen.henting import hent
from avtalegen.modell.former import Målform
from tests.conftest import EKSEMPLER
from tests.hentprove import ARVING, edited, made
from tests.konformitet.verapdf import PROFILES, WITH_SOURCE, verdicts
from tests.konformitet.verktoy import faults, saved_by_libreoffice

pytestmark = pytest.mark.konformitet

WITH_FILE = {path.stem: path for path in (*EKSEMPLER, ARVING)}


def by_hand(opened: WordDocument) -> None:
    opened.add_paragraph("Skrevet for hånd.")
    opened.add_comment(opened.paragraphs[0].runs, text="Fin tittel", author="Kari")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The Word files, and one that somebody has changed, as LibreOffice opens and saves them."""
    documents = {name: made("docx", path) for name, path in WITH_FILE.items()} | {"endret": edited(made(), by_hand)}
    folder = tmp_path_factory.mktemp("hent")
    files = {name: folder / f"{name}.docx" for name in documents}
    for name, file in files.items():
        file.write_bytes(documents[name])
    kept = saved_by_libreoffice(list(files.values()))
    return {name: file.read_bytes() for name, file in zip(files, kept, strict=True)}


def test_the_open_xml_sdk_finds_no_fault_in_a_file_that_carries_several(tmp_path: Path) -> None:
    """Those of the examples carry one each, and are judged with the examples."""
    file = tmp_path / "avtale.docx"
    file.write_bytes(made("docx", ARVING))
    assert faults(file) == []


@pytest.mark.parametrize("name", WITH_FILE)
def test_libreoffice_keeps_the_yaml_and_the_text(name: str, saved: dict[str, bytes]) -> None:
    before = hent(made("docx", WITH_FILE[name]))
    after = hent(saved[name])
    assert (after.tilstand, after.filer, after.endringer) == ("lagret", before.filer, ())


def test_libreoffice_keeps_the_changes_that_somebody_made(saved: dict[str, bytes]) -> None:
    found = hent(saved["endret"])
    assert [e.nå for s in found.endringer or () for e in s.endringer] == ["Skrevet for hånd."]
    assert [(one.forfatter, one.tekst) for one in found.merknader] == [("Kari", "Fin tittel")]


FIELDS = {"uten": False, "felt": True}
DOCUMENTS = [(*key, målform) for key in product(WITH_FILE, FIELDS) for målform in Målform]


@pytest.fixture(scope="module", params=["a-2a", "a-3a"])
def judged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    """What veraPDF says of each example in both målformer, with fields and without, as PDF/A-2a and as PDF/A-3a."""
    folder = tmp_path_factory.mktemp("pdf")
    for name, fields, målform in DOCUMENTS:
        wanted = {"pdf_standard": request.param, "signaturfelt": FIELDS[fields], "målform": målform}
        (folder / f"{name}-{fields}-{målform.value}.pdf").write_bytes(made("pdf", WITH_FILE[name], **wanted))
    found = verdicts(sorted(folder.glob("*.pdf")), PROFILES if request.param == "a-2a" else WITH_SOURCE)
    return {Path(path).stem: faults for path, faults in found.items()}


def test_verapdf_finds_no_fault_with_the_yaml_attached_or_with_fields_to_sign_in(
    judged: dict[str, dict[str, list[str]]],
) -> None:
    assert len(judged) == len(DOCUMENTS) == 20
    assert {len(standards) for standards in judged.values()} == {2}
    assert {name: standards for name, standards in judged.items() if any(standards.values())} == {}
