"""The old agreement in the editor: shown beside the fields, what found no place put in place, and taken away."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from avtalegen import flyt
from avtalegen.lesing import parse, to_data
from avtalegen.lesing.umerket import uten_merking
from avtalegen.modell.former import Målform
from avtalegen.visning.rediger.feltvalg import steder
from avtalegen.visning.rediger.gammel import gammel_i
from tests.cli_support import ROOT
from tests.grundig import grundig, utvalg
from tests.redigeringsside import Side

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


TEKST = """Arkivkode: X40
Saksbehandler: Kari Nes

SAMARBEIDSAVTALE

mellom Flakstad kommune og Nordland politidistrikt

Dette gjør vi sammen

1. Politirådet
Ordføreren leder rådet. Rådet møtes fire ganger i året på rådhuset.

2. Varighet
Avtalen gjelder fra 1. januar 2014 til 31. desember 2017.
"""


def test_an_old_agreement_is_put_in_place_until_nothing_is_left(tmp_path: Path) -> None:
    """The whole way: the document, the draft, each piece placed, kept or not needed, and the last of the comments."""
    side = Gammel(tmp_path, "flakstad.txt", TEKST.encode())
    draft, ventet = side.text, side.data
    først, andre, tredje = side.biter()
    assert side.laget["importert"]["rest"] == 3
    assert side.nå["gammel"]["navn"] == "flakstad.txt"
    assert side.gjør("plasser", tredje, rute=["politiråd", "mandat"])["svar"] == "lagret"
    assert side.gjør("behold", andre, overskrift="Fra den gamle avtalen")["svar"] == "lagret"
    assert side.gjør("trengs-ikke", først)["svar"] == "lagret"
    assert side.biter() == []
    assert [bit["tekst"] for bit in side.biter("trengs_ikke")] == [først["tekst"]]
    ventet["politiråd"]["mandat"] = [tredje["tekst"]]
    ventet["lokale_avsnitt"] = [{"overskrift": "Fra den gamle avtalen", "tekst": andre["tekst"]}]
    assert side.data == ventet
    beside = {tuple(en["rute"]): en for en in side.nå["gammel"]["opphav"] if en["slag"] == "plassert"}
    assert beside["politiråd", "mandat", 0]["sitat"] == tredje["tekst"] == "Dette gjør vi sammen"
    assert beside["politiråd", "mandat", 0]["sted"] == "linje 8"
    placed = side.text
    ferdig = side.side.post("/api/gammel/ferdig")
    assert (ferdig["svar"], ferdig["tilstand"]["gammel"]) == ("lagret", None)
    assert "#" not in side.text
    assert side.data == ventet
    for _ in range(4):
        assert side.side.post("/api/angre")["svar"] == "lagret"
    assert side.text == draft
    for _ in range(3):
        assert side.side.post("/api/gjor-om")["svar"] == "lagret"
    assert side.text == placed
    # What changes no value, is no change of the agreement.
    assert len(side.nå["endringer"]) == 2


@grundig
@pytest.mark.parametrize("navn", sorted(path.name for path in GAMLE.iterdir() if path.suffix != ".json"))
def test_every_old_agreement_can_be_put_in_place(tmp_path: Path, navn: str) -> None:
    side = Gammel(tmp_path, navn)
    draft, alle = side.text, [bit["tekst"] for bit in side.biter()]
    veier: list[tuple[str, dict[str, Any]]] = [
        ("plasser", {"rute": ["politiråd", "mandat"]}),
        ("plasser", {"rute": ["avtale", "tekst"]}),
        ("behold", {"overskrift": "Fra den gamle avtalen"}),
        ("trengs-ikke", {}),
    ]
    for hva, mer in (veier * len(alle))[: len(alle)]:
        assert side.gjør(hva, side.biter()[-1], **mer)["svar"] == "lagret"
    assert side.biter() == []
    for tekst in alle:
        assert uten_merking(tekst) in side.text or tekst in side.text
    checked = flyt.check(side.path.read_bytes(), side.path.name)
    assert not [found for found in checked.diagnostics if found.code.startswith(("SKJ", "YML"))]
    assert side.side.post("/api/gammel/ferdig")["svar"] == "lagret"
    assert "  # " not in side.text
    for _ in range(len(alle) + 1):
        assert side.side.post("/api/angre")["svar"] == "lagret"
    assert side.text == draft


KORT = """# Lest fra gammel.docx med «avtalegen importer». Se over hvert felt.

