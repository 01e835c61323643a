"""The templates of a repository before they are used: those that never would be, and words in the place of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from avtalegen.dokument.maler import KJENTE_ORD, MALER, ORD, Maler
from avtalegen.funn.begge import Begge, likt
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
_NEEDS_KEYS = Begge("Her skal det stå nøkler med ord.", "Her skal det stå nøklar med ord.")
_NONE = Begge("ingen ord i krøllparenteser", "ingen ord i krøllparentesar")
_PLACEHOLDER = re.compile(r"\{\w*\}")


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
            found.append(_finding(egne.sti(språk, largest), message, hint))
        found += _unknown(egne, språk, texts)
        found += _words(egne, språk)[1]
    return tuple(found)


def words(språk: str, egne: Maler) -> dict[str, Any]:
    """Return the words of a language, those of a repository ahead of ours."""
    return _words(egne, språk)[0]


def built_in(språk: str) -> frozenset[str]:
    """Return the names of our templates in a language."""
    return frozenset(path.name for path in (MALER / språk).glob("*.md.j2"))


def _finding(file: str, message: Begge, hint: Begge) -> Diagnostic:
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
            hint = (
                _mente(near[0])
                if near
                else Begge(f"Gi den navnet til en av malene: {names}.", f"Gi han namnet til ein av malane: {names}.")
            )
            yield _finding(
                egne.sti(språk, navn),
                Begge(
                    f"avtalegen har ingen mal som heter «{navn}», og ingen av malene her henter den inn. "
                    "Den blir ikke brukt.",
                    f"avtalegen har ingen mal som heiter «{navn}», og ingen av malane her hentar han inn. "
                    "Han blir ikkje brukt.",
                ),
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
            return ours, [_finding(file, _NEEDS_KEYS, _velg(KAN_ENDRES))]
        return ours, [*source.diagnostics]
    found: list[Diagnostic] = []

    def wrong(route: tuple[str, ...], message: Begge, hint: Begge, *, key: bool = False) -> None:
        assert source.root is not None
        found.append(Diagnostic(MAL, Severity.FEIL, message, locate(file, source.root, route, key=key), hint))

    def merged(ours: Any, theirs: Node, route: tuple[str, ...], allowed: tuple[str, ...]) -> Any:
        if isinstance(ours, dict):
            if not isinstance(theirs, Mapping):
                wrong(route, _NEEDS_KEYS, _velg(allowed))
                return ours
            made = dict(ours)
            for name, entry in theirs.entries.items():
                if name in allowed:
                    made[name] = merged(ours[name], entry.value, (*route, name), _keys(ours[name]))
                    continue
                near = get_close_matches(name, allowed, n=1)
                what = (
                    Begge(f"«{name}» kan ikke endres her.", f"«{name}» kan ikkje endrast her.")
                    if name in ours
                    else Begge(f"«{name}» er ikke et av ordene i avtalen.", f"«{name}» er ikkje eit av orda i avtalen.")
                )
                wrong((*route, name), what, _mente(near[0]) if near else _velg(allowed), key=True)
            return made
        if not isinstance(theirs, Scalar) or not theirs.value or len(theirs.value) > _LONGEST_WORD:
            name = route[-1]
            short = Begge(f"«{name}» skal være en kort tekst.", f"«{name}» skal vere ein kort tekst.")
            wrong(route, short, _vårt(ours))
            return ours
        places = [*dict.fromkeys(_PLACEHOLDER.findall(ours))]
        if {*_PLACEHOLDER.findall(theirs.value)} != {*places}:
            told = likt(" og ".join(places)) if places else _NONE
            name = route[-1]
            wrong(route, Begge(f"«{name}» skal ha {told}.", f"«{name}» skal ha {told.nn}."), _vårt(ours))
            return ours
        return theirs.value

    return merged(ours, source.root, (), KAN_ENDRES), found


def _mente(name: str) -> Begge:
    return Begge(f"Mente du «{name}»?", f"Meinte du «{name}»?")


def _velg(names: Iterable[str]) -> Begge:
    alle = ", ".join(names)
    return Begge(f"Velg blant: {alle}.", f"Vel mellom: {alle}.")


def _vårt(ours: str) -> Begge:
    return Begge(f"Hos avtalegen står det «{ours}».", f"Hos avtalegen står det «{ours}».")


def _keys(table: object) -> tuple[str, ...]:
    return tuple(table) if isinstance(table, dict) else ()
