"""Which event is which, from one edition of a calendar to the next.

Whoever subscribes sees an event move instead of disappear, since it keeps its UID: the one that it has in the file
already, when an event of its kind is there on the same day, or else with the same title and time. A new one is numbered
on from the highest number that the file has ever had, so a UID is never used again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from avtalegen.oppfolging.hendelser import Avtalens, Hendelse, Når


class Gammel(NamedTuple):
    """An event of the calendar that a new one takes the place of; `innhold` is what it says, `nummer` its edition."""

    uid: str
    slag: str
    avtale: str
    start: Når
    slutt: Når | None
    tittel: str
    nummer: int
    endret: datetime
    innhold: tuple[str, ...]

    @property
    def lang(self) -> bool:
        """Whether it lasts for days."""
        return self.slutt is not None and not isinstance(self.slutt, datetime)


class Forrige(NamedTuple):
    """The calendar that a new one takes the place of: its events, and the highest number that it has given one."""

    hendelser: tuple[Gammel, ...] = ()
    brukt: int = 0


INGEN = Forrige()
"""What there is before the first."""


class MedUid(NamedTuple):
    """The events with their UIDs, and the highest number that any has had."""

    hendelser: tuple[tuple[Hendelse, str], ...]
    brukt: int


def med_uid(avtaler: Sequence[Avtalens], forrige: Forrige) -> MedUid:
    """Return the events with their UIDs. That of a deadline is made of that of its meeting, and follows it."""
    egne = [en for avtale in avtaler for en in avtale.hendelser if en.for_møte is None]
    uider, brukt = _uider(egne, forrige)
    neste = iter(uider)
    alle: list[tuple[Hendelse, str]] = []
    for avtale in avtaler:
        her: list[str] = []
        for en in avtale.hendelser:
            her.append(next(neste) if en.for_møte is None else f"{en.slag}-{her[en.for_møte]}")
            alle.append((en, her[-1]))
    return MedUid(tuple(alle), brukt)


def _uider(hendelser: Sequence[Hendelse], forrige: Forrige) -> tuple[list[str], int]:
    kjente = _gjenkjente(hendelser, forrige)
    brukt, opptatt = forrige.brukt, {gammel.uid for gammel in forrige.hendelser}
    uider = []
    for nummer, en in enumerate(hendelser):
        uid = kjente.get(nummer, "")
        while not uid:
            brukt += 1
            ny = _ny_uid(en, brukt)
            uid = "" if ny in opptatt else ny
        uider.append(uid)
    return uider, brukt


def _ny_uid(en: Hendelse, nummer: int) -> str:
    """Return a UID. What the event is, is part of it: should a file be lost, no other event gets the same."""
    om = "\n".join((en.avtale, en.slag, en.fra.isoformat(), en.tittel))
    return f"{nummer}-{hashlib.sha256(om.encode()).hexdigest()[:16]}@avtalegen"


def _gjenkjente(hendelser: Sequence[Hendelse], forrige: Forrige) -> dict[int, str]:
    """Return the UIDs of those that are in the file already, by their place. What is most alike is found first."""
    uider: dict[int, str] = {}
    gamle: dict[tuple[str, str], list[Gammel]] = {}
    på_dagen: dict[tuple[str, str, date], list[Gammel]] = {}
    for gammel in forrige.hendelser:
        gamle.setdefault((gammel.slag, gammel.avtale), []).append(gammel)
        på_dagen.setdefault((gammel.slag, gammel.avtale, dagen(gammel.start)), []).append(gammel)
    tatt: set[str] = set()

    def samme_dag(en: Hendelse) -> Sequence[Gammel]:
        return på_dagen.get((en.slag, en.avtale, dagen(en.fra)), ())

    def alle(en: Hendelse) -> Sequence[Gammel]:
        return gamle.get((en.slag, en.avtale), ())

    måter: tuple[tuple[Callable[[Hendelse], Sequence[Gammel]], Callable[[Hendelse, Gammel], bool]], ...] = (
        (samme_dag, _samme_tittel_og_tid),
        (samme_dag, lambda _en, _gammel: True),
        (alle, _nærmere_bestemt),
        (alle, _samme_tittel_og_tid),
    )
    for blant, lik in måter:
        par = [
            (abs(dagen(gammel.start) - dagen(en.fra)), nummer, gammel.uid)
            for nummer, en in enumerate(hendelser)
            if nummer not in uider
            for gammel in blant(en)
            if gammel.uid not in tatt and lik(en, gammel)
        ]
        # Of several that may have been moved, those that are nearest to each other.
        for _, nummer, uid in sorted(par):
            if nummer not in uider and uid not in tatt:
                uider[nummer] = uid
                tatt.add(uid)
    return uider


def _nærmere_bestemt(en: Hendelse, gammel: Gammel) -> bool:
    """Tell whether one is known to the month, and the other is in it: the day has been settled, or is open again."""
    a, b, c, d = map(dagen, (en.fra, en.til or en.fra, gammel.start, gammel.slutt or gammel.start))
    return (en.lang or gammel.lang) and a <= max(d, c) and c <= max(b, a)


def _samme_tittel_og_tid(en: Hendelse, gammel: Gammel) -> bool:
    return (gammel.tittel, _tid(gammel.start)) == (en.tittel, _tid(en.fra))


def dagen(når: Når) -> date:
    """Return the day of a time."""
    return når.date() if isinstance(når, datetime) else når


def _tid(når: Når) -> time | None:
    return når.time() if isinstance(når, datetime) else None
