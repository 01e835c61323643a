"""`avtalegen lag --dokument`: the other papers of politirådet, where they are put and what is told."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

import avtalegen
from avtalegen.dokument.bestilling import Papir
from tests import cli_support
from tests.cli_support import VALID, Run, names
from tests.conftest import EKSEMPLER
from tests.grundig import spredt, utvalg
from tests.papirprove import PAPIRER, RIK

cli = cli_support.cli
I_DAG = ("--i-dag", "2026-08-20")
ALLE = ",".join(papir.value for papir in PAPIRER)


@pytest.fixture
def rik(cli: Run, tmp_path: Path) -> Path:
    """An agreement with a plan of twelve meetings, in the folder that `cli` runs in."""
    (tmp_path / "flakstad.yaml").write_text(RIK, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("eksempel", utvalg(EKSEMPLER, 1), ids=lambda path: path.stem)
def test_the_papers_of_an_example_are_made_in_every_format_and_both_målformer(
    cli: Run, eksempel: Path, tmp_path: Path
) -> None:
    formats = utvalg(("docx", "pdf", "html", "md"), 2)
    every = (
        str(eksempel),
        *I_DAG,
        "--dokument",
        ALLE,
        "--format",
        ",".join(formats),
        "--målform",
        "begge",
        "--til",
        "ut",
    )
    code, out, err, _ = cli("lag", *every)
    assert (code, err) == (0, "")
    assert f"Skrev {10 * len(formats)} dokumenter.\n" in out
    expected = {
        f"ut/{eksempel.stem}-{papir.value}{'-2026' if papir is Papir.MØTEPLAN else ''}-{målform}.{ending}"
        for papir in PAPIRER
        for målform in ("bokmål", "nynorsk")
        for ending in formats
    }
    assert names(tmp_path) == {"ut", *expected}
    assert cli("lag", *every, "--sjekk").code == 0


@pytest.mark.parametrize(
    ("arguments", "made"),
    spredt(
        [
            (["--dokument", "møteplan"], {"flakstad-møteplan-2026.docx"}),
            (["--dokument", "moteplan", "--ar", "2026"], {"flakstad-møteplan-2026.docx"}),
            (["--dokument", "møteplan", "--år", "2027"], {"flakstad-møteplan-2027.docx"}),
            (["--dokument", "innkalling"], {"flakstad-innkalling-2026-09-16.docx"}),
            (["--dokument", "innkalling", "--mote", "2"], {"flakstad-innkalling-2026-02-11.docx"}),
            (
                ["--dokument", "innkalling", "--møte", "onsdag 16. september 2026"],
                {"flakstad-innkalling-2026-09-16.docx"},
            ),
            (
                ["--dokument", "innkalling, referat", "--møte", "16.9.2026", "--format", "md"],
                {"flakstad-innkalling-2026-09-16.md", "flakstad-referat-2026-09-16.md"},
            ),
            (["--dokument", "avtale,saksframlegg,avtale"], {"flakstad.docx", "flakstad-saksframlegg.docx"}),
            (["--dokument", "evaluering", "--målform", "nynorsk"], {"flakstad-evaluering-nynorsk.docx"}),
            (["--dokument", "referat", "-o", "sist.pdf"], {"sist.pdf"}),
        ],
        6,
    ),
)
def test_a_paper_is_put_beside_the_yaml_with_its_name_behind(
    cli: Run, rik: Path, arguments: list[str], made: set[str]
) -> None:
    assert cli("lag", "flakstad.yaml", *I_DAG, *arguments)[::2] == (0, "")
    assert names(rik) == {"flakstad.yaml", *made}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--dokument", "dagsorden"], "«dagsorden» er ikke et dokument. Velg blant: avtale, møteplan, innkalling"),
        (["--dokument", ""], "«» er ikke et dokument."),
        (["--møte", "2"], "Valget «--møte» gjelder innkalling og referat, ikke avtale."),
        (["--dokument", "innkalling,møteplan", "--møte", "2"], "gjelder innkalling og referat, ikke møteplan."),
        (["--dokument", "innkalling", "--år", "2027"], "Valget «--år» gjelder møteplan, ikke innkalling."),
        (["--dokument", "referat", "--med-funn"], "Valget «--med-funn» gjelder avtale, ikke referat."),
        (["--dokument", "innkalling", "--møte", "neste"], "«neste» er verken et møtenummer eller en dato."),
        (["--dokument", "innkalling", "--møte", "0"], "«0» er verken et møtenummer eller en dato."),
        (["--dokument", "innkalling", "--møte", "31.2.2026"], "«31.2.2026» er verken et møtenummer eller en dato."),
        (["--dokument", "møteplan", "--år", "27"], "«27» er ikke et år. Skriv for eksempel 2027."),
        (["--dokument", "møteplan", "--år", "9999"], "«9999» er ikke et år."),
        (["--dokument", "innkalling,referat", "-o", "x.docx"], "Valget «-o» gjelder ett dokument."),
    ],
)
def test_an_option_without_meaning_is_wrong_usage(cli: Run, rik: Path, arguments: list[str], message: str) -> None:
    code, out, err, _ = cli("lag", "flakstad.yaml", *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert names(rik) == {"flakstad.yaml"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["innkalling", "--møte", "13"], "Det er ikke noe møte nummer 13."),
        (["referat", "--møte", "2026-09-17"], "Det er ikke noe møte 17. september 2026."),
        (["innkalling", "--i-dag", "2027-01-01"], "Alle møtene i møteplanen er holdt."),
        (["referat", "--i-dag", "2026-01-01"], "Ingen av møtene i møteplanen er holdt ennå."),
    ],
)
def test_a_meeting_that_is_not_there_is_a_finding_at_the_plan(
    cli: Run, rik: Path, arguments: list[str], message: str
) -> None:
    code, out, err, _ = cli("lag", "flakstad.yaml", "--dokument", *arguments)
    line = RIK.splitlines().index("    plan:") + 1
    assert (code, err) == (1, "")
    assert f"flakstad.yaml:{line}:5: feil[PAP001] {message}" in out
    assert "Møtene er 1: 14. januar 2026, 2: 11. februar 2026," in out
    assert names(rik) == {"flakstad.yaml"}


def test_without_a_politiråd_there_is_no_meeting_to_make_a_paper_about(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID + "slt: Kommunen har SLT.\n", encoding="utf-8")
    for dokument in ("møteplan", "innkalling", "referat"):
        code, out, _, _ = cli("lag", "a.yaml", "--dokument", dokument, "--format", "md")
        assert code == 1
        assert "a.yaml:1:1: feil[PAP001] Avtalen sier ikke noe om et politiråd, og da er det ingen møter" in out
    assert names(tmp_path) == {"a.yaml"}
    for dokument in ("saksframlegg", "evaluering"):
        assert cli("lag", "a.yaml", "--dokument", dokument, "--format", "md").code == 0


def test_the_day_of_the_settings_chooses_the_meeting_too(cli: Run, rik: Path) -> None:
    (rik / "avtalegen.toml").write_text("i_dag = 2026-10-01\n", encoding="utf-8")
    out = cli("lag", "flakstad.yaml", "--dokument", "innkalling", "--format", "md", "-o", "-").out
    assert "Onsdag 14. oktober 2026" in out.replace("\u00a0", " ")


def test_the_day_changes_nothing_but_which_meeting_it_is(cli: Run, rik: Path) -> None:
    made = set()
    for day in ("2026-08-20", "2026-09-16"):
        cli("lag", "flakstad.yaml", "--dokument", ALLE, "--i-dag", day, "--til", day)
        made.add((rik / day / "flakstad-innkalling-2026-09-16.docx").read_bytes())
    assert len(made) == 1
    saved = cli("lag", "flakstad.yaml", "--dokument", "evaluering,saksframlegg", "--i-dag", "2030-01-01", "--til", day)
    assert "2 var uendrede" in saved.out


def test_a_referat_that_somebody_has_written_in_is_not_overwritten(cli: Run, rik: Path) -> None:
    command = ("lag", "flakstad.yaml", "--dokument", "referat", "--møte", "3")
    assert cli(*command).code == 0
    path = rik / "flakstad-referat-2026-03-11.docx"
    referat = docx.Document(str(path))
    (asked,) = [p for p in referat.paragraphs if p.text == "[Fyll inn: hva rådet drøftet, og hva det ble enig om]"][:1]
    asked.runs[0].text = "Rådet ble enig om en felles patrulje."
    referat.save(str(path))
    written = path.read_bytes()
    code, out, _, _ = cli(*command)
    assert code == 0
    assert "Ikke skrevet på nytt: flakstad-referat-2026-03-11.docx. Noen har skrevet i det" in out
    assert path.read_bytes() == written
    code, out, _, _ = cli(*command, "--sjekk")
    assert code == 0
    assert "flakstad-referat-2026-03-11.docx: skrevet i\n" in out


def test_a_template_of_their_own_and_a_folder_of_agreements(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "avtalegen.toml").touch()
    (tmp_path / "maler" / "nb").mkdir(parents=True)
    own = "# Vurdering\n\n{{ sjef }}\n"
    (tmp_path / "maler" / "nb" / "saksframlegg_vurdering.md.j2").write_text(own.replace("{{ sjef }}", "Vårt syn."))
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(VALID, encoding="utf-8")
    assert cli("lag", ".", "--dokument", "saksframlegg", "--format", "md").code == 0
    assert "\n## 6 Vurdering\n\nVårt syn.\n" in (tmp_path / "b-saksframlegg.md").read_text(encoding="utf-8")
    (tmp_path / "maler" / "nb" / "saksframlegg_vurdering.md.j2").write_text(own)
    code, out, _, _ = cli("lag", "a.yaml", "--dokument", "saksframlegg", "--format", "md")
    assert code == 1
    assert "saksframlegg_vurdering.md.j2:3:1: feil[MAL001]" in out


def test_a_front_of_their_own_gives_title_and_facts(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "avtalegen.toml").touch()
    (tmp_path / "maler" / "nb").mkdir(parents=True)
    front = "# Møter i rådet\n\n- **Hvem:** {{ kommunenavn }}\n- Hvor: på **rådhuset**: 2. etasje\n"
    (tmp_path / "maler" / "nb" / "moeteplan_forside.md.j2").write_text(front, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(VALID + "politiråd: {leder: ordfører}\n", encoding="utf-8")
    out = cli("lag", "a.yaml", "--dokument", "møteplan", "--format", "md", "-o", "-").out
    assert out.startswith("# Møter i rådet\n\n- **Hvem:** Flakstad kommune\n- **Hvor:** på rådhuset: 2. etasje\n")


def test_other_programs_make_the_papers_too(rik: Path) -> None:
    made = avtalegen.lag(rik / "flakstad.yaml", dokument="innkalling", møte=date(2026, 9, 16))
    assert docx.Document(BytesIO(made)).core_properties.title == "Innkalling til møte i politirådet"
    plan = avtalegen.lag(rik / "flakstad.yaml", "md", dokument="moteplan", år=2026, i_dag=date(2029, 1, 1))
    assert plan.startswith("# Møteplan 2026\n".encode())
    with pytest.raises(avtalegen.AvtalegenError, match=r"«dagsorden» er ikke et dokument\. Velg blant: avtale, "):
        avtalegen.lag(rik / "flakstad.yaml", dokument="dagsorden")
    with pytest.raises(avtalegen.AvtalegenError, match="Det er ikke noe møte nummer 13") as raised:
        avtalegen.lag(rik / "flakstad.yaml", dokument="referat", møte=13)
    assert [d.code for d in raised.value.diagnostics] == ["PAP001"]


def test_the_next_meeting_does_not_take_the_place_of_the_last(cli: Run, rik: Path) -> None:
    for day in ("2026-02-01", "2026-09-01"):
        assert cli("lag", "flakstad.yaml", "--dokument", "innkalling", "--i-dag", day).code == 0
    assert names(rik) == {"flakstad.yaml", "flakstad-innkalling-2026-02-11.docx", "flakstad-innkalling-2026-09-16.docx"}


def test_two_meetings_on_one_day_have_a_paper_each(cli: Run, tmp_path: Path) -> None:
    plan = "politiråd: { møter: { plan: [2026-03-18, {dato: 2026-03-18, klokkeslett: 14.00}] } }\n"
    (tmp_path / "a.yaml").write_text(VALID + plan, encoding="utf-8")
    for number in ("1", "2"):
        assert cli("lag", "a.yaml", "--dokument", "referat", "--møte", number).code == 0
    assert names(tmp_path) == {"a.yaml", "a-referat-2026-03-18-1.docx", "a-referat-2026-03-18-2.docx"}


def test_a_file_that_is_not_ours_is_no_paper_that_somebody_has_written_in(cli: Run, rik: Path) -> None:
    (rik / "flakstad-evaluering.docx").write_bytes(b"mitt eget")
    assert cli("lag", "flakstad.yaml", "--dokument", "evaluering", "--sjekk").code == 1
    assert cli("lag", "flakstad.yaml", "--dokument", "evaluering").code == 1
    (rik / "flakstad.yaml").write_text(RIK.replace("status: vedtatt", "status: signert"), encoding="utf-8")
    (rik / "annet.docx").write_bytes(b"mitt eget")
    assert cli("lag", "flakstad.yaml", "-o", "annet.docx").code == 1
    assert (rik / "annet.docx").read_bytes() == b"mitt eget"


def test_a_paper_does_not_take_the_name_of_another_document(cli: Run, tmp_path: Path) -> None:
    text = VALID + "politiråd: { møter: { plan: [2027-01-12] } }\n"
    for name in ("a.yaml", "a-referat-2027-01-12.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = ("lag", ".", "--dokument", "avtale,referat", "--format", "md", "--i-dag", "2027-02-01")
    code, _, err, _ = cli(*command)
    assert code == 1
    assert "er alt dokumentet til" in err
