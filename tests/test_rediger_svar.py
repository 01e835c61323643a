"""Whom the editor answers, and with what, without a socket: a page from elsewhere can neither read nor write."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from datetime import datetime
from http import HTTPStatus
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from avtalegen import flyt
from avtalegen.cli._kontor import Kontor
from avtalegen.cli._settings import Options
from avtalegen.samling.filer import Found
from avtalegen.visning.rediger.svar import GAMMEL, Redigering
from avtalegen.visning.svar import EVENTS, Request, Response, Shown
from avtalegen.visning.utgave import Attempt, edition
from tests import cli_support
from tests.cli_support import Run
from tests.generator import I_DAG
from tests.test_rediger_okt import PER_ÅR, YAML

cli = cli_support.cli
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


@pytest.mark.parametrize("target", READ)
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
    for target, method in product((*READ, *WRITTEN), ("GET", "POST")):
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


@pytest.mark.parametrize(
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


def test_a_change_is_made_and_the_page_told(side: Side) -> None:
    before = side.get("/api/tilstand")
    assert before["data"]["politiråd"]["møter"]["per_år"] == "2"
    told = side.post(
        "/api/endre",
        utgave=before["utgave"],
        hva="Møter i året",
        endringer=[{"slag": "sett", "rute": [*PER_ÅR], "verdi": "minst fire"}],
    )
    assert told["svar"] == "lagret"
    after = told["tilstand"]
    assert after["data"]["politiråd"]["møter"]["per_år"] == "minst fire"
    assert after["angre"] == "Møter i året"
    assert after["endringer"][0]["før"] == "2"
    assert "minst fire" in side.text
    assert "minst fire" in side.ask("/avtale.html", HOST, side.cookie).body.decode()
    assert side.post("/api/angre")["svar"] == "lagret"
    assert side.text == YAML
    assert side.post("/api/gjor-om")["tilstand"]["gjør_om"] is None


def test_a_conflict_shows_all_three(side: Side) -> None:
    before = side.get("/api/tilstand")["utgave"]
    side.path.write_text(YAML.replace("per_år: 2", "per_år: 3"), encoding="utf-8")
    change = {"slag": "sett", "rute": [*PER_ÅR], "verdi": "4"}
    told = side.post("/api/endre", utgave=before, hva="x", endringer=[change])
    assert (told["svar"], told["lest"], told["min"], told["filens"]) == ("konflikt", "2", "4", "3")


def test_an_unreadable_value_is_told_and_not_written(side: Side) -> None:
    change = {"slag": "sett", "rute": ["avtale", "status"], "verdi": "halvferdig"}
    now = side.get("/api/tilstand")["utgave"]
    for prøv in (True, False):
        told = side.post("/api/endre", utgave=now, hva="Status", endringer=[change], prøv=prøv)
        assert told["svar"] == "avvist"
        assert "halvferdig" in told["funn"][0]["melding"]
    assert side.text == YAML


def test_the_parts_say_how_far_they_have_come(side: Side) -> None:
    parts = {part["id"]: part["tilstand"] for part in side.get("/api/tilstand")["deler"]}
    assert set(parts.values()) <= {"tom", "påbegynt", "ferdig", "valgfri"}
    assert parts["satsningsområder"] == "tom"
    assert parts["vedlegg"] == "valgfri"


def test_proposals_are_offered_and_taken_as_any_change(side: Side) -> None:
    state = side.get("/api/tilstand")
    mulig = next(one for one in state["forslag"] if one["rute"] == ["periode", "revisjon"])
    assert mulig["setning"]
    change = {"slag": "sett", "rute": mulig["rute"], "verdi": mulig["verdi"]}
    after = side.post("/api/endre", utgave=state["utgave"], hva="Revisjon", endringer=[change])["tilstand"]
    assert all(one["rute"] != mulig["rute"] for one in after["forslag"])
    assert "revisjon: årlig" in side.text


def test_a_document_is_made_and_one_edited_by_hand_is_left_alone(side: Side) -> None:
    made = side.post("/api/lag", format="docx")
    assert (made["svar"], made["fil"]) == ("laget", "avtale.docx")
    document = side.path.with_name("avtale.docx")
    document.write_bytes(b"endret")
    again = side.post("/api/lag", format="docx")
    assert (again["svar"], again["forslag_navn"]) == ("endret for hånd", "avtale-2.docx")
    assert document.read_bytes() == b"endret"
    assert side.post("/api/lag", format="docx", nytt_navn=True)["fil"] == "avtale-2.docx"


def test_a_new_agreement_says_what_the_register_knows_and_no_more(tmp_path: Path) -> None:
    side = Side(tmp_path, fil=False)
    assert [one["navn"] for one in side.get("/api/kommuner?q=Flakst&valgt=")] == ["Flakstad"]
    tried = side.post("/api/ny", kommuner=["1859"], målform="nynorsk", prøv=True)
    assert (tried["svar"], tried["fil"]) == ("laget", "flakstad.yaml")
    assert not (tmp_path / "flakstad.yaml").exists()
    assert side.post("/api/ny", kommuner=["1859"], målform="nynorsk", prøv=False)["fil"] == "flakstad.yaml"
    assert side.post("/api/ny", kommuner=["1859"], målform="nynorsk", prøv=False)["fil"] == "flakstad-2.yaml"
    assert "FYLL INN" not in (tmp_path / "flakstad.yaml").read_text(encoding="utf-8")
    assert side.post("/api/apne", fil="flakstad.yaml")["svar"] == "åpnet"
    state = side.get("/api/tilstand")
    assert state["målform"] == "nynorsk"
    assert not [found for found in state["funn"] if found["grad"] == "feil"]


@pytest.mark.parametrize("fil", ["../annen.yaml", "/etc/passwd", "finnes-ikke.yaml", ""])
def test_only_agreements_of_the_list_are_opened(tmp_path: Path, fil: str) -> None:
    assert Side(tmp_path, fil=False).post("/api/apne", fil=fil)["svar"] == "ikke åpnet"


def test_kommuner_of_several_districts_are_no_agreement(tmp_path: Path) -> None:
    told = Side(tmp_path, fil=False).post("/api/ny", kommuner=["1859", "0301"], målform="bokmål", prøv=True)
    assert told["svar"] == "ikke laget"
    assert "flere politidistrikter" in told["melding"]


def test_what_is_inherited_says_from_where_and_for_whom(tmp_path: Path) -> None:
    (tmp_path / "felles.yaml").write_text("politiråd:\n  samarbeidsklima: tillit\n", encoding="utf-8")
    side = Side(tmp_path)
    side.path.write_text(side.text.replace("format: 1\n", "format: 1\narv: felles.yaml\n"), encoding="utf-8")
    (tmp_path / "annen.yaml").write_text(side.text, encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    (arvet,) = side.get("/api/tilstand")["arvet"]
    assert arvet["rute"] == ["politiråd", "samarbeidsklima"]
    assert arvet["navn"] == "Hentet fra felles.yaml"
    assert sorted(arvet["gjelder"]) == ["annen.yaml", "avtale.yaml"]


def test_a_file_that_can_not_be_read_is_not_opened_and_the_page_says_why(side: Side) -> None:
    side.path.with_name("annen.yaml").write_text("format: 1\navtale:\n  status: utkast\nparter: [\n", encoding="utf-8")
    svar = side.post("/api/apne", fil="annen.yaml")
    assert svar["svar"] == "ikke åpnet"
    assert svar["melding"].startswith("«annen.yaml» kan ikke leses. Linje 4: ")
    assert side.get("/api/tilstand")["fil"] == "avtale.yaml"
    assert side.post("/api/lag", format="html")["fil"] == "avtale.html"


def test_what_is_the_agreements_own_instead_of_what_is_shared_says_so(tmp_path: Path) -> None:
    shared = (
        "parter:\n  politi:\n    telefon: 02800\n"
        "politiråd:\n  leder: varaordfører\n  møter:\n    per_år: 6\n    sted: rådhuset\n  mandat: [A, B]\n"
        "slt: nei\n"
    )
    (tmp_path / "felles.yaml").write_text(shared, encoding="utf-8")
    side = Side(tmp_path)
    side.path.write_text(side.text.replace("format: 1\n", "format: 1\narv: felles.yaml\n"), encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    state = side.get("/api/tilstand")
    # «politi» is a text here and has fields there: to take it away would take the district with it.
    assert [(".".join(one["rute"]), one["felles"]) for one in state["overstyrer"]] == [
        ("politiråd.leder", "varaordfører"),
        ("politiråd.møter.per_år", "6"),
        ("politiråd.mandat", ["A", "B"]),
    ]
    assert {one["navn"] for one in state["overstyrer"]} == {"Eget for Flakstad."}
    assert state["tittel"] == "Flakstad og Nordland politidistrikt"  # the file has the number alone
    change = {"slag": "fjern", "rute": ["politiråd", "møter", "per_år"]}
    after = side.post("/api/endre", utgave=state["utgave"], hva="Møter i året", endringer=[change])
    assert after["svar"] == "lagret"
    assert after["tilstand"]["data"]["politiråd"]["møter"]["per_år"] == "6"
    assert ["politiråd", "møter", "per_år"] in [one["rute"] for one in after["tilstand"]["arvet"]]


@pytest.mark.parametrize(("skrevet", "verdi"), [("2", "4"), ("minst to", "minst 4"), ("Minst 2", "Minst 4")])
def test_a_finding_about_a_value_has_another_to_change_it_to(side: Side, skrevet: str, verdi: str) -> None:
    side.path.write_text(side.text.replace("per_år: 2", f"per_år: {skrevet}"), encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    state = side.get("/api/tilstand")
    (found,) = [one for one in state["funn"] if one["kode"] == "VEI417"]
    assert found["endre_til"] == {"rute": [*PER_ÅR], "verdi": verdi}
    change = {"slag": "sett", **found["endre_til"]}
    after = side.post("/api/endre", utgave=state["utgave"], hva="Møter i året", endringer=[change])
    assert after["svar"] == "lagret"
    assert all(one["kode"] != "VEI417" for one in after["tilstand"]["funn"])


def test_what_is_missing_is_proposed_and_nothing_is_changed_for_it(side: Side) -> None:
    funn = side.get("/api/tilstand")["funn"]
    assert [one["kode"] for one in funn if one["endre_til"]] == ["VEI417"]
    assert all(one["endre_til"] is None for one in funn if one["forslag"])


def test_what_the_agreement_lacks_is_told_in_the_part_that_is_missing(tmp_path: Path) -> None:
    """A finding stands at «avtale» when there is no better place in the file; on the page there is one."""
    side = Side(tmp_path, fil=False)
    side.post("/api/ny", kommuner=["1859"], målform="bokmål", prøv=False)
    side.post("/api/apne", fil="flakstad.yaml")
    state = side.get("/api/tilstand")
    told = {found["kode"]: (found["del"], found["sted"]) for found in state["funn"]}
    assert told["VEI304"] == ("satsningsområder", ["satsningsområder"])
    assert told["VEI422"] == ("taushetsplikt", ["taushetsplikt"])
    assert told["VEI302"] == ("varighet", ["periode"])
    assert told["VEI701"][0] == "evaluering"
    assert state["deler"][0]["tilstand"] == "ferdig"
    svar = side.post("/api/ignorer", utgave=state["utgave"], kode="VEI304", rute=["avtale"], grunn="nei")
    assert svar["svar"] == "lagret"


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


def test_an_agreement_that_cannot_be_opened_leaves_the_one_that_is_open(side: Side) -> None:
    side.path.with_name("b.yaml").symlink_to("finnes-ikke.yaml")
    assert side.post("/api/apne", fil="b.yaml")["svar"] == "ikke åpnet"
    assert side.post("/api/lag", format="html")["fil"] == "avtale.html"
    assert not side.path.with_name("b.html").exists()


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


def test_a_value_that_stands_in_very_many_places_is_told_in_few_words(side: Side) -> None:
    side.path.write_text(YAML + "a: &a [x]\nb: [" + ", ".join(["*a"] * 2_000) + "]\n", encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    assert len(json.dumps(side.get("/api/tilstand"))) < 200_000


@pytest.mark.parametrize("target", ["http://[", "/api/helligdager?aar=0000", "/api/helligdager?aar=", "/?n=%ff", "//["])
def test_odd_addresses_are_answered(side: Side, target: str) -> None:
    given = side.ask(target, HOST, side.cookie)
    assert given.status in {HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.OK}


def test_a_name_that_is_no_text_is_shown_all_the_same(tmp_path: Path) -> None:
    side = Side(tmp_path, fil=False)
    try:
        Path(os.fsdecode(bytes(tmp_path) + b"/\xff.yaml")).write_text(YAML, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes text alone")
    assert len(side.get("/api/start")["avtaler"]) == 2


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "avtaler"
    folder.mkdir()
    side = Side(folder, fil=False)
    side.path.unlink()
    folder.rmdir()
    told = side.post("/api/ny", kommuner=["1859"], målform="bokmål", prøv=False)
    assert told["svar"] in {"ikke lagret", "ikke laget"}
    assert told["melding"]


def test_the_next_agreement_is_made_beside_this_one_and_opened(side: Side) -> None:
    assert side.get("/api/tilstand")["fornyes"] is False
    signert = YAML.replace("status: utkast", "status: signert") + "periode: 2027–2030\n"
    side.path.write_text(signert, encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    assert side.get("/api/tilstand")["fornyes"] is True
    laget = side.post("/api/ny-utgave", fil="")
    assert laget == {
        **{"svar": "laget", "fil": "avtale-2031.yaml", "fra": "1.1.2031", "til": "31.12.2034"},
        **{"over": False, "fyll_inn": laget["fyll_inn"], "se_på": laget["se_på"]},
    }
    assert side.text == signert
    assert side.post("/api/ny-utgave", fil="") == {"svar": "finnes", "fil": "avtale-2031.yaml"}
    assert side.post("/api/apne", fil="avtale-2031.yaml") == {"svar": "åpnet"}
    ny = side.get("/api/tilstand")
    assert (ny["fil"], ny["status"], ny["data"]["periode"]) == ("avtale-2031.yaml", "Utkast", "2031–2034")


def test_the_next_agreement_is_made_from_the_list_too(tmp_path: Path) -> None:
    side = Side(tmp_path, fil=False)
    (tmp_path / "under").mkdir()
    (tmp_path / "under/b.yaml").write_text(YAML + "periode: 2025–2026\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("format: 1\navtale: [\n", encoding="utf-8")
    assert {en["fil"]: en["fornyes"] for en in side.get("/api/start")["avtaler"]} == {
        "avtale.yaml": False,
        "c.yaml": False,
        str(Path("under/b.yaml")): True,
    }
    assert side.post("/api/ny-utgave", fil=str(Path("under/b.yaml")))["fil"] == str(Path("under/b-2027.yaml"))
    assert "«c.yaml» kan ikke leses. Linje " in side.post("/api/ny-utgave", fil="c.yaml")["melding"].replace(
        str(tmp_path) + os.sep, ""
    )
    for fremmed in ("../avtale.yaml", str(side.path), "borte.yaml"):
        assert side.post("/api/ny-utgave", fil=fremmed) == {"svar": "ikke laget", "melding": ""}
    given = side.ask("/api/ny-utgave", HOST, side.cookie, side.header, method="POST", body=b'{"fil": ""}')
    assert given.status == HTTPStatus.NOT_FOUND


def test_an_agreement_is_fetched_from_the_document_that_carries_it(tmp_path: Path, cli: Run) -> None:
    (tmp_path / "kilde").mkdir()
    (tmp_path / "kilde/felles.yaml").write_text("taushetsplikt: ja\n", encoding="utf-8")
    (tmp_path / "kilde/a.yaml").write_text(YAML + "arv: felles.yaml\n", encoding="utf-8")
    assert cli("lag", "kilde/a.yaml").code == 0
    dokument = b64encode((tmp_path / "kilde/a.docx").read_bytes()).decode()
    (tmp_path / "ny").mkdir()
    side = Side(tmp_path / "ny", fil=False)
    hentet = side.post("/api/fra-dokument", navn="C:\\fakepath\\Fra Kari.docx", data=dokument)
    assert (hentet["svar"], hentet["endret"]) == ("laget", False)
    assert (tmp_path / "ny" / hentet["fil"]).read_text(encoding="utf-8") == YAML + "arv: felles.yaml\n"
    assert (tmp_path / "ny/felles.yaml").read_text(encoding="utf-8") == "taushetsplikt: ja\n"
    assert side.post("/api/apne", fil=hentet["fil"]) == {"svar": "åpnet"}
    # What is there already is that, or is left alone.
    assert side.post("/api/fra-dokument", navn="b.docx", data=dokument)["fil"] == hentet["fil"]
    (tmp_path / "ny" / hentet["fil"]).write_text(YAML, encoding="utf-8")
    assert side.post("/api/fra-dokument", navn="b.docx", data=dokument)["fil"] == "b.yaml"
    samme = Side(tmp_path / "kilde", fil=False)
    assert samme.post("/api/fra-dokument", navn="b.docx", data=dokument)["fil"] == "a.yaml"
    (tmp_path / "ny/b.yaml").write_text("min\n", encoding="utf-8")
    assert side.post("/api/fra-dokument", navn="b.docx", data=dokument)["fil"] == "b-2.yaml"
    (tmp_path / "ny/felles.yaml").write_text("taushetsplikt: nei\n", encoding="utf-8")
    assert (
        "«felles.yaml» finnes fra før og er annerledes."
        in side.post("/api/fra-dokument", navn="c.docx", data=dokument)["melding"]
    )
    assert not (tmp_path / "ny/c.yaml").exists()
    fremmed = side.post("/api/fra-dokument", navn="x.docx", data=b64encode(b"x").decode())
    assert fremmed["svar"] == "ikke laget"
    given = side.ask(
        "/api/fra-dokument", HOST, side.cookie, side.header, method="POST", body=b'{"navn": "x", "data": "*"}'
    )
    assert given.status == HTTPStatus.BAD_REQUEST


def test_an_agreement_in_the_list_is_checked_again_only_when_something_it_is_made_of_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    side = Side(tmp_path, fil=False)
    (tmp_path / "felles.yaml").write_text("taushetsplikt: ja\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(YAML + "arv: felles.yaml\n", encoding="utf-8")
    checked: list[str] = []
    original = flyt.check

    def check(data: bytes, file: str, *args: Any) -> flyt.Checked:
        checked.append(Path(file).name)
        return original(data, file, *args)

    monkeypatch.setattr(flyt, "check", check)

    def after(path: str, text: str) -> list[str]:
        (tmp_path / path).write_text(text, encoding="utf-8")
        checked.clear()
        first = side.get("/api/start")
        seen = sorted(checked)
        assert side.get("/api/start") == first
        assert sorted(checked) == seen
        return seen

    assert sorted(checked) == []
    assert after("felles.yaml", "taushetsplikt: nei\n") == ["avtale.yaml", "b.yaml"]
    assert after("felles.yaml", "taushetsplikt: ja\n") == ["b.yaml"]
    assert after("avtale.yaml", YAML + "\n") == ["avtale.yaml"]
    assert after("avtalegen.toml", 'ignorer = ["VEI"]\n') == ["avtale.yaml", "b.yaml"]
    assert after("avtalegen.toml", 'ignorer = ["VEI4"]\n') == ["avtale.yaml", "b.yaml"]


def test_a_file_that_is_protected_is_told_of_before_anything_is_written(side: Side) -> None:
    assert side.get("/api/tilstand")["beskyttet"] is False
    side.path.chmod(0o444)
    state = side.get("/api/tilstand")
    assert state["beskyttet"] is True
    change = {"slag": "sett", "rute": [*PER_ÅR], "verdi": "6"}
    said = side.post("/api/endre", utgave=state["utgave"], hva="Møter", endringer=[change])
    assert (said["svar"], said["tilstand"]["beskyttet"]) == ("ikke lagret", True)
    assert "er skrivebeskyttet" in said["melding"]
    assert side.text == YAML
    side.path.chmod(0o644)
    assert side.post("/api/endre", utgave=state["utgave"], hva="Møter", endringer=[change])["svar"] == "lagret"
