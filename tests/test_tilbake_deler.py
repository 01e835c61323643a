"""What is proposed for units that come, go or are moved, and for lists in a sentence: small enough to judge by eye."""

from __future__ import annotations

from collections.abc import Sequence

from avtalegen.dokument.spor import Spenn
from avtalegen.funn.diagnostic import Rute
from avtalegen.henting.enheter import Enhet
from avtalegen.henting.lest import les
from avtalegen.henting.samstilling import Work
from avtalegen.tilbake import rekker
from avtalegen.tilbake.oppramsing import nytt_element, oppramsinger
from avtalegen.tilbake.tre import Data, Endringer, Ny, Rekke
from tests.i_ett import i_ett

DATA: Data = {
    "folk": [{"navn": "Kari", "rolle": "leder"}, {"navn": "Ola"}],
    "punkt": ["a", "b", "c"],
    "annet": ["x"],
    "tekst": "Første.\n\nAndre.\n\nTredje.",
    "en": "alene",
    "brede": ["a", "b og c", "d"],
    "kort": ["Kari"],
    "vakt": [{"navn": "Kari", "tlf": ["1", "2"], "steder": [{"vei": "A"}, {"vei": "B"}]}],
}
PUNKT, FOLK, TEKST = ("punkt",), ("folk",), ("tekst",)
UENDRET = Endringer()


def enhet(*celler: str, ruter: Sequence[Rute] = (), overskrift: bool = False) -> Enhet:
    """A unit whose values stand in brackets, and show what is at these routes, in their order."""
    igjen = iter(ruter)
    tekster, spenn = [], []
    for celle in celler:
        rein, her = "", []
        for nr, bit in enumerate(celle.replace("]", "[").split("[")):
            if nr % 2:
                her.append(Spenn(len(rein), len(rein) + len(bit), next(igjen)))
            rein += bit
        tekster.append(rein)
        spenn.append(tuple(her))
    return Enhet(("X",), tuple(tekster), tuple(spenn), overskrift, rad=len(celler) > 1)


def liste(rute: Rute, *rekke: int | Ny) -> Endringer:
    return Endringer({}, {rute: rekke})


A, B, C = (enhet(f"[{navn}]", ruter=[("punkt", nr)]) for nr, navn in enumerate("abc"))
X = enhet("[x]", ruter=[("annet", 0)])
KARI = enhet("[Kari]", "[leder]", ruter=[("folk", 0, "navn"), ("folk", 0, "rolle")])
OLA = enhet("[Ola]", "–", ruter=[("folk", 1, "navn")])
ANDRE = enhet("[Andre.]", ruter=[TEKST])
ALENE = enhet("Det er [alene].", ruter=[("en",)])


@i_ett(
    ("borte", "før", "måter"),
    [
        (KARI, UENDRET, [liste(FOLK, 1), Endringer({("folk", 0, "navn"): None, ("folk", 0, "rolle"): None})]),
        (OLA, UENDRET, [liste(FOLK, 0), Endringer({("folk", 1, "navn"): None})]),
        (A, UENDRET, [liste(PUNKT, 1, 2)]),
        (A, liste(PUNKT, 1, 2), []),
        (ANDRE, UENDRET, [Endringer({TEKST: "Første.\n\nTredje."}), Endringer({TEKST: None})]),
        (
            enhet("[Første.]", ruter=[TEKST]),
            UENDRET,
            [Endringer({TEKST: "Andre.\n\nTredje."}), Endringer({TEKST: None})],
        ),
        (ALENE, UENDRET, [Endringer({("en",): None})]),
        (enhet("Våre ord"), UENDRET, []),
        # What shows things of two lists, is in neither.
        (enhet("[a] og [x]", ruter=[("punkt", 0), ("annet", 0)]), UENDRET, []),
    ],
)
def test_what_is_gone_is_taken_away(borte: Enhet, før: Endringer, måter: list[Endringer]) -> None:
    svar = rekker.borte(DATA, før, borte, 7)
    assert [*svar.måter] == måter
    assert (svar.gamle, svar.nye, svar.før, svar.nå) == ((7,), (), borte.tekst, "")
    assert [*svar.ruter] == [spenn.rute for spenn in borte.alle]


ROLLER: list[Rute] = [("folk", 0, "navn"), ("folk", 0, "rolle")]
VARA = enhet("–", "[vara]", ruter=[("folk", 1, "rolle")])
BEGGE = enhet("[Kari], [leder]", ruter=ROLLER)
TLF = enhet("[Kari]", "tlf. [leder]", ruter=ROLLER)
VALGT = KARI._replace(spenn=(KARI.spenn[0], (KARI.spenn[1][0]._replace(valgt=True),)))
STEDER: list[Rute] = [("vakt", 0, "steder", nr, "vei") for nr in (0, 1)]
VAKT = enhet(
    "[Kari]",
    "[1] / [2]",
    "[A] og [B]",
    ruter=[("vakt", 0, "navn"), ("vakt", 0, "tlf", 0), ("vakt", 0, "tlf", 1), *STEDER],
)
NY = enhet("ny")
RAD = enhet("Per", "vara")


