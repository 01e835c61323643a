"""A module of the package with other code than its file has."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any


def give(module: str, path: Path, code: CodeType) -> None:
    """Let this be the code of a module, the file of which is `path`, when it is imported later on."""
    sys.meta_path.insert(0, _Finder(module, path, code))


class _Finder(MetaPathFinder):
    def __init__(self, module: str, path: Path, code: CodeType) -> None:
        self.module, self.path, self.code = module, path, code

    def find_spec(self, fullname: str, *_: Any) -> ModuleSpec | None:
        if fullname != self.module:
            return None
        folders = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        loader = _Loader(fullname, str(self.path), self.code)
        return spec_from_file_location(fullname, self.path, loader=loader, submodule_search_locations=folders)


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self.code = code

    def get_code(self, *_: object) -> CodeType:
        return self.code
