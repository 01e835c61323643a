"""Avtalen: øverste nivå i YAML-filen."""

from typing import Annotated, Any

from pydantic import field_validator
from pydantic_core import core_schema

from avtalegen.funn.begge import Begge, likt
from avtalegen.modell.avslutning import (
    Evaluering,
    Forpliktelser,
    LokaltAvsnitt,
    Signatur,
    Taushetsplikt,
    Vedlegg,
)
from avtalegen.modell.avvisning import reject
from avtalegen.modell.base import Del, Form, felt, forkort
from avtalegen.modell.beredskap import Beredskap, Skole
from avtalegen.modell.bestemmelser import Endringer, Personvern, Uenighet
from avtalegen.modell.datering import Dato
from avtalegen.modell.deler import Bilde, Punkt
from avtalegen.modell.former import JaNei, MarkdownTekst, Målform, Saksnummer, Status, Tekst, med_ord, skalar
from avtalegen.modell.oppgaver import Oppgave
from avtalegen.modell.parter import Parter
from avtalegen.modell.periode import Periode
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.modell.politirad import Politiråd
from avtalegen.modell.satsning import Satsningsområder
from avtalegen.modell.slt import Forum, Slt
from avtalegen.modell.tall import Heltall
from avtalegen.modell.tjenestetilbud import Tjenestetilbud


def _format(data: Any) -> int:
    tekst = skalar(data, "formatnummeret 1")
    if tekst != "1":
        reject(
            Begge(
                f"Formatet «{forkort(tekst)}» er ikke kjent for denne utgaven av avtalegen.",
                f"Formatet «{forkort(tekst)}» er ikkje kjent for denne utgåva av avtalegen.",
            ),
            likt("Skriv «format: 1», eller oppdater avtalegen."),
        )
    return 1


Formatnummer = Annotated[int, Form(_format, core_schema.literal_schema([1, "1"]), hva="tallet 1")]


class Erstatter(Del):
    """En tidligere avtale som denne erstatter. Kortform: bare tittelen."""

    kortform = "tittel"

    tittel: Tekst = felt(
        Begge("Tittelen på den tidligere avtalen.", "Tittelen på den tidlegare avtalen."),
        eksempel="Avtale om politiråd",
        andre_ord="navn avtale hva",
    )
    dato: Dato | None = felt(
        "Datoen på den tidligere avtalen.", eksempel="17.10.2022", andre_ord="datert inngått når år"
    )
    saksnummer: Saksnummer | None = felt(
        "Saksnummeret til den tidligere avtalen.",
        eksempel="2022/456",
        andre_ord="sak saksnr arkivnummer arkivsak saksreferanse",
    )
    fil: Tekst | None = felt(
        "Filen med den tidligere avtalen, sett fra mappen YAML-filen ligger i: YAML, eller et dokument fra avtalegen. "
        "Da sier saksframlegget hva som er endret.",
        eksempel="flakstad-2024.yaml",
        andre_ord="filnavn sti dokument filnamn yaml_fil",
    )


class Pilot(Del):
    """Når avtalen er en prøveordning. Kortform: hva som prøves ut."""

    kortform = "navn"

    navn: Tekst = felt(
        Begge("Hva som prøves ut.", "Kva som blir prøvd ut."),
        eksempel="Pilot – politikontakt",
        andre_ord="tittel hva prosjekt pilotprosjekt prøveordning",
    )
    overgang: tuple[Tekst, ...] = felt(
        "Hva som gjelder fram til en ny ordning er på plass.",
        eksempel="Dagens ordning gjelder til politikontakten er på plass",
        andre_ord="overgangsordning midlertidig i_mellomtiden inntil_videre",
    )
    vurderes: tuple[Tekst, ...] = felt(
        "Hva partene skal vurdere underveis.",
        eksempel="om én dag i uken er nok",
        andre_ord="vurdering vurder evaluering spørsmål evalueres",
    )


