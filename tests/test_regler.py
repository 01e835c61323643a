"""Every rule fires where it should and nowhere else: the cases in tests/regler/ and the rules' own examples.

A case is as in regeltilfeller.py; what a rule says is line and column, severity, code and message. `make fasit` writes
it. What the file needs besides (`format`, `avtale`, `parter`) is put after it. A first line
`# i_dag: 2026-01-31` sets the day, `# klar-for-signering` asks for the rules on signing, `# målform: nynorsk` makes
documents in that one, `# filer: a.pdf 1200` says which files there are and how many bytes they have,
`# ordliste: ordet` what the collection's own list of words has, `# utenfor-ordboken: ord andre` which words the
dictionary lacks. Other rules' findings are not looked at.
"""

import re
from collections.abc import Iterable
from copy import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from avtalegen.flyt import Checked, check
from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.former import Målform
from avtalegen.regler import FAMILIER, Behov, Kontekst, Regel, Valg, regler, som_trenger
from tests.conftest import EKSEMPLER
from tests.grundig import utvalg
from tests.i_ett import i_ett
from tests.malformprove import i_begge
from tests.regeltilfeller import prøv, tilfeller

HER = Path(__file__).parent / "regler"
I_DAG = date(2026, 11, 20)
GRUNNLAG = {
    "format": "format: 1\n",
    "avtale": "avtale: {status: vedtatt, dato: 2026-01-15}\n",
    "parter": 'parter: {kommuner: "1859", politi: Nordland politidistrikt}\n',
}


BORTE: dict[Behov, dict[str, Any]] = {
    Behov.SIGNERING: {"klar_for_signering": False},
    Behov.MÅLFORMER: {"målformer": ()},
    Behov.STAVEKONTROLL: {"stavekontroll": None},
    Behov.FILER: {"filstørrelse": None},
}


def full(yaml: str) -> str:
    """Return the YAML with what every file needs, after it, so that its lines keep their numbers."""
    return yaml + "".join(linje for nøkkel, linje in GRUNNLAG.items() if not re.search(f"^{nøkkel}:", yaml, re.M))


def funn(yaml: str, kode: str) -> list[Diagnostic]:
    """Return what a rule finds."""
    return [d for d in _funnet(yaml) if d.code == kode]


@cache
def _funnet(yaml: str) -> tuple[Diagnostic, ...]:
    """Return what all the rules find; what is said, what is advised and how it is told, is tried on the same cases."""
    return sjekket(yaml).diagnostics


def sjekket(yaml: str) -> Checked:
    """Hold the agreement of a case against all the rules."""
    dag = re.search(r"^# i_dag: (\S+)", yaml, re.M)
    filer = dict(re.findall(r"^# filer?: (\S+) (\d+)", yaml, re.M))
    utenfor = " ".join(re.findall(r"^# utenfor-ordboken: (.+)", yaml, re.M)).split()
    valg = Valg(
        date.fromisoformat(dag[1]) if dag else I_DAG,
        klar_for_signering="# klar-for-signering" in yaml,
        filstørrelse=lambda _fil, navn: int(filer[navn]) if navn in filer else None,
        # What hunspell does is tested in test_stavekontroll.py; here it knows one mistake and the words given.
        stavekontroll=lambda _, tekst: [ord_ for ord_ in tekst.split() if "biedet" in ord_ or ord_ in utenfor],
        målformer=tuple(map(Målform, re.findall(r"^# målform: (\S+)", yaml, re.M))),
        ordliste=frozenset(re.findall(r"^# ordliste: (\S+)", yaml, re.M)),
    )
    checked = check(full(yaml), "a.yaml", valg)
    assert not [d for d in checked.diagnostics if d.code.startswith(("YML", "SKJ"))]
    assert all(map(i_begge, checked.diagnostics))
    return checked


def linje(d: Diagnostic) -> str:
    steder = "".join(f"\n  {r.span.line}:{r.span.column}: {r.message}" for r in d.related)
    return f"{d.span.line}:{d.span.column}: {d.severity.value}[{d.code}] {d.message}{steder}"


@pytest.mark.parametrize("regel", regler().values(), ids=lambda r: r.kode)
def test_the_cases_of_a_rule_are_judged_as_they_say(regel: Regel, skriv_fasit: bool) -> None:
    path = HER / f"{regel.kode}.md"
    assert path.read_text("utf-8").startswith(f"# {regel.kode} {regel.navn}\n")
    prøv(path, lambda t: "".join(f"{linje(d)}\n" for d in funn(t.yaml[0], t.kode)), skriv=skriv_fasit)


def test_there_are_no_cases_of_a_rule_that_is_not_there() -> None:
    assert {path.stem for path in HER.glob("*.md")} == regler().keys()


@i_ett("regel", lambda: regler().values(), ids=lambda r: r.kode)
def test_a_rule_s_own_examples_are_true(regel: Regel) -> None:
    dok = regel.dokumentasjon
    found = funn(dok.eksempel_feil, regel.kode)
    assert found, "the failing example passes"
    assert {d.section for d in found} == {regel.grunnlag or None}, "a finding names what its rule rests on"
    assert not funn(dok.eksempel_riktig, regel.kode), "the passing example fails"


def test_a_rule_rests_on_a_source_we_know() -> None:
    kilder = read_yaml(Path(__file__).parent.parent / "avtalegen" / "regler" / "kilder.yaml")
    for regel in regler().values():
        assert regel.kode[:3] in FAMILIER, regel.kode
        assert re.fullmatch(r"[a-zæøå0-9-]+", regel.navn), regel.kode
        assert not regel.grunnlag or any(regel.grunnlag.startswith(kilde) for kilde in kilder), regel


def test_a_rule_that_finds_less_without_something_says_that_it_needs_it() -> None:
    needing: dict[Behov, set[str]] = {behov: set() for behov in Behov}
    prøvd = dict(utvalg(regler().items(), 30))
    for kode, regel in prøvd.items():
        for yaml in (t.yaml[0] for t in tilfeller(HER / f"{kode}.md") if t.treff):
            kontekst = sjekket(yaml).kontekst
            assert kontekst is not None
            found = _antall(regel, kontekst)
            if _antall(regel, kontekst, Behov) < found:
                for behov in Behov:
                    needing[behov] |= {kode} if _antall(regel, kontekst, [behov]) < found else set()
    # Of an agreement that is signed already, there is nothing to take away.
    needing[Behov.SIGNERING].add("SIG104")
    assert {behov: som_trenger(behov) & {*prøvd, "SIG104"} for behov in Behov} == needing


def _antall(regel: Regel, kontekst: Kontekst, uten: Iterable[Behov] = ()) -> int:
    """Return how many findings one rule has in an agreement, without something that it may need."""
    k = copy(kontekst)
    for behov in uten:
        k.valg = k.valg._replace(**BORTE[behov])
    return len([*regel.sjekk(k)])


def test_names_are_unique() -> None:
    navn = [regel.navn for regel in regler().values()]
    assert len(navn) == len(set(navn))


@pytest.mark.parametrize("path", EKSEMPLER, ids=lambda path: path.stem)
def test_a_message_says_what_is_wrong_in_a_sentence(path: Path) -> None:
    for d in check(path.read_bytes(), path.name, Valg(I_DAG)).diagnostics:
        assert d.message.endswith("."), d
        assert d.hint is None or d.hint.endswith((".", "»")), d
