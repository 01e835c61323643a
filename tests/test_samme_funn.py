"""What several agreements have in common is told once to people, and each time to programs; and what is masked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from avtalegen.rapporter import mange as rapportering
from avtalegen.rapporter.mange import MOST_ALIKE
from tests import cli_support
from tests.cli_support import VALID, Run

cli = cli_support.cli
NUMMER = "010130 00014"


def skriv(mappe: Path, **filer: str) -> None:
    for navn, tekst in filer.items():
        (mappe / f"{navn}.yaml").write_text(tekst, encoding="utf-8")


def test_the_same_finding_in_several_agreements_is_shown_once_with_the_places(cli: Run, tmp_path: Path) -> None:
    skriv(tmp_path, a=VALID, b=VALID, c=VALID.replace("status: utkast", "status: vedtatt"))
    out = cli("valider", ".", "--velg", "VEI304,DAT110").out
    assert out.count("[VEI304]") == 1
    assert "  = Også i: b.yaml:2:1\n            c.yaml:2:1\n" in out
    assert out.count("[DAT110]") == 1
    assert out.endswith("3 advarsler og 1 råd i 3 avtaler.\n")


@pytest.mark.parametrize("valg", [["--alle"], ["--kort"], ["--format", "json"]])
def test_each_is_shown_to_those_who_ask_and_to_programs(cli: Run, tmp_path: Path, valg: list[str]) -> None:
    skriv(tmp_path, a=VALID, b=VALID)
    out = cli("valider", ".", "--velg", "VEI304", *valg).out
    assert out.count("VEI304") == 2
    assert "Også i" not in out


def test_two_places_in_one_agreement_are_two_findings(cli: Run, tmp_path: Path) -> None:
    to = VALID + "tjenestetilbud: {kontakter: [{hva: a, telefon: 123}, {hva: b, telefon: 123}]}\n"
    skriv(tmp_path, a=to, b=to)
    out = cli("valider", ".", "--velg", "KON101").out
    assert out.count("[KON101]") == 2
    assert out.count("= Også i: b.yaml") == 2


def test_of_many_that_have_many_the_rest_are_counted(cli: Run, tmp_path: Path) -> None:
    skriv(tmp_path, **{f"a{n:02}": VALID for n in range(30)})
    assert "9 steder til («--alle» viser hvert av dem)" in cli("valider", ".", "--velg", "VEI304").out


FEW_ALIKE = 20
MANGE = FEW_ALIKE + 30


@pytest.fixture
def mange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file with more findings of one code than are told whole, and then one of another.

    To guess what an unknown key is takes its time: what is told whole is fewer here, and as many as it is below.
    """
    monkeypatch.setattr(rapportering, "MOST_ALIKE", FEW_ALIKE)
    skriv(tmp_path, a=VALID + "".join(f"ukjent{n}: x\n" for n in range(MANGE)) + "beredskap: ja\n")
    return (tmp_path / "a.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("kommando", [["valider", "--velg", "SKJ"], ["lag"]], ids=["valider", "lag"])
def test_of_many_that_are_alike_in_one_file_the_first_are_told_whole(cli: Run, mange: str, kommando: list[str]) -> None:
    """… the rest are one line about where they are, and what is of another kind is told whichever line it is on."""
    code, out, err, _ = cli(*kommando, "a.yaml")
    første, siste = (mange.split("\n").index(f"ukjent{n}: x") + 1 for n in (FEW_ALIKE, MANGE - 1))
    told = out + err
    assert code == 1
    assert told.count("«ukjent") >= FEW_ALIKE
    assert (
        f"\na.yaml:{første}:1: feil[SKJ002] 30 funn til av dette slaget, det siste på linje {siste}. "
        "Rett de første av dem, eller se alle med «avtalegen valider --alle».\n"
    ) in told
    assert f"«ukjent{FEW_ALIKE}»" not in told
    assert told.count("feil[SKJ002]") == FEW_ALIKE + 1
    assert re.search(r"feil\[SKJ00[^2]\]", told)
    assert f"{MANGE + 1} feil" in told


@pytest.mark.parametrize(
    "valg", [["--alle"], ["--kort"], *(["--format", f] for f in ("json", "sarif", "junit"))], ids=lambda valg: valg[-1]
)
def test_of_many_that_are_alike_all_are_told_to_those_who_ask_and_to_programs(
    cli: Run, mange: str, valg: list[str]
) -> None:
    out = cli("valider", "a.yaml", "--velg", "SKJ002", *valg).out
    assert f"«ukjent{MANGE - 1}»" in out
    assert "av dette slaget" not in out


def test_many_in_each_of_two_files_are_counted_in_each(cli: Run, tmp_path: Path, mange: str) -> None:
    skriv(tmp_path, b=mange)
    out = cli("valider", ".", "--velg", "SKJ002").out
    assert out.count("30 funn til av dette slaget") == 2
    assert out.count("Også i: b.yaml") == FEW_ALIKE + 1


def test_one_more_than_is_told_whole_has_no_last(cli: Run, tmp_path: Path) -> None:
    skriv(tmp_path, a=VALID + "".join(f"ukjent{n}: x\n" for n in range(MOST_ALIKE + 1)))
    assert "SKJ002] 1 funn til av dette slaget. Rett" in cli("valider", ".", "--velg", "SKJ002").out


def test_the_rest_is_told_in_nynorsk_where_the_others_are(cli: Run, tmp_path: Path, mange: str) -> None:
    skriv(tmp_path, a=mange.replace("avtale:\n", "avtale:\n  målform: nynorsk\n"))
    assert "Rett dei første av dei, eller sjå alle med" in cli("valider", "a.yaml", "--velg", "SKJ002").out


def test_making_many_tells_the_errors_counts_the_rest_and_ends_with_those_not_made(cli: Run, tmp_path: Path) -> None:
    skriv(tmp_path, a=VALID, b=VALID + "tullenøkkel: x\n", c=VALID)
    code, out, _, _ = cli("lag", ".")
    assert code == 1
    assert out.count("feil[SKJ002]") == 1
    assert "advarsel[" not in out
    assert "I tillegg: " in out
    assert out.endswith("Ikke laget:\n  b.yaml\n")


@pytest.mark.parametrize("valg", [[], ["--kort"], *(["--format", f] for f in ("json", "sarif", "github", "junit"))])
def test_a_fodselsnummer_is_in_no_report(cli: Run, tmp_path: Path, valg: list[str]) -> None:
    tekst = VALID + f"politikontakt: {{navn: Kari, telefon: {NUMMER.replace(' ', '')}, status: Kari {NUMMER}}}\n"
    skriv(tmp_path, a=tekst + f"satsningsområder: [Trygghet {NUMMER}]\n'{NUMMER}': 1\n")
    code, out, err, _ = cli("valider", "a.yaml", *valg)
    assert code == 1
    assert "PER101" in out
    assert "00014" not in out + err


def test_what_would_be_mended_does_not_show_it_either(cli: Run, tmp_path: Path) -> None:
    skriv(tmp_path, a=VALID + f"politikontakt: {{status: {NUMMER}, telefon: 76054301}}\n")
    out = cli("valider", "a.yaml", "--rett", "--vis").out
    assert "76 05 43 01" in out
    assert "00014" not in out


def test_the_name_of_a_kommune_is_enough_and_the_number_can_be_written(cli: Run, tmp_path: Path) -> None:
    for før, etter in (
        ("\n    - navn: Flakstad", '\n    - kommunenummer: "1859"\n      navn: Flakstad'),
        (" {navn: Flakstad}", ' {kommunenummer: "1859", navn: Flakstad}'),
        ("\n    - kommunenummer:\n      navn: Flakstad", '\n    - kommunenummer: "1859"\n      navn: Flakstad'),
        (" Flakstad", " 1859"),
    ):
        skriv(tmp_path, a=VALID.replace(' "1859"', før))
        funn = json.loads(cli("valider", "a.yaml", "--velg", "REG101", "--format", "json").out)["funn"]
        assert [f["kode"] for f in funn] == ["REG101"]
        assert cli("valider", "a.yaml", "--rett", "--velg", "REG").out == "Ingen funn i 1 avtale.\n"
        assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == VALID.replace(' "1859"', etter)


def test_a_name_makes_a_document_and_a_name_that_two_have_does_not(cli: Run, tmp_path: Path) -> None:
    skriv(tmp_path, a=VALID.replace('"1859"', "{navn: Flakstad}"), b=VALID.replace('"1859"', "{navn: Herøy}"))
    assert cli("lag", "a.yaml", "--format", "md")[0] == 0
    assert "Flakstad kommune" in (tmp_path / "a.md").read_text(encoding="utf-8")
    code, out, _, _ = cli("lag", "b.yaml")
    assert code == 1
    assert "To kommuner heter Herøy: 1515 i Møre og Romsdal og 1818 i Nordland." in out
