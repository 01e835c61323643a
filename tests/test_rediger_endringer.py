"""«Endringer» in the editor: what it is held against, what it tells, and that one change can be put back alone."""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.lesing.redigering import rediger
from avtalegen.samling.filer import read_asset
from avtalegen.utgaver.endringer.notat import notat
from avtalegen.utgaver.endringer.tilbakefort import tilbakefør
from tests.generator import avtale, lest
from tests.grundig import antall, grundig
from tests.redigeringsside import Side
from tests.sporingprove import endret

GAMMEL = """\
format: 1
avtale: { status: signert, dato: 17.10.2024 }
periode: 2025–2026
parter: { kommuner: "1859", politi: Nordland politidistrikt }
satsningsområder:
  - Trygg skolevei
  - navn: Rus blant unge
    tiltak: [Holde foreldremøter]
politiråd:
  leder: { tittel: ordfører, navn: Kari Nordmann }
  medlemmer: { kommune: [Ordfører, Rektor], politi: [Lensmann] }
  møter: { per_år: 4, innkallingsfrist: to uker }
  formål: Rådet skal forebygge kriminalitet og skape trygghet der folk bor.
"""
NY = """\
format: 1
avtale:
  erstatter: { tittel: Avtale om politiråd, fil: gammel.yaml }
periode: 2027–2030  # fire år
parter: { kommuner: "1859", politi: Nordland politidistrikt }
satsningsområder:
  - navn: Rus blant unge
    tiltak: [Holde foreldremøter, Besøke skolen]  # hver høst
  - Trygg skolevei
politiråd:
  leder: { tittel: ordfører, navn: Ola Hansen }
  medlemmer: { kommune: [Ordfører, Kommunedirektør], politi: [Lensmann] }
  møter: { per_år: 6, innkallingsfrist: to uker }
  formål: Rådet skal forebygge kriminalitet, følge med på utviklingen og skape trygghet der folk bor og arbeider.
"""


@pytest.fixture
def side(tmp_path: Path) -> Side:
    (tmp_path / "gammel.yaml").write_text(GAMMEL, encoding="utf-8")
    return Side(tmp_path, yaml=NY)


def setningene(avsnitt: list[Any]) -> Iterator[Any]:
    for ett in avsnitt:
        yield ett
        yield from setningene(ett.get("setninger", ett.get("under")))


def finn(sagt: Any, tekst: str) -> Any:
    return next(en for en in setningene(sagt["avsnitt"]) if en.get("tekst", "").startswith(tekst))


def tilbake(side: Side, tekst: str) -> Any:
    sagt = side.get("/api/endringer")
    return side.post("/api/tilbake", mot=sagt["mot"], id=finn(sagt, tekst)["id"], hva=tekst)


def test_the_note_is_told_with_the_way_to_each_field(side: Side) -> None:
    sagt = side.get("/api/endringer")
    assert (sagt["slag"], sagt["antall"], sagt["feil"], sagt["melding"]) == ("erstatter", 11, False, "")
    assert [en["tittel"] for en in sagt["avsnitt"]][:2] == ["Om avtalen", "Satsningsområder"]
    møter = finn(sagt, "Politirådet møtes")
    assert møter["tekst"] == "Politirådet møtes seks ganger i året, mot fire før."
    assert (møter["rute"], møter["tilbake"]) == (["politiråd", "møter", "per_år"], True)
    assert møter["endringer"] == [{"slag": "endret", "rute": møter["rute"], "før": "fire", "nå": "seks", "ord": None}]
    assert finn(sagt, "Satsningsområdet «Trygg skolevei»")["slag"] == "flyttet"
    # What is gone leads to the list that it was in.
    assert finn(sagt, "Ikke lenger medlem")["rute"] == ["politiråd", "medlemmer", "kommune"]
    tiltak = finn(sagt, "Satsningsområdet «Rus blant unge»")
    assert (tiltak["slag"], tiltak["rute"]) == ("lagt til", ["satsningsområder", "områder", 0, "tiltak", 1])
    # A long text that was changed is shown once: before and now, and not as lines of the note too.
    formål = finn(sagt, "Formål")
    assert (formål["endringer"][0]["nå"].startswith("Rådet skal"), formål["under"]) == (True, [])
    assert [[tekst for tekst, alene in side if alene] for side in formål["endringer"][0]["ord"]] == [
        ["kriminalitet", "bor."],
        ["kriminalitet, følge med på utviklingen", "bor og arbeider."],
    ]


