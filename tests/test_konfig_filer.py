"""Which files avtalegen.toml means, and what it says for some of them."""

from __future__ import annotations

from datetime import date

from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.utvalg import Oppsett
from avtalegen.modell.tid import som_dato
from avtalegen.samling.konfig.monster import mønster
from tests.i_ett import i_ett
from tests.konfigprove import konfig


@i_ett(
    ("skrevet", "sti", "treffer"),
    [
        ("a.yaml", "a.yaml", True),
        ("a.yaml", "nord/a.yaml", True),
        ("a.yaml", "ba.yaml", False),
        ("*.yaml", "nord/sør/a.yaml", True),
        ("arkiv", "arkiv/2020/a.yaml", True),
        ("arkiv", "nord/arkiv/a.yaml", True),
        ("arkiv/", "arkiv/a.yaml", True),
        ("arkiv", "arkivet/a.yaml", False),
        ("nord/arkiv", "nord/arkiv/a.yaml", True),
        ("nord/arkiv", "x/nord/arkiv/a.yaml", False),
        ("./nord/a.yaml", "nord/a.yaml", True),
        ("nord\\*.yaml", "nord/a.yaml", True),
        ("nord/*.yaml", "nord/a.yaml", True),
        ("nord/*.yaml", "nord/sør/a.yaml", False),
        ("nord/**/*.yaml", "nord/a.yaml", True),
        ("nord/**/*.yaml", "nord/sør/vest/a.yaml", True),
        ("**/a.yaml", "a.yaml", True),
        ("nord/**", "nord/sør/a.yaml", True),
        ("nord/?.yaml", "nord/a.yaml", True),
        ("nord/?.yaml", "nord/ab.yaml", False),
        ("a[1].yaml", "a[1].yaml", True),
        ("a[1].yaml", "a1.yaml", False),
        ("a.yaml", "aXyaml", False),
        ("**", "nord/a.yaml", True),
        (".", "nord/a.yaml", True),
        ("/arkiv", "arkiv/a.yaml", True),
        ("/arkiv", "nord/arkiv/a.yaml", False),
    ],
)
def test_a_pattern_means_files(skrevet: str, sti: str, treffer: bool) -> None:
    uttrykk = mønster(skrevet)
    assert uttrykk is not None
    assert (uttrykk.fullmatch(sti) is not None) == treffer


@i_ett("skrevet", ["", "/", "//etc", "a*b*c*d*e*f*g*h*i*j", "..", "a/../b", "C:\\x", "c:/x"])
def test_a_pattern_that_leads_out_of_the_folder_has_no_sense(skrevet: str) -> None:
    assert mønster(skrevet) is None


def test_files_are_chosen_and_left_out() -> None:
    k = konfig('filer = ["avtaler/**", "ekstra.yaml"]\nutelat = "arkiv"\n')
    assert k.gjelder("avtaler/a.yaml")
    assert k.gjelder("ekstra.yaml")
    assert not k.gjelder("andre/a.yaml")
    assert not k.gjelder("avtaler/arkiv/a.yaml")
    assert konfig("").gjelder("hva/som/helst.yaml")


def test_what_is_said_for_a_path_counts_before_what_is_said_for_all_and_the_last_one_most() -> None:
    k = konfig("""\
        ignorer = ["KON"]
        [alvorlighet]
        VEI423 = "feil"
        [[sti]]
        sti = ["utkast", "prøve/*.yaml"]
        ignorer = "VEI3"
        alvorlighet = {VEI423 = "av"}
        [[sti]]
        sti = "prøve/*"
        [sti.alvorlighet]
        VEI = "råd"
    """)
    vanlig = {"VEI423": Severity.FEIL}
    assert k.oppsett("a.yaml") == Oppsett(ignorer=("KON",), alvorlighet=(vanlig,))
    assert k.oppsett("utkast/a.yaml") == Oppsett(ignorer=("KON", "VEI3"), alvorlighet=({"VEI423": None}, vanlig))
    assert k.oppsett("prøve/a.yaml").alvorlighet == ({"VEI": Severity.RÅD}, {"VEI423": None}, vanlig)


@i_ett(
    ("tekst", "ventet"),
    [
        ("2026-11-20", True),
        (" 20.11.2026 ", True),
        ("20. november 2026", True),
        ("31.02.2026", False),
        ("i dag", False),
    ],
)
def test_a_day_is_read_in_the_forms_of_the_agreement(tekst: str, ventet: bool) -> None:
    assert som_dato(tekst) == (date(2026, 11, 20) if ventet else None)
