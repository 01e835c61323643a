"""What a text says of the cooperation: that the kommune must take part in it, or that it is operative.

Works on casefolded clauses in bokmål and nynorsk.
"""

from __future__ import annotations

from avtalegen.modell.senere import senere
from avtalegen.regler.monster import Mønster
from avtalegen.regler.omtale import nevner

_SAMARBEIDET = r"(?:politiråd\w*|(?:samarbeids)?avtal(?:e|en|a)|samarbeidet)\b"
_VERB = r"(?:delta|ha|være med|vere med|opprette|etablere|inngå|skrive under)\b"
_INNEN = r"(?:\s+[\w-]+){0,6}?\s+"
_PÅLAGT_ELLER_PLIKT = ("pålag", "pålegg", "lovfest", "obligatorisk", "plikt")
_PÅLEGG = (*_PÅLAGT_ELLER_PLIKT, "krev")
_FOR_ALLE = ("alle", "samtl")
_OM_SAMARBEIDET = ("politiråd", "avtal", "samarbeidet")
KAN_PÅLEGGE = (*_PÅLEGG, *_FOR_ALLE)
"""One of these stands in every clause that `er_pålagt` is true of."""
_PÅLAGT = Mønster(
    # «Politirådet er pålagt å rapportere» is of another duty.
    rf"\b{_SAMARBEIDET}(?:\s+(?!som\b)\w+){{0,3}}?\s+(?:er|blir|vert)\s+(?:\w+\s+)?"
    r"(?:lovpålag[td]|lovfest[ae]t|obligatorisk|pålag[td](?!\s+å))\b"
    rf"|\bkommun\w+(?:\s+\w+){{0,4}}?\s+(?:er|blir|vert)\s+(?:\w+\s+){{0,3}}?pålag[td]\b"
    rf"(?:\s+\w+){{0,3}}?\s+å\s+{_VERB}{_INNEN}{_SAMARBEIDET}"
    rf"|\bdet\s+er\s+(?:\w+\s+)?(?:lovpålag[td]|obligatorisk|pålag[td])\b(?:\s+\w+){{0,3}}?\s+å\s+{_VERB}{_INNEN}"
    rf"{_SAMARBEIDET}"
    rf"|\bkommun\w+\s+har\s+(?:\w+\s+){{0,2}}?(?:lov)?plikt\s+til\s+å\s+{_VERB}{_INNEN}{_SAMARBEIDET}"
    rf"|\b(?:lov\w*|\w+loven|\w+lova|staten|regjeringen|regjeringa|stortinget|\w+departementet|politidirektoratet)"
    rf"\s+(?:krever|krev|pålegger|pålegg)\b(?=.*\bkommun){_INNEN}{_SAMARBEIDET}",
    *_PÅLEGG,
    også=_OM_SAMARBEIDET,
)
_ALLE = Mønster(
    rf"\b(?:alle|samtlige|samtlege)\s+(?:landets\s+|norske\s+)?kommun(?:er|ar)(?:\s+\w+){{0,3}}?"
    rf"\s+(?:skal|må|plikter å|pliktar å)\s+{_VERB}{_INNEN}(?:politiråd\w*|(?:samarbeids)?avtale)\b",
    *_FOR_ALLE,
    også=_OM_SAMARBEIDET,
)
# That the police are told to offer and to invite is so, and what is to be considered is not said.
_TILBUD = senere(r"\b(?:tilb\w+|inviter\w*|vurder\w*|be om|spørre|spørje)\b")


def kan_være_pålagt(tekst: str) -> bool:
    """Tell at a glance whether any clause of a casefolded text may say so: it is about what all kommuner must do."""
    if not nevner(tekst, *_OM_SAMARBEIDET):
        return False
    # What is only «forpliktende», is no «plikt»; and what the law or all of them must do, is about kommuner.
    return nevner(tekst.replace("forplikt", ""), *_PÅLAGT_ELLER_PLIKT) or (
        nevner(tekst, "krev", *_FOR_ALLE) and "kommun" in tekst
    )


def er_pålagt(ledd: str) -> bool:
    """Tell whether a clause says that kommuner must have a politiråd or an agreement with the police."""
    return bool((_PÅLAGT.search(ledd) or _ALLE.search(ledd)) and not _TILBUD.search(ledd))


_OPERATIV = senere(r"\b(?:operativ|taktisk)")
_RÅDET_ER_OPERATIVT = senere(r"råd(?:et)?\s+(?:\w+\s+){0,3}?på\s+(?:et\s+|eit\s+)?operativt\s+nivå")


def er_operativt(ledd: str, *, som_nivå: bool) -> bool:
    """Tell whether a clause says that the politiråd is operative. `som_nivå`: the clause is the level and no more."""
    return bool((_OPERATIV if som_nivå else _RÅDET_ER_OPERATIVT).search(ledd))
