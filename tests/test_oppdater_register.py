"""tools/oppdater_register.py, on a small register."""

import shutil
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from tests.grundig import utvalg
from tests.registerprove import FASIT, Json, Oppdatering, slå_sammen_ålesund_og_haram, som_csv


@pytest.fixture
def oppdatering(tmp_path: Path) -> Oppdatering:
    return Oppdatering(tmp_path)


def test_what_a_source_says_is_written_and_nothing_else_changes(oppdatering: Oppdatering) -> None:
    før = oppdatering.rader()
    svar = oppdatering.kjør_som_program()
    assert svar.returncode == 0, svar.stderr
    assert "Endret: 1\n  - 1508 Ålesund: organisasjonsnummer «» → «920415288»" in svar.stdout
    før["1508"]["organisasjonsnummer"] = "920415288"
    assert oppdatering.rader() == før
    assert 'DATO = "2027-01-01"' in (oppdatering.register / "registerdato.py").read_text(encoding="utf-8")
    assert sorted(fil.name for fil in oppdatering.register.iterdir()) == sorted(
        fil.name for fil in (FASIT / "register").iterdir()
    )


def test_a_remark_on_a_kommune_that_changed_is_shown_for_a_person_to_judge(oppdatering: Oppdatering) -> None:
    svar = oppdatering.kjør()
    assert "1508 Ålesund er endret. Gjelder merknaden fortsatt: «Organisasjonsnummeret må slås opp" in svar.stdout


def test_a_second_run_changes_nothing(oppdatering: Oppdatering) -> None:
    oppdatering.kjør()
    etter_første = oppdatering.rader()
    svar = oppdatering.kjør()
    assert svar.returncode == 0
    assert "Endret: 0" in svar.stdout
    assert oppdatering.rader() == etter_første


def test_a_source_that_is_not_there_is_named_and_its_columns_stay(oppdatering: Oppdatering) -> None:
    oppdatering.behold("sf-20191220-2114.xml")
    (oppdatering.kilder / "notater.txt").write_text("", encoding="utf-8")
    svar = oppdatering.kjør()
    assert svar.returncode == 0
    assert oppdatering.er_urørt()
    assert "kommunenes organisasjonsnummer (enheter-kommuner.json)" in svar.stdout
    assert "politidistrikt (klass109.json eller klass109.csv)" in svar.stdout
    assert "Filer i mappen som ikke er lest: 1\n  - notater.txt" in svar.stdout
    assert "Registerets dato er ikke endret" in svar.stdout


def test_a_name_that_ssb_still_has_is_not_dropped(oppdatering: Oppdatering) -> None:
    svar = oppdatering.kjør()
    assert "0301 Oslo: Kartverket har Oslo, registeret har Oslo - Oslove." in svar.stdout
    assert oppdatering.rader()["0301"]["offisielt_navn"] == "Oslo - Oslove"


def test_a_name_is_not_dropped_on_kartverket_s_word_alone(oppdatering: Oppdatering) -> None:
    oppdatering.behold("kommuneinfo.json")
    svar = oppdatering.kjør()
    assert "0301 Oslo: Kartverket har Oslo, registeret har Oslo - Oslove." in svar.stdout
    assert oppdatering.er_urørt()


def test_a_name_that_both_have_dropped_goes(oppdatering: Oppdatering) -> None:
    oppdatering.endre("klass131.json", lambda j: j["codes"][0].update(name="Oslo"))
    oppdatering.kjør()
    assert oppdatering.rader()["0301"]["offisielt_navn"] == "Oslo"


def test_a_new_official_name_comes_in_with_kartverket_s_order(oppdatering: Oppdatering) -> None:
    def nytt_navn(j: Json) -> None:
        vestland = next(fylke for fylke in j if fylke["fylkesnummer"] == "46")
        vestland["kommuner"][0]["gyldigeNavn"][1] = {
            "navn": "Gjævna",
            "prioritet": 0,
            "sprak": "Southern Sami",
        }

    oppdatering.endre("kommuneinfo.json", nytt_navn)
    oppdatering.kjør()
    assert oppdatering.rader()["4622"]["offisielt_navn"] == "Gjævna - Kvam"


