"""Hvem avtalen er mellom."""

import re
from typing import Any

from pydantic import GetJsonSchemaHandler, field_validator, model_validator
from pydantic_core import CoreSchema, PydanticKnownError

from avtalegen.funn.begge import Begge, likt
from avtalegen.modell.base import Del, felt
from avtalegen.modell.deler import Rolle, Vedtak
from avtalegen.modell.former import Tekst, TekstEllerSvar
from avtalegen.modell.jsonskjema import TOM, JsonSchema, eller


def uten_ledetekst(data: Any) -> Any:
    """Return an organisation number without the words for what it is, which the sentence has already."""
    return (
        re.sub(r"(?i)^org(?:anisasjons|\.)?[ .-]*(?:nr|nummer)?[.:]*\s*(?=\d)", "", data)
        if isinstance(data, str)
        else data
    )


class Kommune(Del):
    """En kommune som er part. Kortform: bare kommunenummeret."""

    kortform = "kommunenummer"

    kommunenummer: Tekst = felt(
        Begge(
            "Kommunenummeret, fire sifre. Registeret kjenner resten.",
            "Kommunenummeret, fire siffer. Registeret kjenner resten.",
        ),
        eksempel="1859",
        andre_ord="nummer nr kommunenr knr",
    )
    navn: Tekst | None = felt(
        "Navnet, for den som leser filen. Må stemme med nummeret.",
        eksempel="Flakstad",
        andre_ord="kommune kommunenavn namn",
    )
    organisasjonsnummer: Tekst | None = felt(
        "Organisasjonsnummeret, ni sifre, når det skal stå i avtalen.",
        eksempel="940 555 444",
        andre_ord="orgnr orgnummer organisasjonsnr",
    )
    leder: Rolle | None = felt(
        "Kommunens øverste politiske leder, vanligvis ordføreren.",
        eksempel="ordfører",
        andre_ord="ordfører politisk_leder leiar politisk_leiar politisk_ledelse",
    )
    administrativ_leder: Rolle | None = felt(
        "Kommunedirektøren, rådmannen eller tilsvarende.",
        eksempel="kommunedirektør",
        andre_ord=(
            "kommunedirektør rådmann administrativ_leiar administrasjonssjef kommunesjef administrativ_ledelse "
            "byrådsleder"
        ),
    )
    kontaktpersoner: tuple[Rolle, ...] = felt(
        "Kommunens faste kontaktledd for politiet.",
        eksempel="SLT-koordinator",
        andre_ord="kontakter kontaktpunkt kontaktledd",
    )
    vedtak: Vedtak | None = felt(
        "Vedtaket som godkjente avtalen i kommunen.",
        andre_ord="kommunestyrevedtak politisk_vedtak godkjenning vedteken vedtatt",
    )

    @field_validator("organisasjonsnummer", mode="before")
    @classmethod
    def _bare_nummeret(cls, data: Any) -> Any:
        return uten_ledetekst(data)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        """Let the number be left out of what is written when the name is there: `lesing` asks the register for it."""
        skjema = super().__get_pydantic_json_schema__(core, handler)
        return eller(skjema, "kommunenummer", "navn") if handler.mode == "validation" else skjema


class Politi(Del):
    """Politiet som part."""

    kortform = "distrikt"

    distrikt: Tekst = felt(
        likt("Politidistriktet."),
        eksempel="Nordland politidistrikt",
        andre_ord="politidistrikt namn navn",
    )
    enhet: Tekst | None = felt(
        "Den lokale enheten avtalen gjelder, for eksempel et politistasjonsdistrikt eller et lensmannsdistrikt.",
        eksempel="Vest-Lofoten lensmannsdistrikt",
        andre_ord=(
            "lensmannsdistrikt politistasjon tjenesteenhet lensmannskontor lokal_enhet eining "
            "politistasjonsdistrikt lensmannsområde tenesteeining stasjon"
        ),
    )
    organisasjonsnummer: TekstEllerSvar | None = felt(
        "Organisasjonsnummeret, ni sifre. Skriv «ja» for å ta det fra registeret.",
        eksempel="ja",
        andre_ord="orgnr orgnummer organisasjonsnr",
    )
    driftsenhet: Tekst | None = felt(
        "Den geografiske driftsenheten enheten hører til.",
        eksempel="Nordre Nordland",
        andre_ord="driftseining geografisk_driftsenhet gde",
    )
    leder: Rolle | None = felt(
        "Lederen av den lokale enheten (tjenesteenhetslederen), med tittelen som brukes.",
        eksempel="lensmann",
        andre_ord=(
            "lensmann politistasjonssjef tjenesteenhetsleder leiar politiførstebetjent stasjonssjef enhetsleder "
            "tenesteeiningsleiar"
        ),
    )
    driftsenhetsleder: Rolle | None = felt(
        "Lederen av den geografiske driftsenheten.",
        eksempel="driftsenhetsleder",
        andre_ord="driftseiningsleiar gde_leder",
    )
    politimester: Rolle | None = felt(
        "Politimesteren i distriktet.", eksempel="politimester", andre_ord="politimeister"
    )

    @field_validator("organisasjonsnummer", mode="before")
    @classmethod
    def _bare_nummeret(cls, data: Any) -> Any:
        return uten_ledetekst(data)


