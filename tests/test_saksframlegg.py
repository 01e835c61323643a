"""The case about the agreement: what is known, what is asked for, and what is proposed."""

from __future__ import annotations

import re

import pytest

from avtalegen.dokument.bestilling import Papir
from avtalegen.modell.former import Målform
from tests.conftest import EKSEMPLER
from tests.i_ett import i_ett
from tests.papirprove import FULLMAKT, LITEN, RIK, papir
from tests.test_papirdokumenter import said, tables


def test_a_case_says_what_is_known_and_asks_for_the_rest() -> None:
    read = said(RIK, Papir.SAKSFRAMLEGG)
    assert "Avtalen erstatter «Avtale om politiråd» fra 3. mars 2020 (sak 20/55)." in read
    assert "Ordningen med politikontakt (Kari Nordmann) gjelder fra 1. februar 2026." in read
    assert "Fauske politistasjon er på plass fra mai 2026." in read
    assert "SLT-koordinator | Kommunen | 850 000 kroner | 100 %" in read
    assert "1. Fauske kommunestyre godkjenner avtalen om kommune- og politisamarbeid" in read
    assert "[Fyll inn: hva avtalen betyr for kommunen" in read


def test_a_politikontakt_without_a_name_is_somewhere() -> None:
    """A unit is no politikontakt."""
    uten = LITEN + "politikontakt: { enhet: Leknes politistasjon }\n"
    for målform in Målform:
        told = said(uten, Papir.SAKSFRAMLEGG, målform=målform)
        assert "Politikontakt:** Ved Leknes politistasjon" in told
        told = said(uten.replace("{ ", "{ antall: to, "), Papir.SAKSFRAMLEGG, målform=målform)
        assert re.search(r"Politikontakt:\*\* To politikontakt[ea]r, Leknes politistasjon", told)


def test_the_case_says_who_leads_as_a_sentence_does() -> None:
    for målform, leder in ((Målform.BOKMÅL, "Leder"), (Målform.NYNORSK, "Leiar")):
        told = said(LITEN + "politiråd: { leder: ordfører }\n", Papir.SAKSFRAMLEGG, målform=målform)
        assert f"{leder} er ordføreren" in told


def test_the_case_says_nothing_else_of_a_council_that_is_told_in_words_of_ones_own() -> None:
    for målform, egne in (
        (Målform.BOKMÅL, "Avtalen sier med egne ord"),
        (Målform.NYNORSK, "Avtalen seier med eigne ord"),
    ):
        told = said(LITEN + "politiråd: ikke opprettet ennå\n", Papir.SAKSFRAMLEGG, målform=målform)
        assert f"Politiråd:** {egne}" in told
        assert "det faste samarbeidsorganet" not in told


def test_what_the_heading_says_is_not_said_again() -> None:
    grunnlag = (
        "format: 1\navtale: {status: utkast, bakgrunn: [vekst i sentrum, økt trafikk]}\n" + LITEN.split("\n", 2)[2]
    )
    for målform in Målform:
        told = said(grunnlag, Papir.SAKSFRAMLEGG, målform=målform)
        assert "Bakgrunn:" not in told
        assert "Vekst i sentrum." in told
        told = said(
            LITEN + "evaluering: {oppfølging: [plan mot uro, møte med alle]}\n", Papir.EVALUERING, målform=målform
        )
        assert re.search(r"Oppfølging av evaluering\w+: plan mot uro\. Møte med alle\.", told)


def test_the_proposal_names_who_signs_and_decides_nothing_else() -> None:
    nb, nn = (
        said(FULLMAKT, Papir.SAKSFRAMLEGG, målform=målform).split("\n7 ")[-1].split("Forslag til vedtak")[1]
        for målform in Målform
    )
    assert re.findall(r"\d\. (.*)", nb) == [
        "Flakstad kommunestyre godkjenner avtalen om kommune- og politisamarbeid med Nordland politidistrikt.",
        "Avtalen signeres av kommunedirektør Per Nordmann for Flakstad kommune.",
    ]
    assert "kommunedirektør Per Nordmann for Flakstad kommune" in nn
    assert "ordfør" not in nb.casefold() + nn.casefold()
    told = said(FULLMAKT, Papir.SAKSFRAMLEGG)
    assert "Kommunedirektør Per Nordmann for Flakstad kommune og lensmann Ola for Nordland politidistrikt" in told


