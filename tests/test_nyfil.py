"""The text of a new YAML file: valid for every kommune, true to the register, and fit to learn from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from avtalegen import register
from avtalegen.dokument.innhold import Document
from avtalegen.flyt import check
from avtalegen.forslag.nyfil import (
    MERKE,
    antall_steder,
    filnavn,
    yaml_tekst,
)
from avtalegen.komponering import compose
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.regler import Valg
from tests.grundig import noen_raskt, utvalg
from tests.i_ett import i_ett
from tests.nyfilprove import avtale, comments, data, unwrapped, values_of
from tests.nyprove import HALLINGDAL, kommuner, tekst, valgt
from tests.skjemaprove import godtar
from tests.yamlprove import lest, skrevet

REGIONS = {
    "Hallingdal": HALLINGDAL,
    "two with different målform": ("3320", "3324"),
    "Herøy and its neighbour": ("1515", "1514"),
    "several fylker": ("3203", "0301"),
    "more than one page of kommuner": register.alle_politidistrikt()[-1].kommunenumre,
    "a herad and a kommune": ("4621", "4628"),
}


@pytest.mark.parametrize("siffer", noen_raskt("0123456789", "1"))
def test_the_file_of_every_kommune_is_valid_and_says_what_the_register_knows(siffer: str) -> None:
    """Those whose number ends in 1 are of most counties, in both målformer, and some have several stations."""
    for k in (k for k in register.alle_kommuner() if k.kommunenummer.endswith(siffer)):
        made = avtale(yaml_tekst((k,), filnavn((k,))))
        (part,) = made.parter.kommuner
        assert (part.kommunenummer, part.navn) == (k.kommunenummer, k.navn)
        assert part.organisasjonsnummer == k.organisasjonsnummer
        politi = register.politidistrikt(made.parter.politi.distrikt)
        assert politi is not None
        assert k.kommunenummer in politi.kommunenumre
        if len(k.politistasjonsdistrikter) == 1:
            assert made.parter.politi.enhet == k.politistasjonsdistrikter[0]
        else:
            assert made.parter.politi.enhet is not None
            assert made.parter.politi.enhet.startswith(MERKE)
        assert made.avtale.målform.value == (k.målform if k.målform != "nøytral" else "bokmål")
        assert made.tjenestetilbud is not None
        assert made.tjenestetilbud.kontakter[0].telefon == ("02800",)
        assert made.signaturer[0].for_ == f"{k.navn} {k.betegnelse}"


@i_ett("numre", REGIONS.values(), ids=REGIONS)
def test_the_file_of_several_kommuner_has_each_of_them_and_what_they_share(numre: tuple[str, ...]) -> None:
    text = tekst(*numre)
    made = avtale(text)
    assert [k.kommunenummer for k in made.parter.kommuner] == list(numre)
    assert all(k.vedtak is not None for k in made.parter.kommuner)
    assert "per_kommune:" in text
    assert "per_år:" not in text
    assert "«regionalt»" in unwrapped(text)
    assert len(made.politikontakt[0].navn) * 3 >= len(numre)
    assert len(made.signaturer) == len(numre) + 1


def test_one_kommune_has_nothing_of_what_several_need() -> None:
    text = tekst("1859")
    assert "regionalt" not in text
    assert "per_kommune" not in text


OFFICES = {
    *("1", "utkast", "bokmål", "nynorsk", "02800", "kommunen", "politiet", "ordfører", "ordførar", "kommunedirektør"),
    *("tjenesteenhetsleder", "tenesteeiningsleiar", "Politiets felles telefonnummer"),
    *("Felles telefonnummer til politiet", "når det ikke haster", "når det ikkje hastar"),
}


@pytest.mark.parametrize("numre", [("1859",), ("4621",), HALLINGDAL])
def test_nothing_stands_as_agreed_that_nobody_chose(numre: tuple[str, ...]) -> None:
    """All that counts in a new file is what the register knows, and which offices there are."""
    known = set(OFFICES)
    for k in kommuner(*numre):
        politi = register.politidistrikt(k.politidistrikt)
        assert politi is not None
        known |= {k.kommunenummer, k.navn, f"{k.navn} {k.betegnelse}", politi.navn, politi.navn_nynorsk}
        known |= {k.organisasjonsnummer or "", *k.politistasjonsdistrikter}
    text = tekst(*numre)
    assert [value for value in values_of(text) if value not in known and not value.startswith(MERKE)] == []
    assert "kalender" not in text


def in_bokmål() -> Iterator[tuple[str, ...]]:
    yield from ((k.kommunenummer,) for k in register.alle_kommuner() if k.målform != "nynorsk")
    yield from (numre for numre in REGIONS.values() if tekst(*numre).count("målform: bokmål"))


def test_the_document_shows_the_places_to_fill_in_and_nothing_of_the_template() -> None:
    for numre in utvalg(in_bokmål(), 12):
        composed = compose(avtale(tekst(*numre)))
        assert composed.diagnostics == ()
        assert isinstance(composed.document, Document)
        shown = repr(composed.document)
        assert "[Fyll inn: navnet på ordføreren" in shown
        assert MERKE not in shown
        assert not re.search(r"\{\{|\{%|Undefined|[\ue000\ue001]|\\ue00[01]", shown)
        assert composed.document.mark == "UTKAST"


FEM = ("1859", "1101", "0301", "4621", "3324")
"""Five kommuner: two that take both målformer, one that requires bokmål, and two that require nynorsk."""


def with_what_is_known(text: str) -> dict[str, Any]:
    """Return a new file where people have filled in the names that they know, and struck all else that is left."""
    facts = {"ordfører": "Kari Nordmann", "ordførar": "Kari Nordmann", "kommunedirektør": "Ola Nordmann"}
    facts |= {"tjenesteenhetsleder": "Per Nordmann", "tenesteeiningsleiar": "Per Nordmann"}

    def kept(value: Any) -> Any:
        if isinstance(value, dict):
            filled = {
                key: facts[value["tittel"]] if key == "navn" and value.get("tittel") in facts else kept(one)
                for key, one in value.items()
            }
            return {key: one for key, one in filled.items() if one} or None
        if isinstance(value, list):
            return [one for one in map(kept, value) if one] or None
        return None if str(value).startswith(MERKE) else value

    found = {key: kept(value) for key, value in data(text).items()}
    return found | {"politiråd": {"leder": "ordføreren"}, "politikontakt": "Anne Nordmann", "signaturer": None}


@i_ett("nummer", FEM)
def test_the_rules_say_the_same_of_a_new_file_as_of_the_same_facts_written_by_hand(nummer: str) -> None:
    (k,) = kommuner(nummer)
    nn = k.målform == "nynorsk"
    by_hand = f"""
