"""People's own ways of writing numbers, amounts, choices and targets, and what they become."""

from typing import Any

import pytest

from avtalegen.flyt import check
from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.avslutning import Signatur, Vedlegg
from avtalegen.modell.datering import DateringForm, Dato
from avtalegen.modell.former import (
    Antall,
    AntallForm,
    JaNei,
    Saksnummer,
    Telefon,
)
from avtalegen.modell.hyppighet import Hyppighet, HyppighetForm, MøteantallForm
from avtalegen.modell.klokke import KlokkeslettForm, Ukedager
from avtalegen.modell.moter import Møter
from avtalegen.modell.tall import DelAv, Heltall, Kroner, Mengde, Minutter, Prosent, Tall
from avtalegen.modell.tid import TidsromForm
from avtalegen.modell.tjenestetilbud import Områdetype, Responsmål
from avtalegen.modell.varighet import Enhet, FristForm, VarighetForm
from tests.formprove import avvist, les
from tests.i_ett import i_ett
from tests.test_lesing_validering import GYLDIG


@i_ett(
    ("type_", "skrevet", "betyr"),
    [
        (Heltall, "2", 2),
        (Heltall, "fire", 4),
        (Heltall, "fjorten", 14),
        (Heltall, "et", 1),
        (Heltall, "12 000", 12000),
        (Saksnummer, "PS 12/2026", "PS 12/2026"),
        (Saksnummer, "sak 12/26", "12/26"),
        (Saksnummer, "som sak PS 12/26", "PS 12/26"),
        (Saksnummer, "Saksnr.: 2026/1234-5", "2026/1234-5"),
        (Saksnummer, "sak om lys", "sak om lys"),
        (AntallForm, "4", Antall(4)),
        (AntallForm, "minst to", Antall(2, minst=True)),
        (AntallForm, "Minimum 2 møter", Antall(2, minst=True)),
        (AntallForm, "4 ganger i året", Antall(4)),
        (AntallForm, "fire gonger årleg", Antall(4)),
        (AntallForm, "4–6", Antall(4, minst=True, høyst=6)),
        (AntallForm, "fire til seks møter", Antall(4, minst=True, høyst=6)),
        (AntallForm, "inntil 4", Antall(0, minst=True, høyst=4)),
        (AntallForm, "maks. fire møter per år", Antall(0, minst=True, høyst=4)),
        (JaNei, "ja", True),
        (JaNei, "Nei", False),
        (JaNei, "no", False),
        (Tall, "2,5", 2.5),
        (Tall, "2.5 stillinger", 2.5),
        (Tall, "9 årsverk", 9),
        (Tall, "to stillingar", 2),
        (Minutter, "25", 25),
        (Minutter, "25 min", 25),
        (Minutter, "25 min.", 25),
        (Minutter, "25 minutter", 25),
        (Minutter, "tolv minutt", 12),
        (Minutter, "innen 25 minutter", 25),
        (Prosent, "50 %", 50.0),
        (Prosent, "50", 50.0),
        (Prosent, "12,5 prosent", 12.5),
        (Prosent, "0,5 %", 0.5),
        (Prosent, "50 % stilling", 50.0),
        (Prosent, "halv stilling", 50.0),
        (Prosent, "ei halv stilling", 50.0),
        (Prosent, "et halvt årsverk", 50.0),
        (Prosent, "Hel stilling", 100.0),
        (Prosent, "heil stilling", 100.0),
        (Prosent, "1 årsverk", 100.0),
        (Prosent, "ett årsverk", 100.0),
        (Prosent, "0,5 årsverk", 50.0),
        (Prosent, "halvparten", 50.0),
        (Kroner, "250 000 kr", 250000),
        (Kroner, "kr 250.000,-", 250000),
        (Kroner, "250000", 250000),
        (Kroner, "1,2 mill.", 1200000),
        (Kroner, "1,2 mill. kr", 1200000),
        (Kroner, "kr 1,2 millioner", 1200000),
        (Kroner, "1,25 millionar kroner", 1250000),
        (Kroner, "en million", 1000000),
        (Kroner, "250 tusen kroner", 250000),
        (Telefon, "02800", ("02800",)),
        (Telefon, "75 58 90 00/02800", ("75589000", "02800")),
        (Telefon, "800 40 008 eller 815 20 077", ("80040008", "81520077")),
        (Telefon, ["112", "tlf. 02800"], ("112", "02800")),
        (Telefon, "+47 76 05 43 01", ("+4776054301",)),
    ],
)
def test_a_way_of_writing_is_understood(type_: Any, skrevet: object, betyr: object) -> None:
    assert les(type_, skrevet) == betyr


