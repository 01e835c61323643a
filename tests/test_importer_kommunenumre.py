"""The number of a kommune in an old agreement: it tells which one is meant where two have the same name."""

import pytest
import yaml

from avtalegen import register
from avtalegen.dokument.maler import MALER
from avtalegen.importering import Sikkerhet, importer, les
from avtalegen.lesing.ours import read_yaml


def parten(tekst: str) -> tuple[str, str, bool]:
    """Return the number and the name of the only kommune that is a party, and whether it is sure."""
    utkast = importer(les(f"# Samarbeidsavtale med politiet\n\n{tekst}\n".encode(), "x.md"))
    kommune = yaml.safe_load(utkast.yaml)["parter"]["kommuner"][0]
    sikker = {v.sikkerhet for rute, v in utkast.verdier if rute[:2] == ("parter", "kommuner")}
    return str(kommune["kommunenummer"]), kommune["navn"], sikker == {Sikkerhet.SIKKER}


@pytest.mark.parametrize(
    ("skrevet", "nummer", "navn", "sikker"),
    [
        ("Os kommune (1243)", "4624", "Bjørnafjorden", True),
        ("Os kommune (0441)", "3430", "Os", True),
        ("Os kommune (3430)", "3430", "Os", True),
        ("Os kommune (4624)", "4624", "Bjørnafjorden", False),
        ("Os kommune (1102)", "3430", "Os", False),
        ("Sande kommune, kommunenr. 0713,", "3903", "Holmestrand", True),
        ("Våler kommune, knr. 0426,", "3419", "Våler", True),
        ("Våler kommune (0137)", "3114", "Våler", True),
        ("Våler kommune", "3114", "Våler", False),
        ("Haram kommune (1507)", "1580", "Haram", True),
        ("Hof kommune (0714)", "3903", "Holmestrand", True),
    ],
)
def test_the_number_beside_the_name_decides_and_is_not_sure_against_it(
    skrevet: str, nummer: str, navn: str, sikker: bool
) -> None:
    assert parten(f"Avtalen er inngått mellom {skrevet} og politiet.") == (nummer, navn, sikker)


def test_the_number_may_stand_beside_the_name_somewhere_else() -> None:
    tekst = "Avtalen er inngått mellom Våler kommune og politiet.\n\n## Parter\n\nVåler kommune (0426), rådhuset."
    assert parten(tekst) == ("3419", "Våler", True)


def test_the_old_numbers_became_kommuner_and_fylker_of_today() -> None:
    data = read_yaml(MALER / "tidligere.yaml")
    assert set(data["fylker"]) == {k.fylkesnummer for k in register.alle_kommuner()}
    assert [ny for ny in data["numre"].values() if register.kommune(ny) is None] == []
    assert [gammelt for gammelt in data["numre"] if register.kommune(gammelt)] == []


def test_an_old_politidistrikt_that_was_divided_is_the_one_that_the_kommune_is_in_today() -> None:
    tekst = "# Avtale mellom {} kommune og Midtre Hålogaland politidistrikt\n\n## Politirådet\n\nRådet møtes årlig.\n"
    for kommune, distrikt in (("Ibestad", "Troms politidistrikt"), ("Narvik", "Nordland politidistrikt")):
        verdier = dict(importer(les(tekst.format(kommune).encode(), "a.md")).verdier)
        assert verdier["parter", "politi", "distrikt"].tekst == distrikt
