"""A line that is no YAML never hides what else there is to say, and nothing is said that it may be the cause of."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from avtalegen.flyt import Checked, check
from avtalegen.regler import Valg
from tests.conftest import EKSEMPLER
from tests.grundig import antall
from tests.i_ett import i_ett

VALG = Valg(date(2026, 11, 30))
AVTALE = """format: 1
avtale:
  målform: nynorsk
  status: utkast
parter:
  kommuner:
    - kommunenummer: 1859
      navn: Moskenes
  politi:
    distrikt: Nordland politidistrikt
politiråd:
  leder: ordfører
  medlemmer:
    kommune:
      - ordfører
      - kommunedirektør
  møter:
    per_år: 1
    sted: rådhuset
evaluering: årlig
"""
"""The number and the name don't go together (REG102), and one meeting a year is too few (VEI416)."""


def prøv(text: str) -> Checked:
    return check(text, "a.yaml", VALG)


def funn(checked: Checked) -> Counter[tuple[str, str]]:
    return Counter((d.code, d.message) for d in checked.diagnostics)


@i_ett(
    ("linje", "skrevet", "kode"),
    [
        ("    sted: rådhuset", "    sted: rådhuset: rom 2", "YML001"),
        ("    sted: rådhuset", "    sted:rådhuset", "YML001"),
        ("    sted: rådhuset", "    sted rådhuset", "YML001"),
        ("    sted: rådhuset", '    sted: "rådhuset', "YML001"),
        ("    sted: rådhuset", "    sted: 'Kari's kontor'", "YML001"),
        ("    sted: rådhuset", "    sted: [rådhuset", "YML001"),
        ("    sted: rådhuset", "    sted: *rådhuset*", "YML001"),
        ("    sted: rådhuset", "    sted: @rådhuset", "YML001"),
        ("    sted: rådhuset", "    sted: |\nrådhuset", "YML001"),
        ("    sted: rådhuset", "    sted:\u00a0rådhuset", "YML014"),
        ("      - ordfører", "      - *ordfører*", "YML001"),
        ("    per_år: 1", "    per_år: 1\n\tinnkaller: sekretæren", "YML003"),
        ("evaluering: årlig", "evaluering = årlig", "YML001"),
        ("  medlemmer:", "  medlemmer", "YML001"),
        ("  medlemmer:", "  medlemmer =  ", "YML001"),
        ("    sted: rådhuset", "    sted: rådhuset 😀: rom 2", "YML001"),
    ],
)
def test_the_rest_is_told_with_one_finding_about_the_line(linje: str, skrevet: str, kode: str) -> None:
    checked = prøv(AVTALE.replace(linje, skrevet, 1))
    assert checked.avtale is None
    assert checked.source.root is None
    assert [d.code for d in checked.diagnostics if d.code[:3] in ("YML", "SKJ")] == [kode]
    assert {"REG102", "VEI416"} <= {d.code for d in checked.diagnostics}
    assert {d.nynorsk for d in checked.diagnostics} == {True}
    assert funn(checked).keys() - {(kode, d.message) for d in checked.diagnostics} <= funn(prøv(AVTALE)).keys()


