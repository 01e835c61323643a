"""Tables with labels and columns that others use: who stands in, who comes when needed, levels, what nobody does."""

from __future__ import annotations

import pytest

from avtalegen.importering import importer, les

HODE = "# Avtale mellom Lom kommune og Innlandet politidistrikt\n\n"


def utkastet(tekst: str, navn: str = "lom.md") -> dict[str, str]:
    """Return the values of the draft by the way to each."""
    verdier = importer(les((HODE + tekst if navn.endswith("md") else tekst).encode(), navn)).verdier
    return {".".join(map(str, rute)): v.tekst for rute, v in verdier}


def under(utkast: dict[str, str], rute: str) -> list[str]:
    return [v for n, v in utkast.items() if n.startswith(rute)]


def tabell(*rader: str) -> str:
    """Return a table in Markdown, with cells that are parted by semicolons."""
    alle = ["| " + " | ".join(rad.split(";")) + " |" for rad in rader]
    alle.insert(1, "|" + "---|" * len(rader[0].split(";")))
    return "\n".join(alle) + "\n\n"


def test_who_stands_in_has_a_column_and_who_comes_when_needed_is_no_member() -> None:
    utkast = utkastet(
        "## Politirådet\n\n"
        + tabell(
            "Rolle;Stilling;Navn;Kommer i stedet;Møter",
            "Leder;Ordfører;Kari Moe;Per Li, varaordfører;Fast",
            "Medlem;Rådmann;Ola Bø;–;Fast",
            "Gjest;Røde Kors; ;;Etter behov",
        )
    )
    assert utkast["politiråd.medlemmer.kommune.0.vara"] == "Per Li, varaordfører"
    assert under(utkast, "politiråd.medlemmer.ved_behov") == ["Røde Kors"]
    assert len(under(utkast, "politiråd.medlemmer.kommune.2")) == 0


@pytest.mark.parametrize(
    ("over", "hoder", "rute"),
    [
        ("Politirådet", "Rådet gjør;Rådet gjør ikke", "politiråd.mandat politiråd.gjør_ikke"),
        ("Kva gjer rådet?", "Skal;Skal ikkje", "politiråd.mandat politiråd.gjør_ikke"),
        ("Politikontakt", "Kontakten skal;Kontakten skal ikke", "politikontakt.0.oppgaver politikontakt.0.gjør_ikke"),
    ],
)
def test_what_somebody_does_and_does_not_stand_in_columns_of_their_own(over: str, hoder: str, rute: str) -> None:
    utkast = utkastet(
        f"## {over}\n\n{tabell(hoder, 'Drøfte trender;Etterforske saker', 'Foreslå tiltak;Instruere politiet')}"
        "## Varighet\n\nAvtalen gjelder fra 1. januar 2020.\n"
    )
    gjør, ikke = rute.split()
    assert under(utkast, gjør) == ["Drøfte trender", "Foreslå tiltak"]
    assert under(utkast, ikke) == ["Etterforske saker", "Instruere politiet"]


def test_the_levels_of_slt_and_how_to_reach_the_coordinator_are_read_from_tables() -> None:
    utkast = utkastet(
        "## SLT\n\n"
        + tabell("Nivå;Hvem", "Styrende;Politirådet", "Koordinerende;Ungdomsteamet", "Utførende;Skolene og barnevernet")
        + tabell("SLT-koordinator;Eli Ås", "Mobil;912 34 567", "Stilling;60 %", "E-post;eli.as@lom.kommune.no")
    )
    assert utkast["slt.nivåer.koordinerende.0"] == "Ungdomsteamet"
    assert (utkast["slt.koordinator.navn"], utkast["slt.koordinator.telefon"]) == ("Eli Ås", "912 34 567")
    assert utkast["slt.koordinator.stillingsandel"] == "60 %"


