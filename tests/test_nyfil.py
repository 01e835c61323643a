"""The text of a new YAML file: valid for every kommune, true to the register, and fit to learn from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from avtalegen import register
from avtalegen.dokument.innhold import Document
from avtalegen.flyt import check
from avtalegen.forslag.nyfil import (
    MERKE,
    antall_steder,
    filnavn,
    filnavn_for_fylkeskommune,
    yaml_for_fylkeskommune,
    yaml_tekst,
)
from avtalegen.komponering import compose
from avtalegen.lesing import parse, to_data
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.former import Målform
from avtalegen.modell.lokaltekst import FREMMEDE
from avtalegen.modell.parter import Parter
from avtalegen.modell.skjema import json_schema
from avtalegen.regler import Valg
from tests.grundig import utvalg
from tests.nyprove import HALLINGDAL, kommuner, tekst, valgt

REGIONS = {
    "Hallingdal": HALLINGDAL,
    "two with different målform": ("3320", "3324"),
    "Herøy and its neighbour": ("1515", "1514"),
    "several fylker": ("3203", "0301"),
    "more than one page of kommuner": register.alle_politidistrikt()[-1].kommunenumre,
    "a herad and a kommune": ("4621", "4628"),
}


def avtale(text: str) -> Avtale:
    checked = check(text, "prøve.yaml")
    assert checked.diagnostics == ()
    assert checked.avtale is not None
    return checked.avtale


def data(text: str) -> dict[str, Any]:
    root = parse(text, "prøve.yaml").root
    assert root is not None
    found = to_data(root)
    assert isinstance(found, dict)
    return found


def unwrapped(text: str) -> str:
    """Return the text with every comment on one line, behind what stands before it."""
    return re.sub(r"\n *## +", " ", text)


def values(found: object) -> Iterator[str]:
    if isinstance(found, dict | list):
        for value in found.values() if isinstance(found, dict) else found:
            yield from values(value)
    elif isinstance(found, str):
        yield found


def values_of(text: str) -> list[str]:
    return list(values(data(text)))


def comments(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.lstrip().startswith("#")]


def test_the_file_of_every_kommune_is_valid_and_says_what_the_register_knows() -> None:
    for k in register.alle_kommuner():
        made = avtale(yaml_tekst((k,), filnavn((k,))))
        (part,) = made.parter.kommuner
        assert (part.kommunenummer, part.navn) == (k.kommunenummer, k.navn)
        assert part.organisasjonsnummer == k.organisasjonsnummer
        politi = register.politidistrikt(made.parter.politi.distrikt)
        assert politi is not None
        assert k.kommunenummer in politi.kommunenumre
        if len(k.politistasjonsdistrikter) == 1:
            assert made.parter.politi.enhet == k.politistasjonsdistrikter[0]
        else:
            assert made.parter.politi.enhet is not None
            assert made.parter.politi.enhet.startswith(MERKE)
        assert made.avtale.målform.value == (k.målform if k.målform != "nøytral" else "bokmål")
        assert made.tjenestetilbud is not None
        assert made.tjenestetilbud.kontakter[0].telefon == ("02800",)
        assert made.signaturer[0].for_ == f"{k.navn} {k.betegnelse}"


@pytest.mark.parametrize("numre", REGIONS.values(), ids=REGIONS)
def test_the_file_of_several_kommuner_has_each_of_them_and_what_they_share(numre: tuple[str, ...]) -> None:
    text = tekst(*numre)
    made = avtale(text)
    assert [k.kommunenummer for k in made.parter.kommuner] == list(numre)
    assert all(k.vedtak is not None for k in made.parter.kommuner)
    assert "per_kommune:" in text
    assert "per_år:" not in text
    assert "«regionalt»" in unwrapped(text)
    assert len(made.politikontakt[0].navn) * 3 >= len(numre)
    assert len(made.signaturer) == len(numre) + 1


def test_one_kommune_has_nothing_of_what_several_need() -> None:
    text = tekst("1859")
    assert "regionalt" not in text
    assert "per_kommune" not in text


OFFICES = {
    *("1", "utkast", "bokmål", "nynorsk", "02800", "kommunen", "politiet", "ordfører", "ordførar", "kommunedirektør"),
    *("tjenesteenhetsleder", "tenesteeiningsleiar", "Politiets felles telefonnummer"),
    *("Felles telefonnummer til politiet", "når det ikke haster", "når det ikkje hastar"),
}


@pytest.mark.parametrize("numre", [("1859",), ("4621",), HALLINGDAL])
def test_nothing_stands_as_agreed_that_nobody_chose(numre: tuple[str, ...]) -> None:
    """All that counts in a new file is what the register knows, and which offices there are."""
    known = set(OFFICES)
    for k in kommuner(*numre):
        politi = register.politidistrikt(k.politidistrikt)
        assert politi is not None
        known |= {k.kommunenummer, k.navn, f"{k.navn} {k.betegnelse}", politi.navn, politi.navn_nynorsk}
        known |= {k.organisasjonsnummer or "", *k.politistasjonsdistrikter}
    text = tekst(*numre)
    assert [value for value in values_of(text) if value not in known and not value.startswith(MERKE)] == []
    assert "kalender" not in text


def in_bokmål() -> Iterator[tuple[str, ...]]:
    yield from ((k.kommunenummer,) for k in register.alle_kommuner() if k.målform != "nynorsk")
    yield from (numre for numre in REGIONS.values() if tekst(*numre).count("målform: bokmål"))


def test_the_document_shows_the_places_to_fill_in_and_nothing_of_the_template() -> None:
    for numre in utvalg(in_bokmål(), 25):
        composed = compose(avtale(tekst(*numre)))
        assert composed.diagnostics == ()
        assert isinstance(composed.document, Document)
        shown = repr(composed.document)
        assert "[Fyll inn: navnet på ordføreren" in shown
        assert MERKE not in shown
        assert not re.search(r"\{\{|\{%|Undefined|[\ue000\ue001]|\\ue00[01]", shown)
        assert composed.document.mark == "UTKAST"


FEM = ("1859", "1101", "0301", "4621", "3324")
"""Five kommuner: two that take both målformer, one that requires bokmål, and two that require nynorsk."""


def with_what_is_known(text: str) -> dict[str, Any]:
    """Return a new file where people have filled in the names that they know, and struck all else that is left."""
    facts = {"ordfører": "Kari Nordmann", "ordførar": "Kari Nordmann", "kommunedirektør": "Ola Nordmann"}
    facts |= {"tjenesteenhetsleder": "Per Nordmann", "tenesteeiningsleiar": "Per Nordmann"}

    def kept(value: Any) -> Any:
        if isinstance(value, dict):
            filled = {
                key: facts[value["tittel"]] if key == "navn" and value.get("tittel") in facts else kept(one)
                for key, one in value.items()
            }
            return {key: one for key, one in filled.items() if one} or None
        if isinstance(value, list):
            return [one for one in map(kept, value) if one] or None
        return None if str(value).startswith(MERKE) else value

    found = {key: kept(value) for key, value in data(text).items()}
    return found | {"politiråd": {"leder": "ordføreren"}, "politikontakt": "Anne Nordmann", "signaturer": None}


@pytest.mark.parametrize("nummer", FEM)
def test_the_rules_say_the_same_of_a_new_file_as_of_the_same_facts_written_by_hand(nummer: str) -> None:
    (k,) = kommuner(nummer)
    nn = k.målform == "nynorsk"
    by_hand = f"""
