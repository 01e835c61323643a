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
_TIERE = "tjue tretti førti femti seksti sytti åtti nitti"
TALLORD = {ord_: tall for tall, ordene in enumerate(_TALL) for ord_ in ordene.split()}
"""Numbers written as words, as people write them up to a hundred."""
TALLORD |= {
    tier + ener: 10 * antall + tall
    for antall, tier in enumerate(_TIERE.split(), 2)
    for tall, ordene in enumerate(("", *_TALL[1:10]))
    for ener in ordene.split() or [""]
} | {"hundre": 100}
STREK = r"\s*[-‐‑‒–—―−]\s*"
"""What stands between from and to: whichever stroke the keyboard or Word has made."""
_INNTIL = r"(?:inntil|opptil|opp til|høyst|høgst|ma(?:ks|x)\.?|≤|maksimum|maksimalt|ikke mer enn|ikkje meir enn)"
MINST = r"(?:minst|ikke sjeldnere enn|ikkje sjeldnare enn|minimum|min\.?|≥|ikke færre enn|ikkje færre enn)"
_OMTRENT = r"(?:ca\.?|cirka|circa|omtrent|omkring|rundt|om lag|omlag|kring|bortimot|tilnærmet|~|≈)"


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
        if treff := re.match(rf"{ord_}(?:\s+|(?<=[.~≈≥≤])(?=\d))", tekst):
            return navn, tekst[treff.end() :]
    return "", tekst


def uten_gjentakelse(tekst: str) -> str:
    """Return the text with each number once that is written both ways («fire (4)», «4 (fire)», «seks (6) måneder»)."""
    return re.sub(r"(\S+) \((\w{1,12})\)", lambda m: m[1] if _samme(m[1], m[2]) else m[0], tekst)


def _samme(ett: str, annet: str) -> bool:
    return heltall(ett) is not None and heltall(ett) == heltall(annet)


def med_strek(tekst: str) -> str:
    """Return a text in small letters with a dash in what says a range in words («mellom 4 og 6», «fra 4 til 6»)."""
    tekst = re.sub(r"^mellom (\S.*?) og (?=\S)", r"\1–", tekst)
    tekst = re.sub(rf"^{MINST} (\S.*?)(?:,| og|, men) {_INNTIL} (?=\S)", r"\1–", tekst)
    return re.sub(r"(?<=\w) [àa] (?=\w)", "–", re.sub(r"^fr[aå] (\S.*?) til (?=\S)", r"\1–", tekst))
