"""An old agreement in Markdown, read as the page it becomes."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from avtalegen.importering.kilde import Kilde
from avtalegen.importering.lesere import html
from avtalegen.importering.lesere.feil import for_mye
from avtalegen.importering.lesere.utkast import MEST_LINJER
from avtalegen.modell.senere import senere

_MEST = 300_000
_LENGST = 20_000
"""Characters in all, and between two blank lines: what is read closely takes more than its length."""
_TOMME = senere(r"\n[ \t]*\n")
_FORAN = senere(r"---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)


def les(tekst: str, navn: str) -> Kilde:
    """Return the agreement in a Markdown file. Raises `KildeFeil` when there is too much of it, or nothing."""
    tekst = re.sub("\r\n?", "\n", tekst)
    if len(tekst) > _MEST or tekst.count("\n") > 2 * MEST_LINJER or max(map(len, _TOMME.split(tekst))) > _LENGST:
        raise for_mye()
    foran = _FORAN.match(tekst)
    linjer = foran[0].count("\n") if foran else 0
    leser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    kropp = _BOKSTAV.sub("  \n", tekst[foran.end() :] if foran else tekst)
    kropp = _DAG.sub(r"\1\\.", _hele_tabeller(kropp))
    tegn = leser.parse(_med_noter(kropp, leser, linjer))
    for ett in tegn:
        if ett.map and ett.nesting >= 0:
            ett.attrSet("data-linje", str(ett.map[0] + 1 + linjer))
    side = leser.renderer.render(tegn, leser.options, {})
    forord = f"<!--{foran[0].strip().strip('-')}-->" if foran else ""
    return html.les(f"<html><body>{forord}{side}</body></html>", navn, "md", egne_linjer=True)


_BOKSTAV = senere(r"(?<=\S)\n(?=[ \t]{0,3}\(?[a-zæøå]\)[ \t]+\S)")
"""The end of a line before one with a letter, as people number points: to Markdown, they are one line."""
_FLEST_NOTER = 300
_NOTE = senere(
    r"^([ \t]*\n)?\[\^([\w-]{1,40})\]:[ \t]+(\S.*(?:\n(?!\[\^|#{1,6}\s|[-*+]\s|[>|]|```|\d{1,3}[.)]\s)[ \t]*\S.*)*)",
    re.MULTILINE,
)
"""A note with an empty line before it, up to the next one, the next note, or what begins something else: a heading, a
list, a quote, a table.
"""
_NOTEMERKE = senere(r"(?<!`)(`+)(?!`)[\s\S]{0,5000}?(?<!`)\1(?!`)|\[\^([\w-]{1,40})\](?!:)")
"""The mark of a note, or code, in which there is none."""


def _med_noter(tekst: str, leser: MarkdownIt, linjer: int) -> str:
    """Return the text with its notes, and the marks that refer to them, as a page has them; each on its own line."""
    brukt = {treff[2] for treff in _NOTEMERKE.finditer(tekst) if treff[2]}
    noter = {treff[2]: treff for treff in _NOTE.finditer(tekst) if treff[2] in brukt}
    if not 0 < len(noter) <= _FLEST_NOTER:
        return tekst
    numre = {navn: nr for nr, navn in enumerate(noter, 1)}

    def merket(treff: re.Match[str]) -> str:
        nr = numre.get(treff[2])
        return treff[0] if nr is None else f'<a href="#_ftn{nr}">[{nr}]</a>'

    def noten(treff: re.Match[str]) -> str:
        nr = numre.get(treff[2])
        if nr is None or noter[treff[2]].start() != treff.start():
            return treff[0]
        tom = treff[1] or ""
        linje = linjer + tekst.count("\n", 0, treff.start() + len(tom)) + 1
        lenke = f'<a href="#_ftnref{nr}">[{nr}]</a>'
        note = f'<div id="ftn{nr}" data-linje="{linje}">{lenke} {leser.renderInline(treff[3]).strip()}</div>'
        # HTML ends with an empty line: the one before the note is as good behind it, and no other line is moved.
        neste = tekst[treff.end() : treff.end() + 2]
        return f"{tom}{note}" if neste[1:] in ("", "\n", "[") else f"{note}\n"

    return _NOTEMERKE.sub(merket, _NOTE.sub(noten, tekst))


_STREKER = senere(r"(?=[^-]{0,40}-)(?=[^|]{0,200}\|)[ \t|:-]+")
_DAG = senere(
    r"^([ \t]{0,3}(?:[-+*][ \t]+)?\d{1,2})\.(?=[ \t]+(?:januar|februar|mars|april|mai|juni|juli|august|september|"
    r"oktober|november|desember)\b)",
    re.MULTILINE,
)
"""The number of a day, which a line or a point begins with: it is no number of a list."""
_LISTEMERKE = senere(r"([ \t]{0,3}(?:\d{1,9}(?=[.)][ \t])|(?=[-+*][ \t])))")


def _hele_tabeller(tekst: str) -> str:
    """Return the text with the rows of a table that begin as a point of a list does («1. juni | 12:00») kept in it."""
    linjer, i_tabell = tekst.split("\n"), False
    for nr, linje in enumerate(linjer):
        if i_tabell and "|" in linje:
            linjer[nr] = _LISTEMERKE.sub(r"\1\\", linje, count=1) if _LISTEMERKE.match(linje) else linje
        else:
            i_tabell = nr > 0 and "|" in linjer[nr - 1] and _STREKER.fullmatch(linje) is not None
    return "\n".join(linjer)
