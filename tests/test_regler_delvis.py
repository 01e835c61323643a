"""What the rules know of an agreement that could be read in part: what of the rest they have asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from avtalegen.flyt import check
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.lesing import Mapping, parse
from avtalegen.lesing.delvis import read_in_part
from avtalegen.modell.periode import Periode
from avtalegen.regler import Regel, Valg
from avtalegen.regler.base import Funn
from avtalegen.regler.delvis import DelvisKontekst, _er_sikkert, kjør_med_ord
from tests.cli_support import VALID
from tests.i_ett import i_ett
from tests.test_regler import I_DAG

PLAN = "politiråd: {møter: {plan: [{dato: [x, y], sted: Rådhuset}]}}\n"
ETABLERT = "slt: {etablert: [a, b], navn: SLT}\n"
NAVN = "politikontakt: {navn: [Kari, ' ']}\n"
OPPGAVER = "oppgaver:\n  - {hva: Ringe}\n  - [a, b]\n"
TO = VALID.replace('kommuner: "1859"', "kommuner: [{kommunenummer: [a, b]}, 1860]")


@cache
def kontekst(yaml: str) -> DelvisKontekst:
    rot = parse(yaml, "a.yaml").root
    assert isinstance(rot, Mapping)
    delvis = read_in_part(rot)
    assert delvis is not None
    return DelvisKontekst(delvis, rot, "a.yaml", Valg(I_DAG), {})


@i_ett(
    ("yaml", "les", "spurt"),
    [
        (VALID + PLAN, lambda k: k.avtale.politiråd.møter.plan[0].dato, {("politiråd", "møter", "plan", 0, "dato")}),
        (VALID + PLAN, lambda k: k.avtale.politiråd.møter.plan[0].sted, set()),
        (VALID + PLAN, lambda k: k.avtale.politiråd.møter.plan, set()),
        (VALID + ETABLERT, lambda k: k.avtale.slt.etablert, {("slt", "etablert")}),
        (VALID + ETABLERT, lambda k: (k.avtale.slt.mål, k.avtale.parter), set()),
        (VALID + ETABLERT, lambda k: vars(k.avtale.slt), {("slt", "etablert")}),
        (VALID + NAVN, lambda k: k.avtale.politikontakt[0].navn, {("politikontakt", 0, "navn", 1)}),
        (VALID + NAVN, lambda k: (k.avtale.politikontakt[0].status, k.avtale.politikontakt), set()),
        (VALID + OPPGAVER, lambda k: k.avtale.oppgaver[0].frist, {("oppgaver",)}),
        (VALID + OPPGAVER, lambda k: k.avtale.oppgaver[1].frist, {("oppgaver",), ("oppgaver", 1, "frist")}),
        # A key that nobody knows may be any that is missing.
        (VALID + "hemmelighold: ja\n", lambda k: k.avtale.taushetsplikt, {("taushetsplikt",)}),
        (VALID + "hemmelighold: ja\n", lambda k: k.avtale.parter, set()),
        (VALID + "hemmelighold: ja\ntaushetsplikt: nei\n", lambda k: k.avtale.taushetsplikt, set()),
        (VALID + "slt: {x: y}\n", lambda k: k.avtale.slt.mål, {("slt", "mål")}),
        # Of kommuner each is asked for alone.
        (TO, lambda k: len(k.kommuner), set()),
        (TO, lambda k: k.kommuner[0], {("parter", "kommuner", 0, "kommunenummer")}),
        (TO, lambda k: k.kommuner[1], set()),
        (TO, lambda k: k.kommuner[:1], {("parter", "kommuner", 0, "kommunenummer")}),
        (TO, lambda k: k.kommuner[1:], set()),
        (TO, lambda k: [*k.kommuner], {("parter", "kommuner", 0, "kommunenummer")}),
        (TO, lambda k: k.kommunenavn[0], {("parter", "kommuner", 0, "kommunenummer")}),
        (TO, lambda k: k.kommunenavn[1], set()),
        # What is empty may be what is looked for: in all of the agreement only when it is a large part.
        (VALID + "politiråd: [[[]]]\n", lambda k: k.fant_ikke(), {("politiråd",)}),
        ("parter: x\nformat: 1\navtale: {status: utkast}\n", lambda k: k.fant_ikke(), set()),
        (
            VALID + "satsningsområder:\n  - {mål: x}\n",
            lambda k: k.fant_ikke("satsningsområder", "slt"),
            {("satsningsområder", "områder", 0, "navn")},
        ),
        (VALID + "satsningsområder:\n  - {mål: x}\n", lambda k: k.fant_ikke("slt"), set()),
        (VALID + "satsningsområder:\n  - {mål: x}\n", lambda k: k.fant_ikke(), set()),
    ],
)
def test_what_is_asked_for_is_known(yaml: str, les: Callable[[Any], object], spurt: set[Rute]) -> None:
    k = kontekst(yaml)
    k.spurt.ruter.clear()
    les(k)
    assert k.spurt.ruter == spurt


def test_the_texts_are_what_is_read_and_what_is_not_in_the_order_of_the_format() -> None:
    k = kontekst(VALID + ETABLERT + "zzz: [Q]\npolitiråd: {leder: [x, Y], navn: Rådet}\n")
    assert k.tekster == (
        (("parter", "kommuner", 0, "kommunenummer"), "1859"),
        (("parter", "politi", "distrikt"), "Nordland politidistrikt"),
        (("politiråd", "navn"), "Rådet"),
        (("politiråd", "leder", 0), "x"),
        (("politiråd", "leder", 1), "Y"),
        (("slt", "etablert", 0), "a"),
        (("slt", "etablert", 1), "b"),
        (("slt", "navn"), "SLT"),
        (("zzz", 0), "Q"),
    )
    # What stands under a key that nobody knows, may belong anywhere.
    assert [tekst for _, tekst in k.tekster_i("slt")] == ["a", "b", "slt", "q"]
    assert k.samlet_i("politiråd") == "rådet\nx\ny\nq"


@i_ett(
    ("ulest", "rute", "bygger_på", "sikkert"),
    [
        (("slt", "mål"), ("slt",), None, False),
        # Two items of a list have nothing to do with each other.
        (("politikontakt", 0, "navn"), ("politikontakt", 1, "status"), None, True),
        (("politikontakt", 0, "navn"), ("politikontakt", 0, "status"), None, False),
        (("politikontakt", 0), ("politikontakt", "navn"), None, False),
        (("politikontakt", "navn"), ("politikontakt", 0), None, False),
        # What the finding rests on, what is in it, and what it is in.
        (("slt", "mål"), ("periode",), ("slt",), False),
        (("slt",), ("periode",), ("slt.mål",), False),
        (("slt", "mål"), ("periode",), ("slt.mål",), False),
        (("slt", "mål"), ("periode",), ("slt.navn", "mål"), True),
        (("slt", "mål"), ("periode",), ("slt.m",), True),
        (("slt", "m"), ("periode",), ("slt.mål",), True),
        (("slt", "mål"), ("periode",), (), True),
        (("slt", "mål"), ("slt",), (), False),
        (("slt",), ("slt", "mål"), (), False),
        (("slt", "mål"), ("slt", "navn"), (), True),
    ],
)
def test_a_finding_is_sure_unless_what_is_not_known_may_matter(
    ulest: Rute, rute: Rute, bygger_på: tuple[str, ...] | None, sikkert: bool
) -> None:
    k = kontekst(VALID)
    k.spurt.ruter.clear()
    k.spurt.ruter.add(ulest)
    regel = Regel("VEI999", "prøve", Severity.RÅD, "", lambda _: (), bygger_på=bygger_på)
    assert _er_sikkert(Funn(rute, "Noe."), regel, k) is sikkert


@i_ett(
    ("yaml", "rute", "alvorlighet", "sikkert"),
    [
        ("parter: x\nformat: 1\navtale: {status: utkast}\n", ("parter",), Severity.RÅD, False),
        (VALID + ETABLERT, ("slt", "etablert"), Severity.RÅD, False),
        (VALID + ETABLERT, ("slt", "etablert", "enhet"), Severity.ADVARSEL, False),
        (VALID + ETABLERT, ("slt", "etablert"), Severity.FEIL, True),
        (VALID + ETABLERT, ("slt",), Severity.RÅD, True),
        (VALID + ETABLERT, ("slt", "navn"), Severity.RÅD, True),
    ],
)
def test_what_cannot_be_read_has_nothing_more_said_of_it(
    yaml: str, rute: Rute, alvorlighet: Severity, sikkert: bool
) -> None:
    k = kontekst(yaml)
    k.spurt.ruter.clear()
    regel = Regel("VEI999", "prøve", alvorlighet, "", lambda _: ())
    assert _er_sikkert(Funn(rute, "Noe."), regel, k) is sikkert


def test_words_in_place_of_a_value_are_texts_like_others_and_stand_there_once() -> None:
    k = check(VALID + "periode: {fra: signeringen}\nslt: {navn: SLT}\n", "a.yaml", Valg(I_DAG)).kontekst
    assert k is not None
    sett: list[object] = []
    kjør_med_ord(k, [Regel("VEI999", "prøve", Severity.RÅD, "", lambda k: sett.extend(k.tekster) or ())])
    assert (("periode", "varighet"), "fra signeringen") in sett
    assert sorted(map(str, sett)) == sorted(map(str, k.tekster))


def test_the_rules_leave_the_agreement_as_it_was() -> None:
    k = check(VALID + "periode: {fra: signeringen}\n", "a.yaml", Valg(I_DAG)).kontekst
    assert k is not None
    assert k.i_ord
    assert type(k.avtale.periode) is Periode


def test_of_words_no_more_is_said_because_something_else_in_the_file_is_wrong() -> None:
    yaml = VALID + (
        "periode: fra 1/1 2027 og fire år fram\nsatsningsområder: [Rus, Vold]\n"
        "politiråd: {leder: ordfører, møter: {per_år: noen ganger, innkallingsfrist: i god tid}}\n"
    )
    helt, delt = (
        {(f.code, str(f.message)) for f in check(en, "a.yaml", Valg(I_DAG)).diagnostics if f.code != "SKJ002"}
        for en in (yaml, yaml.replace("leder: ordfører,", "leder: ordfører, xyz: 1,"))
    )
    assert "SPR110" in {kode for kode, _ in helt}
    assert delt <= helt
