"""The words of the editor's page, and what its files may not have."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli_support import ROOT

FILES = ROOT / "avtalegen" / "visning" / "statisk" / "rediger"
SCRIPTS = sorted(FILES.glob("*.js"))
WORDS: dict[str, dict[str, str]] = json.loads((FILES / "ord.json").read_bytes())
_WHOLE = re.compile(r"\bt\(\s*\"([^\"]+)\"")
_MADE = re.compile(r"\bt\(`([^`$]+)\$\{")
_NAMED = re.compile(r"\"([\wæøå]+(?:\.[\wæøå]+)*)\"")
_SLOT = re.compile(r"\{[^}]+\}")


def test_every_word_is_said_in_both_languages_with_the_same_slots() -> None:
    for key, said in WORDS.items():
        assert set(said) == {"nb", "nn"}, key
        assert all(text.strip() for text in said.values()), key
        assert set(_SLOT.findall(said["nb"])) == set(_SLOT.findall(said["nn"])), key


def test_the_page_has_the_words_that_its_scripts_ask_for() -> None:
    asked = {key for script in SCRIPTS for key in _WHOLE.findall(script.read_text(encoding="utf-8"))}
    assert len(asked) > 100
    assert asked - set(WORDS) == set()


def test_no_word_is_left_that_nothing_asks_for() -> None:
    text = "".join(script.read_text(encoding="utf-8") for script in SCRIPTS)
    named = set(_NAMED.findall(text))
    made = {start for start in _MADE.findall(text) if start}

    def is_asked_for(key: str) -> bool:
        stem = re.sub(r"\.(en|flere|ingen|verdi)$", "", key)
        return bool({key, stem} & named) or key.startswith(tuple(made)) or key.startswith(("antall.", "tall.", "mer"))

    assert [key for key in WORDS if not is_asked_for(key)] == []


@pytest.mark.parametrize(
    "path", [*SCRIPTS, *sorted(FILES.glob("*.css")), FILES / "rediger.html"], ids=lambda path: path.name
)
def test_a_file_is_short_and_its_policy_lets_it_work(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 340
    if path.suffix == ".html":
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"(?:href|src|url\(|from|import\(|fetch\()\s*[=\"'(]*\s*https?://(?!www\.w3\.org)", text)
