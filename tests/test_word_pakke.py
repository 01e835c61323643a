"""The file around the text: the style file, equal bytes for equal input, and the fingerprint."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as Opened
from docx.shared import Mm, Pt
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from avtalegen.dokument.innhold import Document, Items, Link, Paragraph, Text
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.word.pakke import REQUIRED_STYLES
from avtalegen.skrivere.word.skriver import fingerprint_state, write
from tests.dokumenteksempel import eksempel
from tests.grundig import grundig
from tests.i_ett import i_ett
from tests.wordprove import BARE, NS, STIL, Skrevet, med, w

ROOT = Path(__file__).parent.parent
WRITTEN = write(eksempel(), Style(STIL))


def rezip(data: bytes, change: Callable[[dict[str, bytes]], None], compression: int = zipfile.ZIP_STORED) -> bytes:
    """Pack the file anew after a change to its parts."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    target = BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def redesigned(change: Callable[[Opened], None]) -> bytes:
    """The style file after a designer's change."""
    opened = docx.Document(BytesIO(STIL))
    change(opened)
    target = BytesIO()
    opened.save(target)
    return target.getvalue()


# -- equal input, equal bytes -----------------------------------------------------------------------------------


def test_the_same_document_gives_the_same_bytes_again() -> None:
    assert write(eksempel(), Style(STIL)) == WRITTEN


