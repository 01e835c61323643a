"""What a rule says of its cases is written by the tool, and never over a case that is judged wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.regeltilfeller import Tilfelle, prøv, tilfeller

UTEN = """\
# XXX101 prøve

## Treff: to filer

```yaml
a: 1
```

```yaml
b: 2
```

## Bom: ingenting

```yaml
c: 3
```
"""
MED = UTEN.replace("b: 2\n```\n", "b: 2\n```\n\n```\n1:1: feil\n  2:1: her\n```\n")


def sagt(tilfelle: Tilfelle) -> str:
    return "1:1: feil\n  2:1: her\n" if tilfelle.yaml == ("a: 1\n", "b: 2\n") else ""


@pytest.mark.parametrize("before", [UTEN, MED, MED.replace("her", "der"), MED + "\n```\n1:1: noe\n```\n"])
def test_what_the_rule_says_is_written_where_it_belongs_and_nothing_else_changes(tmp_path: Path, before: str) -> None:
    path = tmp_path / "XXX101.md"
    path.write_text(before, encoding="utf-8")
    prøv(path, sagt, skriv=True)
    assert path.read_text(encoding="utf-8") == MED
    prøv(path, sagt, skriv=False)
    assert [(t.kode, t.treff, t.ventet) for t in tilfeller(path)] == [
        ("XXX101", True, "1:1: feil\n  2:1: her\n"),
        ("XXX101", False, ""),
    ]


@pytest.mark.parametrize("skriv", [True, False])
@pytest.mark.parametrize(
    ("before", "says"),
    [(MED, ""), (MED, "1:1: feil\n"), (MED.partition("## Bom")[0], "1:1: feil\n  2:1: her\n")],
    ids=["a hit without a finding", "a miss with one", "no miss"],
)
def test_a_case_that_is_judged_wrongly_is_not_written_over(tmp_path: Path, before: str, says: str, skriv: bool) -> None:
    path = tmp_path / "XXX101.md"
    path.write_text(before, encoding="utf-8")
    with pytest.raises(AssertionError):
        prøv(path, lambda _: says, skriv=skriv)
    assert path.read_text(encoding="utf-8") == before


def test_other_words_than_the_rule_s_are_told(tmp_path: Path) -> None:
    path = tmp_path / "XXX101.md"
    path.write_text(MED.replace("her", "der"), encoding="utf-8")
    with pytest.raises(AssertionError):
        prøv(path, sagt, skriv=False)
