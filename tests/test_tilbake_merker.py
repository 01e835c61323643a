"""Signs and numbers that somebody has typed in front of a paragraph are no part of what it says."""

from avtalegen.skrivere.word.tekst import Section
from avtalegen.tilbake.merker import uten_merker
from tests.i_ett import i_ett


def lest(før: str, nå: str) -> object:
    ((item,),) = (section.items for section in uten_merker([Section("", 0, (før,))], [Section("", 0, (nå,))]))
    return item


@i_ett(
    ("før", "nå", "lest_som"),
    [
        ("ordfører", "• ordfører", "ordfører"),
        ("leder", "• ordfører", "ordfører"),
        ("ordfører", "1) ordfører", "ordfører"),
        ("ordfører", "– ordfører", "ordfører"),
        # What stood there with the sign, has it still; and a number may be of what is said.
        ("• ordfører", "• ordfører", "• ordfører"),
        ("2. juni", "1. juni", "1. juni"),
        ("ordfører", "ordfører", "ordfører"),
    ],
)
def test_a_sign_in_front_is_not_of_the_text(før: str, nå: str, lest_som: str) -> None:
    assert lest(før, nå) == lest_som
