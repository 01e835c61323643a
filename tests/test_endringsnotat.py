"""The change note: every change told once, in plain Norwegian, in both målformer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from string import Formatter
from typing import Any

import pytest

from avtalegen.dokument.maler import MALER
from avtalegen.komponering.sporsmaal import felt_tekst
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Ordvalg
from avtalegen.modell.former import Målform, Tekst
from avtalegen.modell.lokaltekst import FREMMEDE
from avtalegen.utgaver.endringer import Endring, sammenlign
from avtalegen.utgaver.endringer.notat import Notat, linjene, notat, som_dokument, som_tekst
from avtalegen.utgaver.endringer.ord import i_målform
from avtalegen.utgaver.endringer.sammenligning import UTENOM
from tests.dokumenttekst import to_text
from tests.endringsprove import avtale, redigert_par
from tests.grundig import antall, utvalg
from tests.i_ett import i_ett
from tests.test_hvert_felt import agreement, filled, parts

NB, NN = Målform
ORDENE = read_yaml(MALER / "endringer.yaml")


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


_FEIL = re.compile(r"\bNone\b|: \.|\.\.$|\w  |«»|– [.:]|^[^«\w]*[a-zæøå]")
"""What no sentence has: something that wasn't filled in, two stops, a small letter first."""


def sjekk(gammel: Avtale, ny: Avtale, endringer: tuple[Endring, ...], målform: Målform) -> Notat:
    """Return the note of two editions, when each change is told by one sentence, and each sentence is one."""
    ett = notat(gammel, ny, målform)
    assert ett.endringer == endringer
    sagt = [en for avsnitt in ett.avsnitt for setning in avsnitt.setninger for en in setning.alle]
    assert Counter(map(repr, sagt)) == Counter(map(repr, endringer))
    for linje in linjer(ett):
        assert linje.endswith((".", ":", "!", "?", "…", "»")), linje
        assert not _FEIL.search(linje.strip()), linje
    return ett


@pytest.mark.parametrize("nummer", range(antall(2, 600)))
def test_every_change_is_told_by_one_sentence(nummer: int) -> None:
    gammel, ny = redigert_par(nummer)
    sjekk(gammel, ny, sammenlign(gammel, ny), (NB, NN)[nummer % 2])


FELTENE = [
    (route, part, felt)
    for route, part in parts()
    for felt in part.felter.values()
    if (part, felt.navn) not in UTENOM and (felt.type is Tekst or not felt.påkrevd)
]


def test_a_choice_is_told_in_a_sentence_and_not_by_its_name() -> None:
    """Every value of every choice, come, changed and gone, in both målformer."""
    valgene = [one for one in FELTENE if isinstance(one[2].type, type) and issubclass(one[2].type, Ordvalg)]
    sagt = 0
    for route, part, felt in utvalg([one for one in valgene if one[2].nøkkel != "status"], 12):
        verdier = [valg.value for valg in felt.type]
        uten = Avtale.model_validate(agreement(route, {}))
        alle = [Avtale.model_validate(agreement(route, {felt.nøkkel: verdi})) for verdi in verdier]
        for én, annen in ((uten, alle[0]), *pairwise(alle), (alle[-1], uten)):
            if not (endringer := sammenlign(én, annen)):
                continue  # what applies without a choice
            for målform in (NB, NN):
                linje = " ".join(linjer(sjekk(én, annen, endringer, målform)))
                kort = felt_tekst(part, felt, målform).kort
                assert f"{kort.casefold()}: " not in linje.casefold(), linje
                sagt += 1
    assert sagt > 20


def test_the_choices_with_sentences_of_their_own_are_in_the_format() -> None:
    klasser = {(part.__name__, felt.nøkkel): felt.type for _, part, felt in FELTENE}
    for målform in Målform:
        for navn, ordene in ORDENE[målform.språkkode]["valg"].items():
            *klasse, nøkkel = navn.split(".")
            typer = {type_ for (eier, felt), type_ in klasser.items() if felt == nøkkel and klasse in ([], [eier])}
            assert typer, navn
            if "ord" in ordene:
                assert [{valg.value for valg in type_} == {*ordene["ord"]} for type_ in typer] == [True], navn


def test_every_field_of_the_format_can_be_told() -> None:
    for route, part, felt in utvalg(FELTENE, 40):
        uten = agreement(route, {felt.nøkkel: "Noe annet"} if felt.påkrevd else {})
        med = agreement(route, {felt.nøkkel: filled(felt, "Særmerket").value})
        gammel, ny = map(Avtale.model_validate, (uten, med))
        for én, annen in ((gammel, ny), (ny, gammel)):
            endringer = sammenlign(én, annen)
            # What something is known by, is another thing when it is changed.
            assert 1 <= len(endringer) <= 2, (part, felt.nøkkel)
            ett = sjekk(én, annen, endringer, NB)
            assert "særmerket" in som_tekst(ett).casefold() or "Særmerket" not in str(med), felt


def _mønstre(data: Any, vei: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(data, dict):
        for navn, verdi in data.items():
            yield from _mønstre(verdi, (*vei, navn))
    elif isinstance(data, list):
        for nr, verdi in enumerate(data):
            yield (*vei, str(nr)), verdi
    else:
        yield vei, data


def test_the_words_say_the_same_in_both_målformer() -> None:
    nb, nn = (dict(_mønstre(ORDENE[m.språkkode])) for m in Målform)
    assert [*nb] == [*nn]
    for vei, mønster in nb.items():
        felt = [{navn for _, navn, _, _ in Formatter().parse(tekst) if navn} for tekst in (mønster, nn[vei])]
        assert felt[0] == felt[1], vei
    for målform, ordene in ((NB, nb), (NN, nn)):
        ord_ = {
            o for tekst in ordene.values() for o in re.findall(r"[^\W\d_]+", re.sub(r"{\w+}", "", tekst.casefold()))
        }
        assert [o for o in ord_ if FREMMEDE[målform].har(o)] == []


def test_the_name_of_a_field_is_no_subject_of_a_sentence() -> None:
    """«Begynner», «Hvor ofte» and «Ikke her» are names of fields: a sentence that went on from one would be none."""
    for målform in Målform:
        ord_ = i_målform(målform).ord.values()
        åpninger = [re.match(r"\{hva\}\W*\w*", sagt) for sagt in ord_ if isinstance(sagt, str)]
        assert {treff[0] for treff in åpninger if treff and treff[0][5:6] not in (":", ",")} == set()
        assert len([*filter(None, åpninger)]) > 3
