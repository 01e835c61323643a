"""Who takes part in a meeting: everybody whom the agreement knows, once, with the name, and nobody else's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.dokument.innhold import Document, Table, characters
from avtalegen.komponering.papir import compose_papir
from avtalegen.komponering.papirer import Deltaker, Mangel, Papirdata, samle
from avtalegen.komponering.papirer.kjente import lik, titler
from avtalegen.komponering.sandbox import environment
from avtalegen.komponering.view import view
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.deler import Rolle
from tests.dokumenttekst import to_text
from tests.generator import I_DAG, Oppskrift, avtaler
from tests.generator import lest as generert
from tests.grundig import antall
from tests.papirprove import LITEN, RIK, lest, papir

EN = """\
format: 1
avtale: {status: utkast}
parter:
  kommuner:
    - kommunenummer: "4018"
      leder: {tittel: ordfører, navn: Kari Nordmann}
      administrativ_leder: {tittel: kommunedirektør, navn: Ola Nordmann}
  politi: {distrikt: Sør-Øst politidistrikt, leder: {tittel: tjenesteenhetsleder, navn: Per Hansen}}
politiråd:
  leder: ordføreren
  sekretær: SLT-koordinatoren
  medlemmer:
    kommune: [ordfører, kommunedirektør, SLT-koordinator]
    politi: [tjenesteenhetsleder, politikontakt]
  møter: {per_år: 4, innkaller: sekretæren}
