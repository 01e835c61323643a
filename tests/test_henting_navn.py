"""The files that a document carries: names that may lead astray, and what is not as we write it."""

from __future__ import annotations

import hashlib
import os
from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalegen.dokument.innhold import Attachment
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.henting.navn import named_after, placed
from avtalegen.skrivere.kildefiler import PART, html_comments, in_html, in_word, word_parts
from avtalegen.skrivere.word.tekst import Section
from tests import cli_support
from tests.cli_support import Run, names
from tests.hentprove import ARVING, made, repacked
from tests.i_ett import i_ett
from tests.tekstprove import TEGN

cli = cli_support.cli

BAD_NAMES = (
    *("/etc/passwd.yaml", "../a.yaml", "a/../../b.yaml", "a/./b.yaml", "a//b.yaml", "", ".", "..", "/"),
    *("C:/a.yaml", "C:a.yaml", "\\\\tjener\\del\\a.yaml", "..\\a.yaml", "a\\b.yaml", "a.yaml:strøm.yaml"),
    *("a\0.yaml", "a\n.yaml", "a\x1b[31m.yaml", "a\u202e.yaml", "a?.yaml", "a*.yaml", 'a".yaml', "a|b.yaml"),
    *("CON.yaml", "nul.yaml", "aux/a.yaml", "com1.x.yaml", "LPT¹.yaml", "a /b.yaml", "a./b.yaml", " a.yaml"),
    *(
        ".github/workflows/a.yaml",
        ".a.yaml",
        "a.sh",
        "a.yaml.exe",
        "Makefile",
        "a" * 300 + ".yaml",
        "a/" * 50 + "a.yaml",
    ),
)


@i_ett("name", BAD_NAMES, ids=range(len(BAD_NAMES)))
def test_a_name_that_may_lead_astray_on_some_system_is_refused(name: str) -> None:
    with pytest.raises(AvtalegenError, match="Ingenting er skrevet"):
        placed([Attachment("a.yaml", b""), Attachment(name, b"")])


@i_ett(
    ("name", "reason"),
    [
        ("a" * 196 + ".yaml", "Navnet er for langt."),
        ("a/" * 20 + "a.yml", "Navnet er for langt."),
        ("a\n.yaml", "Navnet har tegn som ikke kan brukes."),
        ("a?.yaml", "Navnet har tegn som ikke kan brukes."),
        ("../a.yaml", "Det fører ut av mappen filene skal legges i."),
        ("a//b.yaml", "Det fører ut av mappen filene skal legges i."),
        ("a/./b.yaml", "Det fører ut av mappen filene skal legges i."),
        (".git/a.yaml", "Skjulte filer og mapper blir ikke skrevet."),
        ("a/.b.yaml", "Skjulte filer og mapper blir ikke skrevet."),
        ("nul.yaml", "Windows kan ikke ha en fil med det navnet."),
        ("a /b.yaml", "Windows kan ikke ha en fil med det navnet."),
        ("a./b.yaml", "Windows kan ikke ha en fil med det navnet."),
        (" a.yaml", "Windows kan ikke ha en fil med det navnet."),
        ("a.sh", "Det er ikke navnet på en YAML-fil."),
    ],
    ids=range(14),
)
def test_a_name_is_refused_with_the_reason(name: str, reason: str) -> None:
    with pytest.raises(AvtalegenError) as told:
        placed([Attachment(name, b"")])
    assert str(told.value) == f"Dokumentet har en fil med navnet «{name[:200]}». {reason} Ingenting er skrevet."


@i_ett(
    "name", ["a" * 195 + ".yaml", "a/" * 19 + "a.yml", "A.YAML", "a b.yaml", "console.yaml", "com10.yaml", "a.b/c.yml"]
)
def test_a_name_that_every_system_can_have_is_used(name: str) -> None:
    assert placed([Attachment(name, b"x")]) == [(tuple(name.split("/")), b"x")]


def test_names_that_clash_are_told() -> None:
    with pytest.raises(AvtalegenError) as told:
        placed([Attachment("a/b.yaml", b""), Attachment("a/B.yaml", b"")])
    assert str(told.value) == (
        "To av filene i dokumentet har navn som ikke kan stå ved siden av hverandre. Ingenting er skrevet. "
        "Hent bare avtalen med «-o FIL»."
    )


@i_ett("other", ["A.yaml", "a.yaml", "ａ.yaml", "a.yaml/b.yaml"])
def test_two_names_of_one_file_are_refused(other: str) -> None:
    with pytest.raises(AvtalegenError, match="ved siden av hverandre"):
        placed([Attachment("a.yaml", b"1"), Attachment(other, b"2")])


@given(st.text(TEGN, max_size=30).map(lambda t: f"{t}.yaml"))
def test_a_name_that_is_used_stays_below_the_folder(name: str) -> None:
    try:
        ((parts, _),) = placed([Attachment(name, b"")])
    except AvtalegenError:
        return
    path = Path("/mappe").joinpath(*parts)
    assert os.path.normpath(path) == str(path)
    assert path.is_relative_to("/mappe")


@i_ett("document", [*BAD_NAMES, "felles.docx", "-", "x" * 400 + ".docx"], ids=str)
def test_the_name_of_the_document_never_makes_a_name_that_is_refused(document: str) -> None:
    files = [Attachment("b/avtale.yaml", b"1"), Attachment("b/felles.yaml", b"2")]
    assert len(placed(named_after(files, document))) == 2


