"""Of a file that becomes the next edition, only what is planned is changed: the examples, and any agreement."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import Severity
from avtalegen.lesing import Inherited, Mapping, Scalar, Sequence, parse, to_data
from avtalegen.lesing.comments import comments
from avtalegen.modell.ufylt import er_ufylt
from avtalegen.register.helligdager import fridag
from avtalegen.rettelser import nye_funn
from avtalegen.samling.repository import Repository
from avtalegen.utgaver.felter import Mønster
from avtalegen.utgaver.revisjon import Revidert, revider
from tests.generator import FIL, I_DAG, avtaler
from tests.generator.plan import Oppskrift
from tests.grundig import antall, noen_raskt
from tests.utgaveprove import EKSEMPLER, dump, lest, planlagt, ruter

TAS_BORT = {"avtale", "satsningsområder", "signaturer"}
"""Where something may be taken away, and with it the comments that are about it alone."""


def tapte(før: Checked, etter: Checked) -> Counter[str]:
    """Return the comments that are gone from where nothing is taken away, and those that are new and not ours."""
    våre = ("# Se på dette:", "# Sjå på dette:")
    gamle, nye = ([en for en in comments(one.source.text) if not en.text.startswith(våre)] for one in (før, etter))
    root = før.source.root
    assert isinstance(root, Mapping)
    deler = [(one.key.line, navn) for navn, one in root.entries.items() if not isinstance(one, Inherited)]
    kan_gå = Counter(
        en.text for en in gamle if max((del_ for del_ in deler if del_[0] <= en.line), default=(0, ""))[1] in TAS_BORT
    )
    borte = Counter(en.text for en in gamle) - Counter(en.text for en in nye)
    return (borte - kan_gå) + (Counter(en.text for en in nye) - Counter(en.text for en in gamle))


def ingenting_annet(g_data: bytes, fil: str, files: Any) -> Revidert:
    """Make the next agreement, and hold it against this one: only the planned places differ, and no line is lost."""
    før = lest(g_data, fil, files)
    laget = revider(før, files, None, I_DAG, fridag)
    etter = lest(laget.data, fil, files)
    feil = [(en.code, en.message) for en in nye_funn(før, etter) if en.severity is Severity.FEIL]
    assert feil == []
    assert før.avtale is not None
    assert etter.avtale is not None
    ulikt = ruter(dump(før)) ^ ruter(dump(etter))
    assert {rute for rute, _ in ulikt if not planlagt(rute)} == set()
    assert not tapte(før, etter)
    brudd = g_data.count(b"\r\n"), laget.data.count(b"\r\n")
    assert brudd[0] == 0 or brudd[1] == laget.data.count(b"\n")
    assert laget.data.startswith(b"\xef\xbb\xbf") == g_data.startswith(b"\xef\xbb\xbf")
    ufylte = [en for _, en in ruter(to_data(etter.source.root)) if er_ufylt(en)]
    assert len({linje.tekst for linje in laget.fyll_inn}) == len({en for en in ufylte if en in laget.data.decode()})
    return laget


def som_folk_skriver(data: bytes, nummer: int) -> bytes:
    """Return the file with the line breaks and the mark that some editors give it."""
    data = data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") if nummer % 3 == 1 else data
    return b"\xef\xbb\xbf" + data.removeprefix(b"\xef\xbb\xbf") if nummer % 3 == 2 else data


def planlagte_linjer(node: Any, rute: Mønster = ()) -> set[int]:
    """Return the numbers of the lines with something that the next agreement may say otherwise, or leave out."""
    if isinstance(node, Inherited):
        return set()
    if isinstance(node, Scalar):
        return {node.line} if planlagt(rute) or rute == ("satsningsområder", "områder") or "tiltak" in rute else set()
    if isinstance(node, Sequence):
        return set().union(*(planlagte_linjer(item, rute) for item in node.items))
    return set().union(
        *(
            planlagte_linjer(one.value, (*rute, name))
            for name, one in node.entries.items()
            if not isinstance(one, Inherited)
        )
    )


def endrede_linjer(data: bytes, laget: Revidert, fil: Path) -> list[bytes]:
    """Return the lines of the old file that are gone, though nothing planned stands on them."""
    gamle, nye = data.splitlines(keepends=True), Counter(laget.data.splitlines(keepends=True))
    for nummer in set(range(1, len(gamle) + 1)) - planlagte_linjer(parse(data, str(fil)).root):
        nye[gamle[nummer - 1]] -= 1
    return [linje for linje, igjen in nye.items() if igjen < 0]


TREGE = {"rik", "rik-nynorsk", "malvik", "sorfold", "hallingdal"}
RASKE = [fil for fil in EKSEMPLER if fil.stem not in TREGE]


@pytest.mark.parametrize("fil", noen_raskt(EKSEMPLER, RASKE), ids=lambda fil: fil.stem)
def test_of_the_examples_only_what_is_planned_is_changed(fil: Path) -> None:
    data = som_folk_skriver(fil.read_bytes(), len(fil.stem))
    laget = ingenting_annet(data, str(fil), Repository(str(fil)))
    assert endrede_linjer(data, laget, fil) == []
    if antall(len(fil.stem), 0) < 8:
        igjen = ingenting_annet(laget.data, str(fil), Repository(str(fil)))
        assert igjen.plan.gammel == laget.plan.ny or not laget.plan.ny.til


@pytest.mark.parametrize("arv", [False, True])
def test_of_any_agreement_only_what_is_planned_is_changed(arv: bool) -> None:
    for nummer, g in enumerate(avtaler(0, antall(4, 400), Oppskrift(fylde=antall(1, 4) / 8, arv=arv))):
        laget = ingenting_annet(som_folk_skriver(g.data, nummer), FIL, g)
        if nummer % 4 == 0:
            ingenting_annet(laget.data, FIL, g)
