"""Patterns of what people write, for `sprak`: how a text, a title or a time begins decides what fits around it.

Of both målformer, as local text may be in either.
"""

from __future__ import annotations

import re

from avtalegen.modell.senere import senere

UKER = senere(r"(?:i )?(?:uke(?:ne)?|veke(?:ne)?)?\s*(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?", re.IGNORECASE)
# A text that begins with one needs none before it.
PREPOSISJONER = frozenset(
    [
        *("i", "på", "ved", "hos", "til", "etter", "under", "over", "opp", "fra", "frå", "mellom", "mens", "når"),
        *("innen", "innan", "senest", "seinast", "før", "om", "som", "der", "digitalt", "via", "utenfor", "utanfor"),
        *(
            "av",
            "mot",
            "med",
            "uten",
            "utan",
            "hjå",
            "gjennom",
            "overfor",
            "for",
            "langs",
            "nær",
            "rundt",
            "hjemme",
            "heime",
        ),
    ]
)
# It stands behind one of these, which have none of their own: «vekselvis på rådhuset», «normalt i Tana».
FORAN_PREPOSISJON = frozenset(
    [
        *(
            "vekselvis",
            "skiftevis",
            "annenhver",
            "både",
            "enten",
            "anten",
            "normalt",
            "vanligvis",
            "vanlegvis",
            "helst",
        ),
        *("først", "primært", "fortrinnsvis", "hovedsakelig", "hovudsakleg", "fysisk", "fast", "alltid", "oftest"),
    ]
)

# Times that need none either: «hele året», «hver sommer».
HELE_TIDEN = senere(
    r"(?:hele|heile|[hk]v[ea]rt?) (?:år|døgn|dag|uk|vek|måned|månad|sesong|sommer|sommar|vinter|vår|høst|haust)"
)
# What tells when something is done without naming a time that it could be done within: «snarest mulig», «hver vår».
IKKE_INNEN = senere(
    r"(?:så|ikk[ej]e?|hvis|dersom|viss|idet|fort|raskt|nå|no|[hk]vert?|kvart?|ann[ae][nt]?[hk]ver?t?|straks|snarest"
    r"|hurtigst|tidligst|tidlegast|sein(?:are|ast)|senere|samtidig|samstundes|[a-zæøå]+(?:lig|leg|ende|ande|vis|bart))\b"
)
# What times that people name begin with, by the preposition before them.
NÅR = {
    "ved": senere(r"(?:ut|inn)gangen\b|slutten\b|begynnelsen\b|byrjinga\b|starten\b|årsskiftet\b"),
    "i": senere(r"(?:\d\.|første|andre|tredje|fjerde) (?:kvartal|halvår|tertial)|(?:uke|veke) \d"),
}
# A title of one, or who somebody is from, which «to» can't stand in front of. The number then stands behind it:
# «politikontakt (to)», «fylkeskommunen (to)».
ENTALL = senere(
    r".*(?:kontakt|sjef|ør|mann|rektor|koordinator|ant|ent|ist|ær|al|ing|leder|leiar|giver|givar|gjevar|pleier|pleiar"
    r"|mester|meister|lærer|lærar|arbeider|arbeidar|veileder|rettleiar|en|et|ene|ane)"
)
# A title in one word, to which the definite article is added, and what somebody is with it.
_LEDD = "sekretær|kontakt|sjef|direktør|mann|koordinator|leder|leiar|rådgiver|rådgivar|mester|meister|fører|førar"
TITTEL = re.compile(rf"(?:[A-ZÆØÅ]+-)?[a-zæøå-]*(?:{_LEDD})")
PERSON = re.compile(rf"[a-zæøå-]*(?:{_LEDD})(?:en|ene|ane|ne)?")
