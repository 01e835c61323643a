"""What may stand in avtalegen.toml, and findings for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from re import Pattern
from typing import Any
from unicodedata import normalize

from avtalegen import register
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Severity, Span
from avtalegen.funn.koder import låst, ukjent
from avtalegen.modell.tid import som_dato
from avtalegen.regler import koder
from avtalegen.samling.konfig import Skolefri, skolefri
from avtalegen.samling.konfig.monster import mønster
from avtalegen.samling.konfig.plasser import Plasser, Rute

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
_LIKT = (("-", "_"), (" ", "_"), ("ø", "o"), ("oe", "o"), ("å", "a"), ("aa", "a"))


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
                self._feil((nøkkel,), "«sti» skal være en tabell med egne innstillinger for noen filer.", _STI_EKSEMPEL)
                continue
            for nummer, tabell in enumerate(verdi):
                felter = dict(self._tabell(tabell, (nøkkel, nummer), _STI))
                if "sti" not in {grovt(navn) for navn in tabell}:
                    self._feil((nøkkel, nummer), "Tabellen sier ikke hvilke filer den gjelder.", _STI_EKSEMPEL)
                elif felter.get("sti"):
                    yield felter

    def _meld(self, kode: str, rute: Rute, melding: str, hjelp: str | None, *, nøkkel: bool = False) -> None:
        span = self._plasser.span(rute, nøkkel=nøkkel)
        self.funn.append(Diagnostic(kode, Severity.FEIL, melding, span, hjelp))

    def _feil(self, rute: Rute, melding: str, hjelp: str) -> None:
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
                self._meld("KONF002", her, f"«{nøkkel}» er ikke en kjent nøkkel{_under(rute)}.", hjelp, nøkkel=True)
            elif kjent in brukt:
                melding = f"«{nøkkel}» og «{brukt[kjent]}» er samme nøkkel."
                self._meld("KONF002", her, melding, "Fjern den ene.", nøkkel=True)
            else:
                brukt[kjent] = nøkkel
                lest = kjente[kjent](self, verdi, her)
                if lest is not None:
                    yield kjent, lest

    def tekster(self, verdi: Any, rute: Rute, eksempel: str) -> list[tuple[str, Rute]]:
        """Return the texts of a list, or the one text that stands for a list, each with the way to it."""
        if isinstance(verdi, str):
            return [(verdi, rute)]
        if not isinstance(verdi, list):
            self._feil(rute, f"«{rute[-1]}» skal være en liste med tekster, men er {_slag(verdi)}.", eksempel)
            return []
        tekster = []
        for nummer, ledd in enumerate(verdi):
            if isinstance(ledd, str):
                tekster.append((ledd, (*rute, nummer)))
            else:
                self._feil((*rute, nummer), f"«{rute[-1]}» skal bare ha tekster, men her er {_slag(ledd)}.", eksempel)
        return tekster

    def mønstre(self, verdi: Any, rute: Rute) -> tuple[Pattern[str], ...]:
        """Return patterns for paths."""
        funnet = []
        for tekst, her in self.tekster(verdi, rute, f'Skriv for eksempel {rute[-1]} = ["avtaler/**/*.yaml"].'):
            if treffer := mønster(tekst):
                funnet.append(treffer)
            else:
                hjelp = "Skriv stien fra mappen til avtalegen.toml, uten «..» og uten «/» først."
                self._feil(her, f"«{tekst}» er ikke filer under mappen til avtalegen.toml.", hjelp)
        return tuple(funnet)

    def koder(self, verdi: Any, rute: Rute) -> tuple[str, ...]:
        """Return codes to turn off."""
        tekster = self.tekster(verdi, rute, 'Skriv for eksempel ignorer = ["VEI417", "SPR"].')
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
            self._feil(rute, f"«alvorlighet» skal være en tabell, men er {_slag(verdi)}.", _ALVORLIGHET_EKSEMPEL)
            return None
        tabell: dict[str, Severity | None] = {}
        for nøkkel, ønsket in verdi.items():
            her = (*rute, nøkkel)
            if grovt(nøkkel) in {grovt(kjent) for kjent in _ØVERST}:
                self._meld("KONF002", her, f"«{nøkkel}» er ikke en kode.", _hører_hjemme(nøkkel, {}), nøkkel=True)
            elif kode := self._kode(nøkkel, her, nøkkel=True):
                likt = {grovt(navn): navn for navn in _ALVORLIGHETER}
                if isinstance(ønsket, str) and (navn := likt.get(grovt(ønsket))):
                    tabell[kode] = _ALVORLIGHETER[navn]
                else:
                    hva = f"«{ønsket}»" if isinstance(ønsket, str) else _slag(ønsket)
                    melding = f"Alvorligheten er {hva}, men må være «feil», «advarsel», «råd» eller «av»."
                    self._feil(her, melding, _ALVORLIGHET_EKSEMPEL)
        return tabell

    def dato(self, verdi: Any, rute: Rute) -> date | None:
        """Return a date."""
        if isinstance(verdi, date) and not isinstance(verdi, datetime):
            return verdi
        if isinstance(verdi, str) and (lest := som_dato(verdi)):
            return lest
        hva = f"«{verdi}»" if isinstance(verdi, str) else _slag(verdi)
        self._feil(
            rute, f"«{rute[-1]}» skal være en dato, men er {hva}.", f"Skriv for eksempel {rute[-1]} = 2026-11-20."
        )
        return None

    def ordliste(self, verdi: Any, rute: Rute) -> frozenset[str] | None:
        """Return words from a list, or from a file with a word on each line. Lines with `#` first are comments."""
        if not isinstance(verdi, str):
            eksempel = 'Skriv ordene i en liste, eller navnet på en fil: ordliste = "ordliste.txt".'
            return frozenset(ord_ for ord_, _ in self.tekster(verdi, rute, eksempel))
        try:
            linjer = self._les_fil(verdi).decode("utf-8-sig").splitlines()
        except (AvtalegenError, UnicodeDecodeError):
            hjelp = (
                "Den skal ligge i mappen til avtalegen.toml eller i en mappe under den, være lagret som UTF-8 "
                "og ha ett ord på hver linje."
            )
            self._meld("KONF006", rute, f"Ordlisten «{verdi}» finnes ikke eller kan ikke leses.", hjelp)
            return None
        return frozenset(ord_ for linje in linjer if (ord_ := linje.strip()) and not ord_.startswith("#"))

    def distrikt(self, verdi: Any, rute: Rute) -> tuple[str, Span] | None:
        """Return the name of a politidistrikt, as the register writes it, and where it stands."""
        if isinstance(verdi, str) and (kjent := register.politidistrikt(verdi)):
            return kjent.navn, self._plasser.span(rute)
        hva = (
            f"«{verdi}» er ikke et politidistrikt" if isinstance(verdi, str) else f"Politidistriktet er {_slag(verdi)}"
        )
        navn = [distrikt.navn for distrikt in register.alle_politidistrikt()]
        near = _nærmest(str(verdi).casefold().removesuffix("politidistrikt").strip() + " politidistrikt", navn)
        self._feil(rute, f"{hva}.", near or f"Skriv ett av disse: {', '.join(navn)}.")
        return None

    def grenser(self, verdi: Any, rute: Rute) -> dict[str, int] | None:
        """Return limits."""
        if isinstance(verdi, dict):
            return dict(self._tabell(verdi, rute, _GRENSER))
        self._feil(rute, f"«grenser» skal være en tabell, men er {_slag(verdi)}.", "Skriv [grenser] på en egen linje.")
        return None

    def skolefri(self, verdi: Any, rute: Rute) -> tuple[Skolefri, ...] | None:
        """Return when the schools are off, for each kommune or for all."""
        if not isinstance(verdi, dict):
            self._feil(rute, f"«skolefri» skal være en tabell, men er {_slag(verdi)}.", skolefri.EKSEMPEL)
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
                    self._feil(plass, f"«{tekst}» kan ikke leses som uker eller dager.", skolefri.EKSEMPEL)
        return tuple(funnet)

    def dager(self, verdi: Any, rute: Rute) -> int | None:
        """Return a number of days."""
        if type(verdi) is int and 0 <= verdi <= 3650:
            return verdi
        self._feil(
            rute, f"«{rute[-1]}» skal være et antall dager fra 0 til 3650.", f"Skriv for eksempel {rute[-1]} = 90."
        )
        return None

    def megabyte(self, verdi: Any, rute: Rute) -> int | None:
        """Return a number of megabytes as bytes."""
        if type(verdi) in (int, float) and 0 < verdi <= 10_000:
            return int(verdi * 1_000_000)
        self._feil(rute, f"«{rute[-1]}» skal være et antall megabyte over 0.", f"Skriv for eksempel {rute[-1]} = 3.")
        return None


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
    "ordliste": Leser.ordliste,
    "distrikt": Leser.distrikt,
    "grenser": Leser.grenser,
    "skolefri": Leser.skolefri,
}
_ALVORLIGHET_EKSEMPEL = 'Skriv [alvorlighet] på en egen linje, og for eksempel VEI417 = "av" under den.'
_STI_EKSEMPEL = 'Skriv [[sti]] på en egen linje, og for eksempel sti = "utkast/*.yaml" under den.'


def grovt(navn: str) -> str:
    """Return a name as it is compared: capitals, hyphens and the letters that TOML has no room for don't count."""
    navn = normalize("NFC", navn).casefold().strip()
    for fra, til in _LIKT:
        navn = navn.replace(fra, til)
    return navn


