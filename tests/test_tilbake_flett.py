"""Changes from several hands, and changes as edits of the file."""

from __future__ import annotations

from random import Random

import pytest
import yaml

from avtalegen.dokument.spor import Rute
from avtalegen.lesing.redigering import Flytt
from avtalegen.tilbake import fil
from avtalegen.tilbake.fil import skrevet
from avtalegen.tilbake.flett import Konflikt, flett, over
from avtalegen.tilbake.kommentar import med_kommentarer
from avtalegen.tilbake.tre import Data, Endringer, Ny, Rekke, anvendt, elementer, like, skrevet_rute, verdi_ved
from tests.grundig import antall
from tests.i_ett import i_ett

DATA: Data = {"a": "1", "liste": ["x", "y", "z"], "folk": [{"navn": "Kari", "rolle": "leder"}, {"navn": "Ola"}]}


def test_what_only_one_has_changed_counts_and_the_same_twice_is_once() -> None:
    en, to = Endringer({("a",): "2", ("b",): "3"}), Endringer({("b",): "3", ("c",): "4"})
    assert flett(DATA, [("en", en), ("to", to)]) == (Endringer({("a",): "2", ("b",): "3", ("c",): "4"}), ())


def test_what_two_have_changed_in_different_ways_changes_nothing() -> None:
    svar = flett(DATA, [("en", Endringer({("a",): "2"})), ("to", Endringer({("a",): "3"}))])
    assert svar == (Endringer(), (Konflikt(("a",), "1", (("en", "2"), ("to", "3"))),))


@i_ett(
    ("lister", "verdier", "tatt_bort"),
    [
        ({("folk",): (1,)}, {}, True),
        ({("folk",): (0, Ny({"navn": "Per"}), 1)}, {}, False),
        ({("liste",): (0,)}, {}, False),
        ({}, {("folk",): None}, True),
        ({}, {("liste",): None}, False),
        ({}, {("folk", 0, "rolle"): None}, False),
    ],
)
def test_a_value_that_one_has_changed_is_in_conflict_only_when_another_takes_away_what_it_stands_in(
    lister: dict[Rute, Rekke], verdier: dict[Rute, Data], tatt_bort: bool
) -> None:
    navn: Rute = ("folk", 0, "navn")
    svar = flett(DATA, [("en", Endringer({navn: "Siri"})), ("to", Endringer(verdier, lister))])
    konflikt = Konflikt(navn, "Kari", (("en", "Siri"), ("to", None)))
    assert svar.konflikter == ((konflikt,) if tatt_bort else ())
    assert (navn in svar.endringer.verdier) != tatt_bort


def test_what_is_in_conflict_stands_in_its_list_once() -> None:
    for rekke, ventet in (((0, Ny("ny"), 1), (0, Ny("ny"), 1)), ((1,), (0, 1)), ((1, Ny("ny")), (0, 1, Ny("ny")))):
        en = Endringer({("folk", 0, "navn"): "Per"}, {("folk",): rekke})
        svar = flett(DATA, [("en", en), ("to", Endringer({("folk", 0, "navn"): "Pål"}))])
        assert [konflikt.rute for konflikt in svar.konflikter] == [("folk", 0, "navn")]
        assert svar.endringer == Endringer({}, {("folk",): ventet})


def test_lists_are_merged_item_by_item() -> None:
    en, to = Endringer({}, {("liste",): (0, Ny("ny"), 1, 2)}), Endringer({}, {("liste",): (0, 2, Ny("sist"))})
    svar = flett(DATA, [("en", en), ("to", to)])
    assert anvendt(DATA, svar.endringer)["liste"] == ["x", "ny", "z", "sist"]


