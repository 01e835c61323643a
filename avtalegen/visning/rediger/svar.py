"""From a request to an answer, for the page that writes. What may be done is what a sitting can do, and nothing else.

Who reads must have opened the address that the command printed: it has a secret that becomes a cookie. Who writes must
also send the secret of the page in a header, which a page from elsewhere can neither read nor send. No part of a
request names a file: an agreement is chosen by its place in the list that we have made.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from functools import cache
from hmac import compare_digest
from html import escape
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol
from urllib.parse import parse_qs, urlsplit

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing.redigering import Endring, Fjern, Flytt, Sett, SettInn
from avtalegen.register.helligdager import fridager
from avtalegen.visning.rediger.okt import Svar, Økt
from avtalegen.visning.rediger.skjema import skjema
from avtalegen.visning.rediger.tilstand import Json, målform_i, som_json, tilstand
from avtalegen.visning.spor import spor
from avtalegen.visning.svar import (
    DOCUMENT_POLICY,
    EVENTS,
    Request,
    Response,
    Shown,
    refusal,
    respond,
    turned_away,
)

MOST = 2_000_000
"""Bytes that a request may bring: no value is as long."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "img-src 'self' data:; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".json": "application/json",
}
_HTML, _JSON = "text/html; charset=utf-8", "application/json"
_KEY_HEADER = "x-avtalegen-nokkel"


class Kontor(Protocol):
    """The folder that the agreements lie in, and what can be done there."""

    def avtaler(self) -> Json:
        """Return what the start page shows."""

    def kommuner(self, begynnelse: str, valgt: list[str]) -> list[Json]:
        """Return the kommuner that a text may be the beginning of."""

    def ny(self, kommuner: list[str], målform: str, prøv: bool) -> Json:
        """Make a new agreement that says what the register knows, or tell what it would be called."""

    def åpne(self, fil: str) -> Økt | None:
        """Return a sitting with one of the agreements of the list; None when it has no such one.

        `AvtalegenError`: it can't be read, and why.
        """

    def brukere(self, fil: str) -> list[str]:
        """Return the agreements that inherit from a file."""

    def lag(self, økt: Økt, format: str, overskriv: bool, nytt_navn: bool) -> Json:
        """Make a document of the agreement."""


class _UgyldigError(Exception):
    """What the page sent isn't what our own page sends."""


class _Bedt(NamedTuple):
    økt: Økt | None
    data: Mapping[str, Any]


