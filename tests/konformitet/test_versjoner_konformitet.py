"""What holds across versions of what avtalegen is built on; and that the lock holds all that is installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import laas_versjoner
import pytest
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.cli_support import ROOT
from tests.test_versjoner import locked, pins

pytestmark = pytest.mark.konformitet

MADE_OF = ("pyproject.toml", "constraints-laveste.txt")
PROGRAMS = "Scripts" if sys.platform == "win32" else "bin"
ASKED = (
    ("--format", "docx,pdf,html,md", "--malform", "begge"),
    ("--format", "pdf", "--pdf-standard", "a-3a", "--til", "a3"),
    ("--format", "docx,pdf,html,md", "--dokument", "evaluering,saksframlegg"),
)


def environment(folder: Path) -> Path:
    """Make an environment, and return its Python."""
    venv.create(folder, with_pip=True)
    return folder / PROGRAMS / "python"


def run(*command: str | Path, cwd: Path, **extra: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **extra}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    out = done.stdout.decode()
    assert done.returncode == 0, out
    return out


def bound_by(lock: Path | None) -> dict[str, str]:
    """Return the environment that makes pip keep to a lock, or to none."""
    where = lock.as_uri() if lock else ""
    return {"PIP_CONSTRAINT": where, "PIP_BUILD_CONSTRAINT": where}


@pytest.fixture(scope="module")
def lowest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Python that has avtalegen with the lowest versions of what it needs: `make laveste`'s, if it is new."""
    made = ROOT / ".venv-laveste" / "klar"
    if made.exists() and all(made.stat().st_mtime >= (ROOT / name).stat().st_mtime for name in MADE_OF):
        return made.parent / PROGRAMS / "python"
    folder = tmp_path_factory.mktemp("laveste")
    python = environment(folder / "venv")
    run(python, "-m", "pip", "install", "-q", "-e", str(ROOT), cwd=folder, **bound_by(laas_versjoner.LOWEST))
    return python


def version(python: Path, name: str) -> str:
    program = f"from importlib.metadata import version; print(version('{name}'))"
    return run(python, "-c", program, cwd=ROOT).strip()


def test_documents_are_fresh_across_versions_of_all_that_avtalegen_needs(lowest: Path, tmp_path: Path) -> None:
    here = Path(sys.executable)
    for name in ("typst", "lxml", "pydantic", "pyyaml", "markdown-it-py", "holidays", "fonttools"):
        assert version(lowest, name) != version(here, name), name
    for one, other, folder in ((here, lowest, tmp_path / "a"), (lowest, here, tmp_path / "b")):
        folder.mkdir()
        for source in sorted((ROOT / "eksempler").glob("*.yaml")):
            (folder / source.name).write_bytes(source.read_bytes())
        for asked in ASKED:
            command = ("-m", "avtalegen", "lag", ".", *asked, "--i-dag", "2027-01-04")
            run(one, *command, cwd=folder)
            told = run(other, *command, "--sjekk", cwd=folder)
            assert re.search(r"^[1-9]\d* dokumenter er oppdatert\.$", told, re.MULTILINE), told


@locked
def test_nothing_is_installed_that_the_lock_does_not_hold(tmp_path: Path) -> None:
    """The installation is tried with all extras; the build takes place, and pip tells what it fetches for it."""
    python = environment(tmp_path / "venv")
    extras = "[test,bench,konformitet,signaturfelt]"
    command = ("-m", "pip", "install", "-v", "--dry-run", "--report", "rapport.json", "-e", f"{ROOT}{extras}")
    told = run(python, *command, cwd=tmp_path, **bound_by(laas_versjoner.NEWEST))
    report = json.loads((tmp_path / "rapport.json").read_text(encoding="utf-8"))
    found = [(item["metadata"]["name"], item["metadata"]["version"]) for item in report["install"]]
    for line in re.findall(r"Successfully installed (.+)", told):
        found += [tuple(word.rsplit("-", 1)) for word in line.split()]
    versions = {canonicalize_name(name): Version(number) for name, number in found}
    assert versions.keys() > {"hatchling", "editables", "typst", "weasyprint", "jpype1"}
    del versions["avtalegen"]
    said = pins("låst")
    assert {name: number for name, number in versions.items() if said.get(name) != number} == {}
