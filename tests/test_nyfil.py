"""The text of a new YAML file: valid for every kommune, true to the register, and fit to learn from."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from jsonschema import Draft202012Validator

from avtalegen import register
from avtalegen.dokument.innhold import Document
from avtalegen.flyt import check
from avtalegen.forslag.nyfil import MERKE, antall_steder, filnavn, yaml_tekst
from avtalegen.komponering import compose
from avtalegen.lesing import parse, to_data
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.former import Målform
from avtalegen.modell.skjema import json_schema
from avtalegen.register import Kommune
from tests.grundig import utvalg

HALLINGDAL = ("3320", "3322", "3324", "3326", "3328", "3330")
REGIONS = {
    "Hallingdal": HALLINGDAL,
    "two with different målform": ("3320", "3324"),
    "Herøy and its neighbour": ("1515", "1514"),
    "several fylker": ("3203", "0301"),
    "more than one page of kommuner": register.alle_politidistrikt()[-1].kommunenumre,
    "a herad and a kommune": ("4621", "4628"),
}


def kommuner(*numre: str) -> tuple[Kommune, ...]:
    found = tuple(register.kommune(nummer) for nummer in numre)
    assert None not in found
    return tuple(k for k in found if k)


def tekst(*numre: str, nynorsk: bool | None = None) -> str:
    return yaml_tekst(kommuner(*numre), "prøve.yaml", nynorsk=nynorsk)


def avtale(text: str) -> Avtale:
    checked = check(text, "prøve.yaml")
    assert checked.diagnostics == ()
    assert checked.avtale is not None
    return checked.avtale


def unwrapped(text: str) -> str:
    """Return the text with every comment on one line, behind what stands before it."""
    return re.sub(r"\n *# ", " ", text)


def values(data: object) -> Iterator[str]:
    if isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from values(value)
    elif isinstance(data, str):
        yield data


def values_of(text: str) -> list[str]:
    root = parse(text, "prøve.yaml").root
    assert root is not None
    return list(values(to_data(root)))


def comments(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.lstrip().startswith("#")]


def with_examples(text: str) -> str:
    """Return the text as it is when somebody takes «# » away in front of every example but «arv»."""
    head, body = text.split("format: 1", 1)
    example = re.compile(r"^( *)# ( *(?!arv:)(?:- |[a-zæøå_]+:(?= |$)).*)$", re.MULTILINE)
    return head + "format: 1" + example.sub(r"\1\2", body)


def test_the_file_of_every_kommune_is_valid_and_says_what_the_register_knows() -> None:
    for k in register.alle_kommuner():
        made = avtale(yaml_tekst((k,), filnavn((k,))))
        (part,) = made.parter.kommuner
        assert (part.kommunenummer, part.navn) == (k.kommunenummer, k.navn)
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
    made = avtale(tekst(*numre))
    assert [k.kommunenummer for k in made.parter.kommuner] == list(numre)
    assert all(k.vedtak is not None and k.vedtak.sak is not None for k in made.parter.kommuner)
    assert made.politiråd is not None
    assert made.politiråd.regionalt is not None
    assert made.politiråd.regionalt.forhold is not None
    møter = made.politiråd.møter
    assert møter is not None
    assert møter.per_kommune is not None
    assert møter.felles is not None
    assert møter.per_kommune.antall + møter.felles.antall.antall > 2
    assert len(made.politikontakt[0].navn) * 3 >= len(numre)
    assert len(made.signaturer) == len(numre) + 1


def test_one_kommune_has_nothing_of_what_several_need() -> None:
    made = avtale(tekst("1859"))
    assert made.politiråd is not None
    assert made.politiråd.regionalt is None
    assert made.politiråd.møter is not None
    assert made.politiråd.møter.per_kommune is None


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


@pytest.mark.parametrize("numre", [("1859",), ("0301",), ("1875",), ("4621",), HALLINGDAL])
def test_every_example_can_be_used_by_taking_the_mark_away(numre: tuple[str, ...]) -> None:
    made = avtale(with_examples(tekst(*numre)))
    assert made.vedlegg
    assert made.lokale_avsnitt
    assert made.avtale.dato is not None
    assert made.periode is not None
    assert made.periode.fra is not None
    assert made.politiråd is not None
    assert made.politiråd.møter is not None
    assert made.politiråd.møter.plan
    assert {felt.nøkkel for felt in Avtale.felter.values() if not getattr(made, felt.navn)} == {"arv"}


def test_every_part_of_the_format_is_there_in_the_order_of_the_format() -> None:
    found = re.findall(r"^(?:# )?([a-zæøå_]+):", tekst("1859"), re.MULTILINE)
    assert sorted(found) == sorted(Avtale.felter)
    assert [key for key in found if key not in ("vedlegg", "lokale_avsnitt")] == [
        key for key in Avtale.felter if key not in ("vedlegg", "lokale_avsnitt")
    ]


