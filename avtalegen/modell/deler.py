"""Parts that stand in several places of the agreement: people and offices, points, decisions."""

from collections.abc import Mapping

from avtalegen.modell.base import Del, felt
from avtalegen.modell.datering import DateringForm, les_vedtak
from avtalegen.modell.former import AntallForm, Styrke, Tekst, Telefon
from avtalegen.modell.tid import TidspunktForm


class Rolle(Del):
    """En person, et verv eller en stilling. Kortform: bare tittelen, for eksempel «Ordfører»."""

    kortform = "tittel"

    tittel: Tekst | None = felt("Tittelen, verv eller stilling, slik den brukes lokalt.", eksempel="ordfører")
    navn: Tekst | None = felt("Navnet på den som har vervet eller stillingen nå.", eksempel="Kari Nordmann")
    kommune: Tekst | None = felt("Kommunen personen hører til, når avtalen gjelder flere eller en nabokommune.")
    enhet: Tekst | None = felt("Enheten eller kontoret personen hører til.")
    telefon: Telefon | None = felt("Telefonnummer. Flere skilles med skråstrek.", eksempel="76 05 43 01")
    epost: Tekst | None = felt("E-postadresse i tjenesten.", tittel="E-post")
    også: tuple[Tekst, ...] = felt("Andre roller den samme personen har i samarbeidet.")
    vara: Tekst | None = felt("Hvem som møter når personen ikke kan.")
    merknad: Tekst | None = felt("En kort merknad om rollen.")
    antall: AntallForm | None = felt("Hvor mange i samme stilling, når det er flere enn én.", eksempel="2")
    styrke: Styrke | None = felt("Om de skal, bør eller kan være med, når det er sagt.", eksempel="bør")

    @property
    def grad(self) -> str:
        """The word for how strongly it is agreed that they take part; empty when nothing is said."""
        return str(self.styrke.value) if self.styrke else ""


class Punkt(Del):
    """Et punkt i en liste: en oppgave, en forpliktelse, et tiltak. Kortform: bare teksten."""

    kortform = "hva"

    hva: Tekst = felt("Hva punktet går ut på.", eksempel="Følge opp vedtakene i politirådet")
    omfatter: tuple[Tekst, ...] = felt("Deler av punktet, eller eksempler på det.")
    bindeord: Tekst | None = felt("Ordet mellom punktet og delene. Uten det står det kolon.", eksempel="innen")
    ansvarlig: tuple[Tekst, ...] = felt("Hvem som har ansvaret.")
    frist: TidspunktForm | None = felt("Når det skal være gjort.", eksempel="utgangen av 2027")
    styrke: Styrke | None = felt("Om det skal, bør eller kan gjøres, eller er et mål.", eksempel="bør")

    @property
    def grad(self) -> str:
        """The word for how strongly it is agreed: «skal» when nothing else is said."""
        return str((self.styrke or Styrke.SKAL).value)


class Vedtak(Del):
    """Vedtaket som godkjente avtalen. Kommuner vedtar hver for seg (kommuneloven § 5-3).

    Kortform: organet, saksnummeret eller datoen, eller flere av dem med komma.
    """

    kortform = "organ"

    organ: Tekst | None = felt("Organet som vedtok avtalen.", eksempel="kommunestyret")
    sak: Tekst | None = felt("Saksnummeret.", eksempel="PS 12/2026")
    dato: DateringForm | None = felt("Datoen for vedtaket, eller måneden eller året.", eksempel="17.6.2026")

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object]:
        """Read the short form: the organ, the number of the case, the date, or several of them."""
        return les_vedtak(tekst)


class Bilde(Del):
    """Et kommunevåpen eller en logo øverst på første side."""

    fil: Tekst = felt("Filnavnet, sett fra mappen YAML-filen ligger i. PNG eller JPEG.", eksempel="vaapen.png")
    alternativ_tekst: Tekst = felt("Hva bildet viser, for den som ikke ser det.", eksempel="Flakstad kommunes våpen")
