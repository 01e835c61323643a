"""Avtalen: øverste nivå i YAML-filen."""

from typing import Annotated, Any

from pydantic_core import core_schema

from avtalegen.modell.avslutning import (
    Evaluering,
    Forpliktelser,
    LokaltAvsnitt,
    Signatur,
    Taushetsplikt,
    Vedlegg,
)
from avtalegen.modell.base import Del, Form, felt, forkort, reject
from avtalegen.modell.beredskap import Beredskap, Skole
from avtalegen.modell.bestemmelser import Endringer, Personvern, Uenighet
from avtalegen.modell.deler import Bilde, Punkt
from avtalegen.modell.former import Heltall, JaNei, MarkdownTekst, Målform, Status, Tekst, skalar
from avtalegen.modell.parter import Parter
from avtalegen.modell.periode import Periode
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.modell.politirad import Politiråd
from avtalegen.modell.satsning import Satsningsområder
from avtalegen.modell.slt import Forum, Slt
from avtalegen.modell.tid import Dato
from avtalegen.modell.tjenestetilbud import Tjenestetilbud


def _format(data: Any) -> int:
    tekst = skalar(data, "formatnummeret 1")
    if tekst != "1":
        reject(
            f"Formatet «{forkort(tekst)}» er ikke kjent for denne utgaven av avtalegen.",
            "Skriv «format: 1», eller oppdater avtalegen.",
        )
    return 1


Formatnummer = Annotated[int, Form(_format, core_schema.literal_schema([1, "1"]))]


class Erstatter(Del):
    """En tidligere avtale som denne erstatter. Kortform: bare tittelen."""

    kortform = "tittel"

    tittel: Tekst = felt("Tittelen på den tidligere avtalen.", eksempel="Avtale om politiråd")
    dato: Dato | None = felt("Datoen på den tidligere avtalen.")
    saksnummer: Tekst | None = felt("Saksnummeret til den tidligere avtalen.")


class Pilot(Del):
    """Når avtalen er en prøveordning. Kortform: hva som prøves ut."""

    kortform = "navn"

    navn: Tekst = felt("Hva som prøves ut.", eksempel="Pilot – politikontakt")
    overgang: tuple[Tekst, ...] = felt("Hva som gjelder fram til en ny ordning er på plass.")
    vurderes: tuple[Tekst, ...] = felt("Hva partene skal vurdere underveis.")


class Avtaledata(Del):
    """Opplysninger om avtalen selv."""

    tittel: Tekst | None = felt("Tittelen. Utelates den, brukes veilederens: avtale om kommune- og politisamarbeid.")
    undertittel: Tekst | None = felt("Undertittelen.")
    målform: Målform = felt("Målformen avtalen skrives i.", standard=Målform.BOKMÅL, eksempel="bokmål")
    status: Status = felt("Hvor langt avtalen er kommet.", standard=Status.UTKAST, eksempel="utkast")
    dato: Dato | None = felt("Datoen avtalen er inngått eller datert.", eksempel="17.10.2024")
    saksnummer: Tekst | None = felt("Saksnummeret i arkivet.", eksempel="2026/1234")
    erstatter: tuple[Erstatter, ...] = felt("Tidligere avtaler som denne erstatter.")
    våpen: Bilde | None = felt("Kommunevåpen eller logo på første side.")
    bakgrunn: tuple[Tekst, ...] = felt("Hvorfor avtalen er inngått nå, og hva den bygger på.")
    omfatter: tuple[Tekst, ...] = felt("Hva avtalen handler om.", eksempel="politiråd")
    nivåer: tuple[Tekst, ...] = felt("Nivåene avtalen gjelder for.", eksempel="strategisk")
    formål: tuple[Punkt, ...] = felt("Partenes egne formål, i tillegg til det felles formålet.")
    pilot: Pilot | None = felt("Når avtalen er en prøveordning.")
    uenighet: Uenighet | None = felt("Hva partene gjør når de er uenige om avtalen.")
    endringer: Endringer | None = felt("Hvordan avtalen endres.", eksempel="skriftlig")
    forrang: tuple[Tekst, ...] = felt(
        "Rekkefølgen dokumentene gjelder i når de sier forskjellige ting.", eksempel="avtalen"
    )
    arkiv: tuple[Tekst, ...] = felt("Hvem som arkiverer papirene fra samarbeidet.", eksempel="kommunen")
    innsyn: Tekst | None = felt("Hvem som behandler krav om innsyn.", eksempel="den parten som får kravet")
    personvern: Personvern | None = felt("Hvem som svarer for personopplysningene.", eksempel="hver part")
    eksemplarer: Heltall | None = felt("Hvor mange eksemplarer avtalen er laget i.", eksempel="2")
    elektronisk_signering: JaNei = felt("Om avtalen signeres elektronisk.", standard=False)
    tekst: MarkdownTekst | None = felt("Egen tekst til innledningen (Markdown).")


class Avtale(Del):
    """En avtale om kommune- og politisamarbeid."""

    format: Formatnummer = felt("Formatets nummer. Alltid 1.", eksempel="1")
    arv: tuple[Tekst, ...] = felt(
        "Filer som avtalen henter det fra, som den ikke sier selv. Stien regnes fra mappen denne filen ligger i.",
        eksempel="felles/nordland.yaml",
    )
    avtale: Avtaledata = felt("Opplysninger om avtalen selv.", eksempel="status: utkast")
    periode: Periode | None = felt("Når avtalen gjelder, revideres og kan sies opp.", eksempel="2026–2027")
    parter: Parter = felt("Hvem avtalen er mellom.")
    satsningsområder: Satsningsområder | None = felt("Lokale mål og satsningsområder.")
    politiråd: Politiråd | None = felt("Politirådet.")
    politikontakt: tuple[Politikontakt, ...] = felt("Politikontakten eller politikontaktene.")
    slt: Slt | None = felt("SLT: samordning av lokale rus- og kriminalitetsforebyggende tiltak.", tittel="SLT")
    samarbeidsfora: tuple[Forum, ...] = felt("Andre fora der partene møtes.")
    skole: Skole | None = felt("Samarbeidet med skolene.")
    tjenestetilbud: Tjenestetilbud | None = felt("Politiets tjenestetilbud.")
    beredskap: Beredskap | None = felt("Kommunens beredskap og politiets del i den.")
    forpliktelser: Forpliktelser | None = felt("Hva partene forplikter seg til.")
    taushetsplikt: Taushetsplikt | None = felt("Informasjonsdeling og taushetsplikt.", eksempel="ja")
    evaluering: Evaluering | None = felt("Hvordan samarbeidet evalueres.", eksempel="årlig")
    vedlegg: tuple[Vedlegg, ...] = felt("Vedlegg til avtalen.")
    signaturer: tuple[Signatur, ...] = felt("Hvem som signerer.")
    lokale_avsnitt: tuple[LokaltAvsnitt, ...] = felt("Egne avsnitt med egne overskrifter.")
