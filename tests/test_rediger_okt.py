"""A sitting in the browser: what is saved, what is refused, and what becomes of what others have saved meanwhile."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from avtalegen.cli._options import Options
from avtalegen.cli._verksted import Verksted
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.lesing.redigering import Endring, Fjern, Sett, SettInn
from avtalegen.samling.filer import Found
from avtalegen.visning.rediger.okt import Nå, Svar, Økt
from tests.cli_support import VALID
from tests.generator import I_DAG

YAML = VALID + (
    "politiråd:\n"
    "  leder: ordfører  # velges hvert fjerde år\n"
    "  møter:\n"
    "    per_år: 2\n"
    "    innkallingsfrist: to uker\n"
    "  mandat:\n"
    "    - Drøfte trygghet\n"
    "    - Følge opp planen\n"
)
PER_ÅR = ("politiråd", "møter", "per_år")


class Rom:
    """A sitting with a file, and what it has told."""

    def __init__(self, folder: Path, text: str = YAML) -> None:
        self.path = folder / "avtale.yaml"
        self.path.write_text(text, encoding="utf-8", newline="")
        self.verksted = Verksted(Found(self.path, str(self.path), Path("avtale.yaml"), True), Options(i_dag=I_DAG))
        self.told: list[Nå] = []
        self.økt = Økt(self.verksted, self.told.append, lambda: datetime(2026, 11, 29, 14, 32))

    @property
    def text(self) -> str:
        return self.path.read_bytes().decode()

    def endre(self, *endringer: Endring, utgave: str | None = None, **hvordan: bool) -> Svar:
        return self.økt.endre(utgave or self.økt.nå.utgave, endringer, "Møter i året", **hvordan)  # type: ignore[arg-type]

    def annen(self, old: str, new: str) -> None:
        """Save the file as another program would."""
        assert old in self.text
        self.path.write_bytes(self.text.replace(old, new).encode())


@pytest.fixture
def rom(tmp_path: Path) -> Rom:
    return Rom(tmp_path)


def test_a_change_is_saved_at_once_and_touches_its_own_line_alone(rom: Rom) -> None:
    before = rom.økt.nå.utgave
    assert rom.endre(Sett(PER_ÅR, "minst fire")).svar == "lagret"
    assert rom.text == YAML.replace("per_år: 2", "per_år: minst fire")
    assert rom.økt.nå.utgave != before
    assert rom.told[-1] == rom.økt.nå


def test_undo_gives_the_same_bytes_and_can_be_undone(rom: Rom) -> None:
    rom.endre(Sett(PER_ÅR, "minst fire"))
    rom.endre(SettInn(("politiråd", "mandat"), 2, "Gi råd"))
    changed = rom.text
    assert [steg.hva for steg in rom.økt.gjort] == ["Møter i året"] * 2
    assert rom.økt.angre().svar == "lagret"
    assert rom.økt.angre().svar == "lagret"
    assert rom.text == YAML
    assert rom.økt.angre().svar == "ingenting"
    assert rom.økt.gjør_om().svar == "lagret"
    assert rom.økt.gjør_om().svar == "lagret"
    assert rom.text == changed


def test_a_new_change_forgets_what_was_undone(rom: Rom) -> None:
    rom.endre(Sett(PER_ÅR, "minst fire"))
    rom.økt.angre()
    rom.endre(Sett(PER_ÅR, "seks"))
    assert not rom.økt.angret


def test_what_cannot_be_read_leaves_the_file_as_it_is(rom: Rom) -> None:
    svar = rom.endre(Sett(("avtale", "status"), "halvferdig"))
    assert svar.svar == "avvist"
    assert "halvferdig" in svar.funn[0].message
    assert rom.text == YAML
    assert not rom.økt.gjort


def test_what_a_rule_objects_to_is_saved(rom: Rom) -> None:
    """People write one field at a time: two that don't fit together for a while must both get in."""
    assert rom.endre(Sett(("periode", "fra"), "2027"), Sett(("periode", "til"), "2026")).svar == "lagret"


