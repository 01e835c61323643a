"""Edited documents to bring back, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from avtalegen.henting.word import read
from avtalegen.samling.repository import Repository
from avtalegen.skrivere.kildefiler import in_word
from avtalegen.skrivere.linjer import JOINER
from avtalegen.skrivere.word.deler import read_parts
from avtalegen.tilbake import Tilbake, tilbake
from avtalegen.tilbake.utgave import Komponist, Utgave, kilde
from tests.hentprove import FLAKSTAD, edited, made

Endre = Callable[[WordDocument], None]


def ført(*endre: Endre, file: Path = FLAKSTAD) -> Tilbake:
    """What the document of an example gives back when python-docx has changed it."""
    data = made(file=file)
    for en in endre:
        data = edited(data, en)
    return av_dokument(data, file)


def av_dokument(data: bytes, file: Path = FLAKSTAD, *, rejected: bool = False) -> Tilbake:
    """What an edited document of an example gives back."""
    utgave = utgaven(file)
    parts = read_parts(data)
    assert parts is not None
    carried = in_word(parts)
    assert carried is not None
    assert carried.sections is not None
    return tilbake(Komponist(), utgave, carried.sections, read(parts, rejected=rejected).sections)


@cache
def utgaven(file: Path) -> Utgave:
    """An example composed once for all that is held against it."""
    utgave = Komponist().lag(kilde(file.read_bytes(), str(file), Repository(str(file))).data)
    assert isinstance(utgave, Utgave)
    return utgave


def avsnitt(document: WordDocument, tekst: str) -> Paragraph:
    """The first paragraph with just this text, in the body or in a table."""
    for p in document.element.body.iter(qn("w:p")):
        if "".join(t.text or "" for t in p.iter(qn("w:t"))) == tekst:
            return Paragraph(p, document)
    raise AssertionError(tekst)


def byttet(gammel: str, ny: str) -> Endre:
    """Type over some words, once, in the first paragraph that has them."""

    def endre(document: WordDocument) -> None:
        for t in document.element.body.iter(qn("w:t")):
            if gammel in (tekst := (t.text or "").replace("\u00a0", " ").replace(JOINER, "")):
                t.text = tekst.replace(gammel, ny, 1)
                return
        for p in document.element.body.iter(qn("w:p")):
            biter = [*p.iter(qn("w:t"))]
            tekst = "".join(t.text or "" for t in biter).replace("\u00a0", " ").replace(JOINER, "")
            if gammel in tekst:
                biter[0].text = tekst.replace(gammel, ny, 1)
                biter[0].set(qn("xml:space"), "preserve")
                for bit in biter[1:]:
                    bit.text = ""
                return
        raise AssertionError(gammel)

    return endre


def borte(*tekster: str) -> Endre:
    """Take paragraphs away."""

    def endre(document: WordDocument) -> None:
        for tekst in tekster:
            p = avsnitt(document, tekst)._element
            p.getparent().remove(p)

    return endre


def etter(tekst: str, ny: str) -> Endre:
    """Put a paragraph after another, of the same kind."""

    def endre(document: WordDocument) -> None:
        p = avsnitt(document, tekst)
        kopi = deepcopy(p._element)
        p._element.addnext(kopi)
        Paragraph(kopi, document).text = ny

    return endre


def sporet(gammel: str, ny: str, forfatter: str = "Kari") -> Endre:
    """Type over some words with tracked changes on: Word keeps the old ones as deleted, and marks the new."""

    def endre(document: WordDocument) -> None:
        for r in document.element.body.iter(qn("w:r")):
            t = r.find(qn("w:t"))
            tekst = "" if t is None else (t.text or "").replace("\u00a0", " ").replace(JOINER, "")
            if gammel not in tekst:
                continue
            foran, bak = tekst.split(gammel, 1)
            deler = [
                _run(r, foran, "t") if foran else None,
                _merket("del", forfatter, _run(r, gammel, "delText")) if gammel else None,
                _merket("ins", forfatter, _run(r, ny, "t")) if ny else None,
                _run(r, bak, "t") if bak else None,
            ]
            for del_ in deler:
                if del_ is not None:
                    r.addprevious(del_)
            r.getparent().remove(r)
            return
        raise AssertionError(gammel)

    return endre


def sporet_borte(tekst: str) -> Endre:
    """Take a whole paragraph away with tracked changes on."""

    def endre(document: WordDocument) -> None:
        p = avsnitt(document, tekst)._element
        for r in [*p.iter(qn("w:r"))]:
            r.addprevious(_merket("del", "Kari", _run(r, r.find(qn("w:t")).text, "delText")))
            r.getparent().remove(r)
        properties = p.get_or_add_pPr()
        rpr = properties.makeelement(qn("w:rPr"), {})
        rpr.append(_merke("del", "Kari"))
        properties.append(rpr)

    return endre


def _run(mal: Any, tekst: str, navn: str) -> Any:
    run = deepcopy(mal)
    for t in run.findall(qn("w:t")):
        run.remove(t)
    t = run.makeelement(qn(f"w:{navn}"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    t.text = tekst
    run.append(t)
    return run


def _merke(navn: str, forfatter: str) -> Any:
    return OxmlElement(
        f"w:{navn}", attrs={qn("w:id"): "901", qn("w:author"): forfatter, qn("w:date"): "2026-11-01T10:00:00Z"}
    )


def _merket(navn: str, forfatter: str, run: Any) -> Any:
    merke = _merke(navn, forfatter)
    merke.append(run)
    return merke


def sporet_etter(tekst: str, ny: str) -> Endre:
    """Put a paragraph after another with tracked changes on."""

    def endre(document: WordDocument) -> None:
        etter(tekst, ny)(document)
        p = avsnitt(document, ny)._element
        for r in [*p.iter(qn("w:r"))]:
            r.addprevious(_merket("ins", "Kari", deepcopy(r)))
            r.getparent().remove(r)

    return endre


def flyttet(tekst: str, foran: str) -> Endre:
    """Move a paragraph to before another."""

    def endre(document: WordDocument) -> None:
        avsnitt(document, foran)._element.addprevious(avsnitt(document, tekst)._element)

    return endre


def raden(tabell: int, *celler: str) -> Endre:
    """Put a row at the end of a table."""

    def endre(document: WordDocument) -> None:
        ny = document.tables[tabell].add_row()
        for celle, tekst in zip(ny.cells, celler, strict=True):
            celle.text = tekst

    return endre
