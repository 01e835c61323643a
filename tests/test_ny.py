"""`avtalegen ny`: which kommune is meant, where the file goes, and that nothing is ever overwritten."""

from __future__ import annotations

import errno
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from avtalegen import register
from avtalegen.forslag.nyfil import antall_steder, yaml_tekst
from avtalegen.samling.skriving import create
from tests import cli_support
from tests.cli_support import Run, names, posix_only

cli = cli_support.cli


def text(file: str, *numbers: str, nynorsk: bool | None = None) -> str:
    kommuner = tuple(k for number in numbers if (k := register.kommune(number)))
    return yaml_tekst(kommuner, file, nynorsk=nynorsk)


def test_the_file_is_written_and_the_user_is_told_how_to_go_on(cli: Run, tmp_path: Path) -> None:
    places = antall_steder(text("flakstad.yaml", "1859"))
    assert cli("ny", "Flakstad")[:3] == (
        0,
        f"Skrev flakstad.yaml. Fyll ut stedene merket FYLL INN ({places} steder), og kjør «avtalegen valider "
        "flakstad.yaml».\n",
        "",
    )
    assert (tmp_path / "flakstad.yaml").read_bytes() == text("flakstad.yaml", "1859").encode()
    assert names(tmp_path) == {"flakstad.yaml"}


def test_the_file_has_no_errors_and_becomes_a_document(cli: Run, tmp_path: Path) -> None:
    cli("ny", "Flakstad")
    told = cli("valider", "flakstad.yaml", "--kort")
    assert told.code == 0
    assert "råd[VEI418]" in told.out
    assert cli("lag", "flakstad.yaml").code == 0
    assert (tmp_path / "flakstad.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("given", "file", "number"),
    [
        (["flakstad"], "flakstad.yaml", "1859"),
        (["FLÅ"], "fla.yaml", "3320"),
        (["Fla\u030a"], "fla.yaml", "3320"),
        (["Flakstad kommune"], "flakstad.yaml", "1859"),
        (["1859"], "flakstad.yaml", "1859"),
        (["301"], "oslo.yaml", "0301"),
        (["Guovdageaidnu"], "kautokeino.yaml", "5612"),
        (["gáivuotna"], "kafjord.yaml", "5540"),
        (["1818"], "heroy.yaml", "1818"),
        (["Herøy i Nordland"], "heroy.yaml", "1818"),
        (["Evje", "og", "Hornnes"], "evje-og-hornnes.yaml", "4219"),
        (["Herøy", "i", "Nordland"], "heroy.yaml", "1818"),
        (["Flå", "3320", "flå kommune"], "fla.yaml", "3320"),
    ],
)
def test_a_kommune_goes_by_name_or_number(cli: Run, tmp_path: Path, given: list[str], file: str, number: str) -> None:
    code, _, err, _ = cli("ny", *given)
    assert (code, err) == (0, "")
    assert (tmp_path / file).read_text(encoding="utf-8") == text(file, number)


def test_several_kommuner_share_one_file_in_the_order_given(cli: Run, tmp_path: Path) -> None:
    assert cli("ny", "Gol", "3320", "Hol").code == 0
    assert (tmp_path / "gol-med-flere.yaml").read_text(encoding="utf-8") == text(
        "gol-med-flere.yaml", "3324", "3320", "3330"
    )


@pytest.mark.parametrize(("option", "nynorsk"), [("--nynorsk", True), ("--bokmål", False)])
def test_the_målform_can_be_chosen(cli: Run, tmp_path: Path, option: str, nynorsk: bool) -> None:
    for file, number in (("flakstad.yaml", "1859"), ("gol.yaml", "3324"), ("fla.yaml", "3320")):
        assert cli("ny", number, option).code == 0
        written = (tmp_path / file).read_text(encoding="utf-8")
        assert written == text(file, number, nynorsk=nynorsk)
        assert f"målform: {'nynorsk' if nynorsk else 'bokmål'}\n" in written


