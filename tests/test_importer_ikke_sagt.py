"""What an old agreement says and doesn't agree, and what is divided wrongly: none of it may be called sure."""

from __future__ import annotations

import pytest

from avtalegen.importering import importer, les, som_data
from tests.test_importer_slag import TITTEL, feltene, rader

FORAN = "Partene vil gjøre kommunen trygg. De vil arbeide sammen. Deltakerne har taushetsplikt. Det gjelder alle.\n\n"
OMRÅDENE = "satsningsområder.områder"
STED = "tjenestetilbud.tjenestesteder.0"
MEDLEMMENE = "politiråd.medlemmer"


def ren_tekst(tekst: str) -> dict[str, str]:
    """What an agreement gives that has this in it, as plain text."""
    utkast = importer(les(f"{TITTEL}\n\nFormål\n\n{FORAN}{tekst}".encode(), "ha.txt"))
    return {".".join(map(str, rute)): verdi.tekst for rute, verdi in utkast.verdier if rute[-1] != "tekst"}


@pytest.mark.parametrize(
    ("tekst", "uten"),
    [
        ("## Satsingsområder\n\n- Rus\n- Trafikk\n- Ikke prioritert i perioden: hundehold", "hundehold"),
        ("## Satsingsområde\n\n- Rus\n- Trafikk\n- Ikkje del av avtala: fyrverkeri", "fyrverkeri"),
        ("## Hva avtalen ikke omfatter\n\n- Redningstjeneste\n- Beredskap mot flom\n- Grensekontroll", "flom"),
        ("## Dette gjeld avtala ikkje\n\n- Redningsteneste\n- Beredskap mot flaum", "flaum"),
        ("## Beredskap\n\nPolitiet varsler. Avtalen omfatter ikke redningstjeneste til sjøs.", "sjøs"),
        ("## Utenfor avtalen\n\n- Redningstjeneste\n- Beredskap mot flom", "flom"),
        (
            "## Lensmannskontoret\n\nKontoret på Nærbø er åpent mandag kl. 9–12. "
            "Det gamle posthuset er åpent fredag kl. 10–16.",
            "fredag",
        ),
        (
            "## Lensmannskontoret\n\nKontoret på Nærbø er ope måndag kl. 9–12. Andre dagar viser ein til "
            "politistasjonen i Sandnes, som har ope kvardagar kl. 8–15.",
            "Sandnes",
        ),
        (
            "## Lensmannskontoret\n\nKontoret på Nærbø er åpent mandag kl. 9–12. "
            "Politistasjonen i nabobyen har åpent hverdager kl. 8–15.30.",
            "15.30",
        ),
        (
            "## Politirådet\n\nRådet møtes fire ganger i året. Neste møte i formannskapet er 11. april 2016.",
            "formannskapet",
        ),
        (
            "## Vedlegg 1: Rutine for bekymring\n\n1. Skolen ringer politiet innen kl. 12.\n2. Politiet møter eleven.",
            "eleven",
        ),
        (
            "## Lensmannskontoret\n\nÅpent tirsdag kl. 9–15. Når kontoret er stengt, gjelder åpningstidene til "
            "politistasjonen på Bryne: mandag–fredag 8–15.30.",
            "15.30",
        ),
        ("## Politirådet\n\nPolitirådet ledes av ordfører N.N. Sekretær er XX. Rådet møtes på huset.", "ledes"),
        ("## Satsingsområder\n\n### Sekretariatets oppgaver\n\nReferat.\n\n### Rus\n\nKurs.", "Sekretariat"),
    ],
)
def test_what_is_said_not_to_be_agreed_is_in_no_field(tekst: str, uten: str) -> None:
    assert not [verdi for verdi in feltene(tekst).values() if uten in verdi]


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Avtalen gjelder fra 1. mai 2016 til 30. april 2018. Forlenget til 30. april 2020.", "30.4.2020"),
        ("Avtala gjeld frå 1. mai 2016 til 30. april 2018. Rådet har forlengt avtala til 1. juni 2021.", "1.6.2021"),
        ("Avtalen gjelder fra 1. mai 2016 til 30. april 2018. Den gjelder likevel til 1. juli 2019.", "1.7.2019"),
        ("Avtaleperiode: 1.5.2016–30.4.2018 (forlenget til 30.4.2019)", "30.4.2019"),
        ("Avtalen gjelder fra 1. mai 2016 til 30. april 2018, og kan forlenges til 30. april 2020.", "30.4.2018"),
        ("Avtala gjeld frå 1. mai 2016 til 30. april 2018. Ho kan bli forlenga til 30. april 2020.", "30.4.2018"),
        ("Avtala gjeld frå 1. mai 2016 til 30. april 2018. Ho kan verte forlenga til 30. april 2020.", "30.4.2018"),
    ],
)
def test_an_agreement_that_was_made_longer_ends_on_the_later_day(tekst: str, ventet: str) -> None:
    assert feltene(f"## Varighet\n\n{tekst}")["periode.til"] == ventet


