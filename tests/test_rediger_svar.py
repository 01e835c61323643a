"""Whom the editor answers, and with what, without a socket: a page from elsewhere can neither read nor write."""

from __future__ import annotations

import json
from http import HTTPStatus
from itertools import product
from pathlib import Path

import pytest

from avtalegen.visning.rediger.svar import GAMMEL, Redigering
from avtalegen.visning.svar import EVENTS
from tests.grundig import utvalg
from tests.i_ett import i_ett
from tests.redigeringsside import HOST, PORT, Side
from tests.test_rediger_okt import PER_ÅR, YAML


@pytest.fixture
def side(tmp_path: Path) -> Side:
    return Side(tmp_path)


READ = (
    "/",
    "/avtale.html",
    "/api/spor",
    "/api/tilstand",
    "/api/endringer",
    "/api/skjema",
    "/api/ord",
    "/api/start",
    "/api/kommuner?q=a",
    "/api/gammel/felt?q=a",
    EVENTS,
)
WRITTEN = (
    *("/api/endre", "/api/angre", "/api/gjor-om", "/api/rett", "/api/ignorer", "/api/lag", "/api/ny", "/api/apne"),
    *("/api/ny-utgave", "/api/fra-dokument", "/api/tilbake", "/api/endringsdokument", *GAMMEL),
)


@i_ett("target", READ)
def test_only_who_has_the_secret_can_read(side: Side, target: str) -> None:
    assert side.ask(target, HOST).status == HTTPStatus.FORBIDDEN
    right = side.kake.partition("=")[2]
    for wrong in ("", "x", right[:-1], right + "x", side.redigering.nøkkel, side.redigering.billett):
        assert side.ask(target, HOST, ("Cookie", f"avtalegen-{PORT}={wrong}")).status == HTTPStatus.FORBIDDEN
    other = ("Cookie", f"avtalegen-{PORT + 1}={right}")
    assert side.ask(target, HOST, other).status == HTTPStatus.FORBIDDEN
    assert side.ask(target, HOST, side.cookie).status == HTTPStatus.OK


@pytest.mark.parametrize(
    "stranger",
    [
        (("Host", "evil.example"),),
        (("Host", f"127.0.0.1:{PORT + 1}"),),
        (HOST, HOST),
        (),
        (HOST, ("Origin", "http://evil.example")),
        (HOST, ("Origin", "null")),
        (HOST, ("Sec-Fetch-Site", "cross-site")),
        (HOST, ("Sec-Fetch-Site", "same-site")),
    ],
)
def test_a_page_from_elsewhere_can_do_nothing(side: Side, stranger: tuple[tuple[str, str], ...]) -> None:
    body = json.dumps({"utgave": "", "endringer": []}).encode()
    for target, method in utvalg(product((*READ, *WRITTEN), ("GET", "POST")), 16):
        given = side.ask(target, *stranger, side.cookie, side.header, method=method, body=body)
        assert given.status in {HTTPStatus.FORBIDDEN, HTTPStatus.MISDIRECTED_REQUEST}
    assert side.text == YAML


def test_the_cookie_alone_does_not_write(side: Side) -> None:
    """A form on a page from elsewhere sends the cookie along, but no header of ours."""
    for target, header in product(WRITTEN, ((), (("X-Avtalegen-Nokkel", "x"),))):
        given = side.ask(target, HOST, side.cookie, *header, method="POST", body=b"{}")
        assert given.status == HTTPStatus.FORBIDDEN
    assert side.ask(target, HOST, side.header, method="POST", body=b"{}").status == HTTPStatus.FORBIDDEN


def test_the_secret_becomes_a_cookie_that_no_script_sees(side: Side) -> None:
    given = side.ask(f"/?n={side.redigering.billett}", HOST, ("Sec-Fetch-Site", "cross-site"))
    headers = dict(given.headers)
    assert given.status == HTTPStatus.OK
    assert f'url=/#nokkel={side.redigering.nøkkel}"' in given.body.decode()
    assert side.redigering.nøkkel not in headers["Set-Cookie"]
    assert side.redigering.billett not in headers["Set-Cookie"]
    assert side.redigering.nøkkel not in side.ask("/", HOST, side.cookie).body.decode()
    assert "HttpOnly" in headers["Set-Cookie"]
    assert "SameSite=Strict" in headers["Set-Cookie"]
    assert side.ask("/?n=feil", HOST).status == HTTPStatus.FORBIDDEN
    assert side.ask(f"/?n={side.redigering.billett}", ("Host", "evil.example")).status == HTTPStatus.MISDIRECTED_REQUEST
    assert side.redigering.nøkkel != Redigering(side.kontor, None).nøkkel


