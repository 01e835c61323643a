"""Parts that stand in several places of the agreement: people and offices, points, decisions."""

from collections.abc import Mapping

from avtalegen.funn.begge import Begge
from avtalegen.modell.base import Del, felt
from avtalegen.modell.datering import DateringForm, les_vedtak
from avtalegen.modell.former import AntallForm, Saksnummer, Styrke, Tekst, Telefon
from avtalegen.modell.senere import senere
from avtalegen.modell.tid import TidspunktForm

_FLERE = senere(r"(\S*(?:ør|or|er|ar|sjef|kontakt))(?:ene|ane|ne)")
_HJELPEVERB = senere(
    r"(?i)(?:vil|får)|(?:skal|bør|kan|må|vil|får)(?: (?:ikk[ej]e?|normalt|vanligvis|vanlegvis|helst|alltid|aldri|også"
    r"|gjerne|likevel|bare|berre|snarest|etter hvert|ved behov|om nødvendig|i utgangspunktet|som ho(?:ved|vud)regel))+"
)


def _er_hjelpeverb(styrke: Styrke | None) -> bool:
    ord_ = styrke.ord if styrke is not None else None
    return ord_ is not None and _HJELPEVERB.fullmatch(ord_) is not None


class Rolle(Del):
    """En person, et verv eller en stilling. Kortform: bare tittelen, for eksempel «Ordfører»."""

    kortform = "tittel"

    tittel: Tekst | None = felt(
        "Tittelen, verv eller stilling, slik den brukes lokalt.",
        eksempel="ordfører",
        andre_ord="stilling stillingstittel yrke verv rolle stillingsbetegnelse",
    )
    navn: Tekst | None = felt(
        "Navnet på den som har vervet eller stillingen nå.",
        eksempel="Kari Nordmann",
        andre_ord="namn person fullt_navn fornavn etternavn",
    )
    kommune: Tekst | None = felt(
        "Kommunen personen hører til, når avtalen gjelder flere eller en nabokommune.",
        eksempel="Flakstad",
        andre_ord="heimkommune hjemkommune",
    )
    enhet: Tekst | None = felt(
        "Enheten eller kontoret personen hører til.",
        eksempel="oppvekstavdelingen",
        andre_ord="avdeling kontor eining etat organisasjon seksjon arbeidssted tjenestested",
    )
    telefon: Telefon | None = felt(
        "Telefonnummer. Flere skilles med skråstrek.",
        eksempel="76 05 43 01",
        andre_ord="tlf mobil telefonnummer mobilnummer tlfnr mobiltelefon telefonnr tel",
    )
    epost: Tekst | None = felt(
        "E-postadresse i tjenesten.",
        tittel="E-post",
        eksempel="kari.nordmann@flakstad.kommune.no",
        andre_ord="email mail epostadresse mailadresse",
    )
    også: tuple[Tekst, ...] = felt(
        "Andre roller den samme personen har i samarbeidet.",
        eksempel="leder av kriseledelsen",
        andre_ord="andre_roller tilleggsrolle rolle_ellers også_rolle",
    )
    vara: Tekst | None = felt(
        "Hvem som møter når personen ikke kan.",
        eksempel="varaordføreren",
        andre_ord="varamedlem stedfortreder vararepresentant varaperson varafolk varamann avløser vikar",
    )
    merknad: Tekst | None = felt(
        "En kort merknad om rollen.",
        eksempel="Møter når saken gjelder skolen",
        andre_ord="kommentar notat anmerkning note",
    )
    antall: AntallForm | None = felt(
        "Hvor mange i samme stilling, når det er flere enn én.",
        eksempel="2",
        andre_ord="talet_på mengde antall_personer",
    )
    styrke: Styrke | None = felt(
        "Om de skal, bør eller kan være med, når det er sagt.",
        eksempel="bør",
        andre_ord="forpliktelsesgrad skal_bør_kan",
    )

    @property
    def grad(self) -> str:
        """The word for how strongly it is agreed that they take part; empty when nothing is said.

        With words of one's own («på sikt») they can.
        """
        return str((self.styrke or Styrke.KAN).value) if self.styrke is not None else ""

    @property
    def av_flere(self) -> str:
        """The title of one of them when it is of several, «ordfører» of «ordførerne»; empty otherwise."""
        flere = None if self.navn else _FLERE.fullmatch(str(self.tittel or ""))
        return flere[1] if flere else ""

    @property
    def er_hjelpeverb(self) -> bool:
        """Whether the words of one's own for how strongly it is agreed can stand before an infinitive («kan ikke»)."""
        return _er_hjelpeverb(self.styrke)