def test_the_same_is_told_as_by_the_command(side: Side) -> None:
    gammel, ny = flyt.check(GAMMEL, "gammel.yaml").avtale, flyt.check(NY, "avtale.yaml").avtale
    assert gammel is not None
    assert ny is not None
    ventet = [en.tekst for avsnitt in notat(gammel, ny).avsnitt for en in avsnitt.hver]
    sagt = [en["tekst"] for en in setningene(side.get("/api/endringer")["avsnitt"]) if "tekst" in en]
    # But for the two lines under a long text, which the page shows beside each other.
    assert [en for en in ventet if not en.startswith(("Nå: ", "Før: "))] == sagt


TILBAKE = {
    "Politirådet møtes": "  møter: { per_år: 4, innkallingsfrist: to uker }",
    "Politirådet ledes": "  leder: { tittel: ordfører, navn: Kari Nordmann }",
    "Avtaleperioden": "periode: 2025–2026  # fire år",
    "Satsningsområdet «Rus blant unge»": "    tiltak: [Holde foreldremøter]  # hver høst",
    "Nytt medlem": "  medlemmer: { kommune: [Ordfører], politi: [Lensmann] }",
    "Ikke lenger medlem": "  medlemmer: { kommune: [Ordfører, Rektor, Kommunedirektør], politi: [Lensmann] }",
    "Satsningsområdet «Trygg skolevei»": "satsningsområder:\n  - Trygg skolevei\n  - navn: Rus blant unge",
}


def test_one_change_is_put_back_and_nothing_else() -> None:
    gammel, ny = flyt.check(GAMMEL, "gammel.yaml"), flyt.check(NY, "avtale.yaml")
    assert gammel.avtale is not None
    assert ny.avtale is not None
    ett = notat(gammel.avtale, ny.avtale)
    for tekst, linje in TILBAKE.items():
        setning = next(en for avsnitt in ett.avsnitt for en in avsnitt.hver if en.tekst.startswith(tekst))
        edits = tilbakefør(gammel, ny, setning.endringer, ett.endringer, lambda data: flyt.check(data, "x").avtale)
        assert edits is not None, tekst
        satt = rediger(NY.encode(), "avtale.yaml", *edits).data.decode()
        assert linje in satt
        avtale_ = flyt.check(satt, "avtale.yaml").avtale
        assert avtale_ is not None
        assert len(notat(gammel.avtale, avtale_).endringer) == len(ett.endringer) - len(setning.endringer)


def test_what_is_put_back_is_saved_and_can_be_undone(side: Side) -> None:
    assert tilbake(side, "Politirådet møtes")["svar"] == "lagret"
    assert TILBAKE["Politirådet møtes"] in side.text
    assert side.get("/api/endringer")["antall"] == 10
    assert side.post("/api/angre")["svar"] == "lagret"
    assert side.text == NY


