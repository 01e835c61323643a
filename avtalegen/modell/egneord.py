"""Choices that say what is agreed: other words may stand for one of them, as they are written."""

import re
from collections.abc import Iterable, Mapping
from typing import Self

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from avtalegen.modell.base import Ordvalg, valg_nøkkel
from avtalegen.modell.jsonskjema import SKALAR, JsonSchema, henvisning_til
from avtalegen.modell.senere import senere

FORBEHOLD = senere(
    r"(?i)\b(?:men|ikk?je|ikke|eller|delvis|unntatt|unnateke|utenom|utanom|bortsett|enn[åo]|på sikt"
    r"|(?:hvis|viss|dersom)(?! (?:mulig|mogleg))|med mindre|kanskje|trolig|truleg|kan hende"
    r"|vurder\w*|avklar\w*|utgre\w*|planl[ae]\w*|foresl\w*|føresl\w*)\b|/|\?"
)
"""What makes an answer or a choice another one than the word that it begins with."""
FOR_KORT = r"\W*(?:\w{1,2}\W*)?|[\W\d]*"
"""What says nothing, or is a mark in a form («x»)."""
_INTET = senere(rf"(?i){FOR_KORT}|\W*nei\W*")
_LIKT = 0.8
"""How much alike two words are, where the one is the other misspelt."""


class EgneOrd(Ordvalg):
    """A choice that other words may stand for («åpne ved behov»).

    Not for one that tells how the document is to be made: there only its words count.
    """

    @classmethod
    def egne(cls, tekst: str, kjente: Mapping[str, Self], /) -> Self | None:
        """Return the words, unless they are none of one's own.

        They are true, and have a value, only by the choice that they begin with and don't take back again.
        """
        if _feilskrevet(tekst, kjente):
            return None
        ord_ = " ".join(tekst.split())
        først = re.match(r"\w+", ord_)
        begynner = kjente.get(valg_nøkkel(først[0])) if først and not FORBEHOLD.search(ord_) else None
        valg = object.__new__(cls)
        valg._name_, valg._value_ = (begynner.name, begynner.value) if begynner is not None else ("", "")
        valg.skrivemåter, valg.ord = (), ord_
        return valg

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        # The words first: they are what an editor suggests.
        return {"anyOf": [{"enum": [valg.value for valg in cls]}, henvisning_til(SKALAR, handler)]}

    def __bool__(self) -> bool:
        """Tell whether a choice is made."""
        return bool(self.value)

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same choice, in the same words."""
        return isinstance(other, type(self)) and (self.value, self.ord) == (other.value, other.ord)

    def __hash__(self) -> int:
        return hash((self.value, self.ord))

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        return self.ord or self.value


def _feilskrevet(tekst: str, kjente: Iterable[str]) -> bool:
    """Tell whether a text says nothing, answers another question, or is one word that is nearly one of those known."""
    if _INTET.fullmatch(tekst):
        return True
    from difflib import get_close_matches  # only for a file with words of its own

    nøkkel = valg_nøkkel(tekst)
    return "-" not in nøkkel and bool(get_close_matches(nøkkel, kjente, 1, _LIKT))
