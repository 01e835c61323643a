"""`avtalegen sammenlign`: where the two may come from, what is written where, and what is said when it can't be."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from avtalegen.modell.avtale import Avtale
from avtalegen.utgaver.endringer.formater import FORMATER
from tests import cli_support
from tests.cli_support import VALID, Run
from tests.grundig import spredt

cli = cli_support.cli
NY = VALID.replace("utkast", "vedtatt") + "politiråd: {møter: 4}\n"
med_sporing = pytest.mark.skipif(find_spec("avtalegen.utgaver.sporing") is None, reason="sporingen er ikke med")


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    (tmp_path / "gammel.yaml").write_text(VALID, encoding="utf-8")
    (tmp_path / "ny.yaml").write_text(NY, encoding="utf-8")


def git(*arguments: str, cwd: Path) -> None:
    own = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *own, *arguments], cwd=cwd, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose agreement inherits, and has changed since it was committed, as what it inherits has."""
    (tmp_path / "avtaler").mkdir()
    (tmp_path / "felles").mkdir()
    (tmp_path / "felles" / "alle.yaml").write_text("politiråd: {møter: 4}\n", encoding="utf-8")
    (tmp_path / "avtaler" / "bo.yaml").write_text(f"{VALID}arv: ../felles/alle.yaml\n", encoding="utf-8")
    git("init", "-q", cwd=tmp_path)
    git("add", "-A", cwd=tmp_path)
    git("commit", "-qm", "første", cwd=tmp_path)
    git("tag", "v1", cwd=tmp_path)
    (tmp_path / "felles" / "alle.yaml").write_text("politiråd: {møter: 6}\n", encoding="utf-8")
    return tmp_path


def test_two_files_are_compared(cli: Run) -> None:
    told = cli("sammenlign", "gammel.yaml", "ny.yaml")
    assert told.code == 0
    assert "\nOm avtalen\n- Status: vedtatt. Før: utkast.\n" in told.out
    assert "- Nytt i avtalen: politirådet.\n  - Møter – møter i året: fire.\n" in told.out
    assert cli("sammenlign", "ny.yaml", "ny.yaml").out.endswith("\nIngen endringer.\n")
    assert cli("sammenlign", "gammel.yaml", "-", data=NY.encode()).out == told.out


def test_the_words_are_those_of_the_målform_that_is_asked_for(cli: Run) -> None:
    assert "Møte – møte i året: fire" in cli("sammenlign", "gammel.yaml", "ny.yaml", "--målform", "nynorsk").out


def test_the_list_has_every_change_by_its_way(cli: Run) -> None:
    told = json.loads(cli("sammenlign", "gammel.yaml", "ny.yaml", "--format", "json").out)
    assert {k: told[k] for k in ("versjon", "gammel", "ny")} == {"versjon": 1, "gammel": "gammel.yaml", "ny": "ny.yaml"}
    assert [(en["slag"], en["gammel_sti"], en["sti"]) for en in told["endringer"]] == [
        ("endret", "avtale.status", "avtale.status"),
        ("lagt til", None, "politiråd"),
    ]
    assert told["endringer"][1]["etter"] == {"møter": {"per_år": 4}}
    assert told["endringer"][0]["tekst"] == "Status: vedtatt. Før: utkast."


def test_a_document_is_read_by_the_agreement_in_it(cli: Run, tmp_path: Path) -> None:
    assert cli("lag", "gammel.yaml", "--format", "docx,html").code == 0
    (tmp_path / "gammel.yaml").unlink()
    for document in ("gammel.docx", "gammel.html"):
        told = cli("sammenlign", document, "ny.yaml", "--format", "json")
        assert [en["slag"] for en in json.loads(told.out)["endringer"]] == ["endret", "lagt til"], document
    assert cli("lag", "ny.yaml", "--uten-kilde").code == 0
    told = cli("sammenlign", "gammel.html", "ny.docx")
    assert (told.code, told.out) == (3, "")
    assert re.match(r"Feil: ny\.docx: Word-dokumentet har ikke YAML-filen i seg\.", told.err)


def test_a_file_of_a_revision_has_what_it_inherited_then(cli: Run, repository: Path) -> None:
    told = cli("sammenlign", "v1:avtaler/bo.yaml", "avtaler/bo.yaml")
    assert "- Politirådet møtes seks ganger i året, mot fire før.\n" in told.out
    assert cli("sammenlign", "HEAD:avtaler/bo.yaml", "v1:./avtaler/bo.yaml").out.endswith("\nIngen endringer.\n")


def test_a_revision_is_seen_from_the_folder_one_stands_in(
    cli: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "avtaler")
    # A hook of another repository may have left its name.
    monkeypatch.setenv("GIT_DIR", str(repository / "finnes-ikke"))
    assert "mot fire før" in cli("sammenlign", "HEAD:bo.yaml", "bo.yaml").out
    assert "mot fire før" in cli("sammenlign", f"HEAD:{repository / 'avtaler' / 'bo.yaml'}", "bo.yaml").out