@pytest.mark.parametrize("name", ["../svar.py", "..%2Fsvar.py", "%2e%2e/avtale.yaml", "/etc/passwd", "", ".", "ord"])
def test_no_part_of_a_request_names_a_file(side: Side, name: str) -> None:
    assert side.ask(f"/statisk/{name}", HOST, side.cookie).status == HTTPStatus.NOT_FOUND


@i_ett(
    "body",
    [
        b"",
        b"[]",
        b"x",
        b"\xff",
        b"[" * 100_000,
        b'{"utgave": 1, "endringer": [], "hva": ""}',
        b'{"utgave": "", "endringer": "x", "hva": ""}',
        b'{"utgave": "", "endringer": [], "hva": ""}',
        b'{"utgave": "", "endringer": [{"slag": "slett", "rute": []}], "hva": ""}',
        b'{"utgave": "", "endringer": [{"slag": "fjern", "rute": [true]}], "hva": ""}',
        b'{"utgave": "", "endringer": [{"slag": "fjern", "rute": [-1]}], "hva": ""}',
        b'{"utgave": "", "endringer": [{"slag": "sett", "rute": ["a"], "verdi": 4}], "hva": ""}',
        b'{"utgave": "", "endringer": [{"slag": "sett_inn", "rute": ["a"], "plass": "0", "verdi": "x"}], "hva": ""}',
    ],
)
def test_what_our_page_does_not_send_is_refused(side: Side, body: bytes) -> None:
    given = side.ask("/api/endre", HOST, side.cookie, side.header, method="POST", body=body)
    assert given.status == HTTPStatus.BAD_REQUEST
    assert side.text == YAML


@pytest.mark.parametrize("fil", ["../annen.yaml", "/etc/passwd", "finnes-ikke.yaml", ""])
def test_only_agreements_of_the_list_are_opened(tmp_path: Path, fil: str) -> None:
    assert Side(tmp_path, fil=False).post("/api/apne", fil=fil)["svar"] == "ikke åpnet"


def test_what_is_meant_for_one_agreement_never_gets_into_another(side: Side) -> None:
    other = side.path.with_name("annen.yaml")
    other.write_text(YAML, encoding="utf-8")
    assert side.redigering.økt is not None
    mine, utgave = side.redigering.økt.id, side.redigering.økt.nå.utgave
    side.post("/api/apne", fil="annen.yaml")
    change = {"slag": "sett", "rute": [*PER_ÅR], "verdi": "4"}
    for target in ("/api/endre", "/api/angre", "/api/rett", "/api/ignorer", "/api/lag"):
        told = side.post(target, økt=mine, utgave=utgave, hva="x", endringer=[change], tving=True, format="html")
        assert told["svar"] == "ikke lagret"
        assert "annen.yaml" in told["melding"]
    assert side.text == YAML == other.read_text(encoding="utf-8")
    assert {path.name for path in side.path.parent.iterdir()} == {"avtale.yaml", "annen.yaml"}


def test_links_out_of_the_folder_are_neither_shown_nor_written(tmp_path: Path) -> None:
    outside = tmp_path / "ute.yaml"
    outside.write_text(YAML, encoding="utf-8")
    folder = tmp_path / "avtaler"
    folder.mkdir()
    side = Side(folder)
    (folder / "b.yaml").symlink_to(outside)
    (folder / "avtale.html").symlink_to(tmp_path / "ute.html")
    assert [one["fil"] for one in side.get("/api/start")["avtaler"]] == ["avtale.yaml"]
    assert side.post("/api/apne", fil="b.yaml")["svar"] == "ikke åpnet"
    assert side.post("/api/lag", format="html")["svar"] == "ikke laget"
    assert not (tmp_path / "ute.html").exists()


@pytest.mark.parametrize("target", ["http://[", "/api/helligdager?aar=0000", "/api/helligdager?aar=", "/?n=%ff", "//["])
def test_odd_addresses_are_answered(side: Side, target: str) -> None:
    given = side.ask(target, HOST, side.cookie)
    assert given.status in {HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.OK}
