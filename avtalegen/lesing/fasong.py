"""What to do about a list or keys that stand where the format has one value, or a text where it has something else."""

from __future__ import annotations

from typing import Any

from avtalegen.funn.begge import Begge, likt
from avtalegen.modell.base import forkort
from avtalegen.modell.eksempler import eksempel
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import MarkdownTekst


def råd(felt: Felt, verdi: Any) -> Begge:
    """Return what to do about a list or a mapping (`verdi`) at a field, or at one item of it.

    Where the list has one text in it, that is what was meant; where it has several, they are one text, or one is it.
    """
    linje = _linje(felt, verdi)
    if felt.mange:
        return Begge(
            f"Skriv {linje}, eller ett slikt på hver linje under, med strek foran og uten flere streker eller nøkler.",
            f"Skriv {linje.nn}, eller eitt slikt på kvar linje under, med strek føre og utan andre strekar og nøklar.",
        )
    if not isinstance(verdi, list):
        return Begge(
            f"Skriv det rett etter kolon, uten nøkler under: {linje}.",
            f"Skriv det rett etter kolon, utan nøklar under: {linje.nn}.",
        )
    if len(verdi) == 1 and not isinstance(verdi[0], str):
        return Begge(
            f"Skriv det rett etter kolon, uten streker og nøkler: {linje}.",
            f"Skriv det rett etter kolon, utan strekar og nøklar: {linje.nn}.",
        )
    if len(verdi) <= 1:
        foran = "Ta bort streken, og skriv det rett etter kolon:"
        return Begge(f"{foran} {linje}.", f"{foran} {linje.nn}.")
    if felt.type == MarkdownTekst:
        return Begge(
            f"Skal teksten ha punkter, så skriv «{felt.nøkkel}: |», og la dem stå med innrykk på linjene under.",
            f"Skal teksten ha punkt, så skriv «{felt.nøkkel}: |», og lat dei stå med innrykk på linjene under.",
        )
    return Begge(
        f"Her er det plass til én. Skriv alt på samme linje, uten streker: {linje}.",
        f"Her er det plass til éin. Skriv alt på same linje, utan strekar: {linje.nn}.",
    )


def _linje(felt: Felt, verdi: Any) -> Begge:
    """Return a line as it should be written: with what stands there, where that is one text, else an example."""
    inni = verdi[0] if isinstance(verdi, list) and len(verdi) == 1 else None
    skrevet = likt(forkort(inni)) if isinstance(inni, str) else eksempel(felt) or likt("…")
    return Begge(f"«{felt.nøkkel}: {skrevet.removesuffix('.')}»", f"«{felt.nøkkel}: {skrevet.nn.removesuffix('.')}»")
