"""What people write themselves about how often, when and how much: read, or standing as it is written."""

from avtalegen.modell.former import Målform
from tests.i_ett import i_ett
from tests.test_setninger import sagt

MØTER = "politiråd: {{ møter: {} }}"
SETNINGER = {
    MØTER.format("første onsdag i måneden"): (
        "Politirådet møtes første onsdag i måneden.",
        "Politirådet møtest første onsdag i månaden.",
    ),
    MØTER.format("1. og 3. onsdag i måneden"): (
        "Politirådet møtes første og tredje onsdag i måneden.",
        "Politirådet møtest første og tredje onsdag i månaden.",
    ),
    MØTER.format("siste tirsdag i mars og oktober"): (
        "Politirådet møtes siste tirsdag i mars og oktober.",
        "Politirådet møtest siste tysdag i mars og oktober.",
    ),
    MØTER.format("andre torsdag annenhver måned"): (
        "Politirådet møtes andre torsdag annenhver måned.",
        "Politirådet møtest andre torsdag annankvar månad.",
    ),
    MØTER.format("torsdager"): ("Politirådet møtes hver torsdag.", "Politirådet møtest kvar torsdag."),
    MØTER.format("annenhver torsdag"): (
        "Politirådet møtes annenhver torsdag.",
        "Politirådet møtest annankvar torsdag.",
    ),
    MØTER.format("hverdager"): ("Politirådet møtes alle hverdager.", "Politirådet møtest alle kvardagar."),
    MØTER.format("vår og høst"): ("Politirådet møtes hver vår og høst.", "Politirådet møtest kvar vår og haust."),
    MØTER.format("kvar haust"): ("Politirådet møtes hver høst.", "Politirådet møtest kvar haust."),
    MØTER.format("'to ganger i året, vår og høst'"): (
        "Politirådet møtes to ganger i året, vår og høst.",
        "Politirådet møtest to gonger i året, vår og haust.",
    ),
    MØTER.format("'halvårlig, i mars og oktober'"): (
        "Politirådet møtes hvert halvår i mars og oktober.",
        "Politirådet møtest kvart halvår i mars og oktober.",
    ),
    MØTER.format("to årlige møter"): (
        "Politirådet har to faste møter i året.",
        "Politirådet har to faste møte i året.",
    ),
    MØTER.format("4 eller flere"): (
        "Politirådet har minst fire faste møter i året.",
        "Politirådet har minst fire faste møte i året.",
    ),
    MØTER.format("ca. 4"): (
        "Politirådet har om lag fire faste møter i året.",
        "Politirådet har om lag fire faste møte i året.",
    ),
    MØTER.format("omtrent hver måned"): (
        "Politirådet møtes om lag én gang i måneden.",
        "Politirådet møtest om lag éin gong i månaden.",
    ),
    MØTER.format("{ per_år: hvert kvartal }"): (
        "Politirådet møtes hvert kvartal.",
        "Politirådet møtest kvart kvartal.",
    ),
    MØTER.format("{ per_kommune: vår og høst, felles: { antall: hvert halvår, forum: regionrådet } }"): (
        "I hver kommune er det møter hver vår og høst. I tillegg er det felles møter i regionrådet hvert halvår.",
        "I kvar kommune er det møte kvar vår og haust. I tillegg er det felles møte i regionrådet kvart halvår.",
    ),
    MØTER.format("noen ganger i året"): (
        "Politirådet møtes noen ganger i året.",
        "Politirådet møtest noen ganger i året.",
    ),
    MØTER.format("{ per_år: Noen ganger i året }"): (
        "Politirådet møtes noen ganger i året.",
        "Politirådet møtest noen ganger i året.",
    ),
    MØTER.format("passe mange"): (
        "Politirådet møtes passe mange ganger i året.",
        "Politirådet møtest passe mange gonger i året.",
    ),
    MØTER.format("et par ganger"): (
        "Politirådet møtes et par ganger i året.",
        "Politirådet møtest et par ganger i året.",
    ),
    MØTER.format("{ per_år: 'Et par møter, flere ved behov' }"): (
        "Politirådet møtes et par ganger i året, flere ved behov.",
        "Politirådet møtest et par gonger i året, flere ved behov.",
    ),
    MØTER.format("{ per_kommune: noen få, felles: { antall: flere ganger, forum: regionrådet } }"): (
        "I hver kommune er det møter noen få ganger i året. "
        "I tillegg er det felles møter i regionrådet flere ganger i året.",
        "I kvar kommune er det møte noen få gonger i året. "
        "I tillegg er det felles møte i regionrådet flere ganger i året.",
    ),
    MØTER.format("{ per_år: mange nok }"): (
        "Politirådet møtes slik: mange nok.",
        "Politirådet møtest slik: mange nok.",
    ),
    **{
        MØTER.format(f"{{ per_år: {ord_} }}"): (f"Politirådet møtes {ord_}.", f"Politirådet møtest {ord_}.")
        for ord_ in ("før hvert budsjett", "to ganger per semester", "noen ganger i uka", "så ofte det trengs")
    },
    MØTER.format("{ saksfrist: I god tid, innkallingsfrist: så snart det går, planlegges_for: skoleåret }"): (
        "Hvor langt fram møteplanen gjelder: skoleåret. "
        "Frist for å sende innkalling og dagsorden: så snart det går. Frist for å melde saker: i god tid.",
        "Kor langt fram møteplanen gjeld: skoleåret. "
        "Frist for å sende innkalling og sakliste: så snart det går. Frist for å melde saker: i god tid.",
    ),
    MØTER.format("{ plan: [{ dato: uke 12, klokkeslett: etter lunsj }, { dato: september 2026 }] }"): (
        "Uke 12 | Etter lunsj",
        "Uke 12 | Etter lunsj",
    ),
    "samarbeidsfora: { navn: Ung, hyppighet: hver måned unntatt juli }": (
        "Forumet møtes hver måned unntatt juli.",
        "Forumet møtest hver måned unntatt juli.",
    ),
    "evaluering: når det trengs": (
        "Samarbeidet skal evalueres når det trengs.",
        "Samarbeidet skal evaluerast når det trengs.",
    ),
    "periode: så lenge partene vil": (
        "Avtalen gjelder så lenge partene vil.",
        "Avtalen gjeld så lenge partene vil.",
    ),
    "periode: fire år til sammen": (
        "Når avtalen gjelder: fire år til sammen.",
        "Når avtalen gjeld: fire år til sammen.",
    ),
    "periode: { fra: når begge har signert, til: neste valg }": (
        "Avtalen gjelder når begge har signert, til neste valg.",
        "Avtalen gjeld når begge har signert, til neste valg.",
    ),
    "periode: { fra: 1.1.2026, til: neste valg }": (
        "Gjelder: Fra 1. januar 2026 til neste valg",
        "Avtalen gjeld frå 1. januar 2026 til neste valg.",
    ),
    "periode: { fra: våren 2027, til: 2029 }": (
        "Gjelder: Fra våren 2027 til 31. desember 2029",
        "Avtalen gjeld frå våren 2027 til 31. desember 2029.",
    ),
    "periode: { fra: Fra signering, varighet: 3 år }": (
        "Avtalen gjelder fra signering, i 3 år.",
        "Avtalen gjeld frå signering, i 3 år.",
    ),
    "periode: { fra: ved signering, løpende: ja }": (
        "Avtalen gjelder fra signering og til den blir sagt opp eller avløst av en ny.",
        "Avtalen gjeld frå signering og til han blir sagd opp eller avløyst av ein ny.",
    ),
    "periode: { fra: 1.1.2026, varighet: passe lenge }": (
        "Avtalen gjelder fra 1. januar 2026. Hvor lenge avtalen varer: passe lenge.",
        "Avtalen gjeld frå 1. januar 2026. Kor lenge avtalen varer: passe lenge.",
    ),
    "periode: { fra: 1.1.2026, oppsigelse: rimelig tid }": (
        "Hver av partene kan si opp avtalen skriftlig. Oppsigelsesfrist: rimelig tid.",
        "Kvar av partane kan seie opp avtalen skriftleg. Oppseiingsfrist: rimelig tid.",
    ),
    "politikontakt: { navn: Kari, fra: medio mars 2026, stillingsandel: etter avtale }": (
        "Ordningen gjelder fra medio mars 2026. Stillingsandel: etter avtale.",
        "Ordninga gjeld frå medio mars 2026. Del av stillinga: etter avtale.",
    ),
    "politikontakt: { navn: Kari, stillingsandel: 20–40 % }": (
        "Funksjonen utgjør 20–40 prosent av stillingen.",
        "Funksjonen utgjer 20–40 prosent av stillinga.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: { dager: annenhver torsdag, fra: etter lunsj, til: 15 } }": (
        "Politikontakten er til stede annenhver torsdag etter lunsj til kl. 15.00",
        "Politikontakten er til stades annankvar torsdag etter lunsj til kl. 15.00",
    ),
    "forpliktelser: { ressurser: { hva: lønn, beløp: inntil 50 000 kr, andel: ca. 20 % } }": (
        "Lønn | Inntil 50 000 kroner | Om lag 20 %",
        "Lønn | Inntil 50 000 kroner | Om lag 20 %",
    ),
    "forpliktelser: { ressurser: { hva: lønn, beløp: '200 000–250 000 kr', periode: så lenge det varer } }": (
        "Lønn | 200 000–250 000 kroner | Så lenge det varer",
        "Lønn | 200 000–250 000 kroner | Så lenge det varer",
    ),
    "forpliktelser: { ressurser: { hva: lønn, beløp: 250 000 kr årlig } }": (
        "Lønn | 250 000 kr årlig",
        "Lønn | 250 000 kr årlig",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: A, åpningstider: kl. 8–15 på hverdager } }": (
        "A | Mandag–fredag kl. 08.00–15.00",
        "A | Måndag–fredag kl. 08.00–15.00",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: A, åpningstider: 24/7 } }": ("A | Døgnåpent", "A | Døgnope"),
    "tjenestetilbud: { tjenestesteder: { navn: A, åpningstider: onsdag i partallsuker 10–14 } }": (
        "A | Onsdag kl. 10.00–14.00 (i partallsuker)",
        "A | Onsdag kl. 10.00–14.00 (i partallsuker)",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: A, åpningstider: 'mandag 9–14, stengt i juli' } }": (
        "A | Mandag 9–14, stengt i juli",
        "A | Mandag 9–14, stengt i juli",
    ),
    "tjenestetilbud: { responstid: { minutter: 20–25, andel: ca. 80 % } }": (
        "framme innen 20 til 25 minutter i om lag 80 prosent av hasteoppdragene",
        "framme innan 20 til 25 minutt i om lag 80 prosent av hasteoppdraga",
    ),
    "tjenestetilbud: { bemanning: { politi: ca. 9, sivile: noen få } }": (
        "om lag ni stillinger med politimyndighet og noen få sivile stillinger",
        "om lag ni stillingar med politimyndigheit og noen få sivile stillingar",
    ),
    "avtale: { status: utkast, dato: våren 2026, eksemplarer: ett til hver part }": (
        "Antall eksemplarer: ett til hver part.",
        "Talet på eksemplar: ett til hver part.",
    ),
}


@i_ett("text", SETNINGER)
def test_what_people_write_is_in_the_document_in_both_målformer(text: str) -> None:
    bokmål, nynorsk = SETNINGER[text]
    assert bokmål in sagt(text, Målform.BOKMÅL)
    assert nynorsk in sagt(text, Målform.NYNORSK)
