"""How a row is said in words, in one målform: for the screen, for the spreadsheet and for the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from avtalegen.dokument.maler import INGEN as INGEN_EGNE
from avtalegen.dokument.maler import MALER
from avtalegen.funn.diagnostic import Severity
from avtalegen.komponering.mal.egne_ord import words
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.datering import Datering
from avtalegen.modell.former import Målform
from avtalegen.modell.klokke import Klokkeslett
from avtalegen.oppfolging.oversikt import Oversikt
from avtalegen.oppfolging.rad import Gjøremål, Kontakt, Møte, Oppgave, Rad, Tiltak

INGEN = "–"
"""What stands in a cell that the agreement says nothing of."""


class Ord:
    """The words of `maler/oppfolging.yaml` in one målform, and values as they are written in it."""

    def __init__(self, målform: Målform) -> None:
        self.kode = målform.språkkode
        self.ord: dict[str, Any] = _ordene()[self.kode]
        self.språk = Språk(words(self.kode, INGEN_EGNE))

    def __getitem__(self, navn: str) -> Any:
        """Return a word, or the group of words, with a name."""
        return self.ord[navn]

    def fylt(self, navn: str, **verdier: object) -> str:
        """Return the sentence with a name, filled in; where it has a singular and a plural, by `antall`."""
        setning = self.ord[navn]
        if isinstance(setning, list):
            setning = setning[verdier["antall"] != 1]
        return str(setning).format(**verdier)

    def dag(self, dag: date) -> str:
        """Return «25. oktober 2024», on one line."""
        return self.språk.dato(dag).replace(" ", "\u00a0")

    def datering(self, datering: Datering | None) -> str:
        """Return the day, or the month, the year or the words that are all that is known."""
        return self.språk.dato(datering) if datering else INGEN

    def status(self, rad: Rad) -> str:
        """Return the status of an agreement; of one that could not be read, that it couldn't."""
        if rad.avløst_av:
            return str(self["avløst"])
        return str(self["status"][rad.status.value]) if rad.status else self.ulest(rad, "status")

    def ulest(self, rad: Rad, *navn: str) -> str:
        """Return what stands in an empty cell: that its content could not be read, or that nothing is said."""
        return str(self["ikke_lest"]) if not rad.lest or set(navn) & {*rad.ulest} else INGEN

    def gjelder(self, rad: Rad) -> str:
        """Return from when and how long the agreement applies."""
        fra, til = (self.dag(dag) if dag else "" for dag in (rad.fra, rad.til))
        if fra and til:
            return f"{fra} – {til}"
        if fra or til:
            return self.fylt("fra" if fra else "til", dag=fra or til) + (f", {self['løpende']}" if rad.løpende else "")
        return str(self["løpende"]) if rad.løpende else rad.varighet or self.ulest(rad, "fra", "til", "varighet")

    def igjen(self, rad: Rad, i_dag: date) -> str:
        """Return how long the agreement has left, or has been over."""
        dager = None if rad.avsluttet else rad.dager_igjen(i_dag)
        if dager is None:
            return ""
        if dager == 0:
            return str(self["siste_dag"])
        return self.fylt("igjen" if dager > 0 else "utløpt", antall=abs(dager))

    def kontakt(self, kontakt: Kontakt) -> str:
        """Return the name of a politikontakt and the share, or how it stands with the position."""
        andel = self.språk.prosent(kontakt.andel) if kontakt.andel else ""
        hvem = kontakt.navn or kontakt.status or str(self["uten_navn"])
        tillegg = ", ".join(filter(None, (andel, *kontakt.kommuner)))
        return f"{hvem} ({tillegg})" if tillegg else hvem

    def klokke(self, fra: Klokkeslett | None, til: Klokkeslett | None) -> str:
        """Return «kl. 09.00–11.00», or the words for when."""
        if fra is None:
            return ""
        if fra.ord:
            return fra.ord
        slutt = f"–{self.språk.klokkeslett(til)}" if til and not til.ord else ""
        return f"kl.\u00a0{self.språk.klokkeslett(fra)}{slutt}"

    def møte(self, møte: Møte) -> str:
        """Return when and where the next meeting is."""
        return ", ".join(filter(None, (self.datering(møte.når), self.klokke(møte.klokkeslett, møte.slutt), møte.sted)))

    def gjøremål(self, g: Gjøremål, *, sent: bool = False) -> str:
        """Return something to do with its day, or that it was to be done by then."""
        return self.fylt(f"{'sent' if sent else 'gjøremål'}_{g.slag.value}", dag=self.dag(g.dag))

    def haster(self, rad: Rad, o: Oversikt) -> tuple[str, ...]:
        """Return what is late, and then what is soon to be done; first that the file has errors."""
        sene, snart = rad.forfalt(o.i_dag), rad.snart(o.i_dag, o.frist)
        feil = [str(self["har_feil"])] if rad.har_feil and not rad.avsluttet else []
        # The measures and the tasks are listed by themselves.
        talte = {slag: [g for g in sene if g.slag.value == slag] for slag in ("tiltak", "oppgave")}
        andre = [g for g in sene if g.slag.value not in talte]
        antall = [self.fylt(f"{slag}_forfalt", antall=len(alle)) for slag, alle in talte.items() if alle]
        passert = [self.gjøremål(g, sent=g.dag < o.i_dag) for g in snart]
        return (*feil, *(self.gjøremål(g, sent=True) for g in andre), *antall, *passert)

    def oppgave(self, oppgave: Oppgave | Tiltak) -> str:
        """Return a task or a measure with who is responsible and its deadline, where they are said."""
        frist = self.fylt("frist", når=oppgave.frist.tekst) if oppgave.frist else ""
        ansvarlige = self.liste([self.språk.liten(en) for en in oppgave.ansvarlig])
        hvem = self.fylt("ansvarlig", hvem=ansvarlige) if ansvarlige else ""
        om = ", ".join(filter(None, (frist, hvem)))
        return f"{oppgave.hva} ({om})" if om else oppgave.hva

    def funn(self, funn: Mapping[Severity, int]) -> str:
        """Return «1 feil, 2 advarsler, 7 råd» without those there are none of."""
        deler = [
            self.fylt(f"funn_{severity.value}", antall=funn[severity]) for severity in Severity if funn.get(severity)
        ]
        return ", ".join(deler)

    def liste(self, ting: Sequence[str]) -> str:
        """Return «a, b og c»."""
        return self.språk.liste(ting)


@cache
def i_målform(målform: Målform) -> Ord:
    """Return the words of a målform, read once."""
    return Ord(målform)


@cache
def _ordene() -> dict[str, Any]:
    return read_yaml(MALER / "oppfolging.yaml")