def test_rows_that_say_that_they_are_not_part_of_it_are_left_out() -> None:
    utkast = utkastet(
        "## Møter\n\n"
        + tabell("Dato;Tema;Merknad", "3.2.2021;Skole;", "4.5.2021;Fagdag;Ikke rådsmøte", "8.9.2021;Rus;I Vågå")
        + "## Handlingsplan\n\n"
        + tabell("Område;Tiltak;Frist;Status", "Rus;Foreldrekurs;1.3.2021;Ny", "Tagging;Ingen;–;Ikke prioritert nå")
        + "## Hvor er politiet?\n\n"
        + tabell(
            "Sted;Adresse;Telefon;Mandag;Tirsdag;Onsdag",
            "Lom lensmannskontor;Sognefjellsvegen 3, 2686 Lom;61 21 20 00;9–14;9–14;9–14",
            "NAV Lom (ikke politiet);Torget 1, 2686 Lom;55 55 33 33;10–12;10–12;10–12",
            "Namsfogden;Torget 2, 2686 Lom;61 21 20 01;12–14;12–14;12–14",
        )
    )
    assert [v for n, v in utkast.items() if n.startswith("politiråd.møter.plan") and n.endswith("dato")] == [
        "3.2.2021",
        "8.9.2021",
    ]
    assert [v for n, v in utkast.items() if n.startswith("satsningsområder.områder") and n.endswith("navn")] == ["Rus"]
    steder = [v for n, v in utkast.items() if n.startswith("tjenestetilbud.tjenestesteder") and n.endswith(".navn")]
    assert steder == ["Lom lensmannskontor"]
    assert utkast["tjenestetilbud.tjenestesteder.0.adresse"] == "Sognefjellsvegen 3, 2686 Lom"


def test_a_label_over_the_main_things_is_no_title_and_its_rows_are_read() -> None:
    rader = {
        "Kommune": "Lom kommune",
        "Politi": "Innlandet politidistrikt",
        "Saksnr.": "2020/311",
        "Vedtatt av": "Kommunestyret 3.12.2020, sak 88/20",
        "Gjelder": "1.1.2021–31.12.2024",
        "Oppsigelse": "To måneder",
        "Revideres": "Annethvert år",
        "Erstatter": "avtale av 4.5.2016",
    }
    celler = "".join(f"<tr><td>{merke}</td><td>{verdi}</td></tr>" for merke, verdi in rader.items())
    utkast = utkastet(
        f"<p><b>Politirådsavtale for Lom</b></p><h1>Avtalen i korte trekk</h1><table>{celler}</table>"
        "<h1>Politirådet</h1><p>Rådet møtes tre ganger i året.</p><h1>Politikontakt</h1><table><tr><td>Navn</td>"
        "<td>Siv Ås</td></tr><tr><td>Kontortid</td><td>Lom skule: mandag kl. 10–12<br>Rådhuset i Lom: torsdag "
        "kl. 12–14</td></tr><tr><td>Oppgaver</td><td>Foreldremøter<br>Samtaler med unge</td></tr></table>"
        "<h1>Til slutt</h1><table><tr><td>Taushetsplikt</td><td>Alle i rådet har taushetsplikt.</td></tr><tr>"
        "<td>Evaluering</td><td>Hvert år i mai.</td></tr><tr><td>Vedlegg</td><td><p>1. Kart</p><p>2. Skjema</p></td>"
        "</tr></table>",
        "lom.html",
    )
    assert (utkast["avtale.tittel"], utkast["periode.revisjon.hyppighet"]) == (
        "Politirådsavtale for Lom",
        "Annethvert år",
    )
    assert under(utkast, "politikontakt.0.oppgaver") == ["Foreldremøter", "Samtaler med unge"]
    steder = [v for n, v in utkast.items() if n.startswith("politikontakt.0.tilstedeværelse") and "steder" in n]
    assert steder == ["Lom skule", "Rådhuset i Lom"]
    assert (utkast["taushetsplikt.gjelder"], utkast["evaluering.hyppighet"]) == ("ja", "Hvert år i mai")
    assert under(utkast, "vedlegg") == ["Kart", "Skjema"]


