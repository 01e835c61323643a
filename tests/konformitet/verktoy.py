"""The programs that judge our documents. A test that is asked for and lacks its judge fails."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest


def tool(name: str, variable: str | None = None) -> str:
    """Return the path of a program, from `variable` in the environment or from PATH."""
    found = os.environ.get(variable, "") if variable else ""
    path = found or shutil.which(name)
    if not path:
        pytest.fail(f"{name} mangler; se CONTRIBUTING.md")
    return path


def faults(document: Path) -> list[object]:
    """Return what the Open XML SDK finds wrong with a Word file."""
    command = [tool("ooxml-validator", "AVTALEGEN_OOXML_VALIDATOR"), str(document)]
    verdict = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    return list(verdict["errors"])


def converted(document: Path, ending: str) -> Path:
    """Return the file that LibreOffice makes of a Word file when it saves it as something else («pdf», «odt»)."""
    return converted_all([document], ending)[0]


def converted_all(documents: Sequence[Path], ending: str) -> list[Path]:
    """Return what `converted` gives of each of some files in one folder: to start takes longer than most files do."""
    _libreoffice(documents, ending, documents[0].parent)
    return [document.with_suffix(f".{ending}") for document in documents]


def saved_by_libreoffice(documents: Sequence[Path]) -> list[Path]:
    """Return the Word files that LibreOffice saves when it has opened some others in one folder, in one go."""
    out = documents[0].parent / "lagret"
    _libreoffice(documents, "docx:MS Word 2007 XML", out)
    return [out / document.name for document in documents]


def _libreoffice(documents: Sequence[Path], kind: str, out: Path) -> None:
    profile = f"-env:UserInstallation={(documents[0].parent / 'profil').as_uri()}"
    command = [tool("soffice"), profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
    subprocess.run([*command, *map(str, documents)], check=True, capture_output=True)


def pages_of_all(documents: Sequence[Path]) -> list[list[str]]:
    """Return the text of each page of some Word files in one folder, as LibreOffice lays them out."""
    return [_printed(pdf) for pdf in converted_all(documents, "pdf")]


def _printed(pdf: Path) -> list[str]:
    command = [tool("pdftotext"), "-layout", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return text.split("\f")[:-1]
