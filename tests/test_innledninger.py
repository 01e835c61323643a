"""What a list of one becomes after each of its lead-ins, whatever people write: read by a person, and held since.

Every list of points or texts in the format is filled in with one item of each kind, in bokmål and nynorsk; what the
document then says of it stands in `fasit/innledninger.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from avtalegen.komponering import compose
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.deler import Punkt, Rolle
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import Saksnummer, Tekst, TekstEllerSvar
from tests import maltekst
from tests.dokumenttekst import to_text
from tests.grundig import antall, grundig
from tests.test_hvert_felt import Rute, agreement, keys, parts

FASIT = Path(__file__).parent / "fasit" / "innledninger.md"

TEKSTER = {
    "infinitiv": "Følge opp vedtakene",
    "substantiv": "Oppfølging av vedtakene",
    "adjektiv": "Tydelige mål",
    "setning": "Partene følger opp vedtakene",
    "presens": "Følger opp vedtakene",
    "spørsmål": "Hvordan følges vedtakene opp?",
    "leddsetning": "Hvordan vedtakene følges opp",
    "navn": "Trygg Trafikk",
    "forkortelse": "SLT",
    "to setninger": "Følge opp vedtakene. Rådet får melding.",
    "Markdown": "*Følge* opp vedtakene",
}
PUNKTER: dict[str, Any] = {
    "omfatter": {"hva": "Følge opp", "omfatter": ["vedtakene", "planene"]},
    "deler av et substantiv": {"hva": "rutiner", "omfatter": ["varsling", "samtykke"]},
    "bindeord": {"hva": "Følge opp arbeidet", "bindeord": "innen", "omfatter": ["rus", "vold"]},
    "ansvarlig og frist": {"hva": "Følge opp vedtakene", "ansvarlig": ["ordføreren"], "frist": "1.10.2026"},
    **{
        styrke: {"hva": "Følge opp vedtakene", "styrke": styrke}
        for styrke in ("skal", "bør", "kan", "mål", "forventes")
    },
}
ROLLER: dict[str, Any] = {
    "tittel": "ordfører",
    "tittel og navn": {"tittel": "ordfører", "navn": "Kari Nordmann"},
    "navn alene": {"navn": "Kari Nordmann"},
    "kommune": {"tittel": "rådgiver", "kommune": "Gol"},
    "merknad": {"tittel": "ordfører", "merknad": "når saken gjelder budsjettet"},
    **{styrke: {"tittel": "ordfører", "styrke": styrke} for styrke in ("skal", "bør", "kan", "mål", "forventes")},
}
VERB = ["Følge opp vedtakene", "Gi råd"]
BLANDET = ["Følge opp vedtakene", "Gode råd"]
MÅLFORMER = ("bokmål", "nynorsk")
Liste = tuple[Rute, Felt, dict[str, Any]]
UTEN_VERB = ["Oppfølging av vedtakene", "Gode råd"]


def lister(part: type[Del] = Avtale) -> Iterator[Liste]:
    """Give each list of texts, points or people in the format, with what it is tried with."""
    for route, inner in parts(part):
        for felt in inner.felter.values():
            if not felt.mange or issubclass(inner, Punkt | Rolle) or not route:
                continue
            if felt.type in (Tekst, TekstEllerSvar, Saksnummer):
                yield route, felt, TEKSTER
            elif del_i(felt.type) and issubclass(felt.type, Punkt):
                yield route, felt, TEKSTER | PUNKTER
            elif felt.type is Rolle:
                yield route, felt, ROLLER


def sagt(data: dict[str, Any], målform: str) -> list[str]:
    document = compose(Avtale.model_validate(data | {"avtale": {**data["avtale"], "målform": målform}})).document
    assert document is not None
    return to_text(document).splitlines()


def nytt(med: list[str], uten: list[str]) -> str:
    """Return the lines that come of a value: those that are not there without it, headings apart."""
    return " ⏎ ".join(line for line in med if line not in uten and not line.startswith("#"))


def tabell(målform: str, stykker: Iterable[Liste]) -> Iterator[tuple[str, str]]:
    """Give the heading of each list that is one in the document, and what it becomes."""
    for route, felt, prøver in stykker:
        uten = sagt(agreement(route, {}), målform)
        to = nytt(
            sagt(agreement(route, {felt.nøkkel: [{"tittel": t} for t in VERB] if prøver is ROLLER else VERB}), målform),
            uten,
        )
        if "- " not in to:  # it isn't a list in the document, but words in a sentence
            continue
        flere = {"flere verb": VERB, "uten verb": UTEN_VERB, "blandet": BLANDET} if prøver is not ROLLER else {}
        linjer = []
        for slag, verdi in (prøver | flere).items():
            liste = verdi if slag in flere else [verdi]
            linjer.append(f"- {slag}: {nytt(sagt(agreement(route, {felt.nøkkel: liste}), målform), uten)}\n")
        yield f"### {'.'.join((*keys(route), felt.nøkkel))}", "".join(linjer)


def lest_side() -> dict[tuple[str, str], str]:
    """Return what a person has read: for each målform and heading what stands there."""
    deler = re.split(r"^(##+ .*)\n\n?", FASIT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    lest, målform = {}, ""
    for overskrift, tekst in zip(deler[1::2], deler[2::2], strict=True):
        if overskrift.startswith("### "):
            lest[målform, overskrift] = tekst.rstrip("\n") + "\n"
        else:
            målform = overskrift.removeprefix("## ").lower()
    return lest


@pytest.mark.parametrize("målform", MÅLFORMER)
def test_what_a_list_of_one_becomes_is_what_a_person_has_read(målform: str, skriv_fasit: bool) -> None:
    """An eighth of the lists, others in each målform; all of them are written, and tried by the next."""
    if skriv_fasit:
        FASIT.write_text(hele(), encoding="utf-8")
    lest, første = lest_side(), MÅLFORMER.index(målform)
    laget = dict(tabell(målform, [*lister()][første :: antall(8, 1)]))
    assert len(laget) >= 5
    assert laget == {overskrift: lest.get((målform, overskrift)) for overskrift in laget}


@grundig
def test_the_page_that_a_person_has_read_has_every_list_and_no_other() -> None:
    assert hele() == FASIT.read_text(encoding="utf-8")


def hele() -> str:
    made = "# Hva en liste med ett punkt blir\n\nSkrevet av test_innledninger.py, og lest av et menneske.\n"
    for målform in MÅLFORMER:
        made += f"\n## {målform.capitalize()}\n"
        made += "".join(f"\n{overskrift}\n\n{tekst}" for overskrift, tekst in tabell(målform, lister()))
    return made


# Lists of things that have more than a text: what they become is in test_setninger.
ANDRE = {
    *("Partene øver sammen på", "Politiet besøker", "Målgruppen er"),
    *("Her kan man ta kontakt:", "Dette settes inn i samarbeidet:"),
    *("Fast kontaktledd for politiet:", "Utenom politirådet møtes partene i", "Partene møtes i"),
}


def test_no_lead_in_of_a_template_is_missing_from_the_table() -> None:
    table = FASIT.read_text(encoding="utf-8")
    templates = "\n".join(path.read_text(encoding="utf-8") for path in maltekst.templates("nb"))
    leads = re.findall(r"^Ett punkt: ([^{\n]+)$", templates, re.MULTILINE)
    assert {lead for lead in leads if lead not in table} == ANDRE
