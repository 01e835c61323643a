"""What is too long for any document is told at the value, wherever it stands, and the rest is read."""

from __future__ import annotations

from itertools import product

import pytest

from avtalegen.flyt import check
from avtalegen.lesing import LIMITS, parse
from tests.cli_support import VALID
from tests.i_ett import i_ett
from tests.lesing_support import assert_as_told, told

LANGE = {
    "a word": ("a" * 1_001, "Et ord i teksten er på 1 001 tegn. Et ord kan ha høyst 1 000."),
    "a word among others": ("Se " + "å" * 5_000 + " her", "Et ord i teksten er på 5 000 tegn."),
    "200,000 letters": ("a" * 200_000, "Teksten er på 200 000 tegn. En verdi kan ha høyst 50 000."),
    "characters": ("ord " * 12_501, "Teksten er på 50 003 tegn."),
    "lines": ("a\n" * 1_002, "Teksten er på 1 001 linjer. En verdi kan ha høyst 1 000."),
}
STEDER = {
    "a text": "evaluering:\n  tekst: {}\n",
    "an item": "vedlegg:\n  - tittel: {}\n",
    "a short form": "vedlegg: [{}]\n",
    "an address": "tjenestetilbud: {{kontakter: [{{hva: Vakt, nettadresse: {}}}]}}\n",
    "a number": "politiråd: {{møter: {{per_år: {}}}}}\n",
    "a name": "parter: {{politi: {}}}\n",
}


@i_ett(("what", "where"), product(LANGE, STEDER))
def test_a_value_that_is_too_long_is_told_where_it_stands(what: str, where: str) -> None:
    value, message = LANGE[what]
    quoted = '"' + value.rstrip().replace("\n", "\\n") + '"'
    text = VALID + STEDER[where].format(quoted)
    found = [d for d in parse(text, "a.yaml").diagnostics if d.code == "YML016"]
    assert [d.message.startswith(message) for d in found] == [True]
    assert found[0].span.line == text[: text.index(quoted)].count("\n") + 1
    assert check(text, "a.yaml").avtale is None


@pytest.mark.parametrize("what", ["a" * 1_000, ("ord " * 12_500).strip(), "\n".join("a" * 1_001)])
def test_a_value_as_long_as_it_may_be_is_read(what: str) -> None:
    quoted = what.replace("\n", "\\n")
    checked = check(f'{VALID}evaluering: {{tekst: "{quoted}"}}\n', "a.yaml")
    assert checked.avtale is not None, checked.diagnostics


@pytest.mark.parametrize(
    "text",
    [
        "x: &a " + "ord " * 5_000 + "\ny: [" + "*a, " * 60 + "]\n",
        "x: &a [" + "ord " * 5_000 + "]\ny: &b [" + "*a, " * 9 + "]\nz: [" + "*b, " * 9 + "]\n",
        "x: &a {k: &b " + "ord " * 5_000 + "}\ny: [" + "*a, *b, " * 40 + "]\n",
    ],
)
def test_what_is_repeated_counts_each_time(text: str) -> None:
    (found,) = (d for d in parse(text, "a.yaml").diagnostics if d.code == "YML016")
    assert "til sammen på mer enn 500 000 tegn" in found.message


def test_all_values_together_are_bounded() -> None:
    text = "".join(f"- {'ord ' * 12_000}\n" for _ in range(25))
    (found,) = (d for d in parse(f"vedlegg:\n{text}", "a.yaml").diagnostics if d.code == "YML016")
    assert found.message == "Verdiene i filen er til sammen på mer enn 500 000 tegn."
    assert LIMITS.characters == 500_000


def test_many_short_lines_are_as_much_as_few_long_ones() -> None:
    lines = "a\\n" * 900
    text = "".join(f'- "{lines}"\n' for _ in range(30))
    (found,) = (d for d in parse(f"vedlegg:\n{text}", "a.yaml").diagnostics if d.code == "YML016")
    assert "til sammen" in found.message


def test_a_reference_to_nothing_counts_as_the_value_that_it_stands_for() -> None:
    grenser = LIMITS._replace(nodes=20)
    koder = [[d.code for d in parse("x:\n" + "- *a\n" * n, "a.yaml", grenser).diagnostics] for n in (17, 18)]
    assert ["YML007" in noen for noen in koder] == [False, True]
    assert koder[0] == koder[1][:17]


TOLD = {
    "a word too long": f"a: {'x' * 1_001}\n",
    "too many lines": 'a: "' + "x\\n" * 1_002 + '"\n',
    "too many characters": f"a: {'ord ' * 12_501}\n",
    "too much text": "a:\n" + f"- {'ord ' * 12_000}\n" * 11,
    "too much text through an alias": f"a: &a {'ord ' * 12_000}\nb: [{'*a, ' * 11}]\n",
}


def test_what_is_said_is_what_we_have_read(skriv_fasit: bool) -> None:
    assert_as_told("grenser.txt", [told(name, text) for name, text in TOLD.items()], skriv_fasit)
