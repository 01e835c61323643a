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
    """Return what `converted` gives of each of some files in one folder, in one go."""
    folder = documents[0].parent
    subprocess.run(
        [
            tool("soffice"),
            f"-env:UserInstallation={(folder / 'profil').as_uri()}",
            "--headless",
            *("--convert-to", ending, "--outdir", str(folder), *map(str, documents)),
        ],
        check=True,
        capture_output=True,
    )
    return [document.with_suffix(f".{ending}") for document in documents]


def pages(document: Path) -> list[str]:
    """Return the text of each page as LibreOffice lays the Word file out."""
    command = [tool("pdftotext"), "-layout", str(converted(document, "pdf")), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return text.split("\f")[:-1]
