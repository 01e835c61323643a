"""The example of a repository of agreements, and what this project offers such a repository."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import avtalegen
from tests import cli_support
from tests.cli_support import ROOT, Run, environment, posix_only
from tests.grundig import GRUNDIG, grundig
from tests.i_ett import i_ett

cli = cli_support.cli

EXAMPLE = ROOT / "eksempler" / "avtalerepo"
AGREEMENTS = {"fauske", "saltdal", "sorfold"}
SIGNED = {"fauske"}
TODAY = ("--i-dag", "2027-01-04")
OVERVIEW = ".github/workflows/oversikt.yml"
PERSONS = ("Eksempel", "Prøve")
"""The last names of the persons in the example."""
SCRIPTS = [".pre-commit-config.yaml", ".github/workflows/avtaler.yml", ".gitlab-ci.yml", OVERVIEW]


@pytest.fixture
def repo(cli: Run, tmp_path: Path) -> Path:
    """Copy what is in git of the example to the folder that `cli` runs in, and return it."""
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    for made in AGREEMENTS - SIGNED:
        (tmp_path / "avtaler" / f"{made}.docx").unlink(missing_ok=True)
    return tmp_path


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def load(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def test_the_signed_document_in_the_example_is_what_its_yaml_gives(cli: Run, skriv_fasit: bool) -> None:
    signed = str(EXAMPLE / "avtaler/fauske.yaml")
    if skriv_fasit:
        cli("lag", signed, "--overskriv")
    code, out, err, _ = cli("lag", signed, "--sjekk")
    assert (code, err) == (0, ""), f"{out}Se på dokumentet og kjør «make fasit»."
    assert out.startswith("1 dokument er oppdatert."), f"{out}Se på dokumentet og kjør «make fasit»."


def test_of_the_documents_only_those_that_are_signed_are_in_git_and_each_of_them_is_checked(repo: Path) -> None:
    status = {file.stem: load(file)["avtale"]["status"] for file in (repo / "avtaler").glob("*.yaml")}
    assert status.keys() == AGREEMENTS
    assert {name for name, said in status.items() if said == "signert"} == SIGNED
    ignored = (repo / ".gitignore").read_text(encoding="utf-8").splitlines()[1:]
    assert ignored == ["avtaler/*.docx", *(f"!avtaler/{name}.docx" for name in sorted(SIGNED))]
    assert {file.stem for file in (repo / "avtaler").glob("*.docx")} == SIGNED
    (hooks,) = load(repo / SCRIPTS[0])["repos"]
    (steps,) = (job["steps"] for job in load(repo / SCRIPTS[1])["jobs"].values())
    job = load(repo / SCRIPTS[2])["avtaler"]["script"]
    checked = [f"avtaler/{name}.yaml" for name in sorted(SIGNED)]
    assert [hook["args"] for hook in hooks["hooks"] if "args" in hook] == [checked]
    assert [step["with"]["dokumenter"].split() for step in steps if "EIER" in step["uses"]] == [checked]
    assert [line.split()[2:-1] for line in job if line.endswith(" --sjekk")] == [checked]


def test_the_agreements_have_neither_errors_nor_warnings_and_can_be_signed(cli: Run, repo: Path) -> None:
    code, out, err, _ = cli("valider", "--streng", "--klar-for-signering", *TODAY)
    assert (code, err) == (0, ""), out
    assert out.endswith(" i 3 avtaler.\n2 YAML-filer er ikke avtaler og er hoppet over.\n")


def test_a_comment_with_a_reason_turns_one_piece_of_advice_off(cli: Run, repo: Path) -> None:
    file = repo / "avtaler/saltdal.yaml"
    assert "VEI417" not in cli("valider", *TODAY).out
    reason = re.search(r" +# avtalegen: ignorer VEI417 – .+\n", file.read_text(encoding="utf-8"))
    assert reason is not None
    change(file, reason[0], "")
    assert "råd[VEI417] " in cli("valider", *TODAY).out
    assert reason[0].strip() in (repo / "README.md").read_text(encoding="utf-8")


def test_the_settings_make_a_missing_plan_for_revision_an_error(cli: Run, repo: Path) -> None:
    file = repo / "avtaler/sorfold.yaml"
    change(file, "  revisjon: { hyppighet: årlig, etter: evalueringen, ansvarlig: politirådet }\n", "")
    code, out, _, _ = cli("valider", *TODAY)
    assert code == 1
    assert f"{Path('avtaler/sorfold.yaml')}:9:1: feil[VEI302] " in out


@grundig  # the example is made six times; test_cli_sjekk.py and test_cli_signert.py do each
def test_a_new_politimester_in_the_shared_file_makes_every_document_stale(cli: Run, repo: Path) -> None:
    assert cli("lag", "avtaler", *TODAY).code == 0
    assert "3 dokumenter er oppdatert.\n" in cli("lag", "avtaler", "--sjekk", *TODAY).out
    change(repo / "felles/nordland.yaml", "Astrid Eksempel", "Vigdis Eksempel")
    code, out, _, _ = cli("lag", "avtaler", "--sjekk", *TODAY)
    assert code == 1
    stale = [line for line in out.splitlines() if line.endswith(": ikke det YAML-filen gir i dag")]
    assert {Path(line.partition(":")[0]).stem for line in stale} == AGREEMENTS - SIGNED
    assert f"{Path('avtaler/fauske.docx')}: signert, og ikke det YAML-filen gir i dag\n" in out
    signed = (repo / "avtaler/fauske.docx").read_bytes()
    code, out, _, _ = cli("lag", "avtaler", *TODAY)
    assert code == 0
    assert f"Ikke skrevet på nytt: {Path('avtaler/fauske.docx')}. Avtalen er signert" in out
    assert "Skrev 2 dokumenter, 1 står som det er.\n" in out
    assert (repo / "avtaler/fauske.docx").read_bytes() == signed
    code, out, _, _ = cli("lag", "avtaler", "--sjekk", *TODAY)
    assert code == 0
    assert "2 dokumenter er oppdatert, 1 står som det er.\n" in out
    assert cli("lag", "avtaler", "--overskriv", *TODAY).code == 0
    assert (repo / "avtaler/fauske.docx").read_bytes() != signed


def test_a_fault_in_the_shared_file_is_told_with_its_own_place(cli: Run, repo: Path) -> None:
    change(repo / "felles/indre-salten.yaml", "stillingsandel", "stillingsandl")
    code, out, _, _ = cli("valider", *TODAY)
    assert code == 1
    assert out.startswith(f"{Path('felles/indre-salten.yaml')}:12:3: feil[SKJ002] ")


@grundig  # our own hooks are run by test_prosjektet.py
def test_what_the_hooks_and_the_gitlab_job_run_passes_in_the_example(cli: Run, repo: Path) -> None:
    job = load(repo / ".gitlab-ci.yml")["avtaler"]
    commands = [shlex.split(re.split(r" > | \|\| ", line)[0]) for line in job["script"] if "pip" not in line]
    # What the job has made, is what a hook that looks at all of it, wants to see.
    hooks = load(ROOT / ".pre-commit-hooks.yaml")
    commands += [[*shlex.split(hook["entry"]), *hook.get("args", ())] for hook in hooks]
    assert len(commands) == 6
    for name, *arguments in commands:
        assert name == "avtalegen"
        assert cli(*arguments).code == 0, arguments


def test_the_hooks_of_the_example_exist(repo: Path) -> None:
    hooks = {hook["id"] for hook in load(ROOT / ".pre-commit-hooks.yaml")}
    (source,) = load(repo / ".pre-commit-config.yaml")["repos"]
    assert {hook["id"] for hook in source["hooks"]} == hooks


@grundig  # four nights; the other jobs are run in `make test`
@posix_only
def test_the_page_and_the_calendar_are_put_out_every_night(cli: Run, repo: Path) -> None:
    """The scripts of the workflow are run, with a `curl` that answers as the site would."""
    workflow = load(repo / OVERVIEW)
    assert workflow[True]["schedule"]  # YAML 1.1 reads «on» as true
    (job,) = workflow["jobs"].values()
    fetch, *ours = [step["run"] for step in job["steps"] if "run" in step and not step["run"].startswith("pip ")]
    site = repo / "nettsted.ics"
    (repo / "curl").write_text(
        '#!/bin/sh\nif [ -e nettsted.ics ]; then cp nettsted.ics "$4"; printf "${SVAR:-200}"; else printf 404; fi\n'
    )
    (repo / "curl").chmod(0o755)

    def night(**extra: str) -> bytes:
        shutil.rmtree(repo / "side", ignore_errors=True)
        path = f"{repo}:{environment()['PATH']}"
        around = environment(PATH=path, SIDE="x", **extra)
        if subprocess.run(["bash", "-e", "-c", fetch], cwd=repo, env=around, check=False).returncode:
            return b""
        for script in ours:
            command, *words = shlex.split(script, comments=True)
            assert command == "avtalegen"
            assert cli(*words, *(TODAY if words[0] in {"status", "data"} else ())).code == 0
        assert (repo / "side/index.html").read_bytes().startswith(b"<!doctype html>")
        assert b"signert" in (repo / "side/tall/avtaler.csv").read_bytes()
        assert not any(name in tall.read_text() for name in PERSONS for tall in (repo / "side/tall").iterdir())
        return (repo / "side/avtaler.ics").read_bytes()

    first = night()
    assert first.count(b"BEGIN:VEVENT") > 20
    site.write_bytes(first)
    assert night() == first
    change(repo / "avtaler/saltdal.yaml", "17.3.2027", "18.3.2027")
    moved = night()
    assert set(re.findall(rb"^UID:.*", moved, re.M)) == set(re.findall(rb"^UID:.*", first, re.M))
    assert moved.count(b"SEQUENCE:1\r") == 3  # the meeting and its two deadlines
    assert night(SVAR="500") == b""


RENEWED = """\
format: 1
arv: ../felles/indre-salten.yaml
avtale:
  status: vedtatt
  dato: 4.12.2030
  erstatter: { tittel: Avtale om kommune- og politisamarbeid, dato: 12.11.2026 }
