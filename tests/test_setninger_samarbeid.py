"""What the fields of the duties, the contact and the terms become: some YAML, and its sentence in each målform."""

from avtalegen.modell.former import Målform
from tests.i_ett import i_ett
from tests.test_setninger import sagt

FORPLIKTELSER = {
    "forpliktelser: { fylkeskommunen: Dele tall, andre: { part: Flakstad næringsforening, skal: Møte } }": (
        "Fylkeskommunen skal dele tall. Flakstad næringsforening har ansvar for dette: møte.",
        "Fylkeskommunen skal dele tall. Flakstad næringsforening har ansvar for dette: møte.",
    ),
    "forpliktelser: { andre: [Møte, Dele tall] }": (
        "Andre parter har ansvar for dette: møte.",
        "Andre partar har ansvar for dette: møte.",
    ),
    "forpliktelser: { ressurser: { hva: koordinator, fra: Statsforvalteren } }": (
        "Koordinator | Statsforvalteren Statsforvalteren er ikke part i avtalen.",
        "Koordinator | Statsforvalteren Statsforvalteren er ikkje part i avtalen.",
    ),
    "forpliktelser: { ressurser: { hva: koordinator, fra: [Flakstad kommune, Gol kommune], varighet: to år, "
    "periode: 2026, vertskommune: Gol } }": (
        "Koordinator (vertskommune: Gol) | Flakstad kommune og Gol kommune | 2026, to år "
        "Gol kommune er ikke part i avtalen.",
        "Koordinator (vertskommune: Gol) | Flakstad kommune og Gol kommune | 2026, to år "
        "Gol kommune er ikkje part i avtalen.",
    ),
}
SAMORDNING = {
    "slt: { koordinator: { navn: Kari, stillingsandel: 50 %, delt_med: [Moskenes, Vågan], vertskommune: Vågan } }": (
        "SLT-koordinator er Kari. Stillingen er på 50 prosent og delt med Moskenes og Vågan. "
        "Vågan er vertskommune for stillingen.",
        "SLT-koordinator er Kari. Stillinga er på 50 prosent og delt med Moskenes og Vågan. "
        "Vågan er vertskommune for stillinga.",
    ),
    "slt: { koordinator: { vertskommune: Vågan } }": (
        "tiltak. Vågan er vertskommune for stillingen.",
        "Vågan er vertskommune for stillinga.",
    ),
    "samarbeidsfora: { navn: Ungdomsforum, faste_saker: [rus, skole] }": (
        "Faste saker på møtene er rus og skole.",
        "Faste saker på møta er rus og skole.",
    ),
}
KONTAKTEN = {
    "politikontakt: { navn: Kari, også: [næringslivskontakt, leder], kontor: rådhuset, uniform: ja }": (
        "Politikontakten er også næringslivskontakt og leder. Politikontakten har kontor på rådhuset og går i uniform.",
        "Politikontakten er også næringslivskontakt og leder. Politikontakten har kontor på rådhuset og går i uniform.",
    ),
    "politikontakt: { navn: Kari, uniform: nei, kompetanse: kjenner Indicia, opplæring: Et kurs det første året }": (
        "Politikontakten går i sivil. Politikontakten må ha denne kompetansen: kjenner Indicia. "
        "Opplæring og oppfølging av politikontakten: et kurs det første året.",
        "Politikontakten går i sivil. Politikontakten må ha denne kompetansen: kjenner Indicia. "
        "Opplæring og oppfølging av politikontakten: et kurs det første året.",
    ),
}
BEREDSKAP = {
    "beredskap: { beredskapsplan: { tittel: overordnet plan, vedtatt: 2025, hyppighet: årlig } }": (
        "Beredskapsplanen i kommunen heter «Overordnet plan» og ble vedtatt i 2025. Den blir oppdatert hvert år.",
        "Beredskapsplanen i kommunen heiter «Overordnet plan» og blei vedteken i 2025. "
        "Dokumentet blir oppdatert kvart år.",
    ),
    "beredskap: { kriseledelse: { tittel: lensmann, navn: Kari } }": (
        "Politiet er med i kriseledelsen i kommunen ved lensmann Kari.",
        "Politiet er med i kriseleiinga i kommunen ved lensmann Kari.",
    ),
    "beredskap: { øvelser: [{ hva: PLIVO, hyppighet: hvert andre år, deltakere: brannvesenet, neste: 2027 }, flom] }": (
        "- PLIVO, annethvert år, med brannvesenet (neste: 2027) - Flom",
        "- PLIVO, annakvart år, med brannvesenet (neste: 2027) - Flom",
    ),
    "skole: { samarbeidsplikt: ja, grunnskolen: Ha trafikkopplæring, besøk: { hvem: skolene, hyppighet: årlig } }": (
        "Politiet har en særskilt plikt til å samarbeide med skolemyndighetene (politiinstruksen § 15). "
        "Plikten gjelder også grunnskolen. I grunnskolen skal politiet og skolene sammen "
        "ha trafikkopplæring. Politiet besøker skolene hvert år.",
        "Politiet har ei særskild plikt til å samarbeide med skulestyresmaktene (politiinstruksen § 15). "
        "Plikta gjeld også grunnskulen. I grunnskulen skal politiet og skulane saman "
        "ha trafikkopplæring. Politiet besøkjer skolene kvart år.",
    ),
}
BESTEMMELSER = {
    "avtale: { status: signert, uenighet: { tas_opp: politirådet, deretter: ordføreren og politimesteren } }": (
        "Er partene uenige om noe i avtalen, blir det tatt opp i politirådet. "
        "Blir de ikke enige, går saken videre til ordføreren og politimesteren.",
        "Er partane usamde om noko i avtalen, blir det teke opp i politirådet. "
        "Blir dei ikkje samde, går saka vidare til ordføreren og politimesteren.",
    ),
    "avtale: { status: signert, endringer: { måte: skriftlig, godkjennes_av: partene } }": (
        "Endringer i avtalen gjøres skriftlig og godkjennes av partene.",
        "Endringar i avtalen blir gjorde skriftleg og godkjende av partene.",
    ),
    "avtale: { status: signert, forrang: [avtalen, vedleggene] }": (
        "Sier dokumentene forskjellige ting, gjelder de i denne rekkefølgen: avtalen og vedleggene.",
        "Seier dokumenta ulike ting, gjeld dei i denne rekkjefølgja: avtalen og vedleggene.",
    ),
    "avtale: { status: signert, arkiv: kommunen, innsyn: den parten som får kravet, personvern: hver part }": (
        "Kommunen arkiverer avtalen og papirene fra samarbeidet. "
        "Krav om innsyn behandles etter offentleglova av den parten som får kravet. "
        "Hver part er behandlingsansvarlig for personopplysningene den selv registrerer.",
        "Kommunen arkiverer avtalen og papira frå samarbeidet. "
        "Krav om innsyn blir behandla etter offentleglova av den parten som får kravet. "
        "Kvar part er behandlingsansvarleg for personopplysningane parten sjølv registrerer.",
    ),
    "avtale: { status: signert, eksemplarer: 2, elektronisk_signering: ja }": (
        "Avtalen er laget i to eksemplarer og signeres elektronisk.",
        "Avtalen er laga i to eksemplar og blir signert elektronisk.",
    ),
}
KORTE = {
    "politiråd: { fullmakt: Alle saker }": (
        "Fullmakten til deltakerne: alle saker.",
        "Fullmakta til deltakarane: alle saker.",
    ),
    "politiråd: { fullmakt: Kan binde etaten sin }": (
        "Deltakerne kan binde etaten sin.",
        "Deltakarane kan binde etaten sin.",
    ),
    "politiråd: { fullmakt: å binde etaten }": (
        "Deltakerne har fullmakt til å binde etaten.",
        "Deltakarane har fullmakt til å binde etaten.",
    ),
    "politiråd: { fullmakt: Hver deltaker kan binde etaten }": ("Hver deltaker kan binde etaten.",) * 2,
    "politiråd: { fullmakt: 'Skal samarbeidet lykkes, må deltakerne kunne binde etaten' }": (
        "Skal samarbeidet lykkes, må deltakerne kunne binde etaten.",
    )
    * 2,
    "politiråd: { egen_avtale: avtalen som ble inngått i 2021 }": (
        "Egen avtale om politirådet: avtalen som ble inngått i 2021.",
        "Eigen avtale om politirådet: avtalen som ble inngått i 2021.",
    ),
    "politiråd: { egen_avtale: Avtalen er fra 2021. Den gjelder til 2027 }": (
        "Avtalen er fra 2021. Den gjelder til 2027.",
    )
    * 2,
    "politiråd: { prosesser: [felles vurderinger, legge fram prioriteringene] }": (
        "Politiets prioriterings- og tiltaksprosess: felles vurderinger. Politiet skal legge fram prioriteringene.",
        "Prioriterings- og tiltaksprosessen i politiet: felles vurderinger. Politiet skal legge fram prioriteringene.",
    ),
    "parter: { kommuner: [1859], politi: Nordland, regionråd: { navn: Salten, merknad: Samordner planer } }": (
        "gjennom Salten. Det samordner planer.",
        "gjennom Salten. Det samordner planer.",
    ),
    "parter: { kommuner: [1859], politi: Nordland, regionråd: { navn: Salten, merknad: felles planer } }": (
        "gjennom Salten. Om regionrådet: felles planer.",
        "gjennom Salten. Om regionrådet: felles planer.",
    ),
    "politikontakt: { status: under ansettelse }": (
        "Stillingen: under ansettelse.",
        "Stillinga: under ansettelse.",
    ),
    "politiråd: { overordnet_plan: SLT-planen }": ("Overordnet plan: SLT-planen.", "Overordna plan: SLT-planen."),
    "skole: { besøk: { hvem: skolene, hyppighet: annenhver uke, hensikt: bli kjent } }": (
        "Politiet besøker skolene annenhver uke. Hensikten er å bli kjent.",
        "Politiet besøkjer skolene annakvar veke. Føremålet er å bli kjent.",
    ),
    "samarbeidsfora: [{ navn: A, formål: trygghet }, { navn: B, formål: Partene skal bli kjent }]": (
        "Formålet er trygghet. ### B Partene skal bli kjent.",
        "Føremålet er trygghet. ### B Partene skal bli kjent.",
    ),
    "slt: { målgruppe: [{ hvem: unge, alder: ungdomsskolealder }, { hvem: barn, alder: 6–12 år }] }": (
        "Målgruppene er: - Unge i ungdomsskolealder - Barn i alderen 6–12 år",
        "Målgruppene er: - Unge i ungdomsskolealder - Barn i alderen 6–12 år",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: A, sesong: hele året } }": (
        "A holder åpent hele året.",
        "A held ope hele året.",
    ),
    "politiråd: { møter: { hensikt: å bli kjent } }": (
        "Hensikten med møtene er å bli kjent.",
        "Føremålet med møta er å bli kjent.",
    ),
}
BARE_NAVN = {
    # A table of one column is a list, and a list of one a sentence.
    "tjenestetilbud: { kontakter: krisesenteret }": (
        "Her kan man ta kontakt: krisesenteret.",
        "Her kan ein ta kontakt: krisesenteret.",
    ),
    "tjenestetilbud: { kontakter: [krisesenteret, { hva: vakten, sted: Bodø }] }": (
        "Her kan man ta kontakt: - Krisesenteret - Vakten, Bodø",
        "Her kan ein ta kontakt: - Krisesenteret - Vakten, Bodø",
    ),
    "forpliktelser: { ressurser: [lokaler, { hva: stilling, vertskommune: Bodø }] }": (
        "Dette settes inn i samarbeidet: - Lokaler - Stilling (vertskommune: Bodø)",
        "Dette blir sett inn i samarbeidet: - Lokaler - Stilling (vertskommune: Bodø)",
    ),
    "forpliktelser: { kommunen: [{ hva: lære, styrke: mål }, { hva: øve, styrke: mål }] }": (
        "Kommunen har som mål å: - Lære - Øve",
        "Kommunen har som mål å: - Lære - Øve",
    ),
    "politiråd: { handlingsplaner: [{ tittel: planen mot rus, periode: 2027 }] }": (
        "Rådet arbeider etter planen mot rus for året 2027.",
        "Rådet arbeider etter planen mot rus for året 2027.",
    ),
}
SETNINGER = {**BARE_NAVN, **BEREDSKAP, **BESTEMMELSER, **KONTAKTEN, **SAMORDNING, **FORPLIKTELSER}


@i_ett("yaml", SETNINGER)
def test_a_field_becomes_a_sentence(yaml: str) -> None:
    for målform, ventet in zip((Målform.BOKMÅL, Målform.NYNORSK), SETNINGER[yaml], strict=True):
        assert ventet in sagt(yaml, målform)
