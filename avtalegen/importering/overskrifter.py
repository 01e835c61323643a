"""Headings in an old agreement: which lines are one, by their numbers, their looks and the words they have."""

from __future__ import annotations

import re

from avtalegen.importering.blokker import Tabell
from avtalegen.importering.kilde import Del, Linje
from avtalegen.importering.ordliste import NUMMER, er_overskrift, ledetekst_hvor_som_helst, overskrift, tallene
from avtalegen.importering.saksmerker import foran, slaget
from avtalegen.importering.utseende import LENGSTE_OVERSKRIFT, helt
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.uttrykk import EPOST, NAVN, TELEFON
from avtalegen.importering.ventende import senere

PUNKTMERKE = senere(
    r"\s*(?:[-–—•*·▪●○◦‣»\uf000-\uf0ff]|o(?=\s)|[a-zæøå][).](?=\s)|\(?\d{1,2}\)|\([a-z]\)|\d{1,2}\.(?=\s))\s*",
    re.IGNORECASE,
)
_I_STORE = senere(r"\s*[*#=•»]+\s+(?=[A-ZÆØÅ][A-ZÆØÅ ,/–-]{3,}$)")


_ENDER_IKKE = senere(r"(?<!\bmv)(?<!\bm\.m)[.,;]$|,\s(?:og|samt|eller)$")
"""What no heading ends with: a sentence does, and a point of a list that goes on."""
_INNLEDER = senere(r"[.!?]\s+[A-ZÆØÅ][^.]*\s(?:skal|vil|å)\s*:?$")
"""What a paragraph ends with that the points under it go on from: «Rådet er rådgivende. Det skal»."""
_SOM_FØLGER = senere(r"(?i)\b(?:følgende|følgjande)\b[^.:]*:$")
"""What a sentence ends with that counts up what is under it."""
TILTAK = senere(r"(?i)tiltak(?:et|ene|a)?\s?:")
_ORDENSTALL = senere(r"(?i)(?:§{1,2}|artikkel|kap\.?|kapittel|p(?:un)?kt\.?|del|avsnitt)?\s*(?:\d|(?-i:[IVX]{1,5})\b)")
"""The number that a program puts in front of a heading: «2.», «Artikkel 4», a sign of a paragraph, «IV»."""


def overskrift_i(
    linje: Linje, u: Utsnitt, neste: Linje | Tabell | None, *, forside: bool, er_første: bool, forrige: int
) -> tuple[Utsnitt | None, Utsnitt, Utsnitt | None, int] | None:
    """Return the number, the title, what follows on the line, and the level of a heading; None for no heading."""
    s = u.s.strip()
    if not s or re.fullmatch(r"(?:\w\s+){3,}\w", s) or linje.hvor is Del.FOTNOTE or linje.hvor is Del.TEKSTBOKS:
        return None
    nummer = NUMMER.match(u.s.lstrip())
    inn = len(u.s) - len(u.s.lstrip())
    if not nummer and (merket := _I_STORE.match(u.s)):
        nummer, inn = merket, 0  # a sign in front of capitals is that of a heading
    slutt = inn + nummer.end() if nummer else inn
    kule = bool(linje.nummer) and not linje.nummer[0].isalnum() and linje.nummer[0] not in "§("
    tall = "" if kule and not nummer else (nummer[0] if nummer else linje.nummer).strip(" .:)*")
    nivå = linje.nivå or (1 + tall.count("."))
    merke, tittel = (u.del_(inn, slutt) if nummer else None), u.del_(slutt, len(u.s)).strippet(" \t\n:")
    if not tittel:
        return None
    if linje.nivå is not None or (not linje.nummer and slaget(s)):
        return merke, tittel, None, linje.nivå or 1
    if (merkelapp := re.match(r"([^:\n]{2,40}):\s+\S", s)) and ledetekst_hvor_som_helst(merkelapp[1]):
        return None  # a label with what it is of
    i_liste = kule or (linje.listenivå is not None and not _ORDENSTALL.match(linje.nummer))
    if not i_liste and (med_tekst := _løpende(linje, u, slutt, bool(tall))):
        return (merke, *med_tekst, nivå)
    kort = len(s) <= LENGSTE_OVERSKRIFT and not _ENDER_IKKE.search(s.casefold())
    kort = kort and "\t" not in tittel.s and not _INNLEDER.search(tittel.s)
    i_liste = i_liste or (linje.listenivå is not None and not helt(linje, "fet"))
    if (
        not kort
        or (i_liste and (not er_overskrift(tittel.s) or re.search(NAVN, tittel.s)))
        or not (tittel.s[0].isupper() or tittel.s[0].isdigit())
        or (PUNKTMERKE.match(u.s) and not nummer)
    ):
        return None
    kjent, noe = er_overskrift(tittel.s), overskrift(tittel.s)
    store = sum(c.isalpha() for c in s) > 2 and s.upper() == s
    uthevet = helt(linje, "fet") or helt(linje, "understreket")
    er_ledetekst = s.endswith(":") and ledetekst_hvor_som_helst(s) is not None
    innleder = er_ledetekst and not (store or (uthevet and tall))
    if innleder or (_SOM_FØLGER.search(s) and not (store or uthevet)):
        return None
    if forside and not kjent and not (tall and (store or uthevet)) and not (uthevet and not er_første and _lang(neste)):
        return None
    if kjent and (tall or store or uthevet or not s.endswith(":")):
        return merke, tittel, None, nivå
    if (store or uthevet) and not re.match(r"[_.\-–\s]+$", s) and (noe or tall or not forside or uthevet):
        return merke, tittel, None, nivå
    i_rekken = tall and len(s) < 60 and (noe or _i_rekke(tall, forrige) or _LEDD.match(s))
    if i_rekken and _følges_av_tekst(neste) and not _innleder_punkter(neste):
        return merke, tittel, None, nivå
    return None


