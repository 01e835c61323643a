"""The templates of a repository before they are used: those that never would be, and words that can't be ours."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from avtalegen.dokument.maler import MALER, ORD, Maler
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.funn.ordlyd import mente_du
from avtalegen.komponering.mal.egne_ord import finding, own_words
from avtalegen.komponering.mal.grenser import included

LARGEST = 200_000
"""Characters in all the templates of their own in one language; ours are 103,000, and somebody may copy them all."""


@lru_cache(maxsize=4)
def objections(egne: Maler) -> tuple[Diagnostic, ...]:
    """Return a finding for each template that would never be used, and for all that is wrong with their words."""
    found: list[Diagnostic] = []
    for språk in dict.fromkeys(språk for språk, _, _ in egne.tekster):
        texts = {navn: tekst for s, navn, tekst in egne.tekster if s == språk}
        if sum(map(len, texts.values())) > LARGEST:
            largest = max(texts, key=lambda navn: len(texts[navn]))
            message = Begge(
                f"Malene for språket «{språk}» er til sammen på mer enn {LARGEST // 1000} 000 tegn.",
                f"Malane for språket «{språk}» er til saman på meir enn {LARGEST // 1000} 000 teikn.",
            )
            hint = Begge("Denne er størst. Gjør den kortere.", "Denne er størst. Gjer han kortare.")
            found.append(finding(egne.sti(språk, largest), message, hint))
        found += _unknown(egne, språk, texts)
        found += own_words(egne, språk)[1]
    return tuple(found)


def built_in(språk: str) -> frozenset[str]:
    """Return the names of our templates in a language."""
    return frozenset(path.name for path in (MALER / språk).glob("*.md.j2"))


def _unknown(egne: Maler, språk: str, texts: dict[str, str]) -> Iterator[Diagnostic]:
    """Give a finding for each file that neither stands in for one of ours nor is included by one that does."""
    known = built_in(språk) | {ORD}
    used = set(known)
    waiting = [*known]
    while waiting:
        more = included(texts.get(waiting.pop(), "")) - used
        used |= more
        waiting += more
    for navn in texts:
        if navn not in used:
            near = get_close_matches(navn, known, n=1, cutoff=0.5)
            names = ", ".join(sorted(known))
            hint = (
                mente_du(near[0])
                if near
                else Begge(f"Gi den navnet til en av malene: {names}.", f"Gi han namnet til ein av malane: {names}.")
            )
            yield finding(
                egne.sti(språk, navn),
                Begge(
                    f"avtalegen har ingen mal som heter «{navn}», og ingen av malene her henter den inn. "
                    "Den blir ikke brukt.",
                    f"avtalegen har ingen mal som heiter «{navn}», og ingen av malane her hentar han inn. "
                    "Han blir ikkje brukt.",
                ),
                hint,
            )
