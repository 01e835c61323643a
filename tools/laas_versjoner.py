"""Write anew which versions this project is built and tested with.

Usage: python tools/laas_versjoner.py      («make laas»)

constraints.txt gets the newest of everything that is installed by a target of the Makefile, down to the last package
that another one needs, and what the wheel is built with. constraints-laveste.txt gets the lowest versions that
pyproject.toml allows of what avtalegen itself needs, and the newest that fit of the rest. The first one is for every
Python that pyproject.toml allows and every system; the second one is for the oldest Python. Read `git diff`, and run
«make test» and «make laveste» before you commit.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent.parent
NEWEST, LOWEST = ROOT / "constraints.txt", ROOT / "constraints-laveste.txt"
HEADERS = {
    NEWEST: (
        "# Alt som installeres her, i den versjonen det er prøvd med: det avtalegen trenger, det testene og målingene\n"
        "# trenger, det hjulet bygges med, og alt de trenger i sin tur. Skrives av «make laas».\n"
    ),
    LOWEST: (
        "# De laveste versjonene som pyproject.toml tillater, av det avtalegen trenger, og det\n"
        "# nyeste av resten som passer til dem. Brukes av «make laveste». Skrives av «make laas».\n"
    ),
}
# hatchling asks for it when it is run, each time the project is installed with «-e».
ASKED_FOR_BY_BACKEND = "editables>=0.3"


def main() -> None:
    """Write both files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        uv = _uv(Path(folder))
        newest = _resolved(uv, project, everything(project))
        lowest = _resolved(uv, project, [*lowest_of(needed(project)), *tools(project)])
    for file, pins in ((NEWEST, newest), (LOWEST, lowest)):
        file.write_text(HEADERS[file] + "".join(f"{pin}\n" for pin in pins), encoding="utf-8")


def needed(project: dict[str, Any]) -> list[str]:
    """Return what avtalegen needs when it is used, also what only some have use for, and what it is built with."""
    about = project["project"]
    extras = about["optional-dependencies"]
    extra = [*extras["signaturfelt"], *extras["parquet"]]
    return [*about["dependencies"], *extra, *project["build-system"]["requires"]]


def tools(project: dict[str, Any]) -> list[str]:
    """Return what the tests and measurements need besides, and what the back-end asks for when it is run."""
    extras: dict[str, list[str]] = project["project"]["optional-dependencies"]
    return [
        ASKED_FOR_BY_BACKEND,
        *(name for extra in extras.values() for name in extra if re.fullmatch(r"[\w-]+", name)),
    ]


def everything(project: dict[str, Any]) -> list[str]:
    """Return all that is asked for by name."""
    return [*needed(project), *tools(project)]


def lowest_of(requirements: list[str]) -> list[str]:
    """Return each requirement («lxml>=5», «pypdf>=7,<8») with its lower bound as the one version («lxml==5»)."""
    found = [re.fullmatch(r"([\w-]+)>=([\d.]+)(?:,.*)?", requirement) for requirement in requirements]
    wrong = [requirement for requirement, match in zip(requirements, found, strict=True) if match is None]
    if wrong:
        raise SystemExit(f"Mangler nedre grense i pyproject.toml: {', '.join(wrong)}")
    return [f"{match[1]}=={match[2]}" for match in found if match]


def _uv(folder: Path) -> Path:
    """Install what works out the versions in an environment of its own, and return the program."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return programs / "uv"


def _resolved(uv: Path, project: dict[str, Any], requirements: list[str]) -> list[str]:
    """Return the newest versions that satisfy the requirements together, for all systems, one a line («a==1 ; …»)."""
    oldest = re.sub(r"[^\d.]", "", project["project"]["requires-python"])
    command = [
        str(uv),
        "pip",
        "compile",
        "--quiet",
        "--universal",
        "--python-version",
        oldest,
        "--fork-strategy",
        "fewest",
    ]
    plain = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "-"]
    asked = "\n".join(requirements)
    done = subprocess.run([*command, *plain], input=asked, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(f"Fant ingen versjoner som passer sammen:\n{done.stderr}")
    return [*done.stdout.splitlines()]


if __name__ == "__main__":
    main()
