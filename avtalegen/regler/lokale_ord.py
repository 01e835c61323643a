"""The words that the parties themselves have written, and which målform a word belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from avtalegen import register
from avtalegen.modell.former import Målform
from avtalegen.regler.base import Kontekst, Rute
from avtalegen.regler.felles import nevner, samlet, ufylt

_NAVNEFELT = frozenset(
    (
        *("navn", "enhet", "driftsenhet", "distrikt", "forum", "knyttet_til", "kanaler", "for", "vert", "dekkes_av"),
        *("kommune", "kommuner", "sted", "adresse", "til", "telefon", "epost", "nettadresse", "fil"),
        *("kommunenummer", "organisasjonsnummer", "saksnummer", "sak"),
    )
)
_ORDRETT = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"|(?<!\S)[^\s@]+@\S+|(?:https?://|www\.)\S+")
_SAMISKE_TEGN = re.compile("[áčđŋšŧžïÁČĐŊŠŦŽÏ]")
_ET_ORD = re.compile(r"[^\W\d_]+")
_TEGN = ".,;:!?()[]«»\"'*–-/…"
_LOVER = ("lova", "loven")


class Markører(NamedTuple):
    """Words that only one målform has, casefolded.

    One of `sikre`, or one with such a beginning or end, tells which it is. Of `svake`, which turn up in dialect and in
    other languages too, it takes two.
    """

    målform: str
    sikre: frozenset[str]
    svake: frozenset[str]
    begynnelser: tuple[str, ...]
    slutter: tuple[str, ...]

    def har(self, ord_: str) -> bool:
        """Tell whether a casefolded word is of this målform only. A law keeps its name in both."""
        if ord_ in self.sikre or ord_ in self.svake:
            return True
        return (ord_.startswith(self.begynnelser) or ord_.endswith(self.slutter)) and not ord_.endswith(_LOVER)

    def kan_være_i(self, tekst: str) -> bool:
        """Tell at a glance whether a casefolded text may have such a word."""
        alle = {ord_.strip(_TEGN) for ord_ in set(tekst.split())}
        return not (self.sikre.isdisjoint(alle) and self.svake.isdisjoint(alle)) or nevner(
            tekst, *self.begynnelser, *self.slutter
        )

    def avgjør(self, funnet: set[str]) -> bool:
        """Tell whether some words of this målform are enough to say that a text is in it."""
        return len(funnet) > 1 or not funnet <= self.svake


def _ord(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


FREMMEDE = {
    Målform.BOKMÅL: Markører(
        "nynorsk",
        _ord(
            "ikkje frå noko nokon nokre mykje korleis gjere gjera særleg dagleg offentleg offentlege vanleg mogleg "
            "tilgjengeleg årleg kvarandre vedteke vedtek fleire vidare difor deira desse skulane ungdommar barnehagar "
            "handlingar opplysningar vurderingar utfordringar ordningar avtalar avtalane"
        ),
        _ord("ein eit dei kva kvar berre heile eigne annan sjølv medan vere vera sidan saman veker gonger"),
        ("førebygg", "tryggleik", "verksemd", "innbyggjar", "oppgåve", "månad", "ordførar", "leiar", "teneste"),
        ("kommunar", "kommunane", "kontaktar", "kontaktane", "aktørar", "partnarar", "einingar", "einingane"),
    ),
    Målform.NYNORSK: Markører(
        "bokmål",
        _ord(
            "ikke fra hva hvem hvordan hvor hver hvert noen noe være gjøre særlig hverandre skolene innbyggere "
            "innbyggerne opplysninger vurderinger utfordringer ordninger handlinger kommunene kommuner beslutninger"
        ),
        _ord("en jeg sammen flere videre eget selv deres uker måneder ganger ledere ansatte midlertidig oppgaver"),
        ("forebygg", "trygghet", "sikkerhet", "virksomhet", "mulighet", "ordfører", "åpningstid", "tjeneste"),
        ("lederen", "aktører", "partnere", "enheter", "enhetene"),
    ),
}
"""By the målform of an agreement: the words that belong to the other one, and to that alone."""


_FAGORD = (
    *(
        "politiråd",
        "tjenesteenhet",
        "tenesteeining",
        "driftsenhet",
        "driftseining",
        "nærpoliti",
        "etterretningsprodukt",
    ),
    *("samfunnssikkerhet", "samfunnstryggleik", "kriminalitetsutsatt", "hatkriminalitet", "internett", "tema"),
)


def er_fagord(ord_: str, målform: Målform) -> bool:
    """Tell whether a casefolded word is right though the dictionaries lack it: of the trade, or of the målform."""
    return ord_.startswith(_FAGORD) or any(ord_ in f.sikre for m, f in FREMMEDE.items() if m is not målform)


def fremmede_ord(k: Kontekst) -> dict[Rute, list[str]]:
    """Return the words of the other målform, casefolded, by the text they stand in. Empty when they are too few."""
    fremmede = FREMMEDE[k.avtale.avtale.målform]
    steder: dict[Rute, list[str]] = {}
    for rute, ord_ in lokale_ord(k) if fremmede.kan_være_i(samlet(k)) else ():
        if fremmede.har(form := ord_.casefold()):
            steder.setdefault(rute, []).append(form)
    return steder if fremmede.avgjør({ord_ for på_stedet in steder.values() for ord_ in på_stedet}) else {}


def lokale_ord(k: Kontekst) -> Iterator[tuple[Rute, str]]:
    """Yield every word that the parties themselves have written, with the way to its text.

    Names, quotations and addresses are left out: fields that hold names, what stands in quotation marks, words with a
    capital inside a sentence. So is a text in Sámi.
    """
    for rute, tekst in k.tekster:
        if _er_navn(rute) or ufylt(tekst) or _SAMISKE_TEGN.search(tekst):
            continue
        ren = _ORDRETT.sub(" ", tekst)
        slutt = 0
        for treff in _ET_ORD.finditer(ren):
            mellom = ren[slutt : treff.start()]
            først = slutt == 0 or any(tegn in mellom for tegn in ".!?:\n")
            slutt = treff.end()
            # «barne- og ungdomsarbeid»: half a word.
            if (først or treff[0][0].islower()) and ren[slutt : slutt + 1] != "-":
                yield rute, treff[0]


def _er_navn(rute: Rute) -> bool:
    felt = [steg for steg in rute if isinstance(steg, str)]
    if felt[-1] == "navn":
        # What the work is about has a heading, not a name.
        return felt[-2:-1] not in (["områder"], ["pilot"])
    return felt[-1] in _NAVNEFELT or felt[0] == "vedlegg" or felt[-2:] == ["erstatter", "tittel"]


def navn_i_avtalen(k: Kontekst) -> set[str]:
    """Return the words of the names that the agreement gives, casefolded."""
    return {ord_ for rute, tekst in k.tekster if _er_navn(rute) for ord_ in _ET_ORD.findall(tekst.casefold())}


@cache
def navneord() -> frozenset[str]:
    """Return the words of all names in the register, casefolded."""
    navn = [f"{d.navn} {d.navn_nynorsk} {d.hovedsete}" for d in register.alle_politidistrikt()]
    for kommune in register.alle_kommuner():
        navn += [kommune.offisielt_navn, kommune.fylke, *kommune.andre_navn, *kommune.politistasjonsdistrikter]
    return frozenset(_ET_ORD.findall(" ".join(navn).casefold()))
