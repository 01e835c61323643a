"""The PDF as a file: hostile text, who made it, and its bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from avtalegen.dokument.innhold import (
    Heading,
    Items,
    Link,
    Paragraph,
    Picture,
    Signature,
    Signatures,
    Table,
    Text,
)
from avtalegen.dokument.skrift import showable
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere import write as write_format
from avtalegen.skrivere.pdf import prosess
from avtalegen.skrivere.pdf.skriver import fingerprint_state, write
from avtalegen.skrivere.stil import Style
from tests.cli_support import posix_only
from tests.dokumenteksempel import AVTALE, blokker, eksempel, våpen
from tests.grundig import antall, grundig
from tests.i_ett import i_ett
from tests.pdfprove import BARE, HOSTILE, ROOT, STIL, med, pages, text

# ── Hostile text ──


@i_ett("hostile", HOSTILE)
def test_what_looks_like_markup_is_shown_as_it_is_in_every_place(hostile: str) -> None:
    t = (Text(hostile),)
    document = med(
        Heading(hostile, 1, t),
        Paragraph(hostile, (*t, Link(hostile, "https://a.no"))),
        Items(hostile, ((Paragraph(hostile, t),),), ordered=True),
        Table(hostile, hostile, (t,), ((t,),)),
        Signatures(hostile, (Signature(hostile, hostile, hostile, hostile, hostile),), hostile, hostile, hostile),
        title=hostile,
        subtitle=hostile,
        facts=((hostile, hostile),),
        picture=Picture(våpen(4, 5), hostile),
    )
    assert text(document).count(re.sub(r"\s", "", hostile)) >= 14
    reader = PdfReader(BytesIO(write(document, STIL)))
    assert reader.metadata is not None
    assert reader.metadata.title == hostile
    assert reader.pages[0].mediabox.width == pytest.approx(595.28, abs=0.1)


def test_a_sign_without_glyph_is_a_box_and_an_invisible_one_is_left_out() -> None:
    assert showable("a😀b\u202ec\x00d\ufeff\u200be") == "a□bcde"
    assert showable("a\u030a") == "å"
    assert "a□b" in text(med(Paragraph("p", (Text("a😀b"),))))


def test_a_word_that_no_line_has_room_for_is_broken_inside_the_margins() -> None:
    cells = tuple((Text("z" * 90),) for _ in range(6))
    most = antall(2_000, 10_000)
    long = (Text("x" * most), Link("y" * 500, f"https://a.no/{'v' * 500}"))
    document = med(Paragraph("p", long), Table("t", "", cells, (cells,)), title="w" * 200)
    rightmost = 0.0

    def shown(run: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        nonlocal rightmost
        rightmost = max(rightmost, float(tm[4])) if run.strip() else rightmost

    reader = PdfReader(BytesIO(write(document, STIL)))
    said = re.sub(r"\s", "", "".join(page.extract_text(visitor_text=shown) for page in reader.pages))
    assert [said.count(letter) >= n for letter, n in (("x", most), ("y", 500), ("z", 1080), ("w", 200))] == [True] * 4
    assert 0 < rightmost < 595 - 76


any_text = st.text(st.characters(exclude_categories=()), max_size=60) | st.sampled_from(HOSTILE)


@settings(max_examples=antall(5, 300), deadline=None)
@given(any_text, any_text, any_text)
def test_any_text_in_any_place_gives_a_file_that_is_ours(first: str, second: str, third: str) -> None:
    t = (Text(first), Link(second, f"https://a.no/{third}"), Text(third, bold=True, italic=True))
    document = med(
        Heading(first, 2, t, language="se"),
        Paragraph(second, t, lead=True, language="nn"),
        Items(third, ((Paragraph(first, t, language="en"), Items("i", ((Paragraph("p", t),),), ordered=True)), ())),
        Table(first, second, (t, ()), ((t,), ())),
        Signatures(first, (Signature(first, second, third, None, first),) * 3, first, second, third),
        **{"title": first, "subtitle": second, "author": third, "subject": first, "date": second},
        **{"header": third, "page_label": second, "facts": ((first, second),), "mark": third},
    )
    data = write(document, STIL)
    assert fingerprint_state(data) == "urørt"
    assert len(PdfReader(BytesIO(data)).pages) > 0


# ── Who made a PDF ──


def test_the_creator_of_a_pdf_is_avtalegen_and_no_version_of_anything() -> None:
    data = write_format(eksempel(), "pdf")
    reader = PdfReader(BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.creator == "avtalegen"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.xmp_creator_tool == "avtalegen"
    assert b"Typst" not in data


def test_a_title_that_looks_like_the_creator_stays_as_it_is() -> None:
    title = "/Creator(Typst 9) </xmp:CreatorTool>"
    reader = PdfReader(BytesIO(write_format(replace(eksempel(), title=title), "pdf")))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.creator) == (title, "avtalegen")


def test_a_pdf_has_an_identity_of_its_own() -> None:
    one, other = (write_format(replace(eksempel(), subject=subject), "pdf") for subject in ("a", "b"))
    (mine, yours) = (PdfReader(BytesIO(data)).xmp_metadata for data in (one, other))
    assert mine is not None
    assert yours is not None
    assert mine.xmpmm_instance_id != yours.xmpmm_instance_id
    assert mine.xmpmm_instance_id.encode() in one[one.rindex(b"/ID[") :]


# ── The bytes ──


@grundig  # in `make test` a whole agreement is made in all formats, in test_cli_sjekk.py
def test_equal_documents_are_equal_bytes_in_every_process_and_time_zone() -> None:
    program = (
        "import hashlib; from avtalegen.skrivere import write; from tests.dokumenteksempel import eksempel;"
        "print(hashlib.sha256(write(eksempel(), 'pdf')).hexdigest())"
    )
    digests = set()
    for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/Los_Angeles")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", program]
        ran = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True)
        digests.add(ran.stdout)
    assert len(digests) == 1


def test_equal_documents_are_equal_bytes() -> None:
    assert write_format(eksempel(), "pdf") == write_format(eksempel(), "pdf")


@pytest.mark.parametrize("day", [None, "", "i fjor"])
def test_a_file_without_a_day_tells_none(day: str | None) -> None:
    fake = "/ModDate(D:20010203000000Z)/CreationDate(D:20010203000000Z) <xmp:CreateDate>x</xmp:CreateDate>"
    data = write(med(date=day, title=fake, author=fake), STIL)
    reader = PdfReader(BytesIO(data))
    info, xmp = reader.metadata, reader.xmp_metadata
    assert info is not None
    assert xmp is not None
    assert (info.creation_date, info.modification_date) == (None, None)
    assert (xmp.xmp_create_date, xmp.xmp_modify_date) == (None, None)
    assert info.title == info.author == fake
    assert b"<stEvt:when>" not in data
    assert b"20000101" not in data
    assert b"2000-01-01" not in data
    assert fingerprint_state(data) == "urørt"


def test_a_file_with_a_day_tells_that_one() -> None:
    data = write(med(date="2025-01-15"), STIL)
    assert data.count(b"(D:20250115000000Z)") == 2
    assert data.count(b">2025-01-15T00:00:00Z<") == 4


def test_a_file_is_untouched_until_any_byte_of_it_is_changed() -> None:
    data = write(eksempel(), STIL)
    assert fingerprint_state(data) == "urørt"
    assert fingerprint_state(data + b"\n") == "endret"
    for at in range(10, len(data), len(data) // 40):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        assert fingerprint_state(changed) != "urørt"


@i_ett("data", [b"", b"%PDF-1.7\n%%EOF", b"PK\x03\x04", b"avtalegen-fingeravtrykk:" + b"0" * 64])
def test_what_avtalegen_never_wrote_is_foreign(data: bytes) -> None:
    assert fingerprint_state(data) == "fremmed"


def test_what_typst_refuses_is_one_message_in_norwegian() -> None:
    with pytest.raises(AvtalegenError, match=r"kunne ikke lages\. Typst sier: .*\. Lag et annet format så lenge\."):
        write(BARE, Style(b"#let dokument = 1 +"))


@grundig  # in `make test` styles that never end are stopped, in test_stiler_fiendtlig.py
@pytest.mark.parametrize("bound", ["time", pytest.param("memory", marks=posix_only)])
def test_a_document_that_is_too_much_is_stopped_and_the_next_is_made(
    monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    code = "for i in range(100000) { for j in range(100000) { let x = i } }" if bound == "time" else "range(1000000000)"
    prosess.stop()  # a process that has been used is not blamed before it has been tried anew
    with monkeypatch.context() as hasty:
        hasty.setattr(prosess, "LONGEST", 0.2 if bound == "time" else 15.0)
        with pytest.raises(AvtalegenError, match=r"PDF-en ble stoppet: den tok mer enn .* eller mer enn 600 MB minne"):
            write(BARE, Style(STIL.content + f"\n#let _x = {code}\n".encode()))
    assert write(BARE, STIL) == write(BARE, STIL)


def test_nothing_is_left_for_python_to_take_away_at_its_end() -> None:
    program = "from pathlib import Path; from avtalegen.skrivere.pdf import prosess; prosess._worker(Path(), ())"
    ran = subprocess.run([sys.executable, "-W", "error", "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


@grundig  # a style of ones own is tried in test_egne_stiler.py
def test_a_style_can_change_the_look_without_changing_what_is_said() -> None:
    document = med(*blokker(AVTALE))
    larger = PdfReader(BytesIO(write(document, Style(STIL.content.replace(b"size: 11pt", b"size: 14pt")))))
    assert len(larger.pages) > len(pages(document))
    assert "Rus og utenforskap blant unge" in "".join(page.extract_text() for page in larger.pages)
