"""Words for how often, that nothing can be counted by: whether they follow a verb, and whether they name the time."""

import re

from avtalegen.modell.senere import senere

_MENGDEORD = (
    r"noen|nokre|nokon|flere|fleire|mange|e[it]t? par|éi?n|ei?n?|to|tre|fire|fem|seks|\d+|minst|inntil|opptil|høyst|"
    r"ca\.?|cirka|om lag|omtrent"
)
"""What tells how many, and is how often only with the word for it («noen ganger»)."""
_LEDD = senere(
    r"(?:alle|[hk]v[ea]r\w*|ann(?:en|et|a)\w*|(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\w*|"
    r"så|i|på|om|ved|etter|når|før|under|mellom|fr[aå]|til|med|av og til|ofte|sjeld[ea]n|regelmessig|løp[ae]nde|fast|"
    r"alltid|vanligvis|vanlegvis|normalt|som|første|fyrste|siste|digitalt|fysisk|sammen|saman|hvis|dersom|inna?e?n|"
    r"utover|gjennom|jevnt|helst|[a-zæøå]+(?:vis|lig|leg)|" + _MENGDEORD + r")(?!\w)"
)
_GANGER = senere(r"\b(?:gang(?:er)?|gong(?:er)?|dag(?:er|ar)?|[hk]v[ea]rt?|kvar|[a-zæøå]+(?:lig|leg|vis))\b")


def er_ledd(tekst: str) -> bool:
    """Tell whether words can follow a verb: they begin like an adverbial; a bare «to» or «mange» says how many."""
    tekst = tekst.casefold()
    if _SÅ_MANGE_GANGER.match(tekst):
        return True
    først = _LEDD.match(tekst)
    if not først:
        return False
    talt = re.fullmatch(_MENGDEORD, først[0])
    return not talt or bool(_GANGER.search(tekst))


_TID = senere(
    r"\b(?:\w*(?:år|måned|månad|kvartal|semester|termin|tertial|sesong|periode|uke|veke|døgn)"
    r"(?:e[nrt]?|et|ene|ane|ar|a|s|svis|lig\w*|leg\w*)?|uk[ae]|vek[ae]|\w+dag(?:er|ar|ene|ane)?|dag(?:en)?|[hk]v[ea]rt?|"
    r"daglig|dagleg|ann(?:en|et|a)[hk]v\w+|(?:vår|sommer|sommar|høst|haust|vinter)\w*|jan\w*|feb\w*|mars|april?|mai|"
    r"jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|des\w*|påske\w*|pinse\w*|ferie\w*|før|mellom|gjennom|innen|innan)\b"
)
_ANTALL = rf"(?:\w+ ){{0,2}}?(?:{_MENGDEORD}|få)"
_SÅ_MANGE_GANGER = senere(rf"{_ANTALL} (?:gang|gong)(?:er)?\b")
_GANG = senere(r"\b(?:ganger|gonger|gang|gong)\b")
_MØTER = senere(rf"({_ANTALL}) (?:møter?|møta)\b")
_BARE_MENGDE = senere(rf"({_ANTALL})$")


def uten_tid(tekst: str) -> tuple[str, str, bool] | None:
    """Return what stands before and after where «i året» is missing in how many times something is, otherwise None.

    The last tells whether it says «ganger»: «et par ganger», but «et par» and «noen få møter» don't. Nothing is
    missing where a time is named («hver måned»), nor in what is no number of times («etter behov»).
    """
    små = tekst.casefold()
    if len(små) != len(tekst) or _TID.search(små):
        return None
    if gang := _GANG.search(små):
        return tekst[: gang.end()], tekst[gang.end() :], True
    antall = _MØTER.match(små) or _BARE_MENGDE.match(små)
    return (tekst[: antall.end(1)], tekst[antall.end() :], False) if antall else None
