"""Politiets tjenestetilbud til innbyggerne og kommunen."""

import re
from collections.abc import Mapping

from avtalegen.funn.begge import Begge
from avtalegen.modell.apningstider import Telefontid
from avtalegen.modell.base import Del, felt
from avtalegen.modell.deler import Punkt
from avtalegen.modell.egneord import EgneOrd
from avtalegen.modell.former import MarkdownTekst, Tekst, Telefon
from avtalegen.modell.tall import DelAv, Minutter, Tall, les_stillinger
from avtalegen.modell.tid import TidspunktForm
from avtalegen.modell.tjenestested import Tjenestested


class Kontakt(Del):
    """Noen innbyggerne eller kommunen kan kontakte."""

    kortform = "hva"

    hva: Tekst = felt(
        Begge("Hvem eller hva man når.", "Kven eller kva ein når."),
        eksempel="Støttesenteret for kriminalitetsutsatte",
        andre_ord="hvem tjeneste tittel kva funksjon teneste",
    )
    navn: Tekst | None = felt("Navnet på personen.", eksempel="Kari Nordmann", andre_ord="namn person kontaktperson")
    sted: Tekst | None = felt("Hvor det er.", eksempel="Svolvær", andre_ord="adresse hvor stad kontor")
    telefon: Telefon | None = felt(
        "Telefonnummer.", eksempel="800 40 008", andre_ord="tlf telefonnummer mobil nummer telefonnr"
    )
    telefontid: Telefontid | None = felt(
        "Når telefonen er åpen.", eksempel="mandag–fredag 08.00–15.00", andre_ord="opningstid tilgjengelig åpningstid"
    )
    epost: Tekst | None = felt(
        "E-postadresse.",
        tittel="E-post",
        eksempel="stottesenter.nordland@politiet.no",
        andre_ord="email mail epostadresse",
    )
    nettadresse: Tekst | None = felt(
        "Nettadresse.",
        eksempel="politiet.no",
        andre_ord="lenke url nettside nettsted web lenkje adresse_nett hjemmeside link heimeside",
    )
    gjelder: tuple[Tekst, ...] = felt(
        "Hva man kan ta kontakt om.",
        eksempel="råd til den som er utsatt for vold",
        andre_ord="om tema saker for formål",
    )


class Områdetype(EgneOrd):
    """Slags område et mål for responstid gjelder."""

    TETTSTED = (
        "tettsted",
        "tettsteder",
        "tettstad",
        "tettstader",
        "tettstadar",
        "tettbygd",
        "tettbygde strøk",
        "tettbygde strok",
    )
    SPREDTBYGD = (
        "spredtbygd",
        "spredt bygd",
        "spredtbygde områder",
        "spreidbygd",
        "spreiddbygd",
        "spreidbygde område",
        "spreiddbygde område",
        "spredtbygde strøk",
        "spreiddbygde strok",
        "grisgrendt",
        "grisgrendte strøk",
        "grisgrendte strok",
    )
    ALLE = (
        "alle",
        "alle områder",
        "alle område",
        "hele området",
        "heile området",
        "hele kommunen",
        "heile kommunen",
        "overalt",
    )


_IKKE_SATT = ("åpent", "åpen", "ope", "open", "ikke satt", "ikkje sett", "ikke fastsatt", "ikkje fastsett")
_CA = r"(?:ca\.? |om lag |omtrent |minst |inntil )?"
_ANDEL = rf"{_CA}\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?(?:%|prosent|pst\.?)"
_MÅL = (
    rf"(?i)(?:(?P<andel>{_ANDEL})(?: av \w+)? )?"
    rf"(?:(?:på|senest|seinast) )?(?P<minutter>(?:inna?e?n |maks\.? |under )?{_CA}\S+ ?min(?:\.|utt(?:er)?)?)"
    rf"(?:,? (?:i|for) (?P<av>{_ANDEL})(?: av \w+)?)?(?: i (?P<område>[^\W\d]+(?: [^\W\d]+)*))?"
)


class Responsmål(Del):
    """Et mål for responstid. Kortform: «80 % innen 25 minutter», «åpent», eller et krav uten tall."""

    kortform = "merknad"

    andel: DelAv | None = felt(
        "Andelen av hasteoppdragene målet gjelder.", eksempel="80 %", andre_ord="prosent prosentandel del"
    )
    minutter: Minutter | None = felt(
        "Minutter fra melding til politiet er framme.", eksempel="25", andre_ord="tid responstid antall_minutter"
    )
    område: Områdetype | None = felt(
        "Hva slags område målet gjelder.", eksempel="tettsted", andre_ord="områdetype hvor"
    )
    merknad: Tekst | None = felt(
        "Hva som ellers er sagt om målet, eller om at det ikke er satt.",
        eksempel="åpent",
        andre_ord="kommentar tekst notat beskrivelse krav",
    )

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
        if treff is None:
            return {"merknad": tekst}
        minutter, område = treff["minutter"], treff["område"]
        return {"andel": treff["andel"] or treff["av"], "minutter": minutter, "område": område}