format: 1
avtale: {{målform: {"nynorsk" if nn else "bokmål"}}}
parter:
  kommuner:
    kommunenummer: "{nummer}"
    leder: {{tittel: {"ordførar" if nn else "ordfører"}, navn: Kari Nordmann}}
    administrativ_leder: {{tittel: kommunedirektør, navn: Ola Nordmann}}
  politi:
    distrikt: {k.politidistrikt}
    leder: {{tittel: {"tenesteeiningsleiar" if nn else "tjenesteenhetsleder"}, navn: Per Nordmann}}
politiråd: {{leder: ordføreren}}
politikontakt: Anne Nordmann
tjenestetilbud:
  kontakter: {{hva: {"Felles telefonnummer til politiet" if nn else "Politiets felles telefonnummer"}, telefon: 02800}}
"""
    new = yaml.safe_dump(with_what_is_known(tekst(nummer)), allow_unicode=True)
    told = [
        sorted((d.code, d.message, d.severity) for d in check(text, "a.yaml", Valg(date(2026, 11, 1))).diagnostics)
        for text in (new, by_hand)
    ]
    assert told[0] == told[1]
    assert len(told[0]) > 16


def test_a_new_file_itself_is_told_what_the_guide_would_have() -> None:
    codes = {d.code for d in check(tekst("1859"), "a.yaml", Valg(date(2026, 11, 1))).diagnostics}
    assert {"VEI302", "VEI401", "VEI402", "VEI411", "VEI416", "VEI418", "VEI422", "VEI504", "VEI604", "VEI701"} <= codes


def test_every_part_of_the_format_is_there_in_the_order_of_the_format_or_named_at_the_end() -> None:
    text = tekst("1859")
    found = re.findall(r"^(?:# )?([a-zæøå_]+):", text, re.MULTILINE)
    assert found == [key for key in Avtale.felter if key in found]
    last = text[text.index("signaturer:") :]
    assert {key for key in Avtale.felter if key not in found} == {
        *("arv", "skole", "beredskap", "samarbeidsfora", "vedlegg", "lokale_avsnitt"),
    }
    assert all(key in last for key in Avtale.felter if key not in found)


def test_the_fields_that_the_comments_name_exist() -> None:
    """«Her kan også stå a, b og c» stands above the part that it is about, or in it."""
    named = 0
    part: type[Del] | None = None
    lines = tekst("1859").split("\n")
    for number, line in enumerate(lines):
        if key := re.match(r"(?:# )?([a-zæøå_]+):", line):
            part = del_i(Avtale.felter[key[1]].type)
        if "kan også stå" not in line:
            continue
        rest = (
            " ".join(lines[number : number + 2])
            .replace("#", "")
            .split("kan også stå")[1]
            .split(".")[0]
            .split(", eller")[0]
        )
        about = part
        if line.startswith("#"):  # above the part
            following = next(m[1] for later in lines[number:] if (m := re.match(r"(?:# )?([a-zæøå_]+):", later)))
            about = del_i(Avtale.felter[following].type)
        assert about is not None
        keys = re.split(r",\s+|\s+og\s+", re.sub(r"\s*\([^)]*\)", "", rest).strip())
        assert len(keys) > 1
        assert set(keys) <= set(about.felter), line
        named += 1
    assert named >= 5


@pytest.mark.parametrize("numre", [("1859",), ("0301",), ("5540",), *REGIONS.values()])
def test_comments_fit_on_a_screen(numre: tuple[str, ...]) -> None:
    assert max(len(line) for line in comments(tekst(*numre)) if line.lstrip().startswith("##")) <= 110


def test_the_file_is_not_too_long_to_read() -> None:
    assert tekst("1859").count("\n") <= 200


@pytest.mark.parametrize("numre", [("1859",), HALLINGDAL])
def test_the_number_of_places_is_the_number_of_values_to_fill_in(numre: tuple[str, ...]) -> None:
    text = tekst(*numre)
    marked = [value for value in values_of(text) if value.startswith(f"{MERKE}: ")]
    assert antall_steder(text) == len(marked) > 15


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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize("numre", [("1859",), HALLINGDAL])
def test_an_editor_that_knows_the_schema_accepts_the_file_and_its_proposals(numre: tuple[str, ...]) -> None:
    validator = Draft202012Validator(json_schema())
    for text in (tekst(*numre), valgt(tekst(*numre))):
        assert [error.message for error in validator.iter_errors(yaml.safe_load(text))] == []


def test_the_comments_say_how_to_go_on_with_this_file() -> None:
    text = yaml_tekst(kommuner("1859"), "flakstad.yaml")
    assert "avtalegen valider flakstad.yaml\n" in text
    assert "avtalegen lag flakstad.yaml\n" in text


@pytest.mark.parametrize(
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


@pytest.mark.parametrize("fylke", FYLKER)
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


@pytest.mark.skipif(Parter.felter["kommuner"].påkrevd, reason="formatet krever ennå minst én kommune blant partene")
@pytest.mark.parametrize("fylke", FYLKER)
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


@pytest.mark.parametrize("sti", ["felles/nordland.yaml", "felles #1/a: b.yaml", "- a.yaml", 'a "b".yaml'])
def test_the_path_of_what_is_inherited_is_read_as_it_was(sti: str) -> None:
    assert data(yaml_tekst(kommuner("1859"), "prøve.yaml", arv=sti))["arv"] == sti
