"""Forms with boxes: what was ticked is what stands there, and what only tells how to fill in, is no part of it."""

from __future__ import annotations

import pytest

from avtalegen.importering import Utkast, importer, les

SKJEMA = """<h1>Avtale om samarbeid mellom kommune og politi</h1><h2>0 Partene</h2>
<table><tr><td>Navn på kommunen</td><td>Hemsedal kommune</td></tr><tr><td>Org.nr.</td><td>964 952 612</td></tr>
<tr><td>Ordfører</td><td>Pål Terje Rørby</td></tr><tr><td>Kommunedirektør</td><td>Kari Dal</td></tr>
<tr><td>Politistasjonsdistrikt</td><td>Hallingdal politistasjonsdistrikt</td></tr>
<tr><td>Leder av enheten</td><td>politistasjonssjef Ola Moe</td></tr>
<tr><td>Arkivsak i kommunen</td><td>2020/44</td></tr>
<tr><td>Avtalen er</td><td>☐ ny ☒ fornyelse av avtale datert:</td></tr><tr><td></td><td>3. mai 2015</td></tr></table>
<p>Veiledning: Skriv navnet. Eksempel: «Gol kommune, ordfører Siv Bø». (Slett denne teksten.)</p>
<h2>1 Varighet</h2><table><tr><td>Vedtatt av</td><td>☐ formannskapet ☒ kommunestyret</td></tr>
<tr><td>Saksnr. og dato</td><td>sak 4/20, 3.3.2020</td></tr></table>
<h2>2 Politiråd</h2><table><tr><td>Rådet er</td><td>☒ rådgivende ☐ besluttende</td></tr>
<tr><td>Møter per år</td><td>2 ☐ 3 ☒ 4 ☐</td></tr><tr><td>Ledelse</td><td>☒ ordfører leder ☐ politiet leder</td></tr>
<tr><td>Kan inviteres</td><td>☒ NAV ☐ prosten ☒ natteravnene</td></tr></table>
<table><tr><td>Nr.</td><td>Navn</td><td>Funksjon</td><td>Part</td></tr>
<tr><td>1</td><td>Pål Terje Rørby</td><td>ordfører</td><td>K</td></tr>
<tr><td>1 V</td><td>Siv Bø</td><td>varaordfører</td><td>K</td></tr>
<tr><td>2</td><td>Ola Moe</td><td>lensmann</td><td>P</td></tr>
<tr><td>3</td><td>(navn)</td><td>(funksjon)</td><td>K / P</td></tr></table>
<h2>3 Satsingsområder</h2><p>Kryss av for inntil tre, og skriv tiltak.</p>
<table><tr><td></td><td>Område</td><td>Tiltak</td><td>Ansvarlig</td></tr>
<tr><td>☒</td><td>Rus</td><td>Foreldremøte</td><td>rektor</td></tr>
<tr><td>☐</td><td>Trafikk</td><td>(Eksempel: fartsmåler)</td><td></td></tr></table>
<h2>4 Politikontakt</h2><table><tr><td>Navn</td><td>Jon Vik</td></tr>
<tr><td>Fast kontordag</td><td>☐ mandag ☒ onsdag</td></tr><tr><td>Tid og sted</td><td>10–12, biblioteket</td></tr>
<tr><td>Oppgaver</td><td>☒ foreldremøter ☐ skjenkekontroll ☒ samtaler</td></tr></table>
<h2>5 Taushetsplikt og evaluering</h2><table><tr><td>Evaluering</td><td>☐ hvert annet år ☒ hvert år</td></tr>
<tr><td>Ansvarlig</td><td>kommunedirektøren</td></tr><tr><td>Rapport til</td><td>kommunestyret</td></tr></table>"""


def utkast(tekst: str, navn: str) -> Utkast:
    return importer(les(tekst.encode(), navn))


@pytest.fixture(scope="module")
def skjemaet() -> Utkast:
    return utkast(f"<html><body>{SKJEMA}</body></html>", "skjema.html")


def feltene(u: Utkast) -> dict[str, str]:
    return {".".join(map(str, rute)): verdi.tekst for rute, verdi in u.verdier}