@grundig  # in `make test`, test_cli_sjekk.py makes a whole agreement in all formats
@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "0"},
    ],
)
def test_time_zone_and_hash_seed_leave_no_trace(surroundings: dict[str, str], tmp_path: Path) -> None:
    program = (
        "import hashlib; from tests.dokumenteksempel import eksempel; from tests.wordprove import Skrevet;"
        "print(hashlib.sha256(Skrevet(eksempel()).data).hexdigest())"
    )
    environment = {**os.environ, **surroundings, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert ran.stdout.decode().strip() == hashlib.sha256(WRITTEN).hexdigest()


def test_nothing_in_the_archive_depends_on_the_machine() -> None:
    with zipfile.ZipFile(BytesIO(WRITTEN)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert len(set(archive.namelist())) == len(archive.namelist())
        facts = {(e.date_time, e.create_system, e.external_attr, e.compress_type) for e in archive.infolist()}
    assert facts == {((1980, 1, 1, 0, 0, 0), 3, 0o644 << 16, zipfile.ZIP_STORED)}


def test_one_document_leaves_nothing_in_the_next() -> None:
    write(eksempel(), Style(STIL))
    plain = Skrevet(BARE)
    assert plain.relations("hyperlink") == plain.relations("image") == {}
    assert plain.values("//w:num/@w:numId", "word/numbering.xml") == ["1", "2", "3"]
    assert not any(name.startswith("word/media/") for name in plain.parts)
    assert not any(b"Fjelldal" in part for name, part in plain.parts.items() if name != "docProps/core.xml")


def test_documents_written_side_by_side_do_not_mix() -> None:
    def variant(n: int) -> Document:
        link = Paragraph("p", (Text(f"Nummer {n}"), Link("lenke", f"https://nr{n}.example")))
        lists = tuple(Items(f"l{i}", ((link,),), ordered=True) for i in range(n))
        if n % 3 == 0:
            return eksempel(mark=f"NR {n}")
        return replace(BARE, title=f"Avtale {n}", blocks=(link, *lists), language="nn" if n % 2 else "nb")

    in_turn = [write(variant(n), Style(STIL)) for n in range(12)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda n: write(variant(n % 12), Style(STIL)), range(36)))
    assert len(set(in_turn)) == 12
    assert together == in_turn * 3


# -- the style file ---------------------------------------------------------------------------------------------


def test_the_style_file_is_lean_and_holds_no_text() -> None:
    assert len(STIL) < 10_000
    opened = docx.Document(BytesIO(STIL))
    assert [p.text for p in opened.paragraphs] == [""]
    assert not opened.tables


def test_the_readme_names_every_style_that_the_writer_uses_and_no_other() -> None:
    word, _, _ = (ROOT / "maler/stil/LES-MEG.md").read_text(encoding="utf-8").partition("\n## PDF\n")
    lines = word.split("\n")
    rows = [line.split("|")[1] for line in lines if line.startswith("| ") and not line.startswith("| Stil |")]
    named = [name.strip() for row in rows for name in row.partition("(")[0].split(",")]
    assert sorted(named) == sorted(REQUIRED_STYLES)


def test_every_style_in_a_document_comes_from_the_style_file() -> None:
    skrevet = Skrevet(eksempel())
    used = set(skrevet.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert used <= set(skrevet.values("//w:style/@w:styleId", "word/styles.xml"))
    assert {"Title", "Tabelltekst", "Hyperlink", "Signaturtabell"} <= used


def test_a_designer_s_changes_are_in_the_document() -> None:
    def change(opened: Opened) -> None:
        opened.styles["Heading 1"].font.size = Pt(31)
        opened.sections[0].left_margin = Mm(40)
        opened.sections[0].header.paragraphs[0].text = "Topptekst fra stilfilen"
        opened.paragraphs[0].text = "Tekst fra stilfilen"
        opened.settings.odd_and_even_pages_header_footer = True

    skrevet = Skrevet(eksempel(), redesigned(change))
    assert skrevet.values("//w:style[@w:styleId='Heading1']/w:rPr/w:sz/@w:val", "word/styles.xml") == ["62"]
    assert skrevet.values("//w:pgMar/@w:left") == ["2268"]
    grid = skrevet.find("//w:tbl")[0].findall("w:tblGrid/w:gridCol", NS)
    assert sum(int(c.get(w("w"))) for c in grid) == 11906 - 2268 - 1531
    assert not any(b"fra stilfilen" in part for part in skrevet.parts.values())
    assert len(skrevet.find("//w:sectPr/w:headerReference")) == 1
    assert skrevet.find("//w:evenAndOddHeaders", "word/settings.xml") == []


def test_a_style_file_that_avtalegen_wrote_can_be_used_as_one() -> None:
    assert Skrevet(BARE, WRITTEN).parts["word/document.xml"] == Skrevet(BARE).parts["word/document.xml"]


def test_a_style_that_is_missing_is_named() -> None:
    def change(opened: Opened) -> None:
        for name in ("Faktalinje", "List Number 3"):
            opened.styles[name].delete()

    with pytest.raises(AvtalegenError, match="den mangler «List Number 3», «Faktalinje»"):
        write(BARE, Style(redesigned(change)))


def test_a_list_style_without_a_list_is_an_error() -> None:
    def change(opened: Opened) -> None:
        properties = opened.styles["List Number"].element.pPr
        properties.remove(properties.numPr)

    with pytest.raises(AvtalegenError, match="«List Number» er ikke knyttet til en liste"):
        write(BARE, Style(redesigned(change)))


@i_ett("style", [b"", b"PK", STIL[:2000], rezip(STIL, lambda p: p.pop("word/numbering.xml") and None)], ids=range(4))
def test_a_style_file_that_is_no_word_file_is_one_clear_error(style: bytes) -> None:
    with pytest.raises(AvtalegenError, match="ikke en hel Word-fil"):
        write(BARE, Style(style))


# -- the fingerprint --------------------------------------------------------------------------------------------


def test_a_file_as_written_is_untouched() -> None:
    assert fingerprint_state(WRITTEN) == "urørt"
    assert fingerprint_state(med().data) == "urørt"


def test_other_packing_and_order_of_the_same_parts_is_untouched() -> None:
    def reverse(parts: dict[str, bytes]) -> None:
        for name in reversed(list(parts)):
            parts[name] = parts.pop(name)

    assert fingerprint_state(rezip(WRITTEN, reverse, zipfile.ZIP_DEFLATED)) == "urørt"


def test_a_file_saved_by_another_program_is_changed() -> None:
    opened = docx.Document(BytesIO(WRITTEN))
    target = BytesIO()
    opened.save(target)
    assert fingerprint_state(target.getvalue()) == "endret"


@i_ett(
    "change",
    [
        lambda parts: parts.update({"word/document.xml": parts["word/document.xml"].replace(b"Holm", b"Hulm")}),
        lambda parts: parts.update({"word/ny.xml": b""}),
        lambda parts: parts.pop("word/fontTable.xml"),
        lambda parts: parts.update({"word/fontTaule.xml": parts.pop("word/fontTable.xml")}),
        lambda parts: parts.update(
            {"docProps/custom.xml": parts["docProps/custom.xml"].replace(b'pid="2"', b'pid="3"')}
        ),
    ],
    ids=["text", "added", "removed", "renamed", "property"],
)
def test_any_change_to_any_part_is_seen(change: Callable[[dict[str, bytes]], None]) -> None:
    assert fingerprint_state(rezip(WRITTEN, change)) == "endret"


ENTITIES = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">%s]><Properties><property name="&z;"/></Properties>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(25)
)


@i_ett("properties", [b"", b"<", b"\xff\xfe", b"<a/>", ENTITIES, b"<a>" * 100_000])
def test_properties_that_are_not_ours_are_foreign(properties: bytes) -> None:
    data = rezip(WRITTEN, lambda parts: parts.update({"docProps/custom.xml": properties}))
    assert fingerprint_state(data) == "fremmed"


def test_a_word_file_from_elsewhere_is_foreign() -> None:
    target = BytesIO()
    docx.Document().save(target)
    assert fingerprint_state(target.getvalue()) == "fremmed"
    assert fingerprint_state(STIL) == "fremmed"


def test_a_bomb_is_foreign_and_stays_packed() -> None:
    bomb = rezip(WRITTEN, lambda p: p.update({"word/stor.xml": b"\0" * 60_000_000}), zipfile.ZIP_DEFLATED)
    assert len(bomb) < 200_000
    assert fingerprint_state(bomb) == "fremmed"
    many = rezip(WRITTEN, lambda p: p.update({f"word/{n}.xml": b"" for n in range(600)}))
    assert fingerprint_state(many) == "fremmed"


def test_a_file_with_two_parts_of_one_name_is_foreign() -> None:
    target = BytesIO(WRITTEN)
    with (
        pytest.warns(UserWarning, match="Duplicate name"),
        zipfile.ZipFile(target, "a") as archive,
    ):
        archive.writestr("word/document.xml", b"<noe annet/>")
    assert fingerprint_state(target.getvalue()) == "fremmed"


@given(st.binary(max_size=200))
@example(b"")
@example(b"PK\x05\x06" + b"\0" * 18)
@example(WRITTEN[:-30])
def test_bytes_that_are_no_archive_are_foreign(data: bytes) -> None:
    assert fingerprint_state(data) == "fremmed"


@given(st.integers(0, len(WRITTEN) - 1), st.integers(1, 255))
def test_one_damaged_byte_never_raises(at: int, change: int) -> None:
    damaged = bytearray(WRITTEN)
    damaged[at] ^= change
    assert fingerprint_state(bytes(damaged)) in ("urørt", "endret", "fremmed")


def test_the_fingerprint_is_where_word_keeps_a_file_s_own_properties() -> None:
    skrevet = Skrevet(eksempel())
    (name,) = skrevet.values("//@name", "docProps/custom.xml")
    assert name == "avtalegen-fingeravtrykk"
    assert len("".join(etree.fromstring(skrevet.parts["docProps/custom.xml"]).itertext())) == 64