def test_a_name_that_only_ssb_has_is_kept_as_another_name(oppdatering: Oppdatering) -> None:
    oppdatering.endre("klass131.json", lambda j: j["codes"][5].update(name="Kvam - Gjævna"))
    oppdatering.kjør()
    kvam = oppdatering.rader()["4622"]
    assert (kvam["offisielt_navn"], kvam["andre_navn"]) == ("Kvam", "Gjævna")


def test_two_units_with_the_same_name_in_the_same_kommune_are_not_chosen_between(
    oppdatering: Oppdatering,
) -> None:
    def dobbel(j: Json) -> None:
        ålesund = dict(j["_embedded"]["enheter"][1], organisasjonsnummer="929911709")
        j["_embedded"]["enheter"].append(ålesund)

    oppdatering.endre("enheter-kommuner.json", dobbel)
    svar = oppdatering.kjør()
    assert "1508 Ålesund: fant 2 enheter med kommunens navn" in svar.stdout
    assert oppdatering.rader()["1508"]["organisasjonsnummer"] == ""


def test_kommuner_that_share_a_name_are_told_apart_by_their_address(oppdatering: Oppdatering) -> None:
    def bytt(j: Json) -> None:
        herøy = [e for e in j["_embedded"]["enheter"] if e["navn"] == "HERØY KOMMUNE"]
        numre = [e["organisasjonsnummer"] for e in herøy]
        herøy[0]["organisasjonsnummer"], herøy[1]["organisasjonsnummer"] = reversed(numre)

    før = oppdatering.rader()
    oppdatering.endre("enheter-kommuner.json", bytt)
    oppdatering.kjør()
    etter = oppdatering.rader()
    assert etter["1515"]["organisasjonsnummer"] == før["1818"]["organisasjonsnummer"]
    assert etter["1818"]["organisasjonsnummer"] == før["1515"]["organisasjonsnummer"]


def test_a_unit_with_the_known_number_and_another_name_is_left_in_peace(oppdatering: Oppdatering) -> None:
    oppdatering.endre("enheter-kommuner.json", lambda j: j["_embedded"]["enheter"][3].update(navn="SKULEVIK"))
    svar = oppdatering.kjør()
    assert "1580" not in svar.stdout
    assert oppdatering.rader()["1580"]["organisasjonsnummer"] == "829912252"


def test_a_kommune_that_calls_itself_herad_becomes_one(oppdatering: Oppdatering) -> None:
    oppdatering.endre("enheter-kommuner.json", lambda j: j["_embedded"]["enheter"][3].update(navn="HARAM HERAD"))
    oppdatering.kjør()
    assert oppdatering.rader()["1580"]["betegnelse"] == "herad"


def test_ssb_may_give_kommune_and_politidistrikt_in_either_order(oppdatering: Oppdatering) -> None:
    def snu(j: Json) -> None:
        for rad in j["correspondenceItems"]:
            for felt in ("Code", "Name"):
                rad[f"source{felt}"], rad[f"target{felt}"] = rad[f"target{felt}"], rad[f"source{felt}"]

    oppdatering.endre("klass109.json", snu)
    assert "Endret: 1\n" in oppdatering.kjør().stdout


def test_what_no_source_gives_is_kept(oppdatering: Oppdatering) -> None:
    før = oppdatering.rader()
    oppdatering.kjør()
    etter = oppdatering.rader()
    for felt in ("samisk", "opphører", "politistasjonsdistrikter"):
        assert {nummer: rad[felt] for nummer, rad in etter.items()} == {
            nummer: rad[felt] for nummer, rad in før.items()
        }
    assert etter["5622"]["samisk"] == "språkvitaliseringskommune | 2024-01-01 | nordsamisk"
    assert etter["1580"]["opphører"] == "2030-01-01 | Nye Ålesund"