@i_ett(
    ("ny", "før", "naboer", "måter"),
    [
        (NY, UENDRET, [(A, True)], [liste(PUNKT, 0, Ny("ny"), 1, 2)]),
        (NY, UENDRET, [(C, True)], [liste(PUNKT, 0, 1, 2, Ny("ny"))]),
        (NY, UENDRET, [(A, False)], [liste(PUNKT, Ny("ny"), 0, 1, 2)]),
        (NY, liste(PUNKT, 0, Ny("y"), 1), [(A, True)], [liste(PUNKT, 0, Ny("y"), Ny("ny"), 1)]),
        (NY, liste(PUNKT, 0, Ny("y")), [(A, True)], [liste(PUNKT, 0, Ny("y"), Ny("ny"))]),
        (NY, liste(PUNKT, 1, 2), [(A, True)], [liste(PUNKT, 1, 2, Ny("ny"))]),
        (NY, UENDRET, [(A, True), (X, False)], [liste(PUNKT, 0, Ny("ny"), 1, 2), liste(("annet",), Ny("ny"), 0)]),
        (RAD, UENDRET, [(KARI, True)], [liste(FOLK, 0, Ny({"navn": "Per", "rolle": "vara"}), 1)]),
        (enhet("Per", "–"), UENDRET, [(OLA, False)], [liste(FOLK, 0, Ny({"navn": "Per"}), 1)]),
        (enhet("–", ""), UENDRET, [(KARI, True)], []),
        (enhet("Per", "leder"), UENDRET, [(VARA, True)], [liste(FOLK, 0, 1, Ny({"rolle": "leder"}))]),
        (enhet("Per", "x"), UENDRET, [(VALGT, True)], [liste(FOLK, 0, Ny({"navn": "Per"}), 1)]),
        (enhet("Per, vara"), UENDRET, [(BEGGE, True)], [liste(FOLK, 0, Ny({"navn": "Per", "rolle": "vara"}), 1)]),
        (enhet("Per", "tlf. "), UENDRET, [(TLF, True)], [liste(FOLK, 0, Ny({"navn": "Per"}), 1)]),
        (
            enhet("Per", "–"),
            UENDRET,
            [(enhet("[Kari]", "–", ruter=[("kort", 0, "navn")]), True)],
            [liste(("kort",), 0, Ny("Per")), liste(("kort",), 0, Ny({"navn": "Per"}))],
        ),
        (
            enhet("Per", "3 / 4", "C og D"),
            UENDRET,
            [(VAKT, True)],
            [liste(("vakt",), 0, Ny({"navn": "Per", "tlf": ["3", "4"], "steder": [{"vei": "C"}, {"vei": "D"}]}))],
        ),
        (
            enhet("Vi har q."),
            UENDRET,
            [(enhet("Vi har [a].", ruter=[("punkt", 0)]), True)],
            [liste(PUNKT, 0, Ny("q"), 1, 2), liste(PUNKT, 0, Ny("Vi har q."), 1, 2)],
        ),
        (
            enhet("Dei har q."),
            UENDRET,
            [(enhet("Vi har [a].", ruter=[("punkt", 0)]), True)],
            [liste(PUNKT, 0, Ny("Dei har q."), 1, 2)],
        ),
        (
            enhet("Vi har ."),
            UENDRET,
            [(enhet("Vi har [a].", ruter=[("punkt", 0)]), True)],
            [liste(PUNKT, 0, Ny("Vi har ."), 1, 2)],
        ),
        (enhet("ny", overskrift=True), UENDRET, [(A, True)], []),
        (NY, UENDRET, [(enhet("Tittel", overskrift=True), True)], []),
        (RAD, UENDRET, [(A, True)], []),
        (enhet("Per", "vara", "x"), UENDRET, [(KARI, True)], []),
        (enhet("Det er ny."), UENDRET, [(ALENE, True)], []),
    ],
)
def test_what_has_come_is_put_in_the_list_of_its_neighbours(
    ny: Enhet, før: Endringer, naboer: list[tuple[Enhet, bool]], måter: list[Endringer]
) -> None:
    svar = rekker.kommet(DATA, før, [A, ny], 1, naboer, Work())
    assert [en for nr, en in enumerate(svar.måter) if en not in svar.måter[:nr]] == måter
    assert (svar.gamle, svar.nye, svar.før, svar.nå) == ((), (1,), "", ny.tekst)
    assert set(svar.ruter) == {rute for en in måter for rute in en.lister} or not måter


