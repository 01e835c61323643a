"""Word files before the judges: the Open XML SDK says whether they are valid, LibreOffice how they read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from avtalegen.dokument.innhold import Document, Link, Paragraph, Signatures, Text
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.word.skriver import write
from tests.dokumenteksempel import UNDERSKRIVERE, blokker, eksempel, signaturer
from tests.konformitet.verktoy import faults, pages_of_all
from tests.test_word_fiendtlig import NASTY
from tests.wordprove import BARE, STIL

pytestmark = pytest.mark.konformitet

AWKWARD = replace(
    eksempel(2, mark="TIL BEHANDLING", picture=False),
    language="nn",
    subtitle=None,
    header="Avtale mellom " + ", ".join(s.on_behalf_of for s in UNDERSKRIVERE),
    facts=(("En svært lang ledetekst som ikke får plass i spalten", "verdi"), ("Kort", "verdi")),
    blocks=(
        *blokker(
            """
            |! Uten noe foran
            | Kommune | Innbyggere | Politikontakt | Åpningstid | Telefon | E-post | Merknad |
            | Fjelldal | 5 312 | Siri Hove | Mandag–fredag | 02800 | siri.hove@politiet.example | Fast |

            |? Rett etter en annen tabell
            | Spørsmål | Svar |
            | Når? | I morgen |

            - rett etter en tabell
              - to
                - tre
                  - fire
                    1. fem
                    2. seks

            #! Overskrift rett før en tabell
            |! Tittel
            | A |
            | B |
            """
        ),
        Signatures(
            "uten-navn", tuple(replace(s, name=None, title=None) for s in UNDERSKRIVERE), "Stad", "Dato", "Namn"
        ),
        *blokker("|! Sist\n| A |\n| B |"),
    ),
)
HOSTILE = replace(
    BARE,
    title=NASTY[5] + NASTY[0],
    mark=NASTY[2],
    blocks=tuple(Paragraph(n, (Text(n, bold=True), Link("x", f"https://a.no/{n}?{n}#{n}"))) for n in NASTY),
)
DOCUMENTS = {
    **{f"{n} som skriver under": eksempel(n) for n in (1, 2, 3, 7)},
    "endelig": eksempel(mark=None, picture=False),
    "vanskelig": AWKWARD,
    "fiendtlig": HOSTILE,
    "tomt": replace(BARE, title=""),
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_open_xml_sdk_finds_no_fault(document: Document, tmp_path: Path) -> None:
    file = tmp_path / "avtale.docx"
    file.write_bytes(write(document, Style(STIL)))
    assert faults(file) == []


def with_lines_ahead(lines: int) -> Document:
    filler = tuple(Paragraph(f"p{n}", (Text("Fyll"),)) for n in range(lines))
    return replace(eksempel(mark=None), blocks=(*filler, *blokker("# Signaturer\nTekst foran."), signaturer(7)))


LINES = (4, 9, 14)
LAID_OUT = {"eksempel": eksempel(), **{str(lines): with_lines_ahead(lines) for lines in LINES}}


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page of each document, as LibreOffice lays it out."""
    folder = tmp_path_factory.mktemp("word")
    files = [folder / f"{name}.docx" for name in LAID_OUT]
    for file, document in zip(files, LAID_OUT.values(), strict=True):
        file.write_bytes(write(document, Style(STIL)))
    return dict(zip(LAID_OUT, pages_of_all(files), strict=True))


def test_libreoffice_numbers_headings_and_pages_and_repeats_header_and_mark(laid_out: dict[str, list[str]]) -> None:
    read = laid_out["eksempel"]
    assert 5 <= len(read) <= 7
    for number, page in enumerate(read, 1):
        assert f"Side {number} av {len(read)}" in page
        assert page.split("\n")[0].split() == [*eksempel().header.split(), "UTKAST"]
    whole = " ".join(" ".join(read).split())
    for heading in (
        "1 Innledning",
        "3.1 Rus og utenforskap",
        "3.3.1.1 Snøskuter",
        "4.2 SLT-samarbeidet",
        "11 Signaturer",
    ):
        assert heading in whole
    assert "a) barnevernet" in whole
    assert "1. om samtykke er mulig" in whole


@pytest.mark.parametrize("lines", LINES)
def test_libreoffice_splits_no_signature_and_leaves_no_heading_behind(
    lines: int, laid_out: dict[str, list[str]]
) -> None:
    signing = [page for page in laid_out[str(lines)] if "Underskrift _" in page]
    assert "Signaturer" in signing[0]
    counts = [[page.count(f"{label} _") for label in ("Sted", "Dato", "Underskrift")] for page in signing]
    assert all(len(set(of_a_page)) == 1 for of_a_page in counts)
    assert sum(signatures for signatures, *_ in counts) == 7
    assert counts[-1][0] > 1