class AnnenPart(Del):
    """En annen part, for eksempel fylkeskommunen. Kortform: bare navnet."""

    kortform = "navn"

    navn: Tekst = felt(
        Begge("Navnet på parten.", "Namnet på parten."), eksempel="Nordland fylkeskommune", andre_ord="namn part tittel"
    )
    organisasjonsnummer: Tekst | None = felt(
        "Organisasjonsnummeret, ni sifre.", eksempel="964 982 953", andre_ord="orgnr orgnummer organisasjonsnr"
    )
    kontaktpersoner: tuple[Rolle, ...] = felt(
        "Faste kontaktpersoner.", eksempel="fagleder", andre_ord="kontakter kontaktledd"
    )
    vedtak: Vedtak | None = felt(
        "Vedtaket som godkjente avtalen.",
        eksempel="fylkestinget",
        andre_ord="godkjenning politisk_vedtak vedtatt vedteken",
    )
    merknad: Tekst | None = felt(
        "Hvorfor eller for hva parten er med.",
        eksempel="med for de videregående skolene",
        andre_ord="kommentar hvorfor notat begrunnelse",
    )

    @field_validator("organisasjonsnummer", mode="before")
    @classmethod
    def _bare_nummeret(cls, data: Any) -> Any:
        return uten_ledetekst(data)


class Regionråd(Del):
    """Et regionråd som partene samarbeider gjennom. Kortform: bare navnet."""

    kortform = "navn"

    navn: Tekst = felt(
        Begge("Navnet på regionrådet.", "Namnet på regionrådet."),
        eksempel="Regionrådet for Hallingdal",
        andre_ord="namn tittel",
    )
    merknad: Tekst | None = felt(
        "Hva regionrådet er og hvilken rolle det har her.",
        eksempel="samordner kommunene i saker om beredskap",
        andre_ord="kommentar notat rolle hva",
    )


class Parter(Del):
    """Partene i avtalen: politiet, og en eller flere kommuner eller fylkeskommunen (veilederen kapittel 3)."""

    kommuner: tuple[Kommune, ...] = felt(
        "Kommunen eller kommunene som er part.", eksempel="1859", andre_ord="kommune_1"
    )
    politi: Politi = felt(likt("Politiet som part."), andre_ord="politidistrikt politipart")
    fylkeskommune: AnnenPart | None = felt(
        "Fylkeskommunen, når den er part, vanligvis for de videregående skolene. Den kan være part uten kommuner.",
        andre_ord="fylke",
    )
    regionråd: Regionråd | None = felt(
        "Regionrådet kommunene samarbeider gjennom, når de gjør det.", andre_ord="interkommunalt_råd"
    )
    andre: tuple[AnnenPart, ...] = felt(
        "Andre parter.", andre_ord="andre_parter øvrige øvrige_parter annen_part tilleggsparter"
    )

    @model_validator(mode="before")
    @classmethod
    def _noen_å_avtale_med(cls, data: Any) -> Any:
        """Let «kommuner» be missing when there is no fylkeskommune to have instead of them."""
        if not isinstance(data, dict) or _fylt(data.get("kommuner")) or _fylt(data.get("fylkeskommune")):
            return data
        return data | {"kommuner": _MANGLER}

    @field_validator("kommuner", mode="before")
    @classmethod
    def _mangler(cls, kommuner: Any) -> Any:
        if kommuner == [_MANGLER]:
            raise PydanticKnownError("missing")
        return kommuner

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        """Add to the schema of what may be written that there is somebody to agree with."""
        skjema = super().__get_pydantic_json_schema__(core, handler)
        return skjema | {"allOf": [{"anyOf": _NOEN}]} if handler.mode == "validation" else skjema


_MANGLER = object()
_NOEN: list[JsonSchema] = [
    {
        "required": ["kommuner"],
        "properties": {"kommuner": {"not": {"anyOf": [TOM, {"type": "array", "items": TOM}]}}},
    },
    {"required": ["fylkeskommune"], "properties": {"fylkeskommune": {"not": TOM}}},
]
"""A kommune, or the fylkeskommune. An empty item of a list is none."""


def _fylt(verdi: Any) -> bool:
    return any(en is not None for en in verdi) if isinstance(verdi, list | tuple) else verdi is not None
