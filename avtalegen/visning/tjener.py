"""The server: it listens on this machine alone, and neither slow nor silent readers can hold it up."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socket import SHUT_RDWR, socket
from socketserver import ThreadingTCPServer
from threading import BoundedSemaphore, Condition, Lock, Thread
from time import monotonic, sleep
from typing import Any

from avtalegen.visning.svar import Request, Response, Shown, answer, refusal
from avtalegen.visning.utgave import Edition

ADDRESS = "127.0.0.1"
STREAMS = 16
"""Pages that can listen at once; each of them keeps a connection."""

_CONNECTIONS = 64
_TIMEOUT = 10.0  # seconds for a reader to say or take something
_HEARTBEAT = 2.0  # seconds between signs of life, by which we learn that a reader has left
_TO_LEAVE = 1.0  # seconds that one who must give way has
_MOST_UNREAD = 65_536  # bytes that somebody sends us uninvited
_TO_DRAIN = 2.0  # seconds to take them in

Answerer = Callable[[Request, int, Shown], Response]
"""What answers: the request, the port that it reached us on, and what is shown."""
Admits = Callable[[Request, int], bool]
"""What tells, of a request that reached us on a port, whether to read what it brings."""


class Stage:
    """What is shown now. One thread shows, many look."""

    def __init__(self, first: Edition) -> None:
        self._session = secrets.token_hex(4)
        self._number = 1
        self._edition = first
        self._closed = False
        self._news = Condition()

    @property
    def shown(self) -> Shown:
        """The edition that is shown now."""
        with self._news:
            return Shown(f"{self._session}-{self._number}", self._edition)

    def show(self, edition: Edition) -> None:
        """Show another edition, and tell those who wait."""
        with self._news:
            self._number += 1
            self._edition = edition
            self._news.notify_all()

    def close(self) -> None:
        """Let nobody wait any more."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def names(self) -> Iterator[str]:
        """Give the name of the edition shown, again whenever it changes, and «» now and then between."""
        told = ""
        while (name := self._next(told)) is not None:
            yield name if name != told else ""
            told = name

    def _next(self, told: str) -> str | None:
        """Wait for another edition than `told`, but not for long; None when there will be no more."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self._name() != told, _HEARTBEAT)
            return None if self._closed else self._name()

    def _name(self) -> str:
        return f"{self._session}-{self._number}"


class Server(ThreadingTCPServer):
    """One thread for each connection, up to a limit; all of them have ended when it no longer is `running`.

    `answer` answers, and gets at most `most` bytes of what a request brings, if it is one that `admits` lets in.

    It takes connections from the moment it is made, and answers them while it is `running`.
    """

    # A thread that Python itself ends on its way out takes the process with it when it stands in compiled code.
    daemon_threads = False
    request_queue_size = 32
    # On Windows, to reuse an address is to take it from whoever has it.
    allow_reuse_address = os.name == "posix"

    def __init__(
        self, port: int, stage: Stage, answer: Answerer = answer, most: int = 0, admits: Admits = lambda *_: False
    ) -> None:
        self.stage = stage
        self.answer = answer
        self.most = most
        self.admits = admits
        self.connections = BoundedSemaphore(_CONNECTIONS)
        self.streams = BoundedSemaphore(STREAMS)
        # Those who are here, the oldest first, and whether they have asked for something.
        self._here: dict[socket, bool] = {}
        self._lock = Lock()
        super().__init__((ADDRESS, port), _Handler)
        self.port: int = self.socket.getsockname()[1]

    @property
    def url(self) -> str:
        """The address that people go to."""
        return f"http://{ADDRESS}:{self.port}/"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Answer, in threads of its own, for as long as the block lasts."""
        # The interval is short because stopping waits for it.
        takes = Thread(target=self.serve_forever, args=(0.05,))
        takes.start()
        try:
            yield
        finally:
            self.stage.close()
            self.shutdown()
            takes.join()
            self._take_leave()
            self.server_close()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own. When there are too many, the oldest that has not asked gives way."""
        if not self.connections.acquire(blocking=False) and not (
            self._somebody_leaves() and self.connections.acquire(timeout=_TO_LEAVE)
        ):
            self.shutdown_request(request)
            return
        with self._lock:
            self._here[request] = False
        super().process_request(request, client_address)

    def has_asked(self, request: socket) -> None:
        """Note that somebody has asked for something, and gives way to nobody."""
        with self._lock:
            self._here[request] = True

    def _somebody_leaves(self) -> bool:
        """Hang up on the one that has been here longest without asking, and tell whether there was one."""
        with self._lock:
            oldest = next((one for one, asked in self._here.items() if not asked), None)
            if oldest is None:
                return False
            self._here[oldest] = True
        _hang_up(oldest)
        return True

    def _take_leave(self) -> None:
        """Hang up on all: at once on those who haven't asked, soon on those who take their time to read the answer."""
        until = monotonic() + _TO_LEAVE
        while self._somebody_leaves() or (self._here and monotonic() < until):
            sleep(0.005)
        with self._lock:
            for one in self._here:
                _hang_up(one)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer one connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                del self._here[request]
            self.connections.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a reader that leaves in the middle; anything else is a fault of ours, and is told."""
        import sys

        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def _hang_up(connection: socket) -> None:
    with suppress(OSError):
        connection.shutdown(SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    timeout = _TIMEOUT
    server: Server
    _read = False

    def do_POST(self) -> None:
        """Answer one who brings something."""
        self._answer()

    def do_GET(self) -> None:
        """Answer one who reads."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer one who asks what there is to read."""
        self._answer()

    def _answer(self) -> None:
        asked = Request(self.command, self.path, tuple(self.headers.items()))
        request = asked._replace(body=self._brought(asked))
        self.server.has_asked(self.connection)
        response = self.server.answer(request, self.server.port, self.server.stage.shown)
        if not response.stream:
            self._send(response)
        elif self.server.streams.acquire(blocking=False):
            try:
                self._stream(response)
            finally:
                self.server.streams.release()
        else:
            self._send(refusal(HTTPStatus.SERVICE_UNAVAILABLE, "Siden er åpen for mange steder. Lukk noen av dem."))

    def _stream(self, response: Response) -> None:
        self._send(response)
        for name in self.server.stage.names():
            self.wfile.write(f"event: utgave\ndata: {name}\n\n".encode() if name else b":\n\n")

    def _send(self, response: Response) -> None:
        self.send_response_only(response.status)
        length = () if response.stream or self.command == "HEAD" else (("Content-Length", str(len(response.body))),)
        for name, value in (*response.headers, *length):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(response.body)
        self._drain()

    def _brought(self, request: Request) -> bytes:
        """Return what a request brings; nothing when it is more than we take, or we would not look at it."""
        size = self._size()
        if self.command != "POST" or size > self.server.most or not self.server.admits(request, self.server.port):
            return b""
        self._read = True
        return self._taken(size, _TIMEOUT)

    def _size(self) -> int:
        said = self.headers.get("Content-Length", "") if hasattr(self, "headers") else ""
        return int(said) if said.isdecimal() and len(said) < 9 else 0

    def _taken(self, size: int, seconds: float) -> bytes:
        """Return what comes, but wait no longer than so many seconds for all of it."""
        until, parts = monotonic() + seconds, []
        while size > 0 and (left := until - monotonic()) > 0:
            self.connection.settimeout(left)
            part = self.rfile.read1(size)
            if not part:
                break
            parts.append(part)
            size -= len(part)
        self.connection.settimeout(self.timeout)
        return b"".join(parts)

    def _drain(self) -> None:
        """Take what was sent along: to hang up on it could lose our answer on the way."""
        if not self._read:
            with suppress(OSError):
                self._taken(min(self._size(), _MOST_UNREAD), _TO_DRAIN)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer what is no request at all, and, as any other request, one with a method that has no `do_` here."""
        if code == HTTPStatus.NOT_IMPLEMENTED:
            self._answer()
            return
        self.close_connection = True
        self._send(refusal(HTTPStatus(code), "Forespørselen kan ikke leses."))

    def log_message(self, format: str, *args: Any) -> None:
        """Write nothing: the terminal is for the agreement."""


def listen(
    stage: Stage, ports: range, answer: Answerer = answer, most: int = 0, admits: Admits = lambda *_: False
) -> Server:
    """Return a server of `stage` on the first of `ports` that is free. `OSError`: none of them is."""
    for port in ports[:-1]:
        with suppress(OSError):
            return Server(port, stage, answer, most, admits)
    return Server(ports[-1], stage, answer, most, admits)