@pytest.mark.parametrize("ingen", ["Vakant", "NN", "N.N.", "XX", "Velges av kommunestyret", "Blir oppnemnd av rådet"])
def test_who_is_not_there_yet_has_no_name(ingen: str) -> None:
    tabell = rader("Funksjon|Navn", "Ordfører|Kari Berge", f"Rektor|{ingen}")
    felt = feltene(f"<h2>Medlemmer i politirådet</h2>{tabell}")
    assert felt[f"{MEDLEMMENE}.kommune.0.navn"] == "Kari Berge"
    assert felt[f"{MEDLEMMENE}.kommune.1.tittel"] == "rektor"
    assert f"{MEDLEMMENE}.kommune.1.navn" not in felt


@pytest.mark.parametrize(
    ("linje", "ventet"), [("- rådmann (vakant)", "rådmann"), ("- rektor XX", "rektor"), ("- lege N.N.", "lege")]
)
def test_a_title_has_no_word_for_that_nobody_has_it(linje: str, ventet: str) -> None:
    felt = feltene(f"## Politirådet\n\nMedlemmer:\n\n- ordfører Kari Berge\n{linje}")
    assert felt[f"{MEDLEMMENE}.kommune.1.tittel"] == ventet


def test_violence_is_not_taken_for_somebody_who_is_elected() -> None:
    assert feltene("## Satsingsområde\n\n- Vald i heimen\n- Rus")[f"{OMRÅDENE}.0.navn"] == "Vald i heimen"


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        (
            "Politiet skal følge opp punktene 11 og 13 i planen, jf. § 2 i loven.",
            ["følge opp punktene 11 og 13 i planen, jf. § 2 i loven"],
        ),
        (
            "Kommunen skal stille lokaler, utstyr mv. til rådighet og møte i rådet.",
            ["stille lokaler, utstyr mv. til rådighet", "møte i rådet"],
        ),
        (
            "Kommunen skal halde kontakt med skular, barnevern o.l. og NAV, melde frå før kl. 9 og føre liste.",
            ["halde kontakt med skular, barnevern o.l. og NAV", "melde frå før kl. 9", "føre liste"],
        ),
    ],
)
def test_a_duty_goes_on_until_there_is_something_else_to_do(tekst: str, ventet: list[str]) -> None:
    felt = feltene(f"## Plikter\n\n{tekst}")
    assert [verdi for rute, verdi in felt.items() if rute.startswith("forpliktelser.")] == ventet


@pytest.mark.parametrize(
    "tekst",
    [
        "For Hå kommune: Kari Berge, ordfører     For politiet: Arne Lund, lensmann",
        "For Hå kommune: Kari Berge, ordfører. For politiet: Arne Lund, lensmann.",
        "For Hå kommune: Kari Berge, ordførar\tFor politiet: Arne Lund, lensmann",
    ],
)
def test_both_sides_sign_on_one_line(tekst: str) -> None:
    felt = ren_tekst(f"Varighet\n\nAvtalen gjelder fra 1. mai 2018.\n\nNærbø, 3. april 2018\n\n{tekst}")
    assert [felt[f"signaturer.{nr}.for"] for nr in (0, 1)] == ["Hå kommune", "politiet"]
    assert [felt[f"signaturer.{nr}.navn"] for nr in (0, 1)] == ["Kari Berge", "Arne Lund"]
    assert felt["signaturer.0.tittel"].startswith("ordfør")
    assert felt["signaturer.1.tittel"] == "lensmann"


def test_members_at_the_end_have_signed_nothing() -> None:
    felt = ren_tekst("Politirådet\n\nMedlemmer\n\nKari Berge\tOrdfører\nPer Lie\t\tRådmann\nArne Lund\tLensmann")
    assert felt[f"{MEDLEMMENE}.kommune.1.navn"] == "Per Lie"
    assert not [rute for rute in felt if rute.startswith("signaturer")]


@pytest.mark.parametrize("inn", ["Rådet er sett saman av:", "Rådet er satt sammen av:"])
def test_those_whom_the_council_is_made_up_of_are_no_mandate(inn: str) -> None:
    felt = ren_tekst(f"POLITIRÅDET\n\n{inn}\n\na) ordføraren\nb) rådmannen\nc) lensmannen i Hå\n")
    assert "politiråd.mandat.0" not in felt


