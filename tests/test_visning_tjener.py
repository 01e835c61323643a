"""The server of the preview on a real socket: who reaches it, what it says, and that nobody can hold it up."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http import HTTPStatus

import pytest

from avtalegen.visning import tjener
from avtalegen.visning.svar import EVENTS, Response
from avtalegen.visning.tjener import Server, Stage, listen
from tests.i_ett import i_ett
from tests.test_visning import FAULTY, LATER, RÅD, attempt, edition, shown

SECONDS = 10.0


@pytest.fixture
def stage() -> Stage:
    return Stage(shown(RÅD))


@pytest.fixture
def server(stage: Stage) -> Iterator[Server]:
    made = listen(stage, range(1))
    with made.running():
        yield made


def ask(
    server: Server, path: str, method: str = "GET", body: bytes | None = None, **headers: str
) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=SECONDS)
    connection.request(method, path, body, headers)
    return connection.getresponse()


def answered(server: Server) -> bool:
    """Tell whether there is room for one more."""
    try:
        return ask(server, "/").status == 200
    except (OSError, http.client.HTTPException):
        return False


def raw(server: Server, sent: bytes) -> bytes:
    """Send bytes as they are, and return all that comes back."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=SECONDS) as client:
        client.sendall(sent)
        client.shutdown(socket.SHUT_WR)
        got = b""
        while piece := client.recv(65536):
            got += piece
        return got


def test_the_page_and_its_parts_are_served(server: Server) -> None:
    assert server.url == f"http://127.0.0.1:{server.port}/"
    page = ask(server, "/")
    assert (page.status, page.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
    assert page.getheader("Server") is None
    body = page.read()
    assert len(body) == int(page.getheader("Content-Length", "0"))
    for path in ("/side.css", "/side.js", "/ikon.svg"):
        assert path.encode() in body
        assert ask(server, path).status == 200
    assert b"Politir\xc3\xa5det" in ask(server, "/avtale.html").read()


def test_reading_the_head_gives_no_body(server: Server) -> None:
    assert ask(server, "/", "HEAD").status == 200
    assert ask(server, EVENTS, "HEAD").read() == b""
    assert raw(server, f"HEAD / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()).endswith(b"\r\n\r\n")


@i_ett("path", ["/x", "/../a.yaml", "/avtale.html?x", "/%2e%2e/"])
def test_nothing_else_is_there(server: Server, path: str) -> None:
    assert ask(server, path).status == 404


@i_ett("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
def test_only_reading_is_allowed_and_what_is_sent_is_not_used(server: Server, method: str) -> None:
    got = ask(server, "/", method, b"x" * 60_000)
    assert (got.status, got.getheader("Allow")) == (405, "GET, HEAD")
    assert got.read().decode() == "Her kan du bare lese.\n"


@i_ett("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:{port}", "[::1]:{port}"])
def test_another_host_is_refused(server: Server, host: str) -> None:
    got = ask(server, "/", Host=host.format(port=server.port))
    assert got.status == 421
    assert b"Flakstad" not in got.read()


def test_no_host_and_two_hosts_are_refused(server: Server) -> None:
    right = f"Host: 127.0.0.1:{server.port}\r\n"
    assert raw(server, b"GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 421")
    assert raw(server, f"GET / HTTP/1.1\r\n{right}{right}\r\n".encode()).startswith(b"HTTP/1.0 421")
    assert raw(server, f"GET / HTTP/1.1\r\n{right}\r\n".encode()).startswith(b"HTTP/1.0 200")


@i_ett(
    "sent",
    [
        b"tull\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\r\n",
        b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 200,
    ],
)
def test_what_is_no_request_is_told_without_what_was_sent(server: Server, sent: bytes) -> None:
    got = raw(server, sent + b"<script>\r\n\r\n")
    assert b"tull" not in got
    assert b"script" not in got
    assert got == b"" or b"kan ikke leses" in got
    assert ask(server, "/").status == 200


def other_addresses() -> list[str]:
    """Return the addresses of this machine that others know it by."""
    found = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent; the system only says which address it would use
            found.add(probe.getsockname()[0])
        except OSError:
            pass
    return [*sorted({str(address) for address in found} - {"127.0.0.1", "0.0.0.0"}), "127.0.0.2"]


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    assert server.socket.getsockname() == ("127.0.0.1", server.port)
    assert server.address_family == socket.AF_INET
    for address in other_addresses():
        with pytest.raises(OSError), socket.create_connection((address, server.port), timeout=2):  # noqa: PT011
            pass


# --- the stream


class Stream:
    """A page that listens."""

    def __init__(self, server: Server) -> None:
        self.answer = ask(server, EVENTS)

    def next(self) -> str:
        """Wait for the next name of an edition."""
        while line := self.answer.readline():
            if line.startswith(b"data: "):
                return line.decode().removeprefix("data: ").strip()
        return ""


def test_a_page_is_told_which_edition_is_shown_at_once_and_whenever_it_changes(server: Server, stage: Stage) -> None:
    stream = Stream(server)
    assert stream.answer.getheader("Content-Type") == "text/event-stream"
    first = stream.next()
    assert first == json.loads(ask(server, "/tilstand.json").read())["utgave"]
    stage.show(edition("a.yaml", attempt(FAULTY), LATER, stage.shown.edition))
    second = stream.next()
    assert second != first
    state = json.loads(ask(server, "/tilstand.json").read())
    assert (state["utgave"], state["status"]) == (second, "Oppdatert kl. 12.05: 1 feil, 10 advarsler og 12 råd")


def test_a_page_that_has_heard_nothing_for_a_while_gets_a_sign_of_life(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tjener, "_HEARTBEAT", 0.05)
    stream = Stream(server)
    stream.next()
    lines = [stream.answer.readline() for _ in range(4)]
    assert b":\n" in lines


def test_names_of_editions_are_never_used_twice() -> None:
    one, other = Stage(shown(RÅD)), Stage(shown(RÅD))
    names = {one.shown.name, other.shown.name}
    one.show(shown(RÅD))
    assert len(names | {one.shown.name}) == 3


def test_so_many_pages_can_listen_and_no_more_until_one_leaves(
    server: Server, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tjener, "_HEARTBEAT", 0.02)
    streams = [Stream(server) for _ in range(tjener.STREAMS)]
    for stream in streams:
        assert stream.next()
    refused = ask(server, EVENTS)
    assert (refused.status, refused.read().decode()) == (503, "Siden er åpen for mange steder. Lukk noen av dem.\n")
    assert ask(server, "/").status == 200
    streams[0].answer.close()
    until = time.monotonic() + SECONDS
    while ask(server, EVENTS, "HEAD").status != 200 or (again := ask(server, EVENTS)).status != 200:
        assert time.monotonic() < until
        time.sleep(0.02)
    assert again.status == 200


# --- those who hold up


def test_silent_readers_hold_up_neither_others_nor_the_end(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tjener._Handler, "timeout", 3600)  # waited for, they would be so until the guard stops the test
    server = listen(stage, range(1))
    with ExitStack() as clients, server.running():
        for _ in range(20):
            client = clients.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=SECONDS))
            client.sendall(b"GET / HTTP/1.1\r\nHo")
        assert ask(server, "/").status == 200


