"""An agreement composed once more, and where each inherited part of it is written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.funn.diagnostic import AvtalegenError, Severity
from avtalegen.regler import Valg
from avtalegen.tilbake.utgave import Komponist, Utgave, kilde
from tests.arvprove import Folder
from tests.cli_support import VALID

LEDER = ("politiråd", "leder")
DATA: dict[str, Any] = yaml.safe_load(VALID) | {"politiråd": {"leder": "Kari Nes"}}


def test_an_agreement_is_composed_with_its_values_and_without_its_picture() -> None:
    med = Komponist().lag({**DATA, "avtale": {"status": "utkast", "våpen": "borte.png"}})
    uten = Komponist().lag(DATA)
    assert isinstance(med, Utgave)
    assert isinstance(uten, Utgave)
    assert (med.sections, med.enheter) == (uten.sections, uten.enheter)
    assert uten.data is DATA
    vist = {
        celle[s.fra : s.til]
        for en in uten.enheter
        for celle, alle in zip(en.celler, en.spenn, strict=True)
        for s in alle
        if s.rute[:2] == LEDER
    }
    assert vist == {"Kari Nes"}


def test_what_stands_in_the_way_of_it_is_told() -> None:
    svar = Komponist().lag({**DATA, "politirad": 1})
    assert not isinstance(svar, Utgave)
    assert [(en.code, en.span.line) for en in svar] == [("SKJ002", 1)]
    uten_noe = Komponist().lag({"format": "1"})
    assert not isinstance(uten_noe, Utgave)
    assert {en.code for en in uten_noe} == {"SKJ001"}
    uten_plan = Komponist(Bestilling(dokument=Papir.INNKALLING, møte=3)).lag(DATA)
    assert not isinstance(uten_plan, Utgave)


def test_what_only_the_rules_find_is_not_in_the_way() -> None:
    valg = Valg(date(2026, 11, 20))
    feil_nummer = {**DATA, "parter": {"kommuner": "9999", "politi": "Nordland politidistrikt"}}
    assert isinstance(Komponist(valg=valg).lag(feil_nummer), Utgave)
    svar = Komponist(Bestilling(dokument=Papir.EVALUERING), valg=valg).lag({**DATA, "politirad": 1})
    assert not isinstance(svar, Utgave)
    assert {en.severity for en in svar} == {Severity.FEIL}
    assert [en.code for en in svar] == ["SKJ002"]


def test_a_kommune_is_called_what_the_register_or_else_the_file_says() -> None:
    kommuner = '[{kommunenummer: "1859", navn: Flak}, {kommunenummer: "9999", navn: Storvik}, "9998"]'
    egen = kilde(VALID.replace('"1859"', kommuner).encode(), "a.yaml", None)
    assert egen.kommuner == {"1859": "Flakstad", "9999": "Storvik", "9998": "9998"}


def test_each_inherited_part_is_known_by_its_file() -> None:
    filer = Folder(
        {
            "felles.yaml": "arv: mer.yaml\npolitiråd: {leder: Kari, møter: {per_år: 2}}\n",
            "mer.yaml": "slt: {navn: SLT}\n",
        }
    )
    egen = kilde(f"{VALID}arv: felles.yaml\npolitiråd: {{nestleder: Ola}}\n".encode(), "a.yaml", filer)
    assert egen.data == yaml.safe_load(VALID) | {
        "politiråd": {"leder": "Kari", "nestleder": "Ola", "møter": {"per_år": "2"}},
        "slt": {"navn": "SLT"},
    } | {"format": "1"}
    assert egen.fil(LEDER) == "felles.yaml"
    assert egen.fil(("politiråd", "møter", "per_år")) == "felles.yaml"
    assert egen.fil(("slt", "navn")) == egen.fil(("slt",)) == "mer.yaml"
    assert egen.fil(("politiråd", "nestleder")) is egen.fil(("politiråd",)) is egen.fil(()) is None


def test_what_is_no_agreement_is_told_with_the_first_thing_that_is_wrong() -> None:
    for data, sagt in (
        (
            b"format: 1\n",
            "«a.yaml» kan ikke leses som en avtale. Linje 1: «avtale» mangler. Opplysninger om avtalen selv. Skriv",
        ),
        (b"a: [", "«a.yaml» kan ikke leses som en avtale. "),
    ):
        with pytest.raises(AvtalegenError) as told:
            kilde(data, "a.yaml", None)
        assert str(told.value).startswith(sagt)
        assert f". Linje {told.value.diagnostics[0].span.line}: " in str(told.value)