def test_a_new_paragraph_is_put_in_the_text() -> None:
    ny = enhet("Nytt.")
    # Where our own words stand too, the paragraph isn't one of the text.
    foran = enhet("Om dette: [Andre.]", ruter=[TEKST])
    assert rekker.kommet(DATA, UENDRET, [ny], 0, [(foran, True)], Work()).måter == ()
    for etter, ventet in ((True, "Andre.\n\nNytt."), (False, "Nytt.\n\nAndre.")):
        svar = rekker.kommet(DATA, UENDRET, [ny], 0, [(ANDRE, etter)], Work())
        assert svar.måter[0] == Endringer({TEKST: f"Første.\n\n{ventet}\n\nTredje."})


@i_ett(
    ("flyttet", "før", "naboer", "måter"),
    [
        (A, UENDRET, [(C, True)], [liste(PUNKT, 1, 2, 0)]),
        (C, UENDRET, [(A, False)], [liste(PUNKT, 2, 0, 1)]),
        (A, UENDRET, [(X, True)], [Endringer({}, {PUNKT: (1, 2), ("annet",): (0, Ny("a"))})]),
        (A, UENDRET, [(A, True)], []),
        (A, liste(PUNKT, 0, 1), [(C, True)], []),
        (A, UENDRET, [(enhet("Våre ord"), True)], []),
    ],
)
def test_what_is_moved_stands_by_its_new_neighbours(
    flyttet: Enhet, før: Endringer, naboer: list[tuple[Enhet, bool]], måter: list[Endringer]
) -> None:
    svar = rekker.flyttet(DATA, før, flyttet, 3, 4, naboer)
    assert [*svar.måter] == måter
    assert (svar.gamle, svar.nye, svar.før, svar.nå) == ((3,), (4,), flyttet.tekst, flyttet.tekst)


@i_ett(
    ("plass", "par", "ventet"),
    [
        (1, [(0, 0), (None, 1), (1, 2)], [(A, True), (B, False)]),
        (0, [(None, 0), (1, 2)], [(B, False)]),
        (3, [(0, 0), (1, 1), (None, 2), (None, 3)], [(B, True)]),
        (0, [(None, 0), (0, None)], []),
        (1, [(0, 0), (None, 1), (None, 2), (1, 3)], [(A, True), (B, False)]),
        (1, [(2, 0), (None, 1), (0, 2), (1, 3)], [(C, True), (A, False)]),
    ],
)
def test_the_neighbours_are_the_nearest_that_were_there(
    plass: int, par: list[tuple[int | None, int | None]], ventet: list[tuple[Enhet, bool]]
) -> None:
    assert rekker.naboer(plass, par, [A, B, C]) == ventet


def test_what_all_in_a_list_say_is_said_of_what_is_new_too() -> None:
    alle: list[Data] = [{"navn": "Kari", "status": "ventet"}, {"navn": "Ola", "status": "ventet"}]
    ny = {"navn": "Per"}
    assert [*rekker._som_de_andre(alle, ny)] == [ny, {"navn": "Per", "status": "ventet"}]
    assert [*rekker._som_de_andre(alle, {"status": "sagt"})] == [{"status": "sagt"}]
    steder = [{**en, "sted": "Rådhuset"} for en in alle]
    assert [*rekker._som_de_andre(steder, {"status": "sagt"})][1:] == [{"status": "sagt", "sted": "Rådhuset"}]
    assert [*rekker._som_de_andre([*alle, {"navn": "Siri"}], ny)] == [ny]
    assert [*rekker._som_de_andre([*alle, "Siri"], ny)] == [ny]
    assert [*rekker._som_de_andre([], ny)] == [ny]
    assert [*rekker._som_de_andre(alle, "Per")] == ["Per"]


PUNKTENE: list[Rute] = [("punkt", nr) for nr in range(3)]
BREDE: list[Rute] = [("brede", nr) for nr in range(3)]
VI_HAR = "Vi har [a], [b] og [c]."
NAVN: list[Rute] = [("folk", 0, "navn"), ("folk", 1, "navn")]


