"""Findings as Word comments before the judges: valid Word, and shown by LibreOffice at what they are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from avtalegen.dokument.bestilling import Bestilling
from avtalegen.dokument.innhold import Document, Heading, Note, characters
from avtalegen.dokument.tekster import tekster
from avtalegen.flyt import Checked, check, make
from avtalegen.komponering import compose
from avtalegen.regler import Valg
from avtalegen.samling.filer import read_asset
from avtalegen.skrivere.linjer import JOINER
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.word.skriver import write
from tests.conftest import EKSEMPLER
from tests.dokumenteksempel import eksempel as rik
from tests.konformitet.verktoy import converted_all, faults
from tests.test_word_fiendtlig import NASTY
from tests.test_word_noter import BLOCKS, NOTES, TEXTS, on
from tests.wordprove import BARE, STIL

pytestmark = pytest.mark.konformitet

ODF = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
DOCUMENTS = {
    "flere ved én overskrift": replace(BARE, blocks=BLOCKS, notes=NOTES),
    "setninger": replace(
        BARE,
        blocks=TEXTS,
        notes=(
            *NOTES,
            *(on("lang", fra, til) for fra, til in ((11, 36), (0, 10), (11, 36))),
            *(on(id, 0, 7, del_) for id in ("s1", "t1") for del_ in ("for", "dato", "navn")),
            on("tabell", 0, 5, "1/0"),
        ),
    ),
    "uten tittel": replace(BARE, title="", notes=NOTES),
    "nynorsk": replace(rik(), language="nn", notes=(Note(None, "A", "Noe.", "Gjør noe.", "nb"),)),
    "fiendtlig": replace(BARE, notes=tuple(Note(None, text, text, text) for text in NASTY)),
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_open_xml_sdk_finds_no_fault(document: Document, tmp_path: Path) -> None:
    file = tmp_path / "avtale.docx"
    file.write_bytes(write(document, Style(STIL)))
    assert faults(file) == []


def shown(saved: Path) -> list[tuple[str, str, str]]:
    """Who has written each comment, what it hangs on and what it says, in what LibreOffice has read and saved."""
    with ZipFile(saved) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    found = []
    for comment in content.iterfind(".//office:annotation", ODF):
        at = next(comment.iterancestors(f"{{{ODF['text']}}}h", f"{{{ODF['text']}}}p"))
        said = "\n".join("".join(p.itertext()) for p in comment.iterfind("text:p", ODF))
        text = "".join(at.xpath(".//text()[not(ancestor::office:annotation)]", namespaces=ODF))
        found.append((comment.findtext("dc:creator", namespaces=ODF), text, said))
    return found


def checked_example(path: Path) -> Checked:
    return check(path.read_bytes(), path.name, Valg(date(2026, 11, 20)))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, tuple[Path, Path]]:
    """Each example with its findings: the Word file, and what LibreOffice saves when it has read it."""
    folder = tmp_path_factory.mktemp("merknader")
    files = [folder / f"{path.stem}.docx" for path in EKSEMPLER]
    for file, path in zip(files, EKSEMPLER, strict=True):
        made = make(checked_example(path), Bestilling(med_funn=True), read_asset)
        assert made.data is not None
        file.write_bytes(made.data)
    return dict(zip(EKSEMPLER, zip(files, converted_all(files, "odt"), strict=True), strict=True))


def test_libreoffice_shows_every_finding_of_an_example_at_its_place(
    eksempel: Path, saved: dict[Path, tuple[Path, Path]]
) -> None:
    checked = checked_example(eksempel)
    assert checked.avtale is not None
    document = compose(checked.avtale, findings=checked.diagnostics).document
    assert document is not None
    file, in_libreoffice = saved[eksempel]
    assert faults(file) == []
    headings = {None: document.title} | {b.id: characters(b.content) for b in document.blocks if isinstance(b, Heading)}
    texts = {text[:2]: text.tekst for text in tekster(document)}
    assert len(document.notes) > 5
    assert len([note for note in document.notes if note.sted]) > 1
    expected = [
        (
            "avtalegen",
            texts[note.sted.id, note.sted.del_] if note.sted else headings[note.block_id],
            "\n".join(filter(None, (note.label, note.text, note.hint))),
        )
        for note in document.notes
    ]
    read = shown(in_libreoffice)
    # The writer keeps «4 år» and «28–31» together; where a line may end is not what this is about.
    like = str.maketrans({"\xa0": " ", "\u2011": "-", JOINER: ""})
    read, expected = ([tuple(one.translate(like) for one in note) for note in notes] for notes in (read, expected))
    # Of several comments at one heading, LibreOffice gives the last one first.
    assert sorted(read) == sorted(expected)
    assert list(dict.fromkeys(at for _, at, _ in read)) == list(dict.fromkeys(at for _, at, _ in expected))
