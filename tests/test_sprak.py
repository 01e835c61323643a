"""How values are written out in a document, in bokmål and in nynorsk."""

from itertools import product
from typing import Any

import pytest

from avtalegen.flyt import check
from avtalegen.importering.egne.roller import opplistet
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.komponering import compose
from avtalegen.komponering.mal.sandbox import environment
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.modell.apningstider import Åpningstider
from avtalegen.modell.former import AntallForm
from avtalegen.modell.hyppighet import HyppighetForm
from avtalegen.modell.tall import Prosent, Tall
from avtalegen.modell.tid import TidspunktForm, TidsromForm
from avtalegen.modell.varighet import FristForm
from tests.dokumenttekst import to_text
from tests.formprove import les
from tests.i_ett import i_ett
from tests.test_lesing_validering import GYLDIG

SPRÅK = [environment(kode).språk for kode in ("nb", "nn")]


@i_ett(
    ("type_", "filter_", "skrevet", "bokmål", "nynorsk"),
    [
        (HyppighetForm, "hyppighet", "årlig", "hvert år", "kvart år"),
        (HyppighetForm, "hyppighet", "minst årlig", "minst én gang i året", "minst éin gong i året"),
        (HyppighetForm, "hyppighet", "minst 8 ganger/år", "minst åtte ganger i året", "minst åtte gonger i året"),
        (HyppighetForm, "hyppighet", "2–4 ganger i året", "to til fire ganger i året", "to til fire gonger i året"),
        (
            HyppighetForm,
            "hyppighet",
            "inntil 4 ganger i året",
            "inntil fire ganger i året",
            "inntil fire gonger i året",
        ),
        (HyppighetForm, "hyppighet", "inntil én gang i året", "inntil én gang i året", "inntil éin gong i året"),
        (HyppighetForm, "hyppighet", "hvert andre år", "annethvert år", "annakvart år"),
        (HyppighetForm, "hyppighet", "minst hvert 2. år", "minst annethvert år", "minst annakvart år"),
        (HyppighetForm, "hyppighet", "annakvar veke", "annenhver uke", "annakvar veke"),
        (HyppighetForm, "hyppighet", "hver annen måned", "annenhver måned", "annankvar månad"),
        (HyppighetForm, "hyppighet", "hvert 4. år", "hvert fjerde år", "kvart fjerde år"),
        (HyppighetForm, "hyppighet", "hver fjortende dag", "hver 14. dag", "kvar 14. dag"),
        (HyppighetForm, "hyppighet", "to ganger hvert 3. år", "to ganger hvert tredje år", "to gonger kvart tredje år"),
        (HyppighetForm, "hyppighet", "en dag annenhver uke", "én dag annenhver uke", "éin dag annakvar veke"),
        (HyppighetForm, "hyppighet", "1–2 dager i uka", "én til to dager hver uke", "éin til to dagar kvar veke"),
        (HyppighetForm, "hyppighet", "minst to dager i uka", "minst to dager hver uke", "minst to dagar kvar veke"),
        (HyppighetForm, "hyppighet", "hver tirsdag", "hver tirsdag", "kvar tysdag"),
        (HyppighetForm, "hyppighet", "hver man og tors", "hver mandag og torsdag", "kvar måndag og torsdag"),
        (HyppighetForm, "hyppighet", "annenhver lørdag", "annenhver lørdag", "annankvar laurdag"),
        (HyppighetForm, "hyppighet", "hvert år i oktober", "hvert år i oktober", "kvart år i oktober"),
        (
            HyppighetForm,
            "hyppighet",
            "to ganger årlig i mai og juni",
            "to ganger i året, i mai og juni",
            "to gonger i året, i mai og juni",
        ),
        (AntallForm, "antall", "4–6", "fire til seks", "fire til seks"),
        (AntallForm, "antall", "inntil 4", "inntil fire", "inntil fire"),
        (AntallForm, "antall", "minst 2", "minst to", "minst to"),
        (Tall, "tall", "2,5", "2,5", "2,5"),
        (Tall, "tall", "3", "tre", "tre"),
        (Prosent, "prosent", "halv stilling", "50\u00a0%", "50\u00a0%"),
        (Prosent, "prosent", "inntil 12,5 %", "inntil 12,5\u00a0%", "inntil 12,5\u00a0%"),
        (FristForm, "varighet", "et halvt år", "seks måneder", "seks månader"),
        (FristForm, "varighet", "minst 10 virkedager", "minst ti virkedager", "minst ti yrkedagar"),
        (FristForm, "lengde", "minst 2 uker", "to uker", "to veker"),
        (TidsromForm, "tidsrom", "juli 2026", "juli 2026", "juli 2026"),
        (TidsromForm, "tidsrom", "25.10.2024", "25.\u00a0oktober 2024", "25.\u00a0oktober 2024"),
        (TidsromForm, "tidsrom", "2026-27", "2026–2027", "2026–2027"),
        (TidsromForm, "tidsrom", "fra 1.1.2026", "fra 1.\u00a0januar 2026", "frå 1.\u00a0januar 2026"),
        (TidspunktForm, "tidspunkt", "17/6-27", "17.\u00a0juni 2027", "17.\u00a0juni 2027"),
        (TidspunktForm, "tidspunkt", "2. kvartal 2026", "2. kvartal 2026", "2. kvartal 2026"),
        (Åpningstider, "åpningstider", "heile døgnet", "døgnåpent", "døgnope"),
        (Åpningstider, "åpningstider", "mandag 22–06", "mandag 22.00–06.00", "måndag 22.00–06.00"),
        (
            Åpningstider,
            "åpningstider",
            "man 9–11 og 12–14.30 (pass), tirs 9–12; lør stengt",
            "mandag 09.00–11.00 og 12.00–14.30 (pass); tirsdag 09.00–12.00; lørdag stengt",
            "måndag 09.00–11.00 og 12.00–14.30 (pass); tysdag 09.00–12.00; laurdag stengt",
        ),
    ],
)
def test_a_value_is_written_out(type_: Any, filter_: str, skrevet: str, bokmål: str, nynorsk: str) -> None:
    verdi = les(type_, skrevet)
    assert [getattr(språk, filter_)(verdi) for språk in SPRÅK] == [bokmål, nynorsk]


