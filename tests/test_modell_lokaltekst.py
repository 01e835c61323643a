"""What the parties have written themselves: which texts there are, which are names, and which målform they are in."""

from __future__ import annotations

from typing import Any

from avtalegen.flyt import check
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform
from avtalegen.modell.lokaltekst import FREMMEDE, er_navn, målform_av, skrevet, små_bokstaver, synlig
from tests.i_ett import i_ett
from tests.test_lesing_validering import GYLDIG

BOKMÅL, NYNORSK = Målform


def avtalen(yaml: str) -> Avtale:
    avtale = check(GYLDIG + yaml, "a.yaml").avtale
    assert avtale is not None
    return avtale


@i_ett(
    ("tekst", "i_bokmål", "i_nynorsk"),
    [
        ("Partene møtes.", BOKMÅL, NYNORSK),
        ("Dei møtest ikkje.", NYNORSK, NYNORSK),
        ("De møtes ikke.", BOKMÅL, BOKMÅL),
        ("Møta er (ikkje) opne.", NYNORSK, NYNORSK),
        # What turns up in dialect and in names too, needs company.
        ("Ein plan.", BOKMÅL, NYNORSK),
        ("Ein plan og eit mål.", NYNORSK, NYNORSK),
        ("(Ein) plan, «eit» mål.", NYNORSK, NYNORSK),
        ("En plan.", BOKMÅL, NYNORSK),
        ("En plan, og flere mål.", BOKMÅL, BOKMÅL),
        # Beginnings and ends of words.
        ("Førebygging.", NYNORSK, NYNORSK),
        ("Nabokommunar.", NYNORSK, NYNORSK),
        ("Forebygging.", BOKMÅL, BOKMÅL),
        ("Møtelederen.", BOKMÅL, BOKMÅL),
        # The same inside a word says nothing, nor does what a law is called.
        ("Ukommunarane.", BOKMÅL, NYNORSK),
        ("Tenestemannslova.", BOKMÅL, NYNORSK),
        ("Tjenestemannsloven.", BOKMÅL, NYNORSK),
        ("Loven om virksomheter.", BOKMÅL, BOKMÅL),
        # As Word breaks a word.
        ("Dei møtest ik\u00adkje.", NYNORSK, NYNORSK),
    ],
)
def test_the_words_of_a_text_tell_its_målform(tekst: str, i_bokmål: Målform, i_nynorsk: Målform) -> None:
    assert (målform_av(tekst, BOKMÅL), målform_av(tekst, NYNORSK)) == (i_bokmål, i_nynorsk)


@i_ett(
    ("tekst", "kan"),
    [
        ("møtes ikkje", True),
        ("møtes (ikkje)", True),
        ("ein", True),
        ("«ein»", True),
        ("førebygging", True),
        ("nabokommunar", True),
        ("partene møtes", False),
        ("", False),
    ],
)
def test_at_a_glance_a_text_may_have_words_of_the_other_målform(tekst: str, kan: bool) -> None:
    assert FREMMEDE[BOKMÅL].kan_være_i(tekst) is kan


def test_the_texts_of_an_agreement_are_what_somebody_has_written_in_it() -> None:
    yaml = """\
politiråd:
  navn: Rådet
  møter: { per_år: noen ganger, sted: rådhuset }
politikontakt:
  - navn: Kari
    stillingsandel: etter avtale
    oppgaver: [{ hva: Ringe, frist: når planen er klar, omfatter: [skolene, barnehagene] }]
  - navn: Ola
    stillingsandel: 50 %
"""
    funnet = skrevet(avtalen(yaml))
    tekster: dict[tuple[Any, ...], str] = dict(funnet.tekster)
    assert {rute: tekst for rute, tekst in tekster.items() if rute[0] in ("politiråd", "politikontakt")} == {
        ("politiråd", "navn"): "Rådet",
        ("politiråd", "møter", "per_år"): "noen ganger",
        ("politiråd", "møter", "sted"): "rådhuset",
        ("politikontakt", 0, "navn", 0): "Kari",
        ("politikontakt", 0, "stillingsandel"): "etter avtale",
        ("politikontakt", 0, "oppgaver", 0, "hva"): "Ringe",
        ("politikontakt", 0, "oppgaver", 0, "omfatter", 0): "skolene",
        ("politikontakt", 0, "oppgaver", 0, "omfatter", 1): "barnehagene",
        ("politikontakt", 0, "oppgaver", 0, "frist"): "når planen er klar",
        ("politikontakt", 1, "navn", 0): "Ola",
    }
    assert [rute for rute, _ in funnet.i_ord] == [
        ("politiråd", "møter", "per_år"),
        ("politikontakt", 0, "stillingsandel"),
    ]


def test_what_is_inherited_from_is_no_text_of_the_agreement() -> None:
    avtale = avtalen("").med(arv=("felles/nordland.yaml",))
    assert skrevet(avtale) == skrevet(avtalen(""))


@i_ett(
    ("rute", "navn"),
    [
        (("politikontakt", 0, "navn"), True),
        (("satsningsområder", "områder", 0, "navn"), False),
        (("satsningsområder", "pilot", "navn"), False),
        (("parter", "kommuner", 0, "navn"), True),
        (("navn",), True),
        (("parter", "politi", "distrikt"), True),
        (("vedlegg", 0, "tittel"), True),
        (("politiråd", "vedlegg"), False),
        (("avtale", "erstatter", 0, "tittel"), True),
        (("avtale", "tittel"), False),
        (("politiråd", "mandat", 0, "hva"), False),
    ],
)
def test_a_name_is_the_same_in_both_målformer(rute: tuple[str | int, ...], navn: bool) -> None:
    assert er_navn(rute) is navn


@i_ett("tekst", ["", "Gol", "ÆØÅ", "Straße", "5 µm", "Hábmer Čáhci", "ǅ", "ÀÉÿ"])
def test_small_letters_are_python_s(tekst: str) -> None:
    assert små_bokstaver(tekst) == tekst.casefold()


def test_a_text_is_read_without_what_nobody_sees() -> None:
    assert synlig("sam\u00adar\u200bbeid\ufeff, hver\u2010 og helg\u2011dag") == "samarbeid, hver- og helg-dag"