def test_what_two_have_put_first_and_in_the_same_place_is_there_once_and_in_order() -> None:
    en = Endringer({}, {("liste",): (Ny("a"), 0, Ny("b"), 1, 2)})
    to = Endringer({}, {("liste",): (Ny("a"), Ny("c"), 0, Ny("d"), 2)})
    svar = flett(DATA, [("en", en), ("to", to)])
    assert anvendt(DATA, svar.endringer)["liste"] == ["a", "c", "x", "b", "d", "z"]
    assert svar.konflikter == ()


def test_what_one_changes_in_what_another_takes_away_is_a_conflict() -> None:
    data: Data = {"råd": {"leder": {"navn": "Ola"}}}
    en, to = Endringer({("råd", "leder", "navn"): "Kari"}), Endringer({("råd", "leder"): None})
    svar = flett(data, [("en", en), ("to", to)])
    assert svar.konflikter == (Konflikt(("råd", "leder", "navn"), "Ola", (("en", "Kari"), ("to", None))),)


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


@i_ett("nøkkel", ["kommunenummer", "navn", "hva", "tittel", "overskrift", "dato", "kode", "tema"])
def test_one_thing_in_a_list_goes_by_what_it_is_called(nøkkel: str) -> None:
    fra: Data = {"liste": [{nøkkel: "1", "x": "a"}, {nøkkel: "2"}]}
    til: Data = {"liste": [{nøkkel: "2"}, {nøkkel: "1", "x": "a", "y": "b"}]}
    svar = over(Endringer({("liste", 0, "x"): "c"}), fra, til, "dokumentet", "filen")
    assert svar == (Endringer({("liste", 1, "x"): "c"}), ())


UKJENT = {"liste": [{"x": "1"}, {"y": "1"}]}


@i_ett(
    ("fra", "til", "rute", "er"),
    [
        (DATA, {**DATA, "folk": [{"navn": "Kari", "rolle": "leder"}]}, ("folk", 1, "navn"), None),
        (DATA, {**DATA, "folk": [{"navn": "Ola", "x": "1"}, {"navn": "Ola", "x": "2"}]}, ("folk", 1, "navn"), None),
        (DATA, {**DATA, "folk": {"navn": "Ola"}}, ("folk", 1, "navn"), None),
        (DATA, {**DATA, "folk": "Ola"}, ("folk", 1, "navn"), None),
        (UKJENT, {"liste": [{"z": "3"}]}, ("liste", 1, "y"), None),
        (DATA, {**DATA, "liste": ["w"]}, ("liste", 1), None),
    ],
)
def test_what_is_not_found_again_is_a_conflict(fra: Data, til: Data, rute: tuple[str | int, ...], er: Data) -> None:
    svar = over(Endringer({rute: "ny"}), fra, til, "dokumentet", "filen")
    var = verdi_ved(fra, rute)
    assert svar == (Endringer(), (Konflikt(rute, var, (("dokumentet", "ny"), ("filen", er))),))


def test_in_the_same_agreement_changes_are_as_they_are() -> None:
    endringer = Endringer({("a",): "2"})
    assert over(endringer, DATA, {**DATA}, "dokumentet", "filen") == (endringer, ())


def test_a_list_that_already_is_what_it_is_to_be() -> None:
    svar = over(Endringer({("liste", 0, "x"): "2"}), {"liste": [{"x": "1"}]}, {"liste": [{"x": "2"}]}, "d", "f")
    assert svar == (Endringer(), ())


