"""What comes of files that nobody would write is as whole as other documents: the judges refuse none of it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from random import Random

import pytest
from fuzz import made, seeds, written

from avtalegen import flyt
from avtalegen.dokument.formater import MED_VEDLEGG
from avtalegen.regler.valg import Valg
from tests.generator import I_DAG
from tests.grundig import antall, grundig
from tests.konformitet.test_html_konformitet import seen
from tests.konformitet.verapdf import WITH_SOURCE, verdicts
from tests.konformitet.verktoy import faults

pytestmark = [pytest.mark.konformitet, grundig]
DOCUMENTS = {"docx": antall(20, 300), "pdf": antall(10, 150), "html": antall(5, 50)}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """So many documents of each format, of broken files that an agreement can still be made of."""
    folder, files = tmp_path_factory.mktemp("fuzz"), seeds()
    found: dict[str, list[Path]] = defaultdict(list)
    number = 0
    while any(len(found[format]) < wanted for format, wanted in DOCUMENTS.items()):
        r = Random(f"konformitet {number}")
        checked = flyt.check(made(r, files), "avtale.yaml", Valg(I_DAG))
        for order, data in written(r, checked) if checked.avtale is not None else ():
            if len(found[order.format]) < DOCUMENTS.get(order.format, 0):
                path = folder / f"{number}-{order.dokument.name}-{order.pdf_standard}.{order.format}"
                path.write_bytes(data)
                found[order.format].append(path)
        number += 1
    return found


def test_the_open_xml_sdk_refuses_no_word_file(documents: dict[str, list[Path]]) -> None:
    assert {path.name: found for path in documents["docx"] if (found := faults(path))} == {}


def test_verapdf_refuses_no_pdf(documents: dict[str, list[Path]]) -> None:
    """What the YAML is attached to is held to a standard that allows it."""
    attached = [path for path in documents["pdf"] if path.stem.endswith(MED_VEDLEGG)]
    plain = [path for path in documents["pdf"] if path not in attached]
    assert attached
    assert plain
    said = {**verdicts(attached, WITH_SOURCE), **verdicts(plain)}
    assert {Path(path).name: by for path, by in said.items() if any(by.values())} == {}


def test_axe_refuses_no_page(documents: dict[str, list[Path]]) -> None:
    looks = seen(*documents["html"])
    assert len(looks) == len(documents["html"]) * 4
    bad = [(Path(look["file"]).name, look["violations"], look["complaints"], look["overflow"]) for look in looks]
    assert [one for one in bad if any(one[1:])] == []
