"""More turns of phrase on the politikontakt: who has the office, how many there are, whom they visit."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_N, _T = uttrykk.NAVN, uttrykk.TITTEL
_VERVET = r"(?i:rollen|rolla|stillingen|stillinga|funksjonen|vervet|oppgaven|oppgåva)"
_HAR_VERVET = (
    senere(
        rf"{_VERVET}(?i:\ssom\s(?:politi)?kontakt\w*)?\s(?i:er\sbesatt\sav|(?:fylles|innehas|ivaretas|dekkes|skjøttes)\sav|"
        rf"(?:vert|blir|er)\s(?:fylt|ivaretatt|ivareteken|dekket|dekt)\sav|er\slag[dt]\stil)\s(?:{_T}\s)?(?P<n>{_N})"
    ),
    senere(
        rf"\b(?i:er|blir|vert)\s(?i:det)\s(?:{_T}\s)?(?P<n>{_N})\s(?i:som)\s(?i:har|fyller|er|innehar|tar|tek)\s"
        rf"(?:{_VERVET}|(?i:(?:politi)?kontakt\w*))"
    ),
)
_NAVNENE = senere(
    rf"^(?i:disse|desse|de|dei|politikontaktene|politikontaktane)\s(?i:er|heter|heiter)\s(?P<l>(?:{_T}\s)?{_N}"
    rf"(?:,\s(?:{_T}\s)?{_N})*\s(?:og|samt)\s(?:{_T}\s)?{_N})(?=[.,]|$)"
)
_ANTALL = senere(
    rf"(?i)(?<!\w)(?P<a>(?-i:{uttrykk.TALL}))\s(?:\(\w+\)\s)?(?:faste?\s)?(?:politikontakt(?:er|ar)?|"
    r"kontaktpersoner i politiet)\b"
    r"(?!\s(?:i|for)\s(?:hver|kvar))"
)
_OGSÅ = senere(
    r"(?:^(?:Hun|Han|Ho|Politikontakten)\s(?:er|fungerer\ssom)\s(?:også|òg|samtidig)\s|,\ssom\s(?:også|òg)\ser\s)"
    r"(?P<o>(?!(?i:med|til|på|i|der)\b)[^.,;]{4,60}?(?i:kontakt|koordinator|leder|leiar|ansvarlig|ansvarleg|rådgiver|rådgjevar|"
    r"betjent|instruktør)\w*)(?=[.,;]|$)"
)
_BESØKES = senere(
    rf"(?P<h>(?:[A-ZÆØÅa-zæøå0-9.]+\s){{0,3}}(?i:\w*(?:skole|skule|klasse|trinn|barnehage)\w*))\s"
    rf"(?:besøkes|besøkjast|vitjast|får\sbesøk)\s(?P<f>{uttrykk.HYPPIGHET})"
)
_VARSLES = senere(
    r"(?i)\b(?:kommunen|heradet|rådmannen|ordføreren|ordføraren|kommunedirektøren)\s(?:skal\s)?(?:får|få|varsles|varslast|"
    r"orienteres|orienterast|ha)\b[^.]{0,60}\b(?:bytt|skift|slutt|fravær|borte|erstatt|ny\s(?:politi)?kontakt)\w*|"
    r"^ved\s(?:bytte|byte|skifte|fravær)\w*\s[^.]{0,60}\b(?:kommunen|heradet|rådmannen|ordfør[ea]ren)\s(?:varsl|orienter|få)\w*"
)
_OPPGAVENE = senere(
    r"(?i)^(?:det\s(?:ligger|ligg|hører|høyrer)\stil\s(?:politi)?kontakt\w*(?:\s(?:sin|sine|oppg\w+))*|"
    r"det\ser\s(?:politi)?kontakt\w+(?:\ssin)?\s(?:oppg\w+|ansvar)|"
    r"(?:politi)?kontakt(?:en|ane|ene)?\shar\s(?:også\s|òg\s)?(?:i\soppg\w+|som\soppg\w+|ansvar\w*\sfor|til\soppg\w+))\s"
    r"(?P<l>å\s.+?)\.?$"
)


def les(a: Arbeid, u: Utsnitt, *, status: bool) -> bool:
    """Read what a sentence says of the politikontakt in these words; tell whether it was what they are to do."""
    if not status and not a.tre.har("politikontakt", a.kontakt, "navn"):
        _navnene(a, u)
    if (treff := _ANTALL.search(u.s)) and not re.search(r"(?i)\bikk[je]+\b|\beller\b", u.s):
        a.sett(a.les(u.gruppe(treff, "a"), "antall", TROLIG, "så mange"), "politikontakt.0.antall")
    if treff := _OGSÅ.search(u.s):
        a.legg_til(u.gruppe(treff, "o").verdi(TROLIG, "det kontakten også er"), "politikontakt.0.også")
    if treff := _BESØKES.search(u.s):
        besøk: dict[str, Node] = {"hvem": [u.gruppe(treff, "h").verdi(TROLIG, "de som besøkes")]}
        if ofte := a.les(u.gruppe(treff, "f"), "hyppighet", SIKKER, "hvor ofte"):
            a.legg_til({**besøk, "hyppighet": ofte}, "politikontakt.0.besøk")
    if om_varsling(u.s):
        a.sett(u.strippet(" .").verdi(TROLIG, "når kommunen får vite det"), "politikontakt.0.varsling")
    return _OPPGAVENE.match(u.s) is not None


def om_varsling(tekst: str) -> bool:
    """Tell whether a sentence says when the kommune is told of another contact."""
    return bool(_VARSLES.search(tekst))


def oppgavene(u: Utsnitt) -> Utsnitt | None:
    """Return what a sentence says that the politikontakt is to do, without the words before it."""
    treff = _OPPGAVENE.match(u.s)
    return u.gruppe(treff, "l") if treff else None


def _navnene(a: Arbeid, u: Utsnitt) -> None:
    treff = next((m for mønster in _HAR_VERVET if (m := mønster.search(u.s))), None)
    if treff and not ledd.er_instans(treff["n"]):
        a.sett(u.gruppe(treff, "n").verdi(TROLIG, "den som har vervet"), "politikontakt.0.navn.0")
    elif treff := _NAVNENE.match(u.s):
        for navn in re.finditer(_N, treff["l"]):
            a.legg_til(u.gruppe(treff, "l").gruppe(navn).verdi(TROLIG, "de som er kontakter"), "politikontakt.0.navn")
