"""Hvor et eget avsnitt kan stå, og hvilke språk det kan være på."""

from avtalegen.modell.base import Ordvalg


class Avsnitt(Ordvalg):
    """Standardavsnittene et eget avsnitt kan stå etter."""

    INNLEDNING = "innledning", "innleiing"
    FORMÅL = "formål", "føremål"
    SATSNINGSOMRÅDER = "satsningsområder", "satsingsområder", "satsingsområde"
    SAMARBEIDSFORA = "samarbeidsfora", "samarbeidsforum"
    POLITIKONTAKT = "politikontakt"
    SKOLE = "skole", "skule"
    TJENESTETILBUD = "tjenestetilbud", "tenestetilbod"
    BEREDSKAP = "beredskap"
    FORPLIKTELSER = "forpliktelser", "forpliktingar"
    TAUSHETSPLIKT = "taushetsplikt", "teieplikt"
    EVALUERING = "evaluering"
    GYLDIGHET = "gyldighet"


class Avsnittsspråk(Ordvalg):
    """Språket et eget avsnitt er skrevet på."""

    BOKMÅL = "bokmål"
    NYNORSK = "nynorsk"
    NORDSAMISK = "nordsamisk", "davvisámegiella", "davvisámegillii", "samisk"
    LULESAMISK = "lulesamisk", "julevsámegiella"
    SØRSAMISK = "sørsamisk", "åarjelsaemien", "åarjelsaemien gïele"
    ENGELSK = "engelsk"
