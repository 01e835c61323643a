"""`valider` over several agreements: what they have wrong together, told at the file and line that it is about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import cli_support
from tests.cli_support import VALID, Run, codes

cli = cli_support.cli

TELEFON = """\
format: 1
avtale: {{status: utkast}}
parter: {{kommuner: "{nummer}", politi: Nordland politidistrikt}}
tjenestetilbud:
  tjenestesteder:
    - navn: Svolvær politistasjon
      telefon: {telefon}
"""
OSLO = "format: 1\navtale: {{status: utkast}}\nparter: {{kommuner: [{numre}], politi: Oslo politidistrikt}}\n"


def write(path: Path, text: str, **values: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.format(**values) if values else text, encoding="utf-8")


@pytest.fixture
def motstrid(tmp_path: Path) -> Path:
    """Two agreements that give different telephone numbers for the same unit."""
    write(tmp_path / "a.yaml", TELEFON, nummer="1859", telefon="02800")
    write(tmp_path / "b.yaml", TELEFON, nummer="1860", telefon="76 06 00 00")
    return tmp_path


def test_what_two_agreements_disagree_on_is_shown_with_its_line_and_the_other_place(cli: Run, motstrid: Path) -> None:
    code, out, err, _ = cli("valider", "--velg", "REP")
    assert (code, err) == (0, "")
    (place,) = [line for line in out.splitlines() if "advarsel[REP102]" in line]
    shown, other = ("a", "b") if place.startswith("a.yaml:7:16: ") else ("b", "a")
    assert place.startswith(f"{shown}.yaml:7:16: ")
    assert "\n7 |       telefon: " in out
    assert f"Se også: {other}.yaml:7:16: " in out
    assert out.endswith("\n1 advarsel i 2 avtaler.\n")
    assert cli("valider", "--velg", "REP", "--streng").code == 1


def test_one_agreement_alone_disagrees_with_nobody(cli: Run, motstrid: Path) -> None:
    for file in ("a.yaml", "b.yaml"):
        assert cli("valider", "--velg", "REP", file).out == "Ingen funn i 1 avtale.\n"


def test_standard_input_is_one_of_the_agreements(cli: Run, motstrid: Path) -> None:
    text = (motstrid / "b.yaml").read_bytes()
    (motstrid / "b.yaml").unlink()
    out = cli("valider", "--velg", "REP", "a.yaml", "-", data=text).out
    assert "REP102" in out
    assert "\n7 |       telefon: " in out


def test_a_comment_at_the_place_or_the_settings_turn_it_off(cli: Run, motstrid: Path) -> None:
    for name in ("a", "b"):
        file = motstrid / f"{name}.yaml"
        file.write_text(file.read_text("utf-8").rstrip() + " # avtalegen: ignorer REP102 – flytter\n", "utf-8")
    assert cli("valider", "--velg", "REP,META").out == "Ingen funn i 2 avtaler.\n"
    (run,) = json.loads(cli("valider", "--format", "sarif", "--velg", "REP").out)["runs"]
    assert [result["suppressions"][0]["justification"] for result in run["results"]] == ["flytter"]
    for name in ("a", "b"):
        file = motstrid / f"{name}.yaml"
        file.write_text(file.read_text("utf-8").partition(" #")[0] + "\n", "utf-8")
    write(motstrid / "avtalegen.toml", '[alvorlighet]\nREP = "råd"\n')
    assert codes(cli("valider", "--kort", "--streng").out).count("REP102") == 1
    assert "råd[REP102]" in cli("valider", "--kort").out
    write(motstrid / "avtalegen.toml", 'ignorer = ["REP102"]\n')
    assert "REP102" not in codes(cli("valider", "--kort").out)


def test_collections_with_settings_of_their_own_are_not_mixed(cli: Run, tmp_path: Path) -> None:
    for name, nummer, telefon in (("a", "1859", "02800"), ("b", "1860", "76 06 00 00")):
        write(tmp_path / name / "avtale.yaml", TELEFON, nummer=nummer, telefon=telefon)
    assert "REP102" in codes(cli("valider", "--kort").out)
    write(tmp_path / "b" / "avtalegen.toml", "# en egen samling\n")
    assert "REP102" not in codes(cli("valider", "--kort").out)


@pytest.fixture
def oslo(tmp_path: Path) -> Path:
    """A collection that says that it covers a district of three kommuner, and has an agreement for one of them."""
    write(tmp_path / "avtalegen.toml", '# vår samling\ndistrikt = "Oslo"\n')
    write(tmp_path / "avtaler" / "a.yaml", OSLO, numre='"0301"')
    return tmp_path


def test_kommuner_without_an_agreement_are_told_where_the_settings_say_what_is_covered(cli: Run, oslo: Path) -> None:
    out = cli("valider", "--velg", "REP").out
    assert out.startswith("avtalegen.toml:2:12: råd[REP104] 2 kommuner i Oslo politidistrikt har ingen avtale her:")
    assert '\n2 | distrikt = "Oslo"\n' in out
    assert out.endswith("\n1 råd i 1 avtale.\n")
    write(oslo / "avtaler" / "b.yaml", OSLO, numre='"3201", "3203"')
    assert cli("valider", "--velg", "REP").out == "Ingen funn i 2 avtaler.\n"
    write(oslo / "avtaler" / "b.yaml", OSLO, numre='"3201"')
    write(oslo / "avtalegen.toml", 'distrikt = "Oslo"\nignorer = ["REP104"]\n')
    assert "REP104" not in codes(cli("valider", "--kort").out)


def test_nobody_is_said_to_lack_an_agreement_when_not_all_were_looked_at(
    cli: Run, oslo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(oslo / "avtaler" / "b.yaml", OSLO, numre='"3201"')
    assert "REP104" in codes(cli("valider", "--kort").out)
    assert "REP104" in codes(cli("valider", "--kort", str(oslo)).out)
    assert "REP104" not in codes(cli("valider", "--kort", "avtaler").out)
    assert "REP104" not in codes(cli("valider", "--kort", str(Path("avtaler/a.yaml"))).out)
    assert "REP104" not in codes(cli("valider", "--kort", ".", "borte.yaml").out)
    write(oslo / "avtaler" / "c.yaml", OSLO + "tull: 1\n", numre='"3203"')
    assert "REP104" not in codes(cli("valider", "--kort").out)
    monkeypatch.chdir(oslo / "avtaler")
    assert "REP104" not in codes(cli("valider", "--kort").out)


def test_memory_holds_summaries_and_not_agreements(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # By type: to ask a thing of another library what it is an instance of, may load modules that are not there.
    import gc

    from avtalegen.modell.avtale import Avtale
    from avtalegen.modell.former import Målform
    from avtalegen.regler import rep
    from avtalegen.regler.rep.samling import Samling

    most = 0
    run = rep.kjør

    def counting(samling: Samling, målform: Målform | None) -> object:
        nonlocal most
        gc.collect()
        most = sum(type(thing) is Avtale for thing in gc.get_objects())
        return run(samling, målform)

    monkeypatch.setattr(rep, "kjør", counting)
    for number in range(10):
        write(tmp_path / f"{number}.yaml", TELEFON, nummer="1859", telefon="02800")
    gc.freeze()  # what others have left is not looked at: it is a million things
    assert cli("valider", "--velg", "REP102").code == 0
    assert most <= 2


@pytest.mark.parametrize(
    ("felles", "eget", "kolliderer"),
    [
        ("", ("", ""), False),
        (", sted: Leknes rådhus", ("", ""), False),
        ("", ("politiråd: {møter: {sted: Ramberg}}\n", "politiråd: {møter: {sted: Leknes}}\n"), True),
        ("", ("", "politiråd: {møter: {sted: Leknes}}\n"), True),
    ],
)
def test_a_meeting_that_several_inherit_is_one_unless_it_is_held_in_several_places(
    cli: Run, tmp_path: Path, felles: str, eget: tuple[str, str], kolliderer: bool
) -> None:
    (tmp_path / "felles.yaml").write_text(
        "politikontakt: Kari Nordmann\n"
        f"politiråd: {{møter: {{plan: [{{dato: 9.12.2026, klokkeslett: 09.00, slutt: 10.00{felles}}}]}}}}\n",
        encoding="utf-8",
    )
    for nummer, mer in zip(("1859", "1860"), eget, strict=True):
        (tmp_path / f"{nummer}.yaml").write_text(
            VALID.replace("1859", nummer) + f"arv: felles.yaml\n{mer}", encoding="utf-8"
        )
    told = cli("valider", "--velg", "REP106", "--i-dag", "2026-11-20", "--kort").out
    assert ("REP106" in told) == kolliderer, told