def test_each_of_the_days_in_a_cell_stands_on_a_line() -> None:
    tider = les(Åpningstider, "man 9–11 og 12–14; tirs stengt")
    assert SPRÅK[0].åpningstider(tider, i_celle=True) == "Mandag kl.\u00a009.00–11.00 og 12.00–14.00\nTirsdag stengt"


def said(text: str, målform: str) -> str:
    checked = check(GYLDIG.replace("status: utkast", f"målform: {målform}") + text + "\n", "a.yaml")
    assert checked.avtale is not None, checked.diagnostics
    document = compose(checked.avtale).document
    assert document is not None
    return to_text(document)


@i_ett(
    ("responstid", "bokmål", "nynorsk"),
    [
        (
            "12 minutter",
            "Målet er at politiet er framme innen tolv minutter ved hasteoppdrag i hele området.",
            "Målet er at politiet er framme innan tolv minutt ved hasteoppdrag i heile området.",
        ),
        (
            "80 % innen 25 minutter i tettsteder",
            "Målet er at politiet er framme innen 25 minutter i 80 prosent av hasteoppdragene i tettsteder.",
            "Målet er at politiet er framme innan 25 minutt i 80 prosent av hasteoppdraga i tettstader.",
        ),
        (
            "{minutter: 12, merknad: x er målt}",
            "framme innen tolv minutter ved hasteoppdrag i hele området. X er målt.",
            "framme innan tolv minutt ved hasteoppdrag i heile området. X er målt.",
        ),
        (
            "{andel: 80 %, område: tettsted}",
            "Målet for responstiden i tettsteder gjelder 80 prosent av hasteoppdragene.",
            "Målet for responstida i tettstader gjeld 80 prosent av hasteoppdraga.",
        ),
        (
            "ikke satt",
            "Partene har ikke satt noe mål for responstiden.",
            "Partane har ikkje sett noko mål for responstida.",
        ),
        (
            "{område: spredtbygd, merknad: x måler}",
            "I spredtbygde områder: x måler.",
            "I spreiddbygde område: x måler.",
        ),
    ],
)
def test_the_document_says_the_target_and_everything_about_it(responstid: str, bokmål: str, nynorsk: str) -> None:
    for målform, sentence in (("bokmål", bokmål), ("nynorsk", nynorsk)):
        text = said(f"tjenestetilbud: {{responstid: {responstid}}}", målform).replace("\u00a0", " ")
        assert sentence in text


