"""What becomes of a value that says when, by its place in the format."""

from __future__ import annotations

import re
from enum import Enum, auto

from avtalegen.modell.tid import MÅNEDER
from avtalegen.utgaver.felter import Mønster

PERIODE: Mønster = ("periode",)


class Hva(Enum):
    """What the next agreement says where this one says when."""

    PERIODEN = auto()
    """Moved by the length of the period."""
    MØTET = auto()
    """Moved to the first year of the next period."""
    TØMMES = auto()
    """Belongs to this agreement alone: what holds for the next one must be filled in."""
    SIGNATUR = auto()
    """As the last, and there is a line to write it on."""
    FRISTEN = auto()
    """When its day is over, it must be agreed on again: moving it would be something nobody has chosen."""
    FULGT = auto()
    """A period that follows that of the agreement when it is the same; another one is agreed on again."""
    AVTALES = auto()
    """A period that is agreed on again when it is over, whatever it was."""
    SES_PÅ = auto()
    """A fact that may have changed: it stays, with a comment when its day is over."""
    AVSLUTTET = auto()
    """What it belongs to is done, and is left out."""
    STÅR = auto()
    """Something that has happened, and has happened in the next period too."""


_HVA: dict[Mønster, Hva] = {
    ("periode", "fra"): Hva.PERIODEN,
    ("periode", "til"): Hva.PERIODEN,
    ("politiråd", "møter", "plan", "dato"): Hva.MØTET,
    ("avtale", "dato"): Hva.TØMMES,
    ("avtale", "saksnummer"): Hva.TØMMES,
    **{
        ("parter", part, "vedtak", key): Hva.TØMMES
        for part in ("kommuner", "fylkeskommune", "andre")
        for key in ("dato", "sak")
    },
    ("satsningsområder", "vedtatt"): Hva.TØMMES,
    ("signaturer", "dato"): Hva.SIGNATUR,
    ("satsningsområder", "periode"): Hva.FULGT,
    ("satsningsområder", "områder", "periode"): Hva.FULGT,
    ("forpliktelser", "ressurser", "periode"): Hva.AVTALES,
    ("satsningsområder", "områder", "tiltak", "avsluttet"): Hva.AVSLUTTET,
    ("politiråd", "handlingsplaner", "periode"): Hva.SES_PÅ,
    ("tjenestetilbud", "bemanning", "dato"): Hva.SES_PÅ,
    ("tjenestetilbud", "tjenestesteder", "fra"): Hva.SES_PÅ,
    ("tjenestetilbud", "tjenestesteder", "stengt", "periode"): Hva.SES_PÅ,
    ("tjenestetilbud", "tjenestesteder", "flytter", "dato"): Hva.SES_PÅ,
    ("avtale", "erstatter", "dato"): Hva.STÅR,
    ("avtale", "erstatter", "saksnummer"): Hva.STÅR,
    ("oppgaver", "fra_møte"): Hva.STÅR,
    ("oppgaver", "frist"): Hva.STÅR,  # of a meeting, not of the agreement: a task that is late, is late still
    ("politiråd", "handlingsplaner", "vedtatt"): Hva.STÅR,
    ("politikontakt", "fra"): Hva.STÅR,
    ("beredskap", "risikoanalyse", "vedtatt"): Hva.STÅR,
    ("beredskap", "beredskapsplan", "vedtatt"): Hva.STÅR,
}
_FRISTER = ("frist", "neste")

_GJENTAS = re.compile(r"(?i)\b(?:hver|kvar|årlig|årleg|alle|løpende|løpande|fast)")
_EN_GANG = re.compile(
    rf"(?i)\d{{4}}|periode|\bval|vår|sommer|sommar|høst|haust|vinter|\bi år\b|\bneste\b|{'|'.join(MÅNEDER)}"
)


def hva_blir(mønster: Mønster) -> Hva | None:
    """Return what becomes of what stands in a field; None where nobody has said it."""
    return _HVA.get(mønster) or (Hva.FRISTEN if mønster[-1] in _FRISTER else None)


def er_en_gang(ord_: str) -> bool:
    """Tell whether words say a time that comes once («våren 2027», «ut valgperioden»), not one that comes again."""
    return bool(_EN_GANG.search(ord_)) and not _GJENTAS.search(ord_)