class Avtaledata(Del):
    """Opplysninger om avtalen selv."""

    tittel: Tekst | None = felt(
        "Tittelen. Utelates den, brukes veilederens: avtale om kommune- og politisamarbeid.",
        eksempel="Samarbeidsavtale mellom kommunen og politiet",
        andre_ord="navn overskrift avtalenavn namn avtaletittel",
    )
    undertittel: Tekst | None = felt(
        "Undertittelen.", eksempel="Trygge lokalsamfunn", andre_ord="undertekst undernavn underoverskrift"
    )
    målform: Målform = felt(
        "Målformen avtalen skrives i.",
        standard=Målform.BOKMÅL,
        eksempel="nynorsk",
        andre_ord="språk skriftspråk språkform nynorsk bokmål målføre",
    )
    status: Status = felt(
        "Hvor langt avtalen er kommet.",
        standard=Status.UTKAST,
        eksempel="utkast",
        andre_ord="tilstand fase stadium avtalestatus",
    )
    dato: Dato | None = felt(
        "Datoen avtalen er inngått eller datert.",
        eksempel="17.10.2024",
        andre_ord="inngåelsesdato datert avtaledato inngått inngått_dato signeringsdato dagsett signert dato_inngått",
    )
    saksnummer: Saksnummer | None = felt(
        "Saksnummeret i arkivet.",
        eksempel="2026/1234",
        andre_ord=(
            "sak saksnr arkivsak arkivnummer arkivreferanse journalnummer saksreferanse referanse referansenummer saknr"
        ),
    )
    erstatter: tuple[Erstatter, ...] = felt(
        "Tidligere avtaler som denne erstatter.",
        andre_ord="erstatter_avtale tidligere_avtale forrige_avtale gammel_avtale avløser erstatning",
    )
    våpen: Bilde | None = felt(
        "Kommunevåpen eller logo på første side.",
        andre_ord="logo våpenskjold kommunevåpen bilde byvåpen emblem kommunelogo",
    )
    bakgrunn: tuple[Tekst, ...] = felt(
        "Hvorfor avtalen er inngått nå, og hva den bygger på.",
        eksempel="Partene vil arbeide tettere sammen om forebygging",
        andre_ord="innledning innleiing begrunnelse grunngiving hvorfor historikk",
    )
    omfatter: tuple[Tekst, ...] = felt(
        "Hva avtalen handler om.",
        eksempel="politiråd",
        andre_ord="gjelder_for omfang handler_om avtaleområde virkeområde",
    )
    nivåer: tuple[Tekst, ...] = felt("Nivåene avtalen gjelder for.", eksempel="strategisk", andre_ord="samarbeidsnivå")
    formål: tuple[Punkt, ...] = felt(
        "Partenes egne formål, i tillegg til det felles formålet.",
        eksempel="Gjøre det trygt å vokse opp i kommunen",
        andre_ord="føremål hensikt målsetting målsetjing målsetning formålsbestemmelse mål",
    )
    pilot: Pilot | None = felt(
        "Når avtalen er en prøveordning.", andre_ord="prøveordning pilotprosjekt prøveprosjekt forsøk"
    )
    uenighet: Uenighet | None = felt(
        "Hva partene gjør når de er uenige om avtalen.",
        andre_ord="tvist tvisteløsning konflikt usemje uenighetsløsning konfliktløsning",
    )
    endringer: Endringer | None = felt(
        "Hvordan avtalen endres.", eksempel="skriftlig", andre_ord="avtaleendring endringsbestemmelse endra"
    )
    forrang: tuple[Tekst, ...] = felt(
        "Rekkefølgen dokumentene gjelder i når de sier forskjellige ting.",
        eksempel="avtalen",
        andre_ord="rangordning prioritet rekkefølge motstrid rekkjefølgje",
    )
    arkiv: tuple[Tekst, ...] = felt(
        "Hvem som arkiverer papirene fra samarbeidet.",
        eksempel="kommunen",
        andre_ord="arkivering arkiveres arkivansvar arkivansvarlig",
    )
    innsyn: Tekst | None = felt(
        "Hvem som behandler krav om innsyn.",
        eksempel="den parten som får kravet",
        andre_ord="innsynskrav offentlighet offentlegheit innsynsbegjæring",
    )
    personvern: Personvern | None = felt(
        "Hvem som svarer for personopplysningene.",
        eksempel="hver part",
        andre_ord="gdpr personopplysninger databehandling behandlingsansvar",
    )
    eksemplarer: Heltall | None = felt(
        "Hvor mange eksemplarer avtalen er laget i.",
        eksempel="2",
        andre_ord="antall antall_eksemplarer kopier originaler",
    )
    elektronisk_signering: JaNei = felt(
        "Om avtalen signeres elektronisk.",
        standard=False,
        eksempel="ja",
        andre_ord=(
            "e_signering digital_signering elektronisk_signatur esignatur digital_signatur elektronisk_underskrift"
        ),
    )
    tekst: MarkdownTekst | None = felt(
        "Egen tekst til innledningen (Markdown).",
        eksempel="Avtalen bygger på et langt samarbeid.",
        andre_ord="fritekst egen_tekst eigen_tekst",
    )

    @field_validator("elektronisk_signering", mode="before")
    @classmethod
    def _sagt_med_ord(cls, data: Any) -> Any:
        return med_ord(data, ja="elektronisk|digitalt|med bankid", nei="på papir|papir|med penn")