@pytest.mark.parametrize(
    ("fra", "til", "feil"),
    [
        ("språkvitaliseringskommune | 2024", "samisk kommune | 2024", "skal være kategorien, datoen og språket"),
        ("2024-01-01 | nordsamisk", "1.1.2024 | nordsamisk", "skal være kategorien, datoen og språket"),
        ("2030-01-01 | Nye Ålesund", "2030 | Nye Ålesund", "skal være datoen og navnet på den nye kommunen"),
        ("2030-01-01 | Nye Ålesund", "2030-01-01", "skal være datoen og navnet på den nye kommunen"),
    ],
)
def test_what_is_written_by_hand_must_be_readable(oppdatering: Oppdatering, fra: str, til: str, feil: str) -> None:
    fil = oppdatering.register / "kommuner.csv"
    fil.write_text(fil.read_text("utf-8").replace(fra, til), encoding="utf-8")
    svar = oppdatering.kjør()
    assert svar.returncode == 1
    assert feil in svar.stdout


def test_a_merger_moves_the_old_numbers_to_the_new_kommune(oppdatering: Oppdatering) -> None:
    slå_sammen_ålesund_og_haram(oppdatering)
    svar = oppdatering.kjør()
    assert svar.returncode == 0, svar.stdout
    kommuner = oppdatering.rader()
    assert not kommuner.keys() & {"1508", "1580"}
    assert kommuner["1590"] == {
        "kommunenummer": "1590",
        "navn": "Borgund",
        "offisielt_navn": "Borgund",
        "andre_navn": "",
        "betegnelse": "kommune",
        "fylke": "Møre og Romsdal",
        "organisasjonsnummer": "920415288",
        "målform": "nøytral",
        "politidistrikt": "Møre og Romsdal politidistrikt",
        "politistasjonsdistrikter": "",
        "samisk": "",
        "opphører": "",
        "merknad": "",
    }
    tidligere = oppdatering.rader("tidligere_numre.csv")
    assert {nummer: rad["i_dag"] for nummer, rad in tidligere.items()} == {
        "1507": "1590",
        "1508": "1590",
        "1580": "1590",
        "5436": "5622",
    }


def test_a_new_kommune_is_refused_while_a_source_for_it_is_missing(oppdatering: Oppdatering) -> None:
    slå_sammen_ålesund_og_haram(oppdatering)
    (oppdatering.kilder / "sf-20191220-2114.xml").unlink()
    (oppdatering.kilder / "klass109.json").unlink()
    svar = oppdatering.kjør()
    assert svar.returncode == 1
    assert "1590 Borgund: mangler målform, politidistrikt." in svar.stdout
    assert oppdatering.er_urørt()


def test_a_number_that_is_gone_without_a_successor_is_refused(oppdatering: Oppdatering) -> None:
    oppdatering.endre("klass131.json", lambda j: j["codes"].pop(3))
    svar = oppdatering.kjør()
    assert svar.returncode == 1
    assert "1580 Haram er borte fra SSBs liste" in svar.stdout
    assert "Ingenting er skrevet." in svar.stdout
    assert oppdatering.er_urørt()


@pytest.mark.parametrize(
    ("fil", "endring", "feil"),
    [
        (
            "enheter-kommuner.json",
            lambda j: j["_embedded"]["enheter"][1].update(organisasjonsnummer="920415289"),
            "920415289 er ikke et gyldig organisasjonsnummer",
        ),
        (
            "enheter-kommuner.json",
            lambda j: j["_embedded"]["enheter"][1].update(organisasjonsnummer="958935420"),
            "Organisasjonsnummeret 958935420 er brukt 2 ganger.",
        ),
        (
            "klass109.json",
            lambda j: j["correspondenceItems"][0].update(sourceName="Viken politidistrikt"),
            "politidistriktet «Viken politidistrikt» er ukjent",
        ),
        (
            "klass109.json",
            lambda j: j["correspondenceItems"][0].update(sourceName="Vest politidistrikt"),
            "Oslo politidistrikt har ingen kommuner.",
        ),
        (
            "klass131.json",
            lambda j: j["codes"][5].update(name="Kvam - Gjæv;na"),
            "«Gjæv;na» har et tegn som filene ikke kan ha",
        ),
        (
            "kommuneinfo.json",
            lambda j: j[1]["kommuner"][0].update(kommunenavnNorsk="Aalesund"),
            "1508 Aalesund: navnet er ikke blant de offisielle (Ålesund).",
        ),
    ],
)
def test_what_would_break_a_promise_of_the_register_is_refused(
    oppdatering: Oppdatering, fil: str, endring: Callable[[Json], object], feil: str
) -> None:
    oppdatering.endre(fil, endring)
    svar = oppdatering.kjør()
    assert svar.returncode == 1
    assert feil in svar.stdout
    assert "Ingenting er skrevet." in svar.stdout
    assert oppdatering.er_urørt()


