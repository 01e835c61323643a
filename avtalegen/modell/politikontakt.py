"""Politikontakten (veilederen kapittel 5)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import field_validator

from avtalegen.modell.base import Del, felt
from avtalegen.modell.datering import Datering, Dato
from avtalegen.modell.deler import Punkt
from avtalegen.modell.former import MarkdownTekst, Tekst, TekstEllerSvar, Telefon
from avtalegen.modell.hyppighet import HyppighetForm
from avtalegen.modell.klokke import KlokkeslettForm, Ukedager, les_klokkeslett, les_ukedager
from avtalegen.modell.senere import senere
from avtalegen.modell.tall import Heltall, Prosent
from avtalegen.modell.tid import uten_kant

_DAGER_OG_TID = senere(
    r"(?i)(?P<dager>[^\d]*?[^\d\s:,]),?:? (?:kl\.? ?|klokk[ea]n? )?(?P<fra>\d{1,2}(?:[.:]\d\d)?) ?(?:[-–]|til) ?"
    r"(?P<til>\d{1,2}(?:[.:]\d\d)?)"
)
"""«må–fr 8–15», «onsdag kl. 10–14»."""


class Tilstedeværelse(Del):
    """Når og hvor politikontakten er til stede. Kortform: bare når eller hvor."""

    kortform = "hyppighet"

    hyppighet: HyppighetForm | None = felt(
        "Hvor ofte politikontakten er til stede.",
        eksempel="en dag hver uke",
        andre_ord="hvor_ofte frekvens kor_ofte hyppigheit",
    )
    dager: Ukedager | None = felt(
        "Faste ukedager.", eksempel="onsdag", andre_ord="ukedag vekedag kontordag faste_dager"
    )
    fra: KlokkeslettForm | None = felt(
        "Klokkeslettet det begynner.", eksempel="09.00", andre_ord="start klokkeslett klokka"
    )
    til: KlokkeslettForm | None = felt("Klokkeslettet det slutter.", eksempel="15.00", andre_ord="slutt sluttid")
    kommune: Tekst | None = felt("Kommunen det gjelder, når politikontakten har flere.", eksempel="Flakstad")
    steder: tuple[Tekst, ...] = felt(
        "Hvor politikontakten er.", eksempel="rådhuset", andre_ord="hvor stad kontor lokale kontorsted"
    )
    avtales: Tekst | None = felt(
        "Hvordan tidspunktet avtales.", eksempel="nærmere avtale med kommunen", andre_ord="avtale etter_avtale avtalast"
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Read the short form: the days («mandager»), perhaps with the hours, or other words for when and where."""
        if les_ukedager(tekst):
            return {"dager": tekst}
        treff = _DAGER_OG_TID.fullmatch(tekst)
        fra, til = (les_klokkeslett(treff[ende]) for ende in ("fra", "til")) if treff else (None, None)
        if treff and fra and til and fra < til and les_ukedager(treff["dager"]):
            return treff.groupdict()
        return super().fra_tekst(tekst)

    @property
    def står_alene(self) -> bool:
        """Whether it is told in words that can't follow a verb («ikke avklart»)."""
        return bool(self.hyppighet and self.hyppighet.ord and not self.hyppighet.er_ledd)


class Besøk(Del):
    """Hvem politikontakten besøker. Kortform: bare hvem."""

    kortform = "hvem"

    hvem: tuple[Tekst, ...] = felt(
        "Hvem eller hva som besøkes.", eksempel="ungdomsskolene", andre_ord="steder hva kven besøker"
    )
    hyppighet: HyppighetForm | None = felt(
        "Hvor ofte.", eksempel="minst 8 ganger i året", andre_ord="hvor_ofte frekvens antall kor_ofte per_år hyppigheit"
    )
    ellers: Tekst | None = felt(
        "Når det er besøk utenom det faste.", eksempel="ved behov", andre_ord="ved_behov utenom elles"
    )
    plan: Tekst | None = felt("Planen besøkene følger.", eksempel="en oppsatt plan", andre_ord="besøksplan")
    hensikt: Tekst | None = felt(
        "Hva besøkene skal tjene til.",
        eksempel="Elevene skal kjenne politikontakten",
        andre_ord="formål føremål mål hvorfor",
    )


