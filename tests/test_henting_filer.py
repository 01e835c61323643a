"""What `hent` reads of a file, however it is packed, and what it says of a file that it can't read."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from docx.document import Document as WordDocument
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, create_string_object

from avtalegen.dokument.innhold import Attachment
from avtalegen.funn.begge import i_nynorsk
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.henting import Hentet, er_dokument, hent, pdf
from avtalegen.henting.nekt import no_source
from avtalegen.henting.vedlagt import Vedlagt
from avtalegen.skrivere.kildefiler import DESCRIPTIONS, MOST_PDF
from avtalegen.skrivere.pdf.vedlegg import Attached
from avtalegen.skrivere.word.deler import Pakke
from avtalegen.skrivere.word.xml import RELATIONS_NS
from tests.cli_support import ROOT
from tests.hentprove import ARVING, W, edited, made, part, repacked
from tests.i_ett import i_ett

BESKJEDER = ROOT / "tests" / "fasit" / "henting" / "beskjeder.txt"


def test_as_much_is_read_of_a_document_as_is_said() -> None:
    with pytest.raises(AvtalegenError, match="verken docx, html eller pdf"):
        hent(b"x" * 50_000_000)
    with pytest.raises(AvtalegenError) as told_:
        hent(b"x" * 50_000_001)
    assert str(told_.value) == (
        "Filen er større enn 50 MB, og så store filer leser ikke avtalegen. Kontroller at det er riktig fil."
    )


def test_as_much_is_read_of_a_pdf_as_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AvtalegenError) as told_:
        hent(b"%PDF-1.7\n".ljust(MOST_PDF + 1, b"\0"))
    assert str(told_.value) == (
        "PDF-en er større enn 20 MB, og så store PDF-er leser ikke avtalegen. Kontroller at det er riktig fil. "
        "Be den som laget dokumentet, om YAML-filen."
    )
    data = made("pdf", pdf_standard="a-3a")
    monkeypatch.setattr(pdf, "MOST_PDF", len(data))
    assert hent(data).tilstand == "urørt"
    with pytest.raises(AvtalegenError, match="større enn"):
        hent(data + b"\n")


def test_what_was_saved_by_others_may_have_lost_its_yaml_on_the_way() -> None:
    # flakstad.docx, saved by LibreOffice 7.4 as .odt and then as .docx again.
    innom = (ROOT / "tests" / "data" / "om-odt.docx").read_bytes()
    for data, hvor in (
        (innom, " og lagret på nytt i LibreOffice."),
        (repacked(innom, **{"docProps/app.xml": b"<Application>Noe annet</Application>"}), " og lagret på nytt."),
    ):
        with pytest.raises(AvtalegenError) as told_:
            hent(data)
        assert f"Det er laget av avtalegen{hvor} Filen kan være blitt borte" in str(told_.value)
    with pytest.raises(AvtalegenError) as told_:
        hent(made("docx", med_kilde=False))
    assert "lagret på nytt" not in str(told_.value)


def test_a_document_is_told_from_the_yaml_by_how_it_begins() -> None:
    for data in (b"PK\x03\x04\x14", b"%PDF-1.7", b"\r\n%PDF-1.7", b"\xef\xbb\xbf <!DOCTYPE html>", b"<html lang=nb>"):
        assert er_dokument(data), data
    for data in (b"", b"format: 1\n", b"# %PDF-1.7\n", b"PK", b"\x14PK\x03\x04", b"x <html>", b"<htmlx>", b"%PDF"):
        assert not er_dokument(data), data


def test_a_page_that_somebody_has_changed_is_told_from_one_that_nobody_has() -> None:
    data = made("html")
    assert hent(data).tilstand == "urørt"
    endret = hent(data.replace(b"</main>", b"<p>Mer.</p></main>", 1))
    assert (endret.tilstand, endret.filer) == ("endret", hent(data).filer)


def test_an_opendocument_is_told() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(AvtalegenError, match=r"et OpenDocument \(\.odt\)"):
        hent(out.getvalue())


def test_a_pdf_that_is_broken_is_told() -> None:
    with pytest.raises(AvtalegenError) as told_:
        hent(b"%PDF-1.7\nhei")
    assert str(told_.value) == (
        "PDF-en er skadet, eller er større enn et dokument fra avtalegen kan være når den pakkes ut. "
        "Hent den på nytt der den kom fra."
    )


def test_a_pdf_without_the_yaml_in_it_is_told() -> None:
    with pytest.raises(AvtalegenError) as told_:
        hent(made("pdf"))
    assert str(told_.value) == (
        "PDF-en har ikke YAML-filen i seg. Den har det bare når den er laget med «--pdf-standard a-3a». "
        "Be den som laget dokumentet, om YAML-filen."
    )


def test_the_files_of_a_pdf_come_by_name_after_the_agreement() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(made("pdf", ARVING, pdf_standard="a-3a"))))
    for number, name in enumerate(("z.yaml", "a.yaml")):
        added = writer.add_attachment(str(number), b"x")
        added.pdf_object[NameObject("/UF")] = create_string_object(name)
        added.pdf_object[NameObject("/Desc")] = create_string_object(DESCRIPTIONS[1])
    out = BytesIO()
    writer.write(out)
    assert [file.name for file in hent(out.getvalue()).filer] == [
        *("avtaler/avtale.yaml", "a.yaml", "felles/indre-salten.yaml", "felles/nordland.yaml", "z.yaml")
    ]


def test_blanks_in_front_of_a_pdf_or_a_page_make_no_difference() -> None:
    for format, wanted in (("pdf", {"pdf_standard": "a-3a"}), ("html", {})):
        data = made(format, **wanted)
        for front in (b"\n", b" \r\n\t"):
            assert hent(front + data).filer == hent(data).filer


def test_the_yaml_is_given_also_when_the_text_is_lost() -> None:
    data = made()
    whole = hent(data)
    for broken in (None, "<w:document", f'<w:document xmlns:w="{W}"/>' * 2):
        assert hent(repacked(data, **{"word/document.xml": broken})) == Hentet("docx", whole.filer, "endret")


def test_the_remarks_are_given_also_when_what_it_was_written_as_is_lost() -> None:
    def change(document: WordDocument) -> None:
        document.add_comment(document.paragraphs[0].runs[0], "Hva menes?", "Kari")

    data = edited(made(), change)
    (name,) = (name for name in ZipFile(BytesIO(data)).namelist() if re.fullmatch(r"customXml/item\d*\.xml", name))
    lost = re.sub(r"<([\w:]*tekst)\b.*?</\1>", "", part(data, name), flags=re.DOTALL)
    whole = hent(data)
    assert whole.merknader
    assert hent(repacked(data, **{name: lost})) == whole._replace(tilstand="endret", endringer=None)


def test_no_more_xml_is_read_than_an_agreement_has() -> None:
    data = made()
    body = part(data, "word/document.xml")
    found = hent(repacked(data, **{"word/document.xml": body + " " * (3_800_000 - len(body))}))
    assert (found.tilstand, found.endringer) == ("lagret", ())
    found = hent(repacked(data, **{"word/document.xml": body + " " * 4_000_000}))
    assert (found.tilstand, found.endringer) == ("endret", None)
    assert found.filer == hent(data).filer


def test_no_more_headings_are_read_than_an_agreement_has() -> None:
    data = made()
    body = part(data, "word/document.xml")
    level = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    for count, told in ((4_000, True), (5_000, False)):
        more = body.replace("<w:sectPr", level * count + "<w:sectPr", 1)
        assert (hent(repacked(data, **{"word/document.xml": more})).endringer is not None) == told


def test_how_the_parts_are_related_decides_and_not_their_order_or_names() -> None:
    data, rels = made(), "word/_rels/document.xml.rels"
    top = re.findall("<Relationship .*?/>", part(data, "_rels/.rels"))
    reordered = part(data, "_rels/.rels").replace("".join(top), "".join(reversed(top)))
    assert reordered != part(data, "_rels/.rels")
    missing = '<Relationship Id="x" Type="http://x/comments" Target="finnes-ikke.xml"/></Relationships>'
    external = '<Relationship Id="y" Type="http://x/footer" Target="styles.xml" TargetMode="External"/></Relationships>'
    related = part(data, rels)
    for changed in (
        {"_rels/.rels": reordered},
        {rels: related.replace("</Relationships>", missing)},
        {rels: related.replace("</Relationships>", external)},
        {rels: related.replace('Target="styles.xml"', 'Target="/word/styles.xml"')},
        {rels: related.replace('Target="styles.xml"', 'Target="../word/./styles.xml"')},
    ):
        assert changed != {rels: related}
        found = hent(repacked(data, **changed))
        assert (found.tilstand, found.endringer) == ("lagret", ())


def test_a_document_without_styles_is_read_and_of_several_the_first_ones_count() -> None:
    data, name = made(), "word/_rels/document.xml.rels"
    without = hent(repacked(data, **{"word/styles.xml": None}))
    assert without.filer
    assert without.endringer
    kind = re.findall(r'Type="([^"]*/styles)"', part(data, name))[0]
    more = f'<Relationship Id="mer" Type="{kind}" Target="flere.xml"/></Relationships>'
    several = part(data, name).replace("</Relationships>", more)
    found = hent(repacked(data, **{name: several, "word/flere.xml": f'<w:styles xmlns:w="{W}"/>'}))
    assert (found.tilstand, found.endringer) == ("lagret", ())


def test_the_links_of_a_part_are_those_of_its_relations() -> None:
    relations = (
        f'<Relationships xmlns="{RELATIONS_NS}"><Relationship Id="a" Type="x/hyperlink" Target="https://a.no"/>'
        '<Relationship Id="b" Type="x/hyperlink"/><Relationship Id="c" Type="x/styles" Target="styles.xml"/>'
        "</Relationships>"
    )
    package = Pakke({"word/_rels/document.xml.rels": relations.encode()})
    assert package.lenker("word/document.xml") == {"a": "https://a.no", "b": ""}
    assert package.lenker("word/header1.xml") == {}


def test_notes_are_read_from_where_they_lie_and_the_lines_above_them_are_not() -> None:
    def notes(kind: str, text: str) -> str:
        line, said = (f"<w:p><w:r><w:t>{content}</w:t></w:r></w:p>" for content in ("strek", text))
        line = f'<w:{kind} w:type="separator" w:id="1">{line}</w:{kind}>'
        return f'<w:{kind}s xmlns:w="{W}">{line}<w:{kind} w:id="2">{said}</w:{kind}></w:{kind}s>'

    data, rels = made(), "word/_rels/document.xml.rels"
    related = "".join(
        f'<Relationship Id="{n}" Type="http://x/{n}" Target="{n}.xml"/>' for n in ("footnotes", "endnotes")
    )
    references = "".join(f'<w:{kind}Reference w:id="{n}"/>' for kind in ("footnote", "endnote") for n in "12")
    body = part(data, "word/document.xml")
    changed = {
        "word/document.xml": body.replace("<w:sectPr", f"<w:p><w:r>{references}</w:r></w:p><w:sectPr", 1),
        "word/footnotes.xml": notes("footnote", "liten skrift"),
        "word/endnotes.xml": notes("endnote", "til slutt"),
        rels: part(data, rels).replace("</Relationships>", f"{related}</Relationships>"),
    }
    found = hent(repacked(data, **changed)).endringer or ()
    assert [(change.slag, change.nå) for section in found for change in section.endringer] == [
        *(("nytt", "Fotnote: liten skrift"), ("nytt", "Fotnote: til slutt"))
    ]


def test_a_word_file_packed_in_another_way_is_told() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", "x")
    with pytest.raises(AvtalegenError) as told_:
        hent(target.getvalue())
    assert str(told_.value) == (
        "Dokumentet er større enn et dokument fra avtalegen kan være når det pakkes ut, eller pakket på en måte "
        "som Word ikke bruker. Det er ikke lest."
    )


def test_what_is_said_of_what_gives_nothing_back_is_what_we_have_read(skriv_fasit: bool) -> None:
    def packed(name: str, content: bytes | str, how: int = ZIP_STORED) -> bytes:
        out = BytesIO()
        with ZipFile(out, "w", how) as archive:
            archive.writestr(name, content)
        return out.getvalue()

    def told_of(data: bytes) -> str:
        with pytest.raises(AvtalegenError) as told_:
            hent(data)
        return told_.value.message

    app = {"docProps/app.xml": b"<Application>LibreOffice/7.4</Application>"}
    alle = {
        "for stor": told_of(b"x" * 50_000_001),
        "skadd": told_of(b"PK\x03\x04hei"),
        "pakket på en annen måte": told_of(packed("word/document.xml", "x", ZIP_LZMA)),
        "odt": told_of(packed("mimetype", "application/vnd.oasis.opendocument.text")),
        "lagret i LibreOffice": no_source("endret", app),
        "lagret i noe annet": no_source("endret", {}),
        "fremmed": no_source("fremmed", {}),
        "et papir": no_source("urørt", {}),
        "nettside": told_of(b"<!DOCTYPE html><html><p>hei"),
        "tom": told_of(b""),
        "doc": told_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500),
        "Markdown": told_of(b"# Avtale\n<!-- avtalegen-fingeravtrykk: 1 -->\n"),
        "YAML": told_of(b"format: 1\n"),
        "noe annet": told_of(b"hei"),
    }
    said = "\n\n".join(f"## {navn}\n{en}\n{i_nynorsk(en)}" for navn, en in alle.items()) + "\n"
    if skriv_fasit:
        BESKJEDER.write_text(said, encoding="utf-8")
    assert said == BESKJEDER.read_text(encoding="utf-8")


@i_ett(
    ("data", "said"),
    [
        (b"\n format: 1\n", "verken"),
        (b"x: 1\nformat : 1\n", "er en YAML-fil"),
        (b"\xef\xbb\xbf'format': 1\n", "er en YAML-fil"),
        (b"#" * 99_000 + b"\nformat: 1\n", "er en YAML-fil"),
        (b"#" * 100_000 + b"\nformat: 1\n", "verken"),
        (b" \n\t", "er tom"),
    ],
    ids=range(6),
)
def test_what_is_no_document_is_told_by_how_it_begins(data: bytes, said: str) -> None:
    with pytest.raises(AvtalegenError, match=said):
        hent(data)


def test_what_a_document_carries_is_found_from_the_file_that_names_it() -> None:
    vedlagt = Vedlagt((Attachment("avtaler/a.yaml", b"a"), Attachment("felles/b.yaml", b"b")))
    assert vedlagt.resolve("../felles/b.yaml", "avtaler/a.yaml") == "felles/b.yaml"
    assert vedlagt.read("felles/b.yaml") == b"b"
    with pytest.raises(AvtalegenError, match=r"^«felles/b\.yaml» ligger ikke i dokumentet\.$"):
        vedlagt.resolve("felles/b.yaml", "avtaler/a.yaml")


def test_a_pdf_with_another_file_of_our_kind_and_not_the_agreement_has_none() -> None:
    def ours(*described: str) -> list[str]:
        return [one.name for one in pdf._ours([Attached(told, f"{n}.yaml", b"") for n, told in enumerate(described)])]

    own, other = DESCRIPTIONS
    assert ours("noe annet", other, own, other) == ["2.yaml", "1.yaml", "3.yaml"]
    assert ours(other) == ours() == []
    with pytest.raises(AvtalegenError, match=r"^PDF-en har flere vedlegg .* hvilket\. Be den som laget dokumentet"):
        ours(own, own)