class Avtale(Del):
    """En avtale om kommune- og politisamarbeid."""

    format: Formatnummer = felt(
        Begge("Formatets nummer. Alltid 1.", "Nummeret til formatet. Alltid 1."), eksempel="1", andre_ord="formatnummer"
    )
    arv: tuple[Tekst, ...] = felt(
        "Filer som avtalen henter det fra, som den ikke sier selv. Stien regnes fra mappen denne filen ligger i.",
        eksempel="felles/nordland.yaml",
        andre_ord="felles_fil",
    )
    avtale: Avtaledata = felt(
        Begge("Opplysninger om avtalen selv.", "Opplysningar om avtalen sjølv."),
        eksempel="status: utkast",
        andre_ord="avtaledata om_avtalen opplysninger avtaleinformasjon metadata avtaleinfo",
    )
    periode: Periode | None = felt(
        "Når avtalen gjelder, revideres og kan sies opp.",
        eksempel="2026–2027",
        andre_ord=(
            "gyldighet gyldigheit varighet varigheit avtaleperiode gyldighetsperiode virketid gyldig avtaletid løpetid"
        ),
    )
    parter: Parter = felt(Begge("Hvem avtalen er mellom.", "Kven avtalen er mellom."), andre_ord="avtaleparter")
    satsningsområder: Satsningsområder | None = felt(
        "Lokale mål og satsningsområder.",
        andre_ord=(
            "satsingsområder fokusområder innsatsområder prioriteringer prioriterte_områder mål målsettinger "
            "prioriterte_tema satsninger satsinger målsetjingar lokale_mål tiltaksområder hovedmål delmål"
        ),
    )
    politiråd: Politiråd | None = felt("Politirådet.", andre_ord="råd")
    politikontakt: tuple[Politikontakt, ...] = felt(
        "Politikontakten eller politikontaktene.",
        andre_ord="kontaktpoliti politikontaktordning kontaktperson_i_politiet",
    )
    slt: Slt | None = felt(
        "SLT: samordning av lokale rus- og kriminalitetsforebyggende tiltak.",
        tittel="SLT",
        andre_ord="slt_modellen slt_samarbeid slt_arbeid slt_ordning",
    )
    samarbeidsfora: tuple[Forum, ...] = felt(
        "Andre fora der partene møtes.",
        andre_ord=(
            "samarbeidsforum fora forum samarbeidsarenaer arenaer møtearenaer andre_fora samarbeidsorgan "
            "møteplasser nettverk"
        ),
    )
    skole: Skole | None = felt(
        "Samarbeidet med skolene.", andre_ord="skule skolesamarbeid skulesamarbeid barnehage_og_skole grunnskole"
    )
    tjenestetilbud: Tjenestetilbud | None = felt(
        "Politiets tjenestetilbud.",
        andre_ord=(
            "tenestetilbod tjenester tenester polititjenester polititenester tilbud tilbod tenestetilbud tjenestetilbod"
        ),
    )
    beredskap: Beredskap | None = felt(
        "Kommunens beredskap og politiets del i den.",
        andre_ord="samfunnssikkerhet samfunnstryggleik krise kriseberedskap samfunnssikkerhet_og_beredskap",
    )
    forpliktelser: Forpliktelser | None = felt(
        "Hva partene forplikter seg til.",
        andre_ord="forpliktingar plikter gjensidige_forpliktelser ansvar ansvarsfordeling rettar_og_plikter",
    )
    taushetsplikt: Taushetsplikt | None = felt(
        "Informasjonsdeling og taushetsplikt.",
        eksempel="ja",
        andre_ord="teieplikt informasjonsdeling taushet informasjonsutveksling taushetserklæring opplysningsdeling",
    )
    evaluering: Evaluering | None = felt(
        "Hvordan samarbeidet evalueres.", eksempel="årlig", andre_ord="evaluere oppfølging_og_evaluering vurdering"
    )
    oppgaver: tuple[Oppgave, ...] = felt(
        "Oppgavene fra møtene i politirådet. De står i innkallingen og referatet, ikke i avtalen.",
        andre_ord="oppgåver gjøremål oppgaveliste oppfølgingsliste aksjonsliste oppfølgingspunkter",
    )
    vedlegg: tuple[Vedlegg, ...] = felt(
        "Vedlegg til avtalen.", andre_ord="bilag tillegg vedleggsliste vedlagte vedlagt"
    )
    signaturer: tuple[Signatur, ...] = felt(
        "Hvem som signerer.",
        andre_ord=(
            "underskrifter signering signatarer undertegning signert_av undertegnet signerer underteikning "
            "underskrivarar underskrivere"
        ),
    )
    lokale_avsnitt: tuple[LokaltAvsnitt, ...] = felt(
        "Egne avsnitt med egne overskrifter.",
        andre_ord=(
            "egne_avsnitt eigne_avsnitt avsnitt tilleggsavsnitt lokalt_avsnitt lokale_tilpasninger eget_avsnitt "
            "annet diverse øvrig"
        ),
    )
