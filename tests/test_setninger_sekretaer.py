"""What a secretary writes in short, and the sentences that it becomes, in both målformer."""

import pytest

from avtalegen.modell.former import Målform
from tests.test_setninger import sagt

TID_OG_STED = {
    "skole: { besøk: { hvem: VG1, hyppighet: årlig, ellers: ved behov } }": (
        "Politiet besøker VG1 hvert år og ellers ved behov.",
        "Politiet besøkjer VG1 kvart år og elles ved behov.",
    ),
    # After a clause, and before words that are no part of the sentence, the comma stays.
    "skole: { besøk: { hvem: skoler som ønsker det, hyppighet: årlig } }": (
        "Politiet besøker skoler som ønsker det, hvert år.",
        "Politiet besøkjer skoler som ønsker det, kvart år.",
    ),
    "skole: { besøk: { hvem: skolene, hyppighet: Det avtales med rektor } }": (
        "Politiet besøker skolene, det avtales",
        "Politiet besøkjer skolene, det avtales",
    ),
    "skole: { besøk: [{ hvem: skolene, hyppighet: årlig }, barnehagene] }": (
        "- Skolene, hvert år - Barnehagene",
        "- Skolene, kvart år - Barnehagene",
    ),
    "beredskap: { øvelser: { hva: PLIVO, hyppighet: årlig, deltakere: brannvesenet } }": (
        "Partene øver sammen på PLIVO hvert år, med brannvesenet.",
        "Partane øver saman på PLIVO kvart år, med brannvesenet.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: { dager: tirsdag, fra: 10, til: 14, steder: rådhuset } }": (
        "Politikontakten er til stede hver tirsdag kl. 10.00–14.00 ved rådhuset.",
        "Politikontakten er til stades kvar tysdag kl. 10.00–14.00 ved rådhuset.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: { dager: mandag–fredag, fra: 12 } }": (
        "er til stede mandag–fredag fra kl. 12.00.",
        "er til stades måndag–fredag frå kl. 12.00.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: { hyppighet: to dager i uken, dager: [tirsdag, torsdag] } }": (
        "er til stede to dager hver uke, tirsdag og torsdag.",
        "er til stades to dagar kvar veke, tysdag og torsdag.",
    ),
}
HVEM = {
    # A title alone is the one who has it, as soon as it does something.
    "politiråd: { møter: { innkaller: Sekretær, innkallingsfrist: 2 uker }, saker_fra: [Politikontakt, rektorene] }": (
        "Sekretæren kaller inn og sender dagsorden senest to uker før møtet. Politikontakten og rektorene melder inn",
        "Sekretæren kallar inn og sender sakliste seinast to veker før møtet. Politikontakten og rektorene melder inn",
    ),
    "evaluering: { ansvarlige: [kommunedirektør, lensmann], plan: { ansvarlig: SLT-koordinator } }": (
        "Kommunedirektøren og lensmannen har sammen ansvaret for evalueringen. SLT-koordinatoren lager",
        "Kommunedirektøren og lensmannen har saman ansvaret for evalueringa. SLT-koordinatoren lagar",
    ),
    "periode: { fra: 1.1.2027, revisjon: { ansvarlig: [ordfører, politiet] } }": (
        "Ordføreren og politiet har ansvaret for revisjonen.",
        "Ordføreren og politiet har ansvaret for revisjonen.",
    ),
    "politiråd: { medlemmer: { andre: [{ tittel: fylkeskommunen, antall: 2 }, { tittel: elever, antall: 3 }] } }": (
        "- Fylkeskommunen (to) - Tre elever",
        "- Fylkeskommunen (to) - Tre elever",
    ),
    "slt: { koordinator: { tittel: rådgiver, delt_med: [Moskenes], vertskommune: Vestvågøy } }": (
        "SLT-koordinator er rådgiver. Stillingen er delt med Moskenes. Vestvågøy er vertskommune for stillingen.",
        "SLT-koordinator er rådgiver. Stillinga er delt med Moskenes. Vestvågøy er vertskommune for stillinga.",
    ),
    "parter: { kommuner: [1859, 1860, 1874], politi: Nordland }\n"
    "slt: { koordinator: { stillingsandel: 50, delt_med: [Flakstad, Moskenes], vertskommune: Vestvågøy } }": (
        "Stillingen er på 50 prosent. Vestvågøy er vertskommune for stillingen og deler den med Flakstad og Moskenes.",
        "Stillinga er på 50 prosent. Vestvågøy er vertskommune for stillinga og deler ho med Flakstad og Moskenes.",
    ),
}
NAVN = {
    # The one forum has no heading, and stands before politirådet: there is nothing yet for it to come beside.
    "samarbeidsfora: [Rusforum]\npolitiråd: { møter: 2 }": (
        "# Samarbeidsfora og deltakelse Utenom politirådet møtes partene i Rusforum.",
        "# Samarbeidsforum og deltaking Utanom politirådet møtest partane i Rusforum.",
    ),
    "samarbeidsfora: [Rusforum]": ("deltakelse Partene møtes i Rusforum.", "deltaking Partane møtest i Rusforum."),
    "politikontakt: { navn: Kari, kontor: Brønnøysund, uniform: ja }": (
        "Politikontakten har kontor i Brønnøysund og går i uniform.",
        "Politikontakten har kontor i Brønnøysund og går i uniform.",
    ),
    "politikontakt: { navn: Kari, kontor: Rådhuset }": ("har kontor på rådhuset.", "har kontor på rådhuset."),
    "politikontakt: { navn: Kari, kontor: NAV-kontoret }": ("kontor på NAV-kontoret.", "kontor på NAV-kontoret."),
    "politiråd: { handlingsplaner: [Handlingsplan mot vold, planen mot rus] }": (
        "Rådet arbeider etter «Handlingsplan mot vold» og planen mot rus.",
        "Rådet arbeider etter «Handlingsplan mot vold» og planen mot rus.",
    ),
    "politiråd: { navn: Lofotrådet, regionalt: { navn: Lofotrådet, begrunnelse: kommunene er små }, møter: 2 }": (
        "### Felles politiråd Kommunen og politiet møtes samlet. Kommunene er små.",
        "### Felles politiråd Kommunen og politiet møtest samla. Kommunene er små.",
    ),
    "politiråd: { regionalt: { navn: Lofotrådet, begrunnelse: korte avstander }, møter: 2 }": (
        "### Lofotrådet Kommunen og politiet møtes samlet. Grunnen er korte avstander.",
        "### Lofotrådet Kommunen og politiet møtest samla. Grunnen er korte avstander.",
    ),
}
TIDER = {
    "politiråd: { møter: { årshjul: { når: Vår, gjør: Handlingsplanen } } }": (
        "Om våren står dette på årshjulet til rådet: handlingsplanen.",
        "Om våren står dette på årshjulet til rådet: handlingsplanen.",
    ),
    "politiråd: { møter: { årshjul: { når: Første møte, gjør: [Ungdata, Budsjett] } } }": (
        "Årshjulet til rådet: Ungdata og budsjett (første møte).",
        "Årshjulet til rådet: Ungdata og budsjett (første møte).",
    ),
    **{
        f"evaluering: {{ rapport: {{ mottaker: regionrådet, frist: {frist} }} }}": (
            f"Evalueringsrapporten går til regionrådet {nb}.",
            f"Evalueringsrapporten går til regionrådet {nn}.",
        )
        for frist, nb, nn in (
            ("juni 2028", "i juni 2028", "i juni 2028"),
            ("1.6.2028", "innen 1. juni 2028", "innan 1. juni 2028"),
            ("Utgangen av året", "ved utgangen av året", "ved utgangen av året"),
            ("ved årsslutt", "ved årsslutt", "ved årsslutt"),
        )
    },
    "tjenestetilbud: { tjenestesteder: [{ navn: Leknes, åpningstider: { mandag: 10–14, fredag: stengt } }] }": (
        "Mandag kl. 10.00–14.00⏎Fredag stengt",
        "Måndag kl. 10.00–14.00⏎Fredag stengt",
    ),
}
ORD = {
    # «Møte» is a verb here, and not in «Møte om skolemiljøet».
    "forpliktelser: { felles: Møte forberedt, kommunen: [Møte opp, Betale lokalet] }": (
        "Begge parter skal møte forberedt. ↓ Kommunen skal: - Møte opp - Betale lokalet",
        "Begge partane skal møte forberedt. ↓ Kommunen skal: - Møte opp - Betale lokalet",
    ),
    "forpliktelser: { felles: Møte om skolen }": ("for dette: møte om skolen.", "for dette: møte om skolen."),
    "politikontakt: { navn: Kari, kompetanse: Politihøgskolens kurs }": (
        "må ha denne kompetansen: Politihøgskolens kurs.",
        "må ha denne kompetansen: Politihøgskolens kurs.",
    ),
    "politikontakt: { navn: Kari, deltar_i: [Politiets Fellesforbund, Politistasjonens møter] }": (
        "deltar i Politiets Fellesforbund og politistasjonens møter.",
        "deltek i Politiets Fellesforbund og politistasjonens møter.",
    ),
    "beredskap: { øvelser: Skogbrann, oppgaver: Varsling }": (
        "Partene øver sammen på skogbrann. Partene har også denne oppgaven: varsling.",
        "Partane øver saman på skogbrann. Partane har også denne oppgåva: varsling.",
    ),
    "slt: { koordinatorens_rolle: Bindeledd }": (
        "SLT-koordinatorens rolle: bindeledd.",
        "Rolla til SLT-koordinatoren: bindeledd.",
    ),
    "parter: { kommuner: [1859], politi: Nordland, fylkeskommune: Nordland fylkeskommune }": (
        "# Formål Kommunen, fylkeskommunen og politiet vil sammen forebygge kriminalitet",
        "# Føremål Kommunen, fylkeskommunen og politiet vil saman førebyggje kriminalitet",
    ),
}
MØTEPLAN = (
    "politiråd: { møter: { sted: Rådhuset, plan: [{ dato: 1.2.2027, sted: Leknes }, 1.4.2027, 1.9.2027, "
    "{ dato: 1.11.2027, vert: %s }] } }"
)
"""Of one meeting alone something is told, and so it stands in the column of something else, after a colon."""
VERT = {
    MØTEPLAN % vert: (f"1. november 2027 | Rådhuset⏎Vert: {sagt_om}",) * 2
    for vert, sagt_om in (("Politiet", "politiet"), ("Flakstad kommune", "Flakstad kommune"))
}


SETNINGER = {**TID_OG_STED, **HVEM, **NAVN, **TIDER, **ORD, **VERT}


@pytest.mark.parametrize(("målform", "nummer"), [(Målform.BOKMÅL, 0), (Målform.NYNORSK, 1)])
def test_what_is_written_in_short_becomes_a_sentence(målform: Målform, nummer: int) -> None:
    feil = {yaml: sier for yaml, ventet in SETNINGER.items() if ventet[nummer] not in (sier := sagt(yaml, målform))}
    assert feil == {}