@i_ett(
    ("linje", "skrevet", "kode"),
    [
        # The line is where those beside it are, or where the one part is that has such a key.
        ("      - kommunedirektør", "     - kommunedirektør", "YML001"),
        ("      - kommunedirektør", "\t- kommunedirektør", "YML003"),
        ("      - kommunedirektør", "      kommunedirektør og rådgiver", "YML001"),
        ("      - kommunedirektør", "      * kommunedirektør\n      * rådgiver", "YML001"),
        ("    sted: rådhuset", "   sted: rådhuset", "YML001"),
        ("    - kommunenummer: 1859", "\t- kommunenummer: 1859", "YML003"),
        # Two parts above have such a field; it is one blank from the place in one of them.
        ("politiråd:", "    leder:\n      tittel: lensmann\n       enhet: Lofoten\npolitiråd:", "YML001"),
        ("    sted: rådhuset", "\t\tsted: rådhuset", "YML003"),
        ("    per_år: 1", "    per_år: 1\n\u00a0\u00a0\u00a0\u00a0innkaller: sekretæren", "YML014"),
        ("    sted: rådhuset", '    sted: "rådhuset",', "YML001"),
        ("    sted: rådhuset", "    // rådhuset er nytt\n    sted: rådhuset", "YML001"),
        ("    sted: rådhuset", "    <!-- rådhuset er nytt -->\n    sted: rådhuset", "YML001"),
        ("  møter:", "  /* møtene er nye */\n  møter:", "YML001"),
        ("  møter:", "   møter:", "YML001"),
        # What comes with the text from where it has been, is told as that.
        ("    sted: rådhuset", "<<<<<<< HEAD\n    sted: rådhuset\n=======\n    sted: her\n>>>>>>> b", "YML001"),
        ("    sted: rådhuset", "    sted: rådhuset\n=======", "YML001"),
        ("    sted: rådhuset", ">     sted: rådhuset", "YML001"),
        ("evaluering: årlig", "evaluering: årlig\n\nMed venleg helsing\nKari\n12 34 56 78", "YML001"),
        ("evaluering: årlig", "evaluering: årlig\n-- \nMvh Kari", "YML001"),
        ("evaluering: årlig", "evaluering: årlig\nMvh Kari\nTlf: 12 34 56 78\nEpost: k@b.no", "YML001"),
        ("evaluering: årlig", "evaluering: årlig\n```", "YML001"),
    ],
)
def test_a_line_that_is_surely_meant_so_is_one_finding_and_the_rest_is_told(
    linje: str, skrevet: str, kode: str
) -> None:
    checked = prøv(AVTALE.replace(linje, skrevet, 1))
    assert (checked.avtale, checked.source.root) == (None, None)
    assert [d.code for d in checked.diagnostics if d.code[:3] in ("YML", "SKJ")] == [kode]
    assert {"REG102", "VEI416"} <= {d.code for d in checked.diagnostics}
    assert {d.nynorsk for d in checked.diagnostics} == {True}


@i_ett(
    ("skrevet", "linje", "melding", "også"),
    [
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b", 2, "Her har to utgaver av filen forskjellig", [4, 6]),
        ("<<<<<<< a\n||||||| b\n=======\na: 2\n>>>>>>> b", 2, "Her har to utgaver av filen forskjellig", [4, 6]),
        ("a: 1\n>>>>>>> b", 3, "Dette merket setter git", []),
        ("======= Avtale", 2, "Linjen mangler kolon", []),
        ("a:\n  b: 1\n  ```", 4, "``` står rundt YAML", []),
        ("> a: 1\n> b: 1", 2, "Linjen begynner med >", []),
        ("```yaml\na: 1\n```", 2, "``` står rundt YAML", [4]),
        ("a: 1\nVennlig hilsen\nKari", 3, "Dette ser ut som slutten av en e-post", []),
        ("// a", 2, "// begynner ikke en kommentar", []),
        ("a:\n  b: 1\n  // c", 4, "// begynner ikke en kommentar", []),
        ("-- a", 2, "-- begynner ikke en kommentar", []),
        ("<!-- a -->", 2, "<!-- begynner ikke en kommentar", []),
        ("a:\n  * b\n  * c", 3, "Et listepunkt begynner med bindestrek", []),
        ("a:\n  - b c\n  d e", 4, "Linjene over er en liste", []),
        ('"a": "b",\n"c": "d"', 2, "Det står et komma bak verdien", []),
    ],
)
def test_what_the_text_has_been_through_is_told_as_that(
    skrevet: str, linje: int, melding: str, også: list[int]
) -> None:
    (found,) = (d for d in check(f"format: 1\n{skrevet}\n", "a.yaml").diagnostics if d.code[:3] == "YML")
    assert (found.code, found.span.line, [r.span.line for r in found.related]) == ("YML001", linje, også)
    assert found.message.startswith(melding)
    assert found.hint


@i_ett(
    ("tekst", "plasser"),
    [
        ("<<<<<<< a\nx: 1\n=======\n>>>>>>> b", [(1, 1, 1, 8)]),
        # Marks that are not all there, or not in order, are no place where two editions meet.
        ("<<<<<<< a\nx: 1\n>>>>>>> b", [(1, 1, 1, 8), (3, 1, 3, 8)]),
        ("||||||| a\n=======\n>>>>>>> b", [(1, 1, 1, 8), (2, 1, 2, 8), (3, 1, 3, 8)]),
        ("> a: 1\n> b: 2", [(1, 1, 1, 2)]),
        ("  ~~~\na: 1", [(1, 1, 1, 4)]),
    ],
)
def test_each_stretch_is_one_finding_where_it_begins(tekst: str, plasser: list[tuple[int, ...]]) -> None:
    told = [d.span for d in check(f"{tekst}\n", "a.yaml").diagnostics if d.code == "YML001"]
    assert told == [("a.yaml", *plass) for plass in plasser]


