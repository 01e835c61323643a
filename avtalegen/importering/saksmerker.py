"""The words over the parts of minutes: what was proposed, what was said and voted on, and what was decided."""

from __future__ import annotations

from avtalegen.importering.ventende import senere

_NOENS = r"(?:(?:\w+\s){0,2}?[\w-]{2,30}(?:s|\ssi(?:n|tt|ne)?)\s)?"
_SAKEN = r"(?:(?:(?-i:[A-ZÆØÅ]{1,3})(?:-?sak)?|sak)[\s-]?\d{1,4}/\d{2,4}:?\s)?"
_HVOR = r"(?:(?:\s[-–])?\s(?:i|av|fr[aå]|til|for)\s[\wæøå ]{3,40}?)?(?:\s?[-–,]?\s?(?:den\s)?\d{1,2}\.[^:]{0,30})?"
INNSTILLING = senere(
    rf"(?i){_NOENS}(?:innstilling|instilling|tilråding|tilrådning|anbefaling|saks?(?:utgreiing|utredning|framlegg|"
    r"fremlegg|framstilling|fremstilling|opplysning(?:er|ar)|vurdering(?:er|ar)?)|(?:forslag|framlegg)\s(?:til|på)\s"
    rf"(?:vedtak|innstilling|tilråding|avtale)){_HVOR}\W*"
)
BEHANDLING = senere(
    rf"(?i){_NOENS}(?:(?:møte|saks)?(?:behandling|handsaming)(?:en|a)?|votering\w{{0,4}}|avstemning\w{{0,4}}|"
    rf"avrøysting\w{{0,4}}|røysting\w{{0,4}}|endringsforslag\w{{0,4}}|protokoll(?:tilførsel|merknad|tilføring)\w{{0,3}}|"
    rf"(?:stemme|røyste)forklaring\w{{0,3}}){_HVOR}\W*"
)
VEDTAK = senere(
    rf"(?i){_SAKEN}{_NOENS}(?:endeli[gk]e?\s|enstemmige?\s|samrøystes\s)?(?:vedtak(?:et)?|(?:beslutning|avgjerd)(?:en|a)?)"
    rf"{_HVOR}\W*"
)
_LENGST = 90


def foran(tekst: str) -> int:
    """Return where what stands on the line after such a line ends, as in plain text: 0 for no such line."""
    treff = _MED_TEKST.match(tekst)
    if treff is None or not slaget(treff["m"]):
        return 0
    resten = tekst[treff.end() :]
    # A day and a number beside the words are when it was, and in what case.
    return 0 if len(resten) < _SETNING or _DAG_ELLER_SAK.search(resten[:_SETNING]) else treff.end("m")


_SETNING = 50
"""Characters of what was said, at least."""
_DAG_ELLER_SAK = senere(r"\d{1,4}/\d{2}|\d{1,2}\.\s?(?:\d|[a-zæøå]{3,9}\s(?:19|20))")
_MED_TEKST = senere(r"\s*(?P<m>[^:\n]{6,90}):\s+(?=\S)")


def slaget(tekst: str) -> str:
    """Return what stands under a line of minutes: «innstilling», «behandling» or «vedtak»; "" for no such line."""
    ren = tekst.strip(" \t\n.:")
    if not 4 < len(ren) <= _LENGST:
        return ""
    for navn, mønster in (("innstilling", INNSTILLING), ("behandling", BEHANDLING), ("vedtak", VEDTAK)):
        if mønster.fullmatch(ren):
            return navn
    return ""
