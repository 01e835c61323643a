"""A change with more in it than a file may have is refused for what it is, and at once, however much it is."""

from __future__ import annotations

from time import process_time

import pytest

from avtalegen.funn.begge import i_nynorsk
from avtalegen.lesing import LIMITS
from avtalegen.lesing.redigering import RedigeringFeil, Sett, SettInn, Verdi, rediger

FILEN = b"format: 1\npolitir\xc3\xa5d:\n  form\xc3\xa5l: x\n  oppgaver: [a]\n"
NÆR = "ord " * (LIMITS.value // 4 - 1)
FULL = b"".join(b"k%d: %s\n" % (nr, NÆR.encode()) for nr in range(LIMITS.characters // LIMITS.value))


def inni(nivåer: int) -> Verdi:
    verdi: Verdi = "x"
    for _ in range(nivåer):
        verdi = [verdi]
    return verdi


@pytest.mark.parametrize(
    ("verdi", "melding"),
    [
        ("a" * 1_001, "Et ord i teksten er på 1 001 tegn. Et ord kan ha høyst 1 000."),
        ("a\n" * 1_001, "Teksten er på 1 001 linjer. En verdi kan ha høyst 1 000."),
        ("a " * 25_001, "Teksten er på 50 002 tegn. En verdi kan ha høyst 50 000."),
        ("a " * 14_000_000, "Teksten er på 28 000 000 tegn. En verdi kan ha høyst 50 000."),
        ([NÆR] * 11, "Verdiene i filen er til sammen på mer enn 500 000 tegn."),
        ([["a"] * 1_000] * 21, "Filen har flere verdier enn de 20 000 som er tillatt."),
        ([["a"] * 1_000] * 5_000, "Filen har flere verdier enn de 20 000 som er tillatt."),
        (inni(41), "Her går filen over 40 nivåer inn. Så dypt kan verdier ikke ligge inni hverandre."),
        (inni(20_000), "Her går filen over 40 nivåer inn. Så dypt kan verdier ikke ligge inni hverandre."),
        ({"a" * 1_001: "x"}, "Et ord i teksten er på 1 001 tegn. Et ord kan ha høyst 1 000."),
    ],
    ids=range(10),
)
def test_what_no_file_has_room_for_is_told_at_once(verdi: Verdi, melding: str) -> None:
    start = process_time()
    with pytest.raises(RedigeringFeil) as fanget:
        rediger(FILEN, "a.yaml", Sett(("politiråd", "formål"), verdi))
    assert fanget.value.melding == melding
    assert i_nynorsk(fanget.value.melding) != melding
    with pytest.raises(RedigeringFeil, match=melding[:20]):
        rediger(FILEN, "a.yaml", SettInn(("politiråd", "oppgaver"), 1, verdi))
    assert process_time() - start < 1


def test_what_this_file_has_no_room_for_is_told_as_that() -> None:
    with pytest.raises(RedigeringFeil, match="Verdiene i filen er til sammen på mer enn 500 000 tegn"):
        rediger(FILEN + FULL, "a.yaml", Sett(("politiråd", "formål"), NÆR))


def test_what_there_is_room_for_is_put_in() -> None:
    assert NÆR.strip().encode() in rediger(FILEN, "a.yaml", Sett(("politiråd", "formål"), NÆR.strip())).data
