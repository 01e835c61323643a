"""The words of numbers: those for the numbers themselves, and those that say at least, at most or about."""

import re

_TALL = (
    "null",
    "én en ett et ei éi éin ein eitt eit",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "sju syv",
    "åtte",
    "ni",
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
    "femten",
    "seksten",
    "sytten",
    "atten",
    "nitten",
    "tjue",
)
TALLORD = {ord_: tall for tall, ordene in enumerate(_TALL) for ord_ in ordene.split()}
"""Numbers written as words, as people write them up to twenty."""
STREK = r"\s*[-–—]\s*"
"""What stands between from and to."""
_INNTIL = r"(?:inntil|opptil|opp til|høyst|høgst|maks\.?|maksimum|maksimalt|ikke mer enn|ikkje meir enn)"
MINST = r"(?:minst|minimum|min\.|ikke færre enn|ikkje færre enn)"
_OMTRENT = r"(?:ca\.?|cirka|circa|omtrent|omkring|rundt|om lag|omlag|kring|bortimot|tilnærmet)"


def heltall(tekst: str, sifre: int = 12) -> int | None:
    """Return the whole number of at most so many `sifre` that «4», «fire» or «1 200» stands for, or None."""
    tekst = tekst.casefold()
    if tekst in TALLORD:
        return TALLORD[tekst]
    tett = re.sub(r"[\s\u00a0\u202f](?=\d{3}\b)", "", tekst)
    return int(tett) if re.fullmatch(rf"[0-9]{{1,{sifre}}}", tett) else None


def grense(tekst: str) -> tuple[str, str]:
    """Return «minst», «inntil», «omtrent» or nothing, and the rest of a text in small letters that begins with it."""
    for navn, ord_ in (("minst", MINST), ("inntil", _INNTIL), ("omtrent", _OMTRENT)):
        if treff := re.match(rf"{ord_}\s+|ca\.(?=\d)" if navn == "omtrent" else rf"{ord_}\s+", tekst):
            return navn, tekst[treff.end() :]
    return "", tekst
