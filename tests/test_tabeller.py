"""Whatever is in an agreement, it has rows; nothing in them is made up, and nobody is named who should not be."""

from __future__ import annotations

import json
from datetime import date

import pytest
import yaml

from avtalegen.flyt import check
from avtalegen.lesing.nokler import part_at
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.deler import Rolle
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.modell.tjenestetilbud import Kontakt
from avtalegen.oppfolging.tabeller.felles import Verdi
from avtalegen.oppfolging.tabeller.lesing import rader
from avtalegen.oppfolging.tabeller.skjema import TABELLER, Type, Vern
from avtalegen.oppfolging.tabeller.vern import skjuler
from avtalegen.regler import Valg
from tests.brutte_varianter import fyldig, utvalg
from tests.conftest import EKSEMPLER
from tests.generator import I_DAG, Generert, avtaler
from tests.grundig import antall, grundig, spredt
from tests.i_ett import i_ett

TYPER = {Type.TEKST: str, Type.HELTALL: int, Type.TALL: float, Type.DATO: date, Type.JA_NEI: bool}
Tabeller = dict[str, list[dict[str, Verdi]]]


def tabellene(data: bytes, files: Generert | None = None, *, med_navn: bool = False) -> Tabeller:
    """Return the rows of an agreement by column, each value of the type that the column says."""
    valg = Valg(I_DAG)
    alle = rader(check(data, "a.yaml", valg, files), valg, "a.yaml", med_navn=med_navn).rader
    lest: Tabeller = {}
    for tabell in TABELLER:
        kolonner = tabell.vist(med_navn=med_navn)
        lest[tabell.navn] = [
            dict(zip((k.navn for k in kolonner), rad, strict=True)) for rad in alle.get(tabell.navn, ())
        ]
        for rad in lest[tabell.navn]:
            for kolonne in kolonner:
                verdi = rad[kolonne.navn]
                assert verdi is None or type(verdi) is TYPER[kolonne.type], (tabell.navn, kolonne.navn, verdi)
                assert not isinstance(verdi, str) or verdi == " ".join(verdi.split())
        nøkler = [tuple(rad[navn] for navn in tabell.nøkkel) for rad in lest[tabell.navn]]
        assert len(nøkler) == len(set(nøkler)), tabell.navn
    return lest


def alt(lest: Tabeller) -> str:
    return json.dumps(lest, ensure_ascii=False, default=str)


@pytest.mark.parametrize("start", spredt([0, 40], 1))
def test_nobody_is_named_and_nothing_else_is_lost(start: int) -> None:
    navngitt = 0
    for g in avtaler(start, antall(2, 40)):
        uten, med = tabellene(g.data, g), tabellene(g.data, g, med_navn=True)
        tekst = alt(uten)
        for rute, verdi in g.verdier.items():
            nøkler = tuple(steg for steg in rute if isinstance(steg, str))
            if nøkler[-1] == "navn" and part_at(nøkler[:-1]) in (Rolle, Signatur, Politikontakt, Kontakt):
                for ett in verdi.betydning if isinstance(verdi.betydning, tuple) else (verdi.betydning,):
                    assert str(ett) not in tekst
                    navngitt += 1
        assert "@" not in tekst
        for tabell in TABELLER:
            assert len(uten[tabell.navn]) == len(med[tabell.navn])
            åpne = [k.navn for k in tabell.kolonner if k.vern is Vern.INGEN and k.type is not Type.TEKST]
            assert [[rad[n] for n in åpne] for rad in uten[tabell.navn]] == [
                [rad[n] for n in åpne] for rad in med[tabell.navn]
            ]
    assert navngitt


