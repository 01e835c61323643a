"""What is not put in place from an old agreement: what can't be read or written, and what no page of ours sends."""

from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path
from typing import Any

from tests.redigeringsside import HOST
from tests.test_rediger_gammel import KORT, Kort


def test_what_cannot_be_read_is_told_of_and_stays(tmp_path: Path) -> None:
    side = Kort(tmp_path)
    svar = side.gjør("plasser", side.biter()[0], rute=["lokale_avsnitt", 0, "etter"], erstatt=True)
    assert svar["svar"] == "avvist"
    assert "biblioteket" in svar["funn"][0]["melding"]
    assert side.text == KORT


def test_what_somebody_else_has_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    side = Kort(tmp_path)
    bit, utgave = side.biter()[0], side.nå["utgave"]
    side.path.write_text(KORT.replace("rådhuset }", "skolen }"), encoding="utf-8")
    valgt = {"bit": bit["id"], "fra": 0, "til": 5, "rute": ["politiråd", "møter", "sted"], "erstatt": True}
    svar = side.side.post("/api/gammel/plasser", utgave=utgave, **valgt)
    assert (svar["svar"], svar["melding"][:17]) == ("avvist", "Noen andre har en")
    for hva in ("plasser", "behold", "trengs-ikke", "ta-tilbake"):
        svar = side.side.post(f"/api/gammel/{hva}", utgave="x", bit="0", fra=0, til=1, rute=["avtale"], overskrift="x")
        assert (svar["svar"], svar["melding"][:20]) == ("avvist", "Denne biten står ikk"), hva


def test_what_our_own_page_would_not_send_is_refused(tmp_path: Path) -> None:
    side = Kort(tmp_path)
    page = side.side
    sendt = {"økt": side.nå["økt"], "utgave": side.nå["utgave"], "bit": side.biter()[0]["id"], "fra": 0, "til": 4}
    galt: list[dict[str, Any]] = [
        *({"fra": 5, "til": 5}, {"fra": 0, "til": 1000}, {"fra": -1}, {"fra": "0"}, {"til": True}),
        *({"rute": []}, {"rute": ["finnes", "ikke"]}, {"rute": [0]}, {"rute": "avtale"}, {"rute": None}),
        *({"rute": ["avtale", "tekst", "mer"]}, {"bit": 5}, {"bit": "\ud800"}),
    ]
    for feil in galt:
        body = json.dumps({**sendt, "rute": ["avtale", "tekst"], **feil}).encode()
        given = page.ask("/api/gammel/plasser", HOST, page.cookie, page.header, method="POST", body=body)
        assert given.status == HTTPStatus.BAD_REQUEST, feil
    assert side.text == KORT


def test_an_agreement_that_is_signed_stays_as_it_is(tmp_path: Path) -> None:
    signert = KORT.replace("avtale: bokmål", "avtale: { målform: bokmål, status: signert, dato: 1.1.2020 }")
    side = Kort(tmp_path, signert)
    assert side.side.post("/api/gammel/ferdig")["svar"] == "ikke lagret"
    assert side.gjør("trengs-ikke", side.biter()[0])["svar"] == "ikke lagret"
    assert side.gjør("plasser", side.biter()[0], rute=["avtale", "tekst"])["svar"] == "ikke lagret"
    assert side.text == signert


def test_what_is_inherited_is_not_offered_and_not_written(tmp_path: Path) -> None:
    felles = "lokale_avsnitt:\n  - { overskrift: Felles, tekst: x }\nevaluering: hvert år\n"
    (tmp_path / "felles.yaml").write_text(felles, encoding="utf-8")
    arvet = KORT.replace("format: 1\n", "format: 1\narv: felles.yaml\n")
    side = Kort(tmp_path, arvet.replace("lokale_avsnitt:\n  - overskrift: Annet\n    tekst: Noe\n", ""))
    bit, før = side.biter()[0], side.text
    assert side.gjør("behold", bit, overskrift="Annet")["melding"].startswith("Dette er felles for flere avtaler.")
    assert side.gjør("plasser", bit, rute=["evaluering", "hyppighet"], erstatt=True)["svar"] == "avvist"
    assert side.text == før
    funnet = side.side.get("/api/gammel/felt?q=evaluering")
    assert not [felt for felt in funnet if felt["rute"] == ["evaluering", "hyppighet"]]