def mengde(verdi: Any) -> tuple[float, str, float | None]:
    return float(verdi), verdi.grense, verdi.til


@i_ett(
    ("type_", "skrevet", "tall", "grense", "til"),
    [
        (Kroner, "kr 250 000,00", 250000, "", None),
        (Kroner, "1.500.000,00 kr", 1500000, "", None),
        (Kroner, "250 000,-", 250000, "", None),
        (Kroner, "kr. 1,5 mill.", 1500000, "", None),
        (Kroner, "inntil 50 000 kr", 50000, "inntil", None),
        (Kroner, "Inntil kr 50 000", 50000, "inntil", None),
        (Kroner, "kr inntil 50 000", 50000, "inntil", None),
        (Kroner, "ca. 250 000", 250000, "omtrent", None),
        (Kroner, "om lag 1,5 mill. kr", 1500000, "omtrent", None),
        (Kroner, "minst 10 000 kroner", 10000, "minst", None),
        (Kroner, "200 000–250 000 kr", 200000, "", 250000),
        (Kroner, "1–2 millioner kroner", 1000000, "", 2000000),
        (Prosent, "12,5 pst", 12.5, "", None),
        (Prosent, "12,5 pst.", 12.5, "", None),
        (Prosent, "20–40 %", 20, "", 40),
        (Prosent, "20 til 40 prosent", 20, "", 40),
        (Prosent, "20 % – 40 %", 20, "", 40),
        (Prosent, "1/2", 50, "", None),
        (Prosent, "½ stilling", 50, "", None),
        (Prosent, "3/4 stilling", 75, "", None),
        (Prosent, "en halv stilling", 50, "", None),
        (Prosent, "50 %-stilling", 50, "", None),
        (Prosent, "ca. 20 %", 20, "omtrent", None),
        (Prosent, "minst 50 prosent", 50, "minst", None),
        (Tall, "ca. 4", 4, "omtrent", None),
        (Tall, "2 ½ stilling", 2.5, "", None),
        (Tall, "3–4 årsverk", 3, "", 4),
        (Tall, "inntil 3", 3, "inntil", None),
        (Minutter, "20–25 minutter", 20, "", 25),
        (Minutter, "om lag 25 min.", 25, "omtrent", None),
        (Heltall, "minst to", 2, "minst", None),
    ],
)
def test_a_limit_and_a_range_keep_their_meaning(
    type_: Any, skrevet: str, tall: float, grense: str, til: float | None
) -> None:
    lest = les(type_, skrevet)
    assert mengde(lest) == (tall, grense, til)
    assert mengde(les(type_, lest.skriv())) == (tall, grense, til)


I_ORD = [
    (Heltall, "Noen"),
    (Heltall, "ett til hver part"),
    (AntallForm, "Mange"),
    (AntallForm, "minst 4–6"),
    (MøteantallForm, "noen ganger i året"),
    (MøteantallForm, "ved behov"),
    (Tall, "Noen få"),
    (Minutter, "Raskt"),
    (Prosent, "0,5"),
    (Prosent, "1,5"),
    (Prosent, "halvannen"),
    (Heltall, "to og en halv"),
    (Heltall, "2–2,5"),
    (Prosent, "Litt"),
    (Prosent, "1/3"),
    (Kroner, "Mye"),
    (Kroner, "250 000 kr årlig"),
    (Kroner, "kr 250 000,50"),
    (HyppighetForm, "noen ganger i året"),
    (HyppighetForm, "Av og til"),
    (HyppighetForm, "4 ganger"),
    (HyppighetForm, "hver måned unntatt juli"),
    (KlokkeslettForm, "Om morgenen"),
    (KlokkeslettForm, "kl. 9 til 11"),
    (Ukedager, "første fredag"),
    (Ukedager, "fredag–mandag"),
    (VarighetForm, "Lenge"),
    (VarighetForm, "en halv uke"),
    (FristForm, "I god tid før møtet"),
    (TidsromForm, "I sommer"),
    (DateringForm, "Neste uke"),
    (DateringForm, "16. september"),
    (Dato, "våren 2026"),
    (Dato, "uke 12"),
]


