"""The rows of all the agreements put together: what only the whole tells, comes at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from avtalegen.funn.diagnostic import Diagnostic, Severity
from avtalegen.oppfolging.oversikt import avløste
from avtalegen.oppfolging.rad import Rad
from avtalegen.oppfolging.tabeller import avtalens
from avtalegen.oppfolging.tabeller.felles import Verdi
from avtalegen.oppfolging.tabeller.formater import Skriver
from avtalegen.oppfolging.tabeller.lesing import Avtalens, funnrader, vist
from avtalegen.oppfolging.tabeller.skjema import AVTALER, FUNN, KOMMUNER
from avtalegen.oppfolging.tabeller.vern import uendret
from avtalegen.regler.katalog import katalog

_KOLONNER = tuple(k.navn for k in AVTALER.kolonner)
_ANTALL = {"feil": Severity.FEIL, "advarsler": Severity.ADVARSEL, "råd": Severity.RÅD}


class Samler:
    """Takes the agreements one by one and hands their rows on; of each it keeps the row in `avtaler` to the end.

    `stedet` says what a file is called in the tables.
    """

    def __init__(self, skriver: Skriver, stedet: Callable[[str], str], i_dag: date, *, med_navn: bool) -> None:
        self._skriver, self.stedet, self._i_dag, self.med_navn = skriver, stedet, i_dag, med_navn
        self._avtaler: list[tuple[Verdi, ...]] = []
        self._rader: list[Rad] = []
        self._funn: Counter[str] = Counter()
        self._hva = {kode: en.navn for kode, en in katalog().items()}
        self.antall: Counter[str] = Counter()

    def avtale(self, en: Avtalens, funn: Sequence[Diagnostic]) -> None:
        """Take an agreement, and what was found in it."""
        self._rader.append(en.rad)
        for tabell, rader in en.rader.items():
            if tabell == AVTALER.navn:
                self._avtaler += rader
            else:
                self._ta(tabell, rader)
        self._funn[en.rad.fil] += len(en.rader.get(FUNN.navn, ()))
        self._ta_funn(en.rad.fil, funn)

    def ferdig(self, sammen: Iterable[Diagnostic]) -> None:
        """Take what was found in the agreements together, and end what is written."""
        flere: dict[str, list[Diagnostic]] = {}
        for funn in sammen:
            flere.setdefault(self.stedet(funn.span.file), []).append(funn)
        for fil, funnene in flere.items():
            self._ta_funn(fil, funnene)
        ferdige = []
        for verdier, rad in zip(self._avtaler, avløste(self._rader, self._i_dag), strict=True):
            alle = Counter(rad.funn)
            alle.update(funn.severity for funn in flere.get(rad.fil, ()))
            sist: dict[str, Verdi] = {navn: alle[alvorlighet] for navn, alvorlighet in _ANTALL.items()}
            sist["avløst_av"] = rad.avløst_av or None
            ferdige.append(tuple(sist.get(n, verdi) for n, verdi in zip(_KOLONNER, verdier, strict=True)))
        self._ta(AVTALER.navn, ferdige)
        register = vist({KOMMUNER.navn: [*avtalens.kommuner()]}, uendret, med_navn=self.med_navn)
        self._ta(KOMMUNER.navn, register[KOMMUNER.navn])
        self._skriver.ferdig()

    def _ta_funn(self, fil: str, funn: Sequence[Diagnostic]) -> None:
        fra = self._funn[fil] + 1
        self._funn[fil] += len(funn)
        self._ta(FUNN.navn, funnrader(funn, fil, self.stedet, self._hva, fra, med_navn=self.med_navn))

    def _ta(self, tabell: str, rader: Sequence[tuple[Verdi, ...]]) -> None:
        self.antall[tabell] += len(rader)
        self._skriver.rader(tabell, rader)