class Bemanning(Del):
    """Bemanningen lokalt. Kortform: antallet stillinger i alt eller hva som er avtalt."""

    kortform = "merknad"

    enhet: Tekst | None = felt(
        "Enheten det gjelder.",
        eksempel="Vest-Lofoten lensmannskontor",
        andre_ord="sted kontor avdeling eining tjenestested",
    )
    politi: Tall | None = felt(
        "Antall stillinger med politimyndighet.",
        eksempel="9",
        andre_ord=(
            "politiårsverk politistillinger polititjenestemenn politifolk politiutdannede tjenestepersoner betjenter"
        ),
    )
    sivile: Tall | None = felt(
        "Antall sivile stillinger.", eksempel="2", andre_ord="sivile_stillinger sivilt_ansatte sivile_årsverk"
    )
    totalt: Tall | None = felt(
        "Antall stillinger i alt, når de ikke er delt opp.",
        eksempel="11",
        andre_ord="antall total sum i_alt årsverk stillinger samlet ansatte til_sammen",
    )
    dato: TidspunktForm | None = felt(
        "Når tallene gjelder.", eksempel="1.1.2026", andre_ord="per_dato når tidspunkt gjelder_fra per oppdatert"
    )
    merknad: tuple[Tekst, ...] = felt(
        "Hva som er avtalt om bemanningen.",
        eksempel="Én stilling er holdt ledig",
        andre_ord="kommentar notat tekst anmerkning beskrivelse",
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Read the short form: how many positions there are («9», «ca. 11 årsverk»), or what is said of them."""
        return {"totalt": tekst} if les_stillinger(tekst) else super().fra_tekst(tekst)


class Tjenestetilbud(Del):
    """Hva innbyggerne og kommunen kan vente seg av politiet. Kortform: egen tekst."""

    kortform = "tekst"

    prioritering: tuple[Punkt, ...] = felt(
        "Hva partene skal prioritere i tjenestetilbudet.",
        eksempel="Være synlig til stede i helgene",
        andre_ord="prioriterte_oppgaver prioriterte_områder prioritet prioriterte satsninger",
    )
    beredskap: tuple[Tekst, ...] = felt(
        "Politidekning, vakt og beredskap.",
        eksempel="Patrulje på vakt hele døgnet",
        andre_ord="politidekning beredskapsplan vakt vaktordning patruljer døgnberedskap vaktberedskap politiberedskap",
    )
    responstid: tuple[Responsmål, ...] = felt(
        "Mål for responstid, eller at den står åpen.",
        andre_ord="responsmål responstidsmål utrykningstid responstidskrav utrykkingstid",
    )
    bemanning: tuple[Bemanning, ...] = felt(
        "Bemanningen.", andre_ord="stillinger årsverk ansatte personell tilsette mannskap"
    )
    tjenestesteder: tuple[Tjenestested, ...] = felt(
        "Tjenestestedene med åpningstider.",
        eksempel="Vest-Lofoten lensmannskontor",
        andre_ord="kontorer stasjoner lensmannskontor politistasjon tenestestader besøkssted publikumsmottak",
    )
    kontakter: tuple[Kontakt, ...] = felt(
        "Hvem man kan kontakte, og om hva (veilederen 5.3).",
        andre_ord="kontaktpersoner kontaktinformasjon kontaktpunkter kontaktinfo",
    )
    oppmøte: tuple[Tekst, ...] = felt(
        "Hvordan man avtaler oppmøte, også utenom åpningstidene.",
        eksempel="Ring 02800 for å avtale tid",
        andre_ord="timebestilling avtale_time timeavtale bestille_time bestilling",
    )
    digitale_tjenester: tuple[Kontakt, ...] = felt(
        "Det politiet tilbyr på nett, for eksempel anmeldelse og nettpatrulje.",
        eksempel="anmeldelse på nett",
        andre_ord="nettjenester digitale_tenester nettpatrulje digitalt på_nett nettbaserte_tjenester digitale_tilbud",
    )
    kanaler: tuple[Tekst, ...] = felt(
        "Nettsteder og sosiale medier politiet bruker.",
        eksempel="politiet.no",
        andre_ord=(
            "sosiale_medier nettsider kommunikasjon sosiale_medium kommunikasjonskanaler informasjonskanaler nettsted"
        ),
    )
    forebygging: tuple[Tekst, ...] = felt(
        "Hvordan det forebyggende arbeidet inngår i tjenestene.",
        eksempel="Forebyggende patruljer i helgene",
        andre_ord="forebyggende kriminalitetsforebygging forebyggende_arbeid førebyggjande forebyggende_tjenester",
    )
    tekst: MarkdownTekst | None = felt(
        "Egen tekst om tjenestetilbudet (Markdown).",
        eksempel="Tilbudet er det samme hele året.",
        andre_ord="fritekst egen_tekst beskrivelse innledning omtale eigen_tekst",
    )
