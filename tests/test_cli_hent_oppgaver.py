"""`avtalegen hent … --oppgaver`: what politirådet agreed on, from one meeting to the next."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from tests import cli_support
from tests.cli_support import VALID, Run

cli = cli_support.cli
MØTER = ("2027-02-10", "2027-05-12", "2027-09-15", "2027-12-01")
AVTALE = f"""{VALID}satsningsområder:
  - navn: Rus
    tiltak: [{{hva: Holde kurs, frist: 1.1.2029, styrke: bør}}]
politiråd: {{møter: {{plan: [{", ".join(MØTER)}]}}}}
"""


def tabell(path: Path) -> tuple[Any, Any]:
    """Return a referat and its table of tasks."""
    document = docx.Document(str(path))
    return document, next(t for t in document.tables if t.cell(0, 1).text.startswith("Ansvarl"))


def skriv(path: Path, *nye: tuple[str, ...], status: dict[str, str] | None = None) -> None:
    """Fill in a referat as somebody does in Word: new tasks in the empty rows, and a status on those that are there."""
    document, table = tabell(path)
    for row in table.rows[1:]:
        if (ny := (status or {}).get(row.cells[0].text)) is not None:
            row.cells[-1].text = ny
    tomme = [row for row in table.rows if not any(cell.text for cell in row.cells)]
    for row, verdier in zip(tomme, nye, strict=False):
        for cell, verdi in zip(row.cells, verdier, strict=False):
            cell.text = verdi
    document.save(str(path))


def rader(path: Path) -> list[str]:
    return [text for row in tabell(path)[1].rows[1:] if (text := row.cells[0].text)]


def oppgaver(tmp_path: Path) -> list[Any]:
    data = yaml.safe_load((tmp_path / "bo.yaml").read_text(encoding="utf-8"))
    return list(data.get("oppgaver", []))


@pytest.fixture(autouse=True)
def bo(tmp_path: Path) -> Path:
    (tmp_path / "bo.yaml").write_text(AVTALE, encoding="utf-8")
    return tmp_path / "bo.yaml"


def referat(cli: Run, tmp_path: Path, møte: int, *valg: str) -> Path:
    told = cli("lag", "bo.yaml", "--dokument", "referat", "--møte", str(møte), "-o", f"referat-{møte}.docx", *valg)
    assert told.code == 0, told.out + told.err
    return tmp_path / f"referat-{møte}.docx"


def test_four_meetings_lose_no_task(cli: Run, tmp_path: Path) -> None:
    """Each meeting gives two tasks and ends one; what is open stands in the next referat, and in no agreement."""
    åpne: list[str] = []
    for møte in range(1, 5):
        path = referat(cli, tmp_path, møte, *(("--målform", "nynorsk") if møte == 3 else ()))
        # The measure of the agreement is the last of them.
        assert rader(path) == [*åpne, "Holde kurs (bør gjøres)" if møte != 3 else "Holde kurs (bør gjerast)"]
        nye = [f"Sak {møte} a: ringe skolen", f"Sak {møte} b"]
        ferdig = {åpne[0]: "Ferdig."} if åpne else {}
        skriv(path, (nye[0], "Kari og Ola", "1. mai 2027"), (nye[1],), status=ferdig)
        told = cli("hent", path.name, "--oppgaver", "--inn", "bo.yaml")
        assert told.code == 0, told.err
        assert told.out.startswith(f"Nye oppgaver, ført inn:\n  {nye[0]}\n  {nye[1]}\n")
        # The same once more changes nothing.
        assert cli("hent", path.name, "--oppgaver", "--inn", "bo.yaml").out == "Uendret: bo.yaml\n"
        åpne = [*åpne[1:], *nye]
        assert cli("valider", "bo.yaml", "--velg", "YML,SKJ").code == 0
    alle = oppgaver(tmp_path)
    assert [en["hva"] for en in alle] == [f"Sak {n} {x}" for n in range(1, 5) for x in ("a: ringe skolen", "b")]
    assert [str(en["fra_møte"]) for en in alle] == [dag for dag in MØTER for _ in range(2)]
    assert [en["hva"] for en in alle if en.get("status") == "Ferdig."] == [
        "Sak 1 a: ringe skolen",
        "Sak 1 b",
        "Sak 2 a: ringe skolen",
    ]
    assert alle[0] | {"fra_møte": ""} == {
        "hva": "Sak 1 a: ringe skolen",
        "ansvarlig": "Kari og Ola",
        "frist": "1. mai 2027",
        "fra_møte": "",
        "status": "Ferdig.",
    }
    assert cli("lag", "bo.yaml", "--dokument", "innkalling", "--møte", "4").code == 0


def test_what_is_in_the_table_is_shown_as_yaml(cli: Run, tmp_path: Path) -> None:
    path = referat(cli, tmp_path, 1)
    skriv(path, ("Ringe: nå", "Kari", "", "på vent"), ("Skrive",))
    told = cli("hent", path.name, "--oppgaver")
    assert (told.code, told.err) == (0, "")
    assert (
        yaml.safe_load(told.out)
        == {
            "oppgaver": [
                {"hva": "Holde kurs (bør gjøres)", "frist": "1. januar 2029", "fra_møte": "2027-02-10"},
                {"hva": "Ringe: nå", "ansvarlig": "Kari", "fra_møte": "2027-02-10", "status": "på vent"},
                {"hva": "Skrive", "fra_møte": "2027-02-10"},
            ]
        }
        or yaml.safe_load(told.out)["oppgaver"][1]["hva"] == "Ringe: nå"
    )


def test_what_is_known_of_a_task_is_changed_where_it_stands(cli: Run, tmp_path: Path, bo: Path) -> None:
    bo.write_text(
        f"{AVTALE}oppgaver:\n"
        "  - Ringe skolen # husk rektor\n"
        "  - {hva: Måle farten, ansvarlig: [politiet, kommunen], frist: 1.4.2027} # ved broen\n",
        encoding="utf-8",
    )
    path = referat(cli, tmp_path, 2)
    skriv(path, status={"Ringe skolen": "Påbegynt", "Måle farten": "utsatt", "Holde kurs (bør gjøres)": "Ferdig"})
    told = cli("hent", path.name, "--oppgaver", "--inn", "bo.yaml", "--vis")
    assert "Endret:\n  Ringe skolen (status: Påbegynt)\n  Måle farten (status: utsatt)\n" in told.out
    assert "  Holde kurs (bør gjøres) (status: Ferdig)\n" in told.out
    assert "Påbegynt" not in bo.read_text(encoding="utf-8")
    assert cli("hent", path.name, "--oppgaver", "--inn", "bo.yaml").code == 0
    text = bo.read_text(encoding="utf-8")
    assert "# husk rektor" in text
    assert "# ved broen" in text
    assert oppgaver(tmp_path) == [
        {"hva": "Ringe skolen", "status": "Påbegynt"},
        {"hva": "Måle farten", "ansvarlig": ["politiet", "kommunen"], "frist": "1.4.2027", "status": "utsatt"},
    ]
    # A cell that is empty says nothing, and neither does a row that is gone.
    skriv(path, status={"Ringe skolen": "", "Måle farten": ""})
    assert cli("hent", path.name, "--oppgaver", "--inn", "bo.yaml").out.endswith("Uendret: bo.yaml\n")


def test_a_row_without_a_task_is_told_of(cli: Run, tmp_path: Path, bo: Path) -> None:
    path = referat(cli, tmp_path, 1)
    skriv(path, ("", "Kari", "i morgen"), ("[Fyll inn: hva]", "[Fyll inn: hvem]"))
    told = cli("hent", path.name, "--oppgaver", "--inn", "bo.yaml")
    assert told.code == 1
    assert "1 rad sier ikke hva oppgaven er, og er ikke med: «Kari | i morgen»" in told.err
    assert bo.read_text(encoding="utf-8") == AVTALE


def test_tasks_go_into_a_signed_agreement_too_and_its_document_holds(cli: Run, tmp_path: Path, bo: Path) -> None:
    path = referat(cli, tmp_path, 1)
    signert = AVTALE.replace("status: utkast", "status: signert\n  dato: 1.12.2026") + (
        "periode: 2027–2030\nsignaturer:\n"
        "  - {tittel: ordfører, navn: Kari, for: Flakstad kommune, part: kommunen, dato: 1.12.2026}\n"
        "  - {tittel: lensmann, navn: Ola, for: Nordland politidistrikt, part: politiet, dato: 1.12.2026}\n"
    )
    bo.write_text(signert, encoding="utf-8")
    assert cli("lag", "bo.yaml", "--i-dag", "2027-03-01").code == 0
    skriv(path, ("Ringe skolen", "Kari"))
    assert cli("hent", path.name, "--oppgaver", "--inn", "bo.yaml").code == 0
    assert [en["hva"] for en in oppgaver(tmp_path)] == ["Ringe skolen"]
    assert cli("lag", "bo.yaml", "--sjekk", "--i-dag", "2027-03-01").code == 0


@pytest.mark.parametrize(
    ("data", "sagt"),
    [
        (b"ikke Word", "Filen er ikke et Word-dokument som kan leses."),
        (b"PK\x03\x04ikke Word", "Filen er ikke et Word-dokument som kan leses."),
    ],
)
def test_a_file_that_is_no_referat_is_told_of(cli: Run, tmp_path: Path, data: bytes, sagt: str) -> None:
    (tmp_path / "referat.docx").write_bytes(data)
    told = cli("hent", "referat.docx", "--oppgaver")
    assert (told.code, told.out, told.err) == (3, "", f"Feil: referat.docx: {sagt}\n")
    assert cli("lag", "bo.yaml").code == 0
    told = cli("hent", "bo.docx", "--oppgaver", "--inn", "bo.yaml")
    assert (told.code, "har ingen tabell med oppgaver" in told.err) == (3, True)


def test_inherited_tasks_and_other_options_are_refused(cli: Run, tmp_path: Path, bo: Path) -> None:
    path = referat(cli, tmp_path, 1)
    skriv(path, ("Ringe skolen",))
    (tmp_path / "felles.yaml").write_text("oppgaver: [Måle farten]\n", encoding="utf-8")
    bo.write_text(f"{AVTALE}arv: felles.yaml\n", encoding="utf-8")
    told = cli("hent", path.name, "--oppgaver", "--inn", "bo.yaml")
    assert (told.code, "er arvet fra «felles.yaml»" in told.err) == (3, True)
    for valg in (("-o", "x.yaml"), ("--endringer",), ("--merknader", "--inn", "bo.yaml"), ("--vis",), ("--likevel",)):
        assert cli("hent", path.name, "--oppgaver", *valg).code == 2, valg


def test_status_shows_the_open_tasks_and_counts_those_that_are_late(cli: Run, bo: Path) -> None:
    bo.write_text(
        f"{AVTALE}oppgaver:\n"
        "  - {hva: Måle farten, ansvarlig: [politiet, kommunen], frist: 1.4.2027}\n"
        "  - Ringe skolen\n"
        "  - {hva: Skrive plan, frist: 1.3.2027, status: ferdig}\n",
        encoding="utf-8",
    )
    told = cli("status", "--i-dag", "2027-04-02").out
    assert "Åpne oppgaver:        Måle farten (frist: 1.4.2027, ansvarlig: politiet og kommunen)\n" in told
    assert "Åpne oppgaver:        Ringe skolen\n" in told
    assert "1 oppgave over fristen" in told
    assert "Skrive plan" not in told
    (rad,) = json.loads(cli("status", "--i-dag", "2027-04-01", "--format", "json").out)["avtaler"]
    assert [en["hva"] for en in rad["oppgaver"]] == ["Måle farten", "Ringe skolen"]
    assert {"hva": "oppgave", "dag": "2027-04-01", "forfalt": False} in rad["gjøremål"]
    assert "Opne oppgåver" in cli("status", "--format", "html", "--målform", "nynorsk").out
    assert cli("status", "--streng", "--i-dag", "2027-04-02").code == 1
