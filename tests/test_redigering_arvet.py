"""What stands at a route of an agreement that inherits: where it is written, and which list it is a part of."""

from typing import Any

from avtalegen.lesing import to_data
from avtalegen.lesing.redigering.endringer import Rute
from avtalegen.lesing.redigering.overstyring import ved
from tests.arvprove import merged

EGEN = "arv: felles.yaml\npolitiråd: {leder: Kari, møter: [1.2.2027]}\nslt: {leder: {navn: Ola}}\n"
FELLES = """\
politiråd:
  medlemmer: [ordfører, {tittel: rektor}]
  mandat: [[a, ], b]
satsningsområder: [A, B]
"""
F = "felles.yaml"
MEDLEMMER = (("politiråd", "medlemmer"), ["ordfører", {"tittel": "rektor"}])
MANDAT = (("politiråd", "mandat"), [["a"], "b"])

STED: list[tuple[Rute, Any, str | None, tuple[Rute, Any] | None]] = [
    ((), None, None, None),
    (("politiråd", "leder"), "Kari", None, None),
    (("politiråd", "leder", "navn"), None, None, None),
    (("politiråd", "sekretær"), None, None, None),
    (("politiråd", "møter"), ["1.2.2027"], None, None),
    (("politiråd", "møter", 0), "1.2.2027", None, None),
    (("politiråd", "møter", 1), None, None, None),
    # One thing that stands for a list, is the first of it and no other.
    (("slt", 0, "leder", 0, "navn"), "Ola", None, None),
    (("slt", 1, "leder"), None, None, None),
    (("slt", -1), None, None, None),
    # A list that is inherited, is so as a whole.
    (("politiråd", "medlemmer"), MEDLEMMER[1], F, MEDLEMMER),
    (("politiråd", "medlemmer", 0), "ordfører", F, MEDLEMMER),
    (("politiråd", "medlemmer", 1, "tittel"), "rektor", F, MEDLEMMER),
    (("politiråd", "medlemmer", 1, "navn"), None, F, MEDLEMMER),
    (("politiråd", "medlemmer", 2), None, F, MEDLEMMER),
    (("politiråd", "mandat", 0), ["a"], F, MANDAT),
    (("politiråd", "mandat", 0, 0), "a", F, MANDAT),
    # A list may stand for a part.
    (("satsningsområder", "områder", 1), "B", F, (("satsningsområder",), ["A", "B"])),
]


def test_what_is_inherited_is_known_by_its_file_and_its_list() -> None:
    root = merged(EGEN, felles=FELLES).root
    assert root is not None
    found = [(rute, ved(root, rute)) for rute, *_ in STED]
    assert [(rute, to_data(one.node) if rute and one.node else None, one.fil, one.liste) for rute, one in found] == STED
    assert found[0][1].node is root
