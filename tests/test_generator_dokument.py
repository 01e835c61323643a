"""A generated agreement becomes a document in each format, with all that it says in it, and comes back out of it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.funn.diagnostic import has_errors
from avtalegen.henting import hent
from avtalegen.modell.former import Markdown
from avtalegen.skrivere.linjer import JOINER, MAY_BREAK
from tests.generator import Generert, Oppskrift, avtaler, lest, mønster
from tests.generator.ruter import Mønster, Rute
from tests.grundig import antall, grundig

BLANDET = Oppskrift(arv=None)

Grunn = tuple[str, Callable[[Generert, Rute], bool]]


def _alltid(g: Generert, rute: Rute) -> bool:
    return True


# The texts that don't stand in the document as they are written, and why.
GRUNNER: dict[Mønster, Grunn] = {
    ("arv",): ("where the rest of the agreement stands", _alltid),
    ("avtale", "våpen", "fil"): ("the picture itself, which Markdown doesn't show", _alltid),
    ("avtale", "våpen", "alternativ_tekst"): ("the picture itself, which Markdown doesn't show", _alltid),
    ("vedlegg", "fil"): ("where the attachment lies", _alltid),
    ("avtale", "erstatter", "fil"): ("where the earlier agreement lies", _alltid),
    **{("oppgaver", navn): ("said in the papers", _alltid) for navn in ("hva", "ansvarlig", "status")},
    ("parter", "kommuner", "kommunenummer"): ("the key to the register, which gives the name", _alltid),
    ("parter", "kommuner", "organisasjonsnummer"): ("written in groups", _alltid),
    ("parter", "politi", "organisasjonsnummer"): ("written in groups", _alltid),
    ("parter", "fylkeskommune", "organisasjonsnummer"): ("written in groups", _alltid),
    ("parter", "andre", "organisasjonsnummer"): ("written in groups", _alltid),
    ("parter", "politi", "distrikt"): ("the name that the register has in the målform", _alltid),
    ("signaturer", "for"): ("the name that the register has in the målform", _alltid),
}


def flat(text: str) -> str:
    """Return a text as it reads, in small letters, without what Markdown and HTML put around it."""
    return " ".join(re.sub(r"\\(?=\W)", "", html.unescape(text)).replace("\u00a0", " ").casefold().split())


BARE_MED_ANDRE = {"bindeord"}
"""What says something only together with another field: the word between a point and its parts."""


def tapt(g: Generert) -> set[Rute]:
    """Make the Markdown of an agreement, and return the texts that don't stand in it."""
    checked = lest(g, regler=True)
    assert not has_errors(checked.diagnostics), [d for d in checked.diagnostics if has_errors([d])]
    made = flyt.make(checked, Bestilling("md"), g.read_asset).data
    assert made is not None
    said = flat(made.decode())
    texts = {
        rute: v.betydning
        for rute, v in g.verdier.items()
        if isinstance(v.betydning, str) and rute[-1] not in BARE_MED_ANDRE
    }
    return {rute for rute, text in texts.items() if not all(flat(part) in said for part in _deler_av(text))}


def _deler_av(text: str) -> list[str]:
    """Return what must stand there of a text: all of it, of Markdown the words."""
    return re.findall(r"[A-ZÆØÅ]\w{5,}", text) if isinstance(text, Markdown) else [text]


@pytest.mark.parametrize("første", range(0, antall(2, 400), 2))
def test_every_text_stands_in_the_document_or_there_is_a_reason(første: int) -> None:
    for g in avtaler(første, 2, BLANDET):
        uten_grunn = {r for r in tapt(g) if mønster(r) not in GRUNNER or not GRUNNER[mønster(r)][1](g, r)}
        assert uten_grunn == set()


@grundig
def test_the_reasons_are_needed() -> None:
    """What comes to stand in the document, goes out of the list."""
    needed: set[Mønster] = set()
    for g in avtaler(0, antall(3, 200), Oppskrift(fylde=1.0, arv=True)):
        needed |= {mønster(rute) for rute in tapt(g)}
    names = {rute for rute, (why, _) in GRUNNER.items() if why.startswith(("the name", "written in groups"))}
    assert GRUNNER.keys() - needed <= names


def tegn(text: str) -> str:
    """Return the characters of a text, without spaces, which formats keep in different ways."""
    return "".join(text.casefold().split())


def trykt(data: bytes, format: str) -> str:
    """Return the characters that a person reads in a document."""
    if format == "pdf":
        # What stands on top and at the bottom of each page comes between.
        pages = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
        return "\n".join(pages)
    if format == "docx":
        with ZipFile(BytesIO(data)) as archive:
            text = archive.read("word/document.xml").decode().replace(JOINER, "").replace(MAY_BREAK, "")
    else:
        text = data.decode()
    if format == "html":
        text = text[text.index("<body") :]
    if format == "md":
        return html.unescape(re.sub(r"\\(?=\W)|<br>|<!-- -->", "", text))
    return html.unescape(re.sub(r"<!--.*?-->|<[^>]+>", "", text, flags=re.DOTALL))


@pytest.mark.parametrize(("format", "n"), [("docx", 1), ("html", 1), ("md", 1), pytest.param("pdf", 1, marks=grundig)])
def test_every_text_stands_in_each_format_as_it_was_written(format: str, n: int) -> None:
    """But for the capital first and the stop last, which are ours; a page break may come between in a PDF."""
    for g in avtaler(0, antall(n, 200 if format != "pdf" else 40), BLANDET):
        made = flyt.make(lest(g, regler=True), Bestilling(format), g.read_asset).data
        assert made is not None
        said = tegn(trykt(made, format))
        for rute, verdi in g.verdier.items():
            text = verdi.betydning
            if not isinstance(text, str) or mønster(rute) in GRUNNER or rute[-1] in BARE_MED_ANDRE:
                continue
            if isinstance(text, Markdown):
                # The address that a link leads to is not shown.
                parts = re.findall(r"[^\W_]+", re.sub(r"\]\([^)]*\)", "]", text))
            else:
                parts = text.split() if format == "pdf" else [text.rstrip(".")]
            assert [part for part in parts if tegn(part.rstrip(".")) not in said] == [], rute


@pytest.mark.parametrize(("format", "n"), [("docx", antall(1, 60)), ("html", antall(1, 60))])
def test_the_files_come_back_out_of_a_document(format: str, n: int) -> None:
    for g in avtaler(0, n, BLANDET):
        made = flyt.make(lest(g, regler=True), Bestilling(format), g.read_asset).data
        assert made is not None
        found = hent(made)
        assert (found.tilstand, found.filer[0].data) == ("urørt", g.data)
        assert [f.data for f in found.filer[1:]] == [d for navn, d in g.filer.items() if navn.startswith("felles/")]
