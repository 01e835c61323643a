"""The templates and styles: those that come with avtalegen, and those that a repository uses instead.

A repository has its own in `maler/` beside its avtalegen.toml, each file ahead of ours with the same name.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).parent.parent

MALER = _PACKAGE / "maler" if (_PACKAGE / "maler").is_dir() else _PACKAGE.parent / "maler"
"""The folder of templates: inside the package when it is installed from a wheel, beside it in a checkout."""


def ours(place: str) -> bytes:
    """Return the content of the file at a place below `MALER`, with `/` between folders."""
    return (MALER / place).read_bytes()


STIL = "stil"
"""The folder of the styles, beside those of the languages."""
SKRIFT = "skrift"
"""The folder of the typefaces of the PDF, in that of the styles."""
ORD = "ord.yaml"
"""The words that stand outside the templates, in the folder of a language."""
KJENTE_ORD = "kjente_ord.yaml"
"""The words that people write and we know what are, in both målformer; beside the folders of the languages."""


class Maler(NamedTuple):
    """Templates and styles: where they lie, as it is told in findings, and their content.

    `tekster` are (language, file name, text); `stiler` (file name, content), «skrift/X.ttf» being a typeface.
    """

    mappe: str
    tekster: tuple[tuple[str, str, str], ...] = ()
    stiler: tuple[tuple[str, bytes], ...] = ()

    @property
    def texts(self) -> dict[str, str]:
        """The text of each file that is text, by its place as it is told in findings."""
        made = {self.sti(språk, navn): tekst for språk, navn, tekst in self.tekster}
        for navn, data in self.stiler:
            if navn.endswith((".css", ".typ")):
                made[self.sti(STIL, navn)] = data.decode("utf-8-sig", "replace")
        return made

    def sti(self, språk: str, navn: str) -> str:
        """Return the place of a template or, with «stil» for `språk`, of a style, as it is told in findings."""
        return f"{self.mappe}/{språk}/{navn}"

    def tekst(self, språk: str, navn: str) -> str | None:
        """Return the text of a template, None when the repository has none with that name."""
        return next((tekst for s, n, tekst in self.tekster if (s, n) == (språk, navn)), None)

    def stil(self, navn: str) -> bytes | None:
        """Return the content of a style, None when the repository has none with that name."""
        return next((data for n, data in self.stiler if n == navn), None)

    def skrifter(self) -> tuple[tuple[str, bytes], ...]:
        """Return the typefaces: (file name, content)."""
        return tuple((n.removeprefix(f"{SKRIFT}/"), data) for n, data in self.stiler if n.startswith(f"{SKRIFT}/"))


INGEN = Maler("")
"""What a repository without templates of its own has."""
