"""Who calls the council to its meetings, as a sentence says it."""

from __future__ import annotations

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import regel
from avtalegen.importering.funnet import SIKKER

_ROLLE = uttrykk.ROLLE

INNKALLER = (
    regel(
        rf"(?P<r>{_ROLLE})\s(?:er|skriver|skriv|fører|har)\s(?P<_x>[a-zæøå ]{{3,40}}?)\sog\s"
        r"(?:kaller|kallar|innkaller|innkallar|sender\sut|sender|syter for|sørger for)\s(?:inn|innkalling|til\smøte)",
        SIKKER,
        "«og kaller inn»",
        r=("politiråd.møter.innkaller", "tittel"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:kaller|kallar|innkaller|innkallar)\s(?:inn(?!\w)|til\smøte)",
        SIKKER,
        "«kaller inn»",
        r=("politiråd.møter.innkaller", "tittel"),
    ),
    regel(
        rf"^Det\ser\s(?P<r>{_ROLLE})\ssom\s(?:kaller|kallar|innkaller|innkallar)\s(?:inn(?!\w)|til\smøte)",
        SIKKER,
        "«det er … som kaller inn»",
        r=("politiråd.møter.innkaller", "tittel"),
    ),
    regel(
        (
            rf"(?P<r>{_ROLLE})\s(?:har ansvar(?:et)? for|sender ut|sender|"
            r"syter for|sørger for|står for)\s(?:å sende )?innkalling"
        ),
        SIKKER,
        "«sender innkalling»",
        r=("politiråd.møter.innkaller", "tittel"),
    ),
    regel(
        (
            r"(?:[Ii]nnkalles|[Ii]nnkallast|[Ii]nnkalling(?:en)? (?:sendes|"
            rf"sendast|skjer|gjøres|går ut))\s(?:ut\s)?(?:av|fra|frå)\s(?P<r>{_ROLLE})"
        ),
        SIKKER,
        "«innkalles av»",
        r=("politiråd.møter.innkaller", "tittel"),
    ),
)
"""Those who send the letters out, and those who are said to call the others in."""
