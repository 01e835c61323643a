"""A copy of the project, to do in it what a contributor would do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
COPIED = (
    "avtalegen",
    "maler",
    "tests",
    "tools",
    "docs",
    "eksempler",
    "pyproject.toml",
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
)
SMALLEST = """\
format: 1
avtale: {status: utkast}
parter: {kommuner: "1859", politi: Nordland politidistrikt}
"""


class Copy:
    """A copy of the project, and what a contributor does to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        ignored = shutil.ignore_patterns(".hypothesis")  # what is compiled, comes along
        for name in COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name, ignore=ignored)
            else:
                shutil.copy(ROOT / name, folder / name)

    def write(self, place: str, text: str) -> None:
        path = self.folder / place
        assert not path.exists(), f"{place} is not new"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def after(self, place: str, line: str, new: str) -> None:
        """Put `new` after the first line that begins with `line`, indentation aside."""
        path = self.folder / place
        lines = path.read_text(encoding="utf-8").split("\n")
        at = next(number for number, text in enumerate(lines) if text.lstrip().startswith(line))
        path.write_text("\n".join([*lines[: at + 1], new.rstrip("\n"), *lines[at + 1 :]]), encoding="utf-8")

    def before(self, place: str, line: str, new: str) -> None:
        """Put `new` ahead of the first line that begins with `line`, indentation aside."""
        path = self.folder / place
        lines = path.read_text(encoding="utf-8").split("\n")
        at = next(number for number, text in enumerate(lines) if text.lstrip().startswith(line))
        path.write_text("\n".join([*lines[:at], new, *lines[at:]]), encoding="utf-8")

    def append(self, place: str, text: str) -> None:
        path = self.folder / place
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    def run(self, *arguments: str, fails: bool = False) -> str:
        """Return what `python …` in the copy prints."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            check=False,
            env={**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": ""},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert fails == (done.returncode != 0), done.stdout + done.stderr
        return done.stdout + done.stderr

    def avtalegen(self, *arguments: str) -> str:
        return self.run("-m", "avtalegen", *arguments)

    def pytest(self, *arguments: str, fails: bool = False) -> str:
        return self.run("-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", *arguments, fails=fails)

    def fasit(self, *arguments: str) -> None:
        """Do what `make fasit` does, in some of the files that it does it in."""
        recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nfasit:")[2].partition("\n\n")[0]
        assert "/pytest --skriv-fasit $$(grep -l skriv_fasit tests/test_*.py)" in recipe
        files = [self.folder / name for name in arguments if name.endswith(".py")]
        assert all("skriv_fasit" in file.read_text(encoding="utf-8") for file in files)
        self.pytest("--skriv-fasit", *arguments)

    def written(self, yaml: str, *arguments: str) -> str:
        """Return an agreement written as Markdown."""
        (self.folder / "min.yaml").write_text(yaml, encoding="utf-8")
        self.avtalegen("lag", "min.yaml", "--format", "md", "-o", "min.md", "--overskriv", *arguments)
        return (self.folder / "min.md").read_text(encoding="utf-8")
