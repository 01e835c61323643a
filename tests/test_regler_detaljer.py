"""What the cases in tests/regler/ don't show: what to do, the name of the file itself, and words by the dictionary."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalegen.flyt import check
from avtalegen.funn.diagnostic import Diagnostic, Span
from avtalegen.lesing import Mapping
from avtalegen.modell.datering import flest_på_et_år
from avtalegen.modell.former import Målform
from avtalegen.register import alle_kommuner
from avtalegen.register.personnummer import er_fødselsnummer, er_kontonummer
from avtalegen.regler import PÅ_TVERS, Behov, Kontekst, Valg, hviler, regler, som_trenger
from avtalegen.regler.base import Funn
from avtalegen.regler.spr.lokale_ord import FREMMEDE
from tests.i_ett import i_ett
from tests.skritt import steps
from tests.test_regler import I_DAG, full, funn

UFØDT = "31123990008"  # born on the last day of 2039


def hjelp(yaml: str, kode: str) -> list[str | None]:
    return [d.hint for d in funn(yaml, kode)]


@i_ett(
    ("part", "ventet"),
    [
        ("'3005'", "Skriv 3301, som er nummeret til Drammen."),
        ("'1507'", "Skriv 1508 for Ålesund i Møre og Romsdal eller 1580 for Haram i Møre og Romsdal."),
        ("{kommunenummer: 1507, navn: Haram}", "Skriv 1580, som er nummeret til Haram."),
        ("Flakstad kommune", "Skriv 1859, som er nummeret til Flakstad."),
        ("1859 Flakstad", "Skriv 1859, som er nummeret til Flakstad."),
        ("{kommunenummer: 1895, navn: Flakstad}", "Skriv 1859, som er nummeret til Flakstad."),
        (
            "{kommunenummer: 1895, navn: Herøy}",
            "Skriv 1515 for Herøy i Møre og Romsdal eller 1818 for Herøy i Nordland.",
        ),
        ("Flakstd", "Mente du Flakstad? Skriv nummeret til kommunen, fire sifre."),
        ("'18'", "Skriv nummeret kommunen har i dag, fire sifre. Registeret kjenner numre som er brukt siden 2020."),
    ],
)
def test_an_unknown_kommunenummer_is_answered_with_the_right_one(part: str, ventet: str) -> None:
    assert hjelp(f"parter: {{kommuner: {part}, politi: Nordland politidistrikt}}\n", "REG101") == [ventet]


def test_a_name_of_two_kommuner_is_answered_with_both_numbers() -> None:
    assert hjelp("parter: {kommuner: Våler, politi: Øst}\n", "REG106") == [
        "Skriv 3114 for Våler i Østfold eller 3419 for Våler i Innlandet."
    ]


def test_a_wrong_name_is_answered_with_both_ways_out() -> None:
    assert hjelp("parter: {kommuner: {kommunenummer: 1859, navn: Vestvågøy}, politi: Nordland}\n", "REG102") == [
        "Rett nummeret til 1860 (Nordland) hvis det er Vestvågøy som er part. "
        "Hvis ikke, retter du navnet til Flakstad eller utelater det."
    ]
    assert hjelp("parter: {kommuner: {kommunenummer: 1859, navn: Flåkstad}, politi: Nordland}\n", "REG102") == [
        "Rett navnet til Flakstad, eller utelat det: registeret kjenner det."
    ]


def test_a_district_that_is_not_there_is_answered_with_the_right_one() -> None:
    assert hjelp("parter: {kommuner: ['1859', '1811'], politi: Hålogaland}\n", "REG103") == [
        "Flakstad hører til Nordland politidistrikt og Bindal hører til Trøndelag politidistrikt."
    ]
    assert "Bindal følger ikke resten av fylket." in str(
        hjelp("parter: {kommuner: '1811', politi: Nordland}\n", "REG103")
    )


def test_a_wrong_organisasjonsnummer_is_answered_with_the_register_s() -> None:
    part = "{kommunenummer: 1859, organisasjonsnummer: NUMMER}"
    for nummer, kode in (("863320853", "REG104"), ("958935420", "REG105")):
        (svar,) = hjelp(f"parter: {{kommuner: {part.replace('NUMMER', nummer)}, politi: Nordland}}\n", kode)
        assert svar is not None
        assert "863320852 for Flakstad" in svar


@pytest.mark.parametrize(
    ("kommuner", "ventet"),
    [
        ("['3324']", "Skriv «målform: nynorsk» under «avtale», og skriv de lokale tekstene på nynorsk."),
        ("['3324', '3330']", "Skriv «målform: nynorsk» under «avtale», og skriv de lokale tekstene på nynorsk."),
        (
            "['3324', '3320']",
            "Kommunene har vedtatt ulike målformer. Begge målformer kan lages av den samme filen.",
        ),
    ],
)
def test_the_other_målform_is_enough_only_where_it_is_right_for_all(kommuner: str, ventet: str) -> None:
    assert hjelp(f"parter: {{kommuner: {kommuner}, politi: Sør-Øst}}\n", "SPR101") == [ventet]


def sjekket(fil: str) -> list[Diagnostic]:
    return [d for d in check(full(""), fil, Valg(I_DAG)).diagnostics if d.code == "PER101"]


def test_a_fødselsnummer_in_the_name_of_the_agreement_is_found() -> None:
    (funnet,) = sjekket(f"avtaler/kari-{UFØDT}.yaml")
    assert "Navnet på YAML-filen" in funnet.message
    assert sjekket(f"{UFØDT}/flakstad.yaml") == []  # where the folder lies is nobody's business


def test_no_message_repeats_a_fødselsnummer() -> None:
    for tekst in (UFØDT, f"{UFØDT[:6]} {UFØDT[6:]}"):
        for yaml in (
            f"forpliktelser: {{felles: Kari {tekst}}}\n",
            f"politikontakt: {{navn: Kari, telefon: {tekst}}}\n",
        ):
            funnet = check(full(yaml), "a.yaml", Valg(I_DAG)).diagnostics
            assert "PER101" in {d.code for d in funnet}
            assert not [d for d in funnet if UFØDT[6:] in f"{d.message} {d.hint}"]


def test_a_fødselsnummer_in_a_comment_is_found_in_whichever_of_the_files_it_stands() -> None:
    k = check(full(""), "a.yaml", Valg(I_DAG)).kontekst
    assert k is not None
    filer = {"a.yaml": full(""), "felles.yaml": f"slt: nei  # Kari {UFØDT}\n"}
    (funnet,) = regler()["PER101"].sjekk(Kontekst(k.avtale, k.rot, k.fil, k.valg, filer))
    assert funnet.utenfor == Span("felles.yaml", 1, 18, 1, 29)


def test_every_place_that_is_left_to_fill_in_is_found_from_the_message() -> None:
    yaml = (
        'politikontakt:\n  navn: "FYLL INN: navnet"\n  oppgaver: [Være synlig, "FYLL INN: én til"]\n  enhet: FYLL INN\n'
    )
    (ett,) = funn(yaml, "SPR107")
    assert ett.message == "3 steder i avtalen er ikke fylt ut."
    assert ett.span.line == 2
    assert sorted((andre.span.line, andre.message) for andre in ett.related) == [
        (3, "FYLL INN: én til"),
        (4, "FYLL INN"),
    ]


def test_a_finding_knows_the_way_to_what_it_is_about_when_that_is_a_value() -> None:
    (i_en_verdi,) = funn(f"forpliktelser: {{felles: [Møtes, Kari {UFØDT}]}}\n", "PER101")
    (i_en_kommentar,) = funn(f"# Kari {UFØDT}\n", "PER101")
    assert i_en_verdi.route == ("forpliktelser", "felles", 1, "hva")
    assert i_en_kommentar.route is None


dager = st.dates(date(2040, 1, 1), date(2099, 12, 31))


@given(dager, st.integers(0, 999), st.sampled_from([(0, 0), (40, 0), (0, 40)]))
def test_a_fødselsnummer_with_one_digit_wrong_is_none(dag: date, individ: int, tillegg: tuple[int, int]) -> None:
    start = f"{dag.day + tillegg[0]:02}{dag.month + tillegg[1]:02}{dag:%y}{individ:03}"
    gyldige = [n for rest in range(100) if er_fødselsnummer(n := f"{start}{rest:02}")]
    assert len(gyldige) <= 1
    for nummer in gyldige:
        assert er_kontonummer(nummer)
        for plass, siffer in enumerate(nummer):
            for annet in set("0123456789") - {siffer}:
                assert not er_fødselsnummer(nummer[:plass] + annet + nummer[plass + 1 :])


def test_the_check_is_that_of_numbers_we_know() -> None:
    assert er_fødselsnummer(UFØDT)
    assert er_kontonummer("12345678903")
    assert not er_kontonummer("12345678904")
    assert not er_kontonummer("00000000000")


@pytest.mark.parametrize(
    ("språk", "numre"),
    [
        ("nordsamisk", ["5512", "5518", "5540", "5610", "5612", "5622", "5628", "5636"]),
        ("lulesamisk", ["1875"]),
        ("sørsamisk", ["1826", "5025", "5041", "5043"]),
    ],
)
def test_the_summary_asked_for_is_in_the_language_of_the_kommune(språk: str, numre: list[str]) -> None:
    for nummer in numre:
        (funnet,) = funn(f"parter: {{kommuner: '{nummer}', politi: x}}\n", "SPR103")
        assert f"på {språk}" in f"{funnet.message} {funnet.hint}"
        assert f"«språk: {språk}»" in str(funnet.hint)


@i_ett(
    ("varighet", "siste"),
    [
        ("1 uke", "2026-01-07"),
        ("3 dager", "2026-01-03"),
        ("2 måneder", "2026-02-28"),
        ("3 kvartaler", "2026-09-30"),
        ("1 halvår", "2026-06-30"),
        ("1 år", "2026-12-31"),
    ],
)
def test_an_agreement_lasts_as_long_as_it_says(varighet: str, siste: str) -> None:
    """On its last day it still applies, and on the next it doesn't."""
    periode = f"periode: {{fra: 2026-01-01, varighet: {varighet}}}\n"
    assert funn(f"# i_dag: {siste}\n{periode}", "DAT105") == []
    dagen_etter = date.fromisoformat(siste) + timedelta(days=1)
    assert len(funn(f"# i_dag: {dagen_etter}\n{periode}", "DAT105")) == 1