@pytest.mark.parametrize(
    ("gammel", "sagt"),
    spredt(
        [
            ("v2:avtaler/bo.yaml", "Git kjenner ingen revisjon «v2». Oppgi en commit, en gren eller et merke"),
            ("v1:avtaler/bodø.yaml", "«avtaler/bodø.yaml» finnes ikke i revisjonen «v1»."),
            ("v1:borte/borte/bo.yaml", "«borte/borte/bo.yaml» finnes ikke i revisjonen «v1»."),
            ("v1:avtaler", "«avtaler» er en mappe i revisjonen «v1»."),
            ("v1:../utenfor.yaml", "Mappen «"),
            ("--upload-pack=x:avtaler/bo.yaml", "kan ikke være en revisjon i git."),
            ("finnes-ikke.yaml", "Kunne ikke lese «finnes-ikke.yaml»: filen finnes ikke."),
            ("avtaler", "«avtaler» er en mappe."),
        ],
        4,
    ),
)
def test_what_cannot_be_read_is_told_in_one_line(cli: Run, repository: Path, gammel: str, sagt: str) -> None:
    told = cli("sammenlign", "--", gammel, "avtaler/bo.yaml")
    assert (told.code, told.out) == (3, "")
    assert sagt in told.err
    assert told.err.count("\n") == 1


def test_a_file_that_has_got_another_name_since_is_told_of(cli: Run, repository: Path) -> None:
    for fra, til in (("bo.yaml", "bodø æ.yaml"), ("bodø æ.yaml", "bodø.yaml")):
        git("mv", f"avtaler/{fra}", f"avtaler/{til}", cwd=repository)
        git("commit", "-qm", til, cwd=repository)
    told = cli("sammenlign", "v1:avtaler/bodø.yaml", "avtaler/bodø.yaml")
    assert told.err == "Feil: «avtaler/bodø.yaml» finnes ikke i revisjonen «v1». Filen het «avtaler/bo.yaml» der.\n"
    told = cli("sammenlign", "HEAD~1:avtaler/bodø.yaml", "avtaler/bodø.yaml")
    assert "Filen het «avtaler/bodø æ.yaml» der." in told.err
    assert "mot fire før" in cli("sammenlign", "v1:avtaler/bo.yaml", "avtaler/bodø.yaml").out


def test_what_to_do_about_a_revision_that_is_not_here_is_told(
    cli: Run, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grunn = tmp_path / "grunn æ"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth", "1", repository.as_uri(), str(grunn)], check=True, capture_output=True
    )
    monkeypatch.chdir(grunn)
    told = cli("sammenlign", "HEAD~1:avtaler/bo.yaml", "avtaler/bo.yaml")
    assert (told.code, told.err.split("». ", 1)[1]) == (
        3,
        "Bare de siste er hentet hit. «git fetch --unshallow» henter resten.\n",
    )
    tom = tmp_path / "tom"
    subprocess.run(["git", "init", "--quiet", str(tom)], check=True)
    monkeypatch.chdir(tom)
    told = cli("sammenlign", "HEAD:bo.yaml", "HEAD:bo.yaml")
    assert (told.code, told.err.split("». ", 1)[1]) == (3, "Ingenting er lagret i git her ennå.\n")


