"""Ways of writing a thing that the importer knows by what it is, and not by how one agreement has it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from avtalegen.importering import importer, les

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


def test_et_spørsmålstegn_kan_leses_av_andre_programmer_også() -> None:
    tabell = "| Område | Tiltak | Ansvar |\n|---|---|---|\n| Rus | Kurset «Hvem ringer du?» | Rektor |"
    utkast = importer(les(f"# {TITTEL}\n\n## Satsingsområder\n\n{tabell}".encode(), "ha.md"))
    lest = yaml.load(utkast.yaml, yaml.BaseLoader)
    assert lest["satsningsområder"]["områder"][0]["tiltak"][0]["hva"] == "Kurset «Hvem ringer du?»"
