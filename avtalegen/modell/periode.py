"""Når avtalen gjelder, revideres og kan sies opp (veilederen kapittel 3)."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from avtalegen.modell.base import Del, Form, felt, forkort, reject
from avtalegen.modell.former import JaNei, MarkdownTekst, Tekst, skalar
from avtalegen.modell.tid import (
    STREK,
    HyppighetForm,
    TidspunktForm,
    Tidsrom,
    VarighetForm,
    les_dato,
    les_tidsrom,
    les_varighet,
)


def _kant(navn: str) -> Form:
    """Return the form of a first or last day, which people also give as a year alone."""

    def read(data: Any) -> date:
        tekst = skalar(data, "en dato")
        tidsrom = les_tidsrom(tekst) if re.fullmatch(r"\d{4}", tekst) else None
        dato = getattr(tidsrom, navn) if tidsrom else les_dato(tekst)
        if not isinstance(dato, date):
            reject(
                f"«{forkort(tekst)}» kan ikke leses som en dato.",
                "Skriv for eksempel «25.10.2024» eller «2024».",
            )
        return dato

    return Form(read)


Første = Annotated[date, _kant("fra")]
Siste = Annotated[date, _kant("til")]


class Revisjon(Del):
    """Hvordan avtalen holdes ved like. Kortform: hvor ofte."""

    kortform = "hyppighet"

    hyppighet: HyppighetForm | None = felt("Hvor ofte avtalen revideres.", eksempel="årlig")
    neste: TidspunktForm | None = felt("Når neste revisjon er.", eksempel="oktober 2027")
    ansvarlig: tuple[Tekst, ...] = felt("Hvem som har ansvaret for revisjonen.", eksempel="politirådet")
    etter: Tekst | None = felt("Hva revisjonen bygger på.", eksempel="gjennomført evaluering")
    på_anmodning: JaNei = felt("Om partene kan be om revisjon underveis.", standard=False)


class Oppsigelse(Del):
    """Hvordan avtalen kan sies opp. Kortform: fristen."""

    kortform = "frist"

    frist: VarighetForm | None = felt("Oppsigelsesfristen.", eksempel="3 måneder")
    tekst: Tekst | None = felt("Hvordan avtalen sies opp, når det er sagt mer enn fristen.")


class Periode(Del):
    """Når avtalen gjelder. Kortform: «2024–2025», «25.10.2024 – løpende», «fra 1.1.2026» eller «løpende»."""

    kortform = "fra"

    fra: Første | None = felt("Første dag avtalen gjelder.", eksempel="1.1.2026")
    til: Siste | None = felt("Siste dag avtalen gjelder.", eksempel="31.12.2027")
    varighet: VarighetForm | None = felt("Hvor lenge avtalen varer, når sluttdatoen ikke er satt.", eksempel="3 år")
    løpende: JaNei = felt("Om avtalen gjelder til den blir sagt opp eller erstattet.", standard=False)
    revisjon: Revisjon | None = felt("Planen for revisjon av avtalen.")
    oppsigelse: Oppsigelse | None = felt("Hvordan avtalen kan sies opp.")
    tekst: MarkdownTekst | None = felt("Egen tekst om gyldigheten (Markdown).")

    @property
    def tidsrom(self) -> Tidsrom:
        """The first and the last day as one."""
        return Tidsrom(self.fra, self.til)

    @property
    def hele_år(self) -> bool:
        """Whether the period is one or more whole calendar years."""
        fra, til = self.fra, self.til
        return bool(fra and til and (fra.month, fra.day, til.month, til.day) == (1, 1, 12, 31))

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Read the short form: the years or dates, or «løpende»."""
        tekst = " ".join(tekst.split())
        if tekst.casefold() in ("løpende", "løpande"):
            return {"løpende": "ja"}
        if treff := re.fullmatch(rf"(?i)(?:fr[aå] )?(.+?)(?:{STREK}|,? )løp[ae]nde", tekst):
            return {"fra": treff[1], "løpende": "ja"}
        if treff := re.fullmatch(r"(?i)fr[aå] (.+?) til (.+)", tekst):
            return {"fra": treff[1], "til": treff[2]}
        if tidsrom := les_tidsrom(tekst):
            return {
                "fra": tidsrom.fra and tidsrom.fra.isoformat(),
                "til": tidsrom.til and tidsrom.til.isoformat(),
            }
        if les_varighet(tekst):
            return {"varighet": tekst}
        fra = re.sub(r"(?i)^fr[aå]( og med)? ", "", tekst)
        if fra == tekst and not les_dato(tekst):
            reject(
                f"«{forkort(tekst)}» kan ikke leses som en periode.",
                "Skriv for eksempel «2024–2025», «1.1.2026–31.12.2027», «25.10.2024 – løpende» eller «fra 1.1.2026».",
            )
        return {"fra": fra}
