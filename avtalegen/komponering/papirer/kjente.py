"""The persons that an agreement names, and the titles that they are known by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from avtalegen.modell.avtale import Avtale
from avtalegen.modell.deler import Rolle
from avtalegen.modell.former import Part
from avtalegen.modell.ufylt import er_ufylt


class Kjent(NamedTuple):
    """A person with a name: what they are called, and in which kommune and unit.

    `slag` tells leaders and politikontakter from the rest. Of two with the same title the one of the lower `rang` is
    meant: a person who signs may have had the office then.
    """

    rolle: Rolle
    titler: frozenset[str]
    kommune: str | None = None
    enhet: str | None = None
    slag: str = ""
    rang: int = 0


# What an office is called besides the title that is used there (veilederen 4.1.1 and 5.3; kommuneloven § 13-1).
_KOMMUNENS = frozenset({"ordfører"})
_ADMINISTRATIV = frozenset({"kommunedirektør", "rådmann"})
_TJENESTEENHET = frozenset({"tjenesteenhetsleder", "tenesteeiningsleder", "leder for politiet"})
_DRIFTSENHET = frozenset(
    f"{ledd}{ord_}" for ledd in ("", "geografisk ") for ord_ in ("driftsenhetsleder", "driftseiningsleder")
)
_POLITIMESTER = frozenset({"politimester", "politimeister"})
_POLITIKONTAKT = frozenset({"politikontakt"})
_KOORDINATOR = frozenset({"slt-koordinator"})


def kjente(avtale: Avtale, kommunenavn: Sequence[str]) -> Iterator[Kjent]:
    """Give everybody with a name, each as often as the agreement names them; `kommunenavn` as for `Personer`."""
    for kjent in _navngitte(avtale, kommunenavn):
        if kjent.rolle.navn and not er_ufylt(kjent.rolle.navn):
            tittel = kjent.rolle.tittel
            egne = titler(tittel, uten_sted(tittel, avtale, kommunenavn) if tittel else None)
            yield kjent._replace(titler=kjent.titler | egne)


def _navngitte(avtale: Avtale, kommunenavn: Sequence[str]) -> Iterator[Kjent]:
    yield from _hos_partene(avtale, kommunenavn)
    yield from _politikontakter(avtale, kommunenavn)
    slt, råd = avtale.slt, avtale.politiråd
    if slt and slt.koordinator:
        yield Kjent(slt.koordinator, _KOORDINATOR, enhet=slt.koordinator.enhet)
    if råd:
        m = råd.medlemmer
        seter = (*m.kommune, *m.politi, *m.andre, *m.kan_delta, *m.ved_behov) if m else ()
        yield from _roller(filter(None, (råd.leder, råd.nestleder, råd.sekretær, råd.tilrettelegger)), kommunenavn, 1)
        yield from (kjent._replace(slag="sete") for kjent in _roller(seter, kommunenavn, 1))
    fora = (rolle for forum in avtale.samarbeidsfora for rolle in forum.deltakere)
    yield from _roller((*(slt.deltakere if slt else ()), *fora), kommunenavn, 2)
    for s in avtale.signaturer:
        rolle = Rolle.model_construct(tittel=s.tittel, navn=s.navn)
        sted = omtalt_kommune(str(s.for_ or ""), kommunenavn)
        # Among several kommuner, one who signs without saying for which is of none of them.
        if s.part is Part.POLITIET or sted or len(kommunenavn) == 1:
            yield Kjent(rolle, frozenset(), sted if len(kommunenavn) > 1 else None, rang=2)


def _roller(roller: Iterable[Rolle], kommunenavn: Sequence[str], rang: int) -> Iterator[Kjent]:
    for rolle in roller:
        yield Kjent(rolle, frozenset(), rolle.kommune if len(kommunenavn) > 1 else None, rolle.enhet, rang=rang)


def _hos_partene(avtale: Avtale, kommunenavn: Sequence[str]) -> Iterator[Kjent]:
    politi = avtale.parter.politi
    for navn, k in zip(kommunenavn, avtale.parter.kommuner, strict=True):
        her = navn if len(kommunenavn) > 1 else None
        if k.leder:
            yield Kjent(k.leder, frozenset() if k.leder.tittel else _KOMMUNENS, her, slag="kommune, leder")
        if k.administrativ_leder:
            yield Kjent(k.administrativ_leder, _ADMINISTRATIV, her, slag="kommune, leder")
        yield from (Kjent(rolle, frozenset(), her) for rolle in k.kontaktpersoner)
    if politi.leder:
        yield Kjent(politi.leder, _TJENESTEENHET, enhet=politi.leder.enhet or politi.enhet, slag="politi, leder")
    if politi.driftsenhetsleder:
        enhet = politi.driftsenhetsleder.enhet or politi.driftsenhet
        yield Kjent(politi.driftsenhetsleder, _DRIFTSENHET, enhet=enhet)
    if politi.politimester:
        yield Kjent(politi.politimester, _POLITIMESTER, enhet=politi.distrikt)
    for part in filter(None, (avtale.parter.fylkeskommune, *avtale.parter.andre)):
        yield from (Kjent(rolle, frozenset()) for rolle in part.kontaktpersoner)


def _politikontakter(avtale: Avtale, kommunenavn: Sequence[str]) -> Iterator[Kjent]:
    for p in avtale.politikontakt:
        sted = omtalt_kommune(p.kommuner[0], kommunenavn) if len(kommunenavn) > 1 and len(p.kommuner) == 1 else None
        alene = len(p.navn) == 1
        for navn in p.navn:
            rolle = Rolle.model_construct(
                tittel="politikontakt",
                navn=navn,
                kommune=sted,
                telefon=p.telefon if alene else (),
                epost=p.epost if alene else None,
            )
            yield Kjent(rolle, _POLITIKONTAKT, sted, p.enhet, slag="politikontakt")


_ARTIKKEL = re.compile(r"^(?:en|ein|ei|et|eit|én|éin|éi|ett|eitt|enten|anten)(?: av)? ")
_FLERE = re.compile(r"^(?:alle|begge|den|de|dei)(?: av)? ")
# The same in both målformer, and by the long and the short name.
_SKRIVEMÅTER = ((r"ordførar", "ordfører"), (r"leiar", "leder"), (r"\bpoliti(?=stasjonssjef)", ""))
_ENDING = r"(?:e?n|a|e?t|e|er|ar|r|ne|ene|ane)?"


def ubestemt(rolle: Rolle) -> bool:
    """Tell whether a role is any one of several: «en ordfører», «én av ordførerne»."""
    return not rolle.navn and bool(_ARTIKKEL.match((rolle.tittel or "").casefold()))


def titler(*titlene: str | None) -> frozenset[str]:
    """Return each title in small letters and without an article: «rådmann eller kommunedirektør» is two."""
    alle: set[str] = set()
    for tittel in filter(None, titlene):
        form = _FLERE.sub("", _ARTIKKEL.sub("", tittel.casefold(), count=1), count=1).strip(" .")
        for mønster, i_stedet in _SKRIVEMÅTER:
            form = re.sub(mønster, i_stedet, form)
        alle |= {ord_.strip() for ord_ in re.split(r" (?:eller|/) ", form)}
    return frozenset(alle - {""})


def lik(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether one of the titles is the same in some form: «ordføreren» is the one who is called «ordfører»."""
    return not a.isdisjoint(b) or any(_samme_ord(en, annen) for en in a for annen in b)


