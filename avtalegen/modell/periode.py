"""Når avtalen gjelder, revideres og kan sies opp (veilederen kapittel 3)."""

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Annotated, Any

from pydantic import ValidationInfo, field_validator, model_validator

from avtalegen.funn.begge import Begge, likt
from avtalegen.modell.avvisning import reject
from avtalegen.modell.base import Del, Form, felt
from avtalegen.modell.former import JaNei, MarkdownTekst, Tekst
from avtalegen.modell.hyppighet import HyppighetForm
from avtalegen.modell.korte import er_kort
from avtalegen.modell.senere import senere
from avtalegen.modell.tallord import STREK
from avtalegen.modell.tid import TidspunktForm, Tidsrom, les_dager, les_dato, les_kant, les_tidsrom, uten_kant
from avtalegen.modell.ufylt import lest_ufylt
from avtalegen.modell.varighet import FristForm, VarighetForm, les_varighet

Første = Annotated[
    date,
    Form(
        partial(les_kant, navn="fra"),
        hva="en dag, en måned eller et år",
        måter=("1.1.2026", "2026-01-01", "januar 2026", "2026"),
    ),
]
Siste = Annotated[
    date,
    Form(
        partial(les_kant, navn="til"),
        hva="en dag, en måned eller et år",
        måter=("31.12.2027", "2027-12-31", "desember 2027", "2027"),
    ),
]


def _er_ord(data: Mapping[str, object], nøkkel: str) -> bool:
    """Tell whether it is a text that is neither a day, a month nor a year, and no day that can't be right."""
    verdi = data.get(nøkkel)
    if lest_ufylt(verdi):
        return True
    try:
        return (
            isinstance(verdi, str)
            and bool(verdi.strip())
            and les_dager(uten_kant(" ".join(verdi.split()), nøkkel)) is None
        )
    except ValueError:
        return False


_START = r"fr[aå]|etter|ved|når|straks|umiddelbart|så snart|med en gang|i og med"
_SLUTT = r"til|inntil|så len?ge|fr[ae]m til|ut|før|i"
_SOM_START, _SOM_SLUTT = senere(rf"(?:{_START})\b"), senere(rf"(?:{_SLUTT})\b")


def _i_ord(data: Mapping[str, Any]) -> str:
    """Return the words for when the agreement begins, when it ends and how long it lasts, as one text."""
    deler = []
    for ende, mønster in (("fra", _SOM_START), ("til", _SOM_SLUTT)):
        if _er_ord(data, ende):
            tekst = lest_ufylt(data[ende]) or " ".join(str(data[ende]).split())
            # «fra signeringen», but «etter valget» and «når begge har signert» say that it begins themselves.
            liten = re.sub(r"^ved ", "fra ", tekst[:1].lower() + tekst[1:])
            deler.append(liten if mønster.match(liten) else f"{ende} {tekst}")
    if ufylt := lest_ufylt(varighet := data.get("varighet")):
        deler.append(ufylt)
    elif isinstance(varighet, str):
        deler.append(f"i {varighet}" if deler and les_varighet(varighet) else varighet)
    return re.sub(r"^(fr[aå] .+), (?=til )", r"\1 ", ", ".join(deler))


_GJELDER = senere(
    r"(?i)^(?:avtalen )?(?:(?:gjelder|gjeld|varer|varar) (?!ikk)|"
    r"(?:trer i kraft|t(?:ar|ek) til å gjelde) (?=\d|\w+ \d{4}$))"
)
"""What is said of every period, before the period."""
_LØPENDE = (
    *("løpende", "løpande", "inntil videre", "inntil vidare", "på ubestemt tid", "tidsubegrenset", "tidsuavgrensa"),
    *("på ubegrenset tid", "på uavgrensa tid", "uten sluttdato", "utan sluttdato", "til den blir sagt opp"),
    *("til den sies opp", "til han blir sagd opp"),
)


def er_måned(tekst: str) -> bool:
    """Tell whether a text is a month of a year."""
    return re.fullmatch(r"[^\W\d]+\.? \d{4}", tekst) is not None and les_dager(tekst) is not None


