"""The texts of the parties that are in another language than the document, found again in what a template prints.

A template prints them inside sentences of its own, joined to lists, with a capital or a full stop added. So they are
looked for in every value that is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from avtalegen.document import Language
from avtalegen.lokaltekst import FREMMEDE, Rute, eget_språk, er_navn, målform_av, tekster
from avtalegen.markdown import clean
from avtalegen.modell.avslutning import Avsnittsspråk
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform

_ANDRE: dict[Avsnittsspråk, Language] = {
    Avsnittsspråk.BOKMÅL: "nb",
    Avsnittsspråk.NYNORSK: "nn",
    Avsnittsspråk.NORDSAMISK: "se",
    Avsnittsspråk.LULESAMISK: "smj",
    Avsnittsspråk.SØRSAMISK: "sma",
    Avsnittsspråk.ENGELSK: "en",
}


class Lokalt:
    """The texts of one agreement that are not in the målform of the document, each with its language.

    They are sections that say so, texts that the parties have written in the other målform, and when the document is
    made in another målform than the agreement, all the rest. Names have no målform, and a single word is left alone
    unless it shows which one it is in: to hear a word that both have in another voice is no help.
    """

    def __init__(self, avtale: Avtale, målform: Målform) -> None:
        alle = tekster(avtale)
        if målform is avtale.avtale.målform and _all_in(målform, avtale, alle):
            alle = ()
        self._languages = {
            _key(clean(tekst)): språk
            for rute, tekst in alle
            if not er_navn(rute)
            and (språk := _language(avtale, rute, tekst)) != målform.språkkode
            and (" " in tekst or eget_språk(avtale, rute) or FREMMEDE[målform].har(tekst.casefold()))
        }

    def language(self, text: str) -> Language | None:
        """Return the language of a text that is one of these as a whole, otherwise None."""
        return self._languages.get(_key(text)) if self._languages else None

    def runs(self, text: str) -> Iterator[tuple[str, Language | None]]:
        """Give `text` in pieces, each with its language; None: that of the document."""
        if not self._languages:
            yield text, None
            return
        for n, piece in enumerate(self._pattern.split(text)):
            if piece:
                yield piece, self._languages[_key(piece)] if n % 2 else None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # The longest first: one text may be the beginning of another.
        keys = sorted(self._languages, key=len, reverse=True)
        return re.compile(rf"(?<!\w)({'|'.join(map(_either, keys))})(?!\w)")


def _all_in(målform: Målform, avtale: Avtale, alle: Sequence[tuple[Rute, str]]) -> bool:
    """Tell at a glance whether all texts of an agreement in a målform are sure to be in it."""
    if any(avsnitt.språk for avsnitt in avtale.lokale_avsnitt):
        return False
    return not FREMMEDE[målform].kan_være_i("\n".join(tekst for _, tekst in alle).casefold())


def _language(avtale: Avtale, rute: Rute, tekst: str) -> Language:
    eget = eget_språk(avtale, rute)
    return _ANDRE[eget] if eget else målform_av(tekst, avtale.avtale.målform).språkkode


def _key(text: str) -> str:
    """Return what is the same in a text whatever a template does to its first letter and its end."""
    text = text.strip().removesuffix(".")
    return text[:1].lower() + text[1:]


def _either(key: str) -> str:
    first = key[:1]
    return f"[{re.escape(first)}{re.escape(first.upper())}]{re.escape(key[1:])}" if first.isalpha() else re.escape(key)