@i_ett(
    ("før", "ruter", "nå", "rekke", "verdier"),
    [
        (VI_HAR, PUNKTENE, "Vi har a, b, d og c.", (0, 1, Ny("d"), 2), {}),
        (VI_HAR, PUNKTENE, "Vi har a og c.", (0, 2), {}),
        (VI_HAR, PUNKTENE, "Vi har d.", (0,), {("punkt", 0): "d"}),
        (VI_HAR, PUNKTENE, "Vi har a, d, e og f.", (0, 1, 2, Ny("f")), {("punkt", 1): "d", ("punkt", 2): "e"}),
        (VI_HAR, PUNKTENE, "Vi har a, b, , d og c.", (0, 1, Ny("d"), 2), {}),
        (VI_HAR, PUNKTENE, "Vi har .", (), {}),
        (VI_HAR, PUNKTENE, "Vi har a , b og  c, og d.", (0, 1, 2, Ny("d")), {}),
        ("Vi har [a], [b].", PUNKTENE[:2], "Vi har d eller b.", None, {("punkt", 0): "d"}),
        ("Vi har [a], [b og c] og [d].", BREDE, "Vi har a, b og c, e og d.", (0, 1, Ny("e"), 2), {}),
        ("Vi har [b] og [c].", PUNKTENE[1:], "Vi har b, d og c.", (0, 1, Ny("d"), 2), {}),
        ("Vi har [a] og [b].", PUNKTENE[:2], "Vi har a, b og d.", (0, 1, Ny("d"), 2), {}),
        ("Vi har [Kari] og [Ola].", NAVN, "Vi har Kari, Per og Ola.", (0, Ny({"navn": "Per"}), 1), {}),
    ],
)
def test_a_list_in_a_sentence_has_become_another(
    før: str, ruter: list[Rute], nå: str, rekke: Rekke | None, verdier: dict[Rute, str]
) -> None:
    rad = enhet(før, ruter=ruter)
    funnet = oppramsinger(DATA, rad.celler[0], rad.alle, nå, les(rad.celler[0], rad.alle, nå, Work()), Work())
    assert funnet is not None
    (en,) = funnet.endret
    assert en.måter[0] == Endringer(verdier, {} if rekke is None else {ruter[0][:1]: rekke})
    assert en.ruter == (ruter[0][:1], *ruter)
    assert en.før == ", ".join(rad.celler[0][spenn.fra : spenn.til] for spenn in rad.alle)


def test_neighbours_with_words_of_ours_between_are_no_list_in_a_sentence() -> None:
    rad, nå = enhet("Vi har [a] framfor [b].", ruter=PUNKTENE[:2]), "Vi har a og d framfor b."
    funnet = oppramsinger(DATA, rad.celler[0], rad.alle, nå, les(rad.celler[0], rad.alle, nå, Work()), Work())
    assert funnet is not None
    assert [(en.før, en.nå, en.måter[0]) for en in funnet.endret] == [("a", "a, d", liste(PUNKT, 0, Ny("d"), 1, 2))]
    assert funnet.andre == [(PUNKTENE[1], "b", "b")]


def test_what_is_new_in_a_list_is_written_as_its_neighbour() -> None:
    data: Data = {"råd": [{"leder": {"navn": "Kari"}}], "ett": {"leder": {"navn": "Kari"}}}
    assert nytt_element(data, ("råd", 0, "leder", "navn"), "Per") == {"leder": {"navn": "Per"}}
    assert nytt_element(data, ("ett", 0, "leder", "navn"), "Per") == {"leder": {"navn": "Per"}}
    assert nytt_element(DATA, ("punkt", 1), "ny") == "ny"


@i_ett(
    ("før", "ruter", "nå"),
    [
        (VI_HAR, PUNKTENE, "Vi har a, q og c."),
        (VI_HAR, PUNKTENE, "Vi har a, b og c."),
        (VI_HAR, PUNKTENE, "Dei har a, b, d og c."),
        ("Vi har [a], [c].", [PUNKTENE[0], PUNKTENE[2]], "Vi har a, b, c."),
        ("[alene]", [("annet", 0)], "alene, to og tre"),
        ("Det er [alene].", [("en",)], "Det er alene, to og tre."),
    ],
)
def test_values_in_their_places_tell_all_of_it(før: str, ruter: list[Rute], nå: str) -> None:
    rad = enhet(før, ruter=ruter)
    lest = les(rad.celler[0], rad.alle, nå, Work())
    assert oppramsinger(DATA, rad.celler[0], rad.alle, nå, lest, Work()) is None


def test_one_thing_becomes_several_or_is_a_text_with_commas() -> None:
    rad = enhet("Vi har [x] i [alene].", ruter=[("annet", 0), ("en",)])
    nå = "Vi har x, y og Å i lag."
    funnet = oppramsinger(DATA, rad.celler[0], rad.alle, nå, les(rad.celler[0], rad.alle, nå, Work()), Work())
    assert funnet is not None
    (en,) = funnet.endret
    assert en.måter == (
        liste(("annet",), 0, Ny("y"), Ny("Å")),
        liste(("annet",), 0, Ny("Y"), Ny("Å")),
        Endringer({("annet", 0): "x, y og Å"}),
    )
    assert (en.før, en.nå) == ("x", "x, y, Å")
    assert funnet.andre == [(("en",), "alene", "lag")]
