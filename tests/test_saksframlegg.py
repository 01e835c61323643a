"""The case about the agreement: what is known, what is asked for, and what is proposed."""

from __future__ import annotations

import re

import pytest

from avtalegen.dokument.bestilling import Papir
from tests.conftest import EKSEMPLER
from tests.papirprove import LITEN, RIK
from tests.test_papirdokumenter import said


def test_a_case_says_what_is_known_and_asks_for_the_rest() -> None:
    read = said(RIK, Papir.SAKSFRAMLEGG)
    assert "Avtalen erstatter «Avtale om politiråd» av 3. mars 2020 (sak 20/55)." in read
    assert "- Kari Nordmann som politikontakt fra 1. februar 2026" in read
    assert "- Fauske politistasjon fra mai 2026" in read
    assert "SLT-koordinator | Kommunen | 850 000 kroner | 100 %" in read
    assert "1. Fauske kommunestyre godkjenner avtalen om kommune- og politisamarbeid" in read
    assert "Rådmannen legger fram dette forslaget:" in read
    assert "[Fyll inn: hva avtalen betyr for kommunen" in read


@pytest.mark.parametrize(
    ("kommuner", "first"),
    [
        ('"1859"', "1. Flakstad kommunestyre godkjenner"),
        ("{kommunenummer: 4621, vedtak: {organ: heradsstyret}}", "1. Heradsstyret godkjenner"),
        ("{kommunenummer: 1859, vedtak: {organ: Kommunestyre}}", "1. Flakstad kommunestyre godkjenner"),
        ("{kommunenummer: 1859, vedtak: {organ: formannskap}}", "1. Formannskapet godkjenner"),
        ("4621", "1. Kommunestyret i Voss herad godkjenner"),
        ("[3320, 3324]", "1. [Fyll inn: kommunens navn] kommunestyre godkjenner"),
    ],
)
def test_the_proposal_names_the_body_that_decides(kommuner: str, first: str) -> None:
    text = LITEN.replace('"1859"', kommuner)
    assert first in said(text, Papir.SAKSFRAMLEGG)
    assert ("Hver kommune vedtar avtalen for seg." in said(text, Papir.SAKSFRAMLEGG)) is kommuner.startswith("[")


@pytest.mark.parametrize(
    ("periode", "point", "proposal"),
    [
        ("2027", "2027", " for året 2027."),
        ("2027–2029", "2027–2029", " for perioden 2027–2029."),
        (
            "{fra: 1.10.2016, varighet: 3 år}",
            "Fra 1. oktober 2016 i tre år",
            ". Avtalen gjelder fra 1. oktober 2016 i tre år.",
        ),
        ("3 år", "I tre år", ". Avtalen gjelder i tre år."),
        (
            "25.10.2024 – løpende",
            "Fra 25. oktober 2024, løpende, til avtalen blir sagt opp eller avløst av en ny",
            ". Avtalen gjelder fra 25. oktober 2024 og til den blir sagt opp eller avløst av en ny.",
        ),
        (
            "løpende",
            "Løpende, til avtalen blir sagt opp eller avløst av en ny",
            ". Avtalen gjelder til den blir sagt opp eller avløst av en ny.",
        ),
        ("{revisjon: årlig}", None, "."),
    ],
)
def test_a_case_says_how_long_the_agreement_lasts(periode: str, point: str | None, proposal: str) -> None:
    read = said(LITEN + f"periode: {periode}\n", Papir.SAKSFRAMLEGG)
    assert re.findall(r"- \*\*Periode:\*\* (.*)", read) == ([point] if point else [])
    assert f"politisamarbeid med Nordland politidistrikt{proposal}\n" in read
    assert ("- **Revisjon:** Hvert år" in read) is (point is None)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("hallingdal", "ledelsen i kommunene og politiet. "),
        ("hallingdal", "Rådet har ett møte i året i hver kommune og ett felles møte i Regionrådet for Hallingdal."),
        ("malvik", " i oppstarten."),
    ],
)
def test_a_case_says_where_and_when_the_meetings_are(name: str, told: str) -> None:
    (path,) = (path for path in EKSEMPLER if path.stem == name)
    (point,) = re.findall(r"- \*\*Politiråd:\*\* .*", said(path.read_text(encoding="utf-8"), Papir.SAKSFRAMLEGG))
    assert told in point
