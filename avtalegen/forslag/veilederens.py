"""What the guide would have in an agreement, put as proposals: one for a place, in both målformer.

They stand in `maler/forslag.yaml`, and nowhere else: a new file has them as comments, findings and `forklar` show
them. None of them is agreed until somebody writes it in the agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache, lru_cache
from typing import Any, NamedTuple

from avtalegen.dokument.maler import MALER
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.former import Målform
from avtalegen.modell.senere import senere

Verdi = str | list[Any] | dict[str, Any]
"""A value as plain data, every scalar as text."""

_SPRÅK = {Målform.BOKMÅL: "nb", Målform.NYNORSK: "nn"}
_LENGSTE_LINJE = 110  # characters; a list that is longer is written with one item a line


class Når(Enum):
    """What agreements a proposal is for."""

    ALLE = "alle"
    ÉN_KOMMUNE = "én kommune"
    FLERE_KOMMUNER = "flere kommuner"
    FLERE_POLITIKONTAKTER = "flere politikontakter"


class Forslag(NamedTuple):
    """A proposal: the way to its place in the agreement, without positions in lists, and what could stand there.

    `regler` are the codes of the rules that miss it, `hvorfor` says in a sentence or two what the guide has to say.
    """

    rute: tuple[str, ...]
    verdi: Verdi
    hvorfor: str
    regler: tuple[str, ...]
    når: Når = Når.ALLE

    def passer(self, kommuner: int, politikontakter: int = 1) -> bool:
        """Tell whether it is for an agreement with so many kommuner and politikontakter."""
        match self.når:
            case Når.ÉN_KOMMUNE:
                return kommuner <= 1
            case Når.FLERE_KOMMUNER:
                return kommuner > 1
            case Når.FLERE_POLITIKONTAKTER:
                return politikontakter > 1
            case Når.ALLE:
                return True

    def yaml(self) -> list[str]:
        """Return the lines of YAML that say it, the key included, without the indentation of their place."""
        return list(_linjer(self.rute[-1], self.verdi, 0))

    def med_rute(self) -> list[str]:
        """Return the same lines with the keys that it stands under, indented as in the file."""
        *over, _ = self.rute
        return [
            *(f"{'  ' * dybde}{nøkkel}:" for dybde, nøkkel in enumerate(over)),
            *(f"{'  ' * len(over)}{linje}" for linje in self.yaml()),
        ]

    def kort(self) -> str:
        """Return the same YAML on one line."""
        return f"{self.rute[-1]}: {_på_linje(self.verdi)}"


@cache
def forslag(målform: Målform) -> tuple[Forslag, ...]:
    """Return every proposal in a målform, in the order of the file."""
    return tuple(
        Forslag(
            tuple(rute.split(".")),
            felt[_SPRÅK[målform]]["verdi"],
            felt[_SPRÅK[målform]]["hvorfor"],
            tuple(felt["regler"]),
            Når(felt.get("når", "alle")),
        )
        for rute, felt in read_yaml(MALER / "forslag.yaml").items()
    )


def for_rute(rute: Iterable[str | int], målform: Målform) -> Forslag | None:
    """Return what is proposed for a place in the agreement, None when nothing is.

    `rute` is as in a finding: keys and positions in lists.
    """
    nøkler = tuple(steg for steg in rute if isinstance(steg, str))
    return next((ett for ett in forslag(målform) if ett.rute == nøkler), None)


@cache
def for_kode(kode: str, målform: Målform) -> tuple[Forslag, ...]:
    """Return what is proposed to somebody who gets a finding with the code, most often one thing or none."""
    return tuple(ett for ett in forslag(målform) if kode in ett.regler)


def _linjer(nøkkel: str, verdi: Verdi, innrykk: int) -> Iterator[str]:
    """Give the lines of a field: one, where there is room for it and nothing in it has fields of its own."""
    inn = " " * innrykk
    linje = f"{inn}{nøkkel}: {_på_linje(verdi)}"
    if isinstance(verdi, str) or (isinstance(verdi, list) and len(linje) <= _LENGSTE_LINJE and _er_ord(verdi)):
        yield linje
        return
    yield f"{inn}{nøkkel}:"
    if isinstance(verdi, dict):
        for under, inni in verdi.items():
            yield from _linjer(under, inni, innrykk + 2)
        return
    for en in verdi:
        if isinstance(en, dict):
            først, *resten = [linje for under, inni in en.items() for linje in _linjer(under, inni, innrykk + 4)]
            yield f"{inn}  - {først.lstrip()}"
            yield from resten
        else:
            yield f"{inn}  - {tekst_i_yaml(en)}"


def _er_ord(verdi: list[Any]) -> bool:
    """Tell whether a list is of words and names; each sentence deserves a line of its own."""
    return all(isinstance(en, str) and not (en[:1].isupper() and " " in en) for en in verdi)


def _på_linje(verdi: Verdi) -> str:
    if isinstance(verdi, dict):
        return "{" + ", ".join(f"{nøkkel}: {_på_linje(en)}" for nøkkel, en in verdi.items()) + "}"
    if isinstance(verdi, list):
        ting = (tekst_i_yaml(en, liste=True) if isinstance(en, str) else _på_linje(en) for en in verdi)
        return "[" + ", ".join(ting) + "]"
    return tekst_i_yaml(verdi)


_IKKE_BAR = senere(r": |:$| #|^[-?:,\[\]{}#&*!|>'\"%@` ]|[ \n\\\"]$|\n")


@lru_cache(maxsize=1024)  # the proposals are the same in every agreement
def tekst_i_yaml(tekst: str, *, liste: bool = False) -> str:
    """Return a text as YAML has it: bare, or in quotation marks where it must be."""
    if _IKKE_BAR.search(tekst) or (liste and re.search(r"[,\[\]{}]", tekst)):
        return '"' + tekst.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return tekst
