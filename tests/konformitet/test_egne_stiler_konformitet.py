"""Styles of somebody else's before the judges: what a page with them fetches, and whether files are valid."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from avtalegen.dokument.maler import Maler
from avtalegen.skrivere import html, stilark, write
from avtalegen.skrivere.stil import Style
from tests import test_egne_stiler
from tests.dokumenteksempel import eksempel
from tests.konformitet.test_html_konformitet import seen
from tests.konformitet.verapdf import PROFILES, verdicts
from tests.konformitet.verktoy import converted, faults

pytestmark = pytest.mark.konformitet
OURS = test_egne_stiler.OURS
# What the tool says no to, spelled so that it sees nothing, and a page that nobody asked it about.
ATTACKS = """\
@im\\70ort "URL/1.css";
@import url(URL/2.css);
@font-face { font-family: X; src: url(URL/3.woff2); }
@namespace url(URL/4);
body { font-family: X; background: url(URL/5.png), u\\72l(URL/6.png); cursor: url(URL/7.cur), auto; }
h1 { background-image: image-set("URL/8.png" 1x); }
h2 { background-image: -webkit-image-set(url(URL/9.png) 1x); list-style-image: url("URL/10.png"); }
p::before { content: url(URL/11.png); }
main { mask-image: url(URL/12.svg#a); filter: url(URL/13.svg#b); border-image: url(URL/14.png); }
</style><img src="URL/15.png"><link rel="stylesheet" href="URL/16.css"><script src="URL/17.js"></script><style>
"""


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """Answer on this machine, and remember what was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}", asked
        running.shutdown()


def test_a_page_fetches_nothing_whatever_its_style_sheet_says(
    server: tuple[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, asked = server
    monkeypatch.setattr(stilark, "_FETCHED", re.compile("(?!)"))
    made = html.write(eksempel(2), Style(ATTACKS.replace("URL", address).encode()))
    page = tmp_path / "avtale.html"
    page.write_bytes(made)
    looks = seen(page)
    assert asked == []
    # The browser did try, and was refused: the style sheet was read.
    assert any("Content Security Policy" in told for look in looks for told in look["complaints"])
    open_page = tmp_path / "åpen.html"
    open_page.write_bytes(made.replace(b"Content-Security-Policy", b"Ingenting"))
    seen(open_page)
    assert {"/2.css", "/5.png", "/6.png"} <= set(asked)


def test_a_pdf_with_a_typeface_of_their_own_is_as_good(tmp_path: Path) -> None:
    test_egne_stiler.renamed(tmp_path)
    style = (OURS / "avtale.typ").read_text(encoding="utf-8").replace('"Carlito"', '"Eksempel"')
    assert '#let skrift = "Eksempel"' in style
    typeface = (tmp_path / "maler/stil/skrift/Eksempel.ttf").read_bytes()
    egne = Maler("maler", stiler=(("avtale.typ", style.encode()), ("skrift/Eksempel.ttf", typeface)))
    pdf = tmp_path / "avtale.pdf"
    pdf.write_bytes(write(eksempel(2), "pdf", egne))
    (found,) = verdicts([pdf]).values()
    assert found == {name: [] for name in PROFILES}


def test_a_word_file_with_a_style_that_has_been_copied_and_changed_is_as_good(tmp_path: Path) -> None:
    from avtalegen.samling import maloversikt

    (style,) = maloversikt.med_navn("avtale.docx")
    egne = Maler("maler", stiler=(("avtale.docx", maloversikt.kopi(style)),))
    file = tmp_path / "avtale.docx"
    file.write_bytes(write(eksempel(2), "docx", egne))
    assert faults(file) == []
    copied = tmp_path / "stil.docx"
    copied.write_bytes(maloversikt.kopi(style))
    assert faults(copied) == []
    assert converted(file, "pdf").exists()