@i_ett(
    ("møter", "bokmål", "nynorsk"),
    [
        ("4–6", "har fire til seks faste møter i året", "har fire til seks faste møte i året"),
        ("inntil 1", "har inntil ett fast møte i året", "har inntil eitt fast møte i året"),
        ("annethvert år", "møtes annethvert år.", "møtest annakvart år."),
        ("{innkallingsfrist: minst 14 dager}", "sendes senest 14 dager før", "sende ut seinast 14 dagar før"),
        ("{saksfrist: minst to uker}", "meldes senest to uker før", "meldast seinast to veker før"),
    ],
)
def test_the_document_says_how_many_meetings_there_are_and_when(møter: str, bokmål: str, nynorsk: str) -> None:
    for målform, sentence in (("bokmål", bokmål), ("nynorsk", nynorsk)):
        assert sentence in said(f"politiråd: {{møter: {møter}}}", målform)


@pytest.mark.parametrize(
    ("frist", "bokmål", "nynorsk"),
    [
        ("mai 2027", "Planen skal være klar innen mai 2027.", "Planen skal vere klar innan mai 2027."),
        ("innen utgangen av 2026", "være klar innen utgangen av 2026.", "vere klar innen utgangen av 2026."),
        ("snarest mulig", "Planen skal være klar snarest mulig.", "Planen skal vere klar snarest mulig."),
        ("så snart budsjettet er vedtatt", "klar så snart budsjettet er vedtatt.", "så snart budsjettet er vedtatt."),
        ("hver vår", "Planen skal være klar hver vår.", "Planen skal vere klar hver vår."),
        ("fortløpende", "Planen skal være klar fortløpende.", "Planen skal vere klar fortløpende."),
    ],
)
def test_the_document_says_by_when_the_plan_for_the_evaluation_is_made(frist: str, bokmål: str, nynorsk: str) -> None:
    for målform, sentence in (("bokmål", bokmål), ("nynorsk", nynorsk)):
        assert sentence in said(f"evaluering: {{plan: {{frist: {frist}}}}}", målform)


@pytest.mark.parametrize(
    ("organ", "bestemt"),
    [("Kommunestyre", "kommunestyret"), ("bystyre", "bystyret"), ("Fauske kommunestyre", "Fauske kommunestyre")],
)
def test_a_body_is_named_in_the_definite_form(organ: str, bestemt: str) -> None:
    for språk in SPRÅK:
        assert språk.bestemt(organ) == bestemt


# -- what people write stands as they wrote it ------------------------------------------------------------------------

FORKORTELSER = ["mv.", "osv.", "m.m.", "o.l.", "m.fl.", "etc.", "o.a.", "mfl.", "mill.", "m.v.", "e.l.", "o.s.v."]


@i_ett(("språk", "forkortelse"), product(SPRÅK, FORKORTELSER))
def test_an_abbreviation_keeps_its_stop_and_gets_no_other(språk: Språk, forkortelse: str) -> None:
    skrevet = f"Rus, vold {forkortelse}"
    assert språk.punkttekst(skrevet) == språk.punktum(skrevet) == språk.setning(skrevet) == skrevet
    assert språk.uten_slutt(skrevet, "nivå") == skrevet


@i_ett(
    ("skrevet", "punkt"),
    [
        ("være synlig.", "være synlig"),
        ("følge opp f.eks. rus og vold.", "følge opp f.eks. rus og vold"),
        ("møte 5. klasse.", "møte 5. klasse"),
        ("se politiet.no.", "se politiet.no"),
        ("ringe. Møte opp.", "ringe. Møte opp."),
        ("skjer i 2027. Så evalueres det.", "skjer i 2027. Så evalueres det."),
        ("hvem? alle.", "hvem? alle."),
        ("og så videre…", "og så videre…"),
    ],
)
def test_an_item_has_a_stop_only_after_several_sentences(skrevet: str, punkt: str) -> None:
    assert SPRÅK[0].punkttekst(skrevet) == punkt


