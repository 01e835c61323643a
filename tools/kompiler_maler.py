"""What hatch runs when the wheel is built: what is in `maler/` is compiled into it (`avtalegen.dokument.kompilert`)."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KompilerMaler(BuildHookInterface[Any]):
    """Compiles the YAML files, the templates of both languages with and without tracking, and what they can say.

    With it comes what the patterns of the importer wait for. Not when editable.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._made: list[TemporaryDirectory[str]] = []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add what is compiled to the wheel."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from avtalegen.dokument.kompilert import MAPPE
        from avtalegen.dokument.maler import MALER
        from avtalegen.importering import venteordmodul
        from avtalegen.komponering.mal.kompilert import moduler
        from avtalegen.komponering.mal.sandbox import environment
        from avtalegen.komponering.skjelett import fil as skjelettfil
        from avtalegen.lesing.ours import compiled

        modules = dict(map(compiled, MALER.rglob("*.yaml")))
        modules.update(venteordmodul.moduler())
        for språk in ("nb", "nn"):
            for spor in (False, True):
                modules.update(moduler(environment(språk, spor=spor), MALER / språk, spor=spor))
            modules.update(skjelettfil.moduler(språk))
        self._made.append(TemporaryDirectory())
        folder = Path(self._made[0].name)
        for file, code in modules.items():
            made = folder / file.relative_to(MALER / MAPPE)
            made.parent.mkdir(exist_ok=True)
            made.write_text(code, encoding="utf-8", newline="\n")
        build_data["force_include"][str(folder)] = f"avtalegen/maler/{MAPPE}"

    def finalize(self, *_args: object) -> None:
        """Take away what was made: now it is in the wheel."""
        while self._made:
            self._made.pop().cleanup()