def test_a_revision_needs_a_repository_and_git(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = cli("sammenlign", "HEAD:gammel.yaml", "ny.yaml")
    assert (told.code, "ligger ikke i et git-repository" in told.err) == (3, True)
    monkeypatch.setenv("PATH", str(tmp_path))
    told = cli("sammenlign", "HEAD:gammel.yaml", "ny.yaml")
    assert (told.code, "Git finnes ikke på denne maskinen" in told.err) == (3, True)


def test_a_revision_fetches_nothing_outside_its_repository(cli: Run, repository: Path) -> None:
    for arv in ("../../utenfor.yaml", "/etc/passwd", "../felles/alle.txt"):
        (repository / "avtaler" / "bo.yaml").write_text(f"{VALID}arv: {arv}\n", encoding="utf-8")
        git("commit", "-qam", "arver", cwd=repository)
        told = cli("sammenlign", "HEAD:avtaler/bo.yaml", "ny.yaml")
        assert told.code == 3
        assert "HEAD:avtaler/bo.yaml:7:6: " in told.err


def test_an_agreement_with_errors_is_told_of_where_it_is(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "gammel.yaml").write_text(VALID + "periode: 31.2.2026\ntull: kanskje\n", encoding="utf-8")
    told = cli("sammenlign", "gammel.yaml", "ny.yaml")
    assert (told.code, told.err.count("\n")) == (3, 1)
    assert told.err.startswith("Feil: gammel.yaml:7:10: ")
    assert told.err.endswith("(og 1 til) «avtalegen valider» viser alt.\n")


@pytest.mark.parametrize("format", FORMATER)
def test_a_file_is_written_and_never_over_another(cli: Run, tmp_path: Path, format: str) -> None:
    def kjør(*mer: str) -> tuple[int, str]:
        told = cli("sammenlign", "gammel.yaml", "ny.yaml", "--format", format, "-o", "ut", *mer)
        return told.code, told.out + told.err

    assert kjør() == (0, "Skrev ut\n")
    assert kjør() == (0, "Uendret: ut\n")
    skrevet = (tmp_path / "ut").read_bytes()
    (tmp_path / "ut").write_bytes(b"mitt eget")
    code, told = kjør()
    assert (code, "finnes fra før og er annerledes" in told) == (1, True)
    assert (tmp_path / "ut").read_bytes() == b"mitt eget"
    assert kjør("--overskriv") == (0, "Skrev ut\n")
    assert (tmp_path / "ut").read_bytes() == skrevet


@pytest.mark.parametrize(
    "valg",
    [
        ("-", "-"),
        ("gammel.yaml", "ny.yaml", "--forfatter", "Kari"),
        ("gammel.yaml", "ny.yaml", "--dato", "1.1.2026", "--format", "html"),
        ("gammel.yaml", "ny.yaml", "--bevis", "bevis.json"),
        ("gammel.yaml", "ny.yaml", "--format", "docx", "--bevis", "bevis.json", "--kontroller", "ut.docx"),
        ("gammel.yaml", "ny.yaml", "--kontroller", "ut.docx", "-o", "ut.docx"),
        ("gammel.yaml", "ny.yaml", "--format", "docx", "-o", "-", "--bevis", "-"),
        ("gammel.yaml", "ny.yaml", "--format", "docx", "-o", "ut.docx", "--dato", "31.2.2026"),
    ],
)
def test_options_that_have_no_meaning_together_are_refused(cli: Run, valg: tuple[str, ...]) -> None:
    told = cli("sammenlign", *valg)
    assert (told.code, told.out) == (2, "")


@med_sporing
def test_the_new_agreement_is_written_with_tracked_changes_and_checked(cli: Run, tmp_path: Path) -> None:
    word = ("sammenlign", "gammel.yaml", "ny.yaml", "--format", "docx", "-o", "ut.docx", "--bevis", "bevis.json")
    told = cli(*word, "--forfatter", "Kari", "--dato", "1.2.2026")
    assert (told.code, told.out) == (0, "Skrev ut.docx\nSkrev bevis.json\n")
    bevis = json.loads((tmp_path / "bevis.json").read_text(encoding="utf-8"))
    assert bevis["alt_avvist_er_den_gamle"] is bevis["alt_godtatt_er_den_nye"] is True
    assert cli("sammenlign", "gammel.yaml", "ny.yaml", "--kontroller", "ut.docx").code == 0
    told = cli("sammenlign", "gammel.yaml", "gammel.yaml", "--kontroller", "ut.docx")
    assert (told.code, told.err.startswith("Feil: ny")) == (1, True)


@med_sporing
def test_tracked_changes_go_to_another_program(cli: Run) -> None:
    told = cli("sammenlign", "gammel.yaml", "ny.yaml", "--format", "docx")
    assert (told.code, told.raw[:2], told.err) == (0, b"PK", "")


def test_what_is_in_the_list_is_read_as_it_is_written(cli: Run) -> None:
    """A value in the list can be put into a file again."""
    told = json.loads(cli("sammenlign", "gammel.yaml", "ny.yaml", "--format", "json").out)
    data = {"format": "1", "avtale": {}, "parter": {"kommuner": "1859", "politi": "Nordland"}}
    assert Avtale.model_validate(data | {"politiråd": told["endringer"][1]["etter"]}).politiråd is not None


def test_a_fødselsnummer_goes_no_further(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "ny.yaml").write_text(f"{VALID}vedlegg: [Om 13097248022]\n", encoding="utf-8")
    for format in FORMATER:
        told = cli("sammenlign", "gammel.yaml", "ny.yaml", "--format", format)
        assert (told.code, "13097248022" in told.out, "Om " in told.out) == (0, False, True), format


@pytest.mark.parametrize("where", [(), ("-o", "-")])
def test_tracked_changes_are_not_poured_into_a_terminal(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: tuple[str, ...]
) -> None:
    (tmp_path / "a.yaml").write_text(cli_support.VALID, encoding="utf-8")
    assert cli("sammenlign", "a.yaml", "a.yaml", "--format", "docx", *where).raw.startswith(b"PK")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code, _, err, raw = cli("sammenlign", "a.yaml", "a.yaml", "--format", "docx", *where)
    assert (code, raw) == (2, b"")
    assert "Et dokument kan ikke vises i terminalen." in err