class Politikontakt(Del):
    """En politikontakt, eller flere med samme oppgaver. Kortform: bare navnet."""

    kortform = "navn"

    navn: tuple[Tekst, ...] = felt(
        "Navnet. Er stillingen ikke besatt: bruk «status».",
        eksempel="Kari Nordmann",
        andre_ord="namn person politikontakt fullt_navn",
    )
    status: Tekst | None = felt(
        "Hvordan det står til med stillingen når navnet mangler.",
        eksempel="under ansettelse",
        andre_ord="stillingsstatus bemanningsstatus",
    )
    varsling: Tekst | None = felt(
        "Hvem som får beskjed når stillingen er besatt, og hvordan.",
        eksempel="ordføreren får beskjed fra lensmannen",
        andre_ord="varsles beskjed melding varsel informasjon",
    )
    antall: Heltall | None = felt(
        "Hvor mange politikontakter det gjelder, når det er flere enn én.",
        eksempel="2",
        andre_ord="antall_politikontakter talet_på",
    )
    fra: Dato | None = felt(
        "Datoen ordningen gjelder fra.",
        eksempel="1.3.2026",
        andre_ord="start fra_dato startdato gjelder_fra oppstart dato",
    )
    kommuner: tuple[Tekst, ...] = felt(
        "Kommunene politikontakten har, når avtalen gjelder flere eller de deles.",
        eksempel="Flakstad",
        andre_ord="dekker",
    )
    telefon: Telefon | None = felt(
        "Telefonnummer.", andre_ord="tlf mobil telefonnummer mobilnummer mobiltelefon tlfnr telefonnr"
    )
    epost: Tekst | None = felt(
        "E-postadresse i tjenesten.",
        tittel="E-post",
        eksempel="politikontakt.flakstad@politiet.no",
        andre_ord="email mail epostadresse mailadresse",
    )
    enhet: Tekst | None = felt(
        "Enheten politikontakten hører til.",
        eksempel="Vest-Lofoten lensmannskontor",
        andre_ord="avdeling eining seksjon tjenestested lensmannskontor tenestestad politistasjon",
    )
    organisering: tuple[Tekst, ...] = felt(
        "Hvordan funksjonen er organisert i politiet (veilederen 5.3).",
        eksempel="en del av den forebyggende enheten",
        andre_ord=("organisert organisatorisk organisasjon plassering organisatorisk_plassering"),
    )
    stillingsandel: Prosent | None = felt(
        "Hvor stor del av stillingen som er politikontakt.",
        eksempel="100 %",
        andre_ord="stillingsprosent stillingsstørrelse prosent stillingsbrøk andel stilling stillingsdel",
    )
    også: tuple[Tekst, ...] = felt(
        "Andre roller politikontakten har.",
        eksempel="næringslivskontakt",
        andre_ord="andre_roller tilleggsrolle tilleggsoppgaver andre_funksjoner",
    )
    opplæring: tuple[Tekst, ...] = felt(
        "Opplæring og oppfølging av politikontakten (veilederen 5.2).",
        eksempel="kurs for nye politikontakter",
        andre_ord="kurs opplæring_og_oppfølging oppfølging veiledning",
    )
    kompetanse: tuple[Tekst, ...] = felt(
        "Hva politikontakten må kunne (veilederen 5.5).",
        eksempel="erfaring fra forebyggende arbeid",
        andre_ord="krav kompetansekrav kvalifikasjoner erfaring ferdigheter kunnskap",
    )
    uniform: TekstEllerSvar | None = felt(
        "Om politikontakten går i uniform: ja, nei, eller når.",
        eksempel="ja",
        andre_ord="uniformert bekledning uniformering",
    )
    kontor: Tekst | None = felt(
        "Hvor politikontakten har kontor.",
        eksempel="rådhuset",
        andre_ord="kontorsted kontorplass kontorstad adresse arbeidssted",
    )
    rolle: tuple[Tekst, ...] = felt(
        "Hva politikontakten er for kommunen og for politiet.",
        eksempel="bindeleddet mellom kommunen og politiet",
        andre_ord="tittel funksjon stillingstittel rollebeskrivelse stilling",
    )
    målgruppe: tuple[Tekst, ...] = felt(
        "Hvem arbeidet særlig er rettet mot.", eksempel="barn og unge", andre_ord="for_hvem"
    )
    mål: tuple[Tekst, ...] = felt(
        "Hva politikontakten skal oppnå.",
        eksempel="kort vei mellom kommunen og politiet",
        andre_ord="målsetting formål hensikt føremål målsetjing målsetning",
    )
    oppgaver: tuple[Punkt, ...] = felt(
        "Politikontaktens oppgaver (veilederen 5.1).",
        eksempel="Være til stede på ungdomsskolen",
        andre_ord="arbeidsoppgaver ansvar mandat ansvarsområder gjøremål",
    )
    pådriver_for: tuple[Punkt, ...] = felt(
        "Hva politikontakten skal få politiet til å gjøre.",
        eksempel="Prioritere saker med unge",
        andre_ord="pådriver pådrivar_for",
    )
    gjør_ikke: tuple[Tekst, ...] = felt(
        "Oppgaver som ligger til andre, for eksempel den forebyggende enheten (5.3).",
        eksempel="etterforskning",
        andre_ord="unntak ikke_oppgaver gjer_ikkje skal_ikke utfører_ikke avgrensning avgrensing",
    )
    fullmakter: tuple[Tekst, ...] = felt(
        "Hva politikontakten kan bestemme selv, og hvem som ellers bestemmer (5.2).",
        eksempel="Politikontakten bestemmer selv over egen arbeidstid",
        andre_ord="myndighet beslutningsmyndighet mynde",
    )
    deltar_i: tuple[Tekst, ...] = felt(
        "Møter og organer politikontakten deltar i.",
        eksempel="politirådet",
        andre_ord="deltakelse møter fora deltar møter_i deltek_i deltaking medlem_av deltagelse utvalg",
    )
    samarbeider_med: tuple[Punkt, ...] = felt(
        "Hvem i politiet, kommunen og ellers politikontakten arbeider sammen med.",
        eksempel="barneverntjenesten",
        andre_ord="samarbeidspartnere samarbeid samarbeidar_med partnere",
    )
    tilstedeværelse: tuple[Tilstedeværelse, ...] = felt(
        "Når og hvor politikontakten er til stede.",
        andre_ord=(
            "tilstede trefftid kontortid kontordag åpningstider oppmøte nærvær tilgjengelighet treffetid "
            "tilgjengelegheit tilstedevær tilstades til_stades"
        ),
    )
    besøk: tuple[Besøk, ...] = felt("Hvem politikontakten besøker.", andre_ord="besøksplan besøkjer skolebesøk")
    kontaktpunkter: tuple[Punkt, ...] = felt(
        "Andre kontaktpunkter kommunen har i politiet (veilederen 5.3 og 5.4).",
        eksempel="jourhavende på Vest-Lofoten lensmannskontor",
        andre_ord="andre_kontakter andre_kontaktpunkter kontakter",
    )
    tekst: MarkdownTekst | None = felt(
        "Egen tekst om politikontakten (Markdown).",
        eksempel="Politikontakten er lett å få tak i.",
        andre_ord="fritekst egen_tekst beskrivelse omtale eigen_tekst",
    )

    @field_validator("fra", mode="before")
    @classmethod
    def _uten_fra(cls, data: Any) -> Any:
        return uten_kant(data, "fra") if isinstance(data, str) else data

    @property
    def fra_ukjent(self) -> bool:
        """Whether it begins at no time that is known to the year («når stillingen er besatt»)."""
        return isinstance(self.fra, Datering) and bool(self.fra.ord) and self.fra.fra == date.min

    @property
    def utdypet(self) -> bool:
        """Whether more than the name is said of the politikontakt."""
        return any(value not in (None, ()) for name, value in self.__dict__.items() if name != "navn")
