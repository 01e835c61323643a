"""What the rules look for before they use a pattern, stands in all that the pattern matches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import from_regex

from avtalegen import regler
from avtalegen.flyt import check
from avtalegen.modell.korte import bare_korte
from avtalegen.modell.lokaltekst import små_bokstaver
from avtalegen.modell.senere import senere
from avtalegen.register import personnummer
from avtalegen.regler.monster import Mønster
from avtalegen.regler.per import deling
from avtalegen.regler.spr import spr108_109_markdown as markdown
from avtalegen.regler.vei5 import vei507_510_rollen as rollen
from avtalegen.regler.vei6 import vei601_605_slt as slt
from tests.conftest import EKSEMPLER
from tests.generator import I_DAG
from tests.grundig import antall, utvalg
from tests.tekstprove import TEGN

Krav = tuple[str, re.Pattern[str], tuple[str, ...]]


def krav() -> Iterator[Krav]:
    """Yield each pattern that needs words, with a name, and words of which one is needed."""
    for modul in walk_packages(regler.__path__, "avtalegen.regler."):
        for navn, verdi in vars(import_module(modul.name)).items():
            if isinstance(verdi, Mønster):
                yield f"{modul.name}.{navn}", verdi._ferdig, verdi._krever
                yield f"{modul.name}.{navn}: også", verdi._ferdig, verdi._også
    for pakke, ordene, mønstre in (
        (deling, deling._KAN_VÆRE_MER, ("_SATT_TIL_SIDE", "_FRITT", "_NAVNGITT", "_UANSETT")),
        (rollen, rollen._DET_DET_GJELDER, ("_UNDERVISNING", "_KLUBB")),
        (slt, slt._SOM_STRUKTUR, ("_STRUKTUR", "_NEVNT_SLT")),
        (slt, slt._SOM_KOORDINATOR, ("_KOORDINATOR",)),
        (slt, ("samordning av",), ("_GAMMELT",)),
    ):
        for navn in mønstre:
            yield f"{pakke.__name__}.{navn}", _ferdig(vars(pakke)[navn]), ordene
    for slag in (*markdown._IKKE_STØTTET, markdown._VANLIG_FELT):
        yield slag.melding, _ferdig(slag.mønster), slag.krever


def _ferdig(mønster: Any) -> re.Pattern[str]:
    """Return the pattern that one of `senere` becomes."""
    return re.compile(mønster._uttrykk, mønster._flagg)


def test_a_pattern_matches_nothing_without_the_words_that_are_looked_for_first() -> None:
    alle = list(krav())
    assert len(alle) > 40

    def prøv(navn: str, mønster: re.Pattern[str], ordene: tuple[str, ...]) -> None:
        @settings(
            max_examples=antall(3, 60),
            database=None,
            derandomize=True,
            deadline=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )
        @given(from_regex(mønster, alphabet=TEGN))
        def har_dem(tekst: str) -> None:
            treff = mønster.search(tekst)
            assert treff is None or any(ord_ in treff[0] for ord_ in ordene), (navn, treff[0])

        har_dem()

    for ett in utvalg(alle, 15):
        prøv(*ett)


def test_a_pattern_that_is_compiled_later_is_as_any_other() -> None:
    mønster = senere(r"(?i)\b(ja)\b", re.MULTILINE)
    assert not hasattr(mønster, "regel")
    treff = mønster.search("Ja, takk")
    assert treff is not None
    assert treff[1] == "Ja"
    assert mønster.sub("nei", "ja eller ja") == "nei eller nei"


def test_a_pattern_is_compiled_once_and_not_because_somebody_asks_what_it_can_do() -> None:
    assert not hasattr(senere("("), "__deepcopy__")
    mønster = senere("(?i)ja")
    assert mønster.match("JA")
    assert mønster.search is mønster.search


def test_a_pattern_that_needs_words_is_used_only_where_they_stand() -> None:
    mønster = Mønster(r"\bfor\w*", "for", "mot", også=("politi", "kommune"))
    tekster = ("for politi", "mot kommune", "for", "politi", "")
    assert [mønster.kan_være_i(tekst) for tekst in tekster] == [True, True, False, False, False]
    treff = mønster.search("et formål i en kommune")
    assert treff is not None
    assert treff[0] == "formål"
    assert (mønster.search("et formål"), mønster.search("mot politi")) == (None, None)
    assert mønster.sub("X", "et formål i en kommune") == "et X i en kommune"
    assert mønster.sub("X", "et formål") == "et formål"
    assert Mønster("a", "a").kan_være_i("ba")


def test_a_short_text_is_read_once_and_a_long_one_never() -> None:
    leste: list[str] = []

    @bare_korte
    def lengde(tekst: str) -> int:
        leste.append(tekst)
        return len(tekst)

    assert [lengde("x" * antall) for antall in (2, 300, 301, 2)] == [2, 300, None, 2]
    assert [len(tekst) for tekst in leste] == [2, 300]


def test_the_texts_with_a_word_in_them_are_those_that_have_it() -> None:
    for fil in EKSEMPLER:
        k = check(fil.read_bytes(), fil.name, regler.Valg(I_DAG)).kontekst
        assert k is not None
        # «\n» stands between the texts, and inside some.
        for biter in (
            ("politi",),
            ("e\n", "å"),
            ("\n",),
            ("rett til", "avtale"),
            (k.foldet[0][1],),
            (k.foldet[-1][1],),
        ):
            assert k.med(*biter) == [par for par in k.foldet if any(bit in par[1] for bit in biter)], biter
        assert k.med("dette står det ikke noe om") == []


def test_the_texts_are_read_without_what_is_not_seen_in_them() -> None:
    tekst = EKSEMPLER[0].read_text(encoding="utf-8").replace("format: 1", "format: 1\nvedlegg: [POLITI\u00adRÅD]")
    k = check(tekst, "a.yaml", regler.Valg(I_DAG)).kontekst
    assert k is not None
    assert "politiråd" in [tekst for _, tekst in k.foldet]
    assert [tekst for _, tekst in k.foldet if tekst != tekst.casefold()] == []


def test_small_letters_are_those_of_python() -> None:
    for tegn in (*map(chr, range(0x250)), "–", "ẞ", "İ", "\ud800"):
        for tekst in (tegn, f"Æ{tegn}Å", f"A{tegn}"):
            assert små_bokstaver(tekst) == tekst.casefold()


def test_eleven_digits_are_seen_wherever_they_stand() -> None:
    rng = Random(1859)
    tegn = "0123456789 \n\u00a0\u2009–-./·a+"
    for _ in range(antall(2_000, 50_000)):
        tekst = "".join(rng.choices(tegn, weights=[9] * 10 + [2] * (len(tegn) - 10), k=rng.randint(8, 30)))
        fem = re.search("[0-9]{5}", tekst) is not None
        elleve = re.search(r"[0-9](?:[\s./–-]?[0-9]){10}", tekst) is not None
        assert personnummer.har_elleve_sifre(tekst) is (fem and elleve), tekst