@i_ett(
    "skrevet",
    [
        *("https://politiet.no/råd er oppdatert", "www.politiet.no", "politiet.no/tips", "post@flakstad.kommune.no"),
        *("iPad til hver elev", "eID", "mailto:post@x.no", "«iPad» og mer", "e-Helse", "sMS-varsling"),
    ],
)
def test_an_address_and_a_word_with_a_capital_inside_are_not_touched(skrevet: str) -> None:
    assert SPRÅK[0].stor(skrevet) == skrevet
    assert SPRÅK[0].setning(skrevet) == f"{skrevet}."


@pytest.mark.parametrize(("skrevet", "stor"), [("a.m. b", "A.m. b"), ("kommunen", "Kommunen"), ("ærlig", "Ærlig")])
def test_other_words_get_their_capital(skrevet: str, stor: str) -> None:
    assert SPRÅK[0].stor(skrevet) == stor


@i_ett(
    ("ting", "ventet"),
    [
        (["rus", "vold", "ran"], "rus, vold og ran"),
        (["rus", "barn og unge"], "rus, og barn og unge"),
        (["rus og vold", "ran"], "rus og vold, og ran"),
        (["rus og vold", "ran", "svindel"], "rus og vold, ran og svindel"),
        (["Vik", "Evje og Hornnes", "Åmli"], "Vik, Evje og Hornnes, og Åmli"),
        (["barn og unge"], "barn og unge"),
        (["ordføreren", "helse- og omsorgssjefen"], "ordføreren og helse- og omsorgssjefen"),
        (["barne- og ungdomsskolen", "barn og unge"], "barne- og ungdomsskolen, og barn og unge"),
        (["oppgavene", "hvem som har ansvaret", "fristene"], "oppgavene, hvem som har ansvaret, og fristene"),
        (["ordføreren", "den som leder rådet"], "ordføreren og den som leder rådet"),
    ],
)
def test_a_comma_tells_where_the_last_of_a_list_begins_when_og_does_not(ting: list[str], ventet: str) -> None:
    for språk in SPRÅK:
        assert språk.liste(ting) == ventet
        delt = opplistet(Utsnitt(0, 0, ventet), "og")
        assert [en.s for en in delt] == ting or len(ting) == 1


ALDRI_NAVN = """
    Om kommunen skal ansette flere|Korvidt ordninga verkar|Prest|Kyrkja i bygda|Borettslagene|Grendelaget|Tenestetilbod
    Fritidstilbud til unge|Visepolitimeister|Fastlegene|Sjukehuset|Saksbehandlar|Utestedene|Skjenkestadene|Bygdehuset
    Advokaten|Rusmidler blant unge|Svindel av eldre|Ungdomskriminalitet|Nettovergrep|Innbrot i hytter|E-post|Referatet
"""
NAVN = "Røde Kors|Raude Krossen|Kirkens Bymisjon|Skatteetaten|Sivilforsvaret|Bonde|Helse Vest|Sykehuset Østfold|NAV"


def test_a_word_that_is_never_a_name_has_a_small_letter_and_a_name_keeps_its_own() -> None:
    for språk in SPRÅK:
        for tekst in ALDRI_NAVN.strip().replace("\n", "|").split("|"):
            ren = tekst.strip()
            assert språk.liten(ren) == ren[0].lower() + ren[1:]
        for navn in NAVN.split("|"):
            assert språk.liten(navn) == navn


@i_ett("forkortelse", FORKORTELSER)
def test_no_template_puts_a_second_stop_after_an_abbreviation(forkortelse: str) -> None:
    checked = check(
        GYLDIG + f"politiråd: {{fullmakt: rus {forkortelse}, møter: {{per_år: 4, sted: rådhuset {forkortelse}}}}}\n"
        f"evaluering: {{hyppighet: årlig, rapport: {{mottaker: rådet {forkortelse}}}}}\n",
        "a.yaml",
    )
    assert checked.avtale is not None, checked.diagnostics
    document = compose(checked.avtale).document
    assert document is not None
    said = to_text(document)
    assert said.count(forkortelse) >= 3
    assert forkortelse + "." not in said
