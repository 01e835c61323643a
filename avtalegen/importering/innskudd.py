"""Asides: the words in a sentence that say how it was before, or what it is instead of, and not what is agreed.

«fire møter i året (tidligere to)», «onsdager, ikke lenger mandager», «14. juni i stedet for 7. juni». To the rules they
are space, and they stand in the list of what is not placed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from avtalegen.importering import uttrykk
from avtalegen.importering.kilde import Linje
from avtalegen.importering.ventende import senere

_FØR = r"(?i:tidligere|tidlegare|opprinnelig|opphavleg|opprinneleg)"
_AVTALE = r"(?i:(?:forrige|førre|gamle|tidligere|tidlegare)\s\w{0,20}(?:avtal|period|plan|protokoll|ordning)\w{0,4})"
_FJOR = r"(?i:året før|i fjor)"
_DAG = rf"(?<!\d)\d{{1,2}}\.\s?(?:\d{{1,2}}\.(?:\s?\d{{2,4}})?|{uttrykk.MÅNED}(?:\s\d{{4}})?)"
_TALL = rf"(?:\d|{uttrykk.TALL})"
_IKKE = r"(?i:ikk[je]+)"
_ORD = r"(?:[^.,;()\n]|(?<=\d)\.(?=\s?[a-zæøå\d])|(?<=\bkl)\.)"
"""A character of the same clause: the full stop of a day or an hour is one."""
_VAR = r"(?:var|hadde|ble|blei|vart|gjaldt|møttes|møttest|holdt|heldt|foreslo|føreslo|ønsket|ønskte|ønska|skulle)"
_ENDRET = (
    r"(?i:endr(?:et|a)|økt|auka|redusert|s[ae]tt (?:opp|ned)|senk(?:et|a)|utvid(?:et|a)|flytt(?:et|a)|"
    r"utsatt|utsett|forleng(?:et|a|t)|gått(?: opp| ned)?)"
)
_NØKKELORD = senere(
    r"(?i)tidl[ei]|opprinn|opphavl|forrige|førre|gamle|ikk[je]+ lenge?r|som før|(?:som|slik) (?:det|i)\s|"
    r"\d[.,]?\s(?:[-–]\s)?(?:ny|utsatt|utsett|flytt|endr)|[;,]\sfør d|\b(?:da|då|etter at)\s(?-i:[A-ZÆØÅ])|"
    r"i st[ea]de[tn] for|"
    r"iste[da]+[etn]*\s?for|"
    r"\sfr[aå]\s.{1,60}\stil\s|(?:t|a|p|d)\sfr[aå]\s|\((?=[a-zæøå])|"
    r"\((?-i:[A-ZÆØÅ])[^()]{1,60}\stil\s|,\smen\b|året før|"
    r"i fjor|ute av bruk"
)
"""What a line that may have an aside has in it; most lines have none of it."""
_MØNSTRE = (
    # In parentheses: how it was, whom somebody came after, and what it is not.
    senere(
        rf"(?P<b>\((?:{_FØR}|(?i:var\b|i st(?:edet|aden) for)|(?i:mot|ikk[je]+)\s(?={_ORD}{{0,30}}(?:{_TALL}|"
        rf"{uttrykk.DAGER}|{uttrykk.NAVN})))"
        rf"\s?[^()\n]{{1,100}}\))"
    ),
    senere(
        r"(?P<b>\([A-ZÆØÅ][\w-]+\s(?:kommune|herad)\s(?i:har|hadde|gir|gav|ga|gjev|bevilge[rt]|løyver|løyvde|betaler|betalte)\s"
        r"[^()\n]{1,100}\))"
    ),
    senere(rf"(?P<b>\((?i:etter)\s(?={uttrykk.NAVN})[^()\n]{{1,100}}\))"),
    senere(rf"(?P<b>\([^()\n]{{1,60}}\s(?:(?i:(?:i|etter)\s(?:den\s)?){_AVTALE}|{_FØR}|{_FJOR})\))"),
    # After a comma: the same, when there is a number, a day, a name or a place in it.
    senere(r"(?P<b>\((?i:i\s)?(?:19|20)\d\d[\s:]\s?(?i:var|ga|gav|hadde|utgjorde)\s[^()\n]{1,80}\))"),
    senere(rf",\s(?P<b>{_FØR}\s(?=\d|(?i:kl|på|i|hos|hjå)\b|{_TALL}|{uttrykk.DAGER}|{uttrykk.NAVN}){_ORD}{{1,60}})"),
    senere(rf",\s(?P<b>(?i:mot)\s(?={_TALL})[^.;()\n]{{0,60}}(?:{_FØR}|{_AVTALE}|{_FJOR}|(?:19|20)\d\d))"),
    senere(rf"(?:,|\s(?i:og|men))\s(?P<b>{_IKKE}\s(?i:lenge?r)\s{_ORD}{{2,80}})"),
    senere(
        rf"(?:,|\s(?i:og|men))\s(?P<b>{_IKKE}\s{_ORD}{{2,60}}\s"
        rf"(?i:(?:som|slik)\s(?:før|tidligere|tidlegare|det stod?|i))(?!\w){_ORD}{{0,50}})"
    ),
    senere(
        rf"(?<!\w)(?P<b>(?i:(?:i st(?:edet|aden)|isteden|istaden) for|istedenfor)\s(?i:(?:den|tidligere|"
        rf"tidlegare)\s)?"
        rf"(?=\d|{_DAG}|{uttrykk.DAGER}|{uttrykk.NAVN}|(?i:kl)\b|{_TALL}(?=[.,;)]|$|\s(?i:ganger|gonger|møter?|"
        rf"dager|dagar|uker|veker)\b))"
        rf"{_ORD}{{1,60}}?)(?=[.,;()\n]|\s(?:på|i|ved|kl)\s|$)"
    ),
    # The day, or the number, that was changed to another.
    senere(rf"\b{_ENDRET}\s(?:\w{{1,30}}\s){{0,2}}(?P<b>(?i:fr[aå])\s{_ORD}{{1,40}})\s(?i:til)\s"),
    senere(
        rf"(?P<b>{_DAG}\s\((?i:(?:er\s)?(?:{_ENDRET}|rettet|retta)\s|ny dato:?\s|skal være\s|skal vere\s)(?i:til\s)?)"
        rf"{_DAG}(?:,?\s(?i:kl)[^()\n]{{1,15}})?(?P<c>\))"
    ),
    senere(rf",\s(?P<b>(?:{_ENDRET}|(?i:opp|ned))\s(?i:fr[aå])\s{_ORD}{{1,40}})(?=[.,;)]|$)"),
    senere(rf"(?P<b>\((?:{_ENDRET}|(?i:rettet|retta|opp|ned))\s(?i:fr[aå])\s[^()\n]{{1,60}}\))"),
    senere(rf"(?P<b>{_DAG}(?:,|\s[-–])\s(?:{_ENDRET}\s(?i:til)|(?i:ny (?:frist|dato)):?)\s)(?={_DAG})"),
    # Somebody who had the office until a day, or until another left it.
    senere(rf"(?P<b>\({uttrykk.NAVN}\s(?i:(?:fram |frem )?til)\s[^()\n]{{1,30}}\))"),
    senere(rf"[;,]\s(?P<b>(?i:før (?:det|då|da))\s(?:(?i:var)\s(?:(?i:det)\s)?)?{uttrykk.NAVN})"),
    senere(
        rf"(?<!\w)(?P<b>(?i:da|då|etter at)\s{uttrykk.NAVN}\s"
        rf"(?i:gikk|gjekk|slutt(?:et|a)|flytt(?:et|a)|fikk|fekk|bytt(?:et|a))\b{_ORD}{{0,50}})"
    ),
    # «… var tre måneder, men er nå seks måneder», «vi foreslo …, men …»
    senere(rf"(?<!\w)(?P<b>(?i:{_VAR})\s(?:{_ORD}|,){{3,100}},\s(?i:men))(?=[^.;\n]{{0,30}}\s(?i:nå|no)\s)"),
    senere(
        rf"(?P<b>(?<!\w)(?:{uttrykk.EPOST}|{uttrykk.TELEFON})\s(?i:er (?:nå |no )?(?:ute av bruk|nedlagt|slettet|"
        rf"sletta|avvikl\w+))"
        rf"[;,])"
    ),
)
_LENGST = 3_000
"""Characters of a line: what is longer is looked through for none."""


@lru_cache(maxsize=512)
def innskudd(tekst: str) -> tuple[tuple[int, int], ...]:
    """Return where the asides of a line are."""
    if len(tekst) > _LENGST or not _NØKKELORD.search(tekst):
        return ()
    return tuple(
        treff.span(gruppe)
        for mønster in _MØNSTRE
        for treff in mønster.finditer(tekst)
        for gruppe in treff.re.groupindex
        if treff.span(gruppe)[0] >= 0
    )


def uten_innskudd(tekst: str) -> str:
    """Return a line with space for its asides, as long as it was."""
    for fra, til in innskudd(tekst):
        tekst = tekst[:fra] + re.sub(r"[^\n]", " ", tekst[fra:til]) + tekst[til:]
    return tekst


_RETTER = senere(r"(?i)\b(?:trykkfeil|skrivefeil|feil|rett(?:et|a)?|riktig|korrekt|skal v[æe]re|endr(?:et|a)\stil)\b")
_SLAG = tuple(
    senere(en)
    for en in (
        uttrykk.DATO,
        uttrykk.EPOST,
        uttrykk.BELØP,
        uttrykk.TELEFON,
        uttrykk.HYPPIGHET,
        uttrykk.TIDSROM,
        uttrykk.LENGDE,
        uttrykk.PROSENT,
    )
)
_VED_MERKET = 3


def rettet(linje: Linje, linjer: Mapping[int, Linje]) -> tuple[tuple[int, int], ...]:
    """Return where in a line what its notes correct is: a day, hours, a number or an address right before the mark."""
    funnet = []
    for plass, nr in linje.noter:
        note = linjer[nr].tekst if nr in linjer else ""
        for slag in _SLAG if _RETTER.search(note) else ():
            alle = [m for m in slag.finditer(linje.tekst[:plass]) if plass - m.end() < _VED_MERKET]
            if alle and slag.search(note):
                funnet.append(alle[-1].span())
                break
    return tuple(funnet)
