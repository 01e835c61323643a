"""README and the handbook in docs/: what they show is done, in the order shown, in an empty folder for each page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from unicodedata import category
from urllib.parse import unquote

import click
import pytest
import yaml

from avtalegen.regler.katalog import katalog
from tests import dokumentasjonsprove as prove
from tests.cli_support import ROOT
from tests.grundig import noen_raskt
from tests.i_ett import i_ett
from tests.test_kommandoside import commands

README = ROOT / "README.md"
HÅNDBOK = ROOT / "docs"
LAGET = {"data.md", "format.md", "kommandoer.md", "regler.md"}
"""Pages that are made of the program, and held fresh by the tests that are named at the top of each."""
SIDER = [README, *sorted(page for page in HÅNDBOK.glob("*.md") if page.name not in LAGET)]
ALLE = [README, *sorted(HÅNDBOK.glob("*.md")), *(ROOT / f"{name}.md" for name in ("ARCHITECTURE", "CHANGELOG"))]
ALLE += [ROOT / "CONTRIBUTING.md", *(ROOT / "eksempler").rglob("*.md"), *(ROOT / "maler").rglob("*.md")]

LANGE = {HÅNDBOK / f"{name}.md" for name in ("forti-avtaler", "mange-avtaler", "importer", "i-word")}
"""As long as half of the others together, and all that they show has a page or a test of its own."""

on_each_page = pytest.mark.parametrize("page", SIDER, ids=lambda page: page.stem)


def test_a_part_of_a_file_takes_the_place_of_the_same_keys() -> None:
    text = "# en\na:\n  # to\n  b: 1\n  c:\n    - x\n\nd: |\n  x\n\n  y\n# tre\n"
    assert prove.flettet(text, "") == text
    part = "a:\n  # fire\n  c: 2\n  e: 3\nd: 4\nf: 5\n"
    assert prove.flettet(text, part) == ("# en\na:\n  # to\n  b: 1\n  # fire\n  c: 2\n  e: 3\n\nd: 4\n# tre\nf: 5\n")


@pytest.mark.parametrize("page", noen_raskt(SIDER, set(SIDER) - LANGE), ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_happens(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, skriv_fasit: bool
) -> None:
    reader = prove.Leser(page.name, tmp_path, monkeypatch, skriv=skriv_fasit)
    reader.read(page)
    if reader.printed:
        page.write_text(prove.skrevet(page, reader.printed), encoding="utf-8", newline="\n")


AVTALE = "```yaml\n# a.yaml\nformat: 1\navtale: {}\nparter: { kommuner: 1859, politi: Nordland }\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("```bash\navtalegen ny flakstad\n```", "testen kjenner ikke «```bash»"),
        ("```\navtalegen ny flakstad\n```", "testen kjenner ikke «```»"),
        ("    avtalegen ny flakstad\n", "må begynne med ```"),
        ("```console\navtalegen ny flakstad\n```", "må begynne med «$ »"),
        ("```yaml\nformat: 1\n```", "må si hva filen heter"),
        ("```sh\nls\n```", "kan ikke kjøre «ls»"),
        ("```sh\nmake qqqq\n```", "Makefile har ikke ['qqqq']"),
        ("```sh\navtalegen vis a.yaml --qqqq\n```", "--qqqq"),
        ("```sh\navtalegen valider qqqq.yaml\n```", "ga 3"),
        ("```console\n$ avtalegen ny flakstad\nSkrev\n```", "skriver"),
        ("```console\n$ avtalegen ny flakstad\n…\nSkrev\n```", "skriver"),
        (f"{AVTALE}qqqq: 1\n```", "a.yaml kan ikke brukes"),
        (f"{AVTALE}```\n```yaml\n# i a.yaml\navtale:\n  qqqq: 1\n```", "a.yaml kan ikke brukes"),
        ("```yaml\n# i a.yaml\navtale: 1\n```", "a.yaml finnes ikke ennå"),
        (f"{AVTALE}```\nBytt ut «qqqq» med «x» i `a.yaml`.", "står ikke ett sted"),
        ("Bytt ut «a» med «b».", "hva skal byttes?"),
        ("```toml\n# avtalegen.toml\nqqqq = 1\n```", "avtalegen.toml kan ikke brukes"),
        ("```yaml\n# felles/a.yaml\nslt: nei\n```", "ingen arver a.yaml"),
        ("```python\n# a.py\nx\n```", "kjøres aldri"),
    ],
)
def test_a_page_that_is_not_so_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    page = tmp_path / "side.md"
    page.write_text(text, encoding="utf-8")
    (tmp_path / "tom").mkdir()
    reader = prove.Leser(page.name, tmp_path / "tom", monkeypatch)
    with pytest.raises((AssertionError, click.UsageError), match=re.escape(said)):
        reader.read(page)


def test_the_front_page_is_short_and_begins_with_the_two_commands_that_do_all_set_up() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 150
    shown = [step.command for step in prove.steg(README) if isinstance(step, prove.Kommando)]
    assert [prove.arguments(command) for command in shown[:2]] == [["make", "eksempel"], ["make", "test"]]


def test_every_page_of_the_handbook_is_in_its_list_of_contents() -> None:
    linked = set(links(HÅNDBOK / "README.md"))
    assert {page.name for page in HÅNDBOK.glob("*.md")} - {"README.md"} <= linked


def test_every_picture_is_shown() -> None:
    shown = {Path(target).name for page in SIDER for target in links(page)}
    assert {picture.name for picture in HÅNDBOK.glob("*.png")} <= shown


def inline(page: Path) -> Iterator[Any]:
    return (child for token in prove.tokens(page) if token.type == "inline" for child in token.children or [])


def code(page: Path) -> Iterator[str]:
    return (child.content for child in inline(page) if child.type == "code_inline")


@cache
def options() -> set[str]:
    """Return all that every command knows; to load them all takes its time."""
    params = [param for _, command in commands() for param in command.params]
    return {name for param in params for name in (*param.opts, *param.secondary_opts)}


@on_each_page
def test_every_command_and_option_in_the_text_is_there(page: Path) -> None:
    for span in code(page):
        if span.startswith("avtalegen ") and "KOMMANDO" not in span:
            prove.refuse_unknown(prove.arguments(span))
        elif span.startswith("-") and len(span) > 1:
            assert {word for word in span.split() if word.startswith("-")} <= options(), span


@on_each_page
def test_every_code_in_the_text_is_there(page: Path) -> None:
    assert set(re.findall(r"\b[A-Z]{3,4}\d{3}\b", page.read_text(encoding="utf-8"))) <= katalog().keys()


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    kept = (c for c in heading.lower() if c in "- _" or category(c)[0] in "LN")
    return "".join(kept).replace(" ", "-")


@lru_cache
def anchors(page: Path) -> set[str]:
    parsed = prove.tokens(page)
    headings = (parsed[n + 1].children or [] for n, token in enumerate(parsed) if token.type == "heading_open")
    named = re.findall(r'<a id="([^"]+)"></a>', page.read_text(encoding="utf-8"))
    return {slug("".join(child.content for child in heading)) for heading in headings} | set(named)


def links(page: Path) -> Iterator[str]:
    """Give where the links and the pictures of a page lead, other than to the web."""
    html = (token.content for token in prove.tokens(page) if token.type == "html_block")
    for child in inline(page):
        if child.type in {"link_open", "image"}:
            yield str(child.attrs.get("href") or child.attrs.get("src"))
        elif child.type == "html_inline":
            yield from re.findall(r'(?:src|href)="([^"]+)"', child.content)
    yield from re.findall(r'(?:src|href)="([^"]+)"', "".join(html))


@i_ett("page", ALLE, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        target, _, anchor = unquote(link).partition("#")
        if re.match(r"\w+:", target):
            continue
        leads = page.parent / target if target else page
        assert leads.exists(), link
        assert not anchor or anchor in anchors(leads), link


def properties(schema: Any, part: str = "") -> set[str]:
    """Return the keys that the format knows at the top, or in a part of the agreement."""
    found: set[str] = set()
    below = [schema]
    if part:  # what it may have there depends on whether the agreement inherits
        tops = (schema, schema.get("then", {}), schema.get("else", {}))
        below = [top["properties"][part] for top in tops if part in top.get("properties", {})]
    while below:
        one = below.pop()
        if "$ref" in one:
            below.append(schema["$defs"][one["$ref"].rpartition("/")[2]])
        found |= one.get("properties", {}).keys()
        below += [one[name] for name in ("items",) if name in one]
        below += [each for name in ("anyOf", "oneOf", "allOf") for each in one.get(name, ())]
    return found


def test_the_table_of_the_format_has_every_part_and_only_keys_that_are_there() -> None:
    schema = json.loads((ROOT / "skjema" / "avtale.schema.json").read_text(encoding="utf-8"))
    text = (HÅNDBOK / "skrive-en-avtale.md").read_text(encoding="utf-8")
    _, _, table = text.partition("| øverst | under den |\n|---|---|\n")
    rows = [re.findall(r"`([^`]+)`", row) for row in table.partition("\n\n")[0].splitlines()]
    assert {part for part, *_ in rows} == properties(schema)
    for part, *below in rows:
        assert set(below) <= properties(schema, part), part


def test_every_setting_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tool itself tells which settings there are."""
    reader = prove.Leser("innstillinger.md", tmp_path, monkeypatch)
    text = (HÅNDBOK / "innstillinger.md").read_text(encoding="utf-8")
    Path("avtalegen.toml").write_text("qqqq = 1\n[grenser]\nqqqq = 1\n[[sti]]\nqqqq = 1\nsti = 'a'\n", encoding="utf-8")
    _, told = reader.avtalegen("maler")
    known = re.findall(r"Nøklene som kan stå her, er (.+)\.", told)
    assert len(known) == 3
    for key in ", ".join(known).split(", "):
        assert re.search(rf"^\W*{key.replace('ø', '[øo]').replace('å', '[åa]')}\b", text, re.MULTILINE), key


def shown(page: str, name: str) -> Any:
    """Return what a YAML file that a page shows, says."""
    (text,) = (s.text for s in prove.steg(HÅNDBOK / page) if isinstance(s, prove.Fil) and s.name == name)
    return yaml.safe_load(text)


OVERSIKT = ".github/workflows/oversikt.yml"


def test_what_is_shown_for_github_gitlab_and_pre_commit_is_the_example() -> None:
    """It is what the example has, which tests/test_avtalerepo.py tries."""
    example = ROOT / "eksempler" / "avtalerepo"
    for name in (".github/workflows/avtaler.yml", OVERSIKT, ".gitlab-ci.yml", ".pre-commit-config.yaml"):
        text = (example / name).read_text(encoding="utf-8")
        assert shown("mange-avtaler.md", name) == yaml.safe_load(re.sub(r"checkout@v\d+", "checkout@v6", text))
