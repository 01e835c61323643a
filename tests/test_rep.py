"""Every rule across agreements fires where it should and nowhere else: the cases in tests/regler/rep/.

A case is as in regeltilfeller.py, with one block of YAML for each agreement: a.yaml, b.yaml and so on. A line
`# distrikt: Nordland` says that the collection covers that district.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from avtalegen.funn.diagnostic import Diagnostic, Span
from avtalegen.lesing import parse
from avtalegen.lesing.validering import build
from avtalegen.modell.former import Målform
from avtalegen.regler import PÅ_TVERS, Kontekst, Regel, Valg
from avtalegen.regler.oppdag import regler_i
from avtalegen.regler.rep import kjør
from avtalegen.regler.rep.samling import Dekning, Samling
from avtalegen.regler.rep.sammendrag import Møtetid, Sammendrag, sammendrag
from tests.conftest import EKSEMPLER
from tests.i_ett import i_ett
from tests.malformprove import i_begge
from tests.regeltilfeller import prøv, tilfeller
from tests.test_regler import I_DAG, full

HER = Path(__file__).parent / "regler" / "rep"
REGLER = regler_i(tuple(PÅ_TVERS)).values()
KONFIG = Span("avtalegen.toml", 1, 1, 1, 1)


def kontekst(yaml: str, fil: str, i_dag: date = I_DAG) -> Kontekst:
    root = parse(full(yaml), fil).root
    assert root is not None
    avtale = build(root, fil).avtale
    assert avtale is not None, build(root, fil).diagnostics
    return Kontekst(avtale, root, fil, Valg(i_dag))


def funn(avtaler: list[str], kode: str = "REP", målform: Målform | None = None) -> list[Diagnostic]:
    dag = re.search(r"^# i_dag: (\S+)", "".join(avtaler), re.M)
    i_dag = date.fromisoformat(dag[1]) if dag else I_DAG
    distrikt = re.search(r"^# distrikt: (.+)", "".join(avtaler), re.M)
    samling = Samling(
        [sammendrag(kontekst(yaml, f"{chr(97 + n)}.yaml", i_dag)) for n, yaml in enumerate(avtaler)],
        i_dag,
        Dekning(distrikt[1], KONFIG) if distrikt else None,
    )
    funnet = kjør(samling, målform)
    assert all(map(i_begge, funnet))
    return [d for d in funnet if d.code.startswith(kode)]


def linje(d: Diagnostic) -> str:
    steder = "".join(f"\n  {r.span.file}:{r.span.line}:{r.span.column}: {r.message}" for r in d.related)
    return f"{d.span.file}:{d.span.line}:{d.span.column}: {d.severity.value}[{d.code}] {d.message}{steder}"


@pytest.mark.parametrize("regel", REGLER, ids=lambda r: r.kode)
def test_the_cases_of_a_rule_are_judged_as_they_say(regel: Regel, skriv_fasit: bool) -> None:
    path = HER / f"{regel.kode}.md"
    assert path.read_text("utf-8").startswith(f"# {regel.kode} {regel.navn}\n")
    prøv(path, lambda t: "".join(f"{linje(d)}\n" for d in funn(list(t.yaml), t.kode)), skriv=skriv_fasit)


def test_there_are_no_cases_of_a_rule_that_is_not_there() -> None:
    assert {path.stem for path in HER.glob("*.md")} == {regel.kode for regel in REGLER}


@i_ett("regel", REGLER, ids=lambda r: r.kode)
def test_a_rule_s_own_examples_are_true(regel: Regel) -> None:
    dok = regel.dokumentasjon
    assert funn(dok.eksempel_feil.split("---\n"), regel.kode), "the failing example passes"
    assert not funn(dok.eksempel_riktig.split("---\n"), regel.kode), "the passing example fails"


@i_ett("regel", REGLER, ids=lambda r: r.kode)
def test_a_finding_names_what_its_rule_rests_on(regel: Regel) -> None:
    grunnlag = regel.grunnlag or None
    assert {d.section for d in funn(regel.dokumentasjon.eksempel_feil.split("---\n"), regel.kode)} == {grunnlag}


@i_ett("regel", REGLER, ids=lambda r: r.kode)
def test_the_order_of_the_files_decides_no_more_than_the_place(regel: Regel) -> None:
    for tilfelle in tilfeller(HER / f"{regel.kode}.md"):
        omvendt = funn(list(tilfelle.yaml[::-1]), tilfelle.kode)
        assert len(omvendt) == len(re.findall(r"^\w", tilfelle.ventet, re.M)), tilfelle.overskrift


@i_ett(
    ("målform", "ventet"),
    [
        (None, {"a.yaml": "samtidig", "b.yaml": "samstundes"}),
        (Målform.BOKMÅL, {"a.yaml": "samtidig", "b.yaml": "samtidig"}),
        (Målform.NYNORSK, {"a.yaml": "samstundes", "b.yaml": "samstundes"}),
    ],
)
def test_a_finding_is_in_the_målform_of_its_file_or_in_the_one_chosen(
    målform: Målform | None, ventet: dict[str, str]
) -> None:
    avtale = 'avtale: {{status: utkast, målform: {}}}\nparter: {{kommuner: ["{}"], politi: Nordland}}\nperiode: {}\n'
    funnet = funn(
        [
            avtale.format("bokmål", '1859", "1860', "2027–2029"),
            avtale.format("nynorsk", "1859", "2028–2029"),
            avtale.format("nynorsk", "1860", "2026–2029"),
        ],
        "REP103",
        målform,
    )
    assert {d.span.file: d.message.split()[-1].rstrip(".") for d in funnet} == ventet


@i_ett(
    ("steder", "antall"), [(("", ""), 0), (("Leknes", "Leknes"), 0), (("Leknes", "Ramberg"), 1), (("", "Leknes"), 1)]
)
def test_a_meeting_that_is_inherited_from_one_line_is_one_meeting_when_nobody_moves_it(
    steder: tuple[str, ...], antall: int
) -> None:
    linjen = Span("felles.yaml", 3, 12, 3, 22)
    møter = [Møtetid(date(2027, 3, 17), 540, 660, sted, ("Kari Nordmann",), linjen) for sted in steder]
    avtaler = [Sammendrag(f"{nummer}.yaml", møter=(møte,)) for nummer, møte in enumerate(møter)]
    assert [d.code for d in kjør(Samling(avtaler, I_DAG))] == ["REP106"] * antall


def test_the_four_real_agreements_do_not_contradict_each_other() -> None:
    assert funn([path.read_text("utf-8") for path in EKSEMPLER]) == []


def test_what_nobody_has_filled_in_never_meets_itself_in_another_file() -> None:
    ny = """
