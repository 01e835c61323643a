"""Old agreements read: docx, odt, pdf, html, Markdown and plain text, told by their bytes and not by their names.

A document comes from anybody. How much is read of it is bounded, nothing in it is fetched or run, and whatever is wrong
with it is a `KildeFeil` that says what to do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from avtalegen.importering.kilde import Kilde
from avtalegen.importering.lesere.feil import KildeFeil, for_mye, skadet
from avtalegen.importering.lesere.tegnsett import dekodet
from avtalegen.modell.senere import senere

__all__ = ["KildeFeil", "les"]

MOST_BYTES = 50_000_000
"""How much is read of a document."""

_HTML = senere(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,20}<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_MARKDOWN = (".md", ".markdown", ".mdown")
_SIDER = (".html", ".htm", ".xhtml")
_BILDER = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8", b"BM")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAGRE = "Lagre avtalen som .docx, .odt, .pdf eller .txt, og prøv igjen."


def les(data: bytes, navn: str) -> Kilde:
    """Return the agreement in a file, whatever kind of file it is; `navn` is what it is called.

    Raises `KildeFeil` with a message in Norwegian when it can't be read.
    """
    if len(data) > MOST_BYTES:
        raise KildeFeil(
            f"Filen er større enn {MOST_BYTES // 1_000_000} MB, og så store filer leser ikke avtalegen. "
            "Kontroller at det er riktig fil."
        )
    if not data.strip(b"\0 \t\r\n\x0c\xef\xbb\xbf\xff\xfe"):
        raise KildeFeil("Filen er tom. Kontroller at den er lastet ned eller kopiert ferdig.")
    if data.startswith(b"PK\x03\x04"):
        return _pakket(data, navn)
    if b"%PDF-" in data[:1024]:
        from avtalegen.importering.lesere.pdf import les as les_pdf  # the library is large, and only a PDF needs it

        return les_pdf(data, navn)
    if (hvorfor := _kan_ikke(data)) is not None:
        raise KildeFeil(hvorfor)
    return _tekst(dekodet(data), navn)


def _tekst(tekst: str, navn: str) -> Kilde:
    slutt = navn.lower()
    if _HTML.match(tekst) or (slutt.endswith(_SIDER) and "<" in tekst):
        from avtalegen.importering.lesere.html import les as les_html

        return les_html(tekst, navn)
    if slutt.endswith(_MARKDOWN):
        from avtalegen.importering.lesere.md import les as les_md

        return les_md(tekst, navn)
    from avtalegen.importering.lesere.txt import les as les_txt

    return les_txt(tekst, navn)


def _pakket(data: bytes, navn: str) -> Kilde:
    from avtalegen.skrivere.word.deler import read_parts

    try:
        deler = read_parts(data)
    except Exception as error:  # zipfile can raise nearly anything
        raise skadet("Dokumentet") from error
    if deler is None:
        raise for_mye()
    slag = deler.get("mimetype", b"")[:200].decode("ascii", "replace").strip()
    if slag.startswith("application/vnd.oasis.opendocument.text"):
        from avtalegen.importering.lesere.odt import les as les_odt

        return les_odt(deler, navn)
    if _er_word(deler):
        from avtalegen.importering.lesere.docx import les as les_docx

        return les_docx(deler, navn)
    raise KildeFeil(f"{_i_pakken(slag, deler)} {_LAGRE}")


def _er_word(deler: Mapping[str, bytes]) -> bool:
    return b"wordprocessingml" in deler.get("[Content_Types].xml", b"") or "word/document.xml" in deler


def _i_pakken(slag: str, deler: Mapping[str, bytes]) -> str:
    if any(del_.startswith("xl/") for del_ in deler) or slag.endswith("spreadsheet"):
        return "Filen er et regneark, ikke et dokument."
    if any(del_.startswith("ppt/") for del_ in deler) or slag.endswith("presentation"):
        return "Filen er en presentasjon, ikke et dokument."
    if any(del_.startswith("Index/") or del_.endswith(".iwa") for del_ in deler):
        return "Filen er laget i Pages, som avtalegen ikke kan lese."
    return "Filen er en pakke (zip), ikke et dokument. Pakk den ut, og oppgi dokumentet som ligger i den."


def _kan_ikke(data: bytes) -> str | None:
    """Return why a file that isn't packed can't be read; None when it may be text."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "Dokumentet er låst med passord. Åpne det i Word, ta bort passordet, og lagre det som .docx."
        return "Dokumentet er lagret som .doc, som avtalegen ikke kan lese. Åpne det i Word, og lagre det som .docx."
    if data.startswith(b"{\\rtf"):
        return "Dokumentet er lagret som .rtf, som avtalegen ikke kan lese. Åpne det i Word, og lagre det som .docx."
    if data.startswith(_BILDER):
        return (
            "Filen er et bilde. avtalegen leser bare tekst. Bruk tekstgjenkjenning (OCR) på det først, og lagre "
            "teksten som .docx, .pdf eller .txt."
        )
    if data[:4000].lstrip().lower().startswith((b"mime-version:", b"from: <saved by")):
        return "Filen er en nettside lagret som arkiv (.mht). Åpne den i nettleseren, og lagre den som .html."
    if data[4:8] == b"ftyp" or data.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xfdWPC")):
        return f"Filen er ikke et dokument som avtalegen kan lese. {_LAGRE}"
    if b"<office:document " in data[:4000]:
        return "Dokumentet er lagret som .fodt, som avtalegen ikke kan lese. Lagre det som .odt, og prøv igjen."
    if b"<w:wordDocument" in data[:4000] or b"<pkg:package" in data[:4000]:
        return "Dokumentet er lagret som Word-XML (.xml), som avtalegen ikke kan lese. Lagre det som .docx i Word."
    return None
