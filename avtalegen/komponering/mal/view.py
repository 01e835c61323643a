"""An agreement as the templates see it: its own parts, and the words that depend on how many there are."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from jinja2 import pass_context
from jinja2.runtime import Context

from avtalegen import register
from avtalegen.dokument.innhold import Signature, Signatures
from avtalegen.komponering.markdown.verdier import Languages, printable
from avtalegen.komponering.signert_for import på_vegne_av
from avtalegen.komponering.spor.sporing import sammen, som
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.datering import Datering, dagen
from avtalegen.modell.deler import Rolle
from avtalegen.modell.former import Status
from avtalegen.modell.parter import Kommune


class Kommunevisning(NamedTuple):
    """A kommune as a template sees it: the name from the register beside what the agreement says."""

    navn: str
    fullt_navn: str
    data: Kommune


def view(avtale: Avtale, språk: Språk) -> dict[str, Any]:
    """Return what the templates see: the agreement's own parts, and the words that depend on how many there are."""
    view = {felt.nøkkel: getattr(avtale, felt.navn) for felt in avtale.felter.values()}
    kommuner = tuple(_kommune(k) for k in avtale.parter.kommuner)
    view["kommuner"] = kommuner
    fylkeskommune = avtale.parter.fylkeskommune
    view["øvrige_parter"] = tuple(filter(None, (fylkeskommune, *avtale.parter.andre)))
    # A fylkeskommune alone with the police is what the kommuner otherwise are: the other side.
    alene = fylkeskommune if not kommuner else None
    view["også_parter"] = avtale.parter.andre if alene else view["øvrige_parter"]
    view["flere_kommuner"] = len(kommuner) > 1
    view["kommunenavn"] = alene.navn if alene else _kommunenavn(kommuner, språk)
    view["distrikt"] = _distrikt(avtale, språk)
    view["politiets_organisasjonsnummer"] = _organisasjonsnummer(avtale)
    view["givere_utenfor"] = _givere_utenfor(avtale, kommuner)
    kontakter = sum(k.antall or len(k.navn) or 1 for k in avtale.politikontakt)
    # The police are the party that is always there besides: three parties or more when the rest are several.
    øvrige = len(kommuner) + len(view["øvrige_parter"])
    for hva, antall in (("kommune", len(kommuner)), ("politikontakt", kontakter), ("part", øvrige)):
        form = 2 if hva == "kommune" and alene else int(antall > 1)
        view |= {ord_: former[form] for ord_, former in språk.ord["entall_flertall"][hva].items()}
    return view


def _kommune(data: Kommune) -> Kommunevisning:
    kjent = register.kommune(data.kommunenummer)
    betegnelse = kjent.betegnelse if kjent else "kommune"
    navn = som(data.kommunenummer, kjent.navn) if kjent else data.kommunenummer
    # A kommune with several official names is called what the agreement calls it.
    if data.navn and (kjent is None or kjent in register.kommuner_med_navn(data.navn)):
        navn = data.navn.removesuffix(f" {betegnelse}")
    return Kommunevisning(navn, sammen(navn, " ", betegnelse), data)


def _kommunenavn(kommuner: tuple[Kommunevisning, ...], språk: Språk) -> str:
    """Return «Flakstad kommune», «Flå, Gol og Hol kommuner» or «Voss herad og Vaksdal kommune»."""
    felles = [k.navn for k in kommuner if k.fullt_navn == f"{k.navn} kommune"]
    if len(kommuner) > 1 and len(felles) == len(kommuner):
        return sammen(språk.liste(felles), " ", språk.ord["kommuner"])
    return språk.liste(k.fullt_navn for k in kommuner)


def _distrikt(avtale: Avtale, språk: Språk) -> str:
    skrevet = avtale.parter.politi.distrikt
    kjent = register.politidistrikt(skrevet)
    if kjent is None:
        return skrevet
    return som(skrevet, kjent.navn_nynorsk if språk.kode == "nn" else kjent.navn)