_LEDD = senere(r"(?i)§|(?:artikkel|kapittel)\s\d")
_PUNKT_UNDER = senere(r"\s*(?:[a-zæøå][.)]|\([a-zæøå]\)|[-–•])\s+[a-zæøå]")


def _innleder_punkter(neste: Linje | Tabell | None) -> bool:
    """Tell whether what comes next is a point that goes on with the sentence: «2.1 Partene skal», «a) redusere …»."""
    return isinstance(neste, Linje) and _PUNKT_UNDER.match(neste.tekst) is not None


def _i_rekke(tall: str, forrige: int) -> bool:
    """Tell whether a number follows that of the heading before it, or begins a row under it."""
    siste = tallene(tall)
    return bool(siste) and siste[-1] == (1 if "." in tall and siste[-1] == 1 else forrige + 1)


def _lang(neste: Linje | Tabell | None) -> bool:
    """Tell whether a paragraph or a table comes next."""
    return isinstance(neste, Tabell) or (neste is not None and len(neste.tekst) > 60)


def _følges_av_tekst(neste: Linje | Tabell | None) -> bool:
    """Tell whether what comes next is no other point of a numbered list."""
    if neste is None or isinstance(neste, Tabell):
        return neste is not None
    s = neste.tekst.strip()
    return len(s) > 60 or not re.match(r"\(?\d{1,2}[.)]\s", s) or bool(re.match(r"\d+\.\d", s))


def _løpende(linje: Linje, u: Utsnitt, slutt: int, nummerert: bool) -> tuple[Utsnitt, Utsnitt | None] | None:
    """Return a heading that is the first words of a paragraph, and the rest: «4. Politirådet. Ordføreren leder …»."""
    if til := foran(u.s[slutt:]):
        return u.del_(slutt, slutt + til), u.del_(slutt + til + 1, len(u.s))
    fet = next((b for b in linje.biter if (b.fet or b.understreket) and b.til > slutt and b.fra <= slutt), None)
    if fet and fet.til < len(u.s) - 3:
        tittel = u.del_(slutt, fet.til)
        if re.fullmatch(NAVN, tittel.strippet().s) and re.search(rf"{TELEFON}|{EPOST}", u.s):
            return None  # somebody, and how to reach them
        if ledetekst_hvor_som_helst(tittel.s) and (u.s[fet.til] == "\t" or not er_overskrift(tittel.s)):
            return None
        if u.s[fet.til :].lstrip()[:1].islower() and not re.search(r"[.:\t–-]\s*$", u.s[: fet.til + 1]):
            return None  # a word of the sentence that is bold
        if len(tittel.s.split()) <= 7 and not (tittel.s.rstrip().endswith(":") or u.s[fet.til :].lstrip()[:1] == ":"):
            return tittel.strippet(), u.del_(fet.til, len(u.s))
        if nummerert and len(tittel.s.split()) <= 7 and er_overskrift(tittel.s):
            return tittel.strippet(), u.del_(fet.til, len(u.s)).strippet(" :")
        return None
    treff = re.match(r"([^.:;]{3,60})[.:]\s+(?=\S)", u.s[slutt:])
    if treff and (kjent := er_overskrift(treff[1])) and (nummerert or kjent not in ("møter",)):
        if TILTAK.match(u.s, slutt + treff.end()):
            return None  # an area and its measures, in one paragraph
        tekst = u.del_(slutt, slutt + treff.end(1))
        if nummerert or (u.s[slutt + treff.end(1)] == ":" and ledetekst_hvor_som_helst(treff[1]) is None):
            return tekst, u.del_(slutt + treff.end(), len(u.s))
    return None
