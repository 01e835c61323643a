"""Styles from somebody who wants to read the machine, reach the network or keep the machine busy."""

from __future__ import annotations

import io
import os
import socket
import threading
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from avtalegen.dokument.maler import Maler
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere import write
from avtalegen.skrivere.pdf import prosess as pdf_prosess
from avtalegen.skrivere.word.xml import R_NS
from tests.cli_support import ROOT, posix_only
from tests.dokumenteksempel import eksempel, våpen
from tests.grundig import grundig, noen_raskt, spredt, utvalg
from tests.i_ett import i_ett
from tests.skritt import steps

OURS = ROOT / "maler" / "stil"
TYPST = (OURS / "avtale.typ").read_text(encoding="utf-8")
EMPTY = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
SECRET = "hemmelighet-som-ligger-på-maskinen"


def said(style: str) -> str:
    """Return what is told of our Typst style with something more in it; "" when a PDF is made."""
    egne = Maler("maler", stiler=(("avtale.typ", (TYPST + style).encode()),))
    try:
        write(eksempel(2), "pdf", egne)
    except AvtalegenError as error:
        (finding,) = error.diagnostics
        assert finding.code == "MAL002"
        assert finding.span.file == "maler/stil/avtale.typ"
        return finding.message
    return ""


@pytest.fixture
def secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put a file with a secret into the current folder, and return it."""
    file = tmp_path / "hemmelig.txt"
    file.write_text(SECRET, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    pdf_prosess.stop()
    yield file
    pdf_prosess.stop()


READS = [
    'read("hemmelig.txt")',
    'read("/hemmelig.txt")',
    'read("FILE")',
    'read("../hemmelig.txt")',
    'read("../../../../../../etc/passwd")',
    'read("/etc/passwd")',
    'json("FILE")',
    'yaml("FILE")',
    'toml("FILE")',
    'csv("FILE")',
    'xml("FILE")',
    'cbor("FILE")',
    'image("FILE")',
    'plugin("FILE")',
    'bibliography("FILE")',
    '{ import "FILE": x; x }',
    'include "FILE"',
    'image("file://FILE")',
    'image("https://eksempel.no/a.png")',
]


@i_ett("what", utvalg(READS, 3))
def test_a_typst_style_reads_no_file(secret: Path, what: str) -> None:
    told = said(f"\n#let _x = {what.replace('FILE', secret.as_posix())}\n")
    assert told == "Stilen henter en fil, og det er ikke tillatt."


def drawn(svg: str) -> bytes | str:
    """Return a PDF with our Typst style and a drawing ahead of its title, or what is told of the style."""
    style = f"""{TYPST}
