"""Agreements with people in them, and those who take part in a meeting by them."""

from __future__ import annotations

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.dokument.innhold import Document, Table, characters
from avtalegen.komponering.mal.sandbox import environment
from avtalegen.komponering.mal.view import view
from avtalegen.komponering.papirer import Papirdata, samle
from avtalegen.modell.avtale import Avtale

EN = """\
format: 1
avtale: {status: utkast}
parter:
  kommuner:
    - kommunenummer: "4018"
      leder: {tittel: ordfører, navn: Kari Nordmann}
      administrativ_leder: {tittel: kommunedirektør, navn: Ola Nordmann}
  politi: {distrikt: Sør-Øst politidistrikt, leder: {tittel: tjenesteenhetsleder, navn: Per Hansen}}
politiråd:
  leder: ordføreren
  sekretær: SLT-koordinatoren
  medlemmer:
    kommune: [ordfører, kommunedirektør, SLT-koordinator]
    politi: [tjenesteenhetsleder, politikontakt]
  møter: {per_år: 4, innkaller: sekretæren}
politikontakt: {navn: Pia Hansen}
slt: {koordinator: {tittel: SLT-koordinator, navn: Siv Hansen}}
"""
TO = EN.replace(
    "  kommuner:\n",
    '  kommuner:\n    - kommunenummer: "4016"\n      leder: {tittel: ordfører, navn: Nils Nordmann}\n'
    "      administrativ_leder: {tittel: kommunedirektør, navn: Anne Nordmann}\n",
)


def samlet(avtale: Avtale, papir: Papir = Papir.REFERAT) -> Papirdata:
    seen = view(avtale, environment("nb").språk)
    navn = [k.fullt_navn for k in seen["kommuner"]]
    found = samle(avtale, Bestilling(dokument=papir), navn, None, seen["distrikt"])
    assert isinstance(found, Papirdata)
    return found


def tabell(document: Document) -> list[list[str]]:
    return next([[characters(c) for c in row] for row in b.rows] for b in document.blocks if isinstance(b, Table))