@i_ett(
    ("skrevet", "råd"),
    [
        ("// a", "Begynn kommentaren med # og mellomrom: «# a»"),
        ("/* a */", "Begynn kommentaren med # og mellomrom: «# a»"),
        (f"// {'å' * 60}", f"Begynn kommentaren med # og mellomrom: «# {'å' * 60}»"),
        (f"// {'å' * 61}", "Begynn kommentaren med # og mellomrom: «# »"),
        ("//", "Begynn kommentaren med # og mellomrom: «# »"),
        ("a:\n  * b: c: d", "Bytt ut stjernen med en bindestrek."),
        ("a:\n  *b* og c", 'Sett teksten i anførselstegn: "*b* og c"'),
        ("a:\n  - * b", 'Sett teksten i anførselstegn: "* b"'),
    ],
)
def test_a_sign_from_elsewhere_is_told_how_to_write_here(skrevet: str, råd: str) -> None:
    told = [d.hint for d in check(f"format: 1\n{skrevet}\n", "a.yaml").diagnostics if d.code == "YML001"]
    assert told[0] == råd


def test_what_stands_above_a_field_is_not_the_end_of_an_e_mail() -> None:
    for under in ("slt: nei", "ukjent:\n  a: 1"):
        told = [d.message for d in check(f"format: 1\nMvh Kari\n{under}\n", "a.yaml").diagnostics if d.span.line == 2]
        assert told
        assert not any("slutten av en e-post" in one for one in told)


def test_there_is_an_end_to_what_is_told_of_such_lines() -> None:
    conflicts = "".join(f"<<<<<<< a\nx{n}: 1\n=======\nx{n}: 2\n>>>>>>> b\n" for n in range(20))
    told = [d for d in check(f"format: 1\n{conflicts}```\n", "a.yaml").diagnostics if d.code == "YML001"]
    assert [d.span.line for d in told] == [2 + 5 * n for n in range(8)]


def test_a_field_that_is_a_comment_elsewhere_is_told_as_that() -> None:
    (found,) = (
        d
        for d in prøv(AVTALE.replace("    sted: rådhuset", "    // sted: rådhuset")).diagnostics
        if d.code[:3] in ("YML", "SKJ")
    )
    assert (found.code, found.span.line, found.message) == ("YML012", 19, "// byrjar ikkje ein kommentar i YAML.")
    assert found.hint == "Byrj kommentaren med # og mellomrom: «# sted»"


def test_what_only_looks_like_it_is_text() -> None:
    text = (
        AVTALE + "lokale_avsnitt:\n  - overskrift: Sitat\n    tekst: |\n      > sitert\n      // ikke\n      * punkt\n"
    )
    assert not [d for d in prøv(text).diagnostics if d.code[:3] in ("YML", "SKJ")]


@i_ett(
    ("linje", "skrevet", "borte"),
    [
        # What the line may say, is not missing, and nothing is said of what may hang on it.
        ("    per_år: 1", "    per_år 1", {"VEI416"}),
        ("  møter:", "  møter", {"VEI416"}),
        ("    - kommunenummer: 1859", "    - kommunenummer: [1859", {"REG102", "SKJ001", "REG101"}),
        ("evaluering: årlig", "evaluering årlig", {"VEI701"}),
        ("  politi:", "  politi", {"SKJ001"}),
        ("parter:", "parter", {"SKJ001"}),
    ],
)
def test_nothing_is_missing_that_the_line_may_say(linje: str, skrevet: str, borte: set[str]) -> None:
    koder = {d.code for d in prøv(AVTALE.replace(linje, skrevet, 1)).diagnostics}
    assert "YML001" in koder
    assert not koder & borte


def test_two_lines_are_both_told() -> None:
    text = AVTALE.replace("leder: ordfører", "leder: ordfører: vara").replace("evaluering: årlig", "evaluering årlig")
    found = [d for d in prøv(text).diagnostics if d.code == "YML001"]
    assert [d.span.line for d in found] == [12, 20]


def om_filen(text: str) -> list[tuple[str, int]]:
    return [(d.code, d.span.line) for d in prøv(text).diagnostics if d.code[:3] in ("YML", "PER")]


