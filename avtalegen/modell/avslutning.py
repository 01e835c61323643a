"""Forpliktelser, taushetsplikt, evaluering, vedlegg og signaturer."""

from collections.abc import Mapping

from avtalegen.modell.base import Del, Ordvalg, felt, forkort, reject
from avtalegen.modell.datering import DateringForm
from avtalegen.modell.deler import Punkt
from avtalegen.modell.former import JaNei, MarkdownTekst, Part, Styrke, Tekst
from avtalegen.modell.hyppighet import HyppighetForm
from avtalegen.modell.tall import Kroner, Prosent
from avtalegen.modell.tid import TidspunktForm, TidsromForm, VarighetForm


class Ressurs(Del):
    """Penger, stillinger eller annet en part setter inn. Kortform: bare hva."""

    kortform = "hva"

    hva: Tekst = felt("Hva som settes inn.", eksempel="SLT-koordinator")
    fra: tuple[Tekst, ...] = felt("Hvem som setter det inn, også om det er noen som ikke er part.", eksempel="kommunen")
    beløp: Kroner | None = felt("Beløpet i hele kroner.", eksempel="250 000 kr")
    andel: Prosent | None = felt("Stillingsprosenten, eller andelen parten betaler.", eksempel="50 %")
    periode: TidsromForm | None = felt("Hvilke år det gjelder.", eksempel="2026")
    varighet: VarighetForm | None = felt("Hvor lenge det varer.", eksempel="2 år")
    vertskommune: Tekst | None = felt("Vertskommunen, når flere kommuner deler på det.", eksempel="Vestvågøy")


class AndresForpliktelser(Del):
    """Hva en annen part skal gjøre. Kortform: bare hva."""

    kortform = listeform = "skal"

    part: Tekst | None = felt("Hvem det gjelder, med navnet fra «parter».", eksempel="Flakstad næringsforening")
    skal: tuple[Punkt, ...] = felt("Hva parten skal gjøre.")


class Forpliktelser(Del):
    """Hva partene forplikter seg til (veilederen kapittel 3 og 4.1.4)."""

    felles: tuple[Punkt, ...] = felt("Hva begge parter skal gjøre.")
    kommunen: tuple[Punkt, ...] = felt("Hva kommunen skal gjøre.")
    politiet: tuple[Punkt, ...] = felt("Hva politiet skal gjøre.")
    fylkeskommunen: tuple[Punkt, ...] = felt("Hva fylkeskommunen skal gjøre, når den er part ved siden av kommunen.")
    andre: tuple[AndresForpliktelser, ...] = felt("Hva andre parter skal gjøre.")
    avklares: tuple[Punkt, ...] = felt("Hva partene ennå må avklare.")
    ressurser: tuple[Ressurs, ...] = felt("Penger, stillinger og annet partene setter inn.")
    tekst: MarkdownTekst | None = felt("Egen tekst om forpliktelsene (Markdown).")


class Taushetsplikt(Del):
    """Informasjonsdeling og taushetsplikt (veilederen 4.1.5). Kortform: «ja»."""

    kortform = "gjelder"

    gjelder: JaNei = felt("Om avtalen slår fast taushetsplikten.", standard=True)
    samtykke: Tekst | None = felt("Hvordan samtykke til å dele opplysninger innhentes.")
    deling: tuple[Punkt, ...] = felt("Hvilke opplysninger som deles, og hvordan.")
    tekst: MarkdownTekst | None = felt("Egen tekst om taushetsplikt (Markdown).")


class Evalueringsplan(Del):
    """En plan for evalueringen som skal lages. Kortform: fristen."""

    kortform = "frist"

    ansvarlig: Tekst | None = felt("Hvem som lager planen.", eksempel="politirådet")
    frist: TidspunktForm | None = felt("Når planen skal være klar.", eksempel="utgangen av 2026")
    vedlegg: JaNei = felt("Om planen skal legges ved avtalen.", standard=False)


class Evalueringsrapport(Del):
    """En rapport fra evalueringen."""

    mottaker: Tekst | None = felt("Hvem som får rapporten.", eksempel="politirådet")
    frist: Tekst | None = felt("Når rapporten kommer.", eksempel="ved årets slutt")
    innhold: tuple[Tekst, ...] = felt("Hva rapporten skal vurdere.")
    styrke: Styrke | None = felt("Om rapporten skal, bør eller kan lages.", eksempel="bør")


