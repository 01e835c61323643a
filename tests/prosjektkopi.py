"""A copy of the project, to do in it what a contributor would do."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from tests.varm_python import VarmPython

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


LOADED = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
"""What pytest is told, so that it says nothing of its plugins being loaded already (`VarmPython`)."""


def _copied(source: str, target: str) -> None:
    """Copy a file. One that is compiled is never written in, only replaced, so it can be the same file."""
    if source.endswith(".pyc"):
        with suppress(OSError):
            os.link(source, target)
            return
    shutil.copy2(source, target)


class Copy:
    """A copy of the project, and what a contributor does to it."""

    def __init__(self, folder: Path, python: VarmPython) -> None:
        self.folder, self.python = folder, python
        ignored = shutil.ignore_patterns(".hypothesis")  # what is compiled, comes along
        for name in COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name, ignore=ignored, copy_function=_copied)
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
        code, printed = self.python.run(arguments, self.folder, self.folder.with_suffix(".skrevet"))
        assert fails == (code != 0), printed
        return printed

    def avtalegen(self, *arguments: str) -> str:
        return self.run("-m", "avtalegen", *arguments)

    def pytest(self, *arguments: str, fails: bool = False) -> str:
        return self.run(
            "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", *LOADED, *arguments, fails=fails
        )

    def fasit(self, *arguments: str) -> None:
        """Do what `make fasit` does, in some of the files that it does it in."""
        recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nfasit:")[2].partition("\n\n")[0]
        assert '/pytest --skriv-fasit -m "not konformitet" $$(grep -l skriv_fasit tests/test_*.py)' in recipe
        files = [self.folder / name for name in arguments if name.endswith(".py")]
        assert all("skriv_fasit" in file.read_text(encoding="utf-8") for file in files)
        self.pytest("--skriv-fasit", *arguments)

    def written(self, yaml: str, *arguments: str) -> str:
        """Return an agreement written as Markdown."""
        (self.folder / "min.yaml").write_text(yaml, encoding="utf-8")
        self.avtalegen("lag", "min.yaml", "--format", "md", "-o", "min.md", "--overskriv", *arguments)
        return (self.folder / "min.md").read_text(encoding="utf-8")
