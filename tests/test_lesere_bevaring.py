"""Every visible character stands in one line, or is told to be left out: in changed copies and our own documents."""

from __future__ import annotations

import random
import re
from copy import deepcopy
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from avtalegen.importering.kilde import Celle, Kilde
from avtalegen.importering.lesere import les
from tests.grundig import antall, utvalg
from tests.hentprove import W, part, repacked
from tests.i_ett import i_ett
from tests.leserprove import GAMLE, gjort_rede_for, i_word, tegn

_W = f"{{{W}}}"
_FELT = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_RUNDT_ORD = ("ins", "moveTo", "del", "moveFrom", "hyperlink", "smartTag", "sdt/sdtContent", "fldSimple", "ins/del")
_RUNDT_AVSNITT = ("sdt/sdtContent", "tbl/tr/tc", "sdt/sdtContent/tbl/tr/tc", "p/r/txbxContent", "tbl/tr/tc/tbl/tr/tc")
_FORAN_ORD = (
    *map(_FELT.format, ("begin", "separate", "end")),
    "<w:r><w:instrText>PAGE</w:instrText></w:r>",
    "<w:r><w:instrText>TOC</w:instrText></w:r>",
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>',
    "<w:r><w:t> å </w:t><w:tab/><w:t>\u00ad\u00a0b</w:t></w:r>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r>",
)
_EGENSKAPER = {
    "p": "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "tr": "<w:trPr><w:del/></w:trPr>",
    "tc": '<w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr>',
}
WORDFILER = sorted(GAMLE.glob("*.docx"))


def endret(data: bytes, tilfeldig: random.Random) -> bytes:
    """A Word file that somebody has changed a lot: tracked, moved into tables and boxes, hidden and repeated."""
    rot = etree.fromstring(part(data, "word/document.xml").encode())
    for _ in range(tilfeldig.randint(1, 15)):
        ord_ = [e for e in rot.iter(f"{_W}r") if e.find(f"{_W}t") is not None]
        avsnitt = [*rot.iter(f"{_W}p")]
        match tilfeldig.randint(0, 5):
            case 0:
                _rundt(tilfeldig.choice(ord_), tilfeldig.choice(_RUNDT_ORD))
            case 1:
                _rundt(tilfeldig.choice(avsnitt), tilfeldig.choice(_RUNDT_AVSNITT))
            case 2:
                tilfeldig.choice(ord_).addprevious(_lest(tilfeldig.choice(_FORAN_ORD)))
            case 3:
                tilfeldig.choice(avsnitt).addnext(deepcopy(tilfeldig.choice(avsnitt)))
            case 4:
                slag = tilfeldig.choice([*_EGENSKAPER])
                if noen := [*rot.iter(f"{_W}{slag}")]:
                    _gi(tilfeldig.choice(noen), slag)
            case _:
                ett = tilfeldig.choice(ord_)
                ett.getparent().remove(ett)  # type: ignore[union-attr]
    return repacked(data, **{"word/document.xml": etree.tostring(rot)})


