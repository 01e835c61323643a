"""A bracket that is not closed never hides what else there is to say of the file."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from avtalegen.flyt import check
from avtalegen.lesing.klammer import closed
from tests.conftest import EKSEMPLER
from tests.grundig import antall
from tests.i_ett import i_ett
from tests.test_lesing_videre import AVTALE, VALG, funn, prøv

KOMMUNE = "    kommune:\n      - ordfører\n      - kommunedirektør"


@i_ett(
    ("står", "skrevet", "linjer"),
    [
        ("format: 1", "{format: 1", [1]),
        ("avtale:\n  målform: nynorsk\n  status: utkast", "avtale: {målform: nynorsk, status: utkast", [2]),
        ("  leder: ordfører", "  leder: {tittel: ordfører, navn: Kari", [12]),
        ("  leder: ordfører", "  leder: {tittel: ordfører,\n    navn: Kari", [12]),
        ("  leder: ordfører", "  leder: {\n    tittel: ordfører,\n    # nå\n    navn: Kari", [12]),
        ("  leder: ordfører", "  leder: {\n    tittel: ordfører\n    navn: Kari", [12]),
        ("  leder: ordfører", "  leder: {tittel: ordfører,\n\tnavn: Kari", [12]),
        ("  leder: ordfører", "  leder: [{tittel: 'a {b', navn: Kari", [12]),
        (KOMMUNE, "    kommune: [ordfører, kommunedirektør", [14]),
        (KOMMUNE, "    kommune: [\n      ordfører,\n      kommunedirektør", [14]),
        (KOMMUNE, "    kommune:\n      - {tittel: ordfører\n      - {tittel: rådgiver", [15, 16]),
        ("politiråd:", "politiråd: {", [11]),
        ("  kommuner:\n    - kommunenummer: 1859", "  kommuner: [\n    - kommunenummer: 1859", [6]),
        ("evaluering: årlig", "evaluering: {hyppighet: årlig", [20]),
    ],
)
def test_a_bracket_that_is_not_closed_is_one_finding_and_the_rest_is_told(
    står: str, skrevet: str, linjer: list[int]
) -> None:
    checked = prøv(AVTALE.replace(står, skrevet, 1))
    assert checked.source.root is None
    assert [d.span.line for d in checked.diagnostics if d.code[:3] in ("YML", "SKJ")] == linjer
    assert {"REG102", "VEI416"} <= {d.code for d in checked.diagnostics}


def test_what_stands_in_a_bracket_that_is_not_closed_is_told_too() -> None:
    for inni in ("{\n    nvn: Kari,\n    tittel: lensmann", "{tittel: lensmann,\n    nvn: Kari"):
        told = prøv(AVTALE.replace("  leder: ordfører", f"  leder: {inni}").replace("evalu", "evlu")).diagnostics
        assert {"«nvn»", "«evluering»"} == {d.message.split()[0] for d in told if d.code == "SKJ002"}


@i_ett("skrevet", ['{a: "b', "{a: b]", "[a # b", "[a], {b: [c"])
def test_a_bracket_is_not_closed_where_it_is_not_sure(skrevet: str) -> None:
    assert closed([f"x: {skrevet}", "y: 1"], 0) is None


def med_klamme(linje: str, tall: random.Random) -> str:
    """Return a line with a bracket that is opened in it."""
    foran, skille, verdi = linje.partition(": " if ": " in linje else "- ")
    inn = " " * (len(linje) - len(linje.lstrip()) + 2)
    måter = [f"{foran}{skille}{tegn}{verdi}" for tegn in ("{", "[", "{hva: ", "[[")] if skille else [f"{linje} {{"]
    return tall.choice([*måter, f"{foran}{skille}[\n{inn}{verdi}" if ": " in linje else måter[0]])


@pytest.mark.parametrize("fil", EKSEMPLER, ids=lambda fil: fil.stem)
def test_with_a_bracket_opened_in_any_line_nothing_is_said_without_reason(fil: Path) -> None:
    linjer = fil.read_text(encoding="utf-8").split("\n")
    hele = {kode for kode, _ in funn(check("\n".join(linjer), fil.name, VALG))}
    tall = random.Random(fil.stem)
    skrevet = [rad for rad, linje in enumerate(linjer) if linje.strip() and not re.search(r"[#\[\]{}]", linje)]
    uten, likevel, alle = [], 0, 0
    for rad in tall.sample(skrevet, min(len(skrevet), antall(8, 500))):
        ødelagt = med_klamme(linjer[rad], tall)
        checked = check("\n".join([*linjer[:rad], ødelagt, *linjer[rad + 1 :]]), fil.name, VALG)
        if checked.source.root is None:
            alle += 1
            likevel += len(checked.diagnostics) > 1
            uten += [(ødelagt, *ett) for ett in funn(checked) if ett[0] not in hele and not ett[0].startswith("YML")]
    assert uten == []
    assert likevel > alle * 2 / 3
