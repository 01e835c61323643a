"""What is quoted to who writes nynorsk, is in nynorsk: an example that is copied is not to be found fault with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from yaml import YAMLError, load

from avtalegen.flyt import check
from avtalegen.modell.base import Del
from avtalegen.modell.eksempler import eksempel
from avtalegen.modell.former import Målform
from avtalegen.modell.lokaltekst import FREMMEDE
from avtalegen.regler import Valg
from tests.brutte_varianter import varianter
from tests.grundig import antall, utvalg
from tests.regeltilfeller import tilfeller
from tests.test_begge_malformer import BOKMÅL, MÅ_VÆRE_LIKT
from tests.test_hvert_felt import parts
from tests.yamlprove import TEKSTER, skrevet

REGLER = Path(__file__).parent / "regler"
DELER: tuple[type[Del], ...] = tuple({del_ for _, del_ in parts()})
NØKLER = {nøkkel for del_ in DELER for nøkkel in del_.felter}
VALG = Valg(date(2026, 11, 20), klar_for_signering=True)


def er_bokmål(ord_: str) -> bool:
    return bool(BOKMÅL.fullmatch(ord_)) or FREMMEDE[Målform.NYNORSK].har(ord_.casefold())


def i_nynorsk(data: Any) -> str:
    avtale = data.get("avtale") or {}
    data = {"format": "1", "parter": {"kommuner": "1859", "politi": "Nordland"}, **data}
    målform = {"målform": "nynorsk"}
    if not isinstance(avtale, dict):
        avtale = {"status": avtale} if isinstance(avtale, str) else {}
    return skrevet({**data, "avtale": {"status": "utkast", **avtale, **målform}}, allow_unicode=True, sort_keys=False)


def materialet() -> Iterator[str]:
    """Give each case of each rule, and agreements that are broken, as agreements in nynorsk."""
    alle = [yaml for fil in sorted(REGLER.glob("*.md")) for t in tilfeller(fil) for yaml in t.yaml]
    brutt = (yaml() for _, yaml in islice(varianter(), 0, antall(4_000, 40_000), antall(100, 18)))
    for yaml in (*utvalg(alle, 30), *brutt):
        with suppress(YAMLError):
            if isinstance(data := load(yaml, TEKSTER), dict):
                yield i_nynorsk(data)


def test_what_is_quoted_to_who_writes_nynorsk_is_in_nynorsk() -> None:
    feil, sett = set(), 0
    for yaml in materialet():
        står = yaml.casefold()
        for d in check(yaml, "a.yaml", VALG).diagnostics:
            assert d.nynorsk
            for sitert in MÅ_VÆRE_LIKT.findall(f"{d.message} {d.hint or ''}"):
                sett += 1
                ord_ = [en for en in re.findall(r"\w+", sitert) if en not in NØKLER and en.casefold() not in står]
                if any(map(er_bokmål, ord_)):
                    feil.add((d.code, sitert))
    assert feil == set()
    assert sett > antall(500, 5_000)


def test_the_example_of_each_field_is_in_nynorsk_too() -> None:
    vist = {en.nn for del_ in DELER for felt in del_.felter.values() if (en := eksempel(felt))}
    assert {
        en for en in vist if any(ord_ not in NØKLER and er_bokmål(ord_) for ord_ in re.findall(r"\w+", en))
    } == set()
    assert len(vist) > 200
