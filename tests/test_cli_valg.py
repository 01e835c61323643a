"""The options of `valider` and `lag` on what counts, and avtalegen.toml: where it is found and what it does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from avtalegen.samling.konfig import lesing
from tests import cli_support
from tests.cli_support import FAULTY, VALID, Run, codes, names, posix_only
from tests.grundig import grundig

cli = cli_support.cli

RÅD = VALID + "politiråd:\n  leder: ordfører\n"
SIGNERT = (
    VALID.replace("status: utkast", "status: signert\n  dato: 2023-12-01")
    + "periode: {fra: 2024-01-01, til: 2025-12-31}\n"
)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def shown(cli: Run, *arguments: str, data: bytes = b"") -> list[str]:
    outcome = cli("valider", "--kort", *arguments, data=data)
    assert outcome.err == ""
    return codes(outcome.out)


def test_only_the_codes_chosen_are_shown_however_they_are_given(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", RÅD)
    for given in (["--velg", "VEI423,vei302"], ["--velg", "VEI423", "--velg", "VEI302"], ["--velg", " VEI423  VEI302"]):
        assert sorted(shown(cli, *given)) == ["VEI302", "VEI423"]
    assert {code[:4] for code in shown(cli, "--velg", "VEI4")} == {"VEI4"}


def test_what_is_not_chosen_does_not_count(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", RÅD)
    assert cli("valider", "--velg", "REG")[:3] == (0, "Ingen funn i 1 avtale.\n", "")
    assert cli("valider", "--velg", "VEI423", "--streng").code == 0
    assert cli("valider", "--velg", "VEI302", "--streng").code == 1


def test_codes_are_ignored_also_among_those_chosen(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", RÅD)
    everything = shown(cli)
    assert "VEI423" in everything
    assert "VEI423" not in shown(cli, "--ignorer", "VEI423")
    assert not [code for code in shown(cli, "--ignorer", "VEI") if code.startswith("VEI")]
    assert shown(cli, "--velg", "VEI423,VEI302", "--ignorer", "VEI423") == ["VEI302"]


def test_a_file_that_can_not_be_read_is_an_error_whatever_is_chosen(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", FAULTY)
    assert shown(cli, "--velg", "REG") == ["SKJ002"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--velg", "VEI4233"], "«VEI4233» er verken en kode eller begynnelsen på en. Mente du «VEI423»?"),
        (["--velg", "VEI423,QQQ"], "«QQQ» er verken en kode"),
        (["--velg", ","], "Oppgi minst én kode."),
        (["--ignorer", "VEI4233"], "Mente du «VEI423»?"),
        (["--ignorer", "SKJ001"], "SKJ001 kan ikke slås av, for den gjelder formatet."),
        (["--ignorer", "VEI423,PER101"], "PER101 kan ikke slås av, for den gjelder fødselsnumre"),
        (["--i-dag", "i morgen"], "«i morgen» er ikke en dato. Skriv for eksempel 2026-11-20 eller 20.11.2026."),
        (["--i-dag", "31.11.2026"], "«31.11.2026» er ikke en dato."),
    ],
)
def test_a_choice_without_meaning_is_wrong_usage(cli: Run, tmp_path: Path, arguments: list[str], message: str) -> None:
    write(tmp_path / "a.yaml", VALID)
    code, out, err, _ = cli("valider", *arguments)
    assert (code, out) == (2, "")
    assert message in err


def test_today_is_what_the_command_line_says_then_the_settings(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", SIGNERT)
    assert shown(cli, "--velg", "DAT105", "--i-dag", "2025-06-01") == []
    assert shown(cli, "--velg", "DAT105", "--i-dag", "1. juni 2026") == ["DAT105"]
    write(tmp_path / "avtalegen.toml", "i_dag = 2025-06-01\n")
    assert shown(cli, "--velg", "DAT105") == []
    assert shown(cli, "--velg", "DAT105", "--i-dag", "01.06.2026") == ["DAT105"]


def test_a_signed_agreement_that_has_expired_is_an_error_with_streng_unless_decided_otherwise(
    cli: Run, tmp_path: Path
) -> None:
    write(tmp_path / "a.yaml", SIGNERT)
    write(tmp_path / "b.yaml", SIGNERT.replace("signert", "vedtatt"))
    run = ["valider", "--kort", "--velg", "DAT105", "--i-dag", "2026-11-20", "."]
    assert cli(*run).out.count("advarsel[DAT105]") == 2
    strict = cli(*run, "--streng")
    assert (strict.code, strict.out.count("feil[DAT105]"), strict.out.count("advarsel[DAT105]")) == (1, 1, 1)
    write(tmp_path / "avtalegen.toml", '[alvorlighet]\nDAT105 = "råd"\n')
    assert cli(*run, "--streng").code == 0


def test_what_must_be_there_to_sign_is_looked_for_when_asked(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", VALID)
    assert shown(cli, "--velg", "SIG101") == []
    assert set(shown(cli, "--velg", "SIG101", "--klar-for-signering")) == {"SIG101"}
    assert cli("lag", "a.yaml").code == 0
    code, out, _, _ = cli("lag", "a.yaml", "-o", "b.docx", "--klar-for-signering")
    assert code == 1
    assert "feil[SIG101]" in out
    assert names(tmp_path) == {"a.yaml", "a.docx"}


def test_attachments_are_looked_for_beside_the_agreement_and_nowhere_else(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "hemmelig.pdf", "x")
    write(tmp_path / "m" / "kart.pdf", "x" * 2000)
    text = VALID + "vedlegg: [{tittel: Kart, fil: %s}]\n"
    run = ["--klar-for-signering", "--velg", "SIG105,SIG108", "m"]
    for file, expected in (("kart.pdf", []), ("borte.pdf", ["SIG105"]), ("../hemmelig.pdf", ["SIG105"])):
        write(tmp_path / "m" / "a.yaml", text % file)
        assert shown(cli, *run) == expected
    write(tmp_path / "m" / "a.yaml", text % "kart.pdf")
    write(tmp_path / "avtalegen.toml", "[grenser]\nstorste_vedlegg = 0.001\n")
    assert shown(cli, *run) == ["SIG108"]


def test_a_spelling_checker_that_is_not_there_is_told_and_the_rest_is_done(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.yaml", VALID)
    monkeypatch.setenv("PATH", "")
    code, out, err, _ = cli("valider", "--stavekontroll", "--velg", "REG")
    assert (code, out) == (0, "Ingen funn i 1 avtale.\n")
    assert err == "Stavekontrollen er ikke kjørt: den trenger hunspell med ordbøkene nb_NO og nn_NO.\n"


def test_a_comment_turns_a_finding_off_and_only_sarif_tells_of_it(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", RÅD.replace("politiråd:", "politiråd: # avtalegen: ignorer VEI423 – SLT har det"))
    assert shown(cli, "--velg", "VEI423,META") == []
    (run,) = json.loads(cli("valider", "--format", "sarif", "--velg", "VEI423").out)["runs"]
    (result,) = run["results"]
    assert result["ruleId"] == "VEI423"
    assert result["suppressions"] == [{"kind": "inSource", "justification": "SLT har det"}]


def test_the_nearest_settings_above_each_file_count(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "avtalegen.toml", 'ignorer = ["VEI"]\n')
    write(tmp_path / "a.yaml", RÅD)
    write(tmp_path / "nord" / "dypt" / "b.yaml", RÅD)
    write(tmp_path / "sør" / "avtalegen.toml", 'ignorer = ["VEI302"]\n')
    write(tmp_path / "sør" / "under" / "c.yaml", RÅD)
    found: dict[str, set[str]] = {}
    for line in cli("valider", "--kort").out.splitlines()[:-1]:
        found.setdefault(Path(line.partition(":")[0]).as_posix(), set()).update(codes(line))
    looked_for = {"VEI423", "VEI302", "DAT108"}
    assert {name: all_found & looked_for for name, all_found in found.items()} == {
        "a.yaml": {"DAT108"},
        "nord/dypt/b.yaml": {"DAT108"},
        "sør/under/c.yaml": {"DAT108", "VEI423"},
    }


def test_the_search_for_settings_ends_at_the_top_of_a_repository(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "avtalegen.toml", 'ignorer = ["VEI"]\n')
    write(tmp_path / "samling" / "m" / "a.yaml", RÅD)
    assert "VEI423" not in shown(cli, "samling")
    (tmp_path / "samling" / ".git").mkdir()
    assert "VEI423" in shown(cli, "samling")
    write(tmp_path / "samling" / "avtalegen.toml", 'ignorer = ["VEI423"]\n')
    found = shown(cli, "samling")
    assert "VEI423" not in found
    assert "VEI302" in found


def test_settings_are_found_for_a_file_that_is_named_and_for_standard_input(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "avtalegen.toml", 'ignorer = ["VEI423"]\n')
    write(tmp_path / "m" / "a.yaml", RÅD)
    assert "VEI423" not in shown(cli, str(tmp_path / "m" / "a.yaml"))
    assert "VEI423" not in shown(cli, "-", data=RÅD.encode())
    monkeypatch.chdir(tmp_path / "m")
    assert "VEI423" not in shown(cli, "a.yaml")
    assert "VEI423" not in shown(cli, ".")


def test_settings_are_read_once_for_all_the_files_below_them(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = []
    read = lesing.les

    def counting(data: bytes, file: str, read_file: object) -> lesing.Lest:
        reads.append(file)
        return read(data, file, read_file)  # type: ignore[arg-type]

    monkeypatch.setattr(lesing, "les", counting)
    write(tmp_path / "avtalegen.toml", "")
    for number in range(20):
        write(tmp_path / f"m{number % 3}" / "n" / f"{number}.yaml", VALID)
    cli("valider")
    assert reads == ["avtalegen.toml"]


def test_settings_that_are_pointed_out_count_alone_and_paths_are_from_their_folder(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "avtalegen.toml", 'ignorer = ["VEI302"]\n')
    write(tmp_path / "m" / "a.yaml", RÅD)
    write(tmp_path / "m" / "b.yaml", RÅD)
    write(tmp_path / "m" / "streng.toml", 'utelat = ["b.yaml"]\n[[sti]]\nsti = "./a.yaml"\nignorer = ["VEI423"]\n')
    out = cli("valider", "--kort", "--velg", "VEI3,VEI4", "--konfig", str(Path("m/streng.toml"))).out
    assert "VEI302" in codes(out)
    assert "VEI423" not in codes(out)
    assert "1 YAML-fil er utelatt i avtalegen.toml.\n" in out


def test_what_is_asked_for_is_shown_even_if_the_settings_turn_it_off(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", RÅD)
    write(tmp_path / "avtalegen.toml", 'ignorer = ["VEI4"]\n[alvorlighet]\nVEI302 = "av"\n')
    assert sorted(shown(cli, "--velg", "VEI423,VEI302")) == ["VEI302", "VEI423"]
    found = shown(cli, "--velg", "VEI")
    assert not {"VEI423", "VEI302"} & set(found)
    assert "VEI304" in found


def test_files_are_left_out_of_folders_but_not_when_they_are_named(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "avtalegen.toml", 'filer = ["avtaler/**"]\nutelat = ["arkiv", "*.prøve.yaml"]\n')
    for file in ("avtaler/a.yaml", "avtaler/arkiv/b.yaml", "avtaler/c.prøve.yaml", "annet/d.yaml"):
        write(tmp_path / file, VALID)
    out = cli("valider", "--velg", "REG").out
    assert out == "Ingen funn i 1 avtale.\n3 YAML-filer er utelatt i avtalegen.toml.\n"
    assert cli("valider", "--velg", "REG", str(Path("annet/d.yaml"))).out == "Ingen funn i 1 avtale.\n"
    assert "3 YAML-filer er utelatt i avtalegen.toml.\n" in cli("lag", ".").out
    assert {name for name in names(tmp_path) if name.endswith("docx")} == {"avtaler/a.docx"}


def test_a_severity_that_is_decided_counts_for_the_exit_code_and_stops_lag(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", RÅD)
    write(tmp_path / "avtalegen.toml", '[alvorlighet]\nVEI423 = "feil"\n')
    code, out, _, _ = cli("valider", "--velg", "VEI423")
    assert code == 1
    assert "feil[VEI423]" in out
    assert cli("lag", "a.yaml").code == 1
    assert not (tmp_path / "a.docx").exists()


def test_faults_in_the_settings_are_told_once_with_their_place_and_the_agreements_are_checked(
    cli: Run, tmp_path: Path
) -> None:
    write(tmp_path / "avtalegen.toml", 'ignorer = ["VEI302", "VEI4233"]\n')
    write(tmp_path / "a.yaml", RÅD)
    write(tmp_path / "m" / "b.yaml", RÅD)
    code, out, err, _ = cli("valider", "--velg", "VEI302,VEI304")
    assert (code, err) == (1, "")
    assert out.startswith(
        "avtalegen.toml:1:22: feil[KONF004] «VEI4233» er verken en kode eller begynnelsen på en.\n  |\n"
        '1 | ignorer = ["VEI302", "VEI4233"]\n  |                      ^^^^^^^^^\n'
        "  |\n  = Hjelp: Mente du «VEI423»?\n"
    )
    assert out.count("KONF004") == 1
    assert out.count("VEI304") == 1
    assert out.count("= Også i: ") == 2
    assert out.endswith(" i 2 avtaler.\n")
    assert out.splitlines()[-1].startswith("1 feil")


def test_faults_in_settings_that_leave_everything_out_are_told_too(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "avtalegen.toml", 'utelat = "*"\ntull = 1\n')
    write(tmp_path / "a.yaml", VALID)
    code, out, err, _ = cli("valider")
    assert (code, err) == (1, "")
    assert out.startswith("avtalegen.toml:2:1: feil[KONF002] «tull» er ikke en kjent nøkkel.")
    *_, found, none, left_out = out.splitlines()
    assert (found, left_out) == ("1 feil i 0 avtaler.", "1 YAML-fil er utelatt i avtalegen.toml.")
    assert none.startswith("Fant ingen avtaler i mappen du står i.")


def test_settings_with_faults_stop_lag_and_are_told_once(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "avtalegen.toml", "utløper_snart = 30\n")
    write(tmp_path / "a.yaml", VALID)
    write(tmp_path / "b.yaml", VALID)
    code, out, err, _ = cli("lag", ".")
    assert (code, err) == (1, "")
    assert out.count("avtalegen.toml:1:4: feil[KONF001]") == 1
    assert "Skrev 0 dokumenter, 2 ble ikke laget.\n" in out
    assert not [name for name in names(tmp_path) if name.endswith("docx")]


@pytest.mark.parametrize("command", ["valider", "lag"])
def test_settings_that_are_not_there_are_told(cli: Run, tmp_path: Path, command: str) -> None:
    write(tmp_path / "a.yaml", VALID)
    code, out, err, _ = cli(command, "a.yaml", "--konfig", "borte.toml")
    assert (code, out) == (3, "")
    assert err == "Feil: Kunne ikke lese «borte.toml»: filen finnes ikke. Sjekk at stien er skrevet riktig.\n"


@posix_only
@pytest.mark.parametrize("command", ["valider", "lag"])
def test_settings_that_can_not_be_read_are_told_once(cli: Run, tmp_path: Path, command: str) -> None:
    """Root may read every file, so the words are in a link that leads out of the folder."""
    write(tmp_path / "hemmelig.txt", "ord\n")
    write(tmp_path / "m" / "avtalegen.toml", 'ordliste = "ord.txt"\n')
    (tmp_path / "m" / "ord.txt").symlink_to(tmp_path / "hemmelig.txt")
    write(tmp_path / "m" / "a.yaml", VALID)
    write(tmp_path / "m" / "b.yaml", VALID)
    code, out, err, _ = cli(command, "m")
    assert (code, err) == (1, "")
    assert out.count(f"{Path('m/avtalegen.toml')}:1:12: feil[KONF006]") == 1


@grundig  # hunspell reads its dictionary anew each time
def test_words_from_the_settings_are_known_to_the_spelling_checker(cli: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", VALID + "forpliktelser:\n  felles: Prioritere rambergsamvirket\n")
    outcome = cli("valider", "--kort", "--stavekontroll", "--velg", "SPR104")
    if outcome.err:
        pytest.skip("hunspell is not installed")
    assert codes(outcome.out) == ["SPR104"]
    write(tmp_path / "avtalegen.toml", 'ordliste = "ord.txt"\n')
    write(tmp_path / "ord.txt", "# våre egne ord\nrambergsamvirket\n")
    assert shown(cli, "--stavekontroll", "--velg", "SPR104") == []


@grundig  # in `make test`, test_cli_main.py looks at what a short run loads
def test_no_toml_is_read_by_a_run_without_settings(tmp_path: Path) -> None:
    """It would cost a hundredth of a short run."""
    import subprocess
    import sys

    write(tmp_path / "a.yaml", VALID)
    (tmp_path / ".git").mkdir()
    code = (
        "import sys; from avtalegen.__main__ import main; main(['valider', 'a.yaml']); "
        "print([m for m in ('tomllib', 'difflib', 'subprocess') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=cli_support.environment(), capture_output=True, check=True
    )
    assert done.stderr.decode() == "[]\n"
