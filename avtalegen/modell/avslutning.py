"""Forpliktelser, taushetsplikt, evaluering, vedlegg og signaturer."""

from collections.abc import Mapping

from avtalegen.funn.begge import Begge, likt
from avtalegen.modell.avsnittsvalg import Avsnitt, Avsnittsspråk
from avtalegen.modell.avvisning import reject
from avtalegen.modell.base import Del, felt, forkort
from avtalegen.modell.datering import DateringForm, er_frist
from avtalegen.modell.deler import Punkt
from avtalegen.modell.former import JaNei, MarkdownTekst, Part, Styrke, Tekst, er_setning
from avtalegen.modell.hyppighet import HyppighetForm
from avtalegen.modell.tall import Kroner, Prosent
from avtalegen.modell.tid import TidspunktForm, TidsromForm
from avtalegen.modell.tittelnavn import tittel_og_navn
from avtalegen.modell.varighet import VarighetForm


class Ressurs(Del):
    """Penger, stillinger eller annet en part setter inn. Kortform: bare hva."""

    kortform = "hva"

    hva: Tekst = felt(
        Begge("Hva som settes inn.", "Kva som blir sett inn."),
        eksempel="SLT-koordinator",
        andre_ord="ressurs tiltak navn beskrivelse kva",
    )
    fra: tuple[Tekst, ...] = felt(
        "Hvem som setter det inn, også om det er noen som ikke er part.",
        eksempel="kommunen",
        andre_ord="hvem betaler giver part bidragsyter finansieres_av dekkes_av betales_av",
    )
    beløp: Kroner | None = felt(
        "Beløpet i hele kroner.", eksempel="250 000 kr", andre_ord="sum kroner kostnad budsjett pris midler"
    )
    andel: Prosent | None = felt(
        "Stillingsprosenten, eller andelen parten betaler.",
        eksempel="50 %",
        andre_ord="prosent stillingsprosent stillingsandel fordeling",
    )
    periode: TidsromForm | None = felt("Hvilke år det gjelder.", eksempel="2026", andre_ord="år tidsrom når")
    varighet: VarighetForm | None = felt(
        "Hvor lenge det varer.", eksempel="2 år", andre_ord="hvor_lenge lengde varigheit"
    )
    vertskommune: Tekst | None = felt(
        "Vertskommunen, når flere kommuner deler på det.", eksempel="Vestvågøy", andre_ord="vert"
    )


class AndresForpliktelser(Del):
    """Hva en annen part skal gjøre. Kortform: bare hva."""

    kortform = listeform = "skal"

    part: Tekst | None = felt(
        "Hvem det gjelder, med navnet fra «parter».",
        eksempel="Flakstad næringsforening",
        andre_ord="hvem navn kven namn",
    )
    skal: tuple[Punkt, ...] = felt(
        "Hva parten skal gjøre.",
        eksempel="Stille med en representant i det utvidede rådet",
        andre_ord="forpliktelser oppgaver hva plikter forpliktingar kva",
    )


class Forpliktelser(Del):
    """Hva partene forplikter seg til (veilederen kapittel 3 og 4.1.4). Kortform: egen tekst."""

    kortform = "tekst"

    felles: tuple[Punkt, ...] = felt(
        "Hva begge parter skal gjøre.",
        eksempel="Møte forberedt i politirådet",
        andre_ord="begge partene begge_parter gjensidige felles_forpliktelser",
    )
    kommunen: tuple[Punkt, ...] = felt(
        "Hva kommunen skal gjøre.",
        eksempel="Ha en SLT-koordinator",
        andre_ord="kommunens kommunens_forpliktelser kommunens_ansvar",
    )
    politiet: tuple[Punkt, ...] = felt(
        "Hva politiet skal gjøre.",
        eksempel="Stille med en fast politikontakt",
        andre_ord="politidistriktet politiets politiets_forpliktelser politiets_ansvar",
    )
    fylkeskommunen: tuple[Punkt, ...] = felt(
        "Hva fylkeskommunen skal gjøre, når den er part ved siden av kommunen.",
        eksempel="Gi elevtjenesten tid til samarbeidet",
        andre_ord="fylket fylkeskommunens",
    )
    andre: tuple[AndresForpliktelser, ...] = felt(
        "Hva andre parter skal gjøre.",
        eksempel="Stille med en representant i det utvidede rådet",
        andre_ord="øvrige andre_parter",
    )
    avklares: tuple[Punkt, ...] = felt(
        "Hva partene ennå må avklare.",
        eksempel="Hvem som betaler for lokalene",
        andre_ord="avklaringer må_avklares uavklart avklarast gjenstår",
    )
    ressurser: tuple[Ressurs, ...] = felt(
        "Penger, stillinger og annet partene setter inn.",
        andre_ord="økonomi kostnader budsjett finansiering midler penger ressursbruk",
    )
    tekst: MarkdownTekst | None = felt(
        "Egen tekst om forpliktelsene (Markdown).",
        eksempel="Partene bidrar etter evne.",
        andre_ord="fritekst egen_tekst beskrivelse omtale eigen_tekst",
    )