@i_ett(("type_", "skrevet"), I_ORD)
def test_what_is_no_value_stands_as_it_is_written(type_: Any, skrevet: str) -> None:
    lest = les(type_, skrevet)
    assert lest.ord == lest.skriv() == skrevet
    assert les(type_, lest).ord == skrevet
    assert lest  # a template that asks whether something is said, is told that it is


@i_ett(
    ("skrevet", "betyr"),
    [
        ("4 eller flere", Antall(4, minst=True)),
        ("4+", Antall(4, minst=True)),
        ("fire eller fleire møte", Antall(4, minst=True)),
        ("ca. 4", Antall(4, omtrent=True)),
        ("om lag fire møter i året", Antall(4, omtrent=True)),
        ("3–4 møter", Antall(3, minst=True, høyst=4)),
        ("tre eller fire", Antall(3, minst=True, høyst=4)),
        ("to årlige møter", Antall(2)),
        ("to årlege møte", Antall(2)),
        ("fire faste møter i året", Antall(4)),
        ("hvert kvartal", Antall(4, hyppighet=Hyppighet(1, Enhet.KVARTAL))),
        ("vår og haust", Antall(2, hyppighet=Hyppighet(1, årstider=(0, 2)))),
    ],
)
def test_so_many_meetings_a_year_may_be_how_often(skrevet: str, betyr: Antall) -> None:
    lest = les(MøteantallForm, skrevet)
    assert lest == betyr == les(MøteantallForm, lest.skriv())


def test_so_much_is_the_same_when_it_has_the_same_limit_and_the_same_words() -> None:
    alle = (Mengde(50), Mengde(50, "inntil"), Mengde(50, "", 60), Mengde(0, ord="mange"), Mengde(0, ord="få"))
    for nr, en in enumerate(alle):
        like = [en == annen for annen in alle]
        assert like == [n == nr for n in range(len(alle))]
        assert [en != annen for annen in alle] == [not lik for lik in like]
    assert (alle[1] == 50, alle[1] != 50, alle[1] == 49) == (True, False, False)
    assert [bool(en) for en in (*alle, Mengde(0))] == [*[True] * 5, False]


@pytest.mark.parametrize(
    ("skrevet", "inntil"), [("inntil 50 %", True), ("opptil halv stilling", True), ("50 %", False)]
)
def test_a_share_may_be_the_most(skrevet: str, inntil: bool) -> None:
    andel = les(Prosent, skrevet)
    assert (andel, andel.inntil) == (50.0, inntil)


