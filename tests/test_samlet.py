"""What stands on the page of the places to sign: the section before them, when it is short, and all who sign."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from avtalegen.dokument.bestilling import Papir
from avtalegen.dokument.innhold import (
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Text,
)
from avtalegen.skrivere.samlet import leads_to_signatures, lines_to_sign
from tests import wordprove
from tests.dokumenteksempel import blokker
from tests.grundig import noen_raskt, utvalg
from tests.i_ett import i_ett
from tests.papirprove import RIK, papir
from tests.pdfprove import BARE, pages
from tests.wordprove import Skrevet, text, w

KORT = "# Gyldighet\nAvtalen gjelder i to år.\n\nDen kan sies opp slik:\n\n- skriftlig\n- med tre måneders varsel"
LANG = "# Gyldighet\nAvtalen gjelder.\n\n" + "\n\n".join(["Slik er det alltid. " * 20] * 4) + "\n\nTil slutt."
TABELL = "# Gyldighet\nAvtalen gjelder.\n\n|! Tabell\n| A | B |\n| a | b |"


def signaturer(antall: int, *, kort: bool = False) -> Signatures:
    signers = tuple(
        Signature(f"s{n}", f"Kommune {n}", None if kort else f"Navn {n}", None if kort else "ordfører")
        for n in range(antall)
    )
    return Signatures("s", signers, "Sted", "Dato", "Underskrift")


def avtale(fyll: int, siste: str, block: Signatures) -> Document:
    """A document with so many lines of other text, a last section, and the places to sign."""
    lines = tuple(Paragraph(f"p{n}", (Text("Fyll"),)) for n in range(fyll))
    return replace(BARE, blocks=(*lines, *blokker(f"{siste}\n\n# Signaturer"), block))


def ledere(siste: str, block: Signatures) -> list[Block]:
    blocks = avtale(1, siste, block).blocks
    return [one for one, leads in zip(blocks, leads_to_signatures(blocks), strict=True) if leads]


def test_a_short_section_leads_to_the_places_to_sign_and_of_a_long_one_its_end() -> None:
    assert [type(one).__name__ for one in ledere(KORT, signaturer(2))] == ["Paragraph", "Paragraph", "Items", "Heading"]
    for siste in (LANG, TABELL):
        last, heading = ledere(siste, signaturer(2))
        assert isinstance(heading, Heading)
        assert last == blokker(siste)[-1]


def test_a_section_that_leaves_no_room_for_the_places_to_sign_does_not_move_whole() -> None:
    assert lines_to_sign(signaturer(7)) == 28
    assert len(ledere(KORT, signaturer(7))) == 4
    tolinjers = KORT.replace("i to år", "i to år " + "og så videre " * 20)
    assert len(ledere(tolinjers, signaturer(2))) == 4
    assert len(ledere(tolinjers, signaturer(7))) == 2


@pytest.mark.parametrize(("fyll", "antall"), utvalg(product([8, 12, 16, 20, 24, 27], [2, 4, 7]), 5))
def test_the_short_section_and_all_who_sign_share_a_page_of_the_pdf(fyll: int, antall: int) -> None:
    made = pages(avtale(fyll, KORT, signaturer(antall)))
    (signing,) = [page for page in made if "Underskrift" in page]
    assert signing.count("Underskrift") == antall
    for said in ("Gyldighet", "Avtalen gjelder i to", "tre måneders varsel", "Signaturer"):
        assert said in signing
    # The page before is as full as it would be.
    assert sum(page.count("Fyll") for page in made) == fyll
    assert all("Fyll" in page for page in made if page is not signing)


@pytest.mark.parametrize(("antall", "kort"), [(11, True), (14, False)])
def test_those_who_have_no_room_on_one_page_begin_where_they_come(antall: int, kort: bool) -> None:
    made = pages(avtale(2, KORT, signaturer(antall, kort=kort)))
    counts = [page.count("Underskrift") for page in made]
    assert sum(counts) == antall
    if kort:
        assert antall in counts
        assert "Signaturer" in made[counts.index(antall)]
    else:
        assert counts[0] >= 2
        assert counts[-1] >= 2


def test_in_word_all_of_the_short_section_is_kept_with_the_places_to_sign() -> None:
    written = Skrevet(replace(avtale(1, KORT, signaturer(2)), language="nb"))
    kept = {text(p): p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in written.find("/w:document/w:body/w:p")}
    assert kept.pop("Fyll") is False
    assert all(kept[said] for said in ("Avtalen gjelder i to år.", "skriftlig", "med tre måneders varsel"))


def test_in_word_what_is_kept_with_the_next_has_a_field_that_makes_libreoffice_look_again() -> None:
    """The field shows nothing, in any program."""
    written = wordprove.med(*blokker("# Gyldighet\n> Slik er det:\n- en\n- to\n- tre\n\nIkke holdt." + " Mer." * 150))
    fields = {
        text(p): [*map(dict, (f.attrib for f in p.findall(w("fldSimple"))))] for p in written.find("//w:body/w:p")
    }
    held = [{w("instr"): ' IF 1 = 1 "" "" '}]
    assert [fields[said] for said in ("Gyldighet", "Slik er det:", "en", "to")] == [held] * 4
    assert [fields[said] for said in ("tre", "Ikke holdt." + " Mer." * 150)] == [[], []]
    assert not any("".join(f.itertext()) for f in written.find("//w:body//w:fldSimple"))


def saksframlegg(fyll: int) -> Document:
    """A case with so many lines ahead of what it proposes."""
    made = papir(RIK, Papir.SAKSFRAMLEGG)
    headings = [n for n, one in enumerate(made.blocks) if isinstance(one, Heading)]
    vedtak = headings[-1]
    lines = tuple(Paragraph(f"p{n}", (Text("Fyll"),)) for n in range(fyll))
    heading, proposal = made.blocks[vedtak:]
    assert isinstance(proposal, Items)
    more = tuple((Paragraph(f"m{n}", (Text(f"Punkt {n} kommer til."),)),) for n in range(3))
    return replace(made, facts=(), blocks=(*lines, heading, replace(proposal, items=(*proposal.items, *more))))


VEDTAK = (
    "Forslag til vedtak",
    "kommunestyre godkjenner",
    "Avtalen signeres av",
    "Avtalen erstatter",
    "Punkt 0",
    "Punkt 2",
)


@i_ett("fyll", utvalg(range(18, 28), 4))
def test_what_a_case_proposes_stands_on_one_page_of_the_pdf(fyll: int) -> None:
    # The typeface has one sign for both kinds of spaces.
    made = [" ".join(page.split()) for page in pages(saksframlegg(fyll))]
    (proposal,) = [page for page in made if "Forslag til vedtak" in page]
    assert all(said in proposal for said in VEDTAK)


def test_what_a_case_proposes_is_one_thing_and_other_lists_are_not() -> None:
    made = papir(RIK, Papir.SAKSFRAMLEGG)
    lists = [one for one in made.blocks if isinstance(one, Items)]
    assert [one.whole for one in lists] == [False] * (len(lists) - 1) + [True]
    assert len(lists) > 1


def test_in_word_a_list_that_is_one_thing_is_kept_together() -> None:
    points = tuple((Paragraph(f"p{n}", (Text(f"Punkt {n}"),)),) for n in range(6))
    for whole, kept in ((True, [True] * 5 + [False]), (False, [True, False, False, False, True, False])):
        written = wordprove.med(Items("i", points, ordered=True, whole=whole))
        found = written.find("//w:body/w:p[starts-with(., 'Punkt')]")
        assert [p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in found] == kept


def test_a_list_that_no_page_has_room_for_is_split_all_the_same() -> None:
    points = tuple((Paragraph(f"p{n}", (Text(f"Punkt {n}. " + "Slik er det. " * 30),)),) for n in range(20))
    made = pages(replace(BARE, blocks=(Items("i", points, whole=True),)))
    assert sum(page.count("Punkt") for page in made) == 20


def tabell(rader: int) -> Table:
    def cell(told: str) -> tuple[Text, ...]:
        return (Text(told),)

    return Table("t", "Tabell", (cell("A"), cell("B")), tuple((cell(f"Rad {n}"), ()) for n in range(rader)))


def liste(punkter: int) -> Items:
    return Items("i", tuple((Paragraph(f"i{n}", (Text(f"Ting {n}"),)),) for n in range(punkter)))


SIST = (
    # What stands above the last lines, and the first of it that must stand on their page: in Word, and in PDF.
    pytest.param(blokker("# Vurdering\nKort."), "Vurdering", "Vurdering", id="en kort del"),
    pytest.param((tabell(3),), "Rad 0", "Rad 0", id="en lav tabell"),
    pytest.param((tabell(12),), "Rad 10", None, id="en høy tabell"),
    pytest.param((liste(3),), "Ting 0", "Ting 0", id="en kort liste"),
    pytest.param((liste(20),), "Ting 18", None, id="en lang liste"),
    pytest.param(blokker("Mer. " * 400), None, None, id="et langt avsnitt"),
)
I_PDF = [en for en in SIST if en.values[2]]


@pytest.mark.parametrize(("over", "word", "pdf"), noen_raskt(I_PDF, I_PDF[:1]))
def test_the_last_lines_do_not_stand_alone_in_the_pdf(over: tuple[Block, ...], word: str, pdf: str) -> None:
    """Wherever the page ends."""
    for fyll in range(22, 32):
        lines = tuple(Paragraph(f"p{n}", (Text("Fyll"),)) for n in range(fyll))
        last = pages(replace(BARE, blocks=(*lines, *over, *blokker("# Sist\nSlutt."))))[-1]
        assert pdf in last


@pytest.mark.parametrize(("over", "word", "pdf"), SIST)
def test_the_last_lines_do_not_stand_alone_in_word(over: tuple[Block, ...], word: str | None, pdf: str | None) -> None:
    written = wordprove.med(*over, *blokker("# Sist\nSlutt."))
    rows = [[*row.iter(w("p"))] for row in written.find("//w:tbl/w:tr")]
    told = [*rows, *([p] for p in written.find("//w:body/w:p") if text(p))]
    kept = {
        text(paragraphs[0]): all(p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in paragraphs)
        for paragraphs in told
    }
    names = [*kept][: [*kept].index("Sist")] if not rows else [*kept][: len(rows)]
    held = names[names.index(word) :] if word else []
    assert all(kept[name] for name in held if name != "Vurdering")
    assert kept[names[-1]] is bool(word)


def test_a_long_table_before_the_places_to_sign_begins_on_the_page_of_the_text_before_it() -> None:
    lang = TABELL + "".join(f"\n| a{n} | b |" for n in range(45))
    made = pages(avtale(8, lang, signaturer(2)))
    assert "Fyll" in made[0]
    assert "a0" in made[0]
