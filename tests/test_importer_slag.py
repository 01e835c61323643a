"""Ways of writing a thing that the importer knows by what it is, and not by how one agreement has it."""

from __future__ import annotations

from typing import Any

import pytest

from avtalegen.importering import Kilde, importer, les
from avtalegen.importering.kilde import Linje, Sted

_FORAN = (
    "Partene vil gjøre kommunen trygg.",
    "De vil arbeide sammen.",
    "Deltakerne har taushetsplikt.",
    "Det gjelder alle som er med.",
)
TITTEL = "Samarbeidsavtale mellom Hå kommune og Sør-Vest politidistrikt"


def feltene(tekst: str) -> dict[str, str]:
    """What an agreement gives that has this in it: Markdown, or HTML when it begins with a tag."""
    if tekst.startswith("<"):
        foran = "".join(f"<p>{en}</p>" for en in _FORAN)
        data, navn = f"<html><body><h1>{TITTEL}</h1><h2>Formål</h2>{foran}{tekst}</body></html>", "ha.html"
    else:
        data, navn = "\n\n".join((f"# {TITTEL}", "## Formål", *_FORAN, tekst)), "ha.md"
    utkast = importer(les(data.encode(), navn))
    return {
        ".".join(map(str, rute)): verdi.tekst
        for rute, verdi in utkast.verdier
        if rute[-1] != "tekst" and rute[0] not in ("parter", "lokale_avsnitt")
    }


def rader(*rader: str) -> str:
    celler = ("".join(f"<td>{celle}</td>" for celle in rad.split("|")) for rad in rader)
    return f"<table>{''.join(f'<tr>{rad}</tr>' for rad in celler)}</table>"