def test_to_try_writes_nothing(rom: Rom) -> None:
    svar = rom.endre(Sett(PER_ÅR, "1"), prøv=True)
    assert svar.svar == "prøvd"
    assert rom.text == YAML
    assert rom.endre(Sett(PER_ÅR, "[1]: x"), prøv=True).svar in ("prøvd", "avvist")
    assert rom.text == YAML


def test_what_others_have_changed_elsewhere_is_taken_in(rom: Rom) -> None:
    seen = rom.økt.nå.utgave
    rom.annen("to uker", "tre uker")
    assert rom.endre(Sett(PER_ÅR, "4"), utgave=seen).svar == "lagret"
    assert "tre uker" in rom.text
    assert "per_år: 4" in rom.text


def test_what_others_have_changed_in_the_same_place_is_asked_about(rom: Rom) -> None:
    seen = rom.økt.nå.utgave
    rom.annen("per_år: 2", "per_år: 3")
    svar = rom.endre(Sett(PER_ÅR, "4"), utgave=seen)
    assert svar.svar == "konflikt"
    assert svar.konflikt is not None
    assert (svar.konflikt.lest, svar.konflikt.min, svar.konflikt.filens) == ("2", "4", "3")
    assert "per_år: 3" in rom.text
    assert rom.endre(Sett(PER_ÅR, "4"), utgave=seen, tving=True).svar == "lagret"
    assert "per_år: 4" in rom.text


def test_the_same_change_by_two_is_no_conflict(rom: Rom) -> None:
    seen = rom.økt.nå.utgave
    rom.annen("per_år: 2", "per_år: 4")
    assert rom.endre(Sett(PER_ÅR, "4"), utgave=seen).svar == "ingenting"


@pytest.mark.parametrize("endring", [Sett(("politiråd", "mandat", 1), "Gi råd"), Fjern(("politiråd", "mandat", 1))])
def test_another_item_in_the_same_position_is_a_conflict(rom: Rom, endring: Endring) -> None:
    seen = rom.økt.nå.utgave
    rom.annen("    - Drøfte trygghet\n", "    - Drøfte trygghet\n    - Ta opp rus\n")
    assert rom.endre(endring, utgave=seen).svar == "konflikt"
    assert "Følge opp planen" in rom.text


def test_an_edition_that_nobody_has_had_is_refused(rom: Rom) -> None:
    assert rom.endre(Sett(PER_ÅR, "4"), utgave="0" * 16).svar == "ikke lagret"
    assert rom.text == YAML


def test_undo_keeps_what_others_have_saved_since(rom: Rom) -> None:
    rom.endre(Sett(PER_ÅR, "4"))
    rom.annen("leder: ordfører", "leder: varaordfører")
    assert rom.økt.angre().svar == "lagret"
    assert rom.text == YAML.replace("leder: ordfører", "leder: varaordfører")
    assert rom.økt.gjør_om().svar == "lagret"
    assert "per_år: 4" in rom.text


def test_what_others_have_written_over_cannot_be_undone(rom: Rom) -> None:
    rom.endre(Sett(PER_ÅR, "4"))
    rom.annen("per_år: 4", "per_år: 5")
    svar = rom.økt.angre()
    assert svar.svar == "ikke lagret"
    assert "Møter i året" in svar.melding
    assert "per_år: 5" in rom.text


def test_a_file_that_is_gone_is_not_made_again(rom: Rom) -> None:
    rom.path.unlink()
    svar = rom.endre(Sett(PER_ÅR, "4"))
    assert svar.svar == "ikke lagret"
    assert "borte" in svar.melding
    assert not rom.path.exists()
    assert rom.økt.nå.problem == "borte"
    rom.path.write_text(YAML, encoding="utf-8")
    assert rom.endre(Sett(PER_ÅR, "4")).svar == "lagret"
    assert not rom.økt.nå.problem


