"""`avtalegen maler`: what there is, what is replaced, and a copy to start from."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from avtalegen.dokument.maler import MALER
from avtalegen.komponering.mal.egne_maler import built_in
from avtalegen.lesing.ours import read_yaml
from avtalegen.samling import maloversikt
from avtalegen.skrivere import same
from tests import cli_support, test_avtalerepo
from tests.cli_support import Run, posix_only
from tests.grundig import spredt, utvalg
from tests.test_avtalerepo import change

cli = cli_support.cli
repo = test_avtalerepo.repo
OWN = "maler/nb/taushetsplikt.md.j2"


def row(out: str, name: str) -> list[str]:
    (line,) = [line for line in out.splitlines() if line.startswith(f"{name} ")]
    return [cell.strip() for cell in line.split("  ") if cell.strip()]


def test_the_overview_says_what_is_built_in_and_what_is_replaced(cli: Run, repo: Path) -> None:
    code, out, err, _ = cli("maler")
    assert (code, err) == (0, "")
    assert out.startswith("Egne maler og stiler ligger i maler.\n")
    assert row(out, "taushetsplikt") == ["taushetsplikt", f"erstattet av {OWN}", "innebygd"]
    assert row(out, "formål") == ["formål", "innebygd", "innebygd"]
    assert row(out, "slt.md.j2") == ["slt.md.j2", "innebygd", "innebygd", "brukes av samarbeidsfora"]
    assert row(out, "avtale.css") == ["avtale.css", "innebygd", "nettsiden"]
    assert f"Merk: {OWN} gjelder bare avtaler på bokmål. For nynorsk: " in out
    assert "«avtalegen maler kopier taushetsplikt --målform nynorsk»" in out


def test_every_template_and_every_style_is_in_the_overview(cli: Run, repo: Path) -> None:
    told = json.loads(cli("maler", "--format", "json").out)
    names = [(one["målform"], one["navn"]) for one in told["maler"]]
    assert len(names) == len(set(names))
    for målform, språk in (("bokmål", "nb"), ("nynorsk", "nn")):
        assert {name for m, name in names if m == målform} == built_in(språk) | {"ord.yaml"}
    assert {name for m, name in names if m is None} == {"avtale.docx", "avtale.typ", "avtale.css"}
    sections = read_yaml(MALER / "struktur.yaml")["avsnitt"]
    assert [one["avsnitt"] for one in told["maler"] if one["avsnitt"]] == [*sections] * 2
    assert [one["navn"] for one in told["maler"] if not (one["avsnitt"] or one["brukes"])] == []
    (own,) = [one for one in told["maler"] if one["erstattet_av"]]
    assert (own["erstattet_av"], own["kopiert_fra"], own["originalen_er_endret"]) == (OWN, None, False)


def test_it_applies_to_the_folder_one_stands_in_or_that_of_konfig(
    cli: Run, repo: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(repo / "avtaler")
    assert row(cli("maler").out, "taushetsplikt")[1] == f"erstattet av {OWN}"
    monkeypatch.chdir(tmp_path_factory.mktemp("annet"))
    nowhere = cli("maler")
    assert nowhere.code == 0
    assert nowhere.out.startswith("Her er ingen avtalegen.toml, så ingenting er erstattet.")
    assert "erstattet av" not in nowhere.out
    given = cli("maler", "--konfig", str(repo / "avtalegen.toml"))
    assert row(given.out, "taushetsplikt")[1] == f"erstattet av {OWN}"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    spredt(
        [
            (
                "nb/taushetsplikt.md.j2",
                "# A\n{% if x %}\n",
                "taushetsplikt.md.j2:2:1: feil[MAL001] Malen kan ikke leses",
            ),
            ("nb/taushetsplikt.md.j2", "\n{{ x|y }}\n", "taushetsplikt.md.j2:2:1: feil[MAL001] Malen bruker et filter"),
            ("nn/taushetsplikt.md.j2", "{% include 'x' %}{{", "feil[MAL001]"),
            ("nb/noe.md.j2", "a", "nb/noe.md.j2:1:1: feil[MAL001] avtalegen har ingen mal som heter"),
            ("nb/ord.yaml", "titel: A\n", "nb/ord.yaml:1:1: feil[MAL001] «titel» er ikke et av ordene"),
            ("stil/avtale.css", "@import 'a';", "stil/avtale.css:1:1: feil[MAL002]"),
            ("stil/avtale.typ", "#let dokument = 1\n", "stil/avtale.typ:1:1: feil[MAL002] Stilen mangler funksjonen"),
            ("stil/avtale.docx", "", "stil/avtale.docx:1:1: feil[MAL002]"),
            ("stil/noe.png", "", "stil/noe.png:1:1: feil[MAL002] avtalegen har ingen stil"),
            ("stil/skrift/x.ttf", "", "stil/skrift/x.ttf:1:1: feil[MAL002]"),
        ],
        5,
    ),
)
def test_what_can_not_be_used_is_told_without_any_agreement(
    cli: Run, repo: Path, name: str, text: str, told: str
) -> None:
    file = repo / "maler" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    code, out, err, _ = cli("maler")
    assert (code, err) == (1, "")
    assert told in out
    code, out, _, _ = cli("maler", "--format", "json")
    assert (code, len(json.loads(out)["funn"])) == (1, 1)


@pytest.mark.parametrize("name", ["formaal.md.j2", "avtale.css", "bokmål/formaal.md.j2"])
def test_a_file_beside_the_folders_that_are_read_is_told_and_stops_nothing(cli: Run, repo: Path, name: str) -> None:
    file = repo / "maler" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("x", encoding="utf-8")
    (repo / "maler" / "LES-MEG.md").write_text("x", encoding="utf-8")
    code, out, err, _ = cli("maler")
    assert (code, err) == (0, "")
    assert f"Merk: maler/{name.partition('/')[0]} blir ikke brukt." in out
    assert out.count("blir ikke brukt") == 1


@pytest.mark.parametrize(
    "place",
    utvalg(
        ("se", "nb/gamle", "nn/formaal.md.j2", "stil/bilder", "stil/skrift/gamle", "bokmål", "nb/skrift", "stil/stil"),
        2,
    ),
)
def test_a_folder_that_is_not_read_is_told_and_stops_nothing(cli: Run, repo: Path, place: str) -> None:
    before = cli("lag", "avtaler/fauske.yaml", "-o", "ut.pdf")
    (repo / "maler" / place).mkdir(parents=True)
    (repo / "maler" / place / "formaal.md.j2").write_text("{{", encoding="utf-8")
    code, out, err, _ = cli("maler")
    assert (code, err) == (0, "")
    assert f"Merk: maler/{place} blir ikke brukt. Maler ligger rett i nb og nn, stiler rett i stil" in out
    assert out.count("blir ikke brukt") == 1
    (note,) = [note for note in json.loads(cli("maler", "--format", "json").out)["merknader"] if "brukt" in note]
    assert note.startswith(f"maler/{place} ")
    code, out, err, _ = cli("lag", "avtaler/fauske.yaml", "-o", "ut.pdf", "--overskriv")
    assert (before.code, code, err) == (0, 0, "")


def test_a_file_in_the_place_of_a_folder_that_is_read_is_told(cli: Run, repo: Path) -> None:
    (repo / "maler/stil").write_text("x", encoding="utf-8")
    code, out, err, _ = cli("maler")
    assert (code, err) == (0, "")
    assert "Merk: maler/stil blir ikke brukt." in out


@posix_only
def test_a_folder_that_may_not_be_read_is_told_by_its_place(
    cli: Run, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path) -> Iterator[Path]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refused)
    code, _, err, _ = cli("lag", "avtaler/fauske.yaml", "-o", "ut.md")
    assert code == 3
    assert "Kunne ikke lese mappen «maler/nb»: " in err
    assert str(repo) not in err


def test_what_is_wrong_with_the_settings_is_told_too(cli: Run, repo: Path) -> None:
    (repo / "avtalegen.toml").write_text("x = \n", encoding="utf-8")
    code, out, _, _ = cli("maler")
    assert code == 1
    assert "avtalegen.toml:1:" in out
    assert "KONF001" in out


COPIES: list[tuple[str, tuple[str, ...], list[str]]] = [
    ("formål", (), ["nb/formaal.md.j2", "nn/formaal.md.j2"]),
    ("formaal", ("--målform", "nynorsk"), ["nn/formaal.md.j2"]),
    ("formaal.md.j2", ("--målform", "bokmål"), ["nb/formaal.md.j2"]),
    ("maler/nb/formaal.md.j2", ("--målform", "begge"), ["nb/formaal.md.j2", "nn/formaal.md.j2"]),
    ("roller", ("--målform", "bokmål"), ["nb/roller.md.j2"]),
    ("ord.yaml", ("--målform", "bokmål"), ["nb/ord.yaml"]),
    ("avtale.css", ("--målform", "nynorsk"), ["stil/avtale.css"]),
    ("avtale.typ", (), ["stil/avtale.typ"]),
    ("avtale.docx", (), ["stil/avtale.docx"]),
]


@pytest.mark.parametrize(("name", "options", "made"), utvalg(COPIES, 1))
def test_a_copy_is_laid_where_it_is_used_and_changes_nothing(
    cli: Run, repo: Path, name: str, options: tuple[str, ...], made: list[str]
) -> None:
    cli("lag", "avtaler")
    cli("lag", "avtaler/fauske.yaml", "--format", "md,html,pdf", "--til", "ut")
    before = {path.name: path.read_bytes() for path in (repo / "ut").iterdir()}
    code, out, err, _ = cli("maler", "kopier", name, *options)
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line.startswith("Skrev ")] == [
        f"Skrev {Path('maler', path)}" for path in made
    ]
    shown = cli("maler")
    assert shown.code == 0
    for path in made:
        assert f"erstattet av maler/{path}" in shown.out
    assert "originalen er endret" not in shown.out
    assert cli("lag", "avtaler", "--sjekk").code == 0
    assert cli("lag", "avtaler/fauske.yaml", "--format", "md,html,pdf", "--til", "ut", "--overskriv").code == 0
    after = {path.name: path.read_bytes() for path in (repo / "ut").iterdir()}
    if made == ["stil/avtale.css"]:  # the page has the style in it, comment and all
        del before["fauske.html"], after["fauske.html"]
    if made == ["stil/avtale.typ"]:  # the PDF tells which style it was made with
        assert same(before.pop("fauske.pdf"), after.pop("fauske.pdf"), "pdf")
    assert after == before


def test_the_help_is_norwegian_for_the_copy_too(cli: Run) -> None:
    assert cli("maler", "--help").out.startswith("Bruk: avtalegen maler [VALG] [kopier AVSNITT...]\n")
    assert cli("maler", "kopier", "--help").out.startswith("Bruk: avtalegen maler kopier [VALG] AVSNITT...\n")
    code, out, err, _ = cli("maler", "kopi", "formål")
    assert (code, out) == (2, "")
    assert "Ukjent kommando «kopi»." in err


def test_a_file_that_is_there_is_never_touched(cli: Run, repo: Path) -> None:
    before = (repo / OWN).read_bytes()
    code, out, err, _ = cli("maler", "kopier", "taushetsplikt", "avtale.css")
    assert code == 1
    assert f"Skrev {Path('maler/nn/taushetsplikt.md.j2')}\n" in out
    assert f"Skrev {Path('maler/stil/avtale.css')}\n" in out
    assert "Slett filene for å få tilbake" in out
    assert err == f"Feil: «{Path(OWN)}» finnes fra før og er ikke rørt.\n"
    assert (repo / OWN).read_bytes() == before


def test_a_name_that_stands_for_nothing_is_wrong_usage(cli: Run, repo: Path) -> None:
    code, out, err, _ = cli("maler", "kopier", "avsnitt")
    assert (code, out) == (2, "")
    assert "Ingen mal eller stil heter «avsnitt»." in err
    assert "innledning, formål" in err
    assert "Mente du «formål»?" in cli("maler", "kopier", "formal").err
    assert cli("maler", "kopier").code == 2
    assert not (repo / "maler/stil").exists()


def test_where_there_is_no_avtalegen_toml_one_command_is_enough(cli: Run, tmp_path: Path) -> None:
    code, _, err, _ = cli("maler", "kopier", "formål")
    assert code == 2
    assert "Fant ingen avtalegen.toml" in err
    assert "«--her»" in err
    assert [*tmp_path.iterdir()] == []
    code, out, _, _ = cli("maler", "kopier", "formål", "--her", "--målform", "bokmål")
    assert code == 0
    assert out.startswith(f"Skrev avtalegen.toml\nSkrev {Path('maler/nb/formaal.md.j2')}\n")
    assert row(cli("maler").out, "formål")[1] == "erstattet av maler/nb/formaal.md.j2"
    assert cli("valider").err == ""


@pytest.mark.parametrize("name", utvalg(["formaal.md.j2", "ord.yaml", "avtale.css", "avtale.typ", "avtale.docx"], 2))
def test_a_copy_is_told_to_be_old_when_the_original_has_changed(
    cli: Run, repo: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("maler", "kopier", name, "--målform", "bokmål").code == 0
    assert "originalen er endret" not in cli("maler").out
    changed = maloversikt._data
    monkeypatch.setattr(maloversikt, "_data", lambda one: changed(one) + b"\n" * (one.navn == name))
    out = cli("maler").out
    assert "er en kopi fra avtalegen 0.1.0, og originalen er endret siden." in out
    assert out.count("originalen er endret") == 1
    told = [one["originalen_er_endret"] for one in json.loads(cli("maler", "--format", "json").out)["maler"]]
    assert told.count(True) == 1


def test_the_note_in_a_word_style_is_in_the_file_and_not_in_the_document(cli: Run, repo: Path) -> None:
    cli("maler", "kopier", "avtale.docx")
    style = docx.Document(str(repo / "maler/stil/avtale.docx"))
    assert style.core_properties.comments.startswith("Kopi fra avtalegen ")
    style.styles["Title"].font.name = "Georgia"
    style.save(str(repo / "maler/stil/avtale.docx"))
    assert json.loads(cli("maler", "--format", "json").out)["maler"][-3]["kopiert_fra"] == "0.1.0"
    cli("lag", "avtaler/fauske.yaml", "-o", "ut.docx")
    assert b"Kopi fra" not in (repo / "ut.docx").read_bytes()


def test_words_of_their_own(cli: Run, repo: Path) -> None:
    (repo / "maler/nb/ord.yaml").write_text("forside: {periode: Varer}\nside: '{page} / {pages}'\n", encoding="utf-8")
    assert cli("lag", "avtaler/fauske.yaml", "-o", "ut.html").code == 0
    page = (repo / "ut.html").read_text(encoding="utf-8")
    assert "<dt>Varer</dt>" in page
    assert "<dt>Status</dt>" in page
    assert 'counter(page) " \\2f  " counter(pages)' in page


@pytest.mark.parametrize(
    ("text", "place", "told", "hint"),
    spredt(
        [
            ("titel: A\n", "1:1", "«titel» er ikke et av ordene i avtalen.", "Mente du «tittel»?"),
            ("forside:\n  perode: A\n", "2:3", "«perode» er ikke et av ordene i avtalen.", "Mente du «periode»?"),
            ("måneder: [jan]\n", "1:1", "«måneder» kan ikke endres her.", "Velg blant: tittel"),
            ("språk: nn\n", "1:1", "«språk» kan ikke endres her.", "Velg blant: tittel"),
            ("bestemt: ['(a+)+b']\n", "1:1", "«bestemt» kan ikke endres her.", "Velg blant"),
            ("tittel: [A]\n", "1:9", "«tittel» skal være en kort tekst.", "Hos avtalegen står det «Avtale om"),
            ("tittel:\n", "1:1", "«tittel» skal være en kort tekst.", "Hos avtalegen"),
            ("forside: A\n", "1:10", "Her skal det stå nøkler med ord.", "Velg blant: periode, dato"),
            ("side: Side {page}\n", "1:7", "«side» skal ha {page} og {pages}.", "Hos avtalegen står det «Side {page}"),
            ("tittel: 'A {x}'\n", "1:9", "«tittel» skal ha ingen ord i krøllparenteser.", "Hos avtalegen"),
            ("tittel: {{ x }}\n", "1:10", "", ""),
            ("tittel: A\ntittel: B\n", "2:1", "", ""),
            ("- A\n", "1:1", "Her skal det stå nøkler med ord.", "Velg blant: tittel"),
            ("tekst\n", "1:1", "", ""),
        ],
        7,
    ),
)
def test_words_that_can_not_be_used_are_findings_at_their_place(
    cli: Run, repo: Path, text: str, place: str, told: str, hint: str
) -> None:
    (repo / "maler/nb/ord.yaml").write_text(text, encoding="utf-8")
    code, out, err, _ = cli("lag", "avtaler/fauske.yaml", "-o", "ut.md")
    assert (code, err) == (1, "")
    assert f"maler/nb/ord.yaml:{place}: feil[" in out
    assert told in out
    assert hint in " ".join(out.split())


def test_a_template_of_theirs_may_include_another_of_theirs(cli: Run, repo: Path) -> None:
    own = repo / OWN
    own.write_text("# Taushet\n\n{% include 'vår-tekst.md.j2' %}\n", encoding="utf-8")
    (repo / "maler/nb/vår-tekst.md.j2").write_text("Vår. {% include 'vår-fot.md.j2' %}\n", encoding="utf-8")
    (repo / "maler/nb/vår-fot.md.j2").write_text("Fot til {{ kommunenavn }}.\n", encoding="utf-8")
    assert cli("lag", "avtaler/fauske.yaml", "-o", "ut.md").code == 0
    assert "Vår. Fot til Fauske kommune." in (repo / "ut.md").read_text(encoding="utf-8")
    change(own, "vår-tekst", "roller")
    code, out, _, _ = cli("lag", "avtaler/fauske.yaml", "-o", "ut.md")
    assert code == 1
    assert "«vår-tekst.md.j2», og ingen av malene her henter den inn" in out
    assert "«vår-fot.md.j2», og ingen av malene her henter den inn" in out
