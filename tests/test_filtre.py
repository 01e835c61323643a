"""The filters and tests of the templates: one list, the same in CONTRIBUTING, and nothing beside it."""

import re
from pathlib import Path

import pytest

from avtalegen.dokument.maler import INGEN, Maler
from avtalegen.komponering.mal.filtre import printed, scalar
from avtalegen.komponering.mal.sandbox import environment
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.modell.former import JaNei
from avtalegen.modell.politirad import Åpenhet
from tests.formprove import les

CONTRIBUTING = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
EGNE = Maler("maler", (("nb", "formaal.md.j2", "# Formål\n"),))


def named(begins: str) -> set[str]:
    """Return the names in the point of CONTRIBUTING that begins so."""
    (point,) = re.findall(rf"^- {begins}.*?(?=^- |\n\n)", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"`(\w+)`", point))


def offered(maler: Maler) -> set[str]:
    return {name for name in environment("nb", maler).filters if not name.startswith("_")}


@pytest.mark.parametrize("maler", [INGEN, EGNE], ids=["våre", "egne"])
def test_contributing_names_each_filter_and_nothing_else(maler: Maler) -> None:
    assert offered(maler) == named("Filtrene")


def test_contributing_names_each_test_and_nothing_else() -> None:
    assert set(environment("nb", EGNE).tests) == named("Testene")


def test_a_way_of_writing_is_no_filter_until_it_is_in_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Språk, "hemmelig", lambda _self, tekst: tekst, raising=False)
    environment.cache_clear()
    assert "hemmelig" not in offered(INGEN) | offered(EGNE)


def test_words_for_a_choice_or_an_answer_are_one_value_in_a_template() -> None:
    for value, words in ((les(Åpenhet, "varierer"), "varierer"), (les(Åpenhet, "åpne ved behov"), "åpne ved behov")):
        assert printed(value) == words
    delvis = les(JaNei, "delvis")
    assert printed(delvis) == "delvis"
    assert scalar(delvis) is delvis