class Taushetsplikt(Del):
    """Informasjonsdeling og taushetsplikt (veilederen 4.1.5). Kortform: «ja»."""

    kortform = "gjelder"
    svarform = True

    gjelder: JaNei = felt(
        "Om avtalen slår fast taushetsplikten.", standard=True, eksempel="ja", andre_ord="ja_nei slås_fast"
    )
    samtykke: Tekst | None = felt(
        "Hvordan samtykke til å dele opplysninger innhentes.",
        eksempel="Samtykke hentes inn skriftlig fra foreldrene",
        andre_ord="samtykkeerklæring samtykkeskjema",
    )
    deling: tuple[Punkt, ...] = felt(
        "Hvilke opplysninger som deles, og hvordan.",
        eksempel="Innhente samtykke når det er mulig",
        andre_ord="informasjonsdeling opplysninger deles informasjonsutveksling deling_av_informasjon delast",
    )
    tekst: MarkdownTekst | None = felt(
        "Egen tekst om taushetsplikt (Markdown).",
        eksempel="Taushetsplikten gjelder også etter at avtalen er slutt.",
        andre_ord="fritekst egen_tekst beskrivelse omtale eigen_tekst",
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object]:
        """Read the short form: an answer, or what the parties say of it themselves."""
        return {"tekst" if er_setning(tekst) else "gjelder": tekst}


class Evalueringsplan(Del):
    """En plan for evalueringen som skal lages. Kortform: fristen."""

    kortform = "frist"

    ansvarlig: Tekst | None = felt(
        "Hvem som lager planen.", eksempel="politirådet", andre_ord="ansvar hvem lages_av ansvarleg kven utarbeides_av"
    )
    frist: TidspunktForm | None = felt(
        "Når planen skal være klar.", eksempel="utgangen av 2026", andre_ord="dato når klar klar_innen innen ferdig"
    )
    vedlegg: JaNei = felt(
        "Om planen skal legges ved avtalen.", standard=False, eksempel="ja", andre_ord="vedlagt legges_ved ved_avtalen"
    )


