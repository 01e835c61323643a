"""What the tests of the papers share: an agreement with all that they use, and a paper made of it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.dokument.innhold import Document
from avtalegen.komponering.papir import compose_papir
from avtalegen.komponering.papirer import Mangel
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform

PAPIRER = [papir for papir in Papir if papir is not Papir.AVTALE]
I_DAG = date(2026, 8, 20)
LITEN = 'format: 1\navtale: {status: utkast}\nparter: {kommuner: "1859", politi: Nordland}\n'
_DAGER = (14, 11, 11, 15, 20, 10, 1, 19, 16, 14, 11, 9)
_TEMA = (
    *("Årsplan", "Skole og rus", "Vold i nære relasjoner", "Russefeiring", "17. mai og sommerfester", "Uteliv"),
    *("Kriminalitetsbildet etter sommeren", "Skolestart", "Evaluering og mål for neste år", "Hatkriminalitet"),
    *("Beredskapsøvelse", "Oppsummering"),
)
# The one who signs is another than the one who leads.
FULLMAKT = LITEN.replace(
    '"1859"', '{kommunenummer: "1859", leder: {tittel: ordfører, navn: Kari}, vedtak: {organ: kommunestyre}}'
) + (
    "signaturer: [{tittel: kommunedirektør, navn: Per Nordmann, for: Flakstad kommune, part: kommunen}, "
    "{tittel: lensmann, navn: Ola, part: politiet}]\nevaluering: {hyppighet: årlig}\n"
)
RIK = """\
format: 1
avtale:
  {{status: vedtatt, dato: 1.12.2025, erstatter: [{{tittel: Avtale om politiråd, dato: 3.3.2020, saksnummer: 20/55}}]}}
periode: 2026–2029
parter:
  kommuner:
    kommunenummer: 1841
    leder: {{tittel: ordfører, navn: Dag Eksempel}}
    administrativ_leder: {{tittel: rådmann, navn: Eva Eksempel}}
  politi: {{distrikt: Nordland politidistrikt, enhet: Indre Salten politistasjonsdistrikt}}
satsningsområder:
  - navn: Trygge helger
    mål: [Færre er beruset, Flere kommer trygt hjem]
    tiltak:
      - {{hva: Felles patrulje i sentrum, ansvarlig: [politiet, kommunen], frist: 1.9.2026}}
      - {{hva: Opplæring av vakter, ansvarlig: kommunen, frist: 1.2.2026}}
      - Møte med utestedene
  - Vold i nære relasjoner
  - {{navn: Netthandel, periode: 2028, tiltak: {{hva: Kurs for unge, ansvarlig: politikontakten}}}}
politiråd:
  leder: {{tittel: ordfører, navn: Dag Eksempel, telefon: 90112233}}
  nestleder: stasjonssjefen
  sekretær: {{tittel: SLT-koordinator, navn: Gunn Eksempel, telefon: 76054301, epost: gunn@fauske.example}}
  medlemmer:
    kommune: [ordfører, {{tittel: kommunedirektør, navn: Eva Eksempel}}, kommunalsjef oppvekst, kommuneoverlege]
    politi: [stasjonssjef, politikontakt]
    andre: [representant for ungdomsrådet]
    kan_delta: [leder for barnevernet]
    ved_behov: [brannsjef, rektorene]
  møter:
    per_år: 12
    innkaller: sekretæren
    sted: Fauske rådhus
    saksfrist: 10 virkedager
    innkallingsfrist: en uke
    faste_saker: [Status for satsningsområdene, Kriminalitetsbildet i kommunen]
    ekstra: ved særlige hendelser
    plan:
{plan}
  åpenhet: lukket
  referat:
    {{lagres: kommunens arkiv, frist: en uke, sendes_til: [deltakerne, formannskapet], offentlig: nei}}
politikontakt: {{navn: Kari Nordmann, fra: 1.2.2026, stillingsandel: 100 %}}
slt: {{etablert: ja, koordinator: Gunn Eksempel}}
tjenestetilbud: {{tjenestesteder: [{{navn: Fauske politistasjon, fra: mai 2026}}]}}
forpliktelser:
  kommunen: [Ha kontor til politikontakten]
  ressurser: [{{hva: SLT-koordinator, fra: kommunen, beløp: 850 000 kr, andel: 100 %}}]
taushetsplikt: ja
evaluering:
  hyppighet: årlig
  ansvarlige: [kommunen, politiet]
  neste: oktober 2026
  rapport: {{mottaker: kommunestyret, frist: ved årets slutt, innhold: [mål, tiltak]}}
  oppfølging: Politirådet tar funnene inn i planen for neste år
""".format(
    plan="\n".join(
        f"      - {{dato: 2026-{måned:02}-{dag:02}, klokkeslett: 09.00, slutt: 11.30, tema: {tema}, vert: {vert}}}"
        for måned, (dag, tema, vert) in enumerate(zip(_DAGER, _TEMA, ("kommunen", "politiet") * 6, strict=True), 1)
    )
)
"""Twelve meetings in 2026, each with a host and an item of its own."""


@cache
def lest(text: str) -> Avtale:
    checked = flyt.check(text, "a.yaml")
    assert checked.avtale is not None, checked.diagnostics
    return checked.avtale


@cache
def forsøk(
    text: str,
    papir: Papir,
    møte: int | date | None = None,
    *,
    år: int | None = None,
    i_dag: date | None = I_DAG,
    målform: Målform | None = None,
) -> Document | Mangel:
    """Make a paper of an agreement, or return why there is no such meeting. Nothing in it can be changed."""
    bestilling = Bestilling(dokument=papir, møte=møte, år=år, målform=målform)
    made = compose_papir(lest(text), bestilling, i_dag)
    if isinstance(made, Mangel):
        return made
    assert made.diagnostics == ()
    assert made.document is not None
    return made.document


def papir(text: str, papir: Papir, møte: int | date | None = None, **how: Any) -> Document:
    """Make a paper of an agreement; `how` is as for `forsøk`."""
    made = forsøk(text, papir, møte, **how)
    assert isinstance(made, Document), made
    return made
