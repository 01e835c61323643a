"""Markdown as people write it, made the Markdown that the parser reads.

The handbook says what is supported (docs/skrive-en-avtale.md). What isn't, is left as it is written, and SPR108 tells
of it. Nothing here changes a word: a sign is taken for markup only where it can hardly be anything else.
"""

from __future__ import annotations

import html
import re

from avtalegen.komponering.markdown.skrevne_lister import som_commonmark
from avtalegen.komponering.markdown.verdier import BREAK, CLOSE, OPEN, printable
from avtalegen.komponering.spor.sporing import uten
from avtalegen.modell.linjer import LINJESKIFT, html_kommentarer
from avtalegen.modell.punktliste import KULER, punktene

# Word's bullets of the second and third level come as letters of another typeface, with a tab after them.
_KULE_SOM_BOKSTAV = re.compile(r"^([^\S\n]*)[o§]\t+", re.MULTILINE)
_TAB_FØRST = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_MERKER = dict.fromkeys(map(ord, (OPEN, CLOSE, BREAK)))
_AVSNITT = "\u2029"
_BR = re.compile(r"(?i)<br\s*/?>")
_TEGNKODE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MARKUP = frozenset("\\`*_[]()<>|#~!&")
_ORD = re.compile(r"\S+")
_STI = re.compile(r"\\\\|[A-Za-z]:\\")
_STREK = re.compile(r"\\(?![*_\[\]()#|<>!~`+\-.{}&]|$)")
# Between letters or digits («2*50»), and as the sign of a note («*)»), it is no emphasis.
_STJERNE = re.compile(r"(?<=[^\W_])\*+(?=[^\W_])|(?:(?<=\()|(?<!\S))\*+(?=\))")
_BILDE = re.compile(r"(?<!\\)!(?=\[)")
_STREK_UNDER = re.compile(r" {0,3}(?:=+|-{3,})\s*")
_TVERRSTREK = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})")
_INGEN_TITTEL = re.compile(r"\s*(?:$|[-*+•–#>|]|\d{1,9}[.)]\s)")
_SITAT = re.compile(r" {0,3}>(?!\s*\d) ?(?:> ?)*")
_STØRRE_ENN = re.compile(r"( {0,3})>(?=\s*\d)")


def markdown(tekst: str) -> str:
    """Return what people wrote as Markdown, in the Markdown that we read, and with nothing that can't be printed."""
    tekst = str(tekst).translate(_MERKER)
    tekst = uten(tekst, html_kommentarer(tekst))
    tekst = _TEGNKODE.sub(_tegn, tekst)
    tekst = _KULE_SOM_BOKSTAV.sub(r"\1  ◦ ", tekst)
    tekst = _TAB_FØRST.sub(lambda treff: treff[0].expandtabs(4), tekst).replace(_AVSNITT, "\n\n")
    tekst = BREAK.join(map(printable, LINJESKIFT.split(tekst)))
    tekst = _BILDE.sub("", _BR.sub(BREAK, tekst))
    if "\\" in tekst:
        tekst = _ORD.sub(_streker_i, tekst)
    tekst = _STJERNE.sub(lambda treff: r"\*" * len(treff[0]), tekst)
    return "\n".join(_linjer(tekst.split("\n")))


def _streker_i(treff: re.Match[str]) -> str:
    """Return a word in which a stroke that takes no sign's meaning away is a stroke; in a path, each of them is."""
    ord_ = treff[0]
    return re.sub(r"[\\*]", r"\\\g<0>", ord_) if _STI.search(ord_) else _STREK.sub(r"\\\\", ord_)


def _tegn(treff: re.Match[str]) -> str:
    """Return the character that a code like «&nbsp;» stands for; one that isn't a code stands as it is written."""
    tegn = html.unescape(treff[0])
    if tegn == treff[0]:
        return tegn
    return "".join(f"\\{c}" if c in _MARKUP else c for c in printable(tegn) if c not in (BREAK, OPEN, CLOSE))


def _linjer(skrevet: list[str]) -> list[str]:
    linjer: list[str] = []
    for linje in skrevet:
        # In a row of a table, a line break can't be a new line.
        linjer += [linje] if linje.lstrip().startswith("|") else _delt(linje)
    if len(linjer) == 1 and linjer[0][:1] in KULER:
        linjer = [f"- {punkt}" for punkt in punktene(linjer[0])] or linjer
    return [*som_commonmark(_sitater(_streker(linjer)))]


def _delt(linje: str) -> list[str]:
    *første, siste = linje.split(BREAK)
    # A break at the end of a line breaks it once.
    return [*(f"{del_}{BREAK}" if del_.strip() else "" for del_ in første), *([siste] if siste or not første else [])]


def _streker(linjer: list[str]) -> list[str]:
    """Return the lines with underlined ones as headings, and without lines that are drawn across the page."""
    ferdige: list[str] = []
    for n, linje in enumerate(linjer):
        over = ferdige[-1] if ferdige else ""
        alene = n < 2 or not linjer[n - 2].strip()
        if _STREK_UNDER.fullmatch(linje) and alene and not _INGEN_TITTEL.match(over):
            ferdige[-1] = f"{'#' if linje.strip()[0] == '=' else '##'} {over.strip().removesuffix(BREAK)}"
            ferdige.append("")
        elif _TVERRSTREK.fullmatch(linje):
            ferdige.append("")
        else:
            ferdige.append(linje)
    return ferdige


def _sitater(linjer: list[str]) -> list[str]:
    """Return the lines with «> 50 %» as text, and with one space after the sign of a quotation."""
    return [
        f"> {linje[treff.end() :]}" if (treff := _SITAT.match(linje)) else _STØRRE_ENN.sub(r"\1\\>", linje)
        for linje in linjer
    ]
