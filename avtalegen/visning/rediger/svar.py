"""From a request to an answer, for the page that writes. What may be done is what a sitting can do, and nothing else.

Who reads must have opened the address that the command printed: its secret is taken for a cookie, and for another one
that only the page gets, behind the «#» of an address. Who writes must send that one in a header: cookies go to whoever
listens on this machine, on any port. No part of a request names a file: an agreement is chosen from the list that we
have made, and what is to be written says which sitting it is for.
"""

from __future__ import annotations

import json
import secrets
from base64 import b64decode
from collections.abc import Callable, Mapping
from functools import cache
from hmac import compare_digest
from html import escape
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path, PurePath
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing.fortalt import målform_i
from avtalegen.modell.former import Målform
from avtalegen.register.helligdager import fridager
from avtalegen.visning.ord import i_målform, sagt
from avtalegen.visning.rediger.bedt import UgyldigError, endring, rute, text
from avtalegen.visning.rediger.endringer import dokument, sammenlignet, sett_tilbake
from avtalegen.visning.rediger.gammel import felt_for, gjør
from avtalegen.visning.rediger.kontor import Kontor
from avtalegen.visning.rediger.okt import Svar, Økt
from avtalegen.visning.rediger.skjema import skjema
from avtalegen.visning.rediger.tilstand import Json, som_json, tilstand
from avtalegen.visning.spor import spor
from avtalegen.visning.svar import (
    DOCUMENT_POLICY,
    EVENTS,
    Request,
    Response,
    Shown,
    misdirected,
    refusal,
    respond,
    turned_away,
)