@pytest.mark.parametrize(
    ("tekst", "verv", "ventet"),
    [
        ("Ledes av ordfører.", "leder", "ordfører"),
        ("Leder er den til enhver tid sittende ordfører.", "leder", "ordfører"),
        ("Rådet blir leidd av den som til kvar tid er ordførar.", "leder", "ordførar"),
        ("Nestleder er den til enhver tid sittende lensmann.", "nestleder", "lensmann"),
    ],
)
def test_whoever_has_the_office_leads_the_council(tekst: str, verv: str, ventet: str) -> None:
    felt = feltene(f"## Politirådet\n\n{tekst}")
    assert felt[f"politiråd.{verv}.tittel"] == ventet
    assert f"politiråd.{verv}.navn" not in felt


@pytest.mark.parametrize(
    "tekst",
    [
        "Ola Moe er kontakt for Klepp, Kari Li for Time. De treffes på kontoret.",
        "Politibetjent Ola Moe er kontakt for Klepp, og politibetjent Kari Li er kontakt for Time.",
        "- Ola Moe er kontakt for Klepp\n- Kari Li er kontakt for Time",
        "- Politibetjent Ola Moe er kontakt for Klepp\n- Kari Li er kontakt for Time",
    ],
)
def test_each_contact_has_a_kommune(tekst: str) -> None:
    tittel = "Samarbeidsavtale mellom Klepp kommune, Time kommune og Sør-Vest politidistrikt"
    utkast = importer(les(f"# {tittel}\n\n## Formål\n\n{FORAN}## Politikontakt\n\n{tekst}".encode(), "ha.md"))
    kontakt = som_data(utkast.tre.rot)["politikontakt"][0]
    assert (kontakt["navn"], kontakt["kommuner"]) == (["Ola Moe", "Kari Li"], ["Klepp", "Time"])
    assert "oppgaver" not in kontakt


def test_what_others_keep_open_is_no_opening_hours_of_the_police() -> None:
    tekst = "Kontoret er åpent mandag kl. 9–12. Skatteetaten tar imot folk på rådhuset tirsdag kl. 10–14."
    felt = feltene(f"## Lensmannskontoret\n\n{tekst}")
    assert felt[f"{STED}.åpningstider"] == "mandag 09.00–12.00"
    assert not [verdi for verdi in felt.values() if "tirsdag" in verdi]


def test_points_with_letters_in_markdown_are_points() -> None:
    felt = feltene("## Samansetjing av politirådet\n\na) Ordførar\nb) Rådmann\nc) Politistasjonssjef")
    assert [verdi for rute, verdi in felt.items() if rute.startswith("politiråd.medlemmer.kommune")] == [
        "ordførar",
        "rådmann",
    ]


def test_the_words_before_an_address_are_no_part_of_it() -> None:
    felt = feltene("## Politiet i kommunen\n\nKontoret i Havnegata 5 er åpent onsdag 10–15.")
    assert felt[f"{STED}.adresse"] == "Havnegata 5"


@pytest.mark.parametrize(
    ("tekst", "uten"),
    [
        ("## Kontakt\n\nPolitikontakt: Kari Lund, tlf. 35 08 11 22\n\nÅpent: ma-fr 8-15, onsdag til 18", "dager"),
        ("## Kontakt\n\nPolitikontakt: Kari Lund, tlf. 35 08 11 22\n\nOpningstid: måndag–fredag kl. 8–15", "dager"),
        ("## Kontakt\n\nPolitikontakt: Kari Lund, tlf. 35 08 11 22\n\nSLT-koordinator: ikke tilsatt", "etablert"),
        ("## Politirådet\n\nKommunen har ingen SLT-koordinator.", "etablert"),
        ("## Politirådet\n\nSLT-koordinatoren er for tiden ikke ansatt.", "etablert"),
    ],
)
def test_hours_of_a_place_and_an_empty_position_say_nothing_of_the_contact_and_of_slt(tekst: str, uten: str) -> None:
    assert [rute for rute in feltene(tekst) if rute.endswith(uten)] == []


@pytest.mark.parametrize("ord_", ["under tilsetjing", "ikkje oppnemnd", "ikkje avklara", "ikke oppnevnt"])
def test_that_nobody_is_the_contact_yet_is_its_status_in_nynorsk_too(ord_: str) -> None:
    felt = feltene(f"## Politikontakt\n\nPolitikontakten er {ord_}.")
    assert felt["politikontakt.0.status"] == f"Politikontakten er {ord_}"
    assert not [navn for navn in felt if "gjør_ikke" in navn]


def test_where_the_contact_sits_is_not_whose_number_it_is() -> None:
    setning = (
        "Kari Lund er kontakt. Hun har kontor på rådhuset onsdag kl. 10–14 og kan nås på 911 22 333 eller kl@a.no."
    )
    felt = feltene(f"## Politikontakt\n\n{setning}")
    assert felt["politikontakt.0.telefon.0"] == "911 22 333"
    assert felt["politikontakt.0.epost"] == "kl@a.no"
    andres = feltene("## Politikontakt\n\nPolitikontakten er Kari Lund. Rådhuset nås på 911 22 333.")
    assert "politikontakt.0.telefon.0" not in andres
