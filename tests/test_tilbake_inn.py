"""Which paper an edited document is, and what of its changes the file has itself: with papers of a line or two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.dokument.spor import Spenn
from avtalegen.funn.begge import i_nynorsk
from avtalegen.funn.diagnostic import AvtalegenError, Rute
from avtalegen.henting.enheter import enheter
from avtalegen.modell.former import Målform
from avtalegen.skrivere.kildefiler import Carried
from avtalegen.skrivere.word.noter import AUTHOR
from avtalegen.skrivere.word.tekst import MARGINS, Comment, Section, Told
from avtalegen.tilbake import Ført, Tilbake, _Forsøk, inn
from avtalegen.tilbake.flett import Konflikt
from avtalegen.tilbake.forslag import Forslag
from avtalegen.tilbake.inn import Fil, Fra, Innfører, Innført, Merknad, _egne, _likhet, _merknader, _satt
from avtalegen.tilbake.rest import Sted
from avtalegen.tilbake.sok import Søk
from avtalegen.tilbake.tre import Data, Endringer, Ny
from avtalegen.tilbake.utgave import Kilde, Komponist, Utgave
from tests.i_ett import i_ett
from tests.test_tilbake_deler import ALENE, DATA, KARI, PUNKT, A, B, C, enhet, liste

Bestilt = tuple[Papir, int | None, Målform | None]


class Setter(Komponist):
    """Composes the papers that it is given the lines of, and remembers what it was asked for."""

    def lag(self, data: Data) -> Utgave | tuple[()]:
        bestilt = self.bestilling.dokument, self.bestilling.møte, self.bestilling.målform
        data["spurt"].append(bestilt)
        linjer = data["papirer"].get(bestilt)
        return utgave(*linjer.split()) if linjer else ()


def utgave(*linjer: str) -> Utgave:
    sections = tekst(*linjer)
    return Utgave({}, sections, tuple(enheter(sections)))


def tekst(*linjer: str) -> tuple[Section, ...]:
    return (Section("", 0, linjer),)


AVTALE, PLAN = (Papir.AVTALE, None, None), (Papir.MØTEPLAN, None, None)


def innkalling(møte: int, målform: Målform | None = None) -> Bestilt:
    return Papir.INNKALLING, møte, målform


NYNORSK = Målform.NYNORSK


@i_ett(
    ("papirer", "linjer", "ventet", "spurt"),
    [
        ({AVTALE: "a b c"}, "a b c", AVTALE, 1),
        # More than half of it is enough, in the målform that is nearest.
        ({AVTALE: "a b c d", PLAN: "a b c x"}, "a b c x", AVTALE, 3),
        ({AVTALE: "a b c d", (*AVTALE[:2], NYNORSK): "a b y z"}, "a b y x", (*AVTALE[:2], NYNORSK), 3),
        ({AVTALE: "a b c d", (*AVTALE[:2], NYNORSK): "a b c d"}, "a b c x", AVTALE, 3),
        # Half of it is another paper.
        ({AVTALE: "a b c d", PLAN: "a b x y"}, "a b x y", PLAN, 4),
        ({AVTALE: "a b c d", PLAN: "a b c y"}, "a b x y", PLAN, 6),
        ({AVTALE: "a b c d"}, "a b x y", AVTALE, None),
        ({PLAN: "a"}, "a", PLAN, 2),
        # Each meeting of the plan, until there are no more.
        ({innkalling(1): "a b", innkalling(2): "a c", innkalling(3): "a d"}, "a c", innkalling(2), 2 + 4),
        ({innkalling(nr): f"a b{nr}" for nr in range(1, 30)}, "a b24", innkalling(24), 2 + 24),
        ({innkalling(2): "a", AVTALE: "a b c d"}, "a", AVTALE, None),
        ({innkalling(1): "a b c", innkalling(1, NYNORSK): "a c d"}, "a c d", innkalling(1, NYNORSK), 2 + 2 + 2),
    ],
)
def test_the_paper_is_the_one_that_is_most_alike(
    papirer: dict[Bestilt, str], linjer: str, ventet: Bestilt, spurt: int | None
) -> None:
    data: dict[str, Any] = {"papirer": papirer, "spurt": []}
    komponist, laget = _satt(Setter(), data, tekst(*linjer.split()), "a.docx")
    assert komponist.bestilling == Bestilling(dokument=ventet[0], møte=ventet[1], målform=ventet[2])
    assert laget == utgave(*papirer[ventet].split())
    assert spurt in (None, len(data["spurt"]))


def test_a_document_that_is_like_nothing_is_told_of() -> None:
    for papirer in ({}, {AVTALE: "a b"}, {innkalling(25): "x"}):
        data = {"papirer": papirer, "spurt": []}
        with pytest.raises(AvtalegenError) as told:
            _satt(Setter(), data, tekst("x"), "a.docx")
        assert str(told.value) == (
            "a.docx: Dokumentet ligner ikke på noe som kan lages av YAML-filen. "
            "Oppgi dokumentet og YAML-filen til den samme avtalen."
        )
        assert i_nynorsk(told.value.message) == (
            "a.docx: Dokumentet liknar ikkje på noko som kan lagast av YAML-fila. "
            "Oppgi dokumentet og YAML-fila til den same avtalen."
        )


def test_how_much_of_two_texts_is_the_same() -> None:
    rundt, andre = (Section(MARGINS, 0, (en,)) for en in ("rundt", "andre"))
    assert _likhet(tekst("a", "b"), tekst("a", "b")) == 1
    assert _likhet(tekst("a", "b"), [*tekst("a", "b")]) == 1
    assert _likhet((), ()) == 1
    assert _likhet((rundt,), (andre,)) == 0
    assert _likhet((*tekst("a"), rundt), (*tekst("a"), andre)) == pytest.approx(0.999)  # nearly
    assert _likhet(tekst("a", "b", "c"), tekst("a")) == pytest.approx(0.5 * 0.999)
    assert _likhet(tekst("a", "b c"), tekst("a", "b d")) == pytest.approx(0.5 * 0.999)
    assert _likhet(tekst("a"), tekst("b")) == 0


def test_what_is_inherited_is_none_of_the_changes_of_the_file() -> None:
    egen = Kilde({}, {("rådet",): "b.yaml", ("folk", 1): "a.yaml", ("rådet", "leder"): "c.yaml"}, {})
    verdier: dict[Rute, Data] = {("rådet", "leder"): "Ola", ("folk", 0): "x", ("folk", 1, "navn"): "y", ("by",): "z"}
    endringer, arvet = _egne(egen, Endringer(verdier, {("rådet", "punkt"): (0,), ("punkt",): (1, Ny("a"))}))
    assert endringer == Endringer({("folk", 0): "x", ("by",): "z"}, {("punkt",): (1, Ny("a"))})
    assert arvet == [
        (("folk", 1, "navn"), "a.yaml"),
        (("rådet", "leder"), "c.yaml"),
        (("rådet", "punkt"), "b.yaml"),
    ]


def test_each_remark_has_the_headings_above_it_and_the_nearest_value() -> None:
    def med(sti: tuple[str, ...], *ruter: str) -> Any:
        spenn = (Spenn(0, 1, ("vår",), valgt=True), *(Spenn(0, 1, (rute,)) for rute in ruter))
        return enheter((Section("x", 1, ("x",)),))[1]._replace(sti=sti, spenn=(spenn,))

    sections = (Section("", 0, ()), Section("Rådet", 1, ()), Section("Møter", 2, ()), Section("Tomt", 1, ()))
    alle = (med(("",), "tittel"), med(("Rådet", "Møter"), "dag", "sted"), med(("Rådet",), "leder"))
    told = Told(
        sections,
        0,
        (Comment("Kari", "a", 1), Comment(AUTHOR, "vår egen", 1), Comment("", "b", 2), Comment("Ola", "c", 3)),
    )
    assert [*_merknader(told, Utgave({}, sections, alle))] == [
        Merknad("Kari", "a", ("Rådet",), ("dag",)),
        Merknad("", "b", ("Rådet", "Møter"), ("dag",)),
        Merknad("Ola", "c", ("Tomt",), None),
    ]


def test_all_is_in_the_file_when_nothing_is_left() -> None:
    def innført(*slag: str, **mer: Any) -> Innført:
        rest = tuple(Sted(cast(Any, ett), (), None, None, None, "") for ett in slag)
        fra = Fra("a.docx", Tilbake(Endringer(), (), rest, utgave()), 0, (), False)
        return Innført(**({"data": b"", "fra": (fra,), "endringer": Endringer()} | TOMT | mer))

    assert innført().hele
    assert innført("følge").hele
    assert not innført("følge", "ikke ført").hele
    assert not innført(konflikter=(Konflikt(("a",), None, ()),)).hele
    assert not innført(arvet=((("a",), "b.yaml"),)).hele
    assert not innført(ikke=((("a",), "hvorfor"),)).hele


TOMT: dict[str, Any] = {"konflikter": (), "arvet": (), "ikke": ()}


def test_what_is_no_word_document_or_is_damaged_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def sagt(data: bytes) -> tuple[str, str]:
        with pytest.raises(AvtalegenError) as told:
            inn._lest("a.docx", data, avvis=False)
        return told.value.message, i_nynorsk(told.value.message)

    ikke_word = (
        "a.docx: «--inn» tar endringer fra Word-dokumenter (.docx), og dette er ikke et av dem. "
        "Oppgi Word-dokumentet foran «--inn», og YAML-filen etter.",
        "a.docx: «--inn» tek endringar frå Word-dokument (.docx), og dette er ikkje eit av dei. "
        "Oppgi Word-dokumentet føre «--inn», og YAML-fila etter.",
    )
    assert sagt(b"<!DOCTYPE html>") == ikke_word
    skadet = sagt(b"PK\x03\x04")
    assert skadet == (
        "a.docx: Word-dokumentet er skadet, eller større enn en avtale kan være. Hent det på nytt der det kom fra.",
        "a.docx: Word-dokumentet er skadd, eller større enn ein avtale kan vere. Hent det på nytt der det kom frå.",
    )
    monkeypatch.setattr(inn, "MOST_BYTES", 4)
    assert sagt(b"PK\x03\x04") == skadet
    assert sagt(b"PK\x03\x04x") == ikke_word


def test_a_document_is_read_as_the_agreement_that_it_carries(monkeypatch: pytest.MonkeyPatch) -> None:
    flakstad, moskenes = (Kilde({}, {}, {nr: navn}) for nr, navn in (("1859", "Flakstad"), ("1874", "Moskenes")))
    redigert, båret = Told(tekst("ny"), 0, ()), Carried((), tekst("gammel"))
    satt: list[Any] = []
    holdt: list[Any] = []

    def holdt_mot(_: Komponist, utgave: Utgave, *tekstene: Any) -> Tilbake:
        holdt.append(tekstene)
        return Tilbake(Endringer(), (), (), utgave)

    def sett(komponist: Komponist, data: Data, tekst: Any, navn: str) -> tuple[Komponist, Utgave]:
        satt.append(tekst)
        return komponist, utgave("a")

    monkeypatch.setattr(inn, "_satt", sett)
    monkeypatch.setattr(inn, "_båret", lambda _: flakstad)
    monkeypatch.setattr(inn, "i_dag", lambda egen: egen)
    monkeypatch.setattr(inn, "tilbake", holdt_mot)
    innfører = Innfører(Fil("b.yaml", b"", None))
    for carried, som_den_var in ((båret, tekst("gammel")), (Carried((), None), tekst("ny")), (None, tekst("ny"))):
        monkeypatch.setattr(inn, "_lest", lambda *_, carried=carried: (redigert, carried))
        fra, _ = innfører._fra("a.docx", b"", flakstad)
        assert satt.pop() == som_den_var
        assert fra.tapt == (carried is not båret)
        assert holdt.pop() == (tekst("gammel" if carried is båret else "a"), tekst("ny"))
    with pytest.raises(AvtalegenError) as told:
        innfører._fra("a.docx", b"", moskenes)
    assert (told.value.message, i_nynorsk(told.value.message)) == (
        "a.docx: Dokumentet er avtalen til Flakstad, og «b.yaml» er den til Moskenes. "
        "Oppgi dokumentet og YAML-filen til den samme avtalen.",
        "a.docx: Dokumentet er avtalen til Flakstad, og «b.yaml» er den til Moskenes. "
        "Oppgi dokumentet og YAML-fila til den same avtalen.",
    )


# ── What has been moved, has come and has gone ──


class Prøver:
    """Takes the proposals that it is told to, and remembers all of them."""

    def __init__(self, tar: Callable[[Forslag], bool], sier: Utgave) -> None:
        self.data, self.endringer, self.utgave = DATA, Endringer(), sier
        self.tar = tar
        self.spurt: list[tuple[str, str, tuple[Endringer, ...]]] = []

    def ett(self, forslag: Forslag) -> str | None:
        self.spurt.append((forslag.før, forslag.nå, forslag.måter))
        return None if self.tar(forslag) else "nei"


def rekker(pairs: list[tuple[int | None, int | None]], nye: list[Any], tar: Callable[[Forslag], bool]) -> _Forsøk:
    gamle = (A, B, C, KARI, ALENE)
    prøver = Prøver(tar, Utgave(DATA, (), gamle[1:]))
    forsøk = _Forsøk(cast(Søk, prøver), gamle, nye, pairs)
    forsøk.om_rekker(cast(Any, None))
    return forsøk


def spurt(forsøk: _Forsøk) -> list[tuple[str, str]]:
    return [(før, nå) for før, nå, _ in cast(Any, forsøk.søk).spurt]


def test_what_stands_in_another_place_is_moved_and_not_come_and_gone() -> None:
    # c is moved before b, and the person gone.
    pairs: list[tuple[int | None, int | None]] = [(0, 0), (None, 1), (1, 2), (2, None), (3, None), (4, 3)]
    ingen = [A, C._replace(sti=("Y",)), B, ALENE]
    forsøk = rekker(pairs, ingen, lambda _: True)
    assert spurt(forsøk) == [("c", "c"), ("Kari | leder", "")]
    assert cast(Any, forsøk.søk).spurt[0][2][0] == liste(PUNKT, 0, 2, 1)
    assert forsøk.førte() == [
        Ført(("Y",), "c", "c", (("punkt", 2),)),
        Ført(("X",), "Kari | leder", "", (("folk", 0, "navn"), ("folk", 0, "rolle"))),
    ]


def test_what_is_moved_is_the_one_with_the_same_text_and_the_first_of_those() -> None:
    pairs: list[tuple[int | None, int | None]] = [(0, 0), (None, 1), (1, None), (2, None), (3, 2), (4, 3)]
    assert spurt(rekker(pairs, [A, C, KARI, ALENE], lambda _: True)) == [("c", "c"), ("b", "")]
    gamle = (A, B, C, B)
    forsøk = _Forsøk(
        cast(Søk, Prøver(lambda _: True, Utgave(DATA, (), gamle))),
        gamle,
        [A, C, B],
        [(0, 0), (1, None), (2, 1), (3, None), (None, 2)],
    )
    forsøk.om_rekker(cast(Any, None))
    assert [(en.gamle, en.nye) for en in forsøk.tatt] == [((1,), (2,)), ((3,), ())]


def test_what_cannot_be_moved_has_both_come_and_gone_or_neither() -> None:
    pairs: list[tuple[int | None, int | None]] = [(0, 0), (None, 1), (1, 2), (2, None), (3, 3), (4, 4)]
    nye = [A, enhet("c"), B, KARI, ALENE]
    svar = iter([False, True])
    forsøk = rekker(pairs, nye, lambda _: next(svar))
    assert spurt(forsøk) == [("c", "c"), ("c", "c")]
    assert cast(Any, forsøk.søk).spurt[1][2][0] == liste(PUNKT, 0, Ny("c"), 1)
    assert [(ett.gamle, ett.nye) for ett in forsøk.tatt] == [((2,), (1,))]
    forsøk = rekker(pairs, nye, lambda _: False)
    assert spurt(forsøk) == [("c", "c"), ("c", "c")]
    assert forsøk.tatt == []
    assert [(ett.gamle, ett.nye, grunn) for ett, grunn in forsøk.avvist] == [((2,), (1,), "nei")] * 2


def test_what_the_agreement_has_ceased_to_say_need_not_be_taken_away() -> None:
    pairs: list[tuple[int | None, int | None]] = [(0, None), (1, None), (2, 0), (3, 1), (4, 2)]
    assert spurt(rekker(pairs, [C, KARI, ALENE], lambda _: True)) == [("b", "")]  # it says all but a
