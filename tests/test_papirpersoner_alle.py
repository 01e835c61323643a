"""Who takes part in a meeting, whatever the agreement says: each seat filled, and a politiråd in each kommune."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.komponering.papir import compose_papir
from avtalegen.komponering.papirer import Deltaker, Mangel
from avtalegen.komponering.papirer.kjente import lik, titler
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.deler import Rolle
from tests.dokumenttekst import to_text
from tests.generator import I_DAG, Oppskrift, avtaler
from tests.generator import lest as generert
from tests.grundig import antall
from tests.i_ett import i_ett
from tests.papirpersonprove import EN, TO, samlet, tabell
from tests.papirprove import lest, papir

# -- whatever the agreement says --------------------------------------------------------------------------------------


def seter(avtale: Avtale) -> Iterator[Rolle]:
    """Give those whom the agreement has given a seat, with and without a name."""
    råd = avtale.politiråd
    m = råd.medlemmer if råd else None
    yield from (*m.kommune, *m.politi, *m.andre, *m.kan_delta) if m else ()
    yield from filter(None, (råd.leder, råd.nestleder, råd.sekretær, råd.tilrettelegger) if råd else ())


@pytest.mark.parametrize("kommuner", [1, 3])
def test_everybody_with_a_seat_has_one_row_and_the_name_that_is_known(kommuner: int) -> None:
    seen = 0
    for g in avtaler(0, antall(2, 357), Oppskrift(kommuner=kommuner)):
        avtale = generert(g).avtale
        assert avtale is not None
        found = samlet(avtale)
        alle: list[Deltaker] = [*found.deltakere, *found.kan_delta]
        names = Counter(str(d.rolle.navn) for d in alle if d.rolle.navn)
        assert {name: n for name, n in names.items() if n > 1} == {}
        titles = [t for d in alle for t in (d.rolle.tittel, *d.rolle.også) if t]
        uavklart = [rolle for _, rolle in found.uavklarte]
        for sete in seter(avtale):
            if sete.navn:
                assert names[sete.navn] == 1, sete
                seen += 1
            elif sete.tittel and sete not in uavklart:
                assert any(lik(titler(sete.tittel), titler(title)) for title in titles), sete
        for which in (Papir.REFERAT, Papir.INNKALLING):
            made = compose_papir(avtale, Bestilling(dokument=which), I_DAG)
            if not isinstance(made, Mangel):
                assert made.document is not None
                told = to_text(made.document)
                assert [name for name in names if name not in told] == []
    assert seen > 3 * antall(2, 357)


def test_every_seat_of_a_party_is_filled_by_the_one_who_has_the_office() -> None:
    """The generated parties have names of their own; the seats are given the titles of those."""
    for g in avtaler(0, antall(1, 357), Oppskrift(kommuner=2)):
        avtale = generert(g).avtale
        assert avtale is not None
        kommuner = tuple(
            k.med(
                leder=Rolle(tittel="ordfører", navn=f"Leder {n}"),
                administrativ_leder=Rolle(tittel="rådmann", navn=f"Rådmann {n}"),
            )
            for n, k in enumerate(avtale.parter.kommuner)
        )
        seats = {"kommune": ["ordfører", "kommunedirektør"], "politi": ["politikontakt"]}
        råd = Avtale.model_validate(
            {
                "format": 1,
                "avtale": {},
                "parter": {"kommuner": "1859", "politi": "Nordland"},
                "politiråd": {"medlemmer": seats},
            }
        ).politiråd
        kontakter = avtale.politikontakt
        found = samlet(avtale.med(parter=avtale.parter.med(kommuner=kommuner), politiråd=råd))
        names = {str(d.rolle.navn) for d in found.deltakere}
        assert {"Leder 0", "Leder 1", "Rådmann 0", "Rådmann 1"} <= names
        assert {navn for k in kontakter for navn in k.navn} <= names


# -- a politiråd in each kommune --------------------------------------------------------------------------------------

HVER = TO.replace(
    "møter: {per_år: 4, innkaller: sekretæren}",
    "møter: {per_kommune: 1, plan: [{dato: 3.2.2027, vert: Drangedal kommune}, {dato: 3.2.2027, vert: Nome}, "
    "{dato: 5.5.2027, vert: Nome kommune}, {dato: 1.9.2027, vert: regionrådet}]}",
)


@pytest.mark.parametrize(
    ("møte", "hvem", "navnene"),
    [
        (1, "Drangedal kommune og Sør-Øst politidistrikt", {"Nils Nordmann", "Anne Nordmann"}),
        (3, "Nome kommune og Sør-Øst politidistrikt", {"Kari Nordmann", "Ola Nordmann"}),
        (4, "Drangedal og Nome kommuner og Sør-Øst politidistrikt", {"Nils Nordmann", "Kari Nordmann"}),
    ],
)
def test_a_meeting_of_one_kommune_is_of_its_people(møte: int, hvem: str, navnene: set[str]) -> None:
    referat = papir(HVER, Papir.REFERAT, møte)
    assert referat.subtitle == hvem
    there = {row[1] for row in tabell(referat)}
    assert navnene | {"Per Hansen", "Siv Hansen", "Pia Hansen"} <= there
    alle = {"Nils Nordmann", "Anne Nordmann", "Kari Nordmann", "Ola Nordmann"}
    assert there & alle == (navnene if møte < 4 else alle)


def test_a_politiråd_in_the_place_of_those_of_each_kommune_is_of_all() -> None:
    felles = HVER.replace("  møter: {per", "  regionalt: {forum: regionrådet, forhold: erstatter}\n  møter: {per")
    assert felles != HVER
    assert papir(felles, Papir.REFERAT, 1).subtitle == "Drangedal og Nome kommuner og Sør-Øst politidistrikt"


def test_the_meeting_before_is_one_of_the_same_kommune() -> None:
    innkalling = to_text(papir(HVER, Papir.INNKALLING, 3))
    assert "referatet fra møtet 3. februar 2027" in innkalling.replace("\u00a0", " ")
    assert "forrige møte" in to_text(papir(HVER, Papir.INNKALLING, 1)).split("Oppfølging")[0]


@i_ett(
    ("text", "kommune", "told"),
    [
        (HVER, "Nome", "Nome kommune og Sør-Øst politidistrikt"),
        (HVER, "Drangedal kommune", "Drangedal kommune og Sør-Øst politidistrikt"),
        (HVER, "Skien", "Det er ikke noe møte i «Skien»: Avtalen gjelder ikke den kommunen."),
        (EN, "Skien", "Det er ikke noe møte i «Skien»: Avtalen gjelder ikke den kommunen."),
        (EN, "Nome", "Nome kommune og Sør-Øst politidistrikt"),
        (TO, "Nome", "Det er ikke noe møte bare i «Nome»: Avtalen sier ikke at hver kommune har sitt eget politiråd."),
    ],
)
def test_the_kommune_can_be_asked_for(text: str, kommune: str, told: str) -> None:
    made = compose_papir(lest(text), Bestilling(dokument=Papir.INNKALLING, kommune=kommune), None, spor=True)
    if isinstance(made, Mangel):
        assert made.melding == told
    else:
        assert made.document is not None
        assert made.document.subtitle == told
        assert made.gjelder == {"Nome": "2027-02-03-nome", "Drangedal kommune": "2027-02-03-drangedal"}.get(
            kommune if text is HVER else "", ""
        )
