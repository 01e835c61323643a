"""The members of the politiråd: who always meets, who of them lead, and which kommuner they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.deler import Rolle
from avtalegen.modell.politirad import Politiråd
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Kontekst
from avtalegen.regler.omtale import ufylt
from avtalegen.regler.parter import kommuner_i
from avtalegen.regler.roller import samme_navn, titler
from avtalegen.regler.samarbeid import beskrevet_råd


def medlemmer(råd: Politiråd, *grupper: str) -> Iterator[tuple[Rute, Rolle]]:
    """Yield the members of some groups («kommune», «kan_delta»), each with the way to it."""
    for gruppe in grupper:
        for i, rolle in enumerate(getattr(råd.medlemmer, gruppe, ())):
            yield ("politiråd", "medlemmer", gruppe, i), rolle


def faste(råd: Politiråd, *grupper: str) -> tuple[Rolle, ...]:
    """Return those who always meet: the groups of members named, and those who lead the politiråd."""
    etter_gruppe = [getattr(råd.medlemmer, gruppe, ()) for gruppe in grupper]
    return (*chain.from_iterable(etter_gruppe), *filter(None, (råd.leder, råd.nestleder)))


def råd_med_medlemmer(k: Kontekst, *grupper: str) -> Politiråd | None:
    """Return the politiråd when it says who always meets, and none of those in some groups is left to fill in."""
    råd = beskrevet_råd(k)
    return råd if råd and not uten_sammensetning(råd) and not åpen(faste(råd, *grupper)) else None


def uten_sammensetning(råd: Politiråd) -> bool:
    """Tell whether nothing at all is said of who always meets; a leader who is left to fill in, says nothing."""
    alle = faste(råd, "kommune", "politi", "andre")
    return not alle or (not råd.medlemmer and åpen(alle))


def åpen(roller: Iterable[Rolle]) -> bool:
    """Tell whether one of the roles isn't filled in, so that nothing can be said of who is missing."""
    return any(ufylt(rolle.tittel or rolle.navn) for rolle in roller)


# «Ordførerens kontor» and «rådgiver for kommunedirektøren» are not the leaders themselves.
_HJELPERE = senere(
    r"\b(?:\w+ens\s+)?\w*(?:sekretær|sekretari|rådgiv|rådgjev|konsulent|kontor|stab)\w*(?:\s+(?:for|hos|til|i|ved)\s+\w+)?"
)
_POLITISK = senere(
    r"\b(?:vara)?ordfør(?:er|ar)(?:en|e|ne|ar|ane|ens sted\w+)?\b"
    r"|\bbyråd(?!savd)|\bpolitisk\w* (?:og admin\w+ )?(?:lede|lei|repr)|formannskap|folkeval[gd]"
    r"|kommunestyre|bystyre|heradsstyre|bydelsutval|\bkommuneråd\b|sátnejođiheaddj"
)
_ADMINISTRATIV = senere(
    r"\b(?:kommune|kommunal|by|bydels)direktør|\brådm[ae]nn|kommunal(?:sjef|leder|leiar)|administrasjonssjef"
    r"|administrativ\w* (?:og polit\w+ )?(?:lede|lei|topp)|toppled|toppleiar"
)
# Among the members from the kommune, «direktør oppvekst» and «helsesjef» are leaders of it too.
_LEDER_I_KOMMUNEN = senere(
    r"direktør|(?:sektor|etats?|oppvekst|helse|omsorgs?|velferds?|samfunns?|tekniske?|kommune)[\w ]*(?:sjef|lede|leia)"
    r"|ledergruppe|leiargruppe|kommunelede|kommuneleii"
)


def er_politisk_leder(rolle: Rolle) -> bool:
    """Tell whether a role is that of a political leader: ordfører, byrådsleder, leader of the formannskap …."""
    return _leder(titler(rolle), _POLITISK)


def er_administrativ_leder(rolle: Rolle) -> bool:
    """Tell whether a role is that of a leader of the administration: kommunedirektør, rådmann, kommunalsjef …."""
    return _leder(titler(rolle), _ADMINISTRATIV)


def er_leder_i_kommunen(rolle: Rolle) -> bool:
    """Tell whether a member from the kommune leads the administration or a large part of it."""
    tittel = titler(rolle)
    return _leder(tittel, _ADMINISTRATIV) or _leder(tittel, _LEDER_I_KOMMUNEN)


# Few titles are in most agreements, and in each of them several rules ask.
@lru_cache(maxsize=256)
def _leder(tittel: str, slags: re.Pattern[str]) -> bool:
    return bool(slags.search(_HJELPERE.sub(" ", tittel)))


_ER_MED = senere(
    r"medlem|delt(?:ar|ek)\b|\bdelta\b|består av|(?:er|bli\w*|skal v[æe]re) med\b|\bmøt(?:er|est|es)?\b|\bsit(?:ter)?\b"
    r"|sammensatt|samansett|satt sammen|sett saman|utgj[øe]r|representert"
)
_IKKE_MED = senere(
    r"\bik+j?e\b|\bingen\b|(?:ved|etter) (?:behov|trong)|kan (?:også |òg )?(?:delta|møte)|inviter|innkal|kall\w* inn"
)


def fortalte(k: Kontekst) -> Iterator[Rolle]:
    """Yield whom the own text about the politiråd says are in it: of each sentence that does, all that it says."""
    k.fant_ikke("politiråd")
    råd = k.avtale.politiråd
    for setning in re.split(r"[.;\n]", råd.tekst) if råd and råd.tekst else ():
        liten = setning.casefold()
        if _ER_MED.search(liten) and not _IKKE_MED.search(liten):
            yield Rolle(tittel=setning)


def kommuner_uten(k: Kontekst, roller: Iterable[tuple[Rolle, bool]], ledere: Iterable[Rolle | None]) -> tuple[int, ...]:
    """Return the kommuner, by their place in the agreement, that none of the leaders among `roller` comes from.

    With each role stands whether it is a leader's. A leader without a kommune counts for all of them, and so does one
    whose kommune can't be told. `ledere` are the kommuner's own leaders, to be known by their names.
    """
    dekket: set[int] = set()
    ledere = tuple(ledere)
    egne = [(i, leder) for i, leder in enumerate(ledere) if leder]
    for rolle, er_leder in roller:
        for i, leder in egne:
            if samme_navn(rolle.navn, leder.navn) or samme_navn(rolle.tittel, leder.navn):
                dekket.add(i)
        if er_leder:
            dekket.update(_kommuner_for(k, rolle))
    return tuple(i for i in range(len(ledere)) if i not in dekket)


_STED = senere(r"(?:\s(?:i|fra|frå)\s+|[,(]\s*)([^,()]+)\)?$")


def _kommuner_for(k: Kontekst, rolle: Rolle) -> Iterable[int]:
    tittel = rolle.tittel or ""
    treff = _STED.search(tittel)
    funnet = kommuner_i(k, rolle.kommune or (treff[1] if treff else tittel))
    return range(len(k.kommuner)) if funnet is None else funnet
