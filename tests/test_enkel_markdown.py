"""What is read without a parser, is what the parser reads; anything else is left to it."""

from __future__ import annotations

from random import Random
from typing import NoReturn

import pytest

from avtalegen.flyt import check
from avtalegen.komponering import compose
from avtalegen.komponering.markdown import lest as lest_markdown
from avtalegen.komponering.markdown.enkel import read_simple
from avtalegen.komponering.markdown.lest import read, read_all
from avtalegen.komponering.markdown.verdier import BREAK, CLOSE, OPEN
from avtalegen.modell.former import Målform
from tests.conftest import EKSEMPLER
from tests.grundig import antall

VALUE = f"{OPEN}7{CLOSE}"
LINES = (
    *("", "", "", " ", "# Formål", "## Om #1", "### ", "#uten", "# #", "# **Fet** del", f"## {VALUE}"),
    *("Partene vil:", "Ett punkt: Partene vil", "Uten verb: ", f"{VALUE} og {VALUE}.", f"**{VALUE}:** noe", VALUE),
    *(
        "- punkt",
        f"- {VALUE}",
        "- **Sted:** her",
        "-",
        "- ",
        "-  to rom",
        "- - inni",
        "- 1. inni",
        "- # tittel",
        "* punkt",
    ),
    *(
        "1. først",
        "1. ",
        "2. andre",
        "1) først",
        "12. mai",
        "2026. Året",
        "10 kroner",
        "  under",
        "    kode",
        "> sitat",
    ),
    *(
        "Tabell: Hvem",
        "| a | b |",
        "|---|---|",
        "| --- | :-: |",
        f"| {VALUE} | |",
        "| **x** | y",
        "a | b",
        "|a|b|c|",
        "|||",
    ),
    *(
        "---",
        "===",
        "+ pluss",
        "[Fyll inn: dato]",
        "[a](b)",
        "[a][b]",
        "[a]: b",
        "<x@y.no>",
        "a\\*b",
        "`kode`",
        "_kursiv_",
    ),
    *(
        "*kursiv*",
        "**fet*",
        "a**b**c",
        "** rom **",
        "**fet**.",
        "**fet**a",
        "**a:**b",
        "**a** **b**",
        "***a***",
        "2 * 3",
    ),
    *(
        "slutt ",
        "slutt  ",
        "slutt   ",
        "fast\u00a0rom",
        "tab\there",
        f"linje{BREAK}skift",
        "«Sitat»",
        "(parentes)",
        "§ 1",
    ),
    *(
        "– strek",
        "!viktig",
        "a & b &amp; c",
        "a ~~b~~",
        "null\0tegn",
        "\u2028",
        "http://a.no",
        "**",
        "****",
        "Ett verb: **a**",
    ),
)

TAME = (
    *("", "", "", "# Formål", f"## {VALUE}", "Partene vil:", "Ett punkt: Partene vil", f"**{VALUE}:** noe", VALUE),
    *(f"{VALUE} og {VALUE}.", "- punkt", f"- {VALUE}", "- **Sted:** her", "1. først", "Tabell: Hvem", "| a | b |"),
    *("|---|---|", f"| {VALUE} | |", "| **x** | y |", "[Fyll inn: dato]", "**fet**.", "– strek", "12. mai"),
)


def tilfelle(frø: int) -> str:
    r = Random(frø)
    lines = LINES if frø % 2 else TAME
    return "\n".join(r.choice(lines) for _ in range(r.randint(1, 9)))


def test_what_is_simple_is_read_as_the_parser_reads_it() -> None:
    simple = 0
    for frø in range(antall(1000, 60_000)):
        text = tilfelle(frø)
        if (found := read_simple(text)) is not None:
            simple += 1
            assert found == read_all(text), text
    assert simple > 100


@pytest.mark.parametrize("målform", list(Målform))
def test_what_our_templates_write_needs_no_parser(målform: Målform, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> NoReturn:
        raise AssertionError(f"needs the parser: {text}")

    path = EKSEMPLER[0]
    avtale = check(path.read_bytes(), path.name).avtale
    assert avtale is not None
    read.cache_clear()
    monkeypatch.setattr(lest_markdown, "read_all", refuse)
    assert compose(avtale, målform=målform).document is not None