OMRÅDE, TILTAK = "satsningsområder.områder", "tiltak.0"
STED = "tjenestetilbud.tjenestesteder.0"
RÅD = "politiråd"


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        (
            "<h2>Tiltaksplan</h2>"
            + rader("Mål|Tiltak|Ansvar|Frist", "Trygg skolevei|Kontroll|Politiet|Uke 34", "Mindre rus|Møte|Rektor|Mai"),
            {
                f"{OMRÅDE}.0.navn": "Trygg skolevei",
                f"{OMRÅDE}.0.{TILTAK}.hva": "Kontroll",
                f"{OMRÅDE}.1.navn": "Mindre rus",
            },
        ),
        (
            "<h2>Møter i politirådet</h2><p>Møtene er:</p>"
            + rader("Torsdag 11. februar 2021|kl. 09.00|Kommunehuset", "Torsdag 3. juni 2021|kl. 09.00|Biblioteket"),
            {f"{RÅD}.møter.plan.1.dato": "3.6.2021", f"{RÅD}.møter.plan.1.sted": "Biblioteket"},
        ),
        (
            "<h2>Lensmannskontoret</h2>"
            + rader(
                "Adresse|Leirdalen 3, 5430 Bremnes",
                "Telefon|53 42 90 00",
                "Telefaks|53 42 90 09",
                "Opningstid|Fredag kl. 8–15",
            ),
            {
                f"{STED}.adresse": "Leirdalen 3, 5430 Bremnes",
                f"{STED}.telefon": "53 42 90 00",
                "tjenestetilbud.kontakter.0": None,
            },
        ),
        (
            "<h2>Lensmannskontoret</h2>" + rader("|Mandag|Tirsdag|Onsdag", "Åpent|9–15|Stengt|9–18"),
            {f"{STED}.navn": "Lensmannskontoret", f"{STED}.åpningstider.2": "onsdag 09.00–18.00"},
        ),
        (
            "## Signatur\n\nNærbø, 12. desember 2019\n\nKari Berge, ordfører\n\nfor Hå kommune\n\n"
            "Ola Vik, lensmann\n\nfor politiet",
            {"signaturer.0.for": "Hå kommune", "signaturer.1.navn": "Ola Vik", "signaturer.1.for": "politiet"},
        ),
        (
            "## Signatur\n\nNærbø, 12. desember 2019\n\nKari Berge, ordfører, for Hå kommune\n\n"
            "Ola Vik, lensmann, for Sør-Vest politidistrikt",
            {"signaturer.0.for": "Hå kommune", "signaturer.1.navn": "Ola Vik", "signaturer.1.tittel": "lensmann"},
        ),
        (
            "## Signatur\n\nNærbø, 12. desember 2019\n\nFor Hå kommune: Kari Berge (ordfører)\n\n"
            "For Sør-Vest politidistrikt: Ola Vik (lensmann)",
            {"signaturer.0.navn": "Kari Berge", "signaturer.1.tittel": "lensmann"},
        ),
        (
            "## Politirådet\n\nOrdfører Kari Berge leder rådet. "
            "Varaordfører Hans Dahl møter for ordføreren når han er borte.",
            {f"{RÅD}.medlemmer.kommune.0.vara": "Varaordfører Hans Dahl", f"{RÅD}.medlemmer.kommune.1.navn": None},
        ),
        (
            "## Politirådet\n\nOrdfører Kari Berge leder rådet. "
            "Varaordfører Hans Dahl møter når ordføreren har forfall.",
            {f"{RÅD}.medlemmer.kommune.0.vara": "Varaordfører Hans Dahl"},
        ),
        (
            "## Politirådet\n\nOverbetjent Berit Moe møter fra politiet.\n\n## Politikontakt\n\n"
            "Overbetjent Berit Moe er politikontakt.",
            {f"{RÅD}.medlemmer.politi.0.navn": "Berit Moe", "politikontakt.0.navn.0": "Berit Moe"},
        ),
        (
            "<h2>Møter i politirådet</h2>"
            + rader("- 2. september 2010 kl. 09.00|Hyttetyverier", "- 25. november 2010 kl. 10.00|Rus"),
            {f"{RÅD}.møter.plan.0.dato": "2.9.2010", f"{RÅD}.møter.plan.0.tema.0": "Hyttetyverier"},
        ),
        (
            "## Møteplan 2020\n\n- 4. mars kl. 9\n- 7. oktober kl. 9",
            {f"{RÅD}.møter.plan.1.dato": "7.10.2020", f"{RÅD}.møter.plan.1.klokkeslett": "09.00"},
        ),
        (
            "## Kva vi skuldar kvarandre\n\nKommunen skal a) stilla rom til tiltak, b) leiga vakt og c) be om uttale.",
            {"forpliktelser.kommunen.0": "stilla rom til tiltak", "forpliktelser.kommunen.1": "leiga vakt"},
        ),
        (
            "## Avtalen\n\nDenne avtala kjem i staden for avtalane frå 3. mai 2016, 14. juni 2017 og 9. oktober 2012.",
            {"avtale.erstatter.0.dato": "3.5.2016", "avtale.erstatter.2.dato": "9.10.2012"},
        ),
        (
            "## Politirådet\n\n3.4 Rådet er rådgivende. Det skal\n\na) utveksle kunnskap\n\nb) foreslå tiltak",
            {f"{RÅD}.rolle": "rådgivende", f"{RÅD}.mandat.1": "foreslå tiltak"},
        ),
        (
            "## Satsingsområder\n\n1\\. Promillekjøring. Tiltak: Kontroller. Frist: 1. mai 2015.\n\n"
            "2\\. Vold i nære relasjoner. Tiltak: Kurs. Frist: 1. juni 2015.",
            {f"{OMRÅDE}.0.navn": "Promillekjøring", f"{OMRÅDE}.1.navn": "Vold i nære relasjoner"},
        ),
        (
            "## Beredskap\n\nKommunen og politiet øver sammen hvert annet år, neste gang våren 2021.",
            {"beredskap.øvelser.0.hva": "øvelse", "beredskap.øvelser.0.hyppighet": "hvert annet år"},
        ),
        (
            "## SLT\n\nPolitirådet er styringsgruppe for SLT, og oppvekstleiarane er arbeidsgruppe.",
            {"slt.nivåer.utførende.0": "oppvekstleiarane"},
        ),
        (
            "## Varigheit\n\nAvtala tek til å gjelda 1. mai 2020. Ho kan seiast opp.",
            {"periode.fra": "1.5.2020"},
        ),
        ("## Politirådet\n\nMøta vert haldne på kommunehuset.", {f"{RÅD}.møter.sted": "kommunehuset"}),
        (
            "## Hva vi gjør\n\nKommunen\n\n- stiller møterom\n\nPolitiet\n\n- holder kurs",
            {"forpliktelser.kommunen.0": "stiller møterom", "forpliktelser.politiet.0": "holder kurs"},
        ),
        (
            "## Beredskap\n\nLensmannen er fast medlem av kriseleiinga.",
            {"beredskap.kriseledelse.0.tittel": "lensmannen"},
        ),
        (
            "## Politikontakten\n\nPolitikontakten besøker 7. og 9. trinn to ganger i skoleåret.",
            {"politikontakt.0.oppgaver.0": "besøker 7. og 9. trinn to ganger i skoleåret"},
        ),
        (
            "## Lensmannskontoret\n\nKontoret er ope måndag til fredag kl. 9–15. Då hadde det ope måndagar kl. 12–18.",
            {f"{STED}.langåpent": None},
        ),
        (
            "## Plikter\n\nPolitiet skal:\n\n- møte i kommunestyret\n\nDei pengane er brukte opp.",
            {"forpliktelser.politiet.1": None},
        ),
    ],
)
def test_det_samme_skrevet_på_en_annen_måte(tekst: str, ventet: dict[str, Any]) -> None:
    felt = feltene(tekst)
    assert {rute: felt.get(rute) for rute in ventet} == ventet


