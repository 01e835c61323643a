"""Who may be called in to the council, whatever verb says it: the subject of the sentence, or what the verb has."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_VERB = (
    r"(?:\w*kall\w*|inviter\w*|innby\w*|innbyding\w*|innbydelse\w*|invitasjon\w*|hent\w*|trekk\w*|trekt|tas|tatt|"
    r"takast|"
    r"møte\w*|delta\w*|deltek|bedt|bedne|bedd|bes|be|spør\w*|spurt|varsl\w*|stille|være|vere|komme|koma|slippe\w*|"
    r"slepp\w*|"
    r"ringes|plass|med)"
)
_OM_DET = senere(
    r"(?i)\b(?:\w*kall\w*|inviter\w*|innby\w*|invitasjon\w*|(?:hent|trekk|ta)\w*\s(?:\w+\s)?(?:inn|med)|trekt inn|"
    r"møterett|"
    r"(?:få|får|kan)\s(?:\w+\s)?(?:møte|stille|delta|plass)|be(?:dt|dne|dd|s)?\s.*\b(?:møte|stille|med|delta|inn|"
    r"komme|koma)|"
    r"(?:være|vere|er)\smed|deltar|deltek|gjest\w*|spørres|spørjast|(?<=trong )kjem|(?<=behov )(?:kjem|kommer|møter))\b"
)
_VILKÅR = senere(
    r"(?i)\b(?:når|ved behov|etter behov|ved trong|dersom|hvis|om det|kan|står fritt|der det|i saker|i sakar|"
    r"ved anledning|tidvis|"
    r"enkelte møter|"
    r"av og til)\b"
)
_SUBJEKT = senere(
    r"^(?P<l>(?:(?!\b(?:kan|skal|bør|vil|får|blir|vert|er|har|møter|deltar|deltek|som)\b)[^.:;])+?)\s"
    rf"(?P<v>(?:(?:kan|skal|bør|får|blir|vert)\b.*?{_VERB}\b|(?:hent|trekk|inviter|innkall|tilkall|ta|bed|be|"
    rf"spør)(?:r?es|r?ast|jast|s|kast)\b)"
    r".*)$"
)
_OBJEKT = senere(
    r"^(?i:rådet|politirådet|utvalget|utvalet|lederen|leiaren|sekretæren|ordføreren|ordføraren|vi|man|ein|det)\s"
    r"(?i:kan|bør|skal|inviterer|innkaller|kaller|kallar|ber|hent\w*|trekk\w*|tar|tek)\s(?:også\s|òg\s|ved behov\s|"
    r"be\s|"
    r"hente inn\s|kalle inn\s|invitere\s|trekke inn\s|innkalle\s|ta med\s|inn\s|med\s)*"
    r"(?P<l>[^.:;]+?)(?P<v>\s(?:om å|til å|inn\b|med\b|til møte\w*|når|ved|dersom|hvis|etter behov).*)?\.?$"
)
_VED_BEHOV = senere(
    r"^(?i:(?:når|dersom|hvis|viss|om)\s[^,]{3,60},|"
    r"ved behov|i tillegg|dessuten|ellers|elles|etter behov|ved trong|etter trong|når [^,]{3,50}?,?|"
    r"i enkelte saker)\s(?:kan|skal|blir|vert|"
    r"kjem|kommer|møter|deltar|deltek|"
    r"\w+(?:es|ast|ys|s))\s(?:også\s|òg\s|mellom andre\s|blant annet\s|mellom anna\s|dessuten\s)*"
    r"(?P<l>[^.:;]+?)(?P<v>\s(?:inn|med|delta\w*|møte|inviter\w*|innkall\w*|kall\w*|hent\w*|trekk\w*|trekt|ved behov|"
    r"når|etter behov|ved trong)\b.*)?\.?$"
)
_ANDRE_SOM = senere(
    r"^(?i:andre|flere|fleire),?\s(?i:som|for eksempel|til dømes|blant annet)\s(?P<l>[^.:;]+?),?\s(?P<v>(?:kan|skal|"
    r"får|"
    r"blir|vert)\s.+)$"
)
_SOM_EKSEMPEL = senere(
    r"^(?i:andre|flere|fleire|det|rådet|politirådet|utvalget|utvalet|lederen|leiaren|sekretæren|ordføreren|ordføraren|"
    r"ved behov|ved trong|i tillegg|dessuten|også)\b[^,:;]{0,60}?\s(?i:andre|flere|fleire|gjester|gjestar|personer|"
    r"personar|ressurspersoner|ressurspersonar|fagfolk|instanser|instansar|etater|etatar|aktører|aktørar)?[^,:;]{0,60}?,?\s"
    r"(?i:som|for eksempel|f\.\s?eks\.?|til dømes|t\.\s?d\.?|blant annet|bl\.\s?a\.?|mellom anna|slik som|så som|"
    r"eksempelvis|"
    r"herunder)\s(?P<l>(?!(?:er|har|kan|skal|det|den|de|dei|rådet|ikke|ikkje|gjelder|gjeld|medlem\w*|leder|leiar|er\w*)\b)[^.:;]+?)"
    r"(?P<v>\s(?:ved behov|når|etter behov|ved trong|dersom)\b.*)?\.?$"
)
"""«Andre kan innkalles ved behov, f.eks. NAV og skolen»."""
_INGEN = senere(
    r"(?i)^(?:det|dette|den|møt\w*|innkalling\w*|referat\w*|sak\w*|han|hun|ho|de|dei|vi|partene|partane|leder\w*|"
    r"(?:inn|til)?kall(?:es|ast|a|e)|inviter(?:es|ast|e)|delta\w*)$"
)


_OBSERVATØR = senere(
    rf"(?P<t>(?i:observatør)(?:\s(?i:fra|frå|for|i)\s[^:,.;]{{2,60}}?)?)\s?(?::|–|-|\ser)\s?(?P<n>{uttrykk.NAVN})\.?$"
)
"""«Observatør fra ungdomsrådet: Kari Nordmann»."""


def observatør(a: Arbeid, u: Utsnitt) -> bool:
    """Take one who is there without being a member; tell whether it was one."""
    treff = _OBSERVATØR.match(u.s)
    if treff is None or ledd.er_instans(treff["n"]):
        return False
    t = u.gruppe(treff, "t")
    node: dict[str, Node] = {
        "tittel": t.verdi(SIKKER, "observatøren", ledd.som_tittel(t.s)),
        "navn": u.gruppe(treff, "n").verdi(SIKKER, "observatøren"),
    }
    return a.legg_til(node, "politiråd.medlemmer.kan_delta")


def setning(a: Arbeid, u: Utsnitt) -> bool:
    """Take those whom a sentence says may be called in; tell whether it said so."""
    if observatør(a, u):
        return True
    s = u.s.rstrip(" .")
    if not (_OM_DET.search(s) and _VILKÅR.search(s)) or re.search(r"(?i)ikk[je]+|referat|\bfrist|\bpublikum\b", s):
        return False
    if re.search(uttrykk.LENGDE, s) or [*ledd.personer(u)]:
        return False
    treff = next(
        (m for mønster in (_ANDRE_SOM, _SOM_EKSEMPEL, _VED_BEHOV, _OBJEKT, _SUBJEKT) if (m := mønster.match(s))), None
    )
    hvem = ledd.oppramsing(u.gruppe(treff, "l").strippet(" .,")) if treff else []
    if treff is None or not hvem or any(len(en.s.split()) > 9 or _INGEN.match(en.s) for en in hvem):
        return False
    kan = re.search(r"(?i)\bkan\b", s) and not re.search(r"(?i)\bbehov|\bnår\b|\bdersom\b|\bhvis\b", s)
    for en in hvem:
        først = en.fra == u.fra and not ledd.er_instans(en.s) and not re.match(r"[A-ZÆØÅ]\w*\s[A-ZÆØÅ]", en.s)
        verdi = en.verdi(TROLIG, "kan bli med i rådet", ledd.som_tittel(en.s) if først else None)
        a.legg_til({"tittel": verdi}, f"politiråd.medlemmer.{'kan_delta' if kan else 'ved_behov'}")
    return True
