"""Who takes part in a meeting: everybody whom the agreement knows, once, with the name, and nobody else's name."""

from __future__ import annotations

import pytest

from avtalegen.dokument.bestilling import Papir
from avtalegen.komponering.papirer.kjente import lik, titler
from tests.dokumenttekst import to_text
from tests.i_ett import i_ett
from tests.papirpersonprove import EN, TO, samlet, tabell
from tests.papirprove import LITEN, RIK, lest, papir


def rader(text: str) -> list[tuple[str | None, ...]]:
    """Return title, name, kommune and offices of those who take part."""
    return [(d.rolle.tittel, d.rolle.navn, d.rolle.kommune, *d.verv) for d in samlet(lest(text)).deltakere]


def navn(text: str) -> list[str | None]:
    return [rad[1] for rad in rader(text)]


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


def test_of_two_with_the_title_the_one_that_has_no_name_has_a_seat_too() -> None:
    to = EN.replace("politikontakt]", "{tittel: politikontakt, antall: 2}]")
    assert to != EN
    assert [rad[:2] for rad in rader(to) if rad[0] == "politikontakt"] == [
        ("politikontakt", "Pia Hansen"),
        ("politikontakt", None),
    ]
    innkalling = to_text(papir(to, Papir.INNKALLING))
    assert "- Politikontakt Pia Hansen\n- Politikontakt\n" in innkalling


def test_who_should_come_is_not_said_to_be_one_who_can() -> None:
    bør = EN.replace("medlemmer:", "medlemmer:\n    kan_delta: {tittel: brannsjef, styrke: bør}", 1)
    for which in (Papir.INNKALLING, Papir.MØTEPLAN):
        assert "Bør også delta: brannsjef" in to_text(papir(bør, which))


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


@i_ett(
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


@i_ett(
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


def test_of_a_plural_there_is_one_in_each_kommune() -> None:
    seter = "[kommunedirektørene, SLT-koordinatorene, folkehelsekoordinatorer, barnevernet]"
    flere = LITEN.replace('"1859"', '["1859", "1860"]') + f"politiråd: {{medlemmer: {{kommune: {seter}}}}}\n"
    titler = [d.rolle.tittel for d in samlet(lest(flere)).deltakere if "Flakstad" in str(d.rolle.kommune)]
    assert titler == ["kommunedirektør", "SLT-koordinator", "folkehelsekoordinatorer", "barnevernet"]


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


@i_ett(
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


@i_ett(
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


def test_where_somebody_is_from_stands_in_the_minutes_too() -> None:
    text = EN.replace("    politi: [", "    andre: [{ tittel: leder, enhet: plan- og miljøavdelingen }]\n    politi: [")
    assert ["Leder, plan- og miljøavdelingen", "", "", ""] in tabell(papir(text, Papir.REFERAT))
