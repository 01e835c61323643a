"""What may stand in avtalegen.toml, and findings for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from re import Pattern
from typing import Any

from avtalegen import register
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Rute, Severity, Span
from avtalegen.funn.koder import låst, ukjent
from avtalegen.modell.former import Målform
from avtalegen.modell.tid import som_dato
from avtalegen.regler import koder
from avtalegen.samling.konfig import Skolefri, ord, skolefri
from avtalegen.samling.konfig.monster import mønster
from avtalegen.samling.konfig.ord import grovt, nærmest, slag, under
from avtalegen.samling.konfig.plasser import Plasser

KONFIGFEIL = {
    "KONF001": "ugyldig-toml",
    "KONF002": "ukjent-nøkkel",
    "KONF003": "uleselig-innstilling",
    "KONF004": "ukjent-kode",
    "KONF005": "låst-kode",
    "KONF006": "ordliste-kan-ikke-leses",
}
"""Code and name of every finding about avtalegen.toml."""

_ALVORLIGHETER: dict[str, Severity | None] = {**{s.value: s for s in Severity}, "av": None}


class Leser:
    """Reads what `tomllib` has made of one file. `funn` is what was wrong so far.

    The methods take a value and the way to it, and give None for what can't be used.
    """

    def __init__(self, plasser: Plasser, les_fil: Callable[[str], bytes]) -> None:
        self.funn: list[Diagnostic] = []
        self._plasser = plasser
        self._les_fil = les_fil

    def øverst(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of a `Konfig` without those of `[[sti]]`."""
        verdier = dict(self._tabell(data, (), _ØVERST))
        grenser: dict[str, Any] = verdier.pop("grenser", {})
        return grenser | verdier

    def stier(self, data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Give the fields of each `Sti`, without those that say no path."""
        for nøkkel, verdi in data.items():
            if grovt(nøkkel) != "sti":
                continue
            if not isinstance(verdi, list) or not all(isinstance(tabell, dict) for tabell in verdi):
                melding = Begge(
                    "«sti» skal være en tabell med egne innstillinger for noen filer.",
                    "«sti» skal vere ein tabell med eigne innstillingar for nokre filer.",
                )
                self._feil((nøkkel,), melding, ord.STI_EKSEMPEL)
                continue
            for nummer, tabell in enumerate(verdi):
                felter = dict(self._tabell(tabell, (nøkkel, nummer), _STI))
                if "sti" not in {grovt(navn) for navn in tabell}:
                    melding = Begge(
                        "Tabellen sier ikke hvilke filer den gjelder.", "Tabellen seier ikkje kva filer han gjeld."
                    )
                    self._feil((nøkkel, nummer), melding, ord.STI_EKSEMPEL)
                elif felter.get("sti"):
                    yield felter

    def _meld(self, kode: str, rute: Rute, melding: Begge, hjelp: Begge, *, nøkkel: bool = False) -> None:
        span = self._plasser.span(rute, nøkkel=nøkkel)
        self.funn.append(Diagnostic(kode, Severity.FEIL, melding, span, hjelp))

    def _feil(self, rute: Rute, melding: Begge, hjelp: Begge) -> None:
        self._meld("KONF003", rute, melding, hjelp)

    def _tabell(self, data: Mapping[str, Any], rute: Rute, kjente: Mapping[str, _Felt]) -> Iterator[tuple[str, Any]]:
        """Give the name of each key that is known, in our own spelling, and its value where that can be used."""
        brukt: dict[str, str] = {}
        navn = {grovt(kjent): kjent for kjent in kjente}
        for nøkkel, verdi in data.items():
            her = (*rute, nøkkel)
            kjent = navn.get(grovt(nøkkel))
            if kjent is None:
                hjelp = _hører_hjemme(nøkkel, kjente)
                i = under(rute)
                melding = Begge(f"«{nøkkel}» er ikke en kjent nøkkel{i}.", f"«{nøkkel}» er ikkje ein kjend nøkkel{i}.")
                self._meld("KONF002", her, melding, hjelp, nøkkel=True)
            elif kjent in brukt:
                melding = Begge(
                    f"«{nøkkel}» og «{brukt[kjent]}» er samme nøkkel.",
                    f"«{nøkkel}» og «{brukt[kjent]}» er same nøkkel.",
                )
                self._meld("KONF002", her, melding, Begge("Fjern den ene.", "Fjern den eine."), nøkkel=True)
            else:
                brukt[kjent] = nøkkel
                lest = kjente[kjent](self, verdi, her)
                if lest is not None:
                    yield kjent, lest

    def tekster(self, verdi: Any, rute: Rute, eksempel: Begge) -> list[tuple[str, Rute]]:
        """Return the texts of a list, or the one text that stands for a list, each with the way to it."""
        if isinstance(verdi, str):
            return [(verdi, rute)]
        if not isinstance(verdi, list):
            navn, hva = rute[-1], slag(verdi)
            melding = Begge(
                f"«{navn}» skal være en liste med tekster, men er {hva}.",
                f"«{navn}» skal vere ei liste med tekstar, men er {hva.nn}.",
            )
            self._feil(rute, melding, eksempel)
            return []
        tekster = []
        for nummer, ledd in enumerate(verdi):
            if isinstance(ledd, str):
                tekster.append((ledd, (*rute, nummer)))
            else:
                navn, hva = rute[-1], slag(ledd)
                melding = Begge(
                    f"«{navn}» skal bare ha tekster, men her er {hva}.",
                    f"«{navn}» skal berre ha tekstar, men her er {hva.nn}.",
                )
                self._feil((*rute, nummer), melding, eksempel)
        return tekster

    def mønstre(self, verdi: Any, rute: Rute) -> tuple[Pattern[str], ...]:
        """Return patterns for paths."""
        funnet = []
        linje = f'{rute[-1]} = ["avtaler/**/*.yaml"]'
        for tekst, her in self.tekster(verdi, rute, ord.for_eksempel(linje)):
            if treffer := mønster(tekst):
                funnet.append(treffer)
            else:
                melding = Begge(
                    f"«{tekst}» er ikke filer under mappen til avtalegen.toml.",
                    f"«{tekst}» er ikkje filer under mappa til avtalegen.toml.",
                )
                self._feil(her, melding, ord.FRA_MAPPEN)
        return tuple(funnet)

    def koder(self, verdi: Any, rute: Rute) -> tuple[str, ...]:
        """Return codes to turn off."""
        tekster = self.tekster(verdi, rute, ord.for_eksempel('ignorer = ["VEI417", "SPR"]'))
        return tuple(kode for tekst, her in tekster if (kode := self._kode(tekst, her)))

    def _kode(self, tekst: str, rute: Rute, *, nøkkel: bool = False) -> str | None:
        kode = tekst.strip().upper()
        if innvending := ukjent(kode, koder):
            self._meld("KONF004", rute, *innvending, nøkkel=nøkkel)
        elif innvending := låst(kode):
            self._meld("KONF005", rute, *innvending, nøkkel=nøkkel)
        else:
            return kode
        return None

    def alvorlighet(self, verdi: Any, rute: Rute) -> dict[str, Severity | None] | None:
        """Return severities by code."""
        if not isinstance(verdi, dict):
            self._ingen_tabell(rute, verdi, ord.ALVORLIGHET_EKSEMPEL)
            return None
        tabell: dict[str, Severity | None] = {}
        for nøkkel, ønsket in verdi.items():
            her = (*rute, nøkkel)
            if grovt(nøkkel) in {grovt(kjent) for kjent in _ØVERST}:
                melding = Begge(f"«{nøkkel}» er ikke en kode.", f"«{nøkkel}» er ikkje ein kode.")
                self._meld("KONF002", her, melding, _hører_hjemme(nøkkel, {}), nøkkel=True)
            elif kode := self._kode(nøkkel, her, nøkkel=True):
                likt = {grovt(navn): navn for navn in _ALVORLIGHETER}
                if isinstance(ønsket, str) and (navn := likt.get(grovt(ønsket))):
                    tabell[kode] = _ALVORLIGHETER[navn]
                else:
                    hva = slag(ønsket, sitert=True)
                    melding = Begge(
                        f"Alvorligheten er {hva}, men må være «feil», «advarsel», «råd» eller «av».",
                        f"Alvorsgraden er {hva.nn}, men må vere «feil», «advarsel», «råd» eller «av».",
                    )
                    self._feil(her, melding, ord.ALVORLIGHET_EKSEMPEL)
        return tabell

    def dato(self, verdi: Any, rute: Rute) -> date | None:
        """Return a date."""
        if isinstance(verdi, date) and not isinstance(verdi, datetime):
            return verdi
        if isinstance(verdi, str) and (lest := som_dato(verdi)):
            return lest
        navn, hva = rute[-1], slag(verdi, sitert=True)
        melding = Begge(f"«{navn}» skal være en dato, men er {hva}.", f"«{navn}» skal vere ein dato, men er {hva.nn}.")
        self._feil(rute, melding, ord.for_eksempel(f"{navn} = 2026-11-20"))
        return None

    def ordliste(self, verdi: Any, rute: Rute) -> frozenset[str] | None:
        """Return words from a list, or from a file with a word on each line. Lines with `#` first are comments."""
        if not isinstance(verdi, str):
            return frozenset(ord_ for ord_, _ in self.tekster(verdi, rute, ord.ORDLISTE_EKSEMPEL))
        try:
            linjer = self._les_fil(verdi).decode("utf-8-sig").splitlines()
        except (AvtalegenError, UnicodeDecodeError):
            melding = Begge(
                f"Ordlisten «{verdi}» finnes ikke eller kan ikke leses.",
                f"Ordlista «{verdi}» finst ikkje eller kan ikkje lesast.",
            )
            self._meld("KONF006", rute, melding, ord.ORDLISTEN)
            return None
        return frozenset(ord_ for linje in linjer if (ord_ := linje.strip()) and not ord_.startswith("#"))

    def distrikt(self, verdi: Any, rute: Rute) -> tuple[str, Span] | None:
        """Return the name of a politidistrikt, as the register writes it, and where it stands."""
        if isinstance(verdi, str) and (kjent := register.politidistrikt(verdi)):
            return kjent.navn, self._plasser.span(rute)
        hva = slag(verdi, sitert=True)
        navn = [distrikt.navn for distrikt in register.alle_politidistrikt()]
        near = nærmest(str(verdi).casefold().removesuffix("politidistrikt").strip() + " politidistrikt", navn)
        alle = ", ".join(navn)
        melding = Begge(
            f"«distrikt» skal være et politidistrikt, men er {hva}.",
            f"«distrikt» skal vere eit politidistrikt, men er {hva.nn}.",
        )
        self._feil(rute, melding, near or Begge(f"Skriv ett av disse: {alle}.", f"Skriv eitt av desse: {alle}."))
        return None

    def grenser(self, verdi: Any, rute: Rute) -> dict[str, int] | None:
        """Return limits."""
        if isinstance(verdi, dict):
            return dict(self._tabell(verdi, rute, _GRENSER))
        self._ingen_tabell(rute, verdi, ord.GRENSER_EKSEMPEL)
        return None

    def skolefri(self, verdi: Any, rute: Rute) -> tuple[Skolefri, ...] | None:
        """Return when the schools are off, for each kommune or for all."""
        if not isinstance(verdi, dict):
            self._ingen_tabell(rute, verdi, skolefri.EKSEMPEL)
            return None
        funnet = []
        for nøkkel, tider in verdi.items():
            her = (*rute, nøkkel)
            try:
                kommune = None if grovt(nøkkel) == skolefri.ALLE else skolefri.kommunen(nøkkel)
            except ValueError as feil:
                self._meld("KONF003", her, *feil.args, nøkkel=True)
                continue
            for tekst, plass in self.tekster(tider, her, skolefri.EKSEMPEL):
                if lest := skolefri.les(tekst, kommune):
                    funnet.append(lest)
                else:
                    melding = Begge(
                        f"«{tekst}» kan ikke leses som uker eller dager.",
                        f"«{tekst}» kan ikkje lesast som veker eller dagar.",
                    )
                    self._feil(plass, melding, skolefri.EKSEMPEL)
        return tuple(funnet)

    def dager(self, verdi: Any, rute: Rute) -> int | None:
        """Return a number of days."""
        if type(verdi) is int and 0 <= verdi <= 3650:
            return verdi
        navn = rute[-1]
        melding = Begge(
            f"«{navn}» skal være et antall dager fra 0 til 3650.", f"«{navn}» skal vere talet på dagar, frå 0 til 3650."
        )
        self._feil(rute, melding, ord.for_eksempel(f"{navn} = 90"))
        return None

    def megabyte(self, verdi: Any, rute: Rute) -> int | None:
        """Return a number of megabytes as bytes."""
        if type(verdi) in (int, float) and 0 < verdi <= 10_000:
            return int(verdi * 1_000_000)
        navn = rute[-1]
        melding = Begge(
            f"«{navn}» skal være et antall megabyte over 0.", f"«{navn}» skal vere talet på megabyte, og over 0."
        )
        self._feil(rute, melding, ord.for_eksempel(f"{navn} = 3"))
        return None

    def målform(self, verdi: Any, rute: Rute) -> Målform | None:
        """Return a målform."""
        kjente = {grovt(skrevet): målform for målform in Målform for skrevet in målform.skrivemåter}
        if isinstance(verdi, str) and (målform := kjente.get(grovt(verdi))):
            return målform
        navn, hva = rute[-1], slag(verdi, sitert=True)
        melding = Begge(
            f"«{navn}» skal være «bokmål» eller «nynorsk», men er {hva}.",
            f"«{navn}» skal vere «bokmål» eller «nynorsk», men er {hva.nn}.",
        )
        self._feil(rute, melding, ord.for_eksempel(f'{navn} = "nynorsk"'))
        return None

    def _ingen_tabell(self, rute: Rute, verdi: Any, eksempel: Begge) -> None:
        navn, hva = rute[-1], slag(verdi)
        melding = Begge(
            f"«{navn}» skal være en tabell, men er {hva}.", f"«{navn}» skal vere ein tabell, men er {hva.nn}."
        )
        self._feil(rute, melding, eksempel)


_Felt = Callable[[Leser, Any, Rute], Any]

_STI: dict[str, _Felt] = {"sti": Leser.mønstre, "ignorer": Leser.koder, "alvorlighet": Leser.alvorlighet}
_GRENSER: dict[str, _Felt] = {"utløper_snart": Leser.dager, "største_vedlegg": Leser.megabyte}
_ØVERST: dict[str, _Felt] = {
    "filer": Leser.mønstre,
    "utelat": Leser.mønstre,
    "ignorer": Leser.koder,
    "alvorlighet": Leser.alvorlighet,
    "sti": lambda _leser, _verdi, _rute: None,  # read by `Leser.stier`
    "i_dag": Leser.dato,
    "målform": Leser.målform,
    "ordliste": Leser.ordliste,
    "distrikt": Leser.distrikt,
    "grenser": Leser.grenser,
    "skolefri": Leser.skolefri,
}


def _hører_hjemme(nøkkel: str, her: Mapping[str, _Felt]) -> Begge:
    """Say which key is meant, where the key belongs, or which keys there are."""
    if grovt(nøkkel) in {grovt(kjent) for kjent in _ØVERST}:
        return Begge(
            f"«{nøkkel}» hører hjemme øverst i filen, over den første linjen med klammer.",
            f"«{nøkkel}» høyrer heime øvst i fila, over den første linja med klammer.",
        )
    if grovt(nøkkel) in {grovt(kjent) for kjent in _GRENSER}:
        return Begge(f"«{nøkkel}» hører hjemme under [grenser].", f"«{nøkkel}» høyrer heime under [grenser].")
    kjente = ", ".join(her)
    return nærmest(nøkkel, her) or Begge(
        f"Nøklene som kan stå her, er {kjente}.", f"Nøklane som kan stå her, er {kjente}."
    )