def _under(rute: Rute) -> str:
    return f" i [{rute[0]}]" if rute else ""


def _hører_hjemme(nøkkel: str, her: Mapping[str, _Felt]) -> str:
    """Say which key is meant, where the key belongs, or which keys there are."""
    if grovt(nøkkel) in {grovt(kjent) for kjent in _ØVERST}:
        return f"«{nøkkel}» hører hjemme øverst i filen, over den første linjen med klammer."
    if grovt(nøkkel) in {grovt(kjent) for kjent in _GRENSER}:
        return f"«{nøkkel}» hører hjemme under [grenser]."
    return _nærmest(nøkkel, her) or f"Nøklene som kan stå her, er {', '.join(her)}."


def _nærmest(ord_: str, kjente: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    former = {grovt(kjent): kjent for kjent in kjente}
    near = get_close_matches(grovt(ord_), former, n=1, cutoff=0.7)
    return f"Mente du «{former[near[0]]}»?" if near else None


def _slag(verdi: Any) -> str:
    """Return what a value is, in Norwegian."""
    if isinstance(verdi, bool):
        return "sann eller usann (true eller false)"
    slag = {str: "en tekst", int: "et tall", float: "et tall", list: "en liste", dict: "en tabell"}
    return slag.get(type(verdi), "en dato eller et klokkeslett")
