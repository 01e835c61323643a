"""What the rules find when the format has something to say too: one error never hides the rest, and never lies."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from avtalegen import flyt
from avtalegen.lesing import arv
from avtalegen.regler import Valg
from tests.bruddprove import Brudd, brudd, brutt, er_brutt, prøv, regelfunn, skrevet, tapt, uten_dekning
from tests.cli_support import VALID
from tests.conftest import EKSEMPLER
from tests.grundig import antall, spredt, utvalg
from tests.yamlprove import TEKSTER

HØYEST_TAPT = 0.02
ALT_VED_SIDEN = ("helt annen nøkkel", "ukjent ved siden")
Data = dict[str, Any]


@cache
def data(fil: Path) -> Data:
    lest: Data = yaml.load(fil.read_text(encoding="utf-8"), TEKSTER)
    return lest


def test_with_any_field_broken_nothing_is_said_without_reason_and_hardly_anything_is_lost() -> None:
    uten, borte, alle, brutte = [], 0, 0, 0
    for fil in EKSEMPLER:
        hel_data = data(fil)
        hel = prøv(skrevet(hel_data))
        for ett in utvalg(brudd(hel_data), antall(8, 10_000)):
            tekst = brutt(hel_data, ett)
            assert tekst
            checked = prøv(tekst)
            if er_brutt(checked):
                brutte += 1
                alle += len(regelfunn(hel))
                uten += [(fil.stem, ett.navn, d.code, d.message) for d in uten_dekning(hel, checked, [ett.rute])]
                borte += len(tapt(hel, checked, [ett.rute]))
                assert checked.avtale is None
                assert checked.kontekst is None
    assert brutte > antall(20, 3_000)
    assert uten == []
    assert borte <= HØYEST_TAPT * alle


PLANTET: dict[str, tuple[Callable[[Data, Data], object], tuple[tuple[str, ...], ...]]] = {
    "REG101": (lambda d, k: k.update(kommunenummer="5401"), (("parter", "kommuner"),)),
    "REG102": (lambda d, k: k.update(kommunenummer="1804"), (("parter", "kommuner"),)),
    "REG104": (lambda d, k: d["parter"]["politi"].update(organisasjonsnummer="12"), (("parter", "politi"),)),
    "REG106": (lambda d, k: k.update(kommunenummer="Herøy"), (("parter", "kommuner"),)),
    "DAT101": (lambda d, k: d.update(periode={"fra": "1.1.2027", "til": "1.1.2026"}), (("periode",),)),
    "PER101": (lambda d, k: d["avtale"].update(innsyn="Kari Nordmann 311239 90008"), (("avtale", "innsyn"),)),
    "SIG101": (
        lambda d, k: (d["avtale"].update(status="signert"), d.update(signaturer=[{"tittel": "lensmann"}])),
        (("avtale", "status"), ("parter",), ("signaturer",)),
    ),
    "SIG105": (
        lambda d, k: (d["avtale"].update(status="signert"), d.update(vedlegg=["Planen"])),
        (("avtale", "status"), ("vedlegg",)),
    ),
    "SIG106": (
        lambda d, k: d["avtale"].update(status="signert", undertittel="TODO"),
        (("avtale", "status"), ("avtale", "undertittel")),
    ),
}
"""An error of each rule that gives one, and the fields that it is made of."""


@pytest.mark.parametrize("kode", spredt(PLANTET, 3))
def test_with_two_fields_broken_an_error_of_a_rule_is_never_lost(kode: str) -> None:
    plant, laget_av = PLANTET[kode]
    tilfeldig = random.Random(kode)
    prøvd = 0
    for fil in EKSEMPLER:
        hel_data = copy.deepcopy(data(fil))
        kommuner = hel_data["parter"]["kommuner"]
        plant(hel_data, kommuner[-1])
        hel = prøv(skrevet(hel_data))
        assert kode in {d.code for d in hel.diagnostics if d.severity == "feil"}
        mulige = [ett for ett in brudd(hel_data) if not _rører(ett, laget_av)]
        for _ in range(antall(1, 200)):
            to = tilfeldig.sample(mulige, 2)
            tekst = brutt(hel_data, *to)
            if tekst is None or not er_brutt(checked := prøv(tekst)):
                continue
            prøvd += 1
            borte = [d for d in tapt(hel, checked, [ett.rute for ett in to]) if d.severity == "feil" and d.code == kode]
            assert borte == [], [ett.navn for ett in to]
    assert prøvd > antall(1, 400)


def _rører(ett: Brudd, laget_av: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether a break may be of what an error is made of: in it, around it, or a key that may stand for it."""
    rute = ett.rute[:-1] if ett.navn.endswith(ALT_VED_SIDEN) else ett.rute
    return any(rute[: len(felt)] == felt or felt[: len(rute)] == rute for felt in laget_av)


