"""What the public sources of the register say, read from files that a person has downloaded.

One function per source: the bytes of the file in, plain facts out. A file that is not what it should be, or
that contradicts itself, raises `KildeError` with a complete Norwegian sentence. Nothing is fetched here.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any, NamedTuple

MÅLFORMER = ("bokmål", "nynorsk", "nøytral")
_ER_KOMMUNENUMMER = re.compile(r"\d{4}")


class KildeError(Exception):
    """A file that cannot be used. The message is Norwegian and says why."""


class Kartverket(NamedTuple):
    """What Kartverket calls a kommune. `navn` are all official names in their official order."""

    norsk: str
    navn: tuple[str, ...]
    fylke: str


class Enhet(NamedTuple):
    """A unit in Enhetsregisteret that is not deleted. `kommunenummer` is where its office is."""

    organisasjonsnummer: str
    navn: str
    kommunenummer: str


class Endring(NamedTuple):
    """A change of code in SSB's Klass."""

    gammelt: str
    nytt: str


def les_klass131(innhold: bytes) -> dict[str, tuple[str, ...]]:
    """SSB Klass 131 (`codesAt`): number → the names of the kommune, without «(fylke)»."""
    kommuner: dict[str, tuple[str, ...]] = {}
    for nummer, navn in _klass(innhold, "codes", ("code", "name")):
        if "?" in navn:
            raise KildeError(f"Filen har mistet bokstaver («{navn}»). Last den ned som JSON i stedet for CSV.")
        if _ER_KOMMUNENUMMER.fullmatch(nummer) and nummer != "9999":
            kommuner[nummer] = tuple(re.sub(r" \(.*\)", "", navn).split(" - "))
    if not kommuner:
        raise KildeError("Ingen kommuner i filen. Er det Klass 131, codesAt?")
    return kommuner


def les_endringer(innhold: bytes) -> list[Endring]:
    """SSB Klass 131 (`changes`): the numbers that were replaced by others, not the mere changes of name."""
    rader = _klass(innhold, "codeChanges", ("oldCode", "newCode"))
    return [Endring(gammelt, nytt) for gammelt, nytt in rader if gammelt and nytt and gammelt != nytt]


def les_klass109(innhold: bytes) -> dict[str, str]:
    """SSB Klass 109 against 131 (`correspondsAt`): number of the kommune → name of its politidistrikt."""
    distrikter: dict[str, str] = {}
    felt = ("sourceCode", "sourceName", "targetCode", "targetName")
    for kilde, kildenavn, mål, målnavn in _klass(innhold, "correspondenceItems", felt):
        fra_kommune = _ER_KOMMUNENUMMER.fullmatch(kilde)
        nummer, distrikt = (kilde, målnavn) if fra_kommune else (mål, kildenavn)
        if distrikter.setdefault(nummer, distrikt) != distrikt:
            raise KildeError(f"Kommune {nummer} står i to politidistrikter: {distrikter[nummer]} og {distrikt}.")
    if not distrikter:
        raise KildeError("Ingen kommuner i filen. Er det Klass 109, correspondsAt mot 131?")
    return distrikter


def les_kommuneinfo(innhold: bytes) -> dict[str, Kartverket]:
    """Kartverket's `fylkerkommuner`: number → names and fylke."""
    try:
        kommuner = {
            k["kommunenummer"]: Kartverket(
                k["kommunenavnNorsk"],
                tuple(n["navn"] for n in sorted(k["gyldigeNavn"], key=_prioritet) if n["navn"]),
                fylke["fylkesnavn"].split(" - ")[0],
            )
            for fylke in _json(innhold)
            for k in fylke["kommuner"]
        }
    except (KeyError, TypeError) as feil:
        raise KildeError(f"Filen har ikke formen til fylkerkommuner hos Kartverket ({feil}).") from feil
    if not kommuner:
        raise KildeError("Ingen kommuner i filen. Er det fylkerkommuner hos Kartverket?")
    return kommuner


