"""The tables as linked data: a file with a node for each row, and a catalogue that data.norge.no can read.

The catalogue follows DCAT-AP-NO 3. The addresses in it are relative to where it lies: it is right wherever it is put.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import quote

from avtalegen import register
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.oppfolging.tabeller.felles import Verdi
from avtalegen.oppfolging.tabeller.formater import Om
from avtalegen.oppfolging.tabeller.json import som_json
from avtalegen.oppfolging.tabeller.skjema import AVTALER, TABELLER, VERSJON, Tabell, Type

DATA, KATALOG = "avtaler.jsonld", "katalog.jsonld"
FILER = (DATA, KATALOG)
_EU = "http://publications.europa.eu/resource/authority/"
_ENHET = "https://data.brreg.no/enhetsregisteret/api/enheter/"
_ORDENE = f"urn:avtalegen:tabeller:{VERSJON}:"
"""What the columns and the tables are called where every name is an address."""
_TYPER = {Type.HELTALL: "xsd:integer", Type.TALL: "xsd:double", Type.DATO: "xsd:date", Type.JA_NEI: "xsd:boolean"}


class Skriver:
    """Writes the nodes as the rows come, and the catalogue at the end, when it is known whose agreements they are."""

    def __init__(self, mappe: Path, om: Om) -> None:
        self._mappe, self._om = mappe, om
        self._åpne = ExitStack()
        self._tabeller = {tabell.navn: tabell for tabell in TABELLER}
        self._kolonner = {t.navn: [k.navn for k in t.vist(med_navn=om.med_navn)] for t in TABELLER}
        self._distrikter: set[str] = set()
        self._ut = self._åpne.enter_context((mappe / DATA).open("w", encoding="utf-8", newline="\n"))
        self._ut.write(f'{{"@context": {som_json(_kontekst())},\n "@graph": [')
        self._skille = "\n"

    def rader(self, tabell: str, rader: Sequence[tuple[Verdi, ...]]) -> None:
        """Take some rows."""
        for rad in rader:
            verdier = dict(zip(self._kolonner[tabell], rad, strict=True))
            self._ut.write(self._skille + som_json(_node(self._tabeller[tabell], verdier)))
            self._skille = ",\n"
            if tabell == AVTALER.navn and verdier["politidistrikt"]:
                self._distrikter.add(str(verdier["politidistrikt"]))

    def ferdig(self) -> None:
        """Write the catalogue. Raises `AvtalegenError` when nobody can be told as the one who publishes it."""
        self._ut.write("\n]}\n")
        katalog = json.dumps(_katalog(self._utgiver(), self._om), ensure_ascii=False, indent=1)
        (self._mappe / KATALOG).write_text(f"{katalog}\n", encoding="utf-8", newline="\n")

    def close(self) -> None:
        """Close the files."""
        self._åpne.close()

    def _utgiver(self) -> register.Politidistrikt:
        navn = [self._om.distrikt] if self._om.distrikt else sorted(self._distrikter)
        kjent = register.politidistrikt(navn[0]) if len(navn) == 1 else None
        if kjent is None:
            hva = f"Avtalene er fra {len(navn)} politidistrikter" if navn else "Ingen av avtalene har et politidistrikt"
            raise AvtalegenError(
                f"Katalogen må ha én utgiver. {hva}. Ingenting er skrevet. Skriv «distrikt» i avtalegen.toml, eller "
                "kjør kommandoen for hvert distrikt."
            )
        return kjent


def _kontekst() -> dict[str, Any]:
    kontekst: dict[str, Any] = {"@version": 1.1, "@vocab": _ORDENE, "xsd": "http://www.w3.org/2001/XMLSchema#"}
    kontekst["avtale"] = {"@type": "@id"}
    # The same name may be a day in one table and a time of the day in another.
    typer: dict[str, set[Type]] = {}
    for kolonne in (k for tabell in TABELLER for k in tabell.kolonner):
        typer.setdefault(kolonne.navn, set()).add(kolonne.type)
    for navn, av in sorted(typer.items()):
        (type_, *flere) = av
        if not flere and type_ in _TYPER:
            kontekst[navn] = {"@type": _TYPER[type_]}
    return kontekst


def _node(tabell: Tabell, verdier: dict[str, Verdi]) -> dict[str, Any]:
    nøkkel = [str(verdier[navn]) for navn in tabell.nøkkel]
    node: dict[str, Any] = {"@id": _adresse(tabell.navn, nøkkel), "@type": tabell.navn}
    if tabell is not AVTALER and verdier.get("fil"):
        node["avtale"] = _adresse(AVTALER.navn, [str(verdier["fil"])])
    return node | {navn: verdi for navn, verdi in verdier.items() if verdi is not None}


def _adresse(tabell: str, nøkkel: Iterable[str]) -> str:
    return f"#{quote('/'.join((tabell, *nøkkel)))}"


def _katalog(utgiver: register.Politidistrikt, om: Om) -> dict[str, Any]:
    navn = f"Avtaler om kommune- og politisamarbeid i {utgiver.navn}"
    hva = (
        "Avtalene mellom politiet og kommunene som tabeller: parter, politiråd, møter, satsningsområder, tiltak, "
        "oppgaver, tjenestesteder og status."
    )
    felles = {
        "dct:publisher": {
            "@id": f"{_ENHET}{utgiver.organisasjonsnummer}",
            "@type": "foaf:Agent",
            "foaf:name": _norsk(utgiver.navn),
            "dct:identifier": utgiver.organisasjonsnummer,
        },
        "dcat:contactPoint": {
            "@id": "#kontakt",
            "@type": "vcard:Organization",
            "vcard:fn": _norsk(utgiver.navn),
            "vcard:hasTelephone": {"@id": f"tel:{utgiver.telefon}"},
            "vcard:hasURL": {"@id": "https://www.politiet.no/"},
        },
        "dct:language": {"@id": f"{_EU}language/NOB"},
        "dct:modified": {"@type": "xsd:date", "@value": om.per_dag},
    }
    adgang = "RESTRICTED" if om.med_navn else "PUBLIC"
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": "#katalog",
        "@type": "dcat:Catalog",
        "dct:title": _norsk(navn),
        "dct:description": _norsk(hva),
        **felles,
        "dcat:dataset": {
            "@id": "#datasett",
            "@type": "dcat:Dataset",
            "dct:title": _norsk(navn),
            "dct:description": _norsk(hva),
            **felles,
            "dcat:theme": [{"@id": f"{_EU}data-theme/{tema}"} for tema in ("GOVE", "JUST")],
            "dcat:keyword": [_norsk(ord_) for ord_ in ("politiråd", "politikontakt", "kommune", "politi", "SLT")],
            "dct:accessRights": {"@id": f"{_EU}access-right/{adgang}"},
            "dcat:version": str(VERSJON),
            "dcat:distribution": {
                "@id": "#distribusjon",
                "@type": "dcat:Distribution",
                "dct:title": _norsk("Tabellene som JSON-LD"),
                "dcat:accessURL": {"@id": DATA},
                "dcat:downloadURL": {"@id": DATA},
                "dct:format": {"@id": f"{_EU}file-type/JSON_LD"},
                "dcat:mediaType": {"@id": "https://www.iana.org/assignments/media-types/application/ld+json"},
            },
        },
    }


def _norsk(tekst: str) -> dict[str, str]:
    return {"@language": "nb", "@value": tekst}
