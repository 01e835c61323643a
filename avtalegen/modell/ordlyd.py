"""What is said of something that can't stand where it stands, whatever is to stand there."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from avtalegen.funn.begge import Begge

EN_LISTE = Begge(
    "Her skal det stå én ting med nøkler, ikke en liste.", "Her skal det stå éin ting med nøklar, ikkje ei liste."
)
INGEN_NØKLER = Begge("Her skal det stå nøkler med innhold.", "Her skal det stå nøklar med innhald.")
SAGT_MED_ORD = Begge(
    "Skriv det med ord, eller stryk nøkkelen når avtalen ikke skal si noe om det.",
    "Skriv det med ord, eller stryk nøkkelen når avtalen ikkje skal seie noko om det.",
)

VENTET = {
    "formatnummeret 1": "formatnummeret 1",
    "tekst": "tekst",
    "«ja» eller «nei»": "«ja» eller «nei»",
    "åpningstider": "opningstider",
    "hvor ofte": "kor ofte",
    "en dato": "ein dato",
    "en frist": "ein frist",
    "en prosent": "ein prosent",
    "en ukedag": "ein vekedag",
    "en varighet": "ei lengd",
    "et antall": "eit tal",
    "et antall minutter": "eit tal på minutt",
    "et beløp": "eit beløp",
    "et klokkeslett": "eit klokkeslett",
    "et tall": "eit tal",
    "et telefonnummer": "eit telefonnummer",
    "et tidspunkt": "eit tidspunkt",
    "et tidsrom": "eit tidsrom",
}
"""What may be expected where something else stands, with its nynorsk: looked up only when it is said."""


def bare_tekst(tekst: str) -> Begge:
    """Return what is said of a text that should have been keys."""
    return Begge(
        f"Her skal det stå nøkler med innhold, ikke bare teksten «{tekst}».",
        f"Her skal det stå nøklar med innhald, ikkje berre teksten «{tekst}».",
    )


def uten_liste(skrevet: list[Any], kjente: Container[str]) -> Begge | None:
    """Return what to do about a list of what should have stood without one; None where it isn't that.

    `kjente` are the keys that it may have. Some put a dash before each key, others before the first of them.
    """
    while len(skrevet) == 1 and isinstance(skrevet[0], list):
        skrevet = skrevet[0]
    nøkler = [nøkkel for en in skrevet if isinstance(en, dict) for nøkkel in en if nøkkel in kjente]
    if not nøkler or not all(isinstance(en, dict) for en in skrevet):
        return None
    if len({*nøkler}) < len(nøkler):
        return Begge(
            "Her er det plass til én. Behold den ene, og ta bort strekene, eller «[» og «]», så nøklene står alene.",
            "Her er det plass til éin. Behald den eine, og ta bort strekane, eller «[» og «]», så nøklane står åleine.",
        )
    navn = ", ".join(f"«{nøkkel}»" for nøkkel in nøkler[:3]) + (" …" if len(nøkler) > 3 else "")
    return Begge(
        f"Ta bort strekene, eller «[» og «]», så nøklene ({navn}) står rett under hverandre med samme innrykk.",
        f"Ta bort strekane, eller «[» og «]», så nøklane ({navn}) står rett under kvarandre med same innrykk.",
    )


def et_svar(svar: str) -> Begge:
    """Return what is said of a «ja» or «nei» that should have been words."""
    return Begge(f"Her skal det stå ord, og ikke «{svar}».", f"Her skal det stå ord, og ikkje «{svar}».")


def ett_av(valgene: str) -> Begge:
    """Return what is said of a list or of keys that should have been one word."""
    return Begge(
        f"Her skal det stå ett av disse ordene: {valgene}.", f"Her skal det stå eitt av desse orda: {valgene}."
    )


def ikke_et_valg(tekst: str) -> Begge:
    """Return what is said of a word that isn't one of those to choose among."""
    return Begge(f"«{tekst}» er ikke blant valgene her.", f"«{tekst}» er ikkje blant vala her.")


def velg(valgene: str) -> Begge:
    """Return what to do about it."""
    return Begge(f"Velg ett av: {valgene}.", f"Vel eitt av: {valgene}.")
