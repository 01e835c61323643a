"""Words in each field that has another value: read, shown, led back to the field, in bounded work."""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from avtalegen.dokument.spor import Sporene
from avtalegen.flyt import Checked, check
from avtalegen.funn.diagnostic import Severity
from avtalegen.komponering import compose
from avtalegen.komponering.papirer.moter import planlagte
from avtalegen.modell.avtale import Avtale, Formatnummer
from avtalegen.modell.base import Form, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import JaNei, MarkdownTekst, Målform, Tekst, Telefon
from avtalegen.rapporter.formatet.nokler import form_i
from avtalegen.regler import Valg
from avtalegen.regler.gyldighet import siste_gyldige_dag
from tests.dokumenttekst import to_text
from tests.generator import I_DAG
from tests.generator.ruter import Rute, mønster
from tests.generator.strategi import korte_tekster
from tests.grundig import antall, utvalg
from tests.i_ett import i_ett
from tests.skjemaprove import godtar
from tests.test_egne_ord import MØTER
from tests.test_hvert_felt import PARTS, agreement

TEKST = (Tekst, MarkdownTekst, JaNei, Telefon, Formatnummer)
FELTENE = [
    (route, felt)
    for route, part in PARTS
    for felt in part.felter.values()
    if not del_i(felt.type) and not isinstance(felt.type, type) and felt.type not in TEKST
]
BRUTT = ("finnes ikke", "kan ikke stemme", "kan ikke leses som", "er ikke noen tid", "her mangler det")


def written(route: tuple[Felt, ...], felt: Felt, tekst: str) -> str:
    return json.dumps(agreement(route, {felt.nøkkel: tekst}), ensure_ascii=False)


def lest(text: str) -> Checked:
    return check(text, "a.yaml", Valg(I_DAG))


@given(st.sampled_from(FELTENE), korte_tekster(sifre=False))
def test_words_never_stop_a_document(place: Any, tekst: str) -> None:
    text = written(*place, tekst)
    checked = lest(text)
    assert not [d for d in checked.diagnostics if d.code.startswith(("SKJ", "YML"))]
    assert godtar().is_valid(json.loads(text))


@given(st.sampled_from(FELTENE), korte_tekster())
def test_only_what_cannot_be_right_stops_a_document(place: Any, tekst: str) -> None:
    checked = check(written(*place, tekst), "a.yaml")
    for found in checked.diagnostics:
        if found.code.startswith("SKJ"):
            assert any(said in found.message for said in BRUTT)
            assert any(tegn.isnumeric() for tegn in tekst)
    if checked.avtale:
        igjen = Avtale.model_validate(checked.avtale.model_dump())
        assert repr(igjen) == repr(checked.avtale)


FOLKS_ORD = (
    *("stort sett mandager", "etter avtale", "ved behov", "partallsuker", "ca. hver 6. uke", "når det passer"),
    *("se vedlegg", "ikke avklart", "fortløpende", "inntil videre", "så lenge partene ønsker", "formiddag"),
    *("8-15.30 unntatt fredag", "halv stilling", "fra høsten", "vanligvis på rådhuset", "mandag til torsdag"),
    *(
        "ei dagsverk i veka",
        "når det passar",
        "inntil vidare",
        "frå hausten",
        "ikkje avklart",
        "avhenger av bemanningen",
    ),
)
"""What people write instead of a value about when, how often, how much, where or who."""
ANNET = {
    "format": "a number that is always 1",
    "arv": "names of files",
    "avtale": "the parts of an agreement that nobody can leave out",
    "avtale.målform": "tells how the document is to be made",
    "avtale.status": "tells how the document is to be made",
    "avtale.våpen": "the picture, and what it shows",
    "parter": "names that the register must know",
    "parter.kommuner": "names that the register must know",
    "parter.kommuner.kommunenummer": "a number that the register must know",
    "parter.kommuner.navn": "a name that the register must know",
    "*.organisasjonsnummer": "a number that is right or wrong",
    "signaturer.part": "tells where the signature stands",
    "lokale_avsnitt": "a heading and what stands under it",
    "lokale_avsnitt.etter": "tells how the document is to be made",
    "lokale_avsnitt.språk": "tells how the document is to be made",
}
"""What stops a document all the same, and why: no words about the agreement could stand there."""
ALLE_FELT = [(route, felt) for route, part in PARTS for felt in part.felter.values()]


def i_ord(route: tuple[Felt, ...], felt: Felt) -> str:
    return ".".join((*(f.nøkkel for f in route), felt.nøkkel))


@i_ett(("nr", "place"), [*enumerate(place for place in ALLE_FELT if i_ord(*place) not in ANNET)])
def test_what_people_write_about_when_how_much_and_who_stops_no_document(nr: int, place: Any) -> None:
    """Each field is tried with some of the texts, others for the next: in all each part with all of them."""
    if f"*.{place[1].nøkkel}" in ANNET:
        return
    for tekst in [FOLKS_ORD[(nr + n) % len(FOLKS_ORD)] for n in range(0, len(FOLKS_ORD), antall(24, 1))]:
        text = written(*place, tekst)
        feil = [d for d in lest(text).diagnostics if d.severity is Severity.FEIL]
        # The agreement has the status of one that is signed, and nobody has signed it.
        assert not [d.message for d in feil if not d.code.startswith("SIG")], tekst
        assert godtar().is_valid(json.loads(text)), tekst