class Redigering:
    """What answers the requests of one run of the command: its secret, and the sitting with the file that is open."""

    def __init__(self, kontor: Kontor, økt: Økt | None, åpnet: Callable[[Økt], None] = lambda _økt: None) -> None:
        self._kontor = kontor
        self._åpnet = åpnet
        self.økt = økt
        self.nøkkel = secrets.token_urlsafe(24)

    def answer(self, request: Request, port: int, shown: Shown) -> Response:
        """Return the answer to a request that reached us on `port`."""
        if stranger := turned_away(request, port):
            return stranger
        where = urlsplit(request.target)
        asked = {name: values[0] for name, values in parse_qs(where.query).items()}
        if request.method in {"GET", "HEAD"} and compare_digest(asked.get("n", "").encode(), self.nøkkel.encode()):
            return self._welcome(port)
        if where.path.startswith("/statisk/"):
            return _static(where.path.removeprefix("/statisk/"))
        if not self._known(request, port):
            return refusal(HTTPStatus.FORBIDDEN, "Åpne adressen som står der du startet «avtalegen rediger».")
        if request.method == "POST":
            return self._written(request, where.path)
        if request.method not in {"GET", "HEAD"}:
            return refusal(HTTPStatus.METHOD_NOT_ALLOWED, "Det går ikke her.", ("Allow", "GET, HEAD, POST"))
        made = self._read(where.path, asked, shown)
        return made if request.method == "GET" else made._replace(body=b"", stream=False)

    def _welcome(self, port: int) -> Response:
        """Give the one who has the secret a cookie, and an address that shows it to nobody."""
        cookie = f"{_cookie(port)}={self.nøkkel}; HttpOnly; SameSite=Strict; Path=/"
        return respond(
            b"", _HTML, "default-src 'none'", HTTPStatus.SEE_OTHER, ("Location", "/"), ("Set-Cookie", cookie)
        )

    def _known(self, request: Request, port: int) -> bool:
        said = [pair.strip().partition("=") for header in request.all("cookie") for pair in header.split(";")]
        return any(name == _cookie(port) and self._is_key(value) for name, _, value in said)

    def _is_key(self, said: str) -> bool:
        return compare_digest(said.encode(), self.nøkkel.encode())

    def _read(self, path: str, asked: Mapping[str, str], shown: Shown) -> Response:
        økt, sheet = self.økt, shown.edition.sheet if self.økt else None
        match path:
            case "/":
                return respond(self._page().encode(), _HTML, _POLICY)
            case "/avtale.html" if sheet:
                return respond(sheet.html, _HTML, DOCUMENT_POLICY)
            case "/api/spor" if sheet:
                return _json(spor(shown.edition))
            case "/api/tilstand" if økt:
                return _json(tilstand(økt, self._kontor.brukere))
            case "/api/skjema":
                return _json(skjema(self._målform()))
            case "/api/ord":
                return _json({name: said[self._språk()] for name, said in _ord().items()})
            case "/api/helligdager" if asked.get("aar", "").isdecimal() and len(asked["aar"]) == 4:
                return _json({str(day): name for day, name in fridager(int(asked["aar"])).items()})
            case "/api/start":
                return _json(self._kontor.avtaler())
            case "/api/kommuner":
                return _json(self._kontor.kommuner(asked.get("q", ""), asked.get("valgt", "").split(",")))
            case _ if path == EVENTS:
                return respond(b"retry: 1000\n\n", "text/event-stream")._replace(stream=True)
        return refusal(HTTPStatus.NOT_FOUND, "Det er ingenting her.")

    def _written(self, request: Request, path: str) -> Response:
        if not any(map(self._is_key, request.all(_KEY_HEADER))):
            return refusal(HTTPStatus.FORBIDDEN, "Bare siden selv kan skrive. Last den på nytt.")
        try:
            data = json.loads(request.body)
            if not isinstance(data, dict):
                raise _UgyldigError
            return self._done(path, data)
        except (_UgyldigError, ValueError, KeyError, TypeError, RecursionError):
            return refusal(HTTPStatus.BAD_REQUEST, "Forespørselen kan ikke leses.")

    def _done(self, path: str, data: Mapping[str, Any]) -> Response:
        økt = self.økt
        match path:
            case "/api/ny":
                return _json(self._kontor.ny([*map(str, data["kommuner"])], _text(data, "målform"), bool(data["prøv"])))
            case "/api/apne":
                try:
                    opened = self._kontor.åpne(_text(data, "fil"))
                except AvtalegenError as error:
                    return _json({"svar": "ikke åpnet", "melding": str(error)})
                if opened is None:
                    return _json({"svar": "ikke åpnet"})
                self.økt = opened
                self._åpnet(opened)
                return _json({"svar": "åpnet"})
        if økt is None:
            return refusal(HTTPStatus.NOT_FOUND, "Ingen avtale er åpen.")
        match path:
            case "/api/endre":
                return self._told(økt, self._endret(økt, data))
            case "/api/angre":
                return self._told(økt, økt.angre())
            case "/api/gjor-om":
                return self._told(økt, økt.gjør_om())
            case "/api/rett":
                return self._told(økt, økt.rett(_text(data, "kode"), _rute(data["rute"]), _text(data, "hva")))
            case "/api/ignorer":
                svar = økt.ignorer(_text(data, "kode"), _rute(data["rute"]), _text(data, "grunn"))
                return self._told(økt, svar)
            case "/api/lag":
                made = self._kontor.lag(
                    økt, _text(data, "format"), data.get("overskriv") is True, data.get("nytt_navn") is True
                )
                return _json(made)
        return refusal(HTTPStatus.NOT_FOUND, "Det er ingenting her.")

    def _endret(self, økt: Økt, data: Mapping[str, Any]) -> Svar:
        endringer = [_endring(one) for one in data["endringer"]]
        if not endringer:
            raise _UgyldigError
        alias: Literal["nekt", "skriv_ut"] = "skriv_ut" if data.get("alias") == "skriv_ut" else "nekt"
        return økt.endre(
            _text(data, "utgave"),
            endringer,
            _text(data, "hva"),
            prøv=data.get("prøv") is True,
            alias=alias,
            tving=data.get("tving") is True,
            felles=data.get("felles") is True,
        )

    def _told(self, økt: Økt, svar: Svar) -> Response:
        målform = målform_i(økt.nå.checked)
        said: Json = {
            "svar": svar.svar,
            "melding": svar.melding,
            "funn": [som_json(found, f"p{n}", økt.nå.checked, målform) for n, found in enumerate(svar.funn, start=1)],
        }
        if svar.konflikt:
            said |= svar.konflikt._asdict() | {"rute": list(svar.konflikt.rute)}
        if svar.svar not in ("prøvd", "avvist"):
            said["tilstand"] = tilstand(økt, self._kontor.brukere)
        return _json(said)

    def _målform(self) -> Any:
        from avtalegen.modell.former import Målform

        return målform_i(self.økt.nå.checked) if self.økt else Målform.BOKMÅL

    def _språk(self) -> str:
        return str(self._målform().språkkode)

    def _page(self) -> str:
        side = "avtale" if self.økt else "start"
        values = {"NOKKEL": self.nøkkel, "SIDE": side, "SPRAK": self._språk()}
        page = (_folder() / "rediger.html").read_text(encoding="utf-8")
        for name, value in values.items():  # none of them is from a file
            page = page.replace("{{" + name + "}}", escape(value))
        return page


