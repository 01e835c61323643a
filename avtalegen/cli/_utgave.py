"""One edition of an agreement, wherever it is: a YAML file, a revision of one in git, or a document that carries it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from avtalegen import flyt, henting
from avtalegen.cli._git import Revisjon, er_revisjon
from avtalegen.cli._jobs import source_date
from avtalegen.cli._terminal import read_input
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.flyt import Checked
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing import LIMITS
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.datering import dagen
from avtalegen.samling.filer import STANDARD_INPUT, named, read_asset
from avtalegen.samling.repository import Repository
from avtalegen.utgaver import lest

if TYPE_CHECKING:
    from avtalegen.utgaver.sporing import Sporet

FORFATTER = "avtalegen"
"""Whom tracked changes are from, unless somebody says."""


class Utgave(NamedTuple):
    """An edition: what the user calls it, the agreement, and the file read, with what it takes to make documents."""

    navn: str
    avtale: Avtale
    checked: Checked
    read_asset: Callable[[str, str], bytes]


def les_utgave(skrevet: str) -> Utgave:
    """Return the edition that an argument names.

    Raises `AvtalegenError`, with what is wrong and where, when it can't be read as an agreement.
    """
    if er_revisjon(skrevet):
        revisjon = Revisjon(skrevet)
        checked = lest.les_utgave(revisjon.read(revisjon.navn), revisjon.navn, revisjon)
        return _utgave(skrevet, checked, revisjon.read_asset)
    found = named(skrevet)
    data = read_input(found, henting.MOST_BYTES)
    if not henting.er_dokument(data):
        data = data[: LIMITS.bytes + 1]  # the reader says that it is too large
        return _utgave(skrevet, lest.les_utgave(data, skrevet, Repository(skrevet)), read_asset)

    def bilde(_fil: str, navn: str) -> bytes:
        # A document carries the picture as its own, and the file lies beside it when it was made there.
        return read_asset("avtale.yaml" if skrevet == STANDARD_INPUT else skrevet, navn)

    return _utgave(skrevet, lest.les_utgave(data, skrevet, None), bilde)


def _utgave(skrevet: str, checked: Checked, asset: Callable[[str, str], bytes]) -> Utgave:
    assert checked.avtale is not None
    return Utgave(skrevet, checked.avtale, checked, asset)


def sporet(fra: Utgave, til: Utgave, forfatter: str = FORFATTER, dag: date | None = None) -> Sporet:
    """Return the new edition as Word with tracked changes, from its own day unless another is given.

    Raises `AvtalegenError` when one of the two can't be a document.
    """
    dag = dag or dagen(til.avtale.avtale.dato) or source_date() or date.today()
    from avtalegen.utgaver.sporing import spor  # most comparisons are told in words

    return spor(som_word(fra, til), som_word(til, til), forfatter, datetime.combine(dag, time(), UTC))


def som_word(utgave: Utgave, ny: Utgave) -> bytes:
    """Return an edition as Word, in the målform of the new one: what is only said in the other one, isn't changed."""
    made = flyt.make(utgave.checked, Bestilling("docx", ny.avtale.avtale.målform), utgave.read_asset)
    if made.data is None:
        what = Begge(f"«{utgave.navn}» kan ikke bli et dokument. ", f"«{utgave.navn}» kan ikkje bli eit dokument. ")
        raise AvtalegenError(what + made.diagnostics[0].message)
    return made.data
