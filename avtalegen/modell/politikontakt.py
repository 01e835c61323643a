"""Politikontakten (veilederen kapittel 5)."""

from avtalegen.modell.base import Del, felt
from avtalegen.modell.deler import Punkt
from avtalegen.modell.former import Heltall, MarkdownTekst, Tekst, Telefon
from avtalegen.modell.hyppighet import HyppighetForm
from avtalegen.modell.klokke import KlokkeslettForm, Ukedager
from avtalegen.modell.tall import Prosent
from avtalegen.modell.tid import Dato


class Tilstedeværelse(Del):
    """Når og hvor politikontakten er til stede."""

    hyppighet: HyppighetForm | None = felt("Hvor ofte politikontakten er til stede.", eksempel="en dag hver uke")
    dager: Ukedager | None = felt("Faste ukedager.", eksempel="onsdag")
    fra: KlokkeslettForm | None = felt("Klokkeslettet det begynner.", eksempel="09.00")
    til: KlokkeslettForm | None = felt("Klokkeslettet det slutter.", eksempel="15.00")
    kommune: Tekst | None = felt("Kommunen det gjelder, når politikontakten har flere.")
    steder: tuple[Tekst, ...] = felt("Hvor politikontakten er.", eksempel="rådhuset")
    avtales: Tekst | None = felt("Hvordan tidspunktet avtales.", eksempel="nærmere avtale med kommunen")


class Besøk(Del):
    """Hvem politikontakten besøker. Kortform: bare hvem."""

    kortform = "hvem"

    hvem: tuple[Tekst, ...] = felt("Hvem eller hva som besøkes.", eksempel="ungdomsskolene")
    hyppighet: HyppighetForm | None = felt("Hvor ofte.", eksempel="minst 8 ganger i året")
    ellers: Tekst | None = felt("Når det er besøk utenom det faste.", eksempel="ved behov")
    plan: Tekst | None = felt("Planen besøkene følger.", eksempel="en oppsatt plan")
    hensikt: Tekst | None = felt("Hva besøkene skal tjene til.")


class Politikontakt(Del):
    """En politikontakt, eller flere med samme oppgaver. Kortform: bare navnet."""

    kortform = "navn"

    navn: tuple[Tekst, ...] = felt("Navnet. Er stillingen ikke besatt: bruk «status».", eksempel="Kari Nordmann")
    status: Tekst | None = felt("Hvordan det står til med stillingen når navnet mangler.", eksempel="under ansettelse")
    varsling: Tekst | None = felt("Hvem som får beskjed når stillingen er besatt, og hvordan.")
    antall: Heltall | None = felt("Hvor mange politikontakter det gjelder, når det er flere enn én.", eksempel="2")
    fra: Dato | None = felt("Datoen ordningen gjelder fra.")
    kommuner: tuple[Tekst, ...] = felt("Kommunene politikontakten har, når avtalen gjelder flere eller de deles.")
    telefon: Telefon | None = felt("Telefonnummer.")
    epost: Tekst | None = felt("E-postadresse i tjenesten.", tittel="E-post")
    enhet: Tekst | None = felt("Enheten politikontakten hører til.")
    organisering: tuple[Tekst, ...] = felt("Hvordan funksjonen er organisert i politiet (veilederen 5.3).")
    stillingsandel: Prosent | None = felt("Hvor stor del av stillingen som er politikontakt.", eksempel="100 %")
    også: tuple[Tekst, ...] = felt("Andre roller politikontakten har.", eksempel="næringslivskontakt")
    opplæring: tuple[Tekst, ...] = felt("Opplæring og oppfølging av politikontakten (veilederen 5.2).")
    kompetanse: tuple[Tekst, ...] = felt("Hva politikontakten må kunne (veilederen 5.5).")
    uniform: Tekst | None = felt("Om politikontakten går i uniform: ja, nei, eller når.", eksempel="ja")
    kontor: Tekst | None = felt("Hvor politikontakten har kontor.", eksempel="rådhuset")
    rolle: tuple[Tekst, ...] = felt("Hva politikontakten er for kommunen og for politiet.")
    målgruppe: tuple[Tekst, ...] = felt("Hvem arbeidet særlig er rettet mot.")
    mål: tuple[Tekst, ...] = felt("Hva politikontakten skal oppnå.")
    oppgaver: tuple[Punkt, ...] = felt("Politikontaktens oppgaver (veilederen 5.1).")
    pådriver_for: tuple[Punkt, ...] = felt("Hva politikontakten skal få politiet til å gjøre.")
    gjør_ikke: tuple[Tekst, ...] = felt("Oppgaver som ligger til andre, for eksempel den forebyggende enheten (5.3).")
    fullmakter: tuple[Tekst, ...] = felt("Hva politikontakten kan bestemme selv, og hvem som ellers bestemmer (5.2).")
    deltar_i: tuple[Tekst, ...] = felt("Møter og organer politikontakten deltar i.")
    samarbeider_med: tuple[Punkt, ...] = felt(
        "Hvem i politiet, kommunen og ellers politikontakten arbeider sammen med."
    )
    tilstedeværelse: tuple[Tilstedeværelse, ...] = felt("Når og hvor politikontakten er til stede.")
    besøk: tuple[Besøk, ...] = felt("Hvem politikontakten besøker.")
    kontaktpunkter: tuple[Punkt, ...] = felt("Andre kontaktpunkter kommunen har i politiet (veilederen 5.3 og 5.4).")
    tekst: MarkdownTekst | None = felt("Egen tekst om politikontakten (Markdown).")

    @property
    def utdypet(self) -> bool:
        """Whether more than the name is said of the politikontakt."""
        return any(value not in (None, ()) for name, value in self.__dict__.items() if name != "navn")
