"""The members that a sentence counts up for each side: «Kommunen er representert ved A og B, politiet ved C»."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, Verdi
from avtalegen.importering.gjenkjenning import deltakere
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_SIDE = r"(?:(?P<k>kommunen?|heradet)|(?P<p>politiet|lensmannsetaten|lensmannskontoret))"
_MEDLEMMENE = r"(?:faste\s)?(?:medlemm?er?|medlemmar|medlemmene|medlemene|representant(?:er|ar|ane|ene)?|utsendinger)"
_ER_MED = (
    r"(?:(?:er|vert|blir|skal være|skal vere)\s)?(?:representert|representeres|representerast)\s(?:i rådet\s)?"
    r"(?:ved|av|med)"
    r"|(?:møter|stiller|deltar|deltek)(?:\si\srådet)?\smed|(?:har|utpeker|oppnevner|oppnemner)\ssom\smedlemm?er"
)
_SIDEN = senere(
    rf"(?i)(?<![\w-])(?:"
    # «fra kommunens side deltar», «frå politiet», «for kommunen møter», «(to fra politiet) (»
    rf"(?:fr[aå]|for)\s{_SIDE}(?:s\sside|\ssi\sside)?"
    r"(?:\s(?:deltar|deltek|møter|er|sitter|sit|oppnevnes|oppnemnast|utpekes))?(?:\s\(|:\s|\s)|"
    # «kommunens medlemmer er», «kommunen sine representantar er», «medlemmer fra kommunen er»
    + rf"(?:(?P<k2>kommunens|kommunen\ssine|heradet\ssine)|(?P<p2>politiets|politiet\ssine))\s"
    rf"{_MEDLEMMENE}\s(?:er\s|:\s)|"
    # «kommunen har tre representanter i rådet:», «politiet har to:»
    rf"(?:(?P<k4>kommunen|heradet)|(?P<p4>politiet))\s(?:har|stiller\smed|møter\smed)\s{uttrykk.TALL}"
    rf"(?:\s{_MEDLEMMENE})?(?:\si\s\w*rådet)?:\s|"
    # «til rådet oppnevner kommunen», «politiet oppnevner»
    r"(?:oppnevner|oppnemner|utpeker)\s(?:(?P<k5>kommunen|heradet)|(?P<p5>politiet))\s|"
    r"(?:(?P<k6>kommunen|heradet)|(?P<p6>politiet))\s(?:oppnevner|oppnemner|utpeker)\s|"
    # «kommunen er representert ved», «politiet med»
    rf"(?:(?P<k3>kommunen|heradet)|(?P<p3>politiet))\s(?:{_ER_MED}|ved|med)\s)"
)
"""Where a side is named, and those who are there for it are to follow."""
_SIER_MEDLEM = senere(
    rf"(?i)\b(?:{_MEDLEMMENE})\b|\brepresenter\w*|\b(?:møter|stiller|deltar|deltek|sitter|sit|kommer|kjem)\b|"
    rf"\btil \w*rådet\b|\bhar\s{uttrykk.TALL}:"
)
_MELLOM = senere(r"[\s,;.)]*(?:(?:og|samt|mens|medan)\s)?(?:\w{2,5}\s)?(?:medlemm?er\s)?$")
"""What stands between those of one side and the word for the next: «, og to »."""
_ANTALL = senere(rf"^(?:{uttrykk.TALL}|noen|nokre)\s(?=[a-zæøå])")
TITTEL_ALENE = senere(
    rf"(?:[a-zæøå]{{4,20}}(?:ende|ande|faglig|fagleg)\s)?(?:{uttrykk.FORAN})(?:{uttrykk.TITTELORD}|[a-zæøå]{{0,30}}(?:folk|menn|kvinner|politiet|råd|nestleder))"
    r"(?:en|n|a|er|ar|ene|ane)?(?:\s(?:for|av|i|på|ved|innen)\s[\wæøå-]+(?:\sog\s[a-zæøå]+)?|\s(?!og\b)[a-zæøå]{3,20}){0,2}"
    r"(?:\s\((?:leder|leiar|nestleder|nestleiar|sekretær)\))?"
)
"""One member by title alone."""


_OPPGAVE_I_RÅDET = senere(
    r"(?i)(?:møte)?(?:nest)?(?:leder|leiar|sekretær|sekretariat|referent)(?:\s(?:for|i|av)\s\w*råd\w*)?"
)


def _er_medlem(tekst: str) -> bool:
    """Tell whether a part of a list is one member by title, and no task that a side has in the council."""
    return TITTEL_ALENE.fullmatch(tekst) is not None and not _OPPGAVE_I_RÅDET.fullmatch(tekst)


def setning(a: Arbeid, u: Utsnitt) -> bool:
    """Take the members that a sentence counts up for each side; tell whether it did, and all of them were read."""
    treffene = [*_SIDEN.finditer(u.s)]
    foran = u.s[: treffene[0].start()] if treffene else ""
    if treffene and (treffene[0]["k6"] or treffene[0]["p6"]) and not re.search(r"(?i)til \w*rådet|medlem", u.s):
        return False  # somebody else than a member, as the contact
    if not treffene or len(foran) > 40 or not _SIER_MEDLEM.search(u.s) or re.search(r"(?i)\bikk[je]+\b|\bbehov\b", u.s):
        return False
    funnet = []
    for nr, treff in enumerate(treffene):
        slutt = treffene[nr + 1].start() if nr + 1 < len(treffene) else len(u.s)
        til = _MELLOM.search(u.s, treff.end(), slutt)
        liste = u.del_(treff.end(), til.start() if til and nr + 1 < len(treffene) else slutt).strippet(" .,;)")
        if liste.s.count("(") > liste.s.count(")"):
            liste = u.del_(liste.fra - u.fra, liste.fra - u.fra + len(liste.s) + 1)
        side = "politi" if any(treff[g] for g in ("p", "p2", "p3", "p4", "p5", "p6")) else "kommune"
        medlemmene = ledd.oppramsing(liste)
        medlemmene = [en.del_(m.end(), len(en.s)) if (m := _ANTALL.match(en.s)) else en for en in medlemmene]
        if not medlemmene or not all(_er_medlem(en.s) for en in medlemmene):
            return False
        funnet.append((side, medlemmene))
    for side, medlemmene in funnet:
        for ett in medlemmene:
            verv = re.search(r"\s\(\w+\)$", ett.s)
            uten = ett.del_(0, verv.start()) if verv else ett
            tittel: Verdi = uten.verdi(SIKKER, "medlem for den siden", ledd.som_tittel(uten.s))
            if verv:
                deltakere.oppgave(a, {"tittel": tittel}, ett.del_(len(uten.s), len(ett.s)))
            deltakere.medlem(a, {"tittel": tittel}, side)
    a.etikett(u.del_(0, treffene[0].end()))
    for treff in treffene[1:]:
        a.etikett(u.gruppe(treff))
    return True