def _cookie(port: int) -> str:
    # Cookies are of the machine, whatever the port: two runs side by side have one each.
    return f"avtalegen-{port}"


def _endring(said: Mapping[str, Any]) -> Endring:
    rute = _rute(said["rute"])
    match said["slag"]:
        case "sett":
            return Sett(rute, _verdi(said["verdi"]))
        case "sett_inn":
            return SettInn(rute, _plass(said["plass"]), _verdi(said["verdi"]))
        case "fjern":
            return Fjern(rute)
        case "flytt":
            return Flytt(rute, _plass(said["fra"]), _plass(said["til"]))
    raise _UgyldigError


def _rute(said: Any) -> tuple[str | int, ...]:
    if not isinstance(said, list) or not all(isinstance(steg, str) or _is_place(steg) for steg in said):
        raise _UgyldigError
    return tuple(said)


def _plass(said: Any) -> int:
    if not _is_place(said):
        raise _UgyldigError
    return int(said)


def _is_place(said: Any) -> bool:
    return isinstance(said, int) and not isinstance(said, bool) and said >= 0


def _verdi(said: Any) -> Any:
    match said:
        case str():
            return said
        case list():
            return [_verdi(one) for one in said]
        case dict():
            return {key: _verdi(value) for key, value in said.items()}
    raise _UgyldigError


def _text(data: Mapping[str, Any], key: str) -> str:
    said = data[key]
    if not isinstance(said, str):
        raise _UgyldigError
    return said


def _json(data: Any) -> Response:
    return respond(json.dumps(data, ensure_ascii=False).encode(), _JSON)


def _static(name: str) -> Response:
    found = _files().get(name)
    if found is None:
        return refusal(HTTPStatus.NOT_FOUND, "Det er ingenting her.")
    return respond(found.read_bytes(), _TYPES[found.suffix])


@cache
def _files() -> dict[str, Path]:
    """Return our own files by name: what is asked for is looked up, and never a path."""
    return {
        path.name: path
        for folder in (_folder(), _folder().parent)
        for path in folder.iterdir()
        if path.suffix in _TYPES
    }


@cache
def _ord() -> dict[str, dict[str, str]]:
    said: dict[str, dict[str, str]] = json.loads((_folder() / "ord.json").read_bytes())
    return said


def _folder() -> Path:
    return Path(str(files("avtalegen.visning"))) / "statisk" / "rediger"
