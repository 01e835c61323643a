"""The templates of a repository before they are used: those that never would be, and words in the place of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from avtalegen.dokument.maler import KJENTE_ORD, MALER, ORD, Maler
from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from avtalegen.komponering.grenser import included
from avtalegen.komponering.malfeil import MAL
from avtalegen.lesing import Mapping, Node, Scalar, locate, parse
from avtalegen.lesing.ours import read_yaml

LARGEST = 200_000
"""Characters in all the templates of their own in one language; ours are 103,000, and somebody may copy them all."""
KAN_ENDRES = ("tittel", "side", "utkast", "opphevet", "forside", "status", "underskrift", "vara", "telefon")
"""What a repository may say in other words in its `ord.yaml`. The rest is grammar, and our code relies on its form."""
_LONGEST_WORD = 200
_EMPTY, _NO_FIELDS = "YML009", "YML010"
_NEEDS_KEYS = "Her skal det stå nøkler med ord."
_PLACEHOLDER = re.compile(r"\{\w*\}")


@lru_cache(maxsize=4)
def objections(egne: Maler) -> tuple[Diagnostic, ...]:
    """Return a finding for each template that would never be used, and for all that is wrong with their words."""
    found: list[Diagnostic] = []
    for språk in dict.fromkeys(språk for språk, _, _ in egne.tekster):
        texts = {navn: tekst for s, navn, tekst in egne.tekster if s == språk}
        if sum(map(len, texts.values())) > LARGEST:
            largest = max(texts, key=lambda navn: len(texts[navn]))
            message = f"Malene for språket «{språk}» er til sammen på mer enn {LARGEST // 1000} 000 tegn."
            found.append(_finding(egne.sti(språk, largest), message, "Denne er størst. Gjør den kortere."))
        found += _unknown(egne, språk, texts)
        found += _words(egne, språk)[1]
    return tuple(found)


def words(språk: str, egne: Maler) -> dict[str, Any]:
    """Return the words of a language, those of a repository ahead of ours."""
    return _words(egne, språk)[0]


def built_in(språk: str) -> frozenset[str]:
    """Return the names of our templates in a language."""
    return frozenset(path.name for path in (MALER / språk).glob("*.md.j2"))


def _finding(file: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(MAL, Severity.FEIL, message, Span(file, 1, 1, 1, 1), hint)


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
            hint = f"Mente du «{near[0]}»?" if near else f"Gi den navnet til en av malene: {names}."
            yield _finding(
                egne.sti(språk, navn),
                f"avtalegen har ingen mal som heter «{navn}», og ingen av malene her henter den inn. "
                "Den blir ikke brukt.",
                hint,
            )


def _words(egne: Maler, språk: str) -> tuple[dict[str, Any], list[Diagnostic]]:
    ours = read_yaml(MALER / språk / ORD) | {"kjente": read_yaml(MALER / KJENTE_ORD)}
    text = egne.tekst(språk, ORD)
    if text is None:
        return ours, []
    file = egne.sti(språk, ORD)
    source = parse(text.encode(), file)
    if source.root is None or source.diagnostics:
        # What they say of a file without fields is about agreements.
        codes = {found.code for found in source.diagnostics}
        if codes == {_EMPTY}:
            return ours, []
        if codes == {_NO_FIELDS}:
            return ours, [_finding(file, _NEEDS_KEYS, f"Velg blant: {', '.join(KAN_ENDRES)}.")]
        return ours, [*source.diagnostics]
    found: list[Diagnostic] = []

    def wrong(route: tuple[str, ...], message: str, hint: str, *, key: bool = False) -> None:
        assert source.root is not None
        found.append(Diagnostic(MAL, Severity.FEIL, message, locate(file, source.root, route, key=key), hint))

    def merged(ours: Any, theirs: Node, route: tuple[str, ...], allowed: tuple[str, ...]) -> Any:
        if isinstance(ours, dict):
            if not isinstance(theirs, Mapping):
                wrong(route, _NEEDS_KEYS, f"Velg blant: {', '.join(allowed)}.")
                return ours
            made = dict(ours)
            for name, entry in theirs.entries.items():
                if name in allowed:
                    made[name] = merged(ours[name], entry.value, (*route, name), _keys(ours[name]))
                    continue
                near = get_close_matches(name, allowed, n=1)
                what = "kan ikke endres her" if name in ours else "er ikke et av ordene i avtalen"
                hint = f"Mente du «{near[0]}»?" if near else f"Velg blant: {', '.join(allowed)}."
                wrong((*route, name), f"«{name}» {what}.", hint, key=True)
            return made
        if not isinstance(theirs, Scalar) or not theirs.value or len(theirs.value) > _LONGEST_WORD:
            wrong(route, f"«{route[-1]}» skal være en kort tekst.", f"Hos avtalegen står det «{ours}».")
            return ours
        places = [*dict.fromkeys(_PLACEHOLDER.findall(ours))]
        if {*_PLACEHOLDER.findall(theirs.value)} != {*places}:
            told = " og ".join(places) if places else "ingen ord i krøllparenteser"
            wrong(route, f"«{route[-1]}» skal ha {told}.", f"Hos avtalegen står det «{ours}».")
            return ours
        return theirs.value

    return merged(ours, source.root, (), KAN_ENDRES), found


def _keys(table: object) -> tuple[str, ...]:
    return tuple(table) if isinstance(table, dict) else ()