def test_a_full_disk_is_told_and_nothing_is_half(rom: Rom, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fil: str, data: bytes, instead_of: bytes) -> None:
        raise AvtalegenError("Kunne ikke skrive «avtale.yaml»: det er ikke plass på disken.")

    monkeypatch.setattr(rom.verksted, "skriv", full)
    svar = rom.endre(Sett(PER_ÅR, "4"))
    assert (svar.svar, svar.melding) == (
        "ikke lagret",
        "Kunne ikke skrive «avtale.yaml»: det er ikke plass på disken. Ordne det, og prøv igjen.",
    )
    assert rom.text == YAML
    assert not rom.økt.gjort


def test_what_cannot_be_parsed_is_told_and_left_alone(rom: Rom) -> None:
    """What was read last is still shown, and all that would write says why it can't."""
    rom.endre(Sett(PER_ÅR, "4"))
    good = rom.økt.nå
    rom.annen("politiråd:\n", "politiråd: [\n")
    broken = rom.text
    now = rom.økt.oppdater()
    assert now == good._replace(problem="uleselig", melding=now.melding)
    line = broken.split("\n").index("politiråd: [") + 1
    assert now.melding.startswith(f"«avtale.yaml» kan ikke leses. Linje {line}: [ blir ikke lukket med ]. Sett inn ]")
    assert rom.told[-1] == now
    found = next(one for one in now.checked.diagnostics if one.route)
    for svar in (
        rom.endre(Sett(PER_ÅR, "5")),
        rom.endre(Sett(PER_ÅR, "5"), prøv=True),
        rom.endre(Sett(PER_ÅR, "5"), tving=True),
        rom.økt.angre(),
        rom.økt.rett(found.code, found.route, "Retting"),
        rom.økt.ignorer(found.code, found.route, "fordi"),
    ):
        assert (svar.svar, svar.melding) == ("ikke lagret", now.melding)
    assert rom.text == broken
    rom.annen("politiråd: [\n", "politiråd:\n")
    assert rom.økt.angre().svar == "lagret"
    assert rom.text == YAML
    assert not rom.økt.nå.problem


def test_the_same_trouble_is_told_once(rom: Rom) -> None:
    rom.path.unlink()
    rom.økt.oppdater()
    told = len(rom.told)
    rom.økt.oppdater()
    assert len(rom.told) == told


@pytest.mark.parametrize("text", ["", "a: [\n", "- 1\n", 'a: "x\nb: 2\n', "<<<<<<< HEAD\na: 1\n"])
def test_a_file_that_is_no_yaml_is_not_opened(tmp_path: Path, text: str) -> None:
    with pytest.raises(AvtalegenError, match=r"«avtale.yaml» kan ikke leses. Linje 1: "):
        Rom(tmp_path, text)


def test_a_finding_is_turned_off_where_it_is_and_with_its_reason(rom: Rom) -> None:
    found = next(one for one in rom.økt.nå.checked.diagnostics if one.code == "VEI417")
    assert rom.økt.ignorer("VEI417", found.route, "vi møtes også\ni beredskapsrådet").svar == "lagret"
    assert "per_år: 2 # avtalegen: ignorer VEI417 – vi møtes også i beredskapsrådet\n" in rom.text
    assert all(one.code != "VEI417" for one in rom.økt.nå.checked.diagnostics)
    assert rom.økt.angre().svar == "lagret"
    assert rom.text == YAML


def test_a_finding_is_not_turned_off_without_a_reason(rom: Rom) -> None:
    assert rom.økt.ignorer("VEI417", PER_ÅR, " ").svar == "avvist"
    assert rom.text == YAML


