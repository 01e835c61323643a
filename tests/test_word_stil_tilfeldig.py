"""A Word style with odd values in it: it is used or refused, and whatever is written is whole."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from avtalegen.dokument.innhold import Document, Note
from avtalegen.dokument.maler import Maler
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere import tried
from avtalegen.skrivere.prove import PRØVE
from avtalegen.skrivere.stil import Style, StyleError
from avtalegen.skrivere.word.pakke import open_style
from avtalegen.skrivere.word.skriver import write
from tests.dokumenteksempel import eksempel
from tests.grundig import antall, utvalg
from tests.i_ett import i_ett
from tests.wordprove import STIL, Skrevet

with zipfile.ZipFile(BytesIO(STIL)) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist()}
WITH_NOTES = replace(eksempel(), notes=(Note(None, "Råd", "Tekst", None, "nb"),))
Change = Callable[[bytes], bytes]


def packed(**changed: bytes) -> bytes:
    """Return our style with parts exchanged."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in {**PARTS, **changed}.items():
            archive.writestr(name, data)
    return target.getvalue()


def changed(name: str, *changes: tuple[str, str]) -> bytes:
    """Return our style with a part in which each pattern is replaced, wherever it is found."""
    text = PARTS[name].decode()
    for pattern, new in changes:
        text, times = re.subn(pattern, lambda _, new=new: new, text)
        assert times, pattern
    return packed(**{name: text.encode()})


def whole(document: Document, style: bytes) -> Skrevet:
    """Write a document; all its parts are XML, and there is one of each."""
    written = Skrevet(document, style)
    with zipfile.ZipFile(BytesIO(written.data)) as archive:
        names = archive.namelist()
    assert len({name.casefold() for name in names}) == len(names)
    for name, data in written.parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    return written


@pytest.mark.parametrize("value", ["abc", "", "-1", "1.0", "٣", "9" * 5000, "9999999999"])
@pytest.mark.parametrize(("part", "pattern"), [("numbering", '<w:num w:numId="'), ("styles", '<w:numId w:val="')])
def test_an_odd_number_in_the_lists_is_told(part: str, pattern: str, value: str) -> None:
    style = changed(f"word/{part}.xml", (f'{pattern}[0-9]+"', f'{pattern}{value}"'))
    with pytest.raises(StyleError) as caught:
        open_style(style)
    assert "en id i nummereringen er " in caught.value.message
    assert len(caught.value.message) < 200
    assert caught.value.hint == "LES-MEG.md i maler/stil/ sier hva den må ha."


def renamed(name: str, id: str) -> bytes:
    """Return our style with another id for the style called `name`."""
    styles = PARTS["word/styles.xml"].decode()
    found = re.search(rf'w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="{name}"', styles, re.IGNORECASE)
    assert found
    return changed("word/styles.xml", (f'w:styleId="{found[1]}"', f'w:styleId="{id}"'))


@i_ett(
    ("name", "id"),
    utvalg(
        product(
            ["List Bullet", "List Number", "Ledetekst", "Title", "Heading 1"],
            ["a'b", "a' or '1'='1", "]", "{x}y", "ø å", "x" * 300],
        ),
        6,
    ),
)
def test_any_style_id_will_do(name: str, id: str) -> None:
    style = renamed(name, id)
    written = whole(WITH_NOTES, style)
    assert id.encode() in written.parts["word/styles.xml"]
    assert not list(tried(Maler("maler", stiler=(("avtale.docx", style),))))


def test_the_note_on_the_title_hangs_there_whatever_its_style_is_called() -> None:
    (paragraph,) = whole(WITH_NOTES, renamed("Title", "Tittel'en")).find("//w:p[w:commentRangeStart]")
    assert "".join(paragraph.itertext()) == WITH_NOTES.title


def test_a_style_without_an_id_is_missing() -> None:
    style = changed("word/styles.xml", (' w:styleId="Ledetekst"', ""))
    with pytest.raises(StyleError, match="den mangler «Ledetekst»"):
        open_style(style)


@pytest.mark.parametrize("side", ["20000", "-99999", "9" * 400])
def test_margins_that_leave_no_room_are_told(side: str) -> None:
    style = changed("word/document.xml", ('w:left="[0-9]+"', f'w:left="{side}"'))
    with pytest.raises(StyleError, match="det er ikke plass til tekst mellom margene"):
        open_style(style)


@i_ett(
    "name", ["word/topptekst.xml", "docProps/core.xml", "WORD/Comments.xml", "customXml/item1.xml", "word/document.xml"]
)
def test_a_part_never_takes_the_place_of_one_of_ours(name: str) -> None:
    place = f"/{name}".encode()
    relations = PARTS["word/_rels/document.xml.rels"].replace(b'"fontTable.xml"', b'"%s"' % place)
    types = PARTS["[Content_Types].xml"]
    more = {"word/_rels/document.xml.rels": relations}
    if name not in PARTS:
        more |= {"[Content_Types].xml": types.replace(b"/word/fontTable.xml", place), name: PARTS["word/fontTable.xml"]}
    style = packed(**more)
    with pytest.raises(StyleError, match=r"delen «.*» har et navn som avtalegen bruker selv"):
        open_style(style)


NASTY = (
    "",
    "'",
    "a'b",
    "&quot;",
    "&lt;&amp;",
    "abc",
    "-1",
    "9" * 5000,
    "1e9",
    "0",
    "../x",
    "/x",
    "å",
    "rId1",
    "&#10;",
    "&x;",
)


def attribute(at: int, value: str) -> Change:
    """Give the attribute that stands there another value."""

    def change(data: bytes) -> bytes:
        places = [*re.finditer(rb'="([^"]*)"', data)]
        place = places[at % len(places)]
        return data[: place.start(1)] + value.encode() + data[place.end(1) :]

    return change


def element(at: int, times: int) -> Change:
    """Take away the element without content that stands there, or repeat it."""

    def change(data: bytes) -> bytes:
        places = [*re.finditer(rb"<[^/?!>][^>]*/>", data)] or [*re.finditer(rb"<[^>]*>", data)]
        place = places[at % len(places)]
        return data[: place.start()] + place[0] * times + data[place.end() :]

    return change


def raw(at: int, new: bytes, length: int) -> Change:
    """Put bytes in the place of others."""
    return lambda data: data[: at % len(data)] + new + data[at % len(data) + length :]


places = st.integers(0, 100_000)
changes = (
    st.builds(attribute, places, st.sampled_from(NASTY))
    | st.builds(element, places, st.sampled_from((0, 2)))
    | st.builds(raw, places, st.sampled_from((b"", b"<", b"\0", b"\xff", b"<!DOCTYPE a>")), st.integers(0, 9))
)
mutations = st.lists(st.tuples(st.sampled_from(sorted(PARTS)), changes), min_size=1, max_size=4)


@settings(max_examples=antall(12, 1500), deadline=None)
@given(mutations)
@example([("word/numbering.xml", attribute(-1, "abc"))])
def test_a_style_is_used_or_refused_whatever_is_changed_in_it(mutations: list[tuple[str, Change]]) -> None:
    parts = dict(PARTS)
    for name, change in mutations:
        parts[name] = change(parts[name]) if parts[name] else parts[name]
    style = packed(**parts)
    try:
        open_style(style)
    except StyleError:
        with pytest.raises(AvtalegenError):
            write(PRØVE, Style(style))
        return
    whole(WITH_NOTES, style)
