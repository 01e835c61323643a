"""What somebody asks for: which document, and how it is to be."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from avtalegen.dokument.formater import FORMATS, MED_VEDLEGG, PDF_STANDARDER
from avtalegen.modell.base import Ordvalg
from avtalegen.modell.former import Målform
from avtalegen.modell.tid import som_dato


class Papir(Ordvalg):
    """The papers that can be made of an agreement: the agreement itself, and those that politirådet works with."""

    AVTALE = "avtale"
    MØTEPLAN = "møteplan", "moteplan"
    INNKALLING = "innkalling"
    REFERAT = "referat"
    EVALUERING = "evaluering"
    SAKSFRAMLEGG = "saksframlegg"

    @property
    def om_et_møte(self) -> bool:
        """Whether the paper is about one meeting, so that it matters which."""
        return self in (Papir.INNKALLING, Papir.REFERAT)

    @property
    def om_rådet(self) -> bool:
        """Whether the paper is about the meetings of a politiråd, and there must be one."""
        return self is Papir.MØTEPLAN or self.om_et_møte


def les_møte(verdi: object) -> int | date | None:
    """Return the meeting that is asked for, its number in the plan or its date, also as text; otherwise None."""
    match verdi:
        case bool():
            return None
        case int():
            return verdi if verdi > 0 else None
        case datetime():
            return verdi.date()
        case date():
            return verdi
        case str() if re.fullmatch(r"[1-9][0-9]{0,3}", verdi.strip()):
            return int(verdi)
        case str():
            return som_dato(verdi)
    return None


def les_år(verdi: object) -> int | None:
    """Return the year that is asked for, also as text: one that a date may be in. None for anything else."""
    tekst = str(verdi).strip()
    return int(tekst) if re.fullmatch(r"\d{4}", tekst) and som_dato(f"{tekst}-01-01") else None


class Bestilling(NamedTuple):
    """One document to make of an agreement.

    `format` is one of `formater.FORMATS`. `målform` is that of the fixed text; None: the agreement's own. With
    `med_funn`, what was found goes along as notes. Without `med_kilde`, the YAML files don't go along unseen.
    `pdf_standard` and `signaturfelt` (invisible fields to sign in, one for each who signs) are for the formats that
    have them. `dato` goes into the metadata of a document whose agreement has no date. `møte` is for a paper about one
    meeting: its number in the plan or its date; None: the next one, for a referat the last one held. `år` is for the
    plan of meetings; None: this year if it has meetings. `kommune` is the one of several whose politiråd meets; None:
    the host of the meeting, or all. `endret_fra` is the edition that a saksframlegg tells the changes from, as the user
    names it; None: the one that the agreement names. With `spor` it is told where its values stand.
    """

    format: str = "docx"
    målform: Målform | None = None
    med_funn: bool = False
    dato: date | None = None
    med_kilde: bool = True
    pdf_standard: str = PDF_STANDARDER[0]
    signaturfelt: bool = False
    dokument: Papir = Papir.AVTALE
    møte: int | date | None = None
    år: int | None = None
    kommune: str | None = None
    endret_fra: str | None = None
    spor: bool = False

    @property
    def innhold(self) -> Bestilling:
        """The order without what doesn't change what the document says: formats with the same are composed once."""
        return self._replace(format="", dato=None, med_kilde=False, pdf_standard=PDF_STANDARDER[0], signaturfelt=False)

    @property
    def bærer_kilden(self) -> bool:
        """Whether the document carries the YAML files that it is made of. The papers do so only as attachments."""
        if FORMATS[self.format].source == "attached":
            return self.pdf_standard == MED_VEDLEGG
        return self.med_kilde and self.dokument is Papir.AVTALE and FORMATS[self.format].source == "unseen"


def les_dokument(tekst: str) -> Papir | None:
    """Return the paper with this name, or None."""
    return next((papir for papir in Papir if tekst in papir.skrivemåter), None)
