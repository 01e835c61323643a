"""What a text affirms: clause by clause, without what it quotes and what it denies, and whether it promises rights.

Works on casefolded text in bokmål and nynorsk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.modell.senere import senere
from avtalegen.regler.monster import Mønster

_SITAT = senere(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|^[ \t]*>.*$", re.MULTILINE)
_SETNING = senere(r"(?<=[.!?])\s+|\n\s*(?:\n|[-*#])")
_LEDD = senere(r"[,;:()]|\b(?:dersom|hvis|viss|når|men)\b")
_IKKE = r"\b(?:ikke|ikkje|ingen|inga|ingenting|h?verken|korkje|uten|utan|aldri)\b"
_NEKTELSE = senere(_IKKE)


def påstander(tekst: str) -> Iterator[str]:
    """Yield the clauses of a casefolded text that say that something is so."""
    for setning in _SETNING.split(_SITAT.sub(" ", tekst)):
        yield from _påstander(setning)


def _påstander(setning: str) -> Iterator[str]:
    return (ledd for ledd in _LEDD.split(setning) if not _NEKTELSE.search(ledd))


class Løfte(NamedTuple):
    """The words of a text that promise a right. `kontrakt`: they are those of a contract, as «mislighold» is."""

    ordene: str
    kontrakt: bool


_AVTALEN = r"(?:\s+(?:hele|heile|denne))*\s+(?:samarbeids|samhandlings)?avtal(?:en|a|er|ar|ane|ene)\b"
_KONTRAKT = Mønster(
    r"\bmisl[ei]gh[ao]ld\w*"
    r"|\b(?:avtale|kontrakts?)br(?:udd|ot)\w*"
    r"|\b(?:erstatnings|skadebots?)(?:ansvar|plikt|krav)\w*"
    r"|\bgaranti(?:en|ar|er)?\b|\bgarant(?:ere|erer|erte|ert|ist|isten)\b|\bskade(?:s?løs|s?laus)\w*"
    r"|\bdag(?:mulkt|bøter)\b|\bverneting\w*|\bv[oa]ldgift\w*"
    rf"|\bhev(?:e|ing\s+av){_AVTALEN}|\bavtal(?:en|a)\s+(?:kan\s+)?(?:heves|hevast)\b",
    "misl",
    "brudd",
    "brot",
    "erstatning",
    "skadebot",
    "garant",
    "skadesl",
    "skadel",
    "dagmulkt",
    "dagbøter",
    "verneting",
    "voldgift",
    "valdgift",
    "hev",
)
# «En tvist som partene ikke løser, kan bringes inn for domstolene»: the two stand in clauses of their own.
_TVIST = Mønster(r"\b(?:tvist|uenighet|usemj|ueinigheit)\w*\b[^.;]*\b((?:domstol|tingrett)\w*)", "domstol", "tingrett")
_IKKE_FOR_DOMSTOL = Mønster(rf"{_IKKE}[^,.;]*\b(?:domstol|tingrett)", "domstol", "tingrett")
_JUSS = Mønster(
    r"\b(?:rettsl[ei]g|juridisk)e?\s+(?:bindende|bindande|forpliktende|forpliktande|forpliktet|forplikta|ansvarl\w+|krav)"
    r"|\brettskrav\w*",
    "rettsl",
    "juridisk",
    "rettskrav",
)
_ERSTATNING = Mønster(r"\b(?:erstatning(?:en|a)?|skadebot)\b", "erstatning", "skadebot")
# «Avtalen kommer til erstatning for den fra 2018» is about replacing.
_BYTTE = Mønster(
    r"\b(?:som|i|til)\s+erstatning\s+for\b(?!\s+(?:\w+\s+)?(?:tap|skad|utgift|brudd|brot|misl|mangl))", "erstatning"
)
# Those who help the victims of crime help them to compensation too, and lost earnings are paid to members.
_OFFER = senere(r"\b(?:søk|v[oa]ldsoff|offer|ofre|utsatt|utsett|fornærm|skadelid|informasjon|råd\b|hjelp|tapt arbeid)")
_LOV = senere(r"§|lov(?:en|a|ens|as|verk\w*|givning\w*|gjeving\w*)\b|\bforskrift|konvensjon|\binstruks|grunnlov")
_PART = (
    r"(?:(?:denne\s+)?avtal(?:en|a)|kommun(?:en|ane|ene)|politi(?:et|distriktet|rådet|kontakten)"
    r"|part(?:en|ene|ane|er|ar)?|begge|rådet|ordfør(?:eren|aren))"
)
_FYLL = r"(?:\s+(?:også|òg|alltid|likevel|full|lik|samme|same|e[nit]n?|begge|da|då|selv|sjølv|fortsatt|framleis))*"
# That papers are open is what the law says, and no promise.
_RETT = r"\s+(rett(?:en|\s+og\s+plikt)?\s+til|krav\s+på)\b(?!\s+(?:å\s+få\s+|fullt?\s+)?innsyn)"
_PARTENS_RETT = Mønster(
    rf"\b{_PART}(?:\s+\w+){{0,3}}?\s+(?:har|ha|får|få|gis){_FYLL}{_RETT}"
    rf"|\b(?:har|ha|får|få|gir|gi|gis|gjev|gje)\s+(?:det(?:te)?\s+)?{_PART}{_FYLL}{_RETT}"
    rf"|\bavtal(?:en|a)\s+(?:gir|gjev)\s+(?:\w+\s+){{0,4}}?{_RETT.removeprefix(chr(92) + 's+')}",
    *("rett", "krav"),
    også=("til", "på"),
)
# What the police is asked for all over the country: that somebody comes, or answers, within a certain time.
_LOVET_TJENESTE = Mønster(
    rf"\bha(?:r)?{_FYLL}{_RETT}\s+(?:å\s+få\s+)?(?:\w+\s+)?(?:politi(?!råd|kontakt)|patrulje|utrykning|svar\b|responstid)"
    rf"|\bha(?:r)?{_FYLL}{_RETT}.*\binnen\s+\S+\s+(?:minutt|time|dag|døgn|virkedag|arbeidsdag|uke|veke)",
    *("rett", "krav"),
    også=("til", "på"),
)


def lover_rettighet(tekst: str) -> Løfte | None:
    """Return the words in a casefolded text that promise a right as between the parties to a contract, or None.

    Rights that a statute gives («barn har rett til …», «etter politiloven har politiet rett til …»), what is quoted
    and what is denied («ikke juridisk bindende») are no promises of the agreement.
    """
    for setning in _SETNING.split(_SITAT.sub(" ", tekst)):
        if (treff := _TVIST.search(setning)) and not _IKKE_FOR_DOMSTOL.search(treff[0]):
            return Løfte(treff[1], kontrakt=True)
        for ledd in _påstander(setning):
            if treff := _KONTRAKT.search(ledd):
                return Løfte(_ord(treff[0]), kontrakt=True)
            if (treff := _ERSTATNING.search(_BYTTE.sub(" ", ledd))) and not _OFFER.search(ledd):
                return Løfte(treff[0], kontrakt=True)
            if treff := _JUSS.search(ledd):
                return Løfte(_ord(treff[0]), kontrakt=False)
            treff = _PARTENS_RETT.search(ledd) or _LOVET_TJENESTE.search(ledd)
            if treff and not _LOV.search(setning):
                return Løfte(_ord(next(filter(None, treff.groups()))), kontrakt=False)
    return None


def _ord(treff: str) -> str:
    return " ".join(treff.split())
