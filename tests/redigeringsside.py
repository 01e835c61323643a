"""The page that edits, without a socket or a browser: what it is sent and what it sends."""

from __future__ import annotations

import json
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

from avtalegen.cli._kontor import Kontor
from avtalegen.cli._options import Options
from avtalegen.samling.filer import Found
from avtalegen.visning.rediger.svar import Redigering
from avtalegen.visning.svar import Request, Response, Shown
from avtalegen.visning.utgave import Attempt, edition
from tests.generator import I_DAG
from tests.test_rediger_okt import YAML

PORT = 8420
HOST = ("Host", f"127.0.0.1:{PORT}")


class Side:
    """The page of a sitting with one file, and what it sends."""

    def __init__(self, folder: Path, *, fil: bool = True, yaml: str = YAML) -> None:
        self.path = folder / "avtale.yaml"
        self.path.write_text(yaml, encoding="utf-8")
        self.kontor = Kontor(folder, Options(i_dag=I_DAG), lambda _now: None)
        found = Found(self.path, str(self.path), Path("avtale.yaml"), True)
        self.redigering = Redigering(self.kontor, self.kontor.åpne_fil(found) if fil else None)
        self.kake = dict(self.ask(f"/?n={self.redigering.billett}", HOST).headers)["Set-Cookie"].split(";")[0]
        self.cookie = ("Cookie", f"annet=1; {self.kake}")
        self.header = ("X-Avtalegen-Nokkel", self.redigering.nøkkel)

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def ask(self, target: str, *headers: tuple[str, str], method: str = "GET", body: bytes = b"") -> Response:
        økt = self.redigering.økt
        attempt = økt.nå.forsøk if økt else Attempt()
        shown = Shown("x-1", edition("avtale.yaml", attempt, datetime(2026, 11, 29, 14, 32)))
        return self.redigering.answer(Request(method, target, headers, body), PORT, shown)

    def get(self, target: str) -> Any:
        given = self.ask(target, HOST, self.cookie)
        assert given.status == HTTPStatus.OK, given.body.decode()
        return json.loads(given.body)

    def post(self, target: str, **data: Any) -> Any:
        if økt := self.redigering.økt:
            data = {"økt": økt.id, **data}
        given = self.ask(target, HOST, self.cookie, self.header, method="POST", body=json.dumps(data).encode())
        assert given.status == HTTPStatus.OK, given.body.decode()
        return json.loads(given.body)
