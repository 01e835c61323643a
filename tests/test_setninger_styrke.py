"""How strongly something is agreed in words of its own, a sentence after a lead-in, and what is to be one sentence."""

import pytest

from avtalegen.modell.former import Målform
from tests.test_setninger import sagt

EGEN_STYRKE = {
    # What can stand before an infinitive, does; other words say nothing of whether it is a goal.
    "politiråd: { mandat: { hva: prioritere saker, styrke: kan ikke } }": (
        "Politirådet kan ikke prioritere saker.",
        "Politirådet kan ikke prioritere saker.",
    ),
    "politiråd: { mandat: { hva: pressesaker, styrke: kan ikke } }": (
        "Politirådet kan ikke gjøre dette: pressesaker.",
        "Politirådet kan ikke gjere dette: pressesaker.",
    ),
    "politiråd: { mandat: { hva: prioritere saker, styrke: på sikt } }": (
        "Politirådet har denne oppgaven: prioritere saker (på sikt).",
        "Politirådet har denne oppgåva: prioritere saker (på sikt).",
    ),
    "politiråd: { mandat: [{ hva: prioritere saker, styrke: kan ikke }, { hva: svare }] }": (
        "Politirådet skal svare. Politirådet kan ikke prioritere saker.",
        "Politirådet skal svare. Politirådet kan ikke prioritere saker.",
    ),
    # What somebody can't do, is no task of theirs: among several it has a lead-in of its own.
    "politikontakt: { navn: K, oppgaver: [svare, { hva: se, styrke: bør }, { hva: gi råd, styrke: Kan ikke }] }": (
        "oppgavene: - Svare - Se (bør gjøres) Politikontakten kan ikke gi råd.",
        "oppgåvene: - Svare - Se (bør gjerast) Politikontakten kan ikke gi råd.",
    ),
    "politikontakt: { navn: K, oppgaver: [{ hva: se, styrke: kan ikke }, { hva: gi råd, styrke: kan ikke }] }": (
        "Politikontakten kan ikke: - Se - Gi råd",
        "Politikontakten kan ikke: - Se - Gi råd",
    ),
    "politiråd: { medlemmer: { andre: [{ tittel: rektor, styrke: Kan ikke }, lege] } }": (
        "Rektor (kan ikke delta)",
        "Rektor (kan ikke delta)",
    ),
    # Where nobody is said to do it, it is done.
    "satsningsområder: [{ navn: R, tiltak: [kurs, { hva: råd, styrke: bør helst }, { hva: gå, styrke: snart }] }]": (
        "- Kurs - Råd (bør helst gjøres) - Gå (snart)",
        "- Kurs - Råd (bør helst gjerast) - Gå (snart)",
    ),
    "satsningsområder: [{ navn: R, tiltak: [{ hva: kurs, frist: 1 }, { hva: råd, styrke: kan ikke, frist: 2 }] }]": (
        "Råd (kan ikke gjøres)",
        "Råd (kan ikke gjerast)",
    ),
    "politikontakt: { navn: Kari, oppgaver: { hva: svare, styrke: bør helst } }": (
        "Politikontakten bør helst svare.",
        "Politikontakten bør helst svare.",
    ),
    "satsningsområder: [{ navn: Rus, tiltak: { hva: holde kurs, styrke: vil } }]": (
        "Partene vil holde kurs.",
        "Partane vil holde kurs.",
    ),
    "satsningsområder: [{ navn: Rus, tiltak: { hva: kurs, styrke: etter avtale } }]": (
        "Tiltak: kurs (etter avtale).",
        "Tiltak: kurs (etter avtale).",
    ),
    "tjenestetilbud: { prioritering: { hva: vold, styrke: på sikt } }": (
        "Partene prioriterer dette: vold (på sikt).",
        "Partane prioriterer dette: vold (på sikt).",
    ),
    "forpliktelser: { kommunen: [svare, { hva: gi råd, styrke: vil }, { hva: ringe, styrke: vil, frist: juni }] }": (
        "Kommunen skal svare. ↓ Kommunen vil: - Gi råd - Ringe (frist: juni)",
        "Kommunen skal svare. ↓ Kommunen vil: - Gi råd - Ringe (frist: juni)",
    ),
    "forpliktelser: { politiet: [{ hva: patruljer, styrke: kan ikke }, { hva: vakt, styrke: på sikt }] }": (
        "Politiet kan ikke gjøre dette: patruljer. Dette gjelder for politiet: vakt (på sikt).",
        "Politiet kan ikke gjere dette: patruljer. Dette gjeld for politiet: vakt (på sikt).",
    ),
    "forpliktelser: { politiet: [{ hva: se, styrke: kan ikke, omfatter: [a, b] }, { hva: gi, styrke: Kan ikke }] }": (
        "Politiet kan ikke: - Se: a og b - Gi",
        "Politiet kan ikke: - Se: a og b - Gi",
    ),
    "politikontakt: { navn: K, oppgaver: { hva: svare, styrke: Vil, omfatter: [a, b] } }": (
        "Politikontakten vil svare – a og b.",
        "Politikontakten vil svare – a og b.",
    ),
}
HELE_SETNINGER = {
    # A sentence that says what «Slik …:» does, stands alone, and after other lead-ins it begins with a capital.
    "taushetsplikt: { deling: Partene deler det de vet. }": (
        "taushetsplikten. Partene deler det de vet. Hver part",
        "teieplikta. Partene deler det de vet. Kvar part",
    ),
    "taushetsplikt: { deling: Partene ringer hverandre. }": (
        "Slik deler partene informasjon: Partene ringer hverandre.",
        "Slik deler partane informasjon: Partene ringer hverandre.",
    ),
    "taushetsplikt: { deling: Delegatene møtes hver uke. }": (
        "Slik deler partene informasjon: Delegatene møtes hver uke.",
        "Slik deler partane informasjon: Delegatene møtes hver uke.",
    ),
    "politikontakt: { organisering: Organisasjonskartet viser det }": (
        "Slik er funksjonen organisert: Organisasjonskartet viser det.",
        "Slik er funksjonen organisert: Organisasjonskartet viser det.",
    ),
    "taushetsplikt: { deling: Hvem deler hva? }": (
        "Slik deler partene informasjon: Hvem deler hva?",
        "Slik deler partane informasjon: Hvem deler hva?",
    ),
    "politiråd: { oppfølging: Rådet følger opp i neste møte }": (
        "politiets ledelse. Rådet følger opp i neste møte.",
        "leiinga i politiet. Rådet følger opp i neste møte.",
    ),
    "taushetsplikt: { deling: oversikter over hendelser. }": (
        "Slik deler partene informasjon: oversikter over hendelser.",
        "Slik deler partane informasjon: oversikter over hendelser.",
    ),
    "slt: { hensikt: Unge får hjelp }": ("Hensikten: Unge får hjelp.", "Føremålet: Unge får hjelp."),
}
MANGE = "{ antall: 2, enhet: Voss, kommuner: [Etne, Sveio, Bømlo, Stord, Fitjar] }"
ÉN_SETNING = {
    # The decision of one party is a sentence, and five kommuner are not.
    "parter: { kommuner: [{ kommunenummer: 1859, vedtak: { organ: Delegert vedtak, sak: 1/26 } }], politi: Oslo }": (
        "Avtalen er vedtatt i Flakstad kommune: Delegert vedtak, sak 1/26.",
        "Avtalen er vedteken i Flakstad kommune: Delegert vedtak, sak 1/26.",
    ),
    "parter: { kommuner: [{ kommunenummer: 1859, vedtak: { organ: Kommunestyret., sak: 1/26 } }], politi: Nordland }": (
        "Avtalen er vedtatt av kommunestyret i Flakstad kommune (sak 1/26).",
        "Avtalen er vedteken av kommunestyret i Flakstad kommune (sak 1/26).",
    ),
    "parter: { kommuner: [{ kommunenummer: 1859, vedtak: { organ: Kommunestyre, sak: PS 1/26, dato: 17.6.2026 } }],"
    " politi: Nordland }": (
        "Avtalen er vedtatt av kommunestyret i Flakstad kommune 17. juni 2026 (sak PS 1/26).",
        "Avtalen er vedteken av kommunestyret i Flakstad kommune 17. juni 2026 (sak PS 1/26).",
    ),
    "avtale: { status: utkast }\nparter: { kommuner: [{ kommunenummer: 1859, vedtak: formannskapet }],"
    " politi: Nordland }": (
        "Avtalen skal vedtas av formannskapet i Flakstad kommune.",
        "Avtalen skal vedtakast av formannskapet i Flakstad kommune.",
    ),
    "parter: { kommuner: [{ kommunenummer: 1859, vedtak: { organ: Flakstad kommunestyre } }], politi: Nordland }": (
        "Avtalen er vedtatt av Flakstad kommunestyre.",
        "Avtalen er vedteken av Flakstad kommunestyre.",
    ),
    f"politikontakt: {MANGE}": (
        "Det er to politikontakter ved Voss. ↓ Politikontaktene dekker: - Etne - Sveio - Bømlo - Stord - Fitjar",
        "Det er to politikontaktar ved Voss. ↓ Politikontaktane dekkjer: - Etne - Sveio - Bømlo - Stord - Fitjar",
    ),
    "politikontakt: { navn: Kari, enhet: Voss, kommuner: [Etne, Sveio, Bømlo, Stord, Fitjar] }": (
        "Politikontakt er Kari ved Voss. ↓ Politikontakten dekker: - Etne",
        "Politikontakt er Kari ved Voss. ↓ Politikontakten dekkjer: - Etne",
    ),
    "politikontakt: { navn: Kari, gjør_ikke: Etterforske }": (
        "Det er andre enn politikontakten som skal etterforske.",
        "Det er andre enn politikontakten som skal etterforske.",
    ),
    "politikontakt: { navn: Kari, gjør_ikke: [Etterforske, Kjøre patrulje] }": (
        "Det er andre enn politikontakten som skal: - Etterforske - Kjøre patrulje",
        "Det er andre enn politikontakten som skal: - Etterforske - Kjøre patrulje",
    ),
    "politikontakt: { navn: Kari, gjør_ikke: [Etterforskning, Vakt] }": (
        "Dette ligger til andre enn politikontakten: - Etterforskning - Vakt",
        "Andre enn politikontakten tek seg av dette: - Etterforskning - Vakt",
    ),
    "evaluering: { rapport: { mottaker: kommunestyret, frist: to måneder } }": (
        "Evalueringsrapporten går til kommunestyret innen to måneder.",
        "Evalueringsrapporten går til kommunestyret innan to måneder.",
    ),
    "samarbeidsfora: [{ navn: Bydelsforum, formål: finne felles svar }]": (
        "Formålet er å finne felles svar.",
        "Føremålet er å finne felles svar.",
    ),
}
SETNINGER = EGEN_STYRKE | HELE_SETNINGER | ÉN_SETNING


@pytest.mark.parametrize(("målform", "nummer"), [(Målform.BOKMÅL, 0), (Målform.NYNORSK, 1)])
def test_what_is_said_of_how_strongly_and_how(målform: Målform, nummer: int) -> None:
    feil = {yaml: sier for yaml, ventet in SETNINGER.items() if ventet[nummer] not in (sier := sagt(yaml, målform))}
    assert feil == {}
