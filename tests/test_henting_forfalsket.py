"""What a style from others, or a file that is attached, may not do: pass for the YAML that a document is made of."""

from __future__ import annotations

import random
import re
import struct
import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, create_string_object

from avtalegen.dokument.innhold import Attachment, Document, Picture
from avtalegen.dokument.maler import INGEN, Maler
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.henting import hent
from avtalegen.skrivere import write
from avtalegen.skrivere.kildefiler import DESCRIPTIONS, html_comments
from avtalegen.skrivere.pdf import skriver
from tests.cli_support import ROOT
from tests.dokumenteksempel import eksempel
from tests.grundig import grundig
from tests.hentprove import FLAKSTAD, made
from tests.i_ett import i_ett

STIL = ROOT / "maler" / "stil"
OURS = (Attachment("avtale.yaml", b"format: 1\n"), Attachment("felles/alle.yaml", b"parter: {}\n"))
FORGED = Attachment("a.yaml", b"format: 1\nforfalsket: ja\n")
DOCUMENT = replace(eksempel(2), sources=OURS)


def styled(name: str, style: str) -> Maler:
    return Maler("maler", stiler=((name, style.encode()),))


# ── Pages ──


@i_ett("wrapped", ["{}", "/* {} */", "/*</style></body></html>\n{}\n*/", 'p{{content:"{}"}}'])
def test_a_comment_in_a_style_sheet_is_not_the_yaml_of_a_page(wrapped: str) -> None:
    (comment,) = html_comments([FORGED])
    css = (STIL / "avtale.css").read_text(encoding="utf-8") + wrapped.format(comment)
    page = write(DOCUMENT, "html", styled("avtale.css", css))
    assert page.count(b"<!-- avtalegen-kilde: ") == len(OURS)
    assert hent(page).filer == OURS
    with pytest.raises(AvtalegenError, match="har ikke YAML-filen i seg"):
        hent(write(eksempel(2), "html", styled("avtale.css", css)))


@i_ett("place", [b"<head>", b"</head>", b"<main", b"</body>", b"<!-- avtalegen-fingeravtrykk"])
def test_only_what_stands_right_after_the_page_is_its_yaml(place: bytes) -> None:
    (comment,) = html_comments([FORGED])
    page = write(eksempel(2), "html")
    with pytest.raises(AvtalegenError, match="har ikke YAML-filen i seg"):
        hent(page.replace(place, f"<p>mer</p>\n{comment}\n".encode() + place, 1))
    page = write(DOCUMENT, "html")
    assert hent(page.replace(place, f"<p>mer</p>\n{comment}\n".encode() + place, 1)).filer == OURS


def test_a_page_that_somebody_has_saved_still_has_its_yaml() -> None:
    page = made("html")
    for saved in (
        page.replace(b"\n", b"\r\n"),
        page.replace(b"</html>", b"</HTML>"),
        page.replace(b"</html>\n", b"</html>"),
        re.sub(rb"<!-- avtalegen-fingeravtrykk.*", b"<!-- lagret -->", page),
    ):
        assert saved != page
        assert hent(saved).filer[0].data == FLAKSTAD.read_bytes()


def test_a_style_sheet_says_the_same_where_it_has_what_begins_a_comment() -> None:
    page = write(eksempel(2), "html", styled("avtale.css", '<!-- p { content: "<!-- x" } -->')).decode()
    style = re.search(r"<style>(.*?)@page", page, re.DOTALL)
    assert style is not None
    # «\!» in a string is «!»; the mark around a whole sheet says nothing.
    assert style[1].strip() == r'p { content: "<\!-- x" } -->'


# ── PDF ──


def attach(file: Attachment, more: str = f'description: "{DESCRIPTIONS[0]}"') -> str:
    data = file.data.decode().replace("\n", r"\n")
    kind = 'relationship: "source", mime-type: "application/yaml"'
    return f'pdf.attach("{file.name}", bytes("{data}"), {kind}, {more})'


def typst(code: str, shown: str = "[= #x]") -> str:
    """Our Typst style, where the title does something more."""
    style = (STIL / "avtale.typ").read_text(encoding="utf-8")
    changed = re.sub(
        r"#let tittel\(.*?\) = ", f"#let tittel(x) = {{ {code}; {shown} }}\n#let _før(x) = ", style, count=1
    )
    assert changed != style
    return changed


