"""The sentences of the preview in Chromium: what they answer when somebody clicks, or goes through them by keyboard."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from avtalegen.cli._nettleser import source_of
from avtalegen.flyt import check
from avtalegen.visning.ord import ordene
from tests.cli_support import command, environment
from tests.conftest import EKSEMPLER
from tests.grundig import noen_raskt
from tests.konformitet.verktoy import tool
from tests.test_rik import DATA, RIKE

pytestmark = pytest.mark.konformitet
Seen = dict[str, Any]
ANTALL = int(os.environ.get("AVTALEGEN_ANTALL", "15"))
AVTALER = (*EKSEMPLER, *(DATA / f"{navn}.yaml" for navn in RIKE))


RASKE = [path for path in AVTALER if path.stem in {"hallingdal", "rik", "rik-nynorsk"}]
"""Several kommuner, and every field there is in both målformer; the others are clicked through in the long run."""


@pytest.fixture(scope="module", params=noen_raskt(AVTALER, RASKE), ids=lambda path: path.stem)
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """Return what was seen of an agreement (`setninger.mjs`), and what is in its folder before and afterwards."""
    folder = os.environ.get("AVTALEGEN_NODE_VERKTOY", "")
    if not (Path(folder) / "node_modules" / "axe-core").is_dir():
        pytest.fail("axe-core mangler; se CONTRIBUTING.md")
    file = tmp_path_factory.mktemp("setninger") / "avtale.yaml"
    file.write_bytes(request.param.read_bytes())
    for picture in request.param.parent.glob("vapen.png"):
        file.with_name(picture.name).write_bytes(picture.read_bytes())
    before = sorted(one.name for one in file.parent.iterdir())
    script = str(Path(__file__).with_name("setninger.mjs"))
    pictures = os.environ.get("AVTALEGEN_BILDER", "")
    judge = [tool("node"), script, folder, tool("chromium", "AVTALEGEN_CHROMIUM"), pictures, str(file)]
    preview = command("vis", str(file), "--i-dag", "2026-11-20")
    ran = subprocess.run(
        [*judge, *preview],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=environment(AVTALEGEN_ANTALL=str(ANTALL)),
    )
    assert ran.returncode == 0, ran.stderr
    after = sorted(one.name for one in file.parent.iterdir())
    seen = json.loads(ran.stdout.splitlines()[-1])
    return {**seen, "files": (before, after), "yaml": request.param.read_bytes()}


def said(text: str) -> str:
    """A text without what keeps its words together."""
    return text.replace("\xa0", " ")


def test_every_text_of_the_document_is_found_on_the_page(seen: Seen) -> None:
    assert [text["tekst"] for text in seen["missing"]] == []
    assert len(seen["texts"]) > 40


def test_a_click_on_words_that_show_a_value_tells_of_it(seen: Seen) -> None:
    checked = check(seen["yaml"], "avtale.yaml")
    place = source_of(checked).place
    assert len(seen["clicks"]) >= ANTALL
    for click in seen["clicks"]:
        route = tuple(seen["values"][click["wanted"]]["rute"])
        way, span = place(route)
        shown = " › ".join(f"nr. {step + 1}" if isinstance(step, int) else step for step in way)
        assert click["way"] == shown, click["words"]
        assert click["place"].endswith(f"avtale.yaml, linje {span.line}")
        assert click["field"]
        number, fra, til = click["sentence"]
        sentence = seen["texts"][number]["tekst"].encode("utf-16-le")[fra * 2 : til * 2].decode("utf-16-le")
        assert click["quote"] == sentence
        assert said(click["marked"]["avtalegen-setning"]) == said(sentence)
        # The page writes a line break as an element, which has no characters.
        assert said(click["marked"]["avtalegen-verdi"]) == said(click["words"]).replace("\n", "")


def test_a_heading_tells_of_the_first_value_under_it_and_fixed_text_that_it_is_fixed(seen: Seen) -> None:
    assert seen["headings"]
    for heading in seen["headings"]:
        assert heading["why"] in (ordene()["første_felt"], ordene()["første_felt"].nn)
        assert heading["field"].endswith(seen["values"][heading["wanted"]]["felt"])
    assert {one["fixed"] for one in seen["fixed"]} <= {ordene()["fast"], ordene()["fast"].nn}
    assert {one["way"] for one in seen["fixed"]} <= {""}


def test_the_arrows_go_from_sentence_to_sentence_and_the_document_is_one_stop(seen: Seen) -> None:
    assert seen["stops"].count("main") == 1
    assert set(seen["stops"]) <= {"main", "div"}  # a table that can be wider than the screen is one too
    at = [one["avtalegen-setning"] for one in seen["keys"]]
    assert at[1] == at[3]
    assert len(set(at)) == 3
    assert all(said(one["heard"]) == said(one["avtalegen-setning"]) for one in seen["keys"])


def test_enter_leads_to_the_field_and_escape_back_to_the_sentence(seen: Seen) -> None:
    assert said(seen["entered"]["quote"]) == said(seen["far"]["avtalegen-setning"])
    assert seen["entered"]["focus"] == "setning"
    assert seen["inView"]
    assert seen["escaped"] == "main"


def test_findings_stand_at_the_end_of_their_sentence_and_lead_back_to_it(seen: Seen) -> None:
    at_sentences = [mark for mark in seen["marks"] if mark["holder"] not in {"h1", "h2", "h3", "h4", "h5"}]
    assert at_sentences
    sentences = [said(one["there"]) for one in seen["back"]]
    assert sentences
    assert all(sentences)
    for mark in at_sentences:
        assert any(said(mark["before"]).endswith(sentence) for sentence in sentences), mark


def test_the_box_follows_the_file(seen: Seen) -> None:
    before, after = seen["before"], seen["after"]
    assert before["way"] == after["way"] != ""
    line = int(before["place"].rpartition(" ")[2])
    assert after["place"] == before["place"].removesuffix(str(line)) + str(line + 1)
    assert before["line"] == after["line"]


def test_it_is_for_everyone_on_every_screen(seen: Seen) -> None:
    assert len(seen["looks"]) == 4
    for look in seen["looks"]:
        assert look["violations"] == []
        assert look["box"]
        assert look["visible"]
        assert look["overflow"] == 0
    assert seen["complaints"] == []


def test_in_an_older_browser_the_whole_text_is_marked(seen: Seen) -> None:
    assert seen["older"] == [True]


def test_nothing_is_written_to_disk(seen: Seen) -> None:
    before, after = seen["files"]
    assert after == before
