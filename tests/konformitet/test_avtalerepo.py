"""The example of a repository of agreements in a git repository of its own, with the real pre-commit."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import avtalegen
from tests.cli_support import ROOT, process

pytestmark = pytest.mark.konformitet
EXAMPLE = ROOT / "eksempler" / "avtalerepo"
VERSION = f"v{avtalegen.__version__}"

Shell = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path) -> Shell:
    """Run git or pre-commit, untouched by the settings of this machine; give what it printed, or raise that."""
    person = {"NAME": "Kari Nordmann", "EMAIL": "kari@example.invalid"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "PYTHON"))}
    environment = {
        **kept,
        **{f"GIT_{role}_{name}": value for role in ("AUTHOR", "COMMITTER") for name, value in person.items()},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "PRE_COMMIT_COLOR": "never",
    }

    def run(program: str, *arguments: str, cwd: Path) -> str:
        command = [sys.executable, "-m", "pre_commit"] if program == "pre-commit" else [program]
        done = subprocess.run(
            [*command, *arguments],
            cwd=cwd,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        output = done.stdout.decode()
        if done.returncode:
            raise RuntimeError(output)
        return output

    return run


@pytest.fixture
def tool_repo(tmp_path: Path, run: Shell) -> Path:
    """Make this checkout, as it is now, a git repository with the version as a tag."""
    folder = tmp_path / "avtalegen"
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".git", *ignored))
    publish(folder, run)
    run("git", "tag", VERSION, cwd=folder)
    return folder


def publish(folder: Path, run: Shell) -> None:
    run("git", "init", "--quiet", "--initial-branch=main", cwd=folder)
    run("git", "add", "--all", cwd=folder)
    run("git", "commit", "--quiet", "--no-verify", "--message=alt", cwd=folder)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def refused(run: Shell, repo: Path) -> str:
    """Try to commit all that is changed, and return why it was refused."""
    run("git", "add", "--all", cwd=repo)
    before = run("git", "rev-parse", "HEAD", cwd=repo)
    with pytest.raises(RuntimeError) as raised:
        run("git", "commit", "--message=endring", cwd=repo)
    assert run("git", "rev-parse", "HEAD", cwd=repo) == before
    return str(raised.value)


def test_the_real_pre_commit_lets_in_what_is_right_and_no_more(tmp_path: Path, tool_repo: Path, run: Shell) -> None:
    repo = tmp_path / "avtaler"
    shutil.copytree(EXAMPLE, repo)
    change(repo / ".pre-commit-config.yaml", "https://github.com/EIER/avtalegen", tool_repo.as_uri())
    publish(repo, run)
    # The one run that installs avtalegen.
    ran = run("pre-commit", "run", "--all-files", cwd=repo)
    assert re.findall(r"^(.+?)\.+(\w+)$", ran, re.MULTILINE) == [
        ("avtalegen valider", "Passed"),
        ("avtalegen lag --sjekk", "Passed"),
    ]
    run("pre-commit", "install", cwd=repo)

    change(repo / "avtaler/fauske.yaml", "kommunenummer: 1841", "kommunenummer: 1840")
    why = refused(run, repo)
    assert re.search(r"^avtaler/fauske\.yaml:(19|20):\d+: feil\[REG102\] ", why, re.MULTILINE), why
    run("git", "reset", "--quiet", "--hard", cwd=repo)

    run("git", "rm", "--quiet", "felles/nordland.yaml", cwd=repo)
    assert "felles/indre-salten.yaml:2:6: feil[ARV001] " in refused(run, repo)
    run("git", "reset", "--quiet", "--hard", cwd=repo)

    run("git", "rm", "--quiet", "avtaler/fauske.docx", cwd=repo)
    why = refused(run, repo)
    assert "avtaler/fauske.docx: mangler\n" in why
    assert re.search(r"^avtalegen valider\.+Passed$", why, re.MULTILINE)

    # Made with the versions installed here, judged with those that pre-commit has installed.
    assert process("lag", "avtaler", cwd=repo).code == 0
    change(repo / "avtaler/saltdal.yaml", "Kjell Eksempel", "Kristin Eksempel")
    run("git", "add", "--all", cwd=repo)
    assert run("git", "ls-files", "*.docx", cwd=repo) == "avtaler/fauske.docx\n"
    run("git", "commit", "--message=endring", cwd=repo)
    assert run("git", "status", "--porcelain", cwd=repo) == ""


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", ROOT / "action.yml"),
        ("vendor.github-workflows", EXAMPLE / ".github/workflows/avtaler.yml"),
        ("vendor.github-workflows", EXAMPLE / ".github/workflows/oversikt.yml"),
        ("vendor.gitlab-ci", EXAMPLE / ".gitlab-ci.yml"),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_github_and_gitlab_can_read_what_is_meant_for_them(schema: str, file: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    ("command", "file"),
    [("validate-manifest", ROOT / ".pre-commit-hooks.yaml"), ("validate-config", EXAMPLE / ".pre-commit-config.yaml")],
    ids=["hooks", "config"],
)
def test_pre_commit_can_read_what_is_meant_for_it(command: str, file: Path, run: Shell, tmp_path: Path) -> None:
    assert run("pre-commit", command, str(file), cwd=tmp_path) == ""