@i_ett(
    ("kommuner", "mer", "told"),
    [
        ('"1859"', "", "signeres av [Fyll inn: hvem som signerer for kommunen]."),
        ('{kommunenummer: "1859", leder: ordfører}', "", "signeres av ordfører [Fyll inn: navn] for Flakstad kommune."),
        (
            '{kommunenummer: "1859", leder: {tittel: ordfører, navn: Kari}}',
            "signaturer: [ordfører, {tittel: lensmann, part: politiet}]\n",
            "signeres av ordfører Kari.",
        ),
        (
            '["1859", "1860"]',
            "signaturer: [{tittel: ordfører, navn: A, for: Flakstad kommune}, "
            "{tittel: ordfører, navn: B, for: Vestvågøy}]\n",
            "signeres av ordfører A for Flakstad kommune og ordfører B for Vestvågøy kommune.",
        ),
        ('["1859", "1860"]', "", "signeres av [Fyll inn: hvem som signerer for kommunen]."),
        (
            '"1859"',
            "signaturer: [{tittel: leder av utvalget, navn: A, for: Flakstad}, {tittel: lensmann, part: politiet}]\n",
            "signeres av A, leder av utvalget, for Flakstad kommune.",
        ),
    ],
)
def test_one_who_signs_has_the_name_that_is_known(kommuner: str, mer: str, told: str) -> None:
    assert told in said(LITEN.replace('"1859"', kommuner) + mer, Papir.SAKSFRAMLEGG)


def test_a_case_says_of_a_position_what_the_agreement_says() -> None:
    text = LITEN + "politikontakt: {navn: Pia, kommuner: [Fauske, Saltdal], stillingsandel: 50 %}\n"
    assert "Pia. Dekker Fauske og Saltdal. Funksjonen utgjør 50 % av stillingen" in said(
        text, Papir.SAKSFRAMLEGG
    ).replace("\u00a0", " ")


def test_a_column_that_nobody_has_filled_in_is_left_out() -> None:
    (header, rows), *_ = tables(
        papir(LITEN + "forpliktelser: {ressurser: [{hva: Kontor}, {hva: Bil, fra: NAV}]}\n", Papir.SAKSFRAMLEGG)
    )
    assert (header, rows) == (["Hva", "Hvem"], [["Kontor", "–"], ["Bil", "NAV"]])


@i_ett(
    ("kommuner", "first"),
    [
        ('"1859"', "1. Flakstad kommunestyre godkjenner"),
        ("{kommunenummer: 4621, vedtak: {organ: heradsstyret}}", "1. Heradsstyret godkjenner"),
        ("{kommunenummer: 1859, vedtak: {organ: Kommunestyre}}", "1. Flakstad kommunestyre godkjenner"),
        ("{kommunenummer: 1859, vedtak: {organ: formannskap}}", "1. Formannskapet godkjenner"),
        ("4621", "1. Kommunestyret i Voss herad godkjenner"),
        ("[3320, 3324]", "1. [Fyll inn: kommunens navn] kommunestyre godkjenner"),
    ],
)
def test_the_proposal_names_the_body_that_decides(kommuner: str, first: str) -> None:
    text = LITEN.replace('"1859"', kommuner)
    assert first in said(text, Papir.SAKSFRAMLEGG)
    assert ("Hver kommune vedtar avtalen for seg." in said(text, Papir.SAKSFRAMLEGG)) is kommuner.startswith("[")