@i_ett(
    ("kort", "lang"),
    [
        ("364 dager", "365 dager"),
        ("51 uker", "52 uker"),
        ("11 måneder", "12 måneder"),
        ("3 kvartaler", "4 kvartaler"),
        ("1 halvår", "2 halvår"),
        ("6 måneder", "1 år"),
    ],
)
def test_an_agreement_with_goals_is_short_when_it_lasts_less_than_a_year(kort: str, lang: str) -> None:
    avtale = "periode: {{fra: 2026-01-01, varighet: {}}}\nsatsningsområder: [Trafikk]\n"
    assert [d.span.line for d in funn(avtale.format(kort), "VEI305")] == [1]
    assert funn(avtale.format(lang), "VEI305") == []


def test_no_kommune_s_own_name_and_district_is_wrong() -> None:
    """All 357 as the register has them: nothing to say against the register, whatever name is used."""
    mot_registeret = [regel for kode, regel in regler().items() if kode.startswith("REG")]
    for k in alle_kommuner():
        for navn in (k.navn, k.offisielt_navn, f"{k.navn} {k.betegnelse}", *k.samiske_kvenske_navn, *k.andre_navn):
            nummer = f"organisasjonsnummer: {k.organisasjonsnummer or ''}"
            part = f"{{kommunenummer: '{k.kommunenummer}', navn: '{navn}', {nummer}}}"
            yaml = f"parter: {{kommuner: {part}, politi: {k.politidistrikt}}}\n"
            checked = check(full(yaml), "a.yaml")
            assert checked.avtale is not None
            kontekst = Kontekst(checked.avtale, checked.source.root or Mapping(1, 1), "a.yaml", Valg(I_DAG))
            assert [funn for regel in mot_registeret for funn in regel.sjekk(kontekst)] == []


