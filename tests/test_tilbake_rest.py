"""What differs still when all that can be brought back is: what is told of it, and where own words may stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from avtalegen.dokument.spor import Spenn
from avtalegen.funn.begge import Begge, i_nynorsk
from avtalegen.funn.diagnostic import Rute
from avtalegen.henting.enheter import Enhet, enheter
from avtalegen.henting.par import par
from avtalegen.skrivere.word.tekst import MARGINS, Section
from avtalegen.tilbake import rest
from avtalegen.tilbake.forslag import BETWEEN, COLUMNS, EXHAUSTED, LEFT, OURS, UNEQUAL, UNREADABLE, Forslag
from avtalegen.tilbake.tre import Endringer
from avtalegen.tilbake.utgave import Utgave
from tests.i_ett import i_ett

Tekst = tuple[str, ...]
GRUNNER = Path(__file__).parent / "fasit" / "tilbake.txt"
RUTE = ("slt", "koordinator")


def resten(
    tekster: Sequence[Tekst],
    tatt: Sequence[Forslag] = (),
    avvist: Sequence[tuple[Forslag, str]] = (),
    uførte: Mapping[int, str] = {},
    rundt: Sequence[Tekst] = ((), (), ()),
) -> list[rest.Sted]:
    """What is told of a text as it was, as somebody has edited it, and as it is composed anew."""
    gammel, ny, blir = (
        [Section(MARGINS, 0, om), Section("Møter", 1, tekst)] for tekst, om in zip(tekster, rundt, strict=True)
    )
    svar = rest.Svar(enheter(gammel), enheter(ny), par(gammel, ny), uførte, tatt, avvist)
    return [*rest.resten(svar, gammel, ny, Utgave({}, tuple(blir), tuple(enheter(blir))))]


def forslag(*nye: int, gamle: Tekst | tuple[int, ...] = (), måter: int = 1, konflikt: str | None = None) -> Forslag:
    return Forslag((Endringer(),) * måter, gamle, nye, (RUTE,), "før", "nå", konflikt)  # type: ignore[arg-type]


ET_MØTE = forslag(1)  # the heading is the first


@i_ett(
    ("tekst", "tatt", "slag", "grunn"),
    [
        (("i alt to", "i alt to", "i alt tre"), 0, "følge", rest.FOLLOWS),
        ((None, None, "ny"), 0, "følge", rest.FOLLOWS),
        (("leder", "Ny leder", "ny leder"), 0, "følge", rest.CAPITAL),
        (("leder", "ny leder", "Ny leder"), 0, "følge", rest.CAPITAL),
        (("to møter i år", "tre møter i år", "i år tre møter"), 1, "følge", rest.REPHRASED),
        (("to møter i år", "tre møter i år", "i år møter"), 1, "ikke ført", rest.PARTLY),
        (("to møter i år", "møter i år", "i år to møter"), 1, "ikke ført", rest.PARTLY),
        (("to møter i år", "tre møter i år", "i år tre møter, møter"), 1, "følge", rest.REPHRASED),
        (("våre ord", "andre ord", "våre ord"), 0, "ikke ført", OURS),
        (("borte", None, "borte"), 0, "ikke ført", rest.GONE),
        ((None, "ny", None), 0, "ikke ført", rest.NEW),
    ],
)
def test_each_place_that_differs_is_told_with_the_reason(
    tekst: tuple[str | None, str | None, str | None], tatt: int, slag: str, grunn: str
) -> None:
    tekster: list[Tekst] = [("likt",) if en is None else ("likt", en) for en in tekst]
    (sted,) = resten(tekster, [forslag(2)] * tatt)
    assert (sted.slag, sted.grunn, sted.sti) == (slag, grunn, ("Møter",))
    assert (sted.før, sted.nå, sted.blir) == tekst


def test_what_says_the_same_is_not_told() -> None:
    assert resten((("a", "b"), ("a", "c"), ("a", "c")), [forslag(2)]) == []


@i_ett(
    ("ett", "grunn", "sagt"),
    [
        (ET_MØTE, UNEQUAL, "Verdien vises flere steder, og stedene sier ikke lenger det samme: «nå»."),
        (ET_MØTE, f"{LEFT}0", "Den samme verdien vises også under «Møter», og der er den ikke endret."),
        (ET_MØTE, EXHAUSTED, "Det er flere endringer i dokumentet enn avtalegen prøver. Resten må føres inn for hånd."),
        (ET_MØTE, UNREADABLE, "Ingen måte å skrive verdien på gir denne teksten."),
        (ET_MØTE, "Nei.", "Verdien kan ikke skrives slik. Nei."),
        (forslag(1, måter=0, konflikt="x"), "Nei.", "Verdien kan ikke skrives slik. Nei."),
        (forslag(1, måter=0), "Nei.", OURS),
        (forslag(0), "Nei.", OURS),
        (forslag(0, gamle=(1,)), "Nei.", OURS),  # what is gone, is another place
    ],
)
def test_what_has_been_tried_is_told_with_why_it_was_not_taken(ett: Forslag, grunn: str, sagt: str) -> None:
    (sted,) = resten((("x",), ("y",), ("x",)), avvist=[(ett, grunn)])
    assert (sted.grunn, sted.ruter) == (sagt, () if sagt == OURS else (RUTE,))


def test_why_something_could_not_be_brought_back_is_what_we_have_read(skriv_fasit: bool) -> None:
    grunner = (UNEQUAL, f"{LEFT}0", EXHAUSTED, UNREADABLE, Begge("Datoen finnes ikke.", "Datoen finst ikkje."))
    told = [sted.grunn for en in grunner for sted in resten((("x",), ("y",), ("x",)), avvist=[(ET_MØTE, en)])]
    told += [rest.NEW, rest.GONE, rest.FOLLOWS, rest.CAPITAL, rest.FORM, rest.REPHRASED, rest.PARTLY, rest.MARGIN]
    said = "\n\n".join(f"{en}\n{i_nynorsk(en)}" for en in (*told, OURS, BETWEEN, COLUMNS)) + "\n"
    if skriv_fasit:
        GRUNNER.write_text(said, encoding="utf-8")
    assert said == GRUNNER.read_text(encoding="utf-8")


def test_what_is_gone_and_could_not_be_taken_away_is_told_with_why() -> None:
    (sted,) = resten((("a", "b"), ("a",), ("a", "b")), avvist=[(forslag(gamle=(2,)), "Nei.")])
    assert sted.grunn == "Verdien kan ikke skrives slik. Nei."
    (sted,) = resten((("x",), ("y",), ("x",)), uførte={1: "Fordi."})
    assert sted.grunn == "Fordi."
    # What has been taken in a place where something else could not be brought back, doesn't explain all of it.
    tekster = (("to møter i år",), ("tre møter i år",), ("i år tre møter",))
    assert [sted.slag for sted in resten(tekster, [ET_MØTE], uførte={1: "Fordi."})] == ["ikke ført"]
    assert [sted.slag for sted in resten(tekster, [ET_MØTE], avvist=[(ET_MØTE, "Nei.")])] == ["ikke ført"]


@i_ett(
    ("var", "er", "blir", "steder"),
    [
        (("topp", "b"), ("annen", "b"), ("topp", "b"), [("topp", "annen")]),
        (("topp",), ("topp",), ("ny",), []),
        (("topp",), ("ny",), ("ny",), []),
        (("topp",), ("topp", "mer"), ("topp",), [(None, "mer")]),
        (("topp", "q"), ("topp",), ("topp", "q"), [("q", None)]),
    ],
)
def test_what_stands_around_the_pages_is_told(
    var: Tekst, er: Tekst, blir: Tekst, steder: list[tuple[str | None, str | None]]
) -> None:
    funnet = resten((("a",), ("a",), ("a",)), rundt=(var, er, blir))
    assert [(sted.før, sted.nå, sted.blir) for sted in funnet] == [(før, nå, før) for før, nå in steder]
    assert {sted.grunn for sted in funnet} <= {rest.MARGIN}


def under(sti: Tekst, *ruter: Rute) -> Enhet:
    return Enhet(sti, ("x",), (tuple(Spenn(0, 1, rute) for rute in ruter),))


@i_ett(
    ("rute", "tilbud"),
    [
        (("slt", "koordinator", "navn"), ("slt", "tekst")),
        (("slt",), ("slt", "tekst")),
        (("lokale_avsnitt",), ("lokale_avsnitt", "tekst")),
        (("satsningsområder", "områder", 0, "navn"), ("satsningsområder", "tekst")),
        (("tjenestetilbud", "tjenestesteder", 0, "adresse"), ("tjenestetilbud", "tekst")),
        (("lokale_avsnitt", 0, "tekst"), ("lokale_avsnitt", 0, "tekst")),
        (("parter", "kommuner", 0, "leder", "navn"), None),
        (("ukjent", "navn"), None),
    ],
)
def test_own_words_are_offered_a_place_in_the_innermost_part_that_has_one(rute: Rute, tilbud: Rute | None) -> None:
    assert rest.tilbudet([under(("Del",), rute)], ("Del",)) == tilbud
    assert rest.tilbudet([under(("Del",), rute)], ("Del", "Under")) == tilbud
    assert rest.tilbudet([under(("Del", "Under"), rute)], ("Del", "Etter")) == tilbud
    assert rest.tilbudet([under(("Del",), rute)], ("Annet",)) is None


def test_a_place_is_offered_only_for_what_could_not_be_brought_back() -> None:
    for blir, tilbud in (("våre ord", ("slt", "tekst")), ("Andre ord", None)):
        gammel, ny, nye = ([Section("Møter", 1, (tekst,))] for tekst in ("våre ord", "andre ord", blir))
        gamle = [en._replace(spenn=((Spenn(0, 1, RUTE),),)) for en in enheter(gammel)]
        svar = rest.Svar(gamle, enheter(ny), par(gammel, ny), {}, (), ())
        (sted,) = rest.resten(svar, gammel, ny, Utgave({}, tuple(nye), tuple(enheter(nye))))
        assert sted.tilbud == tilbud


def test_the_part_that_is_told_of_most_there_is_offered() -> None:
    råd, slt = under(("R",), ("politiråd", "møter", "per_år")), under(("R",), ("slt", "koordinator"), ("slt", "tekst"))
    assert rest.tilbudet([råd, slt], ("R",)) == ("slt", "tekst")
    assert rest.tilbudet([slt, under(("R", "M"), ("politiråd", "navn"))], ("R", "M")) == ("politiråd", "tekst")
