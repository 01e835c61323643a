"""Lists in running text: where they are divided, and where «og» is inside a name."""

from __future__ import annotations

import pytest

from avtalegen.importering.ledd import oppramsing
from avtalegen.importering.utsnitt import Utsnitt


@pytest.mark.parametrize(
    ("tekst", "leddene"),
    [
        ("avdeling for vann og avløp", ["avdeling for vann og avløp"]),
        (
            "kommunalsjef for barn og unge, rektor og lensmannen",
            ["kommunalsjef for barn og unge", "rektor", "lensmannen"],
        ),
        ("utvalg for kultur og miljø og rådmannen", ["utvalg for kultur og miljø", "rådmannen"]),
        ("leder for barnevernet og rektor", ["leder for barnevernet", "rektor"]),
        ("sjef for kultur og politikontakten", ["sjef for kultur", "politikontakten"]),
        ("ordføreren og lensmannen", ["ordføreren", "lensmannen"]),
    ],
)
def test_the_name_of_a_part_of_a_kommune_is_not_divided(tekst: str, leddene: list[str]) -> None:
    assert [en.s for en in oppramsing(Utsnitt(0, 0, tekst))] == leddene
