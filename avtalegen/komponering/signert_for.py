"""For whom somebody signs."""

from __future__ import annotations

from collections.abc import Sequence

from avtalegen import register
from avtalegen.komponering.spor.sporing import som
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.former import Part


def på_vegne_av(signatur: Signatur, kommunenavn: Sequence[str], politi: str) -> str:
    """Return for whom somebody signs; "" when that isn't said, or is one of several kommuner.

    A party has its whole name, «Gol kommune», also where «Gol» is written.
    """
    if signatur.for_:
        # The name of the district follows the målform, however it is written in the agreement.
        if register.politidistrikt(signatur.for_):
            return som(signatur.for_, politi)
        kort = str(signatur.for_).casefold()
        fullt = next((navn for navn in kommunenavn if navn.casefold().rpartition(" ")[0] == kort), None)
        return som(signatur.for_, fullt) if fullt else signatur.for_
    if signatur.part is Part.POLITIET:
        return politi
    return kommunenavn[0] if signatur.part is Part.KOMMUNEN and len(kommunenavn) == 1 else ""
