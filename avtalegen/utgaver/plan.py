"""The next agreement planned: which values of this one change to what, and what must be looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing import Node, to_data
from avtalegen.lesing.redigering import Endring, Fjern, Sett
from avtalegen.lesing.redigering.overstyring import uten_tomme, ved
from avtalegen.lesing.redigering.skritt import lest
from avtalegen.modell.tid import Tidsrom, les_dato
from avtalegen.modell.ufylt import UFYLT, er_ufylt
from avtalegen.utgaver import datotekst, moteplan
from avtalegen.utgaver.felter import Verdi, verdier
from avtalegen.utgaver.hva import PERIODE, Hva, er_en_gang, hva_blir
from avtalegen.utgaver.moteplan import Flyttet
from avtalegen.utgaver.perioder import neste

_OMRÅDER: Rute = ("satsningsområder", "områder")
_UKJENT = Tidsrom(None, None)


@dataclass
class Plan:
    """The changes, in the order in which they are to be made: `fjernes` last, from the end.

    `kommentarer` stand above what must be looked at, each with what is said there now; `arvet` must be looked at in the
    shared file it stands in.
    `møter` are those of the plan, `antall` how many there are of the rest, `borte` what is left out as done.
    """

    endringer: list[Endring] = field(default_factory=list)
    fjernes: list[Endring] = field(default_factory=list)
    kommentarer: list[tuple[Rute, str, str]] = field(default_factory=list)
    arvet: list[Verdi] = field(default_factory=list)
    møter: list[Flyttet] = field(default_factory=list)
    antall: Counter[str] = field(default_factory=Counter)
    borte: list[str] = field(default_factory=list)
    gammel: Tidsrom = _UKJENT
    ny: Tidsrom = _UKJENT


class Planlegger:
    """Goes through an agreement. `root` has what it inherits; `ord_` are the words in its målform.

    `slutt` is its last day where that is known, `fra` the first day of the next one where that is asked for, and
    `i_dag` what counts where it isn't known. `fri` tells of a day that no meeting should be on.
    """

    def __init__(
        self,
        root: Node,
        ord_: dict[str, Any],
        slutt: date | None,
        fra: date | None,
        i_dag: date,
        fri: Callable[[date], object],
    ) -> None:
        self._root, self._ord, self._slutt, self._ønsket, self._fri = root, ord_, slutt, fra, fri
        self._data: Any = to_data(root)
        self._alle = [*verdier(self._data)]
        self._i_dag = i_dag
        self.plan = Plan()

    def lagt(self) -> Plan:
        """Return the plan."""
        self._perioden()
        self._møtene()
        borte = self._avsluttede()
        for verdi in self._alle:
            if not er_ufylt(verdi.tekst) and not any(verdi.rute[: len(rute)] == rute for rute in borte):
                self._én(verdi)
        self._videreført()
        return self.plan

    @property
    def _grense(self) -> date:
        """The first day of the next period; what is over by then, is over."""
        return self.plan.ny.fra or self._i_dag

    def fyll_inn(self, hva: str, før: str = "") -> str:
        """Return what stands where something is to be filled in; with what stood there, where that is of use."""
        var = str(self._ord["var"]).format(før=før)
        return f"{UFYLT}: " + str(self._ord["fyll_inn"][hva]).format(var=var)

    def sett(self, rute: Rute, ny: Any) -> None:
        """Let something stand in the agreement, also where what stands there now is inherited."""
        arvet = ved(self._root, rute)
        if arvet.liste and arvet.liste[0] not in [one.rute for one in self.plan.endringer]:
            self.plan.endringer.append(Sett(*arvet.liste))
        self.plan.endringer.append(Sett(rute, ny))

    def _eget(self, verdi: Verdi) -> bool:
        """Tell whether a value is the agreement's own. What is shared is left to those who share it."""
        if ved(self._root, verdi.skrevet).fil is None:
            return True
        self.plan.arvet.append(verdi)
        return False

    def _perioden(self) -> None:
        ender = {verdi.rute[-1]: verdi for verdi in self._alle if verdi.rute[:-1] == PERIODE}
        fra, til = ender.get("fra"), ender.get("til")
        sagt = Tidsrom(fra.kant(0) if fra else None, til.kant(1) if til else None)
        gammel = sagt._replace(til=sagt.til or (self._slutt if sagt.fra else None))
        ny = self._neste(gammel)
        self.plan.gammel, self.plan.ny = gammel, ny
        kort = self._data.get("periode")
        if isinstance(kort, str) and (tekst := _kort_periode(kort, sagt, ny)):
            self.sett(PERIODE, tekst)
        else:
            self._enden("fra", fra, ny.fra)
            self._enden("til", til, ny.til)
        varighet = lest(self._data, (*PERIODE, "varighet"))
        if isinstance(varighet, str) and er_en_gang(varighet):
            self._se_på(Verdi((*PERIODE, "varighet"), varighet, (*PERIODE, "varighet")))

    def _neste(self, gammel: Tidsrom) -> Tidsrom:
        slutt = gammel.til or self._slutt
        try:
            if gammel.fra and gammel.til and gammel.fra <= gammel.til:
                ny = neste(gammel, self._ønsket)
                # A day that the format has no room for is rejected there.
                return ny if ny.til and les_dato(datotekst.punkt(ny.til)) else Tidsrom(self._ønsket, None)
            return Tidsrom(self._ønsket or (slutt + timedelta(days=1) if slutt else None), None)
        except ValueError:
            return Tidsrom(self._ønsket, None)

    def _enden(self, navn: str, verdi: Verdi | None, dag: date | None) -> None:
        rute = (*PERIODE, navn)
        if verdi is None:
            # What is open, stays open; but where the next one begins, is always known when it is asked for.
            if dag and (navn == "fra" and (self._ønsket or self.plan.gammel.til)):
                self.sett(rute, datotekst.punkt(dag))
        elif verdi.kant(0) is None and not (navn == "fra" and self._ønsket):
            if not er_ufylt(verdi.tekst):
                self._se_på(verdi)
        elif dag:
            self.sett(rute, datotekst.kant(verdi.tekst, dag, første=navn == "fra"))
        else:
            self.sett(rute, self.fyll_inn(navn))

    def _møtene(self) -> None:
        møter = [verdi for verdi in self._alle if hva_blir(verdi.mønster) is Hva.MØTET]
        kjente = [(verdi, dag) for verdi in møter if (dag := verdi.dag())]
        første = [*(dag for _, dag in kjente), *(fra for verdi in møter if (fra := verdi.dager()[0]))]
        if not første or not self._eget(møter[0]):
            return
        år = moteplan.år_fram(første, self._grense)
        nye = moteplan.flyttet([dag for _, dag in kjente], år, self._grense, self.plan.ny.til, self._fri)
        for (verdi, _), ny in zip(kjente, nye, strict=True):
            self.sett(verdi.skrevet, datotekst.som(verdi.tekst, ny.nå) if ny.nå else self.fyll_inn("møte", verdi.tekst))
        self.plan.møter += nye
        for verdi in møter:
            if verdi.dag() is None and år and (tekst := datotekst.flyttet_år(verdi.tekst, år)):
                self.sett(verdi.skrevet, tekst)
                self.plan.antall["møter uten dag"] += 1

    def _avsluttede(self) -> list[Rute]:
        """Leave out what is done, and return the ways to it."""
        borte = []
        for verdi in self._alle:
            if hva_blir(verdi.mønster) is Hva.AVSLUTTET and self._eget(verdi):
                tiltak = verdi.rute[:-1]
                borte.append(tiltak)
                self.plan.fjernes.insert(0, Fjern(tiltak))
                self.plan.borte.append(str(lest(self._data, (*tiltak, "hva")) or verdi.tekst))
        return borte

    def _én(self, verdi: Verdi) -> None:
        hva = hva_blir(verdi.mønster)
        fra, til = verdi.dager()
        over = til is not None and til < self._grense
        match hva:
            case Hva.TØMMES:
                navn = ".".join(verdi.mønster[-2:]) if "vedtak" in verdi.mønster else verdi.mønster[-1]
                self.sett(verdi.skrevet, self.fyll_inn(navn))
                self.plan.antall["vedtak" if "vedtak" in navn else navn] += 1
            case Hva.SIGNATUR:
                self._usignert(verdi)
            case Hva.FULGT if over and (fra, til) == tuple(self.plan.gammel[:2]) and self._flyttes_med(verdi):
                pass
            case Hva.FRISTEN | Hva.FULGT | Hva.AVTALES if over:
                if self._eget(verdi):
                    navn = str(verdi.mønster[-1])
                    self.sett(verdi.skrevet, self.fyll_inn(navn, verdi.tekst))
                    self.plan.antall["perioder" if navn == "periode" else "frister"] += 1
            case Hva.SES_PÅ if over:
                self._se_på(verdi)
            case Hva.STÅR | Hva.AVSLUTTET | Hva.PERIODEN | None:
                pass
            case _ if fra is None and til is None and er_en_gang(verdi.tekst):
                self._se_på(verdi)
            case Hva.MØTET if verdi.dag() is None and not datotekst.er_måned_eller_år(verdi.tekst):
                self._se_på(verdi)

    def _flyttes_med(self, verdi: Verdi) -> bool:
        """Let a period that is that of the agreement be that of the next one; False when that isn't known."""
        ny = self.plan.ny
        if not (ny.fra and ny.til):
            return False
        if self._eget(verdi):
            skrevet = verdi.verdi
            if isinstance(skrevet, dict):
                for ende, dag in (("fra", ny.fra), ("til", ny.til)):
                    if skrevet.get(ende):
                        tekst = datotekst.kant(str(skrevet[ende]), dag, første=ende == "fra")
                        self.sett((*verdi.rute, ende), tekst)
            else:
                self.sett(verdi.skrevet, datotekst.tidsrom(verdi.tekst, ny))
        return True

    def _usignert(self, verdi: Verdi) -> None:
        """Take away the day of a signature: the document has a line to write the next one on."""
        self.plan.antall["signaturer"] += 1
        if ved(self._root, verdi.rute).fil is None:
            self.plan.fjernes.insert(0, Fjern(verdi.rute, behold_tomme=True))
        elif not any(one.rute == ("signaturer",) for one in self.plan.endringer):
            alle = uten_tomme(self._data["signaturer"])
            uten = [
                {key: one[key] for key in one if key != "dato"} if isinstance(one, dict) else one
                for one in (alle if isinstance(alle, list) else [alle])
            ]
            self.plan.endringer.append(Sett(("signaturer",), uten))

    def _videreført(self) -> None:
        """Mark each area as carried over, so that one that is put in later is seen to be new."""
        if str(lest(self._data, ("satsningsområder", "videreført"))).casefold() in ("ja", "true", "yes"):
            return
        områder: Any = lest(self._data, _OMRÅDER)
        antall = len(områder) if isinstance(områder, list) else 1 if områder else 0
        for n in range(antall):
            rute = (*_OMRÅDER, n, "videreført")
            område = ved(self._root, (*_OMRÅDER, n))
            navngitt = lest(self._data, (*_OMRÅDER, n, "navn"))
            if område.fil is None and navngitt and not er_ufylt(str(navngitt)) and lest(self._data, rute) is None:
                self.sett(rute, "ja")
                self.plan.antall["videreført"] += 1

    def _se_på(self, verdi: Verdi) -> None:
        if self._eget(verdi):
            kommentar = str(self._ord["se_på"]).format(før=verdi.tekst)
            self.plan.kommentarer.append((verdi.rute, f"# {kommentar}", verdi.tekst))


def _kort_periode(kort: str, gammel: Tidsrom, ny: Tidsrom) -> str | None:
    """Return the short form of a period with its days moved; None where it can't be said so."""
    if gammel.fra and gammel.til and ny.fra and ny.til:
        return datotekst.tidsrom(" ".join(kort.split()), ny)
    if gammel.fra and not gammel.til and ny.fra:
        return datotekst.med_start(" ".join(kort.split()), gammel.fra, ny.fra)
    return None