def _lest(xml: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>')[0]


def _rundt(element: etree._Element, sti: str) -> None:
    ytterst = innerst = etree.Element(_W + sti.split("/", maxsplit=1)[0])
    for navn in sti.split("/")[1:]:
        innerst = etree.SubElement(innerst, _W + navn)
    if ytterst.tag == f"{_W}fldSimple":
        ytterst.set(f"{_W}instr", "REF x")
    element.getparent().replace(element, ytterst)  # type: ignore[union-attr]
    innerst.append(element)


def _gi(element: etree._Element, slag: str) -> None:
    for gammel in element.findall(f"{_W}{slag}Pr"):
        element.remove(gammel)
    element.insert(0, _lest(_EGENSKAPER[slag]))


@i_ett("frø", range(antall(4, 150)))
def test_a_word_file_that_is_changed_at_random_loses_nothing(frø: int) -> None:
    tilfeldig = random.Random(frø)
    data = endret(tilfeldig.choice(WORDFILER).read_bytes(), tilfeldig)
    assert gjort_rede_for(les(data, "a.docx")) == i_word(data)


SENDT = Path(__file__).parent / "gamle_dokumenter"


@i_ett("fil", sorted(SENDT.glob("*.docx")), ids=lambda fil: fil.stem)
def test_our_own_word_files_are_read_whole(fil: Path) -> None:
    assert gjort_rede_for(les(fil.read_bytes(), fil.name)) == i_word(fil.read_bytes())


@pytest.mark.parametrize(("fil", "merket"), utvalg(product(sorted(SENDT.glob("*.pdf")), [True, False]), 2))
def test_our_own_pdfs_are_read_whole_with_their_tags_and_without(fil: Path, merket: bool) -> None:
    data = fil.read_bytes() if merket else fil.read_bytes().replace(b"/StructTreeRoot", b"/IngenTreRotHer")
    tekst = "\n".join(side.extract_text() for side in PdfReader(BytesIO(data)).pages)
    fått, ventet = gjort_rede_for(les(data, fil.name)), tegn(tekst)
    # Without tags, a hyphen at the end of a line may be taken for one that divides a word.
    assert fått == ventet or (not merket and not fått - ventet and set(ventet - fått) <= {"-"})


def test_the_same_agreement_says_the_same_in_every_format() -> None:
    word = les((SENDT / "oksnes.docx").read_bytes(), "a")
    celler = {
        (re.sub(r"\s+", " ", en.tekst), en.celle) for en in word.linjer if en.celle and "Underskrift" not in en.tekst
    }
    for navn in ("oksnes-a2a.pdf", "oksnes.html", "oksnes.md"):
        kilde = les((SENDT / navn).read_bytes(), navn)
        assert set(overskrifter(word)) <= set(overskrifter(kilde))
        assert len(celler & i_cellene(kilde)) >= 10


def i_cellene(kilde: Kilde) -> set[tuple[str, Celle]]:
    return {(" ".join(linje.tekst.split()), linje.celle) for linje in kilde.linjer if linje.celle}


def overskrifter(kilde: Kilde) -> list[str]:
    """The headings without their numbers, that some formats have in their text."""
    return [re.sub(r"^[\d.]+\s+", "", linje.tekst) for linje in kilde.linjer if linje.nivå]


def nummerert(*avsnitt: str, nivåer: str, bruk: str = "") -> Kilde:
    """A Word file with one list."""
    rels = "word/_rels/document.xml.rels"
    data = (GAMLE / "01-nord-troms-2017.docx").read_bytes()
    tall = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="5">{nivåer}</w:abstractNum>'
    tall += f'<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>{bruk}</w:numbering>'
    kropp = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{a[0]}"/><w:numId w:val="{a[1]}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{a[2:]}</w:t></w:r></w:p>"
        for a in avsnitt
    )
    assert "numbering" in part(data, rels)
    rot = f'<w:document xmlns:w="{W}"><w:body>{kropp}</w:body></w:document>'
    return les(repacked(data, **{"word/numbering.xml": tall, "word/document.xml": rot}), "a.docx")


def nivå(nr: int, måte: str, mønster: str, mer: str = "") -> str:
    sagt = f'<w:start w:val="1"/><w:numFmt w:val="{måte}"/><w:lvlText w:val="{mønster}"/>'
    return f'<w:lvl w:ilvl="{nr}">{sagt}{mer}</w:lvl>'


def numre(kilde: Kilde) -> list[str]:
    return [linje.nummer for linje in kilde.linjer if linje.listenivå is not None]


def test_the_numbers_of_word_are_those_that_are_shown() -> None:
    nivåer = nivå(0, "decimal", "%1.") + nivå(1, "lowerLetter", "%1.%2)") + nivå(2, "upperRoman", "§ %3")
    assert numre(nummerert("07a", "17b", "17c", "27d", "07e", "17f", nivåer=nivåer)) == [
        *("1.", "1.a)", "1.b)", "§ I", "2.", "2.a)")
    ]


def test_a_list_of_word_begins_again_when_it_says_so() -> None:
    bruk = '<w:num w:numId="8"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>'
    kilde = nummerert(
        "07a", "08b", "08c", "07d", nivåer=nivå(0, "decimal", "(%1)"), bruk=f"{bruk}</w:lvlOverride></w:num>"
    )
    assert numre(kilde) == ["(1)", "(4)", "(5)", "(6)"]


def test_levels_that_go_on_and_levels_in_plain_numbers() -> None:
    nivåer = nivå(0, "upperRoman", "%1") + nivå(1, "decimal", "%1.%2", '<w:isLgl/><w:lvlRestart w:val="0"/>')
    assert numre(nummerert("07a", "17b", "07c", "17d", nivåer=nivåer)) == ["I", "1.1", "II", "2.2"]


def test_a_symbol_is_a_point() -> None:
    assert numre(nummerert("07a", "17b", nivåer=nivå(0, "bullet", "\uf0b7") + nivå(1, "bullet", "–"))) == ["•", "–"]


def test_a_cell_covered_by_the_one_above_hides_what_it_holds() -> None:
    celle = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    ned = '<w:vMerge w:val="restart"/>'
    rader = [celle.format(ned, "a") + celle.format("", "b"), celle.format("<w:vMerge/>", "c") + celle.format("", "d")]
    tabell = "".join(f"<w:tr>{rad}</w:tr>" for rad in rader)
    rot = f'<w:document xmlns:w="{W}"><w:body><w:tbl>{tabell}</w:tbl></w:body></w:document>'
    kilde = les(repacked(WORDFILER[0].read_bytes(), **{"word/document.xml": rot}), "a")
    celler = {linje.tekst: linje.celle for linje in kilde.linjer if linje.celle}
    assert celler == {"a": Celle(0, 0, 0, rader=2), "b": Celle(0, 0, 1), "d": Celle(0, 1, 1)}
    assert [en.tekst for en in kilde.utelatt if "dekket" in en.hvorfor] == ["c"]
