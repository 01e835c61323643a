"""The words that old agreements are known by, from `maler/importering.yaml`: headings, labels and heads of tables."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from avtalegen.dokument.maler import MALER
from avtalegen.importering.ventende import senere
from avtalegen.lesing.ours import read_yaml

_TALL = (
    r"(?:§{1,2}\s*\d+[a-z]?(?:-\d+)?|§{1,2}\s*(?-i:[SIlO])(?=\s)|(?:pkt\.?|punkt)\s*\d{1,2}/\d{2,4}|(?:pkt\.?|punkt|kap\.?|"
    r"kapittel|del|artikkel)\s*(?:\d+(?:\.\d+)*|(?-i:[A-K]|[IVX]{1,5})(?=\s?[.:)–-]))|(?:pol\.?\s?)?sak\s?\d{1,2}(?![\d/.])|\d{1,2}(?:\.\d{1,2}){0,3}|(?-i:[IVX]{1,5})|"
    r"[A-HJ-UW-Z])"
)
NUMMER = senere(rf"{_TALL}(?:[.:)]|\s+[-–·•|])?(?=[\s\u00a0]+\S)[\s\u00a0]*|§\s*\d+[.:]?\s*", re.IGNORECASE)
"""The number in front of a heading: «2.1», «IV», «A.», or a paragraph sign with one."""


_ALDRI = ("møter", "råd", "periode", "signatur")
"""The parts whose headings are never the name of an area, though they stand under the one of the areas."""


class Treff(NamedTuple):
    """What a text is known as, and the stretch of it that the words cover."""

    navn: str
    fra: int
    til: int


@cache
def ordene() -> dict[str, Any]:
    """Return the content of `maler/importering.yaml`."""
    return read_yaml(MALER / "importering.yaml")


@cache
def _mønstre(gruppe: str, under: str = "") -> tuple[tuple[str, re.Pattern[str]], ...]:
    lister = ordene()[gruppe][under] if under else ordene()[gruppe]
    return tuple((navn, senere(rf"(?:{'|'.join(ord_)})(?!\w)", re.IGNORECASE)) for navn, ord_ in lister.items())


def alle() -> list[tuple[tuple[str, re.Pattern[str]], ...]]:
    """Return the patterns of all the words."""
    tabellene = [_mønstre("tabeller", slag) for slag in ordene()["tabeller"]]
    return [_overskriftsord(), _innhold(), _mønstre("overskrifter"), _mønstre("ledetekster"), *tabellene]


_ROMERTALL = {"I": 1, "V": 5, "X": 10}


def tallene(tekst: str) -> list[int]:
    """Return the numbers in the number of a heading: «3.2» is 3 and 2, «VII» is 7, «C» is 3."""
    if tall := re.findall(r"\d+", re.sub(r"(?<=\d)/\d{2,4}", "", tekst)):  # «punkt 4/12» is the fourth of the year
        return [int(t) for t in tall]
    ren = re.sub(r"(?i)^(?:kap\.?|kapittel|del|artikkel)\s+", "", tekst.strip(" .:)–-\t"))
    if re.fullmatch(r"[IVX]+", ren):
        verdier = [_ROMERTALL[c] for c in ren]
        return [sum(-v if any(w > v for w in verdier[nr + 1 :]) else v for nr, v in enumerate(verdier))]
    return [ord(ren) - ord("A") + 1] if re.fullmatch(r"[A-Z]", ren) else []


@lru_cache(maxsize=256)
def overskrift(tekst: str) -> Treff | None:
    """Return the part of the agreement that a heading opens: the longest match at its beginning, or anywhere in it."""
    best: Treff | None = None
    ren = tekst.strip(" .:;–-")
    for navn, mønster in _overskriftsord():
        for treff in mønster.finditer(tekst):
            if treff.start() and tekst[treff.start() - 1].isalnum():
                continue
            ny = Treff(navn, *treff.span())
            if best is None or _vekt(ny) > _vekt(best):
                best = ny
    # A word in the middle of a long heading says little; one that it begins with says what it is about.
    if best and best.til - best.fra < len(ren) * (0.15 if best.fra == 0 else 0.3):
        return None
    return best


def _vekt(treff: Treff) -> int:
    """Weigh a match: by its length, and what a heading begins with is more of what it is about."""
    return treff.til - treff.fra + (6 if treff.fra == 0 else 0)


@cache
def _overskriftsord() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the pattern of each heading by itself: of several that match, the longest counts."""
    lister: dict[str, list[str]] = ordene()["overskrifter"]
    return tuple((navn, senere(rf"(?:{o})(?!\w)", re.IGNORECASE)) for navn, ord_ in lister.items() for o in ord_)


def etter_stammen(tekst: str) -> str:
    """Return the part that a short heading is about by the stem of a word in it, "" for none or several."""
    if len(tekst.split()) > 6:
        return ""
    funnet = {
        navn for navn, ord_ in ordene()["overskriftsstammer"].items() if re.search(rf"(?i)(?<!\w)(?:{ord_})", tekst)
    }
    return funnet.pop() if len(funnet) == 1 else ""