def test_what_else_is_wrong_in_the_file_is_told_beside_the_line() -> None:
    brutt = AVTALE.replace("    sted: rådhuset", "    sted: rådhuset: rom 2")
    assert om_filen(f"# Kari 31123990008\n{brutt}") == [("PER101", 1), ("YML001", 20)]
    assert om_filen(brutt.replace("årlig", "årlig\a")) == [("YML001", 19), ("YML011", 20)]
    # The same key once more, just under the line and two lines above it.
    igjen = "    per_år: 2\n"
    flere = brutt.replace("    sted", f"{igjen}    innkaller: ordfører\n    sted").replace("evalu", f"{igjen}evalu")
    assert om_filen(flere) == [("YML002", 19), ("YML001", 21), ("YML002", 22)]
    # Two blanks that are none.
    blanke = AVTALE.replace("sted: ", "sted:\u00a0").replace("leder: ", "leder:\u00a0")
    assert om_filen(blanke) == [("YML014", 12), ("YML014", 19)]


@i_ett(
    "skrevet",
    [
        # Where the lines below belong, nobody knows.
        AVTALE.replace("  møter:", " møter:\n   på: rådhuset"),
        AVTALE.replace("politiråd:", "...\npolitiråd:"),
        AVTALE.replace("      - kommunedirektør", "   -kommunedirektør: x: y"),
        AVTALE.replace("    sted: rådhuset", "\tsted: rådhuset\n        rom: 2"),
        AVTALE.replace("    sted: rådhuset", "\tsted: rådhuset\n      og rom 2"),
        # The field is there already.
        AVTALE.replace("    sted: rådhuset", "    sted: rådhuset\n   per_år: 2"),
        # No line is to blame for how deep it is.
        f"{AVTALE}a: {'[' * 3000}",
    ],
)
def test_only_the_first_cause_is_told_when_it_is_not_sure_what_the_rest_says(skrevet: str) -> None:
    (found,) = prøv(skrevet).diagnostics
    assert found.code == ("YML003" if "\t" in skrevet else "YML006" if "[[" in skrevet else "YML001")


def brutt(linje: str, tall: random.Random) -> str:
    """Return a line as somebody may break it."""
    navn, kolon, verdi = linje.partition(": ")
    måter = [f" {linje}", linje[1:], f"\t{linje.lstrip()}", f"\u00a0{linje[1:]}"] if linje.startswith(" ") else []
    if kolon:
        måter += [f"{navn}{tegn}{verdi}" for tegn in (":", " ", " = ", ': "', ": x: ", ": 'Kari's ", ": [", ": *")]
    elif linje.endswith(":"):
        måter += [linje[:-1], f"{linje[:-1]} ="]
    return tall.choice(måter) if måter else f"{linje}: x: y"


@pytest.mark.parametrize("fil", EKSEMPLER, ids=lambda fil: fil.stem)
def test_with_any_line_broken_nothing_is_said_without_reason(fil: Path) -> None:
    linjer = fil.read_text(encoding="utf-8").split("\n")
    hele = funn(check("\n".join(linjer), fil.name, VALG))
    tall = random.Random(fil.stem)
    uten, likevel, alle = [], 0, 0
    for rad in tall.sample(range(len(linjer)), min(len(linjer), antall(8, 500))):
        if not linjer[rad].strip() or linjer[rad].lstrip().startswith("#"):
            continue
        ødelagt = brutt(linjer[rad], tall)
        checked = check("\n".join([*linjer[:rad], ødelagt, *linjer[rad + 1 :]]), fil.name, VALG)
        if checked.source.root is not None:
            continue
        alle += 1
        likevel += len(checked.diagnostics) > 1
        # Rules that name what is missing, name less of it when not all can be read.
        uten += [
            (ødelagt, kode, melding)
            for kode, melding in funn(checked).keys() - hele.keys()
            if not kode.startswith("YML") and kode not in {k for k, _ in hele}
        ]
    assert uten == []
    assert likevel > alle / 2


@i_ett(
    ("text", "linjer"),
    [
        ('avtale:\n\tstatus: utkast\nparter:\n  kommuner: "1859\n  politi: Nordland\n', [2, 4]),
        ("avtale:\n\tstatus: utkast\nparter:\n  kommuner: 1859\n  politi: 'Nordland\n", [2, 5]),
        ('avtale:\n  status: "utkast\nparter:\n\tkommuner: "1859"\n  politi: Nordland\n', [2, 4]),
    ],
)
def test_a_quote_that_never_ends_is_told_beside_a_tab(text: str, linjer: list[int]) -> None:
    assert [d.span.line for d in prøv(text).diagnostics] == linjer
