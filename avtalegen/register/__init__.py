"""The register: Norway's kommuner and politidistrikter, from open data (sources and licences in KILDER.md).

Nothing is read before the first look-up. Every name may be given in any case, with any kind of dash and in
composed or decomposed Unicode.
"""

from avtalegen.register.data import (
    Betegnelse,
    Kommune,
    Målform,
    Opphør,
    Politidistrikt,
    Samisk,
    Språkkategori,
    alle_kommuner,
    alle_politidistrikt,
    kommune,
    kommune_i_dag,
    nummer_i_dag,
    tidligere_nummer,
)
from avtalegen.register.navn import fylke, kommuner_med_navn, nærmeste_navn, politidistrikt
from avtalegen.register.organisasjonsnummer import gyldig_organisasjonsnummer
from avtalegen.register.registerdato import DATO

__all__ = [
    "DATO",
    "Betegnelse",
    "Kommune",
    "Målform",
    "Opphør",
    "Politidistrikt",
    "Samisk",
    "Språkkategori",
    "alle_kommuner",
    "alle_politidistrikt",
    "fylke",
    "gyldig_organisasjonsnummer",
    "kommune",
    "kommune_i_dag",
    "kommuner_med_navn",
    "nummer_i_dag",
    "nærmeste_navn",
    "politidistrikt",
    "tidligere_nummer",
]
