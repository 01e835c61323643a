"""What is known of the words of earlier agreements says the same of the next one as to look through it alone."""

import random

from avtalegen.modell.lokaltekst import alle_med_små_bokstaver, små_bokstaver
from avtalegen.regler import ordregister
from avtalegen.regler.ordregister import Ordregister, register_med

_ORD = [
    *("politiråd,", "politirådet", "(slt", "rådet", "råd", "møte", "møter", "møteplan"),
    *("ordfører", "ordføraren", "ikkje/ikke", "2024–2026"),
]
_BITER = ("råd", "politi", "møte", "(slt", "ikke", "–", "finnes", "ordfører", "", "e")


def test_it_says_what_a_look_through_the_words_does() -> None:
    trekning, register = random.Random(3), Ordregister()
    for _ in range(40):
        ordene = frozenset(trekning.sample(_ORD, 4))
        register.lær(ordene)
        for bit in trekning.sample(_BITER, 3):
            har = {ord_ for ord_ in ordene if bit and bit in ord_}
            assert register.med(bit) & ordene == har, bit
        biter = tuple(trekning.sample(_BITER[:-2], 3))
        har = {ord_ for ord_ in ordene if any(bit in ord_ for bit in biter)}
        assert register.med_noen(biter) & ordene == har, biter
    assert register.som("begge", lambda ordene: ["slt"] if "(slt" in ordene else []) == {"(slt"}
    assert register.som("ingen", lambda _: []) == frozenset()


def test_what_is_known_is_not_taken_again() -> None:
    register = Ordregister()
    for ordene in (["rådet", "møte"], ["møte"], ["rådet", "slt"], ["slt", "møte"]):
        register.lær(frozenset(ordene))
    assert sorted("\n".join(register._bolker).split()) == ["møte", "rådet", "slt"]
    assert register.med("") == frozenset()


def test_what_it_remembers_has_an_end() -> None:
    først = register_med(frozenset(["ett"]))
    full = frozenset(map(str, range(ordregister._FLEST)))
    assert register_med(full) is først, "whoever fills it, still has it"
    assert register_med(full) is not først
    assert register_med(frozenset(["99"])).med("9") & frozenset(["99"]) == {"99"}


def test_many_texts_are_casefolded_as_each_of_them() -> None:
    for tekster in (["ÆRLIG Øl", "På\nÅs"], [], ["Straße", "20 ΜM µ"], ["«A» – B", "Č"], ["A\x1fB", "C"]):
        assert alle_med_små_bokstaver(tekster) == [*map(små_bokstaver, tekster)] == [t.casefold() for t in tekster]