format: 1
avtale: bokmål
parter:
  kommuner: [Flakstad]  # sikker, linje 1: «Flakstad kommune»
  politi: Nordland politidistrikt
politiråd:
  leder: ordfører  # sikker, linje 2: «Ordføreren leder rådet»
  møter: { per_år: 4, sted: rådhuset }  # trolig, s. 2, linje 3: «fire møter på rådhuset»
lokale_avsnitt:
  - overskrift: Annet
    tekst: Noe

# Ikke plassert. Dette sto i den gamle avtalen, og er ikke med over:
# linje 4: biblioteket, når det er åpent
# linje 5: # *stjerner* og [lenker](x)
# linje 6: 1.1.2030
"""


class Kort(Gammel):
    """The page of a short draft that lies in the folder."""

    def __init__(self, folder: Path, text: str = KORT) -> None:
        self.side = Side(folder, fil=False)
        self.path = folder / "kort.yaml"
        self.path.write_text(text, encoding="utf-8")
        assert self.side.post("/api/apne", fil="kort.yaml") == {"svar": "åpnet"}


def test_a_part_of_a_piece_is_put_and_the_rest_stays(tmp_path: Path) -> None:
    side = Kort(tmp_path)
    bit, sted = side.biter()[0], ["politiråd", "møter", "sted"]
    assert side.gjør("plasser", bit, 0, 11, rute=sted)["melding"].startswith("Det står noe i feltet")
    assert side.text == KORT
    assert side.gjør("plasser", bit, 0, 11, rute=sted, erstatt=True)["svar"] == "lagret"
    assert "sted: biblioteket }  # endret, s. 2, linje 3:" in side.text
    assert [one["tekst"] for one in side.biter()] == [
        "når det er åpent",
        "# *stjerner* og [lenker](x)",
        "1.1.2030",
    ]
    assert side.side.post("/api/angre")["svar"] == "lagret"
    assert side.text == KORT


def test_a_part_that_is_not_needed_leaves_the_rest_and_comes_back(tmp_path: Path) -> None:
    side = Kort(tmp_path)
    assert side.gjør("trengs-ikke", side.biter()[0], 0, 11)["svar"] == "lagret"
    assert [one["tekst"] for one in side.biter("trengs_ikke")] == ["biblioteket"]
    assert side.biter()[0]["tekst"] == "når det er åpent"
    assert side.gjør("ta-tilbake", side.biter("trengs_ikke")[0])["svar"] == "lagret"
    assert side.biter()[-1]["tekst"] == "biblioteket"
    assert "Trengs ikke" not in side.text


@pytest.mark.parametrize("skrevet", ['"FYLL INN: stedet"', "[fyll inn stedet]", "…"])
def test_what_is_to_be_filled_in_is_empty(tmp_path: Path, skrevet: str) -> None:
    side = Kort(tmp_path, KORT.replace("sted: rådhuset", f"sted: {skrevet}"))
    assert side.side.get("/api/gammel/felt?q=m%C3%B8tested")[0]["måte"] == "sett"
    assert side.gjør("plasser", side.biter()[0], 0, 11, rute=["politiråd", "møter", "sted"])["svar"] == "lagret"
    assert side.data["politiråd"]["møter"]["sted"] == "biblioteket"


@pytest.mark.parametrize(
    ("tittel", "tilstand"), [("Kart", "ferdig"), ('"FYLL INN"', "påbegynt"), ("[sett inn tittel]", "påbegynt")]
)
def test_a_part_with_something_to_fill_in_is_begun(tmp_path: Path, tittel: str, tilstand: str) -> None:
    side = Kort(tmp_path, KORT + f"vedlegg:\n  - tittel: {tittel}\n")
    (del_,) = (one for one in side.side.get("/api/tilstand")["deler"] if one["id"] == "vedlegg")
    assert del_["tilstand"] == tilstand


def test_the_page_is_told_what_is_left_to_fill_in(tmp_path: Path) -> None:
    for skrevet, ufylt in (
        ('"FYLL INN: stedet"', {'"FYLL INN: stedet"': "stedet"}),
        ("[fyll inn stedet]", {'["fyll inn stedet"]': "stedet", '"fyll inn stedet"': "stedet"}),
        ("[sted: nå]", {}),
        ("…", {'"…"': ""}),
        ("2026/XX", {'"2026/XX"': "2026/XX"}),
        ("Club XX", {}),
    ):
        side = Kort(tmp_path, KORT.replace("sted: rådhuset", f"sted: {skrevet}"))
        assert side.side.get("/api/tilstand")["ufylte"] == ufylt


def test_text_is_put_last_in_texts_and_lists_and_is_never_markup(tmp_path: Path) -> None:
    side = Kort(tmp_path)
    stjerner = side.biter()[1]
    assert side.gjør("behold", stjerner, overskrift=" Annet ")["svar"] == "lagret"
    ((avsnitt),) = side.data["lokale_avsnitt"]
    assert avsnitt["tekst"].rstrip() == "Noe\n\n\\# \\*stjerner\\* og \\[lenker\\](x)"
    for _ in range(2):
        assert side.gjør("plasser", side.biter()[0], rute=["politiråd", "mandat"])["svar"] == "lagret"
    assert side.data["politiråd"]["mandat"] == ["biblioteket, når det er åpent", "1.1.2030"]
    assert side.biter() == []


def test_a_field_is_found_by_its_name_and_the_likely_ones_come_first(tmp_path: Path) -> None:
    side = Kort(tmp_path)
    første = side.side.get("/api/gammel/felt?q=m%C3%B8tested")[0]
    assert (første["navn"], første["vei"]) == ("Møtested", "Politirådet › Møter")
    assert (første["rute"], første["måte"], første["står"]) == (["politiråd", "møter", "sted"], "erstatt", "rådhuset")
    assert side.side.get("/api/gammel/felt?q=finnesikke") == []
    stjerner, dato = side.biter()[1:]
    likely = side.side.get(f"/api/gammel/felt?bit={dato['id']}")
    assert ["periode", "fra"] in [felt["rute"] for felt in likely[:3]]
    assert ["politiråd", "tekst"] in [felt["rute"] for felt in side.side.get(f"/api/gammel/felt?bit={stjerner['id']}")]
    # As the page of nynorsk says it, and with words that people have for it.
    nynorsk = Kort(tmp_path, KORT.replace("bokmål", "nynorsk"))
    assert nynorsk.side.get("/api/gammel/felt?q=m%C3%B8testad")[0]["rute"] == ["politiråd", "møter", "sted"]
    assert nynorsk.side.get("/api/gammel/felt?q=tlf")[0]["rute"][-1] == "telefon"


def test_every_field_that_can_be_chosen_can_be_written(tmp_path: Path) -> None:
    """What is offered is a way that the file can be written by: what stops it is only what the text says."""
    side = Kort(tmp_path)
    økt = side.side.redigering.økt
    assert økt is not None
    alle = [sted for målform in Målform for sted in steder(økt.nå.checked, målform)]
    assert len(alle) > 500
    bit = side.biter()[0]
    for sted in utvalg(alle, 7):
        svar = side.gjør("plasser", bit, rute=list(sted.rute), erstatt=True)
        assert svar["svar"] == "lagret" or svar["funn"], (sted.rute, svar["melding"])
        if svar["svar"] == "lagret":
            assert side.side.post("/api/angre")["svar"] == "lagret"
        assert side.text == KORT


def test_what_cannot_be_read_as_an_agreement_is_told_of(tmp_path: Path) -> None:
    side = Side(tmp_path, fil=False)
    for navn, data in {
        "x.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "kjøp.txt": b"melk",
        "a.pdf": b"%PDF-1.7 x",
    }.items():
        svar = side.post("/api/fra-dokument", navn=navn, data=b64encode(data).decode())
        assert svar["svar"] == "ikke laget"
        assert len(svar["melding"]) > 30, svar
    assert sorted(path.name for path in tmp_path.iterdir()) == ["avtale.yaml"]


def test_what_an_enemy_wrote_is_kept_as_text_and_turns_nothing_off(tmp_path: Path) -> None:
    side = Side(tmp_path, fil=False)
    sendt = {"navn": "C:\\x\\Avtale\nformat: 2.txt", "data": b64encode(FIENDTLIG.encode()).decode()}
    path = tmp_path / side.post("/api/fra-dokument", **sendt)["fil"]
    assert path.parent == tmp_path
    gammel = gammel_i(path.read_bytes())
    assert gammel is not None
    assert len([bit for bit in gammel["ikke_plassert"] if "<script>" in bit["tekst"]]) == 1
    assert "\n" not in gammel["navn"]
    assert not re.search(r"#\s*avtalegen", path.read_text(encoding="utf-8"))
    assert [found.code for found in parse(path.read_bytes(), "x").diagnostics] == []
