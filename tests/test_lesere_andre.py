"""Old agreements in OpenDocument, HTML and Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from avtalegen.importering.kilde import Celle, Del, Kilde, Linje
from avtalegen.importering.lesere import les
from avtalegen.importering.lesere.feil import KildeFeil
from avtalegen.importering.lesere.utkast import MEST_LINJER, Utkast
from tests.grundig import spredt
from tests.hentprove import W, part, repacked
from tests.i_ett import i_ett
from tests.leserprove import GAMLE, gjort_rede_for, lest, tegn

VOLDA = (GAMLE / "04-volda-orsta-2012.odt").read_bytes()
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def linje(kilde: Kilde, begynner: str) -> Linje:
    (funnet,) = (linje for linje in kilde.linjer if linje.tekst.startswith(begynner))
    return funnet


def side(kropp: str) -> Kilde:
    return les(f"<!DOCTYPE html><html><head><title>x</title></head><body>{kropp}</body></html>".encode(), "a.html")


def test_every_character_of_an_old_odt_is_accounted_for() -> None:
    with ZipFile(BytesIO(VOLDA)) as pakke:
        innhold, stiler = (etree.fromstring(pakke.read(del_)) for del_ in ("content.xml", "styles.xml"))
    kropp, kanter = next(innhold.iter("{*}body")), next(stiler.iter("{*}master-styles"))
    # The mark of a note, and the name and the day of a remark, are no text of their own.
    for bort in [*kropp.iter(f"{_TEXT}note-citation", "{*}creator", "{*}date")]:
        bort.text = ""
    assert gjort_rede_for(lest("04")) == tegn(*kropp.itertext(), *kanter.itertext())


def test_the_numbers_of_an_odt_are_those_that_are_shown() -> None:
    kilde = lest("04")
    assert [(en.nummer, en.tekst) for en in kilde.linjer if en.nivå == 1][:3] == [
        ("1", "Partane og bakgrunnen"),
        ("2", "Politiråda"),
        ("3", "Tenestene"),
    ]
    assert linje(kilde, "Råda har saman").nummer == "5.1"
    assert linje(kilde, "Dei to fyrste").listenivå == 1


def test_cells_notes_frames_and_remarks_of_an_odt() -> None:
    kilde = lest("04")
    assert linje(kilde, "Lensmann Asbjørn").celle == Celle(0, 4, 1, kolonner=2)
    assert linje(kilde, "Fadderveka").celle == Celle(2, 1, 0, rader=2)
    ((plass, note),) = linje(kilde, "Avtalen er gjord").noter
    assert plass == len(linje(kilde, "Avtalen er gjord").tekst)
    assert (kilde.linjer[note].hvor, kilde.linjer[note].nummer) == (Del.FOTNOTE, "1")
    assert sum(en.hvor is Del.TEKSTBOKS for en in kilde.linjer) == 9
    assert [(en.hvorfor, en.sted) for en in kilde.utelatt] == [
        ("merknad i margen fra BH", linje(kilde, "Kvart råd").sted)
    ]


def test_a_page_is_read_as_a_browser_shows_it() -> None:
    kilde = side(
        "<nav><ol><li>Rådet</ol></nav><h2>Rådet</h2><p>Leder er <b>Kari\nVik</b>,<br>ordfører</p>løs<div>boks</div>"
        "<ol type=a start=3><li>tredje<ul><li>under</ul><li><p>fjerde</p><p>mer</p></ol>"
    )
    assert [(en.nummer, en.listenivå, en.tekst) for en in kilde.linjer] == [
        ("1.", 0, "Rådet"),
        ("", None, "Rådet"),
        ("", None, "Leder er Kari Vik,\nordfører"),
        ("", None, "løs"),
        ("", None, "boks"),
        ("c.", 0, "tredje"),
        ("•", 1, "under"),
        ("d.", 0, "fjerde"),
        ("", 0, "mer"),
    ]
    assert (kilde.linjer[0].hvor, kilde.linjer[1].nivå) == (Del.INNHOLDSFORTEGNELSE, 2)
    (bit,) = kilde.linjer[2].biter
    assert (kilde.linjer[2].tekst[bit.fra : bit.til], bit.fet) == ("Kari Vik", True)


def test_the_cells_of_a_page_stand_in_their_grid() -> None:
    kilde = side(
        "<table><thead><tr><th rowspan=2>Sted<th colspan=2>Vinter<tr><th>Dag<th>Tid</thead>"
        "<tr><td>Rådhuset<td>mandag<td>9–15<table><tr><td>indre</table></table>"
    )
    celler = {en.tekst: en.celle for en in kilde.linjer}
    assert celler["Sted"] == Celle(0, 0, 0, rader=2, hode=True)
    assert celler["Vinter"] == Celle(0, 0, 1, kolonner=2, hode=True)
    assert celler["Tid"] == Celle(0, 1, 2, hode=True)
    assert celler["indre"] == Celle(1, 0, 0, utenfor=Celle(0, 2, 2))


def test_what_a_page_hides_is_told() -> None:
    kilde = side(
        "<p>a</p><!-- b --><!--[if mso]><p>x</p><![endif]--><p style='display: none'>c</p>"
        "<script>d</script><p><del>e</del> f</p>"
    )
    assert [en.tekst for en in kilde.linjer] == ["a", "f"]
    assert [(en.tekst, en.hvorfor) for en in kilde.utelatt] == [
        ("b", "kommentar i filen"),
        ("c", "skjult tekst"),
        ("e", "strøket tekst"),
    ]


def test_what_the_style_sheet_of_a_page_hides_is_told() -> None:
    stil = "<style>/* x */ .a, tr.b { display: none } .c{text-decoration: line-through} @media print{.d{display:none}}"
    rad = "<table><tr><td>1<td>2<tr class=b><td>3<td>4</table>"
    kilde = side(
        f"{stil} .e .f {{display:none}}</style><p class=a>x</p>{rad}<p><i class=c>y</i> en til</p>" + "<p class=d>z" * 9
    )
    assert [en.tekst for en in kilde.linjer][:4] == ["1", "2", "en til", "z"]
    assert [en.hvorfor for en in kilde.utelatt] == ["skjult tekst", "skjult tekst", "strøket tekst"]


def test_what_a_button_would_show_is_read_though_the_style_sheet_hides_it() -> None:
    kilde = side("<style>.svar{display:none}</style><p>Hvem er med?<div class=svar>Ordføreren og lensmannen</div>")
    assert [en.tekst for en in kilde.linjer] == ["Hvem er med?", "Ordføreren og lensmannen"]


def test_a_box_beside_the_text_is_read_when_it_sums_it_up() -> None:
    boks = "<aside><ul><li>Starter: 1. mai 2020<li>Slutter: 30. april 2024</ul></aside>"
    lenker = "<aside><ul><li><a href=x>Bål: søk her</a><li><a href=y>Vei: meld feil</a></ul></aside>"
    kilde = side(f"<main><h1>Avtale</h1>{boks}<p>Tekst</p>{lenker}</main>{boks}")
    assert [en.tekst for en in kilde.linjer if en.hvor is Del.TEKST] == [
        "Avtale",
        "Starter: 1. mai 2020",
        "Slutter: 30. april 2024",
        "Tekst",
    ]


_ODT = (
    '<style:style style:name="STREK" style:family="text"><style:text-properties '
    'style:text-line-through-style="{}"/></style:style></office:automatic-styles>'
)


def _strøket_odt(strek: str) -> Kilde:
    with ZipFile(BytesIO(VOLDA)) as pakke:
        innhold = pakke.read("content.xml").decode()
    innhold = innhold.replace("</office:automatic-styles>", _ODT.format(strek))
    ord_ = '<text:span text:style-name="STREK">tre</text:span> fire'
    return les(
        repacked(VOLDA, **{"content.xml": innhold.replace(">Desse sit", f">{ord_} Desse sit").encode()}), "a.odt"
    )


def _strøket_word(egenskaper: str) -> Kilde:
    data = next(GAMLE.glob("03*.docx")).read_bytes()
    kjøring = (
        f'<w:p xmlns:w="{W}"><w:r><w:rPr>{egenskaper}</w:rPr><w:t>tre</w:t></w:r><w:r><w:t> fire</w:t></w:r></w:p>'
    )
    rot = etree.fromstring(part(data, "word/document.xml").encode())
    rot[0].insert(0, etree.fromstring(kjøring))
    return les(repacked(data, **{"word/document.xml": etree.tostring(rot)}), "a.docx")


@pytest.mark.parametrize(
    ("strøket", "kilde"),
    spredt(
        [
            (True, lambda: _strøket_odt("solid")),
            (False, lambda: _strøket_odt("none")),
            (True, lambda: _strøket_word("<w:strike/>")),
            (True, lambda: _strøket_word('<w:strike/><w:dstrike w:val="0"/>')),
            (True, lambda: _strøket_word("<w:dstrike/>")),
            (False, lambda: _strøket_word('<w:strike w:val="0"/>')),
            (True, lambda: side("<p><span style='text-decoration: line-through'>tre</span> fire</p>")),
            (False, lambda: side("<p><span style='text-decoration: underline'>tre</span> fire</p>")),
        ],
        4,
    ),
)
def test_words_with_a_stroke_through_them_are_left_out_and_told(strøket: bool, kilde: Callable[[], Kilde]) -> None:
    lest_ = kilde()
    assert ("tre", "strøket tekst") in [(en.tekst, en.hvorfor) for en in lest_.utelatt] or not strøket
    assert any(en.tekst.startswith("fire" if strøket else "tre fire") for en in lest_.linjer)


def test_markdown_is_read_as_the_page_it_becomes_with_its_own_line_numbers() -> None:
    tekst = (
        "---\nx: 1\n---\n# Rådet\n\nLeder er **Kari\nVik**.\n\n- en\n  1. under\n\n| A | B |\n|---|---|\n| c | d |\n"
    )
    kilde = les(tekst.encode(), "avtale.md")
    assert [(en.sted.linje, en.nummer, en.tekst) for en in kilde.linjer] == [
        (4, "", "Rådet"),
        (6, "", "Leder er Kari Vik."),
        (9, "•", "en"),
        (10, "1.", "under"),
        *((12, "", "A"), (12, "", "B"), (14, "", "c"), (14, "", "d")),
    ]
    synlig = re.sub(r"^(#|- | +1\. )|[*|]|-{3,}", "", tekst, flags=re.M)
    assert gjort_rede_for(kilde) == tegn(synlig)


def test_what_word_saves_as_a_page_has_its_marks_and_notes_as_word_shows_them() -> None:
    merke = "<span style='mso-list: Ignore'>{}<span>&nbsp; </span></span>"
    kilde = side(
        f"<p>{merke.format('&#183;')}punkt</p><p>{merke.format('2.1')}ledd</p><p class=MsoToc1>Rådet 2</p>"
        "<p>Møte<a href='#_ftn1'>[1]</a> i mai</p><div id=ftn1><p><a href='#_ftnref1'>[1]</a> En note</p></div>"
    )
    assert [(en.nummer, en.tekst) for en in kilde.linjer] == [
        *(("•", "punkt"), ("2.1", "ledd"), ("", "Rådet 2"), ("", "Møte i mai"), ("1", "En note"))
    ]
    assert [en.hvor for en in kilde.linjer[2:]] == [Del.INNHOLDSFORTEGNELSE, Del.TEKST, Del.FOTNOTE]
    assert kilde.linjer[3].noter == ((4, 4),)


@i_ett(
    ("html", "ventet"),
    [
        ("<p>Vi skal:<br>1. a<br>2. <b>b</b>", ["Vi skal:", "1. a", "2. b"]),
        ("<table><tr><td>a) Rus<br>b) Vold</td></tr></table>", ["a) Rus", "b) Vold"]),
        ("<p>• a<br>• b<br>Ellers ikke noe", ["• a", "• b", "Ellers ikke noe"]),
        ("<p>Ole Vik<br>ordfører<br>– sign –", ["Ole Vik\nordfører\n– sign –"]),
        ("<p>Møtene er<br>17. mai og<br>juni", ["Møtene er\n17. mai og\njuni"]),
        ("<p>en<br>to<br>1. tre<br>2. fire", ["en\nto", "1. tre", "2. fire"]),
        ("<p>1. a<b><br>2. b</b><br>", ["1. a", "2. b"]),
    ],
)
def test_points_on_the_lines_of_one_paragraph_are_lines(html: str, ventet: list[str]) -> None:
    linjer = les(html.encode(), "a.html").linjer
    assert [linje.tekst for linje in linjer] == ventet
    for linje in linjer:
        assert all(0 <= bit.fra < bit.til <= len(linje.tekst) for bit in linje.biter)


def test_a_note_follows_the_point_that_it_stands_at() -> None:
    u, to = Utkast(), Utkast(stil="s")
    for tekst, nøkkel in (("1. a", ""), ("\n2. b", "x"), ("\n3. c", "y")):
        to.legg(tekst)
        if nøkkel:
            to.note(nøkkel)
    assert [(en.tekst, en.stil, en.ferdig(0, {"x": 7, "y": 8}).noter) for en in to.delt()] == [
        ("1. a", "s", ()),
        ("2. b", "s", ((4, 7),)),
        ("3. c", "s", ((4, 8),)),
    ]
    assert u.delt() == [u]


def test_one_paragraph_with_more_points_than_an_agreement_has_is_too_much() -> None:
    with pytest.raises(KildeFeil):
        les(f"<p>{'1. a<br>' * (MEST_LINJER + 1)}".encode(), "a.html")
