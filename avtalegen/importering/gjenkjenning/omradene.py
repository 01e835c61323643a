"""Areas that are told in running text: a heading of a few words first in the paragraph, and measures after it."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import innsats
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_I_REKKE = senere(
    r"^(?P<m>(?i:for det (?:første|fyrste|andre|annet|tredje|fjerde|femte)|(?:første|andre|tredje|fjerde) "
    r"(?:område|satsing)|"
    r"(?:område|satsing|sak|tema)\s\d))\s?[:,]\s(?P<n>[^.;:]{4,90})\.?$"
)
_VERB = senere(
    r"(?i)\b(?:skal|er|har|vil|kan|må|bør|blir|vert|ble|blei|vart|får|gir|gjev|tar|tek|holder|held|setter|set|gjør|gjer|"
    r"møtes|møtest|gjelder|gjeld|arbeider|arbeidar|satser|satsar|prioriterer|prioriterar|ønsker|ønskjer)\b"
)
_NAVN = senere(r"^[A-ZÆØÅ][^.:;!?]{3,70}\.$")
_LENGST = 9
"""Words of what is the name of an area, and no sentence."""


def navnet(a: Arbeid, u: Utsnitt) -> bool:
    """Take the name of an area: «For det første: fart.», or a few words without a verb first in a paragraph."""
    if treff := _I_REKKE.match(u.s):
        innsats.område(a, u.gruppe(treff, "n"), TROLIG)
        a.etikett(u.gruppe(treff, "m"))
        return True
    først = u.fra == 0 or a.nå is None or a.nå.linje != u.linje
    kort = (
        len(u.s.split()) <= _LENGST
        and _NAVN.match(u.s)
        and not _VERB.search(u.s)
        and not re.search(rf"{uttrykk.NAVN}|{uttrykk.DATO}", u.s)
    )
    linje = next((linje for linje in a.kilde.linjer if linje.nr == u.linje), None)
    if not først or not kort or linje is None or len(linje.tekst) < 2 * len(u.s) or linje.celle:
        return False
    innsats.område(a, u.strippet(" ."), TROLIG)
    return True


_HVEM = senere(
    rf"^(?!(?:Part(?:ene|ane)|Vi|Det|Den|Dette|De|Dei|Begge|Alle|Her)\b)(?P<h>(?:{uttrykk.ROLLE}|[A-ZÆØÅ][a-zæøå-]+(?:\s[a-zæøå]+)?)(?:\sog\s(?:{uttrykk.ROLLE}|[a-zæøå-]+))?)\s"
    r"(?:skal|tar|tek|gjennomfører|set\w*|sett\w*|held|holder|lager|lagar|informerer|arrangerer|har|får|inviterer|syter|"
    r"sørger|kjøper|leier|leiger|kontrollerer|rydder|ryddar)\b"
)


def under(a: Arbeid, u: Utsnitt) -> bool:
    """Take a sentence right after the name of an area as a measure of it, with who does it and by when."""
    områder = a.tre.liste("satsningsområder", "områder")
    siste = områder[-1] if områder else None
    navn = siste.get("navn") if isinstance(siste, dict) else None
    hvem = _HVEM.match(u.s)
    if not isinstance(navn, Verdi) or hvem is None or not any(s.linje == u.linje for s in navn.spenn):
        return False
    node: dict[str, Node] = innsats.gjøremål(a, u)
    ansvarlig = u.gruppe(hvem, "h")
    node.setdefault("ansvarlig", [ansvarlig.verdi(TROLIG, "den setningen sier gjør det")])
    for felt in ("hva", "frist"):
        if isinstance(verdi := node.get(felt), Verdi):
            node[felt] = verdi._replace(sikkerhet=TROLIG)
    return a.legg_til(node, f"satsningsområder.områder.{len(områder) - 1}.tiltak")