class Evalueringsrapport(Del):
    """En rapport fra evalueringen. Kortform: fristen («innen 1. juni»), eller hva som er sagt om den."""

    kortform = "merknad"

    mottaker: Tekst | None = felt(
        "Hvem som får rapporten.", eksempel="politirådet", andre_ord="sendes_til til hvem mottas_av"
    )
    frist: Tekst | None = felt("Når rapporten kommer.", eksempel="ved årets slutt", andre_ord="når dato innen leveres")
    innhold: tuple[Tekst, ...] = felt(
        "Hva rapporten skal vurdere.", eksempel="om målene er nådd", andre_ord="innhald hva punkter vurderer inneholder"
    )
    styrke: Styrke | None = felt(
        "Om rapporten skal, bør eller kan lages.", eksempel="bør", andre_ord="skal_bør_kan forpliktelsesgrad"
    )
    merknad: Tekst | None = felt(
        "Hva som ellers er sagt om rapporten.",
        eksempel="legges fram for formannskapet",
        andre_ord="kommentar notat tekst beskrivelse anmerkning",
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Read the short form: by when it comes, or what is said of it."""
        return {"frist": tekst} if er_frist(tekst) else super().fra_tekst(tekst)


class Evaluering(Del):
    """Hvordan samarbeidet evalueres (veilederen kapittel 7). Kortform: hvor ofte."""

    kortform = "hyppighet"

    hyppighet: HyppighetForm | None = felt(
        "Hvor ofte samarbeidet evalueres.",
        eksempel="årlig",
        andre_ord="hvor_ofte frekvens kor_ofte hyppigheit intervall per_år",
    )
    hva: tuple[Tekst, ...] = felt(
        "Hva som evalueres.",
        eksempel="møtene i politirådet",
        andre_ord="innhold tema omfang kva evalueres evaluerer gjelder",
    )
    ansvarlige: tuple[Tekst, ...] = felt(
        "Hvem som evaluerer. Veilederen råder til at partene gjør det sammen.",
        eksempel="kommunen og politiet",
        andre_ord="ansvar hvem ansvarleg evalueres_av kven ansvarlige_parter",
    )
    arena: Tekst | None = felt(
        "Hvor evalueringen behandles.",
        eksempel="som egen sak i politirådet",
        andre_ord="forum hvor sted behandles behandling",
    )
    spørsmål: tuple[Tekst, ...] = felt(
        "Hva det spørres om.", eksempel="Hva har vi lært?", andre_ord="evalueringsspørsmål"
    )
    neste: TidspunktForm | None = felt(
        "Når neste evaluering er.", eksempel="oktober 2027", andre_ord="neste_evaluering dato frist når neste_gang"
    )
    løpende: tuple[Tekst, ...] = felt(
        "Hvor og hvordan samarbeidet evalueres underveis.",
        eksempel="Samarbeidet tas opp i hvert møte i politirådet",
        andre_ord="underveis fortløpende løpande undervegs underveisevaluering",
    )
    plan: Evalueringsplan | None = felt("En plan for evalueringen som skal lages.", andre_ord="evalueringsplan")
    rapport: Evalueringsrapport | None = felt(
        "Rapporten fra evalueringen.", andre_ord="evalueringsrapport rapportering årsrapport"
    )
    oppfølging: tuple[Tekst, ...] = felt(
        "Hvordan evalueringen følges opp.",
        eksempel="Forslag til endringer tas opp i politirådet",
        andre_ord="følges_opp forbedring",
    )
    tekst: MarkdownTekst | None = felt(
        "Egen tekst om evalueringen (Markdown).",
        eksempel="Partene evaluerer sammen.",
        andre_ord="fritekst egen_tekst beskrivelse omtale eigen_tekst metode",
    )


_IKKE_NOE = ("nei", "ingen", "ja", "no")


class Vedlegg(Del):
    """Et vedlegg. Kortform: bare tittelen."""

    kortform = "tittel"

    tittel: Tekst = felt(
        likt("Tittelen på vedlegget."),
        eksempel="Møteplan for politirådet",
        andre_ord="navn namn overskrift vedlegg",
    )
    fil: Tekst | None = felt(
        "Filnavnet, sett fra mappen YAML-filen ligger i.",
        eksempel="vedlegg/moteplan.pdf",
        andre_ord="filnavn sti dokument filnamn",
    )
    merknad: Tekst | None = felt(
        "En kort merknad, for eksempel at vedlegget ettersendes.",
        eksempel="ettersendes",
        andre_ord="kommentar notat beskrivelse",
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object]:
        """Read the title, and the name when it stands behind it; the word for having none is not one."""
        if tekst.strip(" .").casefold() in _IKKE_NOE:
            reject(
                Begge(f"«{forkort(tekst)}» er ikke et vedlegg.", f"«{forkort(tekst)}» er ikkje eit vedlegg."),
                Begge(
                    "Skriv tittelen på vedlegget. Har avtalen ingen vedlegg, stryker du «vedlegg».",
                    "Skriv tittelen på vedlegget. Har avtalen ingen vedlegg, stryk du «vedlegg».",
                ),
            )
        return {"tittel": tekst}


class Signatur(Del):
    """En som signerer. Kortform: bare tittelen."""

    kortform = "tittel"

    tittel: Tekst | None = felt(
        "Tittelen på den som signerer.", eksempel="ordfører", andre_ord="stilling rolle stillingstittel verv"
    )
    navn: Tekst | None = felt(
        "Navnet på den som signerer.", eksempel="Kari Nordmann", andre_ord="namn person signert_av underskriver"
    )
    for_: Tekst | None = felt(
        "Hvem det signeres for.",
        nøkkel="for",
        eksempel="Flakstad kommune",
        andre_ord="på_vegne_av vegne_av representerer part_navn organisasjon kommune virksomhet hvem på_vegner_av",
    )
    part: Part | None = felt("Om det signeres for kommunen eller politiet.", eksempel="kommunen", andre_ord="side")
    dato: DateringForm | None = felt(
        "Datoen det ble signert.",
        eksempel="12.11.2026",
        andre_ord="signert når signeringsdato signert_dato underskriftsdato dato_signert",
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object]:
        """Read the title, and the name when it stands behind it; the word for having none is not one."""
        if tekst.strip(" .").casefold() in _IKKE_NOE:
            hvem = f"«{forkort(tekst)}»"
            reject(
                Begge(f"{hvem} er ikke noen som signerer.", f"{hvem} er ikkje nokon som signerer."),
                Begge(
                    "Skriv tittelen på den som signerer, eller stryk «signaturer». Da får hver part en plass å "
                    "signere.",
                    "Skriv tittelen på den som signerer, eller stryk «signaturer». Då får kvar part ein plass å "
                    "signere.",
                ),
            )
        return tittel_og_navn(tekst)


class LokaltAvsnitt(Del):
    """Et eget avsnitt med egen overskrift."""

    overskrift: Tekst = felt(
        Begge("Overskriften.", "Overskrifta."), eksempel="Trygg skolevei", andre_ord="tittel navn namn"
    )
    tekst: MarkdownTekst = felt(
        likt("Teksten (Markdown)."),
        eksempel="Partene går gjennom skoleveiene hver høst.",
        andre_ord="innhold avsnitt innhald brødtekst",
    )
    etter: Avsnitt = felt(
        "Standardavsnittet det skal stå etter.",
        standard=Avsnitt.TAUSHETSPLIKT,
        eksempel="tjenestetilbud",
        andre_ord="plassering plass etter_avsnitt",
    )
    språk: Avsnittsspråk | None = felt(
        "Språket, når avsnittet er skrevet på et annet språk enn avtalen, for eksempel et samisk sammendrag.",
        eksempel="nordsamisk",
        andre_ord="målform skriftspråk",
    )