class Punkt(Del):
    """Et punkt i en liste: en oppgave, en forpliktelse, et tiltak. Kortform: bare teksten."""

    kortform = "hva"

    hva: Tekst = felt(
        Begge("Hva punktet går ut på.", "Kva punktet går ut på."),
        eksempel="Følge opp vedtakene i politirådet",
        andre_ord="tekst punkt oppgave beskrivelse kva tiltak skildring innhold",
    )
    omfatter: tuple[Tekst, ...] = felt(
        "Deler av punktet, eller eksempler på det.",
        eksempel="skolevegring",
        andre_ord="delpunkter underpunkter eksempler inkluderer",
    )
    bindeord: Tekst | None = felt(
        "Ordet mellom punktet og delene. Uten det står det kolon.", eksempel="innen", andre_ord="kobling bindeledd"
    )
    ansvarlig: tuple[Tekst, ...] = felt(
        "Hvem som har ansvaret.",
        eksempel="politikontakten",
        andre_ord="ansvar ansvarleg eier utføres_av hvem kven ansvarlig_part",
    )
    frist: TidspunktForm | None = felt(
        "Når det skal være gjort.", eksempel="utgangen av 2027", andre_ord="tidsfrist når innen dato deadline tidspunkt"
    )
    styrke: Styrke | None = felt(
        "Om det skal, bør eller kan gjøres, eller er et mål.",
        eksempel="bør",
        andre_ord="skal_bør_kan forpliktelsesgrad",
    )

    @property
    def grad(self) -> str:
        """The word for how strongly it is agreed: «skal» when nothing else is said, «egne» for words of one's own."""
        return "egne" if self.styrke is not None and not self.styrke else str((self.styrke or Styrke.SKAL).value)

    @property
    def er_hjelpeverb(self) -> bool:
        """Whether the words of one's own for how strongly it is agreed can stand before an infinitive («kan ikke»)."""
        return _er_hjelpeverb(self.styrke)


class Vedtak(Del):
    """Vedtaket som godkjente avtalen. Kommuner vedtar hver for seg (kommuneloven § 5-3).

    Kortform: organet, saksnummeret eller datoen, eller flere av dem med komma.
    """

    kortform = "organ"

    organ: Tekst | None = felt(
        "Organet som vedtok avtalen.", eksempel="kommunestyret", andre_ord="vedtatt_av utvalg vedtaksorgan vedteke_av"
    )
    sak: Saksnummer | None = felt(
        "Saksnummeret.", eksempel="PS 12/2026", andre_ord="saksnummer saksnr vedtaksnummer politisk_sak"
    )
    dato: DateringForm | None = felt(
        "Datoen for vedtaket, eller måneden eller året.",
        eksempel="17.6.2026",
        andre_ord="vedtaksdato når vedtatt vedtatt_dato møtedato vedteke",
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object]:
        """Read the short form: the organ, the number of the case, the date, or several of them."""
        return les_vedtak(tekst)


class Bilde(Del):
    """Et kommunevåpen eller en logo øverst på første side."""

    fil: Tekst = felt(
        Begge(
            "Filnavnet, sett fra mappen YAML-filen ligger i. PNG eller JPEG.",
            "Filnamnet, sett frå mappa YAML-fila ligg i. PNG eller JPEG.",
        ),
        eksempel="vaapen.png",
        andre_ord="filnavn sti bilde bildefil filnamn",
    )
    alternativ_tekst: Tekst = felt(
        Begge("Hva bildet viser, for den som ikke ser det.", "Kva biletet viser, for den som ikkje ser det."),
        eksempel="Flakstad kommunes våpen",
        andre_ord="alt alt_tekst bildetekst beskrivelse",
    )