politikontakt: {navn: Pia Hansen}
slt: {koordinator: {tittel: SLT-koordinator, navn: Siv Hansen}}
"""
TO = EN.replace(
    "  kommuner:\n",
    '  kommuner:\n    - kommunenummer: "4016"\n      leder: {tittel: ordfører, navn: Nils Nordmann}\n'
    "      administrativ_leder: {tittel: kommunedirektør, navn: Anne Nordmann}\n",
)


def samlet(avtale: Avtale, papir: Papir = Papir.REFERAT) -> Papirdata:
    seen = view(avtale, environment("nb").språk)
    navn = [k.fullt_navn for k in seen["kommuner"]]
    found = samle(avtale, Bestilling(dokument=papir), navn, None, seen["distrikt"])
    assert isinstance(found, Papirdata)
    return found


def rader(text: str) -> list[tuple[str | None, ...]]:
    """Return title, name, kommune and offices of those who take part."""
    return [(d.rolle.tittel, d.rolle.navn, d.rolle.kommune, *d.verv) for d in samlet(lest(text)).deltakere]


def navn(text: str) -> list[str | None]:
    return [rad[1] for rad in rader(text)]


def tabell(document: Document) -> list[list[str]]:
    return next([[characters(c) for c in row] for row in b.rows] for b in document.blocks if isinstance(b, Table))


def test_everybody_takes_part_once_whatever_their_offices() -> None:
    assert [(r[0], r[1], *r[3:]) for r in rader(RIK)] == [
        ("ordfører", "Dag Eksempel", "leder"),
        ("kommunedirektør", "Eva Eksempel"),
        ("kommunalsjef oppvekst", None),
        ("kommuneoverlege", None),
        ("stasjonssjef", None, "nestleder"),
        ("politikontakt", "Kari Nordmann"),
        ("representant for ungdomsrådet", None),
        ("SLT-koordinator", "Gunn Eksempel", "sekretær"),
    ]
    assert [d.rolle.tittel for d in samlet(lest(RIK)).kan_delta] == ["leder for barnevernet"]


def test_a_name_that_stands_elsewhere_is_filled_in() -> None:
    assert rader(EN) == [
        ("ordfører", "Kari Nordmann", None, "leder"),
        ("kommunedirektør", "Ola Nordmann", None),
        ("SLT-koordinator", "Siv Hansen", None, "sekretær"),
        ("tjenesteenhetsleder", "Per Hansen", None),
        ("politikontakt", "Pia Hansen", None),
    ]
    referat = papir(EN, Papir.REFERAT)
    assert dict(referat.facts) | {"Tid": "", "Sted": "", "Sendt": ""} == {
        "Møteleder": "Ordfører Kari Nordmann",
        "Referent": "SLT-koordinator Siv Hansen",
        **{"Tid": "", "Sted": "", "Sendt": ""},
    }
    assert [row[1] for row in tabell(referat)[:5]] == [rad[1] for rad in rader(EN)]
    assert dict(papir(EN, Papir.INNKALLING).facts)["Kaller inn"] == "SLT-koordinator Siv Hansen"
    assert dict(papir(EN, Papir.MØTEPLAN).facts)["Kaller inn"] == "SLT-koordinator Siv Hansen"


def test_of_two_kommuner_each_has_its_own_and_what_they_share_is_there_once() -> None:
    assert rader(TO) == [
        ("ordfører", "Nils Nordmann", "Drangedal kommune"),
        ("ordfører", "Kari Nordmann", "Nome kommune"),
        ("kommunedirektør", "Anne Nordmann", "Drangedal kommune"),
        ("kommunedirektør", "Ola Nordmann", "Nome kommune"),
        ("SLT-koordinator", "Siv Hansen", None, "sekretær"),
        ("tjenesteenhetsleder", "Per Hansen", None),
        ("politikontakt", "Pia Hansen", None),
    ]
    # The agreement doesn't say which of the two leads it.
    assert dict(papir(TO, Papir.REFERAT).facts)["Møteleder"] == "Ordføreren, [Fyll inn: navn]"
    assert "Leder i rådet er ordføreren." in to_text(papir(TO, Papir.INNKALLING))


def test_a_kommune_whose_leader_has_no_name_has_a_row_to_fill_in() -> None:
    ukjent = TO.replace("      leder: {tittel: ordfører, navn: Nils Nordmann}\n", "")
    assert rader(ukjent)[:2] == [
        ("ordfører", None, "Drangedal kommune"),
        ("ordfører", "Kari Nordmann", "Nome kommune"),
    ]


@pytest.mark.parametrize("leder", ["en ordfører", "én av ordførerne", "ein ordførar"])
def test_any_one_of_several_is_given_no_name(leder: str) -> None:
    for text in (EN, TO):
        found = samlet(lest(text.replace("leder: ordføreren", f"leder: {leder}")))
        assert found.møteleder is not None
        assert (found.møteleder.tittel, found.møteleder.navn) == (leder, None)
        assert not [d for d in found.deltakere if "leder" in d.verv]
        assert not [d for d in found.deltakere if d.rolle.tittel == leder and d.rolle.navn]
    referat = papir(EN.replace("leder: ordføreren", "leder: en ordfører"), Papir.REFERAT)
    assert dict(referat.facts)["Møteleder"] == "En ordfører, [Fyll inn: navn]"


@pytest.mark.parametrize(
    ("sete", "politi", "kjent"),
    [
        ("lensmann", "leder: {tittel: lensmann for Nome kommune, navn: Per}", "Per"),
        ("lensmannen", "enhet: Nome lensmannskontor, leder: {tittel: lensmann, navn: Per}", "Per"),
        ("tjenesteenhetsleder", "leder: {tittel: stasjonssjef, navn: Per}", "Per"),
        ("stasjonssjef", "leder: {tittel: politistasjonssjef, navn: Per}", "Per"),
        ("lederen for politiet i Nome", "leder: {tittel: tjenesteenhetsleder, navn: Per}", "Per"),
        (
            "lederen for Nome lensmannskontor",
            "enhet: Nome lensmannskontor, leder: {tittel: lensmann, navn: Per}",
            "Per",
        ),
        ("politimester", "politimester: {tittel: politimester i Sør-Øst, navn: Per}", "Per"),
        ("driftsenhetsleder", "driftsenhetsleder: {tittel: geografisk driftsenhetsleder, navn: Per}", "Per"),
        ("leder for barnevernet", "leder: {tittel: leder, navn: Per}", None),
        ("{tittel: politimester, enhet: Vest}", "politimester: {tittel: politimester, navn: Per}", None),
        ("en lensmann", "leder: {tittel: lensmann, navn: Per}", None),
    ],
)
def test_the_police_are_known_by_their_title_and_by_what_the_office_is(sete: str, politi: str, kjent: str) -> None:
    text = LITEN.replace('"1859"', '"4018"').replace("politi: Nordland", f"politi: {{distrikt: Sør-Øst, {politi}}}")
    assert navn(text + f"politiråd: {{medlemmer: {{politi: ['{sete}']}}}}\n".replace("'{", "{").replace("}'", "}")) == [
        kjent
    ]


@pytest.mark.parametrize(
    ("sete", "kommune", "kjent"),
    [
        ("ordfører", "leder: {navn: Kari}", "Kari"),
        ("rådmann eller kommunedirektør", "administrativ_leder: {tittel: rådmann, navn: Kari}", "Kari"),
        ("kommunedirektøren", "administrativ_leder: {tittel: rådmann, navn: Kari}", "Kari"),
        ("ordføreren i Flakstad", "leder: {tittel: ordfører, navn: Kari}", "Kari"),
        ("kommunalsjef oppvekst", "kontaktpersoner: {tittel: kommunalsjef oppvekst, navn: Kari}", "Kari"),
        ("rektor", "kontaktpersoner: [{tittel: rektor, navn: Kari}, {tittel: rektor, navn: Ola}]", None),
        ("varaordfører", "leder: {tittel: ordfører, navn: Kari}", None),
        ("ordfører", "leder: {tittel: ordfører, navn: FYLL INN}", None),
    ],
)
def test_the_kommune_is_known_by_its_titles_too(sete: str, kommune: str, kjent: str | None) -> None:
    text = LITEN.replace('"1859"', f'{{kommunenummer: "1859", {kommune}}}')
    assert navn(text + f"politiråd: {{medlemmer: {{kommune: [{sete}]}}}}\n") == [kjent]


def test_of_a_plural_everybody_is_there() -> None:
    text = LITEN.replace("parter:", "politikontakt: [Pia, {navn: [Per, Pål], kommuner: Flakstad}]\nparter:")
    assert navn(text + "politiråd: {medlemmer: {politi: [politikontaktene]}}\n") == ["Pia", "Per", "Pål"]
    assert navn(text + "politiråd: {medlemmer: {politi: [politikontakt]}}\n") == ["Pia", "Per", "Pål"]
    flere = text.replace('"1859"', '["1859", "1860"]')
    assert navn(flere + "politiråd: {medlemmer: {politi: [politikontakt]}}\n") == ["Per", "Pål", "Pia"]


def test_one_who_signs_is_known_by_it_unless_another_has_the_office() -> None:
    signert = "signaturer: [{tittel: ordfører, navn: Gro, for: Flakstad kommune}]\n"
    råd = "politiråd: {medlemmer: {kommune: [ordfører]}}\n"
    assert navn(LITEN + råd + signert) == ["Gro"]
    med_leder = LITEN.replace('"1859"', '{kommunenummer: "1859", leder: {tittel: ordfører, navn: Kari}}')
    assert navn(med_leder + råd + signert) == ["Kari"]
    to = LITEN.replace('"1859"', '["1859", "1860"]')
    assert navn(to + råd + signert) == ["Gro", None]


def test_a_seat_with_a_name_and_one_without_are_two() -> None:
    assert navn(LITEN + "politiråd: {medlemmer: {politi: [{tittel: seksjonsleder, navn: A}, seksjonsleder]}}\n") == [
        "A",
        None,
    ]
    assert len(navn(LITEN + "politiråd: {medlemmer: {andre: [rektor, rektor]}}\n")) == 2


def test_one_with_two_seats_has_one_row_with_both() -> None:
    text = LITEN + (
        "politiråd: {leder: {tittel: leder av styret, navn: Kari}, sekretær: {navn: Kari}, "
        "medlemmer: {kommune: [{tittel: rektor, navn: Kari}]}}\n"
    )
    assert [(d.rolle.tittel, d.rolle.også, d.verv) for d in samlet(lest(text)).deltakere] == [
        ("rektor", ("leder av styret",), ("leder", "sekretær"))
    ]
    assert tabell(papir(text, Papir.REFERAT))[0][:2] == [
        "Rektor og leder av styret (leder i rådet og sekretær i rådet)",
        "Kari",
    ]


def test_a_party_that_no_member_is_from_is_there_with_its_leaders() -> None:
    uten = EN.split("politiråd:", maxsplit=1)[0]
    assert [rad[1] for rad in rader(uten)] == ["Kari Nordmann", "Ola Nordmann", "Per Hansen"]
    assert navn(uten + "politiråd: {medlemmer: {politi: [politikontakt]}}\n") == ["Kari Nordmann", "Ola Nordmann", None]
    deltar = "politikontakt: {navn: Pia, deltar_i: [politirådet]}\n"
    assert navn(uten + deltar)[-1] == "Pia"


@pytest.mark.parametrize(
    ("innkaller", "told"),
    [
        ("sekretæren", "SLT-koordinator Siv Hansen"),
        ("lederen av rådet", "Ordfører Kari Nordmann"),
        ("politikontakten", "Politikontakt Pia Hansen"),
        ("kommunen", "Kommunen"),
        ("Kari i resepsjonen", "Kari i resepsjonen"),
        ("en ordfører", "En ordfører"),
    ],
)
def test_who_calls_the_meeting_has_a_name_when_it_is_a_person(innkaller: str, told: str) -> None:
    text = EN.replace("innkaller: sekretæren", f"innkaller: {innkaller}")
    assert dict(papir(text, Papir.INNKALLING).facts)["Kaller inn"] == told


@pytest.mark.parametrize(
    ("a", "b", "svar"),
    [
        ("Ordfører", "ordføreren", True),
        ("en ordfører", "Ordfører", True),
        ("begge ordførerne", "ordfører", True),
        ("lederen for barnevernet", "leder for barnevernet", True),
        ("leder", "leder for barnevernet", False),
        ("politikontakt", "politikontaktene", True),
        ("NAV", "NAV-leder", False),
        ("rådmann", "kommunedirektør eller rådmann", True),
        ("", "ordfører", False),
    ],
)
def test_a_title_is_known_again_in_another_form(a: str, b: str, svar: bool) -> None:
    assert lik(titler(a), titler(b)) is svar


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
    for g in avtaler(0, antall(6, 357), Oppskrift(kommuner=kommuner)):
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
    assert seen > 3 * antall(6, 357)


def test_every_seat_of_a_party_is_filled_by_the_one_who_has_the_office() -> None:
    """The generated parties have names of their own; the seats are given the titles of those."""
    for g in avtaler(0, antall(6, 357), Oppskrift(kommuner=2)):
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


def test_the_meeting_before_is_one_of_the_same_kommune() -> None:
    innkalling = to_text(papir(HVER, Papir.INNKALLING, 3))
    assert "referatet fra møtet 3. februar 2027" in innkalling.replace("\u00a0", " ")
    assert "forrige møte" in to_text(papir(HVER, Papir.INNKALLING, 1)).split("Oppfølging")[0]


@pytest.mark.parametrize(
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