@i_ett(
    ("periode", "point", "proposal"),
    [
        ("2027", "2027", " for året 2027."),
        ("2027–2029", "2027–2029", " for perioden 2027–2029."),
        (
            "{fra: 1.10.2016, varighet: 3 år}",
            "Fra 1. oktober 2016 i tre år",
            ". Avtalen gjelder fra 1. oktober 2016 i tre år.",
        ),
        ("3 år", "I tre år", ". Avtalen gjelder i tre år."),
        (
            "25.10.2024 – løpende",
            "Fra 25. oktober 2024, løpende, til avtalen blir sagt opp eller avløst av en ny",
            ". Avtalen gjelder fra 25. oktober 2024 og til den blir sagt opp eller avløst av en ny.",
        ),
        (
            "løpende",
            "Løpende, til avtalen blir sagt opp eller avløst av en ny",
            ". Avtalen gjelder til den blir sagt opp eller avløst av en ny.",
        ),
        ("{revisjon: årlig}", None, "."),
    ],
)
def test_a_case_says_how_long_the_agreement_lasts(periode: str, point: str | None, proposal: str) -> None:
    read = said(LITEN + f"periode: {periode}\n", Papir.SAKSFRAMLEGG)
    assert re.findall(r"\*\*Periode:\*\* (.*)", read) == ([point] if point else [])
    assert f"politisamarbeid med Nordland politidistrikt{proposal}\n" in read
    assert ("**Revisjon:** Hvert år" in read) is (point is None)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("hallingdal", "ledelsen i kommunene og politiet. "),
        ("hallingdal", "Rådet har ett møte i året i hver kommune og ett felles møte i Regionrådet for Hallingdal"),
        ("malvik", " i oppstarten"),
    ],
)
def test_a_case_says_where_and_when_the_meetings_are(name: str, told: str) -> None:
    (path,) = (path for path in EKSEMPLER if path.stem == name)
    (point,) = re.findall(r"- \*\*Politiråd:\*\* .*", said(path.read_text(encoding="utf-8"), Papir.SAKSFRAMLEGG))
    assert told in point


def test_what_the_kommune_should_do_is_not_said_to_bind_it() -> None:
    text = LITEN + "forpliktelser: {kommunen: [Varsle, Dele tall], felles: {hva: Evaluere, styrke: bør, frist: 2027}}\n"
    told = said(text, Papir.SAKSFRAMLEGG)
    assert "Med avtalen forplikter kommunen seg til å:\n- Varsle\n- Dele tall\n" in told
    assert "Kommunen bør evaluere (frist: 2027)." in told
    bare_bør = said(LITEN + "forpliktelser: {kommunen: {hva: Varsle, styrke: bør}}\n", Papir.SAKSFRAMLEGG)
    assert "forplikter" not in bare_bør
    assert "Kommunen bør varsle." in bare_bør


def test_a_case_says_which_areas_are_carried_over_and_which_are_new() -> None:
    ført = "{ navn: Rus, videreført: ja }"
    for områder, nb, nn in (
        (
            f"[{ført}, Vold]",
            "Dette satsningsområdet er ført videre fra forrige periode: rus. Dette er nytt: vold.",
            "Dette satsingsområdet er ført vidare frå førre periode: rus. Dette er nytt: vold.",
        ),
        (
            f"[{ført}, {{ navn: Ungdom, videreført: ja }}, Vold, Trafikk]",
            "Disse satsningsområdene er ført videre fra forrige periode: rus og ungdom. Disse er nye: vold og trafikk.",
            "Desse satsingsområda er førte vidare frå førre periode: rus og ungdom. Desse er nye: vold og trafikk.",
        ),
        (
            f"[{ført}]",
            "Satsningsområdene er ført videre fra forrige periode.",
            "Satsingsområda er førte vidare frå førre periode.",
        ),
    ):
        skrevet = f"{LITEN}satsningsområder: {områder}\n"
        assert nb in said(skrevet, Papir.SAKSFRAMLEGG)
        assert nn in said(skrevet, Papir.SAKSFRAMLEGG, målform=Målform.NYNORSK)
    assert "forrige periode" not in said(f"{LITEN}satsningsområder: [Rus]\n", Papir.SAKSFRAMLEGG)
