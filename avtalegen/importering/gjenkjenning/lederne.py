"""Who leads the parties, as what names the parties says it: «Flakstad kommune v/ordfører Kari Nordmann»."""

from __future__ import annotations

from collections.abc import Iterable

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.utsnitt import Utsnitt, setninger
from avtalegen.importering.ventende import senere

_LEDERNE = (
    ("kommune", "leder", senere(r"(?i)(?:fung(?:\.|erende)\s)?(?:ordfører|ordførar|byrådsleder)(?:en)?")),
    (
        "kommune",
        "administrativ_leder",
        senere(r"(?i)(?:(?:ass|fung|konst)\.\s)?(?:rådmann|kommunedirektør|administrasjonssjef|kommunesjef)(?:en)?"),
    ),
    ("politi", "politimester", senere(r"(?i)(?:vise)?politim(?:e|ei)ster(?:en)?")),
    (
        "politi",
        "leder",
        senere(
            r"(?i)(?:fung(?:\.|erende)\s)?(?:lensmann|politistasjonss?jef|stasjonss?jef|politiavdelingsleder|"
            r"politiavdelingsleiar|tjenesteenhetsleder|tenesteeiningsleiar)(?:en)?"
        ),
    ),
)
"""Which of the parties each of these titles is in, and what of it they lead."""
_PARTEN = senere(
    r"(?i)\b(?:mellom|part(?:er|ar|ene|ane)?|inngått|inngås|gjort|representert|avtalepart(?:er|ar)|"
    r"på vegne av)\b|^part\s?\d"
)
"""What names the parties as such."""
_VED = senere(
    rf"(?:\b(?i:kommune|herad|politi\w*|\w*lensmann\w*|kommunen|heradet|distrikt\w*|enhet\w*|stasjon\w*)\b|(?<=kommune)\))(?:\s\([^()]{{1,40}}\))?"
    rf"[^.;:]{{0,50}}?,?\s(?:(?i:representert|her representert)\s)?(?:(?i:ved|med)\s|(?i:v)[./]\s?)"
    rf"(?:(?P<t2>(?i:lensmannen))\si\s[A-ZÆØÅ]\w+"
    rf"(?:\sog\s[A-ZÆØÅ]\w+)?,\s(?P<n2>{uttrykk.NAVN})|"
    rf"(?P<t>{uttrykk.FORAN}{uttrykk.TITTELORD})(?:en)?,?\s(?P<n>{uttrykk.NAVN}))"
)
"""A party, and the one who is there for it."""
_DRIFTSENHETEN = senere(
    r"(?i:geografisk\s|geografiske\s)(?i:drifts(?:enhet|eining))(?i:en|a)?\s"
    r"(?P<d>[A-ZÆØÅ][\w-]+(?:(?:\s(?:og\s)?|-)[A-ZÆØÅ][\w-]+){0,3})"
)
_ER = senere(
    rf"^(?P<t>{uttrykk.FORAN}{uttrykk.TITTELORD})(?:en)?(?:\si\s(?P<k>[A-ZÆØÅ][\w-]+|distriktet|kommunen|politidistriktet))?"
    rf"(?:\s(?:er|heter|heiter)\s|:\s)(?P<n>{uttrykk.NAVN})\.?$"
)
"""«Politimester i distriktet er Kari Nordmann», «Lensmann: Ola Nordmann»."""


_FOR_SIDEN = senere(
    r"^(?i:for|på vegne av)\s(?:(?i:kommunen|politiet|heradet)|(?P<k>[A-ZÆØÅ][\w-]+)\s(?i:kommune|herad)|"
    r"\w[^:]{3,40}politidistrikt)\s?:\s"
)
"""«For kommunen: ordfører Kari Nordmann og rådmann Ola Nordmann»."""


def finn(a: Arbeid, linjer: Iterable[Utsnitt]) -> None:
    """Take those who lead the parties; what is said of another kommune, or of none that is a party, is left."""
    for u in (en for linje in linjer for en in setninger(linje)) if len(a.kommuner) == 1 else ():
        er = [(del_, m) for del_ in u.delt(r",?\s(?:og|mens|medan)\s") if (m := _ER.match(del_.s))]
        for del_, treff in er:
            hvor = slå_opp(treff["k"]) if treff["k"] else None
            if hvor is None or hvor in a.kommuner:
                _sett(a, del_.gruppe(treff, "t"), del_.gruppe(treff, "n"))
        if er:
            continue
        if foran := _FOR_SIDEN.match(u.s):
            if foran["k"] and slå_opp(foran["k"]) not in a.kommuner:
                continue
            for en in ledd.personer(u.del_(foran.end(), len(u.s))):
                if en.tittel and en.navn:
                    _sett(a, en.tittel, en.navn)
        elif _PARTEN.search(u.s):
            if enhet := _DRIFTSENHETEN.search(u.s):
                navnet = u.gruppe(enhet, "d").verdi(SIKKER, "der partene er nevnt")
                a.sett(navnet, "parter.politi.driftsenhet")
            for treff in _VED.finditer(u.s):
                t, n = ("t", "n") if treff["t"] else ("t2", "n2")
                _sett(a, u.gruppe(treff, t), u.gruppe(treff, n))


def _sett(a: Arbeid, tittel: Utsnitt, navn: Utsnitt) -> None:
    if ledd.er_instans(navn.s):
        return
    for side, felt, mønster in _LEDERNE:
        if mønster.fullmatch(tittel.s):
            node: dict[str, Node] = {
                "tittel": tittel.verdi(SIKKER, "der partene er nevnt", ledd.som_tittel(tittel.s)),
                "navn": navn.verdi(SIKKER, "der partene er nevnt"),
            }
            a.sett(node, f"parter.kommuner.0.{felt}" if side == "kommune" else f"parter.politi.{felt}")
            return