def test_a_word_that_marks_one_målform_does_not_mark_the_other() -> None:
    bokmål, nynorsk = FREMMEDE[Målform.NYNORSK], FREMMEDE[Målform.BOKMÅL]
    assert not [ord_ for ord_ in bokmål.sikre | bokmål.svake if nynorsk.har(ord_)]
    assert not [ord_ for ord_ in nynorsk.sikre | nynorsk.svake if bokmål.har(ord_)]


def test_a_rule_rests_when_what_it_needs_is_not_there() -> None:
    med = Valg(
        I_DAG,
        klar_for_signering=True,
        filstørrelse=lambda _fil, _navn: 1,
        stavekontroll=lambda _målform, _tekst: [],
        målformer=(Målform.BOKMÅL,),
    )
    for valg, hvilende in ((Valg(I_DAG), frozenset().union(*map(som_trenger, Behov))), (med, frozenset())):
        kontekst = check(full(""), "a.yaml", valg).kontekst
        assert kontekst is not None
        assert {*hviler(kontekst)} == {*PÅ_TVERS, *hvilende}


def test_a_finding_in_a_file_whose_text_is_not_there_stands_at_its_value() -> None:
    k = check(full("periode: 2026–2027\n"), "a.yaml", Valg(I_DAG)).kontekst
    assert k is not None
    uten = Kontekst(k.avtale, k.rot, k.fil, k.valg)
    found = uten.diagnostic(regler()["SPR108"], Funn(("parter", "politi"), "Noe.", "Gjør noe.", bit="Nordland"))
    assert found.span == uten.plass(("parter", "politi"))