@grundig
def test_an_agreement_with_something_wrong_has_rows_with_nothing_made_up() -> None:
    hele = [fil.read_bytes() for fil in EKSEMPLER] + [yaml.dump(fyldig(), allow_unicode=True).encode()]
    leste = [rad for data in hele for rad in tabellene(data)["avtaler"]]
    skrevet = {nøkkel: [None, *(rad[nøkkel] for rad in leste)] for nøkkel in ("status", "målform", "fra", "til")}
    for navn, lag in utvalg(antall(50, 1000)):
        data = lag().encode()
        (avtale,) = tabellene(data)["avtaler"]
        assert avtale["lest"] in ("alt", "deler", "ikke"), navn
        # What could not be read, isn't what stands in its place, nor what is meant when nothing is said.
        for nøkkel, kan_være in skrevet.items():
            assert avtale["lest"] == "alt" or avtale[nøkkel] in kan_være, (navn, nøkkel)


@i_ett(
    ("tekst", "vern", "vist"),
    [
        ("Ordfører Kari Nordmann", Vern.ROLLE, "Ordfører [navn]"),
        ("ordfører Per Olav van der Berg", Vern.ROLLE, "ordfører [navn]"),
        ("Jovnna Ánde Sárá og Ŋiila Čáhppe", Vern.ROLLE, "[navn]"),
        ("KARI NORDMANN", Vern.ROLLE, "[navn]"),
        ("Кирилл Петров", Vern.ROLLE, "[navn]"),
        ("Flakstad kommune", Vern.ROLLE, "Flakstad kommune"),
        ("Øvre Romerike politistasjon", Vern.ROLLE, "Øvre Romerike politistasjon"),
        ("Vest-Lofoten Lensmannskontor", Vern.ROLLE, "Vest-Lofoten Lensmannskontor"),
        ("SLT-koordinator i Vestre Toten", Vern.ROLLE, "SLT-koordinator i Vestre Toten"),
        ("Ramberg Rådhus, Stormen Bibliotek", Vern.ROLLE, "Ramberg Rådhus, Stormen Bibliotek"),
        ("hjemme hos Mona Vidde på Ramberg", Vern.ROLLE, "hjemme hos [navn] på Ramberg"),
        ("Mona Vidde i Fauske kulturhus", Vern.ROLLE, "[navn] i Fauske kulturhus"),
        ("Torgeir Nyhus, Kari Kirkeby, Liv Helset", Vern.ROLLE, "[navn], [navn], [navn]"),
        ("Helge Skulestad og Ann Marshall", Vern.ROLLE, "[navn]"),
        ("Gol Skule, Nav Lofoten", Vern.ROLLE, "Gol Skule, Nav Lofoten"),
        ("Møre og Romsdal", Vern.ROLLE, "Møre og Romsdal"),
        ("politiet; kommunen", Vern.ROLLE, "politiet; kommunen"),
        ("Ola Dahls venner, Dahl, Ola og DAHL", Vern.FRITEKST, "[navn] venner, [navn] og DAHL"),
        ("ola dahl", Vern.FRITEKST, "[navn]"),
        ("Dahl skole i Oslo", Vern.INGEN, "Dahl skole i Oslo"),
        ("Ola Dahl skole", Vern.INGEN, "[navn] skole"),
        ("Ring 91 23 45 67 eller 912 34 567.", Vern.FRITEKST, "Ring [telefon] eller [telefon]."),
        ("+47 91234567, 0047 91 23 45 67", Vern.FRITEKST, "[telefon], [telefon]"),
        ("sak 26/12345678, 20.11.2026, 12 000 000 kr", Vern.FRITEKST, "sak 26/12345678, 20.11.2026, 12 000 000 kr"),
        ("skriv til ola.dahl+x@politiet.no, eller <ola@x.no>", Vern.FRITEKST, "skriv til [e-post], eller <[e-post]>"),
        ("Os møter Vakant", Vern.FRITEKST, "Os møter Vakant"),
    ],
)  # fmt: skip
def test_what_is_masked(tekst: str, vern: Vern, vist: str) -> None:
    assert skjuler(["Ola Dahl", "Bo Os", "ikke besatt", "Politikontakten", ""])(tekst, vern) == vist


