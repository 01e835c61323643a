"""What sentences say of the minutes of the meetings: when they are ready, where they go, and who may read them."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_LENGDE = uttrykk.LENGDE
INNKALLING = senere(
    r"(?i)innkall|kall(?:er|ar|es|ast)\s(?:inn|sammen|saman)|dagsorden|sakliste|saksliste|sakspapir|sakskart|"
    r"papir\w*|dokument\w*|list[ae]n? over sak\w*|sak(?:s)?list\w*|"
    r"^brev(?:et|a|ene)?\b|\bi posten\b|"
    r"vars(?:e)?l|møtet?\skall"
)


_HVOR = senere(
    r"(?i)(?:sendes|sendast|oversendes|oversendast|distribueres|distribuerast|(?:vert|blir) send[te]?|går|legges ut på|"
    r"legges (?:fram|frem) for|leggjast fram for|ligger åpent i|arkiveres i|arkiverast i|lagres i|lagrast i)\s(?:ut\s)?"
    r"(?:til\s)?(?P<h>[^.;,]+?)(?=\s(?:innen|innan|senest|seinast|til (?:orientering|etterretning|vitende))\b|"
    r"\sog\s(?:sendes|sendast|publiseres|publiserast|legges|leggjast|arkiveres|arkiverast|lagres|er|skal|blir|vert)\b|"
    r"[.;,]|$)"
)
"""Where the minutes go, as far as when, or the next thing that is done with them."""
_ANDRES = senere(
    r"(?i)\b(?:referat|møtebok|møtebøk|protokoll)\w*\s(?:(?:fra|frå)\s(?:møt\w+\s(?:i|til)\s)?(?:formannskap|kommunestyre|"
    r"heradsstyre|bystyre|ungdomsråd|eldreråd)|til\s(?:formannskap|kommunestyre|heradsstyre|bystyre|ungdomsråd)\w*\s"
    r"(?:er|blir|vert|legges|leggjast|sendes|ligger|ligg)\b)"
)
"""The minutes of another organ."""
_UT = senere(
    r"(?i)(?<!ikke\s)(?<!ikkje\s)\b(?:offentl[ie]g\w*|publiser\w+|postlist\w+|(?:nett|heime|hjemme)sid\w+|innsyn\w*)\b"
)


def offentlig(a: Arbeid, u: Utsnitt) -> None:
    """Read beside a label for the minutes that anybody may read them."""
    if (treff := _UT.search(u.s)) and not re.search(r"(?i)ikk[je]+|unnta", u.s):
        verdi = u.gruppe(treff).verdi(TROLIG, "om referatet", "ja", ordrett=False)
        a.sett(verdi, "politiråd.referat.offentlig")


def setning(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of the minutes."""
    if not (om := re.search(r"(?i)referat|\bmøtebok|\bmøteprotokoll|\bprotokoll", u.s)) or _ANDRES.search(u.s):
        return
    etter = u.s[om.start() :]
    frister = [*re.finditer(rf"(?:inna?e?n|senest|seinast)\s(?P<f>{_LENGDE})", u.s)]
    frister += [*re.finditer(rf"\better\s(?P<f>{_LENGDE})", u.s)]
    frister += [*re.finditer(rf"(?P<f>{_LENGDE})\s(?:etter|seinere|seinare|senere)\b", u.s)]
    frist = next((m for m in frister if m.start() > om.start()), frister[0] if frister else None)
    foran = (
        u.s[max(om.end() if frist and frist.start() > om.end() else 0, frist.start() - 40) : frist.start()]
        if frist
        else ""
    )
    if frist and not INNKALLING.search(foran):
        a.sett(a.les(u.gruppe(frist, "f"), "lengde", SIKKER, "frist for referat"), "politiråd.referat.frist")
    if treff := re.search(
        r"(?i)offentl[ie]g\w*|leses? av alle|åpent?\b|ope\b|postliste|nettsid\w+|heimesid\w+|hjemmesid\w+|"
        r"publiser\w+|\bwww\.|\w+\.kommune\.no",
        etter,
    ):
        nei = re.search(r"(?i)ikk[je]+ offent|unnta", etter) and not re.search(
            r"(?i)ikk[je]+ unnta|unntas ikk[je]+", etter
        )
        del_ = u.del_(om.start() + treff.start(), om.start() + treff.end())
        a.sett(del_.verdi(TROLIG, "om referatet", "nei" if nei else "ja", ordrett=False), "politiråd.referat.offentlig")
    sendt = re.search(
        r"(?i)\bsend(?:er|e|ar)?\s(?:ut\s)?(?:referat|protokoll|møtebok)\w*\s(?:ut\s)?til\s(?P<h>[^.;,]+)", u.s
    )
    if sendt:
        a.legg_til(u.gruppe(sendt, "h").verdi(TROLIG, "hvor referatet går"), "politiråd.referat.sendes_til")
    for treff in _HVOR.finditer(etter):
        if re.search(r"(?i)inn[ae]n|senest|seinast|ut inn", treff["h"]):
            continue
        del_ = u.del_(om.start() + treff.start("h"), om.start() + treff.end("h"))
        hvor = "lagres" if re.match("(?i)ligger|legges ut|arkiv|lagr", treff[0]) else "sendes_til"
        if a.legg_til(del_.verdi(TROLIG, "hvor referatet går"), f"politiråd.referat.{hvor}"):
            a.etikett(u.del_(om.start() + treff.start(), om.start() + treff.start("h")))