def test_what_can_safely_be_put_right_is_one_finding_at_a_time(tmp_path: Path) -> None:
    rom = Rom(tmp_path, YAML.replace("leder: ordfører ", "leder: ordførar "))
    fixes = [one for one in rom.økt.nå.checked.diagnostics if one.fix]
    for found in fixes:
        assert rom.økt.rett(found.code, found.route, "Retting").svar == "lagret"
    assert not any(one.fix for one in rom.økt.nå.checked.diagnostics)


FELLES = "parter:\n  politi:\n    telefon: 02800  # hele distriktet\n"


@pytest.fixture
def arving(tmp_path: Path) -> Rom:
    (tmp_path / "felles.yaml").write_text(FELLES, encoding="utf-8")
    text = YAML.replace("  politi: Nordland politidistrikt", "  politi:\n    distrikt: Nordland politidistrikt")
    return Rom(tmp_path, text.replace("format: 1\n", "format: 1\narv: felles.yaml\n"))


TELEFON = ("parter", "politi", "telefon")


def test_what_is_inherited_becomes_the_agreements_own_or_is_changed_for_all(arving: Rom) -> None:
    shared = arving.path.with_name("felles.yaml")
    before, own = shared.read_text(encoding="utf-8"), arving.text
    assert arving.endre(Sett(TELEFON, "77 00 00 00"), felles=True).svar == "lagret"
    assert shared.read_text(encoding="utf-8") == before.replace("02800", "77 00 00 00")
    assert arving.text == own
    assert arving.økt.angre().svar == "lagret"
    assert shared.read_text(encoding="utf-8") == before
    assert arving.endre(Sett(TELEFON, "77 00 00 00")).svar == "lagret"
    assert shared.read_text(encoding="utf-8") == before
    assert "telefon: 77 00 00 00" in arving.text


def test_a_shared_file_that_others_have_changed_is_asked_about(arving: Rom) -> None:
    shared = arving.path.with_name("felles.yaml")
    seen = arving.økt.nå.utgave
    shared.write_text(shared.read_text(encoding="utf-8").replace("02800", "12345678"), encoding="utf-8")
    assert arving.endre(Sett(TELEFON, "77 00 00 00"), utgave=seen, felles=True).svar == "konflikt"
    assert "12345678" in shared.read_text(encoding="utf-8")


def test_what_is_signed_is_locked_but_for_its_being_so(tmp_path: Path) -> None:
    rom = Rom(tmp_path, YAML.replace("status: utkast", "status: signert"))
    before = rom.text
    assert rom.endre(Sett(PER_ÅR, "4")).svar == "ikke lagret"
    assert rom.text == before
    assert rom.endre(Sett(("avtale", "status"), "utkast")).svar == "lagret"
    assert rom.endre(Sett(PER_ÅR, "4")).svar == "lagret"


@pytest.mark.parametrize("status", ["signert", "Signert", "_signert"])
def test_what_others_have_signed_meanwhile_can_neither_be_undone_nor_turned_off(rom: Rom, status: str) -> None:
    rom.endre(Sett(PER_ÅR, "3"))
    rom.annen("status: utkast", f"status: {status}")
    before = rom.text
    assert rom.økt.angre().svar == "ikke lagret"
    for found in rom.økt.nå.checked.diagnostics:
        assert rom.økt.ignorer(found.code, found.route, "grunn").svar in ("ikke lagret", "avvist")
    assert rom.text == before


def test_another_thing_in_the_same_position_is_a_conflict(tmp_path: Path) -> None:
    text = YAML + "signaturer:\n  - for: Flakstad kommune\n    navn: Kari\n    tittel: ordfører\n"
    rom = Rom(tmp_path, text)
    seen = rom.økt.nå.utgave
    rom.annen("navn: Kari\n    tittel: ordfører", "navn: Ola\n    tittel: rådmann")
    assert rom.endre(Sett(("signaturer", 0, "dato"), "1.1.2027"), utgave=seen).svar == "konflikt"
