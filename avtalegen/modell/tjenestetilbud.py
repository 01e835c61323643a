"""Politiets tjenestetilbud til innbyggerne og kommunen."""

import re
from collections.abc import Mapping

from avtalegen.modell.apningstider import Langåpent, Telefontid, Åpningstider
from avtalegen.modell.base import Del, Ordvalg, felt, forkort, reject
from avtalegen.modell.datering import DateringForm
from avtalegen.modell.deler import Punkt
from avtalegen.modell.former import MarkdownTekst, Tekst, Telefon
from avtalegen.modell.tall import Minutter, Prosent, Tall
from avtalegen.modell.tid import TidspunktForm, TidsromForm


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
    dato: DateringForm | None = felt("Når det flytter.", eksempel="oktober 2026")


class Tjenestested(Del):
    """Et sted der innbyggerne kan møte politiet. Kortform: bare navnet."""

    kortform = "navn"

    navn: Tekst = felt("Navnet på tjenestestedet.", eksempel="Vest-Lofoten lensmannskontor")
    sted: Tekst | None = felt("Tettstedet eller kommunen det ligger i.")
    adresse: Tekst | None = felt("Besøksadressen.")
    telefon: Telefon | None = felt("Telefonnummer.", eksempel="02800")
    epost: Tekst | None = felt("E-postadresse.", tittel="E-post")
    åpningstider: Åpningstider | None = felt("Åpningstidene.", eksempel="mandag–fredag 09.00–14.30")
    langåpent: Langåpent | None = felt(
        "Dagen med lang åpningstid, med eller uten klokkeslett.", eksempel="torsdag 09.00–18.00"
    )
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
    telefontid: Telefontid | None = felt("Når telefonen er åpen.", eksempel="mandag–fredag 08.00–15.00")
    epost: Tekst | None = felt("E-postadresse.", tittel="E-post")
    nettadresse: Tekst | None = felt("Nettadresse.", eksempel="politiet.no")
    gjelder: tuple[Tekst, ...] = felt("Hva man kan ta kontakt om.")


class Områdetype(Ordvalg):
    """Slags område et mål for responstid gjelder."""

    TETTSTED = "tettsted", "tettsteder", "tettstad", "tettstader", "tettstadar"
    SPREDTBYGD = "spredtbygd", "spredt bygd", "spredtbygde områder", "spreidbygd", "spreiddbygd", "spreidbygde område"
    ALLE = "alle", "alle områder", "alle område", "hele området", "heile området"


_IKKE_SATT = ("åpent", "åpen", "ope", "open", "ikke satt", "ikkje sett", "ikke fastsatt", "ikkje fastsett")
_ANDEL = r"[\d.,]+ ?(?:%|prosent)"
_MÅL = (
    rf"(?i)(?:(?P<andel>{_ANDEL})(?: av \w+)? )?"
    r"(?:(?:på|senest|seinast) )?(?P<minutter>(?:inna?e?n |maks\.? |under )?\S+ ?min(?:\.|utt(?:er)?)?)"
    rf"(?:,? (?:i|for) (?P<av>{_ANDEL})(?: av \w+)?)?(?: i (?P<område>[^\W\d]+(?: [^\W\d]+)*))?"
)


class Responsmål(Del):
    """Et mål for responstid. Kortform: «80 % innen 25 minutter», «åpent», eller et krav uten tall."""

    kortform = "merknad"

    andel: Prosent | None = felt("Andelen av hasteoppdragene målet gjelder.", eksempel="80 %")
    minutter: Minutter | None = felt("Minutter fra melding til politiet er framme.", eksempel="25")
    område: Områdetype | None = felt("Hva slags område målet gjelder.", eksempel="tettsted")
    merknad: Tekst | None = felt("Hva som ellers er sagt om målet, eller om at det ikke er satt.", eksempel="åpent")

    @property
    def ikke_satt(self) -> bool:
        """Whether all that is said is that there is no goal."""
        return bool(self.merknad) and self.utdyping is None

    @property
    def utdyping(self) -> str | None:
        """What is said besides the figures, unless it is only that there are none."""
        merknad = self.merknad or ""
        return None if merknad.strip(" .").casefold() in _IKKE_SATT else merknad or None

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object]:
        """Read the short form: the figures, that there are none, or what is demanded in words."""
        if tekst.strip(" .").casefold() in _IKKE_SATT:
            return {"merknad": tekst}
        treff = re.fullmatch(_MÅL, " ".join(tekst.split()))
        if treff is None and not re.search(r"\d", tekst) and " " in tekst.strip():
            return {"merknad": tekst}
        if treff is None:
            reject(
                f"«{forkort(tekst)}» kan ikke leses som et mål for responstid.",
                "Skriv for eksempel «12 minutter», «80 % innen 25 minutter» eller «åpent». "
                "Annen tekst skriver du under «merknad».",
            )
        minutter, område = treff["minutter"], treff["område"]
        return {"andel": treff["andel"] or treff["av"], "minutter": minutter, "område": område}


class Bemanning(Del):
    """Bemanningen lokalt."""

    enhet: Tekst | None = felt("Enheten det gjelder.")
    politi: Tall | None = felt("Antall stillinger med politimyndighet.", eksempel="9")
    sivile: Tall | None = felt("Antall sivile stillinger.", eksempel="2")
    totalt: Tall | None = felt("Antall stillinger i alt, når de ikke er delt opp.", eksempel="11")
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