def test_the_file_can_be_named_and_the_comments_know_its_name(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    file = str(Path("m/Avtale 2027.YML"))
    code, out, err, _ = cli("ny", "Flakstad", "-o", file)
    assert (code, err) == (0, "")
    assert out.startswith(f"Skrev {file}. ")
    assert out.endswith(f"«avtalegen valider '{file}'».\n")
    assert (tmp_path / "m" / "Avtale 2027.YML").read_text(encoding="utf-8") == text("Avtale 2027.YML", "1859")


@posix_only
def test_a_file_name_can_put_nothing_into_the_file(cli: Run, tmp_path: Path) -> None:
    file = "a\nformat: 2\u202e.yaml"
    code, out, _, _ = cli("ny", "Flakstad", "-o", file)
    assert code == 0
    assert out.startswith("Skrev a␊format: 2<U+202E>.yaml. ")
    assert (tmp_path / file).read_text(encoding="utf-8") == text("a␊format: 2<U+202E>.yaml", "1859")
    assert cli("valider", file).code == 0


def test_standard_output_gets_the_file_and_nothing_else(cli: Run, tmp_path: Path) -> None:
    code, out, err, _ = cli("ny", "Flakstad", "-o", "-")
    assert (code, out, err) == (0, text("flakstad.yaml", "1859"), "")
    assert names(tmp_path) == set()


@pytest.mark.parametrize("arguments", [["Flakstad"], ["Flakstad", "-o", "flakstad.yaml"]])
def test_a_file_that_exists_is_never_touched(cli: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "flakstad.yaml").write_bytes(b"")
    assert cli("ny", *arguments)[:3] == (
        1,
        "",
        "Feil: «flakstad.yaml» finnes fra før og er ikke rørt. Velg et annet navn med «-o».\n",
    )
    assert (tmp_path / "flakstad.yaml").read_bytes() == b""


def test_a_folder_of_that_name_is_left_alone(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "flakstad.yaml").mkdir()
    assert cli("ny", "Flakstad").code == 1
    assert names(tmp_path) == {"flakstad.yaml"}


@posix_only
def test_a_link_of_that_name_is_not_followed(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "flakstad.yaml").symlink_to(tmp_path / "borte.yaml")
    assert cli("ny", "Flakstad").code == 1
    assert names(tmp_path) == {"flakstad.yaml"}
    assert not (tmp_path / "borte.yaml").exists()


def test_of_many_who_make_the_file_at_once_one_wins_and_keeps_it(tmp_path: Path) -> None:
    contents = [bytes([letter]) * 100_000 for letter in range(ord("a"), ord("q"))]
    path = tmp_path / "fla.yaml"
    with ThreadPoolExecutor(len(contents)) as pool:
        won = list(pool.map(lambda data: create(path, data), contents))
    assert won.count(True) == 1
    assert path.read_bytes() == contents[won.index(True)]


def test_a_full_disk_leaves_no_half_file(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    assert cli("ny", "Flakstad")[:3] == (
        3,
        "",
        "Feil: Kunne ikke skrive «flakstad.yaml»: det er ikke plass på disken.\n",
    )
    assert names(tmp_path) == set()


def test_ctrl_c_in_the_middle_of_writing_leaves_no_half_file(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _descriptor: signal.raise_signal(signal.SIGINT))
    assert cli("ny", "Flakstad").code == 130
    assert names(tmp_path) == set()


def test_a_folder_that_is_not_there_is_told(cli: Run, tmp_path: Path) -> None:
    file = str(Path("borte/x.yaml"))
    assert cli("ny", "Flakstad", "-o", file)[:3] == (
        3,
        "",
        f"Feil: Kunne ikke skrive «{file}»: mappen finnes ikke. Lag den først.\n",
    )
    assert names(tmp_path) == set()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            ["Herøy"],
            "Flere kommuner heter «Herøy»: 1515 Herøy (Møre og Romsdal) og 1818 Herøy (Nordland). "
            "Oppgi nummeret, for eksempel «avtalegen ny 1515».",
        ),
        (
            ["våler"],
            "Flere kommuner heter «våler»: 3114 Våler (Østfold) og 3419 Våler (Innlandet). "
            "Oppgi nummeret, for eksempel «avtalegen ny 3114».",
        ),
        (["Flakstd"], "Ingen kommune heter «Flakstd». Mente du «Flakstad»?"),
        (["Tromso"], "Ingen kommune heter «Tromso». Mente du «Tromsø»"),
        (["Kristiania"], "Ingen kommune heter «Kristiania». Mente du «Kristiansand»"),
        (["qqqq"], "Ingen kommune heter «qqqq». Sjekk skrivemåten, eller oppgi kommunenummeret."),
        ([""], "Ingen kommune heter «». Sjekk skrivemåten, eller oppgi kommunenummeret."),
        (["Flå", "Gull"], "Ingen kommune heter «Gull»."),
        (["9999"], "Ingen kommune har nummeret 9999. Et kommunenummer har fire sifre, som 0301 for Oslo."),
        (
            ["3001"],
            "Kommunenummeret 3001 gikk ut 1.1.2024. Nå er det 3101 Halden. Skriv for eksempel «avtalegen ny 3101».",
        ),
        (
            ["1507"],
            "Kommunenummeret 1507 gikk ut 1.1.2024. Nå er det 1508 Ålesund eller 1580 Haram. "
            "Skriv for eksempel «avtalegen ny 1508».",
        ),
        (
            ["Flakstad", "Oslo", "Vågan"],
            "Kommunene hører til ulike politidistrikter: Flakstad, Vågan i Nordland politidistrikt; Oslo i Oslo "
            "politidistrikt. En avtale har ett politidistrikt som part. Lag en fil for hvert distrikt.",
        ),
        (["Flakstad", "-o", "flakstad.docx"], "Filnavnet «flakstad.docx» må slutte på «.yaml» eller «.yml»."),
        (["Flakstad", "-o", "flakstad"], "Filnavnet «flakstad» må slutte på «.yaml» eller «.yml»."),
        (["Flakstad", "-o", ""], "Filnavnet «.» må slutte på «.yaml» eller «.yml»."),
        ([], "Oppgi en kommune, for eksempel «avtalegen ny flakstad», eller «--distrikt»."),
        (["Oslo", "fylkeskommune"], "Oslo er både kommune og fylkeskommune. Skriv «avtalegen ny oslo»."),
        (
            ["Hedmark fylkeskommune"],
            "Skriv navnet på ett fylke og «fylkeskommune», for eksempel «avtalegen ny innlandet fylkeskommune». "
            "Fylkene er Agder, Akershus, Buskerud, Finnmark, Innlandet, Møre og Romsdal, Nordland, Rogaland, "
            "Telemark, Troms, Trøndelag, Vestfold, Vestland, Østfold.",
        ),
        (["fylkeskommune"], "Skriv navnet på ett fylke og «fylkeskommune»"),
        (["Gjøvik", "Innlandet", "fylkeskommune"], "Skriv navnet på ett fylke og «fylkeskommune»"),
        (["--distrikt", "Hålogaland"], "«Hålogaland» er ikke et politidistrikt. Distriktene er Oslo, Øst,"),
        (["Flakstad", "--distrikt", "Nordland"], "Oppgi enten kommuner eller «--distrikt», ikke begge."),
        (["Flakstad", "--arv", "borte.yaml"], "Kan ikke arve fra «borte.yaml»: "),
        (["Flakstad", "--arv", "../utenfor.yaml"], "Kan ikke arve fra «../utenfor.yaml»: "),
    ],
)
def test_what_is_not_clear_is_wrong_usage_and_the_message_says_what_to_write(
    cli: Run, tmp_path: Path, given: list[str], message: str
) -> None:
    code, out, err, _ = cli("ny", *given)
    assert (code, out) == (2, "")
    assert f"Feil: {message}" in err
    assert names(tmp_path) == set()


@pytest.mark.parametrize("number", ["1507", "3001", "5401"])
def test_a_number_that_has_gone_out_is_one_the_register_remembers(number: str) -> None:
    assert register.kommune(number) is None
    assert register.tidligere_nummer(number)
