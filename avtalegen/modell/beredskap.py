"""Samfunnssikkerhet og beredskap, og samarbeidet med skolene (veilederen kapittel 3)."""

from avtalegen.modell.base import Del, felt
from avtalegen.modell.datering import DateringForm
from avtalegen.modell.deler import Punkt, Rolle
from avtalegen.modell.former import JaNei, MarkdownTekst, Tekst
from avtalegen.modell.hyppighet import HyppighetForm
from avtalegen.modell.politikontakt import Besøk
from avtalegen.modell.tid import TidspunktForm


class Beredskapsdokument(Del):
    """En plan eller en analyse kommunen har. Kortform: bare hva den heter."""

    kortform = "tittel"

    tittel: Tekst = felt("Hva den heter.", eksempel="overordnet beredskapsplan")
    vedtatt: DateringForm | None = felt("Når den ble vedtatt.", eksempel="2025")
    hyppighet: HyppighetForm | None = felt("Hvor ofte den blir oppdatert.", eksempel="årlig")


class Øvelse(Del):
    """En øvelse partene har sammen. Kortform: bare hva som øves."""

    kortform = "hva"

    hva: Tekst = felt("Hva som øves.", eksempel="pågående livstruende vold (PLIVO)")
    hyppighet: HyppighetForm | None = felt("Hvor ofte.", eksempel="hvert andre år")
    neste: TidspunktForm | None = felt("Når neste øvelse er.", eksempel="høsten 2027")
    ansvarlig: tuple[Tekst, ...] = felt("Hvem som har ansvaret for øvelsen.", eksempel="kommunen")
    deltakere: tuple[Tekst, ...] = felt("Hvem som er med.", eksempel="brannvesenet")


class Beredskap(Del):
    """Kommunens beredskap og politiets del i den (sivilbeskyttelsesloven §§ 14 og 15)."""

    risikoanalyse: Beredskapsdokument | None = felt(
        "Kommunens helhetlige risiko- og sårbarhetsanalyse (sivilbeskyttelsesloven § 14)."
    )
    beredskapsplan: Beredskapsdokument | None = felt("Kommunens egen beredskapsplan (sivilbeskyttelsesloven § 15).")
    kriseledelse: tuple[Rolle, ...] = felt(
        "Hvem fra politiet som er med i kommunens kriseledelse.", eksempel="lensmann"
    )
    øvelser: tuple[Øvelse, ...] = felt("Øvelsene partene har sammen (sivilbeskyttelsesloven § 15).")
    oppgaver: tuple[Punkt, ...] = felt("Hva partene ellers skal gjøre sammen.")
    tekst: MarkdownTekst | None = felt("Egen tekst om beredskap (Markdown).")


class Skole(Del):
    """Samarbeidet mellom politiet og skolene (politiinstruksen § 15)."""

    samarbeidsplikt: JaNei = felt("Om avtalen minner om politiets plikt til å samarbeide med skolene.", standard=False)
    grunnskolen: tuple[Punkt, ...] = felt("Hva politiet og grunnskolen gjør sammen.")
    videregående: tuple[Punkt, ...] = felt("Hva politiet og de videregående skolene gjør sammen.")
    besøk: tuple[Besøk, ...] = felt("Hvilke skoler politiet besøker, og hvor ofte.")
    kontakt: tuple[Rolle, ...] = felt("Hvem skolene kontakter i politiet, og politiet på skolene.")
    tekst: MarkdownTekst | None = felt("Egen tekst om skolene (Markdown).")
