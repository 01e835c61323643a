"""Who the preview answers, and with what, without a socket."""

from __future__ import annotations

import json
from functools import cache
from http import HTTPStatus

import pytest

from avtalegen.visning.svar import EVENTS, Request, Response, Shown, answer
from tests.cli_support import FAULTY
from tests.i_ett import i_ett
from tests.test_visning import RÅD, Tags, shown

PORT = 8420
HOST = ("Host", f"127.0.0.1:{PORT}")

seen = cache(shown)


def ask(
    target: str, *headers: tuple[str, str], method: str = "GET", host: tuple[str, str] | None = HOST, text: str = RÅD
) -> Response:
    given = (*([host] if host else []), *headers)
    return answer(Request(method, target, given), PORT, Shown("x-1", seen(text)))


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/", "text/html"),
        ("/avtale.html", "text/html"),
        ("/tilstand.json", "application/json"),
        ("/side.css", "text/css"),
        ("/merker.css", "text/css"),
        ("/side.js", "text/javascript"),
        ("/spor.js", "text/javascript"),
        ("/setning.js", "text/javascript"),
        ("/spor.json", "application/json"),
        ("/ikon.svg", "image/svg+xml"),
        (EVENTS, "text/event-stream"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_there_is_is_given_with_guards(target: str, kind: str, method: str) -> None:
    given = ask(target, method=method)
    headers = dict(given.headers)
    assert given.status == HTTPStatus.OK
    assert headers["Content-Type"].startswith(kind)
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors" in headers["Content-Security-Policy"]
    assert "unsafe-eval" not in headers["Content-Security-Policy"]
    assert (given.body == b"") is (method == "HEAD")
    assert given.stream is (target == EVENTS and method == "GET")


def test_the_page_may_not_be_framed_and_runs_its_own_script_alone() -> None:
    policy = dict(ask("/").headers)["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script" not in dict(ask("/avtale.html").headers)["Content-Security-Policy"]


def test_the_page_has_the_findings_also_without_a_script() -> None:
    page = ask("/").body.decode()
    Tags(page)
    assert "VEI418" in page
    assert '<iframe name="avtale" src="/avtale.html"' in page
    assert 'id="status" role="status">Oppdatert kl. 12.03: ' in page
    assert "<p hidden></p>" in page


def test_before_there_is_a_document_none_is_given() -> None:
    assert ask("/avtale.html", text=FAULTY).status == HTTPStatus.NOT_FOUND
    page = ask("/", text=FAULTY).body.decode()
    assert "<iframe" not in page
    assert "<p>Avtalen vises når feilen er rettet.</p>" in page


def test_the_state_is_what_the_page_needs() -> None:
    state = json.loads(ask("/tilstand.json").body)
    assert set(state) == {"utgave", "språk", "ord", "status", "melding", "dokument", "funn", "merker"}
    assert state["utgave"] == "x-1"


def test_the_sentences_are_told_also_before_there_is_a_document() -> None:
    assert json.loads(ask("/spor.json").body)["tekster"]
    assert json.loads(ask("/spor.json", text=FAULTY).body)["tekster"] == []


@i_ett(
    "target",
    [
        "",
        "*",
        "//",
        "/index.html",
        "/avtale.html/",
        "/?",
        "/../a.yaml",
        "/a.yaml",
        "/side.html",
        "/..%2fside.html",
        "/%2e%2e/svar.py",
        f"http://127.0.0.1:{PORT}/",
        "/avtale.html?x=1",
        "/avtale.html\0",
    ],
)
def test_nothing_else_is_there(target: str) -> None:
    assert ask(target).status == HTTPStatus.NOT_FOUND


@i_ett(
    "host",
    [
        None,
        ("Host", ""),
        ("Host", "127.0.0.1"),
        ("Host", "localhost"),
        ("Host", f"127.0.0.1:{PORT + 1}"),
        ("Host", f"evil.example:{PORT}"),
        ("Host", f"127.0.0.1.evil.example:{PORT}"),
        ("Host", f"0.0.0.0:{PORT}"),
        ("Host", f"[::1]:{PORT}"),
        ("Host", f"127.0.0.1:{PORT}, evil.example"),
        ("Host", f"evil@127.0.0.1:{PORT}"),
    ],
)
def test_another_host_is_refused(host: tuple[str, str] | None) -> None:
    for target in ("/", "/avtale.html", "/side.js", "/spor.json", EVENTS, "/x"):
        given = ask(target, host=host)
        assert given.status == HTTPStatus.MISDIRECTED_REQUEST, target
        assert b"Flakstad" not in given.body, target
        assert not given.stream, target


def test_two_hosts_are_refused_and_localhost_is_us() -> None:
    assert ask("/", HOST).status == HTTPStatus.MISDIRECTED_REQUEST
    assert ask("/", ("host", f"localhost:{PORT}"), host=None).status == HTTPStatus.OK


@i_ett(
    "header",
    [
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
        ("Origin", f"http://127.0.0.1:{PORT + 1}"),
        ("Origin", f"https://127.0.0.1:{PORT}"),
        ("Sec-Fetch-Site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("Sec-Fetch-Site", ""),
    ],
)
def test_a_request_from_another_place_is_refused(header: tuple[str, str]) -> None:
    assert ask("/tilstand.json", header).status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    "header",
    [("Origin", f"http://127.0.0.1:{PORT}"), ("Sec-Fetch-Site", "none"), ("Sec-Fetch-Site", "same-origin")],
)
def test_our_own_page_and_a_person_are_answered(header: tuple[str, str]) -> None:
    assert ask("/tilstand.json", header).status == HTTPStatus.OK


@i_ett("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", ""])
def test_only_reading_is_allowed(method: str) -> None:
    given = ask("/", method=method)
    assert given.status == HTTPStatus.METHOD_NOT_ALLOWED
    assert ("Allow", "GET, HEAD") in given.headers
