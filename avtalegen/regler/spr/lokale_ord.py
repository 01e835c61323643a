"""The words that the parties themselves have written."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from avtalegen import register
from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.former import Målform
from avtalegen.modell.lokaltekst import FREMMEDE, Markører, eget_språk, er_navn, synlig
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Kontekst
from avtalegen.regler.omtale import ufylt

FLEST_STEDER = 5
"""How many other places a finding about language points to."""

_ORDRETT = senere(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"|(?<!\S)[^\s@]+@\S+|(?:https?://|www\.)\S+")
_SAMISKE_TEGN = senere("[áčđŋšŧžïÁČĐŊŠŦŽÏ]")
_ET_ORD = senere(r"[^\W\d_]+")
_MANGE_SAMISKE = 0.25  # of the words

_FAGORD = (
    *(
        "politiråd",
        "tjenesteenhet",
        "tenesteeining",
        "driftsenhet",
        "driftseining",
        "nærpoliti",
        "etterretningsprodukt",
        "tiltaksprosess",
        "ungdata",
    ),
    *("samfunnssikkerhet", "samfunnstryggleik", "kriminalitetsutsatt", "hatkriminalitet", "internett", "tema"),
)


def er_fagord(ord_: str, målform: Målform) -> bool:
    """Tell whether a casefolded word is right though the dictionaries lack it: of the trade, or of the målform."""
    return ord_.startswith(_FAGORD) or ord_ in FREMMEDE[FREMMEDE[målform].målform].sikre


def fremmede_ord(k: Kontekst) -> dict[Rute, list[str]]:
    """Return the words of the other målform, casefolded, by the text they stand in. Empty when they are too few."""
    fremmede = FREMMEDE[k.avtale.avtale.målform]
    steder: dict[Rute, list[str]] = {}
    # To take a text apart as it should be costs many times as much as to see which words it has.
    mulige = set(filter(fremmede.har, _hele_ord("\n".join(_med_fremmede(k, fremmede)))))
    if not fremmede.avgjør(mulige) or not fremmede.kan_være_blant(k.ordene):
        return {}
    for rute, ord_ in lokale_ord(k, {rute for rute, _ in k.med(*mulige)}):
        if fremmede.har(form := ord_.casefold()):
            steder.setdefault(rute, []).append(form)
    return steder if fremmede.avgjør({ord_ for på_stedet in steder.values() for ord_ in på_stedet}) else {}


def _med_fremmede(k: Kontekst, fremmede: Markører) -> frozenset[str]:
    mulige = k.register.som(fremmede.målform, lambda ordene: filter(fremmede.har, _hele_ord(ordene)))
    return mulige & k.ordene


def _hele_ord(tekst: str) -> set[str]:
    return set(_ET_ORD.findall(tekst))


def lokale_ord(k: Kontekst, ruter: Container[Rute] | None = None) -> Iterator[tuple[Rute, str]]:
    """Yield every word that the parties themselves have written, with the way to its text: one of `ruter`, or any.

    Names, quotations and addresses are left out: fields that hold names, what stands in quotation marks, words with a
    capital inside a sentence. So is a word in Sámi, and a text where there are many.
    """
    for rute, tekst in k.tekster:
        if ruter is not None and rute not in ruter:
            continue
        if er_navn(rute) or ufylt(tekst) or eget_språk(k.avtale, rute) or _er_på_samisk(tekst):
            continue
        # What stands under the key «fra», has that word before it, and it is ours.
        eget = tekst.removeprefix("fra ") if rute == ("periode", "varighet") else tekst
        ren = _ORDRETT.sub(" ", synlig(eget))
        slutt = 0
        for treff in _ET_ORD.finditer(ren):
            mellom = ren[slutt : treff.start()]
            først = slutt == 0 or any(tegn in mellom for tegn in ".!?:\n")
            slutt = treff.end()
            # «barne- og ungdomsarbeid»: half a word.
            halvt = ren[slutt : slutt + 1] == "-"
            if (først or treff[0][0].islower()) and not halvt and not _SAMISKE_TEGN.search(treff[0]):
                yield rute, treff[0]


def _er_på_samisk(tekst: str) -> bool:
    """Tell whether so many words of a text have a Sámi letter that all of it is in Sámi, and not only a name in it."""
    if not _SAMISKE_TEGN.search(tekst):
        return False
    ordene = _ET_ORD.findall(tekst)
    samiske = sum(1 for ord_ in ordene if _SAMISKE_TEGN.search(ord_))
    return samiske > 1 and samiske >= _MANGE_SAMISKE * len(ordene)


def navn_i_avtalen(k: Kontekst) -> set[str]:
    """Return the words of the names that the agreement gives, casefolded."""
    return {ord_ for rute, tekst in k.tekster if er_navn(rute) for ord_ in _ET_ORD.findall(synlig(tekst).casefold())}


@cache
def navneord() -> frozenset[str]:
    """Return the words of all names in the register, casefolded."""
    navn = [f"{d.navn} {d.navn_nynorsk} {d.hovedsete}" for d in register.alle_politidistrikt()]
    for kommune in register.alle_kommuner():
        navn += [kommune.offisielt_navn, kommune.fylke, *kommune.andre_navn, *kommune.politistasjonsdistrikter]
    return frozenset(_ET_ORD.findall(" ".join(navn).casefold()))
