"""What a Word file carries of its own text: read from what the writer made, as it would be read from anybody's file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pytest

from avtalegen.dokument.innhold import Attachment, LineBreak, Paragraph, Text
from avtalegen.skrivere import write
from avtalegen.skrivere.word import skriver
from avtalegen.skrivere.word.deler import read_parts
from avtalegen.skrivere.word.tekst import Section, told, told_by_us
from avtalegen.skrivere.word.xml import Element, parse_untrusted, part, serialise
from tests.generator.sammensatt import sammensatt
from tests.grundig import antall

_ODD = (
    Text("myk\u00adbindestrek, hard\u2011bindestrek,\ttab\nny linje  to rom\u200b "),
    LineBreak(),
    Text('[Fyll inn: dato] og A\u030a & <b> «\'» "x" \x85\u2028', bold=True),
)


def test_what_we_wrote_is_told_as_by_anybody_and_is_as_lxml_writes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    simple = 0

    def both(body: Sequence[str], levels: Mapping[str, int], margins: Iterable[Element]) -> tuple[Section, ...]:
        nonlocal simple
        simple += not any(one.startswith("<w:sdt>") for one in body)
        found = told_by_us(body, levels, margins)
        root = part("document", f"<w:body>{''.join(body)}</w:body>")
        assert found == told(root, levels, margins).sections
        return found

    monkeypatch.setattr(skriver, "told_by_us", both)
    for number in range(antall(1, 300)):
        document = sammensatt(number).document
        # A long one has a table of contents, and is read as everybody's.
        for blocks in (document.blocks[: n * len(document.blocks) // 4] for n in (1, 4)):
            odd = Paragraph("rart", _ODD)
            made = write(replace(document, blocks=(*blocks, odd), sources=(Attachment("avtale.yaml", b""),)), "docx")
            parts = read_parts(made)
            assert parts is not None
            assert serialise(parse_untrusted(parts["word/document.xml"])) == parts["word/document.xml"]
    assert simple
