"""What is asked and said of each field of the format, in both målformer: `maler/sporsmaal.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from avtalegen.dokument.maler import MALER
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.base import Del, Ordvalg, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import Målform


class EnTekst(NamedTuple):
    """One thing of a list: «Nytt tiltak», «Tiltak» (2) and (Fjern) «tiltaket». Empty for what is in no list."""

    ny: str = ""
    en: str = ""
    den: str = ""


class FeltTekst(NamedTuple):
    """A field: the question or a label, a name of one to three words, and the rest, which may be empty.

    `enhet` stands behind the answer («før møtet»); `ny`, `en` and `den` are those of `EnTekst`, for a list.
    """

    spørsmål: str
    kort: str
    hjelp: str = ""
    enhet: str = ""
    ny: str = ""
    en: str = ""
    den: str = ""


class DelTekst(NamedTuple):
    """A part of the agreement, and the keys at the top of the format that it has.

    `neste` is what to do first when it is empty, `uten` what the agreement lacks until then.
    """

    id: str
    tittel: str
    nøkler: tuple[str, ...]
    valgfri: bool
    innledning: str
    neste: str
    uten: str


def felt_tekst(klasse: type[Del], felt: Felt, målform: Målform, sted: tuple[str, ...] = ()) -> FeltTekst:
    """Return the texts of a field of a class, at a place that has its own wording if `sted` leads to it.

    `sted` is the way to the field by keys alone («politiråd», «mandat», «hva»). A class that inherits a field asks as
    the class that has it.
    """
    alle = _tekster()
    av_klassen = {nøkkel: tekst for k in klasse.__mro__[::-1] for nøkkel, tekst in alle.get(k.__name__, {}).items()}
    tekst: Mapping[str, Any] = {**av_klassen[felt.nøkkel], **alle["_steder"].get(".".join(sted), {})}
    under = del_i(felt.type)
    en = _en(tekst["_en"], målform) if "_en" in tekst else en_av(under, målform) if under and felt.mange else EnTekst()
    spørsmål = str(tekst[målform.språkkode])
    return FeltTekst(
        spørsmål,
        _på(tekst.get("kort", spørsmål), målform),
        _på(tekst.get("hjelp", ""), målform),
        _på(tekst.get("enhet", ""), målform),
        *en,
    )


def steder() -> tuple[tuple[str, ...], ...]:
    """Return the ways, by keys alone, to the fields that have a wording of their own at one place."""
    return tuple(tuple(sted.split(".")) for sted in _tekster()["_steder"])


def en_av(klasse: type[Del], målform: Målform) -> EnTekst:
    """Return what one of a class is called in the lists of it that don't say something else."""
    tekst = _tekster()[klasse.__name__].get("_en")
    return _en(tekst, målform) if tekst else EnTekst()


def valg_tekst(valg: Ordvalg, målform: Målform) -> str:
    """Return what a choice is called: «Rådgivende»."""
    return _på(_tekster()["_valg"][type(valg).__name__][valg.value], målform)


@cache
def deler(målform: Målform) -> tuple[DelTekst, ...]:
    """Return the parts of the agreement in their order."""
    return tuple(
        DelTekst(
            id_,
            _på(tekst["tittel"], målform),
            tuple(tekst["nøkler"]),
            tekst.get("valgfri") == "ja",
            *(_på(tekst[hva], målform) for hva in ("innledning", "neste", "uten")),
        )
        for id_, tekst in _tekster()["_deler"].items()
    )


@cache
def _tekster() -> Mapping[str, Any]:
    return read_yaml(MALER / "sporsmaal.yaml")


def _en(tekst: Mapping[str, Any], målform: Målform) -> EnTekst:
    return EnTekst(*(_på(tekst[hva], målform) for hva in EnTekst._fields))


def _på(tekst: str | Mapping[str, str], målform: Målform) -> str:
    """Return a text in one of the målformer; one that is the same in both is written once."""
    return tekst if isinstance(tekst, str) else tekst[målform.språkkode]
