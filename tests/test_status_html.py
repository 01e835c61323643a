"""The page of `avtalegen status`: all of it is there without a script, nothing in an agreement is markup, and the
drawing says nothing that the table doesn't."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest

from tests import cli_support
from tests.cli_support import Run
from tests.test_cli_status import FULL, I_DAG, ROLIG, samling

cli = cli_support.cli
__all__ = ["cli", "samling"]


def side(cli: Run, *valg: str) -> lxml.html.HtmlElement:
    ran = cli("status", "--format", "html", *I_DAG, *valg)
    assert (ran.code, ran.err) == (0, "")
    return lxml.html.document_fromstring(ran.out)


def celler(page: lxml.html.HtmlElement, nummer: int) -> dict[str, str]:
    rad = page.xpath("//table[@class='avtaler']/tbody/tr")[nummer]
    return {td.get("data-navn"): " ".join(td.text_content().split()) for td in rad.xpath("td")}


def test_the_table_has_the_rows_in_order_and_their_cells(cli: Run, samling: Path) -> None:
    page = side(cli)
    navn = [th.xpath("string(span[1])") for th in page.xpath("//table[@class='avtaler']/tbody/tr/th")]
    assert navn == ["Flakstad", "Vågan", "uleselig.yaml", "Vestvågøy"]
    første = celler(page, 0)
    assert første["Leder av politirådet"] == "Einar Eksempel, ordfører"
    assert "73 dager igjen" in første["Gjelder"]
    assert "3. desember 2026" in første["Neste møte"]
    assert "Innkalling senest 19. november 2026" in første["Neste møte"]
    assert "Merke gangfeltene (frist: 1.6.2026, ansvarlig: kommunen)" in første["Tiltak over fristen"]
    assert set(celler(page, 2).values()) >= {"ikke lest", "har feil", "1 feil"}
    assert "Trygg skolevei" in page.text_content()
    assert len(page.xpath("//ul[@class='mange']/li")) == 38


def test_nothing_is_hidden_but_what_needs_the_script(cli: Run, samling: Path) -> None:
    page = side(cli)
    assert [skjult.get("id") for skjult in page.xpath("//*[@hidden]")] == ["verktøy"]
    assert not page.xpath("//*[@style] | //*[starts-with(name(@*[1]), 'on')]")
    assert not page.xpath("//link | //img | //script[@src] | //iframe")


def test_the_drawing_is_for_the_eye_alone_and_has_a_bar_for_each(cli: Run, samling: Path) -> None:
    page = side(cli)
    (svg,) = page.xpath("//div[@aria-hidden='true']/svg")
    assert [bar.get("class") for bar in svg.xpath("rect")] == ["forfalt", "feil", "greit"]
    assert [tegn.get("class") for tegn in svg.xpath("path")] == ["møte", "evaluering", "revisjon", "tiltak", "møte"]
    # What is drawn is at the place of its day: the older to the left.
    x = [float(re.findall(r"M([\d.]+)", tegn.get("d"))[0]) for tegn in svg.xpath("path")[:4]]
    assert sorted(x) == [x[3], x[2], x[0], x[1]]


def test_what_people_write_is_never_markup(cli: Run, tmp_path: Path) -> None:
    ond = "</td><script>alert(1)</script>\u202e&amp;"
    (tmp_path / "a.yaml").write_text(
        FULL.replace("Kari Nordmann", f'"{ond}"')
        .replace("Merke gangfeltene", f'"{ond}"')
        .replace("rådhuset", f'"{ond}"'),
        encoding="utf-8",
    )
    (tmp_path / "b<i>.yaml").write_text(ROLIG, encoding="utf-8")
    ran = cli("status", "--format", "html", *I_DAG)
    assert ran.out.count("<script>") == 1
    assert "\u202e" not in ran.out
    page = lxml.html.document_fromstring(ran.out)
    assert celler(page, 0)["Politikontakt"] == "</td><script>alert(1)</script>&amp; (50 %)"
    assert not page.xpath("//i")


@pytest.mark.parametrize("format", ["html", "json", "csv", "tekst"])
def test_a_fødselsnummer_goes_no_further(cli: Run, tmp_path: Path, format: str) -> None:
    (tmp_path / "a.yaml").write_text(
        FULL.replace("Kari Nordmann", "Kari Nordmann 01013000014").replace("rådhuset", "hos 01013000014"),
        encoding="utf-8",
    )
    assert "01013000014" not in cli("status", "--format", format, *I_DAG).out
    assert "Kari Nordmann •••••••••••" in cli("status", "--format", format, *I_DAG).out
    assert b"01013000014" not in cli("kalender", "-o", "-").raw


def test_only_our_own_script_and_style_may_run(cli: Run, samling: Path) -> None:
    regler = side(cli).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert regler.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in regler


@pytest.mark.parametrize(("målform", "språk", "tittel"), [("bokmål", "nb", "Avtalene"), ("nynorsk", "nn", "Avtalane")])
def test_the_page_is_in_one_målform(cli: Run, samling: Path, målform: str, språk: str, tittel: str) -> None:
    page = side(cli, "--målform", målform)
    assert page.get("lang") == språk
    assert page.xpath("string(//h1)").startswith(tittel)
    assert {"nb": "38 kommuner i", "nn": "38 kommunar i"}[språk] in page.text_content()


def test_the_page_takes_the_place_of_an_earlier_one(cli: Run, samling: Path) -> None:
    valg = ("status", "--format", "html", *I_DAG, "-o", "index.html")
    assert cli(*valg).out.startswith("Skrev index.html")
    assert cli(*valg).out.startswith("Uendret: index.html")
    (samling / "index.html").write_text("<!doctype html><title>Noe annet</title>")
    assert cli(*valg).code == 3
