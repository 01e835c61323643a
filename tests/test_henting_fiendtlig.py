"""Documents made to harm: bombs, lies and rings. A message in Norwegian, soon, in little room."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalegen.cli import _endringer
from avtalegen.dokument.innhold import Attachment
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.henting import Hentet, hent
from avtalegen.henting.forskjell import differences
from avtalegen.skrivere.kildefiler import DESCRIPTIONS, PART, word_parts
from avtalegen.skrivere.word.tekst import Section
from tests import cli_support
from tests.cli_support import ROOT, environment, posix_only
from tests.grundig import GRUNDIG, antall, grundig, noen_raskt, utvalg
from tests.hentprove import W, made, part, repacked
from tests.skritt import steps

cli = cli_support.cli

MOST_STEPS = 40_000_000
"""The costliest case needs half of it, which takes two seconds."""


@cache
def docx() -> bytes:
    return made()


@cache
def html() -> bytes:
    return made("html")


@cache
def pdf_file() -> bytes:
    return made("pdf", pdf_standard="a-3a")


LOL = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
XXE = '<!DOCTYPE l [<!ENTITY j SYSTEM "file:///etc/passwd">'


SLOW = {
    *("a size that is a lie", "a bomb in a bomb", "a million dictionaries inside each other", "a million files"),
    *("many paragraphs", "many rows", "a long heading above many", "nothing but dots", "a bomb", "many entries"),
    *("a bomb in another compression", "a great many headings", "a great many objects and no table"),
    "too many paragraphs",
    *("many filters", "styles that build on each other", "a footnote again and again", "a great many sections"),
}


def quick(cases: Iterable[str]) -> list[str]:
    """The cases without those that take seconds, unless all shall be tried."""
    return [name for name in cases if GRUNDIG or name not in SLOW]


def each(cases: Iterable[str]) -> list[Any]:
    """The cases as parameters; those that take seconds, `make test` has no time for."""
    return noen_raskt(cases, [name for name in cases if name not in SLOW])


def document(body: str, head: str = "") -> bytes:
    return repacked(
        docx(), **{"word/document.xml": f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'}
    )


def text(content: str) -> str:
    return f"<w:p><w:r><w:t>{content}</w:t></w:r></w:p>"


ROW = f"<w:tr><w:tc>{text('x')}</w:tc></w:tr>"


def archive(entries: dict[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with ZipFile(target, "w", compression) as made_:
        for name, data in entries.items():
            made_.writestr(name, data)
    return target.getvalue()


def ring_of_styles() -> bytes:
    styles = (
        f"<w:style w:type='paragraph' w:styleId='{n}'><w:basedOn w:val='{n + 1}'/></w:style>" for n in range(35_000)
    )
    return repacked(docx(), **{"word/styles.xml": f'<w:styles xmlns:w="{W}">{"".join(styles)}</w:styles>'})


def carrying(*sections: Section, body: str = "") -> bytes:
    """A Word file with this text, that says it was written with these sections."""
    carried = word_parts(hent(docx()).filer, sections)[PART].decode()
    return repacked(document(body), **{PART: carried})


def referring(times: int, length: int) -> bytes:
    """A Word file that refers to one footnote so many times."""
    rels = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1">{text("ab " * length)}</w:footnote></w:footnotes>'
    related = f'<Relationship Id="fn" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    references = '<w:footnoteReference w:id="1"/>' * times
    return repacked(
        document(f"<w:p>{references}</w:p>"),
        **{"word/footnotes.xml": note, rels: part(docx(), rels).replace("</Relationships>", related)},
    )


def headings(count: int, length: int = 1) -> str:
    level = '<w:p><w:pPr><w:outlineLvl w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    return level.format(0, "x" * length) + level.format(1, "y") * count


def lying() -> bytes:
    """An archive that says of its largest part that it is small."""
    data = archive({"word/document.xml": b"\0" * 200_000_000})
    return data.replace((200_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))


# What is made of each: None where the YAML can be had all the same, and the text is what is broken.
WORD: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "entities that grow": (lambda: document(text("&j;"), LOL + "]>"), None),
    "entities that grow, in UTF-16": (
        lambda: repacked(docx(), **{"word/document.xml": f"{LOL}]><a>&j;</a>".encode("utf-16")}),
        None,
    ),
    "an entity that is a file": (lambda: document(text("&j;"), XXE + "]>"), None),
    "entities in what carries the YAML": (
        lambda: repacked(
            docx(), **{"customXml/item1.xml": f'{LOL}]><avtale xmlns="urn:avtalegen:kilde:1">&j;</avtale>'}
        ),
        "har ikke YAML-filen i seg",
    ),
    "a million elements inside each other": (lambda: document("<w:p>" * 1_000_000), None),
    "too many paragraphs": (lambda: document("<w:p/>" * 5_000_000), None),
    "many paragraphs": (lambda: document(text("x") * 100_000), None),
    "many rows": (lambda: document("<w:tbl>" + ROW * 50_000 + "</w:tbl>"), None),
    "styles that build on each other": (ring_of_styles, None),
    "levels without an end": (lambda: carrying(*(Section("a", n, ()) for n in range(12_000))), None),
    "a great many sections": (lambda: carrying(*(Section("a", n % 10, ()) for n in range(50_000))), None),
    "a great many headings": (lambda: document(headings(45_000)), None),
    "a long heading above many": (lambda: document(headings(4_000, 1_000_000)), None),
    "a footnote again and again": (lambda: referring(30_000, 300_000), None),
    "nothing but dots": (
        lambda: carrying(Section("Forsiden", 0, (".",) * 25_000), body=text("-") * 25_000),
        None,
    ),
    "a bomb": (lambda: repacked(docx(), **{"word/media/x.png": b"\0" * 300_000_000}), "større enn et dokument"),
    "a bomb in another compression": (lambda: archive({"x": b"\0" * 100_000_000}, ZIP_LZMA), "Word ikke bruker"),
    "a size that is a lie": (lying, "skadet"),
    "many entries": (lambda: archive({str(n): b"" for n in range(50_000)}), "større enn et dokument"),
    "an archive in itself": (lambda: archive({"word/document.xml": docx()}), "Det er ikke laget av avtalegen"),
    "half a file": (lambda: docx()[: len(docx()) // 2], "skadet"),
    "names that lead out": (lambda: archive({"../../x": b"", "/etc/passwd": b""}), "Det er ikke laget av avtalegen"),
    "no main part": (lambda: repacked(docx(), **{"word/document.xml": None}), None),
    "parts that are related in a ring": (
        lambda: repacked(
            docx(), **{"_rels/.rels": part(docx(), "_rels/.rels").replace("word/document.xml", "../_rels/.rels")}
        ),
        None,
    ),
}


def soon(data: bytes) -> Hentet | str:
    """What is made of a document, or the message; and what is told of it takes few steps too."""
    try:
        with steps(MOST_STEPS):
            found = hent(data)
            _endringer.text(found)
            _endringer.as_json(found, "x")
    except AvtalegenError as error:
        assert "\n" not in str(error)
        return str(error)
    return found


@pytest.mark.parametrize("name", each(WORD))
def test_a_hostile_word_file_is_told_or_gives_the_yaml_and_no_more(name: str) -> None:
    make, message = WORD[name]
    found = soon(make())
    if message is None:
        assert isinstance(found, Hentet)
        assert found.tilstand == "endret"
        assert found.filer == hent(docx()).filer
        assert "root:" not in _endringer.as_json(found, "x")
    else:
        assert message in str(found)


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects; the first is its root."""
    out, offsets = b"%PDF-1.7\n", []
    root, *others = objects
    for number, content in enumerate([root.replace(b"<<", b"<</Type/Catalog", 1), *others], 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(out))
    return out + head + table + end


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def attached(content: bytes, name: bytes = b"a.yaml") -> bytes:
    file = b"<</Type/Filespec/F(%b)/UF(%b)/EF<</F 3 0 R>>/Desc(%b)>>" % (name, name, DESCRIPTIONS[0].encode())
    return pdf(b"<</Names<</EmbeddedFiles<</Names[(a)2 0 R]>>>>>>", file, content)