def test_nothing_is_missing_that_an_unread_text_about_the_politiråd_may_say() -> None:
    yaml = full(
        "politiråd: {leder: ordfører, tekst: TEKST, regionalt: {forum: Lofoten}}\n"
        "parter: {kommuner: ['1859', '1860'], politi: Nordland}\n"
    )
    av_teksten = {"VEI401", "VEI414", "VEI419", "VEI427", "VEI430"}
    for tekst, mangler in (("Rådet møtes.", av_teksten), ("{}", set())):
        found = check(yaml.replace("TEKST", tekst), "a.yaml", Valg(I_DAG)).diagnostics
        assert {d.code for d in found} & av_teksten == mangler


def test_the_most_meetings_in_twelve_months_are_counted_from_any_of_them() -> None:
    assert flest_på_et_år([]) == 0
    assert flest_på_et_år([date(2026, 9, 1), date(2026, 1, 1), date(2026, 9, 1)]) == 3
    assert flest_på_et_år([date(2026, 1, 1), date(2026, 12, 18)]) == 1
    assert flest_på_et_år([date(2026, 1, 1), date(2026, 12, 17), date(2027, 3, 1), date(2027, 4, 1)]) == 3


def test_many_meetings_are_not_each_held_against_all_others() -> None:
    def arbeid(ganger: int) -> int:
        dager = [date(2026, 1, 1) + timedelta(days=n) for n in range(ganger)]
        with steps() as talt:
            assert flest_på_et_år(dager) == min(ganger, 351)
        return talt.taken

    assert arbeid(800) < 2.2 * arbeid(400)
