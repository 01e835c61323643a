"""What people write that is not as the examples are: some YAML, and its sentence in each målform."""

import pytest

from avtalegen.modell.former import Målform
from tests.test_setninger import sagt

SMÅ_BOKSTAVER = {
    # The first letter is the one that was written, whether the word is known or not.
    "politiråd: { medlemmer: { kan_delta: [{ tittel: reinpolitiet, styrke: bør }] } }": (
        "Bør også delta: reinpolitiet.",
        "Bør også delta: reinpolitiet.",
    ),
    "beredskap: { øvelser: skogbrann }": ("Partene øver sammen på skogbrann.", "Partane øver saman på skogbrann."),
    "tjenestetilbud: { oppmøte: ring 02800 }": (
        "Slik avtaler man oppmøte: ring 02800.",
        "Slik avtaler ein oppmøte: ring 02800.",
    ),
    "skole: { grunnskolen: foreldremøter på 8. trinn }": (
        "sammen i grunnskolen: foreldremøter på 8. trinn.",
        "saman i grunnskulen: foreldremøter på 8. trinn.",
    ),
    "skole: { kontakt: [fagleder, Rektor] }": ("- Fagleder - Rektor", "- Fagleder - Rektor"),
    "satsningsområder: [reinpåkjørsler, rus]": ("- Reinpåkjørsler - Rus", "- Reinpåkjørsler - Rus"),
}
INFINITIV = {
    # With «å» first, any word is an infinitive, and the lead-in has the mark or can't have it.
    "forpliktelser: { felles: å møte forberedt }": (
        "Begge parter skal møte forberedt.",
        "Begge partane skal møte forberedt.",
    ),
    "forpliktelser: { felles: [å møte forberedt, å flakke] }": (
        "Begge parter skal: - Møte forberedt - Flakke",
        "Begge partane skal: - Møte forberedt - Flakke",
    ),
    "politiråd: { formål: [å samordne, å styrke tilliten] }": (
        "Rådet skal: - Samordne - Styrke tilliten",
        "Rådet skal: - Samordne - Styrke tilliten",
    ),
}
FORAN = {
    # So are the mark and the number that it had there.
    "forpliktelser: { felles: '• lage en plan;' }": (
        "Begge parter skal lage en plan.",
        "Begge partane skal lage en plan.",
    ),
    "forpliktelser: { felles: ['a) lage en plan;', '1) svare', '– ringe', '17. mai'] }": (
        "dette: - Lage en plan - Svare - Ringe - 17. mai",
        "dette: - Lage en plan - Svare - Ringe - 17. mai",
    ),
    # A number is, where it counts the items of the list: one alone may be of the name.
    "forpliktelser: { felles: [1. Dele, 2. Gå] }": ("- Dele - Gå",) * 2,
    "forpliktelser: { felles: [{ hva: 3.1 Dele }, § 3.2 Gå] }": ("- Dele - Gå",) * 2,
    "forpliktelser: { felles: [1. Konsulent, 3. Samling] }": ("- 1. Konsulent - 3. Samling",) * 2,
    "forpliktelser: { felles: [17.5 Nasjonaldag, Rus] }": ("- 17.5 Nasjonaldag - Rus",) * 2,
    "satsningsområder: [{ navn: 1. Barn og unge, mål: [a, b] }, { navn: 2. Rus, mål: [a, b] }]": (
        "## Barn og unge ↓ Mål: - A - B ## Rus",
        "## Barn og unge ↓ Mål: - A - B ## Rus",
    ),
    "forpliktelser: { felles: ['A) dele', 'i) gå', 'ii) svare', '• 5 møter', '- «ja»', '\uf0b7 hilse'] }": (
        "- Dele - Gå - Svare - 5 møter - «ja» - Hilse",
        "- Dele - Gå - Svare - 5 møter - «ja» - Hilse",
    ),
    "politiråd: { medlemmer: { vara: 2. Nestleder } }": ("2. Nestleder.", "2. Nestleder."),
    "politiråd: { medlemmer: { vara: 1. Ytre Bodø sjøspeidergruppe } }": ("1. Ytre Bodø sjøspeidergruppe.",) * 2,
    "politiråd: { fullmakt: 24. Des. og (i) neste år }": ("24. Des. og (i) neste år.",) * 2,
    "forpliktelser: { felles: [2. Byggetrinn, 4. Etg.] }": ("- 2. Byggetrinn - 4. Etg.",) * 2,
    "forpliktelser: { felles: ['* dele', '- 5 grader', '(2) svare'] }": (
        "- Dele - - 5 grader - Svare",
        "- Dele - - 5 grader - Svare",
    ),
}
SLUTTEN = {
    # What joined a value to the next in the list it was copied from, is no part of it; a stop belongs to a sentence.
    "forpliktelser: { felles: 'lage en plan;' }": (
        "Begge parter skal lage en plan.",
        "Begge partane skal lage en plan.",
    ),
    "forpliktelser: { felles: 'lage en plan, og' }": (
        "Begge parter skal lage en plan.",
        "Begge partane skal lage en plan.",
    ),
    "forpliktelser: { felles: 'lage en plan –' }": (
        "Begge parter skal lage en plan.",
        "Begge partane skal lage en plan.",
    ),
    "forpliktelser: { felles: 'lage en plan:' }": (
        "Begge parter skal lage en plan.",
        "Begge partane skal lage en plan.",
    ),
    "forpliktelser: { felles: ['lage en plan;', 'dele:', 'svare –', 'ringe ved behov …'] }": (
        "Begge parter skal: - Lage en plan - Dele - Svare - Ringe ved behov …",
        "Begge partane skal: - Lage en plan - Dele - Svare - Ringe ved behov …",
    ),
    "politiråd: { gjør_ikke: [Personsaker., 'klager;', lønn.] }": (
        "politirådet: Personsaker, klager og lønn.",
        "politirådet: Personsaker, klager og lønn.",
    ),
    "politiråd: { fullmakt: 'vide rammer;', medlemmer: { vara: 'nestlederen,' } }": (
        "Fullmakten til deltakerne: vide rammer. Når et medlem ikke kan møte, møter nestlederen.",
        "Fullmakta til deltakarane: vide rammer. Når ein medlem ikkje kan møte, møter nestlederen.",
    ),
    "politiråd: { gjør_ikke: ['8.', '9.', 10. trinn] }": ("politirådet: 8., 9. og 10. trinn.",) * 2,
    "slt: { nivåer: { utførende: ['rektor;', 'lærer.'] } }": (
        "Utførende nivå i SLT: rektor og lærer.",
        "Utførande nivå i SLT: rektor og lærer.",
    ),
    "vedlegg: ['Ran &amp;']": ("Ran &amp;", "Ran &amp;"),
    "forpliktelser: { kommunen: '«Trygg skole.»' }": ("dette: «Trygg skole.» ", "dette: «Trygg skole.» "),
    "forpliktelser: { kommunen: '«Trygg skole?»' }": ("dette: «Trygg skole?» ", "dette: «Trygg skole?» "),
    "beredskap: { oppgaver: [{ hva: 'delta;', styrke: 'bør,' }] }": (
        "oppgaven: delta (bør gjøres).",
        "oppgåva: delta (bør gjerast).",
    ),
}
PRESENS = {
    "forpliktelser: { politiet: Er med på rektormøtene }": ("Politiet er med på rektormøtene.",) * 2,
    "politikontakt: { navn: Kari, oppgaver: [stiller på skolen] }": ("Politikontakten stiller på skolen.",) * 2,
    "slt: { koordinatorens_rolle: kaller inn }": ("SLT-koordinatoren kaller inn.",) * 2,
}
STYRKE = {
    # How strongly it is agreed that somebody takes part, is said before the names.
    "slt: { deltakere: [rektor, { tittel: barnevernsleder, styrke: bør }, { tittel: lærer, styrke: kan }] }": (
        "Deltakere i SLT: rektor. Bør også delta i SLT: barnevernsleder. Kan også delta i SLT: lærer.",
        "Deltakarar i SLT: rektor. Bør også delta i SLT: barnevernsleder. Kan også delta i SLT: lærer.",
    ),
    "samarbeidsfora: [{ navn: Oppvekstforum, deltakere: [{ tittel: rektor, styrke: forventes }] }]": (
        "Forventes å delta: rektor.",
        "Er venta å delta: rektor.",
    ),
}
FORA = {
    # The only forum that there is more to say of, has no heading of its own.
    "samarbeidsfora: [Ungdomsrådet, { navn: Torgforum, deltakere: [prest] }]": (
        "også her: - Ungdomsrådet - Torgforum Deltakere i Torgforum: prest.",
        "også her: - Ungdomsrådet - Torgforum Deltakarar i Torgforum: prest.",
    ),
    "samarbeidsfora: [Ungdomsrådet, { navn: Torgforum, formål: å trygge torget, sted: rådhuset }]": (
        "Møtene i Torgforum holdes på rådhuset. Formålet er å trygge torget.",
        "Møta i Torgforum blir haldne på rådhuset. Føremålet er å trygge torget.",
    ),
}
KOLON = {
    # No sentence has two colons.
    "forpliktelser: { kommunen: [{ hva: rutiner, omfatter: [varsling, samtykke] }] }": (
        "Kommunen har ansvar for dette: rutiner – varsling og samtykke.",
    )
    * 2,
}
INNI_EN_SETNING = {
    # What is a sentence already, isn't put into another; who somebody is, is in the form that the sentence wants.
    "avtale: { arkiv: hver av partene arkiverer sitt }": ("Hver av partene arkiverer sitt.",) * 2,
    "avtale: { arkiv: [kommunen, Politiet] }": (
        "Kommunen og politiet arkiverer avtalen og papirene fra samarbeidet.",
        "Kommunen og politiet arkiverer avtalen og papira frå samarbeidet.",
    ),
    "avtale: { arkiv: kommunedirektøren eller den hun peker ut }": (
        "Kommunedirektøren eller den hun peker ut, arkiverer avtalen og papirene fra samarbeidet.",
        "Kommunedirektøren eller den hun peker ut, arkiverer avtalen og papira frå samarbeidet.",
    ),
    "politiråd: { samarbeidsklima: ['tillit, respekt for rollene til hverandre og vilje til å finne løsninger'] }": (
        "Samarbeidet skal preges av tillit, respekt for rollene til hverandre og vilje til å finne løsninger.",
        "Samarbeidet skal vere prega av tillit, respekt for rollene til hverandre og vilje til å finne løsninger.",
    ),
    "avtale: { innsyn: av kommunen }": (
        "Krav om innsyn behandles etter offentleglova av kommunen.",
        "Krav om innsyn blir behandla etter offentleglova av kommunen.",
    ),
    "avtale: { uenighet: kommunedirektøren og lensmannen }": (
        "blir det tatt opp hos kommunedirektøren og lensmannen.",
        "blir det teke opp hos kommunedirektøren og lensmannen.",
    ),
    "avtale: { nivåer: strategisk }": (
        "Avtalen gjelder arbeidet på strategisk nivå.",
        "Avtalen gjeld arbeidet på strategisk nivå.",
    ),
    "politiråd: { samarbeidsklima: Vi sier fra med én gang }": ("Vi sier fra med én gang.",) * 2,
    "politiråd: { medlemmer: { vara: den lederen peker ut } }": (
        "Når et medlem ikke kan møte, møter den lederen peker ut.",
        "Når ein medlem ikkje kan møte, møter den lederen peker ut.",
    ),
    "politiråd: { politivedtekter: endringer legges fram i juni }": ("Politivedtektene: Endringer legges fram i juni.",)
    * 2,
    "taushetsplikt: { samtykke: foreldrene skriver under }": ("Samtykke: Foreldrene skriver under.",) * 2,
    "beredskap: { kriseledelse: politistasjonssjef }": (
        "ved politistasjonssjefen.",
        "ved politistasjonssjefen.",
    ),
    "forpliktelser: { kommunen: [sende budsjettet, rutiner] }": (
        "Kommunen har ansvar for dette: - Sende budsjettet - Rutiner",
    )
    * 2,
    "satsningsområder: { videreført: ja, områder: [{ navn: rus, videreført: ja }, vold] }": (
        "Partene har besluttet å videreføre to satsningsområder: - Rus - Vold # Signaturer",
        "Partane har vedteke å føre vidare to satsingsområde: - Rus - Vold # Signaturar",
    ),
    "politikontakt: { tilstedeværelse: { hyppighet: månedlig, avtales: ring først } }": (
        "hver måned, ring først",
        "kvar månad, ring først",
    ),
}
BESØK = {
    # Who is visited may be left out, and what is said of the visits stands all the same.
    "politikontakt: { navn: Kari, besøk: [{ hyppighet: 4 dager i måneden, plan: en oppsatt plan }, skolene] }": (
        "Politikontakten besøker skolene. Politikontakten er på besøk fire dager hver måned, etter en oppsatt plan.",
        "Politikontakten besøkjer skolene. Politikontakten er på besøk fire dagar kvar månad, etter en oppsatt plan.",
    ),
    "skole: { besøk: { ellers: ved behov, hensikt: å bli kjent } }": (
        "Politiet er på besøk ved behov. Hensikten med besøkene er å bli kjent.",
        "Politiet er på besøk ved behov. Føremålet med besøka er å bli kjent.",
    ),
}
PREPOSISJONER = {
    "politiråd: { møter: { sted: vekselvis i Karasjok og Tana bru } }": (
        "Møtene holdes vekselvis i Karasjok og Tana bru.",
        "Møta blir haldne vekselvis i Karasjok og Tana bru.",
    ),
    "politiråd: { møter: { sted: vekselvis rådhuset og politistasjonen } }": (
        "Møtene holdes vekselvis på rådhuset og politistasjonen.",
        "Møta blir haldne vekselvis på rådhuset og politistasjonen.",
    ),
    "politiråd: { referat: { lagres: på felles server, sendes_til: til deltakerne } }": (
        "Referatet sendes til deltakerne og lagres på felles server.",
        "Referatet blir sendt til deltakerne og blir lagra på felles server.",
    ),
    "evaluering: { rapport: { mottaker: til kommunestyret } }": (
        "Evalueringsrapporten går til kommunestyret.",
        "Evalueringsrapporten går til kommunestyret.",
    ),
    "avtale: { nivåer: [på strategisk nivå, operativt] }": (
        "arbeidet på strategisk og operativt nivå.",
        "arbeidet på strategisk og operativt nivå.",
    ),
    "politiråd: { knyttet_til: til kommunedirektøren, samarbeidsklima: av tillit }": (
        "knyttet til kommunedirektøren. Samarbeidet skal preges av tillit.",
        "knytt til kommunedirektøren. Samarbeidet skal vere prega av tillit.",
    ),
    "tjenestetilbud: { kanaler: på Facebook }": (
        "Innbyggerne finner også politiet på Facebook.",
        "Innbyggjarane finn også politiet på Facebook.",
    ),
    "avtale: { uenighet: av ordføreren og lensmannen }": (
        "blir det tatt opp av ordføreren og lensmannen.",
        "blir det teke opp av ordføreren og lensmannen.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: { hyppighet: månedlig, kommune: Flakstad, steder: rådhuset } }": (
        "er til stede i Flakstad hver måned ved rådhuset.",
        "er til stades i Flakstad kvar månad ved rådhuset.",
    ),
    "skole: { besøk: { hvem: alle skolene, ellers: etter avtale } }": (
        "Politiet besøker alle skolene (etter avtale).",
        "Politiet besøkjer alle skolene (etter avtale).",
    ),
    "slt: { målgruppe: { hvem: ungdom, alder: 12–20 år, områder: [Ramberg sentrum, Napp] } }": (
        "ungdom i alderen 12–20 år i Ramberg sentrum og Napp.",
        "ungdom i alderen 12–20 år i Ramberg sentrum og Napp.",
    ),
}
HELE_SETNINGER = {
    "politiråd: { medlemmer: { vara: varaordføreren stiller for ordføreren } }": (
        "Varaordføreren stiller for ordføreren.",
        "Varaordføreren stiller for ordføreren.",
    ),
    "politiråd: { medlemmer: { vara: stedfortrederen } }": (
        "Når et medlem ikke kan møte, møter stedfortrederen.",
        "Når ein medlem ikkje kan møte, møter stedfortrederen.",
    ),
    "parter: { kommuner: [1859], politi: { distrikt: Nordland, enhet: Leknes, driftsenhetsleder: leder } }": (
        "Over den lokale enheten står: leder.",
        "Over den lokale eininga står: leder.",
    ),
    "evaluering: { rapport: { mottaker: kommunestyret, styrke: mål } }": (
        "Målet er at evalueringsrapporten går til kommunestyret.",
        "Målet er at evalueringsrapporten går til kommunestyret.",
    ),
}
ÉN_AV_FLERE = {
    "samarbeidsfora: { navn: Forum, faste_saker: status }": (
        "Fast sak på møtene er status.",
        "Fast sak på møta er status.",
    ),
    "parter: { kommuner: [{ kommunenummer: 1859, kontaktpersoner: rektor }, 1860], politi: Nordland }": (
        "Fast kontaktledd for politiet i Flakstad kommune: rektor.",
        "Fast kontaktledd for politiet i Flakstad kommune: rektor.",
    ),
    "slt: { koordinatorens_rolle: pådriver, nivåer: { koordinerende: arbeidsgruppen } }": (
        "rolle: pådriver. Koordinerende nivå i SLT: arbeidsgruppen.",
        "pådriver. Koordinerande nivå i SLT: arbeidsgruppen.",
    ),
    "satsningsområder: [Trafikk, { navn: Rus, mål: færre ulykker }]": (
        "Partene har valgt to satsningsområder: - Trafikk - Rus ## Rus Mål: færre ulykker.",
        "Partane har valt to satsingsområde: - Trafikk - Rus ## Rus Mål: færre ulykker.",
    ),
}
TALL = {
    "tjenestetilbud: { bemanning: { totalt: 47, politi: 38, sivile: 9 } }": (
        "er i alt 47 stillinger: 38 med politimyndighet og 9 sivile.",
        "er i alt 47 stillingar: 38 med politimyndigheit og 9 sivile.",
    ),
    "tjenestetilbud: { bemanning: { politi: 9.5, sivile: 1 } }": (
        "er 9,5 stillinger med politimyndighet og 1 sivil stilling.",
        "er 9,5 stillingar med politimyndigheit og 1 sivil stilling.",
    ),
    "tjenestetilbud: { bemanning: { totalt: 11, politi: 9, sivile: 2 } }": (
        "er i alt elleve stillinger: ni med politimyndighet og to sivile.",
        "er i alt elleve stillingar: ni med politimyndigheit og to sivile.",
    ),
}
PUNKTLISTER = {
    # A list pasted into one text is a list where there is room for one.
    'forpliktelser: { felles: "• lage en plan\\n• svare" }': (
        "Begge parter skal: - Lage en plan - Svare",
        "Begge partane skal: - Lage en plan - Svare",
    ),
    'politikontakt: { besøk: { hensikt: "1) bli kjent 2) bygge tillit" } }': (
        "Hensikten med besøkene er: - Bli kjent - Bygge tillit",
        "Føremålet med besøka er: - Bli kjent - Bygge tillit",
    ),
    'evaluering: { arena: "– i rådet\\n– i utvalget" }': (
        "Evalueringen behandles i: - I rådet - I utvalget",
        "Evalueringa blir behandla i: - I rådet - I utvalget",
    ),
    'forpliktelser: { felles: [{ hva: "Forebygge:\\n• i skolen\\n• på fritida" }, svare] }': (
        "- Forebygge: - I skolen - På fritida - Svare",
    )
    * 2,
    'slt: { hensikt: x, tekst: "• varsle • øve" }': ("- varsle - øve",) * 2,
    # In a cell there isn't.
    'satsningsområder: [{ navn: Rus, tiltak: [{ hva: "• a\\n• b", frist: 1.6.2027 }] }]': (
        "Frist • a⏎• b | 1. juni 2027",
        "Frist • a⏎• b | 1. juni 2027",
    ),
}
KORTFORMER = {
    # What is written in short is what it says, and not a remark about it.
    "politiråd: { regionalt: i tillegg }": ("kommer i tillegg til politirådet", "kjem i tillegg til politirådet"),
    "politiråd: { regionalt: I staden. }": ("kommer i stedet for et politiråd", "kjem i staden for eit politiråd"),
    "politiråd: { regionalt: møtes hver vår }": ("Rådet møtes hver vår.", "Rådet møtes hver vår."),
    "evaluering: { rapport: innen 1. juni }": (
        "Evalueringsrapporten går til partene innen 1. juni.",
        "Evalueringsrapporten går til partane innen 1. juni.",
    ),
    "evaluering: { rapport: ved utgangen av året }": (
        "Evalueringsrapporten går til partene ved utgangen av året.",
        "Evalueringsrapporten går til partane ved utgangen av året.",
    ),
}
SETNINGER = {
    **KORTFORMER,
    **PUNKTLISTER,
    **SMÅ_BOKSTAVER,
    **INFINITIV,
    **FORAN,
    **SLUTTEN,
    **PRESENS,
    **STYRKE,
    **FORA,
    **KOLON,
    **INNI_EN_SETNING,
    **BESØK,
    **PREPOSISJONER,
    **HELE_SETNINGER,
    **ÉN_AV_FLERE,
    **TALL,
}


@pytest.mark.parametrize(("målform", "nummer"), [(Målform.BOKMÅL, 0), (Målform.NYNORSK, 1)])
def test_what_is_written_otherwise_than_in_the_examples_becomes_a_sentence(målform: Målform, nummer: int) -> None:
    feil = {yaml: sier for yaml, ventet in SETNINGER.items() if ventet[nummer] not in (sier := sagt(yaml, målform))}
    assert feil == {}


def test_who_signs_signs_for_a_party_with_its_whole_name() -> None:
    sier = sagt("signaturer: [{ for: Flakstad }, { for: politiet i Lofoten }]", Målform.BOKMÅL)
    assert "✍ Flakstad kommune:" in sier
    assert "✍ Politiet i Lofoten:" in sier


def test_a_colon_is_found_also_in_what_is_in_another_målform_than_the_document() -> None:
    text = (
        "avtale: { målform: bokmål }\nforpliktelser: { kommunen: [{ hva: rutiner, omfatter: [varsling, samtykke] }] }"
    )
    assert "Kommunen har ansvar for dette: rutiner – varsling og samtykke." in sagt(text, Målform.NYNORSK)
