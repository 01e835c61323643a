"""Text as people write it reaches the document unaltered: each kind of it, and whatever else they may write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalegen.dokument.innhold import Block, Document, Heading, Items, Link, Paragraph, Table, characters
from avtalegen.flyt import check
from avtalegen.komponering import compose
from avtalegen.komponering.markdown.blokker import local_blocks
from tests.dokumenttekst import to_text
from tests.i_ett import i_ett
from tests.tekstprove import TEGN

KORT = """\
format: 1
avtale: {status: utkast}
parter: {kommuner: "1859", politi: Nordland}
"""


def lest(tekst: str) -> tuple[Block, ...]:
    return local_blocks(tekst, "x", 1)


def form(blocks: tuple[Block, ...]) -> list[object]:
    """Blocks as a list of texts: a list as a list with its marks first, a quotation with «>»."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, Items):
            found.append([block.marks or "-", *(_alene(form(item)) for item in block.items)])
        elif isinstance(block, Table):
            found.append([[characters(cell) for cell in row] for row in (block.header, *block.rows)])
        elif isinstance(block, Heading):
            found.append(f"# {characters(block.content)}")
        else:
            assert isinstance(block, Paragraph)
            found.append("> " * block.quote + characters(block.content))
    return found


def _alene(found: list[object]) -> object:
    return found[0] if len(found) == 1 else found


def dokument(tekst: str) -> Document:
    checked = check(KORT + f"slt: {{tekst: {json.dumps(tekst)}}}\n", "a.yaml")
    assert checked.avtale is not None, checked.diagnostics
    document = compose(checked.avtale).document
    assert document is not None
    return document