def test_the_fields_that_the_comments_name_exist() -> None:
    """«Her kan også stå a, b og c» stands above the part that it is about, or in it."""
    named = 0
    part: type[Del] | None = None
    lines = tekst("1859").split("\n")
    for number, line in enumerate(lines):
        if key := re.match(r"([a-zæøå_]+):", line):
            part = del_i(Avtale.felter[key[1]].type)
        if "kan også stå" not in line:
            continue
        rest = " ".join(lines[number : number + 2]).replace("#", "").split("kan også stå")[1].split(".")[0]
        about = part
        if line.startswith("#"):  # above the part
            following = next(m[1] for later in lines[number:] if (m := re.match(r"([a-zæøå_]+):", later)))
            about = Avtale.felter[following].type
        assert about is not None
        keys = re.split(r",\s+|\s+og\s+", re.sub(r"\s*\([^)]*\)", "", rest).strip())
        assert len(keys) > 1
        assert set(keys) <= set(about.felter), line
        named += 1
    assert named >= 5


@pytest.mark.parametrize("numre", [("1859",), ("0301",), ("5540",), *REGIONS.values()])
def test_comments_fit_on_a_screen(numre: tuple[str, ...]) -> None:
    assert max(len(line) for line in comments(tekst(*numre))) <= 110


def test_the_file_is_not_too_long_to_read() -> None:
    assert tekst("1859").count("\n") <= 255


@pytest.mark.parametrize("numre", [("1859",), HALLINGDAL])
def test_the_number_of_places_is_the_number_of_values_to_fill_in(numre: tuple[str, ...]) -> None:
    text = tekst(*numre)
    marked = [value for value in values_of(text) if value.startswith(f"{MERKE}: ")]
    assert antall_steder(text) == len(marked) > 20


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
        assert [value for value in values_of(text) if re.search(foreign, value)] == []


@pytest.mark.parametrize(
    ("numre", "målform", "said"),
    [
        (("1101",), "bokmål", "Eigersund har vedtatt bokmål. Da skal politiet"),
        (("4621",), "nynorsk", "Voss har vedtatt nynorsk. Da skal politiet"),
        (("1859",), "bokmål", "Kommunen godtar både bokmål og nynorsk. Målformen i forslagene velger du"),
        (("1859", "1860"), "bokmål", "Kommunene godtar både bokmål og nynorsk."),
        (("3320", "3330"), "bokmål", "Flå har vedtatt bokmål. Da skal politiet"),
        (("3320", "3324"), "bokmål", "Flå har vedtatt bokmål, mens Gol har vedtatt nynorsk. Målformen"),
        (HALLINGDAL, "nynorsk", "Flå og Nesbyen har vedtatt bokmål, mens Gol, Hemsedal og Ål har vedtatt nynorsk."),
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
        (("4602",), "flere enheter: Nordfjord politistasjonsdistrikt; Sunnfjord politistasjonsdistrikt."),
        (("1859",), "organisasjonsnummer: 863320852"),
        (("1859",), "fylkeskommune: Nordland fylkeskommune"),
    ],
)
def test_comments_give_what_the_register_knows_besides(numre: tuple[str, ...], said: str) -> None:
    assert said in unwrapped(tekst(*numre))


def test_nothing_is_said_where_the_register_knows_nothing() -> None:
    assert "organisasjonsnummer" not in tekst("1508")
    assert "flere enheter" not in tekst("1580")
    assert "Offisielt navn" not in tekst("1859")
    assert "fylkeskommune:" not in tekst("0301")


def test_the_police_go_by_their_name_in_the_målform() -> None:
    assert avtale(tekst("4022")).parter.politi.distrikt == "Sør-Aust politidistrikt"
    assert avtale(tekst("4022", nynorsk=False)).parter.politi.distrikt == "Sør-Øst politidistrikt"


def test_a_schema_that_may_not_be_there_is_mentioned_but_not_called_for() -> None:
    """Editors complain of a schema they can't load. They look for it in any comment that begins so."""
    text = tekst("1859")
    assert "$schema=avtale.schema.json" in text
    assert not any(re.match(r"#\s+yaml-language-server\s*:", line) for line in comments(text))


@pytest.mark.parametrize("numre", [("1859",), HALLINGDAL])
def test_an_editor_that_knows_the_schema_accepts_the_file_and_its_examples(numre: tuple[str, ...]) -> None:
    validator = Draft202012Validator(json_schema())
    for text in (tekst(*numre), with_examples(tekst(*numre))):
        assert [error.message for error in validator.iter_errors(yaml.safe_load(text))] == []


def test_the_comments_say_how_to_go_on_with_this_file() -> None:
    text = yaml_tekst(kommuner("1859"), "flakstad.yaml")
    assert "«avtalegen valider flakstad.yaml»" in text
    assert "«avtalegen lag flakstad.yaml»" in text


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