@i_ett(
    ("own", "document", "expected"),
    [
        ("avtale.yaml", "ut/Flakstad.docx", "Flakstad.yaml"),
        ("avtaler/avtale.yaml", "Flakstad.docx", "avtaler/Flakstad.yaml"),
        ("avtaler/avtale.yaml", "felles.docx", "avtaler/felles.yaml"),
        ("avtale.yaml", "FELLES.docx", "avtale.yaml"),  # there is one of that name
        ("avtale.yaml", "con.docx", "avtale.yaml"),
    ],
)
def test_the_agreement_is_named_after_its_document_when_the_name_is_free(
    own: str, document: str, expected: str
) -> None:
    named = named_after([Attachment(own, b"1"), Attachment("felles.yaml", b"2")], document)
    assert named == [Attachment(expected, b"1"), Attachment("felles.yaml", b"2")]


@pytest.mark.parametrize("name", ["x/../../ute.yaml", "/ute.yaml", ".ute", "felles/../../ute.yaml", "ute\\.yaml"])
@pytest.mark.parametrize("format", ["docx", "html"])
def test_a_document_with_such_names_writes_nothing(cli: Run, tmp_path: Path, name: str, format: str) -> None:
    files = (Attachment("x/y/a.yaml", b"format: 1\n"), Attachment(name, b"x"))
    if format == "docx":
        data = repacked(made(), **{PART: word_parts(files, ())[PART]})
    else:
        data = "\n".join(["<!DOCTYPE html></html>", *html_comments(files)]).encode()
    (tmp_path / "d").write_bytes(data)
    code, out, err, _ = cli("hent", "d", "--til", "inne/ut")
    assert (code, out) == (3, "")
    assert err.startswith("Feil: Dokumentet har en fil med navnet «")
    assert "Ingenting er skrevet." in err
    assert names(tmp_path) == {"d"}


@pytest.mark.parametrize("in_the_way", ["felles", "felles/nordland.yaml/", "avtaler/fauske.yaml/"])
def test_what_lies_in_the_way_of_one_file_stops_them_all(cli: Run, tmp_path: Path, in_the_way: str) -> None:
    (tmp_path / "fauske.docx").write_bytes(made("docx", ARVING))
    there = tmp_path / "ut" / in_the_way
    (there if in_the_way.endswith("/") else there.parent).mkdir(parents=True)
    if not in_the_way.endswith("/"):
        there.write_text("x", encoding="utf-8")
    before = names(tmp_path / "ut")
    for options in ((), ("--overskriv",)):
        code, out, err, _ = cli("hent", "fauske.docx", "--til", "ut", *options)
        assert (code, out) == (3, "")
        assert err.startswith("Feil: Kunne ikke skrive «")
        assert names(tmp_path / "ut") == before


# ── What carries the files ──


@pytest.mark.parametrize(
    "files",
    [
        [Attachment(f"{n}.yaml", b"") for n in range(30)],
        [Attachment("a.yaml", b"x" * 6_000_000), Attachment("b.yaml", b"x" * 6_000_000)],
    ],
    ids=["too many", "too large"],
)
def test_more_files_than_an_agreement_has_are_none(files: list[Attachment]) -> None:
    assert in_word(word_parts(files, ())) is None
    page = "</html>\n" + "\n".join(html_comments(files))
    assert in_html(page.encode()) == ()
    assert in_html(page[: page.index("-->") + 3].encode()) == tuple(files[:1])


@pytest.mark.parametrize("change", [('sha256="', 'sha256="0'), ("</fil>", "!</fil>"), ("navn=", "name=")], ids=str)
def test_a_file_that_is_damaged_is_none(change: tuple[str, str]) -> None:
    xml = word_parts([Attachment("a.yaml", b"format: 1")], ())["customXml/item1.xml"].decode()
    assert change[0] in xml
    assert in_word({"customXml/item1.xml": xml.replace(*change).encode()}) is None


@i_ett(
    "kept",
    [
        b"",
        b"[[[[",
        b"[" * 100_000,
        b'[["a",1e999,[]]]',
        b'[["a",10,[]]]',
        b'[["a",-1,[]]]',
        b'[["a",true,[]]]',
        b'[["a","1",[]]]',
        b'[["a",1,[[]]]]',
        b"[[1,1,[]]]",
        b'{"a":1}',
        b"\xff",
    ],
    ids=str,
)
def test_text_that_is_kept_in_another_shape_is_lost_but_the_yaml_is_not(kept: bytes) -> None:
    parts = word_parts([Attachment("a.yaml", b"format: 1")], [Section("a", 1, ("b",))])
    xml = parts["customXml/item1.xml"].decode()
    start, end = xml.index("<tekst"), xml.index("</avtale>")
    other = f'<tekst sha256="{hashlib.sha256(kept).hexdigest()}">{b64encode(kept).decode()}</tekst>'
    carried = in_word({"customXml/item1.xml": (xml[:start] + other + xml[end:]).encode()})
    assert carried is not None
    assert (carried.files, carried.sections) == ((Attachment("a.yaml", b"format: 1"),), None)
