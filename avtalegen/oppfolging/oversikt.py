"""The agreements of a run together: the most urgent first, who has what, and which kommuner have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from avtalegen import register
from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.former import Status
from avtalegen.modell.tall import Andel
from avtalegen.oppfolging.rad import Hast, Rad
from avtalegen.regler.parter import finn_distrikt


class Kontaktsted(NamedTuple):
    """Where somebody is politikontakt: the agreement, the kommuner that it says, and the share of a position."""

    rad: Rad
    steder: tuple[str, ...]
    andel: Andel | None


class Dekning(NamedTuple):
    """The kommuner of a politidistrikt that are party to none of the agreements.

    `usikker`: some of them may be in a file where the parties could not be read.
    """

    distrikt: str
    mangler: tuple[str, ...]
    usikker: bool


class Oversikt(NamedTuple):
    """All that the status page says. `rader` are in the order they are shown. `funn` are those of all, each once.

    `frist` is how many days are soon. `ikke_lest` files or folders could not be opened.
    """

    i_dag: date
    frist: int
    rader: tuple[Rad, ...]
    funn: Mapping[Severity, int]
    dekninger: tuple[Dekning, ...]
    ikke_lest: int = 0

    def hast(self, rad: Rad) -> Hast:
        """Return how urgent an agreement is."""
        return rad.hast(self.i_dag, self.frist)

    @property
    def antall(self) -> Counter[Hast]:
        """How many agreements there are of each urgency."""
        return Counter(map(self.hast, self.rader))

    @property
    def forfalte(self) -> int:
        """How many things are late, in all the agreements."""
        return sum(len(rad.forfalt(self.i_dag)) for rad in self.rader)

    def felles_områder(self) -> dict[str, list[Rad]]:
        """Return the focus areas that several agreements have, with these, those that most have first."""
        områder: dict[str, tuple[str, list[Rad]]] = {}
        for rad in self._gjeldende:
            for navn in {_form(navn): navn for navn in rad.satsningsområder}.values():
                områder.setdefault(_form(navn), (navn, []))[1].append(rad)
        felles = [(navn, rader) for navn, rader in områder.values() if len(rader) > 1]
        return dict(sorted(felles, key=lambda felles: (-len(felles[1]), _form(felles[0]))))

    def politikontakter(self) -> dict[str, list[Kontaktsted]]:
        """Return who is politikontakt and where, by name; last, under "", the agreements that name nobody."""
        personer: dict[str, tuple[str, list[Kontaktsted]]] = {}
        for rad in self._gjeldende:
            for kontakt in rad.politikontakter:
                sted = Kontaktsted(rad, kontakt.kommuner or tuple(k.navn for k in rad.kommuner), kontakt.andel)
                personer.setdefault(_form(kontakt.navn), (kontakt.navn, []))[1].append(sted)
            if not rad.politikontakter and "politikontakter" not in rad.ulest and rad.lest:
                personer.setdefault("", ("", []))[1].append(Kontaktsted(rad, (), None))
        return {navn: steder for _, (navn, steder) in sorted(personer.items(), key=lambda p: (not p[0], p[0]))}

    @property
    def _gjeldende(self) -> list[Rad]:
        return sorted((rad for rad in self.rader if not rad.avsluttet), key=lambda rad: _form(rad.navn))


def oversikt(
    rader: Iterable[Rad],
    i_dag: date,
    frist: int,
    funn: Mapping[Severity, int],
    distrikter: Sequence[str],
    ikke_lest: int = 0,
) -> Oversikt:
    """Return the overview of some agreements; `distrikter` are those that the collections say they cover.

    When they say none and all agreements are in the same one, that one is meant.
    """
    med = avløste(list(rader), i_dag)
    alle = {rad.distrikt for rad in med if rad.distrikt}
    dekket = distrikter or (list(alle) if len(alle) == 1 else [])

    def orden(rad: Rad) -> tuple[object, ...]:
        gjøremål = rad.gjøremål()
        hast = list(Hast).index(rad.hast(i_dag, frist))
        return hast, gjøremål[0].dag if gjøremål else date.max, _form(rad.navn), rad.fil

    return Oversikt(
        i_dag,
        frist,
        tuple(sorted(med, key=orden)),
        funn,
        tuple(dekning for navn in dict.fromkeys(dekket) if (dekning := _dekning(navn, med))),
        ikke_lest,
    )


_I_KRAFT = frozenset({Status.VEDTATT, Status.SIGNERT})


def avløste(rader: Sequence[Rad], i_dag: date) -> list[Rad]:
    """Return the rows, those with another in their place saying so: one for all their kommuner that began later."""
    per_kommune: dict[str, list[Rad]] = {}
    for rad in rader:
        for kommune in rad.kommuner:
            per_kommune.setdefault(kommune.nummer, []).append(rad)
    ny = ((rad, _avløser(rad, per_kommune, i_dag)) for rad in rader)
    return [rad._replace(avløst_av=avløst_av) if avløst_av else rad for rad, avløst_av in ny]


def _avløser(gammel: Rad, per_kommune: Mapping[str, list[Rad]], i_dag: date) -> str:
    if gammel.fra is None and gammel.status not in _I_KRAFT:
        return ""  # a draft without a day is more likely the next one than an earlier one
    numre = {kommune.nummer for kommune in gammel.kommuner}
    for ny in per_kommune[gammel.kommuner[0].nummer] if gammel.kommuner else ():
        i_kraft = ny.status in _I_KRAFT and ny.fra is not None and ny.fra <= i_dag
        if i_kraft and ny.fra and ny.fra > (gammel.fra or date.min) and numre <= {k.nummer for k in ny.kommuner}:
            return ny.fil
    return ""


def _dekning(distrikt: str, rader: Sequence[Rad]) -> Dekning | None:
    kjent = finn_distrikt(distrikt)
    if kjent is None:
        return None
    med = {kommune.nummer for rad in rader if not rad.avsluttet for kommune in rad.kommuner}
    mangler = [kommune for nummer in kjent.kommunenumre if nummer not in med and (kommune := register.kommune(nummer))]
    usikker = any(not rad.lest or "kommuner" in rad.ulest for rad in rader)
    return Dekning(kjent.navn, tuple(kommune.navn for kommune in mangler), usikker)


def _form(tekst: str) -> str:
    """Return the form in which names are compared, and put in order as Norwegian is."""
    form = " ".join(tekst.replace("–", "-").split()).casefold().rstrip(".")
    return form.translate(_ORDEN)


_ORDEN = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
"""The last letters of the alphabet, as characters that come after «z» in that order."""
