"""`avtalegen revider`, as somebody uses it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from avtalegen.samling.konfig import Skolefri
from tests import cli_support
from tests.cli_support import VALID, Run
from tests.i_ett import i_ett
from tests.konfigprove import lest

cli = cli_support.cli
AVTALE = """\
format: 1
avtale: { status: signert, dato: 12.11.2026 }
periode: 2027–2030
parter: { kommuner: 1859, politi: Nordland }
politiråd: { møter: { plan: [24.2.2027, 16.9.2027] } }
"""


def test_the_old_file_is_not_touched_and_nothing_is_written_over(cli: Run, tmp_path: Path) -> None:
    gammel = tmp_path / "flakstad.yaml"
    gammel.write_text(AVTALE, encoding="utf-8")
    gjort = cli("revider", "flakstad.yaml")
    assert (gjort.code, gjort.err) == (0, "")
    assert gjort.out.startswith("Skrev flakstad-2031.yaml. flakstad.yaml er ikke rørt.\n")
    assert gammel.read_text(encoding="utf-8") == AVTALE
    ny = tmp_path / "flakstad-2031.yaml"
    laget = ny.read_bytes()
    assert "periode: 2031–2034\n" in laget.decode()
    igjen = cli("revider", "flakstad.yaml")
    assert igjen.code == 1
    assert "«flakstad-2031.yaml» finnes fra før og er ikke rørt." in igjen.err
    assert ny.read_bytes() == laget
    assert cli("revider", "flakstad.yaml", "-o", "annen.yaml", "--fra", "1.7.2031").code == 0
    assert "periode: 1.7.2031–30.6.2035\n" in (tmp_path / "annen.yaml").read_text(encoding="utf-8")


def test_what_is_asked_for_must_make_sense(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "flakstad.yaml").write_text(AVTALE, encoding="utf-8")
    (tmp_path / "odelagt.yaml").write_text("format: 1\navtale: [\n", encoding="utf-8")
    (tmp_path / "mappe").mkdir()
    for argumenter, kode, sagt in [
        (("flakstad.yaml", "--fra", "snart"), 2, "«snart» er ikke en dato."),
        (("flakstad.yaml", "-o", "ny.docx"), 2, "må slutte på «.yaml» eller «.yml»"),
        (("-",), 2, "Oppgi filen avtalen ligger i."),
        (("mappe",), 2, "er en mappe. Oppgi filen til avtalen."),
        (("borte.yaml",), 3, "borte.yaml"),
        (("odelagt.yaml",), 3, "«odelagt.yaml» kan ikke leses. Linje "),
        (("flakstad.yaml", "-o", "ikke/der.yaml"), 3, "mappen finnes ikke. Lag den først."),
    ]:
        gjort = cli("revider", *argumenter)
        assert gjort.code == kode, argumenter
        assert sagt in gjort.err
    assert {path.name for path in tmp_path.iterdir()} == {"flakstad.yaml", "odelagt.yaml", "mappe"}


def test_what_can_be_read_of_a_file_with_errors_is_revised(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "flakstad.yaml").write_text(AVTALE + "politikontakter: Kari\n", encoding="utf-8")
    gjort = cli("revider", "flakstad.yaml")
    assert gjort.code == 0
    assert "periode: 2031–2034\n" in (tmp_path / "flakstad-2031.yaml").read_text(encoding="utf-8")


def test_no_meeting_is_when_the_schools_are_off(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "flakstad.yaml").write_text(AVTALE, encoding="utf-8")
    (tmp_path / "avtalegen.toml").write_text('[skolefri]\nalle = ["uke 8"]\nflakstad = "1.9.2031–18.9.2031"\n')
    gjort = cli("revider", "flakstad.yaml")
    assert "Møtet som var 24.2.2027, er 26.2.2031, for i samme uke er det skolefri (uke 8).\n" in gjort.out
    assert "Møtet som var 16.9.2027, er 25.9.2031, for i samme uke er det skolefri (1.9.2031–18.9.2031).\n" in gjort.out


def test_what_is_inherited_stays_shared(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "avtalegen.toml").write_text("")
    (tmp_path / "felles").mkdir()
    (tmp_path / "avtaler").mkdir()
    felles = "periode: { fra: 2027, til: 2030 }\nevaluering: { neste: mai 2028 }\nparter: { politi: Nordland }\n"
    (tmp_path / "felles/f.yaml").write_text(felles, encoding="utf-8")
    (tmp_path / "avtaler/a.yaml").write_text(
        "format: 1\narv: ../felles/f.yaml\navtale:\n  status: signert\n  våpen: { fil: v.png, alternativ_tekst: V }\n"
        "parter: { kommuner: 1859 }\n",
        encoding="utf-8",
    )
    gjort = cli("revider", "avtaler/a.yaml", "-o", "ny.yaml")
    assert gjort.code == 0
    assert "Arvet, og ikke endret. Se på (1 sted):\n  felles/f.yaml, linje 2: «mai 2028»\n" in gjort.out
    ny = (tmp_path / "ny.yaml").read_text(encoding="utf-8")
    assert "arv: felles/f.yaml\n" in ny
    assert "våpen: { fil: avtaler/v.png," in ny
    assert "periode:\n  fra: 2031\n  til: 2034\n" in ny
    assert (tmp_path / "felles/f.yaml").read_text(encoding="utf-8") == felles
    assert cli("valider", "ny.yaml", "--velg", "SKJ,ARV,YML").code == 0


def test_a_period_that_is_over_already_is_pointed_out(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VALID + "periode: 2020–2021\n", encoding="utf-8")
    assert "Merk at denne perioden alt er over." in cli("revider", "a.yaml", "--i-dag", "2026-11-20").out
    (tmp_path / "b.yaml").write_text(VALID + "periode: løpende\n", encoding="utf-8")
    assert "Oppgi «--fra DATO»" in cli("revider", "b.yaml").out


# --- when the schools are off ---------------------------------------------------------------------------------------


def test_weeks_and_days_without_school() -> None:
    resultat = lest(
        '[skolefri]\nalle = ["uke 8", "Uke 26–33", "uke 40 2031", "24.3.2031", "1.4.2031–8.4.2031"]\n'
        'hamaroy = "juli 2031"\n1859 = "veke 9"\n'
    )
    assert resultat.funn == ()
    assert [en[1:3] for en in resultat.konfig.skolefri] == [
        (None, (8, 8)),
        (None, (26, 33)),
        (None, None),
        (None, None),
        (None, None),
        ("1875", None),
        ("1859", (9, 9)),
    ]
    assert [(en.fra, en.til) for en in resultat.konfig.skolefri[2:6]] == [
        (date(2031, 9, 29), date(2031, 10, 5)),
        (date(2031, 3, 24), date(2031, 3, 24)),
        (date(2031, 4, 1), date(2031, 4, 8)),
        (date(2031, 7, 1), date(2031, 7, 31)),
    ]
    uke = Skolefri("uke 8", "1859", (8, 8))
    assert uke.gjelder(date(2031, 2, 19), {"1859"})
    assert not uke.gjelder(date(2031, 2, 19), {"1860"})
    assert not uke.gjelder(date(2031, 2, 26), {"1859"})


@i_ett(
    ("skrevet", "sagt"),
    [
        ('alle = ["uke 54"]', "«uke 54» kan ikke leses som uker eller dager."),
        ('alle = ["uke 9–8"]', "«uke 9–8» kan ikke leses som uker eller dager."),
        ('alle = ["snart"]', "«snart» kan ikke leses som uker eller dager."),
        ('alle = ["31.2.2031"]', "«31.2.2031» kan ikke leses som uker eller dager."),
        ('alle = ["fra 1.1.2031"]', "«fra 1.1.2031» kan ikke leses som uker eller dager."),
        ("alle = 8", "«alle» skal være en liste med tekster, men er et tall."),
        ('flakstat = "uke 8"', "«flakstat» er ikke en kommune."),
        ('"Herøy" = "uke 8"', "Det er flere kommuner som heter «Herøy»."),
    ],
)
def test_what_is_no_time_or_no_kommune_is_said(skrevet: str, sagt: str) -> None:
    (funn,) = lest(f"[skolefri]\n{skrevet}\n").funn
    assert (funn.code, funn.message, funn.span.line) == ("KONF003", sagt, 2)
    assert funn.hint
    assert lest("skolefri = 8\n").funn[0].message == "«skolefri» skal være en tabell, men er et tall."
