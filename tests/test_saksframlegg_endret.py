"""The case about a new edition says what has changed, when the earlier one is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from avtalegen import api
from avtalegen.funn.diagnostic import AvtalegenError
from tests import cli_support
from tests.cli_support import VALID, Run

cli = cli_support.cli
GAMMEL = VALID.replace("utkast", "vedtatt") + "politiråd: {møter: 4}\nsatsningsområder: [Rus, Vold]\n"
NY = VALID + "politiråd: {møter: 6}\nsatsningsområder: [{navn: Rus, tiltak: [Holde kurs]}]\n"
ERSTATTER = "status: utkast\n  erstatter: {tittel: Den forrige, fil: gammel.yaml}"
SAGT = (
    "Avtalen er endret slik fra den forrige:\n",
    "\n- Satsningsområdet «Vold» er tatt ut.\n- Satsningsområdet «Rus» – nytt tiltak: Holde kurs.\n",
    "\nPolitirådet møtes seks ganger i året, mot fire før.\n",
)


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    (tmp_path / "gammel.yaml").write_text(GAMMEL, encoding="utf-8")
    (tmp_path / "ny.yaml").write_text(NY, encoding="utf-8")
    (tmp_path / "kjent.yaml").write_text(NY.replace("status: utkast", ERSTATTER), encoding="utf-8")


def saken(cli: Run, *valg: str) -> str:
    told = cli("lag", *valg, "--dokument", "saksframlegg", "--format", "md", "-o", "-")
    assert told.code == 0, told.err
    return told.out


def test_the_earlier_agreement_is_the_one_asked_for_or_the_one_that_the_agreement_names(cli: Run) -> None:
    uten, kjent, valgt = (
        saken(cli, "ny.yaml"),
        saken(cli, "kjent.yaml"),
        saken(cli, "ny.yaml", "--endret-fra", "gammel.yaml"),
    )
    for setning in SAGT:
        assert setning in kjent
        assert setning in valgt
        assert setning not in uten
    assert "Fyll inn: om kommunen har hatt en slik avtale før" in uten
    assert "Fyll inn: hva som ellers er nytt" not in kjent + valgt
    # How far the agreement has come is no change of what is agreed.
    assert "Status: utkast" not in valgt
    # What is asked for, goes before what is named.
    assert "Avtalen sier det samme som den forrige." in saken(cli, "kjent.yaml", "--endret-fra", "ny.yaml")


def test_the_words_follow_the_målform_of_the_paper(cli: Run) -> None:
    told = saken(cli, "kjent.yaml", "--målform", "nynorsk")
    assert "Avtalen er endra slik frå den førre:" in told
    assert "Satsingsområdet «Vold» står ikkje lenger i avtalen." in told


def test_the_earlier_agreement_may_be_a_document(cli: Run, tmp_path: Path) -> None:
    assert cli("lag", "gammel.yaml").code == 0
    (tmp_path / "gammel.yaml").unlink()
    assert SAGT[0] in saken(cli, "ny.yaml", "--endret-fra", "gammel.docx")
    kjent = NY.replace("status: utkast", ERSTATTER.replace("gammel.yaml", "gammel.docx"))
    (tmp_path / "kjent.yaml").write_text(kjent, encoding="utf-8")
    assert SAGT[0] in saken(cli, "kjent.yaml")


def test_an_earlier_agreement_that_cannot_be_read_is_told_of_where_it_is_named(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "gammel.yaml").unlink()
    told = cli("lag", "kjent.yaml", "--dokument", "saksframlegg")
    assert told.code == 3
    assert "Feil: kjent.yaml:4:41: Kunne ikke lese «gammel.yaml»: filen finnes ikke." in told.err
    # Only that paper needs it.
    assert cli("lag", "kjent.yaml", "--dokument", "evaluering").code == 0
    (tmp_path / "kjent.yaml").write_text(
        NY.replace("status: utkast", ERSTATTER.replace("gammel", "../gammel")), "utf-8"
    )
    told = cli("lag", "kjent.yaml", "--dokument", "saksframlegg")
    assert (told.code, "«../gammel.yaml» ligger utenfor mappen til YAML-filen" in told.err) == (3, True)


def test_it_is_asked_for_of_one_agreement_and_that_paper(cli: Run) -> None:
    told = cli("lag", "ny.yaml", "--endret-fra", "gammel.yaml")
    assert (told.code, "gjelder saksframlegg, ikke avtale" in told.err) == (2, True)
    told = cli("lag", "ny.yaml", "kjent.yaml", "--dokument", "saksframlegg", "--endret-fra", "gammel.yaml")
    assert (told.code, "gjelder én avtale" in told.err) == (2, True)


def test_other_programs_get_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kjent = api.lag("kjent.yaml", "md", dokument="saksframlegg").decode()
    assert all(setning in kjent for setning in SAGT)
    for fra in ("gammel.yaml", GAMMEL.encode()):
        assert SAGT[1] in api.lag("ny.yaml", "md", dokument="saksframlegg", endret_fra=fra).decode()
    with pytest.raises(AvtalegenError, match=r"Kunne ikke lese «borte.yaml»"):
        api.lag("ny.yaml", "md", dokument="saksframlegg", endret_fra="borte.yaml")