def les_enheter(innhold: bytes) -> list[Enhet]:
    """Enhetsregisteret's search (`/enheter?…`): the units that are not deleted."""
    try:
        svar = _json(innhold)
        rader = svar["_embedded"]["enheter"]
        ventet = svar["page"]["totalElements"]
        enheter = [
            Enhet(e["organisasjonsnummer"], e["navn"], e.get("forretningsadresse", {}).get("kommunenummer", ""))
            for e in rader
            if not e.get("slettedato")
        ]
    except (KeyError, TypeError, AttributeError) as feil:
        raise KildeError(f"Filen har ikke formen til et søk i Enhetsregisteret ({feil}).") from feil
    if len(rader) < ventet:
        raise KildeError(f"Filen har {len(rader)} av {ventet} enheter. Last ned på nytt med større size.")
    return enheter


def les_språkvedtak(innhold: bytes) -> dict[str, str]:
    """Lovdata's XML of FOR-2019-12-20-2114: number → målform. The regulation's own sums must come out."""
    leser = _Språkvedtak()
    leser.feed(innhold.decode("utf-8", errors="replace"))
    if not leser.målform:
        raise KildeError("Fant ingen språkvedtak i filen. Er det FOR-2019-12-20-2114 fra Lovdata?")
    for fylke, numre in leser.i_fylke.items():
        talt = Counter(leser.målform[nummer] for nummer in numre)
        for form in MÅLFORMER:
            if numre and leser.oppgitt[fylke].get(form) != talt[form]:
                oppgitt = leser.oppgitt[fylke].get(form, "ikke antallet")
                raise KildeError(f"{fylke}: forskriften oppgir {oppgitt} {form}, men tabellen har {talt[form]}.")
    return leser.målform


class _Språkvedtak(HTMLParser):
    """Collects «1859 Flakstad | nøytral» from table cells and «Nøytral: 21» from the text above them."""

    def __init__(self) -> None:
        super().__init__()
        self.målform: dict[str, str] = {}
        self.oppgitt: dict[str, dict[str, int]] = {}
        self.i_fylke: dict[str, list[str]] = {}
        self._fylke = ""
        self._nummer = ""
        self._element = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._element = tag

    def handle_data(self, data: str) -> None:
        tekst = data.strip()
        if self._element == "h3" and tekst:
            self._fylke = tekst
            self.oppgitt[tekst] = {}
            self.i_fylke[tekst] = []
        elif self._element == "td" and self._nummer and tekst in MÅLFORMER:
            self.målform[self._nummer] = tekst
            self.i_fylke[self._fylke].append(self._nummer)
            self._nummer = ""
        elif self._element == "td" and (kommune := re.fullmatch(r"(\d{4})\s+\D+", tekst)):
            self._nummer = kommune[1]
        elif self._fylke and (sum_ := re.fullmatch(r"(Bokmål|Nynorsk|Nøytral): (\d+|–)", tekst)):
            self.oppgitt[self._fylke][sum_[1].lower()] = 0 if sum_[2] == "–" else int(sum_[2])

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._element = ""


def _klass(innhold: bytes, liste: str, felt: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return these fields of an answer from Klass: JSON, or CSV with «,» or «;» in UTF-8 or ISO 8859-1."""
    try:
        rader = _json(innhold)[liste] if innhold.lstrip().startswith(b"{") else _csv(innhold)
        return [tuple(rad[f] or "" for f in felt) for rad in rader]
    except (KeyError, TypeError) as feil:
        raise KildeError(f"Filen har ikke formen til et svar fra SSB Klass ({feil}).") from feil


def _csv(innhold: bytes) -> list[dict[str, str]]:
    try:
        tekst = innhold.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = innhold.decode("iso-8859-1")
    skilletegn = ";" if ";" in tekst.partition("\n")[0] else ","
    rader = list(csv.DictReader(io.StringIO(tekst), delimiter=skilletegn))
    if not rader:
        raise KildeError("Filen er tom eller har bare én linje.")
    return rader


def _json(innhold: bytes) -> Any:
    try:
        return json.loads(innhold)
    except ValueError as feil:
        raise KildeError(f"Filen er ikke gyldig JSON ({feil}).") from feil


def _prioritet(navn: dict[str, Any]) -> int:
    return int(navn["prioritet"])
