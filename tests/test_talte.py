"""Of very many findings of one kind in one file the first are told, and the rest are counted in one that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalegen.flyt import check
from avtalegen.funn import kommentarer, talte
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from avtalegen.funn.talte import MOST_OF_A_KIND, talt
from avtalegen.lesing import ugyldig
from avtalegen.regler.valg import Valg
from avtalegen.rettelser import rett
from tests import cli_support
from tests.cli_support import VALID, Run
from tests.generator import I_DAG

cli = cli_support.cli


def ett(linje: int, kode: str = "YML002", fil: str = "a.yaml") -> Diagnostic:
    return Diagnostic(kode, Severity.FEIL, "Noe.", Span(fil, linje, 1, linje, 2))


def test_the_rest_of_a_kind_is_one_finding_at_the_first_of_them() -> None:
    funn = [ett(n) for n in range(1, MOST_OF_A_KIND + 1_235)]
    *hele, resten = talt(funn)
    assert hele == funn[:MOST_OF_A_KIND]
    assert (resten.antall, hele[0].antall) == (1_234, 1)
    assert (resten.code, resten.severity, resten.span) == (*funn[MOST_OF_A_KIND][:2], funn[MOST_OF_A_KIND].span)
    assert resten.message.startswith(f"Her og videre til linje {MOST_OF_A_KIND + 1_234} er det 1 234 funn til")
    assert isinstance(resten.hint, Begge)
    assert (resten.hint, resten.hint.nn) == (
        "Rett noen av de 500 første, så vises de neste.",
        "Rett nokre av dei 500 første, så blir dei neste viste.",
    )


def test_each_kind_in_each_file_is_counted_for_itself() -> None:
    funn = [ett(n, kode, fil) for n in range(400) for kode in ("YML002", "YML012") for fil in ("a.yaml", "b.yaml")]
    assert talt(funn) == funn
    assert talt([ett(1), *map(ett, range(MOST_OF_A_KIND))], alle=True)[-1] == ett(MOST_OF_A_KIND - 1)


def test_the_check_tells_no_more_than_that_whether_the_file_can_be_read_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talte, "MOST_OF_A_KIND", 5)
    for text in (VALID + "zz: x\n" * 40, "[\n" + VALID, VALID + "".join(f"x: *u{n}\ny{n}: 1\n" for n in range(40))):
        checked = check(text, "a.yaml", Valg(i_dag=I_DAG))
        of_a_kind = max(sum(d.code == one.code for d in checked.diagnostics) for one in checked.diagnostics)
        assert of_a_kind <= 6
    assert len(check(VALID + "zz: x\n" * 40, "a.yaml", alle=True).diagnostics) >= 39


def test_the_report_to_people_tells_how_many_there_are(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(talte, "MOST_OF_A_KIND", 150)
    (tmp_path / "a.yaml").write_text(VALID + "zz: x\n" * 400, encoding="utf-8")
    out = cli("valider", "a.yaml", "--velg", "YML").out
    assert "YML002] 299 funn til av dette slaget. Rett de første av dem.\n" in out
    assert "\n400 feil i 1 avtale.\n" in out
    assert (
        "er det 249 funn til av dette slaget. De er bare talt."
        in cli("valider", "a.yaml", "--velg", "YML", "--alle").out
    )


def test_comments_that_name_more_codes_than_that_turn_nothing_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kommentarer, "MOST_NAMED", 4)
    ignorer = "# avtalegen: ignorer VEI304, VEI422 – av en grunn\n"
    nok, en_til = ignorer * 2, ignorer * 3
    funn = [d for d in check(en_til + VALID, "a.yaml", Valg(i_dag=I_DAG)).diagnostics if d.code == "META102"]
    assert [(d.span.line, "flere enn 4 koder" in d.message) for d in funn][-1] == (3, True)
    assert not any("flere enn" in d.message for d in check(nok + VALID, "a.yaml", Valg(i_dag=I_DAG)).diagnostics)
    mange = "# avtalegen: ignorer " + ", ".join(f"VEI{n}" for n in range(100, 900)) + "\n"
    assert sum("flere enn 4" in d.message for d in check(mange + VALID, "a.yaml", Valg(i_dag=I_DAG)).diagnostics) == 1


def test_nothing_is_mended_in_a_file_that_the_rules_have_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ugyldig, "MOST_ERRORS", 3)
    områder = "".join(f"  - {{navn: A{n}, beskrivlse: ute}}\n" for n in range(9))
    tilfelle = f"{VALID}satsningsområder:\n{områder}"
    held: list[bytes] = []

    def sjekk(data: bytes):  # type: ignore[no-untyped-def]
        held.append(data)
        return check(data, "a.yaml", Valg(i_dag=I_DAG))

    assert rett(tilfelle.encode(), "a.yaml", sjekk).data == tilfelle.encode()
    assert len(held) == 1
    monkeypatch.undo()
    assert b"navn: A8, beskrivelse: ute" in rett(tilfelle.encode(), "a.yaml", sjekk).data