@i_ett(
    ("skrevet", "ventet"),
    [
        # Numbers stand as they are written; a list when they count 1, 2, 3.
        ("1. klasse: a\n5. klasse: b\n8. klasse: c", ["1. klasse: a", "5. klasse: b", "8. klasse: c"]),
        ("- 1. klasse: a\n- 5. klasse: b", [["-", "1. klasse: a", "5. klasse: b"]]),
        ("* 2. ledd\n* 1. ledd", [["-", "2. ledd", "1. ledd"]]),
        ("Trinn:\n1. klasse\n5. klasse", ["Trinn:", "1. klasse", "5. klasse"]),
        ("1. klasse", ["1. klasse"]),
        ("1. x\n1. y", ["1. x", "1. y"]),
        ("3. x\n4. y", ["3. x", "4. y"]),
        ("1. x\n2. y\n3. z", [["1.", "x", "y", "z"]]),
        ("1. x\n\n2. y", [["1.", "x", "y"]]),
        ("1) x\n2) y", [["1.", "x", "y"]]),
        ("1. a\n1.1 b\n1.2 c\n2. d", ["1. a", "1.1 b", "1.2 c", "2. d"]),
        ("gjelder fra\n1. januar 2027 og\n2. juni.", ["gjelder fra 1. januar 2027 og 2. juni."]),
        ("skjer i\n2. kvartal 2027", ["skjer i 2. kvartal 2027"]),
        ("2027. Slik", ["2027. Slik"]),
        ("1\\. klasse", ["1. klasse"]),
        ("1. x\n  - a\n  - b\n2. y", [["1.", ["x", ["-", "a", "b"]], "y"]]),
        ("1. x\n   1. a\n   2. b\n2. y", [["1.", ["x", ["1.", "a", "b"]], "y"]]),
        ("1. x\n\n   mer\n2. y", [["1.", ["x", "mer"], "y"]]),
        # Lists from Word.
        ("• a\n• b", [["-", "a", "b"]]),
        ("Skal:\n– a\n– b", ["Skal:", ["-", "a", "b"]]),
        ("Skal:\n– a", ["Skal:", ["-", "a"]]),
        ("– a\n\n– b", [["-", "a", "b"]]),
        ("– Vi er glade, sier hun.", ["– Vi er glade, sier hun."]),
        ("Det var\n– tror vi – slik.", ["Det var – tror vi – slik."]),
        ("a) x\nb) y", [["a)", "x", "y"]]),
        ("a. x\nb. y", [["a)", "x", "y"]]),
        ("a) x\nc) y", ["a) x", "c) y"]),
        ("i) x\nii) y\niii) z", ["i) x", "ii) y", "iii) z"]),
        ("A) x\nB) y", ["A) x", "B) y"]),
        ("a) x\n– p\n– q\nb) y", [["a)", ["x", ["-", "p", "q"]], "y"]]),
        ("•\ta\no\tb\no\tc\n•\td", [["-", ["a", ["-", "b", "c"]], "d"]]),
        ("·\u00a0\u00a0\u00a0a\n·\u00a0\u00a0\u00a0b", [["-", "a", "b"]]),
        ("\uf0b7\ta\n\uf0b7\tb", [["-", "a", "b"]]),
        ("▪ a\n  mer\n▪ b", [["-", "a mer", "b"]]),
        ("Skal:\v• a\v• b", ["Skal:", ["-", "a", "b"]]),
        ("1.\ta\n2.\tb", [["1.", "a", "b"]]),
        ("- - a", [["-", "- a"]]),
        # Line breaks.
        ("Storgata 1\v8380 Ramberg", ["Storgata 1\n8380 Ramberg"]),
        ("Storgata 1\u20288380\u0085Ramberg\fX", ["Storgata 1\n8380\nRamberg\nX"]),
        ("a\u2029b", ["a", "b"]),
        ("Storgata 1<br>8380 Ramberg<BR />X<br/>\nY", ["Storgata 1\n8380 Ramberg\nX\nY"]),
        ("Storgata 1  \n8380 Ramberg\\\nNorge", ["Storgata 1\n8380 Ramberg\nNorge"]),
        ("a\nb", ["a b"]),
        ("a<br>", ["a"]),
        ("| Hva | Når |\n|---|---|\n| Vakt | dag<br>natt\vkveld |", [[["Hva", "Når"], ["Vakt", "dag\nnatt\nkveld"]]]),
        # Emphasis, strokes, codes.
        ("2*50 % og 1*100 %", ["2*50 % og 1*100 %"]),
        ("2**3 og a*b*c", ["2**3 og a*b*c"]),
        ("*) og (*), 100 %* og 50 %*", ["*) og (*), 100 %* og 50 %*"]),
        ("\\\\server\\felles\\a_b*c", ["\\\\server\\felles\\a_b*c"]),
        ("C:\\Felles\\*.pdf eller a\\b", ["C:\\Felles\\*.pdf eller a\\b"]),
        ("2\\*50 \\# \\[x\\]", ["2*50 # [x]"]),
        ("10&nbsp;000 &amp; R&D &lt;b&gt; &#8211; &finnes;", ["10\u00a0000 & R&D <b> – &finnes;"]),
        ("&#x202e;a&#xe000;0&#xe001;", ["a0"]),
        # What never reaches the document, and what is shown as well as it can be.
        ("Før <!-- spør\nlensmannen --> etter", ["Før etter"]),
        ("a\n\n<!-- husk -->\n\nb", ["a", "b"]),
        ("<!-- uten slutt", ["<!-- uten slutt"]),
        ("![Kart](kart.png)", ["Kart (kart.png)"]),
        ("a\n\n---\n\nb", ["a", "b"]),
        ("> Sagt\n> av noen\n\nSlutt", ["> Sagt av noen", "Slutt"]),
        ("> 50 % stilling", ["> 50 % stilling"]),
        ("Tittel\n------\nTekst", ["# Tittel", "Tekst"]),
        ('[a](https://x.no "Tittel")', ["a (Tittel)"]),
    ],
)
def test_local_text_becomes_what_its_author_meant(skrevet: str, ventet: list[object]) -> None:
    assert form(lest(skrevet)) == ventet
    assert form(lest(f"Før.\n\n{skrevet}\n\nEtter.")) == ["Før.", *ventet, "Etter."] or skrevet == "<!-- uten slutt"


@i_ett("skrevet", ["**fet**", "__fet__", "*kursiv*", "_kursiv_", "(**fet**)", "**fet** x", "«*x*»"])
def test_emphasis_of_whole_words_is_emphasis(skrevet: str) -> None:
    (block,) = lest(skrevet)
    assert isinstance(block, Paragraph)
    assert "*" not in characters(block.content)
    assert "_" not in characters(block.content)


LENKER = {
    "https://politiet.no/råd": "https://politiet.no/råd",
    "www.politiet.no": "https://www.politiet.no",
    "politiet.no/tips?a=1": "https://politiet.no/tips?a=1",
    "flakstad.kommune.no": "https://flakstad.kommune.no",
    "post@flakstad.kommune.no": "mailto:post@flakstad.kommune.no",
    "tel:02800": "tel:02800",
}
IKKE_LENKER = [
    *(
        "handlingsplan.pdf",
        "vedlegg.zip",
        "vedlegg/møteplan.pdf",
        "www.plan.docx",
        "notat.md",
        "plan.xlsx",
        "kapittel-3",
    ),
    *("kapittel-3", "#vedlegg", "../plan.pdf", "1.2", "se.side.fire", "mappe/politiet.no", "plan.no.pdf"),
]


