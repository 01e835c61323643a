"""What stands in old agreements, found in another way than the readers find it, and what they say stands there."""

from __future__ import annotations

from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from avtalegen.importering.kilde import Kilde
from avtalegen.importering.lesere import les
from tests.hentprove import W

GAMLE = Path(__file__).parent / "data" / "gamle"
_W = f"{{{W}}}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
USETT = "\u00ad\u200b\ufeff"


@cache
def lest(navn: str) -> Kilde:
    """One of the old agreements, by the beginning of its name."""
    (fil,) = GAMLE.glob(f"{navn}*")
    return les(fil.read_bytes(), fil.name)


def tegn(*tekster: str) -> Counter[str]:
    """The characters that are seen, and how many there are of each."""
    return Counter(c for tekst in tekster for c in tekst.replace("\u2011", "-") if not c.isspace() and c not in USETT)


def gjort_rede_for(kilde: Kilde) -> Counter[str]:
    """The characters that stand in the lines of a source, and in what is left out."""
    return tegn(*(linje.tekst for linje in kilde.linjer), *(utelatt.tekst for utelatt in kilde.utelatt))


def i_word(data: bytes) -> Counter[str]:
    """The characters in a Word file, deleted ones and comments too; headers that say the same once."""
    with ZipFile(BytesIO(data)) as pakke:
        deler = {
            navn: etree.fromstring(pakke.read(navn))
            for navn in pakke.namelist()
            if navn.startswith("word/") and navn.endswith(".xml")
        }
    tekster = [_tekst(deler["word/document.xml"])]
    for slag in ("hdr", "ftr"):
        tekster += {_tekst(del_) for del_ in deler.values() if del_.tag == f"{_W}{slag}"}
    for slag in ("footnote", "endnote"):
        tekster += (_tekst(note) for note in deler.get(f"word/{slag}s.xml", ()) if note.get(f"{_W}type") is None)
    tekster += (_tekst(merknad) for merknad in deler.get("word/comments.xml", ()))
    return tegn(*tekster)


def _tekst(del_: etree._Element) -> str:
    funnet = []
    for element in del_.iter(f"{_W}t", f"{_W}delText"):
        if not any(over.tag == _FALLBACK for over in element.iterancestors()):
            funnet.append(element.text or "")
    return "".join(funnet)
