"""The pages' own files: what a module asks another for, is in the file that is served under that name."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from avtalegen.visning.rediger.svar import _files
from avtalegen.visning.svar import _FILES

STATISK = Path(__file__).parent.parent / "avtalegen" / "visning" / "statisk"
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:function\*?|const|let|class) ([\wæøåÆØÅ]+)", re.MULTILINE)
_TOGETHER = re.compile(r"^export \{([^}]*)\};", re.MULTILINE)
EDITOR = {f"./{name}": path for name, path in _files().items()}
PREVIEW = {name: STATISK / name[1:] for name in _FILES}


def exported(path: Path) -> set[str]:
    text = path.read_text(encoding="utf-8")
    together = {one.split(" as ")[-1].strip() for found in _TOGETHER.findall(text) for one in found.split(",")}
    return {*_EXPORT.findall(text), *together}


@pytest.mark.parametrize(("served", "folder"), [(EDITOR, STATISK / "rediger"), (PREVIEW, STATISK)])
def test_what_a_module_asks_for_is_in_the_file_that_it_gets(served: dict[str, Path], folder: Path) -> None:
    asked = 0
    for module in sorted(folder.glob("*.js")):
        for names, whom in _IMPORT.findall(module.read_text(encoding="utf-8")):
            assert whom in served, f"{module.name}: {whom}"
            wanted = {one.split(" as ")[0].strip() for one in names.split(",") if one.strip()}
            asked += len(wanted)
            assert wanted <= exported(served[whom]), f"{module.name}: {whom}"
    assert asked > 1


def test_no_file_hides_another_with_its_name() -> None:
    names = Counter(path.name for path in STATISK.rglob("*") if path.suffix in {".js", ".css", ".svg", ".woff2"})
    assert [name for name, count in names.items() if count > 1] == []