@pytest.mark.parametrize(
    ("celle", "felt"), [("Rus i sentrum", "tema.0"), ("Rådhuset", "sted"), ("Kaia i Bodø", "sted")]
)
def test_what_stands_beside_the_days_is_a_place_or_what_it_is_about(celle: str, felt: str) -> None:
    """… «i sentrum» is no name of a place."""
    tabell = rader(*(f"{dag} 2026|{celle}" for dag in ("4. mars", "3. juni", "9. september")))
    plan = f"{RÅD}.møter.plan.0"
    lest = feltene(f"<h2>Møteplan for politirådet</h2>{tabell}")
    assert {en for en in lest if en.startswith(plan)} == {f"{plan}.dato", f"{plan}.{felt}"}


@pytest.mark.parametrize("tid", ["Alle dager hele døgnet", "Heile døgnet", "Døgnåpent"])
def test_a_place_that_never_closes_has_that_for_its_hours(tid: str) -> None:
    tabell = rader("Sted|Åpent|Tjenester", "Lom lensmannskontor|Man–fre 08.30–15.00|Pass", f"Otta stasjon|{tid}|Våpen")
    felt = feltene(f"<h2>Åpningstider</h2>{tabell}")
    assert felt["tjenestetilbud.tjenestesteder.1.åpningstider"] == tid


MED_NUMRE = "Samarbeidsavtale mellom Lom, Skjåk og Vågå kommuner og Innlandet politidistrikt"


def kommunene(*avsnitt: str) -> dict[str, str]:
    """What an agreement of three kommuner gives that has these paragraphs in it."""
    tekst = "".join(f"<p>{en}</p>" if not en.startswith("<") else en for en in avsnitt)
    utkast = importer(les(f"<html><body><h1>{MED_NUMRE}</h1>{tekst}</body></html>".encode(), "avtale.html"))
    return {".".join(map(str, rute)): verdi.tekst for rute, verdi in utkast.verdier}


@pytest.mark.parametrize(
    ("rader_", "ventet"),
    [
        (
            (
                "Kommune|Organ|Møtedato|Saksnr.",
                "Lom|Formannskapet|1.2.2019|3/19",
                "Lom|Kommunestyret|20.2.2019|8/19",
                "Skjåk|Kommunestyret|22.2.2019|PS 10/19",
            ),
            {"0.vedtak.organ": "kommunestyret", "0.vedtak.sak": "8/19", "1.vedtak.dato": "22.2.2019"},
        ),
        (
            (
                "Kommune|Vedtatt av kommunestyret|Sak",
                "Lom kommune|20. februar 2019|8/19",
                "Vågå kommune|1.3.2019|9/19",
                "Skjåk kommune|4.3.2019|7/19",
            ),
            {"0.vedtak.sak": "8/19", "1.vedtak.organ": "kommunestyret"},
        ),
    ],
)
def test_a_table_of_decisions_gives_each_kommune_its_own(rader_: tuple[str, ...], ventet: dict[str, str]) -> None:
    felt = kommunene("<h2>Politisk behandling</h2>", rader(*rader_))
    assert {n: felt.get(f"parter.kommuner.{n}") for n in ventet} == ventet
    assert f"{RÅD}.møter.plan.0.dato" not in felt