@cache
def bomb() -> bytes:
    """Two hundred megabytes in two hundred kilobytes, made once for those who try it: a megabyte again and again."""
    packed = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    piece = packed.compress(bytes(1_000_000)) + packed.flush(zlib.Z_FULL_FLUSH)
    checksum = ((200_000_000 % 65_521) << 16 | 1).to_bytes(4, "big")  # Adler-32 of so many zeros
    return b"\x78\xda" + piece * 200 + packed.flush() + checksum


ENCRYPTED = b"/ID[(a)(b)]/Encrypt<</Filter/Standard/V 1/R 2/O(%b)/U(%b)/P -1>>" % (b"a" * 32, b"a" * 32)
PDFS: dict[str, Callable[[], bytes]] = {
    "a bomb": lambda: attached(stream(bomb(), b"/Filter/FlateDecode")),
    "a bomb in a bomb": lambda: attached(stream(zlib.compress(bomb(), 9), b"/Filter[/FlateDecode/FlateDecode]")),
    "many filters": lambda: attached(stream(bomb(), b"/Filter[%b]" % (b"/FlateDecode" * 1000))),
    "another filter": lambda: attached(stream(b"z" * 5_000_000, b"/Filter/ASCII85Decode")),
    "a predictor": lambda: attached(stream(bomb(), b"/Filter/FlateDecode/DecodeParms<</Predictor 14/Columns 1>>")),
    "a length that is a lie": lambda: attached(stream(b"x").replace(b"/Length 1", b"/Length 2000000000")),
    "a length that is itself": lambda: attached(b"<</Length 3 0 R>>\nstream\nabc\nendstream"),
    "a folder that holds itself": lambda: pdf(b"<</Names<</EmbeddedFiles 2 0 R>>>>", b"<</Kids[2 0 R 2 0 R]>>"),
    "a reference to itself": lambda: pdf(b"<</Names 2 0 R>>", b"2 0 R"),
    "two references to each other": lambda: pdf(b"<</Names 2 0 R>>", b"3 0 R", b"2 0 R"),
    "a million lists inside each other": lambda: pdf(b"<</Names " + b"[" * 1_000_000 + b">>"),
    "a million dictionaries inside each other": lambda: pdf(b"<</Names " + b"<</A" * 1_000_000 + b">>"),
    "a million files": lambda: pdf(b"<</Names<</EmbeddedFiles<</Names[%b]>>>>>>" % (b"(a)2 0 R " * 800_000), b"<<>>"),
    "versions in a ring": lambda: pdf(b"<<>>", trailer=b"/Prev 33"),
    "a table that is a lie": lambda: pdf(b"<<>>").replace(b"xref\n0 2", b"xref\n0 2000000000"),
    "no table": lambda: pdf_file()[: pdf_file().rindex(b"startxref")],
    "a great many objects and no table": lambda: b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * 350_000,
    "half a file": lambda: pdf_file()[: len(pdf_file()) // 2],
    "too large": lambda: b"%PDF-1.7\n" + b"\0" * 20_000_000,
    "a long number": lambda: pdf(b"<</Names " + b"9" * 5_000_000 + b">>"),
    "a password": lambda: pdf(b"<<>>", trailer=ENCRYPTED),
}


@pytest.mark.parametrize("name", each(PDFS))
def test_a_hostile_pdf_is_told(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert isinstance(soon(PDFS[name]()), str)
    assert capfd.readouterr() == ("", "")


def test_a_pdf_that_is_made_by_hand_but_well_gives_its_file() -> None:
    assert hent(attached(stream(b"format: 1\n"))).filer == (Attachment("a.yaml", b"format: 1\n"),)


@grundig  # a Python of its own; a bomb is tried in test_word_pakke.py
@posix_only
def test_nothing_hostile_takes_much_room(tmp_path: Path) -> None:
    cases = [WORD[name][0] for name in utvalg(quick(WORD), 2)] + [PDFS[name] for name in utvalg(quick(PDFS), 2)]
    for number, make in enumerate(cases):
        (tmp_path / str(number)).write_bytes(make())
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000,) * 2)\n"
        "from pathlib import Path\n"
        "from avtalegen.henting import hent\n"
        "from avtalegen.funn.diagnostic import AvtalegenError\n"
        "for file in sys.argv[1:]:\n"
        "    try: hent(Path(file).read_bytes())\n"
        "    except AvtalegenError as error: assert not isinstance(error.__cause__, MemoryError), file\n"
    )
    command = [sys.executable, "-c", script, *map(str, tmp_path.iterdir())]
    done = subprocess.run(command, capture_output=True, env=environment(), cwd=ROOT, timeout=300, check=False)
    assert (done.returncode, done.stderr.decode()[-1000:]) == (0, "")


