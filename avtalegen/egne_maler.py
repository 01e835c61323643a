"""A repository's own templates: `maler/nb` and `maler/nn` beside its avtalegen.toml, each file ahead of ours."""

from __future__ import annotations

from typing import NamedTuple


class Maler(NamedTuple):
    """Templates: where they lie, as it is told in findings, and for each (language, file name, text)."""

    mappe: str
    tekster: tuple[tuple[str, str, str], ...]

    @property
    def texts(self) -> dict[str, str]:
        """The text of each template, by its place as it is told in findings."""
        return {self.sti(språk, navn): tekst for språk, navn, tekst in self.tekster}

    def sti(self, språk: str, navn: str) -> str:
        """Return the place of a template, as it is told in findings."""
        return f"{self.mappe}/{språk}/{navn}"

    def tekst(self, språk: str, navn: str) -> str | None:
        """Return the text of a template, None when the repository has none with that name."""
        return next((tekst for s, n, tekst in self.tekster if (s, n) == (språk, navn)), None)


INGEN = Maler("", ())
"""What a repository without templates of its own has."""