def test_the_days_of_a_plan_may_stand_over_its_columns() -> None:
    felt = kommunene(
        "<h2>Politirådet</h2>",
        rader("Møter i 2019|Mandag 4.3. kl. 0900|10. juni", "Sted|Fossbergom|Bismo", "Hovedsak|Vold|Rus"),
    )
    plan = {n.removeprefix(f"{RÅD}.møter.plan."): v for n, v in felt.items() if ".plan." in n}
    assert plan["0.dato"] == "4.3.2019"
    assert plan["0.klokkeslett"] == "09.00"
    assert plan["1.dato"] == "10.6.2019"
    assert plan["1.sted"] == "Bismo"


def test_a_column_may_say_the_task_of_some_members_and_the_side_of_others() -> None:
    felt = kommunene(
        "<h2>Politirådet</h2>",
        rader(
            "Plass|Fast medlem|Vararepresentant",
            "Leder|ordfører Kari Moe|varaordfører Per Vik",
            "Nestleder|lensmann Ola Bø|–",
            "Kommunen|rektor Siv Dal|rådgiver Jon Ås",
        ),
    )
    assert felt[f"{RÅD}.leder.navn"] == "Kari Moe"
    assert felt[f"{RÅD}.nestleder.navn"] == "Ola Bø"
    assert felt[f"{RÅD}.medlemmer.kommune.1.vara"] == "rådgiver Jon Ås"


def test_the_points_under_a_clause_are_no_part_of_the_next_one() -> None:
    """Word numbers the levels of each list from the first, also those of a list in the middle of another."""
    punkter = (
        ("1.", "Formålet er at unge skal være trygge i alle bygdene.", 0.6),
        ("2.", "Avtalen gjelder fra 1. mai 2018 og kan sies opp med fem måneders varsel.", 0.6),
        ("3.", "Kommunene skal:", 0.6),
        ("•", "stille møterom til rådighet", 1.3),
        ("•", "ha en fast kontakt", 1.3),
        ("4.", "Avtalen evalueres hvert annet år.", 0.6),
        ("5.", "Rådene er rådgivende.", 0.6),
    )
    linjer = [Linje(0, MED_NUMRE, Sted(None, 1)), Linje(1, "DEL I RAMMEN", Sted(None, 2), nivå=1)]
    linjer += [
        Linje(nr, tekst, Sted(None, nr + 1), nummer=nummer, listenivå=0, innrykk=innrykk)
        for nr, (nummer, tekst, innrykk) in enumerate(punkter, 2)
    ]
    utkast = importer(Kilde("a.docx", "docx", tuple(linjer)))
    felt = {".".join(map(str, rute)): verdi.tekst for rute, verdi in utkast.verdier}
    assert felt["avtale.formål.0"].startswith("Formålet er at unge")
    assert [v for n, v in felt.items() if n.startswith("forpliktelser.kommunen")] == [
        "stille møterom til rådighet",
        "ha en fast kontakt",
    ]
    assert felt["evaluering.hyppighet"] == "hvert annet år"
    assert felt[f"{RÅD}.rolle"] == "rådgivende"


@pytest.mark.parametrize("tittel", ["Del II Tillegg B – Lom", "Tillegg 1: Lom", "Lokalt tillegg A"])
def test_an_agreement_is_signed_before_what_is_added_to_it(tittel: str) -> None:
    felt = kommunene(
        *["<p>Partene vil arbeide sammen.</p>"] * 6,
        "<p>Lom, 23. april 2018</p>",
        "<table><tr><td>________</td><td>________</td></tr><tr><td>Kari Moe<br>ordfører<br>Lom kommune</td>"
        "<td>Ola Bø<br>politimester<br>Innlandet politidistrikt</td></tr></table>",
        f"<h1>{tittel}</h1>",
        *["<p>Tillegget utfyller avtalen.</p>"] * 6,
        "<h2>B.1 Politirådet i Lom</h2><p>Rådet møtes fire ganger i året i møterom Galdhøpiggen på rådhuset.</p>",
    )
    assert felt["avtale.dato"] == "23.4.2018"
    assert felt["signaturer.1.navn"] == "Ola Bø"
    assert felt[f"{RÅD}.møter.sted"] == "møterom Galdhøpiggen på rådhuset"