MOST = 28_000_000
"""Bytes that a request may bring: a document of 20 MB, written as text, from one who has the key to write."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "img-src 'self' data:; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
_NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".json": "application/json",
}
_HTML, _JSON = "text/html; charset=utf-8", "application/json"
_KEY_HEADER = "x-avtalegen-nokkel"
_MOST_CHANGES = 50  # in one request
GAMMEL = {f"/api/gammel/{hva}": hva for hva in ("plasser", "behold", "trengs-ikke", "ta-tilbake", "ferdig")}
"""What is done with an old agreement, by where it is asked for."""
_YEARS = {str(year) for year in range(1900, 2101)}


class Redigering:
    """What answers the requests of one run of the command: its secret, and the sitting with the file that is open."""

    def __init__(self, kontor: Kontor, økt: Økt | None, åpnet: Callable[[Økt], None] = lambda _økt: None) -> None:
        self._kontor = kontor
        self._åpnet = åpnet
        self.økt = økt
        self.billett, self._cookie_key, self.nøkkel = (secrets.token_urlsafe(24) for _ in range(3))
        """What lets a browser in, once or again, what it then shows as a cookie, and what the page sends to write."""

    def answer(self, request: Request, port: int, shown: Shown) -> Response:
        """Return the answer to a request that reached us on `port`."""
        try:
            where = urlsplit(request.target)
        except ValueError:
            return refusal(HTTPStatus.BAD_REQUEST, "Forespørselen kan ikke leses.")
        asked = {name: values[0] for name, values in parse_qs(where.query).items()}
        if request.method in {"GET", "HEAD"} and _same(asked.get("n", ""), self.billett):
            return misdirected(request, port) or self._welcome(port)
        if stranger := turned_away(request, port):
            return stranger
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
        cookie = f"{_cookie(port)}={self._cookie_key}; HttpOnly; SameSite=Strict; Path=/"
        # A page of ours that goes on, and no redirect: a browser sends no such cookie on a way that began elsewhere.
        refresh = f'<meta http-equiv="refresh" content="0; url=/#nokkel={self.nøkkel}">'
        page = f"<!DOCTYPE html>{refresh}<title>avtalegen</title>"
        return respond(page.encode(), _HTML, _NOTHING, HTTPStatus.OK, ("Set-Cookie", cookie))

    def _known(self, request: Request, port: int) -> bool:
        said = [pair.strip().partition("=") for header in request.all("cookie") for pair in header.split(";")]
        return any(name == _cookie(port) and _same(value, self._cookie_key) for name, _, value in said)

    def admits(self, request: Request, port: int) -> bool:
        """Tell, before what a request brings has been read, whether we would look at it."""
        return (
            turned_away(request, port) is None
            and self._known(request, port)
            and any(_same(said, self.nøkkel) for said in request.all(_KEY_HEADER))
        )

    def _read(self, path: str, asked: Mapping[str, str], shown: Shown) -> Response:
        økt, sheet = self.økt, shown.edition.sheet if self.økt else None
        match path:
            case "/":
                return respond(self._page().encode(), _HTML, _POLICY)
            case "/avtale.html" if sheet:
                return respond(sheet.html, _HTML, DOCUMENT_POLICY)
            case "/api/spor" if sheet:
                return self._json(spor(shown.edition))
            case "/api/tilstand" if økt:
                return self._json(self._tilstand(økt))
            case "/api/endringer" if økt:
                return self._json(sammenlignet(økt, self._kontor.tidligere, asked.get("mot", "")))
            case "/api/skjema":
                return self._json(skjema(self._målform()))
            case "/api/ord":
                return self._json(i_målform(self._språk() == "nn", "statisk/rediger"))
            case "/api/helligdager" if asked.get("aar") in _YEARS:
                return self._json({str(day): name for day, name in fridager(int(asked["aar"])).items()})
            case "/api/gammel/felt" if økt:
                return self._json(felt_for(økt, self._målform(), asked))
            case "/api/start":
                return self._json(self._kontor.avtaler())
            case "/api/kommuner":
                return self._json(self._kontor.kommuner(asked.get("q", ""), asked.get("valgt", "").split(",")))
            case _ if path == EVENTS:
                return respond(b"retry: 1000\n\n", "text/event-stream")._replace(stream=True)
        return refusal(HTTPStatus.NOT_FOUND, "Det er ingenting her.")

    def _written(self, request: Request, path: str) -> Response:
        if not any(_same(said, self.nøkkel) for said in request.all(_KEY_HEADER)):
            return refusal(HTTPStatus.FORBIDDEN, "Bare siden selv kan skrive. Last den på nytt.")
        try:
            data = json.loads(request.body)
            if not isinstance(data, dict):
                raise UgyldigError
            return self._done(path, data)
        except AvtalegenError as error:
            return self._json({"svar": "ikke lagret", "melding": error.message})
        except (UgyldigError, ValueError, KeyError, TypeError, RecursionError):
            return refusal(HTTPStatus.BAD_REQUEST, "Forespørselen kan ikke leses.")

    def _done(self, path: str, data: Mapping[str, Any]) -> Response:
        if (chosen := self._from_the_list(path, data)) is not None:
            return self._json(chosen)
        økt = self.økt
        if økt is None:
            return refusal(HTTPStatus.NOT_FOUND, "Ingen avtale er åpen.")
        if text(data, "økt") != økt.id:
            return self._json({"svar": "ikke lagret", "melding": self._another(økt)})
        if (svar := self._changed(økt, path, data)) is not None:
            return self._told(økt, svar)
        match path:
            case "/api/endringsdokument":
                return self._json(dokument(økt, self._kontor.tidligere, data))
            case "/api/ny-utgave":
                return self._json(self._kontor.ny_utgave(økt, ""))
            case "/api/lag":
                made = self._kontor.lag(
                    økt, text(data, "format"), data.get("overskriv") is True, data.get("nytt_navn") is True
                )
                return self._json(made)
        return refusal(HTTPStatus.NOT_FOUND, "Det er ingenting her.")

    def _changed(self, økt: Økt, path: str, data: Mapping[str, Any]) -> Svar | None:
        """Change the file of the agreement that is open; return None for what changes nothing there."""
        match path:
            case "/api/endre":
                return self._endret(økt, data)
            case "/api/angre":
                return økt.angre()
            case "/api/gjor-om":
                return økt.gjør_om()
            case "/api/rett":
                return økt.rett(text(data, "kode"), rute(data["rute"]), text(data, "hva"))
            case "/api/ignorer":
                return økt.ignorer(text(data, "kode"), rute(data["rute"]), text(data, "grunn"))
            case "/api/tilbake":
                return sett_tilbake(økt, self._kontor.tidligere, data)
            case _ if path in GAMMEL:
                return gjør(økt, GAMMEL[path], data)
        return None

    def _from_the_list(self, path: str, data: Mapping[str, Any]) -> Json | None:
        """Do what needs no agreement that is open; return None for the rest."""
        match path:
            case "/api/ny":
                return self._kontor.ny([*map(str, data["kommuner"])], text(data, "målform"), bool(data["prøv"]))
            case "/api/ny-utgave" if fil := text(data, "fil"):
                return self._kontor.ny_utgave(None, fil)
            case "/api/fra-dokument":
                return self._kontor.fra_dokument(text(data, "navn"), b64decode(text(data, "data"), validate=True))
            case "/api/apne":
                try:
                    opened = self._kontor.åpne(text(data, "fil"))
                except AvtalegenError as error:
                    return {"svar": "ikke åpnet", "melding": error.message}
                if opened is None:
                    return {"svar": "ikke åpnet"}
                self.økt = opened
                self._åpnet(opened)
                return {"svar": "åpnet"}
        return None

    def _another(self, økt: Økt) -> str:
        file = PurePath(økt.nå.checked.source.file).name
        return Begge(
            f"Et annet vindu har åpnet {file}. Det du skrev her, er ikke lagret.",
            f"Eit anna vindauge har opna {file}. Det du skreiv her, er ikkje lagra.",
        )

    def _endret(self, økt: Økt, data: Mapping[str, Any]) -> Svar:
        endringer = [endring(one) for one in data["endringer"]]
        if not 0 < len(endringer) <= _MOST_CHANGES:
            raise UgyldigError
        alias: Literal["nekt", "skriv_ut"] = "skriv_ut" if data.get("alias") == "skriv_ut" else "nekt"
        return økt.endre(
            text(data, "utgave"),
            endringer,
            text(data, "hva"),
            prøv=data.get("prøv") is True,
            alias=alias,
            tving=data.get("tving") is True,
            felles=data.get("felles") is True,
        )

    def _told(self, økt: Økt, svar: Svar) -> Response:
        målform = self._målform()
        said: Json = {
            "svar": svar.svar,
            "melding": svar.melding,
            "funn": [som_json(found, f"p{n}", økt.nå.checked, målform) for n, found in enumerate(svar.funn, start=1)],
        }
        if svar.konflikt:
            said |= svar.konflikt._asdict() | {"rute": list(svar.konflikt.rute)}
        if svar.svar not in ("prøvd", "avvist"):
            said["tilstand"] = self._tilstand(økt)
        return self._json(said)

    def _tilstand(self, økt: Økt) -> Json:
        return {**tilstand(økt, self._kontor.brukere), "beskyttet": self._kontor.beskyttet(økt)}

    def _json(self, data: Any) -> Response:
        # In ASCII: the name of a file may have what no other encoding can say.
        return respond(json.dumps(sagt(data, self._språk() == "nn")).encode(), _JSON)

    def _målform(self) -> Målform:
        source = self.økt.nå.checked.source if self.økt else None
        return målform_i(source.root, source.text) if source else self._kontor.målform()

    def _språk(self) -> str:
        return str(self._målform().språkkode)

    def _page(self) -> str:
        side = "avtale" if self.økt else "start"
        values = {"SIDE": side, "SPRAK": self._språk()}
        page = (_folder() / "rediger.html").read_text(encoding="utf-8")
        for name, value in values.items():  # none of them is from a file
            page = page.replace("{{" + name + "}}", escape(value))
        return page


def _cookie(port: int) -> str:
    # Cookies are of the machine, whatever the port: two runs side by side have one each.
    return f"avtalegen-{port}"


def _same(said: str, secret: str) -> bool:
    return compare_digest(said.encode(errors="replace"), secret.encode())


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


def _folder() -> Path:
    return Path(str(files("avtalegen.visning"))) / "statisk" / "rediger"
