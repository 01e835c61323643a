"""Spelling and the words that mark a målform, by hunspell itself and its Norwegian dictionaries."""

from collections.abc import Iterator

import pytest

from avtalegen.flyt import check
from avtalegen.modell.former import Målform
from avtalegen.modell.lokaltekst import FREMMEDE
from avtalegen.regler import Valg
from avtalegen.regler.stavekontroll import Stavekontroll, åpne
from tests.conftest import EKSEMPLER
from tests.test_regler import I_DAG

pytestmark = pytest.mark.konformitet


@pytest.fixture(scope="module")
def kontroll() -> Iterator[Stavekontroll]:
    åpnet = åpne()
    assert åpnet is not None, "hunspell is not installed (Debian: hunspell and hunspell-no)"
    with åpnet:
        yield åpnet


def test_hunspell_knows_norwegian(kontroll: Stavekontroll) -> None:
    assert kontroll("bokmål", "Partene prioriterer samarbiedet") == ["samarbiedet"]
    assert kontroll("nynorsk", "Partane prioriterer samarbeidet, ikke noe anna") == ["ikke", "noe"]


def test_the_words_that_mark_a_målform_are_in_its_own_dictionary_and_not_in_the_other(kontroll: Stavekontroll) -> None:
    # hunspell's bokmål has some of these as rare words or compounds, and lacks «noe» and «noen».
    unntak = {"frå", "berre", "heile", "kvar", "eigne", "veker", "gonger", "noe", "noen"}
    for målform in Målform:
        ordene = FREMMEDE[målform].sikre | FREMMEDE[målform].svake
        assert ordene - set(kontroll(målform.value, " ".join(ordene))) <= unntak
        assert set(kontroll(FREMMEDE[målform].målform.value, " ".join(ordene))) <= unntak


def test_few_words_of_the_real_agreements_are_unknown(kontroll: Stavekontroll) -> None:
    for path in EKSEMPLER:
        funnet = check(path.read_bytes(), path.name, Valg(I_DAG, stavekontroll=kontroll)).diagnostics
        assert len([d for d in funnet if d.code == "SPR104"]) <= 5