@i_ett("adresse", LENKER)
def test_what_is_surely_an_address_becomes_a_link(adresse: str) -> None:
    (block,) = lest(f"Se [planen]({adresse}).")
    assert isinstance(block, Paragraph)
    assert [i.url for i in block.content if isinstance(i, Link)] == [LENKER[adresse]]


@i_ett("adresse", IKKE_LENKER)
def test_what_may_be_a_file_is_said_in_words(adresse: str) -> None:
    assert form(lest(f"Se [planen]({adresse}).")) == [f"Se planen ({adresse})."]


def test_a_comment_in_a_plain_value_never_reaches_the_document() -> None:
    yaml = KORT + "forpliktelser: {felles: [Følge opp <!-- spør lensmannen -->], kommunen: '<!-- a -->Møte'}\n"
    checked = check(yaml, "a.yaml")
    assert checked.avtale is not None
    for spor in (False, True):
        document = compose(checked.avtale, spor=spor).document
        assert document is not None
        said = to_text(document)
        assert "lensmannen" not in said
        assert "skal følge opp." in said
        assert "møte" in said


# -- whatever people write --------------------------------------------------------------------------------------------

_ORD = st.text("abcdefghij0123456789æøåÆ", min_size=1, max_size=6)
_FORAN = [
    "",
    "- ",
    "* ",
    "– ",
    "• ",
    "1. ",
    "2. ",
    "7. ",
    "a) ",
    "b) ",
    "1) ",
    "  - ",
    "    ",
    "   2. ",
    "o\t",
    "> ",
    "# ",
    "1.1 ",
]
_MELLOM = [" ", " - ", "*", "\\", ". ", "\v", "\u2028", "<br>", " * ", "/", "_", "…", " & ", "&nbsp;", " | ", "! ", "+"]


@st.composite
def linjer(draw: st.DrawFn) -> str:
    """Return lines of words, with all that people put in front of and between them."""
    lines = []
    for _ in range(draw(st.integers(1, 7))):
        words = draw(st.lists(_ORD, min_size=1, max_size=4))
        line = draw(st.sampled_from(_FORAN)) + words[0]
        for word in words[1:]:
            line += draw(st.sampled_from(_MELLOM)) + word
        lines.append(line + draw(st.sampled_from(["", "", ".", ":", "\n"])))
    return "\n".join(lines)


def ordene(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def sagt(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Items):
            for n, item in enumerate(block.items, start=1):
                if block.marks:
                    yield str(n) if block.marks == "1." else chr(ord("a") + n - 1)
                yield from sagt(item)
        elif isinstance(block, Table):
            yield from (characters(cell) for row in (block.header, *block.rows) for cell in row)
        else:
            assert isinstance(block, Paragraph | Heading)
            yield characters(block.content)


@settings(deadline=None)
@given(linjer())
def test_each_word_and_number_stands_in_the_document_in_its_order(skrevet: str) -> None:
    written = re.sub(r"(?i)<br>|&nbsp;", " ", re.sub(r"(?m)^o\t", "", skrevet))
    assert ordene(" ".join(sagt(lest(skrevet)))) == ordene(written)


@settings(deadline=None)
@given(st.text(alphabet="ab1.)-*•–\t\n \v\u2028\\<>!|#&;_[]():~`br/nsp=+o", max_size=60) | st.text(TEGN, max_size=40))
def test_whatever_is_written_can_be_read_and_no_letter_is_lost(skrevet: str) -> None:
    said = "".join(sagt(lest(skrevet)))
    assert not set(said) & set("\ue000\ue001\ue002\v\u2028\x85")


@pytest.mark.parametrize("niva", [3, 12, 60])
def test_what_is_deep_in_lists_is_there(niva: int) -> None:
    skrevet = "\n".join(f"{'  ' * n}- ord{n}" for n in range(niva))
    assert ordene(" ".join(sagt(lest(skrevet)))) == [f"ord{n}" for n in range(niva)]
    assert ordene(" ".join(sagt(lest("> " * niva + "ord")))) == ["ord"]
    assert ordene(" ".join(sagt(lest("- " * niva + "ord")))) == ["ord"]
