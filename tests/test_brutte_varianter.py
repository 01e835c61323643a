"""What `valider` says of agreements that are broken in all ways, held against what it said before."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.brutte_varianter import INSTEAD, funn, fyldig, utvalg, varianter
from tests.grundig import antall

FASIT = Path(__file__).parent / "fasit" / "brutte_varianter.txt"
ANTALL = 300


def test_what_is_said_of_broken_agreements_is_as_it_was(skriv_fasit: bool) -> None:
    each = utvalg(ANTALL)
    if skriv_fasit:
        told = "".join(f"{navn}\n{_shown(yaml())}" for navn, yaml in each)
        FASIT.write_text(told, encoding="utf-8", newline="\n")
    before = re.findall(r"^(\S.*)\n((?:  .*\n)*)", FASIT.read_text(encoding="utf-8"), re.MULTILINE)
    assert [navn for navn, _ in before] == [navn for navn, _ in each]
    for n in range(0, ANTALL, ANTALL // antall(25, ANTALL)):
        navn, yaml = each[n]
        assert (navn, _shown(yaml())) == before[n]


def _shown(text: str) -> str:
    return "".join(f"  {json.dumps([*d.values()], ensure_ascii=False)}\n" for d in funn(text))


def test_there_are_many_ways_to_break_an_agreement() -> None:
    names = [navn for navn, _ in varianter()]
    assert len(names) == len(set(names)) > 30_000
    assert all(any(json.dumps(new, ensure_ascii=False) in navn for navn in names) for new in INSTEAD)


def test_the_agreement_with_every_field_is_one() -> None:
    assert funn(json.dumps(fyldig(), ensure_ascii=False)) == []
