"""What is read of a Word file that somebody has edited, and what is found to differ."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalegen.henting import Hentet, hent
from avtalegen.henting.forskjell import Avsnittsendring, Endring, differences, paths, under, words
from avtalegen.henting.samstilling import Work
from avtalegen.skrivere.word.overskrift import heading_levels
from avtalegen.skrivere.word.tekst import Section, Told, comparable, told
from avtalegen.skrivere.word.xml import parse_untrusted
from tests.dokumenteksempel import eksempel
from tests.grundig import antall
from tests.hentprove import FLAKSTAD, W, edited, made, part, repacked, replaced
from tests.i_ett import i_ett
from tests.test_word_fiendtlig import documents
from tests.wordprove import Skrevet

LEVELS = {"H1": 1, "H2": 2}


def read(body: str, **more: Any) -> Told:
    return told(
        parse_untrusted(f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()), LEVELS, **more
    )


def p(content: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def sdt(content: str) -> str:
    return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def simple(instruction: str, result: str) -> str:
    return f'<w:fldSimple w:instr="{instruction}">{r(result)}</w:fldSimple>'


def field(instruction: str, result: str) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{r(result)}{end}"


def items(body: str) -> tuple[object, ...]:
    (section,) = read(body).sections
    return section.items


def changes(data: bytes) -> list[tuple[str, str, object, object]]:
    """Of each change the heading, what has become of it, and the text before and now."""
    found = hent(data).endringer
    assert found is not None
    return [(s.sti[-1], e.slag, e.før, e.nå) for s in found for e in s.endringer]


# ── What is read ──


def test_headings_part_the_text_and_what_stands_before_the_first_is_the_front_page() -> None:
    read_ = read(p(r("Tittel")) + p(r("En"), "H1") + p(r("a")) + p(r("To"), "H2") + p(r(" ")) + p(r("b")))
    assert read_.sections == (
        Section("Forsiden", 0, ("Tittel",)),
        Section("En", 1, ("a",)),
        Section("To", 2, ("b",)),
    )
    assert paths(read_.sections) == [("Forsiden",), ("En",), ("En", "To")]


@i_ett(
    ("content", "text"),
    [
        (r("a") + "<w:r><w:tab/><w:br/><w:cr/></w:r>" + r("b"), "a b"),
        (r("a\u00a0 b\u00ad\u200bc") + "<w:r><w:noBreakHyphen/></w:r>" + r("d\u2011e"), "a bc-d-e"),
        (r("a\u030a"), "å"),
        ("<w:ins>" + r("inn") + "</w:ins><w:del><w:r><w:delText>ut</w:delText></w:r></w:del>", "inn"),
        ("<w:moveTo>" + r("hit") + "</w:moveTo><w:moveFrom>" + r("bort") + "</w:moveFrom>", "hit"),
        ("<w:hyperlink>" + r("lenke") + "</w:hyperlink>" + sdt(r("felt")), "lenkefelt"),
        (simple(" PAGE ", "7") + simple("DATE", "i dag"), "i dag"),
        (field(" NUMPAGES ", "7") + r("x"), "x"),
        (field(" REF a ", "7") + r("x"), "7x"),
    ],
    ids=range(9),
)  # fmt: skip
def test_a_paragraph_reads_as_word_shows_it_with_all_changes_accepted(content: str, text: str) -> None:
    assert items(p(content)) == (text,)


def test_rows_read_cell_by_cell_and_a_deleted_row_is_gone() -> None:
    def row(*cells: str, change: str = "") -> str:
        return f"<w:tr><w:trPr>{change}</w:trPr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    inner = f"<w:tbl>{row(p(r('x')), p(r('y')))}</w:tbl>"
    rows = row(p(r("a")) + p(r("b")), p("")) + row(p(r("borte")), change="<w:del/>") + row(inner, p(r("c"), "H1"))
    body = f"<w:tbl>{rows}{row(p(''), p(''))}</w:tbl>"
    assert items(body) == (("a / b", ""), ("x | y", "c"))
    assert read(body).tracked == 1


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    end = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert items(f"<w:p>{end}{r('a ')}</w:p>{p(r('b'))}<w:p>{end}{r('sist')}</w:p>") == ("a b", "sist")


def test_footnotes_and_text_boxes_are_read_once() -> None:
    note = parse_untrusted(f'<w:footnote xmlns:w="{W}">{p(r("liten skrift"))}</w:footnote>'.encode())
    body = p(r("a") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert read(body, notes={"footnote 2": note}).sections[0].items == ("a", "Fotnote: liten skrift")
    assert read(body + body, notes={"footnote 2": note}).sections[0].items == ("a", "Fotnote: liten skrift", "a")
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{p(r('boks'))}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f'<mc:AlternateContent xmlns:mc="{mc}">{both}</mc:AlternateContent>'
    assert items(p(r("a") + f"<w:r>{both}</w:r>")) == ("boks", "a")


def test_headings_are_known_by_level_name_and_what_they_build_on() -> None:
    def style(id: str, name: str, more: str = "") -> str:
        return f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{more}</w:style>'

    styles = (
        style("Overskrift1", "heading 1")
        + style("egen", "Kapittel", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("barn", "Barn", '<w:basedOn w:val="mor"/>')
        + style("mor", "Mor", '<w:basedOn w:val="egen"/>')
        + style("ring1", "r", '<w:basedOn w:val="ring2"/>')
        + style("ring2", "r", '<w:basedOn w:val="ring1"/>')
        + style("brød", "Normal")
        + style("nivå10", "x", '<w:basedOn w:val="egen"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    )
    found = heading_levels(f'<w:styles xmlns:w="{W}">{styles}</w:styles>'.encode())
    assert found == {"Overskrift1": 1, "egen": 3, "barn": 3, "mor": 3}


def test_a_file_in_the_strict_form_of_the_format_reads_the_same() -> None:
    data = made()
    strict = {W: "http://purl.oclc.org/ooxml/wordprocessingml/main"}
    changed = {}
    for name in ("word/document.xml", "word/styles.xml", "word/topptekst.xml", "word/bunntekst.xml"):
        xml = part(data, name)
        for old, new in strict.items():
            xml = xml.replace(old, new)
        changed[name] = xml
    assert hent(repacked(data, **changed)).tilstand == "lagret"


@settings(max_examples=antall(8, 600), deadline=None)
@given(documents)
def test_any_document_that_is_only_saved_anew_has_the_same_text(document: Any) -> None:
    from dataclasses import replace

    from avtalegen.dokument.innhold import Attachment

    skrevet = Skrevet(replace(document, sources=(Attachment("a.yaml", b"x: 1"),)))
    found = hent(edited(skrevet.data, lambda _: None))
    assert (found.tilstand, found.filer) == ("lagret", (Attachment("a.yaml", b"x: 1"),))


# ── What differs ──


def test_every_kind_of_change_in_word_is_told_with_its_section() -> None:
    def change(document: WordDocument) -> None:
        by_text = {paragraph.text: paragraph for paragraph in document.paragraphs}
        by_text["Formål"].text = "Formålet"
        by_text["Lensmann"].insert_paragraph_before("Brannsjef")
        lensmann = by_text["Lensmann"]._p
        lensmann.getparent().remove(lensmann)
        table = document.tables[0]
        table.rows[1].cells[2].text = "112"
        table._tbl.remove(table.rows[2]._tr)
        document.sections[0].header.paragraphs[0].text = "Ny topptekst"
        document.add_heading("Tillegg", 1)
        document.add_paragraph("Noe mer.")

    found = hent(edited(made(), change)).endringer
    assert found is not None
    told_ = {section.sti[-1]: section for section in found}
    assert [*told_] == ["Formålet", "Sammensetning", "Tjenestesteder", "Tillegg", "Topptekst og bunntekst"]
    assert told_["Formålet"] == Avsnittsendring(("Formålet",), "endret", (), "Formål")
    assert set(told_["Sammensetning"].endringer) == {Endring("Lensmann", None), Endring(None, "Brannsjef")}
    changed, removed = told_["Tjenestesteder"].endringer
    assert (changed.slag, removed.slag) == ("endret", "fjernet")
    assert isinstance(changed.nå, tuple)
    assert changed.nå[0] == "Vest-Lofoten lensmannskontor"
    assert changed.nå[2] == "112"
    assert told_["Tillegg"] == Avsnittsendring(("Tillegg",), "nytt", (Endring(None, "Noe mer."),))


def test_a_signature_that_is_filled_in_shows() -> None:
    signed = replaced(made(), '<w:t xml:space="preserve">Sted </w:t>', '<w:t xml:space="preserve">Sted Ramberg </w:t>')
    ((_, what, before, now),) = changes(signed)
    assert what == "endret"
    assert isinstance(before, tuple)
    assert now == tuple(cell.replace("Sted ", "Sted Ramberg ") for cell in before)


def section(heading: str, *items: Any, level: int = 1) -> Section:
    return Section(heading, level, items)


def test_a_section_that_is_moved_or_has_another_level_is_told_as_such() -> None:
    a, b, c = (section(name, f"om {name}") for name in "abc")
    assert [(s.sti, s.slag) for s in differences((a, b, c), (b, c, a))] == [(("a",), "flyttet")]
    (one,) = differences((a, b), (a, b._replace(level=2)))
    assert (one.sti, one.slag, one.endringer) == (("a", "b"), "flyttet", ())


def test_sections_of_the_same_name_are_told_apart_by_where_they_stand() -> None:
    old = (section("A"), section("Møter", "to", level=2), section("B"), section("Møter", "tre", level=2))
    new = (*old[:3], section("Møter", "fire", level=2))
    (one,) = differences(old, new)
    assert one.sti == ("B", "Møter")


def test_what_is_removed_is_told_where_it_was() -> None:
    old = [section(name, name) for name in "abcd"]
    assert [(s.sti[-1], s.slag) for s in differences(old, [old[0], old[3], section("e", "e")])] == [
        *(("b", "fjernet"), ("c", "fjernet"), ("e", "nytt"))
    ]


def test_words_that_differ_are_marked_on_both_sides() -> None:
    left, right = words("Rådet møtes to ganger i året.", "Rådet møtes minst fire ganger i året.", Work())
    assert [(one.tekst, one.endret) for one in left] == [
        ("Rådet møtes", False), ("to", True), ("ganger i året.", False),
    ]  # fmt: skip
    assert [one.tekst for one in right if one.endret] == ["minst fire"]


def test_words_that_stand_on_one_side_alone_are_nothing_on_the_other() -> None:
    left, right = words("Rådet møtes alltid i mars", "Rådet møtes i mars", Work())
    assert left == [("Rådet møtes", False), ("alltid", True), ("i mars", False)]
    assert right == [("Rådet møtes", False), ("i mars", False)]
    assert words("Rådet møtes i mars", "Rådet møtes alltid i mars", Work()) == (right, left)


def test_where_a_change_is_told_in_both_languages() -> None:
    told_ = under(("Topptekst og bunntekst",)), under(("Forsiden", "Merknader")), under(("Formål",))
    assert told_ == ("Topptekst og bunntekst", "Forsiden › Merknader", "Formål")
    assert [one.nn for one in told_] == ["Topptekst og botntekst", "Framsida › Merknader", "Formål"]


texts = st.text("abcæ ", min_size=1, max_size=6).map(lambda t: comparable(t) or "x")
content = st.lists(texts | st.lists(texts, min_size=1, max_size=2).map(tuple), max_size=5).map(tuple)
sections = st.lists(st.builds(Section, texts, st.integers(1, 3), content), max_size=6)


@settings(max_examples=antall(30, 3000), deadline=None)
@given(sections, sections)
def test_nothing_is_lost_and_nothing_made_up_in_what_differs(old: list[Section], new: list[Section]) -> None:
    found = differences(old, new)
    assert (found == ()) == (old == new)

    def told_(sections: list[Section], side: str) -> list[object]:
        listed = [item for section in sections for item in section.items]
        for change in (change for section in found for change in section.endringer):
            item = getattr(change, side)
            if item is not None:
                assert item in listed
                listed.remove(item)
        return sorted(map(str, listed))

    # What isn't told as changed is the same on both sides.
    assert told_(old, "før") == told_(new, "nå")
    for before, now in ((o, n) for s in found for o, n in s.endringer if isinstance(o, str) and isinstance(n, str)):
        left, right = words(before, now, Work())
        assert (" ".join(one.tekst for one in left), " ".join(one.tekst for one in right)) == (before, now)
        assert [s.tekst for s in left if not s.endret] == [s.tekst for s in right if not s.endret]


def test_what_is_said_again_and_again_is_the_same() -> None:
    old = [section("A", "først", *["ja"] * 300, "sist")]
    (one,) = differences(old, [section("A", "begynner", *["ja"] * 299, "slutter")])
    assert [(change.før, change.nå) for change in one.endringer if change.slag != "nytt"] == [
        *(("først", None), ("ja", None), ("sist", None))
    ]


def test_when_the_work_allowed_is_used_up_the_old_is_removed_and_the_new_is_added() -> None:
    none = Work(0)
    assert list(none.opcodes("axb", "ayb")) == [("equal", 0, 1, 0, 1), ("replace", 1, 2, 1, 2), ("equal", 2, 3, 2, 3)]
    assert none.paired([["a"]], [["a"]]) == [(0, None), (None, 0)]


def test_what_is_kept_of_the_text_is_what_is_read_of_the_file() -> None:
    from dataclasses import replace

    from avtalegen.dokument.innhold import Attachment

    data = Skrevet(replace(eksempel(), sources=(Attachment("a.yaml", b"a"),))).data
    assert hent(data) == Hentet("docx", (Attachment("a.yaml", b"a"),), "urørt", ())
    found = hent(edited(data, lambda d: d.add_paragraph("Til slutt.") and None))
    assert [e.nå for s in found.endringer or () for e in s.endringer] == ["Til slutt."]


def test_the_document_grows_by_no_more_than_what_it_carries() -> None:
    growth = len(made()) - len(made(med_kilde=False))
    yaml, text = len(FLAKSTAD.read_bytes()), len(part(made(), "word/document.xml"))
    assert yaml * 4 / 3 < growth < (yaml + text) * 4 / 3