@i_ett(
    ("rekke", "til", "ventet"),
    [
        ((0, Ny("ny"), 1, 2), ["y", "x", "w", "z"], ["y", "x", "ny", "w", "z"]),
        ((Ny("ny"), Ny("til"), 0, 1, 2), ["x", "y", "z", "w"], ["ny", "til", "x", "y", "z", "w"]),
        ((0, 2), ["w", "x", "y", "z"], ["w", "x", "z"]),
        ((2, 1, 0), ["x", "y", "z", "w"], None),
        ((2, 1, 0), ["x", "y", "z"], ["z", "y", "x"]),
        ((1, 2), ["w", "y", "z"], None),
        ((1,), ["w"], None),
        ((0, 1, 2, Ny("w")), ["x", "y"], None),
    ],
)
def test_a_list_that_has_changed_meanwhile(rekke: Rekke, til: list[str], ventet: list[str] | None) -> None:
    filen: Data = {**DATA, "a": "2", "liste": til}
    svar = over(Endringer({}, {("liste",): rekke}), DATA, filen, "dokumentet", "filen")
    if ventet is None:
        ny = [en.verdi if isinstance(en, Ny) else DATA["liste"][en] for en in rekke]
        konflikt = Konflikt(("liste",), DATA["liste"], (("dokumentet", ny), ("filen", til)))
        assert svar == (Endringer(), (konflikt,))
    else:
        assert anvendt(filen, svar.endringer)["liste"] == ventet
        assert svar.konflikter == ()


def test_one_thing_alone_becomes_a_list_with_another() -> None:
    assert anvendt({"a": "x"}, Endringer({}, {("a",): (0, Ny("y"))})) == {"a": ["x", "y"]}
    assert anvendt({}, Endringer({}, {("a",): (Ny("y"),)})) == {"a": ["y"]}


def test_a_list_inside_another_is_changed_where_it_was() -> None:
    data: Data = {"a": [{"b": ["p"]}, {"b": ["x", "y"]}]}
    indre, ytre = {("a", 1, "b"): (1,)}, {("a",): (1,)}
    for lister in ({**indre, **ytre}, {**ytre, **indre}):
        assert anvendt(data, Endringer({}, lister)) == {"a": [{"b": ["y"]}]}


def test_one_thing_in_a_list_is_not_emptied() -> None:
    for rute in (("liste", 0), ("folk", 1, "navn")):
        with pytest.raises(LookupError):
            anvendt(DATA, Endringer({rute: None}))


def test_what_is_there_and_the_lists_on_the_way_to_it() -> None:
    ruter: tuple[tuple[str | int, ...], ...] = (("liste", 3), ("a", 0), ("a", "b"), ("liste", 2))
    assert [verdi_ved(DATA, rute) for rute in ruter] == [None, None, None, "z"]
    data: Data = {"a": [{"b": ["x"]}]}
    assert [*elementer(data, ("a", 0, "b", 0))] == [(("a", 0, "b"), 0), (("a",), 0)]
    assert [*elementer({"a": "x"}, ("a", 0))] == [(("a",), 0)]


def test_a_route_is_the_part_of_it_that_is_written() -> None:
    data = {"kontakt": "Kari", "råd": {"leder": {"navn": "Ola"}}, "områder": [{"navn": "x"}]}
    assert skrevet_rute(data, ("kontakt", 0, "navn")) == ("kontakt",)
    assert skrevet_rute(data, ("råd", 0, "leder", "navn")) == ("råd", "leder", "navn")
    assert skrevet_rute(data, ("områder", "områder", 0, "navn")) == ("områder", 0, "navn")


def test_a_change_of_a_value_or_of_a_list_is_a_change() -> None:
    alle = (Endringer(), Endringer({("a",): None}), Endringer({}, {("a",): ()}), Endringer({("a",): "x"}, {("b",): ()}))
    assert [bool(en) for en in alle] == [False, True, True, True]


def test_a_value_is_put_where_nothing_or_a_text_was() -> None:
    satt = anvendt({"a": "tekst", "b": None}, Endringer({(navn, "x"): navn for navn in ("a", "b", "c")}))
    assert satt == {navn: {"x": navn} for navn in ("a", "b", "c")}


def test_values_that_stand_beside_each_other_and_are_the_same() -> None:
    data: Data = {"a": {"navn": "x"}, "b": {"navn": "x"}, "c": {"navn": "y"}}
    assert like(data, ("a", "navn")) == (("b", "navn"),)
    data = {"p": {"a": {"n": "x", "m": "x"}, "b": {"n": "x", "m": "x"}}}
    assert like(data, ("p", "a", "n")) == (("p", "b", "n"), ("p", "a", "m"))


