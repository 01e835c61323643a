"""The places to sign, and what stands around them, in Word."""

from __future__ import annotations

from dataclasses import replace

from avtalegen.dokument.innhold import Signatures
from tests.dokumenteksempel import UNDERSKRIVERE, blokker, eksempel, signaturer
from tests.i_ett import i_ett
from tests.wordprove import NS, Skrevet, keeps_next, med, style_of, text, w


@i_ett("antall", [1, 2, 3, 7])
def test_signatures_stand_two_abreast_and_no_row_is_split(antall: int) -> None:
    skrevet = Skrevet(eksempel(antall))
    (table,) = skrevet.find("//w:tbl[.//w:tblStyle/@w:val='Signaturtabell']")
    rows = table.findall("w:tr", NS)
    assert len(rows) == (antall + 1) // 2
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)
    assert skrevet.texts("Signaturpart") == [s.on_behalf_of for s in UNDERSKRIVERE[:antall]]
    assert skrevet.texts("Signaturnavn") == [s.name for s in UNDERSKRIVERE[:antall] if s.name]
    assert skrevet.texts("Signaturtittel")[:antall] == [s.title or "" for s in UNDERSKRIVERE[:antall]]
    assert skrevet.texts("Signaturlinje") == ["Sted \t\tDato \t"] * antall
    assert skrevet.texts("Signaturfelt") == ["Underskrift \t"] * antall


def kept_rows(skrevet: Skrevet) -> list[set[bool]]:
    rows = skrevet.find("//w:tbl[.//w:tblStyle/@w:val='Signaturtabell']/w:tr")
    return [{keeps_next(p) for p in row.iter(w("p")) if text(p)} for row in rows]


def test_those_who_can_sign_on_one_page_do() -> None:
    assert kept_rows(med(signaturer(7))) == [{True}, {True}, {True}, {False}]


def test_what_follows_the_places_to_sign_does_not_stand_alone_on_the_last_page() -> None:
    assert kept_rows(Skrevet(eksempel(7)))[-1] == {True}
    assert kept_rows(med(signaturer(7), *blokker("Etter. " * 300)))[-1] == {False}


def test_nobody_signs_alone_on_the_last_page_of_several() -> None:
    unknown = tuple(replace(one, name=None, title=None) for one in UNDERSKRIVERE)
    block = replace(signaturer(7), signatures=unknown, name_label="Navn", title_label="Tittel", party_label="For")
    assert kept_rows(med(block)) == [{False}, {False}, {True}, {False}]


def test_what_must_follow_a_table_that_stands_last_does_not_make_a_page_of_its_own() -> None:
    (last,) = med(signaturer(2)).find("//w:body/w:p[last()]")
    assert text(last) == ""
    assert [dict(one.attrib)[w("line")] for one in last.iter(w("spacing"))] == ["20"]


def test_the_last_of_what_is_signed_stands_on_the_page_of_the_first_signatures() -> None:
    long = "Før. " * 300
    skrevet = med(*blokker(f"{long}\n\nSist.\n\n# Signaturer\nEn.\n\nTo."), signaturer(2), *blokker("Etter."))
    kept = {text(p).split(".")[0]: keeps_next(p) for p in skrevet.find("/w:document/w:body/w:p")}
    assert [kept[t] for t in ("Før", "Sist", "En", "To", "Etter")] == [False, True, True, True, False]


def test_no_signatures_is_no_table() -> None:
    nothing = Signatures("s", (), "Sted", "Dato", "Underskrift")
    assert style_of(med(nothing).find("//w:p")) == ["Title"]
