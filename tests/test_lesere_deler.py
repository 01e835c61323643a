"""Small parts of the readers of old agreements: columns, broken lines, numbers, symbols, edges of pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml import etree

from avtalegen.importering import lesere
from avtalegen.importering.lesere import les
from avtalegen.importering.lesere.docx_nummer import Nummerering
from avtalegen.importering.lesere.docx_stiler import Skrift, Stil, Stiler, innrykk, liste
from avtalegen.importering.lesere.feil import KildeFeil
from avtalegen.importering.lesere.kolonner import er_innhold, har_luke, lengste, rader
from avtalegen.importering.lesere.linjeskift import Ordliste, er_punkt
from avtalegen.importering.lesere.nummerering import bokstav, fylt, kulepunkt, romertall, skrevet
from avtalegen.importering.lesere.sidekanter import Kant, kanter
from avtalegen.importering.lesere.tegn import symbol
from avtalegen.importering.lesere.tegnsett import dekodet
from tests.hentprove import W
from tests.i_ett import i_ett


@i_ett(
    ("linjer", "ventet"),
    [
        (["Hva\tTelefon", "Vakt\t02800"], [("Hva", "Telefon"), ("Vakt", "02800")]),
        (["a\tb", "under", "c\td"], [("a", "b"), ("under",), ("c", "d")]),
        (["Hva\tTelefon", "Vakt\t02800\tx"], None),
        (["a\tb", "c  d"], [("a", "", "b"), ("c", "d", "")]),
        (["  a   b", "  c   d"], [("a", "b"), ("c", "d")]),
        (["aaaa  b", "  cc    d", "x     y"], [("aaaa", "b"), ("cc", "d"), ("x", "y")]),
        (["a   b", "      c"], None),
        (["a  b"], None),
        (["a b", "c d"], None),
        (["Hva     Telefon", "Legevakt  116 117"], None),  # the columns don't stand below each other
    ],
)
def test_lines_with_columns_are_rows(linjer: list[str], ventet: list[tuple[str, ...]] | None) -> None:
    assert rader(linjer) == ventet


def test_a_gap_is_between_words_and_not_after_a_mark() -> None:
    linjer = ("a  b", "a\tb", "1.  a  b", "1.  tekst", "- a", "a b", "  a", "  1)\tb")
    assert [har_luke(linje) for linje in linjer] == [True] * 3 + [False] * 5


@i_ett(
    ("linjer", "antall"),
    [
        (["Hva     Telefon", "Vakt    02800", "", "", "", "x"], 2),
        (["Hva     Telefon", "Vakt    02800", "og mer", "Lege    113"], 4),
        (["Hva     Telefon", "Vakt    02800", "        113", "x"], 3),
        (["a   b   c", "d   e   f", "gggggggg h"], 2),
        (["a   b", "c   d", "lang setning uten noe"], 2),
        (["a\tb", "c\td", "e"], 2),
        (["a\tb", "c\td\te"], 0),
        (["a   b", "c\td"], 0),
        (["a b", "c  d"], 0),
        (["a   b"], 0),
        ([], 0),
    ],
)
def test_a_table_is_as_long_as_its_columns_go_on(linjer: list[str], antall: int) -> None:
    assert lengste(linjer) == antall


def test_a_table_of_contents_has_pages_that_never_go_back() -> None:
    assert er_innhold([("a", "1"), ("b", "2"), ("c", "2"), ("d", "15")])
    en: list[tuple[str, ...]] = [("a", "1")]
    andre: list[list[tuple[str, ...]]] = [[("b", "0")], [("", "2")], [("b", "x")], [("b", "2", "c")]]
    for nei in (en * 3, [("a", "0")] * 4, *(en * 3 + annen for annen in andre)):
        assert not er_innhold(nei)


@i_ett(
    ("før", "neste", "ventet"),
    [
        ("vi er", "her", (0, " ")),
        ("kom-", "munen", (1, "")),
        ("politi-", "kontakt", (0, "")),  # it is written so elsewhere
        ("Politi-", "kontakt", (0, "")),
        ("råd-", "huset", (1, "")),
        ("buss-", "og drosje", (0, " ")),
        ("SLT-", "møte", (0, "")),
        ("e-", "post", (0, "")),
        ("Nord-", "Troms", (0, "")),
        ("vei\u00ad", "en", (1, "")),
        ("politi\u00ad", "kontakt", (1, "")),
        ("side 1–", "5", (0, "")),
        ("a –", "b", (0, " ")),
        ("og/", "eller", (0, "")),
        ("kari@", "flakstad.no", (0, "")),
        ("kari@flakstad", "no", (0, "")),
        ("kari.nes", "kari@flakstad.no", (0, "")),
        ("kari.nes", "@flakstad.no x", (0, " ")),
        ("kari", "nes@x.no", (0, " ")),
        ("kari@flakstad", "No", (0, " ")),
        ("kari@x.no", "nes@x.no", (0, " ")),
        ("skriv til kari@x.no", "og", (0, " ")),
        ("Se www.x.no/", "side", (0, "")),
    ],
)
def test_a_broken_line_is_put_together(før: str, neste: str, ventet: tuple[int, str]) -> None:
    ordliste = Ordliste(["Politi-Kontakt og Rådhuset", "kommunen", "samarbeids-"])
    assert ordliste.overgang(før, neste) == ventet


def test_a_number_may_go_on_with_the_sentence_above() -> None:
    ja = [("- a", "b"), ("1. a", "b."), ("1. a", "b: "), ("a) b", "c"), ("§ 2 x", "y"), ("o x", "y"), ("IV. x", "y:")]
    nei = [("a", "b."), ("1. a", "b"), ("14. mai", "den"), ("IV. x", "y")]
    assert [par for par in (*ja, *nei) if er_punkt(*par)] == ja


def test_numbers_are_as_programs_show_them() -> None:
    assert [bokstav(n) for n in (0, 1, 26, 27, 53, 10_000)] == ["0", "a", "z", "aa", "aaa", "10000"]
    assert [romertall(n) for n in (0, 4, 9, 49, 1994, 10_000)] == ["0", "iv", "ix", "xlix", "mcmxciv", "10000"]
    skrifter = {"lowerLetter": "c", "upperLetter": "C", "lowerRoman": "iii", "upperRoman": "III", "decimalZero": "03"}
    skrifter |= {"ordinal": "3.", "none": "", "a": "c", "A": "C", "i": "iii", "I": "III", "decimal": "3", "ukjent": "3"}
    assert {måte: skrevet(3, måte) for måte in skrifter} == skrifter
    assert [kulepunkt(tegn) for tegn in ("", "o", "\uf0b7", "–", "abcd", " * ")] == ["•", "•", "•", "–", "abc", "*"]
    assert fylt("%1.%2 ", lambda nr: str(nr + 5)) == "5.6"


def test_a_symbol_is_what_anybody_has() -> None:
    kjent = {
        ("Wingdings", "F0FE"): "☑",
        ("Wingdings 2", "FE"): "þ",
        ("Wingdings", "F0A7"): "•",
        ("Symbol", "F02D"): "–",
    }
    kjent |= {("Symbol", "F0B0"): "°", ("Symbol", "F0B7"): "•", ("Arial", "00E5"): "å"}
    for par in (("Wingdings", "F001"), ("Arial", "zz"), ("Arial", "F02D"), ("x", "D800"), ("x", "10")):
        kjent[par] = "□"
    assert {par: symbol(*par) for par in kjent} == kjent


def test_the_edges_of_the_pages_are_what_is_on_several() -> None:
    nei, topp, igjen, bunn, bunn_igjen = Kant
    sider = [["Avtale", "", "a", "b", "side 1"], ["Avtale", "c", "d", "side 2"], ["Avtale", "", "e", "f", "side 3"]]
    assert kanter(sider) == [
        [topp, nei, nei, nei, bunn],
        [igjen, nei, nei, bunn_igjen],
        [igjen, nei, nei, nei, bunn_igjen],
    ]
    assert kanter(sider[:1]) == [[nei] * 5]
    assert kanter([["x", "1"], ["y", "2"]]) == [[nei, bunn], [nei, bunn_igjen]]
    halvparten = [["Topp 1", "x"], ["Topp 2", "y"], ["z"], ["w"]]
    assert kanter(halvparten) == [[topp, nei], [igjen, nei], [nei], [nei]]


def test_bytes_are_read_in_the_encoding_that_gives_norwegian() -> None:
    for koding in ("utf-8", "cp1252", "cp865", "mac_roman", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"):
        assert dekodet("Øksnes får æ og å".encode(koding)) == "Øksnes får æ og å", koding
    with pytest.raises(KildeFeil, match="verken docx, odt, pdf, html, Markdown eller ren tekst"):
        dekodet(bytes(range(1, 9)) * 10)


def xml(innhold: str) -> etree._Element:
    return etree.fromstring(f'<w:rot xmlns:w="{W}">{innhold}</w:rot>')


def test_a_style_has_what_it_is_based_on() -> None:
    stiler = Stiler(
        xml(
            '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
            '<w:pPr><w:ind w:left="567"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>'
            '<w:rPr><w:b/><w:i w:val="0"/></w:rPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Avsnitt"/><w:basedOn w:val="N"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/>'
            '<w:rPr><w:b w:val="false"/><w:caps/></w:rPr>'
            '<w:pPr><w:ind w:start="-283"/><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
            '<w:style w:type="character" w:default="1" w:styleId="T"/>'
            '<w:style w:styleId="R"><w:basedOn w:val="S"/></w:style>'
            '<w:style w:styleId="S"><w:basedOn w:val="R"/></w:style>'
        )
    )
    assert stiler.vanlig == "N"
    assert stiler.stil("B") == Stil("B", "B", Skrift(fet=False, kursiv=False, store=True), "4", 1, -0.5)
    assert stiler.stil("A") == Stil("A", "Avsnitt", Skrift(fet=True, kursiv=False), "3", 1, 1.0)
    assert stiler.stil("R") == Stil("R", "R", Skrift())
    assert stiler.stil("ukjent") == Stil("", "", Skrift())
    assert (Stiler(None).vanlig, Stiler(None).stil("A").navn) == ("", "")


def test_what_is_said_of_indents_and_lists_is_read_when_it_can_be() -> None:
    for sagt, cm in (("567", 1.0), ("-567", -1.0), ("999999", 1763.67), ("9999999", None), ("x", None), ("", None)):
        assert innrykk(xml(f'<w:jc w:left="1"/><w:ind w:left="{sagt}"/>')) == cm
    assert liste(xml('<w:numPr><w:ilvl w:val="12"/><w:numId w:val="2"/></w:numPr>')) == ("2", None)
    assert liste(xml('<w:numPr><w:ilvl w:val="x"/></w:numPr>')) == ("", None)
    assert liste(xml("<w:jc/>")) == ("", None)


def test_the_numbers_of_word_begin_go_on_and_begin_again() -> None:
    nivå = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/>{}</w:lvl>'
    stil = '<w:pStyle w:val="Liste"/><w:pPr><w:ind w:left="567"/></w:pPr>'
    lister = Nummerering(
        xml(
            '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>'
            f"{nivå.format(0, 3, 'decimal', '%1.', '')}"
            f"{nivå.format(1, 1, 'lowerLetter', '%1%2)', stil)}</w:abstractNum>"
            '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="S"/></w:abstractNum>'
            '<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>'
            '<w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1">'
            f"{nivå.format(1, 7, 'bullet', '–', '')}</w:lvlOverride></w:num>"
            '<w:num w:numId="7"><w:abstractNumId w:val="9"/></w:num>'
        )
    )
    assert [lister.neste("5", dybde) for dybde in (0, 1, 1, 0, 1, 9)] == ["3.", "3a)", "3b)", "4.", "4a)", ""]
    assert [lister.neste("6", dybde) for dybde in (1, 0, 5)] == ["–", "5.", ""]
    assert [lister.innrykk("5", dybde) for dybde in (0, 1, 5)] == [None, 1.0, None]
    assert [lister.nivå("5", None, "Liste"), lister.nivå("5", None, "Annen"), lister.nivå("5", 4, "Liste")] == [1, 0, 4]
    assert [lister.nivå(id, 0, "") for id in ("7", "8")] == [None, None]
    assert Nummerering(None).nivå("1", 0, "") is None


@i_ett(
    ("data", "navn", "sagt"),
    [
        (b"\xef\xbb\xbf \n", "a.txt", "Filen er tom."),
        (b"<html><body></body></html>", "a.txt", "Dokumentet har ingen tekst."),
        (b"# " + b"a" * 20_000, "a.md", "Dokumentet har mer i seg enn en avtale kan ha"),
        (b"ord\n\n" * 60_001, "a.md", "Dokumentet har mer i seg enn en avtale kan ha"),
        (b"PK\x03\x04hei", "a.docx", "Dokumentet er skadet og kan ikke leses."),
    ],
)
def test_what_can_not_be_read_is_told(data: bytes, navn: str, sagt: str) -> None:
    with pytest.raises(KildeFeil) as feil:
        les(data, navn)
    assert str(feil.value).startswith(sagt)


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lesere, "MOST_BYTES", 1_000_000)
    with pytest.raises(KildeFeil, match="Filen er større enn 1 MB, og så store filer leser ikke avtalegen"):
        les(b"a" * 1_000_001, "a.txt")


@i_ett(
    ("tekst", "navn", "format", "linjer"),
    [
        ("<p>en</p><p>to</p>", "a.HTML", "html", ["en", "to"]),
        ("<html><p>en</p></html>", "a.txt", "html", ["en"]),
        ("en < to", "a.txt", "txt", ["en < to"]),
        ("# en\n\nto\n\ntre", "a.md", "md", ["en", "to", "tre"]),
    ],
)
def test_the_kind_of_a_text_is_told_by_what_it_is_and_is_called(
    tekst: str, navn: str, format: str, linjer: Sequence[str]
) -> None:
    kilde = les(tekst.encode(), navn)
    assert (kilde.format, [linje.tekst for linje in kilde.linjer]) == (format, linjer)


def test_the_lines_of_markdown_are_counted_from_the_top_of_the_file() -> None:
    for foran, først in (("", 1), ("---\ntittel: x\n---\n", 4)):
        kilde = les(f"{foran}# en\r\n\r\nto".encode(), "a.md")
        assert [linje.sted.linje for linje in kilde.linjer] == [først, først + 2]
        assert [en.tekst.strip() for en in kilde.utelatt] == (["tittel: x"] if foran else [])
