"""What the commands say of an agreement in nynorsk: all of it in nynorsk, and in bokmål of one in bokmål."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx.document import Document as WordDocument

from avtalegen.cli.exit_codes import FINDINGS, NOT_RUN
from avtalegen.dokument.bestilling import Papir
from tests import cli_support
from tests.cli_support import Outcome, Run
from tests.hentprove import edited, made
from tests.test_begge_malformer import BOKMÅL
from tests.tilbakeprove import Endre, avsnitt, byttet, etter, sporet

cli = cli_support.cli

AUKRA = """\
format: 1
avtale: {målform: nynorsk, status: vedtatt, dato: 2026-01-15}
parter: {kommuner: "1547", politi: Møre og Romsdal politidistrikt}
periode: {fra: 2026-01-15, til: 2029-12-31}
politiråd:
  medlemmer: {kommune: [ordførar, kommunedirektør], politi: [politikontakt]}
  møter: {per_år: fire, plan: [2026-03-10, 2026-09-15]}
forpliktelser:
  felles: [følgje opp alle vedtak, dele kunnskap]
"""
_IKKE_SAGT = re.compile(r"«[^»]*»|^[-+ @].*$|avtalegen \w+|\S*[/.]\S*", re.MULTILINE)
"""What is not ours: what is quoted, the lines of the file, and names of files."""


@pytest.fixture
def aukra(tmp_path: Path) -> Path:
    (tmp_path / "aukra.yaml").write_text(AUKRA, encoding="utf-8")
    return tmp_path / "aukra.yaml"


def nynorsk(svar: Outcome) -> str:
    """Return what has been said, when none of it is bokmål."""
    sagt = svar.out + svar.err
    assert BOKMÅL.findall(_IKKE_SAGT.sub("", sagt)) == []
    return sagt


def dokument(fil: Path, *endre: Endre, navn: str = "a.docx", **wanted: object) -> str:
    data = made(file=fil, **wanted)
    for en in endre:
        data = edited(data, en)
    (fil.parent / navn).write_bytes(data)
    return str(fil.parent / navn)


def merknad(document: WordDocument) -> None:
    document.add_comment(avsnitt(document, "Kommunedirektør").runs, text="Kven?", author="", initials="")


FORSIDEN = byttet("Status", "Stode")
FEM = byttet("fire", "fem")
EGNE_ORD = byttet("det faste samarbeidsorganet", "den faste møteplassen")


def test_what_is_brought_in_and_what_is_not_is_told_in_nynorsk(cli: Run, aukra: Path) -> None:
    navn = dokument(aukra, FEM, EGNE_ORD, FORSIDEN, etter("Dele kunnskap", "Møtast ofte"), merknad)
    vist = nynorsk(cli("hent", navn, "--inn", str(aukra), "--vis"))
    assert "Endra i dokumentet, og kan førast tilbake:" in vist
    svar = cli("hent", navn, "--inn", str(aukra), "--merknader")
    assert svar.code == FINDINGS
    sagt = nynorsk(svar)
    for ventet in (
        "Endra i dokumentet, og ført tilbake:",
        "no:     [fem]",
        "Endra i dokumentet, og ikkje ført tilbake:",
        "  Framsida\n",
        "Orda er avtalegen sine eigne, og ingen verdi i YAML-fila.",
        "ukjend skriv «Kven?»",
        f"Skreiv {aukra}",
    ):
        assert ventet in sagt
    assert "# Merknad frå ukjend: Kven?" in aukra.read_text(encoding="utf-8")
    assert f"Uendra: {aukra}" in nynorsk(cli("hent", navn, "--inn", str(aukra)))


def test_of_an_agreement_in_bokmål_it_is_told_in_bokmål_after_that(cli: Run, aukra: Path) -> None:
    nynorsk(cli("hent", dokument(aukra, FEM), "--inn", str(aukra)))
    aukra.write_text(AUKRA.replace("nynorsk", "bokmål"), encoding="utf-8")
    svar = cli("hent", dokument(aukra, FEM), "--inn", str(aukra))
    assert "Endret i dokumentet, og ført tilbake:" in svar.out
    assert f"Skrev {aukra}" in svar.out


SIGNERT = "er ein signert avtale. Det som er signert, skal stå slik det vart signert. Ingenting er skrive."


@pytest.mark.parametrize(("status", "sagt"), [("signert", SIGNERT), ("vedtatt", "Feil: Endringane gir ein ny feil: ")])
def test_why_nothing_is_written_is_told_in_nynorsk(cli: Run, aukra: Path, status: str, sagt: str) -> None:
    aukra.with_name("avtalegen.toml").write_text('[alvorlighet]\nVEI417 = "feil"\n', encoding="utf-8")
    aukra.write_text(AUKRA.replace("vedtatt", status), encoding="utf-8")
    svar = cli("hent", dokument(aukra, byttet("fire", "to")), "--inn", str(aukra))
    assert svar.code == FINDINGS
    assert sagt in nynorsk(svar)


def test_two_copies_that_disagree_are_told_of_in_nynorsk(cli: Run, aukra: Path) -> None:
    to = [dokument(aukra, byttet("fire", ny), navn=f"{ny}.docx") for ny in ("fem", "seks")]
    assert "Endra på ulike måtar, og ikkje ført inn:" in nynorsk(cli("hent", *to, "--inn", str(aukra)))


def test_a_document_alone_tells_of_itself_in_its_målform(cli: Run, aukra: Path) -> None:
    navn = dokument(aukra, FEM, sporet("Dele kunnskap", "Dele innsikt"), merknad)
    sagt = nynorsk(cli("hent", navn, "--endringer"))
    assert "Word-dokumentet er endra etter at avtalegen laga det. YAML-fila er slik ho var då." in sagt
    assert "2 spora endringar er rekna som godtatt." in sagt
    ny = aukra.with_name("ny.yaml")
    assert f"Skreiv {ny}" in nynorsk(cli("hent", navn, "-o", str(ny)))
    ny.write_text("x", encoding="utf-8")
    assert "finst frå før og er annleis. Ingenting er skrive." in nynorsk(cli("hent", navn, "-o", str(ny)))


@pytest.mark.parametrize("inn", [True, False])
def test_the_folder_decides_where_no_agreement_can_be_read(cli: Run, aukra: Path, inn: bool) -> None:
    navn = str(aukra.with_name("a.docx"))
    Path(navn).write_bytes(b"tull")
    aukra.write_text("{", encoding="utf-8")
    til = ("--inn", str(aukra)) if inn else ()
    assert BOKMÅL.search(cli("hent", navn, *til).err)
    aukra.with_name("avtalegen.toml").write_text('malform = "nynorsk"\n', encoding="utf-8")
    svar = cli("hent", navn, *til)
    assert svar.code == NOT_RUN
    nynorsk(svar)


def test_the_tasks_of_a_referat_are_told_of_in_nynorsk(cli: Run, aukra: Path) -> None:
    def oppgave(document: WordDocument) -> None:
        (tabell,) = [en for en in document.tables if en.rows[0].cells[0].text == "Oppgåve"]
        tabell.rows[1].cells[0].text = "Lyse opp gangvegen"
        tabell.rows[2].cells[1].text = "ordførar"

    navn = dokument(aukra, oppgave, dokument=Papir.REFERAT)
    sagt = nynorsk(cli("hent", navn, "--oppgaver", "--inn", str(aukra)))
    assert "Nye oppgåver, førte inn:" in sagt
    assert "1 rad seier ikkje kva oppgåva er, og er ikkje med" in sagt
    assert f"Skreiv {aukra}" in sagt


def test_sett_tells_of_what_it_changes_in_nynorsk(cli: Run, aukra: Path) -> None:
    assert "1 fil ville ha vorte endra." in nynorsk(cli("sett", str(aukra), "politiråd.møter.per_år=fem", "--vis"))
    assert f"Endra {aukra}: linje 7." in nynorsk(cli("sett", str(aukra), "politiråd.møter.per_år=fem"))
    assert "Ingenting er endra: det stod slik frå før." in nynorsk(
        cli("sett", str(aukra), "politiråd.møter.per_år=fem")
    )
    feil = cli("sett", str(aukra), "periode.til=2025-01-01")
    assert "Endringa gir ein ny feil i" in nynorsk(feil)
    assert "Ingen filer er endra. Med «--likevel» blir dei endra likevel." in feil.err
    assert "Avtalen arvar ikkje frå noka fil." in nynorsk(cli("sett", str(aukra), "periode.revisjon=årleg", "--felles"))


def test_revider_tells_of_what_it_does_in_nynorsk(cli: Run, aukra: Path) -> None:
    sagt = nynorsk(cli("revider", str(aukra)))
    ny = aukra.with_name("aukra-2030.yaml")
    for ventet in (
        f"Skreiv {ny}. {aukra} er ikkje rørt.",
        "- Avtalen gjeld 1.1.2030–",
        "den førre 15.1.2026–31.12.2029.",
        "- 2 møte i møteplanen er flytta til 2030, til same vekedag i same veke.",
        "Sjå avtalen med «avtalegen vis",
    ):
        assert ventet in sagt
    assert "finst frå før og er ikkje rørt. Vel eit anna namn med «-o»." in nynorsk(cli("revider", str(aukra)))
    assert "kan ikkje lesast" in nynorsk(cli("revider", str(skadet(aukra))))


def test_sammenlign_tells_of_files_in_the_målform_of_the_new_one(cli: Run, aukra: Path) -> None:
    ny, word = aukra.with_name("ny.yaml"), str(aukra.with_name("a.docx"))
    ny.write_text(AUKRA.replace("fire", "fem"), encoding="utf-8")
    til = ("--format", "docx", "-o", word)
    assert f"Skreiv {word}" in nynorsk(cli("sammenlign", str(aukra), str(ny), *til))
    assert f"Uendra: {word}" in nynorsk(cli("sammenlign", str(aukra), str(ny), *til))
    assert "er begge avtalane:" in nynorsk(cli("sammenlign", str(aukra), str(ny), "--kontroller", word))
    annen = nynorsk(cli("sammenlign", str(ny), str(aukra), *til))
    assert "finst frå før og er annleis. Ingenting er skrive. Bruk «--overskriv» for å erstatte ho, eller vel" in annen
    assert "Uendret" in cli("sammenlign", str(aukra), str(ny), *til, "--målform", "bokmål").out
    nynorsk(cli("sammenlign", str(ny), str(skadet(aukra)), "--målform", "nynorsk"))


def skadet(fil: Path) -> Path:
    annen = fil.with_name("skadd.yaml")
    annen.write_text(AUKRA.replace("periode: {", "periode: {{"), encoding="utf-8")
    return annen
