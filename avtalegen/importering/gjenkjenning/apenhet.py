"""Whether the meetings of the council are open."""

from __future__ import annotations

import re

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_LUKKET = senere(
    r"(?i)\b(?:lukke(?:t|de|te)|lukka)\b|\b(?:bare|berre|kun)\sfor\s(?:medlem|rådet|part|de faste|dei faste)\w*|"
    r"ikk[je]e? (?:åp(?:ent?|"
    r"ne)|opn?e|offentlig\w*|offentleg\w*)|sl[ie]pp(?:er)? ikk[je]+ inn|"
    r"unntatt offentlighet|for lukkede dører|for (?:stengde|stengte|attlatne|lukka) dører|"
    r"ut[ae]n (?:tilhør|tilskod|tilskuer|publikum)\w*|har ikk[je]+ (?:adgang|"
    r"tilgang|tilgjenge)"
)
_ÅPENT = senere(
    r"(?i)\b(?:kan|får)\s(?:\w+\s)?(?:høre|høyre|følge|følgje)\s(?:på|møt)|(?<!ikke )(?<!ikkje )\b(?:åp(?:en|ent|ne)|"
    r"opn?e|open|offentlige|offentlege)\b(?! kontor| informasjon)|"
    r"\b(?:alle|enhver|kven som helst|hvem som helst|den) (?:som (?:vil|ønsker|ønskjer),? )?(?:kan|får) (?:koma|"
    r"komme|møte|høre|vere|være|delta|sitte)"
)
_UNNTATT = senere(
    r"(?i)\b(?:bortsett fra|unntatt|unnateke|med unntak|utenom|utanom|med mindre|men ikk[je]+|med visse|så nær som)\b"
)


_ER_ÅPNE = senere(r"(?i)\bmøt(?:ene|a|et)\s(?:\w+\s)?er\s(?:\w+\s)?(?:åpne|opne|åpent|ope)\b")
_BARE_NÅR = senere(r"(?i)\b(?:når|dersom|hvis)\b.*,\s(?:elles|ellers)\b")


def setning(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of who may be present at the meetings."""
    if not re.search(
        r"(?i)møt|halvtime|publikum|del(?:en)? av|\bdører?|\bdørene|allmenn|tilhør|presse", u.s
    ) or a.tre.har("politiråd", "åpenhet"):
        return
    if u.s.rstrip().endswith("?"):
        return  # the answer stands somewhere else
    lukket, åpent = _LUKKET.search(u.s), _ÅPENT.search(_LUKKET.sub(lambda m: " " * len(m[0]), u.s))
    if re.search(r"(?i)referat\w*\s(?:er|skal|ligger|ligg|kan)", u.s) and not (lukket or _ER_ÅPNE.search(u.s)):
        return
    treff = lukket or åpent
    if treff:
        delvis = lukket or _UNNTATT.search(u.s)
        if re.search(r"(?i):\s*(?:nei|ikk[je]+)\b", u.s) and åpent:
            lukket, åpent = åpent, None
            treff, delvis = lukket, None
        åpent = åpent or (lukket and _BARE_NÅR.search(u.s[lukket.end() :]))
        ord_ = "delvis" if delvis and åpent and not re.search("(?i)referat", u.s) else "lukket" if lukket else "åpen"
        a.sett(
            u.gruppe(treff).verdi(SIKKER if ord_ != "delvis" else TROLIG, "om møtene er åpne", ord_, ordrett=False),
            "politiråd.åpenhet",
        )