#let _titles = tittel
#let tittel(..all) = {{ image(bytes("{svg}"), alt: "a"); _titles(..all) }}
"""
    pdf_prosess.stop()
    try:
        return write(eksempel(2), "pdf", Maler("maler", stiler=(("avtale.typ", style.encode()),)))
    except AvtalegenError as error:
        (finding,) = error.diagnostics
        assert finding.code == "MAL002"
        return finding.message


SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>"


PLACES = ("hemmelig.png", "./hemmelig.png", "../hemmelig.png", "FILE", "file://FILE")


@grundig  # four processes; what is told of such a picture is tried below
@pytest.mark.parametrize(("attribute", "place"), utvalg(product(("href", "xlink:href"), PLACES), 1))
def test_a_drawing_in_a_typst_style_shows_no_picture_from_a_file(secret: Path, place: str, attribute: str) -> None:
    picture = secret.with_suffix(".png")
    svg = f"{SVG}<image {attribute}='{place.replace('FILE', picture.as_posix())}' width='9' height='9'/></svg>"
    without = drawn(svg)
    picture.write_bytes(våpen())
    assert drawn(svg) == without
    inside = f"data:image/png;base64,{b64encode(våpen()).decode()}"
    seen = drawn(f"{SVG}<image {attribute}='{inside}' width='9' height='9'/></svg>")
    assert isinstance(seen, bytes)
    assert seen != without


@grundig  # three processes; a picture in a drawing is the same
@pytest.mark.parametrize("place", utvalg(["hemmelig.txt", "FILE", "file://FILE"], 1))
def test_an_entity_in_a_drawing_in_a_typst_style_tells_no_file(secret: Path, place: str) -> None:
    place = place.replace("FILE", secret.as_posix())
    svg = f"<!DOCTYPE svg [<!ENTITY x SYSTEM '{place}'>]>{SVG}<text y='9'>&x;</text></svg>"
    there = drawn(svg)
    secret.unlink()
    assert drawn(svg) == there
    seen = drawn(f"{SVG}<text y='9' font-family='Carlito'>{SECRET}</text></svg>")
    assert isinstance(seen, bytes)
    assert seen != there


def test_a_drawing_with_a_picture_from_a_file_is_told_as_what_it_is(secret: Path) -> None:
    told = drawn(f"{SVG}<image href='hemmelig.png' width='9' height='9'/></svg>")
    assert told == "Stilen henter en fil, og det er ikke tillatt."


@pytest.mark.parametrize("package", spredt(["@preview/cetz:0.3.0", "@local/cetz:0.3.0"], 1))
def test_a_typst_style_gets_no_package(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    pdf_prosess.stop()
    for style in (f'#import "{package}": canvas', f'#let _x = {{ import "{package[:4]}" + "{package[4:]}": canvas }}'):
        assert said(f"\n{style}\n") == "Stilen henter en pakke, og det er ikke tillatt."


def test_whatever_the_compiler_fetches_goes_through_the_proxy_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        asked: list[bytes] = []

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                asked.append(connection.recv(100))

        listening = threading.Thread(target=answer)
        listening.start()
        monkeypatch.setattr(pdf_prosess, "DEAD_PROXY", f"http://127.0.0.1:{server.getsockname()[1]}")
        pdf_prosess.stop()
        assert said('\n#import "@preview/cetz:0.3.0": canvas\n') != ""
        listening.join(10)
    pdf_prosess.stop()
    assert asked[0].startswith(b"CONNECT packages.typst.org:443 ")


ENDLESS = (
    "for i in range(100000) { for j in range(100000) { let x = i } }",
    "{ let f(n, m) = if n > 0 { f(n - 1, 2 * m) + f(n - 1, 2 * m + 1) } else { 1 }; f(50, 1) }",
    *(
        pytest.param(code, marks=posix_only)  # memory is not bounded on Windows, but time is
        for code in (
            "range(1000000000)",
            '{ let a = "a"; for i in range(60) { a = a + a } }',
            '"a" * 100000000000',
        )
    ),
)


@pytest.mark.parametrize("endless", utvalg(ENDLESS, 2))
def test_a_typst_style_that_does_not_end_is_stopped(endless: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as hasty:
        hasty.setattr(pdf_prosess, "LONGEST", 0.2)
        assert said(f"\n#let _x = {endless}\n").startswith("Stilen ble stoppet: ")
    assert said("") == ""  # and the next document is made


@i_ett("fault", ["while true {}", "{ let f() = f(); f() }", 'panic("a")', "{ let i = 0; while i < 1 { i = 0 } }"])
def test_what_typst_itself_stops_is_told(fault: str) -> None:
    assert said(f"\n#let _x = {fault}\n").startswith("Stilen kan ikke brukes. Typst sier: ")


def test_the_process_ends_with_us_and_leaves_nothing_behind() -> None:
    assert said("") == ""
    (worker,) = pdf_prosess._running
    folder = Path(worker._temporary.name)
    assert {path.name for path in folder.iterdir()} == {"rot", "skrift"}
    pdf_prosess.stop()
    assert not worker.alive
    assert not folder.exists()


def word(change: dict[str, str], more: dict[str, bytes] | None = None) -> zipfile.ZipFile:
    """Write a document with our Word style, changed: in each part named, the text put ahead of its end."""
    with zipfile.ZipFile(OURS / "avtale.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, text in change.items():
        start = parts.setdefault(name, EMPTY)
        head, slash, tail = start.rpartition(b"</")
        parts[name] = head + text.encode() + slash + tail
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, data in {**parts, **(more or {})}.items():
            archive.writestr(name, data)
    egne = Maler("maler", stiler=(("avtale.docx", changed.getvalue()),))
    return zipfile.ZipFile(io.BytesIO(write(eksempel(2), "docx", egne)))


def everything(archive: zipfile.ZipFile) -> bytes:
    return b"\0".join(name.encode() + b"\0" + archive.read(name) for name in archive.namelist())


def related(id: str, kind: str, target: str, *, external: bool = False) -> str:
    kind = kind if ":" in kind else f"{R_NS}/{kind}"
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{id}" Type="{kind}" Target="{target}"{mode}/>'


SETTINGS, NUMBERING = "word/_rels/settings.xml.rels", "word/_rels/numbering.xml.rels"
R = f'xmlns:r="{R_NS}"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
BAD = "https://ond.example/mal.dotm"


@i_ett(
    "element",
    [
        f'<w:attachedTemplate {R} r:id="x1"/>',
        f'<w:saveThroughXslt {R} r:id="x1"/>',
        f'<w:mailMerge><w:dataSource {R} r:id="x1"/></w:mailMerge>',
        f'<w:ukjent {R} r:id="x1"/>',
        f"<w:ukjent xmlns:q='{R_NS}' q:link='x1'/>",
        f"<w:ukjent xmlns:q='{R_NS.replace('/', '&#x2F;')}' q:link='x1'/>",
        f"<w:pict><v:shape {VML} href='{BAD}'><v:fill src='{BAD}'/></v:shape></w:pict>",
    ],
)
def test_the_settings_of_a_word_style_lead_nowhere(element: str) -> None:
    made = word(
        {
            "word/settings.xml": element,
            SETTINGS: related("x1", "attachedTemplate", BAD, external=True),
        }
    )
    assert b"ond.example" not in everything(made)
    assert b"x1" not in made.read("word/settings.xml")
    assert SETTINGS not in made.namelist()


def test_pictures_of_bullets_come_along_and_linked_ones_do_not() -> None:
    shape = f'<v:shape {VML}><v:imagedata {R} r:id="x1" r:href="x2"/></v:shape>'
    bullet = f'<w:numPicBullet w:numPicBulletId="9"><w:pict>{shape}</w:pict></w:numPicBullet>'
    relations = related("x1", "image", "media/punkt.png") + related("x2", "image", BAD, external=True)
    types = '<Default Extension="png" ContentType="image/png"/>'
    made = word(
        {"word/numbering.xml": bullet, NUMBERING: relations, "[Content_Types].xml": types},
        {"word/media/punkt.png": b"\x89PNG"},
    )
    assert made.read("word/media/punkt.png") == b"\x89PNG"
    numbering = made.read("word/numbering.xml")
    assert b'r:id="x1"' in numbering
    assert b"x2" not in numbering
    assert b"ond.example" not in everything(made)


MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


WHOSE = ("word/_rels/document.xml.rels", SETTINGS, NUMBERING)
RUNS_OR_HOLDS_TEXT = [
    (f"{MICROSOFT}/vbaProject", "vbaProject.bin", "application/vnd.ms-office.vbaProject"),
    (f"{MICROSOFT}/keyMapCustomizations", "tast.xml", "application/vnd.ms-word.keyMapCustomizations+xml"),
    ("aFChunk", "ark.html", "text/html"),
    ("oleObject", "ole.bin", "application/vnd.openxmlformats-officedocument.oleObject"),
    ("package", "pakke.docm", "application/vnd.ms-word.document.macroEnabled.12"),
    ("control", "ax.xml", "application/vnd.ms-office.activeX+xml"),
    ("image", "bilde.svg", "image/svg+xml"),
    ("footnotes", "fot.xml", f"{WORD}.footnotes+xml"),
    ("webSettings", "web.xml", f"{WORD}.webSettings+xml"),
    ("comments", "merk.xml", f"{WORD}.comments+xml"),
]


@pytest.mark.parametrize(
    ("case", "whose"),
    noen_raskt(product(RUNS_OR_HOLDS_TEXT, WHOSE), [(case, WHOSE[n % 3]) for n, case in enumerate(RUNS_OR_HOLDS_TEXT)]),
)
def test_nothing_that_runs_or_holds_text_comes_along_from_a_word_style(case: tuple[str, str, str], whose: str) -> None:
    kind, target, type = case
    secret = b"<ond xmlns='x'>hemmelig</ond>"
    override = f'<Override PartName="/word/{target}" ContentType="{type}"/>'
    made = word({whose: related("x1", kind, target), "[Content_Types].xml": override}, {f"word/{target}": secret})
    assert b"hemmelig" not in everything(made)
    assert target.encode() not in everything(made)


def test_text_pictures_and_properties_of_a_word_style_stay_behind() -> None:
    body = '<w:p><w:r><w:t>hemmelig</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    with zipfile.ZipFile(OURS / "avtale.docx") as archive:
        document = archive.read("word/document.xml").decode()
    assert "<w:body>" in document
    changed = document.replace("<w:body>", f"<w:body>{body}").encode()
    assert b"hemmelig" not in everything(word({}, {"word/document.xml": changed}))


def test_a_word_style_with_macros_is_refused() -> None:
    with zipfile.ZipFile(OURS / "avtale.docx") as archive:
        types = archive.read("[Content_Types].xml")
    plain, macros = f"{WORD}.document.main+xml".encode(), b"application/vnd.ms-word.document.macroEnabled.main+xml"
    assert plain in types
    with pytest.raises(AvtalegenError) as caught:
        word({}, {"[Content_Types].xml": types.replace(plain, macros)})
    assert caught.value.diagnostics[0].code == "MAL002"


@pytest.mark.parametrize("kind", spredt(["entity", "bomb", "zip"], 2))
def test_a_word_style_that_unpacks_to_very_much_is_refused(kind: str) -> None:
    data = b" " * 60_000_000
    if kind != "zip":
        inner = b'"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"' if kind == "bomb" else b'SYSTEM "file:///etc/hostname"'
        data = (
            b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
            + b"".join(
                b"<!ENTITY b%d %s>" % (n, inner.replace(b"a;", b"b%d;" % (n - 1)) if n else inner) for n in range(9)
            )
            + b"]><x>&b8;</x>"
        )
    with steps(1_000_000), pytest.raises(AvtalegenError) as caught:
        word({}, {"word/theme/theme1.xml" if kind == "zip" else "word/settings.xml": data})
    assert caught.value.diagnostics[0].code == "MAL002"
    assert os.uname().nodename not in str(caught.value) if hasattr(os, "uname") else True