KOMMUNER = ("parter", "kommuner")


@i_ett(
    ("tekst", "endringer", "ventet"),
    [
        ("parter: {kommuner: x}\n", Endringer({}, {KOMMUNER: (0, Ny("y"))}), "parter: {kommuner: [x, y]}\n"),
        ("parter: {kommuner: x}\n", Endringer({}, {KOMMUNER: (Ny("y"),)}), "parter: {kommuner: y}\n"),
        ("parter: {kommuner: x}\n", Endringer({}, {KOMMUNER: (Ny("y"), Ny("z"))}), "parter: {kommuner: [y, z]}\n"),
        ("a: [{b: [p]}, {b: [x, y]}]\n", Endringer({}, {("a",): (1,), ("a", 1, "b"): (1,)}), "a: [{b: [y]}]\n"),
        ("a: [{b: [p]}, {b: [x, y]}]\n", Endringer({}, {("a", 1, "b"): (1,), ("a",): (1,)}), "a: [{b: [y]}]\n"),
        ("a: x\nb: y\n", Endringer({("a",): None, ("b",): "z"}), "b: z\n"),
        ("a: [x]\nb: y\n", Endringer({}, {("a",): ()}), "b: y\n"),
        ("a: x\nb: y\n", Endringer({}, {("a",): ()}), "b: y\n"),
        ("b: y\n", Endringer({}, {("a",): (Ny("x"), Ny("z"))}), "b: y\na:\n  - x\n  - z\n"),
    ],
)
def test_changes_are_made_in_the_file(tekst: str, endringer: Endringer, ventet: str) -> None:
    assert skrevet(tekst.encode(), "a.yaml", yaml.safe_load(tekst), endringer) == (ventet.encode(), ())


@i_ett(
    ("rekke", "trinn"),
    [
        ((0, 1, 2, 3), []),
        ((1, 2, 3, 0), [(0, 3)]),
        ((3, 0, 1, 2), [(3, 0)]),
        ((0, 2, 1, 3), [(2, 1)]),
        ((1, 0, 3, 2), [(1, 0), (3, 2)]),
    ],
)
def test_one_thing_that_has_been_moved_is_moved_once(rekke: Rekke, trinn: list[tuple[int, int]]) -> None:
    assert [*fil._liste(("l",), ["a", "b", "c", "d"], rekke)] == [Flytt(("l",), fra, til) for fra, til in trinn]


def test_what_can_not_be_changed_in_the_file_is_told_and_the_rest_is_changed() -> None:
    tekst = "a: x\nb: y\nl: [p, q]\nc: z\n"
    endringer = Endringer({("a", "k"): "1", ("l", 9): "r", ("b",): None, ("c",): "w"})
    svar = skrevet(tekst.encode(), "a.yaml", yaml.safe_load(tekst), endringer)
    assert svar.data == b"a: x\nl: [p, q]\nc: w\n"
    assert svar.ikke == (
        (
            ("a", "k"),
            "«a» er teksten «x», og har ikke nøkler. Fjern teksten først, eller sett inn alle nøklene på én gang.",
        ),
        (("l", 9), "Listen har 2 punkter, så det er ikke noe punkt nummer 10."),
    )


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


def test_a_remark_stands_over_its_value_and_one_about_nothing_on_top() -> None:
    merknader = [("Kari", "Hei\x07  du", ("b",)), ("", "Topp", None)]
    ny = med_kommentarer(b"a: x\nb: y\n", "a.yaml", merknader).decode()
    assert ny == "# Merknad fra ukjent: Topp\na: x\n# Merknad fra Kari: Hei\ufffd du\nb: y\n"
    assert med_kommentarer(ny.encode(), "a.yaml", merknader).decode() == ny
