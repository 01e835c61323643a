"""Documents to take the YAML out of, and to change first."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document as WordDocument

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.samling.filer import read_asset
from avtalegen.samling.repository import Repository

TESTS = Path(__file__).parent
EKSEMPLER = TESTS.parent / "eksempler"
FLAKSTAD = EKSEMPLER / "flakstad.yaml"
ARVING = EKSEMPLER / "avtalerepo" / "avtaler" / "fauske.yaml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def made(format: str = "docx", file: Path = FLAKSTAD, **wanted: object) -> bytes:
    """The document of an example, as `lag` makes it; of one that nobody changes, made once for all the tests."""
    return (_known if TESTS in file.parents or EKSEMPLER in file.parents else made_anew)(format, file, **wanted)


def made_anew(format: str, file: Path, **wanted: object) -> bytes:
    """The document of an agreement, made whether or not it has been."""
    checked = flyt.check(file.read_bytes(), str(file), files=Repository(str(file)))
    document = flyt.make(checked, Bestilling(format, **wanted), read_asset).data  # type: ignore[arg-type]
    assert document is not None
    return document


_known = cache(made_anew)


def repacked(data: bytes, **changed: bytes | str | None) -> bytes:
    """A Word file with other parts, saved as Word packs it. «__» in a name stands for «/», None takes a part away."""
    parts = {name.replace("__", "/"): part for name, part in changed.items()}
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return target.getvalue()


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def replaced(data: bytes, old: str, new: str, name: str = "word/document.xml") -> bytes:
    """A Word file where somebody has changed the XML of a part."""
    xml = part(data, name)
    assert old in xml
    return repacked(data, **{name: xml.replace(old, new)})


def edited(data: bytes, change: Callable[[WordDocument], None]) -> bytes:
    """A Word file that python-docx has opened, changed and saved."""
    document = docx.Document(BytesIO(data))
    change(document)
    target = BytesIO()
    document.save(target)
    return target.getvalue()