def test_what_can_not_be_put_back_is_refused_and_the_file_is_as_it_was(side: Side) -> None:
    sagt = side.get("/api/endringer")
    status = finn(sagt, "Status")
    assert status["tilbake"] is False
    assert side.post("/api/tilbake", mot=sagt["mot"], id=status["id"], hva="Status")["svar"] == "ikke lagret"
    assert side.post("/api/tilbake", mot=sagt["mot"], id="borte", hva="x")["svar"] == "ingenting"
    assert side.post("/api/tilbake", mot="borte", id=status["id"], hva="x")["svar"] == "ikke lagret"
    delt = NY.replace("leder: { tittel: ordfører, navn: Ola Hansen }", "leder: &hun { tittel: ordfører, navn: Ola }")
    side.path.write_text(delt + "  nestleder: *hun\n", encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    svar = tilbake(side, "Politirådet ledes")
    assert (svar["svar"], svar["melding"][:38]) == ("ikke lagret", "Dette kan ikke settes tilbake for seg.")
    assert side.text == delt + "  nestleder: *hun\n"


def test_what_is_signed_stays(side: Side) -> None:
    signert = NY.replace("avtale:\n", "avtale:\n  status: signert\n  dato: 1.10.2026\n")
    signert += "signaturer: [{ tittel: ordfører, part: kommunen }, { tittel: lensmann, part: politiet }]\n"
    side.path.write_text(signert, encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    svar = tilbake(side, "Politirådet møtes")
    assert (svar["svar"], "signert" in svar["melding"]) == ("ikke lagret", True)


def test_without_an_earlier_edition_it_is_held_against_the_file_as_it_was_opened(tmp_path: Path) -> None:
    side = Side(tmp_path, yaml=NY.replace(", fil: gammel.yaml", ""))
    sagt = side.get("/api/endringer")
    assert (sagt["slag"], sagt["antall"], sagt["valg"]) == (
        "åpnet",
        0,
        [{"id": "åpnet", "slag": "åpnet", "navn": "", "når": ""}],
    )
    edit = {"slag": "sett", "rute": ["politiråd", "møter", "per_år"], "verdi": "2"}
    side.post("/api/endre", utgave=side.get("/api/tilstand")["utgave"], endringer=[edit], hva="Møter")
    assert finn(side.get("/api/endringer"), "Politirådet møtes to ganger i året, mot seks før.")


def test_what_can_be_chosen(side: Side, tmp_path: Path) -> None:
    signert = flyt.check(GAMMEL, "avtale.yaml")
    for navn, endelse in (("avtale", "html"), ("en annen", "docx")):
        made = flyt.make(signert, Bestilling(endelse), read_asset)
        assert made.data is not None
        (tmp_path / f"{navn}.{endelse}").write_bytes(made.data)
    (tmp_path / "felles.yaml").write_text("politiråd: { navn: Rådet }\n", encoding="utf-8")
    (tmp_path / "tredje.yaml").write_text(GAMMEL.replace("per_år: 4", "per_år: 3"), encoding="utf-8")
    valg = side.get("/api/endringer")["valg"]
    assert [(en["slag"], en["navn"]) for en in valg] == [
        ("erstatter", "gammel.yaml"),
        ("signert", "avtale.html"),
        ("åpnet", ""),
        ("dokument", "en annen.docx"),
        ("fil", "tredje.yaml"),
    ]
    sagt = {en["navn"]: side.get(f"/api/endringer?mot={en['id']}") for en in valg if en["slag"] != "åpnet"}
    assert {navn: finn(en, "Politirådet møtes")["tekst"].split(" mot ")[1] for navn, en in sagt.items()} == {
        "gammel.yaml": "fire før.",
        "avtale.html": "fire før.",
        "en annen.docx": "fire før.",
        "tredje.yaml": "tre før.",
    }


def test_a_revision_in_git_can_be_chosen(tmp_path: Path) -> None:
    side = Side(tmp_path, yaml=NY.replace(", fil: gammel.yaml", ""))
    alene = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith("GIT_")}
    hvem = ("-c", "user.name=x", "-c", "user.email=x@example.no", "-c", "commit.gpgsign=false")
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Før høringen"]):
        subprocess.run(["git", *hvem, *arguments], cwd=tmp_path, check=True, env=alene)
    side.path.write_text(side.text.replace("per_år: 6", "per_år: 5"), encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    sagt = side.get("/api/endringer")
    assert (sagt["slag"], sagt["valg"][0]["navn"], sagt["antall"]) == ("git", "Før høringen", 1)
    assert finn(sagt, "Politirådet møtes fem ganger i året, mot seks før.")


@pytest.mark.parametrize(
    ("gammel", "ventet"),
    [(None, "Kunne ikke lese «gammel.yaml»"), ("format: 1\navtale: {}\n", "gammel.yaml:"), ("{", "gammel.yaml:")],
)
def test_an_earlier_edition_that_can_not_be_read_is_told_of(side: Side, gammel: str | None, ventet: str) -> None:
    path = side.path.with_name("gammel.yaml")
    path.unlink() if gammel is None else path.write_text(gammel, encoding="utf-8")
    sagt = side.get("/api/endringer")
    assert (sagt["slag"], sagt["antall"]) == ("erstatter", 0)
    assert ventet in sagt["melding"]
    assert str(path.parent) not in sagt["melding"]


def test_what_lies_in_the_folder_can_be_anything(side: Side) -> None:
    folder = side.path.parent
    (folder / "tom.pdf").write_bytes(b"")
    (folder / "skadet.docx").write_bytes(b"PK\x03\x04" + bytes(50))
    (folder / "side.html").write_text("<!doctype html><p>Hei", encoding="utf-8")
    (folder / "HEAD:avtale.yaml").write_text(GAMMEL, encoding="utf-8")
    (folder / "lenke.html").symlink_to("/etc/hostname")
    (folder / "avtale.html").symlink_to("/etc/hostname")
    os.mkfifo(folder / "avtale.docx")
    sagt = {en["navn"]: side.get(f"/api/endringer?mot={en['id']}") for en in side.get("/api/endringer")["valg"][2:]}
    assert {navn: (en["antall"], bool(en["melding"])) for navn, en in sagt.items()} == {
        "HEAD:avtale.yaml": (11, False),
        "side.html": (0, True),
        "skadet.docx": (0, True),
        "tom.pdf": (0, True),
    }
    for erstattet in ("../../etc/passwd", "avtale.yaml", "/etc/hostname"):
        side.path.write_text(NY.replace("gammel.yaml", erstattet), encoding="utf-8")
        assert side.redigering.økt is not None
        side.redigering.økt.oppdater()
        assert side.get("/api/endringer")["antall"] <= 1


def test_an_agreement_with_errors_is_not_compared(side: Side) -> None:
    side.path.write_text(NY.replace("per_år: 6", "per_år: [to, tre]"), encoding="utf-8")
    assert side.redigering.økt is not None
    side.redigering.økt.oppdater()
    sagt = side.get("/api/endringer")
    assert (sagt["feil"], sagt["antall"], sagt["avsnitt"]) == (True, 0, [])
    for format_ in ("docx", "html"):
        svar = side.post("/api/endringsdokument", mot=sagt["mot"], format=format_)
        assert svar["svar"] == "ikke lagret"


def test_the_changes_are_made_into_a_page_and_a_document(side: Side) -> None:
    mot = side.get("/api/endringer")["mot"]
    side_ = side.post("/api/endringsdokument", mot=mot, format="html")
    assert (side_["svar"], side_["navn"]) == ("laget", "avtale-endringer.html")
    assert "Politirådet møtes seks ganger i året, mot fire før." in b64decode(side_["data"]).decode()
    word = side.post("/api/endringsdokument", mot=mot, format="docx")
    assert (word["navn"], b64decode(word["data"])[:2]) == ("avtale-endringer.docx", b"PK")
    assert flyt.state(b64decode(word["data"]), "docx") == "sporet"


@grundig  # one that is put back by the page is tried above
def test_a_change_that_is_put_back_leaves_the_others_as_they_are() -> None:
    """Put back every change of some pairs, alone."""
    kan: dict[str, bool] = {}
    for nummer in range(antall(2, 60)):
        r = Random(f"tilbake {nummer}")
        én = avtale(r.randrange(300))
        annen = endret(én, r, r.choice((1, 2, 3)))
        gammel, ny = lest(én), lest(annen)
        if gammel.avtale is None or ny.avtale is None:
            continue
        ett = notat(gammel.avtale, ny.avtale)
        if len(ett.endringer) > 25:  # a part that is another: each of them takes as long as all of a small one
            continue

        def les(data: bytes, fil: str = ny.source.file, files: Any = annen) -> Any:
            return flyt.check(data, fil, files=files).avtale

        setninger = [en for avsnitt in ett.avsnitt for en in avsnitt.hver if en.endringer]
        for en in setninger:
            kan[f"{nummer}: {en.tekst}"] = tilbakefør(gammel, ny, en.endringer, ett.endringer, les) is not None
    assert kan
    assert [tekst for tekst, satt in kan.items() if not satt] == []


def test_what_an_empty_item_and_a_list_that_must_have_something_do_not_stand_in_the_way_of() -> None:
    ny = NY.replace("  - navn: Rus", "  -\n  - navn: Rus").replace("Besøke skolen]", "~, Besøke skolen]")
    gammel = GAMMEL.replace("områder:\n", "områder:\n  -\n")
    byttet = ny.replace('"1859"', '"1860"').replace("Holde foreldremøter, ", "")
    for text, tekst, ventet in (
        (ny, "Satsningsområdet «Rus blant unge»", "    tiltak: [Holde foreldremøter, ~]"),
        (ny, "Satsningsområdet «Trygg skolevei»", "områder:\n  -\n  - Trygg skolevei\n"),
        (byttet, "Ny kommune", 'kommuner: "1859"'),
    ):
        satt = _satt_tilbake(gammel, text, tekst)
        assert satt is not None, tekst
        assert ventet in satt


def _satt_tilbake(gammel: str, ny: str, tekst: str) -> str | None:
    før, nå = flyt.check(gammel, "gammel.yaml"), flyt.check(ny, "avtale.yaml")
    assert før.avtale is not None
    assert nå.avtale is not None
    ett = notat(før.avtale, nå.avtale)
    setning = next(en for avsnitt in ett.avsnitt for en in avsnitt.hver if en.tekst.startswith(tekst))
    edits = tilbakefør(før, nå, setning.endringer, ett.endringer, lambda data: flyt.check(data, "x").avtale)
    return None if edits is None else rediger(ny.encode(), "avtale.yaml", *edits).data.decode()


def test_nothing_is_compared_before_somebody_asks(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    def compared(*_: Any) -> Any:
        raise AssertionError

    monkeypatch.setattr("avtalegen.visning.rediger.endringer.notat", compared)
    edit = {"slag": "sett", "rute": ["politiråd", "møter", "per_år"], "verdi": "5"}
    utgave = side.get("/api/tilstand")["utgave"]
    for prøv in (True, False):
        assert side.post("/api/endre", utgave=utgave, endringer=[edit], hva="Møter", prøv=prøv)["svar"] != "avvist"
    assert json.loads(json.dumps(side.get("/api/tilstand")))["utgave"] != utgave