@i_ett(
    ("type_", "skrevet", "melding", "råd"),
    [
        (Heltall, "-1", "«-1» kan ikke leses som et helt tall", "«20»"),
        (AntallForm, "6–4", "«6–4» kan ikke leses som et antall", "«4–6»"),
        *((JaNei, t, f"«{t}» er verken ja eller nei", "«ja» eller «nei»") for t in ("x", "12", "jaa", "neii")),
        (Minutter, "0", "«0» kan ikke leses som et antall minutter", "«25»"),
        (DelAv, "120 %", "«120 %» kan ikke leses som en prosent", "0 til 100"),
        (DelAv, "80–120 %", "«80–120 %» kan ikke leses som en prosent", "0 til 100"),
        (Prosent, "-20 %", "«-20 %» kan ikke leses som en prosent", "0 til 100"),
        (Telefon, [], "mangler det et telefonnummer", "«02800»"),
        (Vedlegg, "Ingen", "«Ingen» er ikke et vedlegg", "stryker du «vedlegg»"),
        (Vedlegg, "nei", "«nei» er ikke et vedlegg", "stryker du «vedlegg»"),
        (Signatur, "ingen", "«ingen» er ikke noen som signerer", "stryk «signaturer»"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_can_be_written(
    type_: Any, skrevet: object, melding: str, råd: str
) -> None:
    said = avvist(type_, skrevet)
    assert melding in said[0]
    assert råd in said[1]


@i_ett(
    ("skrevet", "andel", "minutter", "område", "utdyping"),
    [
        ("12 minutter", None, 12, None, None),
        ("tolv minutt", None, 12, None, None),
        ("innen 25 min.", None, 25, None, None),
        ("80 % innen 25 minutter", 80.0, 25, None, None),
        ("80 prosent av oppdragene innen 25 minutter", 80.0, 25, None, None),
        ("25 minutter i 80 % av tilfellene", 80.0, 25, None, None),
        ("80 % innan 25 minutt i tettstader", 80.0, 25, Områdetype.TETTSTED, None),
        ("12 minutter i hele området", None, 12, Områdetype.ALLE, None),
        ("ca. 80 % innen 20–25 minutter", 80.0, 20, None, None),
        ("om lag 25 minutter", None, 25, None, None),
        ("Raskt", None, None, None, "Raskt"),
        ("12", None, None, None, "12"),
        ("åpent", None, None, None, None),
        ("Åpen", None, None, None, None),
        ("ope", None, None, None, None),
        ("Ikke satt.", None, None, None, None),
        ({"merknad": "åpent"}, None, None, None, None),
        ({"minutter": "12", "merknad": "måles hvert år"}, None, 12, None, "måles hvert år"),
    ],
)
def test_a_target_in_one_line_means_its_figures(
    skrevet: object, andel: float | None, minutter: int | None, område: Områdetype | None, utdyping: str | None
) -> None:
    mål = les(Responsmål, skrevet)
    assert (mål.andel, mål.minutter, mål.område, mål.utdyping) == (andel, minutter, område, utdyping)


@i_ett(
    ("skrevet", "felt"),
    [("4", "per_år"), ("to ganger i året", "per_år"), ("kvartalsvis", "hyppighet"), ("ofte", "hyppighet")],
)
def test_meetings_in_one_line_are_a_number_or_how_often(skrevet: str, felt: str) -> None:
    møter = les(Møter, skrevet)
    assert [name for name, value in vars(møter).items() if value] == [felt]


@pytest.mark.parametrize("slutt", ["til: 31.12.2027", "varighet: 2 år"])
def test_an_agreement_cannot_go_on_and_end(slutt: str) -> None:
    text = f"{GYLDIG}periode:\n  {slutt}\n  løpende: ja\n  revisjon: årlig\n"
    (found,) = check(text, "a.yaml").diagnostics
    assert (found.code, found.span.line, found.span.column) == ("SKJ005", 9, 12)
    assert found.message == "Avtalen kan ikke både være løpende og ha sluttdato."
    assert found.hint == "Stryk «løpende: ja» eller sluttdatoen."
    assert check(text.replace("løpende: ja", "løpende: nei"), "a.yaml").diagnostics == ()


@i_ett(
    "yaml",
    [
        "politikontakt: nei",
        "politiråd: { leder: ja, møter: { per_år: nei } }",
        "politiråd: { mandat: [Nei.] }",
        "evaluering: nei",
        "samarbeidsfora: nei",
        "satsningsområder: nei",
    ],
)
def test_yes_and_no_are_no_words_of_an_agreement(yaml: str) -> None:
    """«Politikontakt er nei» stood in the document."""
    checked = check(
        f"format: 1\navtale: {{ status: utkast }}\nparter: {{ kommuner: [1859], politi: Nordland }}\n{yaml}\n".encode(),
        "a.yaml",
    )
    assert {d.code for d in checked.diagnostics if d.severity is Severity.FEIL} == {"SKJ005"}


def test_yes_is_an_answer_where_it_is_asked_for() -> None:
    yaml = "format: 1\navtale: { status: utkast }\n"
    yaml += "parter: { kommuner: [1859], politi: { distrikt: Nordland, organisasjonsnummer: ja } }\n"
    checked = check(f"{yaml}politikontakt: {{ navn: Kari, uniform: nei }}\n".encode(), "a.yaml")
    assert not [d for d in checked.diagnostics if d.severity is Severity.FEIL]
