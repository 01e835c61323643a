"""Each change of any agreement, and each field of the format, is told in one sentence, in both målformer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from string import Formatter
from typing import Any

import pytest

from avtalegen.dokument.maler import MALER
from avtalegen.komponering.sporsmaal import felt_tekst
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Ordvalg
from avtalegen.modell.former import Målform, Tekst
from avtalegen.modell.lokaltekst import FREMMEDE
from avtalegen.utgaver.endringer import Endring, sammenlign
from avtalegen.utgaver.endringer.notat import Notat, notat, som_tekst
from avtalegen.utgaver.endringer.ord import i_målform
from avtalegen.utgaver.endringer.sammenligning import UTENOM
from tests.endringsprove import redigert_par
from tests.grundig import antall, utvalg
from tests.test_endringsnotat import NB, NN, linjer
from tests.test_hvert_felt import agreement, filled, parts

ORDENE = read_yaml(MALER / "endringer.yaml")

_FEIL = re.compile(r"\bNone\b|: \.|\.\.$|\w  |«»|– [.:]|^[^«\w]*[a-zæøå]")
"""What no sentence has: something that wasn't filled in, two stops, a small letter first."""


def sjekk(gammel: Avtale, ny: Avtale, endringer: tuple[Endring, ...], målform: Målform) -> Notat:
    """Return the note of two editions, when each change is told by one sentence, and each sentence is one."""
    ett = notat(gammel, ny, målform)
    assert ett.endringer == endringer
    sagt = [en for avsnitt in ett.avsnitt for setning in avsnitt.setninger for en in setning.alle]
    assert Counter(map(repr, sagt)) == Counter(map(repr, endringer))
    for linje in linjer(ett):
        assert linje.endswith((".", ":", "!", "?", "…", "»")), linje
        assert not _FEIL.search(linje.strip()), linje
    return ett


@pytest.mark.parametrize("nummer", range(antall(2, 600)))
def test_every_change_is_told_by_one_sentence(nummer: int) -> None:
    gammel, ny = redigert_par(nummer)
    sjekk(gammel, ny, sammenlign(gammel, ny), (NB, NN)[nummer % 2])


FELTENE = [
    (route, part, felt)
    for route, part in parts()
    for felt in part.felter.values()
    if (part, felt.navn) not in UTENOM and (felt.type is Tekst or not felt.påkrevd)
]


def test_a_choice_is_told_in_a_sentence_and_not_by_its_name() -> None:
    """Every value of every choice, come, changed and gone, in both målformer."""
    valgene = [one for one in FELTENE if isinstance(one[2].type, type) and issubclass(one[2].type, Ordvalg)]
    sagt = 0
    for route, part, felt in utvalg([one for one in valgene if one[2].nøkkel != "status"], 12):
        verdier = [valg.value for valg in felt.type]
        uten = Avtale.model_validate(agreement(route, {}))
        alle = [Avtale.model_validate(agreement(route, {felt.nøkkel: verdi})) for verdi in verdier]
        for én, annen in ((uten, alle[0]), *pairwise(alle), (alle[-1], uten)):
            if not (endringer := sammenlign(én, annen)):
                continue  # what applies without a choice
            for målform in (NB, NN):
                linje = " ".join(linjer(sjekk(én, annen, endringer, målform)))
                kort = felt_tekst(part, felt, målform).kort
                assert f"{kort.casefold()}: " not in linje.casefold(), linje
                sagt += 1
    assert sagt > 20


def test_the_choices_with_sentences_of_their_own_are_in_the_format() -> None:
    klasser = {(part.__name__, felt.nøkkel): felt.type for _, part, felt in FELTENE}
    for målform in Målform:
        for navn, ordene in ORDENE[målform.språkkode]["valg"].items():
            *klasse, nøkkel = navn.split(".")
            typer = {type_ for (eier, felt), type_ in klasser.items() if felt == nøkkel and klasse in ([], [eier])}
            assert typer, navn
            if "ord" in ordene:
                assert [{valg.value for valg in type_} == {*ordene["ord"]} for type_ in typer] == [True], navn


def test_every_field_of_the_format_can_be_told() -> None:
    for route, part, felt in utvalg(FELTENE, 40):
        uten = agreement(route, {felt.nøkkel: "Noe annet"} if felt.påkrevd else {})
        med = agreement(route, {felt.nøkkel: filled(felt, "Særmerket").value})
        gammel, ny = map(Avtale.model_validate, (uten, med))
        for én, annen in ((gammel, ny), (ny, gammel)):
            endringer = sammenlign(én, annen)
            # What something is known by, is another thing when it is changed.
            assert 1 <= len(endringer) <= 2, (part, felt.nøkkel)
            ett = sjekk(én, annen, endringer, NB)
            assert "særmerket" in som_tekst(ett).casefold() or "Særmerket" not in str(med), felt


def _mønstre(data: Any, vei: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(data, dict):
        for navn, verdi in data.items():
            yield from _mønstre(verdi, (*vei, navn))
    elif isinstance(data, list):
        for nr, verdi in enumerate(data):
            yield (*vei, str(nr)), verdi
    else:
        yield vei, data


def test_the_words_say_the_same_in_both_målformer() -> None:
    nb, nn = (dict(_mønstre(ORDENE[m.språkkode])) for m in Målform)
    assert [*nb] == [*nn]
    for vei, mønster in nb.items():
        felt = [{navn for _, navn, _, _ in Formatter().parse(tekst) if navn} for tekst in (mønster, nn[vei])]
        assert felt[0] == felt[1], vei
    for målform, ordene in ((NB, nb), (NN, nn)):
        ord_ = {
            o for tekst in ordene.values() for o in re.findall(r"[^\W\d_]+", re.sub(r"{\w+}", "", tekst.casefold()))
        }
        assert [o for o in ord_ if FREMMEDE[målform].har(o)] == []


def test_the_name_of_a_field_is_no_subject_of_a_sentence() -> None:
    """«Begynner», «Hvor ofte» and «Ikke her» are names of fields: a sentence that went on from one would be none."""
    for målform in Målform:
        ord_ = i_målform(målform).ord.values()
        åpninger = [re.match(r"\{hva\}\W*\w*", sagt) for sagt in ord_ if isinstance(sagt, str)]
        assert {treff[0] for treff in åpninger if treff and treff[0][5:6] not in (":", ",")} == set()
        assert len([*filter(None, åpninger)]) > 3