class Revisjon(Del):
    """Hvordan avtalen holdes ved like. Kortform: hvor ofte."""

    kortform = "hyppighet"

    hyppighet: HyppighetForm | None = felt(
        "Hvor ofte avtalen revideres.",
        eksempel="årlig",
        andre_ord="hvor_ofte frekvens kor_ofte hyppigheit intervall revideres ofte",
    )
    neste: TidspunktForm | None = felt(
        "Når neste revisjon er.", eksempel="oktober 2027", andre_ord="neste_revisjon dato frist når neste_gang"
    )
    ansvarlig: tuple[Tekst, ...] = felt(
        "Hvem som har ansvaret for revisjonen.",
        eksempel="politirådet",
        andre_ord="ansvar ansvarleg hvem kven revideres_av",
    )
    etter: Tekst | None = felt(
        "Hva revisjonen bygger på.",
        eksempel="gjennomført evaluering",
        andre_ord="grunnlag på_grunnlag_av basert_på bygger_på",
    )
    på_anmodning: JaNei = felt(
        "Om partene kan be om revisjon underveis.",
        standard=False,
        eksempel="ja",
        andre_ord="ved_behov på_forespørsel ved_ønske underveis etter_ønske på_oppmoding",
    )


class Oppsigelse(Del):
    """Hvordan avtalen kan sies opp. Kortform: fristen."""

    kortform = "frist"

    frist: FristForm | None = felt(
        "Oppsigelsesfristen.",
        eksempel="3 måneder",
        andre_ord="oppsigelsestid oppsigelsesfrist varsel oppseiingsfrist oppseiingstid varslingsfrist",
    )
    tekst: Tekst | None = felt(
        "Hvordan avtalen sies opp, når det er sagt mer enn fristen.",
        eksempel="Oppsigelsen skal være skriftlig",
        andre_ord="hvordan vilkår måte fremgangsmåte framgangsmåte fritekst form",
    )