@i_ett("sti", [sti for sti in ANNET if sti not in ("arv", "*.organisasjonsnummer")])
def test_what_stops_it_all_the_same_does(sti: str) -> None:
    place = next(place for place in ALLE_FELT if i_ord(*place) == sti)
    assert [d for d in lest(written(*place, "ikke avklart")).diagnostics if d.code.startswith(("SKJ", "REG"))]


ORD = "passe xyzzy"


def ruter_i(spor: Sporene) -> Iterator[Rute]:
    """Give the ways in what a document shows, on the cover too."""
    return (ett.rute for spenn in spor.steder.values() for ett in spenn)


# The tasks of the meetings stand in the papers alone, and so are tried in test_cli_hent_oppgaver.py.
I_AVTALEN = [place for place in FELTENE if place[0][0].nøkkel != "oppgaver"]


@i_ett("place", utvalg(I_AVTALEN, 50), ids=lambda place: ".".join([*(f.nøkkel for f in place[0]), place[1].nøkkel]))
def test_words_stand_in_the_document_and_lead_back_to_their_field(place: Any) -> None:
    checked = check(written(*place, ORD), "a.yaml")
    assert checked.avtale is not None, checked.diagnostics
    for målform in Målform:
        made = compose(checked.avtale, målform=målform, spor=True)
        assert made.document is not None
        assert ORD in to_text(made.document).casefold()
        assert made.steder is not None
        ruter = {mønster(rute) for rute in ruter_i(made.steder.spor)}
        rute = (*(f.nøkkel for f in place[0]), place[1].nøkkel)
        # The words for when an agreement begins or ends stand together, and lead to «periode».
        assert (("periode", "varighet") if rute[0] == "periode" and rute[1] in ("fra", "til") else rute) in ruter


@i_ett(
    ("text", "koder"),
    [
        (MØTER.format("passe mange"), ("VEI416", "VEI417")),
        (MØTER.format("{ per_år: noen få }"), ("VEI416", "VEI417")),
        (MØTER.format("{ per_år: 1, felles: av og til }"), ("VEI416", "VEI417")),
        (MØTER.format("{ per_år: 4, plan: [{ dato: uke 12 }] }"), ("DAT104",)),
        (MØTER.format("{ per_år: 4, innkallingsfrist: i god tid }"), ("VEI418",)),
        ("evaluering: når det trengs", ("VEI703",)),
        ("periode: så lenge partene vil", ("DAT108",)),
    ],
)
def test_a_rule_does_not_say_that_what_is_told_in_words_is_missing(text: str, koder: tuple[str, ...]) -> None:
    grunnlag = "format: 1\navtale: { status: utkast }\nparter: { kommuner: [1859], politi: Nordland }\n"
    assert {d.code for d in lest(grunnlag + text).diagnostics}.isdisjoint(koder)


@i_ett(
    ("felt", "tekst"),
    [
        ("{ plan: [31.02.2026] }", "«31.02.2026» finnes ikke"),
        ("{ plan: [{ dato: 1.3.2026, klokkeslett: kl. 25 }] }", "«kl. 25» kan ikke leses"),
        ("{ per_år: -1 }", "«-1» kan ikke leses"),
        ("{ per_år: 6–4 }", "«6–4» kan ikke leses"),
        ("{ hyppighet: [årlig, løpende] }", "ikke en liste"),
        ("{ hyppighet: '' }", "mangler det"),
    ],
)
def test_what_is_plainly_broken_stops_it(felt: str, tekst: str) -> None:
    grunnlag = "format: 1\navtale: { status: utkast }\nparter: { kommuner: [1859], politi: Nordland }\n"
    found = [d.message for d in lest(grunnlag + MØTER.format(felt)).diagnostics if d.code.startswith("SKJ")]
    assert any(tekst in message for message in found), found


def test_no_day_is_counted_from_words() -> None:
    grunnlag = "format: 1\navtale: { status: utkast }\nparter: { kommuner: [1859], politi: Nordland }\n"
    møter = "{ saksfrist: i god tid, innkallingsfrist: rimelig tid, plan: [uke 12, { dato: 17.9.2026 }] }"
    checked = lest(f"{grunnlag}periode: {{ fra: 1.1.2026, varighet: så lenge det varer }}\n{MØTER.format(møter)}")
    assert checked.avtale is not None
    assert checked.kontekst is not None
    first, last = planlagte(checked.avtale)
    assert (first.dato, first.saksfrist, first.innkallingsfrist) == (date(2026, 9, 17), None, None)
    assert last.dato is None
    assert last.når is not None
    assert last.når.ord == "uke 12"
    assert siste_gyldige_dag(checked.kontekst) is None


LANGE = ("ord ", "9– ", "mandag, ", "1.1.2026 ", "hver ", "vår og ", "minst ", "( ", f"{'x' * 990} ")


FORMENE = [*{id(form): form for _, felt in FELTENE if (form := form_i(felt.type))}.values()]


@i_ett(("form", "tekst"), utvalg(product(FORMENE, LANGE), 4 * len(FORMENE)))
def test_a_text_as_long_as_it_may_be_is_read_in_few_steps(form: Form, tekst: str) -> None:
    """One that is tried again for each of its words takes minutes; each step is a call, in Python or in C."""
    steps = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    read = form.core["function"]["function"]  # type: ignore[typeddict-item]
    sys.setprofile(count)
    try:
        with suppress(ValueError):
            read((tekst * 48_000)[:48_000])
    finally:
        sys.setprofile(None)
    assert steps < 25_000
