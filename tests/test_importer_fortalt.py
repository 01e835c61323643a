"""What an old agreement tells of beside what it agrees: how it was, what others do, and what was only wanted."""

import pytest

from tests.fortaltprove import feltene, lest
from tests.grundig import spredt


@pytest.mark.parametrize(
    ("tekst", "uten"),
    spredt(
        [
            (
                "Politikontakt\n\nOla Moe er politikontakt. Inntil 1. mars 2019 var Kari Lund kontakt (99 00 00 99).",
                "99",
            ),
            ("Politikontakt\n\nOla Moe er politikontakt. Fram til nyttår var det Kari Lund som hadde oppgåva.", "Lund"),
            ("Politikontakt\n\nOla Moe er politikontakt. (I utkastet sto det Kari Lund, men hun ville ikke.)", "Lund"),
            ("Politikontakt\n\nOla Moe er politikontakt. Nummeret 99 00 00 99 i den gamle brosjyren er feil.", "99"),
            ("Politikontakt\n\nOla Moe er politikontakt. I Skjåk er det Per Dal som er politikontakt.", "Dal"),
            (
                "Politirådet\n\nOrdfører Per Berg leder rådet. Tidligere ordfører Anne Vik ledet rådet til valget.",
                "Vik",
            ),
            ("Politirådet\n\nOrdfører Per Berg leder rådet. Kultursjef Anne Vik sa fra seg plassen i mars.", "Vik"),
            ("Politirådet\n\nRådet møtes fire ganger i året. I Skjåk møtes rådet seks ganger i året.", "seks"),
            ("Politirådet\n\nRådet møtes fire ganger i året. Døme på sak: «Anne Vik i Lom vil ha lys.»", "Vik"),
            ("Satsingsområder\n\n- Rus\n- Trafikk\n\nUngdomsrådet ønsket også et område om psykisk helse.", "psykisk"),
            ("Satsingsområder\n\n- Rus\n- Trafikk\n- Snøskuter (utgår fra 2019)", "kuter"),
            ("Satsingsområder\n\n- Rus\n- Trafikk\n\nEt forslag om ulv fikk ikke flertall.", "ulv"),
            ("Partenes plikter\n\nKommunen gir 50 000 kroner i året. I 2018 ga kommunen 30 000 kroner.", "30 000"),
            ("Partenes plikter\n\nKommunen gir 50 000 kroner i året. Politiet hadde bedt om 90 000 kroner.", "90 000"),
            ("Partenes plikter\n\nKommunen skal:\n\n- stille møterom\n- stille bil (gjelder ikke lenger)", "bil"),
            ("Politikontakt\n\nOla Moe er politikontakt. Kari Lund er politikontakt i nabokommunen Vågå.", "Lund"),
            ("Politikontakt\n\nOla Moe er politikontakt. Kari Lund er ikkje lenger politikontakt.", "Lund"),
            ("Politikontakt\n\nOla Moe er politikontakt. Han overtek etter Kari Lund, som no er på Hamar.", "Lund"),
            (
                "Politirådet\n\nMedlemmer:\n\n- ordfører Per Berg\n- lensmann Jon Vik\n- tidligere: rektor Grete Lie",
                "Lie",
            ),
            ("Politirådet\n\nRådet møtes to ganger i året. Møtet 3. mars 2020 ble ikke holdt.", "3. mars"),
            (
                "Politirådet\n\nRådet møtes to ganger i året. Alternativ 2 (ikke valgt): Rådet møtes seks ganger.",
                "seks",
            ),
            ("Satsingsområder\n\n- Rus\n- Trafikk\n\nHærverk ble vurdert, men ikke valgt.", "Hærverk"),
            (
                "Partenes plikter\n\nKommunen dekker møtene. Kommunen dekker ikke lenger drivstoff til bilen.",
                "drivstoff",
            ),
            ("Evaluering\n\nRådet evaluerer avtalen hvert år. Den forrige ble evaluert hvert fjerde år.", "fjerde"),
        ],
        12,
    ),
)
def test_a_sentence_that_tells_of_something_else_is_in_no_field_and_no_text(tekst: str, uten: str) -> None:
    utkast = lest(tekst)
    assert not any(uten in verdi.tekst for rute, verdi in utkast.verdier if rute != ("avtale", "målform"))
    assert any(uten in en.tekst for en in utkast.ikke_plassert)


