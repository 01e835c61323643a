"""Each piece of text in a document leads to the value that it shows, and the document is none the wiser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.dokument.innhold import Block, Document, Items, Signatures, Table, characters
from avtalegen.dokument.maler import INGEN, Maler
from avtalegen.dokument.spor import Spenn, Sporene
from avtalegen.flyt import check
from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering import compose
from avtalegen.komponering.papir import compose_papir
from avtalegen.komponering.papirer import Mangel
from avtalegen.komponering.spor.avtale import sporet
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform
from avtalegen.modell.lokaltekst import tekster as skrevet
from tests.generator import I_DAG
from tests.generator.sammensatt import Sammensatt, lest_avtale
from tests.generator.sammensatt import sammensatt as generert_og_satt
from tests.grundig import antall, spredt
from tests.i_ett import i_ett

EN = """\
format: 1
avtale: {status: utkast, målform: MÅLFORM}
parter:
  kommuner: [{kommunenummer: "1859", leder: {tittel: ordfører, navn: Kari Nordmann}}]
  politi: Nordland politidistrikt
politiråd:
  åpenhet: lukket
  leder: {tittel: Lensmann, navn: Ola Hansen, enhet: Leknes, også: [Varaordfører], telefon: "76054301 / 02800"}
  møter: {per_år: 4, plan: [{dato: 3.2.2027, klokkeslett: 9.00, tema: [Rus og, Ran]}]}
  mandat: [{hva: Ta imot, omfatter: [saker, råd], frist: 1.3.2027}]
  referat: {offentlig: OFFENTLIG}
