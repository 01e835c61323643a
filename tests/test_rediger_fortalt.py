"""What the page that edits is told of the agreement: values, findings, proposals, and what is inherited."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.grundig import antall
from tests.redigeringsside import HOST, Side
from tests.test_rediger_okt import PER_ÅR, YAML


@pytest.fixture
def side(tmp_path: Path) -> Side:
    return Side(tmp_path)


def test_a_change_is_made_and_the_page_told(side: Side) -> None:
    before = side.get("/api/tilstand")
    assert before["data"]["politiråd"]["møter"]["per_år"] == "2"
    told = side.post(
        "/api/endre",
        utgave=before["utgave"],
        hva="Møter i året",
        endringer=[{"slag": "sett", "rute": [*PER_ÅR], "verdi": "minst fire"}],
    )
    assert told["svar"] == "lagret"
    after = told["tilstand"]
    assert after["data"]["politiråd"]["møter"]["per_år"] == "minst fire"
    assert after["angre"] == "Møter i året"
    assert after["endringer"][0]["før"] == "2"
    assert "minst fire" in side.text
    assert "minst fire" in side.ask("/avtale.html", HOST, side.cookie).body.decode()
    assert side.post("/api/angre")["svar"] == "lagret"
    assert side.text == YAML
    assert side.post("/api/gjor-om")["tilstand"]["gjør_om"] is None


def test_a_conflict_shows_all_three(side: Side) -> None:
    before = side.get("/api/tilstand")["utgave"]
    side.path.write_text(YAML.replace("per_år: 2", "per_år: 3"), encoding="utf-8")
    change = {"slag": "sett", "rute": [*PER_ÅR], "verdi": "4"}
    told = side.post("/api/endre", utgave=before, hva="x", endringer=[change])
    assert (told["svar"], told["lest"], told["min"], told["filens"]) == ("konflikt", "2", "4", "3")


def test_an_unreadable_value_is_told_and_not_written(side: Side) -> None:
    change = {"slag": "sett", "rute": ["avtale", "status"], "verdi": "halvferdig"}
    now = side.get("/api/tilstand")["utgave"]
    for prøv in (True, False):
        told = side.post("/api/endre", utgave=now, hva="Status", endringer=[change], prøv=prøv)
        assert told["svar"] == "avvist"
        assert "halvferdig" in told["funn"][0]["melding"]
    assert side.text == YAML


def test_the_parts_say_how_far_they_have_come(side: Side) -> None:
    parts = {part["id"]: part["tilstand"] for part in side.get("/api/tilstand")["deler"]}
    assert set(parts.values()) <= {"tom", "påbegynt", "ferdig", "valgfri"}
    assert parts["satsningsområder"] == "tom"
    assert parts["vedlegg"] == "valgfri"


def test_proposals_are_offered_and_taken_as_any_change(side: Side) -> None:
    state = side.get("/api/tilstand")
    mulig = next(one for one in state["forslag"] if one["rute"] == ["periode", "revisjon"])
    assert mulig["setning"]
    change = {"slag": "sett", "rute": mulig["rute"], "verdi": mulig["verdi"]}
    after = side.post("/api/endre", utgave=state["utgave"], hva="Revisjon", endringer=[change])["tilstand"]
    assert all(one["rute"] != mulig["rute"] for one in after["forslag"])
    assert "revisjon: årlig" in side.text


def test_what_is_inherited_says_from_where_and_for_whom(tmp_path: Path) -> None:
    (tmp_path / "felles.yaml").write_text("politiråd:\n  samarbeidsklima: tillit\n", encoding="utf-8")
    side = Side(tmp_path)
    side.path.write_text(side.text.replace("format: 1\n", "format: 1\narv: felles.yaml\n"), encoding="utf-8")
    (tmp_path / "annen.yaml").write_text(side.text, encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    (arvet,) = side.get("/api/tilstand")["arvet"]
    assert arvet["rute"] == ["politiråd", "samarbeidsklima"]
    assert arvet["navn"] == "Hentet fra felles.yaml"
    assert sorted(arvet["gjelder"]) == ["annen.yaml", "avtale.yaml"]


def test_what_is_the_agreements_own_instead_of_what_is_shared_says_so(tmp_path: Path) -> None:
    shared = (
        "parter:\n  politi:\n    telefon: 02800\n"
        "politiråd:\n  leder: varaordfører\n  møter:\n    per_år: 6\n    sted: rådhuset\n  mandat: [A, B]\n"
        "slt: nei\n"
    )
    (tmp_path / "felles.yaml").write_text(shared, encoding="utf-8")
    side = Side(tmp_path)
    side.path.write_text(side.text.replace("format: 1\n", "format: 1\narv: felles.yaml\n"), encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    state = side.get("/api/tilstand")
    # «politi» is a text here and has fields there: to take it away would take the district with it.
    assert [(".".join(one["rute"]), one["felles"]) for one in state["overstyrer"]] == [
        ("politiråd.leder", "varaordfører"),
        ("politiråd.møter.per_år", "6"),
        ("politiråd.mandat", ["A", "B"]),
    ]
    assert {one["navn"] for one in state["overstyrer"]} == {"Eget for Flakstad."}
    assert state["tittel"] == "Flakstad og Nordland politidistrikt"  # the file has the number alone
    change = {"slag": "fjern", "rute": ["politiråd", "møter", "per_år"]}
    after = side.post("/api/endre", utgave=state["utgave"], hva="Møter i året", endringer=[change])
    assert after["svar"] == "lagret"
    assert after["tilstand"]["data"]["politiråd"]["møter"]["per_år"] == "6"
    assert ["politiråd", "møter", "per_år"] in [one["rute"] for one in after["tilstand"]["arvet"]]


@pytest.mark.parametrize(("skrevet", "verdi"), [("2", "4"), ("minst to", "minst 4"), ("Minst 2", "Minst 4")])
def test_a_finding_about_a_value_has_another_to_change_it_to(side: Side, skrevet: str, verdi: str) -> None:
    side.path.write_text(side.text.replace("per_år: 2", f"per_år: {skrevet}"), encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    state = side.get("/api/tilstand")
    (found,) = [one for one in state["funn"] if one["kode"] == "VEI417"]
    assert found["endre_til"] == {"rute": [*PER_ÅR], "verdi": verdi}
    change = {"slag": "sett", **found["endre_til"]}
    after = side.post("/api/endre", utgave=state["utgave"], hva="Møter i året", endringer=[change])
    assert after["svar"] == "lagret"
    assert all(one["kode"] != "VEI417" for one in after["tilstand"]["funn"])


def test_what_is_missing_is_proposed_and_nothing_is_changed_for_it(side: Side) -> None:
    funn = side.get("/api/tilstand")["funn"]
    assert [one["kode"] for one in funn if one["endre_til"]] == ["VEI417"]
    assert all(one["endre_til"] is None for one in funn if one["forslag"])


def test_what_the_agreement_lacks_is_told_in_the_part_that_is_missing(tmp_path: Path) -> None:
    """A finding stands at «avtale» when there is no better place in the file; on the page there is one."""
    side = Side(tmp_path, fil=False)
    side.post("/api/ny", kommuner=["1859"], målform="bokmål", prøv=False)
    side.post("/api/apne", fil="flakstad.yaml")
    state = side.get("/api/tilstand")
    told = {found["kode"]: (found["del"], found["sted"]) for found in state["funn"]}
    assert told["VEI304"] == ("satsningsområder", ["satsningsområder"])
    assert told["VEI422"] == ("taushetsplikt", ["taushetsplikt"])
    assert told["VEI302"] == ("varighet", ["periode"])
    assert told["VEI701"][0] == "evaluering"
    assert state["deler"][0]["tilstand"] == "ferdig"
    svar = side.post("/api/ignorer", utgave=state["utgave"], kode="VEI304", rute=["avtale"], grunn="nei")
    assert svar["svar"] == "lagret"


def test_a_value_that_stands_in_very_many_places_is_told_in_few_words(side: Side) -> None:
    side.path.write_text(YAML + "a: &a [x]\nb: [" + ", ".join(["*a"] * antall(500, 2_000)) + "]\n", encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    assert len(json.dumps(side.get("/api/tilstand"))) < antall(50_000, 200_000)
