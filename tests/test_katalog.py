"""The catalogue: it knows every code that a finding can have, and what it says of those that are no rules is true."""

import importlib
import json
import pkgutil
import re
import shlex
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import avtalegen
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.dokument.maler import Maler
from avtalegen.flyt import check, make
from avtalegen.komponering import compose
from avtalegen.lesing import CODES, LIMITS, parse
from avtalegen.lesing.ours import read_yaml
from avtalegen.regler import FAMILIER as REGELFAMILIER
from avtalegen.regler import PÅ_TVERS, koder, regler
from avtalegen.regler.base import Regel
from avtalegen.regler.katalog import FAMILIER, Oppslag, katalog, kilde
from tests import cli_support
from tests.cli_support import Run
from tests.dokumenteksempel import våpen
from tests.i_ett import i_ett
from tests.maltekst import bare_malen
from tests.test_regler import full

cli = cli_support.cli

PAKKE = Path(avtalegen.__file__).parent
KODE = re.compile(r"[A-ZÆØÅ]{3,4}\d{3}")
ANDRE = [katalog()[kode] for kode in read_yaml(PAKKE / "regler" / "andre_koder.yaml")]


def moduler() -> Iterator[object]:
    for modul in pkgutil.walk_packages(avtalegen.__path__, "avtalegen."):
        if not modul.name.endswith("__main__"):
            yield importlib.import_module(modul.name)


@cache
def koder_i_kildekoden() -> set[str]:
    """Return every text in the program that is a code and nothing else."""
    text = re.compile(rf"[\"']({KODE.pattern})[\"']")
    return {kode for path in PAKKE.rglob("*.py") for kode in text.findall(path.read_text(encoding="utf-8"))}


def test_every_code_that_the_program_can_print_is_in_the_catalogue() -> None:
    koder = koder_i_kildekoden()
    assert {"YML001", "SKJ001", "MAL001", "MAL002", "FIL001", "META101", "VEI423"} <= koder
    assert koder - katalog().keys() == set()


def test_the_catalogue_has_no_code_that_the_program_never_prints() -> None:
    assert katalog().keys() - koder_i_kildekoden() == set()


def test_a_code_that_is_no_rule_has_the_name_that_the_program_gives_it() -> None:
    tabeller = [
        tabell
        for modul in moduler()
        for navn, tabell in vars(modul).items()
        if navn.endswith("FEIL") and isinstance(tabell, dict)
    ]
    navn = {kode: navn for tabell in tabeller for kode, navn in tabell.items()}
    assert navn == {ett.kode: ett.navn for ett in ANDRE if ett.kode not in CODES}


def test_the_rules_come_in_the_order_of_the_families() -> None:
    familier = list(REGELFAMILIER)
    plasser = [(familier.index(kode[:3]), kode) for kode in regler()]
    assert plasser == sorted(plasser)
    assert {kode[:3] for kode in regler()} == set(familier)


def test_what_can_be_chosen_is_the_rules_and_what_is_said_of_comments() -> None:
    familier = {*REGELFAMILIER, *PÅ_TVERS, "META"}
    assert list(koder()) == [kode for kode, ett in katalog().items() if ett.familie in familier]


def test_a_rule_stands_as_it_calls_itself() -> None:
    for kode, regel in regler().items():
        assert katalog()[kode] == Oppslag(*regel[:4], regel.dokumentasjon)


def test_rules_over_several_agreements_are_found_too(monkeypatch: pytest.MonkeyPatch) -> None:
    sjekk = regler()["VEI423"].sjekk
    monkeypatch.setattr(sjekk, "regel", Regel("REP999", "for-mange", regler()["VEI423"].alvorlighet, "", sjekk))
    assert "REP999" in katalog.__wrapped__()


def test_the_order_is_that_of_the_families_and_then_of_the_codes() -> None:
    familier = list(FAMILIER)
    plasser = [(familier.index(ett.familie), ett.kode) for ett in katalog().values()]
    assert plasser == sorted(plasser)


def test_names_are_unique_and_say_no_code() -> None:
    navn = [ett.navn for ett in katalog().values()]
    assert len(navn) == len(set(navn))
    assert [ett for ett in navn if not re.fullmatch(r"[a-zæøå0-9-]+", ett)] == []


@i_ett("ett", ANDRE, ids=lambda ett: ett.kode)
def test_a_code_is_documented_in_sentences(ett: Oppslag) -> None:
    dok = ett.dokumentasjon
    for del_ in (dok.hva, dok.hvorfor, dok.rett_opp):
        assert del_.endswith((".", "?"))
        assert del_[0].isupper()
        assert "\n" not in del_
        assert "  " not in del_
    assert dok.eksempel_feil != dok.eksempel_riktig
    assert dok.eksempel_feil.endswith("\n")


def test_a_source_is_found_by_the_beginning_of_the_basis() -> None:
    kjent = kilde("veilederen 4.1.2")
    assert kjent is not None
    assert kjent.sted == "veilederen 4.1.2"
    assert kjent.tittel == "Veileder for kommune- og politisamarbeid"
    assert kjent.kontrollert == date(2026, 11, 20)
    assert kilde("veilederenes råd") is None
    assert kilde("") is None


# What is said of a code is tried where a person meets it. The examples of a rule are tried in test_regler.


def meldt(cli: Run, *arguments: str) -> set[tuple[str, str]]:
    """Return the code and the severity of everything that `valider` finds."""
    funn = json.loads(cli("valider", *arguments, "--format", "json").out)["funn"]
    return {(ett["kode"], ett["alvorlighet"]) for ett in funn}