def without_the_content(code: str) -> str:
    style = (STIL / "avtale.typ").read_text(encoding="utf-8").replace("#let dokument(", "#let _dokument(", 1)
    return f"{style}\n#let dokument(topptekst: none, bunntekst: none, merke: none, kropp) = {{ {code} }}\n"


@i_ett(
    "style",
    [
        typst(attach(FORGED)),
        typst(attach(replace(FORGED, name="avtale.yaml"))),
        typst(attach(FORGED, f'description: "{DESCRIPTIONS[1]}"')),
        typst(attach(FORGED, 'description: "noe annet"')),
        typst(f"for n in range(150) {{ {attach(FORGED).replace(chr(34) + FORGED.name + chr(34), 'str(n)')} }}"),
        without_the_content(attach(replace(FORGED, name="avtale.yaml")) + " + [= Tittel]"),
        without_the_content("[= Tittel]"),
    ],
    ids=["own", "own, same name", "inherited", "other", "many", "in the place of ours", "none"],
)
def test_a_style_that_attaches_something_or_takes_it_away_is_a_finding(style: str) -> None:
    with pytest.raises(AvtalegenError, match="legger ved filer i PDF-en eller tar dem bort") as told:
        write(DOCUMENT, "pdf", styled("avtale.typ", style))
    (finding,) = told.value.diagnostics
    line = style.splitlines()[finding.span.line - 1]
    assert (finding.code, finding.span.file) == ("MAL002", "maler/stil/avtale.typ")
    assert line[finding.span.column - 1 :].startswith("attach") or "attach" not in style


def test_a_style_may_attach_nothing_in_a_pdf_without_the_yaml_either() -> None:
    with pytest.raises(AvtalegenError, match="legger ved filer i PDF-en"):
        write(eksempel(2), "pdf", styled("avtale.typ", typst(attach(FORGED))))


@pytest.mark.parametrize(
    "style", [typst("none"), typst(f"context if query(pdf.attach).len() == 2 {{ {attach(FORGED)} }}")]
)
def test_a_style_of_their_own_gives_the_yaml_that_was_sent_in(style: str) -> None:
    assert hent(write(DOCUMENT, "pdf", styled("avtale.typ", style))).filer == OURS


def test_a_pdf_with_two_files_that_say_they_are_the_agreement_gives_neither() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(write(DOCUMENT, "pdf"))))
    added = writer.add_attachment(FORGED.name, FORGED.data)
    added.pdf_object[NameObject("/Desc")] = create_string_object(DESCRIPTIONS[0])
    out = BytesIO()
    writer.write(out)
    with pytest.raises(AvtalegenError, match="flere vedlegg som sier at de er YAML-filen") as told:
        hent(out.getvalue())
    assert "Be den som laget dokumentet, om YAML-filen." in str(told.value)


# ── How large a PDF can be ──


def noise(side: int) -> Picture:
    """A small PNG that is large in a PDF: each byte is one of two, added to the one above."""
    rows = random.Random(1).randbytes(side * side * 3).translate(bytes([0] * 128 + [97] * 128))
    raw = b"".join(b"\2" + rows[n : n + side * 3] for n in range(0, len(rows), side * 3))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return Picture(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(raw, 1)) + chunk(b"IEND", b""), "Våpen")


def with_noise(side: int) -> Document:
    return replace(DOCUMENT, picture=noise(side))


@grundig
def test_the_yaml_comes_out_of_a_pdf_with_a_large_picture() -> None:
    document = with_noise(2300)
    assert document.picture is not None
    assert len(document.picture.data) < 5_000_000
    made_ = write(document, "pdf")
    assert len(made_) > 10_000_000
    assert hent(made_).filer == OURS


def test_a_pdf_that_the_yaml_could_not_be_taken_out_of_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skriver, "_LARGEST", 2_000_000)
    with pytest.raises(AvtalegenError, match=r"PDF-en blir på \d,\d MB. Skal YAML-filen kunne .* større enn 2 MB. "):
        write(with_noise(1000), "pdf")
    assert len(write(replace(with_noise(1000), sources=()), "pdf", INGEN)) > 2_000_000


def test_what_is_too_large_to_read_is_not_said_to_be_somebody_elses() -> None:
    for data in (b"%PDF-1.7\n" + bytes(20_000_000), b"PK\x03\x04" + bytes(50_000_000)):
        with pytest.raises(AvtalegenError, match="større enn") as told:
            hent(data)
        assert "laget av avtalegen" not in str(told.value)