@pytest.mark.parametrize("said", [b"", b"G", b"GET / HTTP/1.1\r\nHo"])
def test_those_who_come_and_ask_for_nothing_give_way_the_oldest_first(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr(tjener, "_CONNECTIONS", 3)
    server = listen(stage, range(1))
    with server.running(), ExitStack() as clients:
        silent = []
        for _ in range(3):
            silent.append(clients.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=SECONDS)))
            silent[-1].sendall(said)
        begun = time.monotonic()
        for _ in range(2):
            assert ask(server, "/").status == 200
        assert time.monotonic() - begun < tjener._TIMEOUT / 2
        assert silent[0].recv(1) == b""


def test_pages_that_listen_give_way_to_nobody_and_room_comes_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tjener, "_CONNECTIONS", 2)
    monkeypatch.setattr(tjener, "_HEARTBEAT", 0.02)
    monkeypatch.setattr(tjener, "_TO_LEAVE", 0.02)
    server = listen(stage, range(1))
    with server.running():
        streams = [Stream(server), Stream(server)]
        for stream in streams:
            stream.next()
        with pytest.raises((OSError, http.client.HTTPException)):
            ask(server, "/")
        streams[0].answer.close()
        until = time.monotonic() + SECONDS
        while not answered(server):
            assert time.monotonic() < until
            time.sleep(0.01)


def test_a_reader_that_leaves_in_the_middle_is_no_news(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tjener, "_HEARTBEAT", 0.01)
    stream = Stream(server)
    stream.next()
    stream.answer.close()
    time.sleep(0.2)
    assert ask(server, "/").status == 200
    assert capsys.readouterr() == ("", "")


def test_when_it_ends_no_thread_is_left(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python would end it on its way out, and that ends the process when the thread stands in compiled code."""
    monkeypatch.setattr(tjener, "_TO_LEAVE", 0.1)
    before = set(threading.enumerate())
    asked, answers = threading.Event(), []

    def slow(*_: object) -> Response:
        asked.set()
        time.sleep(0.2)
        answers.append(1)
        return Response(HTTPStatus.OK, (), b"x" * 20_000_000)

    server = listen(stage, range(1), slow)
    with server.running():
        client = socket.create_connection(("127.0.0.1", server.port), timeout=SECONDS)
        client.sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert asked.wait(SECONDS)
    with client:
        assert (set(threading.enumerate()), answers) == (before, [1])


def test_when_it_ends_the_streams_end_and_the_port_is_free(stage: Stage) -> None:
    server = listen(stage, range(1))
    with server.running():
        stream = Stream(server)
        stream.next()
        ended: list[str] = []
        reader = threading.Thread(target=lambda: ended.append(stream.next()))
        reader.start()
    reader.join(SECONDS)
    assert ended == [""]
    again = listen(stage, range(server.port, server.port + 1))
    again.server_close()


def test_the_first_port_that_is_free_is_taken(stage: Stage) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError):  # noqa: PT011
            listen(stage, range(port, port + 1))
        server = listen(stage, range(port, port + 20))
        assert port < server.port < port + 20
        server.server_close()