_UTENFOR = re.compile(
    r"(?:statsforvalter|fylkesmann|staten\b|stortinget)|.*(?:departement|direktorat)(?:et)?$|.* kommune$"
)


def _givere_utenfor(avtale: Avtale, kommuner: tuple[Kommunevisning, ...]) -> tuple[str, ...]:
    """Return those who give a resource and surely are no party: a public body, or a kommune that is not named."""
    parter = {navn.casefold() for kommune in kommuner for navn in (kommune.navn, kommune.fullt_navn)}
    parter |= {part.navn.casefold() for part in (*avtale.parter.andre, avtale.parter.fylkeskommune) if part}
    ressurser = avtale.forpliktelser.ressurser if avtale.forpliktelser else ()
    givere = dict.fromkeys(giver for ressurs in ressurser for giver in ressurs.fra)
    return tuple(
        giver
        for giver in givere
        if _UTENFOR.match(giver.casefold()) and not any(navn in giver.casefold() for navn in parter)
    )


def _organisasjonsnummer(avtale: Avtale) -> str | None:
    """Return the number of the police as it is written; for «ja» that of the register, if the distrikt is known."""
    politi = avtale.parter.politi
    if (politi.organisasjonsnummer or "").casefold() != "ja":
        return politi.organisasjonsnummer
    kjent = register.politidistrikt(politi.distrikt)
    return kjent.organisasjonsnummer if kjent else None


@pass_context
def signatures(context: Context, signaturer: tuple[Signatur, ...]) -> Signatures:
    """Return the places to sign: those that the agreement names, otherwise one for each party."""
    kommuner: tuple[Kommunevisning, ...] = context["kommuner"]
    politi: str = context["distrikt"]
    made: list[tuple[str, Signatur | Rolle | None]]
    if signaturer:
        made = [(på_vegne_av(s, [k.fullt_navn for k in kommuner], politi), s) for s in signaturer]
    else:
        made = [(k.fullt_navn, k.data.leder) for k in kommuner]
        made += [(politi, context["parter"].politi.leder), *((part.navn, None) for part in context["øvrige_parter"])]
    språk: Språk = context.environment.språk  # type: ignore[attr-defined]
    labels = språk.ord["underskrift"]
    signed = context["avtale"].status is Status.SIGNERT
    # The day of the agreement is that of signing when no signer has a day of their own.
    felles = context["avtale"].dato if signed and not any(s.dato for s in signaturer) else None
    languages: Languages | None = context["_verdier"].languages

    def shown(text: str | None) -> str | None:
        return text and (languages.shown(printable(text)) if languages else printable(text))

    return Signatures(
        "signaturer",
        tuple(
            Signature(
                f"signatur-{number}",
                shown(språk.stor(for_)) or "",
                shown(person.navn) if person else None,
                shown(person.tittel) if person else None,
                shown(_signed_on(person, felles, språk, written_out=signed)),
                languages.language(person.tittel) if languages and person and person.tittel else None,
            )
            for number, (for_, person) in enumerate(made, start=1)
        ),
        labels["sted"],
        labels["dato"],
        labels["underskrift"],
        labels["navn"],
        labels["tittel"],
        labels["for"],
        labels["signert"] if signed else None,
        labels["elektronisk"] if context["avtale"].elektronisk_signering and not signed else None,
    )


def _signed_on(
    person: Signatur | Rolle | None, common: date | Datering | None, språk: Språk, *, written_out: bool
) -> str | None:
    """Return when somebody signed, as exactly as it is known; `common` is the day when nobody has one of their own."""
    when = person.dato if isinstance(person, Signatur) and person.dato else common
    if when is None:
        return None
    day = dagen(when)
    return som(when, f"{day:%d.%m.%Y}" if day and not written_out else språk.dato(day or when))
