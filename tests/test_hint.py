"""Hints for keys that the format doesn't have: the one that is meant, or none. Never another one."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from avtalegen.flyt import check
from avtalegen.funn.begge import i_nynorsk
from avtalegen.lesing.ment import here, steder
from avtalegen.lesing.nokler import can_hold, homes, part_at
from avtalegen.lesing.ordlikhet import folded, letters_apart, resembles, slip, stem
from avtalegen.modell.base import Del
from avtalegen.modell.former import Tekst
from tests.grundig import utvalg
from tests.i_ett import i_ett
from tests.yamlprove import TEKSTER, skrevet

DATA = Path(__file__).parent / "data"
DELER: dict[str, type[Del]] = {sted.part.__name__: sted.part for sted in steder()}
GRUNNLAG: dict[str, Any] = {
    "format": "1",
    "avtale": {"status": "utkast"},
    "parter": {"kommuner": {"kommunenummer": "1859"}, "politi": {"distrikt": "Nordland politidistrikt"}},
}
# What new users guessed, where the format has got a better place since: the hint is for that, or it is a key now.
BEDRE = {"politikontakt.også": None, "slt.stillingsandel": "«stillingsandel» hører hjemme under «slt.koordinator»."}


def gjett(fil: str) -> list[tuple[str, str]]:
    with (DATA / fil).open(encoding="utf-8") as lest:
        return [(rad["gjettet"], rad["ment"]) for rad in csv.DictReader(lest, delimiter=";")]


def råd(sti: str, verdi: Any = "x") -> str | None:
    """Return the hint that an agreement with nothing but a guessed key gets for it; None when it is no unknown key."""
    *over, nøkkel = sti.split(".")
    rot = yaml.load(skrevet(GRUNNLAG), TEKSTER)
    sted = rot
    for steg in over:
        sted = sted.setdefault(steg, {})
    sted[nøkkel] = verdi
    funn = check(skrevet(rot, allow_unicode=True), "a.yaml").diagnostics
    return next((d.hint for d in funn if d.code == "SKJ002"), None)


def foreslår(hint: str | None, ment: str) -> bool:
    """Tell whether a hint names a key and, when it stands in another mapping, the way to it."""
    over, _, nøkkel = ment.rpartition(".")
    if f"«{nøkkel}» hører hjemme under " in (hint or "") and f"«{over}»" in (hint or ""):
        return True
    return (hint or "").startswith((f"Mente du «{nøkkel}»?", f"Mente du «{ment}»?")) or (hint or "").startswith(
        f"«{ment}» hører hjemme helt til venstre"
    )


def test_what_new_users_guessed_gives_the_field_that_was_meant() -> None:
    alle = gjett("gjett.csv")
    feil = {gjettet: råd(gjettet) for gjettet, ment in alle if not foreslår(råd(gjettet), ment)}
    assert feil == BEDRE
    assert len(alle) - len(feil) >= 32


@i_ett(("gjettet", "ment"), gjett("gjett_flere.csv"))
def test_a_guess_gives_what_is_meant_or_nothing(gjettet: str, ment: str) -> None:
    hint = råd(gjettet)
    if ment:
        assert foreslår(hint, ment), hint
    else:
        assert hint
        assert hint.startswith("Nøklene som kan stå her, er ")


def test_the_value_tells_which_of_two_keys_with_the_same_word_is_meant() -> None:
    assert råd("politiråd.møter.innkalling", "sekretæren") == "Mente du «innkaller»?"
    assert råd("politiråd.møter.innkalling", "to uker") == "Mente du «innkallingsfrist»?"


def test_without_a_better_hint_the_keys_are_named_with_where_to_read_about_them() -> None:
    assert str(råd("slt.zzz")).endswith(", tekst. «avtalegen forklar slt» sier hva de er til.")
    assert str(råd("zzz")).endswith(", lokale_avsnitt. docs/format.md sier hva de er til.")


@i_ett(
    ("sti", "nb", "nn"),
    [
        (
            "avtale.aksjonsliste",
            "Mente du «oppgaver»? Den hører hjemme helt til venstre i filen.",
            "Meinte du «oppgaver»? Han høyrer heime heilt til venstre i fila.",
        ),
        (
            "administrasjonssjef",
            "Mente du «parter.kommuner.administrativ_leder»? Da skal «administrativ_leder» stå under "
            "«parter.kommuner».",
            "Meinte du «parter.kommuner.administrativ_leder»? Då skal «administrativ_leder» stå under "
            "«parter.kommuner».",
        ),
        (
            "avtale.arv",
            "«arv» hører hjemme helt til venstre i filen, ikke under «avtale».",
            "«arv» høyrer heime heilt til venstre i fila, ikkje under «avtale».",
        ),
        (
            "tjenestetilbud.beredskapsplan",
            "Mente du «beredskap»? «beredskapsplan» kan også stå under «beredskap».",
            "Meinte du «beredskap»? «beredskapsplan» kan også stå under «beredskap».",
        ),
        ("politiråd.avtale", "Mente du «egen_avtale»?", "Meinte du «egen_avtale»?"),
        (
            "politiråd.leder.per_år",
            "«per_år» hører hjemme under «politiråd.møter».",
            "«per_år» høyrer heime under «politiråd.møter».",
        ),
    ],
)
def test_a_hint_says_what_to_do_in_both(sti: str, nb: str, nn: str) -> None:
    hint = råd(sti)
    assert (hint, i_nynorsk(hint or "")) == (nb, nn)


def test_what_can_not_be_read_to_the_bottom_can_not_be_held() -> None:
    assert can_hold(("politiråd", "x"), "møter", {"per_år": "4"})
    assert not can_hold(("politiråd", "x"), "møter", {"zzz": "4"})


def test_the_format_is_known_by_the_way_to_it() -> None:
    assert homes("per_år") == ["politiråd.møter"]
    assert homes("arv") == []  # at the top it is no home
    assert homes("enhet")[:2] == ["politikontakt", "parter.politi"]
    steg: tuple[str | int, ...] = ("satsningsområder", "områder", 0, "navn")
    assert [getattr(part_at(steg[:n]), "__name__", "") for n in range(5)] == [
        "Avtale",
        "Satsningsområder",
        "",  # a list
        "Satsningsområde",
        "",
    ]
    assert part_at(("zzz", "navn")) is None


def test_the_key_that_is_meant_may_be_there_already() -> None:
    assert råd("parter.kommune") == "Mente du «kommuner»? Den nøkkelen står her alt."


def test_what_stands_under_another_word_for_a_key_is_not_missing_too() -> None:
    text = "format: 1\navtale: {status: utkast}\nparter: {kommunar: 1859, politiet: Nordland}\n"
    assert [d.code for d in check(text, "a.yaml").diagnostics] == ["SKJ002", "SKJ002"]


def test_another_word_is_put_right_where_it_means_one_key_that_is_not_there() -> None:
    def fikset(**mer: object) -> list[str | None]:
        funn = check(skrevet(GRUNNLAG | mer, allow_unicode=True), "a.yaml").diagnostics
        return [en.fix and en.fix.new for en in funn if en.code == "SKJ002"]

    assert fikset(gyldighet="2026–2027") == ["periode"]
    assert fikset(gyldighet="2026–2027", periode="2026–2027") == [None]
    assert fikset(politiråd={"møter": {"innkalling": "sekretæren"}}) == [None]
    assert fikset(politiråd={"navn": "A", "forum": "B"}) == [None]


def ordene() -> Iterator[tuple[str, str, str]]:
    for navn, part in DELER.items():
        for felt in part.felter.values():
            for ord_ in felt.andre_ord:
                yield navn, felt.nøkkel, ord_


def test_another_word_is_no_key_beside_it_and_leads_to_the_key_it_is_declared_at() -> None:
    for navn, nøkkel, ord_ in ordene():
        assert ord_ == ord_.casefold()
        assert ord_ not in DELER[navn].felter, (navn, nøkkel, ord_)
    for sted in steder():
        for ord_ in sted.felt.andre_ord:
            found = here((*sted.sti[:-1], ord_), None)
            delt = [felt for felt in sted.part.felter.values() if folded(ord_) in map(folded, felt.andre_ord)]
            assert found == sted.felt.nøkkel or len(delt) > 1, (sted.sti, ord_, found)


def test_a_word_that_two_keys_share_can_be_told_from_the_value() -> None:
    eiere: dict[tuple[str, str], set[str]] = defaultdict(set)
    for navn, nøkkel, ord_ in ordene():
        eiere[navn, folded(ord_)].add(nøkkel)
    delt = {(navn, *nøkler) for (navn, _), nøkler in eiere.items() if len(nøkler) > 1}
    for navn, *nøkler in delt:
        typer = [DELER[navn].felter[nøkkel].type for nøkkel in nøkler]
        assert len(typer) == 2
        assert typer.count(Tekst) == 1
    assert delt


def test_nearly_every_field_has_other_words() -> None:
    uten = {(navn, felt.nøkkel) for navn, part in DELER.items() for felt in part.felter.values() if not felt.andre_ord}
    assert len(uten) <= 5, uten


@i_ett(
    ("a", "b"),
    [
        ("møter", "møtene"),
        ("deltaker", "deltakerne"),
        ("kommunar", "kommuner"),
        ("Mål", "måla"),
        ("medlem", "medlemer"),
    ],
)
def test_inflections_of_a_word_are_the_same(a: str, b: str) -> None:
    assert stem(a) == stem(b)


@i_ett(
    ("a", "b"),
    [("Område", "OMRAADE"), ("møte", "moete"), ("næring", "naering"), ("per_år", "per år"), ("e-post", "epost")],
)
def test_a_word_is_the_same_without_the_letters_that_a_keyboard_lacks(a: str, b: str) -> None:
    assert folded(a) == folded(b)


@pytest.mark.parametrize(("a", "b"), [("møter", "møtearena"), ("leder", "vara"), ("sak", "sekretær"), ("egg", "eg")])
def test_other_words_are_not(a: str, b: str) -> None:
    assert stem(a) != stem(b)


@i_ett(
    ("word", "known", "apart"),
    [
        ("navm", "navn", None),
        ("nav", "navn", 1),
        ("anvn", "navn", 1),
        ("tid", "til", None),
        ("kontakt", "kontor", None),
        ("kordinator", "koordinator", 1),
        ("evalureing", "evaluering", 1),
        ("satsnignsomrader", "satsningsområder", 1),
        ("frist_saker", "faste_saker", None),
    ],
)
def test_how_far_a_word_is_from_what_it_may_be_misspelt(word: str, known: str, apart: int | None) -> None:
    assert resembles(word, known) == apart


def test_letters_are_counted_up_to_a_limit() -> None:
    assert [letters_apart("abc", b, 2) for b in ("abc", "acb", "ab", "axx", "xyz", "abcdef")] == [0, 1, 1, 2, 3, 3]


def test_a_slip_is_sure() -> None:
    assert slip("formal", "formål")
    assert slip("MÅL", "mål")
    assert slip("vaer", "vær")
    assert slip("evalueringer", "evaluering") is False
    assert not slip("til", "tid")


def test_no_key_of_another_place_is_taken_for_one_here() -> None:
    """A key that the format has elsewhere is only meant for one here when it is a word or an inflection of it."""
    for del_ in utvalg(DELER.values(), 40):
        above = next(sted.sti[:-1] for sted in steder() if sted.part is del_)
        for key in {sted.sti[-1] for sted in steder()} - {*del_.felter}:
            route = (*above, key)
            if near := here(route, "x"):
                felt = del_.felter[near]
                like = {form(ord_) for form in (folded, stem) for ord_ in (near, *felt.andre_ord)}
                front = stem(route[-2]) if len(route) > 1 else key
                assert {folded(key), stem(key)} & like or folded(key).startswith(front), (route, near)


KOLON = """\
format: 1
avtale: {status: utkast}
parter: {kommuner: "1859", politi: Nordland politidistrikt}
"""


def sagt(text: str) -> list[tuple[str, int, str | None]]:
    """Return what is wrong with an agreement that has this too: the code, the line of the text, and the hint."""
    funn = check(KOLON + text, "a.yaml").diagnostics
    return [(d.code, d.span.line - KOLON.count("\n"), d.hint) for d in funn]


@i_ett(
    ("text", "linje", "tekst"),
    [
        ("politiråd:\n  mandat:\n    - a\n    - Mål: færre lovbrudd\n", 4, '"Mål: færre lovbrudd"'),
        ("politiråd:\n  mandat:\n    - Tid: kl. 10:00\n", 3, '"Tid: kl. 10:00"'),
        ("politiråd:\n  mandat:\n    - se https://politiet.no: side 2\n", 3, '"se https://politiet.no: side 2"'),
        ("politiråd:\n  mandat:\n    - 'a': b\n", 3, '"a: b"'),
        ('politiråd:\n  mandat:\n    - sa "nei": alt\n', 3, "'sa \"nei\": alt'"),
        ("politiråd:\n  mandat:\n    - Uten noe etter:\n", 3, '"Uten noe etter:"'),
        ("politiråd: {mandat: [Mål: x]}\n", 1, '"Mål: x"'),
        ("politiråd:\n  kunnskapsgrunnlag:\n    - Ungdata: 2025\n", 3, '"Ungdata: 2025"'),
        ("politiråd:\n  nivå:\n    Plan: bedre\n", 3, '"Plan: bedre"'),
        ("satsningsområder:\n  - Mål: færre lovbrudd\n", 2, '"Mål: færre lovbrudd"'),
        ("politiråd: {leder: {tittel: ordfører, navn: Kari, Nordmann}}\n", 1, 'navn: "Kari, Nordmann"'),
        ("politiråd: {mandat: [{hva: rus, vold, vinning, frist: 2027}]}\n", 1, 'hva: "rus, vold, vinning"'),
        ("satsningsområder:\n  - { navn: Rus, vold }\n", 2, 'navn: "Rus, vold"'),
    ],
)
def test_a_colon_or_a_comma_in_a_text_is_told_as_that_alone(text: str, linje: int, tekst: str) -> None:
    ((kode, plass, hint),) = sagt(text)
    assert kode in ("SKJ002", "SKJ003")
    assert (plass, hint) == (linje, f"Sett anførselstegn rundt hele teksten: {tekst}")


def test_a_stroke_without_a_space_is_told_as_that_alone() -> None:
    ((kode, linje, hint),) = sagt("politiråd:\n  mandat:\n    - a\n    -punkt\n")
    assert (kode, linje) == ("YML001", 4)
    assert hint == 'Skriv «- punkt». Er streken en del av teksten, så sett anførselstegn rundt: "-punkt"'


@i_ett(
    "text",
    [
        "politiråd:\n  mandat:\n    - kva: følge opp\n",
        "politiråd:\n  mandat:\n    - {hva: a, zzz: b}\n",
        "politiråd:\n  mandat:\n    - {Mål: a, Tid: b}\n",
        "slt: {zzz}\n",
        "politikontakt:\n  - Navn: Kari\n",
        "politikontakt:\n  Oppgave: følge opp\n",
        "politiråd:\n  mandat:\n    - åpningstider: 9–15\n",
        "arv: {fil: b.yaml}\n",
        "taushetsplikt: {Lov: x}\n",
    ],
)
def test_a_key_that_may_be_one_is_not_taken_for_a_text(text: str) -> None:
    assert "Sett anførselstegn" not in str(sagt(text))


def test_the_rules_still_look_at_an_agreement_with_a_colon_in_a_text() -> None:
    text = KOLON + "politiråd:\n  mandat:\n    - Mål: færre lovbrudd\n"
    assert check(text, "a.yaml").avtale is None


def test_the_file_of_a_new_user_with_colons_in_its_texts_is_told_of_each_once() -> None:
    funn = check((DATA / "kolon.yaml").read_bytes(), "kolon.yaml").diagnostics
    assert [(d.span.line, (d.hint or "").partition(": ")[2]) for d in funn] == [
        (21, '"Mål: færre lovbrudd"'),
        (22, '"Tid: kl. 10:00"'),
        (23, '"se https://politiet.no: side 2"'),
        (24, '"a: b"'),
    ]
