"""Numbers of eleven digits: those of persons and of bank accounts."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

# A number behind «+» is a foreign phone number. Groups: 11, 6 5, 6 3 2, 2.2.2 5. It begins with a digit and looks
# behind it, because the search passes what can't begin a match many times faster than what is to be looked behind.
_FØDSELSNUMMER = re.compile(
    r"[0-9](?<![0-9+][0-9])"
    r"(?:[0-9]{5}[\s–-]?[0-9]{5}|[0-9]{5}\s[0-9]{3}\s[0-9]{2}|[0-9]([\s./-])[0-9]{2}\1[0-9]{2}[\s–-]?[0-9]{5})(?![0-9])"
)
# In every grouping of a person's or an account's number, five digits or more stand together.
_FEM = b"0" * 5
_ALLE_TIL_NULL = bytes.maketrans(b"123456789", b"0" * 9)
# What may stand between the digits, and more: the bytes of all other characters than ASCII's.
_MELLOM = bytes((*b" \t\n\v\f\r\x1c\x1d\x1e\x1f./-", *range(128, 256)))
_ELLEVE = re.compile(r"[0-9](?<![0-9][0-9])(?:[\s./–-]?[0-9]){10}")


@lru_cache(maxsize=256)
def har_elleve_sifre(tekst: str) -> bool:
    """Tell whether a text may have the number of a person or an account; most haven't, and need no closer look.

    The text of a file is asked about again by all who tell of it.
    """
    # Many times faster than to search the whole text by the pattern.
    tegn = tekst.encode(errors="replace").translate(_ALLE_TIL_NULL)
    if _FEM not in tegn or b"0" * 11 not in tegn.translate(None, _MELLOM):
        return False
    return _ELLEVE.search(tekst) is not None


def fødselsnumre(tekst: str) -> list[tuple[int, int]]:
    """Return where each fødselsnummer in a text begins and ends."""
    if not har_elleve_sifre(tekst):
        return []
    return [treff.span() for treff in _FØDSELSNUMMER.finditer(tekst) if er_fødselsnummer(sifre(treff[0]))]


def skjult(tekst: str) -> str:
    """Return a text with every fødselsnummer in it masked, as long as before."""
    for fra, til in fødselsnumre(tekst):
        tekst = tekst[:fra] + re.sub(r"[0-9]", "•", tekst[fra:til]) + tekst[til:]
    return tekst


def sifre(tekst: str) -> str:
    """Return the digits of a text alone."""
    return re.sub(r"[^0-9]", "", tekst)


# python-stdnum knows these numbers too, but takes 25 ms to import, asks the clock whether a person is born, and takes
# an account number in four, two and five digits for a person's.
def er_fødselsnummer(sifre: str) -> bool:
    """Tell whether eleven digits are a fødselsnummer, D-nummer (day + 40) or H-nummer (month + 40).

    The date must exist and both check digits be right. Synthetic numbers (month + 65 or + 80) are nobody's.
    """
    dag, måned, år = int(sifre[:2]), int(sifre[2:4]), int(sifre[4:6])
    try:
        # 1900 was no leap year; in all other years the two centuries have the same days.
        date(2000 + år, måned - 40 if måned > 40 else måned, dag - 40 if dag > 40 else dag)
    except ValueError:
        return False
    return _rest(sifre[:10], (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)) == 0 and er_kontonummer(sifre)


def er_kontonummer(sifre: str) -> bool:
    """Tell whether eleven digits have the check digit of an account number. A fødselsnummer has it as well."""
    return _rest(sifre, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) == 0 and not sifre.startswith("0000")


def _rest(sifre: str, vekter: tuple[int, ...]) -> int:
    return sum(int(siffer) * vekt for siffer, vekt in zip(sifre, vekter, strict=True)) % 11
