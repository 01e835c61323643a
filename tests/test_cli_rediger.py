"""`avtalegen rediger` as a process of its own: what it says, whom it lets in, and what is on the disk when it dies."""

from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests import cli_support
from tests.cli_support import posix_only, start
from tests.grundig import utvalg
from tests.test_rediger_okt import PER_ÅR, YAML
from tests.varm_avtalegen import Program

cli = cli_support.cli

SECONDS = 20.0


class Kjørende:
    """An editor that runs, and a page of it."""

    def __init__(self, process: Program | subprocess.Popen[bytes]) -> None:
        self.process = process
        assert process.stdout is not None
        self.said = process.stdout.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/\?n=(\S+)", self.said)
        assert found, self.said
        self.port, self.billett = int(found[1]), found[2]
        _, page, headers = self.ask("GET", f"/?n={self.billett}")
        self.kake = headers["Set-Cookie"].split(";")[0]
        self.nøkkel = re.findall(r"#nokkel=([\w-]+)", page.decode())[0]

    def ask(self, method: str, target: str, data: Any = None, **headers: str) -> tuple[int, bytes, dict[str, str]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        body = None if data is None else json.dumps(data).encode()
        try:
            connection.request(method, target, body, headers)
            response = connection.getresponse()
            return response.status, response.read(), dict(response.getheaders())
        finally:
            connection.close()

    @property
    def inside(self) -> dict[str, str]:
        return {"Cookie": self.kake, "X-Avtalegen-Nokkel": self.nøkkel}

    def tilstand(self) -> Any:
        return json.loads(self.ask("GET", "/api/tilstand", **self.inside)[1])

    def sett(self, verdi: str, utgave: str) -> Any:
        change = {"slag": "sett", "rute": [*PER_ÅR], "verdi": verdi}
        data = {"økt": self.tilstand()["økt"], "utgave": utgave, "hva": "Møter i året", "endringer": [change]}
        return json.loads(self.ask("POST", "/api/endre", data, **self.inside)[1])


@contextmanager
def editing(*args: str, folder: Path) -> Iterator[Kjørende]:
    with start("rediger", *args, "--port", "0", "--ikke-åpne", cwd=folder, stderr=None) as process:
        try:
            yield Kjørende(process)
        finally:
            process.kill()


@posix_only
def test_a_sitting_from_the_address_to_the_stop(tmp_path: Path) -> None:
    """The page is let in by the address, writes in the file, sees what others write, and Ctrl-C ends it."""
    path = tmp_path / "avtale.yaml"
    path.write_text(YAML, encoding="utf-8")
    with editing("avtale.yaml", folder=tmp_path) as page:
        assert page.said.startswith("Rediger avtale.yaml på http://127.0.0.1:")
        assert page.ask("GET", "/")[0] == 403
        assert page.ask("GET", "/", Cookie=page.kake)[0] == 200
        before = page.tilstand()
        assert page.sett("minst fire", before["utgave"])["svar"] == "lagret"
        assert path.read_text(encoding="utf-8") == YAML.replace("per_år: 2", "per_år: minst fire")
        path.write_text(YAML.replace("leder: ordfører", "leder: varaordfører"), encoding="utf-8")
        until_told(page, "varaordfører")
        page.process.send_signal(signal.SIGINT)
        assert page.process.wait(SECONDS) == 0


def until_told(page: Kjørende, value: str) -> None:
    stream = http.client.HTTPConnection("127.0.0.1", page.port, timeout=SECONDS)
    stream.request("GET", "/hendelser", headers=page.inside)
    answer = stream.getresponse()
    while value not in json.dumps(page.tilstand(), ensure_ascii=False):
        assert answer.readline()
    stream.close()


@posix_only
@pytest.mark.parametrize("number", utvalg(range(40), 1))
def test_a_server_killed_in_the_middle_leaves_the_file_whole(tmp_path: Path, number: int) -> None:
    path = tmp_path / "avtale.yaml"
    path.write_text(YAML, encoding="utf-8")
    with editing("avtale.yaml", folder=tmp_path) as page:
        timer = threading.Timer(0.01 * number, page.process.kill)
        timer.start()
        saved = "2"
        try:
            for n in range(3, 400):
                if page.sett(str(n), page.tilstand()["utgave"])["svar"] == "lagret":
                    saved = str(n)
        except (OSError, http.client.HTTPException, json.JSONDecodeError):
            pass
        timer.cancel()
    left = path.read_text(encoding="utf-8")
    found = re.fullmatch(re.escape(YAML).replace("per_år:\\ 2", r"per_år: (\d+)"), left)
    assert found, left
    assert int(found[1]) in (int(saved), int(saved) + 1)


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("finnes-ikke.yaml",), 3, "«finnes-ikke.yaml» finnes ikke"),
        (("-",), 2, "Standard inn kan ikke redigeres"),
        (("a.yaml", "--port", "70000"), 2, "70000 er ikke en port"),
    ],
)
def test_wrong_usage_is_told(
    cli: cli_support.Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], code: int, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = cli("rediger", *args)
    assert outcome.code == code
    assert told in outcome.err