format: 1
avtale: {{målform: {"nynorsk" if nn else "bokmål"}}}
parter:
  kommuner:
    kommunenummer: "{nummer}"
    leder: {{tittel: {"ordførar" if nn else "ordfører"}, navn: Kari Nordmann}}
    administrativ_leder: {{tittel: kommunedirektør, navn: Ola Nordmann}}
  politi:
    distrikt: {k.politidistrikt}
    leder: {{tittel: {"tenesteeiningsleiar" if nn else "tjenesteenhetsleder"}, navn: Per Nordmann}}
politiråd: {{leder: ordføreren}}
politikontakt: Anne Nordmann
tjenestetilbud:
  kontakter: {{hva: {"Felles telefonnummer til politiet" if nn else "Politiets felles telefonnummer"}, telefon: 02800}}
"""
    new = skrevet(with_what_is_known(tekst(nummer)), allow_unicode=True)
    told = [
        sorted((d.code, d.message, d.severity) for d in check(text, "a.yaml", Valg(date(2026, 11, 1))).diagnostics)
        for text in (new, by_hand)
    ]
    assert told[0] == told[1]
    assert len(told[0]) > 16


def test_a_new_file_itself_is_told_what_the_guide_would_have() -> None:
    codes = {d.code for d in check(tekst("1859"), "a.yaml", Valg(date(2026, 11, 1))).diagnostics}
    assert {"VEI302", "VEI401", "VEI402", "VEI411", "VEI416", "VEI418", "VEI422", "VEI504", "VEI604", "VEI701"} <= codes


def test_every_part_of_the_format_is_there_in_the_order_of_the_format_or_named_at_the_end() -> None:
    text = tekst("1859")
    found = re.findall(r"^(?:# )?([a-zæøå_]+):", text, re.MULTILINE)
    assert found == [key for key in Avtale.felter if key in found]
    last = text[text.index("signaturer:") :]
    assert {key for key in Avtale.felter if key not in found} == {
        *("arv", "skole", "beredskap", "samarbeidsfora", "oppgaver", "vedlegg", "lokale_avsnitt"),
    }
    assert all(key in last for key in Avtale.felter if key not in found)


def test_the_fields_that_the_comments_name_exist() -> None:
    """«Her kan også stå a, b og c» stands above the part that it is about, or in it."""
    named = 0
    part: type[Del] | None = None
    lines = tekst("1859").split("\n")
    for number, line in enumerate(lines):
        if key := re.match(r"(?:# )?([a-zæøå_]+):", line):
            part = del_i(Avtale.felter[key[1]].type)
        if "kan også stå" not in line:
            continue
        rest = (
            " ".join(lines[number : number + 2])
            .replace("#", "")
            .split("kan også stå")[1]
            .split(".")[0]
            .split(", eller")[0]
        )
        about = part
        if line.startswith("#"):  # above the part
            following = next(m[1] for later in lines[number:] if (m := re.match(r"(?:# )?([a-zæøå_]+):", later)))
            about = del_i(Avtale.felter[following].type)
        assert about is not None
        keys = re.split(r",\s+|\s+og\s+", re.sub(r"\s*\([^)]*\)", "", rest).strip())
        assert len(keys) > 1
        assert set(keys) <= set(about.felter), line
        named += 1
    assert named >= 5


@i_ett("numre", [("1859",), ("0301",), ("5540",), *REGIONS.values()])
def test_comments_fit_on_a_screen(numre: tuple[str, ...]) -> None:
    assert max(len(line) for line in comments(tekst(*numre)) if line.lstrip().startswith("##")) <= 110


def test_the_file_is_not_too_long_to_read() -> None:
    assert tekst("1859").count("\n") <= 200


@pytest.mark.parametrize("numre", [("1859",), HALLINGDAL])
def test_the_number_of_places_is_the_number_of_values_to_fill_in(numre: tuple[str, ...]) -> None:
    text = tekst(*numre)
    marked = [value for value in values_of(text) if value.startswith(f"{MERKE}: ")]
    assert antall_steder(text) == len(marked) > 15


@pytest.mark.parametrize("numre", [("1859",), HALLINGDAL])
def test_an_editor_that_knows_the_schema_accepts_the_file_and_its_proposals(numre: tuple[str, ...]) -> None:
    validator = godtar()
    for text in (tekst(*numre), valgt(tekst(*numre))):
        assert [error.message for error in validator.iter_errors(lest(text))] == []


def test_the_comments_say_how_to_go_on_with_this_file() -> None:
    text = yaml_tekst(kommuner("1859"), "flakstad.yaml")
    assert "avtalegen valider flakstad.yaml\n" in text
    assert "avtalegen lag flakstad.yaml\n" in text
