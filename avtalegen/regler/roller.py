"""What several rules need: how people write offices and kommuner, and how a message says numbers and dates.

Matching is on casefolded stems, in bokmål and nynorsk. Where a text may mean several things, the helpers answer so that
a rule stays silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from avtalegen import register
from avtalegen.modell.felles import Rolle
from avtalegen.modell.lokaltekst import Rute, er_ufylt
from avtalegen.modell.tid import MÅNEDER
from avtalegen.regler.base import Kontekst


def ufylt(tekst: str | None) -> bool:
    """Tell whether a value is left to fill in: as `avtalegen ny` marks it, or with nothing but dots or dashes."""
    return tekst is not None and (er_ufylt(tekst) or not any(map(str.isalnum, tekst)))


def dato(dag: date) -> str:
    """Return «25. oktober 2024»."""
    return f"{dag.day}. {MÅNEDER[dag.month - 1]} {dag.year}"


def liste(ting: Iterable[str], ord_: str = "og") -> str:
    """Return «a, b og c»."""
    *første, siste = ting
    return f"{', '.join(første)} {ord_} {siste}" if første else siste


def stor(tekst: str) -> str:
    """Return the text with a capital first letter."""
    return tekst[:1].upper() + tekst[1:]


def antall(tall: int, entall: str, flertall: str) -> str:
    """Return the number with its noun: «1 møte», «4 møter»."""
    return f"{tall} {entall if tall == 1 else flertall}"


def kommunen(k: Kontekst) -> str:
    """Return «kommunen», or «kommunene» when the agreement has several."""
    return "kommunen" if len(k.kommuner) == 1 else "kommunene"


@lru_cache(maxsize=1)
def samlet(k: Kontekst) -> str:
    """Return all texts of the agreement, casefolded, one per line: for a quick look before a close one."""
    return "\n".join(tekst for _, tekst in k.tekster).casefold()


def nevner(tekst: str, *biter: str) -> bool:
    """Tell whether a casefolded text holds any of the parts of words."""
    return any(bit in tekst for bit in biter)


def tekster_i(k: Kontekst, *røtter: str) -> Iterator[tuple[Rute, str]]:
    """Yield the texts in some parts of the agreement, casefolded, each with the way to it."""
    return ((rute, tekst.casefold()) for rute, tekst in k.tekster if rute[0] in røtter)


def titler(rolle: Rolle) -> str:
    """Return the title and the other roles of a person, casefolded."""
    return " / ".join(filter(None, (rolle.tittel, *rolle.også))).casefold()


def samme_navn(a: str | None, b: str | None) -> bool:
    """Tell whether two names are written the same but for case and spaces. A name not filled in is nobody's."""
    return bool(a and b and not ufylt(a) and " ".join(a.split()).casefold() == " ".join(b.split()).casefold())


_SKILLE = re.compile(r"\s*/\s*|,\s*|\s+(?:eller|og)\s+")
_LENSMANN = re.compile(r"\blensmann(?:en)?\b")
_LEDER = ("leder", "leiar", "sjef")
_ANDRE_LEDERE = (
    *("drift", "gde", "seksjon", "avsnitt", "gruppe", "lagl", "prosjekt", "nestl", "operasjon", "innsats", "vakt"),
    *("etterforsk", "etterretning", "forebygg", "førebygg", "påtale"),
)


def er_tjenesteenhetsleder(k: Kontekst, rolle: Rolle) -> bool:
    """Tell whether a role is, or may be, the leader of the local unit: «lensmannen», «stasjonssjef», «leiar av …».

    It is when the agreement names the same person or title as leader of the unit, or when the title is a leader's
    and not that of a larger or smaller unit.
    """
    leder = k.avtale.parter.politi.leder
    if leder and (samme_navn(rolle.navn, leder.navn) or samme_navn(rolle.tittel, leder.tittel)):
        return True
    return er_enhetslederens(titler(rolle))


def er_enhetslederens(tittel: str) -> bool:
    """Tell whether a casefolded title is, or may be, that of the leader of a local police unit."""
    return any(
        _LENSMANN.search(del_) or (nevner(del_, *_LEDER) and not nevner(del_, *_ANDRE_LEDERE))
        for del_ in _SKILLE.split(tittel)
    )


def er_overordnet_leder(rolle: Rolle) -> bool:
    """Tell whether a role is that of a police leader above the local unit: politimester or leader of a driftsenhet."""
    tittel = titler(rolle)
    return nevner(tittel, "politimester", "politimeister") or (
        nevner(tittel, "driftsenhet", "driftseining", "gde") and nevner(tittel, *_LEDER)
    )


def har_slt(k: Kontekst) -> bool:
    """Tell whether the agreement says that SLT is there: by «etablert», or by describing how it is organised."""
    slt = k.avtale.slt
    if slt is None or slt.etablert is not None:
        return bool(slt and slt.etablert)
    return bool(slt.koordinator or slt.nivåer or slt.deltakere or slt.navn)


def kommuner_i(k: Kontekst, tekst: str) -> frozenset[int] | None:
    """Return which of the agreement's kommuner a text names, by their place in the agreement.

    None when it can't be told («Hallingdal»), the empty set when the text names a kommune that is no party.
    """
    ordene = f" {' '.join(_ORD.findall(tekst.casefold()))} "
    if nevner(ordene, " alle ", " hele ", " heile ", " samtlige ", " samtlege "):
        return frozenset(range(len(k.kommuner)))
    funnet = frozenset(
        i
        for i, navnene in enumerate(_kommunenavn(k))
        if any(f" {navn} " in ordene or f" {navn}s " in ordene for navn in navnene)
    )
    return funnet or (frozenset() if register.kommuner_med_navn(tekst) else None)


_ORD = re.compile(r"[\w-]+")


@lru_cache(maxsize=1)
def _kommunenavn(k: Kontekst) -> tuple[tuple[str, ...], ...]:
    """Return for each kommune of the agreement its number and its names, casefolded, without «kommune»."""
    return tuple(
        tuple(
            " ".join(navn.casefold().split()).removesuffix(" kommune")
            for navn in (part.kommunenummer, part.navn, *((kjent.navn, *kjent.samiske_kvenske_navn) if kjent else ()))
            if navn
        )
        for part, kjent in zip(k.avtale.parter.kommuner, k.kommuner, strict=True)
    )
