"""What can be asked of a file, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Related, Rute, Span

Verdi = str | Mapping[str, "Verdi"] | Sequence["Verdi"]
"""A value as it is read: every scalar is text."""
Alias = Literal["nekt", "skriv_ut"]
"""What to do about a value that stands in several places by `&` and `*`: refuse, or write it out at each of them."""


@dataclass(frozen=True)
class Sett:
    """Let `verdi` stand at `rute`, instead of what stands there; parents that are missing are made."""

    rute: Rute
    verdi: Verdi


@dataclass(frozen=True)
class SettInn:
    """Put `verdi` in the list at `rute`, in front of what has position `plass`; last when that is its length.

    A list that is missing is made, and one thing that stands where the format takes several becomes a list.
    """

    rute: Rute
    plass: int
    verdi: Verdi


@dataclass(frozen=True)
class Fjern:
    """Take away what stands at `rute`, and what is empty after that, unless `behold_tomme`."""

    rute: Rute
    behold_tomme: bool = False


@dataclass(frozen=True)
class Flytt:
    """Move an item of the list at `rute` from position `fra`, so that it gets position `til`."""

    rute: Rute
    fra: int
    til: int


Endring = Sett | SettInn | Fjern | Flytt


@dataclass(frozen=True)
class LinjeEndring:
    """Lines that changed: those from number `fra` (1-based, of the old file) were `gamle`, and are `nye`.

    Lines have their line breaks; the last of a file may have none. Where lines are only put in, `gamle` is empty, and
    they stand in front of line `fra`.
    """

    fra: int
    gamle: tuple[str, ...]
    nye: tuple[str, ...]

    @property
    def til(self) -> int:
        """The number of the first line after `gamle`."""
        return self.fra + len(self.gamle)


@dataclass(frozen=True)
class Redigert:
    """A file after the changes, and which lines changed, in the order of the file."""

    data: bytes
    linjer: tuple[LinjeEndring, ...]


class RedigeringFeil(AvtalegenError):  # noqa: N818 - the Norwegian for «error» ends it
    """A change that can't be made; the file is as it was.

    The message begins with the place. `span` is the same place, `råd` what to do instead, and `related` are other
    places that it is about; all of it is in both målformer. `diagnostics` holds what is wrong with the file when it
    can't be read as YAML.
    """

    def __init__(
        self,
        span: Span,
        melding: Begge,
        råd: Begge,
        related: tuple[Related, ...] = (),
        diagnostics: tuple[Diagnostic, ...] = (),
    ) -> None:
        sted = f"{span.file}:{span.line}:{span.column}:"
        super().__init__(
            Begge(f"{sted} {melding} {råd}".rstrip(), f"{sted} {melding.nn} {råd.nn}".rstrip()), diagnostics
        )
        self.span, self.melding, self.råd, self.related = span, melding, råd, related

    @property
    def uten_sted(self) -> Begge:
        """The message for whoever sees the place already."""
        return Begge(f"{self.melding} {self.råd}".rstrip(), f"{self.melding.nn} {self.råd.nn}".rstrip())
