"""Templates from somebody who wants out of the sandbox, or wants the machine to work for ever."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from jinja2 import Undefined

from avtalegen.dokument.maler import INGEN, Maler
from avtalegen.flyt import check
from avtalegen.komponering import compose
from avtalegen.komponering.mal import grenser
from avtalegen.komponering.mal.sandbox import environment as environment_of
from avtalegen.modell.base import Del
from tests.cli_support import ROOT, VALID, environment
from tests.conftest import EKSEMPLER
from tests.fiendtlige_maler import ESCAPES, GREEDY, tried
from tests.grundig import antall, grundig, utvalg
from tests.i_ett import i_ett
from tests.test_avtalerepo import EXAMPLE

# Of the process, also what it is without any template: Python, Jinja and the register.
MOST_MEMORY, MOST_STEPS = 200, 10_000_000


@pytest.fixture(scope="module")
def became() -> dict[str, list[Any]]:
    """Compose with every template in a process of its own, and return what became of each."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.fiendtlige_maler"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    return dict(zip(tried(), told, strict=True))


@i_ett("template", [text for text in tried() if text in ESCAPES])
def test_no_way_out_of_the_sandbox(template: str, became: dict[str, list[Any]]) -> None:
    (finding,) = became[template][1]
    code, file, line, message = finding
    assert (code, file, line) == ("MAL001", "maler/nb/formaal.md.j2", 1)
    assert message.startswith("Mal")
    assert "0x" not in message
    assert "root:" not in message


@i_ett("number", [n for n, text in enumerate(GREEDY) if text in tried()])
def test_every_template_comes_to_an_end(number: int, became: dict[str, list[Any]]) -> None:
    taken, findings, length, megabytes = became[GREEDY[number]]
    assert taken < MOST_STEPS
    assert megabytes < MOST_MEMORY
    assert length is None or length < 500_000
    assert {(code, file) for code, file, *_ in findings} <= {("MAL001", "maler/nb/formaal.md.j2")}


@pytest.mark.parametrize("egne", [INGEN, Maler("maler", (("nb", "x.md.j2", "x"),))], ids=["ours", "theirs"])
def test_of_a_part_of_the_agreement_a_template_sees_its_fields_and_its_own_properties(egne: Maler) -> None:
    maler = environment_of("nb", egne)
    assert len(Del.__subclasses__()) > 50
    for part in Del.__subclasses__():
        made = part.model_construct()
        own = {name for name in vars(part) if isinstance(vars(part)[name], property)} | {*part.model_fields}
        seen = [
            (part.__name__, name)
            for name in dir(part)
            if name not in own
            for value in (maler.getattr(made, name), maler.getitem(made, name))
            if not isinstance(value, Undefined)
        ]
        assert seen == []
        with pytest.raises(TypeError):
            iter(made)  # type: ignore[call-overload]


@grundig
def test_the_bounds_change_nothing_in_what_our_templates_say() -> None:
    text = (EXAMPLE / "maler/nb/taushetsplikt.md.j2").read_text(encoding="utf-8")
    files = [path for språk in ("nb", "nn") for path in sorted((ROOT / "maler" / språk).glob("*.j2"))]
    ours = tuple((path.parent.name, path.name, path.read_text(encoding="utf-8")) for path in files)
    ours = (*utvalg(ours, 40),)
    for path in utvalg(EKSEMPLER, 2):
        avtale = check(path.read_bytes(), path.name).avtale
        assert avtale is not None
        bounded = compose(avtale, egne=Maler("maler", ours))
        assert bounded == compose(avtale)
        assert compose(avtale, egne=Maler("maler", (("nb", "taushetsplikt.md.j2", text),))).document is not None


def test_the_agreement_can_be_large_even_with_templates_of_their_own() -> None:
    rows = "".join(
        f"  - {{navn: Område {n}, tiltak: [{{hva: Tiltak {n}, ansvarlig: Kommunen}}]}}\n" for n in range(300)
    )
    avtale = check(f"{VALID}satsningsområder:\n{rows}", "a.yaml").avtale
    assert avtale is not None
    own = Maler("maler", (("nb", "formaal.md.j2", "# Formål\n\nEget.\n"),))
    assert len(compose(avtale, egne=own).document.blocks) > 900  # type: ignore[union-attr]


def test_a_template_of_theirs_may_be_long_and_all_of_them_together_not_endless() -> None:
    avtale = check(VALID, "a.yaml").avtale
    assert avtale is not None
    prose = "# Formål\n\n" + "Et avsnitt på noen ord som noen har skrevet for sin egen kommune.\n\n" * 300
    assert compose(avtale, egne=Maler("maler", (("nb", "formaal.md.j2", prose),))).document is not None
    endless = tuple(("nb", name, "x" * 110_000) for name in ("formaal.md.j2", "slt.md.j2"))
    (finding,) = compose(avtale, egne=Maler("maler", endless)).diagnostics
    assert "til sammen på mer enn 200 000 tegn" in finding.message


def test_what_is_too_large_is_told_in_a_template_of_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    avtale = check(VALID, "a.yaml").avtale
    assert avtale is not None
    monkeypatch.setattr(grenser, "NODES", antall(grenser.NODES // 10, grenser.NODES))
    many = "{% if 1 == 2 %}" + "{{1}}" * antall(800, 8_000) + "{% endif %}"
    first, last = ("nb", "innledning.md.j2", many), ("nb", "signaturer.md.j2", many)
    assert compose(avtale, egne=Maler("maler", (first,))).document is not None
    (finding,) = compose(avtale, egne=Maler("maler", (first, last))).diagnostics
    assert (finding.span.file, finding.code) == ("maler/nb/signaturer.md.j2", "MAL001")
    assert "for mange uttrykk til sammen" in finding.message


def test_the_bounds_hold_for_the_document_as_a_whole() -> None:
    avtale = check(VALID, "a.yaml").avtale
    assert avtale is not None
    half = "{% for a in [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] %}" * 4 + "{% endfor %}" * 4
    once = compose(avtale, egne=Maler("maler", (("nb", "formaal.md.j2", half + "a"),)))
    assert once.document is not None
    names = ("formaal.md.j2", "innledning.md.j2", "slt.md.j2", "signaturer.md.j2", "gyldighet.md.j2", "vedlegg.md.j2")
    (finding,) = compose(avtale, egne=Maler("maler", tuple(("nb", name, half * 8) for name in names))).diagnostics
    assert "mer arbeid enn noen avtale trenger" in finding.message