tjenestetilbud:
  tekst: |
    Vi har *åpent* i [byen](https://politiet.no).

    - Alltid
  responstid: {område: tettsted, minutter: 20, andel: 80 %}
periode: {fra: 1.1.2027, til: 31.12.2028, revisjon: {hyppighet: årlig, på_anmodning: ja}}
lokale_avsnitt: [{overskrift: Egne ord, tekst: Slik er det., etter: periode}]
"""
EN = EN.replace("etter: periode", "etter: gyldighet")


@cache
def sammensatt(yaml: str, egne: Maler = INGEN) -> tuple[Document, Sporene]:
    avtale = check(yaml, "a.yaml").avtale
    assert avtale is not None, check(yaml, "a.yaml").diagnostics
    return laget(avtale, egne)


def laget(avtale: Avtale, egne: Maler = INGEN, målform: Målform | None = None) -> tuple[Document, Sporene]:
    composed = compose(avtale, egne=egne, målform=målform, spor=True)
    assert composed.document is not None
    assert composed.steder is not None
    return composed.document, composed.steder.spor


def tekster(document: Document, spor: Sporene) -> Iterator[tuple[str, tuple[Spenn, ...]]]:
    """Every text of a document with its spans."""
    yield document.title, spor.ved("tittel")
    yield document.subtitle or "", spor.ved("undertittel")
    for n, (_, text) in enumerate(document.facts):
        yield text, spor.ved("forside", str(n))
    for block in document.blocks:
        yield from _i_blokken(block, spor)


def _i_blokken(block: Block, spor: Sporene) -> Iterator[tuple[str, tuple[Spenn, ...]]]:
    match block:
        case Items():
            for item in block.items:
                for inner in item:
                    yield from _i_blokken(inner, spor)
        case Table():
            for r, row in enumerate((block.header, *block.rows)):
                for c, cell in enumerate(row):
                    yield characters(cell), spor.ved(block.id, f"{r}/{c}")
        case Signatures():
            for one in block.signatures:
                yield one.on_behalf_of, spor.ved(one.id, "for")
                yield one.name or "", spor.ved(one.id, "navn")
                yield one.title or "", spor.ved(one.id, "tittel")
                yield one.date or "", spor.ved(one.id, "dato")
        case _:
            yield characters(block.content), spor.ved(block.id)


def vist(yaml: str, rute: Rute, egne: Maler = INGEN) -> list[str]:
    """The pieces of text that lead to a value."""
    return [text[s.fra : s.til] for text, spenn in tekster(*sammensatt(yaml, egne)) for s in spenn if s.rute == rute]


def en(målform: str = "bokmål", offentlig: str = "nei") -> str:
    return EN.replace("MÅLFORM", målform).replace("OFFENTLIG", offentlig)


# -- the document -----------------------------------------------------------------------------------------------------


def genererte(målform: Målform | None = None, n: int = antall(1, 357)) -> Iterator[Sammensatt]:
    for nummer in range(n):
        yield generert_og_satt(nummer, målform)


@pytest.mark.parametrize("målform", list(Målform))
def test_the_document_is_the_same_whether_its_values_are_followed_or_not(målform: Målform) -> None:
    for _, avtale, followed, _ in genererte(målform):
        plain = compose(avtale, målform=målform).document
        assert followed == plain
        assert repr(followed) == repr(plain)  # no text has become another kind of text


@pytest.mark.parametrize("papir", spredt((papir for papir in Papir if papir is not Papir.AVTALE), 3))
def test_a_paper_is_the_same_too_and_leads_back(papir: Papir) -> None:
    for nummer in range(antall(1, 4)):
        _, avtale = lest_avtale(nummer)
        plain, followed = (
            compose_papir(avtale, Bestilling(dokument=papir), I_DAG, spor=spor) for spor in (False, True)
        )
        if isinstance(plain, Mangel) or isinstance(followed, Mangel):
            assert plain == followed
            continue
        assert repr(followed.document) == repr(plain.document)
        assert followed.document is not None
        assert followed.steder is not None
        led = [s.rute for _, spenn in tekster(followed.document, followed.steder.spor) for s in spenn]
        assert led


@pytest.mark.parametrize("nummer", range(antall(3, 60)))
def test_the_texts_that_are_collected_with_the_ways_are_all_there_are(nummer: int) -> None:
    _, avtale = lest_avtale(nummer)
    assert [text for _, text in sporet(avtale)[1]] == [text for _, text in skrevet(avtale)]


def test_no_text_is_of_another_kind_than_it_was() -> None:
    document, _ = sammensatt(en())
    assert {type(text) for text, _ in tekster(document, Sporene({}))} == {str}
    assert {type(text) for text in (document.author, document.header, document.subject)} == {str}


# -- each value -------------------------------------------------------------------------------------------------------


def test_spans_lie_within_their_text_one_after_the_other() -> None:
    for _, _, document, spor in genererte():
        for text, spenn in tekster(document, spor):
            ends = [end for s in spenn for end in (s.fra, s.til)]
            assert ends == sorted(ends)
            assert all(s.fra < s.til <= len(text) for s in spenn)


def test_what_people_have_written_always_leads_to_where_they_wrote_it() -> None:
    """Each text of a generated agreement has a place name that no other text has, and our words have none."""
    seen = 0
    for g, _, document, spor in genererte():
        texts = {rute: str(verdi.betydning) for rute, verdi in g.verdier.items() if isinstance(verdi.betydning, str)}
        long = [text.casefold() for text in texts.values() if len(text) > 8]
        for text, spenn in tekster(document, spor):
            ours = "".join(bit for bit in _utenfor(text, spenn)).casefold()
            assert not [t for t in long if t in ours], text
            for s in spenn:
                piece = text[s.fra : s.til]
                names_differ = "politidistrikt" in piece  # by målform, and however much of them is written
                if (
                    s.rute in texts
                    and not names_differ
                    and not s.valgt
                    and len(texts[s.rute]) > 8
                    and "\n" not in texts[s.rute]
                ):
                    assert _ord(piece) <= _ord(texts[s.rute]), (s.rute, piece, texts[s.rute])
                    seen += 1
    assert seen > 50 * antall(1, 357)


def _utenfor(text: str, spenn: tuple[Spenn, ...]) -> Iterator[str]:
    fra = 0
    for s in spenn:
        yield text[fra : s.fra]
        fra = s.til
    yield text[fra:]


def _ord(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d]+", text.casefold()))


def test_all_texts_of_the_examples_that_are_shown_are_led_to(et_eksempel: Path) -> None:
    """One that stands twice in the YAML, and once in the document, is led to in one of the places."""
    avtale = check(et_eksempel.read_bytes(), "a.yaml").avtale
    assert avtale is not None
    document, spor = laget(avtale)
    kjent = {s.rute for _, spenn in tekster(document, spor) for s in spenn}
    written = skrevet(avtale)
    shown = {text[s.fra : s.til] for text, spenn in tekster(document, spor) for s in spenn}
    told = {text for rute, text in written if rute in kjent or text.removesuffix(" kommune") in shown}
    assert [(rute, text) for rute, text in written if text not in told and _vises(document, text)] == []


def _vises(document: Document, text: str) -> bool:
    return len(text) > 12 and any(text in shown for shown, _ in tekster(document, Sporene({})))


@i_ett(
    ("rute", "pieces"),
    [
        (("parter", "kommuner", 0, "kommunenummer"), ["Flakstad"] * 2),
        (("parter", "kommuner", 0, "leder", "navn"), ["Kari Nordmann", "Kari Nordmann"]),
        (("politiråd", "leder", "tittel"), ["lensmann"]),
        (("politiråd", "leder", "enhet"), ["Leknes"]),
        (("politiråd", "leder", "også", 0), ["varaordfører"]),
        (("politiråd", "leder", "telefon"), ["76\u00a005\u00a043\u00a001", "02800"]),
        (("politiråd", "møter", "per_år"), ["fire"]),
        (("politiråd", "møter", "plan", 0, "dato"), ["3.\u00a0februar 2027"]),
        (("politiråd", "møter", "plan", 0, "klokkeslett"), ["09.00"]),
        (("politiråd", "møter", "plan", 0, "tema", 1), ["Ran"]),
        (("politiråd", "mandat", 0, "omfatter", 1), ["råd"]),
        (("politiråd", "mandat", 0, "frist"), ["1.\u00a0mars 2027"]),
        (("tjenestetilbud", "responstid", 0, "minutter"), ["20"]),
        (("tjenestetilbud", "responstid", 0, "andel"), ["80\u00a0prosent"]),
        (("tjenestetilbud", "tekst"), ["Vi har åpent i byen.", "Alltid"]),
        (("periode", "fra"), ["2027", "2027"]),
        (("periode", "til"), ["2028", "2028"]),
        (("periode", "revisjon", "hyppighet"), ["hvert år"]),
        (("lokale_avsnitt", 0, "overskrift"), ["Egne ord"]),
        (("lokale_avsnitt", 0, "tekst"), ["Slik er det."]),
    ],
)
def test_a_value_is_led_to_by_what_it_has_become(rute: Rute, pieces: list[str]) -> None:
    assert vist(en(), rute) == pieces


@pytest.mark.parametrize(
    ("rute", "needed"),
    [
        (("politiråd", "åpenhet"), "i utgangspunktet lukkede"),
        (("politiråd", "referat", "offentlig"), "Referatet blir journalført"),
        (("periode", "revisjon", "på_anmodning"), "Hver av partene kan be om revisjon"),
    ],
)
def test_words_of_ours_lead_to_the_choice_that_they_stand_for(rute: Rute, needed: str) -> None:
    assert any(needed in piece for piece in vist(en(), rute))
    chosen = [s.valgt for _, spenn in tekster(*sammensatt(en())) for s in spenn if s.rute == rute]
    assert chosen
    assert all(chosen)


def test_a_choice_has_words_of_its_own_in_each_målform() -> None:
    assert vist(en("nynorsk"), ("periode", "revisjon", "hyppighet")) == ["kvart år"]
    assert vist(en("nynorsk", "ja"), ("politiråd", "referat", "offentlig")) != vist(
        en("bokmål", "ja"), ("politiråd", "referat", "offentlig")
    )


# -- templates of their own -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "rute", "pieces"),
    spredt(
        [
            ("# {{ politiråd.leder.navn }}\n\nHei.\n", ("politiråd", "leder", "navn"), ["Ola Hansen"]),
            ("{{ 'Til ' ~ politiråd.leder.navn ~ '.' }}\n", ("politiråd", "leder", "navn"), ["Ola Hansen"]),
            ("{{ 'Til ' + politiråd.leder.navn }}\n", ("politiråd", "leder", "navn"), ["Ola Hansen"]),
            ("{{ [politiråd.leder.navn, 'to']|join(' og ') }}\n", ("politiråd", "leder", "navn"), ["Ola Hansen"]),
            ("{{ politiråd.leder.tittel|lower|stor }}\n", ("politiråd", "leder", "tittel"), ["Lensmann"]),
            (
                "| A | B |\n|---|---|\n| {{ politiråd.leder.navn }} | b |\n",
                ("politiråd", "leder", "navn"),
                ["Ola Hansen"],
            ),
            ("{{ politiråd.møter.per_år.antall }}\n", ("politiråd", "møter", "per_år"), []),
            ("{% if politiråd.åpenhet %}\n- Med dør\n{% endif %}\n", ("politiråd", "åpenhet"), ["Med dør"]),
            ("{{ politiråd.åpenhet }}\n", ("politiråd", "åpenhet"), ["lukket"]),
            ("{{ 'Dør' if politiråd.åpenhet else 'Port' }}\n", ("politiråd", "åpenhet"), ["Dør"]),
        ],
        5,
    ),
)
def test_values_in_templates_of_their_own_lead_back_too(template: str, rute: Rute, pieces: list[str]) -> None:
    egne = Maler("maler", (("nb", "formaal.md.j2", f"# Vårt\n\n{template}"),))
    only = vist(en(), rute, egne)
    ours = vist(en(), rute)
    assert sorted(only) == sorted([*ours, *pieces])
