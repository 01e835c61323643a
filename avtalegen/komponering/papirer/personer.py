"""Who takes part in the meetings of politirådet: each person once, with the name that the agreement has somewhere.

A seat in politirådet («ordfører», «politikontakt») seldom has a name beside it; the name stands with the parties, the
politikontakt, SLT or those who sign. Of a title that each kommune has its own of, there is one in each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from avtalegen.komponering.papirer.kjente import (
    Kjent,
    kjente,
    lik,
    omtalt_kommune,
    samme_kommune,
    samme_navn,
    titler,
    ubestemt,
    uten_sted,
)
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.deler import Rolle
from avtalegen.modell.ufylt import er_ufylt

_VERV = ("leder", "nestleder", "sekretær", "tilrettelegger")
_VERVORD = re.compile(
    r"(?:(?:politi)?rådets )?(?:(nest(?:leder|leiar)(?:en)?)|(led(?:er|eren)|leiar(?:en)?)|(sekretær(?:en)?)"
    r"|(tilrettelegger(?:en)?|tilretteleggar(?:en)?))(?: (?:i|av|for) (?:politi)?rådet)?"
)
_I_RÅDET = re.compile(r"\bpolitiråd")


class Deltaker(NamedTuple):
    """Somebody who takes part, and from where: «kommune», «politi», «andre» or «» when that isn't said.

    `verv` is what the person is in politirådet (`_VERV`), most often nothing. Of several kommuner the role says which
    one; under «også» it has the other seats of the same person.
    """

    rolle: Rolle
    fra: str
    verv: tuple[str, ...] = ()


class Personer:
    """The persons of an agreement, and which of them a role means.

    `kommunenavn` are the kommuner that the paper is about, with their full names.
    """

    def __init__(self, avtale: Avtale, kommunenavn: Sequence[str]) -> None:
        self._avtale = avtale
        self._kommuner = tuple(kommunenavn)
        self._kjente = tuple(kjente(avtale, self._kommuner))

    # -- those who take part ------------------------------------------------------------------------------------------

    @cached_property
    def faste(self) -> tuple[Deltaker, ...]:
        """Return those who take part in every meeting: the members, and those who hold an office, each once.

        A party that no member is from is there with the leaders it names: politirådet is the body of the leaders of
        both (veilederen 4.1.1).
        """
        råd = self._avtale.politiråd
        m = råd.medlemmer if råd else None
        rader: list[Deltaker] = []
        for fra, roller in (("kommune", m.kommune), ("politi", m.politi), ("andre", m.andre)) if m else ():
            self._legg_til(rader, roller, fra)
        plass = 0
        for verv in _VERV:
            rolle: Rolle | None = getattr(råd, verv) if råd else None
            if rolle and not ubestemt(rolle):
                plass = self._med_verv(rader, rolle, verv, plass)
        for fra in ("kommune", "politi"):
            if not any(d.fra == fra for d in rader):
                ledere = [r for r in self._slag(f"{fra}, leder") if not any(_samme(r, d.rolle) for d in rader)]
                først = plass if fra == "kommune" else len(rader)
                rader[først:først] = [Deltaker(leder, fra) for leder in ledere]
        if any(_I_RÅDET.search(hva.casefold()) for p in self._avtale.politikontakt for hva in p.deltar_i):
            self._legg_til(rader, self._slag("politikontakt"), "politi")
        for verv in _VERV:
            rolle = getattr(råd, verv) if råd else None
            # «En ordfører» is one of those who are there already, whichever it is.
            if rolle and ubestemt(rolle) and not any(_samme_tittel(d.rolle, rolle) for d in rader):
                plass = self._med_verv(rader, rolle, verv, plass)
        return tuple(rader)

    def kan_delta(self) -> tuple[Deltaker, ...]:
        """Return those who may come besides, without those who always do."""
        råd = self._avtale.politiråd
        rader = [*self.faste]
        faste = len(rader)
        if råd and råd.medlemmer:
            self._legg_til(rader, råd.medlemmer.kan_delta, "andre")
        return tuple(rader[faste:])

    def uavklarte(self) -> tuple[tuple[str, Rolle], ...]:
        """Return the offices that the agreement gives to one of several, without saying which: «en ordfører»."""
        råd = self._avtale.politiråd
        holdt = {verv for d in self.faste for verv in d.verv}
        return tuple((verv, rolle) for verv in _VERV if råd and verv not in holdt and (rolle := getattr(råd, verv)))

    def _slag(self, slag: str) -> list[Rolle]:
        return [k.rolle.med(kommune=k.kommune or k.rolle.kommune) for k in self._kjente if k.slag == slag]

    def _legg_til(self, rader: list[Deltaker], roller: Iterable[Rolle], fra: str) -> None:
        for rolle in roller:
            for person in self.med_tittelen(rolle, fra):
                her = next((n for n, d in enumerate(rader) if _samme(d.rolle, person)), None)
                # The same title twice in one list is two seats; of several kommuner it is one in each.
                to_seter = her is not None and not person.navn and len(self._kommuner) == 1 and rader[her].fra == fra
                if her is None or to_seter:
                    rader.append(Deltaker(person, fra))
                else:
                    rader[her] = rader[her]._replace(rolle=_slått_sammen(rader[her].rolle, person))

    def _med_verv(self, rader: list[Deltaker], rolle: Rolle, verv: str, plass: int) -> int:
        """Give the one who holds an office the office, and return how many stand first because of theirs.

        Where several have the title nobody is given it: the agreement doesn't say which of them.
        """
        personer = self.med_tittelen(rolle)
        holdt = (verv,) if len(personer) == 1 else ()
        for person in personer:
            steder = [n for n, d in enumerate(rader) if _samme(d.rolle, person)]
            if not steder and not person.navn:
                steder = [n for n, d in enumerate(rader) if _her(d.rolle, person) and _samme_tittel(d.rolle, person)]
            if len(steder) == 1:
                d = rader[steder[0]]
                rader[steder[0]] = d._replace(rolle=_slått_sammen(d.rolle, person), verv=(*d.verv, *holdt))
            elif not steder:
                først = verv in _VERV[:2]
                rader.insert(plass if først else len(rader), Deltaker(person, "", holdt))
                plass += først
        return plass

    # -- whom a role means --------------------------------------------------------------------------------------------

    def den(self, rolle: Rolle | None) -> Rolle | None:
        """Return the role with the name of the one whom it means; as it is when that may be several, or nobody."""
        personer = self.med_tittelen(rolle) if rolle else []
        return personer[0] if len(personer) == 1 else rolle

    def innkaller(self, tekst: str | None) -> Rolle | None:
        """Return who «sekretæren» or «ordføreren» is; None for what is no person («kommunen») or is named already."""
        if not tekst:
            return None
        råd = self._avtale.politiråd
        rolle = Rolle.model_construct(tittel=tekst)
        if treff := _VERVORD.fullmatch(str(tekst).casefold().strip(" .")):
            nummer = treff.lastindex or 0
            verv = (None, "nestleder", "leder", "sekretær", "tilrettelegger")[nummer]
            return self.den(getattr(råd, verv)) if råd and verv and getattr(råd, verv) else None
        if ubestemt(rolle):
            return None
        if not any(_samme_tittel(rolle, d.rolle) for d in self.faste) and not self._av(rolle):
            return None
        return self.den(rolle)

    def med_tittelen(self, rolle: Rolle, fra: str = "") -> list[Rolle]:
        """Return those who have the role: one for each kommune where each has its own; the role if nobody is known.

        `fra` is the part of the members that it is among: «kommune» is «fra hver av kommunene».
        """
        if rolle.navn and not er_ufylt(rolle.navn):
            return [rolle]
        if ubestemt(rolle) or not rolle.tittel:
            return [rolle]
        funnet = self._av(rolle, sete=bool(fra))
        kommune = rolle.kommune or omtalt_kommune(str(rolle.tittel), self._kommuner)
        alle = bool(rolle.kommune) and str(rolle.kommune).casefold() == "alle"
        if len(self._kommuner) < 2 or (kommune and not alle):
            return self._navngitt(rolle, funnet)
        # One who only holds an office in politirådet, or signs, is of one of the kommuner, and not of all.
        felles = [k for k in funnet if not k.kommune and (not k.rang or fra != "kommune")]
        egne = [k for k in funnet if k.kommune]
        if not egne and (felles or not (fra == "kommune" or alle)):
            return self._navngitt(rolle, felles)
        rader: list[Rolle] = []
        for navn in self._kommuner:
            her = self._navngitt(rolle, [k for k in egne if samme_kommune(k.kommune, navn)])
            # The police and the others are not from each kommune: there is no seat beside those that are known.
            rader += [_i_én(en, navn) for en in her if en.navn or not (felles or fra in ("politi", "andre"))]
        return rader + ([en for en in self._navngitt(rolle, felles) if en.navn] if felles else []) or [rolle]

    def _navngitt(self, rolle: Rolle, funnet: Sequence[Kjent]) -> list[Rolle]:
        """Return the role as those who have it; one with a single seat and several who may have it has no name."""
        flere = all(k.slag == "politikontakt" for k in funnet) or _flertall(str(rolle.tittel))
        if not funnet or (len(funnet) > 1 and not flere):
            return [rolle]
        navngitte = [_som(rolle, kjent, mange=len(funnet) > 1) for kjent in funnet]
        resten = rolle.antall.antall - len(funnet) if rolle.antall else 0
        if resten < 1 or not rolle.antall:
            return navngitte
        # Of the two that the agreement speaks of, one has no name in it.
        return [*navngitte, rolle.med(antall=rolle.antall._replace(antall=resten, høyst=None) if resten > 1 else None)]

    def _av(self, rolle: Rolle, *, sete: bool = False) -> list[Kjent]:
        """Return the persons whom the agreement gives this title, those with the parties before those who sign.

        With `sete` it is a seat among the members: one that has a name beside it is another one.
        """
        sted = rolle.kommune or omtalt_kommune(str(rolle.tittel), self._kommuner)
        sted = None if sted and str(sted).casefold() == "alle" else sted
        if len(self._kommuner) == 1 and samme_kommune(sted, self._kommuner[0]):
            sted = None
        søkt = titler(uten_sted(str(rolle.tittel), self._avtale, self._kommuner))
        passer = [
            k
            for k in self._kjente
            if not (sete and k.slag == "sete")
            and lik(k.titler, søkt)
            and (not sted or samme_kommune(k.kommune or k.rolle.kommune, sted))
            and (not rolle.enhet or str(rolle.enhet).casefold() == str(k.enhet or "").casefold())
        ]
        første = min((k.rang for k in passer), default=0)
        ulike: dict[tuple[str, str], Kjent] = {}
        for k in passer:
            if k.rang == første:
                ulike.setdefault((str(k.rolle.navn).casefold(), str(k.kommune or "").casefold()), k)
        return [*ulike.values()]


def _flertall(tittel: str) -> bool:
    return bool(re.search(r"(?:ene|ane|erne|arne|ørne)$|^(?:alle|begge) ", tittel.casefold().split(" (")[0]))


def _i_én(rolle: Rolle, kommune: str) -> Rolle:
    """Return the role in one of the kommuner, where «kommunedirektørene» is one «kommunedirektør»."""
    return rolle.med(kommune=kommune, tittel=rolle.av_flere or rolle.tittel)


def _som(rolle: Rolle, kjent: Kjent, *, mange: bool) -> Rolle:
    """Return a role as the person who has it: the title as it stands in the list, and how to reach them."""
    egen = kjent.rolle.tittel
    # «ordføreren» and «rådmann eller kommunedirektør» are forms of a title that the person has elsewhere.
    bøyd = egen and (mange or lik(titler(rolle.tittel), frozenset({str(egen).casefold()})))
    return rolle.med(
        tittel=egen if bøyd else rolle.tittel,
        navn=kjent.rolle.navn,
        kommune=rolle.kommune or kjent.kommune or kjent.rolle.kommune,
        telefon=rolle.telefon or kjent.rolle.telefon,
        epost=rolle.epost or kjent.rolle.epost,
        antall=None,
        # A remark on several («begge to») is of none of them alone.
        merknad=None if mange else rolle.merknad,
    )


def _samme(a: Rolle, b: Rolle) -> bool:
    """Tell whether two are one: by the name if both have one, by the title if none has, and not of two kommuner."""
    if bool(a.navn) != bool(b.navn) or not _her(a, b):
        return False
    return samme_navn(a, b) if a.navn else _samme_tittel(a, b) and a.enhet == b.enhet


def _samme_tittel(a: Rolle, b: Rolle) -> bool:
    return lik(titler(a.tittel), titler(b.tittel))


def _her(a: Rolle, b: Rolle) -> bool:
    return not a.kommune or not b.kommune or samme_kommune(a.kommune, b.kommune)


def _slått_sammen(a: Rolle, b: Rolle) -> Rolle:
    """Return one person of two seats: `a`, with what only `b` tells."""
    andre = () if not b.tittel or not a.tittel or _samme_tittel(a, b) else (b.tittel,)
    nye = [t for t in (*andre, *b.også) if str(t).casefold() not in {str(o).casefold() for o in a.også}]
    felt = ("navn", "kommune", "enhet", "telefon", "epost", "vara", "merknad", "tittel")
    return a.med(også=(*a.også, *nye), **{navn: getattr(a, navn) or getattr(b, navn) for navn in felt})
