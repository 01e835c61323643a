"""Which lines are headings, where the program numbers them, and who a word of the agreement's own stands for."""

from __future__ import annotations

import pytest

from avtalegen.importering import Kilde, importer, les
from avtalegen.importering.kilde import Bit, Celle, Linje, Sted
from tests.fortaltprove import feltene

FORAN = "Avtale mellom Os kommune og Vest politidistrikt"


def linjen(nr: int, tekst: str, nummer: str = "", nivå: int | None = None) -> Linje:
    biter = (Bit(0, len(tekst), fet=True),) if nivå == 0 else ()
    return Linje(nr, tekst, Sted(1, nr + 1), nummer=nummer, listenivå=nivå, biter=biter)


@pytest.mark.parametrize("nummer", ["Artikkel {}", "Kapittel {}", "Pkt. {}"])
def test_a_heading_that_the_program_numbers_ends_the_list_over_it(nummer: str) -> None:
    linjer = [
        linjen(0, FORAN),
        linjen(1, "Formål", nummer.format(1), 0),
        linjen(2, "Målet er", "1.1", 1),
        linjen(3, "å forebygge vold,", "(a)", 2),
        linjen(4, "å redusere rus.", "(b)", 2),
        linjen(5, "Løpetid, oppsigelse og opphør", nummer.format(2), 0),
        linjen(6, "Hver part kan si opp avtalen med seks måneders varsel.", "2.1", 1),
    ]
    felt = feltene(importer(Kilde("os.docx", "docx", tuple(linjer))))
    assert felt["periode.oppsigelse.frist"] == "seks måneder"
    assert [v for rute, v in felt.items() if rute.startswith("avtale.formål")] == [
        "å forebygge vold",
        "å redusere rus",
    ]


def test_the_words_over_what_they_count_up_are_no_heading() -> None:
    tekst = "Partene forplikter seg til følgende tiltak:"
    linjer = [linjen(0, FORAN), linjen(1, "Innsatsområder", "§ 1", 0), linjen(2, tekst, "1.1", 1)]
    tabell = (("Område", "Tiltak", "Ansvarlig"), ("Trafikk", "Kontroll", "lensmannen"), ("Rus", "Kurs", "rektor"))
    celler = [(r, k, en) for r, rad in enumerate(tabell) for k, en in enumerate(rad)]
    linjer += [linjen(nr, en)._replace(celle=Celle(0, r, k)) for nr, (r, k, en) in enumerate(celler, 3)]
    felt = feltene(importer(Kilde("os.docx", "docx", tuple(linjer))))
    navnene = [v for rute, v in felt.items() if rute.endswith(".navn") and rute.startswith("satsnings")]
    assert navnene == ["Trafikk", "Rus"]


def test_what_each_side_does_under_who_does_what_is_its_duties_and_no_area() -> None:
    tekst = "## Hvem gjør hva?\n\n### Kommunen\n\n- betaler koordinatoren\n\n### Politiet\n\n- går patrulje i helgene\n"
    felt = feltene(importer(les(f"# {FORAN}\n\n{tekst}".encode(), "os.md")))
    assert (felt["forpliktelser.kommunen.0"], felt["forpliktelser.politiet.0"]) == (
        "betaler koordinatoren",
        "går patrulje i helgene",
    )
    assert not any(rute.startswith("satsnings") for rute in felt)