parter:
  kommuner: {kommunenummer: KOMMUNE, leder: {tittel: ordfører, navn: "FYLL INN: Navnet på ordføreren"}}
  politi: {distrikt: Nordland, enhet: "FYLL INN: Den Lokale Enheten", leder: {tittel: leder, navn: "FYLL INN: Navnet"}}
politikontakt: {navn: "FYLL INN: Navnet På Politikontakten"}
tjenestetilbud:
  tjenestesteder: {navn: "FYLL INN: Navnet På Stedet", telefon: "TELEFON"}
"""
    numre = ["1859", "1860", "1865", "1874", "1820"]
    assert (
        funn([ny.replace("KOMMUNE", nummer).replace("TELEFON", f"7605430{n}") for n, nummer in enumerate(numre)]) == []
    )
    utfylt = [ny.replace("FYLL INN: ", "").replace("KOMMUNE", nummer) for nummer in numre]
    assert {d.code for d in funn(utfylt)} >= {"REP101"}


def test_an_agreement_that_has_ended_is_remembered_by_its_kommuner_alone() -> None:
    gammel = EKSEMPLER[-1].read_text("utf-8")
    kort = sammendrag(kontekst(gammel, "gammel.yaml"))
    assert [part.navn for part in kort.kommuner] == ["Sarpsborg"]
    assert (kort.politikontakter, kort.opplysninger, kort.personer) == ((), (), ())
    assert sammendrag(kontekst(gammel.replace("til-behandling", "opphevet"), "opphevet.yaml")).kommuner == ()
