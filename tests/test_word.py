"""What the Word writer makes of each kind of content."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import docx
import pytest

from avtalegen.dokument.innhold import Heading, Items, Link, Paragraph, Picture, Table, Text
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere.linjer import joined_strokes, kept_together
from avtalegen.skrivere.word.tekst import told
from tests.dokumenteksempel import blokker, eksempel, signaturer, våpen
from tests.i_ett import i_ett
from tests.wordprove import BARE, NS, Skrevet, keeps_next, med, style_of, text, w

NUMBERING, STYLES, HEADER = "word/numbering.xml", "word/styles.xml", "word/topptekst.xml"


@pytest.fixture(scope="module")
def skrevet() -> Skrevet:
    return Skrevet(eksempel())


def test_headings_are_word_s_own_with_outline_levels_and_linked_numbering(skrevet: Skrevet) -> None:
    number_ids = set()
    for level in range(4):
        id = f"Heading{level + 1}"
        style = f"//w:style[@w:styleId='{id}'][w:name/@w:val='heading {level + 1}']/w:pPr"
        assert skrevet.values(f"{style}/w:outlineLvl/@w:val", STYLES) == [str(level)]
        assert (skrevet.values(f"{style}/w:numPr/w:ilvl/@w:val", STYLES) or ["0"]) == [str(level)]
        number_ids.update(skrevet.values(f"{style}/w:numPr/w:numId/@w:val", STYLES))
    (number_id,) = number_ids
    (abstract,) = skrevet.values(f"//w:num[@w:numId='{number_id}']/w:abstractNumId/@w:val", NUMBERING)
    levels = skrevet.find(f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl", NUMBERING)[:4]
    assert [level.find("w:pStyle", NS).get(w("val")) for level in levels] == [f"Heading{n}" for n in range(1, 5)]
    assert [level.find("w:lvlText", NS).get(w("val")) for level in levels[:2]] == ["%1", "%1.%2"]


def test_a_heading_carries_no_number_in_its_text_and_an_unnumbered_one_takes_the_number_away(
    skrevet: Skrevet,
) -> None:
    assert skrevet.texts("Heading1")[0] == "Innledning"
    unnumbered = [p for p in skrevet.find("//w:p[.//w:bookmarkStart]") if p.find("w:pPr/w:numPr", NS) is not None]
    assert [text(p) for p in unnumbered] == ["Čoahkkáigeassu", "Vedlegg"]
    assert {p.find("w:pPr/w:numPr/w:numId", NS).get(w("val")) for p in unnumbered} == {"0"}


def test_a_heading_deeper_than_four_is_written_as_the_fourth() -> None:
    assert med(Heading("h", 9, (Text("Dypt"),))).texts("Heading4") == ["Dypt"]


def test_bookmarks_are_named_after_the_blocks_and_unique_whatever_the_ids() -> None:
    ids = ("mål", "MÅL", "3.1 – mål", "", "x" * 60, "x" * 60)
    bookmarks = med(*(Heading(id, 1, (Text("H"),)) for id in ids)).find("//w:bookmarkStart")
    names = [b.get(w("name")) for b in bookmarks]
    assert names[0] == "mål"
    assert len({name.casefold() for name in names}) == len(ids)
    assert len({b.get(w("id")) for b in bookmarks}) == len(ids)
    assert all(name[0].isalpha() and name.replace("_", "").isalnum() and len(name) <= 40 for name in names)


def test_lists_are_word_s_own_and_nest(skrevet: Skrevet) -> None:
    assert skrevet.texts("ListBullet")[0] == "forebygge kriminalitet tidlig, før den rammer noen"
    assert skrevet.texts("ListBullet2") == ["behovet for besøksforbud eller alarm", "om barna har noen å snakke med"]
    assert skrevet.texts("ListBullet3") == ["på skolen", "hjemme"]
    assert skrevet.texts("ListNumber2") == ["barnevernet når det er barn i hjemmet", "krisesenteret for voksne"]
    assert skrevet.texts("ListContinue") == ["Den som tar oppgaven, gir beskjed til de andre samme dag."]
    for style in ("ListBullet", "ListNumber"):
        assert skrevet.find(f"//w:style[@w:styleId='{style}']/w:pPr/w:numPr/w:numId", STYLES)


def test_every_numbered_list_counts_from_one_again(skrevet: Skrevet) -> None:
    numbered = skrevet.find("//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'ListNumber')]]")
    lists = Counter(p.find("w:pPr/w:numPr/w:numId", NS).get(w("val")) for p in numbered)
    assert list(lists.values()) == [3, 2, 3, 2]
    for id in lists:
        override = skrevet.find(f"//w:num[@w:numId='{id}']/w:lvlOverride", NUMBERING)
        assert [o.find("w:startOverride", NS).get(w("val")) for o in override] == ["1"]
    level = skrevet.values(f"//w:num[@w:numId='{list(lists)[1]}']/w:lvlOverride/@w:ilvl", NUMBERING)
    assert level == ["1"]


def test_lists_deeper_than_word_can_count_stay_at_its_deepest_level() -> None:
    block = Paragraph("p", (Text("innerst"),))
    for n in range(12):
        block = Items(f"i{n}", ((block,),), ordered=True)
    levels = med(block).values("//w:p/w:pPr/w:numPr/w:ilvl/@w:val")
    assert levels == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "8", "8", "8"]


def test_a_table_repeats_its_header_row_and_never_splits_a_row(skrevet: Skrevet) -> None:
    tables = skrevet.find("//w:tbl[.//w:tblStyle/@w:val='Avtaletabell']")
    assert len(tables) == 6
    for table in tables:
        rows = table.findall("w:tr", NS)
        assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)
        columns = [int(c.get(w("w"))) for c in table.findall("w:tblGrid/w:gridCol", NS)]
        assert sum(columns) == 11906 - 2 * 1531
        assert {len(row.findall("w:tc", NS)) for row in rows} == {len(columns)}


def test_a_table_says_what_it_is_and_which_cells_are_headers() -> None:
    celler = ((Text("A"),), (Text("B"),))
    for row_headers, flags in ((True, "06A0"), (False, "0620")):
        skrevet = med(Table("t", "Hva tabellen viser", celler, (celler,), row_headers))
        assert skrevet.values("//w:tblCaption/@w:val") == ["Hva tabellen viser"]
        (look,) = skrevet.find("//w:tblLook")
        assert (look.get(w("val")), look.get(w("firstRow"))) == (flags, "1")
        assert look.get(w("firstColumn")) == str(int(row_headers))
        styles = style_of(skrevet.find("//w:tc/w:p"))
        assert styles == [
            *["Tabelloverskrift"] * 2,
            "Tabellradoverskrift" if row_headers else "Tabelltekst",
            "Tabelltekst",
        ]


def test_a_ragged_table_gets_the_cells_it_lacks_and_an_empty_one_is_left_out() -> None:
    a = (Text("a"),)
    ragged = med(Table("t", "", (a,), ((a, a, a), ())))
    assert [len(row.findall("w:tc", NS)) for row in ragged.find("//w:tr")] == [3, 3, 3]
    assert style_of(med(Table("t", "", (), ((), ()))).find("//w:p")) == ["Title"]


def test_tables_never_touch_each_other_nor_end_the_text() -> None:
    table = Table("t", "", ((Text("a"),),), (((Text("b"),),),))
    skrevet = med(table, table, signaturer(1), table)
    tags = [child.tag for child in skrevet.find("/w:document/w:body/*")]
    assert (w("tbl"), w("tbl")) not in list(pairwise(tags))
    assert tags[-2:] == [w("p"), w("sectPr")]


def test_what_leads_to_a_list_or_table_stays_with_it(skrevet: Skrevet) -> None:
    led = [p for p in skrevet.find("//w:p") if style_of([p]) == ["Ledetekst"]]
    assert len(led) == 11
    assert all(map(keeps_next, led))
    assert skrevet.find("//w:style[@w:styleId='Heading1']/w:pPr/w:keepNext", STYLES)
    assert skrevet.find("//w:pPrDefault/w:pPr/w:widowControl", STYLES)


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("se", "se-NO")])
def test_the_document_s_language_is_the_default_of_all_styles(language: str, tag: str) -> None:
    skrevet = med(Paragraph("p", (Text("Tekst"),)), language=language)
    assert skrevet.values("//w:lang/@w:val", STYLES) == [tag]
    assert skrevet.values("//w:rPrDefault/w:rPr/w:lang/@w:eastAsia", STYLES) == [tag]
    assert skrevet.values("//w:themeFontLang/@w:val", "word/settings.xml") == [tag]
    assert docx.Document(BytesIO(skrevet.data)).core_properties.language == tag
    assert skrevet.find("//w:lang") == []


def test_text_in_another_language_is_marked_down_to_the_nested_blocks() -> None:
    samisk, norsk = Paragraph("a", (Text("Buorre"),)), Paragraph("b", (Text("God"),), language="nb")
    lenke = Paragraph("c", (Link("lea", "https://se.example"),))
    skrevet = med(
        Items("i", ((samisk, Items("j", ((norsk,), (lenke,)))),), language="se"),
        Table("t", "", ((Text("gáhppálat"),),), (((Text("x", bold=True),),),), language="smj"),
        Heading("h", 1, (Text("Title"),), language="en"),
    )
    tags = {text(r): (r.xpath("string(w:rPr/w:lang/@w:val)", namespaces=NS)) for r in skrevet.find("//w:r")}
    assert tags == {"Buorre": "se-NO", "God": "", "lea": "se-NO", "gáhppálat": "smj-NO", "x": "smj-NO"} | {
        "Title": "en-GB",
        BARE.title: "",
    }


def test_header_names_the_parties_and_footer_counts_pages(skrevet: Skrevet) -> None:
    assert text(skrevet.part(HEADER)).startswith(eksempel().header)
    footer = skrevet.part("word/bunntekst.xml")
    assert text(footer) == "Side 1 av 1"
    assert footer.xpath("//w:fldSimple/@w:instr", namespaces=NS) == [" PAGE ", " NUMPAGES "]
    references = skrevet.find("//w:sectPr/w:headerReference | //w:sectPr/w:footerReference")
    assert [r.get(w("type")) for r in references] == ["default", "default"]


def test_the_mark_is_on_the_front_and_on_every_page_while_it_is_set(skrevet: Skrevet) -> None:
    assert skrevet.texts("Merke") == ["UTKAST"]
    assert text(skrevet.part(HEADER)).endswith("\tUTKAST")
    assert b'string="UTKAST"' in skrevet.parts[HEADER]
    final = Skrevet(eksempel(mark=None))
    assert final.texts("Merke") == []
    assert text(final.part(HEADER)) == eksempel().header
    assert b"v:shape" not in final.parts[HEADER]


def test_a_mark_that_does_not_fit_beside_the_parties_gets_a_line_of_its_own() -> None:
    parties = " ".join(["Kommunene"] * 8)
    skrevet = med(header=parties, mark="TIL BEHANDLING")
    assert [text(p) for p in skrevet.part(HEADER)] == [parties, "\tTIL BEHANDLING"]


def test_the_front_block_comes_first_in_this_order(skrevet: Skrevet) -> None:
    first = skrevet.find("/w:document/w:body/w:p")[:8]
    assert style_of(first) == ["Bilde", "Merke", "Title", "Subtitle", *["Faktalinje"] * 4]
    assert [text(p) for p in first[2:]] == [
        eksempel().title,
        joined_strokes(eksempel().subtitle or ""),
        *(f"{label}\t{joined_strokes(kept_together(value))}" for label, value in eksempel().facts),
    ]


def test_long_labels_in_the_front_block_widen_their_column() -> None:
    usual, long = (med(facts=((label, "2025/1"),)) for label in ("Saksnummer", "Saksnummer i politidistriktet"))
    assert usual.find("//w:ind") == []
    (indent,) = long.find("//w:p[w:pPr/w:pStyle/@w:val='Faktalinje']/w:pPr/w:ind")
    assert indent.get(w("left")) == indent.get(w("hanging")) == str(29 * 126)


def test_the_page_is_upright_a4_with_room_for_a_signing_service_s_footer(skrevet: Skrevet) -> None:
    (size,), (margins,) = skrevet.find("//w:pgSz"), skrevet.find("//w:pgMar")
    assert (size.get(w("w")), size.get(w("h")), size.get(w("orient"))) == ("11906", "16838", None)
    cm = 567
    assert int(margins.get(w("bottom"))) >= 3 * cm
    assert int(margins.get(w("footer"))) >= 1.5 * cm


def test_the_properties_hold_title_author_subject_and_the_document_s_own_date(skrevet: Skrevet) -> None:
    properties = docx.Document(BytesIO(skrevet.data)).core_properties
    assert (properties.title, properties.author) == (eksempel().title, eksempel().author)
    assert (properties.subject, properties.language) == (eksempel().subject, "nb-NO")
    assert properties.created == properties.modified == datetime(2025, 1, 15, tzinfo=UTC)


@i_ett("date", [None, "", "15. januar 2025", "2025-02-30"])
def test_without_a_date_the_properties_hold_none(date: str | None) -> None:
    properties = docx.Document(BytesIO(med(date=date).data)).core_properties
    assert properties.created is None
    assert properties.modified is None
    assert (properties.title, properties.language) == (BARE.title, "nb-NO")


def test_hyphens_that_break_or_never_break_are_word_s_own() -> None:
    skrevet = med(Paragraph("p", (Text("sam\u00adarbeid og SLT\u2011koordinator"),)))
    (run,) = skrevet.find("//w:p[w:pPr/w:pStyle/@w:val='BodyText']/w:r")
    assert [child.tag for child in run] == [w(t) for t in ("t", "softHyphen", "t", "noBreakHyphen", "t")]
    assert told(skrevet.find("/w:document")[0], {}).sections[-1].items[-1] == "samarbeid og SLT-koordinator"


def test_a_picture_keeps_its_proportions_and_says_what_it_shows(skrevet: Skrevet) -> None:
    assert skrevet.parts["word/media/avtalegen.png"] == våpen()
    assert set(skrevet.values("//wp:docPr/@descr")) == {"Kommunevåpenet til Fjelldal"}
    (extent,) = skrevet.find("//wp:inline/wp:extent")
    assert int(extent.get("cx")) * 120 == int(extent.get("cy")) * 96
    assert int(extent.get("cy")) == 22 * 36_000


def test_a_jpeg_is_measured_past_its_metadata() -> None:
    app1 = b"\xff\xe1\x00\x08Exif\x00\x00"
    huffman = b"\xff\xc4\x00\x0b" + bytes(range(1, 10))
    jpeg = (
        b"\xff\xd8"
        + app1
        + huffman
        + b"\xff\xc2\x00\x11\x08"
        + (100).to_bytes(2)
        + (400).to_bytes(2)
        + b"\x03"
        + b"\x00" * 9
    )
    skrevet = med(picture=Picture(jpeg, "Logo"))
    assert skrevet.parts["word/media/avtalegen.jpeg"] == jpeg
    (extent,) = skrevet.find("//wp:inline/wp:extent")
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (60 * 36_000, 15 * 36_000)


@i_ett("data", [b"", b"GIF89a", våpen()[:20], b"\xff\xd8\xff\xd9", b"\xff\xd8\xff\xff\xff\xff\xff\xff"])
def test_a_picture_that_is_no_picture_is_a_clear_error(data: bytes) -> None:
    with pytest.raises(AvtalegenError, match="Bildet kan ikke brukes"):
        med(picture=Picture(data, ""))


def test_the_sample_document_needs_no_repairs_in_python_docx(skrevet: Skrevet) -> None:
    opened = docx.Document(BytesIO(skrevet.data))
    assert [p.text for p in opened.paragraphs if p.style and p.style.name == "Heading 1"][:2] == [
        "Innledning",
        "Formål",
    ]
    assert len(opened.tables) == 7


def test_no_item_of_a_list_stands_alone_at_the_edge_of_a_page() -> None:
    written = med(*blokker("- a\n- b\n- c\n- d\n- e"))
    listed = [p for p in written.find("//w:body/w:p") if text(p) in {*"abcde"}]
    assert [keeps_next(p) for p in listed] == [True, False, False, True, False]


@i_ett(("antall", "kept"), [(1, 1), (2, 2), (3, 1), (30, 1)])
def test_a_low_table_stays_whole_and_of_a_higher_one_the_header_stays_with_the_first_row(
    antall: int, kept: int
) -> None:
    rows = med(*blokker("|! Tabell\n| A |" + "\n| a |" * antall)).find("//w:tr")
    keeping = [any(map(keeps_next, row.findall(f".//{w('p')}"))) for row in rows]
    # The last row stands on no page alone.
    alone = [True, False] if antall > kept else [False]
    assert keeping == [True] * kept + [False] * (antall + 1 - kept - len(alone)) + alone
