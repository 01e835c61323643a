"""Documents of other versions, in the other målform, the papers; Word's own doings; and more than anybody changes."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from docx.document import Document as WordDocument

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.modell.former import Målform
from avtalegen.regler import Valg
from avtalegen.samling.filer import read_asset
from avtalegen.samling.repository import Repository
from avtalegen.tilbake.inn import Fil, Innfører, Innført
from avtalegen.tilbake.utgave import Komponist
from tests.grundig import grundig, utvalg
from tests.hentprove import EKSEMPLER, FLAKSTAD, edited, made
from tests.tilbakeprove import Endre, av_dokument, avsnitt, byttet, etter, ført

GAMLE = Path(__file__).parent / "gamle_dokumenter"
AV = {
    **dict.fromkeys(("oksnes", "lagret", "med-funn", "moteplan"), "oksnes"),
    **{navn: navn for navn in ("bo", "nynorsk", "signert")},
}
HALLINGDAL, RIK = EKSEMPLER / "hallingdal.yaml", Path(__file__).parent / "data" / "rik.yaml"
I_DAG = Valg(date(2026, 1, 10))


@cache
def rik() -> flyt.Checked:
    return flyt.check(RIK.read_bytes(), str(RIK), I_DAG)


def inn(fil: Path, data: bytes, valg: Valg | None = None) -> Innført:
    innfører = Innfører(Fil(str(fil), fil.read_bytes(), Repository(str(fil))), Komponist(valg=valg))
    return innfører.inn([("a.docx", data)])


@pytest.mark.parametrize("navn", utvalg(AV, 3))
def test_the_words_of_another_version_are_nobodys_changes(navn: str) -> None:
    fil = GAMLE / f"{AV[navn]}.yaml"
    svar = inn(fil, (GAMLE / f"{navn}.docx").read_bytes())
    assert svar.data == fil.read_bytes()
    assert svar.hele
    assert svar.fra[0].svar.rest == ()


@pytest.mark.parametrize("navn", ["endret", "endret-og-lagret"])
def test_a_change_in_a_document_of_another_version_finds_its_value(navn: str) -> None:
    fil = GAMLE / "oksnes.yaml"
    svar = inn(fil, (GAMLE / f"{navn}.docx").read_bytes())
    assert svar.data == fil.read_bytes().replace(b"hva: Felles runder", b"hva: Tre runder")
    assert [sted.nå for sted in svar.fra[0].svar.rest] == ["Partene møtes også når en av dem ber om det."]


def test_the_other_målform() -> None:
    data = made(file=HALLINGDAL, målform=Målform.NYNORSK)
    for endre in (byttet("eitt fast møte", "to faste møte"), byttet("god lokalkunnskap", "svært god lokalkunnskap")):
        data = edited(data, endre)
    svar = inn(HALLINGDAL, data)
    assert svar.endringer.verdier == {
        ("politiråd", "møter", "per_kommune"): "2",
        ("politikontakt", "oppgaver", 0): "Holde seg oppdatert og ha svært god lokalkunnskap",
    }
    assert svar.hele


@pytest.mark.parametrize(
    ("papir", "endre", "ventet"),
    [
        pytest.param(Papir.MØTEPLAN, byttet("8. mai", "8. mai"), None, marks=grundig),
        pytest.param(
            *(Papir.MØTEPLAN, byttet("Russetiden", "Russetida"), ("politiråd", "møter", "plan", 1, "tema")),
            marks=grundig,
        ),
        (Papir.INNKALLING, byttet("Rådhuset i Øyer", "Kulturhuset"), ("politiråd", "møter", "plan", 0, "sted")),
    ],
)
def test_the_papers(papir: Papir, endre: Endre, ventet: tuple[str | int, ...] | None) -> None:
    data = flyt.make(rik(), Bestilling(dokument=papir, år=None), read_asset).data
    assert data is not None
    if ventet is not None:
        data = edited(data, endre)
    svar = inn(RIK, data, I_DAG)
    assert (*svar.endringer.verdier,) == (() if ventet is None else (ventet,))
    assert svar.hele


@pytest.mark.parametrize(
    ("gammel", "ny", "ført_", "listet"),
    [
        ("en oppsatt plan", "en  oppsatt\u00a0plan", 0, 0),
        ("en oppsatt plan", "en opp\u00adsatt plan", 0, 0),
        ("en oppsatt plan", "en «oppsatt» plan", 1, 0),
        ("Politikontakten er:", "Politikontaktene er:", 0, 1),
        ("Bindeleddet til", "bindeleddet til", 0, 0),
    ],
)
def test_what_word_does_on_its_own(gammel: str, ny: str, ført_: int, listet: int) -> None:
    svar = ført(byttet(gammel, ny))
    assert (len(svar.ført), len([sted for sted in svar.rest if sted.slag == "ikke ført"])) == (ført_, listet)


def test_a_full_stop_after_an_item_is_never_lost_in_silence() -> None:
    svar = ført(
        byttet("Viktig for politiets innhenting av informasjon", "Viktig for politiets innhenting av informasjon.")
    )
    assert svar.ført or svar.rest


@grundig
def test_a_document_with_more_in_it_than_anybody_writes_costs_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    laget: list[object] = []
    lag = Komponist.lag

    def telt(self: Komponist, data: object) -> object:
        laget.append(data)
        return lag(self, data)

    monkeypatch.setattr(Komponist, "lag", telt)

    def endre(document: WordDocument) -> None:
        p = avsnitt(document, "Lokalt politi")
        for nr in range(1200):
            p.insert_paragraph_before(f"Nytt punkt {nr}")

    svar = av_dokument(edited(made(), endre))
    assert len(svar.rest) >= 1100
    assert len(laget) < 90


def test_a_new_paragraph_among_own_words() -> None:
    svar = ført(
        etter("SLT er en innarbeidet måte for politiet og kommunene å samarbeide på.", "Den er ny her."), file=FLAKSTAD
    )
    tekst = "SLT er en innarbeidet måte for politiet og kommunene å samarbeide på.\n\nDen er ny her."
    assert svar.endringer.verdier == {("slt", "tekst"): tekst}
    assert not svar.rest
