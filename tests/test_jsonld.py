"""The linked data of `avtalegen data`: a catalogue as DCAT-AP-NO demands it, and a node for each row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import cli_support
from tests.cli_support import ROOT, VALID, Run
from tests.grundig import grundig

cli = cli_support.cli
I_DAG = ("--i-dag", "2026-11-20")
of_libraries = pytest.mark.filterwarnings("ignore::DeprecationWarning")
"""What rdflib warns itself of."""
HER = "https://eksempel.no/tall/"


@pytest.fixture
def ut(cli: Run, tmp_path: Path) -> Path:
    assert cli("data", str(ROOT / "eksempler/avtalerepo"), "--til", "ut", "--format", "jsonld", *I_DAG).code == 0
    return tmp_path / "ut"


@grundig
@of_libraries
def test_the_catalogue_is_as_dcat_ap_no_demands_it(ut: Path) -> None:
    from pyshacl import validate
    from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef

    graf = Graph().parse(ut / "katalog.jsonld", format="json-ld", publicID=f"{HER}katalog.jsonld")
    skjema = Graph().parse(Path(__file__).parent / "dcat-ap-no.ttl")
    holder, _, tekst = validate(graf, shacl_graph=skjema, meta_shacl=True)
    assert holder, tekst
    (distribusjon,) = graf.subjects(RDF.type, DCAT.Distribution)
    assert graf.value(distribusjon, DCAT.accessURL) == URIRef(f"{HER}avtaler.jsonld")
    # Each demand is one that can fail.
    for hva in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint, DCAT.theme, DCAT.accessURL):
        uten = Graph()
        for tripel in graf:
            if tripel[1] != hva:
                uten.add(tripel)
        assert not validate(uten, shacl_graph=skjema)[0], hva


@grundig
@of_libraries
def test_every_row_is_a_node_that_leads_to_its_agreement(ut: Path) -> None:
    from rdflib import RDF, XSD, Graph, Namespace

    tabeller = Namespace("urn:avtalegen:tabeller:1:")
    graf = Graph().parse(ut / "avtaler.jsonld", format="json-ld", publicID=f"{HER}avtaler.jsonld")
    noder = json.loads((ut / "avtaler.jsonld").read_text(encoding="utf-8"))["@graph"]
    assert len({node["@id"] for node in noder}) == len(noder) == len(set(graf.subjects(RDF.type, None)))
    avtaler = set(graf.subjects(RDF.type, tabeller.avtaler))
    møter = set(graf.subjects(RDF.type, tabeller["møter"]))
    assert (len(avtaler), len(møter)) == (3, 9)
    assert {graf.value(møte, tabeller.avtale) for møte in møter} == avtaler
    assert {graf.value(møte, tabeller.dato).datatype for møte in møter} == {XSD.date}


def test_a_catalogue_has_one_publisher_or_none_is_made(cli: Run, tmp_path: Path, ut: Path) -> None:
    katalog = json.loads((ut / "katalog.jsonld").read_text(encoding="utf-8"))
    assert katalog["dct:publisher"]["foaf:name"]["@value"] == "Nordland politidistrikt"
    assert katalog["dcat:dataset"]["dct:accessRights"]["@id"].endswith("/PUBLIC")
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(VALID.replace("1859", "0301").replace("Nordland", "Oslo"), encoding="utf-8")
    ran = cli("data", "a.yaml", "b.yaml", "--til", "to", "--format", "jsonld", *I_DAG)
    assert ran.code == 3
    assert "Avtalene er fra 2 politidistrikter. Ingenting er skrevet." in ran.err
    assert not (tmp_path / "to").exists()
    (tmp_path / "avtalegen.toml").write_text('distrikt = "Oslo"\n', encoding="utf-8")
    assert cli("data", "a.yaml", "b.yaml", "--til", "to", "--format", "jsonld", "--med-navn", *I_DAG).code == 0
    katalog = json.loads((tmp_path / "to/katalog.jsonld").read_text(encoding="utf-8"))
    assert katalog["dct:publisher"]["foaf:name"]["@value"] == "Oslo politidistrikt"
    assert katalog["dcat:dataset"]["dct:accessRights"]["@id"].endswith("/RESTRICTED")
