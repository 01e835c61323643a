"""People and their offices, as they are written.

Matching is on casefolded stems, in bokmål and nynorsk. Where a title may mean several things, the answer is one that
makes a rule stay silent.
"""

from __future__ import annotations

from functools import lru_cache

from avtalegen.modell.deler import Rolle
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Kontekst
from avtalegen.regler.omtale import nevner, ufylt


def titler(rolle: Rolle) -> str:
    """Return the title and the other roles of a person, casefolded."""
    return _samlet(rolle.tittel, rolle.også)


@lru_cache(maxsize=256)
def _samlet(tittel: str | None, også: tuple[str, ...]) -> str:
    return " / ".join(filter(None, (tittel, *også))).casefold()


def samme_navn(a: str | None, b: str | None) -> bool:
    """Tell whether two names are written the same but for case and spaces. A name not filled in is nobody's."""
    return bool(a and b and _som_navn(a) == _som_navn(b) and not ufylt(a))


@lru_cache(maxsize=256)
def _som_navn(navn: str) -> str:
    return " ".join(navn.split()).casefold()


_SKILLE = senere(r"\s*/\s*|,\s*|\s+(?:eller|og)\s+")
_LENSMANN = senere(r"\blensmann(?:en)?\b")
_LEDER = ("leder", "leiar", "sjef")
_ANDRE_LEDERE = (
    *("drift", "gde", "seksjon", "avsnitt", "gruppe", "lagl", "prosjekt", "nestl", "operasjon", "innsats", "vakt"),
    *("etterforsk", "etterretning", "forebygg", "førebygg", "påtale"),
)


def er_tjenesteenhetsleder(k: Kontekst, rolle: Rolle) -> bool:
    """Tell whether a role is, or may be, the leader of the local unit: «lensmannen», «stasjonssjef», «leiar av …».

    It is when the agreement names the same person or title as leader of the unit, or when the title is a leader's
    and not that of a larger or smaller unit.
    """
    leder = k.avtale.parter.politi.leder
    if leder and (samme_navn(rolle.navn, leder.navn) or samme_navn(rolle.tittel, leder.tittel)):
        return True
    # «Seksjonssjef Midt/Vest politidistrikt» is the «seksjonssjef» that the agreement names.
    if leder and leder.tittel and not ufylt(leder.tittel) and titler(rolle).startswith(f"{leder.tittel.casefold()} "):
        return True
    return er_enhetslederens(titler(rolle))


@lru_cache(maxsize=256)
def er_enhetslederens(tittel: str) -> bool:
    """Tell whether a casefolded title is, or may be, that of the leader of a local police unit."""
    return any(
        _LENSMANN.search(del_) or (nevner(del_, *_LEDER) and not nevner(del_, *_ANDRE_LEDERE))
        for del_ in _SKILLE.split(tittel)
    )


def er_overordnet_leder(rolle: Rolle) -> bool:
    """Tell whether a role is that of a police leader above the local unit: politimester or leader of a driftsenhet."""
    tittel = titler(rolle)
    return nevner(tittel, "politimester", "politimeister") or (
        nevner(tittel, "driftsenhet", "driftseining", "gde") and nevner(tittel, *_LEDER)
    )


_POLITIETS = ("politi", "lensmann", "stasjonssjef", "tjeneste", "teneste", "driftsenhet", "driftseining")


def er_leder_i_politiet(k: Kontekst, rolle: Rolle, *, fra_politiet: bool) -> bool:
    """Tell whether a role is, or may be, that of a police leader who can decide on behalf of the local police.

    `fra_politiet`: the role is given as one in the police, so that «leder» is enough.
    """
    politi, tittel = k.avtale.parter.politi, titler(rolle)
    if any(
        leder and (samme_navn(rolle.navn, leder.navn) or samme_navn(rolle.tittel, leder.navn))
        for leder in (politi.leder, politi.driftsenhetsleder, politi.politimester)
    ):
        return True
    if not fra_politiet and not nevner(tittel, *_POLITIETS):
        return False
    leder = er_tjenesteenhetsleder(k, rolle) or er_overordnet_leder(rolle)
    return leder or nevner(tittel, "seksjonsl", "seksjonssj", "politiinspektør")