@pytest.mark.parametrize(("koding", "skilletegn"), utvalg(product(["utf-8", "utf-8-sig", "iso-8859-1"], [",", ";"]), 2))
def test_ssb_s_csv_says_the_same_as_its_json(oppdatering: Oppdatering, koding: str, skilletegn: str) -> None:
    som_csv(oppdatering, "klass109", "correspondenceItems", koding, skilletegn)
    oppdatering.endre("klass131.json", lambda j: j["codes"].__setitem__(7, {"code": "5622", "name": "Porsanger"}))
    som_csv(oppdatering, "klass131", "codes", koding, skilletegn)
    svar = oppdatering.kjør_som_program()
    assert svar.returncode == 0, svar.stderr
    assert "Endret: 1\n" in svar.stdout


def test_csv_that_has_lost_sámi_letters_is_refused(oppdatering: Oppdatering) -> None:
    som_csv(oppdatering, "klass131", "codes", "iso-8859-1", ";")
    svar = oppdatering.kjør()
    assert svar.returncode == 3
    assert "klass131.csv: Filen har mistet bokstaver («Porsanger - Porsá?gu - Porsanki»)" in svar.stderr
    assert oppdatering.er_urørt()


def test_a_regulation_whose_sums_do_not_come_out_is_refused(oppdatering: Oppdatering) -> None:
    fil = oppdatering.kilder / "sf-20191220-2114.xml"
    tekst = fil.read_text(encoding="utf-8")
    fil.write_text(tekst.replace("<td>1818 Her&#xF8;y</td><td>bokm&#xE5;l", "<td>1818 Her&#xF8;y</td><td>nynorsk"))
    svar = oppdatering.kjør()
    assert svar.returncode == 3
    assert "Nordland fylke: forskriften oppgir 1 bokmål, men tabellen har 0." in svar.stderr
    assert oppdatering.er_urørt()


def test_half_an_answer_from_enhetsregisteret_is_refused(oppdatering: Oppdatering) -> None:
    oppdatering.endre("enheter-kommuner.json", lambda j: j["page"].update(totalElements=357))
    svar = oppdatering.kjør()
    assert svar.returncode == 3
    assert "enheter-kommuner.json: Filen har 9 av 357 enheter." in svar.stderr
    assert oppdatering.er_urørt()


FILENE = ["klass131.json", "endringer.json", "klass109.json", "kommuneinfo.json", "enheter-politi.json"]
INNHOLD = ["", "<html>Feil 503</html>", "{", "[]", '{"codes": [1]}', "[1]", "null"]


@pytest.mark.parametrize(("fil", "innhold"), utvalg(product(FILENE, INNHOLD), 12))
def test_a_download_that_went_wrong_is_a_norwegian_sentence(oppdatering: Oppdatering, fil: str, innhold: str) -> None:
    (oppdatering.kilder / fil).write_text(innhold, encoding="utf-8")
    svar = oppdatering.kjør()
    assert svar.returncode == 3
    assert svar.stderr.startswith(f"{fil}: Filen ") or svar.stderr.startswith(f"{fil}: Ingen kommuner i filen.")
    assert len(svar.stderr.splitlines()) == 1
    assert oppdatering.er_urørt()


def test_when_one_file_cannot_be_written_none_is_replaced(oppdatering: Oppdatering) -> None:
    sperre = oppdatering.register / "politidistrikt.csv.ny"
    sperre.mkdir()
    svar = oppdatering.kjør()
    assert svar.returncode == 3
    assert svar.stderr.startswith("Kunne ikke skrive ")
    sperre.rmdir()
    assert oppdatering.er_urørt()


def test_a_folder_that_does_not_exist_is_a_norwegian_sentence(oppdatering: Oppdatering) -> None:
    shutil.rmtree(oppdatering.kilder)
    svar = oppdatering.kjør()
    assert svar.returncode == 3
    assert svar.stderr.startswith("Kunne ikke lese ")
