"""Spelling, with a stand-in that speaks as hunspell does. With hunspell itself: tests/konformitet."""

import sys
from pathlib import Path

import pytest

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.regler.stavekontroll import Stavekontroll, åpne

# Words without an «f» are unknown; the number of lines asked is left beside the program,
# and that it ended because there was no more to ask.
ETTERLIGNING = """#!{python}
import sys
sys.stdin.reconfigure(encoding="utf-8"); sys.stdout.reconfigure(encoding="utf-8")
if "{mangler}" in sys.argv: sys.exit("Can't open affix or dictionary files")
if "-i utf-8" not in " ".join(sys.argv): sys.exit("Each system has a charset of its own")
print("@(#) International Ispell", flush=True)
for linje in sys.stdin:
    assert linje[0] == "^"
    with open(__file__ + ".spurt", "a") as fil: fil.write("x")
    if "stopp" in linje: sys.exit(1)
    for ord in linje[1:].split():
        print("*" if "f" in ord else f"& {{ord}} 2 1: foo, fee" if ord != "zz" else f"# {{ord}} 1")
    print(flush=True)
with open(__file__ + ".slutt", "a") as fil: fil.write("x")
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")


@pytest.fixture
def hunspell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = tmp_path / "hunspell"
    program.write_text(ETTERLIGNING.format(python=sys.executable, mangler="ingen"), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return program


def åpnet() -> Stavekontroll:
    kontroll = åpne()
    assert kontroll is not None
    return kontroll


def test_the_unknown_words_come_once_in_the_order_of_the_text(hunspell: Path) -> None:
    with åpnet() as kontroll:
        assert kontroll("bokmål", "for æøå, «zz» 12 for-å, Å zz") == ["æøå", "zz", "å", "Å"]
        assert kontroll("nynorsk", "") == []


def test_a_word_is_asked_for_once_in_each_målform(hunspell: Path) -> None:
    spurt = hunspell.with_name("hunspell.spurt")
    with åpnet() as kontroll:
        for målform in ("bokmål", "bokmål", "nynorsk", "bokmål"):
            assert kontroll(målform, "for abc") == ["abc"]
    assert spurt.read_text() == "xx"


def test_without_hunspell_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert åpne() is None


@pytest.mark.parametrize("ordbok", ["nb_NO", "nn_NO"])
def test_without_one_of_the_dictionaries_there_is_none_and_no_process_is_left(hunspell: Path, ordbok: str) -> None:
    hunspell.write_text(ETTERLIGNING.format(python=sys.executable, mangler=ordbok), encoding="utf-8")
    assert åpne() is None
    assert hunspell.with_name("hunspell.slutt").read_text() == "x"


def test_when_hunspell_stops_it_is_said(hunspell: Path) -> None:
    with åpnet() as kontroll:
        for _ in range(2):
            with pytest.raises(AvtalegenError, match="Stavekontrollen sluttet å svare"):
                kontroll("bokmål", "stopp")
        assert kontroll("nynorsk", "abc") == ["abc"]