class Evaluering(Del):
    """Hvordan samarbeidet evalueres (veilederen kapittel 7). Kortform: hvor ofte."""

    kortform = "hyppighet"

    hyppighet: HyppighetForm | None = felt("Hvor ofte samarbeidet evalueres.", eksempel="årlig")
    hva: tuple[Tekst, ...] = felt("Hva som evalueres.")
    ansvarlige: tuple[Tekst, ...] = felt("Hvem som evaluerer. Veilederen råder til at partene gjør det sammen.")
    arena: Tekst | None = felt("Hvor evalueringen behandles.", eksempel="som egen sak i politirådet")
    spørsmål: tuple[Tekst, ...] = felt("Hva det spørres om.", eksempel="Hva har vi lært?")
    neste: TidspunktForm | None = felt("Når neste evaluering er.", eksempel="oktober 2027")
    løpende: tuple[Tekst, ...] = felt("Hvor og hvordan samarbeidet evalueres underveis.")
    plan: Evalueringsplan | None = felt("En plan for evalueringen som skal lages.")
    rapport: Evalueringsrapport | None = felt("Rapporten fra evalueringen.")
    oppfølging: tuple[Tekst, ...] = felt("Hvordan evalueringen følges opp.")
    tekst: MarkdownTekst | None = felt("Egen tekst om evalueringen (Markdown).")


_IKKE_NOE = ("nei", "ingen", "ja", "no")


class Vedlegg(Del):
    """Et vedlegg. Kortform: bare tittelen."""

    kortform = "tittel"

    tittel: Tekst = felt("Tittelen på vedlegget.", eksempel="Møteplan for politirådet")
    fil: Tekst | None = felt("Filnavnet, sett fra mappen YAML-filen ligger i.", eksempel="vedlegg/moteplan.pdf")
    merknad: Tekst | None = felt("En kort merknad, for eksempel at vedlegget ettersendes.")

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object]:
        """Read the title; the word for having none is not one."""
        if tekst.strip(" .").casefold() in _IKKE_NOE:
            reject(
                f"«{forkort(tekst)}» er ikke et vedlegg.",
                "Skriv tittelen på vedlegget. Har avtalen ingen vedlegg, stryker du «vedlegg».",
            )
        return {"tittel": tekst}


class Signatur(Del):
    """En som signerer. Kortform: bare tittelen."""

    kortform = "tittel"

    tittel: Tekst | None = felt("Tittelen på den som signerer.", eksempel="ordfører")
    navn: Tekst | None = felt("Navnet på den som signerer.", eksempel="Kari Nordmann")
    for_: Tekst | None = felt("Hvem det signeres for.", nøkkel="for", eksempel="Flakstad kommune")
    part: Part | None = felt("Om det signeres for kommunen eller politiet.")
    dato: DateringForm | None = felt("Datoen det ble signert.", eksempel="12.11.2026")

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object]:
        """Read the title; the word for having none is not one."""
        if tekst.strip(" .").casefold() in _IKKE_NOE:
            reject(
                f"«{forkort(tekst)}» er ikke noen som signerer.",
                "Skriv tittelen på den som signerer, eller stryk «signaturer». Da får hver part en plass å signere.",
            )
        return {"tittel": tekst}


class Avsnitt(Ordvalg):
    """Standardavsnittene et eget avsnitt kan stå etter."""

    INNLEDNING = "innledning", "innleiing"
    FORMÅL = "formål", "føremål"
    SATSNINGSOMRÅDER = "satsningsområder", "satsingsområder", "satsingsområde"
    SAMARBEIDSFORA = "samarbeidsfora", "samarbeidsforum"
    POLITIKONTAKT = "politikontakt"
    SKOLE = "skole", "skule"
    TJENESTETILBUD = "tjenestetilbud", "tenestetilbod"
    BEREDSKAP = "beredskap"
    FORPLIKTELSER = "forpliktelser", "forpliktingar"
    TAUSHETSPLIKT = "taushetsplikt", "teieplikt"
    EVALUERING = "evaluering"
    GYLDIGHET = "gyldighet"


class Avsnittsspråk(Ordvalg):
    """Språket et eget avsnitt er skrevet på."""

    BOKMÅL = "bokmål"
    NYNORSK = "nynorsk"
    NORDSAMISK = "nordsamisk", "davvisámegiella", "davvisámegillii", "samisk"
    LULESAMISK = "lulesamisk", "julevsámegiella"
    SØRSAMISK = "sørsamisk", "åarjelsaemien", "åarjelsaemien gïele"
    ENGELSK = "engelsk"


class LokaltAvsnitt(Del):
    """Et eget avsnitt med egen overskrift."""

    overskrift: Tekst = felt("Overskriften.", eksempel="Trygg skolevei")
    tekst: MarkdownTekst = felt("Teksten (Markdown).")
    etter: Avsnitt = felt(
        "Standardavsnittet det skal stå etter.", standard=Avsnitt.TAUSHETSPLIKT, eksempel="tjenestetilbud"
    )
    språk: Avsnittsspråk | None = felt(
        "Språket, når avsnittet er skrevet på et annet språk enn avtalen, for eksempel et samisk sammendrag.",
        eksempel="nordsamisk",
    )