parter: { kommuner: { kommunenummer: 1841, leder: { tittel: ordfører } } }
periode: { fra: 1.1.2031, til: 31.12.2034, revisjon: { hyppighet: årlig, ansvarlig: politirådet } }
politiråd: { møter: { plan: [{ dato: 12.2.2031, klokkeslett: 09.00 }] } }
"""


@posix_only
@grundig  # what each of the commands does, has tests of its own
def test_an_agreement_from_year_to_year(cli: Run, repo: Path) -> None:
    """Two editions in a history: what is moved, is moved for who follows it; what is replaced, is told as that."""

    def git(*words: str) -> str:
        identity = ("-c", "user.name=Prøve", "-c", "user.email=prove@eksempel.no", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *identity, *words], cwd=repo, env=environment(), capture_output=True, check=True)
        return done.stdout.decode()

    def tall(til: str, i_dag: str) -> dict[str, Any]:
        assert cli("data", "avtaler", "--til", til, "--format", "json", "--i-dag", i_dag).code == 0
        tabeller: dict[str, Any] = json.loads((repo / til / "avtaler.json").read_text(encoding="utf-8"))["tabeller"]
        return tabeller

    def kalender() -> bytes:
        assert cli("kalender", "avtaler", "-o", "avtaler.ics").code == 0
        return (repo / "avtaler.ics").read_bytes()

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "-m", "avtalene slik de ble vedtatt")
    før, møtene = tall("../før", "2027-01-04"), kalender()
    change(repo / "avtaler/fauske.yaml", "10.2.2027", "11.2.2027")
    (repo / "avtaler/fauske-2031.yaml").write_text(RENEWED, encoding="utf-8")
    assert cli("valider", "avtaler/fauske-2031.yaml", "--i-dag", "2031-01-04").code == 0
    assert "avtaler/fauske.yaml" in git("diff", "--name-only")
    git("add", "--all")
    git("commit", "--quiet", "-m", "fauske: møtet flyttet, og avtalen fornyet")
    etter = tall("../etter", "2031-01-04")
    gammel, ny = (
        next(rad for rad in etter["avtaler"] if rad["fil"] == f"avtaler/{navn}.yaml")
        for navn in ("fauske", "fauske-2031")
    )
    assert (gammel["avløst_av"], ny["avløst_av"]) == ("avtaler/fauske-2031.yaml", None)
    assert gammel["samarbeid"] == ny["samarbeid"] == før["avtaler"][0]["samarbeid"]
    assert [rad["fil"] for rad in før["avtaler"]] == [*(rad["fil"] for rad in etter["avtaler"] if rad is not ny)]
    oversikt = cli("status", "avtaler", "--i-dag", "2031-01-04").out
    assert re.search(r"AVSLUTTET +Fauske \(avtaler/fauske\.yaml\)", oversikt)
    # Who subscribes sees the meeting move, and keeps the others.
    uid = re.compile(rb"^UID:(.*)\r", re.M)
    assert set(uid.findall(møtene)) < set(uid.findall(kalender()))
    assert len(git("log", "--format=%s").splitlines()) == 2
    # An earlier edition gives the tables that it gave.
    git("checkout", "--quiet", "--force", "HEAD~1")
    assert tall("../igjen", "2027-01-04") == før


@i_ett("script", SCRIPTS)
def test_the_example_uses_this_version_everywhere(script: str) -> None:
    named = re.findall(r"(?:rev: v|avtalegen@v|avtalegen==)(\S+)", (EXAMPLE / script).read_text(encoding="utf-8"))
    assert named == [avtalegen.__version__]


@pytest.mark.parametrize("script", [".pre-commit-config.yaml", ".github/workflows/avtaler.yml"])
def test_whose_avtalegen_it_is_stands_open_and_the_readme_says_so(script: str) -> None:
    assert "EIER/avtalegen" in (EXAMPLE / script).read_text(encoding="utf-8")
    readme = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    assert "`EIER`" in readme
    assert f"`{script}`" in readme


ACTION = load(ROOT / "action.yml")
STEPS = ACTION["runs"]["steps"]


def test_the_action_takes_what_the_example_gives_it() -> None:
    (job,) = load(EXAMPLE / ".github/workflows/avtaler.yml")["jobs"].values()
    given = next(step["with"] for step in job["steps"] if "avtalegen" in step["uses"])
    assert given.keys() <= ACTION["inputs"].keys()
    assert all({"description", "default"} == about.keys() for about in ACTION["inputs"].values())


def test_what_somebody_gives_the_action_is_never_a_part_of_its_script() -> None:
    assert not [step for step in STEPS if "${{" in step.get("run", "")]


def act(repo: Path, **inputs: str) -> tuple[int, str]:
    """Run the step of the action that checks, as GitHub does, and return how it ended and what it printed."""
    assert inputs.keys() <= ACTION["inputs"].keys()
    given = {name: about["default"] for name, about in ACTION["inputs"].items()} | inputs
    (step,) = (step for step in STEPS if step.get("name") == "Sjekk avtalene")
    known = {f"${{{{ inputs.{name} }}}}": value for name, value in given.items()}
    known["${{ steps.python.outputs.python-path }}"] = sys.executable
    temporary = repo.parent / f"{repo.name}-runner"
    temporary.mkdir(exist_ok=True)
    if not (temporary / "avtalegen").exists():
        (temporary / "avtalegen").symlink_to(ROOT)
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=repo,
        env=environment(
            RUNNER_TEMP=str(temporary),
            GITHUB_STEP_SUMMARY="",
            **{name: known[value] for name, value in step["env"].items()},
        ),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


@grundig
@posix_only
def test_the_action_passes_the_example(repo: Path) -> None:
    code, out = act(repo, dokumenter="avtaler/fauske.yaml", lag="avtaler", sarif="true")
    assert code == 0, out
    assert "1 dokument er oppdatert.\n" in out
    assert "Skrev 2 dokumenter, 1 " in out
    assert {file.stem for file in (repo / "avtaler").glob("*.docx")} == AGREEMENTS
    assert '"runs"' in (repo.parent / f"{repo.name}-runner" / "avtalegen.sarif").read_text(encoding="utf-8")


@grundig
@posix_only
def test_the_action_tells_all_that_is_wrong_before_it_fails(repo: Path) -> None:
    change(repo / "avtaler/fauske.yaml", "kommunenummer: 1841", "kommunenummer: 1840")
    code, out = act(repo, dokumenter="avtaler\nfelles\n", lag="avtaler/saltdal.yaml", sarif="true", streng="true")
    assert code == 1
    assert "::error file=avtaler/fauske.yaml,line=" in out
    assert "avtaler/sorfold.docx: mangler\n" in out
    assert out.count("Skrev avtaler/saltdal.docx\n") == 1
    assert "REG102" in (repo.parent / f"{repo.name}-runner" / "avtalegen.sarif").read_text(encoding="utf-8")


@grundig
@posix_only
def test_the_action_is_strict_only_when_asked(repo: Path) -> None:
    change(repo / "avtaler/sorfold.yaml", "navn: Sørfold", "organisasjonsnummer: 972418021")
    assert act(repo)[0] == 0
    assert act(repo, streng="true")[0] == 1


@posix_only
def test_a_path_given_to_the_action_is_a_path_and_not_a_command(repo: Path) -> None:
    (repo / "avtaler med mellomrom").mkdir()
    shutil.copy(repo / "avtaler/fauske.yaml", repo / "avtaler med mellomrom/fauske.yaml")
    if GRUNDIG:  # to install and start the tool takes a second
        code, out = act(repo, stier="avtaler med mellomrom")
        assert (code, "i 1 avtale." in out) == (0, True), out
    code, out = act(repo, stier="$(touch stygt)\n; touch stygt\n--help")
    assert code == 3
    assert not (repo / "stygt").exists()
    assert "Kunne ikke lese «--help»" in out
