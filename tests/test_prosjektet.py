"""What the project uses of what it gives others, and that the files for GitHub, GitLab and pre-commit are valid."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import cli_support
from tests.cli_support import ROOT, Run
from tests.grundig import grundig
from tests.test_versjoner import CHOSEN

cli = cli_support.cli

EXAMPLE = ROOT / "eksempler/avtalerepo"
WORKFLOWS = sorted([*ROOT.glob(".github/workflows/*.yml"), *EXAMPLE.glob(".github/workflows/*.yml")])
TEMPLATES = sorted(ROOT.glob(".github/ISSUE_TEMPLATE/*.yml"))
SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "github-actions": [ROOT / "action.yml"],
    "gitlab-ci": [ROOT / ".gitlab-ci.yml", EXAMPLE / ".gitlab-ci.yml"],
    "github-issue-forms": [file for file in TEMPLATES if file.name != "config.yml"],
    "github-issue-config": [ROOT / ".github/ISSUE_TEMPLATE/config.yml"],
}
ACTIONS = {
    "actions/checkout": "v6",
    "actions/configure-pages": "v6",
    "actions/deploy-pages": "v5",
    "actions/setup-python": "v6",
    "actions/upload-artifact": "v6",
    "actions/upload-pages-artifact": "v5",
    "github/codeql-action/upload-sarif": "v4",
}
"""Those that are used, in the versions that run on a Node that isn't being taken out of service."""


def load(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


@pytest.mark.skipif(CHOSEN == "laveste", reason="check-jsonschema says that it works with click 8.1, and doesn't")
@grundig  # what checks them takes half a second to load, and they are seldom changed
@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_files_are_what_their_schema_asks_for(schema: str) -> None:
    files = SCHEMAS[schema]
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_action_is_used_in_the_version_that_is_kept_up() -> None:
    used = [
        tuple(name.split("@"))
        for file in [*WORKFLOWS, ROOT / "action.yml"]
        for name in re.findall(r"uses: (\S+)", file.read_text(encoding="utf-8"))
        if not name.startswith("EIER/")
    ]
    assert {name for name, _ in used} == ACTIONS.keys()
    assert [(name, version) for name, version in used if ACTIONS[name] != version] == []


def test_every_python_that_is_allowed_is_tried_on_every_system() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    matrix = load(ROOT / ".github/workflows/tester.yml")["jobs"]["tester"]["strategy"]["matrix"]
    (pythons,) = (one["PYTHON"] for one in load(ROOT / ".gitlab-ci.yml")["tester"]["parallel"]["matrix"])
    assert matrix["python"] == pythons
    assert f">={pythons[0]}" == project["requires-python"]
    assert {system.split("-")[0] for system in matrix["system"]} == {"ubuntu", "macos", "windows"}


def test_the_newest_of_everything_is_tried_at_night_and_stops_nobody() -> None:
    nightly = load(ROOT / ".github/workflows/nyeste.yml")
    assert set(nightly[True]) == {"schedule", "workflow_dispatch"}  # «on» is a word for true
    assert {step.get("run") for step in nightly["jobs"]["nyeste"]["steps"]} == {None, "make nyeste"}
    job = load(ROOT / ".gitlab-ci.yml")["nyeste"]
    assert job["allow_failure"] is True
    (pythons,) = (one["PYTHON"] for one in load(ROOT / ".gitlab-ci.yml")["tester"]["parallel"]["matrix"])
    assert job["image"] == f"python:{pythons[-1]}"
    assert nightly["jobs"]["nyeste"]["strategy"]["matrix"]["python"] == [pythons[0], pythons[-1]]
    assert "nyeste" not in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_the_project_runs_its_own_hooks_on_its_examples(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = {hook["id"]: hook["entry"] for hook in load(ROOT / ".pre-commit-hooks.yaml")}
    (repo,) = load(ROOT / ".pre-commit-config.yaml")["repos"]
    used = {hook["id"]: hook["entry"] for hook in repo["hooks"] if hook["id"] in offered}
    assert used.keys() == offered.keys()
    monkeypatch.chdir(ROOT)
    for name, entry in used.items():
        assert entry.startswith(f".venv/bin/{offered[name]} eksempler")
        assert cli(*shlex.split(entry)[1:]).code == 0


def test_every_target_that_ci_asks_for_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    files = [ROOT / ".ci/run", ROOT / ".gitlab-ci.yml", ROOT / ".pre-commit-config.yaml", *WORKFLOWS]
    asked = {name for file in files for name in re.findall(r"\bmake ([a-z]+)$", file.read_text("utf-8"), re.MULTILINE)}
    assert asked >= {"eksempel", "test", "laveste", "nyeste", "lint"}
    assert asked <= targets
