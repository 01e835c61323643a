"""The texts of the parties that are not shown as the rest, found again in what a template prints.

A template prints them inside sentences of its own, joined to lists, with a capital or a full stop added. So they are
looked for in every value that is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from avtalegen.dokument.fyll_inn import FYLL_INN
from avtalegen.dokument.innhold import Language
from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering.markdown.verdier import printable
from avtalegen.komponering.spor.sporing import sammen, som
from avtalegen.modell.avsnittsvalg import Avsnittsspråk
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform
from avtalegen.modell.lokaltekst import FREMMEDE, eget_språk, er_navn, målform_av, små_bokstaver, tekster
from avtalegen.modell.senere import senere
from avtalegen.modell.ufylt import UFYLT, er_ufylt

_ANDRE: dict[Avsnittsspråk, Language] = {
    Avsnittsspråk.BOKMÅL: "nb",
    Avsnittsspråk.NYNORSK: "nn",
    Avsnittsspråk.NORDSAMISK: "se",
    Avsnittsspråk.LULESAMISK: "smj",
    Avsnittsspråk.SØRSAMISK: "sma",
    Avsnittsspråk.ENGELSK: "en",
}

_PERIOD = ("periode", "varighet")
_IN_A_PERIOD = senere(rf"{UFYLT}(?:(?! til |, ).)*")
"""What is left to fill in of the words for when an agreement begins and ends, which stand as one text."""


class _Found(NamedTuple):
    """What a text is shown as, and its language; None: as it is, in the language of the document."""

    shown: str | None = None
    language: Language | None = None


class Lokalt:
    """The texts of one agreement that are shown in another way than the rest: unfilled, or not in the målform.

    The latter are sections that say so, texts that the parties have written in the other målform, and when the document
    is made in another målform than the agreement, all the rest. Names have no målform, and a single word is left alone
    unless it shows which one it is in: to hear a word that both have in another voice is no help.

    `målform` is that of the document: the one that is asked for, or the agreement's own. `alle` are the texts of the
    agreement for whoever has been through it already.
    """

    def __init__(self, avtale: Avtale, ønsket: Målform | None, alle: Sequence[tuple[Rute, str]] | None = None) -> None:
        self.målform = målform = ønsket or avtale.avtale.målform
        alle = tekster(avtale) if alle is None else alle
        found = {} if _all_in(målform, avtale, alle) else dict(_foreign(avtale, målform, alle))
        for rute, tekst in alle:
            for ufylt in (tekst,) if er_ufylt(tekst) else _IN_A_PERIOD.findall(tekst) if rute == _PERIOD else ():
                found[_key(printable(ufylt))] = _Found(_placeholder(printable(ufylt)))
        found.pop("", None)
        self._found = found

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._found)

    def language(self, text: str) -> Language | None:
        """Return the language of a text that is one of these as a whole, otherwise None."""
        return self._found[key].language if self._found and (key := _key(text)) in self._found else None

    def shown(self, text: str) -> str:
        """Return a text as it is shown."""
        return sammen(*(run for run, _ in self.runs(text)))

    def runs(self, text: str) -> Iterator[tuple[str, Language | None]]:
        """Give `text` in pieces as they are shown, each with its language; None: that of the document."""
        if not self._found:
            yield text, None
            return
        fra = 0
        for n, piece in enumerate(self._pattern.split(text)):
            if piece:
                shown, language = self._found[_key(piece)] if n % 2 else _Found()
                own = text[fra : fra + len(piece)]
                fra += len(piece)
                yield som(own, shown) if shown else own, language

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # The longest first: one text may be the beginning of another.
        keys = sorted(self._found, key=len, reverse=True)
        return re.compile(rf"(?<!\w)({'|'.join(map(_either, keys))})(?!\w)")


def _foreign(avtale: Avtale, målform: Målform, alle: Sequence[tuple[Rute, str]]) -> Iterator[tuple[str, _Found]]:
    for rute, tekst in alle:
        if er_navn(rute) or (språk := _language(avtale, rute, tekst)) == målform.språkkode:
            continue
        if " " in tekst or eget_språk(avtale, rute) or FREMMEDE[målform].har(tekst.casefold()):
            yield _key(printable(tekst)), _Found(language=språk)


def _placeholder(text: str) -> str:
    """Return what stands in a document for a value that is to be filled in: the same as in the papers."""
    what = text.removeprefix(UFYLT).strip(" :.")
    return f"{FYLL_INN}: {what}]" if what else f"{FYLL_INN}]"


def _all_in(målform: Målform, avtale: Avtale, alle: Sequence[tuple[Rute, str]]) -> bool:
    """Tell at a glance whether all texts of an agreement are sure to be in a målform."""
    if målform is not avtale.avtale.målform or any(avsnitt.språk for avsnitt in avtale.lokale_avsnitt):
        return False
    return not FREMMEDE[målform].kan_være_i(små_bokstaver("\n".join([tekst for _, tekst in alle])))


def _language(avtale: Avtale, rute: Rute, tekst: str) -> Language:
    eget = eget_språk(avtale, rute)
    return _ANDRE[eget] if eget else målform_av(tekst, avtale.avtale.målform).språkkode


def _key(text: str) -> str:
    """Return what is the same in a text whatever a template does to its first letter and its end."""
    text = text.strip().rstrip(". ")
    return text[:1].lower() + text[1:]


def _either(key: str) -> str:
    first = key[:1]
    return f"[{re.escape(first)}{re.escape(first.upper())}]{re.escape(key[1:])}" if first.isalpha() else re.escape(key)
