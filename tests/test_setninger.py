"""What the fields of the parties, the council and the services become: some YAML, and its sentence in each målform."""

from avtalegen.flyt import check
from avtalegen.komponering import compose
from avtalegen.modell.former import Målform
from tests.dokumenttekst import to_text
from tests.i_ett import i_ett

GRUNNLAG = """format: 1
avtale: { status: signert }
parter: { kommuner: [1859], politi: Nordland }
"""
FLERE = GRUNNLAG.replace("[1859]", "[1859, 1860]")


def lest(text: str) -> str:
    """Return the YAML with what it must have besides."""
    mangler = [line for line in GRUNNLAG.splitlines() if f"\n{line.split(':')[0]}:" not in f"\n{text}"]
    return "\n".join((*mangler, text))


def sagt(text: str, målform: Målform) -> str:
    checked = check(lest(text).encode(), "avtale.yaml", None)
    assert checked.avtale is not None, checked.diagnostics
    document = compose(checked.avtale, målform=målform).document
    assert document is not None
    return " ".join(to_text(document).replace("\u00a0", " ").split())


PARTENE = {
    "parter: { kommuner: [1508], politi: { distrikt: Møre og Romsdal, leder: { telefon: 70118700 } } }": (
        "Møre og Romsdal politidistrikt | 70 11 87 00 | Ledelse i politiet",
        "Møre og Romsdal politidistrikt | 70 11 87 00 | Leiing i politiet",
    ),
    "parter: { kommuner: [{ kommunenummer: 1508, leder: { telefon: 70162000 } }], politi: Møre og Romsdal }": (
        ", ved telefon 70 16 20 00",
        ", ved telefon 70 16 20 00",
    ),
    "parter: { kommuner: [1508], politi: { distrikt: Møre og Romsdal, driftsenhet: Nordre Sunnmøre } }": (
        "**Møre og Romsdal politidistrikt**, geografisk driftsenhet Nordre Sunnmøre",
        "**Møre og Romsdal politidistrikt**, geografisk driftseining Nordre Sunnmøre",
    ),
    "parter: { kommuner: [1508], politi: { distrikt: Møre og Romsdal, driftsenhet: Driftsenhet nord } }": (
        "**Møre og Romsdal politidistrikt**, Driftsenhet nord",
        "**Møre og Romsdal politidistrikt**, Driftsenhet nord",
    ),
    "parter: { kommuner: [1859], politi: { distrikt: Nordland, enhet: Leknes, driftsenhet: Lofoten } }": (
        "**Nordland politidistrikt**, Leknes, som hører til Lofoten",
        "**Nordland politidistrikt**, Leknes, som høyrer til Lofoten",
    ),
    "parter: { kommuner: [1859], politi: { distrikt: Nordland, organisasjonsnummer: ja } }": (
        "**Nordland politidistrikt** (org.nr. 983 999 999)",
        "**Nordland politidistrikt** (org.nr. 983 999 999)",
    ),
    "parter: { kommuner: [1859], politi: { distrikt: Nordland, organisasjonsnummer: '974 769 328' } }": (
        "**Nordland politidistrikt** (org.nr. 974 769 328)",
        "**Nordland politidistrikt** (org.nr. 974 769 328)",
    ),
}
NÅR = {
    "parter: { kommuner: { kommunenummer: 1859, vedtak: 2017 }, politi: Nordland }": (
        "Avtalen er vedtatt i Flakstad kommune: 2017.",
        "Avtalen er vedteken i Flakstad kommune: 2017.",
    ),
    "parter: { kommuner: { kommunenummer: 1859, vedtak: 25.2.2017 }, politi: Nordland }": (
        "i Flakstad kommune: 25. februar 2017.",
        "i Flakstad kommune: 25. februar 2017.",
    ),
    "parter: { kommuner: { kommunenummer: 1859, vedtak: PS 12/2017 }, politi: Nordland }": (
        "i Flakstad kommune: sak PS 12/2017.",
        "i Flakstad kommune: sak PS 12/2017.",
    ),
    "parter: { kommuner: { kommunenummer: 1859, vedtak: 'kommunestyret, sak 12/17, feb 2017' }, politi: Nordland }": (
        "av kommunestyret i Flakstad kommune i februar 2017 (sak 12/17).",
        "av kommunestyret i Flakstad kommune i februar 2017 (sak 12/17).",
    ),
    "satsningsområder: { vedtatt: 2018 }": ("Satsningsområdene gjelder fra 2018.", "Satsingsområda gjeld frå 2018."),
    "tjenestetilbud: { tjenestesteder: { navn: Malvik, flytter: { til: Stjørdal, dato: oktober 2016 } } }": (
        "Malvik flytter i oktober 2016 til Stjørdal.",
        "Malvik flyttar i oktober 2016 til Stjørdal.",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: Malvik, flytter: { til: Stjørdal, dato: 5.10.2016 } } }": (
        "Malvik flytter 5. oktober 2016 til Stjørdal.",
        "Malvik flyttar 5. oktober 2016 til Stjørdal.",
    ),
    "signaturer: { tittel: ordfører, dato: 2017 }": (": –, ordfører, 2017", ": –, ordfører, 2017"),
}
SATSNING = {
    "satsningsområder: { vedtatt_av: politirådet, periode: 2018, tekst: Hei. }": (
        "Politirådet har valgt satsningsområdene for året 2018.",
        "Politirådet har valt satsingsområda for året 2018.",
    ),
    "satsningsområder: { vedtatt_av: politirådet, periode: { til: 30.9.2029 }, områder: Rus }": (
        "Politirådet har valgt dette satsningsområdet fram til 30. september 2029: rus.",
        "Politirådet har valt dette satsingsområdet fram til 30. september 2029: rus.",
    ),
    "satsningsområder: [{ navn: Rus, periode: { til: 30.9.2029 }, målgruppe: unge }, { navn: Vold, mål: Ro }]": (
        "Området gjelder til 30. september 2029. Arbeidet er rettet mot unge.",
        "Området gjeld til 30. september 2029. Arbeidet er retta mot unge.",
    ),
    "satsningsområder: { videreført: ja }": (
        "Partene har besluttet å videreføre satsningsområdene.",
        "Partane har vedteke å føre vidare satsingsområda.",
    ),
    "satsningsområder: [{ navn: Rus, videreført: ja }, { navn: Vold, videreført: ja }]": (
        "Alle er ført videre fra forrige periode.",
        "Alle er førte vidare frå førre periode.",
    ),
    "satsningsområder: [{ navn: Rus, videreført: ja }]": (
        "Området er ført videre fra forrige periode.",
        "Området er ført vidare frå førre periode.",
    ),
    "satsningsområder: [{ navn: Rus, videreført: ja }, { navn: Vold, videreført: ja }, Trafikk]": (
        "Disse er ført videre fra forrige periode: rus og vold.",
        "Desse er førte vidare frå førre periode: rus og vold.",
    ),
    "satsningsområder: [{ navn: Rus, videreført: ja, mål: Færre }, Trafikk]": (
        "Dette er ført videre fra forrige periode: rus.",
        "Dette er ført vidare frå førre periode: rus.",
    ),
    "satsningsområder: { periode: 2018, tekst: Hei. }": (
        "Satsningsområdene gjelder for året 2018.",
        "Satsingsområda gjeld for året 2018.",
    ),
}
RÅDET = {
    "politiråd: { forankring: [kommunestyret, Ledelsen, Rådet svarer til kommunestyret, politimesteren] }": (
        "ledelse. Forankring: kommunestyret og ledelsen. Rådet svarer til kommunestyret. Forankring: politimesteren.",
        "leiinga i politiet. Forankring: kommunestyret og ledelsen. Rådet svarer til kommunestyret."
        " Forankring: politimesteren.",
    ),
    "politiråd: { møter: { gjelder: i oppstarten } }": (
        "Politirådet møtes i oppstarten.",
        "Politirådet møtest i oppstarten.",
    ),
    f"{FLERE}politiråd: {{ medlemmer: {{ kommune: [ordfører, {{ tittel: SLT-koordinator, kommune: Moskenes }}] }} }}": (
        "Faste deltakere fra enkelte kommuner: SLT-koordinator i Moskenes.",
        "Faste deltakarar frå enkelte kommunar: SLT-koordinator i Moskenes.",
    ),
    f"{FLERE}politiråd: {{ medlemmer: {{ kommune: [Ordførerne, kommunedirektørene] }} }}": (
        "Faste deltakere fra kommunene: - Ordførerne - Kommunedirektørene",
        "Faste deltakarar frå kommunane: - Ordførerne - Kommunedirektørene",
    ),
    f"{FLERE}politiråd: {{ medlemmer: {{ kommune: [Ordførerne, SLT-koordinator] }} }}": (
        "Faste deltakere fra hver kommune: - Ordførerne - SLT-koordinator",
        "Faste deltakarar frå kvar kommune: - Ordførerne - SLT-koordinator",
    ),
    f"{FLERE}politiråd: {{ medlemmer: {{ politi: {{ tittel: lensmann, kommune: alle }} }} }}": (
        "lensmann i alle kommunene.",
        "lensmann i alle kommunane.",
    ),
}
TJENESTER = {
    "tjenestetilbud: { tjenestesteder: { navn: Ramberg, merknad: Åpent første onsdag i måneden } }": (
        "Ramberg: åpent første onsdag i måneden.",
        "Ramberg: åpent første onsdag i måneden.",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: Ramberg, merknad: På Ramberg er det trangt } }": (
        "På Ramberg er det trangt.",
        "På Ramberg er det trangt.",
    ),
    "tjenestetilbud: { bemanning: { enhet: Leknes, dato: 2026, merknad: Skal styrkes } }": (
        "Bemanningen (Leknes, 2026): skal styrkes.",
        "Bemanninga (Leknes, 2026): skal styrkes.",
    ),
}
STYRKE = {
    "forpliktelser: { kommunen: [{ hva: Ha en fast kontakt, styrke: bør }, Møte, { hva: Dele tall, styrke: mål }] }": (
        "Kommunen har ansvar for dette: møte. Kommunen bør ha en fast kontakt. Kommunen har som mål å dele tall.",
        "Kommunen har ansvar for dette: møte. Kommunen bør ha en fast kontakt. Kommunen har som mål å dele tall.",
    ),
    "politiråd: { mandat: { hva: Lage en plan, styrke: bør, frist: 2027 } }": (
        "Politirådet bør lage en plan (frist: 2027).",
        "Politirådet bør lage en plan (frist: 2027).",
    ),
    "politiråd: { mandat: [{ hva: Lage en plan, styrke: bør, frist: 2027 }, Møtes] }": (
        "- Lage en plan (bør gjøres, frist: 2027)",
        "- Lage en plan (bør gjerast, frist: 2027)",
    ),
    "politiråd: { mandat: [{ hva: Samarbeide, bindeord: innen, omfatter: [Rus, Ran] }, Møtes] }": (
        "- Samarbeide innen rus og Ran",
        "- Samarbeide innen rus og Ran",
    ),
    "politiråd: { møter: { planlegges_for: et år, planlegges_styrke: bør } }": (
        "Det bør settes opp en møteplan for ett år om gangen.",
        "Det bør setjast opp ein møteplan for eitt år om gongen.",
    ),
    "politiråd: { medlemmer: { kan_delta: { tittel: kommunalsjefer, antall: to, styrke: bør } } }": (
        "Bør også delta: to kommunalsjefer.",
        "Bør også delta: to kommunalsjefer.",
    ),
    "politiråd: { medlemmer: { andre: { tittel: Politikontakt, antall: 2 } } }": (
        "Andre faste deltakere: politikontakt (to).",
        "Andre faste deltakarar: politikontakt (to).",
    ),
    "politiråd: { sekretær: { navn: Kari, epost: kari@gol.no, merknad: til jul, vara: Rådgiveren } }": (
        "Sekretær: Kari, kari@gol.no, til jul, med vara rådgiveren",
        "Sekretær: Kari, kari@gol.no, til jul, med vara rådgiveren",
    ),
    "forpliktelser: { felles: [{ hva: Varsle, styrke: skal }, { hva: Dele, styrke: skal, frist: 2027 }] }": (
        "Begge parter skal: - Varsle - Dele (frist: 2027)",
        "Begge partane skal: - Varsle - Dele (frist: 2027)",
    ),
    "politiråd: { oppfølging: [{ hva: Varsle, styrke: skal }, { hva: Dele, styrke: skal, frist: 2027 }] }": (
        "skal følges opp ved å: - Varsle - Dele (frist: 2027)",
        "skal følgjast opp ved å: - Varsle - Dele (frist: 2027)",
    ),
    "tjenestetilbud: { prioritering: [Varsle, { hva: Dele, styrke: bør }] }": (
        "Partene prioriterer å: - Varsle - Dele (bør gjøres)",
        "Partane prioriterer å: - Varsle - Dele (bør gjerast)",
    ),
    "politikontakt: { antall: 2, kommuner: [Vestvågøy, Moskenes] }": (
        "Vestvågøy og Moskenes har to politikontakter.",
        "Vestvågøy og Moskenes har to politikontaktar.",
    ),
    "satsningsområder: { områder: [{ navn: Rus }, { navn: Ran }], periode: 2026–2027, vedtatt: november 2025 }": (
        "Partene har valgt to satsningsområder for perioden 2026–2027 (vedtatt i november 2025):",
        "Partane har valt to satsingsområde for perioden 2026–2027 (vedtekne i november 2025):",
    ),
    "politiråd: { samarbeidspartnere: [Mattilsynet, Sivert, Meier, Evert, NAV-kontoret, Utekontakten] }": (
        "Politirådet samarbeider med Mattilsynet, Sivert, Meier, Evert, NAV-kontoret og utekontakten.",
        "Politirådet samarbeider med Mattilsynet, Sivert, Meier, Evert, NAV-kontoret og utekontakten.",
    ),
    **{
        f"evaluering: {{ neste: {skrevet} }}": (f"Neste evaluering er {nb}.", f"Neste evaluering er {nn}.")
        for skrevet, nb, nn in (
            ("1.9.2027", "1. september 2027", "1. september 2027"),
            ("Oktober 2027", "i oktober 2027", "i oktober 2027"),
            ("2027", "i 2027", "i 2027"),
            ("høsten 2027", "høsten 2027", "høsten 2027"),
            ("Utgangen av 2027", "ved utgangen av 2027", "ved utgangen av 2027"),
            ("2. kvartal 2027", "i 2. kvartal 2027", "i 2. kvartal 2027"),
            ("i løpet av 2027", "i løpet av 2027", "i løpet av 2027"),
        )
    },
    "samarbeidsfora: { navn: Forum, hyppighet: årlig, sted: Biblioteket }": (
        "Forumet møtes hvert år på biblioteket.",
        "Forumet møtest kvart år på biblioteket.",
    ),
    "evaluering: { rapport: { mottaker: politirådet, styrke: bør } }": (
        "Evalueringsrapporten bør gå til politirådet.",
        "Evalueringsrapporten bør gå til politirådet.",
    ),
}
RÅDET |= {
    "politiråd: { handlingsplaner: [{ tittel: rusplanen, periode: 2026–2029, vedtatt_av: kommunestyret, "
    "vedtatt: 2025 }, skoleplanen] }": (
        "Rådet arbeider etter rusplanen for perioden 2026–2029 (vedtatt av kommunestyret i 2025) og skoleplanen.",
        "Rådet arbeider etter rusplanen for perioden 2026–2029 (vedteken av kommunestyret i 2025) og skoleplanen.",
    ),
    "politiråd: { gjør_ikke: enkeltsaker }": (
        "Dette ligger utenfor oppgavene til politirådet: enkeltsaker.",
        "Dette ligg utanfor oppgåvene til politirådet: enkeltsaker.",
    ),
    "politiråd: { samarbeidspartnere: { hvem: [barnevernet, NAV], om: rus, hyppighet: tre ganger i året } }": (
        "Politirådet samarbeider med barnevernet og NAV om rus. De møtes tre ganger i året.",
        "Politirådet samarbeider med barnevernet og NAV om rus. Dei møtest tre gonger i året.",
    ),
    "politiråd: { medlemmer: { vara: stedfortrederen } }": (
        "Når et medlem ikke kan møte, møter stedfortrederen.",
        "Når ein medlem ikkje kan møte, møter stedfortrederen.",
    ),
    "politiråd: { møter: { årshjul: [vår, høst] } }": (
        "Politirådet møtes om våren og om høsten.",
        "Politirådet møtest om våren og om hausten.",
    ),
    "politiråd: { møter: { årshjul: Høst } }": (
        "Politirådet møtes om høsten.",
        "Politirådet møtest om hausten.",
    ),
    "politiråd: { møter: { årshjul: [vår og høst, uke 50] } }": (
        "Politirådet møtes om våren og høsten, og i uke 50.",
        "Politirådet møtest om våren og hausten, og i uke 50.",
    ),
    "politiråd: { møter: { årshjul: [Mars, før sommeren, høsten 2026] } }": (
        "Politirådet møtes i mars, før sommeren og høsten 2026.",
        "Politirådet møtest i mars, før sommeren og høsten 2026.",
    ),
    "politiråd: { handlingsplaner: { tittel: Trygghetsplanen, periode: { til: 30.9.2029 } } }": (
        "Rådet arbeider etter trygghetsplanen fram til 30. september 2029.",
        "Rådet arbeider etter trygghetsplanen fram til 30. september 2029.",
    ),
    "politiråd: { møter: { årshjul: [Første møte, ved årsskiftet] } }": (
        "Når på året rådet møtes: første møte og ved årsskiftet.",
        "Når på året rådet møtest: første møte og ved årsskiftet.",
    ),
    "politiråd: { møter: { årshjul: [{ når: vår, gjør: bestille analyse }, "
    "{ når: høst, gjør: [evaluere, vedta plan] }] } }": (
        "Årshjulet til rådet: - Vår: bestille analyse - Høst: evaluere og vedta plan",
        "Årshjulet til rådet: - Vår: bestille analyse - Høst: evaluere og vedta plan",
    ),
}
TJENESTER |= {
    "tjenestetilbud: { bemanning: { enhet: Leknes, totalt: 11, politi: 9, sivile: 2 } }": (
        "Bemanningen ved Leknes er i alt elleve stillinger: ni med politimyndighet og to sivile.",
        "Bemanninga ved Leknes er i alt elleve stillingar: ni med politimyndigheit og to sivile.",
    ),
    "tjenestetilbud: { bemanning: { totalt: 11 } }": (
        "Bemanningen er i alt elleve stillinger.",
        "Bemanninga er i alt elleve stillingar.",
    ),
    "tjenestetilbud: { kontakter: { hva: Vakt, telefontid: mandag–fredag 8–13 } }": (
        "Vakt | Telefontid: mandag–fredag 08.00–13.00",
        "Vakt | Telefontid: måndag–fredag 08.00–13.00",
    ),
    "tjenestetilbud: { kontakter: { hva: Vakt, telefontid: 8–15 } }": (
        "Vakt | Telefon kl. 08.00–15.00",
        "Vakt | Telefon kl. 08.00–15.00",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: Leknes, langåpent: torsdag } }": (
        "Leknes | Langåpent torsdag",
        "Leknes | Langope torsdag",
    ),
    "tjenestetilbud: { responstid: så raskt som mulig }": (
        "For responstiden gjelder dette: så raskt som mulig. #",
        "For responstida gjeld dette: så raskt som mulig. #",
    ),
    "tjenestetilbud: { responstid: Det er stilt krav til responstiden }": (
        "Det er stilt krav til responstiden. #",
        "Det er stilt krav til responstiden. #",
    ),
}
SETNINGER = {
    **STYRKE,
    **PARTENE,
    **NÅR,
    **SATSNING,
    **RÅDET,
    **TJENESTER,
}


@i_ett("yaml", SETNINGER)
def test_a_field_becomes_a_sentence(yaml: str) -> None:
    for målform, ventet in zip((Målform.BOKMÅL, Målform.NYNORSK), SETNINGER[yaml], strict=True):
        assert ventet in sagt(yaml, målform)