def test_what_stands_for_a_key_is_not_shown_unless_it_is_one() -> None:
    from avtalegen.oppfolging.tabeller.lesing import skrevet_rute

    rute = ("politiråd", "Kari Nordmann", 0, "dato")
    assert skrevet_rute(rute, alt=False) == "politiråd.?[1].dato"
    assert skrevet_rute(rute) == "politiråd.Kari Nordmann[1].dato"


def test_what_is_left_to_fill_in_is_no_row_and_the_others_keep_their_numbers() -> None:
    data = """\
format: 1
avtale: {status: utkast}
parter: {kommuner: 1859, politi: Nordland}
satsningsområder: [{navn: FYLL INN: hva}, {navn: Trygg skolevei, tiltak: [FYLL INN, {hva: Merke, frist: FYLL INN}]}]
tjenestetilbud: {tjenestesteder: [FYLL INN, {navn: Kontoret på Reine, åpningstider: mandag 9–15}]}
politikontakt: {navn: FYLL INN}
""".replace("FYLL INN: hva", "'FYLL INN: hva'")
    lest = tabellene(data.encode())
    assert [(rad["nr"], rad["tiltak"]) for rad in lest["satsningsområder"]] == [(2, 1)]
    assert [(rad["område_nr"], rad["nr"], rad["frist_tekst"]) for rad in lest["tiltak"]] == [(2, 2, None)]
    assert [rad["nr"] for rad in lest["tjenestesteder"]] == [2]
    assert [rad["sted_nr"] for rad in lest["åpningstider"]] == [2]
    assert [rad["besatt"] for rad in lest["politikontakter"]] == [False]
    assert lest["parter"][0]["politikontakt"] == "ubesatt"


def test_words_for_an_answer_or_a_choice_say_no_more_and_name_nobody() -> None:
    def lest(svar: str) -> Tabeller:
        data = (
            "format: 1\navtale: {status: utkast}\nparter: {kommuner: 1859, politi: Nordland}\n"
            f"periode: {{løpende: {svar}}}\ntaushetsplikt: {{gjelder: {svar}}}\n"
            "politiråd: {rolle: 'drøftende, ring 912 34 567', åpenhet: åpne ved behov}\n"
        )
        return tabellene(data.encode())

    for svar, sagt in (("delvis", None), ("'ja, fra 2027'", True), ("'nei, men det vurderes'", False), ("ja", True)):
        (avtale,) = lest(svar)["avtaler"]
        assert (avtale["løpende"], avtale["taushetsplikt"]) == (sagt, sagt), svar
    (råd,) = lest("ja")["politiråd"]
    assert (råd["rolle"], råd["åpenhet"]) == ("drøftende, ring [telefon]", "åpne ved behov")


def test_hours_that_cannot_be_counted_are_not() -> None:
    def timer(tider: str) -> Verdi:
        data = (
            "format: 1\navtale: {status: utkast}\nparter: {kommuner: 1859, politi: Nordland}\n"
            f"tjenestetilbud: {{tjenestesteder: {{navn: Kontoret, {tider}}}}}\n"
        )
        (sted,) = tabellene(data.encode())["tjenestesteder"]
        return sted["timer"]

    assert timer("åpningstider: mandag–fredag 09.00–14.30") == 27.5
    assert timer("åpningstider: [mandag 9–15, fredag stengt]") == 6
    assert timer("åpningstider: døgnåpent") is None
    assert timer("åpningstider: 9–15") is None
    assert timer("åpningstider: etter avtale") is None
    assert timer("åpningstider: onsdag 9–15 i partallsuker") is None
    assert timer("åpningstider: mandag–fredag 9–15, langåpent: torsdag 9–18") == 33
    assert timer("åpningstider: mandag–fredag 9–15, langåpent: torsdag") == 30
    assert timer("sted: Reine") is None
