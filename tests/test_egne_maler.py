"""A repository's own templates, in `maler/` beside avtalegen.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import cli_support, test_avtalerepo
from tests.cli_support import Run, posix_only
from tests.grundig import spredt
from tests.test_avtalerepo import change

cli = cli_support.cli
repo = test_avtalerepo.repo
AGREEMENT = "avtaler/fauske.yaml"
TEMPLATE = "maler/nb/taushetsplikt.md.j2"


def made(cli: Run) -> tuple[int, str, str]:
    code, out, err, _ = cli("lag", AGREEMENT, "--format", "md", "-o", "ut.md")
    return code, out, err


def test_a_template_of_their_own_takes_the_place_of_ours(cli: Run, repo: Path) -> None:
    assert made(cli)[0] == 0
    text = (repo / "ut.md").read_text(encoding="utf-8")
    assert "Derfor begynner hvert møte i politirådet med at lederen minner om taushetsplikten." in text
    assert "For ansatte og folkevalgte i kommunen gjelder" in text
    assert "\n## 5 Politikontakt\n" in text


def test_without_it_ours_is_used(cli: Run, repo: Path) -> None:
    (repo / TEMPLATE).unlink()
    assert made(cli)[0] == 0
    text = (repo / "ut.md").read_text(encoding="utf-8")
    assert "minner om taushetsplikten" not in text
    assert "taushetsplikt" in text


def test_a_document_is_stale_when_the_template_has_changed(cli: Run, repo: Path) -> None:
    assert cli("lag", "avtaler/saltdal.yaml")[0] == cli("lag", "avtaler/saltdal.yaml", "--sjekk")[0] == 0
    change(repo / TEMPLATE, "Derfor begynner", "Difor begynner")
    code, out, _, _ = cli("lag", "avtaler/saltdal.yaml", "--sjekk")
    assert code == 1
    assert "avtaler/saltdal.docx: ikke det YAML-filen gir i dag" in out.replace("\\", "/")


def test_a_value_in_their_template_can_not_become_markup(cli: Run, repo: Path) -> None:
    (repo / TEMPLATE).write_text('# Eget\n\n{{ "**x** # <b>" }}\n', encoding="utf-8")
    assert made(cli)[0] == 0
    assert r"\*\*x\*\* # \<b>" in (repo / "ut.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "place", "told"),
    spredt(
        [
            ("# A\n\n{{ kommune }}\n", ":3:1: feil[MAL001]", "«kommune». Mente du «kommuner»?"),
            ("# A\n{% if x %}\n", ":2:1: feil[MAL001]", "Malen kan ikke leses"),
            ("# A\n\n{{ 1 / 0 }}\n", ":3:1: feil[MAL001]", "«/», som ikke er tillatt"),
            ("# A\n\n{{ 1 + 'a' }}\n", ":3:1: feil[MAL001]", "kan legges sammen med «+»"),
            ('{% include "taushetsplikt.md.j2" %}\n', ":1:1: feil[MAL001]", "Malen henter inn seg selv."),
            ('{% include "../../avtalegen.toml" %}\n', ":1:1: feil[MAL001]", "finnes ikke"),
            ('{% include "/etc/passwd" %}\n', ":1:1: feil[MAL001]", "finnes ikke"),
            ('# A\n\n{% include "punkter.md.j2" %}\n', ":3:1: feil[MAL001]", "«punkter»"),
            ("# A\n\nVi: {{ signaturer|underskrifter }}\n", ":1:1: feil[MAL001]", "underskrifter midt i et avsnitt"),
            ("# A\n\n{{ ''.__class__.__mro__ }}\n", ":3:1: feil[MAL001]", "ikke er tillatt"),
            ("{{ self.__init__.__globals__ }}\n", ":1:1: feil[MAL001]", "ikke er tillatt"),
            ("{{ kommuner.__class__.__base__.__subclasses__() }}\n", ":1:1: feil[MAL001]", "ikke er tillatt"),
            ("{{ cycler.__init__.__globals__.os.popen('id') }}\n", ":1:1: feil[MAL001]", "ikke er tillatt"),
        ],
        5,
    ),
)
def test_a_template_that_fails_is_a_finding_in_it(cli: Run, repo: Path, text: str, place: str, told: str) -> None:
    (repo / TEMPLATE).write_text(text, encoding="utf-8")
    code, out, err = made(cli)
    assert (code, err) == (1, "")
    assert TEMPLATE + place in out
    assert text.splitlines()[int(place[1]) - 1] in out
    assert any(part in out for part in told.split("|"))
    assert not (repo / "ut.md").exists()


def test_a_template_with_a_name_that_is_never_used_is_a_finding(cli: Run, repo: Path) -> None:
    (repo / TEMPLATE).rename(repo / "maler/nb/taushetspligt.md.j2")
    code, out, _ = made(cli)
    assert code == 1
    assert "maler/nb/taushetspligt.md.j2:1:1: feil[MAL001]" in out
    assert "Mente du «taushetsplikt.md.j2»?" in out


def test_a_template_that_can_not_be_read_stops_the_document(cli: Run, repo: Path) -> None:
    (repo / TEMPLATE).write_bytes("# Møte".encode("latin-1"))
    code, _, err = made(cli)
    assert code == 3
    assert f"«{TEMPLATE}» er ikke UTF-8" in err


@posix_only
def test_a_link_out_of_the_repository_is_not_followed(
    cli: Run, repo: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("annet") / "hemmelig.txt"
    secret.write_text("hemmelig", encoding="utf-8")
    (repo / TEMPLATE).unlink()
    (repo / TEMPLATE).symlink_to(secret)
    code, _, err = made(cli)
    assert code == 3
    assert "hemmelig" not in err
    assert not (repo / "ut.md").exists()


FRONT = "maler/nb/moeteplan_forside.md.j2"


def plan(cli: Run) -> tuple[int, str]:
    code, out, _, _ = cli("lag", AGREEMENT, "--dokument", "møteplan", "--format", "md", "-o", "ut.md")
    return code, out


def test_a_front_of_their_own_may_be_a_title_alone(cli: Run, repo: Path) -> None:
    (repo / FRONT).write_text("# Vårt eget møteår\n", encoding="utf-8")
    assert plan(cli)[0] == 0
    text = (repo / "ut.md").read_text(encoding="utf-8")
    assert text.startswith("# Vårt eget møteår\n")
    assert "Avtale om" not in text


@pytest.mark.parametrize(
    "text", spredt(["", "Bare tekst.\n", "- **Sted:** rådhuset\n", "#\n", "{% if false %}# A{% endif %}"], 3)
)
def test_a_front_without_a_title_is_a_finding_in_it(cli: Run, repo: Path, text: str) -> None:
    (repo / FRONT).write_text(text, encoding="utf-8")
    code, out = plan(cli)
    assert code == 1
    assert f"{FRONT}:1:1: feil[MAL001] Malen til forsiden skriver ingen overskrift" in out
    assert not (repo / "ut.md").exists()