def prøv_yaml(eksempel: str, kode: str) -> set[tuple[str, str]]:
    limits = LIMITS
    if kode == "YML005":  # as large as the passing example, not as 2 MB
        limits = LIMITS._replace(bytes=len(katalog()[kode].dokumentasjon.eksempel_riktig.encode()))
    if kode == "YML016":  # a word as long as the longest of the passing example, not of 1,000 letters
        limits = LIMITS._replace(word=max(map(len, katalog()[kode].dokumentasjon.eksempel_riktig.split())))
    # What a person sees of a letter that isn't UTF-8 is U+FFFD.
    data = eksempel.encode().replace("\ufffd".encode(), b"\xf8")
    return {(d.code, d.severity.value) for d in parse(data, "a.yaml", limits).diagnostics}


def prøv_fil(cli: Run, eksempel: str, folder: Path) -> set[tuple[str, str]]:
    (folder / "flakstad.png").write_bytes(våpen())
    (folder / "a.yaml").write_text(full(eksempel), encoding="utf-8")
    return {(kode, slag) for slag, kode in re.findall(r"(\w+)\[(FIL\d+)\]", cli("lag", "a.yaml").out)}


def prøv_mal(eksempel: str, folder: Path) -> set[tuple[str, str]]:
    avtale = check(full(""), "a.yaml").avtale
    assert avtale is not None
    with bare_malen("partene", eksempel, folder):
        return {(d.code, d.severity.value) for d in compose(avtale).diagnostics}


def prøv_papir(cli: Run, eksempel: str, folder: Path) -> set[tuple[str, str]]:
    (folder / "avtale.yaml").write_text(full(eksempel), encoding="utf-8")
    command = shlex.split(eksempel.splitlines()[0].removeprefix("# avtalegen "))
    return {(kode, slag) for slag, kode in re.findall(r"(\w+)\[(PAP\d+)\]", cli(*command).out)}


def prøv_stil(eksempel: str) -> set[tuple[str, str]]:
    egne = Maler("maler", stiler=(("avtale.css", eksempel.encode()),))
    made = make(check(full(""), "a.yaml"), Bestilling("html"), lambda _file, _name: b"", egne)
    return {(d.code, d.severity.value) for d in made.diagnostics}


def prøv_innstillinger(cli: Run, eksempel: str, folder: Path) -> set[tuple[str, str]]:
    (folder / "ordliste.txt").write_text("Flakstad\n", encoding="utf-8")
    (folder / "avtalegen.toml").write_text(eksempel, encoding="utf-8")
    (folder / "a.yaml").write_text(full(""), encoding="utf-8")
    return {ett for ett in meldt(cli, "a.yaml") if ett[0].startswith("KONF")}


def prøv_arv(cli: Run, ett: Oppslag, eksempel: str, folder: Path) -> set[tuple[str, str]]:
    if ett.kode == "ARV005":
        return {(d.code, d.severity.value) for d in avtalegen.valider(full(eksempel).encode()) if d.code[:3] == "ARV"}
    (folder / "avtalegen.toml").touch()
    (folder / "felles").mkdir()
    felles = [navn for navn in re.findall(r"felles/(\S+)", ett.dokumentasjon.eksempel_feil) if "nordlnad" not in navn]
    for navn in ("nordland.yaml", *felles):
        (folder / "felles" / navn).write_text("slt: {koordinator: Kari}\n", encoding="utf-8")
    if ett.kode == "ARV004":
        (folder / "felles" / "nordland.yaml").write_text(eksempel, encoding="utf-8")
        eksempel = "arv: felles/nordland.yaml\n"
    (folder / "flakstad.yaml").write_text(full(eksempel), encoding="utf-8")
    return {funn for funn in meldt(cli, "flakstad.yaml") if funn[0].startswith("ARV")}


def prøv_kommentar(cli: Run, eksempel: str, folder: Path) -> set[tuple[str, str]]:
    (folder / "a.yaml").write_text(full(eksempel), encoding="utf-8")
    return {ett for ett in meldt(cli, "a.yaml") if ett[0].startswith("META")}


@pytest.mark.parametrize("ett", ANDRE, ids=lambda ett: ett.kode)
@pytest.mark.parametrize("slag", ["eksempel_feil", "eksempel_riktig"])
def test_the_examples_of_a_code_are_true(
    cli: Run, ett: Oppslag, slag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    eksempel = getattr(ett.dokumentasjon, slag)
    match ett.familie:
        case "YML":
            funn = prøv_yaml(eksempel, ett.kode)
        case "SKJ":
            funn = {(d.code, d.severity.value) for d in check(full(eksempel), "a.yaml").diagnostics}
        case "FIL":
            funn = prøv_fil(cli, eksempel, tmp_path)
        case "MAL" if ett.kode == "MAL002":
            funn = prøv_stil(eksempel)
        case "MAL":
            funn = prøv_mal(eksempel, tmp_path)
        case "PAP":
            funn = prøv_papir(cli, eksempel, tmp_path)
        case "KONF":
            funn = prøv_innstillinger(cli, eksempel, tmp_path)
        case "ARV":
            funn = prøv_arv(cli, ett, eksempel, tmp_path)
        case "META":
            funn = prøv_kommentar(cli, eksempel, tmp_path)
        case _:
            raise AssertionError(f"no test tries the examples of {ett.familie}")
    if slag == "eksempel_riktig":
        assert funn == set()
    else:
        assert {ett_funn for ett_funn in funn if ett_funn[0] == ett.kode} == {(ett.kode, ett.alvorlighet.value)}
