"""What belongs together in an old agreement: the rows of a table, a clause and its points, a label and its lines."""

from __future__ import annotations

import pytest

from avtalegen.importering import Kilde, importer, les
from avtalegen.importering.kilde import Linje, Sted
from tests.test_importer_slag import OMRÅDE, RÅD, STED, TILTAK, feltene, rader

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


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        (
            "## Hvem planen binder\n\nPlanen er også en avtale mellom partene.\n\n"
            "Den gjelder fra 1. april 2022 og ut mars 2026. Halvveis, i april 2024, skal planen rulleres. "
            "Vil noen ut av avtalen, må det sies seks måneder i forveien.",
            {
                "periode.fra": "1.4.2022",
                "periode.til": "mars 2026",
                "periode.revisjon.neste": "i april 2024",
                "periode.oppsigelse.frist": "seks måneder",
            },
        ),
        (
            "<h2>Kontor og åpningstider</h2>"
            + rader(
                "Varhaug politistasjon|", "Adresse|Storgata 9", "Åpent|Mandag 09–15", "|Onsdag 09–17", "|Fredag 09–14"
            ),
            {f"{STED}.navn": "Varhaug politistasjon", f"{STED}.åpningstider.1": "Onsdag 09.00–17.00"},
        ),
        (
            "<h2>Tjenestesteder</h2>"
            + rader("Sted|Åpent|Telefon", "Varhaug|første onsdag i måneden 10–13|51 00 00 00"),
            {f"{STED}.åpningstider": "første onsdag i måneden 10.00–13.00"},
        ),
        (
            "<h2>Årshjul</h2>"
            + rader(
                "Måned|Hva skjer|Hvem har ansvaret",
                "Januar|Møte i politirådet: tall|ordføreren",
                "Februar|Foreldremøte|rektor",
                "Mai|Russevakt|SLT-koordinator",
            ),
            {f"{OMRÅDE}.0.{TILTAK}.hva": "Foreldremøte", f"{OMRÅDE}.0.{TILTAK}.frist": "Februar"},
        ),
        (
            "## Politirådet\n\nRådet har vedtatt disse løftene:\n\n"
            "- Lage rutine. Ansvar: rektor. Frist: 1. august 2022.\n"
            "- Sette opp lys. Ansvar: vegsjefen. Frist: 1. mai 2023.",
            {
                f"{OMRÅDE}.0.{TILTAK}.ansvarlig.0": "rektor",
                f"{OMRÅDE}.0.tiltak.1.frist": "1.5.2023",
                f"{RÅD}.mandat.0": "",
            },
        ),
        (
            "<h2>Tiltak</h2>" + "<table><tr><td>Hva</td><td>Hvem</td><td>Frist</td></tr>"
            "<tr><td>Kontroll</td><td>politiet</td><td>mai</td></tr>"
            "<tr><td colspan=3>Grensekontroll er ikke med; det hører til Telemark.</td></tr></table>",
            {f"{OMRÅDE}.0.{TILTAK}.hva": "Kontroll", f"{OMRÅDE}.1.navn": ""},
        ),
        (
            "<h2>Kontakter i kommunen</h2><p>Politiet stiller med to.</p>"
            + rader(
                "|Siri Berg|Åse Moe",
                "Telefon|952 00 640|952 00 641",
                "Til stede|onsdag 9–12, skolen|torsdag 12–15, Varhaug",
            ),
            {"politikontakt.0.navn.0": "Siri Berg", "politikontakt.1.telefon": "952 00 641"},
        ),
        (
            "<h2>Møter i rådet</h2>"
            + rader("Når|Hvor|Hva vi tar opp", "tirsdag 12. september 2017 kl. 10–13|Kommunehuset|Oppstart"),
            {
                f"{RÅD}.møter.plan.0.slutt": "13.00",
                f"{RÅD}.møter.plan.0.sted": "Kommunehuset",
                f"{RÅD}.møter.plan.0.tema.0": "Oppstart",
            },
        ),
        (
            "## Politirådet\n\nKontoret til ordføreren ved sekretær Ida Rike tar seg av innkalling og møtebok.",
            {f"{RÅD}.sekretær.navn": "Ida Rike"},
        ),
        (
            "## Bakgrunn\n\nKommunen hadde en avtale med lensmannen av 4. mars 2010, og den faller nå bort.",
            {"avtale.erstatter.0.dato": "4.3.2010"},
        ),
        (
            "<h2>Åpningstider</h2>" + rader("Sted|Dag|Tid", "Varhaug|mandag–torsdag|9–15", "|fredag|9–14"),
            {f"{STED}.åpningstider.1": "fredag 09.00–14.00", "tjenestetilbud.tjenestesteder.1.navn": ""},
        ),
        (
            "## Varighet\n\nDen gjelder fra vedtaksdagen 3. mars 2021.",
            {"periode.fra": "3.3.2021"},
        ),
        (
            "## Kontaktperson\n\n- Navn: Siv Bø\n- Tlf: 900 11 222\n- Kontordag: torsdag\n- Tid: 10–14, Bryne skole",
            {"politikontakt.0.tilstedeværelse.0.fra": "10.00", "politikontakt.0.oppgaver.0": ""},
        ),
    ],
)
def test_what_belongs_together_is_read_together(tekst: str, ventet: dict[str, str]) -> None:
    felt = feltene(tekst)
    assert {n: felt.get(n, "") for n in ventet} == ventet