RÅD = "politiråd"


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ("parter.kommuner.0.navn", "Hemsedal"),
        ("parter.kommuner.0.organisasjonsnummer", "964 952 612"),
        ("parter.kommuner.0.administrativ_leder.navn", "Kari Dal"),
        ("parter.kommuner.0.vedtak.organ", "kommunestyret"),
        ("parter.kommuner.0.vedtak.sak", "4/20"),
        ("parter.politi.leder.navn", "Ola Moe"),
        ("avtale.saksnummer", "2020/44"),
        ("avtale.erstatter.0.dato", "3.5.2015"),
        (f"{RÅD}.rolle", "rådgivende"),
        (f"{RÅD}.leder.tittel", "ordfører"),
        (f"{RÅD}.møter.per_år", "3"),
        (f"{RÅD}.medlemmer.kan_delta.1.tittel", "natteravnene"),
        (f"{RÅD}.medlemmer.kommune.0.vara", "varaordfører Siv Bø"),
        (f"{RÅD}.medlemmer.politi.0.navn", "Ola Moe"),
        ("politikontakt.0.tilstedeværelse.0.dager", "onsdag"),
        ("politikontakt.0.tilstedeværelse.0.fra", "10.00"),
        ("politikontakt.0.oppgaver.1", "samtaler"),
        ("evaluering.hyppighet", "hvert år"),
        ("evaluering.rapport.mottaker", "kommunestyret"),
    ],
)
def test_a_form_says_what_is_ticked_in_it(skjemaet: Utkast, felt: str, ventet: str) -> None:
    assert feltene(skjemaet).get(felt) == ventet


@pytest.mark.parametrize("ord_", ["Gol", "prosten", "Trafikk", "fartsmåler", "(navn)", "Kryss av", "skjenke"])
def test_what_is_not_ticked_and_what_is_help_is_no_value(skjemaet: Utkast, ord_: str) -> None:
    assert not [v for v in feltene(skjemaet).values() if ord_ in v]


def test_the_help_is_listed_as_left_out(skjemaet: Utkast) -> None:
    assert "(Slett denne teksten.)" in skjemaet.yaml.partition("# Utelatt")[2]


def test_a_plain_text_form_has_a_field_on_each_line() -> None:
    u = utkast(
        "Avtale mellom Os kommune og Vest politidistrikt\n\n1. Varighet\nGjelder fra: 1.1.2019\n"
        "Oppsigelse: [ ] 1 måned [x] 3 måneder [ ] 6 måneder\nFornyes: [ ] ja [x] nei\n\n2. Politirådet\n"
        "Rådet er: ( ) rådgivende (x) besluttende\nMøtene er: [ ] åpne [x] lukkede\n"
        "Hvem kan inviteres: [x] NAV [ ] prosten [x] natteravnene\n",
        "skjema.txt",
    )
    felt = feltene(u)
    assert felt["periode.oppsigelse.frist"] == "3 måneder"
    assert felt[f"{RÅD}.rolle"] == "besluttende"
    assert felt[f"{RÅD}.åpenhet"] == "lukket"
    assert [v for n, v in felt.items() if "kan_delta" in n] == ["NAV", "natteravnene"]


def test_a_bracket_in_a_text_without_ticks_stays() -> None:
    u = utkast(
        "Avtale mellom Os kommune og Vest politidistrikt\n\n1. Formål\nVi vil (  ) samarbeide [ ] godt.\n", "a.txt"
    )
    assert "samarbeide [ ] godt" in u.yaml


def test_a_row_with_a_box_for_each_answer_is_no_row_that_is_not_chosen() -> None:
    rader = (
        "<tr><td>Møtene er åpne</td><td>☐</td><td>☒</td></tr><tr><td>Rådet er rådgivende</td><td>☒</td><td>☐</td></tr>"
    )
    tekst = f"<h1>Avtale mellom Os kommune og Vest politidistrikt</h1><h2>Politirådet</h2><table>{rader}</table>"
    u = utkast(f"<html><body>{tekst}</body></html>", "skjema.html")
    assert "Rådet er rådgivende" in u.yaml.partition("# Ikke plassert")[0]
