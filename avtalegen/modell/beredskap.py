"""Samfunnssikkerhet og beredskap, og samarbeidet med skolene (veilederen kapittel 3)."""

from avtalegen.funn.begge import Begge
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

    tittel: Tekst = felt(
        Begge("Hva den heter.", "Kva han heiter."), eksempel="overordnet beredskapsplan", andre_ord="navn plan hva namn"
    )
    vedtatt: DateringForm | None = felt(
        "Når den ble vedtatt.", eksempel="2025", andre_ord="dato vedtatt_dato når vedteke år"
    )
    hyppighet: HyppighetForm | None = felt(
        "Hvor ofte den blir oppdatert.",
        eksempel="årlig",
        andre_ord="hvor_ofte oppdateres revideres frekvens kor_ofte rullering oppdatert hyppigheit",
    )


class Øvelse(Del):
    """En øvelse partene har sammen. Kortform: bare hva som øves."""

    kortform = "hva"

    hva: Tekst = felt(
        Begge("Hva som øves.", "Kva som blir øvd."),
        eksempel="pågående livstruende vold (PLIVO)",
        andre_ord="navn tema kva tittel øvelse scenario",
    )
    hyppighet: HyppighetForm | None = felt(
        "Hvor ofte.", eksempel="hvert andre år", andre_ord="hvor_ofte frekvens kor_ofte hyppigheit per_år"
    )
    neste: TidspunktForm | None = felt(
        "Når neste øvelse er.", eksempel="høsten 2027", andre_ord="dato neste_øvelse når neste_gang"
    )
    ansvarlig: tuple[Tekst, ...] = felt(
        "Hvem som har ansvaret for øvelsen.", eksempel="kommunen", andre_ord="ansvar arrangør ansvarleg hvem"
    )
    deltakere: tuple[Tekst, ...] = felt(
        "Hvem som er med.", eksempel="brannvesenet", andre_ord="medvirkende hvem_deltar deltar deltagere"
    )


class Beredskap(Del):
    """Kommunens beredskap og politiets del i den (sivilbeskyttelsesloven §§ 14 og 15). Kortform: egen tekst."""

    kortform = "tekst"

    risikoanalyse: Beredskapsdokument | None = felt(
        "Kommunens helhetlige risiko- og sårbarhetsanalyse (sivilbeskyttelsesloven § 14).",
        eksempel="helhetlig risiko- og sårbarhetsanalyse",
        andre_ord="ros ros_analyse risiko_og_sårbarhetsanalyse sårbarhetsanalyse helhetlig_ros risikovurdering",
    )
    beredskapsplan: Beredskapsdokument | None = felt(
        "Kommunens egen beredskapsplan (sivilbeskyttelsesloven § 15).",
        andre_ord="plan overordnet_beredskapsplan planverk",
    )
    kriseledelse: tuple[Rolle, ...] = felt(
        "Hvem fra politiet som er med i kommunens kriseledelse.",
        eksempel="lensmann",
        andre_ord="kriseleiing krisestab kriseteam beredskapsledelse",
    )
    øvelser: tuple[Øvelse, ...] = felt(
        "Øvelsene partene har sammen (sivilbeskyttelsesloven § 15).", andre_ord="øving øving_og_trening samøvelser"
    )
    oppgaver: tuple[Punkt, ...] = felt(
        "Hva partene ellers skal gjøre sammen.",
        eksempel="Varsle hverandre om uønskede hendelser",
        andre_ord="samarbeid tiltak ansvar samarbeidsoppgaver",
    )
    tekst: MarkdownTekst | None = felt(
        "Egen tekst om beredskap (Markdown).",
        eksempel="Partene varsler hverandre tidlig.",
        andre_ord="fritekst egen_tekst beskrivelse omtale eigen_tekst",
    )


class Skole(Del):
    """Samarbeidet mellom politiet og skolene (politiinstruksen § 15). Kortform: egen tekst."""

    kortform = "tekst"

    samarbeidsplikt: JaNei = felt(
        "Om avtalen minner om politiets plikt til å samarbeide med skolene.",
        standard=False,
        eksempel="ja",
        andre_ord="plikt plikt_til_samarbeid plikt_til_å_samarbeide",
    )
    grunnskolen: tuple[Punkt, ...] = felt(
        "Hva politiet og grunnskolen gjør sammen.",
        eksempel="Ha faste møter om skolemiljøet",
        andre_ord="barneskole ungdomsskole grunnskulen",
    )
    videregående: tuple[Punkt, ...] = felt(
        "Hva politiet og de videregående skolene gjør sammen.",
        eksempel="Informere elevene om russetiden",
        andre_ord="vgs vidaregåande videregående_skole vidaregåande_skule",
    )
    besøk: tuple[Besøk, ...] = felt("Hvilke skoler politiet besøker, og hvor ofte.", andre_ord="skolebesøk skulebesøk")
    kontakt: tuple[Rolle, ...] = felt(
        "Hvem skolene kontakter i politiet, og politiet på skolene.",
        eksempel="rektor",
        andre_ord="kontaktperson kontaktpunkt",
    )
    tekst: MarkdownTekst | None = felt(
        "Egen tekst om skolene (Markdown).",
        eksempel="Skolene er viktige steder å forebygge.",
        andre_ord="fritekst egen_tekst beskrivelse omtale eigen_tekst",
    )
