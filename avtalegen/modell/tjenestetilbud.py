"""Politiets tjenestetilbud til innbyggerne og kommunen."""

from enum import Enum

from avtalegen.modell.base import Del, felt
from avtalegen.modell.felles import Punkt
from avtalegen.modell.former import Heltall, MarkdownTekst, Prosent, Tekst, Telefon
from avtalegen.modell.klokke import Åpningstider
from avtalegen.modell.tid import Dato, TidspunktForm, TidsromForm


class Stenging(Del):
    """Når et tjenestested er stengt. Kortform: bare ukene."""

    kortform = "uker"

    uker: Tekst | None = felt("Ukene det er stengt.", eksempel="uke 28–31")
    periode: TidsromForm | None = felt("Datoene det er stengt.", eksempel="6.7.2026–31.7.2026")
    dekkes_av: Tekst | None = felt("Hvem som dekker i mellomtiden.", eksempel="Svolvær politistasjon")
    grunn: Tekst | None = felt("Hvorfor det er stengt.", eksempel="sommerstengt")


class Flytting(Del):
    """Når et tjenestested, eller en del av det, flytter."""

    hva: Tekst | None = felt("Hva som flytter, når det ikke er hele tjenestestedet.", eksempel="publikumsmottaket")
    til: Tekst = felt("Hvor det flytter.", eksempel="Stjørdal lensmannskontor")
    dato: Dato | None = felt("Når det flytter.")


class Tjenestested(Del):
    """Et sted der innbyggerne kan møte politiet. Kortform: bare navnet."""

    kortform = "navn"

    navn: Tekst = felt("Navnet på tjenestestedet.", eksempel="Vest-Lofoten lensmannskontor")
    sted: Tekst | None = felt("Tettstedet eller kommunen det ligger i.")
    adresse: Tekst | None = felt("Besøksadressen.")
    telefon: Telefon | None = felt("Telefonnummer.", eksempel="02800")
    epost: Tekst | None = felt("E-postadresse.", tittel="E-post")
    åpningstider: Åpningstider | None = felt("Åpningstidene.", eksempel="mandag–fredag 09.00–14.30")
    langåpent: Åpningstider | None = felt("Dagen med lang åpningstid.", eksempel="torsdag 09.00–18.00")
    tjenester: tuple[Tekst, ...] = felt("Hva man kan få gjort her.", eksempel="pass")
    gjør_ikke: tuple[Tekst, ...] = felt("Hva man ikke får gjort her.", eksempel="utlendingssaker")
    sesong: Tekst | None = felt("Når på året stedet er bemannet, når det ikke er hele året.", eksempel="vintersesongen")
    fra: TidspunktForm | None = felt("Når tjenestestedet åpner, når det er nytt.", eksempel="desember 2026")
    stengt: tuple[Stenging, ...] = felt("Når det er stengt, for eksempel om sommeren, og hvem som dekker.")
    flytter: Flytting | None = felt("Når det flytter.")
    merknad: Tekst | None = felt("En kort merknad.")


class Kontakt(Del):
    """Noen innbyggerne eller kommunen kan kontakte."""

    kortform = "hva"

    hva: Tekst = felt("Hvem eller hva man når.", eksempel="Støttesenteret for kriminalitetsutsatte")
    navn: Tekst | None = felt("Navnet på personen.")
    sted: Tekst | None = felt("Hvor det er.")
    telefon: Telefon | None = felt("Telefonnummer.", eksempel="800 40 008")
    telefontid: Åpningstider | None = felt("Når telefonen er åpen.", eksempel="mandag–fredag 08.00–15.00")
    epost: Tekst | None = felt("E-postadresse.", tittel="E-post")
    nettadresse: Tekst | None = felt("Nettadresse.", eksempel="politiet.no")
    gjelder: tuple[Tekst, ...] = felt("Hva man kan ta kontakt om.")


class Områdetype(Enum):
    """Slags område et mål for responstid gjelder."""

    TETTSTED = "tettsted"
    SPREDTBYGD = "spredtbygd"
    ALLE = "alle"


class Responsmål(Del):
    """Et mål for responstid. Kortform: «åpent», når partene ikke har satt tallet."""

    kortform = "merknad"

    andel: Prosent | None = felt("Andelen av hasteoppdragene målet gjelder.", eksempel="80 %")
    minutter: Heltall | None = felt("Minutter fra melding til politiet er framme.", eksempel="25")
    område: Områdetype | None = felt("Hva slags område målet gjelder.", eksempel="tettsted")
    merknad: Tekst | None = felt("Hva som er sagt når tallet ikke er satt.", eksempel="åpent")


class Bemanning(Del):
    """Bemanningen lokalt."""

    enhet: Tekst | None = felt("Enheten det gjelder.")
    politi: Heltall | None = felt("Antall stillinger med politimyndighet.", eksempel="9")
    sivile: Heltall | None = felt("Antall sivile stillinger.", eksempel="2")
    dato: TidspunktForm | None = felt("Når tallene gjelder.")
    merknad: tuple[Tekst, ...] = felt("Hva som er avtalt om bemanningen.")


class Tjenestetilbud(Del):
    """Hva innbyggerne og kommunen kan vente seg av politiet."""

    prioritering: tuple[Punkt, ...] = felt("Hva partene skal prioritere i tjenestetilbudet.")
    beredskap: tuple[Tekst, ...] = felt("Politidekning, vakt og beredskap.")
    responstid: tuple[Responsmål, ...] = felt("Mål for responstid, eller at den står åpen.")
    bemanning: tuple[Bemanning, ...] = felt("Bemanningen.")
    tjenestesteder: tuple[Tjenestested, ...] = felt("Tjenestestedene med åpningstider.")
    kontakter: tuple[Kontakt, ...] = felt("Hvem man kan kontakte, og om hva (veilederen 5.3).")
    oppmøte: tuple[Tekst, ...] = felt("Hvordan man avtaler oppmøte, også utenom åpningstidene.")
    digitale_tjenester: tuple[Kontakt, ...] = felt(
        "Det politiet tilbyr på nett, for eksempel anmeldelse og nettpatrulje."
    )
    kanaler: tuple[Tekst, ...] = felt("Nettsteder og sosiale medier politiet bruker.", eksempel="politiet.no")
    forebygging: tuple[Tekst, ...] = felt("Hvordan det forebyggende arbeidet inngår i tjenestene.")
    tekst: MarkdownTekst | None = felt("Egen tekst om tjenestetilbudet (Markdown).")