def test_a_month_is_no_place_and_a_day_for_others_is_no_meeting() -> None:
    utkast = utkastet(
        "## Møteplan for politirådet\n\n"
        + tabell("Måned;Dato;Tema", "Februar;10.2.2022;Skole", "Juni;1.6.2022;Bygdedag (gjelder ikke rådet)")
    )
    assert under(utkast, "politiråd.møter.plan.0.dato") == ["10.2.2022"]
    assert not [n for n in utkast if n.endswith("sted") or n.startswith("politiråd.møter.plan.1")]


def test_enclosures_are_counted_up_in_tables_and_on_lines_of_their_own() -> None:
    i_tabell = utkastet(f"## Vedlegg\n\n{tabell('Nr;Navn', '1;Kart over bygda', '2;Rutine for varsling')}")
    assert under(i_tabell, "vedlegg") == ["Kart over bygda", "Rutine for varsling"]
    linjer = utkastet("## Papirer\n\nVedlegg 1: Kart over bygda\nVedlegg 2: Rutine for varsling\n")
    assert under(linjer, "vedlegg") == ["Kart over bygda", "Rutine for varsling"]


@pytest.mark.parametrize(
    ("ord_", "felt"), [("Ved behov", "ved_behov"), ("Innkalles", "ved_behov"), ("Kan inviteres", "kan_delta")]
)
def test_a_label_says_whether_they_come_when_needed_or_may_come(ord_: str, felt: str) -> None:
    utkast = utkastet(f"## Politirådet\n\nRådet møtes årlig.\n\n{ord_}: brannsjefen og rektorene.\n")
    assert under(utkast, f"politiråd.medlemmer.{felt}") == ["brannsjefen", "rektorene"]


def test_the_contact_who_is_named_in_two_tables_is_one() -> None:
    rad = ("Navn;Siv Ås", "Telefon;912 34 567", "E-post;siv.as@politiet.no")
    utkast = utkastet(f"## Politikontakt\n\n{tabell(*rad)}Ser også:\n\n{tabell(*rad)}")
    assert under(utkast, "politikontakt.0.navn") == ["Siv Ås"]
    assert under(utkast, "politikontakt.0.telefon") == ["912 34 567"]


def test_the_hours_and_the_place_of_a_meeting_may_stand_on_one_line_of_a_cell() -> None:
    utkast = utkastet(
        "## Politirådet\n\n### Møter i 2023\n\n"
        + tabell(
            "Tid og sted;Tema",
            "15. februar<br>kl. 09.00–11.00, Lom rådhus;Fart",
            "10. mai<br>kl. 12.00–14.00, Bøverdalen;Rus",
        )
    )
    felt = {n.removeprefix("politiråd.møter.plan."): v for n, v in utkast.items() if "plan" in n}
    assert [felt[f"{nr}.{hva}"] for nr in (0, 1) for hva in ("klokkeslett", "slutt", "sted")] == [
        *("09.00", "11.00", "Lom rådhus"),
        *("12.00", "14.00", "Bøverdalen"),
    ]


@pytest.mark.parametrize(
    "bak",
    [
        ". Ansvarlig: rådmannen. Frist: 1.11.2015.",
        " (frist: 1.11.2015, ansvarleg: rådmannen)",
        "; ansvarlig: rådmannen; frist: 1.11.2015",
    ],
)
def test_who_does_a_measure_and_by_when_may_stand_behind_it_with_labels(bak: str) -> None:
    utkast = utkastet(f"## Innsatsområder\n\n- Kurs for vakter på fest{bak}\n- Rus blant unge\n")
    rute = "forpliktelser.felles.0"
    assert [utkast[f"{rute}.{felt}"] for felt in ("hva", "ansvarlig.0", "frist")] == [
        *("Kurs for vakter på fest", "rådmannen", "1.11.2015"),
    ]
    assert under(utkast, "satsningsområder.områder") == ["Rus blant unge"]
