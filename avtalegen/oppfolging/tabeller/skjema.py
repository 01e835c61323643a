"""Which tables there are, and what each column holds: said here and nowhere else.

A column that is no longer there, or that comes to mean something else, gives a new `VERSJON`. A new one doesn't.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

VERSJON = 1
"""The version of the tables, as it stands in what is written."""


class Type(Enum):
    """What the values of a column are, in the word for it in the documentation."""

    TEKST = "tekst"
    HELTALL = "heltall"
    TALL = "tall"
    DATO = "dato"
    JA_NEI = "ja/nei"


class Vern(Enum):
    """How a column is kept free of who somebody is, when names have not been asked for.

    FRITEKST: names that the agreement gives, e-mail addresses and phone numbers are masked. ROLLE: what looks like a
    name of a person is masked too, for there people write a title or a name. PERSON: the column is left out.
    """

    INGEN = "ingen"
    FRITEKST = "fritekst"
    ROLLE = "rolle"
    PERSON = "person"


class Kolonne(NamedTuple):
    """A column: its name, what its values are, what they say, and where in the YAML they come from.

    `kilde` is a key with its way («politiråd.leder.tittel»), "" for what is worked out.
    """

    navn: str
    type: Type
    hva: str
    kilde: str = ""
    vern: Vern = Vern.INGEN


class Tabell(NamedTuple):
    """A table: its name, what a row is, the columns that tell rows apart, and all the columns."""

    navn: str
    hva: str
    nøkkel: tuple[str, ...]
    kolonner: tuple[Kolonne, ...]

    def vist(self, *, med_navn: bool) -> tuple[Kolonne, ...]:
        """Return the columns that are written."""
        return tuple(k for k in self.kolonner if med_navn or k.vern is not Vern.PERSON)


_TEKST, _HELTALL, _TALL, _DATO, _JA_NEI = Type
_FRITEKST, _ROLLE, _PERSON = Vern.FRITEKST, Vern.ROLLE, Vern.PERSON
_K = Kolonne
_FIL = _K("fil", _TEKST, "Filen, sett fra toppen av samlingen. Det samme i alle tabellene.")
_NR = _K("nr", _HELTALL, "Nummeret i avtalen, fra 1.")

AVTALER = Tabell(
    "avtaler",
    "En avtale. Her er også filer som ikke kunne leses.",
    ("fil",),
    (
        _FIL,
        _K("samarbeid", _TEKST, "Hvem som samarbeider: kommunenumrene med + mellom. Likt fra utgave til utgave."),
        _K("part", _TEKST, "Navnet på den andre parten enn politiet."),
        _K("politidistrikt", _TEKST, "Politidistriktet, med navnet fra registeret.", "parter.politi.distrikt"),
        _K("enhet", _TEKST, "Den lokale enheten i politiet.", "parter.politi.enhet"),
        _K("driftsenhet", _TEKST, "Den geografiske driftsenheten.", "parter.politi.driftsenhet"),
        _K("tittel", _TEKST, "Tittelen, når den er en annen enn veilederens.", "avtale.tittel", _FRITEKST),
        _K("målform", _TEKST, "«bokmål» eller «nynorsk».", "avtale.målform"),
        _K("status", _TEKST, "Hvor langt avtalen er kommet.", "avtale.status"),
        _K("dato", _DATO, "Dagen avtalen er inngått eller datert.", "avtale.dato"),
        _K("signert", _DATO, "Dagen den siste signerte.", "signaturer.dato"),
        _K("signert_når", _TEKST, "Det samme, også når bare måneden er kjent.", "signaturer.dato", _FRITEKST),
        _K("fra", _DATO, "Den første dagen avtalen gjelder.", "periode.fra"),
        _K("til", _DATO, "Den siste dagen, også når den følger av varigheten.", "periode.til"),
        _K("løpende", _JA_NEI, "Om avtalen gjelder til noen sier den opp.", "periode.løpende"),
        _K("saksnummer", _TEKST, "Saksnummeret i arkivet.", "avtale.saksnummer"),
        _K("taushetsplikt", _JA_NEI, "Om avtalen slår fast taushetsplikten.", "taushetsplikt.gjelder"),
        _K("evaluering", _TEKST, "Hvor ofte samarbeidet evalueres.", "evaluering.hyppighet", _FRITEKST),
        _K("neste_evaluering", _DATO, "Siste dag for neste evaluering.", "evaluering.neste"),
        _K("neste_revisjon", _DATO, "Siste dag for neste revisjon.", "periode.revisjon.neste"),
        _K("avløst_av", _TEKST, "Filen med den nyere avtalen som gjelder i stedet."),
        _K("lest", _TEKST, "Hvor mye som kunne leses: «alt», «deler» eller «ikke»."),
        _K("feil", _HELTALL, "Hvor mange feil filen har."),
        _K("advarsler", _HELTALL, "Hvor mange advarsler den har."),
        _K("råd", _HELTALL, "Hvor mange råd den har."),
    ),
)
PARTER = Tabell(
    "parter",
    "En part i en avtale.",
    ("fil", "nr"),
    (
        _FIL,
        _NR,
        _K("slag", _TEKST, "«kommune», «politi», «fylkeskommune» eller «annen»."),
        _K("navn", _TEKST, "Navnet på parten.", "parter.kommuner.navn"),
        _K("kommunenummer", _TEKST, "Kommunenummeret, for kommuner.", "parter.kommuner.kommunenummer"),
        _K("organisasjonsnummer", _TEKST, "Organisasjonsnummeret.", "parter.kommuner.organisasjonsnummer"),
        _K("leder_tittel", _TEKST, "Tittelen på lederen.", "parter.kommuner.leder.tittel", _ROLLE),
        _K("leder_navn", _TEKST, "Navnet på lederen.", "parter.kommuner.leder.navn", _PERSON),
        _K("vedtak_organ", _TEKST, "Organet som vedtok avtalen.", "parter.kommuner.vedtak.organ", _ROLLE),
        _K("vedtak_sak", _TEKST, "Saksnummeret til vedtaket.", "parter.kommuner.vedtak.sak"),
        _K("vedtak_dato", _DATO, "Dagen for vedtaket.", "parter.kommuner.vedtak.dato"),
        _K("vedtak_når", _TEKST, "Som dato, også når bare måneden er kjent.", "parter.kommuner.vedtak.dato", _FRITEKST),
        _K("politikontakt", _TEKST, "For en kommune: «besatt», «ubesatt» (uten navn) eller «ingen»."),
    ),
)
POLITIKONTAKTER = Tabell(
    "politikontakter",
    "En politikontakt, eller flere med samme oppgaver.",
    ("fil", "nr"),
    (
        _FIL,
        _NR,
        _K("besatt", _JA_NEI, "Om avtalen har navnet på noen i stillingen.", "politikontakt.navn"),
        _K("status", _TEKST, "Hvordan det står til med stillingen.", "politikontakt.status", _ROLLE),
        _K("antall", _HELTALL, "Hvor mange det gjelder.", "politikontakt.antall"),
        _K("stillingsandel", _TALL, "Stillingsandelen i prosent.", "politikontakt.stillingsandel"),
        _K("kommuner", _TEKST, "Kommunene det gjelder, når det ikke er alle.", "politikontakt.kommuner"),
        _K("enhet", _TEKST, "Enheten politikontakten hører til.", "politikontakt.enhet"),
        _K("fra", _DATO, "Dagen ordningen gjelder fra.", "politikontakt.fra"),
        _K("navn", _TEKST, "Navnet.", "politikontakt.navn", _PERSON),
        _K("telefon", _TEKST, "Telefonnummeret.", "politikontakt.telefon", _PERSON),
        _K("epost", _TEKST, "E-postadressen.", "politikontakt.epost", _PERSON),
    ),
)
POLITIRÅD = Tabell(
    "politiråd",
    "Politirådet i en avtale.",
    ("fil",),
    (
        _FIL,
        _K("navn", _TEKST, "Navnet på rådet, når det har et eget.", "politiråd.navn", _FRITEKST),
        _K("rolle", _TEKST, "«rådgivende», «besluttende» eller andre ord.", "politiråd.rolle", _FRITEKST),
        _K("åpenhet", _TEKST, "«lukket», «åpen», «delvis» eller andre ord.", "politiråd.åpenhet", _FRITEKST),
        _K("leder_tittel", _TEKST, "Tittelen på lederen.", "politiråd.leder.tittel", _ROLLE),
        _K("leder_navn", _TEKST, "Navnet på lederen.", "politiråd.leder.navn", _PERSON),
        _K("sekretær_tittel", _TEKST, "Tittelen på sekretæren.", "politiråd.sekretær.tittel", _ROLLE),
        _K("sekretær_navn", _TEKST, "Navnet på sekretæren.", "politiråd.sekretær.navn", _PERSON),
        _K("møter_per_år", _HELTALL, "Hvor mange møter det minst er i året.", "politiråd.møter.per_år"),
        _K("planlagte_møter", _HELTALL, "Hvor mange møter planen har.", "politiråd.møter.plan"),
        _K(
            "innkallingsfrist",
            _TEKST,
            "Hvor lenge før møtet det kalles inn.",
            "politiråd.møter.innkallingsfrist",
            _FRITEKST,
        ),
        _K("saksfrist", _TEKST, "Hvor lenge før møtet saker må meldes.", "politiråd.møter.saksfrist", _FRITEKST),
        _K("medlemmer_kommune", _HELTALL, "Faste plasser for kommunen.", "politiråd.medlemmer.kommune"),
        _K("medlemmer_politi", _HELTALL, "Faste plasser for politiet.", "politiråd.medlemmer.politi"),
        _K("medlemmer_andre", _HELTALL, "Faste plasser for andre.", "politiråd.medlemmer.andre"),
        _K("regionalt", _TEKST, "Navnet på det felles politirådet.", "politiråd.regionalt.navn", _FRITEKST),
    ),
)
MØTER = Tabell(
    "møter",
    "Et møte i møteplanen.",
    ("fil", "nr"),
    (
        _FIL,
        _NR,
        _K("dato", _DATO, "Dagen.", "politiråd.møter.plan.dato"),
        _K("når", _TEKST, "Det samme, også når bare måneden er kjent.", "politiråd.møter.plan.dato", _FRITEKST),
        _K("klokkeslett", _TEKST, "Når møtet begynner.", "politiråd.møter.plan.klokkeslett", _FRITEKST),
        _K("slutt", _TEKST, "Når møtet slutter.", "politiråd.møter.plan.slutt", _FRITEKST),
        _K("sted", _TEKST, "Hvor møtet er.", "politiråd.møter.plan.sted", _ROLLE),
        _K("vert", _TEKST, "Hvem som er vertskap.", "politiråd.møter.plan.vert", _ROLLE),
        _K("saksfrist", _DATO, "Siste dag for å melde saker."),
        _K("innkallingsfrist", _DATO, "Siste dag for innkallingen."),
        _K("saker", _TEKST, "Sakene til møtet.", "politiråd.møter.plan.tema", _FRITEKST),
    ),
)
SATSNINGSOMRÅDER = Tabell(
    "satsningsområder",
    "Et satsningsområde i en avtale.",
    ("fil", "nr"),
    (
        _FIL,
        _NR,
        _K("navn", _TEKST, "Hva det satses på.", "satsningsområder.områder.navn", _FRITEKST),
        _K("målgruppe", _TEKST, "Hvem området gjelder.", "satsningsområder.områder.målgruppe", _FRITEKST),
        _K("mål", _TEKST, "Hva partene vil oppnå.", "satsningsområder.områder.mål", _FRITEKST),
        _K("fra", _DATO, "Den første dagen området gjelder.", "satsningsområder.områder.periode"),
        _K("til", _DATO, "Den siste dagen.", "satsningsområder.områder.periode"),
        _K("tiltak", _HELTALL, "Hvor mange tiltak området har.", "satsningsområder.områder.tiltak"),
    ),
)
TILTAK = Tabell(
    "tiltak",
    "Et tiltak på et satsningsområde.",
    ("fil", "område_nr", "nr"),
    (
        _FIL,
        _K("område_nr", _HELTALL, "Nummeret til satsningsområdet."),
        _K("nr", _HELTALL, "Nummeret på området, fra 1."),
        _K("hva", _TEKST, "Hva som skal gjøres.", "satsningsområder.områder.tiltak.hva", _FRITEKST),
        _K("ansvarlig", _TEKST, "Hvem som har ansvaret.", "satsningsområder.områder.tiltak.ansvarlig", _ROLLE),
        _K("frist", _DATO, "Siste dag.", "satsningsområder.områder.tiltak.frist"),
        _K("frist_tekst", _TEKST, "Fristen slik den er skrevet.", "satsningsområder.områder.tiltak.frist", _FRITEKST),
        _K("avsluttet", _TEKST, "Når tiltaket ble avsluttet.", "satsningsområder.områder.tiltak.avsluttet", _FRITEKST),
    ),
)
OPPGAVER = Tabell(
    "oppgaver",
    "En oppgave fra et møte i politirådet.",
    ("fil", "nr"),
    (
        _FIL,
        _NR,
        _K("hva", _TEKST, "Hva som skal gjøres.", "oppgaver.hva", _FRITEKST),
        _K("ansvarlig", _TEKST, "Hvem som har ansvaret.", "oppgaver.ansvarlig", _ROLLE),
        _K("frist", _DATO, "Siste dag.", "oppgaver.frist"),
        _K("frist_tekst", _TEKST, "Fristen slik den er skrevet.", "oppgaver.frist", _FRITEKST),
        _K("fra_møte", _DATO, "Møtet rådet ble enig om det i.", "oppgaver.fra_møte"),
        _K("status", _TEKST, "Hvordan det står til.", "oppgaver.status", _ROLLE),
        _K("åpen", _JA_NEI, "Om noe gjenstår: om statusen ikke sier at oppgaven er gjort eller falt bort."),
    ),
)
TJENESTESTEDER = Tabell(
    "tjenestesteder",
    "Et sted der innbyggerne kan møte politiet.",
    ("fil", "nr"),
    (
        _FIL,
        _NR,
        _K("navn", _TEKST, "Navnet på tjenestestedet.", "tjenestetilbud.tjenestesteder.navn"),
        _K("sted", _TEKST, "Tettstedet eller kommunen.", "tjenestetilbud.tjenestesteder.sted"),
        _K("adresse", _TEKST, "Besøksadressen.", "tjenestetilbud.tjenestesteder.adresse", _FRITEKST),
        _K("tjenester", _TEKST, "Hva man kan få gjort.", "tjenestetilbud.tjenestesteder.tjenester", _FRITEKST),
        _K("timer", _TALL, "Timer åpent i uken, når alle tidene har klokkeslett."),
        _K("telefon", _TEKST, "Telefonnummeret.", "tjenestetilbud.tjenestesteder.telefon", _PERSON),
        _K("epost", _TEKST, "E-postadressen.", "tjenestetilbud.tjenestesteder.epost", _PERSON),
    ),
)
ÅPNINGSTIDER = Tabell(
    "åpningstider",
    "En tid et tjenestested er åpent: én rad for hver dag.",
    ("fil", "sted_nr", "nr"),
    (
        _FIL,
        _K("sted_nr", _HELTALL, "Nummeret til tjenestestedet."),
        _K("nr", _HELTALL, "Nummeret på stedet, fra 1."),
        _K("slag", _TEKST, "«vanlig» eller «lang»."),
        _K("dag", _HELTALL, "Ukedagen, fra 1 (mandag) til 7.", "tjenestetilbud.tjenestesteder.åpningstider"),
        _K("ukedag", _TEKST, "Navnet på dagen.", "tjenestetilbud.tjenestesteder.åpningstider"),
        _K("fra", _TEKST, "Klokkeslettet det åpner.", "tjenestetilbud.tjenestesteder.åpningstider"),
        _K("til", _TEKST, "Klokkeslettet det stenger.", "tjenestetilbud.tjenestesteder.åpningstider"),
        _K("merknad", _TEKST, "Hva som ellers er sagt.", "tjenestetilbud.tjenestesteder.åpningstider", _FRITEKST),
    ),
)
SIGNATURER = Tabell(
    "signaturer",
    "En som signerer.",
    ("fil", "nr"),
    (
        _FIL,
        _NR,
        _K("part", _TEKST, "«kommunen» eller «politiet».", "signaturer.part"),
        _K("for", _TEKST, "Hvem det signeres for.", "signaturer.for", _ROLLE),
        _K("tittel", _TEKST, "Tittelen.", "signaturer.tittel", _ROLLE),
        _K("dato", _DATO, "Dagen det ble signert.", "signaturer.dato"),
        _K("når", _TEKST, "Det samme, også når bare måneden er kjent.", "signaturer.dato", _FRITEKST),
        _K("navn", _TEKST, "Navnet.", "signaturer.navn", _PERSON),
    ),
)
FUNN = Tabell(
    "funn",
    "Et funn i en avtale, eller i samlingen.",
    ("fil", "nr"),
    (
        _K("fil", _TEKST, "Avtalen, eller avtalegen.toml når funnet er om samlingen."),
        _K("nr", _HELTALL, "Nummeret i filen, fra 1."),
        _K("kode", _TEKST, "Koden, for eksempel VEI417. «LES» er en fil som ikke kunne åpnes."),
        _K("alvorlighet", _TEKST, "«feil», «advarsel» eller «råd»."),
        _K("om", _TEKST, "Hva regelen heter, for eksempel «få-møter»."),
        _K("sted", _TEKST, "Filen funnet står i: avtalen selv, eller en fil den arver."),
        _K("linje", _HELTALL, "Linjen i filen."),
        _K("rute", _TEKST, "Nøkkelen funnet gjelder."),
        _K("melding", _TEKST, "Hva som er galt. Gjengir ofte det som står i avtalen.", "", _PERSON),
    ),
)
KOMMUNER = Tabell(
    "kommuner",
    "En kommune i registeret, også de som ikke er part i noen avtale.",
    ("kommunenummer",),
    (
        _K("kommunenummer", _TEKST, "Kommunenummeret."),
        _K("navn", _TEKST, "Navnet."),
        _K("fylke", _TEKST, "Fylket."),
        _K("politidistrikt", _TEKST, "Politidistriktet kommunen hører til."),
        _K("målform", _TEKST, "Målformen kommunen krever av staten."),
    ),
)
TABELLER = (
    *(AVTALER, PARTER, POLITIKONTAKTER, POLITIRÅD, MØTER, SATSNINGSOMRÅDER, TILTAK),
    *(OPPGAVER, TJENESTESTEDER, ÅPNINGSTIDER, SIGNATURER, FUNN, KOMMUNER),
)
