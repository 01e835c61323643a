"""What a document is made of: carried by every format, and what `--sjekk` goes by in a file that nobody has touched."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, make_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from avtalegen import skrivere
from avtalegen.dokument.innhold import (
    Attachment,
    Document,
    Heading,
    Items,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Picture,
    Signature,
    Signatures,
    Table,
    Text,
)
from avtalegen.skrivere.opphav import NAME, origin
from avtalegen.skrivere.pdf.fingeravtrykk import trace
from avtalegen.skrivere.stil import Style
from tests import cli_support
from tests.cli_support import ROOT, VALID, Run
from tests.dokumenteksempel import eksempel
from tests.grundig import antall, utvalg
from tests.i_ett import i_ett
from tests.test_word_pakke import rezip

cli = cli_support.cli

EVERYTHING = Document(
    "nb",
    "Avtale",
    "Undertittel",
    "Flakstad",
    "Emne",
    "2026-01-02",
    "Topptekst",
    "Side {page} av {pages}",
    (("Status", "Utkast"),),
    (
        Heading("h", 1, (Text("Én", bold=True, italic=True, language="se"), LineBreak()), language="nn"),
        Paragraph("p", (Link("lenke", "https://a.no"),), lead=True, language="nn"),
        Items("l", ((Paragraph("q", (Text("to"),)),),), ordered=True, language="nn"),
        Table("t", "Tabell", ((Text("a"),),), (((Text("b"),),),), language="nn"),
        Signatures("u", (Signature("s", "Politiet", "Kari", "sjef", "1. mai", "nn"),), "Sted", "Dato", "Underskrift"),
    ),
    "UTKAST",
    Picture(b"bilde", "våpen"),
    (Note("h", "råd", "les", "hint", "nn"),),
    "nn",
    "nn",
    (Attachment("avtale.yaml", b"format: 1\n"),),
)
FORMATS = tuple(skrivere.FORMATS)

STIL = Style(b"stil")
INGEN_STIL = Style(b"")


def test_documents_that_are_out_there_are_known_for_ever() -> None:
    """A class or a field that gets another name makes every document in the world outdated: this must not change."""
    assert origin(EVERYTHING, "docx", STIL) == "4e29a45406d08cb6721a5ebfe70ce992fea0cf444bc8a76abcb7d9fb4aad45a2"
    assert origin(EVERYTHING, "md", INGEN_STIL) == "e89b03d061bf878c18635f327f9a3c438e1fb2a4c07ca9018677abf0a560d7ec"


def variants(value: Any) -> list[Any]:
    """Return a part of a document with each thing in it changed in turn."""
    if is_dataclass(value) and not isinstance(value, type):
        named = [(field.name, getattr(value, field.name)) for field in fields(value)]
        return [replace(value, **{name: other}) for name, content in named for other in variants(content)]
    if isinstance(value, tuple):
        changed = [(*value[:n], other, *value[n + 1 :]) for n, item in enumerate(value) for other in variants(item)]
        return [*changed, value[1:], (*value, value[0])] if value else []
    if isinstance(value, bool):
        return [not value]
    return [value + 1 if isinstance(value, int) else value + b"x" if isinstance(value, bytes) else f"{value}x"]


def test_whatever_is_changed_in_a_document_is_another_origin() -> None:
    # Fields to sign in are for a file that people sign.
    changed = [document for document in variants(EVERYTHING) if not document.signature_fields]
    assert len(changed) > 80
    assert len({origin(document, "docx", STIL) for document in (EVERYTHING, *changed)}) == len(changed) + 1


def test_format_style_typefaces_and_fields_to_sign_in_are_part_of_it() -> None:
    made = [
        *(origin(EVERYTHING, format, STIL) for format in FORMATS),
        origin(EVERYTHING, "pdf", Style(b"en annen stil")),
        origin(EVERYTHING, "pdf", Style(b"stil", typefaces=(("a.ttf", b"skrift"),))),
        origin(EVERYTHING, "pdf", Style(b"stil", typefaces=(("a.ttf", b"en annen skrift"),))),
        origin(replace(EVERYTHING, signature_fields=True), "pdf", STIL),
    ]
    assert len(set(made)) == len(made)


def test_what_newer_versions_add_to_a_document_leaves_no_trace_until_it_is_used() -> None:
    known = [(field.name, field.type, field.default) for field in fields(Text)[1:]]
    newer = make_dataclass("Text", [("text", str), *known, ("struck", bool, False)])
    today, later, used = (
        origin(replace(EVERYTHING, blocks=(Paragraph("p", (text,)),)), "md", INGEN_STIL)
        for text in (Text("a", bold=True), newer("a", bold=True), newer("a", bold=True, struck=True))
    )
    assert today == later != used


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "docx"])
def test_notes_are_part_of_word_files_alone(format: str) -> None:
    assert origin(EVERYTHING, format, STIL) == origin(replace(EVERYTHING, notes=()), format, STIL)


def as_before(document: Document, format: str) -> bytes:
    """Return the file as avtalegen wrote it before it carried what it is made of."""
    style = skrivere.FORMATS[format].style
    content = (ROOT / "maler/stil" / style).read_bytes() if style else b""
    return skrivere.writer(format).write(document, Style(content))


@i_ett("format", FORMATS)
def test_a_file_carries_what_it_is_made_of_and_it_can_not_be_exchanged(format: str) -> None:
    data = skrivere.write(eksempel(), format)
    other = skrivere.write(replace(eksempel(), title="En annen"), format)
    assert data.count(NAME.encode()) == (2 if format == "pdf" else 1)
    assert skrivere.same(data, data, format)
    assert not skrivere.same(data, other, format)
    mine, yours = (next(iter(find(d, format))) for d in (data, other))
    assert mine != yours
    forged = rezip(data, lambda parts: exchange(parts, mine, yours)) if format == "docx" else data.replace(mine, yours)
    assert skrivere.state(data, format) == "urørt"
    assert skrivere.state(forged, format) == "endret"


def exchange(parts: dict[str, bytes], old: bytes, new: bytes) -> None:
    parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(old, new)


def find(data: bytes, format: str) -> set[bytes]:
    return set(re.findall(NAME.encode() + rb'(?:: |:|"><vt:lpwstr>)([0-9a-f]{64})', data))


@i_ett("format", FORMATS)
def test_a_file_from_before_is_ours_and_held_against_the_text(format: str) -> None:
    before = as_before(eksempel(), format)
    assert NAME.encode() not in before
    assert skrivere.state(before, format) == "urørt"
    assert skrivere.same(before, skrivere.write(eksempel(), format), format)
    other = replace(eksempel(), blocks=eksempel().blocks[:-1])
    assert not skrivere.same(before, skrivere.write(other, format), format)


# ── With `lag --sjekk` ──


@pytest.fixture
def folder(cli: Run, tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    return tmp_path


def rewritten(monkeypatch: pytest.MonkeyPatch, format: str, write: Callable[..., bytes]) -> None:
    """Let another version of the writer of a format write from now on."""
    monkeypatch.setattr(skrivere.writer(format), "write", write)


@pytest.mark.parametrize("format", FORMATS)
def test_another_version_that_says_the_same_makes_no_document_outdated(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    ours = skrivere.writer(format).write

    def other(document: Document, *given: Any) -> bytes:
        return bytes(ours(replace(document, title=f"{document.title} – skrevet på en annen måte"), *given))

    asked = ("lag", "a.yaml", "--format", format)
    assert cli(*asked).code == 0
    rewritten(monkeypatch, format, other)
    assert cli(*asked, "--sjekk").out.startswith("1 dokument er oppdatert.\n")
    (folder / "a.yaml").write_text(VALID.replace("1859", "1860"), encoding="utf-8")
    assert cli(*asked, "--sjekk").out.startswith(f"a.{format}: ikke det YAML-filen gir i dag\n")


@pytest.mark.parametrize("format", FORMATS)
def test_what_somebody_has_touched_is_not_fresh_though_it_is_made_of_the_same(
    cli: Run, folder: Path, format: str
) -> None:
    asked = ("lag", "a.yaml", "--format", format)
    cli(*asked)
    with (folder / f"a.{format}").open("ab") as file:
        file.write(b"\n")
    assert cli(*asked, "--sjekk").code == 1


def test_what_a_style_says_before_its_code_counts_unless_it_is_a_comment_in_typst() -> None:
    def told(format: str, style: bytes) -> str:
        return origin(EVERYTHING, format, Style(style))

    assert told("pdf", "// Kopi av vår stil: æøå\n#a".encode()) == told("pdf", b"#a")
    # Typst ends a comment at these too, and runs what stands behind them.
    for end in ("\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        assert told("pdf", f"// a{end}#b\n#a".encode()) != told("pdf", b"#a")
    assert told("html", b"//{} body{display:none}\nb{}") != told("html", b"b{}")


@pytest.mark.parametrize(
    "piece", utvalg([b"xref\n0 1\n0000000000 \n", b"nstanceID>", b"/Creator (", b"<pdf:Keywords>a"], 2)
)
def test_what_a_crafted_pdf_tells_takes_no_longer_than_it_is_long(piece: bytes) -> None:
    # Were each piece held against all that follows it, this would take hours; the guard in conftest.py would end it.
    made = trace(b"%PDF-1.7\n" + piece * (antall(2_000_000, 20_000_000) // len(piece)))
    assert made.origin is None