def _samme_ord(a: str, b: str) -> bool:
    ordene, andre = a.split(), b.split()
    return len(ordene) == len(andre) and all(_bøyd(x, y) for x, y in zip(ordene, andre, strict=True))


def _bøyd(a: str, b: str) -> bool:
    kort, lang = sorted((a, b), key=len)
    return a == b or (len(kort) > 3 and lang.startswith(kort) and bool(re.fullmatch(_ENDING, lang[len(kort) :])))


_STED = re.compile(r"(.+?) (?:for|i|ved|på|av|hos) (.+)", re.DOTALL)
_LEDER = re.compile(r"led(?:er|eren)|leiar(?:en)?")


def uten_sted(tittel: str, avtale: Avtale, kommunenavn: Sequence[str]) -> str:
    """Return «lensmann» for «lensmann for Flakstad kommune»: a title without the name of the party it is of.

    The leader of the local unit, however it is named, is «leder for politiet».
    """
    treff = _STED.fullmatch(tittel.casefold())
    if not treff:
        return tittel
    politi, (hva, sted) = avtale.parter.politi, treff.groups()
    sted = sted.removeprefix("det lokale ")
    enheten = bool(politi.enhet) and sted == str(politi.enhet).casefold()
    if _LEDER.fullmatch(hva):
        return f"{hva} for politiet" if enheten or sted == "politiet" or sted.startswith("politiet i ") else tittel
    distrikt = politi.distrikt.casefold()
    steder = {"politiet", "kommunen", distrikt, distrikt.removesuffix(" politidistrikt")}
    steder |= {str(politi.driftsenhet).casefold()} if politi.driftsenhet else set()
    return tittel[: len(hva)] if enheten or sted in steder or omtalt_kommune(sted, kommunenavn) else tittel


def omtalt_kommune(tekst: str, kommunenavn: Sequence[str]) -> str | None:
    """Return the one of the kommuner that a text names («ordføreren i Gol», «Gol kommune»); None for several."""
    mønster = r"(?<!\w){}(?!\w)"
    funnet = [navn for navn in kommunenavn if re.search(mønster.format(re.escape(_kort(navn))), tekst, re.IGNORECASE)]
    return funnet[0] if len(funnet) == 1 else None


def samme_kommune(a: str | None, b: str | None) -> bool:
    """Tell whether two names are of the same kommune, with or without «kommune»."""
    return bool(a and b) and _kort(str(a)) == _kort(str(b))


def _kort(navn: str) -> str:
    return re.sub(r" (?:kommune|herad|bykommune)$", "", str(navn).casefold())


def samme_navn(a: Rolle, b: Rolle) -> bool:
    """Tell whether two roles have the same name."""
    ett, annet = (" ".join(str(rolle.navn or "").casefold().split()) for rolle in (a, b))
    return bool(ett) and ett == annet