def flere_deler(tekst: str) -> bool:
    """Tell whether a heading names several parts, so that what stands under it may be about any of them."""
    return len({*delene(tekst)}) > 1


def delene(tekst: str) -> list[str]:
    """Return the parts that a heading names: «Teieplikt og evaluering» are two."""
    ordene = re.split(r",\s+|\s(?:og|samt)\s", tekst)
    alle = (kjent.navn if (kjent := overskrift(en)) else etter_stammen(en) for en in ordene)
    return [en for en in alle if en]


_HVEM_GJØR = senere(r"(?i)(?:hvem|kven)\b.{0,20}\bgj\w+|(?:arbeids|ansvars|oppgave)(?:de|for)ling")
_EN_SIDE = senere(r"(?i)(?:kommun(?:en|ene|ane)|heradet|politiet|lensmannen|begge|partene|partane)\W*")


def kan_være_område(del_: str, over: str, tittel: str) -> bool:
    """Tell whether a heading, of this part by its words, may be an area when it stands under another heading.

    It is none under one of several parts, nor when it is a side and the one over it is about who does what.
    """
    if _HVEM_GJØR.match(over) and _EN_SIDE.fullmatch(tittel):
        return False
    return del_ not in _ALDRI and not (del_ and flere_deler(over))


def er_overskrift(tekst: str) -> str | None:
    """Return the part that a text names when it is nothing but a heading from the list."""
    ren = tekst.strip(" .:;–-")
    return next((navn for navn, mønster in _mønstre("overskrifter") if mønster.fullmatch(ren)), None)


def ledetekst(tekst: str, del_: str) -> str | None:
    """Return the key of a label in a part of the agreement: «leder» in «råd» is «råd.leder»; None for no label."""
    ren = re.sub(r"\s*\([^)]*\)\s*$", "", tekst.strip(" .:;–-\t"))
    deler = {del_, *({"råd"} if del_ == "møter" else set()), *({"tjenester"} if del_ == "kontakter" else set())}
    felles = None
    for navn, mønster in _mønstre("ledetekster"):
        hvor, _, _nøkkel = navn.partition(".")
        if (hvor == "*" or hvor in deler) and mønster.fullmatch(ren):
            if hvor != "*":
                return navn
            felles = felles or navn
    return felles


def ledetekst_hvor_som_helst(tekst: str) -> str | None:
    """Return the key of a label in whatever part it is one."""
    ren = tekst.strip(" .:;–-\t")
    return next((navn for navn, mønster in _mønstre("ledetekster") if mønster.fullmatch(ren)), None)


_VED_TILTAK = frozenset(("id", "støtte", "status", "indikator", "utgangspunkt", "måltall", "kilde"))
"""What stands beside measures and goals, and by itself tells of no table that it is of them."""


def kolonner(hoder: list[str]) -> tuple[str, dict[str, int]] | None:
    """Return the kind of table that has these heads over its columns, and which column each word of the kind is.

    None when fewer than two columns, or less than half of those with a head, are known.
    """
    best: tuple[int, str, dict[str, int]] | None = None
    antall = sum(bool(hode.strip()) for hode in hoder)
    for slag in ordene()["tabeller"]:
        funnet = kolonner_av(slag, hoder)
        if slag == "tiltak" and "hva" not in funnet and not {"område", "mål"} <= funnet.keys():
            funnet = {navn: k for navn, k in funnet.items() if navn not in _VED_TILTAK}
        if len(funnet) >= 2 and 2 * len(funnet) >= antall and (best is None or len(funnet) > best[0]):
            best = len(funnet), slag, funnet
    return best[1:] if best else None


def kolonner_av(slag: str, hoder: list[str]) -> dict[str, int]:
    """Return which column each word of a kind of table stands over."""
    funnet: dict[str, int] = {}
    for plass, hode in enumerate(hoder):
        ren = re.sub(r"\s*\([^)]*\)\s*$", "", hode.strip(" .:;?\t"))
        navn = next((n for n, m in _mønstre("tabeller", slag) if n not in funnet and ren and m.fullmatch(ren)), None)
        if navn:
            funnet[navn] = plass
    return funnet


def etter_innhold(tekst: str) -> str | None:
    """Return the part that running text is most likely about, None when nothing speaks for one."""
    poeng = {navn: len(mønster.findall(tekst)) for navn, mønster in _innhold()}
    navn = max(poeng, key=lambda navn: poeng[navn])
    return navn if poeng[navn] else None


@cache
def _innhold() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((navn, senere("|".join(ord_), re.IGNORECASE)) for navn, ord_ in ordene()["innhold"].items())


@cache
def bindeord() -> frozenset[str]:
    """Return the words that bind a sentence together and say nothing themselves."""
    return frozenset(ordene()["bindeord"].split())
