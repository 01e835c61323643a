"""What is said of one agreement on the status page: who, until when, what comes next and what is late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple

from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.datering import Datering
from avtalegen.modell.former import Status
from avtalegen.modell.klokke import Klokkeslett
from avtalegen.modell.tall import Andel
from avtalegen.modell.tid import Tidspunkt


class Hast(Enum):
    """How urgent an agreement is, the most urgent first."""

    FORFALT = "forfalt"
    FEIL = "feil"
    SNART = "snart"
    GREIT = "greit"
    AVSLUTTET = "avsluttet"


class Slag(Enum):
    """What there is to do about an agreement, and is late when its day has passed.

    That an invitation was not sent can't be seen: its day is told, and is never late.
    """

    UTLØP = "utløp"
    EVALUERING = "evaluering"
    REVISJON = "revisjon"
    TILTAK = "tiltak"
    OPPGAVE = "oppgave"
    INNKALLING = "innkalling"


class Kommune(NamedTuple):
    """A kommune that is party: its number and its name, those of today where they are known."""

    nummer: str
    navn: str


class Kontakt(NamedTuple):
    """A politikontakt: the name, or how it stands with the position when there is none; the share; which kommuner."""

    navn: str
    status: str
    andel: Andel | None
    kommuner: tuple[str, ...]


class Møte(NamedTuple):
    """The next meeting of politirådet, and the deadlines that are counted from it."""

    når: Datering
    klokkeslett: Klokkeslett | None
    slutt: Klokkeslett | None
    sted: str
    innkallingsfrist: date | None
    saksfrist: date | None


class Tiltak(NamedTuple):
    """A measure whose deadline has passed and that isn't marked as ended, in a focus area that still applies."""

    område: str
    hva: str
    ansvarlig: tuple[str, ...]
    frist: Tidspunkt
    dag: date


class Oppgave(NamedTuple):
    """A task from a meeting of politirådet that is still to be done; `dag` is the last one for it, if any."""

    hva: str
    ansvarlig: tuple[str, ...]
    frist: Tidspunkt | None
    dag: date | None


class Gjøremål(NamedTuple):
    """Something to do about an agreement, and the last day for it."""

    dag: date
    slag: Slag

    def forfalt(self, i_dag: date) -> bool:
        """Tell whether it is late on a day. Whether the meeting has been called, nobody has written."""
        return self.dag < i_dag and self.slag is not Slag.INNKALLING

    def snart(self, i_dag: date, frist: int) -> bool:
        """Tell whether it must be done within so many days, and isn't late."""
        return not self.forfalt(i_dag) and (self.dag - i_dag).days <= frist


class Rad(NamedTuple):
    """One agreement. What isn't said in it is empty; what could not be read has its name in `ulest`.

    Of a file in which nothing could be read, `lest` is False. `part` is who stands for the other side than the police.
    `varighet` are words for how long it lasts. `avløst_av` is the file of the agreement that has taken its place.
    """

    fil: str
    lest: bool = False
    part: str = ""
    kommuner: tuple[Kommune, ...] = ()
    distrikt: str = ""
    status: Status | None = None
    fra: date | None = None
    til: date | None = None
    løpende: bool = False
    varighet: str = ""
    signert: Datering | None = None
    politikontakter: tuple[Kontakt, ...] = ()
    leder: str = ""
    møte: Møte | None = None
    evaluering: Tidspunkt | None = None
    revisjon: Tidspunkt | None = None
    tiltak: tuple[Tiltak, ...] = ()
    oppgaver: tuple[Oppgave, ...] = ()
    satsningsområder: tuple[str, ...] = ()
    ulest: tuple[str, ...] = ()
    funn: Mapping[Severity, int] = Counter()
    avløst_av: str = ""

    def dager_igjen(self, i_dag: date) -> int | None:
        """Return how many days the agreement has left, less than 0 when it is over; None when that isn't said."""
        return None if self.til is None else (self.til - i_dag).days

    @property
    def har_feil(self) -> bool:
        """Whether the file has errors: then it becomes no document, and some of it may not have been read."""
        return not self.lest or bool(self.funn.get(Severity.FEIL))

    @property
    def avsluttet(self) -> bool:
        """Whether the agreement is revoked, or another has taken its place: then there is nothing to do about it."""
        return self.status is Status.OPPHEVET or bool(self.avløst_av)

    def gjøremål(self) -> tuple[Gjøremål, ...]:
        """Return what there is to do, the oldest first."""
        if self.avsluttet:
            return ()
        dager = [
            (self.til, Slag.UTLØP),
            (self.evaluering and self.evaluering.dato, Slag.EVALUERING),
            (self.revisjon and self.revisjon.dato, Slag.REVISJON),
            *((tiltak.dag, Slag.TILTAK) for tiltak in self.tiltak),
            *((oppgave.dag, Slag.OPPGAVE) for oppgave in self.oppgaver),
            (self.møte and self.møte.innkallingsfrist, Slag.INNKALLING),
        ]
        return tuple(sorted((Gjøremål(dag, slag) for dag, slag in dager if dag), key=lambda g: (g.dag, g.slag.value)))

    def forfalt(self, i_dag: date) -> tuple[Gjøremål, ...]:
        """Return what is late on a day."""
        return tuple(g for g in self.gjøremål() if g.forfalt(i_dag))

    def snart(self, i_dag: date, frist: int) -> tuple[Gjøremål, ...]:
        """Return what must be done within so many days, and isn't late."""
        return tuple(g for g in self.gjøremål() if g.snart(i_dag, frist))

    def hast(self, i_dag: date, frist: int) -> Hast:
        """Return how urgent the agreement is on a day, `frist` being how many days are soon."""
        if self.avsluttet:
            return Hast.AVSLUTTET
        gjøremål = self.gjøremål()
        if any(g.forfalt(i_dag) for g in gjøremål):
            return Hast.FORFALT
        if self.har_feil:
            return Hast.FEIL
        return Hast.SNART if any(g.snart(i_dag, frist) for g in gjøremål) else Hast.GREIT

    @property
    def navn(self) -> str:
        """What the agreement is called in a list: by its kommuner, otherwise by its file."""
        return self.part or self.fil
