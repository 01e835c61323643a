"""The change note: every change told once, in plain Norwegian, in both målformer."""

from __future__ import annotations

from typing import Any

from avtalegen.modell.former import Målform
from avtalegen.utgaver.endringer.notat import Notat, linjene, notat, som_dokument, som_tekst
from tests.dokumenttekst import to_text
from tests.endringsprove import avtale
from tests.i_ett import i_ett

NB, NN = Målform


def fortalt(gammel: dict[str, Any], ny: dict[str, Any], målform: Målform = NB) -> list[str]:
    """Return what is told, a line for each sentence, indented under those that it stands under."""
    return linjer(notat(avtale(**gammel), avtale(**ny), målform))


def linjer(notat: Notat) -> list[str]:
    return [
        f"{'  ' * dybde}{tekst}".replace("\u00a0", " ")
        for avsnitt in notat.avsnitt
        for dybde, tekst in linjene(avsnitt.setninger)
    ]


def råd(**innhold: Any) -> dict[str, Any]:
    return {"politiråd": innhold}


def medlemmer(**lister: Any) -> dict[str, Any]:
    return råd(medlemmer=lister)


def områder(*områder: Any) -> dict[str, Any]:
    return {"satsningsområder": [*områder]}


@i_ett(
    ("gammel", "ny", "ventet", "nynorsk"),
    [
        (
            råd(møter={"per_år": "4"}),
            råd(møter={"per_år": "6"}),
            ["Politirådet møtes seks ganger i året, mot fire før."],
            ["Politirådet møtest seks gonger i året, mot fire før."],
        ),
        (
            råd(møter={"per_år": "minst to"}, navn="Trygghetsrådet"),
            råd(møter="kvartalsvis", navn="Trygghetsrådet"),
            ["Trygghetsrådet møtes hvert kvartal, mot minst to ganger i året før."],
            ["Trygghetsrådet møtest kvart kvartal, mot minst to gonger i året før."],
        ),
        (
            råd(møter={"sted": "rådhuset"}),
            råd(møter={"sted": "rådhuset", "per_år": "1"}),
            ["Politirådet møtes én gang i året. Før sa avtalen ikke hvor ofte."],
            ["Politirådet møtest éin gong i året. Før sa avtalen ikkje kor ofte."],
        ),
        (
            {"periode": "2024–2025"},
            {"periode": "2026–2029"},
            ["Avtaleperioden er 2026–2029, mot 2024–2025 før."],
            ["Avtaleperioden er 2026–2029, mot 2024–2025 før."],
        ),
        (
            {"periode": "2024–2025"},
            {"periode": "1.1.2026 – løpende"},
            ["Avtaleperioden er fra 1. januar 2026, løpende, mot 2024–2025 før."],
            ["Avtaleperioden er frå 1. januar 2026, løpande, mot 2024–2025 før."],
        ),
        (
            råd(leder={"tittel": "ordfører", "navn": "Per"}),
            råd(leder={"tittel": "ordfører", "navn": "Kari"}),
            ["Politirådet ledes av ordfører Kari, mot ordfører Per før."],
            ["Politirådet blir leidd av ordfører Kari, mot ordfører Per før."],
        ),
        (
            råd(leder="ordfører", sekretær={"navn": "Per", "telefon": "11 22 33 44"}),
            råd(leder="ordfører", sekretær={"navn": "Per", "telefon": "55 66 77 88"}),
            ["Sekretær – telefon: 55 66 77 88. Før: 11 22 33 44."],
            ["Sekretær – telefon: 55 66 77 88. Før: 11 22 33 44."],
        ),
        (
            medlemmer(kommune=["Ordfører", "Rektor", "Brannsjef"], ved_behov=["Politimester"]),
            medlemmer(kommune=["Ordfører", "Kommunedirektør"], ved_behov=["Politimester"], kan_delta=["Brannsjef"]),
            [
                "Ikke lenger medlem fra kommunen: rektor.",
                "Nytt medlem fra kommunen: kommunedirektør.",
                "Deltakeren brannsjef er flyttet fra «Fra kommunen» til «Kan delta».",
            ],
            [
                "Ikkje lenger medlem frå kommunen: rektor.",
                "Ny medlem frå kommunen: kommunedirektør.",
                "Deltakaren brannsjef er flytt frå «Frå kommunen» til «Kan delta».",
            ],
        ),
        (
            {"politikontakt": {"navn": "Per Hansen", "stillingsandel": "50 %"}},
            {"politikontakt": {"navn": "Kari Nordmann", "stillingsandel": "100 %"}},
            [
                "Politikontakt er Kari Nordmann, mot Per Hansen før.",
                "Funksjonen som politikontakt utgjør 100 % av stillingen, mot 50 % før.",
            ],
            [
                "Politikontakt er Kari Nordmann, mot Per Hansen før.",
                "Funksjonen som politikontakt utgjer 100 % av stillinga, mot 50 % før.",
            ],
        ),
        (
            områder("Rus", "Vold", {"navn": "Trafikk", "tiltak": ["Måle farten", "Holde kurs"]}),
            områder("Vold", "Rus", {"navn": "Trafikk", "tiltak": [{"hva": "Måle farten", "frist": "1.5.2027"}]}, "Båt"),
            [
                "Satsningsområdet «Vold» er flyttet fra plass 2 til plass 1.",
                "Nytt satsningsområde: Båt.",
                "Satsningsområdet «Trafikk»:",
                "  Tiltaket «Holde kurs» er tatt ut.",
                "  Tiltaket «Måle farten» – frist: 1. mai 2027 (nytt).",
            ],
            [
                "Satsingsområdet «Vold» er flytt frå plass 2 til plass 1.",
                "Nytt satsingsområde: Båt.",
                "Satsingsområdet «Trafikk»:",
                "  Tiltaket «Holde kurs» står ikkje lenger i avtalen.",
                "  Tiltaket «Måle farten» – frist: 1. mai 2027 (nytt).",
            ],
        ),
        (
            områder({"navn": "Rus", "tiltak": ["Holde kurs"]}, "Vold"),
            områder("Rus", {"navn": "Vold", "tiltak": ["Holde kurs"]}),
            [
                "Satsningsområdet «Vold» – tiltaket «Holde kurs» er flyttet fra satsningsområdet «Rus» til "
                "satsningsområdet «Vold».",
            ],
            [
                "Satsingsområdet «Vold» – tiltaket «Holde kurs» er flytt frå satsingsområdet «Rus» til "
                "satsingsområdet «Vold».",
            ],
        ),
        (
            {"tjenestetilbud": {"tjenestesteder": [{"navn": "Ramberg", "åpningstider": "onsdag 10–14"}, "Leknes"]}},
            {
                "tjenestetilbud": {
                    "tjenestesteder": [{"navn": "Ramberg", "åpningstider": "mandag–fredag 9–15"}, "Reine"]
                }
            },
            [
                "Tjenestestedet Leknes er tatt ut.",
                "Nytt tjenestested: Reine.",
                "Tjenestestedet Ramberg – åpningstider: mandag–fredag 09.00–15.00. Før: onsdag 10.00–14.00.",
            ],
            [
                "Tenestestaden Leknes står ikkje lenger i avtalen.",
                "Ny tenestestad: Reine.",
                "Tenestestaden Ramberg – opningstider: måndag–fredag 09.00–15.00. Før: onsdag 10.00–14.00.",
            ],
        ),
        (
            råd(møter={"plan": ["1.2.2026"]}),
            råd(møter={"plan": ["1.2.2027", "1.6.2027"]}),
            ["Møteplanen har nå to møter: 1. februar 2027 og 1. juni 2027. Før: 1. februar 2026."],
            ["Møteplanen har no to møte: 1. februar 2027 og 1. juni 2027. Før: 1. februar 2026."],
        ),
        # A meeting is known by what is done there; then it is on another day.
        (
            råd(møter={"plan": [{"dato": "1.2.2027", "sted": "Ramberg rådhus", "tema": "Evaluering av året"}]}),
            råd(møter={"plan": [{"dato": "3.2.2028", "sted": "Ramberg rådhus", "tema": "Evaluering av året"}]}),
            ["Møtet 1. februar 2027 er flyttet til 3. februar 2028."],
            ["Møtet 1. februar 2027 er flytt til 3. februar 2028."],
        ),
        # A point is told as it stands in the agreement.
        (
            {"forpliktelser": {"felles": ["Møte forberedt."]}},
            {
                "forpliktelser": {
                    "felles": [
                        "Møte forberedt.",
                        {"hva": "Samarbeide tett", "bindeord": "innen", "omfatter": ["Rus", "vold"], "styrke": "bør"},
                    ]
                }
            },
            ["Begge parter – ny forpliktelse: «Samarbeide tett innen rus og vold» (det heter «bør»)."],
            ["Begge partar – ny forplikting: «Samarbeide tett innen rus og vold» (det heiter «bør»)."],
        ),
        # The sentences about a choice have no room for words of somebody's own.
        (
            råd(rolle="rådgivende", åpenhet="lukket", regionalt={"forum": "rådet", "forhold": "erstatter"}),
            råd(rolle="på sikt", åpenhet="åpne ved behov", regionalt={"forum": "rådet", "forhold": "begge deler"}),
            [
                "Myndighet: på sikt. Før: rådgivende.",
                "Åpenhet: åpne ved behov. Før: lukkede.",
                "Lokale råd: begge deler. Før: det felles rådet erstatter dem.",
            ],
            [
                "Mynde: på sikt. Før: rådgivande.",
                "Openheit: åpne ved behov. Før: lukka.",
                "Lokale råd: begge deler. Før: det felles rådet erstattar dei.",
            ],
        ),
        (
            {"forpliktelser": {"felles": ["Møte forberedt."]}},
            {"forpliktelser": {"felles": ["Møte forberedt.", {"hva": "Dele kunnskap", "styrke": "på sikt"}]}},
            ["Begge parter – ny forpliktelse: Dele kunnskap (hvor bindende: på sikt)."],
            ["Begge partar – ny forplikting: Dele kunnskap (kor bindande: på sikt)."],
        ),
        (
            {"avtale": {"bakgrunn": ["Det er mye uro."]}},
            {"avtale": {"bakgrunn": ["Det er mye uro i sentrum om kvelden."]}},
            ["Setningen «Det er mye uro.» er endret til «Det er mye uro i sentrum om kvelden.»"],
            ["Setninga «Det er mye uro.» er endra til «Det er mye uro i sentrum om kvelden.»"],
        ),
        # What is said of the only one, is said of what it is called.
        (
            {"oppgaver": [{"hva": "Kartlegge lyset", "frist": "1.5.2027"}]},
            {"oppgaver": [{"hva": "Kartlegge lyset", "frist": "1.9.2027"}]},
            ["Oppgaven «Kartlegge lyset» – frist: 1. september 2027. Før: 1. mai 2027."],
            ["Oppgåva «Kartlegge lyset» – frist: 1. september 2027. Før: 1. mai 2027."],
        ),
        (
            råd(mandat=["Velge satsningsområder"], fullmakt="Deltakerne kan binde etaten sin i alle saker"),
            råd(
                mandat=["Velge satsningsområder", "Følge opp vedtak"],
                fullmakt="Deltakerne kan binde etaten sin innenfor eget budsjett",
            ),
            [
                "Ny oppgave: Følge opp vedtak.",
                "Endret i avtalen: fullmakt.",
                "  Nå: «Deltakerne kan binde etaten sin innenfor eget budsjett».",
                "  Før: «Deltakerne kan binde etaten sin i alle saker».",
            ],
            [
                "Ny oppgåve: Følge opp vedtak.",
                "Endra i avtalen: fullmakt.",
                "  No: «Deltakerne kan binde etaten sin innenfor eget budsjett».",
                "  Før: «Deltakerne kan binde etaten sin i alle saker».",
            ],
        ),
        (
            {"avtale": {"omfatter": ["politiråd", "beredskap", "forebygging"]}},
            {"avtale": {"omfatter": ["SLT", "Tjenestetilbud"]}},
            ["Temaer, tatt ut: politiråd, beredskap og forebygging.", "Nytt tema: SLT.", "Nytt tema: Tjenestetilbud."],
            ["Tema, teke ut: politiråd, beredskap og forebygging.", "Nytt tema: SLT.", "Nytt tema: Tjenestetilbud."],
        ),
        (
            {"parter": {"kommuner": ["1859", "1860"], "politi": "Nordland"}},
            {"parter": {"kommuner": ["1860"], "politi": "Nordland"}},
            ["Flakstad kommune er tatt ut."],
            ["Flakstad kommune står ikkje lenger i avtalen."],
        ),
        (
            {"slt": "nei"},
            {},
            ["SLT: ikke lenger i avtalen. Før: nei."],
            ["SLT: ikkje lenger i avtalen. Før: nei."],
        ),
    ],
)
def test_what_matters_most_is_told_in_sentences_of_its_own(
    gammel: dict[str, Any], ny: dict[str, Any], ventet: list[str], nynorsk: list[str]
) -> None:
    assert fortalt(gammel, ny) == ventet
    assert fortalt(gammel, ny, NN) == nynorsk


def test_equal_agreements_have_no_changes() -> None:
    ett = notat(avtale(slt="ja"), avtale(slt="ja"))
    assert ett.avsnitt == ()
    assert som_tekst(ett).endswith("\n\nIngen endringer.\n")
    assert "Ingen endringer." in to_text(som_dokument(ett))
    assert "Ingen endringar." in som_tekst(notat(avtale(slt="ja"), avtale(slt="ja"), NN))
