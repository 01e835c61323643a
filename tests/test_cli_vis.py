"""`avtalegen vis` as a process of its own: what it says, what it serves, how it reloads, and how it ends."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NoReturn

import pytest

from avtalegen import flyt
from avtalegen.cli import _nettleser, vis
from avtalegen.cli._options import Options
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.samling.filer import Found
from avtalegen.visning.folg import INTERVAL, Seen
from avtalegen.visning.panel import panel
from avtalegen.visning.utgave import Edition, edition
from tests import cli_support
from tests.cli_support import FAULTY, VALID, Run, posix_only, start
from tests.grundig import antall, grundig, utvalg
from tests.varm_avtalegen import Program

cli = cli_support.cli

RÅD = VALID + "politiråd:\n  leder: ordfører\n"
SECONDS = 20.0


class Preview:
    """A preview that runs, and what it has written so far."""

    def __init__(self, process: Program | subprocess.Popen[bytes]) -> None:
        self.process = process
        self.port = 0
        self._lines: list[str] = []
        assert process.stdout is not None
        threading.Thread(target=self._read, args=(process.stdout,), daemon=True).start()

    def _read(self, stream: IO[bytes]) -> None:
        for line in stream:
            self._lines.append(line.decode())

    @property
    def out(self) -> str:
        return "".join(self._lines)

    def wait_for(self, text: str) -> None:
        """Wait until `text` has been written to standard output."""
        until = time.monotonic() + SECONDS
        while text not in self.out:
            assert time.monotonic() < until, f"{text!r} not in {self.out!r}"
            assert self.process.poll() is None, self.out
            time.sleep(0.02)

    def get(self, path: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode()
        assert answer.status == 200, text
        return text

    def state(self) -> Any:
        return json.loads(self.get("/tilstand.json"))

    def codes(self) -> set[str]:
        return set(re.findall(r"\b[A-Z]{3,4}\d{3}\b", self.state()["funn"]))

    def wait_for_code(self, code: str, *, there: bool = True) -> None:
        until = time.monotonic() + SECONDS
        while (code in self.codes()) is not there:
            assert time.monotonic() < until, self.state()
            time.sleep(0.02)


@contextmanager
def preview(folder: Path, *arguments: str) -> Iterator[Preview]:
    process = start("vis", *arguments, cwd=folder)
    try:
        shown = Preview(process)
        shown.wait_for("stopp med Ctrl-C")
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", shown.out)
        assert found
        shown.port = int(found[1])
        yield shown
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            if stream:
                with suppress(OSError):
                    stream.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Preview]]:
    file = tmp_path_factory.mktemp("vist") / "a.yaml"
    file.write_text(RÅD, encoding="utf-8")
    with preview(file.parent, file.name, "--port", "0", "--målform", "nynorsk") as shown:
        yield file, shown


@pytest.fixture
def shown(running: tuple[Path, Preview]) -> tuple[Path, Preview]:
    """A file with a politiråd, and a preview that shows it; the process is the same in several tests."""
    file, shown = running
    file.write_text(RÅD, encoding="utf-8")
    shown.wait_for_code("VEI418")
    shown.wait_for_code("VEI411", there=False)
    return file, shown


def test_the_agreement_and_the_findings_are_shown_and_follow_the_file(shown: tuple[Path, Preview]) -> None:
    file, page = shown
    assert f"Viser a.yaml på http://127.0.0.1:{page.port}/ – stopp med Ctrl-C\n" in page.out
    assert "Politirådet" in page.get("/avtale.html")
    file.write_text(RÅD.replace("leder: ordfører", "leder: rektor"), encoding="utf-8")
    page.wait_for_code("VEI411")
    assert "ektor" in page.get("/avtale.html")


def test_a_page_that_listens_is_told_of_each_change_and_it_looks_four_times_a_second(
    shown: tuple[Path, Preview],
) -> None:
    file, page = shown
    connection = http.client.HTTPConnection("127.0.0.1", page.port, timeout=SECONDS)
    connection.request("GET", "/hendelser")
    stream = connection.getresponse()

    def told() -> str:
        while not (line := stream.readline()).startswith(b"data: "):
            assert line
        return line.decode().removeprefix("data: ").strip()

    names = [told()]
    times = antall(1, 3)
    for n in range(times):
        file.write_text(RÅD.replace("ordfører", f"rektor nummer {n}"), encoding="utf-8")
        names.append(told())
        assert f"nummer {n}" in page.get("/avtale.html")
    assert len(set(names)) == times + 1
    assert INTERVAL <= 0.25
    connection.close()
    page.wait_for_code("VEI411")  # by which the next test knows that the file is another


def test_it_is_the_page_that_lag_would_write(cli: Run, tmp_path: Path, shown: tuple[Path, Preview]) -> None:
    (tmp_path / "a.yaml").write_text(RÅD, encoding="utf-8")
    made = cli("lag", "a.yaml", "--format", "html", "--målform", "nynorsk", "-o", "-")
    assert made.code == 0
    assert shown[1].get("/avtale.html") == made.raw.decode()


def test_while_the_file_has_errors_the_edition_before_stays(shown: tuple[Path, Preview]) -> None:
    file, page = shown
    before = page.get("/avtale.html")
    assert page.state()["melding"] == ""
    file.write_text(FAULTY, encoding="utf-8")
    page.wait_for_code("SKJ002")
    assert page.state()["melding"].startswith("Dette er den forrige utgaven")
    assert page.get("/avtale.html") == before
    file.write_text(VALID, encoding="utf-8")
    page.wait_for_code("SKJ002", there=False)
    assert page.state()["melding"] == ""
    page.wait_for_code("VEI418", there=False)  # as above


@posix_only
@grundig  # it waits for them; test_visning_tjener.py tries both apart
@pytest.mark.parametrize("way", utvalg([signal.SIGINT, signal.SIGTERM], 1))
def test_it_stops_when_asked_also_with_readers_that_hang(way: int, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RÅD, encoding="utf-8")
    with preview(tmp_path, "a.yaml", "--port", "0") as shown:
        stream = http.client.HTTPConnection("127.0.0.1", shown.port, timeout=SECONDS)
        stream.request("GET", "/hendelser")
        assert stream.getresponse().status == 200
        with socket.create_connection(("127.0.0.1", shown.port)) as silent:
            silent.sendall(b"GET / HT")
            os.kill(shown.process.pid, way)
            assert shown.process.wait(timeout=SECONDS) == 0
        assert shown.process.stderr is not None
        assert shown.process.stderr.read() == b""
        shown_last = shown.out.splitlines()[-1]
        assert shown_last == "Stoppet."


def interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def test_a_change_while_the_agreement_is_made_is_not_lost(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(RÅD, encoding="utf-8")
    make, made = flyt.make, []

    def make_while_somebody_writes(*arguments: Any) -> flyt.Made:
        done = make(*arguments)
        made.append(done.data)
        if len(made) == 1:
            file.write_text(RÅD.replace("ordfører", "rektor"), encoding="utf-8")
        return done

    monkeypatch.setattr(flyt, "make", make_while_somebody_writes)
    monkeypatch.setattr(vis, "sleep", interrupt)
    assert cli("vis", "a.yaml", "--port", "0").code == 0
    assert len(made) == 2
    assert made[0] != made[1]


def test_it_opens_the_browser_when_asked_and_says_when_there_is_none(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(RÅD, encoding="utf-8")
    opened: list[str] = []
    asked = threading.Event()

    def no_browser(address: str) -> bool:
        opened.append(address)
        return False

    def open_and_tell(address: str) -> None:
        vis_open(address)
        asked.set()

    def interrupt_when_asked(_seconds: float) -> None:
        assert asked.wait(SECONDS)
        raise KeyboardInterrupt

    vis_open = _nettleser.open_page
    monkeypatch.setattr(vis, "open_page", open_and_tell)
    monkeypatch.setattr(_nettleser.webbrowser, "open", no_browser)
    monkeypatch.setattr(vis, "sleep", interrupt_when_asked)
    outcome = cli("vis", "a.yaml", "--port", "0", "--åpne")
    assert outcome.code == 0
    assert outcome.err == "Fant ingen nettleser å åpne siden i. Åpne adressen selv.\n"
    assert [f"på {address} –" in outcome.out for address in opened] == [True]


def test_what_is_done_beside_is_told_to_end_and_waited_for() -> None:
    done: list[bool] = []

    def until_told(stopped: threading.Event) -> None:
        done.append(stopped.wait(SECONDS))
        time.sleep(0.05)
        done.append(True)

    with pytest.raises(KeyboardInterrupt), _nettleser.beside(until_told):
        raise KeyboardInterrupt
    assert done == [True, True]


def shown_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Edition:
    monkeypatch.chdir(folder)
    found = Found(Path("a.yaml"), "a.yaml", Path("a.yaml"), explicit=True)
    attempt = _nettleser.attempt_at(found, Options(), Bestilling("html"), Seen())
    return edition("a.yaml", attempt, datetime(2026, 11, 20))


def test_errors_in_the_settings_stand_under_their_file_and_stop_the_document_as_they_stop_lag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(RÅD, encoding="utf-8")
    (tmp_path / "avtalegen.toml").write_text("ukjent = 1\n", encoding="utf-8")
    shown = shown_of(tmp_path, monkeypatch)
    assert shown.groups[0].title == "avtalegen.toml"
    assert "<mark>ukjent</mark> = 1" in panel(shown)
    assert shown.sheet is None


def test_errors_in_an_own_template_stand_under_its_name_with_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(RÅD, encoding="utf-8")
    (tmp_path / "avtalegen.toml").write_text("", encoding="utf-8")
    (tmp_path / "maler" / "nb").mkdir(parents=True)
    (tmp_path / "maler" / "nb" / "formaal.md.j2").write_text("# Formål\n\n{{ formaal }}\n", encoding="utf-8")
    shown = shown_of(tmp_path, monkeypatch)
    assert [group.title for group in shown.groups] == ["a.yaml", "maler/nb/formaal.md.j2"]
    assert "{ formaal }}" in panel(shown)
    assert shown.sheet is None


@grundig
def test_two_previews_at_once_get_a_port_each(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RÅD, encoding="utf-8")
    with preview(tmp_path, "a.yaml") as first, preview(tmp_path, "a.yaml") as second:
        assert first.port != second.port
        assert second.state()["funn"] == first.state()["funn"]


def test_a_port_that_is_taken_is_told(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RÅD, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = cli("vis", "a.yaml", "--port", str(port))
    assert outcome.code == 3
    assert outcome.err == (
        f"Feil: Port {port} er i bruk av et annet program. Velg en annen med «--port», eller «--port 0».\n"
    )
    assert outcome.out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("b.yaml",), 3, "Feil: Kunne ikke lese «b.yaml»: filen finnes ikke."),
        ((".",), 3, "Feil: «.» er en mappe. Oppgi en fil i stedet."),
        (("a.yaml", "--konfig", "x.toml"), 3, "Feil: Kunne ikke lese «x.toml»: filen finnes ikke."),
        (("-",), 2, "Standard inn kan ikke vises. Oppgi en fil."),
        (("a.yaml", "--port", "70000"), 2, "70000 er ikke en port. Velg et tall fra 0 til 65535."),
        (("a.yaml", "--port", "åtte"), 2, "«åtte»"),
        (("a.yaml", "--målform", "begge"), 2, "Siden viser ett dokument. Velg bokmål eller nynorsk."),
    ],
)
def test_what_can_not_be_shown_is_told(
    arguments: tuple[str, ...], code: int, said: str, cli: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(RÅD, encoding="utf-8")
    outcome = cli("vis", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err
