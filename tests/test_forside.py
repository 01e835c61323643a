"""The first page of an agreement, and the top of the others: the parties and the mark, and no more than that."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from pypdf import PdfReader

import avtalegen
from avtalegen.dokument.innhold import Document
from avtalegen.komponering import compose
from avtalegen.skrivere.bredde import width
from avtalegen.skrivere.disposisjon import top_of_page
from tests.grundig import utvalg
from tests.i_ett import i_ett
from tests.papirprove import LITEN, RIK, lest
from tests.wordprove import NS, W

TITTEL = LITEN.replace("utkast", "utkast, tittel: Samarbeidsavtale mellom Flakstad kommune og Nordland politidistrikt")
TOLV = LITEN.replace('"1859"', "[1859, 1860, 1804, 1806, 1811, 1812, 1813, 1815, 1816, 1818, 1820, 1822]")
ANDRE = ", ".join(f"{{navn: Interkommunalt samarbeid nummer {n} for hele regionen}}" for n in range(6))
MANGE_PARTER = TOLV.replace("politi: Nordland", f"politi: Nordland, andre: [{ANDRE}]")
FILER = {"liten": LITEN, "tittel": TITTEL, "rik": RIK, "tolv": TOLV}


def sider(yaml: str, tmp_path: Path) -> list[str]:
    """The pages of the PDF."""
    return [page.extract_text() for page in PdfReader(BytesIO(avtalegen.lag(_fil(yaml, tmp_path), "pdf"))).pages]


def _fil(yaml: str, tmp_path: Path) -> Path:
    file = tmp_path / "avtale.yaml"
    file.write_text(yaml, encoding="utf-8")
    return file


def satt_sammen(yaml: str, målform: str = "bokmål") -> Document:
    made = compose(lest(yaml.replace("status:", f"målform: {målform}, status:", 1)))
    assert made.document is not None
    return made.document


def forfra(side: str) -> str:
    """A page on one line, up to the places to sign."""
    return " ".join(side.split("Signaturer", maxsplit=1)[0].split())


@pytest.mark.parametrize("yaml", utvalg(FILER.values(), 2))
def test_the_first_page_of_a_pdf_names_each_party_and_the_mark_twice_at_most(yaml: str, tmp_path: Path) -> None:
    first = forfra(sider(yaml, tmp_path)[0])
    parties = [k.navn for k in lest(yaml).parter.kommuner] or ["Flakstad", "Fauske"]
    assert 1 <= first.count("politidistrikt") <= 2
    for party in ("Flakstad kommune", "Fauske kommune", "Bodø kommune", *filter(None, parties)):
        assert first.count(party) <= 2
    # On the front, and across the page.
    assert first.replace(" ", "").casefold().count("utkast") == (2 if "utkast" in yaml else 0)


@pytest.mark.parametrize("yaml", FILER.values(), ids=FILER)
def test_the_first_page_of_a_word_file_has_nothing_on_top_but_the_mark_across_it(yaml: str, tmp_path: Path) -> None:
    archive = ZipFile(BytesIO(avtalegen.lag(_fil(yaml, tmp_path), "docx")))
    root = etree.fromstring(archive.read("word/document.xml"))
    assert root.findall(f".//{{{W}}}sectPr/{{{W}}}titlePg")
    kinds = root.xpath("//w:sectPr/w:headerReference/@w:type | //w:sectPr/w:footerReference/@w:type", namespaces=NS)
    assert sorted(kinds) == ["default", "default", "first", "first"]
    first, others = (archive.read(f"word/{name}.xml").decode() for name in ("forstetopptekst", "topptekst"))
    assert "<w:t" not in re.sub(r"<w:t(?:ab|extpath)\b", "", first)
    assert first.count('string="UTKAST"') == others.count('string="UTKAST"') == int("utkast" in yaml)
    assert "politidistrikt" in others
    assert archive.read("word/forstebunntekst.xml") == archive.read("word/bunntekst.xml")
    body = "".join(root.itertext()).split("Innledning")[0]
    assert body.casefold().count("utkast") == int("utkast" in yaml)


def test_the_other_pages_name_the_parties_and_the_mark_on_top(tmp_path: Path) -> None:
    second = sider(TOLV, tmp_path)[1].replace(" ", "")
    assert "AvtalemellomtolvkommunerogNordlandpolitidistrikt" in second
    assert second.count("UTKAST") == 2


def test_a_printed_page_has_them_from_the_second_on(tmp_path: Path) -> None:
    page = avtalegen.lag(_fil(TOLV, tmp_path), "html").decode()
    assert '@page{@top-left{content:"Avtale mellom tolv kommuner og Nordland politidistrikt"}' in page
    assert '@page:first{@top-left{content:""}@top-right{content:""}}' in page


def test_the_papers_have_them_on_the_first_page_too(tmp_path: Path) -> None:
    page = avtalegen.lag(_fil(RIK, tmp_path), "html", dokument="møteplan").decode()
    assert "@page:first" not in page
    assert '@top-left{content:"Fauske kommune og Nordland politidistrikt"}' in page


@i_ett(
    ("yaml", "målform", "mark", "told"),
    [
        (TOLV, "bokmål", True, "Avtale mellom tolv kommuner og Nordland politidistrikt"),
        (TOLV, "nynorsk", True, "Avtale mellom tolv kommunar og Nordland politidistrikt"),
        (MANGE_PARTER, "bokmål", True, "Avtale mellom tolv kommuner, Nordland politidistrikt og seks andre parter"),
        (MANGE_PARTER, "nynorsk", True, "Avtale mellom tolv kommunar, Nordland politidistrikt og seks andre partar"),
        (LITEN, "bokmål", True, "Flakstad kommune og Nordland politidistrikt"),
    ],
)
def test_the_top_of_a_page_cuts_no_name(yaml: str, målform: str, mark: bool, told: str) -> None:
    document = satt_sammen(yaml, målform)
    assert (document.mark is not None) is mark
    assert top_of_page(document) == told
    assert "…" not in told
    assert width(told) <= 4500


def test_a_party_whose_name_has_no_room_is_not_cut_either() -> None:
    lang = LITEN.replace("politi: Nordland", "politi: Nordland, andre: [{navn: " + "Et samarbeid om alt " * 20 + "}]")
    assert top_of_page(satt_sammen(lang)) == "Avtale om kommune- og politisamarbeid"


def test_the_lines_in_front_say_nothing_that_stands_beside_them() -> None:
    assert [label for label, _ in satt_sammen(LITEN).facts] == []
    assert [label for label, _ in satt_sammen(RIK).facts] == ["Gjelder", "Dato", "Status"]
