"""Changes from several hands, and changes as edits of the file."""

from __future__ import annotations

from random import Random

import pytest
import yaml

from avtalegen.tilbake.fil import skrevet
from avtalegen.tilbake.flett import Konflikt, flett, over
from avtalegen.tilbake.tre import Data, Endringer, Ny, anvendt, like, skrevet_rute
from tests.grundig import antall

DATA: Data = {"a": "1", "liste": ["x", "y", "z"], "folk": [{"navn": "Kari", "rolle": "leder"}, {"navn": "Ola"}]}


def test_what_only_one_has_changed_counts_and_the_same_twice_is_once() -> None:
    en, to = Endringer({("a",): "2", ("b",): "3"}), Endringer({("b",): "3", ("c",): "4"})
    assert flett(DATA, [("en", en), ("to", to)]) == (Endringer({("a",): "2", ("b",): "3", ("c",): "4"}), ())


def test_what_two_have_changed_in_different_ways_changes_nothing() -> None:
    svar = flett(DATA, [("en", Endringer({("a",): "2"})), ("to", Endringer({("a",): "3"}))])
    assert svar == (Endringer(), (Konflikt(("a",), "1", (("en", "2"), ("to", "3"))),))


def test_lists_are_merged_item_by_item() -> None:
    en, to = Endringer({}, {("liste",): (0, Ny("ny"), 1, 2)}), Endringer({}, {("liste",): (0, 2, Ny("sist"))})
    svar = flett(DATA, [("en", en), ("to", to)])
    assert anvendt(DATA, svar.endringer)["liste"] == ["x", "ny", "z", "sist"]


def test_two_orders_of_a_list_are_a_conflict() -> None:
    en, to = Endringer({}, {("liste",): (2, 0, 1)}), Endringer({}, {("liste",): (1, 0, 2)})
    svar = flett(DATA, [("en", en), ("to", to)])
    assert (svar.endringer, svar.konflikter[0].svar) == (
        Endringer(),
        (("en", ["z", "x", "y"]), ("to", ["y", "x", "z"])),
    )


def test_what_one_changes_and_another_takes_away_stays_as_it_was() -> None:
    en, to = Endringer({("folk", 0, "rolle"): "nestleder"}), Endringer({}, {("folk",): (1, Ny({"navn": "Per"}))})
    svar = flett(DATA, [("en", en), ("to", to)])
    assert svar.konflikter == (Konflikt(("folk", 0, "rolle"), "leder", (("en", "nestleder"), ("to", None))),)
    assert [en["navn"] for en in anvendt(DATA, svar.endringer)["folk"]] == ["Kari", "Ola", "Per"]


@pytest.mark.parametrize(
    ("endring", "til", "ventet"),
    [
        (Endringer({("a",): "2"}), {**DATA, "liste": []}, "2"),
        (Endringer({("a",): "2"}), {**DATA, "a": "2"}, "2"),
        (Endringer({("a",): "2"}), {**DATA, "a": "3"}, None),
    ],
)
def test_a_file_that_has_changed_meanwhile(endring: Endringer, til: Data, ventet: str | None) -> None:
    svar = over(endring, DATA, til, "dokumentet", "filen")
    assert bool(svar.konflikter) == (ventet is None)
    assert anvendt(til, svar.endringer)["a"] == (ventet or til["a"])


def test_one_thing_in_a_list_is_found_where_it_stands_now() -> None:
    til = {**DATA, "folk": [{"navn": "Ny"}, {"navn": "Ola"}, {"navn": "Kari", "rolle": "leder", "telefon": "1"}]}
    svar = over(Endringer({("folk", 0, "rolle"): "nestleder"}, {("folk",): (0,)}), DATA, til, "dokumentet", "filen")
    folk = anvendt(til, svar.endringer)["folk"]
    assert folk == [{"navn": "Ny"}, {"navn": "Kari", "rolle": "nestleder", "telefon": "1"}]
    assert svar.konflikter == ()


def test_a_route_is_the_part_of_it_that_is_written() -> None:
    data = {"kontakt": "Kari", "råd": {"leder": {"navn": "Ola"}}, "områder": [{"navn": "x"}]}
    assert skrevet_rute(data, ("kontakt", 0, "navn")) == ("kontakt",)
    assert skrevet_rute(data, ("råd", 0, "leder", "navn")) == ("råd", "leder", "navn")
    assert skrevet_rute(data, ("områder", "områder", 0, "navn")) == ("områder", 0, "navn")


def test_values_that_stand_beside_each_other_and_are_the_same() -> None:
    data = {"a": {"navn": "x"}, "b": {"navn": "x"}, "c": {"navn": "y"}}
    assert like(data, ("a", "navn")) == (("b", "navn"),)


def test_changes_of_lists_are_the_same_in_the_file() -> None:
    """Whatever comes, goes and is moved, with the comments of what stays."""
    tilfeldig = Random(20261120)
    for nr in range(antall(100, 3000)):
        lengde = tilfeldig.randint(1, 6)
        navn = [f"punkt {n}" for n in range(lengde)]
        stil = nr % 3
        linjer = [f"  - {en}  # om {en}" for en in navn] if stil else []
        yaml_ = "format: 1\nliste:\n" + "\n".join(linjer) if stil else f"format: 1\nliste: [{', '.join(navn)}]"
        data = yaml.safe_load(yaml_)
        rekke: list[int | Ny] = [n for n in range(lengde) if tilfeldig.random() < 0.7]
        if tilfeldig.random() < 0.4:
            tilfeldig.shuffle(rekke)
        for n in range(tilfeldig.randint(0, 2)):
            rekke.insert(tilfeldig.randint(0, len(rekke)), Ny(f"ny {n}"))
        endringer = Endringer({}, {("liste",): tuple(rekke)})
        svar = skrevet(f"{yaml_}\n".encode(), "a.yaml", data, endringer)
        assert svar.ikke == ()
        lest = yaml.safe_load(svar.data)
        assert (lest or {}).get("liste") == anvendt(data, endringer).get("liste"), (yaml_, rekke)
        if stil:
            assert all(f"- {navn[en]}  # om {navn[en]}" in svar.data.decode() for en in rekke if isinstance(en, int))