def funn(tekst: str) -> list[tuple[str, str]]:
    return [(d.code, d.message) for d in prøv(tekst).diagnostics]


def koder(tekst: str) -> set[str]:
    return {kode for kode, _ in funn(tekst)}


ALLE_FUNN = """\
format: 1
avtale: {målform: bokmål, status: utkast, signert: 1.1.2026}
periode: løpende
parter:
  kommuner: 5401
  politi: {distrikt: Sunnmøre politidistrikt}
politiråd: {møter: to}
"""


def test_an_error_of_the_format_and_those_of_the_rules_come_at_once() -> None:
    assert {"SKJ002", "REG101", "REG103", "VEI417"} <= koder(ALLE_FUNN)


def test_what_is_not_written_may_stand_under_a_key_that_is_not_known() -> None:
    kommune = 'kommuner: {{{}: "1859", navn: Flakstad}}'
    ukjent = koder(VALID.replace('kommuner: "1859"', kommune.format("helt_annen")))
    assert [kode for kode in ukjent if kode[:3] in ("SKJ", "REG")] == ["SKJ002"]
    uten = koder(VALID.replace('kommuner: "1859"', "kommuner: {navn: Flakstad, leder: [1, 2]}"))
    assert {kode for kode in uten if kode[:3] in ("SKJ", "REG")} == {"SKJ003", "REG101"}


def test_an_error_inside_a_part_does_not_make_it_missing() -> None:
    tekst = VALID.replace('kommuner: "1859"', 'kommuner: {kommunenummer: "1859", ordfører: Ola}')
    assert [kode for kode in koder(tekst) if kode.startswith("SKJ")] == ["SKJ002"]
    misspelt = VALID.replace("kommuner:", "kommunr:")
    assert [d for d in funn(misspelt) if d[0].startswith("SKJ")] == [
        ("SKJ002", "«kommunr» er ikke en kjent nøkkel i «parter».")
    ]
    assert "REG101" in koder(misspelt.replace("1859", "5401"))


@pytest.mark.parametrize("status", ["[[signert]]", "signert"])
def test_what_there_is_a_list_too_much_around_is_read(status: str) -> None:
    assert "SIG101" in koder(VALID.replace("status: utkast", f"status: {status}"))


def test_a_number_that_cannot_be_read_does_not_stop_the_agreement_when_the_name_is_known() -> None:
    tekst = VALID.replace('kommuner: "1859"', "kommuner: {kommunenummer: {nr: x}, navn: Bindal}")
    (melding,) = (melding for kode, melding in funn(tekst) if kode == "REG103")
    assert melding.startswith("Bindal hører til Trøndelag politidistrikt")


def test_what_an_unknown_key_may_stand_for_is_not_said_to_be_missing() -> None:
    assert "VEI422" in koder(VALID)
    assert "VEI422" not in koder(VALID + "hemmelighold: ja\n")
    assert "VEI422" in koder(VALID + "hemmelighold: [[{}]]\ntaushetsplikt: nei\n")


def test_a_comment_on_a_rule_that_had_to_be_silent_is_not_said_to_be_needless() -> None:
    tekst = VALID.replace("avtale:", "# avtalegen: ignorer VEI422 – avtalt muntlig\navtale:") + "hemmelighold: ja\n"
    assert not {kode for kode in koder(tekst) if kode.startswith("KOM")}


def test_what_is_read_in_part_is_not_held_against_other_agreements() -> None:
    checked = flyt.check(ALLE_FUNN, "a.yaml", Valg(date(2026, 11, 20)))
    assert checked.avtale is None
    assert checked.kontekst is None
    assert not checked.signed


def test_every_finding_has_the_place_of_its_value() -> None:
    tekst = VALID + "politirad:\n  møter:\n    per_år: 1\n"
    (d,) = (d for d in prøv(tekst).diagnostics if d.code == "VEI416")
    assert tekst.split("\n")[d.span.line - 1][d.span.column - 1 :] == "1"


def test_without_all_of_what_is_inherited_the_rules_are_silent() -> None:
    assert arv.KEY == "arv"
    assert not {kode for kode in koder("arv: borte.yaml\n" + ALLE_FUNN) if kode.startswith("VEI")}
