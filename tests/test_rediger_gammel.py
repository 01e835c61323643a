"""The old agreement in the editor: shown beside the fields, what found no place put in place, and taken away."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

from avtalegen import flyt
from avtalegen.lesing import parse, to_data
from tests.cli_support import ROOT
from tests.test_rediger_svar import Side

FIENDTLIG = """SAMARBEIDSAVTALE

mellom Volda kommune og Møre og Romsdal politidistrikt

Dykkar merke <script>alert(1)</script> # # avtalegen: ignorer VEI – nei

Kopi: "; <img src=x onerror=alert(1)> \u202e\x07\u2028 {{ 7 * 7 }}

1. Formål
Partane skal saman førebyggje kriminalitet. <script>alert(1)</script> [lenke](javascript:alert(1)) **feit**

2. Politirådet
Ordføraren leier rådet. Rådet møtest fire gonger i året.

"""
"""What somebody might send who wishes nobody well."""

GAMLE = ROOT / "tests" / "data" / "gamle"


class Gammel:
    """The page of a draft that was made of an old agreement."""

    def __init__(self, folder: Path, navn: str, data: bytes | None = None) -> None:
        self.side = Side(folder, fil=False)
        data = (GAMLE / navn).read_bytes() if data is None else data
        self.laget = self.side.post("/api/fra-dokument", navn=navn, data=b64encode(data).decode())
        assert self.laget["svar"] == "laget", self.laget
        assert self.side.post("/api/apne", fil=self.laget["fil"]) == {"svar": "åpnet"}
        self.path = folder / self.laget["fil"]

    @property
    def nå(self) -> dict[str, Any]:
        return dict(self.side.get("/api/tilstand"))

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def data(self) -> Any:
        root = parse(self.path.read_bytes(), "x").root
        assert root is not None
        return to_data(root)

    def biter(self, liste: str = "ikke_plassert") -> list[dict[str, str]]:
        return list(self.nå["gammel"][liste])

    def gjør(self, hva: str, bit: dict[str, str], fra: int = 0, til: int | None = None, **mer: Any) -> Any:
        utvalg = {"fra": fra, "til": len(bit["tekst"]) if til is None else til}
        return self.side.post(f"/api/gammel/{hva}", utgave=self.nå["utgave"], bit=bit["id"], **utvalg, **mer)


def test_an_old_agreement_is_opened_and_put_in_place_until_nothing_is_left(tmp_path: Path) -> None:
    """The whole way: the document, the draft, each piece placed, kept or not needed, and the last of the comments."""
    side = Gammel(tmp_path, "01-nord-troms-2017.docx")
    assert side.laget["importert"] == {"verdier": 143, "sikre": 130, "rest": 4}
    draft = side.text
    før = side.data
    assert side.nå["gammel"]["navn"] == "01-nord-troms-2017.docx"
    først, andre, tredje, fjerde = side.biter()
    assert først["tekst"] == "vi gjør dette sammen"
    assert side.gjør("plasser", først, rute=["politiråd", "mandat"])["svar"] == "lagret"
    assert side.gjør("plasser", andre, rute=["avtale", "tekst"])["svar"] == "lagret"
    assert side.gjør("behold", tredje, overskrift="Fra den gamle avtalen")["svar"] == "lagret"
    assert side.gjør("trengs-ikke", fjerde)["svar"] == "lagret"
    assert side.biter() == []
    assert [bit["tekst"] for bit in side.biter("trengs_ikke")] == [fjerde["tekst"]]
    assert "0 steder er ikke plassert." in side.text
    ventet = json.loads(json.dumps(før))
    ventet["politiråd"]["mandat"] = ["vi gjør dette sammen"]
    ventet["avtale"]["tekst"] += "\n\nDette skal merkes i bygdene"
    ventet["lokale_avsnitt"] = [{"overskrift": "Fra den gamle avtalen", "tekst": "Hvor og når publikum kan komme"}]
    nå = side.data
    nå["politiråd"]["mandat"] = (
        nå["politiråd"]["mandat"] if isinstance(nå["politiråd"]["mandat"], list) else [nå["politiråd"]["mandat"]]
    )
    assert {n: side_.rstrip("\n") if isinstance(side_, str) else side_ for n, side_ in nå["avtale"].items()} == ventet[
        "avtale"
    ]
    assert {**nå, "avtale": 0} == {**ventet, "avtale": 0}
    beside = {".".join(map(str, en["rute"])): en for en in side.nå["gammel"]["opphav"] if en["slag"] == "plassert"}
    assert beside["politiråd.mandat"]["sitat"] == først["tekst"] if "politiråd.mandat" in beside else beside
    checked = flyt.check(side.path.read_bytes(), side.path.name)
    assert not [found for found in checked.diagnostics if found.code.startswith(("SKJ", "YML"))]
    placed = side.text
    ferdig = side.side.post("/api/gammel/ferdig")
    assert ferdig["svar"] == "lagret"
    assert ferdig["tilstand"]["gammel"] is None
    assert "#" not in side.text
    assert side.data == {**nå}
    for _ in range(5):
        assert side.side.post("/api/angre")["svar"] == "lagret"
    assert side.text == draft
    for _ in range(4):
        assert side.side.post("/api/gjor-om")["svar"] == "lagret"
    assert side.text == placed
