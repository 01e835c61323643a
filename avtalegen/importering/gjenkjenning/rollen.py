"""What the council is called, and what kind of body it is said to be."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG
from avtalegen.importering.gjenkjenning import gjor_ikke
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_IKKE = senere(
    r"(?i)rådet[^.]*\bikk[je]+\s(?:\w+\s)?(?:behandl|handsam|drøft|ta opp|tar opp|snakk|diskuter)\w*\s(?:om\s)?"
    r"(?P<g>(?:enkelt|person|einskild|enkeltperson)\w*(?:\s(?:personer|saker))?|navngitte personer|namngjevne personar)"
)


_NAVNET = senere(
    rf"(?i:(?:det|rådet|{uttrykk.RÅDET})\s(?:\w+\s){{0,4}}?(?:heter|heiter|hete|heite|navnet|namnet|kalles|kallast|"
    rf"kalla|kalt|"
    r"døpt|døypt)\s(?:for\s)?)(?P<n>[«\"]?(?!Politirådet\b)[A-ZÆØÅ][\w-]+(?:\s(?:i|for|på|og)\s[A-ZÆØÅ][\w-]+|"
    r"\s[A-ZÆØÅ][\w-]+|\s\w*(?:råd|forum|utvalg|utval)\w*)*[»\"]?)"
)


_NAVNET_BAK = senere(
    r"(?i:(?:politi|samarbeids)?(?:råd|utvalg|utval|forum)(?:et)?),\s(?:(?i:kalt|kalla)\s)?"
    r"(?P<n>[«\"]?[A-ZÆØÅ][\w-]*(?:rådet|forumet|utvalget|utvalet)[»\"]?)(?!\w)"
)


def navnet(a: Arbeid, u: Utsnitt) -> None:
    """Read what the council is called."""
    if treff := _NAVNET.search(u.s) or _NAVNET_BAK.search(u.s):
        a.sett(u.gruppe(treff, "n").strippet('«»"').verdi(TROLIG, "det rådet heter"), "politiråd.navn")


def slaget(a: Arbeid, u: Utsnitt) -> None:
    """Read what kind of body the council is said to be, and what it does not do."""
    if nivå := re.search(r"(?i)\b(strategisk|taktisk|operativt)\b\s(?:nivå|organ|samarbeid|møte|forum)", u.s):
        a.sett(u.gruppe(nivå, 1).verdi(TROLIG, "nivået"), "politiråd.nivå")
    if ikke := _IKKE.search(u.s):
        a.sett([u.gruppe(ikke, "g").verdi(SIKKER, "det rådet ikke gjør")], "politiråd.gjør_ikke")
    else:
        gjor_ikke.les(a, u)
    for ord_, mønster in (
        (
            "rådgivende",
            (
                r"(?i)\bdrøft\w+ og (?:tilrå\w*|gi\w* råd)\b|"
                r"(?:rådgivende|rådgjevande|rådgivande)(?:\sorgan)?|samrådsorgan|tilråding(?:er|"
                r"ar)|(?:gir|gjev|gi|gje)\s(?:bare\s|berre\s|kun\s)?(?:råd\b|anbefaling\w*|tilråd(?:n)?ing\w*)|"
                r"(?:ikk[je]+|ingen|inga)\s(?:vedtaks|beslutnings|avgjerds)\w+|uttalerett|"
                r"(?:ikk[je]+|ingen|inga)\s(?:ha\s)?(?:myndighet|mynde)\b|"
                r"ikk[je]+\sfullmakt\b|seier?\s(?:bare\s)?si meining|"
                r"(?:drøftings|samtale|rådgjevings|rådgivnings)(?:organ|forum)|"
                r"\banbefaler\b(?=[^.]*\b(?:bestemmer|vedtar|avgjør))|"
                r"(?:ikk[je]+|ingen|inga)\s(?:\w+\s){0,2}(?:bindende\s|bindande\s)?(?:vedtak\b|vedta\b|beslutning\w*|"
                r"avgjerder\b)|rådet\s(?:sjølv\s|selv\s)?(?:avgjer|avgjør|bestemmer|vedtar|vedtek)\sikk[je]+|"
                r"råde\w*\s(?:kan|skal|treffer|fatter|gjør|gjer)\sikk[je]+\s(?:instruere|pålegge|binde|ta|treffe|fatte|"
                r"gjøre|gjere|vedta|bestemme)?\s?(?:bindende\s|bindande\s)?(?:beslutning\w*|vedtak|"
                r"noen av partene|nokon av partane|"
                r"over\b)"
            ),
        ),
        ("besluttende", r"(?i)(?:besluttende|besluttande)(?:\sorgan)?"),
    ):
        if treff := re.search(mønster, u.s):
            a.sett(u.gruppe(treff).verdi(SIKKER, "hva slags organ", ord_, ordrett=False), "politiråd.rolle")
