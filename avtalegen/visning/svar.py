"""From a request to an answer. Nothing here touches a socket or a file, and no part of a request names a file.

A page from anywhere else that the user has open must neither read what is shown here nor make anything happen: a
request must name this machine as its host, and may not come from another origin. The pages run our own script alone.
"""

from __future__ import annotations

import json
from functools import cache
from html import escape
from http import HTTPStatus
from http.client import HTTP_PORT
from pathlib import Path
from typing import NamedTuple

from avtalegen.rapporter.visible import visible
from avtalegen.visning.merker import marks
from avtalegen.visning.panel import message, panel, status
from avtalegen.visning.spor import spor
from avtalegen.visning.utgave import Edition

EVENTS = "/hendelser"
"""Where a page is told, for as long as it listens, which edition is shown."""

_STATIC = Path(__file__).with_name("statisk")
_NOWHERE = "base-uri 'none'; form-action 'none'"
# The frame holds a page with a policy of its own, which only gets stricter here.
_POLICY = (
    f"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self'; "
    f"frame-ancestors 'none'; {_NOWHERE}"
)
DOCUMENT_POLICY = (
    f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'; {_NOWHERE}"
)
_GUARDS = (
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)
_HTML, _TEXT = "text/html; charset=utf-8", "text/plain; charset=utf-8"
_FILES = {
    "/side.css": "text/css; charset=utf-8",
    "/merker.css": "text/css; charset=utf-8",
    "/side.js": "text/javascript; charset=utf-8",
    "/setning.js": "text/javascript; charset=utf-8",
    "/sideord.js": "text/javascript; charset=utf-8",
    "/spor.js": "text/javascript; charset=utf-8",
    "/ikon.svg": "image/svg+xml",
}


class Request(NamedTuple):
    """A request: method, what it asks for, the headers as they came, also those that came twice, and what it brings."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def all(self, name: str) -> list[str]:
        """Return what the headers `name` say, in whatever case it is written."""
        return [value.strip() for key, value in self.headers if key.lower() == name.lower()]


class Response(NamedTuple):
    """An answer. With `stream`, the body is the beginning, and the rest comes as it happens."""

    status: HTTPStatus
    headers: tuple[tuple[str, str], ...]
    body: bytes
    stream: bool = False


class Shown(NamedTuple):
    """An edition, and its name: no two editions of any preview have the same."""

    name: str
    edition: Edition


def answer(request: Request, port: int, shown: Shown) -> Response:
    """Return the answer to a request that reached us on `port`."""
    if stranger := turned_away(request, port):
        return stranger
    if request.method not in {"GET", "HEAD"}:
        return refusal(HTTPStatus.METHOD_NOT_ALLOWED, "Her kan du bare lese.", ("Allow", "GET, HEAD"))
    made = _page(request.target, shown)
    return made if request.method == "GET" else made._replace(body=b"", stream=False)


def misdirected(request: Request, port: int) -> Response | None:
    """Return the answer to one who calls us something else than this machine."""
    if request.all("host") in ([host] for host in _hosts(port)):
        return None
    return refusal(HTTPStatus.MISDIRECTED_REQUEST, f"Adressen er http://127.0.0.1:{port}/, og ingen annen.")


def turned_away(request: Request, port: int) -> Response | None:
    """Return the answer to one who may neither read nor write here: who calls us something else, or comes from afar."""
    if wrong := misdirected(request, port):
        return wrong
    if _from_here(request, port):
        return None
    return refusal(HTTPStatus.FORBIDDEN, f"Andre nettsteder får ikke vise siden. Skriv http://127.0.0.1:{port}/ selv.")


def refusal(status: HTTPStatus, text: str, *headers: tuple[str, str]) -> Response:
    """Return an answer that is one line for people."""
    return respond(f"{text}\n".encode(), _TEXT, "default-src 'none'; frame-ancestors 'none'", status, *headers)


def _hosts(port: int) -> tuple[str, ...]:
    names = ("127.0.0.1", "localhost")
    # A browser leaves out the port that is the usual one.
    return (*(f"{name}:{port}" for name in names), *(names if port == HTTP_PORT else ()))


def _from_here(request: Request, port: int) -> bool:
    """Tell whether a request comes from our own page, or from a person who wrote the address."""
    ours = {f"http://{host}" for host in _hosts(port)}
    return set(request.all("origin")) <= ours and set(request.all("sec-fetch-site")) <= {"none", "same-origin"}


def _page(target: str, shown: Shown) -> Response:
    edition = shown.edition
    if target == "/":
        return respond(_front(shown).encode(), _HTML, _POLICY)
    if target == "/avtale.html" and edition.sheet:
        return respond(edition.sheet.html, _HTML, DOCUMENT_POLICY)
    if target == "/tilstand.json":
        return respond(_state(shown).encode(), "application/json")
    if target == "/spor.json":
        return respond(json.dumps(spor(edition), ensure_ascii=False).encode(), "application/json")
    if target == EVENTS:
        return respond(b"retry: 1000\n\n", "text/event-stream")._replace(stream=True)
    if target in _FILES:
        return respond(_static(target[1:]), _FILES[target])
    return refusal(HTTPStatus.NOT_FOUND, "Det er ingenting her.")


def respond(
    body: bytes,
    kind: str,
    policy: str = "default-src 'none'; frame-ancestors 'none'",
    status: HTTPStatus = HTTPStatus.OK,
    *headers: tuple[str, str],
) -> Response:
    """Return an answer with the guards that all of them have."""
    return Response(status, (("Content-Type", kind), ("Content-Security-Policy", policy), *_GUARDS, *headers), body)


def _front(shown: Shown) -> str:
    """Return the page that holds the document and the findings."""
    edition = shown.edition
    words = edition.ord
    frame = f'<p class="tom" data-ord="kommer">{words["kommer"]}</p>'
    if edition.sheet:
        frame = (
            f'<iframe name="avtale" src="/avtale.html" title="{words["slik"]}" '
            f'data-dokument="{edition.sheet.digest}"></iframe>'
        )
    values = {
        "NAVN": escape(visible(edition.file)),
        "STATUS": escape(status(edition)),
        "MELDING": escape(message(edition)),
        "SKJULT": "" if message(edition) else " hidden",
        "RAMME": frame,
        "PANEL": panel(edition),
        "SPRAK": _language(edition),
        **{f"ord.{name}": escape(said) for name, said in words.items()},
    }
    # Split at the marks, not replaced one by one: a value may look like a mark.
    first, *rest = _static("side.html").decode().split("{{")
    pieces = [piece.split("}}", 1) for piece in rest]
    return first + "".join(values[name] + text for name, text in pieces)


def _state(shown: Shown) -> str:
    """Return what the script puts into the page when there is a new edition."""
    edition = shown.edition
    return json.dumps(
        {
            "utgave": shown.name,
            "språk": _language(edition),
            "ord": edition.ord,
            "status": status(edition),
            "melding": message(edition),
            "dokument": edition.sheet.digest if edition.sheet else "",
            "funn": panel(edition),
            "merker": marks(edition),
        },
        ensure_ascii=False,
    )


def _language(edition: Edition) -> str:
    return "nn" if edition.nynorsk else "nb"


@cache
def _static(name: str) -> bytes:
    return (_STATIC / name).read_bytes()
