"""What a new YAML file has from the register: the målform, the names, the police, and what is inherited."""

from __future__ import annotations

import re

import pytest

from avtalegen import register
from avtalegen.forslag.nyfil import (
    MERKE,
    filnavn,
    filnavn_for_fylkeskommune,
    yaml_for_fylkeskommune,
    yaml_tekst,
)
from avtalegen.modell.former import Målform
from avtalegen.modell.lokaltekst import FREMMEDE
from tests.i_ett import i_ett
from tests.nyfilprove import avtale, data, unwrapped, values_of
from tests.nyprove import HALLINGDAL, kommuner, tekst, valgt


@pytest.mark.parametrize(
    ("nynorsk", "foreign"),
    [
        (False, r"(?i)\b(ikkje|kva|kven|frå|ein|eit|dei|noko|vere|meir|namnet|ordførar|leiar\w*|politiet sin)\b"),
        (True, r"(?i)\b(ikke|hva|hvem|hvor|fra|en|et|de som|noe|være|mer|navnet|ordfører|leder\w*|kommunene)\b"),
    ],
)
def test_the_agreement_keeps_to_one_målform(nynorsk: bool, foreign: str) -> None:
    for numre in (("1859",), HALLINGDAL):
        text = tekst(*numre, nynorsk=nynorsk)
        assert avtale(text).avtale.målform is (Målform.NYNORSK if nynorsk else Målform.BOKMÅL)
        assert [value for value in values_of(valgt(text)) if re.search(foreign, value)] == []


@pytest.mark.parametrize("numre", [("1859",), ("1875",), HALLINGDAL])
@pytest.mark.parametrize("målform", Målform)
def test_a_file_is_in_one_målform_throughout(målform: Målform, numre: tuple[str, ...]) -> None:
    """The keys are those of the format; what is explained, proposed and left to fill in is in the målform."""
    text = tekst(*numre, nynorsk=målform is Målform.NYNORSK)
    said = re.sub(r"[a-zæøå_]+:|«[^»]*»|Her kan også stå [^.]*|kan det stå [^.]*|statusen [^.]*", " ", unwrapped(text))
    words = re.findall(r"[^\W\d_]+", said.casefold())
    assert len(words) > 400
    assert [word for word in words if FREMMEDE[målform].har(word)] == []


@i_ett(
    ("numre", "målform", "said"),
    [
        (("1101",), "bokmål", "Eigersund har vedtatt bokmål. Da skal politiet"),
        (("4621",), "nynorsk", "Voss har vedteke nynorsk. Då skal politiet"),
        (("1859",), "bokmål", "Kommunen godtar både bokmål og nynorsk. Målformen velger du"),
        (("1859", "1860"), "bokmål", "Kommunene godtar både bokmål og nynorsk."),
        (("3320", "3330"), "bokmål", "Flå har vedtatt bokmål. Da skal politiet"),
        (("3320", "3324"), "bokmål", "Flå har vedtatt bokmål, mens Gol har vedtatt nynorsk. Målformen"),
        (HALLINGDAL, "nynorsk", "Flå og Nesbyen har vedteke bokmål, medan Gol, Hemsedal og Ål har vedteke nynorsk."),
    ],
)
def test_the_målform_follows_the_kommuner_and_the_comment_says_why(
    numre: tuple[str, ...], målform: str, said: str
) -> None:
    text = tekst(*numre)
    assert f"\n  målform: {målform}\n" in text
    assert said in unwrapped(text)


@i_ett(
    ("numre", "said"),
    [
        (("1875",), "Offisielt navn, med samisk eller kvensk: Hábmer - Hamarøy"),
        (("5540",), "Offisielt navn, med samisk eller kvensk: Gáivuotna - Kåfjord - Kaivuono"),
        (("4602",), "fleire einingar: Nordfjord politistasjonsdistrikt; Sunnfjord politistasjonsdistrikt."),
        (("1859",), 'organisasjonsnummer: "863320852"'),
        (("1859",), "fylkeskommune: Nordland fylkeskommune"),
    ],
)
def test_comments_give_what_the_register_knows_besides(numre: tuple[str, ...], said: str) -> None:
    assert said in unwrapped(tekst(*numre))


def test_nothing_is_said_where_the_register_knows_nothing() -> None:
    assert "organisasjonsnummer" not in tekst("1508")
    assert "enheter" not in tekst("1580", nynorsk=False)
    assert "Offisielt navn" not in tekst("1859")
    assert "fylkeskommune:" not in tekst("0301")


