"""A place where the police are on some days only, said after the office that is open on the others."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG, Node, Verdi
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_OGSÅ = senere(
    r"(?i)\bkontordag\w*|\b(?:også|òg|i tillegg|dessuten|ellers|elles)\b[^.;]*\b"
    r"(?:kontor|åpent|ope|ekspedisjon\w*|betjen\w*)\b|"
    r"\b(?:holder|held|har)\s(?:\w+\s){0,2}kontor(?:tid)?\b|"
    r"\b(?:er|sitter|sit|står|kommer|kjem|møter)\s(?:en|ein|to|det en|det ein|en fra|ein frå)\s"
    r"(?:\w+\s)?\w*(?:betjent\w*|politi\w*|mann)\b"
)
_IKKE = senere(
    r"(?i)^(?:han|hun|ho)\b|\b(?:steng[td]|møte[rst]?|rådet|sommer\w*|sommar\w*|politikontakt\w*|kontaktperson\w*)\b"
)
_STED = senere(
    r"\b(?i:på|i|ved)\s(?P<n>(?:(?P<h>[a-zæøå]{4,25}(?:et|en|a|salen))\s(?:på|i)\s)?(?P<s>[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+)?))"
)
_HVER = senere(r"(?i)(?:annen\s?hver|annan\s?kvar|annakvar|første|fyrste|siste|andre|tredje|hver|kvar)\s(?:\w+\.?\s)?$")
_I_MÅNEDEN = senere(r"\s(?i:i\s(?:måneden|månaden|hver måned|kvar månad))\b")
_HVORFOR = "stedet ved dagen"


def er_kontordag(sted: Node) -> bool:
    """Tell whether a place is one where the police are on some days only: «kontoret» is another."""
    navn = sted.get("navn") if isinstance(sted, dict) else None
    return isinstance(navn, Verdi) and navn.hvorfor == _HVORFOR


def et_sted_til(a: Arbeid, u: Utsnitt) -> bool:
    """Take a place of its own from a sentence on another one than those that are known; tell whether it was one."""
    steder = a.tre.liste("tjenestetilbud", "tjenestesteder")
    dager, tider = [*re.finditer(uttrykk.DAGER, u.s)], [*re.finditer(uttrykk.TIDSROM, u.s)]
    if not steder or len(dager) != 1 or len(tider) != 1 or not _OGSÅ.search(u.s) or _IKKE.search(u.s):
        return False
    kjente = " ".join(
        v.tekst for en in steder if isinstance(en, dict) for v in en.values() if isinstance(v, Verdi)
    ).casefold()
    hvor = next((m for m in _STED.finditer(u.s) if m["s"].casefold() not in kjente), None)
    timer = ledd.tidsrom(tider[0][0])
    if hvor is None or timer is None or [*ledd.personer(u)]:
        return False
    dag, tid = dager[0], tider[0]
    foran = _HVER.search(u.s[: dag.start()])
    bak = _I_MÅNEDEN.match(u.s, dag.end())
    hvilke = u.s[foran.start() if foran else dag.start() : bak.end() if bak else dag.end()]
    del_ = u.del_(
        min(foran.start() if foran else dag.start(), tid.start()), max(bak.end() if bak else 0, dag.end(), tid.end())
    )
    tekst = f"{ledd.til_og_med(samlet(hvilke)).casefold()} {timer}"
    return a.legg_til(
        {
            "navn": u.gruppe(hvor, "n").verdi(TROLIG, _HVORFOR),
            "åpningstider": del_.verdi(TROLIG, "dagen og klokkeslettene", tekst, ordrett=False),
        },
        "tjenestetilbud.tjenestesteder",
    )