@pytest.mark.parametrize(
    ("count", "words"),
    [(2_600, 30), (300, 0), *([(2_600, 0), (650, 0), (2_600, 1), (650, 30), (650, 1)] if GRUNDIG else [])],
)
def test_texts_that_are_all_different_are_held_together_in_few_steps(count: int, words: int) -> None:
    old, new = (
        tuple(" ".join(f"{side}{n}x{word}" for word in range(words)) or f".{side}" for n in range(count))
        for side in (("-", "+") if words == 0 else ("a", "b"))
    )
    with steps(15_000_000):
        differences([Section("Forsiden", 0, old)], [Section("Forsiden", 0, new)])


# ── Anything else ──


PARTS = ("word/document.xml", "word/styles.xml", "customXml/item1.xml", "word/_rels/document.xml.rels", "_rels/.rels")


def mutated(data: bytes, seed: int) -> bytes:
    """The bytes with some of them taken away, repeated or exchanged."""
    rng = random.Random(seed)
    out = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        if not out:
            break
        at, length = rng.randrange(len(out)), rng.choice((1, 2, 8, 100, 5000))
        out[at : at + length] = rng.choice((b"", out[at : at + length] * 2, rng.randbytes(length), b"<", b"/", b"0"))
    return bytes(out)


@settings(max_examples=antall(6, 1200), deadline=None)
@given(st.sampled_from(("docx", "html", "pdf")), st.integers(0, 2**32))
def test_a_damaged_document_is_told_or_gives_something(format: str, seed: int) -> None:
    soon(mutated({"docx": docx(), "html": html(), "pdf": pdf_file()}[format], seed))


@settings(max_examples=antall(6, 800), deadline=None)
@given(st.sampled_from(PARTS), st.integers(0, 2**32))
def test_a_word_file_with_damaged_parts_is_told_or_gives_something(name: str, seed: int) -> None:
    soon(repacked(docx(), **{name: mutated(part(docx(), name).encode(), seed)}))