def test_the_police_go_by_their_name_in_the_målform() -> None:
    assert avtale(tekst("4022")).parter.politi.distrikt == "Sør-Aust politidistrikt"
    assert avtale(tekst("4022", nynorsk=False)).parter.politi.distrikt == "Sør-Øst politidistrikt"


@i_ett(
    ("numre", "name"),
    [
        (("3320",), "fla.yaml"),
        (("3451",), "nord-aurdal.yaml"),
        (("4219",), "evje-og-hornnes.yaml"),
        (("1515",), "heroy.yaml"),
        (("1871",), "andoy.yaml"),
        (("1547",), "aukra.yaml"),
        (("5630",), "berlevag.yaml"),
        (("3320", "3324"), "fla-med-flere.yaml"),
    ],
)
def test_the_file_is_named_after_the_kommune_in_plain_letters(numre: tuple[str, ...], name: str) -> None:
    assert filnavn(kommuner(*numre)) == name


def test_only_kommuner_of_the_same_name_share_a_file_name() -> None:
    names: dict[str, set[str]] = {}
    for k in register.alle_kommuner():
        names.setdefault(filnavn((k,)), set()).add(k.navn)
    assert {name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*\.yaml", name)} == set()
    assert [shared for shared in names.values() if len(shared) > 1] == []


FYLKER = sorted({k.fylke for k in register.alle_kommuner()} - {"Oslo"})


@i_ett("fylke", FYLKER)
def test_a_fylkeskommune_alone_is_a_party_with_the_police_and_no_kommune(fylke: str) -> None:
    found = data(yaml_for_fylkeskommune(fylke, "prøve.yaml"))
    assert found["parter"]["fylkeskommune"]["navn"] == f"{fylke} fylkeskommune"
    assert "kommuner" not in found["parter"]
    assert found.keys() & {"politiråd", "politikontakt", "slt", "tjenestetilbud"} == set()
    distrikt = found["parter"]["politi"]["distrikt"]
    served = {k.politidistrikt for k in register.alle_kommuner() if k.fylke == fylke}
    if len(served) == 1:
        assert register.politidistrikt(distrikt) is not None
    else:
        assert distrikt.startswith(MERKE)
        assert distrikt.count("politidistrikt") == len(served) + 1
    assert filnavn_for_fylkeskommune(fylke).endswith("-fylkeskommune.yaml")
    assert filnavn_for_fylkeskommune(fylke).isascii()


@i_ett("fylke", FYLKER)
def test_the_file_of_a_fylkeskommune_is_valid(fylke: str) -> None:
    text = yaml_for_fylkeskommune(fylke, "prøve.yaml")
    assert avtale(text).parter.fylkeskommune is not None
    assert avtale(valgt(text)).evaluering is not None


ARVET = {
    "avtale": {"målform": "nynorsk"},
    "parter": {"politi": "Nordland politidistrikt"},
    "politiråd": {"mandat": ["Førebyggje"], "møter": {"per_år": "4"}},
    "politikontakt": [{"navn": "Kari Nordmann"}],
    "taushetsplikt": "ja",
}


def test_what_is_inherited_is_left_out() -> None:
    text = yaml_tekst(kommuner("1859"), "prøve.yaml", arv="felles/nordland.yaml", arvet=ARVET)
    assert "\narv: felles/nordland.yaml\n" in text
    assert "Flakstad" in text
    for left_out in (" distrikt:", "mandat:", "per_år:", "politikontakt:", "taushetsplikt:", "målform: "):
        assert left_out not in text
    for kept in ("enhet: Vest-Lofoten", "innkallingsfrist: to veker", "slt:", "evaluering:", "sekretær:"):
        assert kept in text
    assert "framfor" in text, "it is in the målform that is inherited"


def test_a_kommune_that_requires_another_målform_than_the_one_inherited_says_so() -> None:
    text = yaml_tekst(kommuner("1101"), "prøve.yaml", arv="a.yaml", arvet=ARVET)
    assert data(text)["avtale"]["målform"] == "bokmål"


@i_ett("sti", ["felles/nordland.yaml", "felles #1/a: b.yaml", "- a.yaml", 'a "b".yaml'])
def test_the_path_of_what_is_inherited_is_read_as_it_was(sti: str) -> None:
    assert data(yaml_tekst(kommuner("1859"), "prøve.yaml", arv=sti))["arv"] == sti
