"""What a rule says is of use to whoever hasn't read the rules: what is wrong, why it matters, what to do about it."""

import re
from collections import defaultdict
from pathlib import Path

from avtalegen.regler import FAMILIER, PÅ_TVERS, Regel
from avtalegen.regler.oppdag import regler_i
from tests import test_regler, test_rep
from tests.i_ett import i_ett

REGLER = regler_i((*FAMILIER, *PÅ_TVERS))
KODE = re.compile(r"[A-ZÆØÅ]{3,4}[0-9]{3}")
LINJE = re.compile(r"^(?:\S+:)?\d+:\d+: \w+\[(\w+)\] (.*)$", re.MULTILINE)


def _meldinger() -> dict[str, list[str]]:
    """Return what each rule says in the cases; that it does say so, is tried in test_regler and test_rep."""
    meldinger = defaultdict(list)
    for path in (Path(__file__).parent / "regler").rglob("*.md"):
        for kode, melding in LINJE.findall(path.read_text(encoding="utf-8")):
            meldinger[kode].append(melding)
    return meldinger


MELDINGER = _meldinger()


def er_setninger(tekst: str) -> bool:
    """Tell whether a text begins as a sentence does and ends as one does, and says no code."""
    return (tekst[0].isupper() or tekst[0] in "«0123456789") and tekst.endswith((".", "?", "»")) and "  " not in tekst


@i_ett("kode", REGLER)
def test_a_message_stands_alone(kode: str) -> None:
    assert MELDINGER[kode]
    for melding in MELDINGER[kode]:
        assert er_setninger(melding)
        assert melding.endswith(".")
        assert len(melding.split()) >= 4, "it names what it is about"
        assert not KODE.search(melding)


@i_ett("regel", REGLER.values(), ids=lambda regel: regel.kode)
def test_a_rule_says_why_it_matters_and_what_to_do(regel: Regel) -> None:
    dok = regel.dokumentasjon
    for del_ in (dok.hva, dok.hvorfor, dok.rett_opp):
        assert er_setninger(del_)
    if regel.kode.startswith("REP"):
        funn = test_rep.funn(dok.eksempel_feil.split("---\n"), regel.kode)
    else:
        funn = test_regler.funn(dok.eksempel_feil, regel.kode)
    assert funn
    for d in funn:
        assert d.hint
        assert er_setninger(d.hint)
        assert d.hint != d.message
        assert not KODE.search(d.hint)