class Periode(Del):
    """Når avtalen gjelder. Kortform: «2024–2025», «25.10.2024 – løpende», «fra 1.1.2026» eller «løpende»."""

    kortform = "fra"

    fra: Første | None = felt(
        "Første dag avtalen gjelder.",
        eksempel="1.1.2026",
        andre_ord=(
            "fom f_o_m start startdato fra_dato begynner oppstart gyldig_fra gjelder_fra ikrafttredelse trer_i_kraft "
            "ikraftsetting fra_og_med"
        ),
    )
    til: Siste | None = felt(
        "Siste dag avtalen gjelder.",
        eksempel="31.12.2027",
        andre_ord="tom t_o_m slutt sluttdato til_dato gyldig_til utløper opphør gjelder_til utløpsdato til_og_med",
    )
    varighet: VarighetForm | None = felt(
        "Hvor lenge avtalen varer, når sluttdatoen ikke er satt.",
        eksempel="3 år",
        andre_ord="varigheit lengde antall_år avtaletid",
    )
    løpende: JaNei = felt(
        "Om avtalen gjelder til den blir sagt opp eller erstattet.",
        standard=False,
        eksempel="ja",
        andre_ord="løpande tidsubegrenset uten_slutt inntil_videre tidsubestemt ubegrenset",
    )
    revisjon: Revisjon | None = felt(
        "Planen for revisjon av avtalen.", andre_ord="revidering revideres rullering revidert"
    )
    oppsigelse: Oppsigelse | None = felt(
        "Hvordan avtalen kan sies opp.", andre_ord="oppseiing oppsigelsestid oppsigelsesfrist sies_opp"
    )
    tekst: MarkdownTekst | None = felt(
        "Egen tekst om gyldigheten (Markdown).",
        eksempel="Avtalen følger valgperioden.",
        andre_ord="fritekst egen_tekst eigen_tekst",
    )

    @model_validator(mode="before")
    @classmethod
    def langform(cls, data: Any) -> Any:
        """Do as in every part; words for when the agreement begins or ends stand with those for how long it lasts."""
        data = super().langform(data)  # type: ignore[operator]
        if not isinstance(data, dict):
            return data
        i_ord = [nøkkel for nøkkel in ("fra", "til") if _er_ord(data, nøkkel)]
        rest = {nøkkel: verdi for nøkkel, verdi in data.items() if nøkkel not in i_ord}
        return data if len(rest) == len(data) else {**rest, "varighet": _i_ord(data)}

    @field_validator("løpende")
    @classmethod
    def _ikke_både_løpende_og_med_slutt(cls, løpende: bool, info: ValidationInfo) -> bool:
        varighet = info.data.get("varighet")
        if løpende and (info.data.get("til") or (varighet and not varighet.ord)):
            reject(
                Begge(
                    "Avtalen kan ikke både være løpende og ha sluttdato.",
                    "Avtalen kan ikkje både vere løpande og ha sluttdato.",
                ),
                likt("Stryk «løpende: ja» eller sluttdatoen."),
            )
        return løpende

    @property
    def tidsrom(self) -> Tidsrom:
        """The first and the last day as one."""
        return Tidsrom(self.fra, self.til)

    @property
    def ordene_er(self) -> str | None:
        """What the words in `varighet` say when they can follow «gjelder»: when it begins, or when it ends.

        «fra» and «til», and nothing for other words.
        """
        ord_ = ((self.varighet and self.varighet.ord) or "").casefold()
        return "fra" if _SOM_START.match(ord_) else "til" if _SOM_SLUTT.match(ord_) else None

    @property
    def hele_år(self) -> bool:
        """Whether the period is one or more whole calendar years."""
        fra, til = self.fra, self.til
        return bool(fra and til and (fra.month, fra.day, til.month, til.day) == (1, 1, 12, 31))

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Read the short form: the years, months or dates, how long it lasts, or «løpende»; other words as they are."""
        tekst = " ".join(tekst.split())
        if not er_kort(tekst):
            return {"varighet": tekst}
        fra = r"fr[aå] (?:og med )?"
        kort = _GJELDER.sub("", tekst, count=1)
        if kort.casefold().rstrip(".") in _LØPENDE:
            return {"løpende": "ja"}
        tekst = f"fra {kort}" if kort != tekst and er_måned(kort) else kort
        og = rf"(?:{STREK}|,? (?:(?:og|deretter|er) )*)"
        treff = re.fullmatch(rf"(?i)(?:{fra})?(.+?){og}(?:løp[ae]nde|inntil vid[ae]re)|løp[ae]nde,? {fra}(.+)", tekst)
        if treff:
            return {"fra": treff[1] or treff[2], "løpende": "ja"}
        if les_dato(tekst):
            return {"fra": tekst}
        if (treff := re.fullmatch(rf"(?:{fra})?(.+?){STREK}", tekst)) and les_dager(treff[1]):
            return {"fra": treff[1]}
        if treff := re.fullmatch(r"(?i)(?:i|for) (?:hele )?(?:året )?(\d{4})", tekst):
            tekst = treff[1]
        if er_måned(tekst):
            # It may begin then, or be for that month alone.
            return {"varighet": tekst}
        if tidsrom := les_tidsrom(tekst):
            return {
                "fra": tidsrom.fra and tidsrom.fra.isoformat(),
                "til": tidsrom.til and tidsrom.til.isoformat(),
            }
        if les_varighet(tekst):
            return {"varighet": tekst}
        if (treff := re.fullmatch(rf"(?i)(.+?),? {fra}(.+)", tekst)) and les_varighet(treff[1]):
            return {"varighet": treff[1], "fra": treff[2]}
        treff = re.fullmatch(rf"(?i)(?:{fra})?(.+?)(?:,? (?:og )?i (.+)| \((.+)\))", tekst)
        if treff and les_dager(treff[1]) and les_varighet(treff[2] or treff[3]):
            return {"fra": treff[1], "varighet": treff[2] or treff[3]}
        return {"varighet": tekst}