@pytest.mark.parametrize(
    ("tekst", "rute", "uten"),
    spredt(
        [
            (
                "Politikontakt\n\nOla Moe er politikontakt, tlf. 91 10 00 01. Barnevernvakta har telefon 99 00 00 99.",
                "",
                "99",
            ),
            (
                "Politikontakt\n\nOla Moe er politikontakt, tlf. 91 10 00 01. Rådmannen har telefon 99 00 00 99.",
                "",
                "99",
            ),
            (
                "Politikontakt\n\nOla Moe er politikontakt. Ved fravær er Per Dal stedfortreder, mobil 99 00 00 99.",
                "",
                "99",
            ),
            ("Politikontakt\n\nOla Moe er politikontakt. Kommunen nås på post@lom.kommune.no.", "", "post@"),
            (
                "Politirådet\n\nRådet møtes to ganger i året. Kriminalitetsforebyggende forum ledes av Siri Holt.",
                "",
                "Holt",
            ),
            ("Varighet\n\nAvtalen gjelder i fire år. Leieavtalen kan sies opp med tolv måneders varsel.", "", "tolv"),
            ("Politirådet\n\nRådet møtes to ganger i året. I komiteen for oppvekst sitter Siri Holt.", "", "Holt"),
            ("Politirådet\n\nRådet møtest to gonger i året. Varaordførar Siri Holt sit ikkje i rådet.", "", "Holt"),
            (
                "Politirådet\n\nRådet møtest to gonger i året. Dersom fylket løyver pengar, vert det seks gonger.",
                "",
                "seks",
            ),
            ("Tjenester\n\nKontoret i Lom er åpent mandag kl. 9–15. Det vurderes å åpne torsdag kl. 15–19.", "", "19"),
            (
                "Tjenester\n\nKontoret i Lom er åpent mandag kl. 9–15. Servicetorget er åpent tirsdag kl. 8–16.",
                "",
                "16",
            ),
            (
                "Varighet\n\nAvtalen gjelder fra 1.1.2019. Politiloven trådte i kraft 1. oktober 1995.",
                "periode",
                "1995",
            ),
            (
                "Varighet\n\nAvtalen gjelder fra 1.1.2019. Hvis kommunene slås sammen 1.1.2020, faller den bort.",
                "",
                "2020",
            ),
        ],
        7,
    ),
)
def test_what_others_do_and_what_is_not_decided_is_in_no_field(tekst: str, rute: str, uten: str) -> None:
    verdier = {hvor: verdi for hvor, verdi in feltene(lest(tekst)).items() if hvor.startswith(rute)}
    assert verdier
    assert not any(uten in verdi for verdi in verdier.values())


@pytest.mark.parametrize(
    ("tekst", "med"),
    spredt(
        [
            ("Bakgrunn\n\nI 2018 ble det anmeldt flere innbrudd enn året før.", "anmeldt flere innbrudd"),
            (
                "Politikontakt\n\nOla Moe er politikontakt. Han skal besøke skolene (ikke barnehagene) hver høst.",
                "hver høst",
            ),
            ("Varighet\n\nAvtalen kommer i stedet for samarbeids-avtalen av 3. mars 2014.", "3.3.2014"),
            ("Partenes plikter\n\nKommunen skal:\n\n- melde fra om det som var avtalt tidligere", "avtalt tidligere"),
            ("Politikontakt\n\nSkoler som ønsker besøk, ringer Ola Moe på telefon 61 00 00 01.", "61 00 00 01"),
            ("Politikontakt\n\nHan skal følge opp unge som ikke lenger går på skolen, i Lom.", "ikke lenger"),
            ("Politikontakt\n\nPolitikontakten er Ola Moe (tlf. 61 00 00 01, ikke på kveldstid).", "61 00 00 01"),
            ("Partenes plikter\n\nKommunen har satt av 50 000 kroner i 2019.", "50 000"),
            ("Partenes plikter\n\nKommunen skal melde fra når noen har flyttet.", "har flyttet"),
            ("Partenes plikter\n\nKommunen skal:\n\n- følge opp tiltak som ble vedtatt i 2018", "vedtatt i 2018"),
            ("Partar og verknad\n\nAvtalen verkar frå 1. juni 2021 til 31. mai 2025.", "31.5.2025"),
            (
                "Varighet\n\nSamarbeidsavtalen av 12. mars 2006 (sak 06/00154) er dermed ikke lenger i kraft.",
                "12.3.2006",
            ),
            ("Samarbeidsutvalget\n\nSamarbeidsutvalget møtes fire ganger i året.", "fire"),
            ("Beredskapsrådet\n\nBeredskapsrådet møtes fire ganger i året.", "fire"),
            ("Politirådet\n\nRådet ble opprettet i 2012 og møtes fire ganger i året.", "fire"),
            ("Politirådet\n\nMøtene er lukkede, men referatet er offentlig når navn er tatt ut.", "lukk"),
            ("Politikontakt\n\nKommunens faste kontakt er politibetjent Ola Moe (tlf. 61 00 00 01).", "61 00 00 01"),
            ("Avtalen\n\nAvtalen, som ble godkjent av kommunestyret i møte 5.1.2015 som sak 15/92, varer.", "15/92"),
            ("Politikontakt\n\nLund er politikontakt. Ola Lund har telefon 91 10 00 01.", "91 10 00 01"),
        ],
        8,
    ),
)
def test_what_is_agreed_is_read_though_it_has_such_words(tekst: str, med: str) -> None:
    assert any(med in verdi for verdi in feltene(lest(tekst)).values())


def test_how_it_is_now_is_read_of_a_sentence_that_begins_with_how_it_was() -> None:
    felt = feltene(
        lest(
            "Varighet\n\nOpphavleg skulle avtala vare til 31. desember 2020, men ho gjeld no til 31. desember 2022. "
            "Ho kan seiast opp."
        )
    )
    assert felt["periode.til"] == "31.12.2022"
    assert not any("2020" in verdi for verdi in felt.values())


def test_a_row_of_one_who_was_there_before_or_of_another_office_is_not_read() -> None:
    utkast = lest(
        "Politiets tjenester\n\n| Sted | Telefon | Åpent |\n|---|---|---|\n"
        "| Lom lensmannskontor | 61 00 00 01 | mandag–fredag 9–15 |\n"
        "| Servicetorget i Lom | 61 00 00 99 | mandag–fredag 8–16 |\n"
        "| Skjåk lensmannskontor (nedlagt 2017) | 61 00 00 88 | |\n"
        "| Vågå kontor | 61 00 00 77 | Ikke politi |"
    )
    steder = {
        rute: tekst for rute, tekst in feltene(utkast).items() if rute.startswith("tjenestetilbud.tjenestesteder")
    }
    assert "61 00 00 01" in steder.values()
    assert not any(nummer in tekst for tekst in steder.values() for nummer in ("00 99", "00 88", "00 77"))
