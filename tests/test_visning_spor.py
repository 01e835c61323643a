"""What the preview is told of each sentence: the value that it shows, and where that is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from avtalegen.cli._nettleser import source_of
from avtalegen.dokument.tekster import tekster
from avtalegen.flyt import check
from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering.sprak.skrivemate import setninger
from avtalegen.lesing import as_written, parse
from avtalegen.rapporter.formatet.nokler import ved
from avtalegen.samling.repository import Repository
from avtalegen.visning.merker import marks
from avtalegen.visning.spor import spor
from avtalegen.visning.utgave import Edition, edition
from tests.cli_support import VALID
from tests.generator.sammensatt import sammensatt
from tests.grundig import antall
from tests.i_ett import i_ett
from tests.test_visning import LATER, RÅD, attempt, shown

Told = dict[str, Any]


def told(yaml: str) -> Told:
    """What is told, after the way that it goes to the browser."""
    return dict(json.loads(json.dumps(spor(shown(yaml)))))


def at(text: str, fra: int, til: int) -> str:
    """Some of a text, counted as a browser counts."""
    return text.encode("utf-16-le")[fra * 2 : til * 2].decode("utf-16-le")


def sentences(data: Told) -> Iterator[tuple[str, Told]]:
    for text in data["tekster"]:
        for one in text["setninger"]:
            yield at(text["tekst"], one["fra"], one["til"]), one


def sentence(data: Told, beginning: str) -> Told:
    return next(one for text, one in sentences(data) if text.startswith(beginning))


def ways(data: Told, one: Told) -> list[str]:
    return [".".join(map(str, data["verdier"][span["verdi"]]["rute"])) for span in one["spenn"]]


def test_every_span_of_the_document_is_told_and_nothing_else(et_eksempel: Path) -> None:
    first = shown(et_eksempel.read_text(encoding="utf-8"))
    assert first.sheet
    data = json.loads(json.dumps(spor(first)))
    assert data["dokument"] == first.sheet.digest
    seen = 0
    for text in data["tekster"]:
        known = first.sheet.steder.spor.ved(text["id"], text["del"])
        for one in text["setninger"]:
            for span in one["spenn"]:
                words = at(text["tekst"], span["fra"], span["til"])
                route = tuple(data["verdier"][span["verdi"]]["rute"])
                assert any(words in text["tekst"][k.fra : k.til] for k in known if k.rute == route), (words, route)
                seen += 1
        routes = {tuple(data["verdier"][s["verdi"]]["rute"]) for one in text["setninger"] for s in one["spenn"]}
        assert routes == {k.rute for k in known}
    assert seen > 80


def test_the_sentences_of_a_text_are_all_of_it_and_in_order() -> None:
    for nummer in range(antall(2, 100)):
        for text in tekster(sammensatt(nummer).document):
            ends = [end for one in setninger(text.tekst) for end in one]
            assert ends == sorted(ends)
            said = "".join(text.tekst[fra:til] for fra, til in setninger(text.tekst))
            assert "".join(said.split()) == "".join(text.tekst.split())


@i_ett(
    ("text", "expected"),
    [
        ("Én. To! Tre?", ["Én.", "To!", "Tre?"]),
        (
            "Møtet er 1. mars kl. 9, jf. § 2 nr. 3. Etterpå er det kaffe.",
            ["Møtet er 1. mars kl. 9, jf. § 2 nr. 3.", "Etterpå er det kaffe."],
        ),
        ("Bidra med lokaler mv. Kommunen betaler.", ["Bidra med lokaler mv. Kommunen betaler."]),
        ("«Det er bra.» Slik er det.", ["«Det er bra.»", "Slik er det."]),
        ("Adressen\n  Storgata 1\n\n", ["Adressen", "Storgata 1"]),
        ("", []),
        (" – ", ["–"]),
    ],
)
def test_a_sentence_ends_where_people_end_it(text: str, expected: list[str]) -> None:
    assert [text[fra:til] for fra, til in setninger(text)] == expected


def test_the_value_is_on_the_line_that_is_told(et_eksempel: Path) -> None:
    """What people have written as a text, stands on that line, however the document writes it."""
    yaml = et_eksempel.read_text(encoding="utf-8")
    data, lines = told(yaml), yaml.split("\n")
    found = 0
    for text in data["tekster"]:
        for one in text["setninger"]:
            for span in one["spenn"]:
                value = data["verdier"][span["verdi"]]
                words = re.findall(r"[^\W\d]{5,}", at(text["tekst"], span["fra"], span["til"]))
                assert value["fil"] == "a.yaml"
                assert 1 <= value["linje"] <= len(lines)
                # A text over several lines begins on the one before them.
                near = " ".join(lines[value["linje"] - 1 : value["linje"] + 40]).casefold()
                found += any(word.casefold() in near for word in words)
    assert found > 50


def test_every_value_has_a_field_with_a_name_in_words() -> None:
    for nummer in range(antall(2, 100)):
        steder = sammensatt(nummer).spor.steder
        for spans in steder.values():
            for span in spans:
                felt = ved(span.rute)
                assert felt is not None, span.rute
                assert felt.tittel
                assert felt.beskrivelse


def test_what_is_said_of_a_value_is_what_forklar_says_and_what_the_file_says() -> None:
    data = told(RÅD)
    value = data["verdier"][sentence(data, "Leder: ordfører")["spenn"][0]["verdi"]]
    assert value["rute"] == ["politiråd", "leder", "tittel"]
    assert value["vei"] == ["politiråd", "leder"]  # so it is written: the title alone
    assert (value["felt"], value["linje"]) == ("Leder", RÅD.split("\n").index("  leder: ordfører") + 1)
    assert value["beskrivelse"] == next(felt.beskrivelse for felt in [ved(value["vei"])] if felt)
    html = unescape(re.sub("<[^>]*>", "", value["html"]))
    assert html.split("\n")[:4] == [
        "Politiråd: Leder",
        value["beskrivelse"],
        "politiråd › leder",
        f"a.yaml, linje {value['linje']}",
    ]
    assert "<mark>ordfører</mark>" in value["html"]


@i_ett(
    ("yaml", "route", "written"),
    [
        ("a: {b: [x, y]}", ("a", "b", 1), ("a", "b", 1)),
        ("a: {b: x}", ("a", "b", 0, "hva"), ("a", "b")),  # one thing without the list around it
        ("a: {b: {c: x}}", ("a", "b", 0, "c"), ("a", "b", "c")),
        ("a: [{b: x}]", ("a", "b"), ("a",)),
        ("a: {b: x}", ("a", "d", "b"), ("a",)),
        ("a: [x]", ("a", 3), ("a",)),
    ],
)
def test_the_way_to_a_value_is_the_one_that_is_written(yaml: str, route: Rute, written: Rute) -> None:
    root = parse(yaml, "a.yaml").root
    assert root is not None
    assert as_written(root, route) == written


def test_a_list_is_counted_as_people_count() -> None:
    data = told(VALID + "politiråd:\n  leder: ordfører\n  mandat: [Se, Høre]\n")
    value = next(one for one in data["verdier"] if one["rute"] == ["politiråd", "mandat", 1, "hva"])
    assert "politiråd › mandat › nr. 2<" in value["html"]


def test_what_stands_in_another_file_is_told_to_stand_there(tmp_path: Path) -> None:
    agreement, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    agreement.write_text("arv: b.yaml\n" + VALID, encoding="utf-8")
    other.write_text("politiråd: {leder: ordfører}\n", encoding="utf-8")
    checked = check(agreement.read_bytes(), str(agreement), files=Repository(str(agreement)))
    way, span = source_of(checked).place(("politiråd", "leder", "tittel"))
    assert (way, span.file, span.line) == (("politiråd", "leder"), str(other), 1)
    assert source_of(checked).lines[str(other)][0] == "politiråd: {leder: ordfører}"


def test_a_heading_leads_to_the_first_value_under_it_and_what_shows_none_is_fixed_text() -> None:
    data = told(RÅD)
    heading = next(one for text, one in sentences(data) if text == "Politirådet")
    assert heading["spenn"] == []
    assert data["verdier"][heading["viser"]]["rute"][0] == "politiråd"
    fixed = [text for text, one in sentences(data) if not one["spenn"] and one["viser"] is None]
    assert len(fixed) > 3
    assert not [text for text, one in sentences(data) if one["spenn"] and one["viser"] is not None]


@pytest.mark.parametrize("målform", ["bokmål", "nynorsk"])
def test_a_sentence_and_its_field_are_told_of_in_the_language_of_the_agreement(målform: str) -> None:
    data = told(VALID.replace("avtale:\n", f"avtale:\n  målform: {målform}\n"))
    assert data["språk"] == ("nb" if målform == "bokmål" else "nn")
    kommuner = next(one for one in data["verdier"] if [*one["rute"][:2]] == ["parter", "kommuner"])
    assert ("Kva kommunar er med?" in kommuner["html"]) == (målform == "nynorsk")
    assert ("Kommunen eller kommunene" in kommuner["html"]) == (målform == "bokmål")


def test_words_of_ours_that_a_choice_has_put_there_are_told_apart() -> None:
    data = told(VALID + "politiråd: {leder: ordfører, åpenhet: lukket}\n")
    chosen = [span for _, one in sentences(data) for span in one["spenn"] if span["valgt"]]
    assert ["politiråd", "åpenhet"] in [data["verdier"][span["verdi"]]["rute"] for span in chosen]


def test_places_are_counted_as_a_browser_counts() -> None:
    data = told(VALID + 'politiråd: {leder: ordfører, mandat: ["👮🏽 Trygghet 🏡. Forebygging 🏡."]}\n')
    first, second = (one for text, one in sentences(data) if "Trygghet" in text or "Forebygging" in text)
    text = next(text["tekst"] for text in data["tekster"] if "Trygghet" in text["tekst"])
    assert at(text, first["fra"], first["til"]).endswith("👮🏽 Trygghet 🏡.")
    assert at(text, second["fra"], second["til"]).startswith("Forebygging 🏡")


def found(edition_: Edition, code: str) -> Told:
    return next(one for one in marks(edition_) if code in one["navn"])


def test_a_finding_about_a_value_is_marked_at_its_sentence_and_told_at_the_value() -> None:
    first = shown(VALID + "politiråd: {leder: ordfører, møter: 1}\n")
    data = spor(first)
    mark = found(first, "VEI416")
    place = mark["setning"]
    one = next(
        one
        for text in data["tekster"]
        if (text["id"], text["del"]) == (place["id"], place["del"])
        for one in text["setninger"]
        if (one["fra"], one["til"]) == (place["fra"], place["til"])
    )
    value = data["verdier"][one["spenn"][0]["verdi"]]
    assert value["rute"] == ("politiråd", "møter", "per_år")
    assert set(mark["alle"]) <= set(value["funn"])
    assert "VEI416" in value["html"]
    assert f'href="#{mark["funn"]}"' in value["html"]
    missing = next(one for one in marks(first) if one["setning"] is None and one["overskrift"])
    assert missing["alle"]


def test_what_is_told_of_an_earlier_edition_says_so() -> None:
    first = shown(RÅD)
    broken = edition("a.yaml", attempt(RÅD + "ukjent: x\n"), LATER, first)
    assert not broken.current
    html = [value["html"] for value in spor(broken)["verdier"]]
    assert html
    assert all(" i den forrige utgaven<" in one for one in html)


def test_without_a_document_there_is_nothing_to_ask() -> None:
    assert spor(shown("format: 1\nukjent: x\n"))["tekster"] == []


def test_nothing_in_a_file_can_become_part_of_the_page() -> None:
    evil = "</code><script>alert(1)</script>"
    data = told(VALID + f'politiråd: {{leder: ordfører, mandat: ["{evil}"]}}\n')
    html = next(value["html"] for value in data["verdier"] if "mandat" in value["rute"])
    assert "&lt;script&gt;" in html
    assert "<script" not in html
